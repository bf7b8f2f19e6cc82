"""What a reader has in mind at a point of a text: the deals told so far, the state spoken of, the weapon last named."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kordef.builders.chronology import entry_day
from kordef.builders.goods import ANY_NOUN, Good, class_head, goods_words, has_own_name, is_a
from kordef.builders.grammar.clauses import PREPOSITIONS
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.builders.transfers.deals import CONTRACT, Dated, Draft, Listing, Partners, Side
from kordef.builders.transfers.sentences import (
    describes_goods,
    entry_date,
    governor,
    is_entry,
    main_clause,
    owns_firm,
    word_before,
)
from kordef.catalogue import CompanyKind
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, WeaponMention
from kordef.vocabulary import ActorKind, EvidenceKind, Stage

__all__ = ["HEADS", "Scene"]

_WIDE = {"vehicle": frozenset(["vehicle", "carrier"])}
"""Nouns that stand for much, with the words of the classes that they stand for before any other."""

HEADS = (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING, BlockKind.TABLE_TITLE)


class Scene:
    """The state of mind while a page is read from top to bottom."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.deals: list[Draft] = []
        self.focus: Draft | None = None
        self.umbrella: Draft | None = None
        """Several contracts told in one breath, whose parties and date "the first" and "the second" share."""
        self.partners: Partners | None = None
        """The two sides that the text has just brought together without any goods."""
        self.unfilled: list[Draft] = []
        """Contracts of which only the parties were told, behind a sentence that named a weapon."""
        self.topics: list[tuple[int, Side]] = []
        """The states that sentences began with, with their blocks, the last one last."""
        self.firms: list[tuple[int, ActorMention]] = []
        """The firms that sentences began with, with their blocks."""
        self.entry: DateMention | None = None
        """The day that the paragraph begins with, as an entry of a chronology does: "Sept. 2, 2022. Three notices"."""
        self.last: Line | None = None
        """The sentence before."""
        self.head: list[Side] = []
        """The states of the heading that the text stands under."""
        self.title: list[Side] = []
        self.interview: tuple[int, Side | None] | None = None
        """The story that is an interview, and the state that its answers speak for."""
        self.issuers: dict[int, ActorMention] | None = None
        """The firms that the titles of stories begin with, by story."""
        self.asked: Draft | None = None
        """What the last question of an interview was about."""
        self.lists: Listing | None = None
        """What lists under the heading tell."""
        self.families = self._families()
        self._homes = dict(_homes_told(page))
        self._firsts: dict[tuple[int, frozenset[str]], Side | None] = {}
        self.donor: Side | None = None
        """The state under whose heading the line that is read stands, in a tracker of aid."""
        self.retired: set[str] = set()
        """The keys of weapons whose place others take."""
        self._names: dict[int, list[WeaponMention]] = {}
        self._kindred: dict[int, dict[str, dict[str, None]]] = {}
        self._shorts: dict[int, dict[str, WeaponMention]] = {}
        for weapon in page.mentions.weapons:
            if weapon.form == "name":
                self._names.setdefault(weapon.story, []).append(weapon)
                first = re.match(r"[A-Za-z]{3,}(?=[-\s]?\d)", weapon.exact)
                if first:
                    self._shorts.setdefault(weapon.story, {}).setdefault(first[0].lower() + "s", weapon)

    def _families(self) -> dict[str, str]:
        """The root of each weapon's family, by the weapon's key."""
        parents = {key: self.page.weapons[record].family for (_, key), record in self.page.weapon_ids.items()}
        roots: dict[str, str] = {}
        for key in parents:
            root, steps = self._base(key), 0
            while steps < 8:
                known = self.page.catalogue.weapon(root.removeprefix("weapon:")) if _catalogued(root) else None
                if known is None or known.family is None:
                    break
                root, steps = f"weapon:{known.family}", steps + 1
            roots[key] = root
        self._put_ships_with_their_class(roots)
        return roots

    def _base(self, key: str) -> str:
        """The weapon of the catalogue that an unknown designation is a version of: the F-16 for "F-16AM/BM"."""
        code = re.match(r"weapon:x:([a-z]{1,4}-?\d{1,4})(?=[a-z])", key)
        known = self.page.catalogue.find_weapon(code[1].upper()) if code is not None else None
        return f"weapon:{known.id}" if known is not None else key

    def _put_ships_with_their_class(self, roots: dict[str, str]) -> None:
        """A ship that a class is named after belongs to it: the BRP Miguel Malvar to "Miguel Malvar-class frigates"."""
        classes = {
            match[1].lower(): w.key
            for w in self.page.mentions.weapons
            if (match := re.match(r"([\w .’'-]{3,40})-class\b", w.exact)) is not None
        }
        if not classes:
            return
        for weapon in self.page.mentions.weapons:
            bare = re.sub(r"^[A-Z]{2,4} ", "", weapon.exact).lower()
            if bare in classes and weapon.key != classes[bare]:
                roots[weapon.key] = roots.get(classes[bare], classes[bare])

    # ---- actors

    def side(self, actor: ActorMention) -> Side | None:
        """The state or organisation that an actor is or acts for; a firm stands for its home."""
        if actor.kind in (ActorKind.STATE, ActorKind.IGO):
            return Side(key=actor.key, witness=actor)
        if actor.kind is ActorKind.COMPANY:
            home = self._homes.get(actor.key) or self.page.home_of(actor)
            if home is None:
                return None
            return Side(key=home, witness=actor, kind=EvidenceKind.CATALOGUE, company=actor)
        if actor.acts_for:
            return Side(key=actor.acts_for, witness=actor, kind=EvidenceKind.IMPLIED)
        return None

    def side_at(self, tokens: Sequence[Token], at: int) -> Side | None:
        """Whom the token at a position names, or the one behind an article there: "from the United States"."""
        at += at < len(tokens) and tokens[at].text == "the"
        actor = tokens[at].mention if at < len(tokens) else None
        return self.side(actor) if isinstance(actor, ActorMention) else None

    def buys_for_state(self, actor: ActorMention) -> bool:
        """Whether a firm is a state's trading house for arms, so that it may stand on either side."""
        if (
            actor.kind is not ActorKind.COMPANY
            or not actor.key.startswith("company:")
            or actor.key.startswith("company:x:")
        ):
            return False
        return self.page.catalogue.company(actor.key.removeprefix("company:")).kind is CompanyKind.AGENCY

    def states_in(self, line: Line, *, governed: bool = True, low: int = 0) -> Iterator[Side]:
        """The states that a sentence names or speaks for from a position on, firms and places left out, in order.

        Without ``governed`` those behind a preposition are left out as well ("From France it is getting radars").
        """
        for position in line.actors[bisect_left(line.actors, low) :]:
            actor = line.tokens[position].mention
            before = word_before(line, position, low)
            if not governed and before in PREPOSITIONS and not (before == "for" and position == low + 1):
                continue
            if isinstance(actor, ActorMention) and not actor.as_place and actor.kind is not ActorKind.COMPANY:
                side = self.side(actor)
                if side is not None and side.is_state:
                    yield side

    def enter(self, line: Line) -> None:
        """Take note of a heading before its sentences are read."""
        if line.kind in HEADS and not is_entry(line):
            sides = list(self.states_in(line))
            if line.kind is BlockKind.TITLE:
                self.title = sides
            self.head = sides

        if self.last is None or self.last.block != line.block:
            self.entry = entry_date(line)

    def date_by_entry(self, draft: Draft) -> None:
        """Date a deal by the day that its entry of a chronology begins with, where its sentence has no date of its own."""
        line = draft.line
        if draft.dates or draft.deliveries:
            return
        above = entry_day(self.page, line)
        if above is not None and isinstance(above.mention, DateMention):
            draft.dates = [Dated(stage=draft.stage, mention=above.mention)]
        if self.entry is None or draft.dates or draft.stage is Stage.DELIVERED:
            return
        if line.block == self.entry.block and all(t.kind != "date" or t.mention is self.entry for t in line.tokens):
            draft.dates = [Dated(stage=draft.stage, mention=self.entry)]

    def leave(self, line: Line) -> None:
        """Take note of the state that a sentence was about."""
        self.last = line
        if line.kind in HEADS:
            return
        opening = line.tokens[0].mention if line.tokens else None
        if isinstance(opening, ActorMention) and opening.kind is ActorKind.COMPANY:
            self.firms = [*self.firms[-3:], (line.block, opening)]
        if not line.actors:
            return
        main = self.states_in(line, governed=False, low=main_clause(line))
        sides = [s for s in main if not (owns_firm(line, s) or describes_goods(line, s))]
        # "President Yoon" after "If Russia attacked": whom a name acts for may be a guess
        sure = (s for s in sides if not (isinstance(s.witness, ActorMention) and s.witness.inferred))
        persons = (s for s in sides if isinstance(s.witness, ActorMention) and s.witness.kind is ActorKind.PERSON)
        first = next(sure, None) or next(persons, None)
        if first is None and not sides:
            # "Two purchases stand in the Philippine books", "The plans of Chile have changed"
            owned = (s for s in self.states_in(line) if governor(line, s) in ("in", "of", "for"))
            first = next((s for s in owned if not describes_goods(line, s)), None)
        if first is not None:
            self.topics.append((line.block, first))
            del self.topics[:-6]

    def topic(self, line: Line, *exclude: str) -> Side | None:
        """The state that the block of a sentence is about, as the sentences before it tell."""
        for block, side in reversed(self.topics):
            if block == line.block and side.key not in exclude:
                return side
        return None

    def first_named(self, story: int, keys: frozenset[str]) -> Side | None:
        """The first of some states that a story names, whoever names it."""
        if (story, keys) not in self._firsts:
            found = (a for a in self.page.mentions.actors if a.story == story and a.key in keys)
            first = next(found, None)
            self._firsts[story, keys] = Side(key=first.key, witness=first) if first is not None else None
        return self._firsts[story, keys]

    def firm(self, line: Line) -> ActorMention | None:
        """The firm that the block of a sentence is about, as the last sentence that began with one tells."""
        return next((firm for block, firm in reversed(self.firms) if block == line.block), None)

    # ---- weapons

    def spoken_of(self, line: Line, noun: str | None, *, besides: WeaponMention | None = None) -> WeaponMention | None:
        """The weapon of a contract told before that a noun may stand for; none if ``besides`` is one that was contracted too."""
        told = [d for d in self.recent() if d.line.story == line.story and d.stage in CONTRACT]
        if noun is None or noun in ANY_NOUN or noun == "aircraft":
            return None
        if besides is not None and any(w.key == besides.key for d in told for w in d.weapons):
            return None
        for deal in reversed(told):
            for weapon in deal.weapons:
                if weapon.form == "name" and is_a(weapon, noun):
                    return weapon
        return None

    def named(self, line: Line) -> list[WeaponMention]:
        """The weapons that the story of a sentence names."""
        return self._names.get(line.story, [])

    def kindred(self, line: Line, weapon: WeaponMention) -> dict[str, None]:
        """The keys of all weapons of a weapon's family that the story of a sentence names."""
        if line.story not in self._kindred:
            kin: dict[str, dict[str, None]] = {}
            for other in self.named(line):
                kin.setdefault(self.families.get(other.key, other.key), {})[other.key] = None
            self._kindred[line.story] = kin
        return self._kindred[line.story].get(self.families.get(weapon.key, weapon.key), {})

    def last_named(
        self, line: Line, before: int, heads: frozenset[str] | None = None, home: str | None = None
    ) -> WeaponMention | None:
        """The weapon named last before a position in the story, of a fitting class where one is asked for.

        A title or first sentence may name the class before the name comes; then the next one named is meant.
        """
        named = self._names.get(line.story, [])
        at = bisect_left(named, before, key=lambda w: w.start)
        for position in range(at - 1, max(at - 40, -1), -1):
            if home is not None and named[position].origin != home:
                continue
            if named[position].key not in self.retired and (
                heads is None or class_head(named[position].category) in heads
            ):
                return named[position]
        if home is None and (line.kind in HEADS or (at == 0 and named)):
            for weapon in named[at : at + 8]:
                if heads is None or class_head(weapon.category) in heads:
                    return weapon
        return None

    def short_names(self, line: Line) -> dict[str, WeaponMention]:
        """The words of a sentence that are the plural of the first part of a name told before ("MiGs" for the MiG-29)."""
        known = self._shorts.get(line.story, {})
        if line.words.isdisjoint(known):
            return {}
        last = {word: line.tokens[line.at[word][-1]] for word in line.at if word in known}
        return {word: known[word] for word, token in last.items() if known[word].start < token.start}

    def meant(self, weapon: WeaponMention) -> WeaponMention:
        """The weapon that a class noun stands for; not one that is being replaced, when another is what the deal is about."""
        if (
            weapon.form != "name"
            and weapon.key in self.retired
            and class_head(weapon.exact) in goods_words().plain | {"aircraft"}
        ):
            for deal in reversed(self.recent()):
                for other in deal.weapons:
                    if other.form == "name" and other.key not in self.retired and is_a(other, class_head(weapon.exact)):
                        return other
        return weapon

    def is_foreign(self, line: Line, good: Good) -> bool:
        """Whether the adjective before goods is that of another state than the one that they come from."""
        home = _adjective(line, good)
        return good.weapon is not None and home is not None and good.weapon.origin not in (None, home)

    def of_class(self, line: Line, good: Good) -> WeaponMention | None:
        """The weapon that a definite class noun means ("the howitzers"): one that a deal is about before any other."""
        assert good.weapon is not None
        head = class_head(good.weapon.exact)
        home = _adjective(line, good)
        if home is None and (beside := self._beside(line, good, head)) is not None:
            return beside
        for deal in reversed(self.recent()):
            if deal.line.story == line.story:
                for weapon in deal.weapons:
                    if (
                        weapon.form == "name"
                        and head not in ANY_NOUN
                        and is_a(weapon, head)
                        and home in (None, weapon.origin)
                    ):
                        return weapon
        named = self.last_named(line, good.start, frozenset([head]) if head else None)
        if named is not None and home not in (None, named.origin):
            return None
        return named if named is not None and named.key not in self.retired else None

    def _beside(self, line: Line, good: Good, head: str | None) -> WeaponMention | None:
        """The only weapon that the sentence itself names before a class noun that may stand for it."""
        held = {w.key for deal in self.recent() for w in deal.weapons}
        named = {
            m.key: m
            for t in line.tokens
            if isinstance(m := t.mention, WeaponMention) and m.form == "name" and m.start < good.start and is_a(m, head)
        }
        only = next(iter(named.values())) if len(named) == 1 else None
        # one that no deal is about yet: those of a deal are found below
        return only if only is not None and only.key not in self.retired | held else None

    def resolve(self, line: Line, good: Good) -> WeaponMention | None:
        """The weapon that a bare number or a plain noun means: that of the deal spoken of, or the last one named."""
        if good.weapon is not None:
            return good.weapon
        noun = good.noun
        home = _adjective(line, good)
        if home is None and has_own_name(good):
            return None
        head = frozenset([noun]) if noun and noun not in ANY_NOUN else None
        if noun is not None and noun not in goods_words().plain:
            return self._in_units(line, noun)
        if home is not None:
            # "20 American launchers": the last one named that comes from there
            return self.last_named(line, good.start, head, home) or self.last_named(line, good.start, None, home)
        spoken = self.focus
        if noun in _WIDE and home is None and (told := self._told_kind(line, noun)) is not None:
            # "an option for 14 further vehicles", behind a battery that was given away
            return told
        if spoken is not None and spoken.stage is Stage.CONSIDERED and (told := self.spoken_of(line, noun)) is not None:
            # who only bid is not what the text goes on about
            return told
        if spoken is not None and spoken.line.story == line.story and line.block - spoken.line.block <= 1:
            for weapon in spoken.weapons:
                if head is None or class_head(weapon.category) in head or is_a(weapon, noun):
                    return weapon
        offered = self._offered(line, noun)
        if offered is not None:
            return offered
        if noun is not None and (told := self.spoken_of(line, noun)) is not None:
            return told
        if good.of_them and (kind := self._class_before(line)) is not None:
            return kind
        found = self.last_named(line, good.start, head)
        if found is not None:
            root = self.families.get(found.key)
            for deal in reversed(self.recent()):
                kindred = next((w for w in deal.weapons if self.families.get(w.key) == root), None)
                if kindred is not None:
                    return kindred
        if found is None and head is not None:
            found = self.last_named(line, good.start)
            if found is not None and not is_a(found, noun):
                return None
        return found

    def _in_units(self, line: Line, noun: str) -> WeaponMention | None:
        """The one weapon of the deal spoken of that units are of: "a contract for S-400s. Three of the five regiments"."""
        spoken = self.focus
        if noun not in goods_words().units or spoken is None or spoken.line.block != line.block or spoken.counted:
            return None
        named = [w for w in spoken.weapons if w.form == "name"]
        return named[0] if len(named) == 1 else None

    def _class_before(self, line: Line) -> WeaponMention | None:
        """The class of arms that was spoken of last before a sentence, if that was no name: "shells ... 100,000 of them"."""
        weapons = self.page.mentions.weapons
        at = bisect_left(weapons, line.start, key=lambda w: w.start) - 1
        told = weapons[at] if at >= 0 else None
        if told is None or told.block != line.block or told.story != line.story:
            return None
        return told if told.form == "class" else None

    def _told_kind(self, line: Line, noun: str | None) -> WeaponMention | None:
        """The weapon of a wide class that the deals told last are about, where that spoken of is about something else."""
        kinds = _WIDE[noun or ""]
        spoken = self.focus
        if spoken is None or any(_is_of(w, kinds) for w in spoken.weapons):
            return None
        for deal in reversed(self.recent()):
            if deal.line.story == line.story:
                for weapon in deal.weapons:
                    if weapon.form == "name" and _is_of(weapon, kinds):
                        return weapon
        return None

    def _offered(self, line: Line, noun: str | None) -> WeaponMention | None:
        """The weapon of a deal whose seller is who a sentence is about: "Korea says it can hand over four boats"."""
        first = next(self.states_in(line, governed=False), None)
        if first is None or noun is None:
            return None
        for deal in reversed(self.recent()):
            if deal.line.story == line.story and deal.supplier is not None and deal.supplier.key == first.key:
                for weapon in deal.weapons:
                    if is_a(weapon, noun) and noun not in ANY_NOUN:
                        return weapon
        return None

    # ---- deals

    def recent(self) -> list[Draft]:
        """The deals told last, and the first ones: nobody comes back to the fiftieth of hundreds, and the work stays linear."""
        return self.deals if len(self.deals) <= _KEPT else [*self.deals[:8], *self.deals[8 - _KEPT :]]

    def forget(self, block: int) -> None:
        """A new block has begun: the several contracts told of some time before are no longer meant."""
        if self.umbrella is not None and block - self.umbrella.line.block > 1:
            self.umbrella = None


