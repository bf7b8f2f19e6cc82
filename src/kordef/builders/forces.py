"""Forces in a sentence: troops, units, ships, aircraft and services, whose they are, and where they are said to be."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from attrs import define, frozen

from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page, once_in
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention
from kordef.vocabulary import ActorKind

__all__ = [
    "Force",
    "Side",
    "Words",
    "counted_as",
    "fleet_flags",
    "forces_in",
    "forces_of",
    "is_base",
    "is_of_members",
    "is_owner",
    "is_rest_of_place",
    "ship_prefix",
    "side_of",
    "sides_in",
    "words",
]

Side = tuple[str, ActorMention]
"""The key of a state or organisation, with the mention that stands for it."""


@define
class Force:
    """A force at a position of a sentence; ``kind`` is troops, weak, unit, ship, aircraft, service or arms."""

    at: int
    kind: str
    token: Token

    @property
    def end(self) -> int:
        """Where its words end, those that a number counts taken in."""
        return self.token.mention.end if self.token.mention is not None else self.token.end


@frozen(kw_only=True)
class Words:
    """``data/forces.toml`` in the shape that look-ups need."""

    nouns: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    civil: frozenset[str]
    exercise: frozenset[str]
    never: frozenset[str]
    wished: frozenset[str]
    mission: frozenset[str]
    prepositions: frozenset[str]
    kept: frozenset[str]
    forms: frozenset[str]
    bases: frozenset[str]
    airfields: frozenset[str]
    codenames: frozenset[str]
    place_names: frozenset[str]
    anaphors: frozenset[str]
    ends: tuple[tuple[str, ...], ...]
    jointly: frozenset[str]
    terms: frozenset[str]
    prolonged: frozenset[str]
    prefixes: Mapping[str, tuple[str, ...]]


@cache
def words() -> Words:
    """The words of ``data/forces.toml``."""
    raw = tomllib.loads(files("kordef.builders").joinpath("data", "forces.toml").read_text("utf-8"))
    nouns: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, phrases in raw["nouns"].items():
        for phrase in phrases:
            first, *rest = phrase.split()
            nouns.setdefault(first, []).append((tuple(rest), kind))
    place = raw["place"]
    return Words(
        nouns={w: tuple(sorted(v, key=lambda x: -len(x[0]))) for w, v in nouns.items()},
        civil=frozenset(raw["civil"]["ships"]),
        exercise=frozenset(raw["exercise"]["modifiers"]),
        never=frozenset(raw["exercise"]["never"]),
        wished=frozenset(raw["exercise"]["wished"]),
        mission=frozenset(raw["mission"]["modifiers"]),
        prepositions=frozenset(place["prepositions"]),
        kept=frozenset(place["kept"]),
        forms=frozenset(place["forms"]),
        bases=frozenset(place["bases"]),
        airfields=frozenset(place["airfields"]),
        codenames=frozenset(raw["codenames"]["last"]),
        place_names=frozenset(place["names"]),
        anaphors=frozenset(raw["back"]["anaphors"]),
        ends=tuple(tuple(p.split()) for p in raw["back"]["ends"]),
        jointly=frozenset(raw["back"]["jointly"]),
        terms=frozenset(raw["back"]["terms"]),
        prolonged=frozenset(raw["back"]["prolonged"]),
        prefixes={p: tuple(f"state:{c}" for c in codes) for p, codes in raw["ships"]["prefixes"].items()},
    )


# ---- what is a force


def forces_in(page: Page, line: Line, low: int, high: int) -> list[Force]:
    """The forces that stand between two positions of a sentence, in order."""
    return [force for force in forces_of(page, line) if low <= force.at < high]


@once_in
def forces_of(page: Page, line: Line) -> tuple[Force, ...]:
    """The forces of a sentence, in order."""
    return tuple(_forces(page, line.tokens))


def _forces(page: Page, tokens: Sequence[Token]) -> Iterator[Force]:
    nouns = words().nouns
    for at in [n for n, t in enumerate(tokens) if t.mention is not None or t.text in nouns]:
        token = tokens[at]
        mention = token.mention
        if token.kind == "word":
            for rest, kind in nouns[token.text]:
                if tuple([t.text for t in tokens[at + 1 : at + 1 + len(rest)]]) == rest and not _idiom(tokens, at):
                    if rest == ("of",) and not (
                        at + 2 < len(tokens) and isinstance(tokens[at + 2].mention, ValueMention)
                    ):
                        continue  # "a company of 130", but not "the company of friends"
                    yield Force(at, kind, token)
                    break
        elif mention is None:
            continue
        elif isinstance(mention, WeaponMention):
            said = page.document.text[token.start : token.end].lower().split()
            if not words().civil.isdisjoint(said) or (at and tokens[at - 1].text in words().civil):
                continue  # "the drill ship Fatih"
            yield Force(at, _weapon_kind(page, mention, token), token)
        elif isinstance(mention, ActorMention):
            if mention.kind is ActorKind.MILITARY_UNIT and not mention.as_place and not is_base(mention):
                if _is_station(tokens, at):
                    continue
                yield Force(at, "service" if mention.key.partition("-")[2] in _SERVICES else "unit", token)
            elif mention.form == "demonym" and at and _is_people(tokens[at - 1]):
                yield Force(at, "troops", token)
        elif isinstance(mention, ValueMention):
            counted = counted_as(mention)
            if counted:
                yield Force(at, counted, token)


def is_base(mention: ActorMention) -> bool:
    """Whether what is named as a unit is ground: "Siauliai Air Base", "Camp Adazi" are nobody's forces."""
    said = mention.name.casefold().split()
    return mention.kind is ActorKind.MILITARY_UNIT and (said[-1] in words().bases or said[0] in ("camp", "fort"))


