"""What queries look up: whom a name means, who belongs to whom, and which records refer to what.

One object for each dataset, and each table in it built when it is first asked for, so that a question to a large dataset
costs a look-up and not a walk through its records.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from kordef.errors import CatalogueError
from kordef.identity import references
from kordef.records import Actor, Record, Source, WeaponSystem
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from kordef.catalogue import Catalogue

__all__ = ["Lookups", "catalogue_ids"]

Index = dict[str, list[str]]
AnyRecord = TypeVar("AnyRecord", bound=Record)

_POSITIONS = re.compile("/[0-9]+")


class Lookups:
    """Tables over the records of one dataset, by names and by references."""

    def __init__(self, records: tuple[Record, ...]) -> None:
        self._records = records

    # ---- whom and what a word means

    def actors(self, name: str) -> frozenset[str]:
        """The ids of the actors with a code, name, catalogue id or id; case does not count.

        What one document calls so is found in the others as well, if the catalogue knows it; a name that no document has is
        looked up there.
        """
        own = self._actors_by_name.get(name.casefold(), ())
        keys = {self._catalogued[i]: None for i in own if i in self._catalogued}
        if not own:
            known = self._catalogue
            state, organisation, company = (
                known.find_state(name),
                known.find_organisation(name),
                known.find_company(name),
            )
            keys |= {f"state:{state.code}": None} if state else {}
            keys |= {f"organisation:{organisation.id}": None} if organisation else {}
            keys |= {f"company:{company.id}": None} if company else {}
        return frozenset(own).union(*(self._actors_by_name.get(key.casefold(), ()) for key in keys))

    def state_code(self, name: str) -> str:
        """The alpha-2 code of a state that is given by a code or by a name of the catalogue; other words as they are."""
        state = self._catalogue.find_state(name)
        return state.code if state else name.upper() if len(name) == 2 else name

    def weapons(self, name: str) -> frozenset[str]:
        """The ids of the weapon systems with a designation, name, class noun, catalogue id or id, and of the variants of the
        weapon that it names."""
        own = self._weapons_by_name.get(name.casefold())
        if own is None:
            return frozenset[str]().union(*(self._weapons_by_name.get(key, ()) for key in catalogue_ids(name)))
        return frozenset(own)

    def sources(self, name: str) -> frozenset[str]:
        """The ids of the sources with an id, file name, publisher or title."""
        return frozenset(self._sources_by_name.get(name.casefold(), ()))

    def with_affiliates(self, actors: frozenset[str]) -> frozenset[str]:
        """The actors and all that belong to one of them: ministries, armed services, officials, subsidiaries, and the
        companies that the catalogue has at home in a state."""
        found = set(actors)
        waiting = sorted(actors)
        for owner in waiting:
            for one in self._affiliates.get(owner, ()):
                if one not in found:
                    found.add(one)
                    waiting.append(one)
        codes = {a.code for a in self._of(Actor) if a.id in actors and a.code}
        return frozenset(found).union(*(self._companies_at_home.get(code, ()) for code in sorted(codes)))

    def owner(self, actor: Actor) -> Actor:
        """The state or organisation that an actor belongs to, as its own document speaks of it; the actor itself where there
        is none."""
        passed = {actor.id}
        while (above := self._above(actor)) is not None and above.id not in passed:
            passed.add(above.id)
            actor = above
        return actor

    def _above(self, actor: Actor) -> Actor | None:
        for owner in (actor.acts_for, actor.parent):
            if owner and isinstance(found := self._by_id.get(owner), Actor):
                return found
        state = self._homes.get(actor.id)
        return self._states.get((actor.source, state)) if state else None

    def family(self, weapon: WeaponSystem) -> str:
        """What the variants of one weapon have in common: the catalogue's id of the family, else a name in lower case."""
        if weapon.catalogue:
            return next(reversed(tuple(self._line(weapon.catalogue))), weapon.family or weapon.catalogue)
        return weapon.family or (weapon.designation or weapon.name).casefold()

    def family_name(self, weapon: WeaponSystem) -> str:
        """The name of a family: the catalogue's, else the weapon's own."""
        key = self.family(weapon)
        try:
            return self._catalogue.weapon(key.removeprefix("weapon:")).designation
        except CatalogueError:
            return weapon.designation or weapon.name

    # ---- who refers to what

    def referring(self, targets: Iterable[str], roles: frozenset[str] | None = None) -> frozenset[str]:
        """The ids of the records that refer to one of some records, in one of some roles if they are given.

        A role is a JSON Pointer without its positions: "/supplier", "/items/weapon", "/participants/actor". Who only says
        so ("/attribution/actor") counts where that role is asked for by name.
        """
        return frozenset(
            record
            for target in targets
            for record, role in self._referring.get(target, ())
            if (role != SAYING if roles is None else role in roles)
        )

    @cached_property
    def _referring(self) -> dict[str, list[tuple[str, str]]]:
        roles: dict[str, str] = {}
        found: dict[str, list[tuple[str, str]]] = {}
        for record in self._records:
            for pointer, target in references(record):
                role = roles.get(pointer)
                if role is None:
                    role = roles[pointer] = _POSITIONS.sub("", pointer)
                found.setdefault(target, []).append((record.id, role))
        return found

    # ---- the tables

    @cached_property
    def _actors_by_name(self) -> Index:
        return _index((a.id, (a.id, a.code, a.catalogue, a.name, *a.names)) for a in self._of(Actor))

    @cached_property
    def _catalogued(self) -> dict[str, str]:
        """The catalogue's ids of actors, as they stand in the table of names."""
        return {a.id: a.catalogue.casefold() for a in self._of(Actor) if a.catalogue}

    @cached_property
    def _sources_by_name(self) -> Index:
        return _index((s.id, (s.id, s.file, s.publisher, s.title)) for s in self._of(Source))

    @cached_property
    def _weapons_by_name(self) -> Index:
        return _index((w.id, self._weapon_names(w)) for w in self._of(WeaponSystem))

    def _weapon_names(self, weapon: WeaponSystem) -> Iterator[str | None]:
        yield from (weapon.id, weapon.designation, weapon.name, weapon.catalogue, weapon.family)
        yield from weapon.names
        for category in weapon.categories:
            yield from _class_nouns(category)
        for key in self._line(weapon.catalogue or weapon.family):
            known = self._catalogue.weapon(key.removeprefix("weapon:"))
            yield from (key, known.id, known.designation, known.name)

    def _line(self, key: str | None) -> Iterator[str]:
        """A weapon's catalogue id and those of the families that it is a variant of, from the nearest; none that this
        catalogue does not know."""
        while key is not None:
            try:
                family = self._catalogue.weapon(key.removeprefix("weapon:")).family
            except CatalogueError:  # the dataset was made with a catalogue of somebody's own
                return
            yield key
            key = f"weapon:{family}" if family else None

    @cached_property
    def _affiliates(self) -> Index:
        """The actors that act for another or are a part of it, by the id of that one."""
        found: Index = {}
        for actor in self._of(Actor):
            for owner in (actor.acts_for, actor.parent):
                if owner:
                    found.setdefault(owner, []).append(actor.id)
        return found

    @cached_property
    def _homes(self) -> dict[str, str]:
        """The code of the state of each company that the catalogue knows."""
        found: dict[str, str] = {}
        for actor in self._of(Actor):
            if actor.kind is ActorKind.COMPANY and actor.catalogue:
                with suppress(CatalogueError):  # known only to a catalogue of somebody's own
                    found[actor.id] = self._catalogue.company(actor.catalogue.removeprefix("company:")).state
        return found

    @cached_property
    def _companies_at_home(self) -> Index:
        """The companies by the code of their state."""
        found: Index = {}
        for company, state in self._homes.items():
            found.setdefault(state, []).append(company)
        return found

    @cached_property
    def _states(self) -> dict[tuple[str, str], Actor]:
        """The states by source and code."""
        return {(a.source, a.code): a for a in self._of(Actor) if a.code}

    @cached_property
    def _by_id(self) -> dict[str, Record]:
        return {r.id: r for r in self._records}

    @cached_property
    def _catalogue(self) -> Catalogue:
        from kordef.catalogue import load  # here, because most questions do not need it

        return load()

    def _of(self, kind: type[AnyRecord]) -> Iterator[AnyRecord]:
        return (r for r in self._records if isinstance(r, kind))


