"""Of when a figure is: what its clause says, the figure before it, or the title of its story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from kordef.builders.observations.context import Surroundings
from kordef.builders.observations.indicators import Row
from kordef.builders.observations.phrases import Reading, counts
from kordef.builders.observations.polls import polled_at
from kordef.builders.observations.progress import HELD
from kordef.builders.observations.stretches import edtf_at, is_since, spelt_out, stretch_before
from kordef.mentions.model import DateMention, ValueMention
from kordef.periods import Period
from kordef.vocabulary import Basis, EvidenceKind, Modality

__all__ = ["Dated", "dated_at", "is_base", "is_survey", "is_years", "month_of_page", "period_of"]

_NEAR = 12
"""How many words from a figure "now" may stand."""

_HEADING = 6
"""The words of a heading that may set the time of what follows."""

_WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_CLOSES = frozenset([
    "close", "closes", "end", "ends", "closed", "ended", "opened", "traded", "finished", "rose", "fell", "up", "down",
    "gained", "lost",
])  # fmt: skip
_SHARES = frozenset(["shares", "stock"])
_TRADING = frozenset(["trading", "session"])
_STRETCHES = frozenset(["period", "quarter", "half", "months", "month", "term", "interval"])
_PRECEDING = frozenset(["preceding", "previous", "prior", "earlier", "before", "foregoing"])
_BESIDE = _PRECEDING | {"subsequent", "following", "next"}
_PASSED = frozenset([
    "approved", "presented", "adopted", "unveiled", "submitted", "passed", "tabled", "cleared", "endorsed", "signed",
    "parliament", "announced", "cabinet", "backed",
])  # fmt: skip
"""Words for what is done with a budget on a day, which is not that of the budget."""
_ABOVE = frozenset(["above", "below", "over", "under", "beyond", "beneath", "on"])
_FOUNDED = frozenset(
    ["founded", "established", "created", "founding", "foundation", "incorporated", "merged", "nationalised"]
)
"""Words for how somebody came to be, whose date is no figure's."""
_NOW = frozenset(["now", "currently", "today", "already", "presently"])
_COMPARED_WITH = frozenset(["against", "with", "from", "versus", "to", "than", "on", "over"])
_RECORDS = frozenset(
    ["highest", "lowest", "biggest", "largest", "steepest", "rise", "increase", "fall", "level", "time"]
)
_EXPLAINS = frozenset([
    ":", "-", "–", "—", "bought", "ordered", "acquired", "purchased", "delivered", "received", "supplied", "donated", "leased",
    "procured", "inherited", "introduced",
])  # fmt: skip
"""Behind these it is told how what is held was got: "operates 28 guns - 24 bought in 2017", "four jets, bought in 2006"."""

_RELATIVES = frozenset(["which", "whose", "who"])
_DIVIDES = frozenset([";", "while", "whereas", "but", "which"])


@frozen(kw_only=True)
class Dated:
    """A period with the words that give it."""

    period: Period
    start: int
    end: int
    kind: EvidenceKind = EvidenceKind.STATED


