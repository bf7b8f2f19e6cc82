"""Agreements in tables: "Partner | Instrument | Year | Status" under a title that names whose agreements they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from kordef.builders.agreements.drafts import Draft, Step
from kordef.builders.agreements.nouns import Entry, heads
from kordef.builders.agreements.sides import merged, spoken_of
from kordef.builders.grammar.tokens import Token
from kordef.builders.listings import Listing, Row, listings
from kordef.builders.page import Page
from kordef.builders.parties import Side, implied, side_of
from kordef.mentions.model import DateMention
from kordef.vocabulary import AgreementStatus

__all__ = ["drafts_in_tables"]

_STATUS = (
    (re.compile(r"\b(?:lapsed|expired|ended|terminated|denounced|cancelled|canceled)\b"), AgreementStatus.ENDED),
    (re.compile(r"\b(?:replaced|superseded|upgraded)\b"), AgreementStatus.UPGRADED),
    (re.compile(r"\b(?:negotiat\w+|talks|being drafted)\b"), AgreementStatus.NEGOTIATING),
    (re.compile(r"\b(?:proposed|planned|offered|under discussion|sought)\b"), AgreementStatus.PROPOSED),
    (
        re.compile(r"\b(?:awaiting|pending|not yet in force|unratified|signed|concluded|initialled)\b"),
        AgreementStatus.SIGNED,
    ),
    (re.compile(r"\b(?:in force|into force|effective|active|valid|ratified|running)\b"), AgreementStatus.IN_FORCE),
)
"""What a cell or a heading says of how far agreements have come; the first that fits."""
_DATES = ("year", "date", "signed", "signature", "concluded", "since", "force", "when", "start")
_TOPICS = ("subject", "topic", "field", "area", "scope", "on")
"""Words over the columns of days, and of what agreements are on."""
_DATED = frozenset([AgreementStatus.SIGNED, AgreementStatus.IN_FORCE, AgreementStatus.UPGRADED])
_FEWEST_NOUNS = 0.5
"""The share of the rows whose cells must name an agreement where no title says that the table lists them."""


def drafts_in_tables(page: Page) -> Iterator[Draft]:
    """The agreements in the rows of tables that list agreements."""
    for listing in listings(page):
        general = next((e for line in reversed(listing.above) if (e := _noun_of(line.tokens, plural=True))), None)
        if general is not None or not heads().keys().isdisjoint(listing.words):
            yield from _drafts(listing, general)


def _drafts(listing: Listing, general: Entry | None) -> Iterator[Draft]:
    partners = listing.filled(_is_party)[:2]
    if not partners:
        return
    entries = [_entry(row) for row in listing.rows]
    if general is None and sum(e is not None for e in entries) < _FEWEST_NOUNS * len(entries):
        return
    shared = _shared(listing)
    told = next((s for line in reversed(listing.above) if (s := _status_in(listing.written(line))) is not None), None)
    for row, entry in zip(listing.rows, entries, strict=True):
        sides = merged(_sides(listing.page, row.within(partners)))
        if len(sides) == 1:
            sides = merged([*(s for s in shared if s.state != sides[0].state), *sides])
        noun = entry[0] if entry is not None else general
        if len(sides) > 1 and noun is not None:
            yield _draft(listing, row, sides, noun, _words(listing, row, entry, noun), told)


def _is_party(token: Token) -> bool:
    return token.kind == "actor"


def _sides(page: Page, tokens: Iterable[Token]) -> list[Side]:
    sides = (side_of(page, token) for token in tokens)
    return [side for side in sides if side is not None and not side.person]


def _entry(row: Row) -> tuple[Entry, int] | None:
    """The noun for an agreement that a row names, with the number of its cell."""
    found = ((_noun_of(tokens), column) for column, tokens in enumerate(row.tokens))
    return next(((entry, column) for entry, column in found if entry is not None), None)


def _shared(listing: Listing) -> list[Side]:
    """Whose agreements they are: the state or organisation that the nearest words above name."""
    for line in reversed(listing.above):
        sides = [implied(s) for s in spoken_of(listing.page, line)]
        if len(sides) == 1:
            return sides
    return []


def _words(listing: Listing, row: Row, entry: tuple[Entry, int] | None, noun: Entry) -> str:
    """What the row calls its agreement; where the title does, the topic that the row gives."""
    text = listing.page.document.text
    if entry is not None:
        cell = row.cells[entry[1]]
        return text[cell.start : cell.end]
    topics = (row.cells[n] for n in listing.headed(*_TOPICS) if n < len(row.cells))
    topic = next((listing.written(cell) for cell in topics if cell.start < cell.end), None)
    return f"{_singular(noun)} on {topic}" if topic else _singular(noun)


def _draft(
    listing: Listing, row: Row, sides: Sequence[Side], noun: Entry, words: str, told: AgreementStatus | None
) -> Draft:
    dated = [(n, t) for n in listing.headed(*_DATES) if n < len(row.tokens) for t in row.tokens[n] if t.kind == "date"]
    said = next((s for cell in row.cells if (s := _status_in(listing.written(cell))) is not None), None)
    status = said or told or (AgreementStatus.SIGNED if dated else AgreementStatus.IN_FORCE)
    line = row.line
    draft = Draft(
        line=line, start=line.start, end=line.end, kind=noun.kind, status=status, words=words, sides=list(sides)
    )
    if status in _DATED:
        for column, day in dated:
            if isinstance(mention := day.mention, DateMention) and mention.period.edtf is not None:
                step = "in_force" if "force" in listing.headers[column] else "signed"
                draft.steps.setdefault(step, Step(period=mention.period, witness=day))
    if "in_force" in draft.steps and status is AgreementStatus.SIGNED:
        draft.status = AgreementStatus.IN_FORCE
    return draft


def _singular(entry: Entry) -> str:
    """What one of several is called: "security partnerships", "memoranda"."""
    words = " ".join(entry.words)
    if words.endswith("memoranda"):
        return words[:-1] + "um"
    return words[:-3] + "y" if words.endswith("ies") else words.removesuffix("s")


def _status_in(words: str) -> AgreementStatus | None:
    return next((status for pattern, status in _STATUS if pattern.search(words)), None)


def _noun_of(tokens: Sequence[Token], *, plural: bool = False) -> Entry | None:
    """The last noun for an agreement in a row of tokens; with ``plural`` only one for several."""
    known = heads()
    best: Entry | None = None
    for at, token in enumerate(tokens):
        for entry in known.get(token.text, ()) if token.kind == "word" else ():
            if tuple([t.text for t in tokens[at : at + len(entry.words)]]) != entry.words:
                continue
            if entry.back or entry.called or entry.money or (plural and not entry.plural):
                continue
            before = {t.text for t in tokens[max(0, at - 3) : at]}
            if entry.never & before or (not plural and entry.plural):
                continue
            kind = next((k for ws, k in entry.modified if set(ws) <= before), None)
            if entry.strict and kind is None:
                continue
            best = entry if kind is None else evolve(entry, kind=kind)
    return best
