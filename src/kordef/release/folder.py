"""A folder that is there as a whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from kordef.errors import ReleaseError

__all__ = ["SUMS", "folder_to_write", "write_folder"]

SUMS = "SHA256SUMS"
"""The file that names all others; by it a folder is known as a release."""


def write_folder(folder: str | Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files, given by their paths within it, to a folder that takes its place only when all of them are on the disk.

    An older release of that name stays until the new one stands; whatever goes wrong, nothing else is left behind. Only a
    release or an empty folder is replaced.

    :raises ReleaseError: there is something else of that name
    :raises OSError: the disk is full, or may not be written to
    """
    target = folder_to_write(folder)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        new = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}.new-"))
    except OSError as error:  # which would name the folder that stands in for the one that was asked for
        raise type(error)(error.errno, error.strerror, str(folder)) from None
    try:
        _fill(new, files, Path(folder))
        _take_place(new, target)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    _to_disk(target.parent)


def folder_to_write(folder: str | Path) -> Path:
    """The folder that is written where a path is asked for: itself, or what a link leads to.

    :raises ReleaseError: there is something else of that name; told before any work is done
    """
    target, named = Path(os.path.realpath(folder)), Path(folder)
    if not target.exists():
        return target
    if not target.is_dir():
        raise ReleaseError(f"{named}: is a file, expected the name of a folder to write")
    inside = sorted(entry.name for entry in target.iterdir())
    if inside and SUMS not in inside:
        raise ReleaseError(
            f"{named}: is no release ({SUMS} is not in it) and holds {len(inside)} "
            f"{'entry' if len(inside) == 1 else 'entries'}, among them {inside[0]!r}; "
            "expected a new or empty folder, or an older release to replace"
        )
    return target


def _fill(new: Path, files: Iterable[tuple[str, bytes]], named: Path) -> None:
    folders = {new}
    for name, content in files:
        path = new.joinpath(*PurePosixPath(name).parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        folders.add(path.parent)
        try:
            with path.open("xb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
        except OSError as error:
            # the name that it was to have says more than that in a temporary folder
            raise OSError(error.errno, error.strerror, str(named / name)) from None
    mask = os.umask(0)
    os.umask(mask)
    new.chmod(0o777 & ~mask)
    for each in folders:
        _to_disk(each)


def _take_place(new: Path, target: Path) -> None:
    if not target.exists():
        new.rename(target)
        return
    old = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}.old-"))
    old.rmdir()  # its name is what was wanted
    target.rename(old)
    try:
        new.rename(target)
    except BaseException:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _to_disk(folder: Path) -> None:
    """Make the names in a folder outlast a power cut, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
