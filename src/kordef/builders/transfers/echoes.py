"""Deals that only come back, with less, to one that the text has told: the wish before a contract, its name behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kordef.builders.transfers.deals import CONTRACT, Draft, kin
from kordef.vocabulary import Stage, TransferKind

__all__ = ["without_echoes"]


def without_echoes(deals: Sequence[Draft], families: Mapping[str, str]) -> list[Draft]:
    """The deals without those that say nothing that another deal of the same parties and goods does not say better."""
    kept: list[Draft] = []
    for deal in deals:
        fuller = next((other for other in deals if other is not deal and _echoes(deal, other, families)), None)
        if fuller is None:
            kept.append(deal)
        elif not fuller.dates and deal.stage in CONTRACT:
            fuller.dates = list(deal.dates)
    return kept


def _echoes(deal: Draft, other: Draft, families: Mapping[str, str]) -> bool:
    """Whether a deal without a number or sum is what was thought, asked or said of another that came about."""
    if deal.counted or deal.money or deal.additional or deal.framework is not None:
        return False
    if other.stage not in CONTRACT or not (other.counted or other.money) or other.line.story != deal.line.story:
        return False
    if deal.stage is Stage.SELECTED and deal.dates:
        # a choice that has its day is told for itself
        return False
    if deal.stage is Stage.CANCELLED or TransferKind.DONATION in (deal.kind, other.kind):
        return False
    if deal.recipient is None or other.recipient is None or deal.recipient.key != other.recipient.key:
        return False
    if deal.supplier is not None and other.supplier is not None and deal.supplier.key != other.supplier.key:
        return False
    if deal.ordinal not in (None, "1", other.ordinal) or (deal.ordinal and other.ordinal not in (None, deal.ordinal)):
        return False
    if deal.stage in CONTRACT and not _same_day(deal, other):
        return False
    return bool(deal.weapons) and all(any(kin(a, b, families) for b in other.weapons) for a in deal.weapons)


def _same_day(deal: Draft, other: Draft) -> bool:
    """Whether nothing speaks against two contracts being of one day."""
    days = other.signed_dates(contract=True)
    return all(
        any(a.startswith(b) or b.startswith(a) for b in days) or not days for a in deal.signed_dates(contract=True)
    )
