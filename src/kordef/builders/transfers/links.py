"""Links: which triggers of a sentence speak of one deal, and which of two governs the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kordef.builders.grammar.clauses import DETERMINERS, PREPOSITIONS, Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.once import once
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention
from kordef.vocabulary import ActorKind

__all__ = ["ARMS", "apposed", "linked", "may_govern", "part"]


@once
def part(match: Match) -> str:
    """The part that a match plays, as its frame says; an act whose frame asks for a word that is not there is content."""
    settings = match.frame.settings
    asked = settings.get("asks")
    if asked and not any(t.text in asked for t in match.line.tokens[match.begin : match.reach]):
        return "act" if match.frame.id == "license" and _built_at_home(match) else "content"
    return str(settings.get("part", "act"))


def _built_at_home(match: Match) -> bool:
    """Whether a state has another's weapons built: "Romania's K9s will be produced in Petrești"."""
    if not match.group.passive or match.reduced:
        return False
    things = match.places.get("object", ())
    return any(
        isinstance(owner := one.mention, ActorMention)
        and owner.kind is ActorKind.STATE
        and isinstance(weapon := other.mention, WeaponMention)
        and weapon.form == "name"
        and weapon.origin is not None
        and owner.key != f"state:{weapon.origin}"
        and other.start - one.end <= 12
        for one, other in pairwise(things)
    )


def may_govern(match: Match) -> bool:
    return part(match) == "governor" or "as_governor" in match.frame.settings


_TO_DEAL = frozenset(["of", "on", "for", "in", "into", "to", "over", "about", "with"])
_MAKING = frozenset(["contract", "sale", "possible-sale", "donation", "lease-noun"])
_TAIL = frozenset(["under", "in", "through", "by"])


def linked(line: Line, clauses: Clauses, one: Match, other: Match) -> str | None:
    """How a later trigger speaks of the deal of an earlier one: it is "governed" by it, "governs" it, or is "beside" it."""
    tokens = line.tokens
    between = tokens[one.end : other.start]
    if other.noun:
        if part(other) != "deal" or tokens[other.begin - 1].text == "by":
            # "the purchase of tanks to refill stocks depleted by supplies to Ukraine"
            return None
        if may_govern(one) and _governs(tokens, clauses, one, other):
            return "governed"
        if part(one) == "content" and _governs(tokens, clauses, one, other):
            # "covers the delivery of"
            return "beside"
        if one.noun and part(one) == "deal":
            return "beside" if _nested(tokens, one, other) else None
        making = part(one) in ("act", "price", "content") and other.frame.id in _MAKING
        return "beside" if making and _tail(tokens, one, other) else None
    if other.group.start <= one.start < other.start and not one.noun:
        return "governed" if may_govern(one) else "beside"
    if one.frame.id == "complete" and other.start == one.end and clauses.tags[other.start] == "gerund":
        # "completed supplying 12 jets"
        return "governed"
    joined = one.end == other.start - 1 and tokens[one.end].text == "and" and not one.noun
    if joined and clauses.tags[one.start] == clauses.tags[other.start] == "infinitive":
        # "an order to build and deliver six vessels"
        return "beside"
    infinitive = other.group.start > 0 and (
        tokens[other.start - 1].text == "to"
        or tokens[other.group.start - 1].text == "to"
        or other.group.aspect == "agreed"
    )
    if infinitive and other.group.start > one.end and tokens[other.group.start - 1].kind == "actor":
        # "in thanks for the jets that Slovakia had given Kyiv, Washington had been ready to let it have"
        infinitive = tokens[other.group.start].text in ("to", "should") or clauses.tags[other.group.start] != "aux"
    if one.frame.id in _FUNDS and not one.noun and _pays_for(tokens, one, other):
        return "governed"
    if one.frame.id == "consider-goods" and not one.noun and _is_interest_in(tokens, one, other):
        return "governed" if may_govern(one) else "beside"
    if infinitive and part(other) in ("act", "content"):
        how = "governed" if may_govern(one) else "beside"
        if other.group.start <= one.start:
            return how
        if (
            (may_govern(one) or part(one) == "deal")
            and len(between) <= 9
            and (other.group.start == other.start or clauses.tags[other.group.start] not in ("finite", "main"))
            and not _breaks(clauses, one.end, other.group.start)
        ):
            if one.reduced and clauses.tags[other.group.start] == "aux" and any(t.text == "," for t in between):
                # "its five systems, contracted in 2022, were meant to arrive from 2026"
                return None
            return None if any(t.kind == "weapon" for t in between) else how
    if other.frame.id == "content" and part(one) == "act" and _itemises(tokens, clauses, one, other):
        return "beside"
    if one.noun and one.frame.id == "contract" and part(other) == "act":
        if _fronted(tokens, clauses, one, other) or _provides(tokens, one, other):
            return "beside"
    if one.noun and one.frame.id == "talks" and part(other) == "act" and _talks_of(tokens, one, other):
        return "beside"
    if apposed(one) and part(other) == "act" and _speaks_of_same(one, other):
        return "beside"
    if one.noun and part(one) == "deal" and not _is_aside(tokens, one, other):
        if other.frame.id in _SEALS and (_explains(tokens, one, other) or _tells_of(tokens, one, other)):
            return "governs"
        if other.frame.id in _HAGGLES and _explains(tokens, one, other):
            return "governs"
        governs = may_govern(other)
        if _predicate(clauses, one, other, "governor" if governs else part(other)):
            return "governs" if governs else "beside"
    return None


