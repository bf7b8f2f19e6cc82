"""Releases: what is in the folder, that it is the same every time, and that it is there as a whole or not at all."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from places import SEEDS
from release_samples import DEAL, SHA, TEXT, dataset, files_in, records

import kordef
from kordef.cases import Judgement, Opinion
from kordef.cli import main
from kordef.dataset import Dataset
from kordef.errors import InvalidValue, MissingExtra, ReleaseError
from kordef.evidence import Evidence, quote_hash
from kordef.records import RECORD_TYPES, Record, Source, Statement
from kordef.release import ReleaseInfo, load_info, publishable, verify, write_release
from kordef.release.contents import MEANINGS, contents, meaning_of
from kordef.release.folder import SUMS
from kordef.release.quoting import LONGEST, cut
from kordef.tables import layouts
from kordef.tables.layout import table_of
from kordef.vocabulary import Quoting

pytest.importorskip("pyarrow")

INFO = ReleaseInfo(
    name="sample", title="A sample | of <facts>", version="1.2.3", released="2025-11-30", doi="10.5281/zenodo.1"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of the sample."""
    path = tmp_path_factory.mktemp("release") / "sample"
    write_release(dataset(), path, INFO)
    return path


# ---- what is in it


def test_a_release_has_every_file_and_no_other(folder: Path) -> None:
    found = files_in(folder)
    assert {meaning_of(path) for path in found} == set(MEANINGS) - {"judgements.jsonl"}
    for name in layouts():
        assert {f"tables/{name}.csv", f"tables/{name}.parquet"} <= set(found)
    for cls in RECORD_TYPES.values():
        assert f"records/{table_of(cls)}.jsonl" in found


def test_every_checksum_holds(folder: Path) -> None:
    lines = (folder / SUMS).read_text("utf-8").splitlines()
    said = {path: digest for digest, path in (line.split("  ") for line in lines)}
    found = {path: hashlib.sha256(content).hexdigest() for path, content in files_in(folder).items() if path != SUMS}
    assert said == found
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--check", "--quiet", "--strict", SUMS], cwd=folder, check=True)


def test_the_readme_has_every_column_of_every_table(folder: Path) -> None:
    text = (folder / "README.md").read_text("utf-8")
    for layout in layouts().values():
        section = text.partition(f"\n## {layout.name}\n")[2].partition("\n## ")[0]
        assert layout.about in section
        for column in layout.columns:
            assert f"\n| `{column.name}` | " in section
    assert text.startswith("# A sample \\| of \\<facts\\>\n")
    assert "Version 1.2.3 of 2025-11-30." in text
    for path in {meaning_of(path) for path in files_in(folder)}:
        assert f"| `{path}` |" in text


def test_what_a_document_says_is_no_markup_in_the_readme(tmp_path: Path) -> None:
    title = "[click](javascript:x) <script>`|\x1b[2J"
    several = (evolve(r, title=title, evidence=()) if isinstance(r, Source) else r for r in records())
    write_release(Dataset.of(several), tmp_path / "r", INFO)
    text = (tmp_path / "r" / "README.md").read_text("utf-8")
    assert r"\[click\](javascript:x) \<script\>\`\|\\x1b\[2J" in text


def test_the_citation_is_a_citation_file(folder: Path) -> None:
    yaml = pytest.importorskip("yaml")
    cff = yaml.safe_load((folder / "CITATION.cff").read_text("utf-8"))
    assert cff["cff-version"] == "1.2.0"
    assert cff["type"] == "dataset"
    assert cff["version"] == "1.2.3"
    assert cff["authors"] == [{"name": "The kordef authors"}]
    assert cff["doi"] == "10.5281/zenodo.1"
    assert str(cff["date-released"]) == "2025-11-30"


