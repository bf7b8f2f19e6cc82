"""The data files beside this module: lists of words that an expert may extend."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["read_words_of"]


@cache
def read_words_of(subject: str) -> dict[str, Any]:
    """The tables of one file, read once a process."""
    return tomllib.loads((resources.files("kordef.mentions") / "data" / f"{subject}.toml").read_text(encoding="utf-8"))
