"""Columns of tables: whose numbers of four digits are years, and whose are amounts."""

from __future__ import annotations

from kordef.document import Table

__all__ = ["counted_columns"]

_HEADS = (
    "number", "quantity", "units", "qty", "amount", "total", "value", "price", "persons", "personnel", "troops", "km",
    "weight", "no.",
)  # fmt: skip
"""Parts of a heading that says how many or how much."""


def counted_columns(text: str, table: Table) -> frozenset[int]:
    """The columns whose plain numbers of four digits are no years: their head or their other numbers say so."""
    columns: set[int] = set()
    heads = [[text[cell.start : cell.end].lower() for cell in row] for row in table.header]
    for row in table.rows:
        for c, cell in enumerate(row):
            word = text[cell.start : cell.end]
            if word.isdigit() and word.isascii() and not (len(word) == 4 and 1900 <= int(word) <= 2100):
                columns.add(c)
    for row_heads in heads:
        columns.update(
            c for c, head in enumerate(row_heads) if any(map(head.__contains__, _HEADS)) and "year" not in head
        )
    return frozenset(columns)
