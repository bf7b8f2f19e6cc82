"""Amounts in two currencies: what exchange rate do they imply, and was there ever such a rate?

``UNITS_PER_DOLLAR`` has, for each currency, the lowest and the highest price of a US dollar since 2000. Basis: the daily
reference rates that the central banks publish (European Central Bank, Bank of Korea, Narodowy Bank Polski, Norges Bank and
others), widened outwards by a few percent. A currency that is not here is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from attrs import frozen

from kordef.audit.desk import Desk, unit_of
from kordef.audit.findings import Finding
from kordef.audit.registry import Check, check
from kordef.audit.repeats import same_figures
from kordef.audit.wording import span, value
from kordef.intervals import Interval
from kordef.records import Agreement, Observation, Record, Transfer
from kordef.values import Money
from kordef.vocabulary import Basis, Severity

UNITS_PER_DOLLAR: dict[str, tuple[str, str]] = {
    "AED": ("3.65", "3.70"),
    "AUD": ("0.89", "2.12"),
    "BGN": ("1.20", "2.45"),
    "BRL": ("1.5", "6.6"),
    "CAD": ("0.89", "1.66"),
    "CHF": ("0.69", "1.86"),
    "CNY": ("6.0", "8.4"),
    "CZK": ("14.0", "43.5"),
    "DKK": ("4.6", "9.2"),
    "EGP": ("3.3", "56"),
    "EUR": ("0.61", "1.23"),
    "GBP": ("0.46", "0.96"),
    "HUF": ("140", "455"),
    "IDR": ("6,800", "17,800"),
    "ILS": ("2.8", "5.2"),
    "INR": ("38.5", "100"),
    "JPY": ("74", "168"),
    "KRW": ("880", "1,650"),
    "MXN": ("8.7", "26.5"),
    "MYR": ("2.85", "4.9"),
    "NOK": ("4.8", "12.5"),
    "NZD": ("1.10", "2.65"),
    "PEN": ("2.5", "4.3"),
    "PHP": ("39", "63"),
    "PLN": ("1.95", "5.2"),
    "RON": ("2.1", "5.4"),
    "RUB": ("22.5", "160"),
    "SAR": ("3.70", "3.80"),
    "SEK": ("5.7", "11.8"),
    "SGD": ("1.15", "1.90"),
    "THB": ("27.5", "47"),
    "TRY": ("1.1", "50"),
    "TWD": ("26.5", "36.5"),
    "UAH": ("4.4", "46"),
    "USD": ("1", "1"),
    "VND": ("13,500", "28,000"),
    "ZAR": ("5.5", "20.5"),
}
"""The lowest and the highest price of a US dollar since 2000."""

_ONE = Interval(Decimal(1), Decimal(1))


def _per_dollar(currency: str) -> Interval | None:
    bounds = UNITS_PER_DOLLAR.get(currency)
    if bounds is None:
        return None
    least, most = (Decimal(bound.replace(",", "")) for bound in bounds)
    return Interval(least, most)


@frozen
class _Rate:
    """What two sums imply: one unit of ``base`` for so many of ``quote``."""

    base: str
    quote: str
    implied: Interval

    @classmethod
    def of(cls, first: Money, second: Money) -> _Rate | None:
        """The rate of two sums above zero; the currency of which one buys more of the other is the base."""
        a, b = first.amount.interval, second.amount.interval
        if any(low is None or low <= 0 for low in (a.low, b.low)):
            return None
        if (a.high or a.low or 0) < (b.high or b.low or 0):
            return cls(first.currency, second.currency, b / a)
        return cls(second.currency, first.currency, a / b)

    @property
    def known(self) -> Interval | None:
        """All rates since 2000; ``None`` for a currency whose rates are not at hand."""
        base, quote = _per_dollar(self.base), _per_dollar(self.quote)
        return quote / base if base and quote else None

    @property
    def possible(self) -> bool:
        """Whether there was such a rate, as far as is known."""
        return self.known is None or self.implied.overlaps(self.known)

    @property
    def words(self) -> str:
        return f"1 {self.base} = {span(self.implied, self.quote)}"


def _sums(record: Record) -> Iterator[tuple[str, Money]]:
    """The sums of a record with their places."""
    match record:
        case Observation() if isinstance(record.value, Money):
            yield "/value", record.value
        case Transfer() if record.value is not None:
            yield "/value", record.value
        case Agreement():
            for position, money in enumerate(record.amounts):
                yield f"/amounts/{position}", money
            for position, target in enumerate(record.targets):
                if isinstance(target.value, Money):
                    yield f"/targets/{position}/value", target.value
        case _:
            pass


def _conversions(record: Record) -> Iterator[tuple[str, Money, str, Money]]:
    """The sums of a record beside those in other currencies that the source gives for them, with their places."""
    for pointer, held in _sums(record):
        for position, other in enumerate(held.equivalents):
            yield pointer, held, f"{pointer}/equivalents/{position}", other
    if isinstance(record, Transfer) and record.value is not None:
        for position, other in enumerate(record.alternatives):
            if other.currency != record.value.currency:
                yield "/value", record.value, f"/alternatives/{position}", other


@check(
    "K401",
    "a conversion at a rate that there never was",
    Severity.ERROR,
    looks_at="each sum that its source gives in a second currency as well; further sums for one deal count as a warning",
    tolerance="both sums may be anything that rounds to what is written or that their hedge allows; the rate they "
    "imply must lie outside of all rates since 2000",
    example="“4 billion kroner ($39 billion)”, a dollar at 0.1 kroner; “($390 million)” passes",
)
def conversions(desk: Desk, it: Check) -> Iterator[Finding]:
    """Conversions that are off by more than currencies move."""
    for record in desk.dataset.records:
        for pointer, money, place, other in _conversions(record):
            rate = _Rate.of(money, other)
            if rate is not None and rate.known is not None and not rate.possible:
                yield it.finding(
                    f"{desk.document(record)} gives {value(money)} as {value(other)}, a rate of {rate.words}.",
                    f"{value(money)} and {value(other)}: {rate.words}; since 2000 it was {span(rate.known, rate.quote)}",
                    [desk.claim(record, pointer)],
                    [desk.claim(record, place)],
                    basis="the central banks' reference rates since 2000",
                    # What is in brackets is a conversion; a further sum may be one for another part of the deal.
                    severity=None if "/equivalents/" in place else Severity.WARNING,
                )


@check(
    "K402",
    "two conversions in one document imply two rates",
    Severity.NOTE,
    looks_at="all conversions between the same two currencies in a document, each held to the one before",
    tolerance="the two intervals of rates, each widened by a tenth for the time between the deals, must not meet",
    example="“4 billion kroner ($390 million)” and “2 billion kroner ($300 million)”; “($210 million)” passes",
)
def two_rates(desk: Desk, it: Check) -> Iterator[Finding]:
    """Conversions of one document that do not go together."""
    last: dict[tuple[str, str, str], tuple[_Rate, Record, str]] = {}
    wide = Interval(Decimal("0.9"), Decimal("1.1"))
    for record in desk.dataset.records:
        for pointer, money, _, other in _conversions(record):
            rate = _Rate.of(money, other)
            if rate is None:
                continue
            key = (record.source, min(rate.base, rate.quote), max(rate.base, rate.quote))
            before = last.get(key)
            last[key] = (rate, record, pointer)
            if before is None:
                continue
            earlier = before[0].implied if before[0].base == rate.base else _ONE / before[0].implied
            if not (rate.implied * wide).overlaps(earlier * wide):
                yield it.finding(
                    f"{desk.document(record)} converts at {rate.words} here and at {span(earlier, rate.quote)} elsewhere.",
                    f"{value(money)} and {value(other)}: {rate.words}; the other sum: {span(earlier, rate.quote)}; a tenth to "
                    "each side does not bring them together",
                    [desk.claim(record, pointer)],
                    [desk.claim(before[1], before[2])],
                )


def _levels(observations: list[Observation]) -> list[Observation]:
    return [o for o in observations if isinstance(o.value, Money) and o.basis is Basis.LEVEL]


def _stated_twice(desk: Desk) -> Iterator[tuple[Observation, Observation]]:
    """Pairs of one subject, indicator, counterpart and period in two currencies, within a document."""
    for observations in desk.observations.values():
        first: dict[Any, Observation] = {}
        for o in _levels(observations):
            if o.period is None or o.cell is not None:
                continue
            key = (desk.subject(o), o.indicator.casefold(), o.counterpart, o.period.edtf)
            other = first.setdefault(key, o)
            if unit_of(other) != unit_of(o):
                yield o, other


@check(
    "K403",
    "one total in two currencies",
    Severity.NOTE,
    looks_at="two sums in two currencies for one thing in one document: of the same subject, indicator and period, "
    "or one in a sentence and one in the row of a table from which the sentence repeats another figure",
    tolerance="none is needed to say so; the implied rate is shown, and where there was no such rate since 2000 "
    "the finding is an error",
    example="“the US has provided $66.5 billion, while the EU has leveraged €49.3 billion” and a row “$66.5 "
    "billion | $53.3 billion (the EU)”: 1 EUR = 1.079 to 1.084 USD",
)
def two_currencies(desk: Desk, it: Check) -> Iterator[Finding]:
    """Totals that a document gives in two currencies without saying so."""
    seen: set[tuple[str, str]] = set()
    for pairs in (same_figures(desk), _stated_twice(desk)):
        for o, other in pairs:
            a, b = o.value, other.value
            if not isinstance(a, Money) or not isinstance(b, Money) or a.currency == b.currency:
                continue
            rate = _Rate.of(a, b)
            if rate is None or (o.id, other.id) in seen:
                continue
            seen.add((o.id, other.id))
            known = f"; since 2000 it was {span(rate.known, rate.quote)}" if rate.known else ""
            yield it.finding(
                f"{desk.document(o)} gives one total of {desk.named(o.subject_actor)} as {value(a)} and as {value(b)}, which "
                f"makes a rate of {rate.words}{'' if rate.possible else ', and there never was such a rate'}.",
                f"{value(a)} and {value(b)}: {rate.words}{known}",
                [desk.claim(o, "/value")],
                [desk.claim(other, "/value")],
                severity=None if rate.possible else Severity.ERROR,
            )
