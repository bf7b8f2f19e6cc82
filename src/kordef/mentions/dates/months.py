"""The grammar of dates with the name of a month or season: "March 7, 2025", "27-28 July 2022", "autumn 2024"."""

from __future__ import annotations

from kordef.mentions.dates.forms import Day, Division, Interval, Month, Unit, YearRef
from kordef.mentions.dates.lookalikes import is_month_alone
from kordef.mentions.dates.numbers import (
    STEPS,
    Hit,
    dashed_year,
    day_number,
    full_year,
    ordinal,
    spoken_year,
    year_tail,
)
from kordef.mentions.dates.tokens import DASHES, SEPARATORS, Tokens
from kordef.mentions.dates.words import ABBREVIATED, MIDSEASONS, MONTHS, ORDINALS, SEASONS, WEEKDAY_SHORT, WEEKDAYS

__all__ = ["day_month", "is_day_before", "midseason", "month_first", "season"]

_NUMBERED = frozenset({"top", "chapter", "article", "page"})
_UNTIL = frozenset({"to", "until", "till", "through", "thru", *DASHES})

_SEASON_LEADS = frozenset([
    "in", "since", "until", "by", "during", "over", "late", "early", "mid", "before", "after", "for", "toward",
    "towards", *DASHES,
])  # fmt: skip


def month_first(t: Tokens, i: int) -> Hit | None:
    """A date that begins with a month's name: "March 7, 2025", "July 27-28", "Nov. 2023", "April of this year"."""
    month, j = MONTHS[t.words[i]], i + 1
    if t.words[j] == "." and (t.words[i] in ABBREVIATED or t.is_day_number(j + 1)):
        j += 1
    if t.words[j] == "the" and ordinal(t, j + 1):
        j += 1
    is_glued = t.words[j] in SEPARATORS and t.tight(j) and t.is_number(j + 1) and t.tight(j + 1)
    k = j + 1 if is_glued else j
    day = day_number(t, k)
    if (
        day is not None
        and t.words[k] in ORDINALS
        and t.words[k] != "first"
        and t.attributive(day[1])
        and not spoken_year(t, day[1])
    ):
        # "the May second round" has no day
        day = None
    if day is not None and is_glued and (short := _dashed_short_year(t, day[1])) is not None:
        # "Mar-05-20"
        return Day(day[0], month, short[0]), short[1]
    if day is not None and is_glued and len(t.words[k]) == 2 and dashed_year(t, k + 1) is None:
        return (Month(month, full_year(day[0])), day[1]) if t.free_right(k) else None
    if day is not None and t.words[day[1]] in ("movement", "uprising"):
        return None  # "the March 1 movement"
    if day is not None and is_day_before(t, day[1]):
        return _month_and_day(t, month, day[0], day[1])
    tail = year_tail(t, j) or dashed_year(t, j)
    if tail is not None and (t.words[j] != "," or (isinstance(tail[0], int) and not t.counts(tail[1], 2))):
        return Month(month, tail[0]), tail[1]
    return (Month(month), j) if is_month_alone(t, i, j) else None


def is_day_before(t: Tokens, j: int) -> bool:
    """Whether the number before ``j`` can be a day's: no measure, count or larger number follows."""
    is_dashed = t.words[j] in DASHES and t.tight(j)
    if t.is_number(j - 1) and not t.free_right(j - 1) and not is_dashed and t.words[j] != ":":
        return False
    if is_dashed and t.tight(j + 1) and t.is_word(j + 1) and t.words[j + 1] not in MONTHS:
        return False
    return not t.counts(j, 2)


def _month_and_day(t: Tokens, month: int, first: int, j: int) -> Hit:
    """The rest of a date after its month and first day: a second day, a year, a weekday."""
    last = _last_day(t, first, j)
    if last is not None:
        j = last[1]
    tail = year_tail(t, j) or dashed_year(t, j)
    year, j = tail if tail is not None else (None, j)
    if last is not None:
        return Interval(Day(first, month, year), Day(last[0], month, year)), j
    return _with_weekday(t, Day(first, month, year), j)


def _last_day(t: Tokens, first: int, j: int) -> tuple[int, int] | None:
    """The second day of "July 27-28" or "July 13 to the 15th"."""
    # "May 8/9" is a night; "May 8/2024" has a year behind its slash
    is_slash = t.words[j] == "/" and t.tight(j) and t.tight(j + 1) and len(t.words[j + 1]) <= 2
    if t.words[j] not in _UNTIL and not is_slash:
        return None
    if t.words[j] in DASHES or is_slash:
        t.hyphened = j + 1
    day = day_number(t, j + 2 if t.words[j + 1] == "the" else j + 1)
    if day is None or day[0] <= first or t.words[day[1]] in MONTHS or not is_day_before(t, day[1]):
        return None
    return day


def _with_weekday(t: Tokens, form: Day, j: int) -> Hit:
    """A weekday behind a date, after a comma or in brackets: "Jul 18, Fri", "March 7 (Friday)"."""
    word, is_bracket = t.words[j + 1], t.words[j] == "("
    number = WEEKDAYS.get(word, WEEKDAY_SHORT.get(word))
    if number is None or not ((is_bracket and t.words[j + 2] == ")") or t.words[j] == ","):
        return form, j
    if word not in WEEKDAYS and not is_bracket and not t.capital(j + 1):
        return form, j
    return form._replace(weekday=number), j + 3 if is_bracket else j + 2


