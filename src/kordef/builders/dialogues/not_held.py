"""Occasions that did not take place: "refused to hold talks", "the summit has been ruled out", "no plans for a visit"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.dialogues.occasions import Occasion
from kordef.builders.grammar.came_to_nothing import came_to_nothing, only_asked
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.surroundings import not_yet, strong_break
from kordef.builders.grammar.tokens import Token

__all__ = ["not_held"]

_IN_FRONT = 6
"""How many words in front of the noun a refused verb may stand."""


def not_held(tokens: Sequence[Token], noun: Occasion, verbs: Sequence[Match]) -> bool:
    """Whether a sentence says that what a noun speaks of was refused, ruled out, only proposed or never took place."""
    for verb in verbs:
        denied = verb.group.negated or not_yet(tokens, verb.group.start, verb.start) or only_asked(tokens, verb.start)
        if denied and verb.end <= noun.start <= verb.end + _IN_FRONT:
            between = tokens[verb.end : noun.start]
            if verb.frame.settings["shape"] == "hold" and not any(strong_break(t) or t.text == "," for t in between):
                return True
    return came_to_nothing(tokens, noun.start, noun.end)
