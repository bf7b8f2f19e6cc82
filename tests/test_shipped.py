"""The dataset that comes with kordef: it loads at once, is whole, small and short of words, and has a version of its own."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from importlib import resources
from pathlib import Path

import pytest
from places import ROOT, SEEDS

import kordef
from kordef.release import load_info, publishable

SHIPPED = resources.files("kordef") / "data"


def test_it_loads_and_is_whole() -> None:
    dataset = kordef.load()
    assert len(dataset.transfers) > 3
    assert {source.sha256 for source in dataset.sources if source.parent is None} == {
        sha for path in SEEDS.glob("*.txt") for sha in [__import__("hashlib").sha256(path.read_bytes()).hexdigest()]
    }
    assert publishable(dataset) == dataset
    assert kordef.load() == dataset


def test_every_quote_of_it_stands_in_the_seeds() -> None:
    dataset = kordef.load()
    texts = {document.sha256: document.text for document in kordef.documents([SEEDS])}
    for record in dataset:
        for evidence in record.evidence:
            assert evidence.stands_in(texts[dataset.source_of(record).sha256])


def test_it_is_small_and_holds_no_whole_text() -> None:
    content = (SHIPPED / "dataset.json").read_bytes()
    assert len(content) < 2_000_000
    text = content.decode("utf-8")
    for path in SEEDS.glob("*.txt"):
        for paragraph in path.read_text("utf-8").splitlines():
            if len(paragraph) > 600:
                assert json.dumps(paragraph, ensure_ascii=False)[1:-1] not in text
    assert sorted(path.name for path in SHIPPED.iterdir()) == ["dataset.json", "release.toml"]


def test_its_version_is_that_of_the_seeds_release() -> None:
    assert kordef.dataset_version() == load_info(SEEDS / "release.toml").version
    assert (SHIPPED / "release.toml").read_text("utf-8") == (SEEDS / "release.toml").read_text("utf-8")
    assert tomllib.loads((SHIPPED / "release.toml").read_text("utf-8"))["name"] == "kordef-seeds"


def test_loading_it_imports_no_recogniser_and_no_table_library() -> None:
    program = "import kordef, sys; kordef.load(); print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.split()
    for room in (
        "kordef.mentions",
        "kordef.builders",
        "kordef.reading",
        "kordef.release",
        "kordef.tables",
        "pyarrow",
        "pint",
    ):
        assert room not in loaded


@pytest.mark.skipif(not (ROOT / ".ci" / "regenerate").is_file(), reason="only in a checkout")
def test_a_stale_copy_is_told_of(tmp_path: Path) -> None:
    """The gate of the continuous integration, on a copy of the checkout with another dataset in it."""
    import shutil

    for name in (".ci", "seeds", "src"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    env = {"PYTHON": sys.executable, "PYTHONPATH": str(tmp_path / "src"), "PATH": "/usr/bin:/bin"}

    def regenerate(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = ["bash", str(tmp_path / ".ci" / "regenerate"), *arguments]
        return subprocess.run(command, env=env, check=False, capture_output=True, text=True)

    written = regenerate()
    assert written.returncode == 0, written.stderr
    assert regenerate("--check").stdout == "generated files are up to date\n"
    stale = tmp_path / "src" / "kordef" / "data" / "dataset.json"
    stale.write_bytes(stale.read_bytes().replace(b"howitzers", b"howitzer_", 1))
    checked = regenerate("--check")
    assert checked.returncode == 1
    assert checked.stderr == (
        "src/kordef/data/dataset.json is not what the code and the seeds give\n"
        "run .ci/regenerate and commit what it writes; raise the version in seeds/release.toml if records changed\n"
    )
    assert regenerate().stdout == "wrote src/kordef/data/dataset.json\n"
    assert regenerate("--check").returncode == 0


def test_the_version_is_written_as_versions_are() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", kordef.dataset_version())
