"""Phrases that say who is meant: fronted partners, invitations, lists of persons, the words about a topic."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.surroundings import word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.parties import Side
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind

__all__ = [
    "before_topic",
    "fronted_with",
    "invites",
    "is_town",
    "list_start",
    "main_verb",
    "names_weekday",
    "only_where_and_when",
    "where_aside",
]

_JOINING = word_set("and in on to at")
_BESIDES_TOPIC = word_set("sidelines margins fringes occasion sideline behalf")


def invites(tokens: Sequence[Token], side: Side) -> bool:
    """Whether somebody only invited the one who acts: "at the invitation of Prime Minister Sharif, President Erdoğan paid"."""
    low = max(0, side.position - 5)
    at = next((i for i in range(low, side.position) if tokens[i].text == "invitation"), None)
    return at is not None and all(t.kind == "word" for t in tokens[at : side.position])


def is_town(token: Token) -> bool:
    """Whether a token names a town."""
    return isinstance(token.mention, ActorMention) and token.mention.form in ("capital", "place")


def fronted_with(tokens: Sequence[Token]) -> bool:
    """Whether a sentence begins with those whom its subject meets: "With the chancellor he talked about tanks"."""
    return len(tokens) > 2 and tokens[0].text == "with" and tokens[0].kind == "word"


def main_verb(clauses: Clauses, at: int) -> int:
    """Where the verb begins that a phrase at a position belongs to: the last one before it, else the first behind."""
    before = clauses.verb_before(at) or next(
        (v for v in reversed(clauses.verbs) if v.kind == "reduced" and v.head < at), None
    )
    verb = before or next((v for v in clauses.verbs if v.kind == "finite" and v.start > at), None)
    return verb.start if verb is not None else at


def before_topic(tokens: Sequence[Token], at: int, limit: int) -> int:
    """Where the words about the topic begin: a place in them is not where people meet ("about the war in Ukraine")."""
    for position in range(at, min(limit, len(tokens))):
        token = tokens[position]
        if token.kind == "word" and (
            token.text in ("about", "regarding", "concerning") or token.text.startswith("discuss")
        ):
            return position
        behind = tokens[position + 1 : position + 3] if token.text == "on" else ()
        if behind and behind[0].kind != "date" and not any(t.text in _BESIDES_TOPIC for t in behind):
            return position
    return limit


def list_start(tokens: Sequence[Token], low: int) -> int:
    """Where a list of persons begins of which only the last was taken ("A and B, who runs the agency, flew")."""
    while low >= 2 and _is_person(tokens[low]) and tokens[low - 1].text in ("and", ","):
        at = low - 3 if tokens[low - 2].kind == "mark" else low - 2
        if at < 0 or not _is_person(tokens[at]):
            break
        low = at
    return low


def _is_person(token: Token) -> bool:
    return isinstance(token.mention, ActorMention) and token.mention.kind is ActorKind.PERSON


def where_aside(tokens: Sequence[Token], at: int) -> Token | None:
    """The town between commas behind a name: "Singh, in Seoul for three days, met his counterpart"."""
    behind = tokens[at + 1 : at + 5]
    if len(behind) < 4 or (behind[0].text, behind[1].text) != (",", "in") or not is_town(behind[2]):
        return None
    return None if behind[3].text in ("'s", "’s") else behind[2]


def names_weekday(line: Line) -> bool:
    """Whether one of the dates of a line is written with its weekday."""
    return any(t.kind == "date" and t.text.partition(" ")[0].rstrip(",").endswith("day") for t in line.tokens)


def only_where_and_when(line: Line) -> bool:
    """Whether a heading is nothing but a town and its days: "Thursday, Seoul", "In Oslo on 3 May", "Monday and Tuesday, Rome"."""
    towns = [t for t in line.tokens if t.kind == "actor"]
    return all(is_town(t) for t in towns) and all(t.kind != "word" or t.text in _JOINING for t in line.tokens)
