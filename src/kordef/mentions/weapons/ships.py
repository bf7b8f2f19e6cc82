"""Ships with a name, and classes of ships that are called after one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kordef.catalogue import CountingUnit, SpellingRole
from kordef.mentions.names import Sort, fold
from kordef.mentions.runs import ORDINARY
from kordef.mentions.weapons.arms import Arm, Noun, beside, key_of, words_of
from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from kordef.mentions.names import Hit
    from kordef.mentions.passages import Passage
    from kordef.mentions.weapons.arms import Armoury

__all__ = ["HULL", "add_ship", "is_claimed", "known_ships", "name_end", "name_ships", "ships_in"]

_NAME = re.compile(
    r"['\"]?((?:[A-Z]\.\s)?[A-Z][\w'-]*(?:\s(?:(?:am|an|the|de|of|el|la|le|von|van|der|y|du|des)\s){0,2}(?:[A-Z]\.|[A-Z][\w'-]*|[IVX]+))*)['\"]?"
)
_CAPITAL = re.compile(r"[A-Z][\w'-]*")
_LETTERS = re.compile(r"[A-Za-z]+")
_NEXT = re.compile(r"(?:,\s+|,?\s+and\s+)(?:the\s+)?")
_CLASS = re.compile(r"[A-Z][\w'-]*?(?:\s(?:(?:the|of|de)\s)?[A-Z][\w'-]*?){0,3}\Z")
_APPOSED = re.compile(r",\s+(?:a|an|the|its|one\sof\sits)\s")
_REPORTS = re.compile(
    r",?\s+(?:reported|reports|said|says|quoted|cited|citing|wrote|writes|added|learned|journalists?|reporters?)\b|\)"
)
_TOLD = re.compile(r"\b(?:told|to|by|with|via|agency|newspaper|daily)\s\Z|\(\Z")
_QUOTES = ("'", '"')
# "ROKS Chungnam (FFG-828)": the letters say what kind of ship it is.
HULL = re.compile(r"\s\(((?:hull\s(?:number|no\.)\s)?([A-Z]{1,4})[ -]?\d{1,4})\)")
_SISTER = re.compile(r"\bsister(?:[ -]?ship)?s?,?\s(?:the\s)?\Z")
# "Daegu- and Chungnam-class frigates"
_SUSPENDED = re.compile(r"\b([A-Z][\w'-]*?(?:\s[A-Z][\w'-]*?){0,2})-(?:,|,?\s(?:and|or)|\s/)\s\Z")
# "HMAS Stirling, the naval base near Perth": bases on shore have names like those of ships.
_SHORE = re.compile(
    r"(?:,\s(?:the|a|an|its|their)(?:\s[\w'-]+){0,4}?|(?:\snaval)?)\s(?:bases?|stations?|establishment|dockyard|shipyard|barracks)\b"
)
_MEDIA = ActorKind.MEDIA
_GENERIC = frozenset({"ship", "vessel", "warship", "boat"})
_NO_STATE = (SpellingRole.NAME, SpellingRole.ADJECTIVE, SpellingRole.DEMONYM, SpellingRole.SHORT_FORM)
_LISTS_SHIPS = (" and ", ", ", ", and ")
_MOST_WORDS = 5
_MOST_NAMESAKES = 16
_NEAR = 32
_REACH = 60

_SAID_TO_BE = re.compile(r"(?: is| was|,) (?:a|an|the|its) ")
_REACH_OF_NOUN = 40
_NUMBER_OF_PAPER = re.compile(r" (?:RF[PQI]|ITT|ITB|IFB)-?[0-9]")
"""The number of an invitation to bid, behind "tender" no ship: "tender RFP-88"."""


def ships_in(armoury: Armoury, passage: Passage) -> None:
    """Add the ships that a passage names behind a noun ("the frigate Bayern") or a prefix ("HMS Spey")."""
    done = passage.start
    for hit in passage.arms:
        if hit.start < done:
            continue
        noun = armoury.nouns.get(hit.start) or _noun_within(armoury, hit)
        if _is_prefix(hit):
            done = _prefixed(armoury, passage, hit, None) or done
        elif noun is not None and noun.ship and not noun.capital and not passage.capitalised:
            following = passage.hit_at.get(hit.end + 1)
            if following is not None and _is_prefix(following):
                done = _prefixed(armoury, passage, following, noun) or done
            elif armoury.page.text.startswith(" ", hit.end) and not _NUMBER_OF_PAPER.match(armoury.page.text, hit.end):
                done = _behind_noun(armoury, passage, noun) or done
    _classes_of_ships(armoury, passage)


def _noun_within(armoury: Armoury, hit: Hit) -> Noun | None:
    """The noun of several ships that the catalogue's name of their class ends in: "the Type 26 frigates Glasgow and Cardiff"."""
    if armoury.page.text[hit.end - 1] != "s":
        return None
    first, _, word = armoury.page.text[hit.start : hit.end].rpartition(" ")
    kind = armoury.lexicon.classes.get(word.removesuffix("s"))
    if not first or kind is None or kind.unit is not CountingUnit.SHIP:
        return None
    start = hit.end - len(word)
    return Noun(start=start, end=hit.end, singular=kind.singular, plural=True, weapon_class=kind, ship=True)


