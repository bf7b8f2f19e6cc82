"""How far the gifts of an item have come, as words in it and in the heading above it say; and whether it denies them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kordef.builders.grammar.tokens import Token
from kordef.builders.transfers.parts import entry_words
from kordef.vocabulary import Stage

__all__ = ["is_denied", "stage_by", "stage_in", "stage_of_heading"]

_DENIED = frozenset(
    "no not never none denied refused declined rejected withdrawn cancelled review requested requests sought".split()
)
_UNTOLD = frozenset(
    "disclosed known given specified published stated named revealed announced public yet confirmed".split()
)


def is_denied(tokens: Sequence[Token], low: int, high: int) -> bool:
    """Whether a part says that goods were not given; "number not disclosed" leaves only their number open."""
    return any(
        tokens[n].text in _DENIED
        and not (
            n
            and n + 1 < high
            and tokens[n].text == "not"
            and tokens[n + 1].text in _UNTOLD
            and tokens[n - 1].text in _COUNTS
        )
        for n in range(low, high)
    )


_COUNTS = frozenset("number numbers quantity quantities amount size value figure types type details".split())


def stage_of_heading(tokens: Sequence[Token]) -> Stage | None:
    """The stage of the items below a heading: "What has been handed over", "What is still to come", "On the way"."""
    words = [t.text for t in tokens]
    pairs = set(pairwise(words))
    if _COMING.intersection(words) or pairs & _COMING_PAIRS:
        return Stage.PLANNED
    return stage_by(set(words)) or (Stage.DONATED if _COME.intersection(words) else None)


_COMING = frozenset(
    "yet still outstanding pipeline forthcoming upcoming coming scheduled remaining next future awaiting pending preparation "
    "production foreseen undelivered".split()
)
_COMING_PAIRS = frozenset(
    [("to", "be"), ("to", "come"), ("to", "follow"), ("the", "way"), ("in", "transit"), ("not", "delivered")]
)
_COME = frozenset("received arrived completed done provided shipped date far use service already came gone".split())


def stage_by(words: set[str]) -> Stage | None:
    fields = entry_words().fields
    if words & fields["pledged"]:
        return Stage.PLANNED
    return Stage.DONATED if words & fields["given"] else None


def stage_in(tokens: Sequence[Token], low: int, high: int) -> Stage | None:
    """The stage that the first word for one in a part names."""
    fields = entry_words().fields
    for n in range(low, high):
        if tokens[n].kind == "word" and tokens[n].text in fields["pledged"]:
            return Stage.PLANNED
        if tokens[n].kind == "word" and tokens[n].text in fields["given"] | fields["gift"]:
            return Stage.PLANNED if [t.text for t in tokens[max(low, n - 2) : n]] == ["to", "be"] else Stage.DONATED
    return None
