"""What the words around a verb of forces say: men told of by their people, a subject that comes back to some, a mission by name.

"she" and "in June the ships" are forces told of before, "Poles and Maltese" are men, "the order of the Portuguese navy" is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.deployments.act_conditions import is_service
from kordef.builders.deployments.names import SERVICE_NOUNS, capitals
from kordef.builders.forces import Force, words
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.once import once
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import ActorKind

__all__ = [
    "BACK",
    "codename",
    "comes_back",
    "comes_behind",
    "has_bare_count",
    "has_mission",
    "is_flagged",
    "is_owner_only",
    "joins_mission",
    "people",
    "stays",
]

_MISSIONS = frozenset(
    (
        "garrison garrisons mission missions operation operations coalition taskforce policing armada peacekeepers "
        "peacekeeping"
    ).split()
)
BACK = frozenset(
    (
        "they she ship ships frigate frigates destroyer destroyers unit troops soldiers battalion vessels vessel pair crew "
        "remainder rest others crews jets aircraft contingent detachment squadron warship warships submarine flotilla"
    ).split()
)
_OPENS = frozenset(
    ["and", ",", "which", "also", "then", "now", "in", "on", "since", "by", "that", "where", "until", "but"]
)
_ARRIVES = frozenset(
    "arrived arrive arrives landed land lands came disembarked stayed stay stays remained remain remains followed follow".split()
)
"""What forces do where others were said to be before: the place needs no second word."""
_CIVIL = frozenset(["division", "corps", "fleet", "battery", "batteries", "regiment"])


@once
def has_mission(line: Line) -> bool:
    """Whether a sentence has a word for a mission or formation, the last word of an operation's name, or a unit."""
    known = words()
    if not _MISSIONS.isdisjoint(line.texts) or not known.codenames.isdisjoint(line.texts):
        return True
    if any(kind == "unit" for word in line.at for _, kind in known.nouns.get(word, ())):
        return True
    actors = (line.tokens[at].mention for at in line.actors)
    return any(isinstance(m, ActorMention) and m.kind is ActorKind.MILITARY_UNIT for m in actors)


@once
def has_bare_count(line: Line) -> bool:
    """Whether a number of men or things stands without a noun ("another 350 guard the base")."""
    values = (t.mention for t in line.tokens if t.kind == "value") if "value" in line.kinds else ()
    return any(isinstance(v, ValueMention) and v.kind in ("count", "persons") and v.noun is None for v in values)


def people(tokens: Sequence[Token], low: int, high: int) -> list[Force]:
    """Men told of by their people alone: "Poles and Maltese serve in the same battalion"."""
    return [
        Force(at, "troops", tokens[at])
        for at in range(max(low, 0), min(high, len(tokens)))
        if isinstance(m := tokens[at].mention, ActorMention) and m.form == "demonym"
    ]


def is_owner_only(tokens: Sequence[Token], force: Force) -> bool:
    """Whether a service only has what acts: "the order of the Portuguese navy has gone to Turkey"."""
    return is_service(force) and any(
        t.text in ("of", "for", "by", "from") for t in tokens[max(force.at - 3, 0) : force.at]
    )


def is_flagged(tokens: Sequence[Token], force: Force) -> bool:
    """Whether an adjective of a state or a number stands right before a noun that names others too."""
    return force.token.kind == "value" or any(
        t.kind in ("actor", "value") for t in tokens[max(force.at - 2, 0) : force.at]
    )


def comes_behind(tokens: Sequence[Token], match: Match) -> bool:
    """Whether "following" says that forces come behind others: ", with two frigates following"."""
    before = tokens[match.start - 1] if match.start else None
    return (
        before is None or before.kind == "weapon" or before.kind == "value" or before.text in (",", "ships", "troops")
    )


def codename(text: str, tokens: Sequence[Token], match: Match) -> tuple[int, int] | None:
    """The name of the operation or exercise behind a verb."""
    low, high = match.end, min(match.reach, match.end + 14, len(tokens))
    for at in range(low, high):
        if tokens[at].text in ("operation", "exercise") and tokens[at].kind == "word":
            run = capitals(text, tokens, at, high)
            if run is not None:
                return tokens[run[0]].start, tokens[run[1] - 1].end
        if tokens[at].capital and tokens[at].text in words().codenames and tokens[at - 1].capital:
            return tokens[at - 1].start, tokens[at].end
    return None


def comes_back(line: Line, subject: tuple[int, int]) -> bool:
    """Whether a subject is forces told of before: "she", "they", "in June the ships"."""
    phrase = [t for t in line.tokens[slice(*subject)] if t.kind != "date"]
    while phrase and phrase[0].text in _OPENS:
        phrase = phrase[1:]
    while phrase and phrase[-1].text in _OPENS:
        phrase = phrase[:-1]
    while len(phrase) > 1 and phrase[0].text in ("of", "these", "them", "those", ","):
        phrase = phrase[1:]
    if len(phrase) <= 2 and phrase and isinstance(number := phrase[-1].mention, ValueMention):
        # "another 350 guard the base"
        return not _counts_others(line) and (
            number.kind in ("count", "persons") and number.noun is None and phrase[0].text in ("another", number.exact)
        )
    said = [t.text for t in phrase]
    return 0 < len(said) <= 4 and said[-1] in BACK and (len(said) == 1 or said[0] in ("the", "both", "these", "its"))


def _counts_others(line: Line) -> bool:
    """Whether a bare number counts some of what the sentence opens with, which are no forces: "Of the four states, two are"."""
    if line.tokens[0].text != "of":
        return False
    whole = next((t.mention for t in line.tokens[1:4] if t.kind == "value"), None)
    noun = whole.noun if isinstance(whole, ValueMention) else None
    return noun is not None and noun.split()[-1].lower() not in words().nouns


def joins_mission(line: Line, low: int, high: int) -> bool:
    """Whether a mission, a formation or an operation by name stands between two positions."""
    if not has_mission(line):
        return False
    tokens = line.tokens
    for at in range(low, min(high, low + 16, len(tokens))):
        token = tokens[at]
        mention = token.mention
        if isinstance(mention, ActorMention) and mention.kind is ActorKind.MILITARY_UNIT:
            said = token.text.casefold().split()
            if said[-1] not in SERVICE_NOUNS or "task" in said:
                return True
        elif token.kind == "word":
            if token.text in _MISSIONS or (token.capital and token.text in words().codenames):
                return True
            for rest, kind in words().nouns.get(token.text, ()) if token.text not in _CIVIL else ():
                if kind == "unit" and tuple([t.text for t in tokens[at + 1 : at + 1 + len(rest)]]) == rest:
                    return True
    return False


def stays(frame: str, word: str, doers: Sequence[Force]) -> bool:
    """Whether men or ships come to where others were said to be, or stay there."""
    return frame == "go" and word in _ARRIVES and any(f.kind in ("troops", "unit", "ship") for f in doers)
