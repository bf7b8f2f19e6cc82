"""Diaries, programmes and chronologies: entries that begin with a day or an hour and often have no subject and no verb.

"Tuesday: telephone conversation with the Belgian minister", "15:00 — Wi Sung-lac with Estonia's Hanno Pevkur", "11.30 Tête-à-tête
with Minister Banožić". The day stands in the entry or in a line of its own above it; whose diary it is, in a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from attrs import define, evolve

from kordef.builders.dialogues.meetings import Draft, Place, When, level_kind
from kordef.builders.dialogues.scene import Scene, is_state
from kordef.builders.grammar.surroundings import word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.parties import Side, acting, distinct, implied
from kordef.builders.told_days import day_of
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention
from kordef.periods import Period
from kordef.vocabulary import DialogueKind, EvidenceKind, Modality

__all__ = ["Diary", "entry"]

_WHOSE = word_set(
    "engagements diary agenda programme program schedule calendar itinerary appointments activities visit trip"
)
_TITLES = (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING)
_LISTED = (BlockKind.SUBTITLE, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)
_MARKS = (":", "—", "–", "-")
_HOUR = re.compile(r"\d{1,2}\s?[.:h]\s?\d{2}(?:\s?[-–]\s?\d{1,2}[.:h]\d{2})?\b")
_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\s+(\d{1,2})\b", re.IGNORECASE)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CALLS = word_set("call calls")
_PHONE = word_set("phone telephone phones telephones videoconference video")
_MEETS = word_set(
    "receives meets meeting talks tête-à-tête tete-a-tete luncheon lunch dinner breakfast discussion discussions with and "
    "welcomes hosts sees conversation session consultations interview reception audience bilateral sit-down"
)
_PRESS = word_set("press media")
_NONE = word_set("no internal cancelled canceled postponed private")


@define
class Diary:
    """What the lines of a page have told of a diary so far."""

    story: int = -1
    owner: Side | None = None
    span: tuple[date, date] | None = None
    day: When | None = None
    town: Place | None = None
    headed: bool = False
    """Whether the last line that was no entry gave nothing but a day."""

    def note(self, scene: Scene, line: Line) -> None:
        """Take in a heading or a line that is only a day."""
        if line.story != self.story:
            self.story, self.owner, self.span, self.day, self.town, self.headed = (
                line.story,
                None,
                None,
                None,
                None,
                False,
            )
        tokens = line.tokens
        if line.kind in (BlockKind.DATE, *_TITLES) and 0 < len(tokens) <= 3 and tokens[0].kind == "date":
            mention = tokens[0].mention
            exact = isinstance(mention, DateMention) and day_of(mention.period.edtf) is not None
            if exact and isinstance(mention, DateMention) and len(tokens) == 1:
                self.day, self.headed = When(period=mention.period, witness=tokens[0], kind=EvidenceKind.IMPLIED), True
            return
        if line.kind not in _TITLES or _opening(scene.text, line) is not None:
            return
        places = [
            t for t in tokens if is_state(t) and isinstance(m := t.mention, ActorMention) and m.form != "adjective"
        ]
        if line.kind is BlockKind.TITLE and len(places) == 1 and places[0] is tokens[0]:
            self.town = scene.place(places[0])
        if _WHOSE.isdisjoint(line.words):
            return
        people = [s for s in acting(scene.page, tokens, 0, len(tokens)) if s.person and s.state]
        if len(people) == 1:
            self.owner = people[0]
        for token in tokens:
            first, _, last = (
                (token.mention.period.edtf or "") if isinstance(token.mention, DateMention) else ""
            ).partition("/")
            low, high = day_of(first), day_of(last)
            if low is not None and high is not None and (high - low).days < 7:
                self.span = low, high


def _opening(text: str, line: Line) -> int | None:
    """Where the words of an entry begin: behind its day, its hour and the mark that closes them; ``None`` for other lines."""
    tokens = line.tokens
    at = 0
    if tokens and tokens[0].kind == "date":
        at = 1
    elif _WEEKDAY.match(text, line.start, line.end):
        at = 2
    timed = False
    if at < len(tokens) and tokens[at].text == ",":
        at += 1
    hour = _HOUR.match(text, tokens[at].start, line.end) if at < len(tokens) else None
    if hour is not None:
        timed = True
        while at < len(tokens) and tokens[at].start < hour.end():
            at += 1
    marked = at < len(tokens) and tokens[at].text in _MARKS
    if at == 0 or not (marked or timed):
        return None
    return at + 1 if marked else at


def entry(scene: Scene, line: Line, drafts: list[Draft], diary: Diary) -> Iterator[Draft]:
    """What an entry tells of; the dialogues of it that were found already get its day and whose diary it is."""
    diary.note(scene, line)
    at = _opening(scene.text, line) if line.kind in _LISTED and line.first else None
    if at is None or at >= len(line.tokens):
        return
    tokens = line.tokens
    day = _day(scene, line, diary)
    owner = implied(diary.owner) if diary.owner is not None else None
    made = None
    if day is not None and _NONE.isdisjoint(t.text for t in tokens[at:]):
        made = _visit(scene, line, at, owner) or _meeting(scene, line, at, owner)
    told = any(len(d.states) > 1 and d.kind is not DialogueKind.FORUM for d in drafts)
    if made is not None and not told:
        # what the words alone gave has not even two sides
        drafts[:] = [d for d in drafts if d.kind is DialogueKind.FORUM]
    for draft in drafts:
        if day is not None and (draft.date is None or draft.date.witness is tokens[0]):
            draft.date = day
        alone = len(draft.states) < 2 or draft.kind is DialogueKind.FORUM
        if alone and owner is not None and all(s.key != owner.key for s in draft.sides):
            draft.sides.insert(0, owner)
        draft.place = draft.place or _place(scene, tokens, at, diary, draft.kind)
    if made is None or told:
        return
    made.date, made.anchored = day, True
    made.place = made.place or _place(scene, tokens, at, diary, made.kind)
    yield made


def _meeting(scene: Scene, line: Line, at: int, owner: Side | None) -> Draft | None:
    tokens = line.tokens
    words = {t.text for t in tokens[at:] if t.kind == "word"}
    sides = list(distinct(s for s in acting(scene.page, tokens, at, len(tokens)) if s.person or s.level))
    calls = bool(words & _CALLS)
    if not sides or not (words & _MEETS or calls or words & _PHONE):
        return None
    if owner is not None and owner.key not in {s.key for s in sides} and len({s.state for s in sides}) < 2:
        sides.insert(0, owner)
    if len({s.state or s.key for s in sides}) < 2 or not any(s.person for s in sides):
        return None
    kind = level_kind(sides)
    if words & _PHONE:
        kind = DialogueKind.PHONE_CALL
    elif calls:
        kind = DialogueKind.COURTESY_CALL
    draft = scene.draft(line, at, len(tokens), kind, sides, len(tokens), Modality.PLANNED)
    draft.start = tokens[at].start
    return draft


def _visit(scene: Scene, line: Line, at: int, owner: Side | None) -> Draft | None:
    """ "Wednesday: working visit to Latvia": a journey of the one whose diary it is."""
    tokens = line.tokens
    head = next(
        (i for i in range(at, min(at + 4, len(tokens))) if tokens[i].text in ("visit", "trip", "travels")), None
    )
    if owner is None or head is None:
        return None
    goal = next((t for t in tokens[head + 1 : head + 5] if is_state(t)), None)
    if goal is None or not isinstance(goal.mention, ActorMention) or goal.mention.key == owner.state:
        return None
    draft = scene.draft(line, at, len(tokens), DialogueKind.VISIT, [owner], len(tokens), Modality.PLANNED)
    draft.start = tokens[at].start
    scene.visit_to(draft, goal)
    return draft


def _place(scene: Scene, tokens: Sequence[Token], at: int, diary: Diary, kind: DialogueKind | None) -> Place | None:
    """A town in brackets or before a colon, else the one that the diary is headed by."""
    if kind in (DialogueKind.PHONE_CALL, DialogueKind.VISIT):
        return None
    for position in range(at, len(tokens) - 1):
        beside = position > 0 and tokens[position - 1].text == "(" and tokens[position + 1].text in (")", ",")
        if is_state(tokens[position]) and (beside or (position == at and tokens[position + 1].text == ":")):
            return scene.place(tokens[position])
    return evolve(diary.town, kind=EvidenceKind.IMPLIED) if diary.town is not None else None


def _day(scene: Scene, line: Line, diary: Diary) -> When | None:
    """The day of an entry: its own, that of the line above, or a weekday in the week that the heading gives."""
    token = line.tokens[0]
    if isinstance(token.mention, DateMention):
        day = day_of(token.mention.period.edtf)
        if day is None or diary.span is None or diary.span[0] <= day <= diary.span[1]:
            return When(period=token.mention.period, witness=token)
        moved = next(
            (d for n in range(7) if (d := diary.span[0] + timedelta(days=n)).weekday() == day.weekday()), diary.span[0]
        )
        if len(token.text.split()) > 1 or moved > diary.span[1]:
            return When(period=token.mention.period, witness=token)
        return When(period=Period(edtf=moved.isoformat(), words=token.mention.exact), witness=token)
    return diary.day if _WEEKDAY.match(scene.text, line.start, line.end) is None else None
