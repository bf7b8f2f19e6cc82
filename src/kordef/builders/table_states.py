"""What stands in columns and cells of tables besides one figure of one kind: how far deals have come, and pairs of numbers.

A table of deals holds no figures for a state of affairs, save the columns that say how much has arrived or been paid by a day:
"Delivered in 2024", "Paid to date". A cell may hold several numbers, "137 / 92", where the heading names as many:
"pledged / delivered".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kordef.document import Span, Table

__all__ = ["has_come", "is_cut_off", "is_so_far", "label_column", "names_of_parts", "parts_of"]

_ARRIVED = frozenset([
    "delivered", "deliveries", "delivery", "received", "arrived", "handed", "shipped", "transferred", "accepted", "fielded",
    "paid", "disbursed", "payments", "spent", "drawn", "invoiced", "built", "produced", "completed", "commissioned",
])  # fmt: skip
"""The words of a heading that say that something has come about."""
_SO_FAR = frozenset(["date", "far", "total", "cumulative", "cumulatively", "all", "now", "already", "overall"])
_AHEAD = frozenset([
    "due", "year", "years", "last", "first", "planned", "expected", "start", "end", "scheduled", "period", "from", "until",
    "remaining", "deadline", "schedule", "outstanding", "place", "next", "option", "options",
])  # fmt: skip
"""The words of a heading that say when something comes, or that it has not come."""
_PARTS = re.compile(r" ?/ ?")
_NUMBER = re.compile(r"[$€£¥₩]?\(?[~+−–-]?[0-9][0-9.,]*\)?%?")
_NAME = re.compile(r"[^\W\d_][\w .'’-]{1,30}")
_SEPARATOR = re.compile(r"[,;:(]")
_CLOSING = re.compile(r"[),;]")
_DAY = 10


def label_column(text: str, table: Table) -> int:
    """The column that names the rows: the second, where the first only ranks or numbers them ("Rank | Country | Spending")."""
    firsts = [text[row[0].start : row[0].end].strip(" .()") for row in table.rows if len(row) > 2]
    if len(firsts) < 2 or len(firsts) != len(table.rows):
        return 0
    ranks = [int(first) for first in firsts if first.isdecimal() and len(first) < 4]
    told = [first for first in firsts if first and not first.isdecimal() and any(map(str.isalpha, first))]
    ordered = len(ranks) > 1 and ranks == sorted(ranks) and ranks[0] < 3 and ranks[-1] - ranks[0] < 3 * len(ranks)
    named = all(any(map(str.isalpha, text[row[1].start : row[1].end])) for row in table.rows)
    return 1 if ordered and not told and named else 0


def has_come(words: Iterable[str]) -> bool:
    """Whether a heading of a column says how much has come about: "Delivered in 2024", not "Delivery due"."""
    said = frozenset(words)
    return bool(said & _ARRIVED) and not said & _AHEAD


def is_so_far(words: Iterable[str]) -> bool:
    """Whether a heading speaks of all that has come about until now: "Paid to date", "Delivered in total"."""
    return bool(_SO_FAR.intersection(words))


def is_cut_off(edtf: str | None) -> bool:
    """Whether a title's time is the last day, month or year that its table covers: "as at 31 March 2026", "to August 2025"."""
    return edtf is not None and (edtf.startswith("../") or len(edtf) == _DAY)


def parts_of(text: str, cell: Span) -> int:
    """How many numbers with slashes between them a cell holds: 2 for "137 / 92", 1 for all others."""
    said = text[cell.start : cell.end]
    if "/" not in said:
        return 1
    parts = _PARTS.split(said)
    return len(parts) if all(_NUMBER.fullmatch(part) for part in parts) else 1


def names_of_parts(text: str, labels: Sequence[Span], number: int) -> tuple[Span, ...]:
    """The words that name the numbers of such a cell, from the nearest label that has as many: "(EUR m, pledged / delivered)"."""
    for label in labels:
        said = text[label.start : label.end]
        stop = 0
        while (at := said.find("/", stop)) >= 0:
            first = max((m.end() for m in _SEPARATOR.finditer(said, stop, at)), default=stop)
            closing = _CLOSING.search(said, at)
            stop = closing.start() if closing is not None else len(said)
            names = _PARTS.split(said[first:stop])
            if len(names) == number and all(_NAME.fullmatch(name.strip()) for name in names):
                spans: list[Span] = []
                position = first
                for name in names:
                    start = said.index(name.strip(), position)
                    position = start + len(name.strip())
                    spans.append(Span(label.start + start, label.start + position))
                return tuple(spans)
    return ()
