"""Amounts: what they may be, how they calculate, and when they cannot tell."""

from __future__ import annotations

import decimal
import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from value_strategies import amounts, contains, numbers, numbers_in

from kordef.amounts import Amount, Interval
from kordef.errors import Inexact, InvalidValue
from kordef.vocabulary import Qualifier

D = Decimal
BOTH = (Qualifier.ABOUT, Qualifier.AVERAGE, Qualifier.FRACTION)


# What the constructor lets through


@pytest.mark.parametrize(
    ("low", "high", "qualifier"),
    [
        (D(180), D(180), Qualifier.EXACT),
        (D(-3), D(-3), Qualifier.EXACT),
        (D(0), D("0.00"), Qualifier.EXACT),
        *((D(180), D(180), q) for q in BOTH),
        *((D(180), D(200), q) for q in (*BOTH, Qualifier.RANGE)),
        *((D(200), None, q) for q in (Qualifier.OVER, Qualifier.AT_LEAST)),
        *((None, D(200), q) for q in (Qualifier.UNDER, Qualifier.UP_TO)),
    ],
)
def test_bounds_that_fit_their_qualifier(low: Decimal | None, high: Decimal | None, qualifier: Qualifier) -> None:
    amount = Amount(low=low, high=high, qualifier=qualifier)
    assert (amount.low, amount.high, amount.qualifier) == (low, high, qualifier)
    assert (amount.precision, amount.doubt) == (None, False)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"low": None, "high": None}, "an amount needs low or high, found neither"),
        ({"low": D(5), "high": D(1)}, "high (1) must not be below low (5)"),
        ({"low": D(1), "high": D(2)}, "high must equal low for the qualifier exact, found 1 and 2"),
        (
            {"low": D(1), "high": D(1), "qualifier": Qualifier.RANGE},
            "high must be above low for the qualifier range, found 1 twice",
        ),
        ({"low": D(1), "high": None}, "high must be set for the qualifier exact, found None above low (1)"),
        (
            {"low": None, "high": D(1), "qualifier": Qualifier.OVER},
            "low must be set for the qualifier over, found None below high (1)",
        ),
        (
            {"low": D(1), "high": None, "qualifier": Qualifier.UP_TO},
            "high must be set for the qualifier up_to, found None above low (1)",
        ),
        (
            {"low": D(1), "high": D(2), "qualifier": Qualifier.OVER},
            "high must be None for the qualifier over, found 1 and 2",
        ),
        (
            {"low": D(2), "high": D(2), "qualifier": Qualifier.UNDER},
            "low must be None for the qualifier under, found 2 and 2",
        ),
        ({"low": 1, "high": D(1)}, "low must be a finite Decimal or None, found 1"),
        ({"low": D(1), "high": 1.0}, "high must be a finite Decimal or None, found 1.0"),
        ({"low": D("NaN"), "high": D(1)}, "low must be a finite Decimal or None, found Decimal('NaN')"),
        ({"low": D(1), "high": D("Infinity")}, "high must be a finite Decimal or None, found Decimal('Infinity')"),
        ({"low": D(1), "high": D(1), "qualifier": "about"}, "qualifier must be a Qualifier, found 'about'"),
        (
            {"low": D(1), "high": D(1), "precision": D(0)},
            "precision must be a finite Decimal above 0 or None, found Decimal('0')",
        ),
        ({"low": D(1), "high": D(1), "precision": 1}, "precision must be a finite Decimal above 0 or None, found 1"),
        ({"low": D(1), "high": D(1), "doubt": 1}, "doubt must be True or False, found 1"),
    ],
)
def test_fields_that_make_no_sense(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Amount(**fields)
    assert str(caught.value) == message
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize(
    ("made", "low", "high", "qualifier"),
    [
        (Amount.exact(180), 180, 180, Qualifier.EXACT),
        (Amount.exact("2.97"), D("2.97"), D("2.97"), Qualifier.EXACT),
        (Amount.about(180), 180, 180, Qualifier.ABOUT),
        (Amount.about(180, 200), 180, 200, Qualifier.ABOUT),
        (Amount.over(200), 200, None, Qualifier.OVER),
        (Amount.at_least(24), 24, None, Qualifier.AT_LEAST),
        (Amount.under(5), None, 5, Qualifier.UNDER),
        (Amount.up_to(290), None, 290, Qualifier.UP_TO),
        (Amount.range(400, D(500)), 400, 500, Qualifier.RANGE),
        (Amount.average(12), 12, 12, Qualifier.AVERAGE),
        (Amount.average(10, 12), 10, 12, Qualifier.AVERAGE),
        (Amount.fraction(3, 4), D("0.75"), D("0.75"), Qualifier.FRACTION),
        (Amount.fraction("0.5"), D("0.5"), D("0.5"), Qualifier.FRACTION),
    ],
)
def test_short_ways_to_make_one(made: Amount, low: Decimal, high: Decimal | None, qualifier: Qualifier) -> None:
    assert made == Amount(
        low=None if low is None else D(low), high=None if high is None else D(high), qualifier=qualifier
    )


def test_a_fraction_whose_decimals_do_not_end_says_where_they_were_cut() -> None:
    third = Amount.fraction(1, 3)
    assert third.precision is not None
    low, high = third.interval.low, third.interval.high
    assert low is not None
    assert high is not None
    assert Fraction(low) < Fraction(1, 3) < Fraction(high) < Fraction(low) + Fraction(1, 10**30)


@pytest.mark.parametrize("number", [1.5, True, None, "1e", "", "NaN", "twelve", "Infinity"])
def test_numbers_that_are_none(number: Any) -> None:
    with pytest.raises(InvalidValue):
        Amount.exact(number)


def test_no_fraction_of_nothing() -> None:
    with pytest.raises(InvalidValue, match="denominator must not be 0, found 1/0"):
        Amount.fraction(1, 0)


@pytest.mark.parametrize(
    ("digits", "scale", "number", "precision"),
    [
        ("2.97", 10**9, 2_970_000_000, 10_000_000),
        ("2.0", 10**9, 2_000_000_000, 100_000_000),
        ("2", 10**9, 2_000_000_000, 10**9),
        ("180", 1, 180, 1),
        ("1,234.5", 1, D("1234.5"), D("0.1")),
        ("300,000", 1, 300_000, 1),
        (".5", 1, D("0.5"), D("0.1")),
        ("-5.20", 1, D("-5.2"), D("0.01")),
        ("0", 1, 0, 1),
        ("12", D("0.5"), 6, D("0.5")),
        ("1" * 60 + ".5", 10, D("1" * 60 + "5"), 1),
    ],
)
def test_written_digits_show_their_precision(digits: str, scale: Any, number: Any, precision: Any) -> None:
    amount = Amount.written(digits, scale=scale)
    assert amount == Amount.exact(number, precision)
    assert "E" not in str(amount.low) + str(amount.precision)


@pytest.mark.parametrize(
    "digits", ["", ".", "-", "1e5", "1.2.3", "٣", "²", "1 000", "--", "0x1", "1_000", "inf", "nan"]
)
def test_digits_that_are_not_a_plain_number(digits: str) -> None:
    with pytest.raises(InvalidValue):
        Amount.written(digits)


@pytest.mark.parametrize("scale", [0, -1])
def test_scales_are_above_zero(scale: int) -> None:
    with pytest.raises(InvalidValue, match=f"scale must be above 0, found {scale}"):
        Amount.written("1", scale=scale)


def test_written_with_a_hedge_and_doubt() -> None:
    assert Amount.written("200", qualifier=Qualifier.OVER) == Amount.over(200, precision=1)
    assert Amount.written("180", doubt=True) == Amount(low=D(180), high=D(180), precision=D(1), doubt=True)


# What it leaves open


@pytest.mark.parametrize(
    ("amount", "interval"),
    [
        (Amount.exact(180), Interval(D(180), D(180))),
        (Amount.exact(180, 1), Interval(D("179.5"), D("180.5"))),
        (Amount.written("2.97", scale=10**9), Interval(D(2_965_000_000), D(2_975_000_000))),
        (Amount.exact(-5, 1), Interval(D("-5.5"), D("-4.5"))),
        (Amount.average("2.5", precision="0.1"), Interval(D("2.45"), D("2.55"))),
        (Amount.range(400, 500), Interval(D(400), D(500))),
        (Amount.range(400, 500, 100), Interval(D(350), D(550))),
        # One unit of the last significant digit ...
        (Amount.about(180), Interval(D(170), D(190))),
        (Amount.about(938, precision=1), Interval(D(937), D(939))),
        (Amount.about("2270000000000"), Interval(D("2260000000000"), D("2280000000000"))),
        # ... at most a tenth of the number ...
        (Amount.about(200), Interval(D(180), D(220))),
        (Amount.about(-200), Interval(D(-220), D(-180))),
        (Amount.about(8), Interval(D("7.2"), D("8.8"))),
        # ... at least what was rounded.
        (Amount.about(3 * 10**9, precision=10**9), Interval(D(2_500_000_000), D(3_500_000_000))),
        (Amount.about(5, precision=1), Interval(D("4.5"), D("5.5"))),
        (Amount.about(0, precision=1), Interval(D("-0.5"), D("0.5"))),
        (Amount.about(0), Interval(D(0), D(0))),
        (Amount.about(180, 200, precision=1), Interval(D(170), D(220))),
        (Amount.about(180, 200), Interval(D(180), D(200))),
        (Amount.over(200, precision=1), Interval(D(200), None, open_low=True)),
        (Amount.at_least(200), Interval(D(200), None)),
        (Amount.under(200), Interval(None, D(200), open_high=True)),
        (Amount.up_to(200), Interval(None, D(200))),
    ],
    ids=str,
)
def test_the_interval_of_each_qualifier(amount: Amount, interval: Interval) -> None:
    assert amount.interval == interval


@given(amounts())
def test_the_stated_bounds_lie_in_the_interval(amount: Amount) -> None:
    for bound in (amount.low, amount.high):
        if bound is not None and amount.qualifier not in (Qualifier.OVER, Qualifier.UNDER):
            assert bound in amount.interval
    if amount.midpoint is not None:
        assert amount.midpoint in amount.interval


@pytest.mark.parametrize(
    ("amount", "midpoint"),
    [(Amount.range(400, 500), D(450)), (Amount.about(180), D(180)), (Amount.over(3), None), (Amount.up_to(3), None)],
    ids=str,
)
def test_the_midpoint(amount: Amount, midpoint: Decimal | None) -> None:
    assert amount.midpoint == midpoint


@pytest.mark.parametrize(
    ("interval", "whole"),
    [
        (Interval(D("179.5"), D("180.5")), Interval(D(180), D(180))),
        (Interval(D(200), None, open_low=True), Interval(D(201), None)),
        (Interval(D("200.5"), None, open_low=True), Interval(D(201), None)),
        (Interval(None, D(5), open_high=True), Interval(None, D(4))),
        (Interval(None, D("-0.5")), Interval(None, D(-1))),
        (Interval(D("2.45"), D("2.55")), Interval(D("2.45"), D("2.55"))),
        (Interval(D("1E+40"), D("1E+40")), Interval(D("1E+40"), D("1E+40"))),
    ],
    ids=str,
)
def test_whole_numbers_in_an_interval(interval: Interval, whole: Interval) -> None:
    assert interval.whole() == whole


# One number


@pytest.mark.parametrize(
    "amount",
    [Amount.exact(180), Amount.exact(180, 1), Amount.fraction(1, 2), Amount.written("2.97", scale=10**9)],
    ids=str,
)
def test_exact_amounts_are_numbers(amount: Amount) -> None:
    assert amount.is_exact
    assert amount.low is not None
    assert amount.decimal() == amount.low
    assert float(amount) == float(amount.low)


def test_doubt_is_no_imprecision() -> None:
    doubted = Amount.stated(180, doubt=True)
    assert doubted.is_exact
    assert int(doubted) == 180
    assert doubted.interval == Amount.exact(180).interval


@pytest.mark.parametrize(
    ("amount", "message"),
    [
        (Amount.about(180), "'about 180' is not one exact number: the source says that it is near the number"),
        (Amount.over(200), "'over 200' is not one exact number: it has no upper end"),
        (Amount.at_least(200), "'at least 200' is not one exact number: it has no upper end"),
        (Amount.under(200), "'under 200' is not one exact number: it has no lower end"),
        (Amount.up_to(200), "'up to 200' is not one exact number: it has no lower end"),
        (Amount.range(1, 2), "'1 to 2' is not one exact number: it has two ends"),
        (Amount.average(4), "'on average 4' is not one exact number: it is the mean of several numbers"),
        (
            Amount(low=D("0.3"), high=D("0.6"), qualifier=Qualifier.FRACTION),
            "'0.3 to 0.6' is not one exact number: it has two ends",
        ),
    ],
    ids=str,
)
def test_what_is_not_one_number_says_why(amount: Amount, message: str) -> None:
    assert not amount.is_exact
    for ask in (int, float, Amount.decimal):
        with pytest.raises(Inexact) as caught:
            ask(amount)  # type: ignore[operator]
        assert str(caught.value) == message


def test_int_wants_a_whole_number() -> None:
    assert int(Amount.exact("-3.0")) == -3
    with pytest.raises(Inexact, match=r"'2\.5' is not a whole number"):
        int(Amount.exact("2.5"))


# Comparisons


@pytest.mark.parametrize(
    ("a", "b", "less", "greater", "same"),
    [
        (Amount.exact(1), Amount.exact(2), True, False, False),
        (Amount.exact(2), 2, False, False, True),
        (Amount.exact(180), Amount.about(180), None, None, None),
        (Amount.exact(191), Amount.about(180), False, True, False),
        (Amount.exact(190), Amount.about(180), False, None, None),
        (Amount.over(200), 200, False, True, False),
        (Amount.at_least(200), 200, False, None, None),
        (Amount.over(200), 250, None, None, None),
        (Amount.over(200), Amount.up_to(200), False, True, False),
        (Amount.at_least(200), Amount.up_to(200), False, None, None),
        (Amount.under(5), Amount.over(5), True, False, False),
        (Amount.under(5), Amount.at_least(5), True, False, False),
        (Amount.under(5), Amount.under(1), None, None, None),
        (Amount.range(400, 500), Amount.range(500, 600), None, False, None),
        (Amount.range(400, 500), D(501), True, False, False),
        # What rounds to one digit need not be one number.
        (Amount.exact(5, 1), Amount.exact("5.2"), None, None, None),
        (Amount.exact(5, 1), Amount.exact(5, 1), None, None, None),
    ],
    ids=str,
)
def test_comparisons(
    a: Amount, b: Amount | Decimal | int, less: bool | None, greater: bool | None, same: bool | None
) -> None:
    assert (a.less(b), a.greater(b), a.same(b)) == (less, greater, same)
    assert a.agrees(b) is (same is not False)


@pytest.mark.parametrize(
    ("a", "b", "less", "same"),
    [
        (Amount.exact(48, 1), Amount.exact(48, 1), False, True),
        (Amount.exact(48, 1), Amount.exact(49, 1), True, False),
        (Amount.over(47), Amount.up_to(48), False, None),
        (Amount.over(47), Amount.under(49), False, None),
        (Amount.over(47), Amount.under(48), False, False),
        (Amount.average(2, precision=1), Amount.exact(2), None, None),
    ],
    ids=str,
)
def test_comparisons_of_what_cannot_be_divided(a: Amount, b: Amount, less: bool | None, same: bool | None) -> None:
    assert (a.less(b, whole=True), a.same(b, whole=True)) == (less, same)


def test_there_is_no_order() -> None:
    with pytest.raises(TypeError):
        Amount.exact(1) < Amount.exact(2)  # type: ignore[operator]  # noqa: B015


@given(amounts(), amounts(), st.booleans())
def test_comparisons_hang_together(a: Amount, b: Amount, whole: bool) -> None:
    less, greater, same = (getattr(a, name)(b, whole=whole) for name in ("less", "greater", "same"))
    assert greater is b.less(a, whole=whole)
    assert same is b.same(a, whole=whole)
    assert [less, greater, same].count(True) <= 1
    if less or greater:
        assert same is False
    if less is False and greater is False:
        assert same is not False


@given(st.data(), amounts(), amounts())
def test_a_comparison_that_can_tell_is_right_for_every_number(data: st.DataObject, a: Amount, b: Amount) -> None:
    x, y = data.draw(numbers_in(a.interval)), data.draw(numbers_in(b.interval))
    for answer, truth in ((a.less(b), x < y), (a.greater(b), x > y), (a.same(b), x == y)):
        assert answer is None or answer is truth


# Arithmetic


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (Amount.exact(2) + 3, Amount.exact(5)),
        (3 - Amount.exact(2), Amount.exact(1)),
        (Amount.exact(6) / Amount.exact(3), Amount.exact(2)),
        (Amount.exact(6).ratio(4), Amount.exact("1.5")),
        (D("0.5") * Amount.exact(6), Amount.exact(3)),
        (6 / Amount.exact(4), Amount.exact("1.5")),
        (sum([Amount.exact(1), Amount.exact(2), Amount.exact(3)]), Amount.exact(6)),
        # Rounding adds up.
        (Amount.exact(5, 1) + Amount.exact("2.5", "0.1"), Amount.exact("7.5", "1.1")),
        (Amount.exact(5, 1) - Amount.exact(5, 1), Amount.exact(0, 2)),
        (Amount.exact(5, 1) * 3, Amount.exact(15, 3)),
        (Amount.exact(2, 1) * Amount.exact(3, 1), Amount.exact(6, "5.5")),
        # The hedge stays.
        (Amount.about(180) + 20, Amount.about(200, precision=20)),
        (Amount.about(180) - Amount.about(20), Amount.about(160, precision=24)),
        (Amount.about(180) + Amount.range(10, 20), Amount.about(180, 210)),
        (Amount.average(4) * 3, Amount.average(12)),
        (Amount.fraction(1, 2) * 300, Amount.exact(150)),
        # Ranges and open sides.
        (Amount.range(400, 500) + 100, Amount.range(500, 600)),
        (Amount.range(400, 500, 100) + 100, Amount.range(450, 650)),
        (Amount.range(1, 2) * -2, Amount.range(-4, -2)),
        (Amount.range(-1, 2) * Amount.range(-3, 1), Amount.range(-6, 3)),
        (Amount.range(1, 2) * 0, Amount.exact(0)),
        (Amount.range(1, 2) / Amount.range(2, 4), Amount.range("0.25", 1)),
        (Amount.over(200) + 5, Amount.over(205)),
        (Amount.over(200) + Amount.at_least(5), Amount.over(205)),
        (Amount.at_least(200) + Amount.exact(5, 1), Amount.at_least("204.5")),
        (5 - Amount.over(2), Amount.under(3)),
        (Amount.over(200) * 2, Amount.over(400)),
        (Amount.over(200) * -1, Amount.under(-200)),
        (Amount.over(0) * Amount.at_least(3), Amount.over(0)),
        (Amount.at_least(2) * Amount.at_least(3), Amount.at_least(6)),
        (Amount.up_to(-2) * Amount.under(-3), Amount.over(6)),
        (1000 / Amount.at_least(10), Amount.range(0, 100)),
        (1 / Amount.over(0), Amount.over(0)),
        (1 / Amount.under(0), Amount.under(0)),
        (Amount.range(1, 2) / Amount.range(0, 4), Amount.at_least("0.25")),
        (Amount.over(3) * 0, Amount.exact(0)),
    ],
    ids=str,
)
def test_arithmetic(result: Amount, expected: Amount) -> None:
    assert result == expected


