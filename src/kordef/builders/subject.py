"""Which stories of a page are about the subject: defence, security and armed forces."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from kordef.builders.page import Page

__all__ = ["off_subject"]

SHORT = 300
"""A story below this many characters is given the benefit of the doubt."""


@cache
def _stems() -> re.Pattern[str]:
    stems = tomllib.loads(files("kordef.builders").joinpath("data", "subject.toml").read_text("utf-8"))["stems"]
    return re.compile(r"\b(?:" + "|".join(re.escape(s) for s in stems) + ")", re.IGNORECASE)


def off_subject(page: Page) -> frozenset[int]:
    """The positions of the stories that say nothing of the subject."""
    armed = {weapon.story for weapon in page.mentions.weapons}
    stems = _stems()
    out: set[int] = set()
    for position in sorted({line.story for line in page.lines}):
        if position in armed:
            continue
        own = [line for line in page.lines if line.story == position]
        if sum(line.end - line.start for line in own) < SHORT:
            continue
        if not any(stems.search(page.document.text, line.start, line.end) for line in own):
            out.add(position)
    return frozenset(out)
