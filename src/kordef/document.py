"""A document as reading leaves it: the untouched text, and spans that say what each part of it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

from attrs import frozen

from kordef.periods import Period
from kordef.vocabulary import Quoting, Section

__all__ = ["Block", "BlockKind", "Document", "Span", "Story", "Table"]


@frozen
class Span:
    """Characters ``start`` to ``end`` (exclusive) of a document's text, counted in code points."""

    start: int
    end: int


class BlockKind(StrEnum):
    """What a block of text is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    DATE = "date"
    """A line that holds only the publication date and what stands around it."""
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    """One item of a bulleted or numbered list; the span leaves the marker out."""
    CAPTION = "caption"
    TABLE_TITLE = "table_title"
    TABLE = "table"
    BOILERPLATE = "boilerplate"
    """Page furniture: nothing in it is read for facts."""


@frozen(kw_only=True)
class Table:
    """A table, its cells divided by bars, tabulators or wide blanks. Cells are spans without the blanks around their text; an
    empty cell is an empty span.

    ``header`` holds the header rows (none where the first row is data), ``rows`` the rows of data. Rows of one table
    may differ in length. ``title`` is the span of the line above that names the table.
    """

    start: int
    end: int
    header: tuple[tuple[Span, ...], ...]
    rows: tuple[tuple[Span, ...], ...]
    title: Span | None = None

    def heads(self, column: int) -> tuple[Span, ...]:
        """The header cells over a column of the data, from the top; empty cells are left out.

        A merged cell stands over several columns: an empty cell takes the words to its left. Texts taken from web pages
        have the empty cells of such a row at its end; then the filled ones are taken to share the columns evenly.
        """
        width = max(map(len, self.rows), default=0)
        return tuple(cell for row in self.header if (cell := _over(row, column, width)) is not None)


def _over(row: tuple[Span, ...], column: int, width: int) -> Span | None:
    """The cell of a header row that stands over a column; the first column is never part of a merged cell."""
    filled = sum(cell.start < cell.end for cell in row)
    parts, columns = filled - 1, max(width, len(row)) - 1
    if (
        column > 0
        and 0 < parts < columns
        and columns % parts == 0
        and all(cell.start < cell.end for cell in row[:filled])
    ):
        column = 1 + (column - 1) // (columns // parts)
    column = min(column, len(row) - 1)
    while column > 1 and row[column].start == row[column].end:
        column -= 1
    return row[column] if column >= 0 and row[column].start < row[column].end else None


@frozen(kw_only=True)
class Block:
    """A title, paragraph, caption, list item or the like.

    ``section`` is where its facts stand; ``story`` the position in ``Document.stories`` (0 is the page's own article).
    ``sentences`` are spans inside the block, in order. ``repeats`` is the position of an earlier block with the same
    words (captions are often there twice): its words need not be read again. A table block has its ``table``.

    The sentences cover the block; the dateline is the first of them, a credit behind the last full stop the last. Titles,
    headings and the like are one sentence. Tables and boilerplate have none.
    """

    kind: BlockKind
    start: int
    end: int
    section: Section = Section.BODY
    story: int = 0
    sentences: tuple[Span, ...] = ()
    table: Table | None = None
    repeats: int | None = None


@frozen(kw_only=True)
class Story:
    """The page's own article (position 0), or an article embedded in it.

    ``dateline`` is the span of place, date and agency before the first sentence ("SEOUL, March 8 (Korea Bizwire) —"),
    ``dateline_place`` that of the place inside it. ``date_line`` is the span of printed words that date the story
    ("18 hours ago", "6 December 2023"), found outside the dateline. ``agency`` names who wrote it: the name in the dateline,
    or in brackets behind the last paragraph. ``outlet`` is the name printed above an embedded article: who published it.
    """

    start: int
    end: int
    title: Span | None = None
    byline: Span | None = None
    dateline: Span | None = None
    dateline_place: Span | None = None
    date_line: Span | None = None
    agency: Span | None = None
    outlet: Span | None = None


@frozen(kw_only=True)
class Document:
    """A text with its parts. ``blocks`` cover all of the text that is not blank, but for the marks of lists and headings, in
    order and without overlap.

    What is known besides the text (from ``sources.toml``) is in ``publisher``, ``published``, ``published_basis``
    ("printed" or "inferred"), ``address``, ``language`` and ``quotes``; ``given_title`` likewise.
    """

    name: str
    """The file's name."""
    text: str
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    blocks: tuple[Block, ...]
    stories: tuple[Story, ...]
    encoding: str = "utf-8"
    """The codec with which ``text`` decodes the file's bytes; "utf-8-sig" and "utf-16" leave the byte order mark out."""
    given_title: str | None = None
    publisher: str | None = None
    published: Period | None = None
    published_basis: str | None = None
    address: str | None = None
    language: str | None = None
    quotes: Quoting = Quoting.ALLOWED

    def quote(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]

    @property
    def title(self) -> str:
        """The title: given, printed, or else the file's name."""
        printed = self.stories[0].title if self.stories else None
        return self.given_title or (self.quote(printed) if printed else self.name)

    def readable(self) -> Iterator[Block]:
        """The blocks that may hold facts: neither boilerplate nor repeats of an earlier block."""
        return (b for b in self.blocks if b.kind is not BlockKind.BOILERPLATE and b.repeats is None)

    def block_at(self, offset: int) -> int | None:
        """The position of the block that holds a character, ``None`` for blanks between blocks."""
        position = bisect_right(self._starts, offset) - 1
        return position if position >= 0 and offset < self.blocks[position].end else None

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds a character, in a table the row; ``None`` for blanks and boilerplate."""
        position = self.block_at(offset)
        if position is None:
            return None
        block = self.blocks[position]
        spans = block.sentences if block.table is None else tuple(map(_hull, (*block.table.header, *block.table.rows)))
        index = bisect_right(spans, offset, key=lambda span: span.start) - 1
        return spans[index] if index >= 0 and offset < spans[index].end else None

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]


def _hull(row: tuple[Span, ...]) -> Span:
    return Span(row[0].start, row[-1].end)
