"""Who gives what is counted on behind a gift, entries dated by their first words, and tables without headers or with dots."""

from __future__ import annotations

import pytest
from transfer_reading import notes

CASES: list[tuple[str, tuple[str, ...]]] = [
    (
        "Air defence contracts 2022-2023 (European buyers)\n"
        "\n"
        "Germany    Arrow 3          Israel     Nov 2023   EUR 3.3 bn     in service by 2025\n"
        "Latvia     IRIS-T SLM       Germany    Nov 2023   EUR 600 mn     from 2026\n"
        "Belgium    Mistral 3        France     Dec 2023   undisclosed    ..\n"
        "Denmark    VL MICA          France     Jun 2025   EUR 116 mn     ..\n",
        (
            "IL>DE signed 2023-11: Arrow 3 = EUR 3300000000",
            "DE>LV signed 2023-11: IRIS-T SLM = EUR 600000000",
            "FR>BE signed 2023-12: Mistral",
            "FR>DK signed 2025-06: VL MICA = EUR 116000000",
        ),
    ),
    (
        "Order book of a yard\n"
        "\n"
        "Client (class) ............ boats ... signed\n"
        "Singapore (Type 218SG) ..... 4 ... 2013\n"
        "Norway (Type 212CD) ........ 4 ... July 2021\n"
        "Israel (Dolphin) ........... 3 ... January 2022\n",
        ("DE>SG signed 2013: 4 Type 218SG", "DE>NO signed 2021-07: 4 Type 212CD"),
    ),
    (
        "Register extract: Peru and Chile as recipients\n"
        "\n"
        "Recipient | Supplier | No. | Designation | Year | Comments\n"
        "Peru | Sweden | 24 | Gripen | .. | Offered only; no order known\n"
        "Chile | France | 4 | H225M | 2019 | EUR120 m deal\n"
        "Chile | Israel | 12 | ATMOS | 2021 | No order known\n",
        ("SE>PE considered: 24 JAS 39 Gripen", "FR>CL signed 2019: 4 H225M Caracal = EUR 120000000"),
    ),
    (
        "Egypt (recipient): open and completed entries\n"
        "\n"
        "Supplier: Italy - two FREMM frigates, ordered 2020, EUR1.2 b deal, delivered 2020-2021. Supplier: Russia - Su-35, reported in 2018 but never ordered; entry deleted.\n",
        ("IT>EG delivered 2020: 2 FREMM = EUR 1200000000",),
    ),
    (
        "Norwegian contributions (fact box)\n"
        "\n"
        "Oslo has up to now given Ukraine 22 M109 howitzers and 100 Mistral missiles. Six F-16s will follow next year.\n",
        ("NO>UA donated: 22 M109, 100 Mistral", "NO>UA planned 2025: 6 F-16 Fighting Falcon"),
    ),
    (
        "Who gave what: pledges by donor, Ukraine\n"
        "\n"
        "GREECE\n"
        "Athens shipped 40 BMP-1 infantry fighting vehicles to Ukraine in 2022, after Berlin had handed over an equal number of Marder 1A3s in exchange.\n",
        ("GR>UA donated 2022: 40 BMP-1", "DE>GR donated: Marder"),
    ),
    (
        "Canada's military assistance\n"
        "\n"
        "Since February 2022, Canada has:\n"
        "- donated eight Leopard 2A4 main battle tanks to Ukraine;\n"
        "- bought a NASAMS surface-to-air missile system from the United States for CA$406 million;\n"
        "- delivered four M777 howitzers;\n",
        ("CA>UA donated: 8 Leopard 2A4", "US>CA signed: 1 NASAMS = CAD 406000000", "CA>UA donated: 4 M777"),
    ),
    (
        "Arms sales to Taipei\n"
        "\n"
        "Aug. 4, 2021. The first case is cleared, no sum is told.\n"
        "\n"
        "Sept. 2, 2022. Two notices in one day: 60 Harpoon Block II missiles ($355 million) and 100 AIM-9X missiles ($85.6 million).\n",
        (
            "US>TW planned 2022-09-02: 60 Harpoon = USD 355000000",
            "US>TW planned 2022-09-02: 100 AIM-9X = USD 85600000",
        ),
    ),
    (
        "Aid in brief\n"
        "\n"
        "Poland handed Ukraine 14 MiG-29s.\n"
        "Denmark gives all it has to Kyiv. Earlier entries: 19 F-16s promised since August.\n",
        ("PL>UA donated: 14 MiG-29",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_givers_and_tables(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected
