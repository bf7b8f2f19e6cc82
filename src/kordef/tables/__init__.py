"""A dataset as flat tables: plain rows, and Arrow tables that pandas, Polars and DuckDB take as they are.

The layout of the tables (:mod:`kordef.tables.layout`) is read from the record classes. :func:`rows` needs nothing but Python;
:func:`arrow` needs the extra ``tables``. :func:`records_of` goes the other way and loses nothing.

This room stands on the floor of the dataset, so that ``dataset.tables()`` can be a method of it; pyarrow is imported by the
functions that make Arrow tables, and by nothing before them.
"""

from __future__ import annotations

from kordef.tables.arrow import ArrowTable, arrow, arrow_table, schema_of
from kordef.tables.columns import Column, Kind
from kordef.tables.layout import Layout, layouts
from kordef.tables.reading import records_of
from kordef.tables.rows import Row, Rows, rows

__all__ = [
    "ArrowTable",
    "Column",
    "Kind",
    "Layout",
    "Row",
    "Rows",
    "arrow",
    "arrow_table",
    "layouts",
    "records_of",
    "rows",
    "schema_of",
]
