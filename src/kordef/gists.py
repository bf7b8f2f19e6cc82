"""Records in a few words, for lists in which each has a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kordef.records import (
    Actor,
    Agreement,
    Deployment,
    Dialogue,
    Event,
    Item,
    Observation,
    Record,
    Source,
    Statement,
    Transfer,
    WeaponSystem,
)
from kordef.terminal import harmless
from kordef.vocabulary import Counting

if TYPE_CHECKING:
    from kordef.dataset import Dataset

__all__ = ["gist", "goods", "quote"]

_LONGEST = 120


def gist(dataset: Dataset, record: Record) -> str:
    """What a record says in one line of at most 120 characters, with nothing in it that commands a terminal.

    For a transfer that is "about 180 K2 from KR to PL for over 12 billion USD (signed)"; parties go by the names that
    :meth:`Dataset.party` gives them.
    """
    line = harmless(" ".join(" ".join(_parts(dataset, record)).split()))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def quote(record: Record) -> str:
    """The words of the source that say most about a record: those of its evidence as a whole, on one line."""
    return harmless(" ".join(next((e.exact for e in record.evidence if not e.field), "").split()))


def _parts(dataset: Dataset, record: Record) -> Iterator[str]:
    match record:
        case Source():
            yield record.title
        case Actor() | WeaponSystem():
            yield record.name
        case Agreement():
            yield f"{record.name}{_of(dataset, record.parties)} ({record.status})"
        case Dialogue():
            yield f"{record.name}{_of(dataset, (p.actor for p in record.participants))}"
        case Transfer():
            yield ", ".join(goods(dataset, item) for item in record.items) or "goods"
            if record.supplier or record.companies:
                yield f"from {_names(dataset, (record.supplier, *record.companies))}"
            if record.recipient:
                yield f"to {_names(dataset, (record.recipient,))}"
            if record.value:
                yield f"for {record.value}"
            yield f"({record.stage})"
        case Deployment():
            yield f"{record.what}{_of(dataset, record.actors)}"
        case Observation():
            yield f"{record.indicator}: {record.value}"
            if record.subject or record.subject_actor:
                yield f"({record.subject or _names(dataset, (record.subject_actor,))})"
        case Event():
            yield f"{record.what}{_of(dataset, (p.actor for p in record.actors))}"
        case Statement():
            speaker = _names(dataset, (record.speaker,)) or record.described
            yield f"{speaker}: “{record.text}”" if speaker else f"“{record.text}”"
        case _:
            yield record.id


def goods(dataset: Dataset, item: Item) -> str:
    """The goods of an item: "24 additional K9", "6 battery Patriot"."""
    weapon = dataset.get(item.weapon, WeaponSystem) if item.weapon else None
    what = (weapon.designation or weapon.name) if weapon else item.description or "goods"
    counting = None if item.counting is Counting.NEW else str(item.counting)
    return " ".join(filter(None, (str(item.number) if item.number else None, counting, item.unit, what)))


def _names(dataset: Dataset, ids: Iterable[str | None]) -> str:
    return ", ".join(dict.fromkeys(dataset.party(i) for i in ids if i))


def _of(dataset: Dataset, ids: Iterable[str | None]) -> str:
    names = _names(dataset, ids)
    return f" [{names}]" if names else ""
