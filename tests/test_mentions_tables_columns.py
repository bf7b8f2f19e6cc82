"""Columns of tables under "Ordered", "In service" and the like: years in some tables, numbers in others."""

from __future__ import annotations

import pytest

from kordef.catalogue import load
from kordef.mentions.dates.finder import find_dates
from kordef.mentions.values.finder import find_values
from kordef.reading import read_text


def columns(heading: str, *cells: str) -> tuple[list[str], list[str]]:
    """What is read as a number and what as a year in the second column of a table."""
    rows = "\n".join(f"| Type {letter} | {cell} |" for letter, cell in zip("ABCDE", cells, strict=False))
    text = f"Vehicles of the army\n\nThe ministry gave a list.\n\n| Type | {heading} |\n|---|---|\n{rows}\n"
    document = read_text("page", text)
    values = [m.exact for m in find_values(document, load()) if m.cell is not None]
    dates = [m.exact for m in find_dates(document) if m.cell is not None]
    return values, dates


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("In service", ("212", "1990", "2000")),
        ("Ordered", ("1950", "350", "12")),
        ("In service", ("1,200", "260", "2015")),
        ("Deliveries", ("24", "36", "0")),
        ("Delivery", ("18", "2024", "6")),
        ("Number ordered", ("1990", "2001", "2010")),
        ("Quantity", ("1950", "2000", "1999")),
    ],
)
def test_columns_of_numbers(heading: str, cells: tuple[str, ...]) -> None:
    assert columns(heading, *cells) == (list(cells), [])


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("In service", ("2019", "2023", "2015")),
        ("Ordered", ("2017", "2022", "2014")),
        ("Deliveries", ("2012-2014", "2020", "2023")),
        ("Delivery", ("2024", "2025-2027", "2030")),
        ("Year of order", ("2017", "2018", "2019")),
        ("Entry into service", ("1985", "1999", "2003")),
    ],
)
def test_columns_of_years(heading: str, cells: tuple[str, ...]) -> None:
    assert columns(heading, *cells) == ([], list(cells))


@pytest.mark.parametrize("heading", ["Rank", "No.", "ID", "Position"])
def test_columns_that_number_the_rows_are_neither(heading: str) -> None:
    assert columns(heading, "1", "2", "3") == ([], [])


@pytest.mark.parametrize("heading", ["No.", "Nr", "#"])
def test_columns_of_numbers_of_goods(heading: str) -> None:
    assert columns(heading, "54", "54", "36") == (["54", "54", "36"], [])


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("USA (45), Germany (12), Poland (11)", ["45", "12", "11"]),
        ("South Korea (42), USA (40)", ["42", "40"]),
        ("Israel (6.9); Italy (2)", ["6.9", "2"]),
        ("Poland (7)", ["7"]),
    ],
)
def test_shares_in_brackets_behind_names(cell: str, expected: list[str]) -> None:
    text = f"Importers\n\nThe list:\n\n| Importer | Main suppliers (share, %) |\n|---|---|\n| Norway | {cell} |\n| Chad | none |\n"
    found = [m for m in find_values(read_text("page", text), load()) if m.cell is not None]
    assert [m.exact for m in found] == expected
    assert {m.unit for m in found} == {"percent"}
