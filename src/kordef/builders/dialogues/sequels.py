"""Dialogues that are told by what was told before: a later call of the same day, officials of the same two, who is host next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.builders.dialogues.meetings import MEETINGS, Draft, Place, When, level_kind
from kordef.builders.dialogues.occasions import Occasion
from kordef.builders.dialogues.scene import Scene
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.surroundings import place_of, word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.parties import MINISTER, NONE, Side, acting, acting_in, implied
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention
from kordef.vocabulary import ActorKind, DialogueKind, EvidenceKind, Modality

__all__ = [
    "hosting",
    "in_turn",
    "later",
    "named_now",
    "next_one",
    "officials_of",
    "only_begins",
    "other_noun",
    "others",
    "session_at",
]

_LATER = word_set("later afterwards afterward")
_OFFICIALS = word_set(
    "officials experts diplomats delegations delegates negotiators planners staffs aides teams directors envoys"
)
_HOSTS = word_set("host hosting hosts")
_SERIES = word_set(
    "dialogue dialogues talks meeting meetings summit summits ministerial consultations forum conference round + 2+2"
)
_STARTS = word_set("begin began begins start started starts open opened launch launched resume resumed")
_TALKS = word_set("negotiations negotiation talks consultations")
_READOUTS = word_set("readout call calls talks statement visit phone signing remarks")
_REPEATED = (DialogueKind.DIALOGUE, DialogueKind.CONSULTATIVE_BODY, DialogueKind.MINISTERIAL, DialogueKind.FORUM)
_ONE = word_set("one round meeting session edition dialogue")
_IS = word_set("is will takes take due scheduled planned held")
_FAR = 5
"""How many paragraphs back the dialogue may stand of which the next is told."""
_NAMED_WITHIN = 3
"""How many paragraphs further on those may be named who met."""
_BESIDE_EACH_OTHER = 8
"""The words that may lie between two who met: "and his Finnish counterpart,"."""
_NEAR = 3
"""How many dialogues back the two may stand whose officials meet."""


def later(scene: Scene, line: Line, draft: Draft) -> None:
    """ "He later paid a courtesy call on the president": on the day and in the town of the meeting before."""
    if draft.date is not None or draft.place is not None or draft.modality is not Modality.ASSERTED:
        return
    if draft.kind not in MEETINGS and draft.kind is not DialogueKind.COURTESY_CALL:
        return
    said = {t.text for t in line.tokens[:8] if t.kind == "word"}
    if "also" in said and draft.people:
        _that_day_too(scene, line, draft)
        return
    if _LATER.isdisjoint(said):
        return
    before = next((d for d in reversed(scene.drafts[-_NEAR:]) if d.kind in MEETINGS and d.people & draft.people), None)
    if before is None or before.states != draft.states or before.line.story != line.story or before.date is None:
        return
    draft.date = evolve(before.date, kind=EvidenceKind.IMPLIED)
    if before.place is not None:
        draft.place = evolve(before.place, kind=EvidenceKind.IMPLIED)


def _that_day_too(scene: Scene, line: Line, draft: Draft) -> None:
    """ "He also held talks with the leaders of Canada": on the day and in the town of the talks told before it."""
    near = (d for d in reversed(scene.drafts[-_NEAR:]) if d.kind in MEETINGS and d.line.story == line.story)
    before = next((d for d in near if d.people & draft.people and d.date is not None), None)
    if before is None or before.date is None or line.block - before.line.block > _NAMED_WITHIN:
        return
    if len(before.date.period.edtf or "") == 10 and before.modality is Modality.ASSERTED:
        draft.date = evolve(before.date, kind=EvidenceKind.IMPLIED)
        if before.place is not None:
            draft.place = evolve(before.place, kind=EvidenceKind.IMPLIED)


def named_now(scene: Scene, line: Line, drafts: Sequence[Draft]) -> None:
    """Who it was that met, where only their offices were told: "Minister A and his counterpart, B, agreed to"."""
    if any(d.people for d in drafts) or line.kind is not BlockKind.PARAGRAPH:
        return
    told = next((d for d in (*reversed(scene.drafts[-_NEAR:]), *drafts) if _unnamed(d)), None)
    if told is None or told.line.story != line.story or line.block - told.line.block > _NAMED_WITHIN:
        return
    people = [s for s in acting_in(scene.page, line) if s.person and s.state in told.states and s.position >= 0]
    if len(people) < 2 or frozenset(s.state for s in people[:2] if s.state) != told.states:
        return
    between = line.tokens[people[0].position + 1 : people[1].position]
    if len(between) > _BESIDE_EACH_OTHER or not any(t.text == "and" for t in between):
        return
    rank = max(s.level for s in told.sides)
    if all(s.level in (NONE, rank) for s in people[:2]):
        known = {s.key for s in told.sides}
        told.sides[:0] = [implied(s) for s in people[:2] if s.key not in known]


def _unnamed(draft: Draft) -> bool:
    """Whether a draft tells that officials of two states met, and names none of them."""
    met = draft.kind in MEETINGS or draft.kind is DialogueKind.PHONE_CALL
    levels = {s.level for s in draft.sides}
    return met and draft.organisation is None and len(draft.states) == 2 and not draft.people and max(levels) > NONE


def officials_of(scene: Scene, line: Line, support: Match) -> list[Side]:
    """Whose officials "officials will hold a meeting" are: of the two of whom the sentence before told."""
    low = max(0, support.group.start - 3)
    said = [t.text for t in line.tokens[low : support.group.start]]
    if not _OFFICIALS.intersection(said) or any(t.kind == "actor" for t in line.tokens[low : support.group.start]):
        return []
    before = next((d for d in reversed(scene.drafts[-_NEAR:]) if len(d.states) == 2), None)
    if before is None or before.line.block != line.block or before.organisation is not None:
        return []
    return _states_of(before)


def _one_each(sides: Sequence[Side]) -> list[Side]:
    """One side for each state, made of that of the state itself where there is one."""
    found: dict[str, Side] = {}
    for side in sorted(sides, key=lambda s: s.person):
        if side.state and side.state not in found:
            found[side.state] = evolve(side, key=side.state)
    return list(found.values())


def _states_of(told: Draft) -> list[Side]:
    """The states that met, as the parties of what is told next."""
    return [implied(s) for s in _one_each(told.sides)]


def _dated(tokens: Sequence[Token]) -> When | None:
    """The first date of some words."""
    dates = ((t, t.mention) for t in tokens if isinstance(t.mention, DateMention) and t.mention.period.edtf)
    return next((When(period=m.period, witness=t) for t, m in dates), None)


def hosting(scene: Scene, line: Line) -> Iterator[Draft]:
    """Who holds the next of a series: "agreed to hold the 2+2 every year, with Cebu to host in 2027"."""
    tokens = line.tokens
    at = next((i for i in line.places_of(_HOSTS) if 1 < i < len(tokens) - 1), None)
    if at is None or line.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return
    start = at - 2 if tokens[at - 1].text == "to" else at - 1
    while start > 0 and tokens[start].text in ("due", "set", "is", "will"):
        start -= 1
    town = tokens[start]
    opens = (
        start > 0 and tokens[start - 1].text in ("with", "when", "and") and start > 1 and tokens[start - 2].text == ","
    )
    if not opens or not isinstance(town.mention, ActorMention) or town.mention.kind is not ActorKind.STATE:
        return
    date = _dated(tokens[at + 1 : at + 7])
    first = next((i for i, t in enumerate(tokens[:start]) if t.text in _SERIES), None)
    if date is None or first is None:
        return
    sides = _one_each([s for s in acting(scene.page, tokens, 0, start - 1) if not s.person])
    if len(sides) < 2:
        held = next((d for d in reversed(scene.drafts) if len(d.states) > 1 and d.line.story == line.story), None)
        sides = _states_of(held) if held is not None else []
    if len(sides) < 2:
        return
    two = any(t.text == "+" for t in tokens[:start]) or {"ministerial", "ministers"} & {t.text for t in tokens[:start]}
    kind = DialogueKind.MINISTERIAL if two else DialogueKind.DIALOGUE
    if any(t.text.startswith("summit") for t in tokens[:start]):
        kind = DialogueKind.SUMMIT
    draft = scene.draft(line, first, at + 1, kind, sides, at + 1, Modality.PLANNED)
    draft.place, draft.date = scene.place(town), date
    draft.end, draft.anchored = date.witness.end, True
    yield draft


def next_one(scene: Scene, line: Line) -> Iterator[Draft]:
    """ "The next round will take place in Brno in June": one more of the series told just before."""
    tokens = line.tokens
    said = (i for i in line.at.get("next", ()) if 0 < i < len(tokens) - 2 and tokens[i - 1].text == "the")
    at = next((i - 1 for i in said), None)
    if at is None:
        return
    last = next((d for d in reversed(scene.drafts[-_NEAR:]) if d.kind in _REPEATED and len(d.states) > 1), None)
    if last is None or last.line.story != line.story or line.block - last.line.block > _FAR:
        return
    noun = at + 2
    if tokens[noun].text not in _ONE or not any(t.text in _IS for t in tokens[noun + 1 : noun + 4]):
        return
    date = _dated(tokens[noun + 1 : noun + 16])
    place = scene.place(place_of(tokens, noun + 1, min(len(tokens), noun + 12)))
    if date is None or place is None:
        return
    draft = scene.draft(line, at, noun + 1, last.kind, _states_of(last), noun + 1, Modality.PLANNED)
    draft.place, draft.anchored, draft.words, draft.noun = place, True, last.words, last.noun
    draft.date, draft.end = date, max(date.witness.end, _place_end(place))
    yield draft


def _place_end(place: Place) -> int:
    """Where the words for a place end."""
    return place.witness[1] if isinstance(place.witness, tuple) else place.witness.end


def only_begins(tokens: Sequence[Token], noun: Occasion, support: Match | None, draft: Draft) -> bool:
    """Whether negotiations are only to begin some day: "agreed to begin negotiations on a logistics arrangement"."""
    if support is None or tokens[noun.head].text not in _TALKS or tokens[support.start].text not in _STARTS:
        return False
    if draft.place is not None or draft.date is not None:
        return False
    agreed = any(
        t.text in ("agreed", "agree", "decided", "plan", "want")
        for t in tokens[max(0, support.start - 3) : support.start]
    )
    return agreed or support.group.modality is not Modality.ASSERTED


def session_at(scene: Scene, line: Line, draft: Draft, noun: Occasion) -> bool:
    """ "At the Contact Group on 11 April Belgium pledged": the group met that day, and who acts there took part."""
    tokens = line.tokens
    before = tokens[noun.start - 2].text if noun.start > 1 and tokens[noun.start - 1].text == "the" else ""
    before = before or (tokens[noun.start - 1].text if noun.start else "")
    date = next((t for t in tokens[noun.end : noun.end + 3] if isinstance(t.mention, DateMention)), None)
    if draft.kind is not DialogueKind.CONSULTATIVE_BODY or before not in ("at", "during", "following"):
        return False
    if date is None or not isinstance(date.mention, DateMention) or len(date.mention.period.edtf or "") != 10:
        return False
    there = [s for s in acting(scene.page, tokens, noun.end, min(len(tokens), noun.end + 8)) if s.state][:1]
    if draft.sides or not there:
        return False
    draft.kind, draft.anchored, draft.standing = DialogueKind.MINISTERIAL, True, False
    draft.noun = evolve(noun, bare=False, kind=DialogueKind.MINISTERIAL)
    draft.date = When(period=date.mention.period, witness=date)
    draft.place = draft.place or scene.place(place_of(tokens, noun.end, noun.end + 4))
    draft.sides, draft.end = there, date.end
    return True


def other_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and" leads over to another noun: "the meeting and readout of call with the Netherlands"."""
    return any(t.text in _READOUTS for t in tokens[at : at + 4]) and tokens[at].kind == "word"


