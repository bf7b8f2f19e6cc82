"""Stretches of time told by their length and end, or by a beginning: "the three months ended 30 June", "since the start of"."""

from __future__ import annotations

import re

from kordef.builders.observations.indicators import Row
from kordef.mentions.model import DateMention, ValueMention

__all__ = ["edtf_at", "is_since", "spelt_out", "stretch_before"]

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})(?:-[0-9]{2})?")
_YEARS = re.compile(r"[0-9]{4}/[0-9]{4}")
_ENDED = frozenset(["ended", "ending", "to"])
_LONGEST = 24


def stretch_before(row: Row, at: int) -> tuple[str, int] | None:
    """The months up to a date, as an interval or a year, and the position where their words begin."""
    date = row.tokens[at].mention
    if not isinstance(date, DateMention) or row.word(at - 1) not in _ENDED:
        return None
    found = _DAY.fullmatch(date.period.edtf or "")
    count, begin = _months(row, at - 2)
    if found is None or not 0 < count <= _LONGEST or (row.word(at - 1) == "to" and row.word(begin - 1) != "the"):
        return None
    year, month = int(found[1]), int(found[2])
    if count == month == 12:
        return f"{year:04}", begin
    first = year * 12 + month - count
    return f"{first // 12:04}-{first % 12 + 1:02}/{year:04}-{month:02}", begin


def _months(row: Row, at: int) -> tuple[int, int]:
    """How many months a stretch before "ended" lasts, and where it begins: "three months", "year", "half year"."""
    value = row.tokens[at].mention if at >= 0 else None
    if isinstance(value, ValueMention) and value.kind == "duration" and value.unit == "month":
        low = value.amount.low
        return (int(low), at) if low is not None and low == value.amount.high and low == int(low) else (0, at)
    if row.word(at) == "year":
        half = row.word(at - 1) == "half"
        return (6, at - 1) if half else (12, at)
    return (3, at) if row.word(at) == "quarter" else (6, at) if row.word(at) == "half" else (0, at)


def edtf_at(row: Row, at: int) -> str | None:
    mention = row.tokens[at].mention
    return mention.period.edtf if isinstance(mention, DateMention) else None


def spelt_out(row: Row, at: int) -> int:
    """The years in brackets behind words for them: "over the past five years (2020-24)"."""
    years = at + 2
    spelt = row.word(at + 1) == "(" and row.kind(years) == "date" and row.word(at + 3) == ")"
    return years if spelt and _YEARS.fullmatch(edtf_at(row, years) or "") else at


_STARTS = frozenset(["start", "beginning", "outbreak", "onset", "launch"])


def is_since(row: Row, at: int) -> bool:
    """Whether a date is that from which on one counts: "since the start of Russia's February 2022 invasion"."""
    edtf = edtf_at(row, at) or ""
    if "/" in edtf or not edtf[:4].isdigit():
        return False
    since = next((k for k in range(at - 1, max(-1, at - 8), -1) if row.word(k) == "since"), None)
    return since is not None and any(row.word(k) in _STARTS for k in range(since + 1, since + 4))
