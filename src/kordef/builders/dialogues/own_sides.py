"""Whom the phrase for an occasion names itself: owners and modifiers before it, partners behind "between", "with" and "of"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.dialogues.meetings import Draft
from kordef.builders.dialogues.objects import OTHER_EVENTS
from kordef.builders.dialogues.occasions import Occasion, is_seat
from kordef.builders.dialogues.scene import Scene, is_state
from kordef.builders.dialogues.sequels import other_noun
from kordef.builders.grammar.surroundings import DETERMINERS, FUNCTION_WORDS, word_set
from kordef.builders.grammar.tokens import Line, Token, is_adjective
from kordef.builders.parties import NONE, Side, acting, distinct, officials_in, side_of
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind, DialogueKind

__all__ = ["is_paired", "own_sides"]

_SERVICES = word_set("army navy force forces marines corps coastguard staff staffs ministry ministries")
_OF_STATES = word_set("of the and , republic kingdom")
_AWAY = word_set("on in at to about for during after from")
_TIES = word_set("partnership ties relations relationship alliance agreement border")
_POSSESSIVE = ("'s", "’s", "’", "'")
_SHARED = (DialogueKind.CONSULTATIVE_BODY, DialogueKind.DIALOGUE, DialogueKind.SUMMIT)


def own_sides(scene: Scene, line: Line, draft: Draft, noun: Occasion, limit: int) -> None:
    """Those whom the phrase itself names: owners and modifiers before, "between", "with", "of" and "by" behind."""
    page, tokens = scene.page, line.tokens
    for position in range(max(0, noun.start - 3), noun.head):
        token = tokens[position]
        mention = token.mention
        if token.kind != "actor" or not isinstance(mention, ActorMention):
            continue
        owner = position + 1 < len(tokens) and tokens[position + 1].text in _POSSESSIVE
        paired = is_paired(tokens, position)
        if (position < noun.start and not owner) or is_seat(token.text):
            continue
        town = mention.form in ("capital", "government", "place") and not owner and not noun.visit
        if (mention.as_place or town) and not paired:
            draft.place = draft.place or scene.place(token)
            continue
        side = side_of(page, token, position)
        if side is None and mention.kind is ActorKind.FORUM:
            side = Side(key=mention.key, witness=token, position=position)
        if side is None:
            continue
        if mention.kind in (ActorKind.IGO, ActorKind.FORUM) and not noun.visit and not paired:
            draft.organisation = side
        draft.sides.append(side)
    behind: list[Side] = []
    taking = False
    joint = noun.kind in _SHARED and tokens[min(noun.end, len(tokens) - 1)].text == "of"
    for position in range(noun.end, limit):
        token = tokens[position]
        if noun.plural and not taking and behind and _next_of_dated(tokens, position):
            taking = True
            continue
        of_states = joint and all(t.text in _OF_STATES or is_state(t) for t in tokens[noun.end : position])
        if token.kind == "word":
            call = noun.kind is DialogueKind.COURTESY_CALL and token.text in ("to", "on")
            of = token.text == "of" and position == noun.end and (not noun.visit or _somebody_at(tokens, position + 1))
            if token.text == "by" and tokens[position - 1].text in _MADE:
                taking = False  # "the talks came as it sells tanks made by"
            elif token.text in ("between", "with", "among", "by", "involving") and _of_their_ties(tokens, position):
                taking = False  # "with moves to strengthen its partnership with NATO"
            elif token.text == "with" and _carries(tokens, position + 1):
                break  # "attend a summit with a strong message against North Korea"
            elif (
                token.text in ("between", "with", "among", "by")
                or call
                or of
                or (token.text == "involving" and not noun.visit)
            ):
                taking = True
            elif token.text in _AWAY:
                # "with his counterparts from Germany and Sweden"
                taking = taking and token.text == "from" and officials_in(tokens, position - 1, position) != NONE
            elif token.text in OTHER_EVENTS or (
                token.text == "and" and not taking and other_noun(tokens, position + 1)
            ):
                break
        elif token.text == "," and behind and _something_else(tokens, position + 1):
            break  # "his meeting with the minister of Norway, matters of trade will be discussed"
        elif of_states and token.kind == "actor" and is_state(token):
            # "the working group of Norway and South Korea on propulsion"
            side = side_of(page, token, position)
            behind.extend([side] if side is not None else [])
        elif token.kind == "actor" and (taking or (behind and behind[-1].person and _joined(tokens, position))):
            # the nouns before it count ("with the leaders of Norway")
            low = max(noun.end, position - 24)
            found = [s for s in acting(page, tokens, low, position + 1) if s.position == position]
            if not found and is_adjective(token) and _service_at(tokens, position + 1):
                side = side_of(page, token, position)  # "between the British Army and the Indian Army"
                found = [side] if side is not None else []
            behind.extend(found)
    draft.sides = list(distinct([*draft.sides, *behind]))
    if behind:
        draft.end = max(draft.end, max(tokens[s.position].end for s in behind))


def _next_of_dated(tokens: Sequence[Token], at: int) -> bool:
    """Whether a list of partners goes on behind a date: "with the minister of A in May 2017, that of B in June 2018"."""
    if tokens[at].text not in (",", "and", ";") or tokens[at - 1].kind != "date":
        return False
    start = at + 1
    while start < len(tokens) and tokens[start].text in ("and", "with", *DETERMINERS):
        start += 1
    return start < len(tokens) and tokens[start].kind == "actor"


def _something_else(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands behind a comma is a noun of its own, and no further partner or office."""
    token = tokens[min(at, len(tokens) - 1)]
    plain = token.kind == "word" and not token.capital and token.text not in FUNCTION_WORDS
    near = (officials_in(tokens, at, at + 5, plural=plural) for plural in (True, False))
    return plain and all(level == NONE for level in near)


