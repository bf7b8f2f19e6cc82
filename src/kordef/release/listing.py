"""The files of a folder that nobody vouches for, and whether they are those that its checksums name.

Links are not followed and names are never opened before they are known to be those of files inside the folder.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from attrs import frozen

from kordef.release.faults import Notes
from kordef.release.folder import SUMS

__all__ = ["LARGEST", "Listing", "listing"]

LARGEST = 2**30
"""Files of more bytes are not read: no release that kordef writes comes near it."""

_MOST_FILES = 10_000
_DEEPEST = 8
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


@frozen
class Listing:
    """The regular files below a folder, and the checksums that :data:`SUMS` gives."""

    folder: Path
    sizes: Mapping[str, int]
    sums: Mapping[str, str]

    def read(self, path: str) -> bytes | None:
        """The bytes of a file, ``None`` where it is not there or too large."""
        if self.sizes.get(path, LARGEST + 1) > LARGEST:
            return None
        try:
            with _opened(self.folder / path) as file:
                return file.read(LARGEST)
        except OSError:  # which is a fault of its checksum already
            return None


def listing(folder: Path, notes: Notes) -> Listing:
    """The files of a folder, each compared with its checksum; what is wrong is noted."""
    sizes = dict(_regular_files(folder, notes))
    sums = _sums(folder, sizes, notes)
    good = 0
    for path, expected in sums.items():
        if path not in sizes:
            notes.fault("checksums", path, f"is named in {SUMS} and not there")
        elif sizes[path] > LARGEST:
            notes.fault(
                "checksums", path, f"is too large to be checked: {sizes[path]:,} bytes, expected at most {LARGEST:,}"
            )
        elif (found := _hash(folder / path)) is None:
            notes.fault("checksums", path, "cannot be read")
        elif found != expected:
            notes.fault("checksums", path, f"has the SHA-256 {found}, expected {expected} as {SUMS} says")
        else:
            good += 1
    for path in sizes:
        if path not in sums and path != SUMS:
            notes.fault("checksums", path, f"is not named in {SUMS}")
    notes.checked.append(f"checksums of {good} files")
    return Listing(folder, sizes, sums)


def _regular_files(folder: Path, notes: Notes) -> Iterator[tuple[str, int]]:
    waiting = [("", folder, 0)]
    count = 0
    while waiting:
        prefix, here, depth = waiting.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as error:
            notes.fault("files", prefix.rstrip("/"), f"cannot be read: {error.strerror}")
            continue
        for entry in entries:
            path = f"{prefix}{entry.name}"
            count += 1
            if count > _MOST_FILES:
                notes.fault("files", "", f"there are more than {_MOST_FILES:,} files; the others were not looked at")
                return
            mode = entry.stat(follow_symlinks=False).st_mode
            if stat.S_ISLNK(mode):
                notes.fault("files", path, "is a link, expected a file; it was not followed")
            elif stat.S_ISREG(mode):
                yield path, entry.stat(follow_symlinks=False).st_size
            elif not stat.S_ISDIR(mode):
                notes.fault("files", path, "is neither a file nor a folder")
            elif depth == _DEEPEST:
                notes.fault("files", path, f"is nested deeper than {_DEEPEST} folders; it was not looked at")
            else:
                waiting.append((f"{path}/", here / entry.name, depth + 1))


def _sums(folder: Path, sizes: Mapping[str, int], notes: Notes) -> dict[str, str]:
    if SUMS not in sizes:
        notes.fault("checksums", SUMS, "is not there: without it nothing says which files belong to the release")
        return {}
    if sizes[SUMS] > _MOST_FILES * 400:
        notes.fault("checksums", SUMS, f"is too large: {sizes[SUMS]:,} bytes")
        return {}
    try:
        with _opened(folder / SUMS) as file:
            lines = file.read().decode("utf-8").split("\n")
    except OSError as error:
        notes.fault("checksums", SUMS, f"cannot be read: {error.strerror}")
        return {}
    except UnicodeDecodeError as error:
        notes.fault("checksums", SUMS, f"is not UTF-8 at byte {error.start}")
        return {}
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if not line and number == len(lines):
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            notes.fault(
                "checksums", SUMS, f"line {number} must be a SHA-256, two blanks and a path, found {line[:80]!r}"
            )
        elif not _is_inside(match[2]):
            notes.fault(
                "checksums", SUMS, f"line {number} names {match[2][:200]!r}, which is no path within the folder"
            )
        elif match[2] in found:
            notes.fault("checksums", SUMS, f"line {number} names {match[2]!r} again")
        else:
            found[match[2]] = match[1]
    return found


def _is_inside(path: str) -> bool:
    """Whether a path is plain, relative and stays where it is."""
    steps = path.split("/")
    return (
        path != SUMS
        and path.isprintable()
        and not set(path) & set('\\:*?"<>|')
        and all(step not in ("", ".", "..") for step in steps)
    )


def _opened(path: Path) -> BinaryIO:
    # a file that has become a link since it was looked at is not opened
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    return os.fdopen(handle, "rb")


def _hash(path: Path) -> str | None:
    digest = sha256()
    try:
        with _opened(path) as file:
            while piece := file.read(2**20):
                digest.update(piece)
    except OSError:
        return None
    return digest.hexdigest()
