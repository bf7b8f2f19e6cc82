"""Fractions and multiples: "two-thirds of", "nearly half", "half a million", "doubled", "almost fourfold"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from kordef.mentions.values.numerals import CARDINALS, SCALES, Numeral
from kordef.mentions.word_files import read_words_of

__all__ = [
    "FRACTIONS",
    "FRACTION_WORDS",
    "MULTIPLES",
    "Share",
    "begins_share",
    "half_of",
    "percent_of",
    "read_multiple",
    "read_share",
    "share_of",
]

_NUMBERS: Final = read_words_of("numbers")
FRACTIONS: Final[dict[str, int]] = _NUMBERS["fractions"]
_RULES: Final = read_words_of("counted")["shares"]
MULTIPLES: Final[dict[str, str]] = _NUMBERS["multiples"]
FRACTION_WORDS: Final = tuple(word for word in FRACTIONS if not word.endswith("s") and word not in ("half", "fourth"))

_SHARE = re.compile(
    rf"(an?|[a-z]+)[ -]({'|'.join(sorted(FRACTIONS, key=len, reverse=True))})(?![A-Za-z]|-(?!million|billion))",
    re.IGNORECASE,
)
_OF_A_YEAR = re.compile(r" of (?:the |this |last |next |each |fiscal )*(?:year|20[0-9]{2}|19[0-9]{2})\b")
_OF_SCALE = re.compile(r"(?: of an? |[- ])(million|billion|trillion|century|mile)\b")
_A_SHARE_BEHIND = re.compile(r" (?:" + "|".join(_RULES["a_share_behind"]) + r")\b")
_HALF_SCALE = re.compile(r"(?: an? |[ -]|-an?-)(million|billion|trillion|thousand|hundred|dozen)\b", re.IGNORECASE)
_HALF_UNIT = re.compile(
    r"(?: an? |-)(?=(?:century|decade|year|month|hour|day|minute|second|mile"
    r"|pint|gallon|ounce|gram|dollar|euro|percentage"
    r"|kilomet\w+|met(?:re|er)|inch|foot|acre|hectare|tonne|ton|pound"
    r"|kilo|kilogram|lit(?:re|er)|cup|teaspoon|tablespoon|percent|dozen)\b)",
    re.IGNORECASE,
)
_HALF_BEHIND = re.compile(r" (?:" + "|".join(_RULES["half_behind"]) + r")\b")
_NOT_HALF: Final = frozenset(_RULES["not_half_before"])
_HALF_BEFORE: Final = frozenset(_RULES["half_before"])
_NO_SHARE_BEFORE: Final = frozenset(_RULES["no_share_before"])
_DOUBLE_BEFORE: Final = frozenset(_RULES["double_before"])
_DOUBLE_BEHIND = re.compile(r" (?:" + "|".join(_RULES["double_behind"]) + r")\b")
_TWICE_BEHIND = re.compile(r" (?:" + "|".join(_RULES["twice_behind"]) + r")\b")
_NOT_MULTIPLE = re.compile(r"-| (?:" + "|".join(_RULES["not_multiple_behind"]) + r")\b", re.IGNORECASE)
_NO_MULTIPLE_BEFORE: Final = frozenset(_RULES["no_multiple_before"])


class Share(NamedTuple):
    """A fraction as a percentage, at ``start`` to ``end``."""

    start: int
    end: int
    percent: Decimal


def percent_of(part: int, whole: int) -> Decimal:
    """A fraction in percent, to two decimals and without idle zeros: 75, 66.67."""
    percent = (Decimal(100 * part) / whole).quantize(Decimal("0.01"))
    whole_number = percent.to_integral_value()
    return whole_number if percent == whole_number else percent.normalize()


def begins_share(text: str, start: int, end: int) -> bool:
    """Whether words at ``start`` have the form of a fraction."""
    return _SHARE.match(text, start, end) is not None


def read_share(text: str, start: int, end: int, previous: str, *, hedged: bool) -> Share | Numeral | None:
    """The fraction whose words begin at ``start``: of a whole as a `Share`, of a million as a `Numeral`.

    ``previous`` is the word before, in small letters, and ``hedged`` says that it is a hedge.
    """
    found = _SHARE.match(text, start, end)
    if found is None:
        return None
    count, name = found[1].lower(), found[2].lower()
    number = 1 if count in ("a", "an") else CARDINALS.get(count, 0)
    whole = FRACTIONS[name]
    if not 0 < number < whole or previous in _NO_SHARE_BEFORE or (number > 1) is not name.endswith("s"):
        return None
    scale = _OF_SCALE.match(text, found.end(), end)
    if scale is not None and scale[1].lower() in SCALES:
        return Numeral(start, scale.end(), 1000 * number // whole, SCALES[scale[1].lower()] - 3)
    if _OF_A_YEAR.match(text, found.end(), end):
        return None
    if count in ("a", "an") and not (
        hedged or previous in ("by", "between") or _A_SHARE_BEHIND.match(text, found.end(), end)
    ):
        return None
    return Share(start, found.end(), percent_of(number, whole))


def share_of(numeral: Numeral, text: str, words: list[str]) -> Numeral | None:
    """ "Quarter of a million", where ``numeral`` is "million" and ``words`` are those before it."""
    if len(words) < 3 or words[-2].lower() != "of" or words[-3].lower() not in FRACTION_WORDS:
        return None
    start = text.rfind(words[-3], 0, numeral.start)
    zeros = len(str(numeral.mantissa)) - 1
    return Numeral(start, numeral.end, 1000 // FRACTIONS[words[-3].lower()], zeros - 3)


_HALF_TRUE = re.compile(
    r" (?:right|wrong|true|full|empty|asleep|awake|open|closed|hidden|finished|done|ready|dead|jokingly|seriously|formed|heard"
    r"|in jest|expected|hoped|convinced|persuaded|as an? )\b"
)
"""Behind a "half" that says how much something is so: "only half right"."""


def half_of(text: str, start: int, stop: int, end: int, previous: str, *, hedged: bool) -> Share | Numeral | None:
    """What "half", at ``start`` to ``stop``, stands for: 50 percent, half a million, half a century, or nothing."""
    scale = _HALF_SCALE.match(text, stop, end)
    if scale is not None:
        word = scale[1].lower()
        return Numeral(start, scale.end(), 6) if word == "dozen" else Numeral(start, scale.end(), 5, SCALES[word] - 1)
    unit = _HALF_UNIT.match(text, stop, end)
    if unit is not None:
        return Numeral(start, unit.end() if text[unit.end() - 1] != " " else unit.end() - 1, 5, -1)
    if previous in _NOT_HALF or text[stop : stop + 1] == "-" or _HALF_TRUE.match(text, stop, end):
        return None
    if hedged or previous in _HALF_BEFORE or _HALF_BEHIND.match(text, stop, end):
        return Share(start, stop, Decimal(50))
    return None


def read_multiple(text: str, start: int, stop: int, end: int, previous: str, *, hedged: bool) -> Decimal | None:
    """How many times as much the word at ``start`` to ``stop`` says, or None where it says something else."""
    word = text[start:stop].lower()
    if _NOT_MULTIPLE.match(text, stop, end) or previous in _NO_MULTIPLE_BEFORE:
        return None
    if word in ("double", "triple", "treble", "quadruple"):
        accepted = hedged or previous in _DOUBLE_BEFORE or bool(_DOUBLE_BEHIND.match(text, stop, end))
    elif word in ("twice", "thrice"):
        accepted = bool(_TWICE_BEHIND.match(text, stop, end))
    elif word == "halves":
        accepted = previous not in ("two", "both", "the", "into")
    else:
        accepted = True
    return Decimal(MULTIPLES[word]) if accepted else None
