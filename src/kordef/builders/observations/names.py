"""The names in a sentence that figures can be of: actors, regions and weapons, and which of them stand free in their clause."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, evolve

from kordef.builders.observations.indicators import Row
from kordef.builders.observations.phrases import BREAKS, STOPS, VERBAL, opening
from kordef.builders.page import Page
from kordef.mentions.model import ActorMention, WeaponMention
from kordef.vocabulary import ActorKind, EvidenceKind

__all__ = [
    "WORLD",
    "Area",
    "acted_for",
    "again",
    "areas",
    "clause_start",
    "end_of",
    "free_of",
    "governed",
    "of_actor",
    "of_weapon",
    "passed_over",
    "stands_for_itself",
]

WORLD = "World"
"""The name of the reference area of figures for the whole world."""

_PREPOSITIONS = frozenset([
    "to", "from", "with", "for", "by", "in", "on", "at", "than", "between", "against", "via", "through", "under",
    "per", "about", "into", "as", "of", "including", "like", "unlike", "behind", "except", "among",
    "excluding", "barring", "excepting",
])  # fmt: skip
_PASSED_OVER = frozenset([
    "the", "a", "an", "its", "their", "and", "or", "&", "other", "'s", "’s", "both", "south", "north", "all",
    "some", "several",
])  # fmt: skip
_FINITE = frozenset([
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might",
])  # fmt: skip
_MEMBERS = frozenset(["members", "member", "allies", "states", "countries"])


@define(kw_only=True)
class Area:
    """What a figure speaks of: ``name`` is what it is called, ``start`` to ``end`` are the words, ``kind`` how they say it.

    ``at`` is the position of its first token in the row that it was found in, -1 where it comes from another sentence.
    """

    name: str
    start: int
    end: int
    actor: ActorMention | None = None
    weapon: WeaponMention | None = None
    kind: EvidenceKind = EvidenceKind.STATED
    at: int = -1
    length: int = 0
    """Its tokens, where they are more than those of a phrase of the word list."""

    @property
    def acts(self) -> bool:
        """Whether it is a state, an organisation or one of their bodies: who has things."""
        return self.actor is not None and self.actor.kind is not ActorKind.COMPANY

    @property
    def publishes(self) -> bool:
        """Whether it is an institute, which figures are by rather than of."""
        return self.actor is not None and self.actor.kind is ActorKind.RESEARCH_INSTITUTE


def again(area: Area) -> Area:
    """An area spoken of before."""
    return evolve(area, kind=EvidenceKind.IMPLIED, at=-1)


def areas(page: Page, row: Row) -> list[Area]:
    """All areas, actors and named weapons of a sentence, in its order; people, media and cities are none."""
    found: list[Area] = []
    behind = 0
    if row.word(0) in _SEATS and row.word(1) == ":":
        # "Headquarters: Stockholm, Sweden" above "Employees: 24,600"
        return found
    for at, token in enumerate(row.tokens):
        mention = token.mention
        if at < behind or (mention is None and at not in row.senses):
            continue
        if (group := _members(page, row, at)) is not None:
            found.append(group)
            behind = at + group.length
        elif isinstance(mention, ActorMention):
            if _is_named(row, at, mention) and not _is_in_title(page, row, at, mention):
                found.append(of_actor(page, mention, token.start, token.end, at))
        elif isinstance(mention, WeaponMention):
            if mention.form != "class":
                found.append(of_weapon(mention, token.start, token.end, at))
        elif (region := row.sense(at, "region")) is not None and not _is_in_name(row, at):
            found.append(Area(name=region.name, start=token.start, end=row.tokens[at + row.lengths[at] - 1].end, at=at))
    return found


_SEATS = frozenset(["headquarters", "hq", "headquartered", "seat", "address", "location", "locations", "sites"])


def _members(page: Page, row: Row, at: int) -> Area | None:
    """The members of an organisation in one region, under the words for them: "European NATO members", "NATO's Nordic allies"."""
    region, body = at, at + 1
    if row.kind(at) == "actor" and row.word(at + 1) in ("'s", "’s"):
        region, body = at + 2, at
    mention = row.tokens[body].mention if body < len(row.tokens) else None
    if row.sense(at, "region") is not None and row.word(body) in ("allies", "governments", "members"):
        # "the European allies and Canada"
        stop = body + 2 if row.word(body + 1) == "and" and row.kind(body + 2) == "actor" else body
        start, last = row.tokens[at].start, row.tokens[stop].end
        return Area(name=page.document.text[start:last], start=start, end=last, at=at, length=stop + 1 - at)
    if not isinstance(mention, ActorMention) or mention.kind is not ActorKind.IGO:
        return None
    end = max(region, body) + 1
    if row.sense(region, "region") is None or row.lengths[region] > 1 or row.word(end) not in _MEMBERS:
        return None
    if row.word(end) == "member":
        end += 1
    start, stop = row.tokens[at].start, row.tokens[min(end, len(row.tokens) - 1)].end
    return Area(name=page.document.text[start:stop], start=start, end=stop, at=at, length=end + 1 - at)


def _is_named(row: Row, at: int, mention: ActorMention) -> bool:
    if mention.kind in (ActorKind.PERSON, ActorKind.MEDIA, ActorKind.PARTY) or mention.form == "place":
        return False
    if mention.form == "capital":  # not a place, and not that of a dateline: "(Stockholm, 10 March 2025)"
        return not mention.as_place and not (row.word(at + 1) == "," and row.kind(at + 2) == "date")
    if _is_glued(row, at):
        return False  # "NATO-standard ammunition"
    # an adjective only says whose body the next token is: "the South Korean air force"
    following = row.tokens[at + 1].mention if at + 1 < len(row.tokens) else None
    return not (
        mention.form == "adjective" and isinstance(following, ActorMention) and following.kind is not ActorKind.PERSON
    )


_BODIES = frozenset(["fund", "facility", "instrument", "mechanism"])


def _is_in_title(page: Page, row: Row, at: int, mention: ActorMention) -> bool:
    """Whether a state's name is the first word of that of a fund: "the Ukraine Assistance Fund"."""
    text = page.document.text
    for k in range(at + 1, min(at + 5, len(row.tokens))):
        if row.kind(k) != "word" or not text[row.tokens[k].start].isupper():
            return False
        if row.word(k) in _BODIES:
            return mention.kind is ActorKind.STATE
    return False


