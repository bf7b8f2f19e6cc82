"""Of whom a figure is by the words next to it: in lists, comparisons, rows of names and numbers, and clauses without a noun."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.observations.anaphors import (
    Scene,
    class_meant,
)
from kordef.builders.observations.indicators import Row
from kordef.builders.observations.names import (
    WORLD,
    Area,
    again,
    end_of,
    of_actor,
)
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind, Basis, EvidenceKind

__all__ = [
    "CLIENTS",
    "clients_of",
    "compared",
    "elliptic_owner",
    "is_beside",
    "listed",
    "maker_of",
    "makes_up",
    "of_first",
    "of_whole",
    "ours",
    "own_things",
    "seller",
    "that_of",
    "together",
    "used",
    "written_for",
]

_LEADS = frozenset(["leads", "led", "lead", "followed", "follows", "tops", "comes", "came", "dominated", "dominates"])
_PLACED = frozenset(["next", "second", "third", "first", "last", "behind", "close", "fourth", "fifth"])
_MEMBERS = frozenset(["ally", "allies", "member", "members"])
_LARGEST = frozenset(["largest", "biggest", "top", "leading"])
_SOLD = frozenset(["exports", "licences", "licenses", "licensed", "sales", "shipments", "deliveries"])
_BUYING = frozenset([
    "customer", "client", "buyer", "recipient", "destination", "market", "followed", "received", "concerned", "bought", "took",
    "went", "importer", "paid", "taker",
])  # fmt: skip
_SUMMED = frozenset(["total", "figure", "sum", "value", "number", "volume", "amount", "whole"])
CLIENTS = frozenset(["clients", "customers", "recipients", "buyers", "suppliers", "markets", "importers", "takers"])


def seller(scene: Scene) -> Area | None:
    """Whose exports a buyer's sum is one of: "exports came to 3.9 billion; Germany, with 750 million, was the main customer"."""
    row, reading = scene.row, scene.reading
    first = next(((r, a) for r, a in scene.earlier if r.value.kind == reading.value.kind == "money"), None)
    if first is None or first[1] is None or not first[1].acts or first[0].value.unit != reading.value.unit:
        return None
    if not _SOLD.intersection(first[0].noun.lower().split()) or _SOLD.intersection(row.words):
        return None
    buys = any(row.word(k) in _BUYING or row.word(k) in CLIENTS for k in range(len(row.tokens)))
    others = [a for a in scene.known if a.weapon is None and a.name not in (first[1].name, WORLD)]
    return again(first[1]) if buys and others else None


def written_for(scene: Scene) -> Area | None:
    """Of whom each number of a row is: "for India the institute writes 180, for Pakistan 170, for North Korea around 50"."""
    row, reading = scene.row, scene.reading
    if not reading.borrowed or reading.basis not in (Basis.LEVEL, Basis.SHARE):
        return None
    previous = max((k for k in range(reading.at) if row.kind(k) == "value"), default=-1)
    between = [a for a in scene.known if previous < a.at < reading.at and a.weapon is None]
    if len(between) != 1:
        return None
    ahead = row.word(between[0].at - 2) if row.word(between[0].at - 1) == "the" else row.word(between[0].at - 1)
    return between[0] if ahead == "for" and row.word(previous + 1) in (",", ";", "and", row.word(0)) else None


def of_first(scene: Scene) -> Area | None:
    """Whose total "the total" is: that of the first figure of the paragraph, and not of the one who has a part of it."""
    row, reading = scene.row, scene.reading
    if reading.measure is None or not scene.earlier or len(scene.earlier) < 2:
        return None
    start, end = reading.measure
    if end - start != 1 or row.word(start) not in _SUMMED or row.word(start - 1) != "the" or row.kind(end) == "actor":
        return None
    if any(a.at >= 0 and a.weapon is None and row.word(a.at - 1) in ("for", "in", "of") for a in scene.known):
        return None
    first, area = scene.earlier[0]
    alike = first.value.unit == reading.value.unit and area is not None
    return again(area) if alike and area is not None else None


def makes_up(scene: Scene) -> bool:
    """Whether a sum is said to be what somebody or something accounts for of the sum before."""
    sense = scene.row.sense(scene.row.start_of(scene.reading.trigger), "level")
    return sense is not None and sense.name in ("account for", "make up", "take up")


def maker_of(scene: Scene) -> Area | None:
    """Where a share of arms was made: "of the arms supplied to Ukraine 45% were U.S.-made"."""
    row, at = scene.row, scene.reading.at
    if scene.reading.value.unit != "percent" or row.word(at + 1) not in ("were", "was", "are", "is"):
        return None
    token = row.tokens[min(at + 2, len(row.tokens) - 1)]
    made = at + 4 if row.word(at + 3) == "-" else at + 3
    if not isinstance(token.mention, ActorMention) or row.word(made) not in _MADE:
        return None
    return of_actor(scene.around.page, token.mention, token.start, token.end, at + 2)


_MADE = frozenset(["made", "built", "produced", "supplied", "manufactured", "designed"])


def is_beside(scene: Scene) -> bool:
    """Whether the figure before stands in the same sentence, in front of "down from", and nobody else has this one."""
    row, at = scene.row, scene.reading.at
    if not row.line.start <= scene.earlier[-1][0].value.start < row.line.end:
        return False
    return row.word(at - 1) == "from" and row.word(at - 2) in ("up", "down") and row.kind(at + 2) != "actor"


_BEFORE_LISTED = frozenset(["", ",", "and", ";", "before", "with", "then", "came", "comes", "next"])
_PARTS = frozenset(["and", ",", "the", ";", "-", "–", "—"])
"""What stands before a name in a list."""


def listed(scene: Scene, known: Sequence[Area]) -> Area | None:
    """Who stands before the number in a list: "Germany (EUR 17.7 billion)", "Poland with 46%", "and Latvia 3.15%"."""
    row, reading = scene.row, scene.reading
    beside = next((a for a in known if end_of(row, a) == reading.at and a.weapon is None), None)
    if beside is not None and (beside.at == 0 or row.word(beside.at - 1) in _PARTS) and reading.borrowed:
        return beside
    if beside is not None and row.word(beside.at - 1) == ":":
        return beside  # "Arms exports in 2024: Germany 13.3 billion"
    mark = row.word(reading.at - 1)
    gapped = next((a for a in known if end_of(row, a) == reading.at - 1 and a.weapon is None), None)
    if mark == "by" and gapped is not None and row.word(gapped.at - 1) in (",", ";", "and", "while"):
        return gapped  # "raised it by 23 percent, Spain by 15"
    if mark == "with" and row.word(reading.at - 2) in _PLACED and row.word(reading.at - 3) in _LEADS:
        return next((a for a in known if end_of(row, a) == reading.at - 3 and a.weapon is None), None)
    if mark == "with" and row.word(reading.at - 2) in _LEADS:  # "Denmark leads with 2.2%"
        return next((a for a in known if end_of(row, a) == reading.at - 2 and a.weapon is None), None)
    if mark == "with" and row.word(reading.at - 2) == ",":
        return next((a for a in known if end_of(row, a) == reading.at - 2 and a.weapon is None), None)
    if mark not in ("(", "with", "at", ":", ",") or (mark == "," and not reading.borrowed):
        return None
    end = reading.at - 2 if mark == "at" and row.word(reading.at - 2) == "," else reading.at - 1
    area = next((a for a in known if end_of(row, a) == end and a.weapon is None), None)
    if area is None or mark == "(":
        return area
    ahead = row.word(area.at - 2) if row.word(area.at - 1) in ("the", "a", "an") else row.word(area.at - 1)
    led = (ahead == "of" and row.word(area.at - 2) in ("ahead", "front")) or row.word(area.at - 2) == "followed"
    return area if led or ahead in _BEFORE_LISTED else None


def of_whole(scene: Scene) -> Area | None:
    """The owner of what a list divides: "Russian exports went to India (38%), China (17%)" are shares of Russia's."""
    area = scene.last
    if (
        not scene.reading.borrowed
        or scene.reading.basis is not Basis.SHARE
        or area is None
        or area.name == WORLD
        or not (area.acts or area.length)
    ):
        return None
    previous = scene.earlier[-1][0]
    owned = previous.whole is not None and area.at in range(*previous.whole)
    told = previous.part or previous.whole is not None
    return again(area) if owned or (told and area.kind is EvidenceKind.IMPLIED) else None


