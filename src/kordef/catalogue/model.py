"""What the catalogue holds: one frozen class for each kind of reference data.

Every class has ``spellings``, all the ways in which a text may name the thing, each with the part it plays and whether
it is ambiguous. That is what a recogniser reads. The other fields are what a text does not say.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

import attrs

from kordef.catalogue.names import in_both_englishes, plural_of, respelt
from kordef.vocabulary import ActorKind, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "REGIONS",
    "Company",
    "CompanyKind",
    "CountingUnit",
    "Currency",
    "Entry",
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
]

REGIONS = {
    "Northern Africa": "Africa",
    "Eastern Africa": "Africa",
    "Middle Africa": "Africa",
    "Southern Africa": "Africa",
    "Western Africa": "Africa",
    "Caribbean": "Americas",
    "Central America": "Americas",
    "South America": "Americas",
    "Northern America": "Americas",
    "Central Asia": "Asia",
    "Eastern Asia": "Asia",
    "South-eastern Asia": "Asia",
    "Southern Asia": "Asia",
    "Western Asia": "Asia",
    "Eastern Europe": "Europe",
    "Northern Europe": "Europe",
    "Southern Europe": "Europe",
    "Western Europe": "Europe",
    "Australia and New Zealand": "Oceania",
    "Melanesia": "Oceania",
    "Micronesia": "Oceania",
    "Polynesia": "Oceania",
}
"""The geographical regions of UN M49, by the finest subdivision that M49 names."""


class SpellingRole(Vocabulary):
    """What a spelling says about the thing it belongs to."""

    NAME = "name", "It names the thing."
    PLURAL = "plural", "It names several of them."
    ABBREVIATION = "abbreviation", "It stands for a class noun, such as MBT, or is a currency's code."
    SYMBOL = "symbol", "It stands for the currency beside a number, such as A$."
    ADJECTIVE = "adjective", "It says that something is of the state, such as Polish."
    DEMONYM = "demonym", "It names the state's people, such as Poles."
    CAPITAL = "capital", "It is the state's capital: a place, or its government when it acts."
    GOVERNMENT = "government", "It stands for the state's government, such as Kremlin."
    PLACE = "place", "It lies in the state."
    SHORT_FORM = "short_form", "It names the thing only after a fuller name has been used."


class CompanyKind(Vocabulary):
    """Whether a firm does business of its own or trades for its state."""

    COMPANY = "company", "A firm, whoever owns it."
    AGENCY = "agency", "A state's trading house for arms, such as Romtehnica."


class SipriCategory(Vocabulary):
    """The categories of SIPRI's Arms Transfers Database."""

    AIRCRAFT = "Aircraft", "Aircraft, helicopters and uncrewed aircraft."
    AIR_DEFENCE_SYSTEMS = "Air-defence systems", "Land-based surface-to-air missile systems and anti-aircraft guns."
    ANTI_SUBMARINE_WARFARE_WEAPONS = "Anti-submarine warfare weapons", "Rocket launchers against submarines."
    ARMOURED_VEHICLES = "Armoured vehicles", "All vehicles with integral armour, tanks included."
    ARTILLERY = "Artillery", "Guns, howitzers, mortars and rocket launchers of 100 mm calibre and above."
    ENGINES = "Engines", "Engines for aircraft, ships and armoured vehicles."
    MISSILES = "Missiles", "Guided missiles, torpedoes, bombs and shells."
    NAVAL_WEAPONS = "Naval weapons", "Guns and launchers for ships."
    OTHER = "Other", "Turrets, tanker refuelling systems and the rest."
    SATELLITES = "Satellites", "Reconnaissance and communications satellites."
    SENSORS = "Sensors", "Radars, sonars and electro-optical systems."
    SHIPS = "Ships", "Ships of at least 100 tonnes, or smaller ones with guns, torpedoes or missiles."


class UnrocaCategory(Vocabulary):
    """The categories of the United Nations Register of Conventional Arms."""

    BATTLE_TANKS = "I", "Battle tanks."
    ARMOURED_COMBAT_VEHICLES = "II", "Armoured combat vehicles."
    LARGE_CALIBRE_ARTILLERY = "III", "Large-calibre artillery systems."
    COMBAT_AIRCRAFT = "IV", "Combat aircraft and unmanned combat aerial vehicles."
    ATTACK_HELICOPTERS = "V", "Attack helicopters."
    WARSHIPS = "VI", "Warships and submarines."
    MISSILES = "VII", "Missiles and missile launchers, MANPADS included."
    SMALL_ARMS = "VIII", "Small arms and light weapons."


class CountingUnit(Vocabulary):
    """What one of a class is counted as; counts of different units do not add up."""

    VEHICLE = "vehicle", "A land vehicle."
    AIRCRAFT = "aircraft", "An aeroplane, helicopter or uncrewed aircraft."
    SHIP = "ship", "A ship, boat or submarine."
    MISSILE = "missile", "A missile, rocket, bomb or torpedo."
    ROUND = "round", "A round of gun or mortar ammunition."
    GUN = "gun", "A gun, mortar or small arm."
    SYSTEM = "system", "A radar, battery, launcher or other system."


