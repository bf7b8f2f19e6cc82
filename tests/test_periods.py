"""Periods: EDTF strings, the days they stand for, and how they lie to one another."""

from __future__ import annotations

import pickle
import time
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from value_strategies import edtf_dates, edtf_strings, periods

from kordef.edtf import parse
from kordef.errors import InvalidValue
from kordef.periods import Period, Resolution


def p(edtf: str, part: str | None = None) -> Period:
    return Period(edtf=edtf, part=part)


# The forms


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "resolution"),
    [
        ("2025-03-08", "2025-03-08", "2025-03-08", "day"),
        ("2024-02-29", "2024-02-29", "2024-02-29", "day"),
        ("2025-03", "2025-03-01", "2025-03-31", "month"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("1900-02", "1900-02-01", "1900-02-28", "month"),
        ("2025", "2025-01-01", "2025-12-31", "year"),
        ("0001", "0001-01-01", "0001-12-31", "year"),
        ("9999", "9999-01-01", "9999-12-31", "year"),
        ("9999-12-31", "9999-12-31", "9999-12-31", "day"),
        ("2024-21", "2024-03-01", "2024-05-31", "season"),
        ("2024-22", "2024-06-01", "2024-08-31", "season"),
        ("2024-23", "2024-09-01", "2024-11-30", "season"),
        ("2023-24", "2023-12-01", "2024-02-29", "season"),
        ("2024-33", "2024-01-01", "2024-03-31", "quarter"),
        ("2024-34", "2024-04-01", "2024-06-30", "quarter"),
        ("2024-35", "2024-07-01", "2024-09-30", "quarter"),
        ("2024-36", "2024-10-01", "2024-12-31", "quarter"),
        ("2024-40", "2024-01-01", "2024-06-30", "half"),
        ("2024-41", "2024-07-01", "2024-12-31", "half"),
        ("202X", "2020-01-01", "2029-12-31", "decade"),
        ("999X", "9990-01-01", "9999-12-31", "decade"),
        ("20XX", "2000-01-01", "2099-12-31", "century"),
        ("2025-XX", "2025-01-01", "2025-12-31", "year"),
        ("2025-XX-XX", "2025-01-01", "2025-12-31", "year"),
        ("2025-02-XX", "2025-02-01", "2025-02-28", "month"),
        ("2013/2019", "2013-01-01", "2019-12-31", "interval"),
        ("2022-05/2022", "2022-05-01", "2022-12-31", "interval"),
        ("2025-03-03/2025-03-09", "2025-03-03", "2025-03-09", "week"),
        ("2025-03-04/2025-03-10", "2025-03-04", "2025-03-10", "interval"),
        ("2025-03-03/2025-03-16", "2025-03-03", "2025-03-16", "interval"),
        ("2025-03-08/2025-03-08", "2025-03-08", "2025-03-08", "interval"),
        ("2022-23/..", "2022-09-01", None, "interval"),
        ("../2035", None, "2035-12-31", "interval"),
        ("../202X", None, "2029-12-31", "interval"),
        ("2022/", "2022-01-01", None, "interval"),
        ("/2035-06", None, "2035-06-30", "interval"),
        ("202X/2035-XX", "2020-01-01", "2035-12-31", "interval"),
    ],
)
def test_first_and_last_day(edtf: str, earliest: str | None, latest: str | None, resolution: str) -> None:
    period = p(edtf)
    assert period.earliest == (earliest and date.fromisoformat(earliest))
    assert period.latest == (latest and date.fromisoformat(latest))
    assert period.resolution is Resolution(resolution)
    assert not period.is_approximate
    assert not period.is_uncertain


