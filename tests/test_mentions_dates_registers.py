"""Whole sentences as news, notices, arms registers, aid trackers, fact sheets and company releases write them."""

from __future__ import annotations

from datetime import date

import pytest

from kordef.mentions.dates.finder import dates_in


def read(text: str, anchor: date | None) -> list[str]:
    """Each date as "quote = EDTF", with its part."""
    found = dates_in(text, anchor)
    return [f"{m.exact} = {m.period.edtf}" + (f" {m.period.part}" if m.period.part else "") for m in found]


@pytest.mark.parametrize(
    ("anchor", "text", "expected"),
    [
        (
            date(2024, 12, 17),
            "SEOUL, Dec. 17 (Yonhap) -- The agency said Tuesday it will sign a contract early next year to export howitzers, "
            "after talks that began in late 2022. The deal, first floated at a summit in June last year, is expected to be "
            "concluded by the end of March.",
            [
                "Dec. 17 = 2024-12-17",
                "Tuesday = 2024-12-17",
                "early next year = 2025 early",
                "late 2022 = 2022 late",
                "June last year = 2023-06",
                "by the end of March = ../2025-03 late",
            ],
        ),
        (
            date(2022, 8, 29),
            "Poland will start receiving tanks before the end of the year, the minister said on Monday. The first 10 are to "
            "arrive in December, and the remainder by 2025. Warsaw signed framework agreements on July 27 and executive "
            "contracts last Friday. Talks started in May, two months after Poland decided to spend more.",
            [
                "before the end of the year = ../2022 late",
                "Monday = 2022-08-29",
                "December = 2022-12",
                "by 2025 = ../2025",
                "July 27 = 2022-07-27",
                "last Friday = 2022-08-26",
                "May = 2022-05",
            ],
        ),
        (
            date(2025, 2, 27),
            "Spending rose to €326 billion in 2024, from €279 billion the previous year and €218 billion in 2021. Between 2021 "
            "and 2024 it climbed by more than 30%. Leaders will discuss it on 6 March and again on 20-21 March.",
            [
                "2024 = 2024",
                "the previous year = 2023",
                "2021 = 2021",
                "Between 2021 and 2024 = 2021/2024",
                "6 March = 2025-03-06",
                "20-21 March = 2025-03-20/2025-03-21",
            ],
        ),
        (
            date(2024, 6, 12),
            "On Tuesday night, the defence chief told NRK that deliveries would begin in the fall of 2025 and be completed two "
            "years later. Norway joined NATO in 1949. Earlier this spring, parliament backed a 12-year plan through 2036. The "
            "last K9s, ordered in December 2017, arrived in 2021.",
            [
                "Tuesday night = 2024-06-11",
                "the fall of 2025 = 2025-23",
                "two years later = 2027",
                "1949 = 1949",
                "Earlier this spring = 2024-21",
                "through 2036 = ../2036",
                "December 2017 = 2017-12",
                "2021 = 2021",
            ],
        ),
        (
            date(2025, 7, 1),
            "ukraine's army got its first batch in april, officials said on monday. it will get more in september. talks held "
            "3-4 march in jeddah. on 24 feb 2022, at 5 am. may be extended until dec 31.",
            [
                "april = 2025-04",
                "monday = 2025-06-30",
                "september = 2025-09",
                "3-4 march = 2025-03-03/2025-03-04",
                "24 feb 2022 = 2022-02-24",
                "until dec 31 = ../2025-12-31",
            ],
        ),
        (
            date(2023, 6, 20),
            "Part of EUR2 b deal; delivered 2019-2021. Ordered 2017; delivery planned from 2024. Option on 12 more used in Dec "
            "2019. NOK1.3 b ($157-220 m) deal; K9 version. Probably from 2016. Ex-Dutch; sold 2014-15.",
            [
                "2019-2021 = 2019/2021",
                "2017 = 2017",
                "from 2024 = 2024/..",
                "Dec 2019 = 2019-12",
                "from 2016 = 2016/..",
                "2014-15 = 2014/2015",
            ],
        ),
        (
            date(2023, 6, 20),
            "Selected 2022 but contract not yet signed by end-2023; SEK 4 b deal from Nov. 2021. Modernised to A2 standard "
            "2016/17. Delivered in 3 batches: 2008, 2010 and 2013-14; second-hand.",
            [
                "2022 = 2022",
                "by end-2023 = ../2023 late",
                "Nov. 2021 = 2021-11",
                "2016/17 = 2016/2017",
                "2008 = 2008",
                "2010 = 2010",
                "2013-14 = 2013/2014",
            ],
        ),
        (
            date(2025, 3, 11),
            "WASHINGTON, March 11, 2025 - The State Department has made a determination approving a possible Foreign Military "
            "Sale. Transmittal No. 25-12. Posted: 03/11/2025. Over a period of five (5) years. Fiscal Year 2024 (FY24) funds; FY "
            "2025-2027. As of January 31, 2025, the total was $31.7 billion.",
            [
                "March 11, 2025 = 2025-03-11",
                "03/11/2025 = 2025-03-11",
                "Fiscal Year 2024 = 2024",
                "FY24 = 2024",
                "FY 2025-2027 = 2025/2027",
                "January 31, 2025 = 2025-01-31",
            ],
        ),
        (
            None,
            "Between January 24, 2022 and February 15, 2024, the tracker recorded €252 billion. From 1 March to 30 April 2024, "
            "donors allocated EUR 10 billion. Since the start of 2025, commitments have slowed; in Q1 2025 they fell to their "
            "lowest level since late 2023. By 31 December 2024 all 14 tanks had arrived.",
            [
                "Between January 24, 2022 and February 15, 2024 = 2022-01-24/2024-02-15",
                "From 1 March to 30 April 2024 = 2024-03-01/2024-04-30",
                "Since the start of 2025 = 2025/.. early",
                "Q1 2025 = 2025-33",
                "since late 2023 = 2023/.. late",
                "By 31 December 2024 = ../2024-12-31",
            ],
        ),
        (
            date(2024, 9, 5),
            "1 June 2022: Parliament adopts the budget\n12-14 September 2022 - Ministers meet in Tallinn\nQ4 2022: first "
            "delivery\nmid-Jan 2023: training begins (two weeks)\n27/02/2023  Contract amendment\n2025-26: upgrade\nafter 2030: "
            "replacement",
            [
                "1 June 2022 = 2022-06-01",
                "12-14 September 2022 = 2022-09-12/2022-09-14",
                "Q4 2022 = 2022-36",
                "mid-Jan 2023 = 2023-01 mid",
                "27/02/2023 = 2023-02-27",
                "2025-26 = 2025/2026",
                "after 2030 = 2030/..",
            ],
        ),
        (
            date(2024, 11, 20),
            "The contract was booked in Q3/2024 and deliveries take place between 2025 and the end of 2026. In fiscal 2023 the "
            "Group generated sales of €7.2 billion. Capital Markets Day took place yesterday (19 November). Since its foundation "
            "in 1889, the company has grown.",
            [
                "Q3/2024 = 2024-35",
                "between 2025 and the end of 2026 = 2025/2026",
                "fiscal 2023 = 2023",
                "yesterday = 2024-11-19",
                "19 November = 2024-11-19",
                "1889 = 1889",
            ],
        ),
        (
            date(2025, 1, 9),
            "Orders worth $9.5 billion were booked in 2024. In April, Iraq cancelled a planned order; in September, it placed "
            "one. Romania signed for 54 K9s (July 9). The decree of 3 December frightened buyers. Hanwha expects to hand over "
            "the first of 72 launchers this month. That will take until at least 2027.",
            [
                "2024 = 2024",
                "April = 2024-04",
                "September = 2024-09",
                "July 9 = 2024-07-09",
                "3 December = 2024-12-03",
                "this month = 2025-01",
                "until at least 2027 = ../2027",
            ],
        ),
        (
            date(2024, 8, 20),
            "Poland became the biggest customer in the course of 2022 and in the first months of 2023. The loan had to be agreed "
            "by the end of June; the deadline was moved to the end of November. Exports for January-July came to $5.1bn vs "
            "$8.8bn a year ago. Analysts see a rebound in 4Q.",
            [
                "the course of 2022 = 2022",
                "the first months of 2023 = 2023 early",
                "by the end of June = ../2024-06 late",
                "the end of November = 2024-11 late",
                "January-July = 2024-01/2024-07",
                "a year ago = 2023",
                "4Q = 2024-36",
            ],
        ),
        (
            date(2023, 3, 30),
            "Accession was approved late Thursday, and Helsinki expects to be a member before the ministers meet on April 4 and "
            "5. Marin's government, which faces elections on Sunday, came to power in December 2019. In 1939-40 and again from "
            "1941 to 1944 Finland fought the Soviet Union.",
            [
                "late Thursday = 2023-03-30",
                "April 4 and 5 = 2023-04-04/2023-04-05",
                "Sunday = 2023-04-02",
                "December 2019 = 2019-12",
                "1939-40 = 1939/1940",
                "from 1941 to 1944 = 1941/1944",
            ],
        ),
    ],
)
def test_sentences(anchor: date | None, text: str, expected: list[str]) -> None:
    assert read(text, anchor) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I'll go back January 12th, 2016", ["January 12th, 2016 = 2016-01-12"]),
        ("I'll go back 2015/08/12", ["2015/08/12 = 2015-08-12"]),
        ("a baseball on may the eleventh", ["may the eleventh = 2016-05-11"]),
        ("I was missing Oct. 2001", ["Oct. 2001 = 2001-10"]),
        (
            "I was there between January 1st 2015 and Feb 5th 2018",
            ["between January 1st 2015 and Feb 5th 2018 = 2015-01-01/2018-02-05"],
        ),
        ("from 2015 to May 5th, 2017", ["from 2015 to May 5th, 2017 = 2015/2017-05-05"]),
        ("I left in the third quarter of 2016", ["the third quarter of 2016 = 2016-35"]),
        ("from 2 to 7 Feb 2018", ["from 2 to 7 Feb 2018 = 2018-02-02/2018-02-07"]),
        ("He came last sept", ["last sept = 2016-09"]),
        ("They met this week Friday", ["this week Friday = 2016-11-11"]),
        ("They will meet next week Sunday", ["next week Sunday = 2016-11-20"]),
        ("the week after next", ["the week after next = 2016-11-21/2016-11-27"]),
        ("It happened in the past 2 decades", ["the past 2 decades = 1996/2016"]),
        ("I'll be out next 3 days", ["next 3 days = 2016-11-07/2016-11-10"]),
        (
            "July 12th, 2014. July 13th, July 14th",
            ["July 12th, 2014 = 2014-07-12", "July 13th = 2016-07-13", "July 14th = 2016-07-14"],
        ),
        ("1900; printed 1912", ["1900 = 1900", "1912 = 1912"]),
        ("19th century", ["19th century = 18XX"]),
        ("Please convert $2000 to gbp.", []),
        ("4832 North Kedvale Avenue", []),
        ("at 650-650-6500", []),
        ("three twenty", []),
    ],
)
def test_short_queries(text: str, expected: list[str]) -> None:
    """Wordings of the kind that assistants are asked, with lower case and odd order among them."""
    assert read(text, date(2016, 11, 7)) == expected
