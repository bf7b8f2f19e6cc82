"""Registers as tables: suppliers in headings, headers printed once or not at all, empty cells, and every form of a row."""

from __future__ import annotations

import pytest
from transfer_reading import notes, read

from kordef.builders.observations import builder as observations
from kordef.vocabulary import Term

HEADS = (
    "Supplier/ recipient (R) | No. ordered | Weapon designation | Weapon description | Year of order | Year(s) of deliveries | "
    "No. delivered | Comments\n\n"
)

TABLES: list[tuple[str, tuple[str, ...]]] = [
    (
        # one header for all suppliers; a row of its own; an empty cell goes on about the recipient above
        "Trade register, 2015-2024\n\n" + HEADS + "Sweden\n"
        "R: Hungary | 4 | Gripen | Fighter aircraft | 2024 | - | - | In addition to 14 on lease\n"
        "Ukraine | 50 | CV-9040C | Infantry fighting vehicle | 2023 | 2023-2024 | 50 | Aid; second-hand\n"
        " | 8 | Archer | 155mm self-propelled gun | 2023 | 2023-2024 | (6) | Aid\n"
        "\n"
        "Turkey\n"
        "R: Albania | 3 | Bayraktar TB-2 | Armed UAV | 2022 | 2024 | 3 | EUR8 m deal\n",
        (
            "SE>HU signed 2024: 4 JAS 39 Gripen",
            "SE>UA donated 2023: 50 CV-9040C",
            "SE>UA donated 2023: 8 Archer",
            "TR>AL delivered 2022: 3 Bayraktar TB2 = EUR 8000000",
        ),
    ),
    (
        # the other way round: recipients as headings, suppliers and licensors in the rows
        "Imports, 2015-2024\n\n"
        "Recipient/ supplier (S) | No. ordered | Weapon designation | Weapon description | Year of order | Year(s) of deliveries | "
        "No. delivered | Comments\n\n"
        "Poland\n"
        "S: South Korea | 212 | K-9A1 Thunder | 155mm self-propelled gun | 2022 | 2022-2024 | (140) | Part of USD2.4 b deal\n"
        "Turkey | 24 | Bayraktar TB-2 | Armed UAV | 2021 | 2022-2024 | 24 | USD270 m deal; incl MAM-L missiles\n"
        "L: Finland | 690 | AMV | APC | 2003 | 2004-2023 | (680) | EUR1.2 b deal\n",
        (
            "KR>PL delivering 2022: 212 K9A1 = USD 2400000000",
            "TR>PL delivered 2021: 24 Bayraktar TB2, MAM-L = USD 270000000",
            "FI>PL delivering 2003: 690 AMV = EUR 1200000000",
        ),
    ),
    (
        "Trade register\n\n"
        "Supplier,Recipient,Designation,Description,Order date,Numbers ordered,Numbers delivered,Delivery year,Comments\n"
        'Spain,Philippines,C-295W,transport aircraft,2014,3,3,2015-2016,"PHP5.3 b deal; incl training"\n'
        'Brazil,Netherlands,KC-390 Millennium,transport aircraft,2024,5,,,"Part of EUR2.2 b deal; delivery from 2027"\n'
        "Norway,Ukraine,M-109A3GN,self-propelled gun,2022,22,22,2022,Aid\n",
        (
            "ES>PH delivered 2014: 3 C295 = PHP 5300000000",
            "BR>NL signed 2024: 5 C-390 Millennium = EUR 2200000000",
            "NO>UA donated 2022: 22 M109A3GN",
        ),
    ),
    (
        "Extract of the register\n\n"
        "Supplier;Recipient;No. ordered;Designation;Description;Year of order;Year(s) of delivery;No. delivered;Comments\n"
        "Italy;Qatar;28;NH-90;Helicopter;2018;2021-2024;(26);EUR3 b deal\n"
        ";Turkmenistan;4;M-346FA;Trainer/combat aircraft;2019;2021;4;\n",
        ("IT>QA delivering 2018: 28 NH90 = EUR 3000000000", "IT>TM delivered 2019: 4 M-346FA"),
    ),
    (
        "Transfers of major weapons\n\n"
        "\tNo.\tWeapon\tWeapon\tYear\tYear(s) of\tNo.\tComments\n"
        "\tordered\tdesignation\tdescription\tof order\tdelivery\tdelivered\t\n"
        "Brazil\n"
        "R: Hungary\t2\tKC-390 Millennium\tTransport aircraft\t2020\t2024\t2\t\n"
        "Portugal\t5\tKC-390 Millennium\tTransport aircraft\t2019\t2022-2024\t3\tEUR827 m deal; option on 1 more\n"
        "\t12\tEMB-314 Super Tucano\tTrainer aircraft\t2024\t\t\tEUR200 m deal; A-29N version\n",
        (
            "BR>HU delivered 2020: 2 C-390 Millennium",
            "BR>PT delivering 2019: 5 C-390 Millennium, (1 C-390 Millennium) = EUR 827000000",
            "BR>PT signed 2024: 12 A-29 Super Tucano = EUR 200000000",
        ),
    ),
    (
        # set with blanks; a remark goes on in the line below
        "Transfers of major weapons\n\n"
        "Supplier/        No.      Weapon            Weapon                 Year      Year(s) of   No.\n"
        " recipient (R)   ordered  designation       description            of order  deliveries   delivered  Comments\n"
        "\n"
        "Netherlands\n"
        "R: Romania       2        Alkmaar           MCM ship               2023      2023         2          Second-hand\n"
        "   Ukraine       2        Alkmaar           MCM ship               2023      -            -          Second-hand; aid; delivery\n"
        "                                                                                                      planned for 2025\n"
        "Norway\n"
        "R: Ukraine       22       M-109A3GN         155mm self-propelled   2022      2022         22         Aid\n"
        "                 54       Hawk              SAM system             2023      2023         (12)       Aid; second-hand\n",
        (
            "NL>RO delivered 2023: 2 Alkmaar",
            "NL>UA donated 2023: 2 Alkmaar",
            "NO>UA donated 2022: 22 M109A3GN",
            "NO>UA donated 2023: 54 Hawk",
        ),
    ),
    (
        # rows that name the party of those below them
        "Arms deals of the year\n\n"
        "| Country | No. | Item | Type | Ordered | Delivered | Remarks |\n"
        "|---|---|---|---|---|---|---|\n"
        "| **Turkey** | | | | | | |\n"
        "| Nigeria | 6 | T-129 ATAK | Combat helicopter | 2022 | 2023-2024 | USD61 m deal |\n"
        "| **Italy** | | | | | | |\n"
        "| Indonesia | 2 | Thaon di Revel | Frigate | 2024 | | EUR1.18 b deal |\n",
        (
            "TR>NG delivered 2022: 6 T129 ATAK = USD 61000000",
            "IT>ID signed 2024: 2 Thaon di Revel class = EUR 1180000000",
        ),
    ),
    (
        # letters over the columns, and the exporter in the title
        "Register of Conventional Arms: national report of Germany for 2023 - exports\n\n"
        "A | B | C | D | E\n"
        "Category (I-VII) | Final importer State(s) | Number of items | State of origin (if not exporter) | Description of items\n"
        "I. Battle tanks | Hungary | 12 | | Leopard 2A7\n"
        "III. Large-calibre artillery systems | Qatar | 8 | | PzH 2000\n",
        ("DE>HU delivered 2023: 12 Leopard 2A7", "DE>QA delivered 2023: 8 PzH 2000"),
    ),
    (
        # without any header, the numbers with the weapons
        "Weapons given to Ukraine by the Nordic states\n"
        "Norway | 22 M109A3GN howitzers | 2022 | delivered\n"
        "Sweden | 2 ASC 890 | 2024 | pledged\n"
        "Finland | unspecified | 2022-2024 | classified\n"
        "Denmark | 19 CAESAR | 2023 | delivered\n",
        ("NO>UA donated 2022: 22 M109A3GN", "SE>UA planned 2024: 2 ASC 890", "DK>UA donated 2023: 19 CAESAR"),
    ),
    (
        # years only in remarks
        "Deals with two suppliers, state at the end of 2024\n\n"
        "Recipient\tSupplier\tSystem\tOrdered\tDelivered by end-2024\tComment\n"
        "Poland\tTürkiye\tBayraktar TB2\t24\t24\tLast set arrived May 2024\n"
        "Finland\tIsrael\tDavid's Sling\t..\t0\tEUR 316 million; approved by USA Aug. 2023\n"
        "Romania\tTürkiye\tBayraktar TB2\t18\t6\tUSD 321 million\n",
        (
            "TR>PL delivered 2024-05: 24 Bayraktar TB2",
            "IL>FI planned 2023-08: David's Sling = EUR 316000000",
            "TR>RO delivering: 18 Bayraktar TB2 = USD 321000000",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_tables(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text, "2025-03-10") == expected


@pytest.mark.parametrize("text", [text for text, _ in TABLES[:-3]])
def test_the_rows_of_registers_are_no_figures(text: str) -> None:
    page, _ = read(text, "2025-03-10")
    assert observations.build(page) == ()


def test_a_licence_is_produced_at_home() -> None:
    _, found = read(TABLES[1][0], "2025-03-10")
    assert Term.LOCAL_PRODUCTION in found[2].terms
    assert str(found[2].kind) == "licence"


def test_the_state_of_origin_is_not_who_exports() -> None:
    text = (
        "United Nations Register of Conventional Arms\n\nReporting country: Czech Republic. Calendar year: 2022. Exports\n\n"
        "Category | Final importer State(s) | Number of items | State of origin (if not exporter) | Description of items | Comments\n"
        "I. Battle tanks | Ukraine | 40 | Russian Federation | T-72M1 | Surplus; donation\n"
        "IV. Combat aircraft | Slovakia | 4 | | L-39NG |\n"
    )
    assert notes(text, "2025-03-10") == ("CZ>UA donated 2022: 40 T-72M1", "CZ>SK delivered 2022: 4 L-39NG Skyfox")


def test_estimates_are_about() -> None:
    _, found = read(
        "Trade register\n\n" + HEADS + "Israel\n"
        "R: Finland | (2) | David's Sling | SAM system | 2023 | - | - | EUR316 m deal excl options worth EUR216 m\n"
        "Germany | 3 | Arrow-3 | ABM system | 2023 | - | - | Almost EUR4 b deal\n",
        "2025-03-10",
    )
    numbers = [str(t.items[0].number.qualifier) for t in found if t.items[0].number is not None]
    assert numbers == ["about", "exact"]
    assert [str(t.value.amount.low) for t in found if t.value is not None] == ["316000000", "4000000000"]


NOT_DEALS = [
    "The 10 largest exporters of major arms, 2020-24\n\n"
    "Exporter | Share of global arms exports (%) 2020-24 | Change from 2015-19 (%) | Main recipient\n"
    "United States | 43 | 21 | Saudi Arabia\nFrance | 9.6 | 11 | India\nSouth Korea | 2.2 | 4.9 | Poland\n",
    "Tanks of the region\n\nOperator | Type | Number held | In service since\nPoland | Leopard 2A5 | 105 | 2013\nGreece | Leopard 2A6 | 170 | 2006\n",
    "Shopping list\n\nItem,Colour,Number,Year\nBicycle,red,3,2019\nLamp,blue,4,2020\n",
]


@pytest.mark.parametrize("text", NOT_DEALS)
def test_other_tables_are_no_registers(text: str) -> None:
    assert notes(text, "2025-03-10") == ()


ROWS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Transfers of major weapons, 2015-2024\n"
        "\n"
        "Supplier: Turkey\n"
        "Recipient: Poland\n"
        "  Bayraktar TB2 | armed UAV | 24 | Ordered: 2021 | in service 2022-2024\n"
        "  Remarks: USD 270 m deal; incl MAM-L missiles\n"
        "Recipient: Nigeria\n"
        "  6 T129 ATAK | combat helicopter | ordered 2022 | del. 2/6\n"
        "  Remarks: second-hand; USD 61 m deal; option on 4 more\n",
        (
            "TR>PL delivered 2021: 24 Bayraktar TB2, MAM-L = USD 270000000",
            "TR>NG delivering 2022: 6 T129 ATAK, (4 T129 ATAK) = USD 61000000",
        ),
    ),
    (
        "Arms deliveries from register. Figures in brackets are estimates.\n"
        "\n"
        "SUPPLIER: Norway\n"
        "\n"
        "Recipient: Ukraine\n"
        "  22 M109A3GN; self-propelled gun; ordered 2022; delivered 22 (2022)\n"
        "  Comments: aid\n"
        "  (54) Hawk; SAM system; ordered 2023; delivered (12) (2023)\n"
        "  Comments: second-hand; aid\n",
        (
            "NO>UA donated 2022: 22 M109A3GN",
            "NO>UA donated 2023: 54 Hawk",
        ),
    ),
    (
        "Register of deals\n"
        "\n"
        "Exporter: Brazil\n"
        "Importer: Portugal\n"
        "KC-390 Millennium | transport aircraft | 5 | bought 2019 | received 3 (2022-2024)\n"
        "Note: EUR827 m deal; option on 1 more\n"
        "Importer: Netherlands\n"
        "KC-390 Millennium | transport aircraft | 5 | contract 2024 | received 0\n"
        "Note: selected over C-130J\n",
        (
            "BR>PT delivering 2019: 5 C-390 Millennium, (1 C-390 Millennium) = EUR 827000000",
            "BR>NL signed 2024: 5 C-390 Millennium",
        ),
    ),
    (
        "Register of deals\n"
        "\n"
        "Seller: Italy\n"
        "Buyer: Qatar\n"
        "28 NH90 | helicopter | ordered 2018 | deliveries 2021-2025\n"
        "Comment: EUR3 b deal; cancelled 2020\n"
        "Buyer: Indonesia\n"
        "2 FREMM | frigate | selected 2021 | dlv 0\n",
        (
            "IT>QA cancelled 2020: 28 NH90 = EUR 3000000000",
            "IT>ID planned 2021: 2 FREMM",
        ),
    ),
    (
        "Trade register\n"
        "\n"
        "Supplier: United States\n"
        "Recipient: Romania\n"
        "54 HIMARS | rocket launcher | ordered 2018 | dlvd 36 (2021-2024)\n"
        "Comments: USD 1.25 b deal\n"
        "7 Patriot | SAM system | ordered 2018 | del. 4/7 (2020-2024)\n"
        "Comments: part of deal reported at USD 4 b\n",
        (
            "US>RO delivering 2018: 54 M142 HIMARS = USD 1250000000",
            "US>RO delivering 2018: 7 Patriot = USD 4000000000",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_rows_without_headers_and_the_comments_below(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text, "2025-03-10") == expected


def test_a_bracketed_number_before_a_row_is_an_estimate() -> None:
    text = (
        "Trade register\n\nFigures in parentheses are estimates.\n\nSupplier: South Korea\n\nRecipient: Norway\n"
        "(24) K9 Thunder | 155mm self-propelled gun | ordered 2017 | Dlv 24 (2019-2021)\n"
        "Comments: NOK 1.8 b deal; includes 6 K10 ammunition resupply vehicles; option for 24 more, 4 of which taken up in 2022\n"
    )
    _, found = read(text, "2025-03-10")
    number = found[0].items[0].number
    assert number is not None
    assert str(number.qualifier) == "about"
    assert notes(text, "2025-03-10")[1:] == ("KR>NO signed 2022: 4 K9 Thunder",)


NO_ROWS = [
    "Menu of the day\n\nRecipient: Norway\n3 bicycles; 12 lamps; ordered 2017\n",
    "Trade register\n\n12 FA-50 | light combat aircraft | in the inventory | based at Basa\nComments: all flying\n",
    "Trade register\n\nSupplier: Italy\nRecipient: Qatar\nlanding ship | helicopters | in service 2016\n",
]


@pytest.mark.parametrize("text", NO_ROWS)
def test_rows_without_goods_or_parties_are_no_deals(text: str) -> None:
    assert notes(text, "2025-03-10") == ()


def test_comments_below_a_row_change_its_stage_and_price() -> None:
    text = (
        "Trade register\n\nSupplier: South Korea\n\nRecipient: Norway\n"
        "24 K9 Thunder | self-propelled gun | ordered 2017 | Dlv 0\n"
        "Comments: number of launchers uncertain; part of deal reported at $3.5 b\n\n"
        "Recipient: Finland\n"
        "48 K9 Thunder | self-propelled gun | selected 2016 | Dlv 0\n"
        "Comments: contract announced June 2017 but not in force by 2020\n\n"
        "Recipient: Estonia\n"
        "12 K9 Thunder | self-propelled gun | ordered 2018 | Dlv 0\n"
        "Comments: second-hand lease considered; cancelled before signature\n"
    )
    assert notes(text, "2025-03-10") == (
        "KR>NO signed 2017: 24 K9 Thunder = USD 3500000000",
        "KR>FI planned 2017-06: 48 K9 Thunder",
        "KR>EE considered 2018: 12 K9 Thunder",
    )
