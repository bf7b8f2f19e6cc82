"""People's judgements: read strictly, consistent with one another, and stronger than the rules."""

from __future__ import annotations

import json
import pickle
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from case_makers import Document, dataset

from kordef.cases import Judgement, Opinion, find_cases, judgements_from, read_judgements
from kordef.errors import DanglingReference, InvalidValue, Malformed, Unreadable
from kordef.records import Record

A, B, C, D = (f"transfer-{digit * 12}" for digit in "abcd")


def line(judgement: str = "same", first: str = A, second: str = B, **changes: Any) -> str:
    value = {
        "judgement": judgement,
        "records": [first, second],
        "who": "A. Reader",
        "when": "2025-11-25",
        "why": "Both tell of the contract signed at Morag.",
    }
    value.update(changes)
    return json.dumps({key: each for key, each in value.items() if each is not ...})


def judged(judgement: Opinion, first: Record, second: Record) -> Judgement:
    return Judgement(
        judgement=judgement, records=(first.id, second.id), who="A. Reader", when="2025-11-25", why="I read both."
    )


# ---- reading


def test_a_file_of_judgements_is_read(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    path.write_text("\n".join([line(), "", line("not_same", A, C), line("unsure", B, D)]) + "\n", "utf-8")
    found = read_judgements(path)
    assert [(j.judgement, j.records, j.line) for j in found] == [
        (Opinion.SAME, (A, B), 1),
        (Opinion.NOT_SAME, (A, C), 3),
        (Opinion.UNSURE, (B, D), 4),
    ]
    assert found[0].who == "A. Reader"
    assert found[0].when == "2025-11-25"
    assert pickle.loads(pickle.dumps(found)) == found


def test_lines_that_end_in_carriage_returns_are_read() -> None:
    assert len(judgements_from(line() + "\r\n" + line("not_same", A, C) + "\r\n")) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("same", "expected one JSON object on the line: expecting value at column 1"),
        ("[]", "expected a JSON object, found [] (list)"),
        (line(judgement="maybe"), "judgement must be one of same, not_same, unsure, found 'maybe' (str)"),
        (line(judgement=["same"]), "judgement must be one of same, not_same, unsure, found ['same'] (list)"),
        (line(note="x"), "a key must be one of judgement, records, who, when, why, found 'note' (str)"),
        (line(who=...), "who must be given"),
        (line(who=" "), "who must be a text that is not blank, found ' ' (str) in Judgement"),
        (line(why=3), "why must be a text that is not blank, found 3 (int) in Judgement"),
        (line(when="25.11.2025"), "when must be a day such as '2025-11-25', found '25.11.2025' (str) in Judgement"),
        (line(when="2025-02-30"), "when must be a day of the calendar, found '2025-02-30' in Judgement"),
        (line(records=A), f"records must be a list of two ids, found '{A}' (str)"),
        (line(records=[A]), "records must be the ids of two records, found 1 in Judgement"),
        (line(records=[A, 5]), f"records must be a list of two ids, found ['{A}', 5] (list)"),
        (line(records=[A, A]), f"records must be two records, found '{A}' twice in Judgement"),
        (
            line(records=[A, "transfer-1"]),
            "records[1] must be an id such as 'agreement-0123456789ab', found 'transfer-1' (str) in Judgement",
        ),
        (
            line(records=[A, "actor-" + "a" * 12]),
            "records[1] must be an id such as 'agreement-0123456789ab', found 'actor-aaaaaaaaaaaa' (str) in Judgement",
        ),
        (
            line(records=[A, "event-" + "a" * 12]),
            f"records must be of one type, found '{A}' and 'event-aaaaaaaaaaaa' in Judgement",
        ),
        ('{"judgement": "same", "judgement": "same"}', "a key must stand once, found 'judgement' (str) twice"),
        (line(why=...)[:-1] + ', "why": NaN}', "expected JSON, found NaN"),
        ("[" * 100_000, "expected one JSON object on the line, found JSON nested too deeply"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    path.write_text(line("same", C, D) + "\n" + text + "\n", "utf-8")
    with pytest.raises(Malformed) as caught:
        read_judgements(path)
    assert caught.value.problems == (("judgements.jsonl:2", message),)


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(Malformed) as caught:
        judgements_from("\n".join([line(judgement="x"), line(), line(who="")]), name="ours")
    assert [path for path, _ in caught.value.problems] == ["ours:1", "ours:3"]


def test_bytes_that_are_not_utf_8_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    path.write_bytes(b'{"judgement": "\xff"}\n')
    with pytest.raises(Unreadable, match="must be UTF-8, found the byte 0xff at 15"):
        read_judgements(path)


# ---- consistency


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            [line("same", A, B), line("not_same", A, B)],
            f"line 2 says that {A} and {B} are not the same, where line 1 says that they are",
        ),
        (
            [line("not_same", B, A), line("same", A, B)],
            f"line 1 says that {B} and {A} are not the same, where line 2 says that they are",
        ),
        (
            [line("same", A, B), line("not_same", C, A), line("same", B, C)],
            f"line 2 says that {C} and {A} are not the same, where line 3 and line 1 together say that they are",
        ),
        (
            [line("same", A, B), line("same", B, C), line("same", C, D), line("not_same", A, D)],
            f"line 4 says that {A} and {D} are not the same, where line 1, line 2 and line 3 together say that they are",
        ),
    ],
)
def test_judgements_that_contradict_each_other_name_their_lines(lines: list[str], message: str) -> None:
    with pytest.raises(Malformed) as caught:
        judgements_from("\n".join(lines))
    assert caught.value.problems == (("judgements", message),)


