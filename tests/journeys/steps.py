"""Steps that several journeys share. A visitor can go, follow and send: with a browser or without."""

import re
from datetime import timedelta

from participation.access import Role
from tests.conftest import TODAY

PASSWORD = "fire løse ord om fjorden"
IN_A_WEEK, IN_A_MONTH, LATER = (TODAY + timedelta(days=n) for n in (7, 30, 60))
NEXT, SKIP, NOT_UNDERSTOOD = "go=next", "go=skip", "go=not_understood"


def signs_in(visitor, token: str, role: Role) -> None:
    """Use the one-time link, choose a password, and sign in with it."""
    visitor.goes(f"/inn/lenke/{token}")
    visitor.sends(password=PASSWORD, again=PASSWORD)
    visitor.sends(email=f"{role.name.lower()}@lyngvaer.example", password=PASSWORD)
    assert visitor.address == "/kontor/"


def makes_a_matter(planner) -> None:
    planner.goes("/kontor/")
    planner.follows("/til-behandling/")
    planner.follows("/ny")
    planner.sends(
        title="Ny lekeplass i sentrum",
        about="Kommunen skal bygge en lekeplass.",
        decided_by="Kommunestyret",
        decision_on=LATER,
        can_change="Hva som bygges",
        fixed="Hvor mye den får koste",
    )


def opens_a_consultation(planner, survey: str = "our-place") -> None:
    """From the page of the matter: choose the questions and declare the rest."""
    planner.follows("/medvirkning/ny/")
    planner.follows(f"survey={survey}")
    planner.sends(
        rung=5, breakdowns={"age_group"}, read_by="Planleggeren", closes_on=IN_A_WEEK, answer_on=IN_A_MONTH
    )


def makes_codes(planner, n: int, kind: str = "single") -> list[str]:
    """From the page of the consultation, and back to it. The codes are on paper only."""
    planner.follows("/koder")
    planner.sends(kind=kind, n=n)
    codes = planner.all_of("code")
    planner.follows("/medvirkning/")
    assert len(codes) == (n if kind == "single" else 1)
    return codes


def enters(visitor, typed: str) -> None:
    """Type a code or the words of a card on the first page."""
    visitor.goes("/")
    visitor.sends(to="/kode", code=typed)


def begins(child) -> None:
    child.sends(to="/begynn")


def answers_all(child, said: dict[str, object]) -> None:
    """Page after page: what this child has to say, and skip where there is nothing."""
    for _ in range(40):
        name = child.address.split("?")[0].rsplit("/", 1)[-1]
        if name == "les-over":
            return
        if name in said:
            child.sends(press=NEXT, answer=said[name])
        else:
            child.sends(press=SKIP if child.offers(SKIP) else NEXT)
    raise AssertionError(f"never came to the end: {child.address}")


def goes_back(child) -> None:
    """Past a question, back to it, and there it stands as it was left."""
    first = child.address
    child.sends(press=SKIP)
    assert child.address != first
    child.follows(first)
    assert child.address == first


def stops(child, code: str) -> None:
    """Begin, say something, think better of it, and leave nothing behind."""
    child.goes(f"/svar/{code}/")
    begins(child)
    child.sends(press=SKIP)
    child.follows("/stopp")
    child.sends(to="/slett")
    assert child.address.split("?")[0].endswith("/ferdig-her")
    child.goes(f"/svar/{code}/")
    assert not [box for box in child.all_of("panel") if "?" in box], "nobody is asked whether to go on"


def sends_in(child, code: str, said: dict[str, object]) -> None:
    """A child in a hurry: straight to what there is something to say to, and send."""
    child.goes(f"/svar/{code}/")
    begins(child)
    for name, answer in said.items():
        child.goes(f"/svar/{code}/{name}")
        child.sends(press=NEXT, answer=answer)
    child.goes(f"/svar/{code}/les-over")
    child.sends(to="/send")


def card_words(child) -> str:
    """What stands on the card, as the child may write it down."""
    [words] = child.all_of("words")
    assert re.fullmatch(r"\w+( \w+){4,5}", words), words
    return words


def releases_the_numbers(planner) -> None:
    """From the page after closing: confirmed, worked out, seen as a pattern, released."""
    desk = planner.address.partition("velg")[0]
    planner.sends()
    planner.sends(to="/regn-ut")
    planner.goes(desk)
    planner.sends(to="/frigi")