def _is_glued(row: Row, at: int) -> bool:
    """Whether a name is the first part of a compound with a hyphen."""
    tokens = row.tokens[at : at + 3]
    return (
        len(tokens) == 3
        and tokens[1].text == "-"
        and tokens[2].kind == "word"
        and tokens[0].end == tokens[1].start
        and tokens[1].end == tokens[2].start
    )


def _is_in_name(row: Row, at: int) -> bool:
    """Whether a region is part of a longer name: "the H-ACE Europe factory"."""
    after = at + row.lengths[at]
    noun = row.kind(after) == "word" and row.sense(after, "anaphor") is not None
    return noun and not row.tokens[after - 1].text.endswith(("an", "ern", "ic"))


def of_actor(
    page: Page, mention: ActorMention, start: int, end: int, at: int = -1, kind: EvidenceKind = EvidenceKind.STATED
) -> Area:
    """An actor under its name as the text writes it; a state, its government, or one meant by other words, under its own."""
    record = page.actors.get(page.actor_ids.get((mention.story, mention.key), ""))
    proper = record.name if record is not None else mention.name
    if (
        mention.kind is ActorKind.GOVERNMENT_BODY
        and mention.key.endswith(":government")
        and mention.acts_for is not None
    ):
        state = page.actors.get(page.actor_ids.get((mention.story, mention.acts_for), ""))
        proper = state.name if state is not None else proper
    named = mention.kind is not ActorKind.STATE and mention.form in ("name", "short") and mention.exact[:1].isupper()
    return Area(name=mention.exact if named else proper, start=start, end=end, actor=mention, at=at, kind=kind)


def of_weapon(
    mention: WeaponMention, start: int, end: int, at: int = -1, kind: EvidenceKind = EvidenceKind.STATED
) -> Area:
    """A weapon under its designation, or else its name."""
    return Area(name=mention.designation or mention.name, start=start, end=end, weapon=mention, at=at, kind=kind)


