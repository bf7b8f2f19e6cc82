"""Texts and files of JSON: what is not JSON, documents, JSON Lines, and what is meant to do harm."""

from __future__ import annotations

import gc
import io
import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import attrs
import pytest
from codec_samples import DOCUMENT, HEAD, NEWER, OLDER, POLE, SOURCE, deal, lines_of
from strategies import SHA

from kordef.amounts import Amount
from kordef.codec import (
    FORMAT,
    MAX_DEPTH,
    VERSION,
    dump_jsonl,
    dumps,
    dumps_records,
    load_jsonl,
    loads,
    loads_jsonl,
    loads_records,
)
from kordef.errors import Malformed
from kordef.identity import record_id
from kordef.records import Actor, Agreement, Record, Target
from kordef.values import Quantity
from kordef.vocabulary import (
    AgreementKind,
    AgreementStatus,
    TransferKind,
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"low":"1","low":"1","high":"1"}', "key 'low' comes twice"),
        ('{"low":"1","high":"1","high":"1"}', "key 'high' comes twice"),
        ('{"low":"1","high":"1","l\\u006fw":"1"}', "key 'low' comes twice"),
        ('{"low":"1","high":"1","doubt":true,"doubt":true}', "key 'doubt' comes twice"),
        ('{"low":NaN,"high":"1"}', "expected JSON, found NaN in 'low'"),
        ('{"low":"1","high":Infinity}', "expected JSON, found Infinity in 'high'"),
        ('{"low":"1","high":"1","doubt":-Infinity}', "expected JSON, found -Infinity in 'doubt'"),
        ('{"low":"1","high":"1",}', "not JSON: "),
        ("{'low':'1','high':'1'}", "not JSON: expecting property name enclosed in double quotes at line 1 column 2"),
        ('{"low":"1" "high":"1"}', "not JSON: expecting ',' delimiter at line 1 column 12"),
        ('{"low":"1",\n "high"="1"}', "not JSON: expecting ':' delimiter at line 2 column 8"),
        ('{"low":"1","high":"\t1"}', "not JSON: invalid control character at line 1 column 20"),
        ('{"low":"1","high":"1"}{}', "expected the end of the text, found more at line 1 column 23"),
        ('{"low":"1","high":"1"}\n\n x', "expected the end of the text, found more at line 3 column 2"),
        ('{"low":"1","high":"1"}\u00a0', "expected the end of the text, found more at line 1 column 23"),
        ("", "expected JSON, found nothing"),
        (" \n", "expected JSON, found nothing"),
        ('{"low":"1","hi', "the text ends too early (unterminated string) at line 1 column 12"),
        ('{"low":"1",\n"high":', "the text ends too early (expecting value) at line 2 column 8"),
        ('{"low":"1","high":"1"', "the text ends too early (expecting ',' delimiter) at line 1 column 22"),
        ("nul", "not JSON: expecting value at line 1 column 1"),
        ("null", "expected an object (Amount), found null"),
        ("[]", "expected an object (Amount), found an array"),
        ('"text"', 'expected an object (Amount), found "text"'),
        ('\ufeff{"low":"1","high":"1"}', "expected JSON, found a byte order mark"),
        ('{"low":"1","high":"\ud800"}', "expected Unicode text, found the lone surrogate U+D800 at line 1 column 20"),
        (f'{{"low":"1","high":"1","doubt":{"9" * 5000}}}', "expected an integer of fewer digits at line 1 column 31"),
        (f'{{"low":"1","high":"{"9" * 5000}","doubt":{"9" * 5000}}}', "fewer digits at line 1 column 5030"),
    ],
)  # fmt: skip
def test_a_text_that_is_not_json_is_refused(text: str, message: str) -> None:
    with pytest.raises(Malformed) as caught:
        loads(text, Amount)
    assert message in str(caught.value)


