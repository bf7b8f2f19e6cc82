"""Selections: the records of one type in a dataset, narrowed by typed conditions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Generic, Self, TypeVar, overload

from kordef.errors import InvalidValue
from kordef.identity import references
from kordef.periods import Period
from kordef.records import Actor, Record, StageDate, Transfer, WeaponSystem
from kordef.vocabulary import Modality, Stage, Vocabulary

if TYPE_CHECKING:
    from kordef.dataset import Dataset

__all__ = ["Selection", "TransferSelection"]

AnyRecord = TypeVar("AnyRecord", bound=Record)


class Selection(Sequence[AnyRecord], Generic[AnyRecord]):
    """Records of one type, in the dataset's order; a selection of a selection is one again."""

    def __init__(self, dataset: Dataset, records: tuple[AnyRecord, ...]) -> None:
        self.dataset = dataset
        self.records = records

    def __len__(self) -> int:
        return len(self.records)

    def __iter__(self) -> Iterator[AnyRecord]:
        return iter(self.records)

    @overload
    def __getitem__(self, index: int) -> AnyRecord: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[AnyRecord, ...]: ...
    def __getitem__(self, index: int | slice) -> AnyRecord | tuple[AnyRecord, ...]:
        return self.records[index]

    def __repr__(self) -> str:
        kinds = sorted({r.type.replace("_", " ") for r in self.records}) or ["record"]
        return f"<{len(self)} {' and '.join(kinds)} record{'' if len(self) == 1 else 's'}>"

    def where(
        self,
        *,
        party: str | None = None,
        source: str | None = None,
        modality: Modality | str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Self:
        """The records that meet all of the conditions.

        ``party`` is a code, a name or an Actor's id, in any role, ministries and companies of a state not included;
        ``source`` a Source's id, file name or publisher. ``since`` and ``until`` are EDTF dates: records one of whose dates
        may lie in that time; a record without a date is left out.
        """
        kept: Iterator[AnyRecord] = iter(self.records)
        if party is not None:
            kept = (r for r in kept if any(self._is_actor(i, party) for _, i in references(r)))
        if source is not None:
            kept = (r for r in kept if self._is_source(r, source))
        if modality is not None:
            wanted = _member(Modality, modality, "modality")
            kept = (r for r in kept if r.modality is wanted)
        if since is not None or until is not None:
            kept = (r for r in kept if _in_time(r, since, until))
        return type(self)(self.dataset, tuple(kept))

    def _is_actor(self, key: str | None, wanted: str) -> bool:
        actor = self.dataset.get(key, Actor) if key else None
        if actor is None:
            return False
        names = {actor.id, actor.code, actor.catalogue, actor.name, *actor.names}
        return wanted in names or wanted.casefold() in {n.casefold() for n in names if n}

    def _is_weapon(self, key: str | None, wanted: str) -> bool:
        weapon = self.dataset.get(key, WeaponSystem) if key else None
        if weapon is None:
            return False
        family = weapon.family.removeprefix("weapon:") if weapon.family else None
        names = {
            weapon.id,
            weapon.designation,
            weapon.name,
            weapon.catalogue,
            family,
            weapon.family,
            *weapon.names,
            *weapon.categories,
        }
        return wanted.casefold() in {n.casefold() for n in names if n}

    def _is_source(self, record: Record, wanted: str) -> bool:
        source = self.dataset.source_of(record)
        return wanted in (source.id, source.file, source.publisher, source.title)


class TransferSelection(Selection[Transfer]):
    """Transfers, with conditions on who supplies what to whom."""

    def where(
        self,
        *,
        supplier: str | None = None,
        recipient: str | None = None,
        weapon: str | None = None,
        stage: Stage | str | None = None,
        party: str | None = None,
        source: str | None = None,
        modality: Modality | str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Self:
        """The transfers that meet all of the conditions.

        ``supplier`` and ``recipient`` are codes, names or Actors' ids; ``weapon`` is a designation, name, class noun or
        WeaponSystem's id, and finds the variants of a family by the family's designation.
        """
        kept = iter(super().where(party=party, source=source, modality=modality, since=since, until=until).records)
        if supplier is not None:
            kept = (r for r in kept if any(self._is_actor(i, supplier) for i in (r.supplier, *r.companies)))
        if recipient is not None:
            kept = (r for r in kept if any(self._is_actor(i, recipient) for i in (r.recipient, r.end_user)))
        if weapon is not None:
            kept = (r for r in kept if any(self._is_weapon(i.weapon, weapon) for i in r.items))
        if stage is not None:
            wanted = _member(Stage, stage, "stage")
            kept = (r for r in kept if r.stage is wanted)
        return type(self)(self.dataset, tuple(kept))


AnyMember = TypeVar("AnyMember", bound=Vocabulary)


def _member(vocabulary: type[AnyMember], word: str, name: str) -> AnyMember:
    try:
        return vocabulary(word)
    except ValueError:
        raise InvalidValue(f"{name} must be one of {', '.join(vocabulary)}, found {word!r}") from None


def _in_time(record: Record, since: str | None, until: str | None) -> bool:
    """Whether one of a record's dates may lie between two EDTF dates, their own days included."""
    first = Period(edtf=since).earliest if since else None
    last = Period(edtf=until).latest if until else None
    return any(
        (first is None or p.latest is None or p.latest >= first)
        and (last is None or p.earliest is None or p.earliest <= last)
        for p in periods(record)
        if p.edtf
    )


def periods(record: Record) -> Iterator[Period]:
    """Every date that a record gives for itself."""
    for name in ("published", "announced", "signed", "in_force", "ended", "date", "period"):
        value = getattr(record, name, None)
        if isinstance(value, Period):
            yield value
    stages: tuple[StageDate, ...] = getattr(record, "stages", ())
    for stage in stages:
        yield stage.date
