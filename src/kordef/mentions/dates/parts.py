"""The grammar of parts of a time: "first half of 2022", "third week of May", "mid-May", "the end of the year", "c. 1860".

A part is taken of a whole that may itself be told in any way. The rule for wholes is the dispatcher of
:mod:`kordef.mentions.dates.phrases`, which every function here is given as ``point``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from kordef.mentions.dates.eras import era_behind, with_era
from kordef.mentions.dates.forms import (
    Base,
    Beside,
    Day,
    Decade,
    Division,
    Feast,
    Form,
    Interval,
    Marked,
    Month,
    Offset,
    Slice,
    Stretch,
    Turn,
    Unit,
    Vague,
    Weekday,
    WeekOf,
    Year,
)
from kordef.mentions.dates.months import month_first
from kordef.mentions.dates.numbers import Hit, number_word, ordinal, year_tail
from kordef.mentions.dates.numeric import digits
from kordef.mentions.dates.relative import PLURALS, decade_words, event_follows, short_decade
from kordef.mentions.dates.tokens import DASHES, Tokens
from kordef.mentions.dates.words import BUSINESS, MONTHS, PARTS, UNITS, WEEKDAY_SHORT, WEEKDAYS

__all__ = [
    "ENDS",
    "Rule",
    "beside",
    "earlier",
    "end_of",
    "from_day",
    "hedged",
    "ordinal_part",
    "part",
    "part_of",
    "part_of_short_decade",
    "sliced",
    "uncertain",
    "week_of",
]

Rule: TypeAlias = Callable[[Tokens, int], Hit | None]
"""A rule of the grammar: from the tokens and a place to a form and the place behind it."""

ENDS = {
    "end": "late", "start": "early", "beginning": "early", "middle": "mid", "close": "late", "outset": "early",
    "turn": "", "rest": "", "remainder": "", "course": "", "whole": "",
}  # fmt: skip
"""Words before "of the year" and the part that they mean, if any."""

_RANKS_OF_QUARTERS = {"one": 1, "two": 2, "three": 3, "four": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_WHOLES = frozenset({"day", "week", "month", "quarter", "year", "decade", "century"})
_SLICEABLE = frozenset({"day", "week", "month", "quarter", "year"})
_BESIDE_UNITS = frozenset({"day", "week"})
_TO_A_WEEKDAY = frozenset({*WEEKDAYS, "next", "this", "last"})
_SURE_HEDGES = frozenset({"c", "ca", "circa", "~"})
_AFTER_EARLIER = frozenset({"this", "that", "the", "last", "next", "today", "in"})


def ordinal_part(t: Tokens, i: int, point: Rule) -> Hit | None:
    """What begins with an ordinal: "first quarter of 2024", "third week of May", "19th century", "first of March"."""
    found = ordinal(t, i)
    return sliced(t, i, found[0], found[1], point) if found is not None else None


def sliced(t: Tokens, i: int, rank: int, j: int, point: Rule) -> Hit | None:
    """The ``rank``-th part of a whole (-1: the last), its unit at ``j``: a quarter, half, week, month, weekday or day."""
    k = j + 1 if t.words[j] in DASHES else j
    word, then = t.words[k], t.words[k + 1]
    if word in ("quarter", "qtr"):
        return _quarter(t, i, rank, k, point)
    if word == "half":
        return _half(t, rank, k, point)
    if word == "century":
        # "first-century" is left alone: it is more often a figure of speech
        if (era := era_behind(t, k + 1)) is not None and 1 <= rank <= 60:
            return (Vague(), era[0]) if era[1] else (Decade((rank - 1) * 100, 100), era[0]) if rank > 1 else None
        return (Decade((rank - 1) * 100, 100), k + 1) if 2 <= rank <= 22 and (k == j or rank >= 10) else None
    if k > j:
        return None
    if word == "of" and then in MONTHS and 1 <= rank <= 31:
        tail = year_tail(t, k + 2)
        year, end = tail if tail is not None else (None, k + 2)
        return Day(rank, MONTHS[then], year), end
    if word in WEEKDAYS or word in WEEKDAY_SHORT:
        whole = _whole(t, k + 2, point) if then in ("of", "in") and rank <= 5 else None
        named = WEEKDAYS.get(word, WEEKDAY_SHORT.get(word, 0))
        return (Slice(rank, 1, named, whole[0]), whole[1]) if whole is not None else None
    return _units_of(t, rank, k, point)


def _units_of(t: Tokens, rank: int, k: int, point: Rule) -> Hit | None:
    """ "week of May", "nine months of 2024", "days of December" behind an ordinal."""
    number = number_word(t, k) if t.words[k] not in ("a", "an") else None
    count, m = number if number is not None else (1, k)
    unit = UNITS.get(t.words[m])
    if unit == "month" and rank == 1 and 1 < count < 12 and _is_of_this_year(t, k, m + 1):
        return Slice(rank, count, "month", Unit("year", 0, Base.NEAR)), m + 1
    if unit not in _SLICEABLE or t.words[m + 1] not in ("of", "in") or (number is not None and rank not in (1, -1)):
        return None
    whole = _whole(t, m + 2, point)
    if whole is None:
        return None
    form, end = whole
    if number is None and t.words[m] in PLURALS:
        # "the first days of December": how many is not told
        is_part = rank in (1, -1) and isinstance(form, (Year, Month, Unit, Decade))
        return (Marked(form, "early" if rank == 1 else "late"), end) if is_part else None
    return Slice(rank, count, UNITS[t.words[m]], form), end


def _is_of_this_year(t: Tokens, k: int, end: int) -> bool:
    """Whether "in the first four months", behind which no year stands, is told of the year: a clause ends with it."""
    if t.words[k - 2] != "the" or t.words[k - 3] not in ("in", "during", "over", "for"):
        return False
    return t.words[end] in (",", ".", ";", ")", "alone") or (
        not t.is_word(end) and not BUSINESS.isdisjoint(t.words[max(k - 14, 0) : k])
    )


def _whole(t: Tokens, i: int, point: Rule) -> Hit | None:
    """The year, month or decade that a part is taken of."""
    if t.words[i] == "the" and t.words[i + 1] in _WHOLES:
        return beside(t, i + 1) or (Unit(t.words[i + 1], 0, Base.NEAR), i + 2)
    hit = point(t, i)
    return None if hit is None or isinstance(hit[0], (Day, Weekday, Interval, Offset, Stretch, Vague)) else hit


def beside(t: Tokens, i: int) -> Hit | None:
    """ "year before", "week after next", "day before yesterday" behind "the"; not "day before the summit"."""
    unit, word, then = UNITS.get(t.words[i]), t.words[i + 1], t.words[i + 2]
    if unit is None or unit == "hour" or word not in ("before", "after"):
        return None
    sign = -1 if word == "before" else 1
    if then in ("last", "next", "yesterday", "tomorrow"):
        return Unit(unit, 2 * sign), i + 3
    return None if event_follows(t, i + 2) else (Unit(unit, sign, Base.THEN), i + 2)


def from_day(t: Tokens, i: int, point: Rule) -> Hit | None:
    """ "Two days after Christmas", "day before May 5", "two weeks from Monday": so many days or weeks beside a day."""
    number = number_word(t, i) if t.words[i] not in _BESIDE_UNITS else (1, i)
    if number is None:
        return None
    count, k = number
    unit, joint = UNITS.get(t.words[k]), t.words[k + 1]
    if joint == "from" or (joint == "on" and unit == "week"):
        # "a week on Friday"
        day = point(t, k + 2) if unit in _BESIDE_UNITS and t.words[k + 2] in _TO_A_WEEKDAY else None
        if day is None or not isinstance(day[0], Weekday) or t.possessive(day[1]):
            return None
        coming = day[0]._replace(turn=Turn(1, soon=True)) if day[0].turn is None and day[0].week is None else day[0]
        return Beside(coming, unit or "", count), day[1]
    sign = {"before": -1, "after": 1}.get(joint)
    if unit not in _BESIDE_UNITS or sign is None or t.words[k + 2] == "the":
        return None
    hit = point(t, k + 2)
    return (
        (Beside(hit[0], unit, sign * count), hit[1]) if hit is not None and isinstance(hit[0], (Day, Feast)) else None
    )


def _quarter(t: Tokens, i: int, rank: int, k: int, point: Rule) -> Hit | None:
    """ "first quarter", "third quarter of 2024", "last quarter of the year"; not quarter-finals or a quarter-century."""
    if rank not in (-1, 1, 2, 3, 4) or t.words[k + 1] in ("final", "finals", "century"):
        return None
    if t.words[k + 1] in DASHES and t.tight(k + 1) and t.is_word(k + 2):
        return None
    code = 36 if rank < 0 else 32 + rank
    tail = year_tail(t, k + 1, loose=True)
    if tail is not None:
        return Division(code, tail[0]), tail[1]
    if t.words[k + 1] in ("of", "in"):
        whole = _whole(t, k + 2, point)
        if whole is not None and isinstance(whole[0], Unit) and whole[0].unit == "year":
            return Division(code, whole[0]), whole[1]
        if t.words[k + 1] == "of":
            return None
    return (Division(code), k + 1) if rank > 0 and t.words[i - 1] != "a" else None


def _half(t: Tokens, rank: int, k: int, point: Rule) -> Hit | None:
    """ "first half of 2022", "second half of the year", "first half of July", "second half of the 1990s"."""
    if rank not in (-1, 1, 2):
        return None
    code = 40 if rank == 1 else 41
    tail = year_tail(t, k + 1, loose=True)
    if tail is not None:
        return Division(code, tail[0]), tail[1]
    whole = _whole(t, k + 2, point) if t.words[k + 1] in ("of", "in") else None
    if whole is None:
        # of a match and of a book there is a first half too
        is_business = rank > 0 and not BUSINESS.isdisjoint(t.words[max(k - 14, 0) : k + 18])
        return (Division(code), k + 1) if is_business and t.words[k + 1] != "of" else None
    form, end = whole
    if isinstance(form, Unit) and form.unit == "year":
        return Division(code, form), end
    return Slice(1 if code == 40 else -1, 1, "half", form), end


def part(t: Tokens, i: int, point: Rule) -> Hit | None:
    """ "early 2027", "mid-May", "late next year", "mid-to-late 2025", "late in the 1980s", "mid-year", "midyear"."""
    name, j = PARTS[t.words[i]], i + 1
    if t.words[i] == "midyear":
        return _of_year(t, j, name)
    name, j = _second_part(t, j, name)
    if name == "mid" and t.words[j] in _WHOLES and t.words[j - 1] in DASHES:
        return (
            _of_year(t, j + 1, name) if t.words[j] == "year" else (Marked(Unit(t.words[j], 0, Base.NEAR), name), j + 1)
        )
    if t.words[j] in ("in", "on"):
        j += 1
    if t.words[j - 1] in DASHES:
        t.hyphened = j
    return part_of(t, j, name, point)


def _second_part(t: Tokens, j: int, name: str) -> tuple[str, int]:
    """The place behind a part's hyphen, and behind a second part: of "mid-to-late 2025" the latter is kept."""
    if t.words[j] in DASHES and t.tight(j):
        j += 1
    k = j
    if t.words[k] in ("to", "or", "/"):
        k = k + 2 if t.words[k + 1] in DASHES else k + 1
    second = PARTS.get(t.words[k])
    if second is None or (k == j and t.words[j - 1] not in DASHES):
        return name, j
    return second, k + 2 if t.words[k + 1] in DASHES else k + 1


