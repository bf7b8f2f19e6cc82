"""Money and quantities."""

from __future__ import annotations

import contextlib
import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st
from value_strategies import amounts, contains, moneys, numbers_in, quantities, rates

from kordef.amounts import Amount, Interval
from kordef.errors import Incompatible, Inexact, InvalidValue
from kordef.periods import Period
from kordef.units import unit
from kordef.values import ExchangeRate, Money, Quantity

D = Decimal


def money(amount: Amount | int | str, currency: str = "USD") -> Money:
    return Money(amount=amount if isinstance(amount, Amount) else Amount.exact(amount), currency=currency)


def quantity(amount: Amount | int | str, unit: str) -> Quantity:
    return Quantity(amount=amount if isinstance(amount, Amount) else Amount.exact(amount), unit=unit)


def exchange(rate: Amount | int | str = 1300, base: str = "USD", quote: str = "KRW") -> ExchangeRate:
    return ExchangeRate(base=base, quote=quote, rate=rate if isinstance(rate, Amount) else Amount.exact(rate))


# What the constructors let through


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: money(1, "won"), "currency must be an ISO 4217 code such as 'KRW', found 'won'"),
        (lambda: money(1, "usd"), "currency must be an ISO 4217 code such as 'KRW', found 'usd'"),
        (lambda: money(1, "QQQ"), "currency must be an ISO 4217 code such as 'KRW', found 'QQQ'"),
        (lambda: money(1, ["USD"]), "currency must be an ISO 4217 code such as 'KRW', found ['USD']"),  # type: ignore[arg-type]
        (lambda: Money(amount=5, currency="USD"), "amount must be an Amount, found 5"),  # type: ignore[arg-type]
        (
            lambda: evolve(money(1), equivalents=[money(1, "EUR")]),
            "equivalents must be a tuple of Money, found " + repr([money(1, "EUR")]),
        ),
        (lambda: evolve(money(1), equivalents=("EUR",)), "equivalents[0] must be Money, found 'EUR'"),
        (
            lambda: evolve(money(1), equivalents=(money(1, "EUR"), money(2))),
            "equivalents[1] must be in another currency, found USD again",
        ),
        (
            lambda: evolve(money(1), equivalents=(evolve(money(1, "EUR"), equivalents=(money(1),)),)),
            "equivalents[0] must be a sum as the source states it, found equivalents or a rate in it",
        ),
        (lambda: evolve(money(1), rate=1300), "rate must be an ExchangeRate or None, found 1300"),
        (lambda: evolve(money(1, "EUR"), rate=exchange()), "rate must be one of EUR, found 1 USD = 1,300 KRW"),
        (lambda: exchange(base="dollar"), "base must be an ISO 4217 code such as 'KRW', found 'dollar'"),
        (lambda: exchange(quote="won"), "quote must be an ISO 4217 code such as 'KRW', found 'won'"),
        (lambda: exchange(base="KRW"), "base and quote must be two currencies, found KRW twice"),
        (lambda: exchange(0), "rate must be above 0 whatever it leaves open, found 0 from 0"),
        (lambda: exchange(Amount.range(-1, 2)), "rate must be above 0 whatever it leaves open, found -1 to 2 from -1"),
        (lambda: exchange(Amount.under(2)), "rate must be above 0 whatever it leaves open, found under 2 from None"),
        (lambda: exchange(Amount.exact(1, 10)), "rate must be above 0 whatever it leaves open, found 1 from -4.0"),
        (lambda: evolve(exchange(), date="2025"), "date must be a Period or None, found '2025'"),
        (lambda: Quantity(amount=D(5), unit="km"), "amount must be an Amount, found Decimal('5')"),  # type: ignore[arg-type]
        (lambda: quantity(1, None), "unit must be a str, found None"),  # type: ignore[arg-type]
        (
            lambda: quantity(1, "ton"),
            "unit must be one of kordef.units.UNITS or a quotient such as 'km/h', found 'ton'",
        ),
        (lambda: quantity(1, "USD"), "unit must measure or count, found the currency 'USD', of which there is Money"),
    ],
)
def test_fields_that_make_no_sense(make: Callable[[], object], message: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        make()
    assert str(caught.value) == message


def test_historic_currencies() -> None:
    assert money(5, "DEM").currency == "DEM"


# Calculation


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (money(1) + money(2), money(3)),
        (money(Amount.over(1)) - money(2), money(Amount.over(-1))),
        (-money(Amount.over(1)), money(Amount.under(-1))),
        (money(2) * 3, money(6)),
        (D("0.5") * money(2), money(1)),
        (money(2) * Amount.about(180), money(Amount.about(360, precision=40))),
        (money(6) / 4, money("1.5")),
        (money(6) / money(4), Amount.exact("1.5")),
        (money(6).ratio(money(Amount.at_least(3))), Amount.range(0, 2)),
        (sum([money(1), money(2), money(3)]), money(6)),
        (quantity(1, "km") + quantity(500, "m"), quantity("1.5", "km")),
        (quantity(500, "m") - quantity(1, "km"), quantity(-500, "m")),
        (-quantity(Amount.up_to(5), "km"), quantity(Amount.at_least(-5), "km")),
        (quantity(3, "vehicle") * 2, quantity(6, "vehicle")),
        (Amount.range(2, 3) * quantity(4, "gun"), quantity(Amount.range(8, 12), "gun")),
        (quantity(3, "km") / 2, quantity("1.5", "km")),
        (quantity(3, "km") / quantity(500, "m"), Amount.exact(6)),
        (sum([quantity(2, "day"), quantity(1, "week")]), quantity(9, "day")),
        (quantity(2, "year") + quantity(6, "month"), quantity("2.5", "year")),
    ],
    ids=str,
)
def test_arithmetic(result: object, expected: object) -> None:
    assert result == expected


