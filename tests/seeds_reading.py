"""The seeds as a person reads them, beside what the build makes of them: the reviewed snapshot and the list of what it misses.

python tests/seeds_reading.py            # say what differs from the reading
python tests/seeds_reading.py --write    # write the snapshot anew
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import kordef
from kordef.dataset import Dataset
from kordef.records import Record
from kordef.showing import TABLES, table

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
READING = HERE / "seeds_reading.toml"
SNAPSHOT = HERE / "seeds_snapshot.txt"

FACTS = ("weapons", "agreements", "dialogues", "transfers", "deployments", "observations", "events", "statements")


@cache
def dataset() -> Dataset:
    return kordef.build([SEEDS])


@cache
def texts() -> dict[str, str]:
    """The text of each seed by the first digits of its name."""
    return {path.name[:3]: kordef.read_file(path).text for path in sorted(SEEDS.glob("*.txt"))}


@cache
def reading() -> tuple[dict[str, Any], ...]:
    return tuple(tomllib.loads(READING.read_text("utf-8"))["fact"])


def rows(every: Dataset) -> Iterator[tuple[Record, dict[str, str]]]:
    """Each fact with its row in the tables that ``kordef show`` prints."""
    for name in FACTS:
        shown = table(every, name)
        for row in shown.rows:
            yield every[row[0]], dict(zip(shown.columns, row, strict=True))


def seed_of(every: Dataset, record: Record) -> str:
    source = every.source_of(record)
    while source.parent is not None:
        parent = every[source.parent]
        assert isinstance(parent, kordef.Source)
        source = parent
    return str(source.file)[:3]


@cache
def found() -> tuple[tuple[str, Record, dict[str, str]], ...]:
    return tuple((seed_of(dataset(), record), record, row) for record, row in rows(dataset()))


KEYS = ("seed", "type", "quote", "missed")


def candidates(fact: dict[str, Any]) -> list[tuple[Record, dict[str, str]]]:
    """The records of the fact's type with evidence in its quote."""
    start = texts()[fact["seed"]].find(fact["quote"])
    end = start + len(fact["quote"])
    return [
        (record, row)
        for seed, record, row in found()
        if seed == fact["seed"]
        and record.type == fact["type"]
        and any(e.start < end and e.end > start for e in record.evidence if e.field not in ("/subject", "/date"))
    ]


def _parts(cell: str) -> list[str]:
    """The parts of a cell, in whatever order they are listed."""
    return sorted(cell.split(", "))


def differences(fact: dict[str, Any]) -> list[str]:
    """What keeps the build from saying what the reading says: nothing where one record has all its fields."""
    best: list[str] | None = None
    for _, row in candidates(fact):
        wrong = [
            f"{name}: {row.get(name, '')!r}, read {wanted!r}"
            for name, wanted in fact.items()
            if name not in KEYS and _parts(row.get(name, "")) != _parts(wanted)
        ]
        if best is None or len(wrong) < len(best):
            best = wrong
    return ["no record"] if best is None else best


def snapshot() -> str:
    """Every fact of the seeds in one line: its fields and its quote, without the id, which the text's hash goes into."""
    assert set(FACTS) <= set(TABLES)
    lines: list[str] = []
    for seed in texts():
        for name in FACTS:
            columns = table(dataset(), name).columns
            lines.append(f"## {seed} {name}: {' | '.join(columns[1:])}")
            lines.extend(
                " | ".join(row[c] for c in columns[1:])
                for s, record, row in found()
                if s == seed and isinstance(record, TABLES[name])
            )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if "--write" in sys.argv:
        SNAPSHOT.write_text(snapshot(), "utf-8")
    for fact in reading():
        wrong = differences(fact)
        if wrong and not fact.get("missed"):
            print(fact["seed"], fact["type"], repr(fact["quote"]), "; ".join(wrong))
        elif fact.get("missed") and not wrong:
            print(fact["seed"], fact["type"], repr(fact["quote"]), "is found after all")
