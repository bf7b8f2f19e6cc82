"""Verbs of meeting: who met, received, called on, spoke to and briefed whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from attrs import evolve

from kordef.builders.dialogues.joint_acts import PHONE
from kordef.builders.dialogues.meetings import Draft, level_kind, post_of
from kordef.builders.dialogues.objects import from_afar, groups_met, ministers_of, objects_of
from kordef.builders.dialogues.occasions import Occasion
from kordef.builders.dialogues.offices import key_of
from kordef.builders.dialogues.scene import Scene, fronted_with, is_state
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.surroundings import DETERMINERS, governor, place_of, strong_break, word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.parties import (
    HEAD,
    MINISTER,
    NONE,
    OFFICIAL,
    Side,
    acting,
    implied,
    of_state,
    officials_in,
)
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind, DialogueKind, Modality, Role

__all__ = ["joined", "meetings_of", "people_meet"]

_AHEAD = word_set(
    "agreed agree agrees plan plans planned hope hopes hoped due expected promised vowed scheduled set decided want wants wanted "
    "pledged intend intends ready slated poised invited"
)
_EQUALS = word_set("counterpart counterparts colleague homologue opposite peer peers")
_CROWNED = word_set("king queen emperor pope sultan emir grand prince princess")
_AGAIN = word_set("every annually yearly regularly once twice biannually monthly quarterly")
_HONOURS = word_set("honours honors honour honor guard invitation ceremony")
_PRESS = word_set("reporters journalists correspondents press")
_VISITORS = word_set("delegation visitors visitor guest guests minister president team envoy group officials")
_SESSIONS = (DialogueKind.FORUM, DialogueKind.DIALOGUE, DialogueKind.CONSULTATIVE_BODY)
_SPOKE = word_set("speak speaks spoke spoken speaking")
_APART = word_set("in on at for to had has have was were is are will before after")
_RANKS = word_set("general admiral brigadier colonel commodore commander captain marshal")
_CONVERSES = word_set("discuss talk review exchange convey express thank congratulate brief inform")
_OPENING = 3
_SEE = word_set("see saw sees seen seeing")


def _rings(tokens: Sequence[Token], subject: Sequence[Side], objects: Sequence[Side]) -> bool:
    """Whether somebody calls somebody, and nothing is said of what he is called: "called Chancellor Scholz on Monday"."""
    people = [s for s in objects if s.person]
    if not subject or not subject[0].person or len(people) != 1 or len(objects) > 2:
        return False
    if any(s.state != people[0].state or s.position > people[0].position for s in objects):
        return False  # but "his Greek colleague Kyriakos Mitsotakis" is one
    following = people[0].position + 1
    after = tokens[following] if following < len(tokens) else None
    if after is None or after.kind == "date" or after.text in (".", ",", "about", "over", "on", "after"):
        return True
    return after.text == "to" and following + 1 < len(tokens) and tokens[following + 1].text in _CONVERSES


def meetings_of(scene: Scene, line: Line, clauses: Clauses, match: Match, nouns: Sequence[Occasion]) -> Iterator[Draft]:
    """The meetings that a verb tells of: one, or several where those met have days of their own or are of several states."""
    if match.group.passive and line.tokens[match.start].text == "discussed":
        return  # "matters of trade will be discussed"
    met = _Encounter(scene, line, clauses, match, nouns)
    met.find_sides()
    if met.shape == "talk" and met.verb.startswith("call") and not _rings(line.tokens, met.subject, met.objects):
        return  # "called the president a friend"
    if met.is_before_press():
        if met.shape == "brief" or match.start > 0:
            yield met.draft(match.end, DialogueKind.BRIEFING, met.subject[:1])
        return  # "Speaking to reporters in Paris, Cho said": only who is quoted
    if not met.is_of_its_shape() or met.is_told_by_noun():
        return
    if met.shape == "meet" and not met.objects:
        own = _members(scene, line, match, met.subject, met.limit)
        if own is not None:
            yield own
            return
    for group in groups_met(line.tokens, met.subject, met.objects):
        draft = met.draft_with(_counterparts(line.tokens, met.subject, group))
        if draft is not None:
            yield draft


class _Encounter:
    """A verb of meeting with its sides: who meets (``subject``) whom (``objects``), as far as it has been read."""

    def __init__(self, scene: Scene, line: Line, clauses: Clauses, match: Match, nouns: Sequence[Occasion]) -> None:
        self.scene, self.line, self.clauses, self.match, self.nouns = scene, line, clauses, match, nouns
        self.tokens = line.tokens
        self.verb = line.tokens[match.start].text
        self.shape: str = match.frame.settings["shape"]
        self.kind: str | None = match.frame.settings.get("kind")
        self.subject: Sequence[Side] = ()
        self.objects: Sequence[Side] = ()
        self.theirs: list[Side] = []
        """Those of the subject where only "their ministers" says who meets."""

        self.limit = match.end
        """Where what the verb governs ends."""

    # ---- who meets whom

    def find_sides(self) -> None:
        """Read who meets whom: first the places of the verb, then what its shape and the sentences before add."""
        scene, line, match, tokens, shape = self.scene, self.line, self.match, self.tokens, self.shape
        self.subject = scene.doers(line, self.clauses, match.group.start)
        self.objects, self.limit = objects_of(scene, line, self.clauses, match)
        self.objects = [s for s in self.objects if not _is_unit(s)]  # "met at the air force's 2nd Training Wing"
        self.subject, self.objects = scene.placed(tokens, self.subject), scene.placed(tokens, self.objects)
        if shape == "meet" and not self.objects:
            self.theirs = ministers_of(scene, line, match)
            self.subject = self.theirs or self.subject
        if shape in ("receive", "meet", "talk") and not self.objects:
            self.objects = self._meant_by_pronoun()
        if shape in ("meet", "call_on") and self.subject and not self.objects:
            self.objects = self._meant_by_office()
        if shape == "receive":
            # "will host the NATO leaders' summit": whose summit it is
            self.objects = [s for s in self.objects if not any(n.start - 1 <= s.position < n.head for n in self.nouns)]
            self.subject = _at_home(tokens, match, self.subject, {s.state for s in self.objects if s.state}, self.limit)
            if match.group.passive and not self.objects:
                self.objects = _hosts(scene, line, self.subject)
        if shape in ("talk", "meet") and fronted_with(tokens) and not any(s.person or s.level for s in self.objects):
            self.subject, self.objects = _fronted(scene, line, self.subject)
        if not self.subject and self.objects:
            self.subject = _visitors_before(scene, line, self.clauses, match, self.objects)
        if match.group.passive:
            met_by = [s for s in self.objects if governor(tokens, s.position) in ("by", None)]
            self.objects = list(_together_with(tokens, met_by))

    def _meant_by_pronoun(self) -> list[Side]:
        """ "King Willem-Alexander received him": of whom the sentences before spoke."""
        match = self.match
        if match.end >= len(self.tokens) or self.tokens[match.end].text not in ("him", "her"):
            return []
        taken = {s.key for s in self.subject}
        here = self.scene.earlier_here(self.tokens, match.group.start, self.subject)
        return [implied(s) for s in (*here, *self.scene.known()) if s.key not in taken][:1]

    def _meant_by_office(self) -> list[Side]:
        """ "Visited Doha, where he called on the emir": who holds an office in the state that somebody has come to."""
        match, tokens = self.match, self.tokens
        if match.end >= len(tokens) or tokens[match.end].text not in ("the", "its") or match.group.passive:
            return []
        level = officials_in(tokens, match.end, match.end + 4, plural=False)
        own = {s.state for s in self.subject}
        places = (t for t in reversed(tokens[: match.start]) if is_state(t))
        goal = next((t for t in places if isinstance(t.mention, ActorMention) and t.mention.as_place), None)
        if level < MINISTER or goal is None or key_of(goal) in own:
            return []
        return [evolve(of_state(key_of(goal), goal, level), position=match.end + 1)]

    # ---- what sort of verb it is

    @property
    def window(self) -> list[str]:
        """The words from the verb to the end of what it governs."""
        return [t.text for t in self.tokens[self.match.start : self.limit]]

    def is_before_press(self) -> bool:
        """Whether somebody speaks to reporters or briefs them."""
        if not self.subject:
            return False
        if self.shape == "talk":
            return self.match.end - self.match.start > 1 and not _PRESS.isdisjoint(self.window[:6])
        briefs = self.shape == "brief" and self.subject[0].person and not self.match.group.passive
        return bool(briefs) and not _PRESS.isdisjoint(self.window[:4])

    def is_of_its_shape(self) -> bool:
        """Whether the verb has what its shape asks for; who talks also finds out whether it was by telephone."""
        if self.verb.startswith(("confer", "consult")) and not PHONE.isdisjoint(self.window):
            self.kind = "phone_call"
        if self.shape == "talk":
            self._settle_talk()
        elif self.shape == "brief":
            own = self.subject[0].state if self.subject else None
            self.objects = [s for s in self.objects if s.state and self.subject and s.state != own]
        elif self.shape == "call_on":
            return _calls(self.tokens, self.verb, self.window, self.objects)
        elif self.shape == "receive":
            return any(s.person or s.level for s in self.objects)
        return True

    def _settle_talk(self) -> None:
        """A talk is a call by its verb or its words, from afar, or where the same two were on the line before."""
        scene, match, verb = self.scene, self.match, self.verb
        if verb.startswith("call"):
            self.kind = "phone_call"
        last = scene.drafts[-1] if scene.drafts else None
        people = frozenset([s.key for s in (*self.subject, *self.objects) if s.person])
        if last is not None and last.kind is DialogueKind.PHONE_CALL and last.line.block == self.line.block:
            # "the two spoke for an hour"
            self.kind = "phone_call" if len(people) > 1 and people == last.people else self.kind
        many_words = match.end - match.start > 1
        afar = verb in _SPOKE and many_words and from_afar(self.tokens, match, self.objects, self.limit)
        afar = afar and not self._is_on_visit()
        if afar or PHONE.intersection(self.window) or verb.startswith(("phone", "telephone", "rang", "ring")):
            self.kind = "phone_call"
        elif verb.startswith("discuss") and not any(s.person for s in self.objects):
            self.objects = []

    def _is_on_visit(self) -> bool:
        """Whether the sentences before told that one of them is in the other's country."""
        states = {s.state for s in (*self.subject, *self.objects) if s.state}
        near = (d for d in self.scene.drafts[-3:] if d.kind is DialogueKind.VISIT and d.line.story == self.line.story)
        return len(states) == 2 and any(
            d.place is not None and d.place.state in states and states <= d.states for d in near
        )

    def is_told_by_noun(self) -> bool:
        """Whether a noun tells of the talk: "discussed it at a meeting"."""
        if self.shape != "talk" or self.objects:
            return False
        fronted = self.nouns[:1] if self.tokens[0].text in ("in", "during", "at") else ()
        if self.verb.startswith("discuss") and any(n.start <= _OPENING < self.match.start for n in fronted):
            return True  # "In a phone call with the president on Sunday, the chancellor discussed trade"
        behind = [n for n in self.nouns if self.match.end <= n.start < self.limit and n.kind is None]
        return any(self.tokens[n.start - 1].text != "over" for n in behind)

    @property
    def modality(self) -> Modality:
        """Whether it took place; "agreed to meet" and "is due to visit" say: not yet."""
        group, tokens = self.match.group, self.tokens
        if group.modality is not Modality.ASSERTED:
            return group.modality
        if group.aspect == "agreed":
            return Modality.PLANNED  # "They agreed to meet in person at an early date"
        if group.start > 1 and tokens[group.start - 1].text == "to":
            if _AHEAD.intersection(t.text for t in tokens[max(0, group.start - 4) : group.start - 1]):
                return Modality.PLANNED
        return group.modality

    # ---- one meeting

    def draft(self, end: int, kind: DialogueKind, sides: Sequence[Side]) -> Draft:
        """The meeting of some sides, as the words from the verb on tell it."""
        return self.scene.draft(self.line, self.match.start, end, kind, sides, self.limit, self.modality)

    def draft_with(self, group: Sequence[Side]) -> Draft | None:
        """The meeting with one group of those met; none where they are no people or states that can meet."""
        match, sides = self.match, [*self.subject, *group]
        if not people_meet(sides, hosted=self.shape == "receive"):
            return None
        each_other = self.window[1:3] == ["each", "other"]
        if self.verb in _SEE and not each_other and not any((s.person or s.level) and s.state for s in group):
            return None
        end = max((s.position + 1 for s in group), default=match.end)
        level = self._kind_of(sides, group)
        draft = self.draft(max(end, match.end), level, sides)
        if self.shape == "meet" and level in (DialogueKind.OTHER, DialogueKind.DIALOGUE):
            _in_session(self.scene, self.line, draft, match, self.nouns, self.limit)
        if self.shape == "receive":
            self._host(draft, group)
        dates = self.scene.dates
        if self.verb.startswith("discuss") and draft.date is not None:
            if dates.of_topic(draft.date, self.tokens, match.end):
                draft.date = None  # "will discuss the summit this summer"
        if self.theirs:
            again = next((t for t in self.tokens[match.end : self.limit] if t.text in _AGAIN), None)
            draft.date = dates.of(self.line, match.start, match.end, self.limit, behind=True)
            draft.place = self.scene.place(place_of(self.tokens, match.end, self.limit))
            draft.recurring, draft.standing = again, again is not None
        return draft

    def _kind_of(self, sides: Sequence[Side], group: Sequence[Side]) -> DialogueKind:
        """The kind that the verb says, else that of the ranks of those who meet."""
        match, receives = self.match, self.shape == "receive"
        kind = DialogueKind(self.kind) if self.kind else level_kind(sides)
        if self.shape == "call_on" and match.end - match.start <= 2 and _of_one_rank(self.subject, group):
            kind = level_kind(sides)  # "when the president called on Prime Minister Kristersson"
        if receives and (
            any(_is_crowned(s) and not _is_minister(self.tokens, s) for s in sides)
            or _pays_respects(self.tokens, match, self.subject, group)
        ):
            kind = DialogueKind.COURTESY_CALL
        if kind is DialogueKind.OTHER and _among_officials(sides) and (receives or not _soldiers(sides)):
            kind = DialogueKind.DIALOGUE
        return kind

    def _host(self, draft: Draft, group: Sequence[Side]) -> None:
        """Say who receives and who visits; without a place it was at the host's."""
        scene, match = self.scene, self.match
        hosts, guests = (group, self.subject) if match.group.passive else (self.subject, group)
        draft.roles.update({s.key: Role.HOST for s in hosts})
        draft.roles.update({s.key: Role.VISITOR for s in guests})
        if draft.place is None:
            # "welcomed him to The Hague"
            draft.place = scene.place(place_of(self.tokens, match.end, self.limit, ("to",)))
        if draft.place is None and hosts:
            draft.place = scene.own_town(hosts[0])
        if draft.place is None and hosts and hosts[0].state:
            draft.place = scene.dateline(self.line.story, hosts[0].state)


