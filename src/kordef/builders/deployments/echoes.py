"""Sentences that go on about a deployment: where and when an exercise runs, its last edition, who adds forces, who relieves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.builders.deployments.drafts import Draft, strength_of
from kordef.builders.force_places import Spot, place_after
from kordef.builders.forces import Side, forces_in, side_of
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, ValueMention, WeaponMention
from kordef.vocabulary import ActorKind, DeploymentKind, Modality

__all__ = ["EVENTS", "RUNS", "Echoes"]

EVENTS = frozenset(["exercise", "exercises", "drill", "drills", "manoeuvres", "maneuvers", "war games", "training"])
RUNS = frozenset(
    "run runs ran running held last lasts lasted lasting scheduled begin begins began start starts started open opens opened end "
    "ends ended conclude concludes concluded place bring brings brought involve involves involved feature features featured "
    "gather gathers gathered draw draws drew include includes included span spans spanned kick kicks kicked unfold".split()
)
_DRAWS = frozenset("involve involves involved bring brings brought draw draws drew gather gathers gathered feature featured "
                   "attract attracted saw counted included comprised mustered assembled mobilised mobilized".split())  # fmt: skip
_ADDS = frozenset(["add", "adds", "added", "send", "sends", "sent", "contribute", "contributes", "contributed", "provide",
                   "provides", "provided", "supply", "supplies", "supplied", "follow"])  # fmt: skip
_HELPS = frozenset(["will", "would", "has", "have", "is", "to", "also", "another", "a", "further", "then", "later"])
_RELIEF = frozenset(["relief", "replacement", "successor", "reliefs", "successors", "replacements"])
_STANDS = frozenset(
    ["remains", "remain", "remained", "arrived", "arrives", "stays", "stayed", "follows", "followed", "is"]
)
_OPENS = frozenset(
    "held running lasting conducted staged hosted organised organized scheduled led taking spanning beginning starting "
    "opening involving".split()
)
_AHEAD = 3
"""How many sentences behind its name an exercise may still be described by "the exercise"."""


class Echoes:
    """Remembers the exercise that a paragraph named and reads what the sentences behind it add."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.exercise: Draft | None = None
        self.at = -1
        self.flown: Draft | None = None

    def note(self, position: int, draft: Draft) -> None:
        """Remember a draft of the page that later sentences may go on about."""
        if draft.kind is DeploymentKind.EXERCISE and draft.name:
            self.exercise, self.at = draft, position
        elif draft.kind is DeploymentKind.DEPLOYMENT:
            self.flown = draft

    def told(self, position: int, line: Line) -> Draft | None:
        """The exercise that the paragraph of a sentence told of shortly before."""
        told = self.exercise
        near = told is not None and position - self.at <= _AHEAD and told.line.block == line.block
        return told if near else None

    def drawn(self, draft: Draft, line: Line) -> None:
        """How many an exercise drew, and where, in its own sentence: "Anakonda 23 gathered 12,600 soldiers in Poland"."""
        tokens = line.tokens
        if draft.strength is None and draft.kind in (DeploymentKind.DEPLOYMENT, DeploymentKind.OPERATION):
            draft.strength = _stated_behind(draft, tokens)
        if draft.kind is not DeploymentKind.EXERCISE or draft.verbal or _DRAWS.isdisjoint(line.texts):
            return
        verb = next((k for k in range(draft.at + 1, min(draft.at + 12, len(tokens))) if tokens[k].text in _DRAWS), None)
        if verb is None or any(t.text in (";", "which", "that", "and") for t in tokens[draft.at : verb]):
            return
        at, number = _people(tokens[: verb + 6], verb)
        if number is None:
            return
        draft.strength = draft.strength or number
        self._placed(draft, tokens, at)
        draft.end = max(draft.end, number.end)

    @staticmethod
    def date(draft: Draft, line: Line) -> None:
        """When an exercise drew those who came ("the annual exercise drew 33 nations in 2023"), till when a mandate runs."""
        if draft.kind is DeploymentKind.OPERATION and draft.period is None and "mandate" in line.at:
            ends = [m for t in line.tokens if isinstance(m := t.mention, DateMention)]
            end = next((d for d in ends if (d.period.edtf or "").startswith("../")), None)
            draft.period, draft.dates = (end.period, [end]) if end is not None else (None, [])
        if draft.kind is not DeploymentKind.EXERCISE or draft.period is not None or "date" not in line.kinds:
            return
        tokens = line.tokens
        verb = next((k for k in range(draft.at + 1, min(draft.at + 16, len(tokens))) if tokens[k].text in _DRAWS), None)
        if verb is None or tokens[verb].kind != "word" or any(t.text == ";" for t in tokens[draft.at : verb]):
            return
        for at in range(verb + 1, min(verb + 8, len(tokens))):
            if tokens[at].text in (",", ";", "and", "than"):
                return
            mention = tokens[at].mention
            if (
                isinstance(mention, DateMention)
                and mention.period.edtf
                and tokens[at - 1].text in ("in", "on", "during")
            ):
                draft.period, draft.dates = mention.period, [mention]
                return

    def goes_on(self, position: int, line: Line) -> bool:
        """Whether a sentence says more of the exercise named before; what it says is added to that one."""
        told = self.exercise
        if told is None or not 0 < position - self.at <= _AHEAD or told.line.block != line.block:
            return False
        tokens = line.tokens
        if _fronted(tokens):
            self._describe(told, tokens, 0, line)
            self.at = position
            return True
        head = next((at for at, t in enumerate(tokens[:5]) if t.text in EVENTS), None)
        if tokens[0].text == "it":
            head = 0
        elif head is None or tokens[0].text not in ("the", "this"):
            return False
        if any(t.kind != "word" and t.text != "-" for t in tokens[:head]):
            return False
        verb = next((at for at in range(head + 1, min(head + 6, len(tokens))) if tokens[at].text in RUNS), None)
        if verb is None:
            return False
        self._describe(told, tokens, verb, line)
        self.at = position
        return True

    def _describe(self, told: Draft, tokens: Sequence[Token], verb: int, line: Line) -> None:
        dates = _dates(tokens[verb:])
        known = told.period.edtf or "" if told.period is not None else ""
        if dates and (not known or (len(known) < 10 and (dates[0].period.edtf or "").startswith(known))):
            told.period, told.dates = dates[0].period, dates[:1]
        place = self._placed(told, tokens, verb)
        at, number = _people(tokens, verb)
        if told.strength is None and number is not None:
            told.strength = number
        sides = list(_sides_counted(tokens, at, number)) if number is not None else []
        if sides:
            told.actors.extend(s for s in sides if s[0] not in {k for k, _ in told.actors})
        told.partners = [p for p in told.partners if p[0] not in {k for k, _ in told.actors}]
        if told.line.block == line.block:
            told.end = max(told.end, tokens[at].end if number is not None else place.end if place else told.end)
        if any(t.text in ("will", "is scheduled", "due") for t in tokens[max(verb - 4, 0) : verb + 1]):
            told.modality = Modality.PLANNED

    def _placed(self, told: Draft, tokens: Sequence[Token], verb: int) -> Spot | None:
        """The place behind a verb; the exercise is there, unless its place is known."""
        place = place_after(self.page, tokens, verb, len(tokens))
        if told.place is None and place is not None:
            told.place = place[:2]
        return place

    def read(self, line: Line) -> Iterator[Draft]:
        """The deployments that a sentence adds to those told before it."""
        if line.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            return
        yield from self._edition(line)
        yield from self._added(line)
        yield from self._relieved(line)
        yield from self._alongside(line)
        yield from self._policing(line)

    def _edition(self, line: Line) -> Iterator[Draft]:
        """Another year's edition: "Last year's ALON involved more than 3,600 personnel"."""
        told, tokens = self.exercise, line.tokens
        if told is None or told.line.story != line.story or not told.name:
            return
        parts = {w.casefold() for w in told.name.replace("-", " ").split() if len(w) > 2} | {told.name.casefold()}
        for at in range(1, min(len(tokens) - 1, 8)):
            date = tokens[at - 2].mention if at > 1 and tokens[at - 1].text in ("'s", "’s") else tokens[at - 1].mention
            names = tokens[at].capital and (tokens[at].text in parts or set(tokens[at].text.split("-")) & parts)
            edition = tokens[at].text in ("edition", "iteration") or (tokens[at].text in EVENTS and at < 5)
            if not (names or edition) or not isinstance(date, DateMention) or not date.period.edtf:
                continue
            if edition and not names and told.line.block == line.block and self._held(told, line, at):
                return
            verb = next((k for k in range(at + 1, min(at + 6, len(tokens))) if tokens[k].text in _DRAWS), None)
            if verb is None or date.period.edtf == (told.period.edtf if told.period else None):
                continue
            where, number = _people(tokens, verb)
            if number is None:
                continue
            place = place_after(self.page, tokens, verb, len(tokens))
            sides = list(_sides_counted(tokens, where, number))
            yield Draft(
                line=line,
                at=at,
                start=tokens[0].start,
                end=max(tokens[where].end, number.end),
                kind=DeploymentKind.EXERCISE,
                modality=Modality.ASSERTED,
                actors=sides or list(told.actors),
                place=place[:2] if place else None,
                period=date.period,
                dates=[date],
                strength=number,
                name=self.page.document.text[tokens[at].start : tokens[at].end] if names else None,
                named_at=(tokens[at].start, tokens[at].end) if names else None,
                verbal=True,
            )
            return

    def _held(self, told: Draft, line: Line, at: int) -> bool:
        """When and where an edition of the exercise was held ("The 2025 edition took place on 12-20 August near Yerevan")."""
        tokens = line.tokens
        verb = next((k for k in range(at + 1, min(at + 4, len(tokens))) if tokens[k].text in RUNS | {"took"}), None)
        dates = _dates(tokens[verb or 0 :])
        known = told.period.edtf or "" if told.period is not None else ""
        if verb is None or not dates or len(dates[0].period.edtf or "") < 7 or not (not known or "/" in known):
            return False
        told.period, told.dates = dates[0].period, dates[:1]
        self._placed(told, tokens, verb)
        return True

    def _added(self, line: Line) -> Iterator[Draft]:
        """Who adds to those told of: "Norway keeps 300 instructors at the camp; Romania will add about 20"."""
        told, tokens = self.flown, line.tokens
        if told is None or told.line.block != line.block or told.strength is None or not told.actors:
            return
        if told.strength.kind != "persons":
            return
        for at in range(2, len(tokens)):
            number = tokens[at].mention
            if not isinstance(number, ValueMention) or number.kind not in ("persons", "count") or number.noun:
                continue
            if at + 1 < len(tokens) and tokens[at + 1].text not in (".", ",", ";", "and", "more", "from", "in"):
                continue
            verb = next((k for k in range(at - 1, max(at - 4, 0), -1) if tokens[k].text not in _HELPS), at - 1)
            if tokens[verb].text not in _ADDS:
                continue
            who = verb - 1
            while who > 0 and tokens[who].text in _HELPS:
                who -= 1
            actor = tokens[who].mention
            key = side_of(actor) if isinstance(actor, ActorMention) else None
            if not isinstance(actor, ActorMention) or key is None or actor.form == "adjective":
                continue
            if who > 0 and tokens[who - 1].text in ("in", "at", "from", "to", "of", "for", "near"):
                continue
            if key in {k for k, _ in told.actors} or tokens[who].start < told.start:
                continue
            planned = any(t.text in ("will", "would", "to") for t in tokens[who:verb])
            yield evolve(
                told,
                line=line,
                at=at,
                start=tokens[who].start,
                end=number.end,
                modality=Modality.PLANNED if planned else Modality.ASSERTED,
                actors=[(key, actor)],
                partners=[],
                unit=None,
                unit_key=None,
                weapons=[],
                period=None,
                dates=[],
                strength=number,
                name=None,
                named_at=None,
            )

    def _relieved(self, line: Line) -> Iterator[Draft]:
        """Whose forces stand in for those that left: "A Dutch detachment left; its Norwegian relief remains"."""
        told, tokens = self.flown, line.tokens
        if told is None or told.line.block != line.block:
            return
        for at in line.places_of(_RELIEF):
            if not 2 <= at < len(tokens) - 1 or tokens[at - 2].text not in ("its", "their", "the", "a"):
                continue
            actor = tokens[at - 1].mention
            key = side_of(actor) if isinstance(actor, ActorMention) and not actor.as_place else None
            if not isinstance(actor, ActorMention) or key is None or key in {k for k, _ in told.actors}:
                continue
            if tokens[at + 1].text not in _STANDS and tokens[at + 1].text not in ("has", "have", "will"):
                continue
            date = next((t.mention for t in tokens[at:] if isinstance(t.mention, DateMention)), None)
            dates = [date] if date is not None and date.period.edtf is not None else []
            yield Draft(
                line=line,
                at=at,
                start=tokens[at - 2].start,
                end=tokens[at + 1].end,
                kind=DeploymentKind.DEPLOYMENT,
                modality=Modality.PLANNED if tokens[at + 1].text == "will" else Modality.ASSERTED,
                actors=[(key, actor)],
                place=told.place,
                period=dates[0].period if dates else None,
                dates=dates,
                verbal=True,
                vague=False,
            )

    def _alongside(self, line: Line) -> Iterator[Draft]:
        """The troops beside whom a unit serves: "the unit serves alongside about 1,100 Italian troops"."""
        told, tokens = self.flown, line.tokens
        if told is None or told.line is not line or told.kind not in _ABROAD:
            return
        for at in line.places_of(_BESIDE):
            number = tokens[at + 1].mention if told.at < at < len(tokens) - 1 else None
            if not isinstance(number, ValueMention):
                continue
            last, counted = _people(tokens, at + 1)
            sides = list(_sides_counted(tokens, last, number)) if counted is number else []
            sides = [s for s in sides if s[0] not in {k for k, _ in told.actors}]
            if not sides or not set((number.noun or "").lower().split()) & _TROOPS:
                continue
            yield Draft(
                line=line,
                at=at,
                start=number.start,
                end=max(number.end, tokens[last].end),
                kind=told.kind,
                modality=told.modality,
                actors=sides,
                partners=[s for s in told.actors if s[0] not in {k for k, _ in sides}],
                place=told.place,
                strength=number,
                name=told.name,
                named_at=told.named_at,
                verbal=True,
            )
            return

    def _policing(self, line: Line) -> Iterator[Draft]:
        """A turn at air policing: "the British lead on policing over Romania began with six Typhoons"."""
        tokens = line.tokens
        for at in line.at.get("policing", ()):
            if not 2 <= at < len(tokens) - 3 or tokens[at + 1].text not in ("over", "in", "at", "from"):
                continue
            turn = next((k for k in range(at - 1, max(at - 5, 0), -1) if tokens[k].text in _TURNS), None)
            actor = tokens[turn - 1].mention if turn else None
            if turn is not None and tokens[turn - 1].text in ("'s", "’s"):
                actor = tokens[turn - 2].mention
            key = side_of(actor) if isinstance(actor, ActorMention) and not actor.as_place else None
            verb = next((k for k in range(at + 2, min(at + 7, len(tokens))) if tokens[k].text in _TURNED), None)
            if not isinstance(actor, ActorMention) or key is None or verb is None:
                continue
            place = place_after(self.page, tokens, at + 1, verb)
            forces = [f for f in forces_in(self.page, line, verb, min(verb + 6, len(tokens))) if f.kind == "aircraft"]
            behind = _dates(tokens[verb:])
            yield Draft(
                line=line,
                at=at,
                start=actor.start,
                end=max([tokens[verb].end, *(f.token.end for f in forces)]),
                kind=DeploymentKind.PATROL,
                modality=Modality.ASSERTED,
                actors=[(key, actor)],
                weapons=[f.token.mention for f in forces if isinstance(f.token.mention, WeaponMention)],
                place=place[:2] if place else None,
                period=behind[0].period if behind else None,
                dates=behind[:1],
                strength=strength_of(tokens, forces, (verb, verb + 6)),
                verbal=True,
            )


