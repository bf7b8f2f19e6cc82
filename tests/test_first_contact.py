"""What somebody meets who tries kordef for the first time: wrong files, wrong words, half-typed commands."""

from __future__ import annotations

import json
import os
import re
import shlex
import sys
from pathlib import Path
from time import process_time

import pytest
from places import SEEDS

import kordef
from kordef.cli import main
from kordef.curation import template
from kordef.dataset import Dataset
from kordef.errors import CurationError, InvalidValue, Unreadable
from kordef.evidence import Evidence
from kordef.reading import read_bytes
from kordef.records import RECORD_TYPES, Item, Source, Transfer
from kordef.showing import TABLES, TITLES, Table, summary, table
from kordef.vocabulary import Stage, TransferKind

SOURCE_ID = "source-000000000001"

NEWS = """Norway orders guns

Norway signed a contract in September 2025 for 24 K9 howitzers from South Korea. The army in Finnmark gets 12 of them.
"""
DEAL = """file = "news.txt"
type = "transfer"
quote = "signed a contract in September 2025 for 24 K9 howitzers"
reason = "The text says so."
by = "A. Reader"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "curation").mkdir()
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    return tmp_path


@pytest.fixture
def dataset(folder: Path) -> str:
    file = str(folder / "dataset.json")
    kordef.write_dataset(kordef.build([folder]), file)
    return file


# ---- the command line


@pytest.mark.parametrize(
    ("command", "code", "words"),
    [
        ("", 2, "commands:"),
        ("build {folder} -j three", 2, "must be a whole number, found 'three'"),
        ("build {folder} -j 0", 2, "must be 1 or more, found 0"),
        ("build {folder} -o {folder}/none/x.json", 1, "/none: no such file or directory"),
        ("build {dataset}", 1, "dataset.json: this is a dataset that kordef has built already; expected plain text"),
        ("build {folder}/curation", 1, "expected files *.txt or *.md, found nothing"),
        ("diff - -", 2, "the standard input can be one of the two datasets, not both"),
        (
            "total {dataset} --currency USDX",
            1,
            "currency must be a code of ISO 4217 such as 'USD' or 'KRW', found 'USDX'",
        ),
        ("total {dataset} --including nothing", 1, "including must be one of"),
        ("show {dataset} transfers --at-least 5dollars", 1, "a currency of ISO 4217 such as 'USD' or a unit such as"),
        ("total {dataset} --including foo", 1, "one of option, cancelled, denied, unsigned, hypothetical, found 'foo'"),
        (
            "total {dataset} --including part",
            1,
            "one of option, cancelled, denied, unsigned, hypothetical, found 'part'",
        ),
        ("build {folder}/news.txt -o {folder}/news.txt", 2, "is read by this command and would be lost"),
        ("build {folder} -o {folder}/news.txt", 2, "is read by this command and would be lost"),
        ("build {folder}/news.txt -o {folder}/curation/../news.txt", 2, "is read by this command and would be lost"),
        ("annotate {folder}/news.txt -o {folder}/news.txt", 2, "is read by this command and would be lost"),
        ("annotate {folder} -o {folder}/new.txt", 2, "would be read as a document of its folder"),
        ("build {folder} -o {folder}/new.TXT", 2, "would be read as a document of its folder"),
        ("build {folder} -o {folder}/new.md", 2, "would be read as a document of its folder"),
        ("build {folder} -o {folder}/README.md", 2, "found *.md"),
        ("build {folder} -o {folder}/judgements.jsonl", 2, "what people have judged of the documents beside it"),
        ("build {folder} -o {folder}/x.csv", 2, "found *.csv (kordef release writes CSV, Parquet and SQLite)"),
        ("annotate {folder} -o {folder}/x.xlsx", 2, "this command writes JSON; expected a name such as dataset.json"),
        ("audit {dataset} --judgements {folder}/none", 1, "none: no such file or directory"),
    ],
)
def test_a_command_that_cannot_work_says_why(
    command: str, code: int, words: str, folder: Path, dataset: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command.format(folder=folder, dataset=dataset).split()) == code
    out, err = capsys.readouterr()
    assert words in err
    assert not out


def test_nothing_is_shown_of_two_tables_where_one_cannot_be(dataset: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", dataset, "transfers", "agreements", "--stage", "signed"]) == 2
    assert capsys.readouterr() == ("", "kordef show: agreements cannot be chosen by --stage; transfers can\n")


def test_two_tables_stand_apart(
    dataset: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    assert main(["show", dataset, "transfers", "weapons"]) == 0
    first, second = capsys.readouterr().out.split("\n\n")
    assert (first.split()[:2], second.split()[:2]) == (["id", "from"], ["id", "designation"])


@pytest.mark.parametrize("link", ["symbolic", "hard"])
def test_a_link_to_an_input_is_that_input(link: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = folder / "curation" / "other.json"
    if link == "hard":
        os.link(folder / "news.txt", other)
    else:
        other.symlink_to(folder / "news.txt")
    assert main(["build", str(folder), "-o", str(other)]) == 2
    assert "would be lost" in capsys.readouterr().err
    assert (folder / "news.txt").read_text("utf-8") == NEWS


@pytest.mark.parametrize("name", ["x.json", "x.jsonl", "x", "curation/x.txt", "news.txt.json", ".hidden.txt", "x.bak"])
def test_what_is_no_input_is_written_and_written_again(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert main(["build", str(folder), "-o", str(folder / name)]) == 0
    assert main(["build", str(folder / "news.txt"), "-o", str(folder / "single.txt")]) == 0
    assert not capsys.readouterr().err
    assert (folder / "news.txt").read_text("utf-8") == NEWS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Der Minister sprach mit der Presse über das Wetter und den Haushalt.",
            "nothing was found in odd.txt; kordef reads",
        ),
        ("Polen hat einen Vertrag mit Hyundai Rotem unterschrieben.", "only names were found in odd.txt; kordef reads"),
        ("Poland ordered 180 K2 tanks from South Korea in 2022.", ""),
    ],
)
@pytest.mark.parametrize("command", ["build", "annotate"])
def test_a_text_that_yields_nothing_is_told(
    command: str, text: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "odd.txt").write_text(text, "utf-8")
    assert main([command, str(folder)]) == 0
    err = capsys.readouterr().err
    assert err.startswith(f"kordef {command}: {said}" if said else "")
    assert err.count("\n") == bool(said)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["c.html"], "c.html"),
        (["paper.PDF", "a.docx"], "a.docx, paper.PDF"),
        (["more/x.txt"], "more/"),
        (["1.htm", "2.htm", "3.htm", "4.htm", "5.htm", "6.htm"], "1.htm, 2.htm, 3.htm, 4.htm, 5.htm and 1 more"),
        ([".x.html", "x.json", "data.csv", "empty/x.png", "README.md", "curation/notes.txt"], ""),
    ],
)
@pytest.mark.parametrize("command", ["build", "annotate", "release"])
def test_what_a_folder_has_and_is_not_read_is_told(
    command: str, names: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("Poland ordered 180 K2 tanks.", "utf-8")
    (folder / "release.toml").write_text('title = "Guns"', "utf-8")
    output = folder.parent / f"{folder.name}-out"
    assert main([command, str(folder), "-o", str(output)]) == 0
    err = capsys.readouterr().err
    if said:
        assert err == f"kordef {command}: not read: {said}; a folder stands for the .txt and .md files directly in it\n"
    else:
        assert not err


def test_a_release_that_nobody_described_says_whose_it_seems_to_be(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release", str(folder), "-o", str(tmp_path / "out"), "--no-parquet"]) == 0
    said = "without a release.toml the release says that it is by The kordef authors and under MIT"
    assert capsys.readouterr().err == f"kordef release: {said}\n"


def test_of_many_texts_that_yield_nothing_some_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(9):
        (folder / f"{number}.txt").write_text(f"Nothing of note happened on floor {number}.", "utf-8")
    assert main(["build", str(folder), "-o", str(folder / "x.json")]) == 0
    assert "in 0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 4 more documents;" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--recipient Norwey", "no recipient in the dataset is called 'Norwey'; nearest: Norway"),
        ("--supplier 'Suoth Korea'", "no supplier in the dataset is called 'Suoth Korea'; nearest: South Korea"),
        ("--recipient Wakanda", "no recipient in the dataset is called 'Wakanda'"),
        ("--recipient XX", "no recipient in the dataset is called 'XX'"),
        ("--weapon K99", "no weapon in the dataset is called 'K99'; nearest: K9"),
        ("--source news.tx", "no source in the dataset is called 'news.tx'; nearest: news.txt"),
        ("--said-by Reuter", "no party in the dataset is called 'Reuter'"),
        ("--recipient Norway", None),
        ("--recipient no --supplier Korea", None),
        ("--weapon k9 --source NEWS.TXT", None),
        ("--stage delivered", None),
    ],
)
def test_a_name_that_nothing_has_is_told_with_the_nearest(
    options: str, said: str | None, dataset: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", dataset, "transfers", *shlex.split(options)]) == 0
    out, err = capsys.readouterr()
    assert err == (f"kordef show: {said}\n" if said else "")
    assert (out == "no transfers\n") == (said is not None or options == "--stage delivered")


@pytest.mark.parametrize(
    ("table", "options", "said"),
    [
        ("weapons", "--origin Atlantis", "no state of origin in the dataset is called 'Atlantis'"),
        ("weapons", "--origin Korea", None),
        ("observations", "--indicator arms", "no indicator in the dataset is called 'arms'"),
        ("observations", "--publisher SIPRY", "no publisher in the dataset is called 'SIPRY'"),
        ("transfers agreements", "--party Norwey", "no party in the dataset is called 'Norwey'; nearest: Norway"),
    ],
)
def test_a_name_that_nothing_has_is_told_once(
    table: str, options: str, said: str | None, dataset: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", dataset, *table.split(), *options.split()]) == 0
    assert capsys.readouterr().err == (f"kordef show: {said}\n" if said else "")


def test_a_folder_that_may_not_be_written_to_is_told_and_no_other_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied", str(folder / ".x.json.k3j2"))

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert main(["build", str(folder), "-o", str(folder / "x.json")]) == 1
    assert capsys.readouterr().err == f"kordef: {folder / 'x.json'}: permission denied\n"


def test_stage_and_modality_have_columns_of_their_own(folder: Path) -> None:
    (folder / "news.txt").write_text(
        'Norway will buy 24 K9 howitzers from South Korea.\n\n"We need them," said Defence Minister Tore Sandvik.\n',
        "utf-8",
    )
    dataset = kordef.build([folder])
    deals, said = table(dataset, "transfers"), table(dataset, "statements")
    assert deals.columns[5:7] == ("stage", "modality")
    assert [row[5:7] for row in deals.rows] == [(str(r.stage), str(r.modality)) for r in dataset.transfers]
    assert said.columns[3] == "modality"
    assert [row[3] for row in said.rows] == [str(r.modality) for r in dataset.statements]
    assert deals.rows
    assert said.rows


def test_one_record_is_one_record(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "news.txt").write_text("Nothing of note happened.", "utf-8")
    assert main(["build", str(folder), "-o", str(folder / "x.json")]) == 0
    assert "\n1 record written to " in capsys.readouterr().out


def test_no_common_word_is_cut_in_a_table() -> None:
    words = "transfers from a state or company that are being negotiated by many"
    deals = Table(
        name="deals",
        columns=("id", "stage", "designation", "b", "c", "d"),
        rows=(("x" * 21, "negotiating", *[words] * 4),) * 2,
    )
    for width in range(83, 141):
        lines = deals.text(width).splitlines()
        assert max(map(len, lines)) <= width
        assert "designation" in lines[0]
        assert "negotiating" in lines[2]
    for width in range(40, 83):
        assert max(map(len, deals.text(width).splitlines())) <= width
        assert set(words.split()) < set(deals.text(width).split())


@pytest.mark.parametrize("width", [40, 60, 79, 80, 100, 119, 120, 160])
@pytest.mark.parametrize("name", TABLES)
def test_no_common_word_of_the_seeds_is_cut_at_any_width(name: str, width: int) -> None:
    shown = table(kordef.load(), name)
    text = shown.text(width)
    assert max(map(len, text.splitlines())) <= width
    printed = set(re.split(r"[\s-]+", text))
    for cell in {cell for row in shown.rows for cell in row[1:]}:
        assert {word for word in re.split(r"[\s-]+", cell) if word.isalpha() and len(word) <= 16} <= printed


@pytest.mark.parametrize("width", [80, 100, 120, 140, 200])
def test_the_summary_names_documents_and_types_at_any_width(width: int) -> None:
    dataset = kordef.load()
    lines = summary(dataset, width).splitlines()
    assert max(map(len, lines)) <= max(width, 120)
    assert lines[0].split()[1:] == [TITLES[t] for t in RECORD_TYPES if t != "source"]
    for source, line in zip(dataset.sources, lines[2:], strict=False):
        assert line.startswith("embedded: " if source.parent else str(source.file)[:19])


# ---- what is no text


@pytest.mark.parametrize(
    "page", [b"<!DOCTYPE html>\n<title>x", b"\n <HTML lang=en>", b"\xef\xbb\xbf<!doctype html >", b"<html>"]
)
def test_a_page_is_no_text(page: bytes) -> None:
    with pytest.raises(Unreadable, match=r"a\.html: this is an HTML page; expected plain text"):
        read_bytes("a.html", page)


@pytest.mark.parametrize("text", [b"<htmlish> words", b"On <html> and other tags", b"< html>", b'{"format": 1}'])
def test_a_text_about_pages_is_a_text(text: bytes) -> None:
    assert read_bytes("a.txt", text).text == text.decode()


@pytest.mark.parametrize("name", ["a.json", "a.JSONL", "a.ndjson"])
@pytest.mark.parametrize("data", [b'{"a": 1}', b"[1, 2]", b'\xef\xbb\xbf\n {"a": 1}\n{"a": 2}'])
def test_json_is_no_text(name: str, data: bytes) -> None:
    with pytest.raises(Unreadable, match="this is JSON, which is neither a text nor a dataset of kordef"):
        read_bytes(name, data)


@pytest.mark.parametrize(
    "start", ['{"format":"kordef-dataset"', '{\n  "format": "kordef-dataset"', '\ufeff{ "format" :"kordef-dataset"']
)
@pytest.mark.parametrize("name", ["a.json", "a.txt"])
def test_a_dataset_is_no_text_however_it_is_laid_out(name: str, start: str) -> None:
    with pytest.raises(Unreadable, match="this is a dataset that kordef has built already"):
        read_bytes(name, (start + ', "version": "1.1", "records": []}').encode())


def test_a_text_under_the_name_of_json_is_a_text() -> None:
    assert read_bytes("a.json", b"Poland bought tanks.").text == "Poland bought tanks."


# ---- what is of another type


@pytest.mark.parametrize("given", [5, None, b"Poland", ["Poland"]])
def test_find_takes_a_document_or_a_text(given: object) -> None:
    with pytest.raises(TypeError, match=f"find takes a Document or a str, found {type(given).__name__}"):
        kordef.find(given)  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [5, [5], ("KR", 5), b"KR", 2.5])
@pytest.mark.parametrize("condition", ["supplier", "weapon", "party", "source", "stage", "said_by"])
def test_a_condition_takes_words(condition: str, given: object, dataset: str) -> None:
    if condition == "stage" and given == ("KR", 5):
        pytest.skip("the first word is wrong already")
    with pytest.raises(TypeError, match=r"a condition takes a word \(str\) or several, found "):
        kordef.read_dataset(dataset).transfers.where(**{condition: given})  # type: ignore[arg-type]


# ---- conditions


@pytest.mark.parametrize("state", ["KR", "kr", "South Korea", "Korea", "Republic of Korea"])
def test_the_state_that_a_weapon_is_from_has_many_names(state: str, dataset: str) -> None:
    assert [w.designation for w in kordef.read_dataset(dataset).weapon_systems.where(origin=state)] == ["K9"]


@pytest.mark.parametrize("noun", ["howitzer", "howitzers", "Howitzers", "self-propelled howitzer", "K9 Thunder", "K-9"])
def test_a_class_has_its_noun_in_one_or_many_and_with_less_said(noun: str, folder: Path) -> None:
    (folder / "news.txt").write_text("Norway ordered 24 K9 self-propelled howitzers from South Korea in 2022.", "utf-8")
    assert len(kordef.build([folder]).transfers.where(weapon=noun)) == 1


@pytest.mark.parametrize("noun", ["self-propelled", "gun", "howitz", "propelled howitzer", "", "s"])
def test_half_a_class_is_none(noun: str, folder: Path) -> None:
    (folder / "news.txt").write_text("Norway ordered 24 K9 self-propelled howitzers from South Korea in 2022.", "utf-8")
    assert not kordef.build([folder]).transfers.where(weapon=noun)


def test_a_state_that_makes_nothing_is_from_nowhere(dataset: str) -> None:
    weapons = kordef.read_dataset(dataset).weapon_systems
    assert not weapons.where(origin="Norway")
    assert not weapons.where(origin="Atlantis")


@pytest.mark.parametrize("bound", ["5 dollars", "5 XQQ", "5 usd", "5 furlongs"])
def test_a_bound_is_in_a_unit_that_there_is(bound: str, dataset: str) -> None:
    with pytest.raises(InvalidValue, match=f"at_least must be in a currency of ISO 4217 .* found '{bound}'"):
        kordef.read_dataset(dataset).transfers.where(at_least=bound)


# ---- judgements beside the documents


def test_judgements_beside_the_documents_are_read_with_them(tmp_path: Path) -> None:
    for file in SEEDS.glob("*.txt"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    before = kordef.build(tmp_path).cases
    case = before[0]
    judgement = {"records": case.members[:2], "who": "A. Reader", "when": "2025-11-25", "why": "Two things."}
    (tmp_path / "judgements.jsonl").write_text(json.dumps({"judgement": "not_same", **judgement}) + "\n", "utf-8")
    dataset = kordef.build([tmp_path])
    assert [j.records for j in dataset.judgements] == [case.members[:2]]
    assert all(not set(case.members[:2]) <= set(one.members) for one in dataset.cases)
    assert dataset.records == kordef.build([str(tmp_path)]).records
    alone = kordef.build([tmp_path / next(SEEDS.glob("*.txt")).name])  # a part of the folder need not have the records
    assert not alone.judgements
    assert not alone.cases


# ---- corrections


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ('[correct.quotes]\nvalue = "24"', "a quote is given for 'value', which says nothing; give it a value"),
        (
            '[correct.record]\nitems = [{ weapon = "K9", number = 24.5 }]',
            "must stand in quotes, such as '24.5', found 24.5",
        ),
        ('[correct.record]\nitems = [{ weapon = "K9", number = "many" }]', "a number or sum must be a number"),
        ('[correct.record]\nitems = [{ weapon = "K9", number = true }]', "found true in 'items[0].number'"),
    ],
)
def test_a_correction_that_cannot_be_meant_is_an_error(rest: str, words: str, folder: Path) -> None:
    (folder / "curation" / "a.toml").write_text(f"[[correct]]\n{DEAL}{rest}\n", "utf-8")
    with pytest.raises(CurationError) as caught:
        kordef.build([folder])
    assert words in str(caught.value)


@pytest.mark.parametrize("file", ["/etc/hosts", "../{folder}/news.txt", "./news.txt", "curation/../news.txt"])
def test_a_correction_names_a_document_and_no_path(file: str, folder: Path) -> None:
    file = file.format(folder=folder.name)
    (folder / "curation" / "a.toml").write_text(f"[[correct]]\n{DEAL}".replace("news.txt", file), "utf-8")
    with pytest.raises(CurationError, match="which is not there; expected the name of a document in"):
        kordef.build([folder])


def test_numbers_and_days_may_be_written_as_toml_has_them(folder: Path) -> None:
    (folder / "curation" / "a.toml").write_text(
        f'\ufeff[[correct]]\n{DEAL}[correct.record]\nitems = [{{ weapon = "K9", number = 12 }}]\n'
        'stages = [{ stage = "signed", date = 2025-09-01 }]\n'
        '[correct.quotes]\n"items/0/number" = "12"\n"stages/0" = "September 2025"\n',
        "utf-8",
    )
    (deal,) = kordef.build([folder]).transfers
    assert deal.items[0].number == kordef.Amount.exact(12)
    assert deal.stages[0].date.edtf == "2025-09-01"


def test_hidden_files_are_no_corrections_and_a_pipe_keeps_nobody_waiting(folder: Path) -> None:
    (folder / "curation" / ".a.toml.swp.toml").write_text("no [ toml", "utf-8")
    assert kordef.build([folder]).transfers
    os.mkfifo(folder / "curation" / "b.toml")
    with pytest.raises(CurationError, match=r"b\.toml: is not a file"):
        kordef.build([folder])


# ---- what is not installed


def test_without_pyarrow_a_release_says_both_ways_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "pyarrow"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert main(["release", str(folder), "-o", str(folder / "out")]) == 1
    err = capsys.readouterr().err
    assert "an optional package is needed for" in err
    assert (
        "pip install 'kordef[tables]' (in kordef's own folder: pip install '.[tables]'), or leave the Parquet files out: --no-parquet"
        in err
    )
    assert not (folder / "out").exists()
    assert main(["release", str(folder), "-o", str(folder / "out"), "--no-parquet"]) == 0


# ---- what is made to take for ever


def test_a_long_chain_of_parts_and_many_twins_take_no_long_time() -> None:
    """Thousands of deals with one quote, each a part of the next and the last of the first."""
    words = Evidence(source=SOURCE_ID, field="", start=0, end=6, exact="Norway")
    source = Source(id=SOURCE_ID, source=SOURCE_ID, title="A page", sha256="0" * 64, length=100)
    deals = [
        Transfer(
            id=f"transfer-{number:012x}",
            source=SOURCE_ID,
            evidence=(words,),
            kind=TransferKind.SALE,
            stage=Stage.SIGNED,
            items=(Item(description=f"goods {number}", number=kordef.Amount.exact(1)),),
            part_of=f"transfer-{(number + 1) % 5000:012x}",
        )
        for number in range(5000)
    ]
    dataset = Dataset.of([source, *deals])
    began = process_time()
    assert len(kordef.total(dataset.transfers).goods) == 5000
    assert "only = {" in template(dataset, deals[7].id)
    assert process_time() - began < 10
