"""Values and what looks like them: times of entries, calibres with slashes, contrasts, trainers that fly, scales of tables."""

from __future__ import annotations

import pytest

from kordef.mentions.values.finder import find_values, values_in
from kordef.reading import read_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # times of an entry or a page
        ("21.12 – Talks end in Oslo", []),
        ("19.48 | Coffee up again", []),
        ("Published 14 March 2024, 19.05", []),
        ("19.48 million – and rising", ["19.48 million"]),
        ("12.5 – 13.5 percent of the total", ["12.5 – 13.5 percent"]),
        ("It cost 19.05 euros", ["19.05 euros"]),
        # calibres with one unit
        ("a 127/239/400mm rocket launcher", ["127", "239", "400mm"]),
        ("a 105/155 mm gun", ["105", "155 mm"]),
        ("on 12/15 mm plate", ["12", "15 mm"]),
        # one of two numbers has the unit of both
        ("at a rate of 4.00 instead of 3.70 zlotys", ["4.00", "3.70 zlotys"]),
        ("spent 4 rather than 5 per cent", ["4", "5 per cent"]),
        ("a profit of 1.2 bn zloty against 690 m in 2023", ["1.2 bn zloty", "690 m"]),
        # hedges and what only looks like one
        ("a case valued at $48 million and below the threshold", ["$48 million"]),
        ("cases valued at $48 million and below", ["$48 million and below"]),
        ("barely four months after signature", ["barely four months"]),
        ("is short of 2,300 sailors", ["2,300 sailors"]),
        ("fell short of 2,300 sailors", ["short of 2,300 sailors"]),
        # parts of names, and of adverbs
        ("Link 16 terminals and radios", []),
        ("the answer is only half right", []),
        ("half the batteries came", ["half"]),
        ("a contract for 17 AM-70 EX vehicle-launched bridges", ["17 AM-70 EX vehicle-launched bridges"]),
        ("one (1) coastal battery", ["one (1) coastal battery"]),
        ("31 percent more than a year earlier", ["31 percent"]),
        ("more than a year later", ["more than a year"]),
        ('"0" means that no unit was handed over', []),
    ],
)
def test_what_is_read(text: str, expected: list[str]) -> None:
    assert [value.exact for value in values_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("bought 9 Hawk trainers", "count"),
        ("up to 30 Hürjet trainers", "count"),
        ("six T-50 trainers", "count"),
        ("30 Danish trainers", "persons"),
        ("30 British Army trainers", "persons"),
        ("twelve trainers", "persons"),
    ],
)
def test_trainers_fly_or_teach(text: str, kind: str) -> None:
    assert [value.kind for value in values_in(text)] == [kind]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # the scale of the title and the currency of the column
        (
            "Table 1. Contract value and payments (millions)\n\nContract\tValue, USD\tPaid, PLN\nK2\t3,370\t12,910\nK9\t5,000\t11,640",
            ["3370000000 USD", "12910000000 PLN", "5000000000 USD", "11640000000 PLN"],
        ),
        (
            "Table 1. Exports (per cent)\n\nState | 2019 | 2024\nItaly | 2.1 | 4.7\nSpain | 3.0 | 3.1",
            ["2.1 percent", "4.7 percent", "3.0 percent", "3.1 percent"],
        ),
        (
            "Table 1. Orders as at 31 March (units)\n\nTank | Delivered in 2024 | Delivered in 2025\nK2 | 56 | 82\nK9 | 70 | 28",
            ["56 item", "82 item", "70 item", "28 item"],
        ),
        (
            "Donor | Allocated, € bn | of which military | Disbursed so far\nItaly | 2.1 | 0.7 | 1.3\nSpain | 3.0 | 1.1 | 0.8",
            [f"{n} EUR" for n in (2100000000, 700000000, 1300000000, 3000000000, 1100000000, 800000000)],
        ),
        (
            "Totals by donor (EUR million, pledged / delivered)\n\nGermany         88 / 61\nItaly           58 / 36\nSpain            9 / 9",
            [f"{n}000000 EUR" for n in (88, 61, 58, 36, 9, 9)],
        ),
        (
            "Programme | Outturn, SEK m | Staff ('000)\nMateriel | 38 410 | 12\nPersonnel | 21 036 | 9",
            ["38410000000 SEK", "12000 person", "21036000000 SEK", "9000 person"],
        ),
    ],
)
def test_cells(body: str, expected: list[str]) -> None:
    document = read_text("table.txt", f"A page about money\n\nThe figures are below, in a table.\n\n{body}\n")
    found = [value for value in find_values(document) if value.cell is not None]
    assert [f"{value.amount.low:f} {value.unit}" for value in found] == expected
    assert not [value.exact for value in find_values(document) if value.exact == "millions"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It trains 60 operators. Warsaw has an option for 460 more.", ["persons", "count"]),
        ("It trains 60 pilots. Qatar is considering 12 more.", ["persons", "count"]),
        ("The army has 60 pilots. It needs 12 more.", ["persons", "persons"]),
        ("The mission has 300 soldiers, and 40 more will follow.", ["persons", "persons"]),
        ("The crew is 120 sailors. The navy ordered three more.", ["persons", "count"]),
    ],
)
def test_more_of_what(text: str, kinds: list[str]) -> None:
    assert [value.kind for value in values_in(text)] == kinds
