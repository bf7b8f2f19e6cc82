"""What makes reference data consistent, beyond each entry being well formed.

The files of the package are checked by the tests and not whenever they are loaded, which must be quick; whatever a user
adds is checked on the spot.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kordef.catalogue.index import NAMING_ROLES
from kordef.catalogue.model import (
    REGIONS,
    Company,
    Currency,
    Landmark,
    Organisation,
    SharedWord,
    SpellingRole,
    State,
    Weapon,
)
from kordef.catalogue.names import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kordef.catalogue.loading import Entries, Tables
    from kordef.catalogue.model import Entry

__all__ = ["find_problems"]

# A name of one character would be found everywhere; symbols of currencies are no names.
_SHORTEST = 2


def find_problems(tables: Tables) -> list[str]:
    """All contradictions in the tables, one sentence each: dangling references, circles, spellings owned twice."""
    problems: list[str] = []
    for table, entries in tables.entries.items():
        for identifier, entry in entries.items():
            where = f"{table}.{identifier}"
            problems.extend(f"{where}.{problem}" for problem in _dangling(entry, tables.entries))
            problems.extend(f"{where}.{problem}" for problem in _misspelt(entry))
    owning = dict(tables.entries)
    # What a shared word says must not be said by one currency alone.
    owning["currency"] = owning["currency"] | owning.pop("shared_word")
    for table, entries in owning.items():
        problems.extend(_owned_twice(table, entries, {name.text for name in tables.shared if name.kind == table}))
    for table in ("company", "organisation"):
        problems.extend(_circles(table, tables.entries[table]))
    return problems


def _dangling(entry: Entry, entries: dict[str, Entries]) -> Iterator[str]:
    """References to what is not there."""
    references: list[tuple[str, str | None, str]] = []
    match entry:
        case State():
            if entry.subregion is not None and entry.subregion not in REGIONS:
                yield f"subregion must be one of {', '.join(REGIONS)}, found {entry.subregion!r}"
        case Organisation():
            references += [("parent", entry.parent, "organisation"), ("state", entry.state, "state")]
            references += [("members", code, "state") for code in entry.members]
            shorts = (other.short for other in entries["organisation"].values() if isinstance(other, Organisation))
            if entry.organ_of is not None and entry.organ_of not in shorts:
                yield f"organ_of must be the short name of an organisation, found {entry.organ_of!r}"
        case Company():
            references += [("parent", entry.parent, "company"), ("state", entry.state, "state")]
        case Weapon():
            references += [("maker", entry.maker, "company"), ("origin", entry.origin, "state")]
        case Currency():
            references += [("successor", entry.successor, "currency")]
            references += [("states", code, "state") for code in entry.states]
        case Landmark():
            references += [("weapons", family, "weapon") for family in entry.weapons]
            shorts = (other.short for other in entries["organisation"].values() if isinstance(other, Organisation))
            known = {*entries["state"], *shorts}
            for code in entry.parties:
                if code not in known:
                    yield f"parties must be codes of states or short names of organisations, found {code!r}"
        case SharedWord():
            references += [("currencies", code, "currency") for code in entry.currencies]
            if entry.default not in (None, *entry.currencies):
                yield f"default must be one of {', '.join(entry.currencies)}, found {entry.default!r}"
        case _:
            pass
    for field, target, table in references:
        if target is not None and target not in entries[table]:
            yield f"{field} must be the id of an entry of {table}, found {target!r}"


def _misspelt(entry: Entry) -> Iterator[str]:
    """Spellings that are too short, have blanks around them, or are called ambiguous without being there."""
    texts = [spelling.text for spelling in entry.spellings if spelling.role is not SpellingRole.SYMBOL]
    for text in texts:
        if text != text.strip() or (len(text) < _SHORTEST and not isinstance(entry, SharedWord)):
            yield f"spellings must have at least {_SHORTEST} characters and no blanks around them, found {text!r}"
    for text in getattr(entry, "ambiguous", ()):
        if text not in texts:
            yield f"ambiguous must repeat one of the entry's own spellings, found {text!r}"


def _owned_twice(table: str, entries: Entries, shared: set[str]) -> Iterator[str]:
    """Spellings under which more than one entry would be found, but for those that are shared on purpose."""
    owners: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for identifier, entry in entries.items():
        for spelling in entry.spellings:
            if spelling.role in NAMING_ROLES and spelling.text not in shared:
                is_symbol = spelling.role is SpellingRole.SYMBOL or not key(spelling.text)
                owners[spelling.text if is_symbol else key(spelling.text)].setdefault(identifier, spelling.text)
    for claims in owners.values():
        if len(claims) > 1:
            listed = " and ".join(f"{table}.{identifier} ({text!r})" for identifier, text in claims.items())
            yield f"{listed} must not own one spelling, found {len(claims)} owners (shared.{table} allows it)"


def _circles(table: str, entries: Entries) -> Iterator[str]:
    """Entries that are their own ancestor."""
    for identifier in entries:
        way = [identifier]
        while way[-1] not in way[:-1] and (above := getattr(entries.get(way[-1]), "parent", None)) is not None:
            way.append(above)
        if len(way) > 1 and way[-1] == identifier:
            yield f"{table}.{identifier}.parent must not lead back to it, found {' -> '.join(way)}"
