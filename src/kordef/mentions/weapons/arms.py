"""Weapons in the making: what the rules for designations, ships and classes share."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import define

from kordef.catalogue import CountingUnit, SipriCategory, SpellingRole, UnrocaCategory
from kordef.mentions.actors.cast import slug
from kordef.mentions.names import Sort
from kordef.mentions.word_files import read_words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kordef.catalogue import Weapon, WeaponClass
    from kordef.mentions.lexicon import Lexicon
    from kordef.mentions.names import Hit, Name
    from kordef.mentions.passages import Page, Passage

__all__ = [
    "VERSIONS",
    "Arm",
    "Armoury",
    "Noun",
    "beside",
    "calibre_before",
    "key_of",
    "noun_at",
    "singulars",
    "suits",
    "words_of",
]


@define(kw_only=True, eq=False)
class Arm:
    """A weapon's mention in the making. ``core`` is where its name alone stands; ``start`` and ``end`` take in the class noun."""

    start: int
    end: int
    passage: Passage
    key: str
    name: str
    core: tuple[int, int]
    form: str = "name"
    designation: str | None = None
    category: str | None = None
    category_stated: bool = False
    category_span: tuple[int, int] | None = None
    weapon: Weapon | None = None
    weapon_class: WeaponClass | None = None
    kin: Weapon | None = None
    """The catalogue's weapon that an unknown variant seems to belong to."""
    plural: bool = False
    ambiguous: bool = False
    item: bool = False
    single: bool = False
    """Whether it is one ship and not a type."""
    inferred: tuple[str, ...] = ()

    def stand_for(self, other: Arm) -> None:
        """Make this mention one of another weapon, by a short form."""
        self.key, self.name, self.designation, self.weapon = other.key, other.name, other.designation, other.weapon
        self.form = "short"


class Armoury:
    """The weapons found so far, and the nouns that belong to one of them."""

    def __init__(self, *, page: Page, lexicon: Lexicon) -> None:
        self.page = page
        self.lexicon = lexicon
        self.arms: list[Arm] = []
        # The nouns for weapons by where they start, in the order of the text, and the starts of those beside a name.
        self.nouns: dict[int, Noun] = {}
        self.used: set[int] = set()
        # Ships by their folded names.
        self.ships: dict[str, Arm] = {}


@define(kw_only=True, eq=False)
class Noun:
    """A noun for weapons at a place in the text: of a class of the catalogue, or one that only says what a name beside it is."""

    start: int
    end: int
    singular: str
    plural: bool
    weapon_class: WeaponClass | None
    ambiguous: bool = False
    capital: bool = False
    ship: bool = False
    """Whether it is a noun for ships, behind which a name may follow."""


@cache
def words_of(key: str) -> frozenset[str]:
    """A word list of the weapons' data file."""
    words: Iterable[str] = read_words_of("weapons")[key]
    return frozenset(words)


@cache
def civil_types() -> re.Pattern[str]:
    """Designations of what is no weapon: airliners, cars."""
    return re.compile(read_words_of("weapons")["civil"])


def singulars(plural: str) -> tuple[str, ...]:
    """What a name in the plural may be several of: "Lynxes", "Harpies", "Abramses"."""
    return (plural.removesuffix("es"), f"{plural.removesuffix('ies')}y") if plural.endswith("es") else ()


def is_taken(passage: Passage, start: int) -> bool:
    """Whether the name that begins at a position is that of a state, a firm, a person or the like."""
    hit = passage.hit_at.get(start)
    return hit is not None and any(name.sort in TAKEN for name in hit.names)


def key_of(name: str) -> str:
    """The key of a weapon that no catalogue knows."""
    return f"weapon:x:{slug(name)}"


