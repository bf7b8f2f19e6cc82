"""Deals: plans after contracts, stages that run backwards, parties and prices that cannot be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from kordef.audit.dates import RANK
from kordef.audit.desk import Desk
from kordef.audit.exchange import UNITS_PER_DOLLAR
from kordef.audit.findings import Claim, Finding
from kordef.audit.registry import Check, check
from kordef.audit.wording import listed, span, value
from kordef.catalogue import Landmark
from kordef.intervals import Interval
from kordef.periods import Period
from kordef.records import Item, Transfer, WeaponSystem
from kordef.vocabulary import Counting, Modality, Severity, Stage

_PLANS = (Stage.CONSIDERED, Stage.PLANNED, Stage.NEGOTIATING, Stage.SELECTED)
_CONTRACTS = (Stage.SIGNED, Stage.DELIVERING, Stage.DELIVERED)


def _dated(transfer: Transfer, stages: tuple[Stage, ...]) -> tuple[int, Period] | None:
    """The first dated stage among some, with its position."""
    return next(((n, s.date) for n, s in enumerate(transfer.stages) if s.stage in stages and s.date.edtf), None)


def _may_be_one(plan: Item, contract: Item) -> bool:
    """Whether an item of a plan can be that of a contract: no further ones, and no other number."""
    if plan.counting is not Counting.NEW or contract.counting is Counting.OPTION:
        return False
    if plan.number is None or contract.number is None:
        return True
    return plan.number.agrees(contract.number, whole=True)


@check(
    "K901",
    "a plan dated after the contract",
    Severity.WARNING,
    looks_at="plans that are dated, with the contracts over the same weapons between the same parties, in all "
    "documents and among the catalogue's landmarks; plans for “additional” weapons or for another number are left out",
    tolerance="the plan must be after the contract whatever the day; a plan without a number may be one for more "
    "of the same, which the finding says",
    example="“in April 2024 Poland announced plans to acquire K2 tanks”, of which it had ordered 180 in August 2022",
)
def plans_after_contracts(desk: Desk, it: Check) -> Iterator[Finding]:
    """Plans for what had been ordered."""
    landmarks: dict[tuple[str, str, str], list[Landmark]] = defaultdict(list)
    for landmark in desk.catalogue.landmarks:
        if landmark.kind == "contract" and len(landmark.parties) == 2:
            for family in landmark.weapons:
                landmarks[landmark.parties[0], landmark.parties[1], family].append(landmark)
    found: dict[str, list[_Ordered]] = defaultdict(list)
    for key, entries in desk.deals.items():
        contracts = [(t, p, d) for t, p in entries if t.stage in _CONTRACTS and (d := _dated(t, _CONTRACTS))]
        # The earliest contracts contradict most plans.
        contracts.sort(key=lambda c: str(c[2][1].latest))
        for plan, position in entries:
            dated = _dated(plan, _PLANS) if plan.stage in _PLANS else None
            if dated is not None:
                ordered = _in_records(desk, plan, position, dated[1], contracts[:20])
                ordered = ordered or _in_catalogue(plan, position, dated[1], landmarks.get(key, []))
                if ordered is not None:
                    found[plan.id].append(ordered)
    for key_of_plan, orders in found.items():
        yield _planned_late(desk, it, orders, desk.dataset.get(key_of_plan, Transfer))


@frozen
class _Ordered:
    """An item of a plan with the contract that it comes after, in words and as records."""

    position: int
    words: str
    date: str
    against: tuple[Claim, ...] = ()
    basis: str | None = None


def _in_records(
    desk: Desk, plan: Transfer, position: int, date: Period, contracts: list[tuple[Transfer, int, tuple[int, Period]]]
) -> _Ordered | None:
    for contract, place, (stage, signed) in contracts:
        if contract.id != plan.id and _may_be_one(plan.items[position], contract.items[place]) and date.after(signed):
            against = (desk.claim(contract, f"/stages/{stage}"), desk.claim(contract, f"/items/{place}"))
            words = f"{_name(desk, contract.items[place])} in {desk.document(contract)}"
            return _Ordered(position, words, f"{signed}", against)
    return None


def _in_catalogue(plan: Transfer, position: int, date: Period, landmarks: list[Landmark]) -> _Ordered | None:
    item = plan.items[position]
    if item.counting is not Counting.NEW:
        return None
    number = item.number
    same = [lm for lm in landmarks if number is None or any(number.agrees(int(n), whole=True) for n in lm.numbers)]
    late = [lm for lm in same if date.after(Period(edtf=lm.date))]
    # A plan with a number that was ordered twice may be the plan for the second order.
    if not late or (number is not None and len(late) < len(same)):
        return None
    return _Ordered(position, late[0].what, late[0].date, basis=late[0].basis)


def _planned_late(desk: Desk, it: Check, orders: list[_Ordered], plan: Transfer | None) -> Finding:
    assert plan is not None
    dated = _dated(plan, _PLANS)
    assert dated is not None
    goods = listed([_name(desk, plan.items[o.position]) for o in orders])
    signed = listed([f"{o.words} ({o.date})" for o in orders])
    proviso = "" if all(plan.items[o.position].number for o in orders) else ", unless further ones are meant"
    bases = "; ".join(dict.fromkeys(o.basis for o in orders if o.basis))
    return it.finding(
        f"{desk.document(plan)} has {desk.named(plan.recipient)} plan on {dated[1]} to acquire {goods}, which had been ordered "
        f"before{proviso}: {signed}.",
        f"{dated[1]} is after {listed(list(dict.fromkeys(o.date for o in orders)))} whatever the day",
        [desk.claim(plan, f"/stages/{dated[0]}"), *(desk.claim(plan, f"/items/{o.position}") for o in orders)],
        [claim for o in orders for claim in o.against],
        basis=bases or None,
    )


def _name(desk: Desk, item: Item) -> str:
    weapon = desk.dataset.get(item.weapon, WeaponSystem) if item.weapon else None
    name = weapon.name if weapon else item.description or "weapons"
    return f"{item.number} {name}" if item.number else name


@check(
    "K902",
    "a stage that runs backwards",
    Severity.WARNING,
    looks_at="deals over the same weapons between the same parties with the same number, in documents with a date: "
    "a later document that has the deal at an earlier stage",
    tolerance="both must give a number, and the numbers must agree; the later document must be later whatever the "
    "day; deals that are called off meanwhile are left out, and so are “additional” weapons",
    example="180 K2 tanks signed for in an article of 2022, under negotiation in one of 2024; 180 additional ones pass",
)
def backwards(desk: Desk, it: Check) -> Iterator[Finding]:
    """Deals that are signed first and planned later."""
    for entries in desk.deals.values():
        by_number: dict[str, list[tuple[Transfer, int, Period]]] = defaultdict(list)
        for transfer, position in entries:
            item = transfer.items[position]
            published = desk.dataset.source_of(transfer).published
            if (
                item.number is None
                or item.counting is not Counting.NEW
                or published is None
                or transfer.stage not in RANK
            ):
                continue
            if transfer.modality not in (Modality.DENIED, Modality.CONDITIONAL):
                by_number[str(item.number.low or item.number.high)].append((transfer, position, published))
        for same in by_number.values():
            furthest: tuple[Transfer, int, Period] | None = None
            for transfer, position, published in sorted(same, key=lambda e: (str(e[2].latest), e[0].id)):
                if furthest is None or RANK[transfer.stage] >= RANK[furthest[0].stage]:
                    furthest = (transfer, position, published)
                    continue
                before, _place, when = furthest
                signed = RANK[before.stage] >= RANK[Stage.SIGNED] > RANK[transfer.stage]
                if signed and transfer.source != before.source and published.after(when):
                    yield it.finding(
                        f"{desk.document(transfer)} ({published}) has {_name(desk, transfer.items[position])} for "
                        f"{desk.named(transfer.recipient)} as {transfer.stage}; {desk.document(before)} ({when}) had it as "
                        f"{before.stage}.",
                        f"{transfer.stage} comes before {before.stage}, and {published} is after {when} whatever the day",
                        [desk.claim(transfer, "/stage")],
                        [desk.claim(before, "/stage")],
                    )


@check(
    "K903",
    "a deal with oneself",
    Severity.ERROR,
    looks_at="the supplier and the recipient of each deal",
    tolerance="none",
    example="South Korea as the supplier and the recipient of K2 tanks",
)
def with_oneself(desk: Desk, it: Check) -> Iterator[Finding]:
    """Deals whose two sides are one."""
    for transfer in desk.dataset.transfers:
        supplier = desk.party(transfer.supplier)
        if supplier is not None and supplier == desk.party(transfer.recipient):
            yield it.finding(
                f"{desk.document(transfer)} has {desk.named(transfer.supplier)} as the supplier and the recipient of a deal.",
                f"supplier {supplier} = recipient {supplier}",
                [desk.claim(transfer, "/supplier")],
                [desk.claim(transfer, "/recipient")],
            )


PRICES: dict[str, tuple[int, int]] = {
    "main battle tank": (200_000, 60_000_000),
    "self-propelled howitzer": (100_000, 60_000_000),
    "infantry fighting vehicle": (100_000, 60_000_000),
    "armoured personnel carrier": (30_000, 30_000_000),
    "multiple rocket launcher": (100_000, 100_000_000),
    "light combat aircraft": (2_000_000, 300_000_000),
    "fighter aircraft": (2_000_000, 1_000_000_000),
    "trainer aircraft": (300_000, 200_000_000),
    "attack aircraft": (1_000_000, 500_000_000),
    "transport aircraft": (500_000, 1_000_000_000),
    "transport helicopter": (300_000, 300_000_000),
    "utility helicopter": (300_000, 300_000_000),
    "attack helicopter": (500_000, 500_000_000),
    "towed howitzer": (20_000, 20_000_000),
    "wheeled armoured vehicle": (30_000, 30_000_000),
    "corvette": (5_000_000, 3_000_000_000),
    "submarine": (20_000_000, 8_000_000_000),
    "frigate": (20_000_000, 5_000_000_000),
    "destroyer": (50_000_000, 8_000_000_000),
}
"""What one weapon of a category has cost, second-hand or with all its ammunition and support, in US dollars.

