"""What the words about a trigger say of a deployment: its mission, its name, how real it is, and what it is told with."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kordef.builders.deployments.drafts import Draft
from kordef.builders.force_places import Spot
from kordef.builders.forces import Force, forces_in, ship_prefix, words
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.mentions.model import ActorMention, DateMention, WeaponMention
from kordef.vocabulary import ActorKind, DeploymentKind, Modality

__all__ = [
    "OBSERVING",
    "by_service",
    "comes_back",
    "directly",
    "fits_weak",
    "goes_to_place",
    "has_errand",
    "has_state",
    "in_label",
    "in_port",
    "includes",
    "is_anaphor",
    "is_auxiliary",
    "is_elliptic",
    "is_enabled",
    "is_mission",
    "is_of_state",
    "is_own",
    "is_part_of_name",
    "is_thing",
    "is_title",
    "modality",
    "names_a_thing",
    "says_only",
    "serves",
    "since_when",
    "told_with",
    "told_with_forces",
    "trains_somebody",
]

_BESIDE = frozenset(["with", "and", ",", "including", "plus", "or", "includes", "the"])


def by_service(tokens: Sequence[Token], subject: tuple[int, int]) -> bool:
    """Whether a service without the name of its state does it ("the air force had sent")."""
    said = " ".join(t.text for t in tokens[subject[0] : subject[1]])
    return said.endswith(("the air force", "the navy", "the army", "the marine corps"))


def fits_weak(force: Force, tokens: Sequence[Token], accept: Sequence[str]) -> bool:
    """Whether "team", "unit" or "personnel" is one of the sorts a verb takes."""
    if not {"troops", "unit"} & set(accept):
        return False
    before = {t.text for t in tokens[max(force.at - 3, 0) : force.at]}
    text = force.token.text
    if text == "group":
        return bool(before & words().mission)
    if text in ("team", "teams", "group", "experts", "unit", "units"):
        return bool(before & (words().mission | words().exercise))
    return True


_ERRANDS = frozenset(
    (
        "guard protect patrol police reinforce train exercise join monitor secure escort take participate bolster boost deter "
        "conduct fly watch"
    ).split()
)


def has_errand(tokens: Sequence[Token], match: Match) -> bool:
    """Whether what is sent goes on duty and is no gift: "sent two F-35s to Poland to guard the air hub", "for a drill"."""
    end = min(match.end + 16, len(tokens))
    if any(a.text == "to" and b.text in _ERRANDS for a, b in pairwise(tokens[match.end : end])):
        return True
    return any(tokens[k].text in _DRILLS and is_what_for(tokens, k) for k in range(match.end, end))


def is_of_state(tokens: Sequence[Token], at: int) -> bool:
    """Whether "forces" have a state's adjective before them: "French forces", not "market forces"."""
    owner = tokens[at - 1].mention if at and tokens[at].text == "forces" else None
    return isinstance(owner, ActorMention) and owner.kind is ActorKind.STATE and owner.form == "adjective"


def goes_to_place(tokens: Sequence[Token], match: Match) -> bool:
    """Whether what is sent goes to a town or a sea, which get no gifts: "sent six Eurofighters to the Gulf of Aden"."""
    goal = next((k for k in range(match.end, min(match.end + 8, len(tokens) - 1)) if tokens[k].text == "to"), None)
    if goal is None or not tokens[match.start].text.startswith(("send", "sent")):
        return False
    to = goal + 1 + (tokens[goal + 1].text == "the")
    named = tokens[to].mention if to < len(tokens) else None
    if isinstance(named, ActorMention):
        return named.as_place and named.form == "place"
    return to < len(tokens) and (tokens[to].capital or tokens[to].text in ("indo-pacific", "pacific", "baltic"))


