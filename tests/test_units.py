"""Units: one file, read twice, once by kordef and once by pint."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from value_strategies import units

from kordef.currencies import ACTIVE, CURRENCIES, HISTORIC
from kordef.errors import Incompatible, InvalidValue
from kordef.units import UNITS, registry, unit

D = Decimal
COUNTS = sorted(name for name, made in UNITS.items() if made.is_count)
QUOTIENTS = ["km/h", "m/s", "round/min", "aircraft/year", "litre/h", "item/month"]


def size(name: str) -> Fraction:
    return Fraction(unit(name).numerator) / Fraction(unit(name).denominator)


# Names


@pytest.mark.parametrize(
    "name",
    ["percent", "mm", "km", "mile", "year", "month", "week", "day", "person", "km/h", "tonne", "item",
     "percentage_point", "TIV", "vehicle", "aircraft", "round", "nautical_mile", "knot", "multiple", *QUOTIENTS],
)  # fmt: skip
def test_units_that_texts_need(name: str) -> None:
    assert unit(name).name == name


@pytest.mark.parametrize(
    "name",
    ["", " km", "KM", "kms", "ton", "kkm", "km/hour", "h", "s", "min", "km/", "/h", "km/h/s", "km/km",
     "km/m", "km*h", "km/kmh", "%", "dimensionless", "vehicles", "mperson", "USD/year", "x" * 100_000],
)  # fmt: skip
def test_names_that_are_no_units(name: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        unit(name)
    assert str(caught.value) == f"unit must be one of kordef.units.UNITS or a quotient such as 'km/h', found {name!r}"


@pytest.mark.parametrize("code", ["USD", "KRW", "DEM"])
def test_a_currency_is_no_unit_of_quantities(code: str) -> None:
    with pytest.raises(
        InvalidValue, match=f"unit must measure or count, found the currency '{code}', of which there is"
    ):
        unit(code)


def test_no_unit_has_the_name_of_a_currency() -> None:
    assert not CURRENCIES & set(UNITS)


def test_the_table_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        UNITS["ton"] = unit("tonne")  # type: ignore[index]


# Dimensions and sizes


@pytest.mark.parametrize(
    ("name", "dimension"),
    [
        ("km", "length"),
        ("square_km", "length^2"),
        ("km/h", "length/time"),
        ("knot", "length/time"),
        ("W", "length^2*mass/time^3"),
        ("percent", "share"),
        ("percentage_point", "share_difference"),
        ("year", "calendar"),
        ("vehicle", "vehicle_count"),
        ("aircraft/year", "aircraft_count/calendar"),
        ("TIV", "trend_indicator_value"),
    ],
)
def test_what_a_unit_measures(name: str, dimension: str) -> None:
    assert unit(name).dimension == dimension


@pytest.mark.parametrize(
    ("one", "other", "factor"),
    [
        ("mile", "km", "1.609344"),
        ("nautical_mile", "m", "1852"),
        ("foot", "inch", "12"),
        ("yard", "foot", "3"),
        ("m", "mm", "1000"),
        ("hectare", "square_m", "10000"),
        ("square_mile", "acre", "640"),
        ("tonne", "kg", "1000"),
        ("pound", "gram", "453.59237"),
        ("short_ton", "kg", "907.18474"),
        ("long_ton", "kg", "1016.0469088"),
        ("pound", "ounce", "16"),
        ("week", "hour", "168"),
        ("decade", "month", "120"),
        ("knot", "km/h", "1.852"),
        ("mph", "mile/h", "1"),
        ("kWh", "MJ", "3.6"),
        ("kiloton_TNT", "J", "4184000000000"),
        ("metric_horsepower", "W", "735.49875"),
        ("horsepower", "W", "745.69987158227022"),
        ("lbf", "N", "4.4482216152605"),
        ("MW", "W", "1000000"),
        ("percent", "per_mille", "10"),
        ("percentage_point", "basis_point", "100"),
        ("million_TIV", "TIV", "1000000"),
        ("barrel", "us_gallon", "42"),
    ],
)
def test_sizes(one: str, other: str, factor: str) -> None:
    up, down = unit(one).factor_to(unit(other))
    assert Fraction(up) / Fraction(down) == Fraction(factor)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (
            "percent",
            "percentage_point",
            "a percent is a part of a whole, a percentage point a difference between two such parts",
        ),
        ("month", "day", "months and years have no fixed length"),
        ("vehicle", "aircraft", "they count different things"),
        ("item", "person", "they count different things"),
        ("km", "kg", "the one is a unit of length, the other of mass"),
        ("km", "km/h", "the one is a unit of length, the other of length/time"),
        ("TIV", "percent", "the one is a unit of trend_indicator_value, the other of share"),
    ],
)
def test_what_does_not_convert(one: str, other: str, why: str) -> None:
    with pytest.raises(Incompatible) as caught:
        unit(one).factor_to(unit(other))
    assert str(caught.value) == f"cannot convert {one} to {other}: {why}"
    assert isinstance(caught.value, TypeError)


def test_no_kind_of_thing_counted_is_another() -> None:
    assert len({unit(name).powers for name in COUNTS}) == len(COUNTS) > 30
    assert not any(unit(name).is_count for name in ("percent", "km", "TIV", "aircraft/year", "rpm", "multiple"))


# pint


def test_it_is_one_registry_and_not_pint_s() -> None:
    import pint

    assert registry() is registry()
    assert pint.get_application_registry().get() is not registry()


@pytest.mark.parametrize("name", [*sorted(UNITS), *QUOTIENTS])
def test_pint_reads_every_unit_as_kordef_does(name: str) -> None:
    with localcontext(prec=60):
        found = registry().Quantity(D(1), name).to_root_units()
    base = {str(base): power for base, power in found.unit_items()}
    dimensions = {str(d).strip("[]"): int(power) for d, power in found.dimensionality.items()}
    assert dimensions == dict(unit(name).powers)
    assert all(unit(part).numerator == unit(part).denominator == 1 for part in base)
    assert isinstance(found.magnitude, Decimal)
    assert abs(Fraction(found.magnitude) / size(name) - 1) < Fraction(1, 10**50)


@pytest.mark.parametrize("code", ["USD", "KRW", "DEM"])
def test_every_currency_is_a_dimension_of_its_own(code: str) -> None:
    import pint

    quantity = registry().Quantity(D(5), code)
    assert dict(quantity.dimensionality) == {f"[currency_{code}]": 1}
    with pytest.raises(pint.DimensionalityError):
        quantity.to("EUR")


def test_all_currencies_are_there() -> None:
    assert {str(registry().Unit(code)) for code in CURRENCIES} == CURRENCIES


@pytest.mark.parametrize("name", ["ton", "kilometer", "kitem", "pt", "degC", "dollar", "kUSD"])
def test_nothing_of_pint_s_own_units_gets_in(name: str) -> None:
    import pint

    with pytest.raises(pint.UndefinedUnitError):
        registry().Unit(name)


def test_calculation_is_decimal_and_percents_hash_alike() -> None:
    quantity = registry().Quantity
    assert quantity(D("0.1"), "km").to("m").magnitude == 100
    assert hash(quantity(D(36), "percent")) == hash(quantity(D(36), "percent"))


@given(units(), units(), st.integers(1, 10**6))
def test_a_conversion_is_pint_s(one: str, other: str, number: int) -> None:
    if unit(one).powers != unit(other).powers:
        assert not registry().Unit(one).is_compatible_with(other)
        return
    up, down = unit(one).factor_to(unit(other))
    expected = Fraction(number) * Fraction(up) / Fraction(down)
    found = Fraction(registry().Quantity(D(number), one).to(other).magnitude)
    assert abs(found / expected - 1) < Fraction(1, 10**24)


def test_records_do_not_load_pint() -> None:
    script = """
import sys
from kordef.amounts import Amount
from kordef.values import Money, Quantity
length = Quantity(amount=Amount.about(100), unit="mile").to("km")
assert "pint" not in sys.modules, "pint was loaded"
Quantity(amount=Amount.exact(1), unit="km").pint()
assert "pint" in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# Currencies


def test_the_lists_of_iso_4217() -> None:
    assert (len(ACTIVE), len(HISTORIC)) == (178, 129)
    assert not ACTIVE & HISTORIC
    assert {"KRW", "USD", "EUR", "PLN", "NOK", "SEK", "RON", "XDR"} <= ACTIVE
    assert {"DEM", "FRF", "ITL", "FIM", "EEK", "HRK", "BGN", "XEU"} <= HISTORIC
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in CURRENCIES)


def test_the_catalogue_knows_no_other_currencies() -> None:
    from kordef.catalogue import load

    assert {currency.code for currency in load().currencies} <= CURRENCIES
