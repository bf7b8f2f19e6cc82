"""Whose forces act in a frame: by the roles of a noun, by the places of a verb, else by what is told around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import frozen

from kordef.builders.deployments.checks import is_own
from kordef.builders.deployments.claims import (
    adjective_of,
    ahead,
    commanded,
    coordinated,
    how_many,
    is_warship,
    listed,
    sole_owner,
    thanked,
)
from kordef.builders.deployments.owners import Owners
from kordef.builders.deployments.subjects import trimmed
from kordef.builders.forces import Force, Side, forces_in, is_of_members, is_owner, side_of, sides_in
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line, Token
from kordef.mentions.model import ActorMention, WeaponMention
from kordef.vocabulary import ActorKind

__all__ = ["Act", "doers"]


@frozen(kw_only=True)
class Act:
    """A frame of forces in its sentence, with what is known before it is said who acts."""

    owners: Owners
    line: Line
    match: Match
    clauses: Clauses
    forces: Sequence[Force]
    subject: tuple[int, int]
    back: Side | None
    """Whose forces a definite noun comes back to: "the two ships"."""
    position: int
    """Which sentence of the page it is."""
    named: bool
    """Whether the frame has a proper name."""

    @property
    def tokens(self) -> Sequence[Token]:
        """The words of the sentence."""
        return self.line.tokens

    @property
    def kind(self) -> str | None:
        """The kind of deployment that the frame tells of."""
        kind: str | None = self.match.frame.settings["kind"]
        return kind

    @property
    def where(self) -> str | None:
        """Where the frame has its forces: "subject", "object" or "any"."""
        place: str | None = self.match.frame.settings["forces"]
        return place

    @property
    def undergoes(self) -> bool:
        """Whether the verb is a passive or a participle."""
        return self.match.group.passive or self.match.reduced


def doers(act: Act) -> list[Side]:
    """The states and organisations whose forces act in a frame."""
    sides = _told(act)
    for step in _STEPS:
        if sides:
            break
        sides = step(act)
    if act.kind in ("exercise", "operation"):
        named = {key for key, _ in sides}
        return [*sides, *(s for s in _armed_partners(act) if s[0] not in named)]
    return sides


# ---- what the frame itself says


def _told(act: Act) -> list[Side]:
    """Whom the roles of a noun, or the subject and object of a verb, name."""
    tokens, match = act.tokens, act.match
    if (part := thanked(tokens, match.start)) is not None:
        found = [part]
    elif not match.noun and (speaker := _we(act)) is not None:
        found = [speaker]
    elif match.noun:
        found = _by_noun(act)
    elif match.frame.settings.get("owned") or act.undergoes:
        found = _owners(act)
        if match.group.passive and not match.frame.settings.get("owned") and act.where == "object":
            agents = [s for t in match.places.get("subject", ()) for s in act.owners.sides_of(act.line, t)]
            found = [s for s in agents if s[0].startswith("state:")] or found  # "will be provided by Portugal"
    elif act.where == "object":
        found = _by_thing(act)
    else:
        found = list(sides_in(tokens, *act.subject))
        if act.where != "any":
            found.extend(_owners(act))
        for place in ("involving", "between", "among") if act.kind in ("exercise", "patrol") else ():
            for token in coordinated(match.places.get(place, ()), tokens):
                found.extend(act.owners.sides_of(act.line, token))
    sides = _distinct(found)
    if act.kind == "deployment" and any(m.kind is not ActorKind.IGO for _, m in sides):
        # "Turkish soldiers serving in KFOR": the state acts, the organisation is whom it acts with
        sides = [s for s in sides if s[0].startswith("state:")] or sides
    return sides


def _we(act: Act) -> Side | None:
    """Whose forces "we" are, said by somebody of a state: "We trained 4,500 Ukrainian soldiers, the Polish minister said"."""
    subject = [t.text for t in act.tokens[slice(*act.subject)] if t.kind == "word"]
    if not subject or subject[-1] != "we":
        return None
    people = (m for t in act.tokens if isinstance(m := t.mention, ActorMention) and m.kind is ActorKind.PERSON)
    named = next(((key, m) for m in people if (key := side_of(m)) is not None), None)
    return named or next(sides_in(act.tokens, act.match.reach, len(act.tokens)), None)


def _owners(act: Act) -> list[Side]:
    """All whose the forces of a frame are."""
    return [s for f in act.forces for s in act.owners.owners_of(act.line, f)]


def _by_noun(act: Act) -> list[Side]:
    """Whom the roles of a noun name: "a German deployment", "Russian and Belarusian war games"."""
    tokens, match = act.tokens, act.match
    found: list[Side] = []
    for role in ("actor", "unit"):
        if role == "unit" and found and match.frame.id == "deploy":
            break  # "a German deployment of Eurofighters"
        for token in coordinated(match.roles.get(role, ()), tokens):
            at = bisect_left(tokens, token.start, key=lambda t: t.start)
            if at > match.start or not any(act.clauses.tags[at + 1 : match.start]):
                if role == "actor" and at < match.start and act.kind in ("exercise", "patrol"):
                    found.extend(reversed(list(listed(tokens, at))))
                found.extend(act.owners.sides_of(act.line, token))
    if not found and match.frame.id in ("deploy", "port-call"):
        # "HNLMS Tromp's coming deployment": the ship's state
        ships = [f for f in act.forces if match.begin <= f.at < match.start and is_owner(tokens[: f.at + 2], f.token)]
        found = [s for f in ships if (s := act.owners.owner(act.line, f)) is not None]
    if not found and match.frame.id == "named":
        found = _owners(act)  # "the Hanbit Unit marked ten years of its mission"
    return found


def _by_thing(act: Act) -> list[Side]:
    """Who does something with forces: their owners, the subject, or the state of the ship that is the subject."""
    found = _owners(act) if any(f.kind == "troops" for f in act.forces) else []
    found = found or list(sides_in(act.tokens, *act.subject))
    if found:
        return found
    # "the frigate Hamburg heads one of NATO's standing groups": the ship's state does
    those = [f for f in forces_in(act.owners.page, act.line, *act.subject) if f.kind in ("ship", "unit", "service")]
    found = [s for f in those if (s := act.owners.owner(act.line, f)) is not None]
    named = any(isinstance(m := f.token.mention, WeaponMention) and m.form == "name" for f in those)
    # a ship brought in by its name alone is the reader's own; "the ship" comes back to one told of before
    side = (act.owners.principal(act.line) if named else act.back) or act.owners.principal(act.line)
    return found or ([side] if those and side is not None else [])


def _armed_partners(act: Act) -> Iterator[Side]:
    """Those whose ships or troops an exercise is held with: they exercise as much as the subject does."""
    for place in ("with", "alongside", "involving", "including"):
        for token in act.match.places.get(place, ()):
            if isinstance(token.mention, WeaponMention):
                side = act.owners.flags.get((act.line.story, token.mention.key))
                if side is not None:
                    yield side


# ---- what stands elsewhere in the sentence or the story, the nearest first


def _subject_of_passive(act: Act) -> list[Side]:
    """The doer of a passive or participle."""
    if act.match.noun or not act.undergoes:
        return []
    return [s for t in act.match.places.get("subject", ()) for s in act.owners.sides_of(act.line, t)]


def _owner_of_thing(act: Act) -> list[Side]:
    """The first owner of the forces that something is done with."""
    return _owners(act)[:1] if act.where == "object" and not act.match.noun else []


def _subject_of_own(act: Act) -> list[Side]:
    """ "Serbia raised the readiness of its troops stationed near the border": the subject of the verb before."""
    if not act.match.reduced or not any(is_own(act.tokens, f.at) for f in act.forces):
        return []
    verb = act.clauses.verb_before(act.match.start)
    return list(sides_in(act.tokens, *_subject(act, verb.start))) if verb is not None else []


def _who_decides(act: Act) -> list[Side]:
    """Who approves or announces a deployment: "Romania's parliament approved the deployment of 100 soldiers to Bosnia"."""
    match, clauses, tokens = act.match, act.clauses, act.tokens
    if not match.noun or match.frame.id != "deploy":
        return []
    verb = clauses.verb_before(match.start)
    if verb is not None and tokens[verb.head].text in _DECIDES and match.start - verb.head <= 6:
        if not any(t.kind == "actor" or t.text == "that" for t in tokens[verb.head + 1 : match.start]):
            return list(sides_in(tokens, *_subject(act, verb.start)))[:1]
    behind = next(
        (k for k in range(match.end, min(match.end + 16, len(tokens) - 1)) if tokens[k].text in _DECIDES), None
    )
    if behind is not None and tokens[behind + 1].text == "by":  # "was approved by the parliament of Romania"
        return list(sides_in(tokens, behind + 2, behind + 8))[:1]
    return []


_DECIDES = frozenset([
    "approve", "approved", "approves", "authorise", "authorised", "authorises", "authorize", "authorized",
    "announced", "announces", "announce", "ordered", "orders", "decided", "extended", "extends", "prolonged",
    "prolongs", "endorsed", "backed", "cleared", "completed", "completes", "began", "begun", "begins", "started",
    "starts", "ended", "ends", "halted", "suspended", "confirmed", "greenlit", "agreed", "planned", "plans",
    "resumed", "continued", "continues",
])  # fmt: skip
"""What states do about a deployment of their own forces."""


def _own_of_clause_before(act: Act) -> list[Side]:
    """ "The UAE handed over the airfield; its 300 soldiers left": the one state that the sentence has named before."""
    own = next((f.at for f in act.forces if is_own(act.tokens, f.at)), None)
    if own is None or act.match.noun:
        return []
    states = [s for s in sides_in(act.tokens, 0, own) if s[0].startswith("state:")]
    return states if len(states) == 1 else []


def _subject(act: Act, verb: int) -> tuple[int, int]:
    """Where the subject of a verb stands, without what a sentence opens with."""
    low, high, _ = act.clauses.subject_span(verb)
    return trimmed(act.clauses, low, high), high


def _subject_before_noun(act: Act) -> list[Side]:
    """ "Are considering joint patrols": whoever does what the noun names."""
    tokens, match, clauses = act.tokens, act.match, act.clauses
    own = match.frame.id == "deploy" and is_own(tokens, match.start)
    if not match.noun or not (own or act.kind in ("exercise", "patrol", "operation")):
        return []
    verb = clauses.verb_before(match.start) or next((v for v in reversed(clauses.verbs) if v.head < match.start), None)
    if verb is None:
        return []
    fronted = not {"for", "during"}.isdisjoint(t.text for t in tokens[max(match.start - 4, 0) : match.start])
    if fronted and act.kind == "exercise":
        return list(sides_in(tokens, *_subject(act, verb.start)))  # "landed for a joint exercise with": whoever came
    between = tokens[verb.head + 1 : match.start]
    if not 0 < match.start - verb.head <= 8 or any(
        t.text in ("that", "of", "as", "about") or (t.kind == "actor" and t.text != "NATO") for t in between
    ):
        return []
    low, high = _subject(act, verb.start)
    sides = list(sides_in(tokens, low, high))
    if act.kind == "exercise" and any(t.text == "from" for t in tokens[low:high]):
        # "warships from Japan, India and the United States ended Malabar"
        senders = [
            s for f in forces_in(act.owners.page, act.line, low, high) for s in act.owners.owners_of(act.line, f)
        ]
        return _distinct([*senders, *sides])
    return sides


def _pronoun(act: Act) -> list[Side]:
    """ "Announced that it had sent": the places of the verb know whom "it" stands for."""
    if act.match.noun or act.match.group.passive:
        return []
    named = (t for t in act.match.places.get("subject", ()) if t.kind == "actor")
    return [s for t in named for s in act.owners.sides_of(act.line, t)][:2]


def _several(act: Act) -> list[Side]:
    """ "The two navies": as many as were spoken of together before."""
    verb = act.clauses.verb_before(act.match.start) if act.match.noun else None
    whose = act.clauses.subject_span(verb.start)[:2] if verb is not None else act.subject
    count = how_many(act.tokens, whose)
    return act.owners.together(act.position, act.line, count) if count else []


def _port_left(act: Act) -> list[Side]:
    """A ship that leaves a port without a word on its flag leaves its own."""
    if act.match.frame.id != "leave" or not any(is_warship(f) for f in act.forces):
        return []
    tokens, end = act.tokens, act.match.end
    behind = tokens[end : end + 1 + (end < len(tokens) and tokens[end].text == "from")]
    mentions = (m for t in behind if isinstance(m := t.mention, ActorMention))
    return [(m.key, m) for m in mentions if m.as_place and m.kind is ActorKind.STATE][:1]


def _told_ahead(act: Act) -> list[Side]:
    """Whom an "it" points forward to."""
    meant = ahead(act.tokens, act.match, act.subject) if not act.match.noun else None
    return [meant] if meant is not None else []


def _adjective(act: Act) -> list[Side]:
    """The one state whose adjective stands in the subject."""
    return adjective_of(act.tokens, act.subject) if not act.match.noun and act.where == "subject" else []


def _opening_of_last(act: Act) -> list[Side]:
    """The state that the sentence before begins with: "Sweden pays for drones. It takes part in Interflex"."""
    told = act.owners.group.get(act.line.story)
    if [t.text for t in act.tokens[slice(*act.subject)]] != ["it"] or (
        told is not None and told[0] >= act.position - 1
    ):
        return []
    before = act.owners.page.lines[act.position - 1] if act.position else None
    if before is None or before.block != act.line.block or not before.tokens:
        return []
    first = next(iter(sides_in(before.tokens, 0, 2)), None)
    return [first] if first is not None and first[1].form == "name" and first[0].startswith("state:") else []


def _come_back_to(act: Act) -> list[Side]:
    """Whose forces were spoken of before; "Ottawa's mission, to which three frigates are assigned" says it itself."""
    if act.back is None:
        return []
    if act.undergoes and (sole := sole_owner(act.tokens)):
        return sole
    return [] if _are_anothers(act) else [act.back]


def _are_anothers(act: Act) -> bool:
    """Whether forces cannot be those told of before: a unit with a name of its own, or fighters that others speak of."""
    if any(f.token.kind == "actor" and act.owners.owner(act.line, f) is None for f in act.forces):
        return True
    gerund = not act.match.noun and act.clauses.tags[act.match.start] == "gerund"
    return gerund and any(m.kind is ActorKind.IGO for _, m in sides_in(act.tokens, 0, act.match.start))


def _whose_base(act: Act) -> list[Side]:
    """Aircraft that go to a state's air base are its own unless the words say otherwise."""
    if act.match.frame.settings.get("needs") != "base":
        return []
    mentions = (t.mention for t in act.tokens[act.match.end : act.match.reach])
    bases = (m for m in mentions if isinstance(m, ActorMention) and m.kind is not ActorKind.PERSON)
    return [(key, m) for m in bases if (key := m.acts_for)][:1]


