"""Help given: how somebody helps a child to answer, and who is there. It is told, and never judged.

Help to express one's views is the child's right, where it is needed: Convention on the Rights of Persons with
Disabilities, article 7 (3); General Comment 12, paragraph 21.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class How(StrEnum):
    """How somebody helps; several ways at once are common."""

    READ_ALOUD = "read_aloud"
    EXPLAINED = "explained"
    TYPED = "typed"
    FROM_PAPER = "from_paper"
    POINTED = "pointed"
    INTERPRETED_LANGUAGE = "interpreted_language"
    INTERPRETED_SIGNS = "interpreted_signs"
    ANOTHER_WAY = "another_way"


class Present(StrEnum):
    """Who is with the child."""

    PARENT = "parent"
    OTHER_GROWN_UP_AT_HOME = "other_grown_up_at_home"
    SCHOOL = "school"
    SERVICES = "services"
    INTERPRETER = "interpreter"
    FRIEND_OR_SIBLING = "friend_or_sibling"
    COORDINATOR = "coordinator"
    SOMEBODY_ELSE = "somebody_else"


@dataclass(frozen=True)
class Help:
    """What the child has said about it: nothing, where it has said nothing."""

    how: tuple[How, ...] = ()
    present: tuple[Present, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.how or self.present)


NO_HELP = Help()


def help_named(how: Iterable[str] = (), present: Iterable[str] = ()) -> Help:
    """The help with these names, each once and always in the same order; other names are passed by."""
    named_how, named_present = set(how), set(present)
    return Help(
        tuple(one for one in How if one in named_how), tuple(one for one in Present if one in named_present)
    )
