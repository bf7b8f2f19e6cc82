"""The grammar of dates told by words: "last November", "the first half of 2022", "mid-May", "the end of the year"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from kordef.mentions import date_absolute as absolute
from kordef.mentions import date_relative as relative
from kordef.mentions.date_absolute import Hit, number_word, ordinal, year_tail
from kordef.mentions.date_forms import (
    Base,
    Day,
    Decade,
    Division,
    Feast,
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
from kordef.mentions.date_relative import PLURAL
from kordef.mentions.date_tokens import DASHES, Tokens
from kordef.mentions.date_words import (
    AMBIGUOUS_MONTHS,
    DAY_PARTS,
    DECADE_WORDS,
    HEDGES,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS,
    SEASONS,
    UNCERTAIN,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAY_SHORT,
    WEEKDAYS,
)

__all__ = ["LEADS", "point"]

_TURNS = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "current": 0, "same": 0, "that": 0, "next": 1, "coming": 1,
    "upcoming": 1, "following": 1, "subsequent": 1, "ensuing": 1,
}  # fmt: skip
_THEN = frozenset({"previous", "preceding", "prior", "following", "subsequent", "ensuing", "same", "that"})
_ENDS = {
    "end": "late", "start": "early", "beginning": "early", "middle": "mid", "close": "late", "outset": "early", "turn": "", "rest": "",
    "remainder": "", "course": "", "whole": "",
}  # fmt: skip
"""Words before "of the year" and the part that they mean, if any."""


def point(t: Tokens, i: int) -> Hit | None:
    """One time, however it is told, that begins at token ``i``."""
    word = t.words[i]
    if word[:1].isdigit():
        return (_ordinal_phrase(t, i) or absolute.digits(t, i) or relative.offset(t, i)) if t.is_number(i) else None
    lead = LEADS.get(word)
    return lead(t, i) if lead is not None else None


def _month(t: Tokens, i: int) -> Hit | None:
    if t.words[i] == "may" and t.words[i + 1] == "day" and t.capital(i):
        return relative.feast(t, i)
    return absolute.month_first(t, i)


def _the(t: Tokens, i: int) -> Hit | None:
    """What begins with "the"."""
    j = i + 1
    word, then = t.words[j], t.words[j + 1]
    if word == "day" and then in ("before", "after") and t.words[j + 2] in ("yesterday", "tomorrow"):
        return Unit("day", -2 if then == "before" else 2), j + 3
    if word in UNITS and word not in PLURAL:
        return _the_unit(t, j, UNITS[word], then)
    if word in _TURNS:
        return _turned(t, j, definite=True)
    if word in ("recent", "few", "several"):
        return relative.recent(t, j)
    if word == "month" and then == "of":
        return None
    if word in SEASONS or word in PARTS or word in _ENDS or word in ("fiscal", "financial", "latter", "very", "opening", "final", "closing", "opening"):
        return _the_named(t, j, word)
    if word in DECADE_WORDS or NUMBERS.get(word, 0) in (19, 20):
        return relative.decade_words(t, j) or relative.units_beside(t, j)
    if word in ("'", "’", "‘"):
        return relative.short_decade(t, j)
    if t.is_number(j) and len(word) == 2 and word[1] == "0" and 20 <= int(word) <= 90:
        k = j + 2 if then in ("'", "’") and t.tight(j + 1) else j + 1
        if t.words[k] == "s" and t.tight(k):
            return Decade((1900 if int(word) >= 30 else 2000) + int(word)), k + 1
    hit = _ordinal_phrase(t, j)
    if hit is not None:
        return hit
    if t.is_number(j):
        decade = absolute.digits(t, j)
        if decade is not None and isinstance(decade[0], Decade | Day | Interval):
            return decade
        day = ordinal(t, j)
        if day is not None and t.words[i - 1] in ("on", "until", "since", "by", "from") and 1 <= day[0] <= 31 and not relative.is_noun(t, day[1]):
            return Day(day[0], None), day[1]
    return relative.units_beside(t, j)


def _the_unit(t: Tokens, j: int, unit: str, then: str) -> Hit | None:
    """ "the day before", "the week of March 7", "the weekend", "the year before last", "the month of May"."""
    if unit == "weekend":
        return Unit("weekend", 0, Base.NEAR), j + 1
    if then in ("before", "after"):
        sign = -1 if then == "before" else 1
        if t.words[j + 2] in ("last", "next"):
            return Unit(unit, -2 if t.words[j + 2] == "last" else 2), j + 3
        return None if relative.event_follows(t, j + 2) else (Unit(unit, sign, Base.THEN), j + 2)
    if then in ("earlier", "later"):
        return Offset(1, unit, relative.SIGNS[then], Base.THEN), j + 2
    if unit == "week":
        return _week_of(t, j)
    if unit == "month" and then == "of":
        return _month(t, j + 2) if t.words[j + 2] in MONTHS else None
    return None


def _week_of(t: Tokens, i: int) -> Hit | None:
    """ "week of 6 March", "week beginning on March 3"."""
    word = t.words[i + 1]
    j = i + 2
    if word not in ("of", "beginning", "starting", "commencing", "ending", "from"):
        return None
    if t.words[j] in ("on", "from", "the"):
        j += 1
    day = point(t, j)
    if day is None or not isinstance(day[0], Day):
        return None
    return WeekOf(day[0], ending=word == "ending"), day[1]


def _the_named(t: Tokens, j: int, word: str) -> Hit | None:
    if word == "very":
        return _the(t, j) if t.words[j + 1] in ("same", "next") else None
    if word in ("opening", "final", "closing"):
        return _sliced(t, j, 1 if word == "opening" else -1, j + 1)
    if word == "latter":
        return _part_of(t, j + 2, "late") if t.words[j + 1] in ("part", "half") else None
    if word in PARTS and t.words[j + 1] == "part":
        return _part_of(t, j + 2, PARTS[word])
    return point(t, j)


def _turned(t: Tokens, i: int, *, definite: bool = False) -> Hit | None:
    """What begins with "last", "this", "next", "that", "the same", "the following" and the like."""
    word = t.words[i]
    step = _TURNS[word]
    base = Base.THEN if word in _THEN else Base.NOW
    j = i + 1
    if word == "this" and t.words[j] in ("past", "coming", "same", "very"):
        step, base = {"past": -1, "coming": 1, "same": 0, "very": 0}[t.words[j]], Base.NOW if t.words[j] != "same" else Base.THEN
        j += 1
    elif word == "that" and t.words[j] == "same":
        j += 1
    unit_word = t.words[j]
    if unit_word in ("fiscal", "financial", "calendar") and t.words[j + 1] == "year":
        j += 1
        unit_word = "year"
    unit = UNITS.get(unit_word)
    if unit is not None:
        return _turned_unit(t, i, j, unit, step, base, definite=definite)
    if unit_word in DAY_PARTS and word in ("last", "this", "that", "same", "previous", "preceding", "following", "next"):
        if (word == "last" and unit_word != "night") or unit_word not in ("morning", "afternoon", "evening", "night"):
            return None
        return Unit("day", step, Base.THEN if word == "next" else base), j + 1
    turn = Turn(step, base)
    if word == "last" and unit_word in WEEKDAYS and t.words[j + 1] in ("of", "in"):
        sliced = _sliced(t, i, -1, j)
        if sliced is not None:
            return sliced
    if unit_word in MONTHS and (word != "that" or unit_word not in AMBIGUOUS_MONTHS) and (unit_word not in ("may", "march", "mar") or t.capital(j) or word in ("last", "next")):
        return _turned_month(t, j, turn)
    if unit_word in WEEKDAYS and word not in ("that", "same"):
        if not definite and word in ("following", "previous", "prior", "preceding") and (word == "following" or t.possessive(j + 1)):
            return None
        end = j + 2 if t.words[j + 1] in DAY_PARTS else j + 1
        return Weekday(WEEKDAYS[unit_word], turn), end
    if unit_word in SEASONS and word not in ("same",) and not t.capital(j):
        return (Division(SEASONS[unit_word], turn), j + 1) if not t.attributive(j + 1) or word in ("last", "this", "next") else None
    if word == "same" and definite:
        return relative.same_months(t, j)
    if word in ("last", "next", "this"):
        feast = relative.feast(t, j) if unit_word in relative.FEAST_LEADS else None
        if feast is not None and isinstance(feast[0], Feast):
            return feast[0]._replace(year=turn), feast[1]
    if word in ("last", "past", "next", "coming", "previous", "preceding", "following"):
        return _counted_turn(t, i, j, word, definite=definite)
    return None


def _turned_month(t: Tokens, j: int, turn: Turn) -> Hit | None:
    """ "last November", "next March 7", "this coming May"."""
    hit = absolute.month_first(t, j)
    if hit is not None and isinstance(hit[0], Day | Month):
        return (hit[0]._replace(year=turn), hit[1]) if hit[0].year is None else hit
    if hit is not None:
        return hit
    return Month(MONTHS[t.words[j]], turn), j + 1


def _turned_unit(t: Tokens, i: int, j: int, unit: str, step: int, base: Base, *, definite: bool) -> Hit | None:
    """ "last year", "the past week", "that day", "the following years"; "last week of July"."""
    word = t.words[i]
    if t.words[j] in PLURAL:
        return (Vague(step < 0), j + 1) if word in ("past", "last", "coming", "next") and unit not in ("hour", "quarter") and not t.attributive(j + 1) else None
    if unit == "hour" or (t.words[j + 1] in DASHES and t.tight(j + 1) and t.is_word(j + 2)):
        return None
    if word == "same" and t.words[j + 1] in ("as", "that"):
        return None
    if word == "last" and t.words[j + 1] in ("of", "in"):
        sliced = _sliced(t, i, -1, j)
        if sliced is not None:
            return sliced
    if unit == "day" and word in ("this", "last", "past", "current", "coming"):
        return None
    if word == "past" or (word == "this" and t.words[i + 1] == "past" and unit in ("year", "decade", "month", "quarter")):
        return Stretch(1, unit, -1, Base.NOW), j + 1
    if word in ("coming", "last", "next") and definite and unit in ("decade", "century"):
        return Stretch(1, unit, step, Base.NOW), j + 1
    if word == "next" and (unit == "day" or definite):
        base = Base.THEN
    if unit == "quarter" and base is Base.THEN and word == "that":
        return Unit(unit, 0, base), j + 1
    if t.words[j + 1] in ("before", "after") and t.words[j + 2] in ("last", "next"):
        return None
    if word in ("following", "previous", "prior") and not definite and t.possessive(j + 1) and word == "following":
        return None
    end = j + 1
    if unit == "week" and t.words[end] in ("on", "from", "between"):
        return Unit(unit, step, base), end
    if unit == "week" and t.words[end] in WEEKDAYS:
        return Weekday(WEEKDAYS[t.words[end]], None, Unit(unit, step, base)), end + 1
    if unit in ("week", "year") and t.possessive(end):
        return relative.genitive(t, end + 2, Unit(unit, step, base)) or (Unit(unit, step, base), end)
    return Unit(unit, step, base), end


def _counted_turn(t: Tokens, i: int, j: int, word: str, *, definite: bool) -> Hit | None:
    """ "the past five years", "the next 10 years", "last two decades", "the past few weeks", "the last two months of 2023"."""
    vague = t.words[j] in VAGUE_NUMBERS
    if vague or (t.words[j] == "a" and t.words[j + 1] in VAGUE_NUMBERS):
        k = j + (2 if t.words[j] == "a" else 1)
        k = k + 1 if t.words[k] == "of" else k
        return (Vague(_TURNS[word] < 0), k + 1) if t.words[k] in PLURAL and UNITS[t.words[k]] != "hour" else None
    number = number_word(t, j)
    if number is None or t.words[j] in ("a", "an"):
        quarter = _sliced(t, i, -1, j) if word == "last" else None
        return quarter if quarter is not None and definite else quarter
    count, k = number
    if t.words[k] in DASHES:
        return None
    unit = UNITS.get(t.words[k])
    if unit is None or unit == "hour":
        return _last_weekday(t, i, j) if word == "last" else None
    if word == "last" and t.words[k + 1] in ("of", "in"):
        sliced = _sliced(t, i, -1, j)
        if sliced is not None:
            return sliced
    base = Base.THEN if word in ("preceding", "following") or (word == "previous" and definite) else Base.NOW
    return Stretch(count, unit, _TURNS[word], base, adjacent=word in ("preceding", "previous") and base is Base.THEN), k + 1


def _last_weekday(t: Tokens, i: int, j: int) -> Hit | None:
    return _sliced(t, i, -1, j)


def _ordinal_phrase(t: Tokens, i: int) -> Hit | None:
    """What begins with an ordinal: "first quarter of 2024", "third week of May", "19th century", "first of March"."""
    found = ordinal(t, i)
    if found is None:
        return None
    return _sliced(t, i, found[0], found[1])


def _sliced(t: Tokens, i: int, rank: int, j: int) -> Hit | None:
    """The ``rank``-th part of a whole, its unit at ``j``: a quarter, half, week, month, weekday or day."""
    words = t.words
    k = j + 1 if words[j] in DASHES else j
    hyphen = k > j
    word = words[k]
    if word == "quarter" or word == "qtr":
        return _quarter(t, i, rank, k)
    if word == "half":
        return _half(t, i, rank, k)
    if word == "century" and rank > 0:
        return (Decade((rank - 1) * 100, 100), k + 1) if 2 <= rank <= 22 and not hyphen or 10 <= rank <= 22 else None
    if hyphen:
        return None
    if word == "of" and words[k + 1] in MONTHS and 1 <= rank <= 31:
        tail = year_tail(t, k + 2)
        return Day(rank, MONTHS[words[k + 1]], tail[0] if tail else None), tail[1] if tail else k + 2
    if word in WEEKDAYS and words[k + 1] in ("of", "in"):
        whole = _whole(t, k + 2)
        return (Slice(rank, 1, WEEKDAYS[word], whole[0]), whole[1]) if whole and abs(rank) <= 5 else None
    number = number_word(t, k) if words[k] not in ("a", "an") else None
    count, m = number if number is not None else (1, k)
    unit = UNITS.get(words[m])
    if unit is None or words[m + 1] not in ("of", "in") or unit in ("hour", "century", "decade", "weekend", "fortnight"):
        return None
    whole = _whole(t, m + 2)
    if whole is None or (number is not None and rank not in (1, -1)):
        return None
    if number is None and words[m] in PLURAL and rank in (1, -1):
        return (Marked(whole[0], "early" if rank == 1 else "late"), whole[1]) if isinstance(whole[0], Year | Month | Unit | Decade) else None
    return Slice(rank, count, unit, whole[0]), whole[1]


def _whole(t: Tokens, i: int) -> Hit | None:
    """The year, month or decade that a part is taken of."""
    if t.words[i] == "the" and t.words[i + 1] in ("year", "month", "week", "decade", "century", "quarter"):
        if t.words[i + 2] in ("before", "after"):
            return _the_unit(t, i + 1, t.words[i + 1], t.words[i + 2])
        return Unit(t.words[i + 1], 0, Base.NEAR), i + 2
    hit = point(t, i)
    if hit is None or isinstance(hit[0], Day | Weekday | Interval | Offset | Stretch | Vague):
        return None
    return hit


def _quarter(t: Tokens, i: int, rank: int, k: int) -> Hit | None:
    """ "first quarter", "third quarter of 2024", "last quarter of the year"; not quarter-finals."""
    if not -1 <= rank <= 4 or rank == 0 or (t.words[k + 1] in DASHES and t.tight(k + 1) and t.is_word(k + 2)):
        return None
    if t.words[k + 1] in ("final", "finals", "century"):
        return None
    code = 36 if rank < 0 else 32 + rank
    tail = year_tail(t, k + 1, loose=True)
    if tail is not None:
        return Division(code, tail[0]), tail[1]
    if t.words[k + 1] in ("of", "in"):
        whole = _whole(t, k + 2)
        if whole is not None and isinstance(whole[0], Unit) and whole[0].unit == "year":
            return Division(code, whole[0]), whole[1]
        return (Division(code), k + 1) if t.words[k + 1] == "in" and rank > 0 else None
    return (Division(code), k + 1) if rank > 0 and not (t.words[i - 1] == "a") else None


def _half(t: Tokens, i: int, rank: int, k: int) -> Hit | None:
    """ "first half of 2022", "second half of the year", "first half of July", "latter half of the 1990s"."""
    if rank not in (1, 2, -1):
        return None
    code = 39 + (2 if rank < 0 else rank)
    tail = year_tail(t, k + 1, loose=True)
    if tail is not None:
        return Division(code, tail[0]), tail[1]
    whole = _whole(t, k + 2) if t.words[k + 1] in ("of", "in") else None
    if whole is None:
        return None
    form, end = whole
    if isinstance(form, Unit) and form.unit == "year":
        return Division(code, form), end
    return Slice(1 if code == 40 else -1, 1, "half", form), end


def _part(t: Tokens, i: int) -> Hit | None:
    """ "early 2027", "mid-May", "late next year", "mid-to-late 2025", "late in the 1980s", "midyear"."""
    part = PARTS[t.words[i]]
    if t.words[i] == "midyear":
        tail = year_tail(t, i + 1)
        return (Marked(Year(tail[0]), part), tail[1]) if tail and isinstance(tail[0], int) else (Marked(Unit("year", 0, Base.NEAR), part), i + 1)
    j = i + 1
    while t.words[j] in DASHES and t.tight(j):
        j += 1
    if t.words[j] in ("to", "or", "/") and PARTS.get(t.words[j + 1 + (t.words[j + 1] in DASHES)]):
        j += 1 + (t.words[j + 1] in DASHES)
        part = PARTS[t.words[j]]
        j += 1
        j = j + 1 if t.words[j] in DASHES else j
    elif PARTS.get(t.words[j]) and t.words[j - 1] in DASHES:
        part = PARTS[t.words[j]]
        j = j + 2 if t.words[j + 1] in DASHES else j + 1
    if part == "mid" and t.words[j] == "year" and t.words[j - 1] in DASHES:
        tail = year_tail(t, j + 1)
        return (Marked(Year(tail[0]), part), tail[1]) if tail and isinstance(tail[0], int) else (Marked(Unit("year", 0, Base.NEAR), part), j + 1)
    if t.words[j] in ("in", "on"):
        j += 1
    if t.words[j - 1] in DASHES:
        t.hyphened = j
    return _part_of(t, j, part, bare=True)


def _part_of(t: Tokens, i: int, part: str, *, bare: bool = False) -> Hit | None:
    """A part and the time that it is part of; days have no part."""
    j = i
    if not bare:
        if t.words[j] != "of":
            return None
        j += 1
    hit = _whole_or_unit(t, j)
    if hit is None or isinstance(hit[0], Interval | Offset | Vague | Stretch | Marked):
        return None
    form, end = hit
    if isinstance(form, Unit) and form.unit == "day" and not bare:
        return None
    if isinstance(form, Day | Weekday | Feast | WeekOf) or (isinstance(form, Unit) and form.unit == "day"):
        return form, end
    return (Marked(form, part) if part else form), end


def _whole_or_unit(t: Tokens, i: int) -> Hit | None:
    """A time, or "the year", "the month" and the like."""
    if t.words[i] == "the" and t.words[i + 1] in UNITS and t.words[i + 1] not in PLURAL and UNITS[t.words[i + 1]] not in ("hour", "weekend"):
        unit = UNITS[t.words[i + 1]]
        if t.words[i + 2] in ("before", "after", "of"):
            return _the(t, i)
        return Unit(unit, 0, Base.THEN if unit == "day" else Base.NEAR), i + 2
    return point(t, i)


def _end(t: Tokens, i: int) -> Hit | None:
    """ "end of 2025", "the beginning of next year", "end-2025", "the turn of the year", "the rest of the month"."""
    word = t.words[i]
    part = _ENDS[word]
    j = i + 1
    if t.words[j] == "of":
        if t.words[j + 1] in UNITS and t.words[j + 1] not in PLURAL and word == "end":
            return Marked(Unit(UNITS[t.words[j + 1]], 0, Base.NEAR), part), j + 2
        hit = _part_of(t, j, part)
        if hit is None or word != "turn":
            return hit
        return _turn_of(hit)
    if word in ("end", "start", "beginning", "middle"):
        if t.words[j] in DASHES and t.tight(j):
            j += 1
            t.hyphened = j
        elif word != "end":
            return None
        hit = absolute.digits(t, j) if t.is_number(j) and len(t.words[j]) == 4 else None
        if hit is not None and isinstance(hit[0], Year):
            return Marked(hit[0], part), j + 1
        if t.words[j] in MONTHS and t.capital(j) and word == "end":
            month = absolute.month_first(t, j)
            return (Marked(month[0], part), month[1]) if month and isinstance(month[0], Month) else None
    return None


def _turn_of(hit: Hit) -> Hit | None:
    """The turn of a year or century is where it meets its neighbour; only the year's is resolved."""
    form = hit[0]
    return hit if isinstance(form, Unit) and form.unit in ("year", "century", "decade") else None


