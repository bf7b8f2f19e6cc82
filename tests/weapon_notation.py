"""The weapons of a paragraph, and how tests of many sentences write them."""

from __future__ import annotations

from kordef.catalogue import load
from kordef.mentions import WeaponMention
from kordef.mentions.lexicon import lexicon
from kordef.mentions.passages import read
from kordef.mentions.weapons.finder import find_weapons
from kordef.reading import read_text

__all__ = ["FRAME", "shown", "weapons_of"]

FRAME = "News in brief\n\nThe following was reported.\n\n{}\n\nMore will follow.\n"


def weapons_of(text: str, frame: str = FRAME) -> tuple[WeaponMention, ...]:
    """The weapons in a paragraph of a page that holds nothing else."""
    words = lexicon(load())
    return find_weapons(read(read_text("page.txt", frame.format(text)), words.table), words)


def shown(weapon: WeaponMention) -> str:
    """The words, "=", the key without "weapon:", "!" for a class that is an item, ":", the category.

    Keys with "x:" are of weapons that the catalogue does not know.
    """
    item = "!" if weapon.item else ""
    return f"{weapon.exact}={weapon.key.removeprefix('weapon:')}{item}:{weapon.category}"
