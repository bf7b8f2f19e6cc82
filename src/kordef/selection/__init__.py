"""Selections: the records of one type in a dataset, narrowed by typed conditions.

    dataset.transfers.where(supplier="KR", weapon=("K2", "K9"), since="2022")

A condition takes one word or several, of which any will do; conditions together must all hold. Where a source leaves open
whether a date or an amount meets a condition, ``certainty`` says which records to keep
(:class:`~kordef.vocabulary.Certainty`), and ``by_time`` and ``by_amount`` sort the records by the answer.
"""

from __future__ import annotations

from kordef.selection.plain import ByAmount, ByTime, Selection
from kordef.selection.typed import (
    ActorSelection,
    AgreementSelection,
    DeploymentSelection,
    DialogueSelection,
    EventSelection,
    ObservationSelection,
    StatementSelection,
    TransferSelection,
    WeaponSelection,
)

__all__ = [
    "ActorSelection",
    "AgreementSelection",
    "ByAmount",
    "ByTime",
    "DeploymentSelection",
    "DialogueSelection",
    "EventSelection",
    "ObservationSelection",
    "Selection",
    "StatementSelection",
    "TransferSelection",
    "WeaponSelection",
]
