"""How long ``import kordef`` takes, as a ratio to importing its dependencies, each in fresh processes.

python benchmarks/imports.py [--runs 15]
"""

from __future__ import annotations

import argparse
import subprocess
import sys

PROGRAMS = {
    "nothing": "",
    "attrs, cattrs": "import attrs, cattrs",
    "kordef": "import kordef",
    "kordef, records and values": "import kordef; kordef.Transfer, kordef.Money, kordef.Dataset",
    "kordef, reading a dataset": "import kordef; kordef.read_dataset",
    "kordef, building one": "import kordef; kordef.build",
}
_TIMED = "import time; b = time.perf_counter(); {}; print(time.perf_counter() - b)"


def milliseconds(program: str, runs: int) -> float:
    """The shortest time that the program's imports take in a process of their own."""
    command = [sys.executable, "-c", _TIMED.format(program or "pass")]
    return 1000 * min(
        float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(runs)
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    times = {name: milliseconds(program, runs) for name, program in PROGRAMS.items()}
    base = times["attrs, cattrs"]
    for name, time in times.items():
        print(f"{name:28} {time:8.1f} ms   {time / base:5.2f} of attrs, cattrs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
