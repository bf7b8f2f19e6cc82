"""Relative dates told by a few fixed words: weekdays, "three years later", "in recent years", "today", feasts, seasons.

Like those of :mod:`kordef.mentions.date_absolute`, the functions take the tokens and the place of the first one, and give a
form and the place behind it, or ``None``.
"""

from __future__ import annotations

from kordef.mentions.dates.forms import (
    Base,
    Beside,
    Day,
    Decade,
    Division,
    Feast,
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
    Year,
)
from kordef.mentions.dates.months import day_month, month_first
from kordef.mentions.dates.numbers import Hit, full_year, number_word, ordinal, year_phrase, year_tail
from kordef.mentions.dates.tokens import APOSTROPHES, DASHES, Tokens
from kordef.mentions.dates.words import (
    ATTRIBUTIVE_STOPS,
    DAY_NAMES_BLOCKED_AFTER,
    DAY_NAMES_BLOCKED_BEFORE,
    DAY_PARTS,
    DECADE_WORDS,
    EASTER_DAYS,
    FIXED_DAYS,
    MEETINGS,
    MONTHS,
    ORDINALS,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAY_FEASTS,
    WEEKDAY_SHORT,
    WEEKDAYS,
)

__all__ = [
    "FEAST_LEADS",
    "FEAST_WORDS",
    "PLURALS",
    "SIGNS",
    "coming",
    "decade_words",
    "event_follows",
    "feast",
    "genitive",
    "is_noun",
    "month_end",
    "offset",
    "same_months",
    "short_decade",
    "short_year",
    "today",
    "units_beside",
    "vague",
    "weekday",
    "year_end",
]

PLURALS = frozenset({"days", "weeks", "fortnights", "months", "quarters", "years", "decades", "centuries", "yrs"})
"""Units in the plural that may be vague ("in recent years")."""

SIGNS = {
    "before": -1, "earlier": -1, "prior": -1, "previously": -1,
    "after": 1, "later": 1, "afterwards": 1,
}  # fmt: skip
"""Words behind a number of units that count from a date spoken of before."""

_GOES_ON = frozenset([
    "in", "at", "on", "with", "to", "for", "by", "during", "and", "but", "when", "as", "near", "amid", "via", "was",
    "were", "had", "he", "she", "they", "it", "while", "or", "that", "which", "off", "from", "there",
])  # fmt: skip
"""Words behind "the day before" with which the sentence goes on, and which do not say what it came before."""

_FUTURES = frozenset({"will", "would", "ll", "shall", "due", "expected", "is", "are"})
_MOMENTS = frozenset([
    "be", "come", "comes", "arrive", "arrives", "begin", "begins", "start", "starts", "follow", "follows", "end",
    "ends", "open", "opens", "resume", "resumes", "return", "returns", "meet", "meets", "expire", "expires", "retire",
    "due", "leave", "leaves", "visit", "visits", "convene", "convenes",
])  # fmt: skip
"""Verbs of what happens at a time, and does not take a time."""

_THIS_UNITS = frozenset({"week", "month"})
_WEEKS_OF_A_YEAR = 52.1775
_SHORT_DAY_LEADS = frozenset({"on", "by", "until", "since", "last", "next", "this", "from", "to", *DASHES})
_PARTS_OF_A_YEAR = frozenset(
    {"months", "month", "period", "quarter", "quarters", "weeks", "days", "half", "time", "stretch"}
)
_YEAR_END_LEADS = frozenset({"by", "at", "before", "until", "since", "calendar"})
_SHORT_YEAR_LEADS = frozenset({"in", "since", "of", "from", "until", "by", "early", "late", "mid", "and", "to", "or"})
_STATES = frozenset({"is", "are", "has", "have", "remains", "remain"})


