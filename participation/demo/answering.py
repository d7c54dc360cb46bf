"""Answering: a child goes through the questions of either door, one page at a time."""

from collections.abc import Callable, Mapping
from random import Random

from participation.demo.browser import Browser
from participation.demo.children import OFTEN_WRITES, SELDOM, WEIGHTS
from participation.demo.pages import Form, Page

Said = Callable[[str, Form], Mapping[str, object]]
"""What a child puts into the form of a page, and which button is pressed."""

MOST_PAGES = 40


def through(browser: Browser, page: Page, said: Said) -> Page:
    """From the start through every question; return the page that comes after the last."""
    page = browser.send(page, action="/begynn$")
    for _ in range(MOST_PAGES):
        if page.address.endswith("/les-over"):
            return page
        page = browser.send(page, said(name_of(page), page.form({"go": ""})))
    raise ValueError("there is no end to the questions")


def name_of(page: Page) -> str:
    return page.address.rpartition("/")[2].partition("?")[0]


def by_chance(random: Random, words: Mapping[str, list[str]]) -> Said:
    """A child who answers most of it, writes a little, and skips some."""

    def said(name: str, form: Form) -> Mapping[str, object]:
        answer = form.fields.get("answer")
        if answer is None:
            return {"go": "next"}
        if random.random() < SELDOM:
            return {"go": "skip"}
        if answer.kind == "textarea" and random.random() > OFTEN_WRITES:
            return {"go": "skip"}
        if answer.kind == "textarea":
            return {"go": "next", "answer": random.choice(words[name])}
        if answer.kind == "checkbox":
            return {"go": "next", "answer": random.sample(answer.options, random.randint(1, 2))}
        weights = WEIGHTS.get(name, [1] * len(answer.options))
        return {"go": "next", "answer": random.choices(answer.options, weights)[0]}

    return said


def in_these_words(words: Mapping[str, str]) -> Said:
    """A child who has something to say to some of the questions, and skips the others."""

    def said(name: str, form: Form) -> Mapping[str, object]:
        answer = form.fields.get("answer")
        if answer is None:
            return {"go": "next"}
        if name in words:
            return {"go": "next", "answer": words[name]}
        return {"go": "next", "answer": answer.options[0]} if answer.kind == "radio" else {"go": "skip"}

    return said
