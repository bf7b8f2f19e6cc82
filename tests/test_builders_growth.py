"""What is laid beside one another when a page has been read: deals and deployments by what they share, not each with each."""

from __future__ import annotations

import pytest

from kordef.builders.deployments import sifting
from kordef.builders.transfers import echoes
from kordef.pipeline import extract
from kordef.reading import read_text

STATES = "Denmark Norway Finland Sweden Estonia Latvia Lithuania Poland Romania Hungary".split()
PORTS = "Busan Gdynia Tallinn Riga Oslo Kiel Brest Lisbon Athens Split".split()


def orders(count: int) -> str:
    lines = (
        f"{STATES[n % 10]} ordered {10 + n} K9 howitzers from South Korea in {1990 + n % 35}." for n in range(count)
    )
    return "Deals\n\n" + "\n\n".join(lines)


def wishes(count: int) -> str:
    lines = (
        f"{STATES[n % 10]} considered K2 tanks from South Korea in {1990 + n % 35}."
        if n % 2
        else f"{STATES[n % 10]} ordered {10 + n} K9 howitzers from South Korea in {1990 + n % 35}."
        for n in range(count)
    )
    return "Deals\n\n" + "\n\n".join(lines)


def voyages(count: int) -> str:
    lines = (
        f"{STATES[n % 10]} sent {2 + n % 7} frigates to {PORTS[n // 10 % 10]} on {1 + n % 28} May {1990 + n % 35}."
        for n in range(count)
    )
    return "Voyages\n\n" + "\n\n".join(lines)


@pytest.mark.parametrize(
    ("room", "name", "text"),
    [(echoes, "_echoes", orders), (echoes, "_echoes", wishes), (sifting, "_is_better", voyages)],
    ids=["orders", "wishes", "voyages"],
)
def test_facts_are_not_compared_each_with_each(monkeypatch, room, name: str, text) -> None:  # type: ignore[no-untyped-def]
    compare = getattr(room, name)
    asked = 0

    def counted(*given: object) -> bool:
        nonlocal asked
        asked += 1
        answer: bool = compare(*given)
        return answer

    monkeypatch.setattr(room, name, counted)
    count = 200
    records = extract(read_text("long.txt", text(count))).records
    assert len(records) > count // 2
    assert asked <= 4 * count
