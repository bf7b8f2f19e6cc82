"""What type checkers make of the public names; read by mypy in test_typing.py, never executed."""

from decimal import Decimal
from pathlib import Path
from typing import assert_type

import kordef
from kordef.reasons import Reason
from kordef.records import Item
from kordef.selection import Selection, TransferSelection
from kordef.vocabulary import EvidenceKind, Stage

dataset = kordef.build(["articles/", Path("one.txt")], jobs=2)
assert_type(dataset, kordef.Dataset)
assert_type(kordef.build("articles/"), kordef.Dataset)
assert_type(kordef.read_dataset("dataset.json"), kordef.Dataset)

chosen = dataset.transfers.where(supplier="KR", recipient="PL", since="2022").where(weapon="K2")
assert_type(chosen, TransferSelection)
assert_type(chosen[:2], tuple[kordef.Transfer, ...])
assert_type(dataset.of_type(kordef.Event), Selection[kordef.Event])
assert_type(dataset.dialogues.where(party="DE"), Selection[kordef.Dialogue])

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
dataset.transferz  # type: ignore[attr-defined]  # noqa: B018
chosen[0].valeu  # type: ignore[attr-defined]  # noqa: B018
chosen[0].stage = Stage.SIGNED  # type: ignore[misc]
kordef.build(["articles/"], jobs="2")  # type: ignore[arg-type]
kordef.Money(amount=3, currency="USD")  # type: ignore[arg-type]