def _itemises(tokens: Sequence[Token], clauses: Clauses, act: Match, content: Match) -> bool:
    """Whether a participle names the goods that an act only calls arms: "ordered equipment from Seoul, including K2 tanks"."""
    at = content.start
    if clauses.tags[at] != "gerund" or tokens[at - 1].text != ",":
        return False
    between = range(act.end, at - 1)
    return not ARMS.isdisjoint(tokens[n].text for n in between) and not any(
        tokens[n].kind == "weapon" or tokens[n].text in (";", ":") or clauses.tags[n] in ("finite", "main", "aux")
        for n in between
    )


ARMS = frozenset(
    (
        "arms weapons weaponry armaments equipment hardware systems materiel gear kit vehicles aircraft ships vessels platforms "
        "munitions assets package packages items"
    ).split()
)
"""Words for goods of which a list behind "including" says what they are."""
_FUNDS = frozenset(["set-aside", "approve-goods"])
_PAYS = _FUNDS | {"award", "win"}


def _pays_for(tokens: Sequence[Token], verb: Match, act: Match) -> bool:
    """Whether money is what a verb grants, and an act what it is for: "approved EUR 65 million for procuring launchers"."""
    if part(act) != "act" or act.noun or not tokens[act.start].text.endswith("ing"):
        return False
    between = tokens[verb.end : act.group.start]
    paid = any(isinstance(m := t.mention, ValueMention) and m.kind == "money" for t in between)
    plain = all(t.kind in ("word", "value", "date") for t in between) and not {"that", "which"} & {
        t.text for t in between
    }
    return paid and plain and len(between) <= 9 and between[-1].text in ("for", "to", "towards")


def _is_aside(tokens: Sequence[Token], noun: Match, verb: Match) -> bool:
    """Whether a noun stands in a clause in front of the verb: "the contract, which followed a declaration, was signed"."""
    at = verb.group.start
    if verb.noun or verb.reduced or at == 0 or tokens[at - 1].text != ",":
        return False
    opened = next((n for n in range(noun.start, 0, -1) if tokens[n].text == ","), 0)
    return tokens[opened].text == "," and tokens[opened + 1].text in ("which", "who", "whose")


