"""From text to date forms: where to look, and how prepositions, dashes and lists join single times.

One compiled expression finds the words and numbers that a date cannot do without; around each of them a short stretch is
cut into tokens and read from its leftmost possible beginning. Each stretch is bounded, so the whole is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from kordef.mentions.date_absolute import day_number
from kordef.mentions.date_forms import (
    Base,
    Day,
    Decade,
    Division,
    Feast,
    Form,
    Found,
    Interval,
    Marked,
    Month,
    Offset,
    SameMonths,
    Slice,
    Stretch,
    Unit,
    Vague,
    Weekday,
    WeekOf,
    Year,
)
from kordef.mentions.date_phrases import LEADS, point
from kordef.mentions.date_tokens import DASHES, Tokens
from kordef.mentions.date_words import (
    DAY_PARTS,
    DECADE_WORDS,
    MONTHS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)

__all__ = ["scan"]

_BEFORE = 64
_BEHIND = 112
_LEFTMOST = 9


def _tree(words: Iterable[str]) -> str:
    """An expression for any of the words, in either case, that branches on one letter at a time (much faster than a flat one)."""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[0], []).append(word[1:])
    parts: list[str] = []
    for letter, rests in branches.items():
        head = f"[{letter}{letter.upper()}]" if letter.isalpha() else re.escape(letter)
        longer = sorted({rest for rest in rests if rest})
        if longer:
            inner = _tree(longer)
            head += f"(?:{inner})" + ("?" if "" in rests else "")
        parts.append(head)
    return "|".join(parts)


_TRIGGER_WORDS = sorted(
    {*MONTHS, *WEEKDAYS, *SEASONS, *DECADE_WORDS, *UNITS, *DAY_PARTS}
    - {"noon", "midday", "midnight", "lunchtime", "hour", "hours", "tens"}
    | {"today", "tomorrow", "yesterday", "tonight", "christmas", "xmas", "halloween", "armistice", "ago", "boxing", "midyear"}
    | {"tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "mon", "fiscal", "fy", "fys", "half", "period"}
)

_FIRST_LETTERS = "".join(sorted({letter for word in _TRIGGER_WORDS for letter in (word[0], word[0].upper())} | set("CcHhQq")))

_TRIGGER = re.compile(
    rf"\b(?=[0-9{_FIRST_LETTERS}])(?:(?:{_tree(_TRIGGER_WORDS)})(?![A-Za-z])|[Qq][1-4]|[Hh][12]|[Cc][Aa]?[0-9]{{4}}(?![0-9])"
    r"|[0-9]{4}(?:(?![0-9])|(?=[0-9]{4}(?![0-9])))|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}|[0-9]{1,2}/[0-9]{4}"
    r"|[0-9]{2}[’']?s(?![a-z])|[0-9]{1,2}(?:st|nd|rd|th)(?![a-z])|[1-4][Qq](?![A-Za-z])|[12][Hh](?![A-Za-z])"
    rf"|(?<=['’‘])[0-9]{{2}}(?![0-9])|[0-9]{{1,2}}(?=(?:{_tree(sorted(MONTHS))})(?![A-Za-z])))"
)
"""The words and numbers that a date cannot do without. The look ahead to the first character makes it three times as fast."""

_MODAL = re.compile(r"(?:[0-9](?:st|nd|rd|th)?(?: of)?|\b(?:in|since|until|till|last|next|early|mid|late|during|through|between|from|and|to|by|of|of the|for|before|after|this)|[-–—/])\s*$", re.IGNORECASE)
"""What may stand before a lower-case "may" or "march" that is a month."""

_DAY_BEHIND = re.compile(r"[ ,.–’'-]*(?:the )?(?:[0-9]|(?:twent|thirt)[a-z]+[ -]?[a-z]*|(?:fir|seco|thi|four|fif|six|seven|eig|nin|ten|elev|twelf)[a-z]*(?:st|nd|rd|th)\b)", re.IGNORECASE)

_OPENERS = frozenset(
    {"since", "from", "by", "until", "untill", "till", "through", "thru", "before", "after", "between", "starting", "beginning", "effective",
     "commencing", "up", "no", "not", "prior", "on", "pre", "post", "ever", "earlier", "later"}
)  # fmt: skip

_GLUE = (
    frozenset(LEADS)
    | _OPENERS
    | frozenset({"of", "in", "to", "than", "later", "and", ".", ",", "-", "–", "than", "on", "or", "over", "half", "part", "few", "couple", "past", "full", "months", "period"})
    | frozenset(UNITS)
)

_TO = frozenset({"to", "until", "untill", "till", "through", "thru", *DASHES})
_ONWARD = frozenset({"onward", "onwards", "forward"})
_LEVELS = frozenset({"level", "levels", "figure", "figures", "prices", "total", "totals", "baseline", "peak", "high", "low", "data", "report", "reports",
                     "edition", "version", "model", "film", "study", "survey", "standards", "values"})  # fmt: skip
_MOVED = frozenset({"postponed", "moved", "rescheduled", "delayed", "shifted", "brought", "pushed", "changed", "deferred"})
_COMPARED = frozenset({"up", "down", "increase", "decrease", "rise", "drop", "fell", "rose", "grew", "different", "differs", "unchanged",
                       "change", "changed", "climbed", "jumped", "dropped", "slipped", "growth", "decline", "dates", "dated", "date", "dating", "dating",
                       "back", "figures", "data", "footage", "photo", "photograph", "image", "report", "letter", "memo", "document", "study", "version",
                       "edition", "quote", "statement", "interview", "archive", "remains", "carried", "inherited", "veterans", "learned", "lessons"})  # fmt: skip

_DATED = frozenset({"deal", "contract", "contracts", "order", "orders", "agreement", "framework", "treaty", "accord", "pact", "package", "tender", "law", "decree", "notice",
                    "ones", "one", "plan", "offer", "batch", "design", "model", "resolution", "directive", "regulation", "decision", "draft"})  # fmt: skip
"""Nouns whose date may stand behind "from" without beginning anything ("the order from Nov. 2021")."""


def scan(text: str, lo: int, hi: int) -> Iterator[Found]:
    """The dates in ``text[lo:hi]``, in order and without overlap."""
    done = lo
    for match in _TRIGGER.finditer(text, lo, hi):
        at = match.start()
        if at < done:
            continue
        if match.end() - at in (3, 5) and text[at] in "Mm" and not _may_be_month(text, match, lo):
            continue
        begin = max(done, at - _BEFORE)
        t = Tokens(text, begin, min(hi, at + _BEHIND), lo, cut=begin > done)
        last = _index(t, at)
        if last < 0:
            continue
        i = _leftmost(t, last)
        while i <= last:
            results = _expression(t, i)
            if results:
                i = results[-1][1]
                for form, _, start, end, opener in results:
                    yield Found(form, start, end, opener)
                    done = end
            else:
                i += 1
        done = max(done, at)


def _may_be_month(text: str, match: re.Match[str], lo: int) -> bool:
    """A quick look that spares the modal "may" and the verb "march" all further work."""
    word = match.group()
    if word not in ("may", "mar", "march"):
        return True
    end = match.end()
    return _DAY_BEHIND.match(text, end) is not None or _MODAL.search(text, max(lo, match.start() - 12), match.start()) is not None or match.start() == lo


def _index(t: Tokens, at: int) -> int:
    """The token that begins at a place of the text, or that holds it."""
    i = bisect_right(t.ends, at, 0, t.count)
    return i if i < t.count else -1


def _leftmost(t: Tokens, i: int) -> int:
    """How far to the left of a trigger a date can begin."""
    least = max(0, i - _LEFTMOST)
    if t.cut:
        least = max(least, min(2, i))
    while i > least and (t.words[i - 1] in _GLUE or t.words[i - 1].isdigit() or t.words[i - 1] in ("st", "nd", "rd", "th", "'", "’", "s", "/")):
        i -= 1
    return i


_Result = tuple[Form, int, int, int, str]
"""A form, the token behind it, its first and last character, and its opener."""


def _expression(t: Tokens, i: int) -> list[_Result]:
    """The date or dates that begin at token ``i``."""
    word = t.words[i]
    if word in _OPENERS:
        opened = _opened(t, i, word)
        if opened:
            return opened
    hit = point(t, i)
    if hit is None:
        return _day_pair(t, i) if word[:1].isdigit() or word == "the" else []
    return _joined(t, i, hit[0], hit[1])


def _result(t: Tokens, i: int, form: Form, j: int, opener: str = "") -> _Result:
    end = t.ends[j - 1]
    return form, j, t.starts[i], end, opener


def _joined(t: Tokens, i: int, form: Form, j: int) -> list[_Result]:
    """A time and what is joined to it: a second one behind "to" or a dash, "onwards", a list that shares its year."""
    if isinstance(form, Offset | Stretch | Vague | SameMonths):
        return [_result(t, i, form, j)]
    second = _second(t, form, j)
    if second is not None:
        return [_result(t, i, Interval(_shared(form, second[0]), second[0]), second[1])]
    if t.words[j] in _ONWARD:
        return [_result(t, i, Interval(form, None), j + 1, "onwards")]
    if t.words[j] == "and" and t.words[j + 1] in ("beyond", "onwards", "onward", "after", "later") and not t.is_word(j + 2) and not t.is_number(j + 2):
        return [_result(t, i, Interval(form, None), j + 2, "onwards")]
    if t.words[j] == "or" and t.words[j + 1] in ("later", "earlier") and not isinstance(form, Interval):
        return [_result(t, i, Interval(form, None) if t.words[j + 1] == "later" else Interval(None, form), j + 2, "or")]
    form, j = _doubted(t, i, form, j)
    listed = _listed(t, i, form, j)
    return listed or [_result(t, i, form, j)]


def _doubted(t: Tokens, i: int, form: Form, j: int) -> tuple[Form, int]:
    """A question mark that doubts a year: in brackets, before a comma, or at the end of a cell."""
    if t.words[j] == "?" and t.tight(j) and isinstance(form, Year | Month | Decade) and (t.words[j + 1] in (")", ",", ";", "]", *DASHES) or (i == 0 and j + 1 == t.count)):
        return Marked(form, mark="?"), j + 1
    return form, j


_JOINABLE = (Year, Month, Day, Decade, Division, Weekday, Unit, Marked, Feast, Slice)


def _second(t: Tokens, form: Form, j: int) -> tuple[Form, int] | None:
    """The time behind "to", "until" or a dash that ends an interval."""
    word = t.words[j]
    if word not in _TO or isinstance(form, Interval | WeekOf) or not isinstance(form, _JOINABLE):
        return None
    k = j + 1
    dash = word in DASHES
    if word == "to" and t.words[k] in ("the", "this") and t.words[k + 1] in ("present", "day") or word == "to" and t.words[k] in ("date", "present"):
        return None
    if isinstance(form, Unit) and form.unit not in ("day", "week") and not (isinstance(form, Unit) and word in ("to", "until")):
        return None
    if dash:
        t.hyphened = k
    hit = point(t, k)
    if hit is None and word == "to" and t.words[k] in ("the", "mid"):
        hit = point(t, k + 1)
    if hit is None and t.is_number(k) and len(t.words[k]) == 4 and isinstance(_plain(form), Year) and 1900 <= int(t.words[k]) <= 2150 and t.free_right(k):
        hit = Year(int(t.words[k])), k + 1
    if hit is None:
        return None
    end, after = hit
    if isinstance(end, Interval):
        return None
    if not isinstance(end, _JOINABLE) or not _fits(form, end, dash=dash):
        return None
    if t.words[after] == "?" and t.tight(after) and isinstance(end, Year) and (t.words[after + 1] in (")", ",", ";") or after + 1 == t.count):
        return Marked(end, mark="?"), after + 1
    return end, after


def _plain(form: Form | None) -> Form | None:
    return form.form if isinstance(form, Marked) else form


_RANKS: dict[type, int] = {Year: 0, Decade: 0, Division: 0, Month: 1, Day: 2, Feast: 2, Weekday: 3, Unit: 4, Slice: 4}


def _fits(start: Form, end: Form, *, dash: bool) -> bool:
    """Whether two times can be the ends of one interval."""
    a, b = _plain(start), _plain(end)
    if a is None or b is None:
        return False
    if isinstance(a, Year) and isinstance(b, Year):
        return a.year < b.year
    if isinstance(a, Decade) and isinstance(b, Decade):
        return a.first < b.first
    if isinstance(a, Weekday) != isinstance(b, Weekday) and (isinstance(a, Weekday) or isinstance(b, Weekday)):
        return isinstance(a, Unit | Day) or isinstance(b, Unit | Day)
    if isinstance(a, Weekday) and isinstance(b, Weekday):
        return a.weekday != b.weekday
    if isinstance(a, Month | Day | Division) and isinstance(b, Month | Day | Division):
        first, last = a.year, b.year
        if isinstance(first, int) and isinstance(last, int):
            return first <= last
        return True
    if dash:
        return abs(_RANKS.get(type(a), 9) - _RANKS.get(type(b), 9)) <= 1
    return True


def _shared(start: Form, end: Form) -> Form:
    """The start of an interval with the year or month that is only written at its end ("August 5 to 12 September 2024")."""
    if isinstance(start, Month | Day | Division) and start.year is None and isinstance(end, Month | Day | Division) and end.year is not None:
        if isinstance(start, Day) and start.month is None:
            return start
        if _order(start) <= _order(end):
            if isinstance(start, Day):
                return start._replace(year=end.year)
            return start._replace(year=end.year)
        if isinstance(end.year, int):
            return start._replace(year=end.year - 1)
    return start


def _order(form: Month | Day | Division) -> tuple[int, int]:
    if isinstance(form, Division):
        return form.code, 0
    return (form.month or 0), form.day if isinstance(form, Day) else 0


def _listed(t: Tokens, i: int, form: Form, j: int) -> list[_Result]:
    """A list whose last member has the year: "May and June 2024", "27 and 28 July 2022", "March 5 and 6"."""
    if isinstance(form, Month | Day | Division) and form.year is None and t.words[j] in ("and", "or", ",", "&", "/"):
        found: list[tuple[int, Form, int]] = [(i, form, j)]
        k = j
        for _ in range(5):
            separator = t.words[k]
            if separator not in ("and", "or", ",", "&", "/"):
                break
            k = k + 2 if separator == "," and t.words[k + 1] in ("and", "or") else k + 1
            if isinstance(form, Day) and t.words[k] not in MONTHS and not _day_then_month(t, k):
                day = day_number(t, k)
                if day is None or t.counts(day[1], 2) or t.attributive(day[1]) and t.words[day[1]] not in MONTHS or not _day_list(t, i, form, day[0]) or not t.free_right(day[1] - 1):
                    break
                hit: tuple[Form, int] | None = (Day(day[0], form.month), day[1])
            else:
                hit = point(t, k)
            if hit is None or type(hit[0]) is not type(form) or isinstance(hit[0], Interval):
                break
            found.append((k, hit[0], hit[1]))
            k = hit[1]
            if isinstance(hit[0], Month | Day | Division) and hit[0].year is not None:
                break
        last = found[-1][1]
        if len(found) > 1 and isinstance(last, Month | Day | Division):
            return [_result(t, a, _with_year(f, last), b) for a, f, b in found]
    return []


def _with_year(form: Form, last: Form) -> Form:
    if isinstance(form, Month | Day | Division) and isinstance(last, Month | Day | Division) and form.year is None:
        return _shared(form, last)
    return form


def _day_then_month(t: Tokens, k: int) -> bool:
    day = day_number(t, k)
    return day is not None and (t.words[day[1]] in MONTHS or t.words[day[1]] == "of")


def _day_list(t: Tokens, i: int, form: Day, day: int) -> bool:
    """Whether "March 5 and 6" goes on with days: month first, and in rising order."""
    return t.words[i] in MONTHS and form.month is not None and day > form.day


def _day_pair(t: Tokens, i: int) -> list[_Result]:
    """ "27 and 28 July 2022", "3, 4 and 5 May": days that share the month behind the last of them."""
    days: list[tuple[int, int, int]] = []
    k = i
    for _ in range(6):
        day = day_number(t, k + 1 if t.words[k] == "the" else k)
        if day is None or (days and day[0] <= days[-1][1]) or (t.is_number(k) and not t.free_left(k)):
            return []
        days.append((k, day[0], day[1]))
        k = day[1]
        separator = t.words[k]
        if separator not in ("and", "or", ",", "&"):
            break
        k = k + 2 if separator == "," and t.words[k + 1] in ("and", "or") else k + 1
    if len(days) < 2:
        return []
    hit = point(t, days[-1][0])
    if hit is None or not isinstance(hit[0], Day) or hit[0].month is None:
        return []
    last = hit[0]
    results = [_result(t, a, Day(d, last.month, last.year), b) for a, d, b in days[:-1]]
    return [*results, _result(t, days[-1][0], last, hit[1])]


def _opened(t: Tokens, i: int, word: str) -> list[_Result]:
    """An expression that begins with a preposition of time."""
    if word == "between":
        return _between(t, i)
    if word in ("from", "starting", "beginning", "effective", "commencing"):
        return _from(t, i, word)
    if word in ("pre", "post"):
        if t.words[i + 1] in DASHES and t.tight(i + 1) and t.is_number(i + 2) and len(t.words[i + 2]) == 4 and 1800 <= int(t.words[i + 2]) <= 2100 and t.free_right(i + 2):
            year = Year(int(t.words[i + 2]))
            return [_result(t, i, Interval(None, year) if word == "pre" else Interval(year, None), i + 3, word)]
        return []
    j, forward = i + 1, word in ("since", "after", "ever")
    if word == "ever":
        if t.words[j] != "since":
            return []
        j += 1
    elif word == "up":
        if t.words[j] not in ("to", "until", "till"):
            return []
        j += 1
        j = j + 1 if t.words[j] == "and" and t.words[j + 1] == "including" else j
    elif word in ("no", "not"):
        if t.words[j] not in ("later", "earlier", "before", "until") or t.words[j] in ("later", "earlier") and t.words[j + 1] != "than":
            return []
        forward = t.words[j] in ("earlier", "before", "until")
        j += 2 if t.words[j + 1] == "than" else 1
    elif word in ("earlier", "later"):
        if t.words[j] != "than":
            return []
        forward = word == "later"
        j += 1
    elif word == "prior":
        if t.words[j] != "to":
            return []
        j += 1
    elif word == "on":
        if t.words[j] != "or" or t.words[j + 1] not in ("before", "after"):
            return []
        forward = t.words[j + 1] == "after"
        j += 2
    if word in ("before", "after") and _is_clock(t, i):
        return []
    return _half_open(t, i, j, word, forward=forward)


def _is_clock(t: Tokens, i: int) -> bool:
    """Whether "before" or "after" stands behind a unit ("two days after Monday") or before a day's events."""
    return t.words[i - 1] in UNITS or t.words[i - 1] in ("year", "soon", "shortly", "long", "immediately", "well", "just", "hours", "minutes")


