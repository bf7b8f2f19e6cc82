"""Weapons by name: those of the catalogue, and those that a designation or a class noun gives away."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kordef.catalogue import SpellingRole
from kordef.mentions.arms import Arm, beside, key_of, words_of
from kordef.mentions.lexicon import data
from kordef.mentions.names import Sort
from kordef.mentions.runs import ORDINARY

if TYPE_CHECKING:
    from kordef.catalogue import Weapon
    from kordef.mentions.arms import Armoury, Noun
    from kordef.mentions.names import Hit
    from kordef.mentions.passages import Passage

__all__ = ["designations_in"]

_DESIGNATION = re.compile(r"(?<![\w.-])(?:[A-Z][A-Za-z]{0,6}-?\d{1,4}(?:[A-Z][A-Za-z0-9]{0,7}|[a-z])?|[A-Z][A-Za-z]{0,9}[ -](?:\d{1,3}[A-Z]{0,2}|[IVX]{1,4})|\d[A-Z]\d{1,3}[A-Z]?)(?:-[A-Z0-9]{1,4})?(?:s)?(?![\w])")
_APPOSED = re.compile(r"[\"'”’)]{0,2},\s+(?:also\s+|which\s+is\s+|is\s+)?(?:a|an|the|its)\s+(?:[\w'-]+\s+){0,3}?\Z")
_NAMED_AFTER = re.compile(r"\s+(?:\(|called\s+|named\s+|known\s+as\s+(?:the\s+)?|designated\s+)?[\"'“‘]?\Z|,\s+(?:the|called|named)\s+\Z")
_LISTED = re.compile(r"\s*(?:,|,?\s*(?:and|or|&|/))\s*(?:the\s+|another\s+|about\s+|some\s+|up\s+to\s+|a\s+further\s+)?(?:\d[\d,.]*\s+|\w+\s+)?")
_SUFFIX = re.compile(r"([A-Z]{1,4}\d{0,2})(s?)(?![\w])")


@cache
def _civil() -> re.Pattern[str]:
    return re.compile(data("weapons")["civil"])


def designations_in(armoury: Armoury, passage: Passage, nouns: list[Noun]) -> None:
    """Add the weapons that a passage names, each with the class noun beside it."""
    found = _catalogued(armoury, passage)
    _with_nouns(armoury, found, nouns)
    found += _by_designation(armoury, passage, found, nouns)
    found += _by_noun(armoury, passage, found, nouns)
    found.sort(key=lambda arm: arm.start)
    _share_nouns(armoury, found)
    armoury.arms.extend(found)


# The catalogue's


def _catalogued(armoury: Armoury, passage: Passage) -> list[Arm]:
    text = armoury.page.text
    found: list[Arm] = []
    for hit in passage.hits:
        names = [name for name in hit.names if name.sort is Sort.WEAPON]
        if not names or any(name.sort is Sort.CLASS for name in hit.names):
            continue
        name = names[0]
        arm = _arm(armoury, passage, hit, name.thing, plural=name.role is SpellingRole.PLURAL, ambiguous=name.ambiguous or _is_short(text[hit.start : hit.end]))
        last = found[-1] if found else None
        if last is not None and text[last.end : arm.start] in (" ", ' "', " '") and _related(armoury, last, arm):
            _merge(armoury, last, arm)
        else:
            found.append(arm)
    return found


_SHORT = re.compile(r"[A-Z]{1,2}\d{1,3}s?|[A-Z]{1,2}-\ds?|[A-Z]{2,3}s?")


def _is_short(text: str) -> bool:
    """Whether a designation is so short that roads, papers and teams have the like."""
    return _SHORT.fullmatch(text) is not None


def _arm(armoury: Armoury, passage: Passage, hit: Hit, weapon: Weapon, *, plural: bool, ambiguous: bool) -> Arm:
    return Arm(
        start=hit.start,
        end=hit.end,
        passage=passage,
        key=f"weapon:{weapon.id}",
        name=weapon.full_name,
        core=(hit.start, hit.end),
        designation=weapon.designation,
        category=weapon.category,
        weapon=weapon,
        plural=plural,
        ambiguous=ambiguous,
    )


def _related(armoury: Armoury, one: Arm, other: Arm) -> bool:
    """Whether two names side by side are of one family: "CH-47F" and "Chinook"."""
    if one.weapon is None or other.weapon is None:
        return False
    catalogue = armoury.lexicon.catalogue
    return catalogue.family(one.weapon.id).id == catalogue.family(other.weapon.id).id


def _merge(armoury: Armoury, first: Arm, second: Arm) -> None:
    """Make one mention of two names side by side, of the more particular weapon."""
    if first.weapon is not None and second.weapon is not None and second.weapon.family is not None and first.weapon.family is None:
        first.weapon, first.key, first.name = second.weapon, second.key, second.name
        first.designation, first.category = second.designation, second.category
    first.end = second.end
    first.core = (first.start, second.end)
    first.plural = second.plural
    first.ambiguous = False


# Class nouns


def _with_nouns(armoury: Armoury, found: list[Arm], nouns: list[Noun]) -> None:
    """Join each weapon with the noun behind or before it."""
    number = 0
    text = armoury.page.text
    for position, arm in enumerate(found):
        while number < len(nouns) and nouns[number].start < arm.end:
            number += 1
        limit = found[position + 1].start if position + 1 < len(found) else len(text)
        behind = nouns[number] if number < len(nouns) else None
        before = nouns[number - 1] if number else None
        if behind is not None and behind.start < limit and behind.start - arm.end < 60:
            if beside(armoury.page, arm.end, behind.start):
                _state(armoury, arm, behind, extend=True)
                continue
            if _APPOSED.match(text, arm.end, behind.start) and not (behind.weapon_class is None):
                _state(armoury, arm, behind, extend=False)
                continue
        if before is not None and before.start not in armoury.used and 0 < arm.start - before.end < 16 and _NAMED_AFTER.match(text, before.end, arm.start) and before.weapon_class is not None:
            _state(armoury, arm, before, extend=text[before.end : arm.start] == " " and not before.plural)


def _state(armoury: Armoury, arm: Arm, noun: Noun, *, extend: bool) -> None:
    """Take a noun as the class of a weapon; what it says must not be less than what the catalogue knows."""
    armoury.used.add(noun.start)
    arm.category_stated = True
    arm.category_span = (noun.start, noun.end)
    if noun.weapon_class is not None or noun.singular not in words_of("weak_beside"):
        arm.ambiguous = False
    if arm.category is None or (noun.weapon_class is not None and not (arm.weapon is not None and noun.ambiguous)):
        arm.category = noun.singular
        arm.weapon_class = noun.weapon_class
    if extend:
        arm.plural = arm.plural or noun.plural
        arm.start, arm.end = min(arm.start, noun.start), max(arm.end, noun.end)


def _share_nouns(armoury: Armoury, found: list[Arm]) -> None:
    """In a list the noun behind the last name belongs to all: "116 M1A1 and 250 M1A2 Abrams tanks"."""
    text = armoury.page.text
    for arm, following in zip(reversed(found[:-1]), reversed(found[1:]), strict=False):
        if arm.category_stated or not following.category_stated or following.category_span is None or following.category_span[0] < following.core[0]:
            continue
        if not _LISTED.fullmatch(text, arm.end, following.start):
            continue
        if arm.category is None or _agree(arm.category, following.category):
            arm.category = following.category or arm.category
            arm.category_stated, arm.category_span = True, following.category_span
            arm.ambiguous = False


def _agree(one: str, other: str | None) -> bool:
    return other is not None and (one.split()[-1] == other.split()[-1] or bool(set(one.split()) & set(other.split())))


# Unknown ones


def _by_designation(armoury: Armoury, passage: Passage, found: list[Arm], nouns: list[Noun]) -> list[Arm]:
    """Letters and digits beside a class noun, or a suffix on a designation that the catalogue knows."""
    text = armoury.page.text
    taken = {p for arm in found for p in range(arm.core[0], arm.core[1])}
    new: list[Arm] = []
    starts = [noun.start for noun in nouns]
    number = 0
    for match in _DESIGNATION.finditer(text, passage.start, passage.end):
        start, end = match.span()
        written = match[0]
        if start in taken or _civil().fullmatch(written) or re.split(r"[\s\d-]", written, maxsplit=1)[0] in words_of("no_types"):
            continue
        hit = passage.hit_at.get(start)
        if hit is not None and not _may_be_designation(hit, end):
            continue
        while number < len(starts) and starts[number] < end:
            number += 1
        noun = nouns[number] if number < len(nouns) else None
        before = nouns[number - 1] if number else None
        name = written.removesuffix("s") if written[-1] == "s" and written[-2:-1].isalnum() and not written[-2].islower() else written
        base = _base(armoury, name)
        arm = Arm(start=start, end=end, passage=passage, key=key_of(name), name=name, core=(start, end), designation=name, plural=name != written, inferred=("Recognised as a weapon by its form and the words beside it; the catalogue does not know it.",))
        if base is not None:
            arm.category, arm.name = base.category, name
        if noun is not None and noun.start not in armoury.used and noun.start - end < 60 and beside(armoury.page, end, noun.start):
            if noun.start != end + 1:
                extra = text[end:noun.start].split()
                named = [word for word in extra if word[0].isupper() and word[1:2].islower()]
                if named:
                    arm.name = f"{name} {' '.join(named)}"
                    arm.core = (start, noun.start - 1)
            _state(armoury, arm, noun, extend=True)
            new.append(arm)
        elif before is not None and before.start not in armoury.used and before.weapon_class is not None and text[before.end : start] in (" ", ", the ", " (", ' "'):
            _state(armoury, arm, before, extend=text[before.end : start] == " ")
            new.append(arm)
        elif base is not None:
            arm.ambiguous = _is_short(written)
            new.append(arm)
    return new


def _may_be_designation(hit: Hit, end: int) -> bool:
    """Whether a hit inside a designation leaves it free: none of a state, company or organisation that is as long."""
    return not any(name.sort in (Sort.STATE, Sort.COMPANY, Sort.ORGANISATION, Sort.PERSON, Sort.BLOCKED) for name in hit.names) or hit.end < end and len(hit.names) == 0


def _base(armoury: Armoury, name: str) -> Weapon | None:
    """The catalogue's weapon whose designation begins this one: "F-35D" is an F-35."""
    for length in range(len(name) - 1, 2, -1):
        if name[length - 1].isdigit() and not name[length].isdigit():
            weapon = armoury.lexicon.catalogue.find_weapon(name[:length].rstrip("-"))
            if weapon is not None:
                return weapon
    return None


