"""What is still to come, and what the words of a year's turn mean: "until Friday", "before the year is out", "in the autumn"."""

from __future__ import annotations

from datetime import date

import pytest

from kordef.document import Document
from kordef.mentions.dates.finder import dates_in, find_dates
from kordef.reading import read_text

WEDNESDAY = date(2025, 6, 18)
Expected = tuple[tuple[str, str | None], ...]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks ran until Friday", (("until Friday", "../2025-06-13"),)),
        ("The minister is here until Friday", (("until Friday", "../2025-06-20"),)),
        ("The fleet sails on Thursday", (("Thursday", "2025-06-19"),)),
        ("The fleet sailed on Monday", (("Monday", "2025-06-16"),)),
        ("The battalion is back on Monday", (("Monday", "2025-06-23"),)),
        ("The brigade returns in the autumn", (("the autumn", "2025-23"),)),
        ("It stays in port until Christmas", (("until Christmas", "../2025-12-25"),)),
        ("He stayed until Christmas", (("until Christmas", "../2024-12-25"),)),
        ("From Monday trains will run", (("From Monday", "2025-06-23/.."),)),
        ("Data from Monday show it", (("Monday", "2025-06-16"),)),
        ("It will close before the year is out", (("before the year is out", "../2025"),)),
        ("early in the new year it will decide", (("early in the new year", "2026"),)),
        ("A new year begins", ()),
        ("The loan was extended to 2029", (("to 2029", "../2029"),)),
        ("The loan was moved to 2029", (("2029", "2029"),)),
        ("In 2019 and 2021, and in the latter year", (("2019", "2019"), ("2021", "2021"), ("the latter year", "2021"))),
        ("ordered in 2023 and signed that May at a discount", (("2023", "2023"), ("that May", "2023-05"))),
        ("She said that May would go", ()),
        ("more is needed in H1 alone", (("H1", "2025-40"),)),
        ("the H1 visa", ()),
        ("Atalanta (2023.3.20-22)", (("2023.3.20-22", "2023-03-20/2023-03-22"),)),
        ("on 11 and 12 March 2024", (("11 and 12 March 2024", "2024-03-11/2024-03-12"),)),
        ("on 11 and 14 March 2024", (("11", "2024-03-11"), ("14 March 2024", "2024-03-14"))),
        ("on May 3 and 4 they met", (("May 3 and 4", "2025-05-03/2025-05-04"),)),
        ("it takes place from 18-28 August", (("from 18-28 August", "2025-08-18/2025-08-28"),)),
        ("it will be done by Easter", (("by Easter", "../2026-04-05"),)),
        ("over the past three fiscal years", (("the past three fiscal years", "2022/2025"),)),
        ("printed 18-06-2025", (("18-06-2025", "2025-06-18"),)),
    ],
)
def test_turns(text: str, expected: Expected) -> None:
    found = dates_in(text, WEDNESDAY)
    assert tuple((m.exact, m.period.edtf) for m in found) == expected


def test_a_numeric_date_that_can_be_the_day_of_publication_is_it() -> None:
    found = dates_in("Printed 10-03-2025. Entries of 04-05-2024.", date(2025, 3, 10))
    assert [m.period.edtf for m in found][:1] == ["2025-03-10"]


def test_a_caption_tells_in_the_present_what_is_past() -> None:
    text = "Visit\n\nSEOUL, June 18, 2025 - He came.\n\nThe minister arrives in Seoul on Monday. (Yonhap Photo)\n\nThe fleet arrives on Monday.\n"
    found = [(m.section.value, m.period.edtf) for m in find_dates(read_text("a.txt", text)) if m.exact == "Monday"]
    assert found == [("caption", "2025-06-16"), ("body", "2025-06-23")]


def test_the_same_day_is_no_finer_than_the_month_spoken_of() -> None:
    found = dates_in("On 4 March he called. In April he flew there and, the same day, signed.", WEDNESDAY)
    assert [m.period.edtf for m in found] == ["2025-03-04", "2025-04", "2025-04"]


@pytest.mark.parametrize(
    ("agency", "edtf"),
    [("The Defense Security Cooperation Agency", "2023-10/2024-09"), ("The prefecture of Aichi", "2024")],
)
def test_fiscal_years_of_the_united_states_begin_in_october(agency: str, edtf: str) -> None:
    text = f"Sales grow\n\nWASHINGTON, June 18, 2025 - {agency} counted 40 cases in FY2024.\n"
    document: Document = read_text("a.txt", text)
    assert [m.period.edtf for m in find_dates(document) if m.exact == "FY2024"] == [edtf]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The contract was signed on 5 March 2024 and replaces one from 1 March 2019. The following day work began.", "2024-03-06"),
        ("Poland signed on 27 July 2022, after talks that had begun on 13 June 2022. On the same day Korea signed.", "2022-07-27"),
        ("The crew arrived on 3 March. It had left Changwon on 9 January. The same day the ship was shown.", "2024-03-03"),
        ("On 3 March the council changed the law of 9 January 2020. That day the minister spoke.", "2024-03-03"),
        ("Signed on 3 March, the deal will enter into force on 1 May 2026. The same day a second deal was signed.", "2024-03-03"),
        ("On 3 March the two extended the agreement signed on 9 January 2020. That same day they met.", "2024-03-03"),
        # What is not the last day told of by the way
        ("The deal of 1 March 2019 was renewed on 5 March 2024. The same day work began.", "2024-03-05"),
        ("On 3 March he arrived. On 5 March he left. The same day the ship sailed.", "2024-03-05"),
        ("On 3 March he spoke of the visit. The minister had arrived on 1 March and the same day had met the crew.", "2024-03-01"),
        ("On 3 March he arrived.\n\nThe contract had been signed on 9 January 2020. The same day work began.", "2020-01-09"),
        ("On 3 March he said that the ship had sailed. It came home on the evening of 5 March. The same day it was shown.", "2024-03-05"),
    ],
)  # fmt: skip
def test_the_same_day_is_that_of_what_is_told_and_not_of_what_lay_before(text: str, day: str) -> None:
    assert dates_in(text, date(2024, 6, 19))[-1].period.edtf == day
