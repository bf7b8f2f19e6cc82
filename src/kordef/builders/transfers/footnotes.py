"""Comments that stand apart from the table of a register: "Comment (entry PER-0093): USD463 m deal with Hyundai; 2 frigates".

The label in front of the colon names the entry: a state, or a code that begins with the three letters of one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from kordef.builders.goods import Good, class_head
from kordef.builders.goods_lists import goods_of
from kordef.builders.grammar.clauses import clauses_of
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.comments import Comments
from kordef.builders.transfers.deals import Draft, Side, kin
from kordef.builders.transfers.parts import spans_between
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.words import MADE
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, WeaponMention
from kordef.vocabulary import EvidenceKind, Stage, Term, TransferKind

__all__ = ["Footnotes"]

_LABELS = frozenset("comment comments remark remarks entry footnote annotation".split())
_CODE = re.compile(r"\b([A-Z]{3})[-/ ]?\d{2,6}\b")
_LONGEST = 12
"""How many tokens the label in front of the colon may have."""


class Footnotes:
    """Reads the comments as they come, line by line; the deals are left in ``told``."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.block = -9
        """The block of the comment that is being read."""
        self.buyer: Side | None = None
        self.told: list[Draft] = []

    def read(self, line: Line) -> bool:
        """Whether a line is one of a comment, whose deals are then told."""
        if line.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            return False
        low = 0
        if line.block != self.block:
            if not line.tokens or line.tokens[0].text not in _LABELS:
                return False
            colon = next((n for n, t in enumerate(line.tokens[:_LONGEST]) if t.text == ":"), None)
            if colon is None:
                return False
            self.buyer = self._buyer(line, line.tokens[:colon])
            self.block, low = line.block, colon + 1
        if self.buyer is None:
            return False
        if low < len(line.tokens):
            self.told.extend(self._deals(line, low, self.buyer))
        return True

    def _buyer(self, line: Line, label: Sequence[Token]) -> Side | None:
        """Who buys, as the label says: "Remark on Peru", or the letters of the entry's code where the page names that state."""
        actor = next((m for t in label if isinstance(m := t.mention, ActorMention)), None)
        side = self.scene.side(actor) if actor is not None else None
        if side is not None:
            return side if side.is_state else None
        page = self.scene.page
        code = _CODE.search(page.document.text, line.start, label[-1].end)
        state = next((s for s in page.catalogue.states if code is not None and s.alpha3 == code[1]), None)
        if state is None:
            return None
        named = next((a for a in page.mentions.actors if a.key == f"state:{state.code}"), None)
        return Side(key=named.key, witness=named, kind=EvidenceKind.IMPLIED) if named is not None else None

    def _deals(self, line: Line, low: int, buyer: Side) -> list[Draft]:
        tokens = line.tokens
        goods = goods_of(line, clauses_of(line))
        weapons = [m for t in tokens if isinstance(m := t.mention, WeaponMention)]
        row = self._row(weapons, buyer)
        draft = Draft(
            line=line,
            start=tokens[low].start,
            end=line.end,
            kind=TransferKind.SALE,
            stage=Stage.SIGNED,
            supplier=row.supplier if row is not None else self._seller(tokens[low:], buyer),
            recipient=buyer,
            stated_recipient=True,
        )
        if draft.supplier is not None and draft.supplier.company is not None:
            draft.companies.append(draft.supplier.company)
        comments, last = Comments(self.scene), ""
        for start, end in spans_between(tokens, low):
            own = [g for g in goods if start <= g.low < end and g.weapon is not None and g.number is not None]
            if own and all(t.kind in ("value", "weapon", "mark") or _joins(t, own) for t in tokens[start:end]):
                draft.goods.extend(_plain(g) if row is None else g for g in own)
                last = "goods"
                continue
            if _made_there(self.scene, tokens[start:end], buyer):
                draft.terms.setdefault(Term.LOCAL_PRODUCTION, tokens[start])
            last = comments.part(draft, line, start, end, goods, last)
        further = row if row is not None else draft
        for other in comments.more:
            other.recipient = other.recipient or buyer.without_firm()
            other.supplier = other.supplier or further.supplier
            weapon = next(iter(further.weapons), None)
            other.goods = [evolve(g, weapon=g.weapon or weapon) for g in other.goods]
        told = [o for o in comments.more if o.goods and o.supplier is not None]
        if row is None and draft.goods and (draft.counted or draft.money):
            told.insert(0, draft)
        return told

    def _row(self, weapons: Sequence[WeaponMention], buyer: Side) -> Draft | None:
        """The deal of the buyer's, told before, that a comment speaks of, as a weapon of the same family shows."""
        for deal in reversed(self.scene.recent()):
            if deal.recipient is None or deal.recipient.key != buyer.key:
                continue
            if any(kin(a, b, self.scene.families) for a in deal.weapons for b in weapons if b.form == "name"):
                return deal
        return None

    def _seller(self, tokens: Sequence[Token], buyer: Side) -> Side | None:
        """Who sells: "deal with Hyundai Heavy Industries", "from Turkey"."""
        for n, token in enumerate(tokens[1:], 1):
            if isinstance(token.mention, ActorMention) and tokens[n - 1].text in ("with", "from", "by"):
                side = self.scene.side(token.mention)
                if side is not None and side.key != buyer.key:
                    return side
        return None


def _joins(token: Token, goods: Sequence[Good]) -> bool:
    """Whether a word stands inside goods, or between them."""
    return token.text in ("and", "plus", "of") or any(g.start <= token.start < g.end for g in goods)


def _plain(good: Good) -> Good:
    """Goods without the weapon of another entry that their noun might stand for: "2 corvettes"."""
    if good.weapon is None or good.weapon.form != "short":
        return good
    return evolve(good, weapon=None, noun=class_head(good.weapon.exact))


def _made_there(scene: Scene, tokens: Sequence[Token], buyer: Side) -> bool:
    """Whether goods are made in a place of the buyer's: "built at the SIMA shipyard in Callao"."""
    made = next((n for n, t in enumerate(tokens) if t.text in MADE), None)
    if made is None:
        return False
    sides = (scene.side(m) for t in tokens[made:] if isinstance(m := t.mention, ActorMention))
    return any(side is not None and side.key == buyer.key for side in sides)
