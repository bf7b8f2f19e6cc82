"""Dialogues: who met whom, where and when; visits, calls, briefings, gatherings and standing bodies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.builders.clauses import Clauses
from kordef.builders.frames import Match, find, load
from kordef.builders.meeting_dates import Calendar
from kordef.builders.meetings import MEETINGS, Draft, Place, When, level_kind, merge, record
from kordef.builders.occasions import Occasion, body_name, gathering, is_seat, occasions_in
from kordef.builders.page import Page
from kordef.builders.parties import HEAD, NONE, OFFICIAL, Side, acting, distinct, focus, names_pair, side_of
from kordef.builders.surroundings import DETERMINERS, PREPOSITIONS, governor, listed, place_of, strong_break
from kordef.builders.subject import off_subject
from kordef.builders.tokens import Line, Token
from kordef.document import BlockKind
from kordef.identity import record_id
from kordef.mentions.model import ActorMention, DateMention, ValueMention
from kordef.records import Dialogue
from kordef.vocabulary import ActorKind, DialogueKind, EvidenceKind, Modality, Role, Section

__all__ = ["build"]

_PHONE = frozenset(["phone", "telephone", "call", "videoconference", "video", "telephoned", "phoned"])
_TOGETHER = frozenset(["trilateral", "three-way", "trilaterally", "jointly", "together", "quadrilateral", "four-way"])
_OTHER_EVENTS = frozenset(["after", "before", "during", "following", "when", "while", "where", "ahead", "sidelines", "margins", "whose"])
_TALK = frozenset(
    (
        "talks talk talked talking spoke speak spoken meeting meetings dialogue discussions consultations views focused focus centred "
        "centered conference forum group committee session briefed briefing negotiations summit discussion"
    ).split()
)
_VISITORS = frozenset("delegation visitors visitor guest guests minister president team envoy group officials".split())
_MANY = ("allies", "partners", "members", "leaders", "ministers", "states", "countries")


def build(page: Page) -> tuple[Dialogue, ...]:
    """The dialogues that a document tells of, one record for each however often the text comes back to it."""
    scene = _Scene(page)
    off = off_subject(page)
    drafts = [draft for line in page.lines if line.story not in off for draft in scene.read(line)]
    found = [d for d in merge(drafts) if _whole(d)]
    _nest(found)
    ids = {id(d): record_id("dialogue", page.document.sha256, d.start, rank) for rank, d in enumerate(found)}
    return tuple(record(page, draft, ids[id(draft)], ids) for draft in found)


def _whole(draft: Draft) -> bool:
    """Whether enough is known: people with an office or a state, or parties with a day or a place."""
    if not draft.sides:
        return False
    if draft.kind is DialogueKind.VISIT:
        return draft.place is not None or bool(draft.people)
    if draft.organisation is not None or (draft.noun is not None and draft.noun.lone):
        return bool(draft.states) or draft.noun is not None
    if any(s.person and (s.state or s.level) for s in draft.sides):
        return len(draft.sides) > 1 or draft.kind in (DialogueKind.BRIEFING, DialogueKind.PRESS_CONFERENCE)
    return len(draft.states) > 1 and (draft.date is not None or draft.place is not None)


def _nest(drafts: Sequence[Draft]) -> None:
    """Put what happened during a visit under it."""
    visits = [d for d in drafts if d.kind is DialogueKind.VISIT]
    for draft in drafts:
        if draft.kind is DialogueKind.VISIT or draft.organisation is not None:
            continue
        for visit in visits:
            visitors = {k for k, r in visit.roles.items() if r is Role.VISITOR}
            if visit.line.story != draft.line.story or not (visitors & draft.people):
                continue
            if draft.place and visit.place and draft.place.state != visit.place.state:
                continue
            if Calendar.within(draft.date, visit.date):
                draft.whole = visit
                break


class _Scene:
    """What the sentences read so far have brought on: persons in view, visits, dates and places to come back to."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.document.text
        self.focus = focus(page)
        self.frames = load("dialogues")
        self.words = self.frames.words
        self.dates = Calendar(page)
        self.people: list[Side] = []
        self.paragraph: list[Side] = []
        self.block = -1
        self.drafts: list[Draft] = []
        self.story = -1
        self.previous: Line | None = None

    def read(self, line: Line) -> Iterator[Draft]:
        if line.story != self.story:
            self.story, self.people, self.drafts, self.previous = line.story, [], [], None
        if line.block != self.block:
            self.block, self.paragraph = line.block, []
        drafts = sorted(self._found(line), key=lambda d: d.start)
        for draft in drafts:
            self._date_from_before(line, draft)
            self._more(line, draft, drafts)
        self._tell(line, drafts)
        self.drafts.extend(drafts)
        people = [s for s in acting(self.page, line.tokens, 0, len(line.tokens)) if s.person]
        if people:
            self.people = people
            known = {s.key for s in self.paragraph}
            self.paragraph.extend(s for s in people if s.key not in known)
        if line.kind is BlockKind.PARAGRAPH:
            self.previous = line
        yield from drafts

    def _found(self, line: Line) -> Iterator[Draft]:
        tokens = line.tokens
        nouns = list(occasions_in(self.text, line))
        matches = [m for m in find(line, self.frames) if not m.noun]
        if not nouns and not matches and not any(t.kind == "actor" for t in tokens):
            return
        clauses = Clauses(tokens)
        taken = {p for n in nouns for p in range(n.head, n.end)}
        supports: list[Match] = []
        for match in matches:
            if match.start in taken or match.group.negated:
                continue
            shape = match.frame.settings["shape"]
            if shape in ("hold", "attend", "happen", "off"):
                supports.append(match)
            elif shape == "visit":
                yield from self._visit(line, clauses, match, nouns)
            elif shape == "together":
                yield from self._together(line, clauses, match)
            else:
                done = list(self._meet(line, clauses, match, nouns))
                if not done and shape == "receive":
                    supports.append(match)
                yield from done
        for n, noun in enumerate(nouns):
            yield from self._occasion(line, clauses, nouns, n, supports, matches)
        for match in supports:
            if match.frame.id == "attend":
                yield from self._attending(line, clauses, match, nouns)
        yield from self._being_there(line, clauses, nouns)
        yield from self._visiting(line, clauses)
        yield from self._bodies(line)

    # ---- verbs of meeting

    def _subject(self, line: Line, clauses: Clauses, match: Match) -> list[Side]:
        return self._doers(line, clauses, match.group.start)

    def _doers(self, line: Line, clauses: Clauses, start: int) -> list[Side]:
        """Who does what the verb group at a position says; pronouns are those the sentences before spoke of."""
        tokens = line.tokens
        if start > 1 and tokens[start - 1].text in ("last", "only", "first") and tokens[start - 2].text in ("had", "has", "have"):
            start -= 2
        if start > 0 and tokens[start - 1].text == "to" and (main := clauses.verb_before(start)) is not None:
            start = main.start
        low, high, _ = clauses.subject_span(start)
        low = _list_start(tokens, low)
        sides = [self._meant(tokens, s) for s in acting(self.page, tokens, low, high)]
        if not sides:
            pronouns = [t.text for t in tokens[max(low, high - 4) : high]]
            if "they" in pronouns or ("two" in pronouns and self.people):
                return [evolve(s, kind=EvidenceKind.IMPLIED, position=-1) for s in self.people[:3]]
        if any(t.kind == "word" and t.text in ("he", "she") for t in tokens[low:high]):
            known = {s.key for s in sides}
            here = [s for s in acting(self.page, tokens, 0, low) if s.person and s.state and not _pronoun(tokens[s.position])]
            first = next((p for p in (*here, *self.paragraph, *self.people) if p.key not in known and p.state), None)
            if first is not None and not (sides and sides[0].person and tokens[low].text not in ("he", "she")):
                sides.insert(0, evolve(first, kind=EvidenceKind.IMPLIED, position=-1))
        if not any(s.person for s in sides) and names_pair(self.page, line) is not None and len(self.people) > 1:
            if any(t.text in ("leaders", "presidents", "ministers", "men", "chiefs") for t in tokens[low:high]) or any(
                t.kind == "value" for t in tokens[low:high]
            ):
                return [evolve(s, kind=EvidenceKind.IMPLIED, position=-1) for s in self.people[:2]]
        return sides

    def _meant(self, tokens: Sequence[Token], side: Side) -> Side:
        """A "he" behind a name in the same sentence is the one it names first: "Cho visited Poland, where he met ..."."""
        if not side.person or not _pronoun(tokens[side.position]):
            return side
        for earlier in acting(self.page, tokens, 0, side.position):
            if earlier.person and not _pronoun(tokens[earlier.position]):
                return evolve(earlier, kind=EvidenceKind.IMPLIED)
        return side

    def _objects(self, line: Line, clauses: Clauses, match: Match) -> tuple[list[Side], int]:
        """Those met, and where what the verb governs ends; an aim ("to talk about ...") is stepped over."""
        tokens = line.tokens
        limit = clauses.right_limit(match.end)
        sides: list[Side] = []
        position = low = match.end
        near = limit
        while position < limit:
            text = tokens[position].text
            if tokens[position].kind == "word" and text in _OTHER_EVENTS and position > match.end:
                near = position
                break
            if text == "to" and position > match.end:
                sides.extend(acting(self.page, tokens, low, position))
                resume = next(
                    (i for i in range(position, limit - 1) if tokens[i].text == "," and tokens[i + 1].text == "and"), limit
                )
                behind = [s for s in acting(self.page, tokens, resume, limit) if s.person or s.level]
                sides.extend(behind)
                return sides, limit if behind else position
            position += 1
        sides.extend(acting(self.page, tokens, low, near))
        return sides, limit

    def _meet(self, line: Line, clauses: Clauses, match: Match, nouns: Sequence[Occasion]) -> Iterator[Draft]:
        tokens = line.tokens
        shape, kind = match.frame.settings["shape"], match.frame.settings.get("kind")
        subject = self._subject(line, clauses, match)
        objects, limit = self._objects(line, clauses, match)
        if not subject and objects:
            subject = self._visitors_before(line, clauses, match, objects)
        if match.group.passive:
            objects = [s for s in objects if governor(tokens, s.position) in ("by", None)]
        window = [t.text for t in tokens[match.start : limit]]
        if shape == "talk":
            press = any(w in ("reporters", "journalists", "correspondents", "press") for w in window[:6])
            if press and subject and match.frame.id == "talk" and match.end - match.start > 1:
                yield self._draft(line, match.start, match.end, DialogueKind.BRIEFING, subject[:1], limit, match.group.modality)
                return
            if _PHONE.intersection(window) or tokens[match.start].text.startswith(("phone", "telephone")):
                kind = "phone_call"
            elif tokens[match.start].text.startswith("discuss") and not any(s.person for s in objects):
                objects = []
        if shape == "brief":
            objects = [s for s in objects if s.state and (subject and s.state != subject[0].state)]
        if shape == "call_on" and (limit > 0 and "to" in window and not any(s.person for s in objects)):
            return
        if shape == "call_on" and match.frame.verbs and tokens[match.start].text.startswith("call"):
            person = next((s for s in objects if s.person), None)
            if person is None or (person.position + 1 < len(tokens) and tokens[person.position + 1].text in ("to", "not", "for")):
                return
        if shape == "receive" and not any(s.person or s.level for s in objects):
            return
        if any(match.end <= n.start < limit and not n.visit and n.kind is None for n in nouns) and not objects:
            return
        for group in _groups(tokens, subject, objects):
            sides = [*subject, *group]
            if not _people_meet(sides) or len({s.state or s.key for s in sides}) < 2 or (shape in ("talk",) and len(group) == 0 and len({s.key for s in sides}) < 2):
                continue
            if match.frame.id == "meet" and tokens[match.start].text in ("see", "saw", "sees", "seen", "seeing"):
                if not any((s.person or s.level) and s.state for s in group):
                    continue
            end = max((s.position + 1 for s in group), default=match.end)
            draft = self._draft(
                line,
                match.start,
                max(end, match.end),
                DialogueKind(kind) if kind else level_kind(sides),
                sides,
                limit,
                match.group.modality,
                begin=min((s.position for s in subject if s.position >= 0), default=match.start),
            )
            if shape == "receive":
                hosts, guests = (group, subject) if match.group.passive else (subject, group)
                draft.roles.update({s.key: Role.HOST for s in hosts})
                draft.roles.update({s.key: Role.VISITOR for s in guests})
            yield draft

    def _visitors_before(self, line: Line, clauses: Clauses, match: Match, objects: Sequence[Side]) -> list[Side]:
        """ "The delegation met the president": those of another state whom the sentences before spoke of."""
        low, high, _ = clauses.subject_span(match.group.start)
        if not any(t.text in _VISITORS for t in line.tokens[low:high]):
            return []
        states = {s.state for s in objects}
        first = next((s for s in (*self.paragraph, *self.people) if s.state and s.state not in states), None)
        return [evolve(first, kind=EvidenceKind.IMPLIED, position=-1)] if first is not None else []

    def _together(self, line: Line, clauses: Clauses, match: Match) -> Iterator[Draft]:
        """Leaders of two sides who sign or adopt something together have met."""
        subject = self._subject(line, clauses, match)
        limit = clauses.right_limit(match.end)
        for position in range(match.end, limit - 1):
            if line.tokens[position].text == "with":
                subject.extend(acting(self.page, line.tokens, position + 1, min(position + 3, limit)))
        subject = [s for s in subject if s.person and s.level == HEAD]
        if len({s.state for s in subject}) < 2 or match.group.passive or match.group.aspect not in ("plain", "done"):
            return
        begin = min((s.position for s in subject if s.position >= 0), default=match.start)
        yield self._draft(
            line, match.start, match.start + 1, DialogueKind.SUMMIT, subject, limit, match.group.modality, begin=begin
        )

    def _draft(
        self,
        line: Line,
        start: int,
        end: int,
        kind: DialogueKind | None,
        sides: Sequence[Side],
        limit: int,
        modality: Modality,
        *,
        begin: int | None = None,
        noun: Occasion | None = None,
    ) -> Draft:
        tokens = line.tokens
        begin = start if begin is None else min(begin, start)
        place = place_of(tokens, start, _before_topic(tokens, end, limit))
        if place is None and noun is None:
            place = place_of(tokens, 0, begin)
        return Draft(
            line=line,
            start=tokens[begin].start,
            end=tokens[max(end - 1, start)].end,
            kind=kind,
            noun=noun,
            modality=modality,
            sides=list(distinct(sides)),
            place=self._place(place),
            date=self.dates.of(line, start, end, limit),
        )

    def _place(self, token: Token | None) -> Place | None:
        if token is None or not isinstance(token.mention, ActorMention):
            return None
        if is_seat(token.text):
            return self._town_of(token, token.mention)
        return Place(text=self.text[token.start : token.end], witness=token, state=token.mention.key)

    def _town_of(self, token: Token, mention: ActorMention) -> Place | None:
        """The town of a seat of government, where the story is dated from that country."""
        span = self.page.document.stories[mention.story].dateline_place
        if span is None:
            return None
        for actor in self.page.mentions.actors:
            if actor.start >= span.end:
                break
            if actor.start >= span.start and actor.key == mention.key:
                words = self.page.document.quote(span)
                return Place(
                    text=words.title() if words.isupper() else words,
                    witness=(span.start, span.end),
                    state=mention.key,
                    kind=EvidenceKind.IMPLIED,
                )
        del token
        return None

    # ---- visits

    def _visit(self, line: Line, clauses: Clauses, match: Match, nouns: Sequence[Occasion]) -> Iterator[Draft]:
        tokens = line.tokens
        visitors = [s for s in self._subject(line, clauses, match) if s.person or s.level]
        limit = clauses.right_limit(match.end)
        if not visitors or match.group.passive:
            return
        first = next((n for n in nouns if match.end <= n.start < limit), None)
        goals = self._goals(tokens, match, min(limit, first.start) if first is not None and not first.visit else limit)
        home = {s.state for s in visitors}
        goals = [g for g in goals if isinstance(g.mention, ActorMention) and g.mention.key not in home]
        signing = next((n for n in nouns if match.end <= n.start < limit and n.kind is DialogueKind.OTHER), None)
        for goal in goals:
            at = tokens.index(goal)
            draft = self._draft(
                line,
                match.start,
                at + 1,
                DialogueKind.OTHER if signing else DialogueKind.VISIT,
                visitors,
                limit,
                match.group.modality,
                begin=min((s.position for s in visitors if s.position >= 0), default=match.start),
            )
            draft.place = self._place(goal)
            if signing is not None:
                draft.end = max(draft.end, tokens[signing.end - 1].end)
                draft.words = "signing"
            self._host(draft, goal)
            yield draft

    def _goals(self, tokens: Sequence[Token], match: Match, limit: int) -> list[Token]:
        """The places that a verb of travel leads to, in a list ("Poland and France")."""
        direct = match.frame.id == "visit" and match.end - match.start == 1
        out: list[Token] = []
        for position in range(match.end, min(limit, match.end + 14)):
            token = tokens[position]
            mention = token.mention
            if isinstance(mention, ActorMention) and mention.kind is ActorKind.STATE and mention.form not in ("adjective", "demonym"):
                if out and tokens[position - 1].text == ",":
                    continue  # "Gdynia, Poland"
                out.append(token)
            elif token.kind == "word" and out and token.text != "and":
                break
            elif token.kind == "word" and token.text in PREPOSITIONS and not out and not direct:
                if token.text not in ("in", "to", "the", "at"):
                    break
            elif not direct and token.kind == "word" and not out and position - match.end >= 3:
                break
        return out

    def _host(self, draft: Draft, goal: Token) -> None:
        """The visitors' roles, and the state that they visit as the host."""
        for side in draft.sides:
            draft.roles.setdefault(side.key, Role.VISITOR)
        mention = goal.mention
        if isinstance(mention, ActorMention) and mention.kind is ActorKind.STATE and mention.key not in draft.states:
            if (mention.story, mention.key) in self.page.actor_ids:
                host = Side(key=mention.key, state=mention.key, witness=goal, kind=EvidenceKind.IMPLIED)
                draft.sides.append(host)
                draft.roles[host.key] = Role.HOST

    def _attending(self, line: Line, clauses: Clauses, match: Match, nouns: Sequence[Occasion]) -> Iterator[Draft]:
        """ "He attended the roll-out in South Korea": a visit, where it is abroad."""
        tokens = line.tokens
        limit = clauses.right_limit(match.end)
        if match.group.passive or any(match.end <= n.start < limit for n in nouns):
            return
        visitors = [s for s in self._subject(line, clauses, match) if s.person and s.state]
        goal = place_of(tokens, match.end, limit)
        if not visitors or goal is None or not isinstance(goal.mention, ActorMention) or goal.mention.kind is not ActorKind.STATE:
            return
        if goal.mention.key in {s.state for s in visitors}:
            return
        begin = min((s.position for s in visitors if s.position >= 0), default=match.start)
        end = tokens.index(goal) + 1
        draft = self._draft(line, match.start, end, DialogueKind.VISIT, visitors, limit, match.group.modality, begin=begin)
        draft.place = self._place(goal)
        self._host(draft, goal)
        yield draft

    def _being_there(self, line: Line, clauses: Clauses, nouns: Sequence[Occasion]) -> Iterator[Draft]:
        """ "The minister was in Pyeongtaek to ...", "while President Moon was in town"."""
        tokens = line.tokens
        for position in range(1, len(tokens) - 2):
            if tokens[position].text not in ("is", "was", "were", "are", "been") or tokens[position + 1].text != "in":
                continue
            goal = tokens[position + 2]
            mention = goal.mention
            town = goal.text == "town"
            if not town and not (isinstance(mention, ActorMention) and mention.kind is ActorKind.STATE and mention.as_place):
                continue
            if any(n.visit and position < n.start for n in nouns):
                continue
            low, high, _ = clauses.subject_span(position)
            visitors = [s for s in acting(self.page, tokens, low, high) if s.person and s.state]
            if not visitors or len(visitors) > 3:
                continue
            if town:
                found = next((t for t in reversed(tokens[:position]) if _is_capital(t)), None)
                if found is None:
                    continue
                goal = found
            assert isinstance(goal.mention, ActorMention)
            if goal.mention.key in {s.state for s in visitors}:
                continue
            begin = min(s.position for s in visitors)
            draft = self._draft(
                line, begin, position + 3, DialogueKind.VISIT, visitors, clauses.right_limit(position + 2), Modality.ASSERTED
            )
            draft.place = self._place(goal)
            self._host(draft, goal)
            yield draft

    def _visiting(self, line: Line, clauses: Clauses) -> Iterator[Draft]:
        """ "Romania told the visiting South Korean defence minister, Shin Won-sik"."""
        tokens = line.tokens
        for position in range(1, len(tokens) - 1):
            if tokens[position].text != "visiting" or tokens[position - 1].text not in DETERMINERS:
                continue
            end = min(position + 8, len(tokens))
            visitors = [s for s in acting(self.page, tokens, position, end) if s.person or s.level]
            people = [s for s in visitors if s.person]
            if not visitors:
                continue
            visitors = people[:1] or visitors[:1]
            hosts = [s for s in acting(self.page, tokens, 0, position) if s.state and s.state != visitors[0].state]
            last = max(s.position for s in visitors)
            draft = self._draft(line, position, last + 1, DialogueKind.VISIT, visitors, end, Modality.ASSERTED)
            draft.place = None
            if hosts:
                side = hosts[-1]
                host = Side(key=side.state or side.key, state=side.state, witness=side.witness, kind=EvidenceKind.IMPLIED)
                draft.sides.append(host)
                draft.roles[host.key] = Role.HOST
                draft.place = self._state_place(line.story, host)
            draft.roles[visitors[0].key] = Role.VISITOR
            yield draft
        del clauses

    def _state_place(self, story: int, host: Side) -> Place | None:
        """The state that is visited, by its name in the catalogue."""
        record_of = self.page.actors.get(self.page.actor_ids.get((story, host.key), ""))
        if record_of is None or record_of.kind is not ActorKind.STATE:
            return None
        return Place(text=record_of.name, witness=host.witness, state=host.key, kind=EvidenceKind.IMPLIED)

    # ---- nouns

    def _occasion(
        self,
        line: Line,
        clauses: Clauses,
        nouns: Sequence[Occasion],
        n: int,
        supports: Sequence[Match],
        matches: Sequence[Match],
    ) -> Iterator[Draft]:
        noun, tokens = nouns[n], line.tokens
        support, ahead = self._support(line, clauses, nouns, n, supports)
        if support is not None and (support.frame.settings["shape"] == "off" or support.group.negated):
            return
        high = nouns[n + 1].start if n + 1 < len(nouns) else len(tokens)
        high = min(high, next((m.start for m in matches if m.start >= noun.end and m is not support), len(tokens)))
        limit = min(clauses.right_limit(noun.end, noun=True), high)
        kind = noun.kind
        if noun.kind is DialogueKind.OTHER and support is None:
            return  # ceremonies matter only where somebody holds or attends one
        draft = self._draft(
            line,
            noun.start,
            noun.end,
            kind,
            (),
            limit,
            support.group.modality if support is not None else Modality.ASSERTED,
            noun=noun,
        )
        draft.words = self._label(line, noun)
        if noun.ordinal is not None and noun.ordinal_at is not None:
            draft.ordinal = (noun.ordinal, tokens[noun.ordinal_at])
        if noun.recurring:
            draft.recurring = tokens[noun.head]
        self._own_sides(line, draft, noun, limit)
        if noun.visit:
            self._visit_noun(line, clauses, draft, noun, support, limit)
            if draft.sides or draft.back:
                yield draft
            return
        if support is not None:
            self._supported(line, clauses, draft, support, ahead)
        if draft.place is None and support is not None and not ahead:
            draft.place = self._place(place_of(tokens, support.end, clauses.right_limit(support.end)))
        self._shift(line, draft, noun)
        self._beside(line, clauses, draft, noun, support)
        if draft.kind is DialogueKind.SUMMIT and noun.lone and not draft.sides and not draft.back:
            self._summit_of(line, draft)
            if not draft.sides:
                return
        if len(draft.states) < 2 and not draft.people and draft.organisation is None and (noun.lone or noun.kind is DialogueKind.MINISTERIAL):
            self._pair(line, draft)
        if draft.organisation is None and support is not None and any(
            t.text in _MANY for t in tokens[noun.end : min(noun.end + 6, len(tokens))]
        ) and tokens[min(noun.end, len(tokens) - 1)].text == "of" and not draft.states - {s.state for s in draft.sides if s.person}:
            self._gathered(draft)
        if draft.people and (len(draft.states) == 1 or noun.plural) and support is None and draft.organisation is None and all(
            s.position >= noun.end for s in draft.sides
        ):
            first = next((p for p in (*self.paragraph, *self.people) if p.state and p.state not in draft.states), None)
            if first is not None and any(t.text in ("his", "her", "he", "she", "included", "including") for t in tokens[: noun.start]):
                draft.sides.insert(0, evolve(first, kind=EvidenceKind.IMPLIED, position=-1))
        if noun.plural and draft.organisation is None:
            partners = [s for s in draft.sides if s.position >= noun.end and s.person]
            mine = [s for s in draft.sides if s not in partners]
            if len(partners) > 1:
                for side in partners:
                    one = evolve(draft, sides=[*mine, side], roles=dict(draft.roles), topics=[], outcomes=[])
                    one.end = max(one.end, tokens[side.position].end)
                    one.kind = one.kind or level_kind(one.sides)
                    yield one
                return
            if not partners and (len(draft.states) < 2 or draft.date is None):
                return
        if draft.kind is None:
            draft.kind = level_kind(draft.sides)
        yield draft

    def _summit_of(self, line: Line, draft: Draft) -> None:
        """Whose summit "the Hague summit" is: that of the organisation that the sentence speaks of."""
        for position, token in enumerate(line.tokens):
            mention = token.mention
            if isinstance(mention, ActorMention) and mention.kind is ActorKind.IGO and (side := side_of(self.page, token, position)):
                draft.organisation = evolve(side, kind=EvidenceKind.IMPLIED, position=-1)
                draft.sides = [draft.organisation]
                return
        if draft.place is not None and draft.noun is not None and draft.noun.determiner == "the":
            own = [s for s in self.focus.get(line.story, [])[:3] if s.key.startswith("organisation:")]
            draft.organisation = own[0] if own else None
            draft.sides = own[:1]

    def _whoever(self, line: Line, noun: Occasion) -> list[Side]:
        """The person of a sentence whose verb is not known: the first before an occasion, or behind the comma after it."""
        tokens = line.tokens
        before = [s for s in acting(self.page, tokens, 0, noun.start) if s.person and s.state]
        if before:
            return before[:1]
        comma = next((i for i in range(noun.end, len(tokens)) if tokens[i].text == ","), None)
        if comma is None:
            return []
        if comma + 1 < len(tokens) and tokens[comma + 1].kind == "word" and tokens[comma + 1].text in ("he", "she"):
            return [evolve(s, kind=EvidenceKind.IMPLIED, position=-1) for s in (*self.paragraph, *self.people) if s.state][:1]
        return [s for s in acting(self.page, tokens, comma, min(comma + 6, len(tokens))) if s.person and s.state][:1]

    def _gathered(self, draft: Draft) -> None:
        """Whose members an occasion "of allies and partners" gathers: those of the summit told of before."""
        host = next((d for d in reversed(self.drafts) if d.organisation is not None), None)
        if host is None or host.organisation is None:
            return
        draft.organisation = evolve(host.organisation, kind=EvidenceKind.IMPLIED, position=-1)
        draft.sides = list(distinct([*draft.sides, draft.organisation]))
        draft.place = draft.place or (evolve(host.place, kind=EvidenceKind.IMPLIED) if host.place else None)
        draft.kind = host.kind if draft.kind is None else draft.kind

    def _beside(self, line: Line, clauses: Clauses, draft: Draft, noun: Occasion, support: Match | None) -> None:
        """What an occasion told beside another event has from it: "met A in Prague, a day after a summit with B"."""
        tokens = line.tokens
        position = noun.start - 1
        while position > 0 and (tokens[position].text in DETERMINERS or tokens[position].kind == "date" or tokens[position].text in ("'s", "’s")):
            position -= 1
        word = tokens[position].text if position >= 0 else ""
        if word in ("of", "by") and position > 0:
            word = tokens[position - 1].text
        if word not in ("after", "at", "in", "during", "following", "before", "for", "sidelines", "margins", "fringes", "followed"):
            return
        draft.anchored = True
        press = draft.kind in (DialogueKind.PRESS_CONFERENCE, DialogueKind.BRIEFING) and not draft.people
        if support is None and not draft.back and (press or (len(draft.states) < 2 and draft.organisation is None)):
            people = [s for s in self._doers(line, clauses, self._main_verb(clauses, noun.start)) if s.person]
            people = people or self._whoever(line, noun)
            if draft.people and any(s.state in draft.states for s in people):
                people = []
            if len(draft.people) + len(people) > 1:
                draft.sides = list(distinct([*people, *draft.sides]))
        if draft.place is None:
            place = self._place(place_of(tokens, 0, noun.start))
            if place is not None:
                draft.place = evolve(place, kind=EvidenceKind.IMPLIED)

    def _main_verb(self, clauses: Clauses, at: int) -> int:
        verb = clauses.verb_before(at) or next((v for v in clauses.verbs if v.kind == "finite" and v.start > at), None)
        return verb.start if verb is not None else at

    def _label(self, line: Line, noun: Occasion) -> str:
        tokens = line.tokens
        start = noun.start
        while start < noun.head and (
            tokens[start].text in ("-", "“", '"', "‘", "'", "new", "bilateral") or start == noun.ordinal_at or tokens[start].text in ("st", "th")
        ):
            start += 1
        return self.text[tokens[start].start : tokens[noun.end - 1].end].strip("“”\"'‘’ ,")

    def _support(
        self, line: Line, clauses: Clauses, nouns: Sequence[Occasion], n: int, supports: Sequence[Match]
    ) -> tuple[Match | None, bool]:
        """The verb that says that an occasion is held, attended or called off, and whether it stands in front."""
        noun, tokens = nouns[n], line.tokens
        for match in reversed(supports):
            if match.end > noun.start:
                continue
            between = tokens[match.end : noun.start]
            if any(strong_break(t) or t.text in ("that", "which", "who", "after", "before", "during") for t in between):
                break
            if len(between) > 8 or clauses.right_limit(match.end) <= noun.start or match.group.passive:
                if not (match.group.passive and match.frame.id == "attend"):
                    break
            return match, True
        for match in supports:
            if match.start >= noun.end and (match.group.passive or match.frame.settings["shape"] == "happen" or match.reduced):
                if not any(strong_break(t) for t in tokens[noun.end : match.start]) and match.start - noun.end < 14:
                    if n + 1 >= len(nouns) or nouns[n + 1].start > match.start:
                        return match, False
                break
        return None, False

    def _own_sides(self, line: Line, draft: Draft, noun: Occasion, limit: int) -> None:
        """Those whom the phrase itself names: owners and modifiers before, "between", "with", "of" and "by" behind."""
        page, tokens = self.page, line.tokens
        for position in range(max(0, noun.start - 3), noun.head):
            token = tokens[position]
            mention = token.mention
            if token.kind != "actor" or not isinstance(mention, ActorMention):
                continue
            owner = position + 1 < len(tokens) and tokens[position + 1].text in ("'s", "’s", "’", "'")
            if position < noun.start and not owner:
                continue
            town = mention.form in ("capital", "government", "place") and not owner and not noun.visit
            if (mention.as_place or town) and not _part_of_pair(tokens, position):
                draft.place = draft.place or self._place(token)
                continue
            if is_seat(token.text):
                continue
            side = side_of(page, token, position)
            if side is None and mention.kind is ActorKind.FORUM:
                side = Side(key=mention.key, witness=token, position=position)
            if side is None:
                continue
            if mention.kind in (ActorKind.IGO, ActorKind.FORUM) and not noun.visit and not _part_of_pair(tokens, position):
                draft.organisation = side
            draft.sides.append(side)
        taking = False
        for position in range(noun.end, limit):
            token = tokens[position]
            if token.kind == "word":
                call = noun.kind is DialogueKind.COURTESY_CALL and token.text in ("to", "on")
                of = token.text == "of" and position == noun.end and not noun.visit
                if token.text in ("between", "with", "among", "by") or call or of:
                    taking = True
                elif token.text in ("on", "in", "at", "to", "about", "for", "during", "after", "from"):
                    taking = False
                elif token.text in _OTHER_EVENTS:
                    break
            elif taking and token.kind == "actor":
                draft.sides.extend(s for s in acting(page, tokens, position, position + 1) if s.person or s.level or s.state)
                if not draft.sides or draft.sides[-1].position != position:
                    levelled = [s for s in acting(page, tokens, noun.end, position + 1) if s.position == position]
                    draft.sides.extend(levelled)
        draft.sides = list(distinct(draft.sides))
        people = [s for s in draft.sides if s.position >= noun.end]
        if people:
            draft.end = max(draft.end, max(tokens[s.position].end for s in people))

    def _supported(self, line: Line, clauses: Clauses, draft: Draft, support: Match, ahead: bool) -> None:
        shape = support.frame.settings["shape"]
        draft.attended, draft.anchored = shape == "attend", True
        if ahead:
            subject = self._subject(line, clauses, support)
            if not subject and names_pair(self.page, line) is not None:
                self._pair(line, draft)
        else:
            low = support.end
            subject = [
                s
                for s in acting(self.page, line.tokens, low, clauses.right_limit(low))
                if governor(line.tokens, s.position) in ("by", "between", "with", None)
            ]
        level = [s for s in subject if s.person or s.level or s.state]
        draft.sides = list(distinct([*level, *draft.sides]))
        if shape == "hold" and support.frame.id == "receive":
            draft.roles.update({s.key: Role.HOST for s in level})
        if ahead:
            first = min((s.position for s in level if s.position >= 0), default=None)
            if first is not None:
                draft.start = min(draft.start, line.tokens[first].start)

    def _pair(self, line: Line, draft: Draft) -> None:
        """The two that the story is about, where a body or meeting names nobody."""
        known = [s for s in self.focus.get(line.story, [])]
        for side in known[:2]:
            if len(draft.states) >= 2:
                break
            if side.key not in draft.states:
                draft.sides.append(side)

    def _visit_noun(
        self, line: Line, clauses: Clauses, draft: Draft, noun: Occasion, support: Match | None, limit: int
    ) -> None:
        tokens = line.tokens
        goal = None
        for position in range(noun.end, min(limit, noun.end + 12)):
            mention = tokens[position].mention
            if isinstance(mention, ActorMention) and mention.kind is ActorKind.STATE and mention.form not in ("adjective", "demonym"):
                if governor(tokens, position) in ("to", "in", "of"):
                    goal = tokens[position]
                    break
        visitors = [s for s in draft.sides if s.person or s.level or s.position < noun.start]
        if not visitors and not (noun.bare and noun.determiner in ("the", "this", "that")):
            start = support.group.start if support is not None else self._main_verb(clauses, noun.start)
            low, high, _ = clauses.subject_span(start)
            visitors = [s for s in acting(self.page, tokens, low, high) if s.person or s.level]
        home = {s.state for s in visitors}
        draft.sides = list(distinct(visitors))
        if goal is None and draft.place is None:
            goal = next(
                (t for t in tokens[: noun.start] if isinstance(t.mention, ActorMention) and t.mention.as_place and t.mention.key not in home
                 and governor(tokens, tokens.index(t)) == "in"), None
            ) if visitors else None
        if goal is not None and isinstance(goal.mention, ActorMention) and goal.mention.key not in home:
            draft.place = self._place(goal)
            draft.end = max(draft.end, goal.end if goal.start > draft.start else draft.end)
            self._host(draft, goal)
        for side in visitors:
            draft.roles.setdefault(side.key, Role.VISITOR)
        draft.date = self.dates.of_stay(line, noun, limit) or self.dates.month(draft.date)
        if draft.back and not draft.people:
            self._visit_before(line, draft)

    def _visit_before(self, line: Line, draft: Draft) -> None:
        """ "The visit" after a meeting abroad: the guest's, in the host's country."""
        if any(d.kind is DialogueKind.VISIT for d in self.drafts):
            return
        for earlier in reversed(self.drafts):
            if earlier.place is None or not earlier.people:
                continue
            guests = [s for s in earlier.sides if s.person and s.state and s.state != earlier.place.state]
            if not guests:
                continue
            draft.sides = [evolve(s, kind=EvidenceKind.IMPLIED) for s in guests[:1]]
            draft.roles[guests[0].key] = Role.VISITOR
            host = next((s for s in earlier.sides if s.state == earlier.place.state), None)
            if host is not None and host.state:
                side = Side(key=host.state, state=host.state, witness=host.witness, kind=EvidenceKind.IMPLIED)
                draft.sides.append(side)
                draft.roles[side.key] = Role.HOST
                draft.place = self._state_place(earlier.line.story, side)
            draft.place = draft.place or evolve(earlier.place, kind=EvidenceKind.IMPLIED)
            draft.date = draft.date or self.dates.month(earlier.date)
            return
        del line

    def _shift(self, line: Line, draft: Draft, noun: Occasion) -> None:
        draft.date = self.dates.shifted(line, noun.start, draft.date, multi=draft.organisation is not None)

    # ---- bodies and gatherings

    def _bodies(self, line: Line) -> Iterator[Draft]:
        for position, token in enumerate(line.tokens):
            mention = token.mention
            if not isinstance(mention, ActorMention) or token.kind != "actor":
                continue
            if (name := body_name(mention)) is not None:
                kind = DialogueKind.CONSULTATIVE_BODY
            elif gathering(mention):
                name, kind = mention.name, DialogueKind.FORUM
            else:
                continue
            draft = Draft(line=line, start=token.start, end=token.end, kind=kind, words=name)
            draft.noun = Occasion(start=position, end=position + 1, head=position, kind=kind, lone=True, named=True)
            draft.sides = [
                evolve(s, position=-1)
                for s in acting(self.page, line.tokens, 0, len(line.tokens))
                if s.state and s.level == NONE and not s.person
            ][:4]
            if len(draft.states) < 2 and kind is DialogueKind.CONSULTATIVE_BODY:
                self._pair(line, draft)
            if kind is DialogueKind.FORUM:
                draft.date = self.dates.of(line, position, position + 1, len(line.tokens))
                draft.place = self._place(place_of(line.tokens, position, len(line.tokens)))
            yield draft

    # ---- what the sentences around tell

    def _date_from_before(self, line: Line, draft: Draft) -> None:
        """A meeting told without a day happened on that of the sentence before, where that has just one."""
        if draft.date is not None or draft.kind in (DialogueKind.CONSULTATIVE_BODY, DialogueKind.FORUM) or draft.back:
            return
        if draft.modality is not Modality.ASSERTED or self.previous is None or line.kind is not BlockKind.PARAGRAPH:
            return
        if draft.noun is not None and not (draft.people and draft.anchored):
            return
        found = self.dates.carried(self.previous, line, draft)
        if found is not None:
            texts = [t.text for t in line.tokens]
            stay = any(w in ("visit", "trip", "tour", "stay") and "during" in texts[:n] for n, w in enumerate(texts))
            draft.date = self.dates.month(found) if stay else found
            if draft.place is None:
                place = self._place(place_of(self.previous.tokens, 0, len(self.previous.tokens)))
                if place is not None:
                    draft.place = evolve(place, kind=EvidenceKind.IMPLIED)

    def _more(self, line: Line, draft: Draft, drafts: Sequence[Draft]) -> None:
        """The place that an earlier dialogue of the same day has; month instead of week."""
        draft.date = self.dates.plain(draft.date, draft.kind)
        if draft.place is None and draft.kind in MEETINGS and draft.people:
            others = [d for d in (*self.drafts, *drafts) if d is not draft and d.place is not None and d.date is not None]
            for other in reversed(others):
                if draft.date is not None and other.date is not None and Calendar.within(draft.date, other.date):
                    if other.organisation is not None or other.people & draft.people:
                        assert other.place is not None
                        draft.place = evolve(other.place, kind=EvidenceKind.IMPLIED)
                        return
        del line

    def _tell(self, line: Line, drafts: Sequence[Draft]) -> None:
        """Topics and outcomes, for the dialogue before them in the sentence or the last one told."""
        tokens = line.tokens
        for position, token in enumerate(tokens):
            if token.kind != "word":
                continue
            at = None
            if token.text in ("discuss", "discussed", "discussing"):
                at = position + 1
            elif token.text in ("on", "about") and position and (tokens[position - 1].text in _TALK or tokens[position - 2].text in _TALK):
                at = position + 1
            elif token.text == "agreed" and position + 1 < len(tokens) and tokens[position + 1].text == "to":
                target = self._target(line, drafts, token.start)
                if target is not None:
                    end = self._clause_end(tokens, position + 2)
                    if end > position + 2:
                        target.outcomes.append((tokens[position + 2].start, tokens[end - 1].end))
                continue
            if at is None:
                continue
            target = self._target(line, drafts, token.start)
            if target is None:
                continue
            for low, high in listed(tokens, at, len(tokens)):
                while low < high and tokens[low].text in DETERMINERS:
                    low += 1
                if low < high and tokens[low].kind != "date" and tokens[low].text not in ("behalf", "sidelines", "margins", "issues", "ways"):
                    span = (tokens[low].start, tokens[high - 1].end)
                    if span not in target.topics and len(target.topics) < 12:
                        target.topics.append(span)

    def _target(self, line: Line, drafts: Sequence[Draft], at: int) -> Draft | None:
        here = [d for d in drafts if d.start <= at and d.kind is not DialogueKind.VISIT]
        if here:
            return here[-1]
        last = next((d for d in reversed(self.drafts) if d.kind is not DialogueKind.VISIT), None)
        if last is not None and self.previous is last.line and line.section is Section.BODY or last is not None and self.previous is last.line:
            return last
        return None

    @staticmethod
    def _clause_end(tokens: Sequence[Token], at: int) -> int:
        for position in range(at, len(tokens)):
            if strong_break(tokens[position]) or tokens[position].text in (".", "while", "but", "according"):
                return position
            if tokens[position].text == "," and position + 1 < len(tokens) and tokens[position + 1].text in ("which", "said", "a", "according"):
                return position
        return len(tokens)


