"""Verbs told by their neighbours alone, for frames whose verbs are in no list: "the ship lay at anchor", "were flown in"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.grammar.tokens import Token, is_adjective
from kordef.builders.grammar.verbs import Inflection
from kordef.builders.grammar.word_classes import AUXILIARIES, BE, DETERMINERS, PREPOSITIONS
from kordef.mentions.model import ValueMention, WeaponMention

__all__ = ["acts_like_verb"]

_NO_NOUNS = PREPOSITIONS | DETERMINERS

_OPEN = frozenset([
    "they", "we", "who", "which", "that", "it", "she", "he", "and", "to", "both", "all", "also", "now", "still", "then",
    "already", "currently", "regularly",
])  # fmt: skip
_NO_VERB_BEHIND = frozenset(["’s", "'s", "of", "no", "’"])


def acts_like_verb(tokens: Sequence[Token], at: int, inflection: Inflection) -> bool:
    """Whether the words beside one let it be a verb: no article before it, and behind it what a verb has behind it."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    form = inflection.form
    if before is None:
        return form in ("ing", "participle")  # "Led by", "Escorted by"
    if before.text in DETERMINERS or before.text in _NO_VERB_BEHIND or is_adjective(before):
        return False
    if form == "ing":
        return after is None or after.kind != "word" or after.text in _NO_NOUNS or before.text in BE
    if form in ("past", "participle"):
        return before.text not in PREPOSITIONS or before.text == "since"
    governs = after is None or after.kind != "word" or after.text in _GOVERNED
    if form == "third":
        return governs and before.text not in PREPOSITIONS and not _is_plural(before)
    named = after is not None and after.capital
    many = _is_plural(before) or any(t.text == "and" for t in tokens[max(at - 5, 0) : at])
    return before.text in _OPEN or before.text in AUXILIARIES or ((governs or named) and many)


_ALONG = frozenset([
    "together", "there", "here", "home", "ashore", "up", "out", "in", "on", "off", "back", "down", "one", "two",
    "three",
])  # fmt: skip
_GOVERNED = _NO_NOUNS | _ALONG


def _is_plural(token: Token) -> bool:
    """Whether a noun is of several ("troops", "two vessels"), so that a plain form behind it may be its verb."""
    if isinstance(token.mention, ValueMention):
        return bool(token.mention.noun) or token.mention.kind in ("count", "persons")
    if isinstance(token.mention, WeaponMention):
        return token.mention.plural or token.text.endswith("s")
    if token.text in ("remainder", "rest", "pair", "crew", "trio"):
        return True
    return token.kind == "word" and token.text.endswith("s") and not token.text.endswith("ss")
