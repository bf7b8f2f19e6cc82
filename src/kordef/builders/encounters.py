"""Verbs of meeting: who met, received, called on, spoke to and briefed whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.builders.clauses import Clauses
from kordef.builders.frames import Match
from kordef.builders.meeting_scene import Scene, fronted_with, implied, is_state
from kordef.builders.meetings import Draft, level_kind
from kordef.builders.occasions import Occasion
from kordef.builders.parties import HEAD, MINISTER, NONE, OFFICIAL, Side, acting
from kordef.builders.surroundings import DETERMINERS, governor, place_of, word_set
from kordef.builders.tokens import Line, Token
from kordef.mentions.model import ActorMention, DateMention
from kordef.vocabulary import DialogueKind, EvidenceKind, Modality, Role

__all__ = ["OTHER_EVENTS", "meetings_of", "together"]

OTHER_EVENTS = word_set("after before during following when while where ahead sidelines margins whose")
"""Words that lead over to another event."""
_AHEAD = word_set(
    "agreed agree agrees plan plans planned hope hopes hoped due expected promised vowed scheduled set decided want wants wanted "
    "pledged intend intends ready slated poised invited"
)
_EQUALS = word_set("counterpart counterparts colleague homologue opposite peer peers")
_HONOURS = word_set("honours honors honour honor guard invitation ceremony")
_PHONE = word_set("phone telephone call videoconference video telephoned phoned")
_PRESS = word_set("reporters journalists correspondents press")
_TOGETHER = word_set("trilateral three-way trilaterally jointly together quadrilateral four-way")
_VISITORS = word_set("delegation visitors visitor guest guests minister president team envoy group officials")
_APART = word_set("in on at for to had has have was were is are will before after")
_SEE = word_set("see saw sees seen seeing")


def meetings_of(scene: Scene, line: Line, clauses: Clauses, match: Match, nouns: Sequence[Occasion]) -> Iterator[Draft]:
    """The meetings that a verb tells of: one, or several where those met have days of their own or are of several states."""
    tokens = line.tokens
    shape, kind = match.frame.settings["shape"], match.frame.settings.get("kind")
    verb = tokens[match.start].text
    subject = scene.doers(line, clauses, match.group.start)
    objects, limit = _objects(scene, line, clauses, match)
    subject, objects = scene.placed(tokens, subject), scene.placed(tokens, objects)
    if shape == "receive" and match.group.passive and not objects:
        objects = _hosts(scene, line, subject)
    if shape in ("talk", "meet") and fronted_with(tokens) and not any(s.person or s.level for s in objects):
        subject, objects = _fronted(scene, line, subject)
    if not subject and objects:
        subject = _visitors_before(scene, line, clauses, match, objects)
    if match.group.passive:
        objects = list(_together_with(tokens, [s for s in objects if governor(tokens, s.position) in ("by", None)]))
    window = [t.text for t in tokens[match.start : limit]]
    modality = match.group.modality
    if modality is Modality.ASSERTED and match.group.start > 1 and tokens[match.group.start - 1].text == "to":
        # "agreed to meet", "is due to visit": not yet
        if _AHEAD.intersection(t.text for t in tokens[max(0, match.group.start - 4) : match.group.start - 1]):
            modality = Modality.PLANNED
    if shape == "talk":
        if subject and match.end - match.start > 1 and _PRESS.intersection(window[:6]):
            yield scene.draft(line, match.start, match.end, DialogueKind.BRIEFING, subject[:1], limit, modality)
            return
        if _PHONE.intersection(window) or verb.startswith(("phone", "telephone")):
            kind = "phone_call"
        elif verb.startswith("discuss") and not any(s.person for s in objects):
            objects = []
    elif shape == "brief":
        objects = [s for s in objects if s.state and subject and s.state != subject[0].state]
    elif (shape == "call_on" and not _calls(tokens, verb, window, objects)) or (
        shape == "receive" and not any(s.person or s.level for s in objects)
    ):
        return
    if (
        shape == "talk"
        and not objects
        and any(match.end <= n.start < limit and not n.visit and n.kind is None for n in nouns)
    ):
        return  # "discussed it at a meeting": the noun tells of it
    if shape == "meet" and not objects and (own := _members(scene, line, match, subject, limit)) is not None:
        yield own
        return
    for group in _groups(tokens, subject, objects):
        group = _counterparts(tokens, subject, group)
        sides = [*subject, *group]
        if not _people_meet(sides) or (verb in _SEE and not any((s.person or s.level) and s.state for s in group)):
            continue
        end = max((s.position + 1 for s in group), default=match.end)
        level = DialogueKind(kind) if kind else level_kind(sides)
        draft = scene.draft(line, match.start, max(end, match.end), level, sides, limit, modality)
        if shape == "receive":
            hosts, guests = (group, subject) if match.group.passive else (subject, group)
            draft.roles.update({s.key: Role.HOST for s in hosts})
            draft.roles.update({s.key: Role.VISITOR for s in guests})
            if draft.place is None:
                # "welcomed him to The Hague"
                draft.place = scene.place(place_of(tokens, match.end, limit, ("to",)))
            if draft.place is None and hosts and hosts[0].state:
                draft.place = scene.dateline(line.story, hosts[0].state)
        yield draft


def _hosts(scene: Scene, line: Line, guests: Sequence[Side]) -> list[Side]:
    """Who received a guest "with an honour guard": the state that the paragraph is headed by or that is visited."""
    if not _HONOURS.intersection(t.text for t in line.tokens) or not any(s.person and s.state for s in guests):
        return []
    own = {s.state for s in guests}
    headed = next((t for t in scene.heading if is_state(t)), None)
    if headed is not None and isinstance(headed.mention, ActorMention) and headed.mention.key not in own:
        key = headed.mention.key
        return [Side(key=key, state=key, witness=headed, level=MINISTER, kind=EvidenceKind.IMPLIED)]
    for stay in reversed(scene.drafts[-6:]):
        host = next((s for s in stay.sides if stay.roles.get(s.key) is Role.HOST and s.state not in own), None)
        if stay.kind is DialogueKind.VISIT and host is not None:
            return [evolve(implied(host), level=MINISTER)]
    return []


def _counterparts(tokens: Sequence[Token], subject: Sequence[Side], group: Sequence[Side]) -> list[Side]:
    """Those met, where "his counterpart" stands as high as the one who meets him."""
    rank = max((s.level for s in subject), default=NONE)
    out: list[Side] = []
    for side in group:
        mention = tokens[side.position].mention if side.position >= 0 else None
        post = (mention.post or "") if isinstance(mention, ActorMention) else ""
        behind = tokens[side.position + 1 : side.position + 3] if side.position >= 0 else ()
        words = {*post.casefold().split(), *(t.text for t in behind)}
        out.append(evolve(side, level=rank) if rank == HEAD and words & _EQUALS else side)
    return out


def _fronted(scene: Scene, line: Line, subject: Sequence[Side]) -> tuple[list[Side], list[Side]]:
    """The subject and those met in "With Chancellor Scholz he talked about"."""
    here = [s.position for s in subject if s.position >= 0]
    partners = list(acting(scene.page, line.tokens, 1, min(here, default=12)))[:1]
    keys = {s.key for s in partners}
    return [s for s in subject if s.key not in keys], partners


def _members(scene: Scene, line: Line, match: Match, subject: Sequence[Side], limit: int) -> Draft | None:
    """ "NATO defence ministers met in Brussels": a meeting of the organisation, of the rank of those who meet."""
    if (
        len(subject) != 1
        or not subject[0].key.startswith("organisation:")
        or subject[0].level < MINISTER
        or subject[0].person
    ):
        return None
    kind = DialogueKind.SUMMIT if subject[0].level == HEAD else DialogueKind.MINISTERIAL
    draft = scene.draft(line, match.start, match.end, kind, subject, limit, match.group.modality)
    draft.organisation = subject[0]
    draft.words = "summit" if kind is DialogueKind.SUMMIT else "ministerial meeting"
    return draft if draft.date is not None or draft.place is not None else None


def together(scene: Scene, line: Line, clauses: Clauses, match: Match) -> Iterator[Draft]:
    """Leaders of two sides who sign or adopt something together have met."""
    tokens = line.tokens
    if match.group.passive or match.group.aspect not in ("plain", "done"):
        return
    limit = clauses.right_limit(match.end)
    sides = list(scene.doers(line, clauses, match.group.start))
    for position in range(match.end, limit - 1):
        if tokens[position].text == "with":
            sides.extend(acting(scene.page, tokens, position + 1, min(position + 3, limit)))
    leaders = [s for s in sides if s.person and s.level == HEAD]
    if len({s.state for s in leaders}) > 1:
        yield scene.draft(line, match.start, match.start + 1, DialogueKind.SUMMIT, leaders, limit, match.group.modality)


def _objects(scene: Scene, line: Line, clauses: Clauses, match: Match) -> tuple[list[Side], int]:
    """Those met, and where what the verb governs ends; an aim ("to talk about ...") is stepped over."""
    tokens = line.tokens
    limit = near = clauses.right_limit(match.end)
    for position in range(match.end + 1, limit):
        text = tokens[position].text
        if tokens[position].kind == "word" and text in OTHER_EVENTS:
            near = position
            break
        if (
            text == "to"
            and tokens[position + 1 : position + 2]
            and tokens[position + 1].kind == "word"
            and not _the(tokens, position + 1)
        ):
            sides = list(acting(scene.page, tokens, match.end, position))
            resume = next(
                (i for i in range(position, limit - 1) if tokens[i].text == "," and tokens[i + 1].text == "and"), limit
            )
            behind = [s for s in acting(scene.page, tokens, resume, limit) if s.person or s.level]
            return [*sides, *behind], limit if behind else position
    if match.frame.settings["shape"] == "receive":
        near = _first_object(tokens, match.end, near)
    return list(acting(scene.page, tokens, match.end, near)), limit


def _the(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text in DETERMINERS


def _first_object(tokens: Sequence[Token], low: int, high: int) -> int:
    """Where the objects of "hosted", "received" end: at a comma that no apposition follows."""
    for position in range(low, high - 1):
        after = tokens[position + 1]
        if (
            tokens[position].text == ","
            and after.kind == "word"
            and not (_the(tokens, position + 1) or after.text == "and")
        ):
            return position
    return high


def _together_with(tokens: Sequence[Token], sides: Sequence[Side]) -> Iterator[Side]:
    """The first of the sides with those listed beside it: a preposition or verb between begins something else."""
    last: Side | None = None
    for side in sides:
        between = tokens[last.position + 1 : side.position] if last is not None else ()
        if any(t.text in _APART for t in between):
            return
        yield side
        last = side


def _visitors_before(scene: Scene, line: Line, clauses: Clauses, match: Match, objects: Sequence[Side]) -> list[Side]:
    """ "The delegation met the president": those of another state whom the sentences before spoke of."""
    low, high, _ = clauses.subject_span(match.group.start)
    if not any(t.text in _VISITORS for t in line.tokens[low:high]):
        return []
    states = {s.state for s in objects}
    return [implied(s) for s in scene.known() if s.state not in states][:1]


def _calls(tokens: Sequence[Token], verb: str, window: Sequence[str], objects: Sequence[Side]) -> bool:
    """Whether somebody calls on a person, and does not call on others to do something."""
    person = next((s for s in objects if s.person or s.level), None)
    if not verb.startswith("call"):
        return person is not None or "to" not in window
    if person is None:
        return False
    if not person.person:
        return person.state is not None and not ({"to", "for", "not"} & set(window))
    return not (person.position + 1 < len(tokens) and tokens[person.position + 1].text in ("to", "not", "for"))


def _groups(tokens: Sequence[Token], subject: Sequence[Side], objects: Sequence[Side]) -> Iterator[list[Side]]:
    """Those met, apart where each has a day of its own or acts for another state than the one before."""
    together = any(t.text in _TOGETHER for t in tokens)
    mine = {s.state for s in subject}
    group: list[Side] = []
    for side in objects:
        if group:
            between = tokens[group[-1].position + 1 : side.position]
            dated = any(isinstance(t.mention, DateMention) for t in between)
            others = {s.state for s in group if s.state and s.state not in mine}
            apart = bool(others) and side.state is not None and side.state not in mine and side.state not in others
            if dated or (apart and not together and len(mine) < 2 and (side.person or side.level)):
                yield group
                group = []
        group.append(side)
    yield group


def _people_meet(sides: Sequence[Side]) -> bool:
    """Whether a person or official of a state meets somebody of another side."""
    if len({s.state or s.key for s in sides}) < 2:
        return False
    return any((s.person and (s.state or s.level)) or s.level >= OFFICIAL for s in sides)
