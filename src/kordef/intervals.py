"""Intervals of numbers with outward rounding: what a hedged or rounded number may be.

Every operation returns an interval that holds each result which values of its operands can give, so bounds are
rounded away from each other. A bound of ``None`` is infinity. The arithmetic is that of IEEE 1788 for unbounded
intervals (zero times infinity is zero at a bound) with open bounds added: "over 200" is not "at least 200".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import (
    MAX_EMAX,
    MIN_EMIN,
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
)

from attrs import frozen

__all__ = ["DOWN", "NEAREST", "OPERATIONS", "UP", "Interval", "margin"]


def _context(rounding: str) -> Context:
    return Context(34, rounding, MIN_EMIN, MAX_EMAX, 1, 0, [], [InvalidOperation, DivisionByZero, Overflow])


# The calculator's own contexts: a caller's decimal.getcontext() changes no result.
DOWN = _context(ROUND_FLOOR)
UP = _context(ROUND_CEILING)
NEAREST = _context(ROUND_HALF_EVEN)

_ZERO = Decimal(0)
_ONE = Decimal(1)
_HALF = Decimal("0.5")
_TENTH = Decimal("0.1")
_INFINITY = Decimal("Infinity")

_Bound = tuple[Decimal, bool]
"""A bound, infinite ones included, and whether it is open (not itself a value)."""


@frozen
class Interval:
    """All numbers from ``low`` to ``high``; ``None`` where a side has no end.

    ``open_low`` and ``open_high`` are set where the bound itself does not belong to the interval: "over 200" is
    everything above 200, "at least 200" has 200 as well.
    """

    low: Decimal | None
    high: Decimal | None
    open_low: bool = False
    open_high: bool = False

    @property
    def is_point(self) -> bool:
        """Whether the interval is one number."""
        return self.low is not None and self.low == self.high

    @property
    def is_unbounded(self) -> bool:
        """Whether the interval is every number: nothing is known."""
        return self.low is None and self.high is None

    def __str__(self) -> str:
        """In words: "175 to 185", "above 200", "up to 500"."""
        low, high = _written(self.low), _written(self.high)
        if low is None or high is None:
            above = f"{'above' if self.open_low else 'at least'} {low}"
            below = f"{'below' if self.open_high else 'up to'} {high}"
            return above if low is not None else below if high is not None else "any number"
        if low == high:
            return low
        return f"{'above ' if self.open_low else ''}{low} {'to below' if self.open_high else 'to'} {high}"

    def __contains__(self, number: Decimal | int) -> bool:
        """Whether ``number`` lies in the interval."""
        if self.low is not None and (number < self.low or (self.open_low and number == self.low)):
            return False
        return self.high is None or number < self.high or (number == self.high and not self.open_high)

    def less(self, other: Interval) -> bool | None:
        """Whether every number here is below every number there; ``None`` where it depends on which are meant."""
        if self.high is not None and other.low is not None:
            touching = self.high == other.low and (self.open_high or other.open_low)
            if self.high < other.low or touching:
                return True
        if self.low is not None and other.high is not None and self.low >= other.high:
            return False
        return None

    def overlaps(self, other: Interval) -> bool:
        """Whether some number lies in both intervals."""
        return not (self.less(other) or other.less(self))

    def whole(self) -> Interval:
        """The interval from the first to the last whole number in it; itself where it holds none.

        What cannot be divided is counted: 48 ships "to the nearest ship" are 48 ships.
        """
        low, high = self.low, self.high
        if low is not None:
            first = low.to_integral_value(ROUND_CEILING)
            low = DOWN.add(first, _ONE) if self.open_low and first == low else first
        if high is not None:
            last = high.to_integral_value(ROUND_FLOOR)
            high = UP.subtract(last, _ONE) if self.open_high and last == high else last
        return self if low is not None and high is not None and low > high else Interval(low, high)

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else self.high.copy_negate(),
            None if self.low is None else self.low.copy_negate(),
            self.open_high,
            self.open_low,
        )

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else DOWN.add(self.low, other.low),
            None if self.high is None or other.high is None else UP.add(self.high, other.high),
            self.open_low or other.open_low,
            self.open_high or other.open_high,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        return _corners(self, other, _product)

    def __truediv__(self, other: Interval) -> Interval:
        """The quotients by every number of ``other`` but zero.

        Raises:
            ZeroDivisionError: ``other`` is zero and nothing else.
        """
        if other.low == 0 == other.high:
            raise ZeroDivisionError("cannot divide by zero")
        if 0 in other and other.low != 0 and other.high != 0:
            return Interval(None, None)
        return _corners(self, other, _quotient)


def _bounds(interval: Interval) -> tuple[_Bound, _Bound]:
    low, high = interval.low, interval.high
    return (
        (-_INFINITY, True) if low is None else (low, interval.open_low),
        (_INFINITY, True) if high is None else (high, interval.open_high),
    )


def _corners(a: Interval, b: Interval, operation: Callable[[_Bound, _Bound, Context, bool], _Bound]) -> Interval:
    """A function that is monotonic in each operand has its extremes where bounds meet."""
    pairs = [(x, y, from_above) for x in _bounds(a) for y, from_above in zip(_bounds(b), (True, False), strict=True)]
    low, low_open = min(operation(x, y, DOWN, from_above) for x, y, from_above in pairs)
    high, high_closed = max((v, not o) for v, o in (operation(x, y, UP, from_above) for x, y, from_above in pairs))
    return Interval(
        low if low.is_finite() else None,
        high if high.is_finite() else None,
        low_open and low.is_finite(),
        not high_closed and high.is_finite(),
    )


def _product(x: _Bound, y: _Bound, context: Context, _: bool) -> _Bound:
    if x[0] == 0 or y[0] == 0:
        # A closed zero makes the product zero whatever the other factor is.
        attained = (x[0] == 0 and not x[1]) or (y[0] == 0 and not y[1])
        return _ZERO, not attained
    return context.multiply(x[0], y[0]), x[1] or y[1]


def _quotient(x: _Bound, y: _Bound, context: Context, from_above: bool) -> _Bound:
    if x[0] == 0 or y[0].is_infinite():
        return _ZERO, x[1] or x[0] != 0
    if y[0] == 0:
        # Divisors next to zero: above it where zero is their lower bound, below it where zero is their upper one.
        return _INFINITY.copy_sign(x[0] if from_above else -x[0]), True
    return context.divide(x[0], y[0]), x[1] or y[1]


def _written(bound: Decimal | None) -> str | None:
    """A bound with commas and without zeros that say nothing."""
    if bound is None:
        return None
    digits = f"{bound:,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


OPERATIONS: Mapping[str, tuple[Callable[[Decimal, Decimal], Decimal], Callable[[Interval, Interval], Interval]]] = {
    "+": (NEAREST.add, lambda a, b: a + b),
    "-": (NEAREST.subtract, lambda a, b: a - b),
    "*": (NEAREST.multiply, lambda a, b: a * b),
    "/": (NEAREST.divide, lambda a, b: a / b),
}
"""How points combine, and how the intervals around them do."""


def margin(number: Decimal, precision: Decimal | None) -> Decimal:
    """How far "about" reaches from a number; it scales with the number and its precision."""
    half = _ZERO if precision is None else UP.multiply(precision, _HALF)
    if not number:
        return half
    bare = number.normalize(NEAREST)
    last_digit = Decimal((0, (1,), bare.adjusted() - len(bare.as_tuple().digits) + 1))
    return max(half, min(last_digit, UP.multiply(number.copy_abs(), _TENTH)))
