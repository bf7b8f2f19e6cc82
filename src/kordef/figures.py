"""Decimal numbers at the edges: from what a caller writes, to what a person reads."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation

from kordef.errors import InvalidValue
from kordef.intervals import NEAREST

__all__ = ["ORDINALS", "as_decimal", "brief", "is_finite", "plain", "readable"]

ORDINALS: Mapping[str, int] = {
    word: rank
    for rank, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
"""The ranks that are mostly written in letters, as style guides want it."""

_ZERO = Decimal(0)
_ONE = Decimal(1)
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_DIGITS = 12
_LONGEST = 30


def is_finite(number: object) -> bool:
    """Whether it is a Decimal, and neither infinite nor NaN."""
    return isinstance(number, Decimal) and number.is_finite()


def brief(number: object) -> str:
    """A number as a message shows it: one of very many digits is shortened."""
    text = str(number)
    return text if len(text) <= 60 else f"{text[:57]}..."


def as_decimal(number: object) -> Decimal:
    """The number as a Decimal; a float or a bool is an error, because neither is what somebody wrote."""
    if not isinstance(number, (Decimal, int, str)) or isinstance(number, bool):
        raise InvalidValue(f"a number must be a Decimal, an int or a str, found {brief(repr(number))}")
    try:
        return Decimal(number)
    except InvalidOperation:
        raise InvalidValue(f"a number must be written in plain digits, found {brief(repr(number))}") from None


def plain(number: Decimal, context: Context = NEAREST) -> Decimal:
    """The same number without trailing zeros, and where it has a readable size without an exponent above zero."""
    if not number:
        return _ZERO
    bare = number.normalize(context)
    exponent = bare.as_tuple().exponent
    return bare.quantize(_ONE, context=context) if _is_above_zero(exponent) and bare.adjusted() < context.prec else bare


def readable(number: Decimal, precision: Decimal | None, *, scaled: bool = True) -> str:
    """As a newspaper would write it: "2.97 billion", "12,500", "4.0"; decimals only within the first twelve digits.

    Without ``scaled`` no word stands for zeros: "2,970,000,000".
    """
    if not -_LONGEST < number.adjusted() < _LONGEST:
        return str(number)
    # Only a precision that was written says how many zeros to show; a computed one is no power of ten.
    is_written = precision is not None and precision.normalize(NEAREST).as_tuple().digits == (1,)
    unit = precision.adjusted() if precision is not None and is_written else 0
    for power, word in _SCALES if scaled else ():
        if number.adjusted() >= power:
            small = NEAREST.scaleb(number, -power)
            places = max(_places(small), power - unit if is_written else 0)
            if places <= 3:
                return f"{small:,.{places}f} {word}"
            break
    needed = _places(number)
    longest = max(0, _DIGITS - 1 - number.adjusted())
    if needed > longest:
        number = Context(max(_DIGITS, number.adjusted() + 1), ROUND_HALF_EVEN).plus(number)
        needed = _places(number)
    return f"{number:,.{max(needed, min(-unit, longest))}f}"


def _places(number: Decimal) -> int:
    """How many digits behind the point the number needs."""
    exponent = number.normalize(NEAREST).as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _is_above_zero(exponent: int | str) -> bool:
    return isinstance(exponent, int) and exponent > 0
