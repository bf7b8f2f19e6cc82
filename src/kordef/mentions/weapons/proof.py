"""Which doubtful names of weapons are weapons here: by what stands beside them and by what else the text speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from kordef.catalogue import CountingUnit, SpellingRole
from kordef.mentions.names import Sort, Use
from kordef.mentions.runs import ORDINARY
from kordef.mentions.weapons.arms import VERSIONS, singulars, words_of
from kordef.mentions.weapons.namesakes import tell_apart
from kordef.mentions.weapons.signs import evidence, is_doubtful
from kordef.mentions.weapons.surroundings import (
    called_after,
    forces_in,
    is_chosen,
    is_contested,
    is_had,
    is_instance,
    numbers_a_paper,
    serves,
)
from kordef.mentions.weapons.variants import name_variants

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kordef.catalogue import Company, WeaponClass
    from kordef.mentions.names import Hit
    from kordef.mentions.weapons.arms import Arm, Armoury

__all__ = ["settle"]

_WORD_BEHIND = re.compile(r"[\s'-]{1,2}(?:s\s)?([A-Za-z]+)")
_NUMBER_BEFORE = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|several|more|additional|of|new|used))\s"
    r"(?:(?:old|older|new|used|second-hand|surplus|refurbished|upgraded|modernised|modernized|retired|former|ex-[a-z]+)\s)?\Z",
    re.IGNORECASE,
)
# "K2s and Krabs", "India's Tejas and Italy's M-346".
_LISTED = re.compile(
    r"\s*(?:,|,?\s*(?:and|or|&|/))\s*(?:the\s+|[A-Z][A-Za-z]+'s\s+)?"
    r"(?:(?:[\d,.]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a\s(?:dozen|pair\sof))\s+)?"
)
_COUNT_BEFORE = re.compile(r"(?<![\w.,-])(?:\d{1,3}(?:,\d{3})?|two|three|four|five|six|eight|ten|twelve|dozen)\s\Z")
_SEVERAL_BEFORE = re.compile(
    r"(?<![\w.,-])(?:\d{1,3}(?:,\d{3})?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:a|two|several) dozen|several)"
    r"\s(?:more\s|old\s|older\s|new\s|used\s|second-hand\s|American\s)?\Z",
    re.IGNORECASE,
)
_FORCES = re.compile(
    r"\b(?:army|navy|air force|military|troops|soldiers?|brigades?|battalions?|squadrons?|counter-?offensive|air[- ]defen[cs]e"
    r"|defen[cs]e minist(?:er|ry)|weapons?|pilots?|airmen)\b",
    re.IGNORECASE,
)
_FIRST_BEFORE = re.compile(r"\b(?:first|new|last|latest|additional|further|more|its|their)\s\Z")
_FEWEST_SIGNS = 3
_ADDRESSES = ("Mr ", "Mr. ", "Mrs ", "Mrs. ", "Ms ", "Ms. ", "Dr ", "Dr. ", "Prof. ")
_SMALL_WORD = re.compile(r"\b[a-z]+\b")
_LABEL = re.compile(r"(?:\A|[\n|;.]\s?)(?:weapon(?: system| type| designation)?|designation): ?\Z", re.IGNORECASE)
_REACH = 24
_IN_BATTERIES = ("missile system", "howitzer", "rocket launcher", "gun system")
# How a vehicle is driven, right behind its name or mark: "the Caesar 6x6".
_DRIVE = re.compile(r"(?:\sMk[ -]?\d)?\s(?:4x4|6x6|8x8|10x10)\b")
_MAKER_BEFORE = (" ", "'s ")
_AROUND = 40
_WHERE = frozenset(["in", "at", "near", "off", "from", "to", "outside", "around"])
# A sentence longer than this is a list or a fault of reading; what it holds proves nothing.
_LONGEST_SENTENCE = 1000
_FEWEST_OF_COLUMN = 2


def _is_ship(arm: Arm, classes: Mapping[str, WeaponClass]) -> bool:
    known = classes.get(arm.weapon.category) if arm.weapon is not None else None
    return known is not None and known.unit is CountingUnit.SHIP


def settle(armoury: Armoury) -> None:
    """Drop the doubtful names that nothing bears out."""
    tell_apart(armoury)
    proof = _Proof(armoury)
    kept: list[Arm] = []
    doubtful: list[Arm] = []
    for arm in armoury.arms:
        if (arm.ambiguous and proof.is_phrase(arm)) or numbers_a_paper(armoury.page.text, arm):
            continue
        if not arm.ambiguous or (arm.category and (proof.is_known(arm) or proof.bears_out(arm, kept))):
            arm.ambiguous = False
            kept.append(arm)
        elif not proof.is_version(arm, kept):
            doubtful.append(arm)
    armoury.arms[:] = proof.with_listed(kept, doubtful)
    name_variants(armoury)


def _lines(arm: Arm) -> tuple[tuple[int, str, int], ...]:
    """The row and the column of a table in which a name fills a cell."""
    passage = arm.passage
    if passage.cell is None or (arm.start, arm.end) != (passage.start, passage.end):
        return ()
    table, row, column = passage.cell
    return (table, "row", row), (table, "column", column)


class _Proof:
    """What a document has to say for a doubtful name."""

    def __init__(self, armoury: Armoury) -> None:
        self._armoury = armoury
        self._text = armoury.page.text
        self._count = evidence(armoury)
        sure = [arm for arm in armoury.arms if not arm.ambiguous]
        self._keys = {arm.key for arm in sure}
        self._families = {self._family(arm) for arm in sure if arm.weapon is not None}
        # Short designations bear one another out: "F-16s and F-35s".
        self._short = {
            arm.key
            for arm in armoury.arms
            if arm.ambiguous
            and (arm.weapon or arm.kin)
            and self._is_code(arm)
            and not self._is_word(arm)
            and not self._text[arm.start].islower()
        }
        self._in_lists = self._listed_with_another(armoury.arms)

    @cached_property
    def _firms(self) -> set[str]:
        """The firms that the text may name, by their ids."""
        return {
            name.thing.id
            for passage in self._armoury.page.passages
            for hit in passage.of_use(Use.ACTOR)
            for name in hit.names
            if name.sort is Sort.COMPANY
        }

    def is_known(self, arm: Arm) -> bool:
        """Whether the text has the weapon, or one of its family, for certain elsewhere."""
        return arm.key in self._keys or (arm.weapon is not None and self._family(arm) in self._families)

    def bears_out(self, arm: Arm, before: Sequence[Arm]) -> bool:
        """Whether the words around a doubtful name and the rest of the text make it a weapon; ``before`` are those that are."""
        return not (self._is_other(arm) or self.is_version(arm, before)) and (
            self._has_maker(arm)
            or (self._count > 0 and _DRIVE.match(self._text, arm.end) is not None)
            or self._is_listed(arm, before)
            or self._is_dealt(arm)
            or self._is_labelled(arm)
            or self._is_battery(arm)
            or is_instance(self._text, arm)
            or self._is_kindred(arm)
            or self._is_counted_among_forces(arm)
            or self._is_for_forces(arm)
            or self._is_in_hand(arm)
            or self._is_in_context(arm, before)
        )

    def is_version(self, arm: Arm, before: Sequence[Arm]) -> bool:
        """Whether a code is that of a version of a weapon named before: "80 Rafale; F4 version"."""
        written = self._text[arm.core[0] : arm.core[1]]
        if not before or not written.isalnum() or not self._is_code(arm):
            return False
        last = before[-1]
        name = self._text[last.core[0] : last.core[1]].removesuffix("s" if last.plural else "")
        known = self._armoury.lexicon.catalogue.find_weapon(f"{name} {written}")
        return known is not None and self._family(last) is not None and known.id == self._family(last)

    def _family(self, arm: Arm) -> str | None:
        return None if arm.weapon is None else self._armoury.lexicon.catalogue.family(arm.weapon.id).id

    def _is_code(self, arm: Arm) -> bool:
        return any(map(str.isdigit, self._text[arm.start : arm.end]))

    def is_phrase(self, arm: Arm) -> bool:
        """Whether words in small letters with a number behind them only look like a code: "priced at 4 billion ringgit"."""
        written = self._text[slice(*arm.core)]
        return " " in written and written.islower() and self._is_code(arm)

    def _is_in_capitals(self, arm: Arm) -> bool:
        """Whether a name stands in capitals where other words do not: "ARTHUR", "HAWK"."""
        written = self._text[arm.core[0] : arm.core[1]].removesuffix("s")
        around = self._text[max(arm.passage.start, arm.start - _AROUND) : min(arm.passage.end, arm.end + _AROUND)]
        return len(written) > 2 and written.isupper() and not around.isupper()

    def _is_word(self, arm: Arm) -> bool:
        """Whether the catalogue itself says that the spelling means other things."""
        if arm.weapon is None:
            return False
        written = self._text[arm.start : arm.end]
        return written.rstrip("s") in arm.weapon.ambiguous or any(
            one in arm.weapon.ambiguous for one in singulars(written)
        )

    def _is_other(self, arm: Arm) -> bool:
        """Whether the words around say that it is a road, a race, a person or part of another name."""
        behind = _WORD_BEHIND.match(self._text, arm.end)
        passage = arm.passage
        if behind and behind[1].lower() in words_of("not_weapons_behind") and not self._is_battery(arm):
            return True
        if arm.weapon is not None and _is_ship(arm, self._armoury.lexicon.classes) and self._is_place(arm):
            return True
        if passage.capitalised:
            return False
        if self._text.startswith(" ", arm.end) and arm.end + 1 in passage.capital_at:
            following = self._text[arm.end + 1 : passage.capital_at[arm.end + 1]]
            return following not in VERSIONS and not following.isupper()
        begin, end = passage.sentence(arm.start)
        if end - begin <= _LONGEST_SENTENCE and not self._is_code(arm):
            if not words_of("sport").isdisjoint(_SMALL_WORD.findall(self._text, begin, end)):
                return True
            if self._text.endswith(_ADDRESSES, passage.start, arm.start):
                return True
            holder = passage.hit_before(arm.start)
            if holder is not None and holder.use & Use.POST and self._text[holder.end : arm.start] in (" ", ". "):
                # "Gen. Abrams"
                return True
        word = self._text[max(begin, arm.start - _REACH) : arm.start].rsplit(maxsplit=1)[-1:]
        at = arm.start - 1 - len(word[0]) if word else begin
        return at > begin and passage.capital_at.get(at) == arm.start - 1 and word[0].lower() not in ORDINARY

    def _is_place(self, arm: Arm) -> bool:
        """Whether the town is meant after which a class of ships is called: "landed in Pohang"."""
        before = self._text[max(arm.passage.start, arm.start - 12) : arm.start].split()
        return bool(before) and before[-1].lower() in _WHERE

    def _has_maker(self, arm: Arm) -> bool:
        """Whether a firm stands just before the name, or the weapon's own maker in its sentence or, for a code, anywhere."""
        maker = arm.weapon.maker if arm.weapon is not None else None
        before = arm.passage.hit_before(arm.start)
        firm = before.of(Sort.COMPANY) if before is not None else None
        if before is not None and firm is not None and self._text[before.end : arm.start] in _MAKER_BEFORE:
            # "Hanwha Eagles" is a club, "Rheinmetall's Lynx" a vehicle.
            return self._is_code(arm) or self._is_of_group(firm.thing, maker)
        if maker is None or maker not in self._firms:
            return False
        return self._is_code(arm) or any(
            name.sort is Sort.COMPANY and name.thing.id == maker for hit in self._hits_around(arm) for name in hit.names
        )

    def _is_of_group(self, firm: Company, maker: str | None) -> bool:
        """Whether a firm is a weapon's maker, its parent or its subsidiary."""
        if maker is None:
            return False
        return maker in (firm.id, firm.parent) or self._armoury.lexicon.catalogue.company(maker).parent == firm.id

    def _hits_around(self, arm: Arm) -> tuple[Hit, ...]:
        """The hits in the sentence of a name."""
        begin, end = arm.passage.sentence(arm.start)
        if end - begin > _LONGEST_SENTENCE:
            return ()
        hits = arm.passage.hits
        first = bisect_left(hits, begin, key=lambda hit: hit.start)
        return hits[first : bisect_left(hits, end, key=lambda hit: hit.start)]

    def _is_listed(self, arm: Arm, before: Sequence[Arm]) -> bool:
        last = before[-1] if before else None
        return (
            last is not None
            and last.passage is arm.passage
            and _LISTED.fullmatch(self._text, last.end, arm.start) is not None
        )

    def with_listed(self, kept: list[Arm], doubtful: list[Arm]) -> list[Arm]:
        """The weapons that are kept, and those doubtful ones that stand in a list before one of them: "K2s and Krabs"."""
        by_start = {arm.start: arm for arm in kept}
        for arm in reversed(doubtful):
            joint = _LISTED.match(self._text, arm.end, arm.passage.end)
            if joint is not None and joint.end() in by_start and not self._is_other(arm):
                arm.ambiguous = False
                by_start[arm.start] = arm
        self._keep_rivals(by_start, kept, doubtful)
        self._keep_cells(by_start, kept, doubtful)
        return sorted(by_start.values(), key=lambda arm: arm.start) if len(by_start) > len(kept) else kept

    def _keep_cells(self, by_start: dict[int, Arm], kept: Sequence[Arm], doubtful: Sequence[Arm]) -> None:
        """Take in those doubtful ones that fill a cell of a table in a row or column with a weapon: "RCH 155 | Archer"."""
        lines = {line for arm in kept for line in _lines(arm)}
        for arm in doubtful:
            if arm.start not in by_start and arm.category and not lines.isdisjoint(_lines(arm)):
                arm.ambiguous = False
                by_start[arm.start] = arm
        nameless = [arm for arm in doubtful if not arm.category]
        if not nameless:
            return
        # Of what has only the form of a designation, the column has to say more.
        counts = Counter(line for arm in by_start.values() for line in _lines(arm)[1:])
        described = self._descriptions()
        for arm in nameless:
            if arm.passage.cell and any(counts[line] >= _FEWEST_OF_COLUMN for line in _lines(arm)[1:]):
                arm.category = described.get(arm.passage.cell[:2])
                arm.ambiguous = False
                by_start[arm.start] = arm

    def _descriptions(self) -> dict[tuple[int, int], str]:
        """The class nouns that fill a cell, as in a register's column of descriptions, by table and row."""
        found: dict[tuple[int, int], str] = {}
        for passage in self._armoury.page.passages:
            noun = self._armoury.nouns.get(passage.start) if passage.cell is not None else None
            if passage.cell and noun is not None and noun.weapon_class is not None and noun.end == passage.end:
                found.setdefault(passage.cell[:2], noun.singular)
        return found

    def _keep_rivals(self, by_start: dict[int, Arm], kept: Sequence[Arm], doubtful: Sequence[Arm]) -> None:
        """Take in those doubtful ones that are of one class with a weapon in their sentence: "Mogami beat the MEKO A-200"."""
        starts = [arm.start for arm in kept]
        for arm in doubtful:
            if arm.weapon is None or arm.start in by_start or self._is_other(arm):
                continue
            begin, end = arm.passage.sentence(arm.start)
            if end - begin > _LONGEST_SENTENCE:
                continue
            near = kept[bisect_left(starts, begin) : bisect_left(starts, end)]
            several = arm.plural and not self._is_code(arm) and self._text[arm.start].isupper()
            if any(other.weapon is not None and other.weapon.category == arm.weapon.category for other in near) or (
                several and near and begin < arm.start and self._has_state(arm)
            ):
                arm.ambiguous = False
                by_start[arm.start] = arm

    def _listed_with_another(self, arms: Sequence[Arm]) -> set[int]:
        """Where those names begin that stand in a list with another, however doubtful: "Marder, Puma and Boxer"."""
        starts: set[int] = set()
        for one, other in pairwise(arms):
            if one.passage is other.passage and _LISTED.fullmatch(self._text, one.end, other.start):
                starts |= {one.start, other.start}
        return starts

    def _is_kindred(self, arm: Arm) -> bool:
        """Whether a noun that says little fits, in a list of names or where weapons change hands: "Puma and Boxer vehicles"."""
        if not arm.category_stated or arm.category_span is None or arm.weapon is None:
            return False
        noun = self._text[slice(*arm.category_span)].lower().removesuffix("s")
        counted = _COUNT_BEFORE.search(self._text, max(0, arm.start - 16), arm.start) is not None
        return noun in arm.weapon.category.split() and (counted or arm.start in self._in_lists or self._has_deal(arm))

    def _is_counted_among_forces(self, arm: Arm) -> bool:
        """Whether several of a name are counted where the text speaks of forces: "31 Bradleys stood on the quay"."""
        if arm.weapon is None or self._is_code(arm) or not self._text[arm.start].isupper():
            return False
        counted = _SEVERAL_BEFORE.search(self._text, max(arm.passage.start, arm.start - _REACH), arm.start) is not None
        # "Two Hercules"
        if not (arm.plural or (counted and self._text[arm.core[1] - 1] == "s")):
            return False
        # Two names in a list bear one another out: "nine Leopards and three Marders".
        signs = counted + (arm.start in self._in_lists)
        return self._forces > 0 and self._forces + signs >= _FEWEST_SIGNS

    def _is_for_forces(self, arm: Arm) -> bool:
        """Whether forces of a state get it: "Norway's army will receive the first M109 next year"."""
        if arm.weapon is None or _is_ship(arm, self._armoury.lexicon.classes) or not self._text[arm.start].isupper():
            return False
        begin, end = arm.passage.sentence(arm.start)
        if end - begin > _LONGEST_SENTENCE or _FORCES.search(self._text, begin, end) is None:
            return False
        named = self._has_state(arm) or any(hit.of(Sort.ORGANISATION) is not None for hit in self._hits_around(arm))
        if not named or not self._has_deal(arm):
            return False
        if self._is_code(arm) and not self._is_word(arm):
            return True
        behind = _WORD_BEHIND.match(self._text, arm.end, arm.passage.end)
        return _FIRST_BEFORE.search(self._text, max(begin, arm.start - _REACH), arm.start) is not None and (
            behind is None or (behind[1] in words_of("joints") and behind[1] != "of")
        )

    def _is_in_hand(self, arm: Arm) -> bool:
        """Whether a state or its forces choose it or have it: "Poland chose the K9", "the M109, the Belgian army said"."""
        begin, end = arm.passage.sentence(arm.start)
        if arm.weapon is None or end - begin > _LONGEST_SENTENCE or not self._text[arm.start].isupper():
            return False
        sure = self._is_code(arm) and not self._is_word(arm)
        forces = forces_in(self._text, arm)
        state = self._has_state(arm, by_name=True)
        if not (state or forces):
            return False
        if (forces or self._has_subject(arm)) and is_chosen(self._text, arm, code=sure):
            return True
        if sure:
            if state and (called_after(self._text, arm, widely=False) or is_had(self._text, arm, by_state=arm.plural)):
                return True
            return forces and not serves(self._text, arm)
        if not forces or self._text[arm.start : arm.end].isupper():
            return False
        modern = forces_in(self._text, arm, modern=True)
        return state and (called_after(self._text, arm, widely=True) or is_had(self._text, arm, by_state=modern))

    def _has_subject(self, arm: Arm) -> bool:
        """Whether a state stands before a name in its sentence, not as the owner of something: "Poland chose"."""
        return any(
            hit.end < arm.start
            and not self._text.startswith("'", hit.end)
            and any(
                n.sort is Sort.STATE and n.role not in (SpellingRole.CAPITAL, SpellingRole.PLACE) for n in hit.names
            )
            for hit in self._hits_around(arm)
        )

    @cached_property
    def _forces(self) -> int:
        """How many different words of forces the text has."""
        return len({match[0].lower() for match in _FORCES.finditer(self._text)})

    def _is_dealt(self, arm: Arm) -> bool:
        """Whether several of a code change hands ("bought K2s"), a code is counted that means nothing else ("129 CV90"), or a
        state has to do with a deal of a counted one ("Poland bought 250 Abrams", "gave Ukraine two Patriot batteries").
        """
        counted = _COUNT_BEFORE.search(self._text, max(0, arm.start - 16), arm.start) is not None
        if counted and arm.weapon is not None and self._has_deal(arm) and self._has_state(arm):
            behind = _WORD_BEHIND.match(self._text, arm.end, arm.passage.end)
            # "250 Lynx snowmobiles": another noun says what is counted
            if arm.category_stated or behind is None or behind[1].lower() in words_of("joints"):
                return True
        if arm.weapon is None and arm.kin is None and arm.category_stated and self._has_deal(arm):
            # "Jordan bought the Saqr 3 drone"
            return arm.category in words_of("doubtful") - words_of("wide") and self._has_state(arm, by_name=True)
        if not self._is_code(arm):
            # "the Kuwaiti bid for Boxers": several of a name in the middle of a sentence
            return (
                arm.plural
                and arm.weapon is not None
                and arm.start > arm.passage.sentence(arm.start)[0]
                and self._text[arm.start].isupper()
                and (self._has_deal(arm) or is_contested(self._text, arm))
                and self._has_state(arm, by_name=True)
            )
        known = arm.weapon is not None or arm.kin is not None
        if known and not self._is_word(arm) and counted:
            return True
        return arm.plural and self._has_deal(arm)

    def _is_labelled(self, arm: Arm) -> bool:
        """Whether a label says that it is a weapon: "Weapon: K9"."""
        return _LABEL.search(self._text, max(0, arm.start - _REACH), arm.start) is not None

    def _is_battery(self, arm: Arm) -> bool:
        """Whether batteries of air defence or artillery are called after a name: "one Patriot battery"."""
        if arm.weapon is None or self._is_code(arm) or not arm.weapon.category.endswith(_IN_BATTERIES):
            return False
        behind = _WORD_BEHIND.match(self._text, arm.core[1], arm.passage.end)
        return behind is not None and behind[1] in ("battery", "batteries", "launcher", "launchers", "interceptors")

    def _has_state(self, arm: Arm, *, by_name: bool = False) -> bool:
        """Whether the sentence names a state, by one of its cities only where ``by_name`` is false."""
        return any(
            name.sort is Sort.STATE and not (by_name and name.role in (SpellingRole.CAPITAL, SpellingRole.PLACE))
            for hit in self._hits_around(arm)
            for name in hit.names
        )

    def _has_deal(self, arm: Arm) -> bool:
        begin, end = arm.passage.sentence(arm.start)
        return end - begin <= _LONGEST_SENTENCE and not words_of("transfer").isdisjoint(
            self._text[begin:end].lower().split()
        )

    def _is_in_context(self, arm: Arm, before: Sequence[Arm]) -> bool:
        """Whether the text speaks of weapons, and the sentence does or the form is one of a weapon."""
        count = self._count + len(self._short - {arm.key}) + bool(before)
        if not count:
            return False
        if self._is_code(arm) and not self._is_word(arm):
            return True
        if self._is_in_capitals(arm) and (self._count or before):
            return True
        if self._is_code(arm) and called_after(self._text, arm, widely=True):
            return True
        if serves(self._text, arm):
            return True
        if _NUMBER_BEFORE.search(self._text, max(arm.passage.start, arm.start - 16), arm.start):
            return True
        begin, _ = arm.passage.sentence(arm.start)
        if (before and before[-1].start >= begin) or (count > 1 and self._has_deal(arm)):
            return True
        nouns = (self._armoury.nouns.get(hit.start) for hit in self._hits_around(arm))
        return any(noun is not None and noun.weapon_class is not None and not is_doubtful(noun) for noun in nouns)
