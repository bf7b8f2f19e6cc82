"""Which sentences of a page are read for agreements and dialogues: those of stories about defence, security and armed forces."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from kordef.builders.page import Page
from kordef.builders.tokens import Line

__all__ = ["on_subject"]

SHORT = 300
"""A story below this many characters is given the benefit of the doubt."""

LONGEST = 400
"""Nobody writes sentences of more tokens; what looks like one is a list or a text without marks."""


@cache
def _stems() -> re.Pattern[str]:
    stems = tomllib.loads(files("kordef.builders").joinpath("data", "subject.toml").read_text("utf-8"))["stems"]
    return re.compile(r"\b(?:" + "|".join(re.escape(s) for s in stems) + ")", re.IGNORECASE)


def on_subject(page: Page) -> Iterator[Line]:
    """The sentences of the stories that say something of the subject, and of those too short to tell."""
    about = {weapon.story for weapon in page.mentions.weapons}
    lengths: dict[int, int] = {}
    for line in page.lines:
        lengths[line.story] = lengths.get(line.story, 0) + line.end - line.start
        if line.story not in about and _stems().search(page.document.text, line.start, line.end):
            about.add(line.story)
    for line in page.lines:
        if (line.story in about or lengths[line.story] < SHORT) and len(line.tokens) <= LONGEST:
            yield line
