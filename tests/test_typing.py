"""Type checkers see through the names that are loaded late: records, fields and conditions have their types."""

from __future__ import annotations

from pathlib import Path

import pytest

api = pytest.importorskip("mypy.api", reason="mypy is not installed")


def test_the_public_names_have_their_types(tmp_path: Path) -> None:
    case = Path(__file__).parent / "typing_cases.py"
    out, err, code = api.run(["--strict", "--config-file=", f"--cache-dir={tmp_path}", str(case)])
    assert (code, err) == (0, ""), out
