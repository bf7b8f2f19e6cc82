"""Periods that two dates or two figures tell together.

Two dates in a row are one span for one figure ("in May and June", "between 2009/10 and 2016/17") and one each for two
figures. A figure in brackets behind another is of the same part of the year before ("(previous year: 849 million)").
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.observations.dates import Dated, is_years
from kordef.builders.observations.indicators import Row
from kordef.builders.observations.phrases import Reading
from kordef.mentions.model import DateMention
from kordef.periods import Period
from kordef.vocabulary import EvidenceKind

__all__ = ["joined", "same_part"]


def joined(row: Row, reading: Reading, others: Sequence[int], dated: Dated) -> Dated:
    """The span of two dates of which ``dated`` is one, where both are meant, else ``dated``; ``others`` are the other figures."""
    at = _second(row, next((k for k, token in enumerate(row.tokens) if token.start == dated.start), 0))
    if at < 2 or row.word(at - 1) not in ("and", "&", "to"):
        return dated
    first, last = row.tokens[at - 2].mention, row.tokens[at].mention
    if not isinstance(first, DateMention) or not isinstance(last, DateMention):
        return dated
    if row.word(at - 1) == "to" or _is_between_years(row, at, first):
        begin, end = _years_of(row, at - 2), _years_of(row, at)
        if not begin or not end or begin[0] >= end[1]:
            return dated
        return _spanning(dated, first, last, f"{begin[0]}/{end[1]}")
    if not _follows(first.period.edtf, last.period.edtf):
        return dated
    if any(abs(k - reading.at) == 2 and row.word(max(k, reading.at) - 1) == "and" for k in others):
        return dated  # "rose by 10 and 43 per cent in 2022 and 2023": one year each
    return _spanning(dated, first, last, f"{first.period.edtf}/{last.period.edtf}")


def _second(row: Row, at: int) -> int:
    """The later of two dates in a row, where the one at ``at`` is the first of them and so the nearer one."""
    if row.word(at + 1) in ("and", "&") and row.kind(at + 2) == "date" and row.kind(at + 3) != "value":
        at += 2
    if row.word(at + 1) == "to" and row.kind(at + 2) == "date" and _years_of(row, at) and _years_of(row, at + 2):
        at += 2
    return at


def _is_between_years(row: Row, at: int, first: DateMention) -> bool:
    """Whether two financial years are the ends of a span: "between 2009/10 and 2016/17"."""
    opens = first.exact.lower().startswith("between ") or row.word(at - 3) == "between"
    return opens and is_years(first.period.edtf) and _years_of(row, at - 2) is not None


def _spanning(dated: Dated, first: DateMention, last: DateMention, edtf: str) -> Dated:
    period = Period(edtf=edtf, words=last.period.words, anchor=last.period.anchor)
    return evolve(dated, period=period, start=first.start, end=last.end)


def same_part(dated: Dated, same: Dated) -> Dated | None:
    """The half or quarter of the year before that results are set against: "(previous year: 849 million)"."""
    year, told = dated.period.edtf or "", same.period.edtf or ""
    if len(year) == 4 and len(told) == 15 and told[:4] == told[8:12] and (year + told[:4]).isdigit():
        if int(year) != int(told[:4]) - 1:
            return None
        span = Period(edtf=f"{year}{told[4:8]}{year}{told[12:]}", words=dated.period.words or year, anchor=told)
        return evolve(dated, period=span, kind=EvidenceKind.IMPLIED)
    if len(year) != 4 or len(told) != 7 or told[4] != "-" or told[5:] < "33" or not (year + told[:4]).isdigit():
        return None
    if int(year) != int(told[:4]) - 1:
        return None
    period = Period(edtf=f"{year}{told[4:]}", words=dated.period.words or year, anchor=told)
    return evolve(dated, period=period, kind=EvidenceKind.IMPLIED)


def _follows(first: str | None, last: str | None) -> bool:
    """Whether a month or year is the one behind another."""
    if first is None or last is None or len(first) != len(last) or not (first + last).replace("-", "").isdigit():
        return False
    if len(first) == 4:
        return int(last) == int(first) + 1
    if len(first) != 7 or max(first[5:], last[5:]) > "12":
        return False
    return int(last[:4]) * 12 + int(last[5:]) == int(first[:4]) * 12 + int(first[5:]) + 1


def _years_of(row: Row, at: int) -> tuple[str, str] | None:
    """The first and last year of a date that is one or a financial year: "2013-14"."""
    mention = row.tokens[at].mention
    edtf = (mention.period.edtf or "") if isinstance(mention, DateMention) else ""
    if len(edtf) == 4 and edtf.isdigit():
        return edtf, edtf
    spans = len(edtf) == 9 and edtf[4] == "/" and (edtf[:4] + edtf[5:]).isdigit()
    return (edtf[:4], edtf[5:]) if spans and int(edtf[5:]) == int(edtf[:4]) + 1 else None
