"""Which records are worth comparing: those of one type that share a block.

A block is named by what nearly every report of a thing gives: its parties, and its object or its time. Where very many
records share one, each is compared with its neighbours when they are put in order by date, by number and by sum
(the sorted neighbourhood of Hernández and Stolfo), so that the work grows with the number of records and not with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from itertools import combinations
from typing import Any

from kordef.cases.profiles import Item, Profile
from kordef.periods import Period
from kordef.values import Money, Quantity

__all__ = ["candidates"]

Key = tuple[str | None, ...]


class Part(Enum):
    """The part that a record plays in a block."""

    ANY = "all are compared with all"
    VAGUE = "compared with all: “howitzers” among K9 and PzH 2000"
    CLEAR = "compared with the vague ones only"
    WORD = "one of several words: what has the same name shares the rarest of its words"


Place = tuple[Key, Part]

RAREST = 3
"""Of the words of a name this many, the rarest of them, make blocks."""
LARGEST = 24
"""In a block of at most this many records each is compared with each."""
REACH = 3
"""In a larger one, each with this many of its neighbours to either side."""


Name = tuple[str, bool, Key]
"""The name of a block: the type of its records, and whether only its vague ones are compared with all."""


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """The pairs of positions to compare, each once, the smaller first; in any order."""
    first: dict[Name, int] = {}
    blocks: dict[Name, list[int]] = {}
    vague: dict[Name, set[int]] = {}

    def put(name: Name, position: int) -> None:
        # Most blocks have one record: they need no list.
        before = first.setdefault(name, position)
        if before != position:
            blocks.setdefault(name, [before]).append(position)

    words: dict[int, list[Name]] = {}
    count: Counter[Name] = Counter()
    for position, profile in enumerate(profiles):
        type_ = profile.record.type
        for key, part in dict.fromkeys(_KEYS[type_](profile)):
            name = (type_, part is Part.VAGUE or part is Part.CLEAR, key)
            if part is Part.WORD:
                words.setdefault(position, []).append(name)
                count[name] += 1
                continue
            put(name, position)
            if part is Part.VAGUE:
                vague.setdefault(name, set()).add(position)
    for position, mine in words.items():
        for name in sorted(mine, key=lambda name: (count[name], name))[:RAREST]:
            put(name, position)
    yield from _pairs(blocks, vague, profiles)


def _pairs(
    blocks: Mapping[Name, list[int]], vague: Mapping[Name, set[int]], profiles: Sequence[Profile]
) -> Iterator[tuple[int, int]]:
    done: set[tuple[int, int]] = set()
    for name, block in blocks.items():
        among = vague.get(name)
        if name[1] and among is None:
            continue
        for a, b in _within(block, profiles):
            if among is not None and a not in among and b not in among:
                continue
            pair = (a, b) if a < b else (b, a)
            if pair not in done:
                done.add(pair)
                yield pair


def _within(block: Sequence[int], profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    if len(block) <= LARGEST:
        yield from combinations(block, 2)
        return
    for order in _ORDERS:
        placed = sorted(
            (place, profiles[position].record.id, position)
            for position in block
            if (place := order(profiles[position])) is not None
        )
        for rank, (_, _, position) in enumerate(placed):
            for _, _, neighbour in placed[rank + 1 : rank + 1 + REACH]:
                yield position, neighbour


# ---- the blocks of each type


def _transfer(profile: Profile) -> Iterator[Place]:
    said = profile.said
    items: tuple[Item, ...] = said.get("goods", ())
    years = _years(profile, "date", _HALF_A_YEAR) if "date" in said else []
    price = _by_value(profile)
    for party in sorted(said.get("recipient", ())):
        for item in items:
            number, family = _number(item), item.good.family
            # Two deals that give both a number and a date are one only if they share the number, the year or the price.
            yield (party, family), Part.CLEAR if number is not None and years else Part.VAGUE
            if number is not None:
                yield (party, family, "number", f"{number:f}"), Part.ANY
            if price is not None:
                yield (party, family, "price", f"{price:f}"), Part.ANY
            for year in years:
                yield (party, family, "year", year), Part.ANY
            for noun in sorted(item.good.nouns):
                yield (party, "class", noun), Part.CLEAR if item.good.named else Part.VAGUE


def _agreement(profile: Profile) -> Iterator[Place]:
    parties = sorted(profile.said["parties"][1]) if "parties" in profile.said else []
    words: frozenset[str] = profile.said.get("name", frozenset())
    if len(parties) == 1:
        yield (parties[0],), Part.ANY
    for a, b in combinations(parties[:_MANY], 2):
        # Names without a common word are of two agreements.
        yield (a, b), Part.CLEAR if words else Part.VAGUE
        for word in sorted(words):
            yield (a, b, word), Part.ANY
    if words and len(parties) < 2:
        yield ("name", " ".join(sorted(words))), Part.ANY


_MANY = 8
"""Of a longer list of parties the first few stand for all."""


def _dialogue(profile: Profile) -> Iterator[Place]:
    persons = sorted(profile.said.get("persons", ()))[:_MANY]
    sides = sorted(profile.said.get("sides", ()))[:_MANY]
    organisations = [side for side in sides if not side.startswith("state:")]
    # A person is found by the longest word of the name, which is mostly the family's: first names are spelt in many ways.
    families = sorted({max(person.split(), key=lambda word: (len(word), word)) for person in persons if person})
    for a, b in combinations(families, 2):
        yield (a, b), Part.ANY
    if name := profile.said.get("name"):
        yield ("name", *sides[:2], " ".join(sorted(name))), Part.ANY
    for year in _years(profile, "date"):
        for family in families:
            yield (family, year), Part.VAGUE if len(persons) == 1 else Part.CLEAR
        vague = not persons or any(" " not in person for person in persons)
        for a, b in combinations(sides, 2):
            yield (a, b, year), Part.VAGUE if vague else Part.CLEAR
        # Of an organisation's meetings some sources name only the organisation ("the NATO summit").
        for side in organisations or sides[: 2 - len(sides)]:
            yield (side, None, year), Part.VAGUE if len(sides) == 1 else Part.CLEAR


def _deployment(profile: Profile) -> Iterator[Place]:
    words = sorted({*profile.said.get("place", ()), *profile.said.get("marks", ())})
    for actor in sorted(profile.said.get("actors", ()))[:_MANY]:
        for word in words:
            yield (actor, word), Part.ANY
        for year in _years(profile, "period"):
            yield (actor, year), Part.CLEAR if words else Part.VAGUE


def _event(profile: Profile) -> Iterator[Place]:
    actors = sorted(profile.said.get("actors", ()))[:_MANY]
    for year in _years(profile, "date"):
        yield (str(profile.said["kind"]), year), Part.CLEAR if actors else Part.VAGUE
        for actor in actors:
            yield (actor, year), Part.ANY


def _observation(profile: Profile) -> Iterator[Place]:
    said = profile.said
    subject, period = said.get("subject"), said.get("period")
    if subject is None:
        return
    day = period["period"].latest or period["period"].earliest if period is not None else None
    name = subject[0] if subject[0].startswith("state:") else ""
    year = str(day.year) if day is not None else None
    # One figure may be told under another name, and another figure under the same.
    yield (name, year, said["unit"], str(_by_value(profile))), Part.ANY
    for word in sorted(said.get("indicator", ())):
        yield (name, year, said["unit"], word), Part.WORD


_KEYS: Mapping[str, Callable[[Profile], Iterable[Place]]] = {
    "transfer": _transfer,
    "agreement": _agreement,
    "dialogue": _dialogue,
    "deployment": _deployment,
    "event": _event,
    "observation": _observation,
}


def _years(profile: Profile, name: str, reach: timedelta = timedelta()) -> list[str]:
    """The years in which it may have been: its own, else that in which the document appeared and the month before.

    With ``reach`` also those that its days come to after so long, so that what lies no farther apart meets in one.
    """
    days: list[date] = []
    dates: Mapping[str, Period] = profile.said.get(name, {})
    for period in dates.values():
        first, last = period.earliest, period.latest
        days.extend(day for day in (first or last, last or first) if day is not None)
    if not days and profile.published is not None:
        days = [profile.published, profile.published - _A_MONTH]
    after = (day + reach for day in days if day.year < date.max.year) if reach else ()
    return sorted({f"{day.year:04}" for day in (*days, *after)}) or [""]


_A_MONTH = timedelta(days=31)
_HALF_A_YEAR = timedelta(days=183)


# ---- the orders of a large block


def _by_date(profile: Profile) -> int | None:
    for name in ("date", "period"):
        dates: Mapping[str, Period] = profile.said.get(name, {})
        for period in dates.values():
            day = period.latest or period.earliest
            if day is not None:
                return day.toordinal()
    return profile.published.toordinal() if profile.published is not None else None


def _by_number(profile: Profile) -> Decimal | None:
    items: tuple[Item, ...] = profile.said.get("goods", ())
    return next((number for item in items if (number := _number(item)) is not None), None)


def _number(item: Item) -> Decimal | None:
    if item.number is None:
        return None
    return item.number.low if item.number.low is not None else item.number.high


def _by_value(profile: Profile) -> Decimal | None:
    value: Any = profile.said.get("value")
    if "price" in profile.said:
        value = profile.said["price"][1][0]
    if not isinstance(value, Money | Quantity):
        return None
    return value.amount.low if value.amount.low is not None else value.amount.high


def _by_words(profile: Profile) -> str | None:
    for name in ("name", "marks", "indicator", "persons"):
        if words := profile.said.get(name):
            return " ".join(sorted(words))
    return None


_ORDERS: tuple[Callable[[Profile], Any], ...] = (_by_date, _by_number, _by_value, _by_words)
