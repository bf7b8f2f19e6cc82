"""Forces told of in plain words: a verb of going, sending, guarding or rehearsing, forces with a flag, and where or with whom.

The frames of ``data/deployments.toml`` know how this field words things; those of ``data/deployment_acts.toml`` are asked in
the clauses in which they found nothing. Little syntax is used, and much that must be there: whose the forces are, and a place,
an operation or others that they are with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from kordef.builders.deployments.act_conditions import (
    BASES,
    TESTS,
    Told,
    agent_of,
    is_given,
    is_service,
    lemma_of,
    pupils_of,
    rehearses,
    sole,
    states_of,
)
from kordef.builders.deployments.act_phrases import (
    BACK,
    codename,
    comes_back,
    comes_behind,
    has_bare_count,
    has_mission,
    is_flagged,
    is_owner_only,
    joins_mission,
    people,
    stays,
)
from kordef.builders.deployments.checks import in_label, is_enabled, is_part_of_name
from kordef.builders.deployments.claims import sole_owner
from kordef.builders.deployments.drafts import Draft
from kordef.builders.deployments.filling import Findings, filled
from kordef.builders.deployments.lists import ARMS, antecedent, carry, gapped, named_place, object_end, place_in
from kordef.builders.deployments.owners import Owners
from kordef.builders.deployments.subjects import spans_of
from kordef.builders.force_places import Spot, place_after
from kordef.builders.forces import Force, Side, forces_in, forces_of, sides_in, words
from kordef.builders.grammar.clauses import Clauses, clauses_of
from kordef.builders.grammar.frames import Match, load, verbs_at
from kordef.builders.grammar.tokens import Line
from kordef.builders.page import Page, once_in
from kordef.builders.topics import speaks_of_defence
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention
from kordef.vocabulary import DeploymentKind, Modality

__all__ = ["Acts"]

_MATCHES = 24
"""The verbs that are looked at in one sentence."""

_EVENTS = frozenset("exercise exercises drill drills manoeuvres maneuvers manoeuvre rehearsal passex war-games".split())
_DRILLED = frozenset("trained rehearsed practised practiced manoeuvred maneuvered drilled exercised".split())
_COMPANY = frozenset(["with", "alongside", "beside", "besides", "together", "including"])
_BARRED = frozenset([Modality.CONDITIONAL, Modality.DEMANDED, Modality.POSSIBLE])
_ADDS = frozenset([
    "attach", "lend", "loan", "detach", "detail", "add", "assign", "pledge", "promise", "offer", "bring", "supply",
    "furnish",
])  # fmt: skip
_PEOPLE = frozenset(
    "chief chiefs commander commanders official officials spokesman spokesperson spokeswoman general delegation veteran "
    "veterans headquarters base bases museum band team attaché attache minister".split()
)
"""What makes a person of a service ("the air force chief")."""
_NO_TITLES = frozenset("parliament congress talks summit conference project phase round negotiations".split())
_VAGUE = frozenset("group team teams force forces experts unit units officers crew crews squadron".split())
_CONTINGENTS = frozenset(["contingent", "contingents", "peacekeepers", "battlegroup"])
_STAYS_ON = frozenset(["remain", "stay"])
_OF_FORCES = frozenset(["go", "call", "duty", "rehearsed", "taught", "hosted"])
"""The frames that tell of nothing where no forces are found."""


@cache
def _frames_of(word: str) -> tuple[str, ...]:
    """The frames of which a word is a trigger."""
    triggers = load("deployment_acts").verb_forms.get(word, ())
    return tuple(dict.fromkeys(trigger.frame.id for trigger in triggers))


@once_in
def _has_forces(page: Page, line: Line) -> bool:
    """Whether a sentence has forces, or a people that may stand for some ("Poles and Maltese serve")."""
    if forces_of(page, line):
        return True
    return any(isinstance(m := line.tokens[at].mention, ActorMention) and m.form == "demonym" for at in line.actors)


class Acts:
    """Reads what the frames of deployments left unread in the sentences of a page."""

    def __init__(self, page: Page, owners: Owners) -> None:
        self.page = page
        self.owners = owners
        self.frames = load("deployment_acts")
        self.told: Draft | None = None

    def read(self, position: int, line: Line, found: Sequence[Draft], *, event: Draft | None) -> Iterator[Draft]:
        """The deployments of a sentence beside those found in it; ``event`` is the exercise that its paragraph told of."""
        if self.told is not None and self.told.line.block != line.block:
            self.told = None
        every = list(found)
        for draft in self._read(position, line, every, event):
            every.append(draft)
            yield draft

    def note(self, found: Sequence[Draft]) -> None:
        """Remember what a sentence told: of several deployments the operation whose beginning is known."""
        if found:
            begun = (d for d in found if d.kind is DeploymentKind.OPERATION and d.period is not None)
            self.told = next(begun, found[0])

    def _read(self, position: int, line: Line, every: Sequence[Draft], event: Draft | None) -> Iterator[Draft]:
        if line.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION):
            return
        if self.frames.words.isdisjoint(line.words):
            return
        tokens = line.tokens
        clauses = clauses_of(line)
        for at in islice(line.places_of(self.frames.words), _MATCHES):
            open_to = [frame for frame in _frames_of(tokens[at].text) if self._may_tell(line, frame)]
            if not open_to or any(_covers(clauses, d, at) for d in every):
                continue
            for match in verbs_at(line, clauses, self.frames, at):
                if match.frame.id not in open_to:
                    continue
                if match.group.negated or in_label(tokens, match) or is_part_of_name(tokens, match):
                    continue
                if match.group.modality in _BARRED or (is_enabled(tokens, match) and lemma_of(match) not in _STAYS_ON):
                    continue
                draft = self._draft(position, line, clauses, match, event)
                if draft is None or draft.modality in _BARRED or any(_adds_nothing(d, draft) for d in every):
                    continue
                carry(self.told, draft)
                self.owners.remember(position, line, draft.actors, draft.partners)
                yield draft
                yield from gapped(self.page, line, draft)
                break

    def _may_tell(self, line: Line, frame: str) -> bool:
        """Whether a sentence has at least what a frame needs: forces, a word that comes back to some, a mission or a base."""
        said = line.texts
        if frame == "based":
            return not BASES.isdisjoint(said)
        if _has_forces(self.page, line):
            return True
        if frame in ("go", "call", "duty", "rehearsed"):
            return not BACK.isdisjoint(said) or line.tokens[0].text.endswith("ed") or has_bare_count(line)
        if frame == "event":
            return not _EVENTS.isdisjoint(said)
        if frame == "sent" and not ARMS.isdisjoint(said):
            return True
        return frame in ("sent", "headed") and (self.told is not None or has_mission(line))

    # ---- one verb

    def _draft(self, position: int, line: Line, clauses: Clauses, match: Match, event: Draft | None) -> Draft | None:
        """What a verb tells: who does it with which forces, whose they are and where, where what its frame asks is there."""
        tokens, settings = line.tokens, match.frame.settings
        if (
            tokens[match.start].text == "following"
            and match.group.start == match.start
            and not comes_behind(tokens, match)
        ):
            # "in the Baltic Sea following Russia's invasion"
            return None
        frame, lemma, agent = match.frame.id, lemma_of(match), agent_of(match)
        subject, thing = spans_of(clauses, match)
        if agent is not None:
            subject = agent
        elif match.group.passive or match.reduced:
            # who does it stands behind "by" alone
            subject = (match.start, match.start) if settings["forces"] == "object" else subject
        joined = joins_mission(line, match.end, max(thing[1], match.reach))
        doers = self._doers(line, match, subject, joined=joined)
        things = self._things(line, clauses, match, subject, thing)
        if settings["forces"] == "subject" and match.group.passive and agent is None:
            return None
        anaphor = comes_back(line, subject) or (match.start == 0 and agent is None and tokens[0].text.endswith("ed"))
        if not (doers or things or anaphor) and frame in _OF_FORCES:
            return None
        actors = self._whose(position, line, match, subject, doers, things, anaphor)
        if not actors:
            return None
        place = self._place(line, clauses, match)
        told = Told(
            line=line,
            match=match,
            lemma=lemma,
            doers=doers,
            things=things,
            anaphor=anaphor,
            place=place,
            joined=joined
            or (self.told is not None and (lemma in _ADDS or stays(frame, tokens[match.start].text, doers))),
            actors=actors,
        )
        whole = (min(subject[0], thing[0]), max(subject[1], thing[1]))
        if frame == "event":
            return self._event(line, match, whole, actors, place)
        if frame == "rehearsed":
            company = self._company(line, match, thing, subject)
            if not rehearses(told, company, known=event is not None or not _EVENTS.isdisjoint(line.texts)):
                return None
            actors.extend(s for s in company if s[0] not in {k for k, _ in actors})
        elif not TESTS[frame](told):
            return None
        named_at = codename(self.page.document.text, tokens, match)
        found = Findings(
            match=match,
            clauses=clauses,
            kind=_kind(told),
            forces=_acting(told),
            actors=actors,
            place=place,
            name=self.page.document.text[slice(*named_at)] if named_at else None,
            named_at=named_at,
            whole=whole,
        )
        return filled(self.page, self.owners, found)

    def _doers(self, line: Line, match: Match, subject: tuple[int, int], *, joined: bool) -> list[Force]:
        """The forces that act, or the men told of by their people alone where a mission is named."""
        tokens = line.tokens
        doers = [f for f in self._forces(line, *subject) if not is_owner_only(tokens, f)]
        if not doers and joined:
            doers = people(tokens, *subject)
        heads = [f for f in doers if not any(t.text == "for" for t in tokens[max(f.at - 3, 0) : f.at])]
        doers = heads or doers  # "for its new ships the navy has gone to Turkey"
        forces = match.frame.settings["forces"]
        if not doers and forces != "object" and not any(True for _ in sides_in(tokens, *subject)):
            return self._explained(line, match)
        return doers

    def _things(
        self, line: Line, clauses: Clauses, match: Match, subject: tuple[int, int], thing: tuple[int, int]
    ) -> list[Force]:
        """The forces that are sent, hosted or called back; with a relative pronoun those before it."""
        end = object_end(match, thing[1], clauses, self.frames)
        things = [f for f in self._forces(line, thing[0], end) if not is_given(line.tokens, match, f)]
        if match.frame.settings["forces"] == "object" and not things and not match.group.passive:
            return antecedent(self.page, line, subject, match)
        return things

    def _whose(
        self,
        position: int,
        line: Line,
        match: Match,
        subject: tuple[int, int],
        doers: Sequence[Force],
        things: Sequence[Force],
        anaphor: bool,
    ) -> list[Side]:
        """The states whose forces they are."""
        settings = match.frame.settings
        pronoun = subject[1] > subject[0] and line.tokens[subject[1] - 1].text in ("it", "they")
        if settings["forces"] == "object" and pronoun and subject[1] - subject[0] > 1:
            # "agreed to bring home the aircraft it keeps in Chad": whoever the sentence is about
            return list(sides_in(line.tokens, 0, subject[1]))[:1]
        if settings.get("owned"):
            return states_of(sole(s for f in things for s in self.owners.owners_of(line, f)))
        owned = things if settings["forces"] != "subject" else ()
        return self._actors(position, line, subject, doers, owned, anaphor)

    def _place(self, line: Line, clauses: Clauses, match: Match) -> Spot | None:
        """Where it happens; behind "by" with the forces the place may stand anywhere in the sentence."""
        text = self.page.document.text
        place = place_in(self.page, line, match, clauses) or named_place(text, match)
        if place is not None and text[place.start : place.end].split()[-1].casefold() in words().codenames:
            place = None  # "at the disposal of Baltic Sentry"
        if place is None and agent_of(match) is not None:
            return place_after(self.page, line.tokens, 0, len(line.tokens))
        return place

    def _explained(self, line: Line, match: Match) -> list[Force]:
        """The forces at the head of a sentence that words between commas explain: "Officers, the first of many, landed"."""
        tokens, at = line.tokens, match.group.start
        comma = next((k for k in range(1, min(at - 1, 12)) if tokens[k].text == ","), None)
        if comma is None or tokens[at - 1].text != ",":
            return []
        return self._forces(line, 0, comma) or self._forces(line, comma, min(comma + 5, at))

    def _event(
        self,
        line: Line,
        match: Match,
        whole: tuple[int, int],
        actors: list[Side],
        place: Spot | None,
    ) -> Draft | None:
        """An exercise told by its name alone: "wrapped up Medusa 14; French and Emirati ships took part"."""
        tokens, text = line.tokens, self.page.document.text
        low = match.end + (tokens[match.end].text == "the" if match.end < len(tokens) else 0)
        end = low
        while end < min(low + 4, len(tokens)) and tokens[end].kind == "word" and text[tokens[end].start].isupper():
            end += 1
        if end == low or tokens[low].text in _NO_TITLES or not tokens[low].capital:
            return None
        numbered = end < len(tokens) and tokens[end].text.strip("’'").isdigit() and len(tokens[end].text) in (2, 4)
        armed = any(
            f.kind in ("troops", "unit", "ship", "aircraft") and not is_service(f) for f in forces_of(self.page, line)
        )
        drilled = not _EVENTS.isdisjoint(line.texts) or (armed and not _DRILLED.isdisjoint(line.texts))
        if not ((numbered and armed) or drilled) or not speaks_of_defence(self.page, line):
            return None
        last = end if numbered else end - 1
        named_at = (tokens[low].start, tokens[last].end)
        name = text[slice(*named_at)]
        found = Findings(
            match=match,
            clauses=clauses_of(line),
            kind=DeploymentKind.EXERCISE,
            forces=(),
            actors=actors,
            place=place,
            name=name,
            named_at=named_at,
            whole=whole,
        )
        return filled(self.page, self.owners, found)

    def _forces(self, line: Line, low: int, high: int) -> list[Force]:
        """The forces between two positions; nouns that name others too only where defence is spoken of."""
        tokens = line.tokens
        found: list[Force] = []
        for force in forces_in(self.page, line, low, high):
            behind = tokens[force.at + 1].text if force.at + 1 < len(tokens) else ""
            if is_service(force) and behind in _PEOPLE:
                continue  # "the air force chief flew to Sacheon"
            vague = force.token.text in _VAGUE and not is_flagged(tokens, force)
            abroad = force.token.kind == "value" and not _CONTINGENTS.isdisjoint(line.texts)
            if force.kind == "weak" and (vague or not (abroad or speaks_of_defence(self.page, line))):
                continue
            found.append(force)
        return found

    def _actors(
        self,
        position: int,
        line: Line,
        subject: tuple[int, int],
        doers: Sequence[Force],
        things: Sequence[Force],
        anaphor: bool,
    ) -> list[Side]:
        """Whose the forces are: the doers' flag, the state that acts, the things' flag, or those told of before."""
        tokens = line.tokens
        if anaphor:
            back = self.owners.recalled(position, line)
            return [back] if back is not None else []
        flags = sole(s for f in doers for s in self.owners.owners_of(line, f))
        armed = [f for f in doers if not is_service(f)]
        named = sole(sides_in(tokens, *subject))
        states = states_of(flags if armed and flags else [*flags, *named])
        if states:
            return states
        if armed:
            held = self.owners.last.get(line.story)
            if held is not None and held[0] == position:
                return [held[1]]  # "has a base at Tartus, where five warships lay"
            if any(t.kind == "weapon" for t in tokens[slice(*subject)]):
                if held is not None and position - held[0] <= 1:
                    return [held[1]]
                return sole_owner(tokens)
        if flags or named:
            return flags or named
        owned = states_of(sole(s for f in things for s in self.owners.owners_of(line, f)))
        if not owned and things and not doers and subject[0] >= subject[1]:
            back = self.owners.recalled(position, line)
            owned = [back] if back is not None else []
        return owned

    def _company(self, line: Line, match: Match, thing: tuple[int, int], subject: tuple[int, int]) -> list[Side]:
        """Those with whom forces rehearse or sail: behind "with", "alongside" or "beside", or two flags in the subject."""
        tokens = line.tokens
        high = min(thing[1] + 2, len(tokens))
        low = next((at for at in range(match.start + 1, high) if tokens[at].text in _COMPANY), None)
        found: list[Side] = []
        if low is not None:
            high = next(
                (k for k in range(low + 1, len(tokens)) if tokens[k].text in (";", "while", "but")), len(tokens)
            )
            near = self._forces(line, low, min(high, low + 14))
            found = [s for f in near for s in self.owners.owners_of(line, f)] or list(
                sides_in(tokens, low, min(high, low + 8))
            )
        flags = {s[0]: s for f in self._forces(line, *subject) for s in self.owners.owners_of(line, f)}
        if len(flags) > 1:
            found.extend(flags.values())
        return states_of(sole(found))


def _kind(told: Told) -> DeploymentKind:
    """The kind of a deployment; where ships alone are received it is a call at a port."""
    if told.match.frame.id == "hosted" and all(f.kind == "ship" for f in told.things):
        return DeploymentKind.PORT_CALL
    return DeploymentKind(told.match.frame.settings["kind"])


def _acting(told: Told) -> Sequence[Force]:
    """The forces of which it is told: those that do it, or those to which it is done."""
    match told.match.frame.id:
        case "headed":
            return [f for f in (*told.doers, *told.things) if not is_service(f)]
        case "taught":
            return pupils_of(told)
        case _:
            return told.things if told.match.frame.settings["forces"] == "object" else told.doers


def _adds_nothing(told: Draft, draft: Draft) -> bool:
    """Whether a sentence has told of the same forces at the same place before."""
    same = {k for k, _ in told.actors} == {k for k, _ in draft.actors}
    return same and draft.place in (None, told.place) and draft.name is None


def _covers(clauses: Clauses, draft: Draft, at: int) -> bool:
    """Whether a draft already tells what the verb at a position tells."""
    token = clauses.tokens[at]
    if draft.start <= token.start < draft.end or draft.at == at:
        return True
    verb = clauses.verb_at(at)
    return verb is not None and clauses.verb_at(draft.at) is verb
