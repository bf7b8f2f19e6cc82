"""Agreements without a noun of their own: "became a partner", "the third edition was signed", "Japan's in July", and pledges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.builders.agreements.acts import next_start
from kordef.builders.agreements.dates import begins_at
from kordef.builders.agreements.drafts import Draft, Step, add_step
from kordef.builders.agreements.parties import Parties
from kordef.builders.agreements.phrases import Noun
from kordef.builders.agreements.pledges import likewise_pledged, parts_in, pledges_in, sums_in
from kordef.builders.agreements.sides import merged
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.surroundings import date_of
from kordef.builders.grammar.tokens import Line
from kordef.builders.page import Page
from kordef.builders.parties import Side, acting, implied, side_of
from kordef.mentions.model import ActorMention
from kordef.values import Quantity
from kordef.vocabulary import ActorKind, AgreementKind, AgreementStatus, Modality

__all__ = ["add_parts", "followed", "jointly", "note_replaced", "partners", "pledged", "without_noun"]


_ANOTHER = frozenset("theirs their its own one ones similar such deals agreements as well too a an now with it".split())


def without_noun(
    parties: Parties,
    line: Line,
    clauses: Clauses,
    nouns: Sequence[Noun],
    acts: Sequence[Match],
    drafts: Sequence[Draft],
    last: Draft | None,
) -> Iterator[Draft]:
    """Agreements that only a verb speaks of: "became a partner", "the third edition was signed", "X is still negotiating"."""
    page = parties.page
    for act in acts:
        if act.group.negated:
            continue
        if act.frame.id == "partner":
            yield from _partnership(page, line, act, parties.subject(line, clauses, act.group.start))
        elif act.frame.id == "negotiate" and (drafts or last) and not any(n.start >= act.end for n in nouns):
            model = drafts[-1] if drafts else last
            assert model is not None
            low, high, _ = clauses.subject_span(act.group.start)
            mine = [s for s in acting(page, line.tokens, low, high) if s.state and s.state not in model.states]
            behind = [t.text for t in line.tokens[act.end :] if t.kind != "mark"]
            if not mine or len(mine) > 4 or any(word not in _ANOTHER for word in behind):
                continue
            if not drafts and not any(word in ("theirs", "its", "their", "one", "similar") for word in behind):
                continue
            shared = [s for s in model.sides if s.position < 0] or model.sides[1:]
            whole = [s for s in model.sides if s.key.startswith("organisation:")]
            for side in merged(mine):
                yield evolve(
                    model,
                    line=line,
                    sides=[side, *(implied(s) for s in whole or shared)],
                    steps={},
                    amounts=[],
                    start=side.witness.start,
                    end=line.tokens[act.end - 1].end,
                    status=AgreementStatus.NEGOTIATING,
                    noun=evolve(model.noun, short=None) if model.noun else None,
                    guessed=False,
                )
        elif act.frame.id in ("sign", "renew") and act.group.passive:
            if drafts:
                yield from _likewise(page, line, act, drafts[-1])
            yield from _edition(page, line, act, acts, drafts[-1] if drafts else last)


def _likewise(page: Page, line: Line, act: Match, model: Draft) -> Iterator[Draft]:
    """ "Australia's was agreed in February, Japan's in July": the same again for another owner."""
    tokens = line.tokens
    if not model.steps or not model.sides or not any(s.position < act.start for s in model.sides):
        return
    step = next(iter(model.steps))
    for position in range(act.end, len(tokens) - 3):
        owner = tokens[position].kind == "actor" and tokens[position + 1].text in ("'s", "’s")
        if not owner or tokens[position + 2].text not in ("in", "on") or tokens[position + 3].kind != "date":
            continue
        side = side_of(page, tokens[position], position)
        if side is None or side.state in model.states:
            continue
        draft = evolve(
            model,
            sides=[side, *model.sides[1:]],
            steps={},
            amounts=[],
            start=tokens[position].start,
            end=tokens[position + 3].end,
            noun=evolve(model.noun, short=None) if model.noun else None,
        )
        add_step(draft, step, tokens[position + 3])
        yield draft


_SUIT = frozenset(["followed", "follows"])


def followed(page: Page, line: Line, model: Draft | None) -> Iterator[Draft]:
    """ "Britain followed on 19 May 2025", "Japan did the same in July": the same with another partner."""
    if model is None or model.status is not AgreementStatus.SIGNED or len(model.sides) != 2 or not model.steps:
        return
    if line.block - model.line.block > 1 or line.story != model.line.story:
        return
    tokens = line.tokens
    for at in line.actors:
        behind = [t.text for t in tokens[at + 1 : at + 4]]
        if not (behind[:1] and (behind[0] in _SUIT or behind[:2] == ["did", "so"] or behind == ["did", "the", "same"])):
            continue
        date = next((t for t in tokens[at + 2 : at + 6] if t.kind == "date"), None)
        side = side_of(page, tokens[at], at)
        if date is None or side is None or side.state is None or side.state in model.states:
            continue
        whole = [s for s in model.sides if s.key.startswith("organisation:")] or model.sides[1:]
        draft = evolve(
            model,
            line=line,
            sides=[implied(whole[0]), side],
            steps={},
            amounts=[],
            start=tokens[at].start,
            end=date.end,
            noun=evolve(model.noun, short=None, named=False) if model.noun else None,
            guessed=False,
            topic=(tokens[at].start, date.end),
        )
        add_step(draft, "signed", date)
        yield draft


def _edition(page: Page, line: Line, act: Match, acts: Sequence[Match], model: Draft | None) -> Iterator[Draft]:
    """ "The third edition was signed on ...": an agreement of its own, of the programme named before."""
    tokens = line.tokens
    at = act.group.start - 1
    if at < 1 or tokens[at].text not in ("edition", "version", "iteration"):
        return
    if model is None or model.noun is None:
        return
    start = at
    while start > 0 and tokens[start - 1].kind == "word" and tokens[start - 1].text not in (";", ",", "the"):
        start -= 1
    draft = evolve(
        model,
        line=line,
        start=tokens[start].start,
        end=tokens[act.end - 1].end,
        status=AgreementStatus.SIGNED,
        noun=evolve(model.noun, short=None, named=True, determiner="the"),
        words=f"{page.document.text[tokens[start].start : tokens[at].end]} of the {model.words}",
        steps={},
        amounts=[],
        sides=list(model.sides),
    )
    token = date_of(tokens, act.start, act.end, act.start, next_start(acts, act, len(tokens)))
    if token is not None:
        add_step(draft, "signed", token)
    yield draft


_BECAME = frozenset(["became", "become"])


def partners(page: Page, line: Line) -> Iterator[Draft]:
    """ "Strategic partners since 2015, A and B ...", "A and B became strategic partners in 2011"."""
    tokens = line.tokens
    at = line.at.get("partners", (0,))[0]
    if at < 1 or tokens[at - 1].text != "strategic" or at + 1 >= len(tokens):
        return
    start = begins_at(tokens[at + 1])
    became = not _BECAME.isdisjoint(t.text for t in tokens[max(0, at - 4) : at])
    dated = at + 2 < len(tokens) and tokens[at + 1].text in ("in", "on") and tokens[at + 2].kind == "date"
    sides = merged(s for s in acting(page, tokens, 0, len(tokens)) if s.state)
    if len(sides) != 2 or not (start is not None or (became and dated)):
        return
    draft = Draft(
        line=line,
        start=tokens[at - 1].start,
        end=tokens[at].end,
        kind=AgreementKind.PARTNERSHIP,
        status=AgreementStatus.IN_FORCE,
        words="strategic partnership",
        sides=sides,
    )
    if start is not None:
        draft.steps["in_force"] = Step(period=start, witness=tokens[at + 1])
    else:
        add_step(draft, "in_force", tokens[at + 2])
    yield draft


_CLOSE = frozenset(["strategic", "global", "comprehensive", "special", "enhanced"])


def _partnership(page: Page, line: Line, act: Match, subject: Sequence[Side]) -> Iterator[Draft]:
    """ "South Korea became a partner in 2006": of the organisation, or else the state, that the sentence names."""
    tokens = line.tokens
    mine = {s.state for s in subject}
    others = [
        side
        for position, token in enumerate(tokens)
        if isinstance(token.mention, ActorMention)
        and token.mention.kind in (ActorKind.IGO, ActorKind.STATE)
        and not token.mention.as_place
        and (side := side_of(page, token, position)) is not None
        and side.state not in mine
    ]
    others = sorted(others, key=lambda s: not s.key.startswith("organisation:"))[:1]
    if not others or not subject or act.group.modality is Modality.DENIED:
        return
    words = {t.text for t in tokens[act.group.start : act.end]}
    if not others[0].key.startswith("organisation:") and _CLOSE.isdisjoint(words):
        return  # "has become a key partner for Germany"
    planned = act.group.aspect in ("considering", "future")
    draft = Draft(
        line=line,
        start=tokens[act.group.start].start,
        end=tokens[act.end - 1].end,
        kind=AgreementKind.PARTNERSHIP,
        status=AgreementStatus.PROPOSED if planned else AgreementStatus.IN_FORCE,
        modality=act.group.modality,
        words="partnership",
        sides=merged([*subject[:2], *others]),
    )
    when = date_of(tokens, act.start, act.end, act.end, len(tokens)) or date_of(tokens, act.start, act.end, 0, act.end)
    if when is not None:
        add_step(draft, "in_force", when)
        draft.end = max(draft.end, when.end)
    yield draft


def add_parts(page: Page, line: Line, pledge: Draft) -> None:
    """Give a pledge the parts that the sentence behind it tells: "Of the new target, 3.5 points will go to ..."."""
    target = pledge.targets[0]
    if target.parts or not isinstance(target.value, Quantity):
        return
    parts, shown = parts_in(page, line, target.value.amount)
    if parts:
        pledge.targets = (evolve(target, parts=parts), *pledge.targets[1:])
        pledge.target_evidence.extend(shown)


def note_replaced(line: Line, acts: Sequence[Match], drafts: Sequence[Draft], last: Draft | None) -> None:
    """Note which agreement takes the place of an older one."""
    for act in acts:
        if act.frame.id != "replace" or act.group.negated:
            continue
        at = line.tokens[act.start].start
        newer = next((d for d in drafts if d.end <= at), None)
        if newer is not None:
            newer.replaces = True
        elif last is not None and any(
            t.text in ("it", "which") for t in line.tokens[max(0, act.group.start - 2) : act.start]
        ):
            last.replaces = True
        for draft in drafts:
            if draft.start >= at and not act.group.passive:
                draft.status = AgreementStatus.UPGRADED


_UNDERTAKEN = frozenset("production development manufacture construction procurement assembly".split())
_UNDERTAKE = frozenset("develop produce build manufacture procure design".split())
_MIGHT = frozenset("not never may might could would nearly almost if has".split())


def jointly(page: Page, line: Line) -> Iterator[Draft]:
    """ "Agreed on the joint production of an aircraft with the UAE's Tawazun", "agreed to jointly develop a missile"."""
    tokens = line.tokens
    at = next(iter(line.at.get("agreed", ())), None)
    if at is None or at >= len(tokens) - 3 or any(t.text in _MIGHT for t in tokens[max(0, at - 2) : at]):
        return
    plain = [t.text for t in tokens[at + 1 : at + 5] if t.text not in ("the", "a")]
    noun = plain[:2] == ["on", "joint"] and not _UNDERTAKEN.isdisjoint(plain[2:3])
    verb = plain[:2] == ["to", "jointly"] and not _UNDERTAKE.isdisjoint(plain[2:3])
    if not (noun or verb):
        return
    with_at = next((i for i in range(at + 4, min(len(tokens), at + 16)) if tokens[i].text == "with"), len(tokens))
    near = range(with_at, min(len(tokens), with_at + 5))
    partners = [s for i in near if tokens[i].kind == "actor" and (s := side_of(page, tokens[i], i)) is not None]
    sides = merged([*acting(page, tokens, 0, at), *partners[:1]])
    if len({s.state for s in sides if s.state}) < 2:
        return
    marks = (i for i in range(at + 4, len(tokens)) if tokens[i].text in (",", ".", ";", "with", "in", "on"))
    end = next(marks, len(tokens))
    draft = Draft(
        line=line,
        start=tokens[at].start,
        end=tokens[end - 1].end,
        kind=AgreementKind.OTHER,
        status=AgreementStatus.ANNOUNCED,
        modality=Modality.ASSERTED,
        words=page.document.text[tokens[at + 1].start : tokens[end - 1].end],
        sides=sides,
        acted=True,
    )
    token = date_of(tokens, at, end, 0, len(tokens))
    if token is not None:
        add_step(draft, "announced", token)
    yield draft


def pledged(parties: Parties, line: Line, last: Draft | None = None) -> Iterator[Draft]:
    """The pledges of a sentence as drafts; of nobody in particular they are those of whom the story is about."""
    full = list(pledges_in(parties.page, line))
    known = full or list(sums_in(parties.page, line))
    told = last is not None and last.kind is AgreementKind.PLEDGE and not last.targets
    if not known and told and last is not None and line.block - last.line.block < 3:
        known = list(likewise_pledged(parties.page, line))
    for pledge in known:
        leading = parties.focus.get(line.story, [])
        body = [s for s in leading[:3] if s.key.startswith("organisation:")][:1]
        sides = merged(pledge.sides) or merged(body if not pledge.targets else leading[:1])
        if pledge.alone:
            sides = merged(pledge.sides)
        elif not pledge.targets and not any(s.position < 0 or s.witness.start < pledge.start for s in sides):
            sides = merged([*body, *sides])
        if not pledge.targets and len(sides) < 2 and not (pledge.alone and sides):
            continue  # what a state means to spend at home
        draft = Draft(
            line=line,
            start=pledge.start,
            end=pledge.end,
            kind=AgreementKind.PLEDGE,
            status=pledge.status,
            modality=pledge.modality,
            words=pledge.words,
            sides=sides,
            targets=pledge.targets,
            target_evidence=list(pledge.evidence),
        )
        if pledge.date is not None:
            add_step(draft, "announced", pledge.date)
        yield draft
