"""When agreements were made: the days that the sentences of a page name, and which of them belongs to an agreement."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.agreements.acts import RELATIVES, Deed
from kordef.builders.agreements.dates import begins_at, beside, date_of_deed, days_of, only_told, own_date, passed_on
from kordef.builders.agreements.drafts import Draft, Step, add_step
from kordef.builders.agreements.phrases import Noun
from kordef.builders.agreements.sides import clause_of
from kordef.builders.agreements.standing import brought_home, in_force
from kordef.builders.agreements.status import held
from kordef.builders.chronology import entry_day
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.surroundings import date_of, of_report
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.builders.parties import names_pair
from kordef.builders.told_days import ToldDays
from kordef.document import BlockKind
from kordef.mentions.model import DateMention
from kordef.vocabulary import AgreementKind, AgreementStatus, EvidenceKind

__all__ = ["Days"]

_AS_WELL = frozenset(["also", "too", "likewise", "presence", "occasion"])
_GOING = (AgreementStatus.PROPOSED, AgreementStatus.NEGOTIATING)
_SUPERLATIVES = frozenset(["most", "first", "biggest", "largest", "closest", "strongest"])
_STATED = 5
"""How many paragraphs further on a joint statement may still be that of a meeting."""
_MET = frozenset("met hosted received held meeting talks summit convened gathered ministerial dialogue".split())
"""Words of a sentence that tells of a meeting."""


def _within(one: Token, other: Token) -> bool:
    """Whether a date lies in the year or month that another gives."""
    mine, theirs = one.mention, other.mention
    if not isinstance(mine, DateMention) or not isinstance(theirs, DateMention) or not theirs.period.edtf:
        return False
    return (mine.period.edtf or "").startswith(theirs.period.edtf)


def _only_initialled(tokens: Sequence[Token], deed: Deed) -> bool:
    """Whether a paper was only initialled then ("initialled in June 2022; signed in Seoul on 8 March 2023")."""
    return tokens[deed.match.start].text.startswith("initial")


class Days:
    """The days that the sentences read so far have named."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.told = ToldDays()
        self.previous: Line | None = None
        self.days: list[list[Step]] = []
        """The days that each sentence of the paragraph so far names."""
        self.day: tuple[Line, Step] | None = None
        """The last day that a sentence of the story names by itself."""
        self.news: tuple[Line, Step] | None = None
        """The day on which the last agreement of a story that has one was made."""
        self.partners: frozenset[str] = frozenset()
        """Whose agreement that was."""
        self.heading: tuple[int, Step] | None = None
        """The day that a paragraph begins with ("Thursday. ...")."""

    def made(self, line: Line, drafts: Sequence[Draft]) -> None:
        """Remember the day on which the agreements of a sentence were made."""
        for draft in drafts:
            step = draft.steps.get("signed") or draft.steps.get("announced")
            if step is not None and len(step.period.edtf or "") == 10:
                self.news, self.partners = (line, step), draft.states

    def note(self, line: Line) -> None:
        """Remember the days that a sentence names."""
        self.told.note(line)
        if line.kind is not BlockKind.PARAGRAPH:
            return
        reported = [t for i, t in enumerate(line.tokens) if t.kind == "date" and of_report(line.tokens, i)]
        named = [d for d in days_of(line) if not any(t is d.witness for t in reported)]
        if self.previous is None or self.previous.block != line.block:
            self.days = []
            self.heading = (line.block, named[0]) if len(named) == 1 and len(line.tokens) <= 4 else None
        self.days.append(named)
        if len(named) == 1:
            self.day = (line, named[0])
        self.previous = line

    def date(
        self,
        draft: Draft,
        line: Line,
        clauses: Clauses,
        noun: Noun,
        found: Sequence[Deed],
        acts: Sequence[Match],
        last: Draft | None,
        *,
        bound: bool = False,
    ) -> None:
        """Give a draft the dates of its steps.

        ``last`` is the agreement told before it; ``bound`` says that other words than a verb tell that it is in force.
        """
        tokens = line.tokens
        own = own_date(line, noun)
        since = next((t for t in tokens[noun.end :] if begins_at(t) is not None), None)
        if since is not None and any(t.text in _SUPERLATIVES for t in tokens[noun.end :] if t.start < since.start):
            since = None  # "the most important treaty of the two states since 1902"
        start = begins_at(since) if since is not None else None
        if since is not None and start is not None and in_force(line, noun) is not None:
            draft.steps["in_force"] = Step(period=start, witness=since)
        if draft.status is AgreementStatus.IN_FORCE and not draft.steps and (bound or held(line, noun)):
            # "since 2014 A has had an agreement", "A and B have been bound by a treaty since 1994"
            low, high = clause_of(tokens, noun)
            opening = next((t for t in tokens[low:high] if begins_at(t) is not None), None)
            if opening is not None and opening.start > tokens[noun.end - 1].start and since is None:
                opening = None
            if opening is not None and (start := begins_at(opening)) is not None:
                draft.steps["in_force"] = Step(period=start, witness=opening)
        if not found:
            if own is None and brought_home(line, noun):
                own = date_of(tokens, noun.start, noun.end, 0, noun.end)
            if since is not None and start is not None and held(line, noun):
                draft.steps["in_force"] = Step(period=start, witness=since)
            elif own is not None and draft.status not in _GOING:
                add_step(draft, "signed", own)
            elif draft.kind is AgreementKind.JOINT_DECLARATION and draft.status is AgreementStatus.ANNOUNCED:
                day = entry_day(self.page, line) if not draft.steps else None
                met = self.told.of(line, draft.states, reach=_STATED) if not draft.steps else None
                if day is not None and isinstance(day.mention, DateMention):
                    draft.steps["announced"] = Step(period=day.mention.period, witness=day, kind=EvidenceKind.IMPLIED)
                elif met is not None:  # "In a joint statement, the ministers condemned ..."
                    draft.steps["announced"] = Step(period=met.period, witness=met.token, kind=EvidenceKind.IMPLIED)
            return
        for done in sorted(found, key=lambda d: (d.status is AgreementStatus.PROPOSED, _only_initialled(tokens, d))):
            # "first drafted in 2023, it is to be signed on Wednesday": the signing counts
            token = date_of_deed(line, noun, done, acts)
            behind = not done.ahead and done.name in ("renew", "prolong")
            if own is not None and done is found[0] and (token is None or done.name == "sign" or behind):
                token = token if token is not None and _within(token, own) else own
            elif token is not None and only_told(tokens, token, done.match.group.start):
                if draft.status is AgreementStatus.SIGNED:
                    add_step(draft, "announced", token)
                continue
            if done.step == "ended" and token is not None and token is own:
                add_step(draft, "signed", token)  # "denounced the 2006 agreement"
            elif done.step and token is not None:
                add_step(draft, done.step, token)
            elif own is not None and draft.status not in _GOING:
                add_step(draft, "signed", own)
            elif not done.match.noun and line.tokens[done.match.start].text.endswith("ing"):
                continue  # "voiced concern over the two signing a treaty": when they did is not told
            elif done.step and token is None:
                self._carried(draft, line, clauses, done, last)
                if not draft.steps and (told := self._made_there(draft, line, noun, done)) is not None:
                    draft.steps[done.step] = told
                day = entry_day(self.page, line) if not draft.steps and draft.status not in _GOING else None
                if day is not None and isinstance(day.mention, DateMention):
                    # "3 May 2023", and below it: "The two ministers sign a memorandum"
                    draft.steps[done.step] = Step(period=day.mention.period, witness=day, kind=EvidenceKind.IMPLIED)
        if own is not None and "in_force" in draft.steps and draft.steps["in_force"].witness is not own:
            add_step(draft, "signed", own)  # "the entry into force, on 1 May, of the agreement signed in 2023"
        if own is not None and "ended" in draft.steps and "signed" not in draft.steps:
            if draft.steps["ended"].witness is not own:
                add_step(draft, "signed", own)  # "terminated the 2014 treaty with effect from Thursday"

    def _carried(self, draft: Draft, line: Line, clauses: Clauses, deed: Deed, last: Draft | None) -> None:
        """The day of the sentence before, where "they" or "the two governments" go on with what happened then."""
        if draft.status in _GOING or draft.status is AgreementStatus.ENDED:
            return
        if self.previous is None or self.previous.story != line.story:
            return
        low, high, _ = clauses.subject_span(deed.match.group.start)
        pronoun = any(t.text in ("they", "he", "she", "both") for t in line.tokens[low:high])
        day = self.day if beside(line.tokens) else None
        if day is not None and day[0].story == line.story and line.block - day[0].block < 4 and deed.step:
            if deed.match.group.aspect in ("plain", "done", "agreed"):
                draft.steps[deed.step] = day[1]
                return
        also = not _AS_WELL.isdisjoint(line.texts)
        heading = self.heading is not None and self.heading[0] == line.block
        near = self.news is not None and self.news[0].story == line.story and line.block - self.news[0].block < 4
        if also and near and not heading and self.news is not None and deed.step:
            draft.steps[deed.step] = passed_on(self.news[1])
            return
        adopted = (
            draft.kind is AgreementKind.JOINT_DECLARATION
            and line.tokens[deed.match.start].text in ("adopted", "issued", "released", "endorsed")
            and (low >= high or line.tokens[low].text in ("ministers", "leaders", "presidents", "the", "sides"))
        )
        held = self.day if adopted and not pronoun else None
        if held is not None and held[0].story == line.story and line.block - held[0].block < 2:
            if any(t.text in _MET for t in held[0].tokens):
                draft.steps[deed.step or "signed"] = held[1]
                return
        if not pronoun and not also and not heading and not names_pair(self.page, line):
            return
        if draft.status is AgreementStatus.ANNOUNCED and last is not None and "signed" in last.steps:
            step = last.steps["signed"]
            if deed.name in ("announce", "found", "upgrade"):
                draft.steps[deed.step] = passed_on(step)
            return
        if heading and self.heading is not None:
            days = [self.heading[1]]
        else:
            days = (
                next((d for d in reversed(self.days) if d), list[Step]()) if self.previous.block == line.block else []
            )
            days = days or days_of(self.previous)
        effective = last.steps.get("in_force") if last is not None else None
        if effective is not None and any(d.witness is effective.witness for d in days):
            earlier = [d for d in self.days if d and not any(s.witness is effective.witness for s in d)]
            days = earlier[-1] if earlier else []
        if len(days) == 1 and deed.match.group.aspect in ("plain", "agreed"):
            draft.steps[deed.step] = days[0]

    def _made_there(self, draft: Draft, line: Line, noun: Noun, deed: Deed) -> Step | None:
        """The day of the meeting told before, where a new agreement was made ("They signed a memorandum")."""
        if draft.status is not AgreementStatus.SIGNED or deed.match.group.aspect not in ("plain", "agreed"):
            return None
        if noun.definite and not deed.ahead:
            return None
        if not deed.ahead and line.tokens[deed.match.group.start - 1].text in RELATIVES:
            return None  # "are parties to an agreement that was signed"
        told = self.told.of(line, draft.states)
        news = self.news if deed.ahead and not deed.match.group.passive and "date" not in line.kinds else None
        if told is None and news is not None and news[0].story == line.story and self.partners == draft.states:
            # "Two other ministers signed a memorandum": one more of the papers of the day
            return passed_on(news[1]) if line.block - news[0].block < 4 else None
        return None if told is None else Step(period=told.period, witness=told.token, kind=EvidenceKind.IMPLIED)
