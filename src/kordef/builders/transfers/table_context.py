"""What the rows of a table of deals share: its columns, and the parties that title, headings and the rows above name.

Registers name one party in a heading ("South Korea") and the other at the beginning of rows ("R: Estonia"); a row that leaves
the cell empty goes on about the party above it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from attrs import evolve

from kordef.builders.deal_columns import PARTIES, columns_of, heading_words, other_party, stage_of_title, within
from kordef.builders.grammar.tokens import Line
from kordef.builders.transfers.comments import entry_words
from kordef.builders.transfers.deals import Side
from kordef.builders.transfers.gifts import aided
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.sides import AIDED
from kordef.document import Block, BlockKind, Span, Table
from kordef.mentions.model import ActorMention

__all__ = ["TableContext", "is_party"]

_LABEL = re.compile(r"(\w+)\s*:\s*$")
_GIVEN = re.compile(
    r"\b(?:aid|assistance|support|donat\w+|gifts?|pledge[sd]?|commit\w+|deliver(?:ies|ed)|help)\b", re.IGNORECASE
)
_REPORTS = re.compile(r"\b(?:reporting (?:country|state)|national report|report(?:ed)? (?:of|by))\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


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
        self.title_weapons = within(self.weapons, title) if title is not None else []
        self.parties: dict[str, Side] = {}
        """The parties that cells, headings or group rows have named, the last of each."""
        self.licensed = False
        """Whether the last supplier named is a licensor."""
        self.role: str | None = None
        """The party that cells name whose other party stands in a heading."""
        self.giver: Side | None = None
        """Who gives what the rows list, where the title says so: "German support for Ukraine"."""
        self.taker = self._taker_in_title() or aided(scene, self.line(Span(self.place.start, self.place.end)))
        """The state that the page, or the title of the table, is about aid to."""
        self._read_report()
        if self.columns.register:
            self._read_heading()
            if self.taker is not None and "parties" in self.columns.kinds.values() and self._role_by_labels() is None:
                self.parties, self.role = {}, "supplier"

    def sides(self, span: Span) -> list[Side]:
        """The states that the words of a span name."""
        out: list[Side] = []
        for actor in within(self.actors, span):
            side = self.scene.side(actor)
            if side is not None and side.key.startswith(("state:", "organisation:")):
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

    # ---- parties

    def _read_heading(self) -> None:
        """Note the party that the title, or the heading above, names for all rows, and so which one the rows name."""
        span = self.table.title or self._heading()
        sides = self.sides(span) if span is not None else []
        if span is None or len({s.key for s in sides}) != 1:
            return
        heading = self._role_of(self.text[span.start : span.end].lower())
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
            if side is None or not side.key.startswith(("state:", "organisation:")):
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
        self.parties[role] = side if role == "supplier" else evolve(side, company=None)


def is_party(side: Side) -> bool:
    """Whether a side is a state or organisation that can buy, or speaks for one."""
    mention = side.witness
    return isinstance(mention, ActorMention) and str(mention.kind) in ("state", "government_body", "igo")
