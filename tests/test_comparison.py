"""Comparison: what was added, removed and changed, and which claim is which after the text has moved."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from made_up import Item, Paper, together
from places import SEEDS
from strategies import unhurried
from test_selection import datasets

from kordef.amounts import Amount
from kordef.comparison import FieldChange, compare
from kordef.dataset import Dataset
from kordef.pipeline import extract
from kordef.reading import read_text
from kordef.vocabulary import Stage

NEWS = (
    "Norway orders guns\n\nNorway signed a contract in September 2025 for 24 K9 howitzers from South Korea.\n\n"
    "Poland ordered 180 K2 tanks from South Korea in 2022.\n"
)


def read(text: str) -> Dataset:
    return Dataset.of(extract(read_text("news.txt", text)).records)


def test_a_dataset_does_not_differ_from_itself(dataset: Dataset) -> None:
    found = compare(dataset, dataset)
    assert found.same
    assert str(found) == "no differences"
    assert found.as_json() == {"added": [], "removed": [], "changed": [], "moved": []}


def test_fields_are_compared_one_by_one() -> None:
    paper = Paper("one")
    deal = paper.transfer(
        supplier="KR", recipient="PL", items=(Item(weapon=paper.weapon("K2"), number=Amount.exact(180)),)
    )
    old = together(paper)
    norway = paper.actor("NO")
    old = together(paper)
    item = evolve(deal.items[0], number=Amount.about(212))
    changed = evolve(deal, recipient=norway, items=(item,), stage=Stage.DELIVERED)
    new = Dataset.of(changed if r is deal else r for r in old)
    found = compare(old, new)
    assert (found.added, found.removed, found.moved) == ((), (), ())
    (change,) = found.changed
    assert (change.old, change.new) == (deal, changed)
    assert change.fields == (
        FieldChange(field="/stage", old=Stage.SIGNED, new=Stage.DELIVERED),
        FieldChange(field="/recipient", old=deal.recipient, new=norway),
        FieldChange(field="/items/0/number", old=Amount.exact(180), new=Amount.about(212)),
    )
    assert str(found).splitlines() == [
        f"~ {deal.id}: about 212 K2 from KR to NO (delivered)",
        "    stage: signed -> delivered",
        "    recipient: PL (PL) -> NO (NO)",
        "    items/0/number: 180 -> about 212",
        "0 added, 0 removed, 1 changed",
    ]
    backwards = compare(new, old).changed[0].fields[0]
    assert (backwards.old, backwards.new) == (Stage.DELIVERED, Stage.SIGNED)


def test_records_that_come_and_go() -> None:
    paper, more = Paper("one"), Paper("two")
    paper.transfer(supplier="KR")
    deal = more.transfer(recipient="PL")
    small, large = together(paper), together(paper, more)
    added = compare(small, large).added
    assert deal in added
    assert {r.source for r in added} == {more.id}
    assert compare(large, small).removed == added
    assert f"+ {deal.id}: goods to PL (signed)" in str(compare(small, large)).splitlines()


def test_a_field_that_comes_or_goes_is_nothing_on_the_other_side() -> None:
    paper = Paper("one")
    deal = paper.transfer(supplier="KR")
    old = together(paper)
    new = Dataset.of(evolve(r, open_list=True) if r is deal else r for r in old)
    assert "    open_list: nothing -> True" in str(compare(old, new)).splitlines()
    assert "    open_list: True -> nothing" in str(compare(new, old)).splitlines()


def test_a_claim_is_the_same_when_its_text_has_moved() -> None:
    old, new = read(NEWS), read("A new first line\n\n" + NEWS)
    assert old.transfers
    assert not {t.id for t in old.transfers} & {t.id for t in new.transfers}
    found = compare(old, new)
    assert not [r for r in (*found.added, *found.removed) if r.type == "transfer"]
    assert {a for a, _ in found.moved} >= {t.id for t in old.transfers}
    assert not [c for c in found.changed if c.old.type != "source"]


def test_a_claim_that_moved_and_changed_is_shown_field_by_field() -> None:
    # the number stands outside of the words of the second deal, or inside of those of the first: either way no guess
    old, new = read(NEWS), read(NEWS.replace("in September 2025", "in October 2025"))
    found = compare(old, new)
    dates = [f for c in found.changed if c.old.type == "transfer" for f in c.fields if "date" in f.field]
    gone = [r for r in found.removed if r.type == "transfer"]
    assert dates or gone
    poland = next(t for t in old.transfers.where(recipient="PL"))
    assert poland.id in {a for a, _ in found.moved}


def test_the_same_words_twice_are_paired_only_where_they_say_the_same() -> None:
    def twice(*numbers: int) -> Dataset:
        paper = Paper("one")
        for number in numbers:
            paper.transfer(words="a deal", items=(Item(description="guns", number=Amount.exact(number)),))
        return together(paper)

    def elsewhere(dataset: Dataset) -> Dataset:
        return Dataset.of(
            evolve(r, id=f"transfer-{n:012x}") if r.type == "transfer" else r for n, r in enumerate(dataset.records)
        )

    found = compare(twice(1, 2), elsewhere(twice(2, 1)))
    assert (len(found.moved), found.added, found.removed) == (2, (), ())
    unsure = compare(twice(1, 2), elsewhere(twice(3, 4)))
    assert (len(unsure.added), len(unsure.removed), unsure.changed) == (2, 2, ())
    one_left = compare(twice(1, 2), elsewhere(twice(1, 4)))
    assert (len(one_left.moved), len(one_left.changed)) == (1, 1)


def test_the_json_has_whole_records_and_values() -> None:
    paper = Paper("one")
    deal = paper.transfer(supplier="KR", items=(Item(description="guns", number=Amount.exact(1)),))
    old = together(paper)
    other = evolve(deal, items=(Item(description="guns", number=Amount.over(2)),))
    data = json.loads(json.dumps(compare(old, Dataset.of(other if r is deal else r for r in old)).as_json()))
    assert data["changed"] == [
        {
            "id": deal.id,
            "old_id": deal.id,
            "fields": [
                {
                    "field": "/items/0/number",
                    "old": {"low": "1", "high": "1"},
                    "new": {"low": "2", "high": None, "qualifier": "over"},
                }
            ],
            "quotes": [],
        }
    ]
    removed = compare(old, Dataset.of(r for r in old if r is not deal)).as_json()["removed"]
    assert [r["id"] for r in removed] == [deal.id]
    assert removed[0]["type"] == "transfer"


@unhurried
@given(datasets(), datasets())
def test_every_record_is_accounted_for(old: Dataset, new: Dataset) -> None:
    found = compare(old, new)
    pairs = len(old) - len(found.removed)
    assert len(new) - len(found.added) == pairs
    assert {r.id for r in found.added} <= {r.id for r in new}
    assert {r.id for r in found.removed} <= {r.id for r in old}
    back = compare(new, old)
    assert len(back.added) == len(found.removed)
    assert len(back.changed) == len(found.changed)
    assert found.same == (old.records == new.records)


@pytest.mark.parametrize("number", range(5))
def test_a_line_before_a_seed_moves_its_records_and_changes_none(number: int) -> None:
    path = sorted(Path(SEEDS).glob("*.txt"))[number]
    text = path.read_text("utf-8")
    at = text.index("\n\n") + 2
    new_text = text[:at] + "It is as follows.\n\n" + text[at:]
    old, new = (Dataset.of(extract(read_text(path.name, t)).records) for t in (text, new_text))
    found = compare(old, new)
    kept = len(found.moved) + sum(c.old.type == "source" for c in found.changed)
    assert kept >= 0.9 * len(old), str(found)
