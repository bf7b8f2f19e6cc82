"""Figures in tables: one observation for each numeric cell, with its row, its column and what the headers say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import frozen

from kordef.builders.page import Page
from kordef.document import Block, Span, Table
from kordef.mentions.model import ActorMention, DateMention, ValueMention

__all__ = ["Figure", "figures", "mentions_in"]


@frozen(kw_only=True)
class Figure:
    """A numeric cell.

    ``row_header`` and ``column_headers`` are spans; ``table`` counts the document's tables from 0, ``row`` its rows of data.
    ``group`` is the header above the column's own in a header of two rows ("Exported weapons in 2022-2024 (TIVs)").
    """

    value: ValueMention
    block: Block
    table: int
    row: int
    column: int
    cell: Span
    row_header: Span | None
    column_header: Span | None
    group: Span | None
    title: Span | None


def figures(page: Page) -> Iterator[Figure]:
    """The numeric cells of all tables, row by row."""
    values: dict[tuple[int, int, int], list[ValueMention]] = {}
    for value in page.mentions.values:
        if value.cell is not None:
            values.setdefault(value.cell, []).append(value)
    number = -1
    for position, block in enumerate(page.document.blocks):
        if block.table is None or block.repeats is not None:
            continue
        number += 1
        table = block.table
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells):
                for value in values.get((position, len(table.header) + row, column), ()):
                    yield Figure(
                        value=value,
                        block=block,
                        table=number,
                        row=row,
                        column=column,
                        cell=cell,
                        row_header=cells[0] if column > 0 and cells[0].end > cells[0].start else None,
                        column_header=_header(table, column),
                        group=_group(table, column),
                        title=table.title,
                    )


def _header(table: Table, column: int) -> Span | None:
    """The header nearest to the data that has words over this column."""
    for row in reversed(table.header):
        if column < len(row) and row[column].end > row[column].start:
            return row[column]
    return None


def _group(table: Table, column: int) -> Span | None:
    """What stands above the column's own header: a cell that spans several columns stands over the first of them.

    The upper row either leaves the spanned columns empty or has fewer cells than the lower one, which then share them out.
    """
    if len(table.header) < 2:
        return None
    upper, lower = table.header[0], table.header[-1]
    filled = [c for c in upper[1:] if c.end > c.start]
    width = len([c for c in lower[1:] if c.end > c.start])
    if not filled or column == 0 or not width:
        return None
    if len(filled) < width and width % len(filled) == 0:
        return filled[(column - 1) // (width // len(filled))] if column - 1 < width else None
    return next((upper[c] for c in range(min(column, len(upper) - 1), 0, -1) if upper[c].end > upper[c].start), None)


def mentions_in(page: Page, span: Span) -> tuple[list[ActorMention], list[DateMention]]:
    """The actors and dates that lie in a span."""
    actors = _within(page.mentions.actors, span)
    dates = _within(page.mentions.dates, span)
    return [a for a in actors if isinstance(a, ActorMention)], [d for d in dates if isinstance(d, DateMention)]


def _within(mentions: Sequence[ActorMention | DateMention], span: Span) -> list[ActorMention | DateMention]:
    low = bisect_left(mentions, span.start, key=lambda m: m.start)
    high = bisect_left(mentions, span.end, key=lambda m: m.start)
    return list(mentions[low:high])