def _half_open(t: Tokens, i: int, j: int, word: str, *, forward: bool) -> list[_Result]:
    hit = _target(t, j)
    if hit is None:
        return []
    form, end = hit
    if isinstance(form, Interval):
        if word in ("by", "before", "until", "through", "thru", "since", "after") and form.start is not None and form.end is not None:
            return [_result(t, j, form, end)]
        return []
    if t.possessive(end) and not (isinstance(form, Unit | Marked) and t.words[end + 2] == "end"):
        return []
    if word in ("before", "after", "by", "through") and isinstance(form, Offset | Vague | SameMonths | Stretch):
        return []
    if isinstance(form, Vague | SameMonths) or (isinstance(form, Offset) and form.base is Base.THEN and word != "since"):
        return []
    if word in ("before", "after", "since") and isinstance(form, Weekday | Unit) and t.attributive(end):
        return []
    if word in ("by", "after", "before", "since", "until", "from") and isinstance(form, Year) and t.words[end] in _LEVELS:
        return [_result(t, j, form, end)]
    if word == "through" and t.words[i - 1] in ("midway", "halfway", "half", "way", "partway", "mid"):
        return [_result(t, j, form, end)]
    second = _second(t, form, end) if word in ("since", "after") else None
    if second is not None:
        return [_result(t, j, Interval(_shared(form, second[0]), second[0]), second[1])]
    form, end = _doubted(t, i, form, end)
    return [_result(t, i, Interval(form, None) if forward else Interval(None, form), end, word)]


