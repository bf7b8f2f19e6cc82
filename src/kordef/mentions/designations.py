"""Weapons by name: those of the catalogue, and those that a designation or a class noun gives away."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kordef.catalogue import SipriCategory, SpellingRole
from kordef.mentions.arms import Arm, beside, key_of, suits, words_of
from kordef.mentions.names import Sort
from kordef.mentions.passages import Spans
from kordef.mentions.runs import ORDINARY
from kordef.mentions.word_files import read_words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kordef.catalogue import Weapon
    from kordef.mentions.arms import Armoury, Noun
    from kordef.mentions.names import Hit
    from kordef.mentions.passages import Passage

__all__ = ["designations_in"]

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
_SHORT = re.compile(r"[A-Z]{1,2}\d{1,3}s?|[A-Z]{1,2}-\ds?|[A-Z]{2,3}s?")
# Too short to be a designation by itself, unless there is a name before it.
_MARK = re.compile(r"[A-Z]\d{1,2}[A-Za-z]?s?")
# What makes a variant of a designation: "F135-PW-100", "Type 209/1400".
_SUFFIX = re.compile(r"(?:-(?:[A-Z]{2}-)?\d{1,3}[A-Z]{0,2}|/\d{3,4})(?![\w-])")
_SIDE_BY_SIDE = (" ", ' "', " '")
_APPOSED = re.compile(r"[\"'”’)]{0,2},\s+(?:also\s+|which\s+is\s+|is\s+)?(?:a|an|the|its)\s+(?:[\w'-]+\s+){0,3}?\Z")
_NAMED_BEFORE = re.compile(
    r"\s+(?:\(|(?:called|named|designated|known\s+as)\s+(?:the\s+)?)?[\"'“‘]?|,\s+(?:the|called|named)\s+"
)
_LISTED = re.compile(
    r"\s*(?:,|,?\s*(?:and|or|&|/))\s*(?:the\s+|another\s+|about\s+|some\s+|up\s+to\s+|a\s+further\s+)?(?:\w[\w,.]*\s+)?"
)
_CALLED = re.compile(r"\s+(?:called|named|dubbed|christened|designated|known\s+as)\s+(?:the\s+)?[\"'“‘]?")
_NEAR = 60
_BYNAME_REACH = 100
_MOST_LETTERS = 13
_NEAR_BEFORE = 16
_MOST_NOUNS = 3
_SHORTEST_NAME = 3
_BY_FORM = ("Recognised as a weapon by its form and the words beside it; the catalogue does not know it.",)


def designations_in(armoury: Armoury, passage: Passage, nouns: list[Noun]) -> None:
    """Add the weapons that a passage names, each with the class noun beside it."""
    found = _catalogued(armoury, passage) if passage.arms else []
    if found and nouns:
        _join_nouns(armoury, found, nouns)
    found += _by_designation(armoury, passage, found, nouns)
    if nouns:
        found += _by_noun(armoury, passage, found, nouns)
    if len(found) > 1:
        found.sort(key=lambda arm: arm.start)
        _merge_kin(armoury, found)
        _share_nouns(armoury, found)
    armoury.arms.extend(found)


# The catalogue's


def _catalogued(armoury: Armoury, passage: Passage) -> list[Arm]:
    """The catalogue's weapons; two names of one family side by side are one mention."""
    text = armoury.page.text
    catalogue = armoury.lexicon.catalogue
    found: list[Arm] = []
    for hit in passage.arms:
        name = hit.of(Sort.WEAPON)
        if name is None or hit.of(Sort.CLASS) is not None:
            continue
        weapon: Weapon = name.thing
        last = found[-1] if found else None
        kin = last.weapon if last is not None and text[last.end : hit.start] in _SIDE_BY_SIDE else None
        if last is not None and kin is not None and catalogue.family(kin.id).id == catalogue.family(weapon.id).id:
            _merge(last, hit, weapon, plural=name.role is SpellingRole.PLURAL)
            continue
        if last is not None and _is_byname(armoury, last, hit, weapon):
            weapon = last.weapon or weapon
        suffix = _SUFFIX.match(text, hit.end, passage.end) if text[hit.end : hit.end + 1] in ("-", "/") else None
        end = hit.end if suffix is None else suffix.end()
        written = None if suffix is None else text[hit.start : end]
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
                plural=name.role is SpellingRole.PLURAL,
                ambiguous=name.ambiguous or _SHORT.fullmatch(text, hit.start, end) is not None,
                inferred=() if written is None else _BY_FORM,
            )
        )
    return found


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


# Class nouns


def _join_nouns(armoury: Armoury, found: list[Arm], nouns: list[Noun]) -> None:
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
                _state(armoury, arm, noun, extend=close and not unclosed)
                break
        else:
            if before is not None and _names(armoury, before, arm.start):
                _state(armoury, arm, before, extend=text[before.end : arm.start] == " " and not before.plural)


def _is_part(arm: Arm, noun: Noun) -> bool:
    """Whether a noun names a part of what the catalogue knows as something else."""
    if noun.weapon_class is None or arm.weapon is None or noun.weapon_class.sipri_category is SipriCategory.ARTILLERY:
        # "HIMARS launcher loader modules" are sold as the launchers that they make of a lorry.
        return False
    return noun.weapon_class.singular in words_of("parts") and arm.weapon.category not in words_of("parts")


def _names(armoury: Armoury, noun: Noun, start: int) -> bool:
    """Whether a class noun just before a position introduces the name there: "the howitzer K9", "a missile called Ure"."""
    text = armoury.page.text
    if noun.start in armoury.used or noun.weapon_class is None or not 0 < start - noun.end < _NEAR_BEFORE:
        return False
    if noun.capital and not text[max(0, noun.start - 2) : noun.start].endswith(("\n", ". ", ": ")):
        # "Revolver Gun Mk3": the noun is part of a name.
        return False
    return _NAMED_BEFORE.fullmatch(text, noun.end, start) is not None


