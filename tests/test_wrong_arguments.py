"""What a function says that is given a thing of another kind than it takes, and what two alike things are."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from copy import copy, deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import kordef
from kordef import Amount, Dataset, InvalidValue, Record, Transfer
from kordef.cases.grades import Grade, of_amounts

HUGE = "9" * 1_000_000


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return kordef.load()


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (
            lambda d: kordef.total(d.agreements),
            "total takes a dataset or a selection of transfers, .* found AgreementSel",
        ),
        (lambda d: kordef.total(list(d.transfers)), "total takes a dataset or a selection of transfers, .* found list"),
        (lambda d: kordef.timeline(d.records), "timeline takes a dataset or a selection of records, .* found tuple"),
        (lambda d: kordef.network([d]), "network takes a dataset or a selection of records, such as .* found list"),
        (lambda _: kordef.build(None), "build takes a path or several, found NoneType"),
        (lambda _: kordef.build(5), "build takes a path or several, found int"),
        (lambda d: kordef.explain(d, None), "explain takes a dataset and a record, .* found NoneType"),
        (lambda d: kordef.explain(d, 5), "explain takes .* found int"),
        (lambda _: kordef.extract("Poland bought tanks."), "extract takes a Document, .* found str"),
        (lambda _: kordef.extract(Path("a.txt")), "extract takes a Document, .* found PosixPath|WindowsPath"),
        (lambda _: kordef.read_text("a", b"text"), "read_text takes a name and a text, both str, found bytes"),
        (lambda _: kordef.read_text(None, "text"), "read_text takes .* found NoneType"),
        (lambda _: Dataset.of([1]), "a dataset takes records, found int"),
        (lambda _: kordef.find_cases(["transfer"]), "a dataset takes records, found str"),
        (lambda d: kordef.write_dataset(d.transfers[0], "x.json"), "write_dataset takes a Dataset, found Transfer"),
        (lambda d: kordef.write_release(d, "x", "title"), "write_release takes .* a ReleaseInfo, found str"),
        (lambda d: kordef.write_release(d.records, "x"), "write_release takes a Dataset, .* found tuple"),
        (lambda d: kordef.compare(d, None), "compare takes two Datasets, found NoneType"),
        (lambda d: kordef.audit_dataset(d.transfers), "audit_dataset takes a Dataset, found TransferSelection"),
        (lambda _: kordef.loads("{}", dict), "expected the class of a record, a part of one or a value, found dict"),
        (lambda _: kordef.loads("5", int), "expected the class of .* found int"),
    ],
)
def test_a_thing_of_another_kind_is_a_type_error(call: Callable[[Any], object], words: str, dataset: Dataset) -> None:
    with pytest.raises(TypeError, match=words):
        call(dataset)


@pytest.mark.parametrize(
    ("function", "table"), [(kordef.total, Transfer), (kordef.timeline, Record), (kordef.network, Record)]
)
def test_a_dataset_stands_for_all_its_records(
    function: Callable[[Any], object], table: type[Record], dataset: Dataset
) -> None:
    assert function(dataset) == function(dataset.of_type(table))
    assert function(dataset) != function(dataset.of_type(table).where(party="PL"))


def test_a_record_is_in_the_dataset_that_has_it(dataset: Dataset) -> None:
    record = dataset.transfers[0]
    assert record in dataset
    assert record.id in dataset
    assert kordef.loads(kordef.dumps(record), Transfer) in dataset
    assert evolve(record, evidence=()) not in dataset
    assert record not in Dataset.of(r for r in dataset if r.type == "source")
    assert 5 not in dataset


@pytest.mark.parametrize("jobs", [0, -1])
def test_less_than_one_process_does_no_work(jobs: int, tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match=f"jobs must be at least 1, found {jobs}"):
        kordef.build(tmp_path, jobs=jobs)


@pytest.mark.parametrize("bound", [48, Decimal(48), "48", Amount.exact(48)])
def test_a_number_is_a_bound_however_it_is_given(bound: Any, dataset: Dataset) -> None:
    assert len(dataset.transfers.where(at_least=bound)) == 3


@pytest.mark.parametrize("bound", [5.5, True, b"5", [5]])
def test_what_is_no_number_is_no_bound(bound: Any, dataset: Dataset) -> None:
    with pytest.raises(InvalidValue, match="at_least must be a measure, an int, a Decimal or words"):
        dataset.transfers.where(at_least=bound)


@pytest.mark.parametrize("look", [Dataset.actor, Dataset.weapon, Dataset.party])
def test_an_id_of_another_kind_is_told(look: Callable[[Dataset, str], object], dataset: Dataset) -> None:
    deal = dataset.transfers[0].id
    with pytest.raises(
        kordef.DanglingReference, match=f"'{deal}' is the id of a record of the type transfer, expected"
    ):
        look(dataset, deal)


# ---- what is alike


def test_selections_are_alike_that_have_the_same_records(dataset: Dataset) -> None:
    signed = dataset.transfers.where(stage="signed")
    assert signed == dataset.transfers.where(stage="signed") != dataset.transfers
    assert hash(signed) == hash(dataset.transfers.where(stage="signed"))
    assert signed != signed.records
    for again in (copy(signed), deepcopy(signed), pickle.loads(pickle.dumps(signed))):
        assert again == signed


def test_the_same_records_of_other_datasets_are_another_selection(dataset: Dataset) -> None:
    first = dataset.sources[-1]
    alone = Dataset.of([r for r in dataset if r.source == first.id])
    mine = dataset.transfers.where(source=first.id)
    assert mine.records == alone.transfers.records
    assert mine != alone.transfers


# ---- numbers that nobody writes


@pytest.mark.parametrize(
    "make", [lambda n: Amount.range(n, n), lambda n: Amount.range(n, 5), lambda n: Amount.exact(f"{n}x")]
)
def test_a_message_about_a_huge_number_is_short(make: Callable[[str], Amount]) -> None:
    with pytest.raises(InvalidValue) as caught:
        make(HUGE)
    assert len(str(caught.value)) < 250


def test_huge_numbers_can_be_compared() -> None:
    assert of_amounts(Amount.exact(HUGE), Amount.exact("1" + HUGE)) is Grade.DIFFER
    assert of_amounts(Amount.exact(HUGE), Amount.exact(HUGE[:-1] + "8")) is not Grade.DIFFER
