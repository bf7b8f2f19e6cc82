"""Made-up documents for tests of cases: records in short."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from kordef.amounts import Amount
from kordef.dataset import Dataset
from kordef.identity import record_id
from kordef.periods import Period
from kordef.records import (
    Actor,
    Agreement,
    Deployment,
    Dialogue,
    Item,
    Observation,
    Participant,
    Record,
    Source,
    StageDate,
    Transfer,
    WeaponSystem,
)
from kordef.values import Money, Quantity
from kordef.vocabulary import (
    ActorKind,
    AgreementKind,
    AgreementStatus,
    Counting,
    DeploymentKind,
    DialogueKind,
    Stage,
    TransferKind,
)


def usd(number: str, scale: int = 10**9) -> Money:
    """A sum of billions of dollars as it is written."""
    return Money(amount=Amount.written(number, scale=scale), currency="USD")


def eur(number: str, scale: int = 10**9) -> Money:
    """A sum of billions of euros as it is written."""
    return Money(amount=Amount.written(number, scale=scale), currency="EUR")


class Document:
    """A document that is being told: each method adds a record and returns it."""

    def __init__(self, name: str, published: str | None = "2025-06-01") -> None:
        self.sha256 = sha256(name.encode()).hexdigest()
        self.id = record_id("source", self.sha256)
        self.records: list[Record] = [
            Source(
                id=self.id,
                source=self.id,
                title=name,
                file=f"{name}.txt",
                sha256=self.sha256,
                length=1000,
                published=Period(edtf=published) if published else None,
            )
        ]
        self._known: dict[str, str] = {}

    def _id(self, kind: str) -> str:
        return record_id(kind, self.sha256, len(self.records))

    def _add(self, record: Any) -> Any:
        self.records.append(record)
        return record

    def state(self, code: str) -> str:
        """The id of a state by its code."""
        if code not in self._known:
            actor = Actor(id=self._id("actor"), source=self.id, name=code, kind=ActorKind.STATE, code=code)
            self._known[code] = self._add(actor).id
        return self._known[code]

    def actor(self, name: str, kind: ActorKind, *, of: str | None = None, catalogue: str | None = None) -> str:
        """The id of another actor; ``of`` is the code of the state that it acts for."""
        if name not in self._known:
            acts_for = self.state(of) if of else None
            identifier = self._id("actor")
            self._add(
                Actor(id=identifier, source=self.id, name=name, kind=kind, acts_for=acts_for, catalogue=catalogue)
            )
            self._known[name] = identifier
        return self._known[name]

    def weapon(self, name: str) -> str:
        """The id of a weapon by its designation, or of a class by its noun (lower case)."""
        if name not in self._known:
            named = name[0].isupper()
            weapon = WeaponSystem(
                id=self._id("weapon_system"),
                source=self.id,
                name=name,
                designation=name if named else None,
                catalogue=f"weapon:{name.casefold()}" if named else None,
                categories=() if named else (name,),
            )
            self._known[name] = self._add(weapon).id
        return self._known[name]

    def transfer(
        self,
        recipient: str | None = "PL",
        weapon: str = "K2",
        number: Amount | int | None = None,
        *,
        supplier: str | None = "KR",
        value: Money | None = None,
        signed: str | None = None,
        stage: Stage = Stage.SIGNED,
        counting: Counting = Counting.NEW,
        items: tuple[tuple[str, int | None], ...] = (),
        companies: tuple[str, ...] = (),
        alternatives: tuple[Money, ...] = (),
    ) -> Transfer:
        """A sale."""
        amount = Amount.exact(number) if isinstance(number, int) else number
        goods = [Item(weapon=self.weapon(weapon), number=amount, counting=counting)] if not items else []
        goods += [Item(weapon=self.weapon(w), number=None if n is None else Amount.exact(n)) for w, n in items]
        sold_by, bought_by = (self.state(code) if code else None for code in (supplier, recipient))
        dates = (StageDate(stage=Stage.SIGNED, date=Period(edtf=signed)),) if signed else ()
        return self._add(
            Transfer(
                id=self._id("transfer"),
                source=self.id,
                kind=TransferKind.SALE,
                stage=stage,
                supplier=sold_by,
                recipient=bought_by,
                companies=companies,
                items=tuple(goods),
                value=value,
                alternatives=alternatives,
                stages=dates,
            )
        )

    def agreement(self, name: str, *parties: str, signed: str | None = None, announced: str | None = None) -> Agreement:
        """An agreement between states by their codes, or actors by their ids."""
        ids = tuple(party if party.startswith("actor-") else self.state(party) for party in parties)
        return self._add(
            Agreement(
                id=self._id("agreement"),
                source=self.id,
                name=name,
                kind=AgreementKind.PARTNERSHIP,
                status=AgreementStatus.SIGNED,
                parties=ids,
                signed=Period(edtf=signed) if signed else None,
                announced=Period(edtf=announced) if announced else None,
            )
        )

    def meeting(
        self,
        *persons: tuple[str, str],
        date: str | None = None,
        place: str | None = None,
        kind: DialogueKind = DialogueKind.MINISTERIAL,
        name: str = "meeting",
        sides: tuple[str, ...] = (),
    ) -> Dialogue:
        """A meeting of persons, each with the state that he or she acts for."""
        actors = [self.actor(person, ActorKind.PERSON, of=code) for person, code in persons]
        actors += [self.state(code) for code in sides]
        return self._add(
            Dialogue(
                id=self._id("dialogue"),
                source=self.id,
                name=name,
                kind=kind,
                participants=tuple(Participant(actor=actor) for actor in actors),
                date=Period(edtf=date) if date else None,
                place=place,
            )
        )

    def deployment(self, what: str, actor: str, *, place: str | None = None, period: str | None = None) -> Deployment:
        """Forces of a state."""
        return self._add(
            Deployment(
                id=self._id("deployment"),
                source=self.id,
                what=what,
                kind=DeploymentKind.OPERATION,
                actors=(self.state(actor),),
                place=place,
                period=Period(edtf=period) if period else None,
            )
        )

    def figure(self, indicator: str, state: str, year: str, value: Money | Quantity) -> Observation:
        """A statistic of a state in a year."""
        return self._add(
            Observation(
                id=self._id("observation"),
                source=self.id,
                indicator=indicator,
                subject_actor=self.state(state),
                period=Period(edtf=year),
                value=value,
            )
        )


def dataset(*documents: Document) -> Dataset:
    """The dataset of some documents."""
    return Dataset.of(record for document in documents for record in document.records)