@pytest.mark.parametrize("escape", ["\\ud800", "\\uDFFF", "\\udc00\\ud800", "x\\\\\\ud9ab", "\\ud83d\\ud83d\\ude00"])
def test_an_escaped_lone_surrogate_is_refused(escape: str) -> None:
    text = dumps(attrs.evolve(POLE, name="NAME")).replace("NAME", escape)
    with pytest.raises(Malformed, match=r"expected Unicode text, found the lone surrogate U\+D.* in 'name'"):
        loads(text, Actor)
    document = dumps_records((POLE,)).replace(dumps(POLE), text)
    with pytest.raises(Malformed, match="lone surrogate"):
        loads_records(document)
    with pytest.raises(Malformed, match=r"lone surrogate U\+D.* in 'line 2.name'"):
        list(load_jsonl([f'{{"format":"{FORMAT}","version":"{VERSION}"}}\n', f"{text}\n"]))


@pytest.mark.parametrize(
    ("escape", "text"),
    [
        ("\\ud83d\\ude00", "😀"),
        ("\\uD55C\\uad6d", "한국"),
        ("\\ud7a3", "힣"),
        ("\\\\ud800", "\\ud800"),
        ("\\u0000", "\0"),
        ("\\/", "/"),
    ],
)
def test_other_escapes_are_what_they_stand_for(escape: str, text: str) -> None:
    written = dumps(attrs.evolve(POLE, name="NAME")).replace("NAME", escape)
    assert loads(written, Actor).name == text
    assert loads_records(dumps_records((POLE,)).replace(dumps(POLE), written))[0].name == text  # type: ignore[attr-defined]
    assert loads(dumps(loads(written, Actor)), Actor).name == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"low":"1",\n"high":"\xff"}', "expected UTF-8, found the byte 0xFF at line 2 column 9"),
        ('{"low":"é'.encode() + b'\xe9"}', "expected UTF-8, found the byte 0xE9 at line 1 column 10"),
        (b'{"low":"\xed\xa0\x80"}', "expected UTF-8, found the byte 0xED at line 1 column 9"),
        ('{"low":"1","high":"1"}'.encode("utf-16"), "expected UTF-8, found the byte 0xFF at line 1 column 1"),
        (b"\xef\xbb\xbf{}", "expected JSON, found a byte order mark"),
    ],
)
def test_bytes_that_are_not_utf_8_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(Malformed) as caught:
        loads(data, Amount)
    assert str(caught.value) == message


# ---- nesting


def nested(levels: int) -> Agreement:
    target = Target(indicator="x", value=Quantity(amount=Amount.exact(1), unit="percent"))
    for _ in range(levels - 1):
        target = attrs.evolve(target, parts=(target,))
    kind, status = AgreementKind.PLEDGE, AgreementStatus.SIGNED
    return Agreement(
        id=record_id("agreement", SHA), source=SOURCE, name="x", kind=kind, status=status, targets=(target,)
    )


def test_the_deepest_targets_come_back() -> None:
    assert loads(dumps(nested(8)), Record) == nested(8)


@pytest.mark.parametrize("levels", [9, 20, 31, 32, 100, 5000])
def test_targets_that_are_nested_too_deep_are_refused(levels: int) -> None:
    inner = '{"indicator":"x","value":{"type":"quantity","amount":{"low":"1","high":"1"},"unit":"percent"}'
    text = dumps(nested(1)).replace("]}", "TARGETS]}") if levels == 0 else dumps(attrs.evolve(nested(1), targets=()))
    deep = inner + f',"parts":[{inner}' * (levels - 1) + "}]" * (levels - 1) + "}"
    with pytest.raises(Malformed) as caught:
        loads(f'{text[:-1]},"targets":[{deep}]}}', Record)
    expected = "parts must not reach deeper than 8 levels" if levels < 31 else f"expected at most {MAX_DEPTH} levels"
    assert expected in str(caught.value)


@pytest.mark.parametrize("unit", ["[", '{"a":', '[{"a":[', '{"low":['])
@pytest.mark.parametrize("times", [70, 5000, 200_000])
def test_nesting_without_end_is_refused(unit: str, times: int) -> None:
    closing = "".join("]" if c == "[" else "}" for c in reversed(unit) if c in "[{")
    for text in (unit * times, unit * times + "1" + closing * times):
        with pytest.raises(Malformed) as caught:
            loads(text, Amount)
        ((path, sentence),) = caught.value.problems
        assert "too early" in sentence or sentence == f"expected at most {MAX_DEPTH} levels of nesting, found more"
        assert len(path) < 1000


def test_the_path_of_what_is_too_deep_is_told() -> None:
    text = '{"low":"[{\\"","high":{"x":[1,2,' + "[" * 200_000
    with pytest.raises(Malformed) as caught:
        loads(text, Amount)
    assert caught.value.problems[0][0] == "high.x[2]" + "[0]" * (MAX_DEPTH - 3)


# ---- documents


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (DOCUMENT.replace('"1.1"', '"1.2"'), f"{OLDER} 1.2, {NEWER} in 'version'"),
        (DOCUMENT.replace('"1.1"', '"2.0","new":[NaN]'), f"{OLDER} 2.0, {NEWER} in 'version'"),
        (DOCUMENT.replace('"1.1"', '"2.0"').replace("sale", "gift"), f"{OLDER} 2.0, {NEWER}"),
        (DOCUMENT.replace('"1.1"', '"10.0"'), f"{OLDER} 10.0, {NEWER}"),
        (DOCUMENT.replace('"1.1"', '"0.9"'), "dataset format 0.9 is older than 1.0, the oldest that this kordef"),
        (DOCUMENT.replace('"1.1"', "1.0"), "expected a version such as '1.1', found 1.0 in 'version'"),
        (DOCUMENT.replace('"1.1"', '"1"'), "expected a version such as '1.1', found \"1\" in 'version'"),
        (DOCUMENT.replace('"1.1"', '"1.0 "'), "expected a version such as '1.1', found \"1.0 \" in 'version'"),
        (DOCUMENT.replace('"1.1"', f'"{"1" * 5000}.0"'), "expected a version such as '1.1', found \"1111"),
        (DOCUMENT.replace("kordef-dataset", "other"), "expected 'kordef-dataset', found \"other\" in 'format'"),
        (DOCUMENT.replace('"generator":"test"', '"generator":3'), "expected a string, found 3 in 'generator'"),
        (DOCUMENT.replace('"generator"', '"generatr"'), "unknown key 'generatr', expected one of 'format', 'vers"),
        (DOCUMENT.replace('"generator"', '"version":"1.1","generator"'), "key 'version' comes twice"),
        (DOCUMENT.replace('"records":', '"records":[],"records":'), "key 'records' comes twice"),
        (f'{HEAD[:-1]}{{"a":[]}}}}', "expected an array of records, found an object in 'records'"),
        ('{"format":"kordef-dataset","version":"1.0"}', "required key 'records' is missing"),
        ("{}", "required key 'format' is missing; required key 'version' is missing; required key 'records' is missing"),
        ("[]", "expected an object with 'format', 'version', 'generator', 'records', found an array"),
        (dumps(POLE), "required key 'format' is missing"),
        (DOCUMENT.replace(",\n", "\n"), "not JSON: expecting ',' delimiter at line 3 column 1"),
        (DOCUMENT.replace("\n]", ",\n]"), "not JSON: "),
        (DOCUMENT.replace("\n]}", "\n]"), "the text ends too early (expecting ',' delimiter)"),
        (DOCUMENT + "{}", "expected the end of the text, found more at line 6 column 1"),
        (DOCUMENT.replace('"kind":"sale"', '"kind":"sale","kind":"sale"'), "key 'kind' comes twice in 'records[1]'"),
        (DOCUMENT.replace('"low":"180"', '"low":NaN'), "expected JSON, found NaN in 'records[1].items[0].number.low'"),
        (DOCUMENT.replace('"sale"', '"gift"'), "found \"gift\" in 'records[1].kind'"),
        (DOCUMENT.replace('"records":[\n', '"records":[\n3,\n[],\n'), "found 3 in 'records[0]'"),
    ],
)  # fmt: skip
def test_a_document_that_is_wrong_says_where(text: str, message: str) -> None:
    for data in (text, text.encode()):
        with pytest.raises(Malformed) as caught:
            loads_records(data)
        assert message in str(caught.value)


