"""The commands that ask, add up, compare and correct: what they print and what they return."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import kordef
from kordef.cli import main
from kordef.dataset import Dataset
from kordef.store import read_dataset, write_dataset

NEWS = """Norway orders guns

Norway signed a contract in September 2025 for 24 K9 howitzers from South Korea.

Poland signed a contract in 2022 for 180 K2 tanks from South Korea.
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("COLUMNS", "140")

    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(a) for a in arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return code, captured.out, captured.err

    return call


@pytest.fixture
def news(tmp_path: Path, run: Run) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "news.txt").write_text(NEWS, "utf-8")
    run("build", tmp_path / "articles", "-o", tmp_path / "dataset.json")
    return tmp_path / "dataset.json"


@pytest.mark.parametrize(
    ("options", "norway", "poland"),
    [
        ([], True, True),
        (["--party", "NO"], True, False),
        (["--recipient", "Poland", "--recipient", "Norway"], True, True),
        (["--weapon", "K2"], False, True),
        (["--since", "2024"], True, False),
        (["--until", "2023"], False, True),
        (["--at-least", "100"], False, True),
        (["--since", "2022-06", "--until", "2022-07"], False, True),
        (["--since", "2022-06", "--until", "2022-07", "--certainty", "certain"], False, False),
        (["--supplier", "KR", "--stage", "signed", "--at-most", "50"], True, False),
        (["--reviewed"], False, False),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_show_takes_the_conditions_of_where(
    run: Run, news: Path, options: list[str], norway: bool, poland: bool
) -> None:
    code, out, err = run("show", news, "transfers", *options)
    assert (code, err) == (0, "")
    assert ("24" in out, "180" in out) == (norway, poland)


@pytest.mark.parametrize("command", ["show", "cases", "total", "timeline", "network", "audit"])
def test_who_shows_a_text_learns_that_it_is_built_first(run: Run, news: Path, command: str) -> None:
    text = news.parent / "articles" / "news.txt"
    code, out, err = run(command, text)
    assert (code, out) == (1, "")
    assert err.endswith("; expected a dataset, which kordef build makes of texts\n")
    (news.parent / "other.json").write_text("Norway", "utf-8")
    assert "kordef build" not in run(command, news.parent / "other.json")[2]


def test_show_writes_a_table_as_csv(run: Run, news: Path) -> None:
    code, out, err = run("show", news, "transfers", "--csv", "--recipient", "NO")
    assert (code, err) == (0, "")
    (row,) = csv.DictReader(io.StringIO(out))
    (transfer,) = read_dataset(news).transfers.where(recipient="NO")
    assert row["id"] == transfer.id
    assert (row["from"], row["to"], row["items"], row["date"]) == ("KR", "NO", "24 K9 Thunder", "2025-09")
    assert (row["file"], row["title"]) == ("news.txt", "Norway orders guns")
    assert row["words"] == "signed a contract in September 2025 for 24 K9 howitzers"


def test_csv_of_no_records_has_its_heading(run: Run, news: Path) -> None:
    code, out, _ = run("show", news, "transfers", "--csv", "--recipient", "SE")
    assert code == 0
    assert [line.split(",")[0] for line in out.splitlines()] == ["id"]


def test_csv_of_sources_names_nothing_twice(run: Run, news: Path) -> None:
    heading = run("show", news, "sources", "--csv")[1].splitlines()[0].split(",")
    assert sorted(heading) == sorted(set(heading))


@pytest.mark.parametrize(
    ("arguments", "kinds"),
    [
        (["transfers"], ["transfer", "transfer"]),
        (["transfers", "--recipient", "PL"], ["transfer"]),
        (["transfers", "sources"], ["source", "transfer", "transfer"]),
        (["agreements"], []),
        (["--weapon", "K2"], None),
    ],
)
def test_show_writes_records_as_json_lines(run: Run, news: Path, arguments: list[str], kinds: list[str] | None) -> None:
    code, out, _ = run("show", news, *arguments, "--json")
    if kinds is None:  # only what all records have can be asked of all
        assert (code, out) == (2, "")
        return
    records = [json.loads(line) for line in out.splitlines()]
    assert sorted(r["type"] for r in records) == kinds
    for record in records:
        cls = type(read_dataset(news)[record["id"]])
        assert kordef.loads(json.dumps(record), cls) in read_dataset(news)


@pytest.mark.parametrize("tables", [[], ["transfers", "agreements"]])
def test_csv_is_of_one_table(run: Run, news: Path, tables: list[str]) -> None:
    code, out, err = run("show", news, *tables, "--csv")
    assert (code, out) == (2, "")
    assert err.startswith(f"kordef show: --csv writes one table, found {len(tables) or 'none'}; ")


@pytest.mark.parametrize(
    ("name", "message"),
    [("nowhere/x.json", "nowhere: no such file or directory"), (".", ".: is a folder, expected a file")],
)
@pytest.mark.parametrize("command", ["build", "annotate"])
def test_an_output_that_cannot_be_is_told_before_anything_is_read(  # type: ignore[no-untyped-def]
    run: Run, news: Path, monkeypatch: pytest.MonkeyPatch, command: str, name: str, message: str
) -> None:
    monkeypatch.chdir(news.parent)
    monkeypatch.setattr("kordef.reading.read_file", lambda *_: pytest.fail("read for nothing"))
    code, out, err = run(command, "articles", "-o", name)
    assert (code, out) == (1, "")
    assert message in err


def test_corrections_of_what_was_not_read_are_told(run: Run, news: Path, tmp_path: Path) -> None:
    entry = '[[reject]]\nfile = "{}"\ntype = "transfer"\nquote = "180 K2"\nreason = "r"\nby = "b"\n'
    (tmp_path / "mine.toml").write_text(entry.format("news.txt") + entry.format("gnus.txt"), "utf-8")
    code, _, err = run(
        "build", news.parent / "articles", "-o", tmp_path / "out.json", "--curation", tmp_path / "mine.toml"
    )
    assert code == 0
    assert err == "kordef build: corrections of 'gnus.txt' are not applied: no document of this name was read\n"
    assert len(read_dataset(tmp_path / "out.json").transfers) == 1


def test_a_release_that_cannot_be_is_told_before_anything_is_read(
    run: Run, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kordef.pipeline.build", lambda *_, **__: pytest.fail("read for nothing"))
    code, _, err = run("release", news.parent / "articles", "-o", news.parent)
    assert code == 1
    assert "is no release" in err
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    code, _, err = run("release", news.parent / "articles", "-o", news.parent / "release")
    assert code == 1
    assert err.endswith("or leave the Parquet files out: --no-parquet\n")


def test_a_summary_counts_what_the_conditions_choose(run: Run, news: Path) -> None:
    code, out, _ = run("show", news, "--party", "NO")
    assert code == 0
    assert out.splitlines()[-1].split()[0] == "all"
    whole = run("show", news)[1]
    assert out.splitlines()[-1] != whole.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["show", "FILE", "dialogues", "--stage", "signed"],
            "kordef show: dialogues cannot be chosen by --stage; transfers can",
        ),
        (
            ["show", "FILE", "--supplier", "KR"],
            "kordef show: records of all tables cannot be chosen by --supplier; transfers can",
        ),
        (["show", "FILE", "deals"], "kordef show: there is no table 'deals'; the tables are sources, actors"),
        (["timeline", "FILE", "deals"], "kordef timeline: there is no table 'deals'"),
        (
            ["network", "FILE", "events", "--weapon", "K9"],
            "kordef network: events cannot be chosen by --weapon; weapons, transfers, deployments can",
        ),
        (["total", "FILE", "--speaker", "KR"], "kordef total: transfers cannot be chosen by --speaker; statements can"),
        (["review", "FILE"], "kordef review: give the id of a record, or --quote, --file and --type"),
        (
            ["review", "FILE", "x", "--quote", "a", "--file", "b", "--type", "c"],
            "kordef review: give the id of a record",
        ),
    ],
)
def test_a_command_line_that_makes_no_sense(run: Run, news: Path, arguments: list[str], message: str) -> None:
    code, out, err = run(*[str(news) if a == "FILE" else a for a in arguments])
    assert (code, out) == (2, "")
    assert err.startswith(message)


