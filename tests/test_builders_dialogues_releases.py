"""Dialogues in ministries' releases: gatherings of organisations, offices that own a visit, what only leads on to a meeting."""

from __future__ import annotations

import pytest
from test_builders_dialogues import dialogues, who


def told(text: str) -> list[tuple[str, list[str], str | None, str | None]]:
    found = dialogues(text)
    return [(r.kind.value, sorted(who(text, r)), r.place, r.date.edtf if r.date else None) for r in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "NATO defence ministers held a meeting in Brussels on Monday.",
            ("ministerial", ["NATO"], "Brussels", "2025-06-09"),
        ),
        (
            "EU foreign ministers ended a two-day meeting in Brussels on 3 June with moves to strengthen the Union's "
            "partnership with NATO.",
            ("ministerial", ["EU"], "Brussels", "2025-06-02/2025-06-03"),
        ),
        (
            "A meeting involving the Ministers of Defence of Chile and Norway took place in Oslo on 3 June.",
            ("ministerial", ["CL", "NO"], "Oslo", "2025-06-03"),
        ),
        (
            "Norway and Chile held in Lima the first defence dialogue on 3 June.",
            ("dialogue", ["CL", "NO"], "Lima", "2025-06-03"),
        ),
    ],
)
def test_meetings_of_releases(text: str, expected: tuple[str, list[str], str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Norwegian Defence Minister Tore Sandvik is beginning his two-day visit to Poland today.",
         "2025-06-15/2025-06-16"),
        ("Norwegian Defence Minister Tore Sandvik starts a three-day visit to Poland on 17 June.", "2025-06-17/2025-06-19"),
        ("Since February 2019, when Norway's Tore Sandvik was in Lima, the two navies have trained together.", "2019-02"),
    ],
)  # fmt: skip
def test_days_of_a_stay(text: str, date: str) -> None:
    assert [r.date.edtf for r in dialogues(text) if r.date and r.kind.value == "visit"] == [date]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ana Perez, Chile's foreign minister, spoke of arranging the Norwegian Prime Minister's visit to Chile.",
            ("visit", ["CL", "NO"], "Chile"),
        ),
        (
            "Tore Sandvik, Norway's defence minister, spoke in Oslo of the Chilean president's visit to Norway.",
            ("visit", ["CL", "NO"], "Norway"),
        ),
    ],
)
def test_whose_visit_an_office_tells(text: str, expected: tuple[str, list[str], str]) -> None:
    assert expected in [(kind, people, place) for kind, people, place, _ in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian Defence Minister Tore Sandvik completed a visit to Chile on 3 June prior to departing for Peru.",
        "Norwegian Defence Minister Tore Sandvik met Chile's Luis Soto in Lima, then spoke of Chile before departing for Peru.",
    ],
)
def test_leaving_for_a_third_state_is_no_visit_yet(text: str) -> None:
    assert all(place != "Peru" for kind, _, place, _ in told(text) if kind == "visit")


def test_a_summit_that_is_only_spoken_of_has_neither_day_nor_town() -> None:
    text = (
        "Yesterday Defence Minister Hanno Pevkur of Estonia met Swedish Defence Minister Pål Jonson in Tallinn to discuss "
        "the upcoming NATO summit."
    )
    assert [(people, place, day) for kind, people, place, day in told(text) if kind == "summit"] == [
        (["NATO"], None, None)
    ]


def test_what_is_held_beside_a_summit_has_its_own_sides() -> None:
    text = "The Chile-Norway summit meeting was held on the sidelines of the G20 summit in Rome on 2 June."
    assert [people for kind, people, _, _ in told(text) if kind == "summit" and "Group of Twenty" in people] == [
        ["Group of Twenty"]
    ]


def test_matters_that_are_discussed_are_no_meeting() -> None:
    text = (
        "At the meeting with the Minister of Defence of Poland, matters related to the NATO summit will be discussed, "
        "Estonia's Hanno Pevkur said."
    )
    assert all("NATO" not in people for kind, people, _, _ in told(text) if kind != "summit")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "NATO Secretary-General Mark Rutte will make a courtesy call to President Juan Soto of Chile and meet with "
            "Defence Minister Luis Perez of Chile.",
            [("courtesy_call", "Juan Soto"), ("ministerial", "Luis Perez")],
        ),
        (
            "On 3 June Chilean Defence Minister Luis Soto and Norwegian Defence Minister Tore Sandvik held a telephone "
            "conference.",
            [("phone_call", "Luis Soto")],
        ),
    ],
)
def test_calls_and_what_follows(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(kind, set(people)) for kind, people, _, _ in told(text)]
    assert len(found) == len(expected)
    for kind, person in expected:
        assert any(kind == k and person in people for k, people in found)


