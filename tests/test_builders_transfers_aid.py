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
        "• Mistral 3 missiles: talks are under way, but no contract exists. Reports that 20 launchers had been ordered were denied by the "
        "ministry.\n",
        (
            "DE>MD donated 2023-01: 19 Piranha 3H",
            "DE>MD planned 2024-10: 14 Piranha 3H",
            "DE>MD planned 2024: 10 tents",
            "PL>MD donated 2022-12: 12 lorry-load non-lethal equipment",
            "FR>MD negotiating: Mistral",
        ),
    ),
    (
        "Aid tracker, week 14: Kosovo\n\nDonors to the Kosovo Security Force\n"
        "Turkey (EUR 27 million): 5 Bayraktar TB2 (2023); 14 Vuran vehicles (2024).\n"
        "United States: 246 Javelin missiles – approved January 2024, USD 75 million.\n"
        "Germany: 12 trucks, in 2022.\n",
        (
            "TR>XK donated 2023: 5 Bayraktar TB2",
            "TR>XK donated 2024: 14 Vuran",
            "US>XK planned 2024-01: 246 FGM-148 Javelin = USD 75000000",
            "DE>XK donated 2022: 12 trucks",
        ),
    ),
    (
        "Estonia's orders and gifts\n\nOrders\n"
        "- 12 HIMARS, December 2022, $200 million, delivered January 2025\n"
        "- 36 K9 howitzers from South Korea; first contract 2018\n\n"
        "Gifts to Ukraine\n- all 24 FH-70 howitzers, January 2023\n",
        (
            "US>EE delivered 2022-12: 12 M142 HIMARS = USD 200000000",
            "KR>EE signed 2018: 36 K9 Thunder",
            "EE>UA donated 2023-01: 24 FH70",
        ),
    ),
    (
        "Ukraine support tracker: what is new in March\n\n"
        "Germany has delivered 18 Leopard 2A6 tanks and three Patriot batteries; announced: two more IRIS-T SLM and 60 MRAPs. Italy: one "
        "SAMP/T battery delivered, a second promised in June.\n",
        (
            "DE>UA donated: 18 Leopard 2A6, 3 battery Patriot",
            "DE>UA planned: 2 IRIS-T SLM, 60 MRAPs",
            "IT>UA donated: 1 battery SAMP/T",
        ),
    ),
    (
        "Ukraine aid tracker\n\nNorway: 22 M109A3GN, delivered 2022; EUR 20 m.\nDenmark: 19 CAESAR, delivered 2023, DKK 1.7 bn.\n",
        ("NO>UA donated 2022: 22 M109A3GN = EUR 20000000", "DK>UA donated 2023: 19 CAESAR = DKK 1700000000"),
    ),
    (
        "What Spain has sent: a list\n\nAccording to our count, Spain has given Ukraine 19 Leopard 2A4 tanks and six Hawk launchers. Ten more "
        "Leopards were promised in April 2024.\n",
        ("ES>UA donated: 19 Leopard 2A4, 6 MIM-23 Hawk", "ES>UA planned 2024-04: 10 Leopard 2A4"),
    ),
]