def _homes_told(page: Page) -> Iterator[tuple[str, str]]:
    """The states that a text says firms are at home in: "France's KNDS", "Naval Group of France"; the first time counts."""
    told: set[str] = set()
    text = page.document.text
    for one, other in pairwise(page.mentions.actors):
        between = text[one.end : other.start]
        if between in ("'s ", "’s "):
            state, firm = one, other
        elif between == " of ":
            state, firm = other, one
        else:
            continue
        if state.kind is not ActorKind.STATE or firm.kind is not ActorKind.COMPANY or firm.key in told:
            continue
        if state.as_place and between != " of ":
            continue
        if _FIRM_ENDS.match(text, max(one.end, other.end)):
            told.add(firm.key)
            yield firm.key, state.key


_FIRM_ENDS = re.compile(
    r"[,;:.)—–]|\s(?:and|or|has|have|had|is|was|will|would|won|with|for|to|in|on|by|as|over|which|who|said|says|\(|[–—-])(?!\w)"
)
"""What stands behind a firm's name that nothing belongs to: in "Poland's Hanwha howitzers" the howitzers are Poland's."""
_KEPT = 48
"""How many deals a reader keeps in mind."""


def _adjective(line: Line, good: Good) -> str | None:
    """The state whose adjective stands before goods: DE for "the German tank"."""
    behind = 2 if good.weapon is None else 0
    for token in line.tokens[max(0, good.low - 2) : good.high + behind]:
        actor = token.mention
        if isinstance(actor, ActorMention) and actor.form == "adjective" and actor.key.startswith("state:"):
            return actor.key.removeprefix("state:")
    return None


def _catalogued(key: str) -> bool:
    return key.startswith("weapon:") and not key.startswith("weapon:x:")


def _is_of(weapon: WeaponMention, kinds: frozenset[str]) -> bool:
    return not kinds.isdisjoint((weapon.category or weapon.name).lower().split())