def _state(armoury: Armoury, arm: Arm, noun: Noun, *, extend: bool) -> None:
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
    if not name.isalpha() or not arm.ambiguous:
        return
    begin = _name_before(armoury, arm.passage, arm.core[0])
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
        arm.inferred = _BY_FORM


def _share_nouns(armoury: Armoury, found: list[Arm]) -> None:
    """In a list the noun behind the last name belongs to all: "116 M1A1 and 250 M1A2 Abrams tanks"."""
    text = armoury.page.text
    shared = False
    for arm, following in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        span = following.category_span
        closes = span is not None and span[0] >= following.core[0] and (following.plural or shared)
        shared = closes and not arm.category_stated and _LISTED.fullmatch(text, arm.end, following.start) is not None
        shared = shared and _agree(arm.category, following.category)
        if shared:
            arm.category = following.category
            arm.category_stated, arm.category_span = True, span
            arm.ambiguous = False


def _agree(one: str | None, other: str | None) -> bool:
    """Whether two categories have a word in common that says something, or one is not known."""
    return one is None or (other is not None and bool((set(one.split()) & set(other.split())) - words_of("wide")))


# Unknown ones


def _by_designation(armoury: Armoury, passage: Passage, found: list[Arm], nouns: list[Noun]) -> list[Arm]:
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
        if waiting and not _LISTED.fullmatch(text, waiting[-1].end, start):
            waiting = []
        if behind is not None and behind.start not in armoury.used and beside(armoury.page, end, behind.start):
            _take_name(armoury, arm, behind)
            _state(armoury, arm, behind, extend=True)
            # "DK-5 and DK-7 launchers": the noun shows those ahead of it in the list to be weapons too.
            new += (*waiting, arm) if behind.plural else (arm,)
            waiting = []
        elif before is not None and _names(armoury, before, start):
            _state(armoury, arm, before, extend=text[before.end : start] == " ")
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
        ambiguous=base is not None and _SHORT.fullmatch(written) is not None,
        inferred=_BY_FORM,
    )


def _take_designation(armoury: Armoury, arm: Arm, start: int, end: int) -> None:
    """Make a name with a designation before it that of a variant: "RGM-84L Harpoon missiles"."""
    written = armoury.page.text[start:end]
    arm.key, arm.name, arm.designation = key_of(written), armoury.page.raw[start : arm.core[1]], written
    arm.start, arm.core = min(start, arm.start), (start, arm.core[1])
    arm.kin, arm.inferred = arm.weapon, _BY_FORM


def _with_name(armoury: Armoury, passage: Passage, start: int, end: int) -> int:
    """Where a designation begins that is too short without the name before it: "Magura V5"."""
    return _name_before(armoury, passage, start) if _MARK.fullmatch(armoury.page.text, start, end) else start


def _name_before(armoury: Armoury, passage: Passage, start: int) -> int:
    """Where a name of one word that nothing knows begins just before a position; the position itself if there is none."""
    text = armoury.page.text
    if not text.startswith(" ", start - 1):
        return start
    floor = max(passage.start, start - _MOST_LETTERS)
    begin = text.rfind(" ", floor, start - 1) + 1 or floor
    is_name = passage.capital_at.get(begin) == start - 1 and _is_name(text[begin : start - 1])
    return begin if is_name and not _begins_sentence(armoury, passage, begin) else start


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


def _by_noun(armoury: Armoury, passage: Passage, found: list[Arm], nouns: list[Noun]) -> list[Arm]:
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
            if _is_name(text[span[0] : span[1]]) and not known.cover(span[0]):
                new.append(_named(armoury, passage, span))
                _state(armoury, new[-1], noun, extend=False)
                continue
        end = noun.start - 1
        start = starts.get(end)
        if start is None or known.cover(noun.start):
            continue
        while text[start - 1] == "-" and (part := starts.get(start - 1)) is not None:
            # "L-PGW"
            start = part
        first = starts.get(start - 1)
        if first is not None and text[start - 1] == " " and _is_name(text[first : start - 1]):
            start = first
        before = passage.hit_before(start)
        if before is not None and before.capital and before.end == start - 1 and _is_trade_noun(before):
            # "Steel Dome": nouns that firms have in their names too.
            start, before = before.start, passage.hit_before(before.start)
        is_part = (
            known.cover(start) or text[start - 1 : start] in ("-", "'") or (before is not None and before.end >= start)
        )
        if is_part or not all(map(_is_name, text[start:end].split())) or _begins_sentence(armoury, passage, start):
            continue
        arm = _named(armoury, passage, (start, end))
        _state(armoury, arm, noun, extend=True)
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
    return Arm(start=start, end=end, passage=passage, key=key, name=name, core=core, inferred=_BY_FORM)


def _is_trade_noun(hit: Hit) -> bool:
    return all(name.sort is Sort.WORD and name.thing in ("firm.noun", "firm.weak") for name in hit.names)


def _may_follow_name(noun: Noun) -> bool:
    return noun.weapon_class is not None and noun.weapon_class.singular not in words_of("wide") and not noun.capital


def _is_name(word: str) -> bool:
    ordinary = word in words_of("no_names") or word.lower() in ORDINARY
    return not ordinary and len(word) >= _SHORTEST_NAME and (word[1:].islower() or word.isupper())


def _begins_sentence(armoury: Armoury, passage: Passage, start: int) -> bool:
    begin, _ = passage.sentence(start)
    return start - begin < _NEAR and not any(map(str.isalnum, armoury.page.text[begin:start]))
