"""Every way survey.toml can be wrong is named with file, key and remedy."""

import pytest

from participation.surveys.complaints import Weight
from participation.surveys.reading import SurveyError, complaints, read_survey

FACES = 'kind = "faces"\nid = "being_here"'
PRACTICE = 'kind = "practice"\nid = "try_it"\noptions = ["sun", "rain"]'
THREE = 'kind = "this_or_that"\nid = "try_it"\noptions = ["sun", "rain", "snow"]'
DRAWING = 'kind = "drawing"\nid = "try_it"'
FEW = 'kind = "few"\nid = "try_it"\noptions = ["sun", "rain"]\nmost = 2'
NUMBER = 'kind = "number"\nid = "try_it"\nleast = 0\nmost = 5\nbands = [0, 3]'
WHY = 'show_if = { any_of = { question = "being_here", values = ["bad", "mixed"] } }'
MISSHAPEN = [
    ("schema = 1", "schema = 2", "schema", "Write 1."),
    ("version = 3", "version = 0", "version", "1 or more"),
    ("version = 3", 'version = "3"', "version", "Write a whole number"),
    ("version = 3\n", "", "survey", "'version' is a required property"),
    ('source_language = "nb"', 'source_language = "norsk"', "source_language", "language code"),
    ('door = "group"', 'door = "window"', "door", "'group', 'case', 'reply'"),
    ('["simple", "standard"]', '["simple", "standard", "hard"]', "levels.2", "'simple', 'standard', 'youth'"),
    ('["simple", "standard"]', '["simple"]', "levels", 'Add "standard"'),
    ('["simple", "standard"]', '["standard", "standard"]', "levels", "only once"),
    ("minutes = 2", "minutes = 60", "minutes", "45 or less"),
    ("minutes = 2", "minutes = 2\ncolour = 1", "survey", "'colour' was unexpected"),
    ('kind = "practice"', 'kind = "quiz"', "try_it.kind", "'own_words'"),
    ('id = "try_it"\n', "", "page 2", "'id' is a required property"),
    ('id = "try_it"', 'id = "Try it!"', "Try it!.id", "small letters"),
    ('id = "try_it"', 'id = "skipped"', "skipped.id", "another id"),
    ('options = ["sun", "rain"]', "", "try_it", "'options' is a required property"),
    ('options = ["sun", "rain"]', 'options = ["sun"]', "try_it.options", "at least 2"),
    ('options = ["sun", "rain"]', 'options = ["sun", "text"]', "try_it.options.1", "another id"),
    (FACES, FACES + "\nsteps = 4", "being_here.steps", "[3, 5]"),
    (FACES, FACES + "\nrequired = true", "being_here", "'required' was unexpected"),
    (FACES, FACES + '\noptions = ["a", "b"]', "being_here.options", "Remove it"),
    (FACES, FACES + "\nlongest = 100", "being_here.longest", "only own words"),
    ("longest = 200", "steps = 3", "why.steps", "only faces"),
    ("longest = 200", "longest = 9", "why.longest", "50 or more"),
    (
        PRACTICE,
        PRACTICE.replace("practice", "this_or_that").replace("]", ', "snow"]'),
        "try_it.options",
        "two",
    ),
    (PRACTICE, NUMBER.replace("\nleast = 0", ""), "try_it", "'least' is a required property"),
    (PRACTICE, PRACTICE + "\nmost = 1", "try_it.most", "only a few and a number"),
    (PRACTICE, PRACTICE + "\nbands = [0, 1]", "try_it.bands", "only a number"),
    (PRACTICE, PRACTICE + '\npicture = "yard"', "try_it.picture", "only a place"),
    (WHY, 'show_if = "being_here == bad"', "why.show_if", "Write a table in { }"),
    (WHY, "show_if = {}", "why.show_if", "Name one operator"),
    (WHY, 'show_if = { like = "being_here" }', "why.show_if", "'like' was unexpected"),
    (WHY, WHY.replace("} }", '}, answered = "being_here" }'), "why.show_if", "Keep one operator"),
    (WHY, "show_if = { all = [] }", "why.show_if.all", "at least 1"),
    (
        WHY,
        WHY.replace(', values = ["bad", "mixed"]', ""),
        "why.show_if.any_of",
        "'values' is a required property",
    ),
]
SENSELESS = [
    ('id = "park_safe"', 'id = "why"', "why", "an id of its own"),
    (WHY, 'show_if = { answered = "places" }', "why.show_if", "'places' is none"),
    (WHY, 'show_if = { answered = "why" }', "why.show_if", "'why' is none"),
    (WHY, 'show_if = { answered = "elsewhere" }', "why.show_if", "'elsewhere' is none"),
    (WHY, 'show_if = { answered = "try_it" }', "why.show_if", "no answer to 'try_it' is ever kept"),
    (WHY, 'show_if = { answered = "welcome" }', "why.show_if", "no answer to 'welcome' is ever kept"),
    ('"bad", "mixed"]', '"bad", "awful"]', "why.show_if", "'awful' is none"),
    ('values = ["bad", "mixed"]', 'values = ["very_bad"]', "why.show_if", "'very_bad' is none"),
    ("any_of = { question", "all_of = { question", "why.show_if", "no way of answering"),
    (FACES, FACES + "\nsteps = 5", "being_here.options", "at most 4"),
    (PRACTICE, DRAWING, "try_it.kind", "only at the door case"),
    (PRACTICE, FEW, "try_it.most", "fewer be chosen"),
    (PRACTICE, NUMBER.replace("[0, 3]", "[1, 3]"), "try_it.bands", "Begin with the least"),
    (PRACTICE, NUMBER.replace("[0, 3]", "[0, 7]"), "try_it.bands", "Begin with the least"),
    (PRACTICE, NUMBER.replace("[0, 3]", "[0, 3, 2]"), "try_it.bands", "Begin with the least"),
]


