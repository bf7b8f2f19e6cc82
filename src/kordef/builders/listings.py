"""Tables that list facts, one a row: what stands above them, what their columns hold, and their rows as sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from kordef.builders.grammar.tokens import Line, Token, row_between
from kordef.builders.once import lazy, once
from kordef.builders.page import Page
from kordef.document import Block, BlockKind, Span, Table

__all__ = ["Listing", "Row", "listings"]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEAR = 3
"""How many blocks above a table may say what it lists."""
_ABOVE = (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING, BlockKind.TABLE_TITLE, BlockKind.PARAGRAPH)


@frozen(kw_only=True)
class Row:
    """A row of a table: its cells as spans and as tokens, and all of it as one sentence."""

    cells: tuple[Span, ...]
    tokens: tuple[tuple[Token, ...], ...]
    line: Line

    def within(self, columns: Sequence[int]) -> Iterator[Token]:
        """The tokens of some columns."""
        for column in columns:
            if column < len(self.tokens):
                yield from self.tokens[column]


class Listing:
    """A table with a header.

    ``above`` are the title, headings and sentences before it, the nearest last; ``headers`` the words over each column in
    small letters; ``words`` all its words in small letters, a quick look before its rows are read.
    """

    def __init__(self, page: Page, at: int, block: Block, table: Table) -> None:
        text = page.document.text
        self.page, self.block, self.table, self._at = page, block, table, at
        first = bisect_left(page.lines, at - _NEAR, key=_block_of)
        near = page.lines[first : bisect_left(page.lines, at, key=_block_of)]
        self.above = tuple(line for line in near if line.story == block.story and line.kind in _ABOVE)
        self.headers = tuple(
            " ".join(text[s.start : s.end] for s in table.heads(column)).lower()
            for column in range(max(map(len, table.rows)))
        )

    @lazy
    def titles(self) -> tuple[Line, ...]:
        """The titles and headings among the lines above."""
        return tuple(line for line in self.above if line.kind is not BlockKind.PARAGRAPH)

    @lazy
    def words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self.written(self.block)))

    @lazy
    def rows(self) -> tuple[Row, ...]:
        """The rows of data."""
        return tuple(_row(self.page, self._at, self.block, row) for row in self.table.rows if row)

    def written(self, span: Span | Line | Block) -> str:
        """The words of a cell or sentence in small letters."""
        return self.page.document.text[span.start : span.end].lower()

    def headed(self, *words: str) -> list[int]:
        """The columns whose headers have one of some words."""
        return [n for n, header in enumerate(self.headers) if not set(words).isdisjoint(_WORD.findall(header))]

    def filled(self, fits: Callable[[Token], bool]) -> list[int]:
        """The columns whose cells, in most rows, hold nothing but tokens of a sort."""
        found: list[int] = []
        for column in range(len(self.headers)):
            cells = [row.tokens[column] for row in self.rows if column < len(row.tokens)]
            named = [c for c in cells if any(map(fits, c)) and all(fits(t) or _joins(t) for t in c)]
            if 2 * len(named) > len(self.rows):
                found.append(column)
        return found


def _block_of(line: Line) -> int:
    return line.block


def _joins(token: Token) -> bool:
    return token.kind == "mark" or token.text in ("and", "&", "the")


@once
def listings(page: Page) -> tuple[Listing, ...]:
    """The tables with headers in the stories about defence."""
    blocks = ((at, page.document.blocks[at]) for _, at in page.tables())
    return tuple(
        Listing(page, at, block, table)
        for at, block in blocks
        if (table := block.table) is not None and table.header and table.rows
    )


def _row(page: Page, at: int, block: Block, cells: Sequence[Span]) -> Row:
    tokens = tuple(row_between(page.document.text, page.mentions, cell.start, cell.end) for cell in cells)
    line = Line(
        block=at,
        story=block.story,
        section=block.section,
        kind=BlockKind.TABLE,
        start=cells[0].start,
        end=max(cell.end for cell in cells),
        tokens=tuple(token for cell in tokens for token in cell),
    )
    return Row(cells=tuple(cells), tokens=tokens, line=line)