def _of_year(t: Tokens, j: int, name: str) -> Hit:
    tail = year_tail(t, j)
    if tail is None:
        return Marked(Unit("year", 0, Base.NEAR), name), j
    return Marked(Year(tail[0]) if isinstance(tail[0], int) else tail[0], name), tail[1]


def part_of_short_decade(t: Tokens, i: int) -> Hit | None:
    """ "mid 90s", "late-80s", "late nineties" behind "the"."""
    j = i + 2 if t.words[i + 1] in DASHES else i + 1
    hit = short_decade(t, j) or decade_words(t, j)
    return None if hit is None else (Marked(hit[0], PARTS[t.words[i]]), hit[1])


def part_of(t: Tokens, i: int, name: str, point: Rule) -> Hit | None:
    """A part called ``name`` of the time at ``i``; days have no part ("late on Monday")."""
    hit = _time_or_unit(t, i, point)
    if hit is not None and isinstance(hit[0], Stretch) and hit[0].unit == "decade" and hit[0].number == 1:
        # "the middle of the next decade"
        hit = Unit("decade", hit[0].sign), hit[1]
    if hit is None or isinstance(hit[0], (Interval, Offset, Vague, Stretch, Marked)):
        return None
    return hit if _is_day(hit[0]) or not name else (Marked(hit[0], name), hit[1])


