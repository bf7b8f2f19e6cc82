"""Looking things up by a spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from kordef.catalogue.model import SpellingRole
from kordef.catalogue.names import is_safe_in_any_case, key, loose_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kordef.catalogue.model import Spelling

__all__ = ["NAMING_ROLES", "NameIndex", "Spelt"]

NAMING_ROLES = frozenset(
    {
        SpellingRole.NAME,
        SpellingRole.PLURAL,
        SpellingRole.ABBREVIATION,
        SpellingRole.SYMBOL,
        SpellingRole.ADJECTIVE,
        SpellingRole.DEMONYM,
    }
)
"""The roles in which a spelling names its thing by itself; a capital, a place or a short form needs a reader."""


class Spelt(Protocol):
    """A thing with an id and spellings."""

    @property
    def id(self) -> str: ...

    @property
    def spellings(self) -> tuple[Spelling, ...]: ...


Thing = TypeVar("Thing", bound=Spelt)


class NameIndex(Generic[Thing]):
    """From spellings to things of one kind.

    A text is looked up as it is written, then without its punctuation and diacritics, then in any case, each only if
    the step before found nothing. In the last step nothing ambiguous is found, and nothing by a text without capitals:
    "polish" and "turkey" are no states. A spelling that several things own finds none of them.
    """

    def __init__(self, things: Iterable[Thing]) -> None:
        self._exact: dict[str, Thing | None] = {}
        self._close: dict[str, Thing | None] = {}
        self._loose: dict[str, Thing | None] = {}
        for thing in things:
            for spelling in thing.spellings:
                if spelling.role in NAMING_ROLES:
                    self._enter(spelling, thing)

    def _enter(self, spelling: Spelling, thing: Thing) -> None:
        text = spelling.text
        _claim(self._exact, text, thing)
        close = key(text)
        # Without its punctuation "A$" would be "A", and "$" nothing.
        if spelling.role is SpellingRole.SYMBOL or not close:
            return
        _claim(self._close, close, thing)
        if not spelling.ambiguous and is_safe_in_any_case(text):
            _claim(self._loose, loose_key(text), thing)

    def find(self, text: str) -> Thing | None:
        """The one thing that the text names, or None."""
        if text in self._exact:
            return self._exact[text]
        close = key(text)
        if close in self._close:
            return self._close[close]
        return self._loose.get(close.casefold()) if text != text.lower() else None


def _claim(index: dict[str, Thing | None], text: str, thing: Thing) -> None:
    """Enter a spelling, or mark it as owned by several things."""
    owner = index.setdefault(text, thing)
    if owner is not None and owner.id != thing.id:
        index[text] = None