def _contingent(act: Act) -> list[Side]:
    """ "The largest contingent, 336 personnel, serves with UNIFIL", "the rotation of a company": the story's own."""
    match, tokens = act.match, act.tokens
    if not match.noun:
        mentions = (t.mention for t in tokens[match.end : match.reach])
        units = (m for m in mentions if isinstance(m, ActorMention) and m.kind is ActorKind.MILITARY_UNIT)
        serves = match.frame.id in ("take-part", "front")
        own = serves and any((m.acts_for or "").startswith("organisation:") for m in units)
    else:
        rotates = match.frame.id == "front" and tokens[match.start].text.startswith("rotation")
        near = (f for f in act.forces if f.kind in ("unit", "troops"))
        own = rotates and any(match.end <= f.at < match.end + 6 for f in near)
    side = act.owners.principal(act.line) if own else None
    return [side] if side is not None else []


def _flown_with(act: Act) -> list[Side]:
    """ "Baltic Air Policing began in 2004 with four Belgian F-16s"."""
    if not (act.match.noun and act.match.frame.id == "patrol" and act.named):
        return []
    flown = [f for f in forces_in(act.owners.page, act.line, act.match.end, len(act.tokens)) if f.kind == "aircraft"]
    return [s for f in flown[:1] for s in act.owners.owners_of(act.line, f)]


