"""Where something took place that its sentence gives no place: "here", the place of a visit, the town a story is dated from."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.dialogues.dates import Calendar
from kordef.builders.dialogues.meetings import MEETINGS, Draft, Place, When, level_kind
from kordef.builders.dialogues.objects import OTHER_EVENTS
from kordef.builders.dialogues.scene import Scene
from kordef.builders.grammar.surroundings import strong_break, word_set
from kordef.builders.grammar.tokens import Line
from kordef.builders.parties import of_state
from kordef.builders.told_days import day_of
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention
from kordef.vocabulary import ActorKind, DialogueKind, EvidenceKind, Modality, Role

__all__ = [
    "at_home_there",
    "during_stay",
    "host_of_visit",
    "month_of_report",
    "month_of_story",
    "of_section",
    "place_of_day",
    "place_of_visit",
    "unlisted_town",
    "where_story_stands",
]

_SIDELINES = frozenset(["sidelines", "margins", "fringes", "sideline"])
_FORETELLS = frozenset(["to", "will", "scheduled", "set", "due", "upcoming", "next", "planned"])
_BEFORE = frozenset(
    ["had", "last", "earlier", "previously", "ago", "previous", "years", "once", "never", "not", "will"]
)
_TOWNS = frozenset(["city", "town", "capital"])
REACH = 20
"""How many dialogues back a place is looked for."""
_TOWN_KINDS = MEETINGS | {None, DialogueKind.CONSULTATIVE_BODY, DialogueKind.PRESS_CONFERENCE}


_SECTION_KINDS = _TOWN_KINDS | {DialogueKind.PHONE_CALL, DialogueKind.BRIEFING, DialogueKind.FORUM}


_NO_TOWNS = word_set(
    "parliament congress senate defence defense foreign ministry ministries army navy air europe european asia africa america "
    "arctic antarctica pacific atlantic indo-pacific english french german korean exercise operation phase english general "
    "mr mrs ms president prime minister king queen god nato state law order principle english western eastern northern southern "
    "central middle white blue black"
)
_AFAR = word_set("video videoconference teleconference online virtually remotely phone telephone")
_LED_ON = word_set(
    "on from to for with and where when which this last next early late after before during at as by earlier later"
)


def unlisted_town(scene: Scene, line: Line, draft: Draft) -> None:
    """The town that a meeting is held in where the catalogue does not list it: "held consultations in Osijek in May"."""
    if draft.place is not None or draft.kind in (DialogueKind.PHONE_CALL, DialogueKind.VISIT) or draft.back:
        return
    tokens = line.tokens
    if not _AFAR.isdisjoint(line.at):
        return
    for at in line.at.get("in", ()):
        if tokens[at].start < draft.start or at + 1 >= len(tokens):
            continue
        if any(strong_break(t) or t.text in OTHER_EVENTS for t in tokens[:at] if t.start >= draft.end):
            return
        end = at + 1
        while end < min(at + 4, len(tokens)) and tokens[end].kind == "word" and tokens[end].capital:
            end += 1
        if end == at + 1 or any(t.text in _NO_TOWNS for t in tokens[at + 1 : end]):
            continue
        behind = tokens[end] if end < len(tokens) else None
        if behind is None or behind.kind in ("date", "mark") or behind.text in _LED_ON | {"in"}:
            span = (tokens[at + 1].start, tokens[end - 1].end)
            apposed = tokens[end + 1] if behind is not None and behind.text == "," and end + 1 < len(tokens) else None
            of = apposed.mention if apposed is not None else None
            land = of.key if isinstance(of, ActorMention) and of.kind is ActorKind.STATE and of.as_place else None
            draft.place = Place(text=scene.text[span[0] : span[1]], witness=span, state=land)
            return


def _says_here(line: Line) -> bool:
    """Whether a sentence says "here" of the town that its story is dated from."""
    return "here" in line.at


def of_section(scene: Scene, line: Line, draft: Draft) -> None:
    """Town and day of the heading that a meeting is told under ("Vilnius, 11-12 September"): of several days, the month."""
    if not scene.section or line.kind is not BlockKind.PARAGRAPH or draft.modality is not Modality.ASSERTED:
        return
    place = scene.place(next((t for t in scene.section if t.kind == "actor"), None))
    dates = [(t, t.mention) for t in scene.section if isinstance(t.mention, DateMention)]
    when = next((When(period=m.period, witness=t, kind=EvidenceKind.IMPLIED) for t, m in dates), None)
    if draft.kind is DialogueKind.VISIT and draft.date is None and draft.place is not None:
        if place is not None and place.state == draft.place.state:
            draft.date = when
        return
    if draft.kind not in _SECTION_KINDS or not (draft.people or draft.anchored) or draft.standing or draft.back:
        return
    day = day_of(draft.date.period.edtf) if draft.date is not None else None
    days = {day_of(m.period.edtf) for _, m in dates}
    if day is not None and None not in days and day not in days:
        return  # told below the heading, but of another day
    if draft.place is None and place is not None and draft.kind is not DialogueKind.PHONE_CALL:
        draft.place = evolve(place, kind=EvidenceKind.IMPLIED)
    if draft.date is None:
        one = len(dates) == 1 and when is not None and day_of(when.period.edtf) is not None
        draft.date = when if one else scene.dates.whole_month(when)


def _same_town(scene: Scene, draft: Draft) -> Place | None:
    """The town of the story where a sentence says "held in the same city in May 2023"."""
    tokens = draft.line.tokens
    behind = next((n for n, t in enumerate(tokens) if t.start >= draft.start), len(tokens))
    words = [t.text for t in tokens[behind : behind + 16]]
    same = any(words[n : n + 3] == ["in", "the", "same"] and words[n + 3] in _TOWNS for n in range(len(words) - 3))
    town = scene.dateline(draft.line.story) if same else None
    return evolve(town, kind=EvidenceKind.IMPLIED) if town is not None else None


def month_of_report(scene: Scene, line: Line, draft: Draft) -> None:
    """A meeting told without any day in the town that the report is dated from was in the month of the report."""
    if draft.date is not None or draft.kind not in MEETINGS or draft.modality is not Modality.ASSERTED or draft.back:
        return
    if line.kind is not BlockKind.PARAGRAPH or "date" in line.kinds or not _BEFORE.isdisjoint(line.texts):
        return
    town = scene.dateline(line.story)
    place = draft.place
    if (
        len(draft.people) < 2
        or place is None
        or town is None
        or place.text != town.text
        or isinstance(place.witness, tuple)
    ):
        return
    draft.date = scene.dates.month(scene.dates.dateline(line.story))


def during_stay(scene: Scene, line: Line, draft: Draft, drafts: Sequence[Draft]) -> None:
    """A meeting told with the days of a stay has the day of its heading or the month: "Modi, here from 3 to 5 May, met X"."""
    if draft.kind is DialogueKind.VISIT or draft.date is None or "/" not in (draft.date.period.edtf or ""):
        return
    stay = next((d for d in drafts if d.kind is DialogueKind.VISIT and _same_words(d.date, draft.date)), None)
    if stay is None:
        return
    draft.date = None
    of_section(scene, line, draft)
    draft.date = draft.date or scene.dates.whole_month(stay.date)


def _same_words(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and one.witness is other.witness


def host_of_visit(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> None:
    """A visit told without a place, of a guest who meets one other: to his or her state ("on a visit, she met the king")."""
    if draft.kind is not DialogueKind.VISIT or draft.place is not None or len(draft.states) != 1 or draft.back:
        return
    seen = [m for m in drafts if m is not draft and m.kind in MEETINGS and m.people & draft.people]
    others = {s.state: s for met in seen for s in met.sides if s.state and s.state not in draft.states}
    if len(others) != 1:
        return  # "a tour that included meetings with the Polish and the French minister"
    host = next(iter(others.values()))
    away = any(met.place is not None and met.place.state not in (None, host.state) for met in seen)
    if host.state is None or away or (draft.line.story, host.state) not in scene.page.actor_ids:
        return
    side = of_state(host.state, host.witness)
    draft.place = scene.country(draft.line.story, side)
    if draft.place is not None:
        draft.sides.append(side)
        draft.roles[side.key] = Role.HOST


def place_of_day(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> None:
    """The place that another dialogue of the same day and people, or the gathering of that day, has."""
    if draft.place is not None or draft.kind not in MEETINGS or draft.date is None:
        return
    for other in reversed((*scene.drafts, *drafts[:REACH])):
        if other is draft or other.place is None:
            continue
        forum = other.kind is DialogueKind.FORUM and other.line.block == draft.line.block
        if other.date is None and not (forum and scene.dates.recent(draft.date, draft.line)):
            continue
        beside = forum and (other.line is draft.line or bool(draft.people))
        held = draft.people and other.organisation is not None
        if (held or other.people & draft.people or beside) and Calendar.within(draft.date, other.date):
            draft.place = evolve(other.place, kind=EvidenceKind.IMPLIED)
            return


def place_of_visit(line: Line, draft: Draft, drafts: Sequence[Draft]) -> None:
    """ "Flew on to Warsaw, where he was to see the minister": the town of the visit, which has the month of the day."""
    if (stay := next((d for d in drafts if d is not draft and _during(line, d, draft)), None)) is not None:
        if draft.date is None or draft.date.witness.start <= _told_until(line, stay):
            draft.date = Calendar.whole_month(stay.date) or draft.date
        if draft.place is None and stay.place is not None:
            draft.place = evolve(stay.place, kind=EvidenceKind.IMPLIED)
        return
    visit = next((d for d in drafts if d.kind is DialogueKind.VISIT and d.place is not None), None)
    guests = _guests(visit) if visit is not None else set[str]()
    if visit is None or visit is draft or guests.isdisjoint(s.key for s in draft.sides) or draft.start < visit.start:
        return
    if draft.place is None and draft.kind in MEETINGS and visit.place is not None and visit.place.state in draft.states:
        draft.place = evolve(visit.place, kind=EvidenceKind.IMPLIED)  # "visited Vientiane and called on its president"
    behind = visit.place.witness.end if visit.place is not None and not isinstance(visit.place.witness, tuple) else 0
    if not any(
        t.text == "where"
        for t in line.tokens
        if behind <= t.start <= draft.start + 1 or behind <= t.start <= behind + 4
    ):
        return
    if draft.place is None and visit.place is not None:
        draft.place = evolve(visit.place, kind=EvidenceKind.IMPLIED)
    if visit.date is None and draft.date is not None:
        visit.date = Calendar.whole_month(draft.date)


def _guests(visit: Draft) -> set[str]:
    return {s.key for s in visit.sides if visit.roles.get(s.key) is Role.VISITOR}


def _during(line: Line, visit: Draft, draft: Draft) -> bool:
    """Whether a sentence tells what happens on any day of a stay: "a trip on 3 and 4 May, during which", "during his trip"."""
    days = visit.date.period.edtf or "" if visit.date is not None else ""
    if visit.kind is not DialogueKind.VISIT or draft.kind is DialogueKind.VISIT:
        return False
    if "/" not in days and draft.date is not None:
        return False  # it has a day of its own
    at = next(iter(line.at.get("during", ())), None)
    taking_part = {s.key for s in draft.sides} | draft.states
    if at is None or at + 1 >= len(line.tokens) or _guests(visit).isdisjoint(taking_part):
        return False
    during = line.tokens[at].start
    return during < visit.start or (line.tokens[at + 1].text == "which" and during < draft.end)


def _told_until(line: Line, visit: Draft) -> int:
    """Up to where the dates of a sentence are those of the stay itself."""
    during = line.tokens[line.at["during"][0]].start
    own = visit.date.witness.start if visit.date is not None else 0
    return max(own, during) if during > visit.start else own


def where_story_stands(scene: Scene, line: Line, draft: Draft, drafts: Sequence[Draft]) -> None:
    """Give a draft without a place the one that the story is told from, where that is likely to be its own.

    A guest's visit goes to the country of the town that the story is dated from; people meet in that town where it lies in the
    country of one of them, where a gathering is held there or where the sentence says "here".
    """
    _month_of_stay(scene, draft)
    if draft.place is not None:
        return
    town = scene.dateline(line.story)
    here = _says_here(line)
    if draft.kind in _TOWN_KINDS and (same := _same_town(scene, draft)) is not None:
        draft.place = same
        return
    if draft.kind is DialogueKind.VISIT:
        if not any(d.tour for d in drafts):
            _visit(scene, draft, town, here=here)
        return
    if draft.kind not in _TOWN_KINDS or (draft.noun is not None and draft.noun.plural and not draft.people):
        return
    foretold = draft.modality is not Modality.ASSERTED or not _FORETELLS.isdisjoint(line.texts)
    if line.kind in (BlockKind.TITLE, BlockKind.SUBTITLE) and foretold:
        return  # what a headline foretells may be anywhere
    if draft.standing or (draft.kind is DialogueKind.CONSULTATIVE_BODY and not draft.anchored):
        return
    if town is not None and scene.dates.recent(draft.date, line) and (here or _held_there(scene, draft, town, drafts)):
        draft.place = town
        return
    stay = _stay(scene, draft)
    if stay is not None and stay.place is not None:
        draft.place = evolve(_venue(scene, stay.place), kind=EvidenceKind.IMPLIED)


def _month_of_stay(scene: Scene, draft: Draft) -> None:
    """A meeting without a day that is told during a visit, or beside another one of the same person, has its month."""
    if draft.date is not None or draft.back or draft.modality is not Modality.ASSERTED:
        return
    if draft.kind is DialogueKind.VISIT:
        whole = _stay(scene, draft)
        if whole is not None and whole.place and draft.place and whole.place.state == draft.place.state:
            draft.date = scene.dates.whole_month(whole.date)
        return
    if draft.kind not in _TOWN_KINDS or draft.kind is DialogueKind.CONSULTATIVE_BODY or not draft.people:
        return
    if draft.noun is not None and not draft.anchored:
        return
    stay = _stay(scene, draft) or _beside(scene, draft)
    if stay is None:
        near = [d for d in reversed(scene.drafts[-3:]) if d.line.block == draft.line.block and d.kind in MEETINGS]
        same = [d for d in near if d.people & draft.people]
        stay = next((d for d in same if d.date is not None), None)
        if stay is None and same and same[0].place is not None and draft.place is None and "also" in draft.line.texts:
            draft.place = evolve(same[0].place, kind=EvidenceKind.IMPLIED)
    if stay is not None and (month := scene.dates.whole_month(stay.date)) is not None:
        draft.date = month
        if draft.place is None and stay.kind is not DialogueKind.VISIT and stay.place is not None:
            draft.place = evolve(stay.place, kind=EvidenceKind.IMPLIED)


def month_of_story(scene: Scene, line: Line, draft: Draft, drafts: Sequence[Draft]) -> None:
    """A visit without a date in a paragraph about this month is of this month; a forum is of that of a meeting beside it."""
    if draft.kind is DialogueKind.FORUM or (draft.people and draft.date is not None):
        beside = [d for d in (*scene.drafts[-3:], *drafts) if d.line.block == line.block and d is not draft]
        forums = [draft] if draft.kind is DialogueKind.FORUM else [d for d in beside if d.kind is DialogueKind.FORUM]
        dated = (
            [draft] if draft.kind is not DialogueKind.FORUM else [d for d in beside if d.people and d.date is not None]
        )
        for forum in forums:
            if forum.date is None and dated and scene.dates.recent(dated[-1].date, line):
                forum.date = scene.dates.whole_month(dated[-1].date)
    if draft.kind is not DialogueKind.VISIT or draft.date is not None or draft.back or draft.place is None:
        return
    if not draft.people or line.kind is not BlockKind.PARAGRAPH:
        return
    draft.date = scene.dates.month_of_paragraph(line)


def _beside(scene: Scene, draft: Draft) -> Draft | None:
    """The summit or forum on the sidelines of which people meet."""
    if not _SIDELINES.intersection(t.text for t in draft.line.tokens):
        return None
    held = (d for d in reversed(scene.drafts[-REACH:]) if d.kind in (DialogueKind.SUMMIT, DialogueKind.FORUM))
    return next((d for d in held if d.date is not None and (d.organisation or d.states & draft.states)), None)


def _visit(scene: Scene, draft: Draft, town: Place | None, *, here: bool) -> None:
    visitors = [s for s in draft.sides if draft.roles.get(s.key) is Role.VISITOR]
    if town is None or not visitors or any(s.state == town.state for s in visitors):
        return
    if not here and (draft.back or not scene.dates.recent(draft.date, draft.line)):
        return
    scene.guest_of(draft, town)


def _held_there(scene: Scene, draft: Draft, town: Place, drafts: Sequence[Draft]) -> bool:
    if _travels(draft, town, (*scene.drafts[-REACH:], *drafts)):
        return False
    if town.state in draft.states or (draft.organisation is not None and draft.date is not None):
        return True
    if draft.people and len(draft.states) > 1 and town.text in scene.gathers(draft.line.story):
        return True  # "SINGAPORE — A met B on Friday", in a story of the Shangri-La Dialogue
    return any(
        d.place is not None
        and d.place.text == town.text
        and (d.organisation is not None or d.kind is DialogueKind.FORUM)
        for d in scene.drafts[-REACH:]
    )


def _travels(draft: Draft, town: Place, told: Sequence[Draft]) -> bool:
    """Whether somebody at home where the story is dated from is away: the story has told of a visit or tour of theirs."""
    away = {
        side.key
        for other in told
        if other.kind is DialogueKind.VISIT and other.line.story == draft.line.story
        for side in other.sides
        if side.state == town.state and other.roles.get(side.key, Role.VISITOR) is Role.VISITOR
    }
    return any(side.key in away for side in draft.sides)


def _venue(scene: Scene, country: Place) -> Place:
    """The town of the forum that was held in a country visited, where the story tells of one."""
    for other in reversed(scene.drafts[-REACH:]):
        held = other.kind is DialogueKind.FORUM or other.organisation is not None
        if held and other.place is not None and other.place.state == country.state:
            return other.place
    return country


def _stay(scene: Scene, draft: Draft) -> Draft | None:
    """The visit of one of those who meet that the story has told of, where the meeting falls into it."""
    for other in reversed(scene.drafts[-REACH:]):
        if other.kind is not DialogueKind.VISIT or other.place is None or other.place.state is None:
            continue
        guests = {k for k, role in other.roles.items() if role is Role.VISITOR}
        if not any(s.key in guests for s in draft.sides):
            continue
        if Calendar.within(draft.date, other.date):
            return other
    return None


def at_home_there(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> None:
    """Whom a guest meets in a third state acts for that state: "Krishna Mathoera received her in Paramaribo"."""
    if draft.kind not in MEETINGS or draft.organisation is not None:
        return
    unknown = [s for s in draft.sides if s.person and s.state is None]
    if len(unknown) != 1 or not draft.states:
        return
    place = draft.place
    if place is None or place.state is None:
        keys = {s.key for s in draft.sides}
        here = (d for d in drafts if d.kind is DialogueKind.VISIT and keys & set(d.roles))
        stay = _stay(scene, draft) or next(here, None)
        place = stay.place if stay is not None else None
    if place is None or place.state is None or place.state in draft.states or isinstance(place.witness, tuple):
        return
    if (draft.line.story, place.state) not in scene.page.actor_ids:
        return
    side = unknown[0]
    draft.sides[draft.sides.index(side)] = evolve(side, state=place.state)
    draft.sides.append(of_state(place.state, place.witness))
    if draft.kind is DialogueKind.OTHER:
        draft.kind = level_kind([s for s in draft.sides if s.person])
