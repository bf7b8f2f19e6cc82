"""What conditions on records are made of: words, and questions about dates and amounts that can be answered "cannot tell".

An :class:`Answer` is yes, maybe, silent or no, in this order: of several conditions on a record the weakest answer counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import IntEnum
from functools import cache
from typing import Any, TypeAlias, TypeVar, overload

from kordef.amounts import Amount
from kordef.currencies import CURRENCIES
from kordef.errors import Incompatible, InvalidValue
from kordef.figures import as_decimal
from kordef.forms import Instance, Optional, fields_of
from kordef.periods import Period
from kordef.records import (
    Agreement,
    Deployment,
    Dialogue,
    Event,
    Observation,
    Participant,
    Record,
    Transfer,
)
from kordef.units import UNITS
from kordef.values import Money, Quantity
from kordef.vocabulary import Certainty, Role, Vocabulary

__all__ = [
    "Answer",
    "Bound",
    "Date",
    "Measure",
    "Place",
    "Test",
    "Words",
    "bounded",
    "folded",
    "in_role",
    "keeps",
    "measure",
    "measures",
    "member",
    "one_of",
    "periods",
    "stretch",
    "timed",
    "window",
    "words_of",
]

Measure: TypeAlias = Money | Quantity | Amount
"""What can be asked for a range: a sum, a quantity, or a bare number of goods."""
Words: TypeAlias = str | Iterable[str]
"""One word, or several of which any will do."""
Test: TypeAlias = Callable[[Record], bool]
"""Whether a record meets a condition."""
AnyMember = TypeVar("AnyMember", bound=Vocabulary)
Date: TypeAlias = str | Period | date
"""A date that is asked for: an EDTF string, a Period, or a day."""
Bound: TypeAlias = Money | Quantity | Amount | int | Decimal | str
"""An end of a range: a measure, a number, or words such as "1.5 billion USD"."""


class Answer(IntEnum):
    """How a record answers a question."""

    NO = 0
    SILENT = 1
    """It has no date, or no amount that can be compared."""
    MAYBE = 2
    YES = 3


_LEAST = {Certainty.CERTAIN: Answer.YES, Certainty.POSSIBLE: Answer.MAYBE, Certainty.NOT_EXCLUDED: Answer.SILENT}


def keeps(answer: Answer, certainty: Certainty) -> bool:
    """Whether a record with an answer is one of those that are asked for."""
    return answer >= _LEAST[certainty]


# ---- words


def words_of(words: Words) -> tuple[str, ...]:
    """The words, whether one was given or several; what is neither is a TypeError."""
    if isinstance(words, str):
        return (words,)
    several = tuple(words) if isinstance(words, Iterable) else (words,)  # pyright: ignore[reportUnnecessaryIsInstance]
    for word in several:
        if not isinstance(word, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"a condition takes a word (str) or several, found {word!r:.100} ({type(word).__name__})")
    return several


def folded(words: Words) -> frozenset[str]:
    """The words without the difference of case."""
    return frozenset(word.casefold() for word in words_of(words))


def member(vocabulary: type[AnyMember], word: str, name: str) -> AnyMember:
    """The member of a vocabulary that a word stands for; what has no such member is an error that lists them."""
    try:
        return vocabulary(word)
    except ValueError:
        raise InvalidValue(f"{name} must be one of {', '.join(vocabulary)}, found {word!r}") from None


def one_of(vocabulary: type[Vocabulary], words: Words | None, name: str) -> Test | None:
    """The test that the field called ``name`` holds one of some members."""
    if words is None:
        return None
    members = frozenset(member(vocabulary, word, name) for word in words_of(words))
    return lambda r: getattr(r, name) in members


def in_role(actors: frozenset[str] | None, words: Words | None) -> Test | None:
    """The test that somebody, or one of some actors, has one of some roles."""
    if words is None:
        return None
    roles = frozenset(member(Role, word, "role") for word in words_of(words))

    def cast(record: Record) -> tuple[Participant, ...]:
        if isinstance(record, Dialogue):
            return record.participants
        return record.actors if isinstance(record, Event) else ()

    return lambda r: any(p.role in roles and (actors is None or p.actor in actors) for p in cast(r))


# ---- time


class Place(IntEnum):
    """Where a date lies to a stretch of time."""

    BEFORE = 0
    WITHIN = 1
    AFTER = 2
    OPEN = 3


def window(since: Date | None, until: Date | None) -> Period:
    """The days from the first of ``since`` to the last of ``until``, without an end where one is not given."""
    first = None if since is None else _period(since, "since").earliest
    last = None if until is None else _period(until, "until").latest
    if since is not None and first is None:
        raise InvalidValue(f"since must have a first day, found {str(since)!r}")
    if until is not None and last is None:
        raise InvalidValue(f"until must have a last day, found {str(until)!r}")
    if first is not None and last is not None and first > last:
        raise InvalidValue(f"since ({since}) must not lie behind until ({until})")
    return Period(edtf=f"{first or '..'}/{last or '..'}")


def stretch(period: Date) -> Period:
    """A stretch of time that is asked for, given as an EDTF date."""
    return _period(period, "period")


def _period(edtf: Date, name: str) -> Period:
    if isinstance(edtf, Period):
        return edtf
    if isinstance(edtf, date):
        return Period.on(edtf)
    if not isinstance(edtf, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidValue(f"{name} must be an EDTF date such as '2022' or '2025-03', found {edtf!r:.60}")
    try:
        return Period(edtf=edtf)
    except InvalidValue as problem:
        raise InvalidValue(str(problem).replace("edtf", name, 1)) from None


def periods(record: Record) -> Iterator[Period]:
    """Every date that a record gives for itself; those of a deal's deliveries are not its own."""
    cls: Any = type(record)
    for name in _dates_of(cls):
        value: Period | None = getattr(record, name)
        if value is not None:
            yield value
    if isinstance(record, Transfer):
        for stage in record.stages:
            yield stage.date