def _groups(tokens: Sequence[Token], subject: Sequence[Side], objects: Sequence[Side]) -> Iterator[list[Side]]:
    """Those met, apart where each has a day of its own or acts for another state than the one before."""
    if not objects:
        yield []
        return
    together = any(t.text in _TOGETHER for t in tokens)
    mine = {s.state for s in subject}
    group: list[Side] = []
    for side in objects:
        if group:
            between = tokens[group[-1].position + 1 : side.position]
            dated = any(isinstance(t.mention, DateMention) for t in between)
            others = {s.state for s in group if s.state not in mine}
            apart = bool(others) and side.state not in mine and side.state is not None and side.state not in others
            if dated or (apart and not together and len(mine) < 2 and (side.person or side.level)):
                yield group
                group = []
        group.append(side)
    yield group


def _pronoun(token: Token) -> bool:
    return isinstance(token.mention, ActorMention) and token.mention.form == "pronoun"


def _before_topic(tokens: Sequence[Token], at: int, limit: int) -> int:
    """Where the words about the topic begin: a place in them is not where people meet ("about the war in Ukraine")."""
    for position in range(at, min(limit, len(tokens))):
        token = tokens[position]
        if token.kind == "word" and (token.text in ("about", "regarding", "concerning") or token.text.startswith("discuss")):
            return position
        if token.text == "on" and position + 1 < len(tokens) and tokens[position + 1].kind != "date":
            behind = [t.text for t in tokens[position + 1 : position + 3]]
            if not any(w in ("sidelines", "margins", "fringes", "occasion", "sideline", "behalf") for w in behind):
                return position
    return limit


