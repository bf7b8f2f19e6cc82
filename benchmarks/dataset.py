"""How loading, checking, asking and finding cases grow with the number of records.

    python benchmarks/dataset.py [--records 1000 10000 100000] [--rounds 3]

The records are made up from a fixed seed: a world whose deals, agreements, meetings and figures grow with the number of
records, told by documents of some fifty records each. A thing is told by one to six documents, each of which leaves
some fields out, hedges or rounds numbers, gives a date by the month or by the year, and now and then gets something
wrong. Buyers and weapons are as uneven as in life: a few take most.

Time is that of the processor, and of each step the fastest round counts. The exponent is that of the growth from one
size to the next (1 is linear), the ratio the time for a record against that at the size before. Memory is what
tracemalloc counts above the records themselves: the look-up tables, what the cases with all their claims take, and the
most that finding them needs at any moment.
"""

from __future__ import annotations

import argparse
import gc
import math
import random
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from hashlib import sha256

from attrs import frozen

from kordef.amounts import Amount
from kordef.cases import Case, find_cases, find_possible_cases
from kordef.catalogue import load
from kordef.codec import dumps_records, loads_records
from kordef.dataset import Dataset
from kordef.identity import record_id
from kordef.periods import Period
from kordef.records import (
    Actor,
    Agreement,
    Dialogue,
    Item,
    Observation,
    Participant,
    Record,
    Source,
    StageDate,
    Transfer,
    WeaponSystem,
)
from kordef.values import Money, Quantity
from kordef.vocabulary import ActorKind, AgreementKind, AgreementStatus, DialogueKind, Stage, TransferKind

KINDS = ("transfer", "transfer", "agreement", "dialogue", "observation", "observation")
WORDS = (
    "cyber space naval air energy digital green border rescue science logistics training supply research maritime customs "
    "nuclear hydrogen satellite drone radar sonar medical culture youth sport transport rail harbour fishery forest water "
    "climate grain steel battery chip optics quantum polar arctic desert river mountain island airport visa tax patent "
    "statistics archive museum film music language school university labour pension housing insurance banking"
).split()
INDICATORS = (
    "military spending",
    "arms exports",
    "arms imports",
    "share of arms imports",
    "personnel",
    "defence budget",
)
PER_DOCUMENT = 24
"""How many things a document tells of; its actors and weapons come on top."""


@frozen(kw_only=True)
class Thing:
    """Something in the world: two states, a weapon and so on by their positions."""

    kind: str
    a: int
    b: int
    weapon: int
    number: int
    millions: int
    day: date
    words: tuple[str, str]
    indicator: str
    persons: tuple[str, str]


