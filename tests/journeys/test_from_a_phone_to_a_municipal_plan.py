"""The group door: from a code on paper to a chapter in a municipal plan, and back to the child."""

import pytest

from participation.access import Role
from tests.journeys import steps

SAID = {"being_here": "bad", "outdoors": "unsafe", "unsafe_where": "Ved broa", "first": "Flere lys"}
OTHERS = [
    {"being_here": "good", "outdoors": "safe", "age_group": "under_9", "hear_back": {"at_school"}},
    {"being_here": "mixed", "outdoors": "mixed", "age_group": "from_9_to_12", "first": "Husker"},
]


@pytest.mark.on_both
def test_from_a_phone_to_a_municipal_plan(cast):
    from_a_phone_to_a_municipal_plan(cast)


def from_a_phone_to_a_municipal_plan(cast) -> None:
    planner = cast.staff(Role.PLANNER)
    child, codes = a_child_answers(cast, planner)
    card = steps.card_words(child)
    finishes(child)
    for n, code in enumerate(codes[1:]):
        steps.sends_in(cast.quick(), code, OTHERS[n % 2])
    the_planner_sums_up(planner, cast.staff(Role.LEADER))
    the_child_reads_what_happened(cast.somebody(), card)


def a_child_answers(cast, planner):
    steps.makes_a_matter(planner)
    steps.opens_a_consultation(planner)
    codes = steps.makes_codes(planner, 12)
    child = cast.somebody()
    steps.enters(child, codes[0].lower().replace("-", " "))
    assert "Hva som bygges" in child.text
    assert "Hvor mye den får koste" in child.text
    steps.begins(child)
    child.sends(press=steps.NOT_UNDERSTOOD)
    assert not child.offers(steps.NOT_UNDERSTOOD), "the explanation is there"
    steps.goes_back(child)
    steps.answers_all(child, SAID)
    assert "Ved broa" in child.text
    changes_her_mind(child)
    child.sends(to="/send")
    steps.stops(cast.somebody(), codes[-1])
    return child, codes


def changes_her_mind(child) -> None:
    child.follows("/first?back=review")
    child.sends(press=steps.NEXT, answer="Flere lykter")
    assert child.address.endswith("/les-over")
    assert "Flere lykter" in child.text
    assert "Flere lys" not in child.text


def finishes(child) -> None:
    code = child.address.split("/")[2]
    child.sends(to="/rydd-opp")
    child.goes(f"/svar/{code}/", status=410)


def the_planner_sums_up(planner, leader) -> None:
    planner.goes("/medvirkning/")
    planner.follows("/medvirkning/1/")
    planner.sends(to="/avslutt")
    steps.releases_the_numbers(planner)
    summary = planner.address
    assert "/oppsummering/" in summary
    planner.follows("/egne-ord")
    assert "Flere lykter" in planner.text
    planner.follows("/skriv")
    planner.sends(title="Stedet vårt", findings="Mange vil ha lys.", what_next="Vi bygger i vår.")
    planner.sends(to="/legg-fram")
    leader.goes(summary)
    leader.sends(to="/publiser")
    planner.goes("/medvirkning/1/svar")
    planner.sends(
        heard="Dere vil ha lys.", done="Det kommer lykter.", not_done="Ikke basseng. Det er for dyrt."
    )
    places_it(planner)


def places_it(planner) -> None:
    planner.goes("/kommunale-planer/")
    planner.follows("/ny")
    planner.sends(title="Oppvekstplan 2027", adopted_by="Kommunestyret")
    planner.follows("/legg-inn")
    planner.sends(piece="summary-1", chapter="Uterom", what_came_of_it="Lykter langs veien.")
    assert "Lykter langs veien." in planner.text
    assert "Stedet vårt" in planner.text
    planner.follows("/plan.pdf")
    assert planner.body.startswith(b"%PDF")
    planner.follows("/plan.docx")
    assert planner.body.startswith(b"PK")


def the_child_reads_what_happened(child, card) -> None:
    steps.enters(child, card.upper())
    assert "Ikke basseng. Det er for dyrt." in child.text
    child.follows("/oppsummeringer/")
    assert "Mange vil ha lys." in child.text
    assert "Flere lykter" not in child.text, "nobody's own words are published"
