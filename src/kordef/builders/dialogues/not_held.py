"""Occasions that did not take place: "refused to hold talks", "the summit has been ruled out", "no plans for a visit"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.dialogues.occasions import Occasion
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.surroundings import not_yet, strong_break
from kordef.builders.grammar.tokens import Token

__all__ = ["not_held", "only_asked"]

_IN_FRONT, _BEHIND, _BEFORE = 6, 14, 7
"""How many words a refused verb, a predicate and a noun in front may be away."""
_PREDICATES = tuple(
    f" {words} "
    for words in (
        "is unlikely", "looks unlikely", "seems unlikely", "remains unlikely", "was unlikely", "has been ruled out",
        "was ruled out", "is ruled out", "was scrapped", "has been scrapped", "failed to materialise", "failed to materialize",
        "never materialised", "never materialized", "never came about", "did not come about", "came to nothing",
        "has been proposed", "was proposed", "is off the table",
    )
)  # fmt: skip
_REFUSALS = tuple(
    f" {words} "
    for words in (
        "no plans for", "no plan for", "denied reports of", "denied rumours of", "denied rumors of", "ruled out",
        "no prospect of", "nothing came of", "rejected", "called off", "cancelled",
    )
)  # fmt: skip


def not_held(tokens: Sequence[Token], noun: Occasion, verbs: Sequence[Match]) -> bool:
    """Whether a sentence says that what a noun speaks of was refused, ruled out, only proposed or never took place."""
    for verb in verbs:
        denied = verb.group.negated or not_yet(tokens, verb.group.start, verb.start) or only_asked(tokens, verb.start)
        if denied and verb.end <= noun.start <= verb.end + _IN_FRONT:
            between = tokens[verb.end : noun.start]
            if verb.frame.settings["shape"] == "hold" and not any(strong_break(t) or t.text == "," for t in between):
                return True
    behind, before = _words(tokens, noun.end, noun.end + _BEHIND), _words(tokens, noun.start - _BEFORE, noun.start)
    return any(words in behind for words in _PREDICATES) or any(words in before for words in _REFUSALS)


def only_asked(tokens: Sequence[Token], verb: int) -> bool:
    """Whether somebody is only asked to, or shrinks from it: "has been invited to visit", "under pressure to meet"."""
    return verb > 1 and tokens[verb - 1].text == "to" and tokens[verb - 2].text in _ASKED


_ASKED = frozenset(
    "pressure invited refusal reluctance reluctant unwilling unwillingness readiness willingness urged".split()
)


def _words(tokens: Sequence[Token], low: int, high: int) -> str:
    return " ".join(["", *(t.text for t in tokens[max(0, low) : max(0, high)] if t.kind == "word"), ""])
