"""The records: one frozen class for each kind of fact, with the fields that the field's standards name.

Serialisation lives in :mod:`kordef.codec`; here is only what a record is. References between records are ids: an actor
is referred to by the id of an :class:`Actor` of the same source, a weapon by the id of a :class:`WeaponSystem`.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from attrs import frozen

from kordef.amounts import Amount
from kordef.errors import InvalidValue
from kordef.evidence import PLACES, Evidence, facts, resolve
from kordef.forms import (
    ActorId,
    ActorIds,
    AgreementId,
    AtLeast,
    Checked,
    Country,
    DialogueId,
    Distinct,
    Hash,
    Matches,
    OwnId,
    Position,
    Refers,
    SourceId,
    Text,
    Texts,
    TransferId,
    WeaponId,
    WeaponIds,
)
from kordef.markup import Marked, grid
from kordef.periods import Period
from kordef.values import Money, Quantity
from kordef.vocabulary import (
    ActorKind,
    AgreementKind,
    AgreementStatus,
    Basis,
    Counting,
    DeploymentKind,
    DialogueKind,
    EventKind,
    Modality,
    Quoting,
    ReviewAction,
    Role,
    Section,
    Speech,
    Stage,
    Term,
    TransferKind,
    Voice,
)

__all__ = [
    "RECORD_TYPES",
    "Actor",
    "Agreement",
    "Attribution",
    "Cell",
    "Delivery",
    "Deployment",
    "Dialogue",
    "Event",
    "Item",
    "Observation",
    "Participant",
    "Passage",
    "Post",
    "Record",
    "Rejection",
    "Review",
    "Source",
    "StageDate",
    "Statement",
    "Stretch",
    "Target",
    "Transfer",
    "WeaponSystem",
]


@frozen(kw_only=True)
class Attribution(Checked):
    """One link of the chain of those who say so, the document itself left out, the nearest to it first.

    ``actor`` is the id of an Actor; for somebody without a name it is ``None`` and ``described`` has the source's
    words.
    """

    voice: Voice
    actor: ActorId | None = None
    described: Text | None = None

    def _nonsense(self) -> str | None:
        return "actor or described must be given" if self.actor is None and self.described is None else None


@frozen(kw_only=True)
class Review(Checked):
    """What a person did to a record, and why (:mod:`kordef.curation`).

    ``by`` says who, as they sign. ``changed`` are the names of the fields that a correction gave or took away, in the
    order of the class; empty for a record that was added.
    """

    action: ReviewAction
    reason: Text
    by: Text | None = None
    changed: Texts = ()


@frozen(kw_only=True)
class Record(Checked):
    """What every record has.

    ``id`` is made by :func:`kordef.identity.record_id`, ``source`` is the id of the :class:`Source` the record was read
    from. Each ``evidence`` points at a field that the record has. ``review`` is set where a person added or corrected it.
    """

    type: ClassVar[str]

    id: OwnId
    source: SourceId
    evidence: tuple[Evidence, ...] = ()
    attribution: tuple[Attribution, ...] = ()
    modality: Modality = Modality.ASSERTED
    section: Section = Section.BODY
    review: Review | None = None

    def _nonsense(self) -> str | None:
        places = PLACES[self.__class__]
        for evidence in self.evidence:
            place = places[evidence.field]
            if place is not None and not place.is_in(self):
                try:
                    resolve(self, evidence.field)
                except InvalidValue as error:
                    position = self.evidence.index(evidence)
                    return f"evidence[{position}].field must point at a field: {error}"
        return None

    def _repr_html_(self) -> str:
        """Each field with the words that it rests on, for notebooks."""
        words: dict[str, list[str]] = {}
        for evidence in self.evidence:
            shown = evidence.exact if str(evidence.kind) == "stated" else f"{evidence.exact} ({evidence.kind})"
            words.setdefault(evidence.field, []).append(" ".join(shown.split()))
        rows = [("", "", Marked(" … ".join(words[""])))] if "" in words else []
        for pointer, value in facts(self):
            field = pointer.removeprefix("/")
            rows.append((field, str(value), Marked(" … ".join(words.get(pointer, ())))))
        return grid(self.id, ("field", "value", "words of the source"), rows, f"{self.modality}; {self.section}")

    def _itself(self, name: str) -> str:
        """The complaint about a field that holds the record's own id."""
        return f"{name} must not be the record itself, found {self.id!r}"


# ---- documents and what they speak of


@frozen(kw_only=True)
class Stretch(Checked):
    """A stretch of a document's text under a heading (``None`` before the first).

    ``start`` and ``end`` (exclusive) are its place, counted in code points; ``heading`` has the words above it.
    """

    section: Section
    start: Position
    end: int
    heading: str | None = None

    def _nonsense(self) -> str | None:
        return None if self.start < self.end else f"end ({self.end}) must lie behind start ({self.start})"


@frozen(kw_only=True)
class Passage(Checked):
    """A sentence of a document: its characters and the place of the first, counted in code points of the whole text.

    ``start`` is the place of the first character, ``exact`` has all of them.
    """

    start: Position
    exact: Text