@pytest.mark.parametrize(
    "edtf", ["2025", "2025-03", "2025-03-08", "2024-23", "202X", "2025-XX", "2013/2019", "2013/.."]
)
@pytest.mark.parametrize(
    ("mark", "approximate", "uncertain"), [("?", False, True), ("~", True, False), ("%", True, True)]
)
def test_marks_do_not_move_the_days(edtf: str, mark: str, approximate: bool, uncertain: bool) -> None:
    start, slash, end = edtf.partition("/")
    marked = p(f"{start}{mark}{slash}{end}")
    assert (marked.earliest, marked.latest, marked.resolution) == (p(edtf).earliest, p(edtf).latest, p(edtf).resolution)
    assert (marked.is_approximate, marked.is_uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("edtf", "why"),
    [
        ("2025-13", "month must be 01 to 12, or 21-24, 33-36, 40 or 41, found 13"),
        ("2025-00", "month must be 01 to 12, or 21-24, 33-36, 40 or 41, found 00"),
        ("2025-25", "month must be 01 to 12, or 21-24, 33-36, 40 or 41, found 25"),
        ("2025-42", "month must be 01 to 12, or 21-24, 33-36, 40 or 41, found 42"),
        ("2025-21-01", "month must be 01 to 12, found 21"),
        ("2025-13-XX", "month must be 01 to 12, found 13"),
        ("2025-02-29", "there is no day 29 in 2025-02"),
        ("2025-04-31", "there is no day 31 in 2025-04"),
        ("2025-04-00", "there is no day 00 in 2025-04"),
        ("0000", "years must be 0001 to 9999"),
        ("0000-02-28", "years must be 0001 to 9999"),
        ("00XX", "years must be 0001 to 9999"),
        ("000X", "years must be 0001 to 9999"),
        ("9999-24", "years must be 0001 to 9999"),
        ("2019/2013", "an interval must not end before it starts"),
        ("2025-03-08/2025-03-07", "an interval must not end before it starts"),
        ("../..", "an interval needs a date on one side"),
        ("/", "an interval needs a date on one side"),
        ("/..", "an interval needs a date on one side"),
    ],
)
def test_days_that_no_calendar_has(edtf: str, why: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        p(edtf)
    assert str(caught.value) == f"edtf must be a date in EDTF, found {edtf!r}: {why}"


@pytest.mark.parametrize(
    "edtf",
    [
        "", " ", "2025 ", " 2025", "2025\n", "25", "202", "20255", "20250308",
        "2025-3", "2025-03-8", "2025-3-08", "2025/03/08", "2025-03-08T12:00", "2025-Q1", "2025–2026",
        "2025~~", "~2025", "2025?-03",
        "2XXX", "XXXX", "2X25", "2025-X3", "2025-1X", "2025-XX-08", "2025-03-0X", "20xx",
        "-0500", "Y12000", "[2021,2022]", "２０２５", "٢٠٢٥", "last week",
        "2025..2026", "2025/2026/2027", "2013/2019/", "..", "2025/...", "./2025",
        "9" * 100_000, "2025/" * 100_000,
    ],
)  # fmt: skip
def test_strings_that_are_no_dates(edtf: str) -> None:
    with pytest.raises(InvalidValue, match="edtf must be a date in EDTF, found ") as caught:
        p(edtf)
    assert len(str(caught.value)) < 250


@given(st.text(alphabet="0123456789X-/.~?%", max_size=24))
def test_a_string_is_a_date_or_an_error(text: str) -> None:
    try:
        period = p(text)
    except InvalidValue:
        return
    assert period.earliest is not None or period.latest is not None
    if period.earliest is not None and period.latest is not None:
        assert period.earliest <= period.latest


# The other fields


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"edtf": None}, "words must be given where edtf is None, found None for both"),
        ({"edtf": None, "words": " "}, "words must be the words of the source or None, found ' '"),
        ({"edtf": "2025", "words": ""}, "words must be the words of the source or None, found ''"),
        ({"edtf": "2025", "words": 5}, "words must be the words of the source or None, found 5"),
        ({"edtf": 2025}, "edtf must be a str or None, found 2025"),
        ({"edtf": date(2025, 1, 1)}, "edtf must be a str or None, found datetime.date(2025, 1, 1)"),
        ({"edtf": "2025", "anchor": 2025}, "anchor must be a str or None, found 2025"),
        (
            {"edtf": "2025", "anchor": "2025-02-30"},
            "anchor must be a date in EDTF, found '2025-02-30': there is no day 30 in 2025-02",
        ),
        ({"edtf": "2025", "part": "end"}, "part must be 'early', 'mid', 'late' or None, found 'end'"),
        ({"edtf": "2025", "part": "Early"}, "part must be 'early', 'mid', 'late' or None, found 'Early'"),
    ],
)
def test_fields_that_make_no_sense(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Period(**fields)
    assert str(caught.value) == message


def test_what_cannot_be_resolved_keeps_its_words() -> None:
    period = Period(edtf=None, words="in recent years", anchor="2025-03-08")
    assert (period.earliest, period.latest, period.resolution) == (None, None, None)
    assert str(period) == "in recent years"
    for answer in (period.before, period.after, period.within, period.overlaps):
        assert answer(Period.year(2025)) is None
    assert Period.year(2025).overlaps(period) is None


@pytest.mark.parametrize(
    ("made", "edtf"),
    [
        (Period.day(2025, 3, 8), "2025-03-08"),
        (Period.month(2025, 3), "2025-03"),
        (Period.month(2025, 23), "2025-23"),
        (Period.year(2025), "2025"),
        (Period.year(987), "0987"),
        (Period.on(date(2025, 3, 8)), "2025-03-08"),
        (Period.on(datetime(2025, 3, 8, 23, 59)), "2025-03-08"),  # noqa: DTZ001
        (Period.between("2013", "2019"), "2013/2019"),
        (Period.between(Period.year(2013), date(2019, 6, 1)), "2013/2019-06-01"),
        (Period.since("2022-23"), "2022-23/.."),
        (Period.until(Period.year(2035)), "../2035"),
    ],
)
def test_short_ways_to_make_one(made: Period, edtf: str) -> None:
    assert made == p(edtf)


@pytest.mark.parametrize("end", ["2013/2019", "..", "", Period(edtf=None, words="soon"), Period.since("2013")])
def test_an_end_of_an_interval_is_one_date(end: Any) -> None:
    with pytest.raises(InvalidValue, match="start must be one date, found"):
        Period.since(end)


@pytest.mark.parametrize("year", [0, -5, 10_000])
def test_years_outside_the_calendar(year: int) -> None:
    with pytest.raises(InvalidValue):
        Period.year(year)


# Early, mid and late


@pytest.mark.parametrize(
    ("edtf", "part", "narrowed"),
    [
        ("2027", "early", "2027-01/2027-04"),
        ("2027", "mid", "2027-05/2027-08"),
        ("2027", "late", "2027-09/2027-12"),
        ("2025-XX", "late", "2025-09/2025-12"),
        ("2025-05", "early", "2025-05-01/2025-05-10"),
        ("2025-05", "mid", "2025-05-11/2025-05-20"),
        ("2025-02", "late", "2025-02-21/2025-02-28"),
        ("2025-05-XX", "mid", "2025-05-11/2025-05-20"),
        ("2024-21", "late", "2024-05"),
        ("2024-24", "mid", "2025-01"),
        ("2024-40", "early", "2024-01/2024-02"),
        ("202X", "early", "2020-01/2023-04"),
        ("202X", "late", "2026-09/2029-12"),
        ("20XX", "mid", "2033-05/2066-08"),
    ],
)
def test_a_part_narrows(edtf: str, part: str, narrowed: str) -> None:
    period = p(edtf, part)
    assert (period.earliest, period.latest) == (p(edtf).earliest, p(edtf).latest)
    assert period.narrowed == p(narrowed)
    assert str(period) == f"{part} {edtf}"


@pytest.mark.parametrize("edtf", ["2025-05-05", "2025-03-03/2025-03-09", "2013/2019", "2013/.."])
def test_what_has_no_thirds_does_not_narrow(edtf: str) -> None:
    assert p(edtf, "late").narrowed == p(edtf, "late")


@given(edtf_dates())
def test_the_thirds_make_up_the_whole(edtf: str) -> None:
    early, mid, late = (p(edtf, part).narrowed for part in ("early", "mid", "late"))
    assert early.earliest == p(edtf).earliest
    assert late.latest == p(edtf).latest
    if early.part is None:
        for one, next_one in ((early, mid), (mid, late)):
            assert one.latest is not None
            assert next_one.earliest == one.latest + timedelta(days=1)


# How two lie to one another


@pytest.mark.parametrize(
    ("a", "b", "before", "after", "within", "overlaps"),
    [
        ("2025-03", "2025-04", True, False, False, False),
        ("2025-03", "2025-03-31", None, False, None, True),
        ("2025-03-31", "2025-03", False, None, True, True),
        ("2025-03-01", "2025-03", None, False, True, True),
        ("2025", "2025-03", None, None, None, True),
        ("2025-03", "2025", None, None, True, True),
        ("2025", "2025", None, None, True, True),
        ("2025-03-08", "2025-03-08", False, False, True, True),
        ("2013/2019", "2015", None, None, None, True),
        ("2024-24", "2025-01", None, None, None, True),
        ("2022/..", "2021", False, True, False, False),
        ("2022/..", "2023", None, None, None, True),
        ("2023", "2022/..", None, None, True, True),
        ("2023", "../2030", None, None, True, True),
        ("../2030", "../2035", None, None, True, True),
        ("../2030", "2031", True, False, False, False),
        ("2022/..", "../2022", None, None, None, True),
        ("2023/..", "../2022", False, True, False, False),
        # An unknown end may be anywhere.
        ("2023", "2022/", None, None, None, None),
        ("2021", "2022/", True, False, False, False),
        ("/2022", "2021", None, None, None, None),
        ("/2022", "2022/..", None, None, None, None),
        # "About 2025" may be 2024 or 2026, but not 2020.
        ("2025~", "2026", None, None, None, None),
        ("2026", "2025~", None, None, None, None),
        ("2025~", "2027", True, False, False, False),
        ("2025-03-08~", "2025-03", None, None, True, None),
        ("2025-03-31~", "2025-03", None, None, None, None),
        ("2025?", "2025", None, None, True, True),
        ("0001~", "0001-01", None, None, None, None),
        ("9999~", "9999", None, None, None, None),
    ],
)
def test_order(
    a: str, b: str, before: bool | None, after: bool | None, within: bool | None, overlaps: bool | None
) -> None:
    one, other = p(a), p(b)
    assert (one.before(other), one.after(other), one.within(other), one.overlaps(other)) == (
        before,
        after,
        within,
        overlaps,
    )


def test_order_against_a_day() -> None:
    assert Period.year(2024).before(date(2025, 1, 1)) is True
    assert Period.year(2025).after(date(2025, 6, 1)) is None
    assert Period.day(2025, 6, 1).within(date(2025, 6, 1)) is True
    assert Period.year(2025).overlaps(date(2025, 6, 1)) is True


@given(periods(), periods())
def test_answers_hang_together(a: Period, b: Period) -> None:
    assert a.before(b) is b.after(a)
    assert a.overlaps(b) is b.overlaps(a)
    if a.before(b) or a.after(b):
        assert a.overlaps(b) is False
        assert a.within(b) is False
    if a.overlaps(b):
        assert a.within(b) is not False
    assert not (a.before(b) and a.after(b))


@given(st.data(), edtf_dates(), edtf_dates())
def test_an_answer_is_right_whichever_day_is_meant(data: st.DataObject, a: str, b: str) -> None:
    days = []
    for text in (a, b):
        span = parse(text)
        assert span.first is not None
        assert span.last is not None
        days.append(data.draw(st.dates(span.first, span.last)))
    for answer, truth in ((p(a).before(p(b)), days[0] < days[1]), (p(a).after(p(b)), days[0] > days[1])):
        assert answer is None or answer is truth


# Against the edtf package


def strict_days(edtf: str) -> tuple[object, object]:
    """The first and last day by the edtf package; infinite where open."""
    from edtf import parse_edtf

    parsed = parse_edtf(edtf)
    return tuple(  # type: ignore[return-value]
        date(*end[:3]) if isinstance(end, time.struct_time) else None if end in (float("inf"), float("-inf")) else end
        for end in (parsed.lower_strict(), parsed.upper_strict())
    )


def shared(edtf: str) -> bool:
    """Whether both read the form, and by the same rule."""
    sides = edtf.split("/")
    # Winter: there, December alone, "for simplicity"; here December to February, the days that it may mean.
    winter = any(side.rstrip("?~%")[4:] == "-24" for side in sides)
    # Level 2 there has no marks on seasons and parts of years, and no parts of years in intervals ...
    part = any(len(side.rstrip("?~%")) == 7 and side[5:7].isdigit() and int(side[5:7]) > 12 for side in sides)
    # ... and cannot parse a masked month in an interval.
    masked = len(sides) == 2 and "X" in edtf
    # An unknown end is ten years away there, and nowhere here.
    unknown = "" in sides
    return not (winter or masked or unknown or (part and (len(sides) == 2 or edtf[-1] in "?~%")))


@given(edtf_strings())
def test_first_and_last_day_are_those_of_the_edtf_package(edtf: str) -> None:
    assume(shared(edtf))
    assert (p(edtf).earliest, p(edtf).latest) == strict_days(edtf)


@pytest.mark.parametrize(
    ("edtf", "there", "here"),
    [
        ("2024-24", (date(2024, 12, 1), date(2024, 12, 31)), (date(2024, 12, 1), date(2025, 2, 28))),
        ("2013/", (date(2013, 1, 1), date(2023, 1, 1)), (date(2013, 1, 1), None)),
        ("2026/2025", (date(2026, 1, 1), date(2025, 12, 31)), None),
    ],
)
def test_known_differences_from_the_edtf_package(edtf: str, there: object, here: object) -> None:
    assert strict_days(edtf) == there
    if here is None:
        with pytest.raises(InvalidValue):
            p(edtf)
    else:
        assert (p(edtf).earliest, p(edtf).latest) == here


# As a value


@given(edtf_strings())
def test_a_string_survives(edtf: str) -> None:
    assert str(p(edtf)) == edtf
    assert p(str(p(edtf))) == p(edtf)


@given(periods(), periods())
def test_periods_are_plain_values(a: Period, b: Period) -> None:
    assert a != b or hash(a) == hash(b)
    assert pickle.loads(pickle.dumps(a)) == a


def test_every_resolution_has_a_meaning() -> None:
    assert all(resolution.meaning for resolution in Resolution)
