"""Entries of registers: "R: Norway. K-9 Thunder, 24, ordered 2017, delivered 2019-2021. NOK1.8 b deal; incl 6 K-10 ALV".

An entry has no verbs to speak of. Its parties stand behind labels, in a heading or in front of a colon; the rest are fields
between commas, and comments between semicolons. The same fields may stand under one another, each with a label of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.deal_words import column_kinds, is_gift, other_party, stage_of
from kordef.builders.goods import Good
from kordef.builders.goods_lists import goods_of
from kordef.builders.grammar.clauses import Clauses, clauses_of
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.comments import Comments
from kordef.builders.transfers.deals import Dated, Draft, Side
from kordef.builders.transfers.labels import begins_with_party, behind_deal, is_prose, label_of, party_and_weapon
from kordef.builders.transfers.parts import (
    bound_to,
    count_in,
    date_in,
    entry_words,
    money_in,
    parts_between,
    spans_between,
    what_tells,
)
from kordef.builders.transfers.rows import comment_on, is_comment, row_of, take_row
from kordef.builders.transfers.scene import HEADS, Scene
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention
from kordef.vocabulary import Stage, TransferKind

__all__ = ["Entries"]


class Entries:
    """Reads the entries of registers as they come, line by line, and appends their deals to the scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.sides: dict[str, Side] = {}
        """The parties that labels have named, by "supplier" and "recipient"."""
        self.block: int = -9
        """The block of the last label or entry."""
        self.draft: Draft | None = None
        self.comments = Comments(scene)
        """What the comments of the entry tell besides its deal."""
        self.labelled = False
        """Whether the fields of the entry stand under one another, with labels."""
        self.row = False
        """Whether the entry is a row, which a line of comments may follow."""
        self.moved = False
        """Whether the labels are those of a register of arms that have moved: "Final importer", "Calendar year"."""
        self.given = False
        """Whether the label of the supplier says that it gives: "Donor"."""
        self.near: list[Side] = []
        """The states that the heading above the entry names."""
        self.about: Good | None = None
        """The weapon that stands with the party in front of the colon: "Norway/K-9: ..."."""
        self.alone: dict[str, Side] = {}
        """The party that stands without a label in front of the entry's colon."""

    def read(self, line: Line) -> bool:
        """Whether a line is part of an entry, which it then takes in."""
        tokens = line.tokens
        if self.draft is not None and self.row and line.block - self.draft.line.block == 1 and is_comment(tokens):
            self.block = line.block
            comment_on(self.comments, self.draft, line)
            return True
        if self._numbered(line):
            return True
        if self.draft is not None and line.block != self.draft.line.block and not self.labelled:
            self.close()
        if len(tokens) < 2 or line.block - self.block > 12:
            self.sides = self.sides if line.block - self.block <= 40 and self._under_label(line) else {}
        label = label_of(tokens) if ":" in line.texts else None
        self.moved = self.moved or (label is not None and " ".join(label[0]) in _REGISTERED)
        if label is not None and (behind := self._party(line, *label)) is not None:
            self.block = line.block
            if behind < len(tokens):
                self._fields(line, behind)
            return True
        if self.draft is not None and self.labelled:
            if label is not None and line.block - self.block <= 1:
                self.block = line.block
                self._labelled(line, *label)
                return True
            self.close()
        if label is not None and self.sides and line.block - self.block <= 1 and "weapon" in column_kinds(label[0]):
            self.block, self.labelled = line.block, True
            self._labelled(line, *label)
            return True
        if self.draft is not None and line is not self.draft.line and self._opens(line) and begins_with_party(tokens):
            # "Estonia: 12 CAESAR, ordered 2024. Latvia: 6 HIMARS, ordered 2023."
            self.close()
            self.sides = {}
        elif self.draft is not None or (self.sides and line.block == self.block):
            self._fields(line, 0)
            return True
        if self.sides and line.block - self.block <= 12 and (row := row_of(line)) is not None:
            self.block, self.row = line.block, True
            take_row(row, self._start(line), line, self.comments)
            return True
        if line.kind in HEADS and len(tokens) == 3 and (route := self._route(tokens)) is not None:
            # "South Korea to Poland" above rows
            self.close()
            self.sides, self.block = route, line.block
            return True
        start = self._opens(line)
        if start is None:
            if label is not None and self.sides and line.block - self.block == 1 and len(label[0]) <= _WIDEST_LABEL:
                # "Category IV: combat aircraft" among labels that tell of a deal
                self.block = line.block
            return False
        self.block = line.block
        self._fields(line, start)
        return True

    def _numbered(self, line: Line) -> bool:
        """Whether a line is a deal of the state that the heading names: "Deal 2: K9, 24 units, 2017" below "NORWAY"."""
        start = behind_deal(line.tokens)
        heads = {s.key: s for s in self.scene.head if s.official}
        weapons = [m for t in line.tokens[start:] if isinstance(m := t.mention, WeaponMention)] if start else []
        if start is None or not weapons or len(heads) != 1:
            return False
        self.close()
        side = next(iter(heads.values()))
        makes = any(f"state:{w.origin}" == side.key for w in weapons)
        self.sides, self.alone = {}, {"supplier" if makes else "recipient": side}
        self.block = line.block
        self._fields(line, start)
        self.labelled = True
        return True

    def busy(self, line: Line) -> bool:
        """Whether the line is one of an entry that has begun, or stands below the labels of one."""
        return bool(self.sides) or (self.draft is not None and self.draft.line.block == line.block)

    def close(self) -> None:
        """The entry has ended: tell its deal, if it is one."""
        draft, comments, alone = self.draft, self.comments, bool(self.alone)
        self.draft, self.comments, self.labelled, self.alone, self.row = None, Comments(self.scene), False, {}, False
        moved, self.moved = self.moved, False
        if draft is None or not draft.goods or comments.void:
            return
        if self.given and draft.kind is TransferKind.SALE and not draft.money:
            draft.kind = TransferKind.DONATION
        if moved and draft.stage is Stage.SIGNED:
            draft.stage = Stage.DELIVERED
        self._settle(draft, comments.halts)
        if draft.recipient is None or not (draft.counted or draft.money or draft.dates):
            return
        if alone and draft.supplier is None and draft.recipient.key in draft.origins:
            # a list of what a country builds for itself
            return
        self.scene.deals.append(draft)
        self.scene.deals.extend(comments.further(draft))

    # ---- parties

    def _under_label(self, line: Line) -> bool:
        """Whether a line goes on with a list of entries that a heading named one party of."""
        return line.kind is BlockKind.LIST_ITEM or line.kind in HEADS

    def _party(self, line: Line, words: Sequence[str], at: int) -> int | None:
        """Where the line goes on behind a label with its party; ``None`` where it has none."""
        known = entry_words().parties
        sides = [known[w] for w in words if w in known]
        tokens = line.tokens
        if not sides and len(words) == 1 and words[0] in _ALONE and len(tokens) - (tokens[-1].text == ".") == at + 1:
            # "Country: Malaysia" above "System: FA-50M"
            sides = ["recipient"]
            words = []
        if not sides or any(w not in known and w not in _BESIDE_PARTY for w in words):
            return None
        actor = tokens[at].mention if at < len(tokens) else None
        side = self.scene.side(actor) if isinstance(actor, ActorMention) else None
        if (side is None or not side.official) and not {"weapon", "value", "date"} & line.kinds:
            # "Contracting authority: Defence Materiel Administration of Sweden", "Winner: Acme GmbH, Germany"
            places = [n for n in line.actors if n >= at]
            named = ((n, self.scene.side(m)) for n in places if isinstance(m := tokens[n].mention, ActorMention))
            at, side = next(((n, s) for n, s in named if s is not None and s.official), (at, side))
        if side is None or not side.official:
            return None
        if self.draft is not None and not self.labelled:
            self.close()
        if self.labelled and sides[0] in self.sides and self.draft is not None and self._side_of(self.draft, sides[0]):
            self.close()
        self.given = not _GIVERS.isdisjoint(words) if sides[0] == "supplier" else self.given and bool(self.sides)
        at += 1
        if len(sides) == 2 and at + 1 < len(tokens) and isinstance(second := tokens[at + 1].mention, ActorMention):
            other = self.scene.side(second)
            if other is not None:
                self.sides[sides[1]] = other
                at += 2
        self._name(sides[0], side)
        while at < len(tokens) and tokens[at].kind == "mark":
            at += 1
        return at

    def _name(self, role: str, side: Side) -> None:
        other = other_party(role)
        if other in self.sides and self.sides[other].key == side.key:
            del self.sides[other]
        self.sides[role] = side
        if self.draft is not None and self.labelled:
            setattr(self.draft, role, side if role == "supplier" else side.without_firm())

    @staticmethod
    def _side_of(draft: Draft, role: str) -> Side | None:
        return draft.supplier if role == "supplier" else draft.recipient

    # ---- entries

    def _opens(self, line: Line) -> int | None:
        """Where the fields of an entry begin that has no label: "Norway: 24 K-9; NOK1.3 b deal; delivery 2019-2021"."""
        tokens = line.tokens
        if "value" not in line.kinds:
            return None
        start = 0
        if self.scene.lists is not None and self.scene.lists.kind == "gifts" and not self.sides:
            # who stands in front of a colon gives
            return None
        labelled = False
        side: Side | None = None
        weapon: WeaponMention | None = None
        number: ValueMention | None = None
        if (pair := self._pair(tokens)) is not None:
            self.alone, start = pair
            return (
                start
                if any(what_tells(part, None).startswith("goods") for part in parts_between(tokens, start))
                else None
            )
        if len(tokens) > 3 and isinstance(actor := tokens[0].mention, ActorMention) and _is_behind_party(tokens):
            side, start = self.scene.side(actor), 2
            labelled = side is not None and tokens[1].text not in (".", ",")
        elif (headed := party_and_weapon(tokens)) is not None:
            actor, weapon, number, start = headed
            side = self.scene.side(actor) if actor is not None else None
            labelled = side is not None
            if actor is not None and side is None:
                return None
            if actor is None and number is None and len({s.key for s in self.scene.head}) != 1:
                # "K-9 Thunder: 48 from South Korea" below "FINLAND"
                return None
        if side is None and not self.sides and not _named(self.scene, line):
            return None
        # behind "Poland:" only the goods must be without a verb: "from army stocks" has none
        head = next(parts_between(tokens, start), tokens) if labelled else tokens
        head = tokens[: start - 1] if weapon is not None and not labelled else head
        if is_prose(head, clauses_of(line) if head is tokens else Clauses(head)):
            return None
        if len(self.sides) == 1 and line.kind is BlockKind.LIST_ITEM and line.block - self.block <= 12:
            party = next(
                (s for part in parts_between(tokens, 0) if (s := bound_to(self.scene, part)) is not None), None
            )
            party = party or self._alone_in_field(tokens)
            if party is not None:
                # "Supplier: Germany" above "50 Marder to Ukraine" or "Ukraine, 50 Marder, 2023"
                self.alone = {"supplier" if "recipient" in self.sides else "recipient": party}
                return 0
        key = side.key if side is not None else None
        told = [what_tells(part, key) for part in parts_between(tokens, start)]
        if weapon is not None:
            told.append("goods")
        deal = sum(t in ("money", "ordered", "delivered", "goods ordered") for t in told) + (weapon is not None)
        if labelled:
            # "108 M1A2; $2.2 b deal": a word for it besides the sum
            deal += sum(t in ("dated", "terms") for t in told) + ("money" in told and "deal" in line.texts)
        # below "Recipient: Netherlands" one word for a deal is enough
        listed = bool(self.sides) and line.kind is BlockKind.LIST_ITEM and line.block - self.block <= 12
        if not {"goods", "goods ordered"} & set(told) or deal < 2 - listed:
            return None
        if side is not None:
            self.alone = {"supplier" if list(self.sides) == ["recipient"] else "recipient": side}
        if weapon is not None:
            low = min(weapon.start, number.start) if number is not None else weapon.start
            end = max(weapon.end, number.end) if number is not None else weapon.end
            self.about = Good(weapon=weapon, number=number, start=low, end=end)
        return start

    def _alone_in_field(self, tokens: Sequence[Token]) -> Side | None:
        """The state that stands alone between commas, where it is not the one that the label names."""
        for part in parts_between(tokens, 0):
            actor = part[0].mention if len(part) == 1 else None
            side = self.scene.side(actor) if isinstance(actor, ActorMention) else None
            if side is not None and side.company is None and side.key not in {s.key for s in self.sides.values()}:
                return side
        return None

    def _pair(self, tokens: Sequence[Token]) -> tuple[dict[str, Side], int] | None:
        """Both parties where they stand in front of a colon, "Brazil to Nigeria:", and where the line goes on behind it."""
        if tokens[0].text == "from" and (articles := sum(t.text == "the" for t in tokens[:7])) + 5 < len(tokens):
            # "from the Netherlands to Romania: 18 F-16, 2025"
            bare = [t for t in tokens[:7] if t.text != "the"]
            pair = self._pair(bare[1:]) if bare[2].text == "to" else None
            return (pair[0], pair[1] + 1 + articles) if pair is not None else None
        route = self._route(tokens) if len(tokens) > 3 and tokens[3].text == ":" else None
        return (route, 4) if route is not None else None

    def _route(self, tokens: Sequence[Token]) -> dict[str, Side] | None:
        """Both parties where three tokens name them: "Brazil to Nigeria"."""
        if tokens[1].text not in ("to", "from"):
            return None
        actors = [m for n in (0, 2) if isinstance(m := tokens[n].mention, ActorMention)]
        sides = [s for a in actors if (s := self.scene.side(a)) is not None]
        if len(sides) != 2 or sides[0].key == sides[1].key:
            return None
        roles = ("supplier", "recipient") if tokens[1].text == "to" else ("recipient", "supplier")
        return dict(zip(roles, sides, strict=True))

    def _start(self, line: Line) -> Draft:
        sides = {**self.sides, **self.alone}
        self.near = _named(self.scene, line)
        supplier, recipient = sides.get("supplier"), sides.get("recipient")
        notice = self.scene.lists is not None and self.scene.lists.kind == "notices"
        draft = Draft(
            line=line,
            start=line.tokens[0].start,
            end=line.end,
            kind=TransferKind.PLAN if notice else TransferKind.SALE,
            stage=Stage.PLANNED if notice else Stage.SIGNED,
            supplier=supplier,
            recipient=recipient.without_firm() if recipient is not None else None,
            stated_recipient=recipient is not None,
            companies=[supplier.company] if supplier is not None and supplier.company is not None else [],
        )
        self.draft = draft
        return draft

    def _fields(self, line: Line, start: int) -> None:
        draft = self.draft or self._start(line)
        if draft.line is line and start:
            draft.start = line.tokens[start].start
        if self.about is not None:
            draft.goods.append(self.about)
            draft.start, self.about = self.about.start, None
        goods = goods_of(line, clauses_of(line))
        last = ""
        for low, high in spans_between(line.tokens, start):
            if self._names_party(draft, line.tokens[low:high]):
                continue
            self._note_seller(draft, line.tokens[low:high])
            last = self.comments.part(draft, line, low, high, goods, last)
        draft.goods = self.comments.parted(draft, goods)

    def _note_seller(self, draft: Draft, part: Sequence[Token]) -> None:
        """Note the seller that a part names beside a number, or alone: "48 from South Korea", "Israel"."""
        if draft.supplier is not None or len(self.sides) == 2:
            return
        alone = part[0].mention if len(part) == 1 else None
        side = self.scene.side(alone) if isinstance(alone, ActorMention) else None
        if side is None and any(t.text == "from" for t in part):
            side = bound_to(self.scene, part)
        taken = draft.recipient.key if draft.recipient is not None else None
        if side is not None and side.is_state and side.key not in {taken, *(s.key for s in self.scene.head)}:
            draft.supplier = side

    def _names_party(self, draft: Draft, part: Sequence[Token]) -> bool:
        """Whether a part names a party behind a label: "...; recipient: Norway; ..."."""
        role = entry_words().parties.get(part[0].text) if len(part) == 3 and part[1].text == ":" else None
        actor = part[2].mention if role is not None else None
        side = self.scene.side(actor) if isinstance(actor, ActorMention) else None
        if role is None or side is None:
            return False
        self._name(role, side)
        setattr(draft, role, side if role == "supplier" else side.without_firm())
        draft.stated_recipient = draft.recipient is not None
        return True

    def _labelled(self, line: Line, words: Sequence[str], at: int) -> None:
        draft = self.draft or self._start(line)
        self.labelled = True
        tokens = line.tokens
        draft.end = line.end
        if draft.supplier is None and "supplier" in self.sides:
            draft.supplier = self.sides["supplier"]
        part = tokens[at:]
        self._note_stage(draft, words, part)
        if {"basis", "terms", "kind", "mode"} & set(words) and part:
            basis = " ".join(t.text for t in part).lower()
            if is_gift(basis) or (is_gift(basis) is None and {"gift", "donated", "donation"} & {t.text for t in part}):
                draft.kind = TransferKind.DONATION
                return
        for kind in column_kinds(words):
            told = [g for g in goods_of(line, clauses_of(line)) if g.weapon is not None and g.low >= at]
            if kind in ("weapon", "comment") and told and _names_what_is_classed(draft, told):
                # "Remarks: M270A1" below "Category: large-calibre artillery systems"
                draft.goods[0] = evolve(draft.goods[0], weapon=told[0].weapon, start=told[0].start, end=told[0].end)
                return
            if kind == "weapon" and told and not draft.weapons:
                known = draft.goods[:1]
                draft.goods = [evolve(g, whole=None, of_total=False) for g in told if g.group == told[0].group]
                if known and known[0].number is not None and draft.goods[0].number is None:
                    draft.goods[0] = evolve(draft.goods[0], number=known[0].number)
                return
            if kind in ("number", "delivered") and (number := count_in(part)) is not None:
                if kind == "delivered":
                    self.comments.delivered(draft, number, None)
                self.comments.number(draft, number)
                return
            date = date_in(part)
            if kind == "delivery" and date is not None:
                self.comments.delivered(draft, None, date)
                return
            if kind == "date" and date is not None:
                draft.dates.append(Dated(stage=Stage.SIGNED, mention=date))
                return
            if kind == "money" and not draft.money and (sums := [m for m in money_in(part) if m.per is None]):
                draft.money.extend(sums)
                return
            if kind in ("money", "comment", "status"):
                last = ""
                goods = goods_of(line, clauses_of(line))
                for low, high in spans_between(tokens, at):
                    last = self.comments.part(draft, line, low, high, goods, last)
                return

    def _note_stage(self, draft: Draft, words: Sequence[str], part: Sequence[Token]) -> None:
        """Note that a case is only proposed: "Notified: 9 November 2023", "Estimated cost: ...", "Status: no contract yet"."""
        fields = entry_words().fields
        stage = Stage.PLANNED if fields["proposed"] & set(words) else None
        if "status" in words or "stage" in words:
            told = " ".join(t.text for t in part).lower()
            stage = Stage.PLANNED if told.startswith("no ") or " no " in told else stage_of(told) or stage
        if stage is not None and draft.stage in (Stage.SIGNED, Stage.PLANNED):
            draft.stage = stage
            if stage is Stage.PLANNED and draft.kind is TransferKind.SALE:
                draft.kind = TransferKind.PLAN

    def _settle(self, draft: Draft, halts: Sequence[Dated]) -> None:
        """The parties that no label names, and the stage that goes with the kind."""
        origins = draft.origins
        if draft.recipient is not None and draft.supplier is not None and draft.recipient.key == draft.supplier.key:
            draft.supplier = None
        if draft.recipient is None:
            taken = {*origins, draft.supplier.key if draft.supplier is not None else ""}
            named = [s for s in self.near if s.key not in taken and s.company is None]
            if len({s.key for s in named}) == 1:
                draft.recipient = named[0].implied()
                draft.stated_recipient = True
        if draft.supplier is None:
            for key, weapon in origins.items():
                if draft.recipient is None or key != draft.recipient.key:
                    draft.supplier = Side.home_of(weapon)
                    break
        if draft.kind is TransferKind.DONATION:
            draft.stage = Stage.DONATED
        signed = Stage.PLANNED if draft.kind is TransferKind.PLAN else Stage.SIGNED
        draft.dates = [*(evolve(d, stage=signed) for d in draft.dates), *halts]
        if not draft.dates and draft.kind is TransferKind.DONATION and draft.deliveries:
            date = draft.deliveries[0].date
            draft.dates = [Dated(stage=Stage.DONATED, mention=date)] if date is not None else []


