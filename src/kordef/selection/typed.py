"""The selections of each type of record, with the conditions that it has of its own."""

from __future__ import annotations

from typing import Self

from kordef.conditions import Bound, Date, Test, Words, folded, in_role, one_of, words_of
from kordef.records import (
    Actor,
    Agreement,
    Deployment,
    Dialogue,
    Event,
    Observation,
    Statement,
    Transfer,
    WeaponSystem,
)
from kordef.selection.plain import Selection
from kordef.vocabulary import (
    ActorKind,
    AgreementKind,
    AgreementStatus,
    Certainty,
    DeploymentKind,
    DialogueKind,
    EventKind,
    Stage,
    TransferKind,
)

__all__ = [
    "ActorSelection",
    "AgreementSelection",
    "DeploymentSelection",
    "DialogueSelection",
    "EventSelection",
    "ObservationSelection",
    "StatementSelection",
    "TransferSelection",
    "WeaponSelection",
]


class ActorSelection(Selection[Actor]):
    """Actors, with conditions on what they are."""

    def where(
        self,
        *,
        kind: Words | None = None,
        party: Words | None = None,
        affiliates: bool = False,
        source: Words | None = None,
        said_by: Words | None = None,
        modality: Words | None = None,
        reviewed: bool | None = None,
        since: Date | None = None,
        until: Date | None = None,
        certainty: Certainty | str = Certainty.POSSIBLE,
    ) -> Self:
        """The actors that meet all of the conditions; ``party`` is the actor itself, one it acts for or is a part of."""
        chosen = super().where(
            source=source,
            said_by=said_by,
            modality=modality,
            reviewed=reviewed,
            since=since,
            until=until,
            certainty=certainty,
        )
        tests = [one_of(ActorKind, kind, "kind")]
        if party is not None:
            meant = self._actors(party, affiliates)
            near = meant | self._lookups.referring(meant)
            tests.append(lambda r: r.id in near)
        return chosen._kept(*tests)


class WeaponSelection(Selection[WeaponSystem]):
    """Weapon systems, with conditions on which and whose they are."""

    def where(
        self,
        *,
        weapon: Words | None = None,
        origin: Words | None = None,
        party: Words | None = None,
        affiliates: bool = False,
        source: Words | None = None,
        said_by: Words | None = None,
        modality: Words | None = None,
        reviewed: bool | None = None,
        since: Date | None = None,
        until: Date | None = None,
        certainty: Certainty | str = Certainty.POSSIBLE,
    ) -> Self:
        """The weapon systems that meet all of the conditions.

        ``weapon`` is a designation, name or class noun, and finds the variants of a weapon; ``origin`` a state, by
        its alpha-2 code or a name; ``party`` the maker.
        """
        chosen = super().where(
            party=party,
            affiliates=affiliates,
            source=source,
            said_by=said_by,
            modality=modality,
            reviewed=reviewed,
            since=since,
            until=until,
            certainty=certainty,
        )
        tests: list[Test | None] = []
        if weapon is not None:
            meant = self._weapons(weapon)
            tests.append(lambda r: r.id in meant)
        if origin is not None:
            codes = frozenset(self._lookups.state_code(word) for word in words_of(origin))
            tests.append(lambda r: isinstance(r, WeaponSystem) and r.origin in codes)
        return chosen._kept(*tests)


class AgreementSelection(Selection[Agreement]):
    """Agreements, with conditions on kind, status and sums."""

    def where(
        self,
        *,
        kind: Words | None = None,
        status: Words | None = None,
        at_least: Bound | None = None,
        at_most: Bound | None = None,
        party: Words | None = None,
        affiliates: bool = False,
        source: Words | None = None,
        said_by: Words | None = None,
        modality: Words | None = None,
        reviewed: bool | None = None,
        since: Date | None = None,
        until: Date | None = None,
        certainty: Certainty | str = Certainty.POSSIBLE,
    ) -> Self:
        """The agreements that meet all of the conditions; ``at_least`` and ``at_most`` are ends of a range of money."""
        chosen = super().where(
            party=party,
            affiliates=affiliates,
            source=source,
            said_by=said_by,
            modality=modality,
            reviewed=reviewed,
            since=since,
            until=until,
            certainty=certainty,
        )
        return chosen._kept(
            one_of(AgreementKind, kind, "kind"),
            one_of(AgreementStatus, status, "status"),
            self._bounded(at_least, at_most, certainty),
        )