def acted_for(page: Page, person: ActorMention, start: int, end: int) -> Area | None:
    """The state or organisation that a person or body acts for."""
    record = page.actors.get(page.actor_ids.get((person.story, person.acts_for or ""), ""))
    if record is None or person.acts_for is None:
        return None
    body = evolve(person, kind=record.kind, key=person.acts_for, name=record.name)
    return Area(name=record.name, start=start, end=end, actor=body, kind=EvidenceKind.IMPLIED)


# ---- where a name stands


def end_of(row: Row, area: Area) -> int:
    """The position behind an area's words."""
    return area.at + (area.length or row.lengths[area.at])


def stands_for_itself(row: Row, area: Area) -> bool:
    """Whether a name does not only say whose something is: "Europe would", not "U.S. aid"."""
    if area.actor is not None and area.actor.form == "adjective":
        return False
    after = end_of(row, area)
    word = row.word(after)
    if word in ("'s", "’s"):
        return False
    if row.kind(after) != "word" or word in STOPS:
        return True
    verb = row.sense(after, *VERBAL)
    return verb is not None and not verb.form.startswith("noun") and not row.sense(after, "measure")


def governed(row: Row, at: int) -> bool:
    """Whether a preposition governs a name, over its article, adjectives and those it is listed with."""
    position = at - 1
    for _ in range(8):
        word = row.word(position)
        if word == ",":
            if not _is_list(row, position):
                return False
        elif word in _PREPOSITIONS:
            return not (
                word in ("of", "in") and row.word(position - 1) in ("states", "countries", "members", "nations")
            )
        elif not passed_over(row, position):
            return False
        position -= 1
    return False


def passed_over(row: Row, at: int) -> bool:
    """Whether a token can stand between a preposition and a name that it governs."""
    if at < 0:
        return False
    named = row.kind(at) in ("actor", "weapon") or row.sense(at, "region") is not None
    return named or row.word(at) in _PASSED_OVER or row.inside[at]


def _is_list(row: Row, comma: int) -> bool:
    """Whether a comma divides names that an "and" joins."""
    for k in range(comma + 1, min(comma + 8, len(row.tokens))):
        word = row.word(k)
        named = row.kind(k) in ("actor", "weapon") or row.sense(k, "region") is not None
        if word in ("and", "or"):
            return (
                row.kind(k + 1) in ("actor", "weapon")
                or row.sense(k + 1, "region") is not None
                or row.word(k + 1) == "the"
            )
        if not (named or row.inside[k] or word in (",", "the")):
            return False
    return False


def clause_start(row: Row, at: int) -> int:
    """Where the clause before a token begins; what stands between two dashes is passed over."""
    position = at - 1
    while position >= 0:
        word = row.word(position)
        start = opening(row, position) if word in ("—", "–") else None
        if start is not None:
            position = start - 1
            continue
        if word in BREAKS:
            return position + 1
        if word in ("which", "who"):
            return position
        if (
            word == "and"
            and row.word(position - 1) == ","
            and not _lists(row, position)
            and _is_clause(row, position + 1, at)
        ):
            return position + 1
        position -= 1
    return 0


def _lists(row: Row, at: int) -> bool:
    """Whether ", and" ends a list of names: "Germany, the UK, and the US have"."""
    name = row.start_of(at - 2)
    named = row.kind(name) == "actor" or row.sense(name, "region") is not None
    return named and not governed(row, name)


def _is_clause(row: Row, start: int, end: int) -> bool:
    """Whether a name and a finite verb stand in a stretch of a sentence."""
    name = next((k for k in range(start, end) if row.kind(k) in ("actor", "weapon") or row.sense(k, "region")), None)
    if name is None:
        return False
    for k in range(name + 1, end + 1):
        sense = row.sense(k, *VERBAL)
        if row.word(k) in _FINITE or (sense is not None and sense.form in ("past", "third")):
            return True
    return False


def free_of(row: Row, named: Sequence[Area]) -> list[Area]:
    """The names that no preposition governs."""
    return [a for a in named if not governed(row, a.at)]