def test_tags_below_a_story_are_no_meetings() -> None:
    assert told("Norway's army\n\nThe army trained.\n\n- Ambassador\n- G7 Summit\n- Ukraine") == []


def test_a_meeting_to_be_held_lies_ahead() -> None:
    text = "They spoke of the NATO defence ministerial meeting to be held in Oslo in October."
    assert [day for _, _, _, day in told(text)] == ["2025-10"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Ministers of Defence of Norway and Chile, Tore Sandvik and Luis Soto, signed a defence agreement in Oslo.",
            [("ministerial", ["CL", "Luis Soto", "NO", "Tore Sandvik"], "Oslo", None)],
        ),
        ("Norway will host the NATO leaders' summit in Oslo in July.", [("summit", ["NATO", "NO"], "Oslo", "2025-07")]),
        (
            "Spanish Defence Minister Margarita Robles received Saudi Minister of Defence Prince Khalid bin Salman in "
            "Madrid on 3 June.",
            [("ministerial", ["ES", "Khalid bin Salman", "Margarita Robles", "SA"], "Madrid", "2025-06-03")],
        ),
        (
            "South Korean Foreign Minister Park Jin will discuss defence during the meeting with his Polish counterpart "
            "Zbigniew Rau on 17 June.",
            [("ministerial", ["KR", "PL", "Park Jin", "Zbigniew Rau"], None, "2025-06-17")],
        ),
        ("The contract for the tanks is under bilateral consultation between Chile and Norway.", []),
    ],
)
def test_who_met_where(text: str, expected: list[tuple[str, list[str], str | None, str | None]]) -> None:
    assert told(text) == expected


def test_a_war_that_was_talked_of_is_no_place() -> None:
    text = (
        "Foreign Minister Ana Perez of Chile met Norwegian Foreign Minister Espen Barth Eide in Oslo on 3 June. The two "
        "ministers exchanged views on Asia, including the war in Ukraine, during a luncheon following their meeting."
    )
    assert {place for _, _, place, _ in told(text)} == {"Oslo"}


@pytest.mark.parametrize(
    "text",
    [
        "The Baltic defence ministers met on 3 June on the island of Saaremaa, Estonia. Sweden sent an envoy.",
        "Chile noted that this year marks the 30th anniversary of the launch of the defence summit of Chile and Norway.",
    ],
)
def test_groups_and_anniversaries_tell_of_no_meeting_of_two(text: str) -> None:
    assert told(text) == []


def test_who_is_named_of_a_group_met() -> None:
    text = "The Nordic ministers of defence, Tore Sandvik of Norway and Pål Jonson of Sweden, met in Oslo on 3 June."
    assert told(text) == [("ministerial", ["NO", "Pal Jonson", "SE", "Tore Sandvik"], "Oslo", "2025-06-03")]


@pytest.mark.parametrize("town", ["Washington, D.C.", "Washington, DC", "Washington DC", "Washington D.C."])
def test_a_town_with_its_district(town: str) -> None:
    text = f"Norwegian Defence Minister Tore Sandvik will pay an official visit to {town} on 17 June."
    assert [(people, day) for _, people, _, day in told(text)] == [(["NO", "Tore Sandvik", "US"], "2025-06-17")]


def test_a_call_is_told_of_once() -> None:
    text = (
        "Foreign Minister Cho Tae-yul held a phone call with his Japanese counterpart, Yoko Kamikawa, on defence. Cho and "
        "Kamikawa spoke for over 30 minutes on 3 June."
    )
    assert [(kind, day) for kind, _, _, day in told(text)] == [("phone_call", "2025-06-03")]


def test_the_season_of_what_is_discussed_is_not_that_of_the_talks() -> None:
    text = (
        "Norwegian Defence Minister Tore Sandvik will meet US Secretary of Defence Lloyd Austin on 17 June. Sandvik and "
        "Austin will discuss the NATO summit next summer."
    )
    assert [day for kind, _, _, day in told(text) if kind == "ministerial"] == ["2025-06-17"]


def test_the_day_of_a_report_is_not_that_of_the_meeting() -> None:
    text = "According to the ministry on 13 June, Norway's Tore Sandvik met Lloyd Austin of the United States."
    assert [day for _, _, _, day in told(text)] == [None]
