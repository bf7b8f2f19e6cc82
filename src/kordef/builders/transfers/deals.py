"""Deals as they grow while a text is read: what one sentence says of one, and when two sentences speak of the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from attrs import define, evolve, field, frozen

from kordef.amounts import Amount
from kordef.builders.goods import ANY_NOUN, Good, class_head, is_a
from kordef.builders.grammar.tokens import Line, Token
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, Mention, ValueMention, WeaponMention
from kordef.vocabulary import Counting, EvidenceKind, Modality, Stage, Term, TransferKind

__all__ = [
    "CONTRACT",
    "EARLIER",
    "TITLES",
    "Dated",
    "Draft",
    "Drop",
    "Listing",
    "Partners",
    "Side",
    "additional",
    "alike",
    "kin",
    "money_key",
]

TITLES = (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING)
CONTRACT = frozenset([Stage.SIGNED, Stage.DELIVERING, Stage.DELIVERED, Stage.DONATED])
"""The stages of a deal that has come about."""
EARLIER = "earlier"
"""The ordinal of a deal that is only said to be an earlier one."""


@define(kw_only=True)
class Side:
    """A supplier, recipient or end user: the key of a state or organisation, the mention that shows it, and how it does."""

    key: str
    witness: Mention
    kind: EvidenceKind = EvidenceKind.STATED
    company: ActorMention | None = None
    """The firm named on this side, where the state follows from it."""

    @classmethod
    def home_of(cls, weapon: WeaponMention, company: ActorMention | None = None) -> Side:
        """The state that makes a weapon, as the catalogue has it."""
        return cls(key=f"state:{weapon.origin}", witness=weapon, kind=EvidenceKind.CATALOGUE, company=company)

    @property
    def is_state(self) -> bool:
        """Whether it is a state, and no organisation."""
        return self.key.startswith("state:")

    @property
    def official(self) -> bool:
        """Whether it is a state or an organisation of states."""
        return self.key.startswith(("state:", "organisation:"))

    def implied(self) -> Side:
        """The side as one that the context tells, and not the words."""
        return evolve(self, kind=EvidenceKind.IMPLIED)

    def without_firm(self) -> Side:
        """The state alone: who buys through a firm, or gives, is the state."""
        return evolve(self, company=None)


@frozen(kw_only=True)
class Partners:
    """The two sides that a sentence without goods brings together, and where it stands."""

    block: int
    story: int
    sides: tuple[Side, Side]
    talks: bool = False
    """Whether they are said to talk."""

    def besides(self, key: str) -> Side | None:
        """The other side than a given one; ``None`` where that is neither of the two."""
        one, other = self.sides
        return other if one.key == key else one if other.key == key else None

    @property
    def seller(self) -> Side | None:
        """The side that a firm stands for, where only one does."""
        firms = [side for side in self.sides if side.company is not None]
        return firms[0] if len(firms) == 1 else None


@frozen(kw_only=True)
class Dated:
    """A date with the stage that it dates; ``until`` where a second date closes an interval ("in 2021 and 2022")."""

    stage: Stage
    mention: DateMention
    until: DateMention | None = None
    told: bool = False
    """Whether it is only the date of an announcement."""


@frozen(kw_only=True)
class Drop:
    """A delivery: what, how many, when, and whether it has happened."""

    weapon: WeaponMention | None = None
    number: ValueMention | None = None
    date: DateMention | None = None
    done: bool | None = None


@define(kw_only=True)
class Draft:
    """What is known of a deal so far; grows as further sentences come back to it."""

    line: Line
    start: int
    end: int
    kind: TransferKind
    stage: Stage
    modality: Modality = Modality.ASSERTED
    supplier: Side | None = None
    recipient: Side | None = None
    end_user: Side | None = None
    companies: list[ActorMention] = field(factory=list[ActorMention])
    goods: list[Good] = field(factory=list[Good])
    total: ValueMention | None = None
    """The number of all goods together, where the text does not say how many of each."""
    money: list[ValueMention] = field(factory=list[ValueMention])
    title_money: list[ValueMention] = field(factory=list[ValueMention])
    covers: int | None = None
    """How many of the goods the first sum pays for; ``None`` for all."""
    dates: list[Dated] = field(factory=list[Dated])
    deliveries: list[Drop] = field(factory=list[Drop])
    terms: dict[Term, Token] = field(factory=dict[Term, Token])
    open_list: Token | None = None
    definite: bool = False
    """Whether the words come back to a deal that was told before ("the contract")."""
    ordinal: str | None = None
    """"first", "second": what tells this deal from others of the same parties and goods."""
    stated_recipient: bool = False
    implied_stage: bool = False
    """Whether nothing but its being in a table of deals says how far the deal has come."""
    aside: bool = False
    """Whether it is told in a relative or subordinate clause."""
    partial: bool = False
    """Whether the words tell of the first ones of a larger number."""
    weak: bool = False
    """Whether its words alone do not make a deal: an arrival, "followed with 12"."""
    passing: bool = False
    """Whether the goods are only said to be somewhere, and need not be handed over there: "F-16s arrived in Poland"."""
    additional: bool = False
    performs: bool = False
    """Whether it only tells what is to be handed over, which a contract may have been signed for: "will deliver 54"."""
    replaces: list[WeaponMention] = field(factory=list[WeaponMention])
    competitors: list[WeaponMention | ActorMention] = field(factory=list[WeaponMention | ActorMention])
    guess: Side | None = None
    """The recipient that only an inference names ("the ministry")."""
    barred: frozenset[str] = frozenset()
    """The keys of states that the sentence names and that are not the recipient."""
    hint: WeaponMention | None = None
    """The only weapon that the sentence before named, which a contract without goods may be for."""
    several: bool = False
    """Whether it stands for several contracts, of which more is to come."""
    executive: bool = False
    """Whether the text says that it fills in a framework."""
    framework: Draft | None = None

    @property
    def weapons(self) -> list[WeaponMention]:
        """The weapons among the goods."""
        return [g.weapon for g in self.goods if g.weapon is not None]

    @property
    def origins(self) -> dict[str, WeaponMention]:
        """The keys of the states that make the goods, each with a weapon from there."""
        return {f"state:{w.origin}": w for w in self.weapons if w.origin}

    @property
    def counted(self) -> bool:
        """Whether a number of goods is known."""
        return any(g.number for g in self.goods) or self.total is not None

    @property
    def are_first(self) -> bool:
        """Whether the goods are only the first of more: "took delivery of its first two F-16s"."""
        low = self.goods[0].low if self.goods else 0
        return any(t.text == "first" for t in self.line.tokens[max(0, low - 1) : low + 1] if self.goods)

    @property
    def weight(self) -> int:
        """How much a draft says; the sentence that says most is the one to quote."""
        return (
            2 * sum(g.number is not None for g in self.goods)
            + len(self.goods)
            + 2 * bool(self.money)
            + bool(self.dates)
            + (self.recipient is not None and self.stated_recipient)
            + (self.supplier is not None)
            - 4 * (self.line.kind in TITLES)
        )

    def signed_dates(self, *, contract: bool | None = None) -> list[str]:
        """The EDTF strings of the dates of the deal itself, deliveries left out; of its contract or its plans alone if asked."""
        return [
            d.mention.period.edtf
            for d in self.dates
            if d.mention.period.edtf
            and d.stage is not Stage.DELIVERED
            and not d.told
            and contract in (None, d.stage in CONTRACT)
        ]


@frozen(kw_only=True)
class Listing:
    """What the lists under a heading tell: ``kind`` is gifts, sales or notices, ``stage`` how far their deals have come."""

    kind: str
    stage: Stage
    date: DateMention | None = None
    """When all of it was told, as the sentence before the list says."""
    taker: Side | None = None
    """The state at war that gifts are for."""


# ---- goods


def kin(one: WeaponMention | None, other: WeaponMention | None, families: Mapping[str, str]) -> int:
    """How near two goods are: 3 one weapon, 2 a variant and its family, 1 a class and a weapon of that class, 0 strangers."""
    if one is None or other is None:
        return 0
    if one.key == other.key:
        return 3
    if families.get(one.key, one.key) == families.get(other.key, other.key):
        return 2
    if "class" in (one.form, other.form):
        heads = [class_head(w.category or w.name) for w in (one, other)]
        covered = (one.form == "class" and heads[0] not in ANY_NOUN and is_a(other, heads[0])) or (
            other.form == "class" and heads[1] not in ANY_NOUN and is_a(one, heads[1])
        )
        return 1 if heads[0] == heads[1] or covered else 0
    return 0


def alike(one: Amount, other: Amount) -> bool:
    """Whether two numbers may be one: equal, or near one another where one of them is hedged."""
    if (one.low, one.high) == (other.low, other.high):
        return True
    ends = [tuple(e for e in (a.low, a.high) if e is not None) for a in (one, other)]
    if not ends[0] or not ends[1]:
        return False
    for a, b in ((one, ends[1]), (other, ends[0])):
        if (a.low is not None and a.high is None and b[0] < a.low) or (
            a.high is not None and a.low is None and b[-1] > a.high
        ):
            return False
    hedged = str(one.qualifier) != "exact" or str(other.qualifier) != "exact"
    low, high = min(ends[0][0], ends[1][0]), max(ends[0][-1], ends[1][-1])
    return hedged and high > 0 and (high - low) / high <= Decimal("0.1")


def money_key(value: ValueMention) -> tuple[object, ...]:
    """What makes two sums the same: currency and bounds."""
    return value.unit, value.amount.low, value.amount.high


def additional(goods: Sequence[Good]) -> bool:
    """Whether goods are said to come on top of earlier ones."""
    return any(g.counting is Counting.ADDITIONAL for g in goods)
