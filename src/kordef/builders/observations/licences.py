"""Sums of what a government has licensed for export: "licences worth 2.9 billion were issued", "approved arms exports worth"."""

from __future__ import annotations

from kordef.builders.observations.indicators import Row
from kordef.builders.observations.phrases import left

__all__ = ["LICENCES", "licensed"]

LICENCES = "export licences"
"""What a sum of licences is called."""

_PERMITS = frozenset([
    "licences", "licenses", "permits", "approvals", "authorisations", "authorizations", "permissions", "licence", "license",
])  # fmt: skip
_GIVEN = frozenset([
    "issued", "granted", "approved", "authorised", "authorized", "licensed", "permitted", "issue", "issues", "grant", "grants",
    "approve", "approves", "cleared",
])  # fmt: skip
_TRADE = frozenset(["export", "exports"])
_FAR = 12


def licensed(row: Row, at: int) -> int | None:
    """The word for permits or exports of which a sum is the worth, where the sentence says that they were given."""
    if row.word(at - 1) not in ("worth", "of", "for", "totalling", "totaling", "valued"):
        return None
    near = range(max(0, at - _FAR - 6), min(len(row.tokens), at + _FAR))
    if not any(row.word(k) in _GIVEN for k in near):
        return None
    start = at - 1 if row.word(at - 1) != "of" else at
    for k in left(row, start, _FAR):
        if row.word(k) in _PERMITS:
            return k
        if row.word(k) in _TRADE and any(row.word(j) in _GIVEN for j in range(max(0, k - 5), k)):
            return k
        if row.kind(k) in ("value", "weapon") or (
            row.kind(k) == "actor" and row.word(k - 1) not in ("for", "to", "the")
        ):
            return None
    return None
