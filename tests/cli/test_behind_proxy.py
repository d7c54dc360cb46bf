"""Behind a proxy that speaks https: every visitor is known apart, and no link is plain http."""

from http.client import HTTPConnection

import pytest
from flask import request

from participation import create_app
from participation.storage import codes
from participation.storage.limits import FROM_ONE_PLACE

WRONG = "/svar/" + next(
    "BCD-FGH-JK" + sign for sign in codes.SIGNS if codes.is_well_typed("BCD-FGH-JK" + sign)
)


def visit(house, path: str, visitor: str) -> int:
    connection = HTTPConnection("127.0.0.1", house.port, timeout=20)
    connection.request("GET", path, headers={"X-Forwarded-For": visitor, "X-Forwarded-Proto": "https"})
    status = connection.getresponse().status
    connection.close()
    return status


def test_who_guesses_shuts_the_door_for_nobody_else(serve):
    served = serve("--behind-proxy")
    tried = [visit(served, WRONG + "/", "198.51.100.1") for _ in range(FROM_ONE_PLACE + 1)]
    assert (tried[0], tried[-1]) == (404, 429)
    assert visit(served, WRONG + "/", "203.0.113.9") == 404


def test_all_addresses_of_one_line_at_home_count_as_one(serve):
    served = serve("--behind-proxy")
    tried = [visit(served, WRONG + "/", f"2001:db8::{n:x}") for n in range(FROM_ONE_PLACE + 1)]
    assert tried[-1] == 429
    assert visit(served, WRONG + "/", "2001:db8:0:1::1") == 404


def test_what_looks_like_no_code_is_not_counted(serve):
    served = serve("--behind-proxy")
    tried = {visit(served, "/svar/x/", "198.51.100.1") for _ in range(FROM_ONE_PLACE + 1)}
    assert tried == {404}


@pytest.mark.parametrize("forwarded", [{}, {"X-Forwarded-Proto": "http"}])
def test_under_https_no_link_is_plain_http(folder, forwarded):
    app = create_app(FOLDER=str(folder), HTTPS=True, TRUSTED_PROXIES=1, TESTING=True)
    seen = []
    app.before_request(lambda: seen.append(request.scheme))
    app.test_client().get("/", headers=forwarded)
    app.extensions["database"].close()
    assert seen == ["https"]
