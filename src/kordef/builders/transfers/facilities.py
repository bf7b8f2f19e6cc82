"""Gifts that the Union pays for: "a radar was delivered under an assistance measure of the European Peace Facility"."""

from __future__ import annotations

import re

from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import Draft
from kordef.builders.transfers.scene import Scene
from kordef.vocabulary import EvidenceKind, Stage, TransferKind

__all__ = ["paid_by_union"]

_MOVES = ("deliver", "supply", "give", "receive", "arrive", "delivery")
_FACILITY = re.compile(r"\bEuropean Peace Facility\b|\bEPF\b")
_MEASURE = re.compile(
    r"\b(?:under|through|via|from|by|thanks to)\b[^.;]{0,40}\b(?:measures?|European Peace Facility|EPF)\b"
)
_UNION = frozenset(["organisation:eu"])


def paid_by_union(scene: Scene, draft: Draft, chain: Chain) -> None:
    """Put the Union in the place of a maker where goods come under a measure of its facility."""
    line = draft.line
    if chain.core.frame.id not in _MOVES:
        return
    if draft.supplier is not None and draft.supplier.company is None and draft.supplier.kind is EvidenceKind.STATED:
        return
    text = scene.page.document.text
    # the facility may be named in the sentences above, where its measures are counted
    start = scene.page.document.blocks[line.block].start
    if _MEASURE.search(text, line.start, line.end) is None or _FACILITY.search(text, start, line.end) is None:
        return
    union = scene.first_named(line.story, _UNION)
    if union is None:
        return
    draft.supplier, draft.companies = union.implied(), []
    draft.kind = TransferKind.DONATION
    draft.stage = Stage.DONATED if draft.stage in (Stage.DELIVERED, Stage.SIGNED) else draft.stage
