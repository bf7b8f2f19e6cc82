"""Writing a release."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from attrs import evolve

from kordef._version import __version__
from kordef.audit import audit_dataset
from kordef.comparison import compare
from kordef.dataset import Dataset
from kordef.errors import ReleaseError, unfit
from kordef.records import Source
from kordef.release.contents import contents
from kordef.release.folder import SUMS, write_folder
from kordef.release.info import ReleaseInfo
from kordef.release.quoting import publishable
from kordef.store import read_dataset

__all__ = ["version_of", "write_release"]


def write_release(
    dataset: Dataset,
    folder: str | Path,
    info: ReleaseInfo | None = None,
    *,
    previous: str | Path | None = None,
    parquet: bool = True,
) -> Dataset:
    """Write a dataset as a folder for others, and return the dataset that it holds.

    That is the dataset itself but for what may not be published: quotes end after 300 characters, and of a source with
    ``quotes = false`` only their places and hashes are kept. ``previous`` is the folder of the release before, from which
    ``CHANGES.json`` follows. The same dataset, ``info`` and ``previous`` give the same bytes. The folder is there as a
    whole or not at all; an older release in its place stays until the new one is written.

    :raises ReleaseError: a source may not be published, or something that is no release has the folder's name
    :raises MissingExtra: ``parquet`` is wanted and pyarrow is not installed
    :raises OSError: the disk is full, or may not be written to
    """
    if not isinstance(dataset, Dataset) or not isinstance(info, ReleaseInfo | None):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise unfit(
            "write_release", "a Dataset, a folder and a ReleaseInfo", info if isinstance(dataset, Dataset) else dataset
        )
    info = info or ReleaseInfo()
    published = publishable(dataset)
    files = contents(
        published, info, changes=_changes(published, previous, info), findings=_findings(published), parquet=parquet
    )
    write_folder(folder, files.items())
    return published


def _findings(dataset: Dataset) -> dict[str, Any]:
    return {"kordef": __version__, "findings": [finding.to_json() for finding in audit_dataset(dataset)]}


def _changes(dataset: Dataset, previous: str | Path | None, info: ReleaseInfo) -> dict[str, Any]:
    if previous is None:
        return {"version": info.version, "since": None}
    before = Path(previous)
    if not (before / SUMS).is_file():
        raise ReleaseError(f"{before}: is no release ({SUMS} is not in it), expected the one before this")
    changes = compare(_silenced_alike(read_dataset(before), dataset), dataset).as_json()
    # Whole records that are gone would be published once more, perhaps after their source has asked that they be not.
    changes["removed"] = [{key: record[key] for key in ("type", "id", "source")} for record in changes["removed"]]
    counts = {kind: len(several) for kind, several in changes.items()}
    return {"version": info.version, "since": version_of(before), "counts": counts, **changes}


def _silenced_alike(old: Dataset, new: Dataset) -> Dataset:
    """The dataset of an earlier release with no more words of its sources than the new one shows."""
    quotes = {source.sha256: source.quotes for source in new.sources}
    return publishable(
        Dataset.of(
            evolve(record, quotes=quotes.get(record.sha256, record.quotes)) if isinstance(record, Source) else record
            for record in old.records
        )
    )


def version_of(folder: Path) -> str | None:
    """The version that a release says it has, ``None`` where it does not say."""
    try:
        return str(json.loads((folder / "datapackage.json").read_bytes())["version"])
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
