"""Lists that a colon joins to the verb before it: "has given Ukraine the following equipment: (a) 19 guns; (b) 20 tanks".

Such a sentence says what "has given Ukraine 19 guns, 20 tanks" says, so its row is made to read so: without the words that
announce the list, its colon and the letters of its items, and with commas for the semicolons between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kordef.mentions.model import ValueMention

if TYPE_CHECKING:
    from kordef.builders.grammar.tokens import Token

__all__ = ["read_on"]

_HANDS_OVER = frozenset(
    (
        "provided delivered donated supplied given gave gifted sent transferred ceded pledged promised committed ordered bought "
        "purchased acquired procured sold received obtained requested announced"
    ).split()
)
_BEFORE_VERB = frozenset(
    "has have had been was were also already jointly far date now to it they government ministry".split()
)
_TIMES = frozenset("far date now already".split())
"""The last words of "so far", "to date", "until now"."""
_BETWEEN = frozenset("to the for from by of armed forces army navy air force so total a in".split())
_LONGEST_NOUN = 4
"""Words between "following" and the colon: "the following military equipment and vehicles:"."""
_SHORTEST = 2


def read_on(row: Sequence[Token]) -> Sequence[Token]:
    """The row of a sentence, its verb and what the list behind the first colon names in one piece where they belong together."""
    at = next((n for n, t in enumerate(row) if t.kind == "mark" and t.text == ":"), 0)
    if at < _SHORTEST or not _is_list(row, at + 1):
        return row
    begin = _announcement(row, at)
    if begin is None:
        return row
    return [*row[:begin], *_items(row[at + 1 :])]


def _is_list(row: Sequence[Token], at: int) -> bool:
    """Whether counted things or a weapon stand right behind a colon."""
    while at + 2 < len(row) and row[at].text == "(" and row[at + 2].text == ")":
        at += 3
    if at >= len(row):
        return False
    mention = row[at].mention
    return row[at].kind == "weapon" or (isinstance(mention, ValueMention) and mention.kind == "count")


def _announcement(row: Sequence[Token], colon: int) -> int | None:
    """Where the words begin that only announce the list; ``None`` where no verb in front of it governs the list."""
    said = next((n for n in range(colon - 1, -1, -1) if row[n].text in _HANDS_OVER), None)
    if said is None or all(t.kind != "actor" for t in row[:colon]):
        return None
    if said and row[said - 1].kind != "actor" and row[said - 1].text not in _BEFORE_VERB:
        # "Number ordered by Peru: 24"
        return None
    if row[colon - 1].text == ")":
        # "the following items (as of 1 March 2025):"
        colon = next((n for n in range(colon - 2, said, -1) if row[n].text == "("), colon)
    following = next((n for n in range(colon - 1, said, -1) if row[n].text == "following"), None)
    if following is not None:
        plain = all(t.kind == "word" for t in row[following + 1 : colon]) and colon - following - 1 <= _LONGEST_NOUN
        return following - (row[following - 1].text == "the") if plain else None
    if any(t.kind not in ("actor", "date") and t.text not in _BETWEEN | _TIMES for t in row[said + 1 : colon]):
        return None
    return colon


def _items(tail: Sequence[Token]) -> list[Token]:
    """What a list names, without the numbers or letters of its items."""
    items: list[Token] = []
    at = 0
    while at < len(tail):
        token = tail[at]
        lettered = at + 2 < len(tail) and token.text == "(" and tail[at + 2].text == ")" and tail[at + 1].kind == "word"
        if lettered and len(tail[at + 1].text) == 1 and (at == 0 or tail[at - 1].text in (";", ",", "and")):
            at += 3
            continue
        items.append(_comma(token) if token.kind == "mark" and token.text == ";" else token)
        at += 1
    return items


def _comma(token: Token) -> Token:
    return type(token)("mark", ",", token.start, token.end)
