"""Verbs that share with the one before them: its subject, or its "were"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.grammar.tokens import Token
from kordef.builders.grammar.verbs import grammar
from kordef.builders.grammar.word_classes import FULL_STOPS, PREPOSITIONS

__all__ = ["adverbial_before", "after_coordinator", "is_contrasted", "shares_passive"]

_ADVERBIALS = tuple(
    tuple(words.split()) for words in ("in the end", "in turn", "in return", "in addition", "at last", "of late")
)
_LAST_WORDS = frozenset(phrase[-1:] for phrase in _ADVERBIALS)
_AND = (("and",), ("but",), ("then",), (",",))


def adverbial_before(tokens: Sequence[Token], at: int) -> int:
    """How many words before a verb only say when or how, between it and a coordinator: "but in the end bought"."""
    words = tuple(t.text for t in tokens[max(0, at - 4) : at])
    if words[-1:] not in _LAST_WORDS:
        return 0
    long = next((len(p) for p in _ADVERBIALS if words[-len(p) :] == p), 0)
    return long if words[-1 - long : -long] in _AND else 0


def shares_passive(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bare participle may share "were" with a verb before: "were built by Dassault and delivered to Croatia"."""
    if at < 4 or tokens[at - 1].text not in ("and", "but", ","):
        return False
    text = tokens[at].text
    forms = grammar().forms.get(text)
    if "participle" not in forms if forms is not None else not text.endswith("ed"):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or after.kind in ("date", "mark") or after.text in PREPOSITIONS


def is_contrasted(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody is only named as who it is not: "Norway, not Sweden, sold"."""
    at -= at > 0 and tokens[at - 1].text in ("the", "a", "an")
    return at > 1 and tokens[at - 1].text == "not" and tokens[at - 2].text in (",", "and")


def after_coordinator(tokens: Sequence[Token], low: int, high: int) -> int:
    """Behind the last coordinator, comma or relative between two verbs; right behind the first verb where there is none."""
    for position in range(high - 1, low, -1):
        text = tokens[position].text
        if text in ("and", "but", ",", "that", "while", "as") or text in FULL_STOPS:
            if text in (",", "and") and _in_list(tokens, position, low, high):
                continue
            return position + 1
    return low + 1


def _in_list(tokens: Sequence[Token], at: int, low: int, high: int) -> bool:
    """Whether a comma or "and" joins two actors that are the subject together ("and Norway and Finland have bought")."""
    if at + 1 >= high or at - 1 <= low:
        return False
    return (
        tokens[at - 1].kind == "actor"
        and tokens[at + 1].kind == "actor"
        and any(t.text in ("and", "but", ",") for t in tokens[low + 1 : at])
    )
