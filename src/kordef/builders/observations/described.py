"""Publishers that no list knows, by the words for what they are: "the pollster Meridian", "the Paris-based Centre Varenne"."""

from __future__ import annotations

import re

from kordef.builders.observations.context import Publisher
from kordef.builders.observations.indicators import Row
from kordef.mentions.dates.words import MONTH_NAMES, WEEKDAYS
from kordef.mentions.model import ActorMention

__all__ = ["described", "source_named"]

_WHAT = frozenset([
    "pollster", "pollsters", "institute", "think-tank", "tank", "consultancy", "consultants", "broadcaster", "newspaper",
    "daily", "weekly", "magazine", "journal", "agency", "scholar", "historian", "economist", "analyst", "researcher",
    "professor", "expert", "brokerage", "bank", "watchdog", "foundation", "centre", "center", "firm", "group", "website",
    "portal", "outlet", "observatory", "academic", "statistician", "lobby", "association", "union", "auditor", "fellow",
    "strategist", "channel", "analysts", "researchers", "economists", "experts", "scholars",
    "organisation", "organization", "ngo", "network", "database", "tracker", "monitor",
])  # fmt: skip
"""What may stand before a name that is cited: "the pollster Meridian"."""
_NAMED_AFTER = frozenset(
    ["institute", "centre", "center", "foundation", "poll", "survey", "agency", "group", "tracker"]
)
"""What may stand behind it: "a Forsa poll", "the CBOS institute"."""
_SURVEYS = frozenset(["poll", "survey", "study", "questionnaire", "census", "count", "tally", "index"])
"""What somebody makes who counts or asks: "a survey by Infratest"."""
_BY = re.compile(
    r"\s+(?:(?:taken|conducted|carried\sout|commissioned|done|run|held|made|published|released|ordered|organised|organized|compiled)\s)?"
    r"(?:by|from|of)\s(?:the\s)?((?:[^\W\d_a-z][\w’'&.-]*)(?:\s(?:(?:of|for|on|and|the|de|für|der)\s){0,2}(?:[^\W\d_a-z][\w’'&-]*)){0,6})"
)
_AT = re.compile(
    r"\s(?:from|at|with)\s(?:the\s)?((?:[^\W\d_a-z][\w’'&.-]*)(?:\s(?:(?:of|for|on|and|the|de)\s){0,2}(?:[^\W\d_a-z][\w’'&-]*)){0,6})"
)
_NAME = re.compile(
    r"\s+((?:[^\W\d_a-z][\w’'&.-]*)(?:\s(?:(?:of|for|on|and|the|de|für|der)\s){0,2}(?:[^\W\d_a-z][\w’'&-]*|[0-9]{1,3}(?![0-9.,%]|\s(?:per|percent|in|out|of)))){0,6})"
)
_BASED = re.compile(
    r"-(?:based|born|run|backed)\s+((?:[^\W\d_a-z][\w’'&-]*)(?:\s(?:(?:of|for|on|and|the|de)\s){0,2}[^\W\d_a-z][\w’'&-]*){0,6})"
)
_BEFORE = re.compile(
    r"(?:\b[Aa]n?|\b[Tt]he|\b[Bb]y|\b[Ii]n)\s(?:(?:latest|recent|new|last|first|annual|monthly|quarterly|regular|previous)\s)?((?:[^\W\d_a-z][\w’'&-]*)(?:\s[^\W\d_a-z][\w’'&-]*){0,3})\s$"
)
_SOURCE = re.compile(r"(?i:sources?|data)\s?(?::|from|by)\s+(?:[Tt]he\s)?([^\W\d_a-z][^\n,;.(]{2,70})")
_ARTICLE = re.compile(r"\s(?:the|a|an|its)\b")
_NO_NAMES = frozenset([
    *map(str.lower, MONTH_NAMES), *WEEKDAYS, "first", "second", "third", "fourth", "last", "new", "recent", "latest",
])  # fmt: skip
"""What begins no name though it is capitalised: "the June poll"."""
_REACH = 12
"""How many words from the word of publishing such a name may stand."""


def described(text: str, row: Row, at: int) -> Publisher | None:
    """The publisher nearest to a word of publishing that the sentence calls by what it is and by its name."""
    best: tuple[int, Publisher] | None = None
    for k in range(max(0, at - _REACH), min(len(row.tokens), at + _REACH + 1)):
        found = _at(text, row, k)
        if found is not None and (best is None or abs(k - at) < best[0]):
            best = (abs(k - at), found)
    return best[1] if best is not None else None


def source_named(text: str, start: int, end: int) -> Publisher | None:
    """The name in a source line that no list knows: "Source: ASD Facts & Figures 2024, own presentation"."""
    found = _SOURCE.match(text, start, end)
    return _publisher(found) if found is not None else None


def _at(text: str, row: Row, k: int) -> Publisher | None:
    token = row.tokens[k]
    word = row.word(k)
    end = row.line.end
    if "-based" in text[token.start : token.end]:
        found = _BASED.search(text, token.start, end)
        return _publisher(found) if found is not None and found.start() < token.end else None
    if token.kind != "word":
        return None
    if (
        word == "to"
        and row.word(k - 1) == "according"
        and (name := _NAME.match(text, _behind_the(text, token.end, end), end))
    ):
        return _publisher(name)
    if word in _WHAT and row.word(k - 1) not in ("", "of") and (name := _NAME.match(text, token.end, end)) is not None:
        return _publisher(name)
    if (
        word in _WHAT
        and row.word(k + 1) in ("from", "at", "with")
        and (name := _AT.match(text, token.end, end)) is not None
    ):
        return _publisher(name, surveys=word.startswith("pollster"))  # "pollsters from Ipsos", "an analyst at Bruegel"
    if word in _SURVEYS and (name := _BY.match(text, token.end, end)) is not None:
        made_by = _publisher(name, surveys=True)
        if made_by is not None:
            return made_by
    if word in _NAMED_AFTER and not _is_place(row, k - 1):
        before = _BEFORE.search(text, max(row.line.start, token.start - 60), token.start)
        if before is not None:
            return _publisher(before, surveys=word in ("poll", "survey"))
    return None


def _behind_the(text: str, position: int, end: int) -> int:
    """Behind an article that stands at a position."""
    article = _ARTICLE.match(text, position, end)
    return article.end() if article is not None else position


def _is_place(row: Row, at: int) -> bool:
    """Whether a name only says where something is at home: "the Düsseldorf group"."""
    mention = row.tokens[at].mention if at >= 0 else None
    if not isinstance(mention, ActorMention):
        return False
    return mention.as_place or mention.form in ("place", "capital", "adjective", "demonym")


def _publisher(found: re.Match[str], *, surveys: bool = False) -> Publisher | None:
    name = found[1].rstrip(".,’'")
    if name.split()[0].lower() in _NO_NAMES:
        return None
    return Publisher(name=name, start=found.start(1), end=found.start(1) + len(name), surveys=surveys)
