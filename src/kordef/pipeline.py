"""The whole way from documents to a dataset; every step is a function that can be called alone."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from attrs import evolve, frozen

from kordef.builders import records as build_records
from kordef.cases import Judgement, read_judgements
from kordef.catalogue import Catalogue, load
from kordef.collector import paused
from kordef.curation import Curation, Entry, apply, load_curation
from kordef.dataset import Dataset
from kordef.document import Document
from kordef.errors import BrokenEvidence, InvalidValue, KordefError, unfit
from kordef.mentions import find
from kordef.mentions.model import Mentions
from kordef.reading import STDIN, Paths, document_paths, documents, refuse_twins
from kordef.records import Record

__all__ = ["Extraction", "build", "check_evidence", "correct", "extract"]

Progress: TypeAlias = Callable[[int, str], None]
"""Called after each document with how many are done and the document's name."""

CURATION_FOLDER = "curation"
"""The folder beside documents whose entries are applied to them."""
JUDGEMENTS = "judgements.jsonl"
"""The file in a folder of documents that says which records speak of one thing, and which do not."""
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
    if not isinstance(document, Document):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise unfit("extract", "a Document, which read_text and read_file make", document)
    catalogue = catalogue or load()
    try:
        with paused(lasting=False):
            mentions = find(document, catalogue)
            records = build_records(document, mentions, catalogue)
        check_evidence(records, document.text)
    except Exception as problem:
        problem.add_note(f"in the document {document.name!r}")
        raise
    return Extraction(document=document, mentions=mentions, records=records)


def correct(extraction: Extraction, entries: Sequence[Entry]) -> Extraction:
    """What one document yields, after what people corrected in it.

    Raises :class:`~kordef.errors.CurationError` for an entry that does not fit the document.
    """
    records = apply(extraction.document, extraction.records, entries)
    check_evidence(records, extraction.document.text)
    return evolve(extraction, records=records)


def build(
    paths: Paths,
    *,
    sources: str | Path | None = None,
    curation: Curation | str | Path | None = None,
    catalogue: Catalogue | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Dataset:
    """One dataset of all documents in files and folders, one or several ("-" is the standard input).

    ``sources`` is a ``sources.toml`` with what is known besides the texts, ``curation`` a folder or file with what people
    corrected (:mod:`kordef.curation`); without them each folder's own are used, and ``Curation()`` corrects nothing. What
    people have judged of the records of a folder stands in its ``judgements.jsonl`` (:attr:`Dataset.judgements`). With
    ``jobs`` above 1 that many processes share the work; the dataset is the same. Raises
    :class:`~kordef.errors.Unreadable` for what cannot be read and for files with the same bytes,
    :class:`~kordef.errors.SourcesError` for a broken ``sources.toml`` and :class:`~kordef.errors.CurationError` for an entry
    that does not fit its document.
    """
    if jobs < 1:
        raise InvalidValue(f"jobs must be at least 1, found {jobs}")
    files = document_paths(paths)
    refuse_twins(files)
    records: list[Record] = []
    work = zip(documents(files, sources), _entries(files, curation), strict=True)
    for done, extraction in enumerate(_extractions(work, catalogue, min(jobs, len(files), _MOST_JOBS)), 1):
        records.extend(extraction.records)
        if progress is not None:
            progress(done, extraction.document.name)
    return Dataset.of(records).with_judgements(_judgements(paths))


def _judgements(paths: Paths) -> Iterator[Judgement]:
    """What people have judged of the records of whole folders; what a part of one yields need not have them."""
    for path in [paths] if isinstance(paths, str | Path) else paths:
        if (beside := Path(path) / JUDGEMENTS).is_file():
            yield from read_judgements(beside)


def _entries(files: Iterable[Path], curation: Curation | str | Path | None) -> Iterator[tuple[Entry, ...]]:
    """What people corrected in each file: the given curation, or the one beside it."""
    if isinstance(curation, str | Path):
        curation = load_curation(curation)
    beside: dict[Path, Curation] = {}
    for file in files:
        known = curation
        if known is None:
            folder = file.parent
            if folder not in beside:
                beside[folder] = Curation() if str(file) == STDIN else load_curation(folder / CURATION_FOLDER)
            known = beside[folder]
        yield known.of(file.name)


def extractions(texts: Iterable[Document], catalogue: Catalogue | None = None, jobs: int = 1) -> Iterator[Extraction]:
    """What each document yields as the loaders read it, in the order of the documents."""
    return _extractions(((text, ()) for text in texts), catalogue, jobs)


def _extractions(
    work: Iterable[tuple[Document, Sequence[Entry]]], catalogue: Catalogue | None, jobs: int
) -> Iterator[Extraction]:
    """What each document yields with the entries for it, in the order of the documents."""
    extract_one = partial(_extract, catalogue)
    if jobs <= 1:
        yield from map(extract_one, work)
        return
    remaining = iter(work)
    with ProcessPoolExecutor(jobs, initializer=_leave_interrupts) as pool:
        try:
            # a bounded number of documents at a time, so that a large folder does not fill the memory
            while batch := list(islice(remaining, 16 * jobs)):
                yield from pool.map(extract_one, batch)
        except BrokenProcessPool:
            raise KordefError(
                "one of the processes that share the work was ended from outside, perhaps for want of memory; "
                "fewer jobs need less"
            ) from None
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _extract(catalogue: Catalogue | None, work: tuple[Document, Sequence[Entry]]) -> Extraction:
    document, entries = work
    extraction = extract(document, catalogue)
    return correct(extraction, entries) if entries else extraction


def _leave_interrupts() -> None:
    """Ctrl-C reaches every process of a terminal; only the first one is to say so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def check_evidence(records: Iterable[Record], text: str) -> None:
    """Raise :class:`~kordef.errors.BrokenEvidence` unless every quote stands exactly where its evidence says."""
    for record in records:
        for evidence in record.evidence:
            if not evidence.stands_in(text):
                found = text[evidence.start : evidence.end]
                raise BrokenEvidence(
                    f"{record.id}: the evidence of '{evidence.field}' quotes {evidence.exact!r} at {evidence.start}, "
                    f"where the text has {found!r}"
                )
