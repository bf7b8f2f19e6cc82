"""Years, their parts, decades, approximate years, fiscal years, quarters, seasons."""

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
        ("in 2023", (("2023", "2023"),)),
        ("in 2021 and 2022", (("2021", "2021"), ("2022", "2022"))),
        ("2025, 2026 and 2027", (("2025", "2025"), ("2026", "2026"), ("2027", "2027"))),
        ("Ordered 2017; selected 2012", (("2017", "2017"), ("2012", "2012"))),
        ("(2015)", (("2015", "2015"),)),
        ("South Korea's 2025 elections", (("2025", "2025"),)),
        ("the 2022 package that also brings tanks", (("2022", "2022"),)),
        ("the year 2030", (("2030", "2030"),)),
        ("the World Expo in 2030", (("2030", "2030"),)),
        ("Kim (born 1961) took over", (("1961", "1961"),)),
        ("In 2024 200 vehicles were built", (("2024", "2024"),)),
        ("from 120 in 2022 to 2,024 in 2024", (("2022", "2022"), ("2024", "2024"))),
        ("1860", (("1860", "1860"),)),
        ("in '24", (("'24", "2024"),)),
    ],
)
def test_plain_years(text: str, expected: Expected) -> None:
    """Years alone."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("grew by 40% from 2013 to 2019", (("from 2013 to 2019", "2013/2019"),)),
        ("between 2013 and 2022", (("between 2013 and 2022", "2013/2022"),)),
        ("exported between 2022-2024", (("between 2022-2024", "2022/2024"),)),
        ("2022-2024", (("2022-2024", "2022/2024"),)),
        ("2022 - 2024", (("2022 - 2024", "2022/2024"),)),
        ("in 2019-23 than in 2014–18", (("2019-23", "2019/2023"), ("2014–18", "2014/2018"))),
        ("2022/23", (("2022/23", "2022/2023"),)),
        ("2019/2020", (("2019/2020", "2019/2020"),)),
        ("for the years 2023 to 2026", (("2023 to 2026", "2023/2026"),)),
        ("delivered 2019-2021; incl 14 from Finland", (("2019-2021", "2019/2021"),)),
        ("K9 Exports 2017-2023", (("2017-2023", "2017/2023"),)),
        ("data from 2015-19", (("2015-19", "2015/2019"),)),
        ("1851-52", (("1851-52", "1851/1852"),)),
        ("late 2024 to early 2025", (("late 2024 to early 2025", "2024/2025"),)),
        ("between 2015 and Feb 2018", (("between 2015 and Feb 2018", "2015/2018-02"),)),
        ("From July 2022 to the end of 2023", (("From July 2022 to the end of 2023", "2022-07/2023"),)),
        ("increased between 2010–14 and 2015–19", (("2010–14", "2010/2014"), ("2015–19", "2015/2019"))),
    ],
)
def test_ranges_of_years(text: str, expected: Expected) -> None:
    """From one year to another."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("early 2027", (("early 2027", "2027 early"),)),
        ("mid-2025", (("mid-2025", "2025 mid"),)),
        ("in late 2022", (("late 2022", "2022 late"),)),
        ("at the end of 2025", (("the end of 2025", "2025 late"),)),
        ("end-2025", (("end-2025", "2025 late"),)),
        ("the start of 2024", (("the start of 2024", "2024 early"),)),
        ("the early part of 2025", (("the early part of 2025", "2025 early"),)),
        ("mid-to-late 2025", (("mid-to-late 2025", "2025 late"),)),
        ("in the first months of 2023", (("the first months of 2023", "2023 early"),)),
    ],
)
def test_parts_of_years(text: str, expected: Expected) -> None:
    """Early, mid, late and the end."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the 1990s", (("the 1990s", "199X"),)),
        ("late 1980s", (("late 1980s", "198X late"),)),
        ("mid-2020s", (("mid-2020s", "202X mid"),)),
        ("the mid-to-late 1990s", (("the mid-to-late 1990s", "199X late"),)),
        ("early 2000s", (("early 2000s", "200X early"),)),
        ("the 1970's", (("the 1970's", "197X"),)),
        ("the '90s", (("the '90s", "199X"),)),
        ("In the 70's", (("the 70's", "197X"),)),
        ("in the eighties", (("the eighties", "198X"),)),
        ("In the nineteen seventies", (("the nineteen seventies", "197X"),)),
        ("until the 2050s", (("until the 2050s", "../205X"),)),
        ("1860s-1870s", (("1860s-1870s", "186X/187X"),)),
        ("in the 21st century", (("the 21st century", "20XX"),)),
        ("the nineteenth century", (("the nineteenth century", "18XX"),)),
        ("this decade", (("this decade", "202X"),)),
    ],
)
def test_decades_and_centuries(text: str, expected: Expected) -> None:
    """Tens and hundreds of years."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("around 2030", (("around 2030", "2030~"),)),
        ("circa 1860", (("circa 1860", "1860~"),)),
        ("c. 1860", (("c. 1860", "1860~"),)),
        ("ca1860", (("ca1860", "1860~"),)),
        ("~ Feb 1812", (("~ Feb 1812", "1812-02~"),)),
        ("about Spring 1849", (("about Spring 1849", "1849-21~"),)),
        ("ca. 1860s", (("ca. 1860s", "186X~"),)),
        ("Status uncertain (ordered 2012?)", (("2012?", "2012?"),)),
        ("maybe 1862", (("maybe 1862", "1862?"),)),
        ("1868-1871?", (("1868-1871?", "1868/1871?"),)),
        ("before approx January 1928", (("before approx January 1928", "../1928-01~"),)),
    ],
)
def test_approximate_and_uncertain_years(text: str, expected: Expected) -> None:
    """Hedged dates carry EDTF marks."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FY2026", (("FY2026", "2026"),)),
        ("FY26", (("FY26", "2026"),)),
        ("fiscal year 2025", (("fiscal year 2025", "2025"),)),
        ("in fiscal 2024", (("fiscal 2024", "2024"),)),
        ("FY2024-25", (("FY2024-25", "2024/2025"),)),
        ("a last one in FY 2027/28", (("FY 2027/28", "2027/2028"),)),
        ("FY2024–FY2028", (("FY2024–FY2028", "2024/2028"),)),
        ("Fiscal Year 2024 (FY24) funds", (("Fiscal Year 2024", "2024"), ("FY24", "2024"))),
        ("financial year 2023-24", (("financial year 2023-24", "2023/2024"),)),
    ],
)
def test_fiscal_years(text: str, expected: Expected) -> None:
    """A fiscal year is given as the plain year; the words are kept."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the first half of 2022", (("the first half of 2022", "2022-40"),)),
        ("2nd half of 2025", (("2nd half of 2025", "2025-41"),)),
        ("first quarter of 2024", (("first quarter of 2024", "2024-33"),)),
        ("Q3 2026", (("Q3 2026", "2026-35"),)),
        ("booked in Q3/2024", (("Q3/2024", "2024-35"),)),
        ("1Q 2024", (("1Q 2024", "2024-33"),)),
        ("3Q24", (("3Q24", "2024-35"),)),
        ("H1 2025", (("H1 2025", "2025-40"),)),
        ("2H25", (("2H25", "2025-41"),)),
        ("18 in 2023 H1", (("2023 H1", "2023-40"),)),
        ("In the prior-year period (Q1-Q3 2023)", (("Q1-Q3 2023", "2023-33/2023-35"),)),
        ("sales rose in the first quarter", (("the first quarter", "2024-33"),)),
        ("sales rose in the fourth quarter", (("the fourth quarter", "2023-36"),)),
        ("the third quarter this year", (("the third quarter this year", "2024-35"),)),
        ("next year's third-quarter", (("next year's third-quarter", "2025-35"),)),
        (
            "before the end of the first quarter of 2025",
            (("before the end of the first quarter of 2025", "../2025-33 late"),),
        ),
        ("the 4th qtr of 2018", (("the 4th qtr of 2018", "2018-36"),)),
        ("In the first half, the segment posted sales of 1.8 trillion won", (("the first half", "2024-40"),)),
    ],
)
def test_quarters_and_halves(text: str, expected: Expected) -> None:
    """Parts of a year by their EDTF codes."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in autumn 2024", (("autumn 2024", "2024-23"),)),
        ("since the fall of 2022", (("since the fall of 2022", "2022-23/.."),)),
        ("winter 2021-22", (("winter 2021-22", "2021-24"),)),
        ("In the winter of 1950-51", (("the winter of 1950-51", "1950-24"),)),
        ("spring of 2022", (("spring of 2022", "2022-21"),)),
        ("in the summer of '53", (("the summer of '53", "1953-22"),)),
        ("a review ordered this spring", (("this spring", "2024-21"),)),
        ("last summer", (("last summer", "2023-22"),)),
        ("It will be replaced next summer", (("next summer", "2024-22"),)),
        ("was reviewed over the winter", (("the winter", "2023-24"),)),
        (
            "He was elected in March 2022. That summer he signed.",
            (("March 2022", "2022-03"), ("That summer", "2022-22")),
        ),
    ],
)
def test_seasons(text: str, expected: Expected) -> None:
    """Seasons, with their year and by place."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the first nine months of 2023", (("the first nine months of 2023", "2023-01/2023-09"),)),
        ("the last two months of 2023", (("the last two months of 2023", "2023-11/2023-12"),)),
        ("in the first four months of this year", (("the first four months of this year", "2024-01/2024-04"),)),
        ("the first half of July 2023", (("the first half of July 2023", "2023-07-01/2023-07-15"),)),
        ("the second half of the 1990s", (("the second half of the 1990s", "1995/1999"),)),
        ("the first week of March 2024", (("the first week of March 2024", "2024-03-04/2024-03-10"),)),
        ("last week of september 2014", (("last week of september 2014", "2014-09-22/2014-09-28"),)),
        ("the week of 6 March", (("the week of 6 March", "2024-03-04/2024-03-10"),)),
        ("the week commencing 4 march 2024", (("the week commencing 4 march 2024", "2024-03-04/2024-03-10"),)),
        ("the first Tuesday of May 2024", (("the first Tuesday of May 2024", "2024-05-07"),)),
        ("last Monday of March 2014", (("last Monday of March 2014", "2014-03-31"),)),
        ("the last day of October 2015", (("the last day of October 2015", "2015-10-31"),)),
    ],
)
def test_slices(text: str, expected: Expected) -> None:
    """Parts counted off a whole."""
    assert read(text) == expected
