"""Units confused: trend-indicator values with money, percent with percentage points."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from kordef.amounts import Amount
from kordef.audit.desk import Desk, interval_of, unit_of
from kordef.audit.findings import Finding
from kordef.audit.registry import Check, check
from kordef.audit.wording import quoted, span, value
from kordef.intervals import NEAREST, Interval
from kordef.records import Observation
from kordef.values import Money
from kordef.vocabulary import Basis, Severity

_TIV = re.compile(r"\bTIVs?\b|\btrend[- ]indicator values?\b", re.IGNORECASE)
_MILLION = Decimal(1_000_000)
_HUNDRED = Interval(Decimal(100), Decimal(100))


@check(
    "K801",
    "trend-indicator values taken for money",
    Severity.ERROR,
    looks_at="sums of money whose own words, indicator or column are in TIV, and sums that repeat the number of a "
    "figure in TIV for the same subject in the same document, as it is or in millions",
    tolerance="none: SIPRI's trend-indicator values measure what is transferred, not what is paid, and no rate "
    "leads from one to the other",
    example="“exports worth $735 million (TIV)”, or “735 TIV” in a table and “$735 million” in the text",
)
def tiv_as_money(desk: Desk, it: Check) -> Iterator[Finding]:
    """TIV with a currency."""
    for observations in desk.observations.values():
        volumes: dict[tuple[str | None, Decimal], Observation] = {}
        for o in observations:
            if unit_of(o) in ("TIV", "million_TIV") and o.value.amount.is_exact and o.value.amount.low is not None:
                volumes.setdefault((desk.subject(o), o.value.amount.low), o)
        for o in observations:
            if not isinstance(o.value, Money):
                continue
            words = f"{o.indicator} {(o.cell.column_header if o.cell else None) or ''} {_own_words(o)}"
            amount = o.value.amount
            if _TIV.search(words):
                yield it.finding(
                    f"{desk.document(o)} gives {value(o.value)} for what it measures in TIV.",
                    f"{quoted(' '.join(words.split()))} names TIV and a currency; a TIV is no sum of money",
                    [desk.claim(o, "/value")],
                )
            elif amount.is_exact and amount.low:
                same = volumes.get((desk.subject(o), amount.low)) or volumes.get(
                    (desk.subject(o), NEAREST.divide(amount.low, _MILLION))
                )
                if same is not None:
                    yield it.finding(
                        f"{desk.document(o)} gives {value(o.value)} in one place and {value(same.value)} in another for "
                        f"{desk.named(o.subject_actor)}: the same number as money and as TIV.",
                        f"{value(o.value)} and {value(same.value)} share their digits; a TIV is no sum of money",
                        [desk.claim(o, "/value")],
                        [desk.claim(same, "/value")],
                    )


def _own_words(o: Observation) -> str:
    return " ".join(e.exact for e in o.evidence if e.field in ("/value", "/indicator", ""))


@check(
    "K802",
    "percent for percentage points",
    Severity.ERROR,
    looks_at="a change in percent in a sentence with two shares of one subject",
    tolerance="the shares may be anything that rounds to what is written; the change must be their difference, and "
    "must not be their rate of growth",
    example="“rose 1.5 percent, from 2 percent to 3.5 percent”, which is 1.5 percentage points or 75 percent",
)
def points(desk: Desk, it: Check) -> Iterator[Finding]:
    """Changes that are a difference of shares and call themselves percent."""
    for observations in desk.sentences.values():
        changes = [o for o in observations if o.basis is Basis.CHANGE and unit_of(o) == "percent"]
        shares: dict[str | None, list[Observation]] = defaultdict(list)
        for o in observations:
            if unit_of(o) == "percent" and o.basis in (Basis.SHARE, Basis.LEVEL):
                shares[desk.subject(o)].append(o)
        for change in changes:
            both = shares.get(desk.subject(change), [])
            if len(both) != 2:
                continue
            a, b = (interval_of(o.value) for o in sorted(both, key=lambda o: o.evidence[0].start))
            low = a.low
            if low is None or low <= 0:
                continue
            stated = interval_of(change.value)
            difference, growth = b - a, _HUNDRED * (b / a) - _HUNDRED
            alike = any(stated.overlaps(d) for d in (difference, -difference))
            if alike and not any(stated.overlaps(g) for g in (growth, -growth)):
                yield it.finding(
                    f"{desk.document(change)} calls a change of {span(difference, 'percentage_point')} one of "
                    f"{value(change.value)}.",
                    f"{value(both[1].value)} - {value(both[0].value)} = {span(difference, 'percentage_point')}; the rate of "
                    f"growth is {span(growth, 'percent')}; stated: {value(change.value)}",
                    [desk.claim(change, "/value")],
                    [desk.claim(o, "/value") for o in both],
                )


@check(
    "K803",
    "a thousand times too much or too little",
    Severity.WARNING,
    looks_at="figures of one subject, indicator, period and unit that have the same digits and are apart by a "
    "thousand or a million",
    tolerance="the digits must be the same, as where “million” stands for “billion”",
    example="exports of $14 billion in one place, of $14 million in another",
)
def scales(desk: Desk, it: Check) -> Iterator[Finding]:
    """Million for billion."""
    seen: dict[tuple[str | None, str, str | None, str, str], Observation] = {}
    for observations in desk.observations.values():
        for o in observations:
            digits = _digits(o.value.amount)
            if digits is None or o.basis is not Basis.LEVEL or o.period is None:
                continue
            other = seen.setdefault((desk.subject(o), o.indicator.casefold(), o.period.edtf, unit_of(o), digits), o)
            ratio = _powers(o.value.amount, other.value.amount)
            if ratio in (3, -3, 6, -6):
                yield it.finding(
                    f"{desk.document(o)} has {value(o.value)} for “{o.indicator}” where {desk.document(other)} has "
                    f"{value(other.value)}: the same digits, {10 ** abs(ratio):,} times apart.",
                    f"{value(o.value)} / {value(other.value)} = 10^{ratio}",
                    [desk.claim(o, "/value")],
                    [desk.claim(other, "/value")],
                )


def _digits(amount: Amount) -> str | None:
    if amount.low is None or amount.low != amount.high or not amount.low:
        return None
    return "".join(map(str, amount.low.normalize().as_tuple().digits))


def _powers(a: Amount, b: Amount) -> int:
    return a.low.adjusted() - b.low.adjusted() if a.low and b.low else 0
