"""Goods that a sentence only has a pronoun for: "Denmark bought 19 guns and gave them to Ukraine"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kordef.builders.deal_chains import Chain
from kordef.builders.deal_scene import Scene
from kordef.builders.goods import Good
from kordef.builders.tokens import Line
from kordef.mentions.model import ActorMention

__all__ = ["pronoun_goods", "stands_for"]

_MOVES = frozenset(["give", "deliver", "sell", "supply", "lend"])
"""Frames whose object, where it is "it" or "them", is goods as soon as the sentence says to whom they go."""


_PRONOUNS = frozenset(["it", "them"])


def pronoun_goods(scene: Scene, line: Line, found: Sequence[Chain], goods: Sequence[Good]) -> Iterator[Good]:
    """The goods that pronouns right behind verbs of giving stand for: those told before in the sentence or just before it."""
    for chain in found:
        core = chain.core
        if core.noun or core.frame.id not in _MOVES or core.group.passive:
            continue
        at = next((n for n, t in enumerate(line.tokens[: core.end + 1]) if n > core.start and t.text in _PRONOUNS), None)
        to = "object" if line.tokens[core.end - 1].text == "to" else "to"
        if at is None or not any(isinstance(t.mention, ActorMention) for t in core.places.get(to, ())):
            continue
        token = line.tokens[at]
        meant = _meant(scene, line, core.start, goods)
        if meant is not None:
            yield Good(
                weapon=meant.weapon,
                number=meant.number if token.text == "them" else None,
                start=token.start,
                end=token.end,
                low=at,
                high=at + 1,
                group=-1 - at,
            )


def _meant(scene: Scene, line: Line, before: int, goods: Sequence[Good]) -> Good | None:
    told = next((g for g in reversed(goods) if g.high <= before and g.weapon is not None), None)
    if told is not None:
        return told
    spoken = scene.focus
    if spoken is not None and spoken.line is scene.last and len(spoken.goods) == 1:
        return spoken.goods[0]
    last = scene.last
    if last is None or last.block != line.block:
        return None
    named = scene.last_named(line, line.start)
    if named is None or not last.start <= named.start < last.end:
        return None
    return Good(weapon=named, number=None, start=named.start, end=named.end)


def stands_for(chain: Chain, good: Good) -> bool:
    """Whether goods are the pronoun right behind a verb of a chain."""
    return good.group < 0 and any(m.start < good.low <= m.end for m in chain.matches)