@attrs.frozen(kw_only=True)
class Spelling:
    """One way of writing a name.

    An ``ambiguous`` spelling is also an ordinary word, a person's name or another thing: it asks for context.
    """

    text: str
    role: SpellingRole = SpellingRole.NAME
    ambiguous: bool = False


_Texts: TypeAlias = "Iterable[str | None]"


def _spellings(ambiguous: tuple[str, ...], texts_by_role: Mapping[SpellingRole, _Texts]) -> tuple[Spelling, ...]:
    """Each text once, in the role that it comes first in."""
    role_of: dict[str, SpellingRole] = {}
    for role, texts in texts_by_role.items():
        for text in texts:
            if text is not None:
                role_of.setdefault(text, role)
    return tuple(Spelling(text=text, role=role, ambiguous=text in ambiguous) for text, role in role_of.items())


def _in_both_englishes(names: _Texts) -> tuple[str, ...]:
    return tuple(spelling for name in names if name is not None for spelling in in_both_englishes(name))


@attrs.frozen(kw_only=True)
class State:
    """A state or territory of ISO 3166-1.

    ``name`` is what the English-language press writes, ``official`` the formal name, ``names`` all others.
    ``government`` holds words that stand for the government (the capital excepted), ``places`` cities, ports and
    regions that matter in this field, ``contextual`` short forms that need a fuller name before them ("the North").
    ``assigned`` is False where ISO 3166-1 does not assign the code (XK, by the practice of the EU).
    """

    code: str
    alpha3: str
    name: str
    official: str | None = None
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str | None = None
    capital_names: tuple[str, ...] = ()
    government: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    contextual: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    subregion: str | None = None
    assigned: bool = True

    @property
    def id(self) -> str:
        """The ISO 3166-1 alpha-2 code."""
        return self.code

    @property
    def region(self) -> str | None:
        """The M49 region, None for Antarctica."""
        return None if self.subregion is None else REGIONS[self.subregion]

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """All ways of naming the state, its people, government and places."""
        return _spellings(
            self.ambiguous,
            {
                SpellingRole.NAME: (self.name, self.official, *self.names),
                SpellingRole.ADJECTIVE: self.adjectives,
                SpellingRole.DEMONYM: self.demonyms,
                SpellingRole.CAPITAL: (self.capital, *self.capital_names),
                SpellingRole.GOVERNMENT: self.government,
                SpellingRole.PLACE: self.places,
                SpellingRole.SHORT_FORM: self.contextual,
            },
        )


@attrs.frozen(kw_only=True)
class Organisation:
    """A body that is neither a state nor a company.

    ``state`` is where a body belongs or sits; ``organ_of`` is "EU", "UN" or "NATO" for their organs and missions.
    ``members`` are alpha-2 codes as they stood on ``members_as_of``.
    """

    id: str
    name: str
    kind: ActorKind
    short: str | None = None
    names: tuple[str, ...] = ()
    contextual: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    members_as_of: date | None = None
    parent: str | None = None
    state: str | None = None
    organ_of: str | None = None

    @property
    def acts_for(self) -> str | None:
        """The code of the party that the body acts for in a record, None for one that acts for itself.

        That is its state's for ministries, agencies and armed services, and the organisation's short name for organs.
        """
        if self.organ_of is None and self.kind in (ActorKind.GOVERNMENT_BODY, ActorKind.MILITARY_UNIT):
            return self.state
        return self.organ_of

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """All ways of naming the body, "Defence" and "Defense" exchanged as well."""
        names = _in_both_englishes((self.name, self.short, *self.names))
        return _spellings(self.ambiguous, {SpellingRole.NAME: names, SpellingRole.SHORT_FORM: self.contextual})


@attrs.frozen(kw_only=True)
class Company:
    """A firm. ``names`` are other and former names; ``contextual`` short forms that need the full name before them."""

    id: str
    name: str
    kind: CompanyKind = CompanyKind.COMPANY
    names: tuple[str, ...] = ()
    contextual: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    state: str
    parent: str | None = None

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """All ways of naming the firm, "Defence" and "Defense" exchanged as well."""
        names = _in_both_englishes((self.name, *self.names))
        return _spellings(self.ambiguous, {SpellingRole.NAME: names, SpellingRole.SHORT_FORM: self.contextual})


@attrs.frozen(kw_only=True)
class Weapon:
    """A weapon, platform or munition with a designation of its own.

    ``designation`` is what an analyst calls it (K239), ``name`` what it is christened (Chunmoo). ``family`` is the id
    of the weapon that it is a variant of. ``category`` is plain English, as a rule the singular of a `WeaponClass`; the
    categories of SIPRI and of the UN Register are None where those do not count such a thing. ``maker`` is a company's
    id, ``origin`` an alpha-2 code, both None where several share it. A data file leaves out what a variant has in
    common with its family, and the register's categories where they are those of its class.
    """

    id: str
    designation: str
    name: str | None = None
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    family: str | None = None
    category: str
    sipri_category: SipriCategory | None = None
    unroca_category: UnrocaCategory | None = None
    maker: str | None = None
    origin: str | None = None

    @property
    def full_name(self) -> str:
        """Designation and name together: "K239 Chunmoo"; just one of them where the other adds nothing."""
        if self.name is None or self.name in self.designation:
            return self.designation
        return self.name if self.designation in self.name else f"{self.designation} {self.name}"

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """All ways of naming the weapon, in the singular."""
        texts = (self.designation, self.name, self.full_name, *self.aliases)
        return _spellings(self.ambiguous, {SpellingRole.NAME: texts})


