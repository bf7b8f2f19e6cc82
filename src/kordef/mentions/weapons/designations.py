"""Weapons by name: those of the catalogue, and those that a designation or a class noun gives away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kordef.catalogue import SpellingRole
from kordef.mentions.names import Sort
from kordef.mentions.weapons.arms import Arm, key_of
from kordef.mentions.weapons.class_nouns import BY_FORM, join_nouns, share_nouns
from kordef.mentions.weapons.uncatalogued import SHORT, by_designation, by_noun

if TYPE_CHECKING:
    from kordef.catalogue import Weapon
    from kordef.mentions.names import Hit
    from kordef.mentions.passages import Passage
    from kordef.mentions.weapons.arms import Armoury, Noun

__all__ = ["designations_in"]

# What makes a variant of a designation: "F135-PW-100", "Type 209/1400", "F-16A/B", "MiG-29M/M2".
_SUFFIX = re.compile(
    r"(?:-(?:[A-Z]{2}-)?\d{1,3}[A-Z]{0,2}|-[A-Z]{1,2}\d{1,2}[A-Z]{0,2}|/\d{3,4}"
    r"|(?:(?<=\d[A-Z])|(?<=\d[A-Z]{2}))/[A-Z]{1,2}|(?<=\d([A-Z]))/\1\d)(s?)(?![\w-])"
)
_SIDE_BY_SIDE = (" ", ' "', " '")
_BYNAME_REACH = 100


def designations_in(armoury: Armoury, passage: Passage, nouns: list[Noun]) -> None:
    """Add the weapons that a passage names, each with the class noun beside it."""
    found = _catalogued(armoury, passage) if passage.arms else []
    if found and nouns:
        join_nouns(armoury, found, nouns)
    found += by_designation(armoury, passage, found, nouns)
    if nouns:
        found += by_noun(armoury, passage, found, nouns)
    if len(found) > 1:
        found.sort(key=lambda arm: arm.start)
        _merge_kin(armoury, found)
        share_nouns(armoury, found)
    armoury.arms.extend(found)


# The catalogue's


def _catalogued(armoury: Armoury, passage: Passage) -> list[Arm]:
    """The catalogue's weapons; two names of one family side by side are one mention."""
    text = armoury.page.text
    catalogue = armoury.lexicon.catalogue
    found: list[Arm] = []
    for hit in passage.arms:
        name = hit.of(Sort.WEAPON)
        if name is None or hit.of(Sort.CLASS) is not None or _is_word_and_number(text, hit):
            continue
        last = found[-1] if found else None
        kin = last.weapon if last is not None and text[last.end : hit.start] in _SIDE_BY_SIDE else None
        weapon: Weapon = name.thing
        written_so = armoury.lexicon.namesakes.get(text[hit.start : hit.end], ())
        if written_so and weapon not in written_so:
            # "HAWK" and "Hawk" are two.
            weapon = written_so[0]
        if kin is not None:
            # "C-130J-30 Hercules", though a recovery vehicle has that name too.
            others = armoury.lexicon.namesakes.get(text[hit.start : hit.end], ())
            family = catalogue.family(kin.id).id
            weapon = next((other for other in others if catalogue.family(other.id).id == family), weapon)
        if last is not None and kin is not None and catalogue.family(kin.id).id == catalogue.family(weapon.id).id:
            _merge(last, hit, weapon, plural=name.role is SpellingRole.PLURAL)
            continue
        if last is not None and _is_byname(armoury, last, hit, weapon):
            weapon = last.weapon or weapon
        suffix = _SUFFIX.match(text, hit.end, passage.end) if text[hit.end : hit.end + 1] in ("-", "/") else None
        end = hit.end if suffix is None else suffix.end()
        written = None if suffix is None else text[hit.start : suffix.start(2)]
        plural = name.role is SpellingRole.PLURAL or (suffix is not None and bool(suffix[2]))
        found.append(
            Arm(
                start=hit.start,
                end=end,
                passage=passage,
                key=f"weapon:{weapon.id}" if written is None else key_of(written),
                name=written or weapon.full_name,
                core=(hit.start, end),
                designation=written or weapon.designation,
                category=weapon.category,
                weapon=weapon,
                plural=plural,
                ambiguous=name.ambiguous or SHORT.fullmatch(text, hit.start, end) is not None,
                inferred=() if written is None else BY_FORM,
            )
        )
    return found


def _is_word_and_number(text: str, hit: Hit) -> bool:
    """Whether a code stands in small letters with a blank in it: "priced at 4 billion" is no AT4."""
    word, blank, number = text[hit.start : hit.end].partition(" ")
    return bool(blank) and word.islower() and number[:1].isdigit()


def _is_byname(armoury: Armoury, arm: Arm, hit: Hit, weapon: Weapon) -> bool:
    """Whether a name in brackets behind a variant is that of its family: "M88A2 Recovery Vehicle (HERCULES)"."""
    text = armoury.page.text
    catalogue = armoury.lexicon.catalogue
    return (
        arm.weapon is not None
        and text[hit.start - 1] == "("
        and text.startswith(")", hit.end)
        and hit.start - arm.end < _BYNAME_REACH
        and catalogue.family(arm.weapon.id).id == weapon.id
    )


def _merge(arm: Arm, hit: Hit, weapon: Weapon, *, plural: bool) -> None:
    """Put a second name to a mention; the more particular weapon of the two is meant: "CH-47F Chinook"."""
    if weapon.family is not None and arm.weapon is not None and arm.weapon.family is None:
        arm.weapon, arm.key, arm.name = weapon, f"weapon:{weapon.id}", weapon.full_name
        arm.designation, arm.category = weapon.designation, weapon.category
    arm.end = hit.end
    arm.core = (arm.start, hit.end)
    arm.plural = plural
    arm.ambiguous = False


def _merge_kin(armoury: Armoury, found: list[Arm]) -> None:
    """Put the family's name to a variant that the catalogue does not know: "AGM-179A JAGM", "an F-35D (Lightning II)"."""
    catalogue = armoury.lexicon.catalogue
    merged: list[Arm] = []
    for arm in found:
        last = merged[-1] if merged else None
        kin = last.kin if last is not None else None
        if (
            last is None
            or kin is None
            or arm.weapon is None
            or catalogue.family(kin.id).id != catalogue.family(arm.weapon.id).id
        ):
            merged.append(arm)
            continue
        between = armoury.page.text[last.end : arm.start]
        if between in _SIDE_BY_SIDE:
            last.category, last.category_stated, last.category_span = (
                arm.category,
                arm.category_stated,
                arm.category_span,
            )
            last.end, last.plural = arm.end, arm.plural
        else:
            if between == " (":
                arm.key, arm.name, arm.designation = last.key, last.name, last.designation
            merged.append(arm)
    found[:] = merged
