"""Made-up documents, each with one thing that the audit looks at."""

from __future__ import annotations

from collections.abc import Callable

from audit_records import Paper, dataset, money, percent, times, tiv, usd

import kordef
from kordef.amounts import Amount
from kordef.audit import audit_dataset
from kordef.periods import Period
from kordef.records import Delivery, Item, Target
from kordef.values import Money, Quantity
from kordef.vocabulary import Basis, Counting, EventKind, Stage

SHARE = "Share of the US in the total of the US and Europe"


def codes(*papers: Paper) -> list[str]:
    return [finding.code for finding in audit_dataset(dataset(*papers))]


# ---- tables


def aid_table(*rows: tuple[str, str, str], europe: str = "Europe") -> Paper:
    paper = Paper().say("A table of aid.")
    for number, (ours, theirs, share) in enumerate(rows):
        name = f"Row {number}"
        paper.cell((number, 1), usd(ours), (name, "US"), "US")
        paper.cell((number, 2), usd(theirs), (name, europe), europe)
        paper.cell((number, 3), percent(share), (name, SHARE), "US", Basis.SHARE)
    return paper


def with_total(*rows: tuple[str, str, str, str]) -> Paper:
    paper = Paper().say("A table with a total.")
    for number, row in enumerate(rows):
        for place, (subject, header) in enumerate((("US", "US"), ("DE", "Germany"), (None, "Total")), 1):
            paper.cell((number, place), usd(row[place - 1]), (f"Row {number}", header), subject)
        paper.cell((number, 4), percent(row[3]), (f"Row {number}", "Share of the US in total"), "US", Basis.SHARE)
    return paper


def volumes(*rows: tuple[str, str]) -> Paper:
    paper = Paper().say("A table of volumes.")
    for number, (volume, share) in enumerate(rows):
        paper.cell((number, 1), tiv(volume), (f"Row {number}", "South Korea"), "KR")
        paper.cell((number, 2), percent(share), (f"Row {number}", "Percentage of all"), "KR", Basis.SHARE)
    return paper


def exporters(*shares: str, subjects: tuple[str, ...] = ("US", "DE", "KR")) -> Paper:
    paper = Paper().say("A table of exporters.")
    for number, (subject, share) in enumerate(zip(subjects, shares, strict=True)):
        paper.cell((number, 1), percent(share), (subject, "Share of global arms exports"), subject, Basis.SHARE)
    return paper


def column(*rows: tuple[str, str]) -> Paper:
    paper = Paper().say("A table of sums.")
    for number, (name, value) in enumerate(rows):
        paper.cell((number, 1), usd(value, 10**6), (name, "Value"), "KR")
    return paper


# ---- sentences


def grew(stated: str, first: str = "390,208,376", last: str = "547,450,930") -> Paper:
    paper = Paper().say("The years.")
    paper.figure(usd(first, 1), "trade value", period="2013")
    paper.figure(usd(last, 1), "trade value", period="2019")
    paper.say(f"Exports grew by about {stated}% from 2013 to 2019.")
    paper.figure(
        Quantity(amount=Amount.about(stated, precision=1), unit="percent"),
        "change of exports",
        period="2013/2019",
        basis=Basis.CHANGE,
    )
    return paper


def grew_from(indicator: str, stated: str, first: str, last: str) -> Paper:
    paper = Paper().say(f"Imports grew by {stated} percent from ${first} billion to ${last} billion.")
    paper.figure(percent(stated), f"change of {indicator}", basis=Basis.CHANGE, quote=f"{stated} percent")
    paper.figure(usd(first), "arms imports", quote=f"${first} billion")
    paper.figure(usd(last), "arms imports", quote=f"${last} billion")
    return paper


def as_many(number: int, words: str = "times as many as") -> Paper:
    paper = Paper().say(f"With 735 TIV it exported {number} {words} the US with 245 TIV.")
    paper.figure(times(number), "exports", basis=Basis.MULTIPLE, quote=f"{number} {words}")
    paper.figure(tiv("735"), "exports", quote="735 TIV")
    paper.figure(tiv("245"), "exports", "US", quote="245 TIV")
    return paper


def moved(verb: str, first: str, last: str) -> Paper:
    paper = Paper().say(f"Its share {verb} from {first}% to {last}%.")
    paper.figure(percent(first), "share of exports", basis=Basis.SHARE, quote=f"{first}%")
    paper.figure(percent(last), "share of exports", basis=Basis.SHARE, quote=f"{last}%")
    return paper


