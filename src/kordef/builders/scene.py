"""What the sentences of a story have brought on: who is spoken of, and what a draft of a dialogue is made with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.builders.clauses import Clauses
from kordef.builders.meeting_dates import Calendar
from kordef.builders.meetings import Draft, Place
from kordef.builders.occasions import Occasion, is_seat
from kordef.builders.page import Page
from kordef.builders.parties import Side, acting, distinct, focus, names_pair
from kordef.builders.surroundings import place_of, word_set
from kordef.builders.tokens import Line, Token
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind, DialogueKind, EvidenceKind, Modality, Role

__all__ = ["Scene", "implied", "is_pronoun", "main_verb"]

REMEMBERED = 60
"""How many dialogues of a story a sentence may come back to."""
_PRONOUNS = ("he", "she")
_GERUND = ("after", "before", "by", "while", "since", "without", "for", "when")
_LEADERS = word_set("leaders presidents ministers men chiefs")
_BESIDES_TOPIC = word_set("sidelines margins fringes occasion sideline behalf")


def implied(side: Side) -> Side:
    """A side that the context tells."""
    return evolve(side, kind=EvidenceKind.IMPLIED, position=-1)


def is_pronoun(token: Token) -> bool:
    """Whether a token is a "he" that stands for somebody."""
    return isinstance(token.mention, ActorMention) and token.mention.form == "pronoun"


class Scene:
    """The state of reading a page: persons in view, dialogues told so far, the sentence before."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.document.text
        self.focus = focus(page)
        self.dates = Calendar(page)
        self.people: list[Side] = []
        self.paragraph: list[Side] = []
        self.drafts: list[Draft] = []
        self.previous: Line | None = None
        self._story = self._block = -1

    def begin(self, line: Line) -> None:
        """Forget what belongs to another story or paragraph."""
        if line.story != self._story:
            self._story, self.people, self.drafts, self.previous = line.story, [], [], None
        if line.block != self._block:
            self._block, self.paragraph = line.block, []

    def end(self, line: Line, drafts: Sequence[Draft]) -> None:
        """Remember what a sentence told."""
        self.drafts = [*self.drafts, *drafts][-REMEMBERED:]
        people = [s for s in acting(self.page, line.tokens, 0, len(line.tokens)) if s.person]
        if people:
            self.people = people
            known = {s.key for s in self.paragraph}
            self.paragraph.extend(s for s in people if s.key not in known)
        if line.kind is BlockKind.PARAGRAPH:
            self.previous = line

    def known(self) -> Iterator[Side]:
        """The persons in view, those of the paragraph first."""
        return (s for s in (*self.paragraph, *self.people) if s.state)

    # ---- who does it

    def doers(self, line: Line, clauses: Clauses, start: int) -> list[Side]:
        """Who does what the verb group at a position says; pronouns are those whom the sentences before spoke of."""
        tokens = line.tokens
        if (
            start > 1
            and tokens[start - 1].text in ("last", "only", "first")
            and tokens[start - 2].text in ("had", "has", "have")
        ):
            start -= 2
        if start > 0 and tokens[start - 1].text == "to" and (main := clauses.verb_before(start)) is not None:
            start = main.start
        elif start > 0 and tokens[start].text.endswith("ing") and tokens[start - 1].text in _GERUND:
            start = main_verb(clauses, start)
        low, high, _ = clauses.subject_span(start)
        low = _list_start(tokens, low)
        sides = [self._meant(tokens, s) for s in acting(self.page, tokens, low, high)]
        words = {t.text for t in tokens[low:high] if t.kind == "word"}
        if not sides and (words & {"they", "both", "two"}):
            known = self.paragraph if len(self.paragraph) > len(self.people) and len(self.people) < 2 else self.people
            return (
                [implied(s) for s in known[-2:]]
                if "two" in words or "both" in words
                else [implied(s) for s in known[:3]]
            )
        if words.intersection(_PRONOUNS):
            taken = {s.key for s in sides}
            here = [
                s
                for s in acting(self.page, tokens, 0, low)
                if s.person and s.state and not is_pronoun(tokens[s.position])
            ]
            first = next((p for p in (*here, *self.known()) if p.key not in taken), None)
            if first is not None and not (sides and sides[0].person and tokens[low].text not in _PRONOUNS):
                sides.insert(0, implied(first))
        two = bool(words & _LEADERS) or any(t.kind == "value" for t in tokens[low:high])
        if len(self.people) > 1 and two and not any(s.person for s in sides) and names_pair(self.page, line):
            return [implied(s) for s in self.people[:2]]
        return sides

    def _meant(self, tokens: Sequence[Token], side: Side) -> Side:
        """A "he" behind a name in the same sentence is the one it names first: "Cho visited Poland, where he met ..."."""
        if not side.person or not is_pronoun(tokens[side.position]):
            return side
        for earlier in acting(self.page, tokens, 0, side.position):
            if earlier.person and not is_pronoun(tokens[earlier.position]):
                return evolve(earlier, kind=EvidenceKind.IMPLIED)
        return side

    def pair(self, line: Line, draft: Draft) -> None:
        """Add the two that the story is about, where a body or meeting names nobody."""
        for side in self.focus.get(line.story, [])[:2]:
            if len(draft.states) >= 2:
                break
            if side.key not in draft.states:
                draft.sides.append(side)

    # ---- making drafts

    def draft(
        self,
        line: Line,
        start: int,
        end: int,
        kind: DialogueKind | None,
        sides: Sequence[Side],
        limit: int,
        modality: Modality = Modality.ASSERTED,
        *,
        noun: Occasion | None = None,
    ) -> Draft:
        """A draft for the trigger at ``start`` with what it governs up to ``end``; date and place stand before ``limit``."""
        tokens = line.tokens
        begin = min((s.position for s in sides if 0 <= s.position < start), default=start)
        place = place_of(tokens, start, before_topic(tokens, end, limit))
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
            place=self.place(place),
            date=self.dates.of(line, start, end, limit),
        )

    def place(self, token: Token | None) -> Place | None:
        """The place that a token names; for a seat of government ("10 Downing Street") the town of the dateline."""
        if token is None or not isinstance(token.mention, ActorMention):
            return None
        if is_seat(token.text):
            return self.dateline(token.mention.story, token.mention.key)
        return Place(text=self.text[token.start : token.end], witness=token, state=token.mention.key)

    def dateline(self, story: int, state: str) -> Place | None:
        """The town a story is dated from, where it lies in a state."""
        span = self.page.document.stories[story].dateline_place
        if span is None:
            return None
        for actor in self.page.mentions.actors:
            if actor.start >= span.end:
                break
            if actor.start >= span.start and actor.key == state:
                words = self.page.document.quote(span)
                name = words.title() if words.isupper() else words
                return Place(text=name, witness=(span.start, span.end), state=state, kind=EvidenceKind.IMPLIED)
        return None

    def country(self, story: int, host: Side) -> Place | None:
        """The state that is visited, by its name in the catalogue."""
        actor = self.page.actors.get(self.page.actor_ids.get((story, host.key), ""))
        if actor is None or actor.kind is not ActorKind.STATE:
            return None
        return Place(text=actor.name, witness=host.witness, state=host.key, kind=EvidenceKind.IMPLIED)

    def visit_to(self, draft: Draft, goal: Token) -> None:
        """Give a visit its place, the visitors' roles, and the state that they visit as the host."""
        draft.place = self.place(goal)
        for side in draft.sides:
            draft.roles.setdefault(side.key, Role.VISITOR)
        mention = goal.mention
        if not isinstance(mention, ActorMention) or mention.kind is not ActorKind.STATE or mention.key in draft.states:
            return
        if (mention.story, mention.key) in self.page.actor_ids:
            host = Side(key=mention.key, state=mention.key, witness=goal, kind=EvidenceKind.IMPLIED)
            draft.sides.append(host)
            draft.roles[host.key] = Role.HOST


