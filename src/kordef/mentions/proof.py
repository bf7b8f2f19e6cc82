"""Which doubtful names of weapons are weapons here: by what stands beside them and by what else the text speaks of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kordef.mentions.arms import words_of
from kordef.mentions.names import Sort
from kordef.mentions.runs import ORDINARY

if TYPE_CHECKING:
    from kordef.mentions.arms import Arm, Armoury, Noun

__all__ = ["evidence", "is_doubtful", "settle"]

_WORD_BEHIND = re.compile(r"[\s'-]{1,2}(?:s\s)?([A-Za-z]+)")
_NUMBER_BEFORE = re.compile(r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|dozens of|hundreds of|several|more|additional|of))\s\Z", re.IGNORECASE)
_LIST = re.compile(r"\s*(?:,|,?\s*(?:and|or|&|/))\s*(?:the\s+)?(?:[\d,.]+\s+)?")
_LONG = 1000
_OTHER_NAME = re.compile(r"\s[A-Z][a-z]+")


def is_doubtful(noun: Noun) -> bool:
    """Whether other texts use a noun of other things."""
    return noun.ambiguous or noun.singular in words_of("doubtful") or noun.weapon_class is None


def evidence(armoury: Armoury) -> int:
    """How many sure signs there are that a text speaks of weapons: sure names, and nouns that mean nothing else."""
    signs = {arm.key for arm in armoury.arms if not arm.ambiguous}
    signs.update(noun.weapon_class.singular for noun in armoury.nouns.values() if noun.weapon_class is not None and not is_doubtful(noun))
    return len(signs)


def settle(armoury: Armoury) -> None:
    """Drop the doubtful names that nothing bears out."""
    catalogue = armoury.lexicon.catalogue
    count = evidence(armoury)
    families = {catalogue.family(arm.weapon.id).id for arm in armoury.arms if arm.weapon is not None and not arm.ambiguous}
    plain = {arm.key for arm in armoury.arms if not arm.ambiguous}
    short = {arm.key for arm in armoury.arms if arm.ambiguous and _has_digits(armoury, arm) and not _is_word(armoury, arm)}
    firms = {name.thing.id for passage in armoury.page.passages for hit in passage.hits for name in hit.names if name.sort is Sort.COMPANY}
    kept: list[Arm] = []
    for arm in armoury.arms:
        known = arm.key in plain or (arm.weapon is not None and catalogue.family(arm.weapon.id).id in families)
        if not arm.ambiguous or known or (not _is_other(armoury, arm) and _is_borne_out(armoury, arm, kept, count + len(short - {arm.key}), firms)):
            arm.ambiguous = False
            kept.append(arm)
    armoury.arms[:] = kept
    _name_variants(armoury)


def _name_variants(armoury: Armoury) -> None:
    """Where a text has a variant by its designation and a name ("M1A1 Abrams"), the name alone stands for that variant."""
    text = armoury.page.text
    bearers: dict[str, Arm] = {}
    designated: set[str] = set()
    for arm in armoury.arms:
        written = text[arm.core[0] : arm.core[1]]
        if any(map(str.isdigit, written)):
            designated.add(arm.key)
            for word in written.split():
                if word.isalpha():
                    bearers.setdefault(word, arm)
    for arm in armoury.arms:
        written = text[arm.core[0] : arm.core[1]]
        bearer = bearers.get(written) or bearers.get(written.removesuffix("s"))
        if bearer is not None and arm.key not in designated and not any(map(str.isdigit, written)):
            arm.key, arm.name, arm.designation, arm.weapon, arm.form = bearer.key, bearer.name, bearer.designation, bearer.weapon, "short"


def _is_other(armoury: Armoury, arm: Arm) -> bool:
    """Whether the words around say that it is a road, a race, a person or part of another name."""
    text = armoury.page.text
    before = text[max(arm.passage.start, arm.start - 24) : arm.start - 1].rsplit(maxsplit=1)[-1:]
    if before and text[arm.start - 1] == " " and arm.passage.capital_at.get(arm.start - 1 - len(before[0])) == arm.start - 1 and not arm.passage.capitalised:
        if before[0].lower() not in ORDINARY and arm.start - 1 - len(before[0]) > arm.passage.sentence(arm.start)[0]:
            return True
    behind = _WORD_BEHIND.match(text, arm.end)
    if behind and behind[1].lower() in words_of("not_weapons_behind"):
        return True
    return _OTHER_NAME.match(text, arm.end) is not None and arm.end + 1 in arm.passage.capital_at and not arm.passage.capitalised


def _has_digits(armoury: Armoury, arm: Arm) -> bool:
    return any(map(str.isdigit, armoury.page.text[arm.start : arm.end]))


def _is_word(armoury: Armoury, arm: Arm) -> bool:
    """Whether the catalogue itself says that the spelling means other things."""
    return arm.weapon is not None and armoury.page.text[arm.start : arm.end].rstrip("s") in arm.weapon.ambiguous


def _is_borne_out(armoury: Armoury, arm: Arm, kept: list[Arm], count: int, firms: set[str]) -> bool:
    text = armoury.page.text
    before = arm.passage.hit_before(arm.start)
    if before is not None and before.of(Sort.COMPANY) and text[before.end : arm.start] in (" ", "'s "):
        return True
    if kept and kept[-1].passage is arm.passage and _LIST.fullmatch(text, kept[-1].end, arm.start):
        return True
    if _has_digits(armoury, arm) and arm.weapon is not None and arm.weapon.maker in firms:
        return True
    begin, end = arm.passage.sentence(arm.start)
    makers = {name.thing.id for hit in arm.passage.hits if begin <= hit.start < end for name in hit.names if name.sort is Sort.COMPANY} if end - begin < _LONG else set()
    if arm.weapon is not None and arm.weapon.maker in makers:
        return True
    words = set(text[begin:end].lower().split()) if end - begin < _LONG else set()
    deals = not words.isdisjoint(words_of("transfer"))
    if deals and arm.plural and _has_digits(armoury, arm):
        return True
    if not count:
        return False
    if _has_digits(armoury, arm) and not _is_word(armoury, arm):
        return True
    if _NUMBER_BEFORE.search(text, max(arm.passage.start, arm.start - 16), arm.start):
        return True
    if (kept and kept[-1].start >= begin) or (count > 1 and deals):
        return True
    nouns = (armoury.nouns.get(hit.start) for hit in arm.passage.hits if begin <= hit.start < end) if end - begin < _LONG else ()
    return any(noun is not None and noun.weapon_class is not None and not is_doubtful(noun) for noun in nouns)
