"""Who buys Korean arms, and at what stage is each deal?"""

from __future__ import annotations

import sys
from pathlib import Path

import kordef

SEEDS = Path(__file__).parent.parent / "seeds"


def goods(dataset: kordef.Dataset, transfer: kordef.Transfer) -> str:
    """The items of a deal in words: "over 200 K9 Thunder, 48 FA-50"."""
    names = (
        f"{item.number or ''} {dataset.weapon(item.weapon).name if item.weapon else item.description or 'goods'}"
        for item in transfer.items
    )
    return ", ".join(name.strip() for name in names) or "goods that are not named"


def main(paths: list[str]) -> None:
    dataset = kordef.build(paths or [SEEDS])
    deals: dict[str, list[kordef.Transfer]] = {}
    for transfer in dataset.transfers.where(supplier="KR"):
        buyer = dataset.party(transfer.recipient) if transfer.recipient else "a buyer who is not named"
        deals.setdefault(buyer, []).append(transfer)

    for buyer, transfers in sorted(deals.items()):
        print(buyer)
        for transfer in transfers:
            dates = ", ".join(str(stage.date) for stage in transfer.stages)
            print(f"  {transfer.stage:11} {transfer.modality:9} {dates:10} {goods(dataset, transfer)}")


if __name__ == "__main__":
    main(sys.argv[1:])
