"""Numbers that leave out the unit of those beside them: "Manila took 14 and New Delhi 7 percent", "of which 48 billion".

A bare number is read in the unit of the next or last figure where only names and joints stand between, and a bare sum in the
currency of the sums told before, or in the only one of its story where a noun says that money is measured.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from kordef.amounts import Amount
from kordef.builders.observations.indicators import Row
from kordef.builders.observations.phrases import Reading, before, is_head, left, stated_number
from kordef.mentions.model import ValueMention
from kordef.vocabulary import Basis

__all__ = ["in_unit_told"]

_JOINTS = frozenset([
    "and", "or", ",", ";", "to", "from", "the", "with", "at", "(", ")", "nor", "is", "only", "just", "some", "about", "%", "'s",
    "’s", "but", "by", "then", "followed", "did", "does", "gets", "took", "takes", "got", "stands", "stood", "comes", "came",
    "respectively", "of", "for", "against", "up", "down",
])  # fmt: skip
_PEOPLE = frozenset([
    "women", "men", "hands", "people", "soldiers", "staff", "employees", "workers", "personnel", "troops", "volunteers",
    "conscripts", "reservists", "recruits", "officers", "sailors", "airmen", "applicants", "cadets", "pilots", "trainees",
    "apprentices",
])  # fmt: skip
"""Of whom there are so many in a line of figures."""
_STRENGTH = frozenset(["strength", "reserve", "reserves", "headcount", "workforce", "conscription", "garrison"])
_FORCE = Decimal(100)
_TAKEN_UP = frozenset(["figure", "share", "proportion", "percentage", "it", "had", "rate"])
_GOT = frozenset(["for", "took", "takes", "got", "gets", "has", "had", "absorbed", "received", "supplied", "bought"])
_REACH = 9
_MILLION = Decimal(1_000_000)
_MOST = Decimal(100)
_SCALED = ("illion", "bn", "illions", "trn", "mln")
_SUMS = frozenset([
    "spending", "expenditure", "outlay", "outlays", "budget", "budgets", "sales", "revenue", "revenues", "turnover", "profit",
    "profits", "income", "earnings", "loss", "losses", "ebita", "ebitda", "ebit", "debt", "net debt", "backlog", "order backlog",
    "order book", "order intake", "exports", "imports", "investment", "aid", "support", "funding", "cash flow", "free cash flow",
    "dividend", "equity", "net profit", "operating profit", "net income", "orders", "new orders", "arms exports", "arms sales",
    "appropriations", "arms imports", "operating result", "bookings", "order bookings", "military aid", "assistance", "cost",
])  # fmt: skip
"""What is measured in money."""


def in_unit_told(
    row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None, currency: str | None
) -> ValueMention:
    """A number in the unit that it leaves out; itself where it leaves out none."""
    if value.unit != "item" or value.kind != "count" or value.noun is not None or value.additional:
        return value
    stated = stated_number(value)
    if stated is None:
        return value
    if found and found[-1].at == at - 2 and row.word(at - 1) == "(" and row.word(at + 1) == ")":
        return _in_brackets(value, stated, found[-1].value)
    if row.word(at - 1) == "from" and row.word(at + 1) == "to" and _is_of_people(row, at + 2):
        return evolve(value, kind="persons", unit="person")  # "to grow from 19,000 to 24,000 soldiers"
    if row.word(at + 1) in ("in", "under") and row.word(at + 2) in ("uniform", "arms"):
        return evolve(value, kind="persons", unit="person")
    if stated >= _FORCE and any(row.word(k) in _STRENGTH for k in left(row, at, 9)):
        return evolve(value, kind="persons", unit="person")  # "the navy's strength is put at 45,000"
    if row.word(at - 1) == ":" and _counts_people(row, at, found):
        return evolve(value, kind="persons", unit="person")
    if _is_scaled(value):
        following = (
            row.tokens[at + 2].mention if row.word(at + 1) in ("and", "or", "to") and at + 2 < len(row.tokens) else None
        )
        if isinstance(following, ValueMention) and following.kind == "money" and following.per is None:
            return evolve(value, kind="money", unit=following.unit)  # "spent 3 billion and 2 billion dollars"
        previous = found[-1] if found else last
        if previous is not None and previous.value.kind == "money":
            return evolve(value, kind="money", unit=previous.value.unit)
        return evolve(value, kind="money", unit=currency) if currency is not None and _is_of_money(row, at) else value
    if stated <= _MOST and value.per is None and (_leads_to_percent(row, at) or _follows_percent(row, at, found, last)):
        return evolve(value, kind="percent", unit="percent")
    return value


def _in_brackets(value: ValueMention, stated: Decimal, beside: ValueMention) -> ValueMention:
    """A bare number in brackets in the unit and scale of the sum or share in front of it: "SEK 13,546m (11,527)"."""
    if beside.kind == "percent":
        return evolve(value, kind="percent", unit="percent")
    if beside.kind != "money" or value.amount.low != value.amount.high:
        return value
    scale = _SCALE.search(beside.exact.lower())
    factor = _FACTORS[scale[1][0]] if scale is not None else Decimal(1)
    return evolve(value, kind="money", unit=beside.unit, amount=Amount.exact(stated * factor))


_SCALE = re.compile(r"[0-9.]\s?(m|mn|mln|millions?|b|bn|bln|billions?|tn|trn|trillions?)\b")
_FACTORS = {"m": Decimal(10**6), "b": Decimal(10**9), "t": Decimal(10**12)}


def _is_of_people(row: Row, at: int) -> bool:
    value = row.tokens[at].mention if at < len(row.tokens) else None
    return isinstance(value, ValueMention) and value.kind == "persons"


def _counts_people(row: Row, at: int, found: Sequence[Reading]) -> bool:
    """Whether a line of figures counts people: "Women in uniform: 2,301 (2023: 2,046)"."""
    if found:
        return found[-1].value.kind == "persons" and row.kind(at - 2) == "date"
    return at <= _REACH and not _PEOPLE.isdisjoint(row.words[: at - 1])


def _is_scaled(value: ValueMention) -> bool:
    """Whether a number is one of millions or billions, in words."""
    stated = stated_number(value)
    return stated is not None and stated >= _MILLION and value.exact.lower().endswith(_SCALED)


def _is_of_money(row: Row, at: int) -> bool:
    """Whether a number is said of something that is measured in money, with no count of things between."""
    if row.word(at + 1) in ("of", "people", "rounds", "shells", "drones") and row.word(at + 2) not in (
        "it",
        "that",
        "this",
    ):
        return False
    for k in left(row, at, 12):
        if row.sense(k, "measure") is not None and is_head(row, k):
            words = " ".join(row.word(j) for j in range(k, k + row.lengths[k]))
            return words in _SUMS
    return False


def _is_name(row: Row, at: int) -> bool:
    return row.kind(at) == "actor" or row.sense(row.start_of(at), "region") is not None


def _is_verb(row: Row, at: int) -> bool:
    sense = row.sense(at, "level", "change", "deal", "flow", "spend", "hold")
    return sense is not None and sense.form in ("past", "third")


def _leads_to_percent(row: Row, at: int) -> bool:
    """Whether only names and joints stand between a number and a percentage: "14, New Delhi 7 and Jakarta 5 percent"."""
    gap = 0
    for k in range(at + 1, min(len(row.tokens), at + 4 * _REACH)):
        other = row.tokens[k].mention
        if isinstance(other, ValueMention):
            if other.kind == "percent":
                return gap > 0
            if other.noun is not None or other.kind != "count":
                return False
            gap = 0
            continue
        gap += 1
        if gap > _REACH or not (row.kind(k) in ("actor", "date") or row.word(k) in _JOINTS or row.sense(k, "region")):
            return False
    return False


def _follows_percent(row: Row, at: int, found: Sequence[Reading], last: Reading | None) -> bool:
    """Whether a number goes on with percentages: "5.5 percent from 6.2", "nor is Doha with 48", "stands at 4.8"."""
    if row.kind(at + 1) in ("actor", "weapon") or row.word(at + 1) in ("of", "years", "months", "times"):
        return False
    if found and found[-1].value.kind == "percent":
        gap = range(found[-1].at + 1, at)
        named = row.kind(at - 1) == "actor" or row.word(at - 1) in ("from", "to", "with", "at", "(", "just", "only")
        if row.word(at + 1) in ("from", "to") and row.kind(at + 2) == "actor":
            # "22 per cent of its weapons from the United States, 17 from Turkey"
            return 0 < len(gap) <= 2 * _REACH and not any(row.kind(k) == "value" or _is_verb(row, k) for k in gap)
        if row.word(at - 1) in ("against", "after", "versus") and row.word(at - 2) == ",":
            return len(gap) <= _REACH and not any(row.kind(k) == "value" or _is_verb(row, k) for k in gap)
        if (
            row.word(at - 2) in (",", "and")
            and row.kind(at - 1) in ("word", "weapon")
            and row.word(at + 1) in (".", ",", ";", "and", "")
        ):
            return len(gap) <= _REACH  # "personnel ate up 56% of the outlay, equipment 31"
        named = named or (row.word(at - 1) in _GOT and _is_name(row, at - 2))
        return (
            named
            and 0 < len(gap) <= _REACH
            and all(row.kind(k) in ("actor", "date") or row.word(k) in _JOINTS or row.sense(k, "region") for k in gap)
        )
    if last is None or last.value.kind != "percent" or found:
        return False
    position, preposition = before(row, at)
    if not preposition and row.word(position) in ("was", "is", "stood", "been") and row.word(position - 1) in _TAKEN_UP:
        return True  # "a year ago the figure was 41"
    parted = (sense := row.sense(row.start_of(position), "level")) is not None and sense.name in (
        "account for",
        "make up",
    )
    if parted and last.basis is Basis.SHARE and row.kind(row.start_of(position) - 1) == "actor":
        return True  # "China accounts for 26 and America for 8"
    decimal = "." in row.tokens[at].text
    return decimal and (
        row.sense(row.start_of(position), "level", "change") is not None or preposition in ("at", "with")
    )
