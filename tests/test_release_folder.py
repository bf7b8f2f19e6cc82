"""The folder of a release is there as a whole or not at all, whatever goes wrong on the way."""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from release_samples import dataset, files_in

import kordef
from kordef.errors import ReleaseError
from kordef.release import ReleaseInfo, write_release
from kordef.release.contents import meaning_of

pytest.importorskip("pyarrow")

INFO = ReleaseInfo(name="sample", version="1.2.3")


def leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir() if path != folder)


def test_an_older_release_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "r"
    write_release(dataset(), target, INFO)
    (target / "stray.txt").write_text("left from before")
    write_release(dataset(), target, evolve(INFO, version="2.0.0"))
    assert json.loads((target / "datapackage.json").read_bytes())["version"] == "2.0.0"
    assert not (target / "stray.txt").exists()
    assert leftovers(target) == []


def test_what_is_no_release_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("years of work")
    with pytest.raises(ReleaseError, match=r"is no release .* holds 1 entry, among them 'chapter.txt'"):
        write_release(dataset(), tmp_path / "thesis", INFO)
    assert (tmp_path / "thesis" / "chapter.txt").read_text() == "years of work"
    with pytest.raises(ReleaseError, match="is a file"):
        write_release(dataset(), tmp_path / "thesis" / "chapter.txt", INFO)
    (tmp_path / "empty").mkdir()
    write_release(dataset(), tmp_path / "empty", INFO)


def full(after: int) -> Callable[[int], None]:
    """A disk that takes some files and is then full."""
    count = 0

    def fsync(_: int) -> None:
        nonlocal count
        count += 1
        if count > after:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    return fsync


@pytest.mark.parametrize("after", [0, 1, 30])
@pytest.mark.parametrize("older", [False, True])
def test_a_disk_that_fills_up_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int, older: bool
) -> None:
    target = tmp_path / "r"
    if older:
        write_release(dataset(), target, INFO)
    before = files_in(target)
    monkeypatch.setattr(os, "fsync", full(after))
    with pytest.raises(OSError, match="No space left on device") as caught:
        write_release(dataset(), target, evolve(INFO, version="2.0.0"))
    assert caught.value.errno == errno.ENOSPC
    assert meaning_of(Path(caught.value.filename).relative_to(target).as_posix()) is not None
    assert files_in(target) == before
    assert target.exists() is older
    assert leftovers(target) == []


@pytest.mark.parametrize("failing", [1, 2])
def test_a_crash_between_the_renames_keeps_the_old_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    target = tmp_path / "r"
    write_release(dataset(), target, INFO)
    before, rename, calls = files_in(target), Path.rename, 0

    def failing_rename(self: Path, to: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == failing:
            raise KeyboardInterrupt
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", failing_rename)
    with pytest.raises(KeyboardInterrupt):
        write_release(dataset(), target, evolve(INFO, version="2.0.0"))
    assert files_in(target) == before
    assert leftovers(target) == []


def test_a_process_that_is_killed_leaves_the_old_release(tmp_path: Path) -> None:
    target = tmp_path / "r"
    write_release(dataset(), target, INFO)
    before = files_in(target)
    program = f"""
import os, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from release_samples import dataset
from kordef.release import write_release
count = 0
def fsync(_):
    global count
    count += 1
    if count == 40:
        os._exit(9)
os.fsync = fsync
write_release(dataset(), {str(target)!r})
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 9
    assert files_in(target) == before
    write_release(dataset(), target, INFO)  # what the killed one left does not stand in the way
    assert files_in(target) == before


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of that kind")
def test_the_command_tells_of_a_full_disk(tmp_path: Path) -> None:
    kordef.write_dataset(dataset(), tmp_path / "d.json")
    limit = "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)); from kordef.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", limit, "release", str(tmp_path / "d.json"), "-o", str(tmp_path / "r")]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert run.returncode == 1
    assert re.fullmatch(r"kordef: [\w/.-]+: file too large\n", run.stderr)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["d.json"]