def _among_officials(sides: Sequence[Side]) -> bool:
    """Whether envoys or officials of two sides meet, and nobody of a higher or an unknown rank."""
    return len({s.state for s in sides if s.state}) > 1 and all(
        s.level == OFFICIAL for s in sides if s.person or s.level
    )


def _soldiers(sides: Sequence[Side]) -> bool:
    """Whether all who are named have a rank or command: soldiers meet, and hold no consultations."""
    posts = [post_of(s).replace("-", " ").split() for s in sides if s.person]
    return bool(posts) and all(not _RANKS.isdisjoint(post) for post in posts)


def _in_session(scene: Scene, line: Line, draft: Draft, match: Match, nouns: Sequence[Occasion], limit: int) -> None:
    """ "Will meet in Seoul in an annual forum": the gathering that they meet in tells what sort of meeting it is."""
    tokens = line.tokens
    noun = next((n for n in nouns if match.end <= n.start < limit + 12 and n.kind in _SESSIONS), None)
    if noun is None:
        return
    at = noun.start - 1
    while at > match.start and (
        tokens[at].text in DETERMINERS or tokens[at].text in ("first", "second", "third", "next")
    ):
        at -= 1
    if tokens[at].text not in ("in", "for", "at") or any(strong_break(t) for t in tokens[match.end : at]):
        return
    draft.kind, draft.noun, draft.met = noun.kind, noun, True
    draft.words = " ".join(scene.text[tokens[noun.start].start : tokens[noun.end - 1].end].split())
    draft.recurring = tokens[noun.head] if noun.recurring else None
    draft.date = draft.date or scene.dates.of(line, noun.start, noun.end, len(tokens), behind=True)


