"""Growth, multiples, and what a target would come to: do they follow from the figures they compare?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, pairwise

from attrs import evolve

from kordef.amounts import Amount
from kordef.audit.desk import LEVELS, Desk, interval_of, unit_of
from kordef.audit.findings import Finding
from kordef.audit.registry import Check, check
from kordef.audit.wording import span, value
from kordef.intervals import Interval
from kordef.records import Observation
from kordef.values import Money
from kordef.vocabulary import Basis, Qualifier, Severity

_HUNDRED = Interval(Decimal(100), Decimal(100))
_ONE = Interval(Decimal(1), Decimal(1))
_TWO = 2


def _positive(o: Observation) -> bool:
    low = interval_of(o.value).low
    return low is not None and low > 0


def _growth(old: Observation, new: Observation) -> Interval:
    """The change from one figure to the other in percent of the first."""
    return _HUNDRED * (interval_of(new.value) / interval_of(old.value) - _ONE)


def _start(o: Observation) -> int | None:
    """The year of a figure that stands for one year at most."""
    earliest, latest = (o.period.earliest, o.period.latest) if o.period else (None, None)
    return earliest.year if earliest and latest and earliest.year == latest.year else None


Series = dict[tuple[str, str | None, str, str], dict[int, Observation]]
"""Figures by document, subject, indicator and unit, then by year."""


def _series(desk: Desk) -> dict[tuple[str, str | None], list[dict[int, Observation]]]:
    """The series of levels over the years, by document and subject."""
    series: Series = defaultdict(dict)
    for source, observations in desk.observations.items():
        for o in observations:
            year = _start(o)
            if o.basis is Basis.LEVEL and year is not None and _positive(o):
                series[source, desk.subject(o), _plain(o), unit_of(o)].setdefault(year, o)
    found: dict[tuple[str, str | None], list[dict[int, Observation]]] = defaultdict(list)
    for (source, subject, _, _), years in series.items():
        found[source, subject].append(years)
    return found


_ROW = re.compile(r":? *\b(?:19|20)\d\d\b")


def _plain(o: Observation) -> str:
    """The indicator without the year that a table's row adds to it."""
    return _ROW.sub("", o.indicator).casefold().strip()


def _years(change: Observation) -> tuple[int, int] | None:
    """The two years that a change lies between: those of its period, or a year and the one before it."""
    earliest, latest = (change.period.earliest, change.period.latest) if change.period else (None, None)
    if earliest is None or latest is None:
        return None
    return (earliest.year - 1, latest.year) if earliest.year == latest.year else (earliest.year, latest.year)


@check(
    "K201",
    "a rate of growth does not follow from the figures",
    Severity.ERROR,
    looks_at="each change in percent with the figures of the same subject for its first and last year: those of "
    "its sentence, of the table that it refers to, or the only ones of the document",
    tolerance="the figures may be anything that rounds to what is written; “about 40%” reaches from 36 to 44 %; a "
    "change is wrong if no series of the document allows it",
    example="“grew by about 60% from 2013 to 2019” beside $390,208,376 and $547,450,930, which is 40.30 %; about "
    "40% passes",
)
def growth(desk: Desk, it: Check) -> Iterator[Finding]:
    """Changes that no two figures of the document bear out."""
    series = _series(desk)
    for source, observations in desk.observations.items():
        for change in observations:
            if change.basis is not Basis.CHANGE or unit_of(change) != "percent":
                continue
            years = _years(change)
            pairs = _from_to(desk, change)
            if years is not None and not pairs:
                pairs = [
                    (found[years[0]], found[years[1]])
                    for found in series.get((source, desk.subject(change)), [])
                    if years[0] in found and years[1] in found
                ]
            table = desk.table_meant(change)
            if table is not None:
                pairs = [p for p in pairs if p[0].cell and p[0].cell.table == table] or pairs
            near = [p for p in pairs if _same_sentence(desk, change, *p)] or pairs
            # With two series and no word of which is meant, neither can be held against the other.
            if len(near) != 1:
                continue
            old, new = near[0]
            computed, stated = _growth(old, new), interval_of(change.value)
            if not computed.overlaps(stated) and not (-computed).overlaps(stated):
                yield it.finding(
                    f"{desk.document(change)} puts the {_of(change)} at {value(change.value)} from {value(old.value)}"
                    f"{_when(old)} to {value(new.value)}{_when(new)}, which is {span(computed, 'percent')}.",
                    f"({value(new.value)} / {value(old.value)} - 1) x 100 = {span(computed, 'percent')}; stated: "
                    f"{value(change.value)}, which is {span(stated, 'percent')}",
                    [desk.claim(change, "/value")],
                    [desk.claim(old, "/value"), desk.claim(new, "/value")],
                )


