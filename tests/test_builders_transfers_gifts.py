"""Gifts in texts about aid: lists and sentences that leave out verbs and recipients."""

from __future__ import annotations

import pytest
from transfer_reading import notes

DIGESTS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Aid to Ukraine: what was promised in Ramstein on 19 March\n"
        "\n"
        "Ministers met at the air base on 19 March.\n"
        "\n"
        "Germany: 10,000 rounds of 155 mm ammunition, 100 armoured vehicles.\n"
        "Denmark: 15 CAESAR howitzers, on top of 19 given earlier.\n"
        "Latvia: three CVR(T) vehicles; Riga has also trained 3,000 Ukrainian soldiers.",
        (
            "DE>UA planned 2024-03-19: 10000 155 mm ammunition, 100 armoured vehicles",
            "DK>UA planned 2024-03-19: 15 CAESAR",
            "DK>UA donated: 19 CAESAR",
        ),
    ),
    (
        "Deliveries of weapons to Ukraine in May\n"
        "\n"
        "Czech Republic: 15 T-72 tanks and two Mi-24 helicopters.\n"
        "Slovakia: the last four of 13 MiG-29s.",
        (
            "CZ>UA donated: 15 T-72, 2 Mi-24",
            "SK>UA donated: 4 MiG-29",
        ),
    ),
    (
        "Military aid to Ukraine, digest\n"
        "\n"
        "Germany gave 14 PzH 2000s, the Netherlands eight and Italy six.\n"
        "Eight Zuzana 2s came from Slovakia, three M270s from Britain.\n"
        "Poland's 14 Leopard 2A4s arrived first; Norway's eight followed in March 2023.\n"
        "Latvia and Lithuania gave Stinger missiles.\n"
        "Bulgaria has let go of 100 BTR-60s, all of them out of storage.\n"
        "All 19 of the F-16s promised by Denmark are there.\n"
        "Belgium's 30, due by 2028, are not.\n"
        "France says it will send six Mirage 2000s.\n"
        "Berlin has ordered 18 RCH 155 howitzers for Kyiv; none has arrived.\n"
        "Switzerland gave no tanks.",
        (
            "DE>UA donated: 14 PzH 2000",
            "NL>UA donated: 8 PzH 2000",
            "IT>UA donated: 6 PzH 2000",
            "SK>UA donated: 8 Zuzana 2",
            "GB>UA donated: 3 M270 MLRS",
            "PL>UA donated: 14 Leopard 2A4",
            "NO>UA donated 2023-03: 8 Leopard 2A4",
            "LV>UA donated: FIM-92 Stinger",
            "LT>UA donated: FIM-92 Stinger",
            "BG>UA donated: 100 BTR-60",
            "DK>UA donated: 19 F-16 Fighting Falcon",
            "FR>UA planned: 6 Mirage 2000",
            "DE>UA donated: 18 RCH 155",
        ),
    ),
    (
        "Weapons for Kyiv\n"
        "\n"
        "Sweden has parted with ten Strv 122s, Finland with six Leopard 2A4s.\n"
        "Estonia's nine FH70s went in 2022.\n"
        "Moscow has lost more than 3,000 tanks, and Wagner 40 T-72s.\n"
        "Spanish Leopards trained with Polish crews.",
        (
            "SE>UA donated: 10 Strv 122",
            "FI>UA donated: 6 Leopard 2A4",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), DIGESTS)
def test_digests_of_aid(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


SENTENCES: list[tuple[str, tuple[str, ...]]] = [
    (
        "The Dutch gave Ukraine 18 F-16s and Denmark 19; Norway pledged six and Belgium 30.",
        (
            "NL>UA donated: 18 F-16 Fighting Falcon",
            "DK>UA donated: 19 F-16 Fighting Falcon",
            "NO>UA planned: 6 F-16 Fighting Falcon",
            "BE>UA planned: 30 F-16 Fighting Falcon",
        ),
    ),
    (
        "Germany gave seven Patriot systems to Ukraine, the Netherlands three and Romania one.",
        ("DE>UA donated: 7 Patriot", "NL>UA donated: 3 Patriot", "RO>UA donated: 1 Patriot"),
    ),
    (
        "Britain sent Ukraine 14 Challenger 2s, Poland 60 PT-91s, and Canada eight Leopard 2A4s.",
        ("GB>UA donated: 14 Challenger 2", "PL>UA donated: 60 PT-91 Twardy", "CA>UA donated: 8 Leopard 2A4"),
    ),
    (
        "Croatia handed Ukraine 30 M-84 tanks, Slovakia 13 MiG-29s and Spain ten Leopard 2A4s.",
        ("HR>UA donated: 30 M-84", "SK>UA donated: 13 MiG-29", "ES>UA donated: 10 Leopard 2A4"),
    ),
    (
        "Kyiv has received two SAMP/T batteries, one from Italy and one from France.",
        ("IT>UA donated: 1 SAMP/T", "FR>UA donated: 1 SAMP/T"),
    ),
    (
        "Germany has sent Ukraine 18 Leopard 2A6 tanks and bought 105 Leopard 2A8s for itself.",
        ("DE>UA donated: 18 Leopard 2A6",),
    ),
    ("Poland has donated 14 Leopard 2A4 tanks to Ukraine.", ("PL>UA donated: 14 Leopard 2A4",)),
    (
        "Ukraine is to get 100 Rafales under a letter of intent signed in Paris in November.",
        ("FR>UA planned 2023-11: 100 Rafale",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text[:60] for text, _ in SENTENCES])
def test_givers_without_a_verb_of_their_own(text: str, expected: tuple[str, ...]) -> None:
    assert notes(f"Notes of the week\n\n{text}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway gave 120 scholarships to Ukraine, Denmark 40 and Iceland six.",
        "Germany sent 18 ambulances to Ukraine, the Netherlands eight and Italy six.",
        "Sweden gave Ukraine 14 points, Norway eight and Italy six.",
        "Hungary has given Ukraine no tanks.",
    ],
)
def test_gifts_of_other_things_are_no_transfers(text: str) -> None:
    assert notes(f"Notes of the week\n\n{text}") == ()
    assert notes(f"Aid to Ukraine, digest\n\n{text}") == ()
