"""Run every example of the documentation, and compare what it prints with what the page shows.

    python docs/run.py            say which shown outputs are not true
    python docs/run.py --write    put the true ones in their place

Each page has a scratch folder of its own with a copy of the seeds in ``seeds/``. In the order of the page:

- a fenced block with a title (```` ```text title="guns.txt" ````) is a file of that name;
- a ``python`` block is executed, all blocks of a page in one namespace;
- a ``console`` block has lines ``$ kordef ...``, which may end in ``| head -n 5``, ``| tail -n 5``, ``< FILE`` or ``> FILE``;
- a ``text`` or ``json`` block straight behind an executed one shows what that printed; a command may fail only where the
  page shows its error ("kordef: ...") already;
- ``<!-- run: kordef ... -->`` runs a command that the page does not show;
- ``<!-- id: EXPRESSION -->`` gives the record id that the next block's command uses: an expression over ``dataset``, the
  dataset in ``dataset.json``;
- what stands between ``<!-- generated: NAME -->`` and ``<!-- /generated -->`` is written by ``generated.py``.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import shlex
import shutil
import sys
import tempfile
import textwrap
import traceback
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
WIDTH = "120"
"""How wide the terminal is that the shown tables are made for."""

sys.path.insert(0, str(DOCS))  # for generated.py, wherever this file is loaded from

_FENCE = re.compile(r"^(?P<indent> *)```(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=indent)```[ ]*$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"^<!-- (?P<what>run|id): (?P<text>.*?) -->$", re.MULTILINE)
_GENERATED = re.compile(
    r"^<!-- generated: (?P<name>[\w-]+) -->\n(?P<body>.*?)^<!-- /generated -->$", re.MULTILINE | re.DOTALL
)
_TITLE = re.compile(r'title="([^"]+)"')
_ID = re.compile(r"\b[a-z_]+-[0-9a-f]{12}\b")


def pages() -> tuple[Path, ...]:
    """Every page that has examples: the documentation, the README."""
    return (ROOT / "README.md", *sorted(DOCS.rglob("*.md")))


@dataclass
class Page:
    """A page with its scratch folder and what its examples have defined."""

    path: Path
    folder: Path
    names: dict[str, Any] = field(default_factory=lambda: {"__name__": "__main__"})
    wanted_id: str | None = None
    failed: bool = False

    def rewritten(self) -> str:
        """The text of the page as it should be."""
        from generated import GENERATORS

        text = _GENERATED.sub(
            lambda m: f"<!-- generated: {m['name']} -->\n{GENERATORS[m['name']]()}\n<!-- /generated -->",
            self.path.read_text("utf-8"),
        )
        parts: list[str] = []
        done = 0
        printed: str | None = None
        for match in sorted((*_FENCE.finditer(text), *_COMMENT.finditer(text)), key=lambda m: m.start()):
            between, block = text[done : match.start()], match[0]
            kind = match.groupdict().get("info", "").strip()
            done = match.end()
            if printed is not None:
                shown, printed = printed, None
                behind = kind in ("text", "json") and not between.strip()
                self._refuse_failure(shown, match["body"] if behind else "")
                if behind:
                    parts.append(f"{between}{_block(kind, shown)}" if shown.strip() else "")
                    continue
                if shown.strip():
                    parts.append(f"\n\n{_block('text', shown)}")
            if kind == "console" and self.wanted_id:
                block, self.wanted_id = _ID.sub(self.wanted_id, block), None
            parts += (between, block)
            printed = self._run(match, block)
        self._refuse_failure(printed or "", "")
        if printed and printed.strip():
            parts.append(f"\n\n{_block('text', printed)}")
        return "".join((*parts, text[done:]))

    def _refuse_failure(self, printed: str, page: str) -> None:
        if self.failed and not page.startswith("kordef"):
            raise AssertionError(f"a command fails, and the page does not show that it should: {printed.strip()}")
        self.failed = False

    def _run(self, match: re.Match[str], block: str) -> str | None:
        """What a block or comment prints; ``None`` for one that is not executed."""
        groups = match.groupdict()
        if "what" in groups:
            if groups["what"] == "run":
                self._refuse_failure(self._command(groups["text"]), "")
            else:
                from kordef import read_dataset

                dataset = read_dataset(self.folder / "dataset.json")
                self.wanted_id = str(eval(groups["text"], {"dataset": dataset}))
            return None
        info, body = groups["info"].strip(), textwrap.dedent(groups["body"])
        if title := _TITLE.search(info):
            file = self.folder / title[1]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(body, "utf-8")
            return None
        if info == "python":
            line = match.string.count("\n", 0, match.start()) + 1
            return self._python("\n" * line + body)
        if info == "console":
            commands = block.replace("\\\n", " ").splitlines()
            return "".join(self._command(c.removeprefix("$ ")) for c in commands if c.startswith("$ "))
        return None

    def _python(self, code: str) -> str:
        out = io.StringIO()
        with redirect_stdout(out), redirect_stderr(out):
            try:
                exec(compile(code, str(self.path), "exec", dont_inherit=True), self.names)
            except Exception as problem:
                lines = [f.lineno for f in traceback.extract_tb(problem.__traceback__) if f.filename == str(self.path)]
                raise AssertionError(f"line {lines[0] if lines else '?'}: {problem!r}") from problem
        return out.getvalue()

    def _command(self, line: str) -> str:
        shown = ""
        for words in _stages(line):
            shown = self._stage(words, shown.encode())
        return shown

    def _stage(self, words: list[str], data: bytes) -> str:
        target = None
        if "<" in words:
            at = words.index("<")
            data = Path(words[at + 1]).read_bytes()
            words = words[:at]
        if ">" in words:
            at = words.index(">")
            target = Path(words[at + 1])
            words = words[:at]
        match words:
            case ["kordef", *arguments]:
                out, code = _kordef(arguments, data)
                # An audit or a comparison that finds something has not failed: it says so with its exit code.
                self.failed |= code != 0 and (arguments[0] not in ("audit", "diff") or out.startswith("kordef"))
            case ["head" | "tail" as end, "-n", number]:
                lines = data.decode().splitlines(keepends=True)
                out = "".join(lines[: int(number)] if end == "head" else lines[-int(number) :])
            case ["cat", *files]:
                out = "".join(Path(f).read_text("utf-8") for f in files)
            case _:
                raise AssertionError(f"{self.path}: cannot run {' '.join(words)!r}")
        if target is None:
            return out
        target.write_text(out, "utf-8")
        return ""


def _block(kind: str, printed: str) -> str:
    end = "" if printed.endswith("\n") else "\n"
    return f"```{kind}\n{printed}{end}```"


def _stages(line: str) -> Iterator[list[str]]:
    """The words of each command of a pipe."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|<>")
    lexer.whitespace_split = True
    for is_bar, words in groupby(lexer, "|".__eq__):
        if not is_bar:
            yield list(words)