@pytest.mark.parametrize(("old", "new", "key", "remedy"), MISSHAPEN + SENSELESS)
def test_what_is_wrong_is_named_with_its_remedy_and_stops_the_survey(spoil, old, new, key, remedy):
    folder = spoil("survey.toml", old, new)
    (complaint,) = [complaint for complaint in complaints(folder) if complaint.file.endswith("/survey.toml")]
    assert complaint.file == "our-street/survey.toml"
    assert (complaint.key, complaint.weight) == (key, Weight.BROKEN)
    assert remedy in complaint.remedy
    with pytest.raises(SurveyError, match=r"our-street/survey\.toml"):
        read_survey(folder)


def test_five_faces_and_six_options_are_fine_without_the_simple_level(spoil):
    spoil("survey.toml", FACES, FACES + "\nsteps = 5")
    folder = spoil("survey.toml", '["simple", "standard"]', '["standard"]')
    assert not [complaint for complaint in complaints(folder) if complaint.file == "our-street/survey.toml"]


def test_everything_wrong_is_told_at_once(spoil):
    spoil("survey.toml", "version = 3", "version = 0")
    folder = spoil("survey.toml", "longest = 200", "longest = 9")
    assert [complaint.key for complaint in complaints(folder)] == ["why.longest", "version"]


def test_more_than_fifteen_questions_are_warned_of_but_asked(folder):
    more = "".join(f'[[page]]\nkind = "own_words"\nid = "q{n}"\n' for n in range(11))
    words = "".join(f'q{n}.text = "Hva?"\nq{n}.explain = "Skriv."\n' for n in range(11))
    for file, addition in (("survey.toml", more), ("nb.toml", words)):
        with (folder / file).open("a") as written:
            written.write(addition)
    assert read_survey(folder).languages == ("nb",)
    warned = [complaint for complaint in complaints(folder) if complaint.weight is Weight.WARNING]
    assert [(complaint.key, "16 tire" in complaint.remedy) for complaint in warned] == [("page", True)]
