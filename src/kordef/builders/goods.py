"""The goods in a sentence: which number counts which weapon, and which weapon a class noun or a bare number means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from kordef.builders.page import Page
from kordef.builders.tokens import Line, Token
from kordef.mentions.model import ValueMention, WeaponMention
from kordef.vocabulary import Counting

__all__ = ["Good", "goods_in", "last_named", "same_goods"]

_COUNTING_UNITS = frozenset(
    ["battery", "squadron", "battalion", "regiment", "company", "brigade", "system", "set", "unit"]
)
_PLAIN_NOUNS = frozenset(
    [
        "aircraft",
        "batteries",
        "examples",
        "fighters",
        "guns",
        "helicopters",
        "howitzers",
        "jets",
        "launchers",
        "machines",
        "missiles",
        "pieces",
        "planes",
        "rockets",
        "rounds",
        "shells",
        "ships",
        "submarines",
        "systems",
        "tanks",
        "units",
        "vehicles",
        "vessels",
    ]
)
"""Nouns that say what sort of thing is counted where its name stands elsewhere."""


@frozen(kw_only=True)
class Good:
    """A weapon with the number that counts it, either of which may stand alone.

    ``unit`` is what is counted where that is not the weapon itself ("10 batteries of the Cheongung-II").
    """

    weapon: WeaponMention | None
    number: ValueMention | None
    start: int
    end: int
    unit: str | None = None
    counting: Counting = Counting.NEW


def goods_in(line: Line, within: Iterable[Token] | None = None) -> Iterator[Good]:
    """The goods of a sentence in order, those alone that some tokens belong to where they are given."""
    tokens = line.tokens
    wanted = None if within is None else {t.start for t in within}
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if isinstance(token.mention, ValueMention) and token.mention.kind == "count" and token.mention.cell is None:
            good, position = _counted(tokens, position)
            if good is not None and (wanted is None or _wanted(good, tokens, wanted)):
                yield good
            continue
        if isinstance(token.mention, WeaponMention) and (wanted is None or token.start in wanted):
            yield Good(weapon=token.mention, number=None, start=token.start, end=token.end)
        position += 1


def _wanted(good: Good, tokens: Sequence[Token], wanted: set[int]) -> bool:
    return any(good.start <= t.start < good.end and t.start in wanted for t in tokens)


def _counted(tokens: Sequence[Token], at: int) -> tuple[Good | None, int]:
    """The good that a count begins, and the position behind it; ``None`` for a count of something else."""
    token = tokens[at]
    value = token.mention
    assert isinstance(value, ValueMention)
    counting = Counting.ADDITIONAL if value.additional else Counting.NEW
    noun = (value.noun or "").split()
    head = noun[-1].lower() if noun else ""
    position = at + 1
    steps = 0
    unit = None
    while position < len(tokens) and steps < 6:
        following = tokens[position]
        if isinstance(following.mention, WeaponMention):
            return (
                Good(
                    weapon=following.mention,
                    number=value,
                    start=token.start,
                    end=following.end,
                    unit=unit or _unit(head),
                    counting=counting,
                ),
                position + 1,
            )
        if following.kind in ("value", "date"):
            break
        if following.kind == "actor" and following.text != following.text.lower():
            steps += 1
        elif following.text == "of":
            unit = _unit(head)
        elif (following.kind == "mark" and following.text not in ("-", "“", '"', "‘")) or following.text in _STOPS:
            break
        position += 1
        steps += 1
    if not noun or head in _PLAIN_NOUNS or _unit(head):
        return Good(
            weapon=None, number=value, start=token.start, end=token.end, unit=_unit(head), counting=counting
        ), at + 1
    return None, at + 1


_STOPS = frozenset(
    [
        "to",
        "from",
        "for",
        "with",
        "by",
        "in",
        "on",
        "and",
        "or",
        "at",
        "which",
        "that",
        "who",
        "were",
        "was",
        "is",
        "are",
    ]
)


def _unit(noun: str) -> str | None:
    singular = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    return singular if singular in _COUNTING_UNITS and singular not in ("unit", "system") else None


def last_named(page: Page, line: Line, head: str | None = None) -> WeaponMention | None:
    """The weapon that a bare number or a class noun means: the last one named before in the story, of a fitting class.

    A title or first sentence may name the class before the name comes; then the next one named is meant.
    """
    named = [w for w in page.mentions.weapons if w.story == line.story and w.form == "name"]
    fitting = [w for w in named if head is None or _head(w.category) == head]
    before = [w for w in fitting if w.start < line.end]
    if before:
        return before[-1]
    return fitting[0] if fitting else None


def same_goods(page: Page, one: WeaponMention | None, other: WeaponMention | None) -> bool:
    """Whether two mentions may name the same goods: one key, or a class noun and a weapon of that class."""
    if one is None or other is None:
        return True
    if one.key == other.key:
        return True
    return "class" in (one.form, other.form) and _head(one.category or one.name) == _head(other.category or other.name)


def _head(category: str | None) -> str | None:
    """The head noun of a class in the singular: howitzer of "self-propelled howitzers"."""
    if not category:
        return None
    word = category.split()[-1].lower()
    return word if word.endswith("ss") or word == "aircraft" else word.removesuffix("s")
