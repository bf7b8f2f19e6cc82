"""Standing bodies and dialogues: those with a name, those just set up, and the sessions that they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.builders.dialogues.meetings import Draft, When
from kordef.builders.dialogues.occasions import Occasion, body_name, gathering
from kordef.builders.dialogues.scene import Scene, main_verb
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.surroundings import DETERMINERS, place_of, strong_break, word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.parties import NONE, Side, acting, distinct, implied, side_of
from kordef.mentions.model import ActorMention, DateMention
from kordef.vocabulary import DialogueKind

__all__ = [
    "bodies_in",
    "first_met",
    "first_session",
    "goes_on",
    "is_own_session",
    "is_set_up",
    "sessions_of_bodies",
    "states_of",
]

_PANEL = word_set(
    "panel committee body group commission council dialogue forum mechanism it they session sides two talks"
)
_SESSIONS = word_set("session meeting round edition gathering")
_STANDING = frozenset([DialogueKind.CONSULTATIVE_BODY, DialogueKind.DIALOGUE])


def is_set_up(noun: Occasion, support: Match | None, *, ahead: bool) -> bool:
    """Whether a dialogue or body is launched that will meet again and again ("launch an annual cyber policy dialogue")."""
    if support is None or not ahead or noun.determiner not in ("a", "an", "another", None) or noun.plural:
        return False
    launches = support.frame.id == "set-up" or support.line.tokens[support.start].text.startswith("launch")
    told = noun.modifiers or noun.recurring or noun.end - noun.head > 1 or noun.kind is DialogueKind.CONSULTATIVE_BODY
    return launches and (noun.kind in _STANDING or noun.kind is None) and bool(told)


def first_session(
    scene: Scene, line: Line, body: Draft, nouns: Sequence[Occasion], n: int, supports: Sequence[Match]
) -> None:
    """Day and place of the session that a body just set up is to hold: "a working group, which is to meet in Seoul in May"."""
    noun, tokens = nouns[n], line.tokens
    end = nouns[n + 1].start if n + 1 < len(nouns) else len(tokens)
    which = next((i for i in range(noun.end, end) if tokens[i].text in ("which", "that", "whose")), None)
    verb = next((m for m in supports if which is not None and which < m.start <= which + 6), None)
    if which is None or verb is None or any(strong_break(t) for t in tokens[noun.end : which]):
        return
    body.date = scene.dates.of(line, verb.start, verb.end, len(tokens), behind=True)
    body.place = scene.place(place_of(tokens, verb.end, len(tokens)))
    body.end = max(body.end, tokens[noun.end - 1].end)


def is_own_session(tokens: Sequence[Token], nouns: Sequence[Occasion], n: int) -> bool:
    """Whether "its first session" is that of a body told just before ("..., which is to hold its first session in Seoul")."""
    if n == 0 or nouns[n].determiner != "its" or nouns[n - 1].kind not in _STANDING:
        return False
    between = [t.text for t in tokens[nouns[n - 1].end : nouns[n].start]]
    # "the group convened in Paris for its second session"
    return bool({"that", "which"}.intersection(between)) or "for" in between[-2:]


def goes_on(scene: Scene, line: Line, clauses: Clauses, matches: Sequence[Match]) -> None:
    """ "It convened for the first time in Seoul on 27 March": day and place of the dialogue told just before."""
    last = scene.drafts[-1] if scene.drafts else None
    if last is None or last.line is not scene.previous or not any(t.text == "it" for t in line.tokens[:2]):
        return
    for match in matches:
        before = line.tokens[match.group.start - 1].text if match.group.start else ""
        if before != "it" or match.frame.settings["shape"] not in ("meet", "hold", "happen") or match.group.negated:
            continue
        limit = clauses.right_limit(match.end)
        last.date = last.date or scene.dates.of(line, match.start, match.end, limit)
        last.place = last.place or scene.place(place_of(line.tokens, match.end, limit))


def sessions_of_bodies(line: Line, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence with a body and the session that it held as one: "the committee held its ninth session"."""
    bodies = [d for d in drafts if d.kind is DialogueKind.CONSULTATIVE_BODY and d.date is None and d.place is None]
    out = list(drafts)
    for held in drafts:
        noun = held.noun
        own = noun is not None and noun.end <= len(line.tokens)  # that of a body told before stands in another sentence
        if noun is None or not own or line.tokens[noun.head].text not in _SESSIONS:
            continue
        of = [t.text for t in line.tokens[noun.end : noun.end + 2]] == ["of", "the"]
        if noun.determiner != "its" and not of:
            continue
        near = line.tokens[noun.end + 2].start if of and noun.end + 2 < len(line.tokens) else held.end
        body = next((b for b in bodies if b is not held and b.start <= near and (b.states <= held.states or of)), None)
        if body is None or body not in out:
            continue
        held.kind, held.words, held.noun = body.kind, body.words, body.noun
        held.sides = held.sides or body.sides
        held.start = min(held.start, body.start)
        out.remove(body)
    met = [b for b in out if b.kind is DialogueKind.CONSULTATIVE_BODY and b.date is not None and b.noun is not None]
    return [d for d in out if not any(d.noun is None and _meets(b, d) for b in met)]