def test_doubt_is_passed_on() -> None:
    doubted = Amount.stated(180, doubt=True)
    assert (doubted + 1).doubt
    assert (1 - doubted).doubt
    assert (Amount.over(1) * doubted).doubt
    assert (Amount.range(1, 2) + doubted).doubt
    assert not (Amount.exact(1) + 1).doubt


@pytest.mark.parametrize(
    ("calculate", "message"),
    [
        (
            lambda: Amount.over(2) - Amount.over(1),
            "(over 2) - (over 1) may be any number: both sides of the result are open",
        ),
        (
            lambda: Amount.over(2) + Amount.under(1),
            "(over 2) + (under 1) may be any number: both sides of the result are open",
        ),
        (
            lambda: Amount.exact(1) / Amount.range(-1, 1),
            "(1) / (-1 to 1) may be any number: both sides of the result are open",
        ),
        (
            lambda: Amount.over(-1) * Amount.range(-1, 1),
            "(over -1) * (-1 to 1) may be any number: both sides of the result are open",
        ),
    ],
)
def test_a_result_of_which_nothing_is_known_is_an_error(calculate: Callable[[], Amount], message: str) -> None:
    with pytest.raises(Inexact) as caught:
        calculate()
    assert str(caught.value) == message


def test_division_by_zero() -> None:
    with pytest.raises(ZeroDivisionError, match="cannot divide by zero"):
        Amount.about(5) / 0


