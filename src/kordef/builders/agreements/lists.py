"""Agreements in a list that the words before it introduce: "Two documents were signed:", then one in each entry."""

from __future__ import annotations

from attrs import field, frozen

from kordef.builders.agreements.acts import Deed, acts_in, deed
from kordef.builders.agreements.drafts import Draft, Step
from kordef.builders.grammar.frames import Frames
from kordef.builders.grammar.surroundings import date_of, word_set
from kordef.builders.grammar.tokens import Line
from kordef.builders.told_days import ToldDays, single_month
from kordef.document import BlockKind
from kordef.mentions.model import DateMention
from kordef.vocabulary import AgreementStatus, EvidenceKind

__all__ = ["Opening", "opening"]

_PAPERS = word_set(
    "document documents agreement agreements memorandum memoranda memorandums mou mous text texts instrument instruments accord "
    "accords arrangement arrangements outcome outcomes deliverable deliverables paper papers pact pacts following deal deals"
)
_MADE = (AgreementStatus.SIGNED, AgreementStatus.ANNOUNCED)


@frozen(kw_only=True)
class Opening:
    """The words that introduce a list: what was done with its entries, when, and the drafts they made for all at once."""

    line: Line
    deed: Deed
    day: Step | None
    drafts: list[Draft] = field(factory=list[Draft])

    def holds(self, line: Line) -> bool:
        """Whether a sentence is an entry of the list."""
        return line.kind is BlockKind.LIST_ITEM and line.story == self.line.story


def opening(line: Line, frames: Frames, told: ToldDays) -> Opening | None:
    """What a sentence that ends in a colon says of the entries below it."""
    tokens = line.tokens
    if not tokens or tokens[-1].text != ":" or _PAPERS.isdisjoint(line.words):
        return None
    done = [deed(line, a) for a in acts_in(line, frames) if not a.group.negated]
    done = [d for d in done if d.step in ("signed", "announced") and d.status in _MADE]
    made = next((d for d in done if d.name == "sign"), done[-1] if done else None)
    if made is None:
        return None
    match = made.match
    token = date_of(tokens, match.group.start, match.end, 0, len(tokens))
    days = [t for t in tokens if isinstance(t.mention, DateMention)]
    token = days[0] if token is None and len(days) == 1 else token  # "exchanged the following papers on 14 October:"
    if token is not None and isinstance(mention := token.mention, DateMention):
        period = mention.period
        # "the visit on 3 and 4 May": the month that both days lie in
        month = single_month(period, mention.exact) if "/" in (period.edtf or "") else None
        return Opening(line=line, deed=made, day=Step(period=month or period, witness=token))
    day = told.last_near(line) if made.status is AgreementStatus.SIGNED else None
    step = Step(period=day.period, witness=day.token, kind=EvidenceKind.IMPLIED) if day is not None else None
    return Opening(line=line, deed=made, day=step)
