"""The grammar of dates told by words: "last November", "the past five years", "that day", "the following spring"."""

from __future__ import annotations

from collections.abc import Iterable

from kordef.mentions.dates import parts, relative
from kordef.mentions.dates.eras import ERAS, numbered_week, with_era
from kordef.mentions.dates.forms import (
    Base,
    Beside,
    Day,
    DayOf,
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
    Year,
)
from kordef.mentions.dates.months import midseason, month_first, season
from kordef.mentions.dates.numbers import SUFFIXES, Hit, fiscal, number_word, ordinal, spoken_year
from kordef.mentions.dates.numeric import business, digits
from kordef.mentions.dates.parts import ENDS, Rule
from kordef.mentions.dates.relative import PLURALS, event_follows
from kordef.mentions.dates.tokens import APOSTROPHES, DASHES, Tokens
from kordef.mentions.dates.words import (
    AMBIGUOUS_MONTHS,
    DAY_PARTS,
    DECADE_WORDS,
    HEDGES,
    MIDSEASONS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS,
    SAYING,
    SEASONS,
    UNCERTAIN,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAY_SHORT,
    WEEKDAYS,
)

__all__ = ["LEADS", "point"]

_TURNS = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1,
    "this": 0, "current": 0, "same": 0, "that": 0,
    "next": 1, "coming": 1, "upcoming": 1, "following": 1, "subsequent": 1, "ensuing": 1,
}  # fmt: skip
"""Words that turn to an earlier, the same or a later unit, and by how many."""

_THEN = frozenset({"previous", "preceding", "prior", "following", "subsequent", "ensuing", "same", "that"})
"""Those of them that count from the date last spoken of."""

_PLAIN = frozenset({"last", "this", "next"})
_COUNTING = frozenset({"last", "past", "next", "coming", "previous", "preceding", "following"})
_ALIKE = frozenset({"corresponding", "comparable", "equivalent"})
"""Like "same" before "period of 2023"."""
_LAST_DAYS = {"last": -1, "final": -1, "closing": -1, "opening": 1}
_STAYS = frozenset([
    "visit", "trip", "tour", "stay", "talks", "meeting", "summit", "conference", "forum", "exercise", "drill", "drills",
    "event",
])  # fmt: skip
"""What has days of its own, which a text may count."""
_TIMES_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
_NAMED_PARTS = {"opening": 1, "final": -1, "closing": -1}
_BEFORE_THE_NEW_YEAR = frozenset(
    {"in", "of", "early", "late", "by", "until", "into", "during", "before", "after", "for", "from"}
)
_BEHIND_A_MONTH = frozenset(
    {"at", "in", "for", "with", "by", "to", "and", "on", "the", "a", "when", "while", "after", "before"}
)
_CLOSES_A_SUM = frozenset({".", ",", ";", ")", "", "and", "but", "while", "as"})
"""Behind "for the year" these go on with another clause."""
_HALVES = {"year": (6, "month"), "decade": (5, "year"), "century": (50, "year")}
_DAY_PARTS = frozenset(["morning", "afternoon", "evening", "night", "eve", "noon"])
"""What the day of a month is named with: "the evening of the 21st"."""
_DAY_LEADS = frozenset({"on", "until", "since", "by", "from", "for", "before", "till", "through"})
_BEFORE_A_SPOKEN_YEAR = frozenset(
    {"in", "since", "until", "till", "by", "from", "of", "to", "before", "after", "year", "between", "during"}
)


def point(t: Tokens, i: int) -> Hit | None:
    """One time, however it is told, that begins at token ``i``."""
    word = t.words[i]
    if t.is_number(i):
        then = t.words[i + 1]
        if then in UNITS and (beside := parts.from_day(t, i, point)) is not None:
            return beside
        if then in ERAS and (era := with_era(t, i)) is not None:
            return era
        return (parts.ordinal_part(t, i, point) if then in SUFFIXES else None) or digits(t, i) or relative.offset(t, i)
    lead = LEADS.get(word)
    return lead(t, i) if lead is not None else None


