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
from kordef.builders.deployments.checks import in_label, is_enabled, is_part_of_name
from kordef.builders.deployments.claims import sole_owner
from kordef.builders.deployments.drafts import Draft
from kordef.builders.deployments.filling import Findings, filled
from kordef.builders.deployments.lists import ARMS, antecedent, carry, gapped, named_place, object_end, place_in
from kordef.builders.deployments.names import SERVICE_NOUNS, capitals
from kordef.builders.deployments.owners import Owners
from kordef.builders.deployments.subjects import spans_of
from kordef.builders.force_places import Spot, place_after
from kordef.builders.forces import Force, Side, forces_in, forces_of, sides_in, words
from kordef.builders.grammar.clauses import Clauses, clauses_of
from kordef.builders.grammar.frames import Match, load, verbs_at
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.once import once
from kordef.builders.page import Page, once_in
from kordef.builders.topics import speaks_of_defence
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import ActorKind, DeploymentKind, Modality

__all__ = ["Acts"]

_MATCHES = 24
"""The verbs that are looked at in one sentence."""

_EVENTS = frozenset("exercise exercises drill drills manoeuvres maneuvers manoeuvre rehearsal passex war-games".split())
_DRILLED = frozenset("trained rehearsed practised practiced manoeuvred maneuvered drilled exercised".split())
_COMPANY = frozenset(["with", "alongside", "beside", "besides", "together", "including"])
_MISSIONS = frozenset(
    (
        "garrison garrisons mission missions operation operations coalition taskforce policing armada peacekeepers "
        "peacekeeping"
    ).split()
)
_BARRED = frozenset([Modality.CONDITIONAL, Modality.DEMANDED, Modality.POSSIBLE])
_BACK = frozenset(
    (
        "they she ship ships frigate frigates destroyer destroyers unit troops soldiers battalion vessels vessel pair crew "
        "remainder rest others crews jets aircraft contingent detachment squadron warship warships submarine flotilla"
    ).split()
)
_OPENS = frozenset(
    ["and", ",", "which", "also", "then", "now", "in", "on", "since", "by", "that", "where", "until", "but"]
)
_ADDS = frozenset([
    "attach", "lend", "loan", "detach", "detail", "add", "assign", "pledge", "promise", "offer", "bring", "supply",
    "furnish",
])  # fmt: skip
_ARRIVES = frozenset(
    "arrived arrive arrives landed land lands came disembarked stayed stay stays remained remain remains followed follow".split()
)
"""What forces do where others were said to be before: the place needs no second word."""

_PEOPLE = frozenset(
    "chief chiefs commander commanders official officials spokesman spokesperson spokeswoman general delegation veteran "
    "veterans headquarters base bases museum band team attaché attache minister".split()
)
"""What makes a person of a service ("the air force chief")."""
_NO_TITLES = frozenset("parliament congress talks summit conference project phase round negotiations".split())
_VAGUE = frozenset("group team teams force forces experts unit units officers crew crews squadron".split())
_CIVIL = frozenset(["division", "corps", "fleet", "battery", "batteries", "regiment"])
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


@once
def _has_mission(line: Line) -> bool:
    """Whether a sentence has a word for a mission or formation, the last word of an operation's name, or a unit."""
    known = words()
    if not _MISSIONS.isdisjoint(line.texts) or not known.codenames.isdisjoint(line.texts):
        return True
    if any(kind == "unit" for word in line.at for _, kind in known.nouns.get(word, ())):
        return True
    actors = (line.tokens[at].mention for at in line.actors)
    return any(isinstance(m, ActorMention) and m.kind is ActorKind.MILITARY_UNIT for m in actors)


