"""Which tables there are, and which columns they have: read from the record classes, so that no field can be forgotten.

A table for each type of record, one for each class of parts that a record may have several of (items, participants,
evidence), ``records`` with all of them, ``links`` with every reference from one record to another, and ``claims`` with
what the records of a case say side by side. Every row has

- ``id``: that of the record, or for a part the record's id and the JSON Pointer of the part
  ("transfer-159a019398d2/items/0"), unique in its table;
- ``source``: the id of the document;
- ``quote``: the words that the row rests on, empty where the source may not be quoted.

A part has ``record`` and ``place`` besides: the id of its record and the JSON Pointer in it. Values are laid out in columns
of their own: of an amount, a sum of money or a quantity called ``value`` the column ``value`` holds the JSON, exact to the
last zero, and ``value_low``, ``value_high``, ``value_qualifier``, ``value_unit``, ``value_precision`` and ``value_doubt`` are
there to calculate with; a date called ``signed`` is ``signed_edtf``, ``signed_earliest``, ``signed_latest`` and the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from attrs import frozen

from kordef.evidence import Evidence
from kordef.forms import Field, Instance, Many, fields_of, id_pattern
from kordef.records import RECORD_TYPES, Attribution, Passage, Record, Rejection, Source, StageDate, Stretch
from kordef.tables import claims
from kordef.tables.columns import PREFIXES, RECORDS, VALUES, Column, Kind, of_field, of_value
from kordef.tables.meanings import first_sentence
from kordef.values import Money

__all__ = ["PARTS", "Layout", "Placed", "Words", "layouts", "table_of", "tables_of_parts"]


@frozen(kw_only=True)
class Layout:
    """A table: its name, what a row of it is, its columns, and the class that rows are made of."""

    name: str
    about: str
    columns: tuple[Column, ...]
    cls: type[Any]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


PARTS: dict[type[Any], str] = {
    Evidence: "evidence",
    Attribution: "attributions",
    Stretch: "sections",
    Passage: "passages",
    Rejection: "rejections",
    StageDate: "stages",
    Money: "sums",
}
"""The tables of parts whose names are not the plural of the class."""


def table_of(cls: type[Any]) -> str:
    """The name of the table that the objects of a class have."""
    if issubclass(cls, Record):
        return RECORDS.get(cls.type) or f"{cls.type}s"
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()
    return PARTS.get(cls) or (f"{words[:-1]}ies" if words.endswith("y") else f"{words}s")


def tables_of_parts(cls: type[Record]) -> Iterator[tuple[Field, type[Any]]]:
    """The fields of a record class that have tables of their own, with the class of their parts."""
    for field in fields_of(cls):
        match field.form:
            case Many(Instance((part,))):
                yield field, part
            case _:
                pass


@cache
def layouts() -> dict[str, Layout]:
    """Every table by its name: all records first, then each type, then the parts, the links and the claims."""
    found = {"records": _records()}
    for cls in RECORD_TYPES.values():
        name = table_of(cls)
        found[name] = Layout(name=name, about=first_sentence(cls), columns=_of_record(cls), cls=cls)
    for cls in RECORD_TYPES.values():
        for _, part in tables_of_parts(cls):
            name = table_of(part)
            if name not in found:
                found[name] = Layout(name=name, about=first_sentence(part), columns=_of_part(part), cls=part)
    found["links"] = _links()
    found["claims"] = _claims()
    return found


# ---- the columns that tables share

_IN = "The id of the document's row in `sources`."
_QUOTE = "The words that the row rests on; empty where the source may not be quoted or none are known."


def _of_record(cls: type[Record]) -> tuple[Column, ...]:
    head = _head(cls.type)
    rest = [f for f in fields_of(cls) if f.name not in ("id", "source") and f.name not in _parts_of(cls)]
    return (*head, *(column for field in rest for column in of_field(cls, field, "", lambda record: record)))


def _parts_of(cls: type[Record]) -> set[str]:
    return {field.name for field, _ in tables_of_parts(cls)}


def _head(*types: str) -> tuple[Column, ...]:
    return (
        Column(
            name="id",
            kind=Kind.TEXT,
            about="The record's id: its type and 12 hexadecimal digits, the same in every build.",
            required=True,
            unique=True,
            pattern=id_pattern(*types),
            table=None if len(types) > 1 else "records",
            get=lambda record: record.id,
        ),
        _source(),
        Column(name="quote", kind=Kind.TEXT, about=_QUOTE, get=lambda record: Words(record).of("")),
    )


def _source() -> Column:
    return Column(
        name="source",
        kind=Kind.TEXT,
        about=_IN,
        required=True,
        pattern=id_pattern("source"),
        table="sources",
        get=lambda thing: thing.source,
    )


def _records() -> Layout:
    head = _head(*RECORD_TYPES)
    shared = [f for f in fields_of(Source) if f.name in ("modality", "section")]
    kind = Column(
        name="type",
        kind=Kind.TEXT,
        about="Which type of record it is; its other fields are in the table of that type.",
        required=True,
        members=tuple(RECORD_TYPES),
        get=lambda record: record.type,
    )
    more = tuple(column for field in shared for column in of_field(Source, field, "", lambda record: record))
    return Layout(name="records", about="Every record, of whatever type.", columns=(*head, kind, *more), cls=Record)


class Words:
    """The quotes of a record by what they are evidence for."""

    def __init__(self, record: Record) -> None:
        self._at: dict[str, str] = {}
        self._below: dict[str, str] = {}
        for evidence in record.evidence:
            field = evidence.field
            self._at.setdefault(field, evidence.exact)
            while field:
                field = field.rpartition("/")[0]
                self._below.setdefault(field, evidence.exact)

    def of(self, place: str) -> str | None:
        """The words that a place rests on: its own, those of its parts, of what it is a part of, of the record."""
        found = self._at.get(place, self._below.get(place) if place else None)
        while found is None and place:
            place = place.rpartition("/")[0]
            found = self._at.get(place)
        return (self._below.get("") if found is None else found) or None


@frozen
class Placed:
    """A part of a record with the JSON Pointer at which it stands, and the record's words."""

    record: Record
    place: str
    part: Any
    words: Words

    @property
    def source(self) -> str:
        """The id of the document: the part's own where it names one."""
        return getattr(self.part, "source", self.record.source)


