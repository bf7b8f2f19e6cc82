"""What the rows of a table of deals share: its columns, and the parties that title, headings and the rows above name.

Registers name one party in a heading ("South Korea") and the other at the beginning of rows ("R: Estonia"); a row that leaves
the cell empty goes on about the party above it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kordef.builders.deal_columns import columns_of, within
from kordef.builders.deal_words import PARTIES, heading_words, other_party, stage_of_title
from kordef.builders.grammar.tokens import Line
from kordef.builders.transfers.deals import Side
from kordef.builders.transfers.gifts import aided
from kordef.builders.transfers.parts import entry_words
from kordef.builders.transfers.scene import HEADS, Scene
from kordef.builders.transfers.wars import AIDED
from kordef.document import Block, BlockKind, Span, Table
from kordef.mentions.model import ActorMention, DateMention
from kordef.vocabulary import Stage

__all__ = ["TableContext", "is_party"]

_LABEL = re.compile(r"(\w+)\s*:\s*$")
_GIVEN = re.compile(
    r"\b(?:aid|assistance|support|donat\w+|gifts?|pledge[sd]?|commit\w+|deliver(?:ies|ed)|help)\b", re.IGNORECASE
)
_REPORTS = re.compile(r"\b(?:reporting (?:country|state)|national report|report(?:ed)? (?:of|by))\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_ALL_FREE = re.compile(
    r"\b[Aa]ll (?:of (?:it|them|this) |[\w-]+ ){0,3}(?:is|are|was|were) (?:a )?"
    r"(?:gifts?|donations?|donated|grants?|given (?:away|free)|free)\b"
)
_LONGEST_NOTE = 300
_BY_PREPOSITION = {"from": "supplier", "by": "supplier", "to": "recipient", "for": "recipient"}
_MARK = re.compile(r"\(([a-z]|\d{1,2})\)|\[([a-z]|\d{1,2})\]|(\*{1,3}|[†‡¹²³⁴⁵])")
_RETURNS = re.compile(
    r"\b(?:report(?:s|ed)?|returns?|register(?:ed)?|annex|calendar year|declared|notified to the (?:un|united nations))\b"
)
_MOVED = re.compile(r"\b(?:exports?|exported|imports?|imported|transfers?|transferred|deliver(?:y|ies|ed))\b")
_LICENCES = re.compile(
    r"\b(?:licen[cs]|authori[sz]|permit|order|contract|agreement|request|plan|possible|approv|pledg|promis)"
)
_NO_LICENCES = re.compile(
    r"\b[Dd]eliveries(?: only)?,? (?:and )?not (?:\w+ )?(?:licen[cs]es|orders|contracts|authori[sz]ations)"
)
_PERIOD = re.compile(r"\b(?:(?:[Rr]eporting )?(?:[Pp]eriod|[Yy]ear)|[Cc]alendar year)\b")
_OPEN_END = re.compile(r"\b(?:since|from|before|until|till|by|end|of|after|to)[ -]*\Z", re.IGNORECASE)
_NOTE_LABEL = re.compile(
    r"(?P<label>\b[A-Z]\w*(?: (?!in\b)\w+){0,3})"
    r"(?: in (?:every|each|all) (?:case|row|cases|rows|instance)s?| throughout| of all)?: ?(?:the )?\Z"
)


class TableContext:
    """What the rows of the table of a block share."""

    def __init__(self, scene: Scene, position: int) -> None:
        self.scene = scene
        page = scene.page
        self.text = page.document.text
        self.place: Block = page.document.blocks[position]
        assert self.place.table is not None
        self.table: Table = self.place.table
        self.position, self.story = position, self.place.story
        self.actors, self.weapons = page.mentions.actors, page.mentions.weapons
        self.values = page.mentions.values
        self.columns = columns_of(page, position)
        title = self.table.title
        self.named = self.sides(title) if title is not None else []
        self.stage = stage_of_title(self.text[title.start : title.end].lower()) if title is not None else None
        self.stage = self.stage or self._stage_above()
        self.title_weapons = within(self.weapons, title) if title is not None else []
        self.parties: dict[str, Side] = {}
        """The parties that cells, headings or group rows have named, the last of each."""
        self.licensed = False
        """Whether the last supplier named is a licensor."""
        self.role: str | None = None
        """The party that cells name whose other party stands in a heading."""
        self.marked = self._marked_notes()
        """The notes on single rows."""
        self.free = self._says_free()
        """Whether the lines below the table say that all of it is given away: "All items are gifts"."""
        self.giver: Side | None = None
        """Who gives what the rows list, where the title says so: "German support for Ukraine"."""
        whole = self.line(Span(self.place.start, self.place.end))
        self.taker = self._taker_in_title() or self._taker_above() or aided(scene, whole)
        """The state that the page, or the title of the table, is about aid to."""
        self.year = self._year_of_all() if not {"date", "delivery"} & set(self.columns.kinds.values()) else None
        """The year of all rows, as the title or a note below has it, where no column has dates."""
        self._read_report()
        self._read_pair()
        self._read_notes()
        if self.columns.register:
            self._read_heading()
            if self.taker is not None and "parties" in self.columns.kinds.values() and self._role_by_labels() is None:
                self.parties, self.role = {}, "supplier"

    def sides(self, span: Span) -> list[Side]:
        """The states that the words of a span name."""
        out: list[Side] = []
        for actor in within(self.actors, span):
            side = self.scene.side(actor)
            if side is not None and side.official:
                out.append(side)
        return out

    def around(self) -> list[Side]:
        """The states that the deals told last and the heading are about."""
        told = [d.recipient for d in self.scene.recent() if d.recipient is not None and d.line.story == self.story]
        counted = Counter(side.key for side in told)
        most = [max(told, key=lambda side: counted[side.key])] if told else []
        return [*most, *self.scene.head, *self.scene.title]

    def line(self, span: Span) -> Line:
        """A row, or a cell of one, as a line without tokens."""
        return Line(
            block=self.position,
            story=self.story,
            section=self.place.section,
            kind=BlockKind.TABLE,
            start=span.start,
            end=span.end,
            tokens=(),
        )

    # ---- the lines around the table

    def _notes(self) -> Iterator[Block]:
        """The lines right below the table, as far as they are short enough for notes on it."""
        blocks = self.scene.page.document.blocks
        for block in blocks[self.position + 1 : self.position + 4]:
            if block.story != self.story or block.table is not None or block.kind in HEADS:
                return
            if block.end - block.start > _LONGEST_NOTE:
                return
            yield block

    def _says_free(self) -> bool:
        return any(_ALL_FREE.search(self.text, b.start, b.end) is not None for b in self._notes())

    def footnotes(self, row: Sequence[Span]) -> Iterator[Span]:
        """The notes below the table to which marks in a row refer: "6 (b)", "USD 495 million*"."""
        if not self.marked:
            return
        for cell in row:
            for mark in _MARK.finditer(self.text, cell.start, cell.end):
                note = self.marked.get(next(g for g in mark.groups() if g is not None))
                if note is not None:
                    yield note

    def _marked_notes(self) -> dict[str, Span]:
        """The notes right below the table that begin with a mark, by the mark: "(a) With ATACMS. (b) Approved in 2023"."""
        found: dict[str, Span] = {}
        for block in self._notes():
            # the mark of a list item stands before its block
            first = self.text.rfind("\n", 0, block.start) + 1
            marks = [m for m in _MARK.finditer(self.text, first, block.end) if self._opens_note(first, m.start())]
            ends = [*(m.start() for m in marks[1:]), block.end]
            for mark, behind in zip(marks, ends, strict=False):
                found.setdefault(next(g for g in mark.groups() if g is not None), Span(mark.end(), behind))
        return found

    def _opens_note(self, first: int, at: int) -> bool:
        before = self.text[first:at].rstrip()
        return not before or before[-1] in ".;" or before.endswith((":", "Notes", "Note"))

    def _above(self) -> Span | None:
        """The title of the table, or the title or heading right above it."""
        if self.table.title is not None:
            return self.table.title
        block = self.scene.page.document.blocks[self.position - 1] if self.position else None
        if block is None or block.story != self.story or block.kind not in HEADS:
            return None
        return Span(block.start, block.end)

    def _stage_above(self) -> Stage | None:
        """That all rows have come, where the heading calls them what a state reports, or a note tells them from licences."""
        if {"date", "delivery", "delivered"} & set(self.columns.kinds.values()):
            return None
        if any(_NO_LICENCES.search(self.text, b.start, b.end) is not None for b in self._notes()):
            return Stage.DELIVERED
        span = self._above()
        if span is None:
            return None
        words = self.text[span.start : span.end].lower()
        if _LICENCES.search(words) is not None:
            return None
        if _RETURNS.search(words) is not None and _MOVED.search(words) is not None:
            return Stage.DELIVERED
        stage = stage_of_title(words)
        return stage if stage is Stage.DELIVERED else None

    def _year_of_all(self) -> DateMention | None:
        dates = self.scene.page.mentions.dates
        above = self._above()
        spans = [above] if above is not None else []
        spans.extend(
            Span(b.start, b.end) for b in self._notes() if _PERIOD.search(self.text, b.start, b.end) is not None
        )
        for span in spans:
            found = [d for d in within(dates, span) if d.period.edtf]
            if len(found) == 1 and found[0].exact == found[0].period.edtf and found[0].exact.isdecimal():
                if _OPEN_END.search(self.text[max(span.start, found[0].start - 12) : found[0].start]) is None:
                    return found[0]
        return None

    def _read_pair(self) -> None:
        """Note the parties that the title names and no column: "Transfers from Germany to Saudi Arabia", "Arms sold to Ghana"."""
        span = self._above()
        actors = within(self.actors, span) if span is not None else []
        named: dict[str, Side] = {}
        for actor in actors:
            side = self.scene.side(actor) if actor.form != "adjective" else None
            if span is None or side is None or not side.official:
                continue
            before = _WORD.findall(self.text[max(span.start, actor.start - 12) : actor.start].lower())
            role = _BY_PREPOSITION.get(before[-1] if before and before[-1] != "the" else "".join(before[-2:-1]))
            if role is None or role in named:
                return
            named[role] = side
        kinds = set(self.columns.kinds.values())
        whole = len(named) == 2 and not set(PARTIES) & kinds
        for role, side in named.items():
            if role not in kinds and role not in self.parties and (whole or other_party(role) in kinds):
                self._name(role, side.without_firm() if role == "recipient" else side)

    def _read_notes(self) -> None:
        """Note the parties that lines below name for all rows: "Supplier in every case: Türkiye", "Exporting State: Serbia"."""
        for block in self._notes():
            actors = within(self.actors, Span(block.start, block.end))
            for actor in actors:
                label = _NOTE_LABEL.search(self.text, max(block.start, actor.start - 60), actor.start)
                side = self.scene.side(actor) if label is not None else None
                if label is None or side is None or not side.official:
                    continue
                role = self._role_of_label(label["label"].lower())
                if role is not None and role not in self.columns.kinds.values() and role not in self.parties:
                    self._name(role, side.without_firm() if role == "recipient" else side)

    def _role_of_label(self, label: str) -> str | None:
        words = _WORD.findall(label)
        known = entry_words().parties
        roles = {known[w] for w in words if w in known}
        if len(roles) == 1:
            return next(iter(roles))
        if "reporting" in words:
            named = {role for role in PARTIES if role in self.columns.kinds.values()}
            return other_party(next(iter(named))) if len(named) == 1 else None
        return self._role_of(label)

    # ---- parties

    def _read_heading(self) -> None:
        """Note the party that the title, or the heading above, names for all rows, and so which one the rows name."""
        span = self.table.title or self._heading()
        sides = self.sides(span) if span is not None else []
        if span is None or len({s.key for s in sides}) != 1:
            return
        words = self.text[span.start : span.end].lower()
        label, colon, _ = words.partition(":")
        heading = self._role_of(words) or (entry_words().parties.get(label.strip()) if colon else None)
        kinds = set(self.columns.kinds.values())
        if heading is None and "parties" in kinds:
            heading = self._role_by_labels() or self.columns.first
        if heading is None:
            heading = next((other_party(kind) for kind in PARTIES if kind in kinds), "supplier")
        if heading in kinds:
            # both parties stand in the rows, or the heading names another
            return
        self.role = other_party(heading)
        self._name(heading, sides[0])

    def _taker_in_title(self) -> Side | None:
        span = self.table.title or self._heading()
        if span is None or self.columns.register:
            return None
        if _GIVEN.search(self.text, span.start, span.end) is None:
            return None
        sides = self.sides(span)
        taker = next(
            (s for s in sides if s.key in AIDED and self.text.endswith((" to ", " for "), span.start, s.witness.start)),
            None,
        )
        if taker is not None:
            self.giver = next((s for s in sides if s.key != taker.key), None)
        return taker

    def _taker_above(self) -> Side | None:
        """The state that alone heads a table of givers: "Moldova", and below it "Date | Donor | Item"."""
        kinds = set(self.columns.kinds.values())
        if self.columns.register or "supplier" not in kinds or "recipient" in kinds:
            return None
        block = self.scene.page.document.blocks[self.position - 1] if self.position else None
        if block is None or block.kind not in HEADS or block.story != self.story:
            return None
        sides = self.sides(Span(block.start, block.end))
        return (
            sides[0]
            if len(sides) == 1 and len(_WORD.findall(self.text[block.start : block.end].lower())) <= 3
            else None
        )

    def _read_report(self) -> None:
        """Note the state that reports its exports or imports: "Reporting country: Czech Republic. Year: 2022. Exports"."""
        blocks = self.scene.page.document.blocks
        for block in reversed(blocks[max(0, self.position - 4) : self.position]):
            words = self.text[block.start : block.end]
            if block.story != self.story or len(words) > 160 or _REPORTS.search(words) is None:
                continue
            sides = self.sides(Span(block.start, block.end))
            role = self._role_of(words.lower())
            if role is not None and len({s.key for s in sides}) == 1 and role not in self.columns.kinds.values():
                self._name(role, sides[0])
            return

    def _heading(self) -> Span | None:
        """The heading that the table stands under."""
        blocks = self.scene.page.document.blocks
        for block in reversed(blocks[max(0, self.position - 30) : self.position]):
            if block.kind in (BlockKind.HEADING, BlockKind.TABLE_TITLE, BlockKind.TITLE) and block.story == self.story:
                if block.kind is BlockKind.TITLE or self.sides(Span(block.start, block.end)):
                    return Span(block.start, block.end)
        return None

    @staticmethod
    def _role_of(heading: str) -> str | None:
        """Which party the words of a heading say that it names: "Supplier: France", "Imports of Poland"."""
        words = _WORD.findall(heading)
        known = heading_words()
        found = [role for role in PARTIES if known[role].intersection(words)]
        return found[0] if len(found) == 1 else None

    def _role_by_labels(self) -> str | None:
        """Which party the heading names, as the labels of the rows tell: "R: Estonia" names the other one."""
        at = next(n for n, kind in self.columns.kinds.items() if kind == "parties")
        for row in self.table.rows:
            words = self.text[row[at].start : row[at].end] if at < len(row) else ""
            label, colon, _ = words.partition(":")
            role = entry_words().parties.get(label.strip().lower()) if colon else None
            if role is not None:
                return other_party(role)
        return None

    def group(self, row: Sequence[Span]) -> bool:
        """Whether a row only names the party of the rows below it: "Germany | | | |"."""
        filled = [cell for cell in row if cell.end > cell.start]
        if len(filled) != 1 or not self.columns.register or filled[0].end - filled[0].start > 60:
            return False
        sides = self.sides(filled[0])
        if len({s.key for s in sides}) != 1:
            return False
        role = self._role_of(self.text[filled[0].start : filled[0].end].lower())
        if role is None and self.role is None:
            kinds = set(self.columns.kinds.values())
            role = next((other_party(kind) for kind in PARTIES if kind in kinds), None)
            role = role or (self._role_by_labels() if "parties" in kinds else None) or self.columns.first
        role = role or other_party(self.role or "recipient")
        self.role = other_party(role)
        self.parties.pop(self.role, None)
        self._name(role, sides[0])
        return True

    def note(self, kind: str, cell: Span) -> None:
        """Note the parties that a cell names: "Argentina / S: Denmark", "R: Estonia"; an empty one names that above it."""
        if kind in PARTIES:
            self._note_one(kind, cell)
            return
        known = entry_words().parties
        first = self.role or self.columns.first
        before, role = cell.start, first
        for actor in within(self.actors, cell):
            side = self.scene.side(actor)
            if side is None or not side.official:
                continue
            label = _LABEL.search(self.text[before : actor.start])
            role = known.get(label[1].lower(), role) if label is not None else role
            if role == first and label is None and self.role is None:
                self.parties = {}
            self._name(role, side)
            if role == "supplier":
                self.licensed = label is not None and label[1].lower() in entry_words().fields["licensors"]
            before, role = actor.end, other_party(first)

    def _note_one(self, role: str, cell: Span) -> None:
        found = self.sides(cell)
        if found:
            self._name(role, found[0])
        elif any(c.isalpha() for c in self.text[cell.start : cell.end]):
            # somebody whom nobody knows
            self.parties.pop(role, None)

    def _name(self, role: str, side: Side) -> None:
        self.parties[role] = side if role == "supplier" else side.without_firm()


def is_party(side: Side) -> bool:
    """Whether a side is a state or organisation that can buy, or speaks for one."""
    mention = side.witness
    return isinstance(mention, ActorMention) and str(mention.kind) in ("state", "government_body", "igo")
