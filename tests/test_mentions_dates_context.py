"""Dates that the sentences around them settle: a day to come, a heading's week, what was done by then."""

from __future__ import annotations

from datetime import date

import pytest

from kordef.mentions.dates.finder import dates_in

TUESDAY = date(2024, 10, 29)


def read(text: str, anchor: date = TUESDAY) -> list[tuple[str, str | None]]:
    return [(m.exact, m.period.edtf) for m in dates_in(text, anchor)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ministers hold talks tomorrow in Rome. On Thursday the two air chiefs join them.", "2024-10-31"),
        ("The frigate is due in Bergen on 4 November. On Wednesday her crew hosts a reception.", "2024-11-06"),
        ("The delegation arrives tomorrow. Friday, it visits a shipyard in Busan.", "2024-11-01"),
        ("They will sign the accord on Sunday. On Monday the prince flies home.", "2024-11-04"),
        ("The hearing begins tomorrow morning. Thursday is for the witnesses.", "2024-10-31"),
        # a verb that looks back
        ("The ministers meet tomorrow. On Monday the ministry confirmed the agenda.", "2024-10-28"),
        ("He flies to Oslo on Sunday. On Thursday he told reporters of the deal.", "2024-10-24"),
        ("The ministers met yesterday. Friday was a day of rest.", "2024-10-25"),
    ],
)
def test_weekday_behind_a_day_to_come(text: str, day: str) -> None:
    assert read(text)[-1][1] == day


@pytest.mark.parametrize(
    ("text", "stay"),
    [
        ("Thursday, Seoul\n\nDuda, on a state visit from Tuesday to Friday, held talks.", "2024-10-22/2024-10-25"),
        ("On Thursday the minister, in Ankara from Wednesday to Friday, signed.", "2024-10-23/2024-10-25"),
        ("Friday, Rome\n\nThe guest, who stayed from Tuesday to Friday, saw the docks.", "2024-10-22/2024-10-25"),
        ("On Wednesday the fleet, at sea from Tuesday until Thursday, fired missiles.", "2024-10-22/2024-10-24"),
        ("Saturday\n\nThe drill, held from Tuesday to Saturday, ended.", "2024-10-22/2024-10-26"),
        # nothing tells of a day in the week before
        ("The minister will be in Tallinn from Tuesday to Friday.", "2024-10-29/2024-11-01"),
        ("The Indian minister arrived for a visit from Tuesday to Friday.", "2024-10-29/2024-11-01"),
    ],
)
def test_weekdays_around_a_day_told_of(text: str, stay: str) -> None:
    assert read(text)[-1][1] == stay


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Denmark decided in January 2023 to give all 19; they had arrived by mid-February.", "../2023-02"),
        ("The contract was signed in November 2021. All 24 had been delivered by March.", "../2022-03"),
        ("Warsaw ordered 12 in June 2023. The first two had reached Torun by October.", "../2023-10"),
        ("Production began in June 2023 and the firm had built 200 by the end of August.", "../2023-08"),
        ("Talks opened in May 2020 and the two had settled on a price by 3 July.", "../2020-07-03"),
        # still to come, still not done, or no other time told
        ("Warsaw ordered 12 launchers in June 2023. The rest are to come by December.", "../2024-12"),
        ("The law passed in February 2023, yet the banks had still not agreed by the autumn.", "../2024-23"),
        ("The firm had built 200 by August.", "../2024-08"),
    ],
)
def test_done_by_then(text: str, time: str) -> None:
    assert read(text)[-1][1] == time


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("France has 26 Mirage 2000s.", []),
        ("Sweden flew Saab 2000s and Argus planes.", []),
        ("Berlin cleared 100 new PzH 2000s for export.", []),
        ("In the early 2000s Poland had none.", ["200X"]),
        ("Early 2000s budgets were small.", ["200X"]),
        ("The 1990s were lean.", ["199X"]),
        ("Aid to Ukraine in billion euros, to 31 March 2024", ["../2024-03-31"]),
        ("Commitments as a share of output, to June 2023", ["../2023-06"]),
        ("Norway moved the date from 2 to 15 January 2024", ["2024-01-02/2024-01-15"]),
    ],
)
def test_decades_and_captions(text: str, times: list[str]) -> None:
    assert [edtf for _, edtf in read(text)] == times