def _carries(tokens: Sequence[Token], at: int) -> bool:
    """Whether "with a message" or the like says with what somebody comes, and not with whom."""
    if at >= len(tokens) or tokens[at].text not in ("a", "an"):
        return False
    return not _BROUGHT.isdisjoint(t.text for t in tokens[at + 1 : at + 4])


_BROUGHT = word_set("message view focus proposal plan agenda call pledge promise request aim vow")


_MADE = word_set("made manufactured built produced developed designed supplied offered operated")


def _of_their_ties(tokens: Sequence[Token], at: int) -> bool:
    """Whether a preposition only says with whom somebody has ties ("its partnership with NATO")."""
    return tokens[at - 1].text in _TIES and (
        tokens[at - 2].text in DETERMINERS or tokens[at - 2].text in ("its", "their", *_POSSESSIVE)
    )


def _service_at(tokens: Sequence[Token], at: int) -> bool:
    """Whether an armed service or staff is named at a position, whose state the adjective before it gives."""
    return any(t.text.casefold() in _SERVICES for t in tokens[at : at + 2])


def _joined(tokens: Sequence[Token], at: int) -> bool:
    """Whether a person is the next one of a list ("led by A, deputy minister for resources, and B")."""
    return tokens[at - 1].text == "and" and _person_at(tokens, at)


def _person_at(tokens: Sequence[Token], at: int) -> bool:
    mention = tokens[at].mention if at < len(tokens) else None
    return isinstance(mention, ActorMention) and mention.kind is ActorKind.PERSON


def _somebody_at(tokens: Sequence[Token], at: int) -> bool:
    """Whether a person or an office follows: "the visit of the Finnish president, Alexander Stubb, to London"."""
    if _person_at(tokens, at):
        return True
    end = next((i for i in range(at, min(at + 9, len(tokens))) if tokens[i].text in ("to", "in")), None)
    return end is not None and officials_in(tokens, at, end, plural=False) != NONE


def is_paired(tokens: Sequence[Token], position: int) -> bool:
    """Whether a name is joined to another by a hyphen ("Korea-EU dialogue")."""
    behind = position + 1 < len(tokens) and tokens[position + 1].text in ("-", "–")
    return behind or (position > 0 and tokens[position - 1].text in ("-", "–"))