def _from_to(desk: Desk, change: Observation) -> list[tuple[Observation, Observation]]:
    """The two figures of the sentence of a change ("grew by 50 percent from $2.0 billion to $2.4 billion")."""
    levels = [
        o
        for o in desk.sentences.get((change.source, desk.place(change)), [])
        if o.basis is Basis.LEVEL and unit_of(o) not in ("percent", "percentage_point") and _positive(o)
    ]
    if change.cell is not None or change.period is not None or len(levels) != _TWO:
        return []
    if not _FROM_TO.search(desk.sentence(change)):
        return []
    old, new = sorted(levels, key=lambda o: o.evidence[0].start)
    alike = unit_of(old) == unit_of(new) and desk.subject(old) == desk.subject(new) == desk.subject(change)
    # A sentence may tell of two developments; the change is that of the figures if it names what they measure.
    named = all(o.indicator.casefold() in change.indicator.casefold() for o in levels)
    return [(old, new)] if alike and named else []


_FROM_TO = re.compile(r"\bfrom\b.{1,60}?\bto\b", re.DOTALL)


def _when(o: Observation) -> str:
    return f" ({o.period})" if o.period and o.period.edtf else ""


def _of(change: Observation) -> str:
    return change.indicator if change.indicator.startswith("change") else f"change of {change.indicator}"


def _same_sentence(desk: Desk, *observations: Observation) -> bool:
    return len({desk.place(o) for o in observations}) == 1 and desk.place(observations[0]) >= 0


def _times(multiple: Observation) -> Interval:
    """What a multiple leaves open; one in words ("three times") is written to the unit."""
    amount = multiple.value.amount
    if amount.precision is None and amount.qualifier in (Qualifier.EXACT, Qualifier.ABOUT) and amount.low is not None:
        whole = amount.low == amount.low.to_integral_value()
        amount = evolve(amount, precision=Decimal(1) if whole else None)
    return amount.interval


def _pairs(desk: Desk, multiple: Observation) -> list[tuple[Observation, Observation]]:
    """The figures that a multiple may compare: the two of its sentence, or of the row that it means in a table."""
    sentence = [
        o
        for o in desk.sentences.get((multiple.source, desk.place(multiple)), [])
        if o is not multiple and o.basis in (*LEVELS, Basis.SHARE) and _positive(o)
    ]
    if len(sentence) == _TWO and unit_of(sentence[0]) == unit_of(sentence[1]):
        return [_ordered(desk, multiple, *sentence)]
    if sentence:
        return []
    number_of_table = desk.table_meant(multiple)
    table = desk.tables.get((multiple.source, number_of_table)) if number_of_table is not None else None
    words = desk.sentence(multiple).casefold()
    found: list[tuple[Observation, Observation]] = []
    for cells in islice((table or {}).values(), 200):
        levels = [o for o in cells.values() if o.basis is Basis.LEVEL and _positive(o)]
        header = levels[0].cell.row_header if levels and levels[0].cell else None
        if len(levels) == _TWO and header and header.casefold() in words:
            if unit_of(levels[0]) == unit_of(levels[1]) and desk.subject(levels[0]) != desk.subject(levels[1]):
                found.append(_ordered(desk, multiple, *levels))
    return found


def _ordered(desk: Desk, multiple: Observation, a: Observation, b: Observation) -> tuple[Observation, Observation]:
    """The figure that is the multiple, and the other: by subject, else the larger first."""
    mine = desk.subject(multiple)
    if desk.subject(a) != desk.subject(b) and mine in (desk.subject(a), desk.subject(b)):
        return (a, b) if desk.subject(a) == mine else (b, a)
    return (b, a) if interval_of(a.value).less(interval_of(b.value)) else (a, b)