def _month(t: Tokens, i: int) -> Hit | None:
    if t.words[i + 1] in ("day", "fools", "fool") and (t.words[i] != "may" or t.capital(i)):
        feast = relative.feast(t, i)
        if feast is not None:
            return feast
    return month_first(t, i)


def _the(t: Tokens, i: int) -> Hit | None:
    """What begins with "the"."""
    j = i + 1
    word = t.words[j]
    if word in UNITS and word not in PLURALS:
        return _the_unit(t, j, UNITS[word])
    if word in _TURNS:
        return (_day_of(t, i, j) if word == "last" else None) or _turned(t, j, definite=True)
    if word in WEEKDAYS and t.words[j + 1] in ("before", "after") and not event_follows(t, j + 2):
        return Weekday(WEEKDAYS[word], Turn(relative.SIGNS[t.words[j + 1]], Base.THEN)), j + 2
    if word in WEEKDAYS and t.words[j + 1 : j + 3] in (["before", "last"], ["after", "next"]):
        step = -1 if t.words[j + 1] == "before" else 1
        return Beside(Weekday(WEEKDAYS[word], Turn(step)), "week", step), j + 3
    if word == "recent":
        return relative.vague(t, j)
    if word == "night" and t.words[j + 1 : j + 3] == ["before", "last"]:
        return Unit("day", -2), j + 3
    if word == "roaring" and t.words[j + 1] in DECADE_WORDS:
        return relative.decade_words(t, j + 1)
    if word == "other" and t.words[j + 1] == "day" and not t.attributive(j + 2):
        return Vague(), j + 2
    if word in PARTS and (decade := parts.part_of_short_decade(t, j)) is not None:
        return decade
    if word in _ALIKE:
        return relative.same_months(t, j + 1)
    if word in SEASONS or word in PARTS or word in ENDS or word in ("fiscal", "financial", "budget", "budgetary"):
        return point(t, j) if t.words[j + 1] != "part" else _part_of(t, j)
    if word in _LAST_DAYS and (day := _day_of(t, i, j)) is not None:
        return day
    if word in _NAMED_PARTS:
        return parts.sliced(t, j, _NAMED_PARTS[word], j + 1, point)
    if word == "very":
        return _turned(t, j + 1, definite=True) if t.words[j + 1] in ("same", "next") else None
    if word == "new" and t.words[j + 1] == "year" and not t.capital(j) and t.words[i - 1] in _BEFORE_THE_NEW_YEAR:
        return Unit("year", 1), j + 2
    if word == "latter" and t.words[j + 1] in UNITS and t.words[j + 1] not in PLURALS:
        return Unit(UNITS[t.words[j + 1]], 0, Base.THEN), j + 2
    if word == "latter":
        return _part_of(t, j) if t.words[j + 1] in ("part", "half") else None
    if word in DECADE_WORDS or NUMBERS.get(word, 0) in (19, 20):
        return relative.decade_words(t, j) or relative.units_beside(t, j)
    if word in APOSTROPHES:
        return relative.short_year(t, j)
    return (
        _day_of(t, i, j)
        or parts.ordinal_part(t, j, point)
        or _the_number(t, i, j)
        or relative.units_beside(t, j)
        or _years_to(t, j)
    )


