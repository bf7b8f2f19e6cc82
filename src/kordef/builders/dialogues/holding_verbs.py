"""The verb that carries an occasion told by a noun: "held their first dialogue", "the talks were held", "which he will chair"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.dialogues.occasions import Occasion
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.surroundings import PREPOSITIONS, strong_break, word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind

__all__ = ["has_for_object", "holding"]

_AIMS = word_set("on of for towards")
_GOING_BY = word_set(
    "begin begins began begun start starts started open opens opened resume resumes resumed continue continues continued "
    "conclude concludes concluded end ends ended close closes closed finish finishes finished"
)
_GOES_WHERE = PREPOSITIONS | word_set("again early late today yesterday there here and but last next")
_SUBJECTS = word_set("he she they the two men ministers leaders both sides and")
_SIDELINES = word_set("sidelines margins fringes")


def holding(
    line: Line, clauses: Clauses, nouns: Sequence[Occasion], n: int, supports: Sequence[Match]
) -> tuple[Match | None, bool]:
    """The verb that says that an occasion is held, attended or called off, and whether it stands in front."""
    before = _before(line, clauses, nouns, n, supports)
    return (before, True) if before is not None else (_behind(line, clauses, nouns, n, supports), False)


def _before(line: Line, clauses: Clauses, nouns: Sequence[Occasion], n: int, supports: Sequence[Match]) -> Match | None:
    """The verb in front: "held their first dialogue", but not "held on the sidelines of the summit"."""
    noun, tokens = nouns[n], line.tokens
    verb = next(
        (
            m
            for m in reversed(supports)
            if m.end <= noun.start
            and (m.frame.settings["shape"] != "meet" or m.frame.id == "convene")
            and not (tokens[m.start].text == "concluding" and tokens[m.start - 1].text in _AIMS)
        ),
        None,
    )
    if verb is None:
        return None
    between = tokens[verb.end : noun.start]
    inner = n > 0 and nouns[n - 1].start >= verb.end
    stopped = (
        not _SIDELINES.isdisjoint(t.text for t in between)
        or (inner and any(t.text in ("to", "for") for t in tokens[nouns[n - 1].end : noun.start]))
        or any(strong_break(t) or t.text in ("that", "which", "who", "after", "before", "during") for t in between)
    )
    near = len(between) <= (8 if any(t.text in PREPOSITIONS for t in between) else 16)
    reached = near and clauses.right_limit(verb.end) > noun.start and not verb.group.passive
    return verb if not stopped and (reached or (verb.group.passive and verb.frame.id == "attend")) else None


def _behind(line: Line, clauses: Clauses, nouns: Sequence[Occasion], n: int, supports: Sequence[Match]) -> Match | None:
    """The verb behind: "the talks were held in Oslo", "the talks ended on Friday", "the meeting, which he will chair"."""
    noun, tokens = nouns[n], line.tokens
    verb = next(
        (
            m
            for m in supports
            if m.start >= noun.end
            and not _only_chaired(tokens, m)
            and (
                (m.group.passive and not m.reduced)
                or (m.reduced and m.frame.id != "set-up" and not _said_between(clauses, noun, m))
                or m.frame.settings["shape"] in ("happen", "meet")
                or (_goes_by(tokens, m) and not noun.visit and tokens[noun.start - 1].text != "of")
                or has_for_object(tokens, noun, m)
            )
        ),
        None,
    )
    if verb is None or verb.start - noun.end >= 14 or (n + 1 < len(nouns) and nouns[n + 1].start <= verb.start):
        return None
    return None if any(strong_break(t) for t in tokens[noun.end : verb.start]) else verb


def _only_chaired(tokens: Sequence[Token], support: Match) -> bool:
    """Whether a participle between commas tells who was in the chair: ", co-chaired by A and B, was held in Muscat"."""
    if support.frame.id != "attend" or not support.reduced or tokens[support.end : support.end + 1] == ():
        return False
    return tokens[support.start - 1].text == "," and tokens[support.end].text == "by"


def _goes_by(tokens: Sequence[Token], support: Match) -> bool:
    """Whether a verb of beginning or ending has no object: "the talks ended in Istanbul on Friday"."""
    if tokens[support.start].text not in _GOING_BY or support.group.passive:
        return False
    behind = tokens[support.end] if support.end < len(tokens) else None
    return behind is None or behind.kind in ("date", "mark") or behind.text in _GOES_WHERE


def _said_between(clauses: Clauses, noun: Occasion, support: Match) -> bool:
    """Whether a participle behind another verb is that of something else: "the talks came as it sells tanks made by"."""
    verb = clauses.verb_before(support.start)
    return verb is not None and verb.head >= noun.end


def has_for_object(tokens: Sequence[Token], noun: Occasion, support: Match) -> bool:
    """Whether a verb behind an occasion has it for object: "the meeting, which he will chair", "the talks the two men held"."""
    between = [t for t in tokens[noun.end : support.group.start] if t.text not in (",", "which", "that")]
    return 0 < len(between) <= 3 and all(_is_actor(t) or t.text in _SUBJECTS for t in between)


def _is_actor(token: Token) -> bool:
    return isinstance(token.mention, ActorMention) and token.mention.kind in (ActorKind.PERSON, ActorKind.STATE)