Basis: the values of deals in SIPRI's Arms Transfers Database and in US arms-sale notices, widened outwards to half an order
of magnitude: a price outside is a slip of the pen, not a bargain.
"""


@check(
    "K904",
    "a price per piece that cannot be",
    Severity.NOTE,
    looks_at="deals with one kind of weapon, its number and a value: the value of one piece in US dollars",
    tolerance="value and number with all they leave open, other currencies at every rate since 2000; only what "
    "lies outside of what any such weapon has cost by half an order of magnitude is a finding",
    example="180 K2 tanks for $6 million; for $6 billion passes",
)
def prices(desk: Desk, it: Check) -> Iterator[Finding]:
    """Prices that are off by orders of magnitude."""
    for transfer in desk.dataset.transfers:
        if len(transfer.items) != 1 or transfer.value is None or transfer.open_list:
            continue
        item = transfer.items[0]
        weapon = desk.dataset.get(item.weapon, WeaponSystem) if item.weapon else None
        usual = PRICES.get(_category(desk, weapon)) if weapon else None
        rate = UNITS_PER_DOLLAR.get(transfer.value.currency)
        if usual is None or rate is None or item.number is None or item.unit or item.counting is Counting.OPTION:
            continue
        count = item.number.bounds(whole=True)
        if count.low is None or count.low <= 0:
            continue
        least, most = (Decimal(bound.replace(",", "")) for bound in rate)
        per_dollar = Interval(least, most)
        price = transfer.value.amount.interval / count / per_dollar
        allowed = Interval(Decimal(usual[0]), Decimal(usual[1]))
        if not price.overlaps(allowed):
            yield it.finding(
                f"{desk.document(transfer)} has {_name(desk, item)} for {value(transfer.value)}, which is "
                f"{span(price, 'USD')} for each.",
                f"{value(transfer.value)} / {item.number} = {span(price, 'USD')}; such weapons have cost "
                f"{span(allowed, 'USD')}",
                [desk.claim(transfer, "/value")],
                [desk.claim(transfer, "/items/0/number")],
            )


def _category(desk: Desk, weapon: WeaponSystem) -> str:
    known = desk.weapons.get((weapon.catalogue or "").removeprefix("weapon:"))
    return known.category if known else ""


@check(
    "K905",
    "delivered, and still to come",
    Severity.NOTE,
    looks_at="deals at the stage “delivered” with deliveries that are still to come",
    tolerance="none",
    example="all 48 aircraft delivered, the last twelve of them expected in 2028",
)
def still_to_come(desk: Desk, it: Check) -> Iterator[Finding]:
    """Deals that are done and not done."""
    for transfer in desk.dataset.transfers:
        if transfer.stage is not Stage.DELIVERED:
            continue
        for position, delivery in enumerate(transfer.deliveries):
            if delivery.done is False:
                yield it.finding(
                    f"{desk.document(transfer)} has a deal as delivered with a delivery still to come"
                    f"{f' ({delivery.date})' if delivery.date else ''}.",
                    "the stage is delivered; the delivery is not done",
                    [desk.claim(transfer, "/stage")],
                    [desk.claim(transfer, f"/deliveries/{position}")],
                )