def test_rows_of_csv_are_the_rows(folder: Path) -> None:
    for name, several in dataset().rows().items():
        with (folder / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            found = list(csv.DictReader(file))
        assert len(found) == len(several)
        for row, expected in zip(found, several, strict=True):
            assert row["id"] == expected["id"]
            assert row["source"] == expected["source"]
            assert row["quote"] == (expected["quote"] or "")
    (deal,) = csv.DictReader((folder / "tables" / "transfers.csv").read_text("utf-8").splitlines())
    assert deal["value_low"] == "4000000000"
    assert deal["open_list"] == "false"
    assert json.loads(deal["terms"]) == ["training", "offsets"]
    assert deal["end_user"] == ""


def test_the_database_has_keys_and_a_full_text_index(folder: Path) -> None:
    connection = sqlite3.connect(f"file:{folder / 'dataset.sqlite'}?mode=ro", uri=True)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA page_size").fetchone() == (4096,)
        keys = {(row[2], row[3], row[4]) for row in connection.execute('PRAGMA foreign_key_list("transfers")')}
        assert {("actors", "supplier", "id"), ("actors", "recipient", "id"), ("sources", "source", "id")} <= keys
        found = connection.execute(
            "SELECT e.record, e.quote FROM quotes q JOIN evidence e ON e.number = q.rowid WHERE quotes MATCH 'howitzers' ORDER BY rank"
        ).fetchall()
        assert (DEAL, "K9 howitzers") in found
        assert all("howitzers" in quote for _, quote in found)
        joined = connection.execute(
            "SELECT a.code, t.value_low, typeof(t.value_low) FROM transfers t JOIN actors a ON a.id = t.recipient"
        ).fetchall()
        assert joined == [("NO", 4_000_000_000, "integer")]
    finally:
        connection.close()


def test_findings_and_changes_are_there(folder: Path) -> None:
    assert json.loads((folder / "CHANGES.json").read_bytes()) == {"version": "1.2.3", "since": None}
    findings = json.loads((folder / "findings.json").read_bytes())
    assert findings["kordef"] == kordef.__version__
    assert isinstance(findings["findings"], list)


def test_changes_since_the_release_before(folder: Path, tmp_path: Path) -> None:
    other = Dataset.of(
        evolve(r, title="Another title") if isinstance(r, Source) else r for r in records() if r.type != "event"
    )
    write_release(other, tmp_path / "next", evolve(INFO, version="1.3.0"), previous=folder)
    changes = json.loads((tmp_path / "next" / "CHANGES.json").read_bytes())
    assert (changes["version"], changes["since"]) == ("1.3.0", "1.2.3")
    assert changes["counts"] == {"added": 0, "removed": 1, "changed": 1, "moved": 0}
    assert changes["changed"][0]["fields"] == [{"field": "/title", "old": TEXT.splitlines()[0], "new": "Another title"}]
    assert [set(record) for record in changes["removed"]] == [{"type", "id", "source"}]


def test_a_folder_that_is_no_release_is_none_to_compare_with(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="is no release"):
        write_release(dataset(), tmp_path / "next", INFO, previous=tmp_path)


# ---- reading back


def test_a_release_gives_its_dataset_back(folder: Path) -> None:
    expected = dataset()
    assert kordef.read_dataset(folder) == expected
    assert kordef.read_dataset(folder / "dataset.json") == expected
    assert kordef.read_dataset(folder / "records") == expected
    parquet = pytest.importorskip("pyarrow.parquet")
    tables = {path.stem: parquet.read_table(path) for path in (folder / "tables").glob("*.parquet")}
    assert kordef.dataset_from_tables(tables) == expected


def test_a_release_of_a_release_is_the_same(folder: Path, tmp_path: Path) -> None:
    write_release(kordef.read_dataset(folder), tmp_path / "again", INFO)
    assert files_in(tmp_path / "again") == files_in(folder)


def test_judgements_are_kept(tmp_path: Path) -> None:
    whole = dataset()
    two = tuple(record.id for record in whole.observations)
    judged = whole.with_judgements(
        [Judgement(judgement=Opinion.NOT_SAME, records=two, who="A", when="2025-01-02", why="b")]
    )
    write_release(judged, tmp_path / "r", INFO)
    assert kordef.read_dataset(tmp_path / "r") == judged
    assert verify(tmp_path / "r").ok


def test_a_folder_without_a_dataset_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(kordef.Unreadable, match=r"no dataset; expected the folder of a release"):
        kordef.read_dataset(tmp_path)


# ---- the same every time


def test_the_same_dataset_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    shuffled = list(records())
    random.Random(4).shuffle(shuffled)
    write_release(Dataset.of(shuffled), tmp_path / "again", INFO)
    assert files_in(tmp_path / "again") == files_in(folder)


_WRITE = "import kordef, sys; kordef.write_release(kordef.load(), sys.argv[1])"


def test_the_seed_of_hashes_the_clock_and_the_place_change_nothing(tmp_path: Path) -> None:
    def written(name: str, seed: str, zone: str) -> dict[str, bytes]:
        env = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        subprocess.run([sys.executable, "-c", _WRITE, str(tmp_path / name)], env=env, check=True)
        return files_in(tmp_path / name)

    one, other = written("one", "1", "UTC"), written("other", "77", "Asia/Seoul")
    assert [path for path in one if one[path] != other.get(path)] == []
    assert set(one) == set(other)


def test_the_version_of_sqlite_is_not_in_the_file(folder: Path) -> None:
    assert (folder / "dataset.sqlite").read_bytes()[96:100] == bytes(4)


# ---- words


def long_dataset() -> Dataset:
    words = "word " * 100
    text = words.strip()
    long = Evidence(source=dataset().sources[0].id, field="/text", start=0, end=len(text), exact=text)
    return Dataset.of(evolve(r, text=text, evidence=(long,)) if isinstance(r, Statement) else r for r in records())


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def test_quotes_have_at_most_300_characters(tmp_path: Path) -> None:
    published = write_release(long_dataset(), tmp_path / "r", INFO)
    (statement,) = published.statements
    (evidence,) = statement.evidence
    assert statement.text == evidence.exact == ("word " * 60).strip()
    assert (evidence.start, evidence.end) == (0, 299)
    document = json.loads((tmp_path / "r" / "dataset.json").read_bytes())
    assert max(map(len, strings(document))) <= LONGEST
    assert verify(tmp_path / "r").ok


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a" * 300, 300),
        ("a" * 301, 300),
        ("a" * 299 + " b", 299),
        ("a" * 300 + " b", 300),
        ("a" * 298 + " bcd", 298),
        (" " * 310, 300),
        ("한" * 400, 300),
    ],
)
def test_a_text_is_cut_at_a_blank(text: str, expected: int) -> None:
    assert len(cut(text)) == expected
    assert text.startswith(cut(text))