def _is_prefix(hit: Hit) -> bool:
    return hit.names[-1].sort is Sort.WORD and any(name.thing == "prefix" for name in hit.names)


def _prefixed(armoury: Armoury, passage: Passage, prefix: Hit, noun: Noun | None) -> int:
    """Where a ship's name stops that begins with a prefix; 0 if there is none."""
    text = armoury.page.text
    stop = name_end(armoury, passage, prefix.end + 1) if text.startswith(" ", prefix.end) else 0
    is_doubtful = noun is None and text[prefix.start : prefix.end] in words_of("doubtful_prefixes")
    if is_doubtful and not (
        HULL.match(text, stop) or _has_flag(passage, text, stop) or _is_called_ship(armoury, passage, stop)
    ):
        return 0
    if stop and _SHORE.match(text, stop, passage.end):
        return 0
    if stop:
        noun = noun or _noun_ahead(armoury, passage, prefix.start) or _noun_behind(armoury, stop)
        last = armoury.arms[-1] if armoury.arms else None
        add_ship(armoury, passage, (prefix.start, stop), noun)
        ship = armoury.arms[-1]
        listed = (
            last is not None
            and last.single
            and last.passage is passage
            and text[last.end : prefix.start] in _LISTS_SHIPS
        )
        if last is not None and listed and ship.category == "naval vessel":
            # "Two corvettes, KRI Diponegoro and KRI Hasanuddin"
            ship.category, ship.weapon_class = last.category, last.weapon_class
    return stop


def _has_flag(passage: Passage, text: str, stop: int) -> bool:
    """Whether a state alone stands in brackets behind a name: "FS Prairial (France)"."""
    flag = passage.hit_at.get(stop + 2) if text.startswith(" (", stop) else None
    state = flag.of(Sort.STATE) if flag is not None and text.startswith(")", flag.end) else None
    return state is not None and state.role in _NO_STATE


def _is_called_ship(armoury: Armoury, passage: Passage, stop: int) -> bool:
    """Whether a name is said to be a ship behind it: "ARM Reformador is a Sigma-class frigate", "RSS Steadfast, a frigate"."""
    said = _SAID_TO_BE.match(armoury.page.text, stop, passage.end)
    if said is None:
        return False
    ends = min(said.end() + _REACH_OF_NOUN, passage.end)
    nouns = (armoury.nouns.get(at) for at in range(said.end(), ends) if armoury.page.text[at - 1] == " ")
    return any(noun is not None and noun.ship and not noun.plural for noun in nouns)


def _noun_ahead(armoury: Armoury, passage: Passage, start: int) -> Noun | None:
    """The noun of "a Polish corvette, ORP Slazak", "two corvettes, KRI Diponegoro and KRI Hasanuddin"."""
    before = passage.hit_before(start)
    noun = armoury.nouns.get(before.start) if before is not None else None
    if noun is None or not noun.ship:
        return None
    between = armoury.page.text[noun.end : start]
    return noun if between == ", " or (between == ", the " and not noun.plural) else None