class DialogueSelection(Selection[Dialogue]):
    """Meetings, with conditions on what they are and who does what in them."""

    def where(
        self,
        *,
        kind: Words | None = None,
        role: Words | None = None,
        party: Words | None = None,
        affiliates: bool = False,
        source: Words | None = None,
        said_by: Words | None = None,
        modality: Words | None = None,
        reviewed: bool | None = None,
        since: Date | None = None,
        until: Date | None = None,
        certainty: Certainty | str = Certainty.POSSIBLE,
    ) -> Self:
        """The meetings that meet all of the conditions; with ``role`` ("host", "visitor") the party has that role."""
        chosen = super().where(
            party=party,
            affiliates=affiliates,
            source=source,
            said_by=said_by,
            modality=modality,
            reviewed=reviewed,
            since=since,
            until=until,
            certainty=certainty,
        )
        return chosen._kept(
            one_of(DialogueKind, kind, "kind"),
            in_role(None if party is None else self._actors(party, affiliates), role),
        )


class TransferSelection(Selection[Transfer]):
    """Transfers, with conditions on who supplies what to whom, and for how much."""

    def where(
        self,
        *,
        supplier: Words | None = None,
        recipient: Words | None = None,
        weapon: Words | None = None,
        stage: Words | None = None,
        kind: Words | None = None,
        at_least: Bound | None = None,
        at_most: Bound | None = None,
        party: Words | None = None,
        affiliates: bool = False,
        source: Words | None = None,
        said_by: Words | None = None,
        modality: Words | None = None,
        reviewed: bool | None = None,
        since: Date | None = None,
        until: Date | None = None,
        certainty: Certainty | str = Certainty.POSSIBLE,
    ) -> Self:
        """The transfers that meet all of the conditions.

        ``supplier`` and ``recipient`` are codes, names or Actors' ids; companies count as suppliers, end users as
        recipients. ``weapon`` is a designation, name, class noun or WeaponSystem's id, and finds the variants of a weapon.
        ``at_least`` and ``at_most`` are ends of a range: of the value, given as Money or "1.5 billion USD", or, given as a
        bare number, of the goods (those of ``weapon``).
        """
        chosen = super().where(
            party=party,
            affiliates=affiliates,
            source=source,
            said_by=said_by,
            modality=modality,
            reviewed=reviewed,
            since=since,
            until=until,
            certainty=certainty,
        )
        return chosen._kept(
            self._referring(supplier, _SUPPLYING, affiliates),
            self._referring(recipient, _RECEIVING, affiliates),
            self._armed(weapon, _GOODS),
            one_of(Stage, stage, "stage"),
            one_of(TransferKind, kind, "kind"),
            self._bounded(at_least, at_most, certainty, weapon),
        )


class DeploymentSelection(Selection[Deployment]):
    """Deployments, with conditions on what forces do, with what and how strong."""

    def where(
        self,
        *,
        kind: Words | None = None,
        weapon: Words | None = None,
        at_least: Bound | None = None,
        at_most: Bound | None = None,
        party: Words | None = None,
        affiliates: bool = False,
        source: Words | None = None,
        said_by: Words | None = None,
        modality: Words | None = None,
        reviewed: bool | None = None,
        since: Date | None = None,
        until: Date | None = None,
        certainty: Certainty | str = Certainty.POSSIBLE,
    ) -> Self:
        """The deployments that meet all of the conditions; ``at_least`` and ``at_most`` are strengths ("500 person")."""
        chosen = super().where(
            party=party,
            affiliates=affiliates,
            source=source,
            said_by=said_by,
            modality=modality,
            reviewed=reviewed,
            since=since,
            until=until,
            certainty=certainty,
        )
        return chosen._kept(
            one_of(DeploymentKind, kind, "kind"),
            self._armed(weapon, _USED),
            self._bounded(at_least, at_most, certainty),
        )


