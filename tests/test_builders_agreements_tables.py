"""Agreements in the rows of tables, and tables of other things."""

from __future__ import annotations

import pytest

import kordef
from kordef.records import Actor, Agreement


def agreements(text: str) -> list[tuple[str, tuple[str, ...], str, str | None]]:
    extraction = kordef.extract(kordef.read_text("table.txt", text))
    names = {r.id: r.code or r.name for r in extraction.records if isinstance(r, Actor)}
    return [
        (
            str(r.kind),
            tuple(names[p] for p in r.parties),
            str(r.status),
            (r.signed or r.in_force).edtf if r.signed or r.in_force else None,
        )
        for r in extraction.records
        if isinstance(r, Agreement)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Who is tied to Oslo\n\nNorway's armed forces have papers with three partners.\n\n"
            "Partner | Instrument | Year | State\nPoland | memorandum of understanding | 2019 | in force\n"
            "Chile | defence cooperation agreement | – | under negotiation\nOman | memorandum of understanding | 2008 | lapsed\n",
            [
                ("mou", ("NO", "PL"), "in_force", "2019"),
                ("other", ("NO", "CL"), "negotiating", None),
                ("mou", ("NO", "OM"), "ended", None),
            ],
        ),
        (
            "Treaties awaiting entry into force\n\nMinistry of Defence of Estonia\n\n"
            "Partner | Subject | Signed\nCyprus | Search and rescue | Tallinn, 14.09.2021\n"
            "Georgia | Military training | Tbilisi, 11.03.2022\n",
            [
                ("treaty", ("EE", "CY"), "signed", "2021-09-14"),
                ("treaty", ("EE", "GE"), "signed", "2022-03-11"),
            ],
        ),
        (
            "EU security partnerships\n\nTable 2. The European Union's security and defence partnerships\n\n"
            "Partner | Signed | Status\nMoldova | 21 May 2024 | in force\nSouth Korea | November 2024 | in force\n",
            [
                ("partnership", ("European Union", "MD"), "in_force", "2024-05-21"),
                ("partnership", ("European Union", "KR"), "in_force", "2024-11"),
            ],
        ),
        (
            "Romania's defence treaties\n\nCountry\tDocument\tDate\tIn force\n"
            "South Korea\tAgreement on the protection of military information\t2023\t2024\n"
            "Poland\tMemorandum on air defence\t5 March 2022\t-\n",
            [
                ("other", ("RO", "KR"), "in_force", "2023"),
                ("mou", ("RO", "PL"), "signed", "2022-03-05"),
            ],
        ),
        (
            "Bilateral defence papers of the year\n\nParties | Paper | Date\n"
            "Japan, Philippines | reciprocal access agreement | 8 July 2024\n"
            "Finland, Norway | memorandum of understanding | 3 May 2024\n",
            [
                ("other", ("JP", "PH"), "signed", "2024-07-08"),
                ("mou", ("FI", "NO"), "signed", "2024-05-03"),
            ],
        ),
    ],
)
def test_each_row_is_an_agreement(text: str, expected: list[tuple[str, tuple[str, ...], str, str | None]]) -> None:
    assert agreements(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Handball: the army's cup\n\nTeam | Played | Points\nNorway | 5 | 12\nJapan | 4 | 9\n",
        "Defence spending of the allies\n\nCountry | 2022 | 2023\nPoland | 2.2 | 3.9\nEstonia | 2.1 | 2.7\n",
        "The army's embassies\n\nCountry | Attaché | Since\nChile | Col. Soto | 2020\nPeru | Col. Rios | 2021\n",
        "Norway's arms trade\n\nPartner | Agreement | Year\nNone | - | -\n",
        "Arms sales of Sweden\n\nBuyer | Weapon | Number | Year\nPeru | AT4 launcher | 100 | 2020\nChile | RBS 70 | 12 | 2021\n",
    ],
)
def test_no_agreement(text: str) -> None:
    assert agreements(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Type of agreement: Memorandum of understanding\nParties: Poland, Republic of Korea\nSigned: 27 July 2022\n"
            "Entry into force: on signature",
            [("mou", ("PL", "KR"), "signed", "2022-07-27")],
        ),
        (
            "Agreement on Defence Cooperation. Parties: Finland, United States. Signed: Washington, 18 December 2023. Entered into "
            "force: 1 September 2024.",
            [("other", ("FI", "US"), "in_force", "2023-12-18")],
        ),
        (
            "Document: Framework agreement on defence industry\nBetween: Spain and Brazil\nDate of signature: 6 March 2024",
            [("framework_agreement", ("ES", "BR"), "signed", "2024-03-06")],
        ),
        (
            "Title: Treaty on mutual defence\nContracting parties: Norway, Sweden\nEntry into force: 3 May 2021",
            [("treaty", ("NO", "SE"), "in_force", "2021-05-03")],
        ),
        (
            "Instrument: Memorandum of understanding\nSignatories: Chile; Peru\nDate of signature: 3 May 2021\nPlace: Lima",
            [("mou", ("CL", "PE"), "signed", "2021-05-03")],
        ),
    ],
)
def test_boxes_of_facts(text: str, expected: list[tuple[str, tuple[str, ...], str, str | None]]) -> None:
    assert agreements(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Agreement: lease of a flat\nParties: Ola Berg, Kari Dahl\nSigned: 3 May 2021",
        "Type: birthday\nParties: two in Norway\nDate: 3 May 2021",
        "Title: Treaty on mutual defence\nParties: Norway\nSigned: 3 May 2021",
    ],
)
def test_other_boxes_tell_of_no_agreement(text: str) -> None:
    assert agreements(text) == []