def with_quotes(quoting: Quoting) -> Dataset:
    return Dataset.of(evolve(r, quotes=quoting) if isinstance(r, Source) else r for r in records())


def test_without_quotes_places_and_hashes_are_kept(tmp_path: Path) -> None:
    published = write_release(with_quotes(Quoting.OFFSETS), tmp_path / "r", INFO)
    for record, original in zip(published.records, dataset().records, strict=True):
        for evidence, quoted in zip(record.evidence, original.evidence, strict=True):
            assert (evidence.exact, evidence.sha256) == ("", quote_hash(quoted.exact))
            assert (evidence.source, evidence.field, evidence.start, evidence.end) == (
                quoted.source,
                quoted.field,
                quoted.start,
                quoted.end,
            )
            assert evidence.stands_in(TEXT)
            assert not evidence.stands_in(f"{TEXT[::-1]}")
    (statement,) = published.statements
    assert statement.text == ""
    (source,) = published.sources
    assert source.passages == ()
    assert {stretch.heading for stretch in source.sections} == {None}
    for path, content in files_in(tmp_path / "r").items():
        assert b"signed a contract" not in content, path
        assert b"We stand together" not in content, path
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_bytes(TEXT.encode())
    outcome = verify(tmp_path / "r", texts=tmp_path / "texts")
    assert outcome.ok, outcome.faults
    assert any("22 quotes in 1 document" in sentence for sentence in outcome.checked)


