"""The grammar of dates told by words: "last November", "three years later", "the first half of 2022", "mid-May"."""

from __future__ import annotations

from collections.abc import Callable

from kordef.mentions import date_absolute as absolute
from kordef.mentions.date_absolute import Hit, number_word, ordinal, year_phrase, year_tail
from kordef.mentions.date_forms import (
    Base,
    Day,
    Decade,
    Division,
    Feast,
    Form,
    Interval,
    Marked,
    Month,
    Offset,
    SameMonths,
    Slice,
    Stretch,
    Turn,
    Unit,
    Vague,
    Weekday,
    WeekOf,
    Year,
)
from kordef.mentions.date_tokens import DASHES, Tokens
from kordef.mentions.date_words import (
    ATTRIBUTIVE_STOPS,
    DAY_NAMES_BLOCKED_AFTER,
    DAY_NAMES_BLOCKED_BEFORE,
    DAY_PARTS,
    DECADE_WORDS,
    EASTER_DAYS,
    FIXED_DAYS,
    HEDGES,
    MEETINGS,
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

_PLURAL = frozenset({"days", "weeks", "fortnights", "weekends", "months", "quarters", "years", "decades", "centuries", "hours", "yrs"})
_BACK = {"before": -1, "earlier": -1, "prior": -1, "previously": -1, "ago": -1, "after": 1, "later": 1, "afterwards": 1, "hence": 1, "on": 1}
_TURNS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "current": 0, "next": 1, "coming": 1,
          "upcoming": 1, "following": 1, "subsequent": 1, "ensuing": 1, "same": 0, "that": 0}  # fmt: skip
_THEN = frozenset({"previous", "preceding", "prior", "following", "subsequent", "ensuing", "same", "that"})
_ENDS = {"end": "late", "start": "early", "beginning": "early", "middle": "mid", "close": "late", "turn": "", "rest": "", "remainder": "",
         "outset": "early", "course": "", "whole": ""}  # fmt: skip
_GOES_ON = frozenset({"in", "at", "on", "with", "to", "for", "by", "during", "and", "but", "when", "as", "near", "amid", "via", "was", "were", "had",
                      "he", "she", "they", "it", "while", "or", "that", "which", "off", "from", "there"})  # fmt: skip


def point(t: Tokens, i: int) -> Hit | None:
    """One time, however it is told, that begins at token ``i``."""
    word = t.words[i]
    if word[:1].isdigit():
        return (_ordinal_phrase(t, i) or absolute.digits(t, i) or _counted(t, i)) if t.is_number(i) else None
    lead = LEADS.get(word)
    return lead(t, i) if lead is not None else None


def _month(t: Tokens, i: int) -> Hit | None:
    if t.words[i] == "may" and t.words[i + 1] == "day" and t.capital(i):
        return _feast(t, i)
    return absolute.month_first(t, i)


def _weekday(t: Tokens, i: int) -> Hit | None:
    """A weekday, alone or before a date: "Monday", "Monday, March 7, 2025", "Tuesday the 19th", "Monday of last week"."""
    word, before = t.words[i], t.words[i - 1] if i else ""
    number = WEEKDAYS.get(word, WEEKDAY_SHORT.get(word, 0))
    short = word not in WEEKDAYS
    if before in DAY_NAMES_BLOCKED_BEFORE and not (before == "super" and not t.capital(i)):
        return None
    j = i + 1
    if short and t.words[j] == "." and t.tight(j):
        j += 1
    k = j + 1 if t.words[j] == "," else j
    if t.words[k] == "the" and ordinal(t, k + 1):
        k += 1
    date = absolute.day_month(t, k) or (absolute.month_first(t, k) if t.words[k] in MONTHS else None)
    if date is not None and isinstance(date[0], Day):
        return date[0]._replace(weekday=number), date[1]
    dated = ordinal(t, k)
    if dated is not None and not t.attributive(dated[1]) and dated[0] <= 31 and t.words[j] != ",":
        return Day(dated[0], None, None, number), dated[1]
    if short and not (before in ("on", "by", "until", "since", "last", "next", "this", "from", "to", *DASHES) and (j > i + 1 or t.capital(i))):
        if not (i == 0 and j >= t.count and not t.cut):
            return None
    if t.words[j] in DAY_NAMES_BLOCKED_AFTER and t.capital(j):
        return None
    if t.words[j] in DAY_PARTS:
        j += 1
    k = j + 1 if t.words[j] in ("of", "in", "from") else j
    step = {"last": -1, "this": 0, "next": 1}.get(t.words[k])
    if step is not None and t.words[k + 1] == "week" and not t.possessive(k + 2):
        return Weekday(number, None, Unit("week", step)), k + 2
    if t.words[j] == "last" and not t.is_word(j + 1):
        return Weekday(number, Turn(-1)), j + 1
    return Weekday(number), j


