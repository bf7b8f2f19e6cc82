"""Deals in lists without verbs: "Germany: 18 Leopard 2A6, 25 PzH 2000" under a heading that says what it lists."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.clauses import Clauses
from kordef.builders.deal_drafts import resolved
from kordef.builders.deal_scene import Scene
from kordef.builders.deals import Draft, Side
from kordef.builders.goods import Good, goods_of
from kordef.builders.tokens import Line
from kordef.mentions.model import ActorMention
from kordef.vocabulary import EvidenceKind, Stage, TransferKind

__all__ = ["listed", "note_heading"]

_GIFTS = frozenset(["aid", "donated", "donations", "donation", "gifts", "given", "pledged", "weapons", "assistance"])
_SALES = frozenset("orders order contracts contract sales sale purchases purchase exports buyers customers".split())


def note_heading(line: Line) -> str | None:
    """What the lists under a heading or behind a sentence with a colon tell: "gifts" or "sales"."""
    words = {t.text for t in line.tokens if t.kind == "word"}
    if words & _SALES:
        return "sales"
    return "gifts" if words & _GIFTS else None


def listed(scene: Scene, line: Line, clauses: Clauses) -> Draft | None:
    """The deal in a line of the form "State: goods", as the title or heading above says; ``None`` for other lines."""
    tokens = line.tokens
    if (
        len(tokens) < 4
        or tokens[1].text != ":"
        or not isinstance(tokens[0].mention, ActorMention)
        or scene.lists is None
    ):
        return None
    side = scene.side(tokens[0].mention)
    goods = [g for g in resolved(scene, line, goods_of(line, clauses, scene.short_names(line))) if g.low > 1]
    if side is None or not any(g.number is not None and g.weapon is not None for g in goods):
        return None
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
    return draft if draft.recipient is not None else None


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
