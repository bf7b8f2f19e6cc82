"""Agreements: what states, organisations and firms have agreed with one another, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.builders.agreement_drafts import Draft, Step, merge, record
from kordef.builders.agreement_names import Noun, nouns_in, plain_words
from kordef.builders.frames import Match, find, load
from kordef.builders.page import Page
from kordef.builders.parties import Side, acting, focus, names_pair, side_of
from kordef.builders.phrases import date_of, place_of, strong_break
from kordef.builders.tokens import Line, Token
from kordef.document import BlockKind
from kordef.identity import record_id
from kordef.mentions.model import ActorMention, DateMention, ValueMention
from kordef.periods import Period
from kordef.records import Agreement
from kordef.vocabulary import ActorKind, AgreementKind, AgreementStatus, EvidenceKind, Modality

__all__ = ["build"]

_RELATIVE = ("that", "which")
_FUTURE = ("considering", "future")


def build(page: Page) -> tuple[Agreement, ...]:
    """The agreements that a document tells of, one record for each however often the text comes back to it."""
    stage = _Stage(page)
    drafts = [draft for line in page.lines for draft in stage.read(line)]
    found = [d for d in merge(drafts) if d.sides]
    ids = {id(d): record_id("agreement", page.document.sha256, d.start, rank) for rank, d in enumerate(found)}
    return tuple(record(page, draft, rank, ids) for rank, draft in enumerate(found))


class _Stage:
    """What the sentences read so far have brought on: abbreviations, the parties in view, the agreement last named."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.document.text
        self.focus = focus(page)
        self.shorts: dict[int, dict[str, object]] = {}
        self.last: Draft | None = None
        self.before: tuple[int, list[Side]] = (-1, [])
        self.frames = load("agreements")

    def read(self, line: Line) -> Iterator[Draft]:
        shorts = self.shorts.setdefault(line.story, {})
        nouns = list(nouns_in(self.text, line, shorts))
        if self.last is not None and self.last.line.story != line.story:
            self.last = None
        acts: list[Match] = []
        if nouns or self.last is not None or any(t.text == "partner" for t in line.tokens):
            acts = [m for m in find(line, self.frames) if not m.noun]
        drafts: list[Draft] = []
        for n, noun in enumerate(nouns):
            for draft in self._drafts(line, nouns, n, acts, drafts):
                drafts.append(draft)
                if noun.short:
                    shorts.setdefault(noun.short, noun)
        drafts.extend(self._without_noun(line, nouns, acts, drafts))
        self._replacing(line, acts, nouns, drafts)
        for draft in drafts:
            self.last = draft
        if line.kind is BlockKind.PARAGRAPH:
            sides = [s for s in acting(self.page, line.tokens, 0, len(line.tokens)) if not s.company]
            self.before = (line.block, sides)
        yield from drafts

    # ---- one noun

    def _drafts(
        self, line: Line, nouns: Sequence[Noun], n: int, acts: Sequence[Match], earlier: Sequence[Draft]
    ) -> Iterator[Draft]:
        noun = nouns[n]
        if noun.goods and noun.kind is not AgreementKind.FRAMEWORK_AGREEMENT:
            return
        high = nouns[n + 1].start if n + 1 < len(nouns) else len(line.tokens)
        act, ahead = self._act(line, nouns, n, acts)
        if act is not None and act.group.negated:
            return
        outcome = _outcome(act, noun, line)
        if outcome is None:
            if not self._mentioned(line, noun):
                return
            status, modality, acted = noun.status or AgreementStatus.IN_FORCE, Modality.ASSERTED, False
        else:
            (status, modality), acted = outcome, True
        draft = Draft(
            line=line,
            start=line.tokens[noun.start].start,
            end=line.tokens[noun.end - 1].end,
            kind=noun.kind,
            status=status,
            modality=modality,
            noun=noun,
            words=self._words(line, noun, None),
            acted=acted or noun.status is not None,
        )
        if not acted and (had := _had(line, noun)):
            draft.acted = True
            self._start(draft, line, noun.end, had)
        self._parties(draft, line, noun, act, ahead, high)
        self._date(draft, line, noun, act, ahead, acts, nouns, n)
        if act is not None:
            draft.place = place_of(line.tokens, min(noun.start, act.end), _next_start(acts, act, len(line.tokens)))
            self._upgrade(draft, line, act, noun, earlier)
        self._amounts(draft, line, noun, high)
        draft.end = max(draft.end, line.tokens[noun.topics[-1][1] - 1].end if noun.topics else 0)
        yield from self._several(draft, line, noun)

    def _act(self, line: Line, nouns: Sequence[Noun], n: int, acts: Sequence[Match]) -> tuple[Match | None, bool]:
        """The verb that says what became of a noun, and whether it stands in front of it."""
        noun, tokens = nouns[n], line.tokens
        left = next((m for m in reversed(acts) if m.end <= noun.start), None)
        right = next((m for m in acts if m.start >= noun.end), None)
        if right is not None and self._governs(line, nouns, n, right):
            return right, False
        if left is not None and self._reaches(tokens, left, noun):
            return left, True
        return None, False

    def _governs(self, line: Line, nouns: Sequence[Noun], n: int, act: Match) -> bool:
        """Whether a noun is the subject of the passive or intransitive verb behind it, or the antecedent of its clause."""
        noun, tokens = nouns[n], line.tokens
        between = tokens[noun.end : act.group.start]
        if any(strong_break(t) or t.text == "(" for t in between):
            return False
        if n + 1 < len(nouns) and nouns[n + 1].start < act.start:
            gap = tokens[noun.end : nouns[n + 1].start]
            if any(t.text not in ("and", "or", ",", "a", "an", "the", "both") for t in gap):
                return False
        relative = [i for i in range(noun.end, act.group.start) if tokens[i].text in _RELATIVE]
        passive = act.group.passive or act.reduced or act.frame.settings.get("intransitive", False)
        if relative:
            return relative[0] - noun.end <= 4
        comma = act.start > 0 and tokens[act.start - 1].text == "," and act.start - noun.end <= 2
        if not passive and comma and act.group.start == act.start and tokens[act.start].text.endswith(("ed", "n", "ung")):
            return True
        return passive and not any(t.text in ("and", "but", "while", "when") for t in between[-3:])

    def _reaches(self, tokens: Sequence[Token], act: Match, noun: Noun) -> bool:
        """Whether a noun lies among the objects of the verb in front of it."""
        if act.frame.id == "partner" or act.reduced:
            return False
        between = tokens[act.end : noun.start]
        if any(t.text in ("that", "which", "who", "while", "when", "where", "after", "before") for t in between):
            return False
        for position, token in enumerate(between):
            if strong_break(token) and not (token.text == ":" and act.group.passive):
                return False
            if token.text in (".", ";"):
                return False
            if token.text in ("to", "into", "as") and token.kind == "word" and not act.frame.settings.get("into"):
                if position < len(between) - 3 or token.text != "to":
                    return token.text == "to" and act.frame.id in ("join",)
                return False
        into = any(t.text in ("to", "into") for t in between)
        if act.group.passive and not into:
            return any(t.text == ":" for t in between)
        return True

    def _mentioned(self, line: Line, noun: Noun) -> bool:
        """Whether a noun without a verb is worth a record: a name, a date of its own, something somebody has."""
        tokens = line.tokens
        if noun.named or noun.short:
            return True
        if noun.bare:
            return False
        if noun.status is not None and noun.determiner is not None:
            return True
        if _had(line, noun) is not None:
            return True
        return noun.end + 1 < len(tokens) and tokens[noun.end].text == "of" and tokens[noun.end + 1].kind == "date"

    def _words(self, line: Line, noun: Noun, topic: tuple[int, int] | None) -> str:
        """What the text calls it: the phrase without plain words and parties, and what it is on."""
        tokens, text = line.tokens, self.text
        plain = plain_words()
        start = noun.start
        while start < noun.head and (tokens[start].text in plain or tokens[start].text in ("and", "“", '"', "'", "‘", "-")):
            start += 1
        end = noun.end if noun.named else noun.head_end
        if not noun.named:
            while start < noun.head and tokens[start].kind == "actor":
                start += 1
            while start < noun.head and tokens[start].text in ("-", "–", "and", "”", "’s", "'s"):
                start += 1
        words = text[tokens[start].start : tokens[end - 1].end].strip("“”\"'‘’ ,")
        if topic is not None:
            words += " on " + text[tokens[topic[0]].start : tokens[topic[1] - 1].end]
        return words

    def _several(self, draft: Draft, line: Line, noun: Noun) -> Iterator[Draft]:
        """One draft, or one for each topic ("two memoranda, on A and on B") or partner ("arrangements with A and B")."""
        if noun.topics:
            for topic in noun.topics:
                span = (line.tokens[topic[0]].start, line.tokens[topic[1] - 1].end)
                yield evolve(
                    draft,
                    sides=list(draft.sides),
                    steps=dict(draft.steps),
                    amounts=list(draft.amounts),
                    topic=span,
                    words=self._words(line, noun, topic),
                    start=draft.start if topic is noun.topics[0] else span[0],
                    end=span[1],
                )
            return
        partners = [s for s in draft.sides if s.position > noun.start and not s.company]
        mine = [s for s in draft.sides if s.position < noun.start or s.position < 0]
        own = any(t.text == "own" for t in line.tokens[noun.end : noun.end + 4])
        if noun.plural and own and len(mine) > 1 and not partners:
            other = self._partner_of(line, noun, mine)
            for side in mine:
                yield self._with(draft, [side, *other])
            return
        if noun.plural and len(partners) > 1 and len(mine) == 1:
            for partner in partners:
                yield self._with(draft, [*mine, partner], partner)
            return
        yield draft

    def _with(self, draft: Draft, sides: list[Side], partner: Side | None = None) -> Draft:
        end = draft.end
        if partner is not None and isinstance(partner.witness, Token):
            end = max(end, partner.witness.end)
        start = draft.start
        if partner is None and isinstance(sides[0].witness, Token):
            start = min(start, sides[0].witness.start)
        noun = evolve(draft.noun, short=None) if draft.noun else None
        return evolve(
            draft, sides=sides, steps=dict(draft.steps), amounts=[], noun=noun, start=start, end=end, guessed=False
        )

    def _partner_of(self, line: Line, noun: Noun, mine: Sequence[Side]) -> list[Side]:
        """The party that an agreement "of their own" shares with the one that the story is about: an organisation first."""
        keys = {s.state for s in mine}
        known = [s for s in self.focus.get(line.story, []) if s.key not in keys]
        return [s for s in known if s.key.startswith("organisation:")][:1] or known[:1]

    # ---- parties

    def _parties(self, draft: Draft, line: Line, noun: Noun, act: Match | None, ahead: bool, high: int) -> None:
        page, tokens = self.page, line.tokens
        sides: list[Side] = []
        for position in range(max(0, noun.start - 4), noun.head):
            token = tokens[position]
            if token.kind == "actor" and isinstance(token.mention, ActorMention) and not token.mention.as_place:
                owner = position >= noun.start or (position + 1 < len(tokens) and tokens[position + 1].text in ("'s", "’s"))
                if owner and (side := side_of(page, token, position)) is not None:
                    sides.append(side)
        limit = high
        if act is not None and not ahead:
            limit = max(limit, len(tokens)) if high > act.start else limit
        sides.extend(self._complement(tokens, noun.end, limit))
        if act is not None:
            if ahead and not act.group.passive:
                sides = [*self._subject(line, act), *sides]
            elif not ahead:
                relative = any(tokens[i].text in _RELATIVE for i in range(noun.end, act.group.start))
                if relative and not act.group.passive:
                    sides.extend(acting(page, tokens, noun.end, act.start))
                sides.extend(self._complement(tokens, act.end, limit))
            if ahead and act.group.passive:
                sides.extend(self._complement(tokens, act.end, noun.start))
        if not sides and _had(line, noun) is not None:
            sides.extend(acting(page, tokens, 0, noun.start))
        draft.sides = _merged(sides)
        self._complete(draft, line, noun, high)

    def _complement(self, tokens: Sequence[Token], low: int, high: int) -> list[Side]:
        """The parties that "between", "with", "by" or "of" bring in."""
        out: list[Side] = []
        taking = False
        for position in range(low, min(high, len(tokens))):
            token = tokens[position]
            if token.kind == "word" and token.text in ("between", "with", "by"):
                taking = True
            elif strong_break(token) or token.text in ("that", "which", "who", "when", "while", "after", "before", "said"):
                break
            elif token.kind == "word" and token.text in ("on", "in", "for", "to", "at", "during", "under", "against", "from"):
                taking = False
            elif taking and token.kind == "actor":
                out.extend(acting(self.page, tokens, position, position + 1))
                side = None if out and out[-1].position == position else side_of(self.page, token, position)
                mention = token.mention
                if side is not None and isinstance(mention, ActorMention) and mention.form in ("name", "short", "capital", "government"):
                    if not (position + 1 < len(tokens) and tokens[position + 1].kind == "actor") and not mention.as_place:
                        out.append(side)
        return out

    def _subject(self, line: Line, act: Match) -> list[Side]:
        tokens = line.tokens
        low = 0
        for position in range(act.group.start - 1, -1, -1):
            token = tokens[position]
            if strong_break(token) or token.text in ("that", "said", "says", "told", "when", "while", "because", "where", "after", "but"):
                low = position + 1
                break
        return list(acting(self.page, tokens, low, act.group.start))

    def _complete(self, draft: Draft, line: Line, noun: Noun, high: int) -> None:
        """Parties that the sentence leaves to its context."""
        known = draft.states
        if len(known) >= 2 or any(s.company for s in draft.sides) and len(known) >= 2:
            return
        pair = self.focus.get(line.story, [])
        here = [s for s in _merged(acting(self.page, line.tokens, 0, len(line.tokens))) if not s.company]
        if not known:
            if names_pair(self.page, line) is not None or len(here) < 2:
                base = here if len(here) == 1 else self.before[1] if self.before[0] == line.block else []
                base = _merged(base)
                if len({s.state for s in base}) == 2 and not here:
                    draft.sides = [_implied(s) for s in base]
                else:
                    first = [_implied(s) for s in here[:1]]
                    draft.sides = [*first, *(s for s in pair if s.key not in {f.state for f in first})][:2]
            else:
                draft.sides = [_implied(s) for s in here[:2]]
            draft.guessed = True
            return
        if draft.kind in (AgreementKind.FUNDING_INITIATIVE, AgreementKind.TREATY) or draft.status is AgreementStatus.ENDED:
            return
        one = next(iter(known))
        if one.startswith("organisation:") and noun.kind is AgreementKind.JOINT_DECLARATION:
            return
        others = [s for s in here if s.state not in known and s.state]
        others = others or [s for s in pair[:2] if s.key not in known] or [s for s in pair if s.key not in known]
        draft.sides = [*draft.sides, *(_implied(s) for s in others[:1])]

    # ---- dates

    def _date(
        self,
        draft: Draft,
        line: Line,
        noun: Noun,
        act: Match | None,
        ahead: bool,
        acts: Sequence[Match],
        nouns: Sequence[Noun],
        n: int,
    ) -> None:
        tokens = line.tokens
        step = "in_force" if draft.status is AgreementStatus.IN_FORCE else "signed"
        if act is not None:
            step = act.frame.settings.get("step") or ("signed" if draft.status is AgreementStatus.SIGNED else "")
            if draft.status is AgreementStatus.ANNOUNCED and step:
                step = "announced"
            elif draft.status in (AgreementStatus.PROPOSED, AgreementStatus.NEGOTIATING):
                step = "announced" if act.frame.id == "propose" and act.group.aspect in ("plain", "done") else ""
        own = None
        if noun.end + 1 < len(tokens) and tokens[noun.end].text in ("of", "from", "in", ",") and tokens[noun.end + 1].kind == "date":
            own = tokens[noun.end + 1]
        elif noun.end < len(tokens) and noun.end + 1 < len(tokens) and tokens[noun.end].text in "\"”’'" and tokens[noun.end + 1].text == "of":
            own = tokens[noun.end + 2] if noun.end + 2 < len(tokens) and tokens[noun.end + 2].kind == "date" else None
        if own is None and act is not None and step:
            high = _next_start(acts, act, len(tokens))
            if ahead:
                own = date_of(tokens, act.start, noun.end, 0, max(high, noun.end)) or None
                if own is not None and own.start < tokens[act.start].start:
                    inner = date_of(tokens, act.end, act.end, act.end, noun.start)
                    own = inner or own
            else:
                own = date_of(tokens, min(noun.start, act.group.start), act.end, 0, high)
        if own is None or not isinstance(own.mention, DateMention) or own.mention.period.edtf is None:
            return
        if not step:
            step = "signed"
        period = own.mention.period
        if "/.." in (period.edtf or ""):
            return
        planned = draft.status in (AgreementStatus.PROPOSED, AgreementStatus.NEGOTIATING)
        if planned and step != "announced":
            return
        draft.steps[step] = Step(period=period, witness=own)

    def _start(self, draft: Draft, line: Line, low: int, high: int) -> None:
        """The date since when somebody has it."""
        for token in line.tokens[low:]:
            mention = token.mention
            if isinstance(mention, DateMention) and mention.period.edtf and mention.period.edtf.endswith("/.."):
                edtf = mention.period.edtf.removesuffix("/..")
                draft.steps["in_force"] = Step(period=Period(edtf=edtf, words=mention.exact), witness=token)
                return
        del high

    # ---- what else a sentence tells

    def _upgrade(self, draft: Draft, line: Line, act: Match, noun: Noun, earlier: Sequence[Draft]) -> None:
        """In "turns A into B" A is upgraded, B takes its place."""
        if not act.frame.settings.get("into"):
            return
        behind = [t.text for t in line.tokens[act.end : noun.start]]
        if "into" in behind or "to" in behind:
            old = next((d for d in earlier if d.status is AgreementStatus.UPGRADED and d.line is line), None)
            if old is not None:
                draft.older, draft.upgrade = old, True
                if "signed" not in draft.steps and self.last is not None and self.last.line.block == line.block:
                    draft.steps.update(
                        {k: evolve_step(s) for k, s in self.last.steps.items() if k == "signed" and self.last is not old}
                    )
        elif not act.group.passive:
            draft.status = AgreementStatus.UPGRADED
            if "signed" in draft.steps:
                draft.steps = {"in_force": draft.steps["signed"]}

    def _amounts(self, draft: Draft, line: Line, noun: Noun, high: int) -> None:
        if draft.kind is not AgreementKind.FUNDING_INITIATIVE:
            return
        for token in line.tokens[noun.end : high]:
            mention = token.mention
            if isinstance(mention, ValueMention) and mention.kind == "money" and mention.equivalent_of is None:
                draft.amounts.append(mention)
                break

    def _without_noun(
        self, line: Line, nouns: Sequence[Noun], acts: Sequence[Match], drafts: Sequence[Draft]
    ) -> Iterator[Draft]:
        """Agreements that only a verb speaks of: "became a partner", "New Zealand is still negotiating"."""
        for act in acts:
            if act.group.negated:
                continue
            subject = self._subject(line, act)
            if act.frame.id == "partner" and subject:
                yield from self._partnership(line, act, subject)
            elif act.frame.id == "negotiate" and drafts and not any(n.start >= act.end for n in nouns):
                model = drafts[-1]
                mine = [s for s in subject if s.state and s.position > (model.sides[0].position if model.sides else -1)]
                if len(mine) != 1 or act.end < len(line.tokens) - 1 or mine[0].state in model.states:
                    continue
                shared = [s for s in model.sides if s.position < 0] or model.sides[1:]
                start = mine[0].witness.start
                yield evolve(
                    model,
                    sides=[mine[0], *shared],
                    steps={},
                    amounts=[],
                    start=start,
                    end=line.tokens[act.end - 1].end,
                    status=AgreementStatus.NEGOTIATING,
                )

    def _partnership(self, line: Line, act: Match, subject: Sequence[Side]) -> Iterator[Draft]:
        tokens = line.tokens
        others = [
            side
            for position, token in enumerate(tokens)
            if token.kind == "actor"
            and isinstance(token.mention, ActorMention)
            and token.mention.kind in (ActorKind.IGO, ActorKind.STATE)
            and not token.mention.as_place
            and (side := side_of(self.page, token, position)) is not None
            and side.state not in {s.state for s in subject}
        ]
        others = sorted(others, key=lambda s: not s.key.startswith("organisation:"))[:1]
        if not others or act.group.modality in (Modality.DENIED,):
            return
        draft = Draft(
            line=line,
            start=tokens[act.group.start].start,
            end=tokens[act.end - 1].end,
            kind=AgreementKind.PARTNERSHIP,
            status=AgreementStatus.IN_FORCE if act.group.aspect not in _FUTURE else AgreementStatus.PROPOSED,
            modality=act.group.modality,
            words="partnership",
            sides=_merged([*subject[:2], *others]),
        )
        when = date_of(tokens, act.start, act.end, 0, _next_start([], act, len(tokens)))
        if when is not None and isinstance(when.mention, DateMention):
            draft.steps["in_force"] = Step(period=when.mention.period, witness=when)
            draft.end = max(draft.end, when.end)
        yield draft

    def _replacing(self, line: Line, acts: Sequence[Match], nouns: Sequence[Noun], drafts: Sequence[Draft]) -> None:
        """Note which agreement takes the place of an older one."""
        for act in acts:
            if act.frame.id != "replace" or act.group.negated:
                continue
            newer = next((d for d in drafts if d.end <= line.tokens[act.start].start), None)
            pronoun = any(t.text == "it" for t in line.tokens[max(0, act.group.start - 2) : act.start])
            if newer is not None:
                newer.replaces = True
            elif pronoun and self.last is not None:
                self.last.replaces = True
            for draft in drafts:
                if draft.start >= line.tokens[act.start].start and not act.group.passive:
                    draft.status = AgreementStatus.UPGRADED
        del nouns


