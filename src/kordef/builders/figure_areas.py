"""Of whom or what a figure is: its reference area, actor, firm or weapon, and who stands on the other side."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from kordef.builders.indicators import Row
from kordef.builders.page import Page
from kordef.builders.figure_phrases import STOPS, Reading, counts, opening
from kordef.builders.figure_context import Surroundings
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention
from kordef.vocabulary import ActorKind, Basis, EvidenceKind

__all__ = ["Area", "area_of", "areas", "counterpart_of"]

_PREPOSITIONS = frozenset(
    """to from with for by in on at than between against via through under per about into as of including like unlike behind""".split()
)
_BREAKS = frozenset([";", ":", "—", "–", "while", "whereas", "although", "though", "because", "but", "when", "if", "unless"])
_PASSED_OVER = frozenset("the a an its their and or & other 's ’s both south north all some several".split())
_FINITE = frozenset("is are was were has have had will would can could may might".split())
_LARGEST = frozenset(["largest", "biggest", "top", "leading"])


@frozen(kw_only=True)
class Area:
    """What a figure speaks of: ``name`` is what it is called, ``start`` to ``end`` are the words, ``kind`` how they say it.

    ``at`` is the position of its token in the row that it was found in.
    """

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
    """All areas, actors and named weapons of a sentence, in its order; people and media are none."""
    found: list[Area] = []
    for at, token in enumerate(row.tokens):
        mention = token.mention
        if isinstance(mention, ActorMention):
            if mention.kind in (ActorKind.PERSON, ActorKind.MEDIA, ActorKind.PARTY) or _belongs_to_next(row, at, mention):
                continue
            if mention.form == "place" or (mention.form == "capital" and (mention.as_place or _dates_a_line(row, at))):
                continue
            found.append(_of_actor(page, mention, token.start, token.end, at))
        elif isinstance(mention, WeaponMention) and mention.form != "class":
            found.append(_of_weapon(mention, token.start, token.end, at))
        elif (region := row.sense(at, "region")) is not None:
            end = row.tokens[at + row.lengths[at] - 1].end
            found.append(Area(name=region.name, start=token.start, end=end, at=at))
    return found


def _dates_a_line(row: Row, at: int) -> bool:
    """Whether a capital is the place of a dateline: "(Stockholm, 10 March 2025)"."""
    return row.word(at + 1) == "," and row.kind(at + 2) == "date"


def _belongs_to_next(row: Row, at: int, mention: ActorMention) -> bool:
    """Whether an adjective only says whose body the next token is: "the South Korean air force"."""
    following = row.tokens[at + 1].mention if at + 1 < len(row.tokens) else None
    return mention.form == "adjective" and isinstance(following, ActorMention) and following.kind is not ActorKind.PERSON


def _of_actor(page: Page, mention: ActorMention, start: int, end: int, at: int = -1, kind: EvidenceKind = EvidenceKind.STATED) -> Area:
    """An actor under its own name as the text writes it; a state, or one meant by other words, under its proper name."""
    record = page.actors.get(page.actor_ids.get((mention.story, mention.key), ""))
    proper = record.name if record is not None else mention.name
    if mention.kind is ActorKind.GOVERNMENT_BODY and mention.key.endswith(":government") and mention.acts_for is not None:
        state = page.actors.get(page.actor_ids.get((mention.story, mention.acts_for), ""))
        proper = state.name if state is not None else proper
    named = mention.kind is not ActorKind.STATE and mention.form in ("name", "short") and mention.exact[:1].isupper()
    return Area(name=mention.exact if named else proper, start=start, end=end, actor=mention, at=at, kind=kind)


def _of_weapon(mention: WeaponMention, start: int, end: int, at: int = -1, kind: EvidenceKind = EvidenceKind.STATED) -> Area:
    return Area(name=mention.designation or mention.name, start=start, end=end, weapon=mention, at=at, kind=kind)


def area_of(
    around: Surroundings, row: Row, reading: Reading, earlier: Sequence[tuple[Reading, Area | None]], said_by: tuple[int, int] | None = None
) -> Area | None:
    """The area of a figure: owner of what is measured, subject of its clause, place, else who was spoken of before.

    ``earlier`` are the figures before it in the paragraph, with their areas; ``said_by`` the words of who is cited, whose own
    figures these need not be.
    """
    named = areas(around.page, row)
    known = [a for a in named if said_by is None or a.end <= said_by[0] or a.start >= said_by[1]]
    listed = _listed(row, reading, known)
    if listed is not None:
        return _of_whole(reading, earlier) or listed
    compared = _compared(row, reading, known)
    if compared is not None:
        return compared
    if reading.borrowed and earlier and row.line.start <= earlier[-1][0].value.start and row.word(reading.at - 1) == "(":
        return _again(earlier[-1][1])
    if reading.users:
        return _used(around, row, reading, known) or _carried(around, row, reading, earlier)
    if reading.part and reading.holder:
        return _carried(around, row, reading, earlier)
    owner = _owner(around, row, reading, known, named, earlier, said_by)
    if owner is not None:
        return owner
    subject = _subject(around, row, reading, known, named)
    if subject is not None and (subject.weapon is None or not reading.holder or _is_about_weapon(row, reading)):
        return subject
    carried = (None if earlier else _of_speaker(around, row)) or _carried(around, row, reading, earlier)
    speaker = next((a for a in named if a not in known), None)
    return carried or subject or (evolve(speaker, kind=EvidenceKind.IMPLIED) if speaker is not None else None)


def _of_speaker(around: Surroundings, row: Row) -> Area | None:
    """The state or organisation that somebody acts for who does or says something in the sentence."""
    for at, token in enumerate(row.tokens):
        person = token.mention
        if isinstance(person, ActorMention) and person.kind is ActorKind.PERSON and person.acts_for is not None and not _governed(row, at):
            return _acted_for(around, person, token.start, token.end)
    return None


def _acted_for(around: Surroundings, person: ActorMention, start: int, end: int) -> Area | None:
    record = around.page.actors.get(around.page.actor_ids.get((person.story, person.acts_for or ""), ""))
    if record is None or person.acts_for is None:
        return None
    body = evolve(person, kind=record.kind, key=person.acts_for, name=record.name)
    return Area(name=record.name, start=start, end=end, actor=body, kind=EvidenceKind.IMPLIED)


def _of_whole(reading: Reading, earlier: Sequence[tuple[Reading, Area | None]]) -> Area | None:
    """The owner of what a list divides: "Russian exports went to India (38%), China (17%)" are shares of Russia's."""
    if not reading.borrowed or reading.basis is not Basis.SHARE or not earlier:
        return None
    previous, area = earlier[-1]
    if area is None or area.name == "World" or not area.acts:
        return None
    owned = previous.whole is not None and area.at in range(*previous.whole)
    return _again(area) if owned or (previous.part and area.kind is EvidenceKind.IMPLIED) else None