def _commanded(act: Act) -> list[Side]:
    """Who leads or commands what has no owner."""
    return commanded(act.tokens)


def _hosts(act: Act) -> list[Side]:
    """Of an exercise of many: the organisation whose members send troops, else the state on whose ground it is held."""
    line, match, tokens = act.line, act.match, act.tokens
    titled = act.named or any(t.text in ("operation", "exercise") for t in tokens[slice(*act.subject)])
    if not titled or act.kind not in ("exercise", "training"):
        return []
    senders = tokens if match.noun else tokens[: match.start]
    named = ((at, m) for at, t in enumerate(senders) if isinstance(m := t.mention, ActorMention))
    bodies = ((at, m) for at, m in named if m.kind is ActorKind.IGO and not m.as_place)
    body = next((m for at, m in bodies if not is_of_members(tokens, at)), None)
    if body is not None:
        return [(body.key, body)]
    partners = [s for t in match.roles.get("partner", ()) for s in act.owners.sides_of(line, t)]
    side = act.owners.principal(line)
    if partners:
        return [side, *partners] if side is not None and side[0] not in {k for k, _ in partners} else partners
    mentions = (m for t in tokens if isinstance(m := t.mention, ActorMention))
    return [(m.key, m) for m in mentions if m.kind is ActorKind.STATE and m.as_place][:1]


