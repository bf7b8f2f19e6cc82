"""Whose occasion it is where the phrase does not say: the host, the guest, the organisation that gathers."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.dialogues.meetings import Draft
from kordef.builders.dialogues.occasions import Occasion
from kordef.builders.dialogues.scene import Scene
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.surroundings import strong_break, word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.parties import MINISTER, Side, acting, distinct, implied, of_state, side_of
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind, DialogueKind, EvidenceKind, Role

__all__ = ["chaired_by", "hosted", "of_members", "whoever", "with_host"]

_CHAIRED = word_set("chaired co-chaired cochaired headed opened hosted")
_MANY = word_set("allies partners members leaders ministers states countries")


def whoever(scene: Scene, line: Line, noun: Occasion) -> list[Side]:
    """The person of a sentence whose verb is not known: the first before an occasion, or behind the comma after it."""
    tokens = line.tokens
    before = [s for s in acting(scene.page, tokens, 0, noun.start) if s.person and s.state]
    comma = next((i for i in range(noun.end, len(tokens)) if tokens[i].text == ","), None)
    if noun.determiner == "their" and len(before) > 1 and len({s.state for s in before[-2:]}) == 2:
        return before[-2:]  # "in a statement adopted by A and B after their talks in Putrajaya"
    if before or comma is None:
        return before[:1]
    return [s for s in acting(scene.page, tokens, comma, min(comma + 6, len(tokens))) if s.person and s.state][:1]


def chaired_by(scene: Scene, tokens: Sequence[Token], low: int) -> list[Side]:
    """Those by whom a meeting was chaired: "held its seventh session in May, co-chaired by A and B"."""
    for at in range(low, len(tokens) - 2):
        if tokens[at].text in _CHAIRED and tokens[at + 1].text == "by":
            high = next((i for i in range(at + 2, len(tokens)) if strong_break(tokens[i])), len(tokens))
            return [s for s in acting(scene.page, tokens, at + 2, min(high, at + 16)) if s.person][:4]
    return []


def of_members(draft: Draft, noun: Occasion) -> None:
    """ "The meeting of NATO defence ministers": one of the organisation, told of by those who meet."""
    if noun.kind is not None or noun.visit or draft.organisation is not None or draft.people:
        return
    bodies = [s for s in draft.sides if s.level >= MINISTER and s.position >= noun.end and s.key == s.state]
    if len(bodies) != 1 or not bodies[0].key.startswith(("organisation:", "forum:")) or len(draft.sides) > 1:
        return
    draft.gathers(bodies[0])
    draft.noun = evolve(noun, bare=False)


def with_host(scene: Scene, line: Line, draft: Draft, people: Sequence[Side], noun: Occasion) -> None:
    """ "Yoon travelled to Tokyo for a summit": with the state that he travels to."""
    goal = next(
        (
            t
            for t in line.tokens[: noun.start]
            if isinstance(m := t.mention, ActorMention) and m.kind is ActorKind.STATE and m.as_place
        ),
        None,
    )
    if goal is None or not isinstance(goal.mention, ActorMention) or goal.mention.key in {s.state for s in people}:
        return
    host = of_state(goal.mention.key, goal)
    draft.sides = [*people, host]
    draft.place = draft.place or scene.place(goal)


def hosted(scene: Scene, line: Line, draft: Draft, noun: Occasion, support: Match | None) -> bool:
    """Find whose occasion it is where the phrase does not say; whether there is anything to tell."""
    tokens = line.tokens
    if draft.kind is DialogueKind.SUMMIT and noun.lone and not draft.sides and not draft.back:
        _summit_of(scene, line, draft)
        if not draft.sides and draft.place is not None and draft.date is not None and noun.determiner == "the":
            scene.pair(line, draft)
        if not draft.sides:
            return False
    unnamed = len(draft.states) < 2 and not draft.people and draft.organisation is None
    launched = (
        noun.kind is DialogueKind.DIALOGUE
        and support is not None
        and noun.modifiers
        and noun.determiner in ("a", "an")
        and not tokens[noun.head].text.startswith("meeting")
    )
    if unnamed and (noun.lone or noun.kind is DialogueKind.MINISTERIAL or launched):
        scene.pair(line, draft)
    if unnamed and not draft.sides and draft.place is not None and support is None and not noun.definite:
        _of_stay(scene, draft)
    members = (
        noun.end < len(tokens)
        and tokens[noun.end].text == "of"
        and any(t.text in _MANY for t in tokens[noun.end : noun.end + 6])
    )
    if members and support is not None and draft.organisation is None and all(s.person for s in draft.sides):
        _gathered(scene, draft)
    _with_guest(scene, draft, noun, support)
    alone = (
        draft.people
        and support is None
        and draft.organisation is None
        and all(s.position >= noun.end for s in draft.sides)
    )
    if alone and (len(draft.states) == 1 or noun.plural):
        words = {t.text for t in tokens[: noun.start]}
        first = next((p for p in scene.known() if p.state not in draft.states), None)
        if first is not None and words & {"his", "her", "he", "she", "included", "including"}:
            draft.sides.insert(0, implied(first))
    return True


def _of_stay(scene: Scene, draft: Draft) -> None:
    """ "Staff talks in Ljubljana deal with ...": told during a visit, they are those of guest and host."""
    if draft.kind is not None and draft.kind is not DialogueKind.DIALOGUE:
        return
    stay = next((d for d in reversed(scene.drafts[-3:]) if d.kind is DialogueKind.VISIT and len(d.states) > 1), None)
    place = draft.place
    if stay is None or place is None or stay.place is None or place.state != stay.place.state:
        return
    states = {s.state: s for s in reversed(stay.sides) if s.state}
    draft.sides = [of_state(k, s.witness) for k, s in states.items() if k]
    draft.anchored = True


def _with_guest(scene: Scene, draft: Draft, noun: Occasion, support: Match | None) -> None:
    """ "A breakfast with the Australian minister": told of during a visit, it is the visitor's."""
    opens = noun.start <= 1 and (noun.determiner in ("a", "an") or noun.plural or draft.words.lower().endswith("talks"))
    if not draft.sides or (
        not opens and (support is not None or noun.determiner not in ("a", "an", "another", "further") or noun.plural)
    ):
        return
    if len(draft.people) > 1 or any(s.position < noun.end or not (s.person or s.level) for s in draft.sides):
        return
    for stay in reversed(scene.drafts[-12:]):
        guest = next((s for s in stay.sides if s.person and stay.roles.get(s.key) is Role.VISITOR), None)
        if stay.kind is DialogueKind.VISIT and guest is not None and guest.state not in draft.states:
            draft.sides.insert(0, implied(guest))
            draft.anchored = True
            return


