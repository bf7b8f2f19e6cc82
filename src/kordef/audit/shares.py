"""Shares: do they follow from the figures that stand beside them?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from kordef import catalogue
from kordef.audit.desk import Desk, Table, interval_of, unit_of
from kordef.audit.findings import Finding
from kordef.audit.registry import Check, check
from kordef.audit.wording import listed, number, span, value
from kordef.dataset import Dataset
from kordef.intervals import NEAREST, Interval
from kordef.records import Observation
from kordef.vocabulary import Basis, Severity

__all__ = ["Workings", "share_workings"]

_HUNDRED = Interval(Decimal(100), Decimal(100))
_ONE = Interval(Decimal(1), Decimal(1))
_MOST_COLUMNS = 12
"""Tables with more columns of figures than this are not searched for what a share may be a share of."""


@frozen
class _Reading:
    """What a column of shares is a share of: the column of the part, and those that together are the whole.

    ``whole`` without the part's column is a whole that stands in the table itself.
    """

    part: int
    whole: tuple[int, ...]


@frozen
class Workings:
    """A share of a table with the figures of its row that it should follow from.

    ``part`` is one of ``whole`` where the whole is a sum of columns; else ``whole`` is the cell that holds it.
    """

    share: Observation
    part: Observation
    whole: tuple[Observation, ...]

    @property
    def computed(self) -> Interval:
        """The shares, in percent, that the figures allow; each of them stands once in the formula, so no slack is added."""
        part = interval_of(self.part.value)
        if self.part not in self.whole:
            return _HUNDRED * (part / interval_of(self.whole[0].value))
        rest = [interval_of(o.value) for o in self.whole if o is not self.part]
        others = sum(rest[1:], rest[0])
        return _HUNDRED / (_ONE + others / part)

    @property
    def follows(self) -> bool:
        """Whether something that rounds to the stated share lies in what the figures allow."""
        return self.computed.overlaps(interval_of(self.share.value))

    @property
    def formula(self) -> str:
        """The calculation, in the figures as they are written."""
        whole = " + ".join(value(o.value) for o in self.whole)
        return f"{value(self.part.value)} / {f'({whole})' if len(self.whole) > 1 else whole}"

    @property
    def quotient(self) -> Decimal | None:
        """The share of the figures as they are written, in percent."""
        part = self.part.value.amount
        numbers = [o.value.amount for o in self.whole]
        if not part.is_exact or part.low is None or not all(n.is_exact for n in numbers):
            return None
        total = sum((n.low for n in numbers if n.low is not None), Decimal(0))
        return NEAREST.multiply(Decimal(100), NEAREST.divide(part.low, total)) if total else None


def _is_share(o: Observation) -> bool:
    return o.basis is Basis.SHARE and unit_of(o) == "percent"


def _is_positive(o: Observation) -> bool:
    low = interval_of(o.value).low
    return low is not None and low > 0


def _columns(table: Table) -> tuple[list[int], list[int]]:
    """The columns of levels and those of shares."""
    levels: dict[int, None] = {}
    shares: dict[int, None] = {}
    for cells in table.values():
        for column, o in cells.items():
            if _is_share(o):
                shares[column] = None
            elif o.basis is Basis.LEVEL:
                levels[column] = None
    return sorted(levels), sorted(shares)


def _workings(table: Table, share: int, reading: _Reading) -> Iterator[Workings]:
    """The rows in which all figures that a reading needs are there, of one unit and above zero."""
    for cells in table.values():
        stated, part = cells.get(share), cells.get(reading.part)
        whole = tuple(cells[c] for c in reading.whole if c in cells)
        if stated is None or part is None or not _is_share(stated) or len(whole) < len(reading.whole):
            continue
        figures = (part, *whole)
        if len({unit_of(o) for o in figures}) == 1 and all(map(_is_positive, figures)):
            yield Workings(stated, part, whole)


def _header(table: Table, column: int) -> str:
    for cells in table.values():
        cell = cells[column].cell if column in cells else None
        if cell and cell.column_header:
            return cell.column_header
    return ""


def _names(desk: Desk, table: Table, column: int) -> set[str]:
    """What a column of levels is called: its header, and the names of the actor it is about."""
    names = {_header(table, column).casefold()}
    for cells in table.values():
        if column in cells and (actor := cells[column].subject_actor):
            names |= {name.casefold() for name in desk.dataset.actor(actor).names}
            break
    return names - {""}


def _stands_in(names: set[str], text: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)


def _reading(desk: Desk, table: Table, share: int, levels: Sequence[int]) -> _Reading | None:
    """What a column of shares is a share of.

    Its header may name the columns ("share of the U.S. in total assistance from the U.S. and Europe"). Otherwise it is
    the reading under which at least two rows come out, and more than do not; with no such reading nothing is known.
    """
    header = _header(table, share).casefold()
    parts = _parts(desk, table, share, levels)
    if "total" in header and len(levels) > 1:
        totals = [c for c in levels if _is_total(_header(table, c))]
        if len(parts) == 1 and len(totals) == 1 and parts != totals:
            return _Reading(parts[0], (totals[0],))
        named = tuple(c for c in levels if _stands_in(_names(desk, table, c), header))
        if len(parts) == 1 and len(named) > 1 and parts[0] in named:
            return _Reading(parts[0], named)
    best: tuple[int, _Reading] | None = None
    for part in parts or levels:
        for whole in (tuple(levels), *((c,) for c in levels if c != part)):
            if len(whole) == 1 and whole[0] == part:
                continue
            reading = _Reading(part, whole)
            outcomes = [w.follows for w in _workings(table, share, reading)]
            good = sum(outcomes)
            if good > 1 and good > len(outcomes) - good and (best is None or good > best[0]):
                best = (good, reading)
    return best[1] if best else None


def _parts(desk: Desk, table: Table, share: int, levels: Sequence[int]) -> list[int]:
    """The columns of levels that are about the same as a column of shares, row by row."""
    return [
        column
        for column in levels
        if all(
            desk.subject(cells[column]) == desk.subject(cells[share]) is not None
            for cells in table.values()
            if column in cells and share in cells
        )
    ]


def share_workings(dataset: Dataset) -> tuple[Workings, ...]:
    """Every share in the tables of a dataset with its calculation, whether it comes out or not; K101 and K102 judge them.

    A share is left out where nothing in its table tells what it is a share of.
    """
    return tuple(_all_workings(Desk(dataset, catalogue.load())))


def _all_workings(desk: Desk) -> Iterator[Workings]:
    for table in desk.tables.values():
        levels, shares = _columns(table)
        if len(levels) <= _MOST_COLUMNS:
            for share in shares:
                reading = _reading(desk, table, share, levels) if levels else None
                if reading is not None:
                    yield from _workings(table, share, reading)


def _row(o: Observation) -> str:
    return (o.cell.row_header if o.cell else None) or o.indicator


@check(
    "K101",
    "a share does not follow from its row",
    Severity.ERROR,
    looks_at="each share in a table with the figures of its row: the part and the whole that its column's header "
    "names, or those under which most of the rows come out",
    tolerance="the part and the others may be anything that rounds to what is written; a share is wrong if nothing "
    "that rounds to it lies in the interval that follows",
    example="“$13.0 billion | $23.7 billion | 37.5%”, which is 35.28 to 35.56 %; 35.4% would pass",
)
def share_of_row(desk: Desk, it: Check) -> Iterator[Finding]:
    """Shares outside what their row allows."""
    for w in _all_workings(desk):
        if not w.follows:
            stated, computed = value(w.share.value), span(w.computed, "percent")
            yield it.finding(
                f"{desk.document(w.share)} gives {stated} for “{_row(w.share)}”, and the figures of that row make it "
                f"{computed}.",
                f"{w.formula} = {computed}, each figure taken as anything that rounds to it; stated: {stated}",
                [desk.claim(w.share, "/value")],
                [desk.claim(o, "/value") for o in dict.fromkeys((w.part, *w.whole))],
            )


@check(
    "K102",
    "a share is not the quotient of the figures beside it",
    Severity.NOTE,
    looks_at="the shares that K101 lets pass",
    tolerance="none: the written figures are divided as they stand and rounded as the share is; that the share "
    "differs shows that it was worked out from other figures, within the rounding of those that are written",
    example="“$634 million | $1.815 billion | 25.88%” divides to 25.89; the share is possible (25.86 to 25.92 %)",
)
def share_as_written(desk: Desk, it: Check) -> Iterator[Finding]:
    """Shares that are possible, but were not worked out from what is printed."""
    for w in _all_workings(desk):
        amount, quotient = w.share.value.amount, w.quotient
        if not w.follows or quotient is None or amount.precision is None or not amount.is_exact or amount.low is None:
            continue
        half = NEAREST.divide(amount.precision, Decimal(2))
        if abs(quotient - amount.low) > half:
            stated, computed = value(w.share.value), span(w.computed, "percent")
            yield it.finding(
                f"{desk.document(w.share)} gives {stated} for “{_row(w.share)}”; the figures as printed divide to "
                f"{number(quotient)} %, so that the share rests on figures other than those shown.",
                f"{w.formula} = {number(quotient)} %; with the rounding of the figures {computed}, which {stated} is "
                "within",
                [desk.claim(w.share, "/value")],
                [desk.claim(o, "/value") for o in dict.fromkeys((w.part, *w.whole))],
            )


@frozen
class _Implied:
    """The whole that a figure and its share of that whole imply."""

    part: Observation
    share: Observation

    @property
    def whole(self) -> Interval:
        return _HUNDRED * (interval_of(self.part.value) / interval_of(self.share.value))


def _shared_column(desk: Desk, table: Table, share: int, levels: Sequence[int]) -> list[_Implied]:
    """The rows of a column of shares whose whole is not in the table, with the column of the parts."""
    parts = _parts(desk, table, share, levels)
    if len(parts) != 1 or _reading(desk, table, share, levels) is not None:
        return []
    pairs = ((cells.get(parts[0]), cells.get(share)) for cells in table.values())
    return [_Implied(p, s) for p, s in pairs if p and s and _is_share(s) and _is_positive(p) and _is_positive(s)]


def _agreeing(rows: list[_Implied]) -> list[_Implied]:
    """Most rows that one whole satisfies, if there are at least two and no other set is as large."""
    bounds = sorted(
        {end for row in rows for end in (row.whole.low, row.whole.high) if end is not None},
    )
    sets = {tuple(i for i, row in enumerate(rows) if bound in row.whole): None for bound in bounds}
    ranked = sorted(sets, key=len, reverse=True)
    if not ranked or len(ranked[0]) < 2:
        return []
    largest = set(ranked[0])
    # Another set as large that is not much the same would be another reading of the table.
    if any(len(other) == len(largest) and not largest & set(other) for other in ranked[1:]):
        return []
    return [rows[i] for i in ranked[0]]


@check(
    "K103",
    "shares of one whole imply different wholes",
    Severity.ERROR,
    looks_at="a column of shares beside the figures they are shares of, where the whole itself is not in the "
    "table: each row implies a whole, and those of a column should be one",
    tolerance="figures and shares may be anything that rounds to what is written; at least two rows must agree on "
    "a whole before a third is said to contradict them",
    example="“735 | 40%” and “60 | 3.3%” imply a total of 1,813 to 1,862, “455 | 10%” one of 4,328 to 4,795; 25% "
    "would pass",
)
def implied_wholes(desk: Desk, it: Check) -> Iterator[Finding]:
    """Shares that contradict the other cells of their table."""
    for table in desk.tables.values():
        levels, shares = _columns(table)
        if len(levels) > _MOST_COLUMNS:
            continue
        for share in shares:
            rows = _shared_column(desk, table, share, levels)[:200]
            agreeing = _agreeing(rows)
            if not agreeing:
                continue
            whole = _common([row.whole for row in agreeing])
            for row in rows:
                if row in agreeing or row.whole.overlaps(whole):
                    continue
                unit = unit_of(row.part)
                follows = span(_HUNDRED * (interval_of(row.part.value) / whole), "percent")
                stated = value(row.share.value)
                others = listed([f"{value(a.part.value)} at {value(a.share.value)}" for a in agreeing])
                yield it.finding(
                    f"{desk.document(row.share)} gives {stated} for “{_row(row.share)}” "
                    f"({row.share.subject or 'no subject'}); by the other rows of that table it should be {follows}.",
                    f"{value(row.part.value)} / {stated} = a whole of {span(row.whole, unit)}; {others} make it "
                    f"{span(whole, unit)}; {value(row.part.value)} of that is {follows}",
                    [desk.claim(row.share, "/value"), desk.claim(row.part, "/value")],
                    [desk.claim(o, "/value") for a in agreeing for o in (a.part, a.share)],
                )


def _common(intervals: list[Interval]) -> Interval:
    """What lies in all of some intervals that overlap."""
    lows = [i.low for i in intervals if i.low is not None]
    highs = [i.high for i in intervals if i.high is not None]
    return Interval(max(lows, default=None), min(highs, default=None))


_OVER_A_HUNDRED = re.compile(r"\b(?:gdp|gross domestic product|debt|of the target|fulfil|capacity)\b", re.IGNORECASE)


@check(
    "K104",
    "a share of more than the whole",
    Severity.ERROR,
    looks_at="every share in percent but those that can pass a hundred (of GDP, of a target, of a capacity)",
    tolerance="the whole interval that the statement leaves open must lie above 100 % or below 0 %",
    example="“accounts for 120% of all exports”; “more than 99%” passes",
)
def beyond_the_whole(desk: Desk, it: Check) -> Iterator[Finding]:
    """Shares above 100 % or below 0 %."""
    for observations in desk.observations.values():
        for o in observations:
            if not _is_share(o) or _OVER_A_HUNDRED.search(o.indicator):
                continue
            stated = interval_of(o.value)
            above, below = _HUNDRED.less(stated), stated.less(Interval(Decimal(0), Decimal(0)))
            if above or below:
                yield it.finding(
                    f"{desk.document(o)} gives a share of {value(o.value)} for “{o.indicator}”, which no part of a whole "
                    "can have.",
                    f"{span(stated, 'percent')} lies outside 0 to 100 %",
                    [desk.claim(o, "/value")],
                )


@check(
    "K105",
    "shares of one whole come to more than it",
    Severity.ERROR,
    looks_at="a column of shares of which the rows are parts of one whole: because K103 finds one that at least two rows "
    "agree on, or because its header says “share of global …” and each row is about another",
    tolerance="each share at the least that rounds to it; only a sum above 100 % is a finding, since rows may be "
    "left out",
    example="60%, 40% and 20% of all exports; 40%, 25% and 3.3% pass",
)
def too_many_shares(desk: Desk, it: Check) -> Iterator[Finding]:
    """Columns of shares that sum to more than 100 %."""
    for table in desk.tables.values():
        levels, shares = _columns(table)
        if len(levels) > _MOST_COLUMNS:
            continue
        for share in shares:
            rows = [r.share for r in _agreeing(_shared_column(desk, table, share, levels)[:200])]
            if _WORLD.search(_header(table, share)):
                column = [cells[share] for cells in table.values() if share in cells and _is_share(cells[share])]
                rows = column if len({desk.subject(o) for o in column}) == len(column) else rows
            rows = [o for o in rows if not _is_total(_row(o))]
            if len(rows) < 2:
                continue
            figures = [interval_of(o.value) for o in rows]
            total = sum(figures[1:], figures[0])
            if _HUNDRED.less(total):
                stated = " + ".join(value(o.value) for o in rows)
                yield it.finding(
                    f"{desk.document(rows[0])} gives shares of one whole that come to {span(total, 'percent')}.",
                    f"{stated} = {span(total, 'percent')}, which is more than 100 %",
                    [desk.claim(o, "/value") for o in rows],
                )


_WORLD = re.compile(r"\bshares? of (?:the )?(?:global|world|worldwide|international)\b", re.IGNORECASE)


def _is_total(row: str) -> bool:
    return bool(re.match(r"(?:grand )?(?:total|sum|all|overall)\b", row.strip(), re.IGNORECASE))
