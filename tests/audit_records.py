"""Made-up documents for the audit's tests: sentences that are said, and records that rest on them."""

from __future__ import annotations

import hashlib
from typing import Any

from kordef.amounts import Amount
from kordef.dataset import Dataset
from kordef.evidence import Evidence
from kordef.identity import record_id
from kordef.periods import Period
from kordef.records import (
    Actor,
    Agreement,
    Cell,
    Delivery,
    Event,
    Item,
    Observation,
    Participant,
    Passage,
    Post,
    Record,
    Source,
    StageDate,
    Target,
    Transfer,
    WeaponSystem,
)
from kordef.values import Money, Quantity
from kordef.vocabulary import (
    ActorKind,
    AgreementKind,
    AgreementStatus,
    Basis,
    Counting,
    EventKind,
    Role,
    Stage,
    TransferKind,
)

_STATES = {"KR": "South Korea", "PL": "Poland", "US": "United States", "RU": "Russia", "UA": "Ukraine", "NO": "Norway"}
_STATES |= {"AU": "Australia", "CA": "Canada", "GB": "United Kingdom", "DE": "Germany"}
_STAGED = {Stage.SIGNED: TransferKind.SALE, Stage.DELIVERED: TransferKind.SALE, Stage.DELIVERING: TransferKind.SALE}


def usd(digits: str, scale: int = 10**9, **more: Any) -> Money:
    return Money(amount=Amount.written(digits, scale=scale), currency="USD", **more)


def money(digits: str, currency: str, scale: int = 10**9, **more: Any) -> Money:
    return Money(amount=Amount.written(digits, scale=scale), currency=currency, **more)


def percent(digits: str, unit: str = "percent") -> Quantity:
    return Quantity(amount=Amount.written(digits), unit=unit)


def tiv(digits: str) -> Quantity:
    return Quantity(amount=Amount.written(digits), unit="TIV")


def times(number: int) -> Quantity:
    return Quantity(amount=Amount.exact(number), unit="multiple")


