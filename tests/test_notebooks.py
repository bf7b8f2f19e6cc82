"""The notebooks run from the first cell to the last, and show what they promise."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT

NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))
SHOWN = {
    "deals.ipynb": [
        "over 200 is fewer than 300: None",
        "over 12 billion USD",
        "There is no contract yet",
        "vega-embed",
    ],
    "figures_and_ties.ipynb": ["leaves open 13,500,000,000 to 14,500,000,000", "TypeError", "vega-embed"],
}

RUN = """
import sys, nbclient, nbformat
notebook = nbformat.read(sys.argv[1], as_version=4)
nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": sys.argv[2]}}).execute()
nbformat.write(notebook, sys.stdout)
"""


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_notebooks_run(path: Path) -> None:
    for package in ("nbclient", "ipykernel", "altair"):
        pytest.importorskip(package)
    ran = subprocess.run(
        [sys.executable, "-c", RUN, str(path), str(path.parent)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    cells = [c for c in json.loads(ran.stdout)["cells"] if c["cell_type"] == "code"]
    shown = json.dumps([c["outputs"] for c in cells], ensure_ascii=False)
    for words in SHOWN[path.name]:
        assert words in shown, words


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_notebooks_are_kept_without_outputs(path: Path) -> None:
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None


def test_there_are_two_and_both_are_told_of() -> None:
    told = (ROOT / "examples" / "README.md").read_text("utf-8")
    assert set(SHOWN) == {path.name for path in NOTEBOOKS}
    assert all(f"`{path.name}`" in told for path in NOTEBOOKS)
