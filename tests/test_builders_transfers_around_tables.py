"""What headers, titles, remarks and the lines below a table say of all its rows, and of single ones."""

from __future__ import annotations

import pytest
from transfer_reading import notes

SWAPS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Backfill deals\n\nCountry | Handed to Ukraine | Gets from Germany | Deal signed\n"
        "Greece | 40 BMP-1 | 40 Marder 1A3 | September 2022\nSlovakia | 30 BMP-1 | 15 Leopard 2A4 | August 2022\n\n"
        "All German items are gifts.\n",
        (
            "GR>UA donated 2022-09: 40 BMP-1",
            "DE>GR donated 2022-09: 40 Marder",
            "SK>UA donated 2022-08: 30 BMP-1",
            "DE>SK donated 2022-08: 15 Leopard 2A4",
        ),
    ),
    (
        "Who gave what\n\nDonor | To Ukraine | Date\nPoland | 14 MiG-29 | April 2023\nCzech Republic | 20 T-72M1, 10 Mi-24 | 2022\n",
        ("PL>UA donated 2023-04: 14 MiG-29", "CZ>UA donated 2022: 20 T-72M1, 10 Mi-24"),
    ),
    (
        "Promises\n\nState | Promised to Ukraine | When\nNorway | 6 F-16 | 2024\nBelgium | 30 F-16 | May 2024\n",
        ("NO>UA planned 2024: 6 F-16 Fighting Falcon", "BE>UA planned 2024-05: 30 F-16 Fighting Falcon"),
    ),
    (
        "Swaps\n\nPartner | Bought from South Korea | Year\nPoland | 180 K2 | 2022\nEstonia | 18 K9 | 2018\n",
        ("KR>PL signed 2022: 180 K2 Black Panther", "KR>EE signed 2018: 18 K9 Thunder"),
    ),
    (
        "Two ways\n\nPartner | Sends Ukraine | Received from the United States\nGreece | - | 62 M2A2\nCroatia | 30 T-72M1 | 89 M2A2\n",
        ("US>GR signed: 62 M2A2", "HR>UA donated: 30 T-72M1", "US>HR signed: 89 M2A2"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SWAPS)
def test_headers_name_the_other_party(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


RETURNS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Arms transfers reported for 2021\n\nImporting State | Category | Items | Description\n"
        "Kenya | Armoured combat vehicles | 12 | Otokar Cobra II\nPakistan | Attack helicopters | 4 | T129 ATAK\n\n"
        "Exporting State: Türkiye.\n",
        ("TR>KE delivered 2021: 12 Cobra II", "TR>PK delivered 2021: 4 T129 ATAK"),
    ),
    (
        "Annual report of the Netherlands on arms exports, deliveries in 2019\n\nDestination | Goods | Quantity | Remarks\n"
        "Estonia | Armoured vehicles | 44 | CV9035NL, second-hand\nJordan | Self-propelled howitzers | - | none delivered\n"
        "Jordan | Armoured vehicles | 27 | YPR-765\n",
        ("NL>EE delivered 2019: 44 CV9035NL", "NL>JO delivered 2019: 27 YPR-765"),
    ),
    (
        "Reported exports, calendar year 2020\n\nExporter | Importer | Category | Number of items | State of origin | Comments\n"
        "Serbia | Azerbaijan | III. Large-calibre artillery systems | 18 | Serbia | NORA B-52, 155 mm\n"
        "Czechia | Niger | II. Armoured combat vehicles | 21 | USSR | BMP-1, overhauled\n"
        "Slovakia | .. | .. | nil | .. | No transfers in the categories of the Register\n",
        ("RS>AZ delivered 2020: 18 Nora B-52", "CZ>NE delivered 2020: 21 BMP-1"),
    ),
    (
        "National report, annex B: exports\n\nFinal importer State | Subcategory | Number | Remarks\n"
        "Saudi Arabia | Light machine guns | 300 | K3\nPeru | Anti-tank missiles | 60 | Raybolt\n"
        "Chile | Rifles | 640 | Civilian end user\n\nReporting State: Republic of Korea. Period: 2021. Deliveries, not licences.\n",
        ("KR>SA delivered 2021: 300 K3", "KR>PE delivered 2021: 60 AT-1K Raybolt"),
    ),
    (
        # licences say nothing of deliveries, and the end of a period no year
        "Licences reported up to 2021\n\nExporter | Importer | System | Number\nGermany | Hungary | Leopard 2A7 | 44\n"
        "Germany | Norway | Leopard 2A7 | 54\n",
        ("DE>HU signed: 44 Leopard 2A7", "DE>NO signed: 54 Leopard 2A7"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), RETURNS)
def test_reports_of_states(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


BELOW: list[tuple[str, tuple[str, ...]]] = [
    (
        "Table 1. Rocket artillery orders\nBuyer | System | Launchers | Signed | Price\n"
        "Estonia | HIMARS | 6 | Dec 2022 | USD 200 million\nLatvia | HIMARS | 6 (b) | - | USD 220 million\n"
        "(a) No options. (b) Approved by the State Department on 24 October 2023; no letter of acceptance yet.\n",
        (
            "US>EE signed 2022-12: 6 M142 HIMARS = USD 200000000",
            "US>LV planned 2023-10-24: 6 M142 HIMARS = USD 220000000",
        ),
    ),
    (
        "Where the drones went\n\nbuyer | model | units | year of contract\nMorocco | Wing Loong II | 4 | 2020*\n"
        "Nigeria | Wing Loong II | 2 | 2020\n\n* Delivered 2021.\n",
        ("CN>MA delivered 2020: 4 Wing Loong II", "CN>NG signed 2020: 2 Wing Loong II"),
    ),
    (
        "Second-hand tanks\n\nType | Number | Year | Recipient\nLeopard 2A4 | 118 | 2007 | Chile\nLeopard 2A6 | 20 | 2010 | Portugal\n\n"
        "Supplier in every case: the Netherlands.\n",
        ("NL>CL signed 2007: 118 Leopard 2A4", "NL>PT signed 2010: 20 Leopard 2A6"),
    ),
    (
        "Transfers from France to Saudi Arabia / 2010-2019\nNAME | TYPE | ORDER | # | DELIVERY | # | COMMENTS\n"
        "Bastion | APC | 2015 | 71 | 2016 | 71 | Bastion PATSAS version\n"
        "A-330 MRTT | Tanker | 2008 | 3 | 2011-2012 | 3 |\nA-330 MRTT | Tanker | 2009 | 3 | 2014-2015 | 2 |\n"
        "Avante-2200 | Frigate | 2018 | 5 | / | / | delivery planned by 2022\n",
        (
            "FR>SA delivered 2015: 71 Bastion",
            "FR>SA delivered 2008: 3 A330 MRTT",
            "FR>SA delivering 2009: 3 A330 MRTT",
            "FR>SA signed 2018: 5 Avante 2200",
        ),
    ),
    (
        "PAKISTAN (R) - entries under CHINA (S)\n\n 4 | Type-054A/P | frigate | 2017-2018 | $700-1,000 m deal; delivered 2021-2023\n"
        " 36 | J-10C | fighter | 2021 | 20 delivered by end-2022\n 48 | Wing Loong-2 | UAV | .. | press report of 2018, denied since\n",
        (
            "CN>PK delivered 2017/2018: 4 Type 054A/P = USD 700000000-1000000000",
            "CN>PK delivering 2021: 36 J-10C",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), BELOW)
def test_titles_and_notes(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


BLANKS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Latin America\n\nCHILE   S: Netherlands   2  M-class frigate   order 2004   del. 2005-2007   ex-Dutch, modernised first\n"
        "ECUADOR   S: South Africa   12   Cheetah-C   order 2010   del. 2011   $80 m deal incl 5 years of maintenance\n"
        "COLOMBIA   S: Germany   2   Type-206A   order 2012   del. 2012\n",
        (
            "NL>CL delivered 2004: 2 M-class",
            "ZA>EC delivered 2010: 12 Cheetah-C = USD 80000000",
            "DE>CO delivered 2012: 2 Type 206A",
        ),
    ),
    (
        "BRAZIL\tS: France\t4\tScorpene\torder 2009\tdel. 2022-2024\tbuilt in Brazil\n"
        "CHILE\tS: Germany\t118\tLeopard 2A4\torder 2007\tdel. 2007-2009\n",
        ("FR>BR signed 2009: 4 Scorpene", "DE>CL delivered 2007: 118 Leopard 2A4"),
    ),
    (
        "GERMANY   R: Chile   118   Leopard 2A4   ordered 2007   delivered 2007-2009\n"
        "GERMANY   R: Poland   105   Leopard 2A5   ordered 2013   delivered 2014-2015   second-hand\n",
        ("DE>CL delivered 2007: 118 Leopard 2A4", "DE>PL delivered 2013: 105 Leopard 2A5"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), BLANKS)
def test_rows_that_blanks_divide(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


SILENT = [
    "Exchange of pupils\n\nSchool | Sends to Ukraine | Receives from Germany\nGreece | 40 pupils | 20 pupils\nPoland | 3 | 15\n",
    "Prices\n\nItem | Class | Number | Remarks\nTractor | heavy | 12 | none sold\nPlough | light | 3 | K2 model\n",
    "Fleet\n\nSHIPS   S: harbour   2   ferries   order 2004   del. 2005\nBOATS   S: river   4   barges   order 2006   del. 2007\n",
    "Holdings reported for 2021\n\nCountry | Tanks | Aircraft\nPoland | 800 | 94\nGreece | 1200 | 230\n",
]


@pytest.mark.parametrize("text", SILENT)
def test_other_tables(text: str) -> None:
    assert notes(text) == ()