def _talks_of(tokens: Sequence[Token], noun: Match, act: Match) -> bool:
    """Whether an act is what talks are about: "talks for exporting the missiles to Indonesia"."""
    if act.noun or not tokens[act.start].text.endswith("ing"):
        return False
    between = [t.text for t in tokens[noun.end : act.start]]
    if not 1 <= len(between) <= 7 or between[0] not in ("for", "on", "about", "over"):
        return False
    # "talks on joining Germany in buying tanks"
    return len(between) == 1 or (between[1].endswith("ing") and between[-1] == "in")


def _is_interest_in(tokens: Sequence[Token], verb: Match, act: Match) -> bool:
    """Whether an act is what somebody is interested in: "had expressed keen interest in buying drones"."""
    if part(act) != "act" or act.noun or not tokens[act.start].text.endswith("ing"):
        return False
    words = [t.text for t in tokens[verb.start : act.start]]
    return len(words) <= 6 and words[-1] == "in" and "interest" in words


_SEALS = frozenset(["sign", "sign-with", "win", "award"])
_HAGGLES = frozenset(["negotiate-goods", "talk-to"])


def _explains(tokens: Sequence[Token], noun: Match, verb: Match) -> bool:
    """Whether a clause right behind a deal noun says who made it: "a deal that Warsaw and Seoul inked in July"."""
    if verb.group.passive or verb.reduced:
        return False
    at = noun.end
    if at < len(tokens) and tokens[at].text in ("for", "on", "of"):
        # "the deal for 100 tanks which Warsaw is negotiating"
        at += 1
        while at < len(tokens) and tokens[at].kind in ("weapon", "value"):
            at += 1
    at += at < len(tokens) and tokens[at].text == ","
    between = tokens[at + 1 : verb.group.start]
    if at >= verb.group.start or tokens[at].text not in ("that", "which") or not 1 <= len(between) <= 6:
        return False
    return all(t.kind in ("actor", "value") or t.text in ("and", "the", "two", "both", "sides") for t in between)


def _provides(tokens: Sequence[Token], noun: Match, verb: Match) -> bool:
    """Whether a clause behind a contract says what it provides for: "a deal on Monday under which 30 trainers will go to"."""
    at = noun.end
    while at < len(tokens) and (tokens[at].kind in ("date", "value", "actor") or tokens[at].text in _BETWEEN):
        at += 1
    if at + 1 >= len(tokens) or verb.noun:
        return False
    sees = at + 1 if tokens[at].text in ("will", "would") else at
    if tokens[sees].text in ("see", "sees", "saw") and sees < verb.start <= sees + 6:
        # "the deal will see Hanwha supply Estonia with"
        return tokens[verb.start - 1].kind == "actor" and verb.group.start == verb.start
    opens = tokens[at].text == "whereby" or (
        tokens[at].text in ("under", "by", "through") and tokens[at + 1].text == "which"
    )
    return opens and at < verb.start <= at + 12 and not any(t.text in (";", ":") for t in tokens[at : verb.start])


_BETWEEN = frozenset(["on", "in", "with", "the", ",", "worth", "of", "for"])


def _fronted(tokens: Sequence[Token], clauses: Clauses, noun: Match, verb: Match) -> bool:
    """Whether a sentence begins with the contract under which its verb acts: "Under the second K2 contract, it owes"."""
    low = min(noun.begin, noun.start)
    while low > 0 and (tokens[low - 1].text in DETERMINERS or tokens[low - 1].text in _ORDINALS):
        low -= 1
    if low != 1 or tokens[0].text not in ("under", "in", "with") or verb.noun:
        return False
    between = [v for v in clauses.verbs if noun.end <= v.start and v.head < verb.group.start and v.kind == "finite"]
    if len(between) == 1 and tokens[noun.end].text in ("that", "which"):
        # "under a deal that Warsaw and Seoul inked in July, the army will get"
        between = []
    return not between and any(t.text == "," for t in tokens[noun.end : verb.group.start])


_ORDINALS = frozenset("first second third fourth fifth initial latest new same original".split())


