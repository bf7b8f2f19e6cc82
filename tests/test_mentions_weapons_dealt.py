"""Classes that are dealt in by tables, labels and prices, counts that deal in nothing, and ships by their rank."""

from __future__ import annotations

import pytest
from weapon_notation import shown, weapons_of

BESIDE = " The army has K9 howitzers and Leopard 2 tanks."
TABLE = (
    "{}\n\nDate | Supplier | Customer | {} | Value\n6 Oct. | Alpha | Finland | 155 mm shells, 3-year framework | EUR 200m\n"
    "8 Oct. | Bravo | Poland | 120 mm tank ammunition | KRW 290bn\n"
)


def items(text: str) -> list[str]:
    return [weapon.exact for weapon in weapons_of(text + BESIDE) if weapon.item]


@pytest.mark.parametrize(("heading", "found"), [("What", 2), ("Equipment", 2), ("Remarks", 0)])
def test_goods_of_a_table_of_deals(heading: str, found: int) -> None:
    page = TABLE.format("{}", heading)
    assert sum(weapon.item for weapon in weapons_of("A list follows.", page)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Deal: portable radars (Norvik Sensors), under study.", ["radars"]),
        ("The yard will pour €2 billion into submarines this year.", ["submarines"]),
        ("The choice for the A$10bn landing craft will come soon.", ["landing craft"]),
        ("The field for up to 12 submarines is down to two yards.", ["submarines"]),
        ("2025: choice of an infantry fighting vehicle by the staff.", ["infantry fighting vehicle"]),
        ("It laid the keel of the second of two patrol ships for Suva.", ["patrol ships"]),
        ("The initiative has delivered 3.5 million large-calibre rounds.", ["rounds"]),
        ("Delivered under the plan for a million rounds: half of them.", ["rounds"]),
        ("155 mm ammunition from Norvik for NOK 600m.", ["155 mm ammunition"]),
        ("The boats were bought: four batteries, each of two launchers with eight missiles apiece.", []),
        ("The fleet, 28 aircraft strong, was bought long ago.", []),
        ("Ten nations had sent 8,000 troops, 40 submarines and 30 aircraft.", []),
        ("0 new submarines were delivered.", []),
        ("Transfers of major weapons rose, and sales of major weapons fell.", []),
        ("Projects for submarines and corvettes are passing through the production stage.", []),
        ("The munition delivers sub-munitions.", []),
    ],
)
def test_what_is_dealt_in(text: str, found: list[str]) -> None:
    assert items(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The navy has received Kalina, first of its four FDI frigates, at Lorient.", "Kalina=x:kalina:frigate"),
        ("The yard launched BRP Rajah Lama, the third of the six corvettes that Manila ordered.", "BRP Rajah Lama=x:brp-rajah-lama:corvette"),
        ("The frigate NRP D. Fernando de Almada sailed.", "frigate NRP D. Fernando de Almada=x:nrp-d-fernando-de-almada:frigate"),
        ("The corvette D. Afonso IV sailed.", "corvette D. Afonso IV=x:d-afonso-iv:corvette"),
        ("The navy looked at HD Hyundai Heavy Industries' HDF-3500 in 2024.", "HDF-3500=x:hdf-3500:None"),
        ("LIG Nex1 sold Cheongung-Ⅱ missiles to Iraq.", "Cheongung-Ⅱ missiles=m-sam-ii:missile"),
    ],
)  # fmt: skip
def test_names_of_ships_and_makes(text: str, found: str) -> None:
    assert found in [shown(weapon) for weapon in weapons_of(text + BESIDE)]


def test_the_noun_of_the_others_stays_with_them() -> None:
    text = "The yard launched BRP Rajah Lama, the third of the six corvettes that Manila ordered."
    assert "corvettes" in items(text)


@pytest.mark.parametrize(
    "text", ["Saab's FY2024 results rose.", "Boeing's A2 paper came.", "The yard's HDF-3500 came."]
)
def test_no_make(text: str) -> None:
    assert [weapon.exact for weapon in weapons_of(text + BESIDE)] == ["K9 howitzers", "Leopard 2 tanks"]


def test_a_ship_without_its_prefix_is_no_weapon_of_its_name() -> None:
    text = "USS Patriot (MCM 7) returned. From USS Patriot Public Affairs. Patriot hosted the guests. A Patriot missile was shown."
    keys = [weapon.key for weapon in weapons_of(text)]
    assert keys == ["weapon:x:uss-patriot"] * 2 + ["weapon:patriot"]


def test_a_name_in_capitals_behind_its_noun() -> None:
    assert "howitzer KRAVEL=x:kravel:howitzer" in [
        shown(w) for w in weapons_of("It bought the howitzer KRAVEL." + BESIDE)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Egypt has eight submarines in its fleet.", ["submarines"]),
        ("The group counts eight submarines.", []),
        ("Notes: Includes battle tanks and carriers.", []),
    ],
)
def test_what_a_state_holds(text: str, found: list[str]) -> None:
    assert items(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A U.S. destroyer, the USS Oscar Bolt, was not let through.",
            "destroyer, the USS Oscar Bolt=x:uss-oscar-bolt:destroyer",
        ),
        ("Two corvettes, KRI Dipa and KRI Hasan, sailed.", "KRI Hasan=x:kri-hasan:corvette"),
    ],
)
def test_a_list_of_ships_shares_its_noun(text: str, found: str) -> None:
    assert found in [shown(weapon) for weapon in weapons_of(text)]


def test_what_only_describes_the_last_of_a_list_is_not_dealt_in() -> None:
    assert items("The sale includes artillery, tank, and machine gun ammunition.") == ["ammunition"]


def test_wheels_with_the_sign_of_multiplication() -> None:
    assert "Patria 6×6 armored vehicles=patria-6x6:armored vehicle" in [
        shown(w) for w in weapons_of("It bought 40 Patria 6×6 armored vehicles.")
    ]
