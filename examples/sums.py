"""Which sums does the press give, in which currency, with which hedge?"""

from __future__ import annotations

import sys
from pathlib import Path

import kordef
from kordef.evidence import facts

SEEDS = Path(__file__).parent.parent / "seeds"


def main(paths: list[str]) -> None:
    dataset = kordef.build(paths or [SEEDS])
    by_currency: dict[str, list[str]] = {}
    for record in dataset:
        for pointer, value in facts(record):
            if not isinstance(value, kordef.Money):
                continue
            amount = value.amount
            ends = " to ".join(
                "…" if end is None else f"{end:,.0f}" for end in (amount.interval.low, amount.interval.high)
            )
            words = next((e.exact for e in record.evidence if e.field == pointer), "")
            line = f"{amount!s:16} {amount.qualifier:9} {ends:34} {record.type:12} {' '.join(words.split())!r}"
            by_currency.setdefault(value.currency, []).append(line)

    for currency, lines in sorted(by_currency.items()):
        print(currency)
        for line in dict.fromkeys(lines):
            print(f"  {line}")


if __name__ == "__main__":
    main(sys.argv[1:])
