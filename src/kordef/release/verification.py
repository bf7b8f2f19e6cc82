"""Checking a release that came from anywhere, with what is in it and, where they are at hand, the texts."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from kordef._version import __version__
from kordef.cases import judgements_from
from kordef.codec.text import is_list
from kordef.dataset import Dataset
from kordef.errors import KordefError, ReleaseError
from kordef.records import Source
from kordef.release.contents import DATASET, JUDGEMENTS, MEANINGS, meaning_of
from kordef.release.faults import Notes, Verification
from kordef.release.folder import SUMS
from kordef.release.listing import LARGEST, Listing, listing
from kordef.release.record_checks import check_records
from kordef.release.table_checks import check_derived
from kordef.tables import layouts

__all__ = ["verify"]

_MAY_LACK = frozenset({JUDGEMENTS, "tables/*.parquet", "findings.json", "CHANGES.json"})


def verify(folder: str | Path, *, texts: str | Path | None = None) -> Verification:
    """Check a release: files and checksums, schema, references, codes, dates, quotes, and that all files say the same.

    With ``texts``, a folder with the documents, every quote is looked up in its document, which is known by its hash. Links are
    not followed, and nothing outside of the two folders is read. What could not be checked is told as such.

    :raises ReleaseError: there is no such folder
    """
    path = Path(folder)
    if not path.is_dir():
        what = "is a file" if path.exists() else "is not there"
        raise ReleaseError(f"{path}: {what}, expected the folder of a release")
    notes = Notes()
    files = listing(path, notes)
    _check_completeness(files, notes)
    content = files.read(DATASET)
    dataset = None if content is None else check_records(content, notes)
    if dataset is None:
        notes.unchecked.append(f"tables, database, annotations, evidence: {DATASET} could not be read as a dataset")
    else:
        dataset = _judged(dataset, files, notes)
        check_derived(files, dataset, _version(content or b""), notes)
    _check_descriptors(files, dataset, notes)
    if dataset is not None:
        _check_evidence(dataset, None if texts is None else Path(texts), notes)
    return notes.outcome()


def _judged(dataset: Dataset, files: Listing, notes: Notes) -> Dataset:
    content = files.read(JUDGEMENTS)
    if content is None:
        return dataset
    try:
        return dataset.with_judgements(judgements_from(content.decode("utf-8")))
    except (KordefError, UnicodeDecodeError) as error:
        notes.fault("schema", JUDGEMENTS, str(error))
        return dataset


def _version(content: bytes) -> str:
    """The version that the head of a dataset gives; the dataset has been read before."""
    document: Any = json.loads(content)
    return str(document["version"])


def _check_completeness(files: Listing, notes: Notes) -> None:
    there = {meaning_of(path): path for path in files.sizes}
    for path in files.sizes:
        if meaning_of(path) is None:
            notes.fault("files", path, "is no file that a release has")
    for meaning in MEANINGS:
        if meaning not in there and meaning not in _MAY_LACK and meaning != SUMS:
            notes.fault("files", meaning, f"is not there; it is {MEANINGS[meaning]}".replace("`", ""))
    if "tables/*.csv" in there:
        for name in layouts():
            for suffix in ("csv", "parquet"):
                if f"tables/*.{suffix}" in there and f"tables/{name}.{suffix}" not in files.sizes:
                    notes.fault("files", f"tables/{name}.{suffix}", "is not there")


# ---- descriptors


def _json(files: Listing, path: str, notes: Notes) -> Any:
    content = files.read(path)
    if content is None:
        return None
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        notes.fault("descriptors", path, f"is not JSON: {error}")
        return None


def _check_descriptors(files: Listing, dataset: Dataset | None, notes: Notes) -> None:
    package = _json(files, "datapackage.json", notes)
    croissant = _json(files, "croissant.json", notes)
    for path, listed in (
        ("datapackage.json", _entries(package, "resources", "path", "hash")),
        ("croissant.json", _entries(croissant, "distribution", "contentUrl", "sha256")),
    ):
        for name, said in listed:
            expected = files.sums.get(name)
            if expected is None:
                notes.fault("descriptors", path, f"names {name[:100]!r}, which {SUMS} does not")
            elif said.removeprefix("sha256:") != expected:
                notes.fault("descriptors", path, f"gives another SHA-256 for {name!r} than {SUMS}")
    versions = {
        name: _member(one, "version") for name, one in (("datapackage.json", package), ("croissant.json", croissant))
    }
    if len(set(versions.values())) > 1:
        notes.fault(
            "descriptors",
            "croissant.json",
            f"is of version {versions['croissant.json']!s:.40}, datapackage.json of {versions['datapackage.json']!s:.40}",
        )
    library = _member(_member(package, "kordef"), "library")
    if library is not None and library != __version__:
        notes.unchecked.append(
            f"whether other layouts are faults: the release was written by kordef {library!s:.40}, this is {__version__}, and "
            "each version lays out tables and annotations in its own way"
        )
    if package is not None and croissant is not None:
        notes.checked.append(f"descriptors of version {versions['datapackage.json']!s:.40}")
    for path in ("findings.json", "CHANGES.json"):
        _json(files, path, notes)
    findings = _json(files, "findings.json", Notes())
    for number, record in _records_named(findings):
        if dataset is not None and record not in dataset:
            notes.fault("findings", "findings.json", f"finding {number} speaks of {record[:60]!r}, which is no record")


def _member(document: Any, key: str) -> Any:
    return cast("dict[str, Any]", document).get(key) if isinstance(document, dict) else None


def _list(value: Any) -> list[Any]:
    return value if is_list(value) else []


def _entries(document: Any, key: str, name: str, digest: str) -> Iterator[tuple[str, str]]:
    for entry in _list(_member(document, key)):
        yield str(_member(entry, name)), str(_member(entry, digest))


def _records_named(findings: Any) -> Iterator[tuple[int, str]]:
    for number, finding in enumerate(_list(_member(findings, "findings"))):
        for side in ("claims", "against"):
            for claim in _list(_member(finding, side)):
                yield number, str(_member(claim, "record"))


# ---- evidence in the texts


def _check_evidence(dataset: Dataset, texts: Path | None, notes: Notes) -> None:
    if texts is None:
        notes.unchecked.append("quotes in the documents: no texts were given (--texts DIR)")
        return
    if not texts.is_dir():
        raise ReleaseError(f"{texts}: is no folder, expected one with the documents")
    wanted = {source.sha256 for source in dataset.sources}
    known = _texts(texts, wanted, notes)
    for source in dataset.sources:
        if source.sha256 not in known:
            label = source.file or source.title
            notes.unchecked.append(f"quotes from {label!r}: no file in {texts} has its SHA-256 {source.sha256}")
        elif len(known[source.sha256]) != source.length:
            found = len(known[source.sha256])
            notes.fault(
                "evidence", DATASET, f"{source.id} says that its text has {source.length} characters, it has {found}"
            )
    count = 0
    for record in dataset.records:
        for number, evidence in enumerate(record.evidence):
            document = dataset.get(evidence.source, Source)
            text = None if document is None else known.get(document.sha256)
            if text is None:
                continue
            count += 1
            if not evidence.stands_in(text):
                said = repr(evidence.exact[:60]) if evidence.exact else "words of another hash"
                notes.fault(
                    "evidence",
                    DATASET,
                    f"{record.id} at '/evidence/{number}' quotes {said} from character {evidence.start}, "
                    f"where the text has {text[evidence.start : evidence.end][:60]!r}",
                )
    notes.checked.append(f"{count} quotes in {len(known)} {'document' if len(known) == 1 else 'documents'}")


def _texts(folder: Path, wanted: set[str], notes: Notes) -> Mapping[str, str]:
    """The texts of the documents in a folder whose hashes are wanted."""
    from kordef.reading.decoding import decode

    found: dict[str, str] = {}
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if not entry.is_file() or entry.stat().st_size > LARGEST:
            continue
        path = Path(entry.path)
        data = path.read_bytes()
        digest = sha256(data).hexdigest()
        if digest in wanted and digest not in found:
            try:
                found[digest], _ = decode(entry.name, data)
            except KordefError as error:
                notes.unchecked.append(f"quotes from {entry.name!r}: {error}")
    return found
