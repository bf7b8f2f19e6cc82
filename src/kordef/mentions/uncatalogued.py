"""Weapons that no catalogue knows, by a designation or a name and the class noun beside it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kordef.mentions.arms import Arm, beside, key_of, words_of
from kordef.mentions.class_nouns import BY_FORM, LISTED, begins_sentence, introduces, is_name, name_before, state
from kordef.mentions.names import Sort
from kordef.mentions.passages import Spans
from kordef.mentions.word_files import read_words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kordef.catalogue import Weapon
    from kordef.mentions.arms import Armoury, Noun
    from kordef.mentions.names import Hit
    from kordef.mentions.passages import Passage

__all__ = ["SHORT", "by_designation", "by_noun"]

# "CTM-290", "F126", "CV9035MkIIIC", "2S19"; with a blank only after a word, as in "Type 26".
_DESIGNATION = re.compile(
    r"(?:[A-Z][A-Za-z]{0,6}-?\d{1,4}(?:[A-Z][A-Za-z0-9]{0,7}|[a-z])?"
    r"|[A-Z][A-Za-z]{0,9}[ -]\d{1,3}[A-Z]{0,2}"
    r"|[A-Z][A-Za-z]{1,11}\s\d{1,2}x\d{1,2}"
    r"|\d[A-Z]\d{1,3}[A-Z]?)(?:-[A-Z0-9]{1,4})?s?(?!\w)"
)
# Figures behind a letter, a hyphen or a word; the figure comes first, for speed.
_DIGIT = re.compile(r"\d(?<=[A-Za-z -]\d)\d*")
_LETTERS_BEFORE = re.compile(r"(?<![\w.-])(?:[A-Z][A-Za-z]{0,11}[ -]?|\d[A-Z])\Z")
SHORT = re.compile(r"[A-Z]{1,2}\d{1,3}s?|[A-Z]{1,2}-\ds?|[A-Z]{2,3}s?")
# Too short to be a designation by itself, unless there is a name before it.
_MARK = re.compile(r"[A-Z]\d{1,2}[A-Za-z]?s?")
_CALLED = re.compile(r"\s+(?:called|named|dubbed|christened|designated|known\s+as)\s+(?:the\s+)?[\"'“‘]?")
_MOST_LETTERS = 13


def by_designation(armoury: Armoury, passage: Passage, found: list[Arm], nouns: list[Noun]) -> list[Arm]:
    """Letters and digits beside a class noun, or with a suffix behind a designation that the catalogue knows."""
    text = armoury.page.text
    spans = list(_designations(text, passage))
    if not spans:
        return []
    new: list[Arm] = []
    waiting: list[Arm] = []
    number = 0
    known = Spans(arm.core for arm in found)
    named = {arm.core[0]: arm for arm in found if not any(map(str.isdigit, text[arm.core[0] : arm.core[1]]))}
    for start, end in spans:
        if known.cover(start) or known.cover(end - 1) or not _is_free(passage.hit_at.get(start)):
            continue
        while number < len(nouns) and nouns[number].start < end:
            number += 1
        behind = nouns[number] if number < len(nouns) else None
        before = nouns[number - 1] if number else None
        if text.startswith(" ", end) and (arm := named.get(end + 1)) is not None:
            _take_designation(armoury, arm, start, end)
            continue
        start = _with_name(armoury, passage, start, end)
        arm = _unknown(armoury, passage, start, end)
        if waiting and not LISTED.fullmatch(text, waiting[-1].end, start):
            waiting = []
        if behind is not None and behind.start not in armoury.used and beside(armoury.page, end, behind.start):
            _take_name(armoury, arm, behind)
            state(armoury, arm, behind, extend=True)
            # "DK-5 and DK-7 launchers": the noun shows those ahead of it in the list to be weapons too.
            new += (*waiting, arm) if behind.plural else (arm,)
            waiting = []
        elif before is not None and introduces(armoury, before, start):
            state(armoury, arm, before, extend=text[before.end : start] == " ")
            new.append(arm)
        elif arm.category is not None:
            new.append(arm)
        else:
            waiting.append(arm)
    return new


def _designations(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    """Where something stands in a passage that has the form of a designation and is no civil type, date or heading."""
    done = passage.start
    for digits in _DIGIT.finditer(text, passage.start, passage.end):
        at = digits.start()
        if at < done or at == passage.start:
            continue
        floor = max(passage.start, at - _MOST_LETTERS)
        if text[at - 1] == " ":
            # Most numbers stand behind a word in small letters.
            blank = max(text.rfind(" ", floor, at - 1), text.rfind("\n", floor, at - 1), floor - 1)
            if not text[blank + 1].isupper():
                continue
        letters = _LETTERS_BEFORE.search(text, floor, at)
        match = _DESIGNATION.match(text, letters.start(), passage.end) if letters else None
        if letters is None or match is None or _civil().fullmatch(match[0]):
            continue
        if letters[0].rstrip(" -") in words_of("no_types"):
            continue
        done = match.end()
        # The sets of the American forces: "AN/TPQ-36".
        begin = match.start() - 3 * text.startswith("AN/", match.start() - 3)
        yield begin, done


@cache
def _civil() -> re.Pattern[str]:
    return re.compile(read_words_of("weapons")["civil"])


def _is_free(hit: Hit | None) -> bool:
    """Whether nothing but a weapon, a class or a word of a rule begins with a designation."""
    taken = (Sort.STATE, Sort.COMPANY, Sort.ORGANISATION, Sort.PERSON, Sort.BLOCKED)
    return hit is None or not any(name.sort in taken for name in hit.names)


def _unknown(armoury: Armoury, passage: Passage, start: int, end: int) -> Arm:
    """A designation as a weapon, with the category of the catalogue's that it begins with: "F-35D" is a sort of F-35."""
    written = armoury.page.text[start:end]
    plural = written[-1] == "s" and not written[-2].islower()
    name = written[:-1] if plural else written
    base = _base(armoury, name)
    return Arm(
        start=start,
        end=end,
        passage=passage,
        key=key_of(name),
        name=name,
        core=(start, end),
        designation=name,
        category=base.category if base else None,
        kin=base,
        plural=plural,
        ambiguous=base is not None and SHORT.fullmatch(written) is not None,
        inferred=BY_FORM,
    )


