"""The grammar of dates in digits: "2025-03-07", "07/03/2025", "2019-23", "1990s", "Q3 2026", "2024"."""

from __future__ import annotations

from kordef.mentions.dates.eras import iso_week
from kordef.mentions.dates.forms import Day, Decade, Division, Interval, Month, Year
from kordef.mentions.dates.lookalikes import is_year
from kordef.mentions.dates.months import day_month, is_day_before, month_first
from kordef.mentions.dates.numbers import Hit, full_year, is_four_digits, second_year, year_tail
from kordef.mentions.dates.tokens import APOSTROPHES, DASHES, POINTED_SEPARATORS, Tokens
from kordef.mentions.dates.words import MONTHS, NAME_NOUNS, SEASONS

__all__ = ["business", "digits"]

_BEFORE_A_HALF = frozenset({"in", "for", "during", "since", "by", "until", "of"})
"""Before "H1" these say that no road and no virus is meant."""
_NUMBERED = NAME_NOUNS | {
    "issue",
    "extract",
    "bulletin",
    "law",
    "act",
    "regulation",
    "directive",
    "decision",
    "decree",
    "order",
    "bill",
}
"""Before "5/2024" these make the number of a law."""
_GLUED = {"q": (32, ("1", "2", "3", "4")), "h": (39, ("1", "2"))}
"""The letters of quarters and halves with the EDTF code that their numbers are added to, and the numbers."""

_BEHIND_AN_ENTRY = DASHES | {":", ")", "", "|", ".", "\n"}
"""What stands behind the date of an entry, or of a heading."""

_BEFORE_A_CODE = DASHES | {"q", "h", "w"}
"""What stands behind the year of "2024Q2", "2024-Q2" and "2020-W32"."""


_NAMED_PARTS = {
    ("first", "half"): 40,
    ("second", "half"): 41,
    ("first", "quarter"): 33,
    ("second", "quarter"): 34,
    ("third", "quarter"): 35,
    ("fourth", "quarter"): 36,
}
"""Parts of a year in words with their EDTF codes."""


def digits(t: Tokens, i: int) -> Hit | None:
    """A date that begins with a digit."""
    word = t.words[i]
    if len(word) == 4:
        glued = _glued_quarter(t, i) or iso_week(t, i) if t.words[i + 1] in _BEFORE_A_CODE else None
        return glued or _year_first(t, i)
    if len(word) == 8:
        return _compact(t, i)
    if len(word) > 2:
        return None
    return _numeric(t, i) or business(t, i) or day_month(t, i)


def _glued_quarter(t: Tokens, i: int) -> Hit | None:
    """ "2024Q2", "2024-Q2", "2023H2", as tables of statistics write a quarter or half."""
    j = i + 2 if t.words[i + 1] in DASHES and t.tight(i + 1) else i + 1
    rank = t.words[j + 1]
    first, ranks = _GLUED.get(t.words[j], (0, ()))
    if rank not in ranks or not (t.tight(j) and t.tight(j + 1)):
        return None
    fits = t.free_left(i) and t.free_right(j + 1) and 1900 <= int(t.words[i]) <= 2100
    return (Division(first + int(rank), int(t.words[i])), j + 2) if fits else None


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
    if (
        code >= 40
        and t.words[i - 1] in _BEFORE_A_HALF
        and t.capital(i)
        and not t.is_number(j)
        and t.words[j] not in DASHES
    ):
        return Division(code), j
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


def _year_first(t: Tokens, i: int) -> Hit | None:
    """ "2025-03-07", "2025.3.7", "2019/aug/01", "2025-03", "2019-23", "1990s", "2024 Q3", "2017 March 7", "2024"."""
    number, then = int(t.words[i]), t.words[i + 1]
    if 1000 <= number <= 2150 and t.free_left(i):
        hit = _glued(t, i, number) or _decade(t, i, number)
        if hit is not None:
            return hit
    if not is_year(t, i):
        return None
    if then in MONTHS:
        hit = _year_and_month(t, i, number, MONTHS[then])
        if hit is not None:
            return hit
    if then == "," and (entry := _entry_date(t, i, number)) is not None:
        return entry
    part = _business_code(t, i + 1) or (_part_behind(t, i + 2) if then == "," else None)
    return (Division(part[0], number), part[1]) if part is not None else (Year(number), i + 1)


