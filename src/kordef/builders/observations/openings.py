"""Figures that stand before what they are said of: "With $3.4 billion last year, Turkey's arms exports were the highest"."""

from __future__ import annotations

from kordef.builders.observations.indicators import Row
from kordef.builders.observations.phrases import head_of, is_head

__all__ = ["measured_behind", "ranked_before", "ranked_behind"]

_OPENS = frozenset(["with", "at"])
_IS = frozenset(["is", "are", "was", "were", "remains", "remained", "remain", "became", "becomes", "ranks", "ranked"])
_RANKED = {
    "exporter": "exports",
    "seller": "exports",
    "importer": "imports",
    "buyer": "imports",
    "spender": "spending",
    "donor": "aid",
    "supporter": "aid",
    "backer": "aid",
    "investor": "investment",
}
"""What those do much of who are ranked by it."""
_GAP = 8
"""The words between a figure and the comma behind it."""
_REACH = 16


def measured_behind(row: Row, at: int) -> int | None:
    """The measured noun that is the subject of the clause behind an opening figure: "At 45 billion, the budget is"."""
    start, verb = _clause_behind(row, at)
    nouns = [k for k in range(start, verb) if row.sense(k, "measure") is not None and is_head(row, k)]
    return head_of(row, nouns[-1]) if nouns else None


def ranked_behind(row: Row, at: int) -> tuple[int, str] | None:
    """What somebody is ranked by, and where: "With $7.1 billion in 2024, Turkey was the eleventh largest arms exporter"."""
    _, verb = _clause_behind(row, at)
    if row.word(verb) not in _IS:
        return None
    for k in range(verb + 1, min(len(row.tokens), verb + _REACH)):
        if row.word(k) in _RANKED:
            return k, _RANKED[row.word(k)]
        if row.word(k) in (",", ";", "and", "but") or row.kind(k) == "value":
            return None
    return None


def ranked_before(row: Row, at: int) -> tuple[int, str] | None:
    """What somebody is ranked by in front of a figure, and where: "was the eighth-largest importer with $7.3 billion"."""
    if row.word(at - 1) != "with":
        return None
    for k in range(at - 2, max(0, at - 8), -1):
        if row.word(k) in _RANKED:
            high = any(row.word(j).endswith(_HIGH) for j in range(max(0, k - 4), k))
            return (k, _RANKED[row.word(k)]) if high else None
        if row.word(k) in (",", ";", "and", "but") or row.kind(k) == "value":
            return None
    return None


_HIGH = ("largest", "biggest", "top", "leading", "main", "number-one")


def _clause_behind(row: Row, at: int) -> tuple[int, int]:
    """Where the clause behind an opening figure and its verb stand; twice the same place where there is no such clause."""
    if not 0 < at < 4 or row.word(0) not in _OPENS or any(row.kind(k) == "value" for k in range(1, at)):
        return at, at
    comma = at + 1
    while comma <= at + _GAP and row.word(comma) != ",":
        if row.kind(comma) in ("value", "") or row.word(comma) in (";", ":", "which", "that"):
            return at, at
        comma += 1
    if row.word(comma) != ",":
        return at, at
    for k in range(comma + 1, min(len(row.tokens), comma + _REACH)):
        said = row.sense(k, "level", "change")
        verbal = said is not None and said.form in ("past", "third") and row.sense(k, "measure") is None
        if row.word(k) in _IS or (verbal and k > comma + 1):
            return comma + 1, k
        if row.kind(k) == "value" or row.word(k) in (",", ";", ":"):
            break
    return at, at