def together(scene: Scene) -> Area | None:
    """Those named in a row whose combined figure it is: "combined profits for A, B and C", under their names."""
    row, reading = scene.row, scene.reading
    if reading.measure is None or reading.borrowed:
        return None
    start, end = reading.measure
    first = next((a for a in scene.known if start < a.at < end and a.weapon is None), None)
    words = {row.word(k) for k in range(start, end)}
    if first is None or words.isdisjoint(("combined", "total", "joint", "aggregate")):
        return None
    if row.word(first.at - 1) not in ("of", "for", "at", "from"):
        return None
    joined = [a for a in scene.known if first.at <= a.at < reading.at and a.weapon is None]
    last = joined[-1]
    between = [k for k in range(first.at, end_of(row, last)) if row.kind(k) == "word"]
    if len(joined) < 2 or any(row.word(k) not in ("and", "the") for k in between):
        return None
    name = scene.around.page.document.text[first.start : last.end]
    return Area(name=name, start=first.start, end=last.end, at=first.at)


def that_of(scene: Scene) -> Area | None:
    """Whose figure "that" or "it" is: "European help is put at 132 billion and that of Spain at 1", "in Spain it rose to 1"."""
    row, at = scene.row, scene.reading.at
    for area in scene.known:
        of = area.at - 2 if row.word(area.at - 1) == "the" else area.at - 1
        if area.at < at and row.word(of) == "of" and row.word(of - 1) in ("that", "those"):
            between = range(end_of(row, area), at)
            if not any(row.kind(k) in ("value", "actor") or row.word(k) in (",", ";", "and") for k in between):
                return area
        behind = end_of(row, area)
        if area.at < behind < at and row.word(of) == "in" and row.word(behind) in ("it", "they") and at - behind < 8:
            return area  # "in Portugal it rose to 2 billion"
    return None


def clients_of(scene: Scene) -> Area | None:
    """Whose clients a list gives: "Turkey's leading clients were the UAE (18 per cent), Pakistan (10) and Qatar (9.9)"."""
    row, reading = scene.row, scene.reading
    if reading.value.kind != "percent" or row.word(reading.at - 1) != "(":
        return None
    at = next((k for k in range(reading.at - 2, 2, -1) if row.word(k) in CLIENTS), None)
    if at is None or row.word(at + 1) not in ("were", "are", "was", ":"):
        return None
    return next((a for a in scene.known if end_of(row, a) in (at, at - 1, at - 2) and _owns(row, a)), None)


def _owns(row: Row, area: Area) -> bool:
    return row.word(end_of(row, area)) in ("'s", "’s")


def elliptic_owner(scene: Scene) -> Area | None:
    """Who owns what is measured, where the noun is left out: "France's exports rose and Spain's increased by 29 per cent"."""
    row, at = scene.row, scene.reading.at
    begin = next((k for k in range(at - 1, max(-1, at - 12), -1) if row.word(k) in (",", ";", "and", "while")), -1)
    for area in scene.known:
        mark = end_of(row, area)
        if not begin < area.at < at or not _owns(row, area) or area.weapon is not None:
            continue
        following = row.word(mark + 1)
        if (
            row.sense(mark + 1, "change", "level") is not None
            or following in ("more", "less", "by", "to", "at", "was", "is", "were", "are", "had")
            or row.kind(mark + 1) == "value"
        ):
            return area if mark + 1 < at else None
    return None


def own_things(scene: Scene) -> Area | None:
    """The firm whose products are counted: "more than 2,000 NIMR vehicles in service"."""
    row, reading = scene.row, scene.reading
    noun = (reading.value.noun or "").split()
    if len(noun) < 2 or reading.value.kind != "count" or row.sense(reading.trigger, "held") is None:
        return None
    token = row.tokens[reading.at]
    firm = scene.around.firm_called(row.line.story, noun[0])
    if firm is None:
        return None
    start = token.start + token.text.find(noun[0])
    return of_actor(scene.around.page, firm, start, start + len(noun[0]))


