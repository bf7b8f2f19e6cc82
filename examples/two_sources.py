"""Which deals does more than one text tell, and do the numbers agree?

Texts do not say which of their deals is which, so this goes by supplier, recipient and weapon alone: what it puts side by
side may be two orders, one on top of the other. The sentences tell.
"""

from __future__ import annotations

import sys
from pathlib import Path

import kordef
from kordef.records import Item

SEEDS = Path(__file__).parent.parent / "seeds"


def main(paths: list[str]) -> None:
    dataset = kordef.build(paths or [SEEDS])
    claims: dict[tuple[str, str, str], list[tuple[kordef.Transfer, Item]]] = {}
    for transfer in dataset.transfers:
        if transfer.supplier is None or transfer.recipient is None:
            continue
        parties = dataset.party(transfer.supplier), dataset.party(transfer.recipient)
        for item in transfer.items:
            if item.weapon is not None:
                weapon = dataset.weapon(item.weapon)
                claims.setdefault((*parties, weapon.designation or weapon.name), []).append((transfer, item))

    for (supplier, recipient, name), told in sorted(claims.items()):
        if len({transfer.source for transfer, _ in told}) < 2:
            continue
        print(f"{supplier} to {recipient}: {name}")
        for transfer, item in told:
            number = f"{item.number} ({item.counting})" if item.number else "no number"
            print(f"  {number:17} {transfer.stage:8} {dataset.source_of(transfer).title}")
        numbers = [item.number for _, item in told if item.number and item.counting == "new"]
        if len(numbers) > 1:
            agree = all(a.agrees(b, whole=True) for a in numbers for b in numbers)
            print(f"  the numbers {'can all be true of one deal' if agree else 'cannot all be of one deal'}")


if __name__ == "__main__":
    main(sys.argv[1:])
