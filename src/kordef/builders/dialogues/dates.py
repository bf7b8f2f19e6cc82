"""The dates of dialogues: the day of a meeting, the stretch of a stay, and what follows from other dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from kordef.builders.dialogues.meetings import When
from kordef.builders.dialogues.occasions import Occasion
from kordef.builders.grammar.surroundings import DETERMINERS, date_of, day_like, of_report
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.grammar.when_clauses import opening, time_before
from kordef.builders.page import Page
from kordef.builders.told_days import day_of, single_month
from kordef.mentions.model import DateMention, ValueMention
from kordef.periods import Period
from kordef.vocabulary import DialogueKind, EvidenceKind

__all__ = ["Calendar"]

_DURING = frozenset(["during", "at", "sidelines", "margins", "fringes", "for"])
_ENDS = frozenset(
    (
        "end ends ended ending conclude concludes concluded concluding close closes closed closing finish finishes finished "
        "until till through"
    ).split()
)
_ARRIVED = frozenset("arrived reached landed came flew touched".split())
_BEGINS = frozenset(
    "begins began beginning starts started starting opens opened opening commences commenced from since".split()
)


_OPENING = 400
"""The characters from a dateline within which a sentence is the first that it leads to."""
_REACH = 60
"""The words within which a day of a sentence may be that of a stay or journey told in it."""
_ONGOING = frozenset(["is", "are", "been"])
_HABITS = frozenset(
    ["every", "often", "usually", "always", "never", "not", "due", "expected", "to", "seldom", "rarely", "regularly"]
)
_TO_COME = frozenset(["will", "would", "shall", "due", "plans", "scheduled"])
_REMARKS = frozenset(["remarks", "remark", "comments", "comment", "announcement"])
_HOURS = frozenset(["hours", "minutes", "moments", "shortly", "soon", "immediately"])
_CLOSES = frozenset(
    "concluded concludes ended ends finished finishes completed completes closed wrapped returned returns".split()
)
_OPENS = frozenset(
    (
        "begin began begins beginning start starting started starts opened opens arrived arrives arriving landed embarked "
        "embarks flew left set kicked"
    ).split()
)


class Calendar:
    """Finds the date of a trigger in its sentence, and works out what the words leave to be worked out."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._days: dict[int, str | None] = {}
        self._blocks: dict[int, list[DateMention]] | None = None

    def written(self, story: int) -> str | None:
        """The day that a story is dated from, else the one on which the document was published."""
        if story not in self._days:
            span = self.page.document.stories[story].dateline
            dates = self.page.mentions.dates
            own = (d for d in dates if span.start <= d.start < span.end) if span is not None else ()
            published = self.page.document.published
            self._days[story] = next((d.period.edtf for d in own), published.edtf if published else None)
        return self._days[story]

    def of(self, line: Line, start: int, end: int, limit: int, *, behind: bool = False) -> When | None:
        """The date of the words ``start`` to ``end``, looked for up to ``limit`` and, unless ``behind``, in front of them."""
        token = date_of(line.tokens, start, end, start if behind else 0, limit)
        told = None if behind else time_before(line.tokens, start)
        if told is not None and (token is None or token.start < line.tokens[told].start):
            # "on Monday for the first time since February 2019, when Merkel was in Tokyo"
            mention = line.tokens[told].mention
            assert isinstance(mention, DateMention)
            return When(period=opening(mention).period, witness=line.tokens[told])
        if token is None or not isinstance(token.mention, DateMention):
            return None
        if len(token.mention.period.edtf or "") == 4:
            # "for the second time this year on Tuesday"
            at = line.tokens.index(token)
            after = (t for t in line.tokens[at + 1 : at + 3] if isinstance(t.mention, DateMention))
            day = next((t for t in after if isinstance(t.mention, DateMention) and day_of(t.mention.period.edtf)), None)
            if day is not None and isinstance(day.mention, DateMention):
                return When(period=day.mention.period, witness=day)
        return When(period=token.mention.period, witness=token)

    def of_stay(self, line: Line, noun: Occasion) -> When | None:
        """The days of "a four-day visit that ends tomorrow" and of one that "began on Monday and ends today"."""
        tokens = line.tokens
        if noun.visit and (run := self._run(tokens, noun.end)) is not None:
            return run
        days = next(
            (
                int(m.amount.low)
                for t in tokens[max(0, noun.start - 2) : noun.head]
                if isinstance(m := t.mention, ValueMention)
                and m.kind == "duration"
                and m.unit == "day"
                and m.amount.low is not None
                and m.amount.low == m.amount.high
                and m.amount.low == int(m.amount.low)
            ),
            None,
        )
        if days is None or not 1 < days < 60:
            return None
        if (stay := self._stay_before(tokens, noun, days)) is not None:
            return stay
        for position in range(noun.end, len(tokens)):
            token = tokens[position]
            if not isinstance(token.mention, DateMention):
                continue
            day = day_of((token.mention.period.edtf or "").removeprefix("../").removesuffix("/.."))
            before = {t.text for t in tokens[max(noun.end, position - 3) : position]}
            if day is None:
                continue
            second = _joined_day(tokens, position)
            if second is not None and (second - day).days == days - 1:
                period = Period(edtf=f"{day.isoformat()}/{second.isoformat()}", words=token.mention.exact)
                return When(period=period, witness=token, kind=EvidenceKind.COMPUTED)
            try:
                if before & _ENDS or _closed(tokens, noun) or (token.mention.period.edtf or "").startswith("../"):
                    first, last = day - timedelta(days=days - 1), day
                elif before & _BEGINS or _opened(tokens, noun) or (token.mention.period.edtf or "").endswith("/.."):
                    first, last = day, day + timedelta(days=days - 1)
                else:
                    continue
            except OverflowError:
                return None
            period = Period(edtf=f"{first.isoformat()}/{last.isoformat()}", words=token.mention.exact)
            return When(period=period, witness=token, kind=EvidenceKind.COMPUTED)
        return None

    @staticmethod
    def _run(tokens: Sequence[Token], behind: int) -> When | None:
        """From the day on which something is said to begin to the one on which it is said to end."""
        first: Token | None = None
        for position in range(behind, min(behind + _REACH, len(tokens))):
            token = tokens[position]
            day = day_of(token.mention.period.edtf) if isinstance(token.mention, DateMention) else None
            if day is None:
                continue
            before = {t.text for t in tokens[max(behind, position - 4) : position]}
            if first is None and before & _BEGINS:
                first = token
            elif isinstance(opens := first.mention if first is not None else None, DateMention):
                start = opens.period.edtf
                stay = day_of(start)
                if not before & _ENDS or stay is None or not 0 < (day - stay).days < 60:
                    return None
                period = Period(edtf=f"{start}/{day.isoformat()}", words=opens.exact)
                return When(period=period, witness=first or token, kind=EvidenceKind.COMPUTED)
        return None

    def ongoing(self, line: Line, at: int) -> When | None:
        """The days of a stay that goes on: "has been in Pakistan since 26 March and leaves on 29 March", else the month."""
        tokens = line.tokens
        words = {t.text for t in tokens[max(0, at - 3) : at + 3]}
        if not words & _ONGOING or not line.words.isdisjoint(_HABITS):
            return None
        dates = [t for t in tokens if isinstance(t.mention, DateMention) and t.mention.period.edtf]
        open_ = next((t for t in dates if (t.mention.period.edtf or "").endswith("/..")), None)  # type: ignore[union-attr]
        first = day_of(self._edtf(open_).removesuffix("/..")) if open_ is not None else None
        if open_ is not None and first is not None:
            ends = {"leaves", "leave", "until", "till", "ends", "departs", "returns", "return", "home", "end"}
            for token in dates:
                last = day_of(self._edtf(token).removeprefix("../"))
                after = token.start > open_.start and not ends.isdisjoint(t.text for t in tokens)
                if last is None or not after:
                    continue
                if last < first:
                    last = self._in_year(last, first)
                if 0 < (last - first).days < 60:
                    period = Period(edtf=f"{first.isoformat()}/{last.isoformat()}", words=open_.text)
                    return When(period=period, witness=open_, kind=EvidenceKind.COMPUTED)
            return None
        written = self.written(line.story)
        if dates or day_of(written) is None or written is None:
            return None
        return When(period=Period(edtf=written[:7]), witness=tokens[at], kind=EvidenceKind.IMPLIED)

    @staticmethod
    def _edtf(token: Token) -> str:
        return (token.mention.period.edtf or "") if isinstance(token.mention, DateMention) else ""

    @staticmethod
    def _in_year(day: date, first: date) -> date:
        """The same day in the year of another, or the year after."""
        try:
            moved = day.replace(year=first.year)
            return moved if moved >= first else day.replace(year=first.year + 1)
        except ValueError:
            return day

    @staticmethod
    def _stay_before(tokens: Sequence[Token], noun: Occasion, days: int) -> When | None:
        """The days of "today concluded a three-day visit", "arrived on Monday on a three-day visit"."""
        reach = max(0, noun.start - _REACH)
        linked = any(
            tokens[n].text in _HOURS and tokens[n + 1].text in ("after", "before")
            for n in range(reach, max(0, noun.start - 2))
        )  # "said on Tuesday that ..., hours after the minister wrapped up a two-day stay": the same day
        for position in range(noun.start - 1, reach - 1 if linked else max(-1, noun.start - 14), -1):
            token = tokens[position]
            if not isinstance(token.mention, DateMention):
                continue
            day = day_of(token.mention.period.edtf)
            around = {t.text for t in tokens[max(0, position - 4) : noun.start]}
            sign = -1 if around & _CLOSES else 1 if around & _OPENS else 0
            if day is None or not sign:
                return None
            try:
                other = day + sign * timedelta(days=days - 1)
            except OverflowError:
                return None
            first, last = min(day, other), max(day, other)
            period = Period(edtf=f"{first.isoformat()}/{last.isoformat()}", words=token.mention.exact)
            return When(period=period, witness=token, kind=EvidenceKind.COMPUTED)
        return None

    @staticmethod
    def ahead(line: Line, when: When | None, last: int) -> bool:
        """Whether a date is that of the journey to what is to come: "flew to Manila on Monday, where he is to meet ..."."""
        tokens = line.tokens
        near = range(max(0, last - _REACH), last)
        at = next((n for n in near if when is not None and tokens[n] is when.witness), last)
        if any(t.text in _TO_COME for t in tokens[max(0, at - 10) : at]):
            return False  # "will travel to Berlin on 20 June, where he will meet ...": both on that day
        where = next((n for n in range(at, last) if tokens[n].text == "where" and tokens[n].kind == "word"), last)
        return any(t.text in ("will", "would", "to") and t.kind == "word" for t in tokens[where : min(where + 8, last)])

    def here(self, line: Line) -> When | None:
        """The day of the dateline, for what a report says happened "here" or "today" without another day."""
        span = self.page.document.stories[line.story].dateline
        if span is None or not 0 <= line.start - span.start < _OPENING or "here" not in line.at:
            return None
        return self.dateline(line.story)

    def dateline(self, story: int) -> When | None:
        """The day of a story's dateline."""
        span = self.page.document.stories[story].dateline
        if span is None:
            return None
        own = (d for d in self.page.mentions.dates if span.start <= d.start < span.end)
        day = next((d for d in own if day_of(d.period.edtf) is not None), None)
        return None if day is None else When(period=day.period, witness=day, kind=EvidenceKind.IMPLIED)

    @staticmethod
    def said_on(line: Line, at: int) -> When | None:
        """The day on which somebody spoke, right before "after talks with": "said on Tuesday after"."""
        before = line.tokens[at - 1] if at > 0 else None
        if before is None or not isinstance(before.mention, DateMention) or day_of(before.mention.period.edtf) is None:
            return None
        return When(period=before.mention.period, witness=before)

    @staticmethod
    def of_remarks(previous: Line, line: Line) -> When | None:
        """The day on which somebody "said on Thursday that ...", for the briefing at which "the remarks" were made."""
        if _REMARKS.isdisjoint(line.words):
            return None
        tokens = previous.tokens
        dates = [(n, t.mention) for n, t in enumerate(tokens) if isinstance(t.mention, DateMention)]
        days = [(n, m) for n, m in dates if of_report(tokens, n) and day_of(m.period.edtf) is not None]
        if len(days) != 1:
            return None
        at, mention = days[0]
        return When(period=mention.period, witness=tokens[at], kind=EvidenceKind.IMPLIED)

    @staticmethod
    def as_told(line: Line, start: int) -> When | None:
        """The day on which somebody spoke while he met somebody: "said on Sunday as he met with the chancellor"."""
        tokens = line.tokens
        at = next((i for i in range(start - 1, max(0, start - 5), -1) if tokens[i].text in ("as", "while")), 0)
        day = tokens[at - 1].mention if at else None
        if not isinstance(day, DateMention) or day_of(day.period.edtf) is None:
            return None
        return When(period=day.period, witness=tokens[at - 1])

    def month_of_paragraph(self, line: Line) -> When | None:
        """The month in which a story is written, where another sentence of the paragraph tells a day of it."""
        written = self.written(line.story)
        if written is None or len(written) != 10:
            return None
        days = [d for d in self._of_block(line.block) if (d.period.edtf or "")[:4].isdigit()]
        this = [d for d in days if (d.period.edtf or "")[:7] == written[:7] and len(d.period.edtf or "") >= 10]
        own = [d for d in days if line.start <= d.start < line.end]  # is that of something else
        if not this or own:
            return None
        return When(period=Period(edtf=written[:7]), witness=this[0], kind=EvidenceKind.IMPLIED)

    def _of_block(self, block: int) -> Sequence[DateMention]:
        """The dates of a paragraph."""
        if self._blocks is None:
            self._blocks = {}
            for mention in self.page.mentions.dates:
                self._blocks.setdefault(mention.block, []).append(mention)
        return self._blocks.get(block, ())

    def recent(self, when: When | None, line: Line) -> bool:
        """Whether a date is not known or lies within ten days of the date that the story is written on."""
        if when is None:
            return True
        written = self.written(line.story)
        first, _, last = (when.period.edtf or "").partition("/")
        a, b = day_of(first), day_of(written)
        if a is None or b is None:
            return bool(first) and written is not None and written.startswith(first)
        end = day_of(last) or a
        return a - timedelta(days=10) <= b <= end + timedelta(days=10)

    @staticmethod
    def coarse(when: When, before: int) -> bool:
        """Whether a date is only a season, quarter or year, told before a position: "for the second time this spring"."""
        edtf = when.period.edtf or ""
        return when.witness.start < before and (len(edtf) == 4 or (len(edtf) == 7 and edtf[5:] > "12"))

    @staticmethod
    def of_topic(when: When, tokens: Sequence[Token], behind: int) -> bool:
        """Whether a date is only a season or year behind what is talked about."""
        edtf = when.period.edtf or ""
        coarse = len(edtf) == 4 or (len(edtf) == 7 and edtf[5:] > "12")
        return coarse and behind < len(tokens) and when.witness.start > tokens[behind].start

    def month(self, when: When | None) -> When | None:
        """The month of a day: of a visit that goes on around it only the month is known."""
        if when is None or when.period.edtf is None:
            return when
        edtf = when.period.edtf
        if len(edtf) != 10 or "/" in edtf:
            return when
        return self.whole_month(when) or when

    @staticmethod
    def whole_month(when: When | None) -> When | None:
        """The one month that a day or stretch lies in."""
        period = single_month(when.period, _words(when)) if when is not None else None
        if when is None or period is None:
            return None
        return When(period=period, witness=when.witness, kind=EvidenceKind.IMPLIED)

    def plain(self, when: When | None, kind: DialogueKind | None) -> When | None:
        """A week as the month that it lies in."""
        edtf = when.period.edtf if when else None
        if when is None or edtf is None or "/" not in edtf or (kind is DialogueKind.VISIT and len(edtf) != 21):
            return when
        first, _, last = edtf.partition("/")
        a, b = day_of(first), day_of(last)
        if a is None or b is None or (b - a).days != 6 or a.weekday() != 0:
            return when
        return self.whole_month(when) or when

    def shifted(self, line: Line, start: int, when: When | None, *, multi: bool) -> When | None:
        """The date of what was "a day after" or "during" the main event; a gathering of several days gets the month."""
        tokens = line.tokens
        position = start - 1
        while position > 0 and tokens[position].text in DETERMINERS:
            position -= 1
        if position < 0:
            return when
        word = tokens[position].text
        if when is None:
            days = _distance(tokens[max(0, position - 3) : position]) if word in ("after", "before") else None
            behind = next((t for t in tokens[start:] if isinstance(m := t.mention, DateMention) and day_like(m)), None)
            if days and behind is not None and isinstance(behind.mention, DateMention):
                # "two days after the summit, he was shown round the plant on Friday"
                return _moved(When(period=behind.mention.period, witness=behind), -days if word == "after" else days)
            return None
        if multi and word == "at" and position > 0 and tokens[position - 1] is when.witness:
            return when  # "on Tuesday at the G20 summit"
        if multi and word == "at" and _told_of(tokens, start, when.witness):
            return when  # "at the NATO summit in Madrid on 28 June"
        if multi and (word in _DURING or (word == "of" and position and tokens[position - 1].text in _DURING)):
            return self.month(when)
        if when.witness.start > tokens[start].start:
            return when
        if word in ("after", "before", "of") and position >= 1:
            if word == "of":
                return when
            days = _distance(tokens[max(0, position - 3) : position])
            if days:
                # "on Friday, a day after a summit": the summit came first
                return _moved(when, -days if word == "after" else days)
        return when

    def _begun(self, token: Token, story: int) -> bool:
        """Whether a month is not in the future."""
        edtf = token.mention.period.edtf if isinstance(token.mention, DateMention) else None
        written = self.written(story)
        return edtf is not None and written is not None and edtf[5:7] <= "12" and edtf <= written[: len(edtf)]

    @staticmethod
    def opening(heading: Sequence[Token], line: Line) -> When | None:
        """The day that the paragraph opens with ("Thursday.")."""
        for token in heading:
            mention = token.mention
            if isinstance(mention, DateMention) and day_like(mention) and day_of(mention.period.edtf) is not None:
                past = any(t.text in ("had", "earlier", "previously", "ago") for t in line.tokens[:8])
                return None if past else When(period=mention.period, witness=token, kind=EvidenceKind.IMPLIED)
        return None

    def carried(self, previous: Line, line: Line) -> When | None:
        """The one day that the sentence before tells of."""
        days = [
            t
            for n, t in enumerate(previous.tokens)
            if isinstance(t.mention, DateMention) and day_like(t.mention) and not of_report(previous.tokens, n)
        ]
        exact = [t for t in days if isinstance(t.mention, DateMention) and day_of(t.mention.period.edtf) is not None]
        if exact or any(len(t.mention.period.edtf or "") != 7 for t in days if isinstance(t.mention, DateMention)):
            days = exact  # a month that has begun is carried on too, where it stands alone
        elif previous.block != line.block or any(not self._begun(t, previous.story) for t in days):
            return None
        if len(days) != 1 or any(
            t.text in ("had", "has", "have", "earlier", "last", "previously") for t in line.tokens[:8]
        ):
            return None
        mention = days[0].mention
        assert isinstance(mention, DateMention)
        carried = When(period=mention.period, witness=days[0], kind=EvidenceKind.IMPLIED)
        arrives = not _ARRIVED.isdisjoint(previous.words) and "also" in line.texts
        return Calendar.whole_month(carried) if arrives else carried  # what else a guest did he may have done later

    @staticmethod
    def within(inner: When | None, outer: When | None) -> bool:
        """Whether one date may lie in another; what is not known may."""
        a = inner.period.edtf if inner else None
        b = outer.period.edtf if outer else None
        if not a or not b:
            return True
        if "/" in b:
            first, _, last = b.partition("/")
            return first[: len(a)] <= a[: len(first)] <= last[: len(a)]
        return a.startswith(b) or b.startswith(a)


