"""What states and firms do with one another: agreements, dialogues, transfers."""

from __future__ import annotations

from typing import Annotated, ClassVar

from attrs import frozen

from kordef.amounts import Amount
from kordef.forms import (
    ActorId,
    ActorIds,
    AgreementId,
    AtLeast,
    Checked,
    DialogueId,
    Distinct,
    Position,
    Refers,
    Text,
    Texts,
    TransferId,
    WeaponId,
    WeaponIds,
)
from kordef.periods import Period
from kordef.records.record import Record
from kordef.values import Money, Quantity
from kordef.vocabulary import (
    AgreementKind,
    AgreementStatus,
    Counting,
    DialogueKind,
    Role,
    Stage,
    Term,
    TransferKind,
)

__all__ = [
    "TARGET_LEVELS",
    "Agreement",
    "Delivery",
    "Dialogue",
    "Item",
    "Participant",
    "StageDate",
    "Target",
    "Transfer",
]

TARGET_LEVELS = 8
"""How deep the parts of a target may be nested, the target itself counted."""


@frozen(kw_only=True)
class Target(Checked):
    """A figure that an agreement aims at ("5 % of GDP by 2035"), with the parts it is made of.

    ``indicator`` is what is measured, ``value`` the figure, ``by`` the date it is to be reached by; ``parts`` are what it is
    made of ("3.5 % and 1.5 %").
    """

    indicator: Text
    value: Money | Quantity
    by: Period | None = None
    parts: tuple[Target, ...] = ()

    def _nonsense(self) -> str | None:
        level, parts = 1, self.parts
        while parts:
            level += 1
            if level > TARGET_LEVELS:
                return f"parts must not reach deeper than {TARGET_LEVELS} levels"
            parts = tuple(part for target in parts for part in target.parts)
        return None


@frozen(kw_only=True)
class Agreement(Record):
    """A treaty, partnership, memorandum or the like between ``parties`` (ids of Actors).

    ``supersedes`` and ``upgrades`` are ids of the Agreements that it replaces or brings to a higher level.
    ``name`` is what the source calls it. ``announced``, ``signed``, ``in_force`` and ``ended`` are its dates, ``place`` is where
    it was concluded; ``amounts`` are the sums of money it is about, ``targets`` the figures it aims at.
    """

    type: ClassVar[str] = "agreement"

    name: Text
    kind: AgreementKind
    status: AgreementStatus
    parties: ActorIds = ()
    announced: Period | None = None
    signed: Period | None = None
    in_force: Period | None = None
    ended: Period | None = None
    supersedes: AgreementId | None = None
    upgrades: AgreementId | None = None
    place: Text | None = None
    amounts: tuple[Money, ...] = ()
    targets: tuple[Target, ...] = ()

    def _nonsense(self) -> str | None:
        if self.id in (self.supersedes, self.upgrades):
            return self._itself("supersedes" if self.id == self.supersedes else "upgrades")
        return super()._nonsense()


@frozen(kw_only=True)
class Participant(Checked):
    """An actor with what it does in a dialogue or an event.

    ``actor`` is the id of an Actor.
    """

    actor: ActorId
    role: Role = Role.PARTICIPANT


@frozen(kw_only=True)
class Dialogue(Record):
    """A meeting, visit, call, briefing, forum or standing body.

    ``ordinal`` is 1 for the first of its kind. ``part_of`` is the id of the Dialogue (a tour, a summit) that it belongs
    to.
    ``name`` is what it is called, or who met whom. ``place`` is a town or country, ``venue`` the house or occasion, ``date`` when
    it took or takes place. ``recurring`` is set where it takes place again and again. ``topics`` are what it was about,
    ``outcomes`` what came of it, in the source's words.
    """

    type: ClassVar[str] = "dialogue"

    name: Text
    kind: DialogueKind
    participants: Annotated[tuple[Participant, ...], Distinct()] = ()
    place: Text | None = None
    venue: Text | None = None
    date: Period | None = None
    ordinal: Annotated[int, AtLeast(1)] | None = None
    recurring: bool | None = None
    topics: Texts = ()
    outcomes: Texts = ()
    part_of: DialogueId | None = None

    def _nonsense(self) -> str | None:
        return self._itself("part_of") if self.part_of == self.id else super()._nonsense()


# ---- transfers


@frozen(kw_only=True)
class Item(Checked):
    """One kind of goods of a transfer.

    ``weapon`` is the id of a WeaponSystem. ``number`` counts weapons unless ``unit`` says what else is counted
    ("battery").
    ``description`` has the source's words for goods that are no weapon, or that it only describes.
    """

    weapon: WeaponId | None = None
    description: Text | None = None
    number: Amount | None = None
    unit: Text | None = None
    counting: Counting = Counting.NEW

    def _nonsense(self) -> str | None:
        if self.weapon is None and self.description is None and self.number is None:
            return "weapon, description or number must be given"
        return None


@frozen(kw_only=True)
class StageDate(Checked):
    """When a deal reached, or is to reach, a stage.

    ``date`` is when.
    """

    stage: Stage
    date: Period


@frozen(kw_only=True)
class Delivery(Checked):
    """A delivery of some or all of a transfer's goods; ``done`` is ``False`` for one still to come.

    ``weapon`` is the id of a WeaponSystem, ``number`` counts what is delivered, ``date`` is when.
    """

    weapon: WeaponId | None = None
    number: Amount | None = None
    date: Period | None = None
    done: bool | None = None

    def _nonsense(self) -> str | None:
        if self.weapon is None and self.number is None and self.date is None:
            return "weapon, number or date must be given"
        return None


@frozen(kw_only=True)
class Transfer(Record):
    """Goods that pass, or are to pass, from a supplier to a recipient.

    ``supplier``, ``recipient`` and ``end_user`` are ids of Actors that are states or organisations; ``companies`` are
    those that sell. ``value_covers`` gives the positions of the items that ``value`` pays for, empty for all of them;
    ``alternatives`` are further sums that the source gives for the same deal. ``open_list`` is set where the source
    says that its list of items is not complete ("such as"). ``replaces`` are ids of the WeaponSystems whose place the
    goods take, ``competitors`` those of the Actors or WeaponSystems that compete or competed for the deal. ``part_of``
    is the id of the transfer this one fills in.
    """

    type: ClassVar[str] = "transfer"

    kind: TransferKind
    stage: Stage
    supplier: ActorId | None = None
    companies: ActorIds = ()
    recipient: ActorId | None = None
    end_user: ActorId | None = None
    items: tuple[Item, ...] = ()
    open_list: bool = False
    value: Money | None = None
    value_covers: Annotated[tuple[Position, ...], Distinct()] = ()
    alternatives: tuple[Money, ...] = ()
    stages: Annotated[tuple[StageDate, ...], Distinct()] = ()
    terms: Annotated[tuple[Term, ...], Distinct()] = ()
    deliveries: tuple[Delivery, ...] = ()
    replaces: WeaponIds = ()
    competitors: Annotated[tuple[Annotated[str, Refers(("actor", "weapon_system"))], ...], Distinct()] = ()
    part_of: TransferId | None = None

    def _nonsense(self) -> str | None:
        if self.value is None and (self.value_covers or self.alternatives):
            return "value must be given with value_covers or alternatives, found None"
        for position, covered in enumerate(self.value_covers):
            if covered >= len(self.items):
                number = len(self.items)
                return f"value_covers[{position}] must be below the number of items ({number}), found {covered}"
        return self._itself("part_of") if self.part_of == self.id else super()._nonsense()
