"""Class nouns and the names beside them: which noun is said of which weapon, and of several in a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kordef.catalogue import SipriCategory, UnrocaCategory
from kordef.mentions.runs import ORDINARY
from kordef.mentions.weapons.arms import beside, key_of, suits, words_of
from kordef.mentions.word_files import read_words_of

if TYPE_CHECKING:
    from kordef.mentions.passages import Passage
    from kordef.mentions.weapons.arms import Arm, Armoury, Noun

__all__ = [
    "BY_FORM",
    "LISTED",
    "begins_sentence",
    "head_of",
    "introduces",
    "is_name",
    "join_nouns",
    "name_before",
    "share_nouns",
    "state",
]

_APPOSED = re.compile(r"[\"'”’)]{0,2},\s+(?:also\s+|which\s+is\s+|is\s+)?(?:a|an|the|its)\s+(?:[\w'-]+\s+){0,3}?\Z")
_NAMED_BEFORE = re.compile(
    r"\s+(?:\(|(?:called|named|dubbed|designated|known\s+as)\s+(?:the\s+)?)?[\"'“‘]?"
    r"|,\s+(?:the|(?:called|named|dubbed|known\s+as)(?:\s+the)?)\s+[\"'“‘]?"
)
LISTED = re.compile(
    r"\s*(?:,|,?\s*(?:and|or|&|/))\s*(?:the\s+|another\s+|about\s+|some\s+|up\s+to\s+|a\s+further\s+)?(?:\w[\w,.]*\s+)?"
)
"""What stands between the members of a list, perhaps with a number or a word of quantity."""
# "A-Darter", "Yabhon-R"
_LETTER = re.compile(r"^[A-Z]-|-[A-Z]{1,3}$")
_NEAR = 60
_MOST_LETTERS = 13
_NEAR_BEFORE = 16
_MOST_NOUNS = 3
_SHORTEST_NAME = 3
BY_FORM = ("Recognised as a weapon by its form and the words beside it; the catalogue does not know it.",)


def join_nouns(armoury: Armoury, found: list[Arm], nouns: list[Noun]) -> None:
    """Join each weapon with the noun behind or before it."""
    number = 0
    text = armoury.page.text
    for position, arm in enumerate(found):
        while number < len(nouns) and nouns[number].start < arm.end:
            number += 1
        limit = found[position + 1].start if position + 1 < len(found) else len(text)
        before = nouns[number - 1] if number else None
        for noun in nouns[number : number + _MOST_NOUNS]:
            if noun.start >= limit or noun.start - arm.end > _NEAR:
                continue
            close = beside(armoury.page, arm.end, noun.start)
            if _is_part(arm, noun):
                # "K9 spare parts" are none of its kind.
                break
            if close or (noun.weapon_class is not None and _APPOSED.match(text, arm.end, noun.start)):
                unclosed = ")" in text[arm.end : noun.start] and "(" not in text[arm.start : arm.end]
                state(armoury, arm, head_of(armoury, noun) if close else noun, extend=close and not unclosed)
                break
        else:
            if before is not None and introduces(armoury, before, arm.start):
                state(armoury, arm, before, extend=text[before.end : arm.start] == " " and not before.plural)


def head_of(armoury: Armoury, noun: Noun) -> Noun:
    """The noun that a class noun only describes: "combat aircraft radars", "AEW helicopters"."""
    single = not noun.plural or armoury.page.text.endswith("aircraft", noun.start, noun.end)
    following = armoury.nouns.get(noun.end + 1) if single else None
    if following is None or following.weapon_class is None or noun.weapon_class is None:
        return noun
    is_sensor = following.weapon_class.sipri_category is SipriCategory.SENSORS
    if not is_sensor and following.weapon_class.unit is not noun.weapon_class.unit:
        return noun
    armoury.used.add(noun.start)
    return following


def _is_part(arm: Arm, noun: Noun) -> bool:
    """Whether a noun names a part of what the catalogue knows as something else."""
    if noun.weapon_class is None or arm.weapon is None or noun.weapon_class.sipri_category is SipriCategory.ARTILLERY:
        # "HIMARS launcher loader modules" are sold as the launchers that they make of a lorry.
        return False
    return noun.weapon_class.singular in words_of("parts") and arm.weapon.category not in words_of("parts")


def introduces(armoury: Armoury, noun: Noun, start: int) -> bool:
    """Whether a class noun just before a position introduces the name there: "the howitzer K9", "a missile called Ure"."""
    text = armoury.page.text
    if noun.start in armoury.used or noun.weapon_class is None or not 0 < start - noun.end < _NEAR_BEFORE:
        return False
    if noun.capital and not text[max(0, noun.start - 2) : noun.start].endswith(("\n", ". ", ": ")):
        # "Revolver Gun Mk3": the noun is part of a name.
        return False
    return _NAMED_BEFORE.fullmatch(text, noun.end, start) is not None


def state(armoury: Armoury, arm: Arm, noun: Noun, *, extend: bool) -> None:
    """Take a noun as the class of a weapon, unless it says less than what the catalogue knows."""
    armoury.used.add(noun.start)
    if arm.weapon is not None and not suits(arm.weapon, noun, armoury.lexicon.classes):
        _take_namesake(armoury, arm, noun)
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


def _take_namesake(armoury: Armoury, arm: Arm, noun: Noun) -> None:
    """Make a name alone ("Puma helicopters") that of the weapon that the noun fits, or of one that no catalogue knows."""
    written = armoury.page.text[arm.core[0] : arm.core[1]]
    name = written.removesuffix("s") if arm.plural else written
    small_arm = noun.weapon_class is not None and noun.weapon_class.unroca_category is UnrocaCategory.SMALL_ARMS
    bomb = noun.singular.endswith("bomb") and arm.weapon is not None and written != arm.weapon.designation
    if not (arm.ambiguous or bomb) or not (name.isalpha() or small_arm or bomb):
        return
    begin = name_before(armoury, arm.passage, arm.core[0])
    others = armoury.lexicon.namesakes.get(name, ()) if begin == arm.core[0] else ()
    weapon = next((other for other in others if suits(other, noun, armoury.lexicon.classes)), None)
    arm.weapon = weapon
    if weapon is not None:
        arm.key, arm.name = f"weapon:{weapon.id}", weapon.full_name
        arm.designation, arm.category = weapon.designation, weapon.category
    elif noun.weapon_class is not None:
        # "Black Hornet drones", "Predator Hawk missiles"
        name = armoury.page.text[begin : arm.core[0]] + name
        arm.start, arm.core = begin, (begin, arm.core[1])
        arm.key, arm.name, arm.designation, arm.category = key_of(name), name, None, None
        arm.inferred = BY_FORM


def share_nouns(armoury: Armoury, found: list[Arm]) -> None:
    """In a list the noun behind the last name belongs to all: "116 M1A1 and 250 M1A2 Abrams tanks"."""
    text = armoury.page.text
    shared = False
    for arm, following in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        span = following.category_span
        closes = span is not None and span[0] >= following.core[0] and (following.plural or shared)
        shared = closes and not arm.category_stated and LISTED.fullmatch(text, arm.end, following.start) is not None
        shared = shared and _agree(arm.category, following.category)
        if shared:
            if arm.category is None or following.weapon_class is not None:
                # "Krab and Rak systems" says nothing of what they are.
                arm.category, arm.weapon_class = following.category, following.weapon_class
            arm.category_stated, arm.category_span = True, span
            arm.ambiguous = False


def _agree(one: str | None, other: str | None) -> bool:
    """Whether two categories have a word in common that says something, or one is not known."""
    return one is None or (other is not None and bool((set(one.split()) & set(other.split())) - words_of("wide")))


def name_before(armoury: Armoury, passage: Passage, start: int) -> int:
    """Where a name of one word that nothing knows begins just before a position; the position itself if there is none."""
    text = armoury.page.text
    if not text.startswith(" ", start - 1):
        return start
    floor = max(passage.start, start - _MOST_LETTERS)
    begin = text.rfind(" ", floor, start - 1) + 1 or floor
    is_free = passage.capital_at.get(begin) == start - 1 and is_name(text[begin : start - 1])
    return begin if is_free and not begins_sentence(armoury, passage, begin) else start


def is_name(word: str) -> bool:
    """Whether a capitalised word can be a name of its own, and is no ordinary word."""
    word = _LETTER.sub("", word) if "-" in word else word
    if "-" in word:
        # "Iti-Qovan", "Al-Tariq"; no "Cross-Border" or "Franco-British"
        parts = word.split("-")
        joins = parts[0] in read_words_of("places")["combining"] or parts[-1].endswith(("ish", "ese"))
        return (
            not joins
            and all(part[1:].islower() and is_part_of_name(part) for part in parts)
            and len(word) > len("Al-A")
        )
    ordinary = word in words_of("no_names") or word.lower() in ORDINARY
    return not ordinary and len(word) >= _SHORTEST_NAME and (word[1:].islower() or word.isupper())


def is_part_of_name(word: str) -> bool:
    """Whether a word with a capital is no ordinary one and nothing that only describes a weapon."""
    return word[:1].isupper() and word not in words_of("no_names") and word.lower() not in ORDINARY


def begins_sentence(armoury: Armoury, passage: Passage, start: int) -> bool:
    """Whether a position is where its sentence begins, but for marks."""
    begin, _ = passage.sentence(start)
    if armoury.page.text.endswith(": ", begin, start):
        # "Notes: Includes main battle tanks"
        return True
    return start - begin < _NEAR and not any(map(str.isalnum, armoury.page.text[begin:start]))
