"""Where the doer and the thing of a frame stand in a sentence, as stretches of tokens."""

from __future__ import annotations

from kordef.builders.forces import words
from kordef.builders.grammar.clauses import PREPOSITIONS, Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Token
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind

__all__ = ["STOPS", "spans_of", "trimmed"]

STOPS = frozenset(["finite", "reduced", "main", "aux"])
"""The sorts of verbs that end what an earlier verb governs."""

_FRONTED = frozenset(["after", "as", "since", "when", "while", "with", "if", "once", "before", "although", "though"])
"""Words that open a clause in front of the subject."""


_PREPOSED = frozenset(["following", "amid", "despite", "given", "besides"])
"""Words that open a phrase without a verb in front of the subject ("Following the invasion, the allies sent")."""


def spans_of(clauses: Clauses, match: Match) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the doer and the thing stand; a passive has the thing in front."""
    if match.noun:
        return (match.begin, match.start), (match.end, min(match.reach, match.end + 10))
    reach = next((at for at in range(match.end, match.reach) if clauses.tags[at] in STOPS), match.reach)
    front, behind = _front(clauses, match), (match.start, reach)
    turned = match.group.passive or (match.reduced and match.frame.settings["forces"] == "object")
    return (behind, front) if turned else (front, behind)


def _front(clauses: Clauses, match: Match) -> tuple[int, int]:
    """Where the subject of a verb stands; a gerund or infinitive has that of the verb before it."""
    tokens, at = match.line.tokens, match.group.start
    before = tokens[at - 1] if at else None
    tag = clauses.tags[match.start]
    if at == match.start and before is not None and (tag in ("gerund", "infinitive") or before.text == "to"):
        if before.kind in ("actor", "weapon", "value") or before.text in words().nouns:
            return max(at - 3, 0), at
        if before.text == "to" and at > 2 and tokens[at - 2].kind == "actor" and clauses.tags[at - 3] in STOPS:
            return at - 2, at - 1  # "which prompted Germany to participate"
        verb = clauses.verb_before(at)
        if verb is not None:
            first = verb.start
            if at > 3 and tokens[at - 2].text.endswith("ing") and tokens[at - 4].text == "with":
                return at - 3, at - 2  # "with Belgium intending to contribute a frigate"
            low, high, _ = clauses.subject_span(first)
            return trimmed(clauses, low, high), high
    if before is not None and before.text in ("after", "before", "while") and tokens[at].text.endswith("ing"):
        # "docked in Busan after monitoring": the first verb's subject
        opening = next((v for v in clauses.verbs if v.kind in ("finite", "reduced")), None)
        if opening is not None and opening.head < at:
            return trimmed(clauses, 0, opening.start), opening.start
    if before is not None and before.text == "," and (comma := _apposition(clauses, at - 1)) is not None:
        return trimmed(clauses, 0, comma), comma
    if before is not None and before.text == "," and any(t.text == "," for t in tokens[max(at - 16, 0) : at - 1]):
        # "and two vessels, HMS Spey and HMS Tamar, are deployed"
        last = next((p for p in range(at - 1, -1, -1) if clauses.tags[p] in STOPS), -1)
        comma = next((p for p in range(last + 1, at - 1) if tokens[p].text in (",", "and")), last) if last >= 0 else -1
        return trimmed(clauses, comma + 1, at), at
    low, high, how = clauses.subject_span(at)
    if match.reduced or how != "shared" or high <= low:
        low, high = match.begin, at
    low = next((k + 1 for k in range(high - 1, low, -1) if tokens[k].text == "where"), low)
    return _listed(clauses, trimmed(clauses, low, high), high), high


def _listed(clauses: Clauses, low: int, high: int) -> int:
    """Where a list of states begins that ends a subject: "Belgium, Norway, the Czech Republic and Luxembourg have sent"."""
    tokens = clauses.tokens
    first = low + (low < high and tokens[low].text == "the")
    if first >= high or tokens[first].kind != "actor":
        return low
    joined = any(t.text == "and" for t in tokens[low:high])
    begin = low
    while begin > 1 and (tokens[begin - 1].text == "," or (not joined and tokens[begin - 1].text == "and")):
        joined = joined or tokens[begin - 1].text == "and"
        before = begin - 2
        if tokens[before].kind != "actor" or (before and tokens[before - 1].text in PREPOSITIONS):
            return low
        begin = before - (before > 0 and tokens[before - 1].text == "the")
    return begin if joined else low


def _apposition(clauses: Clauses, at: int) -> int | None:
    """Where the comma stands that opens what another closes: "HMS Spey, a patrol vessel that has been there, called"."""
    tokens = clauses.tokens
    first = next((p for p in range(at) if tokens[p].text == ","), None)
    opens = next((p for p in range(1, min(6, at)) if tokens[p].text in ("that", "which", "who")), None)
    if first is None and opens is not None and tokens[opens - 1].kind in ("actor", "weapon"):
        return opens
    if first is None or not 0 < first < at - 1 or any(t in STOPS for t in clauses.tags[:first]):
        return None
    named = tokens[first - 1].kind in ("actor", "weapon") or tokens[first - 1].text in words().nouns
    opens_it = (
        tokens[first + 1].text in _OPENS
        or clauses.tags[first + 1] == "gerund"
        or tokens[first + 1].text.endswith("ing")
        or tokens[first + 1].kind == "value"
    )
    more = any(t.text == "," for t in tokens[first + 1 : at])
    return first if named and opens_it and not more else None


_OPENS = frozenset(
    "a an the one which who whose part with detached carrying accompanied escorted fresh back straight currently already".split()
)


def _is_mission(token: Token) -> bool:
    """Whether a name is that of a mission of several."""
    mention = token.mention
    return isinstance(mention, ActorMention) and (
        mention.kind is ActorKind.IGO or (mention.acts_for or "").startswith("organisation:")
    )


def trimmed(clauses: Clauses, low: int, high: int) -> int:
    """Where a subject begins behind a clause put in front ("After the agreement entered into force, Korea")."""
    tokens = clauses.tokens
    if low < high and tokens[low].text in _PREPOSED:
        return next((p + 1 for p in range(low, high - 1) if tokens[p].text == ","), low)
    if low < high and tokens[low].text in ("in", "within", "under"):
        comma = next((p for p in range(low + 1, min(high, low + 8)) if tokens[p].text == ","), None)
        if comma is not None and any(_is_mission(t) for t in tokens[low:comma]):
            return comma + 1  # "In Operation Aspides, a Greek frigate"
    if low + 1 < high and tokens[low].text == "as" and tokens[low + 1].text == "part":
        return next(
            (p + 1 for p in range(low, high - 1) if tokens[p].text == ","), low
        )  # "As part of UNIFIL, Italians"
    if low < high and tokens[low].text in _FRONTED:
        comma = next((p for p in range(high - 2, low, -1) if tokens[p].text == ","), None)
        if comma is not None and any(clauses.tags[low:comma]):
            return comma + 1
    return low
