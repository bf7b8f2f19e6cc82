"""Whose "the foreign ministry" is behind a sentence in which somebody of another state is met."""

from __future__ import annotations

import pytest

from kordef.mentions import find
from kordef.reading import read_text


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("SEOUL, May 3 -- Foreign Minister Cho Tae-yul met Ukrainian Foreign Minister Dmytro Kuleba on Tuesday.", "KR"),
        (
            "SEOUL, May 3 -- Foreign Minister Cho Tae-yul hosted his Polish counterpart Radoslaw Sikorski on Tuesday.",
            "KR",
        ),
        ("SEOUL, May 3 -- Foreign Minister Cho Tae-yul received Norwegian Foreign Minister Espen Barth Eide.", "KR"),
        ("KYIV, May 3 -- Foreign Minister Dmytro Kuleba met Korean Foreign Minister Cho Tae-yul on Tuesday.", "UA"),
        (
            "OSLO, May 3 -- Foreign Minister Espen Barth Eide told Polish Foreign Minister Radoslaw Sikorski of it.",
            "NO",
        ),
        ("SEOUL, May 3 -- Ukrainian Foreign Minister Dmytro Kuleba spoke of missiles on Tuesday.", "UA"),
    ],
)
def test_the_ministry_is_that_of_the_story_not_of_who_is_met(text: str, owner: str) -> None:
    mentions = find(read_text("page.txt", f"Talks\n\n{text} The foreign ministry said the two had discussed arms.\n"))
    assert [a.acts_for for a in mentions.actors if a.exact == "foreign ministry"] == [f"state:{owner}"]
