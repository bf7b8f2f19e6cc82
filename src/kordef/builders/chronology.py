"""Chronologies: entries of a date in a line of its own and, below it, what happened then.

22-25 April 2024
State visit of the president. A defence agreement is concluded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

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


_LONGEST_HEAD = 12
"""Tokens of a heading with the day of its entry."""


def _head(line: Line) -> Token | None:
    """The date that a line consists of, but for marks and a remark in brackets; or that a short heading opens with or has
    in brackets."""
    days = [n for n, t in enumerate(line.tokens) if t.kind == "date"]
    if len(days) != 1:
        return None
    at = days[0]
    token = line.tokens[at]
    if not isinstance(day := token.mention, DateMention) or day.dateline or not day.period.edtf:
        return None
    heads = line.kind is BlockKind.HEADING and len(line.tokens) <= _LONGEST_HEAD
    if heads and (at == 0 or any(t.text in ("(", "[") for t in line.tokens[max(0, at - 2) : at])):
        return token
    outside = (t for t, depth in zip(line.tokens, _depths(line.tokens), strict=True) if not depth)
    return token if all(t.kind in ("mark", "date") for t in outside) else None


def _depths(tokens: Sequence[Token]) -> Iterator[int]:
    """How many brackets each token stands in."""
    depth = 0
    for token in tokens:
        depth += token.text in ("(", "[")
        yield depth
        depth -= depth > 0 and token.text in (")", "]")
