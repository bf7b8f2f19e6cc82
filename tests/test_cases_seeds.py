"""The cases of the seeds: what their documents tell of one thing, and what only looks like it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from places import SEEDS

import kordef
from kordef.cases import Case
from kordef.cases.explanation import explain_case
from kordef.cli import main
from kordef.dataset import Dataset
from kordef.pipeline import build
from kordef.records import Agreement, Dialogue, Record, Transfer
from kordef.store import write_dataset


@pytest.fixture(scope="module")
def seeds() -> Dataset:
    return build([SEEDS])


@pytest.fixture(scope="module")
def path(seeds: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cases") / "seeds.json"
    write_dataset(seeds, path)
    return path


def file_of(data: Dataset, record: Record) -> str:
    source = data.source_of(record)
    while source.parent is not None:
        parent = data[source.parent]
        source = parent if parent.type == "source" else source  # type: ignore[assignment]
    return (source.file or "")[:3]


def persons(data: Dataset, record: Dialogue) -> set[str]:
    return {data.actor(p.actor).name.split()[-1] for p in record.participants if data.actor(p.actor).kind == "person"}


def weapons(data: Dataset, record: Transfer) -> set[str | None]:
    return {data.weapon(item.weapon).designation for item in record.items if item.weapon}


def case_of_all(data: Dataset, records: list[Record]) -> Case:
    cases = {case.id: case for record in records if (case := data.case_of(record)) is not None}
    assert len(cases) == 1, cases
    (case,) = cases.values()
    return case


def test_the_security_and_defence_partnership_is_one_case_of_two_seeds(seeds: Dataset) -> None:
    told = [r for r in seeds.agreements if isinstance(r, Agreement) and "Security and Def" in r.name]
    case = case_of_all(seeds, list(told))
    assert {file_of(seeds, r) for r in case.records} >= {"001", "004"}
    signed = case.field("signed").consensus
    assert signed is not None
    assert str(signed).startswith("2024-11")
    assert not [conflict for conflict in case.conflicts if conflict.field in ("signed", "parties")]


@pytest.mark.parametrize("partner", ["Sikorski", "Duda", "Barrot"])
def test_the_meetings_of_the_tour_of_march_2025_are_cases_of_two_seeds(seeds: Dataset, partner: str) -> None:
    told = [r for r in seeds.dialogues if {"Tae-yul", partner} <= persons(seeds, r)]
    cases = [case for r in told if (case := seeds.case_of(r)) is not None]
    assert any({file_of(seeds, r) for r in case.records} >= {"000", "001"} for case in cases)
    for case in cases:
        assert all(partner in persons(seeds, r) for r in case.records if isinstance(r, Dialogue))


def test_the_tour_itself_is_a_case_of_two_seeds(seeds: Dataset) -> None:
    tour = next(r for r in seeds.dialogues if r.kind == "visit" and file_of(seeds, r) == "000")
    case = seeds.case_of(tour)
    assert case is not None
    assert {file_of(seeds, r) for r in case.records} >= {"000", "001"}
    assert all(r.kind == "visit" for r in case.records if isinstance(r, Dialogue))


def test_the_purchases_of_poland_are_one_case_of_three_seeds_and_the_next_lot_is_another(seeds: Dataset) -> None:
    polish = [r for r in seeds.transfers if r.recipient and seeds.party(r.recipient) == "PL"]
    packages = [r for r in polish if {"K2", "K9"} <= weapons(seeds, r)]
    case = case_of_all(seeds, list(packages))
    assert {file_of(seeds, r) for r in case.records} >= {"000", "002", "004"}
    lots = [r for r in polish if any(item.counting == "additional" for item in r.items)]
    assert lots
    for lot in lots:
        assert lot not in case


def test_the_earlier_sale_to_norway_and_the_additional_howitzers_are_apart(seeds: Dataset) -> None:
    norwegian = [r for r in seeds.transfers if r.recipient and seeds.party(r.recipient) == "NO"]
    assert {file_of(seeds, r) for r in norwegian} >= {"002", "003"}
    assert all(seeds.case_of(r) is None for r in norwegian)


def test_dialogues_of_one_day_with_two_partners_are_apart(seeds: Dataset) -> None:
    def with_partner(code: str) -> list[Record]:
        return [
            r
            for r in seeds.dialogues
            if r.kind == "dialogue" and code in {seeds.party(p.actor) for p in r.participants}
        ]

    european, german = with_partner("EU"), with_partner("DE")
    assert european
    assert german
    for record in european:
        case = seeds.case_of(record)
        assert case is None or not any(other in case for other in german)


def test_every_claim_points_into_its_record(seeds: Dataset) -> None:
    from kordef.evidence import resolve

    for case in seeds.cases:
        for field in case.claims:
            for claim in field.claims:
                assert claim.record in case.members
                assert claim.source == seeds[claim.record].source
                assert resolve(seeds[claim.record], claim.pointer) is not None


# ---- the command line


def test_cases_are_listed(path: Path, seeds: Dataset, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cases", str(path)]) == 0
    shown = capsys.readouterr().out
    for case in seeds.cases:
        assert case.id in shown
    assert shown.rstrip().splitlines()[-1].startswith(f"{len(seeds.cases)} cases, ")


def test_conflicts_alone_are_listed(path: Path, seeds: Dataset, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cases", str(path), "--conflicts"]) == 0
    shown = capsys.readouterr().out
    for case in seeds.cases:
        assert (case.id in shown) == bool(case.conflicts)
        for conflict in case.conflicts:
            assert conflict.sentence in shown


def test_cases_as_json(path: Path, seeds: Dataset, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cases", str(path), "--json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [case["id"] for case in told] == [case.id for case in seeds.cases]
    assert [case["members"] for case in told] == [list(case.members) for case in seeds.cases]
    for case in told:
        for field in case["claims"]:
            assert {claim["record"] for claim in field["claims"]} <= set(case["members"])


def test_explain_says_which_fields_made_the_match(
    path: Path, seeds: Dataset, capsys: pytest.CaptureFixture[str]
) -> None:
    case = next(case for case in seeds.cases if case.type == "agreement")
    assert main(["explain", str(path), case.id]) == 0
    shown = capsys.readouterr().out
    assert "compared: " in shown
    assert "is enough" in shown
    assert "parties same (+3): KR, eu" in shown
    assert "name same (+3): defence, security" in shown
    assert "silent: " in shown
    assert str(kordef.explain(seeds, case)) == str(explain_case(seeds, case.id)) == shown.rstrip("\n")
    assert main(["explain", str(path), "case-nothing"]) == 1
    assert "no case with the id 'case-nothing'" in capsys.readouterr().err


def test_judgements_come_from_a_file(
    path: Path, seeds: Dataset, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = next(case for case in seeds.cases if len(case) == 2)
    judgement = {"judgement": "not_same", "records": list(case.members), "who": "A", "when": "2025-11-25", "why": "B"}
    file = tmp_path / "judgements.jsonl"
    file.write_text(json.dumps(judgement) + "\n", "utf-8")
    assert main(["cases", str(path), "--judgements", str(file)]) == 0
    assert case.id not in capsys.readouterr().out
    assert main(["explain", str(path), case.id, "--judgements", str(file)]) == 1
    capsys.readouterr()
    file.write_text("{}\n", "utf-8")
    assert main(["cases", str(path), "--judgements", str(file)]) == 1
    assert capsys.readouterr().err == "kordef: judgement must be given in 'judgements.jsonl:1'\n"
    assert main(["cases", str(path), "--judgements", str(tmp_path / "none.jsonl")]) == 1


def test_nothing_that_is_printed_commands_a_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from case_makers import Document, dataset

    documents = [Document("a\x1b[31m"), Document("b")]
    for document in documents:
        document.agreement("Strategic\x1b[2J Partnership", "KR", "PL")
    data = dataset(*documents)
    file = tmp_path / "data.json"
    write_dataset(data, file)
    assert main(["cases", str(file)]) == 0
    assert main(["explain", str(file), data.cases[0].id]) == 0
    assert "\x1b" not in capsys.readouterr().out
