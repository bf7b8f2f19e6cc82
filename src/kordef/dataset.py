"""The dataset: all records of all documents, with look-ups, and the guarantee that every reference leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeVar, overload

from attrs import frozen

from kordef.errors import DanglingReference, InvalidValue
from kordef.identity import references
from kordef.records import (
    RECORD_TYPES,
    Actor,
    Agreement,
    Deployment,
    Dialogue,
    Event,
    Observation,
    Record,
    Source,
    Statement,
    Transfer,
    WeaponSystem,
)
from kordef.selection import Selection, TransferSelection

__all__ = ["Dataset"]

AnyRecord = TypeVar("AnyRecord", bound=Record)

_RANK = {name: rank for rank, name in enumerate(RECORD_TYPES)}


@frozen(kw_only=True, repr=False)
class Dataset:
    """Records of one or more documents; make one with :meth:`of`, :func:`kordef.build` or :func:`kordef.read_dataset`.

    ``records`` stand in one fixed order whatever the order of the input: documents by file name, the stories of a document
    in theirs, then by type, place in the text and id. Two records with one id, and an id that no record carries, are
    errors: a dataset that exists is whole.
    """

    records: tuple[Record, ...]

    def __attrs_post_init__(self) -> None:
        records = self.records
        seen: dict[str, Record] = {}
        for record in records:
            other = seen.setdefault(record.id, record)
            if other is not record:
                if isinstance(record, Source) and isinstance(other, Source) and record.sha256 == other.sha256:
                    raise InvalidValue(
                        f"the same text is there twice, as {other.file or other.title!r} and as "
                        f"{record.file or record.title!r}; expected each document once"
                    )
                raise InvalidValue(f"two records have the id {record.id!r}: {_place(other)} and {_place(record)}")
        for record in records:
            for pointer, target in references(record):
                if target not in seen:
                    raise DanglingReference(
                        f"{record.id} refers to {target!r} in '{pointer}', and the dataset has no record with that id"
                    )
            for number, evidence in enumerate(record.evidence):
                if evidence.source not in seen:
                    raise DanglingReference(
                        f"{record.id} refers to {evidence.source!r} in '/evidence/{number}/source', and the dataset has "
                        "no record with that id"
                    )

    @classmethod
    def of(cls, records: Iterable[Record]) -> Dataset:
        """A dataset of records in any order.

        Raises :class:`~kordef.errors.InvalidValue` for two records with one id and
        :class:`~kordef.errors.DanglingReference` for a reference to nothing.
        """
        every = tuple(records)
        order = {
            s.id: (s.file or "", s.sha256, s.evidence[0].start if s.evidence else 0, s.id)
            for s in every
            if isinstance(s, Source)
        }
        nowhere = ("", "", 0, "")
        return cls(
            records=tuple(
                sorted(
                    every,
                    key=lambda r: (order.get(r.source, nowhere), _RANK[r.type], _first(r), r.id),
                )
            )
        )

    # ---- look-ups

    @cached_property
    def _by_id(self) -> dict[str, Record]:
        return {r.id: r for r in self.records}

    def __repr__(self) -> str:
        return f"<Dataset of {len(self)} records from {len(self.sources)} sources>"

    def __len__(self) -> int:
        return len(self.records)

    def __iter__(self) -> Iterator[Record]:
        return iter(self.records)

    def __contains__(self, key: object) -> bool:
        return key in self._by_id

    def __getitem__(self, key: str) -> Record:
        """The record with an id; :class:`~kordef.errors.DanglingReference`, a ``LookupError``, where there is none."""
        try:
            return self._by_id[key]
        except KeyError:
            near = [i for i in self._by_id if key and i.startswith(key)]
            hint = f"; did you mean {near[0]!r}?" if len(near) == 1 else ""
            if len(near) > 1:
                hint = f"; {len(near)} begin so, among them {near[0]!r} and {near[1]!r}"
            raise DanglingReference(f"the dataset has no record with the id {key!r}{hint}") from None

    @overload
    def get(self, key: str) -> Record | None: ...
    @overload
    def get(self, key: str, kind: type[AnyRecord]) -> AnyRecord | None: ...
    def get(self, key: str, kind: type[Record] = Record) -> Record | None:
        """The record with an id if it is of a kind, else ``None``."""
        record = self._by_id.get(key)
        return record if isinstance(record, kind) else None

    def of_type(self, kind: type[AnyRecord]) -> Selection[AnyRecord]:
        """All records of one class."""
        return Selection(self, tuple(r for r in self.records if isinstance(r, kind)))

    @cached_property
    def sources(self) -> Selection[Source]:
        """The documents and the stories embedded in them."""
        return self.of_type(Source)

    @cached_property
    def actors(self) -> Selection[Actor]:
        """States, organisations, companies and persons, one for each document that speaks of them."""
        return self.of_type(Actor)

    @cached_property
    def weapon_systems(self) -> Selection[WeaponSystem]:
        """Weapons and classes of weapons, one for each document that speaks of them."""
        return self.of_type(WeaponSystem)

    @cached_property
    def agreements(self) -> Selection[Agreement]:
        """Treaties, partnerships, memoranda and the like."""
        return self.of_type(Agreement)

    @cached_property
    def dialogues(self) -> Selection[Dialogue]:
        """Meetings, visits, calls, forums."""
        return self.of_type(Dialogue)

    @cached_property
    def transfers(self) -> TransferSelection:
        """Sales, orders, gifts and plans of them."""
        return TransferSelection(self, tuple(r for r in self.records if isinstance(r, Transfer)))

    @cached_property
    def deployments(self) -> Selection[Deployment]:
        """Forces, operations, exercises."""
        return self.of_type(Deployment)

    @cached_property
    def observations(self) -> Selection[Observation]:
        """Statistics."""
        return self.of_type(Observation)

    @cached_property
    def events(self) -> Selection[Event]:
        """Votes, laws, elections, attacks."""
        return self.of_type(Event)

    @cached_property
    def statements(self) -> Selection[Statement]:
        """What was said."""
        return self.of_type(Statement)

    def source_of(self, record: Record) -> Source:
        """The document that a record comes from."""
        source = self[record.source]
        assert isinstance(source, Source)
        return source

    def actor(self, key: str) -> Actor:
        """The actor with an id."""
        actor = self[key]
        assert isinstance(actor, Actor)
        return actor

    def weapon(self, key: str) -> WeaponSystem:
        """The weapon system with an id."""
        weapon = self[key]
        assert isinstance(weapon, WeaponSystem)
        return weapon

    def party(self, key: str) -> str:
        """What an actor is called in tables: the code of a state, the short name of an organisation, else the name.

        A ministry, an agency or an armed service goes by the state or organisation that it acts for.
        """
        actor = self.actor(key)
        passed = {actor.id}  # whoever writes a dataset by hand may let two bodies act for each other
        while not actor.code and actor.acts_for and actor.kind in ("government_body", "military_unit"):
            if actor.acts_for in passed:
                break
            actor = self.actor(actor.acts_for)
            passed.add(actor.id)
        if actor.code:
            return actor.code
        if actor.kind in ("igo", "forum"):
            return next((n for n in actor.names if n.isupper() and len(n) <= 6), actor.name)
        return actor.name


def _first(record: Record) -> int:
    return record.evidence[0].start if record.evidence else 0


def _place(record: Record) -> str:
    where = f" at {record.evidence[0].start}" if record.evidence else ""
    return f"a {record.type} of {record.source}{where}"
