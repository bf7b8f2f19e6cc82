"""Second names of what a text has just named: "K10 Ammunition Resupply Vehicles (ARVs)", "FA-50 trainers/light fighters"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kordef.mentions.weapons.arms import Arm, Armoury

__all__ = ["join_second_names"]

_WORDS = re.compile(r"[A-Za-z]+")
_LONGEST = 8
_REACH = 80
"""How far before the bracket the words may begin that an abbreviation is made of."""


def join_second_names(armoury: Armoury) -> None:
    """Take second names for no weapons of their own; an abbreviation stands for what its bracket explains further on too."""
    text = armoury.page.text
    meant: dict[str, Arm | None] = {}
    kept: list[Arm] = []
    last: Arm | None = None
    for arm in sorted(armoury.arms, key=lambda a: a.start):
        if last is not None and arm.form == "class" and last.end == arm.start - 1 and text[last.end] == "/":
            continue
        letters = _letters(text[arm.start : arm.end])
        if letters is not None and arm.form == "class" and _in_brackets(text, arm):
            named = last if last is not None and text[last.end : arm.start] == " (" else None
            if named is not None or _explained(text, arm, letters):
                meant[letters] = named
                continue
        if letters is not None and arm.form == "class" and (named := meant.get(letters)) is not None:
            if named.form == "name":
                arm.stand_for(named)
        kept.append(arm)
        last = arm
    armoury.arms[:] = kept


def _letters(written: str) -> str | None:
    """The letters of an abbreviation in the singular; ``None`` for other names."""
    letters = written.removesuffix("s")
    return letters if letters.isupper() and letters.isalpha() and 1 < len(letters) <= _LONGEST else None


def _in_brackets(text: str, arm: Arm) -> bool:
    return text[arm.start - 1 : arm.start] == "(" and text.startswith(")", arm.end)


def _explained(text: str, arm: Arm, letters: str) -> bool:
    """Whether the words before the brackets begin with the letters of an abbreviation."""
    words = _WORDS.findall(text, max(arm.passage.start, arm.start - _REACH), arm.start - 1)[-len(letters) :]
    return len(words) == len(letters) and "".join(w[0] for w in words).upper() == letters