_CALIBRE = re.compile(r"(?<!\d)(\d{1,3})(?:\.\d+)?[\s-]?mm[\s-](?:(?!(?:and|or|of|for|with)\s)[a-z-]+\s){0,2}\Z")
"""A calibre before a noun, perhaps with a word between: "155 mm artillery "."""
# "500,000 rounds", "the million rounds"
_THOUSANDS = re.compile(
    r"(?:\d[,.]?\d{3}|\b(?:thousands?|million|millions)(?:\sof)?)\s(?:more\s)?(?:(large-calib(?:re|er))\s)?\Z"
)
_OF_KIND = re.compile(r"\sof\s(?!\d)")
# Units that exclude one another; guns are vehicles or none, and a system or a missile may be named after what carries it.
_PLATFORMS = (CountingUnit.VEHICLE, CountingUnit.AIRCRAFT, CountingUnit.SHIP)
_CARRIERS = (
    UnrocaCategory.BATTLE_TANKS,
    UnrocaCategory.ARMOURED_COMBAT_VEHICLES,
    UnrocaCategory.COMBAT_AIRCRAFT,
    UnrocaCategory.ATTACK_HELICOPTERS,
)
_GUNS = {
    "artillery": re.compile(r"\b(?:[Aa]rtillery|[Hh]owitzers?|155[\s-]?mm|[Ss]hells)\b"),
    "ammunition": re.compile(r"\b(?:[Aa]mmunition|[Cc]artridges?|[Rr]ifles?|[Mm]achine[ -]guns?)\b"),
}
_LARGE_CALIBRE = 100
_CALIBRE_REACH = 24
_THOUSANDS_REACH = 40
TAKEN = (Sort.STATE, Sort.ORGANISATION, Sort.COMPANY, Sort.PERSON, Sort.BLOCKED)
"""The sorts of names that are no weapons, and no nouns for them."""


def calibre_before(text: str, floor: int, position: int) -> re.Match[str] | None:
    """The calibre that stands before a position; nothing before ``floor`` is looked at."""
    return None if text.find("mm", floor, position) < 0 else _CALIBRE.search(text, floor, position)


def noun_at(page: Page, hit: Hit, lexicon: Lexicon) -> Noun | None:
    """The weapon noun that a hit is, if it is one."""
    if hit.names[0].sort in TAKEN:
        return None
    name = hit.of(Sort.CLASS)
    if name is not None:
        return _class_noun(page, hit, name, lexicon.plurals)
    word = hit.of(Sort.WORD)
    if word is None or word.thing not in ("beside", "ship", "round"):
        return None
    plural = word.role is SpellingRole.PLURAL
    written = page.text[hit.start : hit.end].lower()
    noun = Noun(
        start=hit.start,
        end=hit.end,
        singular=written.removesuffix("s").replace("batterie", "battery") if plural else written,
        plural=plural,
        weapon_class=None,
        capital=hit.capital,
        ship=any(name.thing == "ship" for name in hit.names),
    )
    if word.thing != "round":
        return noun
    # Rounds are ammunition only with a calibre, and shells with a large one.
    calibre = calibre_before(page.text, max(0, hit.start - _CALIBRE_REACH), hit.start)
    if calibre is None:
        return _uncounted_round(page, noun, lexicon.classes)
    large = int(calibre[1]) >= _LARGE_CALIBRE
    noun.weapon_class = lexicon.classes.get("artillery shell" if large else "ammunition")
    noun.singular = "artillery shell" if large else noun.singular
    return noun


def _uncounted_round(page: Page, noun: Noun, classes: Mapping[str, WeaponClass]) -> Noun | None:
    """Rounds by the thousand, in a text that speaks of guns: of artillery if it has that, of small arms otherwise."""
    if _OF_KIND.match(page.text, noun.end):
        # "Rounds of small-arms ammunition": only how the ammunition is counted.
        return None
    count = _THOUSANDS.search(page.text, max(0, noun.start - _THOUSANDS_REACH), noun.start)
    if not noun.plural or count is None:
        return None
    if count[1] is not None:
        noun.weapon_class, noun.singular = classes.get("artillery shell"), "artillery shell"
        return noun
    for fact, singular in (("artillery", "artillery shell"), ("ammunition", "ammunition")):
        if fact not in page.facts:
            page.facts[fact] = _GUNS[fact].search(page.text) is not None
        if page.facts[fact]:
            noun.weapon_class = classes.get(singular)
            noun.singular = singular
            return noun
    return None


