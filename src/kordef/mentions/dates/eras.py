"""Dates by eras and by numbered weeks: "44 BC", "AD 79", "week 32 of 2020", "2020-W32"."""

from __future__ import annotations

from kordef.mentions.dates.forms import IsoWeek, Vague, Year
from kordef.mentions.dates.numbers import Hit, year_tail
from kordef.mentions.dates.tokens import DASHES, Tokens

__all__ = ["ERAS", "era_behind", "iso_week", "numbered_week", "with_era"]

_BEFORE = frozenset({"bc", "bce"})
_SINCE = frozenset({"ad", "ce"})
ERAS = _BEFORE | _SINCE | {"a", "b"}
"""What stands directly behind a year with its era: "44 BC", "79 A.D."."""
_YEAR_BEFORE = frozenset([
    "in", "from", "until", "till", "by", "since", "of", "to", "around", "about", "c", "circa", "year", "after",
    "before",
])  # fmt: skip
_LAST_WEEK = 53


def era_behind(t: Tokens, i: int) -> tuple[int, bool] | None:
    """Where the era at ``i`` ends, and whether it is the one before Christ: "BC", "B.C.", "CE"."""
    word, then = t.words[i], t.words[i + 2]
    if word in _BEFORE or word in _SINCE:
        return (i + 1, word in _BEFORE) if t.capital(i) or not t.attributive(i + 1) else None
    if word + then not in ("bc", "ad") or t.words[i + 1] != "." or not t.tight(i + 2):
        return None
    return i + 4 if t.words[i + 3] == "." and t.tight(i + 3) else i + 3, word == "b"


def with_era(t: Tokens, i: int) -> Hit | None:
    """ "500 BC", "79 AD", "AD 79". EDTF as kordef reads it begins with the year 1: what lies before stays without a date."""
    if not t.is_number(i):
        era = era_behind(t, i)
        if era is None or era[1] or not (t.capital(i) or t.words[i - 1] in _YEAR_BEFORE or i == 0):
            return None
        year, end = t.words[era[0]], era[0] + 1
        if (
            not t.is_number(era[0])
            or len(year) > 4
            or not t.free_right(era[0])
            or t.counts(end, 2)
            or t.attributive(end)
        ):
            return None
        return (Year(int(year)), end) if 1 <= int(year) <= 2100 else None
    if len(t.words[i]) > 4 or not t.free_left(i):
        return None
    era = era_behind(t, i + 1)
    if era is None or t.attributive(era[0]):
        return None
    if era[1]:
        return Vague(), era[0]
    is_prepared = t.words[i - 1] in _YEAR_BEFORE or t.is_all(i, era[0])
    return (Year(int(t.words[i])), era[0]) if is_prepared and 1 <= int(t.words[i]) <= 2100 else None


def numbered_week(t: Tokens, i: int) -> Hit | None:
    """ "week 32 of 2020", "week 5, 2021", "week 32" alone: with its year, or as all that is written."""
    number = t.words[i + 1]
    if not t.is_number(i + 1) or len(number) > 2 or not 1 <= int(number) <= _LAST_WEEK or not t.free_right(i + 1):
        return None
    tail = year_tail(t, i + 2, loose=True)
    if tail is not None:
        return IsoWeek(int(number), tail[0]), tail[1]
    return (IsoWeek(int(number)), i + 2) if t.is_all(i, i + 2) or t.words[i - 1] == "calendar" else None


def iso_week(t: Tokens, i: int) -> Hit | None:
    """ "2020-W32", "2020W32" (ISO 8601)."""
    j = i + 2 if t.words[i + 1] in DASHES and t.tight(i + 1) else i + 1
    number = t.words[j + 1]
    if t.words[j] != "w" or not (t.tight(j) and t.tight(j + 1) and t.is_number(j + 1)) or len(number) != 2:
        return None
    fits = t.free_left(i) and t.free_right(j + 1) and 1900 <= int(t.words[i]) <= 2100 and 1 <= int(number) <= _LAST_WEEK
    return (IsoWeek(int(number), int(t.words[i])), j + 2) if fits else None
