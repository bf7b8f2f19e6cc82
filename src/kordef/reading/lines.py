"""Lines of the text, and pieces: lines put together again where a sentence was broken over several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kordef.reading.words import words

__all__ = ["Line", "Piece", "is_register_row", "is_remark", "join", "scan"]

# Zero-width characters and the byte order mark are blanks here, though str.isspace() does not say so.
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_LINE = re.compile(rf"[^\s{_INVISIBLE}][^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]*")

_MARK = re.compile(
    r"""(?!\([cC]\)\s{0,2}(?:19|20)\d\d)(?:
        [-*+•‣▪▫■□●○◦◆◇▶▷►➢➤✓✔※·∙–—](?=[\s\xa0])     # a bullet
      | [•‣▪■□●○◆◇▶►➢➤※∙](?=\w)                     # one that stands close
      | \(?\d{1,3}[.)](?=[\s\xa0])                    # 1.  1)  (1)
      | \(?[a-hA-H]\)(?=[\s\xa0])                     # a)  (a)
      | \(?[ivx]{1,4}\)(?=[\s\xa0])                   # iv) (iv)
      | \#{1,6}(?=[\s\xa0])                           # a Markdown heading
      | >+(?=[\s\xa0])                                # a Markdown quotation
    )[\s\xa0]*""",
    re.VERBOSE,
)
_ORDERED = re.compile(
    r"(?:[|;]|\s[–—])\s{0,3}\(?(?:ordered|bought|selected|dlvd?\b|del\.|delivered|received|in service)[.:]?\s{1,3}(?:in\s)?\(?\d",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"\(\d{1,3}\) [^\n,;]{2,60}, (?:ordered|selected|delivered) ")
"""An entry of a register whose number is an estimate: "(54) Hawk, ordered 2023"."""
_REMARK = re.compile(r"(?:comments?|remarks?|notes?):\s?\S", re.IGNORECASE)
_FRAMED = re.compile(r"([-–—=*~+]{1,6})[\s\xa0]{1,3}(\S.{0,90}?[^\s.,;:])[\s\xa0]{1,3}\1")
"""A heading between dashes or stars: "— POLAND —", "*** Aid ***"."""
_LONGEST_FRAMED = 100
_TERMINAL = re.compile(r"""[.!?…:;]["'”’»)\]*_]{0,3}\Z""")
_LAST_WORD = re.compile(r"([^\W\d_]+)\Z")
_FIRST_WORD = re.compile(r"\S+")
_WIDEST_COLUMN = 130
_SHORTEST_BROKEN = 40
_FEWEST_BROKEN = 4
"""Sentences that are broken over two lines, from which on lines are no paragraphs."""


class Line:
    """One line that is not blank: ``start`` and ``end`` without the blanks around it; ``gap`` if a blank line precedes.

    ``lead`` and ``tail`` are the blanks of the line before and behind its text.
    """

    __slots__ = ("end", "gap", "lead", "start", "tail", "text")

    def __init__(self, start: int, end: int, gap: bool, text: str, lead: str = "", tail: str = "") -> None:
        self.start = start
        self.end = end
        self.gap = gap
        self.text = text
        self.lead = lead
        self.tail = tail


class Piece:
    """What will be one block. ``mark`` is the list or heading mark in front of ``start``."""

    __slots__ = ("end", "gap", "mark", "start", "text")

    def __init__(self, start: int, end: int, gap: bool, text: str, mark: str = "") -> None:
        self.start = start
        self.end = end
        self.gap = gap
        self.text = text
        self.mark = mark


def scan(text: str) -> list[Line]:
    """The lines that are not blank. Lines end in ``\\n``, ``\\r\\n``, ``\\r`` or whatever else ``str.splitlines`` knows."""
    lines: list[Line] = []
    before = 0
    for found in _LINE.finditer(text):
        start = found.start()
        line = found[0].rstrip().rstrip(_INVISIBLE).rstrip()
        between = text[before:start]
        gap = not lines or between.count("\n") > 1 or between.count("\r") > 1 or "\f" in between
        lead = between[max(between.rfind("\n"), between.rfind("\r"), between.rfind("\f")) + 1 :]
        lines.append(Line(start, start + len(line), gap, line, lead, found[0][len(line) :]))
        before = start + len(line)
    return lines


