"""What notebooks show: values, records, selections and datasets as HTML that takes the colours of the page."""

from __future__ import annotations

import html
import re
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from places import SEEDS

import kordef
from kordef import Amount, Dataset, Money, Period, Quantity
from kordef.intervals import Interval
from kordef.markup import Marked, grid, inline


class Reader(HTMLParser):
    """Checks that every tag is closed, and collects the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def batched(cells: list[str], size: int) -> list[list[str]]:
    return [cells[start : start + size] for start in range(0, len(cells), size)]


@pytest.fixture(scope="module")
def seeds() -> Dataset:
    return kordef.build([SEEDS])


def test_everything_of_the_seeds_is_whole_html(seeds: Dataset) -> None:
    for thing in (seeds, seeds.transfers, seeds.statements, *seeds.transfers, *seeds.observations, *seeds.sources):
        Reader(thing._repr_html_())


def test_a_record_shows_the_words_behind_each_field(seeds: Dataset) -> None:
    (deal,) = seeds.transfers.where(recipient="NO", since="2025")
    text = Reader(deal._repr_html_()).text
    assert text[text.index("items/0/number") :][:3] == ["items/0/number", "24", "24 additional K9 howitzers"]


def test_a_selection_shows_what_words_and_where_from(seeds: Dataset) -> None:
    text = " ".join(Reader(seeds.transfers.where(recipient="NO", since="2025")._repr_html_()).text)
    assert "24 additional K9" in text
    assert "signing a contract for 24 additional K9 howitzers" in text
    assert "South Korea and Europe Unite" in text


def test_a_long_selection_says_how_many_more(seeds: Dataset) -> None:
    assert len(seeds.actors) > 50
    assert f"and {len(seeds.actors) - 50} more" in seeds.actors._repr_html_()


@pytest.mark.parametrize(
    ("value", "text", "tip"),
    [
        (Money(amount=Amount.exact(5), currency="EUR"), "5 EUR", "exact; leaves open 5 EUR"),
        (Quantity(amount=Amount.exact(155), unit="mm"), "155 mm", "exact; leaves open 155 mm"),
        (Period(edtf="2024-11", words="last November"), "2024-11", "“last November”: 2024-11-01 to 2024-11-30"),
        (Period(edtf="2022-23/..", words=None), "2022-23/..", "2022-09-01 to open"),
    ],
)
def test_values_have_more_in_a_tip(value: Amount | Money | Quantity | Period, text: str | None, tip: str) -> None:
    page = value._repr_html_()
    assert "".join(Reader(page).text) == (text or str(value))
    assert tip in html.unescape(page)


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (Interval(Decimal(175), Decimal(185)), "175 to 185"),
        (Interval(Decimal(200), None, open_low=True), "above 200"),
        (Interval(Decimal(200), None), "at least 200"),
        (Interval(None, Decimal("2E+9")), "up to 2,000,000,000"),
        (Interval(None, Decimal(7), open_high=True), "below 7"),
        (Interval(None, None), "any number"),
        (Interval(Decimal("0.5"), Decimal("0.5")), "0.5"),
        (Interval(Decimal(1), Decimal(2), open_low=True, open_high=True), "above 1 to below 2"),
    ],
)
def test_intervals_in_words(interval: Interval, words: str) -> None:
    assert str(interval) == words


def test_words_of_a_document_command_nothing() -> None:
    evil = "<script>alert('x')</script> & \x1b[31m \u202e"
    for page in (grid(evil, (evil,), [(Marked(evil), evil)], evil), inline(evil, evil)):
        assert "<script" not in page
        assert "\x1b" not in page
        assert "\u202e" not in page
        assert not re.search(r"title='[^']*'[^ >]", page), "a quotation mark that ends the attribute"
        Reader(page)


def test_no_colour_is_set_but_a_transparent_one() -> None:
    page = grid("Caption", ("a",), [(Marked("words"),)])
    colours = re.findall(r"(?:color|background):([^;']+)", page)
    assert set(colours) <= {"inherit", "transparent", "rgba(255,196,0,.3)"}


def test_a_finding_shows_both_sides_and_the_arithmetic(seeds: Dataset) -> None:
    for finding in kordef.audit_dataset(seeds):
        text = Reader(finding._repr_html_()).text
        assert text[0] == str(finding)
        for claim in (*finding.claims, *finding.against):
            assert {claim.record, claim.says} <= set(text)
            assert not claim.evidence or claim.words in text
        assert finding.arithmetic in text[-1]


def test_a_case_shows_who_says_what_and_what_it_comes_to(seeds: Dataset) -> None:
    assert seeds.cases
    for case in seeds.cases:
        text = Reader(case._repr_html_()).text
        assert text[0].startswith(f"{case.id}, {case.type}: {len(case)} records of ")
        assert text[1:4] == ["field", "comes to", "who says what"]
        for claims, (field, outcome, said) in zip(case.claims, batched(text[4:-1], 3), strict=True):
            assert field == claims.field
            for claim in claims.claims:
                assert f"{claim} [{case.members.index(claim.record) + 1}]" in said
            if claims.conflict is not None:
                assert outcome == f"conflict: {claims.conflict.sentence}"
            elif claims.consensus is not None:
                assert outcome == str(claims.consensus)
        assert all(member in text[-1] for member in case.members)
