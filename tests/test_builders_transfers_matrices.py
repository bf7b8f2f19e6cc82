"""Lists of deals by partner: a state, a firm or a weapon in front of the colon, and the deals behind it."""

from __future__ import annotations

import pytest
from transfer_reading import notes

CASES: list[tuple[str, tuple[str, ...]]] = [
    (
        "Arms imports of Kuwait, 2016-2023\n"
        "\n"
        "Italy: 28 Typhoon, 2016, EUR8 b deal; delivered 2021-2024.\n"
        "United States: 28 F/A-18E, 2018; 24 AH-64E, 2022.\n"
        "France: 30 H225M, 2016.\n",
        (
            "IT>KW delivered 2016: 28 Eurofighter = EUR 8000000000",
            "US>KW signed 2018: 28 F/A-18E/F Super Hornet",
            "US>KW signed 2022: 24 AH-64E Apache Guardian",
            "FR>KW signed 2016: 30 H225M Caracal",
        ),
    ),
    (
        "Register of deliveries, letters C to P\n"
        "\n"
        "CHILE, received 2020-2021 from Australia: two Adelaide-class frigates, second-hand.\n"
        "CONGO (DR), received 2021: none reported.\n"
        "CYPRUS, ordered 2021 from France: Mistral and Exocet missiles, numbers not published.\n"
        "MALI, from Russia, received 2022: 4 L-39 and 1 Su-25.\n"
        "NIGER (supplier Turkey, 2022): 6 Bayraktar TB2.\n"
        "PERU (ordered from South Korea in 2024): 30 K808 armoured vehicles.\n",
        (
            "AU>CL delivered 2020/2021: 2 Adelaide class",
            "FR>CY signed 2021: Mistral, Exocet",
            "RU>ML delivered 2022: 4 L-39 Albatros, 1 Su-25",
            "TR>NE signed 2022: 6 Bayraktar TB2",
            "KR>PE signed 2024: 30 K808",
        ),
    ),
    (
        "Where the howitzers went: French exports\n"
        "\n"
        "CAESAR: Estonia (12, 2024), Lithuania (18, 2022), Belgium (28, 2022).\n"
        "Rafale: Egypt (54), Greece (24, 2021-2022), Iraq (14, talks).\n",
        (
            "FR>EE signed 2024: 12 CAESAR",
            "FR>LT signed 2022: 18 CAESAR",
            "FR>BE signed 2022: 28 CAESAR",
            "FR>EG signed: 54 Rafale",
            "FR>GR signed 2021/2022: 24 Rafale",
        ),
    ),
    (
        "Firms and customers\n"
        "\n"
        "Hanwha: 54 K9 to Romania, 2024, $920 m; 24 K9 to Norway, 2017.\n"
        "Saab: 12 Gripen E to Thailand (2025), 3 GlobalEye to Sweden.\n",
        (
            "KR>RO signed 2024: 54 K9 Thunder = USD 920000000",
            "KR>NO signed 2017: 24 K9 Thunder",
            "SE>TH signed 2025: 12 JAS 39E",
        ),
    ),
    (
        "Sales of Turkey since 2021\n"
        "\n"
        "Poland: 24 TB2, 2021, $270 m; Ukraine was first.\n"
        "Kuwait: never 18 TB2 but talks.\n"
        "Japan: TB2 considered; no order.\n",
        ("TR>PL signed 2021: 24 Bayraktar TB2 = USD 270000000",),
    ),
    (
        "Market notes\n"
        "\n"
        "Poland: 12 goals in 3 games, 2022.\n"
        "Germany: debate over Leopard 2 tanks; 2023 is the year.\n"
        "Leopard 2: a history (1979, 2023).\n"
        "Finland: K9 howitzers fire at the yearly exercise, 2023.\n",
        (),
    ),
    (
        "Orders of Romania since 2018\n"
        "\n"
        "Oshkosh: 12 JLTV? Denied by both.\n"
        "Poland: 12 Rosomak offered, 2023.\n"
        "Turkey: 18 TB2 rumoured in 2021; order of 2023 not confirmed.\n",
        (),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_deals_by_partner(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected
