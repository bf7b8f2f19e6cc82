"""Agreements: what states, organisations and firms have agreed with one another, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.builders.agreements.acts import Deed, acts_in, deeds, next_start
from kordef.builders.agreements.asides import (
    add_parts,
    followed,
    jointly,
    note_replaced,
    partners,
    pledged,
    without_noun,
)
from kordef.builders.agreements.boxes import drafts_in_boxes
from kordef.builders.agreements.contracts import ContractTold, with_anybody
from kordef.builders.agreements.cues import Found, cue_of, cues_in
from kordef.builders.agreements.dates import passed_on
from kordef.builders.agreements.days import Days
from kordef.builders.agreements.drafts import Draft, Step, add_step, merge, record
from kordef.builders.agreements.ellipses import ELLIPSES, Sort, elliptic, lists_them, of_one, ones
from kordef.builders.agreements.further_steps import goes_on
from kordef.builders.agreements.joint_papers import joint_paper
from kordef.builders.agreements.lists import Opening, Register, opening, register
from kordef.builders.agreements.names import nouns_in
from kordef.builders.agreements.nouns import plain_words
from kordef.builders.agreements.parties import Parties
from kordef.builders.agreements.phrases import Noun
from kordef.builders.agreements.sides import merged, spoken_of
from kordef.builders.agreements.standing import in_talks
from kordef.builders.agreements.status import how_far, is_no_agreement, of_a_group, tells_of_next, tells_parties
from kordef.builders.agreements.tables import drafts_in_tables
from kordef.builders.grammar.clauses import Clauses, clauses_of
from kordef.builders.grammar.frames import Match, load
from kordef.builders.grammar.surroundings import QUOTES, date_of, place_of
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.builders.parties import Side, implied
from kordef.document import BlockKind
from kordef.identity import record_id
from kordef.mentions.model import ValueMention
from kordef.records import Agreement
from kordef.vocabulary import AgreementKind, AgreementStatus

__all__ = ["build"]

_REVISED = frozenset(["revised", "amended", "updated", "renegotiated", "modified"])
_STANDING = (AgreementStatus.SIGNED, AgreementStatus.IN_FORCE)
_LIKE_NOUNS = frozenset("partner edition version replaces replaced negotiating".split())
"""Words that tell of an agreement without a noun for one."""
_OF_ITSELF = ("replace", "provide")
"""What an agreement in a list does itself, which does not say how it came about."""
_CLOSING = ("sign", "finish")
"""What ends talks on an agreement."""


def build(page: Page) -> tuple[Agreement, ...]:
    """The agreements that a document tells of, one record for each however often the text comes back to it."""
    stage = _Stage(page)
    drafts = [draft for line in page.lines for draft in stage.read(line)]
    drafts = [d for d in drafts if id(d) not in stage.general]
    drafts.extend(drafts_in_tables(page))
    boxed = list(drafts_in_boxes(page))
    drafts = [*(d for d in drafts if all(d.line is not b.line for b in boxed)), *boxed] if boxed else drafts
    found = [d for d in merge(drafts) if d.sides and (len(d.states) > 1 or _may_stand_alone(d))]
    ids = {id(d): record_id("agreement", page.document.sha256, d.start, rank) for rank, d in enumerate(found)}
    return tuple(record(page, draft, ids) for draft in found)


def _may_stand_alone(draft: Draft) -> bool:
    """Whether an agreement may have a single party in view: not one of a firm's, nor a paper that takes two."""
    if draft.guessed and draft.kind is AgreementKind.JOINT_DECLARATION and not draft.named:
        return False
    two = (AgreementKind.MOU, AgreementKind.PARTNERSHIP)
    return not any(s.company for s in draft.sides) and (draft.kind not in two or draft.named)


def _date_cue(draft: Draft, line: Line, cue: Found, acts: Sequence[Match]) -> None:
    """The date of words other than a verb that say what became of an agreement."""
    step = cue.cue.step
    if not step or draft.status is not cue.cue.status or step in draft.steps:
        return
    limit = next_start(acts, acts[-1], len(line.tokens)) if acts else len(line.tokens)
    token = date_of(line.tokens, cue.start, cue.end, 0, limit)
    days = [t for t in line.tokens if t.kind == "date"]
    token = days[0] if token is None and len(days) == 1 else token
    if token is not None:
        add_step(draft, step, token)


