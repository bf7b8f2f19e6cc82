"""Deals whose goods, givers or dates stand in another place than usual: in front, in a cleft, in a clause about others."""

from __future__ import annotations

import pytest
from transfer_reading import notes

TITLE = "Notes of the week\n\n"

CLAUSES: list[tuple[str, tuple[str, ...]]] = [
    (
        "Norway has ordered 54 Leopard 2A8 tanks from KNDS, the successors of its Leopard 2A4s.",
        ("DE>NO signed: 54 Leopard 2A8",),
    ),
    (
        "London and Oslo are to run a fleet of Type 26 frigates. Five of them Norway is to buy for about 10 "
        "billion pounds.",
        ("GB>NO planned: 5 Type 26 = GBP 10000000000",),
    ),
    (
        "The Bayraktar TB2 is cheap. Six of them Niger ordered in 2021.",
        ("TR>NE signed 2021: 6 Bayraktar TB2",),
    ),
    (
        "Ninety-six AH-64E Apaches: that is what Warsaw signed for in August 2024.",
        ("US>PL signed 2024-08: 96 AH-64E Apache Guardian",),
    ),
    (
        "Fifty-four Leopard 2A8 tanks are what Oslo ordered from KNDS.",
        ("DE>NO signed: 54 Leopard 2A8",),
    ),
    (
        "What Oslo ordered in 2023 were 54 Leopard 2A8 tanks.",
        ("DE>NO signed 2023: 54 Leopard 2A8",),
    ),
    (
        "Six Rafales: just what Zagreb has bought from Paris.",
        ("FR>HR signed: 6 Rafale",),
    ),
    (
        "What Tallinn bought from Seoul was a dozen K9 howitzers.",
        ("KR>EE signed: 12 K9 Thunder",),
    ),
    (
        "What worries Oslo are 54 Leopard 2A8 tanks.",
        (),
    ),
    (
        "Two of the 12 K9 howitzers ordered by Estonia in 2022 are in service.",
        ("KR>EE signed 2022: 12 K9 Thunder",),
    ),
    (
        "Six of the 24 Rafales Greece ordered from Dassault stand at Tanagra.",
        ("FR>GR signed: 24 Rafale",),
    ),
    (
        "Half of the crews are trained. Four of the eight F-16s that Bulgaria bought have landed.",
        ("US>BG delivered: 8 F-16 Fighting Falcon",),
    ),
    (
        "Last year Seoul did sell the Americans 100,000 155 mm shells.",
        ("KR>US signed 2023: 100000 155 mm shells",),
    ),
    (
        "In 2021 Greece did buy 18 Rafales from France.",
        ("FR>GR signed 2021: 18 Rafale",),
    ),
    (
        "Seoul does supply Poland with K2 tanks.",
        ("KR>PL signed: K2 Black Panther",),
    ),
    (
        "Oslo did not buy 54 K2 tanks from South Korea.",
        (),
    ),
    (
        "In 2022 Finland did order 64 F-35 fighters.",
        ("US>FI signed 2022: 64 F-35 Lightning II",),
    ),
    (
        "Norway promised Ukraine two NASAMS fire units in March 2023; two others had been delivered by the "
        "United States in November 2022.",
        ("NO>UA planned 2023-03: 2 NASAMS", "US>UA donated 2022-11: 2 NASAMS"),
    ),
    (
        "All eighteen Leopard 2A6s pledged by Berlin had rolled into Ukraine by March 2023.",
        ("DE>UA donated: 18 Leopard 2A6",),
    ),
    (
        "Six HIMARS promised by Washington had reached Ukraine by July 2022.",
        ("US>UA donated: 6 M142 HIMARS",),
    ),
    (
        "The 14 Challenger 2s donated by Britain arrived in Ukraine in March 2023.",
        ("GB>UA donated 2023-03: 14 Challenger 2",),
    ),
    (
        "Canberra's 49 retired M1A1 Abrams are on their way to Ukraine.",
        ("AU>UA planned: 49 M1A1 Abrams",),
    ),
    (
        "Estonia got its D-30 howitzers from Finland in 2009. Nine of the guns are meant for Ukraine.",
        ("FI>EE delivered 2009: D-30", "EE>UA planned: 9 D-30"),
    ),
    (
        "Six Chunmoo launchers are en route to Estonia from South Korea.",
        ("KR>EE planned: 6 K239 Chunmoo",),
    ),
    (
        "Eighteen K9 howitzers went from South Korea to Finland in 2018.",
        ("KR>FI delivered 2018: 18 K9 Thunder",),
    ),
    (
        "Five Mi-17s passed from Afghanistan to Ukraine in 2022.",
        ("AF>UA donated 2022: 5 Mi-17",),
    ),
    (
        "The gap would take at least two Patriot batteries to close, Athens said.",
        (),
    ),
    (
        "The coastal squadrons, which Poland equips with the Naval Strike Missile, took part.",
        (),
    ),
    (
        "The Mistral 3 won in Brussels, whose army signed on 2 December for 280 missiles at 122 million euros.",
        ("FR>BE signed 2023-12-02: 280 Mistral = EUR 122000000",),
    ),
    (
        "Slovenia parted with 28 M-55S tanks, which it presented to Ukraine in October.",
        ("SI>UA donated: 28 M-55S",),
    ),
    (
        "Estonia gave up nine D-30 howitzers, which it handed to Ukraine in March 2022.",
        ("EE>UA donated 2022-03: 9 D-30",),
    ),
    (
        "Estonia will field six HIMARS launchers under a contract worth $200 million that was concluded in "
        "December 2022.",
        ("US>EE signed 2022-12: 6 M142 HIMARS = USD 200000000",),
    ),
    (
        "Norway's gunners will get four more K9s from Hanwha after a deal struck in November 2022.",
        ("KR>NO signed 2022-11: 4 K9 Thunder",),
    ),
    (
        "Croatia passed on 14 Mi-8s to Ukraine in November 2023. Into the gap step Black Hawks: two were "
        "donated by Washington in 2022.",
        ("HR>UA donated 2023-11: 14 Mi-8", "US>HR donated 2022: 2 UH-60 Black Hawk"),
    ),
    (
        "China delivered a battery of FK-3 missiles to Serbia aboard six Y-20s in April 2022.",
        ("CN>RS delivered 2022-04: HQ-22",),
    ),
    (
        "Argentina's air force is to fly F-16s. The defence minister in Copenhagen on Tuesday signed the "
        "papers for twenty-four of them; all come second-hand from Denmark.",
        ("DK>AR signed 2024-06-04: 24 F-16 Fighting Falcon",),
    ),
    (
        "Fourteen CV90s more, paid for by Denmark, will be built.",
        (),
    ),
    (
        "Kyiv ordered eight Zuzana 2 howitzers from Konstrukta in June 2022; another sixteen are on the "
        "books, and for these Denmark, Norway and Germany foot the 92-million-euro bill.",
        ("SK>UA signed 2022-06: 8 Zuzana 2", "SK>UA signed: 16 Zuzana 2 = EUR 92000000"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES, ids=[text[:60] for text, _ in CLAUSES])
def test_goods_givers_and_dates_in_other_places(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected
