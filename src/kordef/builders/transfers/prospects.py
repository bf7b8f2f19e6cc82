"""Deals that are permitted, nearly closed, or only spoken of as what they would be."""

from __future__ import annotations

from kordef.builders.grammar.frames import Match
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.links import part

__all__ = ["is_closing", "sold_with_leave", "taken_back", "would_be"]


def would_be(chain: Chain) -> bool:
    """Whether all that is said of a deal noun is what it would mean: "the purchase of six jets would be financed by a loan"."""
    deal = chain.core
    if (
        not deal.noun
        or "would" not in chain.line.at
        or any(m is not deal and part(m) != "price" for m in chain.matches)
    ):
        return False
    after = next((v for v in chain.clauses.verbs if v.start >= deal.end and v.kind == "finite"), None)
    if after is None or chain.line.tokens[after.start].text != "would":
        return False
    before = chain.clauses.verb_before(deal.begin)
    return before is None or not any(t.text in (",", ";", "and") for t in chain.line.tokens[deal.end : after.start])


def sold_with_leave(chain: Chain) -> bool:
    """Whether a sale is one that somebody permits: "a licence for the export of", "The prime contractors for the sale are"."""
    if not chain.core.noun or chain.core.frame.id not in ("sale", "possible-sale"):
        return False
    words = {t.text for t in chain.line.tokens[max(0, chain.core.start - 5) : chain.core.start]}
    if not _LICENCES.isdisjoint([*words, *(t.text for t in chain.line.tokens[chain.core.end : chain.core.end + 1])]):
        return True
    return not {"contractor", "contractors"}.isdisjoint(words) and not {"prime", "principal"}.isdisjoint(words)


def taken_back(chain: Chain) -> bool:
    """Whether a word behind a deal noun says that what was permitted is so no more: "the licence ... was withdrawn"."""
    return not _TAKEN_BACK.isdisjoint(t.text for t in chain.line.tokens[chain.core.end :])


_TAKEN_BACK = frozenset(
    ["withdrawn", "revoked", "refused", "rejected", "denied", "rescinded", "suspended", "cancelled"]
)
_LICENCES = frozenset(
    "licence licences license licenses permit permits permission authorisation authorization clearance approval".split()
)


def is_closing(verb: Match) -> bool:
    """Whether a deal is only being concluded: "Paris is finalising the sale of 14 Rafales"."""
    text = verb.line.tokens[verb.start].text
    return not verb.noun and verb.frame.id == "sign" and verb.group.aspect == "ongoing" and text.startswith(_CLOSES)


_CLOSES = ("finalis", "finaliz", "conclud", "clos")