def _season(t: Tokens, i: int) -> Hit | None:
    """A season with its year, or alone behind a preposition: "autumn 2024", "winter 2021-22", "in the summer"."""
    code = SEASONS[t.words[i]]
    j = i + 1
    tail = year_tail(t, j)
    if tail is not None and t.words[j] != ",":
        ref, end = tail
        if isinstance(ref, int) and t.words[end] in ("/", *DASHES) and t.tight(end) and t.is_number(end + 1) and t.tight(end + 1):
            two = t.words[end + 1]
            if int(two) in ((ref + 1) % 100, ref + 1) and t.free_right(end + 1):
                return Division(code, ref), end + 2
        return Division(code, ref), end
    if code == 23 and t.words[i] == "fall" and (t.words[j] == "of" or t.words[i - 1] not in ("the", "last", "next", "this", "late", "early")):
        return None
    if t.capital(i) or t.is_word(j) and t.attributive(j):
        return None
    before = t.words[i - 1] if i else ""
    if before == "the":
        before = t.words[i - 2] if i > 1 else ""
    prepared = before in ("in", "since", "until", "by", "during", "over", "late", "early", "mid", "before", "after", *DASHES)
    return (Division(code), j) if prepared and t.words[j] != "of" else None


def _the(t: Tokens, i: int) -> Hit | None:
    """What begins with "the"."""
    j = i + 1
    word, then = t.words[j], t.words[j + 1]
    if word == "day" and then in ("before", "after") and t.words[j + 2] in ("yesterday", "tomorrow"):
        return Unit("day", -2 if then == "before" else 2), j + 3
    if word in UNITS and word not in _PLURAL:
        return _the_unit(t, j, UNITS[word], then)
    if word in _TURNS:
        return _turned(t, j, definite=True)
    if word in ("recent", "few", "several"):
        return _recent(t, j)
    if word == "month" and then == "of":
        return None
    if word in SEASONS or word in PARTS or word in _ENDS or word in ("fiscal", "financial", "latter", "very", "opening", "final", "closing", "opening"):
        return _the_named(t, j, word)
    if word in DECADE_WORDS or NUMBERS.get(word, 0) in (19, 20):
        return _decade_words(t, j) or _stretch_or_count(t, j)
    if word in ("'", "’", "‘"):
        return _short_decade(t, j)
    if t.is_number(j) and len(word) == 2 and word[1] == "0" and 20 <= int(word) <= 90:
        k = j + 2 if then in ("'", "’") and t.tight(j + 1) else j + 1
        if t.words[k] == "s" and t.tight(k):
            return Decade((1900 if int(word) >= 30 else 2000) + int(word)), k + 1
    hit = _ordinal_phrase(t, j)
    if hit is not None:
        return hit
    if t.is_number(j):
        decade = absolute.digits(t, j)
        if decade is not None and isinstance(decade[0], Decade | Day):
            return decade
        day = ordinal(t, j)
        if day is not None and t.words[i - 1] in ("on", "until", "since", "by", "from") and 1 <= day[0] <= 31 and not _is_noun(t, day[1]):
            return Day(day[0], None), day[1]
    return _stretch_or_count(t, j)


def _is_noun(t: Tokens, i: int) -> bool:
    return t.is_word(i) and t.words[i] not in ATTRIBUTIVE_STOPS and t.words[i] not in _GOES_ON


def _the_unit(t: Tokens, j: int, unit: str, then: str) -> Hit | None:
    """ "the day before", "the week of March 7", "the weekend", "the year before last", "the month of May"."""
    if unit == "weekend":
        return Unit("weekend", 0, Base.NEAR), j + 1
    if then in ("before", "after"):
        sign = -1 if then == "before" else 1
        if t.words[j + 2] in ("last", "next"):
            return Unit(unit, -2 if t.words[j + 2] == "last" else 2), j + 3
        return None if _event_follows(t, j + 2) else (Unit(unit, sign, Base.THEN), j + 2)
    if then in ("earlier", "later"):
        return Offset(1, unit, _BACK[then], Base.THEN), j + 2
    if unit == "week":
        return _week_of(t, j)
    if unit == "month" and then == "of":
        return _month(t, j + 2) if t.words[j + 2] in MONTHS else None
    return None