def period_of(
    around: Surroundings, row: Row, reading: Reading, others: Sequence[int], same: Dated | None = None
) -> Dated | None:
    """The date of a figure's clause: behind the number before the next one, else in front of it.

    ``others`` are the positions of the other figures of the sentence, ``same`` is the period of the one before. Dates of
    a comparison ("than in 2014-18", "from a year earlier") and of saying ("reported on Monday") are not the figure's.
    """
    at = reading.at
    following = min((k for k in others if k > at), default=len(row.tokens))
    if same is not None and (earlier := _years_before(around, row, at, following, same)) is not None:
        return earlier
    if row.word(at - 1) == "(" and _is_period(row, at - 2):
        return dated_at(row, at - 2)
    far = next((k for k in range(at + 1, min(at + 4, len(row.tokens))) if row.tokens[k].text == "far"), None)
    if far is not None and row.word(far - 1) == "so" and reading.value.kind == "count":
        return _published(around, row, far, 7)
    if row.word(at - 1) == ":" and row.word(at - 3) == "(" and _is_period(row, at - 2):
        return dated_at(row, at - 2)  # "(H1 2024: EUR 3.8 billion)"
    own = (k for k in _dates(row, at + 1, following, reading) if not (_breaks(row, at, k) or _leads_on(row, at, k)))
    stands = row.sense(reading.trigger, "held", "hold") is not None  # "eight are on order: five were bought in 2021"
    own = (k for k in own if not (reading.value.kind == "percent" and _of_goods(row, at, k)))
    own = (k for k in own if not _is_of_next(row, at, k, following))
    found = next((k for k in own if not (stands and any(row.word(j) in _EXPLAINS for j in range(at, k)))), None)
    if (
        found is None
        and same is not None
        and {"equal", "equivalent", "corresponding", "equals"} & _words(row, at - 4, at)
    ):
        return _implied_date(same)  # "41.2 billion last year, equal to 22 per cent of the budget"
    if found is None and not reading.compared and (now := _now_beside(around, row, at, others)) is not None:
        return now
    if found is None and not reading.compared:
        previous = max((k for k in others if k < at), default=-1)
        ahead = [k for k in _dates(row, 0, at, reading) if not _is_aside(row, k, at)]
        if row.word(0) == "of" and reading.noun == "deliveries":
            ahead = []  # "of the 212 howitzers ordered in 2022, 150 are in the country": when they were ordered
        if reading.basis is Basis.TARGET and same is not None and ahead and _is_taken(row, ahead[-1], previous, at):
            return _implied_date(same)  # "$9.5 billion last year, well short of its goal of $20 billion"
        found = next(
            (k for k in reversed(ahead) if not _is_taken(row, k, previous, at) and not _breaks(row, k, at)), None
        )
    if found is None and following < len(row.tokens) and _shares_date(row, reading, following):
        found = next(
            (k for k in _dates(row, following, _to_base(row, following), reading) if not _breaks(row, at, k)), None
        )
    if found is not None:
        return dated_at(row, spelt_out(row, found))
    if (
        same is not None
        and not reading.compared
        and (
            reading.borrowed
            or at - max((k for k in others if k < at), default=-9) < (16 if _is_rise(row, reading) else 8)
        )
    ):
        return _implied_date(same)
    if same is not None and not reading.compared and reading.basis is Basis.LEVEL and _holds_for_all(row, same, at):
        return _implied_date(same)
    return (
        _now_or_then(around, row, at, counted=reading.holder and reading.value.kind == "count")
        or _headed(around, row)
        or _present(around, row, reading)
        or (_published(around, row, asked, 7) if (asked := polled_at(around, row, reading)) is not None else None)
    )


def _to_base(row: Row, at: int) -> int:
    """Where the level begins that a change led away from: "rose 26% to 1.3 billion | from 1.0 billion in 2024"."""
    end = len(row.tokens)
    return next((k for k in range(at + 1, end) if row.kind(k) == "value" and row.word(k - 1) == "from"), end)


def _is_rise(row: Row, reading: Reading) -> bool:
    """Whether a figure says how much the one before has changed: "up 29 percent"."""
    return reading.basis is Basis.CHANGE and row.word(reading.at - 1) in ("up", "down")


def _words(row: Row, start: int, end: int) -> set[str]:
    return {row.word(k) for k in range(max(0, start), end)}


def _now_beside(around: Surroundings, row: Row, at: int, others: Sequence[int]) -> Dated | None:
    """ "Now" between the figure before and this one: "had 15 members in October 2022 and now counts 24"."""
    previous = max((k for k in others if k < at), default=-1)
    if previous < 0:
        return None
    opened = next((k for k in range(previous + 1, at) if row.word(k) in (*_DIVIDES, "and")), at)
    if any(row.kind(k) == "date" for k in range(opened, at)):
        return None  # "8.4 billion in 2022, while in the first half of 2023 they already amounted to"
    now = next((k for k in range(max(previous + 1, at - 4), at) if row.tokens[k].text in _NOW), None)
    return _published(around, row, now, 7) if now is not None else None


def _years_before(around: Surroundings, row: Row, at: int, limit: int, same: Dated) -> Dated | None:
    """As many years before those of the figure before: "44 per cent in 2020-24, up from 36 in the preceding five-year period"."""
    edtf = same.period.edtf
    if edtf is None or not is_years(edtf):
        return None
    reach = range(at + 1, min(limit, at + 10, len(row.tokens)))
    mark = next((k for k in reach if _BESIDE.intersection(row.tokens[k].text.lower().split())), None)
    if mark is None or any(row.word(k) in (".", ";", ",") for k in range(at + 1, mark)):
        return None
    told = [row.tokens[k].text.lower() for k in range(max(at + 1, mark - 3), min(mark + 4, len(row.tokens)))]
    if not any(word.rstrip("s").endswith(("year", "period", "decade")) for word in told):
        return None
    first, last = int(edtf[:4]), int(edtf[5:])
    start, end = row.tokens[at + 1].start, row.tokens[mark].end
    words = around.page.document.text[start:end]
    way = -1 if _PRECEDING.intersection(row.tokens[mark].text.lower().split()) else 1
    years = way * (last - first + 1)
    period = Period(edtf=f"{first + years:04}/{last + years:04}", words=words, anchor=edtf)
    return Dated(period=period, start=start, end=end, kind=EvidenceKind.IMPLIED)


