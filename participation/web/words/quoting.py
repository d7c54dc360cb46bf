"""Words for coding and quoting: whose turn it is, what gives a child away, and what a quotation lacks."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from participation.community.codebooks import Turn
from participation.disclosure.quotations import Clue, Lack
from participation.disclosure.search_back import Likeness

TURNS: Mapping[Turn, LazyString] = {
    Turn.FIRST: _("First coder"),
    Turn.SECOND: _("Second coder"),
    Turn.SETTLED: _("What the two agreed on"),
}

CLUES: Mapping[Clue, LazyString] = {
    Clue.EVENT: _("Something that happened once, and that people know of"),
    Clue.FAMILY: _("A role in a family: the only child, a parent’s work, a foster home"),
    Clue.HEALTH: _("A diagnosis, an illness or a need"),
    Clue.ORIGIN: _("Where somebody comes from, a language or a faith"),
    Clue.TIME: _("A date, a time or an age"),
    Clue.PLACE: _("A place, a school, a team or a road"),
    Clue.SPELLING: _("A dialect or a way of spelling"),
}

LACKS: Mapping[Lack, LazyString] = {
    Lack.WORDS: _("The words to print"),
    Lack.RELEASED: _("Texts that two people have released, with nothing added"),
    Lack.CHILD_SAYS_YES: _("The child’s own yes to these very words"),
    Lack.LARGE_GROUP: _("At least 30 children who answered, and a number that may be told"),
    Lack.MENTIONED_BY_ENOUGH: _("A theme that is told: enough children must have mentioned it"),
    Lack.CLUES_LOOKED_FOR: _("Somebody must have looked for everything on the list of clues"),
    Lack.TWO_READERS: _("A second reader"),
    Lack.ONE_PER_CHILD: _("No other quotation of the same child"),
    Lack.NOTHING_BESIDE: _("Nothing about the child but the name of the group"),
    Lack.NO_SMALL_NUMBER: _("No small number beside it"),
    Lack.SEARCHED_BACK: _("Somebody must have looked at every place where the words stand"),
    Lack.THREE_CHILDREN: _("Texts of at least three children"),
    Lack.A_READER: _("A reader who did not write it"),
}

LIKENESS: Mapping[Likeness, LazyString] = {
    Likeness.THE_SAME: _("The same words"),
    Likeness.A_RUN_OF_WORDS: _("Some of the words, one after the other"),
    Likeness.ALIKE: _("Nearly the same, spelled otherwise"),
}
