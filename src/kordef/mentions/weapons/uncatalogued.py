"""Weapons that no catalogue knows, by a designation or a name and the class noun beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from kordef.mentions.names import Sort
from kordef.mentions.passages import Spans
from kordef.mentions.runs import ORDINARY
from kordef.mentions.weapons.arms import TAKEN, Arm, beside, civil_types, key_of, words_of
from kordef.mentions.weapons.class_nouns import (
    BY_FORM,
    LISTED,
    begins_sentence,
    head_of,
    introduces,
    is_name,
    name_before,
    state,
)
from kordef.mentions.weapons.signs import is_doubtful

if TYPE_CHECKING:
    from kordef.catalogue import Weapon
    from kordef.mentions.names import Hit
    from kordef.mentions.passages import Passage
    from kordef.mentions.weapons.arms import Armoury, Noun

__all__ = ["SHORT", "by_designation", "by_noun"]

# "CTM-290", "F126", "CV9035MkIIIC", "2S19"; with a blank only after a word, as in "Type 26".
_DESIGNATION = re.compile(
    r"(?:[A-Z][A-Za-z]{0,6}-?\d{1,4}(?:[A-Z][A-Za-z0-9]{0,7}|[a-z])?"
    r"|[A-Z][A-Za-z]{0,11}[ -](?:\d{1,3}|(?!19\d\d|20\d\d|\d000)\d{4})[A-Z]{0,2}"
    r"|[A-Z][A-Za-z]{1,11}\s\d{1,2}x\d{1,2}"
    r"|\d{1,2}[A-Z]{1,2}\d{1,3}[A-Z]?\d?)(?:-[A-Z0-9]{1,4})?(?:\s(?:EX|NG|ER|XR|MT|SP|MLU|EVO|NEO)(?![\w-]))?(?:(?<=([A-Z]))/(?:\1\d|[A-Z]{1,2}))?s?(?!\w)"
)
# The letters of a designation and what parts them from its figures, ahead of those. Begins with a set of signs, for speed.
_LETTERS = re.compile(r"[A-Z0-9](?<![\w.-].)(?:(?<=[A-Z])[A-Za-z]{0,11}+[ -]?+|(?<=[0-9])[0-9]?+[A-Z]{1,2}+)(?=[0-9])")
_DIGIT = re.compile(r"[0-9]")
SHORT = re.compile(r"[A-Z]{1,2}\d{1,3}s?|[A-Z]{1,2}-\ds?|[A-Z]{2,3}s?")
# Too short to be a designation by itself, unless there is a name before it.
_LONG = re.compile(r"(?!FY|CY|ISO|EU|CO)[A-Z]{2,7}-?\d{2,4}[A-Z]{0,3}")
_MARK = re.compile(r"[A-Z]\d{1,2}[A-Za-z]?s?|Mk[ -]?\d{1,2}[A-Z]?")
# "K 9": what the table of names is not sure of without a noun.
_APART = re.compile(r"[A-Z]{1,2} \d{1,3}[A-Z]{0,2}\d?s?")
# The wheels of a vehicle that is no car: "HAFEET Mk2 6x6".
_WHEELS = re.compile(r"\s(?:6x6|8x8|10x10)(?![\w-])")
# A name behind a designation, ahead of the next member of a list: "AS-350 Ecureuil and AS-565 Panther helicopters".
_BYNAME = re.compile(r"(?:\s[A-Z][a-z]{2,}(?:-\d)?){1,2}(?=,|\s(?:and|or|&)\s)")
_COUNT_BEFORE = re.compile(r"(?<![\w.,-])\d{1,3}\s\Z")
# Nouns that say little, but with a number ahead of the name show a weapon: "two Gap Seeker radars".
_COUNTABLE = frozenset(["radar", "munition", "rifle"])
_NUMBER_AHEAD = re.compile(
    r"(?<![\w.,-])(?:\d{1,3}(?:,\d{3})?|two|three|four|five|six|seven|eight|nine|ten|twelve)\s\Z"
)
_ROMAN_BEFORE = re.compile(r"(?<=[a-zéóíáñ]) (?:II|III|IV) \Z")
"""The number of a model before its noun: "Escorpión IV vehicles"."""
_LETTERED = re.compile(r"[a-z]-[A-Z]{1,2}\Z")
"""How the version of a set ends that has no number: "Vostok-E radars"."""
_CALLED = re.compile(r",?\s+(?:called|named|dubbed|christened|designated|known\s+as)\s+(?:the\s+)?[\"'“‘]?")
_CAPITALS_BEHIND = re.compile(r" ([A-Z]{4,9})(?![\w-])")
"""A name in capitals behind its noun: "the air defence system MSHORAD"."""
_MOST_LETTERS = 13
_MOST_INITIALS = 4
# Words that make a designation of a number behind them.
_TYPES = frozenset(["Type", "Mk", "Mark", "Model", "Project", "Class"])
# The version between a name and its noun: "Tayfun Block-4 missile".
_VERSION_BEFORE = re.compile(r"\s(?:(?:Block|Mk|Mod|Mark)[ -]?[0-9IVX]{1,3}[A-Z]?|II|III|IV)\Z")
_VERSION_REACH = 14
_ROMAN = frozenset(["II", "III", "IV"])
_BLANK_NUMBER = re.compile(r"[A-Z][A-Za-z]* \d+")


def by_designation(armoury: Armoury, passage: Passage, found: list[Arm], nouns: list[Noun]) -> list[Arm]:
    """Letters and digits beside a class noun, or with a suffix behind a designation that the catalogue knows."""
    text = armoury.page.text
    spans = _designations(text, passage)
    if not spans:
        return []
    new: list[Arm] = []
    waiting: list[Arm] = []
    number = 0
    known = Spans(arm.core for arm in found)
    named = {arm.core[0]: arm for arm in found if _begins_with_word(text[arm.core[0] : arm.core[1]])}
    for start, end in spans:
        if known.cover(start) or known.cover(end - 1) or not _is_free(text, passage, start):
            continue
        while number < len(nouns) and nouns[number].start < end:
            number += 1
        behind = nouns[number] if number < len(nouns) else None
        before = nouns[number - 1] if number else None
        if text.startswith(" ", end) and (arm := named.get(end + 1)) is not None:
            _take_designation(armoury, arm, start, end)
            continue
        begin, start = start, _with_name(armoury, passage, start, end)
        if text.startswith("Mk", start) and (known.cover(start - 2) or _WHEELS.match(text, end)):
            # The mark of a weapon or a firm that the catalogue knows: "VBCI Mk2".
            continue
        arm = _unknown(armoury, passage, start, end)
        if waiting and not LISTED.fullmatch(text, waiting[-1].end, start):
            new += _listed_with_known(text, passage, waiting, found)
            waiting = []
        if behind is not None and behind.start not in armoury.used and beside(armoury.page, arm.end, behind.start):
            named_twice = start < begin and behind.weapon_class is not None and behind.singular not in words_of("wide")
            number_apart = _BLANK_NUMBER.fullmatch(text, start, end) is not None
            abbreviated = text[behind.start : behind.end].rstrip("s").isupper()
            if number_apart and behind.capital and not abbreviated and text[start + 1].islower():
                # "Taiwan Wants 1800 Missiles"
                continue
            _take_name(armoury, arm, behind)
            state(armoury, arm, head_of(armoury, behind), extend=True)
            wide = is_doubtful(behind) or behind.singular in words_of("wide")
            if number_apart and not named_twice and arm.weapon is None and wide:
                # "Citation 560 jets", "Bellator 300 fighters"
                arm.ambiguous = True
            # "DK-5 and DK-7 launchers": the noun shows those ahead of it in the list to be weapons too.
            new += (*waiting, arm) if behind.plural else (arm,)
            waiting = []
        elif behind is not None and behind.ship and beside(armoury.page, end, behind.start):
            # "Type 055 destroyer Lhasa": the noun is said of the class and of the ship.
            state(armoury, arm, behind, extend=False)
            new.append(arm)
        elif before is not None and introduces(armoury, before, start):
            state(armoury, arm, before, extend=text[before.end : start] == " ")
            new.append(arm)
        elif arm.category is not None or _is_of_firm(text, passage, start, end):
            new.append(arm)
        elif passage.cell is not None and (start, end) == (passage.start, passage.end):
            # The other cells of the column will say what it is.
            arm.ambiguous = True
            new.append(arm)
        else:
            name = _BYNAME.match(text, arm.end, passage.end)
            if name is not None and arm.end + 1 in passage.capital_at:
                arm.name, arm.end = text[arm.start : name.end()], name.end()
                arm.core = (arm.start, arm.end)
            waiting.append(arm)
    new += _listed_with_known(text, passage, waiting, found)
    return new


def _is_of_firm(text: str, passage: Passage, start: int, end: int) -> bool:
    """Whether a designation of at least two letters and figures stands behind a firm's genitive: "the yard's HDF-3500"."""
    if not _LONG.fullmatch(text, start, end):
        return False
    owner = passage.hit_before(start)
    return owner is not None and text[owner.end : start] in ("'s ", "' ") and owner.of(Sort.COMPANY) is not None


