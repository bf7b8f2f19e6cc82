"""Shares of people who were asked: which percentages a poll gives, in its own sentence or in a story about one."""

from __future__ import annotations

from kordef.builders.observations.context import Surroundings
from kordef.builders.observations.indicators import Row
from kordef.builders.observations.phrases import Reading

__all__ = ["polled_at"]

_OPINIONS = frozenset([
    "favour", "favor", "oppose", "opposed", "support", "supported", "back", "backed", "consider", "think", "believe", "want",
    "trust", "fear", "say", "said", "see", "approve", "disapprove", "agree", "disagree", "reject", "worry", "prefer",
])  # fmt: skip
"""What people who are asked do."""
_POLLS = frozenset(["poll", "polls", "survey", "respondents", "pollster", "pollsters", "polled", "surveyed"])


def polled_at(around: Surroundings, row: Row, reading: Reading) -> int | None:
    """Where a sentence tells what people who were asked think: "a survey found 41 per cent in favour"."""
    if reading.value.kind != "percent" or reading.sign or reading.compared:
        return None
    at = next((k for k, token in enumerate(row.tokens) if token.text in _POLLS), None)
    if at is None and (_is_opinion(row, reading.at) or _is_about_poll(around, row.line.story)):
        at = reading.at
    return at


def _is_opinion(row: Row, at: int) -> bool:
    """Whether a share of people holds something: "28 percent of Germans consider", "seven in ten favour"."""
    said = next((k for k in range(at + 1, min(at + 6, len(row.tokens))) if row.word(k) in _OPINIONS), None)
    people = (
        row.kind(at + 2) == "actor"
        or row.kind(at + 3) == "actor"
        or row.word(at + 2) in ("people", "voters", "citizens")
    )
    return said is not None and (said == at + 1 or (row.word(at + 1) == "of" and people))


def _is_about_poll(around: Surroundings, story: int) -> bool:
    """Whether the title of a story says that it is about a poll."""
    title = around.title(story)
    return title is not None and any(token.text in _POLLS for token in title.tokens)
