"""Every page has its template, every template its page, and none carries style or script of its own."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests.house.source import PACKAGE, TEMPLATES, functions, modules, tree

FILES = sorted(path for path in TEMPLATES.rglob("*") if path.suffix in {".html", ".svg"})
VIEWS = [view for view in modules("web/views") if view.stem != "__init__"]
READER = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
OUR_SCRIPT = re.compile(r"<script src=\"\{\{ static_url\('[a-z]+\.js'\) \}\}\" defer></script>")
"""The one way a page may name a script: a file of ours, that waits until the page is there."""
OWN = re.compile(
    r"<script|<style|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:|(?<!\w)url\(|src=.?https?:", re.IGNORECASE
)


def name(path: Path) -> str:
    return str(path.relative_to(TEMPLATES))


@cache
def parsed(path: Path) -> nodes.Template:
    return READER.parse(path.read_text("utf-8"))


@cache
def named_in_templates() -> set[str]:
    """Whole names, and the beginnings of those that are put together: questions/."""
    texts = (node.value for path in FILES for node in parsed(path).find_all(nodes.Const))
    return {text for text in texts if isinstance(text, str) and "/" in text}


@cache
def named_in_views(view: Path) -> set[str]:
    """Templates that a view file names; {x} stands for what is put in."""
    found = set()
    for node in ast.walk(tree(view)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= {node.value} if node.value.endswith(".html") else set()
        if isinstance(node, ast.JoinedStr) and ast.unparse(node).endswith((".html'", '.html"')):
            found.add(ast.unparse(node)[2:-1])
    return found


def endpoints_in(path: Path) -> Iterator[str]:
    """The doors a template links to; one that begins with a dot is in the blueprint of its folder."""
    for call in parsed(path).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "url_for":
            endpoint = call.args[0].as_const()
            yield path.parent.name + endpoint if endpoint.startswith(".") else endpoint


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_template_has_no_style_or_script_of_its_own(path):
    assert OWN.findall(OUR_SCRIPT.sub("", path.read_text("utf-8"))) == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.stem)
def test_a_page_bears_the_name_of_its_view(view):
    """views/answers.py, function page: templates/answers/page.html."""
    for template in named_in_views(view):
        folder, file = template.split("/")
        assert (TEMPLATES / template).exists(), f"{template} is missing"
        assert folder == view.stem, f"{template} belongs to another room"
        assert file.removesuffix(".html") in {f.name for f in functions(view)}, f"{template} has no view"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_template_lies_unused(path):
    views = {named for module in modules("web") for named in named_in_views(module)}
    pieces = {named.split("{")[0] for named in views if "{" in named}
    begun = {text for text in named_in_templates() | pieces if text.endswith("/")}
    used = name(path) in views | named_in_templates() or name(path).startswith(tuple(begun))
    assert used, "no page shows it"


def test_every_link_leads_to_a_door(app):
    for path in FILES:
        missing = set(endpoints_in(path)) - set(app.view_functions)
        assert not missing, f"{name(path)} links to {missing}"


def test_no_page_is_built_from_what_came_in():
    for module in modules("web"):
        assert "render_template_string" not in module.read_text("utf-8")
    for path in FILES:
        safe = [node for node in parsed(path).find_all(nodes.Filter) if node.name == "safe"]
        assert not safe or name(path) == "parts/figures.html", f"{name(path)} trusts too much"


def test_nothing_measures_from_left_or_right():
    """Right-to-left follows from the language alone."""
    styles = (PACKAGE / "web" / "static").glob("*.css")
    sided = re.compile(
        r"(?:margin|padding|border)-(?:left|right)|(?<![-\w])(?:left|right)\s*:|text-align:\s*(?:left|right)"
    )
    assert [found for path in styles for found in sided.findall(path.read_text("utf-8"))] == []