def main_verb(clauses: Clauses, at: int) -> int:
    """Where the verb begins that a phrase at a position belongs to: the last one before it, else the first behind."""
    before = clauses.verb_before(at) or next(
        (v for v in reversed(clauses.verbs) if v.kind == "reduced" and v.head < at), None
    )
    verb = before or next((v for v in clauses.verbs if v.kind == "finite" and v.start > at), None)
    return verb.start if verb is not None else at


def before_topic(tokens: Sequence[Token], at: int, limit: int) -> int:
    """Where the words about the topic begin: a place in them is not where people meet ("about the war in Ukraine")."""
    for position in range(at, min(limit, len(tokens))):
        token = tokens[position]
        if token.kind == "word" and (
            token.text in ("about", "regarding", "concerning") or token.text.startswith("discuss")
        ):
            return position
        behind = tokens[position + 1 : position + 3] if token.text == "on" else ()
        if behind and behind[0].kind != "date" and not any(t.text in _BESIDES_TOPIC for t in behind):
            return position
    return limit


def _list_start(tokens: Sequence[Token], low: int) -> int:
    """Where a list of persons begins of which only the last was taken ("A and B, who runs the agency, flew")."""
    while low >= 2 and tokens[low - 1].text in ("and", ",") and tokens[low - 2].kind in ("actor", "mark"):
        at = low - 2 if tokens[low - 2].kind == "actor" else low - 3
        if (
            at < 0
            or not isinstance(mention := tokens[at].mention, ActorMention)
            or mention.kind is not ActorKind.PERSON
        ):
            break
        low = at
    return low
