"""What the format lays down: the tags of classes, how numbers are written, the version, the limits."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from kordef.forms import Form, Instance, Many, Optional, fields_of
from kordef.records import RECORD_TYPES, Record
from kordef.values import ExchangeRate, Money, Quantity

__all__ = ["FORMAT", "MAX_DEPTH", "NUMBER", "VERSION", "classes", "tag_of"]

FORMAT = "kordef-dataset"
"""The name of the format, in the head of every file."""
VERSION = "1.1"
"""The version that is written; older ones are read too (:mod:`kordef.codec.migrations`)."""
MAX_DEPTH = 64
"""How deep arrays and objects may be nested."""
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
"""A number, as the string that stands for it: no exponent, no sign but the minus, every zero that was written."""

_VALUE_TAGS: dict[type[Any], str] = {Money: "money", Quantity: "quantity"}


def tag_of(cls: type[Any]) -> str | None:
    """The tag that stands first in the JSON of a class, under the key ``type``; ``None`` for a class without one.

    Records have a tag, and the values that can stand in one another's place.
    """
    return cls.type if issubclass(cls, Record) else _VALUE_TAGS.get(cls)


def _classes_in(form: Form) -> tuple[type[Any], ...]:
    match form:
        case Optional(inner) | Many(inner):
            return _classes_in(inner)
        case Instance(classes):
            return classes
        case _:
            return ()


@cache
def classes() -> tuple[type[Any], ...]:
    """All classes of the format: the records, and the parts and values that they are made of."""
    found: dict[type[Any], None] = dict.fromkeys((*RECORD_TYPES.values(), ExchangeRate))
    waiting = list(found)
    for cls in waiting:
        for field in fields_of(cls):
            for part in _classes_in(field.form):
                if part not in found:
                    found[part] = None
                    waiting.append(part)
    return tuple(found)
