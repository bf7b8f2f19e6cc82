"""Prices told one by one for deals told in one breath: "the vehicles will cost 388 million, the missiles 224 million"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kordef.builders.goods import class_head, is_a
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.deals import Draft, money_key
from kordef.builders.transfers.details import add_terms, sums_in
from kordef.builders.transfers.scene import Scene
from kordef.mentions.model import ValueMention, WeaponMention

__all__ = ["priced_apart"]

_REACH = 8
"""How many blocks behind the deals their prices may be told."""
_DEFINITE = frozenset(["the", "these", "those", "its", "their"])
_NOT_GOODS = frozenset(["unit", "item", "one", "piece", "example", "system", "deal"])
"""Nouns that tell none of several goods from another."""


def priced_apart(scene: Scene, line: Line) -> bool:
    """Give each of several deals told in one breath the sums that a sentence states for its goods; whether it does."""
    if "money" not in line.value_kinds or "count" in line.value_kinds:
        return False
    told = _in_one_breath(scene, line)
    if len(told) < 2:
        return False
    anchors = list(_anchors(line.tokens, told))
    if not anchors:
        return False
    positions = {t.mention.start: at for at, t in enumerate(line.tokens) if isinstance(t.mention, ValueMention)}
    meant: list[Draft] = []
    for money in sums_in(line, 0, len(line.tokens)):
        deal = _anchor_of(line.tokens, anchors, positions[money.start])
        if deal is None:
            continue
        meant.append(deal)
        if money_key(money) not in {money_key(m) for m in deal.money}:
            deal.money.append(money)
    if not meant:
        return False
    if all(deal is meant[0] for deal in meant):
        add_terms(meant[0], line)
    scene.focus = meant[-1]
    return True


def _in_one_breath(scene: Scene, line: Line) -> list[Draft]:
    """The deals of the last sentence that told of several to one buyer."""
    recent = [d for d in scene.recent() if d.line.story == line.story and d.line is not line]
    for deal in reversed(recent):
        if line.block - deal.line.block > _REACH:
            continue
        group = [d for d in recent if d.line is deal.line]
        buyers = {d.recipient.key for d in group if d.recipient is not None}
        if len(group) > 1:
            return group if len(buyers) == 1 else []
    return []


def _anchors(tokens: Sequence[Token], told: Sequence[Draft]) -> Iterator[tuple[int, Draft]]:
    """The nouns with an article that stand for the goods of one of the deals, by their positions."""
    for at in range(1, len(tokens)):
        mention = tokens[at].mention
        named = isinstance(mention, WeaponMention) and mention.form == "name"
        if not named and not any(t.text in _DEFINITE for t in tokens[max(0, at - 2) : at]):
            continue
        noun = class_head(mention.exact if isinstance(mention, WeaponMention) else tokens[at].text)
        if tokens[at].kind not in ("word", "weapon") or noun is None or noun in _NOT_GOODS:
            continue
        if isinstance(mention, WeaponMention) and named:
            meant = [d for d in told if any(w.key == mention.key for w in d.weapons)]
        else:
            meant = [d for d in told if any(_stands_for(noun, w) for w in d.weapons)]
        if len(meant) == 1:
            yield at, meant[0]


def _stands_for(noun: str, weapon: WeaponMention) -> bool:
    if noun in _GENERAL:
        return not _GENERAL[noun].isdisjoint((weapon.category or weapon.name).lower().split())
    return is_a(weapon, noun)


_WHEELED = frozenset(["vehicle", "carrier"])
_GENERAL = {"vehicle": _WHEELED, "carrier": _WHEELED, **{n: frozenset([n]) for n in ("weapon", "platform", "machine")}}
"""Nouns wider than a class, with the words of the classes that they stand for here."""


def _anchor_of(tokens: Sequence[Token], anchors: Sequence[tuple[int, Draft]], at: int) -> Draft | None:
    """The deal that a sum is the price of: that of the goods right behind "for", or else of the last ones before it."""
    for position, deal in anchors:
        if at < position <= at + 4 and any(t.text in ("for", "on") for t in tokens[at + 1 : position]):
            return deal
    return next((deal for position, deal in reversed(anchors) if position < at), None)
