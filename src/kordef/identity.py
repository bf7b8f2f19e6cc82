"""Ids of records, and the references from one record to others."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from json.encoder import encode_basestring
from typing import Any

from kordef.errors import InvalidValue, unfit
from kordef.forms import Form, Instance, Many, Optional, String, fields_of, shown
from kordef.records import RECORD_TYPES, Record, Source

__all__ = ["in_order", "record_id", "references"]


def record_id(type: str, source_sha256: str, *natural_key: str | int | None) -> str:  # noqa: A002
    """The id of a record: its type, a hyphen, and 12 hexadecimal digits.

    They are the first of the SHA-256 of the JSON array of the type, the hash of the source's bytes and the natural key
    (for most records the position of their first words and their rank there), so that an id survives a rebuild and
    does not depend on the order of the input.

    >>> record_id("transfer", "0" * 64, 1024, 0)
    'transfer-bc9227618261'
    """
    if type not in RECORD_TYPES:
        raise InvalidValue(f"type must be one of {', '.join(RECORD_TYPES)}, found {shown(type)}")
    key = ",".join([_in_json(part) for part in (type, source_sha256, *natural_key)])
    return f"{type}-{sha256(f'[{key}]'.encode()).hexdigest()[:12]}"


def _in_json(part: str | int | None) -> str:
    if type(part) is str:
        return encode_basestring(part)
    if part is None:
        return "null"
    if type(part) is not int:
        raise InvalidValue(f"a natural key must be made of str, int and None, found {shown(part)}")
    return str(part)


_RANK = {name: rank for rank, name in enumerate(RECORD_TYPES)}


def in_order(records: Iterable[Record]) -> tuple[Record, ...]:
    """Records in the order of a dataset, whatever order they come in.

    Documents by file name, the stories of a document in theirs, then by type, place in the text and id.
    """
    every = tuple(records)
    for record in every:
        if not isinstance(record, Record):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise unfit("a dataset", "records", record)
    order = {s.id: (s.file or "", s.sha256, _first(s), s.id) for s in every if isinstance(s, Source)}
    nowhere = ("", "", 0, "")
    return tuple(sorted(every, key=lambda r: (order.get(r.source, nowhere), _RANK[r.type], _first(r), r.id)))


def _first(record: Record) -> int:
    return record.evidence[0].start if record.evidence else 0


def references(record: Record) -> tuple[tuple[str, str], ...]:
    """The ids of other records that a record names, each with the JSON Pointer of the field that does.

    The ids in evidence are left out; they are those of the record's own document.
    """
    found: list[tuple[str, str]] = []
    _gather(record, "", found)
    return tuple(found)


def _gather(value: Any, pointer: str, found: list[tuple[str, str]]) -> None:
    for name, form in _referring_fields(value.__class__):
        held = getattr(value, name)
        if held is not None and held != ():
            _gather_in(form, held, f"{pointer}/{name}", found)


def _gather_in(form: Form, value: Any, pointer: str, found: list[tuple[str, str]]) -> None:
    match form:
        case String():
            found.append((pointer, value))
        case Many(inner):
            for position, item in enumerate(value):
                _gather_in(inner, item, f"{pointer}/{position}", found)
        case _:
            _gather(value, pointer, found)


@cache
def _referring_fields(cls: type[Any]) -> tuple[tuple[str, Form], ...]:
    """The fields of a class that can name other records, themselves or in their parts; most cannot."""
    fields = ((field.name, _bare(field.form)) for field in fields_of(cls) if field.name != "evidence")
    return tuple((name, form) for name, form in fields if _can_refer(form, frozenset({cls})))


def _bare(form: Form) -> Form:
    return form.form if isinstance(form, Optional) else form


def _can_refer(form: Form, passed: frozenset[type[Any]]) -> bool:
    match form:
        case String(refers=refers):
            return bool(refers)
        case Many(inner) | Optional(inner):
            return _can_refer(inner, passed)
        case Instance(classes):
            return any(
                _can_refer(field.form, passed | {cls})
                for cls in classes
                if cls not in passed
                for field in fields_of(cls)
            )
        case _:
            return False
