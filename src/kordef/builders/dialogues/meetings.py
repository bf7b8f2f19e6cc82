"""Drafts of dialogues: what one sentence says of one, and when two speak of the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import define, field

from kordef.builders.dialogues.occasions import Occasion
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.parties import HEAD, MINISTER, OFFICIAL, Side
from kordef.builders.told_days import day_of
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, Mention
from kordef.periods import Period
from kordef.vocabulary import DialogueKind, EvidenceKind, Modality, Role, Section

__all__ = ["MEETINGS", "Draft", "Place", "When", "level_kind", "merge", "post_of"]

MEETINGS = frozenset(
    [
        DialogueKind.SUMMIT,
        DialogueKind.MINISTERIAL,
        DialogueKind.DIALOGUE,
        DialogueKind.COURTESY_CALL,
        DialogueKind.OTHER,
    ]
)
"""Kinds that are told of one and the same meeting with different words."""

_EQUALS = ("counterpart", "opposite number", "colleague", "homologue")

REACH = 100
"""How many dialogues back a text may come back to one."""


@define(kw_only=True)
class When:
    """A date with the words that show it."""

    period: Period
    witness: Mention | Token
    kind: EvidenceKind = EvidenceKind.STATED


@define(kw_only=True)
class Place:
    """A place as written, and the key of the state it lies in."""

    text: str
    witness: Token | Mention | tuple[int, int]
    state: str | None = None
    kind: EvidenceKind = EvidenceKind.STATED


@define(kw_only=True)
class Draft:
    """What is known of a dialogue so far; grows as further sentences come back to it."""

    line: Line
    start: int
    end: int
    kind: DialogueKind | None
    noun: Occasion | None = None
    words: str = ""
    """The proper name or the phrase of the text."""
    modality: Modality = Modality.ASSERTED
    sides: list[Side] = field(factory=list[Side])
    roles: dict[str, Role] = field(factory=dict[str, Role])
    place: Place | None = None
    date: When | None = None
    ordinal: tuple[int, Token] | None = None
    recurring: Token | None = None
    topics: list[tuple[int, int]] = field(factory=list[tuple[int, int]])
    outcomes: list[tuple[int, int]] = field(factory=list[tuple[int, int]])
    whole: Draft | None = None
    """The visit or tour that it belongs to."""
    anchored: bool = False
    """Whether a verb says that it took place, itself or beside another event."""
    tour: bool = False
    """Whether it is a journey to several states, of which each visit may be told too."""

    standing: bool = False
    """Whether it is set up to meet again and again, and is no single meeting."""
    met: bool = False
    """Whether a verb of meeting tells of a gathering ("will meet in an annual forum")."""
    attended: bool = False
    """Whether somebody only attends what others hold."""
    organisation: Side | None = None
    """Whose summit or committee it is."""

    def gathers(self, body: Side) -> None:
        """Make it the summit or ministerial meeting of an organisation, by the rank of those who meet."""
        self.organisation = body
        self.kind = DialogueKind.SUMMIT if body.level == HEAD else DialogueKind.MINISTERIAL
        self.words = "summit" if body.level == HEAD else "ministerial meeting"

    @property
    def people(self) -> frozenset[str]:
        """The keys of the persons."""
        return frozenset(s.key for s in self.sides if s.person)

    @property
    def states(self) -> frozenset[str]:
        """The keys of the states and organisations that take part or are acted for."""
        return frozenset(s.state for s in self.sides if s.state)

    @property
    def back(self) -> bool:
        """Whether the words only come back to what was told before ("the meeting", "during the visit")."""
        noun = self.noun
        if noun is None or not noun.definite or not noun.bare:
            return False
        behind = [s for s in self.sides if s.position >= noun.end]
        if noun.determiner == "the" and any(s.person for s in behind):
            return False  # "during the meeting with his counterpart, Zbigniew Rau"
        return noun.determiner not in ("his", "her", "its", "their") or not behind

    @property
    def weight(self) -> int:
        """How much a draft says; the sentence that says most is the one to quote."""
        return (
            2 * len(self.people)
            + len(self.states)
            + 2 * (self.date is not None and self.date.kind is EvidenceKind.STATED)
            + (self.place is not None and self.place.kind is EvidenceKind.STATED)
            + (self.line.kind is BlockKind.PARAGRAPH)
        )


def mention_of(witness: Mention | Token | tuple[int, int]) -> Mention | None:
    """The mention by which something is shown; ``None`` for bare words."""
    if isinstance(witness, Token):
        return witness.mention
    return None if isinstance(witness, tuple) else witness


def post_of(side: Side) -> str:
    """The post by which somebody is named, in lower case; "" without one."""
    mention = mention_of(side.witness)
    return ((mention.post if isinstance(mention, ActorMention) else None) or "").casefold()


def level_kind(sides: Sequence[Side], default: DialogueKind = DialogueKind.OTHER) -> DialogueKind:
    """The kind of a meeting by the rank of those who meet: the lower side decides between summit and ministerial."""
    if default is DialogueKind.OTHER and any(s.company or (s.state or "").startswith("company:") for s in sides):
        return DialogueKind.OTHER
    highest: dict[str, int] = {}
    for side in sides:
        key = side.state or side.key
        highest[key] = max(highest.get(key, 0), side.level)
    if HEAD in highest.values():
        for side in sides:  # "his Lao counterpart" is a head of government too
            if post_of(side).endswith(_EQUALS):
                highest[side.state or side.key] = HEAD
    levels = sorted(highest.values())
    named = [s for s in sides if s.person and s.state]
    untold = levels[-1:] == [0] and not any(map(post_of, sides))
    if len(levels) > 1 and untold and len(named) == len(sides) and default is DialogueKind.OTHER:
        return DialogueKind.MINISTERIAL  # people named without their office, whom readers know: ministers as a rule
    if not levels or levels[-1] == 0:
        return default
    if levels[-1] == HEAD and all(s.person for s in sides) and 0 in levels and len(levels) == 2:
        return DialogueKind.SUMMIT  # the other one is named as a matter of course, without an office
    known = [level for level in levels if level]
    if len(known) > 1 and min(known) == HEAD:
        return DialogueKind.SUMMIT
    if min(known) >= MINISTER:
        return DialogueKind.SUMMIT if known == [HEAD] and len(levels) == 1 else DialogueKind.MINISTERIAL
    return DialogueKind.MINISTERIAL if max(known) >= MINISTER and min(known) == OFFICIAL and len(known) > 1 else default


def merge(drafts: Iterable[Draft]) -> list[Draft]:
    """One draft for each dialogue, in the order in which the text comes to them."""
    out: list[Draft] = []
    for draft in drafts:
        known = next((d for d in reversed(out[-REACH:]) if d.line.story == draft.line.story and _same(d, draft)), None)
        if (
            known is not None
            and _is_titled(known)
            and draft.line.kind is BlockKind.PARAGRAPH
            and draft.date is not None
        ):
            noun, words = draft.noun, draft.words
            _absorb(draft, known)  # the text says more than the title, and stands for both
            draft.noun, draft.words = noun, words
            out[out.index(known)] = draft
        elif known is not None:
            _absorb(known, draft)
        elif not draft.back or draft.people or (draft.noun is not None and draft.noun.visit and draft.sides):
            out.append(draft)
    return out


def _is_titled(draft: Draft) -> bool:
    """Whether a title tells of a meeting without naming the day or who met."""
    kinds = (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING)
    return draft.line.kind in kinds and draft.date is None and not draft.people


def _class(draft: Draft) -> str:
    if draft.kind is None or draft.kind in MEETINGS or draft.met:
        return "meeting"
    if draft.kind in (DialogueKind.BRIEFING, DialogueKind.PRESS_CONFERENCE):
        return "press"
    return str(draft.kind)


def _same(one: Draft, other: Draft) -> bool:
    if one.standing and _is_body_again(one, other):
        return True
    if _class(one) != _class(other) or not _dates_fit(one, other) or not _places_fit(one, other):
        return False
    if one.ordinal and other.ordinal and one.ordinal[0] != other.ordinal[0]:
        return False
    if one.standing is not other.standing and DialogueKind.CONSULTATIVE_BODY not in (one.kind, other.kind):
        return False
    if one.standing and other.standing and one.noun and other.noun and one.noun.modifiers and other.noun.modifiers:
        return bool(one.noun.modifiers & other.noun.modifiers) and one.states == other.states
    if one.kind is DialogueKind.VISIT:
        return _same_visit(one, other)
    calls = DialogueKind.COURTESY_CALL in (one.kind, other.kind) and one.kind is not other.kind
    if calls and one.noun is other.noun is None and len(one.people | other.people) < 2:
        return False
    if calls and one.noun is None and other.noun is not None and other.kind is DialogueKind.SUMMIT:
        return False  # a king received the guest, and the summit was with the prime minister
    titled = _is_titled(one)
    fits = one.kind is other.kind or (one.kind is DialogueKind.OTHER and other.kind in MEETINGS)
    if titled and one.states == other.states and len(one.states) > 1 and fits:
        return True
    if (
        one.line is other.line
        and one.noun is other.noun is None
        and DialogueKind.COURTESY_CALL in (one.kind, other.kind)
    ):
        return one.kind is other.kind and {s.key for s in one.sides} == {s.key for s in other.sides}
    if (
        one.modality is not other.modality
        and not (one.back or other.back)
        and (one.noun is None) is not (other.noun is None)
        and any(d.noun is not None and d.noun.named for d in (one, other))
        and (one.date is None or other.date is None)
    ):
        return False  # what was held and what is planned
    proper = [d for d in (one, other) if d.noun is not None and d.noun.named]
    told = [d for d in (one, other) if d.noun is None and len(d.people) > 1]
    if len(proper) == len(told) == 1 and one.line is not other.line and not proper[0].back:
        # those who met are not at the meeting with a name of its own, unless a day says so
        if told[0].date is None or not proper[0].people <= told[0].people:
            return False
    if one.organisation or other.organisation:
        if one.organisation and other.organisation:
            return one.organisation.key == other.organisation.key and _labels_fit(one, other)
        lone = one if one.organisation else other
        plain = other if one.organisation else one
        return (
            plain.back
            and lone.noun is not None
            and plain.noun is not None
            and plain.noun.kind is lone.noun.kind
            and (plain.attended or not plain.people)
        )
    if one.words and other.words and one.noun and other.noun and one.noun.named and other.noun.named:
        a, b = set(one.words.casefold().split()), set(other.words.casefold().split())
        return (a <= b or b <= a) and (one.states <= other.states or other.states <= one.states)
    if other.back and not other.people:
        return one.noun is None or other.noun is None or _heads_fit(one, other)
    if one.people and other.people:
        shared = one.people & other.people
        if not shared and _halves(one, other):
            return True
        if not shared or not (one.people <= other.people or other.people <= one.people):
            return False
        if len(shared) > 1 or one.states == other.states:
            return True
        fuller, lesser = (one, other) if len(one.people) > len(other.people) else (other, one)
        return min(len(one.states), len(other.states)) < 2 and lesser.states <= fuller.states
    if not (one.states and other.states) or not (one.states <= other.states or other.states <= one.states):
        return False
    if _class(one) == "press":
        return True
    nowhere = other.place is None or other.place.kind is not EvidenceKind.STATED
    if other.date is None and nowhere and one.states == other.states and one.line.block == other.line.block:
        return True
    dated = one.date is not None and other.date is not None
    return (
        dated
        or (one.noun is not None and other.noun is not None and one.kind is other.kind)
        or (other.noun is not None and other.noun.definite)
    )


def _halves(one: Draft, other: Draft) -> bool:
    """Whether each of two sentences names one of the two who met: on one day, in one town, each for a state of his own."""
    pair = [s for d in (one, other) for s in d.sides if s.person]
    if len(pair) != 2 or len(one.states) != 2 or one.states != other.states or pair[0].state == pair[1].state:
        return False
    days = [d.date.period.edtf or "" if d.date is not None else "" for d in (one, other)]
    towns = [d.place.text if d.place is not None else "" for d in (one, other)]
    return days[0] == days[1] and len(days[0]) == 10 and towns[0] == towns[1] != "" and pair[0].level == pair[1].level


def _is_body_again(one: Draft, other: Draft) -> bool:
    """Whether "the director-level body" is what was just said to be set up, under another noun."""
    noun = other.noun
    again = noun is not None and noun.determiner in ("the", "this") and not noun.named
    again = again and other.kind is DialogueKind.CONSULTATIVE_BODY
    return again and one.line is not other.line and len(one.states) > 1 and one.states == other.states


def _labels_fit(one: Draft, other: Draft) -> bool:
    """Whether two occasions of an organisation may be one: a summit is not a session of it."""
    heads = [d.words.split()[-1].casefold().removesuffix("s") if d.words else "" for d in (one, other)]
    return heads[0] == heads[1] or (one.kind is other.kind is DialogueKind.SUMMIT and "session" not in heads)


def _heads_fit(one: Draft, other: Draft) -> bool:
    if one.noun is None or other.noun is None:
        return True
    if other.noun.kind is None or one.noun.kind is None:
        return True
    return one.noun.kind is other.noun.kind


def _bodies_visited(draft: Draft) -> set[str]:
    return {s.key for s in draft.sides if s.state is None and not s.person and draft.roles.get(s.key) is Role.HOST}


def _same_visit(one: Draft, other: Draft) -> bool:
    if one.tour is not other.tour and one.line is not other.line:
        return False
    if _bodies_visited(one) != _bodies_visited(other) and not (one.back or other.back):
        return False
    if one.people and other.people:
        return bool(one.people & other.people)
    if other.noun is not None and other.noun.definite and not other.people:
        return True
    visitors = [{s.state for s in d.sides if d.roles.get(s.key) is Role.VISITOR} for d in (one, other)]
    planned = one.modality is not other.modality and not (one.people or other.people) and one.line is not other.line
    planned = planned and one.line.kind is BlockKind.PARAGRAPH  # a title tells of the visit below it
    return bool(visitors[0] & visitors[1]) and not planned


def _dates_fit(one: Draft, other: Draft) -> bool:
    a = one.date.period.edtf if one.date else None
    b = other.date.period.edtf if other.date else None
    if not a or not b or a == b or a.startswith(b) or b.startswith(a):
        return True
    if "/" in a or "/" in b:
        low, high = max(_ends(a)[0], _ends(b)[0]), min(_ends(a)[1], _ends(b)[1])
        return low <= high
    # one day may be that of the date line and the other that of the place told of
    return False


def _ends(edtf: str) -> tuple[str, str]:
    start, _, end = edtf.partition("/")
    end = end or start
    return (start if start != ".." else "0000"), (end + "-99" if end != ".." else "9999")


def _places_fit(one: Draft, other: Draft) -> bool:
    if one.place is None or other.place is None:
        return True
    if one.place.text.casefold() == other.place.text.casefold():
        return True
    captions = [d.line.section is Section.CAPTION for d in (one, other)]
    if captions[0] is not captions[1] and len(one.people) > 1 and one.people == other.people:
        return True  # a picture of it names the building
    kinds = {one.place.kind, other.place.kind}
    if one.kind is not DialogueKind.VISIT and len(kinds) > 1 and (one.date is None or other.date is None):
        return True  # one of the two is only where the story stands
    if one.place.state and one.place.state == other.place.state:
        # a city and its country
        return _is_country(one.place) or _is_country(other.place) or one.kind is DialogueKind.VISIT
    return False


def _is_country(place: Place) -> bool:
    mention = mention_of(place.witness)
    return isinstance(mention, ActorMention) and mention.form == "name"


def _absorb(known: Draft, draft: Draft) -> None:
    better = draft.weight > known.weight and not draft.back
    pictured = known.line.section is Section.CAPTION and draft.line.section is not Section.CAPTION
    if (better and draft.line.section is known.line.section) or (
        known.line.section is Section.CAPTION and draft.line.section is not Section.CAPTION and not draft.back
    ):
        known.line, known.start, known.end = draft.line, draft.start, draft.end
    here = {s.key: n for n, s in enumerate(known.sides)}
    for side in draft.sides:
        if known.standing and side.person and not known.people:
            continue  # those who set a body up are not its members
        if side.key not in here:
            known.sides.append(side)
        elif side.level > known.sides[here[side.key]].level:
            known.sides[here[side.key]] = side
    for key, role in draft.roles.items():
        known.roles.setdefault(key, role)
    if draft.place is not None and (
        known.place is None
        or (known.place.kind is not EvidenceKind.STATED and draft.place.kind is EvidenceKind.STATED)
        or (known.kind is not DialogueKind.VISIT and _is_country(known.place) and not _is_country(draft.place))
        or (pictured and draft.place.kind is EvidenceKind.STATED)
        or (known.line.kind is BlockKind.TITLE and _is_country(known.place) and _is_country(draft.place))  # "S. Korea"
    ):
        known.place = draft.place
    if draft.date is not None and (known.date is None or _better_date(draft.date, known.date)):
        known.date = draft.date
    known.ordinal = known.ordinal or draft.ordinal
    known.recurring = known.recurring or draft.recurring
    known.topics.extend(t for t in draft.topics if t not in known.topics)
    known.outcomes.extend(o for o in draft.outcomes if o not in known.outcomes)
    known.whole = known.whole or draft.whole
    better = draft.kind in (DialogueKind.SUMMIT, DialogueKind.COURTESY_CALL) and known.kind in MEETINGS
    if known.kind is None or better or (known.kind is DialogueKind.OTHER and draft.kind is not None):
        known.kind = draft.kind
    if (
        draft.noun is not None
        and (known.noun is None or (draft.noun.named and not known.noun.named))
        and not draft.back
    ):
        known.noun, known.words = draft.noun, draft.words
    if known.modality is not Modality.ASSERTED and draft.modality is Modality.ASSERTED and not draft.back:
        known.modality = Modality.ASSERTED


def _better_date(one: When, other: When) -> bool:
    a, b = one.period.edtf or "", other.period.edtf or ""
    if len(a) == 21 and len(b) < 21 and a[: len(b)] == b:
        return True  # the days of a stay, of which the other is the first
    if len(b) == 21 and len(a) < 21 and b[: len(a)] == a:
        return False
    if len(a) == len(b) == 21 and a != b:
        return _days_in(a) < _days_in(b)  # the days of a stay within the week that is told first
    if (one.kind is EvidenceKind.STATED) != (other.kind is EvidenceKind.STATED):
        return one.kind is EvidenceKind.STATED
    return len(one.period.edtf or "") > len(other.period.edtf or "")


def _days_in(edtf: str) -> int:
    """How many days lie between the ends of a stretch."""
    first, last = (day_of(end) for end in (edtf[:10], edtf[11:]))
    return (last - first).days if first is not None and last is not None else 0
