"""Dates of whole documents: the date of each story, what is inferred, tables, captions, embedded stories."""

from __future__ import annotations

from datetime import date

import pytest

from kordef.document import Document
from kordef.mentions.dates.finder import dates_in, find_dates, publication_dates
from kordef.periods import Period
from kordef.reading import read_text

KNOWN = Period(edtf="2024-07-10")


def document(text: str) -> Document:
    return read_text("test.txt", text)


def story(dateline: str, body: str, title: str = "Romania becomes tenth operator of the howitzer") -> Document:
    return document(
        f"{title}\n\n{dateline}{body}\n\nThe ministry in Seoul confirmed the order and thanked its partner.\n"
    )


def edtfs(source: Document, published: Period | None = None) -> list[tuple[str, str | None]]:
    return [(m.exact, m.period.edtf) for m in find_dates(source, published)]


# The date of a story


@pytest.mark.parametrize(
    ("dateline", "body", "expected"),
    [
        (
            "TALLINN, Jan. 16, 2023 — ",
            "Estonia is buying another 12 howitzers, the ministry said on Monday.",
            "2023-01-16",
        ),
        # the latest past month written with its year lies in an earlier year
        (
            "BUCHAREST, July 10 — ",
            "Romania signed on Tuesday. The tender goes back to July 2023 and took long.",
            "2024-07-10",
        ),
        (
            "BUCHAREST, July 10 — ",
            "Romania signed on Tuesday. The gun was first shown in 2021 in Bucharest.",
            "2022-07-10",
        ),
        # a year of the future tells nothing
        ("BUCHAREST, July 10 — ", "Romania signed in May 2023. Deliveries will run until July 2029.", "2024-07-10"),
        # a weekday beside a day decides between years
        (
            "WARSAW, April 26 — ",
            "Poland ordered rockets in November 2021. The contract was signed on Thursday, April 25, in Changwon.",
            "2024-04-26",
        ),
        # the day before the dateline, as in the caption of the day's photograph
        ("LONDON, Nov. 23 — ", "The leaders met on 22 November 2023 and signed an accord.", "2023-11-23"),
    ],
)
def test_a_story_is_dated_by_its_dateline(dateline: str, body: str, expected: str) -> None:
    (published,) = publication_dates(story(dateline, body))
    assert published is not None
    assert published.edtf == expected


def test_a_known_date_wins_and_completes_the_dateline() -> None:
    source = story("BUCHAREST, July 10 — ", "Romania signed a contract on Tuesday.")
    assert publication_dates(source, KNOWN) == (KNOWN,)
    assert edtfs(source, KNOWN) == [("July 10", "2024-07-10"), ("Tuesday", "2024-07-09")]
    (published,) = publication_dates(source, Period(edtf="2024"))
    assert published is not None
    assert published.edtf == "2024-07-10"


def test_a_copyright_line_dates_a_page_that_nothing_else_does() -> None:
    text = (
        "Poland orders more launchers\n\nCHANGWON, April 26 — Poland has gone back to Hanwha. The first contract dates from "
        "November 2022.\n\nLeave a Reply\nYour email address will not be published. Required fields are marked *\n"
        "© 2024 All rights reserved.\n"
    )
    (published,) = publication_dates(document(text))
    assert published is not None
    assert published.edtf == "2024-04-26"


def test_an_inferred_year_is_said_to_be_inferred() -> None:
    source = story("BUCHAREST, July 10 — ", "Romania signed on Tuesday. The tender goes back to July 2023.")
    dateline, tuesday, *_ = find_dates(source)
    assert dateline.dateline
    assert dateline.relative
    assert any("inferred" in sentence for sentence in dateline.inferred)
    assert tuesday.period.anchor == "2024-07-10"
    assert any("dateline has no year" in sentence for sentence in tuesday.inferred)


def test_without_any_date_a_weekday_stays_unresolved() -> None:
    source = story("", "South Korea and the EU held a dialogue in Brussels on Monday, the ministry said Tuesday.")
    assert publication_dates(source) == (None,)
    monday, tuesday = find_dates(source)
    assert (monday.period.edtf, monday.period.words) == (None, "Monday")
    assert (tuesday.period.edtf, tuesday.period.anchor) == (None, None)


def test_a_report_without_a_date_takes_its_year_from_the_dates_it_tells() -> None:
    source = story(
        "",
        "The dialogue on Monday follows a partnership signed in November 2024. Cho met Sikorski in Warsaw on Mar. 5. "
        "He had been elected in November last year.",
    )
    assert edtfs(source) == [
        ("Monday", None),
        ("November 2024", "2024-11"),
        ("Mar. 5", "2025-03-05"),
        ("November last year", "2024-11"),
    ]


