"""The catalogue itself: all reference data, with look-ups by id and by name."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from kordef.catalogue.checks import find_problems
from kordef.catalogue.index import NameIndex
from kordef.catalogue.loading import TABLES, Tables, read_file
from kordef.errors import CatalogueError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kordef.catalogue.model import (
        Company,
        Currency,
        Landmark,
        Misspelling,
        Organisation,
        SharedName,
        SharedWord,
        State,
        Weapon,
        WeaponClass,
    )

__all__ = ["Catalogue"]

Found = TypeVar("Found")


# Not slotted: the look-up tables are cached properties, built when first asked for. Compared by identity: a catalogue is
# a key of caches, and thousands of entries would be hashed each time.
@attrs.frozen(kw_only=True, slots=False, repr=False, eq=False)
class Catalogue:
    """Reference data: states, organisations, companies, weapons, weapon classes and currencies; wrong names and dates.

    ``state("KR")`` and its like look up an id and raise `CatalogueError` for one that is not there.
    ``find_state("S. Korea")`` and its like look up a spelling and give None for one that is not there or that several
    things own; they forgive diacritics, hyphens and spaces, and the case where that is safe.
    """

    states: tuple[State, ...]
    organisations: tuple[Organisation, ...]
    companies: tuple[Company, ...]
    weapons: tuple[Weapon, ...]
    weapon_classes: tuple[WeaponClass, ...]
    currencies: tuple[Currency, ...]
    shared_words: tuple[SharedWord, ...] = ()
    misspellings: tuple[Misspelling, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    shared_names: tuple[SharedName, ...] = ()

    @classmethod
    def from_tables(cls, tables: Tables) -> Catalogue:
        """A catalogue of the entries of some files, unchecked."""
        entries: dict[str, Any] = {_FIELDS[table]: tuple(tables.entries[table].values()) for table in TABLES}
        return cls(**entries, shared_names=tuple(tables.shared))

    def __repr__(self) -> str:
        counts = (f"{len(getattr(self, field))} {field.replace('_', ' ')}" for field in _FIELDS.values())
        return f"<Catalogue of {', '.join(counts)}>"

    # By id

    def state(self, code: str) -> State:
        """The state with an ISO 3166-1 alpha-2 code."""
        return _get(self._states, code, "state", "an ISO 3166-1 alpha-2 code")

    def organisation(self, identifier: str) -> Organisation:
        """The organisation with an id."""
        return _get(self._organisations, identifier, "organisation", "an id")

    def company(self, identifier: str) -> Company:
        """The company with an id."""
        return _get(self._companies, identifier, "company", "an id")

    def weapon(self, identifier: str) -> Weapon:
        """The weapon with an id."""
        return _get(self._weapons, identifier, "weapon", "an id")

    def weapon_class(self, singular: str) -> WeaponClass:
        """The weapon class with a singular, such as "self-propelled howitzer"."""
        return _get(self._weapon_classes, singular, "weapon class", "its singular")

    def currency(self, code: str) -> Currency:
        """The currency with an ISO 4217 code."""
        return _get(self._currencies, code, "currency", "an ISO 4217 code")

    def party(self, code: str) -> State | Organisation:
        """What a party's code stands for: a state by its alpha-2 code, an organisation by its short name ("EU")."""
        expected = "a state's alpha-2 code or an organisation's short name"
        return self._states.get(code) or _get(self._organisations_by_short, code, "party", expected)

    # By name

    def find_state(self, text: str) -> State | None:
        """The state that a name, an adjective or a demonym belongs to."""
        return self._state_names.find(text)

    def find_organisation(self, text: str) -> Organisation | None:
        """The organisation that a name belongs to."""
        return self._organisation_names.find(text)

    def find_company(self, text: str) -> Company | None:
        """The company that a name belongs to."""
        return self._company_names.find(text)

    def find_weapon(self, text: str) -> Weapon | None:
        """The weapon that a designation or name belongs to, in the singular."""
        return self._weapon_names.find(text)

    def find_weapon_class(self, text: str) -> WeaponClass | None:
        """The weapon class that a noun, a plural or an abbreviation belongs to."""
        return self._weapon_class_names.find(text)

    def find_currency(self, text: str, *, states: Iterable[str] = ()) -> Currency | None:
        """The currency that a code, a name or a symbol stands for.

        Where several currencies share it, the one that the first of ``states`` to use any of them uses (put the state
        that the surest clue names first), else the word's default, else None.
        """
        word = self._shared_word_names.find(text)
        if word is None:
            return self._currency_names.find(text)
        candidates = [self.currency(code) for code in word.currencies]
        for state in states:
            used = [candidate for candidate in candidates if state in candidate.states]
            # The koruna of today and that of Czechoslovakia: the one that is still money is meant.
            likely = [currency for currency in used if not currency.historic] or used
            if len(likely) == 1:
                return likely[0]
        return None if word.default is None else self.currency(word.default)

    def misspelling(self, text: str) -> Misspelling | None:
        """What is known of a name that is written wrongly, None for any other."""
        return self._misspellings.get(text)

    # Relations

    def family(self, weapon_id: str) -> Weapon:
        """The weapon at the head of a family: the K9 for the K9PL and for the K9 itself."""
        weapon = self.weapon(weapon_id)
        while weapon.family is not None:
            weapon = self.weapon(weapon.family)
        return weapon

    def variants(self, weapon_id: str) -> tuple[Weapon, ...]:
        """All weapons below one in its family, the variants of variants included, in catalogue order."""
        return tuple(weapon for weapon in self.weapons if weapon_id in self._ancestors(weapon))

    def _ancestors(self, weapon: Weapon) -> Iterator[str]:
        while weapon.family is not None:
            yield weapon.family
            weapon = self.weapon(weapon.family)

    def memberships(self, code: str) -> tuple[Organisation, ...]:
        """The organisations and forums that a state is a member of."""
        return tuple(organisation for organisation in self.organisations if code in organisation.members)

    def european(self, code: str) -> bool:
        """Whether a state is European: in M49's region Europe, or a member of the Council of Europe.

        So Cyprus, Turkey and the South Caucasus are, which M49 puts in Western Asia, and Russia is. An organisation
        ("EU") and a code that is not there are not.
        """
        state = self._states.get(code)
        members = self.organisation("council-of-europe").members
        return state is not None and (state.region == "Europe" or code in members)

    # Adding to it

    def extended(self, *paths: Path) -> Catalogue:
        """This catalogue with the entries of further TOML files; see `kordef.catalogue.loading` for their form.

        Raises `CatalogueError`, naming file, table and key, for an entry that is malformed, already there, refers to
        nothing, or uses a spelling that another entry of its kind owns.
        """
        tables = Tables(shared=list(self.shared_names))
        for table, field in _FIELDS.items():
            tables.entries[table] = {entry.id: entry for entry in getattr(self, field)}
        for path in paths:
            read_file(path, tables)
            if problems := find_problems(tables):
                raise CatalogueError("; ".join(f"{path}: {problem}" for problem in problems))
        return Catalogue.from_tables(tables)

    # Look-up tables

    @cached_property
    def _misspellings(self) -> dict[str, Misspelling]:
        return {entry.text: entry for entry in self.misspellings}

    @cached_property
    def _states(self) -> dict[str, State]:
        return {state.code: state for state in self.states}

    @cached_property
    def _organisations(self) -> dict[str, Organisation]:
        return {organisation.id: organisation for organisation in self.organisations}

    @cached_property
    def _organisations_by_short(self) -> dict[str, Organisation]:
        return {organisation.short: organisation for organisation in self.organisations if organisation.short}

    @cached_property
    def _companies(self) -> dict[str, Company]:
        return {company.id: company for company in self.companies}

    @cached_property
    def _weapons(self) -> dict[str, Weapon]:
        return {weapon.id: weapon for weapon in self.weapons}

    @cached_property
    def _weapon_classes(self) -> dict[str, WeaponClass]:
        return {weapon_class.singular: weapon_class for weapon_class in self.weapon_classes}

    @cached_property
    def _currencies(self) -> dict[str, Currency]:
        return {currency.code: currency for currency in self.currencies}

    @cached_property
    def _state_names(self) -> NameIndex[State]:
        return NameIndex(self.states)

    @cached_property
    def _organisation_names(self) -> NameIndex[Organisation]:
        return NameIndex(self.organisations)

    @cached_property
    def _company_names(self) -> NameIndex[Company]:
        return NameIndex(self.companies)

    @cached_property
    def _weapon_names(self) -> NameIndex[Weapon]:
        return NameIndex(self.weapons)

    @cached_property
    def _weapon_class_names(self) -> NameIndex[WeaponClass]:
        return NameIndex(self.weapon_classes)

    @cached_property
    def _currency_names(self) -> NameIndex[Currency]:
        return NameIndex(self.currencies)

    @cached_property
    def _shared_word_names(self) -> NameIndex[SharedWord]:
        return NameIndex(self.shared_words)


# The field of a catalogue that each table of a data file fills.
_FIELDS = {
    "state": "states",
    "organisation": "organisations",
    "company": "companies",
    "weapon": "weapons",
    "weapon_class": "weapon_classes",
    "currency": "currencies",
    "shared_word": "shared_words",
    "misspelling": "misspellings",
    "landmark": "landmarks",
}


def _get(things: dict[str, Found], identifier: str, what: str, expected: str) -> Found:
    try:
        return things[identifier]
    except KeyError:
        raise CatalogueError(f"no {what} {identifier!r} in the catalogue: expected {expected}") from None
