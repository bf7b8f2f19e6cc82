"""The names of exercises, operations and missions: "Exercise Noble Raven", "the Hanbit Unit", "Operation Northern Sentinel"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.forces import Force, forces_in, side_of, sides_in, words
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind, DeploymentKind

__all__ = ["SERVICE_NOUNS", "TITLES", "called", "capitals", "operation_of"]

_OPERATIONS = frozenset(
    ["mission", "missions", "operation", "operations", "task", "policing", "patrols", "patrol", "evacuation", "airlift"]
)
"""Nouns for what forces take part in."""
_BEFORE_NAMES = frozenset("' ‘ “ \" the exercise exercises operation its this year ’s 's in of".split())
"""What may stand between a verb and the name of an exercise: "will host this year's exercise “Northern Wind”"."""


def capitals(text: str, tokens: Sequence[Token], low: int, high: int) -> tuple[int, int] | None:
    """A run of capitalised words right behind a verb: the name of an exercise."""
    at = low
    while at < high and (
        tokens[at].text in _BEFORE_NAMES
        or tokens[at].kind == "value"
        or (at + 1 < high and tokens[at].kind == "actor" and tokens[at + 1].text in ("’s", "'s"))
    ):
        at += 1
    end = at
    while end < high and tokens[end].kind == "word" and text[tokens[end].start].isupper():
        end += 1
    # "the Baltic Sea" is a place, "Baltic Sentry" an operation
    named = not any(t.text in words().place_names for t in tokens[end - 1 : end + 1])
    return (at, end) if end > at and named and tokens[end - 1].text not in SERVICE_NOUNS else None


_FORMATIONS = ("fleet", "flotilla", "squadron", "brigade", "division", "group", "wing", "regiment", "battalion")
"""What a ship or unit joins to serve in it."""
TITLES = frozenset(["exercise", "exercises", "operation"])
SERVICE_NOUNS = frozenset(["navy", "army", "force", "forces", "corps", "guard", "fleet"])


def called(text: str, tokens: Sequence[Token], match: Match) -> tuple[str | None, tuple[int, int] | None]:
    """What a voyage or mission is called ("on what the navy calls its Indo-Pacific Deployment")."""
    for at in range(match.end, min(match.reach + 10, match.end + 16, len(tokens))):
        if tokens[at].text in ("deployment", "mission", "operation") and text[tokens[at].start].isupper():
            low = at
            while low > match.end and (text[tokens[low - 1].start].isupper() or tokens[low - 1].text == "-"):
                low -= 1
            if low < at:
                span = (tokens[low].start, tokens[at].end)
                return text[span[0] : span[1]], span
    return None, None


_TALKS = frozenset("dialogue summit conference forum talks congress symposium meeting council consultations".split())
"""Last words of what people talk at, and soldiers with them: no exercise."""


def operation_of(
    page: Page, line: Line, match: Match, forces: Sequence[Force], *, defence: bool
) -> tuple[DeploymentKind, str | None, tuple[int, int] | None] | None:
    """What forces take part in: a mission that is named or described, or an exercise with a name of its own."""
    tokens = line.tokens
    text = page.document.text
    low, high = match.end, min(match.reach, match.end + 12)
    if match.noun:
        low = next((at + 1 for at in range(low, high) if tokens[at].text == "in"), low)
    for at, token in enumerate(tokens[low:high], low):
        mention = token.mention
        if (
            isinstance(mention, ActorMention)
            and mention.kind is ActorKind.MILITARY_UNIT
            and mention.name.casefold().endswith(_FORMATIONS)
            and at <= low + 2
            and any(f.kind in ("ship", "unit", "aircraft") for f in forces)
        ):
            return DeploymentKind.DEPLOYMENT, None, None
        if (
            isinstance(mention, ActorMention)
            and mention.kind is ActorKind.MILITARY_UNIT
            and not mention.name.casefold().endswith(tuple(SERVICE_NOUNS))
            and token.start - tokens[match.end - 1].end < 60
        ):
            own = {k for k, _ in sides_in(tokens, match.begin, match.start)}
            if mention.key != "organisation:un-command" and side_of(mention) not in own:
                return DeploymentKind.OPERATION, text[token.start : token.end], (token.start, token.end)
        if token.text in _OPERATIONS:
            before = {t.text.casefold() for t in tokens[max(at - 4, match.end) : at]}
            if before & (words().mission | {"air", "joint", "management", "eu", "nato", "un"}) and (forces or defence):
                kind = DeploymentKind.PATROL if token.text.startswith("patrol") else DeploymentKind.OPERATION
                return kind, None, None
    if not match.noun and any(f.kind != "arms" for f in forces):
        bodies = [f for f in forces_in(page, line, low, min(low + 10, high)) if f.kind == "unit"]
        if bodies and bodies[0].token.kind == "word":
            return DeploymentKind.DEPLOYMENT, None, None
    if any(t.text in ("war", "conflict", "fighting") for t in tokens[low : low + 6]):
        return DeploymentKind.DEPLOYMENT, None, None
    known = next(
        (t for t in tokens[low : low + 2] if isinstance(t.mention, ActorMention) and t.mention.kind is ActorKind.FORUM),
        None,
    )
    if known is not None and forces and not _TALKS.intersection(known.text.casefold().replace("-", " ").split()):
        return DeploymentKind.EXERCISE, known.text, (known.start, known.end)
    run = capitals(text, tokens, low, high)
    titled = run is not None and any(t.text in TITLES for t in tokens[low : run[0]])
    if run and (titled or (forces and any(f.kind != "arms" for f in forces))):
        span = (tokens[run[0]].start, tokens[run[1] - 1].end)
        owned = any(
            isinstance(t.mention, ActorMention) and t.mention.kind is ActorKind.IGO for t in tokens[low : run[0]]
        )
        exercise = not any(t.text == "operation" for t in tokens[low : run[0]]) and (titled or not owned)
        kind = DeploymentKind.EXERCISE if exercise else DeploymentKind.OPERATION
        return kind, text[span[0] : span[1]], span
    return None