def _is_day(form: Form) -> bool:
    return isinstance(form, (Day, Weekday, Feast, WeekOf)) or (isinstance(form, Unit) and form.unit == "day")


def _time_or_unit(t: Tokens, i: int, point: Rule) -> Hit | None:
    """A time, or "the year", "the month" and the like."""
    unit = t.words[i + 1]
    if t.words[i] != "the" or unit not in _WHOLES or t.words[i + 2] in ("before", "after", "of"):
        return point(t, i)
    return Unit(unit, 0, Base.THEN if unit == "day" else Base.NEAR), i + 2


def numbered_quarter(t: Tokens, i: int) -> Hit | None:
    """ "quarter two 2024", "quarter 3 of 2025"."""
    rank = _RANKS_OF_QUARTERS.get(t.words[i + 1], 0) if t.words[i] == "quarter" else 0
    tail = year_tail(t, i + 2) if rank else None
    return (Division(32 + rank, tail[0]), tail[1]) if tail is not None else None


def end_of(t: Tokens, i: int, point: Rule) -> Hit | None:
    """ "end of 2025", "beginning of next year", "end-2025", "turn of the year", "rest of the month"."""
    word, j = t.words[i], i + 1
    name = ENDS[word]
    if t.words[j] == "of":
        if word == "end" and (quarter := numbered_quarter(t, j + 1)) is not None:
            return Marked(quarter[0], name), quarter[1]
        if word == "end" and t.words[j + 1] in _WHOLES:
            return Marked(Unit(t.words[j + 1], 0, Base.NEAR), name), j + 2
        hit = part_of(t, j + 1, name, point)
        if hit is None or _is_day(hit[0]):
            return None
        return hit if word != "turn" or isinstance(hit[0], Unit) else None
    if word not in ("end", "start", "beginning", "middle"):
        return None
    if t.words[j] in DASHES and t.tight(j):
        j += 1
        t.hyphened = j
    elif word != "end":
        return None
    if t.words[j] in MONTHS:
        month = month_first(t, j) if t.capital(j) else None
        return (Marked(month[0], name), month[1]) if month is not None and isinstance(month[0], Month) else None
    year = digits(t, j) if t.is_number(j) and len(t.words[j]) == 4 else None
    return (Marked(year[0], name), year[1]) if year is not None and isinstance(year[0], Year) else None