def _target(t: Tokens, j: int) -> tuple[Form, int] | None:
    """The time behind an opener; "the end of the year" and "year-end" among them."""
    if t.words[j] in ("about", "around", "roughly", "approximately", "circa", "at", "as", "in", "on"):
        if t.words[j] in ("at",) and t.words[j + 1] in ("least", "latest"):
            return point(t, j + 2)
        if t.words[j] in ("in", "on"):
            return None
    if t.words[j] == "the" and t.words[j + 1] == "latest":
        return None
    return point(t, j)


def _between(t: Tokens, i: int) -> list[_Result]:
    """ "between 2013 and 2022", "between March and May 2024", "between 2022-2024"."""
    hit = point(t, i + 1)
    if hit is None and t.is_number(i + 1):
        hit = _between_days(t, i + 1)
    if hit is None:
        return []
    form, j = hit
    if isinstance(form, Interval):
        return [_result(t, i, form, j, "between")]
    if t.words[j] not in ("and", "to", "through", "until", "till", "&", *DASHES):
        return []
    second = point(t, j + 1)
    if second is None and isinstance(form, Day) and t.words[i + 1] in MONTHS:
        day = day_number(t, j + 2 if t.words[j + 1] == "the" else j + 1)
        if day is not None and day[0] > form.day:
            second = form._replace(day=day[0]), day[1]
    if second is None and t.words[j + 1] in ("now", "today"):
        second = Unit("day", 0), j + 2
    if second is None or isinstance(second[0], Interval) or not isinstance(form, _JOINABLE) or not isinstance(second[0], _JOINABLE):
        return []
    if not _fits(form, second[0], dash=False):
        return []
    return [_result(t, i, Interval(_shared(form, second[0]), second[0]), second[1], "between")]


