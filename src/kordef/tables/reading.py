"""From tables back to records: every field is taken from its own columns, and what is derived must agree with it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, TypeGuard, cast

from kordef.amounts import Amount
from kordef.codec import structure
from kordef.errors import Malformed
from kordef.forms import Field, Form, Instance, Many, Optional, fields_of
from kordef.periods import Period
from kordef.records import RECORD_TYPES, Record
from kordef.tables.arrow import PLACES
from kordef.tables.columns import PREFIXES, VALUES
from kordef.tables.layout import Layout, layouts, table_of, tables_of_parts
from kordef.values import Money, Quantity

__all__ = ["records_of"]

Cells = Mapping[str, Any]


def records_of(tables: Mapping[str, Any]) -> tuple[Record, ...]:
    """The records that tables were made of.

    ``tables`` has a table for each name: an Arrow table, a Polars frame, or rows as mappings. ``records``, ``links`` and
    ``claims``, which follow from the others, are not needed, and a table that is not there has no rows.

    :raises Malformed: a cell is not what its column holds, two columns contradict one another, or a part belongs to no record
    """
    unknown = [name for name in tables if name not in layouts()]
    if unknown:
        raise Malformed((("", f"there is no table {unknown[0]!r}, expected some of {', '.join(layouts())}"),))
    rows = {name: _rows(layouts()[name], tables[name]) for name in layouts() if name in tables}
    parts = _Parts(rows)
    names = [table_of(cls) for cls in RECORD_TYPES.values()]
    parts.must_belong({row.get("id") for name in names for row in rows.get(name, ())})
    return tuple(
        structure(_record(cls, row, f"{name}[{position}]", parts), Record, f"{name}[{position}]")
        for cls, name in zip(RECORD_TYPES.values(), names, strict=True)
        for position, row in enumerate(rows.get(name, ()))
    )


def _rows(layout: Layout, table: Any) -> tuple[Cells, ...]:
    for method in ("to_pylist", "to_dicts"):  # Arrow, Polars
        if hasattr(table, method):
            table = getattr(table, method)()
    rows: tuple[Any, ...] = tuple(table)
    known = set(layout.names)
    for position, row in enumerate(rows):
        path = f"{layout.name}[{position}]"
        if not isinstance(row, Mapping):
            raise Malformed(((path, f"expected a row as a mapping, or an Arrow table, found a {type(row).__name__}"),))
        found = set(cast("Cells", row))
        if lacking := [name for name in layout.names if name not in found]:
            raise Malformed(((path, f"the column {lacking[0]!r} is missing"),))
        if beyond := sorted(map(str, found - known)):
            raise Malformed(((path, f"unknown column {beyond[0]!r}"),))
    return rows


class _Parts:
    """The rows of parts by their record and field, in the order of their positions."""

    def __init__(self, rows: Mapping[str, Iterable[Cells]]) -> None:
        self.found: dict[str, dict[tuple[Any, str], dict[int, tuple[Cells, str]]]] = {}
        for name in {table_of(part) for cls in RECORD_TYPES.values() for _, part in tables_of_parts(cls)}:
            of_table = self.found[name] = {}
            for row_number, row in enumerate(rows.get(name, ())):
                path = f"{name}[{row_number}]"
                field, position = _place(row.get("place"), path)
                same = of_table.setdefault((row.get("record"), field), {})
                if position in same:
                    raise Malformed(((path, f"{row.get('record')} has two rows at {row.get('place')}"),))
                same[position] = (row, path)

    def of(self, name: str, record: Any, field: str) -> Iterator[tuple[Cells, str]]:
        at = self.found[name].get((record, field), {})
        for position in range(len(at)):
            if position not in at:
                raise Malformed(((next(iter(at.values()))[1], f"{record} has no row at /{field}/{position}"),))
            yield at[position]

    def must_belong(self, known: set[Any]) -> None:
        """Every row must belong to one of some records, and to a field whose parts stand in its table."""
        for name, of_table in self.found.items():
            for (record, field), at in of_table.items():
                path = next(iter(at.values()))[1]
                if record not in known:
                    raise Malformed(((path, f"belongs to {record!r}, which no table has"),))
                tag = str(record).rpartition("-")[0]
                own = tables_of_parts(RECORD_TYPES[tag]) if tag in RECORD_TYPES else ()
                if name not in (table_of(part) for each, part in own if each.name == field):
                    raise Malformed(((path, f"a {tag} has no {name} at /{field}"),))


def _place(place: Any, path: str) -> tuple[str, int]:
    steps = place.split("/") if isinstance(place, str) else ()
    if len(steps) != 3 or steps[0] or not steps[2].isdecimal() or len(steps[2]) > 9:
        raise Malformed(((f"{path}.place", f"expected a place such as '/items/0', found {place!r}"),))
    return steps[1], int(steps[2])


# ---- the JSON of records and parts


def _record(cls: type[Record], row: Cells, path: str, parts: _Parts) -> dict[str, Any]:
    own = {field.name: part for field, part in tables_of_parts(cls)}
    record: dict[str, Any] = {"type": cls.type}
    for field in fields_of(cls):
        if field.name in own:
            several = parts.of(table_of(own[field.name]), row.get("id"), field.name)
            value: Any = [_part(own[field.name], cells, where) for cells, where in several]
        else:
            value = _value(field.form, field.name, row, path)
        if value is not None and value != []:
            record[field.name] = value
    return record


def _part(cls: type[Any], row: Cells, path: str) -> Any:
    if cls in VALUES:
        return _measured(cls, PREFIXES[cls], row, path)
    return _object(cls, "", row, path)


def _object(cls: type[Any], prefix: str, row: Cells, path: str) -> dict[str, Any]:
    found = {field.name: _field(field, prefix, row, path) for field in fields_of(cls)}
    if "exact" in found:  # which is the row's quote; an empty text where the source may not be quoted
        found["exact"] = row.get("quote") or ""
    return {name: value for name, value in found.items() if value is not None}


def _field(field: Field, prefix: str, row: Cells, path: str) -> Any:
    return _value(field.form, f"{prefix}{field.name}", row, path)


def _value(form: Form, name: str, row: Cells, path: str) -> Any:
    match form:
        case Optional(inner):
            return _value(inner, name, row, path)
        case Instance(classes) if set(classes) <= set(VALUES):
            return _measured(classes[0], name, row, path)
        case Instance((cls,)):
            return _object(cls, f"{name}_", row, path) or None
        case Many(Instance()):
            array = _json(row.get(name), f"{path}.{name}")
            return None if array == [] else array
        case Many():
            cell = row.get(name)
            return None if cell is None or len(cell) == 0 else list(cell)
        case _:
            return row.get(name)


def _json(cell: Any, path: str) -> Any:
    if cell is None:
        return None
    try:
        return json.loads(cell)
    except (TypeError, ValueError, RecursionError):
        raise Malformed(((path, "expected the JSON of a value"),)) from None


# ---- values, and what is derived from them


def _measured(cls: type[Any], name: str, row: Cells, path: str) -> Any:
    if cls is Period:
        return _period(name, row, path)
    value = _json(row.get(name), f"{path}.{name}")
    if value is None:
        return None
    kind = _TAGGED.get(str(value.get("type")), cls) if _is_object(value) else cls
    found: Amount | Money | Quantity = structure(value, kind, f"{path}.{name}")
    amount = found if isinstance(found, Amount) else found.amount
    unit = (
        {} if isinstance(found, Amount) else {"unit": getattr(found, "currency", None) or getattr(found, "unit", None)}
    )
    expected = {
        "low": amount.low,
        "high": amount.high,
        "qualifier": str(amount.qualifier.value),
        "precision": amount.precision,
        "doubt": amount.doubt,
        **unit,
    }
    _must_agree(expected, name, row, path)
    return value


def _period(name: str, row: Cells, path: str) -> dict[str, Any] | None:
    keys = ("edtf", "words", "anchor", "part")
    given = {key: cell for key in keys if (cell := row.get(f"{name}_{key}")) is not None}
    if not given:
        return None
    found = structure({"edtf": None} | given, Period, f"{path}.{name}")
    _must_agree({"earliest": found.earliest, "latest": found.latest}, name, row, path)
    return {"edtf": None} | given


_TAGGED: dict[str, type[Any]] = {"money": Money, "quantity": Quantity}


def _is_object(value: object) -> TypeGuard[dict[str, Any]]:
    return type(value) is dict


def _must_agree(expected: Mapping[str, Any], name: str, row: Cells, path: str) -> None:
    for part, value in expected.items():
        column = f"{name}_{part}"
        if column in row and not _same(value, row[column]):
            raise Malformed(
                ((f"{path}.{column}", f"expected {_shown(value)} as {name} says, found {_shown(row[column])}"),)
            )


def _same(value: Any, cell: Any) -> bool:
    if not isinstance(value, Decimal) or isinstance(cell, (bool, type(None))):
        return bool(value == cell)
    try:
        return abs(Decimal(cell) - value) <= Decimal(1).scaleb(-PLACES)
    except (ArithmeticError, InvalidOperation, TypeError, ValueError):
        return False


def _shown(value: Any) -> str:
    return "nothing" if value is None else str(value)
