"""Ranges: two numbers that are one amount, with the unit and scale that either of them has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kordef.mentions.values import not_values as never
from kordef.mentions.values.counts import CAPITAL_SERIES, SERIES, noun_behind
from kordef.mentions.values.entry import rate_behind
from kordef.mentions.values.hedges import EXACT, before
from kordef.mentions.values.money import Leading
from kordef.mentions.word_files import read_words_of

if TYPE_CHECKING:
    from kordef.mentions.values.parts import Part, PartReader

__all__ = ["second_of"]

_CHANGE: Final = read_words_of("numbers")["change"]
_MOVES: Final = frozenset((*_CHANGE["up"], *_CHANGE["down"], *_CHANGE["move"]))
_SPANS: Final = frozenset(_CHANGE["span"])
_SCORED = re.compile(r" (?:" + "|".join(read_words_of("counted")["scored"]) + r")\b")
_CONNECTOR = re.compile(
    r"(-? to | up to |-? or | and | through |, or | ?[-–—−~] ?)"
    r"(?:(?:about|around|some|nearly|approximately|roughly|perhaps"
    r"|beyond|over|more than|possibly|as (?:many|much) as|at least) |~ ?)?(?=[0-9$€£A-Za-z¥₩])"
)
_STARTS: Final = frozenset(" ,-–—−~±+")
_WORD_STARTS: Final = frozenset("toauT-–—−~±+p")
_DASHES: Final = frozenset("-–—−~")
_TOLERANCE = re.compile(r" ?(?:±|\+ ?/ ?[-−–]|\+-)|,? plus or minus(?= )")
_A_SCALE = re.compile(r"a (?=(?:hundred|thousand|million|billion|trillion)\b)")
_THOUSAND: Final = ("thousand", "thousands")
_LEAST_RANGE: Final = 1000
"""Numbers from here on are joined by a dash to a range, not to a score."""


def second_of(
    parts: PartReader, part: Part, words: list[str], *, in_cell: bool
) -> tuple[Part, Part | None] | int | None:
    """The range that a part begins, as two parts with their units evened out.

    The second is None where "from 2 to 3 percent" tells of a change: then only the unit was taken over. The answer is a
    position behind them where two numbers are a score, and None for a number alone. ``words`` are those before the part.
    """
    text, high = parts.text, parts.high
    if text[part.end : part.end + 1] not in _STARTS or (
        text[part.end] == " " and text[part.end + 1 : part.end + 2] not in _WORD_STARTS
    ):
        return None
    if (tolerance := _TOLERANCE.match(text, part.end, high)) is not None:
        return _within(parts, part, tolerance.end())
    joined = _CONNECTOR.match(text, part.end, high)
    if joined is None:
        return None
    # "- to" is that of "8- to 16-meter".
    joint = joined[1].strip(" ,").lower().removeprefix("- ")
    previous = words[-1].lower().lstrip("(“‘\"'") if words else ""
    if joint == "up to":
        if previous != "from":
            return None
        joint = "to"
    if joined[1][0] == joined[1][-1] == " " and joint in _DASHES and (previous in SERIES or previous in CAPITAL_SERIES):
        # "Lot 1 – 36 vehicles"
        return part.end
    if joint == "and" and "between" not in (previous, words[-2].lower() if len(words) > 1 else ""):
        return None
    position, lead = joined.end(), None
    if not text[position].isdigit() and (sign := parts.moneys.forward(text, position, high)) is not None:
        lead = Leading(position, sign[1], False)
        position = sign[0]
    article = _A_SCALE.match(text, position, high)
    numeral = parts.numeral_at(position if article is None else article.end())
    if numeral is None or (numeral.bare and joint not in ("to", "or") and article is None):
        return None
    if numeral.written and lead is None and part.plain and (clock := never.clock_end(text, numeral.end, high)):
        # "between 3 and 4 pm"
        return clock
    other = parts.read(numeral, lead, money=part.currency is not None)
    if not (part.scale or other.scale or numeral.written or part.numeral.exponent):
        other = _thousands(text, part, other)
    if text[other.end : other.end + 1].isalpha() and other.end == numeral.end:
        return None
    if other.plain and numeral.written and _is_date(parts, position, numeral.end):
        return None
    if (
        joint in _DASHES
        and part.plain
        and other.plain
        and not ((in_cell or other.scale or joint == "~") and part.value() < other.value())
        and not _is_ranged(parts, part, other, words)
    ):
        return other.end
    return _matched(part, other, joint, previous, words)


def _within(parts: PartReader, part: Part, position: int) -> tuple[Part, Part] | None:
    """The range that a tolerance leaves open: "10 ± 2 km", "100 km +/- 5 km"; ``position`` is behind the sign."""
    numeral = parts.numeral_at(position + (parts.text[position : position + 1] == " "))
    if numeral is None or numeral.bare or numeral.least or part.numeral.least:
        return None
    other = parts.read(numeral, None)
    if not _alike(part, other) or (part.scale and not other.scale) or (part.unit is None and other.unit and part.scale):
        return None
    shared = part._replace(
        scale=other.scale, unit=part.unit or other.unit, currency=part.currency or other.currency, end=other.end
    )
    places = min(part.numeral.exponent, numeral.exponent)
    middle = part.numeral.mantissa * 10 ** (part.numeral.exponent - places)
    width = numeral.mantissa * 10 ** (numeral.exponent - places)
    if not 0 < width < middle:
        return None
    return (
        shared._replace(numeral=part.numeral._replace(mantissa=middle - width, exponent=places)),
        shared._replace(numeral=numeral._replace(mantissa=middle + width, exponent=places)),
    )


def _thousands(text: str, part: Part, other: Part) -> Part:
    """The second of "ten to twenty thousand" with its thousand set apart, so that the first can share it."""
    numeral = other.numeral
    shared = text[numeral.start : numeral.end].lower().endswith(_THOUSAND) and not numeral.mantissa % 1000
    if not shared or not 0 < part.numeral.mantissa < min(1000, numeral.mantissa // 1000):
        return other
    return other._replace(numeral=numeral._replace(mantissa=numeral.mantissa // 1000), scale=3)


def _is_date(parts: PartReader, start: int, stop: int) -> bool:
    """Whether the second number of a seeming range is a year or a day."""
    raw = parts.text[start:stop]
    return never.is_year(raw) or (len(raw) <= 2 and bool(never.day_end(parts.text, stop, parts.high)))


def _is_ranged(parts: PartReader, part: Part, other: Part, words: list[str]) -> bool:
    """Whether two bare numbers joined by a dash are a range and not a score."""
    low = part.value()
    if low >= other.value() or _SCORED.match(parts.text, other.end, parts.high):
        return False
    if part.numeral.exponent < 0 or other.numeral.exponent < 0 or low >= _LEAST_RANGE:
        return True
    noun = noun_behind(parts.text, other.end, parts.high)
    named = noun.head[-1:].isdigit() and noun.head[0].isalpha()
    if noun.plural or noun.additional or named or rate_behind(parts.text, other.end, parts.high) is not None:
        return True
    if words and words[-1].lower() in ("aged", "ages"):
        return True
    return before(parts.text, part.start, words, measured=False).qualifier is not EXACT


def _matched(
    part: Part, other: Part, joint: str, previous: str, words: list[str]
) -> tuple[Part, Part | None] | int | None:
    """Two parts as one range, each with the unit and scale that the other has, or None if they are no range.

    A position behind them where they are a ratio.
    """
    if not _alike(part, other):
        return None
    if not part.plain and other.plain and not (joint in _DASHES or (part.currency and joint in ("to", "and"))):
        return None
    if joint == "to" and not part.plain and (other.scale or not other.plain) and _changes(words):
        return None
    moved = joint == "to" and previous == "from" and _moves(words)
    if joint == "to" and previous in _MOVES and not (part.plain or other.plain):
        # "added 4 cents to $106.30": how far, and where it stands
        return None
    if moved and part.plain and other.plain:
        return None
    own = part.currency is not None and other.currency is not None
    minor = part.minor or other.minor
    first = part._replace(
        currency=part.currency or other.currency, unit=part.unit or other.unit, minor=part.minor if own else minor
    )
    then = other._replace(currency=first.currency, unit=first.unit, minor=other.minor if own else minor)
    if other.scale and not part.scale and part.numeral.exponent <= 0:
        smaller = part._replace(unit=None).value() < other._replace(scale=0, unit=None).value()
        if smaller or (moved and part.numeral.mantissa < _LEAST_RANGE):
            first = first._replace(scale=other.scale)
    if moved:
        return first, None
    low, high = first.value(), then.value()
    if joint == "to" and part.plain and other.plain and high == 1:
        # "3 to 1" is a ratio.
        return other.end
    if low >= high or (joint == "or" and high - low > 2 and high > low * 2):
        return None
    return first, then._replace(notes=tuple(note for note in other.notes if note not in part.notes))


def _alike(part: Part, other: Part) -> bool:
    """Whether the currencies or units of two parts do not contradict each other."""
    if part.currency is not None:
        return other.unit is None and other.currency in (None, part.currency)
    if part.unit is not None:
        return other.currency is None and (other.unit is None or other.unit.id == part.unit.id)
    return True


def _changes(words: list[str]) -> bool:
    """Whether "from" stands near before, and no word that makes a range of it: "from 2.1% to 2.2%" are two values."""
    near = [word.lower() for word in words[-6:]]
    return "from" in near and not any(word in _SPANS for word in near)


def _moves(words: list[str]) -> bool:
    """Whether the words before "from" speak of a change rather than of a range."""
    for word in reversed(words[-9:]):
        if word[-1] in ".;:":
            return False
        lower = word.lower().strip(",(")
        if lower in _SPANS:
            return False
        if lower in _MOVES:
            return True
    return False
