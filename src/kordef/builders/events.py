"""Events: dated occurrences that are neither meetings nor deals, such as votes, laws, elections, rulings and attacks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from attrs import define, evolve, field

from kordef.builders.force_places import place_after
from kordef.builders.forces import is_owner
from kordef.builders.grammar.clauses import PREPOSITIONS, Clauses, clauses_of
from kordef.builders.grammar.frames import Frames, Match, find, load
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.builders.speakers import subject_head
from kordef.builders.timing import dated
from kordef.evidence import Evidence
from kordef.identity import record_id
from kordef.mentions.model import ActorMention, DateMention
from kordef.periods import Period
from kordef.records import Event, Participant
from kordef.vocabulary import ActorKind, EventKind, EvidenceKind, Modality, Role

__all__ = ["build"]

_MATCHES = 16
"""The triggers that are looked at in one sentence; no writer needs more."""

_VOTES_APART = 4
"""Sentences that may stand between two that tell of one vote."""

_NOT_ACTORS = frozenset([ActorKind.MEDIA])
_ROLES: Mapping[str, Role] = {str(r): r for r in (Role.AGENT, Role.TARGET, Role.FOR, Role.AGAINST, Role.ABSTAINING)}
_REACH = 160
"""The words of an event are those within this many characters of its trigger."""


@define(kw_only=True, eq=False)
class _Draft:
    line: Line
    position: int
    start: int
    end: int
    kind: EventKind
    modality: Modality
    actors: list[tuple[ActorMention, Role]] = field(factory=list[tuple[ActorMention, Role]])
    place: tuple[int, int] | None = None
    period: Period | None = None
    dates: list[DateMention] = field(factory=list[DateMention])
    borrowed: bool = False
    """Whether the date stands in a sentence before."""

    def keys(self, *roles: Role) -> set[str]:
        return {m.key for m, r in self.actors if not roles or r in roles}

    def take(self, other: _Draft) -> None:
        """Take over what another draft of the same event adds."""
        known = self.keys()
        self.actors.extend(a for a in other.actors if a[0].key not in known)
        self.place = self.place or other.place
        if self.period is None or (self.borrowed and not other.borrowed and other.period is not None):
            self.period, self.dates, self.borrowed = other.period, other.dates, other.borrowed


def build(page: Page) -> tuple[Event, ...]:
    """The events of a document that have a date, or somebody who does them, each once."""
    frames = load("events")
    triggers = frames.words
    drafts: list[_Draft] = []
    for position, line in enumerate(page.lines):
        if triggers.isdisjoint(line.words):
            continue
        clauses = clauses_of(line)
        for match in islice(find(line, frames), _MATCHES):
            if match.group.negated:
                continue
            tried = (match, *_others(frames, match))
            draft = next((d for m in tried if (d := _draft(page, position, line, m, clauses)) is not None), None)
            if draft is not None:
                _add(page, drafts, draft)
    return tuple(_record(page, d, n) for n, d in enumerate(d for d in drafts if _stands(d)))


def _stands(draft: _Draft) -> bool:
    """A vote needs somebody who votes and a date; other frames say themselves what they need."""
    return draft.kind is not EventKind.VOTE or draft.period is not None


def _others(frames: Frames, match: Match) -> Iterator[Match]:
    """The same trigger under the other frames that have it ("launched a satellite", "launched a committee")."""
    if match.noun or match.end != match.start + 1:
        return
    for trigger in frames.verb_forms.get(match.line.tokens[match.start].text, ()):
        if not trigger.rest and trigger.frame is not match.frame:
            yield evolve(match, frame=trigger.frame)


# ---- one event, told more than once


def _add(page: Page, drafts: list[_Draft], draft: _Draft) -> None:
    for earlier in reversed(drafts[-40:]):
        if earlier.kind is draft.kind and earlier.line.story == draft.line.story and _same(earlier, draft):
            earlier.take(draft)
            return
        if draft.kind is EventKind.OTHER and earlier.line is draft.line:
            return
    if draft.kind is EventKind.VOTE and draft.period is None:
        _borrow_date(page, draft)
    drafts.append(draft)


def _same(a: _Draft, b: _Draft) -> bool:
    if a.line is b.line and abs(a.start - b.start) < 40 and a.kind is not EventKind.ATTACK:
        return True
    fits = a.period is None or b.period is None or a.period.overlaps(b.period) is not False
    if a.kind is EventKind.VOTE:
        return b.position - a.position <= _VOTES_APART and (fits or a.borrowed or b.borrowed)
    if a.kind is EventKind.ATTACK:
        return fits and a.keys(Role.AGENT) == b.keys(Role.AGENT) and a.keys(Role.TARGET) == b.keys(Role.TARGET)
    if a.period is None or b.period is None:
        return False
    shared = not a.keys().isdisjoint(b.keys())
    return fits and (
        shared or (a.kind is EventKind.ELECTION and not (a.actors and b.actors) and a.period.edtf == b.period.edtf)
    )


def _borrow_date(page: Page, draft: _Draft) -> None:
    """A vote told without a date has that of the sentences right before it."""
    for position in range(draft.position - 1, max(draft.position - 4, -1), -1):
        line = page.lines[position]
        if line.story != draft.line.story:
            return
        dates = [
            t.mention
            for t in line.tokens
            if isinstance(t.mention, DateMention) and t.mention.period.edtf and not t.mention.dateline
        ]
        if dates:
            draft.period, draft.dates, draft.borrowed = dates[0].period, dates[:1], True
            return


# ---- one trigger


def _draft(page: Page, position: int, line: Line, match: Match, clauses: Clauses) -> _Draft | None:
    tokens, settings = line.tokens, match.frame.settings
    front, behind = (match.begin, match.start if match.noun else match.group.start), (match.end, match.reach)
    tag = "" if match.noun else clauses.tags[match.start]
    if "finite" in settings and tag in ("gerund", "infinitive"):
        return None
    near = {t.text.rpartition(" ")[2] for t in tokens[max(match.start - 3, 0) : max(match.end + 6, match.reach)]}
    if near & set(settings.get("never", ())) or ("passive" in settings and not (match.group.passive or match.reduced)):
        return None
    if "with" in settings and not any(t.text.startswith(settings["with"]) for t in tokens):
        return None
    after = tokens[match.end] if match.end < len(tokens) else None
    bare = match.group.passive or after is None or after.kind in ("date", "mark") or after.text in PREPOSITIONS
    things = _has(tokens, (front,) if bare else (behind,), settings.get("things", ()))
    doers = _has(tokens, (front,), settings.get("doers", ()))
    actors = [
        (m, r)
        for m, r in _actors(line, match, clauses)
        if not settings.get("persons") or m.kind in (ActorKind.PERSON, ActorKind.IGO, ActorKind.STATE)
    ]
    if settings.get("states"):
        actors = [(m, r) for m, r in actors if m.kind in (ActorKind.STATE, ActorKind.IGO, ActorKind.MILITARY_UNIT)]
    if settings.get("persons") and not any(m.kind is ActorKind.PERSON for m, _ in actors):
        return None
    organs = {(m.acts_for, r) for m, r in actors if m.kind is ActorKind.GOVERNMENT_BODY}
    actors = [(m, r) for m, r in actors if (m.key, r) not in organs]
    period, dates = dated(line, match, (min(front[0], match.start), max(behind[1], match.end)))
    if period is None:
        # "on February 24, when the Council marked"
        back = next(
            (t.mention for t in tokens[max(front[0] - 4, 0) : front[0]] if isinstance(t.mention, DateMention)), None
        )
        if (
            back is not None
            and back.period.edtf
            and any(t.text == "when" for t in tokens[max(front[0] - 2, 0) : match.start])
        ):
            period, dates = back.period, [back]
    if match.noun and period is None:
        inner = next(
            (t.mention for t in tokens[max(match.start - 3, 0) : match.start] if isinstance(t.mention, DateMention)),
            None,
        )
        period, dates = (inner.period, [inner]) if inner is not None and inner.period.edtf else (None, [])
    if match.noun:
        actors = [
            (m, r)
            for m, r in actors
            if tokens[max(match.start - 7, 0)].start <= m.start < tokens[min(match.end + 6, len(tokens) - 1)].end
        ]
        if not actors and match.frame.id != "anniversary" and not _dated_closely(tokens, match, dates):
            return None
    roles = {r for _, r in actors}
    held = {
        "date": period is not None,
        "things": things,
        "doers": doers,
        **{name: role in roles for name, role in _ROLES.items()},
    }
    if not all(held[need] for need in settings.get("needs", ())):
        return None
    start, end = _stretch(line, match, front, actors, dates)
    place = place_after(page, tokens, match.end, match.reach)
    kind = EventKind(settings["kind"])
    if kind not in (EventKind.LAUNCH, EventKind.TEST):
        place = None
    return _Draft(
        line=line,
        position=position,
        start=start,
        end=end,
        kind=kind,
        modality=match.group.modality,
        actors=actors,
        place=place[:2] if place else None,
        period=period,
        dates=dates,
    )


def _has(tokens: Sequence[Token], spans: Sequence[tuple[int, int]], wanted: Sequence[str]) -> bool:
    """Whether one of some nouns stands in the spans, as a word or at the end of a name."""
    if not wanted:
        return False
    for low, high in spans:
        for token in tokens[max(low, 0) : high]:
            words = token.text.casefold().split()
            if words and (words[-1] in wanted or (token.kind != "word" and any(w in wanted for w in words))):
                return True
    return False


def _dated_closely(tokens: Sequence[Token], match: Match, dates: Sequence[DateMention]) -> bool:
    """Whether a noun for an event without actors has a date right beside it ("the election of 15 October")."""
    near = tokens[max(match.start - 3, 0) : match.end + 3]
    return any(t.mention is d and not (d.period.edtf or "").endswith("/..") for t in near for d in dates)


def _stretch(
    line: Line,
    match: Match,
    front: tuple[int, int],
    actors: Sequence[tuple[ActorMention, Role]],
    dates: Sequence[DateMention],
) -> tuple[int, int]:
    """The words that tell of an event: from its subject to the date behind it, as far as they stand near the trigger."""
    tokens = line.tokens
    start, end = tokens[match.start].start, tokens[match.end - 1].end
    low = front[0]
    comma = next((p for p in range(match.start - 1, low, -1) if tokens[p].text == ","), None)
    if comma is not None and tokens[low].text in PREPOSITIONS:
        low = comma + 1
    if match.noun:
        low = match.start
    if match.frame.id == "anniversary":
        end = tokens[min(match.reach, match.end + 7, len(tokens)) - 1].end
    if low < match.start and start - tokens[low].start < _REACH:
        start = tokens[low].start
    if not (match.noun or match.group.passive or match.reduced):
        end = max(end, tokens[_object_end(tokens, match) - 1].end)
    for mention in (*(m for m, _ in actors), *dates[:1]):
        if line.start <= mention.start < line.end and abs(mention.start - tokens[match.start].start) < _REACH:
            if not isinstance(mention, DateMention):
                start = min(start, mention.start)
            end = max(end, mention.end)
    return start, end


def _object_end(tokens: Sequence[Token], match: Match) -> int:
    """Where the words behind a verb end that say what it is done to: at the next mark, or what the verb governs."""
    last = min(match.reach, match.end + _OBJECT, len(tokens))
    return next((p for p in range(match.end, last) if tokens[p].kind == "mark" and tokens[p].text not in _INSIDE), last)


_OBJECT = 14
"""So many words of an object say what is meant."""
_INSIDE = frozenset(["’", "'", "“", "”", '"', "-", "’s", "'s", "&"])


def _actors(line: Line, match: Match, clauses: Clauses) -> Iterator[tuple[ActorMention, Role]]:
    """Who takes part, each with one role; persons and bodies stand for themselves."""
    seen: set[str] = set()
    table = match.frame.noun_roles if match.noun else match.frame.roles
    places = dict(match.places)
    if match.reduced and "object" not in table:
        # "South Korea, a member of the Council, voted": nothing is done to the subject
        places["subject"] = places.pop("object", ())
    elif not match.noun and not (match.group.passive or match.reduced):
        # the subject that the clause has, not every name left of the verb
        low, high, how = clauses.subject_span(match.group.start)
        if how != "antecedent" and low < high:
            inside = tuple(
                t for t in places.get("subject", ()) if line.tokens[low].start <= t.start < line.tokens[high - 1].end
            )
            places["subject"] = inside or places.get("subject", ())
        head = subject_head(clauses, match.group.start)
        if head is not None and head.kind is ActorKind.PERSON and table.get("subject") in _ROLES:
            seen.add(head.key)
            places.pop("subject", None)
            yield head, _ROLES[table["subject"]]
    for place, found in places.items():
        role = _ROLES.get(table.get(place, ""))
        if role is None:
            continue
        for token in _listed(line.tokens, found):
            mention = token.mention
            if not isinstance(mention, ActorMention) or mention.kind in _NOT_ACTORS or mention.key in seen:
                continue
            if mention.as_place and role is not Role.TARGET:
                continue
            owner = is_owner(line.tokens, token) and match.frame.id == "launch"
            if role is Role.AGENT and place == "subject" and _governed(line.tokens, token):
                continue
            seen.add(mention.key)
            yield mention, Role.AGENT if owner else role


_ORGANS = frozenset(
    [
        "assembly",
        "parliament",
        "government",
        "senate",
        "congress",
        "court",
        "president",
        "army",
        "navy",
        "cabinet",
        "council",
        "house",
    ]
)


def _governed(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a preposition governs a name, unless it says whose organ acts ("the National Assembly of South Korea")."""
    at = bisect_left(tokens, token.start, key=lambda t: t.start)
    before = [t.text for t in tokens[max(at - 3, 0) : at] if t.text != "the"]
    if not before or before[-1] not in ("to", "of", "for", "with", "in"):
        return False
    return not (before[-1] == "of" and len(before) > 1 and before[-2] in _ORGANS)


