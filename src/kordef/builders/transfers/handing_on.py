"""Gifts whose giver or taker stands elsewhere: who bought goods hands them on, and a text about aid says for whom it is."""

from __future__ import annotations

from kordef.builders.transfers.deals import Draft, Side
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.wars import AIDED, HOSTILE
from kordef.vocabulary import Stage, TransferKind

__all__ = ["aided_in_title", "hand_on"]

_AT_WAR = AIDED | HOSTILE


def hand_on(bought: Draft, draft: Draft) -> None:
    """Who bought goods is who hands them to another: "19 howitzers that Denmark had bought were made over to Ukraine"."""
    taker, giver = draft.recipient, bought.recipient
    if taker is None or giver is None or taker.key == giver.key:
        return
    draft.supplier, draft.companies = giver.implied(), []
    if taker.key in AIDED and draft.kind is TransferKind.SALE:
        draft.kind = TransferKind.DONATION
        draft.stage = Stage.DONATED if draft.stage is Stage.DELIVERED else draft.stage


def aided_in_title(scene: Scene, draft: Draft, spoken: Draft | None) -> Side | None:
    """The state at war that the title names and that the text has said was given arms: whom further gifts are for."""
    giver = draft.supplier
    if giver is None or giver.key in _AT_WAR or draft.stage not in (Stage.DONATED, Stage.PLANNED):
        return None
    taker = next((s for s in (*scene.head, *scene.title) if s.key in AIDED), None)
    given = spoken is not None and spoken.recipient is not None and taker is not None
    if not given or spoken is None or spoken.recipient is None or taker is None or spoken.recipient.key != taker.key:
        return None
    return taker.implied() if spoken.line.story == draft.line.story else None