def target_sum(stated: str, indicator: str = "defence spending") -> Paper:
    paper = Paper().say("They spend below 2 percent of GDP, $457 billion.")
    paper.figure(Quantity(amount=Amount.under(2, 1), unit="percent"), indicator, "NATO", quote="below 2 percent")
    paper.figure(usd("457"), indicator, "NATO", quote="$457 billion")
    paper.say(f"If the 5 percent target is met, that could surge to ${stated} billion.")
    paper.figure(percent("5"), "target", "NATO", basis=Basis.TARGET, quote="5 percent")
    paper.figure(usd(stated), "figure", "NATO", basis=Basis.FORECAST, quote=f"${stated} billion")
    return paper


def target(*parts: str) -> Paper:
    paper = Paper()
    points = tuple(Target(indicator="part", value=percent(part, "percentage_point")) for part in parts)
    paper.agreement("a pledge", ("NATO",), (Target(indicator="budgets", value=percent("5"), parts=points),))
    return paper


def members(*codes_: str, header: str = "Europe") -> Paper:
    paper = Paper()
    listed = tuple(paper.actor(code) for code in codes_)
    paper.cell((0, 1), usd("1.8"), ("Tanks", header), None, members=listed)
    return paper


def lots(whole: int, *single: int) -> Paper:
    paper = Paper()
    weapon = paper.weapon("K2")
    items = tuple(Item(weapon=weapon, number=Amount.exact(n, 1)) for n in single)
    total = Item(weapon=weapon, number=Amount.exact(whole, 1), counting=Counting.TOTAL)
    paper.deal(items=(*items, total))
    return paper


def parts_of(whole: str, *parts: str) -> Paper:
    paper = Paper()
    deal = paper.deal(value=usd(whole))
    for part in parts:
        paper.deal(value=usd(part), part_of=deal.id)
    return paper


def delivered(ordered: int, *numbers: int) -> Paper:
    paper = Paper()
    weapon = paper.weapon("K9")
    paper.deal("K9", ordered, deliveries=tuple(Delivery(weapon=weapon, number=Amount.exact(n, 1)) for n in numbers))
    return paper


def converted(kroner: str, dollars: str) -> Paper:
    paper = Paper()
    paper.deal("K9", value=money(kroner, "NOK", equivalents=(usd(dollars, 10**6),)))
    return paper


def twice_converted(*dollars: str) -> Paper:
    paper = Paper()
    for number, stated in enumerate(dollars, 1):
        paper.deal("K9", value=money(f"{number * 2}.00", "NOK", equivalents=(usd(stated, 10**6),)))
    return paper


def one_total(in_text: Money, in_table: Money, ours: str = "66.5") -> Paper:
    paper = Paper().say("A table.")
    eu = paper.actor("EU")
    paper.cell((0, 1), usd("66.5"), ("Total aid", "US"), "US")
    paper.cell((0, 2), in_table, ("Total aid", "Europe"), None, members=(eu,))
    paper.say(f"The US has given ${ours} billion and the EU so much.")
    paper.figure(usd(ours), "aid", "US", quote=f"${ours} billion")
    paper.figure(in_text, "funds", "EU", quote="so much")
    return paper


# ---- dates


def invasions(stated: str, anniversary: str) -> tuple[Paper, Paper]:
    first, second = Paper("a.txt"), Paper("b.txt")
    first.say("Russia launched a full-scale invasion of Ukraine.")
    first.event("Russia launched a full-scale invasion of Ukraine", EventKind.ATTACK, stated, "RU", "UA")
    second.say("The council marked the third anniversary of Russia's invasion of Ukraine.")
    second.event("the third anniversary of Russia's invasion of Ukraine", EventKind.ANNIVERSARY, anniversary)
    second.event("Russia's invasion of Ukraine", EventKind.ATTACK, None, "RU", "UA")
    return first, second


def agreement(**dates: str) -> Paper:
    paper = Paper()
    paper.agreement("a partnership", ("KR", "NATO"), **dates)
    return paper


def framework(signed: str) -> Paper:
    paper = Paper()
    paper.agreement("South Korea-EU Framework Agreement", ("KR", "EU"), signed=signed)
    return paper


def staged(*stages: tuple[Stage, str], published: str = "2025-03-08", **more: object) -> Paper:
    paper = Paper(published=published)
    paper.deal(stages=stages, **more)  # type: ignore[arg-type]
    return paper


def weekday(words: str, date: str) -> Paper:
    paper = Paper().say(f"They met on {words}.")
    paper.note(
        kordef.Event, quote=words, fields=("", "/date"), what="a vote", kind=EventKind.VOTE, date=Period(edtf=date)
    )
    return paper


# ---- documents


def exports(*stated: str, names: tuple[str, ...] = ("a.txt", "b.txt", "c.txt")) -> tuple[Paper, ...]:
    papers = tuple(map(Paper, names))
    for paper, value in zip(papers, stated, strict=False):
        paper.say(f"Exports came to ${value} billion.").figure(usd(value), "total defence exports", period="2023")
    return papers


