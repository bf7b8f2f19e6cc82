"""Entries of registers, and lists of notices and orders that have no verbs."""

from __future__ import annotations

import pytest
from transfer_reading import notes, read

from kordef.vocabulary import Counting, Stage, Term

ENTRIES: list[tuple[str, tuple[str, ...]]] = [
    (
        "Register of transfers, selected entries\n"
        "\n"
        "R: Chile. Leopard-2A4, tank, 140, ordered 2007, delivered 2007-2009. EUR80 m deal; second-hand",
        ("DE>CL delivered 2007: 140 Leopard 2A4 = EUR 80000000",),
    ),
    (
        "Trade register, 1999-2023\n"
        "\n"
        "SUPPLIER: FRANCE\n"
        "\n"
        "- R: Brazil. Scorpene, submarine, 4, ordered 2009, delivered 2022. Part of EUR6.7 b deal; produced under licence in Brazil\n"
        "- R: India. Rafale, fighter aircraft, 36, ordered 2016, delivered 2020-2022. EUR7.9 b deal; incl training\n"
        "- R: Croatia. Rafale, 12, ordered Nov. 2021. EUR999 m deal; second-hand; delivery 2024-2025",
        (
            "FR>BR delivered 2009: 4 Scorpene = EUR 6700000000",
            "FR>IN delivered 2016: 36 Rafale = EUR 7900000000",
            "FR>HR signed 2021-11: 12 Rafale = EUR 999000000",
        ),
    ),
    (
        "Arms transfers, extracts\n"
        "\n"
        "RECIPIENT: ALGERIA\n"
        "\n"
        "- S: Russia. Su-30MKA, 28, ordered 2006, delivered 2007-2009. $1.5 b deal; option on 16 more, of which 16 taken up in March 2010\n"
        "- S: Italy. AW-101, (6), ordered 2007, delivered 2010-2011; beat NH-90",
        (
            "RU>DZ delivered 2006: 28 Su-30MKA, (16 Su-30MKA) = USD 1500000000",
            "RU>DZ signed 2010-03: 16 Su-30MKA",
            "IT>DZ delivered 2007: 6 AW101 Merlin",
        ),
    ),
    (
        "Entries of the year\n"
        "\n"
        "Norway: NOK1.3 b ($157-220 m) deal; 24 K-9 Thunder; delivery 2019-2021\n"
        "Estonia: EUR46 m deal; 12 K-9 Thunder; ordered June 2018; delivery 2020-2021",
        (
            "KR>NO delivered: 24 K9 Thunder = NOK 1300000000",
            "KR>EE delivered 2018-06: 12 K9 Thunder = EUR 46000000",
        ),
    ),
    (
        "Supplier: Israel\nRecipient: Finland\nDesignation: David's Sling\nYear of order: 2023\nValue: EUR316 m",
        ("IL>FI signed 2023: David's Sling = EUR 316000000",),
    ),
    (
        "Deal sheet\n"
        "\n"
        "Seller: Turkey\n"
        "Buyer: Romania\n"
        "System: Bayraktar TB2\n"
        "Number: 18\n"
        "Signed: April 2023\n"
        "Value: $321 m\n"
        "Delivery: 2024-2026",
        ("TR>RO signed 2023-04: 18 Bayraktar TB2 = USD 321000000",),
    ),
    (
        "Register extract\n"
        "\n"
        "Supplier/recipient: United States to Morocco. 24 F-16 Block 70, fighter aircraft, ordered 2020; $3.8 b deal; delivery from 2027",
        ("US>MA signed 2020: 24 F-16V Viper = USD 3800000000",),
    ),
    (
        "Transfers, extracts\n"
        "\n"
        "R: Egypt. FREMM, frigate, 2, ordered 2020, delivered 2020-2021. EUR1.2 b deal; chosen over MEKO A-200",
        ("None>EG delivered 2020: 2 FREMM = EUR 1200000000",),
    ),
    (
        "Transfers, extracts\n"
        "\n"
        "R: Philippines. FA-50PH, 12, ordered March 2014, delivered 2015-2017. PHP18.9 b (USD420 m) deal\n"
        "R: Senegal. KA-1S, 4, ordered 2018, delivered 2020. EUR83 m deal\n"
        "",
        (
            "KR>PH delivered 2014-03: 12 FA-50PH = PHP 18900000000",
            "None>SN delivered 2018: 4 KA-1S = EUR 83000000",
        ),
    ),
    (
        "Entries\n"
        "\n"
        "Poland: 180 K-2 ordered 2022, delivered 2022-2025; $3.4 b deal\n"
        "Egypt: 30 Rafale; EUR3.75 b deal; ordered May 2021; delivery from 2024\n"
        "",
        (
            "KR>PL delivered 2022: 180 K2 Black Panther = USD 3400000000",
            "FR>EG signed 2021-05: 30 Rafale = EUR 3750000000",
        ),
    ),
    (
        "Notes on entries\n"
        "\n"
        "R: Thailand. T-50TH, 12, ordered 2015-2017, delivered 2018-2020. USD258 m for last 8\n"
        "R: Indonesia. Type-209/1400, 3, ordered April 2019. USD1.02 b deal; cancelled 2024",
        (
            "KR>TH delivered 2015/2017: 12 T-50TH",
            "DE>ID cancelled 2024: 3 Type 209/1400 = USD 1020000000",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ENTRIES)
def test_entries_of_registers(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


LISTS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Recent notifications to Congress\n"
        "\n"
        "Japan: 400 Tomahawk missiles, est. $2.35 billion (November 17, 2023).\n"
        "Bulgaria: 183 Stryker vehicles, est. $1.5 billion (Sept. 15, 2023)\n"
        "Italy: six MQ-9 Block 5 drones and three ground stations, est. $738 million (5 February 2024).\n"
        "Kuwait: AH-64E Apaches, est. $350 million (January 2024); Kuwait signed the letter of offer in May.",
        (
            "US>JP planned 2023-11-17: 400 Tomahawk = USD 2350000000",
            "US>BG planned 2023-09-15: 183 Stryker = USD 1500000000",
            "US>IT planned 2024-02-05: 6 MQ-9 Reaper, 3 ground stations = USD 738000000",
            "US>KW planned 2024-01: AH-64E Apache Guardian = USD 350000000",
        ),
    ),
    (
        "Major orders of the year\n"
        "\n"
        "Denmark: 115 CV90s, 25 billion kroner (December 2024)\n"
        "Portugal: six A-29N Super Tucanos from Brazil, 200 million euros",
        (
            "SE>DK signed 2024-12: 115 CV90 = DKK 25000000000",
            "BR>PT signed: 6 A-29N = EUR 200000000",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_of_notices_and_orders(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


NOT_ARMS = [
    "Museum register\n\nR: Norway. Oil painting, landscape, 24, ordered 2017, delivered 2019. NOK1.8 m deal\n",
    "Stud book\n\nS: Ireland. Thunder, gelding, 3, ordered 2017, delivered 2018. EUR40,000 deal; second-hand saddle\n",
    "Recipe notes\n\nSupplier: Norway\nBuyer: Denmark\nItem: smoked salmon\nNumber: 500\nValue: EUR2 m\n",
    "Squad list\n\nKorea: K2, 24, 7; coach ordered to rest\n",
    "Fact file\n\nBuilder: Hyundai Rotem\nOperators: Poland, Republic of Korea\nType: main battle tank\nCrew: 3\n",
]


@pytest.mark.parametrize("text", NOT_ARMS)
def test_other_registers_yield_nothing(text: str) -> None:
    assert notes(text) == ()


def test_a_comment_tells_of_terms_options_and_deliveries() -> None:
    text = (
        "Register of transfers\n\n"
        "R: Chile. M-346, trainer aircraft, 12, ordered 2018, delivered 2020-2021. EUR300 m deal; option on 6 more, of which 2 taken "
        "up in May 2022; 8 assembled in Chile\n"
    )
    _, (first, second) = read(text)
    assert [(i.counting, str(i.number.low) if i.number else None) for i in first.items] == [
        (Counting.NEW, "12"),
        (Counting.OPTION, "6"),
    ]
    assert set(first.terms) == {Term.OPTION, Term.LOCAL_PRODUCTION}
    assert [(d.date.edtf if d.date else None, d.done) for d in first.deliveries] == [("2020/2021", True)]
    assert str(second.items[0].number.low if second.items[0].number else None) == "2"
    assert [s.date.edtf for s in second.stages] == ["2022-05"]


def test_a_part_of_the_goods_with_its_price_is_not_the_price_of_all() -> None:
    _, (entry,) = read("Register page\n\nR: Finland. K-9 Thunder, 96, ordered 2017-2021. First 48 for EUR146 m\n")
    assert entry.value is None


def test_a_question_mark_is_kept_as_doubt() -> None:
    _, (entry,) = read("Register page\n\nR: Egypt. K-9A1EGY, 200?, ordered 2022. KRW2 tr deal\n")
    number = entry.items[0].number
    assert number is not None
    assert (str(number.low), number.doubt) == ("200", True)


def test_the_halt_of_an_entry_without_goods_is_not_that_of_the_next() -> None:
    _, (entry,) = read(
        "Trade register\n\nR: Brazil. Suspended 2019\n\nR: Croatia. Rafale, 12, ordered Nov. 2021. EUR999 m deal"
    )
    assert [(s.stage, s.date.edtf) for s in entry.stages] == [(Stage.SIGNED, "2021-11")]
