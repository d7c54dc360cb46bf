"""Outside: which sentences children and the public meet, without having signed in.

Nobody keeps a list: what the doors that are open to all render, include and import is followed.
"""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

WEB = "participation/web/"
VIEWS, WORDS = f"{WEB}views/", f"{WEB}words/"
ALWAYS = (f"{WEB}context.py", f"{WEB}refusals.py")
"""What every page leans on, whatever its door."""
PAPER = tuple(f"{WEB}paper/{room}.py" for room in ("sheets", "kinds", "only_if"))
ON_PAPER = (f"{WEB}invitations.py", f"{WEB}own_sheets.py", *PAPER)
"""What the office prints for a child, in the child's language."""
ASKED_FOR = re.compile(r"""{%-?\s*(?:extends|include|import|from)\s+["']([^"']*)["']""")
NAMED = re.compile(r"\bwords\.([A-Z_]+)")


class Outside:
    """The code and the templates of an installation, as far as strangers see them."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def holds(self, file: str, line: int) -> bool:
        """Whether a sentence that stands here is met outside."""
        if file.startswith(WORDS):
            return any(line in lines for lines in self._named_words.get(file, ()))
        return file in self.modules or file in self.templates or file in self.printed

    @cached_property
    def modules(self) -> frozenset[str]:
        """The views of the open doors, and all of the web's own that they import."""
        doors = [path for path in (f"{VIEWS}{door}.py" for door in self._doors()) if self._is_there(path)]
        always = [path for path in ALWAYS if doors and self._is_there(path)]
        return _all_from([*doors, *always], self._imported)

    @cached_property
    def templates(self) -> frozenset[str]:
        """Every template that those modules name, and what these extend and include."""
        named = [path for module in sorted(self.modules) for path in self._rendered(module)]
        return _all_from(named, self._included)

    @cached_property
    def printed(self) -> frozenset[str]:
        """What makes paper for a child, and the templates that it fills."""
        makers = [path for path in ON_PAPER if self._is_there(path)]
        named = [path for maker in makers for path in self._rendered(maker)]
        return frozenset(makers) | _all_from(named, self._included)

    @cached_property
    def _named_words(self) -> dict[str, list[range]]:
        """For each module of words the lines of what outside pages use of it."""
        pages = (*self.modules, *self.templates, *self.printed)
        texts = (self._text(path) for path in pages)
        used = {name for text in texts for name in NAMED.findall(text)}
        return {
            str(path.relative_to(self.root)): list(_lines_of(path, used))
            for path in (self.root / WORDS).glob("*.py")
        }

    def _doors(self) -> set[str]:
        """What stands in OPEN_TO_ALL."""
        if not self._is_there(f"{VIEWS}__init__.py"):
            return set()
        for node in self._tree(f"{VIEWS}__init__.py").body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "OPEN_TO_ALL":
                return set(ast.literal_eval(node.value))
        return set()

    def _imported(self, module: str) -> Iterator[str]:
        """The web's own modules that this one imports; other views and words are no part of its pages."""
        for node in ast.walk(self._tree(module)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("participation.web"):
                place = f"{node.module}".replace(".", "/")
                for path in (f"{place}.py", *(f"{place}/{alias.name}.py" for alias in node.names)):
                    if self._is_there(path) and not path.startswith((VIEWS, WORDS)):
                        yield path

    def _rendered(self, module: str) -> Iterator[str]:
        """The templates named in a module; one whose name is put together stands for its whole folder."""
        for node in ast.walk(self._tree(module)):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and text.endswith((".html", "/")):
                yield from self._found(text)

    def _included(self, template: str) -> Iterator[str]:
        for name in ASKED_FOR.findall(self._text(template)):
            yield from self._found(name)

    def _found(self, name: str) -> Iterator[str]:
        """A template by its name, or all in a folder: "questions/" ~ kind ~ ".html"."""
        pattern = f"{name}*.html" if re.fullmatch(r"[a-z_]+/", name) else name
        if pattern.endswith(".html") and not pattern.startswith(("/", ".")):
            for path in (self.root / "templates").glob(pattern):
                yield str(path.relative_to(self.root))

    def _is_there(self, file: str) -> bool:
        return (self.root / file).is_file()

    def _text(self, file: str) -> str:
        return (self.root / file).read_text("utf-8")

    def _tree(self, file: str) -> ast.Module:
        return ast.parse(self._text(file))


def _all_from(first: list[str], leads_to: Callable[[str], Iterator[str]]) -> frozenset[str]:
    """These, and all they lead to."""
    found: set[str] = set()
    waiting = list(first)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += leads_to(one)
    return frozenset(found)


def _lines_of(path: Path, names: set[str]) -> Iterator[range]:
    """Where in a module these names get their words."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if ast.unparse(target) in names:
                yield range(node.lineno, (node.end_lineno or node.lineno) + 1)
