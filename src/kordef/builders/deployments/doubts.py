"""Whether what sounds like a deployment is one: whose it would be, whether it is only judged, and who stands in for whom."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.deployments.owners import Owners
from kordef.builders.force_places import Spot
from kordef.builders.forces import Side, forces_in, forces_of
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line
from kordef.builders.page import Page
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind

__all__ = ["is_for_others", "is_guess", "is_habit", "is_judged", "relieves", "says_of_it"]

_JUDGES = frozenset(
    (
        "condemn condemns condemned blast blasts blasted criticise criticises criticised criticize criticizes criticized "
        "denounce denounces denounced call calls called describe describes described protest protests protested slam slams "
        "slammed regard regards regarded oppose opposes opposed view views viewed decry decries decried portray portrays "
        "portrayed use uses used"
    ).split()
)
_HABITS = frozenset(["usually", "typically", "normally", "generally"])


def is_judged(clauses: Clauses, match: Match) -> bool:
    """Whether exercises are only what somebody speaks of: "Pyongyang has long described the drills as rehearsals"."""
    if not match.noun or match.frame.settings["kind"] != "exercise":
        return False
    verb = clauses.verb_before(match.start)
    if verb is None or clauses.tokens[verb.head].text not in _JUDGES or match.start - verb.head > 8:
        return False
    return clauses.group(verb.head).passive is False


def is_habit(clauses: Clauses, match: Match) -> bool:
    """Whether an exercise is said to be held as a rule ("usually takes place in August"): no one of them is told of."""
    if match.frame.settings["kind"] != "exercise":
        return False
    tokens = clauses.tokens
    near = tokens[max(match.start - 4, 0) : match.end + 9]
    return any(t.text in _HABITS or (match.noun and t.text.startswith("every")) for t in near)


def says_of_it(match: Match) -> bool:
    """Whether a noun says of what was told which one it is: "This is the fourth rotation of the air force there"."""
    tokens = match.line.tokens
    if not match.noun or match.start > 12 or len(tokens) < 3 or match.frame.settings["kind"] == "operation":
        return False
    return tokens[0].text in ("this", "it", "that") and tokens[1].text in ("is", "was", "marks", "marked", "makes")


def relieves(
    page: Page,
    owners: Owners,
    match: Match,
    thing: tuple[int, int],
    actors: Sequence[Side],
    place: Spot | None,
) -> bool:
    """Whether forces stand in for those of another flag at a place, and are not what an army buys in their stead."""
    own = {k for k, _ in actors}
    others = [f for f in forces_in(page, match.line, match.end, thing[1]) if f.kind not in ("arms", "service")]
    flags = [s[0] for f in others for s in owners.owners_of(match.line, f)]
    ground = {
        m.key
        for t in match.line.tokens
        if place is not None and place.start <= t.start < place.end and isinstance(m := t.mention, ActorMention)
    }
    if not ground.isdisjoint(flags):
        return False  # "Korean jets will replace the Polish ones at Malbork": bought
    made = any(t.text in ("made", "built", "designed", "era") for t in match.line.tokens[match.end : thing[1]])
    return place is not None and bool(flags) and own.isdisjoint(flags) and not made


def is_guess(line: Line, actors: Sequence[Side], place: Spot | None) -> bool:
    """Whether forces at a place are only taken for those of the state in which it lies: "jets stationed at Ämari"."""
    if place is None or any(line.start <= m.start < line.end for _, m in actors):
        return False
    ground = {
        m.key for t in line.tokens if place.start <= t.start < place.end and isinstance(m := t.mention, ActorMention)
    }
    return not ground.isdisjoint(k for k, _ in actors)


def is_for_others(page: Page, owners: Owners, line: Line, match: Match) -> bool:
    """Whether "NATO's air policing" is only what the forces of a state are sent for in the same sentence."""
    named = [m for t in match.roles.get("actor", ()) if isinstance(m := t.mention, ActorMention)]
    if not any(m.kind is ActorKind.IGO for m in named):
        return False
    forces = [f for f in forces_of(page, line) if f.kind != "arms" and (f.kind != "service" or f.at < match.start)]
    return any(s[0].startswith("state:") for f in forces for s in owners.owners_of(line, f))
