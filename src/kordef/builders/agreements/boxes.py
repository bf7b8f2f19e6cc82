"""Agreements in boxes of facts: "Type: memorandum of understanding. Parties: Poland, Peru. Signed: 27 July 2022."."""

from __future__ import annotations

from collections.abc import Iterator

from kordef.builders.agreements.drafts import Draft, add_step
from kordef.builders.agreements.names import nouns_in
from kordef.builders.agreements.phrases import Noun
from kordef.builders.agreements.sides import merged
from kordef.builders.fact_boxes import Box, boxes
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.builders.parties import side_of
from kordef.vocabulary import AgreementStatus, Modality

__all__ = ["drafts_in_boxes"]

_NAMES = frozenset(
    ["agreement", "type of agreement", "treaty", "title", "name", "document", "instrument", "type", "text", "subject"]
)
_PARTIES = frozenset(
    ["parties", "signatories", "contracting parties", "between", "partners", "signatory states", "sides"]
)
_SIGNED = frozenset(
    ["signed", "signature", "date of signature", "date signed", "signed on", "date", "concluded", "date of conclusion"]
)
_FORCE = frozenset(["entry into force", "entered into force", "in force", "in force since", "into force", "effective"])
_STATUS = frozenset(["status", "state", "current status"])


def drafts_in_boxes(page: Page) -> Iterator[Draft]:
    """The agreements of the boxes of a page; a box names the parties and the kind of paper, and mostly a day."""
    if not any(label in page.document.text.casefold() for label in ("parties", "signator", "partners", "between:")):
        return
    for box in boxes(page):
        draft = _draft(page, box)
        if draft is not None:
            yield draft


def _named(page: Page, box: Box) -> tuple[Line, Noun] | None:
    """The noun for an agreement behind a label, or in the line above the box."""
    text = page.document.text
    lines = [(fact.line, fact.at) for fact in box.facts if fact.label in _NAMES]
    lines.extend([(box.head, 0)] if box.head is not None else [])
    for line, at in lines:
        noun = next((n for n in nouns_in(text, line, {}) if n.start >= at and not n.back), None)
        if noun is not None:
            return line, noun
    return None


def _draft(page: Page, box: Box) -> Draft | None:
    parties = box.first(_PARTIES)
    if parties is None or (found := _named(page, box)) is None:
        return None
    line, noun = found
    own = parties.line
    named = (side_of(page, own.tokens[at], at) for at in own.actors if at >= parties.at)
    sides = merged([s for s in named if s is not None and not s.person])
    if len(sides) < 2:
        return None
    signed, force = _day(box, _SIGNED), _day(box, _FORCE)
    status = box.first(_STATUS)
    holds = force is not None or (status is not None and "force" in {t.text for t in status.tokens})
    draft = Draft(
        line=line,
        start=line.tokens[noun.start].start,
        end=max(line.tokens[noun.reach - 1].end, own.tokens[-1].end),
        kind=noun.kind,
        status=AgreementStatus.IN_FORCE if holds else AgreementStatus.SIGNED,
        modality=Modality.ASSERTED,
        noun=noun,
        words=page.document.text[line.tokens[noun.start].start : line.tokens[noun.reach - 1].end],
        sides=sides,
    )
    if signed is None and force is None:
        return None
    for step, token in (("signed", signed), ("in_force", force)):
        if token is not None:
            add_step(draft, step, token)
    return draft


def _day(box: Box, labels: frozenset[str]) -> Token | None:
    fact = box.first(labels)
    return next((t for t in fact.tokens if t.kind == "date"), None) if fact is not None else None