class Paper:
    """A document that is written sentence by sentence; what is noted rests on the last one."""

    def __init__(self, file: str = "a.txt", published: str | None = "2025-03-08") -> None:
        self.file = file
        self.sha = hashlib.sha256(file.encode()).hexdigest()
        self.id = record_id("source", self.sha, 0)
        self.published = published
        self.passages: list[Passage] = []
        self.records: list[Record] = []
        self.known: dict[str, str] = {}
        self.length = 0

    def say(self, sentence: str) -> Paper:
        self.passages.append(Passage(start=self.length, exact=sentence))
        self.length += len(sentence) + 1
        return self

    def quote(self, field: str, exact: str | None = None) -> Evidence:
        passage = self.passages[-1]
        at = 0 if exact is None else passage.exact.index(exact)
        exact = passage.exact if exact is None else exact
        start = passage.start + at
        return Evidence(source=self.id, field=field, start=start, end=start + len(exact), exact=exact)

    def key(self, type_: str) -> str:
        return record_id(type_, self.sha, len(self.records) + 1)

    def note(self, cls: type[Any], *, quote: str | None = None, fields: tuple[str, ...] = ("",), **values: Any) -> Any:
        if not self.passages:
            self.say("Made up.")
        record = cls(
            id=self.key(cls.type), source=self.id, evidence=tuple(self.quote(f, quote) for f in fields), **values
        )
        self.records.append(record)
        return record

    def actor(self, code: str) -> str:
        """The id of a state by its code, or of the EU or NATO."""
        if code not in self.known:
            if code in _STATES:
                values: dict[str, Any] = {"kind": ActorKind.STATE, "code": code, "catalogue": f"state:{code}"}
                values |= {"name": _STATES[code], "names": (_STATES[code], code)}
            else:
                values = {
                    "kind": ActorKind.IGO,
                    "name": code,
                    "names": (code,),
                    "catalogue": f"organisation:{code.lower()}",
                }
            self.known[code] = self.note(Actor, **values).id
        return self.known[code]

    def weapon(self, designation: str) -> str:
        if designation not in self.known:
            catalogue = designation.lower()
            noted = self.note(
                WeaponSystem, name=designation, designation=designation, catalogue=f"weapon:{catalogue}", family=None
            )
            self.known[designation] = noted.id
        return self.known[designation]

    def figure(
        self,
        value: Money | Quantity,
        indicator: str = "defence exports",
        subject: str | None = "KR",
        period: str | None = None,
        basis: Basis = Basis.LEVEL,
        quote: str | None = None,
        **more: Any,
    ) -> Observation:
        actor = self.actor(subject) if subject in (*_STATES, "EU", "NATO") else None
        return self.note(
            Observation,
            quote=quote,
            fields=("", "/value"),
            indicator=indicator,
            value=value,
            basis=basis,
            subject=_STATES.get(subject or "", subject),
            subject_actor=actor,
            period=Period(edtf=period) if period else None,
            **more,
        )

    def cell(
        self,
        place: tuple[int, int],
        value: Money | Quantity,
        headers: tuple[str, str],
        subject: str | None = None,
        basis: Basis = Basis.LEVEL,
        table: int = 0,
        period: str | None = None,
        members: tuple[str, ...] = (),
    ) -> Observation:
        (row, column), (row_header, column_header) = place, headers
        return self.figure(
            value,
            indicator=f"{column_header}: {row_header}",
            subject=subject,
            basis=basis,
            period=period,
            cell=Cell(table=table, row=row, column=column, row_header=row_header, column_header=column_header),
            members=members,
        )

    def deal(
        self,
        weapon: str = "K2",
        number: Amount | int | None = None,
        stage: Stage = Stage.SIGNED,
        date: str | None = None,
        *,
        supplier: str = "KR",
        recipient: str = "PL",
        counting: Counting = Counting.NEW,
        stages: tuple[tuple[Stage, str], ...] = (),
        deliveries: tuple[Delivery, ...] = (),
        **more: Any,
    ) -> Transfer:
        held = self.weapon(weapon)
        amount = Amount.exact(number, 1) if isinstance(number, int) else number
        dated = (*stages, *(((stage, date),) if date else ()))
        more.setdefault("items", (Item(weapon=held, number=amount, counting=counting),))
        return self.note(
            Transfer,
            kind=_STAGED.get(stage, TransferKind.PLAN),
            stage=stage,
            supplier=self.actor(supplier),
            recipient=self.actor(recipient),
            stages=tuple(StageDate(stage=s, date=Period(edtf=d)) for s, d in dated),
            deliveries=deliveries,
            **more,
        )

    def agreement(
        self, name: str, parties: tuple[str, ...] = (), targets: tuple[Target, ...] = (), **dates: str
    ) -> Agreement:
        return self.note(
            Agreement,
            name=name,
            kind=AgreementKind.PARTNERSHIP,
            status=AgreementStatus.SIGNED,
            parties=tuple(self.actor(p) for p in parties),
            targets=targets,
            **{field: Period(edtf=date) for field, date in dates.items()},
        )

    def event(
        self, what: str, kind: EventKind, date: str | None, agent: str | None = None, target: str | None = None
    ) -> Event:
        pairs = ((agent, Role.AGENT), (target, Role.TARGET))
        return self.note(
            Event,
            quote=what,
            fields=("", "/date") if date else ("",),
            what=what,
            kind=kind,
            date=Period(edtf=date) if date else None,
            actors=tuple(Participant(actor=self.actor(code), role=role) for code, role in pairs if code),
        )

    def person(self, name: str, *posts: tuple[str, str]) -> Actor:
        held = tuple(Post(title=title, body=self.actor(code)) for title, code in posts)
        return self.note(Actor, quote=name, name=name, names=(name,), kind=ActorKind.PERSON, posts=held)

    @property
    def whole(self) -> tuple[Record, ...]:
        source = Source(
            id=self.id,
            source=self.id,
            title=self.file,
            sha256=self.sha,
            length=self.length,
            file=self.file,
            published=Period(edtf=self.published) if self.published else None,
            passages=tuple(self.passages),
        )
        return (source, *self.records)


def dataset(*papers: Paper) -> Dataset:
    return Dataset.of(record for paper in papers for record in paper.whole)
