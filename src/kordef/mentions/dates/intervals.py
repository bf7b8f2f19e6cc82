"""How prepositions, dashes and lists join single times: "from 2013 to 2019", "by 2035", "27 and 28 July 2022"."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from kordef.mentions.dates.forms import (
    Base,
    Day,
    Decade,
    Division,
    Feast,
    Form,
    Interval,
    Marked,
    Month,
    Offset,
    Slice,
    Turn,
    Unit,
    Weekday,
    WeekOf,
    Year,
)
from kordef.mentions.dates.numbers import Hit, day_number, is_four_digits, year_tail
from kordef.mentions.dates.phrases import point
from kordef.mentions.dates.relative import coming, short_decade
from kordef.mentions.dates.tokens import APOSTROPHES, DASHES, Tokens
from kordef.mentions.dates.words import COMPARED, DATED_NOUNS, LEVELS, MONTHS, MOVED, MOVED_BY, UNITS

__all__ = ["OPENERS", "Reading", "expression"]

_SINCE = {
    "since": True, "ever since": True, "after": True, "on or after": True, "not before": True, "not until": True,
    "no earlier than": True, "no sooner than": True, "not sooner than": True, "not earlier than": True, "later than": True,
    "by": False, "until": False, "untill": False, "till": False, "through": False, "thru": False, "before": False,
    "prior to": False, "up to": False, "up until": False, "up till": False, "up to and including": False,
    "on or before": False, "no later than": False, "not later than": False, "earlier than": False,
}  # fmt: skip
"""Words that open an interval at a time (``True``) or close one there (``False``)."""

_LENGTHS = {
    first: sorted({len(words.split()) for words in _SINCE if words.split()[0] == first}, reverse=True)
    for first in {words.split()[0] for words in _SINCE}
}
"""How many words the openers have that begin with a word, the longest first."""
_FROM = frozenset({"from", "starting", "beginning", "effective", "commencing"})
_ENDING = frozenset({"ending", "finishing", "concluding", "closing"})
"""Behind "starting in 2029 and" these say that it does not go on from there without end."""
_PREFIXES = {"pre": False, "post": True}

OPENERS = frozenset(words.split()[0] for words in _SINCE) | _FROM | frozenset(_PREFIXES) | {"between"}
"""First words of what opens or closes an interval."""

_EXTENDED = frozenset([
    "extended", "prolonged", "renewed", "extend", "extends", "extending", "prolong", "prolongs", "runs", "run", "lasts",
])  # fmt: skip
"""Before "to 2029" these say that something goes on until then."""
_COVERING = frozenset({"data", "figures", "statistics", "totals", "information", "deliveries", "valid", "position"})
"""Before "to 30 April" these are known until then."""
_DENIALS = frozenset({"not", "never", "nothing", "none", "nobody", "cannot", "unlikely", "t"})
_NOBODY = frozenset({"nothing", "none", "nobody"})
_DENIED_REACH = 7
_RANKED = frozenset({"followed", "preceded", "led", "topped", "surpassed", "exceeded", "outdone", "beaten"})
"""Before "by" and a month or year these say what that month or year did."""
_TO = frozenset({"to", "until", "untill", "till", "through", "thru", "into", *DASHES})
_ONWARDS = frozenset({"onward", "onwards", "forward"})
_AND_ON = frozenset({"beyond", "onward", "onwards", "after", "later"})
_SEPARATORS = frozenset({"and", "or", ",", "&", "/"})
_AFTER_A_DOUBT = frozenset({")", "]", ",", ";", *DASHES})
_HALFWAY = frozenset({"midway", "halfway", "half", "way", "partway"})
_NOT_OPENED_BEHIND = frozenset(
    {"soon", "shortly", "long", "immediately", "well", "just", "minutes", "not", "no", *UNITS}
)
"""Before "before" and "after" these make an offset ("two days after Monday")."""

_MODALS = frozenset({"will", "would", "shall", "should", "must"})
_PUBLISHED = frozenset({"online", "published", "posted", "updated"})
_UNTIL = frozenset({"until", "untill", "till"})
_Joinable: TypeAlias = Year | Month | Day | Decade | Division | Weekday | Unit | Marked | Feast | Slice
_OfAYear: TypeAlias = Month | Day | Division


class Reading(NamedTuple):
    """A form, its first token, the token behind it, and the preposition that opens or closes it."""

    form: Form
    start: int
    end: int
    opener: str = ""


def expression(t: Tokens, i: int) -> list[Reading]:
    """The date or dates that begin at token ``i``; several where a list shares its year or month."""
    word = t.words[i]
    if word == "to" and (t.words[i - 1] in _COVERING or _ends_caption(t, i)):
        return [reading._replace(opener="to") for reading in _half_open(t, i, i + 1, "until")]
    if word == "to" and t.words[i - 1] in _EXTENDED:
        return _half_open(t, i, i + 1, "until")
    if word == "in" and (hit := coming(t, i)) is not None:
        return [Reading(hit[0], i, hit[1])]
    if word in OPENERS:
        opened = _opened(t, i, word)
        if opened:
            return opened
    if word == "the" and t.is_number(i + 1) and t.words[i - 1] != "between" and len(days := _days_of_a_month(t, i)) > 0:
        # "the 5th and 6th of June"
        return days
    hit = point(t, i)
    if hit is not None:
        return _joined(t, i, *hit)
    return _days_of_a_month(t, i) if word == "the" or word[:1].isdigit() else []


def _ends_caption(t: Tokens, i: int) -> bool:
    """Whether "to" begins the last words of a line that names what is counted: "Aid as a share of GDP, to 15 January 2024"."""
    if t.words[i - 1] not in (",", "("):
        return False
    hit = point(t, i + 1)
    if hit is None or not isinstance(plain := _plain(hit[0]), (Year, Month, Day)) or plain.year is None:
        return False
    end = hit[1] + (t.words[hit[1]] == ")")
    return end >= t.count and "from" not in t.words[max(0, i - 8) : i]


def _joined(t: Tokens, i: int, form: Form, j: int) -> list[Reading]:
    """A time and what is joined to it: a second one behind "to" or a dash, "onwards", a list."""
    if isinstance(form, Interval) and isinstance(form.end, Year):
        end, j = _doubted(t, i, form.end, j)
        return [Reading(form._replace(end=end), i, j)]
    if not isinstance(form, _Joinable):
        return [Reading(form, i, j)]
    second = _second(t, form, j)
    if second is not None and not (
        t.words[j] in _UNTIL and t.words[i - 1] in ("in", "on")
    ):  # "extended in May until 31 May 2027"
        return [Reading(Interval(_shared(form, second[0]), second[0]), i, second[1])]
    word, then = t.words[j], t.words[j + 1]
    ends_here = not t.is_word(j + 2) and not t.is_number(j + 2)
    if word in _ONWARDS:
        return [Reading(Interval(form, None), i, j + 1, "onwards")]
    if word in _TO and isinstance(form, (Year, Month, Day)) and (present := _present(t, j + 1)):
        return [Reading(Interval(form, None), i, j + 1 + present, "onwards")]
    if word in DASHES and t.tight(j) and isinstance(form, Year) and (t.is_all(i, j + 1) or then == ")"):
        return [Reading(Interval(form, None), i, j + 1, "onwards")]  # a cell that holds "2024-"
    if word == "and" and then in _AND_ON and ends_here:
        return [Reading(Interval(form, None), i, j + 2, "onwards")]
    if word == "or" and then in ("later", "earlier"):
        return [Reading(Interval(form, None) if then == "later" else Interval(None, form), i, j + 2, "or")]
    if isinstance(form, Decade) and word in ("and", "or") and (decade := short_decade(t, j + 1)) is not None:
        # "the 1960s and 70s"
        return [Reading(form, i, j), Reading(decade[0], j + 1, decade[1])]
    form, j = _doubted(t, i, form, j)
    return _listed(t, i, form, j) or [Reading(form, i, j)]


def _doubted(t: Tokens, i: int, form: Form, j: int) -> Hit:
    """A question mark that doubts a year or month: in brackets, before a comma, or at the end of a cell."""
    if t.words[j] != "?" or not t.tight(j) or not isinstance(form, (Year, Month, Decade)):
        return form, j
    is_doubt = t.words[j + 1] in _AFTER_A_DOUBT or t.is_all(i, j + 1)
    return (Marked(form, mark="?"), j + 1) if is_doubt else (form, j)


def _second(t: Tokens, form: Form, j: int) -> Hit | None:
    """The time behind "to", "until" or a dash that ends an interval."""
    word, k = t.words[j], j + 1
    if word == "/" and isinstance(form, Day) and t.tight(j) and t.tight(k) and len(t.words[k]) == 4:
        # "2024-01-01/2024-02-01" (ISO 8601)
        t.hyphened = k
        last = point(t, k)
        return last if last is not None and isinstance(last[0], Day) else None
    if word not in _TO or (isinstance(form, Unit) and form.unit not in ("day", "week") and word not in ("to", "until")):
        return None
    if word in DASHES:
        t.hyphened = k
    elif _present(t, k):
        return None
    elif t.words[k : k + 2] == ["at", "least"]:
        k += 2
    hit = point(t, k)
    if hit is None and is_four_digits(t, k) and isinstance(_plain(form), Year):
        hit = Year(int(t.words[k])), k + 1
    if hit is None or not isinstance(hit[0], _Joinable) or not _fits(form, hit[0], is_dash=word in DASHES):
        return None
    end, after = hit
    if t.words[after] == "?" and t.tight(after) and (t.words[after + 1] in _AFTER_A_DOUBT or after + 1 == t.count):
        return Marked(end, mark="?"), after + 1
    return hit


def _plain(form: Form) -> Form:
    return form.form if isinstance(form, Marked) else form


def _rank(form: Form) -> int:
    """How finely a form names its time, for what a dash may join."""
    if isinstance(form, (Year, Decade, Division)):
        return 0
    if isinstance(form, Month):
        return 1
    return 2 if isinstance(form, (Day, Feast)) else 3


def _fits(start: Form, end: Form, *, is_dash: bool) -> bool:
    """Whether two times can be the ends of one interval."""
    a, b = _plain(start), _plain(end)
    if isinstance(a, Year) and isinstance(b, Year):
        return a.year < b.year
    if isinstance(a, Decade) and isinstance(b, Decade):
        return a.first < b.first
    if isinstance(a, Weekday) and isinstance(b, Weekday):
        return a.weekday != b.weekday
    if isinstance(a, Weekday) or isinstance(b, Weekday):
        return isinstance(a, (Unit, Day)) or isinstance(b, (Unit, Day))
    if isinstance(a, _OfAYear) and isinstance(b, _OfAYear):
        return not (isinstance(a.year, int) and isinstance(b.year, int)) or a.year <= b.year
    return not is_dash or abs(_rank(a) - _rank(b)) <= 1


def _shared(start: Form, end: Form) -> Form:
    """The start of an interval, or a member of a list, with the year that is only written at the end."""
    if not isinstance(start, _OfAYear) or not isinstance(end, _OfAYear) or start.year is not None or end.year is None:
        return start
    if isinstance(start, Day) and start.month is None:
        return start
    if _order(start) <= _order(end):
        return start._replace(year=end.year)
    return start._replace(year=end.year - 1) if isinstance(end.year, int) else start


def _order(form: _OfAYear) -> tuple[int, int]:
    if isinstance(form, Division):
        return form.code, 0
    return form.month or 0, form.day if isinstance(form, Day) else 0


# Lists.


def _behind_separator(t: Tokens, k: int) -> int:
    """The place behind "and", a comma, or a comma with "and"; 0 where there is none."""
    if t.words[k] not in _SEPARATORS:
        return 0
    return k + 2 if t.words[k] == "," and t.words[k + 1] in ("and", "or") else k + 1


def _listed(t: Tokens, i: int, form: Form, j: int) -> list[Reading]:
    """A list whose last member has the year: "May and June 2024", "March 5 and April 7, 2024"; "March 5 and 6"."""
    if not isinstance(form, _OfAYear) or form.year is not None:
        return []
    members = [Reading(form, i, j)]
    last: Form = form
    for _ in range(5):
        k = _behind_separator(t, members[-1].end)
        hit = _next_day(t, i, form, k) or point(t, k) if k else None
        if hit is None or type(hit[0]) is not type(form) or not isinstance(hit[0], _OfAYear):
            break
        last = hit[0]
        members.append(Reading(last, k, hit[1]))
        if hit[0].year is not None:
            break
    if (
        len(members) == 2
        and isinstance(form, Day)
        and isinstance(last, Day)
        and t.words[members[0].end] in ("and", "&")
    ):
        span = _two_days(_shared(form, last), last)
        if span is not None:
            return [Reading(span, i, members[1].end)]
    return [m._replace(form=_shared(m.form, last)) for m in members] if len(members) > 1 else []


def _two_days(first: Form, last: Day) -> Interval | None:
    """Two days in a row joined by "and" as one time: "on March 5 and 6"."""
    follows = isinstance(first, Day) and first.month == last.month and first.day + 1 == last.day
    return Interval(first, last) if follows else None


def _next_day(t: Tokens, i: int, form: _OfAYear, k: int) -> Hit | None:
    """The "6" of "March 5 and 6": a later day of the same month, and no count."""
    if not isinstance(form, Day) or form.month is None or t.words[i] not in MONTHS:
        return None
    day = day_number(t, k)
    if day is None or day[0] <= form.day or t.words[day[1]] in MONTHS or t.words[day[1]] == "of":
        return None
    if t.counts(day[1], 2) or t.attributive(day[1]) or not t.free_right(day[1] - 1):
        return None
    return Day(day[0], form.month), day[1]


def _days_of_a_month(t: Tokens, i: int) -> list[Reading]:
    """ "27 and 28 July 2022", "3, 4 and 5 May": days that share the month behind the last of them."""
    days: list[tuple[int, int, int]] = []
    k = i
    while (k and len(days) < 6) or not days:
        day = day_number(t, k + 1 if t.words[k] == "the" else k)
        if day is None or (days and day[0] <= days[-1][1]) or (t.is_number(k) and not t.free_left(k)):
            return []
        days.append((k, *day))
        k = _behind_separator(t, day[1])
    hit = point(t, days[-1][0]) if len(days) > 1 else None
    if hit is None or not isinstance(hit[0], Day) or hit[0].month is None:
        return []
    last = hit[0]
    members = [Reading(Day(number, last.month, last.year), start, end) for start, number, end in days[:-1]]
    if len(members) == 1 and t.words[members[0].end] in ("and", "&"):
        span = _two_days(members[0].form, last)
        if span is not None:
            return [Reading(span, members[0].start, hit[1])]
    return [*members, Reading(last, days[-1][0], hit[1])]


# Openers.


def _opened(t: Tokens, i: int, word: str) -> list[Reading]:
    """An expression that begins with a preposition of time."""
    if word == "between":
        return _between(t, i)
    if word in _FROM:
        return _from(t, i, word)
    if word in _PREFIXES:
        return _prefixed(t, i, word)
    for length in _LENGTHS.get(word, ()):
        opener = word if length == 1 else " ".join(t.words[i : i + length])
        if opener in _SINCE:
            return _half_open(t, i, i + length, opener)
    return []


def _prefixed(t: Tokens, i: int, word: str) -> list[Reading]:
    """ "pre-2022", "post-2022"."""
    j = i + 2
    if t.words[i + 1] not in DASHES or not t.tight(i + 1) or not t.tight(j) or not is_four_digits(t, j):
        return []
    year = Year(int(t.words[j]))
    return [Reading(Interval(year, None) if _PREFIXES[word] else Interval(None, year), i, j + 1, word)]


def _half_open(t: Tokens, i: int, j: int, opener: str) -> list[Reading]:
    """An interval that is open on one side: "by 2035", "since June 2022", "until the end of the year"."""
    word = opener.split()[0]
    if opener in ("before", "after") and t.words[i - 1] in _NOT_OPENED_BEHIND:
        return []
    if t.words[j : j + 2] in (["at", "least"], ["at", "latest"]):
        j += 2
    if opener == "by" and t.words[i - 1] in _RANKED:
        # "July was the busiest month, followed by September": September did it
        opener = ""
    hit = point(t, j)
    if hit is None or t.possessive(hit[1]):
        return []
    form, end = hit
    if isinstance(form, Interval) or not opener:
        return [Reading(form, j, end)]
    if isinstance(form, Offset):
        if opener != "since" and (form.base is Base.THEN or opener in ("before", "after", "by", "through")):
            return []
    elif not isinstance(form, _Joinable) and not isinstance(form, WeekOf):
        return []
    if word in ("before", "after", "since") and isinstance(form, (Weekday, Unit)) and t.attributive(end):
        return []
    if word in _UNTIL and (t.words[i - 1] in MOVED or t.words[i - 2 : i] in MOVED_BY):
        # "postponed until May" names the new date and no end
        return [Reading(form, j, end, word)]
    if (isinstance(form, Year) and t.words[end] in LEVELS) or (word == "through" and t.words[i - 1] in _HALFWAY):
        return [Reading(form, j, end)]
    if word == "since" and t.words[i - 1] in _PUBLISHED and t.opens_sentence(i - 1) and isinstance(form, Day):
        return [Reading(form, j, end)]  # "Online since 11 May 2026" tells when it appeared
    second = _second(t, form, end) if opener in ("since", "after") else None
    if second is not None:
        return [Reading(Interval(_shared(form, second[0]), second[0]), j, second[1])]
    form, end = _doubted(t, i, form, end)
    if opener in ("until", "till") and t.words[end : end + 2] == ["or", "later"]:
        return [Reading(Interval(form, None), i, end + 2, "until")]
    if opener in ("until", "till") and _is_belated(t, i):
        return [Reading(form, j, end, word)]  # "was not handed over until 2024": then it was
    if opener in ("before", "until", "till") and _is_denied(t, i):
        return [Reading(Interval(form, None), i, end, "not before")]
    return [Reading(Interval(form, None) if _SINCE[opener] else Interval(None, form), i, end, word)]


def _is_denied(t: Tokens, i: int) -> bool:
    """Whether the clause says that something will not be until then: "the jets will not follow before 2026"."""
    denied = False
    for k in range(i - 1, max(i - _DENIED_REACH, 0) - 1, -1):
        word = t.words[k]
        if not (word.isalnum() or word in APOSTROPHES):
            break
        denied = denied or word in _DENIALS
        if word in ("will", "would", "won", "is", "are", "wouldn", "isn", "aren", "can", "may", "could"):
            return denied or not _NOBODY.isdisjoint(t.words[max(k - 4, 0) : k])
    return False


def _is_belated(t: Tokens, i: int) -> bool:
    """Whether the clause says that something was not done until then: "did not arrive until March"."""
    for k in range(i - 1, max(i - _DENIED_REACH, 0) - 1, -1):
        word = t.words[k]
        if not (word.isalnum() or word in APOSTROPHES):
            return False
        if word in ("was", "were", "did", "had", "didn", "wasn", "weren", "hadn"):
            return any(t.words[j] in _DENIALS and t.words[j + 1] != "to" for j in range(k + 1, min(k + 4, i)))
    return False


def _between(t: Tokens, i: int) -> list[Reading]:
    """ "between 2013 and 2022", "between March and May 2024", "between 2022-2024", "between March 5 and 10"."""
    hit = point(t, i + 1) if t.words[i + 1] != "now" else (Unit("day", 0), i + 2)
    if hit is None:
        return []
    form, j = hit
    if isinstance(form, Interval):
        # "between 2010-14 and 2015-19" compares two periods
        return [Reading(form, i + 1 if t.words[j] == "and" else i, j, "between")]
    if not isinstance(form, _Joinable) or t.words[j] not in ("and", "&", *_TO):
        return []
    second = point(t, j + 1) or _same_month(t, i + 1, form, j + 1)
    if second is None and t.words[j + 1] == "now":
        second = Unit("day", 0), j + 2
    if second is None or not isinstance(second[0], _Joinable) or not _fits(form, second[0], is_dash=False):
        return []
    return [Reading(Interval(_shared(form, second[0]), second[0]), i, second[1], "between")]


def _same_month(t: Tokens, i: int, form: Form, k: int) -> Hit | None:
    """The second day of "March 5 and 10"."""
    if not isinstance(form, Day) or t.words[i] not in MONTHS:
        return None
    day = day_number(t, k + 1 if t.words[k] == "the" else k)
    if day is None or day[0] <= form.day or t.counts(day[1]):
        return None
    tail = year_tail(t, day[1]) if form.year is None else None
    return Day(day[0], form.month, tail[0] if tail is not None else form.year), tail[1] if tail is not None else day[1]


def _from(t: Tokens, i: int, word: str) -> list[Reading]:
    """ "from 2013 to 2019", "from 2025", "starting in March", "from May onwards", "the order from Nov. 2021"."""
    j = i + 1
    if word != "from":
        if t.words[j] in ("in", "on", "from", "with"):
            j += 1
        elif t.words[j] == "as" and t.words[j + 1] in ("of", "from"):
            j += 2
    hit = point(t, j)
    if hit is None:
        return []
    form, k = hit
    if isinstance(form, Interval):
        # "from July 13-15" begins with the preposition, "data from 2019-23" does not
        return [Reading(form, j if isinstance(form.start, Year) else i, k, word)] if word == "from" else []
    if not isinstance(form, _Joinable) or t.possessive(k):
        return []
    if (
        word != "from"
        and j == i + 1
        and isinstance(form, Month)
        and isinstance(form.year, Turn)
        and form.year.step == 0
    ):
        # "training starting this June" says when it starts, and of no end
        return [Reading(form, j, k)]
    second = _second(t, form, k) or (_same_month(t, j, form, k + 1) if t.words[k] in _TO else None)
    if second is not None:
        if any(w in MOVED for w in t.words[max(i - 7, 0) : i]):
            return [Reading(form, j, k), Reading(second[0], k + 1, second[1])]
        return [Reading(Interval(_shared(form, second[0]), second[0]), i, second[1], "from")]
    present = _present(t, k + 1) if t.words[k] in _TO else 0
    if present:
        return [Reading(Interval(form, None), i, k + 1 + present, "from")]
    if t.words[k] in _ONWARDS or (t.words[k] == "on" and not t.is_word(k + 1) and not t.is_number(k + 1)):
        return [Reading(Interval(form, None), i, k + 1, "onwards")]
    if (word == "from" and _only_dates(t, i, form, k)) or (t.words[k] == "and" and t.words[k + 1] in _ENDING):
        return [Reading(form, j, k)]
    return [Reading(Interval(form, None), i, k, word)]


def _present(t: Tokens, k: int) -> int:
    """How many tokens "the present", "now" or "date" take."""
    if t.words[k] in ("now", "date", "present"):
        return 1
    return 2 if t.words[k] in ("the", "this") and t.words[k + 1] in ("present", "day") else 0


def _only_dates(t: Tokens, i: int, form: Form, k: int) -> bool:
    """Whether "from" gives something its date or is compared with: "dates from 2022", "the 2018 deal", "up 5% from 2021"."""
    if isinstance(form, Weekday) and t.is_word(k) and (t.opens_sentence(i) or t.words[k] in ("on", "onwards")):
        # "From Sunday it will be hot."
        return False
    if isinstance(form, (Weekday, Slice, Feast)) or t.words[k] in LEVELS:
        return True
    if isinstance(form, Unit) and (form.base is not Base.NOW or form.step <= 0):
        return True
    before = t.words[i - 2] if t.words[i - 1] == "," else t.words[i - 1]
    is_share = before in ("%", "percent", "pct", "cent")
    if is_share and not _MODALS.isdisjoint(t.words[max(i - 12, 0) : i]):
        return False  # "should rise to 5% from 2026"
    return before in DATED_NOUNS or is_share or any(w in COMPARED for w in t.words[max(i - 3, 0) : i])
