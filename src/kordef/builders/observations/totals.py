"""Totals of several deals, and what of them is still open: "two orders come to 290", "worth $5.76 billion between them"."""

from __future__ import annotations

from attrs import evolve

from kordef.builders.observations.indicators import Row
from kordef.builders.observations.phrases import Reading, before, counts, counts_arms, left, right
from kordef.mentions.model import ValueMention

__all__ = ["is_total", "summed"]


def summed(row: Row, at: int, value: ValueMention) -> Reading | None:
    """Totals of several deals, and what of them is still open."""
    position, _ = before(row, at)
    reading = Reading(at=at, value=value, trigger=position, holder=True)
    if row.word(position) in ("leave", "leaves", "leaving", "left") or row.word(at + 1) in ("remain", "remains"):
        open_still = row.word(at + 1) in ("remain", "remains") or any(
            row.sense(k, "remaining") for k in right(row, at, 8)
        )
        return evolve(reading, noun="remaining") if open_still else None
    if (
        any((s := row.sense(k, "total")) and s.form == "phrase" for k in left(row, at))
        and counts_arms(row, at, value)
        and not _single_deal(row, at)
        and not (row.word(at - 1) == "for" and row.kind(at - 2) == "value")  # "paid €165m for 14 tanks"
    ):
        return evolve(reading, noun="total")
    verb = row.sense(position, "total")
    if verb is not None and verb.form != "phrase" and value.noun is None and is_total(row, at):
        return evolve(reading, noun="total")
    return None


def is_total(row: Row, at: int) -> bool:
    """Whether a sum or number is that of several deals: "two orders come to 290", "worth $5.76 billion between them"."""
    behind = [row.sense(k, "total") for k in range(at + 1, min(at + 4, len(row.tokens)))]
    if any(s is not None and s.form == "phrase" for s in behind):
        if row.word(at - 1) in ("worth", "valued") and not any(
            any(s.form == "nouns" for s in row.senses.get(k, ()) if s.tag == "deal")
            or (isinstance(m := row.tokens[k].mention, ValueMention) and counts(row, k, m, "deal"))
            for k in left(row, at)
        ):
            return False  # "three ships are being built, worth $463m in all"
        return not _single_deal(row, at)
    if any(row.word(k) == "add" and row.word(k + 1) == "up" for k in right(row, at, 9)):
        return True
    position, _ = before(row, at)
    verb = row.sense(position, "total", "level")
    if verb is None:
        return False
    ahead = list(left(row, position))
    if any((s := row.sense(k, "total")) and s.form == "phrase" for k in ahead):
        return not _single_deal(row, at)
    return row.sense(position, "total") is not None and any(
        (s := row.sense(k, "deal")) and s.form == "nouns" for k in ahead
    )


def _single_deal(row: Row, at: int) -> bool:
    """Whether the clause speaks of one deal."""
    forms = [s.form for k in left(row, at) for s in row.senses.get(k, ()) if s.tag == "deal"]
    return "noun" in forms and "nouns" not in forms