def _meets(body: Draft, draft: Draft) -> bool:
    """Whether a meeting of two states is that of their body: "the Malaysia-Thailand General Border Committee met"."""
    return body.start == draft.start and body.states == draft.states and not draft.people


def states_of(body: Draft) -> list[Side]:
    """The states of a body, those of its persons included."""
    sides: list[Side] = []
    for side in body.sides:
        if side.state and (side.person or side.key != side.state):
            side = Side(key=side.state, state=side.state, witness=side.witness)
        sides.append(implied(side))
    return sides


def first_met(scene: Scene, line: Line, clauses: Clauses, matches: Sequence[Match]) -> Iterator[Draft]:
    """ "The panel first met in Bratislava in 2021": an earlier session of the body told of just before."""
    if not matches or _PANEL.isdisjoint(line.texts):
        return
    body = next((d for d in reversed(scene.drafts[-4:]) if d.kind in _STANDING and len(d.states) > 1), None)
    if body is None or scene.previous is None or body.line.block != line.block:
        return
    tokens = line.tokens
    for match in matches:
        if match.frame.settings["shape"] not in ("meet", "hold", "happen") or match.group.negated:
            continue
        at = match.start
        before = [t.text for t in tokens[max(0, match.group.start - 4) : at]]
        rank = next((w for w in ("first", "last", "previously") if w in before), None)
        if rank is None and any(t.text == "first" for t in tokens[match.end : match.end + 4]):
            rank = "first"
        if rank is None or not (_PANEL & set(before)):
            continue
        limit = clauses.right_limit(match.end)
        draft = scene.draft(line, at, match.end, body.kind, states_of(body), limit)
        if draft.date is None:
            continue
        draft.start = tokens[0].start
        draft.words, draft.noun = body.words, body.noun
        if rank == "first":
            draft.ordinal = (1, next(t for t in tokens if t.text == "first"))
        yield draft


def _forum(scene: Scene, line: Line, clauses: Clauses, matches: Sequence[Match], draft: Draft, position: int) -> None:
    """Day, place and, where a verb says who takes part, participants of a forum with a name of its own."""
    tokens = line.tokens
    dates = scene.dates
    draft.date = dates.month(dates.of(line, position, position + 1, len(tokens), behind=True))
    which = next((i for i in range(position + 1, min(position + 3, len(tokens))) if tokens[i].text == "which"), None)
    if draft.date is None and which is not None:
        draft.date = dates.month(dates.of(line, which, which + 1, min(which + 8, len(tokens)), behind=True))
    draft.place = scene.place(place_of(tokens, position, len(tokens))) or scene.seat(draft.words, tokens[position])
    spoken = _said_there(scene, line, clauses, position)
    if spoken is not None:
        draft.date, draft.sides = spoken[0], [*spoken[1]]
    for match in matches:
        near = match.frame.id == "attend" and match.end <= position <= match.end + 3 and not match.group.negated
        if not near or match.group.passive:
            continue
        doers = [s for s in scene.doers(line, clauses, match.group.start) if s.person or s.level or s.state]
        draft.sides = list(distinct([*doers, *draft.sides]))[:6]
        before = dates.of(line, match.start, position + 1, position + 1)
        if before is not None and before.witness.end <= tokens[match.start].start:
            draft.date = dates.month(before)


