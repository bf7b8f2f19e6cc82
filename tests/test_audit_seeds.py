"""The audit of the seeds, of seeds with a slip put into them, and the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from places import ROOT, SEEDS

import kordef
from kordef.audit import Finding, audit_dataset, share_workings
from kordef.cli import main
from kordef.dataset import Dataset
from kordef.evidence import resolve
from kordef.records import Source
from kordef.vocabulary import Severity

WAR = "000_db2a78f7f14b9b47.txt"
HERALD = "001_4c79657a4da294c9.txt"
PAPER = "004_c143eb1c6e36d01d.txt"


@pytest.fixture(scope="module")
def findings(dataset: Dataset) -> tuple[Finding, ...]:
    return audit_dataset(dataset)


def of(findings: tuple[Finding, ...], code: str) -> list[Finding]:
    return [f for f in findings if f.code == code]


def quotes(finding: Finding) -> set[str]:
    return {e.exact for claim in (*finding.claims, *finding.against) for e in claim.evidence}


# ---- what a reader with a calculator finds


def test_the_rows_of_the_aid_table_with_what_they_allow(dataset: Dataset) -> None:
    rows = {str(w.share.value.amount): w for w in share_workings(dataset)}
    allowed = {
        "55.5": (55.46, 55.56),
        "25.88": (25.86, 25.92),
        "16.57": (16.55, 16.58),
        "21.93": (21.92, 21.96),
        "32.57": (32.52, 32.58),
        "68.64": (68.55, 68.68),
    }
    assert set(rows) == set(allowed)
    for share, (low, high) in allowed.items():
        computed = rows[share].computed
        assert computed.low is not None
        assert computed.high is not None
        assert low < computed.low < computed.high < high
        assert rows[share].follows


def test_shares_that_are_not_what_is_printed_beside_them(findings: tuple[Finding, ...]) -> None:
    assert not of(findings, "K101")
    stated = {claim.says for f in of(findings, "K102") for claim in f.claims}
    assert stated == {"25.88 percent", "21.93 percent", "32.57 percent", "68.64 percent"}
    assert {f.severity for f in of(findings, "K102")} == {Severity.NOTE}


def test_ten_percent_of_armoured_vehicles_contradicts_the_other_cells(findings: tuple[Finding, ...]) -> None:
    (found,) = of(findings, "K103")
    assert found.severity is Severity.ERROR
    assert "“Armoured vehicles” (South Korea)" in found.sentence
    assert "24.4" in found.sentence
    assert quotes(found) >= {"10%", "455", "735", "40%", "60", "3.3%"}


def test_one_total_of_aid_in_two_currencies(findings: tuple[Finding, ...]) -> None:
    (found,) = of(findings, "K403")
    assert "1 EUR = 1.079 to 1.08" in found.sentence
    assert quotes(found) >= {"€49.3 billion", "$53.3 billion"}


def test_the_year_of_the_invasion(findings: tuple[Finding, ...], dataset: Dataset) -> None:
    (between,) = of(findings, "K505")
    assert {dataset.get(s, Source).file for s in between.sources} == {PAPER, WAR}  # type: ignore[union-attr]
    assert "2024-02" in between.arithmetic
    assert "2022-02-24" in between.arithmetic
    known = [f for f in of(findings, "K506") if "invasion" in f.sentence]
    assert len(known) == 1
    assert known[0].basis is not None
    assert "General Assembly" in known[0].basis


def test_the_framework_agreement_was_signed_in_may(findings: tuple[Finding, ...]) -> None:
    assert any("Framework Agreement" in f.sentence and "2010-05-10" in f.sentence for f in of(findings, "K506"))


@pytest.mark.parametrize(
    ("file", "wrong"),
    [(HERALD, "Joseph Borrell"), (PAPER, "Yoon Seok Yeol"), (WAR, "HD Hyundai Industries"), (HERALD, "Kazkhstan")],
)
def test_names_written_wrongly(findings: tuple[Finding, ...], file: str, wrong: str) -> None:
    assert any(f.sentence.startswith(f"{file} writes “{wrong}”") for f in of(findings, "K701"))


def test_europe_with_members_outside_it(findings: tuple[Finding, ...]) -> None:
    outside = {f.sentence.split("counts ")[1].split(" in the ")[0] for f in of(findings, "K305")}
    assert outside == {"Australia and Canada", "Canada"}
    assert len(of(findings, "K305")) == 3


def test_five_percent_of_gdp_against_its_sum(findings: tuple[Finding, ...]) -> None:
    (found,) = of(findings, "K204")
    assert quotes(found) >= {"$800 billion", "$457 billion"}
    assert "at least 1.02" in found.sentence


def test_plans_dated_after_the_contracts(findings: tuple[Finding, ...]) -> None:
    (found,) = of(findings, "K901")
    assert found.sentence.startswith(f"{PAPER} has Poland plan on 2024-04 to acquire ")
    assert all(name in found.sentence for name in ("K2", "K9", "Chunmoo", "FA-50"))


def test_a_range_that_its_table_does_not_keep(findings: tuple[Finding, ...]) -> None:
    (found,) = of(findings, "K604")
    assert quotes(found) >= {"one-third to two-thirds", "16.57%", "68.64%"}


def test_figures_that_do_follow_are_not_found(findings: tuple[Finding, ...]) -> None:
    said = {claim.says for f in findings for claim in f.claims}
    assert not said & {"55.5 percent", "3 multiple", "about 40 percent", "3.5 percentage_point", "1.5 percentage_point"}
    for code in ("K101", "K201", "K202", "K203", "K301", "K401", "K501", "K502", "K503", "K603", "K801", "K802"):
        assert not of(findings, code)


def test_every_finding_of_the_seeds_points_at_the_characters(findings: tuple[Finding, ...], dataset: Dataset) -> None:
    texts = {s.id: (SEEDS / (s.file or "")).read_text("utf-8") for s in dataset.sources if s.parent is None}
    assert findings
    for finding in findings:
        assert finding.claims
        for claim in (*finding.claims, *finding.against):
            record = dataset[claim.record]
            assert record.source == claim.source
            resolve(record, claim.field)
            assert claim.evidence or claim.field == "/published"
            for evidence in claim.evidence:
                if evidence.source in texts:
                    assert texts[evidence.source][evidence.start : evidence.end] == evidence.exact


def test_the_audit_does_not_depend_on_the_order_of_records(findings: tuple[Finding, ...], dataset: Dataset) -> None:
    assert audit_dataset(Dataset.of(reversed(dataset.records))) == findings


# ---- a slip put into a text is found in what is built from it


@pytest.mark.parametrize(
    ("file", "text", "slip", "code"),
    [
        (PAPER, "| 55.5%", "| 57.5%", "K101"),
        (PAPER, "| 16.57%", "| 18.57%", "K101"),
        (PAPER, "$269 million", "$369 million", "K101"),
        (PAPER, "| 0.6% |", "| 6% |", "K103"),
        (PAPER, "about 40% from", "about 60% from", "K201"),
        (PAPER, "three times as many", "five times as many", "K202"),
        (PAPER, "climbed from 2.1% to", "climbed from 2.4% to", "K203"),
        (PAPER, "skyrocketed from $2.97", "fell from $2.97", "K203"),
        (HERALD, "3.5 percentage points", "2.5 percentage points", "K301"),
        (PAPER, "leveraged €49.3 billion", "leveraged $49.3 billion", "K603"),
        (PAPER, "used to provide 68.64%", "used to provide 86.64%", "K603"),
        (PAPER, "skyrocketed from $2.97", "skyrocketed from $2.79", "K602"),
        (HERALD, "a $6 billion deal", "a $6 million deal", "K904"),
        ("002_b506355fcf542779.txt", "In September 2025, Norway", "In September 2027, Norway", "K503"),
    ],
)
def test_a_slip_is_found(
    file: str, text: str, slip: str, code: str, findings: tuple[Finding, ...], tmp_path: Path
) -> None:
    assert not of(findings, code) or code == "K103"
    said = (SEEDS / file).read_text("utf-8")
    assert text in said
    (tmp_path / file).write_text(said.replace(text, slip), "utf-8")
    known = (SEEDS / "sources.toml").read_text("utf-8").split("[[source]]")
    (tmp_path / "sources.toml").write_text("[[source]]".join(["", *(part for part in known if file in part)]), "utf-8")
    found = audit_dataset(kordef.build([tmp_path / file], sources=tmp_path / "sources.toml"))
    told = {f.sentence for f in findings}
    assert [f for f in found if f.code == code and f.sentence not in told]


@pytest.mark.parametrize("name", ["EU", "European Union"])
def test_one_party_under_two_names_is_one(name: str, tmp_path: Path) -> None:
    said = f"The {name} and South Korea signed a Security and Defence Partnership in May 2023.\n"
    (tmp_path / "a.txt").write_text(f"Partners\n\nSEOUL, March 8, 2025 (Yonhap) -- {said}", "utf-8")
    assert of(audit_dataset(kordef.build([tmp_path / "a.txt"])), "K506")


def test_documents_that_contradict_one_another(tmp_path: Path) -> None:
    told = (
        "Norway signed a contract with Hanwha Aerospace for {} additional K9 howitzers in September 2025.\n\n"
        "South Korea's defence exports reached ${} billion in 2023.\n"
    )
    for name, number, exports in (("a", 24, 14), ("b", 28, 17)):
        text = f"Howitzers\n\nSEOUL, Sept. 20, 2025 (Yonhap) -- {told.format(number, exports)}"
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    found = audit_dataset(kordef.build([tmp_path]))
    assert {f.code for f in found} == {"K601", "K605"}
    assert all(len(f.sources) == 2 for f in found)


def test_an_impossible_rate_is_an_error(tmp_path: Path) -> None:
    said = (SEEDS / PAPER).read_text("utf-8").replace("€49.3 billion", "€493 billion")
    (tmp_path / PAPER).write_text(said, "utf-8")
    (found,) = audit_dataset(kordef.build([tmp_path / PAPER]), only=["K403"])
    assert found.severity is Severity.ERROR
    assert "never was such a rate" in found.sentence


# ---- the command


def test_the_command_prints_findings_and_their_number(dataset_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(dataset_file), "--only", "K103"]) == 1
    out = capsys.readouterr().out
    assert out.startswith(f"K103 error: {PAPER} gives 10 %")
    assert "“10%”" in out
    assert out.endswith("1 finding: 1 error\n")


def test_the_command_writes_json(dataset_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(dataset_file), "--json", "--only", "K1", "--ignore", "K102"]) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert found["code"] == "K103"
    assert found["claims"][0]["evidence"][0]["exact"] == "10%"


def test_the_command_is_content_where_nothing_is_wrong(dataset_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(dataset_file), "--only", "K101"]) == 0
    assert capsys.readouterr().out == "nothing that does not add up\n"


@pytest.mark.parametrize("option", ["--only", "--ignore"])
def test_a_code_that_no_check_has_makes_no_sense(
    option: str, dataset_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", str(dataset_file), option, "K999"]) == 2
    assert "expected a check's code" in capsys.readouterr().err


def test_what_the_audit_knows_is_not_read_into_records() -> None:
    for room in ("mentions", "builders", "reading"):
        for path in (ROOT / "src" / "kordef" / room).rglob("*.py"):
            words = path.read_text("utf-8")
            assert ".landmarks" not in words
            assert ".misspelling" not in words