_BESIDE_PARTY = frozenset(
    (
        "/ and or country state prime principal main lead final of the contracting awarding purchasing successful winning "
        "economic name"
    ).split()
)
"""What may stand in a label beside the word for a party: "Prime contractor", "Recipient country"."""
_GIVERS = frozenset(["donor", "donors", "giver"])
_WIDEST_LABEL = 4
_REGISTERED = frozenset(
    (
        "final importer,final importer state,importing state,exporting state,exporter state,importer state,calendar year"
    ).split(",")
)
"""Labels of registers that tell of what has moved, not of what was ordered."""
_ALONE = frozenset(["country", "state", "nation"])
_BEHIND_PARTY = (":", ".", "-", "–", "—")


def _is_behind_party(tokens: Sequence[Token]) -> bool:
    """Whether the fields follow: "Norway: 24 K-9", "Indonesia, 6 T-50i, ordered 2021"; not "Australia, HIMARS: 48 launchers"."""
    return tokens[1].text in _BEHIND_PARTY or (tokens[1].text == "," and tokens[2].kind == "value")


def _names_what_is_classed(draft: Draft, told: Sequence[Good]) -> bool:
    """Whether one weapon is named that the entry has only told the class of."""
    if len(draft.goods) != 1 or len(told) != 1 or draft.goods[0].weapon is None or told[0].weapon is None:
        return False
    return draft.goods[0].weapon.form != "name" and told[0].weapon.form == "name" and told[0].number is None


def _named(scene: Scene, line: Line) -> list[Side]:
    """The states that the heading above an entry names, or the title where the heading names none."""
    return [s for s in (scene.head or scene.title) if s.witness.story == line.story]
