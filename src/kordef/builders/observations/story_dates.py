"""Of when all figures of a story are: the years that its title sets, a report's month, the day up to which it counts."""

from __future__ import annotations

from itertools import islice

from attrs import evolve

from kordef.builders.observations.context import Surroundings
from kordef.builders.observations.dates import Dated, dated_at, is_base, is_survey
from kordef.builders.observations.indicators import Row
from kordef.builders.table_states import is_cut_off
from kordef.mentions.model import DateMention
from kordef.vocabulary import EvidenceKind

__all__ = ["cut_off_of", "governing_period", "monthly", "year_surveyed", "yearly"]

_SERIAL = frozenset(["monthly", "month", "month's"])
"""Words of a title that say that a report covers one month."""

_UP_TO_A_DAY = frozenset(["data", "status", "as", "cut-off", "cutoff", "situation", "state"])


def governing_period(around: Surroundings, story: int, *, surveyed: bool) -> tuple[Dated, Row] | None:
    """The years that a story's title sets for all of its figures ("Arms trade in 2019-23"), and the sentence that has them.

    Where the story is about an institute's survey (``surveyed``), its first sentences may set them as well.
    """
    title = around.title(story)
    for row in around.lead(story) if surveyed else (title,) if title is not None else ():
        for at, token in enumerate(row.tokens):
            date = token.mention
            compared = row.word(at - 1) == "than" or row.word(at + 1) == "and"
            if (
                isinstance(date, DateMention)
                and is_survey(date.period.edtf)
                and not compared
                and any(c.isdigit() for c in date.exact)  # "the past decade" is no survey's
            ):
                return evolve(dated_at(row, at), kind=EvidenceKind.IMPLIED), row
    return None


def monthly(around: Surroundings, story: int) -> tuple[Dated, Row] | None:
    """The month that a monthly report or note names in its title or the line below, for figures without a date of their own."""
    for row in islice(around.lead(story), 2):
        if not any(token.text in _SERIAL for token in row.tokens):
            continue
        for at, token in enumerate(row.tokens):
            date = token.mention
            if isinstance(date, DateMention) and date.period.edtf and len(date.period.edtf) == 7:
                return evolve(dated_at(row, at), kind=EvidenceKind.IMPLIED), row
    return None


def yearly(around: Surroundings, story: int) -> tuple[Dated, Row] | None:
    """The one year that a title sets at its end for all figures of a fact sheet: "Military expenditure of Europe, 2024"."""
    row = around.title(story)
    if row is None or not any(row.sense(at, "measure", "flow") for at in row.senses):
        return None
    dates = [at for at, token in enumerate(row.tokens) if isinstance(token.mention, DateMention)]
    if len(dates) != 1 or row.word(dates[0] - 1) not in (",", "in", ":", "("):
        return None
    at, date = dates[0], row.tokens[dates[0]].mention
    assert isinstance(date, DateMention)
    written = (around.published(story) or "")[:4]
    year = (date.period.edtf or "").isdigit() and date.exact.isdigit() and date.exact <= (written or "9999")
    last = all(row.kind(k) == "mark" for k in range(at + 1, len(row.tokens)))
    return (evolve(dated_at(row, at), kind=EvidenceKind.IMPLIED), row) if year and last else None


def year_surveyed(around: Surroundings, story: int) -> tuple[Dated, Row] | None:
    """The year that the first sentences of a report on an institute's survey set: "spending reached a record in 2024".

    It is the year of publication or the one before; a year that is only compared or counted from is none.
    """
    published = around.published(story) or ""
    if not published[:4].isdigit():
        return None
    years = (published[:4], str(int(published[:4]) - 1))
    for row in around.lead(story):
        if not any(row.sense(at, "measure", "flow", "spend") for at in row.senses):
            continue
        for at, token in enumerate(row.tokens):
            date = token.mention
            told = isinstance(date, DateMention) and date.period.edtf in years and not is_base(row, at)
            if (
                told
                and row.word(at - 1) in ("in", "for")
                and row.word(at - 2) not in ("published", "that", "those", "what")
            ):
                return evolve(dated_at(row, at), kind=EvidenceKind.IMPLIED), row
    return None


def cut_off_of(around: Surroundings, story: int) -> Dated | None:
    """The day up to which a page counts, as its first lines say: "data to 30 April 2025", "status: 1 March", "as of 31 May"."""
    for row in around.lead(story):
        for at, token in enumerate(row.tokens):
            date = token.mention
            dated = isinstance(date, DateMention) and is_cut_off(date.period.edtf)
            if dated and _UP_TO_A_DAY & {row.word(k) for k in range(max(0, at - 3), at)}:
                return evolve(dated_at(row, at), kind=EvidenceKind.IMPLIED)
    return None
