"""What the remarks beside a deal of a register say of its goods, its price and of other deals."""

from __future__ import annotations

import pytest
from transfer_reading import notes, read

from kordef.vocabulary import Term

ROWS = (
    "Trade register\n\n"
    "Supplier/ recipient (R) | No. ordered | Weapon designation | Weapon description | Year of order | Year(s) of deliveries | "
    "No. delivered | Comments\n\n"
    "South Korea\n"
    "R: Norway | 40 | K-9 Thunder | Self-propelled gun | 2019 | | | {}\n"
    "R: Poland | 212 | K-9 Thunder | Self-propelled gun | 2022 | 2022-2024 | (140) | Part of USD2.4 b deal\n"
)

REMARKS: list[tuple[str, tuple[str, ...]]] = [
    ("NOK1.8 b deal; incl 6 K-10, 12 simulators", ("KR>NO signed 2019: 40 K9 Thunder, 6 K10 = NOK 1800000000",)),
    ("12 K-9A1 and 28 K-9A2; EUR20 m", ("KR>NO signed 2019: 12 K9A1, 28 K9A2 = EUR 20000000",)),
    ("12 K-9A1 and 20 K-9A2 seen", ("KR>NO signed 2019: 40 K9 Thunder, 12 K9A1",)),
    (
        "Order also covered 24 K-10 and 12 second-hand Leopard-2A4 for training",
        ("KR>NO signed 2019: 40 K9 Thunder, 24 K10, 12 Leopard 2A4",),
    ),
    (
        "To replace 19 CAESAR given to Ukraine; DKK1.7 b deal incl 8 PULS MRL",
        ("KR>NO signed 2019: 40 K9 Thunder, 8 PULS = DKK 1700000000", "NO>UA donated: 19 CAESAR"),
    ),
    ("Replacing 14 M-109A3 donated to Ukraine", ("KR>NO signed 2019: 40 K9 Thunder", "NO>UA donated: 14 M109A3")),
    ("Replaces M-109A3GN", ("KR>NO signed 2019: 40 K9 Thunder",)),
    ("Deal worth EUR316 m excl options worth EUR216 m", ("KR>NO signed 2019: 40 K9 Thunder = EUR 316000000",)),
    (
        "Norway reported to be considering 12 more",
        ("KR>NO signed 2019: 40 K9 Thunder", "KR>NO considered: 12 K9 Thunder"),
    ),
    (
        "EUR80 m (USD95 m) deal; 12 more planned",
        ("KR>NO signed 2019: 40 K9 Thunder = EUR 80000000", "KR>NO planned: 12 K9 Thunder"),
    ),
    ("Some EUR1.2 b deal; financed by USD500 m US aid", ("KR>NO signed 2019: 40 K9 Thunder = EUR 1200000000",)),
    ("Options on 2018 contract, taken up in two steps; EUR20 m", ("KR>NO signed 2019: 40 K9 Thunder = EUR 20000000",)),
    ("Contract value PLN6.2 b; contract cancelled 2022", ("KR>NO cancelled 2019: 40 K9 Thunder = PLN 6200000000",)),
    ("NOK19.7 b deal; incl 60 howitzer version", ("KR>NO signed 2019: 40 K9 Thunder = NOK 19700000000",)),
    ("EUR20 m; support deal of EUR8 m not counted", ("KR>NO signed 2019: 40 K9 Thunder = EUR 20000000",)),
    ("MoU signed 2018; not yet ordered", ("KR>NO planned 2019: 40 K9 Thunder",)),
    ("Second-hand; gift; from Korean Army stocks", ("KR>NO donated 2019: 40 K9 Thunder",)),
]


@pytest.mark.parametrize(("remark", "expected"), REMARKS)
def test_remarks(remark: str, expected: tuple[str, ...]) -> None:
    assert notes(ROWS.format(remark), "2025-03-10")[:-1] == expected


@pytest.mark.parametrize(
    ("remark", "home"),
    [
        ("20 from Korean and 20 from Norwegian production line", True),
        ("Final assembly in Norway", True),
        ("Assembled from kits in Norway", True),
        ("Produced under licence", True),
        ("Built in South Korea; for Norwegian Army", False),
    ],
)
def test_goods_made_where_they_go(remark: str, home: bool) -> None:
    _, found = read(ROWS.format(remark), "2025-03-10")
    assert (Term.LOCAL_PRODUCTION in found[0].terms) is home


