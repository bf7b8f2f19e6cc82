"""Numbers that are no figures whatever governs them: lots of a notice, terms of an option, thresholds, ways of reckoning."""

from __future__ import annotations

import re

from kordef.builders.observations.indicators import Row
from kordef.builders.observations.money import is_foreseen
from kordef.builders.observations.phrases import STOPS, before
from kordef.mentions.model import ValueMention

__all__ = ["is_excluded"]

_TWICE = re.compile(r"[A-Za-z-]+ \([0-9]")
_COMPRISES = frozenset(
    [
        "comprised",
        "comprises",
        "comprise",
        "include",
        "comprising",
        "included",
        "includes",
        "including",
        "covered",
        "covers",
    ]
)
_SUMS = frozenset(
    ["amounts", "contracts", "sums", "deals", "orders", "purchases", "projects", "payments", "transactions"]
)
_LIMITS = ("under", "below", "over", "above", "more than", "less than", "up to", "exceeding")
_OPTIONS = ("option", "options")
_PRICED = frozenset(["for", "costing", "worth", "at"])
_EACH = frozenset(["every", "each"])


_EXCEEDS = frozenset(["exceed", "surpass", "beat", "outpace", "miss", "top", "outstrip"])
_HOPED = frozenset(["expectations", "forecast", "forecasts", "consensus", "estimates", "target", "goal"])
_INDICES = frozenset(["kospi", "kosdaq", "dax", "mdax", "nasdaq", "nikkei", "ftse", "dow", "index", "s&p", "stoxx"])


def _is_margin(row: Row, at: int) -> bool:
    """Whether a percentage says by how much hopes were missed or beaten: "exceeded market expectations by 36%"."""
    if row.word(at - 1) != "by":
        return False
    reach = range(max(0, at - 12), at)
    verbs = (s.name for k in reach for s in row.senses.get(k, ()) if s.tag in ("level", "use"))
    beaten = any(name in _EXCEEDS for name in verbs) or any(
        row.word(k) in ("beat", "missed", "surpasses") for k in reach
    )
    return beaten and any(row.word(k) in _HOPED for k in reach)


def _is_of_market(row: Row, at: int) -> bool:
    """Whether a percentage is the move of a stock index."""
    for k in range(at - 1, max(-1, at - 7), -1):
        if row.word(k) in _INDICES:
            return True
        if row.word(k) in (",", ";") or row.kind(k) == "value":
            return False
    return False


def _is_difference(row: Row, at: int) -> bool:
    """Whether a number says how many more or fewer there are than before: "1,500 soldiers fewer than a year earlier"."""
    if row.word(at + 1) in ("fewer", "more"):
        return False  # with that a change is told
    for k in range(at + 1, min(len(row.tokens), at + 14)):
        if row.word(k) in ("fewer", "more") and row.word(k + 1) == "than":
            return row.kind(k + 2) in ("date", "value") or row.word(k + 2) in (
                "a",
                "in",
                "last",
                "the",
                "before",
                "one",
            )
        if row.word(k) in (",", ";", "is", "was", "are", "were", "has", "have") or row.kind(k) == "value":
            return False
    return False


_AWARDED = frozenset(["awarded", "awards"])
_CONTRACT = frozenset(["contract", "modification", "deal", "order"])
_CONTRACTS = _CONTRACT | {"contracts", "deals", "orders"}
_SPREAD = frozenset(["countries", "sites", "locations", "continents", "offices"])
_STAFF = frozenset(["employees", "staff", "people", "workers", "customers", "clients", "sites", "offices", "employs"])
_PROVIDES = frozenset(["provides", "exercises", "includes", "involves", "supports", "covers"])
_HANDS_OVER = frozenset(["supply", "deliver", "provide", "procure", "purchase"])


