"""Sales told one after the other behind a colon: "approved three sales: to Poland of 96 Apaches, to Romania of 32 F-35As"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.tokens import Line
from kordef.builders.transfers.deals import Dated, Draft, Side
from kordef.builders.transfers.details import sums_in
from kordef.builders.transfers.goods import goods_in
from kordef.builders.transfers.scene import Scene
from kordef.mentions.model import ActorMention, DateMention
from kordef.vocabulary import Stage, TransferKind

__all__ = ["sold_to_each"]

_SALES = frozenset("sales exports deals contracts orders cases".split())
_APPROVED = frozenset("approved cleared authorised authorized notified backed endorsed greenlit".split())
_CONCLUDED = frozenset("signed concluded announced won sealed clinched".split())
_NOT_SO = frozenset("not no never denied rejected refused blocked halted suspended".split())


def sold_to_each(scene: Scene, line: Line, clauses: Clauses) -> list[Draft]:
    """The sales of a sentence that names each with "to" a state "of" or "for" goods, two of them at least; else nothing."""
    tokens = line.tokens
    if ":" not in line.texts or (colon := next(n for n, t in enumerate(tokens) if t.text == ":")) < 2:
        return []
    words = {t.text for t in tokens[:colon]}
    # "three sales" may be one token of a count
    spoken = words | {w for text in words for w in text.split()}
    if not spoken & _SALES or not words & (_APPROVED | _CONCLUDED) or words & _NOT_SO:
        return []
    stage = Stage.PLANNED if words & _APPROVED else Stage.SIGNED
    sellers = [
        s for t in tokens[:colon] if isinstance(m := t.mention, ActorMention) and (s := scene.side(m)) is not None
    ]
    drafts = list(_each(scene, line, clauses, colon, stage, sellers[0] if sellers else None))
    return drafts if len(drafts) > 1 else []


def _each(scene: Scene, line: Line, clauses: Clauses, colon: int, stage: Stage, seller: Side | None) -> Iterator[Draft]:
    tokens = line.tokens
    starts = [n for n in range(colon + 1, len(tokens) - 3) if tokens[n].text == "to"]
    goods = [g for g in goods_in(scene, line, clauses) if g.weapon is not None]
    dates = [m for t in tokens[:colon] if isinstance(m := t.mention, DateMention) and m.period.edtf]
    for low, high in pairwise([*starts, len(tokens)]):
        at = low + 1 + (tokens[low + 1].text == "the")
        actor = tokens[at].mention
        side = scene.side(actor) if isinstance(actor, ActorMention) else None
        own = [g for g in goods if at < g.low < high]
        if side is None or side.company is not None or not own or tokens[at + 1].text not in ("of", "for"):
            continue
        if seller is not None and seller.key == side.key:
            continue
        yield Draft(
            line=line,
            start=tokens[low].start,
            end=own[-1].end,
            kind=TransferKind.PLAN if stage is Stage.PLANNED else TransferKind.SALE,
            stage=stage,
            supplier=seller,
            companies=[seller.company] if seller is not None and seller.company is not None else [],
            recipient=side,
            stated_recipient=True,
            goods=own,
            money=list(sums_in(line, low, high)),
            dates=[Dated(stage=stage, mention=d) for d in dates[:1]],
        )
