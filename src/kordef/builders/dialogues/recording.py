"""The record that is made of a draft of a dialogue, with its evidence and, where the text gives none, a name."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.dialogues.meetings import Draft, level_kind
from kordef.builders.page import Page
from kordef.builders.parties import called
from kordef.evidence import Evidence
from kordef.records import Dialogue, Participant
from kordef.vocabulary import DialogueKind, EvidenceKind, Role

__all__ = ["record"]


def record(page: Page, draft: Draft, identifier: str, ids: dict[int, str]) -> Dialogue:
    """The record of a draft; ``ids`` has those of all drafts of the document, by identity."""
    story = draft.line.story
    span = (draft.start, draft.end)
    kind = draft.kind or level_kind(draft.sides)
    evidence: list[Evidence] = [page.evidence(story, "", span)]
    named = bool(draft.words) and draft.noun is not None and draft.noun.named
    evidence.append(page.evidence(story, "/name", span, EvidenceKind.STATED if named else EvidenceKind.IMPLIED))
    evidence.append(page.evidence(story, "/kind", span, EvidenceKind.IMPLIED))
    participants: list[Participant] = []
    for side in draft.sides:
        actor = page.actor_ids.get((story, side.key))
        if actor is None or any(p.actor == actor for p in participants):
            continue
        evidence.append(page.evidence(story, f"/participants/{len(participants)}", side.witness, side.kind))
        participants.append(Participant(actor=actor, role=draft.roles.get(side.key, Role.PARTICIPANT)))
    if draft.place is not None:
        evidence.append(page.evidence(story, "/place", draft.place.witness, draft.place.kind))
    if draft.date is not None:
        evidence.append(page.evidence(story, "/date", draft.date.witness, draft.date.kind))
    if draft.ordinal is not None:
        evidence.append(page.evidence(story, "/ordinal", draft.ordinal[1]))
    if draft.recurring is not None:
        evidence.append(page.evidence(story, "/recurring", draft.recurring))
    topics, outcomes = _phrases(page, draft.topics), _phrases(page, draft.outcomes)
    evidence.extend(page.evidence(story, f"/topics/{n}", where) for n, where in enumerate(topics.values()))
    evidence.extend(page.evidence(story, f"/outcomes/{n}", where) for n, where in enumerate(outcomes.values()))
    whole = ids.get(id(draft.whole)) if draft.whole is not None and draft.whole is not draft else None
    if whole:
        evidence.append(page.evidence(story, "/part_of", span, EvidenceKind.IMPLIED))
    return Dialogue(
        id=identifier,
        source=page.sources[story],
        section=draft.line.section,
        modality=draft.modality,
        evidence=tuple(evidence),
        name=_name(page, draft, kind),
        kind=kind,
        participants=tuple(participants),
        place=draft.place.text if draft.place else None,
        date=draft.date.period if draft.date else None,
        ordinal=draft.ordinal[0] if draft.ordinal else None,
        recurring=True if draft.recurring else None,
        topics=tuple(topics),
        outcomes=tuple(outcomes),
        part_of=whole,
    )


def _phrases(page: Page, spans: Sequence[tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """The words of spans with the first place of each, written with single blanks."""
    out: dict[str, tuple[int, int]] = {}
    for start, end in spans:
        words = " ".join(page.document.text[start:end].split())
        if words:
            out.setdefault(words, (start, end))
    return out


_NOUN_OF = {
    DialogueKind.SUMMIT: "summit",
    DialogueKind.PHONE_CALL: "phone call",
    DialogueKind.COURTESY_CALL: "courtesy call",
    DialogueKind.PRESS_CONFERENCE: "press conference",
    DialogueKind.BRIEFING: "briefing",
    DialogueKind.CONSULTATIVE_BODY: "consultations",
    DialogueKind.DIALOGUE: "talks",
    DialogueKind.FORUM: "forum",
}


def _name(page: Page, draft: Draft, kind: DialogueKind) -> str:
    """The proper name, or one made up from those who take part: "Yoon-Sunak summit", "Shin visit to Romania"."""
    story = draft.line.story
    if draft.words and draft.noun is not None and (draft.noun.named or draft.organisation):
        place = f" in {draft.place.text}" if draft.place and draft.place.text not in draft.words else ""
        return draft.words + place
    named = [s for s in draft.sides if s.person] or draft.sides
    if kind is DialogueKind.VISIT:
        visitors = [s for s in draft.sides if draft.roles.get(s.key) is Role.VISITOR]
        named = [s for s in visitors if s.person] or visitors or named
    names = list(dict.fromkeys(called(page, story, s.key) for s in named if (story, s.key) in page.actor_ids))
    if kind is DialogueKind.VISIT:
        where = f" to {draft.place.text}" if draft.place else ""
        return f"{' and '.join(names[:4])} visit{where}".strip()
    if len(named) and not any(s.person for s in named) and draft.words:
        if draft.noun is not None and any(draft.noun.start <= s.position < draft.noun.end for s in named):
            return draft.words  # "Korea-Poland committee"
        return f"{'-'.join(names[:4])} {draft.words}".strip()
    return f"{'-'.join(names[:4])} {_NOUN_OF.get(kind, 'meeting')}".strip()
