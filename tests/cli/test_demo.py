"""The main job, played from one end to the other, against a real server, on both databases."""

import json
import re
from secrets import token_hex

import pytest

EXPECTED = {
    *(f"individual-plan.{kind}" for kind in ("pdf", "docx")),
    *(f"municipal-plan.{kind}" for kind in ("pdf", "docx")),
    *(f"summary.{kind}" for kind in ("html", "csv", "json")),
    "chart-1.svg",
}


def empty(request) -> str:
    """The address of an empty database on the server of the tests."""
    name = f"demo_{token_hex(4)}"
    server = request.getfixturevalue("server")
    server.tell(f"CREATE DATABASE {name}")
    return server.url(name)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_every_step_is_accepted_and_the_documents_are_left(run, tmp_path, request, kind):
    database = empty(request) if kind == "postgresql" else ""
    told = run("demo", "--into", tmp_path / "out", "--children", 10, "--database", database)
    assert told.exit_code == 0, told.output
    assert {path.name for path in (tmp_path / "out").iterdir()} >= EXPECTED
    assert json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))
    page = (tmp_path / "out" / "summary.html").read_text("utf-8")
    assert "<style>" in page
    assert set(re.findall(r'src="([^"]+)"', page)) <= EXPECTED | {f"chart-{n}.svg" for n in range(20)}
    assert not re.search(r'(?:src|href|action)="/', page), "what is taken out leads nowhere into the house"


def test_a_house_that_cannot_be_made_is_said_so(run, tmp_path):
    told = run("demo", "--into", tmp_path, "--database", "postgresql+psycopg://x@/x?host=/nowhere")
    assert told.exit_code == 1
    assert "FAILED: participation migrate: Error: the database does not answer" in told.output
