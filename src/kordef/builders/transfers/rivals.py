"""Sentences behind a deal that only tell who else had contended for it."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.grammar.tokens import Line, Token, position_of
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import Draft
from kordef.mentions.model import WeaponMention
from kordef.vocabulary import Stage

__all__ = ["LOST", "only_bids", "owns_loser", "passed_over_by", "tells_losers"]

_REACH = 12
"""How many blocks behind a deal a bid for it may be told."""
LOST = frozenset("had also unsuccessful unsuccessfully losing lost eliminated earlier previously too".split())
"""Words that put an offer behind a choice that has been told."""

_LEFT_BEHIND = frozenset(["ahead", "preference"])
_BEFORE_LOSERS = (["ahead", "of"], ["preference", "to"])
_POSSESSIVE = frozenset(["'s", "’s", "'", "’"])
_JOINING = frozenset(["and", "or", ",", "both", "the", *_POSSESSIVE])


def passed_over_by(chain: Chain, at: int) -> bool:
    """Whether a position is behind "over" in a choice: "preferring the K9 over offers from KNDS as well as the M109"."""
    core = chain.core
    if core.frame.id != "select" or core.group.passive or at < core.end:
        return False
    words = [t.text for t in chain.line.tokens[core.end : at]]
    return "over" in words and not any(w in (";", "while", "which") for w in words[words.index("over") :])


def owns_loser(line: Line, token: Token) -> bool:
    """Whether a state is only behind, or the home of what lost: "ahead of Latvia", "ahead of Germany's PzH 2000 and the K2"."""
    tokens = line.tokens
    if line.texts.isdisjoint(_LEFT_BEHIND):
        return False
    at = position_of(line, token)
    if [t.text for t in tokens[max(0, at - 2) : at]] == ["ahead", "of"]:
        return True
    behind = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].text in _POSSESSIVE)
    if behind >= len(tokens) or not isinstance(tokens[behind].mention, WeaponMention):
        return False
    while at > 0 and (tokens[at - 1].text in _JOINING or tokens[at - 1].kind in ("actor", "weapon")):
        at -= 1
    return [t.text for t in tokens[max(0, at - 2) : at]] in _BEFORE_LOSERS


def tells_losers(deal: Draft, line: Line, found: Sequence[Chain]) -> bool:
    """Whether a sentence only says who else contended: "India's Tejas and the JF-17 had also been in contention"."""
    if not found or any(c.core.frame.id != "contend" for c in found) or LOST.isdisjoint(line.texts):
        return False
    near = deal.line.block == line.block and deal.line.story == line.story
    return near and deal.stage not in (Stage.CONSIDERED, Stage.CANCELLED) and "count" not in line.value_kinds


def only_bids(deal: Draft, bid: Draft) -> bool:
    """Whether what was told last is only what another had offered to the buyer of the deal before."""
    if bid.stage is not Stage.CONSIDERED or deal.stage in (Stage.CONSIDERED, Stage.CANCELLED) or bid is deal:
        return False
    if deal.recipient is None or bid.supplier is None or deal.supplier is None:
        return False
    same = (
        bid.recipient is None or bid.recipient.key == deal.recipient.key
    ) and bid.line.block - deal.line.block <= _REACH
    return same and bid.supplier.key != deal.supplier.key and bid.line.story == deal.line.story
