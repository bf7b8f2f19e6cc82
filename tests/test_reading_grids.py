"""Tables as separated values, with empty cells between tabulators, set with blanks, and of one row."""

from __future__ import annotations

import time

import pytest

from kordef.document import Document
from kordef.reading import read_text


def tables(text: str) -> list[list[list[str]]]:
    document: Document = read_text("a.txt", text)
    return [
        [[document.quote(cell) for cell in row] for row in (*block.table.header, *block.table.rows)]
        for block in document.blocks
        if block.table
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            'Deals\n\nSupplier,Item,Number,Comments\nSpain,C-295,3,"first, for navy"\nItaly,NH-90,12,\n',
            [
                ["Supplier", "Item", "Number", "Comments"],
                ["Spain", "C-295", "3", "first, for navy"],
                ["Italy", "NH-90", "12", ""],
            ],
            id="commas and quotation marks",
        ),
        pytest.param(
            "Deals\n\nSupplier;Item;Number;Comments\nSpain;C-295;3;first; for navy\n;NH-90;12;aid\n",
            [
                ["Supplier", "Item", "Number", "Comments"],
                ["Spain", "C-295", "3", "first; for navy"],
                ["", "NH-90", "12", "aid"],
            ],
            id="semicolons, one of them in the last cell, and an empty first cell",
        ),
        pytest.param(
            "Deals\n\nSpain\t\tC-295\t3\n\tItaly\tNH-90\t12\nGreece\t\t\t4\n",
            [["Spain", "", "C-295", "3"], ["", "Italy", "NH-90", "12"], ["Greece", "", "", "4"]],
            id="empty cells between tabulators",
        ),
        pytest.param(
            "Deals\n\n"
            "Buyer       No.   Item      Year   Remarks\n"
            "Estonia     12    CAESAR    2024   new\n"
            "            6     HIMARS           from the\n"
            "                                   United States\n"
            "Latvia            NSM       2023\n",
            [
                ["Buyer", "No.", "Item", "Year", "Remarks"],
                ["Estonia", "12", "CAESAR", "2024", "new"],
                ["", "6", "HIMARS", "", "from the\n                                   United States"],
                ["Latvia", "", "NSM", "2023", ""],
            ],
            id="set with blanks",
        ),
    ],
)
def test_tables(text: str, rows: list[list[str]]) -> None:
    assert tables(text) == [rows]


def test_groups_of_rows_and_rows_that_stand_alone() -> None:
    text = "Deals\n\nSpain\nPeru | 3 | C-295 | 2014 | aid\n\nItaly\nQatar | 28 | NH-90 | 2018 | new\n | 4 | M-346 | 2019 | -\n"
    assert tables(text) == [
        [["Peru", "3", "C-295", "2014", "aid"]],
        [["Qatar", "28", "NH-90", "2018", "new"], ["", "4", "M-346", "2019", "-"]],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Norway, Finland, Estonia, Latvia and Poland\nSweden, Denmark, Iceland, Ireland and Spain\n",
        "The supplier, the item, the number, the year.\nHe paid, she signed, they left, all agreed.\n",
        "Home | News | Sport | Weather | Shop\n\nStory.\n\nHome | News | Sport | Weather | Shop\n",
    ],
)
def test_no_tables(text: str) -> None:
    assert tables("Title\n\n" + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "a    b    c    d    12\n" * 20000,
        "a    b    c    d    12\nxx\n\n" * 15000,
        ("Supplier,Recipient,No,Item,Year\n" + "A,B,3,K9,2018\n" * 3) * 4000,
        'Supplier,Item,Number,"' + '"a,' * 100000,
        "a | b | 12 | d | e\n\n" * 20000,
    ],
)
def test_time_is_linear(text: str) -> None:
    begin = time.perf_counter()
    read_text("a.txt", text)
    assert time.perf_counter() - begin < 20


ENTRIES = """Deliveries

Recipient: Norway
12 FA-50 | light combat aircraft | ordered 2014 | delivered 12 (2015-2017)
Comments: EUR46 m deal; second-hand

Recipient: Peru
2 HDF-3000 | frigate | ordered 2022 | delivered 0
Remarks: option on two more
"""


def test_rows_and_remarks_of_a_register_are_no_menu_and_no_headings() -> None:
    document = read_text("page.txt", ENTRIES)
    kinds = {document.text[b.start : b.end].split(" ")[0]: b.kind.value for b in document.blocks}
    assert kinds["Recipient:"] == "heading"
    assert {kinds[word] for word in ("12", "2", "Comments:", "Remarks:")} == {"paragraph"}


def test_a_menu_between_bars_stays_a_menu() -> None:
    document = read_text("page.txt", "Norway orders jets\n\nNorway ordered 12 jets.\n\nHome | News | World | Top 10\n")
    assert document.blocks[-1].kind.value == "boilerplate"