def _event_follows(t: Tokens, i: int) -> bool:
    """Whether "the day before" goes on with what it came before ("the day before the summit")."""
    if not t.is_word(i):
        return t.is_number(i)
    return t.words[i] not in _GOES_ON


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


def _decade_words(t: Tokens, j: int) -> Hit | None:
    """ "nineties", "nineteen seventies"."""
    century, k = 1900, j
    if t.words[j] in ("nineteen", "twenty"):
        century = 1900 if t.words[j] == "nineteen" else 2000
        k = j + 2 if t.words[j + 1] in DASHES else j + 1
    tens = DECADE_WORDS.get(t.words[k])
    if tens is None or (k == j and tens < 50):
        return None
    return Decade(century + tens), k + 1


def _short_decade(t: Tokens, i: int) -> Hit | None:
    """ "'90s", "'24"."""
    if not (t.is_number(i + 1) and len(t.words[i + 1]) == 2 and t.tight(i + 1)) or (i and t.tight(i)):
        return None
    two = int(t.words[i + 1])
    if t.words[i + 2] == "s" and t.tight(i + 2):
        return (Decade((1900 if two >= 30 else 2000) + two), i + 3) if two % 10 == 0 else None
    if t.words[i - 1] in ("in", "since", "of", "from", "until", "by", "early", "late", "mid", *SEASONS) and t.free_right(i + 1):
        return Year(1900 + two if two >= 50 else 2000 + two), i + 2
    return None


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
    if unit_word in DAY_PARTS and word in ("last", "this", "that", "same"):
        if word in ("last",) and unit_word != "night":
            return None
        return Unit("day", step, base), j + 1
    turn = Turn(step, base)
    if word == "last" and unit_word in WEEKDAYS and t.words[j + 1] in ("of", "in"):
        sliced = _sliced(t, i, -1, j)
        if sliced is not None:
            return sliced
    if unit_word in MONTHS and word != "that" and (unit_word not in ("may", "march", "mar") or t.capital(j) or word in ("last", "next")):
        return _turned_month(t, j, turn)
    if unit_word in WEEKDAYS and word not in ("that", "same"):
        if not definite and word in ("following", "previous", "prior", "preceding") and (word == "following" or t.possessive(j + 1)):
            return None
        end = j + 2 if t.words[j + 1] in DAY_PARTS else j + 1
        return Weekday(WEEKDAYS[unit_word], turn), end
    if unit_word in SEASONS and word not in ("same",) and not t.capital(j):
        return (Division(SEASONS[unit_word], turn), j + 1) if not t.attributive(j + 1) or word in ("last", "this", "next") else None
    if word == "same" and definite:
        return _same_months(t, j)
    if word in ("last", "next", "this"):
        feast = _feast(t, j) if unit_word in _FEAST_LEADS else None
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
    if t.words[j] in _PLURAL:
        return (Vague(step < 0), j + 1) if word in ("past", "last", "coming", "next") and unit not in ("hour", "quarter") and not t.attributive(j + 1) else None
    if unit == "hour" or (t.words[j + 1] in DASHES and t.tight(j + 1) and t.is_word(j + 2)):
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
        return _genitive(t, end + 2, Unit(unit, step, base)) or (Unit(unit, step, base), end)
    return Unit(unit, step, base), end


def _genitive(t: Tokens, k: int, whole: Unit) -> Hit | None:
    """ "next year's third quarter", "last week's Monday"."""
    if whole.unit == "week" and t.words[k] in WEEKDAYS:
        return Weekday(WEEKDAYS[t.words[k]], None, whole), k + 1
    if whole.unit == "year" and t.words[k] in MONTHS and t.capital(k) and not t.attributive(k + 1):
        return Month(MONTHS[t.words[k]], whole), k + 1
    rank = ordinal(t, k)
    if whole.unit == "year" and rank is not None:
        return _rank_of_year(t, rank[0], rank[1], whole)
    return None


def _rank_of_year(t: Tokens, rank: int, k: int, whole: Unit) -> Hit | None:
    k = k + 1 if t.words[k] in DASHES else k
    if t.words[k] == "quarter" and 1 <= rank <= 4:
        return Division(32 + rank, whole), k + 1
    if t.words[k] == "half" and 1 <= rank <= 2:
        return Division(39 + rank, whole), k + 1
    return None