def in_turn(scene: Scene, line: Line) -> Iterator[Draft]:
    """Those who come next in a diary: "Then came Canada's Justin Trudeau", "the Swedish and Finnish leaders followed"."""
    tokens = line.tokens
    last = scene.drafts[-1] if scene.drafts else None
    if last is None or last.line.block != line.block or last.organisation is not None or len(tokens) < 4:
        return
    host = _whose_diary(scene, line)
    comes = tokens[0].text in ("then", "next") and tokens[1].text == "came"
    follows = next((i for i, t in enumerate(tokens[:12]) if t.text == "followed" and t.kind == "word"), None)
    if host is None or last.kind is DialogueKind.VISIT or not (comes or follows):
        return
    low, high = (2, len(tokens)) if comes else (0, follows or 0)
    guests = [s for s in acting(scene.page, tokens, low, high) if s.state and s.state != host.state]
    guests = [s for s in guests if s.person or s.level >= MINISTER]
    for guest in guests[:6]:
        sides = [implied(host), evolve(guest, level=max(guest.level, host.level) if guest.person else guest.level)]
        draft = scene.draft(line, guest.position, guest.position + 1, level_kind(sides), sides, guest.position + 1)
        draft.date, draft.place, draft.anchored = last.date, last.place, True
        yield draft


