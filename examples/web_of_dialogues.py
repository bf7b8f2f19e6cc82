"""Whom does Korea meet in Europe, how often, and where does it say so?"""

from __future__ import annotations

import sys
from pathlib import Path

import kordef

SEEDS = Path(__file__).parent.parent / "seeds"


def main(paths: list[str]) -> None:
    dataset = kordef.build(paths or [SEEDS])
    # officials and ministries stand for their states, and a meeting that two texts tell of counts once
    web = kordef.network(dataset.dialogues, by_state=True)
    names = {node.key: node.name for node in web.nodes}
    for link in web.links:
        if "state:KR" not in (link.first, link.second):
            continue
        other = link.second if link.first == "state:KR" else link.first
        print(f"{names[other]}: {link.weight} meeting{'s' if link.weight > 1 else ''}")
        for key in link.records:
            dialogue = dataset.get(key, kordef.Dialogue)
            if dialogue is not None:
                print(f"  {dialogue.date or 'no date'!s:<11} {dialogue.name}: {kordef.quote(dialogue)}")


if __name__ == "__main__":
    main(sys.argv[1:])
