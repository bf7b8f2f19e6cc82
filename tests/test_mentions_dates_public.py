"""Dates as the public case files of date recognisers spell them, and turns of monthly notes, registers and releases."""

from __future__ import annotations

from datetime import date

import pytest

from kordef.mentions.dates.finder import dates_in, find_dates
from kordef.periods import Period
from kordef.reading import read_text

WEDNESDAY = date(2024, 6, 12)


def read(text: str) -> list[str]:
    return [f"{mention.exact} = {mention.period.edtf}" for mention in dates_in(text, WEDNESDAY)]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("the mid-1990s", "199X"),
        ("Q3 FY2024", "2024-35"),
        ("H1 2025", "2025-40"),
        ("1Q24", "2024-33"),
        ("Q1'24", "2024-33"),
        ("4Q 2023", "2023-36"),
        ("2024Q2", "2024-34"),
        ("2024-Q3", "2024-35"),
        ("FY24", "2024"),
        ("FY 2023/24", "2023/2024"),
        ("the 1980s", "198X"),
        ("the '80s", "198X"),
        ("the eighties", "198X"),
        ("the 19th century", "18XX"),
        ("the week of 5 May", "2024-04-29/2024-05-05"),
        ("the week ending 5 May", "2024-04-29/2024-05-05"),
        ("a fortnight ago", "2024-05-29"),
        ("the day before yesterday", "2024-06-10"),
        ("the day after tomorrow", "2024-06-14"),
        ("two weeks from now", "2024-06-26"),
        ("the next 3 months", "2024-06/2024-09"),
        ("last weekend", "2024-06-08/2024-06-09"),
        ("early next week", "2024-06-17/2024-06-23"),
        ("the end of next month", "2024-07"),
        ("the first week of 2025", "2025-01-06/2025-01-12"),
        ("first quarter of 2024", "2024-33"),
        ("12/25/2023", "2023-12-25"),
        ("25.12.2023", "2023-12-25"),
        ("2023/12/25", "2023-12-25"),
        ("Dec 25th, 2023", "2023-12-25"),
        ("the 25th of December, 2023", "2023-12-25"),
        ("25 Dec '23", "2023-12-25"),
        ("25-Dec-2023", "2023-12-25"),
        ("Mon 3 Jun 2024", "2024-06-03"),
        ("the third Monday of January 2024", "2024-01-15"),
        ("late summer 2024", "2024-22"),
        ("winter 2023-24", "2023-24"),
        ("the second half of the 1990s", "1995/1999"),
        ("year-end 2024", "2024"),
        ("June 3-5", "2024-06-03/2024-06-05"),
        ("June 30 - July 2, 2024", "2024-06-30/2024-07-02"),
        ("between June and August 2024", "2024-06/2024-08"),
        ("from Monday to Friday", "2024-06-10/2024-06-14"),
        ("until next Friday", "../2024-06-21"),
        ("ten years ago", "2014"),
        ("half a century ago", "1974"),
        ("the past 18 months", "2022-12/2024-06"),
        ("New Year's Eve", "2023-12-31"),
        ("Christmas 2023", "2023-12-25"),
        ("Easter 2024", "2024-03-31"),
        ("circa 1950", "1950~"),
        ("1939-45", "1939/1945"),
        ("2019/20", "2019/2020"),
        # weeks, months and years from now
        ("a year ago this week", "2023-06-12/2023-06-18"),
        ("two years ago this month", "2022-06"),
        ("ten years ago this month", "2014-06"),
        ("two and a half years ago", "None"),
        ("one and a half months ago", "None"),
        # until now
        ("May 8/9, 2024", "2024-05-08/2024-05-09"),
        ("June 3/4", "2024-06-03/2024-06-04"),
        ("no sooner than 2027", "2027/.."),
        ("not sooner than May 2027", "2027-05/.."),
        ("May 2024 - present", "2024-05/.."),
        ("2014 – present", "2014/.."),
        ("June 2019 to present", "2019-06/.."),
        ("2019 to date", "2019/.."),
        ("3 May 2021 to the present", "2021-05-03/.."),
        # so many weeks beside a weekday
        ("two weeks from Monday", "2024-07-01"),
        ("three days from Friday", "2024-06-17"),
        ("a week on Friday", "2024-06-21"),
        ("Friday week", "2024-06-21"),
        ("a week from next Tuesday", "2024-06-25"),
        ("two Sundays ago", "2024-06-02"),
        ("three Mondays ago", "2024-05-27"),
        ("Wednesday (June 5)", "2024-06-05"),
        ("the 5th and 6th of June", "2024-06-05/2024-06-06"),
        ("from late 2023 into early 2024", "2023/2024"),
        ("the Friday after next", "2024-06-28"),
        ("the week starting Monday", "2024-06-10/2024-06-16"),
        ("Thursday next", "2024-06-20"),
        ("next week on Tuesday", "2024-06-18"),
        ("in the next day or two"[3:], "None"),
        ("between the 1st and 5th of July", "2023-07-01/2023-07-05"),
        ("by the middle of the next decade", "../203X"),
        ("Good Friday, April 7, 2023", "2023-04-07"),
        ("Christmas Eve, December 24, 2021", "2021-12-24"),
        ("up to and including 2027", "../2027"),
        # short forms
        ("the third Wed of Jan 2001", "2001-01-17"),
        ("the first Mon in May 2023", "2023-05-01"),
        ("between 2020 and '22", "2020/2022"),
        ("the weekend of 7-8 October", "2023-10-07/2023-10-08"),
        ("circa 1200 BC", "None"),
    ],
)
def test_spelling(words: str, edtf: str) -> None:
    assert read(f"The talks took place {words}.") == [f"{words} = {edtf}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ends in two weeks' time.", ["two weeks' time = 2024-06-26"]),
        ("It ends in three days' time.", ["three days' time = 2024-06-15"]),
        ("It ends in a fortnight's time.", ["a fortnight's time = 2024-06-26"]),
        ("It ends in a month's time.", ["a month's time = 2024-07"]),
        ("It ends in ten years’ time.", ["ten years’ time = 2034"]),
        ("It took two weeks' time.", []),
        ("It ends in two weeks.", []),
        ("It is due in calendar week 31.", ["week 31 = 2024-07-29/2024-08-04"]),
        ("They meet every second Tuesday.", []),
        ("It rose as recently as May.", ["May = 2024-05"]),
        ("the Yulgok programme (2019–)", ["2019– = 2019/.."]),
        ("a museum of the March 1 movement", []),
        ("the May 18 uprising in Gwangju", []),
        # what has happened
        ("the October 7 attacks", ["October 7 = 2023-10-07"]),
        ("It will recall the October 7 massacre.", ["October 7 = 2023-10-07"]),
        ("the December 3 coup bid", ["December 3 = 2023-12-03"]),
        ("after the Nov. 22 drone strike", ["Nov. 22 = 2023-11-22"]),
        ("They plan the October 7 summit.", ["October 7 = 2024-10-07"]),
        ("They meet every other Friday.", []),
        ("In the last days of the war it fell.", []),
        ("A week on from the vote it fell.", []),
        ("The Friday week-long drill", ["Friday = 2024-06-07"]),
        # "by month's end"
        ("It comes by month's end.", ["by month's end = ../2024-06"]),
        ("It comes by the month's end.", ["by the month's end = ../2024-06"]),
        ("It comes by quarter's end.", ["by quarter's end = ../2024-34"]),
        ("It comes before week's end.", ["before week's end = ../2024-06-16"]),
        ("It comes by month-end.", ["by month-end = ../2024-06"]),
        ("It comes by decade's end.", ["by decade's end = ../202X"]),
        ("A month's end is near.", []),
        # what will not be before a time begins there
        ("The jets will not follow before 2026.", ["before 2026 = 2026/.."]),
        ("Deliveries are not expected before 2027.", ["before 2027 = 2027/.."]),
        ("They won't come until May 2027.", ["until May 2027 = 2027-05/.."]),
        ("It is unlikely to fly before 2028.", ["before 2028 = 2028/.."]),
        ("Nothing will be delivered before July.", ["before July = 2024-07/.."]),
        ("It would never fly before 2030.", ["before 2030 = 2030/.."]),
        ("It was not clear before 2016.", ["before 2016 = ../2016"]),
        ("He did not speak before Monday.", ["before Monday = ../2024-06-10"]),
        ("It is not easy, but before 2026 all will fly.", ["before 2026 = ../2026"]),
        # what is known until a time
        ("Monthly note (data to 30 April)", ["to 30 April = ../2024-04-30"]),
        ("figures to 31 March 2024", ["to 31 March 2024 = ../2024-03-31"]),
        ("statistics to May", ["to May = ../2024-05"]),
        ("a permit valid to 31 December 2025", ["to 31 December 2025 = ../2025-12-31"]),
        ("deliveries to 2023", ["to 2023 = ../2023"]),
        ("The talks moved to 30 April.", ["30 April = 2025-04-30"]),
        # the year that is told of
        ("Belgium pledged 1 billion for the year and left.", ["the year = 2024"]),
        ("It met its target for the month.", ["the month = 2024-06"]),
        ("Sales are up 5% for the quarter, it said.", ["the quarter = 2024-34"]),
        ("It won an award for the man of the year.", []),
        ("a plan for the year 2025", ["2025 = 2025"]),
        # parts of the year without its name
        ("It sent ten in the first four months, Denmark nine.", ["the first four months = 2024-01/2024-04"]),
        ("In the first three months, exports rose.", ["the first three months = 2024-01/2024-03"]),
        ("It fell during the first nine months.", ["the first nine months = 2024-01/2024-09"]),
        ("It fell over the first two months alone.", ["the first two months = 2024-01/2024-02"]),
        ("In the first six months of the war it fell.", []),
        ("In the first four months after the vote it fell.", []),
        ("In the first four weeks, it fell.", []),
        # when something starts
        ("They will be trained, starting this June.", ["this June = 2024-06"]),
        ("a course beginning this September", ["this September = 2024-09"]),
        ("It flies, starting this May.", ["this May = 2024-05"]),
        ("It flies, starting in July.", ["starting in July = 2024-07/.."]),
        ("It flies starting next July.", ["starting next July = 2024-07/.."]),
        # months that are compared
        ("It was the best April in our series.", []),
        ("the wettest March on record", []),
        ("the coldest January for decades", []),
        ("the busiest August ever", []),
        ("the worst June since", []),
        ("the latest May figures", ["May = 2024-05"]),
        # what a plan holds
        ("They spoke of the ship's coming tour, which includes a stop in Darwin in October.", ["October = 2024-10"]),
        ("its upcoming visit to Oslo in October", ["October = 2024-10"]),
        ("a forthcoming deployment that includes a stop in Darwin in August", ["August = 2024-08"]),
        ("the coming exercise in September", ["September = 2024-09"]),
        ("It came in September", ["September = 2023-09"]),
        # a year that is only compared with
        (
            "Exports were 7.7 billion in 2023, up from 6.3 billion in 2022; sales that year fell.",
            ["2023 = 2023", "2022 = 2022", "that year = 2023"],
        ),
        (
            "It sold 5 in 2021, down from 6 in 2020, and that year closed.",
            ["2021 = 2021", "2020 = 2020", "that year = 2021"],
        ),
        (
            "It began in 2020 and closed in 2022. It lost much that year.",
            ["2020 = 2020", "2022 = 2022", "that year = 2022"],
        ),
    ],
)
def test_turn(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def in_document(text: str, published: str) -> list[str]:
    document = read_text("page", text)
    return [f"{m.exact} = {m.period.edtf}" for m in find_dates(document, Period(edtf=published))]


@pytest.mark.parametrize(
    ("dateline", "published", "today"),
    [
        ("WASHINGTON, August 30, 2024 – ", "2024-09-02", "2024-08-30"),
        ("SEOUL, March 7 (Yonhap) -- ", "2025-03-08", "2025-03-07"),
        ("WARSAW, Dec. 30, 2024 (PAP) — ", "2025-01-02", "2024-12-30"),
        ("OSLO, May 5 (Reuters) - ", "2025-05-05", "2025-05-05"),
        # weeks later the page is another text
        ("OSLO, May 5, 2025 (Reuters) - ", "2025-06-20", "2025-06-20"),
    ],
)
def test_today_is_the_day_of_the_dateline(dateline: str, published: str, today: str) -> None:
    text = f"Agency sends notice\n\n{dateline}The agency today sent a notice to parliament, the ministry said.\n"
    assert f"today = {today}" in in_document(text, published)


def test_the_dateline_is_given_as_the_reason() -> None:
    text = "Agency sends notice\n\nOSLO, August 30, 2024 – The agency today sent a notice to parliament.\n"
    today = next(m for m in find_dates(read_text("page", text), Period(edtf="2024-09-02")) if m.exact == "today")
    assert any("dateline" in note for note in today.inferred)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Pledged April (€m)", ["April = 2025-04"]),
        ("Delivered April", ["April = 2025-04"]),
        ("Deliveries April (€m)", ["April = 2025-04"]),
        ("Sales April", ["April = 2025-04"]),
        ("Exports April (US$ m)", ["April = 2025-04"]),
        ("Theresa May (UK)", []),
        ("Speaker April (host)", []),
    ],
)
def test_a_month_heads_a_column(head: str, expected: list[str]) -> None:
    text = f"Aid watch\n\nCountry | {head} | Total\n\nSpain | 12 | 31\n\nItaly | 14 | 40\n"
    assert in_document(text, "2025-05-09") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Generated: 11 March 2026       Page 4 of 9", ["11 March 2026 = 2026-03-11"]),
        ("Issued on 3 May 2025       Page 1 of 2", ["3 May 2025 = 2025-05-03"]),
        ("Page 4 of 9", []),
    ],
)
def test_the_date_of_a_page(line: str, expected: list[str]) -> None:
    text = f"REGISTER OF TRANSFERS\n\n{line}\n\nPoland ordered tanks and guns from Korea, as the register says.\n"
    assert in_document(text, "2026-04-01") == expected


def test_by_the_end_of_the_month_that_a_report_is_about() -> None:
    text = (
        "Aid watch\n\nNew pledges came to 4bn in April 2025. Of the trucks 21 had crossed the border by month's end.\n"
    )
    assert "by month's end = ../2025-04" in in_document(text, "2025-05-09")
    ahead = "Aid watch\n\nNew pledges came to 4bn in April 2025. The trucks will cross the border by month's end.\n"
    assert "by month's end = ../2025-05" in in_document(ahead, "2025-05-09")
