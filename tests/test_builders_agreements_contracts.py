"""Contracts for arms that a text calls agreements are transfers, and no agreements."""

from __future__ import annotations

import pytest

from kordef.pipeline import extract
from kordef.reading import read_text
from kordef.records import Agreement


def kinds(text: str) -> list[str]:
    records = extract(read_text("test.txt", "Notes of the week\n\n" + text + "\n")).records
    return [str(r.kind) for r in records if isinstance(r, Agreement)]


@pytest.mark.parametrize(
    "text",
    [
        "KAI has signed a $700 million agreement with the Peruvian navy to supply 12 FA-50 jets.",
        "KAI signed an agreement with the Peruvian Ministry of Defence to deliver 12 FA-50 jets by 2030.",
        "Peru and South Korea signed an agreement in 2014 for the delivery of 12 FA-50 jets.",
        "Hyundai Rotem hopes for a second contract for 180 K2 tanks for Poland. The forthcoming agreement was set to be signed.",
        "Poland signed for 180 K2 tanks from South Korea. The final agreement was signed in August.",
    ],
)
def test_a_contract_is_no_agreement(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and South Korea signed an agreement on defence cooperation in Lima.", ["other"]),
        ("Peru signed a framework agreement with Hyundai Rotem for 150 K2 tanks.", ["framework_agreement"]),
        ("KAI signed a memorandum of understanding with ENAER of Chile to offer the FA-50.", ["mou"]),
    ],
)
def test_cooperation_is_one(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "South Korea signed a deal with Egypt to provide its K9 howitzers. The agreement, inked between Hanwha and Egypt's "
            "Defense Ministry, includes the production of K9s.",
            [],
        ),
        ("Hanwha signed a defense agreement worth $717 million with Australia to provide its army radars.", []),
        ("Canada is seeking a partnership with an experienced shipbuilder. Seoul offered Canada four submarines.", []),
        (
            "Peru ordered 12 FA-50s. Peru and South Korea signed an agreement on defence cooperation. The agreement was signed "
            "in Lima.",
            ["other"],
        ),
    ],
)
def test_the_agreement_may_be_a_contract(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected
