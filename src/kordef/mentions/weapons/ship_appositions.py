"""Ships that only what stands beside their name shows: an apposition, a pennant number, a sister, an owner, a tonnage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from kordef.mentions.names import Sort
from kordef.mentions.runs import ORDINARY
from kordef.mentions.weapons.class_nouns import is_name
from kordef.mentions.weapons.ships import HULL, add_ship, is_claimed, known_ships, name_end
from kordef.mentions.word_files import read_words_of

if TYPE_CHECKING:
    from kordef.mentions.passages import Passage
    from kordef.mentions.weapons.arms import Arm, Armoury, Noun

__all__ = ["ships_beside"]

# "A visit by the Italian navy's Alpino ended; the frigate sailed": the noun comes with the next sentence.
_OF_NAVY = re.compile(r"\b(?:[Nn]avy|[Cc]oast\s[Gg]uard)'s\s(?=[A-Z])")
# Begins with a set of signs, for speed.
_OWNER = re.compile(r"[Tt'](?:(?<=\b[Tt])he|(?<=[a-z]')s)\s(?=[A-Z])")
# "the Jang Bogo, a 1,200-tonne boat"
_TONNAGE = re.compile(
    r"-ton(?:ne)?\s(?:[a-z-]+\s){0,3}?(?=(?:boat|ship|vessel|warship|frigate|destroyer|corvette|submarine|cutter)\b)"
)
_NAME_BEFORE_TONNAGE = re.compile(
    r"\b[Tt]he\s([A-Z][\w'-]*(?:\s[A-Z][\w'-]*){0,3}),\s+an?\s+(?:[a-z-]+\s){0,2}[\d,.]+\Z"
)
# "The lead ship, the Oostende,"
_NAMED_BEHIND = re.compile(r",\s(?:the\s)?(?=[A-Z])")
# "Peter Willemoes, another Danish frigate": up to the noun, at most two words
_NOUN_BEHIND = re.compile(r",\s(?:a|an|another|the|its|also\sa|one\sof\sits)\s(?:[\w'-]+\s){0,3}\Z")
_NAME_BEFORE = re.compile(r"(?<![\w.'-])(?:[A-Z][\w'-]+\s){0,3}[A-Z][\w'-]+\Z")
_SISTERS_BEFORE = re.compile(r"\bsister(?:[ -]?ship)?s?,?\s(?:the\s)?(?=[A-Z])")
_ENDS = (",", ".", ";", ")", " (")
_GOES_ON = frozenset(
    ["of", "from", "that", "which", "with", "based", "built", "commissioned", "armed", "belonging", "named"]
)
"""Behind a noun for ships these go on about the ship; another noun would say whose or what for."""
_WHERE = frozenset(["in", "at", "to", "from", "near", "off", "of", "into"])
_WATERS = ("Sea", "Gulf", "Ocean", "Strait", "Channel", "Bay", "River")
_REACH = 60
_TAKEN_UP = 160
_MOST_OF_NAVY = 2
_MOST_WORDS = 4
_GENERIC_NOUNS = ("vessel", "ship", "boat")
_RANKED = re.compile(
    r",\s(?:the\s)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|last|lead|final)\s(?:ship\s|boat\s)?of\s(?:[\w'-]+\s){0,5}?"
    r"((?:patrol\s)?(?:frigate|corvette|destroyer|submarine|minehunter|minesweeper|vessel|ship|boat|cutter))s\b"
)
_WORD = re.compile(r"\s([A-Za-z-]+)")


def ships_beside(armoury: Armoury, passage: Passage) -> None:
    """Add the ships of a passage whose names only the words beside them give away."""
    _by_tonnage(armoury, passage)
    _by_owner(armoury, passage)
    if passage.capitalised:
        return
    _by_pennant(armoury, passage)
    if passage.arms:
        _by_rank(armoury, passage)
    nouns = armoury.nouns
    ships = [noun for hit in passage.arms if (noun := nouns.get(hit.start)) is not None and noun.ship]
    for noun in ships:
        if not noun.plural and not noun.capital:
            _by_apposition(armoury, passage, noun)
    if ships:
        _by_knowledge(armoury, passage)
    if any(arm.single for arm in _found_in(armoury, passage)):
        _by_sister(armoury, passage)


def _by_pennant(armoury: Armoury, passage: Passage) -> None:
    """ "Iver Huitfeldt (F361)": the letter of the number in brackets is one of ships."""
    text = armoury.page.text
    position = text.find(" (", passage.start, passage.end)
    while position >= 0:
        pennant = HULL.match(text, position, passage.end)
        if pennant is not None and pennant[2] in read_words_of("weapons")["hulls"]:
            _named_before(armoury, passage, position, None)
        position = text.find(" (", position + 2, passage.end)


def _by_apposition(armoury: Armoury, passage: Passage, noun: Noun) -> None:
    """ "the lead ship, the Oostende, slid into the water", "Peter Willemoes, another Danish frigate, did likewise"."""
    text = armoury.page.text
    behind = _NAMED_BEHIND.match(text, noun.end, passage.end)
    if behind is not None and behind[0].endswith("the "):
        stop = name_end(armoury, passage, behind.end())
        if stop and text.startswith(_ENDS, stop) and _is_free(armoury, passage, behind.end(), stop):
            add_ship(armoury, passage, (behind.end(), stop), noun)
            armoury.arms[-1].start = behind.end()
            return
    begin = max(passage.start, noun.start - _REACH)
    comma = text.rfind(",", begin, noun.start)
    if comma < 0 or _NOUN_BEHIND.match(text[comma : noun.start]) is None:
        return
    following = _WORD.match(text, noun.end, passage.end)
    if text.startswith(_ENDS, noun.end) or noun.end == passage.end or (following and following[1] in _GOES_ON):
        _named_before(armoury, passage, comma, noun)


def _by_rank(armoury: Armoury, passage: Passage) -> None:
    """ "has received Kimon, first of its four FDI frigates": one of a class that is built."""
    for rank in _RANKED.finditer(armoury.page.text, passage.start, passage.end):
        before = len(armoury.arms)
        _named_before(armoury, passage, rank.start(), None)
        if len(armoury.arms) > before and rank[1] not in _GENERIC_NOUNS:
            armoury.arms[-1].category = rank[1]


def _by_sister(armoury: Armoury, passage: Passage) -> None:
    """ "like her sister Savenaca", where a ship was named before."""
    text = armoury.page.text
    for sister in _SISTERS_BEFORE.finditer(text, passage.start, passage.end):
        stop = name_end(armoury, passage, sister.end())
        if stop and _is_free(armoury, passage, sister.end(), stop):
            add_ship(armoury, passage, (sister.end(), stop), None)


def _named_before(armoury: Armoury, passage: Passage, end: int, noun: Noun | None) -> None:
    """Add the ship whose name stops at ``end``, if a free name does."""
    text = armoury.page.text
    name = _NAME_BEFORE.search(text, max(passage.start, end - _REACH), end)
    if name is None:
        return
    start = name.start()
    while (blank := text.find(" ", start, end)) >= 0 and (
        text[start:blank].lower() in ORDINARY or text.endswith("'s", start, blank)
    ):
        start = blank + 1
    where = text[max(passage.start, start - 8) : start].split()
    if where and where[-1] in _WHERE:
        # "Marines land in Lapland, a frigate in Busan"
        return
    if text[start:end].lower() not in ORDINARY and _is_free(armoury, passage, start, end):
        add_ship(armoury, passage, (start, end), noun)


def _found_in(armoury: Armoury, passage: Passage) -> Iterator[Arm]:
    """The weapons found in a passage so far, which are the last of all."""
    return takewhile(lambda arm: arm.passage is passage, reversed(armoury.arms))


def _is_free(armoury: Armoury, passage: Passage, start: int, end: int) -> bool:
    """Whether a name is none of a state, a firm, a weapon or a ship that was found already."""
    text = armoury.page.text
    name = text[start:end]
    if name in armoury.ships or any(arm.start < end and start < arm.end for arm in _found_in(armoury, passage)):
        return False
    if len(name.split()) > _MOST_WORDS or not name[-1].islower() or name.endswith(_WATERS):
        return False
    hits = [hit for at in range(start, end) if (hit := passage.hit_at.get(at)) is not None]
    return not any(
        is_claimed(hit) or any(n.sort in (Sort.WEAPON, Sort.ORGANISATION) for n in hit.names) for hit in hits
    )


def _by_knowledge(armoury: Armoury, passage: Passage) -> None:
    """ "Lending the Méndez Núñez", "Belgium's Crocus": a ship that the data file knows, where the passage speaks of ships."""
    text = armoury.page.text
    for owner in _OWNER.finditer(text, passage.start, passage.end):
        start = owner.end()
        stop = name_end(armoury, passage, start)
        if not stop or text[start:stop] not in known_ships() or not _is_free(armoury, passage, start, stop):
            continue
        # No state or town has an article, but a ship may be called after one.
        if owner[0][0] in "Tt" or start not in passage.hit_at:
            add_ship(armoury, passage, (start, stop), None)


def _by_tonnage(armoury: Armoury, passage: Passage) -> None:
    """ "The Jang Bogo, a 1,200-tonne boat": a name that only its apposition shows to be a ship's."""
    text = armoury.page.text
    for tonnage in _TONNAGE.finditer(text, passage.start, passage.end):
        name = _NAME_BEFORE_TONNAGE.search(text, max(passage.start, tonnage.start() - _REACH), tonnage.start())
        around = range(tonnage.start(), tonnage.end() + 1)
        noun = next((armoury.nouns[at] for at in around if at in armoury.nouns), None)
        if name is None or text[name.start(1) : name.end(1)] in armoury.ships:
            continue
        starts = (hit for at in range(*name.span(1)) if (hit := passage.hit_at.get(at)) is not None)
        if any(map(is_claimed, starts)) or any(name.sort is Sort.WEAPON for hit in starts for name in hit.names):
            continue
        add_ship(armoury, passage, name.span(1), noun)


def _by_owner(armoury: Armoury, passage: Passage) -> None:
    """Add a ship with only its navy before its name, where a noun takes it up: "the Italian navy's Alpino [...] the frigate"."""
    text = armoury.page.text
    begin, end = passage.start, passage.end
    if passage.capitalised or (text.find("avy's ", begin, end) < 0 and text.find("uard's ", begin, end) < 0):
        return
    for owner in _OF_NAVY.finditer(text, passage.start, passage.end):
        stop = name_end(armoury, passage, owner.end())
        words = text[owner.end() : stop].split() if stop else []
        if not 0 < len(words) <= _MOST_OF_NAVY or not all(map(is_name, words)):
            continue
        if owner.end() in passage.hit_at or stop + 1 in armoury.nouns:
            continue
        near = range(stop, min(stop + _TAKEN_UP, passage.end))
        noun = next((armoury.nouns[at] for at in near if at in armoury.nouns), None)
        if noun is not None and noun.ship and not noun.plural and text.endswith(("the ", "The "), stop, noun.start):
            add_ship(armoury, passage, (owner.end(), stop), noun)
