"""Counts of what has been done: people trained, ships escorted, things turned out by a scheme, lost or handed over."""

from __future__ import annotations

from kordef.builders.observations.indicators import Row
from kordef.builders.observations.phrases import (
    Reading,
    before,
    counts_arms,
    left,
    phrase,
)
from kordef.mentions.model import ValueMention
from kordef.vocabulary import Basis

__all__ = [
    "achieved",
    "by_scheme",
    "flown",
    "handed_over",
    "is_trained",
    "lost",
    "marked",
    "passed_training",
    "trained",
]

_LOSING = frozenset(["lost", "loses", "losing"])
_LOSSES = frozenset(["lost", "destroyed", "damaged", "abandoned", "captured", "shot"])
_PASSIVE = frozenset(["has", "have", "had", "been", "were", "was", "are", "is", "already", "so", "far", "or"])
_AT_HOME = frozenset(["the", "service", "country", "place", "theatre", "hand"])
_DEEDS = frozenset([
    "escorted", "trained", "intercepted", "inspected", "protected", "rescued", "evacuated", "cleared", "flown", "scrambled",
    "conducted", "carried", "patrolled", "boarded", "treated", "neutralised", "neutralized", "hosted", "completed",
])  # fmt: skip
_DOWN = frozenset(["brought", "shot"])
_OFTEN = frozenset(["scrambled", "flew", "sortied", "deployed", "intervened", "intercepted", "sailed"])
_ALREADY = frozenset(["by", "then", "now", "already", "so", "far", "also", "since"])
_SO_FAR = frozenset(["far", "date", "altogether", "then", "now", "already"])
_SCHEMES = frozenset([
    "initiative", "programme", "program", "scheme", "coalition", "plant", "factory", "industry", "mission", "project",
    "consortium",
])  # fmt: skip
_COURSES = frozenset(["course", "courses", "training", "instruction", "drills", "programme", "program"])
_ARRIVED = frozenset(["delivered", "handed", "shipped", "supplied", "arrived", "sent", "transferred", "provided"])


def trained(row: Row, at: int, value: ValueMention) -> Reading | None:
    """People put through training: "has put more than 56,000 Ukrainians through courses"."""
    behind = at + 1
    while behind < len(row.tokens) and row.tokens[behind].start < value.end:
        behind += 1  # the name in "56,000 Ukrainians" is a token of its own
    if row.word(behind) != "through" or (value.kind != "persons" and value.noun is None):
        return None
    position, preposition = before(row, at)
    taught = any(row.word(k) in _COURSES for k in range(behind + 1, min(behind + 5, len(row.tokens))))
    if (
        preposition
        or not taught
        or row.word(position) not in ("put", "puts", "putting", "pass", "passed", "run", "ran")
    ):
        return None
    return Reading(at=at, value=value, trigger=position, noun="trained")


def achieved(row: Row, at: int, value: ValueMention) -> Reading | None:
    """What forces have done in all: "since 2009 the unit has escorted 40,000 ships", "has flown 300 sorties so far"."""
    position, preposition = before(row, at)
    deed = position - 1 if row.word(position) == "down" else position
    if row.word(deed) not in (_DOWN if deed < position else _DEEDS) or preposition:
        return None
    start = deed
    while row.word(start - 1) in _ALREADY:
        start -= 1
    joined = row.word(start - 1) == "and" and any(row.word(k) in _DEEDS for k in range(max(0, start - 9), start - 1))
    if row.word(start - 1) not in ("has", "have", "had") and not joined:
        return None
    whole = any(t.text in _SO_FAR or t.text.lower().startswith("since") for t in row.tokens)
    done = f"{value.noun or 'number'} {' '.join(row.word(k) for k in range(deed, position + 1))}"
    return Reading(at=at, value=value, trigger=deed, noun=done) if whole else None


def flown(row: Row, at: int, value: ValueMention) -> Reading | None:
    """How often something was done in a time: "jets scrambled more than 400 times in 2024"."""
    position, preposition = before(row, at)
    dated = any(row.kind(k) == "date" for k in range(len(row.tokens)))
    if preposition or row.word(position) not in _OFTEN or not value.exact.endswith(" times") or not dated:
        return None
    return Reading(at=at, value=value, trigger=position, noun=f"times {row.word(position)}")


