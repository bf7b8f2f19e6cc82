"""Of whom or what a figure is: its reference area, actor, firm or weapon, and who stands on the other side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from kordef.builders.figures import Reading
from kordef.builders.indicators import Row, row_of
from kordef.builders.page import Page
from kordef.builders.tokens import Line
from kordef.mentions.model import ActorMention, WeaponMention
from kordef.vocabulary import ActorKind, EvidenceKind

__all__ = ["Area", "area_of", "areas", "counterpart_of"]

_PREPOSITIONS = frozenset(
    ["to", "from", "with", "for", "by", "in", "on", "at", "than", "between", "against", "via", "through", "under", "per", "about", "into", "as"]
)
_BREAKS = frozenset([";", ":", "—", "–", "while", "whereas", "although", "though", "because", "but", "when"])
_PRONOUNS = frozenset(["it", "they", "its", "their", "he", "she", "his", "her"])


@frozen(kw_only=True)
class Area:
    """What a figure speaks of: ``name`` is what it is called, ``start`` to ``end`` are the words, ``kind`` how they say it."""

    name: str
    start: int
    end: int
    actor: ActorMention | None = None
    weapon: WeaponMention | None = None
    kind: EvidenceKind = EvidenceKind.STATED
    at: int = -1

    @property
    def acts(self) -> bool:
        """Whether it is a state, an organisation or one of their bodies: who has things."""
        return self.actor is not None and self.actor.kind is not ActorKind.COMPANY


def areas(page: Page, row: Row) -> list[Area]:
    """All areas, actors and weapons that a sentence names, in its order; people and media are none."""
    found: list[Area] = []
    for at, token in enumerate(row.tokens):
        mention = token.mention
        if isinstance(mention, ActorMention):
            if mention.kind in (ActorKind.PERSON, ActorKind.MEDIA, ActorKind.PARTY):
                continue
            found.append(_of_actor(page, mention, token.start, token.end, at))
        elif isinstance(mention, WeaponMention) and mention.form != "class":
            found.append(Area(name=mention.designation or mention.name, start=token.start, end=token.end, weapon=mention, at=at))
        elif (region := row.sense(at, "region")) is not None:
            end = row.tokens[at + row.lengths[at] - 1].end
            found.append(Area(name=region.name, start=token.start, end=end, at=at))
    return found


def _of_actor(page: Page, mention: ActorMention, start: int, end: int, at: int = -1, kind: EvidenceKind = EvidenceKind.STATED) -> Area:
    record = page.actors.get(page.actor_ids.get((mention.story, mention.key), ""))
    return Area(name=record.name if record else mention.name, start=start, end=end, actor=mention, at=at, kind=kind)


def area_of(page: Page, row: Row, reading: Reading, earlier: Sequence[tuple[Reading, Area | None]]) -> Area | None:
    """The area of a figure: owner of what is measured, subject of its clause, place, else who was spoken of before.

    ``earlier`` are the figures before it in the paragraph, with their areas.
    """
    known = areas(page, row)
    by_place = {a.at: a for a in known}
    listed = by_place.get(reading.at - 2) if row.word(reading.at - 1) in ("(", "with", "at", ":") else None
    if listed is not None and listed.weapon is None and row.word(listed.at - 1) not in _PREPOSITIONS | {"of"}:
        return listed
    if reading.users:
        return _used(row, reading, known) or _carried(page, row, reading, earlier)
    owner = _owner(page, row, reading, by_place, known)
    if owner is not None:
        return owner
    subject = _subject(page, row, reading, known)
    if subject is not None and not (reading.holder and subject.weapon is not None and not _holds(row, reading)):
        return subject
    carried = _carried(page, row, reading, earlier)
    return carried or subject


def _holds(row: Row, reading: Reading) -> bool:
    return row.sense(reading.trigger, "hold") is not None or row.sense(reading.trigger, "held") is not None


def _used(row: Row, reading: Reading, known: Sequence[Area]) -> Area | None:
    """What the counted users use, or whom they supply: the object of their verb, else the antecedent of "which received"."""
    if row.sense(reading.trigger, "use", "flow", "hold") is not None:
        after = [a for a in known if a.at > reading.trigger]
        if reading.at < reading.trigger:
            return next((a for a in after if a.weapon is not None), None)
        before = [a for a in known if a.at < reading.trigger and a.weapon is None]
        return before[-1] if before else None
    if any(row.word(k) in ("largest", "biggest", "top", "leading") for k in range(reading.at, min(len(row.tokens), reading.at + 6))) or any(
        word in row.tokens[k].text.lower() for k in range(reading.at, min(len(row.tokens), reading.at + 4)) for word in ("largest", "biggest")
    ):
        token = row.tokens[reading.at]
        return next((a for a in known if a.name == "World"), None) or Area(name="World", start=token.start, end=token.end, kind=EvidenceKind.IMPLIED)
    return next((a for a in known if a.weapon is not None), None)


def _owner(page: Page, row: Row, reading: Reading, by_place: dict[int, Area], known: Sequence[Area]) -> Area | None:
    """Who owns what is measured: "French exports", "Poland's spending", "its share", "36% of India's imports"."""
    if reading.whole is not None:
        inside = [a for k in range(*reading.whole) if (a := by_place.get(k)) is not None and a.weapon is None]
        real = [a for a in inside if a.name != "World"]
        if real and not _is_goal(row, real[0], reading):
            return real[0]
        if row.word(reading.whole[0]) in ("them", "these", "those", "it"):
            return None
    if reading.measure is None:
        return None
    start, end = reading.measure
    inside = [by_place[k] for k in range(start, end) if k in by_place]
    actors = [a for a in inside if (a.weapon is None or not reading.holder) and a.name != "World" and row.word(a.at - 1) not in _PREPOSITIONS]
    if actors:
        return actors[0]
    before = row.word(start - 1)
    if before in ("its", "their", "whose") or row.word(start) in ("its", "their", "whose"):
        return _antecedent(page, row, start, known, whose="whose" in (before, row.word(start)))
    anaphor = row.sense(start, "anaphor") or row.sense(start - 1, "anaphor")
    if anaphor is not None and row.tokens[start if row.sense(start, "anaphor") else start - 1].text.endswith(("'s", "’s")):
        return _named_before(page, row, anaphor.name)
    worldwide = [a for a in inside if a.name == "World"]
    if worldwide and reading.basis not in (reading.basis.SHARE,):
        return worldwide[0]
    return None


def _is_goal(row: Row, area: Area, reading: Reading) -> bool:
    """Whether the area stands behind "to" or "from": "68% of all MLRS to Ukraine"."""
    return row.word(area.at - 1) in ("to", "from", "for", "by")


def _antecedent(page: Page, row: Row, at: int, known: Sequence[Area], whose: bool) -> Area | None:
    """Whom "its", "their" or "whose" means: the nearest name for "whose", else the first free one of the sentence."""
    left = [a for a in known if a.at < at and a.weapon is None]
    if whose and left:
        return left[-1]
    free = [a for a in left if not _governed(row, a.at)]
    if free:
        return free[-1] if len(free) == 1 else free[0]
    return left[-1] if left else None


def _subject(page: Page, row: Row, reading: Reading, known: Sequence[Area]) -> Area | None:
    """The subject of the clause, else where it happens: "In Oceania imports fell by 10%"."""
    limit = min(reading.trigger, reading.at) if row.kind(reading.trigger) == "word" else reading.at
    begin = _clause_start(row, limit)
    inside = [a for a in known if begin <= a.at < limit]
    free = [a for a in inside if not _governed(row, a.at)]
    if reading.whole is None and row.word(begin) == "of" and inside:
        return inside[0]
    if free:
        return next((a for a in free if a.weapon is None), free[0])
    if row.word(begin - 1) in ("which", "who", "that") or row.word(begin) in ("which", "who", "that"):
        left = [a for a in known if a.at < begin]
        if left:
            return left[-1]
    anaphor = next((s.name for k in range(begin, limit) if (s := row.sense(k, "anaphor")) and row.word(k - 1) in ("the", "this", "that")), None)
    if anaphor is not None:
        named = _named_before(page, row, anaphor)
        if named is not None:
            return named
    located = [a for a in inside if row.word(a.at - 1) in ("in", "for") or row.word(a.at - 1) in ("and", ",")]
    if located:
        return _matching(row, reading, located)
    return None


def _matching(row: Row, reading: Reading, located: Sequence[Area]) -> Area:
    """The place whose turn it is: "in Oceania and South East Asia imports fell by 10% and 43%"."""
    values = [k for k in range(len(row.tokens)) if row.kind(k) == "value"]
    if len(values) == len(located) and reading.at in values:
        return located[values.index(reading.at)]
    return located[0]


def _clause_start(row: Row, at: int) -> int:
    for position in range(at - 1, -1, -1):
        word = row.word(position)
        if word in _BREAKS:
            return position + 1
        if word in ("which", "who") and position < at:
            return position
        if word == "and" and row.word(position - 1) == "," and any(row.kind(k) in ("actor", "weapon") or row.sense(k, "region") for k in range(position + 1, at)):
            return position + 1
    return 0


def _governed(row: Row, at: int) -> bool:
    """Whether a preposition governs a name, over its article, adjectives and those it is listed with."""
    position = at - 1
    for _ in range(7):
        word = row.word(position)
        if word in _PREPOSITIONS or word == "of":
            return not (word in ("of", "in") and row.word(position - 1) in ("states", "countries", "members"))
        if row.kind(position) in ("actor", "weapon") or word in ("the", "a", "an", "its", "and", ",", "other", "'s", "’s", "both", "south", "north"):
            position -= 1
            continue
        if row.sense(position, "region"):
            position -= 1
            continue
        return False
    return False


# ---- who was spoken of before


def _carried(page: Page, row: Row, reading: Reading, earlier: Sequence[tuple[Reading, Area | None]]) -> Area | None:
    """The area of the figure before, else the one that the sentences before and the title speak of."""
    for _, area in reversed(earlier):
        if area is not None and not (reading.holder and not reading.users and area.weapon is not None and not _same_clause(row, area)):
            return _implied(area)
    holder = reading.holder and not reading.users
    for line in _lines_before(page, row.line):
        found = areas(page, row_of(line))
        fit = [a for a in found if a.acts] if holder else [a for a in found if a.weapon is None] or found
        free = [a for a in fit if not _governed(row_of(line), a.at)]
        if free or fit:
            return _implied((free or fit)[0])
    return None


def _same_clause(row: Row, area: Area) -> bool:
    return row.line.start <= area.start < row.line.end


def _lines_before(page: Page, line: Line) -> Iterator[Line]:
    """The sentences before one in its paragraph, the nearest first, and then the title of its story."""
    before: list[Line] = []
    title: Line | None = None
    for other in page.lines:
        if other.story == line.story and title is None:
            title = other
        if other.start >= line.start:
            break
        if other.block == line.block:
            before.append(other)
    yield from reversed(before)
    if title is not None and title.start < line.start:
        yield title


def _named_before(page: Page, row: Row, kind: str) -> Area | None:
    """The actor named last that a noun such as "the company" can stand for."""
    start = row.line.start
    best: ActorMention | None = None
    for actor in page.mentions.actors:
        if actor.start >= start:
            break
        if actor.story == row.line.story and _fits(actor, kind):
            best = actor
    return _of_actor(page, best, best.start, best.end, kind=EvidenceKind.IMPLIED) if best is not None else None


def _fits(actor: ActorMention, kind: str) -> bool:
    return str(actor.kind) == kind


def _implied(area: Area) -> Area:
    return Area(name=area.name, start=area.start, end=area.end, actor=area.actor, weapon=area.weapon, kind=EvidenceKind.IMPLIED)


def counterpart_of(page: Page, row: Row, reading: Reading, area: Area | None) -> Area | None:
    """Who is on the other side: "from the USA", "to Ukraine", the buyer that accounts for a share of the seller's exports."""
    known = [a for a in areas(page, row) if a.weapon is None and (area is None or a.name != area.name)]
    for other in known:
        if other.at > reading.at and row.word(other.at - 1) in ("to", "from", "for") or (
            other.at > reading.at and row.word(other.at - 1) == "the" and row.word(other.at - 2) in ("to", "from", "for")
        ):
            between = range(reading.at + 1, other.at)
            if not any(row.kind(k) == "value" or row.word(k) in _BREAKS for k in between):
                return other
    if reading.whole is not None and area is not None and area.at > reading.at:
        left = [a for a in known if a.at < reading.at and not _governed(row, a.at)]
        return left[-1] if left else None
    return None
