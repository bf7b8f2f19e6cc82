"""The parts of a line between its marks, and what one holds at a glance: a count, sums, a date, goods bound for somebody."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from attrs import frozen

from kordef.builders.grammar.tokens import Token
from kordef.builders.terms import terms_in
from kordef.builders.transfers.deals import Side
from kordef.builders.transfers.scene import Scene
from kordef.mentions.model import ActorMention, DateMention, ValueMention

__all__ = [
    "bound_to",
    "count_in",
    "date_in",
    "entry_words",
    "is_goods",
    "is_past",
    "money_in",
    "parts_between",
    "spans_between",
    "what_tells",
]


@frozen
class _Words:
    parties: dict[str, str]
    fields: dict[str, frozenset[str]]
    rows: dict[str, frozenset[str]]
    aside: frozenset[str]


@cache
def entry_words() -> _Words:
    raw = tomllib.loads(files("kordef.builders").joinpath("data", "deal_entries.toml").read_text("utf-8"))
    parties = {word: side for side, words in raw["parties"].items() for word in words.split()}
    fields = {name: frozenset(words.split()) for name, words in raw["fields"].items()}
    rows = {name: frozenset(words.split()) for name, words in raw["rows"].items()}
    return _Words(parties, fields, rows, frozenset(raw["aside"].split()))


def spans_between(
    tokens: Sequence[Token], start: int, marks: Sequence[str] = (",", ";", ".", "|")
) -> Iterator[tuple[int, int]]:
    """The parts of a line between marks outside brackets; one is a colon between a date and a sum: "ordered 2021: $9 m"."""
    low, depth = start, 0
    for at in range(start, len(tokens)):
        text = tokens[at].text
        if tokens[at].kind == "mark":
            depth = max(0, depth + (text == "(") - (text == ")"))
            if not depth and (text in marks or (text == ":" and at > low and _parts_date_and_sum(tokens, at))):
                if at > low:
                    yield low, at
                low = at + 1
    if len(tokens) > low:
        yield low, len(tokens)


def _parts_date_and_sum(tokens: Sequence[Token], at: int) -> bool:
    dated = tokens[at - 1].kind == "date" or tokens[at - 1].text == ")"
    return dated and bool(money_in(tokens[at + 1 : at + 2]))


def is_goods(part: Sequence[Token]) -> bool:
    """Whether a part is a weapon, a number, or both, with at most a word or two beside them."""
    kinds = [t.kind for t in part]
    counted = count_in(part) is not None
    words = sum(k == "word" for k in kinds)
    return (
        ("weapon" in kinds or counted)
        and words <= 3
        and "actor" not in kinds
        and kinds[0] in ("weapon", "value", "mark")
    )


def count_in(tokens: Sequence[Token]) -> ValueMention | None:
    return next((m for t in tokens if isinstance(m := t.mention, ValueMention) and m.kind == "count"), None)


def money_in(tokens: Sequence[Token]) -> list[ValueMention]:
    """All sums of a part, whatever they pay for."""
    return [m for t in tokens if isinstance(m := t.mention, ValueMention) and m.kind == "money"]


def date_in(tokens: Sequence[Token]) -> DateMention | None:
    return next((m for t in tokens if isinstance(m := t.mention, DateMention) and m.period.edtf), None)


def parts_between(tokens: Sequence[Token], start: int) -> Iterator[Sequence[Token]]:
    return (tokens[low:high] for low, high in spans_between(tokens, start))


def bound_to(scene: Scene, part: Sequence[Token]) -> Side | None:
    """Who gets or sells the goods of a part: "50 Marder to Ukraine", "18 HIMARS from the United States"."""
    for n, token in enumerate(part):
        if token.text in ("to", "for", "from") and n and is_goods(part[:n]):
            actor = next((m for t in part[n + 1 : n + 3] if isinstance(m := t.mention, ActorMention)), None)
            return scene.side(actor) if actor is not None else None
    return None


def is_past(scene: Scene, date: DateMention) -> bool:
    """Whether a time of delivery lies before the day of the document, where that is known."""
    published = scene.page.document.published
    today = published.earliest if published is not None else None
    return today is not None and date.period.latest is not None and date.period.latest < today


def what_tells(part: Sequence[Token], recipient: str | None) -> str:
    """What a part of a line tells, as far as one part alone shows it."""
    fields = entry_words().fields
    first = part[0]
    if first.kind == "word" and date_in(part) is not None and sum(t.kind != "mark" for t in part) <= 5:
        if first.text in fields["ordered"]:
            return "ordered"
        if first.text in fields["delivered"] | fields["due"]:
            return "delivered"
    if money_in(part[:1]) and (len(part) == 1 or any(t.text in ("deal", "contract", "(") for t in part[1:5])):
        return "money"
    if any(t.text in ("deal", "contract") for t in part) and money_in(part):
        # "part of USD3.4 b deal of August 2022"
        return "money"
    if len(part) == 1 and date_in(part) is not None:
        return "dated"
    if first.kind == "word" and terms_in(part, recipient):
        return "terms"
    if is_goods(part):
        ordered = date_in(part) is not None and any(t.text in fields["ordered"] for t in part)
        return "goods ordered" if ordered else "goods"
    return ""
