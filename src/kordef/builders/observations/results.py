"""A firm's results: the quarter, half or year on which a story reports, and the firm whose results they are.

"Hanwha posts record second-quarter profit" sets the time of all that the story says of profits, sales and orders without a
date of its own; what stands beside it for comparison ("from last year's 28 million") is of the same part of the year before.
"""

from __future__ import annotations

import re

from attrs import evolve

from kordef.builders.observations.anaphors import Scene
from kordef.builders.observations.context import Surroundings
from kordef.builders.observations.dates import Dated, is_base
from kordef.builders.observations.indicators import Row
from kordef.builders.observations.names import Area, of_actor
from kordef.builders.observations.phrases import Reading
from kordef.mentions.model import DateMention
from kordef.periods import Period
from kordef.vocabulary import ActorKind, Basis, EvidenceKind

__all__ = ["firm_of", "reported_on", "time_of_results"]

_FIRM = re.compile(
    r"\b(?:operating|net|pre-?tax|gross|consolidated|group)"
    r" (?:profits?|income|loss(?:es)?|results?|sales|debt|margin|revenues?)\b"
    r"|\b(?:profits?|earnings|turnover|ebita?|ebitda|dividends?)\b"
    r"|\b(?:order|orders) (?:backlog|book|intake|received|in hand)\b|\bnew orders\b|\b(?:sales|organic) growth\b",
    re.IGNORECASE,
)
"""What only a firm reports."""
_RESULTS = re.compile(r"\b(?:sales|revenues?|backlog|orders|margin|bookings|cash flow|headcount)\b", re.IGNORECASE)
"""What firms report, and others as well."""
_YEARS = re.compile(r"\b(?:year|years|previous|prior|earlier|ago|before)\b")


def _measured(around: Surroundings, row: Row, reading: Reading) -> str:
    """The words for what is measured."""
    if reading.measure is None:
        return reading.noun
    start, end = reading.measure
    return around.page.document.text[row.tokens[start].start : row.tokens[end - 1].end]


def reported_on(around: Surroundings, story: int) -> Dated | None:
    """The quarter, half or year that the title or the first sentences of a story set for a firm's results."""
    text = around.page.document.text
    for row in around.lead(story):
        if _FIRM.search(text, row.line.start, row.line.end) is None:
            if _RESULTS.search(text, row.line.start, row.line.end) is None:
                continue
        for at, token in enumerate(row.tokens):
            date = token.mention
            if isinstance(date, DateMention) and _is_reported(date.period.edtf) and not is_base(row, at):
                return Dated(period=date.period, start=date.start, end=date.end, kind=EvidenceKind.IMPLIED)
    return None


def _is_reported(edtf: str | None) -> bool:
    """Whether a period is a quarter, a half or some months of one year: "2024-34", "2024-01/2024-09"."""
    if edtf is None or "X" in edtf or ".." in edtf:
        return False
    if len(edtf) == 15 and edtf[7] == "/":
        return edtf[:4] == edtf[8:12]
    return len(edtf) == 7 and edtf[4] == "-" and edtf[5:].isdigit() and int(edtf[5:]) >= 33


def time_of_results(
    around: Surroundings, row: Row, reading: Reading, dated: Dated | None, told: Dated | None
) -> Dated | None:
    """The time of a figure of a firm's results: its own, else the one that the story reports on (``told``)."""
    if told is None or reading.basis in (Basis.TARGET, Basis.FORECAST):
        return dated
    measured = _measured(around, row, reading)
    if _FIRM.search(measured) is None and _RESULTS.search(measured) is None:
        return dated
    at = reading.at
    if reading.compared or (row.word(at - 1) in ("'s", "’s") and is_base(row, at - 2)):
        words = (dated.period.words or "").lower() if dated is not None else ""
        year = dated is not None and len(dated.period.edtf or "") == 4
        return _year_before(told, dated) if dated is not None and year and _YEARS.search(words) else dated
    return dated if dated is not None else told


def _year_before(told: Dated, dated: Dated) -> Dated:
    """The same part of the year before, with the words that say so."""
    edtf = told.period.edtf or ""
    parts = [f"{int(part[:4]) - 1:04}{part[4:]}" for part in edtf.split("/")]
    period = Period(edtf="/".join(parts), words=dated.period.words, anchor=edtf)
    return evolve(dated, period=period, kind=EvidenceKind.IMPLIED)


def firm_of(scene: Scene, area: Area | None, told: Dated | None) -> Area | None:
    """The firm whose results a figure is one of, where the words around name another or nobody: a state has no profit.

    In a story about the results of a time (``told``) its sales and backlog are a firm's as well.
    """
    measured = _measured(scene.around, scene.row, scene.reading)
    if _FIRM.search(measured) is None and (told is None or _RESULTS.search(measured) is None):
        return area
    stated = area is not None and area.kind is EvidenceKind.STATED and area.weapon is None
    if area is not None and (stated or (area.actor is not None and area.actor.kind is ActorKind.COMPANY)):
        return area
    token = scene.row.tokens[scene.reading.at]
    firm = scene.around.named(scene.row.line.story, str(ActorKind.COMPANY), token.start)
    if firm is None:
        return area
    return of_actor(scene.around.page, firm, firm.start, firm.end, kind=EvidenceKind.IMPLIED)