def _followed_by(tokens: Sequence[Token], match: Match) -> bool:
    """Whether "following" says that forces come behind others: ", with two frigates following"."""
    before = tokens[match.start - 1] if match.start else None
    return (
        before is None or before.kind == "weapon" or before.kind == "value" or before.text in (",", "ships", "troops")
    )


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
            return not _BACK.isdisjoint(said) or line.tokens[0].text.endswith("ed") or _has_bare_count(line)
        if frame == "event":
            return not _EVENTS.isdisjoint(said)
        if frame == "sent" and not ARMS.isdisjoint(said):
            return True
        return frame in ("sent", "headed") and (self.told is not None or _has_mission(line))

    # ---- one verb

    def _draft(self, position: int, line: Line, clauses: Clauses, match: Match, event: Draft | None) -> Draft | None:
        tokens, settings = line.tokens, match.frame.settings
        if (
            tokens[match.start].text == "following"
            and match.group.start == match.start
            and not _followed_by(tokens, match)
        ):
            # "in the Baltic Sea following Russia's invasion"
            return None
        kind = DeploymentKind(settings["kind"])
        frame, lemma = match.frame.id, lemma_of(match)
        subject, thing = spans_of(clauses, match)
        if (agent := agent_of(match)) is not None:
            subject = agent
        elif match.group.passive or match.reduced:
            # who does it stands behind "by" alone
            subject = (match.start, match.start) if settings["forces"] == "object" else subject
        whole = (min(subject[0], thing[0]), max(subject[1], thing[1]))
        doers = [f for f in self._forces(line, *subject) if not _is_owner_only(tokens, f)]
        if not doers and self._joined(line, match.end, max(thing[1], match.reach)):
            doers = _people(tokens, *subject)
        heads = [f for f in doers if not any(t.text == "for" for t in tokens[max(f.at - 3, 0) : f.at])]
        doers = heads or doers  # "for its new ships the navy has gone to Turkey"
        if not doers and settings["forces"] != "object" and not any(True for _ in sides_in(tokens, *subject)):
            doers = self._explained(line, match)
        end = object_end(match, thing[1], clauses, self.frames)
        things = [f for f in self._forces(line, thing[0], end) if not is_given(tokens, match, f)]
        if settings["forces"] == "object" and not things and not match.group.passive:
            things = antecedent(self.page, line, subject, match)
        if settings["forces"] == "subject" and match.group.passive and agent is None:
            return None
        anaphor = self._comes_back(line, subject) or (
            match.start == 0 and agent is None and tokens[0].text.endswith("ed")
        )
        if not (doers or things or anaphor) and frame in _OF_FORCES:
            return None
        pronoun = subject[1] > subject[0] and tokens[subject[1] - 1].text in ("it", "they")
        if settings["forces"] == "object" and pronoun and subject[1] - subject[0] > 1:
            # "agreed to bring home the aircraft it keeps in Chad": whoever the sentence is about
            actors = list(sides_in(tokens, 0, subject[1]))[:1]
        elif settings.get("owned"):
            actors = states_of(sole(s for f in things for s in self.owners.owners_of(line, f)))
        else:
            owned = things if settings["forces"] != "subject" else ()
            actors = self._actors(position, line, subject, doers, owned, anaphor)
        if not actors:
            return None
        place = place_in(self.page, line, match, clauses) or named_place(self.page.document.text, match)
        if (
            place is not None
            and self.page.document.text[place.start : place.end].split()[-1].casefold() in words().codenames
        ):
            place = None  # "at the disposal of Baltic Sentry"
        if place is None and agent is not None:
            place = place_after(self.page, tokens, 0, len(tokens))
        told = Told(
            line=line,
            match=match,
            lemma=lemma,
            doers=doers,
            things=things,
            anaphor=anaphor,
            place=place,
            joined=self._joined(line, match.end, max(thing[1], match.reach))
            or (self.told is not None and (lemma in _ADDS or self._stays(frame, tokens[match.start].text, doers))),
            actors=actors,
        )
        if frame == "event":
            return self._event(line, match, whole, actors, place)
        if frame == "rehearsed":
            company = self._company(line, match, thing, subject)
            if not rehearses(told, company, known=event is not None or not _EVENTS.isdisjoint(line.texts)):
                return None
            actors.extend(s for s in company if s[0] not in {k for k, _ in actors})
        elif not TESTS[frame](told):
            return None
        forces = things if settings["forces"] == "object" else doers
        if frame == "headed":
            forces = [f for f in (*doers, *things) if not is_service(f)]
        elif frame == "taught":
            forces = pupils_of(told)
        elif frame == "hosted":
            kind = DeploymentKind.PORT_CALL if all(f.kind == "ship" for f in things) else kind
        named_at = _codename(self.page.document.text, tokens, match)
        name = self.page.document.text[slice(*named_at)] if named_at else None
        found = Findings(
            match=match,
            clauses=clauses,
            kind=kind,
            forces=forces,
            actors=actors,
            place=place,
            name=name,
            named_at=named_at,
            whole=whole,
        )
        return filled(self.page, self.owners, found)

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
            vague = force.token.text in _VAGUE and not _flagged(tokens, force)
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

    @staticmethod
    def _stays(frame: str, word: str, doers: Sequence[Force]) -> bool:
        """Whether men or ships come to where others were said to be, or stay there."""
        return frame == "go" and word in _ARRIVES and any(f.kind in ("troops", "unit", "ship") for f in doers)

    def _comes_back(self, line: Line, subject: tuple[int, int]) -> bool:
        """Whether a subject is forces told of before: "she", "they", "in June the ships"."""
        phrase = [t for t in line.tokens[slice(*subject)] if t.kind != "date"]
        while phrase and phrase[0].text in _OPENS:
            phrase = phrase[1:]
        while phrase and phrase[-1].text in _OPENS:
            phrase = phrase[:-1]
        while len(phrase) > 1 and phrase[0].text in ("of", "these", "them", "those", ","):
            phrase = phrase[1:]
        if len(phrase) <= 2 and phrase and isinstance(number := phrase[-1].mention, ValueMention):
            # "another 350 guard the base"
            return (
                number.kind in ("count", "persons")
                and number.noun is None
                and phrase[0].text in ("another", number.exact)
            )
        said = [t.text for t in phrase]
        return (
            0 < len(said) <= 4 and said[-1] in _BACK and (len(said) == 1 or said[0] in ("the", "both", "these", "its"))
        )

    def _joined(self, line: Line, low: int, high: int) -> bool:
        """Whether a mission, a formation or an operation by name stands between two positions."""
        if not _has_mission(line):
            return False
        tokens = line.tokens
        for at in range(low, min(high, low + 16, len(tokens))):
            token = tokens[at]
            mention = token.mention
            if isinstance(mention, ActorMention) and mention.kind is ActorKind.MILITARY_UNIT:
                said = token.text.casefold().split()
                if said[-1] not in SERVICE_NOUNS or "task" in said:
                    return True
            elif token.kind == "word":
                if token.text in _MISSIONS or (token.capital and token.text in words().codenames):
                    return True
                for rest, kind in words().nouns.get(token.text, ()) if token.text not in _CIVIL else ():
                    if kind == "unit" and tuple([t.text for t in tokens[at + 1 : at + 1 + len(rest)]]) == rest:
                        return True
        return False

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


