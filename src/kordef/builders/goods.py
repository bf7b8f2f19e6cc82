"""Goods: a weapon with the number that counts it, and which plain nouns may stand for which weapons."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from attrs import define, frozen

from kordef.builders.grammar.tokens import Line
from kordef.mentions.model import ValueMention, WeaponMention
from kordef.vocabulary import Counting

__all__ = [
    "ANY_NOUN",
    "Good",
    "GoodsWords",
    "class_head",
    "goods_words",
    "has_goods",
    "has_own_name",
    "is_a",
    "singular",
]


@frozen(kw_only=True)
class GoodsWords:
    """The word lists of ``data/goods.toml``."""

    plain: frozenset[str]
    units: frozenset[str]
    not_goods: frozenset[str]
    holders: frozenset[str]
    kinds: Mapping[str, tuple[str, ...]]
    """The classes that a noun may stand for without naming them."""


@cache
def goods_words() -> GoodsWords:
    """The word lists of ``data/goods.toml``, read once."""
    raw = tomllib.loads(files("kordef.builders").joinpath("data", "goods.toml").read_text("utf-8"))
    kinds = {noun: tuple(classes.split()) for noun, classes in raw["kinds"].items()}
    return GoodsWords(
        plain=frozenset(raw["plain"].split()),
        units=frozenset(raw["units"].split()),
        not_goods=frozenset(raw["not_goods"].split()),
        holders=frozenset(raw["holders"].split()),
        kinds=kinds,
    )


@define(kw_only=True)
class Good:
    """A weapon with the number that counts it, either of which may stand alone.

    ``unit`` is what is counted where that is not the weapon itself ("10 batteries of the Cheongung-II"), ``noun`` the head
    of the words that name what is counted where no weapon does. ``low`` and ``high`` are the positions of its tokens
    (``high`` exclusive), ``group`` the list it belongs to. ``of_total`` is the number that this one is a part of.
    """

    weapon: WeaponMention | None
    number: ValueMention | None
    start: int
    end: int
    low: int = 0
    high: int = 0
    group: int = 0
    unit: str | None = None
    noun: str | None = None
    counting: Counting = Counting.NEW
    of_total: bool = False
    of_them: bool = False
    """Whether the number counts goods named just before: "up to 298 of them"."""
    whole: ValueMention | None = None
    """The number that this one is a part of: 288 in "218 of the 288 launchers"."""
    called: bool = False
    """Whether what is counted has a name of its own that nobody knows: "348 Dragon 8x8s", "97 AN/ASQ-170 sights"."""


def has_goods(line: Line) -> bool:
    """Whether a sentence names a weapon or counts something, without which it has no goods but those called by short names."""
    return "weapon" in line.kinds or "count" in line.value_kinds


def has_own_name(good: Good) -> bool:
    """Whether counted things have a name that is no weapon's here: "19 Piranha vehicles", "21 Vampire systems"."""
    written = good.number.noun if good.number is not None else None
    return written is not None and any(w[0].isupper() and w[1:2].islower() for w in written.split()[:-1])


def singular(noun: str) -> str:
    """A plain noun of goods in the singular: battery of "batteries"."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun if noun.endswith(("ss", "us")) else noun.removesuffix("s")


def class_head(category: str | None) -> str | None:
    """The head noun of a class in the singular: howitzer of "self-propelled howitzers"."""
    return singular(category.split()[-1].lower()) if category and category.split() else None


ANY_NOUN = frozenset(["unit", "example", "system", "piece", "one", "platform", "machine", "weapon", "vehicle", "item"])


def is_a(weapon: WeaponMention, noun: str | None) -> bool:
    """Whether a noun may stand for a weapon: "the guns" for howitzers."""
    if noun is None or noun in ANY_NOUN:
        return True
    words = (weapon.category or weapon.name).lower().split()
    return any(k in word for k in (noun, *goods_words().kinds.get(noun, ())) for word in words)
