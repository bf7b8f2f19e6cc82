"""The rows of every table, as dictionaries of plain Python values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from kordef.identity import references
from kordef.records import Record
from kordef.tables.claims import Claimed
from kordef.tables.layout import Placed, Words, layouts, table_of, tables_of_parts

if TYPE_CHECKING:
    from kordef.dataset import Dataset

__all__ = ["Row", "Rows", "rows"]

Row: TypeAlias = dict[str, Any]
"""One row: each column's name with its cell, ``None`` where it is empty."""
Rows: TypeAlias = dict[str, tuple[Row, ...]]
"""Tables by name."""


def rows(dataset: Dataset) -> Rows:
    """All tables of a dataset, their rows in its order; a table without rows is there too.

    Cells are ``str``, ``int``, ``bool``, ``Decimal``, ``date``, a tuple of ``str`` or ``int``, or ``None``.
    """
    found: dict[str, list[Row]] = {name: [] for name in layouts()}
    for name, thing in _things(dataset):
        found[name].append({column.name: column.get(thing) for column in layouts()[name].columns})
    return {name: tuple(every) for name, every in found.items()}


def _things(dataset: Dataset) -> Iterator[tuple[str, Any]]:
    """What rows are made of, each with the name of its table."""
    for record in dataset.records:
        yield "records", record
        yield table_of(type(record)), record
        words = Words(record)
        yield from _parts(record, words)
        for pointer, target in references(record):
            if pointer == "/source":  # which every row has
                continue
            yield "links", Placed(record, pointer, target, words)
    for case in dataset.cases:
        every = [(field, claim) for field in case.claims for claim in field.claims]
        for position, (field, claim) in enumerate(every):
            yield (
                "claims",
                Claimed(
                    record=dataset[claim.record],
                    claim=claim,
                    field=field,
                    case=case,
                    position=position,
                    words=Words(dataset[claim.record]),
                ),
            )


def _parts(record: Record, words: Words) -> Iterator[tuple[str, Placed]]:
    for field, part in tables_of_parts(type(record)):
        for position, each in enumerate(getattr(record, field.name)):
            yield table_of(part), Placed(record, f"/{field.name}/{position}", each, words)
