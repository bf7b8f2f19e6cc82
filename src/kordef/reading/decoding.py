"""Bytes to text: which encoding a file is in, and an error that names the byte where it is in none.

The encodings are UTF-8, UTF-16, CP949 (which holds EUC-KR) and Windows-1252. A byte order mark belongs to the encoding and
not to the text, so that for every document ``data.decode(document.encoding) == document.text``: a UTF-8 file that has the
mark is "utf-8-sig", and offsets count from the character behind it.
"""

from __future__ import annotations

import re

from kordef.errors import Unreadable

__all__ = ["decode"]

# The first bytes of files that people hand in by mistake.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office file (.docx, .xlsx, .hwpx)"),
    (b"\xd0\xcf\x11\xe0", "an old Office or HWP file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a SQLite database"),
    (b"PAR1", "a Parquet file"),
)

_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}<(?:!doctype html|html)[\s>]", re.IGNORECASE)
_DATASET = re.compile(rb'(?:\xef\xbb\xbf)?\s{0,64}\{\s{0,64}"format"\s{0,8}:\s{0,8}"kordef-dataset"')
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}[\[{]")
_JSON_NAMES = (".json", ".jsonl", ".ndjson", ".geojson")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]+")
_KS_COMMON = re.compile(rb"[\xa1-\xa9\xb0-\xc8][\xa1-\xfe]")
"""Punctuation, signs and Hangul of KS X 1001, where nearly all of Korean text lies."""

_SAMPLE = 1 << 20


def decode(name: str, data: bytes) -> tuple[str, str]:
    """The text of a file and the name of the encoding it was decoded with.

    Raises :class:`~kordef.errors.Unreadable` for an empty file, for one that is not text, and for bytes that none of the
    encodings explains; the message names the file, the byte and its offset (counted from 0).
    """
    if not data:
        raise Unreadable(f"{name}: the file is empty; expected text")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(f"{name}: this is {what}; expected plain text")
    if _PAGE.match(data):
        raise Unreadable(
            f"{name}: this is an HTML page; expected plain text: save or copy the page's words into a .txt file"
        )
    if _DATASET.match(data):
        raise Unreadable(f"{name}: this is a dataset that kordef has built already; expected plain text")
    if name.lower().endswith(_JSON_NAMES) and _JSON.match(data):
        raise Unreadable(f"{name}: this is JSON, which is neither a text nor a dataset of kordef; expected plain text")
    encoding = _marked(data) or _unmarked_utf16(data)
    if encoding is None:
        _refuse_control(name, data)
        encoding = "utf-8"
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise Unreadable(
                f"{name}: not {encoding.upper()}: {_where(data, error.start)}, cannot be decoded"
            ) from None
        return _legacy(name, data, error.start)


def _marked(data: bytes) -> str | None:
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    return None


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: the zero bytes of its ASCII characters all stand on the same side."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or b"\x00" not in sample:
        return None
    even, odd, units = sample[::2].count(0), sample[1::2].count(0), len(sample) // 2
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        # A text in Korean has little more ASCII than its blanks.
        if zeros * 12 >= units and others * 100 <= zeros:
            return encoding
    return None


def _refuse_control(name: str, data: bytes) -> None:
    found = _CONTROL.search(data)
    if found is None:
        return
    if found[0] == b"\x00" or len(_CONTROL.findall(data[:_SAMPLE])) * 100 > len(data[:_SAMPLE]):
        raise Unreadable(f"{name}: not a text file: {_where(data, found.start())}, does not belong in text")


def _legacy(name: str, data: bytes, bad: int) -> tuple[str, str]:
    """Text that is not UTF-8, whose first offending byte is at ``bad``."""
    if _looks_korean(data):
        try:
            return data.decode("cp949"), "cp949"
        except UnicodeDecodeError as error:
            raise Unreadable(
                f"{name}: neither UTF-8 ({_where(data, bad)}) nor CP949/EUC-KR ({_where(data, error.start)})"
            ) from None
    # Multi-byte sequences do not come about by chance: a file that has them is UTF-8 with damage, not Windows-1252.
    guess = data.decode("utf-8", errors="replace")
    damage = guess.count("\ufffd")
    sound = len(guess) - sum(map(len, re.findall(r"[\x00-\x7f]+", guess))) - damage
    cut = re.compile(rb"[\xe0-\xf4][\x80-\xbf]{1,2}\Z").match(data, bad)
    if sound >= damage or cut:
        raise Unreadable(f"{name}: not UTF-8: {_where(data, bad)}, cannot be decoded")
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"{name}: neither UTF-8 ({_where(data, bad)}) nor CP949/EUC-KR nor Windows-1252 ({_where(data, error.start)})"
        ) from None


def _looks_korean(data: bytes) -> bool:
    """Whether the bytes above 0x7F come in the pairs of KS X 1001, all but a few of them."""
    high = paired = 0
    for run in _HIGH.finditer(data):
        length = len(run[0])
        if length % 2 == 0:
            paired += 2 * len(_KS_COMMON.findall(run[0]))
        elif run.end() == len(data):
            # The file is cut inside a syllable; the decoder will say so.
            length -= 1
            paired += 2 * len(_KS_COMMON.findall(run[0]))
        else:
            # A syllable outside KS X 1001 may end in an ASCII letter.
            paired += 2 * len(_KS_COMMON.findall(run[0] + data[run.end() : run.end() + 1]))
        high += length
    return paired * 10 >= high * 9 > 0


def _where(data: bytes, offset: int) -> str:
    line = data.count(b"\n", 0, offset) + 1
    return f"byte 0x{data[offset]:02X} at offset {offset}, line {line}"
