"""What is said of a question or an input that was perhaps not understood: a note on standard error, the result as it is."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kordef.terminal import harmless

if TYPE_CHECKING:
    from kordef.dataset import Dataset
    from kordef.records import Record

__all__ = ["Yield", "note", "note_passed_over", "unknown_names"]

_ACTORS = ("party", "supplier", "recipient", "speaker", "said_by")
_MOST = 3
_CLOSE = 0.65
_LONGEST = 5
"""Of many documents so many are named."""


def note(arguments: argparse.Namespace, text: str) -> None:
    """A line on standard error; what was said once is not said again."""
    said: set[str] = vars(arguments).setdefault("said", set())
    if text in said:
        return
    said.add(text)
    if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison]
        print(harmless(f"kordef {arguments.command}: {text}"), file=sys.stderr)


# ---- names


def unknown_names(dataset: Dataset, conditions: Mapping[str, str | list[str]]) -> Iterator[str]:
    """A sentence for each name in a condition that nothing in the dataset has."""
    for condition, given in conditions.items():
        for name in given if isinstance(given, list) else ():
            if (missing := _missing(dataset, condition, name)) is not None:
                yield missing


def _missing(dataset: Dataset, condition: str, name: str) -> str | None:
    lookups = dataset.lookups
    names: Iterable[str | None]
    if condition in _ACTORS:
        found, what = bool(lookups.actors(name)), condition.replace("said_by", "party")
        names = (n for a in dataset.actors for n in (a.name, a.code, *a.names))
    elif condition == "weapon":
        found, what = bool(lookups.weapons(name)), "weapon"
        names = (n for w in dataset.weapon_systems for n in (w.designation, w.name, *w.categories, *w.names))
    elif condition == "origin":
        code = lookups.state_code(name)
        origins = {w.origin for w in dataset.weapon_systems}
        found, what = code in origins, "state of origin"
        names = (n for a in dataset.actors if a.code in origins for n in (a.name, a.code))
    elif condition == "source":
        found, what = bool(lookups.sources(name)), "source"
        names = (n for s in dataset.sources for n in (s.file, s.title, s.publisher, s.id))
    elif condition == "indicator":
        indicators = {o.indicator: None for o in dataset.observations}
        found, what, names = name.casefold() in map(str.casefold, indicators), "indicator", indicators
    elif condition == "publisher":
        published = [o.publisher for o in dataset.observations if o.publisher]
        found = bool(lookups.actors(name)) or name.casefold() in map(str.casefold, published)
        what, names = "publisher", published
    else:
        return None
    if found:
        return None
    near = _nearest(name, names)
    return f"no {what} in the dataset is called {name!r}" + (f"; nearest: {', '.join(near)}" if near else "")


def _nearest(name: str, names: Iterable[str | None]) -> list[str]:
    spelt: dict[str, str] = {}
    for known in names:
        if known:
            spelt.setdefault(known.casefold(), known)
    if len(name) < 3:  # two letters are near to any other two
        return []
    return [spelt[near] for near in get_close_matches(name.casefold()[:100], spelt, _MOST, _CLOSE)]


# ---- documents


def note_passed_over(arguments: argparse.Namespace) -> None:
    """Say which files and folders in the folders that are given seem to be documents and are not read."""
    from kordef.pipeline import CURATION_FOLDER
    from kordef.reading import passed_over

    names = [name for name in passed_over(arguments.paths) if name != f"{CURATION_FOLDER}/"]
    if names:
        more = f" and {len(names) - _LONGEST} more" if len(names) > _LONGEST else ""
        listed = ", ".join(names[:_LONGEST])
        note(arguments, f"not read: {listed}{more}; a folder stands for the .txt and .md files directly in it")


class Yield:
    """Counts what documents yield, to say of which there is nothing to tell."""

    def __init__(self) -> None:
        self._bare: dict[str, str] = {}

    def add(self, document: str, records: Iterable[Record]) -> None:
        """Take what one document yields."""
        types = {record.type for record in records} - {"source"}
        if not types:
            self._bare[document] = "nothing was found"
        elif types <= {"actor", "weapon_system"}:
            self._bare[document] = "only names were found"

    def lines(self) -> Iterator[str]:
        """A sentence for each kind of disappointment."""
        for problem in ("nothing was found", "only names were found"):
            names = [name for name, what in self._bare.items() if what == problem]
            if names:
                more = f" and {len(names) - _LONGEST} more documents" if len(names) > _LONGEST else ""
                yield f"{problem} in {', '.join(names[:_LONGEST])}{more}; kordef reads English texts about arms and defence"
