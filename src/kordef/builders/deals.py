"""Drafts of transfers: what one sentence says of a deal, and when two drafts speak of the same one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import define, field, frozen

from kordef.builders.goods import Good, same_goods
from kordef.builders.page import Page
from kordef.builders.tokens import Line, Token
from kordef.mentions.model import ActorMention, DateMention, Mention, ValueMention, WeaponMention
from kordef.vocabulary import EvidenceKind, Modality, Stage, Term, TransferKind

__all__ = ["Draft", "Side", "merge"]


@frozen(kw_only=True)
class Side:
    """A supplier or recipient: the key of a state or organisation, the mention that shows it, and how it does."""

    key: str
    witness: Mention
    kind: EvidenceKind = EvidenceKind.STATED
    company: ActorMention | None = None
    """The firm named on this side, where the state follows from it."""


@frozen(kw_only=True)
class Dated:
    """A date with the stage that it dates."""

    stage: Stage
    mention: DateMention


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
    companies: list[ActorMention] = field(factory=list)
    goods: list[Good] = field(factory=list)
    money: list[ValueMention] = field(factory=list)
    dates: list[Dated] = field(factory=list)
    deliveries: list[tuple[Good, DateMention | None, bool]] = field(factory=list)
    terms: dict[Term, Token] = field(factory=dict)
    open_list: bool = False
    definite: bool = False
    """Whether the words come back to a deal that was told before ("the contract")."""
    ordinal: str | None = None
    """"first", "second", "another": what tells this deal from others of the same parties and goods."""
    stated_recipient: bool = True

    @property
    def weapons(self) -> list[WeaponMention]:
        """The weapons among the goods."""
        return [g.weapon for g in self.goods if g.weapon is not None]

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
        )


def merge(page: Page, drafts: Iterable[Draft]) -> list[Draft]:
    """One draft for each deal, in the order in which the text comes to them."""
    deals: list[Draft] = []
    for draft in drafts:
        for earlier in reversed(deals):
            if _same(page, earlier, draft):
                _absorb(page, earlier, draft)
                break
        else:
            deals.append(draft)
    return deals


def _same(page: Page, one: Draft, other: Draft) -> bool:
    if one.line.story != other.line.story:
        return False
    if one.recipient and other.recipient and one.recipient.key != other.recipient.key:
        return False
    if one.supplier and other.supplier and one.supplier.key != other.supplier.key:
        return False
    if (one.kind is TransferKind.DONATION) != (other.kind is TransferKind.DONATION):
        return False
    if one.ordinal and other.ordinal and one.ordinal != other.ordinal:
        return False
    if _numbers_clash(page, one, other) or _dates_clash(one, other):
        return False
    if not _stages_fit(one, other):
        return False
    if not one.goods or not other.goods:
        return other.definite or not other.goods
    if not any(same_goods(page, a, b) for a in one.weapons for b in other.weapons):
        return not (one.weapons and other.weapons) and other.definite
    return _shares_number(one, other) or not (_counted(one) and _counted(other))


def _counted(draft: Draft) -> bool:
    return any(g.number for g in draft.goods)


def _bounds(number: ValueMention) -> tuple[object, object]:
    return number.amount.low, number.amount.high


def _shares_number(one: Draft, other: Draft) -> bool:
    mine = {_bounds(g.number) for g in one.goods if g.number}
    return any(_bounds(g.number) in mine for g in other.goods if g.number)


def _numbers_clash(page: Page, one: Draft, other: Draft) -> bool:
    for a in one.goods:
        for b in other.goods:
            if (
                a.number
                and b.number
                and same_goods(page, a.weapon, b.weapon)
                and _bounds(a.number) != _bounds(b.number)
            ):
                return True
    return False


def _dates_clash(one: Draft, other: Draft) -> bool:
    mine = [d.mention.period.edtf for d in one.dates if d.stage not in (Stage.DELIVERED, Stage.DELIVERING)]
    theirs = [d.mention.period.edtf for d in other.dates if d.stage not in (Stage.DELIVERED, Stage.DELIVERING)]
    for a in mine:
        for b in theirs:
            if a and b and "/" not in a + b and not (a.startswith(b) or b.startswith(a)):
                return True
    return False


_CONTRACT = frozenset([Stage.SIGNED, Stage.DELIVERING, Stage.DELIVERED, Stage.DONATED])


def _stages_fit(one: Draft, other: Draft) -> bool:
    """A plan and a contract are two things unless they share a number; a contract and its delivery are one."""
    if (one.stage in _CONTRACT) == (other.stage in _CONTRACT):
        return True
    return _shares_number(one, other) or (other.definite and other.line.block == one.line.block)


def _absorb(page: Page, deal: Draft, draft: Draft) -> None:
    if draft.weight > deal.weight and draft.line.section == deal.line.section:
        deal.line, deal.start, deal.end = draft.line, draft.start, draft.end
    better = draft.recipient and (deal.recipient is None or not deal.stated_recipient)
    if better:
        deal.recipient, deal.stated_recipient = draft.recipient, draft.stated_recipient
    if draft.supplier and (deal.supplier is None or deal.supplier.kind is EvidenceKind.CATALOGUE):
        deal.supplier = draft.supplier
    deal.companies.extend(c for c in draft.companies if c.key not in {k.key for k in deal.companies})
    for good in draft.goods:
        _add_good(page, deal, good)
    deal.money.extend(m for m in draft.money if _money_key(m) not in {_money_key(k) for k in deal.money})
    if not any(d.stage is deal.stage for d in deal.dates) or deal.stage is not draft.stage:
        deal.dates.extend(draft.dates)
    else:
        deal.dates.extend(d for d in draft.dates if d.stage is not deal.stage)
    deal.deliveries.extend(draft.deliveries)
    for term, token in draft.terms.items():
        deal.terms.setdefault(term, token)
    if deal.stage not in _CONTRACT and draft.stage in _CONTRACT:
        deal.stage, deal.modality, deal.kind = draft.stage, draft.modality, draft.kind
    elif deal.stage is Stage.SIGNED and draft.stage is Stage.DELIVERED and _shares_number(deal, draft):
        deal.stage = Stage.DELIVERED


def _add_good(page: Page, deal: Draft, good: Good) -> None:
    for position, known in enumerate(deal.goods):
        if same_goods(page, known.weapon, good.weapon) and (known.weapon or good.weapon):
            if (known.number is None and good.number is not None) or (
                known.weapon is None
                or (
                    known.weapon.form == "class"
                    and good.weapon is not None
                    and good.weapon.form == "name"
                    and good.number
                )
            ):
                deal.goods[position] = good
            return
        if known.number and good.number and _bounds(known.number) == _bounds(good.number):
            if known.weapon is None:
                deal.goods[position] = good
            return
    deal.goods.append(good)


def _money_key(value: ValueMention) -> Sequence[object]:
    return value.unit, value.amount.low, value.amount.high