@frozen(kw_only=True)
class Rejection(Checked):
    """A record that the loaders made of a document and a person took out: of what type, its words, and why."""

    record_type: Annotated[str, Matches("[a-z_]+", "the type of a record")]
    exact: Text
    reason: Text
    by: Text | None = None


@frozen(kw_only=True)
class Source(Record):
    """A document, or a related story embedded in one (then ``parent`` is the id of the page's source).

    ``published_basis`` is "printed" where the text or its publisher says the date, "inferred" where somebody worked it
    out. ``sha256`` is that of the file's bytes, ``length`` counts code points of the decoded text; ``file`` is the
    file's name. ``passages`` are the sentences that facts rest on, in order, so that a quote can be shown in its
    context. ``rejected`` are the records that a person took out. ``quotes``
    says what a release may show of the words.
    ``title``, ``publisher``, ``byline`` and ``address`` are as printed, or as somebody has stated them beside the text;
    ``place`` is that of the dateline, ``published`` the date of publication, ``language`` a tag (BCP 47).
    """

    type: ClassVar[str] = "source"

    title: Text
    sha256: Hash
    length: Position
    publisher: Text | None = None
    byline: Text | None = None
    place: Text | None = None
    published: Period | None = None
    published_basis: Annotated[str, Matches("printed|inferred", "'printed' or 'inferred'")] | None = None
    address: Text | None = None
    language: Annotated[str, Matches("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", "a language tag (BCP 47)")] | None = None
    parent: SourceId | None = None
    file: Text | None = None
    sections: tuple[Stretch, ...] = ()
    passages: tuple[Passage, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    quotes: Quoting = Quoting.ALLOWED

    def _nonsense(self) -> str | None:
        if self.published_basis is not None and self.published is None:
            return f"published must be given with published_basis ({self.published_basis!r}), found None"
        for position, stretch in enumerate(self.sections):
            if stretch.end > self.length:
                return f"sections[{position}].end ({stretch.end}) must not lie behind the text's length ({self.length})"
        return self._itself("parent") if self.parent == self.id else super()._nonsense()


@frozen(kw_only=True)
class Post(Checked):
    """An office that a person holds or held, as the source words it; ``body`` is the id of the Actor it belongs to.

    ``title`` is the office ("defence minister"); ``former`` is set where the person no longer holds it.
    """

    title: Text
    body: ActorId | None = None
    former: bool = False


@frozen(kw_only=True)
class Actor(Record):
    """A state, body, firm or person that a document speaks of.

    ``names`` are the names as written, in order of first appearance. ``code`` is the ISO 3166-1 alpha-2 code of a
    state. ``catalogue`` is the catalogue's id where it knows the actor ("state:KR", "company:hanwha-aerospace").
    ``parent`` and ``members`` are ids of Actors; ``acts_for`` is the id of the state or organisation that a body or an
    official acts for.
    ``name`` is what it is shown by: the catalogue's name, else the fullest in the text.
    """

    type: ClassVar[str] = "actor"

    name: Text
    kind: ActorKind
    names: Texts = ()
    code: Country | None = None
    catalogue: Text | None = None
    parent: ActorId | None = None
    members: ActorIds = ()
    acts_for: ActorId | None = None
    posts: Annotated[tuple[Post, ...], Distinct()] = ()

    def _nonsense(self) -> str | None:
        if self.id in (self.parent, self.acts_for):
            return self._itself("parent" if self.id == self.parent else "acts_for")
        return self._itself("members") if self.id in self.members else super()._nonsense()


@frozen(kw_only=True)
class WeaponSystem(Record):
    """A weapon, platform or munition, or a class of them ("howitzers") where it is the object of a deal or a statistic.

    ``categories`` are the class nouns of the source ("self-propelled howitzer"). The SIPRI and UNROCA categories,
    ``origin`` (alpha-2) and ``family`` (catalogue id) come from the catalogue unless the evidence says otherwise.
    ``name`` is what it is shown by, ``designation`` its type ("K9") where it has one, ``names`` are the names as written.
    ``sipri_category`` and ``unroca_category`` are those of the two registers, ``maker`` is the catalogue's id of the company,
    ``catalogue`` that of the weapon.
    """

    type: ClassVar[str] = "weapon_system"

    name: Text
    designation: Text | None = None
    names: Texts = ()
    categories: Texts = ()
    sipri_category: Text | None = None
    unroca_category: Text | None = None
    maker: Text | None = None
    origin: Country | None = None
    family: Text | None = None
    catalogue: Text | None = None


# ---- agreements and dialogues

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


# ---- forces, figures, occurrences, words


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


RECORD_TYPES: dict[str, type[Record]] = {
    cls.type: cls
    for cls in (
        Source,
        Actor,
        WeaponSystem,
        Agreement,
        Dialogue,
        Transfer,
        Deployment,
        Observation,
        Event,
        Statement,
    )
}
"""The record classes by the tag that stands first in their JSON."""
