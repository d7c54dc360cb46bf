"""On duty: whom a child reaches and when, and what waits there for those who read it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from participation import accounts
from participation.access import Actor
from participation.casework import concerns, contacts, duty
from participation.casework.concerns import Concern
from participation.casework.contacts import ContactWish
from participation.rights import deadlines
from participation.rights.office_hours import LONGEST_WAIT_TO_READ, OfficeHours, next_working_day
from participation.web import help_lines
from participation.web.current import Session, on_the_wall, today


@dataclass(frozen=True)
class OnDuty:
    """Those who read what is serious, by name, and their hours."""

    person: str
    deputy: str
    person_id: int | None
    deputy_id: int | None
    hours: OfficeHours

    @property
    def is_named(self) -> bool:
        return bool(self.person and self.deputy)

    @property
    def hours_text(self) -> str:
        return help_lines.weekdays(self.hours.opens, self.hours.closes)

    @property
    def read_by(self) -> datetime:
        """When it is read at the latest, if it is sent now."""
        return self.hours.read_by(on_the_wall())

    @property
    def day_for_contact(self) -> date:
        """The day by which somebody has read a wish to be contacted that is sent today."""
        return next_working_day(today())

    def without(self, account_id: int) -> list[str]:
        """The names of those who are left when this person is not to read it."""
        named = {self.person_id: self.person, self.deputy_id: self.deputy}
        return [name for one, name in named.items() if one != account_id]


@dataclass(frozen=True)
class Waiting:
    """A concern, and how long the child has waited in office hours."""

    concern: Concern
    waited: timedelta

    @property
    def hours(self) -> int:
        return int(self.waited.total_seconds() // 3600)

    @property
    def is_late(self) -> bool:
        return not self.concern.is_seen and self.waited > LONGEST_WAIT_TO_READ


@dataclass(frozen=True)
class Wished:
    """A wish to be contacted, and whether the promised day has gone by."""

    wish: ContactWish
    is_late: bool


def now(db: Session) -> OnDuty:
    named, names = duty.now(db), accounts.names(db)
    person, deputy = (names.get(one or 0, "") for one in (named.person_id, named.deputy_id))
    return OnDuty(person, deputy, named.person_id, named.deputy_id, named.hours)


def concerns_for(db: Session, actor: Actor) -> list[Waiting]:
    hours, clock = duty.now(db).hours, on_the_wall()
    return [Waiting(c, hours.waited(c.sent_at, clock)) for c in concerns.concerns_of(db, actor)]


def wishes_for(db: Session, actor: Actor) -> list[Wished]:
    return [_wished(wish) for wish in contacts.wishes_for(db, actor)]


def for_desk(db: Session, actor: Actor) -> dict[str, list[Waiting] | list[Wished]]:
    """What waits on the desk: what is not closed, and what is not done."""
    return {
        "concerns": [one for one in concerns_for(db, actor) if not one.concern.is_closed],
        "wishes": [one for one in wishes_for(db, actor) if one.wish.done_on is None],
    }


def _wished(wish: ContactWish) -> Wished:
    promised = next_working_day(wish.asked_on)
    return Wished(wish, wish.done_on is None and deadlines.overdue(promised, today()))