def _compared(row: Row, reading: Reading, known: Sequence[Area]) -> Area | None:
    """Whose figure stands beside another's: "compared with 84.7 billion euros from the United States"."""
    if row.word(reading.at - 1) not in ("with", "against", "to", "than", "versus") or row.word(reading.at + 1) not in ("from", "for", "by", "in"):
        return None
    return next((a for a in known if a.at in (reading.at + 2, reading.at + 3)), None)


def _again(area: Area | None) -> Area | None:
    """An area spoken of before."""
    return evolve(area, kind=EvidenceKind.IMPLIED, at=-1) if area is not None else None


def _is_about_weapon(row: Row, reading: Reading) -> bool:
    return row.sense(reading.trigger, "held", "hold") is not None


def _listed(row: Row, reading: Reading, known: Sequence[Area]) -> Area | None:
    """Who stands before the number in a list: "Germany (EUR 17.7 billion)", "Poland with 46%"."""
    beside = next((a for a in known if a.at == reading.at - 1 and a.weapon is None), None)
    if reading.borrowed and beside is not None and row.word(reading.at - 2) in ("and", ",", "the", ";"):
        return beside
    if row.word(reading.at - 1) not in ("(", "with", "at", ":", ","):
        return None
    mark = reading.at - 2 if row.word(reading.at - 1) == "at" and row.word(reading.at - 2) == "," else reading.at - 1
    for area in known:
        last = area.at + (row.lengths[area.at] if area.actor is None and area.weapon is None else 1)
        if last == mark and area.weapon is None:
            free = row.word(reading.at - 1) == "(" or row.word(area.at - 1) in ("", ",", "and", ";", "by", "the")
            return area if free and not (row.word(reading.at - 1) == "," and not reading.borrowed) else None
    return None


def _used(around: Surroundings, row: Row, reading: Reading, known: Sequence[Area]) -> Area | None:
    """What the counted users use, or whom they supply: the object of their verb, else the antecedent of "which received"."""
    if row.sense(reading.trigger, "use", "flow", "hold") is not None:
        if reading.at > reading.trigger:
            ahead = [a for a in known if a.at < reading.trigger and a.weapon is None and a.name != "World"]
            return ahead[-1] if ahead else None
        behind = [a for a in known if a.at > reading.trigger]
        return next((a for a in behind if a.weapon is not None), None) or _class_meant(around, row, reading.trigger)
    window = range(reading.at, min(len(row.tokens), reading.at + 6))
    if any(row.word(k) in _LARGEST or _LARGEST & set(row.tokens[k].text.lower().split()) for k in window):
        token = row.tokens[reading.at]
        worldwide = next((a for a in known if a.name == "World"), None)
        return worldwide or Area(name="World", start=token.start, end=token.end, kind=EvidenceKind.IMPLIED)
    return next((a for a in known if a.weapon is not None), None)


def _class_meant(around: Surroundings, row: Row, at: int) -> Area | None:
    """The weapon that "the gun" means: the last one named."""
    for token in row.tokens[at + 1 : at + 5]:
        if isinstance(token.mention, WeaponMention):
            weapon = around.weapon_meant(row.line, token.start)
            return _of_weapon(weapon, token.start, token.end, kind=EvidenceKind.IMPLIED) if weapon is not None else None
    return None


# ---- owners


def _owner(
    around: Surroundings,
    row: Row,
    reading: Reading,
    known: Sequence[Area],
    named: Sequence[Area],
    earlier: Sequence[tuple[Reading, Area | None]],
    said_by: tuple[int, int] | None,
) -> Area | None:
    """Who owns what is measured: "French exports", "Poland's spending", "its share", "36% of India's imports"."""
    if reading.whole is not None:
        inside = [a for a in known if a.at in range(*reading.whole) and a.weapon is None and a.name != "World"]
        if inside and row.word(inside[0].at - 1) not in ("to", "from", "for", "by"):
            taker = next((a for a in known if a.at < reading.at and a.acts and not _governed(row, a.at)), None)
            return taker if taker is not None and inside[0].actor is None else inside[0]
        if not inside and _is_of_one_before(row, reading, known, earlier):
            return _again(earlier[-1][1])
        if row.word(reading.whole[0]) in ("them", "these", "those") and earlier and earlier[-1][1] is not None:
            return evolve(earlier[-1][1], kind=EvidenceKind.IMPLIED)
    if reading.measure is None or reading.borrowed:
        return None
    start, end = reading.measure
    first = start
    while first > 0 and (row.word(first - 1) in ("'s", "’s") or row.kind(first - 1) == "actor"):
        first -= 1
    inside = [a for a in known if first <= a.at < end and (a.weapon is None or not reading.holder)]
    owners = [a for a in inside if a.name != "World" and row.word(a.at - 1) not in ("to", "from", "by", "for", "with") and not _the_goal(row, a)]
    if owners:
        return owners[0]
    whose = {row.word(start - 1), row.word(start)}
    if whose & {"its", "their", "whose", "his"}:
        return _antecedent(row, start, named, "whose" in whose)
    for at in (start - 1, start):
        sense = row.sense(at, "anaphor")
        if sense is not None and row.tokens[at].text.endswith(("'s", "’s")):
            return _named_before(around, row, sense.name, start=_before_speaker(row, at, said_by))
    return inside[0] if inside and reading.basis is not Basis.SHARE and not _has_subject(row, reading, known) else None


def _is_of_one_before(row: Row, reading: Reading, known: Sequence[Area], earlier: Sequence[tuple[Reading, Area | None]]) -> bool:
    """Whether a share is one of the flows of who was spoken of before: "Poland accounted for 72% of total exports", Korea's."""
    if not earlier or reading.whole is None or any(a.at in range(*reading.whole) for a in known):
        return False
    area = earlier[-1][1]
    words = {row.word(k) for k in range(*reading.whole)}
    flows = any(s.name == "flow" for k in range(*reading.whole) for s in row.senses[k] if s.tag == "measure")
    subject = next((a for a in known if a.at < reading.at and not _governed(row, a.at)), None)
    other = area is not None and area.acts and subject is not None and subject.acts and subject.name != area.name
    return flows and other and not words & {"global", "world", "worldwide", "market", "its", "their", "gdp"}


def _before_speaker(row: Row, at: int, said_by: tuple[int, int] | None) -> int:
    """Up to where to look for who "the firm" is: the words themselves, but not who speaks of it."""
    start = row.tokens[at].start
    return min(start, said_by[0]) if said_by is not None else start


def _the_goal(row: Row, area: Area) -> bool:
    return row.word(area.at - 1) == "the" and row.word(area.at - 2) in ("to", "from", "by", "for")


def _has_subject(row: Row, reading: Reading, known: Sequence[Area]) -> bool:
    limit = min(reading.at, reading.measure[0] if reading.measure else reading.at)
    begin = _clause_start(row, limit)
    return any(begin <= a.at < limit and not _governed(row, a.at) for a in known)


def _antecedent(row: Row, at: int, named: Sequence[Area], whose: bool) -> Area | None:
    """Whom "its", "their" or "whose" means: the nearest name for "whose", else the first free one of the sentence."""
    ahead = [a for a in named if a.at < at and a.weapon is None and a.name != "World" and not _publishes(a)] or [a for a in named if a.at < at]
    if whose and ahead:
        return ahead[-1]
    free = [a for a in ahead if not _governed(row, a.at)]
    heads = [a for a in free if _is_head(row, a)]
    return (heads or free or ahead or [None])[-1]


def _is_head(row: Row, area: Area) -> bool:
    """Whether a name stands for itself and does not only say whose something is: "Europe would", not "U.S. aid"."""
    if area.actor is not None and area.actor.form == "adjective":
        return False
    after = area.at + (row.lengths[area.at] if area.actor is None and area.weapon is None else 1)
    word = row.word(after)
    if row.kind(after) != "word" or word in STOPS and word not in ("'s", "’s"):
        return word not in ("'s", "’s")
    verb = row.sense(after, "level", "change", "spend", "hold", "use", "flow", "publish", "employ")
    return verb is not None and not verb.form.startswith("noun") and not row.sense(after, "measure")


# ---- subjects


def _subject(around: Surroundings, row: Row, reading: Reading, known: Sequence[Area], named: Sequence[Area]) -> Area | None:
    """The subject of the clause, else where it happens: "In Oceania imports fell by 10%"."""
    if reading.trigger > reading.at and row.sense(reading.trigger, "flow") and not row.sense(reading.trigger, "measure"):
        behind = [a for a in known if reading.at < a.at < reading.trigger and a.weapon is None]
        if behind:
            return behind[-1]
    limit = reading.trigger if reading.trigger < reading.at and row.kind(reading.trigger) == "word" else reading.at
    begin = _clause_start(row, limit)
    inside = [a for a in known if begin <= a.at < limit and a.name != "World"]
    if row.word(begin) == "of" and inside:
        return inside[0]
    inside = [a for a in inside if not _between_dashes(row, a.at, limit)]
    free = [a for a in inside if not _governed(row, a.at)]
    turn = _in_turn(row, reading, [a for a in free if a.weapon is None])
    if turn is not None:
        return turn
    beside = next((a for a in inside if a.at == reading.trigger - 1 and a.weapon is None), None)
    if beside is not None and row.sense(reading.trigger, "change", "flow", "spend", "level"):
        return beside
    if free:
        return next((a for a in free if a.weapon is None), free[0])
    if row.word(begin) in ("which", "who"):
        ahead = [a for a in known if a.at < begin]
        if ahead:
            return ahead[-1]
    pronoun = next((k for k in range(begin, reading.at) if row.word(k) in ("its", "their", "it", "they")), None)
    if pronoun is not None:
        antecedent = _antecedent(row, begin, named, whose=row.word(pronoun) == "they") or _antecedent(row, pronoun, named, whose=False)
        if antecedent is not None:
            return antecedent
    group = _group(around, row, begin, limit)
    if group is not None:
        return group
    for k in range(begin, limit):
        sense = row.sense(k, "anaphor")
        if sense is not None and any(row.word(j) in ("the", "this", "that") for j in range(max(begin, k - 3), k)):
            meant = _named_before(around, row, sense.name) if sense.name != "thing" else _thing(around, row, k)
            if meant is not None:
                return meant
    located = [a for a in inside if a.weapon is None and _is_place(row, a.at)]
    return _matching(row, reading, located) if located else None


