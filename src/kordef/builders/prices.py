"""Sums that two builders read: what arms cost somebody is the value of their deal, and no figure of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kordef.records import Observation, Record, Transfer
from kordef.vocabulary import Section, TransferKind

__all__ = ["without_prices"]

_NAMES_A_PRICE = frozenset("amount export exports number procurement purchase sum total totals".split())
"""Last words of an indicator that say no more of a sum than that something was sold for it."""


def without_prices(facts: Sequence[Record]) -> Iterator[Record]:
    """The facts without figures that only repeat the price of a sale: "sold 212 guns for a total of $2.5 billion"."""
    prices = {span for fact in facts if isinstance(fact, Transfer) for span in _prices(fact)}
    for fact in facts:
        if not (isinstance(fact, Observation) and _repeats(fact, prices)):
            yield fact


def _prices(deal: Transfer) -> Iterator[tuple[int, int]]:
    """Where the sums stand that a sale of one state to another costs."""
    if deal.kind is TransferKind.SALE and deal.supplier is not None and deal.recipient is not None:
        for evidence in deal.evidence:
            if evidence.field.startswith(("/value", "/alternatives")):
                yield evidence.start, evidence.end


def _repeats(figure: Observation, prices: set[tuple[int, int]]) -> bool:
    if figure.section is Section.TABLE or figure.indicator.rpartition(" ")[2].lower() not in _NAMES_A_PRICE:
        return False
    return any((e.start, e.end) in prices for e in figure.evidence if e.field.startswith("/value"))