def _begins_with_word(name: str) -> bool:
    """Whether a catalogued name may follow the designation of a variant: "Harpoon", "Harpoon-2"."""
    if name.isalpha():
        return True
    word = name.partition("-")[0].partition(" ")[0]
    return word.isalpha() and len(word) > len("Mk")


def _start_of(arm: Arm) -> int:
    return arm.start


def _listed_with_known(text: str, passage: Passage, waiting: list[Arm], found: list[Arm]) -> list[Arm]:
    """Those of a list that a known weapon closes ("M577 and M113 carriers"), or that follow one, counted or several."""
    if not waiting or not found:
        return []
    number = bisect_left(found, waiting[-1].end, key=_start_of)
    closing = found[number] if number < len(found) else None
    closes = closing is not None and closing.plural and closing.category_stated
    if closing is not None and closes and LISTED.fullmatch(text, waiting[-1].end, closing.start):
        return waiting
    number = bisect_left(found, waiting[0].start, key=_start_of)
    if not number:
        return []
    listed: list[Arm] = []
    for last, arm in zip((found[number - 1], *waiting), waiting, strict=False):
        counted = _COUNT_BEFORE.search(text, max(passage.start, arm.start - 6), arm.start)
        if not (counted or arm.plural) or LISTED.fullmatch(text, last.end, arm.start) is None:
            break
        listed.append(arm)
    return listed


