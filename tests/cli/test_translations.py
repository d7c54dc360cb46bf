"""Every sentence of code and templates is there in both kinds of Norwegian, or one is told which is not."""

from gettext import GNUTranslations

import pytest

HEAD = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""
MAPPINGS = """
[[tool.babel.mappings]]
method = "python"
pattern = "participation/**.py"
[[tool.babel.mappings]]
method = "jinja2"
pattern = "templates/**.html"
"""
STREET = {
    "participation/web/views/__init__.py": 'OPEN_TO_ALL = {"street"}',
    "participation/web/views/street.py": 'from flask_babel import gettext\nPAGE = "deep/page.html"',
}
"""A door that leads strangers to the one page there is."""
CODE = """
from flask_babel import lazy_gettext as _, ngettext
_("Hello %(name)s")
def n(n): return ngettext("%(num)d day", "%(num)d days", n)
"""
WHOLE = {
    "hello": 'msgid "Hello %(name)s"\nmsgstr "Hei %(name)s"\n\n',
    "days": 'msgid "%(num)d day"\nmsgid_plural "%(num)d days"\n'
    'msgstr[0] "%(num)d dag"\nmsgstr[1] "%(num)d dager"\n\n',
    "page": 'msgid "A page"\nmsgstr "Ei side"\n\n',
}


@pytest.fixture
def root(tmp_path):
    """A small application with its words in two languages."""
    for name, text in {
        "pyproject.toml": MAPPINGS,
        "participation/code.py": CODE,
        "templates/deep/page.html": "<p>{{ _('A page') }}</p>",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    for language in ("nb", "nn"):
        write(tmp_path, language)
    return tmp_path


@pytest.fixture
def street(root):
    for name, text in STREET.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def compiled(root, language) -> GNUTranslations:
    with open(root / "translations" / language / "LC_MESSAGES" / "messages.mo", "rb") as file:
        return GNUTranslations(file)


def write(root, language="nb", **changed: str) -> None:
    path = root / "translations" / language / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + "".join({**WHOLE, **changed}.values()))


def test_whole_catalogues_are_whole(run, root):
    told = run("translations", "check", "--root", root)
    assert told.exit_code == 0, told.output
    assert told.output == "nb: 3 sentences needed, no complaints\nnn: 3 sentences needed, no complaints\n"


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"page": ""}, "nb: templates/deep/page.html:1: missing: 'A page'"),
        ({"page": 'msgid "A page"\nmsgstr ""\n\n'}, "not translated: 'A page'"),
        ({"page": "#, fuzzy\n" + WHOLE["page"]}, "fuzzy, look at it again: 'A page'"),
        ({"old": 'msgid "Old"\nmsgstr "Gammal"\n'}, "left over, nothing says it any more: 'Old'"),
        ({"hello": 'msgid "Hello %(name)s"\nmsgstr "Hei %(namn)s"\n\n'}, "other placeholders"),
        ({"hello": 'msgid "Hello %(name)s"\nmsgstr "Hei"\n\n'}, "other placeholders"),
        ({"days": 'msgid "%(num)d day"\nmsgstr "%(num)d dag"\n\n'}, "singular and plural do not fit"),
        ({"days": WHOLE["days"].replace("%(num)d dager", "dager")}, "other placeholders"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(run, root, changed, complaint):
    write(root, **changed)
    told = run("translations", "check", "--root", root)
    assert told.exit_code == 1
    assert complaint in told.output


def test_a_whole_language_that_is_missing_is_told(run, root):
    (root / "translations" / "nn" / "LC_MESSAGES" / "messages.po").unlink()
    told = run("translations", "check", "--root", root)
    assert told.exit_code == 1
    assert "nn: translations/nn/LC_MESSAGES/messages.po is missing" in told.output


def test_a_template_that_cannot_be_read_is_not_passed_over(run, root):
    (root / "templates" / "broken.html").write_text("{% if %}{{ _('Lost') }}")
    assert run("translations", "check", "--root", root).exit_code == 1


def test_compiled_words_are_read_at_run_time(run, root):
    assert run("translations", "compile", "--root", root).exit_code == 0
    words = compiled(root, "nn")
    assert words.gettext("A page") == "Ei side"
    assert words.ngettext("%(num)d day", "%(num)d days", 2) == "%(num)d dager"


def test_other_languages_need_what_strangers_meet_and_no_more(run, street):
    write(street, "pl", hello="", days="")
    assert run("translations", "check", "--root", street).exit_code == 0
    write(street, "pl", page="")
    told = run("translations", "check", "--root", street)
    assert told.exit_code == 1
    assert "pl: templates/deep/page.html:1: missing: 'A page'\npl: 1 sentences needed" in told.output


def test_what_a_language_has_beyond_its_need_must_still_be_said_and_right(run, street):
    write(
        street, "pl", hello=WHOLE["hello"].replace("Hei %(name)s", "Hei"), old=WHOLE["page"].replace("A", "B")
    )
    told = run("translations", "check", "--root", street)
    assert "pl: participation/code.py:3: other placeholders" in told.output
    assert "pl: left over" in told.output


def test_plain_words_need_nothing_and_hold_nothing_too_much(run, street):
    write(street, "nb@simple", hello="", days="", page="")
    assert run("translations", "check", "--root", street).exit_code == 0
    write(street, "nb@simple", old=WHOLE["page"].replace("A", "B"))
    assert "nb@simple: left over" in run("translations", "check", "--root", street).output


@pytest.mark.parametrize(
    ("language", "says"),
    [("nb@simple", "Ei side"), ("se", "Ei side"), ("pl", "A page"), ("nb@smj", "Ei side")],
)
def test_where_a_language_has_no_words_those_of_its_neighbour_stand(run, root, language, says):
    code = language.removeprefix("nb@") if language == "nb@smj" else language
    write(root, code, page="", hello='msgid "Hello %(name)s"\nmsgstr "Bures %(name)s"\n\n')
    assert run("translations", "compile", "--root", root).exit_code == 0
    words = compiled(root, language)
    assert (words.gettext("Hello %(name)s"), words.gettext("A page")) == ("Bures %(name)s", says)


def test_a_plural_of_the_neighbour_fits_the_forms_of_the_language(run, root):
    three = HEAD.replace("nplurals=2; plural=(n != 1)", "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2)")
    write(root, "sma", days="")
    path = root / "translations" / "sma" / "LC_MESSAGES" / "messages.po"
    path.write_text(path.read_text().replace(HEAD, three))
    assert run("translations", "compile", "--root", root).exit_code == 0
    assert compiled(root, "nb@sma").ngettext("%(num)d day", "%(num)d days", 5) == "%(num)d dager"


def test_a_language_may_say_one_and_two_without_the_number(run, root):
    write(root, days=WHOLE["days"].replace('%(num)d dag"', 'ein dag"'))
    assert run("translations", "check", "--root", root).exit_code == 0


def test_a_catalogue_that_is_none_is_said_in_one_line(run, root):
    (root / "translations" / "nb" / "LC_MESSAGES" / "messages.po").write_text("msgid hello")
    told = run("translations", "compile", "--root", root)
    assert told.exit_code == 1
    assert told.output.count("\n") == 1
