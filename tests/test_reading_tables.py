"""Tables: cells, header rows, titles, and lines that only look like a table."""

from __future__ import annotations

import pytest

from kordef.document import BlockKind, Document, Table
from kordef.reading import read_text
from kordef.vocabulary import Section


def read(text: str) -> Document:
    return read_text("a.txt", text)


def only_table(document: Document) -> Table:
    (table,) = [block.table for block in document.blocks if block.table]
    return table


def words(document: Document, table: Table) -> tuple[list[list[str]], list[list[str]]]:
    header = [[document.quote(cell) for cell in row] for row in table.header]
    return header, [[document.quote(cell) for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("text", "header", "rows"),
    [
        pytest.param(
            "Item | Number | Role\nK9 | 54 | howitzer\nK10 | 36 | resupply vehicle",
            [["Item", "Number", "Role"]],
            [["K9", "54", "howitzer"], ["K10", "36", "resupply vehicle"]],
            id="words over numbers",
        ),
        pytest.param(
            "Range | 40 km\nTop speed | 65 km/h\nCrew | five",
            [],
            [["Range", "40 km"], ["Top speed", "65 km/h"], ["Crew", "five"]],
            id="keys and values have no header",
        ),
        pytest.param(
            "Manufacturer | Hanwha Aerospace\nRange | 40 km\nWeight | 47 tonnes",
            [],
            [["Manufacturer", "Hanwha Aerospace"], ["Range", "40 km"], ["Weight", "47 tonnes"]],
            id="keys and values that begin with words",
        ),
        pytest.param(
            "Country | Commitments\nEstonia | 1.55%\nDenmark | 1.41%",
            [["Country", "Commitments"]],
            [["Estonia", "1.55%"], ["Denmark", "1.41%"]],
            id="two columns, one series",
        ),
        pytest.param(
            "Year | Trade Value (US$) |\n2019 | $547,450,930 |\n2015 | $437,201,544 |",
            [["Year", "Trade Value (US$)"]],
            [["2019", "$547,450,930"], ["2015", "$437,201,544"]],
            id="years and a closing bar",
        ),
        pytest.param(
            "Country | 2023 | 2024 (budget) | Share of GDP\nDenmark | 4,980 | 8,620 | 3.2%\nLatvia | 950 | 1,250 | 3.65%",
            [["Country", "2023", "2024 (budget)", "Share of GDP"]],
            [["Denmark", "4,980", "8,620", "3.2%"], ["Latvia", "950", "1,250", "3.65%"]],
            id="years and words over numbers",
        ),
        pytest.param(
            "Case | 2022 | Poland\nTanks | 2023 | Romania\nJets | 2024 | Norway",
            [],
            [["Case", "2022", "Poland"], ["Tanks", "2023", "Romania"], ["Jets", "2024", "Norway"]],
            id="years in every row head nothing",
        ),
        pytest.param(
            "Country | 2021 | 2022\nPoland | 15.3 | 18.5\nEstonia | 0.7 | 0.8",
            [["Country", "2021", "2022"]],
            [["Poland", "15.3", "18.5"], ["Estonia", "0.7", "0.8"]],
            id="years over numbers",
        ),
        pytest.param(
            "| Country | System | Number |\n|---------|:------:|-------:|\n| Poland | K2 | 180 |\n| Norway | | 24 |",
            [["Country", "System", "Number"]],
            [["Poland", "K2", "180"], ["Norway", "", "24"]],
            id="Markdown with an empty cell",
        ),
        pytest.param(
            "Year\t2023\t2024\nK2\t28\t56\nK9\t48\t72",
            [["Year", "2023", "2024"]],
            [["K2", "28", "56"], ["K9", "48", "72"]],
            id="tabulators",
        ),
        pytest.param(
            "Type        Number    Value\nK2          180       $3.4 billion\nK9          212       $2.4 billion",
            [["Type", "Number", "Value"]],
            [["K2", "180", "$3.4 billion"], ["K9", "212", "$2.4 billion"]],
            id="wide blanks",
        ),
        pytest.param(
            "Importer | Change\nIndia | +4.7%\nChina | -44%\nJapan | +155%",
            [["Importer", "Change"]],
            [["India", "+4.7%"], ["China", "-44%"], ["Japan", "+155%"]],
            id="signs",
        ),
    ],
)
def test_header_and_rows(text: str, header: list[list[str]], rows: list[list[str]]) -> None:
    document = read(
        f"Title of the paper\n\nA sentence stands above the table here.\n\n{text}\n\nAnother one follows it."
    )
    assert words(document, only_table(document)) == (header, rows)


MERGED_AT_THE_END = (
    "Type of weapon | Exported weapons in 2022-2024 (TIVs) | Percentage of total | ||\n"
    "Country | United States | South Korea | United States | South Korea |\n"
    "Artillery | 245 | 735 | 0.6% | 40% |\nAir defense | 1006 | 60 | 2.5% | 3.3% |"
)
MERGED_INSIDE = (
    " | Orders | | Deliveries |\nCountry | 2022 | 2023 | 2022 | 2023\n"
    "Poland | 12.4 | 3.0 | 1.0 | 2.5\nNorway | 0 | 0.2 | 0.1 | 0.1"
)


@pytest.mark.parametrize(
    ("text", "column", "heads"),
    [
        (MERGED_AT_THE_END, 0, ["Type of weapon", "Country"]),
        (MERGED_AT_THE_END, 1, ["Exported weapons in 2022-2024 (TIVs)", "United States"]),
        (MERGED_AT_THE_END, 2, ["Exported weapons in 2022-2024 (TIVs)", "South Korea"]),
        (MERGED_AT_THE_END, 3, ["Percentage of total", "United States"]),
        (MERGED_AT_THE_END, 4, ["Percentage of total", "South Korea"]),
        (MERGED_INSIDE, 0, ["Country"]),
        (MERGED_INSIDE, 1, ["Orders", "2022"]),
        (MERGED_INSIDE, 2, ["Orders", "2023"]),
        (MERGED_INSIDE, 4, ["Deliveries", "2023"]),
        ("Item | Number | Role\nK9 | 54 | gun\nK10 | 36 | truck", 2, ["Role"]),
        ("Range | 40 km\nWeight | 47 tonnes", 1, []),
    ],
)
def test_the_heads_over_a_column(text: str, column: int, heads: list[str]) -> None:
    document = read(f"Title\n\nA sentence stands above it.\n\n{text}")
    assert [document.quote(cell) for cell in only_table(document).heads(column)] == heads


TABLE = "Item | Number\nK9 | 54\nK10 | 36"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Key figures\n", "Key figures"),
        ("Table 1. Contracts signed by Poland, 2022 to 2023\n", "Table 1. Contracts signed by Poland, 2022 to 2023"),
        ("Table: change in imports\n", "Table: change in imports"),
        ("**Table 2: Orders**\n\n", "**Table 2: Orders**"),
        ("The orders so far:\n", "The orders so far:"),
        ("The rest of Europe is out of danger, too.\n", None),
        ("The shares are given below (see Table 1).\n\n", None),
        ("A heading of its own\n\n", None),
    ],
)
def test_titles(above: str, title: str | None) -> None:
    document = read(f"Title of the paper\n\nA sentence stands here.\n\n{above}{TABLE}\n\nMore text follows it.")
    table = only_table(document)
    assert (document.quote(table.title) if table.title else None) == title
    kinds = {block.kind: block.section for block in document.blocks}
    assert kinds[BlockKind.TABLE] is Section.TABLE
    assert (BlockKind.TABLE_TITLE in kinds) is (title is not None)


@pytest.mark.parametrize(
    "text",
    [
        "Home | News | Sport\nLog in | Register | Contact",
        "One lone line | with a bar in it",
        "He said so.   Then   he left.\n\nShe stayed.",
        "SEOUL (Yonhap) | The minister met his counterpart on Monday in the capital.",
    ],
)
def test_no_tables(text: str) -> None:
    document = read(f"Title of the paper\n\nA sentence stands above it.\n\n{text}\n\nAnother one follows it.")
    assert [block for block in document.blocks if block.table] == []


def test_rows_are_the_sentences_of_a_table() -> None:
    document = read(f"Title\n\nA sentence stands here.\n\n{TABLE}")
    row = document.sentence_at(document.text.index("54"))
    assert row is not None
    assert document.quote(row) == "K9 | 54"


def test_a_page_may_put_an_empty_line_between_all_lines() -> None:
    document = read(
        "Paper\n\nState | Exports (%) | Spending\n\nItaly | 4.8 | 38.0\n\nSpain | 3.0 | 24.6\n\nSource: SIPRI | 2025\n\nMore.\n"
    )
    header, rows = words(document, only_table(document))
    assert header == [["State", "Exports (%)", "Spending"]]
    assert rows == [["Italy", "4.8", "38.0"], ["Spain", "3.0", "24.6"]]


def test_an_empty_line_ends_a_table_whose_rows_stand_close() -> None:
    document = read("Paper\n\nState | Share\nItaly | 4.8\nSpain | 3.0\n\nState | Share\nIsrael | 3.1\nTurkey | 1.7\n")
    assert len([block for block in document.blocks if block.table]) == 2


def test_two_lines_with_bars_apart_are_no_table() -> None:
    document = read("Paper\n\nHome | News | Contact\n\nText of a paragraph that goes on.\n\nA | B | C\n")
    assert not [block for block in document.blocks if block.table]
