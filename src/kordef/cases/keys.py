"""What actors, weapons and places of different documents are the same: the keys under which they meet.

A record refers to the actors and weapons of its own document. Those of two documents are tied by the catalogue's id where
they have one, else by their name without case, accents and the words that titles and class nouns add.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from attrs import frozen

from kordef.catalogue import Catalogue, State, Weapon, load
from kordef.catalogue.names import plain
from kordef.records import Actor, Record, WeaponSystem
from kordef.vocabulary import ActorKind

__all__ = ["Good", "Keys", "words_of"]

_WORD = re.compile(r"[^\W_]+(?:\+[^\W_]+)*")
_GENITIVE = re.compile(r"['’]s\b")
_GOVERNMENT = re.compile(
    r"(?:the )?(?:government of (?:the )?(?P<state>.+)|(?P<whose>.+) (?:government|authorities|administration))",
    re.IGNORECASE,
)
_BRITISH: Mapping[str, str] = {"defense": "defence", "program": "programme", "armored": "armoured", "center": "centre"}
_SPELT = {"two plus two": "2+2", "two-plus-two": "2+2"}


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in one spelling: lower case, without accents and the plural's s, British."""
    text = _GENITIVE.sub("", plain(text).casefold())
    for spelt, figure in _SPELT.items():
        text = text.replace(spelt, figure)
    words: list[str] = _WORD.findall(text)
    return tuple(_one(_BRITISH.get(word, word)) for word in words)


def _one(word: str) -> str:
    """A word without the s of the plural."""
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
    return _BRITISH.get(word, word)


@frozen
class Good:
    """Goods as they are compared: the weapon, the head of its family, and the class nouns that may stand for it."""

    key: str
    family: str
    nouns: frozenset[str]
    named: bool
    """Whether it is a weapon with a name; ``False`` for a class ("howitzers")."""
    main: bool
    """Whether it is one of the arms that the UN register lists; what goes with them (vehicles, rounds, parts) is not."""


