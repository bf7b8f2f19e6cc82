"""A page that is itself what was agreed: "Joint Statement of the Ministers of Defence of Estonia and Latvia" over its text."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.agreements.drafts import Draft, Step
from kordef.builders.agreements.phrases import Noun
from kordef.builders.agreements.sides import merged
from kordef.builders.grammar.clauses import clauses_of
from kordef.builders.grammar.surroundings import word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.builders.parties import Side, side_of
from kordef.builders.told_days import day_of
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention
from kordef.vocabulary import ActorKind, AgreementKind, AgreementStatus, EvidenceKind, Modality

__all__ = ["joint_paper"]

_PAPERS = word_set("statement declaration communique communiqué")
_HEADINGS = (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING)
_NEAR = 4
"""How many blocks below its title a paper may be dated."""
_SHORT = 60
"""The most characters of a line that only says where and when a paper was made."""


def joint_paper(page: Page, line: Line) -> Draft | None:
    """The paper that a title announces: it names two parties or more, and nothing stands before it but their names."""
    at = _paper(line)
    if at is None or any(v.kind == "finite" for v in clauses_of(line).verbs):
        return None
    head, end = at
    sides = _parties(page, line)
    if len(sides) < 2:
        return None
    tokens = line.tokens
    noun = Noun(
        start=head, end=end, head=end - 1, head_end=end, kind=AgreementKind.JOINT_DECLARATION, named=True, plural=False
    )
    last = max(s.position for s in sides)
    draft = Draft(
        line=line,
        start=tokens[0].start,
        end=max(tokens[end - 1].end, tokens[last].end),
        kind=noun.kind,
        status=AgreementStatus.SIGNED,
        modality=Modality.ASSERTED,
        noun=noun,
        words=page.document.text[tokens[0].start : tokens[max(end - 1, last)].end],
        sides=sides,
    )
    day = _day(page, line)
    if day is not None:
        draft.steps["signed"] = day
    return draft


def _paper(line: Line) -> tuple[int, int] | None:
    """Where "Joint Statement" stands at the head of a title, or behind the names of its parties."""
    if line.kind not in _HEADINGS or not line.first or "joint" not in line.at:
        return None
    tokens, head = line.tokens, line.at["joint"][0]
    if not all(_names(t) for t in tokens[:head]):
        return None
    end = next((i for i in range(head + 1, min(head + 4, len(tokens))) if tokens[i].text in _PAPERS), None)
    return None if end is None else (head, end + 1)


def _names(token: Token) -> bool:
    return token.kind == "actor" or token.text in ("-", "–", "/", "and", ",", "the", ":", "(", ")")


def _parties(page: Page, line: Line) -> list[Side]:
    found: list[Side] = []
    for position in line.actors:
        mention = line.tokens[position].mention
        if not isinstance(mention, ActorMention) or mention.form in ("capital", "place"):
            continue
        if mention.kind in (ActorKind.STATE, ActorKind.IGO) and (
            side := side_of(page, line.tokens[position], position)
        ):
            found.append(side)
    return merged(found)


def _day(page: Page, line: Line) -> Step | None:
    """The day in the title, else that of a short line right below it or of the dateline."""
    for mention in _below(page, line):
        if day_of(mention.period.edtf) is not None:
            return Step(period=mention.period, witness=mention, kind=EvidenceKind.IMPLIED)
    return None


def _below(page: Page, line: Line) -> Sequence[DateMention]:
    blocks = page.document.blocks
    near = [d for d in page.mentions.dates if d.story == line.story and line.block <= d.block <= line.block + _NEAR]
    return [
        d for d in near if d.block == line.block or d.dateline or blocks[d.block].end - blocks[d.block].start < _SHORT
    ]