@cache
def _dates_of(cls: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields_of(cls) if field.form == Optional(Instance((Period,))))


def timed(wanted: Period) -> Callable[[Record], tuple[Answer, Place]]:
    """The function that says of a record whether it lies in a stretch of time, and where to it.

    What happens on a day (a signature, a meeting) must have happened within; what lasts (a deployment, the period of a
    statistic) must share a day. One date within is enough; a record with dates before and behind, or with one that
    may be anywhere, is open.
    """
    known: dict[tuple[bool, str | None, str | None], Place] = {}

    def place_of(period: Period, lasting: bool) -> Place:
        key = (lasting, period.edtf, period.part)
        found = known.get(key)
        if found is None:
            found = known[key] = _place(period.narrowed, wanted, lasting)
        return found

    def asked(record: Record) -> tuple[Answer, Place]:
        lasting = isinstance(record, (Deployment, Observation))
        places = [place_of(period, lasting) for period in periods(record)]
        if not places:
            return Answer.SILENT, Place.OPEN
        if Place.WITHIN in places:
            return Answer.YES, Place.WITHIN
        if Place.OPEN in places:
            return Answer.MAYBE, Place.OPEN
        first = places[0]
        return Answer.NO, first if all(place is first for place in places) else Place.OPEN

    return asked


def _place(period: Period, wanted: Period, lasting: bool) -> Place:
    if period.overlaps(wanted) if lasting else period.within(wanted):
        return Place.WITHIN
    if period.before(wanted):
        return Place.BEFORE
    return Place.AFTER if period.after(wanted) else Place.OPEN


# ---- amounts