def _is_station(tokens: Sequence[Token], at: int) -> bool:
    """Whether a service's name is that of one of its stations: "the 48th Fighter Wing, Royal Air Force Lakenheath, England"."""
    if tokens[at].text.casefold() not in ("royal air force", "raf") or at + 2 >= len(tokens):
        return False
    town = tokens[at + 1]
    return town.kind == "word" and town.capital and tokens[at + 2].text in (",", "in", ".")


def _idiom(tokens: Sequence[Token], at: int) -> bool:
    """ "Entered into force", "in force", "work force", "market forces", "a research ship", "military aid"."""
    before = tokens[at - 1].text if at else ""
    if before in words().civil and tokens[at].text in ("ship", "ships", "vessel", "vessels"):
        return True
    if tokens[at].text in ("military", "army") and at + 1 < len(tokens) and tokens[at + 1].text in _GIVEN:
        return True
    return tokens[at].text in ("force", "forces") and before in (
        "into",
        "in",
        "work",
        "market",
        "driving",
        "by",
        "labour",
        "labor",
        "of",
    )


_GIVEN = frozenset(
    ["aid", "assistance", "support", "equipment", "hardware", "supplies", "goods", "gear", "package", "packages"]
)
"""Behind "military" these are what somebody gets, and no forces."""
_SERVICES = frozenset(
    ["navy", "army", "air-force", "royal-navy", "marine-corps", "marines", "armed-forces", "coast-guard"]
)
_SHIPS = frozenset(
    [
        "ship",
        "vessel",
        "frigate",
        "destroyer",
        "corvette",
        "submarine",
        "carrier",
        "cruiser",
        "minehunter",
        "minesweeper",
        "cutter",
        "boat",
        "warship",
        "icebreaker",
        "minelayer",
        "flagship",
        "oiler",
    ]
)
_AIRCRAFT = frozenset(
    [
        "aircraft",
        "fighter",
        "jet",
        "bomber",
        "helicopter",
        "airlifter",
        "trainer",
        "drone",
        "plane",
        "transport",
        "gunship",
    ]
)


def _weapon_kind(page: Page, mention: WeaponMention, token: Token) -> str:
    """Whether a weapon is a ship, an aircraft or another arm."""
    record = page.weapons[page.weapon(mention)]
    if record.sipri_category:
        sort = record.sipri_category.casefold()
        return "ship" if sort.startswith("ship") else "aircraft" if sort.startswith("aircraft") else "arms"
    named = {w.rstrip("s") for w in (*(mention.category or "").lower().split(), *token.text.lower().split())}
    return "ship" if named & _SHIPS else "aircraft" if named & _AIRCRAFT else "arms"


def _is_people(token: Token) -> bool:
    return isinstance(token.mention, ValueMention) and token.mention.kind == "persons"


def counted_as(value: ValueMention) -> str | None:
    """The sort of force that a number counts ("28,500 American soldiers", "two vessels")."""
    noun = (value.noun or "").lower().split()
    nouns = words().nouns
    if noun == ["men"]:
        return "weak"
    for position in range(len(noun)):
        for rest, kind in nouns.get(noun[position], ()):
            if tuple(noun[position + 1 : position + 1 + len(rest)]) == rest and position + 1 + len(rest) == len(noun):
                return kind
    return None