def _take_designation(armoury: Armoury, arm: Arm, start: int, end: int) -> None:
    """Make a name with a designation before it that of a variant: "RGM-84L Harpoon missiles"."""
    written = armoury.page.text[start:end]
    arm.key, arm.name, arm.designation = key_of(written), armoury.page.raw[start : arm.core[1]], written
    arm.start, arm.core = min(start, arm.start), (start, arm.core[1])
    arm.kin, arm.inferred = arm.weapon, BY_FORM


def _with_name(armoury: Armoury, passage: Passage, start: int, end: int) -> int:
    """Where a designation begins that is too short without the name before it: "Magura V5"."""
    return name_before(armoury, passage, start) if _MARK.fullmatch(armoury.page.text, start, end) else start


def _base(armoury: Armoury, name: str) -> Weapon | None:
    for length in range(len(name) - 1, 2, -1):
        if name[length - 1].isdigit() and not name[length].isdigit():
            weapon = armoury.lexicon.catalogue.find_weapon(name[:length])
            if weapon is not None:
                return weapon
    return None


def _take_name(armoury: Armoury, arm: Arm, noun: Noun) -> None:
    """Take the capitalised words between a designation and its noun as the weapon's name: "XK-2 Scimitar tanks"."""
    text = armoury.page.text
    named = [word for word in text[arm.end : noun.start].split() if word[0].isupper() and word[1:2].islower()]
    if named:
        arm.name = f"{arm.name} {' '.join(named)}"
        arm.core = (arm.start, noun.start - 1)


def by_noun(armoury: Armoury, passage: Passage, found: list[Arm], nouns: list[Noun]) -> list[Arm]:
    """One or two capitalised words that are nothing else, before the noun of a class: "Skorpion missiles"."""
    if passage.capitalised or not passage.capital_at:
        return []
    free = [noun for noun in nouns if noun.start not in armoury.used and _may_follow_name(noun)]
    if not free:
        return []
    text = armoury.page.text
    known = Spans((arm.start, arm.end) for arm in found)
    starts = {end: start for start, end in passage.capital_at.items()}
    new: list[Arm] = []
    for noun in free:
        called = _CALLED.match(text, noun.end, passage.end)
        if called is not None and called.end() in passage.capital_at:
            span = (called.end(), passage.capital_at[called.end()])
            if is_name(text[span[0] : span[1]]) and not known.cover(span[0]):
                new.append(_named(armoury, passage, span))
                state(armoury, new[-1], noun, extend=False)
                continue
        end = noun.start - 1
        start = starts.get(end)
        if start is None or known.cover(noun.start):
            continue
        while text[start - 1] == "-" and (part := starts.get(start - 1)) is not None:
            # "L-PGW"
            start = part
        first = starts.get(start - 1)
        if first is not None and text[start - 1] == " " and is_name(text[first : start - 1]):
            start = first
        before = passage.hit_before(start)
        if before is not None and before.capital and before.end == start - 1 and _is_trade_noun(before):
            # "Steel Dome": nouns that firms have in their names too.
            start, before = before.start, passage.hit_before(before.start)
        is_part = (
            known.cover(start) or text[start - 1 : start] in ("-", "'") or (before is not None and before.end >= start)
        )
        if is_part or not all(map(is_name, text[start:end].split())) or begins_sentence(armoury, passage, start):
            continue
        arm = _named(armoury, passage, (start, end))
        state(armoury, arm, noun, extend=True)
        new.append(arm)
    return new


def _named(armoury: Armoury, passage: Passage, core: tuple[int, int]) -> Arm:
    start, end = core
    weapon = armoury.lexicon.catalogue.find_weapon(armoury.page.text[start:end])
    if weapon is not None:
        # In letters that the catalogue does not have: "Taipers" for TAipers.
        return Arm(
            start=start,
            end=end,
            passage=passage,
            key=f"weapon:{weapon.id}",
            name=weapon.full_name,
            core=core,
            designation=weapon.designation,
            category=weapon.category,
            weapon=weapon,
        )
    key = key_of(armoury.page.text[start:end])
    name = armoury.page.raw[start:end]
    return Arm(start=start, end=end, passage=passage, key=key, name=name, core=core, inferred=BY_FORM)


def _is_trade_noun(hit: Hit) -> bool:
    return all(name.sort is Sort.WORD and name.thing in ("firm.noun", "firm.weak") for name in hit.names)


def _may_follow_name(noun: Noun) -> bool:
    return noun.weapon_class is not None and noun.weapon_class.singular not in words_of("wide") and not noun.capital
