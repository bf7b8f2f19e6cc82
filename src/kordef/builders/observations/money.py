"""Sums of money that are figures: what they are said of, and what is spent, traded, due or moved."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.observations.indicators import Row
from kordef.builders.observations.licences import LICENCES, licensed
from kordef.builders.observations.lists import is_listed
from kordef.builders.observations.openings import measured_behind, ranked_before, ranked_behind
from kordef.builders.observations.phrases import (
    Reading,
    before,
    counts_arms,
    head_of,
    is_head,
    is_label,
    left,
    measure_told,
    next_noun,
    phrase,
    right,
    total_before,
)
from kordef.builders.observations.totals import is_total
from kordef.builders.observations.verbs import BUYS, change_of, is_part, is_verb, set_aside, with_measure
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention
from kordef.vocabulary import ActorKind, Basis

__all__ = ["DUE", "aims", "is_foreseen", "money"]

_TRADES = frozenset(["exports", "imports", "sales", "production", "purchases", "procurement"])
_GOODS = frozenset(["goods", "equipment", "materiel", "products", "hardware", "kit"])
_FUNDS = frozenset(["fund", "facility", "instrument", "scheme", "initiative"])
_MEASURES = frozenset([
    "measures", "grants", "packages", "donations", "gifts", "loans", "deliveries", "projects", "pledges", "commitments",
    "supplies", "licences", "licenses", "support", "aid", "assistance", "equipment",
    "help", "guarantees", "subsidies", "contributions",
])  # fmt: skip
"""What is granted again and again, and summed up."""
_PRICED = frozenset(["cost", "price", "costing", "valued", "priced"])
_ALL_ORDERS = frozenset([
    "total", "combined", "overall", "annual", "overseas", "foreign", "export", "cumulative", "aggregate", "defence",
    "defense", "arms", "domestic", "yearly", "global", "worldwide",
])  # fmt: skip
DUE = frozenset(["due", "owed", "promised", "pledged", "agreed", "committed", "earmarked", "outstanding", "budgeted"])


def money(row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None) -> Reading | None:
    """A sum of money as a figure: spending, sales, a backlog, several deals together; ``None`` for a price or one deal."""
    noun = next_noun(row, at)
    if (noun is not None and row.sense(noun, "deal") and not row.sense(noun, "measure")) or value.per in (
        "each",
        "apiece",
    ):
        return None
    if _PRICED & set(value.exact.lower().split()):
        return None  # "an estimated cost of $2.6 billion"
    if value.exact.lower().startswith(
        ("hundreds of", "tens of", "dozens of", "thousands of", "billions of", "millions of")
    ):
        return None  # no figure, but a manner of speaking
    if row.word(at - 1) == "of" and row.word(at - 2) in ("promise", "grant", "gift", "loan", "credit", "debt"):
        if row.word(at - 3) in ("a", "an", "the") and row.word(at - 2) != "debt":
            return None  # "a promise of 500 million dollars in military financing"
    if _is_of_purchase(row, at):
        return None
    if last is not None and not found and last.value.kind == "money" and aims(row, at):
        return Reading(at=at, value=value, basis=Basis.TARGET, trigger=at - 1).like(last)
    if (permits := licensed(row, at)) is not None:
        return Reading(at=at, value=value, trigger=permits, noun=LICENCES)
    if (granted := _granted(row, at)) is not None:
        return Reading(at=at, value=value, trigger=granted, noun="aid")
    if _is_per_head(row, at):
        return Reading(at=at, value=value, trigger=at, noun="spending per head", holder=True)
    change = change_of(row, at, value)
    raised = change[1] if change is not None and row.word(at - 1) == "by" else None
    measure, verb = (noun, None) if noun is not None and row.sense(noun, "measure") else _behind(row, at)
    if raised is not None and raised < at:  # "raise its spending by 13 billion in the state budget"
        own = next((k for k in range(raised + 1, at) if row.sense(k, "measure") and is_head(row, k)), None)
        measure = own if own is not None else measure
    verb = verb if verb is not None or measure is not None else _traded(row, at)
    if measure is None and verb is not None:
        sense = row.sense(verb, "flow")
        return Reading(at=at, value=value, trigger=verb, noun=sense.name if sense else "aid")
    if measure is None:
        measure = _governing(row, at)
        measure = measure_told(row, at) if measure is None else measure
        measure = measured_behind(row, at) if measure is None else measure
    if measure is None and (ranked := ranked_behind(row, at) or ranked_before(row, at)) is not None:
        return Reading(at=at, value=value, trigger=ranked[0], noun=ranked[1])
    if measure is not None:
        generic = (sense := row.sense(measure, "measure")) is not None and sense.name == "generic"
        basis, sign = (Basis.CHANGE, change[0]) if change is not None else (Basis.LEVEL, 0)
        trigger = verb if verb is not None else change[1] if change is not None else measure
        return with_measure(
            row, Reading(at=at, value=value, basis=basis, sign=sign, trigger=trigger, holder=generic), measure, None
        )
    named = row.word(at - 1) == "(" and is_listed(row, at)
    given = (
        next((k for k in right(row, at, 18) if row.sense(k, "measure") and is_head(row, k)), None)
        if named and not found
        else None
    )
    if given is not None:  # "the Netherlands (0.5 billion) and Britain (0.4 billion) provided military aid"
        return with_measure(row, Reading(at=at, value=value, trigger=given), given, None)
    if _buys(row, at):
        return None
    spent = next((k for k in (set_aside(row, at), _spent(row, at)) if k is not None), None)
    if spent is None and (voted := _voted(row, at)) is not None:
        return Reading(at=at, value=value, trigger=voted, noun="budget")
    if spent is not None:
        sense = row.sense(spent, "spend")
        return Reading(at=at, value=value, trigger=spent, noun=sense.name if sense else "")
    if is_total(row, at):
        return Reading(at=at, value=value, trigger=at, noun="total value", holder=True)
    previous = found[-1] if found else None
    if previous is not None and previous.value.kind == "money":
        if is_part(row, at):
            return evolve(Reading(at=at, value=value, trigger=before(row, at)[0]).like(previous), part=True)
        if _is_anaphoric(row, at) and previous.measure is None:
            return Reading(at=at, value=value, trigger=at).like(
                previous
            )  # "exported 749 million; for 2024 it reported 1.1"
        if is_listed(row, at):
            return Reading(at=at, value=value, basis=previous.basis, trigger=at, sign=previous.sign).like(previous)
    if last is not None and not found and last.value.kind == "money" and not last.users and _is_part_of_last(row, at):
        part = Reading(at=at, value=value, trigger=max(before(row, at)[0], 0)).like(last)
        return evolve(part, part=True)
    flow = _moving(row, at)
    if flow is not None:
        return Reading(at=at, value=value, trigger=flow, noun="spending")
    if _is_due(row, at):
        return Reading(at=at, value=value, trigger=at, noun="payments")
    if last is not None and not found and change is not None and _is_elliptical(row):
        return Reading(at=at, value=value, basis=Basis.CHANGE, sign=change[0], trigger=change[1]).like(last)
    if last is not None and last.value.kind == "money" and not found and (_is_anaphoric(row, at) or _is_given(row, at)):
        return Reading(at=at, value=value, trigger=at).like(last)
    return None


def _granted(row: Row, at: int) -> int | None:
    """The noun of all that has been granted in a time: "since 2021 measures worth EUR 197 million have been adopted"."""
    if row.word(at - 1) not in ("worth", "totalling", "totaling") or row.word(at - 2) not in _MEASURES:
        return None
    if any(row.word(k) == "under" and row.word(k + 1) == "which" for k in range(at)):
        return None
    passive = any(row.word(k) in ("has", "have") and row.word(k + 1) == "been" for k in range(at + 1, at + 8))
    whole = any(
        t.text in ("far", "date", "total", "altogether") or t.text.lower().startswith("since") for t in row.tokens
    )
    return at - 2 if passive and whole else None


def _is_per_head(row: Row, at: int) -> bool:
    """Whether a sum is that of each inhabitant: "$1,020 per head", "per capita that is 900 euros"."""
    around = range(max(0, at - 7), min(len(row.tokens) - 1, at + 5))
    return any(
        row.word(k) in ("per", "a") and row.word(k + 1) in ("head", "capita", "inhabitant", "citizen", "person")
        for k in around
    )


_FORECASTS = frozenset(["forecast", "forecasts", "consensus", "expectation", "expectations", "estimate", "estimates"])
_FORESEEN = frozenset(["forecasted", "forecast", "expected", "predicted", "anticipated"])
_MISSED = frozenset(
    ["missing", "exceeding", "beating", "below", "above", "than", "topping", "surpassing", "beat", "missed", "of"]
)


def is_foreseen(row: Row, at: int) -> bool:
    """Whether a sum is what others foresaw, with which results are compared: "missing the analyst forecast of 116 billion"."""
    start = at - 2 if row.word(at - 1) in ("about", "around", "some") else at - 1
    if row.word(start) in ("of", "for", "at"):
        noun = next((k for k in range(start - 1, max(-1, start - 6), -1) if row.word(k) in _FORECASTS), None)
        return noun is not None and any(row.word(k) in _MISSED for k in range(max(0, noun - 6), noun))
    return row.word(start) in _FORESEEN and row.word(start - 1) in ("the", "a") and row.word(start - 2) in _MISSED


def _is_of_purchase(row: Row, at: int) -> bool:
    """Whether a sum is that of a purchase called a programme: "the $920 million program under which it is buying 54 guns"."""
    if "mde" in row.words:
        return True  # a notice of a sale: "MDE accounts for $211 million; the overall total is $390 million"
    end = min(len(row.tokens), at + 8)
    named = next((k for k in range(at + 1, end) if row.word(k) in ("program", "programme", "project")), None)
    if named is None or row.word(named + 1) != "under" or row.word(named + 2) != "which":
        return False
    return any(row.word(k) in _ACQUIRES for k in range(named + 3, min(len(row.tokens), named + 8)))


_ACQUIRES = frozenset(
    "acquiring buying getting receiving purchasing procuring buys acquires receives gets ordered bought will".split()
)


def _buys(row: Row, at: int) -> bool:
    """Whether a sum is spent on a number of arms: "will spend 312 million euros on 24 wheeled howitzers"."""
    if row.word(at + 1) not in ("on", "for", "to"):
        return False
    position = at + 3 if row.word(at + 1) == "to" else at + 2  # "to buy 24 howitzers"
    value = row.tokens[position].mention if position < len(row.tokens) else None
    if not isinstance(value, ValueMention) or value.kind != "count":
        return False
    if row.word(at + 1) == "to" and row.word(at + 2) in ("buy", "purchase", "acquire", "procure", "order"):
        return True
    return counts_arms(row, position, value)


def aims(row: Row, at: int) -> bool:
    """Whether a sum or share is aimed at: "the government aims for $20 billion in 2026"."""
    if row.word(at - 1) in ("for", "at"):
        return row.word(at - 2) in ("aims", "aim", "aimed", "aiming", "hopes", "shooting", "hoping")
    return row.word(at - 1) in ("targets", "targeting", "eyes", "eyeing", "targeted")


def _behind(row: Row, at: int) -> tuple[int | None, int | None]:
    """What the sum is in: "$66.5 billion in military assistance"; with its verb: "$17 billion in arms that South Korea sold"."""
    if row.word(at + 1) == "(" and row.kind(at + 2) == "value" and row.word(at + 3) == ")":
        at += 3
    start = at + 2 if row.word(at + 1) == "worth" else at + 1
    spent = row.word(start) in ("for", "on", "towards", "toward") and _spent(row, at) is not None
    if row.word(start) not in ("in", "of") and not spent:
        return None, None
    reach = range(start + 1, min(start + 7, len(row.tokens)))
    for position in reach:
        sense = row.sense(position, "measure")
        if sense is not None and is_head(row, position):
            # what is spent on the armed forces is spending
            return (None, None) if spent and sense.name == "stock" else (position, None)
        if row.kind(position) in ("date", "value", "mark") or row.word(position) in ("that", "which", "to"):
            break
        if row.word(position) == "and" and row.word(position + 1) in ("the", "its"):
            break  # "100 billion in the quarter and the backlog"
    for position in reach:
        if (row.sense(position, "purpose") or row.kind(position) == "weapon") and row.word(start) in ("in", "of"):
            verb = next(
                (k for k in range(position + 1, min(position + 6, len(row.tokens))) if row.sense(k, "flow")), None
            )
            if verb is not None and row.sense(position, "purpose"):
                return position, verb
            trade = next((k for k in left(row, at, 6) if row.sense(k, "flow", "deal")), None)
            if trade is not None and _is_class(row, position) and _moves(row, trade):
                return None, trade
        if row.kind(position) in ("date", "value", "mark"):
            break
    return None, None


def _traded(row: Row, at: int) -> int | None:
    """The verb of a trade in goods at large that are worth a sum: "exported defence goods worth £89 million"."""
    at = total_before(row, at) or at  # "exported arms worth a total of 3 billion"
    if row.word(at - 1) not in ("worth", "valued"):
        return None
    for k in left(row, at - 1, 12):
        if row.kind(k) == "value" or (row.kind(k) == "weapon" and not _is_class(row, k)) or row.sense(k, "deal"):
            return None
        sense = row.sense(k, "flow")
        if sense is not None and not row.sense(k, "measure"):
            goods = any(row.sense(j, "purpose") or row.word(j) in _GOODS for j in range(k + 1, at - 1))
            return k if goods and is_verb(row, k) and sense.name in _TRADES else None
    return None


def _moves(row: Row, at: int) -> bool:
    sense = row.sense(at, "flow", "deal")
    return sense is not None and (sense.tag == "flow" or sense.name in ("send", "give", "donate", "hand over"))


def _is_class(row: Row, at: int) -> bool:
    """Whether goods are arms at large and no weapon with a name."""
    mention = row.tokens[at].mention
    return not isinstance(mention, WeaponMention) or mention.form == "class"


def _governing(row: Row, at: int) -> int | None:
    """The measured noun that a sum is said of, where no deal and no price comes between."""
    several = False
    if row.word(at - 1) == "for" and any(
        isinstance(m := row.tokens[k].mention, ValueMention) and m.kind not in ("money", "percent")
        for k in range(max(0, at - 4), at - 1)
    ):
        return None  # "wants 12 submarines for 20 billion"
    if row.word(at - 1) == "for" and any(row.word(k) in BUYS for k in left(row, at, 16)):
        return None  # "allows the army to buy seven batteries in the United States for 3.9 billion"
    article = total_before(row, at)
    summed = at - 2 if article is not None else None
    for k in left(row, at):
        if article is not None and k >= article:
            several = True
            continue  # "exports reached a total of $4 billion": what comes before says of what
        sense = row.sense(k, "measure", "deal", "price", "total", "spend")
        if sense is None or (sense.tag == "measure" and not is_head(row, k)):
            continue
        if summed is not None and sense.tag == "deal" and sense.form == "nouns":
            return k  # "booked orders for a total of 12 billion euros"
        if sense.tag == "total":
            several = True
        elif sense.tag == "measure":
            if sense.name == "undertaking":
                head = head_of(row, k)
                if head != k:  # "its contribution to the trust fund"
                    return head
                position, _ = before(row, at)
                if (row.word(at - 1) == "of" and row.tokens[at - 2].text in _FUNDS) or (
                    row.word(at - 1) == ":" and is_label(row, at - 1)
                ):
                    return k  # "SAFE, a loan instrument of 150 billion euros"; "Special fund: EUR 100 billion"
                if row.word(k - 1) in ("a", "an") and row.word(k - 2) == ",":
                    return None  # "wants ten jets, a project put at half a billion"
                return k if row.sense(position, "level", "price") else None
            return summed if sense.name == "price" or row.word(k) == "shares" else head_of(row, k)
        elif sense.tag == "price" and (_is_said_of(row, k) or _is_cost(row, k)):
            continue  # "Finland's arms exports were worth 333 million": what they are said of decides
        elif (sense.tag == "deal" and row.word(k) == "orders" and row.word(k + 1) in ("worth", "valued")) or (
            sense.tag == "deal" and sense.form == "nouns" and row.word(k - 1) in _ALL_ORDERS
        ):
            return k
        elif sense.tag == "deal" and sense.form == "nouns" and not several:
            several = row.word(k - 1) in ("of", "'s", "’s", "the") or row.kind(k - 1) == "actor"
            if not several:
                return None
        elif sense.tag in ("price", "spend") or not (several and sense.form == "nouns"):
            return summed
    return summed


def _is_said_of(row: Row, at: int) -> bool:
    """Whether "worth" is said of a subject or follows what is measured: "exports were worth", "military aid worth"."""
    if row.word(at) not in ("worth", "valued"):
        return False
    return (
        row.word(at - 1) in ("are", "were", "is", "was", "be", "been")
        or row.sense(row.start_of(at - 1), "measure") is not None
        or _orders(row, at)
    )


def _is_cost(row: Row, at: int) -> bool:
    """Whether "cost" is the verb of what is measured: "imports of equipment cost PLN 5.9 billion"."""
    if row.word(at) not in ("cost", "costs") or row.word(at - 1) in ("the", "a", "an", "total", "estimated", "unit"):
        return False
    flow = next((k for k in left(row, at, 6) if row.sense(k, "measure") and is_head(row, k)), None)
    sense = row.sense(flow, "measure") if flow is not None else None
    return sense is not None and sense.name == "flow" and flow is not None and phrase(row, flow)[1] >= at


def _orders(row: Row, at: int) -> bool:
    """Whether the orders of a firm are spoken of at large: "KAI expects orders worth 8.5 trillion won"."""
    return row.word(at - 1) == "orders" and all(row.kind(k) != "weapon" for k in range(len(row.tokens)))


def _spent(row: Row, at: int) -> int | None:
    """The verb of spending, pledging or raising that a sum is the object of."""
    for k in left(row, at, 8):
        sense = row.sense(k, "spend")
        if sense is not None and sense.form == "base" and row.word(k - 1) in ("the", "a", "an", "this", "that", "its"):
            return None  # "the grant, of 600 million yen"
        if sense is not None and not (
            sense.name == "aid" and row.word(before(row, at)[0]) in ("it", "them", "him", "her")
        ):
            return k
        if row.sense(k, "deal", "price", "level") or row.kind(k) == "value":
            return None
    return None


def _voted(row: Row, at: int) -> int | None:
    """The verb by which a sum is asked or voted for a year or a service: "requested a record 8.5 trillion yen for 2025"."""
    verb, preposition = before(row, at)
    if (
        row.word(verb) in _GETS and not preposition and row.word(at + 1) == "from"
    ):  # "is to receive 82 billion from the budget"
        budget = any(row.word(k) in ("budget", "treasury", "exchequer") for k in range(at + 2, at + 7))
        return verb if budget else None
    if row.word(verb) not in _VOTES or preposition or row.word(at + 1) not in ("for", "in"):
        return None
    for k in range(at + 2, min(len(row.tokens), at + 7)):
        mention = row.tokens[k].mention
        body = isinstance(mention, ActorMention) and mention.kind in _BODIES
        if row.kind(k) == "date" or body or row.sense(k, "purpose") is not None or row.word(k) == "budget":
            return verb if row.word(k + 1) not in ("equipment", "systems", "firm", "firms", "deal") else None
        if row.kind(k) in ("value", "weapon") or row.word(k) not in _BEFORE_BODY:
            return None
    return None


_VOTES = frozenset([
    "request", "requests", "requested", "requesting", "seek", "seeks", "sought", "seeking", "propose", "proposes", "proposed",
    "approved", "approves", "passed", "wants", "wanted", "demanded", "demands", "voted",
])  # fmt: skip
"""What ministries and parliaments do with the money of a year."""
_GETS = frozenset(["receive", "receives", "received", "get", "gets", "got", "draw", "draws"])
_BODIES = frozenset([ActorKind.GOVERNMENT_BODY, ActorKind.MILITARY_UNIT])
_BEFORE_BODY = frozenset(
    ["the", "its", "their", "fiscal", "financial", "next", "national", "annual", "state", "'s", "’s"]
)


def _moving(row: Row, at: int) -> int | None:
    """The verb by which a sum goes somewhere: "2.3 billion crowns are going into the corvettes"."""
    if any(row.sense(k, "deal") for k in left(row, at, 4)):
        return None  # "a loan of 5 billion crowns is going to the yard"
    for k in range(at + 1, min(at + 5, len(row.tokens) - 1)):
        if row.word(k) in ("go", "goes", "going", "went", "gone", "flow", "flows", "flowed", "flowing"):
            return k if row.word(k + 1) in ("into", "to", "towards", "toward") else None
        if row.word(k) not in ("is", "are", "was", "were", "will", "would", "has", "have", "be", "been", "also", "now"):
            return None
    return None


def _is_part_of_last(row: Row, at: int) -> bool:
    """Whether a sum is part of the one told before: "Of this, 8.15 billion went to Kyiv", "Poland accounted for 30 billion"."""
    if row.word(0) == "of" and row.word(1) in ("this", "that", "these", "those", "the", "which") and at < 12:
        return row.word(1) != "the" or row.word(2) in ("total", "sum", "amount", "money", "whole")
    sense = row.sense(before(row, at)[0], "level")
    return sense is not None and sense.name in ("account for", "make up", "take up") and before(row, at)[1] == ""


def _is_due(row: Row, at: int) -> bool:
    """Whether a sum is part of one that is due, or that one: "had paid 400 billion of the 1.6 trillion won due"."""
    if row.word(at + 1) == "of":
        whole = next((k for k in range(at + 2, at + 4) if row.kind(k) == "value"), None)
        return whole is not None and row.word(whole + 1) in DUE
    ahead = row.word(at - 1) == "of" or (row.word(at - 1) in ("the", "its") and row.word(at - 2) == "of")
    return ahead and row.word(at + 1) in DUE and any(row.kind(k) == "value" for k in range(max(0, at - 3), at))


def _is_elliptical(row: Row) -> bool:
    """Whether a sentence leaves out what the one before measures: "Sweden's will grow by 26.6 billion crowns"."""
    return any(
        row.kind(k - 1) == "actor"
        and row.word(k) in ("'s", "’s")
        and (row.word(k + 1) in ("will", "would", "is", "was", "has", "had", "could") or row.sense(k + 1, "change"))
        for k in range(1, min(8, len(row.tokens)))
    )


def _is_given(row: Row, at: int) -> bool:
    """Whether somebody named gives the sum: "Sweden gave EUR 1.1 billion", among figures of aid."""
    position, preposition = before(row, at)
    sense = row.sense(position, "deal", "flow")
    given = sense is not None and sense.name in ("give", "donate", "supplies") and not preposition
    return given and row.kind(position - 1) == "actor"


def _is_anaphoric(row: Row, at: int) -> bool:
    """Whether a sentence goes on with the figure of the one before: "It is expected to reach $20 billion"."""
    position, preposition = before(row, at)
    if row.word(position) in ("was", "were", "is", "been") and not preposition:
        return row.word(position - 1) in ("it", "they", "had", "has")
    if not preposition and row.word(position) == "reported" and row.word(position - 1) in ("it", "they"):
        return True
    return row.sense(position, "level", "change") is not None and any(
        row.word(k) in ("it", "they", "this", "that") for k in left(row, at)
    )
