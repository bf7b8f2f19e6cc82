"""What a sentence denies, or makes hang on a condition: such words tell of no deal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kordef.builders.goods import Good
from kordef.builders.grammar.clauses import DETERMINERS, Clauses
from kordef.builders.grammar.tokens import Token
from kordef.builders.transfers.chains import Chain

__all__ = ["denied", "is_budgeted", "joins_forces", "lost", "none_of", "picks_it", "undecided"]


def denied(clauses: Clauses, chain: Chain) -> bool:
    """Whether what a chain says is denied, or said to happen only if something else does."""
    if _came_to_nothing(chain) or _not_yet_made(chain):
        return True
    if clauses.tokens[0].text in ("were", "should") and not any(
        t.text == "," for t in clauses.tokens[: chain.core.start]
    ):
        # "Were the sale of 40 jets to Ankara to be approved, Athens would protest"
        return True
    if not _AIRLINES.isdisjoint(chain.line.texts) and any(
        clauses.tokens[m.group.start - 1].text in _AIRLINES for m in chain.matches if not m.noun and m.group.start
    ):
        # "Qatar Airways ordered 20 Boeing jets"
        return True
    if _TELLTALES.isdisjoint(chain.line.texts):
        return "had" in chain.line.texts and _had_it_been(clauses.tokens, chain)
    tokens = clauses.tokens
    low = min(m.begin for m in chain.matches)
    first = min((m.group.start if not m.noun else m.begin) for m in chain.matches)
    for position in range(max(0, first - 4), first):
        if tokens[position].text in ("if", "unless", "whether") and position >= low - 2:
            # "asked whether the 290 launchers bought in 2022 would come": that they were bought is no question
            return not undecided(chain) and not (chain.core.reduced and tokens[position].text == "whether")
    if any(t.text in ("condition", "provided", "assuming") for t in tokens[max(0, low - 4) : low]):
        # "... on condition that the EU pays for them"
        return True
    if any(t.text in _RUMOURS for t in tokens[:4]) and any(t.text in _UNTRUE for t in tokens[chain.end :]):
        # "Reports that Romania had ordered the K9 were false", "Russian press reports that ... have been denied"
        return True
    last = max(m.end for m in chain.matches)
    for position in range(last, len(tokens)):
        if tokens[position].text in _DENIES and {"that", "which"} & {
            t.text for t in tokens[max(last, position - 4) : position]
        }:
            # "..., according to reports that Islamabad denied"
            return True
    speaker = clauses.verb_before(first)
    return speaker is not None and tokens[speaker.head].text in _DENIES and speaker.head >= first - 14


def _had_it_been(tokens: Sequence[Token], chain: Chain) -> bool:
    """Whether a chain stands behind an inverted "had": "India would have come first had it signed for 126 fighters"."""
    if not {"would", "could", "might"} & set(chain.line.texts):
        return False
    verbs = [m.start for m in chain.matches if not m.noun]
    return any(
        t.text == "had"
        and (n == 0 or tokens[n - 1].kind == "word" or tokens[n - 1].text == ",")
        and (tokens[n + 1].kind == "actor" or tokens[n + 1].text in _SUBJECTS)
        and n < min(verbs, default=0) <= n + 8
        for n, t in enumerate(tokens[:-2])
    )


_SUBJECTS = frozenset(["it", "they", "he", "she", "we", "the"])
"""Words that a subject behind an inverted "had" begins with."""


def _came_to_nothing(chain: Chain) -> bool:
    """Whether a clause behind says that nothing came of it: "a plan for 12 jets is left out, as no contract followed"."""
    words = [t.text for t in chain.line.tokens[chain.end :]]
    return any(
        a == "no" and b in _DEALS and not _ENSUES.isdisjoint(words[n + 2 : n + 5])
        for n, (a, b) in enumerate(pairwise(words))
    )


def _not_yet_made(chain: Chain) -> bool:
    """Whether a deal noun is what no contract is there for: "No contract has been signed for the purchase of 12 jets"."""
    low = chain.core.begin
    words = [t.text for t in chain.line.tokens[max(0, low - 10) : low] if t.text == "no" or t.text not in DETERMINERS]
    at = next((n for n in range(len(words) - 1) if words[n] == "no" and words[n + 1] in _DEALS), None)
    if at is None or words[-1] not in ("for", "on", "about", "over") or ";" in words[at:]:
        return False
    return chain.core.noun and not _SIGNED.isdisjoint(words[at:])


_SIGNED = frozenset("signed concluded reached placed made finalised finalized awarded agreed sealed".split())
_DEALS = frozenset("contract contracts order orders deal deals purchase purchases agreement".split())
_ENSUES = frozenset("followed follow ensued resulted emerged materialised materialized came".split())


def lost(found: Sequence[Chain], n: int) -> bool:
    """Whether an act is what a contest was about that somebody lost: "lost a tender for equipping the army with missiles"."""
    act = found[n].part("act")
    if act is None or act.noun or n == 0:
        return False
    before = found[n - 1]
    tokens = before.line.tokens
    contest = before.part("deal")
    if not before.negated or contest is None or contest.frame.id not in ("attempt", "contract"):
        return False
    return tokens[act.group.start - 1].text in ("for", "to") or tokens[act.group.start].text in ("for", "to")


def undecided(chain: Chain) -> bool:
    """Whether somebody is still to decide: "has yet to decide whether it will buy", "a purchase is possible but not decided"."""
    if _to_be_decided(chain) or (all(m.noun for m in chain.matches) and _unsettled(chain)):
        return True
    act = chain.part("act")
    if act is None or act.noun:
        return False
    tokens = chain.line.tokens
    low = max(0, act.group.start - 4)
    if any(t.text in ("mind", "minds") for t in tokens[low : act.start]) and not _MAKES.isdisjoint(
        t.text for t in tokens[max(0, act.group.start - 7) : act.group.start]
    ):
        # "is expected to make up its mind on procuring tanks"
        return True
    at = next((n for n in range(low, act.start) if tokens[n].text == "whether"), None)
    if at is None or not any(t.text.startswith(_DECIDES) for t in tokens[max(0, at - 5) : at]):
        return False
    behind = {t.text for t in tokens[at + 1 : act.start]}
    return tokens[at + 1].text == "to" or bool(_TO_COME & behind)


def joins_forces(chain: Chain) -> bool:
    """Whether firms only work together: "will cooperate in supplying and maintaining howitzers"."""
    core = chain.core
    if core.noun:
        return False
    before = [t.text for t in chain.line.tokens[max(0, core.start - 5) : core.start]]
    return "in" in before[-4:] and any(w.startswith(_TOGETHER) for w in before)


_TOGETHER = ("cooperat", "co-operat", "collaborat", "partner")


def _unsettled(chain: Chain) -> bool:
    """Whether all that is said of a deal noun is that it may come or not: "the purchase remains undecided"."""
    behind = chain.line.tokens[chain.core.end : chain.core.end + 24]
    words = [t.text for t in behind if t.text not in _SOFTENING]
    words = words[: next((n for n, w in enumerate(words) if w in _ENDS), len(words))]
    for n in range(len(words) - 1):
        if words[n] in _IS and n >= 2 and words[n - 2] in DETERMINERS and words[n - 1].isalpha():
            # "the purchase, whose price is undecided"
            return False
        if words[n] in _IS and words[n + 1] in _UNSETTLED:
            return not (n + 2 < len(words) and words[n + 2] in _REASONS)
        if words[n] in ("not", "yet") and "decided" in words[n + 1 : n + 4] and words[n + 1] in _TO_BE:
            return True
    return False


def _to_be_decided(chain: Chain) -> bool:
    """Whether a deal noun is what a decision is about that is still to be taken: "no decision has been taken on the sale of"."""
    tokens, deal = chain.line.tokens, chain.part("deal")
    if deal is None or _DECISIONS.isdisjoint(chain.line.texts):
        return False
    low = deal.begin
    before = [t.text for t in tokens[max(0, low - 9) : low] if t.text == "no" or t.text not in DETERMINERS]
    if before[-1:] not in (["on"], ["about"], ["over"]):
        return False
    at = next((n for n, w in enumerate(before) if w in _DECISIONS), None)
    if at is None:
        return False
    behind = [t.text for t in tokens[deal.end : deal.end + 16]]
    return "no" in before[max(0, at - 2) : at] or not _AWAITED.isdisjoint([*before[at:], *behind])


_DECISIONS = frozenset(["decision", "vote", "ruling", "verdict", "word"])
_AWAITED = frozenset(
    "expected pending due awaited postponed delayed deferred yet will would next imminent looming likely".split()
)
_SOFTENING = frozenset(["still", "only", "merely", "so", "far", "as", '"', "“", "”", "‘"])
_ENDS = frozenset([";", "and", "but", "though", "while", "where", "which", "whose", "who", "when", "after", "because"])
_IS = frozenset(["is", "are", "was", "were", "be", "remains", "remain", "remained"])
_UNSETTLED = frozenset(["possible", "undecided", "uncertain"])
_REASONS = frozenset(["thanks", "due", "owing", "through", "with", "by", "under", "since"])
_TO_BE = frozenset(["decided", "been", "be", "to", "yet", "finally"])
"""Words around those that leave a deal open, and those behind "possible" that tell why it could be made."""

_MAKES = frozenset(["make", "makes", "making", "made"])
_DECIDES = (
    "deci",
    "choos",
    "weigh",
    "consider",
    "mull",
    "debat",
    "stud",
    "examin",
    "ponder",
    "discuss",
    "review",
    "assess",
)
"""How the words begin that say that somebody has still to make up his mind."""
_TO_COME = frozenset(["will", "would", "should", "could", "can", "might", "may"])


def none_of(chain: Chain, goods: Sequence[Good]) -> bool:
    """Whether a "no" before the goods or the deal denies it: "is giving no F-16s", "signed no contract"."""
    tokens = chain.line.tokens
    deal = chain.part("deal")
    if deal is not None and any(t.text in ("no", "none") for t in tokens[max(0, deal.begin - 1) : deal.start]):
        return True
    if deal is not None and any(t.text == "without" for t in tokens[max(0, deal.begin - 3) : deal.start]):
        # "cannot deliver without the supply of radars"
        return True
    return any(tokens[g.low - 1].text in ("no", "none") for g in goods if g.low > 0)


_AIRLINES = frozenset(["airways", "airlines", "airline"])
_RUMOURS = frozenset("reports report claims claim rumours rumors suggestions allegations speculation stories".split())
_UNTRUE = frozenset(
    "false untrue wrong incorrect inaccurate unfounded baseless groundless fake denied dismissed rejected".split()
)
_DENIES = frozenset("denied denies deny refuted refutes dismissed dismisses refused refuses declined declines".split())
_TELLTALES = _UNTRUE | _DENIES | {"if", "unless", "whether", "condition", "provided", "assuming"}
"""Without one of these nothing is denied."""


def picks_it(clauses: Clauses, chain: Chain) -> bool:
    """Whether a participle only says over what the goods just told were chosen: "approved the purchase, selecting it over"."""
    at = chain.core.start
    behind = clauses.tokens[at + 1].text if at + 1 < len(clauses.tokens) else ""
    chosen = chain.core.frame.id == "select" and clauses.tokens[at].text != "preferring"
    return chosen and clauses.tags[at] == "gerund" and behind in ("it", "them")


def is_budgeted(chain: Chain) -> bool:
    """Whether a deal noun is only what money is set aside for: "budget allocations for the Chunmoo procurement"."""
    core = chain.core
    if not core.noun or len(chain.matches) > 1:
        return False
    before = [t.text for t in core.line.tokens[max(0, core.begin - 5) : core.start]]
    at = before.index("for") if "for" in before else 0
    return at > 0 and before[at - 1] in ("allocation", "allocations", "budget", "budgets", "appropriations")
