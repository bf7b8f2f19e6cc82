"""What the claims of one field come to: a consensus, a conflict, or neither."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Any

from attrs import frozen

from kordef.amounts import Amount
from kordef.cases.fields import place_grade
from kordef.cases.grades import Grade, of_amounts, of_money, of_periods, of_quantities, sums_that_meet
from kordef.cases.model import Claim, Conflict, Consensus, FieldClaims, Reached
from kordef.errors import Inexact
from kordef.intervals import NEAREST
from kordef.periods import Period
from kordef.values import Money, Quantity
from kordef.vocabulary import Vocabulary

__all__ = ["Said", "Sort", "weighed"]


class Sort(Vocabulary):
    """How the claims of a field go together."""

    VALUE = "value", "One value is true; claims agree or conflict."
    STATE = "state", "It changes with time; a later source may say something else."
    PART = "part", "Each source names some of it."
    WORDING = "wording", "Sources may word it in their own way."


@frozen
class Said:
    """A claim with what it is compared by: the key of a party, a place or a word, itself for values."""

    field: str
    claim: Claim
    key: Any
    sort: Sort


def weighed(name: str, said: Sequence[Said], published: Mapping[str, date | None]) -> FieldClaims:
    """The claims of one field with what they come to; ``published`` dates the records' sources."""
    claims = tuple(each.claim for each in said)
    consensus: Consensus | None
    conflict: Conflict | None = None
    match said[0].sort:
        case Sort.STATE:
            consensus = _latest(said, published)
        case Sort.PART:
            consensus = _together(said)
        case Sort.WORDING:
            consensus = _commonest(said)
        case _:
            consensus, conflict = _compared(name, said)
    return FieldClaims(field=name, claims=claims, consensus=consensus, conflict=conflict)


# ---- claims that are compared


def _compared(name: str, said: Sequence[Said]) -> tuple[Consensus | None, Conflict | None]:
    whole = name.startswith("number of ")
    # Claims that read alike are weighed once: a case may have very many members.
    alike: dict[Any, list[Said]] = {}
    for each in said:
        alike.setdefault(_reading(each), []).append(each)
    distinct = [each[0] for each in alike.values()]
    grades = {(a, b): _grade(distinct[a], distinct[b], whole) for a, b in combinations(range(len(distinct)), 2)}
    apart = {pair for pair, grade in grades.items() if grade.differs}
    conflict = _conflict(name, said, distinct, apart) if apart else None
    everyone = list(alike.values())
    sources = len({each.claim.source for each in said})

    def agree(a: int, b: int) -> bool:
        return a == b or grades[min(a, b), max(a, b)].agrees

    supported = [[other for other in range(len(distinct)) if agree(each, other)] for each in range(len(distinct))]
    strength = [len({s.claim.source for other in group for s in everyone[other]}) for group in supported]
    best = min(range(len(distinct)), key=lambda each: (-strength[each], _width(distinct[each].claim), each))
    behind = [s.claim for other in supported[best] for s in everyone[other]]
    value = distinct[best].claim
    if sources == 1 and not apart:
        return _consensus(
            value, Reached.ONE_SOURCE, behind, "one source alone says so", "a source that says something else"
        ), None
    if apart:
        if strength[best] < 2 or 2 * strength[best] <= sources or not _all_agree(supported[best], grades):
            return None, conflict
        more = 2 * strength[best] - sources
        because = f"{strength[best]} of {sources} sources say so, or what fits it"
        change = "one more source that says otherwise" if more == 1 else f"{more} more sources that say otherwise"
        return _consensus(value, Reached.MAJORITY, behind, because, change), conflict
    if len(distinct) == 1:
        because = f"{_all(sources)} that speak of it say the same"
        return _consensus(value, Reached.ALL_ALIKE, behind, because, "a source that says something else"), None
    if strength[best] == 1:
        return None, None  # nothing that can be compared
    others = sources - strength[best]
    because = f"it fits what {strength[best]} sources say and is the most exact of it"
    because += f"; what {others} {'says' if others == 1 else 'say'} cannot be compared" if others else ""
    return _consensus(
        value, Reached.NARROWEST, behind, because, f"a source whose statement does not fit {value.value}"
    ), None


