"""What a sentence adds to the agreement told just before: "It was initialled in October and took effect on 1 January"."""

from __future__ import annotations

from kordef.builders.agreements.acts import acts_in, deed
from kordef.builders.agreements.cues import cues_in
from kordef.builders.agreements.drafts import Draft, add_step
from kordef.builders.grammar.frames import Frames
from kordef.builders.grammar.surroundings import date_of
from kordef.builders.grammar.tokens import Line
from kordef.vocabulary import AgreementStatus

__all__ = ["goes_on"]

_RANK = {status: rank for rank, status in enumerate(AgreementStatus)}


def goes_on(frames: Frames, line: Line, draft: Draft, low: int = 0) -> None:
    """ "It was initialled in October and took effect on 1 January": more of the agreement told just before."""
    for act in acts_in(line, frames):
        if act.start < low or act.group.negated or not (act.group.passive or act.frame.settings.get("intransitive")):
            continue
        found = deed(line, act)
        token = date_of(line.tokens, act.end, act.end, act.end, len(line.tokens))
        if found.step and token is not None:
            add_step(draft, found.step, token)
        if _RANK[found.status] > _RANK[draft.status]:
            draft.status, draft.modality = found.status, found.modality
    for cue in cues_in(line):
        if (
            cue.start >= low
            and cue.cue.step
            and not cue.denied
            and not cue.supposed
            and cue.cue.step not in draft.steps
        ):
            token = date_of(line.tokens, cue.start, cue.end, cue.end, len(line.tokens))
            if token is not None:
                add_step(draft, cue.cue.step, token)
        if cue.start >= low and cue.cue.over and not cue.denied and not cue.supposed:
            draft.status = cue.cue.status if _RANK[cue.cue.status] > _RANK[draft.status] else draft.status
    if low == 0 and line.at.get("signatories", (9,))[0] == 1:
        token = next((t for t in line.tokens if t.kind == "date"), None)
        if token is not None:
            add_step(draft, "signed", token)