@pytest.mark.parametrize("other", [1.5, True, "5", None, 2j])
def test_only_exact_numbers_take_part(other: Any) -> None:
    for calculate in (
        lambda: Amount.exact(1) + other,
        lambda: Amount.exact(1) - other,
        lambda: other * Amount.exact(1),
        lambda: Amount.exact(1) / other,
    ):
        with pytest.raises(TypeError):
            calculate()


OPERATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}


@pytest.mark.parametrize("sign", OPERATIONS)
@given(data=st.data(), a=amounts(), b=amounts())
def test_a_result_holds_every_result(sign: str, data: st.DataObject, a: Amount, b: Amount) -> None:
    x, y = data.draw(numbers_in(a.interval)), data.draw(numbers_in(b.interval))
    assume(sign != "/" or y != 0)
    calculate = OPERATIONS[sign]
    try:
        result = calculate(a, b)
    except Inexact:
        return
    assert contains(result.interval, calculate(x, y))
    assert result.doubt is (a.doubt or b.doubt)
    if Qualifier.ABOUT in (a.qualifier, b.qualifier):
        assert result.qualifier is Qualifier.ABOUT or result.low is None or result.high is None


@given(data=st.data(), amount=amounts(), factor=numbers(positive=True), divisor=numbers(positive=True))
@example(data=None, amount=Amount.about(25), factor=D(12), divisor=D(1))
def test_scaling_keeps_the_hedge_and_loses_no_number(
    data: st.DataObject | None, amount: Amount, factor: Decimal, divisor: Decimal
) -> None:
    scaled = amount.scaled(factor, divisor)
    assert scaled.qualifier is amount.qualifier
    assert scaled.doubt is amount.doubt
    if data is not None:
        x = data.draw(numbers_in(amount.interval))
        assert contains(scaled.interval, x * Fraction(factor) / Fraction(divisor))