def _placed(about_place: str, *, quoted: Callable[[Any], Any] | None = None) -> tuple[Column, ...]:
    return (
        Column(
            name="id",
            kind=Kind.TEXT,
            about="The id of the record and the JSON Pointer of the row's place in it.",
            required=True,
            unique=True,
            pattern=rf"{id_pattern(*RECORD_TYPES)}/[a-z0-9_/]+",
            get=lambda row: f"{row.record.id}{row.place}",
        ),
        Column(
            name="record",
            kind=Kind.TEXT,
            about="The id of the record that it belongs to.",
            required=True,
            pattern=id_pattern(*RECORD_TYPES),
            table="records",
            get=lambda row: row.record.id,
        ),
        _source(),
        Column(
            name="place",
            kind=Kind.TEXT,
            about=about_place,
            required=True,
            pattern="(?:/[a-z0-9_]+)+",
            get=lambda r: r.place,
        ),
        Column(name="quote", kind=Kind.TEXT, about=_QUOTE, get=quoted or (lambda row: row.words.of(row.place))),
    )


def _of_part(cls: type[Any]) -> tuple[Column, ...]:
    names = {field.name for field in fields_of(cls)}
    head = _placed(
        "The JSON Pointer of the part in its record; the last step is its position, counted from 0.",
        quoted=(lambda row: row.part.exact or None) if "exact" in names else None,
    )
    if cls in VALUES:
        prefix = PREFIXES[cls]
        return (*head, *of_value((cls,), prefix, f"The {prefix}", True, lambda row: row.part))
    taken = {column.name for column in head} | {"exact"}
    own = [field for field in fields_of(cls) if field.name not in taken]
    return (*head, *(column for field in own for column in of_field(cls, field, "", lambda row: row.part)))


def _links() -> Layout:
    target = Column(
        name="target",
        kind=Kind.TEXT,
        about="The id of the record that is referred to.",
        required=True,
        pattern=id_pattern(*RECORD_TYPES),
        table="records",
        get=lambda row: row.part,
    )
    kind = Column(
        name="target_type",
        kind=Kind.TEXT,
        about="The type of that record.",
        required=True,
        members=tuple(RECORD_TYPES),
        get=lambda row: row.part.rpartition("-")[0],
    )
    return Layout(
        name="links",
        about="Every reference from one record to another, one a row: what joins start from.",
        columns=(*_placed("The JSON Pointer of the field that refers."), target, kind),
        cls=str,
    )


def _claims() -> Layout:
    shared = _placed("The JSON Pointer of the field in the record.")[1:]
    return Layout(
        name="claims",
        about="What documents that speak of one thing say of it, field by field, one claim a row.",
        columns=claims.columns(shared),
        cls=claims.Claimed,
    )
