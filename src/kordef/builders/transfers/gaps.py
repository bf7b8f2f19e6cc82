"""Goods of a list whose verb is said once: "From Sweden it is buying two radars; from the United States, 96 helicopters"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from attrs import evolve

from kordef.builders.goods import Good
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.deals import Dated, Draft, Side
from kordef.builders.transfers.details import sums_in
from kordef.builders.transfers.scene import Scene
from kordef.mentions.model import ActorMention, DateMention
from kordef.vocabulary import Counting

__all__ = ["gapped"]

_SKIPPED = frozenset("a an the second third first further another more some about batch lot tranche of , :".split())
_OPENS = frozenset([";", ",", "and", "—", "–"])
_FARTHEST = 7


def gapped(scene: Scene, line: Line, told: Draft, goods: Sequence[Good], claimed: Collection[int]) -> Iterator[Draft]:
    """The further deals of a sentence whose goods stand behind "from" or "to" and another state, where the first was told."""
    tokens = line.tokens
    for good in goods:
        if good.low in claimed or good.number is None or good.low <= told.goods[-1].low:
            continue
        if _goes_on(tokens, told, good):
            end = good.high + _FARTHEST
            dates = [m for t in tokens[good.high : end] if isinstance(m := t.mention, DateMention)]
            yield evolve(
                told,
                start=good.start,
                end=good.end,
                goods=[good],
                money=sums_in(line, good.high, end),
                dates=[Dated(stage=told.stage, mention=d) for d in dates[:1]],
                deliveries=[],
                terms={},
                additional=True,
            )
            continue
        found = _other_side(scene, tokens, good.low)
        if found is None:
            continue
        at, word, side = found
        supplier = side if word == "from" else told.supplier
        recipient = told.recipient if word == "from" else side.without_firm()
        if supplier is None or recipient is None or supplier.key == recipient.key:
            continue
        kept = recipient if word == "from" else supplier
        kept = kept.implied()
        end = next((n for n in range(good.high, len(tokens)) if tokens[n].text == ";"), len(tokens))
        yield Draft(
            line=line,
            start=tokens[at].start,
            end=good.end,
            kind=told.kind,
            stage=told.stage,
            modality=told.modality,
            supplier=supplier if word == "from" else kept,
            recipient=kept if word == "from" else recipient,
            goods=[good],
            money=sums_in(line, good.high, end),
            companies=[supplier.company] if word == "from" and supplier.company is not None else [],
            stated_recipient=True,
            additional=told.additional,
        )


def _goes_on(tokens: Sequence[Token], told: Draft, good: Good) -> bool:
    """Whether a number adds to goods whose verb is not said again: "ordered 52 in 2020 and another ten two years later"."""
    first = told.goods[-1]
    same = good.weapon is not None and first.weapon is not None and good.weapon.key == first.weapon.key
    if not same or good.noun is not None or good.counting is not Counting.ADDITIONAL or told.weak:
        return False
    low = good.low - (tokens[good.low - 1].text == "then")
    if tokens[low - 1].text not in ("and", "then"):
        return False
    behind = tokens[good.high] if good.high < len(tokens) else None
    return behind is None or behind.kind in ("date", "mark") or behind.text in ("in", "last", "this", "the", "for", "a")


def _other_side(scene: Scene, tokens: Sequence[Token], low: int) -> tuple[int, str, Side] | None:
    """The preposition and the state right before goods, where the preposition opens a part of the sentence."""
    at = low - 1
    while at > low - _FARTHEST and at > 1 and tokens[at].text in _SKIPPED:
        at -= 1
    actor = tokens[at].mention
    if at < 2 or not isinstance(actor, ActorMention) or actor.form == "adjective":
        return None
    preposition = at - 1 - (tokens[at - 1].text == "the")
    if tokens[preposition].text not in ("from", "to") or tokens[preposition - 1].text not in _OPENS:
        return None
    side = scene.side(actor)
    return (preposition, tokens[preposition].text, side) if side is not None else None