def _list_start(tokens: Sequence[Token], low: int) -> int:
    """Where a list of persons begins of which only the last was taken ("A and B, who runs the agency, flew")."""
    while low >= 2 and tokens[low - 1].text in ("and", ",") and tokens[low - 2].kind in ("actor", "mark"):
        at = low - 2 if tokens[low - 2].kind == "actor" else low - 3
        if at < 0 or not isinstance(mention := tokens[at].mention, ActorMention) or mention.kind is not ActorKind.PERSON:
            break
        low = at
    return low


def _people_meet(sides: Sequence[Side]) -> bool:
    """Whether a person or official of a state meets somebody else."""
    keys = {s.key for s in sides}
    return len(keys) > 1 and any((s.person and (s.state or s.level)) or s.level >= OFFICIAL for s in sides)


def _part_of_pair(tokens: Sequence[Token], position: int) -> bool:
    """Whether a name is joined to another by a hyphen ("Korea-EU dialogue")."""
    return (position + 1 < len(tokens) and tokens[position + 1].text in ("-", "–")) or (
        position > 0 and tokens[position - 1].text in ("-", "–")
    )


def _is_capital(token: Token) -> bool:
    mention = token.mention
    return isinstance(mention, ActorMention) and mention.form in ("capital", "place") and mention.kind is ActorKind.STATE


_ = (When, ValueMention)
