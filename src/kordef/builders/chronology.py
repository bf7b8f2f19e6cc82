"""Chronologies: entries of a date in a line of its own and, below it, what happened then.

22-25 April 2024
State visit of the president. A defence agreement is concluded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.once import once
from kordef.builders.page import Page
from kordef.document import BlockKind
from kordef.mentions.model import DateMention

__all__ = ["entry_day"]

_FEWEST = 3
"""A single date above a paragraph is the day of a page; so many are the entries of a chronology."""


def entry_day(page: Page, line: Line) -> Token | None:
    """The date that heads the entry which a sentence without a date stands in; ``None`` outside of chronologies."""
    return None if "date" in line.kinds else _entries(page).get(line.block)


@once
def _entries(page: Page) -> Mapping[int, Token]:
    """The blocks of a page that stand in entries, with the dates above them."""
    heads = {line.block: head for line in page.lines if (head := _head(line)) is not None}
    stories = Counter(page.document.blocks[block].story for block in heads)
    under: dict[int, Token] = {}
    day: Token | None = None
    block = -1
    for line in page.lines:
        if line.block == block:
            continue
        block = line.block
        if stories[line.story] < _FEWEST:
            day = None
        elif block in heads:
            day = heads[block]
        elif line.kind in (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING):
            day = None
        elif day is not None:
            under[block] = day
    return under


def _head(line: Line) -> Token | None:
    """The date that a line consists of, but for marks and a remark in brackets."""
    days = [t for t in line.tokens if t.kind == "date"]
    if len(days) != 1 or not isinstance(day := days[0].mention, DateMention) or day.dateline or not day.period.edtf:
        return None
    depth = 0
    for token in line.tokens:
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(token.text, 0)
        if not depth and token.kind not in ("mark", "date"):
            return None
    return days[0]
