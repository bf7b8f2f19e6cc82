"""Records as people write them: the JSON of the format, with names in the place of ids and without what is nothing.

People may also write a date as an EDTF string or as TOML has them, a number as one, and a sum as "1.5 billion USD".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, cast

from kordef.amounts import Amount
from kordef.codec import unstructure
from kordef.codec.layout import tag_of
from kordef.conditions import measure
from kordef.errors import InvalidValue
from kordef.forms import Form, Instance, Many, Optional, String, fields_of
from kordef.lookups import catalogue_ids
from kordef.periods import Period
from kordef.records import Actor, Record, WeaponSystem
from kordef.values import Money, Quantity

__all__ = ["Names", "as_written", "from_written"]

_MANY = 100
"""A name that so many records have stands for none of them alone."""
_MEASURES = (Money, Quantity, Amount)


class Names:
    """The names of the records of one story."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._ids: dict[str, dict[str, None]] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        self._types: dict[str, str] = {}
        for record in records:
            names = tuple(name for name in _names_of(record) if name)
            self._names[record.id] = names
            self._types[record.id] = record.type
            for name in (record.id, *names):
                self._ids.setdefault(name.casefold(), {})[record.id] = None

    def id_of(self, name: str, types: tuple[str, ...]) -> str:
        """The id of the one record of some types that has a name.

        :raises InvalidValue: there is none, or there are several
        """
        found = self._called(name, types) or [i for key in catalogue_ids(name) for i in self._called(key, types)]
        if len(found) > 1:  # a name of one may be a word for another
            found = [i for i in found if name in self._names[i][:1]] or found
        if len(found) == 1:
            return found[0]
        what = " or ".join(types).replace("_", " ")
        if not found:
            raise InvalidValue(f"the document has no {what} called {name!r}; add one first, or name one that it has")
        raise InvalidValue(f"the document has {len(found)} called {name!r}: {', '.join(found)}; give the id")

    def _called(self, name: str, types: tuple[str, ...]) -> list[str]:
        return [i for i in self._ids.get(name.casefold(), ()) if self._types[i] in types]

    def name_of(self, identifier: str, types: tuple[str, ...]) -> str:
        """The first name that stands for a record alone, or else its id."""
        for name in self._names.get(identifier, ()):
            if len(self._ids[name.casefold()]) > _MANY:
                continue
            try:
                if self.id_of(name, types) == identifier:
                    return name
            except InvalidValue:
                continue
        return identifier


def _names_of(record: Record) -> tuple[str | None, ...]:
    match record:
        case Actor():
            return (record.code, record.catalogue, record.name, *record.names)
        case WeaponSystem():
            return (record.designation, record.catalogue, record.name, *record.names)
        case _:
            return (next((e.exact for e in record.evidence if not e.field), None),)


def as_written(value: Any, form: Form, names: Names) -> Any:
    """Decoded JSON as people write it."""
    return _walk(value, form, names.name_of, written=True)


def from_written(value: Any, form: Form, names: Names) -> Any:
    """What people write as decoded JSON of the format, as far as it can be understood: the codec judges.

    :raises InvalidValue: a name that no record has, or several have
    """
    return _walk(value, form, names.id_of, written=False)


def _walk(value: Any, form: Form, refer: Callable[[str, tuple[str, ...]], str], *, written: bool) -> Any:
    match form:
        case Optional(inner):
            return None if value is None else _walk(value, inner, refer, written=written)
        case Many(inner) if isinstance(value, list):
            return [_walk(one, inner, refer, written=written) for one in cast("list[object]", value)]
        case String(refers=(_, *_) as types) if isinstance(value, str):
            return refer(value, types)
        case Instance(classes):
            return _walk_object(value, classes, refer, written=written)
        case _:
            return value


def _walk_object(
    value: Any, classes: tuple[type[Any], ...], refer: Callable[[str, tuple[str, ...]], str], *, written: bool
) -> Any:
    if not written and (short := _short(value, classes)) is not None:
        return short
    if not isinstance(value, dict):
        return value
    given = cast("dict[str, Any]", value)
    cls = next((c for c in classes if tag_of(c) is not None and tag_of(c) == given.get("type")), classes[0])
    out = dict(given)
    for field in fields_of(cls):
        if field.name in given:
            out[field.name] = _walk(given[field.name], field.form, refer, written=written)
            if written and out[field.name] is None:
                del out[field.name]  # TOML has no word for nothing
        elif not written and field.required and isinstance(field.form, Optional):
            out[field.name] = None
    if not written and "type" not in out and tag_of(cls) is not None:
        out = {"type": tag_of(cls), **out}
    return out


def _short(value: Any, classes: tuple[type[Any], ...]) -> Any:
    """The short ways to write a date, a number and a sum; ``None`` for what is none of them."""
    if classes == (Period,):
        if type(value) is date:
            return {"edtf": value.isoformat()}
        return {"edtf": value} if isinstance(value, str) else None
    if set(classes) & set(_MEASURES) and isinstance(value, float):
        raise InvalidValue(f"a number with a point must stand in quotes, such as '24.5', found {value!r}")
    if set(classes) & set(_MEASURES) and isinstance(value, (str, int)) and not isinstance(value, bool):
        found = measure(value, "a number or sum")
        if isinstance(found, classes):
            return unstructure(found)
    return None