def _entry_date(t: Tokens, i: int, year: int) -> Hit | None:
    """ "2023, 4 June –", "1998, March:", "2021, 3-5 May": the date of an entry in a chronology, its year first."""
    at = t.starts[i]
    if not (t.opens_sentence(i) or (at > t.lo and t.text[at - 1] == "\n")):
        return None
    hit = month_first(t, i + 2) if t.words[i + 2] in MONTHS else day_month(t, i + 2)
    if hit is None and t.capital(i + 2) and (name := MONTHS.get(t.words[i + 2])) is not None:
        hit = Month(name), i + 3
    if hit is None or t.words[hit[1]] not in _BEHIND_AN_ENTRY:
        return None
    form, end = hit
    if isinstance(form, Interval):
        first, last = form.start, form.end
        if isinstance(first, (Day, Month)) and isinstance(last, (Day, Month)) and first.year is last.year is None:
            return Interval(first._replace(year=year), last._replace(year=year)), end
        return None
    is_open = isinstance(form, (Day, Month)) and form.year is None and not (isinstance(form, Day) and not form.month)
    return (form._replace(year=year), end) if is_open and isinstance(form, (Day, Month)) else None


def _part_behind(t: Tokens, i: int) -> tuple[int, int] | None:
    """The EDTF code of a quarter, half or season behind a year and a comma, before a colon or bracket: "2025, second half:"."""
    part = _business_code(t, i)
    if part is None and t.words[i] in SEASONS:
        part = SEASONS[t.words[i]], i + 1
    if part is None and (code := _NAMED_PARTS.get((t.words[i], t.words[i + 1]))) is not None:
        part = code, i + 2
    return part if part is not None and t.words[part[1]] in _BEHIND_AN_ENTRY else None


def _year_and_month(t: Tokens, i: int, year: int, month: int) -> Hit | None:
    """ "2017 March 7", "2016 November"; not "in 2016 May took office"."""
    if t.is_day_number(i + 2) and is_day_before(t, i + 3) and t.words[i + 3] not in MONTHS:
        return Day(int(t.words[i + 2]), month, year), i + 3
    is_sure = t.words[i + 1] not in ("may", "march", "august") and t.words[i + 2] != "."
    return (Month(month, year), i + 2) if is_sure and not t.is_word(i + 2) and not t.is_number(i + 2) else None


def _glued(t: Tokens, i: int, year: int) -> Hit | None:
    """What is stuck to a year with a dash, slash or full stop: a month and day, a month, a second year."""
    separator, then = t.words[i + 1], t.words[i + 2]
    if separator not in POINTED_SEPARATORS or not (t.tight(i + 1) or separator == "."):
        return None
    day = _year_month_day(t, i, year, separator)
    if day is not None or separator == "." or not t.tight(i + 2):
        return day
    if (
        is_four_digits(t, i + 2)
        and year < int(then) <= year + (9 if separator == "/" else 99)
        and t.words[i - 1] not in NAME_NOUNS
    ):
        return (Interval(Year(year), Year(int(then))), i + 3) if year >= 1800 and not t.counts(i + 3) else None
    second = second_year(t, i + 1, year)
    is_led = t.words[i - 1] in ("of", "in", "from", "during", "(") or t.is_all(i, i + 3)
    if second is not None:
        return (
            (Interval(Year(year), Year(second[0])), second[1])
            if 1700 <= year <= 2100 or (year > 1400 and is_led)
            else None
        )
    if not t.is_number(i + 2) or len(then) > 2 or not t.free_right(i + 2) or not 1900 <= year <= 2100:
        return None
    return (Month(int(then), year), i + 3) if 1 <= int(then) <= 12 else None


def _year_month_day(t: Tokens, i: int, year: int, separator: str) -> Hit | None:
    """ "2025-03-07", "2025.3.7", "2025. 3. 7", "2019/aug/01"."""
    middle = t.words[i + 2]
    if t.words[i + 3] != separator or not t.is_day_number(i + 4) or not t.tight(i + 3):
        return None
    if separator != "." and not (t.tight(i + 2) and t.tight(i + 4)):
        return None
    # a letter may follow only where it begins a time ("T15:32")
    after = t.text[t.ends[i + 4] : t.ends[i + 4] + 1]
    if after.isalnum() and after not in ("T", "t"):
        return None
    month = int(middle) if t.is_number(i + 2) and len(middle) <= 2 else MONTHS.get(middle, 0)
    if not 1 <= month <= 12:
        return None
    first = Day(int(t.words[i + 4]), month, year)
    last = i + 6
    is_span = separator in "./" and t.words[last - 1] in ("~", *DASHES) and t.is_day_number(last) and t.free_right(last)
    if is_span and first.day < int(t.words[last]) and t.words[last + 1] not in POINTED_SEPARATORS:
        # "2023.3.20-22"
        return Interval(first, Day(int(t.words[last]), month, year)), last + 1
    return first, i + 5


