"""Texts that stop in the middle: a headline cut by a page, a quote without its end, a list whose last line is lost."""

from __future__ import annotations

import re

import pytest
from places import SEEDS

import kordef

STEPS = re.compile(r"\s+")


def read(text: str) -> kordef.Dataset:
    return kordef.Dataset.of(kordef.extract(kordef.read_text("cut.txt", text)).records)


def cuts(sentence: str) -> list[str]:
    """A sentence without its last words, and without its first, at every word."""
    places = [match.span() for match in STEPS.finditer(sentence)]
    return [*(sentence[:start] for start, _ in places), *(sentence[end:] for _, end in places)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway met Poland and",
        "The minister visited Finland and",
        "Ministers of Norway and Poland hosted South Korea and",
        "- Nigeria: 24 M-346FA; talks with",
        "The minister travelled to Seoul for talks with",
        "Poland will hold talks on tanks with",
        "Norway signed a contract with",
        "A Ghanaian plan of 2010 for 12 Su-30s is left out, as",
        "Poland ordered 212 howitzers from Hanwha as",
        "Poland ordered 212 howitzers from Hanwha as well as",
        "Exports rose from $7.3 billion to",
        "Estonia will deploy 150 soldiers to",
        "Poland and South Korea signed a memorandum of",
        '"We will buy tanks," said',
    ],
)
def test_a_text_may_end_at_any_word(text: str) -> None:
    for end in ("", ".", ",", "\n"):
        read(text + end)


def test_what_follows_a_cut_line_is_read_as_ever() -> None:
    deal = "Poland ordered 48 FA-50 jets from South Korea in 2022."
    for cut in ("Norway met Poland and", "- Nigeria: 24 M-346FA; talks with"):
        (transfer,) = (t for t in read(f"{cut}\n\n{deal}").transfers.where(recipient="PL"))
        assert str(transfer.items[0].number) == "48"


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_sentences_of_the_seeds_may_be_cut_at_every_word(seed) -> None:  # type: ignore[no-untyped-def]
    sentences = [s for s in re.split(r"(?<=[.!?])\s+|\n", seed.read_text("utf-8")) if 40 < len(s) < 300]
    assert sentences
    pieces = [cut for sentence in sentences[::6] for cut in cuts(sentence)]
    assert len(read("\n\n".join(pieces)).actors) > 1