LINES: list[tuple[str, tuple[str, ...]]] = [
    (
        "Norway/K-9: NOK1.3 b ($157-220 m) deal; incl 6 K-10; delivery 2019-2021.",
        ("KR>NO delivered: K9 Thunder, 6 K10 = NOK 1300000000",),
    ),
    (
        "Estonia: 12 CAESAR, ordered 2024, EUR36 m, delivered 2025. Latvia: 6 NSM, ordered 2023, USD110 m.",
        ("FR>EE delivered 2024: 12 CAESAR = EUR 36000000", "NO>LV signed 2023: 6 NSM = USD 110000000"),
    ),
    (
        "Brazil to Nigeria: 12 EMB-314 Super Tucano, ordered 2018, USD329 m; delivered 2021.",
        ("BR>NG delivered 2018: 12 A-29 Super Tucano = USD 329000000",),
    ),
    (
        "Norway's 54 Leopard-2A8: NOK19.7 b deal of February 2023.",
        ("DE>NO signed 2023-02: 54 Leopard 2A8 = NOK 19700000000",),
    ),
    (
        "Supplier: Germany; recipient: Norway; 54 Leopard-2A8; ordered 2023; NOK19.7 b deal.",
        ("DE>NO signed 2023: 54 Leopard 2A8 = NOK 19700000000",),
    ),
]


def test_entries_below_the_heading_of_a_party() -> None:
    text = (
        "Register: exports of Israel to Europe, 2019-2024\n\nRecipient: Netherlands\n"
        "- 20 PULS 122/227/300mm self-propelled MRL, ordered 2023, delivered 2024: (4). EUR133 m deal.\n"
        "- (100) Spike-LR2 anti-tank missile, ordered 2021, delivered 2022-2023: (100).\n\n"
        "Recipient: Slovakia\n- 6 Barak-MX SAM system, ordered 2024. EUR554 m deal.\n"
    )
    assert notes(text, "2025-05-05") == (
        "IL>NL delivering 2023: 20 PULS = EUR 133000000",
        "IL>NL delivered 2021: 100 Spike-LR2",
        "IL>SK signed 2024: 6 Barak MX = EUR 554000000",
    )


def test_entries_that_look_like_headings() -> None:
    text = (
        "India buys: a register of recent orders\n\nINDIA\n"
        "S: France. Rafale-M, fighter aircraft, (26), ordered 2025. EUR6.5 b deal\n"
        "S: Russia. S-400, SAM system, 5, ordered 2018, delivered 2021-2024: 3. USD5.4 b deal\n"
        "L: South Korea. K-9 Vajra-T, self-propelled gun, (100), ordered 2024. INR76 b deal\n"
    )
    assert notes(text, "2025-05-05") == (
        "FR>IN signed 2025: 26 Rafale-M = EUR 6500000000",
        "RU>IN delivering 2018: 5 S-400 Triumf = USD 5400000000",
        "KR>IN signed 2024: 100 K9 Vajra = INR 76000000000",
    )


def test_weapons_as_labels_below_their_buyer() -> None:
    text = (
        "Nordic arms register, fourth edition\n\nFINLAND\n"
        "Leopard-2A6 (tank): 100 from the Netherlands, ordered 2014, EUR200 m, second-hand, delivered 2015-2019.\n"
        "K-9 Thunder (self-propelled gun): 48 from South Korea, ordered 2017, EUR146 m; 48 more ordered 2021-2022.\n"
        "David's Sling (SAM system): Israel, ordered 2023, EUR316 m.\n\n"
        "DENMARK\nATMOS-2000: 19 from Israel, 2023, part of DKK1.7 b deal incl 8 PULS.\n"
    )
    assert notes(text, "2025-09-05") == (
        "NL>FI delivered 2014: 100 Leopard 2A6 = EUR 200000000",
        "KR>FI signed 2017: 48 K9 Thunder = EUR 146000000",
        "KR>FI signed 2021/2022: 48 K9 Thunder",
        "IL>FI signed 2023: David's Sling = EUR 316000000",
        "IL>DK signed 2023: 19 ATMOS, 8 PULS = DKK 1700000000",
    )


def test_entries_of_lists_of_notices_are_planned() -> None:
    text = "Major arms sales: possible sales notified in 2024\n\nAustralia, HIMARS: 48 launchers; up to $705 million.\n"
    assert notes(text, "2024-09-05") == ("US>AU planned: 48 M142 HIMARS = USD 705000000",)


def test_goods_alone_before_a_colon() -> None:
    text = (
        "Register comments on the K-2 for Poland\n\n180 K-2: part of USD3.4 b deal of August 2022; delivered by 2025. Second order for "
        "180 (USD6.5 b) signed August 2025.\n"
    )
    assert notes(text, "2025-09-05") == (
        "KR>PL delivered 2022-08: 180 K2 Black Panther = USD 3400000000",
        "KR>PL signed 2025-08: 180 K2 Black Panther = USD 6500000000",
    )


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_lines(line: str, expected: tuple[str, ...]) -> None:
    assert notes(f"Register, comment fields\n\nThe extract has one entry.\n\n{line}\n", "2025-05-05") == expected
