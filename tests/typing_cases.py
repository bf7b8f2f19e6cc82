"""What type checkers make of the public names; read by mypy in test_typing.py, never executed."""

from decimal import Decimal
from pathlib import Path
from typing import assert_type

import kordef
from kordef.cases import Conflict, FieldClaims
from kordef.cases.explanation import CaseExplanation
from kordef.comparison import Change
from kordef.curation import Share, share_of
from kordef.reasons import Reason
from kordef.records import Item
from kordef.selection import (
    AgreementSelection,
    ByAmount,
    ByTime,
    DialogueSelection,
    EventSelection,
    ObservationSelection,
    Selection,
    StatementSelection,
    TransferSelection,
)
from kordef.vocabulary import EvidenceKind, Stage

kordef.Trasnfer  # type: ignore[attr-defined]  # noqa: B018

dataset = kordef.build(["articles/", Path("one.txt")], jobs=2)
assert_type(dataset, kordef.Dataset)
assert_type(kordef.build("articles/"), kordef.Dataset)
assert_type(kordef.read_dataset("dataset.json"), kordef.Dataset)

chosen = dataset.transfers.where(supplier="KR", recipient="PL", since="2022").where(weapon="K2")
assert_type(chosen, TransferSelection)
assert_type(chosen[:2], tuple[kordef.Transfer, ...])
assert_type(dataset.of_type(kordef.Event), EventSelection)
assert_type(dataset.of_type(kordef.Record), Selection[kordef.Record])
assert_type(dataset.sources, Selection[kordef.Source])
assert_type(dataset.dialogues.where(party="DE", role="host"), DialogueSelection)
assert_type(dataset.agreements.where(status="signed", at_least="1 billion EUR")[0], kordef.Agreement)
assert_type(dataset.agreements.by_time("2022/2024"), ByTime[AgreementSelection])
assert_type(dataset.observations.by_amount("5 percent").above, ObservationSelection)
assert_type(chosen.by_amount(100, 200), ByAmount[TransferSelection])
assert_type(chosen.by_time(kordef.Period.year(2022)).cannot_tell, TransferSelection)
assert_type(dataset.statements.where(speaker=("KR", "PL"), affiliates=True), StatementSelection)

assert_type(dataset.cases, tuple[kordef.Case, ...])
assert_type(dataset.case_of(chosen[0]), kordef.Case | None)
assert_type(dataset.cases[0].claims, tuple[FieldClaims, ...])
assert_type(dataset.cases[0].conflicts, tuple[Conflict, ...])
assert_type(dataset.with_judgements(kordef.read_judgements("judgements.jsonl")), kordef.Dataset)
assert_type(kordef.explain(dataset, dataset.cases[0]), CaseExplanation)

summed = kordef.total(chosen, weapon="K2", including=["option"])
assert_type(summed, kordef.Total)
assert_type(summed.value("USD"), kordef.Money | None)
assert_type(summed.goods[0].number, kordef.Amount)
assert_type(kordef.timeline(chosen), kordef.Timeline)
assert_type(kordef.network(dataset.of_type(kordef.Record), by_state=True), kordef.Network)
assert_type(kordef.compare(dataset, dataset).changed, tuple[Change, ...])
assert_type(share_of(dataset), Share)
assert_type(kordef.build("articles/", curation=kordef.Curation()), kordef.Dataset)

for transfer in chosen:
    assert_type(transfer, kordef.Transfer)
    assert_type(transfer.supplier, str | None)
    assert_type(transfer.stage, Stage)
    assert_type(transfer.items, tuple[Item, ...])
    assert_type(transfer.items[0].number, kordef.Amount | None)
    assert_type(dataset.source_of(transfer).published, kordef.Period | None)
    if transfer.value:
        assert_type(transfer.value, kordef.Money)
        assert_type(transfer.value.amount.low, Decimal | None)
        assert_type(transfer.value.greater(transfer.value), bool | None)

assert_type(dataset["actor-0123456789ab"], kordef.Record)
assert_type(dataset.get("actor-0123456789ab"), kordef.Record | None)
assert_type(dataset.get("actor-0123456789ab", kordef.Actor), kordef.Actor | None)
assert_type(dataset.observations[0].value, kordef.Money | kordef.Quantity)

why = kordef.explain(dataset, chosen[0])
assert_type(why, kordef.Explanation)
assert_type(why.reasons, tuple[Reason, ...])
assert_type(why.reasons[0].kind, EvidenceKind)
assert_type(kordef.loads("{}", kordef.Money), kordef.Money)
assert_type(kordef.extract(kordef.read_text("note", "text")).records, tuple[kordef.Record, ...])

# mistakes that must not pass: --warn-unused-ignores reports each that does
dataset.transfers.where(buyer="PL")  # type: ignore[call-arg]
dataset.dialogues.where(supplier="KR")  # type: ignore[call-arg]
dataset.agreements.where(weapon="K2")  # type: ignore[call-arg]
dataset.statements.where(at_least=5)  # type: ignore[call-arg]
dataset.transfers.where(since=2022)  # type: ignore[arg-type]
dataset.transfers.where(affiliates="KR")  # type: ignore[arg-type]
kordef.total(dataset.agreements)  # type: ignore[arg-type]
dataset.transferz  # type: ignore[attr-defined]  # noqa: B018
chosen[0].valeu  # type: ignore[attr-defined]  # noqa: B018
chosen[0].stage = Stage.SIGNED  # type: ignore[misc]
kordef.build(["articles/"], jobs="2")  # type: ignore[arg-type]
kordef.Money(amount=3, currency="USD")  # type: ignore[arg-type]
