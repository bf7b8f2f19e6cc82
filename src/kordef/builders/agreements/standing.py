"""How an agreement stands in a sentence without a verb of its own: had, in force, under talks, brought home, acted under."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from kordef.builders.agreements.phrases import Noun
from kordef.builders.grammar.surroundings import DETERMINERS, QUOTES, strong_break, word_set
from kordef.builders.grammar.tokens import Line, Token

__all__ = ["brought_home", "front", "in_force", "in_talks", "possessed", "under", "under_which"]

_RETURNS = word_set(
    "came comes return returned returns left leaves emerged back walked departed ended closed concluded"
)
_STAYS = word_set("that which is are has have been was were remain remains still now already")
_UNDER = word_set("under through by with")


@cache
def _talks() -> tuple[frozenset[str], frozenset[str]]:
    raw = tomllib.loads(files("kordef.builders").joinpath("data", "agreements.toml").read_text("utf-8"))["talks"]
    return frozenset(raw["words"]), frozenset(raw["links"])


def front(tokens: Sequence[Token], noun: Noun) -> int:
    """Where a noun phrase begins with its determiner."""
    at = noun.start
    while at > 0 and (
        tokens[at - 1].text in DETERMINERS or tokens[at - 1].text in QUOTES or tokens[at - 1].text == "'s"
    ):
        at -= 1
    return at


def possessed(line: Line, noun: Noun) -> int | None:
    """Where "has had", "have" stands right before a noun with its determiner; ``None`` where it does not."""
    tokens = line.tokens
    for position in range(noun.start - 1, max(-1, noun.start - 5), -1):
        text = tokens[position].text
        if text in ("has", "have", "had"):
            return position
        if (
            text
            not in ("a", "an", "the", "its", "their", "“", '"', "already", "long", "such", "now", "also", "another")
            and tokens[position].kind != "value"
        ):
            return None
    return None


def under(line: Line, noun: Noun) -> bool:
    """Whether somebody does something "under" an agreement."""
    at = front(line.tokens, noun) - 1
    if at > 1 and line.tokens[at].kind == "date":
        at -= 1 + (line.tokens[at - 1].text in DETERMINERS)  # "under the 1953 treaty"
    return at >= 0 and line.tokens[at].text in ("under", "through")


def under_which(line: Line, noun: Noun) -> int | None:
    """Where an actor stands behind "under which", "with which" right behind a noun; ``None`` where none does."""
    tokens, at = line.tokens, noun.end
    at += at < len(tokens) and tokens[at].text == ","
    if at + 2 < len(tokens) and tokens[at].text in _UNDER and tokens[at + 1].text == "which":
        return next((i for i in range(at + 2, min(at + 4, len(tokens))) if tokens[i].kind == "actor"), None)
    return None


def brought_home(line: Line, noun: Noun) -> bool:
    """Whether somebody came back "with" a paper: "returned from Abu Dhabi with an MOU on drones"."""
    if noun.determiner not in ("a", "an", "number"):
        return False
    tokens = line.tokens
    link = next((i for i in range(noun.start - 1, max(0, noun.start - 16), -1) if tokens[i].text == "with"), None)
    if link is None or any(strong_break(t) for t in tokens[link : noun.start]):
        return False
    return any(t.text in _RETURNS for t in tokens[max(0, link - 6) : link])


def in_talks(line: Line, noun: Noun) -> bool:
    """Whether "talks on", "negotiations for" lead up to a noun, or ", negotiations on which" follow it."""
    words, links = _talks()
    tokens = line.tokens
    end = noun.reach
    behind = [t.text for t in tokens[end : end + 4]]
    if len(behind) == 4 and behind[0] == "," and behind[1] in words and behind[2] in links and behind[3] == "which":
        return True
    at = noun.start - 1
    while at > 0 and (tokens[at].text in DETERMINERS or tokens[at].text in QUOTES):
        at -= 1
    if at <= 0 or tokens[at].text not in links:
        return False
    # "talks between Ankara and Seoul on ..."
    at -= 1
    while at > 0 and (tokens[at].kind == "actor" or tokens[at].text in ("and", "between", "with", "the", ",")):
        at -= 1
    return tokens[at].text in words


def in_force(line: Line, noun: Noun) -> int | None:
    """Where "is in force", "has been in effect since ..." stands right behind a noun; ``None`` where it does not."""
    tokens = line.tokens
    end = noun.reach
    if end < len(tokens) and tokens[end].text in ("with", "between"):
        end += 1
        while end < len(tokens) and (tokens[end].kind == "actor" or tokens[end].text in ("the", "and", ",", "both")):
            end += 1
    for position in range(end, min(end + 5, len(tokens) - 1)):
        if tokens[position].text == "in" and tokens[position + 1].text in ("force", "effect", "operation", "place"):
            return position
        if tokens[position].text not in _STAYS:
            return None
    return None