def repeated(first: str, second: str) -> Paper:
    paper = Paper()
    for value in (first, second):
        paper.say(f"Exports came to ${value} billion.").figure(usd(value), "total defence exports", period="2020")
    return paper


def told_twice(second: str) -> Paper:
    paper = Paper()
    for indicator, first in (("exports", "2.97"), ("total defence exports", second)):
        paper.say(f"They soared from ${first} billion in 2020 to $14 billion in 2023.")
        paper.figure(usd(first), indicator, period="2020")
        paper.figure(usd("14"), indicator, period="2023")
    return paper


def divided(*parts: str) -> Paper:
    paper = Paper().say("They agreed to raise budgets from 2 percent to 5 percent.")
    paper.figure(percent("2"), "budgets", "NATO", basis=Basis.SHARE, quote="2 percent")
    paper.figure(percent("5"), "budgets", "NATO", basis=Basis.SHARE, quote="5 percent")
    paper.say("Some points go to arms, the remaining ones to roads.")
    for part in parts:
        paper.figure(percent(part, "percentage_point"), "new target", "NATO", basis=Basis.TARGET)
    return paper


def contracts(*numbers: Amount | int, date: str = "2025-09") -> tuple[Paper, ...]:
    papers = tuple(Paper(f"{letter}.txt", "2025-10-01") for letter in "abc"[: len(numbers)])
    for paper, number in zip(papers, numbers, strict=True):
        paper.deal("K9", number, date=date, recipient="NO")
    return papers


def doubles(number: int, date: str) -> tuple[Paper, ...]:
    first, second = Paper("a.txt", "2025-10-01"), Paper("b.txt", "2025-10-01")
    first.deal("K9", 24, date="2025-09", recipient="NO")
    second.deal("K9", number, date=date, recipient="NO")
    return first, second


def worded(words: str, digits: str) -> Paper:
    paper = Paper().say(f"Exports of {words} were reported.")
    paper.figure(usd(digits), "exports", quote=words)
    return paper


def in_range(low: int, high: int, *rows: str) -> Paper:
    paper = Paper().say(f"The US has given from {low} to {high} percent of various types (see Table 1).")
    both = Quantity(amount=Amount.range(low, high), unit="percent")
    paper.figure(both, "transfers", "US", basis=Basis.SHARE)
    paper.say("The table.")
    for number, row in enumerate(rows):
        paper.cell((number, 3), percent(row), (f"Row {number}", "Share"), "US", Basis.SHARE)
    return paper


# ---- names, units, deals


def named(name: str) -> Paper:
    paper = Paper().say(f"{name} met the minister.")
    paper.person(name)
    return paper


def posts(*held: tuple[str, str]) -> Paper:
    paper = Paper().say("Kim spoke.")
    paper.person("Kim", *held)
    return paper


def volume(in_table: Quantity, in_text: Money, indicator: str = "exports") -> Paper:
    paper = Paper()
    paper.say("One.").figure(in_table, "exports", period="2024")
    paper.say("Two.").figure(in_text, indicator, period="2024")
    return paper


def points(change: str, first: str, last: str) -> Paper:
    paper = Paper().say(f"It rose {change} percent, from {first}% to {last}%.")
    paper.figure(percent(change), "change of the share", basis=Basis.CHANGE, quote=f"{change} percent")
    paper.figure(percent(first), "share of GDP", basis=Basis.SHARE, quote=f"{first}%")
    paper.figure(percent(last), "share of GDP", basis=Basis.SHARE, quote=f"{last}%")
    return paper


def planned(plan: dict[str, object], contract: dict[str, object], recipient: str = "GB") -> tuple[Paper, Paper]:
    first, second = Paper("a.txt"), Paper("b.txt")
    first.deal(**({"weapon": "K9", "stage": Stage.PLANNED, "recipient": recipient} | plan))  # type: ignore[arg-type]
    second.deal(**({"weapon": "K9", "stage": Stage.SIGNED, "recipient": recipient} | contract))  # type: ignore[arg-type]
    return first, second


def poland(date: str, **more: object) -> Paper:
    paper = Paper()
    paper.deal("K2", stage=Stage.PLANNED, date=date, **more)  # type: ignore[arg-type]
    return paper


def sides(supplier: str, recipient: str) -> Paper:
    paper = Paper()
    paper.deal(supplier=supplier, recipient=recipient)
    return paper


def priced(number: int, value: Money) -> Paper:
    paper = Paper()
    paper.deal("K2", number, value=value)
    return paper


Papers = Callable[[], Paper | tuple[Paper, ...]]
