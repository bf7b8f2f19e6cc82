"""What do the texts say about Poland, in which sentences?"""

from __future__ import annotations

import sys
from pathlib import Path

import kordef

SEEDS = Path(__file__).parent.parent / "seeds"
CLAIMS = ("agreement", "dialogue", "transfer", "deployment", "observation", "event")


def main(paths: list[str]) -> None:
    dataset = kordef.build(paths or [SEEDS])
    told = None
    for record in dataset.of_type(kordef.Record).where(party="PL"):
        if record.type not in CLAIMS:
            continue
        why = kordef.explain(dataset, record)
        if why.source.id != told:
            told = why.source.id
            print(f"\n{why.source.publisher or why.source.file}: {why.source.title}")
        said_by = f", said by {', citing '.join(why.voices)}" if why.voices else ""
        print(f"\n  {record.type} ({record.modality}{said_by})")
        for sentence in dict.fromkeys(" ".join(reason.sentence.split()) for reason in why.reasons):
            print(f"    {sentence}")


if __name__ == "__main__":
    main(sys.argv[1:])
