"""The grammar of dates that name a year, month or day: numeric forms, month names, decades, quarters.

Every function takes the tokens and the place of the first one, and gives a form and the place behind it, or ``None``.
"""

from __future__ import annotations

from typing import TypeAlias

from kordef.mentions.date_forms import (
    Base,
    Day,
    Decade,
    Division,
    Form,
    Interval,
    Month,
    Unit,
    Year,
    YearRef,
)
from kordef.mentions.date_tokens import DASHES, Tokens
from kordef.mentions.date_words import ABBREVIATED, MONTHS, NUMBERS, ORDINALS, WEEKDAY_SHORT, WEEKDAYS

__all__ = [
    "Hit",
    "business",
    "day_month",
    "day_number",
    "digits",
    "fiscal",
    "full_year",
    "month_first",
    "number_word",
    "ordinal",
    "year_phrase",
    "year_tail",
]

Hit: TypeAlias = tuple[Form, int]

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_APOSTROPHES = frozenset("'’‘")
_UNTIL = frozenset({"to", "until", "till", "through", "thru", *DASHES})
_STEPS = {"last": -1, "this": 0, "next": 1, "current": 0, "coming": 1, "past": -1}
_THENS = {"same": 0, "following": 1, "previous": -1, "preceding": -1}


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
        if len(word) <= 2 and t.words[i + 1] in _SUFFIXES and t.tight(i + 1) and t.free_left(i):
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


def _day_before_month(t: Tokens, i: int) -> tuple[int, int] | None:
    """A day's number where a month's name may follow: nothing may stick to its left."""
    return day_number(t, i) if not t.is_number(i) or t.free_left(i) else None


def _short_year(t: Tokens, i: int) -> tuple[int, int] | None:
    """A year of two digits behind an apostrophe ("'24")."""
    if t.words[i] in _APOSTROPHES and t.is_number(i + 1) and len(t.words[i + 1]) == 2 and t.tight(i + 1):
        return full_year(int(t.words[i + 1])), i + 2
    return None


def full_year(two: int) -> int:
    """The year that two digits stand for: 50 to 99 lie in the twentieth century."""
    return 1900 + two if two >= 50 else 2000 + two


def _four_digits(t: Tokens, i: int) -> bool:
    return len(t.words[i]) == 4 and t.is_number(i) and 1000 <= int(t.words[i]) <= 2100 and t.free_right(i)


def year_phrase(t: Tokens, i: int) -> tuple[Unit, int] | None:
    """A year named by its place: "last year", "this year", "that year", "the same year", "the year before"."""
    word = t.words[i]
    if word == "the":
        i += 1
        word = t.words[i]
        if word == "year":
            after = t.words[i + 1]
            if after in ("before", "after"):
                return Unit("year", -1 if after == "before" else 1, Base.THEN), i + 2
            return Unit("year", 0, Base.NEAR), i + 1
        base = Base.THEN if word in _THENS or word == "next" else Base.NOW
        step = _THENS.get(word, _STEPS.get(word))
    elif word == "that":
        step, base = 0, Base.THEN
    else:
        base = Base.THEN if word in _THENS else Base.NOW
        step = _THENS.get(word, _STEPS.get(word))
    if step is None:
        return None
    j = i + 1
    if t.words[j] in ("fiscal", "financial", "calendar"):
        j += 1
    if t.words[j] != "year" or (t.words[j + 1] in DASHES and t.tight(j + 1)):
        return None
    return Unit("year", step, base), j + 1


def year_tail(t: Tokens, i: int, *, loose: bool = False) -> tuple[int | Unit, int] | None:
    """The year behind a day, month or quarter: "2025", ", 2025", "of 2025", "'25", "last year", "of that year", "FY2025"."""
    j = i
    if t.words[j] == ",":
        j += 1
    elif t.words[j] in ("of", "in") and (loose or t.words[j] == "of" or t.words[j + 1] in ("the", "that", "this", "last", "next")):
        j += 1
        if t.words[j] == "the" and t.words[j + 1] == "year" and t.is_number(j + 2):
            j += 2
    elif loose and t.words[j] in ("/", *DASHES) and t.is_number(j + 1):
        j += 1
    if _four_digits(t, j) and not (t.words[i] == "," and t.counts(j + 1)) and not (t.words[j - 1] in ("of", "in") and t.counts(j + 1)):
        if t.counts(j + 1, 2) and int(t.words[j]) % 50 == 0:
            return None
        return int(t.words[j]), j + 1
    short = _short_year(t, j)
    if short is not None:
        return short
    if loose or t.words[j] in ("fiscal", "fy"):
        tail = fiscal(t, j)
        if tail is not None and isinstance(tail[0], Year):
            return tail[0].year, tail[1]
    if t.words[i] == "," and t.words[j] not in ("last", "this"):
        return None
    return year_phrase(t, j)


