"""Everything that recognition looks for, made once from the catalogue and the data files beside this module."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from attrs import frozen

from kordef.catalogue import SpellingRole
from kordef.catalogue.names import plural_of
from kordef.mentions.names import Name, NameTable, Sort, fold
from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kordef.catalogue import Catalogue, Organisation, State, Weapon, WeaponClass

__all__ = ["Lexicon", "Person", "lexicon", "ministry_field", "without_state"]


@frozen(kw_only=True)
class Person:
    """A holder of office whom many texts name: the state, or the short name of the organisation, that he or she acts for."""

    name: str
    party: str
    wrong: tuple[str, ...] = ()
    """Spellings known to be mistaken, folded."""


@frozen(kw_only=True)
class Lexicon:
    """The table of names, the catalogue that it was made from, and what rules look up in it."""

    catalogue: Catalogue
    table: NameTable
    classes: dict[str, WeaponClass]
    bodies: Mapping[tuple[str, str], Organisation]
    """The catalogue's ministries and services by party and label: ("KR", "defence-ministry")."""
    labels: Mapping[str, str]
    """The labels of those by their ids."""
    plurals: Mapping[str, str]
    """The plurals of the weapon classes by their singulars."""
    namesakes: Mapping[str, tuple[Weapon, ...]]
    """The weapons by their names that are one word, such as "Puma" of "RQ-20 Puma"."""
    codes: Mapping[str, State]
    """The states by their codes of ISO 3166-1, of two letters and of three."""
    territories: frozenset[str]
    """The codes of those that are no states but belong to one."""


_SORTS = (
    ("states", Sort.STATE),
    ("organisations", Sort.ORGANISATION),
    ("companies", Sort.COMPANY),
    ("weapons", Sort.WEAPON),
)


def _enter(table: NameTable, things: Iterable[Any], sort: str) -> None:
    """Enter the names of things of the catalogue, in capitals as well where that is no other word."""
    for thing in things:
        for spelling in thing.spellings:
            name = Name(sort, thing, spelling.role, spelling.ambiguous)
            text = spelling.text
            table.add(text, name)
            if not text.isupper() and len(text) > 3:
                table.add(fold(text).upper(), name)
            if sort is Sort.WEAPON:
                written = (text, _in_digits(text), _in_small_letters(text, thing.ambiguous))
                for number, also in enumerate(dict.fromkeys(filter(None, written))):
                    same = name._replace(ambiguous=True) if also[0].islower() else name
                    if number:
                        table.add(also, same)
                    for several in _several(also):
                        table.add(several, same._replace(role=SpellingRole.PLURAL))
                        if also.isalpha() and not also.isupper() and len(also) > 3:
                            table.add(several.upper(), same._replace(role=SpellingRole.PLURAL))


def _several(name: str) -> Iterator[str]:
    """A weapon's name in the plural, as written: "Harpys" and "Harpies", "Lynxes"."""
    if name[-1] != "s":
        yield name + "s"
    if name.endswith(("x", "ch", "sh", "ss", "z")) and name[-3:].isalpha():
        yield name + "es"
    elif name.endswith("y") and name[-2] not in "aeiou" and name[-2].isalpha():
        yield name[:-1] + "ies"


_ROMAN = re.compile(r"([A-Z][A-Z-]*[A-Z][ -])(II|III|IV)\b")
_DIGITS = {"II": "2", "III": "3", "IV": "4"}
_SMALL = re.compile(r"[A-Za-z]{1,3}-?\d+[A-Za-z0-9-]*|[A-Za-z]{5,}")


def _in_digits(text: str) -> str | None:
    """A code with its Roman number in digits, as registers write it: "KDX-III" gives "KDX-3"."""
    roman = _ROMAN.match(text)
    return None if roman is None else f"{roman[1]}{_DIGITS[roman[2]]}{text[roman.end() :]}"


def _in_small_letters(text: str, doubtful: tuple[str, ...]) -> str | None:
    """A code or a name in small letters, where texts have no capitals ("f-16s"), if that is no other word."""
    small = text.lower()
    if small == text or not _SMALL.fullmatch(text):
        return None
    if text.isalpha() and (small.capitalize() in doubtful or text in doubtful or small in _small_words()):
        return None
    return small


@cache
def _small_words() -> frozenset[str]:
    return frozenset(read_words_of("weapons")["small_words"])


def _enter_words(
    table: NameTable, role: str, words: Iterable[str], *, any_case: bool = True, plural: bool = False
) -> None:
    for word in words:
        table.add(word, Name(Sort.WORD, role), any_case=any_case)
        if plural:
            table.add(plural_of(word), Name(Sort.WORD, role, SpellingRole.PLURAL), any_case=any_case)


def _enter_persons(table: NameTable) -> None:
    surnames = frozenset(read_words_of("persons")["korean_surnames"].split())
    persons: dict[str, Person] = {}
    for name, facts in read_words_of("persons")["known"].items():
        wrong = tuple(facts.get("wrong", ()))
        person = persons[name] = Person(name=name, party=facts["party"], wrong=wrong)
        for text in (name, *facts.get("also", ()), *wrong):
            spellings = [text, text.upper()]
            words = text.split()
            if words[0] in surnames:
                given = " ".join(words[1:]).replace("-", " ").split()
                if len(given) == 2:
                    first, second = given[0], given[1]
                    spellings += [f"{words[0]} {first}-{second.lower()}", f"{words[0]} {first}-{second.capitalize()}"]
                    spellings += [f"{first}-{second.lower()} {words[0]}", f"{first} {second.capitalize()} {words[0]}"]
            for spelling in spellings:
                table.add(spelling, Name(Sort.PERSON, person))
    for surname, name in read_words_of("persons")["famous"].items():
        table.add(surname, Name(Sort.PERSON, persons[name], SpellingRole.SHORT_FORM))


