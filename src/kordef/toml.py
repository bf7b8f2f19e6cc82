"""TOML that people hand in: read with :mod:`tomllib`, and what is no TOML, or would take all memory, is a ``ValueError``."""

from __future__ import annotations

import re
import tomllib
from typing import Any

__all__ = ["parsed"]

# Keys such as a.b.c with more parts than any file has. tomllib keeps each beginning of a key: of 100,000 parts, gigabytes.
_ENDLESS_KEY = re.compile(
    r"""(?:^|[\[{,])[ \t]*+(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){64}""", re.MULTILINE
)


def parsed(data: bytes) -> dict[str, Any]:
    """The tables of a TOML file; a byte order mark before it does not count.

    Raises ``ValueError`` for all that is wrong with it: ``UnicodeDecodeError`` for bytes that are not UTF-8,
    ``tomllib.TOMLDecodeError`` for what is no TOML, with the line.
    """
    text = data.decode("utf-8").removeprefix("\ufeff")
    if endless := _ENDLESS_KEY.search(text):
        raise ValueError(f"a key of more than 64 parts (at line {text.count(chr(10), 0, endless.start()) + 1})")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("too many levels of nesting") from None
