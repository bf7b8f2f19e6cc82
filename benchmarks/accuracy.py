"""How much of an annotated corpus is found: runs ``kordef annotate`` over it and prints the scorer's table.

    python benchmarks/accuracy.py CORPUS [--errors FAMILY] [--docs 001,002] [--undated]

CORPUS is a folder with ``docs/``, ``gold.jsonl`` (or ``gold/`` with a file for each text) and optionally ``index.jsonl`` with
publication dates; without it the texts must date themselves. Or it is one ``.jsonl`` file of short passages, a line each:
``doc``, ``published``, ``text`` and ``facts``. The scorer is ``score.py`` of the corpus, in the folder or one above, or else
that of ``tests/corpus``.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

SCORER = Path(__file__).resolve().parents[1] / "tests" / "corpus" / "score.py"


def sources_toml(index: Iterable[str]) -> str:
    """The publication dates of a corpus as a ``sources.toml``."""
    return "\n".join(
        f'[[source]]\nfile = "{entry["doc"]}.txt"\npublished = "{entry["published"]}"\npublished_basis = "printed"\n'
        for entry in map(json.loads, index)
        if entry.get("published")
    )


def unpack(passages: Path, folder: Path) -> None:
    """Lay the passages of one file out as a folder."""
    (folder / "docs").mkdir(parents=True)
    lines = passages.read_text("utf-8").splitlines()
    (folder / "index.jsonl").write_text("\n".join(lines), "utf-8")
    with (folder / "gold.jsonl").open("w", encoding="utf-8") as gold:
        for passage in map(json.loads, lines):
            (folder / "docs" / f"{passage['doc']}.txt").write_text(passage["text"], "utf-8")
            gold.writelines(json.dumps({"doc": passage["doc"], **fact}) + "\n" for fact in passage["facts"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--errors", metavar="FAMILY")
    parser.add_argument("--docs")
    parser.add_argument("--undated", action="store_true", help="do not tell the publication dates of the index")
    arguments = parser.parse_args()
    corpus: Path = arguments.corpus.resolve()
    corpus = corpus.parent if corpus.name == "docs" else corpus
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        if corpus.is_file():
            unpack(corpus, work / "corpus")
            corpus = work / "corpus"
        gold = corpus / "gold.jsonl"
        if not gold.is_file() and (corpus / "gold").is_dir():
            gold = work / "gold.jsonl"
            gold.write_text("".join(p.read_text("utf-8") for p in sorted((corpus / "gold").glob("*.jsonl"))), "utf-8")
        if not gold.is_file() or not (corpus / "docs").is_dir():
            print(f"{corpus}: expected docs/ and gold.jsonl or gold/, or one .jsonl file", file=sys.stderr)
            return 1
        # the corpus may be read-only, and a sources.toml names the documents beside it
        documents = Path(shutil.copytree(corpus / "docs", work / "docs"))
        documents.chmod(0o755)
        if (corpus / "index.jsonl").is_file() and not arguments.undated:
            index = (corpus / "index.jsonl").read_text("utf-8").splitlines()
            (documents / "sources.toml").write_text(sources_toml(index), "utf-8")
        predicted = work / "predicted.jsonl"
        subprocess.run([sys.executable, "-m", "kordef", "annotate", str(documents), "-o", str(predicted)], check=True)
        scorer = next((p for p in (corpus / "score.py", corpus.parent / "score.py") if p.is_file()), SCORER)
        extra = [x for name in ("errors", "docs") if (v := getattr(arguments, name)) for x in (f"--{name}", v)]
        return subprocess.run([sys.executable, str(scorer), str(gold), str(predicted), *extra], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