@given(amounts())
def test_scaling_by_powers_of_ten_keeps_the_interval(amount: Amount) -> None:
    interval = amount.scaled(1000).interval
    for mine, theirs in ((interval.low, amount.interval.low), (interval.high, amount.interval.high)):
        assert (mine is None) is (theirs is None)
        assert mine is None or theirs is None or mine == theirs * 1000
    assert amount.scaled(1000).scaled(1, 1000).interval == amount.interval


@pytest.mark.parametrize(("factor", "divisor"), [(0, 1), (-1, 1), (1, 0)])
def test_scaling_wants_numbers_above_zero(factor: int, divisor: int) -> None:
    with pytest.raises(InvalidValue, match="factor and divisor must be above 0"):
        Amount.exact(1).scaled(factor, divisor)


@given(amounts())
def test_a_number_is_its_opposite_s_opposite(amount: Amount) -> None:
    opposite = -amount
    assert -opposite == amount
    assert opposite.interval == -amount.interval


@given(amounts(), amounts())
def test_the_caller_s_decimal_context_changes_nothing(a: Amount, b: Amount) -> None:
    def everything() -> list[object]:
        found: list[object] = [str(a), a.interval, a.midpoint, a.scaled(3, 7), -a, a.less(b), a.same(b, whole=True)]
        for calculate in OPERATIONS.values():
            try:
                found.append(calculate(a, b))
            except (Inexact, ZeroDivisionError) as error:
                found.append(str(error))
        return found

    before = everything()
    with decimal.localcontext(prec=2, rounding=decimal.ROUND_UP):
        assert everything() == before


