"""Joins what a sentence tells to a deal told before, or takes it for a new one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve

from kordef.builders.goods import Good
from kordef.builders.transfers.apart import shares_money
from kordef.builders.transfers.context import complete
from kordef.builders.transfers.deals import CONTRACT, TITLES, Draft, Drop, kin
from kordef.builders.transfers.givers import (
    forget_maker,
    given_by_donor,
    giver_told_before,
    is_sellers,
    is_swap,
    seller_told_before,
    turn_owner,
    turn_parties,
)
from kordef.builders.transfers.merging import absorb, finer, likeness
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.wars import AIDED
from kordef.builders.transfers.wholeness import stands_alone
from kordef.vocabulary import Counting, EvidenceKind, Stage, TransferKind

__all__ = [
    "add_ahead",
    "filled_by_hint",
    "fills",
    "inherit",
    "is_option_of",
    "seals",
    "share_signature",
    "sums_up",
    "tell",
]


def is_option_of(option: Draft, deal: Draft) -> bool:
    """Whether what was told last is only an option beside a contract, which the text then goes on about."""
    if option is deal or not option.additional or option.stage is not Stage.CONSIDERED or deal.stage not in CONTRACT:
        return False
    if option.recipient is None or deal.recipient is None:
        return False
    return option.recipient.key == deal.recipient.key


def share_signature(parent: Draft, draft: Draft) -> None:
    """What a firm "will supply", told right behind "signed three contracts", is one of them."""
    same = draft.recipient is None or parent.recipient is None or draft.recipient.key == parent.recipient.key
    if same and draft.stage is Stage.PLANNED and parent.stage is Stage.SIGNED and draft.line.block == parent.line.block:
        if draft.kind is TransferKind.SALE and not draft.dates:
            draft.stage, draft.dates = parent.stage, list(parent.dates)


def fills(parent: Draft, draft: Draft) -> bool:
    """Whether a sentence gives the goods of the one contract of which only the parties were told: "It will deliver 218"."""
    if parent.goods or parent.several or not draft.goods or draft.additional or draft.kind is TransferKind.DONATION:
        return False
    if draft.stage in CONTRACT and parent.stage not in CONTRACT:
        return False
    speaks = draft.definite or draft.performs or draft.weak or (draft.stage in CONTRACT and not draft.dates)
    known = {s.key for s in (parent.supplier, parent.recipient, parent.end_user) if s is not None}
    sides = [s for s in (draft.supplier, draft.recipient) if s is not None and s.kind is not EvidenceKind.CATALOGUE]
    return speaks and all(s.key in known for s in sides)


def filled_by_hint(scene: Scene) -> Iterator[Draft]:
    """The contracts of which no sentence told the goods, for the weapon named right before them."""
    told = {(d.recipient.key, scene.families.get(w.key)) for d in scene.deals if d.recipient for w in d.weapons}
    for parent in scene.unfilled:
        weapon, buyer = parent.hint, parent.recipient
        if weapon is None or buyer is None or (buyer.key, scene.families.get(weapon.key)) in told:
            continue
        parent.goods = [Good(weapon=weapon, number=None, start=weapon.start, end=weapon.end)]
        if parent.supplier is None:
            complete(scene, parent, None)
        if parent.supplier is not None and parent.supplier.key == f"state:{weapon.origin}":
            yield parent


def add_ahead(parent: Draft, draft: Draft) -> None:
    """What is said of a contract before its goods are: "Its value was put at $370 million. It covers"."""
    parent.money.extend(m for m in draft.money if m not in parent.money)
    parent.deliveries.extend(draft.deliveries)
    parent.dates = parent.dates or list(draft.dates)
    for term, token in draft.terms.items():
        parent.terms.setdefault(term, token)


def seals(plan: Draft, parties: Draft) -> bool:
    """Whether a contract is that for goods just told: "approved the purchase of radars from France. A contract was signed"."""
    if plan.stage not in _BEFORE_CONTRACT or not plan.goods or parties.stage is not Stage.SIGNED or parties.several:
        return False
    if plan.kind is TransferKind.DONATION or not 0 <= parties.line.block - plan.line.block <= 1:
        return False
    if plan.line.story != parties.line.story or plan.line.kind in TITLES or parties.ordinal or parties.executive:
        return False
    if plan.money and parties.money and not shares_money(plan, parties):
        # "is seeking a contract estimated at $7 billion. The two signed a $12.4 billion agreement in 2022"
        return False
    known = {s.key for s in (plan.supplier, plan.recipient) if s is not None}
    if len(known) < 2 or any(s is not None and s.key not in known for s in (parties.supplier, parties.recipient)):
        return False
    plan.stage, plan.modality, plan.kind = Stage.SIGNED, parties.modality, parties.kind
    plan.dates = [*parties.dates, *plan.dates]
    plan.money.extend(m for m in parties.money if m not in plan.money)
    return True


_BEFORE_CONTRACT = (Stage.PLANNED, Stage.SELECTED, Stage.NEGOTIATING)


def sums_up(scene: Scene, draft: Draft) -> bool:
    """Whether a draft only counts together what other deals brought."""
    if not draft.goods or any(g.counting is not Counting.TOTAL for g in draft.goods):
        return False
    return any(
        deal.recipient is not None
        and draft.recipient is not None
        and deal.recipient.key == draft.recipient.key
        and any(kin(a, b, scene.families) for a in deal.weapons for b in draft.weapons)
        for deal in scene.recent()
    )


def inherit(scene: Scene, draft: Draft) -> None:
    """What "the first" and "the second" of several contracts share with the sentence that told of them all."""
    parent = scene.umbrella
    if parent is None or (draft.ordinal is None and scene.focus is not parent) or not draft.goods:
        return
    origins = draft.origins
    sides = [s for s in (parent.supplier, parent.recipient, parent.end_user) if s is not None]
    own = draft.recipient.key if draft.recipient is not None and draft.recipient.kind is EvidenceKind.STATED else ""
    buyers = [s for s in sides if s.key not in origins and s.company is None]
    if not origins and parent.supplier is not None and parent.recipient is not None and not own:
        buyers = [parent.recipient]
    draft.recipient = next((s for s in buyers if s.key == own), buyers[0] if buyers else None)
    draft.supplier = next((s for s in sides if s.key in origins), None)
    if not origins and draft.recipient is not None:
        draft.supplier = next((s for s in sides if s.key != draft.recipient.key), None)
    if draft.recipient is not None:
        draft.recipient = draft.recipient.implied()
        draft.stated_recipient = True
    if draft.supplier is not None:
        draft.supplier = draft.supplier.implied()
    complete(scene, draft, None)
    draft.companies = draft.companies or list(parent.companies)
    if not (draft.stage in CONTRACT and draft.dates and parent.stage is Stage.PLANNED):
        draft.stage, draft.kind = parent.stage, parent.kind
    draft.definite = draft.weak = False
    if not draft.dates:
        draft.dates = list(parent.dates)
    if not draft.money and draft.ordinal is None:
        draft.money = list(parent.money)
    if not parent.several:
        draft.deliveries.extend(d for d in parent.deliveries if d not in draft.deliveries)
        for term, token in parent.terms.items():
            draft.terms.setdefault(term, token)
    if parent in scene.deals:
        scene.deals.remove(parent)
    parent.hint = None
    if scene.focus is parent:
        scene.focus = None


def _swallow(deal: Draft | None, draft: Draft, families: Mapping[str, str]) -> None:
    """Make a delivery told before the contract that it belongs to one of the contract's deliveries."""
    if deal is None or draft.stage is not Stage.SIGNED or not draft.counted:
        return
    if deal.performs:
        # "KAI will deliver two jets in May; Manila signed for twelve"
        told = not draft.additional and deal.recipient is not None and draft.recipient is not None
    else:
        came = deal.stage in (Stage.DELIVERED, Stage.DELIVERING)
        told = came and (draft.definite or (deal.are_first and not draft.additional))
    if not told or deal.money or len(deal.goods) != 1 or len(draft.goods) != 1:
        return
    if deal.recipient is not None and draft.recipient is not None and deal.recipient.key != draft.recipient.key:
        return
    mine, whole = deal.goods[0], draft.goods[0]
    if mine.number is None or whole.number is None or not kin(mine.weapon, whole.weapon, families):
        return
    low, high = mine.number.amount.low, whole.number.amount.low
    if low is None or high is None or low >= high:
        return
    date = deal.dates[0].mention if deal.dates else None
    drop = Drop(weapon=mine.weapon, number=mine.number, date=date, done=not deal.performs)
    if not any(d.number is mine.number for d in deal.deliveries):
        deal.deliveries.append(drop)
    deal.goods = [evolve(whole, weapon=finer(mine.weapon, whole.weapon, families))]
    deal.stage = Stage.DELIVERING if deal.stage is Stage.DELIVERED else deal.stage
    deal.dates = []


