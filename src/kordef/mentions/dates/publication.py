"""When a story was published: known, printed, or worked out from its dateline and the years that its text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from string import ascii_letters
from typing import NamedTuple

from kordef.document import Document
from kordef.mentions.dates import arithmetic as calendar
from kordef.mentions.dates.arithmetic import Time
from kordef.mentions.dates.forms import Day, Form, Found, Interval, Marked, Month, Unit, Weekday, Year
from kordef.mentions.dates.memory import Now
from kordef.mentions.dates.tense import Look, look, look_before
from kordef.mentions.dates.words import MONTHS, NAME_NOUNS, YEAR_PREPOSITIONS
from kordef.periods import Period

__all__ = ["Publication", "publications"]


class Publication(NamedTuple):
    """A story's date: as a period, if it has one, and as what relative dates are counted from."""

    period: Period | None
    now: Now | None


_BEHIND_COPYRIGHT = re.compile(r"\s*(?:©\s*)?(?:\d{4}\s*[-–]\s*)?((?:19|20)\d\d)(?!\d)")
_IN_ADDRESS = re.compile(r"(?<!\d)(20\d\d)[/-]?(\d\d)[/-]?(\d\d)(?!\d)")
_COPYRIGHT = ("©", "(c)", "(C)", "Copyright", "copyright")
# Begins with its digits, which the engine finds fastest.
_YEAR = re.compile(r"20[0-4][0-9](?<![\w-][0-9]{4})(?![0-9-])")
_QUOTES = "'’‘\"“"
_BEHIND_A_NAMED_YEAR = re.compile(r"\s+[A-Z][a-z]+\s+[A-Z]")
_NO_NAMES = YEAR_PREPOSITIONS | NAME_NOUNS | set(MONTHS)
_ATTRIBUTE_OF = re.compile(r"\s+[^\W\d_]")
# "With handovers running from 2026 to 2032": what comes in parts is told of when it is agreed, and lies ahead then.
_SPREAD = re.compile(
    r"\b(?:deliver(?:y|ies)|hand-?overs?|instal?lments?|payments?)\b(?! (?:was|were|took))[^.;:]*$", re.IGNORECASE
)
_PREPOSITION_BEFORE = re.compile(r"\b(?:in|since|of|during|from|to|and|until)\s+$", re.IGNORECASE)
_LONGEST_NAME = 30
"""Characters before a year in which the word before it is looked for."""
_NEAR = 40
_CLOSE = 45
"""Days before a dateline within which a day written with its year belongs to the same run of news."""
_PUT_OUT_LATE = 7
"""Days after its dateline within which a text is still put out as the news of that day."""
_SLACK = 45
"""Days that a text may have been written after the latest time it tells of."""


def publications(document: Document, known: Period | None, forms: list[list[Found]]) -> tuple[Publication, ...]:
    """The date of each story; ``known`` is that of the page's own article, ``forms`` the date forms of each story."""
    found: list[Publication] = []
    for number, own in enumerate(forms):
        printed = _printed(document, number, own)
        found.append(
            _publication(document, number, known if number == 0 else None, printed, own, found[0] if found else None)
        )
    return tuple(found)


def _printed(document: Document, story: int, forms: list[Found]) -> Found | None:
    """The day or month printed in a story's dateline or date line, one with its year before one without."""
    if story >= len(document.stories):
        return None
    spans = [s for s in (document.stories[story].dateline, document.stories[story].date_line) if s is not None]
    if not spans:
        return None
    inside = [f for f in forms if any(s.start <= f.start < s.end for s in spans)]
    ranked = [
        f for f in inside if isinstance(f.form, Day) and f.form.month is not None and isinstance(f.form.year, int)
    ]
    ranked += [f for f in inside if isinstance(f.form, Day) and f.form.month is not None and f.form.year is None]
    ranked += [f for f in inside if isinstance(f.form, Month) and isinstance(f.form.year, int)]
    return ranked[0] if ranked else None


def _publication(
    document: Document,
    story: int,
    known: Period | None,
    printed: Found | None,
    forms: list[Found],
    page: Publication | None,
) -> Publication:
    form = printed.form if printed is not None else None
    if known is not None and known.edtf is not None:
        dateline = document.stories[story].dateline if story < len(document.stories) else None
        inside = printed is not None and dateline is not None and dateline.start <= printed.start < dateline.end
        return _known(known, form, is_dateline=inside)
    if isinstance(form, (Day, Month)) and isinstance(form.year, int):
        time = _written(form)
        if time is not None:
            return Publication(Period(edtf=time.edtf), Now(time.edtf, time.start, time.finish, time.unit))
    address = _address_day(document) if story == 0 else None
    if isinstance(form, Day) and printed is not None:
        return _with_year(document, story, form, printed, forms, address, page)
    if address is not None:
        basis = f"The date of the text, {address.edtf}, is inferred from its address."
        now = Now(address.edtf, address.start, address.finish, "day", basis)
        return Publication(Period(edtf=address.edtf, words=document.address), now)
    return Publication(None, _guess(document, story, forms, page))


