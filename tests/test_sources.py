"""``sources.toml``: what it may say, and the one line that answers what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest
from places import SEEDS

from kordef.errors import KordefError, SourcesError
from kordef.reading import Sources, documents, load_sources


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Words.", encoding="utf-8")
    return tmp_path


def load(folder: Path, content: str | bytes) -> Sources:
    path = folder / "sources.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return load_sources(path)


def test_an_entry_with_all_keys(folder: Path) -> None:
    sources = load(
        folder,
        '[[source]]\nfile = "a.txt"\ntitle = "T"\npublisher = "P"\npublished = "2025-09/2025-12"\npublished_basis = "inferred"\n'
        'address = "https://example.com/a"\nlanguage = "en-GB"\n',
    )
    entry = sources.get("a.txt")
    assert entry is not None
    assert entry is sources.get("some/folder/a.txt")
    assert (entry.title, entry.publisher, entry.address, entry.language) == ("T", "P", "https://example.com/a", "en-GB")
    assert entry.published is not None
    assert (entry.published.edtf, entry.published_basis) == ("2025-09/2025-12", "inferred")
    assert sources.get("b.txt") is None


@pytest.mark.parametrize("content", ["", "# nothing is known\n", "source = []\n"])
def test_no_entries(folder: Path, content: str) -> None:
    assert load(folder, content).entries == ()


def test_a_file_is_enough(folder: Path) -> None:
    (entry,) = load(folder, '[[source]]\nfile = "a.txt"\n').entries
    assert (entry.file, entry.title, entry.published) == ("a.txt", None, None)


A = '[[source]]\nfile = "a.txt"\n'


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (A + 'date = "2025"',
         ", [[source]] 1: unknown key 'date'; expected one of file, title, publisher, published, published_basis, "
         "address, language"),
        (A + 'Title = "T"', ", [[source]] 1: unknown key 'Title'; expected one of file, title,"),
        ('title = "T"\n', ": unknown key 'title'; expected only [[source]] tables"),
        ('[sources]\nfile = "a.txt"', ": unknown key 'sources'; expected only [[source]] tables"),
        ('[source]\nfile = "a.txt"', ": 'source' must be an array of tables ([[source]]), found a table"),
        ('source = "a.txt"', ": 'source' must be an array of tables ([[source]]), found a string (a.txt)"),
        ('source = ["a.txt"]', ": 'source' must be an array of tables ([[source]]), found an array"),
        (A + '[[source]]\ntitle = "T"',
         ", [[source]] 2: key 'file' is missing; expected the name of a file beside sources.toml"),
        ('[[source]]\nfile = "b.txt"', ", [[source]] 1: 'file' names 'b.txt', which is not there; expected a file in "),
        ('[[source]]\nfile = "../a.txt"', ", [[source]] 1: 'file' must be a file's name without folders, found '../a.txt'"),
        ('[[source]]\nfile = ""', ", [[source]] 1: 'file' is blank; leave it out where nothing is known"),
        (A + A, ", [[source]] 2: 'a.txt' has an entry already, [[source]] 1"),
        (A + "title = 5", ", [[source]] 1: 'title' must be a string, found an integer (5)"),
        (A + "title = true", ", [[source]] 1: 'title' must be a string, found a boolean (true)"),
        (A + 'title = " "', ", [[source]] 1: 'title' is blank; leave it out where nothing is known"),
        (A + "published = 2025-03-08",
         ", [[source]] 1: 'published' must be a string, found a date (2025-03-08); write published = \"2025-03-08\""),
        (A + "published = 2025",
         ", [[source]] 1: 'published' must be a string, found an integer (2025); write published = \"2025\""),
        (A + 'published = "March 2025"', ", [[source]] 1: 'published' must be an EDTF date, found 'March 2025'"),
        (A + 'published = "2025-13"', ", [[source]] 1: 'published' must be an EDTF date, found '2025-13'"),
        (A + 'published = "2025"\npublished_basis = "guessed"',
         ", [[source]] 1: 'published_basis' must be 'printed' or 'inferred', found 'guessed'"),
        (A + 'published_basis = "printed"',
         ", [[source]] 1: 'published_basis' says how 'published' is known, but 'published' is not there"),
        (A + 'language = "English"', ", [[source]] 1: 'language' must be a tag such as 'en' or 'ko', found 'English'"),
        (A + 'address = "www.example.com"',
         ", [[source]] 1: 'address' must begin with http:// or https://, found 'www.example.com'"),
        ("[[source]\n", ": not TOML: "),
        ("[[source]]\nfile = a.txt", ": not TOML: "),
        (b'[[source]]\nfile = "a\xff.txt"', ": not UTF-8, as TOML must be: byte 0xFF at offset 20"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_line(folder: Path, content: str | bytes, message: str) -> None:
    with pytest.raises(SourcesError) as caught:
        load(folder, content)
    assert str(caught.value).startswith(f"{folder / 'sources.toml'}{message}")
    assert "\n" not in str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match=r"sources\.toml: cannot be read: No such file or directory"):
        load_sources(tmp_path / "sources.toml")


def test_a_broken_file_beside_the_documents_stops_the_reading(folder: Path) -> None:
    (folder / "sources.toml").write_text("[[source]]\nfil = 'a.txt'\n", encoding="utf-8")
    with pytest.raises(KordefError, match="unknown key 'fil'"):
        list(documents([folder]))


def test_the_seeds_are_all_described() -> None:
    sources = load_sources(SEEDS / "sources.toml")
    assert [entry.file for entry in sources.entries] == sorted(path.name for path in SEEDS.glob("*.txt"))
    assert {entry.published.edtf for entry in sources.entries if entry.published} == {
        "2025-03-08",
        "2025-03-11",
        "2025-09/2025-12~",
        "2024~",
        "2025-04",
    }
    assert {entry.published_basis for entry in sources.entries} == {"inferred"}
