"""Which figures in the press do not add up, and why?"""

from __future__ import annotations

import sys
from pathlib import Path

import kordef

SEEDS = Path(__file__).parent.parent / "seeds"


def main(paths: list[str]) -> None:
    dataset = kordef.build(paths or [SEEDS])
    findings = kordef.audit_dataset(dataset)
    for source in dataset.sources:
        mine = [finding for finding in findings if finding.claims[0].source == source.id]
        if mine:
            print(source.title)
        for finding in mine:
            print(f"  {finding.code} {finding.severity:7} {finding.sentence}")
            print(f"       {finding.arithmetic}")
    print(f"{len(findings)} findings in {len(dataset.sources)} documents and stories")


if __name__ == "__main__":
    main(sys.argv[1:])
