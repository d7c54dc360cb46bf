"""Law: the Norwegian provisions we lean on, each with how sure we are; a doubtful number is never printed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Law(StrEnum):
    """Acts and regulations, by the short name they go by."""

    CONSTITUTION = "grunnloven"
    HUMAN_RIGHTS = "menneskerettsloven"
    PUBLIC_ADMINISTRATION = "forvaltningsloven"
    CHILDREN = "barnelova"
    LOCAL_GOVERNMENT = "kommuneloven"
    PARTICIPATION_BODIES = "forskrift om medvirkningsordninger"
    PLANNING = "plan- og bygningsloven"
    CHILD_WELFARE = "barnevernsloven"
    PATIENT_RIGHTS = "pasient- og brukerrettighetsloven"
    HEALTH_AND_CARE = "helse- og omsorgstjenesteloven"
    SPECIALIST_HEALTH = "spesialisthelsetjenesteloven"
    DENTAL = "tannhelsetjenesteloven"
    INDIVIDUAL_PLAN = "forskrift om individuell plan"
    EDUCATION = "opplæringslova"
    PRIVATE_SCHOOLS = "privatskolelova"
    KINDERGARTENS = "barnehageloven"
    LABOUR_AND_WELFARE = "nav-loven"
    SOCIAL_SERVICES = "sosialtjenesteloven"
    CRISIS_CENTRES = "krisesenterlova"
    FAMILY_COUNSELLING = "familievernkontorloven"
    INTEGRATION = "integreringsloven"
    PENAL = "straffeloven"


class Topic(StrEnum):
    """What a provision is about, in the words this house uses it for."""

    HEARD = "heard"
    BEST_INTERESTS = "best_interests"
    CONVENTION_IS_LAW = "convention_is_law"
    COOPERATION = "cooperation"
    COORDINATOR = "coordinator"
    CHILD_COORDINATOR = "child_coordinator"
    INDIVIDUAL_PLAN = "individual_plan"
    YOUTH_COUNCIL = "youth_council"
    PLANNING = "planning"
    CHILDREN_IN_PLANNING = "children_in_planning"
    PREVENTION_PLAN = "prevention_plan"
    INTERNAL_CONTROL = "internal_control"
    REPORT = "report"
    AVERT = "avert"


class Mark(StrEnum):
    """How sure we are of the section's number."""

    FOUND = "found"
    UNSETTLED = "unsettled"
    """Found, but a newer act has been adopted or the wording may have moved."""
    FROM_MEMORY = "from_memory"


@dataclass(frozen=True)
class Provision:
    law: Law
    section: str | None
    topic: Topic
    verified_on: date | None
    mark: Mark

    @property
    def printed(self) -> str | None:
        """The section as it may be shown; None where only the name of the law is safe to say."""
        return f"§ {self.section}" if self.section and self.mark is Mark.FOUND else None


def about(topic: Topic) -> tuple[Provision, ...]:
    """The provisions to name where this topic comes up."""
    return tuple(provision for provision in PROVISIONS if provision.topic is topic)


_READ_ON = date(2026, 11, 21)


def _found(law: Law, section: str | None, topic: Topic) -> Provision:
    return Provision(law, section, topic, _READ_ON, Mark.FOUND)


def _unsettled(law: Law, section: str, topic: Topic) -> Provision:
    return Provision(law, section, topic, _READ_ON, Mark.UNSETTLED)


def _remembered(law: Law, section: str, topic: Topic) -> Provision:
    return Provision(law, section, topic, None, Mark.FROM_MEMORY)


PROVISIONS: tuple[Provision, ...] = (
    _found(Law.CONSTITUTION, "104", Topic.HEARD),
    _unsettled(Law.CHILDREN, "31", Topic.HEARD),
    _remembered(Law.PUBLIC_ADMINISTRATION, "17", Topic.HEARD),
    _found(Law.CHILD_WELFARE, "1-4", Topic.HEARD),
    _remembered(Law.PATIENT_RIGHTS, "3-1", Topic.HEARD),
    _found(Law.PATIENT_RIGHTS, "4-4", Topic.HEARD),
    _found(Law.CONSTITUTION, "104", Topic.BEST_INTERESTS),
    _found(Law.CHILD_WELFARE, "1-3", Topic.BEST_INTERESTS),
    _remembered(Law.HUMAN_RIGHTS, "3", Topic.CONVENTION_IS_LAW),
    # The twelve duties to work together; the education act of 1998 had § 15-8, the act of 2023 replaced it.
    _found(Law.CHILD_WELFARE, "15-8", Topic.COOPERATION),
    _found(Law.FAMILY_COUNSELLING, "1 a", Topic.COOPERATION),
    _remembered(Law.EDUCATION, "24-1", Topic.COOPERATION),
    _found(Law.SPECIALIST_HEALTH, "2-1 e", Topic.COOPERATION),
    _unsettled(Law.PRIVATE_SCHOOLS, "3-6 a", Topic.COOPERATION),
    _found(Law.KINDERGARTENS, "2 b", Topic.COOPERATION),
    _found(Law.LABOUR_AND_WELFARE, "15 a", Topic.COOPERATION),
    _found(Law.CRISIS_CENTRES, "4", Topic.COOPERATION),
    _found(Law.SOCIAL_SERVICES, "13", Topic.COOPERATION),
    _found(Law.HEALTH_AND_CARE, "3-4", Topic.COOPERATION),
    _found(Law.DENTAL, "1-4 a", Topic.COOPERATION),
    _found(Law.INTEGRATION, "50", Topic.COOPERATION),
    _found(Law.PATIENT_RIGHTS, "2-5 b", Topic.COORDINATOR),
    _found(Law.HEALTH_AND_CARE, "7-2", Topic.COORDINATOR),
    _found(Law.PATIENT_RIGHTS, "2-5 c", Topic.CHILD_COORDINATOR),
    _found(Law.HEALTH_AND_CARE, "7-2 a", Topic.CHILD_COORDINATOR),
    _found(Law.INDIVIDUAL_PLAN, None, Topic.INDIVIDUAL_PLAN),
    _remembered(Law.PATIENT_RIGHTS, "2-5", Topic.INDIVIDUAL_PLAN),
    _remembered(Law.HEALTH_AND_CARE, "7-1", Topic.INDIVIDUAL_PLAN),
    _remembered(Law.CHILD_WELFARE, "15-9", Topic.INDIVIDUAL_PLAN),
    _found(Law.LOCAL_GOVERNMENT, "5-12", Topic.YOUTH_COUNCIL),
    _found(Law.PARTICIPATION_BODIES, None, Topic.YOUTH_COUNCIL),
    _found(Law.PLANNING, "5-1", Topic.PLANNING),
    _found(Law.PLANNING, "3-3", Topic.CHILDREN_IN_PLANNING),
    _found(Law.CHILD_WELFARE, "15-1", Topic.PREVENTION_PLAN),
    _found(Law.LOCAL_GOVERNMENT, "25-1", Topic.INTERNAL_CONTROL),
    _remembered(Law.CHILD_WELFARE, "13-2", Topic.REPORT),
    _found(Law.PENAL, "196", Topic.AVERT),
)
