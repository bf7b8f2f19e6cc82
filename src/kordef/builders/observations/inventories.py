"""Arms and people that are counted where they are: what exists, what can take off, what a fleet has, how many more than before.

"Some 12,100 warheads existed in January", "with 370 ships China's navy is the largest", "only 58 of the 109 jets could fly",
"eight frigates, two destroyers and four boats", "2,000 more than a year before".
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from kordef.builders.observations.indicators import Row, is_arms
from kordef.builders.observations.phrases import Reading, before, counts, counts_arms, left, phrase, stated_number
from kordef.mentions.model import ValueMention
from kordef.vocabulary import Basis

__all__ = ["ARSENAL", "inventoried", "more_than_before"]


_WARHEADS = frozenset(["warhead", "warheads"])
_NUCLEAR_ARMS = _WARHEADS | {"nuclear"}
ARSENAL = "nuclear warheads"
"""What is counted where nuclear warheads are."""
_NUCLEAR = frozenset(["nuclear", "atomic"])
_ABLE = frozenset(["could", "can"])
_FIT = frozenset([
    "fly", "take", "sail", "start", "fight", "move", "go", "shoot", "fire", "be", "put", "operate", "leave", "swim",
])  # fmt: skip
_READY = frozenset([
    "ready", "operational", "serviceable", "airworthy", "seaworthy", "available", "fit", "usable", "deployable",
    "mission-capable", "filled", "manned", "staffed", "occupied",
])  # fmt: skip
_BE = frozenset([
    "was", "were", "is", "are", "stood", "counted", "considered", "deemed", "reported", "fully", "now", "actually",
    "still",
])  # fmt: skip
_BEST = frozenset(["largest", "biggest", "smallest", "strongest", "second", "third", "fourth", "most"])
_GREATER = {"more": 1, "fewer": -1, "less": -1, "higher": 1, "lower": -1}
_EARLIER = frozenset(["before", "earlier", "previously", "ago"])

_LISTED = 10


def inventoried(
    row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None
) -> Reading | None:
    """A number of arms or people as a figure by what is said of it; ``None`` where nothing is."""
    if value.kind not in ("count", "persons"):
        return None
    return (
        _warheads(row, at, value, found, last)
        or _able(row, at, value)
        or _strongest(row, at, value)
        or _listed(row, at, value, found)
        or _losses(row, at, value)
        or _backbone(row, at, value)
        or _makers(row, at, value)
        or _fired(row, at, value)
        or _apposed(row, at, value)
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
    reading = Reading(at=at, value=evolve(value, additional=False), basis=Basis.CHANGE, sign=sign, trigger=word)
    return evolve(reading.like(previous), holder=previous.holder)


def _warheads(row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None) -> Reading | None:
    """Nuclear warheads are never sold or given: a number of them is one of what there is."""
    words = set((value.noun or "").lower().split())
    if not _WARHEADS & words and not (value.noun is None and row.word(at + 1) in _NUCLEAR_ARMS):
        return _more_warheads(row, at, value, found, last)
    if _NUCLEAR.isdisjoint(words) and _NUCLEAR.isdisjoint(row.words):
        return None  # "a missile with a unitary warhead"
    if row.word(at - 1) == "the" and at > 3:
        return None
    return Reading(at=at, value=value, trigger=at, noun=ARSENAL, holder=True)


def _more_warheads(
    row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None
) -> Reading | None:
    """A bare number that goes on with those of warheads: "about 9,614 were in stockpiles", "for India 180, for Pakistan 170"."""
    previous = found[-1] if found else last
    stated = stated_number(value)
    if previous is None or previous.noun != ARSENAL or stated is None or stated < _SEVERAL or value.unit != "item":
        return None
    if value.noun is not None or value.per is not None or any(row.sense(k, "deal") for k in range(len(row.tokens))):
        return None
    if not found and not any(row.kind(k) == "actor" for k in range(at)):
        return None
    return evolve(Reading(at=at, value=value, trigger=at, holder=True), noun=ARSENAL, borrowed=True)


def _able(row: Row, at: int, value: ValueMention) -> Reading | None:
    """How many of a stock are fit: "58 of the 109 Eurofighters could take off", "of 33 helicopters 12 were ready"."""
    whole = row.word(at + 1) == "of" and row.kind(_past_owner(row, at + 2)) == "value"
    opened = row.word(0) == "of" and any(row.kind(k) == "value" for k in range(1, min(5, at)))
    if opened and any(row.kind(k) == "value" for k in range(5, at)):
        opened = False
    if (value.noun is not None and not counts_arms(row, at, value)) or not (whole or opened):
        return None
    for k in range(at + 1, min(len(row.tokens), at + 12)):
        if row.word(k) in _ABLE and row.word(k + 1) in _FIT:
            return Reading(at=at, value=value, trigger=k, noun="readiness", holder=True)
        if row.word(k) in _READY and row.word(k - 1) in _BE | {"for"}:
            return Reading(at=at, value=value, trigger=k, noun="readiness", holder=True)
        if row.word(k) in (";", ",", ":") or row.sense(k, "deal"):
            return None
    return None


def _past_owner(row: Row, at: int) -> int:
    """The place behind an article or an owner: "the | 109", "Canada's | 76", "the Luftwaffe's | 140"."""
    at += row.word(at) in ("the", "its", "their", "all")
    owned = row.kind(at) == "actor" and row.word(at + 1) in ("'s", "’s")
    return at + 2 if owned else at


def _strongest(row: Row, at: int, value: ValueMention) -> Reading | None:
    """ "With 370 ships China's navy is the largest in the world"."""
    if row.word(0) != "with" or at > 4 or not (counts_arms(row, at, value) or counts(row, at, value, "forces", "job")):
        return None
    behind = range(at + 1, min(len(row.tokens), at + 16))
    ranked = next((k for k in behind if row.word(k) in _BEST and row.word(k - 1) == "the"), None)
    if ranked is None or not any(row.word(k) in ("is", "was", "has", "remains") for k in behind):
        return None
    return Reading(at=at, value=value, trigger=at, measure=(at, at + 1), holder=True)


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
    return Reading(at=at, value=value, trigger=noun, noun="losses", holder=True)


_ALL_THERE_IS = frozenset([
    "make", "makes", "form", "constitute", "remain", "remained", "serve", "sail", "float", "lie", "lay", "rust", "swim", "stand",
])  # fmt: skip
_LEFT = frozenset(["left", "all", "active", "afloat", "docked"])


def _backbone(row: Row, at: int, value: ValueMention) -> Reading | None:
    """What a fleet consists of: "Sixteen frigates, nine corvettes and thirteen boats make up its backbone"."""
    if not counts_arms(row, at, value) or any(
        row.kind(k) not in ("value", "weapon")
        and row.word(k) not in (",", "and", "some", "about")
        and not is_arms(row.word(k))
        for k in range(at)
    ):
        return None
    end = at + 1
    while end < min(len(row.tokens), at + 16) and (
        row.kind(end) in ("value", "weapon") or row.word(end) in (",", "and") or is_arms(row.word(end))
    ):
        end += 1
    up = row.word(end) in ("make", "makes") and row.word(end + 1) == "up"
    here = row.word(end) in _ALL_THERE_IS and row.word(end) not in ("make", "makes")
    all_left = row.word(end) in ("are", "is") and row.word(end + 1) in _LEFT
    if not (up or here or all_left) or any(row.sense(k, "deal") for k in range(end, min(len(row.tokens), end + 8))):
        return None
    return Reading(at=at, value=value, trigger=end, measure=(at, at + 1), holder=True)


_MAKERS = frozenset([
    "firms", "companies", "makers", "manufacturers", "producers", "suppliers", "subcontractors", "workshops", "start-ups",
    "startups", "factories", "plants", "enterprises", "yards",
])  # fmt: skip
_DO = frozenset(
    ["are", "work", "operate", "exist", "make", "produce", "compete", "belong", "supply", "employ", "live", "build"]
)


def _makers(row: Row, at: int, value: ValueMention) -> Reading | None:
    """How many are in a trade: "some 160 makers are in the business", "500 firms produce drones"."""
    noun = (value.noun or "").lower().split()
    if not noun or noun[-1] not in _MAKERS or row.word(at + 1) not in _DO or at > 6:
        return None
    if (
        value.amount.low is None
        or value.amount.low < _SEVERAL
        or row.word(at - 1) in ("the", "these", "those", "both", "all")
    ):
        return None
    if any(row.sense(k, "deal") for k in range(len(row.tokens))):
        return None
    return Reading(at=at, value=value, trigger=at, measure=(at, at + 1), holder=True)


_SEVERAL = Decimal(10)
_SHOTS = Decimal(100)
_FIRED = frozenset(["fired", "launched", "hurled", "lobbed", "sent", "loosed"])


def _fired(row: Row, at: int, value: ValueMention) -> Reading | None:
    """What was fired at somebody: "Russia fired 5,337 drones at Ukraine in June", "of 550 missiles that Iran sent westwards"."""
    stated = stated_number(value)
    if stated is None or stated < _SHOTS or not counts_arms(row, at, value):
        return None
    verb, preposition = before(row, at)
    behind = range(at + 1, min(len(row.tokens), at + 7))
    if row.word(verb) in _FIRED - {"sent"} and not preposition:
        aimed = any(
            row.word(k) in ("at", "against", "on", "into") and row.kind(k + 1) in ("actor", "word") for k in behind
        )
        return Reading(at=at, value=value, trigger=verb, noun="fired", holder=True) if aimed else None
    told = next((k for k in behind if row.word(k) in _FIRED), None)
    if told is None or not any(row.word(k) in ("that", "which") for k in range(at + 1, told)):
        return None
    aimed = row.word(told + 1) in ("at", "against", "on", "into", "westwards", "eastwards", "towards", "over")
    return Reading(at=at, value=value, trigger=told, noun="fired", holder=True) if aimed else None


def _apposed(row: Row, at: int, value: ValueMention) -> Reading | None:
    """A number between commas behind what it is the size of: "the wartime strength of the army, 280,000, stays as it is"."""
    if value.noun is not None or row.word(at - 1) != "," or row.word(at + 1) not in (",", "."):
        return None
    for k in range(at - 2, max(-1, at - 10), -1):
        sense = row.sense(k, "measure")
        if sense is not None and sense.name == "stock":
            return Reading(at=at, value=value, trigger=k, measure=phrase(row, k), holder=True)
        if row.kind(k) == "value" or row.word(k) in (",", ";", ":"):
            return None
    return None