@pytest.mark.parametrize("end", range(1, len(DOCUMENT) - 1, 7))
def test_a_document_that_was_cut_off_says_so(end: int) -> None:
    with pytest.raises(Malformed, match=r"^the text ends too early \(.*\) at line \d+ column \d+$"):
        loads_records(DOCUMENT[:end])


def test_other_layouts_of_a_document_are_read() -> None:
    data = json.loads(DOCUMENT)
    for text in (
        json.dumps(data),
        json.dumps(dict(reversed(data.items()))),
        json.dumps(data, indent=2, ensure_ascii=False),
        DOCUMENT.replace("\n", "\r\n"),
        DOCUMENT.rstrip(),
        f"\n{DOCUMENT}",
    ):
        assert loads_records(text) == loads_records(text.encode()) == (POLE, deal(), POLE)


def test_the_garbage_collector_is_as_it_was() -> None:
    assert gc.isenabled()
    frozen = gc.get_freeze_count()
    for data in (DOCUMENT, DOCUMENT[:-5], "[" * 10_000):
        for enabled in (True, False):
            if not enabled:
                gc.disable()
            try:
                loads_records(data)
            except Malformed:
                with pytest.raises(Malformed):
                    loads_jsonl(data)
            finally:
                assert gc.isenabled() is enabled
                gc.enable()
    assert gc.get_freeze_count() == frozen


# ---- JSON Lines


def test_lines_are_read_one_at_a_time() -> None:
    taken: list[bytes] = []

    def endless() -> Iterator[bytes]:
        head, line = lines_of(POLE)
        for each in itertools.chain([head], itertools.repeat(line)):
            taken.append(each)
            yield each

    assert list(itertools.islice(load_jsonl(endless()), 3)) == [POLE] * 3
    assert len(taken) == 4


def test_records_are_written_as_they_come() -> None:
    file = io.BytesIO()

    def records() -> Iterator[Record]:
        for _ in range(600):
            yield POLE
        assert len(file.getvalue()) > 256 * len(dumps(POLE))

    dump_jsonl(records(), file)
    assert len(file.getvalue().splitlines()) == 601


@pytest.mark.parametrize(
    ("change", "message", "good"),
    [
        (lambda _: [], "expected the head of the file, found nothing in 'line 1'", 0),
        (lambda lines: [b"\n", *lines], "expected the head of the file, found nothing in 'line 1'", 0),
        (lambda lines: lines[1:], "required key 'format' is missing in 'line 1'", 0),
        (lambda lines: [b"[]\n", *lines[1:]], "expected an object with 'format', 'version', 'generator', found an array in", 0),
        (lambda lines: [lines[0].replace(b"1.1", b"3.0"), b"?"], f"{OLDER} 3.0, {NEWER} in 'line 1.version'", 0),
        (lambda lines: [lines[0].replace(b"}", b',"records":[]}')], "unknown key 'records', expected one of 'format', 'vers", 0),
        (lambda lines: [b"\xef\xbb\xbf" + lines[0], *lines[1:]], "expected JSON, found a byte order mark in 'line 1'", 0),
        (lambda lines: [*lines[:2], b"\n", *lines[2:]], "expected JSON, found nothing in 'line 3'", 1),
        (lambda lines: [*lines[:2], lines[2][:-30]], "the text ends too early (unterminated string) at column", 1),
        (lambda lines: [*lines[:2], lines[2].replace(b"sale", b"gift")], "found \"gift\" in 'line 3.kind'", 1),
        (lambda lines: [*lines[:2], lines[2].strip() + lines[1]], "expected the end of the text, found more at column", 1),
        (lambda lines: [*lines[:2], lines[2].replace(b"tanks", b"\xff")], "expected UTF-8, found the byte 0xFF at column", 1),
        (lambda lines: [*lines[:2], lines[2].replace(b'"id"', b'"id":3,"id"')], "key 'id' comes twice in 'line 3'", 1),
        (lambda lines: [*lines, b"[" * 100_000], f"expected at most {MAX_DEPTH} levels of nesting, found more in 'line 4[0]", 2),
    ],
)  # fmt: skip
def test_a_line_that_is_wrong_comes_after_those_that_are_right(
    change: Callable[[list[bytes]], list[bytes]], message: str, good: int
) -> None:
    loaded: list[Record] = []
    with pytest.raises(Malformed) as caught:
        loaded.extend(load_jsonl(change(lines_of(POLE, deal()))))
    assert message in str(caught.value)
    reader = load_jsonl(change(lines_of(POLE, deal())))
    assert list(itertools.islice(reader, good)) == [POLE, deal()][:good]


