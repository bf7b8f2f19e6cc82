"""The tables of a release as CSV and Parquet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from kordef.errors import MissingExtra
from kordef.tables import ArrowTable, Layout, Row

__all__ = ["cell_text", "csv_bytes", "parquet_bytes"]


def csv_bytes(layout: Layout, rows: Sequence[Row]) -> bytes:
    """A table as CSV (RFC 4180, UTF-8, lines end in a line feed): the names of the columns, then a row a line.

    Numbers have all the digits that were written, flags are true and false, several texts are a JSON array, what is not known
    is empty.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(layout.names)
    writer.writerows([cell_text(row[name]) for name in layout.names] for row in rows)
    return out.getvalue().encode()


def cell_text(cell: Any) -> str:
    """A cell as text."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return format(cell, "f")
        case date():
            return cell.isoformat()
        case tuple():
            return json.dumps(cell, ensure_ascii=False, separators=(",", ":"))
        case _:
            return str(cell)


def parquet_bytes(table: ArrowTable) -> bytes:
    """An Arrow table as Parquet.

    The same table and the same version of pyarrow give the same bytes.
    """
    try:
        import pyarrow  # pyright: ignore[reportMissingTypeStubs]
        from pyarrow import parquet  # pyright: ignore
    except ImportError:
        raise MissingExtra("Parquet files", "tables") from None
    library: Any = pyarrow
    writer: Any = parquet
    out = library.BufferOutputStream()
    writer.write_table(table, out, compression="zstd", version="2.6", use_dictionary=True, write_statistics=True)
    return bytes(out.getvalue())