RECEIVED: list[tuple[str, tuple[str, ...]]] = [
    (
        "Military aid received by Kosovo since 2022\n\n"
        "Turkey\n"
        "- Five Bayraktar TB2 drones, ordered in late 2022 and delivered in July 2023. A purchase.\n"
        "- 14 Vuran armoured vehicles from BMC: all delivered by May 2024.\n\n"
        "United States\n"
        "- $12 million in Foreign Military Financing for 2023, used for radios and night-vision goggles.\n\n"
        "Italy\n"
        "Rome donated 14 Lince in autumn 2024, valued at €4 million.\n\n"
        "Albania\n"
        "Media reports of a gift of 12 howitzers were dismissed by Tirana.\n",
        (
            "TR>XK delivered 2022: 5 Bayraktar TB2",
            "TR>XK delivered ../2024-05: 14 Vuran",
            "US>XK donated 2023: radios, night-vision goggles = USD 12000000",
            "IT>XK donated 2024-23: 14 Lince = EUR 4000000",
        ),
    ),
    (
        "Kenya – security assistance received from abroad\n\n"
        "United Kingdom\n"
        "London sent 12 ambulances and 300 radios in March 2024.\n\n"
        "China (purchases)\n"
        "- 118 VN-4 armoured vehicles, ordered in 2016.\n"
        "- Four Z-9WE helicopters, about $60 million, delivered in 2010.\n\n"
        "Serbia\n"
        "- 30 Lazar III vehicles: negotiations continue.\n",
        (
            "GB>KE donated 2024-03: 12 ambulances, 300 radios",
            "CN>KE signed 2016: 118 VN-4",
            "CN>KE delivered 2010: 4 Z-9WE = USD 60000000",
            "RS>KE negotiating: 30 Lazar 3",
        ),
    ),
    (
        "Moldova: what partners have given\n\n"
        "European Union\n"
        "In May 2024 the Council approved a €41 million measure under the European Peace Facility. It covers trucks and cyber kits. "
        "A further measure of €20 million was proposed but blocked.\n\n"
        "Israel (exports)\n"
        "- Six ATMOS guns, roughly $50 million, contracted in 2024; talks on 12 more continue.\n",
        (
            "European Union>MD donated 2024-05: trucks, cyber kits = EUR 41000000",
            "IL>MD signed 2024: 6 ATMOS = USD 50000000",
            "IL>MD negotiating: 12 ATMOS",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), RECEIVED)
def test_what_one_state_has_received(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text, "2025-06-05") == expected


@pytest.mark.parametrize(("text", "expected"), PAGES)
def test_pages(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text, "2025-03-10") == expected


NOTHING = [
    # no aid to anybody
    "Sports equipment\n\nGERMANY\n- May 2023: 19 balls and 4 nets.\n- 2024: 12 bicycles, EUR 3,000.\n",
    # people are not given
    "Military aid to Moldova: who has given what\n\nROMANIA\n- 2024: 420 soldiers trained at Cincu.\n- 75 sappers took a six-week course.\n",
    # a line of one word below a package
    "The United States announced a new security assistance package for Ukraine worth $500 million.\n\nThe\n\nIt is the 30th.\n",
    # an item that denies
    "Military aid to Moldova: who has given what\n\nUNITED STATES\n- No lethal weapons have been provided.\n",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text: str) -> None:
    assert notes(text, "2025-03-10") == ()


TRACKER = "# Aid to Ukraine\n\n## Poland\n\n{item}\n"


@pytest.mark.parametrize("mark", ["{}", "**{}**", "*{}*", "***{}***", "__{}__"])
@pytest.mark.parametrize(
    ("name", "rest", "expected"),
    [
        ("PT-91 Twardy", ": 60", ("PL>UA donated: 60 PT-91 Twardy",)),
        ("MiG-29", ": 14 (April 2023)", ("PL>UA donated 2023-04: 14 MiG-29",)),
        ("Krab howitzers", ": 54 sold, 18 donated", ("PL>UA signed: 54 Krab", "PL>UA donated: 18 Krab")),
        ("Krab howitzers", ": 54 sold and 18 donated", ("PL>UA signed: 54 Krab", "PL>UA donated: 18 Krab")),
        ("Krab", ": 18 donated, 54 sold", ("PL>UA donated: 18 Krab", "PL>UA signed: 54 Krab")),
    ],
)
def test_emphasis_around_a_name_does_not_matter(mark: str, name: str, rest: str, expected: tuple[str, ...]) -> None:
    found = notes(TRACKER.format(item=f"- {mark.format(name)}{rest}"))
    assert tuple(n.replace(" 2023-04", "") for n in found) == tuple(e.replace(" 2023-04", "") for e in expected)
    assert notes(TRACKER.format(item=f"- {mark.format(name + ':')}{rest[1:]}")) == found


def test_a_star_that_points_to_a_note_is_no_emphasis() -> None:
    text = TRACKER.format(item="- MiG-29: 14*\n- PT-91 Twardy: 60*")
    assert notes(text) == ("PL>UA donated: 14 MiG-29", "PL>UA donated: 60 PT-91 Twardy")


@pytest.mark.parametrize("item", ["Krab howitzers: 54 seen, 18 lost", "Krab howitzers: 54 sold to Norway, 18 lost"])
def test_what_went_another_way_is_no_share(item: str) -> None:
    assert not any(n.startswith("PL>UA signed") for n in notes(TRACKER.format(item=f"- {item}")))
