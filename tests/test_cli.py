"""The command line: what it prints, what it returns, and a clear line for whatever can go wrong."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest
from places import SEEDS

from kordef.cli import main


class Result:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    def call(*arguments: object) -> Result:
        code = main([str(a) for a in arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Result(code, captured.out, captured.err)

    return call


def test_build_writes_a_dataset_and_a_summary(run, dataset_file: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    out = tmp_path / "dataset.json"
    result = run("build", SEEDS, "-o", out)
    assert result.code == 0
    assert out.read_bytes() == dataset_file.read_bytes()
    assert "transfers" in result.out
    assert f"records written to {out}" in result.out


def test_build_writes_to_standard_output(run, dataset_file: Path) -> None:  # type: ignore[no-untyped-def]
    result = run("build", SEEDS)
    assert result.code == 0
    assert result.out == dataset_file.read_text("utf-8")


def test_annotate_writes_json_lines(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "007_article.txt"
    text = "Romania orders guns\n\nRomania signed a contract on 9 July 2024 for 54 K9 howitzers from South Korea.\n"
    path.write_text(text, "utf-8")
    result = run("annotate", path)
    lines = [json.loads(line) for line in result.out.splitlines()]
    assert {line["doc"] for line in lines} == {"007"}
    assert {"value", "date", "actor", "weapon", "transfer"} <= {line["family"] for line in lines}
    for line in lines:
        assert text[line["start"] : line["start"] + len(line["quote"])] == line["quote"]
    left = run("annotate", path, "--leftovers")
    assert left.code == 0
    assert all(json.loads(line)["family"] == "leftover" for line in left.out.splitlines())


def test_annotate_reads_standard_input(run, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    data = b"Norway bought 24 K9 howitzers from South Korea in 2017.\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
    result = run("annotate", "-")
    assert result.code == 0
    assert '"K9"' in result.out


def test_explain_shows_the_sentence_with_the_words_marked(run, dataset_file: Path, dataset) -> None:  # type: ignore[no-untyped-def]
    transfer = dataset.transfers.where(recipient="NO", since="2025")[0]
    result = run("explain", dataset_file, transfer.id)
    assert result.code == 0
    assert "»24 additional" in result.out
    assert run("explain", dataset_file, transfer.id[:-2]).out == result.out


def test_show_prints_tables(run, dataset_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("COLUMNS", "600")
    result = run("show", dataset_file, "transfers", "agreements")
    assert result.code == 0
    assert "K9" in result.out
    assert "Security and Defen" in result.out
    assert "documents" not in result.out
    assert "all " in run("show", dataset_file).out


def test_schema_is_json(run) -> None:  # type: ignore[no-untyped-def]
    assert json.loads(run("schema").out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["build"],
        ["nonsense"],
        ["build", "x", "--jobs", "0"],
        ["show", "FILE", "tanks"],
        ["build", "x", "--jobs", "a"],
    ],
)
def test_a_command_line_without_sense_is_2(run, arguments: list[str], dataset_file: Path) -> None:  # type: ignore[no-untyped-def]
    result = run(*(str(dataset_file) if a == "FILE" else a for a in arguments))
    assert result.code == 2
    assert result.err


def bad_inputs(tmp: Path) -> dict[str, tuple[list[str], str]]:
    def file(name: str, data: bytes) -> str:
        path = tmp / name
        path.write_bytes(data)
        return str(path)

    empty = tmp / "empty-folder"
    empty.mkdir()
    broken = file("broken.toml", b'[[source]]\nfile = "a.txt"\ncolour = "red"\n')
    a = file("a.txt", b"Poland bought tanks.\n")
    return {
        "missing file": (["build", str(tmp / "nowhere.txt")], "nowhere.txt"),
        "empty file": (["build", file("empty.txt", b"")], "empty.txt"),
        "binary file": (["build", file("binary.txt", bytes(range(256)) * 8)], "binary.txt"),
        "wrong encoding": (["build", file("utf16.txt", b"\xff\xfea\x00b")], "utf16.txt"),
        "folder without documents": (["build", str(empty)], "empty-folder"),
        "unknown key in sources.toml": (["build", a, "--sources", broken], "colour"),
        "sources.toml that is not TOML": (["build", a, "--sources", file("x.toml", b"[[source")], "x.toml"),
        "sources.toml that is not there": (["build", a, "--sources", str(tmp / "no.toml")], "no.toml"),
        "output that is a folder": (["build", a, "-o", str(empty)], "is a folder"),
        "output in a folder that is not there": (["build", a, "-o", str(tmp / "no" / "d.json")], "no such file"),
        "dataset that is not there": (["show", str(tmp / "no.json")], "no.json"),
        "truncated dataset": (
            ["show", file("cut.json", b'{"format": "kordef-dataset", "version": "1.0", "rec')],
            "cut.json",
        ),
        "other JSON": (["show", file("other.json", b"[1, 2]")], "other.json"),
        "newer dataset": (
            ["show", file("new.json", b'{"format": "kordef-dataset", "version": "9.0", "records": []}')],
            "newer",
        ),
    }


NAMES = [
    "missing file", "empty file", "binary file", "wrong encoding", "folder without documents", "unknown key in sources.toml",
    "sources.toml that is not TOML", "sources.toml that is not there", "output that is a folder",
    "output in a folder that is not there", "dataset that is not there", "truncated dataset", "other JSON", "newer dataset",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_bad_input_gets_one_clear_line(run, name: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    arguments, words = bad_inputs(tmp_path)[name]
    result = run(*arguments)
    assert result.code == 1
    assert len(result.err.splitlines()) == 1
    assert result.err.startswith("kordef: ")
    assert words in result.err


def test_every_bad_input_is_tried(tmp_path: Path) -> None:
    assert set(NAMES) == set(bad_inputs(tmp_path))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_told(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "secret.txt"
    path.write_text("Poland bought tanks.")
    path.chmod(0)
    result = run("build", path)
    assert result.code == 1
    assert "secret.txt" in result.err


def test_an_id_that_is_not_there_is_told(run, dataset_file: Path) -> None:  # type: ignore[no-untyped-def]
    result = run("explain", dataset_file, "transfer-000000000000")
    assert result.code == 1
    assert result.err == "kordef: the dataset has no record with the id 'transfer-000000000000'\n"


def test_a_long_single_line_is_read(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "long.txt"
    path.write_text("x" * 5_000_000, "utf-8")
    assert run("annotate", path).code == 0
