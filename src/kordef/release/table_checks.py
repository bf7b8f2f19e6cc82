"""Whether the other files of a release say what its ``dataset.json`` says: JSON Lines, CSV, Parquet, SQLite, JSON-LD, schema."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from itertools import zip_longest
from typing import Any

from kordef.codec import VERSION, loads_jsonl
from kordef.dataset import Dataset
from kordef.errors import KordefError, Malformed, MissingExtra
from kordef.records import RECORD_TYPES
from kordef.release.faults import Notes
from kordef.release.flat import cell_text
from kordef.release.linked import SHAPES, evidence_text
from kordef.release.listing import Listing
from kordef.release.sqlite import stored
from kordef.schema import schema_text
from kordef.tables import Layout, Row, arrow_table, layouts, rows
from kordef.tables.layout import table_of

__all__ = ["check_derived"]


def check_derived(files: Listing, dataset: Dataset, version: str, notes: Notes) -> None:
    """Compare every file that follows from the dataset with what follows from it; ``version`` is that of the file's format."""
    _check_schema(files, version, notes)
    _check_lines(files, dataset, notes)
    if version != VERSION:
        notes.unchecked.append(
            f"tables, database and annotations: they follow dataset format {version}, this kordef lays them out for {VERSION}"
        )
        return
    every = rows(dataset)
    counts = [
        _check_each(files, "csv", every, _csv_rows, notes),
        _check_each(files, "parquet", every, _parquet_rows, notes),
        _check_database(files, every, notes),
    ]
    for count, what in zip(counts, ("CSV files", "Parquet files", "tables of the database"), strict=True):
        if count:
            notes.checked.append(f"rows of {count} {what}")
    for path, expected in (("evidence.jsonld", evidence_text(dataset)), ("schema/evidence.shapes.ttl", SHAPES)):
        found = files.read(path)
        if found is not None and found != expected.encode():
            notes.fault("annotations", path, "is not what follows from dataset.json")
        elif found is not None and path == "evidence.jsonld":
            notes.checked.append("annotations of all evidence")


def _check_schema(files: Listing, version: str, notes: Notes) -> None:
    path = "schema/dataset.schema.json"
    content = files.read(path)
    if content is None:
        return
    try:
        said = json.loads(content)["properties"]["version"]["const"]
    except (ValueError, LookupError, TypeError, RecursionError):
        notes.fault("schema", path, "is not the JSON Schema of a dataset: it does not say of which version it is")
        return
    if said != version:
        notes.fault("schema", path, f"is the schema of version {str(said)[:40]}, dataset.json is of version {version}")
    elif version == VERSION and content != schema_text().encode():
        notes.fault("schema", path, f"is not the schema of version {version} as kordef publishes it")


def _check_lines(files: Listing, dataset: Dataset, notes: Notes) -> None:
    good = 0
    for cls in RECORD_TYPES.values():
        path = f"records/{table_of(cls)}.jsonl"
        content = files.read(path)
        if content is None:
            continue
        expected = tuple(record for record in dataset.records if type(record) is cls)
        try:
            found = loads_jsonl(content)
        except Malformed as error:
            notes.fault("records", path, str(error))
            continue
        if len(found) != len(expected):
            notes.fault("counts", path, f"has {len(found)} records, dataset.json has {len(expected)} of that type")
        elif found != expected:
            wrong = next(one.id for one, other in zip(expected, found, strict=True) if one != other)
            notes.fault("records", path, f"does not say what dataset.json says of {wrong}")
        else:
            good += 1
    notes.checked.append(f"records in {good} files of JSON Lines")


# ---- tables

Cells = Sequence[Mapping[str, Any]]


def _check_each(
    files: Listing,
    suffix: str,
    every: Mapping[str, Sequence[Row]],
    read: Callable[[Layout, bytes, Sequence[Row]], tuple[Cells, Cells]],
    notes: Notes,
) -> int:
    good = 0
    for name, layout in layouts().items():
        path = f"tables/{name}.{suffix}"
        content = files.read(path)
        if content is None:
            continue
        try:
            expected, found = read(layout, content, every[name])
        except MissingExtra:
            notes.unchecked.append("Parquet files: reading them needs pip install 'kordef[tables]'")
            return 0
        except KordefError as error:
            notes.fault("tables", path, str(error))
            continue
        good += _compare(path, expected, found, notes)
    return good


