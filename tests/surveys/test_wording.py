"""Every way words can be wrong: in the source it stops the survey, elsewhere it keeps a language away."""

import pytest

from participation.surveys.complaints import Weight
from participation.surveys.reading import SurveyError, complaints, read_survey, sentence_hash
from participation.surveys.wording import nested

SOURCE = [
    ('title = "Stedet"\n', "", "title", "Write this sentence"),
    ('why.explain = "Skriv det du vil."\n', "", "why.explain", "Write this sentence"),
    ('try_it.sun = "Sol"\n', "", "try_it.sun", "Write this sentence"),
    ('"Velkommen."', '" "', "welcome.text", "Write a text"),
    ('"Velkommen."', "7", "welcome.text", "Write a text"),
    ('"Hva er vanskelig?"', f'"{"a" * 121}"', "why.text", "from 121 to at most 120"),
    ('"Skolen"', f'"{"a" * 61}"', "places.school", "from 61 to at most 60"),
    ("try_it.sun", "try_it.sol", "try_it.sol", "Remove or rename"),
    ("being_here.simple.text", "being_here.youth.text", "being_here.youth.text", "Remove or rename"),
    ("try_it.rain", 'elsewhere.text = "?"\ntry_it.rain', "elsewhere.text", "Remove or rename"),
]


@pytest.mark.parametrize(("old", "new", "key", "remedy"), SOURCE)
def test_what_is_wrong_in_the_source_stops_the_survey(spoil, old, new, key, remedy):
    folder = spoil("nb.toml", old, new)
    (complaint,) = [complaint for complaint in complaints(folder) if complaint.key == key]
    assert (complaint.file, complaint.weight) == ("our-street/nb.toml", Weight.BROKEN)
    assert remedy in complaint.remedy
    with pytest.raises(SurveyError, match=rf"our-street/nb\.toml: {key}: .*{remedy}"):
        read_survey(folder)


OF_TITLE = f'of = "{sentence_hash("Stedet")}"'
TRANSLATED = [
    (f'title = {{ {OF_TITLE}, text = "Stedet (nn)" }}\n', "", "title", "Translate 'Stedet'"),
    (f'{{ {OF_TITLE}, text = "Stedet (nn)" }}', '"Staden"', "title", f"Write {{ {OF_TITLE}"),
    (f"{OF_TITLE}, ", "", "title", f"Write {{ {OF_TITLE}"),
    (OF_TITLE, 'of = "00000000"', "title", f"write {OF_TITLE}"),
    ('"Stedet (nn)"', '""', "title", "Write a text"),
    ('"Stedet (nn)"', "1", "title", "Write a text"),
    ('"Stedet (nn)"', f'"{"a" * 81}"', "title", "at most 80"),
    ("Hei, {place}! (nn)", "Hei!", "intro", "same {names} in braces"),
    ("Hei, {place}! (nn)", "Hei, {stad}!", "intro", "same {names} in braces"),
    ("Hei {place}! (nn)", "Hei!", "intro_levels.simple", "same {names} in braces"),
    ("being_here.simple.text", "being_here.simple.good", "being_here.simple.text", "Translate"),
]


@pytest.mark.parametrize(("old", "new", "key", "remedy"), TRANSLATED)
def test_what_is_wrong_in_a_translation_keeps_the_language_away(spoil, old, new, key, remedy):
    folder = spoil("nn.toml", old, new)
    (complaint,) = [complaint for complaint in complaints(folder) if complaint.key == key]
    assert (complaint.file, complaint.weight) == ("our-street/nn.toml", Weight.NOT_OFFERED)
    assert remedy in complaint.remedy
    assert read_survey(folder).languages == ("nb",)


def test_a_complete_and_fresh_language_is_offered_without_complaint(folder):
    assert complaints(folder) == []
    assert read_survey(folder).languages == ("nb", "nn")


def test_when_the_source_says_something_else_the_old_translation_is_not_shown(spoil):
    folder = spoil("nb.toml", "Ikke trygg", "Utrygg")
    (complaint,) = complaints(folder)
    assert str(complaint) == (
        "our-street/nn.toml: being_here.bad: The source now says 'Utrygg'; "
        f'translate it anew and write of = "{sentence_hash("Utrygg")}".'
    )
    survey = read_survey(folder)
    assert survey.languages == ("nb",)
    assert survey.wording("nb", "standard", "being_here")["bad"] == "Utrygg"


def test_a_sentence_the_survey_has_no_place_for_is_warned_of_and_left_out(folder):
    with (folder / "nn.toml").open("a") as written:
        written.write('being_here.simple.good = { of = "00000000", text = "Trygg" }\n')
    (complaint,) = complaints(folder)
    assert (complaint.key, complaint.weight) == ("being_here.simple.good", Weight.WARNING)
    assert read_survey(folder).languages == ("nb", "nn")
    assert read_survey(folder).wording("nn", "simple", "being_here")["good"] == "Trygg (nn)"


def test_tables_and_dotted_keys_say_the_same():
    dotted = {"title": "A", "here.text": "B", "here.simple.text": "C"}
    assert nested(dotted) == {"title": "A", "here": {"text": "B", "simple": {"text": "C"}}}


def test_a_sentence_is_named_by_eight_signs_of_its_hash():
    assert sentence_hash("Trygg") == "6eca75fc"
