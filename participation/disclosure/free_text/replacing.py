"""Replacing: the text as it would stand, with neutral words where a person took something out."""

from collections.abc import Iterable, Mapping

from participation.disclosure.free_text.kinds import Decision, Word


def replaced(text: str, decisions: Iterable[Decision], words: Mapping[Word, str]) -> str:
    """The text without the spans decided on. Spans that meet become one; the first names the word."""
    pieces, at = [], 0
    for decision in _joined(decisions):
        pieces += [text[at : decision.start], words[decision.word]]
        at = decision.end
    return "".join([*pieces, text[at:]])


def _joined(decisions: Iterable[Decision]) -> list[Decision]:
    joined: list[Decision] = []
    for one in sorted(decisions, key=lambda one: (one.start, -one.end)):
        if joined and one.start < joined[-1].end:
            last = joined.pop()
            one = Decision(last.start, max(last.end, one.end), last.word)
        joined.append(one)
    return joined
