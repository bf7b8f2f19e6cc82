"""What a noun names and a sentence says never to have been: "the visit was ruled out", "no plans for a deployment"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.grammar.tokens import Token

__all__ = ["came_to_nothing", "only_asked", "spaced"]

_BEHIND, _BEFORE = 14, 7
"""How many words away a predicate, and a noun in front, may stand."""
_PREDICATES = tuple(
    f" {words} "
    for words in (
        "is unlikely", "looks unlikely", "seems unlikely", "remains unlikely", "was unlikely", "has been ruled out",
        "was ruled out", "is ruled out", "was scrapped", "has been scrapped", "failed to materialise",
        "failed to materialize", "never materialised", "never materialized", "never came about", "did not come about",
        "came to nothing", "has been proposed", "was proposed", "is off the table", "never took place", "was rejected",
        "has been rejected", "was vetoed",
    )
)  # fmt: skip
_REFUSALS = tuple(
    f" {words} "
    for words in (
        "no plans for", "no plan for", "denied reports of", "denied rumours of", "denied rumors of", "ruled out",
        "no prospect of", "nothing came of", "rejected", "called off", "cancelled",
    )
)  # fmt: skip


def came_to_nothing(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether what the noun at ``start`` to ``end`` names was refused, ruled out, only proposed or never took place."""
    behind, before = spaced(tokens, end, end + _BEHIND), spaced(tokens, start - _BEFORE, start)
    return any(words in behind for words in _PREDICATES) or any(words in before for words in _REFUSALS)


def only_asked(tokens: Sequence[Token], verb: int) -> bool:
    """Whether somebody is only asked to, or shrinks from it: "has been invited to visit", "under pressure to send"."""
    return verb > 1 and tokens[verb - 1].text == "to" and tokens[verb - 2].text in _ASKED


_ASKED = frozenset(
    "pressure invited refusal reluctance reluctant unwilling unwillingness readiness willingness urged".split()
)


def spaced(tokens: Sequence[Token], low: int, high: int) -> str:
    """The plain words between two positions, a blank around each: a phrase with blanks around it is found as whole words."""
    return " ".join(["", *(t.text for t in tokens[max(0, low) : max(0, high)] if t.kind == "word"), ""])