def test_lines_may_end_as_they_like() -> None:
    lines = lines_of(POLE, deal())
    assert list(load_jsonl([line.rstrip() for line in lines])) == [POLE, deal()]
    assert list(load_jsonl([line.replace(b"\n", b"\r\n") for line in lines])) == [POLE, deal()]
    assert list(load_jsonl([line.decode() for line in lines])) == [POLE, deal()]


# ---- determinism, time

MANY = 60_000


def test_the_text_does_not_depend_on_the_hash_seed() -> None:
    program = (
        "import sys; from kordef.codec import dumps_records, loads_records; "
        "text = dumps_records(loads_records(sys.stdin.buffer.read()), generator='test'); "
        "sys.stdout.buffer.write(text.encode())"
    )
    for seed in ("0", "1"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", program]
        done = subprocess.run(command, input=DOCUMENT.encode(), capture_output=True, check=True, env=environment)
        assert done.stdout.decode() == DOCUMENT


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"low":"' + "\\" * 10**6, id="backslashes"),
        pytest.param('{"low":"' + "\\ud800" * 150_000 + '"}', id="surrogates"),
        pytest.param("[" * 10**6, id="brackets"),
        pytest.param(HEAD + "[{" * 500_000, id="brackets in records"),
        pytest.param("{" + ",".join(f'"k{n}":1' for n in range(MANY)) + "}", id="unknown keys"),
        pytest.param("{" + ",".join('"k":1' for _ in range(MANY)) + "}", id="one key again and again"),
        pytest.param('{"low":"' + "1" * 10**6 + 'x"}', id="digits"),
        pytest.param("9" * 10**6, id="an integer"),
        pytest.param(" " * 10**6, id="blanks"),
        pytest.param("\n" * 10**6 + "x", id="lines"),
        pytest.param(HEAD + "{}," * MANY + "{}]}", id="records without anything"),
        pytest.param(
            HEAD + dumps(deal(kind=TransferKind.SALE))[:-1]
            + ',"value_covers":[' + ",".join(map(str, range(MANY))) + "]}]}", id="positions"
        ),
        pytest.param(
            HEAD + dumps(POLE).replace('"폴란드"', ",".join(f'"n{n}"' for n in range(MANY)) + ',"n0"') + "]}", id="names"
        ),
        pytest.param(
            HEAD + dumps(deal()).replace("/items/0", "/items/0" * 100_000) + "]}", id="a long pointer"
        ),
        pytest.param(HEAD + dumps(POLE).replace("Poland", " " * 10**6) + "]}", id="a blank name"),
    ],
)  # fmt: skip
def test_hostile_texts_are_refused_in_time(text: str) -> None:
    start = time.process_time()
    for load in (loads_records, lambda data: loads(data, Amount), lambda data: list(load_jsonl([lines_of()[0], data]))):
        with pytest.raises(Malformed) as caught:
            load(text)
        assert len(str(caught.value)) < 100_000
    assert time.process_time() - start < 20