def test_words_that_may_no_longer_be_shown_are_not_shown_as_changes(folder: Path, tmp_path: Path) -> None:
    write_release(with_quotes(Quoting.OFFSETS), tmp_path / "r", INFO, previous=folder)
    assert "We stand together" not in (tmp_path / "r" / "CHANGES.json").read_text("utf-8")


def test_what_may_not_be_published_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        ReleaseError, match=r"nothing that rests on '900_norway.txt' may be published \(quotes = \"nothing\""
    ):
        write_release(with_quotes(Quoting.NOTHING), tmp_path / "r", INFO)
    assert list(tmp_path.iterdir()) == []


def test_what_may_be_published_stays_as_it_is() -> None:
    for whole in (dataset(), publishable(with_quotes(Quoting.OFFSETS)), publishable(long_dataset())):
        assert publishable(whole) == whole


def test_sources_toml_says_what_may_be_shown(tmp_path: Path) -> None:
    for name, value in (("a", "true"), ("b", "false"), ("c", '"nothing"')):
        (tmp_path / f"{name}.txt").write_text(f"{TEXT}\n{name}", "utf-8")
        with (tmp_path / "sources.toml").open("a") as file:
            file.write(f'[[source]]\nfile = "{name}.txt"\nquotes = {value}\n')
    found = {source.file: source.quotes for source in kordef.build(tmp_path).sources}
    assert found == {"a.txt": Quoting.ALLOWED, "b.txt": Quoting.OFFSETS, "c.txt": Quoting.NOTHING}


@pytest.mark.parametrize("value", ['"yes"', '""', "1", "0.5", "[]", '"allowed"'])
def test_sources_toml_says_nothing_else(tmp_path: Path, value: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "sources.toml").write_text(f'[[source]]\nfile = "a.txt"\nquotes = {value}\n')
    with pytest.raises(kordef.SourcesError, match="'quotes' must be true, false or \"nothing\", found"):
        kordef.build(tmp_path)


def test_hashed_evidence_has_no_words() -> None:
    given: dict[str, Any] = {"source": f"source-{SHA[:12]}", "field": "", "start": 1, "end": 3}
    assert Evidence(**given, exact="", sha256=SHA).exact == ""
    with pytest.raises(InvalidValue, match="exact must be empty where sha256 is given, found 'ab'"):
        Evidence(**given, exact="ab", sha256=SHA)
    with pytest.raises(InvalidValue, match="exact must have the 2 characters"):
        Evidence(**given, exact="")


# ---- what a release says of itself


