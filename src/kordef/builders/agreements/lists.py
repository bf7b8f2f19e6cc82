"""Agreements in a list that the words before it introduce: "Two documents were signed:", then one in each entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from kordef.builders.agreements.acts import Deed, acts_in, deed
from kordef.builders.agreements.drafts import Draft, Step, add_step
from kordef.builders.agreements.nouns import Entry, heads
from kordef.builders.agreements.sides import merged
from kordef.builders.grammar.frames import Frames
from kordef.builders.grammar.surroundings import date_of, word_set
from kordef.builders.grammar.tokens import Line
from kordef.builders.page import Page
from kordef.builders.parties import Side, implied, side_of
from kordef.builders.told_days import ToldDays, single_month
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention
from kordef.vocabulary import ActorKind, AgreementStatus, EvidenceKind, Modality

__all__ = ["Opening", "Register", "opening", "register"]

_PAPERS = word_set(
    "document documents agreement agreements memorandum memoranda memorandums mou mous text texts instrument instruments accord "
    "accords arrangement arrangements outcome outcomes deliverable deliverables paper papers pact pacts following deal deals"
)
_HEADING = 6
"""The most words of a heading that says what was done with the papers below it."""
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
    headed = line.kind is BlockKind.HEADING and len(tokens) <= _HEADING  # "Documents signed"
    if not tokens or not (tokens[-1].text == ":" or headed) or _PAPERS.isdisjoint(line.words):
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


@frozen(kw_only=True)
class Register:
    """The words over a list whose entries are only partners and days: "Partnerships so far:", "Norway, 28 May 2024"."""

    line: Line
    entry: Entry
    words: str
    status: AgreementStatus | None
    shared: tuple[Side, ...]

    def drafts(self, page: Page, line: Line) -> Iterator[Draft]:
        """The agreement of an entry: with the state or organisation that it begins with, of the day that it gives."""
        if (
            line.kind is not BlockKind.LIST_ITEM
            or line.story != self.line.story
            or not line.actors
            or line.actors[0] > 1
        ):
            return
        tokens = line.tokens
        named = [s for i in line.actors if (s := side_of(page, tokens[i], i)) is not None and not s.person]
        days = [t for t in tokens if t.kind == "date"]
        sides = merged(named)
        if len(sides) == 1:
            sides = merged([*(s for s in self.shared if s.state != sides[0].state), *sides])
        if len(sides) != 2 or len(days) > 1 or any(t.text.endswith((".", ":")) for t in tokens[:-1]):
            return
        status = self.status or (AgreementStatus.SIGNED if days else AgreementStatus.IN_FORCE)
        draft = Draft(
            line=line,
            start=tokens[line.actors[0]].start,
            end=max(tokens[line.actors[0]].end, *(t.end for t in days), 0),
            kind=self.entry.kind,
            status=status,
            modality=Modality.ASSERTED,
            words=self.words,
            sides=sides,
        )
        if days and status in (AgreementStatus.SIGNED, AgreementStatus.IN_FORCE):
            add_step(draft, "signed" if status is AgreementStatus.SIGNED else "in_force", days[0])
        yield draft


_STAGES = (
    (word_set("negotiation negotiations talks negotiating discussion"), AgreementStatus.NEGOTIATING),
    (word_set("planned proposed sought"), AgreementStatus.PROPOSED),
    (word_set("signed signature signing signatures concluded adopted"), AgreementStatus.SIGNED),
    (word_set("force effect operation"), AgreementStatus.IN_FORCE),
)


def register(page: Page, line: Line, before: Sequence[Side]) -> Register | None:
    """What words over a list say of all its entries, where they are on agreements; ``before`` are those named above them."""
    tokens = line.tokens
    headed = line.kind in (BlockKind.HEADING, BlockKind.TABLE_TITLE)
    if not tokens or not (tokens[-1].text == ":" or headed) or len(tokens) > 30:
        return None
    known = heads()
    for at, token in enumerate(tokens):
        for entry in known.get(token.text, ()) if token.kind == "word" else ():
            end = at + len(entry.words)
            if not entry.plural or entry.back or entry.called or entry.money:
                continue
            if tuple([t.text for t in tokens[at:end]]) != entry.words:
                continue
            low = at
            while low > 0 and tokens[low - 1].kind == "word" and tokens[low - 1].text not in _LINKS:
                low -= 1
            words = page.document.text[tokens[low].start : tokens[end - 1].end]
            if entry.never.intersection(t.text for t in tokens[low:at]):
                return None
            named = [
                s
                for i in line.actors
                if isinstance(m := tokens[i].mention, ActorMention)
                and m.kind is not ActorKind.PERSON
                and (s := side_of(page, tokens[i], i)) is not None
            ]
            shared = merged(named)[:1] or [implied(s) for s in before]
            status = next((status for stems, status in _STAGES if not stems.isdisjoint(line.words)), None)
            return (
                Register(
                    line=line, entry=entry, words=words[:1].lower() + words[1:], status=status, shared=tuple(shared)
                )
                if shared
                else None
            )
    return None


_LINKS = word_set("of the on in with by and so far has have had all its their , :")
