"""Words beside a state that put it on neither side: a share it has, a bill it pays, a firm at home there, where goods go."""

from __future__ import annotations

from kordef.builders.grammar.clauses import PREPOSITIONS
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line, Token, position_of
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind

__all__ = ["acts", "foots_bill", "is_club", "is_goal", "is_measured", "is_unnamed", "owns_firm"]


def is_measured(line: Line, token: Token) -> bool:
    """Whether a sentence only gives the share of a state: "France accounted for just two"."""
    at = position_of(line, token) + 1
    return at < len(line.tokens) and line.tokens[at].text in ("accounted", "accounts")


def foots_bill(line: Line, token: Token) -> bool:
    """Whether a state only pays for what others get: "and for these Denmark, Norway and Germany foot the bill"."""
    if "bill" not in line.at:
        return False
    tokens, at = line.tokens, position_of(line, token) + 1
    while at < len(tokens) and (tokens[at].kind == "actor" or tokens[at].text in (",", "and", "the")):
        at += 1
    words = [t.text for t in tokens[at : at + 6]]
    return "bill" in words and not _FOOTS.isdisjoint(words[:3])


_FOOTS = frozenset(
    "foot foots footed pay pays paid pick picks picked settle settles settled share shares shared".split()
)


def is_club(line: Line, token: Token) -> bool:
    """Whether an organisation only says what a state belongs to: "the country, a member of the alliance"."""
    at, tokens = position_of(line, token), line.tokens
    back = at - 1 - (at > 0 and tokens[at - 1].text == "the")
    return back > 0 and tokens[back].text in ("of", "in", "within") and tokens[back - 1].text in _BELONGS


_BELONGS = frozenset("member members state states ally allies nation nations flank partner partners".split())


def is_unnamed(actor: ActorMention) -> bool:
    """Whether a body is named without its country: "the defence ministry"."""
    body = actor.kind not in (ActorKind.STATE, ActorKind.PERSON, ActorKind.COMPANY)
    return body and (bool(actor.inferred) or actor.exact.islower())


def owns_firm(line: Line, token: Token) -> bool:
    """Whether a state is only named as the home of a firm: "Germany's TKMS"."""
    position = position_of(line, token)
    following = line.tokens[position + 1 : position + 3]
    if len(following) == 2 and following[0].text in ("’s", "'s"):
        mention = following[1].mention
        return isinstance(mention, ActorMention) and mention.kind is ActorKind.COMPANY
    return False


def is_goal(match: Match, token: Token) -> bool:
    """Whether a place is where goods go ("deliveries to Poland")."""
    return token in match.places.get("to", ()) or token in match.places.get("object", ())


def acts(match: Match, token: Token) -> bool:
    """Whether a country named like a place is who acts: "neighbouring Serbia ordered", "in Finland, which has bought"."""
    if match.noun or token not in match.places.get("subject", ()):
        return False
    tokens = match.line.tokens
    at = position_of(match.line, token)
    behind = [t.text for t in tokens[at + 1 : at + 3]]
    if behind[:1] == ["which"] or behind == [",", "which"]:
        return True
    follows = match.group.start == at + 1 or tokens[match.start].text.endswith("ing")
    return follows and (at == 0 or tokens[at - 1].text not in PREPOSITIONS)