def _noun_behind(armoury: Armoury, stop: int) -> Noun | None:
    """The noun of "the TCG Kinaliada corvette"."""
    noun = armoury.nouns.get(stop + 1) if armoury.page.text.startswith(" ", stop) else None
    return noun if noun is not None and noun.ship and not noun.plural else None


def _behind_noun(armoury: Armoury, passage: Passage, noun: Noun) -> int:
    """Where the name or the list of names behind a noun stops; 0 if there is none."""
    text = armoury.page.text
    before = text[max(passage.start, noun.start - _NEAR) : noun.start].rsplit(maxsplit=1)[-1:]
    if before and before[0].lower() in words_of("not_weapons_before"):
        return 0
    position, done = noun.end + 1, 0
    while end := name_end(armoury, passage, position):
        quoted = text.startswith(_QUOTES, position)
        add_ship(armoury, passage, (position + quoted, end - quoted), noun)
        done = end
        joint = _NEXT.match(text, end, passage.end) if noun.plural else None
        if joint is None:
            break
        position = joint.end()
    return done


def name_end(armoury: Armoury, passage: Passage, position: int) -> int:
    """Where a ship's name stops that begins at a position, quotation marks included; 0 if there is no name."""
    text = armoury.page.text
    match = _NAME.match(text, position, min(passage.end, position + _REACH))
    if match is None:
        return 0
    begin = end = match.start(1)
    for number, part in enumerate(_CAPITAL.finditer(text, begin, match.end(1))):
        word = part[0].removesuffix("'s").rstrip("'")
        hit = passage.hit_at.get(part.start())
        if len(word) == 1 and (number or position == begin) and text.startswith(". ", part.end()):
            # "Gerald R. Ford"
            continue
        if number and text.startswith("Public Affairs", part.start()):
            break
        if number == _MOST_WORDS or word.lower() in ORDINARY or len(word) < 2 or (hit is not None and is_claimed(hit)):
            break
        end = part.start() + len(word)
    quoted = begin > position
    if end == begin or text.startswith("-class", end) or (quoted and not text.startswith(_QUOTES, end)):
        return 0
    return end + quoted


def is_claimed(hit: Hit) -> bool:
    """Whether a hit is a state, a firm or the like and no part of a ship's name; places, persons and newspapers may be."""
    return any(
        name.sort is Sort.COMPANY
        or (name.sort is Sort.ORGANISATION and name.thing.kind is not _MEDIA)
        or (name.sort is Sort.STATE and name.role in _NO_STATE)
        for name in hit.names
    )


def add_ship(armoury: Armoury, passage: Passage, core: tuple[int, int], noun: Noun | None) -> None:
    """Add a ship whose name is ``core``; the noun before it belongs to the mention unless it is shared by several."""
    name = armoury.page.text[core[0] : core[1]]
    arm = Arm(
        start=core[0] if noun is None or noun.plural or noun.start > core[0] else noun.start,
        end=core[1],
        passage=passage,
        key=key_of(name),
        name=armoury.page.raw[core[0] : core[1]],
        core=core,
        category="naval vessel",
        single=True,
        inferred=("Recognised as a ship by the noun or the prefix before its name.",),
    )
    apposed = None if noun is not None else _apposed(armoury, arm)
    noun = noun or apposed
    if noun is not None:
        if apposed is None or not apposed.plural:
            # "The third of the six corvettes that Manila ordered": the noun is that of the others too.
            armoury.used.add(noun.start)
        arm.category_stated, arm.category_span, arm.weapon_class = True, (noun.start, noun.end), noun.weapon_class
        if noun.singular not in _GENERIC:
            arm.category = "aircraft carrier" if noun.singular == "carrier" else noun.singular
    _learn_kind(armoury, arm)
    armoury.arms.append(arm)
    armoury.ships.setdefault(name, arm)


@cache
def known_ships() -> dict[str, str]:
    """The kinds of the ships that the data file knows, by their folded names."""
    return {fold(name): kind for kind, names in read_words_of("weapons")["known_ships"].items() for name in names}


