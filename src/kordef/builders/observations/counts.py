"""Counts that are figures: what somebody holds, who uses a thing, jobs and forces, totals, and what recurs."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.grammar.verbs import group_before
from kordef.builders.observations.deeds import (
    achieved,
    by_scheme,
    flown,
    handed_over,
    is_trained,
    lost,
    marked,
    passed_training,
    trained,
)
from kordef.builders.observations.indicators import Row
from kordef.builders.observations.passing import recorded, told_in_passing, weighed
from kordef.builders.observations.phrases import (
    Reading,
    before,
    counts,
    counts_arms,
    is_head,
    is_label,
    left,
    measure_told,
    phrase,
    right,
)
from kordef.builders.observations.progress import progressed
from kordef.builders.observations.totals import summed
from kordef.builders.observations.verbs import MODALS
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import ActorKind, Basis, Modality

__all__ = ["count"]

_RATES = frozenset([
    "production", "output", "capacity", "demand", "casualties", "applications", "enlistments", "recruitment", "licences",
    "intake", "flying hours", "sorties",
])  # fmt: skip
"""Flows that are counted in pieces; deliveries, sales and purchases of a number of things are transfers."""

_REGULAR = frozenset(["regular", "active", "active-duty", "full-time", "uniformed", "professional", "permanent"])
"""What is said of the strength of a service: "has 8,700 regular personnel"."""
_PACKAGES = frozenset([
    "package", "contract", "deal", "order", "agreement", "tranche", "batch", "consignment", "donation", "sale", "purchase",
    "gift", "request", "option", "aid", "assistance", "support", "contribution", "donations",
])  # fmt: skip
_KIT = frozenset([
    "ships", "boats", "vessels", "jets", "aircraft", "planes", "aeroplanes", "helicopters", "guns", "launchers", "batteries",
    "squadrons", "brigades", "battalions", "divisions", "combatants", "bases", "hulls", "escorts", "carriers", "minehunters",
    "tankers", "trainers", "airframes", "satellites", "radars", "interceptors", "bombers", "mortars",
])  # fmt: skip
"""What forces have besides the arms that the word lists know."""
_RANKS = frozenset(["largest", "biggest", "top", "leading", "main", "first"])
_NO_RATES = frozenset(["each", "apiece", "a minute", "per minute", "a second", "per second", "an hour", "per hour"])
"""What a rate is given for that is not counted over time: each one, or so short a time that it is a speed."""


def count(row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None) -> Reading | None:
    """A count as a figure, ``None`` where it is the number of things in a deal, a list or a meeting."""
    if value.kind == "mass":
        return weighed(row, at, value)
    if (listed := recorded(row, at, value)) is not None:
        return listed
    if (
        row.word(at - 1) == "the"
        and row.word(at - 2) == "of"
        and row.kind(at - 3) == "value"
        and not counts(row, at, value, "user")
    ):
        return None  # "308 of the 672 still open"
    for test in _COUNTS:
        reading = test(row, at, value)
        if reading is not None:
            return reading
    return (
        _continued(row, at, value, found, last)
        or progressed(row, at, value, found, last)
        or told_in_passing(row, at, value)
    )


def _labelled(row: Row, at: int, value: ValueMention) -> Reading | None:
    """What a line of a list counts: "Crew: 120", "Employees (2024): 4,300", "In service: 24"."""
    if row.word(at - 1) != ":" or value.additional or not is_label(row, at - 1):
        return None
    if row.word(0) in ("quantity", "delivery"):
        return None  # what a contract says
    for k in range(at - 1):
        sense = row.sense(k, "measure", "job", "held", "user", "label", "forces")
        if sense is not None and sense.name not in ("price", "share", "target", "undertaking", "generic"):
            return Reading(at=at, value=value, trigger=k, measure=(0, at - 1), holder=True)
    return None


def _recurring(row: Row, at: int, value: ValueMention) -> Reading | None:
    """Numbers a year or month: what is produced, trained or needed."""
    if value.per is None or value.per in _NO_RATES:
        return None
    for k in left(row, at):
        sense = row.sense(k, "flow", "measure")
        if sense is not None and (sense.tag == "flow" or is_head(row, k)):
            reading = Reading(at=at, value=value, trigger=k, holder=True)
            return (
                evolve(reading, measure=phrase(row, k)) if sense.tag == "measure" else evolve(reading, noun=sense.name)
            )
    if counts_arms(row, at, value) or (value.kind == "persons" and counts(row, at, value, "forces")):
        return Reading(at=at, value=value, trigger=at, noun=f"{value.noun} {value.per}", holder=True)
    return None


def _users(row: Row, at: int, value: ValueMention) -> Reading | None:
    """Users and the like: "nine other countries operate the gun", "six of the ten users", "arms from over 30 states"."""
    if row.line.kind is BlockKind.TITLE:
        return None  # "Three sellers, one customer"
    reading = Reading(at=at, value=value, trigger=at, users=True, measure=(at, at + 1))
    if row.word(at + 1) == "of":
        owned = any(row.word(k) in ("'s", "’s") for k in range(at + 2, at + 5))
        for member in range(at + 2, at + (6 if owned else 4)):
            other = row.tokens[member].mention if row.kind(member) == "value" else None
            if isinstance(other, ValueMention) and counts(row, member, other, "user"):
                return evolve(reading, measure=(at, member + 1))
            if isinstance(other, ValueMention) and counts(row, member, other, "group"):
                verb = next(
                    (k for k in range(member + 1, min(member + 8, len(row.tokens))) if row.sense(k, "use", "spend")),
                    None,
                )
                return evolve(reading, measure=(at, member + 1), trigger=verb) if verb is not None else None
    leans = row.word(at - 1) == "on" and row.word(at - 2) in ("lean", "leans", "leaned", "rest", "rests", "rested")
    if leans or row.word(at + 1) in ("explain", "explains", "explained"):
        return None  # "three customers explain most of this"
    if row.word(at - 1) in ("with", "between", "among", "any"):
        return None  # "is holding talks with two suppliers"
    if counts(row, at, value, "user") and (is_trained(row, at) or _is_object(row, at)):
        return None
    if counts(row, at, value, "user"):
        had, preposition = before(row, at)
        if row.sense(had, "hold") and not preposition:
            reading = evolve(reading, trigger=had)  # "the initiative had 15 signatories"
        return None if _RANKS & set((value.noun or "").lower().split()) else reading
    if not counts(row, at, value, "group") or row.word(at - 1) == "the":
        return None
    for k in range(at + 1, min(at + 5, len(row.tokens))):
        sense = row.sense(k, "use", "hold")
        perfect = sense is not None and sense.form == "participle" and row.word(k - 1) in ("have", "has", "had")
        if sense is not None and (perfect or sense.form not in ("ing", "participle")):
            return evolve(reading, trigger=k)
        if (level := row.sense(k, "level")) is not None and level.name in ("account for", "make up"):
            return reading
    if row.word(at - 1) in ("in", "with", "across"):
        if row.word(at - 1) == "in" and row.sense(at - 2, "user") is not None:
            return evolve(reading, trigger=at - 2)  # "delivering it to customers in 14 nations"
        for k in left(row, at, 5):
            if row.sense(k, "held") is not None or row.word(k) in ("used", "operated", "flown", "fielded"):
                return evolve(reading, trigger=k)
    if row.word(at - 1) in ("from", "by", "to"):
        for k in left(row, at, 8):
            sense = row.sense(k, "use", "flow")
            if sense is not None and (
                sense.form in ("past", "participle", "ing")
                or (row.word(at - 1) == "to" and row.sense(k, "measure") is None)
            ):
                return evolve(reading, trigger=k)
    return None


def _held(row: Row, at: int, value: ValueMention) -> Reading | None:
    """Things that somebody has: "already flies 40 F-35As", "will have 36", "1,700 were in service"."""
    if (value.kind == "persons" and value.noun is not None) or value.additional:
        return None
    if row.word(at - 1) == "the" and row.word(before(row, at)[0]) in ("have", "has", "had"):
        return None  # "never before have the two navies done so"
    if counts(row, at, value, "group") and not counts_arms(row, at, value):
        return None  # "the two navies have"
    reading = Reading(at=at, value=value, trigger=at, holder=True)
    position, preposition = before(row, at)
    if _is_in_package(row, position):
        return None
    weapon = value.noun is None or counts_arms(row, at, value) or (value.noun.lower().split() or [""])[-1] in _KIT
    sized = (
        (level := row.sense(position, "level")) is not None
        and level.name in ("comprise", "number", "total")
        and value.noun is not None
    )
    if (
        weapon
        and not preposition
        and (row.sense(position, "hold") or sized)
        and not any(row.word(k) in ("let", "lets", "letting") for k in range(position - 4, position))
        and not (row.word(position).startswith("deploy") and any(row.word(k) == "to" for k in range(at + 1, at + 4)))
        and group_before(row.tokens, position).modality is not Modality.DENIED
    ):
        return evolve(reading, trigger=position)
    for k in right(row, at, 10):
        if row.word(at - 1) == "with" and row.word(k) == "on" and row.word(k + 1) == "order":
            return None  # "broke ground on a plant, with 54 howitzers on order": what it is for
        if row.sense(k, "held"):
            return evolve(reading, trigger=k) if not _is_whole_of_part(row, at) else None
        if row.kind(k) == "value" or (row.sense(k, "deal", "flow") and not row.sense(k, "measure")):
            break
    return None


def _is_whole_of_part(row: Row, at: int) -> bool:
    """Whether something is said of a part of a number only: "fewer than half of the army's 213 Pumas are operational"."""
    k = at - 1
    while k > at - 6 and (
        row.kind(k) == "actor"
        or row.word(k) in ("'s", "’s", "the", "its", "their")
        or row.tokens[k].text.endswith(("'s", "’s"))
    ):
        k -= 1
    return k < at - 1 and row.word(k) == "of" and row.kind(k - 1) == "value"


def _is_in_package(row: Row, verb: int) -> bool:
    """Whether a verb has a contract or gift for its subject: "the contract comprises 340 weapons", "it holds 16 boats"."""
    for k in range(verb - 1, max(-1, verb - 20), -1):
        own = row.kind(k) == "actor" and row.word(k + 1) not in ("'s", "’s") and row.tokens[k].text[:1].isupper()
        if own and row.word(k - 1) not in ("to", "for", "from"):
            return False
        if row.word(k) in _PACKAGES:
            return True
        if row.word(k) in (";", "which", "while", "and", "it", "they"):
            return False
    return False


def _is_object(row: Row, at: int) -> bool:
    """Whether users stand as the object of some deed, or are spoken of before: "pitted four suppliers", "hit all three"."""
    before_it = row.word(at - 1)
    if before_it == "the" and row.word(at - 2) == "of" and row.kind(at - 3) == "value":
        return False  # "six of the ten users"
    if before_it in ("all", "the", "these", "those", "both"):
        return True
    return before_it.endswith("ed") and row.kind(at - 1) == "word" and at - 1 not in row.senses


def _people(row: Row, at: int, value: ValueMention) -> Reading | None:
    """Jobs, the strength of forces, soldiers trained."""
    reading = Reading(at=at, value=value, trigger=at, measure=(at, at + 1))
    if value.exact.lower().startswith(("hundreds of", "thousands of", "dozens of", "scores of")):
        return None
    if counts(row, at, value, "job"):
        if _is_of_firm(row, at):
            return evolve(reading, measure=None, noun="employees")
        verb = next((k for k in left(row, at, 10) if row.sense(k, "employ", "hold")), None)
        if verb is not None or (value.noun or "").lower().endswith("jobs"):
            return evolve(reading, trigger=verb if verb is not None else at)
    if value.kind != "persons":
        return None
    position, preposition = before(row, at)
    if row.word(position) == "force" and row.word(position - 1) in (
        "reaction",
        "task",
        "peacekeeping",
        "expeditionary",
    ):
        return None  # "leaving its quick reaction force of 180 paratroopers in Bangui"
    if row.sense(position, "employ") and not preposition:
        bare = value.noun is None and row.word(position).startswith("add")  # "Romania will add about 20": troops
        return None if bare else evolve(reading, trigger=position)
    strength = (value.noun or "").endswith("reservists") or any(
        row.sense(k, "strength") for k in left(row, position, 4)
    )
    if not preposition and row.word(position) in ("mobilise", "mobilize", "muster") and value.kind == "persons":
        return evolve(reading, trigger=position, measure=None, noun="strength on mobilisation")
    if (level := row.sense(position, "level")) is not None and level.name == "number" and not preposition:
        who = next(
            (k for k in left(row, position, 3) if row.sense(k, "strength", "forces") or row.kind(k) == "actor"), None
        )
        if who is not None and value.noun is None:
            return evolve(reading, trigger=position, measure=None, noun="strength")
    under_arms = value.noun is not None and any(row.sense(k, "held") for k in range(at + 1, at + 4))
    if row.sense(position, "hold") and not preposition and under_arms:
        return evolve(reading, trigger=position, measure=None, noun="strength")
    if row.word(position) in ("has", "have", "had") and not preposition and _is_all(row, position, at, value):
        return evolve(reading, trigger=position, measure=None, noun="strength")
    if preposition == "to" and row.kind(position) == "value" and row.word(position - 1) == "from":
        position -= 2  # "should grow from 19,000 to 24,000 soldiers"
    regular = _REGULAR.intersection((value.noun or "").lower().split())
    if row.sense(position, "hold") and not preposition and (strength or regular):
        return evolve(reading, trigger=position)
    if preposition in ("of", "to", "at", "from") and row.sense(position, "strength", "measure", "change"):
        grown = value.noun is None and row.sense(position, "change") is not None
        return (
            evolve(reading, trigger=position, measure=None, noun="strength")
            if grown
            else evolve(reading, trigger=position)
        )
    return None


def _is_all(row: Row, verb: int, at: int, value: ValueMention) -> bool:
    """Whether a state or service has so many in all, and not somewhere: "Spain has 30,000 soldiers"."""
    stated = value.amount.low or value.amount.high
    owner = row.tokens[verb - 1].mention if verb else None
    own = isinstance(owner, ActorMention) and owner.kind in (ActorKind.STATE, ActorKind.MILITARY_UNIT)
    own = own and row.word(verb - 2) not in ("in", "at", "from", "to", "near")
    behind = at + 1
    while row.sense(behind, "forces") is not None:
        behind += 1
    ends = row.word(behind) in (".", ";", "") and row.kind(behind) in ("mark", "")
    return own and ends and stated is not None and stated >= 1000 and counts(row, at, value, "forces")


_FIRMS = frozenset(
    ["company", "firm", "group", "manufacturer", "maker", "plant", "yard", "shipyard", "factory", "works", "business"]
)


_ENDS_FACT = frozenset(["", ";", ",", ".", "(", "in", "at", "worldwide", "and"])


def _is_of_firm(row: Row, at: int) -> bool:
    """Whether a number is the staff of a firm or plant: "the plant (1,900 employees)", "a company with 3,700 employees"."""
    if (
        row.word(at - 1) in (":", ";", ",")
        and row.word(at + 1) in _ENDS_FACT
        and row.kind(at + 1) in ("", "mark", "word")
    ):
        # "Thales: sales 20.6 billion euros; 83,000 employees"
        named = row.tokens[next((k for k in range(at) if row.kind(k) == "actor"), at)].mention
        return isinstance(named, ActorMention) and named.kind is ActorKind.COMPANY
    if row.word(at - 1) not in ("(", "with"):
        return False
    if row.word(at - 1) == "(" and row.word(at + 1) not in (")", ",", ";"):
        return False
    reach = range(at - 2, max(-1, at - (3 if row.word(at - 1) == "(" else 8)), -1)
    for k in reach:
        mention = row.tokens[k].mention
        if row.word(k) in _FIRMS or (isinstance(mention, ActorMention) and mention.kind is ActorKind.COMPANY):
            return True
        if row.word(k) in (",", ";", "(", ")") or row.kind(k) == "value":
            return False
    return False


def _numbered(row: Row, at: int, value: ValueMention) -> Reading | None:
    """ "The number of K9s on order to 364", "the total under contract grew to 24", "stocks of 300 tanks"."""
    if counts(row, at, value, "group", "user"):
        return None
    if (
        row.word(at - 1) == "the"
        and row.word(at - 2) == "of"
        and value.noun is not None
        and not counts_arms(row, at, value)
    ):
        return None  # "the backlog of the seven major firms"
    position, preposition = before(row, at)
    linked = (
        row.sense(position, "level", "change")
        or row.kind(position) == "value"
        or row.word(position) in ("is", "was", "as", "were")
    )
    for k in left(row, at, 14):
        sense = row.sense(k, "measure", "deal")
        if sense is None:
            continue
        if sense.tag == "measure" and is_head(row, k) and (sense.name in ("generic", "stock") or row.word(k) in _RATES):
            single = row.word(k) == "total" and k >= at - 2 and preposition == "of"
            beside = preposition in ("of", "at", "to", "from") and position < phrase(row, k)[1] <= at
            raised = row.word(k) in _RATES and value.exact.lower().startswith(("up to", "down to"))
            if (linked or beside or raised) and not single:
                return Reading(at=at, value=value, trigger=k, holder=True, measure=phrase(row, k))
        elif sense.tag == "deal" and not sense.form.startswith("noun"):
            return None
    told = measure_told(row, at)
    sense = row.sense(told, "measure") if told is not None else None
    if told is not None and sense is not None and (sense.name == "stock" or row.word(told) in _RATES):
        return Reading(at=at, value=value, trigger=told, holder=True, measure=phrase(row, told))
    return None


def _superseded(row: Row, at: int, value: ValueMention) -> Reading | None:
    """ "An earlier plan was for 450 vehicles": what was aimed at before is no transfer."""
    _, preposition = before(row, at)
    if preposition not in ("for", "of", "to"):
        return None
    for k in left(row, at, 8):
        if row.word(k) in ("plan", "plans", "requirement", "target", "goal", "need") and any(
            row.sense(j, "superseded") for j in (k - 1, k - 2)
        ):
            return Reading(at=at, value=value, basis=Basis.TARGET, trigger=k, holder=True, measure=phrase(row, k))
    return None


def _continued(
    row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None
) -> Reading | None:
    """A bare number or part that goes on with the figure before it: "1,800 of them", "it wants to reach 75,000"."""
    position, preposition = before(row, at)
    if found:
        previous = found[-1]
        holder = previous.holder
        if row.word(at - 1) == "them" and row.word(at - 2) == "among" and value.kind == previous.value.kind:
            part = Reading(at=at, value=value, basis=previous.basis, trigger=at, holder=True, part=True)
            return part.like(previous)
        if previous.value.kind == value.kind and _is_of_them(row, at, value):
            return Reading(at=at, value=value, basis=previous.basis, trigger=at, holder=holder, part=True).like(
                previous
            )
        if row.word(at - 1) in ("which", "whom") and row.word(at - 2) == "of" and value.noun is None:
            if previous.value.kind == value.kind and (previous.holder or value.kind == "persons"):
                part = Reading(at=at, value=value, basis=previous.basis, trigger=at, holder=True, part=True)
                return part.like(previous)
        if previous.holder and value.noun is None and row.word(at - 1) == "with" and row.word(at - 2) == ",":
            return evolve(Reading(at=at, value=value, basis=previous.basis, trigger=at).like(previous), holder=True)
        grown = previous.value.unit in ("multiple", "percent") and row.kind(position) in ("value", "mark")
        if grown and value.noun is None and preposition == "to":
            return Reading(at=at, value=value, trigger=previous.trigger, holder=True).like(previous)
        hits = value.noun is None and not preposition and row.sense(position, "level") is not None
        if hits and previous.holder and previous.value.kind == value.kind and row.word(position - 1) in MODALS:
            return Reading(at=at, value=value, trigger=position, holder=True).like(previous)
        return None
    bare = value.noun is None and not preposition and row.sense(position, "level") is not None
    if last is not None and bare and (value.kind == last.value.kind or last.value.kind == "persons"):
        return Reading(at=at, value=value, trigger=position, holder=last.holder).like(last)
    return None


def _is_of_them(row: Row, at: int, value: ValueMention) -> bool:
    behind = row.word(at + 1) == "of" and row.word(at + 2) in ("them", "these", "which", "those", "that")
    return "of them" in value.exact or behind


_COUNTS = (
    # "Crew: 120": a label says what is counted, whatever else the line holds
    _labelled,
    # "30,000 shells a year": a rate, and not the things of which somebody has so many
    _recurring,
    # what somebody has done with things or men, whose verbs would else be read as having or employing them
    achieved,
    flown,
    marked,
    by_scheme,
    trained,
    passed_training,
    lost,
    handed_over,
    # "12 armies fly it": users before holders, for they "have" and "operate" it too
    _users,
    _held,
    # "has 30,000 soldiers": men are no arms in stock
    _people,
    # "the number of K9s on order to 364": nouns of measure stand beside all of the verbs above, so that these go first
    _numbered,
    # several deals added up, and aims given up: what is left once nobody has, does or measures it
    summed,
    _superseded,
)
"""How a count may be a figure, in the order in which it is asked; the first that knows it has it."""