class Keys:
    """The keys of the actors and weapons of some records."""

    def __init__(self, records: Iterable[Record], catalogue: Catalogue | None = None) -> None:
        self._catalogue = catalogue or load()
        self._actors: dict[str, Actor] = {}
        self._weapons: dict[str, WeaponSystem] = {}
        for record in records:
            if isinstance(record, Actor):
                self._actors[record.id] = record
            elif isinstance(record, WeaponSystem):
                self._weapons[record.id] = record
        self._companies = {f"company:{company.id}": company for company in self._catalogue.companies}
        self._bodies = {f"organisation:{body.id}": body for body in self._catalogue.organisations}
        self._keys: dict[str, str] = {}
        self._sides: dict[str, str] = {}
        self._goods: dict[str, Good] = {}
        self._by_name: dict[str, str] = {}

    # ---- actors

    def name(self, key: str) -> str:
        """What an actor or a weapon is called: a state by its code; the id itself where the records do not have it."""
        actor = self._actors.get(key)
        if actor is not None:
            return actor.code or actor.name
        weapon = self._weapons.get(key)
        return weapon.name if weapon else key

    def spellings(self, actor: str) -> tuple[str, ...]:
        """All that an actor is called, in its document and in short."""
        known = self._actors.get(actor)
        if known is None:
            return (actor,)
        body = self._bodies.get(self.actor(actor))
        return (known.name, *known.names, *((body.short,) if body and body.short else ()))

    def is_person(self, actor: str) -> bool:
        """Whether an actor is a natural person."""
        known = self._actors.get(actor)
        return known is not None and known.kind is ActorKind.PERSON

    def actor(self, actor: str) -> str:
        """The key of an actor itself: "state:KR", "company:hanwha-aerospace", "cho tae yul"."""
        key = self._keys.get(actor)
        if key is None:
            known = self._actors.get(actor)
            key = self._keys[actor] = actor if known is None else self._key_of(known)
        return key

    def _key_of(self, actor: Actor) -> str:
        if actor.code:
            return f"state:{actor.code}"
        if actor.catalogue:
            return actor.catalogue
        return " ".join(words_of(actor.name)) if actor.kind is ActorKind.PERSON else self.party(actor.name)

    def party(self, name: str) -> str:
        """The key of a state, an organisation or a company by its name, a code or a capital, else the words of the name."""
        key = self._by_name.get(name)
        if key is None:
            key = self._by_name[name] = self._found(name) or " ".join(words_of(name))
        return key

    def _found(self, name: str) -> str | None:
        catalogue = self._catalogue
        if state := catalogue.find_state(name) or self._by_capital.get(" ".join(words_of(name))):
            return f"state:{state.code}"
        if body := catalogue.find_organisation(name):
            return f"organisation:{body.id}"
        if company := catalogue.find_company(name):
            return f"company:{company.id}"
        if match := _GOVERNMENT.fullmatch(name):
            state = catalogue.find_state(_GENITIVE.sub("", match["state"] or match["whose"]))
            return f"state:{state.code}" if state else None
        return None

    @cached_property
    def _by_capital(self) -> Mapping[str, State]:
        return {
            " ".join(words_of(name)): state
            for state in reversed(self._catalogue.states)
            for name in (*state.places, *state.capital_names, state.capital)
            if name
        }

    def side(self, actor: str) -> str:
        """The key of the state or organisation that an actor stands for.

        A ministry, a service, an official and a company stand for their state, an organ for its organisation; a state
        stands for itself, and so does whoever stands for nobody.
        """
        side = self._sides.get(actor)
        if side is None:
            side = self._sides[actor] = self._side_of(actor)
        return side

    def _side_of(self, actor: str) -> str:
        passed: set[str] = set()
        known = self._actors.get(actor)
        while known is not None and known.acts_for and not known.code and actor not in passed:
            passed.add(actor)
            actor, known = known.acts_for, self._actors.get(known.acts_for)
        key = self.actor(actor)
        if company := self._companies.get(key):
            return f"state:{company.state}"
        body = self._bodies.get(key)
        party = body.acts_for if body else None
        if party is None:
            return key
        return self.party(party) if body and body.organ_of else f"state:{party}"

    def group(self, actor: str) -> str:
        """The key of the company at the head of a company's group, for anybody else the side."""
        key = self.actor(actor)
        company = self._companies.get(key)
        if company is None:
            return self.side(actor)
        while company.parent and (parent := self._companies.get(f"company:{company.parent}")):
            company = parent
        return f"company:{company.id}"

    # ---- goods

    def good(self, weapon: str | None, description: str | None = None) -> Good | None:
        """What an item's weapon, or the words for it, are compared as."""
        key = weapon or f"={description}"
        good = self._goods.get(key)
        if good is None:
            known = self._weapons.get(weapon) if weapon else None
            text = known.name if known else description or weapon
            if text is None:
                return None
            good = self._goods[key] = self._good_of(text, known)
        return good

    def _good_of(self, text: str, known: WeaponSystem | None) -> Good:
        catalogue = self._catalogue
        found = None if known and known.catalogue else self._found_weapon(text)
        identifier = known.catalogue if known and known.catalogue else f"weapon:{found.id}" if found else None
        if identifier is None:
            words = words_of(known.designation or text if known else text)
            named = known is not None and known.designation is not None
            nouns = frozenset(words[-1:]) if not named else _heads(known.categories if known else ())
            key = " ".join(words)
            sort = catalogue.find_weapon_class(text)
            main = bool((known and known.unroca_category) or (sort and sort.unroca_category))
            return Good(key, (known.family if known else None) or key, nouns, named, main)
        entry = self._weapon_entries.get(identifier)
        nouns = _heads((*(known.categories if known else ()), *((entry.category,) if entry else ())))
        family = known.family if known and known.family else None
        if entry is not None:
            family = f"weapon:{catalogue.family(entry.id).id}"
        main = bool((known and known.unroca_category) or (entry and entry.unroca_category))
        return Good(identifier, family or identifier, nouns, True, main)

    def _found_weapon(self, text: str) -> Weapon | None:
        """The catalogue's weapon of a name; of versions in one breath ("FA-50GF/PL") their family."""
        found = self._catalogue.find_weapon(text)
        if found is None and "/" in text and (one := self._catalogue.find_weapon(text.partition("/")[0].strip())):
            found = self._catalogue.family(one.id)
        return found

    def family_name(self, good: Good) -> str | None:
        """What the family of a weapon is called, where the catalogue has it."""
        entry = self._weapon_entries.get(good.family)
        return entry.full_name if entry is not None else None

    @cached_property
    def _weapon_entries(self) -> Mapping[str, Weapon]:
        return {f"weapon:{weapon.id}": weapon for weapon in self._catalogue.weapons}

    # ---- places

    def place(self, text: str) -> tuple[str, str | None]:
        """The key of a place, and the key of the state that it is or lies in where the catalogue knows."""
        words = " ".join(word for word in words_of(text) if word != "the")
        state = self._catalogue.find_state(text) or self._by_capital.get(words)
        if state is None and "," in text:
            return words, self.place(text.rpartition(",")[2])[1]
        if state is None:
            return words, None
        is_state = self._catalogue.find_state(text) is not None
        return (f"state:{state.code}" if is_state else words), f"state:{state.code}"


def _heads(nouns: Iterable[str]) -> frozenset[str]:
    """The last words of class nouns: "howitzer" for "self-propelled howitzers"."""
    return frozenset(words[-1] for noun in nouns if (words := words_of(noun)))