def is_what_for(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun tells what something is done for: "for joint exercises", "for the exercise"."""
    first = at
    while first > max(at - 5, 0) and tokens[first - 1].text in _BEFORE_DRILLS:
        first -= 1
    return first > 0 and tokens[first - 1].text == "for"


_DRILLS = frozenset(["exercise", "exercises", "drill", "drills", "training", "manoeuvres", "maneuvers", "patrols"])
_BEFORE_DRILLS = frozenset([
    "a", "an", "the", "joint", "combined", "large", "large-scale", "bilateral", "multinational", "annual", "winter", "summer",
    "naval", "military", "air", "live-fire", "regular", "series", "of", "allied", "several", "further",
])  # fmt: skip


_WITH = frozenset(["with", "alongside", "on", "in", "at"])


def trains_somebody(tokens: Sequence[Token], match: Match, placed: bool) -> bool:
    """Whether training takes place: somewhere, some day, with or of somebody; an army "trains", and a minister instructs."""
    reach = tokens[match.end : max(match.end, match.reach, match.end + 1) + 8]
    if tokens[match.start].text.startswith("instruct"):
        return not any(t.text == "to" for t in reach[:8])
    counted = any(t.kind == "value" for t in tokens[: match.start])
    told = ((t.kind != "word" and t.kind != "mark") or t.text in _WITH for t in reach)
    return placed or counted or any(told)


_MANDATED = frozenset(["troops", "soldiers", "forces", "deployment", "contingent"])


def is_mission(tokens: Sequence[Token], match: Match) -> bool:
    """Whether what a trigger governs is a mission: "the mandate for the mission", "Operation Atalanta"."""
    near = tokens[match.start : match.end + (6 if tokens[match.end - 1].text in ("mandate", "participation") else 3)]
    return (
        any(
            t.text in words().mission or (t.text in _MANDATED and tokens[match.end - 1].text == "mandate") for t in near
        )
        or any(isinstance(t.mention, ActorMention) and t.mention.kind is ActorKind.MILITARY_UNIT for t in near)
        or (match.end < len(tokens) and tokens[match.end - 1].text == "operation" and tokens[match.end].capital)
    )


_NAMED_AFTER = frozenset(
    (
        "plan plans schedule bike class classes book program strategy ban ship ships rig corvette corvettes vessel vessels boat "
        "boats craft aircraft plane planes"
    ).split()
)


_SORTS = frozenset(
    ["boarding", "firing", "landing", "refuelling", "refueling", "diving", "shooting", "patrolling", "training"]
)
_WHAT_FOR = frozenset(
    (
        "operation operations party parties team teams drill drills exercise exercises procedures craft serials task group "
        "cruise vessel vessels ship ships squadron programme program centre center ground grounds area areas flight flights"
    ).split()
)
"""A gerund before one of these says what sort it is of: "boarding operations", "landing craft"."""

_RANKS = frozenset(["officer", "officers", "general", "generals", "body", "principle", "role"])


def is_part_of_name(tokens: Sequence[Token], match: Match) -> bool:
    """ "Deployment" in a longer name of something else ("deployment plan", "exercise bike", "commanding officer")."""
    if not match.noun and match.end < len(tokens) and tokens[match.end - 1].text.endswith("ing"):
        if tokens[match.end].text in _RANKS:
            return True
        if tokens[match.start].text in _SORTS and tokens[match.end].text in _WHAT_FOR:
            return True
    if not match.noun and match.start > 0 and tokens[match.start - 1].text == "-":
        return tokens[match.start - 1].end == tokens[match.start].start  # "the United States-led battlegroup"
    after = tokens[match.end].text if match.noun and match.end < len(tokens) else ""
    return after.partition(" ")[0] in _NAMED_AFTER


_LETTING = frozenset(
    ["let", "lets", "letting", "allow", "allows", "allowed", "allowing", "enable", "enables", "permits"]
)


_COMMANDS = ("command", "head", "lead", "led")


def is_enabled(tokens: Sequence[Token], match: Match) -> bool:
    """Whether something only makes it possible: "the agreement lets Korean forces join EU missions"."""
    at = match.group.start
    if match.noun:
        return match.frame.settings["kind"] == "exercise" and _is_eased(tokens, at)
    if tokens[match.start].text in ("details", "drills", "exercises") and _is_eased(tokens, at + 2):
        return True  # nouns after all
    if at and tokens[at - 1].text == "who" and tokens[match.start].text.startswith(_COMMANDS):
        return True  # "the general who commands the force"
    return not _LETTING.isdisjoint(match.line.texts) and any(t.text in _LETTING for t in tokens[max(at - 6, 0) : at])


def _is_eased(tokens: Sequence[Token], at: int) -> bool:
    """Whether exercises are only made easier ("would facilitate joint drills"), or have rules made ("details of drills")."""
    before = [t.text for t in tokens[max(at - 5, 0) : at] if t.kind == "word"]
    return not _EASING.isdisjoint(before) or any(
        w in _RULES and before[n + 1 : n + 2] in (["of"], ["for"], ["on"]) for n, w in enumerate(before)
    )


_EASING = frozenset("facilitate facilitates facilitated facilitating ease eases simplify simplifies".split())
_RULES = frozenset("details rules procedures conditions arrangements terms legalities".split())


def is_own(tokens: Sequence[Token], at: int) -> bool:
    """Whether "its" or "their" owns a noun, with one adjective between at most."""
    before = [t.text for t in tokens[max(at - 2, 0) : at]]
    return bool(before) and (before[-1] in ("its", "their") or (before[0] in ("its", "their") and before[-1].isalpha()))


OBSERVING = frozenset(
    "tracked tracks track tracking shadowed shadows shadow monitored monitors monitor monitoring watched watches recorded".split()
)
"""What the forces of a state do without leaving home."""


def in_label(tokens: Sequence[Token], match: Match) -> bool:
    """Whether a trigger stands in the label of a line of figures ("Soldiers trained: more than 5,000")."""
    if ":" not in match.line.texts:
        return False
    colon = next((at for at in range(match.end, min(len(tokens), match.end + 8)) if tokens[at].text == ":"), None)
    if colon is None or colon + 1 >= len(tokens) or tokens[colon + 1].kind != "value":
        return False
    return all(t.kind == "mark" for t in tokens[colon + 2 :])


def says_only(tokens: Sequence[Token], match: Match, subject: tuple[int, int], *said: str) -> bool:
    """Whether a verb has nothing but one of some pronouns for its subject."""
    phrase = [t.text for t in tokens[subject[0] : subject[1]] if t.text not in ("where", "which", "and", ",", "when")]
    return not match.noun and len(phrase) == 1 and phrase[0] in said


def directly(tokens: Sequence[Token], match: Match, place: Spot) -> bool:
    """Whether a place follows a trigger with no more than dates and numbers between: "deployed 400 troops to Latvia"."""
    between = [t for t in tokens[match.end :] if t.end <= place.start]
    return (
        len(between) <= 7
        and tokens[match.end - 1].end <= place.start
        and all(
            t.kind in ("value", "date") or t.text in words().forms or t.text in ("in", "at", "off", "to")
            for t in between
        )
        and place.start > tokens[match.start].start
    )


def told_with_forces(page: Page, line: Line, match: Match) -> bool:
    """Whether the forces of a state are those with whom an exercise is held ("will hold exercises with Korean forces")."""
    tokens = line.tokens
    high = min(match.end + 8, len(tokens))
    at = next((i for i in range(match.end, high) if tokens[i].text in ("with", "alongside")), None)
    if at is None or any(t.kind == "mark" for t in tokens[match.end : at]):
        return False
    near = forces_in(page, line, at + 1, min(at + 7, len(tokens)))
    return any(
        isinstance(m := t.mention, ActorMention) and m.kind is ActorKind.STATE
        for f in near[:1]
        for t in tokens[at + 1 : f.at]
    )


def told_with(held: Draft, draft: Draft) -> bool:
    """Whether two triggers of one sentence tell of one thing ("joined Noble Raven, an exercise off Japan")."""
    if held.line is not draft.line or {k for k, _ in held.actors}.isdisjoint(k for k, _ in draft.actors):
        return False
    before = held.line.tokens[max(draft.at - 1, 0)].text
    if (
        draft.kind in (DeploymentKind.EXERCISE, DeploymentKind.TRAINING)
        and not draft.verbal
        and held.verbal
        and held.kind is DeploymentKind.DEPLOYMENT
        and held.at < draft.at
        and is_what_for(draft.line.tokens, draft.at)
        and not draft.partners
        and {k for k, _ in draft.actors} <= {k for k, _ in held.actors}
        and (draft.place is None or held.place is None or draft.place == held.place)
    ):
        return True  # "deployed Rafales to South Korea for a joint drill"
    if (
        draft.kind is DeploymentKind.EXERCISE
        and draft.name
        and not draft.verbal
        and held.verbal
        and before in ("on", "to", "for")
    ):
        # "are spending two weeks in Nadi on Exercise Cartwheel"
        return held.name is None and held.kind in (
            DeploymentKind.DEPLOYMENT,
            DeploymentKind.PORT_CALL,
            DeploymentKind.TRAINING,
        )
    if held.verbal and draft.verbal and held.kind is DeploymentKind.DEPLOYMENT:
        return False
    if held.kind is draft.kind and (held.name is None or draft.name is None or held.name == draft.name):
        return held.place is None or draft.place is None or held.place == draft.place
    nested = held.start <= draft.start and draft.end <= held.end
    return (
        nested
        and draft.kind in (DeploymentKind.OPERATION, DeploymentKind.DEPLOYMENT)
        and draft.place in (None, held.place)
    )


def since_when(held: Draft, match: Match) -> bool:
    """Whether a relative clause says since when forces have served ("UNIFIL, which Seoul joined in 2007")."""
    tokens = match.line.tokens
    clause = [t.text for t in tokens[max(match.start - 4, 0) : match.start]]
    if tokens[match.start].text != "joined" or "which" not in clause:
        return False
    date = next((t.mention for t in match.places.get("date", ()) if isinstance(t.mention, DateMention)), None)
    if date is not None and held.period is None:
        held.open_from(date)
    return True


def comes_back(tokens: Sequence[Token], match: Match) -> bool:
    """Whether a trigger comes back to what was told: "the deployment", "its patrol"."""
    return any(
        t.text in ("the", "these", "this", "such", "those", "its", "their")
        for t in tokens[max(match.start - 3, 0) : match.start]
    )


def modality(line: Line, match: Match, clauses: Clauses) -> Modality:
    """That of the verb group; a noun has that of the verb that governs it, and what is wished for is proposed."""
    modality = match.group.modality
    tokens = line.tokens
    if modality is Modality.ASSERTED:
        verb = clauses.verb_before(match.start)
        if verb is not None and (match.noun or clauses.tags[match.start] in ("infinitive", "gerund")):
            around = clauses.group(verb.head)
            modality = around.modality
            if modality is Modality.ASSERTED and match.noun:
                modality = clauses.group(verb.head + 1).modality
    if modality is Modality.ASSERTED and not match.noun and match.group.aspect == "agreed":
        modality = Modality.PLANNED
    wished = {t.text for t in tokens[max(match.begin - 12, 0) : match.start]} & words().wished
    if (
        modality in (Modality.ASSERTED, Modality.PLANNED, Modality.CONDITIONAL)
        and wished
        and (match.noun or modality is not Modality.ASSERTED)
    ):
        return Modality.PROPOSED
    return modality


def is_auxiliary(clauses: Clauses, match: Match) -> bool:
    """Whether "has" or "is" only helps another verb ("has sent", "is stationed")."""
    verb = next((v for v in clauses.verbs if v.start <= match.start <= v.head), None)
    return verb is not None and verb.head > match.start


_SEAS = frozenset([
    "sea", "ocean", "gulf", "strait", "straits", "channel", "indo-pacific", "atlantic", "pacific", "mediterranean",
    "baltic", "arctic", "waters", "off",
])  # fmt: skip


def in_port(tokens: Sequence[Token], match: Match, place: Spot | None) -> bool:
    """Whether a ship is said to be in a town and not at sea."""
    end = place.end if place is not None else 0
    behind = [t.text.casefold() for t in tokens[match.end : match.end + 9] if t.start < end]
    return not any(w in _SEAS for text in behind for w in text.split())


_THINGS = frozenset([
    "task", "ship", "ships", "group", "unit", "area", "areas", "ground", "grounds", "mission", "missions", "camp",
    "centre", "center", "aircraft", "jets", "squadron", "range",
])  # fmt: skip


def names_a_thing(tokens: Sequence[Token], match: Match) -> bool:
    """Whether "training" belongs to a noun ("the training ship", "a training area")."""
    return match.end < len(tokens) and tokens[match.end].text in _THINGS


def is_thing(tokens: Sequence[Token], match: Match) -> bool:
    """Whether "training" is a noun without an object ("worth $34 million together with training, to the Coast Guard")."""
    after = tokens[match.end].text if match.end < len(tokens) else ""
    before = tokens[match.start - 1].text if match.start else ""
    return after in (",", ";", ".", ")") and before in _BESIDE


_HAS = frozenset(["include", "includes", "included", "including", "feature", "features", "featured", "with"])


def includes(tokens: Sequence[Token], match: Match) -> bool:
    """Whether a port call is part of the voyage spoken of ("which includes a port visit to Darwin")."""
    near = {t.text for t in tokens[max(match.start - 3, 0) : match.start]}
    return match.noun and match.frame.id == "port-call" and bool(near & _HAS)


def is_title(line: Line, match: Match) -> bool:
    """Whether the words of an exercise's name are written as a name."""
    return all(t.capital for t in line.tokens[match.start : match.end])


def serves(match: Match) -> bool:
    """Whether forces serve somewhere, and not only in something ("have served in Lebanon since 2007")."""
    return match.line.tokens[match.start].text.startswith(("serv", "operat"))


def is_anaphor(page: Page, line: Line, subject: tuple[int, int]) -> bool:
    """Whether a subject comes back to forces named before: "they", "the pair", "the two ships"; not "four Gripen jets"."""
    phrase = line.tokens[subject[0] : subject[1]]
    if any(t.text == "it" for t in phrase):
        return len(phrase) <= 2
    if any(t.text in words().anaphors for t in phrase):
        return True
    counted = [f for f in forces_in(page, line, *subject) if f.token.kind == "value"]
    return any(f.at + 1 >= len(line.tokens) or line.tokens[f.at + 1].kind != "weapon" for f in counted)


def is_elliptic(match: Match) -> bool:
    """Whether a ship or unit without a flag does it: whose it is was said before."""
    ships = [t for t in match.line.tokens[match.begin : match.start] if t.kind == "weapon"]
    return bool(ships) and not any(isinstance(t.mention, WeaponMention) and ship_prefix(t.mention)[0] for t in ships)


def has_state(match: Match) -> bool:
    """Whether a noun's owner is a state: "Kenya's police mission"."""
    owners = (t.mention for t in match.roles.get("actor", ()))
    return any(isinstance(m, ActorMention) and m.kind is ActorKind.STATE for m in owners)
