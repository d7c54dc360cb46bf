"""Signing in, as somebody who works here meets it."""

import pytest

from participation.accounts import WRONG_PASSWORDS
from participation.web.current import SESSION_COOKIE
from tests.journeys.reader import Reader

PASSWORD = "fire løse ord om fjorden"
EMAIL = "ny@lyngvaer.example"


@pytest.fixture
def visitor(client) -> Reader:
    client.set_cookie("language", "en")
    return Reader(client)


@pytest.fixture
def settled(visitor, municipality) -> Reader:
    """Somebody who has used the one-time link and chosen a password."""
    visitor.goes(f"/inn/lenke/{municipality.named['token']}")
    visitor.sends(password=PASSWORD, again=PASSWORD)
    return visitor


def cookie_of(answer) -> str:
    return next(
        c
        for c in answer.headers.getlist("Set-Cookie")
        if c.startswith((f"{SESSION_COOKIE}=", f"__Host-{SESSION_COOKIE}="))
    )


def sign_in(client, email=EMAIL, password=PASSWORD):
    token = Reader(client)
    token.goes("/inn/")
    given = {"csrf_token": token.page.forms[0].fields["csrf_token"], "email": email, "password": password}
    return client.post("/inn/", data=given)


def test_a_link_leads_to_a_password_of_ones_own(settled):
    assert settled.address == "/inn/?done=password"
    assert "Your password is set." in settled.text
    settled.sends(email=EMAIL, password=PASSWORD)
    assert settled.address == "/kontor/"


def test_a_used_link_says_so_in_plain_words(settled, municipality):
    settled.goes(f"/inn/lenke/{municipality.named['token']}", status=404)
    assert "This link does not work any more" in settled.text
    assert "Ask your administrator for a new link." in settled.text


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"password": "kort", "again": "kort"}, "This is too short."),
        ({"password": "x" * 129, "again": "x" * 129}, "This is too long."),
        ({"password": "passord" * 3, "again": "passord" * 3}, "This is too easy to guess."),
        ({"password": PASSWORD, "again": "noe annet"}, "The two passwords are not alike."),
        ({"password": "", "again": ""}, "Write a password."),
    ],
    ids=lambda given: "" if isinstance(given, dict) else given,
)
def test_a_poor_password_is_explained_and_the_link_still_works(visitor, municipality, given, told):
    visitor.goes(f"/inn/lenke/{municipality.named['token']}")
    assert "At least 15 characters and at most 128." in visitor.text
    visitor.sends(**given, status=422)
    assert told in visitor.text
    visitor.sends(password=PASSWORD, again=PASSWORD)
    assert visitor.address == "/inn/?done=password"


def test_wrong_and_unknown_get_the_same_words(settled):
    texts = []
    for email in (EMAIL, "ingen@lyngvaer.example"):
        settled.sends(email=email, password="noe helt annet", status=422)
        texts.append(settled.text)
    assert texts[0] == texts[1]
    assert "do not belong together" in texts[0]


def test_what_was_typed_is_kept_and_the_password_is_not(settled):
    settled.sends(email=EMAIL, password="noe helt annet", status=422)
    assert settled.page.forms[0].fields["email"] == EMAIL
    assert settled.page.forms[0].fields["password"] in {None, ""}
    settled.sends(password=PASSWORD)
    assert settled.address == "/kontor/"


def test_too_many_tries_have_to_wait(settled):
    for _ in range(WRONG_PASSWORDS):
        settled.sends(email=EMAIL, password="feil", status=422)
    settled.sends(email=EMAIL, password=PASSWORD, status=429)


def test_a_sign_in_that_is_not_filled_in_says_what_is_missing(visitor):
    visitor.goes("/inn/")
    visitor.sends(status=422)
    assert "Write your e-mail address." in visitor.text
    assert "Write your password." in visitor.text


def test_who_is_signed_in_is_taken_to_the_desk(settled):
    settled.sends(email=EMAIL, password=PASSWORD)
    settled.goes("/inn/")
    assert settled.address == "/kontor/"


def test_nobody_is_led_anywhere_else_by_the_address(client, settled):
    settled.goes("/inn/?next=https://example.org/")
    settled.sends(email=EMAIL, password=PASSWORD)
    assert settled.address == "/kontor/"


def test_scripts_and_other_sites_cannot_take_the_session(client, settled):
    cookie = cookie_of(sign_in(client))
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie
    assert "Expires" not in cookie, "it goes when the browser is closed"


def test_over_https_the_session_goes_nowhere_else(over_https, municipality):
    client = over_https.test_client()
    reader = Reader(client)
    reader.goes(f"https://localhost/inn/lenke/{municipality.named['token']}")
    token = reader.page.forms[0].fields["csrf_token"]
    given = {"csrf_token": token, "password": PASSWORD, "again": PASSWORD}
    client.post(f"https://localhost/inn/lenke/{municipality.named['token']}", data=given)
    page = client.get("https://localhost/inn/").text
    token = page.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]
    given = {"csrf_token": token, "email": EMAIL, "password": PASSWORD}
    assert "Secure" in cookie_of(client.post("https://localhost/inn/", data=given))


def test_signing_out_ends_the_session_and_clears_the_browser(client, settled):
    settled.sends(email=EMAIL, password=PASSWORD)
    token = settled.page.forms[0].fields["csrf_token"]
    answer = client.post("/inn/ut", data={"csrf_token": token})
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert answer.location == "/inn/?done=out"
    client.set_cookie(SESSION_COOKIE, "the same cookie, put back")
    assert client.get("/kontor/").status_code == 404


def test_another_site_cannot_sign_anybody_out(client, settled):
    settled.sends(email=EMAIL, password=PASSWORD)
    assert client.post("/inn/ut").status_code == 400
    settled.goes("/kontor/")
