"""A house that is served answers everybody, says in one line why it cannot, and lets nobody down."""

import re
import shutil
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPConnection

import pytest

from participation import accounts
from tests.cli.conftest import House, comes_true, house
from tests.conftest import TODAY


def get(house, path: str) -> tuple[int, dict[str, str], str]:
    connection = HTTPConnection("127.0.0.1", house.port, timeout=20)
    connection.request("GET", path)
    answer = connection.getresponse()
    told = answer.status, dict(answer.getheaders()), answer.read().decode()
    connection.close()
    return told


def knock(house, *pieces: bytes) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", house.port), timeout=20)
    for piece in pieces:
        line.sendall(piece)
    return line


def is_refused(house) -> bool:
    try:
        knock(house).close()
    except ConnectionRefusedError:
        return True
    return False


def heard(line: socket.socket) -> str:
    with line:
        return b"".join(iter(lambda: line.recv(65536), b"")).decode()


@pytest.fixture(scope="module")
def open_house(blank, tmp_path_factory) -> Iterator[House]:
    """One house for all who only look in."""
    folder = shutil.copytree(blank, tmp_path_factory.mktemp("open") / "var")
    with house(folder) as served:
        yield served


def test_a_served_house_is_healthy_and_does_not_say_what_it_runs_on(open_house):
    status, headers, text = get(open_house, "/helse")
    assert (status, text) == (200, "ok\n")
    assert "Server" not in headers


def test_a_request_under_way_is_finished_when_the_house_closes(serve):
    served = serve()
    head = b"POST /kode HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 8\r\n"
    line = knock(served, head + b"Content-Type: application/x-www-form-urlencoded\r\n\r\n", b"code")
    time.sleep(0.5)
    served.process.terminate()
    time.sleep(0.5)
    line.sendall(b"=abc")
    assert heard(line).startswith("HTTP/1.1 422")
    assert "what was begun was finished" in served.process.communicate(timeout=30)[0]
    assert served.process.returncode == 0


def test_nobody_new_is_let_in_while_the_house_closes(serve):
    served = serve()
    with knock(served, b"POST /kode HTTP/1.1\r\nHost: x\r\nContent-Length: 8\r\n\r\n"):
        served.process.terminate()
        assert comes_true(lambda: is_refused(served))
        assert served.process.poll() is None


def test_a_house_without_visitors_closes_at_once(serve):
    served = serve()
    get(served, "/helse")
    with knock(served):
        begun = time.monotonic()
        served.close()
        assert time.monotonic() - begun < 15
    assert served.process.returncode == 0


def test_two_hundred_slow_clients_do_not_keep_a_child_waiting(open_house):
    slow = [knock(open_house, b"GET /helse HTTP/1.1\r\n") for _ in range(200)]
    assert get(open_house, "/helse")[0] == 200
    for line in slow:
        line.close()


def test_a_header_that_is_too_long_is_refused(open_house):
    line = knock(open_house, b"GET /helse HTTP/1.1\r\nHost: x\r\nX: " + b"x" * 20000 + b"\r\n\r\n")
    with suppress(ConnectionResetError):
        assert heard(line).startswith("HTTP/1.1 431")


def test_a_text_that_is_far_too_long_gets_a_page_in_plain_words(open_house):
    head = b"POST /kode HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 300000\r\n"
    kind = b"Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    told = heard(knock(open_house, head, kind, b"code=" + b"x" * 299995))
    assert told.startswith("HTTP/1.1 413")
    assert "<h1>" in told


def test_a_port_that_is_taken_is_said_in_one_line(run):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        told = run("serve", "--port", taken.getsockname()[1])
    assert told.exit_code == 1
    assert re.fullmatch(r"Error: 127\.0\.0\.1 port \d+ is taken: choose another with --port\n", told.output)


def test_an_open_address_without_https_is_refused_with_the_way_out(run):
    told = run("serve", "--host", "0.0.0.0", "--port", 0)
    assert told.exit_code == 1
    assert "--behind-proxy" in told.output


def test_an_address_that_is_none_of_ours_is_refused(run):
    assert run("serve", "--host", "192.0.2.1", "--port", 0, "--behind-proxy").exit_code == 1


def test_a_folder_is_served_once(serve, run):
    serve()
    told = run("serve", "--port", 0)
    assert told.exit_code == 1
    assert "being served by another process" in told.output


def test_nobody_restores_under_a_served_house(serve, run, tmp_path):
    assert run("backup", tmp_path / "b.tar").exit_code == 0
    serve()
    told = run("restore", tmp_path / "b.tar", "--force")
    assert told.exit_code == 1
    assert "stop that one first" in told.output


def test_the_first_administrator_gets_a_link_until_somebody_can_sign_in(serve, database):
    links = [re.search(r"http\S+/inn/lenke/(\S+)", serve_once(serve))[1] for _ in range(2)]
    assert links[0] != links[1]
    with database.writing() as db:
        accounts.set_password(db, links[1], "fire lange ord på rad", TODAY)
    assert "lenke" not in serve_once(serve)


def serve_once(serve) -> str:
    served = serve()
    served.close()
    return served.said


def test_where_accounts_are_no_link_is_given_away(serve, run):
    run("account", "add", "--name", "Ada", "--email", "ada@x.no", "--role", "administrator")
    assert "lenke" not in serve_once(serve)


def test_fresh_goes_with_the_demo_only(run):
    assert run("serve", "--fresh").exit_code == 2


def told_off(house, path: str, length: int, cookie: str = "") -> int:
    """The status of the answer to a body that says it is so long."""
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {length}\r\n{cookie}\r\n"
    return int(heard(knock(house, head.encode())).split()[1])


def test_a_long_body_is_not_even_listened_to_but_where_signed_in_people_hand_in_files(open_house):
    desk, signed_in = "/barnas-sider/opplesing/our-place/nb", "Cookie: signed_in=x\r\n"
    assert told_off(open_house, "/kode", 2_000_000, signed_in) == 413
    assert told_off(open_house, desk, 2_000_000) == 413
    assert told_off(open_house, desk, 200_000_000, signed_in) == 413
    head = (
        f"POST {desk} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2000000\r\n{signed_in}\r\n"
    )
    assert heard(knock(open_house, head.encode(), bytes(2_000_000))).startswith("HTTP/1.1 404")