_BOUND = re.compile(
    r"([0-9][0-9,]{0,40}(?:\.[0-9]{1,40})?) ?(thousand|million|billion|trillion)?(?: ?([A-Za-z][\w/]{0,40}))?"
)
_SCALES = {None: 1, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


@overload
def measure(bound: Bound, name: str = ...) -> Measure: ...
@overload
def measure(bound: Bound | None, name: str = ...) -> Measure | None: ...
def measure(bound: Bound | None, name: str = "a bound") -> Measure | None:
    """The measure that a bound stands for: "1.5 billion USD", "500 km", "180", or one as it is.

    Raises :class:`~kordef.errors.InvalidValue` for words that are none.
    """
    if isinstance(bound, int | Decimal) and not isinstance(bound, bool):
        return Amount.exact(bound)
    if bound is None or isinstance(bound, Money | Quantity | Amount):
        return bound
    if not isinstance(bound, str):
        raise InvalidValue(
            f"{name} must be a measure, an int, a Decimal or words such as '1.5 billion USD', found {bound!r:.100}"
        )
    match = _BOUND.fullmatch(bound.strip())
    if match is None:
        raise InvalidValue(
            f"{name} must be a number with a currency or unit such as '1.5 billion USD', found {bound!r:.100}"
        )
    number = Amount.exact(as_decimal(match[1].replace(",", "")) * _SCALES[match[2]])
    unit = match[3]
    if unit is None:
        return number
    if unit not in CURRENCIES and unit not in UNITS and "/" not in unit:
        raise InvalidValue(
            f"{name} must be in a currency of ISO 4217 such as 'USD' or a unit such as 'percent', 'TIV' or 'km', "
            f"found {bound!r:.100}"
        )
    try:
        return (
            Money(amount=number, currency=unit)
            if unit.isupper() and len(unit) == 3 and unit != "TIV"
            else Quantity(amount=number, unit=unit)
        )
    except InvalidValue as problem:
        raise InvalidValue(f"{name} ({bound!r}): {problem}") from None


def bounded(
    low: Measure | None, high: Measure | None, weapons: frozenset[str] | None = None
) -> Callable[[Record], tuple[Answer, Place]]:
    """The function that says of a record whether one of its amounts lies in a range, and where to it.

    Amounts in another currency or unit do not count, unless the source itself converts them. The sums that a source gives
    as alternatives for one deal must all lie in the range. ``weapons`` narrows the goods that are counted.
    """

    known: dict[Measure, Place | None] = {}

    def place_of(found: Measure) -> Place | None:
        if found not in known:
            known[found] = _place_in(found, low, high)
        return known[found]

    def asked(record: Record) -> tuple[Answer, Place]:
        places = [
            place
            for alternatives in measures(record, weapons)
            if (place := _common(map(place_of, alternatives))) is not None
        ]
        if not places:
            return Answer.SILENT, Place.OPEN
        if Place.WITHIN in places:
            return Answer.YES, Place.WITHIN
        place = _common(places)
        assert place is not None
        return Answer.MAYBE if Place.OPEN in places else Answer.NO, place

    return asked


def measures(record: Record, weapons: frozenset[str] | None = None) -> Iterator[tuple[Measure, ...]]:
    """The amounts of a record, each with what the source says in its place: a sum with its conversions and alternatives.

    They are the value of a transfer and the numbers of its goods (those of some weapons, if they are given), the sums of
    an agreement, the value of an observation, the strength of a deployment.
    """
    match record:
        case Transfer(value=value, alternatives=others, items=items):
            if value is not None:
                yield tuple(one for money in (value, *others) for one in (money, *money.equivalents))
            for item in items:
                if item.number is not None and (weapons is None or item.weapon in weapons):
                    yield (item.number,)
        case Agreement(amounts=amounts):
            for money in amounts:
                yield (money, *money.equivalents)
        case Observation(value=Money() as money):
            yield (money, *money.equivalents)
        case Observation(value=Quantity() as value) | Deployment(strength=Quantity() as value):
            yield (value,)
        case _:
            pass


def _common(places: Iterable[Place | None]) -> Place | None:
    """The place that all have that have one; open where they differ."""
    found = {place for place in places if place is not None}
    return found.pop() if len(found) == 1 else Place.OPEN if found else None


def _place_in(found: Measure, low: Measure | None, high: Measure | None) -> Place | None:
    """Where an amount lies to the range, ``None`` where they cannot be compared."""
    below, above = _less(found, low), _less(high, found)
    if below is None or above is None:
        return None
    if below is Answer.YES:
        return Place.BEFORE
    if above is Answer.YES:
        return Place.AFTER
    return Place.WITHIN if below is above is Answer.NO else Place.OPEN


def _less(a: Measure | None, b: Measure | None) -> Answer | None:
    """Whether one is less than the other, ``None`` for what cannot be compared; no end is never passed."""
    if a is None or b is None:
        return Answer.NO
    less: bool | None
    if isinstance(a, Money) and isinstance(b, Money):
        if a.currency != b.currency:
            return None
        less = a.less(b)
    elif isinstance(a, Quantity) and isinstance(b, Quantity):
        try:
            less = a.less(b)
        except Incompatible:
            return None
    elif isinstance(a, Amount) and isinstance(b, Amount):
        less = a.less(b, whole=True)
    else:
        return None
    return Answer.MAYBE if less is None else Answer.YES if less else Answer.NO
