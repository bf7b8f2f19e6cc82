"""How a number stands in its sentence: whether it is a figure for a state of affairs, and of what.

A percentage nearly always is. A sum of money is one where what governs it is measured (spending, exports, a backlog) and not
bought (a contract, an order), or where it is the sum of several deals. Counts are decided in
:mod:`kordef.builders.observations.counts`.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.grammar.verbs import group_before
from kordef.builders.observations.counts import count
from kordef.builders.observations.ellipses import in_unit_told
from kordef.builders.observations.excluded import is_excluded
from kordef.builders.observations.fact_lines import how_far, line_reading
from kordef.builders.observations.indicators import Row, is_arms
from kordef.builders.observations.inventories import inventoried, more_than_before
from kordef.builders.observations.lists import figures_told, in_turn, is_listed, sibling
from kordef.builders.observations.money import DUE, aims, money
from kordef.builders.observations.phrases import (
    Reading,
    before,
    head_of,
    is_head,
    left,
    measure_told,
    next_noun,
    phrase,
    right,
    whole_of,
)
from kordef.builders.observations.plain import plain_count, plain_sum
from kordef.builders.observations.progress import arrived, is_ready, is_share_done
from kordef.builders.observations.shares import is_charge, is_one_of_many, plain_share
from kordef.builders.observations.verbs import MODALS, change_of, is_part, is_verb, rise, set_aside, with_measure
from kordef.mentions.model import ValueMention
from kordef.vocabulary import Basis, Modality

__all__ = ["Reading", "readings"]

_PRONOUNS = frozenset(["it", "they", "this", "that", "these", "its", "their", "'s", "’s"])
_STAKES = frozenset(["hold", "holds", "held", "holding", "own", "owns", "owned", "owning"])
_THEM = frozenset(["them", "these", "those"])
_GOES = frozenset(["went", "goes", "go", "was", "is", "were", "came", "has", "had", "will", "for", "on", "to"])
"""What follows the part of a sum: "31 per cent went on guns"."""
_EQUALS = frozenset(
    ["represents", "represented", "marks", "marked", "means", "meant", "constitutes", "represent", "mark", "is", "was"]
)


def readings(
    row: Row, earlier: Sequence[Reading] = (), currency: str | None = None, *, in_figures: bool = False
) -> tuple[Reading, ...]:
    """The figures of a sentence, in its order; ``earlier`` are those before it in the paragraph, their measures as nouns.

    ``currency`` is the one in which all sums of the story are, ``None`` where there are none or several.
    ``in_figures`` is set for a line of a list of figures.
    """
    found: list[Reading] = []
    if _is_supposed(row):
        return ()
    for at, token in enumerate(row.tokens):
        value = token.mention
        if token.kind != "value" or not isinstance(value, ValueMention) or value.kind in ("duration", "rank"):
            continue
        if value.kind in ("length", "speed") and not in_figures:
            continue
        if value.equivalent_of is not None and all(r.value.start != value.equivalent_of for r in found):
            continue  # the sum that it restates is no figure
        if is_excluded(row, at, value) or (found and _is_restated(row, at, value, found[-1])):
            continue
        value = in_unit_told(row, at, value, found, earlier[-1] if earlier else None, currency)
        last = next((r for r in reversed(earlier) if r.value.kind == value.kind), earlier[-1] if earlier else None)
        reading = (
            (how_far(row, at, value) if in_figures else None)
            or more_than_before(row, at, value, found, last)
            or sibling(row, at, value, found)
            or _read(row, at, value, found, last)
        )
        if reading is None and in_figures:
            reading = line_reading(row, at, value, found)
        if reading is not None:
            found.append(_with_modality(row, reading))
    return tuple(figures_told(row, in_turn(row, found), earlier))


def _is_supposed(row: Row) -> bool:
    """Whether a sentence tells only what would be: "Were Greece to spend 7%", "if Italy were to adopt the goal"."""
    if row.word(0) == "were":
        return row.kind(1) == "actor"
    if "were" not in row.words or "if" not in row.words:
        return False
    were = next((k for k in range(len(row.tokens)) if row.word(k) == "were" and row.word(k + 1) == "to"), -1)
    return any(row.word(k) == "if" for k in range(max(0, were - 8), were))


def _is_restated(row: Row, at: int, value: ValueMention, last: Reading) -> bool:
    """Whether a percentage in brackets says a part in words once more: "almost three quarters of this (72%)"."""
    if row.word(at - 1) != "(" or row.word(at + 1) != ")" or value.unit != "percent" or last.value.unit != "percent":
        return False
    told = not any(c.isdigit() for c in last.value.exact)
    return told and all(row.kind(k) == "word" for k in range(last.at + 1, at - 1))


def _read(row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None) -> Reading | None:
    if value.unit == "TIV":
        measure, verb = _measured(row, at, None, None)
        return with_measure(row, Reading(at=at, value=value, trigger=at, noun="volume"), measure, verb)
    if value.kind == "percent":
        return _percent(row, at, value, found, last) or plain_share(row, at, value, found, last)
    if value.unit == "multiple":
        return _multiple(row, at, value, found, last)
    if value.kind == "money":
        return money(row, at, value, found, last) or plain_sum(row, at, value, found, last)
    return (
        count(row, at, value, found, last)
        or inventoried(row, at, value, found, last)
        or plain_count(row, at, value, found, last)
    )


# ---- percentages and multiples


def _percent(row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None) -> Reading | None:
    noun = next_noun(row, at)
    if is_charge(row, at, noun):
        return None
    change = change_of(row, at, value)
    whole = whole_of(row, at)
    if whole is not None and whole[1] - whole[0] < 3 and (s := row.sense(whole[1] - 1, "measure")) is not None:
        if s.name == "price":
            return None  # "at a third of their price"
    measure, verb = _measured(row, at, noun, whole)
    measure = measure if measure is not None or verb is not None else measure_told(row, at)
    if change is not None:
        reading = Reading(at=at, value=value, basis=Basis.CHANGE, sign=change[0], trigger=change[1])
    else:
        share = whole is not None or " of " in value.exact or _is_share(row, at, measure, noun)
        trigger = measure if measure is not None else verb if verb is not None else at
        reading = Reading(at=at, value=value, basis=Basis.SHARE if share else Basis.LEVEL, trigger=trigger, whole=whole)
    spent, preposition = before(row, at)
    spend = row.sense(spent, "spend")
    said = row.sense(measure, "measure") if measure is not None else None
    ratio = measure is None or (said is not None and said.name == "share")
    if spend is not None and ratio and " of " in value.exact and not preposition and change is None:
        # "devotes 3.1 percent of GDP to defence, the highest ratio"
        return evolve(reading, noun=spend.name, trigger=spent)
    if whole is not None and row.sense(spent, "hold") and not preposition and row.word(spent) in _STAKES:
        if row.kind(whole[1] - 1) == "actor":
            return evolve(reading, noun="stake", trigger=spent)  # "owns half of the yard"
    reading = with_measure(row, reading, measure, verb)
    if reading.measure is not None or reading.noun:
        return reading
    if at <= 4 and row.kind(0) == "actor" and row.word(at - 1) in ("-", "–", "—", ":") and len(row.tokens) <= at + 2:
        return evolve(reading, basis=Basis.SHARE, noun="share")  # "France – 10.19%", in a list
    if whole is None and row.sense(at + 1, "forces", "job") is not None and is_one_of_many(value.exact):
        return evolve(reading, basis=Basis.SHARE, noun=f"share of {row.word(at + 1)}")
    held = before(row, at)[0]
    if whole is None and row.sense(held, "hold") and before(row, at)[1] == "" and row.word(held) in _STAKES:
        return evolve(reading, basis=Basis.SHARE, noun="stake", trigger=held)
    previous = found[-1] if found else last
    if previous is not None and not found and previous.value.kind == "percent" and aims(row, at):
        return Reading(at=at, value=value, basis=Basis.TARGET, trigger=at - 1).like(previous)
    if whole is None and previous is not None and is_share_done(row, at) is not None:
        return evolve(reading.like(previous), basis=Basis.SHARE, part=True)
    if whole is None and not found and at < 3 and (verb := is_share_done(row, at)) is not None:
        return evolve(reading, basis=Basis.SHARE, noun=f"share {row.word(verb)}", trigger=verb)
    if whole is None and row.word(0) == "of" and is_ready(row, at + 1):
        return evolve(reading, basis=Basis.SHARE, noun="readiness")
    if whole is None and found and _is_parted(row, at, found[0]):
        return evolve(reading.like(found[0]), basis=Basis.SHARE, part=True)
    if whole is not None:
        if arrived(row, _end_of_counted(row, whole[1])) is not None:
            return evolve(reading, noun="deliveries")  # "about half of the 90 tanks have left the factory"
        if is_ready(row, whole[1]):
            return evolve(reading, noun="readiness")
        if row.word(whole[0]) in _THEM and previous is not None and (previous.measure or previous.noun):
            return evolve(reading.like(previous), basis=Basis.SHARE)  # "Poland took 46 percent of them"
        return reading if _is_of_many(row, whole) or set_aside(row, whole[1]) is not None else None
    listed = is_listed(row, at) or any(row.word(k) in ("followed", "follow", "follows") for k in left(row, at))
    if not found and not (listed or _goes_on(row, at)):
        previous = None
    if previous is not None and (change is not None or found or listed):
        basis = previous.basis if reading.basis is Basis.LEVEL and previous.basis is Basis.SHARE else reading.basis
        return evolve(reading.like(previous), basis=basis)
    if (change is not None and (not last or _goes_on(row, at))) or " of " in value.exact:
        return reading
    named = is_listed(row, at) or is_part(row, at)
    supplier = next((k for k in left(row, at, 30) if row.sense(k, "user")), None) if named else None
    return evolve(reading, basis=Basis.SHARE, measure=phrase(row, supplier)) if supplier is not None else None


def _end_of_counted(row: Row, end: int) -> int:
    """The last word of what is counted: "tanks" in "half of the 90 T-72 tanks"."""
    while row.kind(end) in ("value", "weapon") or (
        row.kind(end) == "word" and row.word(end).endswith("s") and is_arms(row.word(end))
    ):
        end += 1
    return end - 1


def _is_parted(row: Row, at: int, first: Reading) -> bool:
    """Whether a sum that begins a sentence is parted: "Of the 214 billion that they spent, 31 per cent went on guns"."""
    if first.value.kind != "money" or row.word(0) != "of" or first.at > 3:
        return False
    return row.word(at + 1) in _GOES


def _goes_on(row: Row, at: int) -> bool:
    """Whether a clause without a measured noun can go on with the figure before: it has a pronoun or a name for subject."""
    return any(row.word(k) in _PRONOUNS or row.kind(k) == "actor" or row.sense(k, "region") for k in left(row, at))


def _is_of_many(row: Row, whole: tuple[int, int]) -> bool:
    """Whether a part is one of something that is counted or surveyed, and not of the goods of a deal: "of the vehicles"."""
    named = any(
        row.sense(k, "flow", "group", "user", "region", "purpose", "forces", "job", "change")
        or row.kind(k) == "actor"
        or row.word(k) in DUE
        for k in range(*whole)
    )
    return named or row.word(whole[0]) not in ("the", "these", "those", "its", "them", "all")


def _is_share(row: Row, at: int, measure: int | None, noun: int | None) -> bool:
    sense = row.sense(measure, "measure") if measure is not None else None
    if sense is not None and sense.name == "share":
        return True
    return noun is None and is_part(row, at)


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
    if (inside := _fallen(row, at)) is not None:
        return inside, None
    if _says_of_last(row, at):
        return None, None
    target: int | None = None
    for k in left(row, at):
        sense = row.sense(k, "measure", "flow")
        if sense is None and row.word(k) in ("orders", "bookings") and row.sense(k + 1, "change", "level"):
            return k, None  # "after orders jumped 9.7%"
        if sense is None:
            continue
        if sense.tag == "measure" and is_head(row, k) and not _is_plain_verb(row, k):
            if sense.name != "target" or (k == at - 2 and row.word(at - 1) == "of"):
                return head_of(row, k), None
            target = target if target is not None else k
        elif row.sense(k, "flow") is not None and is_verb(row, k):
            return None, k
    if target is not None or whole is not None or any(row.word(k) in ("it", "them") for k in left(row, at, 4)):
        return target, None
    behind = (k for k in right(row, at) if row.sense(k, "measure") and is_head(row, k) and not _is_plain_verb(row, k))
    return next((k for k in behind if row.word(k - 1) != "("), None), None  # not the short form in "(GDP)"


def _fallen(row: Row, at: int) -> int | None:
    """What changes by a change of so much "in" it: "a sharp decline of 53 percent in Russian exports"."""
    if row.word(at - 1) != "of" or row.word(at + 1) != "in" or rise(row, at - 2) is None:
        return None
    for k in range(at + 2, min(at + 9, len(row.tokens))):
        if row.sense(k, "measure") and is_head(row, k):
            return k
        if row.kind(k) in ("value", "date") or row.word(k) in (",", ";", "and", "that", "which"):
            return None
    return None


def _says_of_last(row: Row, at: int) -> bool:
    """Whether a clause says what the figure before it is as well: "This represents a 19% increase, 1.9% of GDP"."""
    if rise(row, at + 1) is None:
        return False
    verb = next((k for k in range(at - 1, max(0, at - 5), -1) if row.word(k) in _EQUALS), 0)
    return row.word(verb - 1) in ("this", "that", "it", "which", "these") and verb > 0


def _is_plain_verb(row: Row, at: int) -> bool:
    """Whether a word that may be a measured noun is a verb here: "will support", "to budget"."""
    return row.word(at - 1) in MODALS and not row.sense(at, "flow")


def _multiple(row: Row, at: int, value: ValueMention, found: Sequence[Reading], last: Reading | None) -> Reading | None:
    measure = next((k for k in range(at + 1, min(at + 6, len(row.tokens))) if row.sense(k, "measure")), None)
    verb: int | None = None
    if measure is None:
        measure, verb = _measured(row, at, None, None)
    reading = with_measure(row, Reading(at=at, value=value, basis=Basis.MULTIPLE, trigger=at), measure, verb)
    if measure is not None or verb is not None:
        return reading
    previous = found[-1] if found else last
    position, _ = before(row, at)
    return reading.like(previous) if previous is not None and row.sense(position, "change") else None


# ---- money


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