@check(
    "K202",
    "a multiple does not follow from the figures",
    Severity.ERROR,
    looks_at="each “three times as many” with the two figures of its sentence, or of the row that it speaks of in "
    "the table that it refers to",
    tolerance="the figures may be anything that rounds to what is written; a multiple in words is written to the "
    "unit (“three times” is 2.5 to 3.5 times); “three times more” may mean four times as many as well",
    example="“five times as many as Washington” beside 735 and 245, which is 2.99 to 3.01 times; three times passes",
)
def multiples(desk: Desk, it: Check) -> Iterator[Finding]:
    """Multiples that the two figures do not bear out."""
    for observations in desk.observations.values():
        for multiple in observations:
            if multiple.basis is not Basis.MULTIPLE or unit_of(multiple) != "multiple" or multiple.cell is not None:
                continue
            pairs = _pairs(desk, multiple)
            if len(pairs) != 1:
                continue
            (big, small), stated = pairs[0], _times(multiple)
            computed = interval_of(big.value) / interval_of(small.value)
            more = re.search(r"times (?:more|higher|larger|greater)", desk.sentence(multiple), re.IGNORECASE)
            if not computed.overlaps(stated) and not (more and computed.overlaps(stated + _ONE)):
                yield it.finding(
                    f"{desk.document(multiple)} says {value(multiple.value)} for “{multiple.indicator}”; its figures make "
                    f"it {span(computed, 'multiple')}.",
                    f"{value(big.value)} / {value(small.value)} = {span(computed, 'multiple')}; stated: "
                    f"{span(stated, 'multiple')}",
                    [desk.claim(multiple, "/value")],
                    [desk.claim(big, "/value"), desk.claim(small, "/value")],
                )


_UP = r"ris\w*|rose|climb\w*|gr[eo]w\w*|increas\w*|jump\w*|surg\w*|soar\w*|skyrocket\w*|doubl\w*|tripl\w*|up"
_DOWN = r"f[ae]ll\w*|declin\w*|dropp?\w*|decreas\w*|shr[aiu]nk\w*|sank|plung\w*|plummet\w*|halv\w*|down"
_FROM = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b[^.;]{{0,40}}?\bfrom\s+\S{{0,20}}\s?$", re.IGNORECASE)
_TO = re.compile(r"[^.;]{0,40}?\bto\b", re.IGNORECASE)


@check(
    "K203",
    "a rise that falls, or a fall that rises",
    Severity.ERROR,
    looks_at="two figures of one unit in a sentence such as “climbed from 2.1% to 2.2%”",
    tolerance="the two intervals must lie wholly the other way round",
    example="“exports fell from $2.97 billion in 2020 to $14 billion”; “climbed from 2.1% to 2.2%” passes",
)
def direction(desk: Desk, it: Check) -> Iterator[Finding]:
    """Verbs that say the opposite of their figures."""
    for observations in desk.sentences.values():
        found = sorted((o for o in observations if o.evidence), key=lambda o: o.evidence[0].start)
        for first, second in pairwise(found):
            if unit_of(first) != unit_of(second) or Basis.CHANGE in (first.basis, second.basis):
                continue
            sentence = desk.sentence(first)
            start = sentence.find(first.evidence[0].exact)
            end = sentence.find(second.evidence[0].exact, start + len(first.evidence[0].exact))
            verb = _FROM.search(sentence[max(0, start - 90) : start]) if start >= 0 and end >= 0 else None
            if verb is None or not _TO.match(sentence[start + len(first.evidence[0].exact) : end]):
                continue
            a, b = interval_of(first.value), interval_of(second.value)
            wrong = b.less(a) if verb["up"] else a.less(b)
            if wrong:
                word = verb["up"] or verb["down"]
                yield it.finding(
                    f"{desk.document(first)} says “{word} from {value(first.value)} to {value(second.value)}”, which goes "
                    "the other way.",
                    f"{value(second.value)} is {'less' if verb['up'] else 'more'} than {value(first.value)} whatever their "
                    "rounding",
                    [desk.claim(second, "/value")],
                    [desk.claim(first, "/value")],
                )


_SPENDING = re.compile(r"\b(?:spend\w*|spent|budgets?|expenditures?|outlays?)\b", re.IGNORECASE)
_GDP = re.compile(r"\bgdp\b|gross domestic product|\btarget\b|\bguideline\b", re.IGNORECASE)


def _percent_of_gdp(o: Observation) -> bool:
    return unit_of(o) == "percent" and o.basis is not Basis.CHANGE and bool(_GDP.search(f"{o.indicator} {_quote(o)}"))


