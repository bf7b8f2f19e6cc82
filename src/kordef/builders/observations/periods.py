"""Where the period of a figure comes from when its own clause has no date of its own, or has one for two figures.

The order is always the same: the date of the clause (:mod:`kordef.builders.observations.dates`); the period of the figure that it
goes on with, in its sentence or in the one before; the years that the title or the lead of the story sets; the month of
publication for what is "now" so. A change from one level to another has two ends, and each level has its own.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Sequence

from attrs import evolve

from kordef.builders.observations.beside import CLIENTS
from kordef.builders.observations.context import Surroundings
from kordef.builders.observations.dates import Dated, is_years, period_of
from kordef.builders.observations.indicators import Row
from kordef.builders.observations.joined_periods import joined, same_part
from kordef.builders.observations.names import Area
from kordef.builders.observations.phrases import Reading
from kordef.builders.once import once
from kordef.document import BlockKind
from kordef.mentions.model import DateMention, ValueMention
from kordef.periods import Period
from kordef.vocabulary import ActorKind, Basis, EvidenceKind

__all__ = [
    "edition",
    "end_of_change",
    "follows_on",
    "is_held_now",
    "of_the_period",
    "period_told",
    "runs_on",
    "shifted",
    "takes_up",
]

_ANAPHORS = frozenset(
    ["figure", "figures", "number", "share", "total", "proportion", "ratio", "percentage", "level", "amount"]
)
"""Nouns that take up what was measured before: "in Ireland the figure was 0.2 per cent"."""
_OF_THEM = frozenset(["the", "this", "that", "its", "their", "these", "those"])
_WHOLES = frozenset([
    "total", "sum", "amount", "money", "figure", "whole", "spending", "increase", "rise", "it", "this", "that", "them", "growth",
])  # fmt: skip
"""What a part is one of when the whole was told before: "37 per cent of the total"."""
_GIVES = frozenset(
    ["is", "was", "will", "would", "has", "had", "were", "are", "stood", "stands", "came", "comes", "reached"]
)
_EQUALS = frozenset([
    "represents", "represented", "equals", "equalled", "equates", "equated", "corresponds", "corresponded", "amounts", "amounted",
    "translates", "translated", "accounts", "accounted",
])  # fmt: skip
"""What is said of the figure before: "in total, this represents about 2% of the country's output"."""
_SPANS = frozenset(["period", "years", "decade", "interval", "time"])
_YEAR = frozenset(["year", "year's", "year’s"])
_PRECEDING = frozenset(["previous", "prior", "preceding", "before", "earlier"])
_FOLLOWING = frozenset(["following", "next", "subsequent"])
_EARLIER = frozenset(["earlier", "before", "previously", "prior"])
_LATER = frozenset(["later", "afterwards", "thereafter"])
_EDITION = re.compile(
    r"\b(?:Balance|Yearbook|Almanac|Factbook|Handbook|Atlas|White Paper|Barometer|Monitor|Outlook|Fact Sheet|Database)"
    r" (20[0-9]{2})\b"
)
"""Publications that come out every year, under the year for which they hold."""


def follows_on(row: Row, reading: Reading, told: Dated) -> bool:
    """Whether the first figure of a sentence is of the time told last in its paragraph."""
    if (told.period.edtf or "").startswith("../") and _is_so_now(row, reading):
        return False  # "agreed on 5% by 2035. So far the average is 2.7%"
    part = _is_part(row, reading) or _of_those(row)
    return part or _of_same_results(row, reading, told) or goes_on(row, reading)


def takes_up(row: Row) -> bool:
    """Whether a sentence speaks of the figure told last, though in another paragraph: "The figure trebled from 233"."""
    if row.word(0) == "of" and row.word(1) in ("this", "that", "these", "those"):
        return True
    if row.word(0) in ("this", "that") and row.word(1) in _EQUALS:
        return True
    first = next((k for k in range(min(8, len(row.tokens))) if row.kind(k) == "value"), None)
    if first is not None and row.word(first + 1) == "of" and row.word(first + 2) in ("them", "these", "those", "this"):
        return True  # "Europe took 54 percent of them"
    at = 0
    while row.kind(at) == "date" or row.word(at) in _BEFORE_IT or (row.word(at) == "the" and row.word(at + 1) == "end"):
        at += 1  # "At the end of 2022, the number was still only 183,000"
    return (
        row.word(at) in ("the", "this", "that") and row.word(at + 1) in _ANAPHORS and row.word(at + 2) not in _OF_WHAT
    )


_BEFORE_IT = frozenset(["at", "in", "by", "of", "end", "as", ","])
_OF_WHAT = frozenset(["of", "for", "in", "that", "which"])


def _is_so_now(row: Row, reading: Reading) -> bool:
    """Whether a level is told as one of the present: "so far it is", "stands at"."""
    if reading.basis not in (Basis.LEVEL, Basis.SHARE):
        return False
    words = {row.word(k) for k in range(max(0, reading.at - 8), reading.at)}
    return bool(words & {"is", "are", "stands", "remains", "currently", "now"})


def _is_part(row: Row, reading: Reading) -> bool:
    """Whether a figure is a share of the one told before: "28 percent of them", "of what they received"."""
    theirs = reading.whole is not None and any(row.word(k) in ("they", "them") for k in range(*reading.whole))
    return reading.basis is Basis.SHARE and (reading.borrowed or theirs)


def _of_same_results(row: Row, reading: Reading, told: Dated) -> bool:
    """Whether a sentence goes on with a firm's results: "in the first half it reported sales of X. Its backlog reached"."""
    begins = row.word(0) in ("its", "their", "the") or (reading.measure is not None and reading.measure[0] == 0)
    measured = reading.measure is not None and reading.basis in (Basis.LEVEL, Basis.SHARE, Basis.CHANGE)
    return begins and measured and reading.value.kind in ("money", "percent") and _is_quarter(told.period.edtf)


