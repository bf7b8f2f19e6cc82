"""Chronologies and diaries: a date that stands alone in its line is the one that what is told below it is counted from.

22-25 April 2024
State visit of the president. An agreement is concluded on the 23rd.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kordef.document import Block, Document
from kordef.mentions.dates.arithmetic import Time
from kordef.mentions.dates.forms import Found
from kordef.mentions.dates.memory import Now

__all__ = ["entry_heads", "entry_now"]

_BEFORE = re.compile(r"[\s*•·▪#>\[(–—-]*\Z")
_BEHIND = re.compile(r"[\s\])*:.,†‡–—-]*(?:\([^()\n]*\)[\s:.*]*)?\Z")
"""What may stand behind the date of an entry: marks, and a remark in brackets."""
_LONGEST = 140
_FEWEST = 3
"""A single date above a paragraph is the day of a page; so many are the entries of a chronology."""
_EXACT = {"day": "day", "week": "day", "weekend": "day", "range": "day", "month": "month", "year": "year"}


def entry_heads(document: Document, found: Iterable[tuple[int, Found]]) -> frozenset[int]:
    """The blocks of a story that are no more than the date of an entry; none where the story is no chronology.

    ``found`` are the dates of the story with the numbers of their blocks.
    """
    heads = {block for block, form in found if _stands_alone(document.text, document.blocks[block], form)}
    return frozenset(heads) if len(heads) >= _FEWEST else frozenset()


def _stands_alone(text: str, block: Block, found: Found) -> bool:
    return (
        block.table is None
        and block.end - block.start <= _LONGEST
        and _BEFORE.match(text, block.start, found.start) is not None
        and _BEHIND.match(text, found.end, block.end) is not None
    )


def entry_now(time: Time | None) -> Now | None:
    """What dates in an entry are counted from; ``None`` for an open or very long time."""
    if time is None or time.first is None or time.last is None or time.unit not in _EXACT:
        return None
    days = (time.last - time.first).days
    exact = _EXACT[time.unit] if time.unit != "range" or days <= 31 else "year"
    return Now(time.edtf, time.first, time.last, exact) if days <= 366 else None
