"""What the words right beside a doubtful name say of it: who chose, buys or has it, and what is called after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kordef.mentions.weapons.arms import words_of

if TYPE_CHECKING:
    from kordef.mentions.weapons.arms import Arm

__all__ = [
    "called_after",
    "forces_in",
    "is_chosen",
    "is_contested",
    "is_had",
    "is_instance",
    "numbers_a_paper",
    "serves",
]

_REACH = 48
_ARTICLES = ("the", "a", "an", "another")
_BEHIND = re.compile(r"\s*(?:\Z|[.,;:!?)\"”](?!\w)|(?:-|\s)([A-Za-z]+))")
_FORCES = re.compile(
    r"\b(?:[Aa]rmy|[Nn]avy|[Aa]ir\s[Ff]orce|[Mm]ilitary|[Aa]rmed\s[Ff]orces|[Mm]arines|[Ss]quadrons?|[Bb]attalions?|[Bb]rigades?"
    r"|[Dd]efen[cs]e\s[Mm]inist(?:er|ry)|[Mm]inistry\sof\s(?:[Nn]ational\s)?[Dd]efen[cs]e)\b"
)
_MODERN = re.compile(r"[Aa]ir\s[Ff]orce|[Ss]quadron|[Bb]attalion|[Bb]rigade|[Dd]efen[cs]e\s[Mm]inist|[Mm]inistry\sof")
"""Those that no tale of old times has."""
_OWNER = re.compile(r"([\w.]+)(?:'s|s')\s(?:(?:first|new|old|older|ageing|aging|remaining|own|last)\s)?\Z")
_FORCE = frozenset(["army", "navy", "force", "military", "forces", "marines", "ministry"])
_INSTANCE = re.compile(
    r"(?:, (?:[A-Z][\w-]*,? ){1,2})?,? (?:and|or) (?:other|similar) (?:[\w-]+ ){0,2}?(?:anti-\w+|air[- ]defen[cs]e|armou?red|"
    r"missiles?|howitzers?|munitions?|loitering|rocket|artillery|weapons?|drones?|tanks?|launchers?|combat|military)\b"
)
_POLICE = re.compile(r"\b(?:[Pp]olice|handlers?|sniffer|canine|motorway|visas?)\b")
"""What shows a code to be another's: the K9 of the police, the M4 in England."""
_POSSESSIVES = frozenset(["its", "their"])

_PAPER_BEFORE = re.compile(r"\b(?:paragraphs?|article|clauses?|annex|appendix|docket|motion|invoice) \Z", re.IGNORECASE)
"""Before a code these make the number of a paper of it: "paragraph B-52"."""


def _verb_before(text: str, floor: int, start: int) -> tuple[str, str, str]:
    """The one and the two words before a name and its article, and the article."""
    words = text[max(floor, start - _REACH) : start].lower().split()
    article = words.pop() if words and words[-1] in _ARTICLES else ""
    return words[-1] if words else "", " ".join(words[-2:]), article


def stands_alone(text: str, arm: Arm) -> bool:
    """Whether no noun stands behind a name that would make it an attribute."""
    behind = _BEHIND.match(text, arm.end, arm.passage.end)
    return behind is not None and (behind[1] is None or behind[1] in words_of("joints"))


def is_chosen(text: str, arm: Arm, *, code: bool) -> bool:
    """Whether somebody chooses, buys or flies just this: "Poland chose the K9", "will buy the Reaper"."""
    begin, _ = arm.passage.sentence(arm.start)
    verb, phrase, article = _verb_before(text, begin, arm.start)
    if not (article or code) or not stands_alone(text, arm):
        return False
    if verb in words_of("choosing") or phrase in words_of("choosing"):
        return True
    # "FDI" and the like are other things that a state may get.
    abbreviated = not code and text[arm.start : arm.end].isupper()
    return not abbreviated and (verb in words_of("dealing") or verb in words_of("flying"))


def called_after(text: str, arm: Arm, *, widely: bool) -> bool:
    """Whether a deal or its goods are called after a name: "K9 deliveries"; ``widely`` also a programme or a fleet."""
    behind = _BEHIND.match(text, arm.end, arm.passage.end)
    if behind is None or behind[1] is None:
        return False
    return behind[1] in words_of("deals") and (widely or behind[1] not in words_of("wide_deals"))


def forces_in(text: str, arm: Arm, *, modern: bool = False) -> bool:
    """Whether the sentence of a name speaks of forces or the ministry above them, and of no police."""
    begin, end = arm.passage.sentence(arm.start)
    if _POLICE.search(text, begin, end) is not None:
        return False
    return (_MODERN if modern else _FORCES).search(text, begin, end) is not None


def is_had(text: str, arm: Arm, *, by_state: bool) -> bool:
    """Whether a force has it, or a state where ``by_state`` is true: "the army's Leopards", "Poland's Abrams"."""
    begin, _ = arm.passage.sentence(arm.start)
    if not (arm.plural or stands_alone(text, arm)):
        return False
    several = arm.plural or text[arm.core[1] - 1] == "s"
    owner = _OWNER.search(text, max(begin, arm.start - _REACH), arm.start)
    if owner is None:
        last = text[max(begin, arm.start - _REACH) : arm.start].split()[-1:]
        return bool(last) and last[0] in _POSSESSIVES and arm.plural and by_state
    return owner[1].lower() in _FORCE or (by_state and several)


def serves(text: str, arm: Arm) -> bool:
    """Whether those who serve a weapon are called after its name: "a Patriot detachment"."""
    behind = _BEHIND.match(text, arm.end, arm.passage.end)
    return behind is not None and behind[1] is not None and behind[1] in words_of("crews")


def is_contested(text: str, arm: Arm) -> bool:
    """Whether a name stands right behind the bid or tender for it."""
    before = text[max(arm.passage.start, arm.start - _REACH) : arm.start].split()
    return len(before) > 1 and before[-1] in ("for", "of", "on") and before[-2] in words_of("contest")


def is_instance(text: str, arm: Arm) -> bool:
    """Whether the words behind a name say what it is one of: "Javelin and other anti-armor systems"."""
    return _INSTANCE.match(text, arm.end, arm.passage.end) is not None


def numbers_a_paper(text: str, arm: Arm) -> bool:
    """Whether what has the form of a code is the number of a paper or of a part of one: "Motion M-102"."""
    code = any(map(str.isdigit, text[slice(*arm.core)]))
    return code and _PAPER_BEFORE.search(text, max(0, arm.start - 12), arm.start) is not None