def _earlier(t: Tokens, i: int) -> Hit | None:
    """ "earlier this month", "later in the year", "earlier that day", "later in 2024", "later today"."""
    j = i + 1
    if t.words[j] in ("in", "on", "during"):
        j += 1
    word = t.words[j]
    if word in ("this", "that", "the", "last", "next", "today", "in") or (j > i + 1 and (word in MONTHS or t.is_number(j) or word in PARTS)):
        hit = _whole_or_unit(t, j)
        if hit is not None and isinstance(hit[0], Unit | Year | Month | Decade | Division):
            return hit
    return None


def _hedged(t: Tokens, i: int) -> Hit | None:
    """ "around 2030", "c. 1860", "circa Feb 1812", "~2030": approximate dates."""
    j = i + 1
    if t.words[j] == "." and t.words[i] in ("c", "ca", "approx") and t.tight(j):
        j += 1
    if t.words[i] in ("c", "ca") and i and t.tight(i) and t.is_word(i - 1):
        return None
    if t.words[j] in ("the", "mid", "early", "late"):
        hit = point(t, j)
    elif t.is_number(j) and len(t.words[j]) == 4:
        hit = _hedged_year(t, i, j)
    else:
        hit = point(t, j)
    if hit is None or not isinstance(hit[0], Year | Month | Decade | Division | Marked | Interval):
        return None
    form = hit[0]
    if isinstance(form, Marked):
        return form._replace(mark="~"), hit[1]
    if isinstance(form, Interval):
        return (Interval(Marked(form.start, mark="~") if form.start else None, Marked(form.end, mark="~") if form.end else None), hit[1])
    return Marked(form, mark="~"), hit[1]