def _designations(text: str, passage: Passage) -> list[tuple[int, int]]:
    """Where something stands in a passage that has the form of a designation and is no civil type, date or heading."""
    spans: list[tuple[int, int]] = []
    if _DIGIT.search(text, passage.start, passage.end) is None:
        return spans
    done = passage.start
    for letters in _LETTERS.finditer(text, passage.start, passage.end):
        begin, at = letters.span()
        apart = text[at - 1] == " "
        if at < done or (apart and not _follows_capital(text, max(passage.start, at - _MOST_LETTERS), at - 1)):
            continue
        match = _DESIGNATION.match(text, begin, passage.end)
        if match is None or civil_types().fullmatch(match[0]):
            continue
        word = letters[0].rstrip(" -")
        if word in words_of("no_types") or (apart and _is_counted(passage, word)):
            continue
        done = match.end()
        # The sets of the American forces: "AN/TPQ-36".
        spans.append((begin - 3 * text.startswith("AN/", begin - 3), done))
    return spans


def _follows_capital(text: str, floor: int, end: int) -> bool:
    """Whether what stands before a blank at ``end``, back to the blank before it, begins with a capital."""
    blank = max(text.rfind(" ", floor, end), text.rfind("\n", floor, end), floor - 1)
    return text[blank + 1].isupper()


