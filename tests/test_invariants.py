"""The invariants of the design, over the seeds, and as properties where inputs can be made up."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from places import SEEDS

from kordef.builders.grammar.tokens import LONGEST, lines
from kordef.codec import dumps, loads
from kordef.dataset import Dataset
from kordef.errors import BrokenEvidence, Unreadable
from kordef.evidence import unsupported
from kordef.mentions import find
from kordef.pipeline import Extraction, build, check_evidence, extract
from kordef.reading import read_text
from kordef.records import Source
from kordef.store import dataset_from, dataset_text

# ---- 1. evidence is where it says


def test_every_quote_stands_where_its_evidence_says(extractions: tuple[Extraction, ...]) -> None:
    for extraction in extractions:
        text = extraction.document.text
        checked = 0
        for record in extraction.records:
            for e in record.evidence:
                assert text[e.start : e.end] == e.exact, f"{record.id} {e.field}"
                checked += 1
        assert checked > 20


def test_passages_are_quotes_of_the_text(extractions: tuple[Extraction, ...]) -> None:
    for extraction in extractions:
        for source in (r for r in extraction.records if isinstance(r, Source)):
            for p in source.passages:
                assert extraction.document.text[p.start : p.start + len(p.exact)] == p.exact


def test_every_field_has_evidence(dataset: Dataset) -> None:
    unsupported_fields = {r.id: unsupported(r) for r in dataset if not isinstance(r, Source)}
    assert {k: v for k, v in unsupported_fields.items() if v} == {}


def test_a_broken_quote_stops_the_build(extractions: tuple[Extraction, ...]) -> None:
    extraction = extractions[0]
    record = next(r for r in extraction.records if r.type == "actor")
    with pytest.raises(BrokenEvidence, match=f"{record.id}: the evidence of '' quotes"):
        check_evidence([record], "x" + extraction.document.text)


# ---- 2. round trips


def test_the_dataset_survives_being_written_and_read(dataset: Dataset) -> None:
    assert dataset_from(dataset_text(dataset)) == dataset


def test_every_record_survives_alone(dataset: Dataset) -> None:
    for record in dataset:
        assert loads(dumps(record), type(record)) == record


# ---- 3. the same input, the same bytes


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_bytes_do_not_depend_on_the_hash_seed_or_the_workers(seed: str, dataset_file: Path, tmp_path: Path) -> None:
    jobs = "2" if seed == "4242" else "1"
    out = tmp_path / "dataset.json"
    subprocess.run(
        [sys.executable, "-m", "kordef", "build", str(SEEDS), "-o", str(out), "--jobs", jobs],
        env={**os.environ, "PYTHONHASHSEED": seed},
        check=True,
        capture_output=True,
    )
    assert out.read_bytes() == dataset_file.read_bytes()


def test_the_order_of_the_input_does_not_matter(dataset: Dataset) -> None:
    records = list(dataset.records)
    random.Random(7).shuffle(records)
    assert Dataset.of(records) == dataset


# ---- 4. no text makes it crash, hang or slow down more than linearly

PIECES = st.sampled_from(
    [
        "Poland", "South Korea", "K9", "180 K2 tanks", "signed", "a contract", "for", "$1.2 billion", "on Monday", "March 7",
        "Minister Cho", "met", "NATO", "—", ".", ",", "(", ")", "\n", "\n\n", "|", "from", "to", "and", "2.1%", "said", "“", "”",
        "a summit", "Hanwha Aerospace", "in Seoul", "plans to", "buy", "last week", "Table 1.", "- ", "1.", "#", "’s", "\t",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join)))
def test_no_text_crashes_the_pipeline(text: str) -> None:
    try:
        document = read_text("made-up.txt", text)
    except Unreadable:
        return
    extraction = extract(document)
    data = Dataset.of(extraction.records)
    assert dataset_from(dataset_text(data)) == data


LONG = {
    "digits": "1" * 20_000,
    "commas": "1," * 10_000,
    "brackets": "(" * 10_000 + ")" * 10_000,
    "almost a deal": "Poland signed a contract with Hanwha for 12 " * 500,
    "names": "President Foreign Minister South Korean Deputy " * 500,
    "bars": "1 | 2 | 3 |\n" * 2_000,
    "dates": "March 7, 2025 " * 1_500,
    "one sentence": "Poland and Norway and K9 and 12 K2 tanks and " * 500,
}


@pytest.mark.parametrize("name", LONG)
def test_time_grows_linearly(name: str) -> None:
    """Four times the text takes less than twelve times the time: quadratic growth would take sixteen."""
    unit = LONG[name]

    def seconds(times: int) -> float:
        document = read_text("long.txt", "A title\n\n" + unit * times)
        best = 1e9
        for _ in range(2):
            began = time.process_time()
            extract(document)
            best = min(best, time.process_time() - began)
        return best

    seconds(1)
    once = seconds(1)
    assert seconds(4) < 12 * once + 0.2


def test_a_sentence_without_end_is_cut() -> None:
    """What makes the time linear whatever a builder does within one sentence."""
    document = read_text("long.txt", "A title\n\n" + "Poland signed a contract with Hanwha for 12 " * 400)
    rows = list(lines(document, find(document)))
    assert max(len(row.tokens) for row in rows) <= LONGEST
    assert len(rows) > 8


# ---- 5. documents do not touch one another


def test_a_further_document_changes_no_record(dataset: Dataset) -> None:
    first = sorted(SEEDS.glob("*.txt"))[:2]
    alone = build(first, sources=SEEDS / "sources.toml")
    assert set(alone.records) <= set(dataset.records)


# ---- 7. what `import kordef` loads


def test_the_import_loads_nothing_heavy() -> None:
    code = (
        "import sys, kordef; kordef.Amount; kordef.Transfer; kordef.Dataset; "
        "print(sorted(m for m in sys.modules if m.split('.')[0] in ('pint', 'pyarrow', 'altair', 'rich', 'cattrs') "
        "or m.startswith(('kordef.mentions', 'kordef.builders', 'kordef.reading'))))"
    )
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert out.stdout.strip() == "[]"