@pytest.mark.parametrize(
    ("calculate", "message"),
    [
        (lambda: money(1) + money(1, "EUR"), "cannot add USD and EUR: convert one with an ExchangeRate"),
        (lambda: money(1) - money(1, "EUR"), "cannot subtract USD and EUR: convert one with an ExchangeRate"),
        (lambda: money(1) / money(1, "EUR"), "cannot divide USD and EUR: convert one with an ExchangeRate"),
        (lambda: money(1).less(money(1, "EUR")), "cannot compare USD and EUR: convert one with an ExchangeRate"),
        (lambda: money(1).same(money(1, "EUR")), "cannot compare USD and EUR: convert one with an ExchangeRate"),
        (
            lambda: money(1, "KRW") + money(1).convert(exchange()),
            "cannot add sums that do not rest on one exchange rate: as stated and 1 USD = 1,300 KRW",
        ),
        (
            lambda: money(1).convert(exchange(1200)) - money(1).convert(exchange()),
            "cannot subtract sums that do not rest on one exchange rate: 1 USD = 1,200 KRW and 1 USD = 1,300 KRW",
        ),
        (lambda: money(1, "EUR").convert(exchange()), "cannot convert EUR at the rate 1 USD = 1,300 KRW"),
        (
            lambda: money(1).convert(exchange()).convert(exchange()),
            "cannot convert 1,300 KRW again: it was already converted at 1 USD = 1,300 KRW",
        ),
        (
            lambda: quantity(1, "vehicle") + quantity(1, "aircraft"),
            "cannot convert aircraft to vehicle: they count different things",
        ),
        (
            lambda: quantity(2, "percent") - quantity(1, "percentage_point"),
            "cannot convert percentage_point to percent: "
            "a percent is a part of a whole, a percentage point a difference between two such parts",
        ),
        (
            lambda: quantity(1, "day").less(quantity(1, "month")),
            "cannot convert month to day: months and years have no fixed length",
        ),
        (
            lambda: quantity(1, "TIV").to("percent"),
            "cannot convert TIV to percent: the one is a unit of trend_indicator_value, the other of share",
        ),
    ],
)
def test_what_cannot_be_put_together(calculate: Callable[[], object], message: str) -> None:
    with pytest.raises(Incompatible) as caught:
        calculate()
    assert str(caught.value) == message


@pytest.mark.parametrize("other", [1, 1.5, "1", None, True, Amount.exact(1), quantity(1, "km")], ids=str)
def test_money_adds_only_to_money(other: Any) -> None:
    for calculate in (lambda: money(1) + other, lambda: other + money(1), lambda: money(1) - other):
        with pytest.raises(TypeError):
            calculate()


@pytest.mark.parametrize("other", [1, 1.5, "1", None, True, Amount.exact(1), money(1)], ids=str)
def test_quantities_add_only_to_quantities(other: Any) -> None:
    for calculate in (
        lambda: quantity(1, "km") + other,
        lambda: other + quantity(1, "km"),
        lambda: quantity(1, "km") - other,
    ):
        with pytest.raises(TypeError):
            calculate()


