"""Numbers that are no figures whatever governs them: lots of a notice, terms of an option, thresholds, ways of reckoning."""

from __future__ import annotations

import re

from kordef.builders.observations.indicators import Row
from kordef.builders.observations.money import is_foreseen
from kordef.builders.observations.phrases import before
from kordef.mentions.model import ValueMention

__all__ = ["is_excluded"]

_TWICE = re.compile(r"[A-Za-z-]+ \([0-9]")
_COMPRISES = frozenset(
    ["comprised", "comprises", "comprising", "included", "includes", "including", "covered", "covers"]
)
_SUMS = frozenset(
    ["amounts", "contracts", "sums", "deals", "orders", "purchases", "projects", "payments", "transactions"]
)
_LIMITS = ("under", "below", "over", "above", "more than", "less than", "up to", "exceeding")
_OPTIONS = ("option", "options")
_EACH = frozenset(["every", "each"])


def is_excluded(row: Row, at: int, value: ValueMention) -> bool:
    """Whether a number is no figure for a state of affairs."""
    if _TWICE.match(value.exact) and before(row, at)[0] >= 0 and row.word(before(row, at)[0]) in _COMPRISES:
        return True  # "the case comprised six (6) launchers": a notice of a sale
    if value.kind != "money":
        return False
    ahead = row.word(at - 1)
    if ahead in _EACH and row.word(at - 2) in ("for", "of", "to"):
        return True  # "for every 100 euros"
    if ahead in _SUMS and value.exact.lower().startswith(_LIMITS):
        return True  # "contracts under 5 million euros are left out"
    if any(token.text.lower().endswith(_OPTIONS) for token in row.tokens[:at]):
        return True  # "two options, one of them with a ceiling of 900 million crowns"
    return is_foreseen(row, at)