def _of_goods(row: Row, start: int, at: int) -> bool:
    """Whether a date tells when goods were ordered: "a quarter of Spain's, owing to corvettes ordered in 2018"."""
    return any(
        (sense := row.sense(k, "deal")) is not None and sense.form in ("past", "participle") and row.word(k + 1) != "a"
        for k in range(start + 1, at)
    )


def _holds_for_all(row: Row, same: Dated, at: int) -> bool:
    """Whether the date of one figure is the cut-off or the label of all in its sentence: "up to June 2025", "Total, 2022-25:"."""
    edtf = same.period.edtf or ""
    if edtf.startswith("../"):
        return True
    if edtf.endswith("/..") and same.start <= row.tokens[0].end + 1:
        # "Since February 2022 A has given $66 billion, while B has leveraged €49 billion"
        return any(row.word(k) in ("has", "have") for k in range(max(0, at - 4), at))
    label = next((k for k in range(min(at, len(row.tokens))) if row.kind(k) == "value" or row.word(k) == ":"), at)
    return row.word(label) == ":" and any(row.tokens[k].start == same.start for k in range(label))


def _headed(around: Surroundings, row: Row) -> Dated | None:
    """The time that a short heading sets for what stands below it: "Third-quarter results"."""
    heading = around.heading(row.line)
    for token in heading.tokens if heading is not None and len(heading.tokens) <= _HEADING else ():
        date = token.mention
        if isinstance(date, DateMention) and date.period.edtf:
            return Dated(period=date.period, start=date.start, end=date.end, kind=EvidenceKind.IMPLIED)
    return None


def _present(around: Surroundings, row: Row, reading: Reading) -> Dated | None:
    """The month of publication for what is held now ("operates five", "are on order"), its year for a workforce."""
    at = reading.trigger
    if reading.noun == HELD:
        return _published(around, row, reading.at, 7)
    if (
        not 0 <= at < len(row.tokens)
        or reading.value.per
        or reading.basis is not Basis.LEVEL
        or reading.modality is not Modality.ASSERTED
    ):
        return None
    held = row.sense(at, "held") is not None and any(row.word(k) in ("is", "are") for k in range(at - 4, at))
    if reading.trigger > reading.at and row.sense(at, "held") is not None:
        held = held or any(row.word(k) in ("has", "have") for k in range(max(0, reading.at - 3), reading.at))
    verbs = [s for s in row.senses.get(at, ()) if s.tag in ("hold", "employ") and s.form == "third"]
    verb = next((s for s in verbs if s.tag == "employ"), verbs[0] if verbs else None)
    if verb is None and not (held and reading.holder):
        return None
    staff = (verb is not None and verb.tag == "employ") or counts(row, reading.at, reading.value, "job")
    return _published(around, row, at, 4 if staff else 7)


def _shares_date(row: Row, reading: Reading, following: int) -> bool:
    """Whether a date behind the next figure is this one's as well: "by 10% and 43% in 2023", "rose 12% to $4 billion in 2024".

    Not so in "from 2 to 14 in 2023".
    """
    gap = range(reading.at + 1, following)
    if any(row.word(k) in _DIVIDES or row.kind(k) == "date" or row.sense(k, "level", "change") for k in gap):
        return False
    if reading.sign and row.word(following - 1) in ("to", "a", "record"):
        return True
    mine, other = reading.value, row.tokens[following].mention
    alike = isinstance(other, ValueMention) and (mine.unit == other.unit or row.word(following - 1) == "or")
    alike = alike or _is_measured_twice(row, reading, gap)
    return alike and row.word(following - 1) not in _COMPARED_WITH


def _is_measured_twice(row: Row, reading: Reading, gap: range) -> bool:
    """Whether the next figure is of another measure beside it: "revenues of 20 billion and a margin of 17 percent in 2024"."""
    joint = next((k for k in gap if row.word(k) == "and"), gap.stop)
    owned = reading.measure is not None and reading.measure[0] > 0 and reading.value.kind in ("money", "percent")
    return owned and any(row.sense(k, "measure") is not None for k in range(joint, gap.stop))