def tell(scene: Scene, draft: Draft) -> None:
    """Join a draft to the deal that it speaks of, or take it for a new one."""
    if draft.weak and len(draft.goods) > 1 and draft.stage is Stage.DELIVERED:
        # "10 K2s and 24 K9s were unloaded": each belongs to its own contract
        for good in draft.goods:
            tell(scene, evolve(draft, goods=[good], money=[], dates=list(draft.dates), deliveries=[], terms={}))
        return
    _turn(scene, draft)
    given_by_donor(scene.donor, draft)
    turn_parties(draft, scene.recent())
    seller_told_before(draft, scene.focus)
    turn_owner(draft, draft.line)
    giver_told_before(draft, draft.line, scene.recent())
    forget_maker(draft)
    if (taker := is_swap(draft, draft.line, scene.recent())) is not None:
        draft.recipient = taker.without_firm()
    scene.date_by_entry(draft)
    _swallow(scene.focus, draft, scene.families)
    best, score = None, 0
    for deal in reversed(scene.recent()):
        s = likeness(deal, draft, scene.families, focus=deal is scene.focus)
        if s > score:
            best, score = deal, s
    if best is not None:
        absorb(best, draft, scene.families)
        scene.focus = best
    elif draft.ordinal is not None and draft.definite and not draft.goods and scene.focus is not None:
        # "the first contract dates from 2022": another deal for the same goods, more of which comes
        spoken = scene.focus
        draft.goods = [evolve(g, number=None, low=0, high=0) for g in spoken.goods[:1] if g.weapon is not None]
        draft.supplier, draft.recipient = spoken.supplier, spoken.recipient
        scene.deals.append(draft)
        scene.focus = draft
    elif (draft.weak and not stands_alone(draft)) or _looks_back(scene, draft) or is_sellers(draft, scene.recent()):
        return
    elif not draft.definite or draft.goods:
        if draft.definite and draft.recipient is None and scene.focus is not None:
            draft.recipient = scene.focus.recipient
            draft.supplier = draft.supplier or scene.focus.supplier
        scene.deals.append(draft)
        scene.focus = draft


