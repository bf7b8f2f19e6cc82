"""Sums and counts that no frame takes, in sentences that tell figures and in which nothing is bought, sent or handed over.

Among other figures of its paragraph a sum is one as well unless its sentence speaks of a deal, a price or a named weapon; and
a number of arms, people or firms is one unless it is a definite one ("the 12 ships"), or somebody gives or sends them.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from kordef.builders.observations.indicators import Row
from kordef.builders.observations.phrases import Reading, counts, counts_arms, is_label
from kordef.builders.once import once
from kordef.document import BlockKind
from kordef.mentions.model import ValueMention
from kordef.vocabulary import Basis

__all__ = ["plain_count", "plain_sum"]

_DEFINITE = frozenset([
    "the", "these", "those", "all", "both", "first", "last", "next", "another", "every", "each", "any", "its", "their", "other",
    "between", "among", "no", "remaining", "further", "additional", "one",
])  # fmt: skip
_MOVED = frozenset([
    "gave", "gives", "give", "given", "contributed", "contributes", "presented", "donated", "sent", "sends", "send", "unloaded",
    "arrived", "arrive", "handed", "delivered", "deliver", "shipped", "transferred", "deployed", "deploy", "deploys", "stationed",
    "landed", "joined", "join", "joins", "sailed", "flew", "patrol", "patrols", "exercise", "exercises", "drill", "drills",
    "manoeuvres", "maneuvers", "visit", "visited", "berthed", "docked", "left", "leave", "attended", "met", "talks", "buy",
    "buys", "bought", "purchase", "acquire", "acquired", "procure", "get", "gets", "receive", "received", "receives", "lend",
    "lent", "lends", "lease", "leased", "promised", "promise", "offered", "including", "course", "requested", "approved",
    "options", "option", "flown", "dispatch", "dispatched", "awaiting", "follow", "kept", "swap", "exchange", "newcomers",
    "took", "take", "taking", "contingent", "contingents", "rotation", "reinforce", "reinforced", "squadron", "planned", "plans",
    "replace", "replaces", "replaced", "carry", "carries", "armed", "equipped", "fires", "fire",
])  # fmt: skip
"""Words of sentences in which arms, people and sums move, and are not counted where they are."""
_PEOPLE = frozenset([
    "women", "men", "hands", "people", "soldiers", "staff", "employees", "workers", "personnel", "troops", "volunteers",
    "conscripts", "reservists", "recruits", "officers", "sailors", "airmen", "applicants", "cadets", "pilots", "trainees",
    "apprentices",
])  # fmt: skip
"""Of whom there are so many in a line of figures."""
_BOUGHT = frozenset(
    [
        "buy",
        "buys",
        "buying",
        "bought",
        "purchase",
        "purchases",
        "purchased",
        "acquire",
        "acquires",
        "acquired",
        "procure",
    ]
)
_LEAST = Decimal(10)


def plain_sum(row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None) -> Reading | None:
    """A sum beside other figures, in a sentence without a deal, a price, a charge or a weapon."""
    if not (found or last is not None) and not _has_percent(row):
        return None
    said = value.exact.lower()
    if _tells_of_deal(row) or value.per in ("each", "apiece") or "cost" in said or "price" in said or "worth" in said:
        return None
    if row.word(at - 1) == ":" and not is_label(row, at - 1):
        return None
    if row.word(at - 1) in ("for", "at") and any(row.kind(k) == "value" for k in range(max(0, at - 4), at - 1)):
        return None  # "would take a further 24 for 5.65 billion"
    if _is_vague(value) or not _BOUGHT.isdisjoint(row.words):
        return None
    if row.word(at - 1) == "," and any(row.word(k) == "(" for k in range(max(0, at - 9), at - 1)):
        return None  # "(last new one: 9 January, $500m)"
    known = next(
        (r for r in (*reversed(found), *([last] if last is not None else [])) if r.value.kind == "money"), None
    )
    reading = Reading(at=at, value=value, basis=Basis.LEVEL, trigger=at, noun="amount")
    return reading.like(known) if known is not None and (known.measure is not None or known.noun) else reading


def plain_count(
    row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None
) -> Reading | None:
    """A number of arms, people, firms or states beside other figures, where nothing moves; what a line of figures is headed."""
    if not (found or last is not None) or value.additional or value.kind not in ("count", "persons"):
        return None
    if row.line.kind is BlockKind.LIST_ITEM and row.word(at - 1) == ":" and 1 < at <= 8:
        if not _PEOPLE.isdisjoint(row.words[: at - 1]) and value.kind == "count" and value.noun is None:
            value = evolve(value, kind="persons", unit="person")
        return evolve(Reading(at=at, value=value, basis=Basis.LEVEL, trigger=0, measure=(0, at - 1)), holder=True)
    stated = value.amount.low if value.amount.low is not None else value.amount.high
    if stated is None or stated < _LEAST or row.word(at - 1) in _DEFINITE:
        return None
    if not (
        counts_arms(row, at, value)
        or value.kind == "persons"
        or counts(row, at, value, "job", "forces", "user", "group")
    ):
        return None
    if _tells_of_deal(row) or not _MOVED.isdisjoint(row.words):
        return None
    return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=at, measure=(at, at + 1), holder=True)


def _is_vague(value: ValueMention) -> bool:
    """Whether a number says no more than its size: "hundreds of billions"."""
    return value.exact.lower().split()[0] in (
        "hundreds",
        "thousands",
        "dozens",
        "tens",
        "millions",
        "billions",
        "scores",
    )


@once
def _has_percent(row: Row) -> bool:
    return any(isinstance(t.mention, ValueMention) and t.mention.kind == "percent" for t in row.tokens)


@once
def _tells_of_deal(row: Row) -> bool:
    """Whether a sentence speaks of a deal, a price, a charge, or a weapon by its name."""
    return any(
        row.sense(k, "deal", "price", "charge") is not None or row.kind(k) == "weapon" for k in range(len(row.tokens))
    )
