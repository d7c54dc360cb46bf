"""Words for the reading of children's own words: what is marked, what stands instead, and what is asked."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from participation.community.own_words import Indirect, State
from participation.disclosure.free_text import Kind, Question, Strength, Word

MARKS: Mapping[Kind, LazyString] = {
    Kind.IDENTITY_NUMBER: _("national identity number"),
    Kind.PHONE: _("phone number"),
    Kind.NUMBER: _("a number of somebody’s own"),
    Kind.EMAIL: _("e-mail address"),
    Kind.WEB_ADDRESS: _("web address"),
    Kind.HANDLE: _("user name"),
    Kind.CAR: _("car’s number plate"),
    Kind.POSITION: _("position on a map"),
    Kind.ADDRESS: _("address"),
    Kind.PLACE: _("place"),
    Kind.SCHOOL: _("school or kindergarten"),
    Kind.CLASS: _("class"),
    Kind.CLUB: _("club or team"),
    Kind.NAME: _("name"),
    Kind.ROLE: _("what a relative is or does"),
    Kind.DATE: _("date"),
    Kind.AGE: _("age"),
    Kind.STANDS_OUT: _("the only one or the first"),
    Kind.RARE_WORD: _("a rare word, perhaps a name"),
    Kind.OWN: _("taken out by you"),
}

STRENGTHS: Mapping[Strength, LazyString] = {
    Strength.REMOVE: _("Suggested: take it out"),
    Strength.LOOK: _("Look here and decide"),
}

NEUTRAL: Mapping[Word, LazyString] = {
    Word.SOMEBODY: _("[somebody]"),
    Word.A_PLACE: _("[a place]"),
    Word.AN_ADDRESS: _("[where I live]"),
    Word.THE_SCHOOL: _("[the school]"),
    Word.THE_CLASS: _("[the class]"),
    Word.A_CLUB: _("[a club]"),
    Word.A_DAY: _("[a day]"),
    Word.AN_AGE: _("[age]"),
    Word.A_ROLE: _("[a job]"),
    Word.A_NUMBER: _("[a number]"),
    Word.CONTACT: _("[contact]"),
    Word.SOMETHING: _("[taken out]"),
}

INDIRECT_QUESTIONS: Mapping[Question, LazyString] = {
    Question.THE_ONLY_ONE: _("Does the text say that the child is the only one of its kind here?"),
    Question.THE_FIRST: _("Does it say that somebody is the first or the last?"),
    Question.NEW_HERE: _("Does it say that the child is new here?"),
    Question.PUBLIC_RELATIVE: _("Does it name a relative whom many know, by work or position?"),
    Question.DIAGNOSIS: _("Does it tell of a diagnosis, a disability or a treatment?"),
    Question.ORIGIN: _("Does it tell of a country, a language or a faith that few have here?"),
    Question.RARE_EVENT: _("Does it tell of something that happened to few, such as an accident?"),
    Question.DATE_AND_PLACE: _("Do a time and a place together tell who was there?"),
    Question.WAY_OF_WRITING: _("Would somebody know the child by the way it writes, such as its dialect?"),
}

INDIRECT: Mapping[Indirect, LazyString] = {
    Indirect.NO: _("No"),
    Indirect.TAKEN_OUT: _("Yes, and I have taken it out"),
    Indirect.STILL_TELLS: _("Yes, and it cannot be taken out: the text stays inside"),
}

WORD_STATES: Mapping[State, LazyString] = {
    State.STAYS_INSIDE: _("Stays inside"),
    State.AWAITS_SECOND_READER: _("Waits for a second reader"),
    State.SENT_BACK: _("Sent back by the second reader"),
    State.RELEASED: _("May be used"),
    State.TAKEN_BACK: _("Taken back"),
}
