"""Counts that are figures though no verb says so: in a genitive, in a description of a firm, of a gathering, by weight.

"Home to Estonia's 36 howitzers", "a group with some 3,400 employees", "drew 33 nations, up from 20", "a stock of 50 kilograms".
"""

from __future__ import annotations

from attrs import evolve

from kordef.builders.observations.indicators import Row
from kordef.builders.observations.phrases import Reading, before, counts_arms, left, phrase
from kordef.builders.observations.verbs import is_perfect
from kordef.mentions.model import ActorMention, DateMention, ValueMention
from kordef.vocabulary import ActorKind

__all__ = ["DRAWS", "recorded", "told_in_passing", "weighed"]

_STAFF = frozenset(
    ["employees", "staff", "workers", "people", "personnel", "staffers", "engineers", "specialists", "professionals"]
)
_BODIES = frozenset([
    "company", "group", "manufacturer", "maker", "firm", "supplier", "contractor", "producer", "provider", "shipbuilder", "yard",
    "enterprise", "corporation", "conglomerate", "subsidiary", "agency", "institute", "developer", "business", "unit", "division",
    "specialist", "leader", "builder", "organisation", "organization", "shipyard", "integrator",
])  # fmt: skip
"""What is described by how many work for it."""
_COUNTED = frozenset([
    "listed", "recorded", "counted", "identified", "tracked", "surveyed", "examined", "covered", "tallied", "documented",
    "catalogued", "studied", "registered", "logged",
])  # fmt: skip
"""What a page does to what it counts."""
_RANKERS = frozenset([
    "soldiers", "troops", "sailors", "airmen", "personnel", "reservists", "conscripts", "marines", "servicemen", "officers",
    "members", "volunteers", "guardsmen",
])  # fmt: skip
_SERVICES = frozenset(
    ["army", "navy", "service", "force", "forces", "corps", "guard", "military", "marines", "reserve"]
)
_STAFFS = frozenset(["staff", "workforce", "payroll", "headcount"])
_FIRMS = (ActorKind.COMPANY, ActorKind.RESEARCH_INSTITUTE)
DRAWS = frozenset([
    "drew", "draws", "attracted", "attracts", "gathered", "gathers", "assembled", "united", "mustered", "welcomed", "hosted",
])  # fmt: skip
_MEETINGS = frozenset([
    "exercise", "exercises", "edition", "drill", "drills", "manoeuvres", "maneuvers", "show", "exhibition", "fair", "conference",
    "seminar", "symposium", "forum", "summit", "dialogue", "congress", "event", "airshow", "competition", "wargame",
])  # fmt: skip
_PRESENT = frozenset(
    ["nation", "nations", "country", "countries", "state", "states", "navies", "armies", "delegations", "exhibitors"]
)
_COMPARES = frozenset(["up", "down", "compared", "against", "versus"])
_UNHELD = frozenset([
    "new", "planned", "future", "ordered", "additional", "remaining", "first", "second-hand", "proposed", "next", "more",
    "further", "promised", "pledged", "requested", "surplus", "donated", "retired", "old", "former", "lost", "deployed",
])  # fmt: skip
"""What is said of things that somebody does not hold, or not any more."""
_CONSUMED = frozenset(["missiles", "drones", "rockets", "shells", "rounds", "bombs", "torpedoes", "mines", "munitions"])
"""What is fired or sailed out in a number of its own."""
_STATES = frozenset([
    "are", "were", "is", "have", "had", "give", "gave", "make", "made", "form", "formed", "remain", "remained", "serve", "need",
    "constitute", "represent", "date", "average", "belong",
])  # fmt: skip
_UNDONE = frozenset([
    "deploy", "deployed", "deploys", "stationed", "sent", "send", "sends", "donated", "donate", "dispatch", "dispatched",
    "order", "orders", "ordered", "deal", "contract", "purchase", "acquisition", "delivery", "deliveries", "requirement",
    "bid", "tender", "request", "plan", "plans", "programme", "program", "sale", "offer", "build", "building", "built",
    "production", "cost", "costs", "option", "options", "lost", "destroyed", "retired", "scrapped", "approved", "cleared",
    "signed", "agreed", "bought", "sold", "arrived", "arrive", "arriving", "delivered", "receive", "received",
])  # fmt: skip
"""Words of sentences in which a genitive counts what is sold, sent or lost, and not what is held."""
_NUMBERS = frozenset(["has", "had", "have", "counted", "counts", "numbered", "numbers", "comprised", "comprises"])
"""Verbs of how strong a service is."""


