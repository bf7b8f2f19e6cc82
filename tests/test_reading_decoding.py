"""Bytes to text: the encodings, and errors that name the byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordef.errors import Unreadable
from kordef.reading import read_bytes, read_text
from kordef.reading.decoding import decode

NEWS = "Seoul’s K9 “Thunder” – sold to Norway (Kõu in Estonia) for €290 million.\r\nRadosław Sikorski met Cho.\n"
KOREAN = "한화에어로스페이스는 노르웨이와 K9 자주포 24문 수출 계약을 체결했다. “역사적” 계약이라고 밝혔다.\n"


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        pytest.param(NEWS, "utf-8", "utf-8", id="UTF-8"),
        pytest.param(NEWS, "utf-8-sig", "utf-8-sig", id="UTF-8 with a mark"),
        pytest.param(NEWS, "utf-16", "utf-16", id="UTF-16 with a mark"),
        pytest.param(NEWS, "utf-16-le", "utf-16-le", id="UTF-16 little endian without a mark"),
        pytest.param(NEWS, "utf-16-be", "utf-16-be", id="UTF-16 big endian without a mark"),
        pytest.param(KOREAN, "utf-8", "utf-8", id="Korean in UTF-8"),
        pytest.param(KOREAN * 9, "utf-16-le", "utf-16-le", id="Korean in UTF-16 without a mark"),
        pytest.param(KOREAN, "euc-kr", "cp949", id="EUC-KR"),
        pytest.param(
            "똠방각하라는 이름의 한국 방위산업 전시회가 폴란드에서 열렸다\n",
            "cp949",
            "cp949",
            id="a syllable that only CP949 has",
        ),
        pytest.param("Hanwha said “we won” · 한화 and more.", "euc-kr", "cp949", id="English in EUC-KR"),
        pytest.param("Hanwha’s deal — worth €290 million — is “big”.", "cp1252", "cp1252", id="Windows-1252"),
        pytest.param("Kõu-haubitsad, Jyväskylä, Gävle, Genève", "cp1252", "cp1252", id="Windows-1252 letters"),
        pytest.param("Pääministeri Häkämies, hääyö", "cp1252", "cp1252", id="Windows-1252 with letters in pairs"),
        pytest.param("plain ASCII", "ascii", "utf-8", id="ASCII"),
    ],
)
def test_text_comes_back_and_the_codec_is_named(text: str, codec: str, name: str) -> None:
    data = text.encode(codec)
    assert decode("a.txt", data) == (text, name)
    document = read_bytes("a.txt", data)
    assert document.text == data.decode(document.encoding) == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "a.txt: the file is empty; expected text", id="empty"),
        pytest.param(b"%PDF-1.7\n...", "a.txt: this is a PDF file; expected plain text", id="PDF"),
        pytest.param(
            b"PK\x03\x04\x14\x00", "a.txt: this is a ZIP archive or an Office file (.docx, .xlsx, .hwpx)", id="docx"
        ),
        pytest.param(bytes(range(256)) * 4, "a.txt: not a text file: byte 0x00 at offset 0, line 1,", id="all bytes"),
        pytest.param(
            b"text\n\x00\x01\x02\x03", "a.txt: not a text file: byte 0x00 at offset 5, line 2,", id="zero bytes"
        ),
        pytest.param(b"\x01\x02\x03\x04text", "a.txt: not a text file: byte 0x01 at offset 0", id="control characters"),
        pytest.param(
            "Kõu “K9” – €290\n".encode() + b"\xff and more",
            "a.txt: not UTF-8: byte 0xFF at offset 25, line 2, cannot be decoded",
            id="one broken byte in UTF-8",
        ),
        pytest.param("Radosław".encode()[:-2], None, id="cut inside a word, which is no damage"),
        pytest.param(
            "the price is 290 €".encode()[:-1], "a.txt: not UTF-8: byte 0xE2 at offset 17", id="cut inside a character"
        ),
        pytest.param(
            b"caf\x81 \x8d",
            "a.txt: neither UTF-8 (byte 0x81 at offset 3, line 1) nor CP949/EUC-KR nor Windows-1252",
            id="no codec",
        ),
        pytest.param("한화 계약".encode("euc-kr") + b"\xb0", None, id="EUC-KR cut inside a syllable"),
        pytest.param(b"\xff\xfea\x00b", "a.txt: not UTF-16: byte 0x62 at offset 4", id="UTF-16 cut inside a unit"),
    ],
)
def test_what_is_not_text_is_an_error_that_names_the_byte(data: bytes, message: str | None) -> None:
    if message is None:
        answer = _decoded(data)
        assert "\ufffd" not in answer
        assert answer.startswith(("Rados", "a.txt: neither UTF-8 (byte 0x"))
        return
    with pytest.raises(Unreadable) as caught:
        read_bytes("a.txt", data)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def _decoded(data: bytes) -> str:
    """The text, or the message of the error."""
    try:
        return decode("a.txt", data)[0]
    except Unreadable as error:
        return str(error)


def test_a_mark_inside_the_text_stays() -> None:
    text = "a\ufeffb"
    assert read_bytes("a.txt", text.encode()).text == text


def test_line_ends_stay_as_they_are() -> None:
    text = "One.\r\nTwo.\rThree.\n\n\nFour."
    assert read_bytes("a.txt", text.encode()).text == text


def test_half_a_surrogate_pair_is_an_error() -> None:
    with pytest.raises(Unreadable, match="a: character 2 is half of a surrogate pair"):
        read_text("a", "ab\ud800")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_clear_error(data: bytes) -> None:
    try:
        document = read_bytes("a.txt", data)
    except Unreadable as error:
        message = str(error)
    else:
        message = "a.txt: "
        assert document.text == data.decode(document.encoding)
        assert "\ufffd" not in document.text or "\ufffd".encode() in data or document.encoding.startswith("utf-16")
    assert message.startswith("a.txt: ")


@given(st.text(max_size=300))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    data = text.encode("utf-8", errors="ignore")
    if data and not any((c < " " and c not in "\t\n\r\f\v\x1b") or c == "\x7f" for c in text):
        assert decode("a", data)[1] in ("utf-8", "utf-8-sig")
