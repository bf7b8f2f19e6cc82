"""What documents tell beside: forces, figures, occurrences, and the words of those who speak."""

from __future__ import annotations

from typing import Annotated, ClassVar

from attrs import frozen

from kordef.forms import (
    ActorId,
    ActorIds,
    Checked,
    Distinct,
    Position,
    Text,
    WeaponIds,
)
from kordef.periods import Period
from kordef.records.dealings import Participant
from kordef.records.record import Record
from kordef.values import Money, Quantity
from kordef.vocabulary import (
    Basis,
    DeploymentKind,
    EventKind,
    Speech,
)

__all__ = ["Cell", "Deployment", "Event", "Observation", "Statement"]


@frozen(kw_only=True)
class Deployment(Record):
    """Forces, units, operations and exercises; ``actors`` and ``partners`` are ids of Actors.

    ``what`` says it in the source's words. ``unit`` is the name of the forces, ``operation`` that of the mission or exercise,
    ``weapons`` are ids of WeaponSystems. ``place`` is where, ``period`` when, ``strength`` how many.
    """

    type: ClassVar[str] = "deployment"

    what: Text
    kind: DeploymentKind
    actors: ActorIds = ()
    unit: Text | None = None
    operation: Text | None = None
    partners: ActorIds = ()
    weapons: WeaponIds = ()
    place: Text | None = None
    period: Period | None = None
    strength: Quantity | None = None


@frozen(kw_only=True)
class Cell(Checked):
    """The place of a figure in a table: all positions count from 0, header rows and the title left out.

    ``table``, ``row`` and ``column`` are its position; ``row_header`` and ``column_header`` have the words of the headers.
    """

    table: Position
    row: Position
    column: Position
    row_header: str | None = None
    column_header: str | None = None


@frozen(kw_only=True)
class Observation(Record):
    """A statistic, after SDMX: an indicator of a reference area in a period, as a data publisher states it.

    ``subject`` is the reference area or subject as the source names it, ``subject_actor`` the id of its Actor where it
    is one; ``counterpart`` and ``publisher`` likewise. ``members`` are ids of Actors that a cell lists as those counted
    together.
    ``indicator`` is what is measured, ``value`` the figure, ``period`` the time it is of. ``counterpart_actor`` and
    ``publisher_actor`` are ids of Actors.
    """

    type: ClassVar[str] = "observation"

    indicator: Text
    value: Money | Quantity
    basis: Basis = Basis.LEVEL
    subject: Text | None = None
    subject_actor: ActorId | None = None
    counterpart: Text | None = None
    counterpart_actor: ActorId | None = None
    members: ActorIds = ()
    period: Period | None = None
    publisher: Text | None = None
    publisher_actor: ActorId | None = None
    cell: Cell | None = None


@frozen(kw_only=True)
class Event(Record):
    """A dated occurrence that is neither a meeting nor a deal: a vote, a law, an election, an attack.

    ``what`` says it in the source's words; ``place`` is where, ``date`` when.
    """

    type: ClassVar[str] = "event"

    what: Text
    kind: EventKind
    actors: Annotated[tuple[Participant, ...], Distinct()] = ()
    place: Text | None = None
    date: Period | None = None


@frozen(kw_only=True)
class Statement(Record):
    """What somebody said; ``text`` is the source's characters, without the quotation marks.

    ``speaker`` is the id of an Actor; ``described`` has the words for somebody without a name. ``post`` is the office they
    speak from, ``audience`` whom they speak to, ``venue`` where, ``date`` when.
    """

    type: ClassVar[str] = "statement"

    text: str
    speech: Speech
    speaker: ActorId | None = None
    described: str | None = None
    post: str | None = None
    audience: str | None = None
    venue: str | None = None
    date: Period | None = None
