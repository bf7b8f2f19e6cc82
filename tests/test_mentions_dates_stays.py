"""Days counted within a stay, plans and their tenses, texts without a date of their own, games, and emphasis."""

from __future__ import annotations

from datetime import date

import pytest

from kordef.annotations import annotate
from kordef.mentions.dates.finder import dates_in, find_dates
from kordef.periods import Period
from kordef.pipeline import extract
from kordef.reading import read_text

TUESDAY = date(2026, 2, 10)


def read(text: str) -> list[str]:
    return [f"{mention.exact} = {mention.period.edtf}" for mention in dates_in(text, TUESDAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "She was in Riga from 3 to 5 February. On the second day she saw the range.",
            ["from 3 to 5 February = 2026-02-03/2026-02-05", "the second day = 2026-02-04"],
        ),
        (
            "The fair ran from 3 to 6 February. On the final day a contract was signed.",
            ["from 3 to 6 February = 2026-02-03/2026-02-06", "the final day = 2026-02-06"],
        ),
        (
            "He landed on 3 February. On the third day of his visit he met the speaker.",
            ["3 February = 2026-02-03", "the third day = 2026-02-05"],
        ),
        ("On the second day of the war the bridge fell.", []),
        (
            "In February 2022 it began. On the second day of the offensive they turned back.",
            ["February 2022 = 2022-02"],
        ),
        ("By the end of January, 20 hulls had been launched.", ["By the end of January = ../2026-01"]),
        ("By the end of March forty hulls will have been launched.", ["By the end of March = ../2026-03"]),
        ("He saw the camp, where a drill runs until 26 February.", ["until 26 February = ../2026-02-26"]),
        ("Oslo agreed on Thursday, adding that it could pay more.", ["Thursday = 2026-02-05"]),
        ("The minister called on Ankara on Thursday, saying it might help.", ["Thursday = 2026-02-05"]),
        ("The two sides agreed to meet in May.", ["May = 2026-05"]),
        ("The two sides agreed to a truce in May.", ["May = 2025-05"]),
        ("The committee meets on the 10th.", ["the 10th = 2026-02-10"]),
        ("The hearing is set for the 27th.", ["the 27th = 2026-02-27"]),
        ("It was her visit for the 27th time.", []),
        ("Talks were broken off in the spring without result.", ["the spring = 2025-21"]),
        (
            "It was agreed in July 2023. The next summer they met again.",
            ["July 2023 = 2023-07", "The next summer = 2024-22"],
        ),
        ("Next summer they will meet again.", ["Next summer = 2026-22"]),
        (
            "Orders in the first half of 2024 were twice those of the corresponding period of 2023.",
            ["the first half of 2024 = 2024-40", "the corresponding period of 2023 = 2023-01/2023-06"],
        ),
        (
            "From 2020 to 2024 imports grew against the preceding five-year period.",
            ["From 2020 to 2024 = 2020/2024", "the preceding five-year period = 2015/2019"],
        ),
        ("Spending should rise to 5% from 2027.", ["from 2027 = 2027/.."]),
        ("Spending rose to 5% from 2021.", ["2021 = 2021"]),
        ("Payment is due before the budget year 2028.", ["before the budget year 2028 = ../2028"]),
        ("The second ship is due in two years.", ["two years = 2028"]),
        ("The price will rise by a fifth in two years.", []),
        ("The second ship was built in two years.", []),
        ("It reaches that level by **Q2 2027**, says the plan.", ["by **Q2 2027 = ../2027-34"]),
        ("The **2025–2029 Plan** foresees more.", ["The **2025–2029 = 2025/2029"]),
    ],
)
def test_turn(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_the_year_before_a_fiscal_year() -> None:
    text = "Sales were higher in fiscal 2017 than in the previous year, the Defense Security Cooperation Agency said."
    found = find_dates(read_text("a.txt", text), Period(edtf="2018-01-25"))
    assert [m.period.edtf for m in found] == ["2016-10/2017-09", "2016"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Officials met last week.\n\nOn Monday they met again, and this spring more will follow.",
            ["last week", "Monday", "this spring"],
        ),
        ("Losses have grown in recent weeks.\n\nA few days ago the line moved.", []),
    ],
)
def test_a_relative_date_of_a_text_without_a_date(text: str, expected: list[str]) -> None:
    lines = [line for line in annotate(extract(read_text("a.txt", text))) if line["family"] == "date"]
    assert [line["quote"] for line in lines] == expected
    assert all(line["edtf"] is None and line["relative"] for line in lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The quarterback threw a touchdown in the fourth quarter. They led after the third quarter of Saturday's game.",
            ["Saturday"],
        ),
        (
            "Profits fell in the fourth quarter, with sales down since the third quarter.",
            ["the fourth quarter", "since the third quarter"],
        ),
        ("The quarterback threw a touchdown in the third quarter of 2024.", ["the third quarter of 2024"]),
    ],
)
def test_quarters_of_a_game(text: str, expected: list[str]) -> None:
    found = find_dates(read_text("a.txt", text), Period(edtf="2026-02-10"))
    assert [m.exact for m in found] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ESSAY | By Ann Lee | Spring issue 2024, published 2 April", ["2024 = 2024", "2 April = 2024-04-02"]),
        ("ESSAY | By Ann Lee | 2 April", ["2 April = 2024-04-02"]),
    ],
)
def test_the_day_that_an_issue_was_published(line: str, expected: list[str]) -> None:
    text = f"Guns and butter\n\n{line}\n\nThe state had 36 guns. They were old.\n"
    found = find_dates(read_text("a.txt", text), Period(edtf="2024-04-02"))
    assert [f"{m.exact} = {m.period.edtf}" for m in found] == expected
