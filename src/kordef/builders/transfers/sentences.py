"""What a sentence is about: its main clause, whether a state in it only owns a firm or describes goods, an entry and its day."""

from __future__ import annotations

from bisect import bisect_left

from kordef.builders.grammar.tokens import Line
from kordef.builders.transfers.deals import Side
from kordef.builders.transfers.labels import behind_deal
from kordef.mentions.model import ActorMention, DateMention
from kordef.vocabulary import ActorKind

__all__ = ["describes_goods", "entry_date", "governor", "is_entry", "main_clause", "owns_firm", "word_before"]


def word_before(line: Line, at: int, low: int = 0) -> str:
    """The word before an actor and those beside it: "with" in "with Chinese special forces", "from" in "from the US Army"."""
    while at > low and (line.tokens[at - 1].kind == "actor" or line.tokens[at - 1].text == "the"):
        at -= 1
    return line.tokens[at - 1].text if at > low else ""


def governor(line: Line, side: Side) -> str:
    """The word that governs a state in a sentence: "in" in "in the Philippine books"."""
    return word_before(line, bisect_left(line.tokens, side.witness.start, key=lambda t: t.start))


def entry_date(line: Line) -> DateMention | None:
    """The day or month that a line consists of, or begins with before a colon or dash."""
    tokens = line.tokens
    date = tokens[0].mention if tokens else None
    if not isinstance(date, DateMention) or date.dateline or len(date.period.edtf or "") not in (7, 10):
        return None
    if date.period.edtf is None or not date.period.edtf[:4].isdecimal():
        return None
    alone = all(t.kind == "mark" for t in tokens[1:])
    return date if alone or tokens[1].text in (":", "–", "—", "-", "|") else None


def is_entry(line: Line) -> bool:
    """Whether a line is an entry of a register that only looks like a heading: "S: France. Rafale, 26, ordered 2025"."""
    if behind_deal(line.tokens) is not None:
        # "Deal 2: K9, 36 units"
        return True
    labelled = len(line.tokens) > 3 and line.tokens[1].text == ":" and line.tokens[0].text in ("r", "s", "l")
    return labelled and any(t.kind in ("value", "weapon") for t in line.tokens[3:])


def owns_firm(line: Line, side: Side) -> bool:
    """Whether a state is only named as the home of a firm: "Italy's Leonardo is supplying"."""
    at = bisect_left(line.tokens, side.witness.start, key=lambda t: t.start)
    behind = line.tokens[at + 1 : at + 3]
    if len(behind) < 2 or behind[0].text not in ("'s", "’s"):
        return False
    firm = behind[1].mention
    return isinstance(firm, ActorMention) and firm.kind is ActorKind.COMPANY


def describes_goods(line: Line, side: Side) -> bool:
    """Whether a state is only an adjective of goods: "The French guns are to replace"."""
    if not isinstance(side.witness, ActorMention) or side.witness.form != "adjective":
        return False
    at = bisect_left(line.tokens, side.witness.start, key=lambda t: t.start)
    return any(t.kind == "weapon" for t in line.tokens[at + 1 : at + 2])


def main_clause(line: Line) -> int:
    """Where a sentence goes on behind the clause that it begins with: "If Russia attacked, South Korea might supply"."""
    tokens = line.tokens
    if tokens and tokens[0].text in _SUBORDINATE and "," in line.texts:
        return next(n for n, t in enumerate(tokens, 1) if t.text == ",")
    return 0


_SUBORDINATE = frozenset("if when after as while although since because with despite before until".split())
