"""Whether a sentence, its paragraph or its story's title is about defence and security."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from kordef.builders.page import Page
from kordef.builders.tokens import Line

__all__ = ["about_defence", "off_subject", "speaks_of_defence"]

SHORT = 500
"""A story below this many characters is given the benefit of the doubt."""

_SHARE = 12
"""One sentence in so many has a word of the subject's core."""


@cache
def _stems() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    raw = tomllib.loads(files("kordef.builders").joinpath("data", "topics.toml").read_text("utf-8"))
    stems = re.compile(r"\b(?:" + "|".join(re.escape(s) for s in raw["stems"]) + ")", re.IGNORECASE)
    never = re.compile(r"\b(?:" + "|".join(re.escape(s) for s in raw["never"]) + ")", re.IGNORECASE)
    core = re.compile(r"\b(?:" + "|".join(re.escape(s) for s in raw["core"]) + ")", re.IGNORECASE)
    return stems, never, core


def about_defence(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text has a word of the subject in it."""
    stems, never, _ = _stems()
    return any(not never.match(text, m.start()) for m in stems.finditer(text, start, end))


def speaks_of_defence(page: Page, line: Line) -> bool:
    """Whether a sentence, else its paragraph, else the title of its story is about defence and security."""
    text = page.document.text
    block = page.document.blocks[line.block]
    story = page.document.stories[line.story]
    if about_defence(text, line.start, line.end) or any(
        block.start <= s.start and about_defence(text, s.start, s.end)
        for s in block.sentences
        if abs(s.start - line.start) < 3000
    ):
        return True
    return story.title is not None and about_defence(text, story.title.start, story.title.end)


def off_subject(page: Page) -> frozenset[int]:
    """The positions of the stories that are not about defence and security.

    A story is about them if it names a weapon, or if at least one sentence in twelve has a word of the subject's core: news
    of trade or sport borrows such a word now and then.
    """
    core = _stems()[2]
    about = {weapon.story for weapon in page.mentions.weapons if weapon.form == "name"}
    lengths: dict[int, int] = {}
    sentences: dict[int, int] = {}
    hits: dict[int, int] = {}
    for line in page.lines:
        lengths[line.story] = lengths.get(line.story, 0) + line.end - line.start
        sentences[line.story] = sentences.get(line.story, 0) + 1
        if line.story not in about and core.search(page.document.text, line.start, line.end):
            hits[line.story] = hits.get(line.story, 0) + 1
    return frozenset(
        story
        for story, length in lengths.items()
        if story not in about and length >= SHORT and _SHARE * hits.get(story, 0) < sentences[story]
    )
