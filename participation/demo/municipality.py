"""Municipality: Lyngvær as it stands on the day of the demo, made by the same acts as everything else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from participation.access import Role
from participation.casework import duty
from participation.demo.east import East, EastDoors
from participation.demo.people import Person, on_duty, settle, the
from participation.demo.west import West, WestDoors
from participation.rights.office_hours import USUAL_HOURS
from participation.storage.database import Session
from participation.surveys.definition import Survey
from participation.web import figures

GROUP_SURVEY, CASE_SURVEY = "our-place", "my-plan"


@dataclass(frozen=True)
class Doors:
    """What one needs to try every side of the house."""

    people: tuple[Person, ...]
    east: EastDoors
    west: WestDoors


def found(db: Session, surveys: Mapping[str, Survey], today: date) -> Doors:
    """Found the municipality in an empty database. Needs the application around it, to draw in its words."""
    people = settle(db, today)
    _name_duty(db, people, today)
    east = East(db, people, surveys[GROUP_SURVEY], today).furnish(figures.draw)
    west = West(db, the(people, Role.COORDINATOR), surveys[CASE_SURVEY], today).furnish()
    return Doors(people, east, west)


def _name_duty(db: Session, people: tuple[Person, ...], today: date) -> None:
    person, deputy = on_duty(people)
    ids = {"person_id": person.account_id or 0, "deputy_id": deputy.account_id or 0}
    duty.name(db, the(people, Role.ADMINISTRATOR), **ids, hours=USUAL_HOURS, today=today)