def _turn(scene: Scene, draft: Draft) -> None:
    """Who was told to get gifts from a state gives it none: "Ten more were promised in April" goes on about its gifts."""
    if draft.kind is not TransferKind.DONATION or draft.supplier is None or draft.recipient is None:
        return
    if draft.supplier.key in AIDED and any(
        deal.kind is TransferKind.DONATION
        and deal.supplier is not None
        and deal.recipient is not None
        and (deal.supplier.key, deal.recipient.key) == (draft.recipient.key, draft.supplier.key)
        for deal in scene.recent()
    ):
        draft.supplier, draft.recipient = draft.recipient, draft.supplier.without_firm()


def _looks_back(scene: Scene, draft: Draft) -> bool:
    """Whether a draft tells of the time when a deal that has been told was only thought of: its tender, its choice."""
    if draft.stage not in (Stage.CONSIDERED, Stage.SELECTED) or draft.additional or draft.recipient is None:
        return False
    if any(g.number is not None and g.unit is None for g in draft.goods):
        return False
    return any(
        deal.line.story == draft.line.story
        and deal.stage not in (Stage.CONSIDERED, Stage.CANCELLED)
        and deal.recipient is not None
        and deal.recipient.key == draft.recipient.key
        and (deal.supplier is None or draft.supplier is None or deal.supplier.key == draft.supplier.key)
        and any(kin(a, b, scene.families) for a in deal.weapons for b in draft.weapons)
        for deal in scene.recent()
    )
