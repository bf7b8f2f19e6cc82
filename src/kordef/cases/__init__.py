"""Cases: the records of several documents that speak of one thing in the world.

    >>> from kordef.cases import find_cases
    >>> find_cases([])
    ()

The way there: :mod:`~kordef.cases.profiles` says what of a record is compared, under keys that hold across documents
(:mod:`~kordef.cases.keys`); :mod:`~kordef.cases.blocking` picks the pairs worth comparing; :mod:`~kordef.cases.scoring` weighs
each field by ``rules.toml``; :mod:`~kordef.cases.clustering` makes groups that agree as a whole, and lets people's
:mod:`~kordef.cases.judgements` win; :mod:`~kordef.cases.claims` puts what the members say side by side.
"""

from __future__ import annotations

from kordef.cases.case import Case
from kordef.cases.finding import compare_records, find_cases, find_possible_cases
from kordef.cases.grades import Grade
from kordef.cases.judgements import Judgement, Opinion, judgements_from, read_judgements
from kordef.cases.model import Claim, Conflict, Consensus, FieldClaims, Reached, Value
from kordef.cases.rules import Rules, read_rules
from kordef.cases.scoring import Comparison, FieldScore

__all__ = [
    "Case",
    "Claim",
    "Comparison",
    "Conflict",
    "Consensus",
    "FieldClaims",
    "FieldScore",
    "Grade",
    "Judgement",
    "Opinion",
    "Reached",
    "Rules",
    "Value",
    "compare_records",
    "find_cases",
    "find_possible_cases",
    "judgements_from",
    "read_judgements",
    "read_rules",
]