def test_a_word_that_is_none_is_bad_input(run: Run, news: Path) -> None:
    code, _, err = run("show", news, "transfers", "--stage", "sold")
    assert code == 1
    assert err.startswith("kordef: stage must be one of considered")
    assert run("total", news, "--including", "everything")[0] == 1


def test_total_prints_sums_and_what_was_left_out(run: Run, news: Path) -> None:
    code, out, _ = run("total", news, "--supplier", "KR")
    assert code == 0
    lines = [line.split() for line in out.splitlines()]
    assert ["K2", "180", "1"] in lines
    assert ["K9", "24", "1"] in lines
    assert "no figures left out" in out
    assert run("total", news, "--supplier", "BR")[1].startswith("no sums")


def test_timeline_and_network_print_tables(run: Run, news: Path) -> None:
    code, out, _ = run("timeline", news, "transfers")
    assert code == 0
    assert out.index("2022") < out.index("2025-09")
    code, out, _ = run("network", news, "transfers", "--by-state")
    assert code == 0
    assert [line.split("  ") for line in out.splitlines() if "Norway" in line]


def test_diff_returns_whether_there_are_differences(run: Run, news: Path, tmp_path: Path) -> None:
    assert run("diff", news, news) == (0, "no differences\n", "")
    dataset = read_dataset(news)
    less = Dataset.of(r for r in dataset if r.type != "transfer")
    write_dataset(less, tmp_path / "less.json")
    code, out, _ = run("diff", news, tmp_path / "less.json")
    assert code == 1
    assert out.splitlines()[-1] == "0 added, 2 removed, 0 changed"
    code, out, _ = run("diff", tmp_path / "less.json", news, "--json")
    assert code == 1
    assert {r["type"] for r in json.loads(out)["added"]} == {"transfer"}
    code, _, err = run("diff", news, tmp_path / "none.json")
    assert code == 1
    assert "none.json" in err


