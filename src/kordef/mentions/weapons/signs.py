"""How surely a text speaks of weapons at all: by its sure names, and by the nouns that mean nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kordef.mentions.weapons.arms import calibre_before, words_of

if TYPE_CHECKING:
    from kordef.mentions.weapons.arms import Armoury, Noun

__all__ = ["evidence", "is_doubtful"]

_REACH = 24
"""Characters before a noun in which its calibre may stand."""


def is_doubtful(noun: Noun) -> bool:
    """Whether other texts use a noun of other things."""
    if noun.weapon_class is None or noun.ambiguous or noun.singular in words_of("doubtful"):
        return True
    return noun.weapon_class.singular in words_of("parts")


def evidence(armoury: Armoury) -> int:
    """How many sure signs there are that a text speaks of weapons: sure names, and nouns that mean nothing else."""
    text = armoury.page.text
    signs = {arm.key for arm in armoury.arms if not arm.ambiguous}
    for noun in armoury.nouns.values():
        if noun.weapon_class is None or noun.weapon_class.singular in signs:
            continue
        # With a calibre before it a noun means nothing else: "120mm mortar".
        if not is_doubtful(noun) or calibre_before(text, max(0, noun.start - _REACH), noun.start):
            signs.add(noun.weapon_class.singular)
    return len(signs)
