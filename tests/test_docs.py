"""The documentation: every example runs, every shown output is true, and what is generated is up to date."""

from __future__ import annotations

import ast
import contextlib
import difflib
import doctest
import hashlib
import importlib
import importlib.util
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from places import ROOT, SEEDS

import kordef


def _loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"docs_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


runner = _loaded(ROOT / "docs" / "run.py")
PAGES = runner.pages()
MODULES = sorted(
    ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "src" / "kordef").rglob("*.py")
    if ">>>" in path.read_text("utf-8")
)
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))


def _named(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


# ---- pages


@pytest.mark.parametrize("page", PAGES, ids=_named(PAGES))
def test_every_example_of_a_page_runs_and_shows_what_it_prints(page: Path) -> None:
    shown, true = page.read_text("utf-8"), runner.rewritten(page)
    difference = "\n".join(
        difflib.unified_diff(shown.splitlines(), true.splitlines(), "shown", "true", lineterm="", n=1)
    )
    assert not difference, f"python docs/run.py --write mends this:\n{difference}"


def test_every_page_is_in_the_navigation() -> None:
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    listed = re.findall(r"[\w/-]+\.md\b", config)
    pages = [str(path.relative_to(ROOT / "docs")) for path in PAGES if path.name != "README.md"]
    assert sorted(listed) == sorted(pages)


@pytest.mark.parametrize("page", PAGES, ids=_named(PAGES))
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)", text):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=_named(PAGES))
def test_no_line_of_prose_tells_of_this_machine(page: Path) -> None:
    assert not re.search(r"/tmp/|/home/|/root/|/work/|0x[0-9a-f]{8,}", page.read_text("utf-8"))


def test_the_readme_begins_with_its_two_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    order = [text.index(mark) for mark in ("<!-- main -->", "<!-- /main -->", "<!-- test -->", "<!-- /test -->", "## ")]
    assert order == sorted(order)


# ---- the runner itself


def _page(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "page.md"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("shown", "true"),
    [
        ("```python\nprint(1)\n```\n\n```text\n2\n```\n", "```python\nprint(1)\n```\n\n```text\n1\n```\n"),
        ("```python\nprint(1)\n```\n\nProse.\n", "```python\nprint(1)\n```\n\n```text\n1\n```\n\nProse.\n"),
        ("```python\nx = 1\n```\n\n```text\n2\n```\n", "```python\nx = 1\n```\n"),
        ("```python\nx = 1\n```\n\nA.\n\n```text\n2\n```\n", "```python\nx = 1\n```\n\nA.\n\n```text\n2\n```\n"),
        ("```python\nprint({})\n```\n\n```json\n[]\n```\n", "```python\nprint({})\n```\n\n```json\n{}\n```\n"),
        (
            '```text title="a.txt"\nhello\n```\n\n```console\n$ cat a.txt\n```\n',
            '```text title="a.txt"\nhello\n```\n\n```console\n$ cat a.txt\n```\n\n```text\nhello\n```\n',
        ),
        (
            "```console\n$ kordef show nowhere.json\n```\n\n```text\nkordef: as you like\n```\n",
            "```console\n$ kordef show nowhere.json\n```\n\n```text\nkordef: nowhere.json: no such file or directory\n```\n",
        ),
        ("```sh\n$ kordef show nowhere.json\n```\n", "```sh\n$ kordef show nowhere.json\n```\n"),
    ],
)
def test_the_runner_puts_the_true_output(tmp_path: Path, shown: str, true: str) -> None:
    assert runner.rewritten(_page(tmp_path, shown)) == true
    assert runner.rewritten(_page(tmp_path, true)) == true


def test_the_runner_names_the_line_that_fails(tmp_path: Path) -> None:
    page = _page(tmp_path, "Prose.\n\n```python\nx = 1\n1 / 0\n```\n")
    with pytest.raises(AssertionError, match=r"line 5: ZeroDivisionError\('division by zero'\)"):
        runner.rewritten(page)


@pytest.mark.parametrize("shown", ["", "\n```text\na table\n```\n", "\nProse.\n\n```text\nkordef: it fails\n```\n"])
def test_the_runner_refuses_a_failure_that_the_page_does_not_show(tmp_path: Path, shown: str) -> None:
    page = _page(tmp_path, f"```console\n$ kordef show nowhere.json\n```\n{shown}")
    with pytest.raises(AssertionError, match=r"a command fails.*nowhere.json: no such file"):
        runner.rewritten(page)
    hidden = _page(tmp_path, "<!-- run: kordef show nowhere.json -->\n")
    with pytest.raises(AssertionError, match="a command fails"):
        runner.rewritten(hidden)


