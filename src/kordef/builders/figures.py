"""How a number stands in its sentence: whether it is a figure for a state of affairs, and of what.

A percentage nearly always is. A sum of money is one where what governs it is measured (spending, exports, a backlog) and not
bought (a contract, an order), or where it is the sum of several deals. Counts are decided in
:mod:`kordef.builders.figure_counts`.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.figure_counts import count, is_total
from kordef.builders.figure_lists import is_listed, sibling
from kordef.builders.figure_phrases import (
    STOPS,
    Reading,
    before,
    head_of,
    is_head,
    is_label,
    left,
    measure_left,
    next_noun,
    phrase,
    right,
    whole_of,
)
from kordef.builders.indicators import Row
from kordef.builders.verbs import group_before
from kordef.mentions.model import ValueMention, WeaponMention
from kordef.vocabulary import Basis, Modality

__all__ = ["Reading", "readings"]

_PRONOUNS = frozenset(["it", "they", "this", "that", "these", "its", "their", "'s", "’s"])
_PARTS = frozenset(["account for", "make up", "represent", "constitute", "comprise"])
_STAKES = frozenset(["hold", "holds", "held", "holding", "own", "owns", "owned", "owning"])
_THEM = frozenset(["them", "these", "those"])
_PUT_BY = frozenset(["allocations", "budget", "spending", "funds mobilised"])
_TRADES = frozenset(["exports", "imports", "sales", "production", "purchases", "procurement"])
_GOODS = frozenset(["goods", "equipment", "materiel", "products", "hardware", "kit"])
_FUNDS = frozenset(["fund", "facility", "instrument", "scheme", "initiative"])
_PRICED = frozenset(["cost", "price", "costing", "valued", "priced"])
_ALL_ORDERS = frozenset([
    "total", "combined", "overall", "annual", "overseas", "foreign", "export", "cumulative", "aggregate", "defence",
    "defense", "arms", "domestic", "yearly", "global", "worldwide",
])  # fmt: skip
_DUE = frozenset(["due", "owed", "promised", "pledged", "agreed", "committed", "earmarked", "outstanding", "budgeted"])
_NO_FIGURES = frozenset(["duration", "length", "mass", "speed", "rank"])


def readings(row: Row, earlier: Sequence[Reading] = ()) -> tuple[Reading, ...]:
    """The figures of a sentence, in its order; ``earlier`` are those before it in the paragraph, their measures as nouns."""
    found: list[Reading] = []
    for at, token in enumerate(row.tokens):
        value = token.mention
        if not isinstance(value, ValueMention) or value.kind in _NO_FIGURES:
            continue
        if value.equivalent_of is not None and all(r.value.start != value.equivalent_of for r in found):
            continue  # the sum that it restates is no figure
        last = next((r for r in reversed(earlier) if r.value.kind == value.kind), earlier[-1] if earlier else None)
        reading = sibling(row, at, value, found) or _read(row, at, value, found, last)
        if reading is not None:
            found.append(_with_modality(row, reading))
    return tuple(found)


def _read(row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None) -> Reading | None:
    if value.unit == "TIV":
        measure, verb = _measured(row, at, None, None)
        return _with_measure(
            row, Reading(at=at, value=value, basis=Basis.LEVEL, trigger=at, noun="volume"), measure, verb
        )
    if value.kind == "percent":
        return _percent(row, at, value, found, last)
    if value.unit == "multiple":
        return _multiple(row, at, value, found, last)
    if value.kind == "money":
        return _money(row, at, value, found, last)
    return count(row, at, value, found, last)


# ---- percentages and multiples


def _percent(row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None) -> Reading | None:
    noun = next_noun(row, at)
    if _is_charge(row, at, noun):
        return None
    change = _change(row, at, value)
    whole = whole_of(row, at)
    measure, verb = _measured(row, at, noun, whole)
    if change is not None:
        reading = Reading(at=at, value=value, basis=Basis.CHANGE, sign=change[0], trigger=change[1])
    else:
        share = whole is not None or " of " in value.exact or _is_share(row, at, measure, noun)
        trigger = measure if measure is not None else verb if verb is not None else at
        reading = Reading(at=at, value=value, basis=Basis.SHARE if share else Basis.LEVEL, trigger=trigger, whole=whole)
    reading = _with_measure(row, reading, measure, verb)
    if reading.measure is not None or reading.noun:
        return reading
    held = before(row, at)[0]
    if whole is None and row.sense(held, "hold") and before(row, at)[1] == "" and row.word(held) in _STAKES:
        return evolve(reading, basis=Basis.SHARE, noun="stake", trigger=held)
    previous = found[-1] if found else last
    if whole is not None:
        if row.word(whole[0]) in _THEM and previous is not None and (previous.measure or previous.noun):
            return evolve(reading.like(previous), basis=Basis.SHARE)  # "Poland took 46 percent of them"
        return reading if _is_of_many(row, whole) or _set_aside(row, whole[1]) is not None else None
    listed = is_listed(row, at) or any(row.word(k) in ("followed", "follow", "follows") for k in left(row, at))
    if not found and not (listed or _goes_on(row, at)):
        previous = None
    if previous is not None and (change is not None or found or listed):
        basis = previous.basis if reading.basis is Basis.LEVEL and previous.basis is Basis.SHARE else reading.basis
        return evolve(reading.like(previous), basis=basis)
    if (change is not None and (not last or _goes_on(row, at))) or " of " in value.exact:
        return reading
    named = is_listed(row, at) or _is_part(row, at)
    supplier = next((k for k in left(row, at, 30) if row.sense(k, "user")), None) if named else None
    return evolve(reading, basis=Basis.SHARE, measure=phrase(row, supplier)) if supplier is not None else None


def _set_aside(row: Row, at: int) -> int | None:
    """The verb of spending in the relative clause behind a sum: "the 19 billion crowns which parliament set aside"."""
    if row.kind(at) != "value" or row.word(at + 1) not in ("which", "that"):
        return None
    for k in range(at + 2, min(at + 8, len(row.tokens))):
        sense = row.sense(k, "spend", "deal", "flow")
        if sense is not None:
            return k if sense.tag == "spend" and sense.name in _PUT_BY else None
    return None


def _goes_on(row: Row, at: int) -> bool:
    """Whether a clause without a measured noun can go on with the figure before: it has a pronoun or a name for subject."""
    return any(row.word(k) in _PRONOUNS or row.kind(k) == "actor" or row.sense(k, "region") for k in left(row, at))


def _is_of_many(row: Row, whole: tuple[int, int]) -> bool:
    """Whether a part is one of something that is counted or surveyed, and not of the goods of a deal: "of the vehicles"."""
    named = any(
        row.sense(k, "flow", "group", "user", "region", "purpose", "forces", "job", "change")
        or row.kind(k) == "actor"
        or row.word(k) in _DUE
        for k in range(*whole)
    )
    return named or row.word(whole[0]) not in ("the", "these", "those", "its", "them", "all")


def _is_charge(row: Row, at: int, noun: int | None) -> bool:
    """Whether a percentage is a duty, an interest rate or a rebate."""
    if noun is not None and row.sense(noun, "charge"):
        return True
    if any(row.sense(k, "charge") for k in range(at + 1, at + 3)) and not row.sense(at - 1, "change"):
        return True
    return any(row.sense(k, "charge") for k in range(max(0, at - 4), at)) and measure_left(row, at) is None


def _change(row: Row, at: int, value: ValueMention) -> tuple[int, int] | None:
    """The sign of a change, and the position of the word that says so."""
    behind = row.sense(at + 1, "compare", "change")
    if (
        behind is not None
        and behind.sign
        and (behind.tag == "compare" or behind.form.startswith("noun") or behind.name in ("up", "down"))
    ):
        return behind.sign, at + 1
    noun = row.sense(at + 2, "change")
    if (
        noun is not None
        and noun.form.startswith("noun")
        and row.kind(at + 1) == "word"
        and row.word(at + 1) not in STOPS
    ):
        return noun.sign, at + 2
    position, preposition = before(row, at)
    if preposition in ("to", "at", "from"):
        return None
    sense = row.sense(position, "change")
    if sense is not None and sense.sign and preposition != "in" and not value.exact.lower().startswith("short of"):
        return sense.sign, position
    if preposition not in ("by", "to", "at", "from") and row.word(position) in ("was", "is", "were", "are", "been"):
        for k in left(row, at):  # "the growth of exports was about 177 percent"
            noun = row.sense(k, "change")
            if noun is not None and noun.form.startswith("noun") and row.word(k + 1) in ("of", "in"):
                return noun.sign, k
    if preposition == "by":
        for k in left(row, at):
            sense = row.sense(k, "change")
            if sense is not None and sense.sign and not sense.form.startswith("noun"):
                return sense.sign, k
    if value.change and not row.sense(position, "level", "measure") and not value.exact.lower().startswith("short of"):
        return value.change, max(position, 0)
    return None


def _is_share(row: Row, at: int, measure: int | None, noun: int | None) -> bool:
    sense = row.sense(measure, "measure") if measure is not None else None
    if sense is not None and sense.name == "share":
        return True
    return noun is None and _is_part(row, at)


def _is_part(row: Row, at: int) -> bool:
    """Whether a number is what somebody accounts for or makes up."""
    position, _ = before(row, at)
    sense = row.sense(position, "level")
    nearest = next(
        (k for k in range(at - 1, max(0, at - 4), -1) if row.kind(k) not in ("word", "actor", "weapon")), at - 4
    )
    parts = any(
        row.word(k) in ("which", "whom", "them") and row.word(k - 1) == "of" for k in range(at - 1, max(0, nearest), -1)
    )
    return parts or (sense is not None and sense.name in _PARTS)


def _measured(row: Row, at: int, noun: int | None, whole: tuple[int, int] | None) -> tuple[int | None, int | None]:
    """The noun of what is measured, else the verb of a flow: beside the number, in its "of" phrase, left, then right."""
    if noun is not None and row.sense(noun, "measure"):
        return noun, None
    if whole is not None:
        for k in range(*whole):
            if row.sense(k, "measure") and is_head(row, k):
                return k, None
        for k in range(*whole):
            sense = row.sense(k, "flow")
            if sense is not None and sense.form == "past":
                return None, k
    target: int | None = None
    for k in left(row, at):
        sense = row.sense(k, "measure", "flow")
        if sense is None:
            continue
        if sense.tag == "measure" and is_head(row, k) and not _is_plain_verb(row, k):
            if sense.name != "target" or (k == at - 2 and row.word(at - 1) == "of"):
                return head_of(row, k), None
            target = target if target is not None else k
        elif row.sense(k, "flow") is not None and _is_verb(row, k):
            return None, k
    if target is not None or whole is not None or any(row.word(k) in ("it", "them") for k in left(row, at, 4)):
        return target, None
    behind = (k for k in right(row, at) if row.sense(k, "measure") and is_head(row, k) and not _is_plain_verb(row, k))
    return next(behind, None), None


def _is_plain_verb(row: Row, at: int) -> bool:
    """Whether a word that may be a measured noun is a verb here: "will support", "to budget"."""
    return row.word(at - 1) in (
        "will",
        "would",
        "to",
        "can",
        "could",
        "may",
        "might",
        "should",
        "must",
    ) and not row.sense(at, "flow")


def _is_verb(row: Row, at: int) -> bool:
    """Whether a flow's verb is one here, and not a participle beside its noun ("for exported howitzers")."""
    sense = row.sense(at, "flow")
    if sense is None:
        return False
    after = row.word(at - 1)
    if sense.form in ("past", "participle"):
        if row.kind(at + 1) == "value" and _is_multiple(row, at + 1):
            return False  # "the number of systems sold doubled"
        return after not in ("for", "of", "the", "in", "all", "total", "a", "an", "its", "their")
    return (
        sense.form != "base"
        or after in ("to", "and", "will", "would", "can", "could", "may", "must", "should", "also")
        or row.kind(at - 1) == "actor"
    )