def _kordef(arguments: list[str], data: bytes) -> tuple[str, int]:
    """What the command prints, on both streams, and its exit code."""
    from kordef.cli import main

    out = io.StringIO()
    kept = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
    try:
        with redirect_stdout(out), redirect_stderr(out):
            code = main(arguments)
    finally:
        sys.stdin = kept
    return out.getvalue(), code


@contextmanager
def scratch() -> Iterator[Path]:
    """An empty folder with the seeds in it, made the current one."""
    width = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = WIDTH
    try:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            shutil.copytree(ROOT / "seeds", folder / "seeds", ignore=shutil.ignore_patterns("README.md"))
            with chdir(folder):
                yield folder
    finally:
        if width is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = width


def rewritten(path: Path) -> str:
    """The text of a page with every shown output and generated part as it should be."""
    with scratch() as folder:
        text = Page(path, folder).rewritten()
    return "".join(line.rstrip() + "\n" for line in text.splitlines())


def main() -> int:
    """Check or rewrite all pages, or those that are given."""
    parser = argparse.ArgumentParser(description="Run the examples of the documentation.")
    parser.add_argument("pages", nargs="*", type=Path, metavar="PAGE", help="pages to run (all where not given)")
    parser.add_argument("--write", action="store_true", help="put the true outputs in the place of those shown")
    arguments = parser.parse_args()
    stale = 0
    for path in [p.resolve() for p in arguments.pages] or pages():
        try:
            text = rewritten(path)
        except Exception as problem:
            print(f"{path.relative_to(ROOT)}: {problem}", file=sys.stderr)
            stale += 1
            continue
        if text != path.read_text("utf-8"):
            print(f"{path.relative_to(ROOT)}: {'rewritten' if arguments.write else 'a shown output is not true'}")
            if arguments.write:
                path.write_text(text, "utf-8")
            else:
                stale += 1
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
