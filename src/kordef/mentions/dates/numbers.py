"""Numbers, ordinals and years as dates use them.

Every function takes the tokens and the place of the first one, and gives what it found and the place behind it, or ``None``.
"""

from __future__ import annotations

from typing import TypeAlias

from kordef.mentions.dates.forms import Base, Form, Interval, Unit, Year
from kordef.mentions.dates.tokens import APOSTROPHES, DASHES, POINTED_SEPARATORS, SEPARATORS, Tokens
from kordef.mentions.dates.words import NUMBERS, ORDINALS

__all__ = [
    "STEPS",
    "SUFFIXES",
    "Hit",
    "dashed_year",
    "day_number",
    "fiscal",
    "full_year",
    "is_four_digits",
    "number_word",
    "ordinal",
    "second_year",
    "spoken_year",
    "year_phrase",
    "year_tail",
]

Hit: TypeAlias = tuple[Form, int]
"""A form and the place behind it."""

STEPS = {"last": -1, "this": 0, "next": 1, "current": 0, "coming": 1, "past": -1}
"""Words before "year" or "month" and how many of them they turn to."""

_THENS = {"that": 0, "same": 0, "following": 1, "previous": -1, "preceding": -1}
SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_YEAR_LEADS = frozenset({"the", "that", "this", "last", "next"})


def number_word(t: Tokens, i: int) -> tuple[int, int] | None:
    """A whole number in digits or words ("three", "twenty-five") and the place behind it."""
    word = t.words[i]
    if t.is_number(i):
        return (int(word), i + 1) if len(word) <= 4 and t.free_left(i) else None
    value = NUMBERS.get(word)
    if value is None:
        return None
    if value >= 20 and t.words[i + 1] in DASHES and 1 <= NUMBERS.get(t.words[i + 2], 0) <= 9:
        return value + NUMBERS[t.words[i + 2]], i + 3
    if value >= 20 and 1 <= NUMBERS.get(t.words[i + 1], 0) <= 9 and t.words[i + 1] not in ("a", "an"):
        return value + NUMBERS[t.words[i + 1]], i + 2
    return value, i + 1


def ordinal(t: Tokens, i: int) -> tuple[int, int] | None:
    """An ordinal in digits ("27th") or words ("twenty-first") and the place behind it."""
    word = t.words[i]
    if t.is_number(i):
        if len(word) <= 2 and t.words[i + 1] in SUFFIXES and t.tight(i + 1) and t.free_left(i):
            return int(word), i + 2
        return None
    value = ORDINALS.get(word)
    if value is not None:
        return value, i + 1
    if NUMBERS.get(word) in (20, 30):
        j = i + 2 if t.words[i + 1] in DASHES else i + 1
        small = ORDINALS.get(t.words[j], 0)
        if 1 <= small <= 9:
            return NUMBERS[word] + small, j + 1
    return None


def day_number(t: Tokens, i: int) -> tuple[int, int] | None:
    """The number of a day, with or without its suffix, or as an ordinal word."""
    found = ordinal(t, i)
    if found is not None:
        return found if 1 <= found[0] <= 31 else None
    return (int(t.words[i]), i + 1) if t.is_day_number(i) else None


def _short_year(t: Tokens, i: int) -> tuple[int, int] | None:
    """A year of two digits behind an apostrophe ("'24")."""
    if t.words[i] in APOSTROPHES and t.is_number(i + 1) and len(t.words[i + 1]) == 2 and t.tight(i + 1):
        return full_year(int(t.words[i + 1])), i + 2
    return None


def full_year(two: int) -> int:
    """The year that two digits stand for: 50 to 99 lie in the twentieth century."""
    return 1900 + two if two >= 50 else 2000 + two


def is_four_digits(t: Tokens, i: int) -> bool:
    """Whether a token has the form of a year of our time: four digits from 1000 to 2100."""
    return len(t.words[i]) == 4 and t.is_number(i) and 1000 <= int(t.words[i]) <= 2100 and t.free_right(i)


def year_phrase(t: Tokens, i: int) -> tuple[Unit, int] | None:
    """A year named by its place: "last year", "this year", "that year", "the same year", "the year before"."""
    is_definite = t.words[i] == "the"
    word = t.words[i + 1] if is_definite else t.words[i]
    j = i + 2 if is_definite else i + 1
    if is_definite and word == "year":
        sign = {"before": -1, "after": 1}.get(t.words[j])
        return (Unit("year", 0, Base.NEAR), j) if sign is None else (Unit("year", sign, Base.THEN), j + 1)
    step = _THENS.get(word, STEPS.get(word))
    if step is None:
        return None
    if t.words[j] in ("fiscal", "financial", "calendar"):
        j += 1
    if t.words[j] != "year" or (t.words[j + 1] in DASHES and t.tight(j + 1)):
        return None
    base = Base.THEN if word in _THENS or (is_definite and word == "next") else Base.NOW
    return Unit("year", step, base), j + 1


