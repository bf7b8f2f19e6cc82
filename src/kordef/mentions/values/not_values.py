"""Digits that are no amount: dates, times of day, parts of names, scores, telephone numbers, list numbers."""

from __future__ import annotations

import re
from typing import Final

__all__ = [
    "BEFORE_A_TIME",
    "YEAR_STARTS",
    "clock_end",
    "day_end",
    "day_tail",
    "era_end",
    "generation_end",
    "is_clock",
    "is_compact_day",
    "is_day_and_year",
    "is_list_number",
    "is_old_year",
    "is_part_of_year",
    "is_year",
    "joined_end",
    "month_before",
    "spoken_year_end",
    "year_end",
]

_MONTH = (
    r"(?:[Jj]an(?:uary|\.)?|[Ff]eb(?:ruary|\.)?|[Mm]ar(?:ch|\.)?|[Aa]pr(?:il|\.)?|May|[Jj]une?|[Jj]uly?|[Aa]ug(?:ust|\.)?"
    r"|[Ss]ept?(?:ember|\.)?|[Oo]ct(?:ober|\.)?|[Nn]ov(?:ember|\.)?|[Dd]ec(?:ember|\.)?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC|may(?= ?[-–,;)]| [0-9]|$))(?![A-Za-z])"
)
_MONTHS: Final = frozenset(
    (
        *("january", "jan", "february", "feb", "march", "mar", "april", "apr", "may", "june", "jun", "july", "jul"),
        *("august", "aug", "september", "sept", "sep", "october", "oct", "november", "nov", "december", "dec"),
    )
)
_YEAR = r"(?:1[5-9]|20)[0-9]{2}(?![0-9])"

# Behind a day: "7 March 2024", "7-9 March", "4 and 5 April".
_DAY = re.compile(
    rf"(?:(?: ?[-–/&] ?| (?:to|and|or|until|through) )[0-3]?[0-9])?(?:(?: of)?[ -]{{1,2}}|[/.]){_MONTH}\.?(?:,? {_YEAR})?"
)
# Behind "March": "7", "7-9", "7 and 8", "7, 2024", "7 to April 2".
_DAY_TAIL = re.compile(
    r"(?:(?: ?[-–/&] ?| (?:to|and|or|until|through) )[0-3]?[0-9](?![0-9]|[.,][0-9]| ?%| per| mil| bil| [a-z]{3,}s\b))?"
    rf"(?:,? {_YEAR})?"
)
_DAY_SIGNS: Final = frozenset("-–/& ")
_DAY_STARTS: Final = frozenset({*(month[:3] for month in _MONTHS), "to ", "and", "or ", "unt", "thr", "of "})
"""How the words begin that go on with a date behind its day."""
_YEAR_TAIL = re.compile(
    r"(?:[-–/](?:[0-9]{4}|[0-9]{2})(?![0-9,])|s\b|(?: to |[-–]| and | or )(?:1[5-9]|20)[0-9]{2}(?![0-9,.%]| ?(?:mm|km)))?"
)
_QUARTERS = re.compile(
    r" quarters of (?:the |this |last |next |that |each |its |fiscal |financial )*"
    r"(?:year|(?:FY ?)?(?:20|19)[0-9]{2}|FY ?[0-9]{2})\b"
)
_CLOCK = re.compile(
    r" ?(?:[ap]\.m\.|[ap]m\b(?!-)|o['’]clock|(?:GMT|UTC|KST|JST|CES?T|E[SD]?T|BST|local time)\b)", re.IGNORECASE
)
_POINT_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]")
_DAY_BEFORE_CLOCK = re.compile(rf"{_YEAR}(?:,|,? at) $")
BEFORE_A_TIME: Final = frozenset({"at", "by", "until", "till", "from", "since", "before", "after", "around", "to"})
"""Words behind which digits are more likely a time of day than an amount."""
_CLOCK_STARTS: Final = frozenset("a. am p. pm o' o’ gm ut ks js ce cs es ed et bs lo".split())
_ERA = re.compile(r" ?(?:BCE?|bce?|[Bb]\.[Cc]\.?)(?![A-Za-z])")
_SINCE_ERA = re.compile(r" ?(?:CE|AD|A\.D\.)(?![A-Za-z])")
_BEFORE_A_YEAR: Final = frozenset({"in", "year"})
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = f"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:{_UNITS}))?"
_SPOKEN_YEAR = re.compile(
    rf"(?:sixteen|seventeen|eighteen|nineteen|twenty)[ -](?:oh[ -](?:{_UNITS})|{_TEENS}|{_TENS})\b", re.IGNORECASE
)
YEAR_STARTS: Final = frozenset({"sixteen", "seventeen", "eighteen", "nineteen", "twenty", "two"})
"""The words that a spoken year can begin with."""
_TWO_THOUSAND = re.compile(rf"two thousand(?: and)? (?:{_UNITS}|{_TEENS}|{_TENS})\b", re.IGNORECASE)
_COMPACT = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_DAY_AND_YEAR = re.compile(r"[0-3]?[0-9],(?:19|20)[0-9]{2}")
# What is glued to a number by signs: 2024-03-08, 18:40, 24/7, 2+2, 02-748-1111.
_JOINED = re.compile(r"(?:[-–:/+.][0-9]+)+")