def _is_counted(passage: Passage, word: str) -> bool:
    """Whether a number behind a blank counts what follows, and the word before is no name: "Kyiv Gets 300 Tanks"."""
    if word.lower() in ORDINARY or (passage.capitalised and word[1:].islower() and word not in _TYPES):
        return True
    return (word in words_of("no_names") and word not in _TYPES) or _is_verb(word.lower())


@cache
def _count_verbs() -> frozenset[str]:
    forms = set(words_of("count_verb_forms"))
    for verb in words_of("count_verbs"):
        ends = verb.endswith("e")
        doubled = verb + verb[-1] if re.fullmatch(r"[a-z]*[^aeiou][aeiou][^aeiouwxy]", verb) else verb
        plural = f"{verb[:-1]}ies" if verb.endswith("y") else verb + "s"
        past = f"{verb[:-1]}ied" if verb.endswith("y") else f"{verb}d" if ends else f"{doubled}ed"
        forms |= {verb, plural, f"{verb}es", past, f"{verb}ed", f"{verb[:-1] if ends else doubled}ing", f"{verb}ing"}
    return frozenset(forms)


def _is_verb(word: str) -> bool:
    """Whether a word of small letters has the form of a verb or an adverb before a number: "covering 195", "roughly 24"."""
    if word in words_of("no_verbs"):
        return False
    return word in _count_verbs() or (len(word) > len("bring") and word.endswith(("ing", "ly")))


def _is_free(text: str, passage: Passage, start: int) -> bool:
    """Whether nothing but a weapon, a class or a word of a rule has the letters of a designation: "Czech Republic 12 boats"."""
    hit = passage.hit_at.get(start) or passage.hit_before(start)
    if hit is None or hit.end <= start or not any(name.sort in TAKEN for name in hit.names):
        return True
    # The letters of firms stand before the numbers of their types: "MTU-881", "LG-1".
    letters = hit.start == start and hit.end - start <= _MOST_INITIALS and text[start : hit.end].isupper()
    return letters and hit.of(Sort.STATE) is None and text.startswith("-", hit.end)


def _unknown(armoury: Armoury, passage: Passage, start: int, end: int) -> Arm:
    """A designation as a weapon, with the category of the catalogue's that it begins with: "F-35D" is a sort of F-35."""
    written = armoury.page.text[start:end]
    plural = written[-1] == "s" and not written[-2].islower()
    name = written[:-1] if plural else written
    weapon = armoury.lexicon.catalogue.find_weapon(name) if _APART.fullmatch(written) else None
    if weapon is not None:
        arm = _catalogued(passage, start, end, weapon)
        arm.plural, arm.ambiguous = plural, True
        return arm
    several = passage.capitalised and written[-1] == "S"
    if several and (weapon := armoury.lexicon.catalogue.find_weapon(written[:-1])) is not None:
        # "POLAND BUYS F-16S"
        arm = _catalogued(passage, start, end, weapon)
        arm.plural, arm.ambiguous = True, SHORT.fullmatch(written) is not None
        return arm
    base = _base(armoury, name)
    wheels = _WHEELS.match(armoury.page.text, end, passage.end) if base is None else None
    if wheels is not None or (base is None and _WHEELS.search(written)):
        stop = end if wheels is None else wheels.end()
        return Arm(
            start=start,
            end=stop,
            passage=passage,
            key=key_of(name),
            name=name,
            core=(start, stop),
            designation=name,
            category="wheeled armoured vehicle",
            ambiguous=True,
            inferred=BY_FORM,
        )
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


def _catalogued(passage: Passage, start: int, end: int, weapon: Weapon) -> Arm:
    """A weapon that the catalogue knows after all."""
    return Arm(
        start=start,
        end=end,
        passage=passage,
        key=f"weapon:{weapon.id}",
        name=weapon.full_name,
        core=(start, end),
        designation=weapon.designation,
        category=weapon.category,
        weapon=weapon,
    )