def _quote(o: Observation) -> str:
    return " ".join(e.exact for e in o.evidence if e.field in ("", "/indicator", "/basis"))


@check(
    "K204",
    "a share of GDP does not give the sum it is said to give",
    Severity.WARNING,
    looks_at="a sentence in which reaching a share of GDP gives a sum of money, with the sum that is spent now "
    "(the last one in that currency before it) and the share it is now (another share for the same spending in the "
    "document)",
    tolerance="sums and shares may be anything that rounds to what is written, “below 2 percent” anything below; "
    "what the sum would be is in proportion to the shares at an unchanged GDP, and a sum below the least of that is a "
    "finding; growth may make it larger, so that up to half as much again passes",
    example="$457 billion at below 2 percent and “if the 5 percent target is met, $800 billion”: it would be at least 1.027 "
    "trillion; $1,150 billion passes",
)
def sum_of_share(desk: Desk, it: Check) -> Iterator[Finding]:
    """Sums that a share of GDP is said to come to."""
    spent = {source: _spending(desk, observations) for source, observations in desk.observations.items()}
    for (source, place), observations in desk.sentences.items():
        aims = [o for o in observations if _percent_of_gdp(o) and _positive(o)]
        sums = [o for o in observations if isinstance(o.value, Money) and o.basis in (Basis.FORECAST, Basis.TARGET)]
        if place < 0 or len(aims) != 1 or len(sums) != 1:
            continue
        aim, outcome = aims[0], sums[0]
        figures = spent[source]
        end = bisect_left(figures, place, key=desk.place)
        before = figures[max(0, end - _MOST) : end]
        levels = [o for o in before if o.basis is Basis.LEVEL and unit_of(o) == unit_of(outcome) and _positive(o)]
        shares = [o for o in before if _is_now(desk, o, aim)]
        if not levels or not shares:
            continue
        now = max(levels, key=lambda o: o.evidence[0].start)
        # What is spent says more of today than a guideline for it.
        share = max(shares, key=lambda o: (o.basis is not Basis.TARGET, o.evidence[0].start))
        ceiling = _ceiling(share.value.amount)
        # A share "below 2 percent" is one of at most 2: what is spent is the least that 2 percent would be.
        factor = interval_of(aim.value) / ceiling
        computed = interval_of(now.value) * factor
        least = Interval(computed.low, None)
        most = None if share.value.amount.low is None or computed.high is None else computed.high * Decimal("1.5")
        if not interval_of(outcome.value).overlaps(Interval(least.low, most)):
            times = interval_of(outcome.value) / interval_of(now.value)
            implied = interval_of(aim.value) / times
            stated = value(outcome.value)
            yield it.finding(
                f"{desk.document(outcome)} says that {value(aim.value)} of GDP would be {stated}; from {value(now.value)} at "
                f"{value(share.value)} of GDP now it would be {span(least, unit_of(outcome))}.",
                f"{value(now.value)} x {value(aim.value)} / {value(share.value)} = {span(least, unit_of(outcome))} at an "
                f"unchanged GDP; {stated} is {span(times, 'multiple')} as much, which would make the share of today "
                f"{span(implied, 'percent')}",
                [desk.claim(outcome, "/value"), desk.claim(aim, "/value")],
                [desk.claim(now, "/value"), desk.claim(share, "/value")],
            )


_MOST = 50
"""So many figures before a sentence are looked at."""


def _spending(desk: Desk, observations: list[Observation]) -> list[Observation]:
    """The figures of a document's text that are about spending, sentence by sentence."""
    found = [o for o in observations if o.cell is None and o.evidence and _SPENDING.search(o.indicator)]
    return sorted((o for o in found if desk.place(o) >= 0), key=desk.place)


def _is_now(desk: Desk, o: Observation, aim: Observation) -> bool:
    """Whether a figure is a share of today: one in percent, for the same subject, below the one that is aimed at."""
    if unit_of(o) != "percent" or o.basis in (Basis.CHANGE, Basis.MULTIPLE) or desk.subject(o) != desk.subject(aim):
        return False
    return bool(interval_of(o.value).less(interval_of(aim.value)))


def _ceiling(amount: Amount) -> Interval:
    """What a share may be, the end alone where it is open below."""
    interval = amount.interval
    return Interval(interval.high, interval.high) if interval.low is None else interval
