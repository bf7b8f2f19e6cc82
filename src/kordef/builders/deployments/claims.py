"""What the words of a sentence alone say of whose forces are meant: who leads, who is thanked, whom "it" points forward to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kordef.builders.forces import Force, Side, side_of, words
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Token
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind

__all__ = [
    "adjective_of",
    "ahead",
    "commanded",
    "coordinated",
    "flags_before",
    "how_many",
    "is_warship",
    "listed",
    "sole_owner",
    "thanked",
]


def listed(tokens: Sequence[Token], at: int) -> Iterator[Side]:
    """Whose adjectives are listed before the last one at a position: "French, Belgian and Romanian troops"."""
    while at >= 2:
        joined = tokens[at - 1].text in ("-", "–")
        step = 2 if joined or tokens[at - 1].text in (",", "and", "&", "/") else 0
        if step and tokens[at - 1].text == "and" and tokens[at - 2].text == ",":
            step = 3
        before = tokens[at - step].mention if step and at - step >= 0 else None
        if not isinstance(before, ActorMention) or before.kind is not ActorKind.STATE:
            return
        if before.form != "adjective" and not joined and not _is_listed(tokens, at - step):
            return  # "at Siauliai, Lithuania, and Danish jets"
        key = side_of(before)
        if key is not None:
            yield key, before
        at -= step


def adjective_of(tokens: Sequence[Token], subject: tuple[int, int]) -> list[Side]:
    """The one state whose adjective stands somewhere in a subject: "personnel from the German 41st brigade's 413th battalion"."""
    found = {
        m.key: m
        for t in tokens[slice(*subject)]
        if isinstance(m := t.mention, ActorMention) and m.kind is ActorKind.STATE and m.form == "adjective"
    }
    return list(found.items()) if len(found) == 1 else []


def _is_listed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a state's name stands in the midst of a list of states: "French, Luxembourg and Romanian troops"."""
    before = tokens[at - 2].mention if at >= 2 and tokens[at - 1].text in (",", "and", "/") else None
    return isinstance(before, ActorMention) and before.kind is ActorKind.STATE and not before.as_place


def coordinated(tokens: Sequence[Token], every: Sequence[Token]) -> Iterator[Token]:
    """The first of some tokens with those that are listed with it, up to the first word that is no part of the list."""
    last: Token | None = None
    for token in tokens:
        if last is not None and any(
            t.text not in (",", "and", "the", "&", "or", "as", "well", "-", "–")
            for t in every
            if last.end <= t.start < token.start and t.end <= token.start
        ):
            return
        yield token
        last = token


def how_many(tokens: Sequence[Token], subject: tuple[int, int]) -> int:
    """How many are meant by a subject such as "the two navies", "both sides" or "they"; 0 where it names somebody."""
    known = words().jointly
    for token in tokens[max(subject[0], 0) : subject[1]][:6]:
        if isinstance(token.mention, ActorMention):
            return 0
        said = token.text.casefold().split()
        if any(w in known for w in said):
            return 3 if "three" in said or "trio" in said else 2
    return 0


def commanded(tokens: Sequence[Token]) -> list[Side]:
    """Who leads what has no owner: "under Finnish command", "a German-led exercise"."""
    for at, token in enumerate(tokens):
        mention = token.mention
        if not isinstance(mention, ActorMention) or mention.kind not in (ActorKind.STATE, ActorKind.IGO):
            continue
        behind = [t.text for t in tokens[at + 1 : at + 3]]
        before = [t.text for t in tokens[max(at - 2, 0) : at]]
        if (
            behind[:2] == ["-", "led"]
            or behind[:1] == ["-led"]
            or ("under" in before and behind[:1] and behind[0] in ("command", "leadership"))
            or before == ["led", "by"]
        ):
            return [(mention.key, mention)]
    return []


def sole_owner(tokens: Sequence[Token]) -> list[Side]:
    """The one state that owns something in a sentence ("Ottawa's standing mission")."""
    owners = {
        key: (key, t.mention)
        for at, t in enumerate(tokens[:-1])
        if isinstance(t.mention, ActorMention) and tokens[at + 1].text in ("'s", "’s") and (key := side_of(t.mention))
    }
    return [next(iter(owners.values()))] if len(owners) == 1 and next(iter(owners)).startswith("state:") else []


def thanked(tokens: Sequence[Token], at: int) -> Side | None:
    """Whose part it is in "thanked the Netherlands for its part in training recruits"."""
    words = [t.text for t in tokens[max(at - 4, 0) : at]]
    if len(words) < 4 or at < 5 or words[0] != "for" or words[1] not in ("its", "their") or words[3] != "in":
        return None
    mention = tokens[at - 5].mention
    key = (
        side_of(mention)
        if isinstance(mention, ActorMention) and words[2] in ("part", "role", "share", "help")
        else None
    )
    return (key, mention) if key is not None and isinstance(mention, ActorMention) else None


def ahead(tokens: Sequence[Token], match: Match, subject: tuple[int, int]) -> Side | None:
    """Whom "it" points forward to: "In Romania, where it has kept a company since 2022, Portugal is replacing"."""
    if not any(t.text == "it" for t in tokens[slice(*subject)]) or tokens[0].text not in _FRONTS:
        return None
    comma = next((k for k in range(match.end, len(tokens) - 2) if tokens[k].text == ","), None)
    mention = tokens[comma + 1].mention if comma is not None else None
    if comma is None or not isinstance(mention, ActorMention) or mention.form not in ("name", "capital"):
        return None
    key = side_of(mention)
    return (key, mention) if key is not None and key.startswith("state:") and tokens[comma + 2].kind == "word" else None


_FRONTS = frozenset(
    ["in", "at", "where", "while", "although", "though", "after", "before", "since", "as", "for", "off"]
)


def is_warship(force: Force) -> bool:
    """Whether a ship is one of a navy: "the frigate", but not "the ship" that may carry grain."""
    return force.kind == "ship" and force.token.text not in ("ship", "ships", "vessel", "vessels")


def flags_before(tokens: Sequence[Token], at: int) -> int:
    """How many states' adjectives stand right before a noun: "the Turkish-Azerbaijani drill"."""
    count = 0
    for position in range(at - 1, max(at - 6, -1), -1):
        mention = tokens[position].mention
        if isinstance(mention, ActorMention) and mention.kind is ActorKind.STATE and mention.form == "adjective":
            count += 1
        elif tokens[position].text not in ("-", "and", ",", "joint", "–"):
            break
    return count
