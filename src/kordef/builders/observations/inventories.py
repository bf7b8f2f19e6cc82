"""Arms and people that are counted where they are: what exists, what can take off, what a fleet has, how many more than before.

"Some 12,100 warheads existed in January", "with 370 ships China's navy is the largest", "only 58 of the 109 jets could fly",
"eight frigates, two destroyers and four boats", "2,000 more than a year before".
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.observations.indicators import Row, is_arms
from kordef.builders.observations.phrases import Reading, before, counts, counts_arms, left
from kordef.mentions.model import ValueMention
from kordef.vocabulary import Basis

__all__ = ["inventoried", "more_than_before"]


_WARHEADS = frozenset(["warhead", "warheads"])
_NUCLEAR = frozenset(["nuclear", "atomic"])
_ABLE = frozenset(["could", "can"])
_FIT = frozenset([
    "fly", "take", "sail", "start", "fight", "move", "go", "shoot", "fire", "be", "put", "operate", "leave", "swim",
])  # fmt: skip
_READY = frozenset(
    [
        "ready",
        "operational",
        "serviceable",
        "airworthy",
        "seaworthy",
        "available",
        "fit",
        "usable",
        "deployable",
        "mission-capable",
    ]
)
_BE = frozenset(
    [
        "was",
        "were",
        "is",
        "are",
        "stood",
        "counted",
        "considered",
        "deemed",
        "reported",
        "fully",
        "now",
        "actually",
        "still",
    ]
)
_BEST = frozenset(["largest", "biggest", "smallest", "strongest", "second", "third", "fourth", "most"])
_GREATER = {"more": 1, "fewer": -1, "less": -1, "higher": 1, "lower": -1}
_EARLIER = frozenset(["before", "earlier", "previously", "ago"])

_LISTED = 10


def inventoried(row: Row, at: int, value: ValueMention, found: Sequence[Reading]) -> Reading | None:
    """A number of arms or people as a figure by what is said of it; ``None`` where nothing is."""
    if value.kind not in ("count", "persons"):
        return None
    return (
        _warheads(row, at, value)
        or _able(row, at, value)
        or _strongest(row, at, value)
        or _listed(row, at, value, found)
        or _losses(row, at, value)
    )


def more_than_before(
    row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None
) -> Reading | None:
    """By how many more or fewer there are: "182,000 soldiers, 2,000 more than a year before"."""
    word = at + 1 if row.word(at + 1) in _GREATER else at
    if value.kind not in ("count", "persons"):
        return None
    sign = _GREATER.get(row.word(word)) or _GREATER.get(value.exact.lower().split()[-1])
    if sign is None or row.word(word + 1) != "than":
        return None
    behind = range(word + 2, min(len(row.tokens), word + 7))
    dated = any(row.kind(k) == "date" or row.word(k) in _EARLIER for k in behind)
    previous = found[-1] if found else last
    if not dated or previous is None or previous.value.kind not in ("count", "persons"):
        return None
    if value.noun is None and value.kind != previous.value.kind:
        value = evolve(value, kind=previous.value.kind, unit=previous.value.unit)
    reading = Reading(at=at, value=evolve(value, additional=False), basis=Basis.CHANGE, sign=sign, trigger=word)
    return evolve(reading.like(previous), holder=previous.holder)


def _warheads(row: Row, at: int, value: ValueMention) -> Reading | None:
    """Nuclear warheads are never sold or given: a number of them is one of what there is."""
    words = set((value.noun or "").lower().split())
    if not _WARHEADS & words and not (value.noun is None and row.word(at + 1) in _WARHEADS | {"nuclear"}):
        if value.noun is not None or row.word(0) != "of" or not _WARHEADS.intersection(row.words):
            return None
        if row.kind(at + 1) == "value" or value.per is not None:
            return None
    if _NUCLEAR.isdisjoint(words) and _NUCLEAR.isdisjoint(row.words):
        return None  # "a missile with a unitary warhead"
    if row.word(at - 1) == "the" and at > 3:
        return None
    return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=at, noun="nuclear warheads", holder=True)


def _able(row: Row, at: int, value: ValueMention) -> Reading | None:
    """How many of a stock are fit: "58 of the 109 Eurofighters could take off", "of 33 helicopters 12 were ready"."""
    whole = row.word(at + 1) == "of" and row.kind(at + 2 + (row.word(at + 2) in ("the", "its", "all"))) == "value"
    opened = row.word(0) == "of" and any(row.kind(k) == "value" for k in range(1, min(5, at)))
    if opened and any(row.kind(k) == "value" for k in range(5, at)):
        opened = False
    if (value.noun is not None and not counts_arms(row, at, value)) or not (whole or opened):
        return None
    for k in range(at + 1, min(len(row.tokens), at + 12)):
        if row.word(k) in _ABLE and row.word(k + 1) in _FIT:
            return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=k, noun="readiness", holder=True)
        if row.word(k) in _READY and row.word(k - 1) in _BE | {"for"}:
            return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=k, noun="readiness", holder=True)
        if row.word(k) in (";", ",", ":") or row.sense(k, "deal"):
            return None
    return None


def _strongest(row: Row, at: int, value: ValueMention) -> Reading | None:
    """ "With 370 ships China's navy is the largest in the world"."""
    if row.word(0) != "with" or at > 4 or not (counts_arms(row, at, value) or counts(row, at, value, "forces", "job")):
        return None
    behind = range(at + 1, min(len(row.tokens), at + 16))
    ranked = next((k for k in behind if row.word(k) in _BEST and row.word(k - 1) == "the"), None)
    if ranked is None or not any(row.word(k) in ("is", "was", "has", "remains") for k in behind):
        return None
    return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=at, measure=(at, at + 1), holder=True)


def _listed(row: Row, at: int, value: ValueMention, found: Sequence[Reading]) -> Reading | None:
    """The next things of a list of what somebody has: "operates eight frigates, two destroyers and four submarines"."""
    previous = found[-1] if found else None
    if previous is None or not previous.holder or previous.value.kind != "count" or not counts_arms(row, at, value):
        return None
    if row.sense(previous.trigger, "hold", "held") is None and previous.noun != "losses":
        return None
    gap = range(previous.at + 1, at)
    joined = row.word(at - 1) in ("and", ",", "plus") or row.word(at - 2) in ("and", ",", "plus")
    if not joined or len(gap) > _LISTED or previous.trigger > previous.at:
        return None
    for k in gap:
        if row.kind(k) not in ("weapon", "word", "mark") or row.word(k) in (";", ":", "(", "which", "while", "but"):
            return None
        if row.sense(k, "deal", "change", "level", "hold", "flow", "spend") is not None and not is_arms(row.word(k)):
            return None
    return evolve(previous, at=at, value=value, borrowed=True)


def _losses(row: Row, at: int, value: ValueMention) -> Reading | None:
    """ "Puts Russian losses since 2022 at 10,700 tanks"."""
    _, preposition = before(row, at)
    if preposition not in ("at", "to") or not (counts_arms(row, at, value) or value.kind == "persons"):
        return None
    noun = next((k for k in left(row, at, 14) if row.word(k) in ("losses", "casualties")), None)
    if noun is None:
        return None
    return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=noun, noun="losses", holder=True)