@once
def _has_bare_count(line: Line) -> bool:
    """Whether a number of men or things stands without a noun ("another 350 guard the base")."""
    values = (t.mention for t in line.tokens if t.kind == "value") if "value" in line.kinds else ()
    return any(isinstance(v, ValueMention) and v.kind in ("count", "persons") and v.noun is None for v in values)


def _people(tokens: Sequence[Token], low: int, high: int) -> list[Force]:
    """Men told of by their people alone: "Poles and Maltese serve in the same battalion"."""
    return [
        Force(at, "troops", tokens[at])
        for at in range(max(low, 0), min(high, len(tokens)))
        if isinstance(m := tokens[at].mention, ActorMention) and m.form == "demonym"
    ]


def _is_owner_only(tokens: Sequence[Token], force: Force) -> bool:
    """Whether a service only has what acts: "the order of the Portuguese navy has gone to Turkey"."""
    return is_service(force) and any(
        t.text in ("of", "for", "by", "from") for t in tokens[max(force.at - 3, 0) : force.at]
    )


def _adds_nothing(told: Draft, draft: Draft) -> bool:
    """Whether a sentence has told of the same forces at the same place before."""
    same = {k for k, _ in told.actors} == {k for k, _ in draft.actors}
    return same and draft.place in (None, told.place) and draft.name is None


def _flagged(tokens: Sequence[Token], force: Force) -> bool:
    """Whether an adjective of a state or a number stands right before a noun that names others too."""
    return force.token.kind == "value" or any(
        t.kind in ("actor", "value") for t in tokens[max(force.at - 2, 0) : force.at]
    )


def _covers(clauses: Clauses, draft: Draft, at: int) -> bool:
    """Whether a draft already tells what the verb at a position tells."""
    token = clauses.tokens[at]
    if draft.start <= token.start < draft.end or draft.at == at:
        return True
    verb = clauses.verb_at(at)
    return verb is not None and clauses.verb_at(draft.at) is verb


def _codename(text: str, tokens: Sequence[Token], match: Match) -> tuple[int, int] | None:
    """The name of the operation or exercise behind a verb."""
    low, high = match.end, min(match.reach, match.end + 14, len(tokens))
    for at in range(low, high):
        if tokens[at].text in ("operation", "exercise") and tokens[at].kind == "word":
            run = capitals(text, tokens, at, high)
            if run is not None:
                return tokens[run[0]].start, tokens[run[1] - 1].end
        if tokens[at].capital and tokens[at].text in words().codenames and tokens[at - 1].capital:
            return tokens[at - 1].start, tokens[at].end
    return None
