"""Dialogues: who met whom, where and when."""

from __future__ import annotations

from kordef.builders.frames import Match, find, load
from kordef.builders.page import Page
from kordef.builders.tokens import Token
from kordef.evidence import Evidence
from kordef.identity import record_id
from kordef.mentions.model import ActorMention, DateMention
from kordef.records import Dialogue, Participant
from kordef.vocabulary import DialogueKind, EvidenceKind

__all__ = ["build"]


def build(page: Page) -> tuple[Dialogue, ...]:
    """The dialogues that a document tells of."""
    out: list[Dialogue] = []
    for line in page.lines:
        for match in find(line, load("dialogues")):
            record = None if match.group.negated else _record(page, match, len(out))
            if record is not None:
                out.append(record)
    return tuple(out)


def _record(page: Page, match: Match, rank: int) -> Dialogue | None:
    story = match.line.story
    people: dict[str, Token] = {}
    for token in match.roles.get("participants", ()):
        if isinstance(token.mention, ActorMention) and not token.mention.as_place:
            people.setdefault(page.actor(token.mention), token)
    if len(people) < 2 and not (people and match.noun):
        return None
    tokens = match.line.tokens
    span = (tokens[match.start].start, tokens[match.end - 1].end)
    places = [t for t in tokens if isinstance(t.mention, ActorMention) and t.mention.as_place]
    dates = [t.mention for t in match.places.get("date", ()) if isinstance(t.mention, DateMention)]
    evidence: list[Evidence] = [
        page.evidence(story, "", span),
        page.evidence(story, "/name", span, EvidenceKind.IMPLIED),
        page.evidence(story, "/kind", span, EvidenceKind.IMPLIED),
    ]
    evidence.extend(page.evidence(story, f"/participants/{n}", t) for n, t in enumerate(people.values()))
    if places:
        evidence.append(page.evidence(story, "/place", places[0]))
    if dates:
        evidence.append(page.evidence(story, "/date", dates[0]))
    kind = match.frame.settings["kind"]
    return Dialogue(
        id=record_id("dialogue", page.document.sha256, span[0], rank),
        source=page.sources[story],
        section=match.line.section,
        modality=match.group.modality,
        evidence=tuple(evidence),
        name="-".join(page.actors[a].name for a in people) + " " + kind,
        kind=DialogueKind.MINISTERIAL if kind == "meeting" else DialogueKind(kind),
        participants=tuple(Participant(actor=a) for a in people),
        place=page.document.text[places[0].start : places[0].end] if places else None,
        date=dates[0].period if dates else None,
    )
