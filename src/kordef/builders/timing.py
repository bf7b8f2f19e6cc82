"""When something in a sentence happened: which of its dates belongs to a trigger, and until when it lasts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from kordef.builders.forces import words
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line, Token
from kordef.errors import InvalidValue
from kordef.mentions.model import DateMention, ValueMention
from kordef.periods import Period

__all__ = ["dated", "dated_behind", "period_of"]

_SPEECH = frozenset(["said", "says", "say", "told", "added", "announced", "reported", "confirmed", "stated", "noted"])


def period_of(edtf: str) -> Period | None:
    """A period, ``None`` for what is no EDTF string."""
    try:
        return Period(edtf=edtf)
    except InvalidValue:
        return None


def dated(line: Line, match: Match, whole: tuple[int, int]) -> tuple[Period | None, list[DateMention]]:
    """The period of a deployment with its dates: the one nearest the trigger in its clause, to the date it ends if told."""
    tokens = line.tokens
    found = [
        (at, t.mention)
        for at, t in enumerate(tokens)
        if isinstance(t.mention, DateMention)
        and t.mention.period.edtf
        and "XX" not in t.mention.period.edtf  # "named for a 16th-century admiral"
        and not t.mention.dateline
        and not _of_speech(tokens, at)
    ]
    if not found:
        return None, []
    low = (
        match.start
        if tokens[match.start].text.endswith("ing") and tokens[match.start - 1].text in ("before", "after")
        else whole[0]
    )
    high = next(
        (k for k in range(match.end + 1, whole[1]) if tokens[k].text == "where" and tokens[k - 1].text == ","), whole[1]
    )
    inside = [(at, d) for at, d in found if low <= at < high]
    # a reply begins behind its speaker: "The minister: As at 1 June the state had 380 men there"
    first = next((k + 1 for k in range(match.start - 1, 0, -1) if tokens[k].text == ":"), 0)
    leading = [(at, d) for at, d in found if first <= at <= first + 3 and (at == 0 or tokens[at - 1].kind == "word")]
    pool = inside or leading[:1]
    if not pool:
        pool = [
            (at, d)
            for at, d in found
            if match.end <= at < match.end + 6 and not any(t.text in (",", ";", "and") for t in tokens[match.end : at])
        ]
    if not pool and match.noun and tokens[0].text == "with" and match.start < 8:
        # "With the involvement of their troops in the war on Moscow's side in autumn 2024, ..."
        comma = next((k for k in range(match.end, len(tokens)) if tokens[k].text == ","), 0)
        pool = [(at, d) for at, d in found if match.end <= at < comma][-1:]
    if not pool and match.noun and tokens[match.start - 1].text == "during":
        # "were fired on 11 July, during exercise Iron Bolt"
        pool = [(at, d) for at, d in found if match.start - 6 <= at < match.start][-1:]
    pool = [
        (at, d)
        for at, d in pool
        if not _qualifies_noun(tokens, at)
        and not _of_next_act(tokens, match.end, at)
        and not _of_beginning(tokens, match.end, at)
        and not _in_aside(tokens, match.start, at)
    ]
    if not pool:
        return _told_behind(line, match, found)
    at, dating = min(pool, key=lambda p: (p[0] < match.start, abs(p[0] - match.start)))
    period = dating.period
    edtf = period.edtf or ""
    opens = (
        edtf.endswith("/..")
        or match.frame.id in ("leave", "stay")
        or tokens[match.start].text.startswith(("beg", "start"))
    )
    if opens and edtf:
        for later, other in found:
            if later > at and _ends_before(tokens, at, later):
                start, end = edtf.removesuffix("/.."), (other.period.edtf or "").removeprefix("../")
                joined = period_of(f"{start}/{end}") if "/" not in end else None
                if joined is not None:
                    return joined, [dating, other]
    return _lasting(tokens, at, period), [dating]


_STAYS = frozenset(
    (
        "visit stay call exercise exercises drill drills deployment port stopover mission trip voyage cruise tour rotation stint "
        "patrol manoeuvres maneuvers training course turn journey posting passage rehearsal"
    ).split()
)
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def _lasting(tokens: Sequence[Token], at: int, period: Period) -> Period:
    """The days of "landed on 12 September for a three-day visit", the months of "left on 22 April on an eight-month voyage"."""
    begin = _day(period.edtf)
    if begin is None and (opens := _day((period.edtf or "").removesuffix("/.."))) is not None:
        # "over eleven days from 10 March"
        length = tokens[at - 1].mention if at else None
        if isinstance(length, ValueMention) and length.unit in _DAYS and length.amount.low is not None:
            days = int(length.amount.low) * _DAYS[length.unit]
            return period_of(f"{opens}/{opens + timedelta(days=days - 1)}") or period if 1 < days < 200 else period
    if begin is None:
        return period
    for k in range(at + 1, min(at + 9, len(tokens) - 1)):
        if tokens[k].text in (";", "after", "before", "since"):
            break
        length = tokens[k].mention
        if not isinstance(length, ValueMention) or length.amount.low is None:
            continue
        number = int(length.amount.low)
        stays = any(t.text in _STAYS for t in tokens[k + 1 : k + 4]) or tokens[k - 1].text == "for"
        if not stays or not 0 < number < 60:
            continue
        days = number * _DAYS.get(length.unit, 0)
        if 1 < days < 200:
            return period_of(f"{period.edtf}/{(begin + timedelta(days=days - 1)).isoformat()}") or period
        if length.unit == "month" and number < 36:
            months = begin.year * 12 + begin.month - 1 + number
            return period_of(f"{period.edtf}/{months // 12:04}-{months % 12 + 1:02}") or period
    return period


def _day(edtf: str | None) -> date | None:
    try:
        return date.fromisoformat(edtf) if edtf and len(edtf) == 10 and edtf < "9999" else None
    except ValueError:
        return None


_RUNS = frozenset(
    [
        "runs",
        "ran",
        "run",
        "running",
        "held",
        "lasts",
        "lasting",
        "scheduled",
        "due",
        "begins",
        "began",
        "starts",
        "started",
        "opens",
        "opened",
        "ends",
        "ended",
        "concluded",
        "place",
        "kicked",
        "finished",
        "wrapped",
        "carried",
        "conducted",
        "staged",
    ]
)


def dated_behind(line: Line, at: int) -> tuple[Period | None, list[DateMention]]:
    """The open period that stands behind a position in its clause ("since October 2022"), else nothing."""
    for token in line.tokens[at + 1 :]:
        if token.text in (";", ":"):
            break
        if isinstance(token.mention, DateMention) and (token.mention.period.edtf or "").endswith("/.."):
            return token.mention.period, [token.mention]
    return None, []


def _told_behind(
    line: Line, match: Match, found: Sequence[tuple[int, DateMention]]
) -> tuple[Period | None, list[DateMention]]:
    """A date that a relative clause gives ("exercise Namejs, which runs from"), or until when the forces stay ("its mandate")."""
    tokens = line.tokens
    later = [(at, d) for at, d in found if at >= match.end]
    if not later or later[0][0] - match.end > 30:
        return None, []
    at, told = later[0]
    if not match.noun and _of_beginning(tokens, match.end, at):
        return None, []
    between = [t.text for t in tokens[match.end : at]]
    comma = between.index(",") if "," in between else len(between)
    if ";" not in between and _RUNS.intersection(between if match.noun else between[comma:]):
        return _lasting(tokens, at, told.period), [told]
    terms = next((n for n, word in enumerate(between) if word in words().terms), None)
    if terms is not None and words().prolonged.intersection(between[terms:]):
        edtf = (told.period.edtf or "").removeprefix("../")
        period = period_of(f"../{edtf}") if edtf and "/" not in edtf else None
        return (period, [told]) if period is not None else (None, [])
    return None, []


def _ends_before(tokens: Sequence[Token], low: int, high: int) -> bool:
    between = [t.text for t in tokens[low + 1 : high]]
    return any(
        tuple(between[i : i + len(phrase)]) == phrase
        for phrase in words().ends
        for i in range(max(len(between) - 8, 0), len(between))
    )


def _of_speech(tokens: Sequence[Token], at: int) -> bool:
    """Whether a date tells when something was said, and not when it was done."""
    around = [t.text for t in tokens[max(at - 2, 0) : at] if t.text != "on"] + [t.text for t in tokens[at + 1 : at + 2]]
    return any(w in _SPEECH for w in around)


def _of_next_act(tokens: Sequence[Token], low: int, at: int) -> bool:
    """Whether a date belongs to what is done before or after ("will visit Manila before returning in December")."""
    return any(
        tokens[n].text in ("before", "after", "since") and tokens[n + 1].text.endswith("ing")
        for n in range(low, max(at - 1, low))
    )


def _in_aside(tokens: Sequence[Token], trigger: int, at: int) -> bool:
    """Whether a date stands in a clause between commas before a trigger: "the ship, which left on 2 May, is to join"."""
    if at >= trigger:
        return False
    opens = next((n for n in range(at - 1, 0, -1) if tokens[n].text in ("which", "who", "where")), None)
    if opens is None or tokens[opens - 1].text != ",":
        return False
    return any(tokens[n].text == "," for n in range(at + 1, trigger))


def _of_beginning(tokens: Sequence[Token], low: int, at: int) -> bool:
    """Whether a date tells since when something runs that forces are sent to ("the effort that began on 14 January")."""
    before = [t.text for t in tokens[max(at - 3, low) : at] if t.text != "on"]
    return len(before) == 2 and before[0] in ("that", "which") and before[1] in ("began", "started", "opened", "ran")


def _qualifies_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a date belongs to the name or noun behind it ("the 2019 agreement")."""
    before = tokens[at - 1].text if at else ""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        before in ("the", "a", "its")
        and after is not None
        and after.kind == "word"
        and after.text in ("agreement", "treaty", "armistice", "war", "invasion", "accord")
    )
