"""Words for the help a child had with answering, to the child and to the coordinator, and what came of it."""

from collections.abc import Mapping

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _

from participation.casework.corrections import CameOut
from participation.rights.help_given import Help, How, Present
from participation.web.language import listed

HELP_FOR_CHILDREN: Mapping[How, LazyString] = {
    How.READ_ALOUD: _("Somebody reads aloud to me"),
    How.EXPLAINED: _("Somebody says it in other words"),
    How.TYPED: _("Somebody types what I say"),
    How.FROM_PAPER: _("I wrote on paper first"),
    How.POINTED: _("I point, and somebody presses"),
    How.INTERPRETED_LANGUAGE: _("Somebody says it in my language"),
    How.INTERPRETED_SIGNS: _("Somebody tells what I mean with signs, pictures or looks"),
    How.ANOTHER_WAY: _("Somebody helps me in another way"),
}

PRESENT_FOR_CHILDREN: Mapping[Present, LazyString] = {
    Present.PARENT: _("Mum, dad or another parent"),
    Present.OTHER_GROWN_UP_AT_HOME: _("Another grown-up I live with"),
    Present.SCHOOL: _("Somebody from school or kindergarten"),
    Present.SERVICES: _("Somebody who helps me or my family"),
    Present.INTERPRETER: _("An interpreter"),
    Present.FRIEND_OR_SIBLING: _("A friend, a sister or a brother"),
    Present.COORDINATOR: _("My coordinator"),
    Present.SOMEBODY_ELSE: _("Somebody else"),
}

HELP: Mapping[How, LazyString] = {
    How.READ_ALOUD: _("reading aloud"),
    How.EXPLAINED: _("saying it in other words"),
    How.TYPED: _("typing what the child said"),
    How.FROM_PAPER: _("typing what the child wrote on paper"),
    How.POINTED: _("pressing where the child pointed"),
    How.INTERPRETED_LANGUAGE: _("interpreting from another language"),
    How.INTERPRETED_SIGNS: _("interpreting signs, pictures or looks"),
    How.ANOTHER_WAY: _("help in another way"),
}

PRESENT: Mapping[Present, LazyString] = {
    Present.PARENT: _("a parent"),
    Present.OTHER_GROWN_UP_AT_HOME: _("another grown-up in the home"),
    Present.SCHOOL: _("somebody from school or kindergarten"),
    Present.SERVICES: _("somebody from the services"),
    Present.INTERPRETER: _("an interpreter"),
    Present.FRIEND_OR_SIBLING: _("a friend, a sister or a brother"),
    Present.COORDINATOR: _("the coordinator"),
    Present.SOMEBODY_ELSE: _("somebody else"),
}

CAME_OUT: Mapping[CameOut, LazyString] = {
    CameOut.YES: _("The child says it came out right"),
    CameOut.PARTLY: _("The child says some of it did not come out right"),
    CameOut.NO: _("The child says it did not come out right"),
}


def help_in_words(given: Help) -> str:
    """One plain line for the coordinator; empty where nothing was told."""
    told = []
    if given.how:
        ways = listed([str(HELP[how]) for how in given.how])
        told.append(gettext("The child had help: %(ways)s.", ways=ways))
    if given.present:
        people = listed([str(PRESENT[present]) for present in given.present])
        told.append(gettext("Present: %(people)s.", people=people))
    return " ".join(told)
