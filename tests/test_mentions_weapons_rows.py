"""Weapons that no catalogue knows, in rows whose next cell says what they are."""

from __future__ import annotations

import pytest
from transfer_reading import read

TABLE = (
    "Register\n\nRecipient | No. | Designation | Description | Year of order\n"
    "Peru | 12 | {} | {} | 2019\n"
    "Chile | 3 | Rafale | Fighter aircraft | 2018\n"
)


@pytest.mark.parametrize(
    ("name", "description", "category"),
    [
        ("Brumelo", "155mm self-propelled gun", "self-propelled gun"),
        ("Brumelo", "SAM system", "surface-to-air missile system"),
        ("Brumelo Mk-2", "Armoured car", "armoured car"),
        ("Alkmaar", "MCM ship", "mcm ship"),
        ("Thaon di Revel", "Frigate", "frigate"),
        ("Castor class", "OPV", "patrol vessel"),
        ("XY-70", "Anti-tank missile", "anti-tank missile"),
    ],
)
def test_names(name: str, description: str, category: str) -> None:
    page, _ = read(TABLE.format(name, description))
    found = {w.exact: w.category for w in page.mentions.weapons}
    assert found.get(name) == category


def test_a_name_is_that_of_the_weapon_that_fits() -> None:
    page, _ = read(TABLE.format("Jaguar EBRC", "Armoured car"))
    assert "weapon:ebrc-jaguar" in {w.key for w in page.mentions.weapons}
    page, _ = read(TABLE.format("Typhoon", "Combat aircraft"))
    assert "weapon:eurofighter" in {w.key for w in page.mentions.weapons}


@pytest.mark.parametrize(
    ("name", "description"),
    [("Lima", "Capital city"), ("France", "Tank"), ("cement", "Frigate"), ("about ten", "Submarine")],
)
def test_other_cells_are_no_names(name: str, description: str) -> None:
    page, _ = read(TABLE.format(name, description))
    assert name not in {w.exact for w in page.mentions.weapons}


def test_a_row_without_year_and_number_proves_nothing() -> None:
    page, _ = read("Museum\n\nHall | Exhibit | Kind\nNorth | Brumelo | Tank\nSouth | Castor | Frigate\n")
    assert {"Brumelo", "Castor"}.isdisjoint(w.exact for w in page.mentions.weapons)
