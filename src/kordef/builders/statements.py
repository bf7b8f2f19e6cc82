"""Statements: what somebody said, in quotation marks or in the source's words, and who stands behind a fact."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from attrs import evolve

from kordef.builders.page import Page
from kordef.builders.speech import Quote, Saying, quotes, sayings
from kordef.builders.tokens import Line
from kordef.evidence import Evidence
from kordef.identity import record_id
from kordef.mentions.model import ActorMention, DateMention
from kordef.records import Attribution, Record, Statement
from kordef.vocabulary import ActorKind, EvidenceKind, Modality, Speech, Voice

__all__ = ["attributed", "build"]


def build(page: Page) -> tuple[Statement, ...]:
    """The statements of a document: each quotation with its speaker, and what somebody is told to have said."""
    out: list[Statement] = []
    quoted = quotes(page)
    starts = [q.start for q in quoted]
    last: Saying | None = None
    for line in page.lines:
        said = [s for s in sayings(line) if not s.cited]
        inside = quoted[bisect_right(starts, line.start - 1) : bisect_right(starts, line.end - 1)]
        if inside:
            speaker = _nearest(said, inside[0]) or (last if last and last.line.block == line.block else None)
            if speaker is not None:
                out.extend(_statement(page, line, speaker, (q.start, q.end), Speech.DIRECT, len(out)) for q in inside)
            last = speaker
        elif said and said[0].clause and said[0].verb.split()[0] not in _NOT_WORDS:
            out.append(_statement(page, line, said[0], said[0].clause, Speech.INDIRECT, len(out)))
            last = said[0]
    return tuple(out)


_NOT_WORDS = frozenset(
    ["announced", "announces", "reported", "reports", "praised", "welcomed", "expressed", "described"]
)
"""Verbs that tell of an act more than of words."""


def _nearest(said: Iterable[Saying], quote: Quote) -> Saying | None:
    return min(said, key=lambda s: abs(s.line.tokens[s.at].start - quote.start), default=None)


def _statement(page: Page, line: Line, saying: Saying, span: tuple[int, int], speech: Speech, rank: int) -> Statement:
    story = line.story
    start, end = span
    evidence: list[Evidence] = [
        page.evidence(story, "", (min(line.start, start), max(min(line.end, end), end))),
        page.evidence(story, "/text", span),
        page.evidence(story, "/speech", span, EvidenceKind.IMPLIED),
    ]
    inside = line.start <= saying.line.tokens[saying.at].start < line.end
    kind = EvidenceKind.STATED if inside else EvidenceKind.IMPLIED
    speaker = page.actor(saying.speaker) if saying.speaker else None
    if saying.speaker:
        evidence.append(page.evidence(story, "/speaker", saying.speaker, kind))
    described = page.document.text[slice(*saying.described)] if saying.described else None
    if saying.described:
        evidence.append(page.evidence(story, "/described", saying.described, kind))
    post = None
    if saying.speaker and saying.speaker.post and saying.speaker.post_span:
        post = page.document.text[slice(*saying.speaker.post_span)]
        evidence.append(page.evidence(story, "/post", saying.speaker.post_span, kind))
    audience = page.document.text[slice(*saying.audience)] if saying.audience else None
    if saying.audience:
        evidence.append(page.evidence(story, "/audience", saying.audience, kind))
    date = next(
        (t.mention for t in line.tokens if isinstance(t.mention, DateMention) and not _within(t.start, span)), None
    )
    if date is not None:
        evidence.append(page.evidence(story, "/date", date))
    return Statement(
        id=record_id("statement", page.document.sha256, start, rank),
        source=page.sources[story],
        section=line.section,
        evidence=tuple(evidence),
        text=page.document.text[start:end],
        speech=speech,
        speaker=speaker,
        described=described,
        post=post,
        audience=audience,
        date=date.period if date else None,
    )


def _within(offset: int, span: tuple[int, int]) -> bool:
    return span[0] <= offset < span[1]


def attributed(page: Page, facts: Iterable[Record]) -> Iterator[Record]:
    """The facts, each with those who stand behind it: whoever its sentence follows or lets speak."""
    starts = [line.start for line in page.lines]
    for fact in facts:
        if fact.attribution or isinstance(fact, Statement) or not fact.evidence:
            yield fact
            continue
        whole = fact.evidence[0]
        at = bisect_right(starts, whole.start) - 1
        if at < 0 or whole.start >= page.lines[at].end:
            yield fact
            continue
        line = page.lines[at]
        voices: list[Attribution] = []
        evidence: list[Evidence] = []
        for saying in sayings(line):
            own = saying.line.tokens[saying.at].start
            covers = saying.clause and saying.clause[0] <= whole.start < saying.clause[1]
            if not covers or _within(own, (whole.start, whole.end)) or _is_state(saying.speaker):
                continue
            pointer = f"/attribution/{len(voices)}"
            if saying.speaker:
                voice = _voice(saying.speaker, cited=saying.cited)
                voices.append(Attribution(voice=voice, actor=page.actor(saying.speaker)))
                evidence.append(page.evidence(line.story, pointer, saying.speaker))
            elif saying.described:
                words = page.document.text[slice(*saying.described)]
                voices.append(Attribution(voice=Voice.DESCRIBED, described=words))
                evidence.append(page.evidence(line.story, pointer, saying.described))
        if not voices:
            yield fact
            continue
        modality = Modality.REPORTED if fact.modality is Modality.ASSERTED else fact.modality
        yield evolve(fact, attribution=tuple(voices), modality=modality, evidence=(*fact.evidence, *evidence))


def _voice(speaker: ActorMention, *, cited: bool) -> Voice:
    return Voice.CITED if cited and speaker.kind is not ActorKind.PERSON else Voice.QUOTED


def _is_state(speaker: ActorMention | None) -> bool:
    """Whether a state speaks: then it tells of its own act ("Poland announced that it will buy")."""
    return speaker is not None and speaker.kind is ActorKind.STATE