def _at_home(
    tokens: Sequence[Token], match: Match, hosts: Sequence[Side], guests: AbstractSet[str], limit: int
) -> list[Side]:
    """Hosts without a state are at home where they receive: "King Willem-Alexander received him in Amsterdam"."""
    place = place_of(tokens, match.end, limit)
    key = place.mention.key if place is not None and isinstance(place.mention, ActorMention) else None
    if key is None or match.group.passive or len(hosts) != 1 or not hosts[0].person or key in guests:
        return list(hosts)
    if hosts[0].state is not None and hosts[0].state not in guests:
        return list(hosts)
    if hosts[0].level < MINISTER or place is None:
        return list(hosts)
    return [evolve(hosts[0], state=key), of_state(key, place)]


def _pays_respects(tokens: Sequence[Token], match: Match, subject: Sequence[Side], group: Sequence[Side]) -> bool:
    """Whether a president receives a minister of another state."""
    if not tokens[match.start].text.startswith("receiv"):
        return False
    hosts, guests = (group, subject) if match.group.passive else (subject, group)
    high = any(s.level == HEAD and post_of(s).startswith("president") for s in hosts)
    return high and bool(guests) and all(s.level == MINISTER for s in guests if s.person or s.level)


def _of_one_rank(subject: Sequence[Side], group: Sequence[Side]) -> bool:
    """Whether heads of state or government call on one another, and none of them wears a crown."""
    people = [s for s in (*subject, *group) if s.person]
    return len(people) > 1 and all(s.level == HEAD and not _is_crowned(s) for s in people)


