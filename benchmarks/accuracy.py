"""How much of an annotated corpus is found: runs ``kordef annotate`` over a folder and prints the scorer's table.

    python benchmarks/accuracy.py CORPUS [--errors FAMILY] [--docs 001,002]

CORPUS has ``docs/``, ``gold.jsonl`` and optionally ``index.jsonl`` (publication dates; without it the texts must date
themselves). The scorer is ``score.py`` of the corpus, in the folder or the one above.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def sources_toml(corpus: Path) -> str:
    """The publication dates of a corpus's index as a ``sources.toml``."""
    entries = []
    for line in (corpus / "index.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        if not entry.get("published"):
            continue
        entries.append(
            f'[[source]]\nfile = "{entry["doc"]}.txt"\npublished = "{entry["published"]}"\npublished_basis = "printed"\n'
        )
    return "\n".join(entries)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--errors", metavar="FAMILY")
    parser.add_argument("--docs")
    parser.add_argument("--undated", action="store_true", help="do not tell the publication dates of the index")
    arguments = parser.parse_args()
    corpus: Path = arguments.corpus.resolve()
    corpus = corpus.parent if corpus.name == "docs" else corpus
    scorer = next((p for p in (corpus / "score.py", corpus.parent / "score.py") if p.is_file()), None)
    if scorer is None or not (corpus / "gold.jsonl").is_file():
        print(f"{corpus}: expected docs/, gold.jsonl and a score.py here or in the folder above", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        # the corpus may be read-only, and a sources.toml names the documents beside it
        documents = Path(shutil.copytree(corpus / "docs", Path(folder) / "docs"))
        documents.chmod(0o755)
        if (corpus / "index.jsonl").is_file() and not arguments.undated:
            (documents / "sources.toml").write_text(sources_toml(corpus), "utf-8")
        subprocess.run([sys.executable, "-m", "kordef", "annotate", str(documents), "-o", str(predicted)], check=True)
        extra = [x for name in ("errors", "docs") if (v := getattr(arguments, name)) for x in (f"--{name}", v)]
        return subprocess.run(
            [sys.executable, str(scorer), str(corpus / "gold.jsonl"), str(predicted), *extra], check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