def week_of(t: Tokens, i: int, point: Rule) -> Hit | None:
    """ "week of 6 March", "week beginning on March 3", "weekend of 14 June"."""
    word, j = t.words[i + 1], i + 2
    if word not in ("of", "beginning", "starting", "commencing", "ending"):
        return None
    if t.words[j] in ("on", "the"):
        j += 1
    day = point(t, j)
    if day is not None and isinstance(day[0], Interval) and isinstance(day[0].start, Day) and t.words[i] == "weekend":
        # "the weekend of 5-6 October"
        return day
    starts = isinstance(day[0], Weekday) and word not in ("of", "ending") if day is not None else False
    if day is None or not (isinstance(day[0], Day) or starts):
        return None
    return WeekOf(day[0], ending=word == "ending", weekend=t.words[i] == "weekend"), day[1]


def earlier(t: Tokens, i: int, point: Rule) -> Hit | None:
    """ "earlier this month", "later in the year", "earlier that day", "later in 2024", "later today"."""
    j = i + 2 if t.words[i + 1] in ("in", "on", "during") else i + 1
    word = t.words[j]
    if word not in _AFTER_EARLIER and (j == i + 1 or not (word in MONTHS or word in PARTS or t.is_number(j))):
        return None
    hit = _time_or_unit(t, j, point)
    return hit if hit is not None and isinstance(hit[0], (Unit, Year, Month, Decade, Division)) else None


