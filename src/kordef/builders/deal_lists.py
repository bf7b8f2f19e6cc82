"""Deals in lists without verbs: "Germany: 18 Leopard 2A6, 25 PzH 2000" under a heading that says what it lists."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.clauses import Clauses
from kordef.builders.deal_goods import resolved
from kordef.builders.deal_scene import Scene
from kordef.builders.deal_sides import AIDED
from kordef.builders.deals import Dated, Draft, Drop, Side
from kordef.builders.goods import Good, goods_of
from kordef.builders.tokens import Line
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention
from kordef.vocabulary import EvidenceKind, Stage, TransferKind

__all__ = ["listed", "note_heading"]

_GIFTS = frozenset(
    ["aid", "donated", "donations", "donation", "gifts", "given", "pledged", "weapons", "assistance", "support"]
)
_SALES = frozenset("orders order contracts contract sales sale purchases purchase exports buyers customers".split())


def note_heading(line: Line) -> str | None:
    """What the lists under a heading or behind a sentence with a colon tell: "gifts" or "sales"."""
    words = {t.text for t in line.tokens if t.kind == "word"}
    if words & _SALES:
        return "sales"
    return "gifts" if words & _GIFTS else None


def listed(scene: Scene, line: Line, clauses: Clauses) -> list[Draft]:
    """The deals in a line of the form "State: goods", or of goods alone, as the title or heading above says."""
    tokens = line.tokens
    if scene.lists is None or len(tokens) < 2:
        return []
    if line.kind is BlockKind.LIST_ITEM and scene.lists == "gifts" and tokens[0].kind in ("value", "weapon"):
        return _gifts(scene, line, clauses)
    if len(tokens) < 4 or tokens[1].text != ":" or not isinstance(tokens[0].mention, ActorMention):
        return []
    side = scene.side(tokens[0].mention)
    goods = [g for g in resolved(scene, line, goods_of(line, clauses, scene.short_names(line))) if g.low > 1]
    if side is None or not any(g.number is not None and g.weapon is not None for g in goods):
        return []
    gift = scene.lists == "gifts"
    other = _other(scene, side)
    draft = Draft(
        line=line,
        start=line.start,
        end=goods[-1].end,
        kind=TransferKind.DONATION if gift else TransferKind.SALE,
        stage=Stage.DONATED if gift else Stage.SIGNED,
        goods=_named(goods),
    )
    if gift:
        draft.supplier, draft.recipient = side, other
    else:
        draft.recipient, draft.supplier = side, other or _origin(draft)
    draft.stated_recipient = draft.recipient is not None
    return [draft] if draft.recipient is not None else []


def _gifts(scene: Scene, line: Line, clauses: Clauses) -> list[Draft]:
    """The gifts in a list of goods whose giver and taker the title names: "five howitzers (a further three promised)"."""
    goods = [g for g in resolved(scene, line, goods_of(line, clauses, scene.short_names(line))) if g.weapon is not None]
    sides = {s.key: s for s in (*scene.title, *scene.head)}
    takers = [s for k, s in sides.items() if k in AIDED]
    givers = [s for k, s in sides.items() if k not in AIDED]
    if not goods or len(takers) != 1 or len(givers) != 1:
        return []
    bracket = next((n for n, t in enumerate(line.tokens) if t.text == "("), len(line.tokens))
    out: list[Draft] = []
    for low, high in ((0, bracket), (bracket, len(line.tokens))):
        own = [g for g in goods if low <= g.low < high]
        told = [g for g in own if g.group == own[0].group]
        tokens = line.tokens[low:high]
        to_come = any(t.text in _TO_COME for t in tokens)
        if not told or (low and not to_come):
            continue
        dates = [m for t in tokens if isinstance(m := t.mention, DateMention) and m.period.edtf][:1]
        stage = Stage.PLANNED if to_come else Stage.DONATED
        draft = Draft(
            line=line,
            start=told[0].start,
            end=told[-1].end,
            kind=TransferKind.DONATION,
            stage=stage,
            supplier=evolve(givers[0], kind=EvidenceKind.IMPLIED),
            recipient=evolve(takers[0], kind=EvidenceKind.IMPLIED),
            stated_recipient=True,
            goods=told,
            additional=bool(low),
        )
        if to_come:
            draft.deliveries = [Drop(weapon=told[0].weapon, number=told[0].number, date=d, done=False) for d in dates]
        else:
            draft.dates = [Dated(stage=stage, mention=d) for d in dates]
        out.append(draft)
    return out


_TO_COME = frozenset(["promised", "pledged", "planned", "will", "to", "due"])


def _named(goods: Sequence[Good]) -> list[Good]:
    return [g for g in goods if g.weapon is not None]


def _other(scene: Scene, side: Side) -> Side | None:
    """The other party that the heading or title names alone."""
    for sides in (scene.head, scene.title):
        named = {s.key: s for s in sides if s.key != side.key}
        if len(named) == 1:
            found = next(iter(named.values()))
            return Side(key=found.key, witness=found.witness, kind=EvidenceKind.IMPLIED)
    return None


def _origin(draft: Draft) -> Side | None:
    """The country that all the goods come from."""
    origins = {w.origin: w for w in draft.weapons}
    if len(origins) != 1:
        return None
    origin, weapon = next(iter(origins.items()))
    return Side(key=f"state:{origin}", witness=weapon, kind=EvidenceKind.CATALOGUE) if origin else None