def _is_multiple(row: Row, at: int) -> bool:
    value = row.tokens[at].mention
    return isinstance(value, ValueMention) and value.unit == "multiple" and value.exact.endswith("d")


def _with_measure(row: Row, reading: Reading, measure: int | None, verb: int | None) -> Reading:
    if measure is not None:
        return evolve(reading, measure=phrase(row, measure), noun="")
    sense = row.sense(verb, "flow") if verb is not None else None
    if sense is not None and verb is not None:
        return evolve(reading, noun=sense.name, trigger=reading.trigger if reading.basis is Basis.CHANGE else verb)
    return reading


def _multiple(row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None) -> Reading | None:
    measure = next((k for k in range(at + 1, min(at + 6, len(row.tokens))) if row.sense(k, "measure")), None)
    verb: int | None = None
    if measure is None:
        measure, verb = _measured(row, at, None, None)
    reading = _with_measure(row, Reading(at=at, value=value, basis=Basis.MULTIPLE, trigger=at), measure, verb)
    if measure is not None or verb is not None:
        return reading
    previous = found[-1] if found else last
    position, _ = before(row, at)
    return reading.like(previous) if previous is not None and row.sense(position, "change") else None


# ---- money


def _money(row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None) -> Reading | None:
    noun = next_noun(row, at)
    if (noun is not None and row.sense(noun, "deal") and not row.sense(noun, "measure")) or value.per in (
        "each",
        "apiece",
    ):
        return None
    if _PRICED & set(value.exact.lower().split()):
        return None  # "an estimated cost of $2.6 billion"
    change = _change(row, at, value)
    measure, verb = (noun, None) if noun is not None and row.sense(noun, "measure") else _behind(row, at)
    verb = verb if verb is not None or measure is not None else _traded(row, at)
    if measure is None and verb is not None:
        sense = row.sense(verb, "flow")
        return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=verb, noun=sense.name if sense else "aid")
    if measure is None:
        measure = _governing(row, at)
    if measure is not None:
        generic = (sense := row.sense(measure, "measure")) is not None and sense.name == "generic"
        basis, sign = (Basis.CHANGE, change[0]) if change is not None else (Basis.LEVEL, 0)
        trigger = verb if verb is not None else change[1] if change is not None else measure
        return _with_measure(
            row, Reading(at=at, value=value, basis=basis, sign=sign, trigger=trigger, holder=generic), measure, None
        )
    named = row.word(at - 1) == "(" and is_listed(row, at)
    given = (
        next((k for k in right(row, at, 18) if row.sense(k, "measure") and is_head(row, k)), None)
        if named and not found
        else None
    )
    if given is not None:  # "the Netherlands (0.5 billion) and Britain (0.4 billion) provided military aid"
        return _with_measure(row, Reading(at=at, value=value, basis=Basis.LEVEL, trigger=given), given, None)
    spent = next((k for k in (_set_aside(row, at), _spent(row, at)) if k is not None), None)
    if spent is not None:
        sense = row.sense(spent, "spend")
        return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=spent, noun=sense.name if sense else "")
    if is_total(row, at):
        return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=at, noun="total value", holder=True)
    previous = found[-1] if found else None
    if previous is not None and previous.value.kind == "money":
        if _is_part(row, at):
            return evolve(
                Reading(at=at, value=value, basis=Basis.LEVEL, trigger=before(row, at)[0]).like(previous), part=True
            )
        if is_listed(row, at):
            return Reading(at=at, value=value, basis=previous.basis, trigger=at, sign=previous.sign).like(previous)
    flow = _moving(row, at)
    if flow is not None:
        return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=flow, noun="spending")
    if _is_due(row, at):
        return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=at, noun="payments")
    if last is not None and not found and change is not None and _is_elliptical(row):
        return Reading(at=at, value=value, basis=Basis.CHANGE, sign=change[0], trigger=change[1]).like(last)
    if last is not None and last.value.kind == "money" and not found and (_is_anaphoric(row, at) or _is_given(row, at)):
        return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=at).like(last)
    return None


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
        if row.sense(position, "measure") and is_head(row, position):
            return position, None
        if row.kind(position) in ("date", "value", "mark") or row.word(position) in ("that", "which", "to"):
            break
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
    if row.word(at - 1) not in ("worth", "valued"):
        return None
    for k in left(row, at - 1, 7):
        if row.kind(k) == "value" or (row.kind(k) == "weapon" and not _is_class(row, k)) or row.sense(k, "deal"):
            return None
        sense = row.sense(k, "flow")
        if sense is not None and not row.sense(k, "measure"):
            goods = any(row.sense(j, "purpose") or row.word(j) in _GOODS for j in range(k + 1, at - 1))
            return k if goods and _is_verb(row, k) and sense.name in _TRADES else None
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
    for k in left(row, at):
        sense = row.sense(k, "measure", "deal", "price", "total", "spend")
        if sense is None or (sense.tag == "measure" and not is_head(row, k)):
            continue
        if sense.tag == "deal" and sense.form in ("past", "participle") and row.sense(k - 1, "deal"):
            continue  # "total contracts signed this year were valued at"
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
            return None if sense.name == "price" or row.word(k) == "shares" else head_of(row, k)
        elif sense.tag == "price" and _is_said_of(row, k):
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
            return None
    return None


