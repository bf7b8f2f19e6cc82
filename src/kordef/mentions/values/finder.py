"""Recognition of values: numbers with what they count or measure.

`find_values` reads a document, `values_in` any text. One search with one pattern finds digits and number words; around each
the currency, scale, unit, hedge and noun are read with anchored patterns and look-ups, so that text without numbers costs
next to nothing and every text time in proportion to its length.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kordef.document import BlockKind
from kordef.mentions.values.cells import read_cells
from kordef.mentions.values.reader import ValueReader
from kordef.mentions.values.words import value_words
from kordef.vocabulary import Section

if TYPE_CHECKING:
    from kordef.catalogue import Catalogue
    from kordef.document import Document
    from kordef.mentions.model import ValueMention

__all__ = ["annotation_kind", "annotation_unit", "find_values", "values_in"]


_HEADINGS: Final = (BlockKind.HEADING, BlockKind.SUBTITLE)
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?[ \t]+(?=[A-Z])(?!(?:Million|Billion|Trillion|Percent|Per)\b)")
"""The number of a section before its heading: "2.2 Suppliers"."""


def find_values(document: Document, catalogue: Catalogue | None = None) -> tuple[ValueMention, ...]:
    """All values of a document that may hold facts, in the order of the text.

    In a table the unit of a bare number comes from the heading of its column, the label of its row or the table's title;
    such a mention has its ``cell``. A block that repeats an earlier one, as a caption printed twice, has its values too.
    """
    found: list[ValueMention] = []
    reader = ValueReader(document.text, value_words(catalogue))
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.BOILERPLATE:
            continue
        if block.table is not None:
            found.extend(read_cells(reader, block, number))
            continue
        numbered = _NUMBERED.match(document.text, block.start, block.end) if block.kind in _HEADINGS else None
        start = numbered.end() if numbered is not None else block.start
        read = reader.read(start, block.end, (number, block.story, block.section))
        if block.kind is BlockKind.TABLE_TITLE:
            # "Payments (millions)" above a table is the scale of its numbers.
            read = [value for value in read if not _is_scale(value.exact)]
        found += read
    return tuple(found)


def values_in(
    text: str, start: int = 0, end: int | None = None, *, catalogue: Catalogue | None = None
) -> tuple[ValueMention, ...]:
    """All values between two positions of a text, as one block 0 of running text.

    >>> [mention.exact for mention in values_in("Norway ordered 24 K9s for about NOK1.8 b.")]
    ['24 K9s', 'about NOK1.8 b']
    """
    stop = len(text) if end is None else end
    return tuple(ValueReader(text, value_words(catalogue)).read(start, stop, (0, 0, Section.BODY)))


def _is_scale(words: str) -> bool:
    """Whether words are a bare scale, with or without its currency: "millions", "thousands of dollars"."""
    return words.lower().partition(" ")[0] in ("millions", "thousands", "billions", "trillions", "hundreds")


_ANNOTATED = {"mass": "other", "speed": "other", "rank": "count"}
_ANNOTATED_UNITS = {"percentage_point": "percent", "basis_point": "percent", "multiple": "item", "TIV": "item"}


def annotation_kind(mention: ValueMention) -> str:
    """The kind of a value in the notation of annotations, which has neither mass nor speed nor rank."""
    return _ANNOTATED.get(mention.kind, mention.kind)


def annotation_unit(mention: ValueMention) -> str:
    """The unit of a value in the notation of annotations: multiples and trend-indicator values are items, points percent."""
    return _ANNOTATED_UNITS.get(mention.unit, mention.unit)