def _is_unit(side: Side) -> bool:
    """Whether a side is no more than a unit of some forces, where people meet."""
    mention = side.witness.mention if isinstance(side.witness, Token) else side.witness
    unit = isinstance(mention, ActorMention) and mention.kind is ActorKind.MILITARY_UNIT
    return unit and side.state is None and not side.level


def _is_crowned(side: Side) -> bool:
    return not _CROWNED.isdisjoint(post_of(side).split())


def _is_minister(tokens: Sequence[Token], side: Side) -> bool:
    """Whether the words in front of a prince's name say that he is a minister."""
    near = tokens[max(0, side.position - 5) : side.position + 1] if side.position >= 0 else ()
    return any(word == "minister" for t in near for word in t.text.casefold().split())


def joined(scene: Scene, line: Line, clauses: Clauses, match: Match) -> list[Draft]:
    """ "NATO defence ministers were joined by South Korea on 17 October": a meeting of the organisation, with a guest."""
    tokens = line.tokens
    limit = clauses.right_limit(match.end)
    members = [s for s in scene.doers(line, clauses, match.group.start) if s.level >= MINISTER and not s.person]
    guests = [s for s in acting(scene.page, tokens, match.end, limit) if s.state]
    if len(members) != 1 or not guests or tokens[match.start].text != "joined":
        return []
    kind = DialogueKind.SUMMIT if members[0].level == HEAD else DialogueKind.MINISTERIAL
    draft = scene.draft(line, match.start, match.end, kind, [*members, *guests], limit, match.group.modality)
    if members[0].key.startswith(("organisation:", "forum:")):
        draft.gathers(members[0])
    first = next((t for t in tokens[match.end : limit] if t.text == "first"), None)
    draft.ordinal = (1, first) if first is not None else None
    return [draft] if draft.date is not None or draft.place is not None else []


