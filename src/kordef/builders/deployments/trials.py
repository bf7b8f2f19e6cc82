"""One trigger on trial: whose forces it speaks of, by what name and where, and whether it tells of a deployment."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from kordef.builders.deployments.act_conditions import lemma_of
from kordef.builders.deployments.checks import (
    OBSERVING,
    by_service,
    directly,
    fits_weak,
    goes_to_place,
    has_errand,
    has_state,
    in_port,
    includes,
    is_anaphor,
    is_auxiliary,
    is_elliptic,
    is_mission,
    is_of_state,
    is_own,
    is_thing,
    is_title,
    names_a_thing,
    serves,
    told_with_forces,
    trains_somebody,
)
from kordef.builders.deployments.claims import flags_before, how_many
from kordef.builders.deployments.doers import Act, doers
from kordef.builders.deployments.doubts import is_for_others, is_guess, relieves
from kordef.builders.deployments.drafts import Draft, is_home, name_near, titled_policing
from kordef.builders.deployments.filling import Findings, filled
from kordef.builders.deployments.lists import (
    antecedent,
    brought,
    object_end,
    own_unit,
    place_in,
)
from kordef.builders.deployments.names import called, capitals, operation_of
from kordef.builders.deployments.needs import fulfilled, strong_behind, titled_mission
from kordef.builders.deployments.owners import Owners
from kordef.builders.deployments.subjects import spans_of
from kordef.builders.deployments.whereabouts import place_before, place_of_drill
from kordef.builders.force_places import Spot, place_after
from kordef.builders.forces import Force, Side, forces_in, words
from kordef.builders.grammar.came_to_nothing import came_to_nothing, only_asked
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Match, load
from kordef.builders.grammar.tokens import Token
from kordef.builders.page import Page
from kordef.builders.topics import Topics
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind, DeploymentKind

__all__ = ["Trial"]

_DEALS = frozenset(["sale", "sales", "contract", "package", "purchase", "deal", "includes", "order", "offset"])
"""Words of arms deals: training that comes with one is a term of the deal."""

_HOLD = frozenset(
    ["conducted", "held", "staged", "conduct", "hold", "stage", "completed", "complete", "planned", "plan"]
)
"""What states do with "three exercises", a noun that is one token with its number."""


class Trial:
    """A verb or noun of the frames in its sentence, and what has been found out about it so far."""

    def __init__(
        self, page: Page, match: Match, clauses: Clauses, *, owners: Owners, topics: Topics, told: Draft | None
    ) -> None:
        self.page = page
        self.match = match
        self.line = match.line
        self.clauses = clauses
        self.owners = owners
        self.topics = topics
        self.told = told
        """What the sentences before told of last."""

        self.settings: Mapping[str, Any] = match.frame.settings
        self.needs: str | None = self.settings.get("needs")
        self.kind = DeploymentKind(self.settings["kind"])
        self.subject, self.thing = spans_of(clauses, match)
        self.whole = (min(self.subject[0], self.thing[0]), max(self.subject[1], self.thing[1]))
        self.forces: list[Force] = []
        self.name: str | None = None
        self.named_at: tuple[int, int] | None = None
        self.place: Spot | None = None
        self.anaphor = False
        """Whether a word for forces told of before stands where the doer does."""

    def draft(self, position: int) -> Draft | None:
        """The deployment told of in the sentence with this number; each step builds on what those before it found."""
        if self.needs in ("errand", "harbour") and is_auxiliary(self.clauses, self.match):
            return None
        if self._is_of_nothing():
            return None
        self.forces = self._fit(self._forces())
        self.name, self.named_at = self._named()
        if self._is_for_others() or self._is_lesson():
            return None
        states = self._needs_no_forces()
        subject_acts = self.settings["forces"] != "object"
        self.anaphor = (
            subject_acts and not self.settings.get("owned") and is_anaphor(self.page, self.line, self.subject)
        )
        if not self.forces and not subject_acts:
            return None
        if self.kind is DeploymentKind.EXERCISE and self.needs != "known" and not self._is_exercise():
            return None
        if self.needs in _FOUND_BESIDE and not _FOUND_BESIDE[self.needs](self):
            return None
        if self.needs == "name":
            if (titled := titled_mission(self.page, self.match)) is not None:
                return self._of_title(*titled)
            if not self._has_own_name():
                return None
        self.place = self._place()
        if self.needs == "harbour" and not self._is_in_port():
            self.kind = DeploymentKind.DEPLOYMENT
        back = self._recalled(position)
        alike = self._alike() or self._is_own()
        if not (self.forces or states or alike or self._is_patrolled()) and back is None:
            return None
        if not alike and not self._passes(back):
            return None
        actors = doers(self._act(position, back))
        if not actors or not self._stands(actors, back):
            return None
        if self.place is None and self._only_services():
            return None
        draft = self._filled(actors)
        based = self.tokens[self.match.start].text == "based" and all(f.kind == "service" for f in self.forces)
        return None if based and is_home(draft) else draft

    def _is_of_nothing(self) -> bool:
        """Whether it never was: "the deployment was ruled out", "under pressure to send two frigates"."""
        match, tokens = self.match, self.tokens
        if not match.noun:
            return only_asked(tokens, match.start)
        words = [t.text for t in tokens[match.end : match.end + 14]]
        put_off = any(a in ("was", "were", "been") and b in _PUT_OFF for a, b in pairwise(words))
        return put_off or came_to_nothing(tokens, match.start, match.end)

    def _only_services(self) -> bool:
        """Whether a yard or firm only keeps ships in repair: "Babcock, which maintains Canada's current submarines"."""
        return lemma_of(self.match) == "maintain" and bool(self.forces) and all(f.kind == "ship" for f in self.forces)

    @property
    def tokens(self) -> Sequence[Token]:
        """The words of the sentence."""
        return self.line.tokens

    @property
    def moves_object(self) -> bool:
        """Whether an active verb sends, keeps or brings what stands behind it."""
        match = self.match
        return self.settings["forces"] == "object" and not match.noun and not match.group.passive

    # ---- forces

    def _forces(self) -> list[Force]:
        """The forces in the places of the frame; without any, those that a relative clause or "bringing" leads back to."""
        match, subject, thing = self.match, self.subject, self.thing
        spans = {"subject": (subject,), "object": (thing,), "any": (subject, thing)}[self.settings["forces"]]
        if match.noun:
            spans = (self.whole,)
        if self.moves_object:
            spans = ((thing[0], object_end(match, thing[1], self.clauses, load("deployments"))),)
        forces = [
            f
            for low, high in spans
            for f in forces_in(self.page, self.line, low, high)
            if not (match.start <= f.at < match.end and (f.token.kind == "word" or match.noun))
        ]
        if not forces and self.moves_object:
            forces = antecedent(self.page, self.line, subject, match)
        if not forces and match.frame.id in ("relieve", "operate-from") and not match.noun:
            forces = brought(self.page, self.tokens, match)
        return forces

    def _fit(self, forces: list[Force]) -> list[Force]:
        """Those of some forces that are of a sort which the frame accepts, and that somebody has."""
        tokens = self.tokens
        if accept := self._accepted():
            forces = [f for f in forces if f.kind in accept or (f.kind == "weak" and fits_weak(f, tokens, accept))]
        return [
            f
            for f in forces
            if (f.kind != "weak" or is_of_state(tokens, f.at) or self._is_about_defence())
            and (f.at == 0 or tokens[f.at - 1].text != "no")
        ]

    def _accepted(self) -> list[str]:
        """The sorts of forces that the frame accepts here; none where it accepts all."""
        match, tokens = self.match, self.tokens
        accept: list[str] = self.settings.get("accept") or []
        if not accept:
            return []
        verb = tokens[match.start].text
        named = forces_in(self.page, self.line, *self.subject)
        if by_service(tokens, self.subject) or any(f.kind == "service" for f in named):
            accept = [*accept, "aircraft"]
        kept = verb.startswith(("withdr", "maintain", "pull", "keep", "kept"))
        if match.frame.id == "send" and (kept or has_errand(tokens, match) or goes_to_place(tokens, match)):
            accept = [*accept, "aircraft"]
        if verb == "based" and match.group.passive:
            accept = [*accept, "aircraft", "service"]  # "the Italian Air Force is based at Šiauliai"
        return accept

    # ---- name

    def _named(self) -> tuple[str | None, tuple[int, int] | None]:
        """The proper name of what is told of, and where it stands."""
        match, tokens, text = self.match, self.tokens, self.page.document.text
        if self._is_policing():
            return titled_policing(text, tokens, match)
        name, named_at = name_near(self.page, tokens, match, self.kind)
        if name is None and self.kind is DeploymentKind.DEPLOYMENT:
            name, named_at = called(text, tokens, match)
        return name, named_at

    def _is_policing(self) -> bool:
        match = self.match
        return match.noun and match.frame.id == "patrol" and self.tokens[match.end - 1].text == "policing"

    def _name_it(self, start: int, end: int) -> None:
        """Take the words between two tokens for the name."""
        self.named_at = (self.tokens[start].start, self.tokens[end - 1].end)
        self.name = self.page.document.text[slice(*self.named_at)]

    def _has_own_name(self) -> bool:
        """Whether "its mission" has a unit of its owner, or a name or strength behind it."""
        match = self.match
        if own := own_unit(self.page, self.line, match, self.clauses):
            self.forces = own
            return True
        if self.named_at is None and has_state(match) and strong_behind(self.tokens, match.end) is not None:
            self.kind = DeploymentKind.DEPLOYMENT  # "Germany's mission in Niger, 80 strong"
            return True
        behind = self.named_at is not None and self.named_at[0] >= self.tokens[match.end - 1].end
        return behind and bool(match.roles.get("actor"))

    def _of_title(self, owner: Side, named_at: tuple[int, int]) -> Draft:
        """The mission that an organisation's title names: "the EU Training Mission in Mozambique"."""
        self.forces, self.named_at = [], named_at
        self.name = self.page.document.text[slice(*named_at)]
        self.place = place_in(self.page, self.line, self.match, self.clauses)
        return self._filled([owner])

    # ---- what it is no deployment with, and none without

    def _is_for_others(self) -> bool:
        return self._is_policing() and is_for_others(self.page, self.owners, self.line, self.match)

    def _is_lesson(self) -> bool:
        """Whether training is a thing ("a training centre"), or a term of an arms deal."""
        match, tokens = self.match, self.tokens
        if tokens[match.start].text != "training":
            return False
        if names_a_thing(tokens, match) or is_thing(tokens, match):
            return True
        return self.kind is DeploymentKind.TRAINING and any(t.text in _DEALS for t in tokens)

    def _needs_no_forces(self) -> bool:
        """Whether states alone may do it: exercises, patrols on a border, what the frame says is a matter of states."""
        match = self.match
        patrols = self.kind is DeploymentKind.PATROL and match.noun and self._is_patrol()
        return bool(self.settings.get("state")) or (match.noun and self.kind is DeploymentKind.EXERCISE) or patrols

    def has_mission(self) -> bool:
        """Whether "mission" is one of forces."""
        return is_mission(self.tokens, self.match)

    def has_codename(self) -> bool:
        """Whether a name of capitals ends in a word that codenames end in ("Noble Jump")."""
        match, tokens = self.match, self.tokens
        run = capitals(self.page.document.text, tokens, match.end, min(match.reach, match.end + 8))
        if run is None or tokens[run[1] - 1].text not in words().codenames:
            return False
        if run[1] - run[0] < 2 and not any(t.text == "operation" for t in tokens[match.end : run[0]]):
            return False
        self._name_it(*run)
        return True

    def has_operation(self) -> bool:
        """Whether there is something to take part in: a mission or exercise, service in a place, what was just told of."""
        match, forces = self.match, self.forces
        found = operation_of(self.page, self.line, match, forces, defence=self._is_about_defence())
        if found is None and serves(match) and any(f.kind in ("troops", "unit", "ship") for f in forces):
            where = place_in(self.page, self.line, match, self.clauses)
            found = (DeploymentKind.DEPLOYMENT, None, None) if where and directly(self.tokens, match, where) else None
        if found is None and self._also() and any(f.kind != "arms" for f in forces):
            found = (self.told.kind, self.told.name, None) if self.told is not None else None
        if found is None:
            return False
        self.kind, self.name, self.named_at = found
        return True

    def has_title(self) -> bool:
        """Whether the name of a known exercise stands for it."""
        if not is_title(self.line, self.match):
            return False
        self._name_it(self.match.start, self.match.end)
        return True

    # ---- place

    def _place(self) -> Spot | None:
        """Where it is: beside the trigger, else where "there" and "where" lead, behind a name, where a drill ran, at a host's."""
        match, tokens = self.match, self.tokens
        place = place_in(self.page, self.line, match, self.clauses)
        if place is None and match.frame.id == "have":
            place = place_before(self.page, match)
        if place is not None and self.named_at is not None and self.named_at[0] <= place.start < self.named_at[1]:
            # "exercise Arctic Falcon" is no place
            behind = next(
                (k for k in range(match.end, match.reach) if tokens[k].start >= self.named_at[1]), match.reach
            )
            place = place_after(self.page, tokens, behind, match.reach)
        if place is None and match.noun and self.kind is DeploymentKind.EXERCISE:
            place = place_of_drill(self.page, match, named=self.name is not None)
        if place is None and self.settings.get("owned") and match.frame.id == "host" and not match.noun:
            host = next((t for t in tokens[slice(*self.subject)] if t.kind == "actor"), None)
            place = Spot(host.start, host.end) if host is not None else None  # "Denmark hosts American personnel"
        return place

    def _is_in_port(self) -> bool:
        return any(f.kind == "ship" for f in self.forces) and in_port(self.tokens, self.match, self.place)

    # ---- who acts

    def _recalled(self, position: int) -> Side | None:
        """Whose forces are meant where the words only come back to some: "the ships", "they", "on patrol", "including"."""
        match, tokens, settings = self.match, self.tokens, self.settings
        on_duty = match.noun and match.start > 0 and tokens[match.start - 1].text == "on"
        known = settings["forces"] == "subject" and any(
            f.at > 0 and tokens[f.at - 1].text == "the" and f.kind in ("ship", "unit", "aircraft", "troops")
            for f in self.forces
        )
        elliptic = (
            self.anaphor
            or on_duty
            or includes(tokens, match)
            or (known and not match.noun)
            or (not settings.get("owned") and is_elliptic(match))
        )
        return self.owners.recalled(position, self.line) if elliptic or by_service(tokens, self.subject) else None

    def _act(self, position: int, back: Side | None) -> Act:
        return Act(
            owners=self.owners,
            line=self.line,
            match=self.match,
            clauses=self.clauses,
            forces=self.forces,
            subject=self.subject,
            back=back,
            position=position,
            named=self.name is not None,
        )

    def _stands(self, actors: list[Side], back: Side | None) -> bool:
        """Whether the actors are no mere guess from the place, and relieve those of another flag where the frame wants it."""
        if back is None and is_guess(self.line, actors, self.place):
            return False
        return self.needs != "relief" or relieves(self.page, self.owners, self.match, self.thing, actors, self.place)

    def _filled(self, actors: list[Side]) -> Draft:
        found = Findings(
            match=self.match,
            clauses=self.clauses,
            kind=self.kind,
            forces=self.forces,
            actors=actors,
            place=self.place,
            name=self.name,
            named_at=self.named_at,
            whole=self.whole,
        )
        return filled(self.page, self.owners, found)

    # ---- tests of one frame

    def _also(self) -> bool:
        """Whether forces take part in what the sentence before told of: "a Norwegian aircraft is also taking part"."""
        match, line, told = self.match, self.line, self.told
        tokens = line.tokens
        after = tokens[match.end] if match.end < len(tokens) else None
        if told is None or told.line.block != line.block or told.kind is DeploymentKind.DEPLOYMENT:
            return False
        return after is None or after.text in (".", ",", "in", "too", "as", "for") or after.kind in ("date", "mark")

    def _is_own(self) -> bool:
        """Whether a state ends or prolongs "its deployment" somewhere."""
        match, tokens, place = self.match, self.tokens, self.place
        own = match.frame.id == "deploy" and match.noun and is_own(tokens, match.start)
        return own and place is not None and directly(tokens, match, place) and self._is_about_defence()

    def _alike(self) -> bool:
        """Whether states do what was just told of others: "Germany has carried out similar flights"."""
        match, line, told = self.match, self.line, self.told
        near = {t.text for t in line.tokens[match.start : match.end]}
        if match.noun or not near & {"similar", "such", "same", "comparable"} or told is None:
            return False
        return told.line.story == line.story and match.frame.id in ("patrol", "exercise")

    def _passes(self, back: Side | None) -> bool:
        """Whether what the frame asks for beyond forces is there: a place, a harbour, somebody who is trained."""
        match, forces, place, tokens = self.match, self.forces, self.place, self.tokens
        if match.frame.id == "send" and match.reduced and not any(f.kind == "troops" for f in forces):
            return False
        if self.needs in ("course", "base", "harbour") and match.group.passive:
            return False
        if match.frame.id == "train" and not match.noun and not trains_somebody(tokens, match, place is not None):
            return False
        met = fulfilled(self.page, self.clauses, match, forces, place)
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
            said = {t.text for t in tokens[slice(*self.subject)]}
            if all(f.kind == "service" for f in forces) and said & {"it", "military", "army"}:
                return False  # "the military said it had tracked the ships"
        if match.frame.id == "patrol" and not match.noun and not forces and back is None:
            return tokens[match.start].text.startswith("patrol") and self._is_about_defence()
        return True

    def _is_patrolled(self) -> bool:
        """Whether an area is named right behind a verb of patrolling; states do it without a word for forces."""
        match, place = self.match, self.place
        patrols = self.tokens[match.start].text.startswith("patrol") and not match.noun
        return patrols and place is not None and directly(self.tokens, match, place)

    def _is_patrol(self) -> bool:
        """Whether the noun means a patrol of forces: "on patrol" of those named before, "border patrol", "air policing"."""
        match, tokens = self.match, self.tokens
        near = {t.text for t in tokens[max(match.start - 3, 0) : match.end]}
        if match.start > 0 and tokens[match.start - 1].text == "on":
            return any(f.kind != "weak" for f in forces_in(self.page, self.line, 0, match.start))
        return bool(near & (words().exercise | {"policing", "border"})) and self._is_about_defence()

    def _is_exercise(self) -> bool:
        """Whether "exercise", "drill" and "train" mean what forces do, not what a board or a runner does."""
        match, tokens, forces = self.match, self.tokens, self.forces
        known = words()
        if (
            any(t.text in known.never for t in tokens[match.start : match.end + 5])
            and "exercis" in tokens[match.start].text
        ):
            return False
        if not match.noun and tokens[match.end - 1].text == "together" and not forces:
            return how_many(tokens, self.subject) > 0 and self._is_about_defence()
        if not match.noun and match.end == match.start + 1:
            return bool(forces) and not any(t.kind in ("weapon", "value") for t in tokens[match.end : match.end + 2])
        if tokens[match.start].text.startswith("train"):
            return bool(forces) or (self.anaphor and not match.noun and self._is_about_defence())
        near = {t.text for t in tokens[max(match.start - 6, 0) : match.end]}
        if match.noun and tokens[match.start].kind == "value":
            verb = self.clauses.verb_before(match.start)
            if verb is not None and tokens[verb.head].text in _HOLD and self._is_about_defence():
                return True
        return (
            bool(forces or self.name)
            or (not match.noun and told_with_forces(self.page, self.line, match))
            or (match.noun and flags_before(tokens, match.start) > 1)
            or (bool(near & known.exercise) and self._is_about_defence())
            or ("drill" in tokens[match.end - 1].text and "drilling" not in near and self._is_drill(near))
            or any(
                isinstance(t.mention, ActorMention) and t.mention.kind is ActorKind.IGO
                for t in tokens[max(match.start - 2, 0) : match.end]
            )
        )

    def _is_drill(self, near: set[str]) -> bool:
        """Whether a drill is one of forces: where defence is spoken of, or two states hold it: "joint drills"."""
        match = self.match
        within = self.tokens[max(match.begin, 0) : match.end]
        states = (m for t in within if isinstance(m := t.mention, ActorMention))
        several = len({m.key for m in states if m.kind is ActorKind.STATE}) > 1
        return (several and not near.isdisjoint(("joint", "combined"))) or self._is_about_defence()

    def _is_about_defence(self) -> bool:
        return self.topics.is_defence(self.line)


_PUT_OFF = frozenset(["cancelled", "canceled", "postponed"])
_FOUND_BESIDE: Mapping[str | None, Callable[[Trial], bool]] = {
    "mission": Trial.has_mission,
    "codename": Trial.has_codename,
    "operation": Trial.has_operation,
    "known": Trial.has_title,
}
"""What the words of a frame need beside them to mean forces at all; the finder takes name and kind from it."""