def _between_days(t: Tokens, i: int) -> tuple[Form, int] | None:
    """ "4 and 22 January 2017" behind "between"."""
    first = day_number(t, i)
    if first is None or t.words[first[1]] != "and":
        return None
    hit = point(t, first[1] + 1)
    if hit is None or not isinstance(hit[0], Day) or hit[0].month is None or hit[0].day <= first[0]:
        return None
    return Interval(Day(first[0], hit[0].month, hit[0].year), hit[0]), hit[1]


def _from(t: Tokens, i: int, word: str) -> list[_Result]:
    """ "from 2013 to 2019", "from 2025", "starting in March", "from May onwards"."""
    j = i + 1
    if word != "from":
        if t.words[j] in ("in", "on", "from", "with"):
            j += 1
        elif t.words[j] == "as" and t.words[j + 1] in ("of", "from"):
            j += 2
        elif word == "beginning" and t.words[j] == "of":
            return []
    hit = point(t, j)
    if hit is None:
        return []
    form, k = hit
    if isinstance(form, Interval):
        return [_result(t, i if word == "from" and form.start is not None and t.words[j] not in LEADS else j, form, k, word)] if word == "from" else []
    if not isinstance(form, _JOINABLE) or t.possessive(k):
        return []
    if t.words[k] in _TO and t.words[k] not in DASHES or t.words[k] in DASHES:
        second = _second(t, form, k)
        if second is None and isinstance(form, Day) and t.words[j] in MONTHS and t.words[k] in _TO:
            day = day_number(t, k + 1)
            second = (form._replace(day=day[0]), day[1]) if day is not None and day[0] > form.day and not t.counts(day[1]) else None
        if second is not None:
            if any(w in _MOVED for w in t.words[max(i - 4, 0) : i]):
                return [_result(t, j, form, k), _result(t, k + 1, second[0], second[1])]
            return [_result(t, i, Interval(_shared(form, second[0]), second[0]), second[1], "from")]
        if _to_the_present(t, k + 1):
            return [_result(t, i, Interval(form, None), k + 1 + _to_the_present(t, k + 1), "from")]
    if t.words[k] in _ONWARD or (t.words[k] == "on" and word == "from" and not t.is_word(k + 1) and not t.is_number(k + 1)):
        return [_result(t, i, Interval(form, None), k + 1, "onwards")]
    if word == "from" and (isinstance(form, Weekday | Slice | Feast) or t.words[i - 2 if t.words[i - 1] == "," else i - 1] in _DATED or t.words[k] in _LEVELS or t.words[i - 1] in ("%", "percent", "pct") or any(w in _COMPARED for w in t.words[max(i - 3, 0) : i])):
        return [_result(t, j, form, k)]
    if isinstance(form, Unit) and (form.base is not Base.NOW or form.step <= 0) and word == "from":
        return [_result(t, j, form, k)]
    return [_result(t, i, Interval(form, None), k, word)]


def _to_the_present(t: Tokens, k: int) -> int:
    """How many tokens "the present", "now", "today" or "date" take."""
    if t.words[k] in ("now", "date", "present"):
        return 1
    return 2 if t.words[k] in ("the", "this") and t.words[k + 1] in ("present", "day") else 0