def _is_of_award(row: Row, at: int, value: ValueMention) -> bool:
    """Whether a number is one of a contract's award: its price, goods, funds and shares of the work.

    "Acme is awarded a $9 million firm-fixed-price contract for the production of 250 radios. Work will be performed in Lima
    (41%). Funds in the amount of $2 million will be obligated at time of award."
    """
    words = [row.word(k) for k in range(len(row.tokens))]
    if value.kind == "percent":
        return ("performed" in words[:at] and "work" in words[:at]) or row.word(at + 1) in ("fms", "foreign")
    if "obligated" in words and value.kind == "money":
        return True
    opened = (
        words[0] in ("this", "the") and words[1] in _CONTRACT and words[2] in _PROVIDES if len(words) > 3 else False
    )
    if opened and value.kind == "count":
        return True  # "This contract provides for the production of 60 missiles"
    awarded = next((k for k in range(at) if words[k] in _AWARDED), None)
    if awarded is not None and value.kind == "money":
        # not "contracts worth 4 billion were awarded"
        return not _CONTRACT.isdisjoint(words[awarded : at + 12])
    if awarded is not None and not _CONTRACTS.isdisjoint(words[awarded:at]):
        return True
    if value.kind != "count":
        return False
    to = next((k for k in range(1, at) if words[k] in _HANDS_OVER and words[k - 1] == "to"), None)
    # "signed contracts to supply 180 tanks": the goods of a deal
    return to is not None and not _CONTRACTS.isdisjoint(words[:to])


_MARKS = frozenset(["mark", "milestone", "barrier", "threshold", "level", "line"])


def _is_mark_passed(row: Row, at: int, value: ValueMention) -> bool:
    """Whether a round sum is the mark that the figure before has passed: "2.1 trillion won, surpassing the 2 trillion mark"."""
    if row.word(at - 1) != "the" or _MARKS.isdisjoint(row.word(k) for k in range(at + 1, at + 4)):
        return False
    passed = row.sense(at - 2, "level")
    if passed is None or passed.form not in ("ing", "base"):
        return False
    alike = (row.tokens[k].mention for k in range(max(0, at - 30), at - 2) if row.kind(k) == "value")
    return any(isinstance(m, ValueMention) and m.unit == value.unit for m in alike)


_BUYING = frozenset(["procurement", "acquisition", "purchase", "replacement"])
_UNDERTAKINGS = frozenset(
    "project programme program decision tender competition contest bid race plan deal contract case effort drive".split()
)


def _is_of_planned_purchase(row: Row, at: int) -> bool:
    """Whether a sum is what is to be bought: "the 8 trillion won submarine procurement project"."""
    for k in range(at + 1, min(at + 6, len(row.tokens))):
        if row.word(k) in _BUYING:
            return row.word(k + 1) in _UNDERTAKINGS
        if row.kind(k) not in ("word", "weapon", "actor") or row.word(k) in STOPS:
            return False
    return False


def is_excluded(row: Row, at: int, value: ValueMention) -> bool:
    """Whether a number is no figure for a state of affairs."""
    if _TWICE.match(value.exact) and before(row, at)[0] >= 0 and row.word(before(row, at)[0]) in _COMPRISES:
        return True  # "the case comprised six (6) launchers": a notice of a sale
    if _is_of_award(row, at, value):
        return True
    if value.kind == "count" and any(row.word(k) == ":" and row.word(k - 1) in _COMPRISES for k in range(2, at)):
        return True  # "Support so far includes: 8 tanks; 22 howitzers"
    if value.kind == "percent":
        return _is_margin(row, at) or _is_of_market(row, at)
    if value.kind == "count" and row.word(at - 1) in ("in", "across") and (value.noun or "") in _SPREAD:
        # "83,000 employees in 68 countries", "customers in 50 countries": where a firm is
        return any(not _STAFF.isdisjoint(t.text.lower().split()) for t in row.tokens[max(0, at - 5) : at - 1])
    if value.kind in ("count", "persons") and _is_difference(row, at):
        return True
    if value.kind in ("money", "count", "persons") and _is_mark_passed(row, at, value):
        return True
    if value.kind != "money":
        return False
    if _is_of_planned_purchase(row, at):
        return True
    if value.exact.startswith("estimated ") and row.word(at - 1) == "total":
        return True  # "The total estimated value is $94 million": a notice of a sale
    ahead = row.word(at - 1)
    if ahead in _EACH and row.word(at - 2) in ("for", "of", "to"):
        return True  # "for every 100 euros"
    if ahead == "of" and row.word(at - 2) == "total" and row.word(at - 3) == "a" and row.word(at - 4) in _PRICED:
        return any(row.kind(k) == "value" for k in range(at - 4))  # "bought seven in 2017 for a total of $3.9 billion"
    if ahead in _SUMS and value.exact.lower().startswith(_LIMITS):
        return True  # "contracts under 5 million euros are left out"
    if any(token.text.lower().endswith(_OPTIONS) for token in row.tokens[:at]):
        return True  # "two options, one of them with a ceiling of 900 million crowns"
    return is_foreseen(row, at)
