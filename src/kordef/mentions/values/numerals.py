"""Numbers as English texts write them: digits, words, halves and the vague plurals.

A `Numeral` is the number alone, without its unit. It has a mantissa and a power of ten, so that "1.20" keeps its last
digit, and nothing more is calculated for a candidate that is rejected later.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from kordef.mentions.triggers import tree
from kordef.mentions.word_files import read_words_of

__all__ = [
    "CARDINALS",
    "PLURALS",
    "SCALES",
    "VULGAR",
    "Numeral",
    "decimal_of",
    "number_of",
    "power_behind",
    "read_digits",
    "read_words",
]

_NUMBERS: Final = read_words_of("numbers")
CARDINALS: Final[dict[str, int]] = _NUMBERS["cardinals"]
SCALES: Final[dict[str, int]] = _NUMBERS["scales"]["words"]
PLURALS: Final[dict[str, int]] = _NUMBERS["plurals"]


class Numeral(NamedTuple):
    """``mantissa`` times ten to the power of ``exponent``, at ``start`` to ``end`` of the text.

    ``written`` is set for digits, whose last place tells the precision. ``least`` marks a plural that sets only a lower
    bound ("dozens"). ``comma`` marks a decimal comma, which holds only beside a unit. ``bare`` is a scale word without a
    number ("a million", "dozen"). ``note`` says what was inferred.
    """

    start: int
    end: int
    mantissa: int
    exponent: int = 0
    written: bool = False
    least: bool = False
    comma: bool = False
    bare: bool = False
    note: str | None = None


@lru_cache(maxsize=4096)
def decimal_of(mantissa: int, exponent: int) -> Decimal:
    """The number as a decimal that is written out: 1200000000 and not 1.2E+9."""
    return Decimal(mantissa * 10**exponent) if exponent >= 0 else Decimal(mantissa).scaleb(exponent)


# Digits

_DIGITS = re.compile(r"[0-9]+(?:[.,'’][0-9]+)*")
_SPACED = re.compile(r"(?:[ \u00a0\u2009\u202f][0-9]{3}(?![0-9])){1,6}")
_CALIBRE = re.compile(r"[ -]?(?:mm|millimet)")
_DECIMALS = re.compile(r"[.,]([0-9]{1,2})(?![0-9])")
# "6 . 2 %", "10 , 000" and "1 ,200", as some collections set their texts.
_TOKENISED = re.compile(r" ([.,]) ?([0-9]{1,4})(?![0-9]| [.,] ?[0-9])")
_MIXED = re.compile(r"[ \u00a0]{1,2}([1-9])/([2-9])(?![0-9/])")
VULGAR: Final = {
    "½": (5, -1),
    "¼": (25, -2),
    "¾": (75, -2),
    "⅓": (3333, -4),
    "⅔": (6667, -4),
    "⅕": (2, -1),
    "⅛": (125, -3),
}
_BLANKS: Final = " \u00a0\u2009\u202f"
_BEHIND_A_BLANK: Final = frozenset((*"0123456789.,/ \u00a0", *VULGAR))
"""Signs behind a blank that may go on with the number before it."""
_POWER = re.compile(
    r"(?:e([+−-]?[0-9]{1,2})|E([+−-][0-9]{1,2}))(?!\w|\.[0-9])"
    r"|( ?[x×*·⋅] ?10)?(?:\^ ?\(?([+−-]?[0-9]{1,2})\)?|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))(?!\w|\.[0-9])"
)
_POWER_STARTS: Final = frozenset("eE^*x×·⋅ ⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_TIMES_TEN: Final = frozenset("x×*·⋅")
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")
_LONGEST = 40
"""Digits and signs of the longest number that anybody means."""


def read_digits(text: str, start: int, end: int, *, loose: bool = False) -> Numeral | None:
    """The number in digits at ``start``, or None where they are no number (a version, a date, an address).

    A blank between two groups of digits joins them only where no count of something with a number can be meant ("12 155
    mm guns"); ``loose`` joins them anyway, for use beside a currency.
    """
    found = _DIGITS.match(text, start, end)
    return None if found is None else number_of(text, start, found.end(), end, loose=loose)


def number_of(text: str, start: int, stop: int, end: int, *, loose: bool = False) -> Numeral | None:
    """The number, as `read_digits` gives it, whose digits and the signs between them are known to reach to ``stop``."""
    raw = text[start:stop]
    if len(raw) > _LONGEST:
        return None
    if (raised := power_behind(text, start, stop, end)) is not None:
        return raised
    if not raw.isdigit():
        return _read_punctuated(raw, start, stop)
    following = text[stop] if stop < end else "?"
    if following in _BLANKS and text[stop + 1 : stop + 2] in _BEHIND_A_BLANK:
        numeral = _read_blanks(text, start, stop, end, loose)
        if numeral is not None:
            return numeral
    if following in VULGAR:
        mantissa, exponent = VULGAR[following]
        return Numeral(start, stop + 1, int(raw) * 10**-exponent + mantissa, exponent)
    return Numeral(start, stop, int(raw), 0, True)


def power_behind(text: str, start: int, stop: int, end: int) -> Numeral | None:
    """The number whose digits reach from ``start`` to ``stop`` and that has a power of ten: "5e6", "5.5x10^-3", "10²"."""
    if (
        stop >= end
        or text[stop] not in _POWER_STARTS
        or (text[stop] == " " and text[stop + 1 : stop + 2] not in _TIMES_TEN)
    ):
        return None
    found = _POWER.match(text, stop, end)
    if found is None:
        return None
    raw, power = text[start:stop], int((found[1] or found[2] or found[4] or found[5]).translate(_RAISED))
    if found[1] or found[2] or found[3]:
        plain = _read_plain(raw, start, stop)
        return None if plain is None else plain._replace(end=found.end(), exponent=plain.exponent + power, comma=False)
    # "5²" and "2^10" are powers of other numbers, "10¹" has a note behind it
    return Numeral(start, found.end(), 1, power, True) if raw == "10" and power not in (0, 1) else None


def _read_plain(raw: str, start: int, stop: int) -> Numeral | None:
    return Numeral(start, stop, int(raw), 0, True) if raw.isdigit() else _read_punctuated(raw, start, stop)


def _read_blanks(text: str, start: int, stop: int, end: int, loose: bool) -> Numeral | None:
    """A number with blanks in it: between groups of digits, around its point, before a fraction."""
    raw = text[start:stop]
    if len(raw) <= 3 and (spaced := _SPACED.match(text, stop, end)):
        grouped = _read_spaced(text, start, stop, spaced.end(), end, loose)
        if grouped is not None:
            return grouped
    if (tokenised := _TOKENISED.match(text, stop, end)) is not None:
        digits, places = raw + tokenised[2], 0 if tokenised[1] == "," else len(tokenised[2])
        if not places and len(tokenised[2]) < 3 and tokenised[0][2:3] == " ":
            # "2 , 5 tonne"
            return Numeral(start, tokenised.end(), int(digits), -len(tokenised[2]), True, comma=True)
        if places or (len(tokenised[2]) == 3 and len(raw) <= 3):
            return Numeral(start, tokenised.end(), int(digits), -places, True)
    if text[stop + 1 : stop + 2] in VULGAR:
        mantissa, exponent = VULGAR[text[stop + 1]]
        return Numeral(start, stop + 2, int(raw) * 10**-exponent + mantissa, exponent)
    if (mixed := _MIXED.match(text, stop, end)) and mixed[1] < mixed[2]:
        return Numeral(start, mixed.end(), int(raw) * 1000 + 1000 * int(mixed[1]) // int(mixed[2]), -3)
    return None


def _read_spaced(text: str, start: int, first: int, stop: int, end: int, loose: bool) -> Numeral | None:
    """A number whose groups of three digits are set apart by blanks."""
    if _CALIBRE.match(text, stop, end):
        stop -= 4
    groups = (stop - first) // 4
    if groups < 1 or not (loose or groups > 1 or text[first] != " " or text.startswith("000", stop - 3)):
        return None
    digits = "".join(text[start:stop].split())
    tail = _DECIMALS.match(text, stop, end)
    if tail is not None:
        return Numeral(start, tail.end(), int(digits + tail[1]), -len(tail[1]), True)
    return Numeral(start, stop, int(digits), 0, True) if groups < 12 else None


def _grouped(parts: list[str]) -> bool:
    """Whether the parts between signs are the groups of a whole number: 1,234,567 or, in India, 12,34,567."""
    if not 1 <= len(parts[0]) <= 3 or len(parts[-1]) != 3:
        return False
    middle = parts[1:-1]
    return all(len(part) == 3 for part in middle) or (len(parts[0]) <= 2 and all(len(part) == 2 for part in middle))


def _read_punctuated(raw: str, start: int, stop: int) -> Numeral | None:
    """A number with points, commas or apostrophes in it."""
    # Nearly all have one sign: 1.5 or 1,500.
    head, mark, tail = raw.partition(".")
    if mark and head.isdigit() and tail.isdigit():
        return Numeral(start, stop, int(head + tail), -len(tail), True)
    head, mark, tail = raw.partition(",")
    if mark and len(head) <= 3 == len(tail) and head.isdigit() and tail.isdigit():
        return Numeral(start, stop, int(head + tail), 0, True)
    marks = "".join(sign for sign in raw if not sign.isdigit()).replace("’", "'")
    last = marks[-1]
    if len(set(marks)) == 1:
        parts = re.split("[.,'’]", raw)
        if _grouped(parts):
            return Numeral(start, stop, int("".join(parts)), 0, True)
        if len(parts) == 2 and last == "," and len(parts[1]) < 3:
            return Numeral(start, stop, int(parts[0] + parts[1]), -len(parts[1]), True, comma=True)
        # A list without blanks, "4,5,6": the first number; the others are read in their turn.
        return Numeral(start, start + len(parts[0]), int(parts[0]), 0, True) if last == "," else None
    # Groups by one sign and decimals by another, which stands once and last: 1,234.56 or 1.234,56 or 1'234.50.
    whole, _, decimals = raw.replace("’", "'").rpartition(last)
    parts = whole.split(marks[0])
    if marks[:-1].count(marks[0]) != len(marks) - 1 or last == marks[0] or not _grouped(parts):
        return None
    return Numeral(start, stop, int("".join(parts) + decimals), -len(decimals), True)


# Words

_WORD = re.compile(r"[A-Za-z]+")
_NUMBER_WORD = re.compile(
    rf"(?:{tree((*CARDINALS, *SCALES, *PLURALS, 'tens', 'dozen'))})(?![a-z])", re.ASCII | re.IGNORECASE
)
_NEXT_WORD = re.compile(r"( and |[ \u00a0]{1,2}|-| - )([A-Za-z]+)")
_AND_PART = re.compile(
    r"(?: and an? |-and-an?-| and one[ -])(half|quarter|third)\b| and (three[ -]quarters?(?! final)|two[ -]thirds)\b",
    re.IGNORECASE,
)
_AND_A_HALF = re.compile(r" and a half\b", re.IGNORECASE)
_PARTS: Final = {
    "half": 500,
    "quarter": 250,
    "third": 333,
    "three quarters": 750,
    "three quarter": 750,
    "two thirds": 667,
}
_POINT = re.compile(
    r"[ -]point((?:[ -](?:zero|one|two|three|four|five|six|seven|eight|nine))+|-[0-9]{1,3})\b", re.IGNORECASE
)
_CHAINED = re.compile(r" of (thousands|millions|billions|trillions)\b", re.IGNORECASE)
_AGAIN = re.compile(r" (?:upon|and) (dozens|scores|hundreds|thousands|millions)\b", re.IGNORECASE)
"""The same again: "dozens upon dozens"."""
_ECHO = re.compile(r" ?\(([0-9][0-9,]{0,12})\)")
_VAGUE: Final = frozenset({"several", "few", "many", "couple", "couple of"})
_TRILLION = 12


def read_words(text: str, start: int, end: int, before: str) -> Numeral | None:
    """The number in words at ``start``; ``before`` is the word in front of it, in small letters."""
    found = _NUMBER_WORD.match(text, start, end)
    if found is None:
        return None
    word = found[0].lower()
    if word in PLURALS or word == "tens":
        return _read_plural(text, start, found.end(), end, word)
    numeral = _evaluate(text, start, end)
    if numeral.bare:
        if before not in _VAGUE:
            return numeral
        said = f"{before} {text[start : numeral.end].lower()}"
        doubled = 2 * numeral.mantissa
        note = f"'{said}' read as at least {decimal_of(doubled, numeral.exponent)}"
        first = start - len(before) - 1
        begin = first if first >= 0 and text[first : start - 1].lower() == before else start
        return numeral._replace(start=begin, mantissa=doubled, least=True, bare=False, note=note)
    echo = _ECHO.match(text, numeral.end, end)
    if echo is not None and not numeral.exponent and int(echo[1].replace(",", "")) == numeral.mantissa:
        return numeral._replace(end=echo.end())
    return numeral


def _read_plural(text: str, start: int, stop: int, end: int, word: str) -> Numeral | None:
    """Dozens, tens of thousands, hundreds of millions: at least two of the kind."""
    exponent = 0
    chained = _CHAINED.match(text, stop, end)
    if chained is not None:
        exponent, stop = SCALES[chained[1].lower().removesuffix("s")], chained.end()
    elif word in ("tens", "scores") and not text.startswith(" of ", stop):
        return None
    if (again := _AGAIN.match(text, stop, end)) is not None and again[1].lower() == word:
        stop = again.end()
    mantissa = 2 * (10 if word == "tens" else PLURALS[word])
    note = f"'{text[start:stop].lower()}' read as at least {mantissa * 10**exponent}"
    return Numeral(start, stop, mantissa, exponent, least=True, note=note)


def _evaluate(text: str, start: int, end: int) -> Numeral:
    """Add up the words of a number: "two hundred and five", "two and a half million", "twenty-five", "two dozen"."""
    total, current, ceiling = 0, -1, _TRILLION + 3
    stop, bare = start, True
    found = _WORD.match(text, start, end)
    separator, word = "", found[0].lower() if found else ""
    while True:
        value = CARDINALS.get(word)
        if value is not None:
            if current < 0:
                current = value
            elif (0 < value < 10 and current % 100 >= 20 and current % 10 == 0) or (
                0 < value < 100 <= current and current % 100 == 0
            ):
                current += value
            else:
                break
            bare = bare and stop > start
        elif word in ("dozen", "dozens"):
            current = 12 * max(current, 1)
        elif (exponent := SCALES.get(word, 0)) == 2 and current < 100:
            current = 100 * max(current, 1)
        elif 2 < exponent < ceiling:
            total += 10**exponent * (1 if current < 0 else current)
            current, ceiling = -1, exponent
        else:
            break
        stop = found.end() if found else stop
        found = _NEXT_WORD.match(text, stop, end)
        if found is None or word.startswith("dozen"):
            break
        separator, word = found[1], found[2].lower()
        after_hundred = current >= 100 and current % 100 == 0
        if separator == " and " and not (word in CARDINALS and (after_hundred or (current < 0 and ceiling == 3))):
            break
    value = total + max(current, 0)
    if bare:
        if (half := _AND_A_HALF.match(text, stop, end)) is not None:
            return Numeral(start, half.end(), 3 * value // 2)
        return Numeral(start, stop, value, bare=True)
    if current < 0 and 3 < ceiling <= _TRILLION and value % 10**ceiling == 0:
        # "Three billion" keeps its scale apart, so that "two or three billion" can share it.
        return Numeral(start, stop, value // 10**ceiling, ceiling)
    return _with_part(text, start, stop, end, value)


def _with_part(text: str, start: int, stop: int, end: int, value: int) -> Numeral:
    """A number in words with what may follow it: "and a half", "point five", and a scale behind that."""
    part = _AND_PART.match(text, stop, end)
    if part is not None:
        mantissa, exponent, stop = 1000 * value + _PARTS[(part[1] or part[2]).lower().replace("-", " ")], -3, part.end()
        while mantissa % 10 == 0:
            mantissa, exponent = mantissa // 10, exponent + 1
    else:
        point = _POINT.match(text, stop, end)
        if point is None:
            return Numeral(start, stop, value)
        # "point five two", and "three-point-55" as broadcasters write
        said = point[1].replace("-", " ").split()
        places = said[0] if said[0].isdecimal() else "".join(str(CARDINALS[p.lower()]) for p in said)
        mantissa, exponent, stop = int(str(value) + places), -len(places), point.end()
    scale = _NEXT_WORD.match(text, stop, end)
    if scale is not None and SCALES.get(scale[2].lower(), 0) > 2:
        return Numeral(start, scale.end(), mantissa, exponent + SCALES[scale[2].lower()])
    return Numeral(start, stop, mantissa, exponent)
