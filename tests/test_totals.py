"""Totals: nothing unlike is added, nothing is counted twice, and what is left out says why."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import Item, Paper, together
from test_selection import datasets

from kordef.amounts import Amount
from kordef.dataset import Dataset
from kordef.errors import InvalidValue
from kordef.records import Record, Transfer
from kordef.totals import Total, total
from kordef.values import Money
from kordef.vocabulary import Counting, Modality, Omission, Stage


def usd(number: int, **more: object) -> Money:
    return Money(amount=Amount.exact(number), currency="USD", **more)  # type: ignore[arg-type]


def tanks(
    paper: Paper, number: int | Amount | None, counting: Counting = Counting.NEW, **more: object
) -> tuple[Item, ...]:
    amount = Amount.exact(number) if isinstance(number, int) else number
    return (Item(weapon=paper.weapon("K2", "weapon:k2"), number=amount, counting=counting, **more),)  # type: ignore[arg-type]


def reasons(found: Total) -> list[Omission]:
    return [one.reason for one in found.left_out]


def test_currencies_weapons_and_units_are_never_added_to_one_another() -> None:
    paper = Paper("one")
    k9 = paper.weapon("K9", "weapon:k9")
    paper.transfer(value=usd(5), items=tanks(paper, 180))
    paper.transfer(value=usd(6), items=(*tanks(paper, 10), Item(weapon=k9, number=Amount.exact(24))))
    paper.transfer(value=Money(amount=Amount.exact(7), currency="EUR"), items=tanks(paper, 3, unit="battalion"))
    found = total(together(paper).transfers)
    assert [str(s.value) for s in found.values] == ["7 EUR", "11 USD"]
    assert [(g.weapon, g.unit, str(g.number)) for g in found.goods] == [
        ("K2", None, "190"),
        ("K2", "battalion", "3"),
        ("K9", None, "24"),
    ]
    assert found.value("USD") == usd(11)
    assert found.value("NOK") is None
    assert found.number("K2") == Amount.exact(190)
    assert found.number("K2", "battalion") == Amount.exact(3)
    assert not found.left_out


def test_the_variants_of_a_weapon_are_added() -> None:
    paper = Paper("one")
    paper.transfer(items=(Item(weapon=paper.weapon("K9PL", "weapon:k9pl"), number=Amount.exact(2)),))
    paper.transfer(items=(Item(weapon=paper.weapon("K9", "weapon:k9"), number=Amount.exact(3)),))
    assert total(together(paper).transfers).number("K9") == Amount.exact(5)


def test_the_number_of_a_name_leaves_out_no_weapon_of_that_name() -> None:
    papers = Paper("one"), Paper("two")
    for paper, number, catalogue, buyer in zip(papers, (2, 3), ("weapon:k9", None), ("PL", "NO"), strict=True):
        goods = Item(weapon=paper.weapon("K9", catalogue), number=Amount.exact(number))
        paper.transfer(recipient=buyer, items=(goods, *tanks(paper, 4)))
    found = total(together(*papers).transfers)
    assert [(g.weapon, str(g.number)) for g in found.goods if g.weapon == "K9"] == [("K9", "2"), ("K9", "3")]
    assert found.number("K9") == Amount.exact(5)
    assert found.number("K239") is None


def test_hedges_are_carried_into_the_sum() -> None:
    paper = Paper("one")
    paper.transfer(items=tanks(paper, Amount.over(200)))
    paper.transfer(items=tanks(paper, 24))
    paper.transfer(items=tanks(paper, Amount.up_to(10)))
    number = total(together(paper).transfers).number("K2")
    assert number is not None
    assert (number.interval.low, number.interval.high) == (Decimal(224), None)  # "up to 10" may be none


def test_a_deal_that_two_documents_tell_counts_once() -> None:
    one, two = Paper("one"), Paper("two")
    first = one.transfer(recipient="PL", items=tanks(one, Amount.about(180)), value=usd(6))
    second = two.transfer(recipient="PL", items=tanks(two, 180))
    third = two.transfer(recipient="NO", items=tanks(two, 5))
    dataset = together(one, two, same=[(first, second)])
    found = total(dataset.transfers)
    assert found.number("K2") == Amount.exact(185)
    counted = found.goods[0].counted
    assert [(c.record, c.beside) for c in counted] == [(second.id, (first.id,)), (third.id, ())]
    repeated = [one for one in found.left_out if one.reason is Omission.REPEATED]
    assert [(r.record, r.because, str(r.amount), r.unit) for r in repeated] == [
        (first.id, second.id, "about 180", "K2")
    ]
    assert found.value("USD") == usd(6)


@pytest.mark.parametrize(
    ("currency", "sums", "unused"),
    [
        (None, ["6 EUR", "1 USD"], "5 USD"),
        ("EUR", ["6 EUR", "1 USD"], "5 USD"),
        ("USD", ["6 USD"], "6 EUR"),
        ("NOK", ["6 EUR", "1 USD"], "5 USD"),
    ],
)
def test_a_deal_that_is_told_in_two_currencies_counts_in_one(
    currency: str | None, sums: list[str], unused: str
) -> None:
    one, two = Paper("one"), Paper("two")
    first = one.transfer(recipient="PL", value=Money(amount=Amount.exact(6), currency="EUR"))
    second = two.transfer(recipient="PL", value=usd(5))
    two.transfer(recipient="NO", value=usd(1))
    found = total(together(one, two, same=[(first, second)]).transfers, currency=currency)
    assert [str(s.value) for s in found.values] == sums
    (left,) = found.left_out
    assert (left.reason, f"{left.amount} {left.unit}") == (Omission.OTHER_CURRENCY, unused)
    assert {left.record, left.because} == {first.id, second.id}


def test_of_two_currencies_the_one_of_the_contract_counts() -> None:
    one, two = Paper("one"), Paper("two")
    talks = one.transfer(recipient="PL", stage=Stage.NEGOTIATING, value=usd(5))
    order = two.transfer(recipient="PL", value=Money(amount=Amount.exact(6), currency="EUR"))
    deals = together(one, two, same=[(talks, order)]).transfers
    assert [str(s.value) for s in total(deals, currency="USD", including="unsigned").values] == ["6 EUR"]


def test_claims_that_cannot_both_be_true_leave_the_sum_open() -> None:
    one, two = Paper("one"), Paper("two")
    first = one.transfer(recipient="PL", items=tanks(one, 180))
    second = two.transfer(recipient="PL", items=tanks(two, 212))
    number = total(together(one, two, same=[(first, second)]).transfers).number("K2")
    assert number == Amount.range(180, 212)


def test_a_later_stage_replaces_an_earlier_one() -> None:
    one, two = Paper("one"), Paper("two")
    first = one.transfer(recipient="PL", items=tanks(one, 1000), stage=Stage.PLANNED)
    second = two.transfer(recipient="PL", items=tanks(two, 180), stage=Stage.SIGNED)
    deals = together(one, two, same=[(first, second)]).transfers
    assert total(deals).number("K2") == Amount.exact(180)
    found = total(deals, including="unsigned")
    assert found.number("K2") == Amount.exact(180)
    assert [(o.record, o.reason, o.because) for o in found.left_out] == [(first.id, Omission.REPLACED, second.id)]


def test_what_has_arrived_is_a_part_of_what_was_ordered() -> None:
    one, two = Paper("one"), Paper("two")
    order = one.transfer(recipient="PL", items=tanks(one, 180))
    arrived = two.transfer(recipient="PL", items=tanks(two, 28), stage=Stage.DELIVERING)
    found = total(together(one, two, same=[(order, arrived)]).transfers)
    assert found.number("K2") == Amount.exact(180)
    assert [(o.record, o.reason) for o in found.left_out] == [(arrived.id, Omission.REPEATED)]


def test_a_part_gives_way_to_the_whole() -> None:
    paper = Paper("one")
    whole = paper.transfer(recipient="PL", items=tanks(paper, 1000), stage=Stage.FRAMEWORK)
    part = paper.transfer(recipient="PL", items=tanks(paper, 180), part_of=whole.id, value=usd(3))
    deals = together(paper).transfers
    assert total(deals).number("K2") == Amount.exact(180)  # a framework orders nothing
    found = total(deals, including="unsigned")
    assert found.number("K2") == Amount.exact(1000)
    assert found.value("USD") == usd(3)  # of which the whole says nothing
    assert [(o.record, o.reason, o.because) for o in found.left_out] == [(part.id, Omission.PART, whole.id)]
    assert total(deals.where(stage="signed"), including="unsigned").number("K2") == Amount.exact(180)


def test_a_part_of_a_part_gives_way_and_circles_end() -> None:
    paper = Paper("one")
    whole = paper.transfer(items=tanks(paper, 100))
    middle = paper.transfer(part_of=whole.id)
    paper.transfer(items=tanks(paper, 10), part_of=middle.id)
    assert total(together(paper).transfers).number("K2") == Amount.exact(100)


def test_a_number_of_several_deals_gives_way_to_one_of_them() -> None:
    paper = Paper("one")
    new = paper.transfer(recipient="PL", items=tanks(paper, 180))
    every = paper.transfer(recipient="PL", items=tanks(paper, 360, Counting.TOTAL))
    elsewhere = paper.transfer(recipient="NO", items=tanks(paper, 54, Counting.TOTAL))
    found = total(together(paper).transfers)
    assert found.number("K2") == Amount.exact(234)
    assert [(o.record, o.reason, o.because) for o in found.left_out] == [(every.id, Omission.CUMULATIVE, new.id)]
    assert elsewhere.id in {c.record for c in found.goods[0].counted}


def test_of_several_cumulative_numbers_the_largest_is_taken() -> None:
    paper = Paper("one")
    earlier = paper.transfer(recipient="PL", items=tanks(paper, 100, Counting.TOTAL))
    later = paper.transfer(recipient="PL", items=tanks(paper, 300, Counting.TOTAL))
    found = total(together(paper).transfers)
    assert found.number("K2") == Amount.exact(300)
    assert [(o.record, o.because) for o in found.left_out] == [(earlier.id, later.id)]


def test_additional_goods_are_goods_of_this_deal() -> None:
    paper = Paper("one")
    paper.transfer(recipient="PL", items=tanks(paper, 180))
    paper.transfer(recipient="PL", items=tanks(paper, 20, Counting.ADDITIONAL))
    assert total(together(paper).transfers).number("K2") == Amount.exact(200)


@pytest.mark.parametrize(
    ("fields", "counting", "reason"),
    [
        ({}, Counting.OPTION, Omission.OPTION),
        ({"stage": Stage.CANCELLED}, Counting.NEW, Omission.CANCELLED),
        ({"modality": Modality.DENIED}, Counting.NEW, Omission.DENIED),
        ({"modality": Modality.POSSIBLE}, Counting.NEW, Omission.HYPOTHETICAL),
        ({"modality": Modality.DEMANDED}, Counting.NEW, Omission.HYPOTHETICAL),
        ({"stage": Stage.NEGOTIATING}, Counting.NEW, Omission.UNSIGNED),
    ],
)
def test_what_is_not_a_deal_is_left_out_or_chosen(
    fields: dict[str, object], counting: Counting, reason: Omission
) -> None:
    paper = Paper("one")
    odd = paper.transfer(items=tanks(paper, 7, counting), **fields)
    paper.transfer(items=tanks(paper, 100))
    deals = together(paper).transfers
    found = total(deals)
    assert found.number("K2") == Amount.exact(100)
    assert [(o.record, o.reason) for o in found.left_out] == [(odd.id, reason)]
    assert total(deals, including=reason).number("K2") == Amount.exact(107)
    assert total(deals, including=[str(reason)]).left_out == ()


def test_a_deal_that_one_source_calls_off_is_left_out_whoever_tells_of_it() -> None:
    one, two = Paper("one"), Paper("two")
    signed = one.transfer(recipient="PL", items=tanks(one, 180))
    off = two.transfer(recipient="PL", stage=Stage.CANCELLED)
    deals = together(one, two, same=[(signed, off)]).transfers
    found = total(deals.where(stage="signed"))
    assert found.number("K2") is None
    assert [(o.reason, o.because) for o in found.left_out] == [(Omission.CANCELLED, off.id)]
    assert total(deals, including="cancelled").number("K2") == Amount.exact(180)


def test_conversions_and_alternatives_are_not_added() -> None:
    paper = Paper("one")
    crowns = Money(amount=Amount.exact(4000), currency="NOK", equivalents=(usd(390),))
    paper.transfer(value=crowns, alternatives=(Money(amount=Amount.exact(4500), currency="NOK"),))
    paper.transfer(value=usd(10))
    deals = together(paper).transfers
    found = total(deals)
    assert [str(s.value) for s in found.values] == ["4,000 NOK", "10 USD"]
    assert reasons(found) == [Omission.EQUIVALENT, Omission.ALTERNATIVE]
    dollars = total(deals, currency="USD")
    assert [str(s.value) for s in dollars.values] == ["400 USD"]
    assert sorted(reasons(dollars)) == [Omission.ALTERNATIVE, Omission.EQUIVALENT]


def test_a_sum_that_pays_for_other_goods_is_not_the_price_of_one() -> None:
    paper = Paper("one")
    k9 = paper.weapon("K9", "weapon:k9")
    paper.transfer(value=usd(12), items=(*tanks(paper, 180), Item(weapon=k9, number=Amount.exact(212))))
    paper.transfer(value=usd(3), items=(*tanks(paper, 20), Item(weapon=k9)), value_covers=(0,))
    found = total(together(paper).transfers, weapon="K2")
    assert found.value("USD") == usd(3)
    assert [(g.weapon, g.number) for g in found.goods] == [("K2", Amount.exact(200))]
    assert reasons(found) == [Omission.OTHER_GOODS]


def test_a_record_without_a_figure_is_named() -> None:
    paper = Paper("one")
    bare = paper.transfer(items=tanks(paper, None))
    found = total(together(paper).transfers)
    assert (found.values, found.goods) == ((), ())
    assert str(found.left_out[0]) == f"{bare.id}: no figure: The record gives neither a sum nor a number."


def test_a_reason_that_cannot_be_chosen_is_an_error() -> None:
    deals = together(Paper("one")).transfers
    with pytest.raises(InvalidValue, match=r"including must be one of option, .*, found 'part'"):
        total(deals, including="part")
    with pytest.raises(InvalidValue, match=r"including must be one of .*, found 'everything'"):
        total(deals, including="everything")


# ---- properties


@given(datasets())
def test_every_figure_is_counted_or_left_out_and_none_twice(dataset: Dataset) -> None:
    dataset = Dataset.of(dataset)
    deals = dataset.transfers
    found = total(deals)
    counted = [c.record for g in found.goods for c in g.counted]
    beside = {record for g in found.goods for c in g.counted for record in c.beside}
    left = {o.record for o in found.left_out}
    assert len(counted) == len(set(counted))
    assert not set(counted) & left
    assert beside <= left
    assert set(counted) | left == {t.id for t in deals}
    cases = [dataset.case_of(record) for record in counted]
    known = [case.id for case in cases if case is not None]
    assert len(known) == len(set(known))


@given(datasets())
def test_a_total_does_not_depend_on_the_order_of_documents(dataset: Dataset) -> None:
    assert total(Dataset.of(reversed(dataset.records)).transfers) == total(dataset.transfers)


@given(st.lists(st.tuples(st.integers(0, 500), st.sampled_from(("exact", "about", "at_least", "up_to"))), max_size=6))
def test_the_sum_holds_whatever_the_hedges_leave_open(numbers: list[tuple[int, str]]) -> None:
    paper = Paper("one")
    for number, hedge in numbers:
        paper.transfer(items=tanks(paper, getattr(Amount, hedge)(number)))
    found = total(together(paper).transfers).number("K2")
    if found is None:
        assert not numbers
    else:
        assert sum(number for number, _ in numbers) in found.interval
        assert (found.interval.high is None) == any(hedge == "at_least" for _, hedge in numbers)


# ---- the seeds


def test_the_seeds_come_to_more_than_twelve_billion_dollars(dataset: Dataset) -> None:
    found = total(dataset.transfers.where(supplier="KR", recipient="PL"))
    value = found.value("USD")
    assert value is not None
    assert value.amount.greater(10**10)
    tanks_ = total(dataset.transfers.where(supplier="KR", recipient="PL"), weapon="K2").number("K2")
    assert tanks_ is not None
    assert tanks_.agrees(180)  # and not 360: the 180 that are negotiated are not ordered
    kinds: dict[str, type[Record]] = {r.id: type(r) for r in dataset}
    assert {kinds[o.record] for o in found.left_out} <= {Transfer}