@attrs.frozen(kw_only=True)
class WeaponClass:
    """A sort of weapon without a designation: "self-propelled howitzer".

    ``singular`` and ``variants`` are in British spelling with hyphens; ``spellings`` adds the American ones, those
    without hyphens, and the plurals.
    """

    singular: str
    irregular_plural: str | None = None
    variants: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    sipri_category: SipriCategory | None = None
    unroca_category: UnrocaCategory | None = None
    unit: CountingUnit

    @property
    def plural(self) -> str:
        """The plural of the singular."""
        return self.irregular_plural or plural_of(self.singular)

    @property
    def id(self) -> str:
        """The singular, which is also the key in the data file."""
        return self.singular

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """All ways of naming the class, in both Englishes, with and without hyphens."""
        plurals = (self.plural, *map(plural_of, self.variants))
        return _spellings(
            self.ambiguous,
            {
                SpellingRole.NAME: [text for noun in (self.singular, *self.variants) for text in respelt(noun)],
                SpellingRole.PLURAL: [text for noun in plurals for text in respelt(noun)],
                SpellingRole.ABBREVIATION: self.abbreviations,
            },
        )


@attrs.frozen(kw_only=True)
class Currency:
    """A currency of ISO 4217, also one that is no longer money.

    ``name`` is the full name in the singular ("South Korean won"), ``names`` other singulars and plurals as the press
    writes them. ``symbols`` stand before or after the number. Words and symbols that several currencies share are in
    ``Catalogue.shared_words`` and not here. ``minor_units`` is the number of decimals, None where ISO 4217 gives none.
    ``states`` use the currency, or did while it was one. ``since`` is its first day where that lies after 1990,
    ``until`` the last day before ``successor`` replaced it, None while it is in use.
    """

    code: str
    name: str
    names: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    minor_units: int | None = None
    states: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    successor: str | None = None

    @property
    def id(self) -> str:
        """The ISO 4217 code."""
        return self.code

    @property
    def historic(self) -> bool:
        """Whether the currency has ceased to be money."""
        return self.until is not None

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """The code, names and symbols that mean this currency and no other."""
        return _spellings(
            (),
            {
                SpellingRole.NAME: (self.name, *self.names),
                SpellingRole.ABBREVIATION: (self.code,),
                SpellingRole.SYMBOL: self.symbols,
            },
        )


@attrs.frozen(kw_only=True)
class SharedWord:
    """A word or symbol that several currencies share: "$", "krone", "pound".

    ``forms`` are its other forms, such as plurals. ``currencies`` are the candidates: the one that a state spoken of
    uses is meant, and ``default`` where nothing points elsewhere, None where that would be a guess.
    """

    text: str
    forms: tuple[str, ...] = ()
    currencies: tuple[str, ...]
    default: str | None = None

    @property
    def id(self) -> str:
        """The word itself, which is also the key in the data file."""
        return self.text

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """The word in all its forms."""
        return _spellings((), {SpellingRole.NAME: (self.text, *self.forms)})


@attrs.frozen(kw_only=True)
class SharedName:
    """A spelling that several things of one kind own on purpose, and why."""

    kind: str
    text: str
    reason: str


@attrs.frozen(kw_only=True)
class Misspelling:
    """A way of writing a name that is wrong, beside what it should be; ``basis`` says who writes it rightly.

    It is not a spelling under which anything is found: what a document says stays as it is, and the audit tells.
    """

    text: str
    right: str
    basis: str

    @property
    def id(self) -> str:
        """The wrong spelling, which is also the key in the data file."""
        return self.text

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """None: nothing goes by a wrong name."""
        return ()


@attrs.frozen(kw_only=True)
class Landmark:
    """Something that happened, with its date, to which a document's date of it can be held.

    ``kind`` is that of the records which may speak of it: "attack" for events, "agreement", or "contract" for
    transfers. ``field`` is the date that is meant ("signed"), ``date`` an EDTF string. ``parties`` are those of the
    record: attacker and attacked, the parties in any order, or supplier and recipient. A record speaks of it if one of
    ``phrases`` stands in its name and none of ``unless``, or for a contract if it is about one of ``weapons`` (ids of
    families), of which ``numbers`` were ordered. ``basis`` is the publication that has the date.
    """

    id: str
    what: str
    kind: str
    field: str
    date: str
    parties: tuple[str, ...]
    phrases: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    basis: str

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """None: a landmark is not looked up by name."""
        return ()


Entry: TypeAlias = (
    State | Organisation | Company | Weapon | WeaponClass | Currency | SharedWord | Misspelling | Landmark
)
"""Anything that a table of a data file describes."""
