"""The dataset: all records of all documents, with look-ups, and the guarantee that every reference leads somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, overload

from attrs import evolve, frozen

from kordef.errors import DanglingReference, InvalidValue, unfit
from kordef.identity import in_order, references
from kordef.lookups import Lookups
from kordef.markup import grid
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
from kordef.selection import (
    ActorSelection,
    AgreementSelection,
    DeploymentSelection,
    DialogueSelection,
    EventSelection,
    ObservationSelection,
    Selection,
    StatementSelection,
    TransferSelection,
    WeaponSelection,
)

if TYPE_CHECKING:
    from kordef.cases import Case, Judgement
    from kordef.cases.finding import Found
    from kordef.tables import ArrowTable, Rows

__all__ = ["Dataset", "selection_of"]

AnyRecord = TypeVar("AnyRecord", bound=Record)


@frozen(kw_only=True, repr=False)
class Dataset:
    """Records of one or more documents; make one with :meth:`of`, :func:`kordef.build` or :func:`kordef.read_dataset`.

    ``records`` stand in one fixed order whatever the order of the input: documents by file name, the stories of a document
    in theirs, then by type, place in the text and id. Two records with one id, and an id that no record carries, are
    errors: a dataset that exists is whole. ``judgements`` are people's, on which records speak of one thing; they are no part of
    a dataset's file.
    """

    records: tuple[Record, ...]
    judgements: tuple[Judgement, ...] = ()

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
        return cls(records=in_order(records))

    def with_judgements(self, judgements: Iterable[Judgement]) -> Dataset:
        """The same records, with what people have judged of them (:func:`kordef.read_judgements`) for :attr:`cases`.

        They take the place of those that the dataset has.
        """
        return evolve(self, judgements=tuple(judgements))

    def part(self, records: Iterable[Record]) -> Dataset:
        """The dataset of some records (a selection, say) and of all that they refer to: documents, parties, weapons, ...

        Judgements go along where all that they are about is there. Raises :class:`~kordef.errors.DanglingReference` for a
        record of another dataset.
        """
        kept: set[str] = set()
        waiting = [record.id for record in records]
        while waiting:
            if (key := waiting.pop()) not in kept:
                record = self[key]
                kept.add(key)
                waiting.extend(target for _, target in references(record))
                waiting.extend(evidence.source for evidence in record.evidence)
        return Dataset(
            records=tuple(record for record in self.records if record.id in kept),
            judgements=tuple(judged for judged in self.judgements if kept.issuperset(judged.records)),
        )

    # ---- look-ups

    @cached_property
    def _by_id(self) -> dict[str, Record]:
        return {r.id: r for r in self.records}

    def __repr__(self) -> str:
        return f"<Dataset of {len(self)} records from {len(self.sources)} sources>"

    def _repr_html_(self) -> str:
        """How many records of each type each document yields, for notebooks."""
        counts: dict[str, Counter[str]] = {source.id: Counter() for source in self.sources}
        for record in self.records:
            counts[record.source][record.type] += 1
        types = [name for name in RECORD_TYPES if name != "source" and any(count[name] for count in counts.values())]
        rows = [
            (source.title, str(source.published or ""), *(str(counts[source.id][name] or "") for name in types))
            for source in self.sources
        ]
        columns = ("source", "published", *(name.replace("_", " ") for name in types))
        return grid(f"{len(self)} records from {len(self.sources)} sources", columns, rows)

    def __len__(self) -> int:
        return len(self.records)

    def __iter__(self) -> Iterator[Record]:
        return iter(self.records)

    def __contains__(self, key: object) -> bool:
        """Whether there is such a record, given itself or by its id."""
        if isinstance(key, Record):
            return self._by_id.get(key.id) == key
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

    def _of_kind(self, key: str, kind: type[AnyRecord]) -> AnyRecord:
        record = self[key]
        if not isinstance(record, kind):
            raise DanglingReference(f"{key!r} is the id of a record of the type {record.type}, expected {kind.type}")
        return record

    @cached_property
    def lookups(self) -> Lookups:
        """The tables that queries use, made when they are first asked for."""
        return Lookups(self.records)

    @overload
    def of_type(self, kind: type[Actor]) -> ActorSelection: ...
    @overload
    def of_type(self, kind: type[WeaponSystem]) -> WeaponSelection: ...
    @overload
    def of_type(self, kind: type[Agreement]) -> AgreementSelection: ...
    @overload
    def of_type(self, kind: type[Dialogue]) -> DialogueSelection: ...
    @overload
    def of_type(self, kind: type[Transfer]) -> TransferSelection: ...
    @overload
    def of_type(self, kind: type[Deployment]) -> DeploymentSelection: ...
    @overload
    def of_type(self, kind: type[Observation]) -> ObservationSelection: ...
    @overload
    def of_type(self, kind: type[Event]) -> EventSelection: ...
    @overload
    def of_type(self, kind: type[Statement]) -> StatementSelection: ...
    @overload
    def of_type(self, kind: type[AnyRecord]) -> Selection[AnyRecord]: ...
    def of_type(self, kind: type[Record]) -> Selection[Any]:
        """All records of one class; ``Record`` stands for all."""
        return _SELECTIONS.get(kind, Selection)(self, tuple(r for r in self.records if isinstance(r, kind)))

    @cached_property
    def sources(self) -> Selection[Source]:
        """The documents and the stories embedded in them."""
        return self.of_type(Source)

    @cached_property
    def actors(self) -> ActorSelection:
        """States, organisations, companies and persons, one for each document that speaks of them."""
        return self.of_type(Actor)

    @cached_property
    def weapon_systems(self) -> WeaponSelection:
        """Weapons and classes of weapons, one for each document that speaks of them."""
        return self.of_type(WeaponSystem)

    @cached_property
    def agreements(self) -> AgreementSelection:
        """Treaties, partnerships, memoranda and the like."""
        return self.of_type(Agreement)

    @cached_property
    def dialogues(self) -> DialogueSelection:
        """Meetings, visits, calls, forums."""
        return self.of_type(Dialogue)

    @cached_property
    def transfers(self) -> TransferSelection:
        """Sales, orders, gifts and plans of them."""
        return self.of_type(Transfer)

    @cached_property
    def deployments(self) -> DeploymentSelection:
        """Forces, operations, exercises."""
        return self.of_type(Deployment)

    @cached_property
    def observations(self) -> ObservationSelection:
        """Statistics."""
        return self.of_type(Observation)

    @cached_property
    def events(self) -> EventSelection:
        """Votes, laws, elections, attacks."""
        return self.of_type(Event)

    @cached_property
    def statements(self) -> StatementSelection:
        """What was said."""
        return self.of_type(Statement)

    @property
    def cases(self) -> tuple[Case, ...]:
        """The records of several documents that speak of one thing, in the order of their first members."""
        return self._found.cases

    @property
    def possible_cases(self) -> tuple[Case, ...]:
        """What may be one deal told with other numbers, sums or dates: pairs of cases, or of records that are in none.

        :func:`kordef.cases.find_possible_cases` says which.
        """
        return self._found.possible

    @cached_property
    def _found(self) -> Found:
        from kordef.cases.finding import find_all  # here, because most who load a dataset do not ask for cases

        return find_all(self, self.judgements)

    def case_of(self, record: Record | str) -> Case | None:
        """The case that a record, given itself or by its id, belongs to; ``None`` where it stands alone."""
        return self._case_by_member.get(record.id if isinstance(record, Record) else record)

    @cached_property
    def _case_by_member(self) -> dict[str, Case]:
        return {member: case for case in self.cases for member in case.members}

    def case(self, key: str) -> Case:
        """The case or possible case with an id, or with as many of its first characters as name it alone.

        Raises :class:`~kordef.errors.DanglingReference` where there is none.
        """
        near = [case for case in (*self.cases, *self.possible_cases) if key and case.id.startswith(key)]
        if len(near) == 1:
            return near[0]
        hint = f"; {len(near)} begin so, among them {near[0].id!r} and {near[1].id!r}" if near else ""
        raise DanglingReference(f"the dataset has no case with the id {key!r}{hint}")

    # ---- as tables

    def rows(self) -> Rows:
        """Every table by its name, as dictionaries of plain Python values; see :mod:`kordef.tables`."""
        from kordef.tables import rows

        return rows(self)

    def tables(self) -> dict[str, ArrowTable]:
        """Every table by its name, as Arrow tables, which pandas, Polars and DuckDB take as they are.

        Raises :class:`~kordef.errors.MissingExtra` where pyarrow is not installed.
        """
        from kordef.tables import arrow

        return arrow(self)

    def source_of(self, record: Record) -> Source:
        """The document that a record comes from."""
        return self._of_kind(record.source, Source)

    def actor(self, key: str) -> Actor:
        """The actor with an id; :class:`~kordef.errors.DanglingReference` where there is none."""
        return self._of_kind(key, Actor)

    def weapon(self, key: str) -> WeaponSystem:
        """The weapon system with an id; :class:`~kordef.errors.DanglingReference` where there is none."""
        return self._of_kind(key, WeaponSystem)

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


_SELECTIONS: Mapping[type[Record], type[Selection[Any]]] = {
    Actor: ActorSelection,
    WeaponSystem: WeaponSelection,
    Agreement: AgreementSelection,
    Dialogue: DialogueSelection,
    Transfer: TransferSelection,
    Deployment: DeploymentSelection,
    Observation: ObservationSelection,
    Event: EventSelection,
    Statement: StatementSelection,
}


def selection_of(given: Selection[AnyRecord] | Dataset, kind: type[AnyRecord], function: str) -> Selection[AnyRecord]:
    """The records of a class that somebody means who gives a function a selection, or a dataset for all of them.

    :raises TypeError: it is neither, or has records of another class
    """
    if isinstance(given, Dataset):
        return given.of_type(kind)
    if isinstance(given, Selection) and all(isinstance(record, kind) for record in given):  # pyright: ignore[reportUnnecessaryIsInstance]
        return given
    what, such_as = _ASKED_FOR[kind]
    raise unfit(function, f"a dataset or a selection of {what}, such as dataset.{such_as}", given)


_ASKED_FOR: Mapping[type[Record], tuple[str, str]] = {
    Record: ("records", "transfers"),
    Transfer: ("transfers", "transfers"),
    Observation: ("observations", "observations"),
}


def _place(record: Record) -> str:
    where = f" at {record.evidence[0].start}" if record.evidence else ""
    article = "an" if record.type[0] in "aeo" else "a"
    return f"{article} {record.type} of {record.source}{where}"
