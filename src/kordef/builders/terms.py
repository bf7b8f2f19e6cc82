"""What a deal brings besides the goods: technology, local production, maintenance, training, offsets, options."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from kordef.builders.grammar.tokens import Token
from kordef.mentions.model import ActorMention
from kordef.vocabulary import Term

__all__ = ["term_words", "terms_in"]

_MADE = frozenset(
    (
        "built made assembled produced manufactured build assemble produce manufacture assembly assembling production"
    ).split()
)


_KITS = frozenset("kits kit parts components ckd knock-down imported supplied".split())


@cache
def term_words() -> frozenset[str]:
    """The words that terms begin with: a sentence with none of them names no term."""
    return _MADE.union(_phrases())


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], Term], ...]]:
    """The phrases of ``data/terms.toml`` by their first word, the longest first."""
    raw = tomllib.loads(files("kordef.builders").joinpath("data", "terms.toml").read_text("utf-8"))
    table: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
    for term, phrases in raw.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, Term(term)))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in table.items()}


def terms_in(tokens: Sequence[Token], recipient: str | None = None) -> dict[Term, Token]:
    """The terms that the words of a sentence name, each with the first token that does.

    Goods made in the country of the recipient (the key of a state) are produced locally.
    """
    found: dict[Term, Token] = {}
    phrases = _phrases()
    for position in [n for n, token in enumerate(tokens) if token.text in phrases or token.text in _MADE]:
        token = tokens[position]
        for words, term in phrases.get(token.text, ()):
            if tuple([t.text for t in tokens[position : position + len(words)]]) == words:
                found.setdefault(term, token)
                break
        if token.text in _MADE and recipient is not None and _made_in(tokens, position, recipient):
            found.setdefault(Term.LOCAL_PRODUCTION, token)
    return found


def _made_in(tokens: Sequence[Token], at: int, recipient: str) -> bool:
    """Whether goods are made in a country: "to be assembled in Romania", "built near Geelong"."""
    for position in range(at + 1, min(at + 12, len(tokens))):
        token = tokens[position]
        mention = token.mention
        if isinstance(mention, ActorMention) and (mention.key == recipient or mention.acts_for == recipient):
            return any(t.text in ("in", "at", "near", "outside", "by") for t in tokens[at + 1 : position])
        if token.text == "from" and position + 1 < len(tokens) and tokens[position + 1].text in _KITS:
            # "assembled from kits in Egypt"
            continue
        if token.text in (";", "from", "for", "which"):
            return False
    return False
