"""What one chain says of a parcel of goods: the kind and stage of the deal and its sides ("free of charge" makes it a gift)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kordef.builders.goods import Good
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.completion import is_gift
from kordef.builders.transfers.deals import Draft, additional
from kordef.builders.transfers.parcels import Parcel
from kordef.builders.transfers.sides import Sides
from kordef.builders.transfers.stages import stage_of
from kordef.vocabulary import Stage, TransferKind

__all__ = ["draft_of"]


def draft_of(line: Line, chain: Chain, parcel: Parcel, sides: Sides) -> Draft:
    """What a chain says of a parcel of goods, dates and sums left out."""
    stage, modality = stage_of(chain)
    first, last = line.tokens[chain.begin], line.tokens[chain.end - 1]
    kind = chain.kind
    if parcel.gift or is_gift(chain, parcel.recipient, sides.supplier):
        kind = TransferKind.DONATION
        if stage is Stage.SIGNED and chain.part("deal") is not None and _is_infinitive(chain):
            # "signed an agreement with Kyiv to deliver 30 F-16s"
            stage = Stage.PLANNED
        if stage in (Stage.DELIVERED, Stage.SIGNED):
            stage = Stage.DONATED
    if _is_free(line.tokens, chain, parcel.goods):
        kind = TransferKind.DONATION
        stage = Stage.DONATED if stage is Stage.SIGNED else stage
    came = stage is Stage.SIGNED and any(m.frame.id == "arrive" for m in chain.matches)
    if kind is TransferKind.DONATION and (stage is Stage.DELIVERED or came):
        stage = Stage.DONATED
    goods = parcel.goods
    if stage is Stage.SELECTED and goods and all(g.group < 0 for g in goods):
        # "Latvia and Estonia chose it in 2023": they are told of as buyers of what the text is about
        stage, kind = Stage.SIGNED, TransferKind.SALE
    start, end = first.start, last.end
    if parcel.low and goods:
        start, end = line.tokens[parcel.low].start, goods[-1].end
    return Draft(
        line=line,
        start=min(start, *(g.start for g in goods)) if goods else start,
        end=max(end, *(g.end for g in goods)) if goods else end,
        kind=kind,
        stage=stage,
        modality=modality,
        supplier=parcel.supplier if parcel.split else parcel.supplier or sides.supplier,
        recipient=parcel.recipient,
        end_user=None if parcel.gift else sides.end_user,
        companies=list(sides.companies) if parcel.supplier is None or parcel.supplier is sides.supplier else [],
        goods=list(goods),
        stated_recipient=parcel.recipient is not None,
        guess=sides.guess,
        barred=parcel.barred,
        weak=bool(chain.core.frame.settings.get("weak"))
        and not any(g.group < 0 for g in goods)
        and not any(m.frame.id == "contract" for m in chain.matches)
        and not (chain.roles.get("goal") and chain.core.places.get("for")),
        passing=bool(chain.core.frame.settings.get("weak")) and bool(chain.roles.get("place")),
        additional=additional(goods) or bool(chain.core.frame.settings.get("adds")),
        performs=stage is Stage.PLANNED and chain.core.frame.id in _PERFORMED and len(chain.matches) == 1,
    )


_PERFORMED = frozenset(["deliver", "supply", "receive", "arrive", "delivery"])


def _is_infinitive(chain: Chain) -> bool:
    core = chain.core
    return not core.noun and core.start > 0 and core.line.tokens[core.start - 1].text == "to"


def _is_free(tokens: Sequence[Token], chain: Chain, goods: Sequence[Good]) -> bool:
    """Whether nothing is paid for goods: "free of charge", "at no cost"; said right behind others it is said of those."""
    high = min(chain.reach + 4, len(tokens))
    words = [t.text for t in tokens[chain.begin : high]]
    for at, (a, b) in enumerate(pairwise(words), chain.begin):
        if (
            (a == "free" and b in ("of", "to"))
            or (a == "for" and b == "free")
            or (a == "no" and b in ("cost", "charge"))
        ):
            nearest = next((n for n in range(at, chain.begin, -1) if tokens[n].kind == "weapon"), None)
            return nearest is None or not goods or any(g.low <= nearest < g.high for g in goods)
    return False