def apposed(noun: Match) -> bool:
    """Whether a deal noun stands between commas and says again what goods are: "the 48 Rafales, a 5.2 billion euro order,"."""
    if not noun.noun or part(noun) != "deal":
        return False
    tokens = noun.line.tokens
    low = noun.begin
    while low > 0 and tokens[low - 1].text in ("a", "an", "part", "of"):
        low -= 1
    return low > 1 and (low < noun.begin or tokens[low].text in ("a", "an")) and tokens[low - 1].text == ","


def _speaks_of_same(noun: Match, verb: Match) -> bool:
    """Whether the goods in front of an apposed deal noun are what the verb behind it is about."""
    told = [t for place in ("subject", "object") for t in verb.places.get(place, ())]
    return any(t.kind == "weapon" and t.end <= noun.line.tokens[noun.begin].start for t in told)


def _governs(tokens: Sequence[Token], clauses: Clauses, verb: Match, noun: Match) -> bool:
    """Whether a deal noun is the object of a verb before it: "approved in September the purchase"."""
    if noun.begin < verb.end and noun.start - verb.end > 10:
        return False
    for position in range(verb.end, max(noun.begin, verb.end)):
        token = tokens[position]
        if verb.frame.id in _PAYS and token.kind == "value" and isinstance(v := token.mention, ValueMention):
            # "allocated 1.3 billion euros for the purchase of", "is awarded $9 million for the delivery of"
            if v.kind == "money":
                continue
        if token.kind in ("weapon", "value") or clauses.tags[position] in ("finite", "aux", "main"):
            return False
        if token.kind == "mark" and token.text not in ("“", "”", '"', "‘", "’", "-"):
            if not (token.text == "," and tokens[position - 1].kind == tokens[position + 1].kind == "actor"):
                return False
        if token.kind == "word" and token.text in _OUTSIDE:
            return False
    return noun.begin - verb.end <= 8


_OUTSIDE = frozenset(["that", "which", "by", "from", "after", "before", "following", "amid", "despite"])


def _nested(tokens: Sequence[Token], one: Match, other: Match) -> bool:
    """Whether a deal noun says what another is about: "a contract for the purchase of", "plans for the acquisition"."""
    between = tokens[one.end : other.begin]
    while between and between[-1].text in _WORK:
        # "a contract for the design, production and delivery of"
        between = between[:-1]
    words = [t.text for t in between if t.text not in DETERMINERS and t.kind == "word"]
    if one.end > other.begin and one.end <= other.start:
        return len(tokens[one.end : other.start]) <= 3
    while between and between[-1].kind == "weapon":
        # "a contract for missile sales"
        between = between[:-1]
    if words[-1:] in (["for"], ["on"]):
        # "a contract worth $200 million for the delivery of", "an agreement, valued at $2 billion, with Chad on the supply of"
        priced = [n for n, t in enumerate(between) if t.kind == "value"]
        commas = {n for n in priced for n in (n + 1, n - 2, n - 3)}
        between = [
            t
            for n, t in enumerate(between)
            if t.kind not in ("value", "date")
            and t.text not in _PRICED
            and t.text not in DETERMINERS
            and not (t.text == "," and n in commas)
        ]
        words = [w for w in words if w not in _PRICED]
    return (
        0 < len(between) <= 6
        and all(t.kind in ("word", "actor") for t in between)
        and all(
            w in _TO_DEAL
            or w in ("between", "and", "by", "joint", "future", "further")
            or w.endswith(("al", "ing", "ed", "ible"))
            for w in words
        )
    )


_WORK = frozenset(
    "and , design development production manufacture manufacturing construction supply building assembly integration "
    "testing test installation training maintenance support".split()
)
"""What else a contract is for before it comes to the delivery of its goods."""
_PRICED = frozenset(["worth", "valued", "at", "(", ")", "/", "'s", "’s"])


