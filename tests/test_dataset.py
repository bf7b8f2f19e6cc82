"""The container: whole, ordered, and quick to ask."""

from __future__ import annotations

import pytest
from attrs import evolve

import kordef
from kordef.cases.judgements import Opinion
from kordef.dataset import Dataset
from kordef.errors import DanglingReference, InvalidValue
from kordef.reasons import explain
from kordef.records import Actor, Source, Transfer
from kordef.showing import TABLES, summary, table


def test_a_reference_to_nothing_names_both_ends(dataset: Dataset) -> None:
    transfer = next(t for t in dataset.transfers if t.recipient)
    orphan = evolve(transfer, recipient="actor-000000000000")
    records = [orphan if r is transfer else r for r in dataset]
    with pytest.raises(DanglingReference) as caught:
        Dataset.of(records)
    assert str(caught.value) == (
        f"{transfer.id} refers to 'actor-000000000000' in '/recipient', and the dataset has no record with that id"
    )


def test_two_records_with_one_id_are_an_error(dataset: Dataset) -> None:
    twin = evolve(next(iter(dataset.transfers)), open_list=True, evidence=())
    with pytest.raises(InvalidValue, match="two records have the id"):
        Dataset.of([*dataset, twin])


def test_look_ups(dataset: Dataset) -> None:
    transfer = dataset.transfers[0]
    assert dataset[transfer.id] is transfer
    assert dataset.get(transfer.id, Transfer) is transfer
    assert dataset.get(transfer.id, Actor) is None
    assert dataset.get("nothing") is None
    assert transfer.id in dataset
    assert isinstance(dataset.source_of(transfer), Source)
    with pytest.raises(DanglingReference, match="the dataset has no record with the id 'transfer-x'"):
        dataset["transfer-x"]
    with pytest.raises(LookupError, match=f"did you mean '{transfer.id}'"):
        dataset[transfer.id[:-1]]


def test_transfers_are_found_by_who_and_what(dataset: Dataset) -> None:
    to_poland = dataset.transfers.where(supplier="KR", recipient="PL")
    assert len(to_poland) > 0
    assert all(dataset.party(t.recipient or "") == "PL" for t in to_poland)
    assert set(to_poland.where(weapon="K2")) <= set(to_poland)
    assert len(dataset.transfers.where(recipient="Poland")) == len(dataset.transfers.where(recipient="PL"))
    assert len(dataset.transfers.where(supplier="BR")) == 0


def test_a_condition_on_time_keeps_what_may_lie_in_it(dataset: Dataset) -> None:
    late = dataset.transfers.where(since="2025-09", supplier="KR")
    assert [dataset.party(t.recipient or "") for t in late] == ["NO"]
    assert len(late.where(until="2025-08")) == 0
    # shells from North Korea "since the fall of 2022" may go on to this day
    assert "RU" in [dataset.party(t.recipient or "") for t in dataset.transfers.where(since="2025-09")]


def test_every_table_can_be_shown(dataset: Dataset) -> None:
    for name, kind in TABLES.items():
        shown = table(dataset, name)
        assert len(shown.rows) == len(dataset.of_type(kind))
        for width in (60, 100, 200):
            assert max(map(len, shown.text(width).splitlines())) <= max(width, 22 + 10 * len(shown.columns))
    assert str(len(dataset.transfers)) in summary(dataset).splitlines()[-1]


def test_every_record_can_be_explained(dataset: Dataset) -> None:
    for record in dataset:
        reasons = explain(dataset, record)
        assert len(reasons.reasons) == len(record.evidence)
        for reason, _ in zip(reasons.reasons, record.evidence, strict=True):
            assert reason.sentence[reason.start : reason.end]
        assert record.id in str(reasons)


def test_a_part_has_all_that_its_records_refer_to() -> None:
    whole = kordef.load()
    polish = whole.transfers.where(recipient="PL")
    part = whole.part(polish)
    assert 0 < len(part) < len(whole)
    assert tuple(part.transfers) == tuple(polish)
    assert all(record in whole for record in part)
    assert {part.party(t.recipient) for t in part.transfers if t.recipient} == {"PL"}
    assert kordef.dataset_from(kordef.dataset_text(part)) == part
    assert part.part(part) == part
    assert whole.part(whole) == whole
    assert len(whole.part(())) == 0


def test_a_part_has_the_page_of_a_story_in_it() -> None:
    whole = kordef.load()
    story = next(source for source in whole.sources if source.parent)
    assert [source.id for source in whole.part([story]).sources] == [story.parent, story.id]


def test_a_part_of_another_dataset_is_refused() -> None:
    whole = kordef.load()
    with pytest.raises(kordef.DanglingReference, match="no record with the id 'transfer-"):
        whole.part(whole.transfers.where(recipient="PL")).part(whole.transfers.where(recipient="RU"))


def test_judgements_go_along_with_all_that_they_are_about() -> None:
    whole = kordef.load()
    first, second, third = whole.transfers[:3]
    judged = [
        kordef.Judgement(judgement=Opinion.NOT_SAME, records=pair, who="A", when="2025-01-01", why="w")
        for pair in ((first.id, second.id), (first.id, third.id))
    ]
    part = whole.with_judgements(judged).part([first, second])
    assert part.judgements == (judged[0],)


def test_an_explanation_counts_as_people_do() -> None:
    whole = kordef.load()
    record = max(whole.observations, key=lambda record: len(record.members))
    fields = [reason.field for reason in explain(whole, record).reasons]
    members = [int(field.removeprefix("/members/")) for field in fields if field.startswith("/members/")]
    assert len(members) > 10
    assert members == sorted(members)
    assert fields.index("/subject") < fields.index("/members/0") < fields.index("/publisher")


def test_an_explanation_of_a_document_leaves_out_its_first_character() -> None:
    whole = kordef.load()
    for source in whole.sources:
        assert "the record" not in str(explain(whole, source))
        titled = any(evidence.field == "/title" for evidence in source.evidence)
        assert ("\n  title = " in str(explain(whole, source))) is titled
    for transfer in whole.transfers:
        assert "  the record\n" in str(explain(whole, transfer))


def test_an_explanation_says_what_could_not_be_resolved() -> None:
    source = kordef.load().sources.where(source="Korea Herald")[0]
    undated = next(
        s for s in kordef.load().sources if s.published is None and any(e.field == "/published" for e in s.evidence)
    )
    assert "  published = not resolved" in str(explain(kordef.load(), undated))
    assert "not resolved" not in str(explain(kordef.load(), source))