def _group(around: Surroundings, row: Row, begin: int, limit: int) -> Area | None:
    """Several that are counted and not named: "the four major defence firms", "the five Nordic countries"."""
    for k in range(begin, limit):
        value = row.tokens[k].mention
        if isinstance(value, ValueMention) and counts(row, k, value, "group", "anaphor", "user"):
            text = around.page.document.text[value.number[0] : value.end]
            return Area(name=text, start=value.number[0], end=value.end, at=k)
    for k in range(begin, min(begin + 5, limit)):
        group = row.sense(k, "group", "user")
        if group is not None and group.form == "nouns" and row.word(k - 1) not in _PREPOSITIONS | {"of"}:
            first = k - 1 if row.kind(k - 1) == "word" and k - 1 >= begin and row.word(k - 1) not in STOPS else k
            start, end = row.tokens[first].start, row.tokens[k].end
            return Area(name=around.page.document.text[start:end], start=start, end=end, at=k)
    return None


def _thing(around: Surroundings, row: Row, at: int) -> Area | None:
    """A programme, plant or the like under the words that name it."""
    first = at
    while row.word(first - 1) not in ("the", "this", "that", ""):
        first -= 1
    start, end = row.tokens[first].start, row.tokens[at].end
    return Area(name=around.page.document.text[start:end], start=start, end=end, at=at)


def _is_place(row: Row, at: int) -> bool:
    position = at - 1
    while row.word(position) in _PASSED_OVER or row.kind(position) == "actor" or row.sense(position, "region") or (position >= 0 and row.inside[position]):
        position -= 1
    return row.word(position) in ("in", "for", "across")


def _between_dashes(row: Row, at: int, limit: int) -> bool:
    dashes = [k for k in range(max(0, at - 30), limit) if row.word(k) in ("—", "–")]
    return any(k < at for k in dashes) and any(k > at for k in dashes)


def _in_turn(row: Row, reading: Reading, free: Sequence[Area]) -> Area | None:
    """The subject whose turn it is: "Latvia and Lithuania spend 3.5% and 4%"."""
    joined = [a for a in free if row.word(a.at + 1) == "and" or row.word(a.at - 1) in ("and", ",")]
    values = [k for k in range(len(row.tokens)) if row.kind(k) == "value"]
    alike = len({m.unit for k in values if isinstance(m := row.tokens[k].mention, ValueMention)}) == 1
    if len(joined) == len(values) > 1 and alike and reading.at in values and values[0] > joined[-1].at:
        return joined[values.index(reading.at)]
    return None


def _matching(row: Row, reading: Reading, located: Sequence[Area]) -> Area:
    """The place whose turn it is: "in Oceania and South East Asia imports fell by 10% and 43%"."""
    values = [k for k in range(len(row.tokens)) if row.kind(k) == "value"]
    if len(values) == len(located) and reading.at in values:
        return located[values.index(reading.at)]
    return located[0]


def _clause_start(row: Row, at: int) -> int:
    """Where the clause before a token begins; what stands between two dashes is passed over."""
    position = at - 1
    while position >= 0:
        word = row.word(position)
        start = opening(row, position) if word in ("—", "–") else None
        if start is not None:
            position = start - 1
            continue
        if word in _BREAKS:
            return position + 1
        if word in ("which", "who"):
            return position
        if word == "and" and row.word(position - 1) == "," and _is_clause(row, position + 1, at):
            return position + 1
        position -= 1
    return 0


def _is_clause(row: Row, start: int, end: int) -> bool:
    """Whether a name and a finite verb stand in a stretch of a sentence."""
    name = next((k for k in range(start, end) if row.kind(k) in ("actor", "weapon") or row.sense(k, "region")), None)
    if name is None:
        return False
    for k in range(name + 1, end + 1):
        sense = row.sense(k, "level", "change", "spend", "hold", "use", "flow", "publish")
        if row.word(k) in _FINITE or (sense is not None and sense.form in ("past", "third")):
            return True
    return False


