"""How have arms exports grown, as the press states it, and what do the hedges and roundings leave open?

With the name of a file ending in .html, .svg or .png as the first argument it draws them, each with its band; that needs
the extra `plots`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import kordef

SEEDS = Path(__file__).parent.parent / "seeds"


def main(arguments: list[str]) -> None:
    picture = arguments.pop(0) if arguments and arguments[0].endswith((".html", ".svg", ".png")) else None
    dataset = kordef.build(arguments or [SEEDS])
    exports = dataset.observations.where(party="KR")
    for observation in exports:
        value = observation.value
        if observation.period is None or not isinstance(value, kordef.Money):
            continue  # shares and trend-indicator values are not money, and a figure needs a time
        print(f"{observation.period!s:<10} {value!s:<18} leaves open {value.amount.interval} {value.currency}")
        print(f"  {observation.indicator}; {dataset.source_of(observation).title}")
    if picture:
        from kordef import plots

        plots.save(plots.figures(exports, unit="USD", title="Korean exports, as the texts state them"), picture)
        print(f"drawn in {picture}")


if __name__ == "__main__":
    main(sys.argv[1:])