def ours(scene: Scene) -> Area | None:
    """The firm for which somebody says "we": "President Director of PT Pindad, added: “We expect around 400 jobs”"."""
    row = scene.row
    if not any(row.word(k) in ("we", "our", "us") for k in range(max(0, scene.reading.at - 8), scene.reading.at)):
        return None
    if (firm := _of_its_official(scene)) is not None:
        return firm
    if any(a.at >= 0 and a.acts and a.at > scene.reading.at - 8 for a in scene.known):
        return None
    for at, token in enumerate(row.tokens[: scene.reading.at]):
        person = token.mention
        if not isinstance(person, ActorMention) or person.kind is not ActorKind.PERSON or row.word(at + 1) != ",":
            continue
        for firm in scene.known:
            if at < firm.at <= at + 7 and firm.actor is not None and firm.actor.kind is ActorKind.COMPANY:
                return firm if row.word(firm.at - 1) in ("of", "at", "for", "’s", "'s") else None
    return None


_OFFICIALS = frozenset(["official", "spokesman", "spokeswoman", "spokesperson", "executive", "representative"])


def _of_its_official(scene: Scene) -> Area | None:
    """The firm for which an official without a name says "we": "“Our goal is 40 trillion won,” said a company official"."""
    row = scene.row
    for k in range(1, len(row.tokens)):
        if row.word(k) not in _OFFICIALS:
            continue
        if row.word(k - 1) == "company":
            firm = scene.around.named(row.line.story, str(ActorKind.COMPANY), row.tokens[k].start)
            token = row.tokens[k - 1]
            return (
                of_actor(scene.around.page, firm, token.start, token.end, kind=EvidenceKind.IMPLIED) if firm else None
            )
        named = next((a for a in scene.named if end_of(row, a) == k), None)
        if named is not None and named.actor is not None and named.actor.kind is ActorKind.COMPANY:
            return named
    return None


def compared(scene: Scene) -> Area | None:
    """Whose figure stands beside another's: "compared with 84.7 billion euros from the United States"."""
    row, at = scene.row, scene.reading.at
    joined = (
        (scene.reading.borrowed or scene.reading.value.kind == "money")
        and row.word(at - 1) in ("and", ",")
        and (row.word(at + 1) == "for" or (row.word(at + 1) == "from" and row.kind(at + 2) == "actor"))
        and any(row.kind(k) == "value" for k in range(max(0, at - 14), at - 1))
    )
    if (row.word(at - 1) not in ("with", "against", "to", "than", "versus") and not joined) or row.word(at + 1) not in (
        "from",
        "for",
        "by",
        "in",
    ):
        return None
    return next((a for a in scene.known if a.at in (at + 2, at + 3)), None)


def used(scene: Scene) -> Area | None:
    """What the counted users use, or whom they supply: the object of their verb, else the antecedent of "which received"."""
    row, reading = scene.row, scene.reading
    window = range(reading.at, min(len(row.tokens), reading.at + 5))
    allied = _MEMBERS & {w for k in window for w in row.tokens[k].text.lower().split()}
    if allied and not any(a.weapon for a in scene.known):  # "twenty-three of 32 allies": NATO's
        bloc = scene.around.named(row.line.story, "igo", row.tokens[reading.at].start)
        if bloc is not None:
            token = row.tokens[reading.at]
            return of_actor(scene.around.page, bloc, token.start, token.end, kind=EvidenceKind.IMPLIED)
    if row.sense(reading.trigger, "use", "flow", "hold") is not None:
        if reading.at > reading.trigger and row.word(reading.at - 1) == "to":  # "has been exported to 40 countries"
            sold = [a for a in scene.known if a.at < reading.at and a.weapon is not None]
            if sold:
                return sold[-1]
        if reading.at > reading.trigger:
            ahead = [a for a in scene.known if a.at < reading.trigger and a.weapon is None and a.name != WORLD]
            return ahead[-1] if ahead else None
        behind = [a for a in scene.known if a.at > reading.trigger and a.weapon is not None]
        return behind[0] if behind else class_meant(scene, reading.trigger)
    window = range(reading.at, min(len(row.tokens), reading.at + 6))
    if any(_LARGEST & set(row.tokens[k].text.lower().split()) for k in window):
        token = row.tokens[reading.at]
        worldwide = next((a for a in scene.known if a.name == WORLD), None)
        return worldwide or Area(name=WORLD, start=token.start, end=token.end, kind=EvidenceKind.IMPLIED)
    return next((a for a in scene.known if a.weapon is not None), None)