def _build(catalogue: Catalogue) -> Lexicon:
    table = NameTable()
    for field, sort in _SORTS:
        _enter(table, getattr(catalogue, field), sort)
    for weapon_class in catalogue.weapon_classes:
        for spelling in weapon_class.spellings:
            name = Name(Sort.CLASS, weapon_class, spelling.role, spelling.ambiguous)
            table.add(spelling.text, name, any_case=spelling.role is not SpellingRole.ABBREVIATION)
    _enter_persons(table)
    for text in read_words_of("places")["blocked"]:
        table.add(text, Name(Sort.BLOCKED, text))
    posts, bodies, firms = read_words_of("posts"), read_words_of("bodies"), read_words_of("firms")
    _enter_words(table, "post", (*posts["heads"], *posts["beside_names"]), plural=True)
    _enter_words(table, "title", posts["titles"], any_case=False)
    _enter_words(table, "pronoun", ("he", "she"))
    _enter_words(table, "ministry", bodies["ministries"])
    for family in ("government", "military", "research", "media", "party"):
        _enter_words(table, f"{family}.plain", bodies[family].get("plain", ()))
        _enter_words(table, f"{family}.named", bodies[family]["named"], any_case=False)
    _enter_words(table, "firm.form", firms["forms"], any_case=False)
    _enter_words(table, "firm.noun", firms["nouns"], any_case=False)
    _enter_words(table, "firm.weak", firms["weak_nouns"], any_case=False)
    _enter_words(table, "firm.class", firms["classes"])
    _enter_words(table, "firm.role", firms["roles"])
    _enter_words(table, "firm.partner", firms["partners"])
    weapons = read_words_of("weapons")
    _enter_words(table, "beside", weapons["beside"], plural=True)
    _enter_words(table, "round", ("round",), plural=True)
    _enter_words(table, "ship", weapons["ship_nouns"], plural=True)
    _enter_words(table, "prefix", weapons["ship_prefixes"], any_case=False)
    found = _bodies(catalogue)
    return Lexicon(
        catalogue=catalogue,
        table=table,
        classes={c.singular: c for c in catalogue.weapon_classes},
        bodies=found,
        labels={body.id: label for (_, label), body in found.items()},
        plurals={c.singular: c.plural for c in catalogue.weapon_classes},
        namesakes=_namesakes(catalogue),
        codes={code: state for state in catalogue.states for code in (state.code, state.alpha3)},
        territories=_territories(catalogue),
    )


def _is_code(word: str) -> bool:
    return word.isupper() or any(map(str.isdigit, word))


def _namesakes(catalogue: Catalogue) -> dict[str, tuple[Weapon, ...]]:
    """The weapons by their names that are one word, alone ("Hawk") or behind a designation ("MIM-23 Hawk")."""
    found: dict[str, dict[str, Weapon]] = {}
    for weapon in catalogue.weapons:
        for spelling in weapon.spellings:
            *designation, word = spelling.text.split()
            if word.isalpha() and word[0].isupper() and all(map(_is_code, designation)):
                found.setdefault(word, {})[weapon.id] = weapon
    return {word: tuple(weapons.values()) for word, weapons in found.items()}


def _territories(catalogue: Catalogue) -> frozenset[str]:
    """The codes of those that are neither members of the United Nations nor listed as states outside them."""
    members = next((body.members for body in catalogue.organisations if body.short == "UN"), ())
    states = {*members, *read_words_of("places")["outside_un"]}
    return frozenset(state.code for state in catalogue.states if state.code not in states) if members else frozenset()


_MINISTRY = re.compile(r"(?:Federal )?Ministry (?:of|for) (?:the )?(.+)|(.+) Ministry")


@cache
def _fields() -> dict[str, str]:
    return {word: name for name, words in read_words_of("bodies")["fields"].items() for word in words}


def ministry_field(words: str) -> str | None:
    """The field that the words beside "ministry" name: "national defense" gives "defence"."""
    return _fields().get(" ".join(words.lower().split()))


def _bodies(catalogue: Catalogue) -> dict[tuple[str, str], Organisation]:
    """The catalogue's ministries and armed services under the labels that a text's "defence ministry" or "navy" has."""
    services = {
        word: word.replace(" ", "-")
        for family in ("government", "military")
        for word in read_words_of("bodies")[family]["plain"]
    }
    bodies: dict[tuple[str, str], Organisation] = {}
    for body in catalogue.organisations:
        if body.state is None or body.kind not in (ActorKind.GOVERNMENT_BODY, ActorKind.MILITARY_UNIT):
            continue
        state = catalogue.state(body.state)
        for spelling in body.spellings:
            words = without_state(spelling.text, state)
            ministry = _MINISTRY.fullmatch(words)
            field = ministry_field(ministry[1] or ministry[2]) if ministry else None
            label = f"{field}-ministry" if field else services.get(words.lower())
            if label is not None:
                bodies.setdefault((body.state, label), body)
    return bodies


def without_state(name: str, state: State) -> str:
    """The name of a body without the state's name or adjective before it: "Polish Army" gives "Army"."""
    for spelling in (state.name, state.official, *state.names, *state.adjectives):
        if spelling and name.startswith(spelling):
            rest = name[len(spelling) :].removeprefix("'s")
            if rest.startswith(" "):
                return rest[1:]
    return name


_built: list[Lexicon] = []
_MOST_KEPT = 4


def lexicon(catalogue: Catalogue) -> Lexicon:
    """The lexicon of a catalogue; the last few are kept, found again by the catalogue's identity."""
    for built in _built:
        if built.catalogue is catalogue:
            return built
    made = _build(catalogue)
    _built.insert(0, made)
    del _built[_MOST_KEPT:]
    return made
