"""Lists and tables with parts that are denied, talked about or notified, labelled fields, and headers for what has come."""

from __future__ import annotations

import pytest
from transfer_reading import notes

CASES: list[tuple[str, tuple[str, ...]]] = [
    (
        "Polish orders since the spring\n"
        "\n"
        "* Saab: 44 Carl-Gustaf M4 launchers? Denied by both.\n"
        "* Hyundai Rotem: second contract for 180 K2, $6.5 billion, 1 August 2025.\n"
        "* Hanwha: a further 152 K9, $2.6 billion, December 2023.\n",
        (
            "KR>PL signed 2025-08-01: 180 K2 Black Panther = USD 6500000000",
            "KR>PL signed 2023-12: 152 K9 Thunder = USD 2600000000",
        ),
    ),
    (
        "Tracker: armour for Ukraine\n"
        "\n"
        "Denmark: 20 Leopard 1A5, handed over 2024.\n"
        "Switzerland: export licence for 25 Piranhas withheld.\n",
        ("DK>UA donated: 20 Leopard 1A5",),
    ),
    (
        "The last guns\n\nThe last 20 Leopard 1A5 of Denmark went to Ukraine.\n",
        ("DK>UA donated: 20 Leopard 1A5",),
    ),
    (
        "Hill notes\n\nCongress is told of 12 AH-64E for Morocco, priced at $4.2 billion.\n",
        ("US>MA planned: 12 AH-64E Apache Guardian = USD 4200000000",),
    ),
    (
        "Lawmakers\n\nLawmakers were notified of the planned sale to Greece of 40 F-35A, worth $8.6 billion.\n",
        ("US>GR planned: 40 F-35A = USD 8600000000",),
    ),
    (
        "Who buys what in Southeast Asia\n"
        "\n"
        "Country: Malaysia\n"
        "System: FA-50M\n"
        "Number: 18\n"
        "Seller: KAI, South Korea\n"
        "Year: 2023\n"
        "Price: $920 million\n",
        ("KR>MY signed 2023: 18 FA-50M = USD 920000000",),
    ),
    (
        "Import table\n"
        "\n"
        "Importer | Exporter | Weapon | Units | Contract | Handed over\n"
        "Qatar | France | Rafale | 36 | 2015 | 36\n"
        "Qatar | US | F-15QA | 36 | 2017 | 12\n",
        ("FR>QA delivered 2015: 36 Rafale", "US>QA delivering 2017: 36 F-15QA"),
    ),
    (
        "Where Ukraine's artillery comes from\n"
        "\n"
        "| Gun | Sender | How many | When |\n"
        "| Krab | Poland | 18 | 2022 |\n"
        "| M777 | USA | 198 | 2022 |\n",
        ("PL>UA donated 2022: 18 Krab", "US>UA donated 2022: 198 M777"),
    ),
    (
        "Kuwait buys\n"
        "\n"
        "| What | Maker | Pieces | Bill | Signed |\n"
        "| Super Hornet | Boeing | 28 | $1.5 billion | June 2018 |\n"
        "| TB2 | Baykar | 18 | $370 million | January 2023 |\n",
        (
            "US>KW signed 2018-06: 28 F/A-18E/F Super Hornet = USD 1500000000",
            "TR>KW signed 2023-01: 18 Bayraktar TB2 = USD 370000000",
        ),
    ),
    (
        "African orders at a glance\n"
        "\n"
        "- Angola: three C295s, Airbus Spain, April 2022, 159.9 million euros\n"
        "- Nigeria: 24 M-346FA; talks with Leonardo continue\n",
        ("ES>AO signed 2022-04: 3 C295 = EUR 159900000", "IT>NG negotiating: 24 M-346FA"),
    ),
    (
        "Trading update\n"
        "\n"
        "Kuala Lumpur clinched 28 leased AW149s. Civil orders, chiefly from offshore operators, came to 41 aircraft.\n",
        ("IT>MY signed: 28 AW149",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_lists_labels_and_headers(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected
