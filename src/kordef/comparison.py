"""What differs between two datasets, record by record and field by field.

Ids hold as long as the text of a document does. Where the text has changed, and every id with it, records are the same
claim if they are of one document and type and rest on the same words; that is only said where it is certain, so that a
claim whose words stand several times with different contents counts as removed and added.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, TypeVar, cast

from attrs import field as attr
from attrs import frozen

from kordef.codec import unstructure
from kordef.dataset import Dataset
from kordef.errors import unfit
from kordef.evidence import facts
from kordef.forms import fields_of
from kordef.gists import gist
from kordef.reasons import readable
from kordef.records import Actor, Record, Source, WeaponSystem
from kordef.terminal import harmless

__all__ = ["Change", "Comparison", "FieldChange", "compare"]


@frozen(kw_only=True)
class FieldChange:
    """A field (a JSON Pointer) with what it held and what it holds; ``None`` for nothing."""

    field: str
    old: Any
    new: Any


@frozen(kw_only=True)
class Change:
    """A record that is in both datasets and not the same. ``quotes`` are the fields whose words differ."""

    old: Record
    new: Record
    fields: tuple[FieldChange, ...]
    quotes: tuple[str, ...] = ()


@frozen(kw_only=True)
class Comparison:
    """How one dataset differs from another; ``str()`` is made for reading.

    ``moved`` are records that say the same at another place of the text, with the ids that they had and have.
    """

    added: tuple[Record, ...]
    removed: tuple[Record, ...]
    changed: tuple[Change, ...]
    moved: tuple[tuple[str, str], ...]
    _old: Dataset = attr(repr=False, eq=False, alias="old")
    _new: Dataset = attr(repr=False, eq=False, alias="new")

    @property
    def same(self) -> bool:
        """Whether both say the same of the same documents."""
        return not (self.added or self.removed or self.changed or self.moved)

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self) -> Iterator[str]:
        """The differences line by line, with nothing in them that commands a terminal."""
        for record in self.removed:
            yield f"- {record.id}: {gist(self._old, record)}"
        for record in self.added:
            yield f"+ {record.id}: {gist(self._new, record)}"
        for change in self.changed:
            was = "" if change.old.id == change.new.id else f" (was {change.old.id})"
            yield f"~ {change.new.id}{was}: {gist(self._new, change.new)}"
            for one in change.fields:
                old, new = _shown(self._old, one.old), _shown(self._new, one.new)
                yield f"    {one.field.lstrip('/')}: {old} -> {new}"
            if change.quotes:
                yield f"    other words for: {', '.join(q.lstrip('/') or 'the record' for q in change.quotes)}"
        if self.moved:
            yield f"{len(self.moved)} record{' has' if len(self.moved) == 1 else 's have'} moved and say the same"
        counts = (len(self.added), len(self.removed), len(self.changed))
        yield "no differences" if self.same else "{} added, {} removed, {} changed".format(*counts)

    def as_json(self) -> dict[str, Any]:
        """The differences as JSON: whole records for what was added and removed, values for what was changed."""
        return {
            "added": [unstructure(record) for record in self.added],
            "removed": [unstructure(record) for record in self.removed],
            "changed": [
                {
                    "id": change.new.id,
                    "old_id": change.old.id,
                    "fields": [
                        {"field": one.field, "old": _as_json(one.old), "new": _as_json(one.new)}
                        for one in change.fields
                    ],
                    "quotes": list(change.quotes),
                }
                for change in self.changed
            ],
            "moved": [{"id": new, "old_id": old} for old, new in self.moved],
        }


def compare(old: Dataset, new: Dataset) -> Comparison:
    """What ``new`` has that ``old`` has not, has no longer, or says otherwise.

    References are compared by what they refer to, evidence by its words: neither a shifted place nor a new id is a
    difference of its own.
    """
    for each in (old, new):
        if not isinstance(each, Dataset):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise unfit("compare", "two Datasets", each)
    pairs = _Pairs(old, new)
    pairs.by(Source, _by_title)
    pairs.by(Source, _by_file)
    pairs.by(Actor, _by_catalogue)
    pairs.by(WeaponSystem, _by_catalogue)
    pairs.by_words()
    changed: list[Change] = []
    moved: list[tuple[str, str]] = []
    for before in old.records:
        identifier = pairs.new_of.get(before.id)
        if identifier is None:
            continue
        after = new[identifier]
        if before == after:
            continue
        fields, quotes = tuple(pairs.differences(before, after)), _other_quotes(before, after)
        if fields or quotes:
            changed.append(Change(old=before, new=after, fields=fields, quotes=quotes))
        elif before.id != after.id:
            moved.append((before.id, after.id))
    kept = set(pairs.new_of.values())
    return Comparison(
        added=tuple(r for r in new.records if r.id not in kept),
        removed=tuple(r for r in old.records if r.id not in pairs.new_of),
        changed=tuple(changed),
        moved=tuple(moved),
        old=old,
        new=new,
    )


# ---- which record is which

AnyRecord = TypeVar("AnyRecord", bound=Record)


class _Pairs:
    """The ids of the new dataset's records by those of the old one's that they are."""

    def __init__(self, old: Dataset, new: Dataset) -> None:
        self.old = old
        self.new = new
        self.new_of = {r.id: r.id for r in old.records if r.id in new}

    def by(self, kind: type[AnyRecord], key: Callable[[AnyRecord], Hashable]) -> None:
        """Pair those of a type that are alone in having a key in their story."""
        old = self._alone(self.old.of_type(kind), self.new_of, key, lambda s: self.new_of.get(s, s))
        new = self._alone(self.new.of_type(kind), set(self.new_of.values()), key, lambda s: s)
        for where, identifier in old.items():
            if where in new:
                self.new_of[identifier] = new[where]

    @staticmethod
    def _alone(
        records: Iterable[AnyRecord],
        done: Iterable[str],
        key: Callable[[AnyRecord], Hashable],
        story: Callable[[str], str],
    ) -> dict[Hashable, str]:
        found: dict[Hashable, list[str]] = {}
        for record in records:
            if record.id not in done and (own := key(record)) is not None:
                where = own if isinstance(record, Source) else (story(record.source), own)
                found.setdefault(where, []).append(record.id)
        return {where: ids[0] for where, ids in found.items() if len(ids) == 1}

    def by_words(self) -> None:
        """Pair claims that rest on the same words: the one with the one, or those that say the same."""
        done = set(self.new_of.values())
        old = _grouped((r for r in self.old.records if r.id not in self.new_of), lambda s: self.new_of.get(s, s))
        new = _grouped((r for r in self.new.records if r.id not in done), lambda s: s)
        for where, before in old.items():
            after = new.get(where, [])
            if len(before) > 1 or len(after) > 1:
                before, after = self._pair_equals(before, after)
            if len(before) == len(after) == 1:
                self.new_of[before[0].id] = after[0].id

    def _pair_equals(self, before: list[Record], after: list[Record]) -> tuple[list[Record], list[Record]]:
        """Pair those that say the same, in order; what is left over on both sides."""
        waiting: dict[str, list[Record]] = {}
        for record in after:
            waiting.setdefault(repr(sorted(self._contents(record, moved=False).items())), []).append(record)
        rest: list[Record] = []
        for record in before:
            same = waiting.get(repr(sorted(self._contents(record, moved=True).items())))
            if same:
                self.new_of[record.id] = same.pop(0).id
            else:
                rest.append(record)
        left = {r.id for records in waiting.values() for r in records}
        return rest, [r for r in after if r.id in left]

    def differences(self, old: Record, new: Record) -> Iterator[FieldChange]:
        """The fields in which two records differ."""
        before, after = dict(_fields(old)), dict(_fields(new))
        old_contents, new_contents = self._contents(old, moved=True), self._contents(new, moved=False)
        for pointer in {**before, **after}:
            if old_contents.get(pointer) != new_contents.get(pointer):
                yield FieldChange(field=pointer, old=before.get(pointer), new=after.get(pointer))

    def _contents(self, record: Record, *, moved: bool) -> dict[str, str]:
        """A record's fields as text, with the new ids for what an old record refers to."""
        return {pointer: repr(self._with_new_ids(_as_json(value), moved)) for pointer, value in _fields(record)}

    def _with_new_ids(self, value: Any, moved: bool) -> Any:
        if isinstance(value, str):
            return self.new_of.get(value, value) if moved else value
        if isinstance(value, list):
            return [self._with_new_ids(one, moved) for one in cast("list[object]", value)]
        if isinstance(value, dict):
            return {key: self._with_new_ids(one, moved) for key, one in cast("dict[str, Any]", value).items()}
        return value


