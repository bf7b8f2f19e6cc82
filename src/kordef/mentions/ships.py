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

_NAME = re.compile(
    r"['\"]?([A-Z][\w'-]*(?:\s(?:(?:am|an|the|de|of|el|la|le|von|van|der|y|du|des)\s){0,2}(?:[A-Z][\w'-]*|[IVX]+))*)['\"]?"
)
_CAPITAL = re.compile(r"[A-Z][\w'-]*")
_LETTERS = re.compile(r"[A-Za-z]+")
_NEXT = re.compile(r"(?:,\s+|,?\s+and\s+)(?:the\s+)?")
_CLASS = re.compile(r"[A-Z][\w'-]*?(?:\s(?:(?:the|of|de)\s)?[A-Z][\w'-]*?){0,3}\Z")
_APPOSED = re.compile(r",\s+(?:a|an|the|its|one\sof\sits)\s")
_QUOTES = ("'", '"')
_GENERIC = frozenset({"ship", "vessel", "warship"})
_NO_STATE = (SpellingRole.NAME, SpellingRole.ADJECTIVE, SpellingRole.DEMONYM, SpellingRole.SHORT_FORM)
_MOST_WORDS = 5
_MOST_NAMESAKES = 16
_NEAR = 32
_REACH = 60


def ships_in(armoury: Armoury, passage: Passage) -> None:
    """Add the ships that a passage names behind a noun ("the frigate Bayern") or a prefix ("HMS Spey")."""
    done = passage.start
    for hit in passage.hits:
        if hit.start < done:
            continue
        noun = armoury.nouns.get(hit.start)
        if _is_prefix(hit):
            done = _prefixed(armoury, passage, hit, None) or done
        elif noun is not None and noun.ship and not hit.capital and not passage.capitalised:
            following = passage.hit_at.get(hit.end + 1)
            if following is not None and _is_prefix(following):
                done = _prefixed(armoury, passage, following, noun) or done
            elif armoury.page.text.startswith(" ", hit.end):
                done = _behind_noun(armoury, passage, noun) or done
    _classes_of_ships(armoury, passage)


def _is_prefix(hit: Hit) -> bool:
    return any(name.sort is Sort.WORD and name.thing == "prefix" for name in hit.names)


def _prefixed(armoury: Armoury, passage: Passage, prefix: Hit, noun: Noun | None) -> int:
    """Where a ship's name stops that begins with a prefix; 0 if there is none."""
    text = armoury.page.text
    if noun is None and text[prefix.start : prefix.end] in words_of("doubtful_prefixes"):
        return 0
    stop = _name_end(armoury, passage, prefix.end + 1) if text.startswith(" ", prefix.end) else 0
    if stop:
        _add(armoury, passage, (prefix.start, stop), noun)
    return stop


def _behind_noun(armoury: Armoury, passage: Passage, noun: Noun) -> int:
    """Where the name or the list of names behind a noun stops; 0 if there is none."""
    text = armoury.page.text
    before = text[max(passage.start, noun.start - _NEAR) : noun.start].rsplit(maxsplit=1)[-1:]
    if before and before[0].lower() in words_of("not_weapons_before"):
        return 0
    position, done = noun.end + 1, 0
    while end := _name_end(armoury, passage, position):
        quoted = text.startswith(_QUOTES, position)
        _add(armoury, passage, (position + quoted, end - quoted), noun)
        done = end
        joint = _NEXT.match(text, end, passage.end) if noun.plural else None
        if joint is None:
            break
        position = joint.end()
    return done


def _name_end(armoury: Armoury, passage: Passage, position: int) -> int:
    """Where a ship's name stops that begins at a position, quotation marks included; 0 if there is no name."""
    text = armoury.page.text
    match = _NAME.match(text, position, min(passage.end, position + _REACH))
    if match is None:
        return 0
    begin = end = match.start(1)
    for number, part in enumerate(_CAPITAL.finditer(text, begin, match.end(1))):
        word = part[0].removesuffix("'s").rstrip("'")
        hit = passage.hit_at.get(part.start())
        if number == _MOST_WORDS or word.lower() in ORDINARY or len(word) < 2 or (hit is not None and _is_claimed(hit)):
            break
        end = part.start() + len(word)
    quoted = begin > position
    if end == begin or text.startswith("-class", end) or (quoted and not text.startswith(_QUOTES, end)):
        return 0
    return end + quoted


def _is_claimed(hit: Hit) -> bool:
    """Whether a hit is a state, a firm or the like and no part of a ship's name; places and persons may be."""
    return any(
        name.sort in (Sort.COMPANY, Sort.ORGANISATION) or (name.sort is Sort.STATE and name.role in _NO_STATE)
        for name in hit.names
    )


def _add(armoury: Armoury, passage: Passage, core: tuple[int, int], noun: Noun | None) -> None:
    """Add a ship whose name is ``core``; the noun before it belongs to the mention unless it is shared by several."""
    name = armoury.page.text[core[0] : core[1]]
    arm = Arm(
        start=core[0] if noun is None or noun.plural else noun.start,
        end=core[1],
        passage=passage,
        key=key_of(name),
        name=armoury.page.raw[core[0] : core[1]],
        core=core,
        category="naval vessel",
        single=True,
        inferred=("Recognised as a ship by the noun or the prefix before its name.",),
    )
    noun = noun or _apposed(armoury, arm)
    if noun is not None:
        armoury.used.add(noun.start)
        arm.category_stated, arm.category_span, arm.weapon_class = True, (noun.start, noun.end), noun.weapon_class
        if noun.singular not in _GENERIC:
            arm.category = "aircraft carrier" if noun.singular == "carrier" else noun.singular
    armoury.arms.append(arm)
    armoury.ships.setdefault(name, arm)


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
        match = _CLASS.search(text, max(passage.start, position - _REACH), position)
        noun = next(
            (armoury.nouns[at] for at in range(end, min(end + _REACH, passage.end)) if at in armoury.nouns), None
        )
        if match is not None and noun is not None and beside(armoury.page, end, noun.start):
            start = match.start()
            first, _, rest = match[0].partition(" ")
            if rest and first.lower() in ORDINARY:
                start = text.index(" ", start) + 1
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
                if definite or " " in name or start not in passage.hit_at:
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
