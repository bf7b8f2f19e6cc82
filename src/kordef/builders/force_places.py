"""Where forces are: the place that is named behind or beside what they do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kordef.builders.forces import counted_as, words
from kordef.builders.grammar.tokens import Token
from kordef.builders.page import Page
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import ActorKind

__all__ = ["Spot", "place_after"]


class Spot(NamedTuple):
    """Where forces are said to be: the characters of the words for it, and whether these call it a base ("Camp Nord")."""

    start: int
    end: int
    base: bool = False


def place_after(page: Page, tokens: Sequence[Token], low: int, high: int, *, bare: bool = False) -> Spot | None:
    """The place named first between two positions; ``bare`` looks for one without a preposition."""
    known = words()
    at = low
    while at < min(high, len(tokens)):
        token = tokens[at]
        first = None
        if bare:
            first = at
        elif (
            token.kind == "word"
            and (token.text in known.prepositions or (token.text in known.kept and _of(tokens, at)))
            and not (token.text == "from" and (_is_force_noun(tokens, at - 1) or _is_source(tokens, at - 1)))
        ):
            first = at + 2 if _of(tokens, at) and token.text in known.kept else at + 1
        if first is not None:
            end = _place_end(page, tokens, first, high)
            if end is not None and not _owns_or_leads(tokens, end):
                begin = at if not bare and token.text in known.kept else first
                while begin < end - 1 and tokens[begin].text in ("the", "a", "its", "their", "of"):
                    begin += 1
                base = any(
                    t.text in known.bases or "base" in (said := t.text.casefold()).split() or said in known.airfields
                    for t in tokens[begin:end]
                )
                return Spot(tokens[begin].start, tokens[end - 1].end, base)
        if bare:
            return None
        at += 1
    return None


def _owns_or_leads(tokens: Sequence[Token], end: int) -> bool:
    """Whether a name is no place for what follows it: "Japan's zone", "the US-led coalition"."""
    behind = [t.text for t in tokens[end : end + 2]]
    return bool(behind) and (
        behind[0] in ("’s", "'s", "-led") or (behind[0] == "-" and behind[-1] in ("led", "backed", "run"))
    )


_SOURCES = frozenset(
    "aside apart threat threats provocations aggression support attack attacks pressure response responses help aid".split()
)


def _is_source(tokens: Sequence[Token], at: int) -> bool:
    """Whether "from" behind a word says whose it is, or who is left out: "threats from Pyongyang", "aside from Italy"."""
    return at >= 0 and tokens[at].text in _SOURCES


def _is_force_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether "from" behind a word says whose forces they are: "marines from Sweden, Finland and Norway"."""
    if at < 0:
        return False
    token = tokens[at]
    if isinstance(token.mention, ActorMention):
        return token.mention.kind is ActorKind.MILITARY_UNIT
    if isinstance(token.mention, ValueMention):
        return counted_as(token.mention) is not None
    return token.kind == "word" and any(not rest for rest, _ in words().nouns.get(token.text, ()))


def _of(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].text == "of"


def _place_end(page: Page, tokens: Sequence[Token], at: int, high: int) -> int | None:
    """Where the words of a place end: article and adjectives, then names; "of", "in" and a comma may lead to more."""
    text = page.document.text
    known = words()
    end: int | None = None
    position = at
    while position < min(high, at + 12, len(tokens)):
        token = tokens[position]
        mention = token.mention
        if isinstance(mention, ActorMention):
            follower = tokens[position + 1] if position + 1 < len(tokens) else None
            based = any(w in known.bases for w in mention.name.casefold().split())
            if mention.kind is ActorKind.STATE and mention.form == "adjective":
                if follower is None or follower.text not in known.forms | known.place_names:
                    break
                if follower.text not in ("northern", "southern", "eastern", "western", "central"):
                    end = position + 2
            elif mention.kind is not ActorKind.STATE and not mention.as_place and not based:
                if follower is None or follower.text not in known.bases:
                    break  # "RAAF Base Darwin"
            elif follower is not None and end is None and _is_of_state(mention, follower):
                break  # "with U.S. allies", "for Japan troops"
            else:
                end = position + 1
        elif token.kind == "word" and text[token.start].isupper() and token.text not in ("operation", "exercise"):
            following = {t.text for t in _run(tokens, position, 4)}
            after = tokens[position + 1].text if position + 1 < len(tokens) else ""
            if position == at and after == "in" and _named_next(tokens, position + 2):
                end = position + 1
            if token.text in known.place_names or following & known.place_names or end is not None:
                end = position + 1
        elif (
            token.text in ("border", "frontier")
            and _named_next(tokens, position + 2)
            and tokens[position + 1].text == "with"
        ):
            return position + 3 if tokens[position + 2].kind == "actor" else position + 4
        elif token.kind == "word" and (token.text in known.forms or (token.text == "archipelago" and end is not None)):
            if token.text in known.bases or (
                end is not None
                and token.text in ("province", "region", "island", "coast", "airspace", "border", "base", "archipelago")
            ):
                end = position + 1
        elif (
            token.text in ("’s", "'s") and end is not None and (ground := _ground_of(tokens, position + 1)) is not None
        ):
            return ground  # "Japan's contiguous zone"
        elif token.text in ("in", ",", "at", "’s", "'s") and end is not None and _named_next(tokens, position + 1):
            pass
        elif not (token.kind == "mark" and token.text == "-" and position > at):
            break
        position += 1
    return end


def _is_of_state(state: ActorMention, token: Token) -> bool:
    """Whether a noun behind a state's name makes an owner of it: "with U.S. allies", "the U.S. 7th Fleet"."""
    if isinstance(token.mention, ActorMention) and token.mention.kind is ActorKind.MILITARY_UNIT:
        return True  # "with US Marines"
    if token.text in _ABROAD or (state.exact.isupper() and token.text[0].isdigit()):
        return True
    return any(not rest for rest, _ in words().nouns.get(token.text, ()))


_ABROAD = frozenset(["allies", "ally", "partners", "partner", "counterparts", "colleagues", "officials"])
"""Who is named by a state's name in front, which is no place then."""
_GROUNDS = frozenset(
    "waters airspace zone coast shores territory border capital flank region island islands peninsula".split()
)


def _ground_of(tokens: Sequence[Token], at: int) -> int | None:
    """Where the words for the ground or waters of a state end that stand behind its "’s"."""
    for position in range(at, min(at + 4, len(tokens))):
        if tokens[position].kind != "word" or tokens[position].text in words().prepositions:
            return None
        if tokens[position].text in _GROUNDS:
            return position + 1
    return None


def _run(tokens: Sequence[Token], at: int, most: int) -> Iterator[Token]:
    """The tokens from a position up to the next preposition, date or end of a clause."""
    for token in tokens[at : at + most]:
        if token.text in words().prepositions or token.kind == "date" or token.text in (",", ";"):
            return
        yield token


def _named_next(tokens: Sequence[Token], at: int) -> bool:
    for token in tokens[at : at + 2]:
        mention = token.mention
        if isinstance(mention, ActorMention):
            return mention.as_place or (mention.kind is ActorKind.STATE and mention.form != "adjective")
        if token.text not in words().forms:
            return False
    return False