def test_diff_reads_standard_input(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(news.read_bytes())))
    assert run("diff", "-", news)[0] == 0


def test_a_review_goes_round(run: Run, news: Path, tmp_path: Path) -> None:
    (deal,) = read_dataset(news).transfers.where(recipient="NO")
    code, form, _ = run("review", news, deal.id[:-2])
    assert code == 0
    folder = tmp_path / "articles" / "curation"
    folder.mkdir()
    (folder / "hand.toml").write_text(form, "utf-8")
    code, out, _ = run("build", tmp_path / "articles", "-o", tmp_path / "again.json")
    assert code == 0
    assert "reviewed by hand" not in out
    assert (tmp_path / "again.json").read_bytes() == news.read_bytes()
    changed = (
        form.replace('"24"', '"25"').replace('reason = ""', 'reason = "Try."').replace('by = ""', 'by = "A. Reader"')
    )
    (folder / "hand.toml").write_text(changed, "utf-8")
    out = run("build", tmp_path / "articles", "-o", tmp_path / "again.json")[1]
    assert "reviewed by hand: 0 added, 1 corrected, 0 rejected" in out
    code, out, _ = run("diff", news, tmp_path / "again.json")
    assert "    items/0/number: 24 -> 25" in out.splitlines()
    assert "corrected by hand (items): Try. — A. Reader" in run("explain", tmp_path / "again.json", deal.id)[1]
    (folder / "hand.toml").write_text(changed.replace("September 2025", "October 2025", 1), "utf-8")
    code, _, err = run("build", tmp_path / "articles")
    assert code == 1
    assert "hand.toml, [[correct]] 1, line 1" in err


def test_a_form_for_what_is_missing(run: Run, news: Path) -> None:
    code, out, _ = run("review", news, "--quote", "in 2022", "--file", "news.txt", "--type", "event")
    assert code == 0
    assert out.startswith('[[add]]\nfile = "news.txt"\ntype = "event"\nquote = "in 2022"\n')
    assert run("review", news, "--quote", "x", "--file", "none.txt", "--type", "event")[0] == 1