def _decade(t: Tokens, i: int, year: int) -> Hit | None:
    """ "1990s", "1970's": a decade, and a century where the number is 1700, 1800 or 1900."""
    is_genitive = t.words[i + 1] in APOSTROPHES and t.tight(i + 1)
    j = i + 2 if is_genitive else i + 1
    if t.words[j] != "s" or not t.tight(j) or year % 10 or not 1400 <= year <= 2100:
        return None
    if t.capital(i - 1) and t.words[i - 1].isalpha() and not t.opens_sentence(i - 1):
        return None  # "Mirage 2000s": several of them
    if is_genitive and (year % 100 == 0 or t.words[i - 1] not in ("the", "early", "late", "mid", *DASHES)):
        return None
    return Decade(year, 100 if year % 100 == 0 and year < 2000 else 10), j + 1


def _compact(t: Tokens, i: int) -> Hit | None:
    """ "20250307"."""
    word = t.words[i]
    if not (t.free_left(i) and t.free_right(i)) or not 1990 <= int(word[:4]) <= 2049:
        return None
    month, day = int(word[4:6]), int(word[6:])
    return (Day(day, month, int(word[:4])), i + 1) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _numeric(t: Tokens, i: int) -> Hit | None:
    """ "07/03/2025", "7.3.2025", "9-18-15", "3/2015": the order of day and month is settled by the resolver."""
    separator, then = t.words[i + 1], t.words[i + 2]
    if separator not in POINTED_SEPARATORS or not t.is_number(i + 2) or not t.free_left(i):
        return None
    is_spaced = not (t.tight(i + 1) and t.tight(i + 2))
    if is_spaced and separator != ".":
        return None
    if len(then) == 4:
        return _month_and_year(t, i) if separator != "." or t.is_all(i, i + 3) else None
    if (short := _short(t, i)) is not None:
        return short
    if len(then) > 2 or t.words[i + 3] != separator or not t.is_number(i + 4) or not t.tight(i + 3):
        return None
    third = t.words[i + 4]
    if len(third) not in (2, 4) or _goes_on(t, i + 4) or (len(third) == 2 and separator == "." and not _is_alone(t, i)):
        return None
    first, second = int(t.words[i]), int(then)
    year = int(third) if len(third) == 4 else full_year(int(third))
    if not 1900 <= year <= 2100 or not (1 <= first <= 31 and 1 <= second <= 31) or min(first, second) > 12:
        return None
    if separator == "." or first > 12:
        return (Day(first, second, year), i + 5) if second <= 12 else None
    return Day(second, first, year, doubt=second <= 12 and first != second), i + 5


def _short(t: Tokens, i: int) -> Hit | None:
    """ "on 12/25", "by 25/12": a day without its year, where no fraction and only one order of day and month is possible."""
    if (
        t.words[i + 1] != "/"
        or t.words[i - 1] not in ("on", "by")
        or _goes_on(t, i + 2)
        or t.words[i + 3] in ("of", "%")
    ):
        return None
    if t.words[i] == "24":
        # "on 24/7 standby"
        return None
    day, month = sorted((int(t.words[i]), int(t.words[i + 2])), reverse=True)
    return (Day(day, month), i + 3) if 12 < day <= 31 and 1 <= month <= 12 else None


def _month_and_year(t: Tokens, i: int) -> Hit | None:
    """ "3/2015"."""
    month, year = int(t.words[i]), int(t.words[i + 2])
    if t.words[i - 1] in _NUMBERED:
        return None
    if not (1 <= month <= 12 and 1900 <= year <= 2100) or not t.free_right(i + 2) or _goes_on(t, i + 2):
        return None
    return Month(month, year), i + 3


def _goes_on(t: Tokens, i: int) -> bool:
    """Whether more digits or letters are stuck to the number at ``i``, so that it is a version or a telephone number."""
    after, then = t.text[t.ends[i] : t.ends[i] + 1], t.text[t.ends[i] + 1 : t.ends[i] + 2]
    return (after.isalnum() and after != "T") or (after in "./-" and then.isdigit())


_BEFORE_SHORT_DATES = frozenset({"on", "of", "dated", "since", "until", "by", "from", "", "(", "|"})


def _is_alone(t: Tokens, i: int) -> bool:
    """Whether "7.3.25" has a neighbour that shows a date, and no version or section."""
    return t.words[i - 1] in _BEFORE_SHORT_DATES