def _reading(said: Said) -> object:
    """What makes two claims read alike; how a number was rounded and a date was worded are no part of it."""
    value = said.claim.value
    if isinstance(value, Period):
        return value.edtf or value.words, value.part
    if isinstance(value, Amount):
        return value.low, value.high, value.qualifier, value.doubt
    return said.key, said.claim.others


def _all(sources: int) -> str:
    return "both sources" if sources == 2 else f"all {sources} sources"


def _all_agree(group: Sequence[int], grades: Mapping[tuple[int, int], Grade]) -> bool:
    return not any(grades[pair].differs for pair in combinations(group, 2))


def _consensus(claim: Claim, reached: Reached, behind: Iterable[Claim], because: str, would_change: str) -> Consensus:
    records = tuple(dict.fromkeys(each.record for each in behind))
    return Consensus(value=claim.value, reached=reached, records=records, because=because, would_change=would_change)


def _grade(mine: Said, theirs: Said, whole: bool) -> Grade:
    a, b = mine.claim.value, theirs.claim.value
    if isinstance(a, Amount) and isinstance(b, Amount):
        return of_amounts(a, b, whole=whole)
    if isinstance(a, Money) and isinstance(b, Money):
        return of_money((a, *mine.claim.others), (b, *theirs.claim.others))
    if isinstance(a, Money | Quantity) and isinstance(b, Money | Quantity):
        return of_quantities(a, b)
    if isinstance(a, Period) and isinstance(b, Period):
        return of_periods(a, b)
    if mine.field == "place":
        return place_grade(mine.key, theirs.key)
    return Grade.SAME if mine.key == theirs.key else Grade.DIFFER


_UNBOUNDED = Decimal("Infinity")


def _width(claim: Claim) -> Decimal:
    """How much a claim leaves open, in its own unit."""
    value = claim.value
    if isinstance(value, Period):
        first, last = value.narrowed.earliest, value.narrowed.latest
        return Decimal((last - first).days) if first is not None and last is not None else _UNBOUNDED
    if isinstance(value, Money | Quantity):
        value = value.amount
    if isinstance(value, Amount):
        interval = value.interval
        return interval.high - interval.low if interval.low is not None and interval.high is not None else _UNBOUNDED
    return Decimal(0)


# ---- conflicts


def _conflict(name: str, said: Sequence[Said], distinct: Sequence[Said], apart: Iterable[tuple[int, int]]) -> Conflict:
    farthest = max(sorted(apart), key=lambda pair: _distance(distinct[pair[0]], distinct[pair[1]]))
    mine, theirs = (distinct[end] for end in farthest)
    difference, sentence = _difference(mine, theirs)
    involved = {end for pair in apart for end in pair}
    readings = {_reading(distinct[end]) for end in involved}
    claims = tuple(each.claim for each in said if _reading(each) in readings)
    return Conflict(field=name, claims=claims, difference=difference, sentence=f"{name}: {sentence}")


def _distance(mine: Said, theirs: Said) -> Decimal:
    a, b = mine.claim, theirs.claim
    if isinstance(a.value, Period) and isinstance(b.value, Period):
        return Decimal(_days_between(a.value, b.value) or 0)
    x, y = _numbers(a, b)
    p, q = (_middle(x), _middle(y)) if x is not None and y is not None else (None, None)
    return abs(p - q) if p is not None and q is not None else Decimal(0)


def _numbers(a: Claim, b: Claim) -> tuple[Amount | None, Amount | None]:
    """The numbers of two claims in one unit."""
    if isinstance(a.value, Amount) and isinstance(b.value, Amount):
        return a.value, b.value
    if isinstance(a.value, Money) and isinstance(b.value, Money):
        met = sums_that_meet((a.value, *a.others), (b.value, *b.others))
        return (met[0].amount, met[1].amount) if met else (None, None)
    if isinstance(a.value, Quantity) and isinstance(b.value, Quantity):
        return a.value.amount, b.value.to(a.value.unit).amount
    return None, None


def _middle(amount: Amount) -> Decimal | None:
    return amount.midpoint if amount.midpoint is not None else amount.low if amount.low is not None else amount.high


