"""Goods that a sentence deals out to those who get them: "105 F-35As, of which 46 for the Netherlands, 31 for Norway"."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from kordef.builders.goods import Good
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.tokens import Line
from kordef.builders.transfers.deals import Dated, Draft, Side
from kordef.builders.transfers.details import dates_in
from kordef.builders.transfers.goods import goods_in
from kordef.builders.transfers.scene import Scene
from kordef.mentions.model import ValueMention
from kordef.vocabulary import Stage, TransferKind

__all__ = ["dealt_out"]

_TO = frozenset(["for", "to"])
_GO = frozenset(
    "went go goes going gone headed came bound destined delivered shipped sold are is were was earmarked intended meant".split()
)
_CAME = frozenset(
    "deliver delivers delivered deliveries delivery handed arrived received shipped transferred supplied".split()
)
_TO_COME = frozenset("will would planned plans expected due pending outstanding approved intends proposed".split())
_NOT_SO = frozenset(
    "not no never denied rejected refused blocked halted suspended exercise drill deployed sent rotation".split()
)
_FEWEST = 2


def dealt_out(scene: Scene, line: Line, clauses: Clauses) -> list[Draft]:
    """The deals of a sentence that counts goods of one name and then says how many of them each of several states gets."""
    if len(line.actors) < _FEWEST or "count" not in line.value_kinds or not _NOT_SO.isdisjoint(line.texts):
        return []
    shares = list(_shares(scene, line))
    if len({side.key for _, side, _ in shares}) < _FEWEST:
        return []
    first = shares[0][2]
    goods = [g for g in goods_in(scene, line, clauses) if g.weapon is not None and g.high <= first]
    whole = next((g for g in reversed(goods) if g.number is not None), None)
    if whole is None or whole.weapon is None or whole.weapon.origin is None:
        return []
    counted = [n.amount.low for n, _, _ in shares]
    total = whole.number.amount.high if whole.number is not None else None
    if total is None or None in counted or sum(n for n in counted if n is not None) > total:
        return []
    return [
        _share(line, whole, number, side) for number, side, _ in shares if side.key != f"state:{whole.weapon.origin}"
    ]


def _shares(scene: Scene, line: Line) -> Iterator[tuple[ValueMention, Side, int]]:
    """The numbers that stand before "for" or "to" a state, with the state and the position of the number."""
    tokens = line.tokens
    for at, token in enumerate(tokens):
        number = token.mention
        if not isinstance(number, ValueMention) or number.kind != "count" or number.noun is not None:
            continue
        to = at + 1
        while to < min(at + 3, len(tokens)) and tokens[to].text in _GO:
            to += 1
        if to + 1 >= len(tokens) or tokens[to].text not in _TO:
            continue
        taker = scene.side_at(tokens, to + 1)
        if taker is not None and taker.is_state and taker.company is None:
            yield number, taker, at


def _share(line: Line, whole: Good, number: ValueMention, taker: Side) -> Draft:
    weapon = whole.weapon
    assert weapon is not None
    done = not _CAME.isdisjoint(line.texts) and _TO_COME.isdisjoint(line.texts)
    stage = Stage.DELIVERED if done else Stage.PLANNED if not _TO_COME.isdisjoint(line.texts) else Stage.SIGNED
    dates = [d for d in dates_in(line.tokens) if not d.dateline][:1]
    return Draft(
        line=line,
        start=number.start,
        end=taker.witness.end,
        kind=TransferKind.PLAN if stage is Stage.PLANNED else TransferKind.SALE,
        stage=stage,
        supplier=Side.home_of(weapon),
        recipient=taker,
        stated_recipient=True,
        goods=[evolve(whole, number=number, start=number.start, end=number.end)],
        dates=[Dated(stage=stage, mention=d) for d in dates],
        additional=True,
    )
