"""Agreements in tables: "Partner | Instrument | Year | Status" under a title that names whose agreements they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.builders.agreements.drafts import Draft, Step
from kordef.builders.agreements.nouns import Entry, heads
from kordef.builders.agreements.sides import merged, spoken_of
from kordef.builders.grammar.tokens import Line, Token, row_between
from kordef.builders.page import Page
from kordef.builders.parties import Side, implied, side_of
from kordef.document import Block, BlockKind, Span, Table
from kordef.mentions.model import DateMention
from kordef.vocabulary import AgreementStatus

__all__ = ["drafts_in_tables"]

_STATUS = (
    (re.compile(r"\b(?:lapsed|expired|ended|terminated|denounced|cancelled|canceled)\b"), AgreementStatus.ENDED),
    (re.compile(r"\b(?:replaced|superseded|upgraded)\b"), AgreementStatus.UPGRADED),
    (re.compile(r"\b(?:negotiat\w+|talks|being drafted)\b"), AgreementStatus.NEGOTIATING),
    (re.compile(r"\b(?:proposed|planned|offered|under discussion|sought)\b"), AgreementStatus.PROPOSED),
    (
        re.compile(r"\b(?:awaiting|pending|not yet in force|unratified|signed|concluded|initialled)\b"),
        AgreementStatus.SIGNED,
    ),
    (re.compile(r"\b(?:in force|into force|effective|active|valid|ratified|running)\b"), AgreementStatus.IN_FORCE),
)
"""What a cell or a heading says of how far agreements have come; the first that fits."""
_DATES = re.compile(r"\b(?:year|date|signed|signature|concluded|since|in force|entry into force|when|start)\b")
_DATED = frozenset([AgreementStatus.SIGNED, AgreementStatus.IN_FORCE, AgreementStatus.UPGRADED])
_TOPICS = re.compile(r"\b(?:subject|topic|field|area|scope|on)\b")
_FEWEST_NOUNS = 0.5
"""The share of the rows whose cells must name an agreement where no title says that the table lists them."""
_NEAR = 3
"""How many blocks above a table may say what it lists."""
_ABOVE = (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING, BlockKind.TABLE_TITLE, BlockKind.PARAGRAPH)


def drafts_in_tables(page: Page) -> Iterator[Draft]:
    """The agreements in the rows of tables that list agreements."""
    for _, at in page.tables():
        block = page.document.blocks[at]
        if block.table is not None and block.table.header and block.table.rows:
            yield from _Listing(page, at, block, block.table).drafts()


class _Listing:
    """A table with what its rows share."""

    def __init__(self, page: Page, at: int, block: Block, table: Table) -> None:
        self.page, self.at, self.block, self.table = page, at, block, table
        self.text = page.document.text
        self.above = [
            line
            for line in page.lines
            if line.story == block.story and line.kind in _ABOVE and at - _NEAR <= line.block < at
        ]
        self.headers = [
            " ".join(self.text[s.start : s.end] for s in table.heads(column)).lower()
            for column in range(max(map(len, table.rows)))
        ]

    def drafts(self) -> Iterator[Draft]:
        rows = [[self._row(cell) for cell in row] for row in self.table.rows]
        partners = self._partners(rows)
        if not partners:
            return
        entries = [self._entry(row) for row in rows]
        general = self._listed()
        if general is None and sum(e is not None for e in entries) < _FEWEST_NOUNS * len(rows):
            return
        shared = self._shared()
        told = self._status_above()
        for cells, row, entry in zip(self.table.rows, rows, entries, strict=True):
            sides = merged([s for column in partners if column < len(row) for s in self._sides(row[column])])
            if len(sides) == 1:
                sides = merged([*(s for s in shared if s.state != sides[0].state), *sides])
            kind = entry[0] if entry is not None else general
            if len(sides) < 2 or kind is None:
                continue
            yield self._draft(cells, row, sides, kind, self._words(cells, entry, general), told)

    def _row(self, cell: Span) -> tuple[Token, ...]:
        return row_between(self.text, self.page.mentions, cell.start, cell.end)

    def _sides(self, tokens: Sequence[Token]) -> list[Side]:
        return [s for i, t in enumerate(tokens) if (s := side_of(self.page, t, i)) is not None and not s.person]

    def _partners(self, rows: Sequence[Sequence[Sequence[Token]]]) -> list[int]:
        """The columns whose cells are states, organisations or firms and nothing else, in most rows."""
        found: list[int] = []
        for column in range(len(self.headers)):
            cells = [row[column] for row in rows if column < len(row)]
            named = [c for c in cells if c and all(t.kind in ("actor", "mark") or t.text == "and" for t in c)]
            if named and 2 * len(named) > len(rows):
                found.append(column)
        return found[:2]

    def _entry(self, row: Sequence[Sequence[Token]]) -> tuple[Entry, int] | None:
        """The noun for an agreement that a row names, with the number of its cell."""
        for column, tokens in enumerate(row):
            entry = _noun_of(tokens)
            if entry is not None:
                return entry, column
        return None

    def _listed(self) -> Entry | None:
        """The agreements that the words above say the table lists."""
        for line in reversed(self.above):
            entry = _noun_of(line.tokens, plural=True)
            if entry is not None:
                return entry
        return None

    def _shared(self) -> list[Side]:
        """Whose agreements they are: the state or organisation that the nearest words above name."""
        for line in reversed(self.above):
            sides = [implied(s) for s in spoken_of(self.page, line)]
            if len(sides) == 1:
                return sides
        return []

    def _status_above(self) -> AgreementStatus | None:
        return next((s for line in reversed(self.above) if (s := _status_in(self._written(line))) is not None), None)

    def _written(self, span: Span | Line) -> str:
        return self.text[span.start : span.end].lower()

    def _words(self, cells: Sequence[Span], entry: tuple[Entry, int] | None, general: Entry | None) -> str:
        """What the row calls its agreement; where the title does, the topic that the row gives."""
        if entry is not None:
            return self.text[cells[entry[1]].start : cells[entry[1]].end]
        topic = next(
            (c for c, header in zip(cells, self.headers, strict=False) if _TOPICS.search(header) and c.start < c.end),
            None,
        )
        noun = _singular(general) if general is not None else "agreement"
        return f"{noun} on {self.text[topic.start : topic.end].lower()}" if topic is not None else noun

    def _draft(
        self,
        cells: Sequence[Span],
        row: Sequence[Sequence[Token]],
        sides: Sequence[Side],
        kind: Entry,
        words: str,
        told: AgreementStatus | None,
    ) -> Draft:
        start, end = cells[0].start, max(c.end for c in cells)
        days = [(c, t) for c, tokens in enumerate(row) for t in tokens if t.kind == "date"]
        dated = [(c, t) for c, t in days if c < len(self.headers) and _DATES.search(self.headers[c])]
        said = next((s for c in cells if (s := _status_in(self._written(c))) is not None), None)
        status = said or told or (AgreementStatus.SIGNED if dated else AgreementStatus.IN_FORCE)
        line = Line(
            block=self.at,
            story=self.block.story,
            section=self.block.section,
            kind=BlockKind.TABLE,
            start=start,
            end=end,
            tokens=tuple(t for tokens in row for t in tokens),
        )
        draft = Draft(
            line=line, start=start, end=end, kind=kind.kind, status=status, words=words, sides=list(sides), acted=True
        )
        if status in _DATED and dated:
            for column, day in dated:
                if isinstance(mention := day.mention, DateMention) and mention.period.edtf is not None:
                    step = "in_force" if "force" in self.headers[column] else "signed"
                    draft.steps.setdefault(step, Step(period=mention.period, witness=day))
        if "in_force" in draft.steps and status is AgreementStatus.SIGNED:
            draft.status = AgreementStatus.IN_FORCE
        return draft


def _singular(entry: Entry) -> str:
    """What one of several is called: "security partnerships", "memoranda"."""
    words = " ".join(entry.words)
    if words.endswith("memoranda"):
        return words[:-1] + "um"
    return words[:-3] + "y" if words.endswith("ies") else words.removesuffix("s")


def _status_in(words: str) -> AgreementStatus | None:
    return next((status for pattern, status in _STATUS if pattern.search(words)), None)


def _noun_of(tokens: Sequence[Token], *, plural: bool = False) -> Entry | None:
    """The last noun for an agreement in a row of tokens; with ``plural`` only one for several."""
    known = heads()
    best: Entry | None = None
    for at, token in enumerate(tokens):
        for entry in known.get(token.text, ()) if token.kind == "word" else ():
            if tuple(t.text for t in tokens[at : at + len(entry.words)]) != entry.words:
                continue
            if entry.back or entry.called or entry.money or (plural and not entry.plural):
                continue
            before = {t.text for t in tokens[max(0, at - 3) : at]}
            if entry.never & before or (not plural and entry.plural):
                continue
            kind = next((k for ws, k in entry.modified if set(ws) <= before), None)
            if entry.strict and kind is None:
                continue
            best = entry if kind is None else evolve(entry, kind=kind)
    return best
