"""How long ``kordef.load()`` takes, as a ratio to ``json.loads`` of the same file, each in fresh processes.

    python benchmarks/load.py [--runs 15]

"first" is the first call of a process that has imported kordef and nothing of it yet, "again" is a later call. The shortest of
all runs counts.
"""

from __future__ import annotations

import argparse
import subprocess
import sys

_FILE = "from importlib import resources; data = (resources.files('kordef') / 'data' / 'dataset.json').read_bytes()"
PROGRAMS = {
    "json.loads": (f"import json, kordef; {_FILE}", "json.loads(data)"),
    "import of what it needs": ("import kordef", "import kordef.shipped"),
    "kordef.load(), first": ("import kordef", "kordef.load()"),
    "kordef.load(), again": ("import kordef; kordef.load()", "kordef.load()"),
}
_TIMED = "import time; {before}; b = time.perf_counter(); {timed}; print(time.perf_counter() - b)"


def milliseconds(before: str, timed: str, runs: int) -> float:
    """The shortest time of some runs in processes of their own."""
    command = [sys.executable, "-c", _TIMED.format(before=before, timed=timed)]
    return 1000 * min(
        float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(runs)
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    times = {name: milliseconds(before, timed, runs) for name, (before, timed) in PROGRAMS.items()}
    base = times["json.loads"]
    for name, time in times.items():
        print(f"{name:24} {time:8.1f} ms   {time / base:6.2f} of json.loads")
    return 0


if __name__ == "__main__":
    sys.exit(main())