def _take_designation(armoury: Armoury, arm: Arm, start: int, end: int) -> None:
    """Make a name with a designation before it that of a variant: "RGM-84L Harpoon missiles"."""
    written = armoury.page.text[start:end]
    arm.key, arm.name, arm.designation = key_of(written), armoury.page.raw[start : arm.core[1]], written
    arm.start, arm.core = min(start, arm.start), (start, arm.core[1])
    arm.kin, arm.inferred = arm.weapon, BY_FORM


def _with_name(armoury: Armoury, passage: Passage, start: int, end: int) -> int:
    """Where a designation begins that is too short without the name before it: "Magura V5", "Sky Dragon 50"."""
    text = armoury.page.text
    short = _MARK.fullmatch(text, start, end) or (
        _BLANK_NUMBER.fullmatch(text, start, end) and text[start + 1].islower()
    )
    return name_before(armoury, passage, start) if short else start


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
    text = armoury.page.text
    free = [noun for noun in nouns if noun.start not in armoury.used and _may_follow_name(noun, text)]
    if not free:
        return []
    ships = takewhile(lambda arm: arm.passage is passage, reversed(armoury.arms))
    known = Spans((arm.start, arm.end) for arm in (*found, *ships))
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
        capitals = None if noun.ship or noun.plural else _CAPITALS_BEHIND.match(text, noun.end, passage.end)
        if capitals is not None and capitals.start(1) in passage.capital_at and not known.cover(capitals.start(1)):
            new.append(_named(armoury, passage, capitals.span(1)))
            state(armoury, new[-1], noun, extend=True)
            continue
        end = noun.start - 1
        start = starts.get(end)
        if (start is None or (text[start:end] in _ROMAN and (noun.plural or noun.ship))) and (
            text[end - 1].isdigit() or text[end - 1].isupper()
        ):
            version = _VERSION_BEFORE.search(text, max(passage.start, end - _VERSION_REACH), end)
            end = version.start() if version is not None else end
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
        lettered = _LETTERED.search(text, start, end) is not None
        lettered = lettered or _ROMAN_BEFORE.search(text, max(end, noun.start - 5), noun.start) is not None
        if (
            noun.singular in words_of("wide")
            and not lettered
            and not _NUMBER_AHEAD.search(text, max(passage.start, start - 8), start)
        ):
            continue
        arm = _named(armoury, passage, (start, end))
        state(armoury, arm, head_of(armoury, noun), extend=True)
        new.append(arm)
    return new


def _named(armoury: Armoury, passage: Passage, core: tuple[int, int]) -> Arm:
    start, end = core
    weapon = armoury.lexicon.catalogue.find_weapon(armoury.page.text[start:end])
    if weapon is not None:
        # In letters that the catalogue does not have: "Taipers" for TAipers.
        return _catalogued(passage, start, end, weapon)
    key = key_of(armoury.page.text[start:end])
    name = armoury.page.raw[start:end]
    return Arm(start=start, end=end, passage=passage, key=key, name=name, core=core, inferred=BY_FORM)


def _is_trade_noun(hit: Hit) -> bool:
    return all(name.sort is Sort.WORD and name.thing in ("firm.noun", "firm.weak") for name in hit.names)


def _may_follow_name(noun: Noun, text: str) -> bool:
    if noun.weapon_class is None and noun.singular in ("vehicle", "system", "launcher") and not noun.capital:
        return _ROMAN_BEFORE.search(text, max(0, noun.start - 5), noun.start) is not None
    if noun.weapon_class is None or (noun.capital and not text[noun.start : noun.end].rstrip("s").isupper()):
        return False
    if _ROMAN_BEFORE.search(text, max(0, noun.start - 5), noun.start) is not None:
        return noun.singular != "truck"
    if noun.weapon_class.singular in _COUNTABLE and _LETTERED.search(text, max(0, noun.start - 5), noun.start - 1):
        return True
    return noun.weapon_class.singular not in words_of("wide") or (noun.plural and noun.singular in _COUNTABLE)
