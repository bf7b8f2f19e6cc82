"""Deals that a noun names and that are proposed, in doubt, to be approved or came to nothing are never told as done."""

from __future__ import annotations

import pytest
from transfer_reading import read

NAMED = (
    "the sale of 30 K9s by South Korea to Spain",
    "Spain's purchase of 30 K9s from South Korea",
    "a contract between South Korea and Spain for 30 K9s",
    "the delivery of 30 K9s from South Korea to Spain",
    "South Korea's export of 30 K9s to Spain",
    "an order by Spain for 30 K9s from South Korea",
)
BECAME: list[tuple[str, set[str]]] = [
    ("{} was blocked.", {"cancelled", "suspended"}),
    ("{} is being discussed.", {"negotiating", "considered"}),
    ("{} fell through.", {"cancelled"}),
    ("{} has been proposed.", {"considered"}),
    ("{} is unlikely.", {"considered"}),
    ("{} was rejected by parliament.", set()),
    ("{} needs approval.", {"planned"}),
    ("{} is off the table.", {"cancelled"}),
    ("{} awaits approval.", {"planned"}),
    ("{} never came about.", {"cancelled"}),
    ("{} could be signed next year.", {"considered"}),
    ("{} is under negotiation.", {"negotiating"}),
    ("{} is planned for 2027.", {"planned"}),
    ("{} is no longer on the agenda.", {"cancelled"}),
    ("{} remains uncertain.", {"considered"}),
    ("Critics oppose {}.", {"considered"}),
    ("Doubts surround {}.", {"considered"}),
    ("Nothing came of {}.", {"cancelled"}),
    ("There are no plans for {}.", set()),
    ("Talks on {} have failed.", {"cancelled", "negotiating"}),
]


def _stages(frame: str, named: str) -> set[str]:
    text = frame.format(named)
    return {str(t.stage) for t in read(text[0].upper() + text[1:])[1]}


@pytest.mark.parametrize(("frame", "stages"), BECAME)
def test_what_became_of_a_deal(frame: str, stages: set[str]) -> None:
    found = {named: _stages(frame, named) for named in NAMED}
    assert {named: told for named, told in found.items() if not told <= stages} == {}
    assert not stages or any(found.values())


@pytest.mark.parametrize(
    "frame",
    [
        "{} was completed in 2021.",
        "{} dates from 2019.",
        "{} was signed in 2020.",
        "Parliament welcomed {}, signed in 2020.",
    ],
)
def test_what_is_done_stays_done(frame: str) -> None:
    assert _stages(frame, "an order by Spain for 30 K9s from South Korea") & {"signed", "delivered"}