def test_release_toml_is_read(tmp_path: Path) -> None:
    (tmp_path / "release.toml").write_text('name = "x"\ntitle = "T"\nversion = "1.0.0-rc.1"\ncreators = ["A", "B"]\n')
    assert load_info(tmp_path / "release.toml") == ReleaseInfo(
        name="x", title="T", version="1.0.0-rc.1", creators=("A", "B")
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("version = 1", "version must be a version such as '1.0.0', found 1 (int)"),
        ('version = "1.0"', "version must be a version such as '1.0.0', found '1.0' (str)"),
        ('name = "A b"', "name must be small letters, digits and hyphens"),
        ('titel = "x"', "unknown key 'titel'; expected one of name, title, version"),
        ('creators = "A. Reader"', "creators must be an array such as creators = [\"...\"], found 'A. Reader'"),
        ("keywords = 5", "keywords must be an array such as keywords = "),
        ("creators = []", "creators must name somebody, found nobody"),
        ("creators = [1]", "creators[0] must be a text that is not blank"),
        ('released = "2025-02-30"', "released must be a day of the calendar, found '2025-02-30'"),
        ("released = 2025-02-03", "released must be a day such as '2025-12-31' or None"),
        ('license = "MIT licence"', "license must be an SPDX identifier"),
        ('homepage = "example.org"', "homepage must be an address"),
        ('doi = "doi:10.1"', "doi must be a DOI"),
        ("version =", "not TOML in UTF-8"),
        ("a = " + "[" * 10_000, "not TOML in UTF-8"),
    ],
)
def test_a_wrong_release_toml_says_what_is_wrong(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "release.toml"
    path.write_text(text)
    with pytest.raises(ReleaseError) as caught:
        load_info(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert message in str(caught.value)


def test_a_release_toml_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="cannot be read: No such file"):
        load_info(tmp_path / "release.toml")


# ---- the command


def test_the_command_releases_documents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "in" / "release.toml").write_text('name = "mine"\nversion = "3.2.1"\n')
    out = tmp_path / "out"
    assert main(["release", str(tmp_path / "in"), "-o", str(out)]) == 0
    assert re.fullmatch(rf"mine 3\.2\.1: \d+ records written to {re.escape(str(out))}\n", capsys.readouterr().out)
    assert main(["verify", str(out), "--texts", str(tmp_path / "in")]) == 0
    assert capsys.readouterr().out.endswith("nothing wrong was found\n")
    assert kordef.read_dataset(out) == publishable(kordef.build(tmp_path / "in"))


def test_the_command_releases_a_dataset(folder: Path, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    assert (
        main(["release", str(folder / "dataset.json"), "-o", out, "--set-version", "9.0.0", "--previous", str(folder)])
        == 0
    )
    assert main(["release", str(folder), "-o", out, "--no-parquet"]) == 0
    assert not list(Path(out).rglob("*.parquet"))
    assert verify(out).ok


def test_the_command_tells_what_is_wrong(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", str(folder), "-o", str(tmp_path / "out"), "--set-version", "one"]) == 1
    assert capsys.readouterr().err.startswith("kordef: --set-version: version must be a version such as '1.0.0'")
    assert main(["release", str(folder)]) == 2


def test_without_pyarrow_a_release_without_parquet_is_possible(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(
        MissingExtra, match=r"pip install 'kordef\[tables\]' \(in kordef's own folder: pip install '\.\[tables\]'\)"
    ):
        write_release(dataset(), tmp_path / "r", INFO)
    assert list(tmp_path.iterdir()) == []
    write_release(dataset(), tmp_path / "r", INFO, parquet=False)
    outcome = verify(tmp_path / "r")
    assert outcome.ok


def test_contents_follow_from_their_arguments_alone() -> None:
    whole = publishable(dataset())
    assert contents(whole, INFO) == contents(whole, INFO)


def test_records_of_any_type_are_released(dataset: Dataset, tmp_path: Path) -> None:
    published = write_release(dataset, tmp_path / "seeds")
    assert kordef.read_dataset(tmp_path / "seeds") == published
    kinds: set[type[Record]] = {type(record) for record in published}
    assert len(kinds) >= 9


def test_sentences_around_quotes_come_to_a_quarter_of_a_document_at_most() -> None:
    built = kordef.build([SEEDS])
    published = publishable(built)
    whole: dict[str, int] = {}
    shown: dict[str, int] = {}
    for source in published.sources:
        whole[source.sha256] = source.length
        shown[source.sha256] = shown.get(source.sha256, 0) + sum(len(p.exact) for p in source.passages)
    assert any(shown.values())
    assert all(shown[text] * 4 <= whole[text] for text in whole)
    assert sum(len(s.passages) for s in built.sources) > sum(len(s.passages) for s in published.sources)
    assert publishable(published) == published
