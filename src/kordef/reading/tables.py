"""Tables: rows of cells divided by bars, by tabulators or by three blanks and more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from kordef.document import Span, Table
from kordef.reading import grids
from kordef.reading.grids import Cells
from kordef.reading.lines import Line, is_register_row
from kordef.reading.words import words

__all__ = ["Region", "regions", "table"]

_RULE = re.compile(r"[\s|:+=─━_-]*[-=─━_]{2}[\s|:+=─━_-]*")
"""A row that only draws a line: ``|---|:--:|``."""

_YEAR_AND_NUMBER = re.compile(r"((?:19|20)\d\d(?: ?[-–—/] ?(?:\d\d)?\d\d)?) {2,9}(\d[\d.,]{0,12}%?)")
_WIDE = re.compile(r"(?: *\t[ \t]*| {3,}|(?<=\S) {2}(?=[(+−–-]?\d[\d,.]*(?: |\Z)))")
_BAR = re.compile(r"\|")
_DOTS = re.compile(r" *\.{3,} *")
"""Dots that lead from one column to the next: "Singapore (Type 218SG) ..... 4 ... two in 2013, two in 2017"."""
_EDGE = re.compile(r"[\s\xa0]*")

_NUMERIC = re.compile(
    r"""(?:about|approx\.?|around|ca?\.|over|up\ to|under|some|~|≈|<|>|≥|≤)?\s*
        [(\[]?[+±−–-]?\s?
        (?:(?:US|A|C|NZ|HK|S)?[$€£₩¥]|[A-Z]{3}\s?)?\s?
        [+±−–-]?\d""",
    re.VERBOSE,
)
_YEAR = re.compile(r"(?:(?:FY|Q[1-4]\s)?(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?[*a-z]?)")
_YEAR_AND_WORDS = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?,?\s+\(?[a-z]")
_DIGITS = re.compile(r"\d[\d.,\s-]*")
_NOTHING = frozenset(
    ("", "-", "–", "—", "n/a", "n.a.", "na", "..", "...", "…", "?", "none", "nil", "x", "tbd", "total")
)

_TOTAL = re.compile(r"(?:\| ?)?(?:grand )?(?:total|all|sum|overall|average|world)\b", re.IGNORECASE)
_QUARTER = re.compile(r"(?:[QH][1-4] (?:19|20)?\d\d|(?:19|20)\d\d ?[QH][1-4]|FY ?\d\d(?:\d\d)?(?:[/-]\d\d)?)")
_LABEL_AND_NUMBER = re.compile(r"([^\W\d_][^\d]{2,60}[^\s\d]) {1,2}(\d[\d,.]*)")

_MOST_HEADER_ROWS = 3
HEADLESS = -1
"""The rule of a region whose rows say themselves what they hold."""


class Region:
    """Lines ``first`` to ``last`` (exclusive) of the list of lines are one table."""

    __slots__ = ("first", "last", "rows", "rule")

    def __init__(self, first: int, last: int, rows: list[Cells], rule: int) -> None:
        self.first = first
        self.last = last
        self.rows = rows
        self.rule = rule


def regions(lines: list[Line]) -> list[Region]:
    """The tables among the lines, in order. ``rule`` of a region is the number of rows above a drawn line, or 0."""
    found: list[Region] = []
    at = tried = 0
    while at < len(lines):
        text = lines[at].text
        if ("   " in text or "\t" in text) and (told := grids.worded(lines, at)) is not None:
            found.append(Region(at, told[0], told[1], HEADLESS))
            at = told[0]
            continue
        kind = _barred if "|" in text else _spaced if "\t" in text or "   " in text else _separated
        if kind is _separated and text.count("...") > 1 and len(_DOTS.findall(text)) > 1:
            kind = _dotted
        if kind is _separated and "  " in text and text[0] in "12" and _YEAR_AND_NUMBER.fullmatch(text):
            kind = _yearly
        region = kind(lines, at)
        if kind is _spaced and "\t" not in text and at >= tried:
            tried, set_off = grids.aligned(lines, at)
            if set_off and sum(last - first for first, last, _ in set_off) > (region.last - at if region else 0):
                found.extend(Region(first, last, rows, 0) for first, last, rows in set_off)
                at = set_off[-1][1]
                continue
        if region:
            found.append(region)
            at = region.last
        else:
            at += 1
    return _with_lone_rows(lines, found)


def _with_lone_rows(lines: list[Line], found: list[Region]) -> list[Region]:
    """The tables with those of one row, which a register has where a supplier has one recipient."""
    rows: dict[int, Cells] = {}
    for n, line in enumerate(lines):
        if line.text.count("|") > 3 and not is_register_row(line.text):
            rows[n] = _cells(line, _BAR)
        elif line.text.count("\t") > 2:
            rows[n] = grids.tabbed(line)
    if not rows:
        return found
    covered = [(region.first, region.last, max(map(len, region.rows))) for region in found]
    lone = [Region(n, n + 1, [row], 0) for n, row in grids.lone_rows(lines, covered, rows)]
    return sorted([*found, *lone], key=lambda region: region.first) if lone else found


def _separated(lines: list[Line], first: int) -> Region | None:
    found = grids.separated(lines, first)
    if found is None and (rows := grids.running(lines, first)) is not None:
        return Region(first, rows[0], rows[1], HEADLESS)
    return Region(first, found[0], found[1], 1) if found else None


def _dotted(lines: list[Line], first: int) -> Region | None:
    width = len(_cells(lines[first], _DOTS))

    def cells(line: Line) -> Cells | None:
        row = _cells(line, _DOTS) if "..." in line.text else ()
        return row if len(row) == width > 2 else None

    return _collect(lines, first, cells, 3)


def _barred(lines: list[Line], first: int) -> Region | None:
    def cells(line: Line) -> Cells | None:
        return _cells(line, _BAR) if "|" in line.text else None

    spread = first + 1 < len(lines) and lines[first + 1].gap and "|" in lines[first + 1].text
    region = _collect(lines, first, cells, 3 if spread else 2, spread)
    if region:
        # Bars at the edges of most rows draw the frame; at the edge of one row they divide an empty cell from the others.
        if _framed(row[0] for row in region.rows):
            region.rows = [row[1:] if _is_empty(row[0]) else row for row in region.rows]
        if _framed(row[-1] for row in region.rows):
            region.rows = [row[:-1] if _is_empty(row[-1]) else row for row in region.rows]
        region.rows = [row for row in region.rows if row]
    return region if region and region.rows and _is_grid(region.rows) else None


def _framed(cells: Iterable[Span]) -> bool:
    empty = [_is_empty(cell) for cell in cells]
    return sum(empty) * 2 > len(empty)


def _is_empty(cell: Span) -> bool:
    return cell.start == cell.end


def _spaced(lines: list[Line], first: int) -> Region | None:
    if "\t" in lines[first].text and (region := _tabbed(lines, first)) is not None:
        return region
    width = len(_cells(lines[first], _WIDE))
    head = first
    if width >= 2 and first + 1 < len(lines) and not lines[first + 1].gap:
        # The cell over the labels is empty: a header of years begins one column to the right.
        below = _cells(lines[first + 1], _WIDE)
        if len(below) == width + 1 and _is_shifted(lines[first], below, lines[first + 1]):
            width += 1
            head = first + 1

    def cells(line: Line) -> Cells | None:
        row = _cells(line, _WIDE) if "\t" in line.text or "   " in line.text else ()
        if len(row) == width - 1 and line is lines[first] and head > first:
            row = (Span(line.start, line.start), *row)
        if len(row) == width - 1 and len(row) > 1:
            row = _parted(line, row)
        return row if len(row) == width >= 2 else None

    # Blanks line up by chance more easily than tabulators.
    return _collect(lines, first, cells, 2 if "\t" in lines[first].text else 3)


def _yearly(lines: list[Line], first: int) -> Region | None:
    """Rows of a year, or years, and a number, which two blanks divide: "2005-09  4.6"."""

    def cells(line: Line) -> Cells | None:
        row = _YEAR_AND_NUMBER.fullmatch(line.text)
        return tuple(Span(line.start + row.start(n), line.start + row.end(n)) for n in (1, 2)) if row else None

    return _collect(lines, first, cells, 3)


def _tabbed(lines: list[Line], first: int) -> Region | None:
    """Rows of one number of tabulators each, where some cells between them are empty."""
    width = len(grids.tabbed(lines[first]))

    def cells(line: Line) -> Cells | None:
        row = grids.tabbed(line) if "\t" in line.text else ()
        return row if len(row) == width > 3 else None

    region = _collect(lines, first, cells, 2)
    if region is None or not any(_is_empty(cell) for row in region.rows for cell in row):
        return None
    # an indented table has no first column
    if all(_is_empty(row[0]) for row in region.rows):
        region.rows = [row[1:] for row in region.rows]
    return region


def _is_shifted(head: Line, below: Cells, line: Line) -> bool:
    """Whether all cells of a line are years or quarters, and the next line has a label and a number for each."""
    words = [head.text[c.start - head.start : c.end - head.start] for c in _cells(head, _WIDE)]
    numbers = [line.text[c.start - line.start : c.end - line.start] for c in below]
    headed = all(_YEAR.fullmatch(word) or _QUARTER.fullmatch(word) for word in words)
    return headed and not _NUMERIC.match(numbers[0]) and any(_NUMERIC.match(number) for number in numbers[1:])


def _parted(line: Line, row: Cells) -> Cells:
    """A row whose label reaches so far that a single blank parts it from its number: "Self-propelled guns 2,330"."""
    first = row[0]
    found = _LABEL_AND_NUMBER.fullmatch(line.text, first.start - line.start, first.end - line.start)
    if found is None:
        return row
    start = line.start
    return (
        Span(start + found.start(1), start + found.end(1)),
        Span(start + found.start(2), start + found.end(2)),
        *row[1:],
    )


def _collect(
    lines: list[Line], first: int, cells: Callable[[Line], Cells | None], least: int, spread: bool = False
) -> Region | None:
    """The rows from a line on. An empty line ends a table, unless the page is ``spread``: it puts one between all lines."""
    rows: list[Cells] = []
    at, rule = first, 0
    while at < len(lines) and (
        at == first or lines[at].gap == spread or (not spread and _goes_on(lines, at, cells, rows))
    ):
        if _RULE.fullmatch(lines[at].text):
            rule = rule or len(rows)
        else:
            row = cells(lines[at])
            if row is None or (spread and rows and len(row) != len(rows[0])):
                break
            rows.append(row)
        at += 1
    if len(rows) < least:
        return None
    return Region(first, at, rows, rule)


def _goes_on(lines: list[Line], at: int, cells: Callable[[Line], Cells | None], rows: list[Cells]) -> bool:
    """Whether the row behind an empty line is the total of the table above."""
    if len(rows) < 3 or not _TOTAL.match(lines[at].text):
        return False
    row = cells(lines[at])
    return row is not None and len(row) == len(rows[-1]) > 1


def _is_grid(rows: list[Cells]) -> bool:
    """Whether most rows have one and the same number of cells; menus that stand below one another do not."""
    widths = [len(row) for row in rows]
    usual = max(set(widths), key=lambda width: (widths.count(width), width))
    return usual > 1 and widths.count(usual) * 2 > len(widths)


def _cells(line: Line, divider: re.Pattern[str]) -> Cells:
    text = line.text
    bounds = [(0, 0), *(found.span() for found in divider.finditer(text)), (len(text), len(text))]
    row: list[Span] = []
    for (_, start), (end, _) in pairwise(bounds):
        blanks = _EDGE.match(text, start, end)
        start = blanks.end() if blanks else start
        while end > start and text[end - 1].isspace():
            end -= 1
        row.append(Span(line.start + start, line.start + end))
    return tuple(row)


def table(text: str, lines: list[Line], region: Region, title: Span | None = None) -> Table:
    """The table of a region, its rows parted into header and data."""
    rows = region.rows
    cells = [tuple(text[cell.start : cell.end] for cell in row) for row in rows]
    heads = 0 if region.rule == HEADLESS else min(region.rule or _header(cells), len(rows) - 1)
    return Table(
        start=lines[region.first].start,
        end=lines[region.last - 1].end,
        header=tuple(rows[:heads]),
        rows=tuple(rows[heads:]),
        title=title,
    )


def _header(rows: list[tuple[str, ...]]) -> int:
    """How many of the first rows are header: words where the rows below have numbers, or years over numbers."""
    heads = 0
    while heads < min(_MOST_HEADER_ROWS, len(rows) - 1) and _heads(rows[heads], rows[heads + 1 :]):
        heads += 1
        if not _is_continued(rows, heads):
            break
    return heads


def _is_continued(rows: list[tuple[str, ...]], heads: int) -> bool:
    """Whether the row behind ``heads`` may be a further header row: one above has cells that are empty or merged."""
    above = rows[heads - 1]
    return "" in above[1:] or len(above) < len(rows[-1]) or (len(rows[heads]) > 1 and rows[heads][0] == "")


def _heads(row: tuple[str, ...], below: list[tuple[str, ...]]) -> bool:
    values = row[1:]
    if values and all(_YEAR.fullmatch(cell) for cell in values if cell) and any(values):
        return not all(_YEAR.fullmatch(cell) for other in below for cell in other[1:] if cell)
    if _years_and_words(row, below):
        return True
    if (labels := _labels(row)) and _labels(below[0]) == labels:
        # "Importer: Chile | Items: 4" above "Importer: Peru | Items: 2"
        return False
    if any(_NUMERIC.match(cell) and not _YEAR_AND_WORDS.match(cell) for cell in row):
        return False
    if len(row) > 2 or "" in row:
        return _has_numbers(below) or len(below) > 1
    return any(cell.casefold().strip(" :") in words().column_heads for cell in row[:1]) or _is_uniform(below)


def _labels(row: tuple[str, ...]) -> list[str]:
    """The labels that stand in the cells of a row before a colon."""
    return [cell.partition(": ")[0] for cell in row if ": " in cell]


def _years_and_words(row: tuple[str, ...], below: list[tuple[str, ...]]) -> bool:
    """Whether a row heads columns of years and others: "Country | 2023 | 2024 | Share of GDP", over numbers that are no years."""
    years = [n for n, cell in enumerate(row) if n and _YEAR.fullmatch(cell)]
    if not years or not all(
        _YEAR.fullmatch(cell) or not _NUMERIC.match(cell) or _YEAR_AND_WORDS.match(cell) for cell in row[1:]
    ):
        return False
    cells = [other[n] for other in below for n in years if n < len(other) and other[n]]
    return bool(cells) and all(_NUMERIC.match(cell) and not _YEAR.fullmatch(cell) for cell in cells)


def _has_numbers(rows: list[tuple[str, ...]]) -> bool:
    return any(_NUMERIC.match(cell) for row in rows for cell in row[1:])


def _is_uniform(rows: list[tuple[str, ...]]) -> bool:
    """Whether two-column rows are one series: numbers of one form in the second column, or years in the first."""
    if len(rows) < 2:
        return False
    pairs = [(row[0], row[1]) for row in rows if len(row) > 1]
    if all(_NUMERIC.match(first) for first, _ in pairs) and pairs:
        return True
    forms = {_DIGITS.sub("#", second).strip() for _, second in pairs if second.casefold() not in _NOTHING}
    return len(forms) == 1 and all(_NUMERIC.match(second) or second.casefold() in _NOTHING for _, second in pairs)
