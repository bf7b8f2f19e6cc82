"""Ships with a name, and classes of ships that are called after one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kordef.catalogue import SpellingRole
from kordef.mentions.arms import Arm, beside, key_of, words_of
from kordef.mentions.names import Sort
from kordef.mentions.runs import ORDINARY

if TYPE_CHECKING:
    from kordef.mentions.arms import Armoury, Noun
    from kordef.mentions.names import Hit
    from kordef.mentions.passages import Passage

__all__ = ["name_ships", "ships_in"]

_NAME = re.compile(r"['\"]?([A-Z][\w'-]*(?:\s(?:(?:am|an|the|de|of|el|la|le|von|van|der|y|du|des)\s){0,2}(?:[A-Z][\w'-]*|[IVX]+))*)['\"]?")
_NEXT = re.compile(r"(?:,\s+|,?\s+and\s+)(?:the\s+)?")
_CLASS = re.compile(r"[A-Z][\w'-]*?(?:\s(?:(?:the|of|de)\s)?[A-Z][\w'-]*?){0,3}\Z")
_APPOSED = re.compile(r",\s+(?:a|an|the|its|one\sof\sits)\s")
_NEAR = 32
_GENERIC = frozenset({"ship", "vessel", "warship"})
_VESSEL = "naval vessel"
_NO_STATE = frozenset({SpellingRole.NAME, SpellingRole.ADJECTIVE, SpellingRole.DEMONYM, SpellingRole.SHORT_FORM})
_MOST_WORDS = 5
_REACH = 60


def ships_in(armoury: Armoury, passage: Passage) -> None:
    """Add the ships that a passage names behind a noun ("the frigate Bayern") or a prefix ("HMS Spey")."""
    text = armoury.page.text
    done = passage.start
    for hit in passage.hits:
        if hit.start < done:
            continue
        word = hit.of(Sort.WORD)
        if word is not None and word.thing == "prefix":
            done = _prefixed(armoury, passage, hit.start, hit.end, None) or done
            continue
        noun = armoury.nouns.get(hit.start)
        if passage.capitalised or noun is None or hit.capital or not noun.ship or text[hit.end : hit.end + 1] != " ":
            continue
        following = passage.hit_at.get(hit.end + 1)
        prefix = following.of(Sort.WORD) if following is not None else None
        if following is not None and prefix is not None and prefix.thing == "prefix":
            done = _prefixed(armoury, passage, following.start, following.end, noun) or done
            continue
        done = _behind_noun(armoury, passage, noun) or done
    _classes_of_ships(armoury, passage)


def _prefixed(armoury: Armoury, passage: Passage, start: int, end: int, noun: Noun | None) -> int:
    text = armoury.page.text
    prefix = text[start:end]
    if text[end : end + 1] != " " or (prefix in words_of("doubtful_prefixes") and noun is None):
        return 0
    stop = _name_end(armoury, passage, end + 1)
    if not stop:
        return 0
    name = armoury.page.raw[start:stop]
    _add(armoury, passage, start if noun is None else noun.start, (start, stop), name, noun)
    return stop


def _behind_noun(armoury: Armoury, passage: Passage, noun: Noun) -> int:
    """The name or the list of names behind a noun; 0 if there is none."""
    text = armoury.page.text
    position = noun.end + 1
    done = 0
    start = noun.start
    while True:
        quoted = text[position : position + 1] in ("'", '"')
        end = _name_end(armoury, passage, position)
        if not end:
            return done
        begin = position + 1 if quoted else position
        name = armoury.page.raw[begin : end - 1 if quoted and text[end - 1] in "'\"" else end]
        _add(armoury, passage, start, (begin, begin + len(name)), name, noun)
        done = end
        if not noun.plural:
            return done
        joint = _NEXT.match(text, end, passage.end)
        if joint is None:
            return done
        position = start = joint.end()


def _name_end(armoury: Armoury, passage: Passage, position: int) -> int:
    """Where a ship's name stops that begins at a position; 0 if there is no name."""
    text = armoury.page.text
    match = _NAME.match(text, position, min(passage.end, position + _REACH))
    if match is None:
        return 0
    end = match.start(1)
    for number, part in enumerate(re.finditer(r"[A-Z][\w'-]*", match[1])):
        at = match.start(1) + part.start()
        word = part[0].removesuffix("'s")
        hit = passage.hit_at.get(at)
        if number == _MOST_WORDS or word.lower() in ORDINARY or len(word) < 2 or (hit is not None and _is_claimed(hit)):
            break
        end = at + len(word)
    if end == match.start(1) or text.startswith("-class", end):
        return 0
    return end + 1 if match.start(1) > position and text[end : end + 1] in ("'", '"') else end


