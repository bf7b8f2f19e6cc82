"""What must stand about a plain verb for it to tell of a deployment: whose forces, where, with whom, and no deal in goods."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from attrs import frozen

from kordef.builders.deployments.checks import directly, has_errand
from kordef.builders.deployments.names import SERVICE_NOUNS
from kordef.builders.force_places import Spot
from kordef.builders.forces import Force, Side
from kordef.builders.grammar.clauses import PREPOSITIONS
from kordef.builders.grammar.frames import Match, load
from kordef.builders.grammar.tokens import Line, Token
from kordef.mentions.model import ActorMention, WeaponMention
from kordef.vocabulary import ActorKind

__all__ = [
    "BASES",
    "TESTS",
    "Told",
    "agent_of",
    "is_dealt",
    "is_given",
    "is_service",
    "lemma_of",
    "pupils_of",
    "rehearses",
    "sole",
    "states_of",
]

_DEALT = frozenset(
    (
        "deliver delivers delivered delivery deliveries ordered order orders bought buy purchase purchased contract contracts "
        "built handed donate donated donation gift gifted batch acquired acquire sold sale sell shipyard yard yards "
        "commissioned maker manufacturer procure procured aid package bought inducted second-hand price budget cost costs"
    ).split()
)
"""Words of deals: ships and aircraft that come with one of them are goods, and go where they were bought for."""

_STANDS = frozenset("lie sit stand wait stay remain park keep put house site install emplace be station".split())
"""What is done with arms that nobody is given: they stand somewhere."""

_GIVES = frozenset(
    (
        "lend loan pledge promise offer ship transfer supply furnish order add raise release hire forward bring double "
        "triple halve cut fly airlift rush replace"
    ).split()
)
"""Verbs of giving: what is given to a state is aid or trade unless it is men."""

_SHARES = frozenset("supply furnish fill man staff crew put bring land raise add form".split())
_PARTS = frozenset("bulk most half third quarter part share majority backbone core lion rest remainder nucleus".split())
_MOVES = frozenset("sail fly deploy withdraw operate serve land patrol redeploy rotate".split())
_PARKED = frozenset("park sit wait stay remain".split())
_STRICT = frozenset(
    "rehearse practise practice drill exercise manoeuvre maneuver simulate war-game wargame train".split()
)
_AT = frozenset(["in", "at", "off", "on", "with", "near", "back", "part", "aboard"])
_HOME = frozenset(["sea", "home", "there", "here", "ashore", "abroad"])
_BASES_ONLY = frozenset(["base", "bases", "airbase", "airbases", "garrison", "outpost"])
BASES = _BASES_ONLY | frozenset("camp camps facility facilities port hub station depot barracks".split())
_MILITARY = frozenset("military naval air army training forward navy logistics support drone".split())


@frozen(kw_only=True)
class Told:
    """What stands about a verb, for the tests of the frames."""

    line: Line
    match: Match
    lemma: str
    doers: Sequence[Force]
    things: Sequence[Force]
    anaphor: bool
    place: Spot | None
    joined: bool
    actors: Sequence[Side]


def _goes(told: Told) -> bool:
    """Whether forces go or are somewhere: to a place, home, or with a formation."""
    forces, tokens, match = told.doers, told.line.tokens, told.match
    if not forces and not told.anaphor:
        return False
    if (forces and (all(f.kind == "arms" for f in forces) and told.lemma not in _PARKED)) or is_dealt(
        told.line, forces
    ):
        return False
    near = {t.text for t in tokens[match.end : match.end + 6]}
    origin = match.end < len(tokens) and tokens[match.end].text == "from" and told.lemma == "come"
    if origin and all(f.kind in ("ship", "aircraft", "arms") for f in forces):
        return False  # "the helicopters come from Italy"
    if forces and all(is_service(f) for f in forces) and told.lemma not in _MOVES:
        return False  # "for its ships the navy has gone to Turkey"
    if told.lemma == "be" and {"at", "sea"} <= near:
        return True
    if told.lemma == "be":
        after = tokens[match.end].text if match.end < len(tokens) else ""
        if after in _HOME and after != "there":
            return True
        return after in _AT and (told.joined or (told.place is not None and directly(tokens, match, told.place)))
    if told.place is not None:
        return True
    return bool(near & _HOME) or (told.joined and told.lemma != "leave")


def _calls(told: Told) -> bool:
    ships = any(f.kind in ("ship", "unit", "weak", "service") for f in told.doers)
    return (told.anaphor or ships) and (told.place is not None or told.joined) and not is_dealt(told.line, told.doers)


def _is_sent(told: Told) -> bool:
    """Whether forces are sent or kept: somewhere, to a formation, or on an errand, and not given away."""
    forces, lemma = told.things, told.lemma
    if not forces:
        behind = {t.text for t in told.line.tokens[told.match.end : told.match.end + 5]}
        return told.joined and lemma in _SHARES and bool(behind & _PARTS)
    errand = has_errand(told.line.tokens, told.match)
    if all(f.kind == "arms" for f in forces):
        return lemma in _STANDS and told.place is not None
    if all(f.kind in ("aircraft", "ship", "arms") for f in forces):
        if lemma in _GIVES and not (told.joined or errand):
            return False
        if is_dealt(told.line, forces) and not told.joined:
            return False
    home = any(t.text in _HOME for t in told.line.tokens[told.match.end : told.match.end + 9])
    return told.place is not None or told.joined or errand or home


_NEWCOMERS = frozenset(["recruits", "volunteers", "conscripts", "cadets", "women", "men", "people", "veterans"])
"""Who joins a force for good."""


def _heads(told: Told) -> bool:
    """Whether a state, ship or unit leads or joins a formation or mission."""
    if told.match.reduced or told.match.start == 0:
        return False
    if told.doers and all(f.token.text.casefold().split()[-1] in _NEWCOMERS for f in told.doers):
        return False  # "14,600 recruits joined the marines"
    return told.joined


def _is_on_duty(told: Told) -> bool:
    armed = any(f.kind != "arms" or isinstance(f.token.mention, WeaponMention) for f in told.doers)
    return (armed or told.anaphor) and (told.place is not None or told.joined) and not is_dealt(told.line, told.doers)


def pupils_of(told: Told) -> list[Force]:
    """Who is taught: the doers of a passive verb without an agent ("were trained"), else the things."""
    passive = told.match.group.passive and agent_of(told.match) is None
    pupils = told.doers if passive else told.things
    return [f for f in pupils if f.kind in ("troops", "weak", "unit", "service")]


def _teaches(told: Told) -> bool:
    """Whether somebody is taught, and no training comes with a sale."""
    by = agent_of(told.match) is not None and any(f.kind in ("troops", "weak") for f in told.doers)
    return (bool(pupils_of(told)) or by) and _DEALT.isdisjoint(told.line.texts)


def rehearses(told: Told, company: Sequence[Side], *, known: bool) -> bool:
    """Whether forces exercise: with others, at a place, or where an exercise is told of."""
    if not told.anaphor and all(f.kind == "arms" for f in told.doers):
        return False
    if told.lemma in _STRICT and (known or told.place is not None):
        return True
    return bool(company) or (known and told.place is not None)


def _is_based(told: Told) -> bool:
    """Whether a state has a base on the ground of another."""
    tokens, place = told.line.tokens, told.place
    low, high = told.match.end, min(told.match.reach, told.match.end + 10)
    noun = next((at for at in range(low, high) if tokens[at].text in BASES), None)
    if noun is None or place is None or any(t.text in PREPOSITIONS and t.text != "of" for t in tokens[low:noun]):
        return False
    if tokens[noun].text not in _BASES_ONLY and not _MILITARY & {t.text for t in tokens[max(noun - 3, low) : noun]}:
        return False
    owner = tokens[told.match.group.start - 1]
    if owner.kind != "actor" and owner.text not in SERVICE_NOUNS and owner.text not in ("that", "which"):
        return False  # "a Polish firm opened a base in Berlin"
    grounds = {
        t.mention.key
        for t in tokens
        if place.start <= t.start < place.end
        and isinstance(t.mention, ActorMention)
        and t.mention.kind is ActorKind.STATE
    }
    return bool(grounds) and grounds.isdisjoint(k for k, _ in told.actors)


def _hosts(told: Told) -> bool:
    """Whether ships or troops of others are guests of a state or town."""
    return any(f.kind in ("ship", "troops", "unit") for f in told.things) and not is_dealt(told.line, told.things)


TESTS: dict[str, Callable[[Told], bool]] = {
    "go": _goes,
    "call": _calls,
    "sent": _is_sent,
    "headed": _heads,
    "duty": _is_on_duty,
    "taught": _teaches,
    "based": _is_based,
    "hosted": _hosts,
}


def is_dealt(line: Line, forces: Sequence[Force]) -> bool:
    """Whether what moves is goods: ships and aircraft in a sentence that speaks of a deal."""
    goods = bool(forces) and all(f.kind in ("aircraft", "ship", "arms") for f in forces)
    return goods and not _DEALT.isdisjoint(line.texts)


def is_service(force: Force) -> bool:
    """Whether a force is a whole service ("the navy", "the Polish Land Forces"), which buys as well as sails."""
    said = force.token.text.casefold().split()
    if said[-1] == "marines":
        return False
    named = isinstance(force.token.mention, ActorMention) and said[-1] in SERVICE_NOUNS and "task" not in said
    return force.kind == "service" or named


def is_given(tokens: Sequence[Token], match: Match, force: Force) -> bool:
    """Whether something is given to a force: "pledged it to the Polish Navy"."""
    if is_service(force):
        return not any(t.text in ("its", "their") for t in tokens[max(force.at - 2, match.end) : force.at])
    before = [t.text for t in tokens[max(force.at - 4, match.end) : force.at]]
    return any(w in ("to", "for", "against", "by", "next", "beside") for w in before) and force.at > match.end


def agent_of(match: Match) -> tuple[int, int] | None:
    """Who does what a participle in front says: "Escorted by the Greek frigate Psara, the tanker passed"."""
    tokens = match.line.tokens
    if match.end >= len(tokens) or tokens[match.end].text != "by" or match.noun:
        return None
    if not (match.start == 0 or match.group.passive or match.reduced):
        return None
    end = next((k for k in range(match.end + 1, len(tokens)) if tokens[k].text in (",", ";", ".", "and")), len(tokens))
    return match.end + 1, min(end, match.end + 9)


def sole(sides: Iterable[Side]) -> list[Side]:
    """Each side once, in the order in which they are first told."""
    return list({k: (k, m) for k, m in sides}.values())


def states_of(sides: Iterable[Side]) -> list[Side]:
    """The states among some sides."""
    return [s for s in sides if s[0].startswith("state:")]


def lemma_of(match: Match) -> str:
    """The verb of a match in its plain form."""
    word = match.line.tokens[match.start].text
    triggers = load("deployment_acts").verb_forms.get(word, ())
    return triggers[0].inflection.lemma if triggers else word