def _story_itself(act: Act) -> list[Side]:
    """The state that the story is about, for forces without an owner: "the frigate", "the army"."""
    if act.match.frame.settings.get("owned") or not _are_known(act):
        return []
    side = act.owners.principal(act.line)
    return [side] if side is not None else []


def _are_known(act: Act) -> bool:
    """Whether forces without an owner are those of the state that the story is about."""
    match, tokens = act.match, act.tokens
    if match.noun:
        before = tokens[match.start - 1].text if match.start else ""
        return (act.named and act.kind == "exercise") or before == "on"
    flown = any(f.kind == "aircraft" and f.token.kind == "weapon" for f in act.forces)
    if flown and match.frame.id in ("leave", "move-base"):
        return True
    told = forces_in(act.owners.page, act.line, 0, match.start)
    return any(f.kind == "service" or is_warship(f) for f in act.forces) or any(
        f.kind == "service" and f.token.kind == "word" for f in told
    )


def _distinct(sides: Sequence[Side]) -> list[Side]:
    """The sides, each once: where first named, by the name that comes last."""
    return list({key: (key, mention) for key, mention in sides}.values())


_STEPS = (
    _subject_of_passive,
    _owner_of_thing,
    _subject_of_own,
    _who_decides,
    _own_of_clause_before,
    _subject_before_noun,
    _pronoun,
    _several,
    _port_left,
    _told_ahead,
    _adjective,
    _opening_of_last,
    _come_back_to,
    _whose_base,
    _contingent,
    _flown_with,
    _commanded,
    _hosts,
    _story_itself,
)
"""Where it is looked for who acts, while nobody has been found."""
