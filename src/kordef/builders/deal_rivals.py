"""Sentences behind a deal that only tell who else had contended for it."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.deal_chains import Chain
from kordef.builders.deals import Draft
from kordef.builders.tokens import Line
from kordef.vocabulary import Stage

__all__ = ["LOST", "only_bids", "tells_losers"]

_REACH = 12
"""How many blocks behind a deal a bid for it may be told."""
LOST = frozenset("had also unsuccessful unsuccessfully losing lost eliminated earlier previously too".split())
"""Words that put an offer behind a choice that has been told."""


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