def _subject(clauses: Clauses, start: int) -> tuple[int, int]:
    """Where the subject of a verb stands, without the predicate of a verb that it is joined to ("met A and signed")."""
    low, high, _ = clauses.subject_span(start)
    return low, next((v.start for v in clauses.verbs if v.kind == "finite" and low < v.start < high), high)


def _of_it(line: Line) -> bool:
    """Whether a sentence goes on with what the one before told: "It was ...", "Denounced in March, it ...", "Its signatories"."""
    opening = [t.text for t in line.tokens[:10]]
    return (
        opening[:1] in (["it"], ["its"]) or "it" in opening[:2] or (opening[0].endswith("ed") and "it" in opening)
        if opening
        else False
    )


def _ahead(found: Sequence[Deed]) -> bool:
    """Whether a verb in the present says what may be to come ("takes effect on 1 October")."""
    return any(not d.match.noun and d.match.line.tokens[d.match.start].text.endswith("s") for d in found)


class _Stage:
    """What the sentences read so far have brought on: abbreviations, the parties in view, the agreement last named."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.document.text
        self.parties = Parties(page)
        self.frames = load("agreements")
        self.shorts: dict[int, dict[str, Noun]] = {}
        self.last: Draft | None = None
        self.pledge: Draft | None = None
        self.thread: Line | None = None
        """The last sentence that went on with the agreement last named ("It is still alive.")."""
        self.previous: Line | None = None
        self.days = Days(page)
        self.sort: Sort | None = None
        """The last noun for an agreement, whether or not it told of one."""
        self.list: Opening | None = None
        self.register: Register | None = None
        self.contract = ContractTold()
        self.titled: list[Side] = []
        """Whom the title or the last heading of the story names."""
        self.general: set[int] = set()
        """The drafts, by identity, of agreements that a list goes on to name one by one."""

    def read(self, line: Line) -> Iterator[Draft]:
        """The drafts of one sentence."""
        if self.previous is not None and self.previous.story != line.story:
            self.last = self.previous = None
        shorts = self.shorts.setdefault(line.story, {})
        nouns = list(nouns_in(self.text, line, shorts))
        ellipsis = not nouns and not ELLIPSES.isdisjoint(line.at)
        nouns = list(elliptic(line, self.sort, self.previous)) if ellipsis else nouns
        if (
            nouns
            and not ellipsis
            and any(t.text in ELLIPSES and t.start > line.tokens[nouns[-1].end - 1].end for t in line.tokens)
        ):
            own = Sort(line=line, noun=nouns[-1], words=self._words(line, evolve(nouns[-1], topics=()), None))
            nouns.extend(n for n in elliptic(line, own, line, further=True) if n.start > nouns[-1].end)
        topics = [span for noun in nouns for span in noun.topics]
        # "an agreement on SAFE" tells nothing of SAFE itself
        nouns = [n for n in nouns if not (n.short and any(low <= n.start < high for low, high in topics))]
        nouns = [n for n in nouns if not (tells_of_next(line, n) and any(n.end < o.start < n.reach for o in nouns))]
        drafts: list[Draft] = []
        if nouns or not _LIKE_NOUNS.isdisjoint(line.at):
            acts = acts_in(line, self.frames)
            clauses = clauses_of(line)
            cues = cues_in(line) if nouns else []
            for n, noun in enumerate(nouns):
                drafts.extend(self._drafts(line, clauses, nouns, n, acts, cues, drafts))
                if noun.short:
                    shorts.setdefault(noun.short, noun)
            drafts.extend(without_noun(self.parties, line, clauses, nouns, acts, drafts, self.last))
            note_replaced(line, acts, drafts, self.last)
        elif self.last is not None and self.previous in (self.last.line, self.thread) and _of_it(line):
            self.thread = line
            goes_on(self.frames, line, self.last)
        later = next((i - 1 for i in line.at.get("it", ()) if i and line.tokens[i - 1].text == ";"), 0) if drafts else 0
        if later and drafts[-1].start < line.tokens[later].start:
            goes_on(self.frames, line, drafts[-1], later)  # "it followed in 2010; it was applied from July 2011"
        if (paper := joint_paper(self.page, line)) is not None:
            drafts = [paper]
        self._note_list(line, drafts)
        if self.register is not None and not nouns and line.kind is BlockKind.LIST_ITEM:
            drafts.extend(self.register.drafts(self.page, line))
        elif line.kind is not BlockKind.LIST_ITEM:
            self.register = register(self.page, line, self.titled)
            if line.kind in (BlockKind.TITLE, BlockKind.HEADING):
                self.titled = list(spoken_of(self.page, line))[:1]
        if line.actors and ("followed" in line.at or "did" in line.at):
            drafts.extend(followed(self.page, line, drafts[-1] if drafts else self.last))
        if not drafts:
            drafts.extend(jointly(self.page, line))
        if "partners" in line.at:
            drafts.extend(partners(self.page, line))
        drafts.extend(pledged(self.parties, line, self.last))
        if self.pledge is not None and self.pledge.line is self.previous:
            add_parts(self.page, line, self.pledge)
        self.pledge = next((d for d in drafts if d.targets), None)
        if drafts:
            self.last = drafts[-1]
        self.days.made(line, drafts)
        if nouns:
            self._note_sort(line, nouns[-1], ellipsis=ellipsis)
        elif self.sort is not None and self.sort.line is self.previous and _of_it(line):
            self.sort = evolve(self.sort, line=line)  # "It is to last five years. An earlier one ..."
        asks = (
            line.first
            and len(line.tokens) <= 10
            and bool(line.tokens)
            and line.tokens[len(line.tokens) - 1].text == "?"
        )
        if line.kind in (BlockKind.TITLE, BlockKind.HEADING) or asks:
            self.parties.head(line)
        if line.kind is BlockKind.PARAGRAPH:
            self.parties.remember(line)
            self.previous = line
        self.contract.note(line)
        self.days.note(line)
        yield from drafts

    # ---- one noun

    def _drafts(
        self,
        line: Line,
        clauses: Clauses,
        nouns: Sequence[Noun],
        n: int,
        acts: Sequence[Match],
        cues: Sequence[Found],
        earlier: Sequence[Draft],
    ) -> Iterator[Draft]:
        """The agreements that one noun of a sentence tells of; ``earlier`` are those of the nouns before it."""
        noun, tokens = nouns[n], line.tokens
        if is_no_agreement(line, noun) or self.contract.meant_by(line, noun, self.last.line if self.last else None):
            return
        found = deeds(line, clauses, nouns, n, acts)
        if found is None and in_talks(line, noun) and any(a.group.negated and a.frame.id in _CLOSING for a in acts):
            found = []  # "talks on an agreement have not been concluded"
        if found is None:
            return
        cue = cue_of(line, nouns, n, cues) if cues else None
        untold = all(d.name in _OF_ITSELF and not d.ahead for d in found)
        entry = self.list if untold and not earlier and self.list is not None and self.list.holds(line) else None
        found = found if entry is None else []
        above = None if entry is None else (entry.deed.status, entry.deed.modality, True)
        reached = how_far(line, noun, found, cue, above, earlier)
        if reached is None:
            return
        status, modality, acted = reached
        if noun.kind is AgreementKind.FUNDING_INITIATIVE and status is AgreementStatus.SIGNED:
            # what one side adopts is not signed between two
            status = AgreementStatus.ANNOUNCED
            found = [evolve(d, step="announced" if d.step == "signed" else d.step) for d in found]
        high = nouns[n + 1].start if n + 1 < len(nouns) else len(tokens)
        sides = self.parties.of(line, noun, found, clauses, high)
        if tells_parties(noun, cue, acted) and (not found or found[0].match.noun or not sides):
            sides = self.parties.around(line, noun, sides)
        active = next((d.match for d in found if d.ahead and not d.match.group.passive), None)
        doer = _subject(clauses, active.group.start) if active is not None else None
        sides, guessed = self.parties.complete(line, noun, sides, doer)
        if guessed and of_a_group(line, noun):
            return
        sides = merged(self.parties.whole(line, noun, s) for s in sides)
        if self.parties.unnamed(line, sides) or with_anybody(tokens, noun.end):
            return
        last = self.last
        revised = last if last is not None and last.line.block == line.block and noun.modifiers & _REVISED else None
        sides, guessed = self._passed_on(line, noun, sides, guessed, earlier, revised)
        if revised is not None and status is AgreementStatus.SIGNED and revised.status in _STANDING:
            revised.status = AgreementStatus.UPGRADED
        draft = Draft(
            line=line,
            start=tokens[noun.start].start,
            end=max(tokens[noun.end - 1].end, tokens[noun.reach - 1].end),
            kind=noun.kind,
            status=status,
            modality=modality,
            noun=noun,
            words=noun.called or self._words(line, noun, None),
            sides=sides,
            guessed=guessed,
            acted=acted,
            weak=not acted
            and guessed
            and not (noun.named and earlier and sides)
            and noun.determiner not in ("a", "an"),
        )
        self.days.date(draft, line, clauses, noun, found, acts, last, bound=cue is not None)
        if entry is not None and entry.day is not None and not draft.steps:
            draft.steps[entry.deed.step] = entry.day
        if cue is not None:
            _date_cue(draft, line, cue, acts)
        for done in found:
            draft.place = draft.place or self._place(line, noun, done, acts)
            self._upgrade(draft, line, done, noun, earlier)
        effective = draft.steps.get("in_force") if draft.status is AgreementStatus.IN_FORCE and _ahead(found) else None
        if effective is not None and self._to_come(line, effective):
            draft.status, draft.pending = AgreementStatus.SIGNED, True
        self._amounts(draft, line, noun, high)
        yield from self._several(draft, line, noun)

    def _passed_on(
        self,
        line: Line,
        noun: Noun,
        sides: list[Side],
        guessed: bool,
        earlier: Sequence[Draft],
        revised: Draft | None,
    ) -> tuple[list[Side], bool]:
        """The parties, or those of an agreement told before where they are only guessed; and whether they still are.

        ``revised`` is the agreement last told, where this is another version of it ("a revised accord").
        """
        model = revised or (earlier[-1] if earlier and not earlier[-1].guessed else None)
        if guessed and model is not None and model.sides:
            return [implied(s) for s in model.sides], model.guessed
        if noun.called and len({s.state or s.key for s in sides}) == 1:
            return self._with_shared(line, sides, earlier), guessed
        if not sides and earlier:
            return [implied(s) for s in earlier[-1].sides], guessed
        return sides, guessed

    def _with_shared(self, line: Line, sides: list[Side], earlier: Sequence[Draft]) -> list[Side]:
        """The partner of "that with Italy", with whose agreement the one before was: not the one that stood behind "with"."""
        model = earlier[-1] if earlier else self.last
        if model is None:
            return sides
        others = [s for s in model.sides if (s.state or s.key) not in {x.state or x.key for x in sides}]
        spoken = {s.state for s in spoken_of(self.page, line)}
        row = model.line.tokens
        others.sort(
            key=lambda s: (
                s.state not in spoken,
                s.position > 0 and any(t.text == "with" for t in row[max(0, s.position - 2) : s.position]),
            )
        )
        return [implied(others[0]), *sides] if others else sides

    def _to_come(self, line: Line, step: Step) -> bool:
        """Whether a day lies behind that of the story."""
        published = self.page.mentions.published
        told = published[line.story] if line.story < len(published) else None
        day, today = step.period.edtf or "", (told.edtf or "") if told is not None else ""
        if "/" in day + today or not day or not today:
            return False
        return day[:4] > today[:4] or (len(day) == len(today) == 10 and day > today)

    def _words(self, line: Line, noun: Noun, topic: tuple[int, int] | None) -> str:
        """What the text calls it: the phrase without plain words and parties, and what it is on."""
        tokens, text = line.tokens, self.text
        start = noun.start
        plain = plain_words()
        while start < noun.head and (
            tokens[start].text in plain
            or tokens[start].text in QUOTES
            or tokens[start].text in ("and", "-", "–", "’s", "'s")
            or (tokens[start].kind == "actor" and not noun.named)
        ):
            start += 1
        end = noun.end if noun.named else noun.head_end
        first = tokens[start].mention
        counted = isinstance(first, ValueMention) and first.noun_span is not None
        begin = (
            first.noun_span[0]
            if isinstance(first, ValueMention) and first.noun_span and counted
            else tokens[start].start
        )
        words = noun.called or text[begin : tokens[end - 1].end].strip("“”\"'‘’ ,")
        if topic is not None:
            words += " on " + text[tokens[topic[0]].start : tokens[topic[1] - 1].end]
        return words

    def _several(self, draft: Draft, line: Line, noun: Noun) -> Iterator[Draft]:
        """One draft, or one for each topic ("two memoranda, on A and on B") or partner ("arrangements with A and B")."""
        tokens = line.tokens
        topics = noun.topics or ones(tokens, noun)
        if topics:
            for topic in topics:
                span = (tokens[topic[0]].start, tokens[topic[1] - 1].end)
                yield evolve(
                    draft,
                    sides=list(draft.sides),
                    steps=dict(draft.steps),
                    amounts=list(draft.amounts),
                    topic=span,
                    words=self._words(line, noun, topic),
                    start=draft.start if topic is topics[0] and noun.topics else of_one(tokens, topic),
                    end=span[1],
                )
            return
        if noun.plural and noun.determiner == "number" and lists_them(tokens, noun):
            return  # "nine agreements, including a treaty on ...": those that are named are told of
        partners = [s for s in draft.sides if s.position > noun.start and not s.company]
        if noun.called and noun.plural and len(partners) > 1:
            known: frozenset[str] = self.last.states if self.last is not None else frozenset()
            for partner in (p for p in partners if p.state not in known):
                yield self._with(draft, self._with_shared(line, [partner], ()), partner)
            return
        mine = [s for s in draft.sides if s.position < noun.start]
        if noun.plural and len(partners) > 1 and not mine and tokens[noun.end].text == "with":
            mine = self.parties.teller({s.state for s in partners})  # "similar accords with A and B are in force"
        if (
            noun.plural
            and any(t.text == "own" for t in tokens[noun.end : noun.end + 4])
            and len(mine) > 1
            and not partners
        ):
            for side in mine:
                yield self._with(draft, [side, *self.parties.shared(line, mine)])
        elif noun.plural and len(partners) > 1 and len(mine) == 1:
            for partner in partners:
                yield self._with(draft, [*mine, partner], partner)
        else:
            yield draft

    def _note_sort(self, line: Line, noun: Noun, *, ellipsis: bool) -> None:
        """Remember of what sort the agreements of a sentence are, for a "one" in the next."""
        if not ellipsis or self.sort is None:
            self.sort = Sort(line=line, noun=noun, words=self._words(line, evolve(noun, topics=()), None))
            return
        self.sort = evolve(self.sort, line=line)

    def _with(self, draft: Draft, sides: list[Side], partner: Side | None = None) -> Draft:
        start, end = draft.start, draft.end
        if partner is not None:
            end = max(end, partner.witness.end)
        else:
            start = min(start, sides[0].witness.start)
        noun = evolve(draft.noun, short=None) if draft.noun else None
        return evolve(
            draft, sides=sides, steps=dict(draft.steps), amounts=[], noun=noun, start=start, end=end, guessed=False
        )

    def _note_list(self, line: Line, drafts: Sequence[Draft]) -> None:
        """Remember the words that introduce a list; once an entry tells of an agreement, they tell of none themselves."""
        if self.list is not None and self.list.holds(line):
            if drafts:
                self.general.update(id(d) for d in self.list.drafts)
            return
        self.list = opening(line, self.frames, self.days.told)
        if self.list is not None:
            self.list.drafts.extend(d for d in drafts if d.noun is not None and d.noun.plural)

    def _place(self, line: Line, noun: Noun, deed: Deed, acts: Sequence[Match]) -> Token | None:
        act = deed.match
        return place_of(line.tokens, min(noun.start, act.end), next_start(acts, act, len(line.tokens)))

    # ---- what else a sentence tells

    def _upgrade(self, draft: Draft, line: Line, deed: Deed, noun: Noun, earlier: Sequence[Draft]) -> None:
        """In "turns A into B" A is upgraded, B takes its place."""
        act = deed.match
        if not act.frame.settings.get("into") or not deed.ahead:
            return
        behind = [t.text for t in line.tokens[act.end : noun.start]]
        if "into" in behind or "to" in behind:
            old = next((d for d in earlier if d.status is AgreementStatus.UPGRADED and d.line is line), None)
            if old is not None:
                draft.older, draft.upgrade = old, True
                last = (
                    self.last.steps.get("signed")
                    if self.last is not None and self.last.line.block == line.block
                    else None
                )
                taken = old.steps.get("in_force")
                # the date in the sentence is that of the old one, the new one has the day told before
                mine = draft.steps.get("signed") or draft.steps.get("announced")
                if mine is not None and taken is not None and mine.witness is taken.witness:
                    draft.steps = {}
                if last is not None and (mine is None or (taken is not None and mine.witness is taken.witness)):
                    draft.steps["signed"] = passed_on(last)
        elif not act.group.passive and any(t.text in ("into", "to") for t in line.tokens[noun.end : noun.end + 6]):
            draft.status = AgreementStatus.UPGRADED
            step = draft.steps.get("signed") or draft.steps.get("announced")
            if step is not None:
                draft.steps = {"in_force": step}

    def _amounts(self, draft: Draft, line: Line, noun: Noun, high: int) -> None:
        if draft.kind is AgreementKind.FUNDING_INITIATIVE:
            mentions = [t.mention for t in line.tokens[noun.end : high]]
            draft.amounts.extend(
                [m for m in mentions if isinstance(m, ValueMention) and m.kind == "money" and m.equivalent_of is None][
                    :1
                ]
            )