def _grouped(records: Iterable[Record], story: Callable[[str], str]) -> dict[Hashable, list[Record]]:
    found: dict[Hashable, list[Record]] = {}
    for record in records:
        words = next((e.exact for e in record.evidence if not e.field), None)
        if words is not None and not isinstance(record, Source):
            found.setdefault((story(record.source), record.type, words), []).append(record)
    return found


def _by_title(source: Source) -> Hashable:
    return source.file, source.parent is None, source.title


def _by_file(source: Source) -> Hashable:
    return source.file if source.file and source.parent is None else None


def _by_catalogue(record: Actor | WeaponSystem) -> Hashable:
    return record.catalogue or (record.kind if isinstance(record, Actor) else record.designation, record.name)


# ---- fields

_APART = frozenset({"id", "source", "evidence", "passages", "sections"})
"""What follows from where a record stands, and is not compared."""
_ABOUT = ("attribution", "modality", "section", "review", "cell")


def _fields(record: Record) -> Iterator[tuple[str, Any]]:
    """What is compared: the facts of a record, and what is said about it; of a source all fields."""
    yield from facts(record)
    for each in fields_of(type(record)):
        if (each.name in _ABOUT or isinstance(record, Source)) and each.name not in _APART:
            value = getattr(record, each.name)
            if value != each.default:
                yield f"/{each.name}", value


def _other_quotes(old: Record, new: Record) -> tuple[str, ...]:
    before, after = _quotes(old), _quotes(new)
    return tuple(pointer for pointer in {**before, **after} if before.get(pointer) != after.get(pointer))


def _quotes(record: Record) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for evidence in record.evidence:
        found.setdefault(evidence.field, []).append((evidence.exact, evidence.kind))
    return {} if isinstance(record, Source) else found


def _as_json(value: Any) -> Any:
    return (
        [_as_json(one) for one in cast("tuple[object, ...]", value)] if isinstance(value, tuple) else unstructure(value)
    )


def _shown(dataset: Dataset, value: Any) -> str:
    text = harmless(" ".join(readable(dataset, value).split()))
    return text or "nothing"