def weekday(t: Tokens, i: int) -> Hit | None:
    """A weekday, alone or before a date: "Monday", "Monday, March 7, 2025", "Tuesday the 19th", "Monday of last week"."""
    word, before = t.words[i], t.words[i - 1]
    is_short = word not in WEEKDAYS
    number = WEEKDAY_SHORT[word] if is_short else WEEKDAYS[word]
    if before in DAY_NAMES_BLOCKED_BEFORE:
        return None
    j = i + 1
    if is_short and t.words[j] == "." and t.tight(j):
        j += 1
    dated = _day_behind(t, j, number)
    if dated is not None:
        return dated
    if t.words[j : j + 2] in (["of", "every"], ["of", "each"]):
        return None
    if is_short and before in DASHES and t.tight(i) and not t.is_day_number(j):
        first = i - 3 if t.words[i - 2] == "." else i - 2
        if t.words[first] in WEEKDAY_SHORT and weekday(t, first) is None:
            return None  # "open Mon–Thu": every week
    led = before in _SHORT_DAY_LEADS and (j > i + 1 or t.capital(i))
    if is_short and not led and not t.is_all(i, j) and not _heads_line(t, i, j):
        return None
    if t.words[j] in DAY_NAMES_BLOCKED_AFTER and t.capital(j):
        return None
    if before in ORDINALS or before == "other":
        if t.words[i - 2] in ("every", "each"):
            return None
    if t.words[j] == "week" and not is_short and (not t.is_word(j + 1) or t.words[j + 1] in ATTRIBUTIVE_STOPS):
        if t.words[j + 1] not in DASHES:
            # "Friday week"
            return Beside(Weekday(number, Turn(1, soon=True)), "week", 1), j + 1
    if t.words[j] in DAY_PARTS:
        j += 1
    k = j + 1 if t.words[j] in ("of", "in", "from") else j
    step = {"last": -1, "this": 0, "next": 1}.get(t.words[k])
    if step is not None and t.words[k + 1] == "week" and not t.possessive(k + 2):
        return Weekday(number, None, Unit("week", step)), k + 2
    if t.words[j] in ("last", "next") and not t.is_word(j + 1):
        return Weekday(number, Turn(-1 if t.words[j] == "last" else 1)), j + 1
    return Weekday(number), j


def _heads_line(t: Tokens, i: int, j: int) -> bool:
    """Whether a short weekday begins the line of a diary: "Mon. — budget talks", "Tue: visit", "Wed.-Thu. — Brussels"."""
    at = t.starts[i]
    if not t.capital(i) or (at > t.lo and t.text[at - 1] != "\n"):
        return False
    if t.words[j] in DASHES and t.words[j + 1] in WEEKDAY_SHORT:
        j += 3 if t.words[j + 2] == "." else 2
    return (t.words[j] in DASHES or (t.words[j] == ":" and not t.is_number(j + 1))) and not t.is_number(j + 1)


def _day_behind(t: Tokens, j: int, number: int) -> Hit | None:
    """The date behind a weekday, with or without a comma and "the"."""
    if t.words[j] == "(":
        # "Wednesday (June 5)"
        date = month_first(t, j + 1) if t.words[j + 1] in MONTHS else day_month(t, j + 1)
        is_day = date is not None and isinstance(date[0], Day) and t.words[date[1]] == ")"
        return (date[0]._replace(weekday=number), date[1] + 1) if date and is_day and isinstance(date[0], Day) else None
    k = j + 1 if t.words[j] == "," else j
    if t.words[k] == "the" and ordinal(t, k + 1):
        k += 1
    date = month_first(t, k) if t.words[k] in MONTHS else day_month(t, k)
    if date is not None and isinstance(date[0], Day):
        return date[0]._replace(weekday=number), date[1]
    day = ordinal(t, k)
    # "Tuesday, the 5th", but not "Tuesday, the first of its kind"
    is_joined = t.words[j] != "," or (k == j + 2 and t.is_number(k) and t.words[day[1] if day else k] != "of")
    if day is not None and day[0] <= 31 and is_joined and not t.attributive(day[1]):
        return Day(day[0], None, None, number), day[1]
    return None


def is_noun(t: Tokens, i: int) -> bool:
    """Whether token ``i`` is a noun, as far as the words that are none tell."""
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
    """ "90s" and "70's", behind an article or an apostrophe."""
    if not t.is_number(i) or len(t.words[i]) != 2 or t.words[i][1] != "0":
        return None
    j = i + 2 if t.words[i + 1] in APOSTROPHES and t.tight(i + 1) else i + 1
    if t.words[j] != "s" or not t.tight(j):
        return None
    two = int(t.words[i])
    return Decade((1900 if two >= 30 else 2000) + two), j + 1


