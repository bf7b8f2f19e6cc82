"""A firm's results: the quarter, half or year on which a story reports, and the firm whose results they are.

"Hanwha posts record second-quarter profit" sets the time of all that the story says of profits, sales and orders without a
date of its own; what stands beside it for comparison ("from last year's 28 million") is of the same part of the year before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from kordef.builders.observations.anaphors import Scene
from kordef.builders.observations.context import Surroundings
from kordef.builders.observations.dates import Dated, dated_at, is_base
from kordef.builders.observations.indicators import Row
from kordef.builders.observations.names import Area, of_actor
from kordef.builders.observations.phrases import Reading
from kordef.document import BlockKind
from kordef.mentions.model import ValueMention
from kordef.periods import Period
from kordef.vocabulary import ActorKind, Basis, EvidenceKind

__all__ = ["Report", "firm_of", "reported_on", "time_of_results"]

_FIRM = re.compile(
    r"\b(?:operating|net|pre-?tax|gross|consolidated|group)"
    r" (?:profits?|income|loss(?:es)?|results?|sales|debt|margin|revenues?)\b"
    r"|\b(?:profits?|earnings|turnover|ebita?|ebitda|dividends?)\b"
    r"|\b(?:its|their|financial|interim|quarterly|annual|(?:half|full)-year) results\b"
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


@frozen(kw_only=True)
class Report:
    """What the title and the first sentences of a story say of a firm's results: whether they tell any, and of when."""

    tells: bool = False
    period: Dated | None = None


def reported_on(around: Surroundings, story: int) -> Report:
    """The results that a story reports, with the quarter, half or months that its title or first sentences set."""
    rows = tuple(around.lead(story))
    told = [_tells_results(around, row) for row in rows]
    if not any(told):
        return Report()
    for row, tells in zip(rows, told, strict=True):
        for at in range(len(row.tokens)) if tells or row.line.kind in _HEADS else ():
            if row.kind(at) == "date" and not is_base(row, at):
                dated = dated_at(row, at)
                if _is_reported(dated.period.edtf):
                    return Report(tells=True, period=evolve(dated, kind=EvidenceKind.IMPLIED))
    return Report(tells=True, period=_titled(around, story) or _year_told(around, rows))


_FISCAL = re.compile(r"\b(?:fiscal|financial|business|full) (?:year )?(20[0-9]{2})\b", re.IGNORECASE)


def _year_told(around: Surroundings, rows: Sequence[Row]) -> Dated | None:
    """The financial year that the first sentences report on: "operating earnings for fiscal 2018 were"."""
    text = around.page.document.text
    for row in rows:
        found = _FISCAL.search(text, row.line.start, row.line.end)
        if found is not None and _FIRM.search(text, row.line.start, row.line.end) is not None:
            period = Period(edtf=found[1], words=found[0], anchor=found[1])
            return Dated(period=period, start=found.start(), end=found.end(), kind=EvidenceKind.IMPLIED)
    return None


_HEADS = (BlockKind.TITLE, BlockKind.SUBTITLE)
_TITLED = re.compile(
    r"\b(?:(half[- ]year(?:ly)?|interim)|annual|full[- ]year)"
    r" (?:financial )?(?:reports?|results|statements?),? (?:for )?(20[0-9]{2})\b",
    re.IGNORECASE,
)
_HEAD = 6
"""The lines at the head of a report that may say what it covers."""


def _titled(around: Surroundings, story: int) -> Dated | None:
    """The half or year in the title of a report: "Half-yearly report 2023"."""
    head = around.of_story(story)[:_HEAD]
    title = around.page.document.stories[story].title
    if not head:
        return None
    start = title.start if title is not None else head[0].start
    found = _TITLED.search(around.page.document.text, start, head[-1].end)
    if found is None:
        return None
    period = Period(edtf=f"{found[2]}-40" if found[1] else found[2], words=found[0], anchor=found[2])
    return Dated(period=period, start=found.start(), end=found.end(), kind=EvidenceKind.IMPLIED)


def _tells_results(around: Surroundings, row: Row) -> bool:
    """Whether a sentence speaks of what firms report."""
    text, line = around.page.document.text, row.line
    return any(words.search(text, line.start, line.end) is not None for words in (_FIRM, _RESULTS))


def _is_reported(edtf: str | None) -> bool:
    """Whether a period is a quarter, a half or some months of one year: "2024-34", "2024-01/2024-09"."""
    if edtf is None or "X" in edtf or ".." in edtf:
        return False
    if len(edtf) == 15 and edtf[7] == "/":
        return edtf[:4] == edtf[8:12]
    return len(edtf) == 7 and edtf[4] == "-" and edtf[5:].isdigit() and int(edtf[5:]) >= 33


