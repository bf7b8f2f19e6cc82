"""Who stands where: the actors around the phrase of an agreement, in its clause, its sentence and its story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kordef.builders.agreements.phrases import Noun
from kordef.builders.grammar.surroundings import PREPOSITIONS, governor, strong_break
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page, once_in
from kordef.builders.parties import Side, is_firm, side_of
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind, EvidenceKind

__all__ = [
    "bracketed",
    "clause_of",
    "firms_of",
    "listed_together",
    "merged",
    "named_before",
    "new_clause",
    "placed",
    "private",
    "seated",
    "spoken_of",
    "subject_behind",
]

_OTHERS = frozenset(
    """firms companies railways banks universities airlines clubs unions museums schools cities shipyards firm company
    manufacturers makers contractors suppliers producers start-ups""".split()
)


@once_in
def spoken_of(page: Page, line: Line) -> Sequence[Side]:
    """The states and organisations that a sentence speaks of in any form but as a place."""
    sides: list[Side] = []
    for position in line.actors:
        token = line.tokens[position]
        mention = token.mention
        if isinstance(mention, ActorMention) and not mention.as_place and mention.kind is not ActorKind.COMPANY:
            side = side_of(page, token, position)
            if side is not None and side.state is not None:
                side.key, side.kind, side.position = side.state, EvidenceKind.IMPLIED, -1
                sides.append(side)
    return merged(sides)


def listed_together(tokens: Sequence[Token], sides: Sequence[Side]) -> Sequence[Side]:
    """The first two of some sides, and those that are listed with them ("the ministers of Japan, Italy and Britain")."""
    count = 2
    while count < len(sides) and all(s.position >= 0 for s in sides[: count + 1]):
        between = tokens[sides[count - 1].position + 1 : sides[count].position]
        if len(between) > 3 or any(t.text not in (",", "and", "the") for t in between):
            break
        count += 1
    return sides[:count]


def named_before(page: Page, tokens: Sequence[Token], at: int) -> list[Side]:
    """The actor right before a verb, over an adverb or a date and what stands in brackets ("X (KRX: 064350) today said")."""
    position = at - 1
    while position >= 0 and at - position < 12:
        token = tokens[position]
        if token.text == ")":
            position = next((i for i in range(position, max(-1, position - 10), -1) if tokens[i].text == "("), 0)
        elif token.kind == "actor":
            side = side_of(page, token, position)
            return [side] if side is not None else []
        elif token.kind not in ("date", "word"):
            return []
        position -= 1
    return []


def clause_of(tokens: Sequence[Token], noun: Noun) -> tuple[int, int]:
    """Where the clause of a noun begins and ends: at marks and at ", and"."""
    low, high = 0, len(tokens)
    for position in range(noun.start - 1, 0, -1):
        if strong_break(tokens[position]) or new_clause(tokens, position):
            low = position + 1
            break
    for position in range(noun.end, len(tokens)):
        if strong_break(tokens[position]) or new_clause(tokens, position):
            high = position
            break
    return low, high


def new_clause(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text == "," and at + 1 < len(tokens) and tokens[at + 1].text in ("and", "but", "while", "whereas")


def subject_behind(tokens: Sequence[Token], at: int) -> bool:
    """Whether an actor at a position is followed by a verb or the like, and not by a further name or a preposition."""
    if at + 1 >= len(tokens) or tokens[at].kind != "actor":
        return False
    behind = tokens[at + 1]
    return behind.kind == "word" and behind.text not in ("and", "or", "'s", "’s") and behind.text not in PREPOSITIONS


def firms_of(page: Page) -> dict[int, list[Side]]:
    """The firms that a story speaks of more than once, the most spoken of first."""
    counts: dict[tuple[int, str], int] = {}
    first: dict[tuple[int, str], ActorMention] = {}
    for mention in page.mentions.actors:
        if mention.kind is ActorKind.COMPANY:
            where = (mention.story, mention.key)
            counts[where] = counts.get(where, 0) + 1
            first.setdefault(where, mention)
    out: dict[int, list[Side]] = {}
    for where in sorted((w for w in counts if counts[w] > 1), key=lambda w: (w[0], -counts[w], first[w].start)):
        side = Side(key=where[1], witness=first[where], company=True, kind=EvidenceKind.IMPLIED)
        out.setdefault(where[0], []).append(side)
    return out


def merged(sides: Iterable[Side]) -> list[Side]:
    """The sides, each state, organisation or firm once; a state's own name before the persons that act for it."""
    out: dict[str, Side] = {}
    for side in sides:
        key = side.key if side.company else side.state or ("" if side.person else side.key)
        if not key:
            continue
        known = out.get(key)
        if known is None or (known.person and not side.person):
            out[key] = side
    return list(out.values())


def private(tokens: Sequence[Token], position: int) -> bool:
    """Whether the adjective of a state modifies a noun for somebody else ("Thai firms", "the Swiss railways")."""
    mention = tokens[position].mention
    if not isinstance(mention, ActorMention) or mention.form != "adjective":
        return False
    return any(t.text in _OTHERS for t in tokens[position + 1 : position + 5])


def placed(tokens: Sequence[Token], position: int) -> bool:
    """Whether an actor is only where something is or happens."""
    mention = tokens[position].mention
    if not isinstance(mention, ActorMention):
        return False
    return mention.as_place or (mention.form == "capital" and governor(tokens, position) in ("in", "at", "near"))


def bracketed(tokens: Sequence[Token], position: int, noun: Noun) -> bool:
    """Whether an actor stands in brackets that a noun is not in ("threats (like North Korea's missiles)")."""
    low, high = min(position, noun.start), max(position, noun.end)
    marks = [t.text for t in tokens[low:high] if t.text in ("(", ")")]
    if position < noun.start:
        return marks.count(")") > marks.count("(")
    return marks.count("(") > marks.count(")")


def seated(tokens: Sequence[Token], position: int) -> bool:
    """Whether an actor only says whence the one before it is ("with EDGE Group of the United Arab Emirates")."""
    at = position - 1 - (tokens[position - 1].text == "the")
    return at > 0 and tokens[at].text == "of" and is_firm(tokens[at - 1])
