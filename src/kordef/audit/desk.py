"""What the checks look things up in: one pass over a dataset, so that no check has to search it again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from attrs import define, field

from kordef.audit.findings import Claim
from kordef.catalogue import Catalogue, Organisation, Weapon
from kordef.dataset import Dataset
from kordef.evidence import Evidence, resolve
from kordef.intervals import Interval
from kordef.reasons import readable
from kordef.records import Actor, Observation, Passage, Record, Source, Transfer, WeaponSystem
from kordef.values import Money, Quantity
from kordef.vocabulary import Basis

__all__ = ["LEVELS", "Desk", "Table", "interval_of", "unit_of"]

LEVELS = (Basis.LEVEL, Basis.FORECAST, Basis.TARGET)
"""The bases of figures that stand for themselves."""

Table = dict[int, dict[int, Observation]]
"""The figures of a table by row and column."""


def unit_of(observation: Observation) -> str:
    """The unit or the currency of a figure."""
    value = observation.value
    return value.currency if isinstance(value, Money) else value.unit


def interval_of(value: Money | Quantity) -> Interval:
    """What a stated value leaves open; whole numbers where it counts."""
    return value.amount.interval if isinstance(value, Money) else value.interval


@define(eq=False, slots=False)
class Desk:
    """A dataset and the catalogue, laid out for the checks."""

    dataset: Dataset
    catalogue: Catalogue
    _labels: dict[str, str] = field(init=False, factory=lambda: dict[str, str]())
    _last: tuple[str, dict[str, list[Evidence]]] = field(init=False, default=("", {}))

    # ---- claims

    def claim(self, record: Record, pointer: str = "") -> Claim:
        """What a record says in a field, with the evidence for that field, for what is above it, or for the record."""
        if self._last[0] != record.id:
            self._last = (record.id, self._evidence(record))
        fields = self._last[1]
        way = pointer
        while way and way not in fields:
            way = way.rpartition("/")[0]
        evidence = fields.get(way) or record.evidence[:1]
        held = resolve(record, pointer)
        says = " ".join(self.title(record) if held is record else readable(self.dataset, held).split())
        return Claim(record=record.id, source=record.source, field=pointer, says=says, evidence=tuple(evidence))

    @staticmethod
    def _evidence(record: Record) -> dict[str, list[Evidence]]:
        fields: dict[str, list[Evidence]] = {}
        for evidence in record.evidence:
            fields.setdefault(evidence.field, []).append(evidence)
        return fields

    def title(self, record: Record) -> str:
        """What a record is called in a sentence: its name, or for a transfer the goods and who gets them."""
        if isinstance(record, Transfer):
            weapons = (self.dataset.get(item.weapon, WeaponSystem) if item.weapon else None for item in record.items)
            goods = [w.name if w else i.description for w, i in zip(weapons, record.items, strict=True)]
            named = ", ".join(dict.fromkeys(filter(None, goods[:3]))) or "goods"
            return f"{named} for {self.named(record.recipient)}" if record.recipient else named
        for name in ("name", "what", "indicator", "title"):
            text = getattr(record, name, None)
            if isinstance(text, str):
                return " ".join(text.split())
        return record.type

    def document(self, record: Record) -> str:
        """How a sentence names the document of a record: by its file, which tells documents of one publisher apart."""
        source = self.dataset.source_of(record)
        return source.file or source.title

    # ---- actors and weapons

    def party(self, key: str | None) -> str | None:
        """What tells one actor from another in all documents: the state or organisation it acts for, or its name."""
        if key is None:
            return None
        label = self._labels.get(key)
        if label is None:
            actor = self.dataset.actor(key)
            # One document writes "EU", another only "European Union".
            known = self._organisations.get((actor.catalogue or "").removeprefix("organisation:"))
            short = known.short if known and not known.acts_for else None
            label = self._labels[key] = short or self.dataset.party(key)
        return label

    @cached_property
    def _organisations(self) -> dict[str, Organisation]:
        return {organisation.id: organisation for organisation in self.catalogue.organisations}

    def named(self, key: str | None) -> str:
        """An actor's name for a sentence."""
        actor = self.dataset.get(key, Actor) if key else None
        return actor.name if actor else "somebody"

    def family(self, key: str | None) -> str | None:
        """The family of a weapon, by which deals over variants are compared."""
        weapon = self.dataset.get(key, WeaponSystem) if key else None
        if weapon is None:
            return None
        return (weapon.family or weapon.catalogue or weapon.name.casefold()).removeprefix("weapon:")

    @cached_property
    def weapons(self) -> dict[str, Weapon]:
        """The catalogue's weapons by id."""
        return {weapon.id: weapon for weapon in self.catalogue.weapons}

    def subject(self, observation: Observation) -> str | None:
        """Whom or what a figure is about, the same in all documents."""
        party = self.party(observation.subject_actor)
        return party or (observation.subject.casefold() if observation.subject else None)

    # ---- figures

    @cached_property
    def observations(self) -> dict[str, list[Observation]]:
        """The figures of each document, in its order."""
        found: dict[str, list[Observation]] = defaultdict(list)
        for record in self.dataset.records:
            if isinstance(record, Observation):
                found[record.source].append(record)
        return found

    @cached_property
    def tables(self) -> dict[tuple[str, int], Table]:
        """The tables of all documents; where a cell has several figures, the first."""
        found: dict[tuple[str, int], Table] = defaultdict(dict)
        for source, observations in self.observations.items():
            for o in observations:
                if o.cell is not None:
                    found[source, o.cell.table].setdefault(o.cell.row, {}).setdefault(o.cell.column, o)
        return {
            place: {row: dict(sorted(cells.items())) for row, cells in sorted(t.items())} for place, t in found.items()
        }

    @cached_property
    def sentences(self) -> dict[tuple[str, int], list[Observation]]:
        """The figures of running text by the sentence they stand in (its number, or where the record starts).

        Of a sentence with very many figures the first are kept: it is no prose, and checks look at pairs.
        """
        found: dict[tuple[str, int], list[Observation]] = defaultdict(list)
        for source, observations in self.observations.items():
            for o in observations:
                if o.cell is None and o.evidence and len(same := found[source, self.place(o)]) < _MOST_FIGURES:
                    same.append(o)
        return found

    # ---- sentences

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        return {s.id: [p.start for p in s.passages] for s in self.dataset.records if isinstance(s, Source)}

    def place(self, record: Record) -> int:
        """The number of the sentence that a record begins in, or below zero where the document keeps no sentences."""
        at = record.evidence[0].start if record.evidence else 0
        return self.place_at(record.source, at)

    def place_at(self, source: str, at: int) -> int:
        """The number of the sentence at a character, or ``-1 - at`` where no sentence is kept."""
        passages = self._passages(source)
        index = bisect_right(self._starts.get(source, []), at) - 1
        if index < 0 or at >= passages[index].start + len(passages[index].exact):
            return -1 - at
        return index

    def _passages(self, source: str) -> tuple[Passage, ...]:
        record = self.dataset.get(source, Source)
        return record.passages if record else ()

    def sentence(self, record: Record) -> str:
        """The sentence that a record begins in, or its quote where the document keeps none."""
        index = self.place(record)
        if index >= 0:
            return self._passages(record.source)[index].exact
        return record.evidence[0].exact if record.evidence else ""

    def table_meant(self, record: Record) -> int | None:
        """The table that a record's sentence refers to ("see Table 2"), counted from 0."""
        meant = _TABLE.search(self.sentence(record))
        return int(meant[1]) - 1 if meant else None

    # ---- deals

    @cached_property
    def deals(self) -> dict[tuple[str, str, str], list[tuple[Transfer, int]]]:
        """The items of all transfers by supplier, recipient and family of the weapon."""
        found: dict[tuple[str, str, str], list[tuple[Transfer, int]]] = defaultdict(list)
        for transfer in self.dataset.transfers:
            for key, position in self.goods(transfer):
                found[key].append((transfer, position))
        return found

    def goods(self, transfer: Transfer) -> Iterator[tuple[tuple[str, str, str], int]]:
        """The items of a transfer whose weapon is known, as supplier, recipient and family, with their positions."""
        supplier, recipient = self.party(transfer.supplier), self.party(transfer.recipient)
        if supplier and recipient:
            for position, item in enumerate(transfer.items):
                family = self.family(item.weapon)
                if family:
                    yield (supplier, recipient, family), position


_MOST_FIGURES = 50
_TABLE = re.compile(r"\bTable (\d{1,2})\b", re.IGNORECASE)