def _years_to(t: Tokens, j: int) -> Hit | None:
    """ "five years to 2024", "four years to the end of 2023", "six months to March 2025" behind "the"."""
    number = number_word(t, j)
    if number is None or t.words[number[1]] not in ("years", "months") or not 1 < number[0] <= 100:
        return None
    k = number[1] + 1
    if t.words[k] in ("ending", "ended"):
        k += 1 if t.words[k + 1] != "in" else 2
    elif t.words[k] in ("to", "until"):
        k += 1
    else:
        return None
    hit = point(t, k)
    if hit is None:
        return None
    form = hit[0].form if isinstance(hit[0], Marked) and hit[0].part == "late" else hit[0]
    if t.words[number[1]] == "months":
        if not isinstance(form, Month) or not isinstance(form.year, int):
            return None
        first = form.year * 12 + form.month - number[0]
        return Interval(Month(first % 12 + 1, first // 12), form), hit[1]
    if not isinstance(form, Year):
        return None
    return Interval(form._replace(year=form.year - number[0] + 1), form), hit[1]


def _day_of(t: Tokens, i: int, j: int) -> Hit | None:
    """ "second day", "final day of the visit" behind "on the": of a stay or gathering whose days were told before."""
    rank = ordinal(t, j) or ((_LAST_DAYS[t.words[j]], j + 1) if t.words[j] in _LAST_DAYS else None)
    if rank is None or t.words[i - 1] != "on" or t.words[rank[1]] != "day" or rank[0] > 14:
        return None
    end = rank[1] + 1
    if t.words[end] == "of" and t.words[end + 1] in ("the", "his", "her", "its", "their"):
        stay = end + 3 if t.words[end + 3] in _STAYS else end + 2
        return (DayOf(rank[0]), end) if t.words[stay] in _STAYS else None
    return (DayOf(rank[0]), end) if not t.attributive(end) and t.words[end] not in ("of", "in") else None


def _part_of(t: Tokens, j: int) -> Hit | None:
    """ "early part of 2025", "latter half of the year" behind "the"."""
    if t.words[j + 2] != "of":
        return None
    if t.words[j : j + 2] == ["latter", "half"] and (half := parts.sliced(t, j, 2, j + 1, point)) is not None:
        return half
    return parts.part_of(t, j + 3, PARTS.get(t.words[j], "late"), point)


def _the_number(t: Tokens, i: int, j: int) -> Hit | None:
    """ "1990s", "90s", "27th of July", or "27th" alone, behind "the"."""
    if not t.is_number(j):
        return None
    hit = relative.short_decade(t, j) or digits(t, j)
    if hit is not None and isinstance(hit[0], (Decade, Day, Interval)):
        return hit
    day = ordinal(t, j)
    leads = t.words[i - 1] in _DAY_LEADS or (t.words[i - 1] == "of" and t.words[i - 2] in _DAY_PARTS)
    if day is None or not leads or not 1 <= day[0] <= 31 or relative.is_noun(t, day[1]):
        return None
    return Day(day[0], None), day[1]


def _the_unit(t: Tokens, j: int, unit: str) -> Hit | None:
    """ "day before", "week of March 7", "weekend", "year before last", "month of May" behind "the"."""
    if unit == "weekend":
        return parts.week_of(t, j, point) or (Unit("weekend", 0, Base.NEAR), j + 1)
    then = t.words[j + 1]
    if unit in ("year", "month", "week", "decade") and t.words[j - 2] in ("before", "until"):
        # "before the year is out", "before the month ends"
        out = 2 if then in ("is", "was", "runs") and t.words[j + 2] in ("out", "over", "up") else 0
        out = 1 if then in ("ends", "ended", "closes") else out
        if out:
            return Unit(unit, 0, Base.NEAR), j + 1 + out
    if unit in ("year", "month", "quarter") and t.words[j - 2] == "for" and then in _CLOSES_A_SUM:
        # "pledged 1 billion for the year"
        return Unit(unit, 0, Base.NEAR), j + 1
    if unit != "year" and t.possessive(j + 1):
        return relative.month_end(t, j)
    if unit == "year" and t.possessive(j + 1):
        return relative.year_end(t, j)
    if then in ("before", "after"):
        return parts.from_day(t, j, point) or parts.beside(t, j)
    if then in ("earlier", "later"):
        return Offset(1, unit, relative.SIGNS[then], Base.THEN), j + 2
    if unit == "week":
        return parts.week_of(t, j, point)
    return _month_of(t, j) if unit == "month" and then == "of" else None


def _turned(t: Tokens, i: int, *, definite: bool = False) -> Hit | None:
    """What begins with "last", "this", "next", "that", "the same", "the following" and the like."""
    word, j = t.words[i], i + 1
    step, base = _TURNS[word], Base.THEN if word in _THEN else Base.NOW
    if word == "this" and t.words[j] in ("past", "coming"):
        step = _TURNS[t.words[j]]
        j += 1
    elif word in ("this", "that") and t.words[j] in ("same", "very"):
        base = Base.THEN if t.words[j] == "same" else base
        j += 1
    if t.words[j] in ("fiscal", "financial", "calendar") and t.words[j + 1] == "year":
        numbered = fiscal(t, j)
        if numbered is not None:
            return numbered  # "the current financial year 2024-25"
        j += 1
    name = t.words[j]
    if word == "same" and definite and (same := relative.same_months(t, j)) is not None:
        return same
    if name in UNITS:
        return _turned_unit(t, i, j, Unit(UNITS[name], step, base), definite=definite)
    if name in _TIMES_OF_DAY:
        if word == "last" and name != "night":
            return None
        return Unit("day", step, Base.THEN if word == "next" else base), j + 1
    turn = Turn(step, base)
    if name in MONTHS:
        return _turned_month(t, i, j, turn)
    if name in WEEKDAYS and t.words[i : i + 2] == ["this", "coming"]:
        return _turned_weekday(t, i, j, Turn(step, base, soon=True), definite=definite)
    if name in WEEKDAYS:
        return _turned_weekday(t, i, j, turn, definite=definite)
    if name in SEASONS:
        turn = Turn(step, Base.THEN) if word == "next" and definite else turn
        fits = (
            word != "same"
            and (not t.capital(j) or (word in _PLAIN and not t.capital(j + 1)))
            and (word in _PLAIN or not t.attributive(j + 1) or _opens_clause(t, i))
        )
        return (Division(SEASONS[name], turn), j + 1) if fits else None
    if word in _PLAIN and name in relative.FEAST_LEADS:
        feast = relative.feast(t, j)
        if feast is not None and isinstance(feast[0], Slice) and isinstance(feast[0].whole, Month):
            return feast[0]._replace(whole=feast[0].whole._replace(year=turn)), feast[1]
        return (feast[0]._replace(year=turn), feast[1]) if feast is not None and isinstance(feast[0], Feast) else None
    return _counted(t, i, j, definite=definite) if word in _COUNTING else None


def _opens_clause(t: Tokens, i: int) -> bool:
    """Whether "that autumn parliament agreed" begins a clause, and is not what somebody says of autumns."""
    return (
        t.words[i] == "that"
        and t.words[i - 1] in (",", "and", "later")
        and all(w not in SAYING for w in t.words[max(i - 12, 0) : i])
    )


def _turned_month(t: Tokens, i: int, j: int, turn: Turn) -> Hit | None:
    """ "last November", "next March 7", "this coming May"; not "this may", "that May"."""
    word, name = t.words[i], t.words[j]
    if word == "that" and name in AMBIGUOUS_MONTHS and not _is_that_month(t, i, j):
        return None
    if name in ("may", "march", "mar") and not (t.capital(j) or word in ("last", "next") or t.is_all(i, j + 1)):
        return None
    hit = month_first(t, j)
    if hit is None:
        return Month(MONTHS[name], turn), j + 1
    form, end = hit
    return (form._replace(year=turn), end) if isinstance(form, (Day, Month)) and form.year is None else hit


def _is_that_month(t: Tokens, i: int, j: int) -> bool:
    """Whether "that May" is a month: with a capital, not behind a verb of saying, and with no verb or name behind it."""
    return t.capital(j) and t.words[i - 1] not in SAYING and (not t.is_word(j + 1) or t.words[j + 1] in _BEHIND_A_MONTH)


def _turned_weekday(t: Tokens, i: int, j: int, turn: Turn, *, definite: bool) -> Hit | None:
    """ "last Friday", "next Tuesday", "last Monday of March"; "following Monday's talks" has a preposition."""
    word, name = t.words[i], t.words[j]
    if word == "last" and t.words[j + 1] in ("of", "in"):
        hit = parts.sliced(t, i, -1, j, point)
        if hit is not None:
            return hit
    if word in ("that", "same") or (not definite and (word == "following" or (word in _THEN and t.possessive(j + 1)))):
        return None
    return Weekday(WEEKDAYS[name], turn), j + 2 if t.words[j + 1] in DAY_PARTS else j + 1


def _turned_unit(t: Tokens, i: int, j: int, form: Unit, *, definite: bool) -> Hit | None:
    """ "last year", "the past week", "that day", "the coming years"; "last week of July"."""
    word, unit, end = t.words[i], form.unit, j + 1
    if t.words[j] in PLURALS:
        is_vague = word in ("past", "last", "coming", "next") and unit != "quarter" and not t.attributive(end)
        is_vague = is_vague and not (word == "last" and t.words[end : end + 2] == ["of", "the"])
        return (Vague(form.step < 0), end) if is_vague else None
    if unit == "hour" or (t.words[end] in DASHES and t.tight(end) and t.is_word(end + 1)):
        return None
    told = t.words[end] == "that" and any(w in SAYING for w in t.words[max(i - 9, 0) : i])
    if word == "same" and t.words[end] in ("as", "that") and not told:
        return None
    if word == "last" and t.words[end] in ("of", "in"):
        hit = parts.sliced(t, i, -1, j, point)
        if hit is not None:
            return hit
    if unit == "day" and form.base is Base.NOW and word != "next":
        return None
    if unit in ("day", "week", "month", "year") and t.words[end : end + 2] == ["or", "two"]:
        return Vague(form.step < 0), end + 2
    if word == "past" or (t.words[i + 1] == "past" and unit in ("year", "decade", "month", "quarter")):
        return Stretch(1, unit, -1, Base.NOW), end
    if definite and form.base is Base.NOW and form.step and unit in ("decade", "century"):
        return Stretch(1, unit, form.step, Base.NOW), end
    if word == "next" and (unit == "day" or definite):
        form = form._replace(base=Base.THEN)
    if word == "following" and not definite and t.possessive(end):
        return None
    if unit == "week" and t.words[end] == "on" and t.words[end + 1] in WEEKDAYS:
        return Weekday(WEEKDAYS[t.words[end + 1]], None, form), end + 2
    if unit == "week" and t.words[end] in WEEKDAYS:
        return Weekday(WEEKDAYS[t.words[end]], None, form), end + 1
    if unit in ("week", "year") and t.possessive(end):
        return relative.genitive(t, end + 2, form) or (form, end)
    return form, end


def _counted(t: Tokens, i: int, j: int, *, definite: bool) -> Hit | None:
    """ "past five years", "next 10 years", "last two decades", "past few weeks", "last two months of 2023"."""
    word = t.words[i]
    few = relative.vague(t, j)
    if few is not None:
        return Vague(_TURNS[word] < 0), few[1]
    if word == "last":
        part = parts.sliced(t, i, -1, j, point)
        if part is not None:
            return part
    number = number_word(t, j)
    if number is None or t.words[j] in ("a", "an"):
        return None
    count, k = number
    if t.words[k] in ("fiscal", "financial", "calendar", "full"):
        k += 1
    is_span = t.words[k] in DASHES and t.words[k + 2] in ("period", "span", "stretch")
    if is_span:
        k += 1  # "the preceding five-year period"
    unit = UNITS.get(t.words[k])
    if unit in (None, "hour"):
        return None
    is_then = word in ("preceding", "following") or (word == "previous" and definite)
    base = Base.THEN if is_then else Base.NOW
    end = k + 2 if is_span else k + 1
    return Stretch(count, UNITS[t.words[k]], _TURNS[word], base, adjacent=is_then and word != "following"), end


def _number(t: Tokens, i: int) -> Hit | None:
    """What begins with a number in words."""
    if t.words[i + 1] == "." and t.words[i] == "a":
        return with_era(t, i)
    spoken = spoken_year(t, i)
    if spoken is not None and (t.words[i - 1] in _BEFORE_A_SPOKEN_YEAR or t.is_all(i, spoken[1])):
        return Year(spoken[0]), spoken[1]
    return parts.from_day(t, i, point) or relative.offset(t, i) or parts.ordinal_part(t, i, point)


def _half(t: Tokens, i: int) -> Hit | None:
    """ "Half a year ago", "half a decade later", "half a century before"."""
    hit = relative.offset(t, i + 1) if t.words[i + 1] == "a" else None
    if hit is None or not isinstance(hit[0], Offset) or hit[0].unit not in _HALVES:
        return None
    number, unit = _HALVES[hit[0].unit]
    return hit[0]._replace(number=number, unit=unit), hit[1]


def _month_of(t: Tokens, i: int) -> Hit | None:
    """ "Month of May"."""
    month = MONTHS.get(t.words[i + 2])
    return None if month is None else _month(t, i + 2) or (Month(month), i + 3)


def _unit(t: Tokens, i: int) -> Hit | None:
    """ "day before yesterday", "week of March 7", "month of May", "year-end" without an article."""
    word, then = t.words[i], t.words[i + 2]
    if word == "year":
        return relative.year_end(t, i)
    if word in ("week", "month", "quarter", "decade") and (end := relative.month_end(t, i)) is not None:
        return end
    if word in ("quarter", "decade"):
        return parts.numbered_quarter(t, i)
    if word == "week":
        return numbered_week(t, i) or parts.week_of(t, i, point)
    if word == "month":
        return _month_of(t, i) if t.words[i + 1] == "of" else None
    return parts.beside(t, i) if then in ("yesterday", "tomorrow") else None


def _leads() -> dict[str, Rule]:
    """The words that a date can begin with, each with its rule."""
    rules: tuple[tuple[Iterable[str], Rule], ...] = (
        (MONTHS, _month),
        (WEEKDAYS, relative.weekday),
        (WEEKDAY_SHORT, relative.weekday),
        (SEASONS, season),
        (MIDSEASONS, midseason),
        (_TURNS, _turned),
        (PARTS, lambda t, i: parts.part(t, i, point)),
        (ENDS, lambda t, i: parts.end_of(t, i, point)),
        (ORDINALS, lambda t, i: parts.ordinal_part(t, i, point)),
        (NUMBERS, _number),
        (VAGUE_NUMBERS, relative.offset),
        (HEDGES, lambda t, i: parts.hedged(t, i, point)),
        (UNCERTAIN, parts.uncertain),
        (relative.FEAST_LEADS - set(MONTHS), relative.feast),
        (("earlier", "later"), lambda t, i: parts.earlier(t, i, point)),
        (("today", "tomorrow", "yesterday", "tonight"), relative.today),
        (("year", "week", "month", "day", "quarter", "decade"), _unit),
        (("fy", "fys", "cy", "fiscal", "financial", "budget", "budgetary"), fiscal),
        (("eoy",), relative.year_end),
        (("q", "h"), business),
        (("ad",), with_era),
        (APOSTROPHES, relative.short_year),
        (("recent",), relative.vague),
        (("half",), _half),
        (("the",), _the),
    )
    return {word: rule for words, rule in rules for word in words}


LEADS = _leads()
"""The words that a date can begin with, each with its rule."""