def month_first(t: Tokens, i: int) -> Hit | None:
    """A date that begins with a month's name: "March 7, 2025", "July 27-28", "Nov. 2023", "April of this year"."""
    month = MONTHS[t.words[i]]
    j = i + 1
    if t.words[j] == "." and (t.words[i] in ABBREVIATED or t.is_day_number(j + 1)):
        j += 1
    if t.words[j] == "the" and ordinal(t, j + 1):
        j += 1
    glue = j + 1 if t.words[j] in ("/", *DASHES) and t.tight(j) and t.is_number(j + 1) and t.tight(j + 1) else j
    day = day_number(t, glue)
    if day is not None and t.words[i + 1] in ORDINALS and t.words[i + 1] not in ("first",) and day[1] < t.count and t.attributive(day[1]):
        day = None
    if day is not None and glue > j and len(t.words[glue]) == 2 and not (t.words[glue + 1] in DASHES and t.is_number(glue + 2)):
        return (Month(month, full_year(day[0])), day[1]) if t.free_right(glue) else None
    if day is not None and _is_a_day(t, day[1]):
        return _month_and_day(t, month, day[0], day[1])
    tail = year_tail(t, j)
    if tail is None and t.words[j] in DASHES and t.tight(j) and _four_digits(t, j + 1):
        tail = (int(t.words[j + 1]), j + 2)
    if tail is not None and t.words[j] != ",":
        return Month(month, tail[0]), tail[1]
    if tail is not None and t.words[j] == "," and isinstance(tail[0], int) and not t.counts(tail[1], 2):
        return Month(month, tail[0]), tail[1]
    if t.is_month_alone(i, j):
        return Month(month), j
    return None


def _is_a_day(t: Tokens, j: int) -> bool:
    """Whether the number before ``j`` can be a day's: no measure, count or larger number follows."""
    if t.is_number(j - 1) and not t.free_right(j - 1) and t.words[j] not in (*DASHES, ":"):
        return False
    if t.words[j] in DASHES and t.tight(j) and t.tight(j + 1) and t.is_word(j + 1) and t.words[j + 1] not in MONTHS:
        return False
    return not t.counts(j, 2)


def _month_and_day(t: Tokens, month: int, first: int, j: int) -> Hit:
    """The rest of a date after its month and first day: a second day, a year."""
    k = j
    last: int | None = None
    if t.words[k] in _UNTIL:
        k += 2 if t.words[k + 1] == "the" else 1
        second = day_number(t, k)
        if second is not None and second[0] > first and t.words[second[1]] not in MONTHS and _is_a_day(t, second[1]):
            # "April 24-2024" is a day and its year, and so is "Sep-03-2014"
            last, j = second
    tail = year_tail(t, j)
    if tail is None and t.words[j] in DASHES and t.tight(j) and _four_digits(t, j + 1):
        tail = (int(t.words[j + 1]), j + 2)
    ref: YearRef = None
    if tail is not None:
        ref, j = tail
    if last is not None:
        return Interval(Day(first, month, ref), Day(last, month, ref)), j
    return _with_weekday(t, Day(first, month, ref), j)


def _with_weekday(t: Tokens, form: Day, j: int) -> Hit:
    """A weekday behind a date, after a comma or in brackets: "Jul 18, Fri", "March 7 (Friday)"."""
    opening = t.words[j]
    if opening in (",", "("):
        word = t.words[j + 1]
        number = WEEKDAYS.get(word, WEEKDAY_SHORT.get(word) if opening == "(" or t.capital(j + 1) else None)
        if number is not None and (opening == "," or t.words[j + 2] == ")"):
            return form._replace(weekday=number), j + (3 if opening == "(" else 2)
    return form, j


