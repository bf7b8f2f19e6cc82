"""What the recognition of values takes from the catalogue: currencies, and names of weapons that hold numbers."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import frozen

from kordef.mentions.values.money import Moneys

if TYPE_CHECKING:
    from kordef.catalogue import Catalogue

__all__ = ["ValueWords", "value_words"]

_NUMBERED = re.compile(r"(\S+) ([0-9]+(?:\.[0-9]+)?)(?=\s|$)")
_KEPT: Final = 4


@frozen(kw_only=True)
class ValueWords:
    """``moneys`` reads currencies; ``numbered`` has word and number of names such as "Panzerhaubitze 2000", in small letters."""

    moneys: Moneys
    numbered: frozenset[tuple[str, str]]


def _made_from(catalogue: Catalogue) -> ValueWords:
    names = (spelling.text for weapon in catalogue.weapons for spelling in weapon.spellings)
    numbered = frozenset((found[1].lower(), found[2]) for name in names for found in _NUMBERED.finditer(name))
    numbered |= {("link", number) for number in ("11", "16", "22")}
    return ValueWords(moneys=Moneys(catalogue), numbered=numbered)


@cache
def _packaged() -> ValueWords:
    from kordef.catalogue import load

    return _made_from(load())


_BUILT: Final[list[tuple[Catalogue, ValueWords]]] = []


def value_words(catalogue: Catalogue | None = None) -> ValueWords:
    """The words of a catalogue, by default of that of the package; made once for each, the last few are kept."""
    if catalogue is None:
        return _packaged()
    for known, built in _BUILT:
        if known is catalogue:
            return built
    made = _made_from(catalogue)
    _BUILT.insert(0, (catalogue, made))
    del _BUILT[_KEPT:]
    return made
