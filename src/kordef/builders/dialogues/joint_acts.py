"""Meetings told by what two sides did together: leaders who adopt a declaration, ministers who sign or agree by phone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kordef.builders.dialogues.meetings import Draft, level_kind
from kordef.builders.dialogues.scene import Scene
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.surroundings import place_of, word_set
from kordef.builders.grammar.tokens import Line
from kordef.builders.parties import HEAD, MINISTER, NONE, Side, acting
from kordef.vocabulary import DialogueKind, Modality

__all__ = ["PHONE", "together"]

PHONE = word_set("phone telephone call videoconference video telephoned phoned rang ring rings ringing")
_KINDS_OF = word_set("such like including related concerning of between from facing")


def together(scene: Scene, line: Line, clauses: Clauses, match: Match) -> Iterator[Draft]:
    """Leaders of two sides who sign or adopt something together have met."""
    tokens = line.tokens
    if tokens[match.start].text == "issues" and match.end < len(tokens) and tokens[match.end].text in _KINDS_OF:
        return  # "talked of arms and issues such as the war"
    agrees = tokens[match.start].text.startswith("agree")
    if (
        match.group.passive
        or match.reduced
        or match.group.aspect not in ("plain", "done", *(("agreed",) if agrees else ()))
    ):
        return
    limit = clauses.right_limit(match.end)
    sides = list(scene.doers(line, clauses, match.group.start))
    for position in range(match.end, limit - 1):
        if tokens[position].text == "with":
            sides.extend(acting(scene.page, tokens, position + 1, min(position + 3, limit)))
    leaders = [s for s in sides if s.level == HEAD and (s.person or s.position < 0)]
    if agrees:
        yield from _agreeing(scene, line, match, sides, limit)
    elif len({s.state for s in leaders}) > 1:
        yield scene.draft(line, match.start, match.start + 1, DialogueKind.SUMMIT, leaders, limit, match.group.modality)
    elif tokens[match.start].text == "signed":
        yield from _signing(scene, line, match, sides, limit)


def _signing(scene: Scene, line: Line, match: Match, sides: Sequence[Side], limit: int) -> Iterator[Draft]:
    """Two ministers, both named, who sign something in a town have met there."""
    people = [s for s in sides if s.person and s.level >= MINISTER and s.position >= 0]
    if len(people) != 2 or len({s.state for s in people if s.state}) != 2:
        return
    draft = scene.draft(line, match.start, match.start + 1, level_kind(people), people, limit, match.group.modality)
    if draft.place is not None:
        yield draft


def _agreeing(scene: Scene, line: Line, match: Match, sides: Sequence[Side], limit: int) -> Iterator[Draft]:
    """Two leaders or ministers, both named, who agree on a day have met or spoken that day."""
    people = [s for s in sides if s.person and s.level in (NONE, MINISTER, HEAD) and s.state and s.position >= 0]
    if len(people) < 2 or len({s.state for s in people}) < 2 or match.group.modality is not Modality.ASSERTED:
        return
    tokens = line.tokens
    near = min(limit, match.end + 4)
    afar = not PHONE.isdisjoint(t.text for t in tokens)
    if any(s.level is NONE for s in people) and not afar:
        return
    draft = scene.draft(line, match.start, match.start + 1, level_kind(people), people, near)
    draft.date = draft.date or scene.dates.of(line, match.start, match.end, near)
    place = place_of(tokens, match.end, near) or place_of(tokens, 0, people[0].position)
    draft.place = scene.place(place)
    draft.start, draft.end = tokens[people[0].position].start, tokens[people[-1].position].end
    if PHONE.intersection(t.text for t in tokens):
        draft.kind = DialogueKind.PHONE_CALL
    if draft.date is not None:
        yield draft
