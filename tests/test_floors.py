"""The house has floors: a module imports only from lower ones, and there are no circles."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import kordef

ROOT = Path(kordef.__file__).parent

FLOORS = {
    "errors": 0,
    "_version": 0,
    "terminal": 0,
    "toml": 0,
    "trusted": 0,
    "markup": 0,
    "vocabulary": 0,
    "forms": 1,
    "collector": 0,
    "intervals": 1,
    "figures": 1,
    "edtf": 1,
    "currencies": 1,
    "amounts": 1,
    "periods": 1,
    "units": 1,
    "values": 1,
    "evidence": 2,
    "records": 2,
    "identity": 2,
    "codec": 3,
    "schema": 3,
    "catalogue": 4,
    "document": 5,
    "reading": 5,
    "mentions": 6,
    "builders": 7,
    "lookups": 8,
    "conditions": 8,
    "selection": 8,
    "curation": 9,
    "gists": 8,
    "doubles": 8,
    "totals": 8,
    "timelines": 8,
    "networks": 8,
    "tables": 8,
    "cases": 8,
    "dataset": 8,
    "audit": 9,
    "reasons": 9,
    "store": 9,
    "comparison": 10,
    "showing": 10,
    "plots": 10,
    "pipeline": 10,
    "release": 10,
    "shipped": 10,
    "annotations": 11,
    "commands": 12,
    "cli": 12,
    "__main__": 13,
    "": 12,
}
"""The floor of each room; rooms of one floor may use one another as long as there is no circle."""

MAY_NOT = {
    "document": {"catalogue"},
    "reading": {"catalogue"},
    "dataset": {"document", "reading", "mentions", "builders"},
    "selection": {"document", "reading", "mentions", "builders"},
    "reasons": {"document", "reading", "mentions", "builders"},
    "showing": {"document", "reading", "mentions", "builders"},
    "audit": {"document", "reading", "mentions", "builders"},
    "plots": {"document", "reading", "mentions", "builders"},
    "tables": {"document", "reading", "mentions", "builders"},
    "release": {"mentions", "builders"},
    "shipped": {"document", "reading", "mentions", "builders"},
}
"""What the floors allow and the towers do not: whoever loads a dataset never imports a recogniser."""

THIRD_PARTY = {
    "attrs": None,
    "attr": None,
    "typing_extensions": None,
    "cattrs": {"codec"},
    "pint": {"units"},
    "pyarrow": {"tables", "release"},
    "rich": {"commands"},
    "altair": {"plots"},
}
"""Which rooms may import a package; None for all."""


def modules() -> list[tuple[str, Path]]:
    return [
        (".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix("__init__").rstrip("."), p)
        for p in sorted(ROOT.rglob("*.py"))
    ]


MODULES = {f"kordef.{m}" for m, _ in modules()}


def room(module: str) -> str:
    return module.split(".")[0]


def type_checking_only(tree: ast.Module) -> set[ast.AST]:
    return {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for child in node.body
        for inner in ast.walk(child)
    }


def imports(path: Path, *, typing: bool) -> set[str]:
    """The modules that a file imports, also inside functions; those for type checkers alone only on request."""
    tree = ast.parse(path.read_text("utf-8"))
    skipped = set() if typing else type_checking_only(tree)
    found = set()
    for node in ast.walk(tree):
        if node in skipped:
            continue
        if isinstance(node, ast.Import):
            found |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            # a room of a package is what is imported, not the package that it is named through
            inner = {f"{node.module}.{a.name}" for a in node.names} & MODULES
            found |= inner
            if len(inner) < len(node.names):
                found.add(node.module or "")
    return found


def own(names: set[str]) -> set[str]:
    return {n.removeprefix("kordef").lstrip(".") for n in names if n == "kordef" or n.startswith("kordef.")}


@pytest.mark.parametrize(("module", "path"), modules(), ids=lambda v: v if isinstance(v, str) else "")
def test_every_room_has_a_floor_and_no_arrow_runs_up(module: str, path: Path) -> None:
    assert room(module) in FLOORS, f"which floor is {module} on?"
    floor = FLOORS[room(module)]
    for target in own(imports(path, typing=True)):
        if target and room(target) != room(module):
            assert FLOORS[room(target)] <= floor, f"{module} imports {target} from a higher floor"
            assert room(target) not in MAY_NOT.get(room(module), set()), f"{module} imports {target}"


@pytest.mark.parametrize(("module", "path"), modules(), ids=lambda v: v if isinstance(v, str) else "")
def test_third_party_packages_stay_in_their_rooms(module: str, path: Path) -> None:
    import sys

    for name in imports(path, typing=True):
        package = name.split(".")[0]
        if package == "kordef" or package in sys.stdlib_module_names:
            continue
        assert package in THIRD_PARTY, f"{module} imports {package}"
        rooms = THIRD_PARTY[package]
        assert rooms is None or room(module) in rooms, f"{module} imports {package}"


BUILDERS = {"agreements", "dialogues", "transfers", "deployments", "observations", "events", "statements"}


def test_builders_do_not_know_one_another() -> None:
    seen = set()
    for module, path in modules():
        top, _, rest = module.partition(".")
        name = rest.split(".")[0]
        if top == "builders" and name in BUILDERS:
            seen.add(name)
            theirs = {t.split(".")[1] for t in own(imports(path, typing=True)) if t.startswith("builders.")}
            assert not (theirs & BUILDERS) - {name}, f"{module} imports {theirs}"
    assert seen == BUILDERS


def test_there_is_no_circle() -> None:
    known = dict(modules())
    graph = {m: {t for t in own(imports(p, typing=False)) if t in known and t != m} for m, p in known.items()}
    state: dict[str, int] = {}

    def visit(module: str, path: tuple[str, ...]) -> None:
        if state.get(module) == 2:
            return
        assert state.get(module) != 1, f"circle: {' -> '.join((*path, module))}"
        state[module] = 1
        for target in sorted(graph[module]):
            visit(target, (*path, module))
        state[module] = 2

    for module in graph:
        visit(module, ())


def test_no_module_has_a_name_that_says_nothing() -> None:
    nothing = {"utils", "util", "helpers", "helper", "common", "base", "core", "misc"}
    assert not [m for m, _ in modules() if set(m.split(".")) & nothing]
