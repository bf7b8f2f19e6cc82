"""Weapons: by designation, by name, and by the noun of their class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kordef.mentions.model import WeaponMention
from kordef.mentions.weapons.arms import Armoury, noun_at, words_of
from kordef.mentions.weapons.classes import classes_in
from kordef.mentions.weapons.column_names import names_in_columns
from kordef.mentions.weapons.designations import designations_in
from kordef.mentions.weapons.proof import settle
from kordef.mentions.weapons.row_names import names_in_rows
from kordef.mentions.weapons.second_names import join_second_names
from kordef.mentions.weapons.ship_appositions import ships_beside
from kordef.mentions.weapons.ships import name_ships, ships_in
from kordef.trusted import trusted
from kordef.vocabulary import Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kordef.mentions.lexicon import Lexicon
    from kordef.mentions.model import Mentions
    from kordef.mentions.passages import Page
    from kordef.mentions.weapons.arms import Arm, Noun

__all__ = ["annotation_weapons", "find_weapons"]

_MENTION = trusted(WeaponMention)


def find_weapons(page: Page, lexicon: Lexicon) -> tuple[WeaponMention, ...]:
    """All mentions of weapons, in the order of the text."""
    armoury = Armoury(page=page, lexicon=lexicon)
    for passage in page.passages:
        nouns: list[Noun] = []
        if passage.arms:
            nouns = [noun for hit in passage.arms if (noun := noun_at(page, hit, lexicon)) is not None]
            armoury.nouns.update((noun.start, noun) for noun in nouns)
        if passage.arms or page.has_classes:
            ships_in(armoury, passage)
            ships_beside(armoury, passage)
        designations_in(armoury, passage, nouns)
    names_in_rows(armoury)
    names_in_columns(armoury)
    settle(armoury)
    name_ships(armoury)
    classes_in(armoury)
    join_second_names(armoury)
    return tuple(_mention(page, arm) for arm in _apart(armoury.arms))


def _apart(arms: list[Arm]) -> list[Arm]:
    """Mentions in order, the longer of two that overlap."""
    arms.sort(key=lambda a: (a.start, -a.end))
    apart: list[Arm] = []
    for arm in arms:
        last = apart[-1] if apart else None
        if last is not None and last.core[1] <= arm.start < last.end and last.core != arm.core and arm.single:
            # "Type 45 destroyer HMS Dauntless": the noun is said of both, and the ship has it.
            last.end = last.core[1]
        if apart and arm.start < apart[-1].end:
            if arm.end - arm.start > apart[-1].end - apart[-1].start:
                apart[-1] = arm
            continue
        apart.append(arm)
    return apart


def _mention(page: Page, arm: Arm) -> WeaponMention:
    passage, weapon = arm.passage, arm.weapon
    return _MENTION(
        start=arm.start,
        end=arm.end,
        exact=page.raw[arm.start : arm.end],
        block=passage.block,
        story=passage.story,
        section=passage.section,
        inferred=arm.inferred,
        key=arm.key,
        name=arm.name,
        form=arm.form,
        designation=arm.designation,
        category=arm.category,
        category_stated=arm.category_stated,
        category_span=arm.category_span,
        maker=weapon.maker if weapon else None,
        origin=weapon.origin if weapon else None,
        plural=arm.plural,
        item=arm.item,
    )


def _written(weapon: WeaponMention) -> str:
    """A weapon's name as the text writes it, in the singular and without the class noun; a class keeps its noun."""
    if weapon.form != "name" or weapon.key.startswith("weapon:x:"):
        return weapon.name
    written, span = weapon.exact, weapon.category_span
    if span is not None and span[1] == weapon.end and span[0] > weapon.start:
        words = written[: span[0] - weapon.end].rstrip(" \"'”’").split(" ")
        while len(words) > 1 and words[-1] in words_of("between"):
            # "TB2 armed UAV": no part of the name.
            del words[-1]
        return " ".join(words)
    if span is not None and span[0] == weapon.start and span[1] < weapon.end:
        return written[span[1] - weapon.start :].strip()
    return written[:-1] if weapon.plural and written.endswith("s") else written


def annotation_weapons(mentions: Mentions) -> Iterator[dict[str, Any]]:
    """Weapons at their first mention, as the annotation format has them."""
    seen: set[str] = set()
    for weapon in mentions.weapons:
        if weapon.key in seen or weapon.form == "short" or (weapon.form == "class" and not weapon.item):
            continue
        seen.add(weapon.key)
        line: dict[str, Any] = {"quote": weapon.exact, "start": weapon.start}
        if weapon.section is not Section.BODY:
            line["section"] = str(weapon.section)
        yield {
            **line,
            "designation": weapon.designation,
            "name": _written(weapon),
            "category": weapon.category,
            "maker": weapon.maker,
        }
