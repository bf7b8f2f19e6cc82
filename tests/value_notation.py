"""Values of a text in one line each, so that a test reads like a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kordef.mentions.values.finder import values_in

if TYPE_CHECKING:
    from kordef.mentions.model import ValueMention

__all__ = ["bounds", "shown", "values"]


def bounds(mention: ValueMention) -> str:
    """The bounds of a value: "12", "..12" and "12.." for an open side, "10..12" for a range."""
    low, high = mention.amount.low, mention.amount.high
    if low is not None and low == high:
        return f"{low}"
    return f"{'' if low is None else low}..{'' if high is None else high}"


def shown(mention: ValueMention) -> str:
    """A value as "quote = bounds unit qualifier"."""
    return f"{mention.exact} = {bounds(mention)} {mention.unit} {mention.amount.qualifier}"


def values(text: str) -> list[str]:
    """All values of a text, shown."""
    return [shown(mention) for mention in values_in(text)]