def told_in_passing(row: Row, at: int, value: ValueMention) -> Reading | None:
    """A count of which no verb says that somebody has it, ``None`` for all others."""
    return (
        _owned(row, at, value)
        or _aside(row, at, value)
        or _manned(row, at, value)
        or _staffed(row, at, value)
        or _attended(row, at, value)
        or _turned_out(row, at, value)
    )


def weighed(row: Row, at: int, value: ValueMention) -> Reading | None:
    """Stocks by weight: "stockpiles of 2,500 to 5,000 tonnes of agents", "its stock of plutonium at 50 kilograms"."""
    if value.kind != "mass" or value.per is not None:
        return None
    for k in left(row, at, 10):
        sense = row.sense(k, "measure")
        if sense is not None and sense.name == "stock":
            return Reading(at=at, value=value, trigger=k, holder=True, measure=phrase(row, k))
        if row.kind(k) == "value" or row.sense(k, "deal"):
            return None
    return None


def recorded(row: Row, at: int, value: ValueMention) -> Reading | None:
    """Parts of what a page counts, and the whole: "six of the 11 ships listed", "three of the 40 transfers recorded"."""
    if value.kind != "count":
        return None
    whole = at
    if row.word(at + 1) == "of":
        whole = next((k for k in range(at + 2, min(at + 4, len(row.tokens))) if row.kind(k) == "value"), -1)
    elif not (row.word(at - 1) in ("the", "all") and row.word(at - 2) == "of" and row.kind(at - 3) == "value"):
        return None
    if whole < 0:
        return None
    for k in range(whole + 1, min(len(row.tokens), whole + 4)):
        if row.word(k) in _COUNTED:
            return Reading(at=at, value=value, trigger=k, noun=f"number {row.word(k)}", holder=True)
        if row.kind(k) not in ("word", "weapon"):
            return None
    return None


def _turned_out(row: Row, at: int, value: ValueMention) -> Reading | None:
    """All that a firm has made of a thing: "has built more than 220 units of the system", "has so far produced 1,700 guns"."""
    position, preposition = before(row, at)
    verb = row.start_of(position)
    sense = row.sense(verb, "flow")
    if preposition or value.kind != "count" or sense is None or sense.name != "production":
        return None
    if sense.form == "ing" or not is_perfect(row, verb - 4, verb):
        return None
    nouns = (value.noun or "").lower().split()
    units = bool(nouns) and nouns[-1] in ("units", "copies", "examples", "pieces", "systems")
    named = any(row.kind(k) == "weapon" for k in range(at, min(len(row.tokens), at + 6)))
    if not ((units and named) or counts_arms(row, at, value)):
        return None
    if any(row.sense(k, "deal") for k in range(max(0, verb - 6), verb)):
        return None
    return Reading(at=at, value=value, trigger=verb, noun=f"number {row.word(verb)}", holder=True)


def _owned(row: Row, at: int, value: ValueMention) -> Reading | None:
    """Arms that a genitive gives to a state: "home to Estonia's 36 K9s", "Portugal's 37 Leopard 2 tanks"."""
    position, preposition = before(row, at)
    if value.kind != "count" or preposition or row.word(position) not in ("'s", "’s", "'", "’"):
        return None
    owner = row.tokens[position - 1].mention if position else None
    if not isinstance(owner, ActorMention) or owner.kind is not ActorKind.STATE:
        return None
    if row.word(position - 2) == "of" and row.kind(position - 3) != "word":
        return None  # "only 12 of Poland's 48 have arrived"
    nouns = (value.noun or "").lower().split()
    if not counts_arms(row, at, value) or _UNHELD.intersection(nouns):
        return None
    if any(noun.startswith("ex-") or noun in _CONSUMED for noun in nouns) or (
        position < 3 and not _is_described(row, at)
    ):
        return None
    following = {row.word(k) for k in range(at + 1, min(at + 4, len(row.tokens)))}
    if following & _UNHELD:
        return None
    if not _UNDONE.isdisjoint(row.words) or any(row.sense(k, "deal") for k in range(at)):
        return None
    return Reading(at=at, value=value, trigger=position, noun="number held", holder=True)