def passed_training(row: Row, at: int, value: ValueMention) -> Reading | None:
    """People who have been trained: "more than 34,000 soldiers have already been trained", "975 pilots are trained"."""
    if value.kind != "persons":
        return None
    for k in range(at + 1, min(len(row.tokens), at + 12)):
        if row.word(k) in ("trained", "graduated"):
            passive = row.word(k - 1) in ("been", "are", "were") or row.word(k - 1) in ("have", "had")
            return Reading(at=at, value=value, trigger=k, noun="trained") if passive else None
        if row.word(k) in (";", "which", "who", "to", "will", "would") or row.word(k) == ".":
            return None
    return None


def marked(row: Row, at: int, value: ValueMention) -> Reading | None:
    """ "Has passed the mark of 70,000 soldiers", "crossed the 1,000-vehicle mark"."""
    if row.word(at - 1) != "of" or row.word(at - 2) not in ("mark", "milestone"):
        return None
    verb = next((k for k in left(row, at - 2, 4) if row.sense(k, "level")), None)
    if verb is None:
        return None
    counted = value.noun or (row.tokens[at + 1].text if row.kind(at + 1) == "weapon" else "number")
    return Reading(at=at, value=value, trigger=verb, noun=counted)


def by_scheme(row: Row, at: int, value: ValueMention) -> Reading | None:
    """What a joint scheme, plant or industry has turned out: "the initiative delivered 1.5 million shells in 2024"."""
    position, preposition = before(row, at)
    sense = row.sense(position, "flow")
    if sense is None or preposition or sense.form not in ("past", "participle", "third"):
        return None
    doer = position - 1
    while row.word(doer) in ("has", "have", "had", "already", "so", "far", "also"):
        doer -= 1
    if row.word(doer) not in _SCHEMES:
        return None
    return Reading(
        at=at, value=value, basis=Basis.LEVEL, trigger=position, noun=f"{value.noun or ''} {sense.name}".strip()
    )


_MISHAPS = frozenset(["exercise", "drill", "accident", "crash", "collision", "training", "fire"])
"""In which single things are damaged."""


def lost(row: Row, at: int, value: ValueMention) -> Reading | None:
    """Losses: "has lost 89 tanks", "of 31 Abrams sent, 20 have been lost", "losses passed 4,000 tanks"."""
    position, preposition = before(row, at)
    arms = counts_arms(row, at, value)
    if arms and not preposition and row.word(position) in _LOSING:
        return Reading(at=at, value=value, trigger=position, noun="losses", holder=True)
    if arms and row.sense(position, "level", "change"):
        for k in left(row, position, 4):
            if row.word(k) in ("losses", "attrition"):
                return Reading(at=at, value=value, trigger=k, holder=True, measure=phrase(row, k))
    if not _MISHAPS.isdisjoint(row.words):
        return None
    if not (arms or (value.noun is None and value.kind == "count" and row.word(0) == "of")):
        return None
    for k in range(at + 1, min(at + 7, len(row.tokens))):
        if row.word(k) in _LOSSES:
            return Reading(at=at, value=value, trigger=k, noun="losses", holder=True)
        if row.kind(k) != "weapon" and row.word(k) not in _PASSIVE and row.tokens[k].start >= value.end:
            return None
    return None


def handed_over(row: Row, at: int, value: ValueMention) -> Reading | None:
    """How many of a number have come: "Of the million rounds that it promised, 524,000 had been handed over"."""
    if value.noun is not None or row.word(0) != "of" or row.word(at - 1) not in (",", "about", "some", "only", "just"):
        return None
    whole = next((k for k in range(1, 4) if row.kind(k) == "value"), None)
    if whole is None or whole >= at:
        return None
    for k in range(at + 1, min(at + 5, len(row.tokens))):
        if row.word(k) in _ARRIVED or (row.word(k) == "in" and row.word(k + 1) in _AT_HOME):
            return Reading(at=at, value=value, trigger=k, noun="deliveries", holder=True)
        if row.word(k) not in ("has", "have", "had", "been", "so", "far", "were", "was", "are", "already", "now"):
            return None
    return None


def is_trained(row: Row, at: int) -> bool:
    """Whether operators are persons under instruction: "training of 68 operators"."""
    return any(row.word(k) in _COURSES or row.word(k).startswith("train") for k in range(max(0, at - 4), at))
