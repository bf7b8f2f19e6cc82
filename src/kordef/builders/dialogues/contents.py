"""What a dialogue was about and what came of it: "discussed the export of howitzers", "agreed on a working group"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.dialogues.meetings import Draft
from kordef.builders.dialogues.scene import Scene
from kordef.builders.grammar.surroundings import DETERMINERS, listed, strong_break, word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.vocabulary import DialogueKind

__all__ = ["tell_contents"]

_TALK = word_set(
    "talks talk talked talking spoke speak spoken meeting meetings dialogue discussion discussions consultations views focus "
    "focused centred centered conference forum group committee session briefed briefing negotiations summit"
)
_TELLING = word_set("agreed discuss discussed discussing on about")
_NO_TOPICS = word_set("behalf sidelines margins issues ways phone telephone")
_MOST_TOPICS = 12


def tell_contents(scene: Scene, line: Line, drafts: Sequence[Draft]) -> None:
    """Topics and outcomes, for the dialogue before them in the sentence or the last one told."""
    tokens = line.tokens
    for position in line.places_of(_TELLING):
        token = tokens[position]
        if token.text == "agreed" and position + 1 < len(tokens) and tokens[position + 1].text == "to":
            _outcome(scene, line, drafts, position + 2)
        elif token.text in ("discuss", "discussed", "discussing") or (
            token.text in ("on", "about") and any(t.text in _TALK for t in tokens[max(0, position - 2) : position])
        ):
            _topics(scene, line, drafts, position + 1)


def _topics(scene: Scene, line: Line, drafts: Sequence[Draft], at: int) -> None:
    tokens = line.tokens
    target = _target(scene, drafts, tokens[at - 1].start)
    if target is None:
        return
    for low, high in listed(tokens, at, len(tokens)):
        while low < high and tokens[low].text in DETERMINERS:
            low += 1
        if low < high and tokens[low].kind != "date" and tokens[low].text not in _NO_TOPICS:
            span = (tokens[low].start, tokens[high - 1].end)
            if span not in target.topics and len(target.topics) < _MOST_TOPICS:
                target.topics.append(span)


def _outcome(scene: Scene, line: Line, drafts: Sequence[Draft], at: int) -> None:
    tokens = line.tokens
    target = _target(scene, drafts, tokens[at - 1].start)
    end = _clause_end(tokens, at)
    if target is not None and end > at:
        target.outcomes.append((tokens[at].start, tokens[end - 1].end))


def _target(scene: Scene, drafts: Sequence[Draft], at: int) -> Draft | None:
    here = [d for d in drafts if d.start <= at and d.kind is not DialogueKind.VISIT]
    if here:
        return here[-1]
    near = [d for d in scene.drafts[-6:] if d.kind is not DialogueKind.VISIT]
    last = near[-1] if near else None
    if last is not None and last.kind is DialogueKind.CONSULTATIVE_BODY and scene.previous is last.line:
        return next((d for d in reversed(near) if len(d.people) > 1 and d.line.story == last.line.story), last)
    return last if last is not None and scene.previous is last.line else None


def _clause_end(tokens: Sequence[Token], at: int) -> int:
    for position in range(at, len(tokens)):
        token = tokens[position]
        if strong_break(token) or token.text in (".", "while", "but", "according", '"', "”"):
            return position
        if (
            token.text == ","
            and position + 1 < len(tokens)
            and tokens[position + 1].text in ("which", "said", "according", "'", "’")
        ):
            return position
    return len(tokens)
