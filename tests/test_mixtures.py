"""Real sentences in orders that nobody wrote: rules that lean on one another must not fall over what they did not expect."""

from __future__ import annotations

import random
from functools import cache

import pytest
from places import CORPUS, SEEDS

from kordef import extract, read_text

SIGNS = " .,;:()|-–“’0123456789\nA"


@cache
def texts() -> tuple[str, ...]:
    return tuple(p.read_text("utf-8") for folder in (SEEDS, CORPUS / "docs") for p in sorted(folder.glob("*.txt")))


def sentences(r: random.Random) -> str:
    return ". ".join(r.choice(r.choice(texts()).replace("\n", " ").split(". ")) for _ in range(25))


def lines(r: random.Random) -> str:
    mixed = r.choice(texts()).split("\n")
    r.shuffle(mixed)
    return "\n".join(mixed[:40])


def words(r: random.Random) -> str:
    mixed = r.choice(texts()).split()[:400]
    for _ in range(60):
        mixed[r.randrange(len(mixed))] = r.choice(r.choice(texts()).split())
    return " ".join(mixed)


def signs(r: random.Random) -> str:
    mixed = list(r.choice(texts())[:4000])
    for _ in range(200):
        mixed[r.randrange(len(mixed))] = r.choice(SIGNS)
    return "".join(mixed)


@pytest.mark.parametrize("mix", [sentences, lines, words, signs])
@pytest.mark.parametrize("seed", range(40))
def test_a_mixture_is_read_without_an_error(mix, seed: int) -> None:  # type: ignore[no-untyped-def]
    text = mix(random.Random(f"{mix.__name__} {seed}"))
    extraction = extract(read_text("mixture.txt", text))
    assert extraction.records[0].type == "source"