def short_year(t: Tokens, i: int) -> Hit | None:
    """ "'24" behind a preposition, "'90s"."""
    if not (t.is_number(i + 1) and len(t.words[i + 1]) == 2 and t.tight(i + 1)) or t.tight(i):
        return None
    decade = short_decade(t, i + 1)
    if decade is not None or t.words[i - 1] not in _SHORT_YEAR_LEADS:
        return decade
    return (Year(full_year(int(t.words[i + 1]))), i + 2) if t.free_right(i + 1) else None


def genitive(t: Tokens, k: int, whole: Unit) -> Hit | None:
    """What follows "next year's" or "last week's": "third quarter", "Monday"."""
    if whole.unit == "week":
        return (Weekday(WEEKDAYS[t.words[k]], None, whole), k + 1) if t.words[k] in WEEKDAYS else None
    if t.words[k] in MONTHS and t.capital(k) and not t.attributive(k + 1):
        return Month(MONTHS[t.words[k]], whole), k + 1
    rank = ordinal(t, k)
    if rank is None:
        return None
    number, k = rank
    k = k + 1 if t.words[k] in DASHES else k
    if t.words[k] == "quarter" and 1 <= number <= 4:
        return Division(32 + number, whole), k + 1
    if t.words[k] == "half" and 1 <= number <= 2:
        return Division(39 + number, whole), k + 1
    return None


def vague(t: Tokens, i: int) -> Hit | None:
    """What follows "the past" or stands for itself: "few weeks", "couple of years", "recent years"; no number can be told."""
    if t.words[i] == "recent":
        return (Vague(), i + 2) if t.words[i + 1] in PLURALS and t.words[i - 1] != "most" else None
    j = i + 1 if t.words[i] == "a" else i
    if t.words[j] not in VAGUE_NUMBERS:
        return None
    j = j + 2 if t.words[j + 1] == "of" else j + 1
    return (Vague(), j + 1) if t.words[j] in PLURALS else None


def units_beside(t: Tokens, i: int) -> Hit | None:
    """ "five years before", "two days after" behind "the": so many units beside the time last spoken of."""
    number = number_word(t, i)
    if number is None or t.words[i] in ("a", "an"):
        return None
    count, k = number
    unit, word = UNITS.get(t.words[k]), t.words[k + 1]
    if unit in (None, "hour") or word not in SIGNS or event_follows(t, k + 2):
        return None
    return Stretch(count, UNITS[t.words[k]], SIGNS[word], Base.THEN, adjacent=True), k + 2


def offset(t: Tokens, i: int) -> Hit | None:
    """ "three years ago", "a day earlier", "two weeks later", "one year after": counted from now or from another date."""
    few = vague(t, i)
    if few is not None:
        unit = UNITS[t.words[few[1] - 1]]
        return (Offset(None, unit, -1, Base.NOW), few[1] + 1) if t.words[few[1]] == "ago" else None
    number = number_word(t, i)
    if number is None:
        return None
    count, k = number
    is_half = t.words[k : k + 3] == ["and", "a", "half"]
    if is_half:
        k += 3
    if count == 1 and t.words[k] in ("full", "whole", "single"):
        k += 1
    unit = UNITS.get(t.words[k], "")
    if not unit and not is_half and t.words[k][:-1] in WEEKDAYS and t.words[k][-1] == "s":
        return _so_many_weekdays(t, count, k)
    after, then = t.words[k + 1], t.words[k + 2]
    if after == "ago" and unit == "year" and then == "this" and not is_half and t.words[k + 3] in _THIS_UNITS:
        # "a year ago this week"
        name = t.words[k + 3]
        return Unit(name, -(12 * count if name == "month" else round(_WEEKS_OF_A_YEAR * count))), k + 4
    if after == "ago" and unit:
        beyond = t.words[i - 1] == "over" or (t.words[i - 1] == "than" and not _is_compared(t, i - 1))
        return Offset(None if is_half else count, unit, -1, Base.NOW, beyond=beyond), k + 2
    if unit in ("", "hour"):
        return None
    if is_half:
        return None
    if after in APOSTROPHES and t.tight(k + 1) and t.words[i - 1] == "in":
        # "in two weeks' time", "in a fortnight's time"
        end = k + 3 if then == "s" else k + 2
        return (Offset(count, unit, 1, Base.NOW), end + 1) if t.words[end] == "time" else None
    if (
        t.words[i - 1] == "in"
        and not t.is_word(k + 1)
        and not t.is_number(k + 1)
        and _is_to_come(t.words[max(i - 12, 0) : i])
    ):
        # "a decision will come in two weeks"; "will rise by a fifth in five years" takes that long
        return Offset(count, unit, 1, Base.NOW), k + 1
    if after == "hence":
        return Offset(count, unit, 1, Base.NOW), k + 2
    if after == "from" and then in ("now", "today"):
        return Offset(count, unit, 1, Base.NOW), k + 3
    if after == "from" and then == "tomorrow" and unit in ("day", "week"):
        return Beside(Unit("day", 1), unit, count), k + 3
    if after not in SIGNS or (
        then == "than" if after in ("earlier", "later") else t.is_word(k + 2) or t.is_number(k + 2)
    ):
        return None
    return Offset(count, unit, SIGNS[after], Base.THEN), k + 2


