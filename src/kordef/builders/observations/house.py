"""Whose page it is: the institute, tracker or paper whose own count a figure is ("we count", "authors' calculations")."""

from __future__ import annotations

import re
from itertools import islice

from kordef.builders.observations.context import Publisher
from kordef.builders.observations.indicators import Row
from kordef.builders.once import once
from kordef.builders.page import Page
from kordef.document import BlockKind
from kordef.vocabulary import EvidenceKind

__all__ = ["house_of", "is_own_source", "speaks_of_itself"]

_HEAD = 9
"""The blocks at the head of a story in which its publisher is named."""

_SERIES = (
    r"(?:policy (?:paper|brief|report)|fact ?sheet|working paper|research (?:paper|note|report)|briefing(?: paper| note)?|report"
    r"|background(?: paper| note)?|occasional paper|insights?|commentary|tracker|note|analysis|yearbook|bulletin|data ?brief"
    r"|discussion paper|special report|annual survey|survey|backgrounder|explainer|database|dashboard|issue brief|monograph)\b"
)
_WITH_SERIES = re.compile(rf"(?P<name>[A-Z][^\n|,–—:()]{{3,80}}?)\s*(?:[,|:–—]|\s-)\s*(?i:{_SERIES})")
_NAME = re.compile(
    r"(?:The |By the |Published by |Compiled by |Produced by |From the )?(?P<name>(?:[A-Z][\w’'.&-]*\s){0,6}"
    r"(?:Institute|Institut|Centre|Center|Foundation|Observatory|Monitor|Council|Forum|Academy|Tracker|Watch)"
    r"(?:\s(?:for|of|on|and|the|in|to|[A-Z][\w’'.&-]*)){0,8})\s*(?:\Z|[,|–—(]|\s-\s)"
)
_PARTED = re.compile(r"\s[|•·–—]\s")
"""What parts a line of head: "Policy Note 7/2025 | Nordsee Institute, Kiel | 3 June 2025"."""
_OWN_SOURCE = re.compile(
    r"(?:authors?['’]?s?|own|our|editors?['’]?s?|institute['’]s|centre['’]s|tracker['’]s|in-house|compiled by the authors?)\b",
    re.IGNORECASE,
)
_COUNTING = frozenset([
    "count", "counted", "estimate", "estimated", "calculate", "calculated", "record", "recorded", "reckon", "put", "track",
    "tracked", "log", "logged", "list", "listed", "tallied", "find", "found",
])  # fmt: skip
_OWN_COUNT = frozenset([
    "count", "counts", "tally", "figures", "estimate", "estimates", "calculation", "calculations", "tracker", "database",
    "data", "records", "reckoning", "dataset", "index", "survey", "register",
])  # fmt: skip
_HERE = frozenset(["recorded", "counted", "listed", "tracked", "logged", "covered", "tallied", "documented"])
_THIS = frozenset(["tracker", "database", "dataset", "factsheet", "fact", "register", "dashboard", "paper", "survey"])


def house_of(page: Page, story: int) -> Publisher | None:
    """The institute or tracker that a page names at its head as its own: "Nordsee Institute, Policy Paper 14/2025"."""
    text = page.document.text
    blocks = (block for block in page.document.blocks if block.story == story)
    for block in islice(blocks, 1, _HEAD):
        if block.kind in (BlockKind.TABLE, BlockKind.CAPTION) or block.end - block.start > 160:
            continue
        for line in re.finditer(r"[^\n]+", text[block.start : block.end]):
            parts = (part.strip() for part in _PARTED.split(line[0]))
            found = _WITH_SERIES.match(line[0].strip()) or next(filter(None, map(_NAME.match, parts)), None)
            if found is None:
                continue
            start = block.start + line.start() + line[0].index(found["name"])
            name = found["name"].strip()
            return Publisher(name=name, start=start, end=start + len(name), kind=EvidenceKind.IMPLIED)
    return None


def is_own_source(line: str) -> bool:
    """Whether a source line below a table names its makers: "Source: authors' calculations"."""
    _, _, said = line.partition(":")
    return _OWN_SOURCE.match(said.strip()) is not None


@once
def speaks_of_itself(row: Row) -> bool:
    """Whether a sentence gives the count of the page itself: "we count", "by our tally", "pledges recorded here"."""
    words = row.words
    for at, word in enumerate(words):
        following = words[at + 1 : at + 4]
        if word == "we" and any(w in _COUNTING for w in following[:2]):
            return True
        if word == "our" and any(w in _OWN_COUNT for w in following[:2]):
            return True
        if word in _HERE and row.word(at + 1) == "here":
            return True
        if word == "this" and following and following[0] in _THIS:
            return True
    return False
