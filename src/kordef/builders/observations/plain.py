"""Sums and counts that no frame takes, in sentences that tell figures and in which nothing is bought, sent or handed over.

Among other figures of its paragraph a sum is one as well unless its sentence speaks of a deal, a price or a named weapon; and
a number of arms, people or firms is one unless it is a definite one ("the 12 ships"), or somebody gives or sends them.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from kordef.builders.observations.indicators import Row, is_arms
from kordef.builders.observations.phrases import Reading, before, counts, counts_arms, is_label, stated_number
from kordef.builders.observations.verbs import BUYS
from kordef.builders.once import once
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import ActorKind

__all__ = ["is_supposed", "plain_count", "plain_sum"]

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
_LEAST = Decimal(10)
_FORCES = frozenset([
    "army", "navy", "force", "forces", "military", "guard", "corps", "reserve", "services", "militia", "marines", "colours",
    "division", "brigade",
])  # fmt: skip
_OWNING = frozenset(["'s", "’s", "an", "a", "its", "their"])
_SERVE = frozenset([
    "joined", "join", "quit", "left", "leave", "serve", "served", "work", "worked", "enlisted", "volunteered", "applied",
    "deserted", "enrolled",
])  # fmt: skip
_ENLIST = frozenset(["enlisted", "deserted"])
_FORCE = Decimal(1000)
"""The least that are called a force by their number."""
_GOES_ON = frozenset([
    "make", "makes", "made", "produce", "produces", "want", "wants", "need", "needs", "seeks", "targets", "has", "have", "had",
    "does", "did", "manages", "managed",
])  # fmt: skip
"""Verbs of which a bare number is the object that goes on with the one before."""
_CROWDS = frozenset(["hundreds", "thousands", "dozens", "tens", "millions", "billions", "scores"])


def plain_sum(row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None) -> Reading | None:
    """A sum beside other figures, in a sentence without a deal, a price, a charge or a weapon."""
    if is_supposed(row):
        return None
    if (price := _unit_price(row, at, value)) is not None:
        return price
    if _is_ranked(row, at):
        return Reading(at=at, value=value, trigger=at, noun="revenue")
    if not (found or last is not None) and not _has_percent(row):
        return None
    said = value.exact.lower()
    if _tells_of_deal(row) or value.per in ("each", "apiece") or "cost" in said or "price" in said or "worth" in said:
        return None
    if row.word(at - 1) == ":" and not is_label(row, at - 1):
        return None
    if row.word(at - 1) in ("for", "at") and any(row.kind(k) == "value" for k in range(max(0, at - 4), at - 1)):
        return None  # "would take a further 24 for 5.65 billion"
    if _is_vague(value) or not BUYS.isdisjoint(row.words):
        return None
    if row.word(at - 1) == "," and any(row.word(k) == "(" for k in range(max(0, at - 9), at - 1)):
        return None  # "(last new one: 9 January, $500m)"
    known = next(
        (r for r in (*reversed(found), *([last] if last is not None else [])) if r.value.kind == "money"), None
    )
    reading = Reading(at=at, value=value, trigger=at, noun="amount")
    return reading.like(known) if known is not None and (known.measure is not None or known.noun) else reading


def _is_ranked(row: Row, at: int) -> bool:
    """Whether a line of a list is a firm with a sum and nothing more: "1. Lockheed Martin, $64.7 billion"."""
    if row.line.kind is not BlockKind.LIST_ITEM or at > 4 or len(row.tokens) > at + 2:
        return False
    firm = row.tokens[0].mention
    named = isinstance(firm, ActorMention) and firm.kind is ActorKind.COMPANY
    return named and row.word(at - 1) in (",", ":", "–", "-", "—", ")")


def _unit_price(row: Row, at: int, value: ValueMention) -> Reading | None:
    """What one thing of a sort costs: "an Arrow 3 round costs about $3 million", "each shell costs 3,300 euros"."""
    verb, preposition = before(row, at)
    if preposition or row.word(verb) not in ("costs", "cost") or value.per is not None:
        return None
    for k in range(verb - 1, max(-1, verb - 7), -1):
        if row.word(k) in ("a", "an", "each", "every", "one") and row.word(k - 1) not in (
            "of",
            "for",
            "in",
            "with",
            "to",
        ):
            thing = any(row.kind(j) == "weapon" or is_arms(row.word(j)) for j in range(k + 1, verb))
            return Reading(at=at, value=value, trigger=verb, noun="unit cost") if thing else None
        if row.word(k) in (",", ";", "which", "that", "the"):
            return None
    return None


def plain_count(
    row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None
) -> Reading | None:
    """A number of arms, people, firms or states beside other figures, where nothing moves; what a line of figures is headed."""
    if value.kind not in ("count", "persons") or value.additional or is_supposed(row):
        return None
    if (strong := _strong(row, at, value)) is not None:
        return strong
    if not (found or last is not None):
        return None
    if row.line.kind is BlockKind.LIST_ITEM and row.word(at - 1) == ":" and 1 < at <= 8:
        return evolve(Reading(at=at, value=value, trigger=0, measure=(0, at - 1)), holder=True)
    previous = found[-1] if found else last
    if previous is not None and value.noun is None and previous.holder and previous.value.kind == value.kind:
        verb, preposition = before(row, at)
        going = row.word(verb) in _GOES_ON and not preposition
        if going or (value.per is not None and preposition in ("for", "at", "of")):
            return Reading(at=at, value=value, trigger=verb, holder=True).like(previous)
    stated = stated_number(value)
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
    return Reading(at=at, value=value, trigger=at, measure=(at, at + 1), holder=True)


def _strong(row: Row, at: int, value: ValueMention) -> Reading | None:
    """How strong a force is or how many go to or leave it: "an army of 123,000", "only 10,724 people joined the navy"."""
    if value.noun is None and row.word(at - 1) == "of" and _is_force(row, at - 2):
        moved = not _MOVED.isdisjoint(row.words) or _tells_of_deal(row)
        moved = moved or (
            row.word(at + 1) in ("in", "at", "to", "on") and "actor" in (row.kind(at + 2), row.kind(at + 3))
        )
        big = (value.amount.low or value.amount.high or Decimal(0)) >= _FORCE
        owned = row.word(at - 3) in _OWNING or "actor" in (row.kind(at - 3), row.kind(at - 2))
        if moved or not big or not owned:
            return None
        value = evolve(value, kind="persons", unit="person")
        return Reading(at=at, value=value, trigger=at - 2, measure=(at - 2, at - 1))
    verb, preposition = before(row, at)
    sized = row.word(verb) in ("numbers", "numbered", "number", "counts", "counted") and not preposition
    if sized and value.noun is None and _is_force(row, verb - 1):
        value = evolve(value, kind="persons", unit="person")  # "the Norwegian Home Guard numbers 40,000"
        return Reading(at=at, value=value, trigger=verb, noun="strength")
    if value.kind != "persons" or row.word(at + 1) not in _SERVE:
        return None
    behind = range(at + 2, min(len(row.tokens), at + 6))
    if row.word(at + 1) in _ENLIST or any(_is_force(row, k) for k in behind):
        return Reading(at=at, value=value, trigger=at + 1, measure=(at, at + 1))
    firm = row.word(at + 1) in ("work", "worked") and row.word(at + 2) in ("for", "at", "in", "on")
    return Reading(at=at, value=value, trigger=at + 1, measure=(at, at + 1)) if firm else None


def _is_force(row: Row, at: int) -> bool:
    mention = row.tokens[at].mention if 0 <= at < len(row.tokens) else None
    return row.word(at) in _FORCES or (isinstance(mention, ActorMention) and mention.kind is ActorKind.MILITARY_UNIT)


@once
def is_supposed(row: Row) -> bool:
    """Whether a sentence only supposes what it says: "if half of the rumours were right", "were Greece to spend 7%"."""
    return row.word(0) in ("were", "should", "had") or any(
        word in ("if", "unless", "suppose", "imagine") for word in row.words
    )


def _is_vague(value: ValueMention) -> bool:
    """Whether a number says no more than its size: "hundreds of billions"."""
    return value.exact.lower().split()[0] in _CROWDS


@once
def _has_percent(row: Row) -> bool:
    return any(isinstance(t.mention, ValueMention) and t.mention.kind == "percent" for t in row.tokens)


@once
def _tells_of_deal(row: Row) -> bool:
    """Whether a sentence speaks of a deal, a price, a charge, or a weapon by its name."""
    return any(
        row.sense(k, "deal", "price", "charge") is not None or row.kind(k) == "weapon" for k in range(len(row.tokens))
    )