def join(lines: list[Line]) -> Iterator[Piece]:
    """Pieces from the lines between two tables.

    A line goes on in the next one where the text is set in a column of one width, where the next begins with a small
    letter, or where it ends in a comma or a word that cannot be the last.
    """
    width = _column(lines)
    least = 0 if width else _ragged(lines)
    at = 0
    while at < len(lines):
        mark = _MARK.match(lines[at].text)
        last = at
        while last + 1 < len(lines) and _goes_on(lines[last].text, lines[last + 1], width, least):
            last += 1
        piece = _piece(lines[at], mark)
        if last > at:
            piece.end = lines[last].end
            piece.text = " ".join([piece.text, *(line.text for line in lines[at + 1 : last + 1])])
        yield piece
        at = last + 1


def is_register_row(line: str) -> bool:
    """Whether a line is a row that says in words what its cells hold: "12 FA-50 | aircraft | ordered 2014 | Dlv 12"."""
    parted = any(line.count(mark) > 1 for mark in ("|", ";", " – ", " — "))
    return parted and len(line) <= 200 and _ORDERED.search(line) is not None


def is_remark(line: str) -> bool:
    """Whether a line is the remark below an entry of a register: "Comments: EUR46 m deal; second-hand"."""
    return _REMARK.match(line) is not None


def _piece(line: Line, mark: re.Match[str] | None) -> Piece:
    framed = _FRAMED.fullmatch(line.text) if line.text[0] in "-–—=*~+" and len(line.text) <= _LONGEST_FRAMED else None
    if framed is not None and framed[1][0] not in framed[2]:
        # a heading, as Markdown's "#" makes one
        low, high = framed.span(2)
        return Piece(line.start + low, line.start + high, True, framed[2], "#")
    # "(24) K9 Thunder | self-propelled gun | ordered 2017": an estimate
    if mark is not None and _ENTRY.match(line.text) is not None:
        return Piece(line.start, line.end, line.gap, line.text, mark[0].strip())
    estimate = mark is not None and mark[0][0] == "(" and mark[0][1].isdigit() and is_register_row(line.text)
    if mark is None or estimate or mark.end() == len(line.text):
        return Piece(line.start, line.end, line.gap, line.text)
    return Piece(line.start + mark.end(), line.end, line.gap, line.text[mark.end() :], mark[0].strip())


def _column(lines: list[Line]) -> int:
    """The width of the column in which the text is set, 0 where lines are as long as their paragraphs."""
    pairs = [
        (len(above.text), below.text)
        for above, below in pairwise(lines)
        if not below.gap and not _MARK.match(below.text)
    ]
    if len(pairs) < 4:
        return 0
    width = max(length for length, _ in pairs)
    if not 40 <= width <= _WIDEST_COLUMN:
        return 0
    full = sum(_fills(length, below, width) for length, below in pairs)
    return width if full * 10 >= len(pairs) * 7 else 0


def _fills(length: int, below: str, width: int) -> bool:
    """Whether the first word of the line below found no room."""
    word = _FIRST_WORD.match(below)
    return length + 1 + len(word[0] if word else "") > width - 2


def _ragged(lines: list[Line]) -> int:
    """How long a line is at least that may go on, where sentences are broken over lines of no certain width; 0 elsewhere."""
    close = [
        (above.text, below.text)
        for above, below in pairwise(lines)
        if not below.gap and not _MARK.match(below.text) and len(above.text) > _SHORTEST_BROKEN
    ]
    if sum(len(above) > _WIDEST_COLUMN for above, _ in close) * 10 > len(close):
        return 0
    broken = sorted(len(above) for above, below in close if below[0].islower() and not _TERMINAL.search(above))
    if len(broken) < _FEWEST_BROKEN or 2 * len(broken) < len(close):
        return 0
    return broken[len(broken) // 2] * 4 // 5


def _goes_on(above: str, line: Line, width: int, least: int) -> bool:
    below = line.text
    if line.gap or _MARK.match(below):
        return False
    if width and _fills(len(above), below, width) and len(above) * 2 > width:
        return True
    if _TERMINAL.search(above, max(0, len(above) - 6)):
        return False
    word = _LAST_WORD.search(above, max(0, len(above) - 12))
    if len(above) > 20 and (above[-1] == "," or (word and word[1] in words().unfinished)):
        return True
    if least and len(above) >= least:
        return True
    return below[0].islower() and len(above) > 40