def _counted_turn(t: Tokens, i: int, j: int, word: str, *, definite: bool) -> Hit | None:
    """ "the past five years", "the next 10 years", "last two decades", "the past few weeks", "the last two months of 2023"."""
    vague = t.words[j] in VAGUE_NUMBERS
    if vague or (t.words[j] == "a" and t.words[j + 1] in VAGUE_NUMBERS):
        k = j + (2 if t.words[j] == "a" else 1)
        k = k + 1 if t.words[k] == "of" else k
        return (Vague(_TURNS[word] < 0), k + 1) if t.words[k] in _PLURAL and UNITS[t.words[k]] != "hour" else None
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


def _recent(t: Tokens, i: int) -> Hit | None:
    """ "recent years", "a few months ago"'s plural kin: words that cannot be resolved."""
    if t.words[i] != "recent" or t.words[i + 1] not in _PLURAL or UNITS[t.words[i + 1]] == "hour" or t.words[i - 1] == "most":
        return None
    return Vague(), i + 2


def _stretch_or_count(t: Tokens, i: int) -> Hit | None:
    """ "the five years before", "the two days after": so many units beside the time last spoken of."""
    number = number_word(t, i)
    if number is None or t.words[i] in ("a", "an"):
        return None
    count, k = number
    unit = UNITS.get(t.words[k])
    word = t.words[k + 1]
    if unit is None or unit == "hour" or word not in ("before", "earlier", "prior", "after", "afterwards", "later") or _event_follows(t, k + 2):
        return None
    return Stretch(count, unit, _BACK[word], Base.THEN, adjacent=True), k + 2


def _counted(t: Tokens, i: int) -> Hit | None:
    """ "three years ago", "a day earlier", "two weeks later", "one year after": an offset from now or from another date."""
    beyond = False
    words = t.words
    if words[i] in VAGUE_NUMBERS or (words[i] == "a" and words[i + 1] in VAGUE_NUMBERS):
        k = i + (2 if words[i] == "a" else 1)
        k = k + 1 if words[k] == "of" else k
        return (Offset(None, UNITS[words[k]], -1, Base.NOW), k + 2) if words[k] in _PLURAL and words[k + 1] == "ago" else None
    number = number_word(t, i)
    if number is None or words[i - 1] in ("than", "over") and False:
        return None
    count, k = number
    if words[i] in ("a", "an", "one") and words[k] in ("full", "whole", "single"):
        k += 1
    unit = UNITS.get(words[k])
    if unit is None:
        return None
    after = words[k + 1]
    beyond = words[i - 1] in ("than", "over") and words[i] not in ("an",)
    if after == "ago":
        return Offset(count, unit, -1, Base.NOW, beyond), k + 2
    if after in ("hence", "from") and (after == "hence" or words[k + 2] in ("now", "today")):
        return Offset(count, unit, 1, Base.NOW), k + (2 if after == "hence" else 3)
    if unit == "hour":
        return None
    if after in ("earlier", "later", "afterwards", "previously") and words[k + 2] != "than":
        return Offset(count, unit, _BACK[after], Base.THEN), k + 2
    if after in ("before", "after", "prior") and not t.is_word(k + 2) and not t.is_number(k + 2):
        return Offset(count, unit, _BACK[after], Base.THEN), k + 2
    return None


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
    if t.words[i] == "the" and t.words[i + 1] in UNITS and t.words[i + 1] not in _PLURAL and UNITS[t.words[i + 1]] not in ("hour", "weekend"):
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
        if t.words[j + 1] in UNITS and t.words[j + 1] not in _PLURAL and word == "end":
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


def _year_word(t: Tokens, i: int) -> Hit | None:
    """ "year-end 2025", "year end"."""
    j = i + 2 if t.words[i + 1] in DASHES else i + 1
    if t.words[j] != "end" or (j == i + 1 and t.words[i - 1] not in ("by", "at", "before", "until", "since", "calendar")):
        return None
    tail = year_tail(t, j + 1)
    if tail is not None:
        return Marked(Year(tail[0]) if isinstance(tail[0], int) else tail[0], "late"), tail[1]
    return (Marked(Unit("year", 0, Base.NEAR), "late"), j + 1) if not t.attributive(j + 1) else None


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