def _joined_day(tokens: Sequence[Token], at: int) -> date | None:
    """The second of two days ("on Sunday and Jan. 30")."""
    if at + 2 >= len(tokens) or tokens[at + 1].text != "and":
        return None
    mention = tokens[at + 2].mention
    return day_of(mention.period.edtf) if isinstance(mention, DateMention) else None


def _told_of(tokens: Sequence[Token], start: int, witness: object) -> bool:
    """Whether a date stands in the phrase that names a gathering, behind its town or its noun."""
    at = next((n for n in range(start + 1, min(start + 9, len(tokens))) if tokens[n] is witness), None)
    if at is None or tokens[at - 1].text not in ("on", "of"):
        return False
    return all(t.kind == "actor" or t.text not in (",", "and", ";") for t in tokens[start:at])


def _closed(tokens: Sequence[Token], noun: Occasion) -> bool:
    """Whether a stay is told as over: "wrapped up a three-day stay in Riga on Monday"."""
    return not _CLOSES.isdisjoint(t.text for t in tokens[max(0, noun.start - 5) : noun.start])


def _opened(tokens: Sequence[Token], noun: Occasion) -> bool:
    """Whether a stay is told as one that begins: "is beginning his two-day visit to Riga today"."""
    return not _OPENS.isdisjoint(t.text for t in tokens[max(0, noun.start - 5) : noun.start])


def _words(when: When) -> str | None:
    witness = when.witness
    return witness.text if isinstance(witness, Token) else witness.exact


def _distance(tokens: tuple[Token, ...] | list[Token]) -> int | None:
    """How many days "a day", "two days" are."""
    if not tokens:
        return None
    last = tokens[-1]
    if isinstance(last.mention, ValueMention) and last.mention.unit == "day" and last.mention.amount.low is not None:
        return int(last.mention.amount.low)
    if last.text == "day" and len(tokens) > 1 and tokens[-2].text in ("a", "one"):
        return 1
    return None


def _moved(when: When, days: int) -> When:
    day = day_of(when.period.edtf)
    if day is None:
        return when
    try:
        moved = day + timedelta(days=days)
    except OverflowError:
        return when
    period = Period(edtf=moved.isoformat(), words=_words(when))
    return When(period=period, witness=when.witness, kind=EvidenceKind.COMPUTED)
