"""Possible cases: one deal told with other numbers, sums and dates is shown side by side, and what is another deal is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from case_makers import Document, dataset, eur, usd
from case_pairs import lines

import kordef
from kordef.cases import Judgement, Opinion, compare_records, find_possible_cases, read_rules
from kordef.cases.orders import LATER, order_of
from kordef.cli import main
from kordef.dataset import Dataset
from kordef.errors import InvalidValue
from kordef.reading import read_text
from kordef.records import Transfer
from kordef.store import write_dataset
from kordef.totals import total
from kordef.vocabulary import Counting, Omission, Stage

Tell = Callable[[Document], Transfer]


def told(*tellings: Tell) -> tuple[Dataset, list[Transfer]]:
    """A dataset of documents each of which tells one thing, and what they tell."""
    documents = [Document(f"document {number}") for number in range(len(tellings))]
    records = [tell(document) for tell, document in zip(tellings, documents, strict=True)]
    return dataset(*documents), records


def first(document: Document) -> Transfer:
    return document.transfer(number=216, signed="2022-08-26", value=usd("3.4"))


def second(document: Document) -> Transfer:
    return document.transfer(number=250, signed="2022-07")


def test_two_claims_of_one_deal_stand_side_by_side() -> None:
    data, records = told(first, second)
    assert data.cases == ()
    (possible,) = data.possible_cases
    assert possible.is_possible
    assert possible.parts == ((records[0].id,), (records[1].id,))
    assert set(possible.members) == {record.id for record in records}
    assert [conflict.field for conflict in possible.conflicts] == ["number of K2 Black Panther", "signed"]
    (comparison,) = possible.comparisons
    assert comparison == compare_records(data, records[0].id, records[1].id)
    assert not comparison.agrees
    assert data.case(possible.id) is possible
    assert "possible transfer" in possible._repr_html_()  # pyright: ignore[reportPrivateUsage]
    assert data.case_of(records[0]) is None
    assert find_possible_cases(reversed(data.records)) == data.possible_cases


POSSIBLE: list[Tell] = [
    lambda d: d.transfer(number=250, signed="2022-08-20"),
    lambda d: d.transfer(number=250, signed="2023-02"),
    lambda d: d.transfer(number=90, value=usd("1.2")),
    lambda d: d.transfer(number=90, value=usd("5.8"), signed="2022-08"),
    lambda d: d.transfer(number=100),
]


@pytest.mark.parametrize("other", POSSIBLE)
def test_it_is_possible(other: Tell) -> None:
    data, _ = told(first, other)
    assert (len(data.cases), len(data.possible_cases)) == (0, 1)


ANOTHER: list[Tell] = [
    lambda d: d.transfer(number=250, signed="2024-02"),
    lambda d: d.transfer(number=34, signed="2022-12", counting=Counting.ADDITIONAL),
    lambda d: d.transfer(number=34, counting=Counting.OPTION),
    lambda d: d.transfer(number=980, stage=Stage.FRAMEWORK),
    lambda d: d.transfer(number=250, stage=Stage.DONATED),
    lambda d: d.transfer(number=250, supplier="DE"),
    lambda d: d.transfer("NO", number=250, signed="2022-07"),
    lambda d: d.transfer(weapon="K9", number=250, signed="2022-07"),
    lambda d: d.transfer(weapon="tank", number=820),
    lambda d: d.transfer(number=250, stage=Stage.NEGOTIATING),  # in a document of June 2025
]


@pytest.mark.parametrize("other", ANOTHER)
def test_it_is_another_deal(other: Tell) -> None:
    data, _ = told(first, other)
    assert (data.cases, data.possible_cases) == ((), ())


def test_what_one_document_tells_apart_is_not_possible() -> None:
    one, two = Document("one"), Document("two")
    first(one)
    one.transfer(number=36, signed="2022-10")
    second(two)
    data = dataset(one, two)
    assert len(data.possible_cases) == 2
    for possible in data.possible_cases:
        assert possible.sources in ((one.id, two.id), (two.id, one.id))
        assert len(possible) == 2


def test_a_case_may_be_one_with_a_record() -> None:
    data, records = told(first, first, second)
    (case,) = data.cases
    (possible,) = data.possible_cases
    assert sorted(map(len, possible.parts)) == [1, 2]
    assert set(case.members) < set(possible.members) == {record.id for record in records}


@pytest.mark.parametrize("opinion", [Opinion.SAME, Opinion.NOT_SAME])
def test_a_judgement_settles_it(opinion: Opinion) -> None:
    data, records = told(first, second)
    (possible,) = data.possible_cases
    pair = (records[0].id, records[1].id)
    judged = data.with_judgements([Judgement(judgement=opinion, records=pair, who="A", when="2025-11-25", why="B")])
    assert judged.possible_cases == ()
    assert [case.id for case in judged.cases] == ([possible.id] if opinion is Opinion.SAME else [])


def test_a_record_that_was_misread_does_not_split_a_case() -> None:
    def planned(document: Document) -> Transfer:
        return document.transfer(number=180, value=usd("6.5"), stage=Stage.SELECTED)

    def signed(document: Document) -> Transfer:
        return document.transfer(number=180, value=usd("6.5"), signed="2025-08")

    def misread(document: Document) -> Transfer:
        return document.transfer(number=360, value=usd("6.5"), signed="2025-08", counting=Counting.ADDITIONAL)

    data, records = told(signed, signed, signed, misread, planned, planned)
    (case,) = data.cases
    assert set(case.members) >= {record.id for record in records if record is not records[3]}


# ---- which of several orders


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("signed its first contract with Hanwha for 212 K9 howitzers", 1),
        ("the initial order for 48 guns", 1),
        ("signed a second executive contract with South Korea for 72 Chunmoo launchers", 2),
        ("a third contract, worth 5.6 trillion won", 3),
        ("ordered a second batch of 10 K9 howitzers", 2),
        ("signed a follow-on contract for 40 K9 howitzers", LATER),
        ("placed a repeat order for 100 K9 howitzers", LATER),
        ("exercised an option for four K9 howitzers", LATER),
        ("took up the option on ten", LATER),
        ("4 K9 howitzers; option on 2017 deal", LATER),
        ("ordered another 12 howitzers", LATER),
        ("signed a contract for 180 K2 tanks", None),
        ("signed a new contract for 180 K2 tanks", None),
        ("a contract with an option for 18 more", None),
        ("the second largest buyer of tanks signed a contract", None),
        ("the first K2 tanks arrived", None),
        ("a second-hand gun was bought", None),
    ],
)
def test_words_tell_which_order(words: str, order: int | None) -> None:
    assert order_of(_quoted(words, Stage.SIGNED)) == order


def test_a_lot_that_was_handed_over_is_not_an_order() -> None:
    assert order_of(_quoted("received the first batch of 10 howitzers", Stage.DELIVERED)) is None


def _quoted(words: str, stage: Stage) -> Transfer:
    from attrs import evolve

    from kordef.evidence import Evidence

    transfer = Document("one").transfer(stage=stage)
    quote = Evidence(source=transfer.source, field="", start=0, end=len(words), exact=words)
    return evolve(transfer, evidence=(quote,))


# ---- totals, the command line, rules of one's own


def test_a_total_says_what_it_may_count_twice() -> None:
    data, records = told(first, second)
    found = total(data.transfers, weapon="K2")
    assert str(found.number("K2")) == "466"
    (goods,) = found.goods
    assert [one.possibly for one in goods.counted] == [(records[1].id,), (records[0].id,)]
    once = total(data.transfers, weapon="K2", possible_once=True)
    assert str(once.number("K2")) == "216 to 250"
    assert [one.possibly for one in once.goods[0].counted] == [()]
    assert [one.reason for one in once.left_out] == [Omission.POSSIBLE]


def test_sums_in_two_currencies_may_be_of_one_deal() -> None:
    data, records = told(first, lambda d: d.transfer(number=250, signed="2022-07", value=eur("3.1")))
    found = total(data.transfers)
    assert [one.possibly for sums in found.values for one in sums.counted] == [(records[0].id,), (records[1].id,)]
    once = total(data.transfers, possible_once=True)
    assert [str(sums.value) for sums in once.values] == ["3.4 billion USD"]


def test_a_total_of_surely_two_deals_says_nothing() -> None:
    data, _ = told(first, lambda d: d.transfer(number=250, signed="2024-07"))
    for once in (False, True):
        found = total(data.transfers, possible_once=once)
        assert str(found.number("K2")) == "466"
        assert not any(one.possibly for sums in found.goods for one in sums.counted)


def test_the_command_line_shows_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")  # or words that are looked for may stand on two lines
    data, _ = told(first, second)
    path = tmp_path / "data.json"
    write_dataset(data, path)
    (possible,) = data.possible_cases
    assert main(["cases", str(path)]) == 0
    shown = capsys.readouterr().out
    assert f"{possible.id}  possible transfer KR to PL" in shown
    assert "perhaps one, perhaps two: [1] and [2] come to 1, where 5 is enough" in shown
    assert "conflict in number of K2 Black Panther: 216 and 250 differ by 34" in shown
    assert shown.endswith("0 cases, 0 conflicts; 1 possible case\n")
    assert main(["explain", str(path), possible.id]) == 0
    assert "[1] and [2] compared: 1, where 5 is enough" in capsys.readouterr().out
    assert main(["total", str(path)]) == 0
    assert "which is counted as well" in capsys.readouterr().out
    assert main(["total", str(path), "--possible-once"]) == 0
    assert "216 to 250" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("possible = 3", "must be a table of fields"),
        ('possible = { weight = "differ" }', "a field must be one of recipient"),
        ('possible = { number = "same" }', "number must be one of near, apart, differ"),
    ],
)
def test_rules_that_make_no_sense(line: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(f"[transfer]\nenough = 5\napart = 0\n{line}\n", "utf-8")
    with pytest.raises(InvalidValue, match=message):
        read_rules(path)


# ---- invented pairs of short documents


def test_invented_pairs(capsys: pytest.CaptureFixture[str]) -> None:
    """Of one deal told with disagreement the claims are shown; deals that look alike are never one."""
    counts: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    for line in lines("invented"):
        texts = [read_text(f"{side}.txt", line[side]) for side in ("left", "right")]
        records = [kordef.extract(text).records for text in texts]
        if not all(any(isinstance(record, Transfer) for record in each) for each in records):
            counts[line["label"], "missing"] += 1
            continue
        data = Dataset.of([record for each in records for record in each])
        outcome = "case" if _deals(data.cases) else "possible" if _deals(data.possible_cases) else "apart"
        counts[line["label"], outcome] += 1
        if (line["label"] == "same") == (outcome == "apart"):
            wrong.append(f"{line['label']} {outcome}: {line['left']} | {line['right']}")
    with capsys.disabled():
        print("\ninvented pairs:", ", ".join(f"{label} {what} {n}" for (label, what), n in sorted(counts.items())))
    same, other = (
        sum(n for (label, what), n in counts.items() if label == wanted and what != "missing")
        for wanted in ("same", "not_same")
    )
    assert counts["same", "apart"] <= 0.1 * same, "\n".join(wrong)
    assert counts["not_same", "case"] <= 0.05 * other, "\n".join(wrong)
    assert counts["not_same", "possible"] <= 0.1 * other, "\n".join(wrong)
    assert counts["same", "missing"] + counts["not_same", "missing"] <= 0.1 * (same + other)


def _deals(cases: tuple[kordef.Case, ...]) -> bool:
    return any(case.type == "transfer" for case in cases)