def time_of_results(
    around: Surroundings, row: Row, reading: Reading, dated: Dated | None, report: Report, before: Dated | None
) -> Dated | None:
    """The time of a figure of a firm's results: its own, else the one that the story reports on.

    ``before`` is the time told last in the paragraph: what is compared with the figure of a year is of a year as well.
    """
    told = report.period
    if told is None or reading.basis in (Basis.TARGET, Basis.FORECAST):
        return dated
    measured = _measured(around, row, reading)
    if _FIRM.search(measured) is None and _RESULTS.search(measured) is None:
        return dated
    at = reading.at
    former = _is_former(row, at)
    if reading.compared or former or (row.word(at - 1) in ("'s", "’s") and is_base(row, at - 2)):
        if former and (dated is None or not (_is_earlier(dated) or dated.start > row.tokens[at].start)):
            start, end = row.tokens[at - 1].start, row.tokens[at].end
            period = evolve((dated or told).period, words=around.page.document.text[start:end])
            base = Dated(period=period, start=start, end=end)
            return _year_before(base, base) if _is_reported(period.edtf) or _is_year(base) else dated
        if dated is None or len(dated.period.edtf or "") != 4 or (before is not None and _is_year(before)):
            return dated
        return _year_before(told, dated) if _is_earlier(dated) else dated
    return dated if dated is not None else told


def _is_earlier(dated: Dated) -> bool:
    """Whether the words of a date lead back: "a year earlier"."""
    return _YEARS.search((dated.period.words or "").lower()) is not None


def _is_former(row: Row, at: int) -> bool:
    """Whether a level is the one before: "to 1.3 billion | from 1.1 billion", "from 54 million to 34 million"."""
    if row.word(at - 1) == "(" and row.word(at + 1) == ")" and row.kind(at - 2) == "value":
        inner, outer = row.tokens[at].mention, row.tokens[at - 2].mention
        alike = (
            isinstance(inner, ValueMention) and isinstance(outer, ValueMention) and inner.unit in (outer.unit, "item")
        )
        return alike and not getattr(inner, "equivalent_of", None)  # "sales were 13,546 million (11,527)"
    if row.word(at - 1) != "from":
        return False
    if row.sense(at - 2, "change") is not None or row.word(at - 2) in ("up", "down") or row.kind(at - 2) == "value":
        return True  # "quadrupling from 355 billion", "trebled from 233.3 billion"
    count = len(row.tokens)
    beside = (*range(at + 1, min(count, at + 5)), *range(at - 2, max(-1, at - 9), -1))
    return any(row.kind(k) == "value" and row.word(k - 1) == "to" for k in beside)


def _is_year(dated: Dated) -> bool:
    return len(dated.period.edtf or "") == 4


def _year_before(told: Dated, dated: Dated) -> Dated:
    """The same part of the year before, with the words that say so."""
    edtf = told.period.edtf or ""
    parts = [f"{int(part[:4]) - 1:04}{part[4:]}" for part in edtf.split("/")]
    period = Period(edtf="/".join(parts), words=dated.period.words, anchor=edtf)
    return evolve(dated, period=period, kind=EvidenceKind.IMPLIED)


_MAKERS = frozenset([
    "maker", "manufacturer", "company", "group", "firm", "shipbuilder", "contractor", "producer", "supplier", "giant", "builder",
    "concern", "conglomerate", "yard", "shipyard", "gunmaker", "planemaker", "arms-maker",
])  # fmt: skip


def _is_home_of_firm(row: Row, area: Area) -> bool:
    """Whether an adjective says only where a firm is at home: "the German automobile and defence systems manufacturer"."""
    if area.actor is None or area.actor.kind is not ActorKind.STATE or area.actor.form != "adjective" or area.at < 0:
        return False
    for k in range(area.at + 1, min(len(row.tokens), area.at + 8)):
        if row.word(k) in _MAKERS:
            return True
        if row.kind(k) != "word" or row.word(k) in ("'s", "’s", "to", "in", "from"):
            return False
    return False


def firm_of(scene: Scene, area: Area | None, report: Report) -> Area | None:
    """The firm whose results a figure is one of, where the words around name another or nobody: a state has no profit.

    In a story about a firm's results its sales, orders and backlog are the firm's as well.
    """
    measured = _measured(scene.around, scene.row, scene.reading)
    if _FIRM.search(measured) is None and not (report.tells and _RESULTS.search(measured) is not None):
        return area
    stated = area is not None and area.kind is EvidenceKind.STATED and area.weapon is None
    stated = stated and not (area is not None and _is_home_of_firm(scene.row, area))
    if area is not None and (stated or (area.actor is not None and area.actor.kind is ActorKind.COMPANY)):
        return area
    if area is not None and area.actor is None and area.weapon is None and not area.name[:1].isupper():
        return area  # "seven major firms"
    token = scene.row.tokens[scene.reading.at]
    story = scene.row.line.story
    beside = next((a for a in scene.named if a.actor is not None and a.actor.kind is ActorKind.COMPANY), None)
    if beside is not None:
        return beside
    firm = scene.around.named(story, str(ActorKind.COMPANY), token.start) or scene.around.first_firm(story)
    if firm is None:
        return area
    return of_actor(scene.around.page, firm, firm.start, firm.end, kind=EvidenceKind.IMPLIED)