SAYING = "/attribution/actor"
"""The role of those who say so."""


def catalogue_ids(name: str) -> tuple[str, ...]:
    """The ids of all that the catalogue knows by a name, as records have them: "state:KR", "weapon:k9"."""
    from kordef.catalogue import load  # here, because most questions do not need it

    known = load()
    state, organisation = known.find_state(name), known.find_organisation(name)
    company, weapon = known.find_company(name), known.find_weapon(name)
    found = (
        f"state:{state.code}" if state else None,
        f"organisation:{organisation.id}" if organisation else None,
        f"company:{company.id}" if company else None,
        f"weapon:{weapon.id}" if weapon else None,
    )
    return tuple(key for key in found if key)


def _class_nouns(category: str) -> Iterator[str]:
    """What weapons of a class are called as well: "self-propelled howitzers" are howitzers, and each is a howitzer."""
    words = category.split()
    for first in range(len(words)):
        noun = " ".join(words[first:])
        yield noun
        if noun.endswith("s") and not noun.endswith("ss"):
            yield noun[:-1]


def _index(named: Iterable[tuple[str, Iterable[str | None]]]) -> Index:
    """Ids by each of their names, case not counted."""
    found: Index = {}
    for identifier, names in named:
        for name in {n.casefold(): None for n in names if n}:
            found.setdefault(name, []).append(identifier)
    return found
