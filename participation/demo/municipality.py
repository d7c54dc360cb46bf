"""Municipality: Lyngvær as it stands on the day of the demo, made by the same acts as everything else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from participation.access import Role
from participation.demo.east import East, EastDoors
from participation.demo.people import Person, settle, the
from participation.demo.west import West, WestDoors
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
    east = East(db, people, surveys[GROUP_SURVEY], today).furnish(figures.draw)
    west = West(db, the(people, Role.COORDINATOR), surveys[CASE_SURVEY], today).furnish()
    return Doors(people, east, west)