def _is_described(row: Row, at: int) -> bool:
    """Whether things that begin a sentence do nothing in it but be there: "Romania's 54 launchers give it the largest fleet"."""
    for k in range(at + 1, min(at + 8, len(row.tokens))):
        if row.word(k) in _STATES:
            return True
        if row.kind(k) not in ("word", "weapon") or row.word(k) in ("of", "in", "at", "on", "from"):
            return False
    return False


def _aside(row: Row, at: int, value: ValueMention) -> Reading | None:
    """Arms that an aside gives to a state: "Lithuania, with 16 PzH 2000s, will host"."""
    if row.word(at - 1) != "with" or row.word(at - 2) != "," or value.kind != "count":
        return None
    owner = row.tokens[at - 3].mention if at >= 3 else None
    if not isinstance(owner, ActorMention) or owner.kind is not ActorKind.STATE or at > 6:
        return None
    nouns = (value.noun or "").lower().split()
    if not counts_arms(row, at, value) or _UNHELD.intersection(nouns):
        return None
    closed = next((k for k in range(at + 1, min(at + 6, len(row.tokens))) if row.word(k) == ","), None)
    if closed is None or any(row.word(k) in _UNDONE or row.sense(k, "deal") for k in range(at + 1, closed)):
        return None
    return Reading(at=at, value=value, trigger=at - 1, noun="number held", holder=True)


def _manned(row: Row, at: int, value: ValueMention) -> Reading | None:
    """The strength of a service by its own verb: "the Bundeswehr counted 182,000 soldiers", "the navy has 1,094 sailors"."""
    position, preposition = before(row, at)
    nouns = (value.noun or "").lower().split()
    if value.kind != "persons" or preposition or not nouns or nouns[-1] not in _RANKERS:
        return None
    if row.word(position) not in _NUMBERS:
        return None
    force = row.tokens[position - 1].mention if position else None
    service = isinstance(force, ActorMention) and force.kind is ActorKind.MILITARY_UNIT
    if not (service or row.word(position - 1) in _SERVICES):
        return None
    if row.word(at + 1) in ("in", "at", "on", "to", "near", "stationed", "deployed", "aboard", "for", "there", "from"):
        if row.kind(at + 2) != "date":
            return None
    return Reading(at=at, value=value, trigger=position, measure=(at, at + 1))


def _staffed(row: Row, at: int, value: ValueMention) -> Reading | None:
    """How many work for a firm that a sentence describes: "is a defence group with around 20,000 employees"."""
    position, preposition = before(row, at)
    staff = row.word(position) in _STAFFS and preposition == "of" and value.noun is None
    nouns = (value.noun or "").lower().split()
    if not staff and (preposition not in ("with", "of") or not (nouns and nouns[-1] in _STAFF)):
        return None
    if staff and row.word(position - 1) not in ("a", "an", "its", "total", "the"):
        return None
    ahead = left(row, at)
    described = any(row.word(k) in _BODIES for k in ahead)
    firm = any(isinstance(m := t.mention, ActorMention) and m.kind in _FIRMS for t in row.tokens[:at])
    if not (described or firm) or any(row.sense(k, "deal") for k in ahead):
        return None
    reading = Reading(at=at, value=value, trigger=at, measure=(at, at + 1))
    return evolve(reading, measure=None, noun="workforce") if staff else reading


def _attended(row: Row, at: int, value: ValueMention) -> Reading | None:
    """How many came to an exercise or fair, where the years are compared: "drew 33 nations in 2023, up from 20 in 2014"."""
    position, preposition = before(row, at)
    nouns = (value.noun or "").lower().split()
    if preposition == "from" and row.word(position) not in DRAWS:
        position = next((k for k in range(position, max(-1, position - 3), -1) if row.word(k) in DRAWS), position)
    elif preposition:
        return None
    if row.word(position) not in DRAWS or not (nouns and (nouns[-1] in _PRESENT or value.kind == "persons")):
        return None
    if not any(row.word(k) in _MEETINGS for k in range(position)) and row.word(position) not in ("drew", "attracted"):
        return None
    later = range(at + 1, min(len(row.tokens), at + 12))
    compared = any(
        row.word(k) in _COMPARES and any(row.kind(j) == "value" for j in range(k + 1, min(k + 5, len(row.tokens))))
        for k in later
    )
    dated = any(isinstance(row.tokens[k].mention, DateMention) for k in later)
    if not (compared and dated):
        return None
    return Reading(at=at, value=value, trigger=position, measure=(at, at + 1))
