"""Tables in other forms than equal rows: comma- and semicolon-separated values, columns set with blanks, rows that stand alone.

Registers are passed on in all of them. A row of comma-separated values may quote its cells (RFC 4180, without line breaks in
a cell); columns set with blanks are found by the blanks that all rows share, so that cells may be empty.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kordef.document import Span
from kordef.reading.lines import Line
from kordef.reading.words import words

__all__ = ["Cells", "aligned", "lone_rows", "running", "separated", "tabbed", "worded"]

Cells = tuple[Span, ...]

_CELL = {mark: re.compile(rf'\s*(?:"((?:[^"]|"")*)"\s*|([^{mark}]*))(?:{mark}|\Z)') for mark in (",", ";")}
_NUMBER = re.compile(r"[(~\[]{0,2}\d[\d.,\s–-]*[)\]?]{0,2}")
_HEAD_WORD = re.compile(r"[^\W\d_]+")
_FIELD = re.compile(r"\S+(?: \S+)*")
_GAP = re.compile(r" {2,}|[ \t]*\t[ \t]*")
_ORDERED = re.compile(
    r"(?:order(?:ed)?|contract(?:ed)?|signed|bought|selected|del(?:ivered|ivery|iveries|\.)?|dlvd?\.?|received)"
    r"[.:]? (?:in )?(?:19|20)\d\d\b.{0,24}",
    re.IGNORECASE,
)
_YEARS = r"\(?(?:19|20)\d\d\??(?:[-–—/](?:(?:19|20)?\d\d))?\)?"
_RUNNING = re.compile(
    rf"""(?:(?P<role>[SRL]:\s)?(?P<party>[A-Z](?:[A-Za-z.’'-]|,?\s(?=[A-Za-z])){{2,34}})\s)?
        (?P<number>\(?(?:\d{{1,4}}|\d{{1,3}},\d\d\d)\??\)?|\.\.)\s(?P<goods>\S[^;:|\t]{{2,70}}?)
        \s(?P<order>{_YEARS})(?:\s(?P<deliveries>{_YEARS}))?(?:\s(?P<delivered>\(?\d[\d,]{{0,5}}\)?|\.\.)(?![^\s]))?
        (?:\s(?P<remarks>[A-Z0-9$€£¥₩'"(].*))?""",
    re.VERBOSE,
)
"""A row of a register whose columns single blanks part: "S: Israel 6 Sea Heron patrol craft 2011 2012-2013 6 EUR40 m deal"."""
_RUNNING_LABEL = re.compile(
    r"(?:[SRL]|supplier|recipient|importer|exporter|buyer|seller)s?\s?:\s?\S.{1,40}", re.IGNORECASE
)
"""The line above such rows that names who sells, or buys, all of it."""
_RUNNING_CELLS = ("party", "number", "goods", "order", "deliveries", "delivered", "remarks")
_RUNNING_STARTS = frozenset("0123456789(.")
_RUNNING_HEADS = ("order", "designation", "deliver")
"""What the line of headers above such rows speaks of."""
_FEWEST = 4
"""The columns that rows need by which alone a table is known."""
_LONGEST_GROUP = 40
"""The characters of a line between rows that names a group of them."""
_WIDEST = 600


def separated(lines: Sequence[Line], first: int) -> tuple[int, list[Cells]] | None:
    """The rows of separated values that begin with a line of headers, and the line behind the last; ``None`` without one."""
    text = lines[first].text
    mark = ";" if text.count(";") >= _FEWEST - 1 else ","
    if text.count(mark) < _FEWEST - 1 or len(text) > _WIDEST or text[-1] in ".!?:":
        return None
    heads = _split(lines[first], mark)
    if len(heads) < _FEWEST or not _are_heads([_words(lines[first], cell) for cell in heads]):
        return None
    rows = [heads]
    at = first + 1
    while at < len(lines) and not lines[at].gap:
        row = _split(lines[at], mark)
        if len(row) > len(heads):
            # the last cell holds the mark and is not quoted
            row = (*row[: len(heads) - 1], Span(row[len(heads) - 1].start, row[-1].end))
        if len(row) < len(heads):
            break
        rows.append(row)
        at += 1
    return (at, rows) if len(rows) > 1 else None


def _words(line: Line, cell: Span) -> str:
    return line.text[cell.start - line.start : cell.end - line.start]


def _are_heads(cells: Sequence[str]) -> bool:
    """Whether cells are the names of columns: short words, two of them known for it, and no numbers."""
    known = words().column_heads
    if any(len(c) > 45 or c[-1:] in (".", "?") or _NUMBER.match(c) for c in cells) or sum(map(bool, cells)) < _FEWEST:
        return False
    return sum(any(w in known for w in _HEAD_WORD.findall(c.lower())) for c in cells) >= 2


def _split(line: Line, mark: str) -> Cells:
    """The cells of a line, quotation marks left out."""
    text, cells, at = line.text, list[Span](), 0
    while at <= len(text):
        found = _CELL[mark].match(text, at)
        if found is None:
            # a quotation mark that stands inside a cell, or is never closed
            end = text.find(mark, at)
            end = len(text) if end < 0 else end
            cells.append(_trimmed(line, at, end))
            at = end + 1
            continue
        group = 1 if found[1] is not None else 2
        cells.append(_trimmed(line, found.start(group), found.end(group)))
        if found.end() == len(text) and not (text and text[-1] == mark and found.end() > found.end(group)):
            break
        at = found.end()
    return tuple(cells)


def _trimmed(line: Line, start: int, end: int) -> Span:
    while end > start and line.text[end - 1].isspace():
        end -= 1
    while start < end and line.text[start].isspace():
        start += 1
    return Span(line.start + start, line.start + end)


def worded(lines: Sequence[Line], first: int) -> tuple[int, list[Cells]] | None:
    """The rows of a register that blanks divide and whose cells say what they hold: "CHILE   S: Germany   118   order 2007".

    Rows may end before the last cell; rows between empty lines are no table, nor is a line alone.
    """
    rows: list[Cells] = []
    at = first
    while at < len(lines) and (at == first or not lines[at].gap) and (row := _worded(lines[at])):
        rows.append(row)
        at += 1
    if len(rows) < 2:
        return None
    width = max(map(len, rows))
    ends = [Span(row[-1].end, row[-1].end) for row in rows]
    return at, [row + (end,) * (width - len(row)) for row, end in zip(rows, ends, strict=True)]


def _worded(line: Line) -> Cells:
    """The cells of a line, where one says when something was ordered or delivered; else none."""
    text = line.text
    if ("   " not in text and "\t" not in text) or len(text) > _WIDEST or "|" in text:
        return ()
    cells, at = list[Span](), 0
    for gap in _GAP.finditer(text):
        cells.append(_trimmed(line, at, gap.start()))
        at = gap.end()
    cells.append(_trimmed(line, at, len(text)))
    words = [_words(line, cell) for cell in cells]
    said = any(map(_ORDERED.fullmatch, words))
    return tuple(cells) if said and len(cells) >= _FEWEST + 1 and any(map(_NUMBER.fullmatch, words)) else ()


def running(lines: Sequence[Line], first: int) -> tuple[int, list[Cells]] | None:
    """The rows of a register that only their order parts into cells, and the line behind the last; ``None`` for prose.

    A row says who, how many, of what, when ordered, when delivered, how many came, and remarks. One that tells no delivery is a
    row only with a label in front, or beside others; so is one alone without the line of headers.
    """
    rows: list[re.Match[str]] = []
    at = first
    while at < len(lines) and (found := _running(lines[at].text)) is not None:
        if rows and (lines[at].gap or (found["party"] is None) != (rows[0]["party"] is None)):
            break
        rows.append(found)
        at += 1
    whole = [row for row in rows if row["deliveries"] and (row["delivered"] or row["remarks"])]
    labelled = any(row["role"] for row in rows)
    if not rows or not (labelled or len(whole) > 1 or (whole and _are_headed(lines, first))):
        return None
    names = [name for name in _RUNNING_CELLS if any(row[name] for row in rows)]
    cells: list[Cells] = []
    for line, row in zip(lines[first:at], rows, strict=True):
        ends = [row.start("role" if name == "party" and row["role"] else name) for name in names]
        spans: list[Span] = []
        stop = 0
        for name, start in zip(names, ends, strict=True):
            low, stop = (start, row.end(name)) if row[name] else (stop, stop)
            spans.append(Span(line.start + low, line.start + stop))
        cells.append(tuple(spans))
    return at, cells


def _running(text: str) -> re.Match[str] | None:
    if len(text) > _WIDEST or not (text[0].isupper() or text[0] in _RUNNING_STARTS):
        return None
    return _RUNNING.fullmatch(text) if " 20" in text or " 19" in text or " (20" in text else None


def _are_headed(lines: Sequence[Line], first: int) -> bool:
    """Whether one of the lines above names the columns, or the line right above a party."""
    if first and _RUNNING_LABEL.fullmatch(lines[first - 1].text):
        return True
    above = [line.text.lower() for line in lines[max(0, first - 4) : first]]
    return any(all(head in text for head in _RUNNING_HEADS) for text in above)


def tabbed(line: Line) -> Cells:
    """The cells of a line, one between every two tabulators; those that the line begins and ends with count."""
    raw = [Span(line.start - n, line.start - n) for n in range(line.lead.count("\t"), 0, -1)]
    at = 0
    for part in line.text.split("\t"):
        raw.append(_trimmed(line, at, at + len(part)))
        at += len(part) + 1
    raw.extend(Span(line.end, line.end) for _ in range(line.tail.count("\t")))
    return tuple(raw)


def aligned(lines: Sequence[Line], first: int) -> tuple[int, list[tuple[int, int, list[Cells]]]]:
    """The tables whose columns blanks set off in the lines from one on, and the line behind them all.

    Each table has its first line, the line behind its last, and its rows: lines between them that name a group of rows
    divide one from the next.
    """
    end, wide = first, list[int]()
    while end < len(lines):
        text = lines[end].text
        if "\t" in text or len(text) + len(lines[end].lead) > _WIDEST:
            break
        if "  " in text:
            wide.append(end)
        elif len(text) > _LONGEST_GROUP or text[-1] in ".!?;":
            break
        end += 1
    end = wide[-1] + 1 if wide else first + 1
    columns = _columns([lines[n] for n in wide])
    if len(wide) < 3 or len(columns) < _FEWEST:
        return end, []
    rows = {n: _cells(lines[n], columns) for n in wide}
    filled = [sum(cell.end > cell.start for cell in row) for row in rows.values()]
    whole = [n for n in filled if n > 1]
    if (
        2 * sum(n >= _FEWEST - 1 for n in whole) <= len(whole)
        or max(filled) < _FEWEST
        or not _numbered(lines, rows, len(columns))
    ):
        return end, []
    while end < len(lines) and not lines[end].gap and _goes_on(lines[end], None, columns):
        end += 1
    found: list[tuple[int, int, list[Cells]]] = []
    for n in range(first, end):
        follows = bool(found) and found[-1][1] == n and not lines[n].gap
        row = rows.get(n)
        if follows and _goes_on(lines[n], row, columns) and (last := found[-1][2][-1])[-1].end > last[-1].start:
            # the last cell goes on in the next line
            begin, _, own = found[-1]
            own[-1] = (*last[:-1], Span(last[-1].start, lines[n].end))
            found[-1] = (begin, n + 1, own)
        elif row is not None and follows:
            found[-1][2].append(row)
            found[-1] = (found[-1][0], n + 1, found[-1][2])
        elif row is not None:
            found.append((n, n + 1, [row]))
    return end, [part for part in found if len(part[2]) > 1 or _has_number(lines[part[0]], part[2][0])]


def _goes_on(line: Line, row: Cells | None, columns: Sequence[tuple[int, int]]) -> bool:
    """Whether a line has words in the last column alone."""
    if row is None:
        return len(line.lead) >= columns[-1][0] > 0
    return all(cell.end == cell.start for cell in row[:-1])


def _columns(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The columns of characters between blanks that all lines share."""
    taken = 0
    for line in lines:
        for field in _FIELD.finditer(line.text):
            taken |= ((1 << (field.end() - field.start())) - 1) << (len(line.lead) + field.start())
    columns: list[tuple[int, int]] = []
    at = 0
    while taken >> at:
        at += ((taken >> at) & -(taken >> at)).bit_length() - 1
        rest = taken >> at
        length = (~rest & (rest + 1)).bit_length() - 1
        columns.append((at, at + length))
        at += length
    return columns


def _cells(line: Line, columns: Sequence[tuple[int, int]]) -> Cells:
    row: list[Span] = []
    for low, high in columns:
        start = min(max(low - len(line.lead), 0), len(line.text))
        end = min(max(high - len(line.lead), 0), len(line.text))
        row.append(_trimmed(line, start, end))
    return tuple(row)


def _numbered(lines: Sequence[Line], rows: dict[int, Cells], width: int) -> bool:
    """Whether the cells of some column are mostly numbers."""
    for column in range(width):
        cells = [_words(lines[n], row[column]) for n, row in rows.items()]
        cells = [c for c in cells if c]
        if len(cells) > 1 and 2 * sum(_NUMBER.fullmatch(c) is not None for c in cells) > len(cells):
            return True
    return False


def _has_number(line: Line, row: Cells) -> bool:
    return any(_NUMBER.fullmatch(_words(line, cell)) for cell in row)


def lone_rows(
    lines: Sequence[Line], covered: Sequence[tuple[int, int, int]], rows: dict[int, Cells]
) -> Iterator[tuple[int, Cells]]:
    """The lines that are rows though no other stands beside them: they have the width of other rows of the page, and a number.

    ``covered`` are first line, line behind the last, and width of the tables found; ``rows`` the cells of the lines with bars or
    tabulators.
    """
    widths = Counter(len(row) for n, row in rows.items() if _has_number(lines[n], row))
    known = {width for _, _, width in covered} | {width for width, times in widths.items() if times > 1}
    inside = {n for first, last, _ in covered for n in range(first, last)}
    for n, row in rows.items():
        if n not in inside and len(row) > _FEWEST and len(row) in known and _has_number(lines[n], row):
            yield n, row