_BESIDE = frozenset(["alongside", "beside"])
_ABROAD = (DeploymentKind.DEPLOYMENT, DeploymentKind.OPERATION)
_TROOPS = frozenset(["troops", "soldiers", "peacekeepers", "personnel", "marines", "sailors", "airmen", "servicemen"])
_TURNS = frozenset(["lead", "rotation", "turn", "stint", "tour", "shift", "leadership", "detachment"])
_TURNED = frozenset(
    ["began", "begins", "started", "starts", "ended", "ends", "opened", "runs", "ran", "continued", "resumed"]
)


def _fronted(tokens: Sequence[Token]) -> bool:
    """Whether "the exercise" stands behind the opening of a sentence: "Held from 9 to 18 June, the exercise brought"."""
    if len(tokens) < 6 or tokens[0].text not in _OPENS:
        return False
    comma = next((at for at, t in enumerate(tokens[:18]) if t.text == ","), None)
    if comma is None or comma + 3 > len(tokens) or tokens[comma + 1].text not in ("the", "this"):
        return False
    return any(t.text in EVENTS for t in tokens[comma + 2 : comma + 5])


def _dates(tokens: Sequence[Token]) -> list[DateMention]:
    """The dates among some tokens of which it is known when they are."""
    dates = [t.mention for t in tokens if isinstance(t.mention, DateMention)]
    return [d for d in dates if d.period.edtf]


