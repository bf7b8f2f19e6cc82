"""Which deals, agreements and meetings does more than one text tell, and can all of it be true?

Each case is shown with the claims of its texts: what they agree on, and where they conflict. The texts stay as they are.
"""

from __future__ import annotations

import sys
from pathlib import Path

import kordef

SEEDS = Path(__file__).parent.parent / "seeds"


def main(paths: list[str]) -> None:
    dataset = kordef.build(paths or [SEEDS])
    for case in dataset.cases:
        titles = [dataset.source_of(record).title for record in case.records]
        print(f"{case.type}, told by")
        for number, title in enumerate(titles, 1):
            print(f"  [{number}] {title}")
        for field in case.claims:
            if len({claim.record for claim in field.claims}) < 2:
                continue
            said = "; ".join(f"[{case.members.index(claim.record) + 1}] {claim}" for claim in field.claims)
            if field.conflict is not None:
                print(f"  conflict in {field.conflict.sentence}")
            elif field.consensus is not None:
                print(f"  {field.field}: {field.consensus} ({field.consensus.reached.replace('_', ' ')})")
            else:
                print(f"  {field.field}: {said}")


if __name__ == "__main__":
    main(sys.argv[1:])
