"""Till when forces stay, whose turn at air policing it is, and whose forces a long subject speaks of."""

from __future__ import annotations

import pytest
from annotation_reading import annotated


def told(text: str, published: str) -> list[tuple[str, str | None]]:
    return [(d["actor"], d["date"]) for d in annotated(text, "deployment", published)]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "HMS Duncan and the Turkish frigate Yildirim tied up in the port of Odessa on Monday, the ministry reports, and will stay "
            "in Ukrainian waters until July 27.",
            "2017-07-24",
            [("GB, TR", "2017-07-24/2017-07-27")],
        ),
        (
            "Four Italian Eurofighters touched down at Ämari on Tuesday. The newcomers, with 130 crew in tow, stand alert until the "
            "end of July.",
            "2025-03-14",
            [("IT", "2025-03-11/2025-07")],
        ),
        (
            "The frigate Baden-Württemberg tied up at Incheon on Friday morning, the first German warship there. She stays until "
            "Tuesday.",
            "2024-09-09",
            [("DE", "2024-09-06/2024-09-10")],
        ),
        (
            "Some 200 Danish soldiers have been stationed in Latvia since May 2024. They will remain there until December.",
            "2024-09-09",
            [("DK", "2024-05/2024-12")],
        ),
        (
            "A Portuguese detachment of four F-16s arrived at Siauliai on 2 September 2024. The detachment will remain until 30 "
            "November.",
            "2024-09-09",
            [("PT", "2024-09-02/2024-11-30")],
        ),
        # what runs until then is something else
        (
            "About 200 Danish soldiers arrived in Latvia on 2 September. The contract for the school runs until 2027.",
            "2024-09-09",
            [("DK", "2024-09-02")],
        ),
        # an end before the beginning is no end
        (
            "About 200 Danish soldiers arrived in Latvia on 2 September. They had remained in Poland until 30 August.",
            "2024-09-09",
            [("DK", "2024-09-02")],
        ),
    ],
)
def test_the_end_of_a_stay_is_told_later(text: str, published: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(text, published)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "A German contingent using five Eurofighter Typhoon jets will take over the NATO Baltic air policing mission from the "
            "Royal Air Force at a ceremony at Ämari on Wednesday.",
            "2016-08-31",
            [("DE", "2016-08-31")],
        ),
        (
            "The Hungarian Air Force took over NATO's Baltic Air Policing mission on 1 August 2022.",
            "2022-08-03",
            [("HU", "2022-08-01")],
        ),
        (
            "Portuguese F-16 fighters started performing NATO air policing duties on 2 April 2023.",
            "2023-04-03",
            [("PT", "2023-04-02")],
        ),
        ("The Italian Air Force is currently based at Šiauliai Air Base in Lithuania.", "2023-08-02", [("IT", None)]),
        ("The Italian Air Force is based in Rome.", "2023-08-02", []),
        # those whose service has a station are not those who are sent
        (
            "U.S. airmen and F-15C Eagle fighter aircraft assigned to the 48th Fighter Wing, Royal Air Force Lakenheath, England, are "
            "deployed to Keflavik Air Base, Iceland.",
            "2020-10-20",
            [("US", None)],
        ),
        # what stands in front of the subject or beside it is not the subject
        (
            "Following Russia's war of aggression against Ukraine, NATO allies agreed to establish four additional battlegroups in "
            "Eastern Europe.",
            "2023-06-13",
            [("NATO", None)],
        ),
        (
            "Military personnel and 80 vehicles from the German 41st tank brigade's 413th infantry battalion arrived in Lithuania on "
            "Wednesday.",
            "2022-10-05",
            [("DE", "2022-10-05")],
        ),
        (
            "Roughly 1,000 soldiers from the German Army's 41st Brigade were deployed to Lithuania.\n\nGermany has led the NATO "
            "battlegroup in Lithuania since 2017.",
            "2023-06-13",
            [("DE", None), ("DE", "2017/..")],
        ),
        (
            "Two vessels of the Republic of Korea Navy have arrived at Portsmouth Naval Base. The destroyer Chungmugong Yi Sun-sin, "
            "named for a 16th-century admiral, belongs to the Cruise Training Task Group.",
            "2018-09-28",
            [("KR", None)],
        ),
        ("The UK will hold exercises with South Korean forces off the peninsula.", "2025-08-13", [("GB", None)]),
    ],
)
def test_whose_forces_they_are(text: str, published: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(text, published) == expected