def _known(known: Period, form: Form | None, *, is_dateline: bool) -> Publication:
    """A date given from outside; one that is only a year or month is completed by the dateline.

    What was put out some days after its dateline still says "today" of the day that stands there.
    """
    time = calendar.from_edtf(known.edtf or "")
    if time is None:
        return Publication(known, None)
    if time.unit != "day" and isinstance(form, Day) and form.month is not None:
        day = calendar.day(time.finish.year, form.month, form.day)
        if day is not None and time.start <= day.start <= time.finish:
            return Publication(Period(edtf=day.edtf), Now(day.edtf, day.start, day.finish))
    if time.unit == "day" and is_dateline and isinstance(form, Day) and form.month is not None:
        year = form.year if isinstance(form.year, int) else time.start.year
        day = calendar.day(year, form.month, form.day)
        if day is not None and 0 < (time.start - day.start).days <= _PUT_OUT_LATE:
            basis = f"Counted from the day of the dateline, {day.edtf}, and not from that of publication, {time.edtf}."
            return Publication(known, Now(day.edtf, day.start, day.finish, "day", basis))
    return Publication(known, Now(time.edtf, time.start, time.finish, time.unit))


def _written(form: Form | None) -> Time | None:
    """The time of a year, month or day that is written in full."""
    plain = form.form if isinstance(form, Marked) else form
    if isinstance(plain, Year):
        return calendar.year(plain.year)
    if isinstance(plain, Month) and isinstance(plain.year, int):
        return calendar.month(plain.year, plain.month)
    if isinstance(plain, Day) and plain.month is not None and isinstance(plain.year, int):
        return calendar.day(plain.year, plain.month, plain.day)
    return None


def _address_day(document: Document) -> Time | None:
    """A date in the address of the page ("/2024/04/26/")."""
    match = _IN_ADDRESS.search(document.address or "")
    return calendar.day(int(match[1]), int(match[2]), int(match[3])) if match else None


def _with_year(
    document: Document,
    story: int,
    form: Day,
    printed: Found,
    forms: list[Found],
    address: Time | None,
    page: Publication | None,
) -> Publication:
    """A dateline without its year."""
    words = document.text[printed.start : printed.end]
    evidence = _evidence(document, story, [f for f in forms if f is not printed])
    year, why = _year_of_dateline(form, evidence, address)
    if year is None and page is not None and page.now is not None:
        year, why = page.now.last.year, "the date of the page"
    day = calendar.day(year, form.month, form.day) if year is not None and form.month is not None else None
    if day is None:
        return Publication(Period(edtf=None, words=words), None)
    basis = f"The date of the text is taken to be {day.edtf}: its dateline has no year, and {why} gives {day.edtf[:4]}."
    return Publication(Period(edtf=day.edtf, words=words), Now(day.edtf, day.start, day.finish, "day", basis))


class _Evidence(NamedTuple):
    """What a text says about the year it was written in."""

    latest: Time | None
    """The latest past time that it writes in full."""
    day: date | None
    """The latest past day that it writes in full."""
    earlier: int | None
    """The latest year that it writes beside a past event, or month of one."""
    named: int | None
    """The latest year inside a name, or before a noun, or in the copyright line of the page."""
    copyright: int | None
    weekdays: tuple[tuple[int, int, int], ...]
    """(month, day, weekday) of dates with their weekday but without their year."""
    is_news: bool
    """Whether it counts days from its own ("on Monday", "last week")."""


def _evidence(document: Document, story: int, forms: list[Found]) -> _Evidence:
    text = document.text
    stories = document.stories
    lo, hi = (stories[story].start, stories[story].end) if story < len(stories) else (0, len(text))
    latest: Time | None = None
    day: date | None = None
    earlier = named = 0
    weekdays: list[tuple[int, int, int]] = []
    is_news = False
    for found in forms:
        form = found.form
        if isinstance(form, Weekday) or (isinstance(form, Unit) and form.unit in ("day", "week", "month")):
            is_news = True
        if isinstance(form, Day) and form.weekday is not None and form.month is not None and form.year is None:
            weekdays.append((form.month, form.day, form.weekday))
        time = _past(text, lo, hi, found)
        if time is None:
            continue
        finish = time.finish
        latest = time if latest is None or finish > latest.finish else latest
        if time.unit == "day":
            day = max(day or finish, finish)
        elif (
            time.unit == "year"
            and _ATTRIBUTE_OF.match(text, found.end)
            and not _stands_behind_preposition(text, found.start)
        ):
            named = max(named, finish.year)
        else:
            earlier = max(earlier, finish.year)
    for match in _YEAR.finditer(text, lo, hi):
        if _is_in_a_name(text, *match.span()) and look_before(text, lo, match.start()) is not Look.AHEAD:
            named = max(named, int(match[0]))
    marks = _copyright_years(text) if story == 0 else ()
    return _Evidence(latest, day, earlier or None, named or None, max(marks, default=None), tuple(weekdays), is_news)


