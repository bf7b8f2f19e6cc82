"""What the words around a noun for an occasion say of it: its name, its time in a relative clause, whether it is held at all."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.dialogues.meetings import Place, When
from kordef.builders.dialogues.occasions import Occasion, ordinal
from kordef.builders.dialogues.scene import Scene, is_state
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.surroundings import DETERMINERS, QUOTES, word_set
from kordef.builders.grammar.tokens import Line, Token, is_adjective
from kordef.vocabulary import DialogueKind

__all__ = [
    "defines",
    "employs",
    "joins_partners",
    "label_of",
    "leads_on",
    "of_body",
    "planned_for",
    "relative_date",
    "session_of",
]

_PLANNED = word_set("planned scheduled slated foreseen set due fixed announced called in")
_RUNS = word_set(
    "ended ends opened opens began begins closed closes concluded concludes started starts runs ran took takes"
)
_TO_MEET = word_set("was were is should is meets met convened sat gathered gathers opens takes took had will would")
_ROLES = word_set(
    "fellow analyst researcher director head president chairman chairwoman chair expert member scholar scientist founder "
    "economist editor spokesman spokeswoman spokesperson adviser advisor associate"
)


def planned_for(scene: Scene, tokens: Sequence[Token], low: int, limit: int) -> Place | None:
    """ "The meeting planned for Singapore on 31 May": where it is to be."""
    for position in range(low, min(limit, len(tokens) - 2)):
        if tokens[position].text in _PLANNED and tokens[position + 1].text == "for" and is_state(tokens[position + 2]):
            return scene.place(tokens[position + 2])
    return None


def leads_on(tokens: Sequence[Token], low: int, at: int) -> bool:
    """Whether a comma only closes an apposition: "by the minister, X, to South Africa"."""
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return behind in ("to", "in", "on", "from") and any(
        t.text in ("by", "of", "between", "with") for t in tokens[low:at]
    )


def employs(tokens: Sequence[Token], noun: Occasion) -> bool:
    """Whether a forum is where somebody works: "a research fellow at the Strategy Forum"."""
    at = noun.start - 1
    while at > 0 and tokens[at].text in DETERMINERS:
        at -= 1
    if at < 1 or tokens[at].text not in ("at", "of", "with", "from"):
        return False
    return any(t.text in _ROLES for t in tokens[max(0, at - 4) : at])


def defines(tokens: Sequence[Token], noun: Occasion) -> bool:
    """Whether "is an annual meeting" says what something is, and not that it takes place."""
    at = noun.start - 1
    while at > 0 and (tokens[at].text in DETERMINERS or ordinal(tokens[at])):
        at -= 1
    return at > 0 and tokens[at].text in ("is", "are", "remains") and noun.recurring


def joins_partners(tokens: Sequence[Token], low: int, at: int) -> bool:
    """Whether "and" joins two partners and begins no clause: two adjectives, or the two that "between" asks for."""
    inside = [t.text for t in tokens[low:at]]
    return (is_adjective(tokens[at - 1]) and is_adjective(tokens[at + 1])) or (
        "between" in inside and "and" not in inside
    )


def session_of(tokens: Sequence[Token], session: Occasion, body: Occasion) -> bool:
    """Whether a body is the one of which a session was told just before ("the second session of the joint committee")."""
    return (
        tokens[session.head].text in ("session", "meeting", "round", "edition")
        and body.start - session.end <= 5
        and session.end < len(tokens)
        and tokens[session.end].text == "of"
    )


def of_body(body: Occasion, session: Occasion, support: Match) -> bool:
    """Whether a body holds a session of its own ("the joint committee convened its fourth meeting")."""
    if body.kind is not DialogueKind.CONSULTATIVE_BODY or session.determiner not in ("its", "their", "a", "the"):
        return False
    gap = support.group.start - body.end
    return 0 <= gap <= 1 or (session.determiner == "its" and 0 < gap <= 30)


def relative_date(scene: Scene, line: Line, noun: Occasion) -> When | None:
    """The time of "the summit, which ended yesterday", "the briefing that on Monday closed", "which was to meet on 5 May"."""
    tokens = line.tokens
    words = [t.text for t in tokens[noun.end : noun.end + 4]]
    at = next((n for n, w in enumerate(words[:2]) if w in ("which", "that")), None)
    if at is None or len(words) <= at + 1:
        return None
    start = noun.end + at
    high = next((n for n in range(start + 2, min(start + 12, len(tokens))) if tokens[n].text == ","), start + 12)
    found = scene.dates.of(line, start, start + 1, min(high, len(tokens)), behind=True)
    if words[at + 1] in _RUNS:
        return scene.dates.month(found)
    held = words[at + 1] == "on" or tokens[start + 1].kind == "date" or not _TO_MEET.isdisjoint(words[at + 1 :])
    return found if held else None


def label_of(text: str, tokens: Sequence[Token], noun: Occasion) -> str:
    """What the text calls it, without ordinals and plain adjectives."""
    start = noun.start
    while start < noun.head and (
        tokens[start].text in QUOTES
        or tokens[start].text in ("-", "new", "bilateral", "st", "nd", "rd", "th")
        or start == noun.ordinal_at
    ):
        start += 1
    return text[tokens[start].start : tokens[noun.end - 1].end].strip("“”\"'‘’ ,").replace('"', "").replace("”", "")
