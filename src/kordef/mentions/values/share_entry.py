"""Entering shares and multiples: fractions as percentages, "doubled" as how many times as much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kordef.mentions.values.counts import noun_behind
from kordef.mentions.values.entry import ValueEntries
from kordef.mentions.values.hedges import EXACT, before
from kordef.mentions.values.shares import Share, read_share
from kordef.vocabulary import Qualifier

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["ShareEntries"]


class ShareEntries(ValueEntries):
    """Enters fractions and multiples."""

    def share(self, share: Share, words: list[str]) -> int:
        """Enter a fraction, as a percentage, alone or as the first of a range of fractions; the answer is where it ends."""
        text = self.text
        low = high = share.percent
        end = share.end
        joint = next((joint for joint in (" to ", "–", "-", " and ") if text.startswith(joint, end)), None)
        if joint is not None and (joint != " and " or (words and words[-1].lower() == "between")):
            other = read_share(text, end + len(joint), self.high, "", hedged=True)
            if isinstance(other, Share) and other.percent > low:
                high, end = other.percent, other.end
        hedge = before(text, share.start, words, measured=True)
        start = min(hedge.start, share.start - len("between ")) if high != low and joint == " and " else hedge.start
        qualifier = hedge.qualifier if hedge.qualifier is not EXACT else Qualifier.FRACTION
        noun = noun_behind(text, end, self.high, vague=True)
        self.append(
            start,
            end,
            "percent",
            "percent",
            low,
            high,
            qualifier if high == low else Qualifier.RANGE,
            (share.start, end),
            noun=(noun.start, noun.end) if noun.head else None,
        )
        return end

    def multiple(self, start: int, end: int, factor: Decimal, words: list[str], precision: Decimal | None) -> None:
        """Enter how many times as much something is: "doubled", "almost fourfold"."""
        hedge = before(self.text, start, words, measured=False)
        smaller = factor < 1
        qualifier = Qualifier.FRACTION if smaller and hedge.qualifier is EXACT else hedge.qualifier
        change = -1 if smaller else 0
        self.append(
            hedge.start,
            end,
            "other",
            "multiple",
            factor,
            factor,
            qualifier,
            (start, end),
            precision=precision,
            change=change,
        )
