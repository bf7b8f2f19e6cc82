"""Relative dates told by a few fixed words: weekdays, "three years later", "in recent years", "today", feasts, seasons.

Like those of :mod:`kordef.mentions.date_absolute`, the functions take the tokens and the place of the first one, and give a
form and the place behind it, or ``None``.
"""

from __future__ import annotations

from kordef.mentions import date_absolute as absolute
from kordef.mentions.date_absolute import Hit, number_word, ordinal, year_phrase, year_tail
from kordef.mentions.date_forms import (
    Base,
    Day,
    Decade,
    Division,
    Feast,
    Marked,
    Month,
    Offset,
    SameMonths,
    Stretch,
    Turn,
    Unit,
    Vague,
    Weekday,
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
    MEETINGS,
    MONTHS,
    SEASONS,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAY_SHORT,
    WEEKDAYS,
)

__all__ = [
    "FEAST_LEADS",
    "PLURAL",
    "SIGNS",
    "decade_words",
    "event_follows",
    "feast",
    "genitive",
    "is_noun",
    "offset",
    "recent",
    "same_months",
    "season",
    "short_decade",
    "today",
    "units_beside",
    "weekday",
    "year_end",
]

PLURAL = frozenset({"days", "weeks", "fortnights", "weekends", "months", "quarters", "years", "decades", "centuries", "hours", "yrs"})
SIGNS = {
    "before": -1, "earlier": -1, "prior": -1, "previously": -1, "ago": -1,
    "after": 1, "later": 1, "afterwards": 1, "hence": 1,
}  # fmt: skip
_GOES_ON = frozenset(
    {
        "in", "at", "on", "with", "to", "for", "by", "during", "and", "but", "when", "as", "near", "amid", "via", "was", "were", "had", "he", "she",
        "they", "it", "while", "or", "that", "which", "off", "from", "there",
    }
)  # fmt: skip
"""Words behind "the day before" with which the sentence goes on, and which do not say what it came before."""


def weekday(t: Tokens, i: int) -> Hit | None:
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


def season(t: Tokens, i: int) -> Hit | None:
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


def is_noun(t: Tokens, i: int) -> bool:
    return t.is_word(i) and t.words[i] not in ATTRIBUTIVE_STOPS and t.words[i] not in _GOES_ON


def event_follows(t: Tokens, i: int) -> bool:
    """Whether "the day before" goes on with what it came before ("the day before the summit")."""
    if not t.is_word(i):
        return t.is_number(i)
    return t.words[i] not in _GOES_ON


def decade_words(t: Tokens, j: int) -> Hit | None:
    """ "nineties", "nineteen seventies"."""
    century, k = 1900, j
    if t.words[j] in ("nineteen", "twenty"):
        century = 1900 if t.words[j] == "nineteen" else 2000
        k = j + 2 if t.words[j + 1] in DASHES else j + 1
    tens = DECADE_WORDS.get(t.words[k])
    if tens is None or (k == j and tens < 50):
        return None
    return Decade(century + tens), k + 1


def short_decade(t: Tokens, i: int) -> Hit | None:
    """ "'90s", "'24"."""
    if not (t.is_number(i + 1) and len(t.words[i + 1]) == 2 and t.tight(i + 1)) or (i and t.tight(i)):
        return None
    two = int(t.words[i + 1])
    if t.words[i + 2] == "s" and t.tight(i + 2):
        return (Decade((1900 if two >= 30 else 2000) + two), i + 3) if two % 10 == 0 else None
    if t.words[i - 1] in ("in", "since", "of", "from", "until", "by", "early", "late", "mid", *SEASONS) and t.free_right(i + 1):
        return Year(1900 + two if two >= 50 else 2000 + two), i + 2
    return None


def genitive(t: Tokens, k: int, whole: Unit) -> Hit | None:
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


def recent(t: Tokens, i: int) -> Hit | None:
    """ "recent years", "a few months ago"'s plural kin: words that cannot be resolved."""
    if t.words[i] != "recent" or t.words[i + 1] not in PLURAL or UNITS[t.words[i + 1]] == "hour" or t.words[i - 1] == "most":
        return None
    return Vague(), i + 2


def units_beside(t: Tokens, i: int) -> Hit | None:
    """ "the five years before", "the two days after": so many units beside the time last spoken of."""
    number = number_word(t, i)
    if number is None or t.words[i] in ("a", "an"):
        return None
    count, k = number
    unit = UNITS.get(t.words[k])
    word = t.words[k + 1]
    if unit is None or unit == "hour" or word not in ("before", "earlier", "prior", "after", "afterwards", "later") or event_follows(t, k + 2):
        return None
    return Stretch(count, unit, SIGNS[word], Base.THEN, adjacent=True), k + 2


def offset(t: Tokens, i: int) -> Hit | None:
    """ "three years ago", "a day earlier", "two weeks later", "one year after": an offset from now or from another date."""
    beyond = False
    words = t.words
    if words[i] in VAGUE_NUMBERS or (words[i] == "a" and words[i + 1] in VAGUE_NUMBERS):
        k = i + (2 if words[i] == "a" else 1)
        k = k + 1 if words[k] == "of" else k
        return (Offset(None, UNITS[words[k]], -1, Base.NOW), k + 2) if words[k] in PLURAL and words[k + 1] == "ago" else None
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
        return Offset(count, unit, SIGNS[after], Base.THEN), k + 2
    if after in ("before", "after", "prior") and not t.is_word(k + 2) and not t.is_number(k + 2):
        return Offset(count, unit, SIGNS[after], Base.THEN), k + 2
    return None


def year_end(t: Tokens, i: int) -> Hit | None:
    """ "year-end 2025", "year end"."""
    j = i + 2 if t.words[i + 1] in DASHES else i + 1
    if t.words[j] != "end" or (j == i + 1 and t.words[i - 1] not in ("by", "at", "before", "until", "since", "calendar")):
        return None
    tail = year_tail(t, j + 1)
    if tail is not None:
        return Marked(Year(tail[0]) if isinstance(tail[0], int) else tail[0], "late"), tail[1]
    return (Marked(Unit("year", 0, Base.NEAR), "late"), j + 1) if not t.attributive(j + 1) else None


def today(t: Tokens, i: int) -> Hit | None:
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


FEAST_LEADS = frozenset({name[0] for name in FIXED_DAYS} | {name[0] for name in EASTER_DAYS})


def feast(t: Tokens, i: int) -> Hit | None:
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


def same_months(t: Tokens, j: int) -> Hit | None:
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
