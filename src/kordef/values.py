"""Money and quantities: a hedged number with its unit.

>>> contract = Money(amount=Amount.about(4, precision=1) * 10**9, currency="NOK")
>>> print(contract)
about 4 billion NOK
>>> rate = ExchangeRate(base="USD", quote="NOK", rate=Amount.exact("10.2"))
>>> print(Money(amount=Amount.range(51, 102), currency="NOK").convert(rate))
5 to 10 USD
>>> print(Quantity(amount=Amount.up_to(500), unit="km").to("m"))
up to 500,000 m
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, overload

from attrs import frozen

from kordef.amounts import Amount, Interval
from kordef.currencies import CURRENCIES
from kordef.errors import Incompatible, InvalidValue
from kordef.markup import inline
from kordef.periods import Period
from kordef.units import pint_quantity, unit

if TYPE_CHECKING:
    from kordef.units import PintQuantity

__all__ = ["ExchangeRate", "Money", "Quantity"]


@frozen(kw_only=True)
class ExchangeRate:
    """One unit of ``base`` costs ``rate`` units of ``quote``; ``date`` and ``source`` say when and by whom."""

    base: str
    quote: str
    rate: Amount
    date: Period | None = None
    source: str | None = None

    def __attrs_post_init__(self) -> None:
        _check_currency("base", self.base)
        _check_currency("quote", self.quote)
        if self.base == self.quote:
            raise InvalidValue(f"base and quote must be two currencies, found {self.base} twice")
        _check_amount("rate", self.rate)
        lowest = self.rate.interval.low
        if lowest is None or lowest <= 0:
            raise InvalidValue(f"rate must be above 0 whatever it leaves open, found {self.rate} from {lowest}")
        if self.date is not None and type(self.date) is not Period:
            raise InvalidValue(f"date must be a Period or None, found {self.date!r}")

    def __str__(self) -> str:
        return f"1 {self.base} = {self.rate} {self.quote}"


@frozen(kw_only=True)
class Money:
    """A sum of money in one currency (ISO 4217, historic codes included).

    ``equivalents`` are the same sum in other currencies as the source itself converts it. ``rate`` is set where kordef
    converted the sum, and names the exchange rate that it took.

    Sums of one currency add, subtract and compare; a ratio of two is an :class:`Amount`. What is calculated has no
    equivalents, because no source stated them, and a converted sum does not add to one that was stated, because the
    total could not say which part of it rests on a rate.
    """

    amount: Amount
    currency: str
    equivalents: tuple[Money, ...] = ()
    rate: ExchangeRate | None = None

    def __attrs_post_init__(self) -> None:
        _check_amount("amount", self.amount)
        _check_currency("currency", self.currency)
        if self.equivalents != ():
            _check_equivalents(self.currency, self.equivalents)
        if self.rate is not None:
            if type(self.rate) is not ExchangeRate:
                raise InvalidValue(f"rate must be an ExchangeRate or None, found {self.rate!r}")
            if self.currency not in (self.rate.base, self.rate.quote):
                raise InvalidValue(f"rate must be one of {self.currency}, found {self.rate}")

    def convert(self, rate: ExchangeRate) -> Money:
        """The sum in the other currency of ``rate``; the result remembers the rate.

        Raises:
            Incompatible: the rate is between two other currencies, or the sum was converted before (convert the sum as
                it was stated: a second rate would hide the first).
        """
        if self.rate is not None:
            raise Incompatible(f"cannot convert {self} again: it was already converted at {self.rate}")
        if self.currency not in (rate.base, rate.quote):
            raise Incompatible(f"cannot convert {self.currency} at the rate {rate}")
        price = rate.rate
        known = price.low if price.is_exact and price.precision is None else None
        if self.currency == rate.base:
            amount = self.amount * price if known is None else self.amount.scaled(known)
            return Money(amount=amount, currency=rate.quote, rate=rate)
        amount = self.amount / price if known is None else self.amount.scaled(1, known)
        return Money(amount=amount, currency=rate.base, rate=rate)

    def __neg__(self) -> Money:
        return self._with(-self.amount)

    def __add__(self, other: Money) -> Money:
        return self._with(self.amount + self._theirs("add", other)) if _is_money(other) else NotImplemented

    def __radd__(self, other: int) -> Money:
        # sum() starts from 0, which is nothing in any currency.
        return self._with(self.amount) if type(other) is int and other == 0 else NotImplemented

    def __sub__(self, other: Money) -> Money:
        return self._with(self.amount - self._theirs("subtract", other)) if _is_money(other) else NotImplemented

    def __mul__(self, other: Amount | Decimal | int) -> Money:
        return self._with(self.amount * other) if _is_number(other) else NotImplemented

    __rmul__ = __mul__

    @overload
    def __truediv__(self, other: Money) -> Amount: ...
    @overload
    def __truediv__(self, other: Amount | Decimal | int) -> Money: ...
    def __truediv__(self, other: Money | Amount | Decimal | int) -> Amount | Money:
        if isinstance(other, Money):
            return self.ratio(other)
        return self._with(self.amount / other) if _is_number(other) else NotImplemented

    def ratio(self, other: Money) -> Amount:
        """How many times ``other`` this is."""
        return self.amount / self._theirs("divide", other)

    def less(self, other: Money) -> bool | None:
        """Whether this is less than ``other``; ``None`` where the statements leave it open."""
        return self.amount.less(self._theirs("compare", other))

    def greater(self, other: Money) -> bool | None:
        """Whether this is more than ``other``; ``None`` where the statements leave it open."""
        return self.amount.greater(self._theirs("compare", other))

    def same(self, other: Money) -> bool | None:
        """Whether both are one sum; ``None`` where they can be, but need not."""
        return self.amount.same(self._theirs("compare", other))

    def agrees(self, other: Money) -> bool:
        """Whether both can be true of one sum."""
        return self.amount.agrees(self._theirs("compare", other))

    def pint(self) -> PintQuantity:
        """The sum for calculations, where it is one exact number; the currency is a dimension of its own.

        Raises:
            Inexact: the amount is hedged, open or a range.
        """
        return pint_quantity(self.amount.decimal(), self.currency)

    def pint_interval(self) -> tuple[PintQuantity | None, PintQuantity | None]:
        """The bounds of what the sum may be, ``None`` on an open side."""
        return _pint_bounds(self.amount.interval, self.currency)

    def _with(self, amount: Amount) -> Money:
        return Money(amount=amount, currency=self.currency, rate=self.rate)

    def _theirs(self, verb: str, other: Money) -> Amount:
        if other.currency != self.currency:
            raise Incompatible(f"cannot {verb} {self.currency} and {other.currency}: convert one with an ExchangeRate")
        if verb in ("add", "subtract") and other.rate != self.rate:
            found = " and ".join(str(rate) if rate else "as stated" for rate in (self.rate, other.rate))
            raise Incompatible(f"cannot {verb} sums that do not rest on one exchange rate: {found}")
        return other.amount

    def __str__(self) -> str:
        return f"{self:}"

    def __format__(self, spec: str) -> str:
        """``spec`` formats the numbers as it would a Decimal."""
        also = ", ".join(format(money, spec) for money in self.equivalents)
        return f"{self.amount:{spec}} {self.currency}" + (f" ({also})" if also else "")

    def _repr_html_(self) -> str:
        return inline(str(self), f"{self.amount.qualifier}; leaves open {self.amount.interval} {self.currency}")


@frozen(kw_only=True)
class Quantity:
    """A hedged number with a unit of kordef's unit registry ("percent", "km", "vehicle", "TIV", ...).

    Quantities of one dimension add, subtract and compare in the unit of the first; a ratio of two is an
    :class:`Amount`. Counts of different kinds, percents and percentage points, days and months are of different
    dimensions. Comparisons of counts know that what is counted cannot be divided.
    """

    amount: Amount
    unit: str

    def __attrs_post_init__(self) -> None:
        _check_amount("amount", self.amount)
        if type(self.unit) is not str:
            raise InvalidValue(f"unit must be a str, found {self.unit!r}")
        unit(self.unit)

    def to(self, name: str) -> Quantity:
        """The same quantity in another unit of its dimension; the hedge, open sides and precision stay.

        Raises:
            Incompatible: the unit is of another dimension.
            InvalidValue: there is no such unit.
        """
        if name == self.unit:
            return self
        return Quantity(amount=self.amount.scaled(*unit(self.unit).factor_to(unit(name))), unit=name)

    @property
    def interval(self) -> Interval:
        """All numbers of ``unit`` that the statement leaves open; whole ones where it counts."""
        return self.amount.bounds(whole=unit(self.unit).is_count)

    def __neg__(self) -> Quantity:
        return Quantity(amount=-self.amount, unit=self.unit)

    def __add__(self, other: Quantity) -> Quantity:
        if not _is_quantity(other):
            return NotImplemented
        return Quantity(amount=self.amount + other.to(self.unit).amount, unit=self.unit)

    def __radd__(self, other: int) -> Quantity:
        # sum() starts from 0, which is nothing in any unit.
        return self if type(other) is int and other == 0 else NotImplemented

    def __sub__(self, other: Quantity) -> Quantity:
        if not _is_quantity(other):
            return NotImplemented
        return Quantity(amount=self.amount - other.to(self.unit).amount, unit=self.unit)

    def __mul__(self, other: Amount | Decimal | int) -> Quantity:
        return Quantity(amount=self.amount * other, unit=self.unit) if _is_number(other) else NotImplemented

    __rmul__ = __mul__

    @overload
    def __truediv__(self, other: Quantity) -> Amount: ...
    @overload
    def __truediv__(self, other: Amount | Decimal | int) -> Quantity: ...
    def __truediv__(self, other: Quantity | Amount | Decimal | int) -> Amount | Quantity:
        if isinstance(other, Quantity):
            return self.ratio(other)
        return Quantity(amount=self.amount / other, unit=self.unit) if _is_number(other) else NotImplemented

    def ratio(self, other: Quantity) -> Amount:
        """How many times ``other`` this is."""
        return self.amount / other.to(self.unit).amount

    def less(self, other: Quantity) -> bool | None:
        """Whether this is less than ``other``; ``None`` where the statements leave it open."""
        return self.interval.less(other.to(self.unit).interval)

    def greater(self, other: Quantity) -> bool | None:
        """Whether this is more than ``other``; ``None`` where the statements leave it open."""
        return other.to(self.unit).interval.less(self.interval)

    def same(self, other: Quantity) -> bool | None:
        """Whether both are one quantity; ``None`` where they can be, but need not."""
        return self.amount.same(other.to(self.unit).amount, whole=unit(self.unit).is_count)

    def agrees(self, other: Quantity) -> bool:
        """Whether both can be true of one quantity."""
        return self.same(other) is not False

    def pint(self) -> PintQuantity:
        """The quantity for calculations in :func:`kordef.units.registry`, where it is one exact number.

        Raises:
            Inexact: the amount is hedged, open or a range.
        """
        return pint_quantity(self.amount.decimal(), self.unit)

    def pint_interval(self) -> tuple[PintQuantity | None, PintQuantity | None]:
        """The bounds of what the quantity may be, ``None`` on an open side."""
        return _pint_bounds(self.interval, self.unit)

    def __str__(self) -> str:
        return f"{self:}"

    def __format__(self, spec: str) -> str:
        """``spec`` formats the numbers as it would a Decimal."""
        return f"{self.amount:{spec}} {self.unit}"

    def _repr_html_(self) -> str:
        return inline(str(self), f"{self.amount.qualifier}; leaves open {self.amount.interval} {self.unit}")


def _is_money(value: object) -> bool:
    return isinstance(value, Money)


def _is_quantity(value: object) -> bool:
    return isinstance(value, Quantity)


def _is_number(value: object) -> bool:
    return isinstance(value, (Amount, Decimal, int)) and not isinstance(value, bool)


def _pint_bounds(interval: Interval, name: str) -> tuple[PintQuantity | None, PintQuantity | None]:
    low, high = (None if end is None else pint_quantity(end, name) for end in (interval.low, interval.high))
    return low, high


def _check_amount(name: str, amount: Amount) -> None:
    if type(amount) is not Amount:
        raise InvalidValue(f"{name} must be an Amount, found {amount!r}")


def _check_currency(name: str, code: str) -> None:
    if type(code) is not str or code not in CURRENCIES:
        raise InvalidValue(f"{name} must be an ISO 4217 code such as 'KRW', found {code!r}")


def _check_equivalents(currency: str, equivalents: tuple[Money, ...]) -> None:
    if type(equivalents) is not tuple:
        raise InvalidValue(f"equivalents must be a tuple of Money, found {equivalents!r}")
    for position, money in enumerate(equivalents):
        name = f"equivalents[{position}]"
        if type(money) is not Money:
            raise InvalidValue(f"{name} must be Money, found {money!r}")
        if money.currency == currency:
            raise InvalidValue(f"{name} must be in another currency, found {currency} again")
        if money.equivalents or money.rate is not None:
            raise InvalidValue(f"{name} must be a sum as the source states it, found equivalents or a rate in it")
