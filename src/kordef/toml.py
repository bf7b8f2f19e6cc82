"""TOML that people hand in: read with :mod:`tomllib`, and what is no TOML, or would take all memory, is a ``ValueError``."""

from __future__ import annotations

import re
import tomllib
from typing import Any

__all__ = ["parsed"]

# Keys such as a.b.c with more parts than any file has. tomllib keeps each beginning of a key: of 100,000 parts, gigabytes.
_ENDLESS_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){64}""")


def parsed(data: bytes) -> dict[str, Any]:
    """The tables of a TOML file; a byte order mark before it does not count.

    Raises ``ValueError`` with what is wrong and where; for bytes that are not UTF-8, ``UnicodeDecodeError``.
    """
    text = data.decode("utf-8").removeprefix("\ufeff")
    if endless := _ENDLESS_KEY.search(text):
        line = text.count("\n", 0, endless.start()) + 1
        raise ValueError(f"a key of more than 64 parts (at line {line})")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("arrays or tables within one another, too deep to be read") from None