def hedged(t: Tokens, i: int, point: Rule) -> Hit | None:
    """ "around 2030", "c. 1860", "circa Feb 1812", "~2030": approximate dates."""
    word, j = t.words[i], i + 1
    if word in ("c", "ca") and t.tight(i) and t.is_word(i - 1):
        return None
    if t.words[j] == "." and word in ("c", "ca", "approx") and t.tight(j):
        j += 1
    if t.is_number(j) and (era := with_era(t, j)) is not None and isinstance(era[0], Vague):
        return era
    hit = _hedged_year(t, word, j) if t.is_number(j) and len(t.words[j]) == 4 else point(t, j)
    if hit is None:
        return None
    form, end = hit
    if isinstance(form, Marked):
        return form._replace(mark="~"), end
    if isinstance(form, Interval) and form.start is not None and form.end is not None:
        return Interval(Marked(form.start, mark="~"), Marked(form.end, mark="~")), end
    return (Marked(form, mark="~"), end) if isinstance(form, (Year, Month, Decade, Division)) else None


def _hedged_year(t: Tokens, word: str, j: int) -> Hit | None:
    """A year behind a hedge; "about" and "around" stand before quantities as well."""
    number = int(t.words[j])
    if word not in _SURE_HEDGES:
        hit = digits(t, j)
        if hit is None or (number % 100 == 0 and isinstance(hit[0], Year)):
            # "in about 1900"
            is_prepared = t.words[j - 2] in ("in", "from", "since", "until", "of") or t.is_all(j - 1, j + 1)
            fits = is_prepared and 1400 <= number <= 2050 and t.free_right(j) and not t.is_word(j + 1)
            return (Year(number), j + 1) if fits else None
        return None if t.counts(hit[1], 3) else hit
    if not 1000 <= number <= 2100:
        return None
    t.hyphened = j
    hit = digits(t, j)
    if hit is not None and isinstance(hit[0], (Decade, Interval)):
        return hit
    return (Year(number), j + 1) if t.free_right(j) and not t.counts(j + 1) else None


def uncertain(t: Tokens, i: int) -> Hit | None:
    """ "probably 2025": an uncertain date."""
    j = i + 1
    if not t.is_number(j) or len(t.words[j]) != 4 or not 1800 <= int(t.words[j]) <= 2100:
        return None
    if not t.free_right(j) or t.counts(j + 1, 3):
        return None
    hit = digits(t, j) or (Year(int(t.words[j])), j + 1)
    return (Marked(hit[0], mark="?"), hit[1]) if isinstance(hit[0], (Year, Month)) else None