def day_month(t: Tokens, i: int) -> Hit | None:
    """A date that begins with a day's number: "27 July 2022", "27th of July", "27-28 July", "6 to 8 March", "15-Jun-2016"."""
    first = day_number(t, i) if not t.is_number(i) or t.free_left(i) else None
    if first is None:
        return None
    value, j = first
    span = _days_of_month(t, i, value, j)
    if span is not None:
        return span
    rest = _month_behind(t, j)
    if rest is None:
        relative = _month_phrase(t, j) if ordinal(t, i) else None
        return (Day(value, None, relative[0]), relative[1]) if relative is not None else None
    month, year, end = rest
    if year is None and t.is_number(end) and len(t.words[end]) == 2 and t.is_all(i, end + 1):
        # "5 mar 20" and nothing else
        year, end = full_year(int(t.words[end])), end + 1
    if year is None and (t.words[i - 1] in _NUMBERED or not _is_month_after_day(t, i, j, end)):
        return None
    return _with_weekday(t, Day(value, month, year), end)


def _days_of_month(t: Tokens, i: int, first: int, j: int) -> Hit | None:
    """ "27-28 July", "6 to 8 March", "5/6 March", "4 to 23 of this month" and, behind "between", "4 and 22 January"."""
    word = t.words[j]
    is_slash = word == "/" and t.tight(j) and t.tight(j + 1)
    if (
        word not in _UNTIL
        and not is_slash
        and not (word == "and" and "between" in (t.words[i - 1], t.words[i - 2] if t.words[i - 1] == "the" else ""))
    ):
        return None
    if word in DASHES:
        t.hyphened = j + 1
    last = day_number(t, j + 2 if t.words[j + 1] == "the" else j + 1)
    if last is None or last[0] <= first:
        return None
    rest = _month_behind(t, last[1])
    if rest is not None:
        month, year, end = rest
        return Interval(Day(first, month, year), Day(last[0], month, year)), end
    relative = _month_phrase(t, last[1])
    if relative is None:
        return None
    return Interval(Day(first, None, relative[0]), Day(last[0], None, relative[0])), relative[1]


def _month_phrase(t: Tokens, i: int) -> tuple[Unit, int] | None:
    """ "this month", "of next month" behind a day's number."""
    j = i + 1 if t.words[i] == "of" else i
    step = STEPS.get(t.words[j])
    return (Unit("month", step), j + 2) if step is not None and t.words[j + 1] == "month" else None


def _month_behind(t: Tokens, j: int) -> tuple[int, YearRef, int] | None:
    """The month and year behind a day's number, and the place behind them."""
    if t.tight(j) and (t.words[j] == "." or (t.words[j] in SEPARATORS and t.tight(j + 1))):
        j += 1
    if t.words[j] == "of":
        j += 2 if t.words[j + 1] == "the" else 1
    month = MONTHS.get(t.words[j])
    if month is None:
        return None
    j += 1
    if t.words[j] == "." and t.words[j - 1] in ABBREVIATED and t.tight(j):
        j += 1
    tail = year_tail(t, j) or dashed_year(t, j) or _dashed_short_year(t, j)
    return (month, tail[0], tail[1]) if tail is not None else (month, None, j)


def _dashed_short_year(t: Tokens, j: int) -> tuple[int, int] | None:
    """A year of two digits stuck on behind a month's name: "14-Apr-24"."""
    if t.words[j] not in SEPARATORS or not (t.tight(j) and t.tight(j + 1) and t.is_number(j + 1)):
        return None
    is_year = len(t.words[j + 1]) == 2 and t.free_right(j + 1) and t.words[j + 2] not in MONTHS
    return (full_year(int(t.words[j + 1])), j + 2) if is_year else None


def _is_month_after_day(t: Tokens, i: int, j: int, end: int) -> bool:
    """Whether a lower-case "may" or "march" behind a number is a month: "on 4 march", but not "all 10 may be"."""
    if t.words[end - 1] not in ("may", "march", "mar") or t.capital(end - 1):
        return True
    if not t.is_word(end) or not t.is_number(j - 1):
        return True
    if t.words[i - 1] == "of":
        return t.words[end - 1] != "may"
    return t.words[i - 1] in ("on", "since", "until", "from", "by") and t.words[end] not in ("be", "have")


def season(t: Tokens, i: int) -> Hit | None:
    """A season with its year, or alone behind a preposition: "autumn 2024", "winter 2021-22", "in the summer"."""
    word, before = t.words[i], t.words[i - 1]
    code, j = SEASONS[word], i + 1
    tail = year_tail(t, j)
    if tail is not None and t.words[j] != ",":
        year, end = tail
        # "winter 2021-22" is the one that began in 2021
        if isinstance(year, int) and t.words[end] in SEPARATORS and t.tight(end) and t.tight(end + 1):
            is_double = t.words[end + 1] in (f"{year + 1}", f"{(year + 1) % 100:02}") and t.free_right(end + 1)
            end = end + 2 if is_double else end
        return Division(code, year), end
    if word == "fall" and before not in ("the", "late", "early"):
        return None
    if t.words[j] == "of" or t.capital(i) or t.attributive(j):
        return None
    lead = t.words[i - 2] if before == "the" else before
    return (Division(code), j) if lead in _SEASON_LEADS else None


def midseason(t: Tokens, i: int) -> Hit | None:
    """ "By midsummer", "at midwinter 2026": the month of the turning point; not "Midsummer celebrations"."""
    month, tail = MIDSEASONS[t.words[i]], year_tail(t, i + 1)
    if tail is not None and t.words[i + 1] != ",":
        return Month(month, tail[0]), tail[1]
    led = t.words[i - 1] in ("by", "until", "before", "after", "since", "at")
    return (Month(month), i + 1) if led and not t.attributive(i + 1) else None
