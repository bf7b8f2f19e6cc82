"""The tables of a release as one SQLite file, with foreign keys and a full-text index over the quotes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date
from decimal import Decimal
from typing import Any

from kordef.errors import ReleaseError
from kordef.tables import Column, Kind, Layout, Row, layouts

__all__ = ["INDEXED", "sqlite_bytes", "stored"]

INDEXED = "evidence"
"""The table whose quotes the full-text index ``quotes`` holds."""

_APPLICATION = int.from_bytes(b"kord", "big")
_TYPES = {Kind.INTEGER: "INTEGER", Kind.FLAG: "INTEGER", Kind.NUMBER: "NUMERIC"}
_VERSION_OF_LIBRARY = slice(96, 100)


def sqlite_bytes(rows: Mapping[str, Sequence[Row]], more: Mapping[str, Layout] | None = None) -> bytes:
    """A SQLite database of tables, as the bytes of its file.

    Flags are 0 and 1, dates and several texts are text (JSON for the latter), numbers are integers where they are whole. The same
    rows give the same bytes with one version of SQLite; that version is not written into the file.
    """
    known = {**layouts(), **(more or {})}
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("PRAGMA encoding = 'UTF-8'")
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute("BEGIN")
        for layout in known.values():
            connection.execute(_create(layout))
            places = ", ".join("?" * len(layout.columns))
            names = ", ".join(map(_name, layout.names))
            connection.executemany(
                f"INSERT INTO {_name(layout.name)} ({names}) VALUES ({places})",
                ([stored(row[name]) for name in layout.names] for row in rows[layout.name]),
            )
            for column in layout.columns:
                if column.table and column.name != "id":
                    index = _name(f"{layout.name}_{column.name}")
                    connection.execute(f"CREATE INDEX {index} ON {_name(layout.name)} ({_name(column.name)})")
        _index_quotes(connection)
        connection.execute("COMMIT")
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise ReleaseError(f"a row of {broken[0]} refers to a row of {broken[2]} that is not there")
        image = bytearray(connection.serialize())
    image[_VERSION_OF_LIBRARY] = bytes(4)
    return bytes(image)


def _create(layout: Layout) -> str:
    parts = [_definition(column) for column in layout.columns]
    if layout.name == INDEXED:  # a number of its own that the full-text index can rest on
        parts.insert(0, "number INTEGER PRIMARY KEY")
        parts[1] = parts[1].replace(" PRIMARY KEY", " UNIQUE")
    return f"CREATE TABLE {_name(layout.name)} ({', '.join(parts)})"


def _definition(column: Column) -> str:
    words = [_name(column.name), _TYPES.get(column.kind, "TEXT")]
    if column.unique:
        words.append("PRIMARY KEY")
    if column.required:
        words.append("NOT NULL")
    if column.members and column.kind is Kind.TEXT:
        listed = ", ".join(f"'{member}'" for member in column.members)
        words.append(f"CHECK ({_name(column.name)} IN ({listed}))")
    if column.table:
        words.append(f"REFERENCES {_name(column.table)} (id)")
    return " ".join(words)


def _name(name: str) -> str:
    return f'"{name}"'


def stored(cell: Any) -> Any:
    """A cell as the database holds it."""
    match cell:
        case Decimal():
            whole = cell == cell.to_integral_value() and abs(cell) < 2**63
            return int(cell) if whole else float(cell)
        case date():
            return cell.isoformat()
        case tuple():
            return json.dumps(cell, ensure_ascii=False, separators=(",", ":"))
        case _:
            return cell


def _index_quotes(connection: sqlite3.Connection) -> None:
    try:
        connection.execute(
            f"CREATE VIRTUAL TABLE quotes USING fts5 (quote, content='{INDEXED}', content_rowid='number')"
        )
    except sqlite3.OperationalError as error:
        raise ReleaseError(f"the SQLite of this Python cannot index texts (FTS5): {error}") from None
    connection.execute(f"INSERT INTO quotes (rowid, quote) SELECT number, quote FROM {INDEXED}")
    connection.execute("INSERT INTO quotes (quotes) VALUES ('optimize')")
