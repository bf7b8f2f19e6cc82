"""Text that is safe to print: a document's words may hold characters that command a terminal."""

from __future__ import annotations

import re

__all__ = ["harmless"]

# Controls (Cc), marks that turn the direction of what follows, and halves of surrogate pairs.
_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def harmless(text: str) -> str:
    r"""The text with everything that commands a terminal, or hides the order of what it shows, as an escape.

    Line feeds and tabs stay, and so do letters that are written from right to left and joiners of zero width.

    >>> harmless("red: \x1b[31m")
    'red: \\x1b[31m'
    """
    return _COMMANDS.sub(lambda match: ascii(match[0])[1:-1], text)