def _hedged_year(t: Tokens, i: int, j: int) -> Hit | None:
    number = int(t.words[j])
    if t.words[i] in ("c", "ca", "circa", "~"):
        t.hyphened = j
        hit = absolute.digits(t, j) if 1000 <= number <= 2100 else None
        if hit is not None and isinstance(hit[0], Decade | Interval):
            return hit
        return (Year(number), j + 1) if 1000 <= number <= 2100 and t.free_right(j) and not t.counts(j + 1) else None
    hit = absolute.digits(t, j)
    if hit is None or t.counts(hit[1], 3) or (number % 100 == 0 and isinstance(hit[0], Year)):
        return None
    return hit


def _uncertain(t: Tokens, i: int) -> Hit | None:
    """ "probably 2025": an uncertain date."""
    if not (t.is_number(i + 1) and len(t.words[i + 1]) == 4 and 1800 <= int(t.words[i + 1]) <= 2100 and t.free_right(i + 1)):
        return None
    if t.counts(i + 2, 3):
        return None
    hit = absolute.digits(t, i + 1) or (Year(int(t.words[i + 1])), i + 2)
    return (Marked(hit[0], mark="?"), hit[1]) if isinstance(hit[0], Year | Month) else None


def _number_lead(t: Tokens, i: int) -> Hit | None:
    """What begins with a number in words."""
    return relative.offset(t, i) or _ordinal_phrase(t, i)