def day_month(t: Tokens, i: int) -> Hit | None:
    """A date that begins with a day's number: "27 July 2022", "27th of July", "27-28 July", "6 to 8 March", "15-Jun-2016"."""
    first = _day_before_month(t, i)
    if first is None:
        return None
    value, j = first
    if t.words[j] in _UNTIL or (t.words[j] == "/" and t.tight(j) and t.tight(j + 1)) or (t.words[j] == "and" and t.words[i - 1] == "between"):
        second = day_number(t, j + 2 if t.words[j + 1] == "the" else j + 1)
        if second is not None and second[0] > value:
            rest = _month_behind(t, second[1])
            if rest is not None:
                month, ref, end = rest
                return Interval(Day(value, month, ref), Day(second[0], month, ref)), end
            relative = _month_phrase(t, second[1])
            if relative is not None:
                return Interval(Day(value, None, relative[0]), Day(second[0], None, relative[0])), relative[1]
    rest = _month_behind(t, j)
    if rest is None:
        relative = _month_phrase(t, j) if ordinal(t, i) else None
        return (Day(value, None, relative[0]), relative[1]) if relative is not None else None
    month, ref, end = rest
    if t.words[i - 1] in ("top", "chapter", "article", "page") and ref is None:
        return None
    if ref is None and not _is_month_after_day(t, i, j, end):
        return None
    return _with_weekday(t, Day(value, month, ref), end)


def _month_phrase(t: Tokens, i: int) -> tuple[Unit, int] | None:
    """ "this month", "of next month" behind a day's number."""
    j = i + 1 if t.words[i] == "of" else i
    step = _STEPS.get(t.words[j])
    return (Unit("month", step), j + 2) if step is not None and t.words[j + 1] == "month" else None


def _month_behind(t: Tokens, j: int) -> tuple[int, YearRef, int] | None:
    """The month and year behind a day's number, and the place behind them."""
    if t.words[j] == "." and t.tight(j):
        j += 1
    elif t.words[j] in ("/", *DASHES) and t.tight(j) and t.tight(j + 1):
        j += 1
    if t.words[j] == "of":
        j += 2 if t.words[j + 1] == "the" else 1
    month = MONTHS.get(t.words[j])
    if month is None:
        return None
    j += 1
    if t.words[j] == "." and t.words[j - 1] in ABBREVIATED and t.tight(j):
        j += 1
    tail = year_tail(t, j)
    if tail is None and t.words[j] in ("/", *DASHES) and t.tight(j) and t.is_number(j + 1) and t.tight(j + 1):
        if _four_digits(t, j + 1):
            tail = (int(t.words[j + 1]), j + 2)
        elif len(t.words[j + 1]) == 2 and t.free_right(j + 1) and t.words[j + 2] not in MONTHS:
            tail = (full_year(int(t.words[j + 1])), j + 2)
    return (month, tail[0], tail[1]) if tail is not None else (month, None, j)


_VERBAL = frozenset({"be", "have", "not", "also", "well", "soon", "only", "on", "to", "in", "across", "past", "with", "into", "toward", "towards"})


def _is_month_after_day(t: Tokens, i: int, j: int, end: int) -> bool:
    """Whether a lower-case "may" or "march" behind a number is a month: "on 4 march", but not "all 10 may be"."""
    word = t.words[end - 1]
    if word not in ("may", "march", "mar", "sept", "dec", "jan") or t.capital(end - 1):
        return not (word in ABBREVIATED and t.tight(end - 1) and not t.capital(end - 1) and t.is_number(end - 2) and j == end - 1 and t.words[i - 1] == "")
    if t.words[end] in _VERBAL and t.words[i - 1] not in ("on", "from", "until", "since", "by", "before", "after", "the"):
        return False
    return not t.is_word(end) or not t.is_number(j - 1) or t.words[i - 1] in ("on", "since", "until", "from", "by")


def business(t: Tokens, i: int) -> Hit | None:
    """ "Q3 2026", "Q3", "H1 2025", "3Q24", "1H 2025": quarters and halves in business style; a half needs its year."""
    short = _business_code(t, i)
    if short is None:
        return None
    code, j = short
    if not t.is_number(j - 1) and t.is_number(j) and t.tight(j) and len(t.words[j]) == 2:
        return Division(code, full_year(int(t.words[j]))), j + 1
    tail = year_tail(t, j, loose=True)
    if tail is not None:
        return Division(code, tail[0]), tail[1]
    if code >= 40 or (t.words[j] in DASHES and t.tight(j) and t.words[j + 1] != "q"):
        return None
    return Division(code), j