def _so_many_weekdays(t: Tokens, count: int, k: int) -> Hit | None:
    """ "Two Sundays ago", "three Mondays from now"."""
    number = WEEKDAYS[t.words[k][:-1]]
    if t.words[k + 1] == "ago":
        return Beside(Weekday(number, Turn(-1)), "week", 1 - count), k + 2
    if t.words[k + 1 : k + 3] == ["from", "now"]:
        return Beside(Weekday(number, Turn(1, soon=True)), "week", count - 1), k + 3
    return None


def _is_compared(t: Tokens, i: int) -> bool:
    """Whether "than" at ``i`` compares with what was then: "36 percent more than a year ago", "higher than a year ago"."""
    return t.words[i - 1] not in ("more", "longer") or t.words[i - 2] in ("percent", "%", "cent", "pct", "times")


_TALK = frozenset({"i", "me", "my", "we", "us", "you", "your", "let", "lets", "see", "remind", "schedule"})
"""Words of a talk or request, in which "in two weeks" says when, and not how long something takes."""


_NOT_BEHIND_COMING = frozenset({"of", "or", "than", "as", *SIGNS})


def coming(t: Tokens, i: int) -> Hit | None:
    """ "In 3 days", "in a week" as a time to come: alone, or in a talk or request ("remind me in two weeks")."""
    number = number_word(t, i + 1)
    if number is None:
        return None
    count, k = number
    unit, then = UNITS.get(t.words[k]), t.words[k + 1]
    if unit in (None, "hour", "weekend") or then in APOSTROPHES or then in _NOT_BEHIND_COMING:
        return None
    if t.is_word(k + 1) and then not in ATTRIBUTIVE_STOPS:
        return None
    if not (t.is_all(i, k + 1) or any(word in _TALK for word in t.words[max(i - 9, 0) : i])):
        return None
    return Offset(count, UNITS[t.words[k]], 1, Base.NOW, planned=True), k + 1


def _is_to_come(words: list[str]) -> bool:
    """Whether the words before "in two weeks" tell of something that will be then, and of nothing that takes so long."""
    return not _FUTURES.isdisjoint(words) and not _MOMENTS.isdisjoint(words[-7:])


def month_end(t: Tokens, i: int) -> Hit | None:
    """ "month's end", "quarter's end", "month-end" behind a preposition."""
    j = i + 3 if t.possessive(i + 1) else i + 2 if t.words[i + 1] in DASHES else i + 1
    if (
        t.words[j] != "end"
        or t.words[i - (2 if t.words[i - 1] == "the" else 1)] not in _YEAR_END_LEADS
        or t.attributive(j + 1)
    ):
        return None
    return Marked(Unit(t.words[i], 0, Base.NEAR), "late"), j + 1