def _is_claimed(hit: Hit) -> bool:
    """Whether a hit is a state, a firm or the like and no part of a ship's name; places and persons may be."""
    names = hit.names
    if any(name.sort in (Sort.COMPANY, Sort.ORGANISATION) for name in names):
        return True
    return any(name.sort is Sort.STATE and name.role in _NO_STATE for name in names)


def _add(armoury: Armoury, passage: Passage, start: int, core: tuple[int, int], name: str, noun: Noun | None) -> None:
    text = armoury.page.text
    category = _VESSEL if noun is None or noun.singular in _GENERIC else "aircraft carrier" if noun.singular == "carrier" else noun.singular
    beside_it = noun is not None and start == noun.start and not noun.plural
    arm = Arm(
        start=start if beside_it else core[0],
        end=core[1],
        passage=passage,
        key=key_of(text[core[0] : core[1]]),
        name=name,
        core=core,
        category=category,
        category_stated=noun is not None,
        category_span=None if noun is None else (noun.start, noun.end),
        weapon_class=None if noun is None else noun.weapon_class,
        inferred=("Recognised as a ship by the noun or the prefix before its name.",),
    )
    if noun is not None:
        armoury.used.add(noun.start)
    else:
        _appose(armoury, arm)
    armoury.arms.append(arm)
    armoury.ships.setdefault(text[core[0] : core[1]], arm)


def _appose(armoury: Armoury, arm: Arm) -> None:
    """Take the noun from "HMS Spey, a patrol ship"."""
    behind = _APPOSED.match(armoury.page.text, arm.end, arm.passage.end)
    if behind is None:
        return
    for at in range(behind.end(), min(behind.end() + _NEAR, arm.passage.end)):
        noun = armoury.nouns.get(at)
        if noun is not None and noun.ship:
            arm.category = "aircraft carrier" if noun.singular == "carrier" else noun.singular
            arm.category_stated, arm.category_span, arm.weapon_class = True, (noun.start, noun.end), noun.weapon_class
            armoury.used.add(noun.start)
            return
        if armoury.page.text[at] in ",.;:()":
            return


def _classes_of_ships(armoury: Armoury, passage: Passage) -> None:
    """ "Sejong the Great-class destroyers": a class called after its first ship."""
    text = armoury.page.text
    position = text.find("-class", passage.start, passage.end)
    while position >= 0:
        match = _CLASS.search(text, max(passage.start, position - _REACH), position)
        end = position + len("-class")
        if match is not None and not text[end : end + 1].isalnum():
            start = match.start()
            while text[start : match.end()].split(maxsplit=1)[0].lower() in ORDINARY and " " in text[start : match.end()]:
                start = text.index(" ", start) + 1
            noun = next((armoury.nouns[at] for at in range(end, min(end + _REACH, passage.end)) if at in armoury.nouns), None)
            if noun is not None and beside(armoury.page, end, noun.start):
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


def name_ships(armoury: Armoury) -> None:
    """Add the later mentions of ships: by the whole name, or without the prefix."""
    if not armoury.ships:
        return
    text = armoury.page.text
    taken = {position for arm in armoury.arms for position in (arm.start, arm.core[0])}
    names: dict[str, list[tuple[str, Arm]]] = {}
    for name, arm in armoury.ships.items():
        first, _, rest = name.partition(" ")
        names.setdefault(re.split(r"[^A-Za-z]", first, maxsplit=1)[0], []).append((name, arm))
        if rest and first.isupper():
            names.setdefault(re.split(r"[^A-Za-z]", rest, maxsplit=1)[0], []).append((rest, arm))
    for passage in armoury.page.passages:
        starts = sorted({*passage.capital_at, *(hit.start for hit in passage.hits if hit.capital)})
        for start in starts:
            word = re.match(r"[A-Za-z]+", text[start : start + 30])
            for name, arm in names.get(word[0], ()) if word else ():
                end = start + len(name)
                if start in taken or not text.startswith(name, start) or text[end : end + 1].isalnum() or text.startswith("-class", end):
                    continue
                if text.endswith(("the ", "The "), passage.start, start) or " " in name or (start not in passage.hit_at):
                    armoury.arms.append(
                        Arm(start=start, end=end, passage=passage, key=arm.key, name=arm.name, core=(start, end), category=arm.category, weapon_class=arm.weapon_class, inferred=arm.inferred)
                    )
                    break