def evolve_step(step: Step) -> Step:
    """A date taken over from the sentence before."""
    return Step(period=step.period, witness=step.witness, kind=EvidenceKind.IMPLIED)


def _merged(sides: Sequence[Side] | Iterator[Side]) -> list[Side]:
    """The sides, each state, organisation or firm once; a state's own name before the persons that act for it."""
    out: dict[str, Side] = {}
    for side in sides:
        key = side.key if side.company else side.state or ("" if side.person else side.key)
        if not key:
            continue
        known = out.get(key)
        if known is None or (known.person and not side.person):
            out[key] = side
    return list(out.values())


def _implied(side: Side) -> Side:
    return evolve(side, kind=EvidenceKind.IMPLIED, position=-1)


def _next_start(acts: Sequence[Match], act: Match, end: int) -> int:
    """Where the next verb's group begins."""
    return next((m.group.start for m in acts if m.start >= act.end), end)


def _had(line: Line, noun: Noun) -> int | None:
    """Where "has had", "have" stands right before a noun with its determiner; ``None`` where it does not."""
    tokens = line.tokens
    for position in range(noun.start - 1, max(-1, noun.start - 4), -1):
        text = tokens[position].text
        if text in ("has", "have", "had"):
            return position
        if text not in ("a", "an", "the", "its", "their", "no", "“", '"', "already", "long"):
            return None
    return None


def _outcome(act: Match | None, noun: Noun, line: Line) -> tuple[AgreementStatus, Modality] | None:
    """How far a noun's agreement has come, as its verb says; ``None`` without a verb."""
    if act is None:
        behind = [t.text for t in line.tokens[noun.end : noun.end + 8]]
        if noun.determiner in ("a", "an") and ("is" in behind or "will" in behind) and noun.topics:
            return AgreementStatus.ANNOUNCED, Modality.PLANNED
        return None
    settings, group = act.frame.settings, act.group
    if group.modality in (Modality.PROPOSED, Modality.DEMANDED, Modality.CONDITIONAL, Modality.POSSIBLE) or group.aspect == "considering":
        return AgreementStatus.PROPOSED, group.modality
    if group.aspect == "negotiating":
        return AgreementStatus.NEGOTIATING, group.modality
    if group.aspect == "agreed":
        return AgreementStatus(settings["future"]), Modality.ASSERTED
    if group.aspect == "future":
        return AgreementStatus(settings["future"]), group.modality
    return AgreementStatus(settings["status"]), group.modality
