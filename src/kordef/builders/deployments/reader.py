"""One sentence after another: which of its verbs and nouns tell of a deployment, and what the words say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from kordef.builders.deployments.checks import (
    OBSERVING,
    by_service,
    directly,
    fits_weak,
    goes_to_place,
    has_errand,
    in_label,
    in_port,
    includes,
    is_anaphor,
    is_auxiliary,
    is_elliptic,
    is_enabled,
    is_mission,
    is_of_state,
    is_own,
    is_part_of_name,
    is_thing,
    is_title,
    names_a_thing,
    says_only,
    serves,
    since_when,
    told_with,
    told_with_forces,
    trains_somebody,
)
from kordef.builders.deployments.claims import flags_before, how_many
from kordef.builders.deployments.doers import Act, doers
from kordef.builders.deployments.doubts import is_for_others, is_guess, is_habit, is_judged, relieves, says_of_it
from kordef.builders.deployments.drafts import Draft, is_home, name_near, titled_policing
from kordef.builders.deployments.echoes import RUNS, Echoes
from kordef.builders.deployments.filling import filled
from kordef.builders.deployments.lists import (
    antecedent,
    bare,
    brought,
    carry,
    gapped,
    object_end,
    own_unit,
    place_in,
    unlisted,
)
from kordef.builders.deployments.names import called, capitals, operation_of
from kordef.builders.deployments.needs import fulfilled, titled_mission
from kordef.builders.deployments.owners import Owners
from kordef.builders.deployments.subjects import spans_of
from kordef.builders.force_places import Spot, place_after
from kordef.builders.forces import Force, Side, forces_in, forces_of, words
from kordef.builders.grammar.clauses import Clauses, clauses_of
from kordef.builders.grammar.frames import Match, find, load
from kordef.builders.grammar.tokens import Line
from kordef.builders.page import Page
from kordef.builders.topics import speaks_of_defence
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind, DeploymentKind

__all__ = ["Reader"]

_DEALS = frozenset(["sale", "sales", "contract", "package", "purchase", "deal", "includes", "order", "offset"])
"""Words of arms deals: training that comes with one is a term of the deal."""

_OBJECTS = frozenset(["pair", "it", "they", "she", "two", "group", "similar"])
"""Words that forces known from before are spoken of by."""

_MATCHES = 16
"""The triggers that are looked at in one sentence; no writer needs more."""

_HOLD = frozenset(
    ["conducted", "held", "staged", "conduct", "hold", "stage", "completed", "complete", "planned", "plan"]
)
"""What states do with "three exercises", a noun that is one token with its number."""


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
        self.about: dict[int, bool] = {w.block: True for w in page.mentions.weapons if w.form == "name"}
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
        tokens = line.tokens
        if not (armed := self._is_armed(line)) and not self._named_object(line):
            codenames = words().codenames
            if codenames.isdisjoint(line.at) or not any(t.capital and t.text in codenames for t in tokens):
                return
        if line.section is not self.section:
            self.section = line.section
            self.owners.last.pop(line.story, None)
        if line.kind in (BlockKind.HEADING, BlockKind.SUBTITLE):
            self.owners.head(position, line)
        held: Draft | None = None
        self.clauses = clauses_of(line)
        for match in islice(find(line, self.frames), _MATCHES):
            if match.group.negated or is_part_of_name(tokens, match) or is_enabled(tokens, match):
                continue
            if in_label(tokens, match) or is_judged(self.clauses, match) or is_habit(self.clauses, match):
                continue
            if self.told is not None and says_of_it(match):
                continue
            if held is not None and since_when(held, match):
                continue
            if held is not None and match.frame.id == "recurring" and self._names_held(held, match):
                continue
            draft = self._draft(position, line, match)
            if draft is None:
                continue
            self.echoes.date(draft, line)
            if held is not None and says_only(tokens, match, spans_of(self.clauses, match)[0], "they", "it"):
                draft.actors = list(held.actors)  # "the jets left for Malbork, where they join the mission"
                if draft.place is None and draft.kind is DeploymentKind.OPERATION:
                    held.take(draft)
                    continue
            self.owners.remember(position, line, draft.actors, draft.partners)
            if held is not None and (told_with(held, draft) or self._purpose_of(held, match, draft)):
                held.take(draft)
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

    def _draft(self, position: int, line: Line, match: Match) -> Draft | None:
        tokens, settings = line.tokens, match.frame.settings
        kind = DeploymentKind(settings["kind"])
        if settings.get("needs") in ("errand", "harbour") and is_auxiliary(self.clauses, match):
            return None
        subject, thing = spans_of(self.clauses, match)
        whole = (min(subject[0], thing[0]), max(subject[1], thing[1]))
        spans = {"subject": (subject,), "object": (thing,), "any": (subject, thing)}[settings["forces"]]
        if match.noun:
            spans = (whole,)
        if settings["forces"] == "object" and not match.noun and not match.group.passive:
            spans = ((thing[0], object_end(match, thing[1], self.clauses, self.frames)),)
        forces = [
            f
            for low, high in spans
            for f in forces_in(self.page, line, low, high)
            if not (match.start <= f.at < match.end and (f.token.kind == "word" or match.noun))
        ]
        if not forces and settings["forces"] == "object" and not match.noun and not match.group.passive:
            forces = antecedent(self.page, line, subject, match)
        if not forces and match.frame.id in ("relieve", "operate-from") and not match.noun:
            forces = brought(self.page, tokens, match)
        accept = settings.get("accept")
        if accept and (
            by_service(tokens, subject) or any(f.kind == "service" for f in forces_in(self.page, line, *subject))
        ):
            accept = [*accept, "aircraft"]
        kept = tokens[match.start].text.startswith(("withdr", "maintain", "pull", "keep", "kept"))
        if accept and match.frame.id == "send" and (kept or has_errand(tokens, match) or goes_to_place(tokens, match)):
            accept = [*accept, "aircraft"]
        if accept and tokens[match.start].text == "based" and match.group.passive:
            accept = [*accept, "aircraft", "service"]  # "the Italian Air Force is based at Šiauliai"
        if accept:
            forces = [f for f in forces if f.kind in accept or (f.kind == "weak" and fits_weak(f, tokens, accept))]
        forces = [
            f
            for f in forces
            if (f.kind != "weak" or is_of_state(tokens, f.at) or self._is_about_defence(line))
            and (f.at == 0 or tokens[f.at - 1].text != "no")
        ]
        name, named_at = name_near(self.page, tokens, match, kind)
        if name is None and kind is DeploymentKind.DEPLOYMENT:
            name, named_at = called(self.page.document.text, tokens, match)
        patrols = kind is DeploymentKind.PATROL and match.noun and self._is_patrol(line, match)
        states = bool(settings.get("state")) or (match.noun and kind is DeploymentKind.EXERCISE) or patrols
        if match.noun and match.frame.id == "patrol" and tokens[match.end - 1].text == "policing":
            if is_for_others(self.page, self.owners, line, match):
                return None
            name, named_at = titled_policing(self.page.document.text, tokens, match)
        if tokens[match.start].text == "training" and (names_a_thing(tokens, match) or is_thing(tokens, match)):
            return None
        if (
            tokens[match.start].text == "training"
            and kind is DeploymentKind.TRAINING
            and any(t.text in _DEALS for t in tokens)
        ):
            return None
        anaphor = settings["forces"] != "object" and not settings.get("owned") and is_anaphor(self.page, line, subject)
        if settings["forces"] == "object" and not forces:
            return None
        if (
            kind is DeploymentKind.EXERCISE
            and settings.get("needs") != "known"
            and not self._is_exercise(line, match, forces, name, anaphor)
        ):
            return None
        if settings.get("needs") == "mission" and not is_mission(tokens, match):
            return None
        if settings.get("needs") == "codename":
            run = capitals(self.page.document.text, tokens, match.end, min(match.reach, match.end + 8))
            if run is None or tokens[run[1] - 1].text not in words().codenames:
                return None
            if run[1] - run[0] < 2 and not any(t.text == "operation" for t in tokens[match.end : run[0]]):
                return None
            named_at = (tokens[run[0]].start, tokens[run[1] - 1].end)
            name = self.page.document.text[slice(*named_at)]
        if settings.get("needs") == "operation":
            operation = operation_of(self.page, line, match, forces, defence=self._is_about_defence(line))
            if operation is None and serves(match) and any(f.kind in ("troops", "unit", "ship") for f in forces):
                where = place_in(self.page, line, match, self.clauses)
                operation = (
                    (DeploymentKind.DEPLOYMENT, None, None) if where and directly(tokens, match, where) else None
                )
            if operation is None and self._also(line, match) and any(f.kind != "arms" for f in forces):
                operation = (self.told.kind, self.told.name, None) if self.told is not None else None
            if operation is None:
                return None
            kind, name, named_at = operation
        if settings.get("needs") == "known":
            if not is_title(line, match):
                return None
            named_at = (tokens[match.start].start, tokens[match.end - 1].end)
            name = self.page.document.text[slice(*named_at)]
        if settings.get("needs") == "name":
            own = own_unit(self.page, line, match, self.clauses)
            if (titled := titled_mission(self.page, match)) is not None:
                named_at = titled[1]
                name = self.page.document.text[slice(*named_at)]
                place = place_in(self.page, line, match, self.clauses)
                return filled(
                    self.page,
                    self.owners,
                    self.clauses,
                    line,
                    match,
                    kind,
                    (),
                    [titled[0]],
                    place,
                    name,
                    named_at,
                    whole,
                )
            if own:
                forces = own
            elif named_at is None or named_at[0] < tokens[match.end - 1].end or not match.roles.get("actor"):
                return None
        place = place_in(self.page, line, match, self.clauses)
        if (
            place is None
            and match.frame.id == "have"
            and any(t.text == "there" for t in tokens[match.end : match.end + 8])
        ):
            place = place_after(
                self.page, tokens, 0, match.start
            )  # "handed over at Siauliai; Spain has eleven jets there"
        relative = next(
            (k for k in range(match.start - 1, max(match.start - 5, 0), -1) if tokens[k].text == "where"), None
        )
        if place is None and relative is not None and match.frame.id == "have":
            place = place_after(self.page, tokens, 0, relative)  # "In Iraq, where it once had 30 instructors"
        if place is not None and named_at is not None and named_at[0] <= place.start < named_at[1]:
            # "exercise Arctic Falcon" is no place
            behind = next((k for k in range(match.end, match.reach) if tokens[k].start >= named_at[1]), match.reach)
            place = place_after(self.page, tokens, behind, match.reach)
        if place is None and match.noun and kind is DeploymentKind.EXERCISE:
            # "the drill, called Iron Wolf, opened near Baku on Monday"
            near = range(match.end, min(match.end + 24, len(tokens)))
            verb = next((k for k in near if tokens[k].text in RUNS or tokens[k].text == ";"), None)
            if verb is not None and tokens[verb].text != ";":
                last = min(verb + 8, len(tokens))
                place = place_after(self.page, tokens, verb + 1, last)
                if place is None and name is not None:
                    place = unlisted(tokens, verb + 1, last)
        if place is None and settings.get("owned") and match.frame.id == "host" and not match.noun:
            host = next((t for t in tokens[slice(*subject)] if t.kind == "actor"), None)
            place = Spot(host.start, host.end) if host is not None else None  # "Denmark hosts American personnel"
        areas = tokens[match.start].text.startswith("patrol") and not match.noun and place is not None
        alike = self._alike(line, match) or self._is_own(line, match, place)
        states = states or alike or (areas and directly(tokens, match, place or Spot(0, 0)))
        if settings.get("needs") == "harbour" and not (
            any(f.kind == "ship" for f in forces) and in_port(tokens, match, place)
        ):
            kind = DeploymentKind.DEPLOYMENT
        on_duty = match.noun and match.start > 0 and tokens[match.start - 1].text == "on"
        known = settings["forces"] == "subject" and any(
            f.at > 0 and tokens[f.at - 1].text == "the" and f.kind in ("ship", "unit", "aircraft", "troops")
            for f in forces
        )
        elliptic = (
            anaphor
            or on_duty
            or includes(tokens, match)
            or (known and not match.noun)
            or (not settings.get("owned") and is_elliptic(match))
        )
        back = self.owners.recalled(position, line) if elliptic or by_service(tokens, subject) else None
        if not forces and not states and back is None:
            return None
        if not alike and not self._passes(line, match, forces, place, back):
            return None
        act = Act(
            owners=self.owners,
            line=line,
            match=match,
            clauses=self.clauses,
            forces=forces,
            subject=subject,
            back=back,
            position=position,
            named=name is not None,
        )
        actors = doers(act)
        if not actors:
            return None
        if back is None and is_guess(line, actors, place):
            return None
        if settings.get("needs") == "relief" and not relieves(
            self.page, self.owners, line, match, thing, actors, place
        ):
            return None
        draft = filled(
            self.page, self.owners, self.clauses, line, match, kind, forces, actors, place, name, named_at, whole
        )
        at_home = tokens[match.start].text == "based" and all(f.kind == "service" for f in forces) and is_home(draft)
        return None if at_home else draft

    def _also(self, line: Line, match: Match) -> bool:
        """Whether forces take part in what the sentence before told of: "a Norwegian aircraft is also taking part"."""
        tokens, told = line.tokens, self.told
        after = tokens[match.end] if match.end < len(tokens) else None
        if told is None or told.line.block != line.block or told.kind is DeploymentKind.DEPLOYMENT:
            return False
        return after is None or after.text in (".", ",", "in", "too", "as", "for") or after.kind in ("date", "mark")

    def _is_own(self, line: Line, match: Match, place: Spot | None) -> bool:
        """Whether a state ends or prolongs "its deployment" somewhere."""
        own = match.frame.id == "deploy" and match.noun and is_own(line.tokens, match.start)
        return own and place is not None and directly(line.tokens, match, place) and self._is_about_defence(line)

    def _alike(self, line: Line, match: Match) -> bool:
        """Whether states do what was just told of others: "Germany has carried out similar flights"."""
        near = {t.text for t in line.tokens[match.start : match.end]}
        told = self.told
        if match.noun or not near & {"similar", "such", "same", "comparable"} or told is None:
            return False
        return told.line.story == line.story and match.frame.id in ("patrol", "exercise")

    def _passes(self, line: Line, match: Match, forces: Sequence[Force], place: Spot | None, back: Side | None) -> bool:
        tokens, settings = line.tokens, match.frame.settings
        needs = settings.get("needs")
        if match.frame.id == "send" and match.reduced and not any(f.kind == "troops" for f in forces):
            return False
        if needs in ("course", "base", "harbour") and match.group.passive:
            return False
        if match.frame.id == "train" and not match.noun and not trains_somebody(tokens, match, place is not None):
            return False
        met = fulfilled(self.page, self.clauses, line, match, forces, place)
        if met is not None:
            return met
        if (
            match.frame.id == "deploy"
            and not match.noun
            and forces
            and all(f.kind in ("arms", "aircraft") for f in forces)
        ):
            # a weapon brought into service is deployed too, but goes nowhere
            return place is not None
        if match.frame.id == "deploy" and match.noun and not forces:
            return False
        if match.frame.id == "patrol" and tokens[match.start].text in OBSERVING and not match.noun and place is None:
            said = {t.text for t in tokens[slice(*spans_of(self.clauses, match)[0])]}
            if all(f.kind == "service" for f in forces) and said & {"it", "military", "army"}:
                return False  # "the military said it had tracked the ships"
        if match.frame.id == "patrol" and not match.noun and not forces and back is None:
            return tokens[match.start].text.startswith("patrol") and self._is_about_defence(line)
        return True

    def _is_patrol(self, line: Line, match: Match) -> bool:
        near = {t.text for t in line.tokens[max(match.start - 3, 0) : match.end]}
        if match.start > 0 and line.tokens[match.start - 1].text == "on":
            return any(f.kind != "weak" for f in forces_in(self.page, line, 0, match.start))
        return bool(near & (words().exercise | {"policing", "border"})) and self._is_about_defence(line)

    def _is_exercise(self, line: Line, match: Match, forces: Sequence[Force], name: str | None, anaphor: bool) -> bool:
        tokens = line.tokens
        known = words()
        if (
            any(t.text in known.never for t in tokens[match.start : match.end + 5])
            and "exercis" in tokens[match.start].text
        ):
            return False
        if not match.noun and tokens[match.end - 1].text == "together" and not forces:
            return how_many(tokens, spans_of(self.clauses, match)[0]) > 0 and self._is_about_defence(line)
        if not match.noun and match.end == match.start + 1:
            return bool(forces) and not any(t.kind in ("weapon", "value") for t in tokens[match.end : match.end + 2])
        if tokens[match.start].text.startswith("train"):
            return bool(forces) or (anaphor and not match.noun and self._is_about_defence(line))
        near = {t.text for t in tokens[max(match.start - 6, 0) : match.end]}
        if match.noun and tokens[match.start].kind == "value":
            verb = self.clauses.verb_before(match.start)
            if verb is not None and tokens[verb.head].text in _HOLD and self._is_about_defence(line):
                return True
        return (
            bool(forces or name)
            or (not match.noun and told_with_forces(self.page, line, match))
            or (match.noun and flags_before(tokens, match.start) > 1)
            or (bool(near & known.exercise) and self._is_about_defence(line))
            or ("drill" in tokens[match.end - 1].text and "drilling" not in near and self._is_drill(line, match, near))
            or any(
                isinstance(t.mention, ActorMention) and t.mention.kind is ActorKind.IGO
                for t in tokens[max(match.start - 2, 0) : match.end]
            )
        )

    def _is_drill(self, line: Line, match: Match, near: set[str]) -> bool:
        """Whether a drill is one of forces: where defence is spoken of, or two states hold it: "joint drills"."""
        states = (
            t.mention for t in line.tokens[max(match.begin, 0) : match.end] if isinstance(t.mention, ActorMention)
        )
        several = len({m.key for m in states if m.kind is ActorKind.STATE}) > 1
        return (several and not near.isdisjoint(("joint", "combined"))) or self._is_about_defence(line)

    def _is_about_defence(self, line: Line) -> bool:
        known = self.about.get(line.block)
        if known is None:
            known = self.about[line.block] = speaks_of_defence(self.page, line)
        return known


def _nested(held: Draft, draft: Draft) -> bool:
    return held.start <= draft.start < held.end or not any(t.text == ";" for t in held.line.tokens[held.at : draft.at])