def _business_code(t: Tokens, i: int) -> tuple[int, int] | None:
    """The EDTF code of "Q3", "3Q", "H1" or "1H", and the place behind it."""
    letter, digit = (t.words[i], i + 1) if t.words[i] in ("q", "h") else (t.words[i + 1], i)
    if letter not in ("q", "h") or not t.tight(i + 1) or not t.is_number(digit) or len(t.words[digit]) != 1:
        return None
    rank = int(t.words[digit])
    if not 1 <= rank <= (4 if letter == "q" else 2) or not t.begins_word(i):
        return None
    if digit == i + 1 and t.text[t.ends[digit] : t.ends[digit] + 1].isalnum():
        return None
    return (32 if letter == "q" else 39) + rank, i + 2


def fiscal(t: Tokens, i: int) -> Hit | None:
    """ "FY2026", "FY26", "FY 2024-25", "fiscal year 2025", "fiscal 2024", "financial year 2023/24": the plain year, or years."""
    j = i + 1
    if t.words[i] in ("fiscal", "financial"):
        if t.words[j] in ("year", "years"):
            j += 1
        if t.words[j] == "(" and t.words[j + 1] in ("fy", "fys") and t.words[j + 2] == ")":
            j += 3
        if not _four_digits(t, j):
            return None
    elif t.words[i] not in ("fy", "fys", "fye") or not t.begins_word(i):
        return None
    if t.words[j] in _APOSTROPHES and t.tight(j + 1):
        j += 1
    if not t.is_number(j) or len(t.words[j]) not in (2, 4) or t.text[t.ends[j] : t.ends[j] + 1].isalpha():
        return None
    number = int(t.words[j]) if len(t.words[j]) == 4 else full_year(int(t.words[j]))
    if not 1900 <= number <= 2100:
        return None
    span = _second_year(t, j + 1, number)
    if span is not None:
        return Interval(Year(number, fiscal=True), Year(span[0], fiscal=True)), span[1]
    return Year(number, fiscal=True), j + 1


def _second_year(t: Tokens, i: int, first: int) -> tuple[int, int] | None:
    """The two digits behind a dash or slash that end a range of years ("2019-23", "2022/23")."""
    if t.words[i] not in ("/", *DASHES) or not t.tight(i) or not t.tight(i + 1) or not t.is_number(i + 1):
        return None
    if len(t.words[i + 1]) != 2 or not t.free_right(i + 1) or (t.words[i + 2] in ("-", "/") and t.tight(i + 2) and t.is_number(i + 3)):
        return None
    two = int(t.words[i + 1])
    last = first // 100 * 100 + two
    if last <= first and first % 100 >= 90:
        last += 100
    return (last, i + 2) if first < last <= first + 60 else None


def digits(t: Tokens, i: int) -> Hit | None:
    """A date that begins with a digit."""
    word = t.words[i]
    if len(word) == 4:
        return _year_first(t, i)
    if len(word) == 8:
        return _compact(t, i)
    if len(word) > 2:
        return None
    return _numeric(t, i) or business(t, i) or day_month(t, i)


def _year_first(t: Tokens, i: int) -> Hit | None:
    """ "2025-03-07", "2025.3.7", "2019/aug/01", "2025-03", "2019-23", "1990s", "2024 Q3", "2017 March 7", "2024"."""
    number = int(t.words[i])
    separator = t.words[i + 1]
    if 1000 <= number <= 2150 and t.free_left(i):
        if separator in (".", "/", *DASHES) and (t.tight(i + 1) or separator == "."):
            hit = _year_month_day(t, i, number, separator)
            if hit is not None:
                return hit
        if separator == "/" and t.tight(i + 1) and t.tight(i + 2) and _four_digits(t, i + 2) and number < int(t.words[i + 2]) <= number + 9:
            return Interval(Year(number), Year(int(t.words[i + 2]))), i + 3
        span = _second_year(t, i + 1, number)
        if span is not None and 1700 <= number <= 2100:
            return Interval(Year(number), Year(span[0])), span[1]
        if separator in ("-", "/", "‑") and t.is_number(i + 2) and len(t.words[i + 2]) in (1, 2) and t.tight(i + 1) and t.tight(i + 2):
            month = int(t.words[i + 2])
            if 1 <= month <= 12 and t.free_right(i + 2) and 1900 <= number <= 2100:
                return Month(month, number), i + 3
        plural = _decade(t, i, number)
        if plural is not None:
            return plural
    if not t.is_year(i):
        return None
    if separator in MONTHS and t.words[i + 2] != ".":
        if t.is_day_number(i + 2) and _is_a_day(t, i + 3) and not t.words[i + 3] in MONTHS:
            return Day(int(t.words[i + 2]), MONTHS[separator], number), i + 3
        if separator not in ("may", "march", "august") and not t.is_word(i + 2) and not t.is_number(i + 2):
            return Month(MONTHS[separator], number), i + 2
    part = _business_code(t, i + 1)
    return (Division(part[0], number), part[1]) if part is not None else (Year(number), i + 1)