def _summit_of(scene: Scene, line: Line, draft: Draft) -> None:
    """Whose summit "the Hague summit" is: that of the organisation that the sentence or the story speaks of."""
    for position, token in enumerate(line.tokens):
        mention = token.mention
        if (
            isinstance(mention, ActorMention)
            and mention.kind is ActorKind.IGO
            and (side := side_of(scene.page, token, position))
        ):
            draft.organisation = implied(side)
            draft.sides = [draft.organisation]
            return
    if draft.place is not None and draft.noun is not None and draft.noun.determiner == "the":
        own = [s for s in scene.focus.get(line.story, [])[:3] if s.key.startswith("organisation:")]
        draft.organisation = own[0] if own else None
        draft.sides = own[:1]


def _gathered(scene: Scene, draft: Draft) -> None:
    """Whose members an occasion "of allies and partners" gathers: those of the summit told of before."""
    held = [d for d in reversed(scene.drafts) if d.organisation is not None]
    that_day = (
        d for d in held if draft.date is not None and d.date is not None and scene.dates.within(draft.date, d.date)
    )
    host = next(that_day, held[0] if held else None)
    if host is None or host.organisation is None:
        return
    draft.organisation = implied(host.organisation)
    draft.sides = list(distinct([*draft.sides, draft.organisation]))
    draft.place = draft.place or (evolve(host.place, kind=EvidenceKind.IMPLIED) if host.place else None)
    draft.kind = host.kind if draft.kind is None else draft.kind
