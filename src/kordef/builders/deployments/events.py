"""Exercises that are told by a name alone: "AMAN-25 ended off Karachi on Tuesday with warships of eleven navies"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from kordef.builders.deployments.act_conditions import states_of
from kordef.builders.deployments.drafts import Draft
from kordef.builders.deployments.lists import unlisted
from kordef.builders.deployments.owners import Owners
from kordef.builders.force_places import Spot, place_after
from kordef.builders.forces import Side, forces_of, side_of, sides_in
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.grammar.word_classes import SPEECH
from kordef.builders.page import Page
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, ValueMention
from kordef.periods import Period
from kordef.vocabulary import DeploymentKind, Modality

__all__ = ["Events"]

_NUMBERED = re.compile(
    r"\b[A-Z][\w'’]{1,24}(?: [A-Z][\w'’]{1,24}){0,3}(?: (?:20[0-4]\d|[0-4]\d|[XLVI]{2,6})|[-/](?:20[0-4]\d|[0-4]\d))(?![\w-])"
)
"""A name with a year or the number of an edition: "Iniochos 25", "MILAN 2024", "UNITAS LXV", "AMAN-25"."""
_RUNS = frozenset(
    (
        "began begin begins ended end ends opened open opens closed close closes started start starts concluded conclude "
        "concludes ran run runs lasted lasts last finished finish finishes wrapped kicked kicks drew draws brought brings "
        "gathered gathers involved involves filled saw took takes held staged conducted underway under over done due took "
        "resumed resumes culminated culminates unfolded unfolds featured features scheduled includes included assembled"
    ).split()
)
_HELPS = frozenset(
    "is was are were will be being been has have had got gets get to also officially formally this year the now its last".split()
)
_ENDS = frozenset(
    "wrapped wrap wraps wind closed conclude concluded ended finished opened kicked began started up off out".split()
)
_CIVIL = frozenset(
    (
        "show exhibition fair expo conference exhibitors summit forum visitors stands congress tournament championship cup "
        "match race festival games election olympics climate season league album film trade seminar symposium regatta"
    ).split()
)
"""Other events with a name and a year."""
_SORTS = frozenset(["troops", "unit", "ship", "aircraft", "service"])


class Events:
    """Reads the exercises whose names no frame knows."""

    def __init__(self, page: Page, owners: Owners) -> None:
        self.page = page
        self.owners = owners
        self.titles: dict[int, frozenset[str]] = {}
        self.blocks: Mapping[int, list[Line]] = {}

    def read(self, line: Line, found: Sequence[Draft]) -> Iterator[Draft]:
        """The exercises that a sentence tells of by their names, beside those found in it."""
        if line.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or len(line.tokens) < 4:
            return
        if _RUNS.isdisjoint(line.texts):
            return
        text = self.page.document.text
        for name in _NUMBERED.finditer(text, line.start, line.end):
            draft = self._told(line, found, name.start(), name.end())
            if draft is not None:
                yield draft
                return

    def _told(self, line: Line, found: Sequence[Draft], start: int, end: int) -> Draft | None:
        tokens = line.tokens
        low = bisect_left(tokens, start, key=lambda t: t.start)
        high = next((k for k in range(low, len(tokens)) if tokens[k].start >= end), len(tokens))
        named = tokens[low:high]
        if not named or any(t.kind == "date" or isinstance(t.mention, ActorMention) for t in named):
            return None
        if any(t.kind == "weapon" for t in named) and not (named[-1].text.isdigit() and len(named[-1].text) == 4):
            return None  # "the first K9 25 ended", but "MILAN 2024 began"
        if any(d.named_at and d.named_at[0] < end and start < d.named_at[1] for d in found):
            return None
        if not _runs(tokens, low, high) or not self._is_drill(line):
            return None
        place = place_after(self.page, tokens, high, len(tokens)) or place_after(self.page, tokens, 0, low)
        place = place or unlisted(tokens, high, len(tokens))
        actors = self._actors(line, tokens, place)
        if not actors:
            return None
        period, dates = _when(tokens, high)
        strength = next(
            (
                m
                for t in tokens
                if isinstance(m := t.mention, ValueMention) and m.kind == "persons" and m.noun is not None
            ),
            None,
        )
        planned = not {"will", "due", "scheduled", "begins"}.isdisjoint(t.text for t in tokens[high : high + 4])
        return Draft(
            line=line,
            at=low,
            start=start,
            end=max(end, place.end if place and 0 < place.end - end < 80 else end),
            kind=DeploymentKind.EXERCISE,
            modality=Modality.PLANNED if planned else Modality.ASSERTED,
            actors=actors,
            place=place[:2] if place else None,
            period=period,
            dates=dates,
            strength=strength,
            name=self.page.document.text[start:end],
            named_at=(start, end),
            verbal=True,
        )

    def _is_drill(self, line: Line) -> bool:
        """Whether the paragraph speaks of forces, and of no fair or match."""
        near = self._block(line)
        title = self._title(line)
        said = title.union(*(other.texts for other in near))
        if not _CIVIL.isdisjoint(said):
            return False
        return any(f.kind in _SORTS for other in near for f in forces_of(self.page, other))

    def _block(self, line: Line) -> list[Line]:
        if not self.blocks:
            blocks: dict[int, list[Line]] = {}
            for other in self.page.lines:
                blocks.setdefault(other.block, []).append(other)
            self.blocks = blocks
        return self.blocks[line.block]

    def _title(self, line: Line) -> frozenset[str]:
        if line.story not in self.titles:
            first = next((other for other in self.page.lines if other.story == line.story), None)
            self.titles[line.story] = first.texts if first is not None else frozenset()
        return self.titles[line.story]

    def _actors(self, line: Line, tokens: Sequence[Token], place: Spot | None) -> list[Side]:
        """Who takes part: those that the sentence names, else those whom the paragraph does, else who is host."""
        told = states_of(sides_in(tokens, 0, len(tokens)))
        told += [
            s
            for f in forces_of(self.page, line)
            for s in states_of(self.owners.owners_of(line, f))
            if s[0] not in {k for k, _ in told}
        ]
        told = list({k: (k, m) for k, m in told}.values())
        if told:
            return told
        for other in self._block(line):
            if other is not line and (sides := states_of(sides_in(other.tokens, 0, len(other.tokens)))):
                return sides[:6]
        if place is not None:
            for token in tokens:
                mention = token.mention
                if place.start <= token.start < place.end and isinstance(mention, ActorMention):
                    key = side_of(mention)
                    if key is not None and key.startswith("state:"):
                        return [(key, mention)]
        return []


def _runs(tokens: Sequence[Token], low: int, high: int) -> bool:
    """Whether a name is what begins, ends or is held: "X ended", "X was wrapped up", "wrapped up X", "the curtain fell on X"."""
    for at in range(high, min(high + 6, len(tokens))):
        if tokens[at].text in _RUNS:
            return True
        if tokens[at].text not in _HELPS and tokens[at].kind == "word":
            break
    return low > 0 and tokens[low - 1].text in _ENDS


def _when(tokens: Sequence[Token], at: int) -> tuple[Period | None, list[DateMention]]:
    """When an exercise that stands before a position is or was held: the first date behind it, else the first before."""
    dates = [
        (k < at, m)
        for k, t in enumerate(tokens)
        if isinstance(m := t.mention, DateMention)
        and m.period.edtf is not None
        and not m.dateline
        and not (k > 0 and tokens[k - 1].text in SPEECH)
    ]
    _, date = min(dates, key=lambda d: d[0], default=(False, None))
    return (date.period, [date]) if date is not None else (None, [])
