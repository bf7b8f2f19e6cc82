"""A document as recognition reads it: the stretches of text to look at, and what the table of names finds in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from attrs import define

from kordef.document import BlockKind
from kordef.mentions.names import Use, fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kordef.document import Document, Table
    from kordef.mentions.names import Hit, NameTable
    from kordef.vocabulary import ActorKind, Section

__all__ = ["Found", "Page", "Passage", "Spans", "read"]


_Cell: TypeAlias = tuple[int, int, int]
"""A cell of a table: its block, row and column."""


@define(kw_only=True, eq=False)
class Passage:
    """A block, or a cell of a table: a stretch of text whose words belong together.

    ``capitalised`` is set where most words begin with a capital, as in many headlines: there a capital proves nothing.
    """

    block: int
    story: int
    section: Section
    start: int
    end: int
    sentences: tuple[int, ...]
    """Where each sentence begins, the first at ``start``."""
    kind: BlockKind
    capitalised: bool
    hits: tuple[Hit, ...]
    uses: int
    """All that recognisers may make of the hits: bits of `Use`."""
    arms: list[Hit]
    """Those of the hits that have to do with weapons."""
    starts: list[int]
    """Where the hits start."""
    hit_at: dict[int, Hit]
    """The hits by where they start."""
    capital_at: dict[int, int]
    """Capitalised words that begin no name of the table: the end of each by its start."""
    dateline: tuple[int, int] = (0, 0)
    cell: tuple[int, int, int] | None = None

    def of_use(self, use: int) -> list[Hit]:
        """The hits of which a recogniser may make something."""
        return [hit for hit in self.hits if hit.use & use] if self.uses & use else []

    def in_dateline(self, position: int) -> bool:
        """Whether a position lies in the dateline of the passage's story."""
        return self.dateline[0] <= position < self.dateline[1]

    def hit_before(self, position: int) -> Hit | None:
        """The last hit that begins before a position."""
        number = bisect_left(self.starts, position)
        return self.hits[number - 1] if number else None

    def sentence(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence around a position."""
        number = bisect_right(self.sentences, position)
        start = self.sentences[number - 1] if number else self.start
        return start, self.sentences[number] if number < len(self.sentences) else self.end


class Page:
    """The folded text of a document, the untouched one, and the passages."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text = fold(raw)
        self.passages: list[Passage] = []
        self.has_classes = "-class" in raw
        # How many filled cells the rows and columns of tables have: by (table block, "row" or "column", number).
        self.filled: dict[tuple[int, str, int], int] = {}
        # Where the filled cells of tables stand: by table block, row and column.
        self.cells: dict[tuple[int, int, int], tuple[int, int]] = {}
        # What rules have asked of the document as a whole, with the answer.
        self.facts: dict[str, bool] = {}

    def enter(self, number: int, table: Table) -> dict[_Cell, tuple[int, int]]:
        """Take in a table, the block of that number; the answer is where its filled cells stand."""
        cells = {
            (number, r, i): (cell.start, cell.end)
            for r, row in enumerate((*table.header, *table.rows))
            for i, cell in enumerate(row)
            if cell.end > cell.start
        }
        self.cells |= cells
        for way, at in (("row", 1), ("column", 2)):
            for line, count in Counter(cell[at] for cell in cells).items():
                self.filled[number, way, line] = count
        return cells


class Spans:
    """Spans that do not overlap, for asking whether one of them covers a position."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def __bool__(self) -> bool:
        return bool(self._starts)

    def cover(self, position: int) -> bool:
        """Whether a span stands over a position."""
        number = bisect_right(self._starts, position) - 1
        return number >= 0 and position < self._ends[number]


@define(kw_only=True, eq=False)
class Found:
    """An actor's mention in the making; the fields are those of ``ActorMention``."""

    start: int
    end: int
    passage: Passage
    key: str
    kind: ActorKind
    name: str
    form: str = "name"
    code: str | None = None
    as_place: bool = False
    acts_for: str | None = None
    witness: tuple[int, int] | None = None
    post: str | None = None
    post_span: tuple[int, int] | None = None
    repaired: str | None = None
    inferred: tuple[str, ...] = ()


_LONG_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{4,}")
_LONG_ASCII_WORD = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{4,}")
_MOSTLY = 0.7
_FEWEST_WORDS = 4


def _is_capitalised(text: str) -> bool:
    """Whether a line is in title case or in capitals, as far as its longer words tell. Sentences end with a full stop."""
    if text.endswith("."):
        return False
    words = (_LONG_ASCII_WORD if text.isascii() else _LONG_WORD).findall(text)
    return len(words) >= _FEWEST_WORDS and sum(not word[0].islower() for word in words) >= _MOSTLY * len(words)


def read(document: Document, names: NameTable) -> Page:
    """Fold a document's text and find the table's names in everything that may hold facts."""
    page = Page(document.text)
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.BOILERPLATE or block.repeats is not None:
            continue
        dateline = document.stories[block.story].dateline if block.story < len(document.stories) else None
        spans: Iterable[tuple[_Cell | None, tuple[int, int]]] = ((None, (block.start, block.end)),)
        if block.table is not None:
            spans = page.enter(number, block.table).items()
        is_text = block.table is None
        sentences = tuple([s.start for s in block.sentences]) if is_text else ()
        place = (dateline.start, dateline.end) if dateline else (0, 0)
        for cell, (start, end) in spans:
            hits: list[Hit] = []
            capitals: dict[int, int] = {}
            names.find(page.text, start, end, hits, capitals)
            if not hits and not capitals:
                # Figures, or small letters that no rule begins with.
                continue
            hit_at = {hit.start: hit for hit in hits}
            uses = 0
            for hit in hits:
                uses |= hit.use
            page.passages.append(
                Passage(
                    block=number,
                    story=block.story,
                    section=block.section,
                    start=start,
                    end=end,
                    sentences=sentences or (start,),
                    kind=block.kind,
                    capitalised=is_text and end - start < 300 and _is_capitalised(page.text[start:end]),
                    hits=tuple(hits),
                    uses=uses,
                    arms=[hit for hit in hits if hit.use & Use.ARM] if uses & Use.ARM else [],
                    starts=list(hit_at),
                    hit_at=hit_at,
                    capital_at=capitals,
                    dateline=place,
                    cell=cell,
                )
            )
    return page
