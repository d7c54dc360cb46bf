"""The law: a paragraph number is shown only where somebody has read it."""

from datetime import date

import pytest

from participation.rights.law import PROVISIONS, Law, Mark, Provision, Topic, about


def provision(mark: Mark, section: str | None = "5-12") -> Provision:
    return Provision(Law.LOCAL_GOVERNMENT, section, Topic.YOUTH_COUNCIL, date(2026, 11, 21), mark)


def test_a_paragraph_that_was_found_is_printed():
    assert provision(Mark.FOUND).printed == "§ 5-12"


@pytest.mark.parametrize("mark", [Mark.FROM_MEMORY, Mark.UNSETTLED])
def test_a_paragraph_in_doubt_is_never_printed(mark):
    assert provision(mark).printed is None


def test_a_regulation_without_a_paragraph_is_named_alone():
    assert provision(Mark.FOUND, section=None).printed is None


def test_what_was_found_or_unsettled_has_the_day_it_was_read():
    assert all((each.mark is Mark.FROM_MEMORY) == (each.verified_on is None) for each in PROVISIONS)


def test_no_provision_is_listed_twice():
    assert len(set(PROVISIONS)) == len(PROVISIONS)


def test_twelve_laws_bid_the_services_work_together():
    assert len({each.law for each in about(Topic.COOPERATION)}) == 12


def test_the_education_act_of_2023_is_named_without_a_paragraph():
    (education,) = [each for each in about(Topic.COOPERATION) if each.law is Law.EDUCATION]
    assert education.printed is None


@pytest.mark.parametrize("topic", Topic)
def test_every_topic_has_a_provision_to_lean_on(topic):
    assert about(topic)


def test_every_law_we_name_is_leaned_on():
    assert {each.law for each in PROVISIONS} == set(Law)
