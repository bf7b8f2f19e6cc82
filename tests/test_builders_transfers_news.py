"""Deals as news pages tell them: one deal in several sentences, short forms in brackets, what is only hoped for or in use."""

from __future__ import annotations

import pytest
from transfer_reading import notes, read

TITLE = "Notes of the week\n\n"

BRACKETS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Estonia has ordered six Chunmoo multiple rocket launchers (MRLs) from Hanwha Aerospace for 290 million euros.",
        ("KR>EE signed: 6 K239 Chunmoo = EUR 290000000",),
    ),
    (
        "Croatia is to buy 89 Bradley infantry fighting vehicles (IFVs) from the United States.",
        ("US>HR planned: 89 M2 Bradley",),
    ),
    (
        "Bulgaria signed for 183 Stryker armoured personnel carriers (APCs) from General Dynamics of the United States.",
        ("US>BG signed: 183 Stryker",),
    ),
    (
        "Finland has bought 48 K9 self-propelled howitzers (SPHs) from South Korea.",
        ("KR>FI signed: 48 K9 Thunder",),
    ),
    (
        "Portugal ordered six A-29N Super Tucano light attack aircraft (LAA) and radars from Brazil.",
        ("BR>PT signed: 6 A-29N, radars",),
    ),
    (
        "Hanwha Aerospace signed a contract to supply K9 howitzers to Estonia. It is the second such purchase for the Baltic "
        "country, a member of the North Atlantic Treaty Organization (NATO).",
        ("KR>EE signed: K9 Thunder",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), BRACKETS)