def _tail(tokens: Sequence[Token], one: Match, other: Match) -> bool:
    """Whether a deal noun behind a predicate names the deal that it makes: "agreed to buy 20 K9s under a $250 million deal"."""
    if not one.start < other.start <= one.reach + 4:
        return False
    before = other.begin - 1
    while before > one.end and (tokens[before].text in DETERMINERS or tokens[before].kind in ("value", "date")):
        before -= 1
    text = tokens[before].text
    if text == "with":
        return tokens[other.begin - 1].text in ("a", "an") or tokens[other.begin].text in ("a", "an")
    if text == "as" and other.frame.id in ("donation", "lease-noun"):
        # "received from Germany as a gift"
        return True
    if text in _TAIL or (text == "of" and tokens[before - 1].text == "part"):
        return tokens[other.begin - 1].text not in ("the", "this", "that") or text == "under"
    return False


def _predicate(clauses: Clauses, noun: Match, verb: Match, kind: str) -> bool:
    """Whether a deal noun is what a verb behind it is said of: "the contract for 54 K9s was signed", "the deal covers"."""
    if kind == "act" or not noun.begin <= noun.start < verb.group.start:
        return False
    if kind == "governor" and not (verb.group.passive or verb.reduced or verb.frame.settings.get("of_subject")):
        return False
    if _is_governed(clauses.tokens, noun) and not verb.reduced:
        # "under the proposed sale, Taiwan would be granted"
        return False
    if any(t.text == "(" for t in clauses.tokens[noun.end : verb.start]) and not any(
        t.text == ")" for t in clauses.tokens[noun.end : verb.start]
    ):
        # "sales to Poland (672 units planned)"
        return False
    low = verb.begin if not verb.reduced else min(verb.begin, noun.start)
    aside = _ends_list(clauses.tokens, noun.end, verb.group.start) or _priced_aside(clauses.tokens, noun.end, verb)
    if not low <= noun.start and not aside:
        return False
    crossed = clauses.tags[noun.end : verb.group.start]
    others = sum(1 for v in clauses.verbs if noun.end <= v.start and v.head < verb.group.start and v.kind == "finite")
    return others == 0 or (kind != "governor" and others <= 1 and "aux" in crossed) or verb.begin <= noun.start


def _priced_aside(tokens: Sequence[Token], low: int, verb: Match) -> bool:
    """Whether only a price between commas parts a noun from its verb: "the deal, worth $920 million, covers"."""
    high = verb.group.start
    if high - low < 3 or tokens[low].text != "," or tokens[high - 1].text != ",":
        return False
    return tokens[low + 1].text in ("worth", "valued", "priced", "estimated")


def _ends_list(tokens: Sequence[Token], low: int, high: int) -> bool:
    """Whether nothing but goods stands between two positions: "a contract covering 18 tanks and six lorries | will be signed"."""
    words = (t for t in tokens[low:high] if t.kind not in ("weapon", "value", "actor"))
    return any(t.kind == "weapon" for t in tokens[low:high]) and all(t.text in _LISTING for t in words)


_LISTING = frozenset(["and", ",", "for", "of", "on", "over", "covering", "including", "other", "the", "their"])


def _tells_of(tokens: Sequence[Token], noun: Match, verb: Match) -> bool:
    """Whether a relative clause is about the deal noun before it: "under a contract worth $200 million that was signed"."""
    at = verb.group.start - 1
    if at < noun.end or tokens[at].text not in ("that", "which") or verb.frame.id not in _SEALS:
        return False
    between = tokens[noun.end : at]
    return all(t.kind in ("value", "date", "actor") or t.text in (*_BETWEEN, "valued", "at") for t in between)


def _is_governed(tokens: Sequence[Token], noun: Match) -> bool:
    """Whether a preposition other than "of" governs a noun."""
    before = noun.begin - 1
    while before > 0 and tokens[before].text in DETERMINERS:
        before -= 1
    return before >= 0 and tokens[before].text in PREPOSITIONS and tokens[before].text != "of"


def _breaks(clauses: Clauses, low: int, high: int) -> bool:
    """Whether a finite verb or the end of a clause lies between two positions."""
    for position in range(low, high):
        if clauses.tags[position] in ("finite", "main") or clauses.tokens[position].text in (";", ":", "which", "that"):
            return True
    return False
