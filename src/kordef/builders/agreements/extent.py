"""How far the proper name of an agreement goes: to its capitals on both sides, and its abbreviation in brackets."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.agreements.nouns import heads
from kordef.builders.grammar.surroundings import DETERMINERS, QUOTES
from kordef.builders.grammar.tokens import Token

__all__ = ["abbreviation", "capital_word", "further_left", "named_behind", "right_end"]


def further_left(text: str, tokens: Sequence[Token], start: int) -> int:
    """Where a proper name begins that has "of" in it ("General Security of Military Information Agreement")."""
    while (
        start >= 2
        and tokens[start - 1].text in ("of", "on", "for")
        and capital_word(text, tokens, start - 2)
        and start > 2
    ):
        at = start - 2
        while at > 0 and capital_word(text, tokens, at - 1) and tokens[at - 1].text not in DETERMINERS:
            at -= 1
        if at == 0 or not text[tokens[start].start].isupper():
            break
        start = at
    return start


def named_behind(text: str, tokens: Sequence[Token], end: int) -> bool:
    """Whether a proper name goes on behind its head: "Treaty of Amity", "Partnership for Peace"."""
    at = end + 1 + (end + 1 < len(tokens) and tokens[end + 1].text == "the")  # "Convention on the Establishment of"
    return (
        at < len(tokens)
        and tokens[end].text in ("of", "for", "on")
        and tokens[at].kind in ("word", "weapon")
        and text[tokens[at].start].isupper()
    )


def right_end(text: str, tokens: Sequence[Token], end: int) -> int:
    """Where a proper name ends: over "of", "on" and "for" with the capitals behind them."""
    while end + 1 < len(tokens) and tokens[end].text in ("of", "for", "on"):
        at = end + 1
        if tokens[at].text == "the" and at + 1 < len(tokens):
            at += 1
        last = at
        while last < len(tokens) and tokens[last].kind in ("word", "actor", "weapon"):
            capital = text[tokens[last].start].isupper() and tokens[last].text not in heads()
            if not capital and not (
                tokens[last].text in ("and", "of", "in") and capital_word(text, tokens, last + 1) and last > at
            ):
                break
            last += 1
        if last == at or (tokens[at].kind == "actor" and last == at + 1):
            break
        end = last
    return end


def capital_word(text: str, tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "word" and text[tokens[at].start].isupper()


def abbreviation(text: str, tokens: Sequence[Token], end: int) -> tuple[str | None, int]:
    """The abbreviation in brackets (or behind "or") after a name, and where the phrase ends with it."""
    for opening, closing in (("(", ")"), (",", ",")):
        at = end + 1
        if end < len(tokens) and tokens[end].text == opening:
            if opening == ",":
                if at >= len(tokens) or tokens[at].text != "or":
                    continue
                at += 1
            while at < len(tokens) and (tokens[at].text in QUOTES or tokens[at].text in ("the", "or")):
                at += 1
            if at < len(tokens) and tokens[at].kind == "word":
                word = text[tokens[at].start : tokens[at].end]
                if 2 <= len(word) <= 8 and word[0].isupper() and sum(c.isupper() for c in word) > 1:
                    while at + 1 < len(tokens) and tokens[at + 1].text != closing and at - end < 5:
                        at += 1
                    return word, min(at + 2, len(tokens)) if opening == "(" else at + 1
    return None, end