class World:
    """Things, and documents that tell of them."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        catalogue = load()
        self.states = [state for state in catalogue.states if state.assigned]
        self.weapons = [weapon for weapon in catalogue.weapons if weapon.family is None]

    def skewed(self, count: int) -> int:
        """A position below ``count``, the first ones far more often: of 190 buyers the first takes 7 in 100."""
        return min(int(count * self.random.random() ** 2), count - 1)

    def thing(self, number: int) -> Thing:
        """One thing in the world."""
        draw = self.random
        first, second = draw.sample(WORDS, 2)
        return Thing(
            kind=KINDS[number % len(KINDS)],
            a=self.skewed(len(self.states)),
            b=self.skewed(len(self.states)),
            weapon=self.skewed(len(self.weapons)),
            number=draw.choice((6, 12, 18, 24, 36, 48, 54, 72, 96, 116, 180, 212, 288)) + draw.randrange(6),
            millions=draw.randrange(40, 9000),
            day=date(2015, 1, 1) + timedelta(days=draw.randrange(3650)),
            words=(first, second),
            indicator=draw.choice(INDICATORS),
            persons=(f"Person {draw.randrange(400)}a", f"Person {draw.randrange(400)}b"),
        )

    def records(self, count: int) -> list[Record]:
        """At least ``count`` records of as many documents as that takes."""
        made: list[Record] = []
        things = [self.thing(number) for number in range(max(1, count // 4))]
        document = 0
        while len(made) < count:
            told = sorted({self.random.randrange(len(things)) for _ in range(PER_DOCUMENT)})
            made.extend(Telling(self, document, [things[number] for number in told]).records)
            document += 1
        return made


class Telling:
    """A document that tells of some things in its own way."""

    def __init__(self, world: World, number: int, things: list[Thing]) -> None:
        self.world = world
        self.digest = sha256(str(number).encode()).hexdigest()
        self.source = record_id("source", self.digest)
        self.actors: dict[str, str] = {}
        self.weapons: dict[int, str] = {}
        told = [self.told(thing, record_id(thing.kind, self.digest, rank)) for rank, thing in enumerate(things)]
        self.records = [self.about(number, max(thing.day for thing in things)), *told, *self.cast()]

    def about(self, number: int, published: date) -> Source:
        """The document itself."""
        return Source(
            id=self.source,
            source=self.source,
            title=f"Document {number}",
            sha256=self.digest,
            length=5000,
            file=f"{number:06}.txt",
            published=Period.on(published),
        )

    def cast(self) -> Iterator[Record]:
        """The actors and weapons that were named."""
        for name, identifier in self.actors.items():
            person = name.startswith("Person")
            yield Actor(
                id=identifier,
                source=self.source,
                name=name,
                kind=ActorKind.PERSON if person else ActorKind.STATE,
                code=None if person else name,
            )
        for position, identifier in self.weapons.items():
            weapon = self.world.weapons[position]
            yield WeaponSystem(
                id=identifier,
                source=self.source,
                name=weapon.full_name,
                catalogue=f"weapon:{weapon.id}",
                designation=weapon.designation,
            )

    def actor(self, name: str) -> str:
        """The id of an actor by its name or code."""
        return self.actors.setdefault(name, record_id("actor", self.digest, name))

    def told(self, thing: Thing, key: str) -> Record:
        """What the document says of a thing: some of it, hedged, rounded."""
        draw = self.world.random
        said = draw.random
        source, day, number = self.source, thing.day, thing.number
        a, b = (self.actor(self.world.states[position].code) for position in (thing.a, thing.b))
        when = draw.choice((Period.on(day), Period.on(day), Period.month(day.year, day.month), Period.year(day.year)))
        exact = Amount.exact(number)
        amount = draw.choice((exact, exact, Amount.about(number), Amount.over(number - 1)))
        money = Money(
            amount=Amount.written(str(thing.millions), scale=10**6), currency=draw.choice(("USD", "USD", "EUR"))
        )
        first, second = thing.words
        match thing.kind:
            case "transfer":
                weapon = self.weapons.setdefault(thing.weapon, record_id("weapon_system", self.digest, thing.weapon))
                return Transfer(
                    id=key,
                    source=source,
                    kind=TransferKind.SALE,
                    stage=Stage.SIGNED,
                    supplier=a if said() < 0.9 else None,
                    recipient=b,
                    items=(Item(weapon=weapon, number=amount if said() < 0.8 else None),),
                    value=money if said() < 0.6 else None,
                    stages=(StageDate(stage=Stage.SIGNED, date=when),) if said() < 0.8 else (),
                )
            case "agreement":
                return Agreement(
                    id=key,
                    source=source,
                    name=f"Agreement on {first} and {second}",
                    kind=AgreementKind.OTHER,
                    status=AgreementStatus.SIGNED,
                    parties=(a,) if a == b else (a, b),
                    signed=when if said() < 0.8 else None,
                )
            case "dialogue":
                members = dict.fromkeys([*map(self.actor, thing.persons), a, b])
                return Dialogue(
                    id=key,
                    source=source,
                    name=f"{first} talks",
                    kind=DialogueKind.MINISTERIAL,
                    participants=tuple(Participant(actor=actor) for actor in members),
                    date=when if said() < 0.9 else None,
                )
            case _:
                figure = Quantity(amount=Amount.written(str(number)), unit="percent")
                return Observation(
                    id=key,
                    source=source,
                    indicator=f"{first} {second} {thing.indicator}",
                    subject_actor=a,
                    period=Period.year(day.year),
                    value=money if thing.millions % 2 else figure,
                )


# ---- measuring


def fastest(rounds: int, work: Callable[[], object]) -> float:
    """Processor seconds of the fastest of some rounds."""
    best = math.inf
    for _ in range(rounds):
        gc.collect()
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def ask(dataset: Dataset) -> Dataset:
    """Some questions about each of thirty states, from tables that are made anew."""
    dataset = Dataset(records=dataset.records)
    for code in sorted({actor.code for actor in dataset.actors if actor.code})[:30]:
        dataset.transfers.where(recipient=code, since="2018", until="2023")
        dataset.agreements.where(party=code)
    return dataset


def told(dataset: Dataset) -> tuple[Case, ...]:
    """The cases with all their claims."""
    found = find_cases(dataset.records)
    assert all(case.claims for case in found)
    return found


def extra(work: Callable[[], object]) -> tuple[int, int]:
    """The bytes that work leaves behind, and the most that it has at any moment."""
    gc.collect()
    tracemalloc.start()
    kept = work()
    gc.collect()
    left, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del kept
    return left, peak


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, nargs="+", default=[1000, 10000, 100000])
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    find_cases(World(0).records(500))  # what is loaded once is loaded

    before: dict[str, tuple[int, float]] = {}
    for size in arguments.records:
        records = World(1).records(size)
        count = len(records)
        text = dumps_records(records)
        dataset = Dataset.of(records)
        cases = find_cases(dataset.records)
        rounds = max(1, min(arguments.rounds, 300_000 // count))
        steps: dict[str, Callable[[], object]] = {
            "load": partial(loads_records, text),
            "check": partial(Dataset.of, records),
            "ask": partial(ask, dataset),
            "cases": partial(find_cases, dataset.records),
        }
        print(f"{count:,} records of {len(dataset.sources):,} documents")
        for name, work in steps.items():
            seconds = fastest(rounds, work)
            growth = ""
            if name in before:
                n, t = before[name]
                exponent = math.log(seconds / t) / math.log(count / n)
                growth = f"   ratio {seconds / count / (t / n):5.2f}   exponent {exponent:5.2f}"
            print(f"  {name:6} {seconds:8.3f} s   {1e6 * seconds / count:7.2f} µs a record{growth}")
            before[name] = (count, seconds)
        members = sum(len(case) for case in cases)
        possible = len(find_possible_cases(dataset.records))
        print(f"  {len(cases):,} cases with {members:,} members, {possible:,} possible cases")
        tables, _ = extra(partial(ask, dataset))
        left, peak = extra(partial(told, dataset))
        print(
            f"  memory a record: tables {tables / count:,.0f} B, cases {left / count:,.0f} B, at most {peak / count:,.0f} B"
        )


if __name__ == "__main__":
    main()