def _year_month_day(t: Tokens, i: int, number: int, separator: str) -> Hit | None:
    middle = t.words[i + 2]
    if middle in MONTHS and t.words[i + 3] == separator and t.is_day_number(i + 4) and separator != ".":
        return Day(int(t.words[i + 4]), MONTHS[middle], number), i + 5
    if not (t.is_number(i + 2) and len(middle) <= 2) or t.words[i + 3] != separator or not t.is_day_number(i + 4):
        return None
    if not 1 <= int(middle) <= 12 or not (t.tight(i + 3) and (separator == "." or (t.tight(i + 2) and t.tight(i + 4)))):
        return None
    after = t.text[t.ends[i + 4] : t.ends[i + 4] + 1]
    if after.isalnum() and after not in "Tt":
        return None
    return Day(int(t.words[i + 4]), int(middle), number), i + 5


def _decade(t: Tokens, i: int, number: int) -> Hit | None:
    """ "1990s", "1970's": a decade, and a century where the number is 1700, 1800 or 1900."""
    j = i + 1
    if t.words[j] in _APOSTROPHES and t.tight(j):
        j += 1
    if t.words[j] != "s" or not t.tight(j) or number % 10 or not 1400 <= number <= 2100:
        return None
    if j > i + 1 and (number % 100 == 0 or t.words[i - 1] not in ("the", "early", "late", "mid", *DASHES)):
        return None
    if number % 100 == 0 and number < 2000:
        return Decade(number, 100), j + 1
    return Decade(number), j + 1


def _compact(t: Tokens, i: int) -> Hit | None:
    """ "20250307"."""
    word = t.words[i]
    if not (t.free_left(i) and t.free_right(i)) or not 1990 <= int(word[:4]) <= 2049:
        return None
    month, day = int(word[4:6]), int(word[6:])
    return (Day(day, month, int(word[:4])), i + 1) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _numeric(t: Tokens, i: int) -> Hit | None:
    """ "07/03/2025", "7.3.2025", "9-18-15", "3/2015": the order of day and month is settled by the resolver."""
    separator = t.words[i + 1]
    if separator not in ("/", ".", "-", "–") or not t.is_number(i + 2) or not t.free_left(i):
        return None
    spaced = not (t.tight(i + 1) and t.tight(i + 2))
    a, b = int(t.words[i]), t.words[i + 2]
    if len(b) == 4 and 1 <= a <= 12 and separator in ("/", "-") and 1900 <= int(b) <= 2100 and t.free_right(i + 2) and not spaced:
        return (Month(a, int(b)), i + 3) if not (t.words[i + 3] == separator and t.tight(i + 3)) else None
    if len(b) > 2 or t.words[i + 3] != separator or not t.is_number(i + 4) or (spaced and separator != "."):
        return None
    c = t.words[i + 4]
    if len(c) not in (2, 4) or not t.tight(i + 3) or (len(c) == 2 and separator == "." and not _month_like(t, i)):
        return None
    after = t.text[t.ends[i + 4] : t.ends[i + 4] + 2]
    if (after[:1].isalnum() and after[:1] not in "T") or (after[:1] in "./-" and after[1:].isdigit()):
        return None
    number = int(c) if len(c) == 4 else full_year(int(c))
    second = int(b)
    if not 1900 <= number <= 2100 or not (1 <= a <= 31 and 1 <= second <= 31) or (a > 12 and second > 12):
        return None
    if a > 12 or separator == ".":
        return (Day(a, second, number), i + 5) if second <= 12 else None
    if second > 12:
        return Day(second, a, number), i + 5
    return Day(second, a, number, doubt=a != second), i + 5


def _month_like(t: Tokens, i: int) -> bool:
    """Whether "7.3.25" has no neighbours that would make it a version or section number."""
    before = t.words[i - 1] if i else ""
    return before in ("on", "of", "dated", "since", "until", "by", "from", "", "(", "|")