def _people(tokens: Sequence[Token], low: int) -> tuple[int, ValueMention | None]:
    """The first number of people behind a position, with the last token of its noun."""
    for at in range(low, len(tokens)):
        number = tokens[at].mention
        if isinstance(number, ValueMention) and number.kind == "persons":
            last = at
            while last + 1 < len(tokens) and tokens[last + 1].start < number.end:
                last += 1
            if number.noun or last > at:
                return last, number
    return low, None


def _sides_counted(tokens: Sequence[Token], last: int, number: ValueMention) -> Iterator[Side]:
    """The states by whose adjectives a number is told ("2,900 Australian and Filipino personnel"), or "from" which they come."""
    seen: set[str] = set()
    begin = next((at for at, t in enumerate(tokens) if t.mention is number), last)
    end = last + 1
    if end < len(tokens) and tokens[end].text == "from":
        end += 1
        while end < len(tokens) and (tokens[end].kind == "actor" or tokens[end].text in (",", "and", "the")):
            end += 1
    for token in tokens[begin:end]:
        mention = token.mention
        if isinstance(mention, ActorMention) and mention.kind is ActorKind.STATE and mention.key not in seen:
            seen.add(mention.key)
            yield mention.key, mention


def _stated_behind(draft: Draft, tokens: Sequence[Token]) -> ValueMention | None:
    """How many forces are said to be behind what was told of them: "has 1,000 soldiers", "195 are stationed there"."""
    for at, token in enumerate(tokens):
        number = token.mention
        if not isinstance(number, ValueMention) or number.kind not in ("persons", "count") or token.start < draft.end:
            continue
        ahead = at - 1
        while ahead > 0 and tokens[ahead].text in ("now", "currently", "about", "some", "around"):
            ahead -= 1
        numbers = tokens[ahead].text in _NUMBERS and tokens[ahead].start < draft.end + 16
        if numbers and number.kind == "persons" and number.noun:
            return number
        behind = [t.text for t in tokens[at + 1 : at + 4]]
        if number.noun is None and behind[:1] and behind[0] in ("are", "were") and behind[-1] in ("there", "here"):
            return number
    return None


_NUMBERS = frozenset(["has", "numbers", "comprises", "counts", "totals", "had", "numbered", "comprised"])