def _class_noun(page: Page, hit: Hit, name: Name, plurals: Mapping[str, str]) -> Noun:
    weapon_class: WeaponClass = name.thing
    regular = plurals[weapon_class.singular]
    written = page.text[hit.start : hit.end].lower()
    abbreviated = name.role is SpellingRole.ABBREVIATION
    # "Aircraft" and "ammunition" are one or several.
    plural = name.role is SpellingRole.PLURAL or written == regular or (abbreviated and written[-1] == "s")
    if abbreviated or written[0].isdigit():
        singular = weapon_class.singular
    else:
        singular = _singular(written, weapon_class.singular, regular) if plural else written
    return Noun(
        start=hit.start,
        end=hit.end,
        singular=singular,
        plural=plural,
        weapon_class=weapon_class,
        ambiguous=name.ambiguous,
        # "Aegis destroyer" is a noun for all its capital.
        capital=hit.capital and not page.text[hit.start : hit.end].rpartition(" ")[2][0].islower(),
        ship=weapon_class.unit is CountingUnit.SHIP,
    )


def _singular(plural: str, singular: str, regular: str) -> str:
    """The singular of a plural of a class, as written if it is regular."""
    if plural == regular:
        return singular
    if plural.endswith("ies"):
        return f"{plural[:-3]}y"
    return plural[:-1] if plural.endswith("s") and not plural.endswith(("ss", "craft")) else plural


def suits(weapon: Weapon, noun: Noun, classes: Mapping[str, WeaponClass]) -> bool:
    """Whether a noun may be said of a weapon, as far as what they are counted as tells: no vehicle is a drone or a ship."""
    known = classes.get(weapon.category)
    if known is None:
        return True
    units = read_words_of("weapons")["units"].get(noun.singular)
    if noun.weapon_class is None or units is not None:
        return units is None or str(known.unit) in units
    one, other = noun.weapon_class.unit, known.unit
    if one is CountingUnit.MISSILE and other is CountingUnit.AIRCRAFT:
        # "Hawk missiles", not the trainer's.
        return False
    if other not in _PLATFORMS:
        # "Patriot vehicles", but no system is an armoured carrier or a helicopter: "Mamba APCs".
        return noun.weapon_class.unroca_category not in _CARRIERS
    if other is not CountingUnit.VEHICLE and one is CountingUnit.GUN:
        # "Millennium naval guns", not the aircraft's.
        return noun.weapon_class.sipri_category is None and noun.weapon_class.unroca_category is None
    if noun.weapon_class.unroca_category is UnrocaCategory.SMALL_ARMS and other is CountingUnit.VEHICLE:
        # "M2 machine guns"
        return False
    if noun.weapon_class.sipri_category is SipriCategory.SENSORS:
        return False
    if one is other is CountingUnit.AIRCRAFT and noun.weapon_class.singular not in words_of("wide"):
        return _sort_of_aircraft(noun.weapon_class.singular) == _sort_of_aircraft(known.singular)
    return one not in _PLATFORMS or one is other


def _sort_of_aircraft(category: str) -> str:
    words = category.split()
    if "helicopter" in words:
        return "helicopter"
    return "drone" if "drone" in words or "unmanned" in words else "aeroplane"


_GAP = re.compile(r"\+?[\s\"'”’)]{1,3}")
_GAP_WORD = re.compile(r"([A-Za-z0-9+/.-]*[A-Za-z0-9+/-])[\s\"'”’]{1,2}")
VERSIONS = frozenset(["Mod", "Mk", "MK", "Mark", "Block", "Batch", "Increment", "Flight", "Baseline", "Build"])
"""Words with a number behind them that say which version of a weapon is meant."""
_MOST_BETWEEN = 4


def beside(page: Page, start: int, end: int) -> bool:
    """Whether what stands between a weapon's name and a class noun lets them belong together: a blank, a block, a kind."""
    text = page.text
    gap = _GAP.match(text, start, end)
    if gap is None:
        return False
    position, before = gap.end(), ""
    for _ in range(_MOST_BETWEEN):
        if position >= end:
            break
        word = _GAP_WORD.match(text, position, end)
        if word is None:
            return False
        # "Mod 7", "130 mm guns"
        number = word[1].isdigit() and (before in VERSIONS or text.startswith(("mm ", "mm-", "mm/"), word.end()))
        # "155 mm/52 calibre", not "M2A1 .50 caliber machine guns"
        length = "mm/" in before and word[1] in ("calibre", "caliber")
        if not number and not length and not _may_stand_between(word[1]):
            return False
        position, before = word.end(), word[1]
    return position == end


def _may_stand_between(word: str) -> bool:
    """ "Block", "SEPv3", "light": a name, a code, or a word that says of what kind; but no number alone."""
    code = any(map(str.isdigit, word)) and not word.isdigit()
    return code or word[0].isupper() or word.lower() in words_of("between")
