"""What a person may do wrong and a file may do on purpose: one clear line, and nothing that commands a terminal."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import kordef
from kordef import pipeline
from kordef.cli import main
from kordef.codec import dump_jsonl
from kordef.reading import documents, load_sources
from kordef.showing import TABLES, summary, table
from kordef.terminal import harmless

DEAL = "Poland signed a contract for 48 FA-50 jets with South Korea in 2022, the defence ministry said.\n"
ESCAPE = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202e"


@pytest.fixture
def deal(tmp_path: Path) -> Path:
    path = tmp_path / "deal.txt"
    path.write_text(DEAL, "utf-8")
    return path


def command(*arguments: object, **more: Any) -> subprocess.CompletedProcess[bytes]:
    """The command line in a process of its own, as a shell starts it."""
    environment = {**os.environ, **more.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "kordef", *map(str, arguments)], check=False, timeout=120, env=environment, **more
    )


def failure(capsys: pytest.CaptureFixture[str], *arguments: object, code: int = 1) -> str:
    """The one line that a command fails with."""
    capsys.readouterr()
    assert main([str(a) for a in arguments]) == code
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("kordef: ")
    assert len(lines[0]) < 1100
    assert harmless(lines[0]) == lines[0]
    return lines[0]


# ---- documents


@pytest.mark.parametrize("data", [b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u200b\ufeff\n".encode()])
def test_a_file_of_blanks_is_told_like_an_empty_one(capsys, tmp_path: Path, data: bytes) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "blank.txt").write_bytes(data)
    assert failure(capsys, "build", tmp_path) == "kordef: blank.txt: the file has only blanks; expected text"


def test_an_empty_path_is_not_this_folder(capsys, deal: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(deal.parent)
    assert "a path is empty" in failure(capsys, "build", "")


def test_one_path_needs_no_list(deal: Path) -> None:
    assert kordef.build(str(deal)) == kordef.build(deal) == kordef.build([deal])


@pytest.mark.parametrize("name", ["a\0.txt", "x" * 5000, "bad\udcff.txt"])
def test_a_path_that_nobody_can_have_is_unreadable(name: str) -> None:
    with pytest.raises(kordef.Unreadable) as caught:
        kordef.build([name])
    str(caught.value).encode()


def test_a_name_that_is_not_unicode_is_told(capsys, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text(DEAL)
    except OSError:
        pytest.skip("this file system has no such names")
    assert "the file's name is not Unicode text" in failure(capsys, "build", tmp_path)


def test_links_in_a_circle_are_unreadable_and_left_out_of_folders(capsys, deal: Path) -> None:  # type: ignore[no-untyped-def]
    folder = deal.parent
    (folder / "one.txt").symlink_to("two.txt")
    (folder / "two.txt").symlink_to("one.txt")
    (folder / "nowhere.txt").symlink_to("gone.txt")
    (folder / "self").symlink_to(".")
    assert "one.txt: cannot be read" in failure(capsys, "build", folder / "one.txt")
    assert [s.file for s in kordef.build([folder]).sources] == ["deal.txt"]
    assert main(["build", str(folder), "-o", str(folder / "dataset.json")]) == 0
    said = capsys.readouterr().err
    for name in ("nowhere.txt", "one.txt", "two.txt"):
        assert f"{name} (a link to nothing, or no file)" in said
    assert "self" not in said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_in_a_folder_is_not_waited_for(deal: Path) -> None:
    os.mkfifo(deal.parent / "pipe.txt")
    assert [s.file for s in kordef.build([deal.parent]).sources] == ["deal.txt"]


def test_a_file_that_goes_while_the_folder_is_read_is_told(deal: Path) -> None:
    other = deal.parent / "other.txt"
    other.write_text("Norway bought guns.\n")
    reading = documents([deal.parent])
    next(reading)
    other.unlink()
    with pytest.raises(kordef.Unreadable, match=r"other\.txt: cannot be read: No such file or directory"):
        next(reading)


def test_a_folder_that_may_not_be_looked_into_is_told(capsys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "inner").mkdir()
    entries = Path.iterdir

    def refuse(self: Path):  # type: ignore[no-untyped-def]
        if self.name == "inner":
            raise PermissionError(13, "Permission denied", str(self))
        return entries(self)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert "no documents" in failure(capsys, "build", tmp_path)
    assert "inner: cannot be read: Permission denied" in failure(capsys, "build", tmp_path / "inner")


def test_the_same_text_under_two_names_is_told_with_both(capsys, deal: Path) -> None:  # type: ignore[no-untyped-def]
    twin = deal.parent / "twin.txt"
    twin.write_bytes(deal.read_bytes())
    (deal.parent / "other.txt").write_text(DEAL.replace("48", "84"))  # as long, and another text
    message = failure(capsys, "build", deal.parent)
    assert message == f"kordef: the same text stands in {deal} and {twin}; expected each document once"
    assert len(kordef.build([deal, deal]).sources) == 1
    with pytest.raises(kordef.InvalidValue, match=r"the same text is there twice, as 'deal\.txt' and as 'twin\.txt'"):
        kordef.Dataset.of(r for d in documents([deal, twin]) for r in kordef.extract(d).records)


def test_texts_with_one_name_in_two_folders_are_two_documents(tmp_path: Path) -> None:
    for folder, number in (("a", 48), ("b", 12)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "deal.txt").write_text(DEAL.replace("48", str(number)))
    folders = [tmp_path / "a", tmp_path / "b"]
    one, two = kordef.build(folders), kordef.build(folders[::-1], jobs=50)
    assert one == two
    assert [s.file for s in one.sources] == ["deal.txt"] * 2


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_gives_the_same_facts(end: str) -> None:
    text = f"Poland buys jets\n\n{DEAL}\nNorway ordered 24 K9 howitzers in 2025.\n".replace("\n", end)
    found = kordef.extract(kordef.read_text("a.txt", text)).records
    assert [r.type for r in found].count("transfer") == 2


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le"])
def test_old_encodings_give_exact_quotes(tmp_path: Path, encoding: str) -> None:
    text = f"“Café”, the minister’s words\n\n{DEAL}"
    path = tmp_path / "old.txt"
    path.write_bytes(text.encode(encoding))
    (transfer,) = kordef.build([path]).transfers
    for evidence in transfer.evidence:
        assert text[evidence.start : evidence.end] == evidence.exact


@pytest.mark.parametrize(
    "text",
    [
        "\u202eedom drawrof\u202c " + DEAL,
        "\u200bPo\u200bland\u200d signed\ufeff " + DEAL,
        "نص عربي " + DEAL,
        "e" + "\u0301" * 5000 + " " + DEAL,
        "K2\n" * 20_000,
        ESCAPE + DEAL,
    ],
    ids=["right-to-left override", "zero width", "Arabic", "combining", "lines of one token", "escapes"],
)
def test_odd_characters_do_not_move_quotes(text: str) -> None:
    extraction = kordef.extract(kordef.read_text("a.txt", text))  # which checks each quote
    dataset = kordef.Dataset.of(extraction.records)
    assert kordef.dataset_from(kordef.dataset_text(dataset)) == dataset


# ---- sources.toml


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a = " + "[" * 50_000, "too many levels of nesting"),
        ("a = " + "9" * 10_000, "not TOML that can be read"),
        ("[[source]]\nfile = 0x" + "f" * 10_000, "'file' must be a string, found a very large integer"),
        ("[[source]]\nfile = 'deal.txt'\npublished = 0x" + "f" * 10_000, "found a very large integer"),
        ('[[source]]\nfile = "deal.txt\\u0000"', "which is not there"),
        ('[[source]]\nfile = ".."', "which is not there"),
        ('[[source]]\nfile = "/etc/passwd"', "without folders"),
        ('[[source]]\nfile = "\\u001b[31m"', "which is not there"),
        (f'[[source]]\n"{"k" * 1_000_000}" = 1', "unknown key"),
    ],
)
def test_a_hostile_sources_file_gets_one_short_line(capsys, deal: Path, content: str, message: str) -> None:  # type: ignore[no-untyped-def]
    (deal.parent / "sources.toml").write_text(content, "utf-8")
    assert message in failure(capsys, "build", deal)


def test_many_entries_are_looked_up_at_once(tmp_path: Path) -> None:
    names = [f"{n}.txt" for n in range(3000)]
    for name in names:
        (tmp_path / name).touch()
    (tmp_path / "sources.toml").write_text("".join(f'[[source]]\nfile = "{n}"\ntitle = "T{n}"\n' for n in names))
    sources = load_sources(tmp_path / "sources.toml")
    began = time.process_time()
    for _ in range(20):
        assert all(sources.get(name) is not None for name in names)
    assert time.process_time() - began < 5


# ---- datasets


def broken(path: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """A dataset of the deal with one thing changed."""
    data = json.loads(kordef.dataset_text(kordef.build([path])))
    change(data)
    out = path.with_suffix(".json")
    out.write_text(json.dumps(data), "utf-8")
    return out


def first(data: dict[str, Any], kind: str) -> dict[str, Any]:
    return next(r for r in data["records"] if r["type"] == kind)


def test_bodies_that_act_for_each_other_do_not_hang(deal: Path) -> None:
    def change(data: dict[str, Any]) -> None:
        one, two = [r for r in data["records"] if r["type"] == "actor"][:2]
        for actor, other in ((one, two), (two, one)):
            actor.pop("code", None)
            actor |= {"kind": "government_body", "acts_for": other["id"]}

    assert main(["show", str(broken(deal, change)), *TABLES]) == 0


def test_evidence_of_a_source_that_is_not_there_is_told(capsys, deal: Path) -> None:  # type: ignore[no-untyped-def]
    def change(data: dict[str, Any]) -> None:
        first(data, "transfer")["evidence"][1]["source"] = "source-000000000000"

    message = failure(capsys, "show", broken(deal, change))
    assert "deal.json: transfer-" in message
    assert "refers to 'source-000000000000' in '/evidence/1/source'" in message


def test_huge_values_make_no_huge_message(capsys, deal: Path) -> None:  # type: ignore[no-untyped-def]
    def change(data: dict[str, Any]) -> None:
        first(data, "transfer")["items"][0]["number"]["low"] = "9" * 1_000_000

    assert "must not be below low" in failure(capsys, "show", broken(deal, change))


def test_an_id_that_several_records_begin_with_is_told(capsys, deal: Path) -> None:  # type: ignore[no-untyped-def]
    out = broken(deal, lambda _: None)
    message = failure(capsys, "explain", out, "actor-")
    assert "no record with the id 'actor-'; " in message
    assert " begin so, among them 'actor-" in message


# ---- the terminal


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\ud800"])
def test_what_commands_a_terminal_is_escaped(character: str) -> None:
    assert harmless(f"a{character}b") == f"a{ascii(character)[1:-1]}b"


@pytest.mark.parametrize("text", ["plain", "한화 “K9” é", "نص", "a\u200db", "two\nlines\tand a tab"])
def test_everything_else_is_printed_as_it_is(text: str) -> None:
    assert harmless(text) == text


def test_tables_and_explanations_hold_no_escapes() -> None:
    text = f"Jets {ESCAPE}for Poland\n\nPoland signed a contract {ESCAPE} for 48 FA-50 jets with South Korea in 2022.\n"
    records = kordef.extract(kordef.read_text(f"a{ESCAPE}.txt", text)).records
    dataset = kordef.Dataset.of(records)
    assert any(ESCAPE in e.exact for r in dataset for e in r.evidence)
    shown = [summary(dataset, 400), *(table(dataset, name).text(400) for name in TABLES)]
    shown += [str(kordef.explain(dataset, r)) for r in dataset]
    for text in shown:
        assert harmless(text) == text
    assert "\\x1b[2J" in "".join(shown)


def test_a_name_with_escapes_is_told_without_them(capsys, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert "\\x1b[31mred\\x9b" in failure(capsys, "build", tmp_path / "\x1b[31mred\x9b\n.txt")


def test_the_summary_takes_time_by_the_records_and_not_by_their_square() -> None:
    source, actor = kordef.extract(kordef.read_text("a.txt", "Poland bought tanks.")).records[:2]

    def seconds(documents: int) -> float:
        records: list[kordef.Record] = []
        for number in range(documents):
            own = f"source-{number:012x}"
            records.append(evolve(source, id=own, source=own, evidence=()))
            for other in range(3):
                key = f"actor-{3 * number + other:012x}"
                records.append(evolve(actor, id=key, source=own, evidence=()))
        dataset = kordef.Dataset(records=tuple(records))
        began = time.process_time()
        summary(dataset)
        return time.process_time() - began

    seconds(500)
    assert seconds(4000) < 24 * seconds(500) + 0.2  # eight times the records; their square would be 64


def test_a_terminal_of_ascii_gets_escapes_and_data_stays_utf_8(deal: Path) -> None:
    ascii_only = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    deal.write_text(f"Warschau – Łódź\n\n{DEAL}", "utf-8")
    plain = command("build", deal, capture_output=True)
    built = command("build", deal, capture_output=True, env=ascii_only)
    assert (built.returncode, built.stderr) == (0, b"")
    assert built.stdout == plain.stdout
    shown = command("show", "-", "sources", input=built.stdout, capture_output=True, env=ascii_only)
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert rb"\u0141" in shown.stdout


def test_a_dataset_at_a_prompt_is_one_short_line(deal: Path) -> None:
    dataset = kordef.build([deal])
    assert repr(dataset) == f"<Dataset of {len(dataset)} records from 1 sources>"


def test_tables_of_rich_keep_ids_whole_and_show_its_markup_as_text(  # type: ignore[no-untyped-def]
    capsys, deal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("rich")
    deal.write_text(f"Jets [bold red]for[/nope] :smile: Poland\n\n{DEAL}")
    out = deal.with_suffix(".json")
    dataset = kordef.build([deal])
    kordef.write_dataset(dataset, out)
    monkeypatch.setattr("kordef.commands.streams.on_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["show", str(out), "sources", "transfers"]) == 0
    shown = capsys.readouterr().out
    assert "[/nope]" in shown
    assert ":smile:" in shown
    assert dataset.transfers[0].id in shown


# ---- output


def test_a_link_as_output_stays_a_link(deal: Path) -> None:
    real, link = deal.parent / "real.json", deal.parent / "link.json"
    real.write_text("old")
    link.symlink_to(real)
    kordef.write_dataset(kordef.build([deal]), link)
    assert link.is_symlink()
    assert kordef.read_dataset(real) == kordef.build([deal])


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("transfers.jsonl", "", "expected the head of the file, found nothing in 'transfers.jsonl: line 1'"),
        (
            "transfers.jsonl",
            "{",
            "the text ends too early (expecting property name enclosed in double quotes) at column 2",
        ),
        ("dataset.json", "", "expected JSON, found nothing in 'dataset.json'"),
        (
            "dataset.json",
            '{"format":"kordef-dataset","version":"1.1","records":[5]}',
            "5 in 'dataset.json: records[0]'",
        ),
    ],
)
def test_of_a_folder_the_file_that_is_wrong_is_named(
    capsys, tmp_path: Path, name: str, content: str, message: str
) -> None:  # type: ignore[no-untyped-def]
    with (tmp_path / "actors.jsonl").open("wb") as out:
        dump_jsonl((), out)
    (tmp_path / name).write_text(content, "utf-8")
    line = failure(capsys, "show", tmp_path)
    assert line.startswith(f"kordef: {tmp_path}: ")
    assert message in line
    with pytest.raises(kordef.Malformed, match=name) as caught:
        kordef.read_dataset(tmp_path)
    assert caught.value.__notes__ == [f"in {tmp_path}"]


@pytest.mark.parametrize("name", ["d.jsonl", "d.JSONL"])
def test_json_lines_go_by_the_name_in_any_case(deal: Path, name: str) -> None:
    out, dataset = deal.parent / name, kordef.build([deal])
    kordef.write_dataset(dataset, out)
    assert len(out.read_text("utf-8").splitlines()) == 1 + len(dataset)
    assert kordef.read_dataset(out) == dataset


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_as_output_is_written_to_and_not_replaced(deal: Path) -> None:
    pipe = deal.parent / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE)
    built = command("build", deal, "-o", pipe, capture_output=True)
    out, _ = reader.communicate(timeout=60)
    assert built.returncode == 0
    assert pipe.is_fifo()
    assert out.decode() == kordef.dataset_text(kordef.build([deal]))


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="no /proc here")
def test_a_link_to_standard_output_is_written_through(deal: Path) -> None:
    link = deal.parent / "out"  # what /dev/stdout is; that itself would be lost if this failed
    link.symlink_to("/proc/self/fd/1")
    built = command("annotate", deal, "-o", link, capture_output=True)
    assert (built.returncode, built.stderr) == (0, b"")
    assert built.stdout == command("annotate", deal, capture_output=True).stdout
    assert link.is_symlink()


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", [["build"], ["annotate"], ["schema"]])
def test_a_full_disk_is_told(deal: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        result = command(*arguments, *([deal] if arguments != ["schema"] else []), stdout=full, stderr=subprocess.PIPE)
    assert result.returncode == 1
    assert result.stderr == b"kordef: no space left on device\n"


def test_a_reader_that_has_seen_enough_is_no_error(deal: Path) -> None:
    deal.write_text(DEAL * 500)
    line = f"{sys.executable} -m kordef annotate {deal} | head -n 1; echo ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", line], capture_output=True, check=True, timeout=120)
    assert result.stderr == b""
    assert result.stdout.splitlines()[-1] == b"0"


@pytest.mark.parametrize(
    ("close", "code"), [(">&-", 1), ("2>&-", 0), ("<&-", 0), ("- <&-", 1)], ids=["out", "err", "in unused", "in"]
)
def test_closed_streams_make_no_traceback(deal: Path, close: str, code: int) -> None:
    what = close if close.startswith("-") else f"{deal} {close}"
    line = f"{sys.executable} -m kordef build {what}"
    result = subprocess.run(["bash", "-c", line], capture_output=True, check=False, timeout=120)
    assert result.returncode == code
    assert b"Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) == code


# ---- processes that share the work


def _fail_on(document: kordef.Document, catalogue: object = None) -> None:
    del catalogue
    problem = kordef.BrokenEvidence("a quote is not there")
    problem.add_note(f"in the document {document.name!r}")
    raise problem


def _die(*_: object, **__: object) -> None:
    os._exit(9)


@pytest.fixture
def two(deal: Path) -> Path:
    (deal.parent / "more.txt").write_text("Norway bought 24 K9 howitzers.\n")
    return deal.parent


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_of_any_process_is_the_same_line(capsys, two: Path, monkeypatch, jobs: int) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(pipeline, "extract", _fail_on)
    message = failure(capsys, "build", two, "--jobs", jobs)
    assert message == "kordef: a quote is not there, in the document 'deal.txt'"


def test_a_process_that_dies_is_told(capsys, two: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(pipeline, "extract", _die)
    assert "was ended from outside" in failure(capsys, "build", two, "--jobs", 2)


def test_an_error_while_reading_stops_the_others(capsys, two: Path) -> None:  # type: ignore[no-untyped-def]
    (two / "z.txt").write_bytes(b"\x00" * 10)
    assert "z.txt: not a text file" in failure(capsys, "build", two, "--jobs", 2)


def test_the_document_of_an_error_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "build_records", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError) as caught:
        kordef.extract(kordef.read_text("a.txt", DEAL))
    assert caught.value.__notes__ == ["in the document 'a.txt'"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent differently there")
@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_says_so_once(tmp_path: Path, jobs: int) -> None:
    for number in range(400):
        (tmp_path / f"{number}.txt").write_text(f"{number}\n\n{DEAL * 20}")
    arguments = [sys.executable, "-m", "kordef", "build", str(tmp_path), "--jobs", str(jobs)]
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    time.sleep(1.5)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of its processes
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"kordef: interrupted\n")