def _dates(row: Row, start: int, end: int, reading: Reading) -> Iterator[int]:
    return (
        k
        for k in range(start, end)
        if row.kind(k) == "date"
        and _is_period(row, k)
        and not _is_base(row, k, reading)
        and not _is_bracketed(row, k, reading.at)
        and not _is_of_decision(row, k, reading)
    )


_DECIDED = frozenset([
    "recommended", "proposed", "urged", "agreed", "decided", "announced", "pledged", "vowed", "promised", "called", "asked",
    "approved", "voted", "ordered", "undertook", "committed",
])  # fmt: skip
"""What is done on a day about a sum or share of another time."""


def _is_of_decision(row: Row, at: int, reading: Reading) -> bool:
    """Whether a day or month is that of a proposal to get to a level: "in April a commission recommended 2.6 percent"."""
    if at > reading.at or "-" not in (edtf_at(row, at) or "")[5:] + (edtf_at(row, at) or "")[4:5]:
        return False
    verb = next((k for k in range(max(0, at - 2), reading.at) if row.word(k) in _DECIDED), None)
    if verb is None:
        return False
    goal = [k for k in range(verb + 1, reading.at) if verb > at or row.word(k - 1) == "to"]
    raised = (row.sense(k, "level", "change", "spend") for k in goal)
    return any(s is not None and s.form in ("base", "ing") for s in raised)


def _is_bracketed(row: Row, at: int, figure: int) -> bool:
    """Whether a date stands with other words in brackets in which the figure does not: "(last new one: 9 January, $500m)"."""
    if row.word(at - 1) == "(" and row.word(at + 1) == ":" and row.kind(at + 2) == "value" and at + 2 != figure:
        return True  # "581 million (H1 2024: 503 million)"
    opened = next((k for k in range(at - 1, max(-1, at - 12), -1) if row.word(k) in ("(", ")")), -1)
    if row.word(opened) != "(" or opened >= figure > at or opened == at - 1:
        return False
    closed = next((k for k in range(at + 1, min(len(row.tokens), at + 16)) if row.word(k) == ")"), len(row.tokens))
    return not opened < figure < closed and any(row.kind(k) == "word" for k in range(opened + 1, closed))


def _is_period(row: Row, at: int) -> bool:
    """Whether a token is a date, and not that of a report ("said on Monday") or of the dateline."""
    mention = row.tokens[at].mention if row.kind(at) == "date" else None
    if not isinstance(mention, DateMention) or mention.dateline or mention.period.edtf is None:
        return False
    if mention.exact.lower().startswith("since") and row.word(at - 1) in _RECORDS:
        return False  # "the steepest rise since 2009"
    if _is_of_record(row, at):
        return False
    if row.word(at - 1) in ("in", "of") and row.word(at - 2) in _FOUNDED:
        return False  # "KNDS, founded in 2015, employs 9,500 people"
    if "-" in (mention.period.edtf or "")[5:] and any(row.word(k) in _PASSED for k in range(max(0, at - 2), at)):
        return False  # "the draft budget for 2026 that the cabinet approved last week"
    if len(mention.period.edtf) == 4 and row.sense(at + 1, "measure") is not None:
        return True  # "expects 2023 sales to grow"
    senses = [row.sense(k, "publish") for k in range(max(0, at - 2), at)]
    if len(mention.period.edtf) == 10 and mention.exact[:2].lower() not in ("by", "on"):
        senses.append(row.sense(at + 1, "publish"))  # "the agency yesterday reported"
    return not any(s is not None and s.form in ("past", "third") for s in senses)


def _is_of_record(row: Row, at: int) -> bool:
    """Whether a record goes back to a date: "the largest increase since the 1967 war", "since data collection began in 2005"."""
    since = next((k for k in range(at - 1, max(-1, at - 5), -1) if row.word(k) == "since"), None)
    if since is None:
        return False
    began = row.word(at - 2) in ("began", "begun", "started")
    tops = (k for k in range(max(1, since - 7), since) if row.word(k).endswith("est"))
    return began or any(row.word(k - 1) in ("the", "its", "a") for k in tops)


_LIKE = frozenset(["same", "corresponding", "comparable", "equivalent"])
_SAME = re.compile(
    r"(?:the )?(?:same|corresponding|comparable|year-ago|prior-year) (?:period|quarter|half|months?|term)\b"
)
"""The time of the year before with which results are compared."""