def test_judgements_that_do_not_contradict_each_other_are_fine() -> None:
    told = [
        line("same", A, B),
        line("not_same", B, C),
        line("same", C, D),
        line("unsure", A, B),
        line("not_same", A, D),
    ]
    assert len(judgements_from("\n".join(told))) == 5


def test_contradictions_are_found_without_a_file_too() -> None:
    documents = [Document("a"), Document("b")]
    first, second = (document.transfer(number=180, signed="2022") for document in documents)
    told = [judged(Opinion.SAME, first, second), judged(Opinion.NOT_SAME, first, second)]
    with pytest.raises(InvalidValue, match=r"the judgement of A. Reader on 2025-11-25 says that .* are not the same"):
        find_cases(dataset(*documents), told)


def test_ten_thousand_judgements_are_checked_in_a_moment() -> None:
    names = [f"transfer-{number:012x}" for number in range(10_000)]
    chain = [line("same", a, b) for a, b in pairwise(names)]
    with pytest.raises(Malformed):
        judgements_from("\n".join([*chain, line("not_same", names[0], names[-1])]))


# ---- judgements against rules


def test_not_the_same_splits_what_the_rules_join() -> None:
    documents = [Document("a"), Document("b"), Document("c")]
    first, second, third = (document.transfer(number=180, signed="2022-08-26") for document in documents)
    data = dataset(*documents)
    (case,) = data.cases
    assert len(case) == 3
    split = data.with_judgements([judged(Opinion.NOT_SAME, first, second)])
    assert split.case_of(first) is None or second not in (split.case_of(first) or ())
    assert sorted(len(case) for case in split.cases) == [2]
    assert third in split.cases[0]


def test_not_the_same_holds_against_the_whole_group() -> None:
    documents = [Document(name) for name in "abcd"]
    records = [document.transfer(number=180, signed="2022-08-26") for document in documents]
    told = [judged(Opinion.SAME, records[0], records[1]), judged(Opinion.NOT_SAME, records[0], records[2])]
    data = dataset(*documents).with_judgements(told)
    case = data.case_of(records[0])
    assert case is not None
    assert records[1] in case
    assert records[2] not in case


def test_the_same_joins_what_the_rules_keep_apart() -> None:
    documents = [Document(name) for name in "abc"]
    first = documents[0].transfer("NO", "K9", 24, signed="2017")
    second = documents[1].transfer("PL", "K2", 180, signed="2022")
    third = documents[2].transfer("RO", "K9", 54, signed="2024")
    data = dataset(*documents)
    assert data.cases == ()
    (case,) = data.with_judgements([judged(Opinion.SAME, first, second), judged(Opinion.SAME, second, third)]).cases
    assert set(case.members) == {first.id, second.id, third.id}
    assert len(case.judgements) == 2
    assert {conflict.field for conflict in case.conflicts} >= {"recipient", "signed"}


def test_the_same_joins_what_one_document_tells_twice() -> None:
    document = Document("a")
    first, second = document.transfer(number=180, signed="2022"), document.transfer(number=180, signed="2022")
    (case,) = dataset(document).with_judgements([judged(Opinion.SAME, first, second)]).cases
    assert len(case) == 2
    assert case.sources == (document.id,)


def test_unsure_leaves_it_to_the_rules_and_is_kept() -> None:
    documents = [Document("a"), Document("b")]
    first, second = (document.transfer(number=180, signed="2022-08-26") for document in documents)
    (case,) = dataset(*documents).with_judgements([judged(Opinion.UNSURE, first, second)]).cases
    assert [each.judgement for each in case.judgements] == [Opinion.UNSURE]
    assert case.id == dataset(*documents).cases[0].id


def test_the_order_of_judgements_does_not_matter() -> None:
    documents = [Document(name) for name in "abcdef"]
    records = [document.transfer(number=180 + 12 * n, signed="2022") for n, document in enumerate(documents)]
    told = [
        judged(Opinion.SAME, records[0], records[1]),
        judged(Opinion.SAME, records[2], records[3]),
        judged(Opinion.SAME, records[1], records[2]),
        judged(Opinion.NOT_SAME, records[4], records[0]),
    ]
    data = dataset(*documents)
    forwards, backwards = (
        [case.members for case in data.with_judgements(each).cases] for each in (told, reversed(told))
    )
    assert forwards == backwards
    assert {records[n].id for n in range(4)} <= set(forwards[0])


def test_a_judgement_about_a_record_that_is_not_there_names_its_line() -> None:
    documents = [Document("a"), Document("b")]
    for document in documents:
        document.transfer(number=180, signed="2022")
    data = dataset(*documents).with_judgements(judgements_from("\n" + line("same", A, B)))
    with pytest.raises(DanglingReference, match=rf"found none with the id '{A}' \(line 2\), '{B}' \(line 2\)"):
        _ = data.cases


def test_judgements_change_no_record_and_are_no_part_of_the_file(tmp_path: Path) -> None:
    from kordef.store import read_dataset, write_dataset

    documents = [Document("a"), Document("b")]
    first, second = (document.transfer(number=180, signed="2022") for document in documents)
    data = dataset(*documents)
    told = data.with_judgements([judged(Opinion.NOT_SAME, first, second)])
    assert told.records == data.records
    write_dataset(told, tmp_path / "told.json")
    write_dataset(data, tmp_path / "data.json")
    assert (tmp_path / "told.json").read_bytes() == (tmp_path / "data.json").read_bytes()
    assert read_dataset(tmp_path / "told.json").judgements == ()