def test_what_stands_in_brackets_is_no_further_party_or_goods(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected


SAME_DEAL: list[tuple[str, tuple[str, ...]]] = [
    (
        "Korea Aerospace Industries signed a 900 billion won deal with Poland to supply FA-50 jets in September.\n\n"
        "KAI will deliver 12 FA-50 jets to the country by the end of the year.",
        ("KR>PL signed 2023-09: 12 FA-50 = KRW 900000000000",),
    ),
    (
        "Hanwha Aerospace signed a contract to supply its K9 howitzers to Romania.\n\n"
        "It will deliver 54 K9s and 36 K10 vehicles from 2027.",
        ("KR>RO signed: 54 K9 Thunder, 36 K10",),
    ),
    (
        "Rheinmetall won a €500 million order from Hungary to supply infantry fighting vehicles. The order is the company's "
        "largest in the region and covers 46 Lynx and nine bridge layers.",
        ("DE>HU signed: 46 KF41 Lynx, 9 bridge layers = EUR 500000000",),
    ),
    (
        "Saab has signed a contract with Slovakia for radars. The contract is worth $80 million and comprises eight Giraffe "
        "radars.",
        ("SE>SK signed: 8 Giraffe = USD 80000000",),
    ),
    (
        "Hanwha has confirmed the delivery of 24 K9 howitzers to Poland. As part of the contract, the K9 would also be produced "
        "in Poland from 2026.",
        ("KR>PL delivered: 24 K9 Thunder",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAME_DEAL)
def test_one_deal_in_two_sentences_is_one(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected


APART: list[tuple[str, tuple[str, ...]]] = [
    (
        "Hanwha Aerospace signed a contract to supply 24 K9 howitzers to Norway.\n\nIt will deliver another 12 K9 howitzers to "
        "Finland.",
        ("KR>NO signed: 24 K9 Thunder", "KR>FI planned: 12 K9 Thunder"),
    ),
    (
        "The K9 has been ordered by Turkey and Norway, with about 1,800 K9 vehicles in service globally.",
        ("KR>TR signed: K9 Thunder", "KR>NO signed: K9 Thunder"),
    ),
    (
        "Romania ordered 32 F-35As from Lockheed Martin of the United States, with 1,100 F-35s in use worldwide.",
        ("US>RO signed: 32 F-35A",),
    ),
    (
        "Spain has signed for 25 Eurofighters from Airbus of Germany and wants to move on from its F/A-18 Hornets.",
        ("DE>ES signed: 25 Eurofighter",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), APART)
def test_other_deals_stock_and_what_is_given_up_stay_apart(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected


TO_COME: list[tuple[str, tuple[str, ...]]] = [
    (
        "Bulgaria will start receiving Caesar howitzers from France before summer.",
        ("FR>BG planned ../2024-22: CAESAR",),
    ),
    (
        "Poland is to begin taking delivery of 116 Abrams tanks from the United States in 2025.",
        ("US>PL planned 2025: 116 M1 Abrams",),
    ),
    (
        "Sweden would begin handing over 12 Gripen fighters to Hungary in 2026.",
        ("SE>HU planned 2026: 12 JAS 39 Gripen",),
    ),
    ("Poland has begun receiving Abrams tanks from the United States.", ("US>PL delivering: M1 Abrams",)),
    (
        "Denmark gave 14 Leopard 2 tanks to Ukraine. It also wants to deliver Caesar howitzers to Ukraine.",
        ("DK>UA donated: 14 Leopard 2", "DK>UA considered: CAESAR"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TO_COME)
def test_what_begins_later_or_is_wished_for_has_not_begun(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected


TRACKER = """Arms for Ukraine: who gave what, a running list

NORWAY (announced 11 Feb.)
Oslo sent 22 M113 carriers.

DENMARK (4 Feb.)
- {item}

LITHUANIA (29 Jan. 2024)
- 30 M577 vehicles
"""


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("eighteen Bohdana howitzers", "DK>UA donated 2024-02-04: 18 2S22 Bohdana"),
        ("K600 Rhino mine-clearing tanks: 2", "DK>UA donated 2024-02-04: 2 K600 Rhino"),
        ("Leopard 1A5 tanks: 30, given in 2023", "DK>UA donated 2023: 30 Leopard 1A5"),
        ("Harpoon launchers (two)", "DK>UA donated 2024-02-04: 2 Harpoon"),
    ],
)
def test_a_tracker_dates_its_gifts_in_the_heading_of_the_donor(item: str, expected: str) -> None:
    found = notes(TRACKER.format(item=item))
    assert expected in found
    assert "LT>UA donated 2024-01-29: 30 M577" in found
    assert "NO>UA donated 2024-02-11: 22 M113" in found


@pytest.mark.parametrize(
    "text",
    ["0 new air defence systems", "Patriot batteries: 0", "no further tanks", "zero howitzers"],
)
def test_what_a_tracker_counts_as_none_is_no_gift(text: str) -> None:
    assert not [n for n in notes(TRACKER.format(item=text)) if n.startswith("DK")]


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Hanwha Aerospace of South Korea won an order from Romania for 54 K9s.", "South Korea"),
        ("Hanwha Aerospace of South Korea will deliver 54 K9s to Romania.", "South Korea"),
        ("Saab of Sweden won a contract from Hungary for four Gripens.", "Sweden"),
        ("South Korea's Hanwha Aerospace won an order from Romania for 54 K9s.", "South Korea"),
        ("Hanwha Aerospace won an order from Romania for 54 K9s.", "Hanwha Aerospace"),
    ],
)
def test_the_words_that_name_a_firm_s_home_show_the_supplier(text: str, exact: str) -> None:
    _, [deal] = read(TITLE + text)
    assert [e.exact for e in deal.evidence if e.field == "/supplier"] == [exact]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Purchase of 26,000 artillery shells from Poongsan, DKK 610 million.",
            "KR>DK signed: 26000 artillery shells = DKK 610000000",
        ),
        ("Danish order of 40 trucks and 12 howitzers from Hanwha Aerospace.", "KR>DK signed: 40 trucks, 12 howitzers"),
    ],
)
def test_a_firm_that_is_named_sells_whoever_sold_before(text: str, expected: str) -> None:
    before = "Denmark sold 12 radars to South Korea in 2023 for 40 million euros.\n\n"
    assert any(n.startswith("DK>KR") for n in notes("Denmark and Korea\n\n" + before + text))
    assert expected in notes("Denmark and Korea\n\n" + before + text)