def _copyright_years(text: str) -> Iterator[int]:
    for mark in _COPYRIGHT:
        at = text.find(mark)
        while at >= 0:
            year = _BEHIND_COPYRIGHT.match(text, at + len(mark))
            if year is not None:
                yield int(year[1])
            at = text.find(mark, at + len(mark))


def _is_in_a_name(text: str, start: int, end: int) -> bool:
    """Whether a year is part of a name: "ADEX 2023", "'2025 Drone Show Korea'"."""
    if not start:
        return False
    if text[start - 1] in _QUOTES:
        return _BEHIND_A_NAMED_YEAR.match(text, end) is not None
    if not text[start - 1].isspace():
        return False
    before = text[max(start - _LONGEST_NAME, 0) : start - 1]
    rest = before.rstrip(ascii_letters)
    word = before[len(rest) :]
    is_word = len(word) > 1 and word[0].isupper() and not (rest[-1:].isalnum() or rest[-1:] == "_")
    return is_word and word.lower() not in _NO_NAMES


def _stands_behind_preposition(text: str, at: int) -> bool:
    return _PREPOSITION_BEFORE.search(text[max(at - 8, 0) : at]) is not None


def _past(text: str, lo: int, hi: int, found: Found) -> Time | None:
    """The time that a form writes in full, its end where it has two; ``None`` where it looks ahead."""
    form: Form | None = found.form
    if isinstance(form, Interval):
        if found.opener in ("by", "before", "until", "till", "through", "no", "up") or form.start is None:
            return None
        if isinstance(form.start, Year) and _SPREAD.search(text, max(lo, found.start - _NEAR), found.start):
            return None
        form = form.end if form.end is not None else form.start if found.opener in ("since", "after") else None
    time = _written(form)
    if time is None:
        return None
    # a year may be a target without any word of planning, a month or day hardly ever
    is_year = time.unit == "year"
    direction = look(text, lo, found.start, found.end, hi) if is_year else look_before(text, lo, found.start)
    return time if direction is Look.BACK or (direction is Look.OPEN and not is_year) else None


def _year_of_dateline(form: Day, evidence: _Evidence, address: Time | None) -> tuple[int | None, str]:
    """The year of a dateline, and the evidence that gives it."""
    if address is not None and form.month is not None:
        at = calendar.day(address.start.year, form.month, form.day)
        if at is not None and abs((at.start - address.start).days) <= 7:
            return address.start.year, "the address of the page"
    least = _least_year(form, evidence)
    if evidence.copyright is not None and (least is None or least <= evidence.copyright):
        return evidence.copyright, "the copyright line"
    if least is None:
        return None, ""
    for month, day, weekday in evidence.weekdays:
        for year in range(least, least + 4):
            there = calendar.day(year, month, day)
            if there is not None and there.start.weekday() == weekday:
                return year, "a weekday beside a date"
    return least, "the latest year that the text tells of"


def _least_year(form: Day, evidence: _Evidence) -> int | None:
    """The earliest year for a dateline that fits the past dates of the text.

    News leaves the year out where it is the current one. So a past event that is told with its year lies in an earlier
    year, and so does a day, unless it comes right before the dateline (as in the caption of the day's photograph).
    """
    bounds: list[int] = []
    if evidence.day is not None and form.month is not None:
        years = (evidence.day.year, evidence.day.year + 1)
        there = [calendar.day(year, form.month, form.day) for year in years]
        close = [t.start.year for t in there if t is not None and 0 <= (t.start - evidence.day).days <= _CLOSE]
        bounds.append(close[0] if close else evidence.day.year + 1)
        if close:
            return max(close[0], evidence.named or 0)
    if evidence.earlier is not None:
        bounds.append(evidence.earlier + 1)
    if evidence.named is not None:
        bounds.append(evidence.named)
    return max(bounds, default=None)


def _guess(document: Document, story: int, forms: list[Found], page: Publication | None) -> Now | None:
    """The year that a text without any printed date was written in, for the years that it leaves out."""
    if page is not None and page.now is not None:
        year = page.now.last.year
        return _year_guess(year, f"The story has no date; the year of the page, {year}, is taken.")
    evidence = _evidence(document, story, forms)
    latest = evidence.latest
    if evidence.is_news and (evidence.earlier or evidence.day):
        # a text that speaks of "Monday" and "last week" leaves out its own year
        year = max((evidence.earlier or 0) + 1, evidence.named or 0, evidence.day.year if evidence.day else 0)
        return _year_guess(year, f"The text has no date; {year} is taken, the year after the latest that it tells of.")
    if latest is None:
        return None
    basis = f"The text has no date; {latest.edtf} is taken, the latest time that it tells of."
    return Now(latest.edtf, latest.start, latest.finish, "year", basis, _SLACK if latest.unit != "year" else 0)


def _year_guess(year: int, basis: str) -> Now:
    return Now(f"{year:04}", date(year, 1, 1), date(year, 12, 31), "year", basis)
