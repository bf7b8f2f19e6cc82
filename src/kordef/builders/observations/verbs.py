"""The verbs of figures: what rises or falls, what is accounted for, traded or set aside."""

from __future__ import annotations

from attrs import evolve

from kordef.builders.observations.indicators import Row, Sense
from kordef.builders.observations.phrases import (
    STOPS,
    Reading,
    before,
    left,
    phrase,
)
from kordef.mentions.model import ValueMention
from kordef.vocabulary import Basis

__all__ = [
    "BUYS",
    "MODALS",
    "PERFECT",
    "change_of",
    "is_part",
    "is_perfect",
    "is_verb",
    "rise",
    "set_aside",
    "with_measure",
]

BUYS = frozenset([
    "buy", "buys", "buying", "bought", "purchase", "purchases", "purchased", "acquire", "acquires", "acquired", "procure",
])  # fmt: skip
"""Verbs of getting things for money, so that a sum or number beside them is of a deal and no level."""
MODALS = frozenset(["will", "would", "to", "can", "could", "may", "might", "should", "must"])
"""Words before a verb that say that what it tells is to come or may be: "should hit 75,000"."""
PERFECT = frozenset(["has", "have", "had", "’ve", "'ve"])
_PARTS = frozenset([
    "account for", "make up", "represent", "constitute", "comprise", "take up", "eat up", "soak up", "swallow", "swallow up",
    "absorb", "consume",
])  # fmt: skip
_BE = frozenset([
    "has", "have", "had", "been", "be", "was", "were", "is", "are", "already", "also", "being", "will", "would", "to", "set",
])  # fmt: skip
_PUT_BY = frozenset([
    "allocations", "budget", "spending", "funds mobilised", "commitments", "pledges", "contributions", "investment",
])  # fmt: skip


def is_perfect(row: Row, start: int, verb: int) -> bool:
    """Whether a verb is a perfect: "has", "have" or "had" stands before it, from a position on."""
    return any(row.word(k) in PERFECT for k in range(max(0, start), verb))


def set_aside(row: Row, at: int) -> int | None:
    """The verb of spending in the relative clause behind a sum: "the 19 billion crowns which parliament set aside"."""
    behind = at + 4 if row.word(at + 1) == "(" and row.kind(at + 2) == "value" and row.word(at + 3) == ")" else at + 1
    if row.kind(at) == "value" and row.word(behind) in _BE:
        # "4 billion (368 million euros) has been budgeted for 2025"
        k = next((k for k in range(behind + 1, behind + 4) if row.word(k) not in _BE), behind + 4)
        sense = row.sense(k, "spend")
        return k if sense is not None and sense.name in _PUT_BY and sense.form in ("past", "participle") else None
    if row.kind(at) != "value" or row.word(at + 1) not in ("which", "that"):
        return None
    for k in range(at + 2, min(at + 9, len(row.tokens))):
        sense = row.sense(k, "spend", "deal", "flow")
        if sense is not None:
            return k if sense.tag == "spend" and sense.name in _PUT_BY else None
    return None


def change_of(row: Row, at: int, value: ValueMention) -> tuple[int, int] | None:
    """The sign of a change, and the position of the word that says so."""
    behind = rise(row, at + 1) or row.sense(at + 1, "compare", "change")
    if row.word(at + 1) in ("over", "under") and (row.kind(at + 2) == "date" or row.word(at + 2) in ("the", "several")):
        behind = None  # "has decreased by 20 per cent over the past six years"
    if (
        behind is not None
        and behind.sign
        and (behind.tag == "compare" or behind.form.startswith("noun") or behind.name in ("up", "down"))
    ):
        return behind.sign, at + 1
    noun = rise(row, at + 2)
    if noun is not None and row.kind(at + 1) == "word" and row.word(at + 1) not in STOPS:
        return noun.sign, at + 2
    position, preposition = before(row, at)
    if preposition in ("to", "at", "from") or (value.kind == "money" and row.word(at - 1) == "("):
        return None  # "spending decreased (7.9 billion, down 10%)": how much is left
    sense = row.sense(position, "change")
    if sense is not None and sense.sign and preposition != "in" and not value.exact.lower().startswith("short of"):
        return sense.sign, position
    if preposition not in ("by", "to", "at", "from") and row.word(position) in ("was", "is", "were", "are", "been"):
        for k in left(row, at):  # "the growth of exports was about 177 percent"
            noun = row.sense(k, "change")
            if noun is not None and noun.form.startswith("noun") and row.word(k + 1) in ("of", "in"):
                return noun.sign, k
    if preposition == "by":
        for k in left(row, at):
            sense = row.sense(k, "change")
            if sense is not None and sense.sign and not sense.form.startswith("noun"):
                return sense.sign, k
    if value.change and not row.sense(position, "level", "measure") and not value.exact.lower().startswith("short of"):
        return value.change, max(position, 0)
    return None


def rise(row: Row, at: int) -> Sense | None:
    """The noun of a change: "a 67 per cent year-on-year jump"."""
    return next((s for s in row.senses.get(at, ()) if s.tag == "change" and s.form.startswith("noun")), None)


def is_part(row: Row, at: int) -> bool:
    """Whether a number is what somebody accounts for or makes up."""
    position, _ = before(row, at)
    sense = row.sense(position, "level")
    nearest = next(
        (k for k in range(at - 1, max(0, at - 4), -1) if row.kind(k) not in ("word", "actor", "weapon")), at - 4
    )
    parts = any(
        row.word(k) in ("which", "whom", "them") and row.word(k - 1) == "of" for k in range(at - 1, max(0, nearest), -1)
    )
    return parts or (sense is not None and sense.name in _PARTS)


def is_verb(row: Row, at: int) -> bool:
    """Whether a flow's verb is one here, and not a participle beside its noun ("for exported howitzers")."""
    sense = row.sense(at, "flow")
    if sense is None:
        return False
    ahead = row.word(at - 1)
    if sense.form in ("past", "participle"):
        if row.kind(at + 1) == "value" and _is_multiple(row, at + 1):
            return False  # "the number of systems sold doubled"
        return ahead not in ("for", "of", "the", "in", "all", "total", "a", "an", "its", "their")
    return (
        sense.form != "base"
        or ahead in ("to", "and", "will", "would", "can", "could", "may", "must", "should", "also")
        or row.kind(at - 1) == "actor"
    )


def _is_multiple(row: Row, at: int) -> bool:
    value = row.tokens[at].mention
    return isinstance(value, ValueMention) and value.unit == "multiple" and value.exact.endswith("d")


def with_measure(row: Row, reading: Reading, measure: int | None, verb: int | None) -> Reading:
    """A reading with the noun phrase that says what is measured, else the noun of the verb of a flow ("exported")."""
    if measure is not None:
        return evolve(reading, measure=phrase(row, measure), noun="")
    sense = row.sense(verb, "flow") if verb is not None else None
    if sense is not None and verb is not None:
        return evolve(reading, noun=sense.name, trigger=reading.trigger if reading.basis is Basis.CHANGE else verb)
    return reading
