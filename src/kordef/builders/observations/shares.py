"""Percentages of which no noun says what they measure: "12 per cent feel safe", "Canada managed 1.37 per cent", "45% for".

In a story about defence a percentage is a figure unless it is a charge, the part of a deal that somebody pays, or a way of
speaking ("100 per cent sure", "half a year").
"""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.observations.indicators import Row
from kordef.builders.observations.phrases import Reading, before, measure_left, next_noun, whole_of
from kordef.builders.observations.plain import is_supposed
from kordef.builders.observations.verbs import change_of
from kordef.document import BlockKind
from kordef.mentions.model import ValueMention
from kordef.vocabulary import Basis

__all__ = ["is_charge", "is_one_of_many", "plain_share"]

_FINANCE = frozenset([
    "price", "prices", "cost", "costs", "sum", "contract", "contracts", "deal", "order", "loan", "instalment", "purchase",
    "value",
    "amount", "bill", "payment", "package", "credit", "advance", "discount", "way", "time", "year", "day", "month", "mile",
    "kilometre", "crew", "distance", "length", "weight", "speed", "range", "altitude", "power", "fuel",
])  # fmt: skip
"""What a share is no figure of: what is paid for one thing, and ways of speaking."""
_ASSURED = frozenset([
    "sure", "certain", "right", "committed", "behind", "safe", "true", "ready", "convinced", "of", "satisfied", "effective",
    "confident", "compatible", "interoperable", "owned", "loyal", "clear",
])  # fmt: skip
_IS = frozenset([
    "is", "are", "was", "were", "has", "have", "had", "do", "did", "say", "said", "think", "want", "would", "feel", "believe",
    "come", "came", "remain", "remained", "lack", "need", "serve", "live", "work", "use", "fail", "failed", "support", "favour",
    "favor", "oppose", "back", "fear", "regard", "see", "trust", "expect", "never", "still",
])  # fmt: skip
"""Verbs by which a part of many is said to be or think something now."""
_STOP = frozenset(
    [",", ";", ":", ".", "(", ")", "—", "–", "while", "whereas", "but", "according", "and", "which", "who"]
)
_LONGEST = 7


def plain_share(
    row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None
) -> Reading | None:
    """A percentage without a measured noun as a share, level or change; ``None`` for a charge or a way of speaking."""
    if is_charge(row, at, next_noun(row, at)) or is_supposed(row):
        return None
    known = [r for r in (*reversed(found), *([last] if last is not None else [])) if r.value.unit == "percent"]
    written = any(c.isdigit() for c in value.exact) or "per" in value.exact.lower().split()
    whole = whole_of(row, at)
    if row.line.kind is BlockKind.TITLE and not written:
        return None
    if whole is None and not written and not known and not is_one_of_many(value.exact):
        return None  # "half a year", "a third party"
    if any(row.word(k) in _FINANCE for k in range(at + 1, at + 3)):
        return None
    if whole is not None and (not _says(row, whole) or any(row.word(k) in _FINANCE for k in range(*whole))):
        return None
    if value.amount.low == 100 == value.amount.high and (row.word(at + 1) in _ASSURED or row.word(at + 2) in _ASSURED):
        return None
    change = change_of(row, at, value)
    if change is not None:
        reading = Reading(at=at, value=value, basis=Basis.CHANGE, sign=change[0], trigger=change[1])
        return reading.like(known[0]) if known else reading
    reading = Reading(at=at, value=value, basis=Basis.SHARE, trigger=at, whole=whole, noun="" if whole else "share")
    if whole is not None:
        return reading
    said = _said(row, at)
    if known and (said is None or row.word(said[0]) not in _IS):
        return reading.like(known[0])
    return Reading(at=at, value=value, basis=Basis.SHARE, trigger=at, measure=said) if said is not None else reading


def is_one_of_many(words: str) -> bool:
    """Whether a share is written as one of so many: "seven in ten", "one out of four", "one in six soldiers"."""
    return " in " in words or " out of " in words


def _says(row: Row, whole: tuple[int, int]) -> bool:
    """Whether a part of many is said to be or do something: "96% of the craft that the army uses are home-made"."""
    verb = next((k for k in range(whole[1], min(len(row.tokens), whole[1] + 8)) if row.word(k) in _IS), None)
    return verb is not None and not any(
        row.word(k) in (",", ";", ":") or row.kind(k) == "value" for k in range(whole[1], verb)
    )


def _said(row: Row, at: int) -> tuple[int, int] | None:
    """The words behind a share that say what is so: "feel safe", "for", "would take up arms themselves"."""
    if before(row, at)[0] >= 0 and row.sense(before(row, at)[0], "level") is not None:
        return None
    end = at + 1
    while end < min(len(row.tokens), at + 1 + _LONGEST) and row.word(end) not in _STOP and row.kind(end) != "value":
        end += 1
    return (at + 1, end) if end > at + 1 and row.kind(at + 1) == "word" else None


def is_charge(row: Row, at: int, noun: int | None) -> bool:
    """Whether a percentage is a duty, an interest rate or a rebate."""
    if noun is not None and row.sense(noun, "charge"):
        return True
    if row.word(at - 1) == "of" and row.word(at - 2) in ("advance", "instalment", "downpayment", "prepayment"):
        return True
    if any(row.sense(k, "charge") for k in range(at + 1, at + 3)) and not row.sense(at - 1, "change"):
        return True
    return any(row.sense(k, "charge") for k in range(max(0, at - 4), at)) and measure_left(row, at) is None
