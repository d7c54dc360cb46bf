"""Chromium for the tests: Debian's own, a small server for it to talk to, and axe to judge each page."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which
from threading import Thread
from urllib.parse import urlsplit

import axe_playwright_python
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from waitress.server import create_server

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-US",
)
NARROW, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 800}
JUDGE = """tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})
    .then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', ')))"""
STANDS = """() => ({
    lang: document.documentElement.lang, dir: document.documentElement.dir, title: document.title,
    headings: document.querySelectorAll('h1').length,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    small: [...document.querySelectorAll('a, button, input, textarea, select, summary')]
        .filter(e => getComputedStyle(e).display != 'inline')
        .map(e => [e, e.getBoundingClientRect()])
        .filter(([e, r]) => r.width && (r.width < 24 || r.height < 24))
        .map(([e]) => e.outerHTML.slice(0, 80)),
})"""


@contextmanager
def chromium() -> Iterator[Browser]:
    found = which("chromium") or which("chromium-browser") or which("google-chrome")
    if found is None:
        raise RuntimeError("Chromium is missing. Install it: apt-get install chromium")
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=found, args=[*QUIET, *as_root])
        yield browser
        browser.close()


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The house behind a real server on a free port; its address."""
    server = create_server(app, listen="127.0.0.1:0", threads=4)
    running = Thread(target=server.run, daemon=True)
    running.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    server.task_dispatcher.shutdown()
    running.join(10)


@dataclass
class Inspection:
    """What is wrong with the pages that were met, each kind of page looked at once."""

    browser: Browser
    viewport: dict[str, int]
    met: dict[str, tuple[str, str]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def meet(self, page: Page, kind: str) -> None:
        """Keep a page as it stands, for axe, which needs script to judge it."""
        if kind not in self.met:
            self.met[kind] = page.url, page.content()

    def stands_well(self, page: Page, kind: str) -> None:
        seen = page.evaluate(STANDS)
        expected = {"dir": "ltr", "headings": 1, "sideways": 0, "small": []}
        self.wrong += [f"{kind}: {name} is {seen[name]}" for name in expected if seen[name] != expected[name]]
        self.wrong += [f"{kind}: no {name}" for name in ("lang", "title") if not seen[name]]

    def judge(self) -> list[str]:
        """Let axe judge every page that was met; everything that is wrong."""
        with self.browser.new_context(viewport=self.viewport, reduced_motion="reduce") as context:
            page = self.bench(context, next(iter(self.met.values()))[0])
            for kind, (_, content) in self.met.items():
                self.judge_one(page, kind, content)
        return self.wrong

    def bench(self, context: BrowserContext, url: str) -> Page:
        """A page in the house where others are laid one after another, with axe at hand."""
        page = context.new_page()
        page.goto(url)
        page.evaluate(AXE)
        return page

    def judge_one(self, page: Page, kind: str, content: str) -> None:
        """Show what stood there, without asking for it again, and judge it."""
        page.set_content(content)
        self.stands_well(page, kind)
        self.wrong += [f"{kind}: {found}" for found in page.evaluate(JUDGE, TAGS)]


def kind_of(url: str, status: int) -> str:
    """Pages of one kind: the address without numbers, codes and words."""
    parts = urlsplit(url).path.split("/")
    secret = {"svar", "stemme", "min-side", "kort", "kort-i-sak", "lenke"}
    kept = ["*" if part.isdigit() or (n and parts[n - 1] in secret) else part for n, part in enumerate(parts)]
    return f"{'/'.join(kept)} {status}"