def _by_noun(armoury: Armoury, passage: Passage, found: list[Arm], nouns: list[Noun]) -> list[Arm]:
    """A capitalised word that is nothing else, before the noun of a class: "Piorun missiles"."""
    if passage.capitalised:
        return []
    text = armoury.page.text
    ends = {end: start for start, end in passage.capital_at.items()}
    claimed = {p for arm in found for p in range(arm.start, arm.end)}
    new: list[Arm] = []
    for noun in nouns:
        if noun.weapon_class is None or noun.start in armoury.used or noun.start in claimed or noun.weapon_class.singular in words_of("wide") or text[noun.start].isupper() or text[noun.start - 1 : noun.start] != " ":
            continue
        start = ends.get(noun.start - 1)
        if start is None or start in claimed:
            continue
        previous = ends.get(start - 1)
        if previous is not None and text[start - 1] == " " and _is_name(text[previous : start - 1]) and previous not in claimed:
            start = previous
        word = text[start : noun.start - 1]
        if not all(_is_name(part) for part in word.split()) or _begins_sentence(armoury, passage, start):
            continue
        before = passage.hit_before(start)
        if before is not None and before.end >= start:
            continue
        if text[start - 1 : start] in ("-", "'"):
            continue
        arm = Arm(start=start, end=noun.start - 1, passage=passage, key=key_of(word), name=armoury.page.raw[start : noun.start - 1], core=(start, noun.start - 1), designation=None, inferred=("Recognised as a weapon by the noun beside it; the catalogue does not know it.",))
        _state(armoury, arm, noun, extend=True)
        new.append(arm)
    return new


def _is_name(word: str) -> bool:
    return word not in words_of("no_names") and word.lower() not in ORDINARY and len(word) > 2 and (word[1:].islower() or word.isupper())


def _begins_sentence(armoury: Armoury, passage: Passage, start: int) -> bool:
    begin, _ = passage.sentence(start)
    return not any(map(str.isalnum, armoury.page.text[begin:start]))
