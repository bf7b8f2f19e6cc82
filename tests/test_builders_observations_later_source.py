"""A publisher and years that a later sentence names hold for the figures before it only where it tells of the same."""

from __future__ import annotations

import pytest

from kordef.pipeline import extract
from kordef.reading import read_text
from kordef.records import Observation

_IMPORTS = "About 60% of Poland's arms imports came from the United States in 2020-24, according to SIPRI."
_BUDGET = "Poland spends 4.7% of GDP on defence."


def _first(text: str) -> tuple[str | None, str | None]:
    """The period and the publisher of the first figure of a text."""
    figures = [r for r in extract(read_text("story.txt", text)).records if isinstance(r, Observation)]
    first = min(figures, key=lambda r: min(e.start for e in r.evidence if e.field == "/value"))
    return first.period.edtf if first.period else None, first.publisher


@pytest.mark.parametrize(
    "text",
    [
        f"Budgets\n{_BUDGET}\n{_IMPORTS}\n",
        f"Budgets\n\n{_BUDGET}\n\n{_IMPORTS}\n",
        f"Budgets\n\n{_BUDGET} {_IMPORTS}\n",
        f"Jobs\n\nThe yard employs 4,000 people. {_IMPORTS}\n",
    ],
)
def test_nothing_is_borrowed_from_a_later_sentence_about_something_else(text: str) -> None:
    assert _first(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"Arms\n\nPoland's arms imports rose by 508 per cent. {_IMPORTS}\n", ("2020/2024", "SIPRI")),
        (f"Arms\n\nPoland's arms imports rose by 508 per cent.\n\n{_IMPORTS}\n", ("2020/2024", "SIPRI")),
        (f"Budgets\n\n{_BUDGET} Germany spends 2% of GDP on defence, according to SIPRI.\n", (None, "SIPRI")),
        (f"Budgets\n\n{_BUDGET} The numbers come from a SIPRI fact sheet.\n", (None, "SIPRI")),
        (f"Arms\n\n{_IMPORTS}\n", ("2020/2024", "SIPRI")),
    ],
)
def test_what_tells_of_the_same_is_shared(text: str, told: tuple[str | None, str | None]) -> None:
    assert _first(text) == told
