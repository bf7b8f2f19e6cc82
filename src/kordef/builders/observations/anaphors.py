"""Whom words mean that name nobody: pronouns, "the company", counted groups, schemes, and who was spoken of before."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from kordef.builders.observations.context import Publisher, Surroundings
from kordef.builders.observations.indicators import Row
from kordef.builders.observations.names import (
    WORLD,
    Area,
    acted_for,
    again,
    free_of,
    governed,
    of_actor,
    of_weapon,
    stands_for_itself,
)
from kordef.builders.observations.phrases import STOPS, Reading, counts
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention
from kordef.vocabulary import ActorKind, EvidenceKind

__all__ = [
    "Scene",
    "all_of_them",
    "antecedent",
    "area_before",
    "class_meant",
    "counted_group",
    "group_before",
    "named_before",
    "of_speaker",
    "receives",
    "scheme",
    "whom",
]


@frozen(kw_only=True)
class Scene:
    """A figure with what tells of whom it is.

    ``earlier`` are the figures before it in the paragraph, with their areas; ``publisher`` is who is cited for it. ``named``
    are the names of the sentence, ``known`` those among them that are not just cited.
    """

    around: Surroundings
    row: Row
    reading: Reading
    earlier: Sequence[tuple[Reading, Area | None]]
    publisher: Publisher | None
    named: Sequence[Area]
    known: Sequence[Area]

    @classmethod
    def of(
        cls,
        around: Surroundings,
        row: Row,
        reading: Reading,
        earlier: Sequence[tuple[Reading, Area | None]],
        publisher: Publisher | None,
    ) -> Scene:
        """The scene of a figure."""
        named = around.areas(row)
        other = publisher if publisher is not None and publisher.speaks_for_others else None
        known = [a for a in named if other is None or a.end <= other.start or a.start >= other.end]
        return cls(
            around=around, row=row, reading=reading, earlier=earlier, publisher=publisher, named=named, known=known
        )

    @property
    def last(self) -> Area | None:
        """The area of the figure before."""
        return self.earlier[-1][1] if self.earlier else None


def class_meant(scene: Scene, at: int) -> Area | None:
    """The weapon that "the gun" means."""
    for token in scene.row.tokens[at + 1 : at + 5]:
        if isinstance(token.mention, WeaponMention):
            weapon = scene.around.weapon_meant(scene.row.line, token.start)
            return of_weapon(weapon, token.start, token.end, kind=EvidenceKind.IMPLIED) if weapon is not None else None
    return None


def antecedent(scene: Scene, at: int, nearest: bool) -> Area | None:
    """Whom "its", "their" or "whose" before a position means: the nearest name, or else the nearest that can be a subject."""
    row = scene.row
    ahead = [a for a in scene.named if a.at < at and a.weapon is None and a.name != WORLD and not a.publishes]
    ahead = [a for a in ahead if not _aside(row, a.at, at)] or ahead
    if row.word(at) in ("its", "their") and row.sense(at + 1, "strength") is not None:
        ahead = [a for a in ahead if a.actor is None or a.actor.kind is ActorKind.STATE] or ahead  # "its army"
    ahead = ahead or [a for a in scene.named if a.at < at]
    if not ahead or nearest:
        return ahead[-1] if ahead else None
    free = free_of(row, ahead)
    heads = [a for a in free if stands_for_itself(row, a)]
    return (heads or free or ahead)[-1]


def whom(scene: Scene, begin: int, limit: int) -> Area | None:
    """Whom a pronoun, a counted group or a noun such as "the company" in the clause means."""
    row = scene.row
    pronoun = next((k for k in range(begin, scene.reading.at) if row.word(k) in ("its", "their", "it", "they")), None)
    if pronoun is not None:
        found = antecedent(scene, begin, row.word(pronoun) == "they") or antecedent(scene, pronoun, nearest=False)
        if found is not None:
            return found
    group = counted_group(scene, begin, limit)
    if group is not None:
        return group
    for k in range(begin, limit):
        sense = row.sense(k, "anaphor")
        if sense is not None and any(
            row.word(j) in ("the", "this", "that") or (sense.name == "thing" and row.word(j) in ("whose", "its"))
            for j in range(max(begin, k - 3), k)
        ):
            meant = named_before(scene, sense.name) if sense.name != "thing" else _thing(scene, k)
            if meant is not None:
                return meant
    return None


def _aside(row: Row, at: int, end: int) -> bool:
    """Whether a name stands in a relative clause that a comma closes: "Poland, which hosts U.S. soldiers, said its"."""
    opened = next((k for k in range(at - 1, max(-1, at - 8), -1) if row.word(k) in ("which", "who", "whose", ",")), -1)
    return row.word(opened) in ("which", "who", "whose") and any(
        row.word(k) == "," for k in range(at + 1, min(end, at + 10))
    )


_KINDS = frozenset([
    "western", "eastern", "northern", "southern", "central", "allied", "donor", "partner", "member", "participating", "coalition",
    "neighbouring", "neighboring", "like-minded", "rich", "richest", "larger", "largest", "smaller",
])  # fmt: skip
"""What says which countries are meant though none is named."""


def counted_group(scene: Scene, begin: int, limit: int) -> Area | None:
    """Several that are counted or spoken of without a name: "the four major defence firms", "member states"."""
    row, text = scene.row, scene.around.page.document.text
    for k in range(begin, limit):
        value = row.tokens[k].mention
        contrasted = any(row.word(j) in ("unlike", "like") for j in range(max(begin, k - 3), k))
        if (
            isinstance(value, ValueMention)
            and not contrasted
            and counts(row, k, value, "counted_group", "anaphor", "user")
        ):
            return Area(name=text[value.number[0] : value.end], start=value.number[0], end=value.end, at=k)
    for k in range(begin, min(begin + 5, limit)):
        group = row.sense(k, "counted_group", "user")
        if group is None and (row.word(k - 1) in _KINDS or row.word(k + 1) in ("supporting", "backing")):
            group = row.sense(k, "group")  # "Western countries", "the countries supporting Kyiv"
        if group is not None and group.form == "nouns" and not governed(row, k):
            first = k - 1 if k > begin and row.kind(k - 1) == "word" and row.word(k - 1) not in STOPS else k
            start, end = row.tokens[first].start, row.tokens[k].end
            return Area(name=text[start:end], start=start, end=end, at=k)
    return None


def all_of_them(scene: Scene, begin: int, limit: int) -> Area | None:
    """Those counted before, of all of whom one speaks: "The five largest exporters were A, B and C. Together, they"."""
    words = {scene.row.word(k) for k in range(begin, limit)}
    if words.isdisjoint(("together", "combined", "jointly")):
        return None
    if scene.row.word(begin) in ("which", "who"):
        return counted_group(scene, 0, begin)  # "The five biggest were A, B and C, which together accounted for"
    if words.isdisjoint(("they", "these", "those", "the")):
        return None
    for other in scene.around.before(scene.row.line):
        if other.line.start < scene.row.line.start:
            behind = evolve(scene, row=other)
            group = counted_group(behind, 0, min(10, len(other.tokens)))
            return again(group) if group is not None else None
    return None


_WIDE = 24
"""Within how many words of a sentence they are named."""
_FAR = 8
"""How many sentences back a counted group may have been named."""


def group_before(scene: Scene) -> Area | None:
    """Those counted that a story spoke of last: "seven major firms ... Their combined backlog"."""
    lines = [line for line in scene.around.of_story(scene.row.line.story) if line.start < scene.row.line.start]
    for line in reversed(lines[-_FAR:]):
        row = scene.around.row(line)
        if row.kind(0) in ("value", "word", "actor"):
            group = counted_group(evolve(scene, row=row), 0, min(_WIDE, len(row.tokens)))
            if group is not None and row.kind(group.at) == "value":
                return again(group)
    return None


def scheme(scene: Scene) -> Area | None:
    """The scheme or plant that has turned out a number of things: "the Danish drone programme delivered 12,000"."""
    row, reading = scene.row, scene.reading
    if reading.value.kind != "count" or reading.trigger >= reading.at or row.sense(reading.trigger, "flow") is None:
        return None
    at = reading.trigger - 1
    while row.word(at) in ("has", "have", "had", "already", "also"):
        at -= 1
    sense = row.sense(at, "anaphor")
    return _thing(scene, at) if sense is not None and sense.name == "thing" and row.word(at - 1) else None


def _thing(scene: Scene, at: int) -> Area:
    """A programme, plant or the like under the words that name it."""
    row = scene.row
    first = at
    while row.word(first - 1) not in ("the", "this", "that", "whose", "its", "") or _says_whose(row, first - 1):
        first -= 1
    start, end = row.tokens[first].start, row.tokens[at].end
    return Area(name=scene.around.page.document.text[start:end], start=start, end=end, at=at)


def _says_whose(row: Row, at: int) -> bool:
    mention = row.tokens[at].mention if at >= 0 else None
    return isinstance(mention, ActorMention) and mention.form == "adjective"


def of_speaker(around: Surroundings, row: Row) -> Area | None:
    """The state or organisation that somebody acts for who does or says something in the sentence."""
    for at, token in enumerate(row.tokens):
        person = token.mention
        if (
            isinstance(person, ActorMention)
            and person.kind is ActorKind.PERSON
            and person.acts_for is not None
            and not governed(row, at)
        ):
            return acted_for(around.page, person, token.start, token.end)
    return None


def area_before(scene: Scene) -> Area | None:
    """The area of the figure before, else the one that the sentences before and the title speak of."""
    line, reading = scene.row.line, scene.reading
    holder = reading.holder and not reading.users
    for previous, area in reversed(scene.earlier):
        if area is None:
            continue
        here = line.start <= area.start < line.end
        if (here or not holder or area.weapon is None) and (
            not reading.users or previous.users or area.weapon is not None
        ):
            return again(area)
    spare: Area | None = None
    for other in scene.around.before(line):
        found = [a for a in scene.around.areas(other) if a.name != WORLD and not a.publishes]
        fit = (
            [a for a in found if a.acts]
            if holder
            else [a for a in found if (a.weapon is None) != reading.users] or found
        )
        free = free_of(other, fit)
        meant = free[0] if free else of_speaker(scene.around, other)
        if meant is not None:
            return again(meant)
        spare = spare or next((a for a in fit if not receives(other, a)), None)
    return again(spare) if spare is not None else None


def receives(row: Row, area: Area) -> bool:
    """Whether a name is only that of whom something goes to or is done for: "support to Ukraine"."""
    ahead = area.at - 2 if row.word(area.at - 1) == "the" else area.at - 1
    return row.word(ahead) in ("to", "for", "against", "with", "except", "excluding")


def named_before(scene: Scene, kind: str, at: int | None = None) -> Area | None:
    """The actor or region named last that a noun such as "the company" can stand for; "the country" is that of who speaks.

    With ``at`` the sentence is read up to there, but not beyond who speaks of it.
    """
    around, row = scene.around, scene.row
    if kind == "region":
        for other in around.before(row.line):
            regions = [a for a in around.areas(other) if a.actor is None and a.weapon is None and a.name != WORLD]
            if regions:
                return again(regions[-1])
        return None
    if kind == "state":
        for other in (row, *around.before(row.line)):
            for token in other.tokens:
                person = token.mention
                if isinstance(person, ActorMention) and (person.acts_for or "").startswith("state:"):
                    return acted_for(around.page, person, token.start, token.end)
            free = [
                a
                for a in free_of(other, around.areas(other))
                if a.actor is not None and a.actor.kind is ActorKind.STATE
            ]
            if free and other is not row:
                return again(free[0])
    start = row.line.start if at is None else row.tokens[at].start
    if at is not None and scene.publisher is not None:
        start = min(start, scene.publisher.start)
    actor = around.named(row.line.story, kind, start)
    return (
        of_actor(around.page, actor, actor.start, actor.end, kind=EvidenceKind.IMPLIED) if actor is not None else None
    )