def _compare(path: str, expected: Cells, found: Cells, notes: Notes) -> bool:
    """Whether rows are the same; where they are not, the first cell that differs is told."""
    if len(expected) != len(found):
        notes.fault("counts", path, f"has {len(found)} rows, expected {len(expected)} as dataset.json says")
        return False
    for number, (one, other) in enumerate(zip_longest(expected, found), 1):
        for name, cell in one.items():
            if other[name] != cell:
                notes.fault(
                    "tables",
                    path,
                    f"row {number} has {_shown(other[name])} in {name!r}, expected {_shown(cell)} ({one['id']})",
                )
                return False
    return True


def _shown(cell: Any) -> str:
    text = repr(cell)
    return text if len(text) <= 80 else f"{text[:77]}..."


def _csv_rows(layout: Layout, content: bytes, rows_: Sequence[Row]) -> tuple[Cells, Cells]:
    try:
        lines = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise KordefError(f"is not CSV in UTF-8: {error}") from None
    _must_have_columns(layout, tuple(lines[0]) if lines else ())
    for number, line in enumerate(lines[1:], 1):
        if len(line) != len(layout.columns):
            raise KordefError(f"row {number} has {len(line)} cells, expected {len(layout.columns)}")
    expected = [{name: cell_text(row[name]) for name in layout.names} for row in rows_]
    return expected, [dict(zip(layout.names, line, strict=True)) for line in lines[1:]]


def _must_have_columns(layout: Layout, found: tuple[str, ...]) -> None:
    if found != layout.names:
        lacking = [name for name in layout.names if name not in found]
        beyond = [name for name in found if name not in layout.names]
        what = (
            f"lacks the column {lacking[0]!r}"
            if lacking
            else f"has the column {beyond[0]!r}"
            if beyond
            else "has other columns"
        )
        raise KordefError(f"{what[:100]}, expected those of {layout.name} in their order")


def _parquet_rows(layout: Layout, content: bytes, rows_: Sequence[Row]) -> tuple[Cells, Cells]:
    wanted = arrow_table(layout, rows_)
    import pyarrow  # pyright: ignore[reportMissingTypeStubs]
    from pyarrow import parquet  # pyright: ignore

    library: Any = pyarrow
    reader: Any = parquet
    try:
        table = reader.read_table(library.BufferReader(content))
        _must_have_columns(layout, tuple(table.column_names))
        if not table.schema.equals(wanted.schema):
            raise KordefError("has other types of columns than the table has")
        return wanted.to_pylist(), table.to_pylist()
    except KordefError:
        raise
    except (library.ArrowException, OSError, ValueError, MemoryError, OverflowError) as error:
        raise KordefError(f"is not Parquet that can be read: {error}") from None


# ---- the database

_DATABASE = "dataset.sqlite"
_STEPS = 1_000_000_000
"""How many steps of SQLite a question may take: some tens of seconds."""


def _check_database(files: Listing, every: Mapping[str, Sequence[Row]], notes: Notes) -> int:
    content = files.read(_DATABASE)
    if content is None:
        return 0
    if not content.startswith(b"SQLite format 3\0"):
        notes.fault("database", _DATABASE, "is not a SQLite database")
        return 0
    good = 0
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.deserialize(content)
            # what somebody else wrote is asked for rows and nothing else, and for no more work than that takes
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.set_progress_handler(lambda: 1, _STEPS)
            state = connection.execute("PRAGMA integrity_check").fetchone()[0]
            if state != "ok":
                notes.fault("database", _DATABASE, f"SQLite says: {state}")
                return 0
            broken = connection.execute("PRAGMA foreign_key_check").fetchone()
            if broken is not None:
                notes.fault(
                    "database", _DATABASE, f"a row of {broken[0]} refers to a row of {broken[2]} that is not there"
                )
            kinds = dict(
                connection.execute("SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view', 'trigger')")
            )
            for name, layout in layouts().items():
                path = f"{_DATABASE}, table {name}"
                if kinds.get(name) != "table":
                    notes.fault("database", _DATABASE, f"has no table {name!r}")
                    continue
                # with the table's name, because SQLite takes the name of no column for a text
                columns = ", ".join(f'"{name}"."{column}"' for column in layout.names)
                found = connection.execute(f'SELECT {columns} FROM "{name}" ORDER BY rowid').fetchmany(
                    len(every[name]) + 1
                )
                expected = [{column: stored(row[column]) for column in layout.names} for row in every[name]]
                good += _compare(path, expected, [dict(zip(layout.names, row, strict=True)) for row in found], notes)
            for name in kinds:
                if name not in layouts() and not re.fullmatch("quotes(?:_[a-z]+)?", name):
                    notes.fault("database", _DATABASE, f"has the {kinds[name]} {name!r}, which no release has")
        except (sqlite3.Error, OverflowError) as error:
            notes.fault("database", _DATABASE, f"is not a database that can be read: {error}")
    return good
