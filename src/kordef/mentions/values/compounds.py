"""Measures and sums told in two units, the smaller behind the larger: "6 feet 2 inches", "1h30m", "ten dollars and fifty cents".

Such a pair is one amount, in the smaller unit: 74 inches, 90 minutes; a sum stays in its currency: 10.50 dollars.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kordef.mentions.values.following import PHRASE_ENDS, unit_named
from kordef.mentions.values.not_values import BEFORE_A_TIME
from kordef.mentions.values.numerals import Numeral
from kordef.mentions.values.parts import Part
from kordef.units import unit as unit_of

if TYPE_CHECKING:
    from kordef.mentions.values.parts import PartReader

__all__ = ["glued", "whole", "with_lower_scale"]

_SMALLER: Final = {
    "mile": ("yard", "foot"), "yard": ("foot", "inch"), "foot": ("inch",), "km": ("m",), "m": ("cm",),
    "week": ("day",), "day": ("hour", "minute"), "hour": ("minute", "second"), "minute": ("second",), "year": ("month",),
    "stone": ("pound",), "pound": ("ounce",), "kg": ("gram",),
}  # fmt: skip
"""The units that go on behind a larger one."""
_POUND: Final = "GBP"
_WHOLE_CENTS: Final = 100
_LEAST_SPELT: Final = 10
"""Cents from here on are spelt out behind a sum: "two dollars fifty"."""
_AND_A_HALF = re.compile(r" and a half\b")
_HYPHENED = re.compile(r"-(?=[0-9a-z])")
_HYPHENED_INCHES = re.compile(r"(?:-inch(?:es)?|-in)?(?![\w-])")
_MOST_INCHES: Final = 11
_JOINT = re.compile(r"(?:,? and |,? )(?=[0-9a-z])")
_INCHES = re.compile(r" ?in\b\.?(?=$|[.,;:)!?]| (?:tall|high|long|wide|deep|by|x|and|or|in)\b)")
_BARE_BEHIND = re.compile(r"(?= (?:tall|high|long|wide|deep|each|per|for|in)\b)")
_HOURS = re.compile(
    r"([0-9]{1,3}) ?h(?:rs?)? ?([0-5]?[0-9])(?: ?m(?:ins?)?(?: ?([0-5]?[0-9]) ?s(?:ecs?)?)?)?(?![\w.:])"
)
_MINUTES = re.compile(r"([0-9]{1,3}) ?m(?:ins?)? ?([0-5]?[0-9]) ?s(?:ecs?)?(?![\w.:])")
_FEET = re.compile(r"([0-9]{1,3})(?: ?ft|['’′]) ?([0-9]|1[01])(?![0-9.,'’])(\"|”|″|''|’’| ?in\b)?(?!\w)")
_METRES = re.compile(r"([12]) ?m ?([0-9]{2})(?![\w.,])")
_CENTS = re.compile(r"([0-9]{1,5})([€$]|EUR)([0-9]{2})(?![0-9.,]|\w)")
_CLOCK_BEFORE: Final = BEFORE_A_TIME | {"about"}
_TALLEST: Final = 8
"""Feet above which "9'11" is no height of a person."""


def whole(parts: PartReader, part: Part) -> Part:
    """The part with the smaller unit behind it, if one goes on with it; else the part as it is."""
    if part.adjective:
        return _hyphened_feet(parts, part) or part
    half = _AND_A_HALF.match(parts.text, part.end, parts.high)
    if half is not None and not part.numeral.exponent and not part.numeral.bare:
        numeral = part.numeral._replace(mantissa=10 * part.numeral.mantissa + 5, exponent=-1)
        return part._replace(numeral=numeral, end=half.end())
    for _ in range(3):
        further = _with_next(parts, part)
        if further is None:
            break
        part = further
    return part


def _with_next(parts: PartReader, part: Part) -> Part | None:
    """The part with one smaller unit."""
    if part.scale or part.numeral.exponent or part.numeral.least or part.numeral.bare or part.adjective or part.minor:
        return None
    joint = _JOINT.match(parts.text, part.end, parts.high)
    numeral = None if joint is None else parts.numeral_at(joint.end())
    if joint is None or numeral is None or numeral.exponent > 0 or numeral.bare:
        return None
    other = parts.read(numeral, None)
    if other.scale or "-" in parts.text[numeral.end : other.end]:
        return None
    if part.currency is not None:
        pounds = part.currency == _POUND and other.unit is not None and other.unit.id == "ounce"
        return _added(part._replace(currency=None), "pound", other) if pounds else _sum(parts, part, other)
    if part.unit is None or part.unit.factor != 1:
        return None
    if "," in joint[0] and part.unit.kind != "duration":
        # "the 5 km, 200 m and 100 m races"
        return None
    if part.unit.id == "foot" and other.plain:
        return _added(part, "foot", _inches(parts, other, joint[0]))
    return _added(part, part.unit.id, other)


_SCALED_JOINT = re.compile(r"(?:,? and)? (?=[0-9₩$€£¥])")


def with_lower_scale(parts: PartReader, part: Part) -> Part:
    """A number told by two scales as one: "5 trillion 200 billion won", "1 billion and 350 million shells"."""
    joint = _SCALED_JOINT.match(parts.text, part.end, parts.high)
    numeral = None if joint is None or part.unit is not None else parts.numeral_at(joint.end())
    if joint is None or numeral is None or not part.numeral.written or part.numeral.exponent:
        return part
    other = parts.read(numeral, None)
    step = part.scale - other.scale
    paid = other.currency is not None or part.currency is not None
    if other.unit is not None or not 0 < other.scale < part.scale or other.value() >= 10**part.scale:
        return part
    if other.currency not in (None, part.currency) and part.currency is not None:
        return part
    if "and" in joint[0] and not paid:
        return part
    places = -numeral.exponent
    mantissa = part.numeral.mantissa * 10 ** (step + places) + numeral.mantissa
    whole = Numeral(part.numeral.start, numeral.end, mantissa, -places, True)
    return other._replace(
        start=part.start, numeral=whole, currency=part.currency or other.currency, notes=(*part.notes, *other.notes)
    )


def _hyphened_feet(parts: PartReader, part: Part) -> Part | None:
    """ "Six-foot-two", "6-foot-2-inch"."""
    joint = _HYPHENED.match(parts.text, part.end, parts.high)
    if joint is None or part.unit is None or part.unit.id != "foot" or part.numeral.exponent or part.scale:
        return None
    inches = parts.numeral_at(joint.end())
    end = None if inches is None else _HYPHENED_INCHES.match(parts.text, inches.end, parts.high)
    if inches is None or end is None or inches.exponent or inches.mantissa > _MOST_INCHES:
        return None
    other = Part(inches.start, end.end(), inches, unit=unit_named("inch"))
    return _added(part, "foot", other)


def _inches(parts: PartReader, other: Part, joint: str) -> Part:
    """The 2 of "6 ft 2 in" and the 10 of "5 foot 10" as inches."""
    text, high = parts.text, parts.high
    sign = _INCHES.match(text, other.end, high)
    if sign is not None:
        return other._replace(unit=unit_named("inch"), end=sign.end())
    alone = PHRASE_ENDS.match(text, other.end, high) or _BARE_BEHIND.match(text, other.end, high)
    return other._replace(unit=unit_named("inch")) if alone is not None and joint == " " else other


def _added(part: Part, larger: str, other: Part) -> Part | None:
    """The sum of two measures in the smaller unit, where the second is a part of one of the first."""
    unit = other.unit
    if unit is None or unit.factor != 1 or unit.id not in _SMALLER.get(larger, ()):
        return None
    up, down = unit_of(larger).factor_to(unit_of(unit.id))
    factor = int(up / down)
    if factor != up / down or other.value() >= factor:
        return None
    return _joined(part, other, part.numeral.mantissa * factor, other.numeral)._replace(unit=unit)


def _sum(parts: PartReader, part: Part, other: Part) -> Part | None:
    """ "Ten dollars and fifty cents", "2 pounds 50"."""
    text = parts.text
    named = text[part.end - 1].isalpha()
    if other.minor:
        pence = other.currency == _POUND
        fits = pence is (part.currency == _POUND)
    else:
        digits = text[other.start : other.end]
        spelt = not other.numeral.written and other.numeral.mantissa >= _LEAST_SPELT
        lone = other.plain and named and text[part.end : other.start] == " "
        lone = lone and (spelt or (len(digits) == 2 and digits.isdigit()))
        ends = PHRASE_ENDS.match(text, other.end, parts.high) or _BARE_BEHIND.match(text, other.end, parts.high)
        fits = lone and ends is not None
    if not fits or other.numeral.exponent or not 0 < other.numeral.mantissa < _WHOLE_CENTS:
        return None
    cents = other.numeral._replace(exponent=-2)
    return _joined(part, other, part.numeral.mantissa, cents)._replace(currency=part.currency)


def _joined(part: Part, other: Part, whole_units: int, smaller: Numeral) -> Part:
    """One part of two, whose number is that of the whole units and the smaller number together."""
    mantissa = whole_units * 10**-smaller.exponent + smaller.mantissa
    written = part.numeral.written and smaller.written
    numeral = Numeral(part.numeral.start, other.numeral.end, mantissa, smaller.exponent, written)
    return Part(part.start, other.end, numeral, notes=(*part.notes, *other.notes))


def glued(text: str, start: int, high: int, previous: str) -> Part | None:
    """A pair in figures with the signs of units between them, "1h30m", "6'2\"", "5€50"; ``previous`` is the word before."""
    found = _HOURS.match(text, start, high)
    if found is not None:
        if previous in _CLOCK_BEFORE and found[0][-1].isdigit():
            return None
        hours, minutes, seconds = int(found[1]), int(found[2]), found[3]
        if seconds is None:
            return _of(found, 60 * hours + minutes, "minute")
        return _of(found, 3600 * hours + 60 * minutes + int(seconds), "second")
    if (found := _MINUTES.match(text, start, high)) is not None:
        return _of(found, 60 * int(found[1]) + int(found[2]), "second")
    if (found := _FEET.match(text, start, high)) is not None and (found[3] or 2 < int(found[1]) < _TALLEST):
        return _of(found, 12 * int(found[1]) + int(found[2]), "inch")
    if (found := _METRES.match(text, start, high)) is not None:
        numeral = Numeral(start, found.end(), int(found[1] + found[2]), -2, True)
        return Part(start, found.end(), numeral, unit=unit_named("m"))
    if (found := _CENTS.match(text, start, high)) is not None:
        numeral = Numeral(start, found.end(), int(found[1] + found[3]), -2, True)
        return Part(start, found.end(), numeral, currency="USD" if found[2] == "$" else "EUR")
    return None


def _of(found: re.Match[str], number: int, unit: str) -> Part:
    start, end = found.span()
    return Part(start, end, Numeral(start, end, number, 0, True), unit=unit_named(unit))
