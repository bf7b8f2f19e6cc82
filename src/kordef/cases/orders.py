"""Which of several orders of one thing a source speaks of: "the first contract", "a follow-on order", "took up an option"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kordef.records import Transfer
from kordef.vocabulary import Stage

__all__ = ["LATER", "order_of"]

LATER = 99
"""An order after others, without saying which: a follow-on, a repeat, one more."""

_NTH: Mapping[str, int] = {
    "first": 1,
    "initial": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "fifth": 5,
    "follow-on": LATER,
    "follow-up": LATER,
    "repeat": LATER,
    "another": LATER,
    "additional": LATER,
    "further": LATER,
    "supplementary": LATER,
}
_DEALS = "contracts?|orders?|deals?|purchases?|agreements?|acquisitions?|phases?"
_LOTS = "batch(?:es)?|lots?|tranches?"
_NAMED = re.compile(
    rf"\b(?P<nth>{'|'.join(_NTH)})(?: [\w-]+){{0,2}}? (?:(?P<deal>{_DEALS})|(?P<lot>{_LOTS}))\b", re.IGNORECASE
)
_ONE_MORE = re.compile(
    r"\b(?:exercis\w+|(?:took|take[ns]?|taking) up)(?: [\w-]+){0,3} options?\b"
    r"|\boptions? (?:was|were|has been|have been) (?:exercised|taken up)\b"
    r"|\boptions? on (?:the |an? )?(?:19|20)\d\d\b"
    r"|\b(?:a further|another|an additional) (?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen)",
    re.IGNORECASE,
)
_HANDED_OVER = frozenset({Stage.DELIVERING, Stage.DELIVERED, Stage.DONATED})


def order_of(transfer: Transfer) -> int | None:
    """The number of an order among those of its kind, :data:`LATER` for one after others, ``None`` where nothing says so.

    A lot that was handed over is one of a delivery, and not of an order.
    """
    for evidence in transfer.evidence:
        if evidence.field:
            continue
        for found in _NAMED.finditer(evidence.exact):
            if found["deal"] or transfer.stage not in _HANDED_OVER:
                return _NTH[found["nth"].lower()]
        if _ONE_MORE.search(evidence.exact):
            return LATER
    return None