def _today(t: Tokens, i: int) -> Hit | None:
    """ "today", "tomorrow morning", "yesterday"; not the "today" that means nowadays."""
    word, before = t.words[i], t.words[i - 1] if i else ""
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    j = i + 2 if t.words[i + 1] in DAY_PARTS else i + 1
    if word == "today":
        if before in ("than", "of", "like", "usa") or (t.possessive(j) and t.words[j + 2] not in MEETINGS):
            return None
        if t.capital(i) and t.opens_sentence(i) and t.words[j] == "," and not _reports(t, j + 1):
            return None
        if t.words[j] in ("is", "are") and not t.capital(i):
            return None
    return Unit("day", step), j


def _reports(t: Tokens, i: int) -> bool:
    """Whether the words after "Today," tell of an event rather than of a state."""
    return not any(t.words[k] in ("is", "are", "has", "have", "remains", "remain") for k in range(i, min(i + 8, t.count)))


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


_FEAST_LEADS = frozenset({name[0] for name in FIXED_DAYS} | {name[0] for name in EASTER_DAYS})


def _feast(t: Tokens, i: int) -> Hit | None:
    """A named day: "Christmas Eve", "New Year's Day 2025", "Good Friday"."""
    words = [w for w in t.words[i : i + 6] if w not in ("'", "’")]
    for names, is_fixed in ((FIXED_DAYS, True), (EASTER_DAYS, False)):
        for length in (4, 3, 2, 1):
            name = tuple(words[:length])
            if len(name) == length and name in names:
                j = i
                for _ in range(length):
                    j += 1
                    while t.words[j] in ("'", "’"):
                        j += 1
                if t.words[j - 1] in ("'", "’"):
                    j -= 1
                if length == 1 and t.capital(j):
                    return None
                tail = year_tail(t, j)
                ref, end = (tail[0], tail[1]) if tail is not None and t.words[j] != "," else (None, j)
                form = Feast(FIXED_DAYS[name], 0, ref) if is_fixed else Feast(None, EASTER_DAYS[name], ref)
                return form, end
    return None


def _number_lead(t: Tokens, i: int) -> Hit | None:
    """What begins with a number in words."""
    return _counted(t, i) or _ordinal_phrase(t, i)


def _unit_lead(t: Tokens, i: int) -> Hit | None:
    """ "day before yesterday", "week of March 7", "month of May", "weekend of 5 July" without their article."""
    word = t.words[i]
    if word == "year":
        return _year_word(t, i)
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
    table: dict[str, Callable[[Tokens, int], Hit | None]] = {"the": _the, "recent": _recent}
    for words, rule in (
        (MONTHS, _month),
        (WEEKDAYS, _weekday),
        (WEEKDAY_SHORT, _weekday),
        (SEASONS, _season),
        (_TURNS, _turned),
        (PARTS, _part),
        (_ENDS, _end),
        (ORDINALS, _ordinal_phrase),
        (NUMBERS, _number_lead),
        (VAGUE_NUMBERS, _counted),
        (HEDGES, _hedged),
        (UNCERTAIN, _uncertain),
        (_FEAST_LEADS - set(MONTHS), _feast),
        (("earlier", "later"), _earlier),
        (("today", "tomorrow", "yesterday", "tonight"), _today),
        (("year", "week", "month", "day"), _unit_lead),
        (("fy", "fys", "fiscal", "financial"), _fiscal),
        (("q", "h"), absolute.half_word),
        (("'", "’", "‘"), _short_decade),
    ):
        table.update(dict.fromkeys(words, rule))
    return table


def _same_months(t: Tokens, j: int) -> Hit | None:
    """ "the same ten months of last year", "the same period a year earlier", "the same period of 2023"."""
    number = number_word(t, j)
    k = number[1] if number is not None else j
    if t.words[k] not in ("months", "month", "period", "quarter", "quarters", "weeks", "days", "half", "time", "stretch"):
        return None
    k += 1
    if t.words[k] in ("of", "in", "a"):
        if t.words[k] == "a" and t.words[k + 1] == "year" and t.words[k + 2] in ("earlier", "before", "ago"):
            return SameMonths(Unit("year", -1, Base.THEN)), k + 3
        k += 1
    if t.words[k] == "the" and t.words[k + 1] in ("previous", "preceding", "prior"):
        k += 1
    year = year_phrase(t, k)
    if year is not None:
        return SameMonths(year[0]), year[1]
    if len(t.words[k]) == 4 and t.is_number(k) and 1900 <= int(t.words[k]) <= 2100:
        return SameMonths(int(t.words[k])), k + 1
    return None


LEADS = _leads()


def is_plain(form: Form) -> bool:
    """Whether a form names its time without relation to another."""
    return isinstance(form, Year | Month | Day | Decade | Division)