def year_end(t: Tokens, i: int) -> Hit | None:
    """ "year-end 2025", "year end", "year's end", "EOY 2025"."""
    if t.words[i] == "eoy":
        tail = year_tail(t, i + 1)
        return (Marked(Year(tail[0]) if isinstance(tail[0], int) else tail[0], "late"), tail[1]) if tail else None
    is_genitive, is_dashed = t.possessive(i + 1), t.words[i + 1] in DASHES
    j = i + 3 if is_genitive else i + 2 if is_dashed else i + 1
    if t.words[j] != "end" or not (is_genitive or is_dashed or t.words[i - 1] in _YEAR_END_LEADS):
        return None
    tail = year_tail(t, j + 1)
    if tail is not None:
        return Marked(Year(tail[0]) if isinstance(tail[0], int) else tail[0], "late"), tail[1]
    return (Marked(Unit("year", 0, Base.NEAR), "late"), j + 1) if not t.attributive(j + 1) else None


def today(t: Tokens, i: int) -> Hit | None:
    """ "today", "tomorrow morning", "yesterday"; not the "today" that means nowadays."""
    word, before = t.words[i], t.words[i - 1]
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    j = i + 2 if t.words[i + 1] in DAY_PARTS else i + 1
    if word == "today":
        if before in ("than", "of", "like", "is", "are") or (t.possessive(j) and t.words[j + 2] not in MEETINGS):
            return None
        if t.capital(i) and t.opens_sentence(i) and t.words[j] == "," and not _reports(t, j + 1):
            return None
        if t.words[j] in ("is", "are") and not t.capital(i):
            return None
    return Unit("day", step), j


def _reports(t: Tokens, i: int) -> bool:
    """Whether the words after "Today," tell of an event rather than of a state."""
    return not any(t.words[k] in _STATES for k in range(i, min(i + 8, t.count)))


FEAST_WORDS = frozenset(word for name in (*FIXED_DAYS, *EASTER_DAYS, *WEEKDAY_FEASTS) for word in name)
"""The words of the names of feasts."""

FEAST_LEADS = frozenset(name[0] for name in (*FIXED_DAYS, *EASTER_DAYS, *WEEKDAY_FEASTS))
"""The words that a feast's name begins with."""


def feast(t: Tokens, i: int) -> Hit | None:
    """A named day: "Christmas Eve", "New Year's Day 2025", "Good Friday"."""
    if t.words[i - 1] in ("merry", "happy"):
        return None
    places = [
        k
        for k in range(i, min(i + 8, t.count))
        if t.words[k] not in APOSTROPHES and not (t.words[k] == "." and t.words[k - 1] == "st")
    ]
    for length in (4, 3, 2, 1):
        name = tuple(t.words[k] for k in places[:length])
        fixed, moving, counted = FIXED_DAYS.get(name), EASTER_DAYS.get(name), WEEKDAY_FEASTS.get(name)
        if len(name) < length or (fixed is None and moving is None and counted is None):
            continue
        j = places[length - 1] + 1
        if length == 1 and t.capital(j):
            return None
        tail = year_tail(t, j) if t.words[j] != "," else None
        if t.words[j] == "," and t.words[j + 1] != "the":
            # "Good Friday, April 7, 2023"
            dated = month_first(t, j + 1) if t.words[j + 1] in MONTHS else day_month(t, j + 1)
            if dated is not None and isinstance(dated[0], Day) and dated[0].month is not None:
                return dated
        year, end = tail if tail is not None else (None, j)
        if counted is not None:
            rank, day, month, later = counted
            if later and t.attributive(j):
                # "Black Friday sales"
                return None
            that = Slice(rank, 1, day, Month(month, year))
            return (Beside(that, "day", later) if later else that), end
        return Feast(fixed, moving or 0, year), end
    return None


def same_months(t: Tokens, j: int) -> Hit | None:
    """ "the same ten months of last year", "the same period a year earlier", "the same period of 2023"."""
    number = number_word(t, j)
    k = number[1] if number is not None else j
    if t.words[k] not in _PARTS_OF_A_YEAR:
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
        is_span = t.words[k + 1] in DASHES and t.tight(k + 1) and t.is_number(k + 2)
        return None if is_span else (SameMonths(int(t.words[k])), k + 1)
    return None
