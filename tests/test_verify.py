"""Verification: a release that somebody has changed, by accident or on purpose, is found out and does no harm."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from release_samples import DEAL, K9, TEXT, dataset, records

import kordef
from kordef.cli import main
from kordef.dataset import Dataset
from kordef.errors import ReleaseError
from kordef.records import Source, Transfer, WeaponSystem
from kordef.release import ReleaseInfo, Verification, verify, write_release
from kordef.release import listing as listing_room
from kordef.release.faults import Notes
from kordef.release.folder import SUMS
from kordef.release.listing import listing

pytest.importorskip("pyarrow")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("original") / "release"
    write_release(dataset(), path, ReleaseInfo())
    return path


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    """A release that a test may spoil."""
    return Path(shutil.copytree(original, tmp_path / "release"))


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    path = tmp_path / "texts"
    path.mkdir()
    (path / "renamed.txt").write_bytes(TEXT.encode())
    return path


def seal(folder: Path) -> None:
    """Make the checksums fit what is there: whoever forges a file forges its checksum too."""
    paths = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and not p.is_symlink())
    lines = [f"{hashlib.sha256((folder / p).read_bytes()).hexdigest()}  {p}\n" for p in paths if p != SUMS]
    (folder / SUMS).write_text("".join(lines), "utf-8")


def told(outcome: Verification) -> str:
    return "\n".join(map(str, outcome.faults))


def edit(path: Path, old: str, new: str, count: int = 1) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), "utf-8")


# ---- what is right


def test_a_release_as_it_was_written_is_right(folder: Path, texts: Path) -> None:
    outcome = verify(folder, texts=texts)
    assert outcome.ok
    assert outcome.faults == ()
    assert outcome.unchecked == ()
    checked = " ".join(outcome.checked)
    for what in (
        "checksums",
        "schema",
        "EDTF",
        "references",
        "country codes",
        "quotes in 1 document",
        "rows",
        "JSON Lines",
    ):
        assert what in checked


def test_it_says_what_it_could_not_check(folder: Path, tmp_path: Path) -> None:
    assert verify(folder).unchecked == ("quotes in the documents: no texts were given (--texts DIR)",)
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / "900_norway.txt").write_text("another text of that name")
    outcome = verify(folder, texts=tmp_path / "others")
    assert outcome.ok
    assert outcome.unchecked[0].startswith("quotes from '900_norway.txt': no file in ")
    assert "has its SHA-256" in outcome.unchecked[0]


def test_parquet_without_pyarrow_is_unchecked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    outcome = verify(folder)
    assert outcome.ok
    assert "Parquet files: reading them needs pip install 'kordef[tables]'" in outcome.unchecked


@pytest.mark.parametrize("name", ["", "file.txt", "nowhere"])
def test_what_is_no_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("x")
    if name:
        with pytest.raises(ReleaseError, match="expected the folder of a release"):
            verify(tmp_path / name)
    else:
        outcome = verify(tmp_path)
        assert "SHA256SUMS: is not there" in told(outcome)
        assert "dataset.json: is not there" in told(outcome)


# ---- what is wrong


def test_one_changed_byte_of_any_file_is_found(folder: Path) -> None:
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.name != SUMS):
        content = path.read_bytes()
        middle = len(content) // 2
        path.write_bytes(content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :])
        notes = Notes()
        listing(folder, notes)
        name = path.relative_to(folder).as_posix()
        assert [(fault.check, fault.path) for fault in notes.faults] == [("checksums", name)]
        assert "has the SHA-256" in notes.faults[0].sentence
        path.write_bytes(content)


def test_missing_and_strange_files(folder: Path) -> None:
    (folder / "tables" / "items.csv").unlink()
    (folder / "extra.txt").write_text("x")
    (folder / "tables" / "virus.csv").write_text("x")
    said = told(verify(folder))
    assert "checksums: tables/items.csv: is named in SHA256SUMS and not there" in said
    assert "files: tables/items.csv: is not there" in said
    assert "checksums: extra.txt: is not named in SHA256SUMS" in said
    assert "files: tables/virus.csv: is no file that a release has" in said


@pytest.mark.parametrize("name", ["dataset.json", "README.md", "dataset.sqlite", "datapackage.json", SUMS])
def test_a_file_that_every_release_has(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert f"{name}: is not there" in told(verify(folder))


@pytest.mark.parametrize(
    ("path", "old", "new", "fault"),
    [
        ("tables/items.csv", ",24,24,", ",42,24,", "tables/items.csv: row 1 has '42' in 'number_low', expected '24'"),
        ("tables/transfers.csv", ",sale,", ",lease,", "row 1 has 'lease' in 'kind', expected 'sale'"),
        ("tables/items.csv", "id,record", "id,recrod", "lacks the column 'record'"),
        ("tables/items.csv", "\n", "\n\n", "has 0 cells"),
        ("tables/items.csv", "\n", '\n"', "is not CSV"),
        ("records/transfers.jsonl", '"signed"', '"delivered"', f"does not say what dataset.json says of {DEAL}"),
        ("records/transfers.jsonl", '"signed"', '"sold"', "expected one of"),
        ("records/transfers.jsonl", '"version":"1.1"', '"version":"9.0"', "expected dataset format 1.1 or older, found 9.0, which a newer kordef reads"),
        ("evidence.jsonld", "howitzers", "handguns", "evidence.jsonld: is not what follows from dataset.json"),
        ("schema/dataset.schema.json", '"const": "1.1"', '"const": "0.9"', "is the schema of version 0.9, dataset.json is of version 1.1"),
        ("schema/dataset.schema.json", '"title"', '"titel"', "is not the schema of version 1.1 as kordef publishes it"),
        ("schema/dataset.schema.json", "{", "[", "is not the JSON Schema of a dataset"),
        ("datapackage.json", '"version": "0.1.0"', '"version": "0.2.0"', "is of version 0.1.0, datapackage.json of 0.2.0"),
        ("datapackage.json", "{", "", "descriptors: datapackage.json: is not JSON"),
        ("datapackage.json", '"path": "dataset.json"', '"path": "../passwords"', "names '../passwords', which SHA256SUMS does not"),
        ("croissant.json", '"contentUrl": "dataset.json"', '"contentUrl": "README.md"', "gives another SHA-256 for 'README.md'"),
        ("dataset.json", '"edtf":"2025-09"', '"edtf":"2025-19"', "schema: dataset.json:"),
        ("dataset.json", '"currency":"NOK"', '"currency":"KNO"', "must be an ISO 4217 code such as 'KRW', found 'KNO'"),
        ("dataset.json", '"unit":"percent"', '"unit":"per cent"', "unit must be one of kordef.units.UNITS"),
        ("dataset.json", '"code":"NO"', '"code":"QQ"', "has 'QQ' in '/code', which is no country code (ISO 3166-1)"),
        ("dataset.json", f'"weapon":"{K9}"', '"weapon":"weapon_system-000000000000"', "refers to 'weapon_system-000000000000' in '/items/0/weapon', which is not there"),
        ("dataset.json", '"stage":"signed"', '"stage":"sold"', "found \"sold\" in 'records["),
        ("dataset.json", '"format"', '"fromat"', "required key 'format' is missing"),
        ("dataset.json", '"version":"1.1"', '"version":"2.0"', "expected dataset format 1.1 or older, found 2.0, which a newer kordef reads"),
        ("dataset.json", '"format"', "format", "not JSON"),
        ("dataset.json", "howitzers", "howitzer", "exact must have the"),
        ("dataset.json", '"language":"en"', '"language":"en","quotes":"nothing"', "may not be published at all"),
        ("dataset.json", '"language":"en"', '"language":"en","quotes":"offsets"', "quotes a source that may not be quoted"),
    ],
)  # fmt: skip
def test_a_forged_file_is_found_by_what_it_says(folder: Path, path: str, old: str, new: str, fault: str) -> None:
    edit(folder / path, old, new)
    seal(folder)
    assert fault in told(verify(folder))


def test_findings_about_no_record_are_found(folder: Path) -> None:
    path = folder / "findings.json"
    findings = json.loads(path.read_bytes())
    findings["findings"].insert(0, {"claims": [{"record": "transfer-000000000000"}]})
    path.write_text(json.dumps(findings))
    seal(folder)
    assert "finding 0 speaks of 'transfer-000000000000', which is no record" in told(verify(folder))


def test_swapped_tables_are_found(folder: Path) -> None:
    for suffix in ("csv", "parquet"):
        one, other = folder / "tables" / f"actors.{suffix}", folder / "tables" / f"items.{suffix}"
        one_content = one.read_bytes()
        one.write_bytes(other.read_bytes())
        other.write_bytes(one_content)
    seal(folder)
    said = told(verify(folder))
    for path in ("actors.csv", "items.csv", "actors.parquet", "items.parquet"):
        assert f"tables: tables/{path}: lacks the column" in said


def test_a_table_with_fewer_rows_is_found(folder: Path) -> None:
    path = folder / "tables" / "actors.csv"
    path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")
    seal(folder)
    assert "counts: tables/actors.csv: has 2 rows, expected 3 as dataset.json says" in told(verify(folder))


def test_parquet_that_says_something_else_is_found(folder: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    compute = pytest.importorskip("pyarrow.compute")
    path = folder / "tables" / "actors.parquet"
    table = parquet.read_table(path)
    upper = compute.utf8_upper(table["name"]).cast(table.schema.field("name").type)
    parquet.write_table(table.set_column(table.column_names.index("name"), table.schema.field("name"), upper), path)
    path_of_items = folder / "tables" / "items.parquet"
    path_of_items.write_bytes(path_of_items.read_bytes()[:500])
    seal(folder)
    said = told(verify(folder))
    assert "tables/actors.parquet: row 1 has 'NORWAY' in 'name'" in said
    assert "tables/items.parquet: is not Parquet that can be read" in said


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE items SET number_low = 42", "dataset.sqlite, table items: row 1 has 42 in 'number_low', expected 24"),
        ("DELETE FROM stages", "dataset.sqlite, table stages: has 0 rows, expected 1"),
        ("DROP TABLE stages", "dataset.sqlite: has no table 'stages'"),
        ("CREATE TABLE more (x)", "dataset.sqlite: has the table 'more', which no release has"),
        ("CREATE VIEW v AS SELECT 1", "dataset.sqlite: has the view 'v'"),
        ("CREATE TRIGGER t AFTER DELETE ON items BEGIN SELECT 1; END", "dataset.sqlite: has the trigger 't'"),
        (
            "ALTER TABLE items DROP COLUMN counting",
            "dataset.sqlite: is not a database that can be read: no such column",
        ),
        (
            "DROP TABLE stages; CREATE VIEW stages AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) SELECT x FROM c",
            "dataset.sqlite: has no table 'stages'",
        ),
        ("PRAGMA foreign_keys = OFF; DELETE FROM actors", "a row of"),
    ],
)
def test_a_forged_database_is_found(folder: Path, statement: str, fault: str) -> None:
    with closing(sqlite3.connect(folder / "dataset.sqlite")) as connection:
        connection.executescript(statement)
    seal(folder)
    assert fault in told(verify(folder))


@pytest.mark.parametrize(
    "spoil", [lambda b: b[:5000], lambda b: b"x" * len(b), lambda _: b"", lambda b: b[:20000] + bytes(300) + b[20300:]]
)
def test_a_broken_database_is_found(folder: Path, spoil: Callable[[bytes], bytes]) -> None:
    path = folder / "dataset.sqlite"
    path.write_bytes(spoil(path.read_bytes()))
    seal(folder)
    assert "database: dataset.sqlite" in told(verify(folder))


def test_quotes_that_the_text_does_not_have_are_found(folder: Path, texts: Path, tmp_path: Path) -> None:
    edit(folder / "dataset.json", '"start":0,"end":1,"exact":"N"', '"start":7,"end":8,"exact":"N"', 1)
    seal(folder)
    said = told(verify(folder, texts=texts))
    assert "at '/evidence/0' quotes 'N' from character 7, where the text has 'o'" in said
    other = Dataset.of(evolve(r, length=3, sections=(), passages=()) if isinstance(r, Source) else r for r in records())
    write_release(other, tmp_path / "other")
    assert f"says that its text has 3 characters, it has {len(TEXT)}" in told(verify(tmp_path / "other", texts=texts))


def test_quotes_that_are_too_long_are_found(tmp_path: Path) -> None:
    from kordef.release.contents import contents
    from kordef.release.folder import write_folder

    long = "x" * 301
    several = [
        evolve(r, evidence=(evolve(r.evidence[0], field="", start=0, end=301, exact=long),))
        if isinstance(r, WeaponSystem)
        else r
        for r in records()
    ]
    write_folder(tmp_path / "r", contents(Dataset.of(several), ReleaseInfo()).items())
    assert "quotes 301 characters, expected at most 300" in told(verify(tmp_path / "r"))


def test_a_release_of_an_older_format_is_checked_as_far_as_it_goes(folder: Path) -> None:
    shutil.copy(Path(__file__).parent / "formats" / "1.0.json", folder / "dataset.json")
    edit(folder / "schema" / "dataset.schema.json", '"const": "1.1"', '"const": "1.0"')
    seal(folder)
    outcome = verify(folder)
    assert all(fault.check == "descriptors" for fault in outcome.faults), told(outcome)
    assert any(
        "they follow dataset format 1.0, this kordef lays them out for" in sentence for sentence in outcome.unchecked
    )


def test_a_release_by_another_kordef_says_so(folder: Path) -> None:
    edit(folder / "datapackage.json", f'"library": "{kordef.__version__}"', '"library": "9.8.7"')
    seal(folder)
    outcome = verify(folder)
    assert outcome.ok
    assert "written by kordef 9.8.7, this is" in " ".join(outcome.unchecked)


# ---- hostile folders


def test_links_are_not_followed(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for you")
    (folder / "dataset.json").unlink()
    (folder / "dataset.json").symlink_to(secret)
    (folder / "more").symlink_to(tmp_path)
    (folder / "loop").symlink_to(folder)
    outcome = verify(folder)
    said = told(outcome)
    for name in ("dataset.json", "more", "loop"):
        assert f"files: {name}: is a link, expected a file; it was not followed" in said
    assert "not for you" not in said
    assert "checksums: dataset.json: is named in SHA256SUMS and not there" in said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")
def test_a_pipe_does_not_stop_it(folder: Path) -> None:
    (folder / "README.md").unlink()
    os.mkfifo(folder / "README.md")
    assert "files: README.md: is neither a file nor a folder" in told(verify(folder))


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{0}  ../secret.txt", "names '../secret.txt', which is no path within the folder"),
        ("{0}  tables/../../secret.txt", "which is no path within the folder"),
        ("{0}  /etc/passwd", "names '/etc/passwd', which is no path within the folder"),
        ("{0}  C:\\secret.txt", "which is no path within the folder"),
        ("{0}  tables//items.csv", "which is no path within the folder"),
        ("{0}  ./README.md", "which is no path within the folder"),
        ("{0}  SHA256SUMS", "which is no path within the folder"),
        ("{0}  a\x1b[2Jb", "which is no path within the folder"),
        ("{0}  README.md", "names 'README.md' again"),
        ("{0} README.md", "must be a SHA-256, two blanks and a path"),
        ("abc  README.md", "must be a SHA-256, two blanks and a path"),
        ("", "must be a SHA-256, two blanks and a path, found ''"),
    ],
)
def test_tricks_with_paths_in_the_checksums(folder: Path, tmp_path: Path, line: str, fault: str) -> None:
    (tmp_path / "secret.txt").write_text("not for you")
    with (folder / SUMS).open("a", encoding="utf-8") as file:
        file.write(line.format(hashlib.sha256(b"not for you").hexdigest()) + "\n\n"[: 1 + (not line)])
    outcome = verify(folder)
    assert fault in told(outcome)
    assert "secret.txt: has" not in told(outcome)
    assert all("\x1b" not in printed for printed in outcome.lines())


def test_files_that_cannot_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def refusing(path: Any, flags: int, *more: int) -> int:
        if Path(path).name in ("dataset.json", "items.csv"):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, flags, *more)

    monkeypatch.setattr(os, "open", refusing)
    said = told(verify(folder))
    assert "checksums: dataset.json: cannot be read" in said
    assert "checksums: tables/items.csv: cannot be read" in said


@pytest.mark.skipif(os.name != "posix", reason="names are text there")
def test_a_name_that_is_no_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        (folder / os.fsdecode(b"a\xff.txt")).write_text("x")
    except OSError:
        pytest.skip("the file system takes only text")
    assert main(["verify", str(folder)]) == 1
    assert "is no file that a release has" in capsys.readouterr().out


def test_checksums_that_are_no_text(folder: Path) -> None:
    (folder / SUMS).write_bytes(b"\xff\xfe")
    assert "checksums: SHA256SUMS: is not UTF-8 at byte 0" in told(verify(folder))


def test_huge_files_are_not_read(folder: Path) -> None:
    for name in ("dataset.json", "dataset.sqlite", "tables/items.csv"):
        with (folder / name).open("wb") as file:
            file.truncate(listing_room.LARGEST + 1)  # a hole: takes no room on the disk
    with (folder / "README.md").open("ab") as file:
        file.write(b"x")
    said = told(verify(folder))
    for name in ("dataset.json", "dataset.sqlite", "tables/items.csv"):
        assert f"checksums: {name}: is too large to be checked: 1,073,741,825 bytes" in said
    assert "checksums: README.md: has the SHA-256" in said


def test_very_many_files_and_deep_folders(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = folder
    for _ in range(12):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "x").write_text("x")
    assert "is nested deeper than 8 folders" in told(verify(folder))
    monkeypatch.setattr(listing_room, "_MOST_FILES", 20)
    assert "there are more than 20 files" in told(verify(folder))


def test_of_many_faults_the_first_are_told(folder: Path) -> None:
    for number in range(200):
        (folder / f"extra{number:03}.txt").write_text("x")
    (folder / SUMS).write_text("x\n" * 500)
    outcome = verify(folder)
    assert len([fault for fault in outcome.faults if fault.path == SUMS]) == 21
    assert "and more faults like these 20" in told(outcome)


def test_json_that_is_nested_very_deep(folder: Path) -> None:
    for name in ("dataset.json", "datapackage.json", "findings.json", "schema/dataset.schema.json"):
        (folder / name).write_text("[" * 100_000 + "]" * 100_000)
    seal(folder)
    outcome = verify(folder)
    assert {"dataset.json", "datapackage.json", "findings.json"} <= {fault.path for fault in outcome.faults}


@pytest.mark.parametrize(
    "content", [b"", b"null", b"[]", b"3", b'"x"', b'{"resources": 3}', b'{"resources": [3, {"path": []}]}', b"\xff"]
)
def test_descriptors_of_another_shape(folder: Path, content: bytes) -> None:
    for name in ("datapackage.json", "croissant.json", "findings.json", "CHANGES.json"):
        (folder / name).write_bytes(content)
    seal(folder)
    verify(folder)  # whatever it says, it says it


def test_what_somebody_else_wrote_commands_no_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a\x1b[2Jb.txt").write_text("x")
    edit(folder / "dataset.json", '"stage":"signed"', '"stage":"\\u001b[2J"')
    seal(folder)
    assert main(["verify", str(folder)]) == 1
    assert "\x1b" not in capsys.readouterr().out


# ---- the command


def test_the_command_exits_with_1_where_something_is_wrong(
    folder: Path, texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(folder), "--texts", str(texts)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "nothing wrong was found"
    (folder / "README.md").write_text("changed")
    assert main(["verify", str(folder)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("FAULT  checksums: README.md: has the SHA-256 ")
    assert lines[-2] == "?      not checked: quotes in the documents: no texts were given (--texts DIR)"
    assert lines[-1] == "1 fault"
    assert main(["verify", str(folder / "nowhere")]) == 1
    assert capsys.readouterr().err.endswith("is not there, expected the folder of a release\n")
    assert main(["verify"]) == 2


def test_the_seeds_release_is_right(dataset: Dataset, tmp_path: Path) -> None:
    from places import SEEDS

    write_release(dataset, tmp_path / "seeds")
    outcome = verify(tmp_path / "seeds", texts=SEEDS)
    assert outcome.ok, told(outcome)
    assert outcome.unchecked == ()
    total = sum(len(record.evidence) for record in kordef.read_dataset(tmp_path / "seeds"))
    assert f"{total} quotes in 5 documents" in outcome.checked


def test_a_record_that_is_forged_everywhere_is_found_by_its_text(tmp_path: Path, texts: Path) -> None:
    several: list[Any] = []
    for record in records():
        if isinstance(record, Transfer):
            evidence = (
                evolve(record.evidence[0], exact=record.evidence[0].exact.replace("24", "42")),
                *record.evidence[1:],
            )
            record = evolve(record, evidence=evidence)
        several.append(record)
    write_release(Dataset.of(several), tmp_path / "r")
    assert verify(tmp_path / "r").ok
    outcome = verify(tmp_path / "r", texts=texts)
    assert [fault.check for fault in outcome.faults] == ["evidence"]
    assert "for 42 addi" in told(outcome)
    json.dumps([str(fault) for fault in outcome.faults])
