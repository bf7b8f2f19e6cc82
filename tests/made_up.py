"""Small datasets made by hand, for tests in which every record and number must be known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kordef.cases import Judgement
from kordef.cases.judgements import Opinion
from kordef.dataset import Dataset
from kordef.evidence import Evidence
from kordef.identity import record_id
from kordef.periods import Period
from kordef.records import (
    Actor,
    Agreement,
    Attribution,
    Delivery,
    Deployment,
    Dialogue,
    Event,
    Item,
    Observation,
    Participant,
    Record,
    Source,
    StageDate,
    Statement,
    Transfer,
    WeaponSystem,
)
from kordef.vocabulary import (
    ActorKind,
    AgreementKind,
    AgreementStatus,
    DeploymentKind,
    DialogueKind,
    EventKind,
    Speech,
    Stage,
    TransferKind,
)

__all__ = ["Paper", "together"]


class Paper:
    """One document: its records, and short ways to make more of them."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.sha = f"{sum(map(ord, name)):064x}"
        self.id = record_id("source", self.sha, 0)
        self.records: list[Record] = [
            Source(
                id=self.id, source=self.id, title=f"Title of {name}", sha256=self.sha, length=9999, file=f"{name}.txt"
            )
        ]
        self.known: dict[str, str] = {}

    def _add(self, cls: Any, **fields: Any) -> Any:
        rank = len(self.records)
        words = fields.pop("words", f"words {rank}")
        evidence = Evidence(source=self.id, field="", start=100 * rank, end=100 * rank + len(words), exact=words)
        record = cls(id=record_id(cls.type, self.sha, rank), source=self.id, evidence=(evidence,), **fields)
        self.records.append(record)
        return record

    def actor(self, name: str, kind: ActorKind = ActorKind.STATE, **fields: Any) -> str:
        """The id of an actor; two capital letters are the code of a state."""
        if name not in self.known:
            if kind is ActorKind.STATE and len(name) == 2:
                fields = {"code": name, "catalogue": f"state:{name}", **fields}
            self.known[name] = self._add(Actor, name=name, kind=kind, names=(name,), **fields).id
        return self.known[name]

    def weapon(self, name: str, catalogue: str | None = None) -> str:
        """The id of a weapon system."""
        if name not in self.known:
            self.known[name] = self._add(
                WeaponSystem, name=name, designation=name, names=(name,), catalogue=catalogue
            ).id
        return self.known[name]

    def transfer(self, **fields: Any) -> Transfer:
        """A contract between two states; ``on`` is the date of its stage."""
        for role in ("supplier", "recipient", "end_user"):
            if fields.get(role) and not fields[role].startswith("actor-"):
                fields[role] = self.actor(fields[role])
        stage = fields.setdefault("stage", Stage.SIGNED)
        if on := fields.pop("on", None):
            fields["stages"] = (StageDate(stage=stage, date=Period(edtf=on)),)
        made: Transfer = self._add(Transfer, **{"kind": TransferKind.SALE, **fields})
        return made

    def agreement(self, name: str, *parties: str, **fields: Any) -> Agreement:
        made: Agreement = self._add(
            Agreement,
            **{
                "name": name,
                "kind": AgreementKind.MOU,
                "status": AgreementStatus.SIGNED,
                "parties": tuple(map(self.actor, parties)),
                **fields,
            },
        )
        return made

    def dialogue(self, name: str, *participants: Participant, **fields: Any) -> Dialogue:
        made: Dialogue = self._add(
            Dialogue, **{"name": name, "kind": DialogueKind.SUMMIT, "participants": participants, **fields}
        )
        return made

    def deployment(self, what: str, **fields: Any) -> Deployment:
        made: Deployment = self._add(Deployment, **{"what": what, "kind": DeploymentKind.EXERCISE, **fields})
        return made

    def event(self, what: str, **fields: Any) -> Event:
        made: Event = self._add(Event, **{"what": what, "kind": EventKind.VOTE, **fields})
        return made

    def observation(self, indicator: str, value: Any, **fields: Any) -> Observation:
        made: Observation = self._add(Observation, indicator=indicator, value=value, **fields)
        return made

    def statement(self, text: str, **fields: Any) -> Statement:
        made: Statement = self._add(Statement, text=text, speech=Speech.DIRECT, **fields)
        return made


def together(*papers: Paper, same: Iterable[tuple[Record, Record]] = ()) -> Dataset:
    """The dataset of some documents, in which people judged some records to be of one thing, and all others not."""
    dataset = Dataset.of(record for paper in papers for record in paper.records)
    pairs = {frozenset((a.id, b.id)) for a, b in same}
    judgements = [
        Judgement(
            judgement=Opinion.SAME, records=(a.id, b.id), who="A. Reader", when="2025-11-25", why="Made so for a test."
        )
        for a, b in same
    ]
    transfers = list(dataset.transfers)
    if not pairs:
        judgements = [
            Judgement(
                judgement=Opinion.NOT_SAME,
                records=(a.id, b.id),
                who="A. Reader",
                when="2025-11-25",
                why="Made so for a test.",
            )
            for place, a in enumerate(transfers)
            for b in transfers[place + 1 :]
            if a.source != b.source
        ]
    return dataset.with_judgements(judgements)


__all__ += ["Attribution", "Delivery", "Item", "Participant"]
