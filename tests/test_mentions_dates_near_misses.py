"""What looks like a date and is none."""

from __future__ import annotations

from datetime import date

import pytest

from kordef.mentions.dates.finder import dates_in

FRIDAY = date(2024, 4, 26)


@pytest.mark.parametrize(
    "text",
    [
        "It may be that",
        "Theresa May said",
        "Prime Minister May told",
        "They march on",
        "the march to the sea",
        "march past",
        "10 may be delivered",
        "June Kim said",
        "April Glaspie said",
        "an august body",
        "Jan Lipavsky met",
        "Mar del Plata",
        "May I ask",
    ],
)
def test_may_and_march_are_no_dates(text: str) -> None:
    """ "May" and "March" as verbs and names."""
    assert dates_in(text, FRIDAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "PzH 2000 howitzers",
        "the Vision 2030 plan",
        "Agenda 2030",
        "Land 2000 Phase 3",
        "the '2025 Drone Show Korea'",
        "MSPO 2024 fair",
        "Seoul ADEX 2023",
        "the World Expo 2030 bid",
        "Boeing 737",
        "room 2016",
        "No. 2024",
        "Article 2019",
        "UN resolution 1929",
        "F-2000",
        "Table 2019",
        "Regulation (EU) 2023/1525",
        "Directive 2014/24/EU",
        "Law 5/2024",
        "Factory 2000",
        "ISO 2024",
    ],
)
def test_numbers_in_names_are_no_dates(text: str) -> None:
    """Numbers of four digits inside names."""
    assert dates_in(text, FRIDAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "2000 rounds of ammunition",
        "more than 2000 troops",
        "2,022 tanks",
        "$2024",
        "1,300",
        "2000 km",
        "a range of 2020 km",
        "1900 hours",
        "nearly 2000",
        "at 1900 GMT",
        "about 2000 soldiers",
        "2020 nautical miles",
        "1945 men",
        "2030 additional vehicles",
    ],
)
def test_counts_and_measures_are_no_dates(text: str) -> None:
    """Numbers of four digits that count or measure."""
    assert dates_in(text, FRIDAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "for two years",
        "ten months after signature",
        "10-year deal",
        "within 14 days",
        "it has two years left",
        "four years running",
        "year-on-year growth",
        "day-to-day business",
        "seven weeks later",
        "a two-year plan",
        "per year",
        "every day",
        "a quarter of a century",
    ],
)
def test_durations_are_no_dates(text: str) -> None:
    """Lengths of time that are no dates."""
    assert dates_in(text, FRIDAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "the Sunday Times",
        "every Monday",
        "on Mondays",
        "Black Friday sales",
        "Sun Tzu",
        "he sat down",
        "the fall of Kabul",
        "in the fall of Kabul",
        "spring-loaded",
        "winter training in Estonia",
        "the Arab Spring",
        "the Winter Olympics",
    ],
)
def test_weekdays_and_seasons_are_no_dates(text: str) -> None:
    """Weekdays and seasons that are no dates."""
    assert dates_in(text, FRIDAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "a second time",
        "the second day",
        "in the first place",
        "the 27th floor",
        "the 5th Fleet and the 2nd Infantry Division",
        "the 17th Door Haunted Experience",
        "the 25th Anniversary of Diplomatic Relations",
        "the third anniversary of the invasion",
        "won 29-27",
        "at 18:40",
        "quarter-finals",
        "a quarter of the total",
        "H1 antenna and H2 gas",
        "24/7",
        "He scored twice in the first half.",
    ],
)
def test_ordinals_and_scores_are_no_dates(text: str) -> None:
    """Ordinals, scores and times of day."""
    assert dates_in(text, FRIDAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "30 February 2024",
        "99/99/2024",
        "2024-13-45",
        "32 March",
        "31 April 2023",
    ],
)
def test_impossible_days_are_no_dates(text: str) -> None:
    """Days that no calendar has."""
    assert dates_in(text, FRIDAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "today's world",
        "than it is today",
        "Today, South Korea is one of the largest exporters",
        "the Europe of today",
        "like today",
    ],
)
def test_nowadays_are_no_dates(text: str) -> None:
    """ "Today" that means the present age."""
    assert dates_in(text, FRIDAY) == ()
