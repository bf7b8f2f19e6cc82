"""Who publishes figures that their own sentence does not say it of, and of when they are: papers, closing lines, carried years."""

from __future__ import annotations

import pytest
from observation_reading import read

from kordef.values import Quantity

TITLE = "Arms trade and defence budgets"


def published(body: str) -> list[tuple[str, str | None]]:
    return [(r.evidence[0].exact, r.publisher) for r in read(f"{TITLE}\n\n{body}\n", "2025-08-20")]


def dated(body: str) -> list[tuple[str, str | None, str | None]]:
    found = read(f"{TITLE}\n\n{body}\n", "2025-08-20")
    return [(r.evidence[0].exact, r.subject, r.period.edtf if r.period else None) for r in found]


@pytest.mark.parametrize(
    ("body", "publisher"),
    [
        (
            "Portugal's military spending stood at 1.6% of GDP in 2024. The numbers come from a SIPRI fact sheet.",
            "SIPRI",
        ),
        ("Portugal's military spending stood at 1.6% of GDP in 2024.\n\nSource: SIPRI", "SIPRI"),
        ("By NATO's figures Portugal's military spending stood at 1.6% of GDP in 2024.", "NATO"),
        ("Arms exports of Spain fell by 12 per cent in 2024, says a confidential report.", "confidential report"),
        ("An analyst at Bruegel calculates that arms exports of Spain fell by 12 per cent in 2024.", "Bruegel"),
        ("Pollsters from Ipsos found that 33 per cent of the Dutch would serve in the army.", "Ipsos"),
        ("Portugal's military spending stood at 1.6% of GDP in 2024. Nobody at home was happy.", None),
    ],
    ids=["fact sheet", "source line", "by figures", "paper", "analyst", "pollsters", "nobody"],
)
def test_who_publishes_a_figure(body: str, publisher: str | None) -> None:
    assert [p for _, p in published(body)] == [publisher]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Sweden's deliveries of arms in 2020-24 were 20 per cent above those of 2015-19.",
            [("20 per cent", "Sweden", "2020/2024")],
        ),
        (
            "Thales, founded in 1893, employs 81,000 people.",
            [("81,000 people", "Thales", "2025")],
        ),
        (
            "Turkish firms exported arms for 7.1 billion dollars in 2024, up 29 per cent from 5.5 billion.",
            [
                ("7.1 billion dollars", "Turkey", "2024"),
                ("29 per cent", "Turkey", "2024"),
                ("5.5 billion", "Turkey", None),
            ],
        ),
        (
            "Italy's share of world arms exports was 4.8 per cent in 2020-24, against 2.0 in the preceding five years.",
            [("4.8 per cent", "Italy", "2020/2024"), ("2.0", "Italy", "2015/2019")],
        ),
        (
            "Poland's defence spending came to 4.5 per cent of GDP in 2025, Latvia's to 3.7 per cent.",
            [("4.5 per cent of GDP", "Poland", "2025"), ("3.7 per cent", "Latvia", "2025")],
        ),
        (
            "Spanish arms exports came to 3.9 billion euros in 2024. Germany, with 750 million, was the main customer; Norway "
            "followed at 320 million.",
            [
                ("3.9 billion euros", "Spain", "2024"),
                ("750 million", "Spain", "2024"),
                ("320 million", "Spain", "2024"),
            ],
        ),
        (
            "Of the 12,241 nuclear warheads that SIPRI believed to exist, 9,614 were in stockpiles. For India the institute writes "
            "180.",
            [
                ("12,241 nuclear warheads", "World", None),
                ("9,614", "World", None),
                ("180", "India", None),
            ],
        ),
        (
            "Norway has 40,000 reservists; its army counts 9,000 soldiers.",
            [("40,000 reservists", "Norway", "2025-08"), ("9,000 soldiers", "Norway", "2025-08")],
        ),
        (
            "At Hensoldt, order intake stood at EUR 2.9 billion in 2024.",
            [("EUR 2.9 billion", "Hensoldt", "2024")],
        ),
        (
            "Swedish military spending reached 12 billion dollars in 2024. Arms exports came to 3 billion dollars.",
            [("12 billion dollars", "Sweden", "2024"), ("3 billion dollars", "Sweden", "2024")],
        ),
    ],
    ids=[
        "above those",
        "founded",
        "up from",
        "against",
        "genitives",
        "buyers",
        "warheads",
        "its army",
        "place",
        "recent year",
    ],
)
def test_when_and_of_whom(body: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert dated(body) == expected


STOCKS = [
    ("Some 12,100 nuclear warheads existed in January 2024.", ["Some 12,100 nuclear warheads"]),
    ("Only 58 of the 109 Eurofighters could take off on an average day in 2024.", ["58"]),
    ("Of 33 NH90 helicopters 12 were ready in 2024.", ["12"]),
    ("Italy operates eight FREMM frigates, two destroyers and six submarines.", ["eight FREMM frigates", "two destroyers", "six submarines"]),
    (
        "Kyiv puts Russian losses since February 2022 at 10,700 tanks and 370 aircraft.",
        ["10,700 tanks", "370 aircraft"],
    ),
    ("Sixteen frigates, nine corvettes and thirteen submarines make up the Turkish fleet.", ["Sixteen frigates", "nine corvettes", "thirteen submarines"]),
    ("Fourteen frigates are all that is left to the Royal Navy.", ["Fourteen frigates"]),
    ("Russia fired 5,337 drones at Ukraine in June.", ["5,337 drones"]),
    ("Ukrainian firms assembled 2.2 million drones in 2024.", ["2.2 million drones"]),
    ("Some 160 makers are in the arms trade in Ukraine.", ["Some 160 makers"]),
    ("The wartime strength of the Finnish army, 280,000, stays as it is.", ["280,000"]),
    ("Sixteen frigates and nine corvettes sailed to Odesa.", []),
    ("Spain ordered 58 frigates and 12 corvettes.", []),
    ("Two makers are bidding for the tanks.", []),
    ("The battery fired 12 rockets in the drill.", []),
    ("Spain will buy 58 of the 109 Eurofighters.", []),
    ("The missile has one unitary warhead of 90 kg.", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "quotes"), STOCKS, ids=[q[0] if q else b[:20] for b, q in STOCKS])
def test_arms_that_are_counted_where_they_are(body: str, quotes: list[str]) -> None:
    assert [q for q, _ in published(body)] == quotes


def test_soldiers_more_than_before() -> None:
    found = read(
        f"{TITLE}\n\nThe Bundeswehr numbered 182,000 soldiers in July, 2,000 fewer than a year before.\n", "2025-08-20"
    )
    value = found[1].value
    assert isinstance(value, Quantity)
    assert (value.amount.low, value.unit) == (-2000, "person")


def table(title: str, rows: str) -> list[tuple[str, str | None, str | None, str | None]]:
    found = read(f"Military expenditure\n\n{title}\n{rows}\n", "2025-08-20")
    return [(r.evidence[0].exact, r.subject, r.period.edtf if r.period else None, r.publisher) for r in found]


def test_a_unit_and_source_above_a_table() -> None:
    rows = "State | 2023 | 2024 | Change, %\nGermany | 67.1 | 88.5 | +28\nIsrael | 27.5 | 46.5 | +65"
    found = table("Billion US dollars, current prices. Source: SIPRI", rows)
    assert found[:3] == [
        ("67.1", "Germany", "2023", "SIPRI"),
        ("88.5", "Germany", "2024", "SIPRI"),
        ("+28", "Germany", "2024", "SIPRI"),
    ]


def test_whose_exports_a_table_divides() -> None:
    rows = "Destination | Value\nUkraine | 1,412\nVietnam | 96.5\nOther | 388"
    found = table("Swedish exports of military material by destination, 2024 (EUR million)", rows)
    assert [s for _, s, _, _ in found] == ["Sweden"] * 3


GOODS = [
    "Partner | Gives Ukraine | Receives\nSlovakia | 30 BMP-1 | 15 Leopard 2A4\nSlovenia | 28 M-55S | 40 military trucks",
    "Final importer | Subcategory | Number\nIndonesia | Assault rifles | 2,500\nCanada | Shotguns | 640",
    "Customer | Type | Firm orders | Options\nKorean Air | A350 | 33 | 10\nIndiGo | A320neo | 500 | 20",
]


@pytest.mark.parametrize("rows", GOODS)
def test_tables_of_what_changes_hands_hold_no_figures(rows: str) -> None:
    assert table("Arms in one table", rows) == []


def test_a_ranking_of_firms_gives_sums_without_words() -> None:
    body = "1. Lockheed Martin, $64.7 billion\n2. Saab, $43.6 billion\n3. Northrop Grumman, $37.9 billion"
    assert [(q, s) for q, s, _ in dated(body)] == [
        ("$64.7 billion", "Lockheed Martin"),
        ("$43.6 billion", "Saab"),
        ("$37.9 billion", "Northrop Grumman"),
    ]


def test_forces_that_have_done_something_are_not_held() -> None:
    assert published("Never before have the two navies sailed together off the Philippines.") == []
