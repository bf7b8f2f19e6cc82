"""Agreements in other orders of words: what is still to be signed, firms that no list has, those who join in, what comes next."""

from __future__ import annotations

import pytest
from test_builders_agreements import agreements, date, parties

Told = list[tuple[str, list[str]]]


def told(text: str) -> Told:
    return sorted((r.status.value, sorted(parties(text, r))) for r in agreements(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Philippines and France have yet to conclude a visiting forces agreement.", [("proposed", ["FR", "PH"])]),
        ("Spain and Chile have yet to sign a defence agreement, officials said.", [("proposed", ["CL", "ES"])]),
        ("Spain has yet to finalise a cooperation pact with Chile.", [("proposed", ["CL", "ES"])]),
        ("Spain has yet to ratify its defence agreement with Chile.", [("signed", ["CL", "ES"])]),
        ("A defence agreement between Spain and Chile has yet to be signed.", [("proposed", ["CL", "ES"])]),
        ("Spain and Chile have not yet signed a defence agreement.", []),
        ("Spain has yet to sign the contract.", []),
        ("Chile and Peru, whose 2018 defence accord has lapsed, are negotiating a new one.",
         [("ended", ["CL", "PE"]), ("negotiating", ["CL", "PE"])]),
        ("Chile and Peru let their 2018 defence agreement lapse and are negotiating a new one with Brazil.",
         [("ended", ["CL", "PE"]), ("negotiating", ["BR", "CL", "PE"])]),
        ("Norway joined Sweden and Finland in signing a defence cooperation agreement on 7 July 2023.", [("signed", ["FI", "NO", "SE"])]),
        ("Norway signed a defence cooperation agreement alongside Sweden and Finland on 7 July 2023.", [("signed", ["FI", "NO", "SE"])]),
        ("Austria joined Switzerland and Germany in signing the Sky Shield memorandum on 7 July 2023.", [("signed", ["AT", "CH", "DE"])]),
        ("Talks in Oslo between Greece and Turkey ended with a joint declaration on 9 May 2025.", [("announced", ["GR", "TR"])]),
        ("The Paris-Berlin treaty was signed in 2019.", [("signed", ["DE", "FR"])]),
        ("The London-Paris treaty was signed in 2010.", [("signed", ["FR", "GB"])]),
    ],
)  # fmt: skip
def test_orders(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hanwha Ocean has signed a letter of intent with Canada's BlackBerry for secure communications.", ["BlackBerry", "Hanwha Ocean"]),
        ("Saab has signed a memorandum of understanding with OpenText on cyber security.", ["OpenText", "Saab"]),
        ("Airbus signed a teaming agreement with Portugal's OGMA in March 2025.", ["Airbus", "OGMA"]),
        ("Saab signed an agreement with Canada's Calian on training.", ["Calian", "Saab"]),
        ("Bell Textron and Romania's IAR Brasov have agreed a partnership to service helicopters.", ["Bell Textron", "IAR Brasov"]),
        ("Saab signed an agreement with Poland's Ministry of Defence on training.", ["PL", "Saab"]),
        ("Saab signed an agreement with Canada on training.", ["CA", "Saab"]),
        ("Germany's Rheinmetall signs agreement with Embraer", ["Embraer", "Rheinmetall"]),
        ("Germany's Rheinmetall and Brazil's Embraer sign agreement", ["Embraer", "Rheinmetall"]),
        ("Spain's Indra signs MoU with Saab on radars", ["Indra", "Saab"]),
    ],
)  # fmt: skip
def test_firms(text: str, expected: list[str]) -> None:
    assert told(text) == [("signed", expected)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ghana and Russia have an intergovernmental agreement on military advisers, dated May 2019.", "2019-05"),
        ("Ghana and Russia have an agreement on military advisers dated May 2019.", "2019-05"),
        ("Greece and Armenia signed a military cooperation programme for 2025 in Yerevan in December 2024.", "2024-12"),
        ("Greece and Armenia signed a cooperation programme for 2025.", None),
        ("Bulgaria and Montenegro signed a plan for bilateral military cooperation on 18 March 2025.", "2025-03-18"),
    ],
)
def test_dates(text: str, day: str | None) -> None:
    assert [date(r) for r in agreements(text)] == [day]
