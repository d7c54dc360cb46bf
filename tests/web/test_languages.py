"""A link that changes the language leads back to the same page, and nowhere else."""

import pytest


def test_the_page_is_shown_again_in_the_language_that_was_picked(client):
    answer = client.get("/inn/?lang=nn&done=out&level=simple&evil=1")
    assert answer.headers["Location"] == "/inn/?done=out"
    assert {cookie.split("=")[0] for cookie in answer.headers.getlist("Set-Cookie")} >= {"language", "level"}


@pytest.mark.parametrize(
    "path", ["/%09/evil.example", "//evil.example", "/%0a/evil.example", "/%5c/evil.example"]
)
def test_nobody_is_led_to_another_house(client, path):
    answer = client.get(f"{path}?lang=nb")
    assert answer.status_code in {308, 404}
    assert not answer.headers.get("Location", "/").startswith("//")


@pytest.mark.parametrize("path", ["/frigivelse/1/regn-ut", "/oppsummering/1/publiser"])
def test_from_what_only_takes_forms_the_languages_lead_to_its_page(client, path):
    page = client.post(path, headers={"Sec-Fetch-Site": "cross-site"}).text
    assert f'href="{path.rpartition("/")[0]}/?lang=nn"' in page


def test_a_name_behind_the_question_mark_that_breaks_a_header_is_left_out(client):
    assert client.get("/?lang=nb&a%0d%0ax=1").headers["Location"] == "/"
    assert client.get("/?lang=nb&done=a%0d%0ab").headers["Location"].isascii()