def _is_quarter(edtf: str | None) -> bool:
    """Whether a period is a quarter, a half or some months of a year: "2024-Q2" as "2024-34", "2024-01/2024-06"."""
    if edtf is None or len(edtf) < 7:
        return False
    return (len(edtf) == 7 and edtf[5:] >= "33") or (len(edtf) == 15 and edtf[7] == "/")


def _of_those(row: Row) -> bool:
    """Whether a sentence speaks of "those totals"."""
    if any(row.word(k) in CLIENTS and row.word(k + 1) in ("were", "are") for k in range(min(6, len(row.tokens)))):
        return True  # "its leading clients were"
    if row.word(0) == "of" and (row.word(1) in ("this", "these", "those") or row.word(2) in ("total", "sum", "amount")):
        return True  # "of this, 8 billion went to Ukraine"
    if row.word(0) == "of" and _names_flow(row):
        return True  # "of the EU allocations, 35 billion was military aid"
    return any(
        row.word(k) in ("those", "these") and row.word(k + 1) in ("totals", "sums", "figures", "amounts")
        for k in range(len(row.tokens) - 1)
    )


def _names_flow(row: Row) -> bool:
    """Whether a sentence opens with a part of what the one before told: "Of the German pledges, ...", with no other time."""
    for k in range(1, min(6, len(row.tokens))):
        if row.kind(k) in ("date", "value") or row.word(k) == ",":
            return False
        if row.word(k) in _FLOWS:
            return row.word(1) in ("the", "its", "their") and row.word(k + 1) == ","
    return False


_FLOWS = frozenset(
    "allocations commitments pledges aid assistance support spending exports imports sales deliveries orders funds money outlays "
    "arms weapons purchases".split()
)
"""What the sum before may be called when a part of it is told."""


def goes_on(row: Row, reading: Reading) -> bool:
    """Whether the first figure of a sentence is of the time of the one before it.

    It is where its whole or its measure was told there: "37 per cent of the total", "in Ireland the figure was", "Poland's
    share was", "Sweden's will grow by".
    """
    opens = [row.word(k) for k in range(3)]
    if any(row.word(k) in ("this", "that") and row.word(k + 1) in _EQUALS for k in range(4)):
        return True
    if _says_over(row) or (opens[0] == "of" and opens[1] in _OF_THEM and opens[2] in _WHOLES):
        return True
    if reading.whole is not None and reading.whole[1] - reading.whole[0] <= 2:
        words = [row.word(k) for k in range(*reading.whole)]
        if words[-1] in _WHOLES and (len(words) == 1 or words[0] in _OF_THEM):
            return True
    if reading.measure is not None and reading.measure[0] < reading.at:
        start, end = reading.measure
        named = {row.word(k) for k in range(start, end)} & _ANAPHORS
        bare = all(
            row.word(k) in _ANAPHORS or row.kind(k) == "actor" or row.word(k) in ("'s", "’s") for k in range(start, end)
        )
        owned = row.word(start - 1) in (*_OF_THEM, "'s", "’s")
        if named and bare and owned and row.word(end) in _GIVES:
            return True
    return any(
        row.kind(k - 1) == "actor"
        and row.word(k) in ("'s", "’s")
        and (row.word(k + 1) in _GIVES or row.sense(k + 1, "change") is not None)
        for k in range(1, min(6, reading.at))
    )


