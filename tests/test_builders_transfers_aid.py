"""Trackers of aid: donors as headings or in the title, items without verbs, tables of what was committed and delivered."""

from __future__ import annotations

import pytest
from transfer_reading import notes

PAGES: list[tuple[str, tuple[str, ...]]] = [
    (
        "Arms aid to Georgia: a fact sheet\n\nUpdated 3 February 2025\n\n"
        "TURKEY\n"
        "- March 2021: 15 Cobra II vehicles; 3 ambulances.\n"
        "- 2023: another 20 vehicles, worth EUR 4 million.\n"
        "- May 2024: two Bayraktar TB2 drones promised.\n\n"
        "LITHUANIA\n"
        "- 500 AK-4 rifles and 1,000 grenades, donated in 2022.\n"
        "- Lithuanian instructors trained 200 soldiers in 2023.\n",
        (
            "TR>GE donated 2021-03: 15 Cobra II, 3 ambulances",
            "TR>GE donated 2023: 20 Cobra II = EUR 4000000",
            "TR>GE planned 2024-05: 2 Bayraktar TB2",
            "LT>GE donated 2022: 500 AK-4, 1000 grenades",
        ),
    ),
    (
        "Ukraine aid tracker, update of 12 May 2024\n\n"
        "Germany\n"
        "Delivered: 18 Leopard 2A6 tanks, 40 Marder infantry fighting vehicles, 14 PzH 2000 howitzers.\n"
        "Announced: 2 Skynex systems, 35 Marder, EUR 1.2 billion for ammunition.\n\n"
        "Denmark\n"
        "Delivered: 19 CAESAR howitzers; 6 F-16 fighters.\n"
        "Pledged: a further 13 F-16s.\n",
        (
            "DE>UA donated: 18 Leopard 2A6, 40 Marder, 14 PzH 2000",
            "DE>UA planned: 2 Skynex, 35 Marder",
            "DK>UA donated: 19 CAESAR, 6 F-16 Fighting Falcon",
            "DK>UA planned: 13 F-16 Fighting Falcon",
        ),
    ),
    (
        "Lebanon: foreign military assistance since 2015\n\nWho has donated what to Lebanon\n\n"
        "United States:\n"
        "• 2019: 150 HMMWVs, delivered to the army in February\n"
        "• 2023: USD 72 million in salaries support\n\n"
        "United Kingdom:\n"
        "• 100 Land Rover vehicles (handed over in 2021)\n"
        "• 350 RWMIK Land Rovers to be delivered in 2025\n\n"
        "Italy:\n"
        "• 2024: 11 trucks and five field kitchens\n",
        (
            "US>LB donated 2019: 150 HMMWV",
            "GB>LB donated 2021: 100 Land Rover vehicles",
            "GB>LB planned 2025: 350 RWMIK Land Rovers",
            "IT>LB donated 2024: 11 trucks, 5 field kitchens",
        ),
    ),
    (
        "List of German military support for Ukraine\n\n"
        "Military support delivered:\n"
        "- 105 Leopard 1A5 main battle tanks (project jointly financed with Denmark)*\n"
        "- 120 Marder infantry fighting vehicles with ammunition and spare parts from industry stocks\n\n"
        "Military support in planning:\n"
        "- 30 Leopard 1A5 main battle tanks\n",
        ("DE>UA donated: 105 Leopard 1A5", "DE>UA donated: 120 Marder", "DE>UA planned: 30 Leopard 1A5"),
    ),
    (
        "Military support for Ukraine: committed and delivered\n\n"
        "Donor | Item | Committed | Delivered\n"
        "Germany | Leopard 2A6 | 18 | 18\n"
        "Netherlands | F-16 | 24 | 6\n"
        "Canada | Senator APC | 200 | -\n",
        (
            "DE>UA donated: 18 Leopard 2A6",
            "NL>UA donated: 24 F-16 Fighting Falcon",
            "CA>UA planned: 200 Senator",
        ),
    ),
    (
        "Military aid to Moldova: who has given what\n\n"
        "GERMANY\n"
        "• January 2023: 19 Piranha 3H armoured personnel carriers. All delivered.\n"
        "• October 2024: a further 14 vehicles of the same type promised by the minister, seven of which arrived before Christmas.\n"
        "• 2024: 10 tents. Nothing has been handed over so far.\n\n"
        "POLAND\n"
        "• December 2022: 12 lorry-loads of non-lethal equipment (helmets, generators, tents).\n\n"
        "FRANCE\n"
        "• Mistral 3 missiles: talks are under way, but no contract exists.\n",
        (
            "DE>MD donated 2023-01: 19 Piranha 3H",
            "DE>MD planned 2024-10: 14 Piranha 3H",
            "DE>MD planned 2024: 10 tents",
            "PL>MD donated 2022-12: 12 lorry-load non-lethal equipment",
            "FR>MD negotiating: Mistral",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAGES)
def test_pages(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text, "2025-03-10") == expected


NOTHING = [
    # no aid to anybody
    "Sports equipment\n\nGERMANY\n- May 2023: 19 balls and 4 nets.\n- 2024: 12 bicycles, EUR 3,000.\n",
    # people are not given
    "Military aid to Moldova: who has given what\n\nROMANIA\n- 2024: 420 soldiers trained at Cincu.\n- 75 sappers took a six-week course.\n",
    # an item that denies
    "Military aid to Moldova: who has given what\n\nUNITED STATES\n- No lethal weapons have been provided.\n",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text: str) -> None:
    assert notes(text, "2025-03-10") == ()
