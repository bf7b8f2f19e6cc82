"""Numbers as sources state them: hedged, open to one side, rounded, doubted.

``about 180`` is not 180, ``over 200`` has no upper end, and ``$2.97 billion`` may be anything that rounds to it.
An :class:`Amount` keeps all of that, calculates with intervals, and answers ``None`` ("cannot tell") where a
comparison depends on what the source left open.

>>> tanks = Amount.about(180, precision=1)
>>> tanks.interval
Interval(low=Decimal('170'), high=Decimal('190'), open_low=False, open_high=False)
>>> tanks.less(200), tanks.less(185), tanks.less(100)
(True, None, False)
>>> print(Amount.written("2.97", scale=10**9) * 2)
5.94 billion
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Context, Decimal

from attrs import evolve, frozen

from kordef.errors import Inexact, InvalidValue
from kordef.figures import as_decimal, brief, is_finite, plain, readable
from kordef.intervals import DOWN, NEAREST, OPERATIONS, UP, Interval, margin
from kordef.markup import inline
from kordef.vocabulary import Qualifier

__all__ = ["Amount", "Interval"]

_EXACT, _ABOUT, _RANGE = Qualifier.EXACT, Qualifier.ABOUT, Qualifier.RANGE
_AVERAGE, _FRACTION = Qualifier.AVERAGE, Qualifier.FRACTION
_OPEN_ABOVE = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})
_OPEN_BELOW = frozenset({Qualifier.UNDER, Qualifier.UP_TO})

_MIRRORED = {
    Qualifier.OVER: Qualifier.UNDER,
    Qualifier.UNDER: Qualifier.OVER,
    Qualifier.AT_LEAST: Qualifier.UP_TO,
    Qualifier.UP_TO: Qualifier.AT_LEAST,
}
_PHRASES = {
    Qualifier.ABOUT: "about ",
    Qualifier.OVER: "over ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.UNDER: "under ",
    Qualifier.UP_TO: "up to ",
    Qualifier.AVERAGE: "on average ",
}
_WHY_INEXACT = {
    Qualifier.ABOUT: "the source says that it is near the number",
    Qualifier.OVER: "it has no upper end",
    Qualifier.AT_LEAST: "it has no upper end",
    Qualifier.UNDER: "it has no lower end",
    Qualifier.UP_TO: "it has no lower end",
    Qualifier.AVERAGE: "it is the mean of several numbers",
}
_ZERO = Decimal(0)
_HALF = Decimal("0.5")


@frozen(kw_only=True)
class Amount:
    """A number as a source states it.

    ``low`` and ``high`` are the stated bounds in units of one (1.2 billion is 1200000000), equal for a point value,
    ``None`` for an open side. ``precision`` is the unit of the last written digit ("2.97 billion" has 10 million;
    ``None`` where the number was not written in digits that round). ``doubt`` is set where the source itself marks the
    number as unsure ("180?"), which is another thing than rounding.

    The qualifier decides which bounds there are:

    ===================== ========================= =====================================================
    qualifier             bounds                    ``interval``
    ===================== ========================= =====================================================
    exact                 ``low == high``           half of ``precision`` to each side
    average, fraction     both, ``low <= high``     half of ``precision`` to each side
    range                 both, ``low < high``      half of ``precision`` to each side
    about                 both, ``low <= high``     one unit of the last significant digit to each side, at most
                                                    a tenth of the number, at least half of ``precision``; two
                                                    bounds without ``precision`` stand as they are
    over                  ``low``                   everything above ``low``
    at_least              ``low``                   ``low`` and everything above
    under                 ``high``                  everything below ``high``
    up_to                 ``high``                  ``high`` and everything below
    ===================== ========================= =====================================================

    Arithmetic (``+ - * /`` with amounts, ``int`` and ``Decimal``; ``sum()``) follows the intervals and takes its
    operands as independent of one another. Two points give a point, whose ``precision`` is twice the largest distance
    to what the operands left open; otherwise the bounds of the interval become the bounds of the result. A result with
    an open side is over, at_least, under or up_to; any other is about if an operand was, else average if an operand
    was, else range or exact. It is in doubt if an operand was.

    There are no order operators: ``less``, ``greater`` and ``same`` answer ``True``, ``False`` or ``None``.
    """

    low: Decimal | None
    high: Decimal | None
    qualifier: Qualifier = Qualifier.EXACT
    precision: Decimal | None = None
    doubt: bool = False

    def __attrs_post_init__(self) -> None:
        low, high, qualifier, precision = self.low, self.high, self.qualifier, self.precision
        if low is not None and not is_finite(low):
            raise InvalidValue(f"low must be a finite Decimal or None, found {brief(repr(low))}")
        if high is not None and high is not low and not is_finite(high):
            raise InvalidValue(f"high must be a finite Decimal or None, found {brief(repr(high))}")
        if type(qualifier) is not Qualifier:
            raise InvalidValue(f"qualifier must be a Qualifier, found {qualifier!r}")
        if precision is not None and not (is_finite(precision) and precision > 0):
            raise InvalidValue(f"precision must be a finite Decimal above 0 or None, found {precision!r}")
        if type(self.doubt) is not bool:
            raise InvalidValue(f"doubt must be True or False, found {self.doubt!r}")
        if low is None:
            if high is None:
                raise InvalidValue("an amount needs low or high, found neither")
            if qualifier not in _OPEN_BELOW:
                raise InvalidValue(
                    f"low must be set for the qualifier {qualifier}, found None below high ({brief(high)})"
                )
        elif high is None:
            if qualifier not in _OPEN_ABOVE:
                raise InvalidValue(
                    f"high must be set for the qualifier {qualifier}, found None above low ({brief(low)})"
                )
        elif high is not low and high < low:
            raise InvalidValue(f"high ({brief(high)}) must not be below low ({brief(low)})")
        elif qualifier is _EXACT:
            if high is not low and high != low:
                raise InvalidValue(f"high must equal low for the qualifier exact, found {brief(low)} and {brief(high)}")
        elif qualifier is _RANGE:
            if high == low:
                raise InvalidValue(f"high must be above low for the qualifier range, found {brief(low)} twice")
        elif qualifier in _OPEN_ABOVE or qualifier in _OPEN_BELOW:
            side = "high" if qualifier in _OPEN_ABOVE else "low"
            raise InvalidValue(
                f"{side} must be None for the qualifier {qualifier}, found {brief(low)} and {brief(high)}"
            )

    # Ways to make one. These take int, str and Decimal; the constructor takes Decimal only.

    @classmethod
    def stated(
        cls,
        number: Decimal | int | str,
        qualifier: Qualifier = Qualifier.EXACT,
        *,
        precision: Decimal | int | str | None = None,
        doubt: bool = False,
    ) -> Amount:
        """One number with its hedge: ``low``, ``high`` or both are set as the qualifier wants it."""
        value = as_decimal(number)
        return cls(
            low=None if qualifier in _OPEN_BELOW else value,
            high=None if qualifier in _OPEN_ABOVE else value,
            qualifier=qualifier,
            precision=None if precision is None else as_decimal(precision),
            doubt=doubt,
        )

    @classmethod
    def written(
        cls,
        digits: str,
        *,
        scale: Decimal | int = 1,
        qualifier: Qualifier = Qualifier.EXACT,
        doubt: bool = False,
    ) -> Amount:
        """A number as it is written, with the precision that its digits show.

        ``digits`` may have a sign, commas between thousands and a decimal point; ``scale`` is the factor that the words
        behind it name: ``Amount.written("2.97", scale=10**9)`` is 2970000000 with a precision of 10 million.

        Raises:
            InvalidValue: ``digits`` are not a plain decimal number, or ``scale`` is not above zero.
        """
        bare = digits.replace(",", "")
        if not (bare.isascii() and bare.lstrip("+-").replace(".", "", 1).isdigit()):
            raise InvalidValue(f"digits must be a plain decimal number such as '1,234.5', found {digits!r}")
        number, factor = as_decimal(bare), as_decimal(scale)
        if factor <= 0:
            raise InvalidValue(f"scale must be above 0, found {scale}")
        exact = Context(prec=len(bare) + len(str(factor)))
        last_digit = Decimal((0, (1,), -len(bare.partition(".")[2])))
        return cls.stated(
            plain(exact.multiply(number, factor), exact),
            qualifier,
            precision=plain(exact.multiply(last_digit, factor), exact),
            doubt=doubt,
        )

    @classmethod
    def exact(cls, number: Decimal | int | str, precision: Decimal | int | str | None = None) -> Amount:
        """The number as it stands."""
        return cls.stated(number, _EXACT, precision=precision)

    @classmethod
    def about(
        cls,
        number: Decimal | int | str,
        high: Decimal | int | str | None = None,
        precision: Decimal | int | str | None = None,
    ) -> Amount:
        """Near the number, or near a range ("about 180 to 200")."""
        return cls._closed(_ABOUT, number, high, precision)

    @classmethod
    def over(cls, number: Decimal | int | str, precision: Decimal | int | str | None = None) -> Amount:
        """More than the number."""
        return cls.stated(number, Qualifier.OVER, precision=precision)

    @classmethod
    def at_least(cls, number: Decimal | int | str, precision: Decimal | int | str | None = None) -> Amount:
        """The number or more."""
        return cls.stated(number, Qualifier.AT_LEAST, precision=precision)

    @classmethod
    def under(cls, number: Decimal | int | str, precision: Decimal | int | str | None = None) -> Amount:
        """Less than the number."""
        return cls.stated(number, Qualifier.UNDER, precision=precision)

    @classmethod
    def up_to(cls, number: Decimal | int | str, precision: Decimal | int | str | None = None) -> Amount:
        """The number or less."""
        return cls.stated(number, Qualifier.UP_TO, precision=precision)

    @classmethod
    def range(
        cls,
        low: Decimal | int | str,
        high: Decimal | int | str,
        precision: Decimal | int | str | None = None,
    ) -> Amount:
        """Between two different numbers, or one of the two."""
        return cls._closed(_RANGE, low, high, precision)

    @classmethod
    def average(
        cls,
        number: Decimal | int | str,
        high: Decimal | int | str | None = None,
        precision: Decimal | int | str | None = None,
    ) -> Amount:
        """A mean, or bounds of one."""
        return cls._closed(_AVERAGE, number, high, precision)

    @classmethod
    def fraction(cls, numerator: Decimal | int | str, denominator: Decimal | int | str = 1) -> Amount:
        """A part of a whole: ``Amount.fraction(2, 3)``, ``Amount.fraction("0.5")``.

        Where the decimals do not end, ``precision`` says at which digit they were cut.
        """
        if not as_decimal(denominator):
            raise InvalidValue(f"denominator must not be 0, found {numerator}/{denominator}")
        return evolve(cls.exact(numerator).scaled(1, denominator), qualifier=_FRACTION)

    @classmethod
    def _closed(
        cls,
        qualifier: Qualifier,
        low: Decimal | int | str,
        high: Decimal | int | str | None,
        precision: Decimal | int | str | None,
    ) -> Amount:
        first = as_decimal(low)
        return cls(
            low=first,
            high=first if high is None else as_decimal(high),
            qualifier=qualifier,
            precision=None if precision is None else as_decimal(precision),
        )

    # What it may be.

    @property
    def is_point(self) -> bool:
        """Whether one number is stated, hedged or not."""
        return self.low is not None and self.low == self.high

    @property
    def is_exact(self) -> bool:
        """Whether one number is stated without a hedge. Rounding and doubt do not count as hedges."""
        return self.qualifier in (_EXACT, _FRACTION) and self.low == self.high

    @property
    def interval(self) -> Interval:
        """All numbers that the statement leaves open, by its hedge and its rounding (the table above)."""
        low, high, qualifier, precision = self.low, self.high, self.qualifier, self.precision
        if low is None or high is None:
            return Interval(low, high, qualifier is Qualifier.OVER, qualifier is Qualifier.UNDER)
        if qualifier is _ABOUT and (precision is not None or low == high):
            return Interval(DOWN.subtract(low, margin(low, precision)), UP.add(high, margin(high, precision)))
        if precision is None:
            return Interval(low, high)
        half = UP.multiply(precision, _HALF)
        return Interval(DOWN.subtract(low, half), UP.add(high, half))

    @property
    def midpoint(self) -> Decimal | None:
        """The middle of the stated bounds; ``None`` where a side is open."""
        if self.low is None or self.high is None:
            return None
        return self.low if self.low == self.high else NEAREST.multiply(NEAREST.add(self.low, self.high), _HALF)

    def decimal(self) -> Decimal:
        """The number, where the amount is one exact number.

        Raises:
            Inexact: it is hedged, open to a side, or a range; the message says which. ``midpoint`` and ``interval``
                are there for every amount.
        """
        if self.is_exact and self.low is not None:
            return self.low
        why = _WHY_INEXACT.get(self.qualifier, "it has two ends")
        raise Inexact(f"{str(self)!r} is not one exact number: {why}")

    def __float__(self) -> float:
        return float(self.decimal())

    def __int__(self) -> int:
        number = self.decimal()
        if number != number.to_integral_value():
            raise Inexact(f"{str(self)!r} is not a whole number")
        return int(number)

    # Comparisons.

    def less(self, other: Amount | Decimal | int, *, whole: bool = False) -> bool | None:
        """Whether this is less than ``other``; ``None`` where the statements leave it open.

        ``whole`` says that both count things that cannot be divided, so that digits written in full do not round:
        48 ships are 48, not 47.5 to 48.5.
        """
        return self.bounds(whole=whole).less(_amount(other).bounds(whole=whole))

    def greater(self, other: Amount | Decimal | int, *, whole: bool = False) -> bool | None:
        """Whether this is more than ``other``; ``None`` where the statements leave it open."""
        return _amount(other).bounds(whole=whole).less(self.bounds(whole=whole))

    def same(self, other: Amount | Decimal | int, *, whole: bool = False) -> bool | None:
        """Whether both are one number; ``None`` where they can be, but need not.

        Equality (``==``) is another question: whether two statements read alike.
        """
        mine, theirs = self.bounds(whole=whole), _amount(other).bounds(whole=whole)
        if not mine.overlaps(theirs):
            return False
        return True if mine.is_point and theirs.is_point else None

    def agrees(self, other: Amount | Decimal | int, *, whole: bool = False) -> bool:
        """Whether both can be true of one number."""
        return self.same(other, whole=whole) is not False

    def bounds(self, *, whole: bool = False) -> Interval:
        """``interval``, narrowed to whole numbers where things are counted that cannot be divided."""
        if whole and self.qualifier is not _AVERAGE and self.qualifier is not _FRACTION:
            return self.interval.whole()
        return self.interval

    # Arithmetic.

    def __neg__(self) -> Amount:
        return evolve(
            self,
            low=self.high and self.high.copy_negate(),
            high=self.low and self.low.copy_negate(),
            qualifier=_MIRRORED.get(self.qualifier, self.qualifier),
        )

    def __add__(self, other: Amount | Decimal | int) -> Amount:
        operand = _operand(other)
        return NotImplemented if operand is None else _combined("+", self, operand)

    def __radd__(self, other: Decimal | int) -> Amount:
        operand = _operand(other)
        return NotImplemented if operand is None else _combined("+", operand, self)

    def __sub__(self, other: Amount | Decimal | int) -> Amount:
        operand = _operand(other)
        return NotImplemented if operand is None else _combined("-", self, operand)

    def __rsub__(self, other: Decimal | int) -> Amount:
        operand = _operand(other)
        return NotImplemented if operand is None else _combined("-", operand, self)

    def __mul__(self, other: Amount | Decimal | int) -> Amount:
        operand = _operand(other)
        return NotImplemented if operand is None else _combined("*", self, operand)

    def __rmul__(self, other: Decimal | int) -> Amount:
        operand = _operand(other)
        return NotImplemented if operand is None else _combined("*", operand, self)

    def __truediv__(self, other: Amount | Decimal | int) -> Amount:
        operand = _operand(other)
        return NotImplemented if operand is None else _combined("/", self, operand)

    def __rtruediv__(self, other: Decimal | int) -> Amount:
        operand = _operand(other)
        return NotImplemented if operand is None else _combined("/", operand, self)

    def ratio(self, other: Amount | Decimal | int) -> Amount:
        """How many times ``other`` this is: ``self / other``."""
        return self / other

    def scaled(self, factor: Decimal | int | str, divisor: Decimal | int | str = 1) -> Amount:
        """The same statement in another unit: bounds and precision times ``factor / divisor``, the hedge as it was.

        Raises:
            InvalidValue: ``factor`` or ``divisor`` is not above zero.
        """
        up, by = as_decimal(factor), as_decimal(divisor)
        if up <= 0 or by <= 0:
            raise InvalidValue(f"factor and divisor must be above 0, found {factor} and {divisor}")
        low, high, precision = self.low, self.high, self.precision
        if self.qualifier is _ABOUT and low is not None and high is not None:
            if low != high and precision is not None:
                # Each bound has a margin of its own, which the digits of the scaled bound no longer show.
                low, high, precision = self.interval.low, self.interval.high, None
            elif low == high:
                reach = margin(low, precision)
                precision = UP.add(reach, reach)
        if low is not None and low == high:
            point = NEAREST.divide(NEAREST.multiply(low, up), by)
            exact = UP.divide(UP.multiply(low, up), by) == DOWN.divide(DOWN.multiply(low, up), by)
            error = _ZERO if exact else Decimal((0, (2,), point.adjusted() - 32))
            scaled = _ZERO if precision is None else UP.divide(UP.multiply(precision, up), by)
            return evolve(self, low=plain(point), high=plain(point), precision=plain(UP.add(scaled, error)) or None)
        return evolve(
            self,
            low=None if low is None else plain(DOWN.divide(DOWN.multiply(low, up), by)),
            high=None if high is None else plain(UP.divide(UP.multiply(high, up), by)),
            precision=None if precision is None else plain(UP.divide(UP.multiply(precision, up), by)),
        )

    # Reading.

    def __str__(self) -> str:
        # "5 to 6 million" would be read as 5 million to 6 million.
        alike = len({bound.copy_abs() >= 10**6 for bound in (self.low, self.high) if bound}) < 2
        return self._phrase(lambda number: readable(number, self.precision, scaled=alike))

    def __format__(self, spec: str) -> str:
        """``spec`` formats the numbers as it would a Decimal; an empty one gives ``str()``."""
        return self._phrase(lambda number: format(number, spec)) if spec else str(self)

    def _repr_html_(self) -> str:
        return inline(str(self), f"{self.qualifier}; leaves open {self.interval}")

    def _phrase(self, write: Callable[[Decimal], str]) -> str:
        ends = [write(bound) for bound in (self.low, self.high) if bound is not None]
        numbers = ends[0] if self.low == self.high else " to ".join(ends)
        return f"{_PHRASES.get(self.qualifier, '')}{numbers}{'?' if self.doubt else ''}"


def _amount(number: Amount | Decimal | int) -> Amount:
    return number if isinstance(number, Amount) else Amount.exact(number)


def _combined(sign: str, a: Amount, b: Amount) -> Amount:
    """The result of an operation; see the rules in :class:`Amount`."""
    on_points, on_intervals = OPERATIONS[sign]
    result = on_intervals(a.interval, b.interval)
    doubt = a.doubt or b.doubt
    if result.low is None:
        if result.high is None:
            raise Inexact(f"({a}) {sign} ({b}) may be any number: both sides of the result are open")
        qualifier = Qualifier.UNDER if result.open_high else Qualifier.UP_TO
        return Amount(low=None, high=plain(result.high), qualifier=qualifier, doubt=doubt)
    if result.high is None:
        qualifier = Qualifier.OVER if result.open_low else Qualifier.AT_LEAST
        return Amount(low=plain(result.low), high=None, qualifier=qualifier, doubt=doubt)
    hedges = (a.qualifier, b.qualifier)
    hedge = _ABOUT if _ABOUT in hedges else _AVERAGE if _AVERAGE in hedges else _EXACT
    if a.low is not None and b.low is not None and a.low == a.high and b.low == b.high:
        point = on_points(a.low, b.low)
        reach = max(UP.subtract(point, result.low), UP.subtract(result.high, point))
        precision = plain(UP.add(reach, reach)) if reach else None
        return Amount(low=plain(point), high=plain(point), qualifier=hedge, precision=precision, doubt=doubt)
    if hedge is _EXACT and result.low != result.high:
        hedge = _RANGE
    return Amount(low=plain(result.low), high=plain(result.high), qualifier=hedge, doubt=doubt)


def _operand(number: object) -> Amount | None:
    if isinstance(number, Amount):
        return number
    if isinstance(number, (Decimal, int)) and not isinstance(number, bool):
        return Amount.exact(number)
    return None