def _learn_kind(armoury: Armoury, ship: Arm) -> None:
    """What kind of ship it is by its hull number, by the class that is called after it, or by the sister named before."""
    text = armoury.page.text
    is_vague = ship.category == "naval vessel"
    hull = HULL.match(text, ship.end, ship.passage.end)
    if hull is not None:
        ship.designation, ship.end = hull[1], hull.end()
        kind = read_words_of("weapons")["hulls"].get(hull[2])
        if is_vague and kind is not None:
            ship.category = kind
    prefix, _, rest = ship.name.partition(" ")
    name = rest if rest and prefix in words_of("ship_prefixes") else ship.name
    if ship.category == "naval vessel":
        ship.category = known_ships().get(fold(name), ship.category)
    lead = armoury.lexicon.catalogue.find_weapon(f"{name} class")
    if lead is not None:
        ship.weapon = lead
    elif armoury.arms and _SISTER.search(text, max(ship.passage.start, ship.start - _NEAR), ship.start):
        known = [arm for arm in armoury.arms[-_MOST_NAMESAKES:] if arm.single and arm.passage is ship.passage]
        sister = max((arm for arm in known if arm.start < ship.start), key=lambda arm: arm.start, default=None)
        if sister is not None:
            ship.weapon = sister.weapon
            if is_vague and sister.weapon is None:
                ship.category, ship.weapon_class = sister.category, sister.weapon_class
    if ship.weapon is not None and ship.category == "naval vessel":
        ship.category = ship.weapon.category


def _apposed(armoury: Armoury, arm: Arm) -> Noun | None:
    """The noun of "HMS Spey, a patrol ship"."""
    text = armoury.page.text
    behind = _APPOSED.match(text, arm.end, arm.passage.end)
    if behind is None:
        return None
    for at in range(behind.end(), min(behind.end() + _NEAR, arm.passage.end)):
        noun = armoury.nouns.get(at)
        if noun is not None and noun.ship:
            return noun
        if text[at] in ",.;:()":
            break
    return None


def _classes_of_ships(armoury: Armoury, passage: Passage) -> None:
    """ "Sejong the Great-class destroyers": a class called after its first ship."""
    text = armoury.page.text
    position = text.find("-class", passage.start, passage.end)
    while position >= 0:
        end = position + len("-class")
        _suspended(armoury, passage, position)
        if _is_catalogued(passage, position):
            position = text.find("-class", end, passage.end)
            continue
        match = _CLASS.search(text, max(passage.start, position - _REACH), position)
        noun = next(
            (armoury.nouns[at] for at in range(end, min(end + _REACH, passage.end)) if at in armoury.nouns), None
        )
        if match is not None and noun is not None and beside(armoury.page, end, noun.start):
            start = _start_of_name(passage, text, match.start(), position)
            name = armoury.page.raw[start:end]
            armoury.used.add(noun.start)
            armoury.arms.append(
                Arm(
                    start=start,
                    end=noun.end,
                    passage=passage,
                    key=key_of(text[start:end]),
                    name=name,
                    core=(start, end),
                    designation=name,
                    category=noun.singular,
                    category_stated=True,
                    category_span=(noun.start, noun.end),
                    weapon_class=noun.weapon_class,
                    plural=noun.plural,
                    inferred=("Recognised as a class of ships by its form.",),
                )
            )
        position = text.find("-class", end, passage.end)


def _start_of_name(passage: Passage, text: str, start: int, end: int) -> int:
    """Where the name of a class begins behind words that are none of it: "A Finnish Hamina-class boat"."""
    while (blank := text.find(" ", start, end)) >= 0:
        word, owner = text[start:blank], passage.hit_at.get(start)
        if word.lower() not in ORDINARY and not word.endswith("'s") and (owner is None or not is_claimed(owner)):
            break
        start = blank + 1
    return start


def _is_catalogued(passage: Passage, position: int) -> bool:
    """Whether a class of ships that the catalogue knows stands at a position; it is found with the designations."""
    hit = passage.hit_before(position)
    return hit is not None and hit.end > position and hit.of(Sort.WEAPON) is not None