def _unit_lead(t: Tokens, i: int) -> Hit | None:
    """ "day before yesterday", "week of March 7", "month of May", "weekend of 5 July" without their article."""
    word = t.words[i]
    if word == "year":
        return relative.year_end(t, i)
    if word == "week":
        return _week_of(t, i)
    if word == "month" and t.words[i + 1] == "of" and t.words[i + 2] in MONTHS:
        return _month(t, i + 2)
    if word == "day" and t.words[i + 1] in ("before", "after") and t.words[i + 2] in ("yesterday", "tomorrow"):
        return Unit("day", -2 if t.words[i + 1] == "before" else 2), i + 3
    return None


def _fiscal(t: Tokens, i: int) -> Hit | None:
    return absolute.fiscal(t, i)


def _leads() -> dict[str, Callable[[Tokens, int], Hit | None]]:
    """The words that a date can begin with, each with its rule."""
    table: dict[str, Callable[[Tokens, int], Hit | None]] = {"the": _the, "recent": relative.recent}
    for words, rule in (
        (MONTHS, _month),
        (WEEKDAYS, relative.weekday),
        (WEEKDAY_SHORT, relative.weekday),
        (SEASONS, relative.season),
        (_TURNS, _turned),
        (PARTS, _part),
        (_ENDS, _end),
        (ORDINALS, _ordinal_phrase),
        (NUMBERS, _number_lead),
        (VAGUE_NUMBERS, relative.offset),
        (HEDGES, _hedged),
        (UNCERTAIN, _uncertain),
        (relative.FEAST_LEADS - set(MONTHS), relative.feast),
        (("earlier", "later"), _earlier),
        (("today", "tomorrow", "yesterday", "tonight"), relative.today),
        (("year", "week", "month", "day"), _unit_lead),
        (("fy", "fys", "fiscal", "financial"), _fiscal),
        (("q", "h"), absolute.business),
        (("'", "’", "‘"), relative.short_decade),
    ):
        table.update(dict.fromkeys(words, rule))
    return table


LEADS = _leads()