@pytest.mark.parametrize("other", [1.5, "1", None, True, quantity(1, "km"), money(1)], ids=str)
def test_factors_are_exact_numbers(other: Any) -> None:
    for calculate in (lambda: money(1) * other, lambda: other * quantity(1, "item")):
        with pytest.raises(TypeError):
            calculate()


def test_what_was_calculated_has_no_equivalents() -> None:
    stated = evolve(money(4), equivalents=(money(3, "EUR"),))
    for result in (stated + stated, stated * 2, -stated, sum([stated])):
        assert isinstance(result, Money)
        assert result.equivalents == ()


# Conversion of money


@pytest.mark.parametrize(
    ("sum_", "rate", "expected"),
    [
        (money(2), exchange(), Amount.exact(2600)),
        (money(2600, "KRW"), exchange(), Amount.exact(2)),
        (money(Amount.over(2)), exchange(), Amount.over(2600)),
        (money(Amount.range(1, 2, 1)), exchange(), Amount.range(1300, 2600, 1300)),
        (money(2), exchange(Amount.exact(1300, 10)), Amount.exact(2600, 20)),
        (money(2), exchange(Amount.range(1300, 1400)), Amount.range(2600, 2800)),
        (money(2600, "KRW"), exchange(Amount.over(1300)), Amount.range(0, 2)),
    ],
    ids=str,
)
def test_conversion(sum_: Money, rate: ExchangeRate, expected: Amount) -> None:
    converted = sum_.convert(rate)
    assert converted.amount == expected
    assert converted.currency == ({rate.base, rate.quote} - {sum_.currency}).pop()
    assert converted.rate is rate
    assert converted.equivalents == ()


def test_a_rate_says_when_and_by_whom() -> None:
    rate = evolve(exchange(), date=Period.day(2025, 3, 7), source="Bank of Korea")
    total = sum([money(1).convert(rate), money(2).convert(rate)])
    assert total == Money(amount=Amount.exact(3900), currency="KRW", rate=rate)


@given(st.data(), amounts(), rates())
def test_a_conversion_holds_every_result(data: st.DataObject, amount: Amount, rate: ExchangeRate) -> None:
    x, y = data.draw(numbers_in(amount.interval)), data.draw(numbers_in(rate.rate.interval))
    for currency, result in ((rate.base, x * y), (rate.quote, x / y)):
        # Nothing at all is known of a number around zero times a rate without an end.
        with contextlib.suppress(Inexact):
            assert contains(money(amount, currency).convert(rate).amount.interval, result)


# Conversion of quantities


@pytest.mark.parametrize(
    ("stated", "name", "expected"),
    [
        (quantity(100, "mile"), "km", Amount.exact("160.9344")),
        (quantity(Amount.up_to(290), "km"), "m", Amount.up_to(290_000)),
        (quantity(Amount.over(5), "nautical_mile"), "km", Amount.over("9.26")),
        (quantity(Amount.range(10, 12, 1), "mile"), "m", Amount.range("16093.44", "19312.128", "1609.344")),
        (quantity(Amount.exact(155, 1), "mm"), "m", Amount.exact("0.155", "0.001")),
        (quantity(Amount.about(200), "km"), "m", Amount.about(200_000, precision=40_000)),
        (quantity(Amount.average(2, precision=1), "week"), "day", Amount.average(14, precision=7)),
        (quantity(100, "knot"), "km/h", Amount.exact("185.2")),
        (quantity("1.5", "percentage_point"), "basis_point", Amount.exact(150)),
        (quantity(3, "million_TIV"), "TIV", Amount.exact(3_000_000)),
        (quantity(18, "month"), "year", Amount.exact("1.5")),
        (quantity(Amount.stated(5, doubt=True), "km"), "km", Amount.stated(5, doubt=True)),
    ],
    ids=str,
)
def test_quantities_convert_with_their_hedge(stated: Quantity, name: str, expected: Amount) -> None:
    assert stated.to(name) == Quantity(amount=expected, unit=name)


def test_a_length_that_does_not_come_out_even_says_so() -> None:
    mile = quantity(1, "km").to("mile").amount
    assert mile.precision is not None
    assert mile.precision < D("1E-30")
    assert f"{mile:.4f}" == "0.6214"


