"""Agreements: what states, organisations and firms have agreed with one another."""

from __future__ import annotations

from kordef.builders.frames import Match, find, load
from kordef.builders.page import Page
from kordef.builders.tokens import Token
from kordef.evidence import Evidence
from kordef.identity import record_id
from kordef.mentions.model import ActorMention, DateMention
from kordef.records import Agreement
from kordef.vocabulary import AgreementKind, AgreementStatus, EvidenceKind

__all__ = ["build"]


def build(page: Page) -> tuple[Agreement, ...]:
    """The agreements that a document tells of."""
    out: list[Agreement] = []
    for line in page.lines:
        for match in find(line, load("agreements")):
            record = _record(page, match, len(out))
            if record is not None:
                out.append(record)
    return tuple(out)


def _record(page: Page, match: Match, rank: int) -> Agreement | None:
    story = match.line.story
    tokens = match.line.tokens
    parties: dict[str, Token] = {}
    for token in tokens:
        if isinstance(token.mention, ActorMention) and not token.mention.as_place:
            key = page.state_of(token.mention)
            if key is not None:
                parties.setdefault(key, token)
    if len(parties) < 2:
        return None
    span = (tokens[match.start].start, tokens[match.end - 1].end)
    dates = [t.mention for t in match.places.get("date", ()) if isinstance(t.mention, DateMention)]
    evidence: list[Evidence] = [
        page.evidence(story, "", span),
        page.evidence(story, "/name", span, EvidenceKind.IMPLIED),
        page.evidence(story, "/kind", span, EvidenceKind.IMPLIED),
        page.evidence(story, "/status", span, EvidenceKind.IMPLIED),
    ]
    evidence.extend(page.evidence(story, f"/parties/{n}", t) for n, t in enumerate(parties.values()))
    if dates:
        evidence.append(page.evidence(story, "/signed", dates[0]))
    text = page.document.text[span[0] : span[1]]
    return Agreement(
        id=record_id("agreement", page.document.sha256, span[0], rank),
        source=page.sources[story],
        section=match.line.section,
        modality=match.group.modality,
        evidence=tuple(evidence),
        name="-".join(page.actors[a].name for a in parties) + " " + text,
        kind=AgreementKind(match.frame.settings["kind"]),
        status=AgreementStatus.SIGNED,
        parties=tuple(parties),
        signed=dates[0].period if dates else None,
    )
