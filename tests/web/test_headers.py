"""What every answer carries, whatever its status: OWASP ASVS 5.0, 3.3 and 3.4."""

import gzip
import io

import pytest
from werkzeug.datastructures import Headers

from participation.web.security import LASTING, PAGE_POLICY, PICTURE_POLICY

pytestmark = pytest.mark.xdist_group("doors")
STATUSES = {
    "a page": ("GET", "/", {}, 200),
    "not there": ("GET", "/finnes-ikke", {}, 404),
    "wrong method": ("PUT", "/", {}, 405),
    "forged": ("POST", "/kode", {"headers": {"Sec-Fetch-Site": "cross-site"}}, 400),
    "forged, by an older browser": ("POST", "/kode", {"headers": {"Origin": "https://evil.example"}}, 400),
    "sent from here": ("POST", "/kode", {"headers": {"Origin": "http://localhost"}}, 422),
    "mistyped": ("POST", "/kode", {"data": {"code": "x"}}, 422),
    "too long": ("POST", "/kode", {"data": {"code": "x" * 300_000}}, 413),
    "a way out": ("GET", "/ut", {}, 303),
    "another language": ("GET", "/?lang=nn", {}, 302),
    "style": ("GET", "/static/site.css", {}, 200),
    "no such file": ("GET", "/static/nothing.css", {}, 404),
}


@pytest.fixture
def broken(app):
    """A house in which the front page falls over."""
    app.view_functions["public.home"] = lambda: 1 / 0
    return app.test_client()


def scripts_in(policy: str) -> set[str]:
    """Where scripts may come from: from us alone, or from nowhere."""
    return {source for part in policy.split(";") if "script-src" in part for source in part.split()[1:]}


def check(headers: Headers) -> None:
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert scripts_in(headers["Content-Security-Policy"]) <= {"'self'"}
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    lent = headers["Permissions-Policy"].split(", ")
    assert {"camera=()", "microphone=()", "geolocation=()"} <= set(lent)
    assert all(name.endswith("=()") for name in lent)
    assert not [name for name, _ in headers if name.startswith("Access-Control")]
    assert "charset=utf-8" in headers["Content-Type"] or not headers["Content-Type"].startswith("text/")


@pytest.mark.parametrize("name", STATUSES)
def test_every_status_is_guarded(client, name):
    method, address, given, status = STATUSES[name]
    answer = client.open(address, method=method, buffered=True, **given)
    assert answer.status_code == status
    check(answer.headers)


def test_a_page_that_falls_over_is_guarded_and_tells_nothing(broken):
    answer = broken.get("/")
    assert answer.status_code == 500
    check(answer.headers)
    assert "ZeroDivisionError" not in answer.text
    assert "Traceback" not in answer.text


def test_every_door_is_guarded_and_nothing_but_sounds_and_films_is_kept_by_the_browser(visits):
    for visit in visits:
        headers = Headers(visit.headers)
        check(headers)
        kept = visit.status == 200 and visit.endpoint in LASTING
        assert (headers["Cache-Control"] == "no-store") is not kept, visit.name


def test_a_page_may_load_nothing_but_its_own_style_pictures_scripts_and_sounds(client):
    policy = dict(part.strip().split(" ", 1) for part in PAGE_POLICY.split(";"))
    assert policy["default-src"] == "'none'"
    for ours in ("style-src", "font-src", "img-src", "script-src", "connect-src", "media-src", "form-action"):
        assert policy.pop(ours) == "'self'"
    assert policy.pop("base-uri") == policy.pop("frame-ancestors") == policy.pop("default-src") == "'none'"
    assert policy == {}
    assert client.get("/").headers["Content-Security-Policy"] == PAGE_POLICY


def cookies_of(answer) -> dict[str, set[str]]:
    parts = [cookie.split("; ") for cookie in answer.headers.getlist("Set-Cookie")]
    return {first.split("=")[0]: set(rest) for first, *rest in parts}


def test_cookies_are_out_of_reach(client, municipality):
    cookies = cookies_of(client.get(f"/svar/{municipality.named['answers.code']}/"))
    cookies |= cookies_of(client.get("/?lang=nn"))
    assert set(cookies) == {"browser", "language"}
    for kept in cookies.values():
        assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= kept
        assert not [part for part in kept if part.startswith("Domain")]


def test_over_https_cookies_are_bound_to_this_house_alone(over_https, municipality):
    client = over_https.test_client()
    address = f"https://localhost/svar/{municipality.named['answers.code']}/"
    cookies = cookies_of(client.get(address)) | cookies_of(client.get("https://localhost/?lang=nn"))
    assert set(cookies) == {"__Host-browser", "__Host-language"}
    assert all({"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= kept for kept in cookies.values())


def test_over_https_the_browser_never_comes_back_without(over_https):
    for address in ("/", "/finnes-ikke", "/static/site.css"):
        headers = over_https.test_client().get(f"https://localhost{address}", buffered=True).headers
        assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_a_stranger_gets_no_cookie_for_only_looking(client):
    assert "Set-Cookie" not in client.get("/hjelp").headers
    assert "Set-Cookie" not in client.get("/oppsummeringer").headers


def test_a_spoofed_address_is_not_believed(client):
    answer = client.get("/", headers={"X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example"})
    assert "evil.example" not in answer.text
    assert "Strict-Transport-Security" not in answer.headers


@pytest.mark.parametrize(
    "sent", [{"code": "\x00"}, {"code": "\ud800"}, {"code": "\u202e" * 50}, {}], ids=repr
)
def test_strange_signs_get_an_ordinary_no(client, sent):
    data = {name: value.encode("utf-8", "surrogatepass") for name, value in sent.items()}
    assert client.post("/kode", data=data).status_code in {400, 422}


def test_files_and_very_many_fields_are_refused(client):
    many = {f"field{n}": "x" for n in range(1500)}
    assert client.post("/kode", data=many).status_code in {413, 422}
    upload = {"code": (io.BytesIO(b"x" * 300_000), "code.txt")}
    assert client.post("/kode", data=upload, content_type="multipart/form-data").status_code == 413


def test_what_only_serves_a_page_says_little(client):
    served = client.get("/static/child.js", headers={"Accept-Encoding": "gzip"}, buffered=True)
    assert served.headers["Content-Security-Policy"] == PICTURE_POLICY
    assert b"  " not in gzip.decompress(served.data)
    assert client.get("/static/nothing.js").headers["Content-Security-Policy"] == PAGE_POLICY


def test_a_way_on_carries_nothing_to_read(client):
    answer = client.get("/ut")
    assert (answer.status_code, answer.data) == (303, b"")
