"""Hypothesis strategies for the values of floor 1: every valid one can come up, also the odd ones."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from kordef.amounts import Amount, Interval
from kordef.currencies import CURRENCIES
from kordef.periods import Period
from kordef.units import UNITS
from kordef.values import ExchangeRate, Money, Quantity
from kordef.vocabulary import Qualifier

OPEN_ABOVE = (Qualifier.OVER, Qualifier.AT_LEAST)
OPEN_BELOW = (Qualifier.UNDER, Qualifier.UP_TO)
HEDGED_POINTS = (Qualifier.ABOUT, Qualifier.AVERAGE, Qualifier.FRACTION)


def numbers(*, positive: bool = False) -> st.SearchStrategy[Decimal]:
    """Decimals as texts have them: few digits, any scale from hundredths to trillions, and some long ones."""
    digits = st.one_of(st.integers(0, 999), st.integers(0, 10**15))
    signs = st.just(1) if positive else st.sampled_from((1, 1, 1, -1))
    made = st.builds(lambda d, e, s: Decimal(s * d).scaleb(e), digits, st.integers(-4, 9), signs)
    return made.filter(lambda n: n > 0) if positive else made


def precisions() -> st.SearchStrategy[Decimal | None]:
    """Units of a last digit, and the odd ones that calculation leaves behind."""
    powers = st.integers(-4, 9).map(lambda e: Decimal(1).scaleb(e))
    return st.one_of(st.none(), powers, numbers(positive=True))


@st.composite
def amounts(draw: st.DrawFn, *, positive: bool = False) -> Amount:
    """Amounts with every qualifier."""
    qualifier = draw(st.sampled_from(Qualifier))
    first = draw(numbers(positive=positive))
    second = first
    if qualifier is Qualifier.RANGE or (qualifier in HEDGED_POINTS and draw(st.booleans())):
        second = draw(numbers(positive=positive).filter(lambda n: qualifier is not Qualifier.RANGE or n != first))
    low, high = sorted((first, second))
    return Amount(
        low=None if qualifier in OPEN_BELOW else low,
        high=None if qualifier in OPEN_ABOVE else high,
        qualifier=qualifier,
        precision=draw(precisions()),
        doubt=draw(st.booleans()),
    )


def numbers_in(interval: Interval) -> st.SearchStrategy[Fraction]:
    """Numbers of an interval, its ends and what is next to them included."""
    if interval.low is None and interval.high is None:
        return numbers().map(Fraction)
    ends = [Fraction(end) for end in (interval.low, interval.high) if end is not None]
    near, far = ends[0], ends[-1]
    if interval.low is None or interval.high is None:
        way = 1 if interval.high is None else -1
        steps = st.fractions(0, 10**6) | st.sampled_from((Fraction(0), Fraction(1, 10**40), Fraction(10**30)))
        made = steps.map(lambda step: near + way * step)
    else:
        made = (st.fractions(0, 1) | st.sampled_from((0, 1))).map(lambda part: near + part * (far - near))
    is_open = interval.open_low or interval.open_high
    return made.filter(lambda n: not is_open or n not in ends)


def contains(interval: Interval, number: Fraction) -> bool:
    """Whether a number that need not be a decimal lies in an interval."""
    low, high = interval.low, interval.high
    above = low is None or number > Fraction(low) or (not interval.open_low and number == Fraction(low))
    below = high is None or number < Fraction(high) or (not interval.open_high and number == Fraction(high))
    return above and below


def currencies() -> st.SearchStrategy[str]:
    """Currency codes, the common ones more often."""
    return st.one_of(st.sampled_from(("KRW", "USD", "EUR", "PLN", "NOK")), st.sampled_from(sorted(CURRENCIES)))


@st.composite
def rates(draw: st.DrawFn) -> ExchangeRate:
    """Exchange rates between two currencies."""
    base, quote = draw(st.lists(currencies(), min_size=2, max_size=2, unique=True))
    return ExchangeRate(
        base=base,
        quote=quote,
        rate=draw(amounts(positive=True).filter(lambda a: (a.interval.low or 0) > 0)),
        date=draw(st.none() | periods()),
        source=draw(st.none() | st.just("Bank of Korea")),
    )


@st.composite
def moneys(draw: st.DrawFn) -> Money:
    """Sums as stated, with the source's own conversions, and sums that were converted."""
    if draw(st.booleans()):
        rate = draw(rates())
        return Money(amount=draw(amounts()), currency=draw(st.sampled_from((rate.base, rate.quote))), rate=rate)
    currency, *others = draw(st.lists(currencies(), min_size=1, max_size=3, unique=True))
    also = tuple(Money(amount=draw(amounts()), currency=other) for other in others)
    return Money(amount=draw(amounts()), currency=currency, equivalents=also)


def units() -> st.SearchStrategy[str]:
    """Names of units, and some quotients of them."""
    return st.one_of(st.sampled_from(sorted(UNITS)), st.sampled_from(("km/h", "m/s", "round/min", "aircraft/year")))


def quantities() -> st.SearchStrategy[Quantity]:
    """Quantities with every unit."""
    return st.builds(lambda amount, unit: Quantity(amount=amount, unit=unit), amounts(), units())


@st.composite
def edtf_dates(draw: st.DrawFn) -> str:
    """One date in EDTF: each form that kordef reads, with or without a mark."""
    day = draw(st.dates(date(1000, 1, 1), date(9998, 12, 31)) | st.dates(date(1990, 1, 1), date(2040, 12, 31)))
    year = f"{day:%Y}"
    forms = (
        day.isoformat(),
        f"{day:%Y-%m}",
        year,
        f"{year}-{draw(st.sampled_from((21, 22, 23, 24, 33, 34, 35, 36, 40, 41)))}",
        f"{year[:3]}X",
        f"{year[:2]}XX",
        f"{year}-XX",
        f"{year}-XX-XX",
        f"{day:%Y-%m}-XX",
    )
    return draw(st.sampled_from(forms)) + draw(st.sampled_from(("", "", "", "?", "~", "%")))


@st.composite
def edtf_strings(draw: st.DrawFn) -> str:
    """Dates and intervals, closed, open and unknown."""
    first = draw(edtf_dates())
    kind = draw(st.sampled_from(("date", "date", "closed", "open", "unknown", "since", "until")))
    if kind == "closed":
        second = draw(edtf_dates())
        start, end = sorted((first, second), key=lambda text: Period(edtf=text).earliest or date.min)
        return f"{start}/{end}"
    endings = {"date": "{}", "open": "{}/..", "unknown": "{}/", "since": "/{}", "until": "../{}"}
    return endings[kind].format(first)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Periods, resolved and unresolved."""
    text = draw(st.none() | edtf_strings())
    words = st.sampled_from(("last week", "in recent years", "올해"))
    return Period(
        edtf=text,
        words=draw(words if text is None else st.none() | words),
        anchor=draw(st.none() | edtf_dates()),
        part=draw(st.sampled_from((None, None, "early", "mid", "late"))),
    )
