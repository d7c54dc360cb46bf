"""A link that changes the language leads back to the same page, and nowhere else."""

from datetime import date

import pytest

from participation.access import Role
from participation.web.catalogues import catalogues
from participation.web.language import KNOWN, known, speaking
from tests.journeys.reader import Reader


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


@pytest.mark.parametrize("code", [*KNOWN, "xx", "qaa", "uz-Cyrl"])
def test_every_language_has_dates_and_numbers_even_one_nobody_knows(app, code):
    tongue = known(code)
    with app.test_request_context(), speaking(code):
        assert "2026" in tongue.date(date(2026, 11, 21)) or "٢٠٢٦" in tongue.date(date(2026, 11, 21))
    assert tongue.dir in {"ltr", "rtl"}
    assert tongue.name


def test_a_language_that_borrows_dates_keeps_its_own_words():
    assert str(KNOWN["smj"].locale) == "nb@smj"
    assert KNOWN["smj"].date(date(2026, 11, 21)) == KNOWN["nb"].date(date(2026, 11, 21))


def test_a_month_is_bent_in_northern_sami():
    assert KNOWN["se"].date(date(2026, 11, 21)) == "skábmamánu 21. b. 2026"


def test_there_is_room_for_the_languages_children_here_speak():
    assert {"se", "smj", "sma", "uk", "ar", "pl", "so", "ti", "prs", "ckb", "kmr"} <= set(KNOWN)
    assert {code for code in KNOWN if KNOWN[code].dir == "rtl"} == {"ar", "prs", "ckb"}


@pytest.mark.parametrize("asked", ["xx", "../nb", "se; q=x", "nb@simple"])
def test_an_unknown_language_is_passed_over(client, asked):
    client.set_cookie("language", asked)
    assert client.get("/", headers={"Accept-Language": asked}).status_code == 200
    assert client.get(f"/?lang={asked}").status_code == 302


def test_a_catalogue_nobody_has_read_says_so(tmp_path):
    for code, head in {"nb": "", "se": '"X-Read-By: nobody yet\\n"', "pl": '"X-Read-By: A B\\n"'}.items():
        (tmp_path / code / "LC_MESSAGES").mkdir(parents=True)
        (tmp_path / code / "LC_MESSAGES" / "messages.po").write_text(f'msgid ""\nmsgstr ""\n{head}\n\nmsgid')
    told = {one.code: one for one in catalogues(tmp_path)}
    assert told["se"].is_unread
    assert not told["pl"].is_unread
    assert not told["nb"].is_unread


@pytest.mark.parametrize("level", ["simple", "pictures"])
def test_who_picked_easy_words_reads_plain_norwegian_and_else_the_usual(client, level):
    usual = client.get("/hjelp").text
    client.set_cookie("level", level)
    plain = client.get("/hjelp").text
    assert "Ingen leser her om natten." in plain
    assert "Ingen leser her om natten." not in usual
    assert "Hvor du kan få hjelp" in plain
    assert "Hvor du kan få hjelp" in usual


def test_easy_words_leave_other_languages_as_they_are(client):
    client.set_cookie("level", "simple")
    client.set_cookie("language", "nn")
    assert "Ingen leser her om natten." not in client.get("/hjelp").text


def test_whoever_looks_after_the_pages_sees_which_languages_nobody_has_read(signed_in, municipality):
    planner = Reader(signed_in(municipality.people[Role.PLANNER]))
    planner.goes("/barnas-sider/?lang=nb")
    pages = planner.text.partition("Språk på sidene")[2].partition("Språk i spørsmålene")[0]
    told = pages.partition("Davvisámegiella")[2]
    assert "Ikke lest ennå av en som har språket som morsmål" in told
    assert "Ikke lest" not in pages.partition("English")[0]


UNREAD = "Not yet read by a native reader Davvisámegiella, Українська, العربية, Polski, Soomaali"


def test_whoever_opens_a_round_is_told_first_which_languages_nobody_has_read(signed_in, municipality):
    planner = Reader(signed_in(municipality.people[Role.PLANNER]))
    planner.goes(f"/medvirkning/ny/{municipality.named['matter_id']}?lang=en")
    assert f"Bokmål, Nynorsk, English{UNREAD}" in " ".join(planner.text.split())
    planner.goes(f"/medvirkning/ny/{municipality.named['matter_id']}?survey=our-place")
    assert UNREAD in " ".join(planner.text.split())


def test_whoever_invites_a_child_is_told_first_which_languages_nobody_has_read(signed_in, municipality):
    coordinator = Reader(signed_in(municipality.people[Role.COORDINATOR]))
    coordinator.goes(f"/saker/{municipality.named['case_id']}/inviter?lang=en")
    assert UNREAD in " ".join(coordinator.text.split())
