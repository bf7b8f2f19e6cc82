"""The whole way from documents to a dataset; every step is a function that can be called alone."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from attrs import frozen

from kordef.builders import records as build_records
from kordef.catalogue import Catalogue, load
from kordef.dataset import Dataset
from kordef.document import Document
from kordef.errors import BrokenEvidence, KordefError
from kordef.mentions import find
from kordef.mentions.model import Mentions
from kordef.reading import Paths, document_paths, documents, refuse_twins
from kordef.records import Record

__all__ = ["Extraction", "build", "check_evidence", "extract"]

Progress: TypeAlias = Callable[[int, str], None]
"""Called after each document with how many are done and the document's name."""

_MOST_JOBS = 61
"""Windows waits for no more processes at a time."""


@frozen(kw_only=True)
class Extraction:
    """What one document yields."""

    document: Document
    mentions: Mentions
    records: tuple[Record, ...]


def extract(document: Document, catalogue: Catalogue | None = None) -> Extraction:
    """The mentions and records of one document.

    They depend on the document and the catalogue alone. A record whose evidence is not what the text has at its place
    raises :class:`~kordef.errors.BrokenEvidence`.
    """
    catalogue = catalogue or load()
    try:
        mentions = find(document, catalogue)
        records = build_records(document, mentions, catalogue)
        check_evidence(records, document.text)
    except Exception as problem:
        problem.add_note(f"in the document {document.name!r}")
        raise
    return Extraction(document=document, mentions=mentions, records=records)


def build(
    paths: Paths,
    *,
    sources: str | Path | None = None,
    catalogue: Catalogue | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Dataset:
    """One dataset of all documents in files and folders, one or several ("-" is the standard input).

    ``sources`` is a ``sources.toml`` with what is known besides the texts; without it each folder's own is used. With ``jobs``
    above 1 that many processes share the work; the dataset is the same. Raises :class:`~kordef.errors.Unreadable` for what
    cannot be read and for files with the same bytes, and :class:`~kordef.errors.SourcesError` for a broken ``sources.toml``.
    """
    files = document_paths(paths)
    refuse_twins(files)
    records: list[Record] = []
    texts = documents(files, sources)
    for done, extraction in enumerate(extractions(texts, catalogue, min(jobs, len(files), _MOST_JOBS)), 1):
        records.extend(extraction.records)
        if progress is not None:
            progress(done, extraction.document.name)
    return Dataset.of(records)


def extractions(texts: Iterable[Document], catalogue: Catalogue | None = None, jobs: int = 1) -> Iterator[Extraction]:
    """What each document yields, in the order of the documents."""
    if jobs <= 1:
        yield from map(partial(extract, catalogue=catalogue), texts)
        return
    remaining = iter(texts)
    with ProcessPoolExecutor(jobs, initializer=_leave_interrupts) as pool:
        try:
            # a bounded number of documents at a time, so that a large folder does not fill the memory
            while batch := list(islice(remaining, 16 * jobs)):
                yield from pool.map(partial(extract, catalogue=catalogue), batch)
        except BrokenProcessPool:
            raise KordefError(
                "one of the processes that share the work was ended from outside, perhaps for want of memory; "
                "fewer jobs need less"
            ) from None
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _leave_interrupts() -> None:
    """Ctrl-C reaches every process of a terminal; only the first one is to say so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def check_evidence(records: Iterable[Record], text: str) -> None:
    """Raise :class:`~kordef.errors.BrokenEvidence` unless every quote stands exactly where its evidence says."""
    for record in records:
        for evidence in record.evidence:
            found = text[evidence.start : evidence.end]
            if found != evidence.exact:
                raise BrokenEvidence(
                    f"{record.id}: the evidence of '{evidence.field}' quotes {evidence.exact!r} at {evidence.start}, "
                    f"where the text has {found!r}"
                )
