"""How an audit writes numbers: intervals rounded outwards to as many digits as tell them from one another."""

from __future__ import annotations

from decimal import Decimal

from kordef.amounts import Amount
from kordef.figures import plain
from kordef.intervals import DOWN, NEAREST, UP, Interval
from kordef.values import Money, Quantity

__all__ = ["listed", "number", "quoted", "span", "unit_words", "value"]

_SCALES = ((12, " trillion"), (9, " billion"), (6, " million"))
_UNITS = {
    "percent": " %",
    "percentage_point": " percentage points",
    "multiple": " times",
    "TIV": " TIV",
    "million_TIV": " million TIV",
}


def unit_words(unit: str) -> str:
    """A unit as it stands behind a number, with the blank before it."""
    return _UNITS.get(unit, f" {unit.replace('_', ' ')}")


def number(digits: Decimal, rounding: str = "ROUND_HALF_EVEN") -> str:
    """A plain number with a word for its zeros and at most four digits behind the point, or more before one that is small."""
    scale, name = _scale(digits)
    bare = digits.scaleb(-scale)
    places = 4 if abs(bare) >= _TENTH or not bare else 3 - bare.adjusted()
    if bare != bare.to_integral_value():
        places = min(places, _DIGITS - bare.adjusted())
        bare = bare.quantize(Decimal((0, (1,), -places)), rounding, NEAREST)
    return f"{plain(bare):,f}{name}"


def _scale(digits: Decimal) -> tuple[int, str]:
    return next(((power, name) for power, name in _SCALES if abs(digits) >= Decimal(10) ** power), (0, ""))


_TENTH = Decimal("0.1")
_DIGITS = 30
"""Of a number that is longer, no more digits are worked out; calculations have 34."""


def span(interval: Interval, unit: str = "") -> str:
    """What an interval holds, in words: "68.55 to 68.68 %", "more than 200", "at most 5"."""
    words = unit_words(unit) if unit else ""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "any number"
    if low is None:
        assert high is not None
        return f"{'less than' if interval.open_high else 'at most'} {number(high, 'ROUND_CEILING')}{words}"
    if high is None:
        return f"{'more than' if interval.open_low else 'at least'} {number(low, 'ROUND_FLOOR')}{words}"
    if low == high:
        return f"{number(low)}{words}"
    scale, name = _scale(max(abs(low), abs(high)))
    low, high = low.scaleb(-scale), high.scaleb(-scale)
    # Two digits of the width tell the ends apart; of very narrow ones six digits are enough.
    largest = max(abs(low), abs(high)).adjusted()
    place = max(min(max((high - low).adjusted() - 1, largest - 5), 0), largest - _DIGITS)
    step = Decimal((0, (1,), place))
    ends = (
        f"{end:,f}"
        for end in (
            plain(low.quantize(step, "ROUND_FLOOR", DOWN)),
            plain(high.quantize(step, "ROUND_CEILING", UP)),
        )
    )
    return f"{' to '.join(ends)}{name}{words}"


def value(statement: Money | Quantity | Amount) -> str:
    """A stated value as a person would say it: "68.64 %", "66.5 billion USD"."""
    if isinstance(statement, Amount):
        return str(statement)
    # What a source gives in other currencies is another statement.
    unit = statement.currency if isinstance(statement, Money) else statement.unit
    return f"{statement.amount}{unit_words(unit)}"


def quoted(text: str, longest: int = 90) -> str:
    """A source's words on one line in quotation marks, cut where they are long."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= longest else line[: longest - 1].rstrip() + '…'}”"


def listed(parts: list[str], most: int = 8) -> str:
    """Words joined by commas and "and"; of very many the first are named and the others counted."""
    if len(parts) > most:
        return f"{', '.join(parts[:most])} and {len(parts) - most} more"
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
