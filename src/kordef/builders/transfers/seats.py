"""Words beside a state that put it on neither side: a share it has, a bill it pays, a firm at home there, where goods go."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.grammar.clauses import PREPOSITIONS
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line, Token, position_of
from kordef.builders.transfers.words import BEATS, MADE
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import ActorKind

__all__ = [
    "acts",
    "foots_bill",
    "is_backdrop",
    "is_goal",
    "is_measured",
    "is_met_apart",
    "is_unnamed",
    "owns_firm",
    "pair_meant",
]


def is_measured(line: Line, token: Token) -> bool:
    """Whether a sentence only gives the share of a state: "France accounted for just two"."""
    at = position_of(line, token) + 1
    return at < len(line.tokens) and line.tokens[at].text in ("accounted", "accounts")


def pair_meant(match: Match, before: Line | None) -> tuple[Token, ...]:
    """The two that "the pair" or "both" is, or "the former" of them: "Germany and Norway build it; the pair have six each"."""
    tokens = match.line.tokens
    if match.noun or match.frame.roles.get("subject") != "recipient" or match.places.get("subject"):
        return ()
    said = tokens[match.group.start - 1].text if match.group.start else ""
    if said not in _PAIRS:
        return ()
    low = max(0, match.begin + 1 - _LONGEST_LIST)
    for row in (tokens[low : match.begin + 1], before.tokens[-_LONGEST_LIST:] if before is not None else ()):
        for at in range(len(row) - 1, 1, -1):
            if row[at].kind == "actor" and row[at - 1].text == "and" and row[at - 2].kind == "actor":
                pair = row[at - 2], row[at]
                return pair[:1] if said == "former" else pair[1:] if said == "latter" else pair
    return ()


_PAIRS = frozenset(["pair", "both", "duo", "two", "former", "latter"])


def is_backdrop(line: Line, token: Token) -> bool:
    """Whether an actor is named only as what a buyer belongs to, or whose war or threat it arms against.

    "Romania, a member of NATO", "since Russia's invasion", "amid threats from Moscow".
    """
    tokens, at = line.tokens, position_of(line, token)
    if [t.text in ("'s", "’s") for t in tokens[at + 1 : at + 2]] == [True]:
        if not _WARS.isdisjoint(t.text for t in tokens[at + 2 : at + 5]):
            return True
    if at + 2 < len(tokens) and tokens[at + 1].text == "-" and tokens[at + 1].start == tokens[at].end:
        # "US-origin launchers", "the Seoul-based firm"
        return tokens[at + 2].text not in MADE
    if at + 1 < len(tokens) and tokens[at + 1].text in ("standard", "standards", "calibre", "caliber"):
        # "NATO standard artillery rounds"
        return True
    union = token.mention
    if isinstance(union, ActorMention) and union.kind is ActorKind.IGO and "count" not in line.value_kinds:
        behind = [t.text for t in tokens[at + 1 : at + 3]]
        if behind[:1] == ["member"] or (behind and behind[0] in _MEMBERS):
            # "the NATO allies that have bought the gun": each of them did, and not their union
            return True
    if not line.texts.isdisjoint(BEATS) and _is_beaten(tokens, at):
        return True
    high = at + 1
    end = min(at + _LONGEST_LIST, len(tokens))
    while high < end and (tokens[high].kind == "actor" or tokens[high].text in (",", "and", "the")):
        high += 1
    if high < end and tokens[high].text == "being":
        # "is to be signed in the spring, Sweden and Norway being partners in the joint buy"
        return True
    low = at
    # "under pressure from Washington, Manila cancelled": a comma without an "and" ends what opens the sentence
    ends = tokens[at - 1].text == "," and high < end and not any(t.text in ("and", ",") for t in tokens[at:high])
    while low > 0 and not ends and (tokens[low - 1].text in _BETWEEN or tokens[low - 1].kind == "actor"):
        low -= 1
    before = [t.text for t in tokens[max(0, low - 2) : low]]
    at = position_of(line, token) + 1
    if (
        tokens[at : at + 1]
        and tokens[at].text in ("'s", "’s")
        and any(t.text in _EDGES for t in tokens[at + 1 : at + 4])
    ):
        # "amid a buildup on NATO's eastern flank"
        return True
    if (
        before[1:] == ["to"]
        and before[0] in _SENT
        and not _STOCKS.isdisjoint(t.text for t in tokens[max(0, low - 8) : low])
    ):
        # "to replenish stocks depleted by supplies to Ukraine"
        return True
    return len(before) == 2 and before[0] in _BACKDROPS.get(before[1], ())


def _is_beaten(tokens: Sequence[Token], at: int) -> bool:
    """Whether only what else lost stands between a token and the verb: ", beating India's Tejas and Pakistan's JF-17"."""
    low = max(1, at - _LONGEST_LIST)
    while at > low and (tokens[at - 1].text in _OWNED_BY or tokens[at - 1].kind in ("actor", "weapon")):
        at -= 1
    return at > 1 and tokens[at - 1].text in BEATS and tokens[at - 2].text == ","


_OWNED_BY = frozenset(["and", "or", ",", "both", "the", "'s", "’s", "'", "’"])
_SENT = frozenset("supplies deliveries donations aid assistance transfers shipments gifts support".split())
_STOCKS = frozenset("stock stocks stockpile stockpiles inventory inventories reserves depots arsenal arsenals".split())
_MEMBERS = frozenset("members states countries nations allies members' governments partners customers".split())
_EDGES = frozenset(["flank", "flanks", "border", "borders", "frontier", "frontiers", "doorstep", "shores"])


_LONGEST_LIST = 30
"""How many tokens a list of partners may have, and how far back a pair may be named."""


def is_met_apart(line: Line, token: Token) -> bool:
    """Whether somebody is only met besides: "talks with Poland's minister about tanks, then 20 minutes with Canada's"."""
    tokens, at = line.tokens, position_of(line, token)
    at -= at > 0 and tokens[at - 1].text in ("the", "his", "her")
    if at < 2 or tokens[at - 1].text != "with":
        return False
    before = tokens[at - 2]
    length = isinstance(value := before.mention, ValueMention) and value.kind == "duration"
    return length or before.text in ("then", "later", "afterwards")


_WARS = frozenset(
    "invasion war attack attacks aggression assault occupation annexation threat threats offensive incursion".split()
)
_BACKDROPS = {
    "of": frozenset(
        (
            "member members membership state states nation nations ally allies partner partners wing flank part invasion "
            "occupation annexation"
        ).split()
    ),
    "from": frozenset("threat threats attack attacks aggression danger pressure".split()),
    **dict.fromkeys(["on", "in", "against"], _WARS),
    "within": frozenset("member members state states nation nations ally allies".split()),
}
_BETWEEN = frozenset(["the", "(", ")", "and", ",", "a", "an"])


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


_OWNED = 4
"""How many words may stand between an owner and the noun that he owns: "Brazil's decade-old planned purchase"."""


def acts(match: Match, token: Token) -> bool:
    """Whether a country named like a place is who acts: "neighbouring Serbia ordered", "in Finland, which has bought"."""
    owned = position_of(match.line, token) + 1
    if match.noun and 0 < match.start - owned <= _OWNED and match.line.tokens[owned].text in ("'s", "’s"):
        # "looked into Brazil's purchase"
        return True
    if match.noun or token not in match.places.get("subject", ()):
        return False
    tokens = match.line.tokens
    at = position_of(match.line, token)
    behind = [t.text for t in tokens[at + 1 : at + 3]]
    if behind[:1] == ["which"] or behind == [",", "which"]:
        return True
    follows = match.group.start == at + 1 or tokens[match.start].text.endswith("ing")
    return follows and (at == 0 or tokens[at - 1].text not in PREPOSITIONS)
