"""TOML that people hand in: what is none is an error with its place, and nothing takes all memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from kordef.cases import read_rules
from kordef.catalogue import load
from kordef.curation import load_curation
from kordef.errors import KordefError
from kordef.reading.sources import load_sources
from kordef.release import load_info
from kordef.toml import parsed

READERS: tuple[Callable[[Path], Any], ...] = (
    load_sources,
    load_curation,
    lambda path: load(extra=[path]),
    load_info,
    read_rules,
)
"""All that read files of TOML which people write: what is known of documents, corrections, further names, a release, rules."""


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a = ", "line 1|end of document"),
        (b"x = 1\na." + b"a." * 100_000 + b"a = 1", r"a key of more than 64 parts \(at line 2\)"),
        (b"x = {" + b'"a" . ' * 100 + b"a = 1}", r"a key of more than 64 parts \(at line 1\)"),
        (b"[" + b"'a'." * 100 + b"a]", "a key of more than 64 parts"),
        (b"a = " + b"[" * 100_000, "too many levels of nesting"),
        (b"a = " + b"{a = " * 100_000, "too many levels of nesting"),
        (b"a = " + b"9" * 10_000, "4300 digits"),
        (b"a = '\xff'", "utf-8"),
    ],
    ids=["cut", "dotted", "dotted, quoted, inline", "heading", "arrays", "tables", "digits", "bytes"],
)
def test_what_is_no_toml_is_one_error(data: bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=words):
        parsed(data)
    file = tmp_path / "x.toml"
    file.write_bytes(data)
    for read in READERS:
        with pytest.raises(KordefError, match=r"x\.toml"):
            read(file)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("\ufeffa = 1", {"a": 1}),
        ("a.b.c = 1", {"a": {"b": {"c": 1}}}),
        (f'a = "{"U." * 63}S."', {"a": "U." * 63 + "S."}),
        (f'a = "{". " * 500}"', {"a": ". " * 500}),
        (f'a = """\n{"...... 12" * 100}"""', {"a": "...... 12" * 100}),
    ],
    ids=["byte order mark", "a dotted key", "initials", "dots", "a table of contents"],
)
def test_what_is_toml_is_read(text: str, value: object) -> None:
    assert parsed(text.encode()) == value


@pytest.mark.parametrize("words", ["a", "a.", "a," + "b." * 60, '{"', "[" + "a. " * 60, "{'a' ", ",", "[ ", "[a"])
def test_a_long_text_is_quick(words: str) -> None:
    text = f"a = 1\n# {words * (1_000_000 // len(words))}"
    began = process_time()
    assert parsed(text.encode()) == {"a": 1}
    assert process_time() - began < 5