def _hosts(scene: Scene, line: Line, guests: Sequence[Side]) -> list[Side]:
    """Who received a guest "with an honour guard": the state that the paragraph is headed by or that is visited."""
    if not _HONOURS.intersection(t.text for t in line.tokens) or not any(s.person and s.state for s in guests):
        return []
    own = {s.state for s in guests}
    headed = next((t for t in scene.heading if is_state(t)), None)
    if headed is not None and isinstance(headed.mention, ActorMention) and headed.mention.key not in own:
        key = headed.mention.key
        return [of_state(key, headed, MINISTER)]
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
        behind = tokens[side.position + 1 : side.position + 5] if side.position >= 0 else ()
        words = {*post.casefold().split(), *(t.text for t in behind)}
        out.append(evolve(side, level=rank) if rank in (HEAD, OFFICIAL) and words & _EQUALS else side)
    return out


def _fronted(scene: Scene, line: Line, subject: Sequence[Side]) -> tuple[list[Side], list[Side]]:
    """The subject and those met in "With Chancellor Scholz he talked about"."""
    here = [s.position for s in subject if s.position >= 0]
    partners = list(acting(scene.page, line.tokens, 1, min(here, default=12)))[:1]
    keys = {s.key for s in partners}
    return [s for s in subject if s.key not in keys], partners


