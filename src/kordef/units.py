"""The units that quantities may have, and the pint registry that calculates with them.

``units.txt`` beside this module defines both: this module reads names, dimensions and exact sizes from it, which is
all that records and conversions need, and pint reads the same file once somebody asks for :func:`registry`. The
registry is kordef's own, so that no prefix, alias or "ton" of pint's default units gets in, and never becomes pint's
application registry.

>>> unit("km/h").dimension
'length/time'
>>> unit("mile").factor_to(unit("km"))
(Decimal('1609.344'), Decimal('1000'))
>>> registry().Quantity(5, "percent")
<Quantity(5, 'percent')>
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import frozen

from kordef.currencies import CURRENCIES
from kordef.errors import Incompatible, InvalidValue
from kordef.intervals import NEAREST

if TYPE_CHECKING:
    import pint
    from pint.facets.plain import PlainQuantity

    PintQuantity: TypeAlias = PlainQuantity[Decimal]
    PintRegistry: TypeAlias = pint.UnitRegistry[Any]

__all__ = ["UNITS", "Unit", "pint_quantity", "quotient", "registry", "unit"]

_ONE = Decimal(1)


@frozen
class Unit:
    """A unit with its size in base units, ``numerator / denominator``: two numbers, so that thirds stay exact.

    ``powers`` has the base dimensions with their exponents: ``(("length", 1), ("time", -1))`` for km/h.
    """

    name: str
    powers: tuple[tuple[str, int], ...]
    numerator: Decimal = _ONE
    denominator: Decimal = _ONE

    @property
    def dimension(self) -> str:
        """What it measures, in words: "length", "length/time", "vehicle_count"."""
        over = "*".join(base if power == 1 else f"{base}^{power}" for base, power in self.powers if power > 0)
        under = "".join(f"/{base}" if power == -1 else f"/{base}^{-power}" for base, power in self.powers if power < 0)
        return (over or "1") + under

    @property
    def is_count(self) -> bool:
        """Whether it counts what cannot be divided."""
        return len(self.powers) == 1 and self.powers[0][0].endswith("_count")

    def factor_to(self, other: Unit) -> tuple[Decimal, Decimal]:
        """How many of ``other`` one of this is, as numerator and denominator.

        Raises:
            Incompatible: the two measure different things; the message says which.
        """
        if self.powers != other.powers:
            raise Incompatible(f"cannot convert {self.name} to {other.name}: {_why(self, other)}")
        return (
            NEAREST.multiply(self.numerator, other.denominator),
            NEAREST.multiply(self.denominator, other.numerator),
        )

    def times(self, other: Unit, power: int, name: str) -> Unit:
        """The product with ``other`` (``power`` 1) or the quotient (``power`` -1)."""
        exponents = dict(self.powers)
        for base, exponent in other.powers:
            exponents[base] = exponents.get(base, 0) + power * exponent
        up, down = other.numerator, other.denominator
        return Unit(
            name,
            tuple(sorted((base, exponent) for base, exponent in exponents.items() if exponent)),
            NEAREST.multiply(self.numerator, up if power > 0 else down),
            NEAREST.multiply(self.denominator, down if power > 0 else up),
        )


def _why(a: Unit, b: Unit) -> str:
    dimensions = {a.dimension, b.dimension}
    if dimensions == {"time", "calendar"}:
        return "months and years have no fixed length"
    if dimensions == {"share", "share_difference"}:
        return "a percent is a part of a whole, a percentage point a difference between two such parts"
    if a.is_count and b.is_count:
        return "they count different things"
    return f"the one is a unit of {a.dimension}, the other of {b.dimension}"


def _definitions() -> str:
    return resources.files("kordef").joinpath("units.txt").read_text("utf-8")


def _read(definitions: str) -> tuple[dict[str, Unit], dict[str, Unit]]:
    """All units by name, and by what stands for them below a fraction line."""
    units: dict[str, Unit] = {}
    below: dict[str, Unit] = {}
    for line in definitions.splitlines():
        name, *rest = (part.strip() for part in line.partition("#")[0].split("="))
        if not rest:
            continue
        if rest[0].startswith("["):
            units[name] = Unit(name, ((rest[0].strip("[]"), 1),))
        else:
            size, power = Unit(name, ()), 1
            for token in rest[0].split():
                if token in ("*", "/"):
                    power = 1 if token == "*" else -1
                else:
                    size = size.times(units.get(token) or Unit(token, (), Decimal(token)), power, name)
            units[name] = size
        below[rest[1] if len(rest) > 1 else name] = units[name]
    return units, below


_UNITS, _BELOW = _read(_definitions())

_SYMBOLS = {meant.name: symbol for symbol, meant in _BELOW.items()}

UNITS: Mapping[str, Unit] = MappingProxyType(_UNITS)
"""Every unit with a name of its own; quotients ("km/h", "aircraft/year") are understood as well."""


@lru_cache(maxsize=1024)
def unit(name: str) -> Unit:
    """The unit of that name, or the quotient of two: "km/h", "m/s", "round/min", "aircraft/year".

    Raises:
        InvalidValue: there is no such unit.
    """
    if name in _UNITS:
        return _UNITS[name]
    over, _, under = name.partition("/")
    if over in _UNITS and under in _BELOW and _UNITS[over].powers != _BELOW[under].powers:
        return _UNITS[over].times(_BELOW[under], -1, name)
    if name in CURRENCIES:
        raise InvalidValue(f"unit must measure or count, found the currency {name!r}, of which there is Money")
    raise InvalidValue(f"unit must be one of kordef.units.UNITS or a quotient such as 'km/h', found {name!r}")


@lru_cache(maxsize=1024)
def quotient(over: str, under: str) -> str | None:
    """The name of the quotient of two units, "km/h" of "km" and "hour"; ``None`` where they make no unit."""
    if over not in _UNITS or under not in _UNITS or _UNITS[over].powers == _UNITS[under].powers:
        return None
    return f"{over}/{_SYMBOLS[under]}"


@cache
def registry() -> PintRegistry:
    """The pint registry of kordef's units, with every ISO 4217 currency as a dimension of its own.

    It is built on the first call, which imports pint, and is the same object from then on. Numbers in it are Decimal.
    """
    import pint

    # pint's own signature knows neither None nor Decimal, which its documentation offers.
    make: Any = pint.UnitRegistry
    units: PintRegistry = make(None, non_int_type=Decimal)
    units.load_definitions(_definitions().splitlines())
    for code in sorted(CURRENCIES):
        units.define(f"{code} = [currency_{code}]")
    return units


def pint_quantity(number: Decimal, name: str) -> PintQuantity:
    """A number with a unit or currency of :func:`registry`."""
    make: Any = registry().Quantity
    quantity: PintQuantity = make(number, name)
    return quantity
