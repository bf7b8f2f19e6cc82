"""Arrow tables: what pandas, Polars and DuckDB take as it is."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from typing import TYPE_CHECKING, Any, TypeAlias

from kordef.errors import InvalidValue, MissingExtra
from kordef.figures import brief
from kordef.forms import is_tuple
from kordef.tables.columns import Column, Kind
from kordef.tables.layout import Layout, layouts
from kordef.tables.rows import Row, rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kordef.dataset import Dataset

__all__ = ["DIGITS", "PLACES", "ArrowSchema", "ArrowTable", "arrow", "arrow_table", "pyarrow_module", "schema_of"]

ArrowTable: TypeAlias = Any
"""A :class:`pyarrow.Table`; pyarrow comes without types."""
ArrowSchema: TypeAlias = Any
"""A :class:`pyarrow.Schema`."""

DIGITS, PLACES = 38, 12
"""Numbers are decimals of 38 digits, 12 of them behind the point: the most that pandas, Polars, DuckDB and Parquet share."""

_LARGEST = 2**63 - 1


def arrow(dataset: Dataset) -> dict[str, ArrowTable]:
    """Every table of a dataset as an Arrow table, by name.

    :raises MissingExtra: pyarrow is not installed
    :raises InvalidValue: a number is too large for a column
    """
    every = rows(dataset)
    return {name: arrow_table(layout, every[name]) for name, layout in layouts().items()}


def arrow_table(layout: Layout, every: Sequence[Row]) -> ArrowTable:
    """The rows of one table as an Arrow table."""
    schema = schema_of(layout)
    arrays = [
        pyarrow_module().array([_cell(column, row) for row in every], type=schema.field(column.name).type)
        for column in layout.columns
    ]
    return pyarrow_module().Table.from_arrays(arrays, schema=schema)


def schema_of(layout: Layout) -> ArrowSchema:
    """The Arrow schema of a table; each field carries its description."""
    fields = [
        pyarrow_module().field(column.name, _type(column.kind), not column.required, {"description": column.about})
        for column in layout.columns
    ]
    return pyarrow_module().schema(fields, metadata={"description": layout.about})


def pyarrow_module() -> Any:
    """pyarrow, imported when it is first needed.

    :raises MissingExtra: it is not installed
    """
    try:
        import pyarrow  # pyright: ignore[reportMissingTypeStubs]
    except ImportError:
        raise MissingExtra("Arrow tables", "tables") from None
    return pyarrow


def _type(kind: Kind) -> Any:
    types = pyarrow_module()
    match kind:
        case Kind.TEXT | Kind.OBJECT | Kind.ARRAY:
            return types.string()
        case Kind.INTEGER:
            return types.int64()
        case Kind.FLAG:
            return types.bool_()
        case Kind.NUMBER:
            return types.decimal128(DIGITS, PLACES)
        case Kind.DATE:
            return types.date32()
        case Kind.TEXTS:
            return types.list_(types.string())
        case Kind.INTEGERS:
            return types.list_(types.int64())


def _cell(column: Column, row: Row) -> Any:
    cell: Any = row[column.name]
    if cell is None:
        return None
    if column.kind is Kind.NUMBER:
        return _rounded(cell, column, row)
    whole = (cell,) if column.kind is Kind.INTEGER else cell if column.kind is Kind.INTEGERS else ()
    if any(abs(number) > _LARGEST for number in whole):
        raise InvalidValue(f"{column.name} of {row['id']} does not fit into 64 bits, found {cell}")
    return list(cell) if is_tuple(cell) else cell


_UNIT = Decimal(1).scaleb(-PLACES)


def _rounded(number: Decimal, column: Column, row: Row) -> Decimal:
    """To as many decimals as a column has; the JSON of the value beside it has them all."""
    if number.adjusted() >= DIGITS - PLACES:
        raise InvalidValue(
            f"{column.name} of {row['id']} must have at most {DIGITS - PLACES} digits before the point, found {brief(number)}"
        )
    with localcontext() as context:
        context.prec = DIGITS
        return number.quantize(_UNIT, rounding=ROUND_HALF_EVEN)