class ObservationSelection(Selection[Observation]):
    """Statistics, with conditions on what is measured, by whom and how much it is."""

    def where(
        self,
        *,
        indicator: Words | None = None,
        publisher: Words | None = None,
        at_least: Bound | None = None,
        at_most: Bound | None = None,
        party: Words | None = None,
        affiliates: bool = False,
        source: Words | None = None,
        said_by: Words | None = None,
        modality: Words | None = None,
        reviewed: bool | None = None,
        since: Date | None = None,
        until: Date | None = None,
        certainty: Certainty | str = Certainty.POSSIBLE,
    ) -> Self:
        """The statistics that meet all of the conditions; ``publisher`` is that of the data, by its name."""
        chosen = super().where(
            party=party,
            affiliates=affiliates,
            source=source,
            said_by=said_by,
            modality=modality,
            reviewed=reviewed,
            since=since,
            until=until,
            certainty=certainty,
        )
        tests = [self._bounded(at_least, at_most, certainty)]
        if indicator is not None:
            names = folded(indicator)
            tests.append(lambda r: isinstance(r, Observation) and r.indicator.casefold() in names)
        if publisher is not None:
            words = folded(publisher)
            theirs = self._lookups.referring(self._actors(publisher, affiliates=False), _PUBLISHING)
            tests.append(
                lambda r: r.id in theirs or (isinstance(r, Observation) and (r.publisher or "").casefold() in words)
            )
        return chosen._kept(*tests)


class EventSelection(Selection[Event]):
    """Occurrences, with conditions on what they are and who does what in them."""

    def where(
        self,
        *,
        kind: Words | None = None,
        role: Words | None = None,
        party: Words | None = None,
        affiliates: bool = False,
        source: Words | None = None,
        said_by: Words | None = None,
        modality: Words | None = None,
        reviewed: bool | None = None,
        since: Date | None = None,
        until: Date | None = None,
        certainty: Certainty | str = Certainty.POSSIBLE,
    ) -> Self:
        """The occurrences that meet all of the conditions; with ``role`` ("for", "agent") the party has that role."""
        chosen = super().where(
            party=party,
            affiliates=affiliates,
            source=source,
            said_by=said_by,
            modality=modality,
            reviewed=reviewed,
            since=since,
            until=until,
            certainty=certainty,
        )
        return chosen._kept(
            one_of(EventKind, kind, "kind"),
            in_role(None if party is None else self._actors(party, affiliates), role),
        )


class StatementSelection(Selection[Statement]):
    """What was said, with a condition on who said it."""

    def where(
        self,
        *,
        speaker: Words | None = None,
        party: Words | None = None,
        affiliates: bool = False,
        source: Words | None = None,
        said_by: Words | None = None,
        modality: Words | None = None,
        reviewed: bool | None = None,
        since: Date | None = None,
        until: Date | None = None,
        certainty: Certainty | str = Certainty.POSSIBLE,
    ) -> Self:
        """The statements that meet all of the conditions; with ``affiliates`` a state speaks through its officials."""
        chosen = super().where(
            party=party,
            affiliates=affiliates,
            source=source,
            said_by=said_by,
            modality=modality,
            reviewed=reviewed,
            since=since,
            until=until,
            certainty=certainty,
        )
        return chosen._kept(self._referring(speaker, _SPEAKING, affiliates))


_SUPPLYING = frozenset({"/supplier", "/companies"})
_RECEIVING = frozenset({"/recipient", "/end_user"})
_GOODS = frozenset({"/items/weapon"})
_USED = frozenset({"/weapons"})
_PUBLISHING = frozenset({"/publisher_actor"})
_SPEAKING = frozenset({"/speaker"})
