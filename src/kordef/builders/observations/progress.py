"""Counts that tell how far something has come: what of a number has arrived by a day, levels reached, what of many did so."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.observations.indicators import Row, is_arms
from kordef.builders.observations.phrases import Reading, counts_arms, left, phrase, right
from kordef.builders.observations.verbs import PERFECT, is_perfect
from kordef.mentions.model import DateMention, ValueMention
from kordef.vocabulary import Basis

__all__ = ["HELD", "arrived", "is_ready", "is_share_done", "progressed"]

HELD = "holdings"
"""What the things are called that somebody has."""

_ARRIVED = frozenset([
    "delivered", "handed", "shipped", "supplied", "arrived", "transferred", "provided", "received", "completed", "accepted",
    "built", "produced", "fielded", "commissioned", "retired", "scrapped", "upgraded", "modernised", "modernized", "repaired",
    "refurbished", "trained", "contracted", "reached", "entered", "left", "disbursed", "paid", "spent", "drawn", "released",
    "used", "converted", "assembled", "returned", "withdrawn", "cleared", "lost", "destroyed",
])  # fmt: skip
_COME = _ARRIVED | {"come", "landed"}
"""What is told of arms that have come by a day."""
_AUXILIARIES = frozenset([
    "has", "have", "had", "been", "were", "was", "are", "is", "already", "so", "far", "now", "since", "only", "just", "all",
    "of", "these", "those", "them", "which", "that", "sum", "amount", "it", "actually", "then", "still", "not", "yet",
])  # fmt: skip
_SO_FAR = frozenset(["far", "date", "already", "yet"])
_SCHEMES = frozenset([
    "programme", "programmes", "program", "programs", "project", "projects", "contract", "contracts", "firm", "firms",
    "company", "companies", "state", "states", "country", "countries", "ally", "allies", "member", "members", "bid", "bids",
    "tender", "tenders", "case", "cases", "application", "applications", "licence", "licences", "license", "licenses",
    "request", "requests", "respondent", "respondents", "battalion", "battalions", "brigade", "brigades", "squadron",
    "squadrons", "division", "divisions", "initiative", "initiatives", "target", "targets", "commitment", "commitments",
    "pledge", "pledges", "recommendation", "recommendations", "priority", "priorities", "supplier", "suppliers",
])  # fmt: skip
_GOT = frozenset(["received", "got", "obtained", "taken", "acquired", "accepted"])
_READY = frozenset([
    "deployable", "operational", "serviceable", "available", "ready", "combat-ready", "airworthy", "mission-capable", "mission",
    "seaworthy", "obsolete", "unfit", "inoperable", "grounded", "usable", "fit", "functional", "flyable", "overdue", "manned",
    "modern", "outdated", "staffed", "vacant", "unfilled", "filled", "combat", "fully",
])  # fmt: skip
"""What things and units are said to be when their readiness is counted."""
_OUTPUT = frozenset(["sales", "exports", "deliveries", "production", "output", "orders", "shipments", "registrations"])
_UPKEEP = frozenset([
    "support", "sustainment", "maintenance", "upkeep", "overhaul", "upgrade", "modernisation", "modernization", "servicing",
    "refurbishment", "training", "spares", "parts", "operation", "repair", "update", "retrofit",
])  # fmt: skip
_REPLACES = frozenset([
    "replace", "replaces", "replacing", "retire", "retires", "retiring", "upgrade", "upgrades", "upgrading", "modernise",
    "modernize", "modernising", "modernizing", "overhaul", "overhauling",
])  # fmt: skip
"""What is done to things that are had."""
_PRESENT = frozenset(["country", "service", "use", "stock", "place", "store", "storage", "operation"])
"""Where things are that have come: "four are in the country"."""
_DOWN_TO = frozenset(["down", "up", "reduced", "back", "cut", "shrunk", "dwindled", "grown", "risen", "fallen"])
_AIMS = frozenset(
    ["hopes", "hope", "aims", "aim", "wants", "want", "plans", "plan", "expects", "intends", "seeks", "is", "due"]
)


def arrived(row: Row, at: int, reach: int = 7) -> int | None:
    """The verb that says that a number has arrived or been used up: "half had been disbursed", "178 of these were handed on"."""
    for k in range(at + 1, min(at + 1 + reach, len(row.tokens))):
        if row.word(k) in _ARRIVED:
            return k
        if row.word(k) not in _AUXILIARIES and row.tokens[k].text not in _AUXILIARIES:
            return None
    return None


def _is_done_by(row: Row, verb: int) -> bool:
    """Whether a sentence says until when: "by the end of August", "so far"; and its verb is a perfect."""
    if not is_perfect(row, verb - 6, verb):
        return False
    if any(token.text in _SO_FAR for token in row.tokens):
        return True
    dates = (t.mention for t in row.tokens if isinstance(t.mention, DateMention))
    return any((d.period.edtf or "").startswith("../") or row.line.start == d.start for d in dates)


def is_ready(row: Row, start: int) -> bool:
    """Whether things are said to be ready or not: "43 per cent of its ships were deployable"."""
    for k in range(start, min(start + 6, len(row.tokens))):
        if row.word(k) in ("is", "are", "was", "were", "remained", "remain", "stood"):
            return any(row.word(j) in _READY for j in range(k + 1, k + 4))
    return False


def is_share_done(row: Row, at: int) -> int | None:
    """The verb by which a share without a whole is what of the sum before is used up: "Just over half had been disbursed"."""
    verb = arrived(row, at, 6)
    perfect = verb is not None and any(row.word(k) in ("has", "have", "had", "been") for k in range(at, verb))
    return verb if perfect else None


def progressed(
    row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None
) -> Reading | None:
    """A count that tells how far something has come, ``None`` for all others."""
    for reading in (
        _of_these(row, at, value),
        _level_reached(row, at, value, found, last),
        _sold(row, at, value),
        _of_many(row, at, value),
        _kept_up(row, at, value),
        _part_arrived(row, at, value),
        _received(row, at, value),
        _come_by(row, at, value),
        _is_here(row, at, value),
        _lacking(row, at, value),
        _made(row, at, value),
    ):
        if reading is not None:
            return reading
    return None


def _of_these(row: Row, at: int, value: ValueMention) -> Reading | None:
    """ "By the end of August 178 of these had been handed over, 104 of them assembled in Valmiera"."""
    said = value.exact.lower()
    if value.noun is None and row.word(at - 1) == "which" and row.word(at - 2) == "of":
        verb = arrived(row, at)  # "reduced to 460, of which 364 have been contracted"
        if verb is None or row.word(at + 1) not in PERFECT:
            return None
        return Reading(
            at=at, value=value, basis=Basis.LEVEL, trigger=verb, noun=f"number {row.word(verb)}", holder=True
        )
    behind = row.word(at + 1) == "of" and row.word(at + 2) in ("these", "those", "them", "which")
    if not behind and not said.endswith((" of these", " of those", " of them", " of which")):
        return None
    verb = arrived(row, at)
    if verb is not None and _is_done_by(row, verb):
        return Reading(at=at, value=value, trigger=verb, noun="deliveries", holder=True)
    return None


def _level_reached(
    row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None
) -> Reading | None:
    """A bare number to which the count before went: "was down to 12", "from two a month to six", "hopes to reach eight"."""
    if value.noun is not None:
        return None
    alike = next((r for r in reversed(found) if r.value.kind == value.kind), None)
    before = alike or last
    if before is None or before.value.kind != value.kind or before.users:
        return None
    reading = Reading(at=at, value=value, trigger=at - 1, holder=before.holder)
    if row.word(at - 1) == "to":
        start = next((k for k in range(at - 2, max(-1, at - 12), -1) if row.kind(k) == "value"), None)
        if alike is not None and start is not None and start == alike.at and row.word(start - 1) == "from":
            return reading.like(before)
        if row.word(at - 2) in _DOWN_TO and alike is None:
            return reading.like(before)
    if row.word(at - 1) in ("wants", "want", "targets", "seeks", "envisages", "needs") and (
        value.kind == "persons" or before.holder
    ):
        return evolve(reading.like(before), basis=Basis.TARGET)
    if row.word(at - 1) in ("reach", "hit", "attain", "achieve") and row.word(at - 2) == "to":
        if any(row.word(k) in _AIMS for k in range(max(0, at - 5), at - 2)):
            return evolve(reading.like(before), basis=Basis.TARGET)
    return None


def _sold(row: Row, at: int, value: ValueMention) -> Reading | None:
    """Sales or output in pieces: "cumulative sales of the new type now stand at 47"."""
    if value.noun is not None or value.kind != "count" or row.word(at - 1) != "at":
        return None
    verb = next((k for k in range(at - 2, max(-1, at - 5), -1) if row.sense(row.start_of(k), "level")), None)
    if verb is None:
        return None
    for k in left(row, row.start_of(verb), 12):
        if row.word(k) in _OUTPUT and row.sense(k, "measure", "deal") is not None:
            return Reading(at=at, value=value, trigger=k, holder=True, measure=phrase(row, k))
    return None


def _of_many(row: Row, at: int, value: ValueMention) -> Reading | None:
    """What of a number of undertakings did so, and that number: "of 41 programmes begun after 1955, only 17 delivered"."""
    noun = (value.noun or "").lower().split()
    if row.word(at - 1) in ("of", "the") and noun and noun[-1] in _SCHEMES and value.number[0] >= row.tokens[at].start:
        of = at - 1 if row.word(at - 1) == "of" else at - 2
        if row.word(of) != "of" or row.word(of - 1) not in ("", "that", ",", "out", "but", "and"):
            return None
        comma = next((k for k in range(at + 1, min(at + 16, len(row.tokens))) if row.word(k) == ","), None)
        part = _bare_behind(row, comma) if comma is not None else None
        if part is None:
            return None
        return Reading(at=at, value=value, trigger=at, measure=(at, at + 1))
    if value.noun is None and value.kind == "count" and row.word(at - 1) in (",", "only", "just", "some", "about"):
        comma = at - 1 if row.word(at - 1) == "," else at - 2
        if row.word(comma) != ",":
            return None
        for k in range(comma - 1, max(-1, comma - 16), -1):
            whole = row.tokens[k].mention
            if isinstance(whole, ValueMention):
                named = (whole.noun or "").lower().split()
                of = k - 1 if row.word(k - 1) == "of" else k - 2
                if not named or named[-1] not in _SCHEMES or row.word(of) != "of":
                    return None
                return Reading(at=at, value=value, trigger=at, noun=f"{whole.noun}")
    return None


def _bare_behind(row: Row, comma: int) -> int | None:
    """The bare number behind a comma: ", only 17 delivered"."""
    for k in range(comma + 1, min(comma + 4, len(row.tokens))):
        value = row.tokens[k].mention
        if isinstance(value, ValueMention):
            return k if value.kind == "count" and value.noun is None else None
        if row.word(k) not in ("only", "just", "some", "about", "fewer", "no", "more", "than"):
            return None
    return None


def _part_arrived(row: Row, at: int, value: ValueMention) -> Reading | None:
    """How many of a number have come: "133 of the 180 K2s had been delivered by May", "only 12 of the 48 have arrived"."""
    if value.noun is not None or row.word(at + 1) != "of":
        return None
    owned = row.kind(at + 2) == "actor" and row.word(at + 3) in ("'s", "’s")
    whole = (
        at + 4 if owned else at + 3 if row.word(at + 2) in ("the", "its", "their", "these", "those", "all") else at + 2
    )
    if row.kind(whole) != "value" or any(row.word(k) in ("if", "would", "could", "will") for k in range(at)):
        return None
    end = whole + 1
    while row.kind(end) in ("weapon", "actor") or (
        row.kind(end) == "word" and row.tokens[end].start < _end_of(row, whole)
    ):
        end += 1
    verb = next((k for k in range(end, min(end + 8, len(row.tokens))) if row.word(k) in _ARRIVED), None)
    if verb is None or not is_perfect(row, end, verb):
        return None
    if any(row.word(k) not in _AUXILIARIES for k in range(end, verb)):
        return None
    return Reading(at=at, value=value, trigger=verb, noun=f"number {row.word(verb)}", holder=True)


def _end_of(row: Row, at: int) -> int:
    value = row.tokens[at].mention
    return value.end if isinstance(value, ValueMention) else row.tokens[at].end


def _is_until(row: Row) -> bool:
    """Whether a sentence says up to when it counts: "so far", "to date", "until now", "by the end of March", "as of 1 May"."""
    for k, token in enumerate(row.tokens):
        date = token.mention
        if isinstance(date, DateMention):
            edtf = date.period.edtf or ""
            if edtf.startswith("../") or (row.word(k - 1) in ("of", "by") and row.word(k - 2) in ("as", "", ",")):
                return True
        elif (
            (token.text == "far" and row.word(k - 1) == "so")
            or (token.text == "date" and row.word(k - 1) == "to")
            or (row.word(k) == "now" and row.word(k - 1) in ("until", "up", "to", "till"))
        ):
            return True
    return False


def _come_by(row: Row, at: int, value: ValueMention) -> Reading | None:
    """How many arms have come or been ordered by a day: "by the end of March, 110 K2s had been delivered", "134 had landed"."""
    if value.kind != "count" or not (value.noun is None or counts_arms(row, at, value)):
        return None
    end = at + 1
    while row.kind(end) == "weapon" or (row.kind(end) == "word" and row.tokens[end].start < value.end):
        end += 1
    if row.word(end) not in PERFECT or not _is_until(row):
        return None
    verb = next((k for k in range(end + 1, min(end + 5, len(row.tokens))) if row.word(k) in _COME), None)
    if verb is None or any(row.word(k) not in _AUXILIARIES for k in range(end + 1, verb)):
        return None
    named = " ".join(row.tokens[k].text for k in range(at + 1, end)) if value.noun is None else value.noun
    return Reading(at=at, value=value, trigger=verb, noun=f"{named or 'number'} {row.word(verb)}", holder=True)


def _is_here(row: Row, at: int, value: ValueMention) -> Reading | None:
    """How many are there by now: "it had bought seven, and four are in the country", "174 are in service"."""
    if value.kind != "count" or value.noun is not None or row.word(at + 1) not in ("are", "were"):
        return None
    place = at + 3 + (row.word(at + 3) in ("the", "active", "daily"))
    if row.word(at + 2) not in ("in", "on") or row.word(place) not in _PRESENT:
        return None
    return Reading(at=at, value=value, trigger=at + 1, noun=f"number {row.word(at + 2)} {row.word(place)}", holder=True)


def _received(row: Row, at: int, value: ValueMention) -> Reading | None:
    """What somebody has got until now: "has received 84 K9s so far", "has to date taken delivery of 28"."""
    if value.kind != "count" or not _is_until(row):
        return None
    verb = next((k for k in range(at - 1, max(-1, at - 6), -1) if row.word(k) in _GOT), None)
    if verb is None or any(row.kind(k) == "value" for k in range(verb, at)):
        return None
    if not is_perfect(row, verb - 6, verb):
        return None
    if value.noun is not None and not counts_arms(row, at, value):
        return None
    return Reading(at=at, value=value, trigger=verb, noun=f"number {row.word(verb)}", holder=True)


def _lacking(row: Row, at: int, value: ValueMention) -> Reading | None:
    """What somebody is short of: "is short of 2,300 sailors", "lacks 15,000 soldiers"."""
    short = (
        row.word(at - 1) == "of"
        and row.word(at - 2) == "short"
        and row.word(at - 3) in ("is", "are", "was", "were", "still")
    )
    short = short or (row.word(at + 1) == "short" and row.word(at + 2) in ("of", ".", ","))  # "22,000 people short of"
    if not short and row.word(at - 1) not in ("lacks", "lack", "lacked", "lacking"):
        return None
    arms = bool(value.noun) and is_arms((value.noun or "").split()[-1])
    if value.kind != "persons" and not arms:
        return None
    return Reading(at=at, value=value, trigger=at - 1, noun="shortage", holder=True)


def _made(row: Row, at: int, value: ValueMention) -> Reading | None:
    """What was produced in a time: "turned out 1.4 million shells last year", "built 45 tanks in 2024"."""
    verb = next((k for k in range(at - 1, max(-1, at - 4), -1) if row.sense(row.start_of(k), "flow")), None)
    sense = row.sense(row.start_of(verb), "flow") if verb is not None else None
    if sense is None or verb is None or sense.name != "production" or sense.form not in ("past", "third"):
        return None
    if value.noun is None or not counts_arms(row, at, value):
        return None
    dated = (t.mention for t in row.tokens if isinstance(t.mention, DateMention))
    if not any(d.period.edtf and not d.dateline for d in dated):
        return None
    if any(row.sense(k, "deal") for k in range(max(0, verb - 6), verb)):
        return None
    return Reading(at=at, value=value, trigger=row.start_of(verb), noun="production", holder=True)


def _kept_up(row: Row, at: int, value: ValueMention) -> Reading | None:
    """The things that are kept up are had: "support for its four E-737 aircraft", "the overhaul of its 24 F-16s"."""
    owned = row.word(at - 1) in ("its", "their", "'s", "’s") or (row.word(at - 1) in ("existing", "current") and at > 1)
    if not owned or value.kind != "count":
        return None
    named = row.kind(at + 1) == "weapon" or any(
        row.kind(k) == "weapon" and row.tokens[k].start < value.end for k in right(row, at, 4)
    )
    if not named:
        return None
    start = at - 2 if row.word(at - 1) in ("its", "their") else at - 1
    if row.word(start) in _REPLACES and start == at - 2:
        return Reading(at=at, value=value, trigger=start, holder=True, noun=HELD)  # "to replace its 10 remaining L-39s"
    for k in range(start, max(-1, start - 4), -1):
        if row.word(k) in ("for", "of", "to"):
            upkeep = next((j for j in range(k - 1, max(-1, k - 4), -1) if row.word(j) in _UPKEEP), None)
            return Reading(at=at, value=value, trigger=upkeep, holder=True, noun=HELD) if upkeep is not None else None
    return None