def month_before(word: str, following: str) -> bool:
    """Whether the word before a number is the name of a month; ``following`` is the sign behind the number."""
    bare = word.rstrip(".,").lstrip("(“‘\"'")
    return bare.lower() in _MONTHS and (bare != "may" or following in ",.;)")


def era_end(text: str, stop: int, end: int, before: str) -> int:
    """Where the year ends whose era stands behind its digits, "44 BC", "in 79 AD"; 0 for none. ``before`` is the word before."""
    found = _ERA.match(text, stop, end) or (_SINCE_ERA.match(text, stop, end) if before in _BEFORE_A_YEAR else None)
    return found.end() if found else 0


def is_old_year(raw: str, before: str) -> bool:
    """Whether four digits behind "in" or the name of an era have the form of a year before the nineteenth century."""
    return len(raw) == 4 and "1000" <= raw < "1800" and before in _BEFORE_A_YEAR


def spoken_year_end(text: str, start: int, end: int, before: str) -> int:
    """Where a year in words ends, "nineteen ninety-nine", "in two thousand and sixteen"; 0 for none."""
    found = _SPOKEN_YEAR.match(text, start, end)
    if found is None and before in _BEFORE_A_YEAR:
        found = _TWO_THOUSAND.match(text, start, end)
    return found.end() if found else 0


def is_compact_day(raw: str) -> bool:
    """Whether digits have the form of a day without signs between: "20250307"."""
    return len(raw) == 8 and _COMPACT.fullmatch(raw) is not None


def is_day_and_year(raw: str) -> bool:
    """Whether digits behind a month are a day and a year, without a blank between: "7,2020"."""
    return _DAY_AND_YEAR.fullmatch(raw) is not None


def day_end(text: str, stop: int, end: int) -> int:
    """Where the date ends whose day of the month stops at ``stop`` and whose month follows; 0 for none."""
    if text[stop : stop + 1] == " " and text[stop + 1 : stop + 2] not in _DAY_SIGNS:
        if text[stop + 1 : stop + 4].lower() not in _DAY_STARTS:
            return 0
    found = _DAY.match(text, stop, end)
    return found.end() if found else 0


def day_tail(text: str, stop: int, end: int) -> int:
    """Where the date ends whose month stands before the day that stops at ``stop``."""
    found = _DAY_TAIL.match(text, stop, end)
    return found.end() if found else stop


def is_year(raw: str) -> bool:
    """Whether digits have the form of a year of the last centuries or of this one."""
    return len(raw) == 4 and raw[0] in "12" and "1800" <= raw <= "2099"


def year_end(text: str, stop: int, end: int) -> int:
    """Where the year, or span of years, ends whose first year stops at ``stop``."""
    found = _YEAR_TAIL.match(text, stop, end)
    return found.end() if found else stop


def is_part_of_year(text: str, stop: int, end: int) -> bool:
    """Whether "quarters of 2024" or the like stands behind a number."""
    return _QUARTERS.match(text, stop, end) is not None


def clock_end(text: str, stop: int, end: int) -> int:
    """Where the time of day ends whose digits stop at ``stop``; 0 for none."""
    if text[stop : stop + 1] == " " and text[stop + 1 : stop + 3].lower() not in _CLOCK_STARTS:
        return 0
    found = _CLOCK.match(text, stop, end)
    return found.end() if found else 0


def is_clock(text: str, start: int, stop: int, low: int) -> bool:
    """Whether digits with a point are the time of an entry or page: "21.12 – Talks end" at its start, "14 March 2024, 19.05"."""
    if _POINT_CLOCK.fullmatch(text, start, stop) is None:
        return False
    if start == low:
        return text.startswith((" – ", " — ", " - ", " | ", ": "), stop) or text[stop : stop + 1] in ("\n", "")
    return _DAY_BEFORE_CLOCK.search(text, max(low, start - 8), start) is not None


def joined_end(text: str, stop: int, end: int) -> int:
    """Where digits end that are glued together by signs, from ``stop``."""
    found = _JOINED.match(text, stop, end)
    return found.end() if found else stop


_GENERATION = re.compile(r"\+{0,2}[ -][Gg]eneration(?![a-z])")


def generation_end(text: str, stop: int, end: int) -> int:
    """Where the generation of an aircraft ends whose digits end at ``stop``: "4.5+ generation jets"; 0 for none."""
    found = _GENERATION.match(text, stop, end)
    return 0 if found is None else found.end()


_ORDERED = re.compile(r"\) [^\n,;]{2,60}, (?:ordered|selected|delivered) ")
"""What follows the number of a register's entry: "(54) Hawk, ordered 2023"."""


def is_list_number(text: str, start: int, stop: int, low: int) -> bool:
    """Whether digits number an item of a list: at the start of a line, with a point or bracket behind them."""
    if stop - start > 2 or text[stop : stop + 1] not in (".", ")") or not text[stop + 1 : stop + 2].isspace():
        return False
    if text[start - 1 : start] == "(" and _ORDERED.match(text, stop) is not None:
        return False
    inside = start - low > 2 and text[start - 2 : start] in (". ", "! ", "? ")
    if inside and text[stop] == "." and text[stop + 2 : stop + 3].isupper():
        # "... with 12,000 of them. 2. India has"
        return True
    line = text.rfind("\n", max(low, start - 4), start) + 1
    return not text[max(line, low, start - 4) : start].strip(" \t(*-") and (line > 0 or start - 4 <= low)