# ---- whose they are


def ship_prefix(ship: WeaponMention) -> tuple[str, int]:
    """The letters before a ship's name that tell its navy ("HMS" of "the frigate HMS Spey"), and where they begin in it."""
    known = words().prefixes
    offset = 0
    for word in ship.exact.split(" ", 5)[:5]:
        if word in known:
            return word, offset
        offset += len(word) + 1
    return "", 0


def side_of(mention: ActorMention) -> str | None:
    """The key of the state or organisation that an actor is or acts for; ``None`` for firms, media and parties."""
    if mention.kind in (ActorKind.COMPANY, ActorKind.MEDIA, ActorKind.PARTY, ActorKind.RESEARCH_INSTITUTE):
        return None
    return mention.key if mention.kind in (ActorKind.STATE, ActorKind.IGO) else mention.acts_for


def is_owner(tokens: Sequence[Token], token: Token) -> bool:
    """Whether an "’s" follows a name: then it owns what follows, whatever stands before it."""
    return any(t.text in ("’s", "'s") and t.start <= token.end + 1 for t in tokens if t.start >= token.end)


_AGAINST = frozenset(["against", "from", "to", "on", "over", "toward", "towards", "versus", "about", "near", "off"])


def sides_in(tokens: Sequence[Token], low: int, high: int) -> Iterator[Side]:
    """The states and organisations that act between two positions; places, and those acted against, are left out."""
    seen: set[str] = set()
    for at in range(max(low, 0), min(high, len(tokens))):
        mention = tokens[at].mention
        if not isinstance(mention, ActorMention) or (
            mention.as_place and not is_owner(tokens[at : at + 2], tokens[at])
        ):
            continue
        if is_base(mention) or is_rest_of_place(tokens, at) or is_of_members(tokens, at):
            continue
        before = tokens[at - 1].text if at else ""
        before = tokens[at - 2].text if before in ("the", "a") and at > 1 else before
        key = side_of(mention)
        if key is None or key in seen or before in _AGAINST:
            continue
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following is not None and isinstance(following.mention, ActorMention) and side_of(following.mention) == key:
            continue
        seen.add(key)
        yield key, mention


def is_of_members(tokens: Sequence[Token], at: int) -> bool:
    """Whether an organisation is named for its members alone: "nine NATO member states"."""
    mention = tokens[at].mention
    igo = isinstance(mention, ActorMention) and mention.kind is ActorKind.IGO
    return (
        igo and at + 1 < len(tokens) and tokens[at + 1].text in ("member", "members", "nations", "countries", "states")
    )


def is_rest_of_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether a state says where a town or base lies: "at Siauliai, Lithuania", "from Ämari AB, Estonia"."""
    if at < 2 or tokens[at - 1].text != "," or not isinstance(tokens[at].mention, ActorMention):
        return False
    town = next((t for t in reversed(tokens[max(at - 3, 0) : at - 1]) if t.mention is not None), None)
    mention = town.mention if town is not None else None
    return isinstance(mention, ActorMention) and (mention.as_place or is_base(mention))


def fleet_flags(line: Line, flags: dict[tuple[int, str], Side], torn: set[tuple[int, str]]) -> None:
    """Note whose the ships and aircraft of a sentence are: "the Italian carrier Cavour", "two ships of the German Navy".

    Types that several have ("Portuguese F-16s", "Dutch F-16s") are noted as torn.
    """
    holder: Side | None = None
    distance = 0
    for at, token in enumerate(line.tokens):
        mention = token.mention
        if token.kind == "actor" and isinstance(mention, ActorMention):
            owns = is_owner(line.tokens[at : at + 2], token)
            key = None if mention.as_place and not owns else side_of(mention)
            takes = mention.form == "adjective" or mention.kind is ActorKind.MILITARY_UNIT or owns
            holder, distance = ((key, mention) if key and takes else None), 0
        elif token.kind == "weapon" and isinstance(mention, WeaponMention):
            if holder is not None and mention.form == "name":
                known = flags.setdefault((line.story, mention.key), holder)
                if known[0] != holder[0]:
                    torn.add((line.story, mention.key))
        elif token.kind == "word":
            distance += 1
            if distance > 8 or token.text in ("in", "at", "with", "against"):
                holder = None
