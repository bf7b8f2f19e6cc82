"""Which of the deals told are whole enough to be recorded."""

from __future__ import annotations

from kordef.builders.goods import class_head
from kordef.builders.transfers.deals import CONTRACT, TITLES, Draft
from kordef.builders.transfers.wars import AIDED, HOSTILE
from kordef.vocabulary import EvidenceKind, Stage, TransferKind

__all__ = ["is_whole", "stands_alone"]


def stands_alone(draft: Draft) -> bool:
    """Whether an arrival says enough to be a deal that was not told before."""
    if draft.recipient is None or draft.passing:
        return False
    supplied = draft.supplier is not None and draft.supplier.kind is EvidenceKind.STATED
    return (
        draft.counted
        or bool(draft.money)
        or (supplied and draft.stated_recipient and any(w.form == "name" for w in draft.weapons))
    )


def _at_war(one: str, other: str) -> bool:
    """Whether one state is attacked by the other."""
    return (one in AIDED and other in HOSTILE) or (one in HOSTILE and other in AIDED)


_DOUBTFUL = frozenset([Stage.CONSIDERED, Stage.CANCELLED, Stage.NEGOTIATING, Stage.PLANNED])


def is_whole(deal: Draft) -> bool:
    """A deal needs goods and a recipient; one that has not come about needs words that name the recipient or a number."""
    if not deal.goods or deal.recipient is None:
        return False
    if deal.supplier is not None and _at_war(deal.supplier.key, deal.recipient.key):
        # what one says of the other's tanks is no deal
        return False
    if all(g.number is not None and g.number.amount.high == 0 for g in deal.goods):
        # "0 new launchers"
        return False
    if not any(g.weapon is not None or (g.noun is not None and not g.called) for g in deal.goods):
        # "Denmark 40 and Iceland six", "60 A320s": nothing known as arms
        return False
    if (
        deal.kind is TransferKind.DONATION
        and deal.supplier is not None
        and deal.supplier.kind is EvidenceKind.CATALOGUE
        and deal.recipient.kind is EvidenceKind.IMPLIED
        and not deal.stated_recipient
    ):
        # "19 F-16s promised": neither who gives nor who gets is told
        return False
    if deal.line.kind in TITLES and not (deal.counted or deal.money or deal.title_money or deal.dates):
        if all(w.form == "class" for w in deal.weapons):
            # "Minister hails artillery deal": the text below says which
            return False
    unnamed = bool(deal.weapons) and all(w.form == "class" and class_head(w.name) == "weapon" for w in deal.weapons)
    if unnamed and not deal.counted and not deal.money:
        # "the last major weapon acquisition contract"
        return False
    vague = deal.supplier is None and not (deal.counted or deal.money) and all(w.form == "class" for w in deal.weapons)
    if vague and (deal.stage in CONTRACT or deal.line.kind in TITLES or deal.recipient.key.startswith("organisation:")):
        # "NATO's ministers discussed air defence systems", "rules that allow sales of fighter jets"
        return False
    if deal.supplier is None and (not deal.weapons or deal.stage is Stage.CONSIDERED):
        return False
    if not deal.stated_recipient and not deal.counted and all(w.form == "class" for w in deal.weapons):
        # "the money has gone to South Korea for tanks, howitzers and aircraft" names the seller and several classes
        stated = deal.supplier is not None and deal.supplier.kind is EvidenceKind.STATED
        return stated and len({w.key for w in deal.weapons}) > 1
    if deal.stage is Stage.CONSIDERED and not deal.counted and deal.recipient.key.startswith("organisation:"):
        # "the EU could consider ramping up imports"
        return False
    if deal.weak and not (deal.supplier and stands_alone(deal)):
        return False
    if (
        deal.stage in _DOUBTFUL
        and deal.ordinal in (None, "1")
        and not deal.stated_recipient
        and not deal.counted
        and not ((deal.money or deal.dates) and any(w.form == "name" for w in deal.weapons))
    ):
        gives = (
            deal.kind is TransferKind.DONATION
            and deal.supplier is not None
            and deal.supplier.kind is EvidenceKind.STATED
        )
        told = deal.supplier is not None and deal.supplier.kind is EvidenceKind.STATED
        if (gives or (told and deal.stage is Stage.NEGOTIATING)) and any(w.form == "name" for w in deal.weapons):
            return True
        # an offer that names who makes it tells enough
        return deal.supplier is not None and deal.supplier.company is not None and deal.weapons[:1] != []
    return not (deal.kind is TransferKind.PLAN and deal.supplier is None and not deal.weapons)
