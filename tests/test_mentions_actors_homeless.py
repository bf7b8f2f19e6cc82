"""Whose a ministry is that stands without its state."""

from __future__ import annotations

import pytest

from kordef import find
from kordef.document import Document
from kordef.evidence import Evidence
from kordef.pipeline import extract
from kordef.reading import read_text
from kordef.records import Actor
from kordef.vocabulary import ActorKind, EvidenceKind


def _document(text: str) -> Document:
    return read_text("story.txt", text)


def _owner(text: str) -> str | None:
    """For whom the last ministry of a text acts."""
    found = [a for a in find(_document(text)).actors if "ministry" in a.exact.lower()]
    return found[-1].acts_for if found else None


@pytest.mark.parametrize(
    ("text", "state"),
    [
        # the subject, which the dateline or the title confirms
        (
            "Romania orders howitzers\nBUCHAREST, 12 June 2025 (Reuters) - Romania ordered 54 K9 howitzers from South Korea, "
            "the defence ministry said.\n",
            "RO",
        ),
        (
            "Shells\nWARSAW, 12 June 2025 (Reuters) - Poland bought 50,000 shells from Norway, the defence ministry said.\n",
            "PL",
        ),
        (
            "Estonia takes more howitzers\nEstonia will buy 12 guns from South Korea, the ministry of defence said.\n",
            "EE",
        ),
        (
            "Finland buys launchers\nHELSINKI, 12 June 2025 (Reuters) - Finland ordered 10 launchers. A ceremony was held in "
            "Tallinn. The defence ministry said it was pleased.\n",
            "FI",
        ),
        (
            "Shells for Poland\nWARSAW, 12 June 2025 (Reuters) - Norway's defence ministry was glad.\nPoland bought 50,000 "
            "shells from Norway, the defence ministry said.\n",
            "PL",
        ),
        # the subject alone, where nothing speaks against it
        ("Poland bought 50,000 shells from Norway, the defence ministry said on 12 June 2025.\n", "PL"),
        # no subject: the dateline
        (
            "Shells\nWARSAW, 12 June 2025 (Reuters) - A contract for shells was signed with Norway, the defence ministry said.\n",
            "PL",
        ),
        # the dateline, which the sentence names, against the subject
        (
            "Shells\nOSLO, 12 June 2025 (Reuters) - Poland bought 50,000 shells from Norway, the defence ministry said.\n",
            "NO",
        ),
        # two that act, one of them at the place
        (
            "Shells\nOSLO, 12 June 2025 (Reuters) - Poland and Norway signed a contract, the defence ministry said.\n",
            "NO",
        ),
        # where an agency is at home, "here" says whose
        (
            "Slovakia weighs jets\nSEOUL, June 12 (Yonhap) - Slovakia hopes for more trade with Poland, the defense ministry "
            "here said.\n",
            "KR",
        ),
        # near-misses: written beside it, or the only one
        (
            "Shells\nWARSAW, 12 June 2025 (Reuters) - Poland bought 50,000 shells from Norway, the Norwegian defence ministry "
            "said.\n",
            "NO",
        ),
        (
            "Shells\nWARSAW, 12 June 2025 (Reuters) - Poland bought 50,000 shells, the defence ministry in Oslo said.\n",
            "NO",
        ),
        ("Shells\nBERLIN, 12 June 2025 (Reuters) - In Poland, the defence ministry said it had bought shells.\n", "PL"),
        # the signs conflict: nobody
        ("Poland and Norway signed a contract for shells, the defence ministry said.\n", None),
        (
            "Shells\nBERLIN, 12 June 2025 (Reuters) - Poland bought 50,000 shells from Norway, the defence ministry said.\n",
            None,
        ),
    ],
)
def test_owner(text: str, state: str | None) -> None:
    assert _owner(text) == (f"state:{state}" if state else None)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        (
            "Shells\nWARSAW, 12 June 2025 (Reuters) - Poland bought 50,000 shells from Norway, the defence ministry said.\n",
            "Poland",
            EvidenceKind.IMPLIED,
        ),
        (
            "Shells\nWARSAW, 12 June 2025 (Reuters) - The defence ministry said it would buy shells from Norway.\n",
            "WARSAW",
            EvidenceKind.IMPLIED,
        ),
        ("Poland's defence ministry said it would buy shells from Norway.\n", "Poland", EvidenceKind.STATED),
    ],
)
def test_evidence_shows_the_words_that_decide(text: str, words: str, kind: EvidenceKind) -> None:
    (ministry,) = (
        a for a in extract(_document(text)).records if isinstance(a, Actor) and a.kind is ActorKind.GOVERNMENT_BODY
    )
    shown: list[Evidence] = [e for e in ministry.evidence if e.field == "/acts_for"]
    assert [(e.exact, e.kind) for e in shown] == [(words, kind)]