def is_base(row: Row, at: int) -> bool:
    """Whether a date is what a figure is compared with: "33% from the same period last year", "last year's 206 million"."""
    figure = at + 2 if row.word(at + 1) in ("'s", "’s") else at + 1
    if row.kind(figure) == "value":
        return row.word(at - 1) in _COMPARED_WITH or row.word(at - 2) in _COMPARED_WITH
    if row.word(at - 1) == "from" and row.word(at + 1) == "to" and row.kind(at + 2) == "value":
        return True  # "increased 38 percent from last year to 1.19 billion"
    said = row.tokens[at].text.lower()
    start = at - 1 if row.word(at - 1) == "the" else at
    words = {row.word(k) for k in range(max(0, start - 3), start)}
    return _SAME.match(said) is not None and not words.isdisjoint(("compared", "from", "over", "on", "than", "versus"))


def _is_base(row: Row, at: int, reading: Reading) -> bool:
    """Whether a date is what a figure is compared with: "than in 2014-18", "between 2014-18 | and 2019-23"."""
    words = [row.word(k) for k in range(max(0, at - 3), at)]
    if not reading.compared and (at > reading.at or row.word(at + 1) == "to") and is_base(row, at):
        return True  # "from the same period last year | to 308 billion"
    owns = row.word(at + 1) in ("'s", "’s") and row.kind(at + 2) == "word"
    owns = (
        owns
        and row.word(at - 1) in ("to", "of", "by", "after", "without", "despite")
        and not any(row.sense(k, "measure", "flow") is not None for k in range(at + 2, at + 6))
    )
    if owns and at > reading.at and (reading.whole is None or not reading.whole[0] <= at < reading.whole[1]):
        return not reading.compared  # "83 billion, owing to last year's one-off gain"
    if reading.at > at and row.word(at + 1) == "," and row.word(at + 2) in ("when", "where"):
        return False  # "compared with 2021, when imports cost 5.9 billion"
    if "than" in words or "compared" in words or "versus" in words:
        return True
    if words[-1:] == ["over"] and not is_years(edtf_at(row, at)):
        return True
    whole = [row.word(k) for k in range(max(0, at - 5), at)]
    if ("as", "in") in pairwise(whole) or (words[-1:] == ["in"] and "what" in _words(row, at - 5, at)):
        return True  # "four times as many as in 2023"
    if words[-1:] == ["of"] and words[-2:-1] in (["those"], ["that"]) and (reading.sign or row.word(at - 3) in _ABOVE):
        return True  # "20 per cent above those of 2015-19"
    if words[-1:] == ["in"] and words[-2:-1] and words[-2] in _STRETCHES and words[0] in _LIKE:
        return True  # "18% compared to the same period in 2019"
    if words[-1:] == ["of"] and words[-2:-1] and words[-2] in _STRETCHES:
        # "88 per cent more than in the corresponding period of 2023"
        return any(row.word(k) in ("than", "with", "on", "from", "against") for k in range(max(0, at - 8), at - 2))
    if not (reading.sign or reading.basis is Basis.MULTIPLE):
        return False
    if row.tokens[at].text.lower().startswith("from ") and (edtf_at(row, at) or "").endswith("/.."):
        return True  # "a 19.4% increase in real terms from 2023"
    if words[-1:] == ["on"] and (at == 1 or row.tokens[at].text.lower() in _WEEKDAYS):
        return False  # "shares rose 4.2 percent on Tuesday"
    if words[-1:] in (["from"], ["on"], ["against"]) or (
        words[-1:] == ["in"] and words[-2:-1] in (["those"], ["that"], ["with"], ["against"])
    ):
        return True
    opens = row.tokens[at].text.lower().startswith("between ") or words[-1:] == ["between"]
    return opens and row.word(at + 1) == "and" and row.kind(at + 2) == "date"


def _is_taken(row: Row, at: int, previous: int, current: int) -> bool:
    """Whether a date belongs to the figure before: it follows that closely, and a comma ends its clause."""
    if previous < 0 or at < previous or at - previous > 3:
        return False
    return any(row.word(k) == "," for k in range(at, current))


def _is_of_next(row: Row, at: int, date: int, following: int) -> bool:
    """Whether a date opens the part of the figure behind it: "allocated 5.9 billion, in March | 1.2 billion"."""
    if not date < following <= date + 3 or following >= len(row.tokens):
        return False
    opened = any(row.word(k) in (",", ";") for k in range(max(at + 1, date - 3), date))
    closed = any(row.word(k) in (",", ";", "(", "and", "or", "to", "from") for k in range(date + 1, following))
    return opened and not closed and any(row.kind(k) == "date" for k in range(at))