# As a value


@given(amounts(), amounts())
def test_equal_amounts_have_one_hash(a: Amount, b: Amount) -> None:
    assert a != b or hash(a) == hash(b)
    assert pickle.loads(pickle.dumps(a)) == a


def test_how_a_number_was_written_does_not_matter() -> None:
    assert Amount.exact("1.0") == Amount.exact(1)
    assert hash(Amount.exact("1.0")) == hash(Amount.exact(1))
    assert Amount.exact(1) != Amount.about(1)
    assert Amount.exact(1) != Amount.exact(1, 1)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Amount.exact(180), "180"),
        (Amount.exact(0), "0"),
        (Amount.over(200), "over 200"),
        (Amount.at_least(20_000), "at least 20,000"),
        (Amount.under(5), "under 5"),
        (Amount.up_to(290), "up to 290"),
        (Amount.about("2270000000000"), "about 2.27 trillion"),
        (Amount.about(180, 200), "about 180 to 200"),
        (Amount.average("3.50"), "on average 3.5"),
        (Amount.range(400 * 10**6, 500 * 10**6), "400 million to 500 million"),
        (Amount.range(5, 6 * 10**6), "5 to 6,000,000"),
        (Amount.range(0, 6 * 10**6), "0 to 6 million"),
        (Amount.written("2.00", scale=10**9), "2.00 billion"),
        (Amount.written("4", scale=10**9), "4 billion"),
        (Amount.written("-5.20"), "-5.20"),
        (Amount.written("4,100,000"), "4,100,000"),
        (Amount.written("4.1", scale=10**6), "4.1 million"),
        (Amount.exact(12_345_678), "12,345,678"),
        (Amount.exact(1_234_000), "1.234 million"),
        (Amount.exact(999_999), "999,999"),
        (Amount.exact(1) / 3, "0.333333333333"),
        (Amount.exact(10**15), "1,000 trillion"),
        (Amount.exact("1E+50"), "1E+50"),
        (Amount.exact("1E-50"), "1E-50"),
        (Amount.stated(180, doubt=True), "180?"),
        (-Amount.exact(0), "0"),
        (Amount.exact(5, 1) - Amount.exact(5, 1), "0"),
    ],
)
def test_reading(amount: Amount, text: str) -> None:
    assert str(amount) == f"{amount}" == text


def test_a_format_is_that_of_decimal() -> None:
    assert f"{Amount.over('1234.5'):,.2f}" == "over 1,234.50"
    assert f"{Amount.range(1, 2):.1f}" == "1.0 to 2.0"


@given(amounts())
def test_what_it_reads_like_names_the_hedge(amount: Amount) -> None:
    text = str(amount)
    assert text.endswith("?") is amount.doubt
    words = {Qualifier.ABOUT: "about ", Qualifier.OVER: "over ", Qualifier.UP_TO: "up to "}
    assert text.startswith(words.get(amount.qualifier, ""))
