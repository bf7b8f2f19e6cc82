"""Datelines, date lines and bylines, each with what only looks like one."""

from __future__ import annotations

import pytest

from kordef.reading.datelines import byline, dateline, is_age, printed_date


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("SEOUL, March 8 (Korea Bizwire) —", "SEOUL", "Korea Bizwire"),
        ("CHANGWON, April 26 —", "CHANGWON", None),
        ("TALLINN, Jan. 16, 2023 —", "TALLINN", None),
        ("WASHINGTON --", "WASHINGTON", None),
        ("SEOUL, March 3 (Yonhap) --", "SEOUL", "Yonhap"),
        ("(Seoul=Yonhap)", "Seoul", "Yonhap"),
        ("WARSAW (Reuters) -", "WARSAW", "Reuters"),
        ("BERLIN/SEOUL, 5 May (dpa) -", "BERLIN/SEOUL", "dpa"),
        ("WASHINGTON, D.C., Jan. 5 —", "WASHINGTON", None),
        ("SEOUL, South Korea, March 8 (AP) —", "SEOUL", "AP"),
        ("ABU DHABI, Nov. 3 (WAM) —", "ABU DHABI", "WAM"),
        ("MORĄG, Poland, Aug. 26 (PAP) —", "MORĄG", "PAP"),
        ("OSLO, Norway, Dec. 1, 2023 (GLOBE NEWSWIRE) --", "OSLO", "GLOBE NEWSWIRE"),
        ("SEOUL, South Korea, April 25, 2024 /PRNewswire/ --", "SEOUL", "PRNewswire"),
        ("SEOUL, South Korea--(BUSINESS WIRE)--", "SEOUL", "BUSINESS WIRE"),
        ("MOSCOW, May 3. /TASS/.", "MOSCOW", "TASS"),
        ("Seoul, 4 Nov. 2024 –", "Seoul", None),
        ("Warsaw, August 26, 2022 –", "Warsaw", None),
        ("Brussels (Reuters) –", "Brussels", "Reuters"),
        ("10 July 2024, Seoul –", "Seoul", None),
        ("Sept. 20, 2024 —", None, None),
        ("June 15, 2022:", None, None),
        ("[2024.07.10]", None, None),
    ],
)
def test_datelines(line: str, place: str | None, agency: str | None) -> None:
    text = f"{line} Poland has ordered howitzers."
    found = dateline(text, 0, len(text))
    assert found is not None
    assert text[found.whole.start : found.whole.end].rstrip() == line
    assert (found.place and text[found.place.start : found.place.end]) == place
    assert (found.agency and text[found.agency.start : found.agency.end]) == agency


@pytest.mark.parametrize(
    "text",
    [
        "NATO — the alliance — met.",
        "NATO — The alliance met.",
        "DAPA - The agency said so.",
        "FA-50 — The jet flies.",
        "K2 (Black Panther) - The tank drives.",
        "Hanwha (Korea) - The firm sells.",
        "Minister Shin (right) - He smiles.",
        "Poland (2022) - The contract was signed.",
        "SEOUL-based firms agreed.",
        "SEOUL: Korea's capital.",
        "Seoul — the capital — is large.",
        "On March 5, 2024 — the day of the vote — he left.",
        "March 2024 — Poland signs.",
        "Poland, which ordered 5 — not 6 — tanks, paid.",
        "President Yoon — Korea's leader — left.",
        "The deal of 5 May 2024 — a large one — was signed.",
    ],
)
def test_no_datelines(text: str) -> None:
    assert dateline(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("line", "date", "place", "later"),
    [
        ("6 December 2023", "6 December 2023", None, False),
        ("March 12, 2024", "March 12, 2024", None, False),
        ("Wednesday, July 10, 2024", "Wednesday, July 10, 2024", None, False),
        ("Thu, 5 Dec 2024 10:22 GMT", "Thu, 5 Dec 2024", None, False),
        ("Published : July 10, 2024 - 15:32", "July 10, 2024", None, False),
        ("Posted on March 3, 2024 at 5:30 pm KST", "March 3, 2024", None, False),
        ("2024.07.10 15:32", "2024.07.10", None, False),
        ("2024-07-10T15:32:00Z", "2024-07-10", None, False),
        ("Updated : 2024-07-10 15:32", "2024-07-10", None, True),
        ("Last modified 5 May 2024", "5 May 2024", None, True),
        ("Brussels, 5 March 2025", "5 March 2025", "Brussels", False),
        ("5 March 2025, Brussels", "5 March 2025", "Brussels", False),
        ("All News 09:00 August 02, 2025", "August 02, 2025", None, False),
        ("July 2024", "July 2024", None, False),
    ],
)
def test_date_lines(line: str, date: str, place: str | None, later: bool) -> None:
    found = printed_date(line, 0, len(line))
    assert found is not None
    span, where, changed = found
    assert line[span.start : span.end] == date
    assert (where and line[where.start : where.end]) == place
    assert changed is later


@pytest.mark.parametrize(
    "line", ["Warsaw in May 2024", "Contract of 5 May 2024", "2024", "May", "12 K9s", "Table 5, March 2024"]
)
def test_no_date_lines(line: str) -> None:
    assert printed_date(line, 0, len(line)) is None


@pytest.mark.parametrize(
    "line",
    [
        "By Kim Tong-hyung",
        "BY KIM ARIN",
        "By Joyce Lee and Ju-min Park",
        "By Kim Tong-hyung, staff reporter",
        "Written by Anna Kowalska, Warsaw correspondent",
        "M. H. Lee (mhlee@koreabizwire.com)",
        "reporter@example.com",
        "Reporting by Joyce Lee; Editing by Kim Coghill",
    ],
)
def test_bylines(line: str) -> None:
    assert byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By 2027, all guns will have arrived",
        "By Land, Sea and Air",
        "By contrast, Poland bought tanks.",
        "By the end of 2025",
        "By signing the deal Poland gains time.",
        "Contact the newsroom: news@example.com",
    ],
)
def test_no_bylines(line: str) -> None:
    assert not byline(line)


@pytest.mark.parametrize(
    ("words", "expected"), [("18 hours ago", True), ("a day ago", True), ("Yesterday", True), ("long ago", False)]
)
def test_ages(words: str, expected: bool) -> None:
    assert is_age(words) is expected
