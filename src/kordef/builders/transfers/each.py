"""Sales told one after the other: "approved three sales: to Poland of 96 Apaches, to Romania of 32 F-35As"; or each with its
price or its goods in brackets: "missiles for Australia ($100 million) and kits for Finland ($70 million)", "contracts in Chile
(72 launchers) and Peru (54 howitzers)"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kordef.builders.goods import Good
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.tokens import Line
from kordef.builders.transfers.deals import Dated, Draft, Side
from kordef.builders.transfers.details import dates_in, sums_in
from kordef.builders.transfers.goods import goods_in
from kordef.builders.transfers.scene import Scene
from kordef.mentions.model import ActorMention, DateMention, ValueMention
from kordef.vocabulary import Stage, TransferKind

__all__ = ["sold_to_each"]

_SALES = frozenset("sales exports deals contracts orders cases".split())
_APPROVED = frozenset("approved cleared authorised authorized notified backed endorsed greenlit".split())
_APPROVALS = frozenset("approvals notifications notices cases packages".split())
_CONCLUDED = frozenset("signed concluded announced won sealed clinched secured landed bagged".split())
_NOT_SO = frozenset("not no never denied rejected refused blocked halted suspended".split())


def sold_to_each(scene: Scene, line: Line, clauses: Clauses) -> list[Draft]:
    """The sales of a sentence that names each with "to" a state "of" or "for" goods, two of them at least; else nothing."""
    tokens = line.tokens
    priced = "(" in line.texts and "money" in line.value_kinds
    if priced or line.words & (_APPROVED | _APPROVALS):
        if drafts := _beside(scene, line, clauses, priced=priced):
            return drafts
    elif "(" in line.texts and line.words & _SALES and line.words & _CONCLUDED:
        if drafts := _beside(scene, line, clauses, priced=False, inside=True):
            return drafts
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


def _beside(scene: Scene, line: Line, clauses: Clauses, *, priced: bool, inside: bool = False) -> list[Draft]:
    """The sales of a sentence that names a state behind the goods of each, two of them at least, with or without a price.

    With ``inside`` the goods of each stand in a bracket behind the state.
    """
    tokens, spoken = line.tokens, line.words
    if not spoken & (_SALES | _APPROVED | _APPROVALS) or spoken & _NOT_SO:
        return []
    states = [
        (at, side)
        for at in line.actors
        if isinstance(m := tokens[at].mention, ActorMention)
        and (side := scene.side(m)) is not None
        and side.is_state
        and side.company is None
        and (at > 1 and tokens[at - (1 + (tokens[at - 1].text == "the"))].text in (_INTO if inside else _FOR))
        and [t.text for t in tokens[at + 1 : at + 2]] not in (["of"], ["for"])
    ]
    if len({side.key for _, side in states}) < 2:
        return []
    goods = [g for g in goods_in(scene, line, clauses) if g.weapon is not None]
    drafts: list[Draft] = []
    low, told_of = 0, 0
    for at, side in states:
        open_bracket = [t.text for t in tokens[at + 1 : at + 2]] == ["("]
        high = (
            next((n for n in range(at + 2, len(tokens)) if tokens[n].text == ")"), len(tokens)) if open_bracket else at
        )
        money = list(sums_in(line, at, high)) if open_bracket else []
        own = [g for g in goods if low <= g.low < at and _is_for(line, g, at)] if not inside else []
        if open_bracket and (enclosed := [g for g in goods if at < g.low < high]):
            own = enclosed
        low = high
        told_of += bool(money)
        if not own or (priced and not money):
            continue
        drafts.append(_sale(line, own, side, money, min(own[0].start, tokens[at].start)))
        if inside:
            _sign(scene, drafts[-1])
    if len({d.recipient.key for d in drafts if d.recipient is not None}) < 2 and told_of < 2:
        return []
    spoken_of = scene.focus
    told = spoken_of is not None and spoken_of.line.story == line.story and spoken_of.kind is TransferKind.PLAN
    if told or spoken & (_APPROVED | _APPROVALS):
        for draft in drafts:
            draft.stage, draft.kind = Stage.PLANNED, TransferKind.PLAN
    return drafts


_FOR = ("for", "to", "and")
_INTO = (*_FOR, "in", "with", ",")


def _sign(scene: Scene, draft: Draft) -> None:
    """Give a contract whose goods stand in a bracket its seller, the firm that the sentence names, and its date."""
    line = draft.line
    sellers = [s for at in line.actors if (s := scene.side_at(line.tokens, at)) is not None and s.company is not None]
    if sellers and draft.supplier is None:
        draft.supplier = sellers[0]
    days = [d for d in dates_in(line.tokens) if not d.dateline]
    if len(days) == 1:
        draft.dates = [Dated(stage=Stage.SIGNED, mention=days[0])]


def _is_for(line: Line, good: Good, at: int) -> bool:
    """Whether goods are what stands in front of a state: "Javelin missiles and related equipment for Australia"."""
    between = [t.text for t in line.tokens[good.high : at]]
    if not {"training", "services", "pilots", "crews"}.isdisjoint(between) or ";" in between:
        return False
    return between[:1] in (["for"], ["to"]) or {"equipment", "and"} & set(between) != set() or "," in between


def _sale(line: Line, goods: list[Good], taker: Side, money: list[ValueMention], start: int) -> Draft:
    origins = {w.origin: w for g in goods if (w := g.weapon) is not None and w.origin}
    made = next(iter(origins.values())) if len(origins) == 1 else None
    return Draft(
        line=line,
        start=start,
        end=max([goods[-1].end, *(m.end for m in money)]),
        kind=TransferKind.SALE,
        stage=Stage.SIGNED,
        supplier=Side.home_of(made) if made else None,
        recipient=taker,
        stated_recipient=True,
        goods=goods,
        money=money,
        additional=True,
    )


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
