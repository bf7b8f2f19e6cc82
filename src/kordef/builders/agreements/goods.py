"""Whether an agreement is one about goods, which only a framework is an agreement for: "an agreement to buy tanks"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.grammar.surroundings import word_set
from kordef.builders.grammar.tokens import Token
from kordef.mentions.model import ValueMention

__all__ = ["goods_behind", "is_priced"]

_GOODS_VERBS = word_set(
    """buy purchase acquire procure supply sell deliver provide lease import export order build produce manufacture develop
    integrate modernise modernize modify"""
)


def goods_behind(tokens: Sequence[Token], end: int) -> bool:
    """Whether a noun is about goods: "an agreement to buy tanks", "a framework for 288 launchers"."""
    if end + 1 < len(tokens) and tokens[end].text == "worth" and any(t.kind == "weapon" for t in tokens):
        # "agreements worth $2 billion, including the purchase of 18 aircraft"
        return True
    end = _behind_partners(tokens, end)
    for position in range(end, min(end + 6, len(tokens))):
        token = tokens[position]
        if token.kind == "weapon":
            between = tokens[end:position]
            counted = any(t.kind == "value" for t in between)
            return any(t.text in ("for", "to", "covering") or (t.text == "on" and counted) for t in between)
        if (
            token.kind == "word"
            and token.text in _GOODS_VERBS
            and position > end
            and tokens[position - 1].text in ("to", "for")
        ):
            return True
        if token.text in _GOODS_NOUNS and any(t.text in _ABOUT for t in tokens[max(end, position - 2) : position]):
            # "an agreement in 2014 for the delivery of 12 jets"
            return token.text in _DEALT_IN or any(t.kind == "weapon" for t in tokens[position : position + 6])
        if token.kind == "mark" or (
            token.kind == "word" and token.text in ("with", "between", "that", "which", "was", "is")
        ):
            return False
    return False


_ABOUT = frozenset(["for", "on", "regarding", "concerning", "about"])
_GOODS_NOUNS = frozenset("provision delivery deliveries supply purchase sale procurement acquisition export".split())
_DEALT_IN = frozenset(["supply", "delivery", "deliveries", "purchase", "sale"])
_BESIDE_PARTNERS = frozenset("the of and 's ’s its state-owned government ( ) , on in".split())


def _behind_partners(tokens: Sequence[Token], end: int) -> int:
    """Where the partners end whom a noun names right behind it, if what it is to do follows: "with Fiji's navy to supply"."""
    at = end
    if at + 1 < len(tokens) and tokens[at].text == "worth" and tokens[at + 1].kind == "value":
        at += 2
    if at >= len(tokens) or tokens[at].text not in ("with", "between"):
        return end
    at += 1
    while at < len(tokens) and (tokens[at].kind in ("actor", "date", "value") or tokens[at].text in _BESIDE_PARTNERS):
        at += 1
    return at if at < len(tokens) and tokens[at].text in ("to", "covering", *_ABOUT) else end


def is_priced(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sum stands right before a noun in a sentence about arms: "a $700 million agreement"."""
    value = tokens[at - 1].mention if at else None
    money = isinstance(value, ValueMention) and value.kind == "money"
    return money and any(t.kind == "weapon" for t in tokens)
