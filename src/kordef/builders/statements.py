"""Statements: what somebody said, in quotation marks or in the source's words, and who stands behind a fact."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from kordef.builders.grammar.clauses import clauses_of
from kordef.builders.grammar.tokens import Line
from kordef.builders.once import once
from kordef.builders.page import Page
from kordef.builders.quotations import Quote, quotes
from kordef.builders.speech import Saying, sayings
from kordef.builders.topics import about_defence
from kordef.evidence import Evidence
from kordef.identity import record_id, references
from kordef.mentions.model import ActorMention
from kordef.records import Attribution, Record, Statement
from kordef.vocabulary import ActorKind, EvidenceKind, Modality, Speech, Voice

__all__ = ["attributed", "build"]


@frozen(kw_only=True)
class _Spoken:
    """A stretch of text that somebody says; ``borrowed`` where who speaks stands in another sentence."""

    line: Line
    start: int
    end: int
    saying: Saying
    speech: Speech
    borrowed: bool = False


def build(page: Page) -> tuple[Statement, ...]:
    """The statements of a document on defence and security: each quotation, and what somebody is told to have said."""
    out: list[Statement] = []
    for spoken in _spoken(page):
        if spoken.saying.data or not _on_subject(page, spoken):
            continue
        told = spoken.speech is Speech.INDIRECT
        if told and spoken.saying.cited and (spoken.saying.lemma == "citing" or not _talks(spoken.saying)):
            continue
        out.append(_statement(page, spoken, len(out)))
    return tuple(out)


def _talks(saying: Saying) -> bool:
    """Whether "according to" follows somebody who speaks, and not a publisher of figures."""
    if saying.speaker is None:
        return saying.described is not None
    return saying.speaker.kind in (ActorKind.PERSON, ActorKind.GOVERNMENT_BODY)


def _on_subject(page: Page, spoken: _Spoken) -> bool:
    """Whether a statement, the sentence beside it or the title of its story is about defence and security."""
    if about_defence(page, min(spoken.start, spoken.line.start), max(spoken.end, spoken.line.end)):
        return True
    title = page.document.stories[spoken.line.story].title
    if title is not None and about_defence(page, title.start, title.end):
        return True
    block = page.document.blocks[spoken.line.block]
    at = bisect_left(block.sentences, spoken.line.start, key=lambda s: s.start)
    return any(about_defence(page, s.start, s.end) for s in block.sentences[max(at - 1, 0) : at + 2])


# ---- who says which stretch


@once
def _spoken(page: Page) -> tuple[_Spoken, ...]:
    """All stretches that somebody says, in the order of the text."""
    lines = page.lines
    quoted = quotes(page)
    by_line: list[tuple[Saying, ...]] = [
        tuple(s for s in sayings(line) if not _inside(quoted, s.start)) for line in lines
    ]
    starts = [line.start for line in lines]
    out: list[_Spoken] = []
    taken: dict[int, list[Quote]] = {}
    last: Saying | None = None
    held: dict[int, Saying] = {}
    speakers: list[Saying | None] = []
    known: Saying | None = None
    for position, line in enumerate(lines):
        resolved: tuple[Saying, ...] = tuple(
            r for s in by_line[position] if (r := _resolved(page, s, known, line)) is not None
        )
        by_line[position] = resolved
        known = next(
            (s for s in reversed(resolved) if not s.data), known if known and known.line.story == line.story else None
        )
        speakers.append(known)
    for quote in quoted:
        first = bisect_right(starts, quote.start) - 1
        final = bisect_right(starts, quote.end - 1) - 1
        if first < 0 or quote.start >= lines[first].end + 2:
            continue
        line = lines[first]
        near = [s for s in (*by_line[first], *(by_line[final] if final != first else ())) if not s.data]
        saying = _nearest(near, quote)
        borrowed = False
        if saying is None:
            saying = held.get(line.block) or _continued(page, last, line, quote)
            borrowed = True
        if saying is None and final + 1 < len(lines) and lines[final + 1].block == line.block:
            # "'...' That was what the minister said" is rare; a quotation cut off from its speaker by a full stop is not
            after = by_line[final + 1]
            saying = after[0] if after and after[0].at <= 2 else None
        if saying is None:
            continue
        out.append(
            _Spoken(line=line, start=quote.start, end=quote.end, saying=saying, speech=Speech.DIRECT, borrowed=borrowed)
        )
        for position in range(first, final + 1):
            taken.setdefault(position, []).append(quote)
        held[line.block] = last = saying
    for position, _ in enumerate(lines):
        for saying in by_line[position]:
            span = saying.clause
            if (
                span is None
                or saying.quoting
                or any(q.start < span[1] and span[0] < q.end for q in taken.get(position, ()))
            ):
                continue
            out.append(_Spoken(line=saying.line, start=span[0], end=span[1], saying=saying, speech=Speech.INDIRECT))
    out.sort(key=lambda s: (s.start, -s.end))
    return tuple(out)


def _inside(quoted: Sequence[Quote], offset: int) -> bool:
    at = bisect_right(quoted, offset, key=lambda q: q.start) - 1
    return at >= 0 and offset < quoted[at].end


def _resolved(page: Page, saying: Saying, known: Saying | None, line: Line) -> Saying | None:
    """A saying with its speaker; for a pronoun that is who spoke last in the paragraph, for "the official" whoever it was."""
    if saying.described is not None and known is not None and known.described is not None:
        article, _, noun = page.document.text[slice(*saying.described)].casefold().partition(" ")
        if article == "the" and noun in page.document.text[slice(*known.described)].casefold().split():
            return evolve(saying, described=known.described)
    if saying.speaker is not None or saying.described is not None:
        return saying
    if known is None or known.line.block != line.block:
        return None
    return evolve(saying, speaker=known.speaker, described=known.described)


def _nearest(said: Sequence[Saying], quote: Quote) -> Saying | None:
    """The saying that a quotation belongs to: the nearest verb, phrases such as "according to" only where no verb is."""
    verbs = [s for s in said if not s.cited] or list(said)
    return min(verbs, key=lambda s: min(abs(s.start - quote.start), abs(s.start - quote.end)), default=None)


def _continued(page: Page, last: Saying | None, line: Line, quote: Quote) -> Saying | None:
    """Who spoke last, where a paragraph opens with a quotation and stands right behind the one before."""
    if last is None or last.line.story != line.story or last.line.block < line.block - 1:
        return None
    return last if quote.start - page.document.blocks[line.block].start <= 2 else None


# ---- records


def _statement(page: Page, spoken: _Spoken, rank: int) -> Statement:
    line, saying = spoken.line, spoken.saying
    story = line.story
    span = (spoken.start, spoken.end)
    evidence: list[Evidence] = [
        page.evidence(story, "", (min(line.start, span[0]), max(min(line.end, span[1]), span[1]))),
        page.evidence(story, "/text", span),
        page.evidence(story, "/speech", span, EvidenceKind.IMPLIED),
    ]
    kind = EvidenceKind.IMPLIED if spoken.borrowed else EvidenceKind.STATED
    text = page.document.text
    speaker = described = post = None
    if saying.speaker is not None:
        speaker = page.actor(saying.speaker)
        evidence.append(page.evidence(story, "/speaker", saying.speaker, kind))
        if saying.speaker.post and saying.speaker.post_span:
            post = text[slice(*saying.speaker.post_span)]
            evidence.append(page.evidence(story, "/post", saying.speaker.post_span, kind))
    elif saying.described is not None:
        described = text[slice(*saying.described)]
        here = line.start <= saying.described[0] < line.end
        evidence.append(page.evidence(story, "/described", saying.described, kind if here else EvidenceKind.IMPLIED))
    audience = text[slice(*saying.audience)] if saying.audience else None
    venue = text[slice(*saying.venue)] if saying.venue else None
    for pointer, where in (("/audience", saying.audience), ("/venue", saying.venue)):
        if where:
            evidence.append(page.evidence(story, pointer, where, kind))
    if saying.date is not None:
        evidence.append(page.evidence(story, "/date", saying.date, kind))
    return Statement(
        id=record_id("statement", page.document.sha256, span[0], rank),
        source=page.sources[story],
        section=line.section,
        evidence=tuple(evidence),
        modality=Modality.DENIED if _denied(spoken) else Modality.ASSERTED,
        text=text[slice(*span)],
        speech=spoken.speech,
        speaker=speaker,
        described=described,
        post=post,
        audience=audience,
        venue=venue,
        date=saying.date.period if saying.date else None,
    )


def _denied(spoken: _Spoken) -> bool:
    """Whether somebody says that it is not so: "denied that a deal had been signed"."""
    saying = spoken.saying
    if saying.lemma != "deny" or spoken.borrowed:
        return False
    tokens = saying.line.tokens
    return any(
        tokens[stretch.start].start <= spoken.start < tokens[stretch[-1]].end
        for stretch in clauses_of(saying.line).untrue
        if stretch.start > saying.at
    )


# ---- who stands behind a fact


def attributed(page: Page, facts: Iterable[Record]) -> Iterator[Record]:
    """The facts, each with those who stand behind it: whoever its sentence follows or lets speak."""
    every = _spoken(page)
    starts = [s.start for s in every]
    reach: list[int] = []
    for spoken in every:
        reach.append(max(spoken.end, reach[-1] if reach else 0))
    for fact in facts:
        if fact.attribution or isinstance(fact, Statement) or not fact.evidence:
            yield fact
            continue
        offset = next((e for e in fact.evidence if not e.field), fact.evidence[0]).start
        at = bisect_right(starts, offset) - 1
        found: list[_Spoken] = []
        while at >= 0 and reach[at] > offset and len(found) < 4:
            if offset < every[at].end:
                found.append(every[at])
            at -= 1
        yield _with_voices(page, fact, found) if found else fact


def _with_voices(page: Page, fact: Record, found: Sequence[_Spoken]) -> Record:
    own = {target for place, target in references(fact) if "publisher" not in place}
    voices: list[Attribution] = []
    evidence: list[Evidence] = []
    reported = False
    for spoken in sorted(found, key=lambda s: (s.saying.cited, s.saying.start)):
        saying = spoken.saying
        pointer = f"/attribution/{len(voices)}"
        kind = EvidenceKind.IMPLIED if spoken.borrowed else EvidenceKind.STATED
        if saying.speaker is not None:
            speaker = page.actor(saying.speaker)
            if saying.speaker.kind is ActorKind.STATE or speaker in own or any(v.actor == speaker for v in voices):
                # who tells of an act of its own does not stand behind it as another would
                continue
            voices.append(Attribution(voice=_voice(saying), actor=speaker))
            evidence.append(page.evidence(saying.line.story, pointer, saying.speaker, kind))
            reported = reported or page.state_of(saying.speaker) not in own
        elif saying.described is not None:
            words = " ".join(page.document.text[slice(*saying.described)].split())
            if any(v.described == words for v in voices):
                continue
            voices.append(Attribution(voice=Voice.DESCRIBED, described=words))
            evidence.append(page.evidence(saying.line.story, pointer, saying.described, kind))
            reported = True
    if not voices:
        return fact
    modality = Modality.REPORTED if reported and fact.modality is Modality.ASSERTED else fact.modality
    return evolve(fact, attribution=tuple(voices), modality=modality, evidence=(*fact.evidence, *evidence))


def _voice(saying: Saying) -> Voice:
    publishes: Sequence[ActorKind] = (ActorKind.RESEARCH_INSTITUTE, ActorKind.MEDIA)
    speaker: ActorMention | None = saying.speaker
    cited = saying.data or (saying.cited and speaker is not None and speaker.kind in publishes)
    return Voice.CITED if cited else Voice.QUOTED
