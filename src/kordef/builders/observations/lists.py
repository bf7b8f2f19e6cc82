"""Figures that go on with the one before them: in lists, comparisons, restatements, and clauses without a verb of their own."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.observations.indicators import Row
from kordef.builders.observations.phrases import Reading, before, whole_of
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import Basis

__all__ = ["figures_told", "in_turn", "is_listed", "sibling"]

_AUXILIARIES = frozenset(["is", "are", "was", "were", "has", "have", "had", "will"])


def sibling(row: Row, at: int, value: ValueMention, found: Sequence[Reading]) -> Reading | None:
    """A number that repeats or goes on with the one before it: "10% and 43%", "$12.4 billion, or nearly three quarters"."""
    if not found:
        return None
    last = found[-1]
    alike = next((r for r in reversed(found) if r.value.kind == value.kind), None)
    compared = _compared(row, at, value, alike) if alike is not None else None
    if compared is not None:
        return compared
    if alike is not None and alike.value.unit == value.unit and _is_taken_up(row, at, value):
        return evolve(alike, at=at, value=value, basis=Basis.LEVEL, sign=0, whole=None, borrowed=True, compared=False)
    if (
        row.word(at - 1) == "("
        and is_listed(row, at)
        and alike is not None
        and alike.value.unit == value.unit
        and not alike.users
    ):
        shared = alike.part or alike.whole is not None
        return evolve(alike.like(alike), at=at, value=value, whole=None, part=shared)
    if row.word(at - 1) == ":" and alike is not None and alike.value.unit == value.unit and _in_brackets(row, at):
        return evolve(alike.like(alike), at=at, value=value, basis=Basis.LEVEL, sign=0, whole=None, compared=True)
    if value.unit == "percent" and last.whole is not None and row.word(at + 1) == "of" and row.word(at - 1) in _JOINS:
        return None  # "53% of output and 64% of spending", "40 per cent of Danes, 35 per cent of Poles"
    same = evolve(last, at=at, value=value, borrowed=True, compared=False, noun=_noun_for(value, last))
    gap = range(last.at + 1, at)
    if row.word(last.at - 1) == "from" and row.word(at - 1) == "to" and value.kind == last.value.kind and len(gap) < 5:
        return same  # "rises from 8,000 in 2025 to 10,000 in 2030"
    gives = (
        last.noun in _GIVEN
        and value.kind == "money"
        and row.word(at + 1) in ("to", "for")
        and row.word(at - 1) == "and"
    )
    if gives and value.unit == last.value.unit:
        return same  # "contributes 2.8 billion to one fund and 300 million to another"
    position, preposition = before(row, at)
    grown = value.kind == "money" and last.value.kind == "percent" and last.basis is Basis.CHANGE
    if grown and preposition == "to" and position == last.at:
        return evolve(last, at=at, value=value, basis=Basis.LEVEL, sign=0)  # "raised it by 2% to $916 billion"
    own = value.kind == "money" and row.word(at + 1) in ("in", "of", "for")
    alike_sums = value.unit == last.value.unit or value.kind == last.value.kind == "money"
    if alike_sums and not own and _is_gapped(row, gap, last):
        return same
    if (
        value.unit == last.value.unit == "percent"
        and last.whole is not None
        and not any(_is_finite(row, k) for k in _last_part(row, gap))
    ):
        return evolve(same, whole=None, part=True)
    if _is_next_service(row, gap) and value.noun is None and value.kind in ("count", "persons"):
        return evolve(same, value=evolve(value, kind=last.value.kind, unit=last.value.unit))
    between = [row.word(k) for k in gap]
    if between == ["/"] and value.kind == last.value.kind and row.word(last.at - 1) in (":", "/"):
        return same  # "Professional soldiers: 30,000 / 24,107"
    if not 0 < len(between) < 3 or not all(w in (",", "and", "or", "(", "to") for w in between):
        return None
    if value.equivalent_of == last.value.start or (value.kind == last.value.kind and value.unit == last.value.unit):
        return same
    if between[-1] in (("or", "(") if whole_of(row, at) is None else ("or", "(", ",")) and value.kind == "percent":
        if last.value.unit == "multiple":
            return evolve(same, basis=Basis.CHANGE, sign=1)
        if last.value.kind in ("money", "count", "persons"):
            return evolve(same, basis=Basis.SHARE, sign=0)
    return None


_JOINS = frozenset([",", "and", "or", ";"])
_GIVEN = frozenset(["contributions", "pledges", "commitments", "allocations", "aid", "spending"])


def _is_next_service(row: Row, gap: range) -> bool:
    """Whether the strength of the next service is told: "numbers 38,000 soldiers, its navy 7,700 and its active force 400"."""
    if not 3 <= len(gap) <= 5 or row.word(gap.start) not in (",", "and", ";"):
        return False
    first = gap.start + 1 + (row.word(gap.start + 1) == "and")
    named = range(first + 1, gap.stop)
    return row.word(first) in ("its", "the", "their") and all(
        row.inside[k] or row.sense(k, "strength", "forces") is not None for k in named
    )


def _noun_for(value: ValueMention, last: Reading) -> str:
    """What is counted by the next number of a row: "missiles brought down" behind "drones brought down"."""
    before = last.value.noun
    if before and value.noun and last.noun.startswith(f"{before} "):
        return f"{value.noun}{last.noun.removeprefix(before)}"
    return last.noun


def in_turn(row: Row, found: Sequence[Reading]) -> Sequence[Reading]:
    """Figures that are told "respectively", each of what its counterpart before measures.

    "Sales of 1.7 billion and profit of 500 million, up 33% and 113% respectively": the first is of sales.
    """
    if "respectively" not in row.words:
        return found
    for first in range(1, len(found)):
        unit = found[first].value.unit
        ahead = found[:first]
        if ahead[-1].value.unit == unit:
            continue
        behind = [r for r in found[first:] if r.value.unit == unit]
        alike = [r for r in ahead if r.value.unit == ahead[-1].value.unit][-len(behind) :]
        measures = {(r.measure, r.noun) for r in alike}
        if len(behind) == len(found) - first == len(alike) == len(measures) > 1:
            return (*ahead, *(evolve(r, measure=a.measure, noun=a.noun) for r, a in zip(behind, alike, strict=True)))
    return found


def figures_told(row: Row, found: Sequence[Reading], earlier: Sequence[Reading]) -> Sequence[Reading]:
    """Changes of "the figures" of the sentence before, each of its counterpart there, or of the one that all measure.

    "Sales of 64 billion and profit of 6 billion. The figures represent increases of 23 percent and 31 percent."
    """
    if not any(row.word(k) in _DEFINITE and row.word(k + 1) in _FIGURES for k in range(min(4, len(row.tokens)))):
        return found
    told = [r for r in found if r.basis is Basis.CHANGE and r.measure is not None and _is_bare(row, r.measure)]
    levels = [r for r in earlier if r.basis is not Basis.CHANGE and r.value.equivalent_of is None]
    nouns = list(dict.fromkeys(r.noun for r in levels[-len(told) :])) if told else []
    if len(nouns) not in (1, len(told)) or not all(nouns):
        return found
    counterparts = dict(zip((r.at for r in told), nouns if len(nouns) > 1 else nouns * len(told), strict=True))
    return [
        evolve(r, measure=None, noun=counterparts[r.at], borrowed=True) if r.at in counterparts else r for r in found
    ]


_DEFINITE = frozenset(["the", "these", "those", "this", "that", "both"])
_FIGURES = frozenset(["figure", "figures", "numbers", "results", "totals", "amounts", "amount", "total", "sums"])


def _is_bare(row: Row, measure: tuple[int, int]) -> bool:
    return all(row.word(k) in _FIGURES or row.word(k) in _DEFINITE for k in range(*measure))


def _is_taken_up(row: Row, at: int, value: ValueMention) -> bool:
    """Whether a pronoun takes up what was measured: "a year earlier it had been 52", "in 2020 it was only 3 per cent"."""
    position, preposition = before(row, at)
    if preposition or (value.kind in ("count", "persons") and value.noun is not None):
        return False
    if row.word(position) == "been" and row.word(position - 1) in ("had", "has", "have"):
        position -= 1
    elif row.word(position) not in ("was", "were", "is", "are"):
        return False
    return row.word(position - 1) in ("it", "they", "this", "that")


def _in_brackets(row: Row, at: int) -> bool:
    """Whether brackets hold a date and the figure of it: "EUR 4.7 billion in the first half (H1 2024: EUR 3.8 billion)"."""
    opens = next((k for k in range(at - 2, max(-1, at - 6), -1) if row.word(k) == "("), None)
    return opens is not None and any(row.kind(k) == "date" for k in range(opens, at)) and row.word(at + 1) == ")"


def _last_part(row: Row, gap: range) -> range:
    """The stretch behind the last comma."""
    return range(max((k for k in gap if row.word(k) in (",", ";")), default=gap.start), gap.stop)


def _is_gapped(row: Row, gap: range, last: Reading) -> bool:
    """Whether a list goes on without its verb: "3.4% of GDP and Latvia 3.15%", "6.5 per cent in 2023 and 3.5"."""
    if not 0 < len(gap) < 9 or not any(row.word(k) in ("and", ",", ";") for k in gap):
        return False
    kinds = [row.kind(k) for k in gap]
    words = [row.word(k) for k in gap if row.kind(k) in ("word", "mark")]
    names = [k for k in gap if row.kind(k) == "actor" or row.sense(k, "region")]
    if len(names) == 1 and names[0] + row.lengths[names[0]] == gap.stop and "value" not in kinds:
        return not any(_is_finite(row, k) for k in gap)
    allowed = ("in", "and", "or", ",", *(("'s", "’s") if last.holder else ()))
    return (
        all(w in allowed for w in words)
        and all(kind in ("word", "mark", "date", "weapon") for kind in kinds)
        and len(gap) > 1
    )


def _is_finite(row: Row, at: int) -> bool:
    sense = row.sense(at, "level", "change", "spend", "hold", "publish", "flow")
    return (sense is not None and sense.form in ("past", "third")) or row.word(at) in _AUXILIARIES


def _compared(row: Row, at: int, value: ValueMention, last: Reading) -> Reading | None:
    """What a figure is compared with, or the rest of it: "up from 4.1%", "compared with 84 billion", "the remaining 1.5%"."""
    if value.kind == "count" and value.noun is not None:
        return None
    position, preposition = before(row, at)
    level = evolve(
        last,
        at=at,
        value=value,
        basis=Basis.SHARE if last.basis is Basis.SHARE else Basis.LEVEL,
        sign=0,
        borrowed=True,
        whole=None,
        compared=True,
    )
    if row.word(position) in ("compared", "compares", "comparing") or (
        preposition == "from" and row.word(position) in ("up", "down")
    ):
        return level
    if row.word(position) in ("against", "versus") and not preposition:
        whole = whole_of(row, at)  # "61 per cent of Danes, against 38 per cent of Italians"
        theirs = whole is not None and any(row.kind(k) == "actor" for k in range(*whole))
        return evolve(level, whole=whole) if theirs and level.basis is Basis.SHARE else level
    if row.word(at - 1) in ("after", "against") and row.word(at - 2) == "," and value.unit == last.value.unit:
        return level  # "7.8 per cent, after 21 in the five years before"
    if _is_base(row, at) and value.kind == last.value.kind:
        return level
    if row.word(at - 1) == "from" and row.word(at - 2) == "," and value.kind == last.value.kind:
        return level  # "its output is up to 40,000, from 14,400 in 2022"
    if row.word(at - 1) == "(" and row.kind(at - 2) == "date":
        return level  # "a larger share than in 2015-19 (52 per cent)"
    if row.word(position) in ("remaining", "rest", "other") and row.kind(at + 1) != "weapon":
        return evolve(level, compared=False)
    if row.word(at - 1) in ("which", "whom", "these", "them") and row.word(at - 2) == "of" and value.kind == "percent":
        return evolve(level, basis=Basis.SHARE, compared=False, part=True)
    return None


def _is_base(row: Row, at: int) -> bool:
    """Whether a number is what a change is measured on: "up 29 per cent from 5.5", "a jump of 29% on the 5.5 of 2023"."""
    start = at - 1 if row.word(at - 1) != "the" else at - 2
    if row.word(start) not in ("from", "on", "over") or row.kind(start - 1) != "value":
        return False
    change = row.tokens[start - 1].mention
    if not isinstance(change, ValueMention) or change.kind != "percent":
        return False
    return any(row.word(k) in ("up", "down") or row.sense(k, "change") for k in range(max(0, start - 5), start - 1))


def is_listed(row: Row, at: int) -> bool:
    """Whether a number stands behind a name in a list: "Germany (EUR 17.7 billion), Britain with 10.4 billion"."""
    if row.word(at - 1) not in ("(", "with", "at", ":", ",") or at < 2:
        return False
    name = at - 3 if row.word(at - 1) == "at" and row.word(at - 2) == "," else at - 2
    return (
        isinstance(row.tokens[name].mention, ActorMention) or row.sense(name, "region") is not None or row.inside[name]
    )
