"""A bare number behind "the number of" goes on with what that names, whatever persons stand between."""

from __future__ import annotations

import pytest

from kordef import find
from kordef.reading import read_text


def _bare(text: str) -> list[str | None]:
    """The units of the bare numbers of a text."""
    return [v.unit for v in find(read_text("story.txt", text + "\n")).values if v.noun is None]


@pytest.mark.parametrize(
    "text",
    [
        "Up to 3,000 people work in Gliwice, and the number of K2PL tanks to be assembled there could be cut from 61 to 45.",
        "The number of tanks built at the plant, which employs 2,000 people, could be cut from 61 to 45.",
        "The number of launchers to be made in the town, home to 600 workers, was raised from 18 to 24.",
    ],
)
def test_things(text: str) -> None:
    assert _bare(text) == ["item", "item"]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 3,000 people in the town, the number of workers at the plant fell from 610 to 450.",
        "The number of tanks rose and 5,000 soldiers arrived; the garrison grew, and their number went from 610 to 450.",
        "The number of tanks rose, and of the 5,000 soldiers who came 200 were wounded.",
    ],
)
def test_persons(text: str) -> None:
    assert set(_bare(text)) == {"person"}