def is_held_now(row: Row, reading: Reading) -> bool:
    """Whether things are had or on order at the time of writing, whatever years a survey covers."""
    present = any(row.word(k) in ("is", "are", "has", "have") for k in range(max(0, reading.at - 8), reading.at))
    return (
        reading.holder
        and reading.value.kind == "count"
        and present
        and row.sense(reading.trigger, "held", "hold") is not None
    )


def shifted(around: Surroundings, row: Row, reading: Reading, told: Dated | None) -> Dated | None:
    """A period so many years from the one told before: "13,400 twelve months before", "(previous year: 849 million)"."""
    edtf = (told.period.edtf or "").removeprefix("../") if told is not None else ""
    if not edtf[:4].isdigit() or "/" in edtf:
        return None
    at, count = reading.at, len(row.tokens)
    for reach in (range(at + 1, min(count, at + 5)), range(at - 1, max(-1, at - 8), -1)):
        for k in reach:
            years, end = _offset(row, k)
            if years:
                start, stop = row.tokens[k].start, row.tokens[end - 1].end
                words = around.page.document.text[start:stop]
                period = Period(edtf=_years_on(edtf, years), words=words, anchor=edtf)
                return Dated(period=period, start=start, end=stop, kind=EvidenceKind.IMPLIED)
            if row.word(k) in (",", ";") or (row.kind(k) == "value" and not _in_years(row, k)):
                break
    return None


def _years_on(edtf: str, years: int) -> str:
    """The same part of another year; of 29 February the month, where that year has no such day."""
    year, part = int(edtf[:4]) + years, edtf[4:]
    return f"{year:04}-02" if part == "-02-29" and not isleap(year) else f"{year:04}{part}"


def _offset(row: Row, at: int) -> tuple[int, int]:
    """How many years words lead away, and where they end: "a year earlier", "twelve months before", "two years later"."""
    token = row.tokens[at]
    if token.kind == "date" and isinstance(token.mention, DateMention) and token.mention.period.edtf is None:
        words = frozenset(token.text.lower().split())
        return (1, at + 1) if words & _YEAR and words & _FOLLOWING else (0, at)
    years, end = (
        (1, at + 2) if row.word(at) in ("a", "one") and row.word(at + 1) == "year" else (_in_years(row, at), at + 1)
    )
    if row.word(end) in _EARLIER:
        return -years, end + 1
    return (years, end + 1) if row.word(end) in _LATER else (0, at)


def _in_years(row: Row, at: int) -> int:
    """The whole years of a stretch of time: "twelve months", "two years"."""
    value = row.tokens[at].mention
    if not isinstance(value, ValueMention) or value.kind != "duration" or value.amount.low is None:
        return 0
    if value.unit not in ("year", "month") or value.amount.low != value.amount.high:
        return 0
    months = int(value.amount.low) * (12 if value.unit == "year" else 1)
    return months // 12 if months % 12 == 0 and months < 1200 else 0


def end_of_change(row: Row, reading: Reading, dated: Dated | None) -> Dated | None:
    """The end of a period at which a level stood: "between 2015 and 2024 outlays climbed from 1.5 to 2.3 per cent".

    The level behind "from" is that of the first year, the one behind "to" that of the last. A period of which only one level
    is told is left as it is.
    """
    if dated is None or reading.basis is Basis.CHANGE:
        return dated
    edtf = dated.period.edtf or ""
    if edtf.endswith("/..") and row.word(reading.at - 1) == "from" and _other(row, reading.at, 1):
        # "since 2014 the budget has grown from 320 million"
        period = Period(edtf=edtf.removesuffix("/.."), words=dated.period.words, anchor=edtf)
        return Dated(period=period, start=dated.start, end=dated.end, kind=EvidenceKind.IMPLIED)
    if not is_years(edtf):
        return dated
    first, last = (dated.period.edtf or "")[:4], (dated.period.edtf or "")[5:]
    at = reading.at
    if row.word(at - 1) == "from" and _other(row, at, 1):
        year = first
    elif row.word(at - 1) == "to" and _other(row, at, -1):
        year = last
    else:
        return dated
    period = Period(edtf=year, words=dated.period.words, anchor=dated.period.edtf)
    return Dated(period=period, start=dated.start, end=dated.end, kind=EvidenceKind.IMPLIED)


def of_the_period(around: Surroundings, row: Row, reading: Reading, survey: Dated | None) -> Dated | None:
    """The years of a survey for a change from one level to another, where the paragraph says "over the period"."""
    if survey is None or not (_other(row, reading.at, 1) or _other(row, reading.at, -1)):
        return survey
    told = (other for other in (row, *around.before(row.line)) if other.line.block == row.line.block)
    return end_of_change(row, reading, survey) if any(_says_over(other) for other in told) else survey


def runs_on(
    around: Surroundings,
    row: Row,
    reading: Reading,
    area: Area | None,
    earlier: Sequence[tuple[Reading, Area | None]],
    told: Sequence[Dated],
) -> Dated | None:
    """The period told last in a paragraph, for what goes on with it without a date of its own.

    The years that a survey compares hold for all of its shares and changes, a firm's reporting period for all of its results,
    and the time of a figure for others of the same measure.
    """
    if not told or reading.compared or reading.basis in (Basis.TARGET, Basis.FORECAST):
        return None
    carried = evolve(told[-1], kind=EvidenceKind.IMPLIED)
    edtf = carried.period.edtf or ""
    if edtf.startswith("../"):
        return None
    if is_years(edtf) and int(edtf[5:]) - int(edtf[:4]) <= 9:
        return carried if reading.value.unit in ("percent", "multiple") or _is_past(row, reading.at) else None
    prose = row.line.kind is not BlockKind.LIST_ITEM
    if prose and len(edtf) in (4, 9, 15) and _is_recent(around, row, edtf) and _is_past(row, reading.at):
        return carried  # "spending reached 88 billion in 2024. Exports came to 12 billion"
    if not earlier:
        return None
    before, whose = earlier[-1]
    firm = area is not None and area.actor is not None and area.actor.kind is ActorKind.COMPANY
    same = firm and whose is not None and area is not None and whose.name == area.name
    results = reading.value.kind in ("money", "percent") and before.value.kind in ("money", "percent")
    if same and results and (reading.measure is not None or reading.borrowed):
        return carried
    return carried if reading.borrowed and before.value.unit == reading.value.unit else None


def _is_recent(around: Surroundings, row: Row, edtf: str) -> bool:
    """Whether a year is at most two before that of publication, so that what follows in the past tense is of it as well."""
    day = around.published(row.line.story)
    year = edtf.rpartition("/")[2][:4]
    return day is not None and day[:4].isdigit() and year.isdigit() and 0 <= int(day[:4]) - int(year) <= 2


_WENT = frozenset([
    "was", "were", "came", "stood", "went", "took", "made", "grew", "cost", "had", "did", "led", "bought", "sold", "got",
    "brought", "spent", "lost", "fell", "rose", "paid", "gave", "won", "put", "kept", "saw", "ran", "meant", "drew", "ate",
])  # fmt: skip
_IS_NOW = frozenset(["is", "are", "has", "have", "will", "would", "now", "today", "currently", "since", "can", "could"])


def _is_past(row: Row, at: int) -> bool:
    """Whether a figure stands in the past tense: its clause has a verb of that tense, and nothing of the present."""
    words = range(max(0, at - 14), min(len(row.tokens), at + 8))
    if any(row.word(k) in _IS_NOW for k in words):
        return False
    if any(row.word(k) in _WENT for k in words):
        return True
    tags = ("level", "change", "spend", "flow", "employ", "hold")
    return any(s.form == "past" for k in words for s in row.senses.get(k, ()) if s.tag in tags)