def _is_said_of(row: Row, at: int) -> bool:
    """Whether "worth" is said of a subject or follows what is measured: "exports were worth", "military aid worth"."""
    if row.word(at) not in ("worth", "valued"):
        return False
    return (
        row.word(at - 1) in ("are", "were", "is", "was", "be", "been")
        or row.sense(row.start_of(at - 1), "measure") is not None
        or _orders(row, at)
    )


def _orders(row: Row, at: int) -> bool:
    """Whether the orders of a firm are spoken of at large: "KAI expects orders worth 8.5 trillion won"."""
    return row.word(at - 1) == "orders" and all(row.kind(k) != "weapon" for k in range(len(row.tokens)))


def _spent(row: Row, at: int) -> int | None:
    """The verb of spending, pledging or raising that a sum is the object of."""
    for k in left(row, at, 8):
        sense = row.sense(k, "spend")
        if sense is not None and not (
            sense.name == "aid" and row.word(before(row, at)[0]) in ("it", "them", "him", "her")
        ):
            return k
        if row.sense(k, "deal", "price", "level") or row.kind(k) == "value":
            return None
    return None


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


def _is_due(row: Row, at: int) -> bool:
    """Whether a sum is part of one that is due, or that one: "had paid 400 billion of the 1.6 trillion won due"."""
    if row.word(at + 1) == "of":
        whole = next((k for k in range(at + 2, at + 4) if row.kind(k) == "value"), None)
        return whole is not None and row.word(whole + 1) in _DUE
    ahead = row.word(at - 1) == "of" or (row.word(at - 1) in ("the", "its") and row.word(at - 2) == "of")
    return ahead and row.word(at + 1) in _DUE and any(row.kind(k) == "value" for k in range(max(0, at - 3), at))


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
    position, _ = before(row, at)
    return row.sense(position, "level", "change") is not None and any(
        row.word(k) in ("it", "they", "this", "that") for k in left(row, at)
    )


