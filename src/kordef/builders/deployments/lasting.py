"""Till when forces stay: "docked on Monday and will stay until 27 July", "They stand alert until the end of July"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.deployments.drafts import Draft
from kordef.builders.forces import words
from kordef.builders.grammar.surroundings import word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.timing import period_of
from kordef.builders.told_days import day_of
from kordef.document import BlockKind
from kordef.mentions.model import DateMention
from kordef.vocabulary import DeploymentKind

__all__ = ["stays_until"]

_STAYS = word_set(
    "stay stays stayed staying remain remains remained remaining last lasts lasted lasting run runs ran running continue "
    "continues continued stand stands guard patrol patrols operate operates keep keeps be serve serves fly train trains"
)
_BACK = word_set("it they she these both")
_THEM = word_set(
    "newcomers pair ships crews crew exercise drill drills manoeuvres maneuvers visit deployment rotation mission"
)
_OPENING = 7
"""The words at the head of a sentence among which those are named who stay."""
_REACH = 400
"""The characters behind a deployment within which it may be told till when it lasts."""
_ONLY_STAYS = word_set("stay stays stayed remain remains remained staying remaining")


def stays_until(line: Line, found: Sequence[Draft], told: Sequence[Draft]) -> Draft | None:
    """Add the end that a sentence tells to the deployment whose beginning it, or the sentence before, tells.

    ``found`` are the drafts of the sentence, ``told`` those of the last sentence that had any. The draft of a verb that tells
    nothing but how long they stay is returned: it is the same deployment.
    """
    at = _until(line)
    if at is None:
        return None
    tokens = line.tokens
    until = tokens[at].mention
    assert isinstance(until, DateMention)
    here = [d for d in found if d.at < at]
    stay = here[-1] if here and tokens[here[-1].at].text in _ONLY_STAYS and until in here[-1].dates else None
    rest = [d for d in here if d is not stay]
    if rest:
        near = rest[-1]
        fits = stay is None or _share(near, stay)
        if fits and near.dates and near.dates[-1].start < until.start and _close(near, until):
            return stay
        return None
    before = told[-1] if told else None
    if (found and stay is None) or before is None or before.line.story != line.story:
        return None
    if before.line.block != line.block or line.start - before.line.end > _REACH or not _comes_back(tokens, at):
        return None
    return stay if (stay is None or _share(before, stay)) and _close(before, until) else None


def _share(one: Draft, other: Draft) -> bool:
    """Whether two drafts have an actor in common."""
    return not {k for k, _ in one.actors}.isdisjoint(k for k, _ in other.actors)


def _until(line: Line) -> int | None:
    """Where the day stands until which something lasts."""
    if line.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or "date" not in line.kinds:
        return None
    if line.words.isdisjoint(_STAYS):
        return None
    ends = [
        n
        for n, t in enumerate(line.tokens)
        if isinstance(t.mention, DateMention) and (t.mention.period.edtf or "").startswith("../")
    ]
    return ends[0] if len(ends) == 1 else None


def _comes_back(tokens: Sequence[Token], at: int) -> bool:
    """Whether those who stay were told of before: "they", "the four jets", "the newcomers"."""
    head = tokens[at + 1 : at + 1 + _OPENING] if at < 2 else tokens[:_OPENING]
    if any(t.text in _BACK and t.kind != "actor" for t in head):
        return True
    return any(
        t.text in ("the", "its", "their", "this")
        and any(u.text in _THEM or u.text in words().nouns for u in head[n + 1 : n + 4])
        for n, t in enumerate(head)
    )


def _close(draft: Draft, until: DateMention) -> bool:
    """Close the stretch of a draft that begins on a day or in a month; whether it could be closed."""
    begins = ((draft.period.edtf or "") if draft.period is not None else "").removesuffix("/..")
    end = (until.period.edtf or "").removeprefix("../")
    if draft.kind is DeploymentKind.OPERATION or "/" in begins or len(begins) not in (7, 10) or begins[5:7] > "12":
        return False
    if not end or end[: len(begins)] <= begins[: len(end)] or (len(begins) == 10 and day_of(begins) is None):
        return False
    period = period_of(f"{begins}/{end}")
    if period is not None:
        draft.period, draft.dates = period, [*draft.dates, until]
    return period is not None