def _said_there(scene: Scene, line: Line, clauses: Clauses, position: int) -> tuple[When, list[Side]] | None:
    """The day and the speaker of "Defence Secretary Singh confirmed on Saturday at the Shangri-La Dialogue"."""
    tokens = line.tokens
    at = position - 1 - (tokens[position - 1].text in DETERMINERS)
    if at < 2 or tokens[at].text != "at" or not isinstance(day := tokens[at - 1].mention, DateMention):
        return None
    if len(day.period.edtf or "") != 10:
        return None
    doers = [s for s in scene.doers(line, clauses, main_verb(clauses, position)) if s.person]
    before = [s for s in acting(scene.page, tokens, 0, position) if s.person]
    speakers = doers or before[-1:]
    return (When(period=day.period, witness=tokens[at - 1]), speakers[:1]) if speakers else None


def _pair_before(tokens: Sequence[Token], at: int) -> tuple[int, ...]:
    """The two states whose names stand before a body's: "the Malaysia-Thailand General Border Committee"."""
    end = at - 1
    while end > at - 3 and end > 1 and tokens[end].kind == "word" and tokens[end].capital:
        end -= 1
    if (
        end < 2
        or tokens[end].kind != "actor"
        or tokens[end - 1].text not in ("-", "–")
        or tokens[end - 2].kind != "actor"
    ):
        return ()
    return end - 2, end


def _in_session(
    scene: Scene, line: Line, clauses: Clauses, matches: Sequence[Match], draft: Draft, position: int
) -> None:
    """Day and place of the session of a body that a verb tells of: "the committee met in Manila on 20 February"."""
    held = (m for m in matches if m.frame.settings["shape"] in ("meet", "happen") and m.start > position)
    held = (m for m in held if line.tokens[m.start].text != "meeting")  # "held its 12th meeting"
    verb = next(held, None)
    if verb is None or verb.group.negated or verb.group.start - position > 8:
        return
    tokens = line.tokens
    if any(strong_break(t) or t.text in (",", "and") for t in tokens[position + 1 : verb.group.start]):
        return
    limit = clauses.right_limit(verb.end)
    draft.date = scene.dates.of(line, verb.start, verb.end, limit, behind=True)
    draft.place = scene.place(place_of(tokens, position, limit))
    draft.modality = verb.group.modality


def bodies_in(scene: Scene, line: Line, clauses: Clauses, matches: Sequence[Match]) -> Iterator[Draft]:
    """Standing bodies and gatherings with a proper name: "Joint Defense Industry Committee", "ASEAN Regional Forum"."""
    tokens = line.tokens
    for position in line.actors:
        token = tokens[position]
        mention = token.mention
        if not isinstance(mention, ActorMention):
            continue
        pair = _pair_before(tokens, position)
        if (name := body_name(mention, paired=bool(pair))) is not None:
            kind = DialogueKind.CONSULTATIVE_BODY
        elif gathering(mention, token.text):
            name, kind = mention.name, DialogueKind.FORUM
        else:
            continue
        draft = Draft(line=line, start=token.start, end=token.end, kind=kind, words=name)
        draft.noun = Occasion(start=position, end=position + 1, head=position, kind=kind, lone=True, named=True)
        around = acting(scene.page, tokens, max(0, position - 30), min(position + 30, len(tokens)))
        both = [s for p in pair if (s := side_of(scene.page, tokens[p], p)) is not None]
        sides = both or [s for s in around if s.state and s.level == NONE and not s.person][:4]
        draft.sides = [evolve(s, position=-1) for s in sides]
        if pair:
            draft.start = tokens[pair[0]].start
            draft.words = " ".join(scene.text[draft.start : draft.end].split())
        if kind is DialogueKind.CONSULTATIVE_BODY:
            _in_session(scene, line, clauses, matches, draft, position)
        if kind is DialogueKind.FORUM:
            _forum(scene, line, clauses, matches, draft, position)
        elif len(draft.states) < 2:
            scene.pair(line, draft)
        yield draft