# ---- modality


def _with_modality(row: Row, reading: Reading) -> Reading:
    """The reading with the modality of its verb; a figure that is aimed at or foreseen is a target or forecast."""
    verbs = ("level", "change", "spend", "hold", "employ", "flow")
    near = (
        k
        for k in left(row, reading.at, 12)
        if (s := row.sense(k, *verbs)) and not s.form.startswith("noun") and not row.sense(k, "measure")
    )
    verb = next(near, reading.trigger)
    modality = group_before(row.tokens, verb).modality if row.kind(verb) == "word" else Modality.ASSERTED
    basis = reading.basis
    if basis in (Basis.LEVEL, Basis.SHARE):
        if modality in (Modality.PLANNED, Modality.DEMANDED, Modality.PROPOSED):
            ahead = any(row.word(k) in ("will", "would") for k in range(max(0, verb - 4), verb))
            basis = Basis.FORECAST if ahead else Basis.TARGET
        elif modality in (Modality.EXPECTED, Modality.POSSIBLE, Modality.CONDITIONAL):
            basis = Basis.FORECAST
    if reading.measure is not None and not reading.sign:
        senses = [row.sense(k, "measure") for k in range(*reading.measure)]
        basis = Basis.TARGET if any(s is not None and s.name == "target" for s in senses) else basis
    return evolve(reading, basis=basis, modality=modality)
