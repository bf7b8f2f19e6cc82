"""The pictures of the documentation, drawn from the seeds.

    python docs/pictures.py            say which pictures show other things than the seeds do
    python docs/pictures.py --write    draw them anew

What a picture says is compared, not its bytes: how wide letters are is the machine's affair.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import kordef
from kordef import plots

DOCS = Path(__file__).resolve().parent
FOLDER = DOCS / "pictures"

PICTURES: dict[str, Callable[[kordef.Dataset], Any]] = {
    "deals.svg": lambda d: plots.deals(d.transfers.where(supplier="KR"), title="Korean deals by recipient and stage"),
    "exports.svg": lambda d: plots.figures(
        d.observations.where(party="KR"), unit="USD", title="Korean exports, as the texts state them"
    ),
    "meetings.svg": lambda d: plots.network(d.dialogues, title="Who meets whom"),
    "timeline.svg": lambda d: plots.timeline(d.agreements, title="Agreements"),
}


def words(svg: str) -> list[str]:
    """All labels of a picture, in order of the alphabet."""
    return sorted(unescape(text) for text in re.findall(r"<text\b[^>]*>([^<]+)</text>", svg))


def drawn(folder: Path) -> None:
    """Draw all pictures into a folder."""
    dataset = kordef.build([DOCS.parent / "seeds"])
    for name, draw in PICTURES.items():
        plots.save(draw(dataset), folder / name)


def outdated() -> list[str]:
    """The pictures that say other things than the seeds."""
    with tempfile.TemporaryDirectory() as folder:
        drawn(Path(folder))
        return [
            name
            for name in PICTURES
            if not (FOLDER / name).exists()
            or words((FOLDER / name).read_text("utf-8")) != words((Path(folder) / name).read_text("utf-8"))
        ]


if __name__ == "__main__":
    if "--write" in sys.argv:
        FOLDER.mkdir(exist_ok=True)
        drawn(FOLDER)
    wrong = outdated()
    for name in wrong:
        print(f"{name} shows what the seeds no longer say; python docs/pictures.py --write draws it anew")
    sys.exit(bool(wrong))
