"""Who only says so is no party and takes no part."""

from __future__ import annotations

import pytest

from kordef.pipeline import extract
from kordef.reading import read_text
from kordef.records import Actor, Agreement


@pytest.mark.parametrize(
    "opening",
    [
        "According to Park Eun-jee, ",
        "According to Park Eun-jee of a Seoul daily, ",
        "According to the analyst Park Eun-jee, ",
        "According to Defense Minister Ahn Gyu-back, ",
        "According to Foreign Minister Cho Tae-yul, ",
        "",
    ],
)
def test_a_voice_is_no_party(opening: str) -> None:
    text = f"{opening}Hanwha Aerospace signed a memorandum of understanding with a Romanian firm on howitzers.\n"
    found = extract(read_text("test.txt", text)).records
    names = {r.id: r.name for r in found if isinstance(r, Actor)}
    papers = [[names[p] for p in r.parties] for r in found if isinstance(r, Agreement)]
    assert papers == [["Hanwha Aerospace", "Romania"]]
