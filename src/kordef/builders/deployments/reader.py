"""One sentence after another: which of its verbs and nouns tell of a deployment, and what the words say of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

from kordef.builders.deployments.checks import (
    in_label,
    is_enabled,
    is_part_of_name,
    says_only,
    since_when,
    told_with,
)
from kordef.builders.deployments.doubts import is_habit, is_judged, says_of_it
from kordef.builders.deployments.drafts import Draft
from kordef.builders.deployments.echoes import Echoes
from kordef.builders.deployments.lists import (
    bare,
    carry,
    gapped,
)
from kordef.builders.deployments.owners import Owners
from kordef.builders.deployments.subjects import spans_of
from kordef.builders.deployments.trials import Trial
from kordef.builders.forces import forces_of, words
from kordef.builders.grammar.clauses import Clauses, clauses_of
from kordef.builders.grammar.frames import Match, find, load
from kordef.builders.grammar.tokens import Line
from kordef.builders.page import Page
from kordef.builders.topics import Topics
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind, DeploymentKind

__all__ = ["Reader"]

_OBJECTS = frozenset(["pair", "it", "they", "she", "two", "group", "similar"])
"""Words that forces known from before are spoken of by."""

_MATCHES = 16
"""The triggers that are looked at in one sentence; no writer needs more."""


@cache
def _triggers() -> frozenset[str]:
    """The nouns for forces and for what they do."""
    return frozenset((*words().nouns, *load("deployments").noun_forms))


class Reader:
    """Reads the sentences of a page in their order, and remembers whose forces were spoken of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.frames = load("deployments")
        self.triggers = _triggers()
        self.owners = Owners(page)
        self.echoes = Echoes(page)
        self.topics = Topics(page)
        self.clauses = Clauses(())
        self.told: Draft | None = None
        self.section = page.lines[0].section if page.lines else None

    def read(self, position: int, line: Line) -> Iterator[Draft]:
        """The deployments that a sentence tells of, then those that it adds to ones told before."""
        if not line.tokens or self.echoes.goes_on(position, line):
            return
        yield from self._read(position, line)
        yield from self.echoes.read(line)

    def _read(self, position: int, line: Line) -> Iterator[Draft]:
        armed = self._is_armed(line)
        if not armed and not self._named_object(line) and not self._names_operation(line):
            return
        if line.section is not self.section:
            self.section = line.section
            self.owners.last.pop(line.story, None)
        if line.kind in (BlockKind.HEADING, BlockKind.SUBTITLE):
            self.owners.head(position, line)
        held: Draft | None = None
        self.clauses = clauses_of(line)
        for match in islice(find(line, self.frames), _MATCHES):
            if self._tells_nothing(match) or self._says_of_told(held, match):
                continue
            trial = Trial(self.page, match, self.clauses, owners=self.owners, topics=self.topics, told=self.told)
            draft = trial.draft(position)
            if draft is None:
                continue
            self.echoes.date(draft, line)
            self.echoes.drawn(draft, line)
            if self._joins(position, held, match, draft):
                continue
            if held is not None:
                yield held
            held = draft
        if held is not None:
            carry(self.told, held)
            yield held
            yield from gapped(self.page, line, held)
            self.told = held
        elif armed:
            self.owners.note(position, line)
        yield from (
            d
            for d in bare(self.page, line, self.clauses)
            if held is None or (d.at > held.at + 8 and not _nested(held, d))
        )

    def _tells_nothing(self, match: Match) -> bool:
        """Whether a trigger is denied, a piece of a name or label, or tells what is allowed, judged or usual."""
        tokens = match.line.tokens
        if match.group.negated or is_part_of_name(tokens, match) or is_enabled(tokens, match):
            return True
        return in_label(tokens, match) or is_judged(self.clauses, match) or is_habit(self.clauses, match)

    def _says_of_told(self, held: Draft | None, match: Match) -> bool:
        """Whether a trigger only says more of what is told already: its kind, since when it lasts, its name."""
        if self.told is not None and says_of_it(match):
            return True
        if held is None:
            return False
        return since_when(held, match) or (match.frame.id == "recurring" and self._names_held(held, match))

    def _joins(self, position: int, held: Draft | None, match: Match, draft: Draft) -> bool:
        """Whether a draft is part of the one before it in its sentence, which then takes it over."""
        if held is not None and says_only(match.line.tokens, match, spans_of(self.clauses, match)[0], "they", "it"):
            draft.actors = list(held.actors)  # "the jets left for Malbork, where they join the mission"
            if draft.place is None and draft.kind is DeploymentKind.OPERATION:
                held.take(draft)
                return True
        self.owners.remember(position, match.line, draft.actors, draft.partners)
        if held is not None and (told_with(held, draft) or self._purpose_of(held, match, draft)):
            held.take(draft)
            return True
        return False

    def _is_armed(self, line: Line) -> bool:
        """Whether a sentence names a weapon, a unit or another force."""
        if "weapon" in line.kinds or not self.triggers.isdisjoint(line.texts):
            return True
        actors = (line.tokens[at].mention for at in line.actors)
        if any(isinstance(m, ActorMention) and m.kind is ActorKind.MILITARY_UNIT for m in actors):
            return True
        return any(force.token.kind == "value" for force in forces_of(self.page, line))

    def _named_object(self, line: Line) -> bool:
        """Whether forces known from before may be doing something ("The pair left home in May")."""
        return not _OBJECTS.isdisjoint(line.at) and any(t.text in _OBJECTS for t in line.tokens[:9])

    def _names_operation(self, line: Line) -> bool:
        """Whether a word that codenames end in stands with a capital ("Noble Jump")."""
        codenames = words().codenames
        return not codenames.isdisjoint(line.at) and any(t.capital and t.text in codenames for t in line.tokens)

    def _names_held(self, held: Draft, match: Match) -> bool:
        """Whether an exercise's name belongs to what was just told ("had trained with NATO's Locked Shields")."""
        verb = self.clauses.verb_before(match.start)
        if verb is not None and verb.head > held.at:
            return False
        if held.name is None:
            tokens = match.line.tokens
            held.named_at = (tokens[match.start].start, tokens[match.end - 1].end)
            held.name = self.page.document.text[slice(*held.named_at)]
        return True

    def _purpose_of(self, held: Draft, match: Match, draft: Draft) -> bool:
        """Whether an infinitive says what forces were sent for ("deployed the unit to counter piracy")."""
        infinitive = not match.noun and match.start > 0 and match.line.tokens[match.start - 1].text == "to"
        return (
            infinitive
            and held.kind is DeploymentKind.DEPLOYMENT
            and 0 < match.start - held.at < 40
            and held.line is draft.line
        )


def _nested(held: Draft, draft: Draft) -> bool:
    return held.start <= draft.start < held.end or not any(t.text == ";" for t in held.line.tokens[held.at : draft.at])
