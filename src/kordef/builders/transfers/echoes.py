"""Deals that only come back, with less, to one that the text has told: the wish before a contract, its name behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kordef.builders.transfers.deals import CONTRACT, Draft, kin
from kordef.vocabulary import Stage, TransferKind

__all__ = ["without_echoes"]


def without_echoes(deals: Sequence[Draft], families: Mapping[str, str]) -> list[Draft]:
    """The deals without those that say nothing that another deal of the same parties and goods does not say better."""
    full: dict[tuple[int, str], list[Draft]] = {}
    for deal in deals:
        if deal.recipient is not None and deal.stage in CONTRACT and (deal.counted or deal.money):
            full.setdefault((deal.line.story, deal.recipient.key), []).append(deal)
    kept: list[Draft] = []
    for deal in deals:
        others = full.get((deal.line.story, deal.recipient.key), ()) if _says_little(deal) and deal.recipient else ()
        fuller = next((other for other in others if other is not deal and _echoes(deal, other, families)), None)
        if fuller is None:
            kept.append(deal)
        elif not fuller.dates and deal.stage in CONTRACT:
            fuller.dates = list(deal.dates)
    return kept


def _says_little(deal: Draft) -> bool:
    """Whether a deal has no number or sum, nor anything else for which it is told for itself."""
    if deal.counted or deal.money or deal.additional or deal.framework is not None:
        return False
    if deal.stage is Stage.CANCELLED or deal.kind is TransferKind.DONATION:
        return False
    # a choice that has its day is told for itself
    return not (deal.stage is Stage.SELECTED and deal.dates)


def _echoes(deal: Draft, other: Draft, families: Mapping[str, str]) -> bool:
    """Whether a deal that says little is what was thought, asked or said of another of the same buyer that came about."""
    if other.kind is TransferKind.DONATION:
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
