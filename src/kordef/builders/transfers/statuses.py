"""What the cell that is headed "Status" says of its row: "Cancelled in 2024", "On hold", "Lost to Leopard 2A8", "Option".

An entry of a list may say so behind its goods: "Norway: 24 K9 howitzers, delivered".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from kordef.builders.deal_words import stage_of, status_words
from kordef.builders.grammar.tokens import Token
from kordef.builders.transfers.deals import Dated, Draft
from kordef.builders.transfers.parts import date_in
from kordef.vocabulary import Counting, Stage, Term

__all__ = ["HALTED", "Status", "mark", "status_in", "status_of"]

HALTED = (Stage.CANCELLED, Stage.SUSPENDED)
"""The stages that come after a contract without doing away with the day on which it was signed."""
_PART = re.compile(r"[;,.()]+|\b(?:then|but|now)\b")
_BEFORE = re.compile(r"\bafter\b[^;,.()]*")
"""What came first: "delivered after suspension", "cancelled after talks"."""
_NO_WORD = re.compile(r"[^\w&]+")
_LIFTED = re.compile(
    r"\b(?:not|never|no longer|un|lifted|resumed|reinstated|averted|danger|risk|threat\w*|from (?:service|use))\b"
)
"""Words by which nothing is halted: "not cancelled", "suspension lifted", "withdrawn from service"."""
_NOT = re.compile(r"\b(?:not|no|never|without)\b(?: (?:a|any|been|fully|yet))*")
_NUMBER = re.compile(r"\b\d{1,3}\b")
_OTHERS = frozenset("option options further follow-on additional second third more remainder rest another".split())
"""Words by which a part of a status is about goods other than those of the row: "delivered; option cancelled"."""
_DATES = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*|from|in|by|until|since|to|and|of|as|the|early|mid|late|"
    r"q|h|due|units?|n|a|tbd|tbc|nil|none"
)
"""Words of a status that say nothing of how far a deal has come."""


_ENTRY = re.compile(
    r"(?:(?:all|both|fully|already|now|since|being|contract|order|deal|sale|still|put|later|then|as|an|bid|tender) )*"
    r"(?:delivered|received|completed|in service|(?:under|in) negotiations?|in talks|negotiating|cancell?ed|terminated|rejected|"
    r"suspended|on hold|frozen|halted|options?|optional|(?:only |just )?planned|(?:under|being) (?:evaluation|consideration)|"
    r"considered|offered|tender|lost(?: to)?|deliveries (?:begun|started|ongoing|under way|underway)|being delivered|"
    r"not(?: yet)? signed|not ordered|no contract)(?: in| since| from)?"
)
"""The words of a part of an entry that tells how far its deal has come, and nothing else."""


@frozen
class Status:
    """How far a deal has come, and whether it is no more than an option; ``stage`` is ``None`` where no rule knows."""

    stage: Stage | None
    option: bool = False


def status_of(words: str) -> Status | None:
    """What the words of a status (in lower case) say; ``None`` where it has none but those of dates and numbers."""
    words = _BEFORE.sub("", words)
    parts = [part for part in _PART.split(words) if part.strip()]
    own = [part for n, part in enumerate(parts) if not n or _OTHERS.isdisjoint(part.split())]
    halts = [(n, stage) for n, part in enumerate(own) if (stage := _halt(part)) is not None]
    if halts and all(_stage(part) is None for part in own[halts[-1][0] + 1 :]):
        return Status(halts[-1][1])
    if halts:
        # "suspended 2014, delivered 2016"
        return Status(next(s for part in reversed(own) if (s := _stage(part)) is not None))
    first = own[0].split()[:1] if own else []
    words = "; ".join(own)
    stage = _stage(words)
    if stage is None and first in (["option"], ["options"], ["optional"]):
        # "option for 12 more" is about others than those of the row
        return Status(Stage.CONSIDERED, option=True) if _NUMBER.search(words) is None else None
    stage = stage or _phrase(words, *(str(s) for s in Stage if s not in HALTED))
    if stage is None and all(_DATES.fullmatch(word) for word in re.findall(r"[^\W\d_]+", words)):
        return None
    return Status(stage)


def _stage(part: str) -> Stage | None:
    """The stage of which the words of a status speak that is not halted."""
    if _halt(part) is not None:
        return None
    stage = _phrase(part, *_STAGES) or stage_of(part)
    if stage is not None and stage in _SHORT_OF and (denial := _NOT.search(part)) is not None:
        # "no contract", "not delivered"; not "signed; not cancelled"
        told = stage_of(part[: denial.start()]) or stage_of(part[denial.end() :].partition(";")[2])
        return told or _SHORT_OF[stage]
    return stage


_SHORT_OF = {Stage.SIGNED: Stage.PLANNED, Stage.DELIVERING: Stage.SIGNED, Stage.DELIVERED: Stage.SIGNED}
"""Where a deal stands of which it is denied that it has come to a stage."""


def _halt(part: str) -> Stage | None:
    """Whether a part of a status says that the deal was called off or is held up."""
    lost = _phrase(part, "lost")
    return lost if lost is not None or _LIFTED.search(part) is not None else _phrase(part, *map(str, HALTED))


def _phrase(words: str, *names: str) -> Stage | None:
    """The stage of the first of these lists one of whose phrases, as the beginning of words, is there."""
    joined = f" {_NO_WORD.sub(' ', words).strip()} "
    for name in names:
        if any(f" {phrase}" in joined for phrase in status_words().get(name, ())):
            return _STAGES.get(name) or Stage(name)
    return None


_STAGES = {"talks": Stage.NEGOTIATING, "taken": Stage.SIGNED, "chosen": Stage.SELECTED, "lost": Stage.CANCELLED}
"""The lists of phrases that go before those of stages."""


def status_in(part: Sequence[Token]) -> Status | None:
    """What a part of an entry says that only tells how far its deal has come; a delivery with a day is told by that."""
    words = [t.text for t in part if t.kind == "word"]
    if not words or _ENTRY.fullmatch(" ".join(words)) is None:
        return None
    if any(t.kind not in ("word", "date") and not (t.kind == "weapon" and words[-1] == "to") for t in part):
        return None
    status = status_of(" ".join(words))
    dated = status is not None and status.stage is Stage.DELIVERED and date_in(part) is not None
    return None if dated else status


def mark(draft: Draft, status: Status, part: Sequence[Token]) -> None:
    """Tell the stage of an entry as its own words do; the day of the order stays what it is."""
    date = date_in(part)
    draft.stage = status.stage or draft.stage
    if date is not None:
        draft.dates = [*(d for d in draft.dates if d.mention is not date), Dated(stage=draft.stage, mention=date)]
    if status.option:
        draft.goods = [evolve(g, counting=Counting.OPTION) for g in draft.goods]
        draft.terms.setdefault(Term.OPTION, part[0])
