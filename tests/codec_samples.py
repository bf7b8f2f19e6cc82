"""Records by hand, and files of them, for the tests of the codec."""

from __future__ import annotations

import io
from typing import Any

from strategies import SHA

from kordef.amounts import Amount
from kordef.codec import FORMAT, VERSION, dump_jsonl, dumps_records
from kordef.evidence import Evidence
from kordef.identity import record_id
from kordef.records import Actor, Item, Record, Transfer
from kordef.values import Money
from kordef.vocabulary import ActorKind, Stage, TransferKind

SOURCE = record_id("source", SHA)
POLAND, KOREA = record_id("actor", SHA, 1), record_id("actor", SHA, 2)


def deal(**changes: Any) -> Transfer:
    """A transfer, with some fields changed."""
    given: dict[str, Any] = {
        "id": record_id("transfer", SHA, 10, 0),
        "source": SOURCE,
        "evidence": (Evidence(source=SOURCE, field="/items/0", start=10, end=13, exact="180"),),
        "kind": TransferKind.SALE,
        "stage": Stage.SIGNED,
        "supplier": KOREA,
        "items": (Item(description="tanks", number=Amount.about(180, precision=1)), Item(description="shells")),
        "value": Money(amount=Amount.exact("6.50"), currency="USD"),
    }
    return Transfer(**given | changes)


POLE = Actor(id=POLAND, source=SOURCE, name="Poland", kind=ActorKind.STATE, names=("Poland", "폴란드"), code="PL")

DOCUMENT = dumps_records((POLE, deal(), POLE), generator="test")
OLDER = f"expected dataset format {VERSION} or older, found"
NEWER = "which a newer kordef reads,"
HEAD = f'{{"format":"{FORMAT}","version":"{VERSION}","records":['


def lines_of(*records: Record) -> list[bytes]:
    """The lines of a JSON Lines file, the head first."""
    file = io.BytesIO()
    dump_jsonl(records, file)
    return file.getvalue().splitlines(keepends=True)
