"""Names of weapons in the rows of registers, where the cell beside names their class: "Alkmaar | MCM ship"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from kordef.mentions.weapons.arms import Arm, Noun, is_taken, key_of, suits

if TYPE_CHECKING:
    from kordef.mentions.passages import Page, Passage
    from kordef.mentions.weapons.arms import Armoury

__all__ = ["names_in_rows"]

_YEAR = re.compile(r"\(?(?:19|20)\d\d\??\)?(?:[-–/](?:19|20)?\d\d)?")
_COUNT = re.compile(r"[(~]{0,2}\d{1,3}(?:,\d{3})?[)?]{0,2}")
_NAME = re.compile(r"(?=.*[A-Z])(?:[A-Z]|\d+[A-Z])[\w'’./+-]*(?: [\w'’./+()-]+){0,4}")
_LONGEST = 36
_LONGEST_CLASS = 60
_BY_ROW = ("Recognised as a weapon by the class that stands beside it in a row with a number and a year.",)


def names_in_rows(armoury: Armoury) -> None:
    """Add the weapons that no catalogue knows, and bear out the doubtful ones, whose class the cell beside them names."""
    page = armoury.page
    if not page.cells:
        return
    classes = _class_cells(armoury)
    if not classes:
        return
    passages = {p.cell: p for p in page.passages if p.cell is not None}
    rows: dict[tuple[int, int], bool] = {}
    columns: dict[tuple[int, int], int] = {}
    for block, _, column in classes:
        columns[block, column] = columns.get((block, column), 0) + 1
    starts = [arm.start for arm in armoury.arms]
    found: list[Arm] = []
    for (block, row, column), noun in classes.items():
        if 2 * columns[block, column] + 1 < page.filled.get((block, "column", column), 0):
            continue
        if (block, row) not in rows:
            rows[block, row] = _is_of_register(page, block, row)
        if not rows[block, row]:
            continue
        for beside in (column - 1, column + 1):
            passage = passages.get((block, row, beside))
            if passage is None or (block, row, beside) in classes:
                continue
            low, high = bisect_left(starts, passage.start), bisect_left(starts, passage.end)
            if low < high:
                _bear_out(armoury, passage, range(low, high), noun)
            elif (arm := _name(page, passage, noun)) is not None:
                found.append(arm)
            else:
                continue
            armoury.used.add(noun.start)
            break
    armoury.arms.extend(found)
    armoury.arms.sort(key=lambda arm: arm.start)


def _class_cells(armoury: Armoury) -> dict[tuple[int, int, int], Noun]:
    """The cells that are the name of a class, with its noun: "155mm self-propelled gun", "SAM system"."""
    page = armoury.page
    nouns = sorted(armoury.nouns.values(), key=lambda noun: noun.start)
    starts = [noun.start for noun in nouns]
    out: dict[tuple[int, int, int], Noun] = {}
    for cell, (start, end) in page.cells.items():
        if end - start > _LONGEST_CLASS:
            continue
        first = bisect_left(starts, start)
        own = nouns[first : bisect_left(starts, end, first)] if first < len(starts) and starts[first] < end else []
        last = next((noun for noun in reversed(own) if noun.end == end), None) if own else None
        # "SAM system": the class is what the word before it says
        telling = next((noun for noun in reversed(own) if noun.weapon_class is not None), None) if own else None
        if last is not None and telling is not None:
            if not _NAME_WITH_DIGIT.search(page.text, start, telling.start):
                out[cell] = telling
        elif page.text[end - 1].isalpha() and (kind := _KIND.fullmatch(page.text, start, end)) is not None:
            out[cell] = Noun(start=start, end=end, singular=kind[0].lower(), plural=False, weapon_class=None)
    return out


_KIND = re.compile(
    r"(?:[A-Za-z&/-]+ ){0,3}(?:car|ship|vessel|craft|boat|aircraft|vehicle|system|gun|missile|launcher|turret|engine|AEV|ALV|ACV|"
    r"MRL|AFSV|MCM|turboprop|turbofan|turboshaft|CP|satellite|airship)"
)
"""The name of a class that no list has: "MCM ship", "Armoured car"."""
_NAME_WITH_DIGIT = re.compile(r"[A-Z][A-Za-z]*-?\d")


def _is_of_register(page: Page, block: int, row: int) -> bool:
    """Whether a row has a year and a number besides: it tells of an order."""
    year = count = False
    for column in range(24):
        span = page.cells.get((block, row, column))
        if span is None:
            continue
        words = page.text[span[0] : span[1]]
        if _YEAR.fullmatch(words):
            year = True
        elif _COUNT.fullmatch(words):
            count = True
    return year and count


def _bear_out(armoury: Armoury, passage: Passage, named: range, noun: Noun) -> None:
    """Take a name for the weapon of the catalogue that fits the class, or for one that it does not know."""
    for position in named:
        arm = armoury.arms[position]
        if not arm.ambiguous:
            continue
        if len(named) == 1 and arm.end < passage.end and (whole := _name(armoury.page, passage, noun)) is not None:
            if arm.weapon is not None and not suits(arm.weapon, noun, armoury.lexicon.classes):
                # "Jaguar EBRC | Armoured car": not the aircraft
                armoury.arms[position] = whole
                continue
        arm.ambiguous = False
        if arm.weapon is None or suits(arm.weapon, noun, armoury.lexicon.classes):
            arm.category = arm.category or noun.singular
            continue
        written = armoury.page.text[arm.core[0] : arm.core[1]]
        other = next(
            (w for w in armoury.lexicon.namesakes.get(written, ()) if suits(w, noun, armoury.lexicon.classes)), None
        )
        arm.weapon = other
        if other is None:
            arm.key, arm.name, arm.designation, arm.category = key_of(written), written, None, noun.singular
            arm.inferred = _BY_ROW
        else:
            arm.key, arm.name, arm.designation = f"weapon:{other.id}", other.full_name, other.designation
            arm.category = other.category


def _name(page: Page, passage: Passage, noun: Noun) -> Arm | None:
    """The name that fills a cell, where it is nothing else."""
    start, end = passage.start, passage.end
    if end - start > _LONGEST or _NAME.fullmatch(page.text, start, end) is None:
        return None
    written = page.text[start:end]
    if is_taken(passage, start) and not written.endswith((" class", "-class")):
        # a class may be called after a town: "Adelaide class"
        return None
    name = written.removesuffix(" class").removesuffix("-class")
    coded = (
        any(map(str.isdigit, name)) or " Mk " in name or any(word.isupper() and len(word) > 1 for word in name.split())
    )
    return Arm(
        start=start,
        end=end,
        passage=passage,
        key=key_of(name),
        name=name,
        core=(start, end),
        designation=name if coded else None,
        category=noun.singular,
        inferred=_BY_ROW,
    )