def _difference(mine: Said, theirs: Said) -> tuple[Amount | Money | Quantity | None, str]:
    a, b = mine.claim, theirs.claim
    if isinstance(a.value, Period) and isinstance(b.value, Period):
        days = _days_between(a.value, b.value)
        told = f"{a.value} and {b.value} do not fit"
        if days is None:
            return None, told
        return Quantity(
            amount=Amount.exact(days), unit="day"
        ), f"{told}: {days:,} {'day' if days == 1 else 'days'} apart"
    x, y = _numbers(a, b)
    if x is None or y is None:
        return None, f"{a.value} is not {b.value}"
    unit = _unit(a, b)
    p, q = _middle(x), _middle(y)
    larger, smaller = (x, y) if p is None or q is None or p >= q else (y, x)
    told = f"{smaller}{unit} and {larger}{unit} differ"
    try:
        left = larger - smaller
    except Inexact:
        return None, told
    base, rest = _middle(smaller), _middle(left)
    share = f" ({NEAREST.divide(rest, base).copy_abs():.0%} of the smaller)" if base and rest is not None else ""
    return _with_unit(left, a, b), f"{told} by {left}{unit}{share}"


def _with_unit(left: Amount, a: Claim, b: Claim) -> Amount | Money | Quantity:
    if isinstance(a.value, Money) and isinstance(b.value, Money):
        met = sums_that_meet((a.value, *a.others), (b.value, *b.others))
        return Money(amount=left, currency=met[0].currency) if met else left
    return Quantity(amount=left, unit=a.value.unit) if isinstance(a.value, Quantity) else left


def _unit(a: Claim, b: Claim) -> str:
    if isinstance(a.value, Money) and isinstance(b.value, Money):
        met = sums_that_meet((a.value, *a.others), (b.value, *b.others))
        return f" {met[0].currency}" if met else ""
    return f" {a.value.unit}" if isinstance(a.value, Quantity) else ""


def _days_between(a: Period, b: Period) -> int | None:
    a, b = a.narrowed, b.narrowed
    gaps = [(y.earliest - x.latest).days for x, y in ((a, b), (b, a)) if x.latest and y.earliest]
    return max(gaps) if gaps and max(gaps) > 0 else None


# ---- claims that are not


def _latest(said: Sequence[Said], published: Mapping[str, date | None]) -> Consensus:
    """What the source that appeared last says; of sources without a date, the last in order."""
    if len({each.key for each in said}) == 1:
        return _alike(said)
    last = max(range(len(said)), key=lambda n: (published[said[n].claim.record] or date.min, n))
    latest = said[last]
    behind = [each.claim for each in said if each.key == latest.key]
    because = "it changes with time, and this is what the latest source says"
    return _consensus(latest.claim, Reached.LATEST, behind, because, "a later source")


def _alike(said: Sequence[Said]) -> Consensus:
    sources = len({each.claim.source for each in said})
    behind = [each.claim for each in said]
    if sources == 1:
        return _consensus(
            behind[0], Reached.ONE_SOURCE, behind, "one source alone says so", "a source that says something else"
        )
    because = f"{_all(sources)} that speak of it say the same"
    return _consensus(behind[0], Reached.ALL_ALIKE, behind, because, "a source that says something else")


def _together(said: Sequence[Said]) -> Consensus:
    names: dict[Any, str] = {}
    for each in said:
        names.setdefault(each.key, str(each.claim.value))
    by_record: dict[str, set[Any]] = {}
    for each in said:
        by_record.setdefault(each.claim.record, set()).add(each.key)
    same = all(named == set(names) for named in by_record.values())
    sources = len({each.claim.source for each in said})
    reached = Reached.ONE_SOURCE if sources == 1 else Reached.ALL_ALIKE if same else Reached.TOGETHER
    because = {
        Reached.ONE_SOURCE: "one source alone names it",
        Reached.ALL_ALIKE: f"{_all(sources)} that speak of it name the same",
    }.get(reached, f"{sources} sources name some of it each; none denies the rest")
    return Consensus(
        value=tuple(names.values()),
        reached=reached,
        records=tuple(by_record),
        because=because,
        would_change="a source that names more",
    )


def _commonest(said: Sequence[Said]) -> Consensus | None:
    """The wording of most sources; none where no wording has more than half."""
    if len({each.key for each in said}) == 1:
        return _alike(said)
    sources = {each.claim.source: each.key for each in said}
    key, count = min(Counter(sources.values()).items(), key=lambda item: -item[1])
    if 2 * count <= len(sources):
        return None
    behind = [each.claim for each in said if each.key == key]
    because = f"{count} of {len(sources)} sources word it so"
    return _consensus(behind[0], Reached.MAJORITY, behind, because, "more sources that word it otherwise")