def year_tail(t: Tokens, i: int, *, loose: bool = False) -> tuple[int | Unit, int] | None:
    """The year behind a day, month or quarter: "2025", ", 2025", "of 2025", "'25", "last year", "of that year", "FY2025".

    ``loose`` allows "in 2025" and "/2025" as well, as behind a quarter.
    """
    lead, j = t.words[i], i
    if lead == ",":
        j += 1
    elif lead == "of" or (lead == "in" and (loose or t.words[j + 1] in _YEAR_LEADS)):
        j += 3 if t.words[j + 1 : j + 3] == ["the", "year"] and t.is_number(j + 3) else 1
    elif loose and lead in SEPARATORS and t.is_number(j + 1):
        j += 1
    if is_four_digits(t, j) and not (t.counts(j + 1) if j > i else t.counts(j + 1, 2) and int(t.words[j]) % 50 == 0):
        return int(t.words[j]), j + 1
    short = _short_year(t, j)
    if short is not None:
        return short
    if t.words[j] in _SPOKEN and (spoken := spoken_year(t, j)) is not None:
        return spoken
    if loose or t.words[j] in ("fiscal", "fy"):
        tail = fiscal(t, j)
        if tail is not None and isinstance(tail[0], Year):
            return tail[0].year, tail[1]
    return None if lead == "," and t.words[j] not in ("last", "this") else year_phrase(t, j)


_SPOKEN = frozenset({"two", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"})
_CENTURIES = {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}


def spoken_year(t: Tokens, i: int) -> tuple[int, int] | None:
    """A year as it is spoken, "nineteen ninety-nine", "twenty ten", "nineteen oh five", "two thousand and sixteen"."""
    if t.words[i] == "two" and t.words[i + 1] == "thousand":
        j = i + 3 if t.words[i + 2] == "and" else i + 2
        rest = _below_hundred(t, j)
        year, end = (2000 + rest[0], rest[1]) if rest is not None else (2000, i + 2)
    else:
        century = _CENTURIES.get(t.words[i])
        j = i + 2 if t.words[i + 1] in DASHES else i + 1
        is_oh = t.words[j] in ("oh", "o")
        rest = _below_hundred(t, j + 1 if is_oh else j)
        if century is None or rest is None or (rest[0] < 10) is not is_oh:
            return None
        year, end = 100 * century + rest[0], rest[1]
    return (year, end) if not (t.counts(end, 2) or t.attributive(end)) else None


def _below_hundred(t: Tokens, i: int) -> tuple[int, int] | None:
    """A number below a hundred in words."""
    if t.is_number(i) or t.words[i] in ("a", "an"):
        return None
    return number_word(t, i)


def dashed_year(t: Tokens, j: int) -> tuple[int, int] | None:
    """A year of four digits stuck on with a dash or slash: "Apr-2024", "3/Apr/2024"."""
    if t.words[j] in POINTED_SEPARATORS and t.tight(j) and t.tight(j + 1) and is_four_digits(t, j + 1):
        return int(t.words[j + 1]), j + 2
    return None


def fiscal(t: Tokens, i: int) -> Hit | None:
    """ "FY2026", "FY26", "FY 2024-25", "fiscal year 2025", "fiscal 2024", "CY2023": the plain year, or years."""
    j = i + 1
    if t.words[i] in ("fiscal", "financial", "budget", "budgetary"):
        if t.words[j] in ("year", "years"):
            j += 1
        elif t.words[i][0] == "b":
            return None
        if t.words[j] == "(" and t.words[j + 1] in ("fy", "fys") and t.words[j + 2] == ")":
            j += 3
        if not is_four_digits(t, j):
            return None
    elif t.words[i] not in ("fy", "fys", "fye", "cy") or not t.begins_word(i):
        return None
    if t.words[j] in APOSTROPHES and t.tight(j + 1):
        j += 1
    if not t.is_number(j) or len(t.words[j]) not in (2, 4) or t.text[t.ends[j] : t.ends[j] + 1].isalpha():
        return None
    number = int(t.words[j]) if len(t.words[j]) == 4 else full_year(int(t.words[j]))
    if not 1900 <= number <= 2100:
        return None
    named = t.words[i] != "cy"
    span = second_year(t, j + 1, number)
    if span is not None:
        return Interval(Year(number, fiscal=named), Year(span[0], fiscal=named)), span[1]
    return Year(number, fiscal=named), j + 1


def second_year(t: Tokens, i: int, first: int) -> tuple[int, int] | None:
    """The two digits behind a dash or slash that end a range of years ("2019-23", "2022/23")."""
    if t.words[i] not in SEPARATORS or not t.tight(i) or not t.tight(i + 1) or not t.is_number(i + 1):
        return None
    # "2019-23-1" and "2014/24/EU" go on, and are no ranges
    goes_on = t.words[i + 2] in ("-", "/") and t.tight(i + 2) and t.tight(i + 3)
    if len(t.words[i + 1]) != 2 or not t.free_right(i + 1) or goes_on:
        return None
    two = int(t.words[i + 1])
    last = first // 100 * 100 + two
    if last <= first and first % 100 >= 90:
        last += 100
    return (last, i + 2) if first < last <= first + 60 else None