def edition(around: Surroundings, row: Row, reading: Reading) -> Dated | None:
    """The year of the publication that says what there is: "the Military Balance 2024 puts the fleet at 60"."""
    if reading.basis is not Basis.LEVEL or reading.compared or reading.value.kind in ("money", "percent"):
        return None
    text = around.page.document.text
    found = _EDITION.search(text, row.line.start, row.line.end)
    if found is None:
        return None
    period = Period(edtf=found[1], words=found[0], anchor=found[1])
    return Dated(period=period, start=found.start(), end=found.end(), kind=EvidenceKind.IMPLIED)


def _is_beyond(row: Row, at: int, dated: Dated) -> bool:
    """Whether a date stands in the next part of a list: "a third of them of large calibre, and up to 1.8 million this year"."""
    end = next((k for k, token in enumerate(row.tokens) if token.start == dated.start), -1)
    return any(row.word(k) == "and" and row.word(k - 1) in (",", ";") for k in range(at + 1, end))


def _under_deal(row: Row, dated: Dated) -> bool:
    """Whether a date is that of a deal by which things came: "two, both built under a 2019 contract"."""
    at = next((k for k, token in enumerate(row.tokens) if token.start == dated.start), -1)
    sense = row.sense(at + 1, "deal") if at >= 0 else None
    return (
        sense is not None and sense.form.startswith("noun") and row.word(at - 1) in ("a", "the", "its", "their", "that")
    )


@once
def _says_over(row: Row) -> bool:
    """Whether a sentence speaks of a whole period: "over the period", "during those years"."""
    return any(
        row.word(k) in ("over", "during", "in", "across", "throughout")
        and row.word(k + 1) in ("the", "this", "that", "these", "those")
        and (row.word(k + 2) in _SPANS or row.word(k + 3) in _SPANS)
        for k in range(len(row.tokens) - 2)
    )


def _other(row: Row, at: int, way: int) -> bool:
    """Whether the other level of "from X to Y" stands beside one, without a date of its own between them."""
    word, mark = ("to", "from") if way > 0 else ("from", "to")
    if row.word(at - 1) != mark:
        return False
    steps = range(at + way, at + way * 8, way) if way > 0 else range(at - 2, max(-1, at - 9), -1)
    for k in steps:
        if row.kind(k) == "value":
            return row.word(k - 1) == word
        if row.kind(k) in ("date", "") or row.word(k) in (",", ";"):
            return False
    return False


def period_told(
    around: Surroundings, row: Row, reading: Reading, others: Sequence[int], same: Dated | None = None
) -> Dated | None:
    """The period of a figure's clause, of two months or years in a row where both are meant: "in May and June"."""
    if reading.noun and row.word(reading.trigger) in ("'s", "’s", "with") and reading.holder:
        return None  # "Spain's 219 tanks will be overhauled by 2028": the date is not that of having them
    dated = period_of(around, row, reading, others, same)
    if (
        same is not None
        and not reading.compared
        and goes_on(row, reading)
        and (dated is None or _under_deal(row, dated) or _is_beyond(row, reading.at, dated))
    ):
        # "1.1 billion in 2023, with Nigeria responsible for 71% of the total"
        return evolve(same, kind=EvidenceKind.IMPLIED)
    if dated is not None and _under_deal(row, dated) and reading.value.kind in ("count", "percent"):
        return None
    if dated is None:
        if same is not None and reading.compared and _is_another(row, reading.at):
            return evolve(same, kind=EvidenceKind.IMPLIED)
        return shifted(around, row, reading, same)
    if same is not None and (row.word(reading.at - 1) == ":" or _is_year_before(dated)):
        part = same_part(dated, same)
        if part is not None:
            return part
    if dated.kind is not EvidenceKind.STATED:
        return dated
    return joined(row, reading, others, dated)


def _is_another(row: Row, at: int) -> bool:
    """Whether somebody else's figure is compared, and not that of another time: "compared with 1.3 per cent in Spain"."""
    for k in range(at + 1, min(at + 4, len(row.tokens) - 1)):
        if row.word(k) in ("in", "for", "by", "from"):
            named = k + 2 if row.word(k + 1) == "the" else k + 1
            return row.kind(named) == "actor"
        if row.kind(k) != "word":
            return False
    return False


def _is_year_before(dated: Dated) -> bool:
    """Whether a date is that of "a year earlier"."""
    words = frozenset((dated.period.words or "").lower().split())
    return bool(words & _YEAR) and bool(words & (_PRECEDING | {"ago"}))