def _suspended(armoury: Armoury, passage: Passage, position: int) -> None:
    """The class whose name ends in a hyphen before another: "Daegu- and Chungnam-class frigates"."""
    text = armoury.page.text
    own = _CLASS.search(text, max(passage.start, position - _REACH), position)
    if own is None:
        return
    match = _SUSPENDED.search(text, max(passage.start, own.start() - _REACH), own.start())
    if match is None:
        return
    begin, stop = _start_of_name(passage, text, *match.span(1)), match.end(1)
    end = position + len("-class")
    noun = next((armoury.nouns[at] for at in range(end, min(end + _NEAR, passage.end)) if at in armoury.nouns), None)
    if noun is not None and not beside(armoury.page, end, noun.start):
        noun = None
    known = armoury.lexicon.catalogue.find_weapon(f"{text[begin:stop]} class")
    if known is None and noun is None:
        return
    name = f"{armoury.page.raw[begin:stop]}-class"
    armoury.arms.append(
        Arm(
            start=begin,
            end=stop,
            passage=passage,
            key=f"weapon:{known.id}" if known else key_of(f"{text[begin:stop]}-class"),
            name=known.full_name if known else name,
            core=(begin, stop),
            designation=known.designation if known else name,
            category=noun.singular if noun and noun.weapon_class else known.category if known else "naval vessel",
            category_stated=noun is not None,
            category_span=(noun.start, noun.end) if noun else None,
            weapon=known,
            weapon_class=noun.weapon_class if noun else None,
            inferred=("Recognised as a class of ships by its form.",),
        )
    )


def name_ships(armoury: Armoury) -> None:
    """Add the later mentions of ships: by the whole name, or without the prefix."""
    if not armoury.ships:
        return
    text = armoury.page.text
    bare = {name.partition(" ")[2] for name in armoury.ships if name.partition(" ")[0] in words_of("ship_prefixes")}
    # "USS Patriot [...] Patriot hosted": without a noun of its own the weapon of that name is the ship.
    armoury.arms[:] = [
        arm for arm in armoury.arms if arm.category_stated or arm.single or text[slice(*arm.core)] not in bare
    ]
    taken = {position for arm in armoury.arms for position in (arm.start, arm.core[0])}
    namesakes = _by_first_word(armoury)
    for passage in armoury.page.passages:
        starts = sorted({*passage.capital_at, *(hit.start for hit in passage.hits if hit.capital)})
        for start in starts:
            word = _LETTERS.match(text, start, passage.end)
            for name, ship in namesakes.get(word[0], ()) if word and start not in taken else ():
                end = start + len(name)
                if not text.startswith(name, start) or text[end : end + 1].isalnum() or text.startswith("-class", end):
                    continue
                definite = text.endswith(("the ", "The "), passage.start, start)
                if definite or " " in name or start not in passage.hit_at or not _reports(text, passage, start, end):
                    armoury.arms.append(
                        Arm(
                            start=start,
                            end=end,
                            passage=passage,
                            key=ship.key,
                            name=ship.name,
                            core=(start, end),
                            category=ship.category,
                            weapon_class=ship.weapon_class,
                            single=True,
                            inferred=ship.inferred,
                        )
                    )
                    break


def _reports(text: str, passage: Passage, start: int, end: int) -> bool:
    """Whether what may be a newspaper or an agency speaks here, or is no such thing: the ship Anadolu does not report."""
    if not all(name.sort is Sort.ORGANISATION and name.thing.kind is _MEDIA for name in passage.hit_at[start].names):
        return True
    told = _TOLD.search(text, max(passage.start, start - _NEAR), start)
    return told is not None or _REPORTS.match(text, end, passage.end) is not None


def _by_first_word(armoury: Armoury) -> dict[str, list[tuple[str, Arm]]]:
    """The ships by the first word of their names, with and without a prefix."""
    names: dict[str, list[tuple[str, Arm]]] = {}
    for name, ship in armoury.ships.items():
        prefix, _, rest = name.partition(" ")
        for text in (name, rest) if rest and prefix in words_of("ship_prefixes") else (name,):
            word = _LETTERS.match(text)
            known = names.setdefault(word[0] if word else text, [])
            if len(known) < _MOST_NAMESAKES:
                known.append((text, ship))
    return names
