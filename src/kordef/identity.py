"""Ids of records, and the references from one record to others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from kordef.errors import InvalidValue
from kordef.forms import Form, Instance, Many, Optional, String, fields_of, shown
from kordef.records import RECORD_TYPES, Record

__all__ = ["record_id", "references"]


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
    for part in natural_key:
        if part is not None and part.__class__ not in (str, int):
            raise InvalidValue(f"a natural key must be made of str, int and None, found {shown(part)}")
    key = json.dumps([type, source_sha256, *natural_key], ensure_ascii=False, separators=(",", ":"))
    return f"{type}-{sha256(key.encode()).hexdigest()[:12]}"


def references(record: Record) -> tuple[tuple[str, str], ...]:
    """The ids of other records that a record names, each with the JSON Pointer of the field that does.

    The ids in evidence are left out; they are those of the record's own document.
    """
    return tuple(_references(record, ""))


def _references(value: Any, pointer: str) -> Iterator[tuple[str, str]]:
    cls: type[Any] = value.__class__
    for field in fields_of(cls):
        if field.name != "evidence":
            yield from _in_field(field.form, getattr(value, field.name), f"{pointer}/{field.name}")


def _in_field(form: Form, value: Any, pointer: str) -> Iterator[tuple[str, str]]:
    match form:
        case Optional(inner):
            if value is not None:
                yield from _in_field(inner, value, pointer)
        case Many(inner):
            for position, item in enumerate(value):
                yield from _in_field(inner, item, f"{pointer}/{position}")
        case String(refers=refers) if refers:
            yield pointer, value
        case Instance():
            yield from _references(value, pointer)
        case _:
            pass