def _leads_on(row: Row, start: int, at: int) -> bool:
    """Whether a date opens the next predicate: "has 290 on order and on 29 December signed a third contract"."""
    following = row.sense(at + 1, "deal", "flow", "spend", "change", "publish", "level")
    return (
        following is not None
        and following.form in ("past", "third")
        and any(row.word(k) == "and" for k in range(max(start, at - 3), at))
    )


def _is_aside(row: Row, at: int, end: int) -> bool:
    """Whether a date stands in a relative clause that a comma closes: "the institute, whose tracker was updated today, puts"."""
    opened = next((k for k in range(at - 1, max(0, at - 10), -1) if row.word(k) in (",", "which", "whose", "who")), 0)
    return row.word(opened) in _RELATIVES and any(row.word(k) == "," for k in range(at + 1, min(end, at + 8)))


def _breaks(row: Row, start: int, end: int) -> bool:
    return any(row.word(k) in (";", "while", "whereas") for k in range(start, end))


def dated_at(row: Row, at: int) -> Dated:
    """The period of a date, with the months that it ends: "the three months ended 30 June"."""
    mention = row.tokens[at].mention
    assert isinstance(mention, DateMention)
    if (stretch := stretch_before(row, at)) is not None:
        edtf, begin = stretch
        words = f"{row.tokens[at - 1].text} {mention.exact}"
        period = Period(edtf=edtf, words=words, anchor=mention.period.edtf)
        return Dated(period=period, start=row.tokens[begin].start, end=mention.end, kind=EvidenceKind.IMPLIED)
    if is_since(row, at):
        period = Period(edtf=f"{mention.period.edtf}/..", words=mention.exact, anchor=mention.period.edtf)
        return Dated(period=period, start=mention.start, end=mention.end, kind=EvidenceKind.IMPLIED)
    return Dated(period=mention.period, start=mention.start, end=mention.end)


def _implied_date(dated: Dated) -> Dated:
    return evolve(dated, kind=EvidenceKind.IMPLIED)


def _now_or_then(around: Surroundings, row: Row, at: int, *, counted: bool = False) -> Dated | None:
    """What "now", "in early trading" and "at the time" mean: the month or day of publication, the year of the date before."""
    for k, token in enumerate(row.tokens):
        text = token.text
        present = text == "present" and row.word(k - 1) == "at"
        if (text in _NOW or present) and abs(k - at) < _NEAR:
            return _published(around, row, k, 7)
        shares = text in _CLOSES and any(row.word(j) in _SHARES for j in range(max(0, k - 5), k))
        if abs(k - at) < _NEAR and (text in _TRADING or shares):
            return _published(around, row, k, 10)
        if text == "far" and row.word(k - 1) == "so" and counted and abs(k - at) < _NEAR:
            return _published(around, row, k, 7)
        if text == "time" and row.word(k - 2) == "at" and row.word(k + 1) != "of":
            start = row.tokens[k - 2].start
            date = around.date_before(row.line.story, start)
            if date is not None and date.period.edtf and date.period.edtf[:4].isdigit():
                words = around.page.document.text[start : token.end]
                period = Period(edtf=date.period.edtf[:4], words=words, anchor=date.period.edtf)
                return Dated(period=period, start=start, end=token.end, kind=EvidenceKind.IMPLIED)
    return None


def month_of_page(around: Surroundings, row: Row, at: int) -> Dated | None:
    """The month of publication, shown by the words of a figure."""
    return _published(around, row, at, 7)


def _published(around: Surroundings, row: Row, at: int, digits: int) -> Dated | None:
    """The month (7 digits) or day (10) of publication, where the day is known."""
    day, token = around.published(row.line.story), row.tokens[at]
    if day is None or len(day) != 10:
        return None
    period = Period(edtf=day[:digits], words=token.text, anchor=day)
    return Dated(period=period, start=token.start, end=token.end, kind=EvidenceKind.IMPLIED)


def is_survey(edtf: str | None) -> bool:
    """Whether a period is some years or decades: "2019/2023", "201X/2024"."""
    return edtf is not None and len(edtf) == 9 and edtf[4] == "/"


def is_years(edtf: str | None) -> bool:
    """Whether a period leads from one year to another: "2019/2023"."""
    return edtf is not None and is_survey(edtf) and (edtf[:4] + edtf[5:]).isdigit()
