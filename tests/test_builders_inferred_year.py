"""What is counted from a day of publication whose year is inferred is no more than implied, and is shown as such."""

from __future__ import annotations

import pytest

from kordef.dataset import Dataset
from kordef.pipeline import extract
from kordef.reading import read_text
from kordef.reasons import explain
from kordef.records import Dialogue, Source
from kordef.vocabulary import EvidenceKind

_TOLD = "The defence ministers of South Korea and Poland met on Monday in Seoul. In 2025 exports rose to $9 billion.\n"


@pytest.mark.parametrize(
    ("dateline", "basis", "kind"),
    [
        ("SEOUL, May 14 (Yonhap)", "inferred", EvidenceKind.IMPLIED),
        ("SEOUL, May 14, 2026 (Yonhap)", "printed", EvidenceKind.STATED),
    ],
)
def test_kind_of_a_date_counted_from_the_day_of_publication(dateline: str, basis: str, kind: EvidenceKind) -> None:
    records = extract(read_text("story.txt", f"Talks\n{dateline} - {_TOLD}")).records
    (source,) = (r for r in records if isinstance(r, Source))
    (talks,) = (r for r in records if isinstance(r, Dialogue))
    assert source.published_basis == basis
    assert talks.date is not None
    assert talks.date.edtf == "2026-05-11"
    assert [e.kind for e in talks.evidence if e.field == "/date"] == [kind]


@pytest.mark.parametrize(
    ("dateline", "shown"),
    [("SEOUL, May 14 (Yonhap)", "2026-05-14 (inferred)"), ("SEOUL, May 14, 2026 (Yonhap)", "2026-05-14")],
)
def test_explanations_say_what_is_inferred(dateline: str, shown: str) -> None:
    dataset = Dataset.of(extract(read_text("story.txt", f"Talks\n{dateline} - {_TOLD}")).records)
    (talks,) = dataset.dialogues
    assert f", {shown})" in str(explain(dataset, talks.id))
