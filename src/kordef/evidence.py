"""Where in a document a field comes from, after the W3C Web Annotation selectors.

Fields are named by JSON Pointers (RFC 6901) into the record: "/supplier", "/items/0/number/low", and "" for the record
as a whole. :func:`resolve` follows one; :func:`unsupported` finds the fields that no evidence speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import attrs
from attrs import frozen

from kordef.amounts import Amount
from kordef.errors import InvalidValue
from kordef.forms import Checked, Form, Hash, Instance, Many, Pointer, Position, SourceId, fields_of, is_tuple
from kordef.periods import Period
from kordef.values import Money, Quantity
from kordef.vocabulary import EvidenceKind

if TYPE_CHECKING:
    from kordef.records import Record

__all__ = ["ABOUT_THE_RECORD", "PLACES", "Evidence", "facts", "quote_hash", "resolve", "unsupported"]

ABOUT_THE_RECORD = frozenset({"id", "source", "evidence", "attribution", "modality", "section", "review", "cell"})
"""The fields that say what a record is and where it comes from, and not what its source says."""

_POSITION = re.compile("0|[1-9][0-9]{0,8}")
_VALUES = (Amount, Money, Period, Quantity)


def quote_hash(words: str) -> str:
    """The SHA-256 of a quote's UTF-8 bytes, in hexadecimal."""
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


@frozen(kw_only=True)
class Evidence(Checked):
    """The characters that a field of a record rests on.

    ``source`` is the id of the document's :class:`~kordef.records.Source`. ``field`` is a JSON Pointer into the record
    ("/items/0/number"), or "" for the record as a whole. ``start`` and ``end`` count code points of the decoded text,
    end exclusive (TextPositionSelector); ``exact`` is the quote (TextQuoteSelector). ``exact`` is empty where a release
    may not quote the source; ``sha256`` is then that of the quote's UTF-8 bytes, so that whoever has the text can check it.
    """

    source: SourceId
    field: Pointer
    start: Position
    end: int
    exact: str
    kind: EvidenceKind = EvidenceKind.STATED
    sha256: Hash | None = None

    def stands_in(self, text: str) -> bool:
        """Whether the quote stands in a text exactly where this says."""
        found = text[self.start : self.end]
        if self.sha256 is None:
            return found == self.exact
        return len(found) == self.end - self.start and quote_hash(found) == self.sha256

    def _nonsense(self) -> str | None:
        length = self.end - self.start
        if length < 1:
            return f"end ({self.end}) must lie behind start ({self.start})"
        if self.sha256 is not None:
            return f"exact must be empty where sha256 is given, found {self.exact!r}" if self.exact else None
        if len(self.exact) != length:
            return f"exact must have the {length} characters from {self.start} to {self.end}, found {len(self.exact)}"
        return None


def resolve(record: object, pointer: str) -> Any:
    """What a JSON Pointer points at in a record: a field's value, an item of a tuple, or for "" the record itself.

    :raises InvalidValue: the record has no such field or position
    """
    if pointer and pointer[0] != "/":
        raise InvalidValue(f"a JSON Pointer must be '' or begin with '/', found {pointer!r}")
    value: Any = record
    here = ""
    for token in pointer.split("/")[1:]:
        cls: type[Any] = value.__class__
        if is_tuple(value):
            if not _POSITION.fullmatch(token) or int(token) >= len(value):
                raise InvalidValue(f"{_at(here)} has {len(value)} items, found no item {token!r} for {pointer!r}")
            value = value[int(token)]
        elif attrs.has(cls):
            if all(token != field.name for field in fields_of(cls)):
                raise InvalidValue(f"{cls.__name__} has no field {token!r} for {pointer!r}")
            value = getattr(value, token)
        else:
            raise InvalidValue(f"{_at(here)} has no parts, found {pointer!r}")
        here += f"/{token}"
    return value


def _at(pointer: str) -> str:
    return repr(pointer) if pointer else "the record"


@frozen
class _Place:
    """What a record must have for a JSON Pointer to lead somewhere: a tuple of some length, or, if ``field`` is ``None``,
    something that only :func:`resolve` finds.
    """

    field: str | None
    length: int = 0

    def is_in(self, record: object) -> bool:
        return self.field is not None and len(getattr(record, self.field)) >= self.length


class _Places(dict[str, _Place | None]):
    """The places of JSON Pointers in records of a class, ``None`` for a pointer that leads somewhere in all of them."""

    def __init__(self, cls: type[Any]) -> None:
        super().__init__({"": None})
        self.forms = {field.name: field.form for field in fields_of(cls)}

    def __missing__(self, pointer: str) -> _Place | None:
        _, name, *rest = pointer.split("/")
        place: _Place | None = _Place(None)
        match rest, self.forms.get(name):
            case [], Form():
                place = None
            case [position], Many() if position.isdecimal():
                place = _Place(name, int(position) + 1)
            case [position, part], Many(Instance((cls,))) if position.isdecimal():
                if any(field.name == part for field in fields_of(cls)):
                    place = _Place(name, int(position) + 1)
            case _:
                pass
        if len(self) >= 4096:
            self.clear()
        self[pointer] = place
        return place


class _PlacesOfClasses(dict[type[Any], _Places]):
    def __missing__(self, cls: type[Any]) -> _Places:
        places = self[cls] = _Places(cls)
        return places


PLACES = _PlacesOfClasses()
"""For each class of records, what a pointer needs to lead somewhere: a short cut for checking many evidences."""


def facts(record: Record) -> Iterator[tuple[str, Any]]:
    """What a record says of the world, each fact with its JSON Pointer: the fields that differ from their default.

    The parts of a record (an item, a participant) are taken apart, tuples item by item; values (an amount, a sum, a
    date) are one fact. What :data:`ABOUT_THE_RECORD` names is left out. A source has no facts, because it speaks of the
    document.
    """
    if record.type == "source":
        return
    for field in fields_of(type(record)):
        if field.name not in ABOUT_THE_RECORD:
            yield from _facts(getattr(record, field.name), field.default, f"/{field.name}")


def _facts(value: Any, default: object, pointer: str) -> Iterator[tuple[str, Any]]:
    if value is None or value == default:
        return
    cls: type[Any] = value.__class__
    if is_tuple(value):
        for position, item in enumerate(value):
            yield from _facts(item, None, f"{pointer}/{position}")
    elif cls in _VALUES or not attrs.has(cls):
        yield pointer, value
    else:
        for field in fields_of(cls):
            yield from _facts(getattr(value, field.name), field.default, f"{pointer}/{field.name}")


def unsupported(record: Record) -> tuple[str, ...]:
    """The JSON Pointers of the facts that no evidence covers, in the order of the fields.

    A fact is covered by evidence at its own pointer, above it ("/items/0" for "/items/0/number") or below it
    ("/items/0/number/low"). Evidence for the record as a whole ("") covers none.
    """
    at = {evidence.field for evidence in record.evidence}
    below = {above for pointer in at for above in _ways_up(pointer)}
    return tuple(
        pointer
        for pointer, _ in facts(record)
        if pointer not in below and not any(above in at for above in _ways_up(pointer))
    )


def _ways_up(pointer: str) -> Iterator[str]:
    """The pointer and those above it, without the empty one."""
    while pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]