def _governed(row: Row, at: int) -> bool:
    """Whether a preposition governs a name, over its article, adjectives and those it is listed with."""
    position = at - 1
    for _ in range(8):
        word = row.word(position)
        if word == "," and not _is_list(row, position):
            return False
        if word in _PREPOSITIONS:
            return not (word in ("of", "in") and row.word(position - 1) in ("states", "countries", "members", "nations"))
        if position < 0 or not (row.kind(position) in ("actor", "weapon") or word in _PASSED_OVER or word == "," or row.sense(position, "region") or row.inside[position]):
            return False
        position -= 1
    return False


def _is_list(row: Row, comma: int) -> bool:
    """Whether a comma divides names that an "and" joins."""
    for k in range(comma + 1, min(comma + 8, len(row.tokens))):
        word = row.word(k)
        if word in ("and", "or"):
            return row.kind(k + 1) == "actor" or row.sense(k + 1, "region") is not None or row.word(k + 1) == "the"
        if not (row.kind(k) == "actor" or row.sense(k, "region") or row.inside[k] or word in (",", "the")):
            return False
    return False


# ---- who was spoken of before


def _carried(around: Surroundings, row: Row, reading: Reading, earlier: Sequence[tuple[Reading, Area | None]]) -> Area | None:
    """The area of the figure before, else the one that the sentences before and the title speak of."""
    holder = reading.holder and not reading.users
    for previous, area in reversed(earlier):
        here = area is not None and row.line.start <= area.start < row.line.end
        if area is not None and (here or not holder or area.weapon is None) and (not reading.users or previous.users or area.weapon is not None):
            return _again(area)
    for other in around.before(row.line):
        found = areas(around.page, other)
        found = [a for a in found if a.name != "World" and not _publishes(a)]
        fit = [a for a in found if a.acts] if holder else [a for a in found if (a.weapon is None) != reading.users] or found
        free = [a for a in fit if not _governed(other, a.at)]
        if free or fit:
            return _again((free or fit)[0])
    return None


def _named_before(around: Surroundings, row: Row, kind: str, start: int | None = None) -> Area | None:
    """The actor named last that a noun such as "the company" can stand for; "the country" is that of who speaks."""
    if kind == "state":
        for other in (row, *around.before(row.line)):
            for token in other.tokens:
                person = token.mention
                if isinstance(person, ActorMention) and person.acts_for is not None and person.acts_for.startswith("state:"):
                    return _acted_for(around, person, token.start, token.end)
            free = [a for a in areas(around.page, other) if a.actor is not None and a.actor.kind is ActorKind.STATE and not _governed(other, a.at)]
            if free and other is not row:
                return _again(free[0])
    actor = around.named(row.line.story, kind, row.line.start if start is None else start)
    return _of_actor(around.page, actor, actor.start, actor.end, kind=EvidenceKind.IMPLIED) if actor is not None else None


def counterpart_of(around: Surroundings, row: Row, reading: Reading, area: Area | None) -> Area | None:
    """Who is on the other side: "from the USA", "to Ukraine", the buyer that accounts for a share of the seller's exports."""
    known = [a for a in areas(around.page, row) if a.weapon is None and a.name != "World" and (area is None or a.name != area.name) and not _publishes(a)]
    listed = _listed(row, reading, known)
    if listed is not None:
        return listed
    for other in known:
        before = other.at - 2 if row.word(other.at - 1) == "the" else other.at - 1
        if other.at > reading.at and row.word(before) in ("to", "from", "for"):
            between = range(reading.at + 1, other.at)
            if not any(row.kind(k) == "value" or row.word(k) in _BREAKS or row.word(k) in (",", "that", "which") for k in between):
                return other
    taken = reading.part or (reading.whole is not None and area is not None and (area.at > reading.at or area.kind is EvidenceKind.IMPLIED))
    if taken:
        begin = _clause_start(row, reading.at)
        ahead = [a for a in known if begin <= a.at < reading.at and not _governed(row, a.at)]
        return ahead[-1] if ahead else None
    return None


def _publishes(area: Area) -> bool:
    return area.actor is not None and area.actor.kind is ActorKind.RESEARCH_INSTITUTE