@given(quantities(), quantities())
def test_there_and_back_is_the_same_within_rounding(stated: Quantity, other: Quantity) -> None:
    assume(unit(stated.unit).powers == unit(other.unit).powers)
    there = stated.to(other.unit)
    assert there.unit == other.unit
    assert there.amount.qualifier is stated.amount.qualifier
    assert there.to(stated.unit).agrees(stated) or there.amount.qualifier in ("over", "under")


# Comparison


@pytest.mark.parametrize(
    ("a", "b", "less", "greater", "same"),
    [
        (quantity(1, "km"), quantity(1000, "m"), False, False, True),
        (quantity(1, "km"), quantity(1, "mile"), True, False, False),
        (quantity(Amount.about(48), "vehicle"), quantity(48, "vehicle"), None, None, None),
        (quantity(Amount.exact(48, 1), "vehicle"), quantity(Amount.exact(48, 1), "vehicle"), False, False, True),
        (quantity(Amount.exact(48, 1), "km"), quantity(Amount.exact(48, 1), "km"), None, None, None),
        (quantity(Amount.over(47), "vehicle"), quantity(48, "vehicle"), False, None, None),
        (quantity(Amount.over(47), "km"), quantity("47.5", "km"), None, None, None),
    ],
    ids=str,
)
def test_comparison(a: Quantity, b: Quantity, less: bool | None, greater: bool | None, same: bool | None) -> None:
    assert (a.less(b), a.greater(b), a.same(b)) == (less, greater, same)
    assert a.agrees(b) is (same is not False)


def test_comparison_of_money() -> None:
    billion = money(Amount.written("2.97", scale=10**9))
    assert billion.less(money(3 * 10**9)) is True
    assert billion.greater(money(2 * 10**9)) is True
    assert billion.same(money(2_972_000_000)) is None
    assert billion.agrees(money(2_972_000_000))
    assert not billion.agrees(money(2_980_000_000))


# pint


def test_pint_for_one_exact_number() -> None:
    assert str(quantity(100, "km/h").pint().to("m/s").magnitude)[:8] == "27.77777"
    assert quantity(5, "percent").pint().units == quantity(3, "percent").pint().units
    assert (money(5).pint() + money(6).pint()).magnitude == 11


def test_pint_wants_one_exact_number() -> None:
    for hedged in (quantity(Amount.about(5), "km"), money(Amount.about(5))):
        with pytest.raises(Inexact, match="'about 5' is not one exact number"):
            hedged.pint()


def test_pint_interval() -> None:
    low, high = quantity(Amount.about(200), "km").pint_interval()
    assert low is not None
    assert high is not None
    assert (low.to("m").magnitude, high.to("m").magnitude) == (180_000, 220_000)
    assert quantity(Amount.over(200), "vehicle").interval == Interval(D(201), None)
    assert quantity(Amount.over(200), "vehicle").pint_interval()[1] is None
    assert money(Amount.up_to(5), "KRW").pint_interval()[0] is None


# As values


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (money(Amount.about("2270000000000"), "KRW"), "about 2.27 trillion KRW"),
        (
            evolve(money(4 * 10**9, "NOK"), equivalents=(money(390 * 10**6),)),
            "4 billion NOK (390 million USD)",
        ),
        (money(Amount.stated(5, doubt=True)), "5? USD"),
        (quantity(Amount.over(200), "vehicle"), "over 200 vehicle"),
        (quantity("3.5", "percentage_point"), "3.5 percentage_point"),
        (exchange("1300.5"), "1 USD = 1,300.5 KRW"),
    ],
    ids=str,
)
def test_reading(value: object, text: str) -> None:
    assert str(value) == text


def test_formats_are_those_of_decimal() -> None:
    assert f"{evolve(money('1234.5'), equivalents=(money(1, 'EUR'),)):,.2f}" == "1,234.50 USD (1.00 EUR)"
    assert f"{quantity('1.25', 'km'):.1f}" == "1.2 km"


@given(moneys(), moneys())
def test_sums_are_plain_values(a: Money, b: Money) -> None:
    assert a != b or hash(a) == hash(b)
    assert pickle.loads(pickle.dumps(a)) == a


@given(quantities(), quantities())
def test_quantities_are_plain_values(a: Quantity, b: Quantity) -> None:
    assert a != b or hash(a) == hash(b)
    assert pickle.loads(pickle.dumps(a)) == a
