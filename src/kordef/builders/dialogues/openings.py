"""The town that a story is told from where no dateline gives it: "NEW DELHI: Two ministers ...", "Place: Brussels"."""

from __future__ import annotations

from kordef.builders.dialogues.phrases import is_town
from kordef.builders.grammar.surroundings import word_set
from kordef.builders.grammar.tokens import Line
from kordef.builders.page import Page
from kordef.document import Span

__all__ = ["opening_towns"]

_LABELS = word_set("place venue location where")
_HEAD_LINES = 8
"""How many lines of a story may say where it was written."""


def opening_towns(page: Page) -> dict[int, Span]:
    """The town of each story that one of its first lines gives, before a colon in capitals or behind a label."""
    found: dict[int, Span] = {}
    read: dict[int, int] = {}
    for line in page.lines:
        read[line.story] = read.get(line.story, 0) + 1
        if read[line.story] <= _HEAD_LINES and line.story not in found and (town := _town(page, line)) is not None:
            found[line.story] = town
    return found


def _town(page: Page, line: Line) -> Span | None:
    tokens = line.tokens
    if len(tokens) < 3 or tokens[1].text != ":":
        return None
    labelled = tokens[0].kind == "word" and tokens[0].text in _LABELS
    town = next((t for t in reversed(tokens[2:]) if is_town(t)), None) if labelled else tokens[0]
    if town is None or not is_town(town):
        return None
    capitals = page.document.text[town.start : town.end].isupper()
    return Span(town.start, town.end) if labelled or capitals else None
