"""Which figures of a document's text and of its tables are about the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kordef.audit.desk import Desk, unit_of
from kordef.records import Observation
from kordef.vocabulary import Basis

__all__ = ["same_figures"]


def same_figures(desk: Desk) -> Iterator[tuple[Observation, Observation]]:
    """Figures of running text with the cells of the document's tables that are about the same.

    A sentence that repeats one figure of a row (same value, unit and subject) speaks of that row; its other figures then
    belong to the row's other cells by their subjects, or by the only member that a cell counts.
    """
    cells: dict[tuple[str, str | None, str, str], list[tuple[int, int]]] = defaultdict(list)
    for (source, table_number), table in desk.tables.items():
        for row_number, row in table.items():
            for o in row.values():
                if o.basis is Basis.LEVEL:
                    cells[source, desk.subject(o), unit_of(o), str(o.value.amount)].append((table_number, row_number))
    for (source, _), observations in desk.sentences.items():
        for anchor in observations:
            rows = cells.get((source, desk.subject(anchor), unit_of(anchor), str(anchor.value.amount)), [])
            if len(rows) != 1 or len(observations) < 2:
                continue
            row = desk.tables[source, rows[0][0]][rows[0][1]]
            for other in observations:
                if other is anchor or other.basis is not Basis.LEVEL or desk.subject(other) == desk.subject(anchor):
                    continue
                for cell in row.values():
                    if cell.basis is Basis.LEVEL and _about(desk, cell) == desk.subject(other):
                        yield other, cell


def _about(desk: Desk, cell: Observation) -> str | None:
    """The subject of a cell, or the only member that it counts."""
    if len(cell.members) == 1:
        return desk.party(cell.members[0])
    return desk.subject(cell)