def test_the_runner_refuses_other_commands(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="cannot run 'rm -r seeds'"):
        runner.rewritten(_page(tmp_path, "```console\n$ rm -r seeds\n```\n"))


def test_the_runner_leaves_its_folder_and_streams_as_they_were(tmp_path: Path) -> None:
    before = Path.cwd(), sys.stdin, sys.stdout
    runner.rewritten(_page(tmp_path, "```console\n$ kordef build - < seeds/sources.toml | head -n 1\n```\n"))
    assert (Path.cwd(), sys.stdin, sys.stdout) == before


# ---- docstrings


@pytest.mark.parametrize("name", MODULES)
def test_docstring_examples(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted > 0
    assert result.failed == 0


def test_the_example_of_the_package_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SEEDS.parent)
    head = (kordef.__doc__ or "").split("\n\n", 1)[1]
    code = "\n".join(line[4:] for line in head.splitlines() if line.startswith("    ") or not line)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(code.strip(), {})
    assert out.getvalue().startswith("transfer transfer-")


# ---- pictures


def test_pictures_show_what_the_seeds_say() -> None:
    pytest.importorskip("vl_convert")
    pictures = _loaded(ROOT / "docs" / "pictures.py")
    assert not pictures.outdated(), "python docs/pictures.py --write draws them anew"
    used = {name for page in PAGES for name in re.findall(r"pictures/([\w-]+\.svg)", page.read_text("utf-8"))}
    assert used == set(pictures.PICTURES)


def test_the_readme_has_the_accuracy_of_the_documentation() -> None:
    pages = (ROOT / "README.md", ROOT / "docs" / "explanation" / "limits.md")
    blocks = [re.search(r"<!-- accuracy -->(.*?)<!-- /accuracy -->", p.read_text("utf-8"), re.DOTALL) for p in pages]
    tables = [[line for line in block[1].splitlines() if line.startswith("|")] for block in blocks if block]
    assert len(tables) == 2
    assert tables[0] == tables[1] != []


# ---- examples


def _ran(script: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(script), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        check=False,
    )


@pytest.mark.parametrize("script", EXAMPLES, ids=_named(EXAMPLES))
def test_examples_print_an_answer(script: Path, tmp_path: Path) -> None:
    ran = _ran(script, tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr
    assert len(ran.stdout.splitlines()) >= 3


def test_there_are_examples_and_all_are_told_of() -> None:
    assert len(EXAMPLES) >= 4
    told = (ROOT / "examples" / "README.md").read_text("utf-8")
    for script in EXAMPLES:
        assert f"`{script.name}`" in told
        assert ast.get_docstring(ast.parse(script.read_text("utf-8")))


def test_the_table_of_a_text_of_ones_own(tmp_path: Path) -> None:
    text = tmp_path / "article.txt"
    text.write_text(
        "Romania orders guns\n\nRomania signed a contract on 9 July 2024 for over 54 K9 howitzers.\n", "utf-8"
    )
    ran = _ran(ROOT / "examples" / "text_to_csv.py", tmp_path, text.name)
    assert ran.returncode == 0, ran.stderr
    head, *rows = ran.stdout.splitlines()
    assert head.startswith("from,to,weapon,low,high,hedge,")
    assert any(",RO,K9 Thunder,54,,over," in row for row in rows)


# ---- the files around


def test_the_seeds_are_those_that_are_told_of() -> None:
    told = (SEEDS / "README.md").read_text("utf-8")
    hashes = dict(reversed(pair) for pair in re.findall(r"^([0-9a-f]{64})  (\S+)$", told, re.MULTILINE))
    assert hashes == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in SEEDS.glob("*.txt")}
    for source in kordef.build([SEEDS]).sources:
        if source.parent is None:
            assert f"`{source.file}`" in told
            assert source.publisher is None or source.publisher in told


def _cff() -> dict[str, str]:
    """The top-level keys of CITATION.cff that hold one line: enough of YAML to compare them."""
    text = (ROOT / "CITATION.cff").read_text("utf-8")
    return dict(re.findall(r"^([a-z-]+): (.+)$", text, re.MULTILINE))


def test_the_citation_is_of_this_version() -> None:
    cff = _cff()
    assert cff["version"] == kordef.__version__
    assert cff["cff-version"] == "1.2.0"
    assert {"message", "title", "type", "license"} <= cff.keys()
    yaml = pytest.importorskip("yaml", reason="PyYAML comes with the documentation's tools")
    whole = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert whole["authors"]
    assert whole["version"] == kordef.__version__
    json.dumps(whole)


def test_the_changelog_has_this_version() -> None:
    assert f"\n## {kordef.__version__}\n" in (ROOT / "CHANGELOG.md").read_text("utf-8")
