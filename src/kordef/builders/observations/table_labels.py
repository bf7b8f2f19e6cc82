"""Headers, row labels and titles of tables, with the states, weapons and times that they name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeVar

from attrs import frozen

from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.observations.indicators import Row, row_of
from kordef.builders.observations.names import Area, areas
from kordef.builders.page import Page
from kordef.document import Block, Span
from kordef.mentions.model import DateMention, Mention
from kordef.periods import Period

__all__ = ["Label", "label_in", "within"]

_M = TypeVar("_M", bound=Mention)
_LONGEST = 200
"""The words of a cell that are read."""
_WORD = re.compile(r"['’]s\b|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+|[^\w\s]")
_YEAR = re.compile(r"((?:19|20)\d\d)[a-z*†‡]{1,2}")


@frozen(kw_only=True)
class Label:
    """A header, row label or title with what it names; ``pure`` where it names nothing but an area or a time."""

    row: Row
    start: int
    end: int
    areas: tuple[Area, ...] = ()
    dates: tuple[DateMention, ...] = ()
    pure: bool = False

    @property
    def period(self) -> tuple[Period, int, int] | None:
        """The time that it names, with its place: the later of two; "2024e" and "2024*" are a year."""
        if self.dates:
            return self.dates[-1].period, self.dates[-1].start, self.dates[-1].end
        year = _YEAR.fullmatch("".join(t.text for t in self.row.tokens))
        return (Period.year(int(year[1])), self.start, self.end) if year else None

    @property
    def compares(self) -> bool:
        """Whether the time that it names is what a change is measured against: "Change on 2024"."""
        at = next((k for k, token in enumerate(self.row.tokens) if isinstance(token.mention, DateMention)), 0)
        against = self.row.word(at - 1) in ("on", "over", "vs", "versus", "against", "from", "since") if at else False
        return against and self.has("change")

    @property
    def names(self) -> Area | None:
        """The area, where the label is its name."""
        return self.areas[0] if self.pure and self.areas else None

    def has(self, *tags: str) -> bool:
        """Whether a word of the label has one of some senses."""
        return any(self.row.sense(at, *tags) for at in self.row.senses)

    def words(self) -> set[str]:
        """The words of the label in lower case."""
        return set(self.row.words)


def _says_more(row: Row, at: int) -> bool:
    """Whether a token of a label says more than an area or a time."""
    if row.kind(at) in ("actor", "weapon", "date", "mark") or row.sense(at, "region") or row.inside[at]:
        return False
    return row.word(at) not in ("the", "of", "and", "in", "year", "'s", "’s") and not row.word(at).isdigit()


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    return (
        Token("word" if m[0][0].isalnum() or len(m[0]) > 1 else "mark", m[0].lower(), m.start(), m.end())
        for m in _WORD.finditer(text, start, end)
    )


def within(mentions: Sequence[_M], span: Span) -> list[_M]:
    """The mentions, sorted by their start, that lie in a span."""
    low = bisect_left(mentions, span.start, key=lambda m: m.start)
    high = bisect_left(mentions, span.end, key=lambda m: m.start)
    return [m for m in mentions[low:high] if m.end <= span.end]


def label_in(page: Page, block: Block, position: int, span: Span) -> Label:
    """The words of a heading, row name or caption with the names, dates and year that they hold."""
    row = row_of(_line(page, block, position, span))
    found = tuple(a for a in areas(page, row))
    dates = tuple(t.mention for t in row.tokens if isinstance(t.mention, DateMention) and t.mention.period.edtf)
    year = _YEAR.fullmatch("".join(t.text for t in row.tokens)) is not None
    named = year or (bool(found or dates) and not any(_says_more(row, at) for at in range(len(row.tokens))))
    return Label(row=row, start=span.start, end=span.end, areas=found, dates=dates, pure=named)


def _line(page: Page, block: Block, position: int, span: Span) -> Line:
    """The words and mentions of a cell, header or title."""
    document, mentions = page.document, page.mentions
    names = [
        *(("date", m) for m in within(mentions.dates, span)),
        *(("actor", m) for m in within(mentions.actors, span)),
        *(("weapon", m) for m in within(mentions.weapons, span)),
    ]
    tokens: list[Token] = []
    at = span.start
    for kind, mention in sorted(names, key=lambda named: (named[1].start, -named[1].end)):
        if mention.start >= at:
            tokens.extend(_words(document.text, at, mention.start))
            tokens.append(Token(kind, mention.exact, mention.start, mention.end, mention))
            at = mention.end
    tokens.extend(_words(document.text, at, span.end))
    return Line(
        block=position,
        story=block.story,
        section=block.section,
        kind=block.kind,
        start=span.start,
        end=span.end,
        tokens=tuple(tokens[:_LONGEST]),
    )
