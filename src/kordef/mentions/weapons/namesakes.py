"""Two weapons of one name: which of them the sentence speaks of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kordef.catalogue import CountingUnit

if TYPE_CHECKING:
    from kordef.mentions.weapons.arms import Armoury

__all__ = ["tell_apart"]

_SURROUNDINGS = (
    (
        CountingUnit.SYSTEM,
        re.compile(r"\b(?:air[- ]defen[cs]es?|interceptors?|interceptions?|batter(?:y|ies)|surface-to-air)\b"),
    ),
    (
        CountingUnit.AIRCRAFT,
        re.compile(
            r"\b(?:air[- ]force|airmen|airlift\w*|air\sbase|pilots?|cadets|cargo|squadrons?|flew|fly|flies|flown|landed)\b"
        ),
    ),
    (CountingUnit.SHIP, re.compile(r"\b(?:[Nn]avy|[Nn]avies|[Nn]aval|shipyards?|sailors?|sailed)\b")),
)
"""What the words around say of two weapons of one name."""
_FEWEST_NAMESAKES = 2
# A sentence longer than this is a list or a fault of reading.
_LONGEST_SENTENCE = 1000


def tell_apart(armoury: Armoury) -> None:
    """Of two weapons of one name take the one of which the sentence speaks: Hawks beside air defence are no trainers."""
    text = armoury.page.text
    for arm in armoury.arms:
        if not arm.ambiguous or arm.category_stated or arm.weapon is None or arm.kin is not None:
            continue
        written = text[arm.core[0] : arm.core[1]]
        others = armoury.lexicon.namesakes.get(written.removesuffix("s") if arm.plural else written, ())
        if len(others) < _FEWEST_NAMESAKES:
            continue
        begin, end = arm.passage.sentence(arm.start)
        if end - begin > _LONGEST_SENTENCE:
            continue
        units = {unit for unit, words in _SURROUNDINGS if words.search(text, begin, end)}
        own = armoury.lexicon.classes.get(arm.weapon.category)
        if len(units) != 1 or own is None or own.unit in units:
            continue
        for other in others:
            kind = armoury.lexicon.classes.get(other.category)
            if kind is not None and kind.unit in units:
                arm.weapon, arm.key, arm.name = other, f"weapon:{other.id}", other.full_name
                arm.designation, arm.category = other.designation, other.category
                break
