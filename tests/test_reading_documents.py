"""Documents: files and folders, bad input, the shape that every document has, and what the seeds look like."""

from __future__ import annotations

import hashlib
import io
import itertools
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from places import SEEDS

from kordef.document import BlockKind, Document
from kordef.errors import Unreadable
from kordef.reading import document_paths, documents, read_file, read_text
from kordef.vocabulary import Section

# ---- files and folders


def test_a_folder_gives_its_texts_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "README.md", "readme.txt", "sources.toml", "notes.pdf", ".hidden.txt"):
        (tmp_path / name).write_text("" if name == "sources.toml" else "Words.", encoding="utf-8")
    (tmp_path / "c.txt").mkdir()
    assert [path.name for path in document_paths([tmp_path])] == ["a.md", "b.txt"]
    assert [document.name for document in documents([tmp_path])] == ["a.md", "b.txt"]


def test_files_come_in_the_order_given_and_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "plain"):
        (tmp_path / name).write_text("Words.", encoding="utf-8")
    given_paths: list[str | Path] = [
        tmp_path / "plain",
        str(tmp_path / "b.txt"),
        tmp_path,
        tmp_path / "x" / ".." / "b.txt",
    ]
    assert [path.name for path in document_paths(given_paths)] == ["plain", "b.txt", "a.txt"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Kõu fires.".encode("cp1252"))))
    (document,) = documents(["-"])
    assert (document.name, document.text, document.encoding) == ("stdin", "Kõu fires.", "cp1252")


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    data = "Kõu\r\nfires.".encode("cp1252")
    (tmp_path / "a.txt").write_bytes(data)
    document = read_file(tmp_path / "a.txt")
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert read_text("a", "Kõu").sha256 == hashlib.sha256("Kõu".encode()).hexdigest()


def test_what_is_known_besides_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A title\n\nA sentence stands here.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Some words.", encoding="utf-8")
    (tmp_path / "sources.toml").write_text(
        '[[source]]\nfile = "a.txt"\ntitle = "Another title"\npublisher = "Korea Herald"\npublished = "2025-03"\n'
        'published_basis = "printed"\naddress = "https://example.com/a"\nlanguage = "en"\n',
        encoding="utf-8",
    )
    a, b = documents([tmp_path])
    assert (a.title, a.given_title, a.publisher, a.address, a.language) == (
        "Another title",
        "Another title",
        "Korea Herald",
        "https://example.com/a",
        "en",
    )
    assert a.published is not None
    assert (a.published.edtf, a.published_basis) == ("2025-03", "printed")
    assert (b.title, b.publisher, b.published) == ("b.txt", None, None)
    (alone,) = documents([tmp_path / "b.txt"], tmp_path / "sources.toml")
    assert alone.publisher is None


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.txt", "missing.txt: cannot be read: No such file or directory"),
        ("empty.txt", "empty.txt: the file is empty; expected text"),
        ("binary.txt", "binary.txt: not a text file: byte 0x00 at offset 0, line 1, does not belong in text"),
        ("paper.pdf", "paper.pdf: this is a PDF file; expected plain text"),
        ("void", "void: no documents; expected files *.txt or *.md, found 1 other entry"),
        (
            "outer",
            "outer: no documents; expected files *.txt or *.md, found 1 other entry; the folder 'inner' in it has some",
        ),
    ],
)
def test_bad_input_is_answered_clearly(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "void").mkdir()
    (tmp_path / "void" / "picture.png").touch()
    (tmp_path / "outer" / "inner").mkdir(parents=True)
    (tmp_path / "outer" / "inner" / "a.txt").write_text("Words.", encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        list(documents([tmp_path / name]))
    assert str(caught.value).endswith(message)
    assert "\n" not in str(caught.value)


def test_an_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    (tmp_path / "a.txt").write_text("Words.", encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(Unreadable, match=r"a\.txt: cannot be read: Permission denied"):
        list(documents([tmp_path / "a.txt"]))


# ---- the shape of every document


def check(document: Document) -> None:
    """Blocks and sentences lie in order, do not overlap, and leave out nothing but blanks and marks."""
    text, last = document.text, 0
    for position, block in enumerate(document.blocks):
        assert last <= block.start < block.end <= len(text)
        assert not text[block.start].isspace()
        assert not text[block.end - 1].isspace()
        between = text[last : block.start]
        assert len("".join(between.split())) <= 16, f"{between!r} is in no block"
        assert not any(len(word) > 6 for word in between.split())
        assert 0 <= block.story < len(document.stories)
        assert (block.section is Section.EMBEDDED) is (block.story > 0)
        assert (block.table is not None) is (block.kind is BlockKind.TABLE)
        assert block.repeats is None or block.repeats < position
        assert document.block_at(block.start) == document.block_at(block.end - 1) == position
        inside = block.start
        for sentence in block.sentences:
            assert not text[inside : sentence.start].strip()
            assert block.start <= sentence.start < sentence.end <= block.end
            assert document.sentence_at(sentence.start) == document.sentence_at(sentence.end - 1) == sentence
            inside = sentence.end
        if block.sentences:
            assert inside == block.end
        if block.table:
            for cell in itertools.chain(*block.table.header, *block.table.rows):
                assert block.start <= cell.start <= cell.end <= block.end
                assert document.quote(cell) == document.quote(cell).strip()
        last = block.end
    for story in document.stories:
        assert 0 <= story.start < story.end <= len(text)


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_the_shape_of_the_seeds(path: Path) -> None:
    document = read_file(path)
    assert document.text == path.read_bytes().decode("utf-8")
    check(document)


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\r\n", "\u200b\ufeff\n"])
def test_a_text_without_words_has_no_parts(text: str) -> None:
    document = read_text("a", text)
    assert (document.blocks, document.stories) == ((), ())
    assert document.block_at(0) is None
    assert document.sentence_at(0) is None


LINES = st.sampled_from(
    """
    Poland orders 180 K2 tanks
    SEOUL, March 8 (Yonhap) — Poland has ordered tanks.
    Poland has ordered 180 K2 tanks, the ministry said on Monday. They cost $6 billion.
    Comments (14)|Related Articles|Korea Herald|18 hours ago|- Korea Herald|6 December 2023|Most read|1. Ten cafes
    Item | Number|K9 | 54|Year\t2023|K2\t28|Read more: Poland orders tanks|References|# Heading|---|By Kim Tong-hyung
    A howitzer fires. (Handout)|Nov. 8, 2024 — The EU on Friday extended its mission.|Home > News > Defence|Range: 40 km
    May 5 | 12 comments|(Yonhap)|© 2024|“Yes,” he said.|and then it went on|www.example.com|Print | Share|X
    """.replace("\n    ", "¦").replace("K9 | 54", "K9¤54").replace("Item | ", "Item¤").replace("5 | 12", "5¤12")
    .replace("Print | ", "Print¤").replace("|", "¦").replace("¤", " | ").strip("¦ ").split("¦")
)  # fmt: skip


@settings(max_examples=400)
@given(st.lists(st.tuples(LINES, st.sampled_from(("\n", "\n\n", "\r\n", "\r", " "))), max_size=25))
def test_the_shape_of_any_page(parts: list[tuple[str, str]]) -> None:
    text = "".join(line + end for line, end in parts)
    document = read_text("a", text)
    check(document)
    assert read_text("a", text) == document


@given(st.text(alphabet='aA1 .|-–\n\t()>:#*\r"”\xa0\u2028é한', max_size=120))
def test_the_shape_of_any_text(text: str) -> None:
    document = read_text("a", text)
    last = 0
    for block in document.blocks:
        assert last <= block.start < block.end
        last = block.end


# ---- time

ADVERSE = [
    ".", ". ", "A. ", "(", "a|b\n", "|", " | ", "\ta", "x\n", "Aa ", "By Aa ", "> ", "- ", "SEOUL, ", "January 1, ", "1",
    "#", "\"", "\xa0", "@", "a@b.", "Comments\n", "Most read\n\n", "Head\n\n", "Korea Herald\n2 hours ago\nHead\n",
    "References\nA book.\n",
    "Related\nHead\nNov. 8, 2024 — He said it.\n\n", "Range: 40 km\n",
    "A line of a column that is as wide as all the others are\n",
]  # fmt: skip


@pytest.mark.parametrize("unit", ADVERSE)
def test_no_text_takes_long(unit: str) -> None:
    text = "The minister spoke about it at length.\n\n" + unit * (200_000 // len(unit))
    start = time.process_time()
    read_text("a", text)
    assert time.process_time() - start < 10


def test_one_long_line() -> None:
    sentence = "Poland has signed contracts for 180 K2 tanks worth $3.4 billion. "
    document = read_text("a", sentence * 80_000)
    assert [len(block.sentences) for block in document.blocks] == [80_000]


# ---- the seeds


@pytest.fixture(scope="module")
def seeds() -> dict[str, Document]:
    return {document.name[:3]: document for document in documents([SEEDS])}


def test_titles_of_the_seeds(seeds: dict[str, Document]) -> None:
    titles = {name: document.stories[0].title for name, document in seeds.items()}
    assert {name: seeds[name].quote(title)[:40] if title else None for name, title in titles.items()} == {
        "000": "South Korea Strengthens Security Ties wi",
        "001": "S. Korea, Europe draw closer as Trump's ",
        "002": "South Korea and Europe Unite for Enhance",
        "003": "The importance of security cooperation b",
        "004": None,
    }
    assert {name: document.title for name, document in seeds.items() if document.given_title and name != "004"} == {
        name: document.given_title for name, document in seeds.items() if name != "004"
    }


def test_captions_of_the_seeds_stand_there_twice(seeds: dict[str, Document]) -> None:
    captions = [block for block in seeds["000"].blocks if block.kind is BlockKind.CAPTION]
    assert [block.repeats is None for block in captions] == [True, False] * 4
    assert [block.section for block in seeds["004"].blocks].count(Section.CAPTION) == 2


def test_embedded_articles_of_the_seeds(seeds: dict[str, Document]) -> None:
    document = seeds["001"]
    assert [document.quote(story.title)[:20] if story.title else None for story in document.stories] == [
        "S. Korea, Europe dra",
        "Seoul official notes",
        "Will NATO's new spen",
        "Olympic bobsleigh me",
    ]
    assert [document.quote(story.date_line) for story in document.stories if story.date_line] == [
        "18 hours ago",
        "a day ago",
        "a day ago",
    ]
    furniture = [
        document.text[block.start : block.end] for block in document.blocks if block.kind is BlockKind.BOILERPLATE
    ]
    assert furniture == [
        "Hashtags",
        "Try Our AI Features",
        "Explore what Daily8 AI can do for you:",
        "Comments",
        "No comments yet...",
        "Related Articles",
    ]


def test_tables_of_the_seeds(seeds: dict[str, Document]) -> None:
    tables = [block.table for block in seeds["004"].blocks if block.table]
    assert [(len(table.header), len(table.rows), table.title) for table in tables] == [
        (1, 6, None),
        (1, 3, None),
        (2, 3, None),
    ]
