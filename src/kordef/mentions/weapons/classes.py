"""Weapons by the noun of their class alone: what changes hands without a name, and what stands for a weapon named elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from kordef.catalogue import CountingUnit
from kordef.document import BlockKind
from kordef.mentions.names import Sort
from kordef.mentions.passages import Spans
from kordef.mentions.weapons.arms import Arm, calibre_before, words_of
from kordef.mentions.weapons.class_items import MASS_NOUNS, NEAR, ONE, is_counted, is_item, is_no_good
from kordef.mentions.weapons.signs import evidence, is_doubtful
from kordef.mentions.word_files import read_words_of

if TYPE_CHECKING:
    from kordef.mentions.passages import Passage
    from kordef.mentions.weapons.arms import Armoury, Noun

__all__ = ["classes_in"]

_WORD_BEFORE = re.compile(r"([A-Za-z]+)[\s-]\Z")
_DEFINITE = re.compile(
    r"(?:\b(?:the|these|those|this|that|its|their|all|such|each|both|same)|'s?)\s(?:[\w,.-]+\s){0,2}\Z", re.IGNORECASE
)
# "Reluctant to send the armoured vehicles", where a text has spoken of Leopards.
_DIRECT = re.compile(r"\b(?:[Tt]he|[Tt]hese|[Tt]hose)\s\Z")
_UNITS = (CountingUnit.VEHICLE, CountingUnit.AIRCRAFT, CountingUnit.SHIP)
# "Storm Shadows are cruise missiles": the noun says what the weapon before it is.
_IS_A = re.compile(r"\s(?:is|are|was|were)\s(?:all\s|both\s|also\s)?(?:an?\s|the\s)?(?:[\w-]+\s){0,3}\Z")
_IS_REACH = 48
# "155mm and 105mm artillery rounds"
_OTHER_CALIBRE = re.compile(r"(?<![\d.])\d{2,3}[\s-]?mm\s(?:and|or)\s\Z")
_CALIBRE_REACH = 12
# "Our simulator centre", "the tank museum"
_SHARES_HEAD = re.compile(
    r"(?:,\s[\w-]+(?:\s[\w-]+)?){0,2},?\sand\s(?:[\w-]+\s){1,2}(?:ammunition|rounds|shells|munitions)\b"
)
"""Behind a noun that only describes the last of a list: "artillery, tank, and machine gun ammunition"."""
_PREFIXED = ("sub-", "anti-", "counter-", "non-", "Sub-", "Anti-", "Counter-")
"""Before a noun these make another thing of it: sub-munitions, an anti-drone system."""
_PLACE_BEHIND = re.compile(r"\s(?:cent(?:re|er)|museum|gallery|school|show|exhibition)s?\b")
# "7,500 rounds of 155 mm ammunition": the noun counts the other.
_COUNTS_OTHER = re.compile(r"\sof\s(?:[\w-]+\s){0,3}?\Z")
_NUMBER = r"(?:[\d,.]*\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a\sdozen|several|dozens\sof|hundreds\sof)"
_LISTED = re.compile(rf"\s*(?:,|,?\s*(?:and|or|as well as))\s*(?:the\s+)?(?:{_NUMBER}\s+)?")
_NUMBERED = re.compile(rf"\b{_NUMBER}\s(?:[\w-]+\s)?\Z")
# A list item that holds nothing but what is counted, perhaps behind a date: "2022: 36 drones, EUR 3.8 million".
_ENTRY = re.compile(rf"(?:[^.;:]{{0,40}}:\s*)?{_NUMBER}\s(?:[\w-]+\s){{0,2}}")
_ENTRY_END = re.compile(r"\s*(?:[,;.(]|\Z)")
_NAME_BEHIND = re.compile(r"\s[A-Z]")
_NAME_BEFORE = re.compile(r"\b[A-Z][\w-]*\s\Z")
_TOWARD = re.compile(r"(?:,?\s(?:and|or)\s(?:[\w-]+\s){0,2}[\w-]+)?\s(?:to|from)\s(?:the\s)?")
# "a $3.2 billion missile deal"
_DEALT_IN = re.compile(r"\s(?:deal|contract|order)\b")
# "supply Romania with ammunition"
_SUPPLIED_WITH = re.compile(
    r"\b(?:suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|furnish(?:es|ed|ing)?|equip(?:s|ped|ping)?)\s"
    r"(?:[\w’'.-]+\s){1,4}with\s(?:[\w-]+\s){0,2}\Z"
)
_SUPPLY_REACH = 90
_DEAL_REACH = 120
_PARTY_REACH = 1000
"""How far from a noun the parties to a deal in it may be named; a longer sentence is a list or a fault of reading."""
_VERB_REACH = 6
"""How many words before a noun may say that it is sent or sold."""
_FEWEST = 2
_FEWEST_ENTRIES = 3
_MOST_REFERENTS = 8


def classes_in(armoury: Armoury) -> None:
    """Add the class nouns that stand alone."""
    count = evidence(armoury)
    named = _Named(armoury)
    known = Spans((arm.start, arm.end) for arm in armoury.arms)
    classes: list[Arm] = []
    for passage in armoury.page.passages:
        found: list[tuple[Arm, Noun]] = []
        for hit in passage.arms:
            noun = armoury.nouns.get(hit.start)
            if noun is None or noun.weapon_class is None or noun.start in armoury.used or known.cover(noun.start):
                continue
            if is_doubtful(noun) and count < (_FEWEST if noun.ambiguous else 1) and not named.called(noun):
                if not _changes_hands(armoury, passage, noun):
                    continue
            if not _is_other(armoury, passage, noun) and not _counts_other(armoury, noun):
                found.append((_arm(armoury, passage, noun), noun))
        if found:
            _resolve(armoury, found, named)
            classes += [arm for arm, _ in found]
    _leave_to_others(armoury, classes)


def _changes_hands(armoury: Armoury, passage: Passage, noun: Noun) -> bool:
    """Whether a class that may be no weapon is one, since states or firms named in the sentence deal in it."""
    traded, contracted = noun.singular in words_of("traded"), noun.singular in words_of("contracted")
    several = noun.plural or noun.singular.endswith(MASS_NOUNS)
    if not (traded or contracted) or not (several or _DEALT_IN.match(armoury.page.text, noun.end)):
        return False
    begin, end = passage.sentence(noun.start)
    low, high = max(begin, noun.start - _PARTY_REACH), min(end, noun.end + _PARTY_REACH)
    starts = passage.starts
    named = passage.hits[bisect_left(starts, low) : bisect_left(starts, high)]
    states = {hit.start for hit in named if hit.of(Sort.STATE) is not None}
    firms = {hit.start for hit in named if hit.of(Sort.COMPANY) is not None}
    return (traded and _goes_between(armoury.page.text, begin, end, noun, states, firms)) or (
        (contracted if several else bool(firms)) and _is_contracted(armoury.page.text, begin, end, noun, states, firms)
    )


def _goes_between(text: str, begin: int, end: int, noun: Noun, states: set[int], firms: set[int]) -> bool:
    """Whether one sends, sells or gives something to a state, or gets it from there: "supplied drones to Kenya"."""
    near = max(begin, noun.start - _SUPPLY_REACH)
    supplied = _SUPPLIED_WITH.search(text, near, noun.start)
    if supplied is not None and any(supplied.start() < at < noun.start for at in states):
        return min(states | firms) < supplied.start()
    toward = _TOWARD.match(text, noun.end, min(end, noun.end + NEAR))
    verb = text[max(begin, noun.start - NEAR) : noun.start].split()[-_VERB_REACH:]
    return (
        toward is not None
        and toward.end() in states
        and min(states | firms) < noun.start
        and not words_of("transfer").isdisjoint(verb)
    )


def _is_contracted(text: str, begin: int, end: int, noun: Noun, states: set[int], firms: set[int]) -> bool:
    """Whether a sentence about a deal names two states, or a state and a firm: "a contract with Saab for ammunition"."""
    if not states or len(states | firms) < 2:
        return False
    around = text[max(begin, noun.start - _DEAL_REACH) : min(end, noun.end + _DEAL_REACH)]
    return not (words_of("dealing") | words_of("deals")).isdisjoint(around.lower().replace(",", " ").split())


def _is_other(armoury: Armoury, passage: Passage, noun: Noun) -> bool:
    """Whether the word before says that it is no weapon: "think tank", or it is part of a name: "Drone Show Korea"."""
    text = armoury.page.text
    if noun.capital and not passage.capitalised and not text[noun.start : noun.end].isupper():
        begin, _ = passage.sentence(noun.start)
        if _NAME_BEHIND.match(text, noun.end) or _NAME_BEFORE.search(text, max(begin, noun.start - 24), noun.start):
            return True
    if text.endswith(_PREFIXED, passage.start, noun.start) or (
        noun.capital and text[noun.start - 1 : noun.start] == "-"
    ):
        return True
    if text.startswith("-", noun.end) and text[noun.end + 1 : noun.end + 2].isdigit():
        # The letters of a designation: "AGM-154C".
        return True
    if not noun.plural and (_PLACE_BEHIND.match(text, noun.end) or _SHARES_HEAD.match(text, noun.end)):
        return True
    if text.startswith((" ", "-"), noun.end) and noun.end + 1 in armoury.nouns:
        # The noun only describes another: "missile frigates".
        return True
    before = _WORD_BEFORE.search(text, max(passage.start, noun.start - 16), noun.start)
    return before is not None and before[1].lower() in words_of("not_weapons_before") and is_doubtful(noun)


def _counts_other(armoury: Armoury, noun: Noun) -> bool:
    """Whether a noun only counts the ammunition behind it: "7,500 rounds of 155 mm ammunition"."""
    written = armoury.page.text[noun.start : noun.end].lower()
    if written not in ("rounds", "shells") or not armoury.page.text.startswith(" of ", noun.end):
        return False
    near = range(noun.end + len(" of "), noun.end + _IS_REACH)
    other = next((armoury.nouns[at] for at in near if at in armoury.nouns), None)
    return (
        other is not None
        and other.singular.endswith(MASS_NOUNS)
        and _COUNTS_OTHER.fullmatch(armoury.page.text, noun.end, other.start) is not None
    )


def _arm(armoury: Armoury, passage: Passage, noun: Noun) -> Arm:
    assert noun.weapon_class is not None
    text = armoury.page.text
    calibre = None
    if not text[noun.start].isdigit():
        calibre = calibre_before(text, max(passage.start, noun.start - 24), noun.start)
    start = noun.start if calibre is None else calibre.start()
    other = _OTHER_CALIBRE.search(text, max(passage.start, start - _CALIBRE_REACH), start) if calibre else None
    if other is not None:
        start = other.start()
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


# What a noun stands for


class _Named:
    """The weapons with a name, by what they are called; only the first few of each sort, which is enough."""

    def __init__(self, armoury: Armoury) -> None:
        self._by_head: dict[str, dict[str, Arm]] = {}
        self._known: dict[tuple[str, str], list[Arm]] = {}
        self._by_category: dict[str, dict[str, Arm]] = {}
        self._in_order = sorted(armoury.arms, key=lambda arm: arm.start)
        self._starts = [arm.start for arm in self._in_order]
        self._first_of_unit: dict[CountingUnit | None, int] = {}
        for arm in self._in_order:
            kind = armoury.lexicon.classes.get(arm.weapon.category) if arm.weapon is not None else arm.weapon_class
            if kind is not None and kind.unit in _UNITS:
                self._first_of_unit.setdefault(kind.unit, arm.start)
            for category in _categories(arm):
                for known in (
                    self._by_head.setdefault(category.split()[-1], {}),
                    self._by_category.setdefault(category, {}),
                ):
                    if len(known) < _MOST_REFERENTS:
                        known.setdefault(arm.key, arm)

    def says(self, armoury: Armoury, arm: Arm) -> bool:
        """Whether a sentence says of a weapon that it is one of a class: "Storm Shadows are long-range cruise missiles"."""
        number = bisect_left(self._starts, arm.start)
        last = self._in_order[number - 1] if number else None
        if last is None or last.passage is not arm.passage or arm.start - last.end > _IS_REACH:
            return False
        return _IS_A.fullmatch(armoury.page.text, last.end, arm.start) is not None and _same_head(last, arm)

    def has_kin(self, arm: Arm) -> bool:
        """Whether a weapon with a name before is counted as the same thing: a tank and an armoured vehicle."""
        assert arm.weapon_class is not None
        return self._first_of_unit.get(arm.weapon_class.unit, arm.start) < arm.start

    def called(self, noun: Noun) -> list[Arm]:
        """The weapons that a noun may stand for, in the order of their first mention.

        Those whose class has all words of the noun ("launcher" for a rocket launcher), and those of the classes that the
        data file says it stands for ("warship" for a frigate).
        """
        assert noun.weapon_class is not None
        key = (noun.singular, noun.weapon_class.singular)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._called(noun)
        return known

    def _called(self, noun: Noun) -> list[Arm]:
        assert noun.weapon_class is not None
        words = set(noun.singular.split())
        alike = self._by_head.get(noun.singular.split()[-1], {}).items()
        found = {key: arm for key, arm in alike if any(words <= set(category.split()) for category in _categories(arm))}
        others = read_words_of("weapons")["stands_for"]
        for category in (noun.weapon_class.singular, *others.get(noun.weapon_class.singular, ())):
            found |= self._by_category.get(category, {})
        return sorted(found.values(), key=lambda arm: arm.start)


def _categories(arm: Arm) -> list[str]:
    """What a weapon is called in the text and in the catalogue."""
    categories = [arm.category] if arm.category else []
    known = arm.weapon.category if arm.weapon is not None else None
    if known and known not in categories:
        categories.append(known)
    stated = arm.weapon_class.singular if arm.weapon_class is not None else None
    if stated and stated not in categories:
        categories.append(stated)
    return categories


def _same_head(one: Arm, other: Arm) -> bool:
    """Whether two are called by one noun: a missile and a cruise missile."""
    heads = {category.split()[-1] for category in _categories(one)}
    return other.category is not None and other.category.split()[-1] in heads


def _resolve(armoury: Armoury, found: list[tuple[Arm, Noun]], named: _Named) -> None:
    """Say of each class noun whether it stands for a named weapon, and else whether it is an item."""
    # Several are never one ship: "six patrol vessels".
    called = [[other for other in named.called(noun) if not (other.single and noun.plural)] for _, noun in found]
    for number, (arm, noun) in enumerate(found):
        if named.says(armoury, arm):
            armoury.arms.append(arm)
            continue
        referents = called[number]
        referent, definite = None, False
        if referents and not _is_in_mixed_list(armoury, found, called, number) and not _is_new(armoury, arm, noun):
            if not _points_back(armoury, arm, noun):
                armoury.arms.append(arm)
                continue
            referent = _referent(armoury, arm, referents)
            floor = max(arm.passage.start, arm.start - 40)
            definite = _DEFINITE.search(armoury.page.text, floor, arm.start) is not None
        if not referents:
            definite = (
                noun.plural and named.has_kin(arm) and _DIRECT.search(armoury.page.text, *_just_before(arm)) is not None
            )
        if referent is not None:
            arm.stand_for(referent)
        elif not definite:
            last = _last_of_list(armoury, found, number)
            arm.item = not is_no_good(armoury.page.text, arm, last) and (
                is_item(armoury, arm, noun, last) or _is_entry(armoury, found, number)
            )
        armoury.arms.append(arm)


def _leave_to_others(armoury: Armoury, classes: list[Arm]) -> None:
    """Make those no items that only speak at large of others: in a headline, or wide and without a count."""
    text = armoury.page.text
    items = [arm for arm in classes if arm.item]
    if not items:
        return
    counts = Counter(unit for arm in items if (unit := _unit(arm)) is not None)
    counts += Counter({unit for arm in armoury.arms if arm.form == "name" and (unit := _unit(arm)) is not None})
    in_body = {
        word
        for arm in (*items, *armoury.arms)
        if not _is_headline(arm) and arm.form != "short" and (arm.item or arm.form == "name")
        for category in _categories(arm)
        for word in category.split()
    }
    for arm in items:
        counted = is_counted(text, max(arm.passage.start, arm.start - NEAR), arm.start)
        if counted or not arm.plural or arm.category is None:
            continue
        if _is_headline(arm):
            arm.item = arm.category.split()[-1] not in in_body
        elif not words_of("wide").isdisjoint(_categories(arm)) or arm.category.endswith("vessel"):
            unit = _unit(arm)
            arm.item = unit is None or unit not in _UNITS or counts[unit] <= 1


def _unit(arm: Arm) -> CountingUnit | None:
    return arm.weapon_class.unit if arm.weapon_class is not None else None


def _is_headline(arm: Arm) -> bool:
    return arm.passage.kind is BlockKind.TITLE


def _is_new(armoury: Armoury, arm: Arm, noun: Noun) -> bool:
    """Whether the article says that a thing has not been spoken of: "a corvette", "another submarine"."""
    floor = max(arm.passage.start, arm.start - 40)
    return not noun.plural and ONE.search(armoury.page.text, floor, arm.start) is not None


def _just_before(arm: Arm) -> tuple[int, int]:
    return max(arm.passage.start, arm.start - len(" those ")), arm.start


def _last_of_list(armoury: Armoury, found: list[tuple[Arm, Noun]], number: int) -> Arm:
    """The last noun of the list that a noun stands in, the noun itself if there is no list."""
    text = armoury.page.text
    last = found[number][0]
    for following, _ in found[number + 1 : number + _MOST_REFERENTS]:
        if not _LISTED.fullmatch(text, last.end, following.start):
            break
        last = following
    return last


def _is_entry(armoury: Armoury, found: list[tuple[Arm, Noun]], number: int) -> bool:
    """Whether a noun is counted as an entry of a list: "38 tanks, 55 armoured vehicles, four aircraft"."""
    text, arm = armoury.page.text, found[number][0]
    if not _NUMBERED.search(text, max(arm.passage.start, arm.start - NEAR), arm.start):
        return False
    is_entry = arm.passage.kind is BlockKind.LIST_ITEM or arm.passage.cell is not None
    if is_entry and _ENTRY.fullmatch(text, arm.passage.start, arm.start):
        return _ENTRY_END.match(text, arm.end, arm.passage.end) is not None
    length = 1
    for step in (-1, 1):
        at = number
        while 0 <= at + step < len(found) and length < _FEWEST_ENTRIES:
            first, second = sorted((found[at][0], found[at + step][0]), key=lambda arm: arm.start)
            joined = _LISTED.fullmatch(text, first.end, second.start) is not None
            if not joined or not _NUMBERED.search(text, max(first.passage.start, first.start - NEAR), first.start):
                break
            if not _NUMBERED.search(text, first.end, second.start):
                break
            at, length = at + step, length + 1
    return length >= _FEWEST_ENTRIES


def _is_in_mixed_list(armoury: Armoury, found: list[tuple[Arm, Noun]], called: list[list[Arm]], number: int) -> bool:
    """Whether a noun stands in a list with one that names nothing: then the list is one of classes."""
    text = armoury.page.text
    for step in (-1, 1):
        for at in range(number, number + step * _MOST_REFERENTS, step):
            if not 0 <= at + step < len(found):
                break
            first, second = sorted((found[at][0], found[at + step][0]), key=lambda arm: arm.start)
            if not _LISTED.fullmatch(text, first.end, second.start):
                break
            if not called[at + step]:
                return True
    return False


def _points_back(armoury: Armoury, arm: Arm, noun: Noun) -> bool:
    """Whether a noun speaks of certain weapons: "the howitzers", "its jets", "54 howitzers", "Hanwha's guns"."""
    if noun.singular in MASS_NOUNS:
        return False
    text = armoury.page.text
    floor = max(arm.passage.start, arm.start - 40)
    return _DEFINITE.search(text, floor, arm.start) is not None or is_counted(text, floor, arm.start)


def _referent(armoury: Armoury, arm: Arm, referents: list[Arm]) -> Arm | None:
    """The one weapon that is meant: of one family, the nearest before the noun, or else the first behind it."""
    catalogue = armoury.lexicon.catalogue
    before = [other for other in referents if other.start < arm.start]
    near = [other for other in before if arm.passage.block - other.passage.block <= 1]
    candidates = near or before or referents
    families = {catalogue.family(other.weapon.id).id if other.weapon else other.key for other in candidates}
    if len(families) > 1:
        return None
    root = f"weapon:{next(iter(families))}"
    return next((other for other in candidates if other.key == root), candidates[-1 if before else 0])
