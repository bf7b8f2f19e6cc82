"""Prepositions that open or close an interval, and those that do not."""

from __future__ import annotations

from datetime import date

import pytest

from kordef.mentions.dates.finder import dates_in

FRIDAY = date(2024, 4, 26)
"""The date of the text where a case names none."""

Expected = tuple[tuple[str, str | None], ...]


def read(text: str, anchor: date = FRIDAY) -> Expected:
    """Each date's quote and EDTF; a part stands behind the EDTF."""
    found = dates_in(text, anchor)
    assert all(text[m.start : m.end] == m.exact for m in found)
    return tuple((m.exact, f"{m.period.edtf} {m.period.part}" if m.period.part else m.period.edtf) for m in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("since 2021", (("since 2021", "2021/.."),)),
        ("since June 2022", (("since June 2022", "2022-06/.."),)),
        ("Since October 2022 the mission has trained", (("Since October 2022", "2022-10/.."),)),
        ("in force since Feb. 9, 1967", (("since Feb. 9, 1967", "1967-02-09/.."),)),
        ("have been in Incheon since Friday", (("since Friday", "2024-04-26/.."),)),
        ("sold abroad since January", (("since January", "2024-01/.."),)),
        ("deliveries are planned from 2025", (("from 2025", "2025/.."),)),
        ("raise spending to 3% of GDP from 2023", (("from 2023", "2023/.."),)),
        ("from 2025 onwards", (("from 2025 onwards", "2025/.."),)),
        ("200,000 per year from 2027 on.", (("from 2027 on", "2027/.."),)),
        ("2025 or later", (("2025 or later", "2025/.."),)),
        ("starting from January 1, 2023", (("starting from January 1, 2023", "2023-01-01/.."),)),
        ("beginning in 2025", (("beginning in 2025", "2025/.."),)),
        ("effective July 1, 2024", (("effective July 1, 2024", "2024-07-01/.."),)),
        ("measures taken after 2022", (("after 2022", "2022/.."),)),
        ("post-2022", (("post-2022", "2022/.."),)),
        ("not before 2026", (("not before 2026", "2026/.."),)),
        ("no earlier than 2026", (("no earlier than 2026", "2026/.."),)),
        ("from March 2022 to the present", (("from March 2022 to the present", "2022-03/.."),)),
        ("since the start of 2025", (("since the start of 2025", "2025/.. early"),)),
    ],
)
def test_open_ends(text: str, expected: Expected) -> None:
    """Since, from and after open an interval; the preposition is part of the quote."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 percent of GDP by 2035", (("by 2035", "../2035"),)),
        ("by late 2028", (("by late 2028", "../2028 late"),)),
        ("by early 2027", (("by early 2027", "../2027 early"),)),
        ("no later than 2026", (("no later than 2026", "../2026"),)),
        ("not later than March 31, 2025", (("not later than March 31, 2025", "../2025-03-31"),)),
        ("until July 2029", (("until July 2029", "../2029-07"),)),
        ("until April 4, 2025", (("until April 4, 2025", "../2025-04-04"),)),
        ("deliveries until mid-2026", (("until mid-2026", "../2026 mid"),)),
        ("through 2030", (("through 2030", "../2030"),)),
        ("fly on through the end of 2030", (("through the end of 2030", "../2030 late"),)),
        ("before 2030", (("before 2030", "../2030"),)),
        ("prior to 2014", (("prior to 2014", "../2014"),)),
        ("up to 2024", (("up to 2024", "../2024"),)),
        ("on or before 31 December 2025", (("on or before 31 December 2025", "../2025-12-31"),)),
        ("by year-end", (("by year-end", "../2024 late"),)),
        ("the rest by year's end", (("by year's end", "../2024 late"),)),
        ("by the end of the year", (("by the end of the year", "../2024 late"),)),
        ("by next summer", (("by next summer", "../2024-22"),)),
        ("by the middle of the decade", (("by the middle of the decade", "../202X mid"),)),
        ("pre-2022", (("pre-2022", "../2022"),)),
        ("ready by 2030 at the latest", (("by 2030", "../2030"),)),
        ("delays talks until mid-month", (("until mid-month", "../2024-04 mid"),)),
        ("That will take until at least 2027.", (("until at least 2027", "../2027"),)),
    ],
)
def test_open_beginnings(text: str, expected: Expected) -> None:
    """By, until and through close an interval."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The contract dates from November 2022.", (("November 2022", "2022-11"),)),
        ("SEK 4 b deal from Nov. 2021", (("Nov. 2021", "2021-11"),)),
        ("An earlier draft, from 2019, had foreseen", (("2019", "2019"),)),
        ("rose 14% from 2021", (("2021", "2021"),)),
        ("up from 2022", (("2022", "2022"),)),
        ("fell to 88% of 2019 levels, or from 2019 levels", (("2019", "2019"), ("2019", "2019"))),
        ("It was moved from Monday to Wednesday.", (("Monday", "2024-04-22"), ("Wednesday", "2024-04-24"))),
        ("postponed from 2025 to 2027", (("2025", "2025"), ("2027", "2027"))),
        ("halfway through 2024", (("2024", "2024"),)),
        ("as of 1 January 2024", (("1 January 2024", "2024-01-01"),)),
        ("as early as this month", (("this month", "2024-04"),)),
        ("since the 2022 invasion", (("2022", "2022"),)),
    ],
)
def test_dates_that_open_nothing(text: str, expected: Expected) -> None:
    """A preposition that opens no interval stays outside."""
    assert read(text) == expected