def _members(scene: Scene, line: Line, match: Match, subject: Sequence[Side], limit: int) -> Draft | None:
    """ "NATO defence ministers met in Brussels": a meeting of the organisation, of the rank of those who meet."""
    if len(subject) == 1 and not subject[0].person and subject[0].level < MINISTER:
        at = next((i for i in range(match.end, min(limit, match.end + 5)) if line.tokens[i].text == "level"), limit)
        subject = [evolve(subject[0], level=max(subject[0].level, officials_in(line.tokens, at, at + 6)))]
    if (
        len(subject) != 1
        or not subject[0].key.startswith(("organisation:", "forum:"))
        or subject[0].level < MINISTER
        or subject[0].person
    ):
        return None
    draft = scene.draft(line, match.start, match.end, None, subject, limit, match.group.modality)
    draft.gathers(subject[0])
    return draft if draft.date is not None or draft.place is not None else None


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
    behind = [t.text for t in tokens[person.position + 1 : person.position + 3]]
    return behind[:1] not in (["to"], ["not"], ["for"]) or (behind[0] == "to" and behind[-1] in _CONVERSES)


def people_meet(sides: Sequence[Side], *, hosted: bool = False) -> bool:
    """Whether a person or official of a state meets somebody of another side; two heads of state are of two."""
    heads = hosted and len([s for s in sides if s.person and s.level == HEAD]) == len(sides) == 2
    if len({s.state or s.key for s in sides}) < 2 and not heads:
        return False
    return any((s.person and (s.state or s.level)) or s.level >= OFFICIAL for s in sides)