def _listed(tokens: Sequence[Token], found: Sequence[Token]) -> Iterator[Token]:
    """The first of some names with those listed with it; what a preposition or a comma sets apart is left out."""
    last: Token | None = None
    for token in found:
        if last is not None and any(
            t.text not in (",", "and", "the", "or", "as", "well", "&")
            for t in tokens
            if last.end <= t.start and t.end <= token.start
        ):
            return
        yield token
        last = token if token.kind == "actor" else last


# ---- records


def _record(page: Page, draft: _Draft, rank: int) -> Event:
    story = draft.line.story
    whole = (draft.start, draft.end)
    text = page.document.text
    evidence: list[Evidence] = [
        page.evidence(story, "", whole),
        page.evidence(story, "/what", whole, EvidenceKind.IMPLIED),
        page.evidence(story, "/kind", whole, EvidenceKind.IMPLIED),
    ]
    for n, (mention, _) in enumerate(draft.actors):
        evidence.append(page.evidence(story, f"/actors/{n}/actor", mention))
        evidence.append(page.evidence(story, f"/actors/{n}/role", mention, EvidenceKind.IMPLIED))
    if draft.place:
        evidence.append(page.evidence(story, "/place", draft.place))
    kind = EvidenceKind.IMPLIED if draft.borrowed else EvidenceKind.STATED
    evidence.extend(page.evidence(story, "/date", d, kind) for d in draft.dates[:1])
    return Event(
        id=record_id("event", page.document.sha256, draft.start, rank),
        source=page.sources[story],
        section=draft.line.section,
        modality=draft.modality,
        evidence=tuple(evidence),
        what=" ".join(text[draft.start : draft.end].split()),
        kind=draft.kind,
        actors=tuple(Participant(actor=page.actor(m), role=r) for m, r in draft.actors),
        place=text[slice(*draft.place)] if draft.place else None,
        date=draft.period if draft.dates else None,
    )
