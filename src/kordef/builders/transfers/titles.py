"""Titles that tell several deals in one breath, which the text below tells one by one."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.grammar.tokens import Line
from kordef.builders.transfers.deals import TITLES, Draft
from kordef.builders.transfers.scene import Scene

__all__ = ["tell_apart", "title_of_several"]


def title_of_several(scene: Scene, line: Line) -> Draft | None:
    """The deal of a title just above that names several sorts of goods: "28 carriers, shoulder-fired missiles"."""
    first = next((d for d in scene.deals if d.line.story == line.story), None)
    if first is None or first.line.kind not in TITLES or len(first.goods) < 2 or line.kind in TITLES:
        return None
    return first if line.block - first.line.block <= _LEAD else None


_LEAD = 4
"""How many blocks below a title its story begins at the latest."""


def tell_apart(scene: Scene, title: Draft, drafts: Sequence[Draft]) -> None:
    """Forget what a title told in one breath where the text below tells it as deals with several sellers."""
    mine = title.recipient.key if title.recipient is not None else None
    again = [d for d in drafts if d.recipient is not None and d.recipient.key == mine]
    counts = {g.number.amount.low for g in title.goods if g.number is not None}
    counted = any(g.number is not None and g.number.amount.low in counts for d in again for g in d.goods)
    if counted and len({d.supplier.key for d in again if d.supplier is not None}) > 1:
        scene.deals.remove(title)
        scene.focus = None if scene.focus is title else scene.focus