def _whose_diary(scene: Scene, line: Line) -> Side | None:
    """Who meets one after another in a paragraph: the one in most of its meetings, of the state that the story is about."""
    rank = {s.state: n for n, s in reversed(list(enumerate(scene.focus.get(line.story, []))))}
    met = [s for d in scene.drafts if d.line.block == line.block for s in d.sides if s.person and s.state and s.level]
    counts: dict[str, int] = {}
    for side in met:
        counts[side.key] = counts.get(side.key, 0) + 1
    return max(met, key=lambda s: (counts[s.key], -rank.get(s.state, len(rank))), default=None)


_AGAIN = word_set("one another second third fourth fifth sixth seventh eighth ninth tenth others more")
_AGAIN_NOUNS = word_set(
    "meeting round session gathering encounter visit edition get-together one sitting conversation talks"
)
_AGAIN_ENDS = ("another", "and", ";", ".")
_AGAIN_REACH = 14


def others(scene: Scene, line: Line, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """More of what was told just before: "after one in Toulon in February and another in Warsaw in June", "a fourth is due"."""
    tokens = line.tokens
    for at in line.places_of(_AGAIN):
        model = next((d for d in reversed(drafts) if d.start < tokens[at].start and _may_recur(d)), None)
        model = model or next((d for d in reversed(scene.drafts[-_NEAR:]) if _may_recur(d)), None)
        if model is None or model.line.story != line.story or not 0 <= line.block - model.line.block <= 1:
            continue
        counted = at > 0 and tokens[at - 1].text in ("a", "an", "the", "its", "their")
        if tokens[at].text not in ("one", "another") and not counted:
            continue
        first = at + 1
        if first < len(tokens) and tokens[first].text in _AGAIN_NOUNS:
            first += 1
        said = tokens[first].text if first < len(tokens) else ""
        if said not in ("in", "at") and (tokens[at].text == "one" or not _goes_on(tokens, first)):
            continue
        stop = min(len(tokens), first + _AGAIN_REACH)
        stop = next((i for i in range(first + 1, stop) if tokens[i].text in _AGAIN_ENDS), stop)
        date, place = _dated(tokens[first:stop]), scene.place(place_of(tokens, first, stop))
        if date is None or place is None:
            continue
        ahead = said not in ("in", "at") and _AHEAD.intersection(t.text for t in tokens[first:stop])
        modality = Modality.PLANNED if ahead else None
        draft = scene.draft(
            line, at, at + 1, model.kind, [implied(s) for s in model.sides], at + 1, modality or model.modality
        )
        draft.date, draft.place, draft.anchored = date, place, True
        draft.end = max(date.witness.end, _place_end(place))
        yield draft


_AHEAD = word_set("will due pencilled penciled scheduled planned set expected slated foreseen to fixed")


def _may_recur(draft: Draft) -> bool:
    return len(draft.states) > 1 and (draft.kind in MEETINGS or draft.kind in _REPEATED)


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether "a fourth" or "another" stands for the thing itself: a verb or a comma follows."""
    words = {"is", "was", "will", "took", "takes", "followed", "had", "has", "follows", "came", "comes", ","}
    return at < len(tokens) and tokens[at].text in words
