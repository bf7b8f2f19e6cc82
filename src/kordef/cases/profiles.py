"""What of a record is compared: its profile."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import frozen

from kordef.amounts import Amount
from kordef.cases.keys import Good, Keys, words_of
from kordef.cases.orders import order_of
from kordef.figures import ORDINALS
from kordef.records import (
    Agreement,
    Deployment,
    Dialogue,
    Event,
    Observation,
    Record,
    Source,
    Transfer,
)
from kordef.values import Money
from kordef.vocabulary import Counting, Modality, Stage, TransferKind

__all__ = ["Item", "Profile", "profile_of"]


@frozen(eq=False)
class Profile:
    """A record as it is compared. ``said`` has the fields of which the record says something."""

    record: Record
    published: date | None
    said: Mapping[str, Any]

    @property
    def largest(self) -> Decimal:
        """The largest number of its goods, 0 where it gives none."""
        bounds = (
            bound for item in self.said.get("goods", ()) if item.number for bound in (item.number.low, item.number.high)
        )
        return max((bound for bound in bounds if bound is not None), default=Decimal(0))

    @property
    def is_specific(self) -> bool:
        """Whether it gives a date, a number or a sum."""
        said = self.said
        return any(name in said for name in _SPECIFIC) or any(item.number for item in said.get("goods", ()))


_SPECIFIC = ("date", "period", "price", "value", "strength")


@frozen
class Item:
    """One kind of goods with what is said of its number."""

    good: Good
    number: Amount | None
    unit: str | None
    counting: Counting


def profile_of(record: Record, source: Source | None, keys: Keys) -> Profile | None:
    """The profile of a record; ``None`` for the types of which there are no cases."""
    make = _PROFILES.get(record.type)
    if make is None or record.modality is Modality.DENIED:
        return None
    published = source.published.latest if source is not None and source.published is not None else None
    said = {name: value for name, value in make(record, keys, published) if value not in _NOTHING}
    return Profile(record, published, said)


_NOTHING: tuple[object, ...] = (None, (), frozenset[str](), {})

Said = Iterable[tuple[str, Any]]


# ---- profiles by type


def _transfer(record: Any, keys: Keys, published: date | None) -> Said:
    transfer: Transfer = record
    order = order_of(transfer)
    later = order is not None and order > 1
    yield "recipient", frozenset(keys.side(i) for i in (transfer.recipient, transfer.end_user) if i)
    yield "supplier", frozenset(keys.side(i) for i in (transfer.supplier, *transfer.companies) if i)
    yield "companies", frozenset(keys.group(i) for i in transfer.companies)
    items = tuple(
        Item(good, item.number, item.unit, Counting.ADDITIONAL if later and item.counting is _NEW else item.counting)
        for item in transfer.items[:_ITEMS]
        if (good := keys.good(item.weapon, item.description)) is not None
    )
    yield "goods", items
    weapons = len({item.good.family for item in items if item.good.main})
    if transfer.value is not None:
        yield "price", (weapons, (transfer.value, *transfer.alternatives))
    yield "date", {str(stage.stage): stage.date for stage in transfer.stages}
    if transfer.stage in _PENDING:
        yield "course", (weapons, _pending(transfer, published), None)
    else:
        # Whatever is being delivered had been signed by then.
        known = [stage.date.latest for stage in transfer.stages if stage.stage in _BOUND]
        if signed := min((day for day in known if day is not None), default=None):
            yield "course", (weapons, None, signed)
    yield "order", order
    given = transfer.stage is Stage.DONATED or transfer.kind is TransferKind.DONATION
    yield "stage", Stage.DONATED if given else transfer.stage


def _pending(transfer: Transfer, published: date | None) -> date | None:
    """The last day on which it is known to have been pending: when that was so by its own dates, else when it was told."""
    own = [stage.date.earliest for stage in transfer.stages if stage.stage is transfer.stage and stage.date.latest]
    known = [day for day in (*own, published) if day is not None]
    return min(known, default=None)


def _agreement(record: Any, keys: Keys, _: date | None) -> Said:
    agreement: Agreement = record
    yield (
        "parties",
        (
            frozenset(keys.group(i) for i in agreement.parties),
            frozenset(keys.side(i) for i in agreement.parties),
        ),
    )
    names = frozenset(word for i in agreement.parties for word in _party_words(keys, i))
    words = _telling(agreement.name, _AGREEMENT_WORDS, names)
    yield "name", words
    yield "edition", next((word for word in words_of(agreement.name) if word in _ORDINALS), None)
    yield "kind", agreement.kind
    yield (
        "date",
        {
            name: period
            for name in ("announced", "signed", "in_force", "ended")
            if (period := getattr(agreement, name)) is not None
        },
    )
    yield "status", agreement.status


def _dialogue(record: Any, keys: Keys, _: date | None) -> Said:
    dialogue: Dialogue = record
    actors = [participant.actor for participant in dialogue.participants]
    persons = frozenset(keys.actor(i) for i in actors if keys.is_person(i))
    yield "persons", persons
    yield "sides", frozenset(keys.side(i) for i in actors)
    yield "kind", dialogue.kind
    yield "date", {"date": dialogue.date} if dialogue.date is not None else None
    yield "place", keys.place(dialogue.place) if dialogue.place else None
    names = {word for i in actors for word in _party_words(keys, i)}
    if dialogue.place:
        names |= set(words_of(dialogue.place))
    yield "name", _telling(dialogue.name, _MEETING_WORDS, frozenset(names))
    yield "ordinal", dialogue.ordinal


def _deployment(record: Any, keys: Keys, _: date | None) -> Said:
    deployment: Deployment = record
    yield "actors", frozenset(keys.side(i) for i in deployment.actors)
    names = frozenset(word for i in (*deployment.actors, *deployment.partners) for word in _party_words(keys, i))
    texts = (deployment.what, deployment.unit, deployment.operation)
    place = frozenset(words_of(deployment.place or "")) - _SMALL
    yield "marks", frozenset(mark for text in texts if text for mark in _marks(text)) - names - place
    yield "place", place
    yield "kind", deployment.kind
    yield "period", {"period": deployment.period} if deployment.period is not None else None
    yield "ordinal", next((word for word in words_of(deployment.what) if word in _ORDINALS), None)
    yield "strength", deployment.strength


def _event(record: Any, keys: Keys, _: date | None) -> Said:
    event: Event = record
    yield "kind", event.kind
    yield "actors", frozenset(keys.side(participant.actor) for participant in event.actors)
    names = frozenset(word for participant in event.actors for word in _party_words(keys, participant.actor))
    yield "marks", frozenset(word for word in words_of(event.what) if len(word) > 3) - names - _SMALL
    yield "place", keys.place(event.place) if event.place else None
    yield "date", {"date": event.date} if event.date is not None else None


def _observation(record: Any, keys: Keys, _: date | None) -> Said:
    observation: Observation = record
    actor = observation.subject_actor
    if actor or observation.subject:
        key = keys.actor(actor) if actor else keys.party(observation.subject or "")
        spelt = (observation.subject, *(keys.spellings(actor) if actor and not observation.subject else ()))
        yield "subject", (key, frozenset(word for text in spelt if text for word in words_of(text)) - _SMALL)
    yield "indicator", frozenset(words_of(observation.indicator)) - _SMALL - _TABLE_WORDS - _FIGURES
    other = observation.counterpart_actor
    yield "counterpart", keys.actor(other) if other else keys.party(observation.counterpart or "") or None
    yield "unit", observation.value.currency if isinstance(observation.value, Money) else observation.value.unit
    yield "basis", observation.basis
    yield "period", {"period": observation.period} if observation.period is not None else None
    yield "value", observation.value
    by = observation.publisher_actor
    yield "publisher", keys.actor(by) if by else keys.party(observation.publisher or "") or None


_NEW = Counting.NEW
_ITEMS = 50
"""Of a very long list of goods the first ones are compared."""

_PENDING = frozenset({Stage.CONSIDERED, Stage.PLANNED, Stage.NEGOTIATING, Stage.SELECTED})
_BOUND = frozenset({Stage.SIGNED, Stage.DELIVERING, Stage.DELIVERED, Stage.DONATED})

_PROFILES: Mapping[str, Callable[[Any, Keys, date | None], Said]] = {
    "transfer": _transfer,
    "agreement": _agreement,
    "dialogue": _dialogue,
    "deployment": _deployment,
    "event": _event,
    "observation": _observation,
}


# ---- telling words

_SMALL = frozenset(
    "a an and as at between by for from in into its new of off on or other our that the their this to under was were"
    " which who will with".split()
)
_AGREEMENT_WORDS = frozenset(
    "accord agreement alliance arrangement cooperation declaration initiative joint letter intent memoranda memorandum mou"
    " of pact partnership pledge programme relation statement treaty understanding updated revised bilateral signed"
    " document paper first second third fourth fifth edition comprehensive original".split()
)
_MEETING_WORDS = frozenset(
    "briefing call conference consultation courtesy dialogue discussion forum meeting ministerial news phone press session"
    " summit talk tour trip visit first second third fourth fifth annual state official working".split()
)
_TABLE_WORDS = frozenset("table change share number total value amount year period held order item".split())
_FIGURES = frozenset(map(str, range(100))) | frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy".split()
)
_ORDINALS = frozenset([*ORDINALS, *(f"{n}th" for n in range(4, 100))])
_MARK = re.compile(r"[A-Z][\w’'-]*|[0-9][\w-]*")


def _party_words(keys: Keys, actor: str) -> Iterable[str]:
    for name in keys.spellings(actor):
        yield from words_of(name)


def _telling(name: str, ordinary: frozenset[str], parties: frozenset[str]) -> frozenset[str]:
    """The words of a name that tell it from others: not its parties, not what sort of paper or meeting it is.

    An abbreviation of the name's own words ("Individually Tailored Partnership Programme, or ITPP") adds nothing.
    """
    words = words_of(name)
    initials = "".join(word[0] for word in words)
    telling = {
        word
        for word in words
        if word not in ordinary and word not in parties and word not in _SMALL and not word.isdigit()
    }
    return frozenset(word for word in telling if not (2 < len(word) < 7 and word in initials))


def _marks(text: str) -> Iterable[str]:
    """The names in a clause: its words with a capital letter."""
    for match in _MARK.finditer(text):
        yield from words_of(match[0])
