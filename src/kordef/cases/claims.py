"""What each member of a case claims, field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from kordef.amounts import Amount
from kordef.cases.keys import Good, Keys
from kordef.cases.model import Claim, FieldClaims, Value
from kordef.cases.profiles import Profile
from kordef.cases.weighing import Said, Sort, weighed
from kordef.periods import Period
from kordef.records import Agreement, Deployment, Dialogue, Event, Observation, Record, Transfer
from kordef.values import Money, Quantity
from kordef.vocabulary import Counting, Vocabulary

__all__ = ["gathered"]


def gathered(profiles: Sequence[Profile], keys: Keys) -> tuple[FieldClaims, ...]:
    """The claims of the members of a case, field by field in the order in which they first come."""
    fields: dict[str, list[Said]] = {}
    meant = _meant(profiles)
    published = {profile.record.id: profile.published for profile in profiles}
    for profile in profiles:
        for said in _SAYINGS[profile.record.type](_Teller(profile.record, keys, meant)):
            fields.setdefault(said.field, []).append(said)
    return tuple(weighed(name, said, published) for name, said in fields.items())


def _meant(profiles: Sequence[Profile]) -> Mapping[str, Good]:
    """The weapon that each class noun of a case stands for, where the case has one weapon of that class."""
    goods = {item.good.key: item.good for profile in profiles for item in profile.said.get("goods", ())}
    named = [good for good in goods.values() if good.named]
    meant: dict[str, Good] = {}
    for noun in goods.values():
        fitting = {good.family: good for good in named if not good.nouns.isdisjoint(noun.nouns)}
        if not noun.named and len(fitting) == 1:
            meant[noun.key] = next(iter(fitting.values()))
    return meant


class _Teller:
    """Makes the claims of one record; ``meant`` are the weapons that class nouns stand for."""

    def __init__(self, record: Record, keys: Keys, meant: Mapping[str, Good]) -> None:
        self.record = record
        self.keys = keys
        self.meant = meant

    def value(
        self, name: str, pointer: str, value: Amount | Money | Quantity | Period | None, others: tuple[Money, ...] = ()
    ) -> Iterator[Said]:
        if value is not None:
            yield self._said(name, pointer, value, value, Sort.VALUE, others)

    def party(
        self, name: str, pointer: str, actor: str | None, *, sort: Sort = Sort.VALUE, side: bool = False
    ) -> Iterator[Said]:
        if actor is not None:
            key = self.keys.side(actor) if side else self.keys.actor(actor)
            yield self._said(name, pointer, self.keys.name(actor), key, sort)

    def place(self, pointer: str, place: str | None) -> Iterator[Said]:
        if place is not None:
            yield self._said("place", pointer, place, self.keys.place(place), Sort.VALUE)

    def parties(self, name: str, pointer: str, actors: Iterable[str]) -> Iterator[Said]:
        for position, actor in enumerate(actors):
            yield from self.party(name, f"{pointer}/{position}", actor, sort=Sort.PART)

    def word(
        self, name: str, pointer: str, word: str | int | Vocabulary | None, *, sort: Sort = Sort.WORDING
    ) -> Iterator[Said]:
        if word is not None:
            yield self._said(name, pointer, str(word), str(word).casefold(), sort)

    def good(self, pointer: str, own: str, good: Good) -> Iterator[Said]:
        yield self._said("goods", pointer, own, good.key, Sort.PART)

    def words(self, name: str, pointer: str, words: Iterable[str]) -> Iterator[Said]:
        for position, word in enumerate(words):
            yield from self.word(name, f"{pointer}/{position}", word, sort=Sort.PART)

    def _said(
        self, name: str, pointer: str, value: Value, key: Any, sort: Sort, others: tuple[Money, ...] = ()
    ) -> Said:
        record = self.record
        claim = Claim(record=record.id, source=record.source, pointer=pointer, value=value, others=others)
        return Said(name, claim, key, sort)


# ---- what each type claims


def _transfer(teller: _Teller) -> Iterator[Said]:
    record = teller.record
    assert isinstance(record, Transfer)
    yield from teller.word("kind", "/kind", record.kind, sort=Sort.STATE)
    yield from teller.word("stage", "/stage", record.stage, sort=Sort.STATE)
    yield from teller.party("supplier", "/supplier", record.supplier, side=True)
    yield from teller.parties("companies", "/companies", record.companies)
    yield from teller.party("recipient", "/recipient", record.recipient, side=True)
    yield from teller.party("end user", "/end_user", record.end_user, side=True)
    goods = [teller.keys.good(item.weapon, item.description) for item in record.items]
    families = [good.family for good in goods if good is not None]
    for position, (item, good) in enumerate(zip(record.items, goods, strict=True)):
        if good is None:
            continue
        own = teller.keys.name(item.weapon) if item.weapon else item.description or ""
        yield from teller.good(f"/items/{position}", own, good)
        # Versions of one family that a source counts apart are claims of their own.
        weapon = teller.meant.get(good.key, good)
        name = own if families.count(good.family) > 1 else teller.keys.family_name(weapon) or own
        name = name if weapon.named else name.casefold()
        counted = "" if item.counting in (Counting.NEW, Counting.ADDITIONAL) else f" ({item.counting})"
        unit = f"{item.unit} of " if item.unit else ""
        yield from teller.value(f"number of {unit}{name}{counted}", f"/items/{position}/number", item.number)
    yield from teller.value("value", "/value", record.value, record.alternatives)
    for position, stage in enumerate(record.stages):
        yield from teller.value(str(stage.stage), f"/stages/{position}/date", stage.date)
    yield from teller.words("terms", "/terms", map(str, record.terms))


def _agreement(teller: _Teller) -> Iterator[Said]:
    record = teller.record
    assert isinstance(record, Agreement)
    yield from teller.word("name", "/name", record.name)
    yield from teller.word("kind", "/kind", record.kind)
    yield from teller.word("status", "/status", record.status, sort=Sort.STATE)
    yield from teller.parties("parties", "/parties", record.parties)
    for name in ("announced", "signed", "in_force", "ended"):
        yield from teller.value(name.replace("_", " "), f"/{name}", getattr(record, name))
    yield from teller.word("place", "/place", record.place)
    for position, amount in enumerate(record.amounts):
        yield from teller.value("amount", f"/amounts/{position}", amount)


def _dialogue(teller: _Teller) -> Iterator[Said]:
    record = teller.record
    assert isinstance(record, Dialogue)
    yield from teller.word("name", "/name", record.name)
    yield from teller.word("kind", "/kind", record.kind)
    yield from teller.parties("participants", "/participants", (p.actor for p in record.participants))
    yield from teller.value("date", "/date", record.date)
    yield from teller.place("/place", record.place)
    yield from teller.word("venue", "/venue", record.venue)
    yield from teller.word("ordinal", "/ordinal", record.ordinal, sort=Sort.VALUE)
    yield from teller.words("topics", "/topics", record.topics)
    yield from teller.words("outcomes", "/outcomes", record.outcomes)


def _deployment(teller: _Teller) -> Iterator[Said]:
    record = teller.record
    assert isinstance(record, Deployment)
    yield from teller.word("what", "/what", record.what)
    yield from teller.word("kind", "/kind", record.kind)
    yield from teller.parties("actors", "/actors", record.actors)
    yield from teller.parties("partners", "/partners", record.partners)
    yield from teller.word("unit", "/unit", record.unit)
    yield from teller.word("operation", "/operation", record.operation)
    yield from teller.place("/place", record.place)
    yield from teller.value("period", "/period", record.period)
    yield from teller.value("strength", "/strength", record.strength)


def _event(teller: _Teller) -> Iterator[Said]:
    record = teller.record
    assert isinstance(record, Event)
    yield from teller.word("what", "/what", record.what)
    yield from teller.word("kind", "/kind", record.kind)
    yield from teller.parties("actors", "/actors", (p.actor for p in record.actors))
    yield from teller.place("/place", record.place)
    yield from teller.value("date", "/date", record.date)


def _observation(teller: _Teller) -> Iterator[Said]:
    record = teller.record
    assert isinstance(record, Observation)
    yield from teller.word("indicator", "/indicator", record.indicator)
    yield from teller.word("subject", "/subject", record.subject)
    yield from teller.value("period", "/period", record.period)
    yield from teller.value("value", "/value", record.value)
    yield from teller.word("publisher", "/publisher", record.publisher)


_SAYINGS: Mapping[str, Callable[[_Teller], Iterator[Said]]] = {
    "transfer": _transfer,
    "agreement": _agreement,
    "dialogue": _dialogue,
    "deployment": _deployment,
    "event": _event,
    "observation": _observation,
}
