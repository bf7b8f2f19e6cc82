"""How fast text becomes mentions and records, as ratios to peers in the same run.

    python benchmarks/text.py [FOLDER ...] [--size MB]

Reads the seeds and the texts under ``tests/corpus`` (and any further folders), repeats them to the size asked for, and times in
one warm process: a bare scan for digits, quantulum3 (if installed; on a sample, since it is slow), and kordef by stage; also
kordef on the same texts without their capitals and figures, and on those of their sentences that mention nothing. "Objects
alone" makes the mentions or records found once more from their ready parts and does nothing else: whatever finds them cannot be
faster than that. Machines are noisy, so each figure is the best of three and only the ratios are worth comparing.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from kordef.builders import page_of, records
from kordef.catalogue import load
from kordef.document import Document
from kordef.mentions import Mentions, find
from kordef.mentions.dates.finder import find_dates
from kordef.mentions.values.finder import find_values
from kordef.reading import read_file, read_text

ROOT = Path(__file__).parent.parent


def best(work: Callable[[], object], times: int = 3) -> float:
    """The shortest time in seconds of a few runs."""
    found = float("inf")
    for _ in range(times):
        began = time.perf_counter()
        work()
        found = min(found, time.perf_counter() - began)
    return found


def silent(document: Document, mentions: Mentions) -> Iterator[str]:
    """The sentences in which nothing is mentioned."""
    found = (mentions.values, mentions.dates, mentions.actors, mentions.weapons)
    starts = sorted(mention.start for kind in found for mention in kind)
    for block in document.readable():
        for sentence in block.sentences:
            if bisect_left(starts, sentence.start) == bisect_left(starts, sentence.end):
                yield document.quote(sentence)


def makings(found: object, seen: set[int]) -> Iterator[tuple[type[Any], dict[str, Any]]]:
    """The class and arguments of each object that is reached, each once, parts before wholes."""
    if isinstance(found, tuple):
        for part in found:
            yield from makings(part, seen)
    elif attrs.has(type(found)) and id(found) not in seen:
        seen.add(id(found))
        given = {f.alias or f.name: getattr(found, f.name) for f in attrs.fields(type(found)) if f.init}
        for part in given.values():
            yield from makings(part, seen)
        yield type(found), given


def made_again(found: tuple[object, ...]) -> float:
    """The seconds that it takes to make all objects of ``found`` from their ready parts."""
    ready = list(makings(found, set()))

    def make() -> None:
        for kind, given in ready:
            kind(**given)

    return best(make)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--size", type=float, default=1.0, help="millions of characters to read (1)")
    arguments = parser.parse_args()
    folders = [ROOT / "seeds", ROOT / "tests" / "corpus" / "docs", *arguments.folders]
    texts = [read_file(p) for folder in folders for p in sorted(folder.glob("*.txt"))]
    size = sum(len(d.text) for d in texts)
    rounds = max(1, round(arguments.size * 1e6 / size))
    total = rounds * size / 1e6
    catalogue = load()

    def over(work: Callable[[Document], object]) -> float:
        def run() -> None:
            for _ in range(rounds):
                for d in texts:
                    work(d)

        run()
        return total / best(run)

    mentions = {d.name: find(d, catalogue) for d in texts}
    digits = re.compile(r"\d")
    plain = "\n".join(re.sub(r"[A-Z0-9]", "x", d.text) for d in texts)
    figures = {
        "scan for digits": over(lambda d: sum(1 for _ in digits.finditer(d.text))),
        "reading": over(lambda d: read_text(d.name, d.text)),
        "values": over(lambda d: find_values(d, catalogue)),
        "dates": over(lambda d: find_dates(d)),
        "all mentions": over(lambda d: find(d, catalogue)),
        "records from mentions": over(lambda d: records(d, mentions[d.name], catalogue)),
        "tokens and entities of those": over(lambda d: page_of(d, mentions[d.name], catalogue)),
        "text to records": over(lambda d: records(x := read_text(d.name, d.text), find(x, catalogue), catalogue)),
    }
    told = tuple(records(d, mentions[d.name], catalogue) for d in texts)
    figures["mentions, objects alone"] = size / 1e6 / made_again(tuple(mentions.values()))
    figures["records, objects alone"] = size / 1e6 / made_again(told)
    quiet = "\n\n".join(sentence for d in texts for sentence in silent(d, mentions[d.name]))
    for name, text in (("no capitals or figures", plain), ("nothing to be found", quiet)):
        document = read_text("bare.txt", text)
        figures[f"all mentions, {name}"] = len(text) / 1e6 / best(partial(find, document, catalogue))
    quantulum = None
    try:
        from quantulum3 import parser as quantulum3
    except ImportError:
        print("quantulum3 is not installed: no ratio to it", file=sys.stderr)
    else:
        sample = texts[0].text
        quantulum3.parse(sample[:500])
        quantulum = len(sample) / 1e6 / best(lambda: quantulum3.parse(sample), 2)
        figures["quantulum3 (values alone)"] = quantulum
    scan = figures["scan for digits"]
    print(f"{total:.2f} million characters, {len(texts)} texts, {rounds} times over\n")
    print(f"{'':38} {'MB/s':>8} {'of scan':>9} {'x quantulum3':>13}")
    for name, speed in figures.items():
        ratio = f"{speed / quantulum:13.1f}" if quantulum else ""
        print(f"{name:38} {speed:8.3f} {speed / scan:9.4f} {ratio}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