def test_embedded_stories_have_dates_of_their_own() -> None:
    text = (
        "Seoul and Bucharest sign first defence cooperation agreement\n\n"
        "SEOUL, April 24, 2024 — South Korea and Romania will train soldiers together under an agreement signed on Tuesday.\n\n"
        "FROM OUR ARCHIVE\nSwedish state secretary for defence in Seoul\n"
        "June 15, 2022 — The vice minister and his Swedish opposite number met in Seoul on Wednesday and talked at length.\n"
    )
    source = document(text)
    assert [p.edtf for p in publication_dates(source) if p is not None] == ["2024-04-24", "2022-06-15"]
    assert edtfs(source) == [
        ("April 24, 2024", "2024-04-24"),
        ("Tuesday", "2024-04-23"),
        ("June 15, 2022", "2022-06-15"),
        ("Wednesday", "2022-06-15"),
    ]


# Where dates stand


TABLE = """Executive contracts

6 December 2023

Table 1. Contracts signed by Poland
Signed | System | Number | Delivery
26 August 2022 | K2 | 180 | 2022-2025
16 September 2022 | FA-50GF | 12 | 2023
4 November 2022 | Chunmoo | 2018 | until 2027

The table counts only what is under contract.
"""


def test_cells_are_read_by_themselves_and_numbers_in_a_column_of_numbers_are_no_years() -> None:
    found = [m for m in find_dates(document(TABLE)) if m.cell is not None]
    assert [(m.exact, m.period.edtf) for m in found] == [
        ("26 August 2022", "2022-08-26"),
        ("2022-2025", "2022/2025"),
        ("16 September 2022", "2022-09-16"),
        ("2023", "2023"),
        ("4 November 2022", "2022-11-04"),
        ("until 2027", "../2027"),
    ]
    assert {m.section.value for m in found} == {"table"}
    assert [m.cell[1:] for m in found if m.cell is not None] == [(1, 0), (1, 3), (2, 0), (2, 3), (3, 0), (3, 3)]


def test_a_column_of_years_is_one_of_dates() -> None:
    text = "Arms exports\n\nYear | Trade Value (US$) |\n2019 | $547,450,930 |\n2015 | $437,201,544 |\n2013 | $390,208,376 |\n"
    assert edtfs(document(text)) == [("2019", "2019"), ("2015", "2015"), ("2013", "2013")]


def test_a_caption_that_stands_twice_is_read_twice() -> None:
    caption = "Two of the jets that came to Minsk Mazowiecki in July. (File photo)"
    text = f"Last jets handed over\n\nWARSAW, Nov. 29, 2023 — Poland has taken delivery of all jets.\n\n{caption}\n\n{caption}\n"
    assert [e for q, e in edtfs(document(text)) if q == "July"] == ["2023-07", "2023-07"]


# What a mention says


def test_numeric_dates_are_read_as_the_other_dates_of_the_text_are() -> None:
    assert [m.period.edtf for m in dates_in("Signed 07/03/2025.")] == ["2025-07-03"]
    by_day = dates_in("Signed 07/03/2025, in force on 12 May 2025.")
    by_month = dates_in("Signed 07/03/2025, in force on May 12, 2025.")
    assert by_day[0].period.edtf == "2025-03-07"
    assert by_month[0].period.edtf == "2025-07-03"
    for found in (by_day, by_month):
        assert found[0].inferred[0].startswith("The order of day and month is not clear")
    assert dates_in("Signed 27/03/2025.")[0].inferred == ()


@pytest.mark.parametrize(
    ("text", "relative", "words", "anchor"),
    [
        ("in 2023", False, None, None),
        ("from 2025 to 2028", False, None, None),
        ("on 27 July 2022", False, None, None),
        ("in April", True, "April", "2024-04-26"),
        ("last week", True, "last week", "2024-04-26"),
        ("in recent years", True, "recent years", None),
        ("in FY2026", False, "FY2026", None),
    ],
)
def test_relative_dates_keep_their_words_and_anchor(
    text: str, relative: bool, words: str | None, anchor: str | None
) -> None:
    (found,) = dates_in(text, date(2024, 4, 26))
    assert (found.relative, found.period.words, found.period.anchor) == (relative, words, anchor)


@pytest.mark.parametrize(
    "text",
    [
        "It was launched in September.",
        "On 2 August he was admitted",
        "sales rose in the first quarter",
        "before Christmas",
        "on Thursday, April 25, the ministry said",
    ],
)
def test_a_year_that_is_not_written_is_said_to_be_inferred(text: str) -> None:
    (found,) = dates_in(text, date(2024, 4, 26))
    assert found.inferred
    assert found.inferred[0].startswith("The year is not written; 202")


@pytest.mark.parametrize(
    "text",
    [
        "Saab booked the order on 14 November, with handovers running from 2026 to 2032.",
        "The contract was signed on 3 May; deliveries are spread over 2027-2031.",
        "On 9 June the firms agreed on payments from 2025 to 2030.",
        "Hanwha won the order in March, with delivery from 2026 to 2029.",
        "The sum was agreed on 1 July, in instalments between 2026 and 2034.",
    ],
)
def test_a_text_without_a_date_is_not_of_the_last_year_of_its_deliveries(text: str) -> None:
    assert dates_in(text)[0].period.edtf is None
