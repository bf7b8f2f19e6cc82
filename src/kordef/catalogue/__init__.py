"""Reference data: what kordef knows of the world besides the documents.

States, organisations, companies, weapons, classes of weapons and currencies, with the spellings the English-language
press uses. The data are the TOML files in ``data/``; a user adds to them with files of the same form::

    catalogue = load(extra=[Path("our-weapons.toml")])

Nothing is read before `load` is called.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from kordef.catalogue.container import Catalogue
from kordef.catalogue.loading import Tables, read_text
from kordef.catalogue.model import (
    Company,
    CompanyKind,
    CountingUnit,
    Currency,
    Landmark,
    Misspelling,
    Organisation,
    SharedName,
    SharedWord,
    SipriCategory,
    Spelling,
    SpellingRole,
    State,
    UnrocaCategory,
    Weapon,
    WeaponClass,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = [
    "Catalogue",
    "Company",
    "CompanyKind",
    "CountingUnit",
    "Currency",
    "Landmark",
    "Misspelling",
    "Organisation",
    "SharedName",
    "SharedWord",
    "SipriCategory",
    "Spelling",
    "SpellingRole",
    "State",
    "UnrocaCategory",
    "Weapon",
    "WeaponClass",
    "load",
]


def load(extra: Iterable[Path] = ()) -> Catalogue:
    """The catalogue of the package, read once a process, with the entries of further files if there are any.

    Raises `kordef.errors.CatalogueError` for a file that is not what `Catalogue.extended` expects.
    """
    paths = tuple(extra)
    return _packaged().extended(*paths) if paths else _packaged()


@cache
def _packaged() -> Catalogue:
    tables = Tables()
    folder = resources.files(__name__) / "data"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            read_text(file.read_text(encoding="utf-8"), file.name, tables)
    return Catalogue.from_tables(tables)
