"""Weapons by the noun of their class alone: what changes hands without a name, and what stands for a weapon named elsewhere."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kordef.mentions.arms import CALIBRE, Arm, words_of
from kordef.mentions.lexicon import data
from kordef.mentions.proof import evidence, is_doubtful

if TYPE_CHECKING:
    from kordef.mentions.arms import Armoury, Noun
    from kordef.mentions.passages import Passage

__all__ = ["classes_in"]

_WORD_BEFORE = re.compile(r"([A-Za-z]+)[\s-]\Z")
_WORD_BEHIND = re.compile(r"[\s-]([a-z]+)")
_COUNTED = re.compile(r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|dozens of|hundreds of|thousands of|several|supply of|batch of|number of|shipment of))\s(?:\w+\s)?\Z", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:\b(?:the|these|those|this|that|its|their|all|such|each|both|same)|'s?)\s(?:[\w-]+\s){0,2}\Z", re.IGNORECASE)
_OWNED = re.compile(r"(?:'s?|\b(?:its|their|his))\s(?:[\w-]+\s(?:and\s)?){0,3}\Z")
_LISTED = re.compile(r"\s*(?:,|,?\s*(?:and|or|as well as))\s*(?:the\s+)?(?:[\d,.]+\s+)?")
_NAME_BEHIND = re.compile(r"\s[A-Z]")
_NAME_BEFORE = re.compile(r"\b[A-Z][\w-]*\s\Z")
_FEWEST = 2


@cache
def _groups() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, names in enumerate(data("weapons")["groups"]):
        for name in names:
            groups.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


def classes_in(armoury: Armoury) -> None:
    """Add the class nouns that stand alone."""
    count = evidence(armoury)
    named = _Named(armoury)
    spans = sorted((arm.start, arm.end) for arm in armoury.arms)
    number = 0
    for passage in armoury.page.passages:
        found: list[tuple[Arm, Noun]] = []
        for hit in passage.hits:
            while number < len(spans) and spans[number][1] <= hit.start:
                number += 1
            if number < len(spans) and spans[number][0] <= hit.start:
                continue
            noun = armoury.nouns.get(hit.start)
            if noun is None or noun.weapon_class is None or noun.start in armoury.used or _is_other(armoury, passage, noun):
                continue
            if count < (_FEWEST if noun.ambiguous else 1) and is_doubtful(noun):
                continue
            found.append((_arm(armoury, passage, noun), noun))
        _resolve(armoury, found, named)


def _is_other(armoury: Armoury, passage: Passage, noun: Noun) -> bool:
    """Whether the word before says that it is no weapon: "think tank", or it is part of a name: "Drone Show Korea"."""
    text = armoury.page.text
    if text[noun.start].isupper() and not passage.capitalised and not text[noun.start : noun.end].isupper():
        begin, _ = passage.sentence(noun.start)
        if _NAME_BEHIND.match(text, noun.end) or (noun.start > begin + 1 and _NAME_BEFORE.search(text, max(begin, noun.start - 24), noun.start)):
            return True
    before = _WORD_BEFORE.search(armoury.page.text, max(passage.start, noun.start - 16), noun.start)
    return before is not None and before[1].lower() in words_of("not_weapons_before") and is_doubtful(noun)


def _arm(armoury: Armoury, passage: Passage, noun: Noun) -> Arm:
    assert noun.weapon_class is not None
    calibre = CALIBRE.search(armoury.page.text, max(passage.start, noun.start - 24), noun.start)
    start = noun.start if calibre is None else calibre.start()
    return Arm(
        start=start,
        end=noun.end,
        passage=passage,
        key=f"class:{noun.weapon_class.singular}",
        name=armoury.page.raw[start : noun.end],
        core=(start, noun.end),
        form="class",
        category=noun.singular,
        category_stated=True,
        category_span=(noun.start, noun.end),
        weapon_class=noun.weapon_class,
        plural=noun.plural,
    )


class _Named:
    """The weapons with a name, by what a class noun may call them."""

    def __init__(self, armoury: Armoury) -> None:
        self._by_word: dict[str, dict[str, Arm]] = {}
        self._by_group: dict[int, dict[str, Arm]] = {}
        for arm in sorted(armoury.arms, key=lambda a: a.start):
            for category in {arm.category, arm.weapon.category if arm.weapon else None} - {None}:
                assert category is not None
                self._by_word.setdefault(category.split()[-1], {}).setdefault(arm.key, arm)
                for group in _groups().get(category, ()):
                    self._by_group.setdefault(group, {}).setdefault(arm.key, arm)

    def called(self, noun: Noun) -> list[Arm]:
        """The weapons that a noun may stand for, in the order of their first mention."""
        assert noun.weapon_class is not None
        words = set(noun.singular.split())
        found: dict[str, Arm] = {}
        for key, arm in self._by_word.get(noun.singular.split()[-1], {}).items():
            if any(words <= set(category.split()) for category in (arm.category, arm.weapon.category if arm.weapon else None) if category):
                found[key] = arm
        for group in sorted(_groups().get(noun.singular, _groups().get(noun.weapon_class.singular, frozenset()))):
            found.update(self._by_group.get(group, {}))
        return sorted(found.values(), key=lambda arm: arm.start)


def _resolve(armoury: Armoury, found: list[tuple[Arm, Noun]], named: _Named) -> None:
    """Say of each class noun whether it stands for a named weapon, and else whether it is an item."""
    called = [named.called(noun) for _, noun in found]
    for number, (arm, noun) in enumerate(found):
        referents = called[number]
        if not referents or _is_in_mixed_list(armoury, found, called, number):
            arm.item = _is_item(armoury, arm, noun)
        elif _points_back(armoury, arm, noun):
            referent = _referent(armoury, arm, referents)
            if referent is not None:
                arm.form = "short"
                arm.key, arm.name, arm.designation, arm.weapon = referent.key, referent.name, referent.designation, referent.weapon
        armoury.arms.append(arm)


def _is_in_mixed_list(armoury: Armoury, found: list[tuple[Arm, Noun]], called: list[list[Arm]], number: int) -> bool:
    """Whether a noun stands in a list with one that names nothing: then the list is one of classes."""
    text = armoury.page.text
    for step in (-1, 1):
        at = number
        while 0 <= at + step < len(found):
            first, second = sorted((found[at][0], found[at + step][0]), key=lambda arm: arm.start)
            if not _LISTED.fullmatch(text, first.end, second.start):
                break
            at += step
            if not called[at]:
                return True
    return False


def _points_back(armoury: Armoury, arm: Arm, noun: Noun) -> bool:
    """Whether a noun speaks of certain weapons: "the howitzers", "its jets", "54 howitzers", "Hanwha's guns"."""
    if noun.singular == "artillery":
        return False
    text = armoury.page.text
    floor = max(arm.passage.start, arm.start - 40)
    return _DEFINITE.search(text, floor, arm.start) is not None or _COUNTED.search(text, floor, arm.start) is not None


def _referent(armoury: Armoury, arm: Arm, referents: list[Arm]) -> Arm | None:
    """The one weapon that is meant: of one family, the nearest before the noun, or else the first behind it."""
    catalogue = armoury.lexicon.catalogue
    near = [r for r in referents if r.passage.block in (arm.passage.block, arm.passage.block - 1) and r.start < arm.start]
    for candidates in (near, [r for r in referents if r.start < arm.start], referents):
        if candidates:
            families = {catalogue.family(r.weapon.id).id if r.weapon else r.key for r in candidates}
            if len(families) > 1:
                return None
            root = f"weapon:{next(iter(families))}"
            return next((r for r in candidates if r.key == root), candidates[-1] if candidates[-1].start < arm.start else candidates[0])
    return None


def _is_item(armoury: Armoury, arm: Arm, noun: Noun) -> bool:
    """Whether a class is what changes hands, or what a named actor has."""
    text = armoury.page.text
    behind = _WORD_BEHIND.match(text, arm.end, arm.passage.end)
    if behind and behind[1] in words_of("heads_behind"):
        return False
    if noun.weapon_class is not None and noun.weapon_class.singular in words_of("parts"):
        return False
    begin, end = arm.passage.sentence(arm.start)
    window = text[max(begin, arm.start - 160) : min(end, arm.end + 100)].lower()
    words = set(re.findall(r"[a-z]+", window))
    counted = _COUNTED.search(text, max(begin, arm.start - 24), arm.start) is not None
    if (counted or noun.plural or noun.singular.endswith(("ammunition", "artillery"))) and not words.isdisjoint(words_of("transfer")):
        return True
    if noun.weapon_class is not None and {noun.singular, noun.weapon_class.singular} & words_of("strategic"):
        return _OWNED.search(text, max(begin, arm.start - 50), arm.start) is not None or not words.isdisjoint(words_of("holding"))
    return False
