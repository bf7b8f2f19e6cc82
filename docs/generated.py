"""The parts of the documentation that follow from the code: commands, vocabularies, counts, the list of public names."""

from __future__ import annotations

import argparse
import inspect
import re
from collections.abc import Callable, Iterator, Mapping

from attrs import fields

import kordef
from kordef import catalogue, cli, vocabulary
from kordef.audit import CHECKS, Area
from kordef.edtf import Resolution
from kordef.records import RECORD_TYPES, Record
from kordef.units import UNITS


def commands() -> str:
    """Each command of ``kordef`` with its arguments, from the parser itself."""
    parser = cli._parser()
    return "\n\n".join(_command(name, command) for name, command in _subcommands(parser).items())


def _subcommands(parser: argparse.ArgumentParser) -> Mapping[str, argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return action.choices
    raise AssertionError("the parser has no commands")


def _command(name: str, parser: argparse.ArgumentParser) -> str:
    actions = [a for a in parser._actions if not isinstance(a, argparse._HelpAction)]
    usage = " ".join(("kordef", name, *(_usage(a) for a in sorted(actions, key=lambda a: not a.option_strings))))
    rows = [f"| `{_form(a)}` | {_cell(a.help or '')} |" for a in actions]
    table = ["", "| argument | meaning |", "|---|---|", *rows] if rows else []
    about = " ".join((parser.description or "").split())
    return "\n".join((f"## kordef {name}", "", about, "", "```text", usage.strip(), "```", *table))


def _form(action: argparse.Action) -> str:
    value = "" if action.nargs == 0 else f" {action.metavar or action.dest.upper()}"
    return ", ".join(f"{o}{value}" for o in action.option_strings) or str(action.metavar)


def _usage(action: argparse.Action) -> str:
    if action.option_strings:
        return f"[{_form(action).split(', ')[0]}]"
    name = str(action.metavar)
    return {"+": f"{name}...", "*": f"[{name}...]", "?": f"[{name}]"}.get(str(action.nargs), name)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("%%", "%")


_MARKUP = re.compile(r":\w+:`~?(?:[\w.]*\.)?(\w+)`|``([^`]*)``")


def _prose(thing: object) -> str:
    """The first paragraph of a docstring in Markdown."""
    text = " ".join((inspect.getdoc(thing) or "").split("\n\n")[0].split())
    return _MARKUP.sub(lambda m: f"`{m[1] or m[2]}`", text)


def _enum(enum: type[vocabulary.Vocabulary]) -> str:
    rows = [f"| `{member.value}` | {_cell(vocabulary.describe(member))} |" for member in enum]
    return "\n".join((f"## {enum.__name__}", "", _prose(enum), "", "| word | meaning |", "|---|---|", *rows))


def vocabularies() -> str:
    """Every vocabulary of the records, every member, its sentence."""
    names = [n for n in vocabulary.__all__ if inspect.isclass(getattr(vocabulary, n)) and n != "Vocabulary"]
    return "\n\n".join(_enum(getattr(vocabulary, name)) for name in names)


def case_vocabularies() -> str:
    """The vocabularies of cases and of people's judgements."""
    from kordef.cases.grades import Grade
    from kordef.cases.judgements import Opinion
    from kordef.cases.model import Reached

    return "\n\n".join(_enum(enum) for enum in (Reached, Grade, Opinion))


def catalogue_vocabularies() -> str:
    """The vocabularies of the catalogue and of dates."""
    return "\n\n".join(
        _enum(enum)
        for enum in (
            Resolution,
            catalogue.SipriCategory,
            catalogue.UnrocaCategory,
            catalogue.CountingUnit,
            catalogue.CompanyKind,
            catalogue.SpellingRole,
        )
    )


def catalogue_counts() -> str:
    """How many entries of each kind the catalogue has, and how many spellings lead to them."""
    known = catalogue.load()
    rows = []
    for name in ("states", "organisations", "companies", "weapons", "weapon_classes", "currencies"):
        entries = getattr(known, name)
        spellings = sum(len(entry.spellings) for entry in entries)
        rows.append(f"| {name.replace('_', ' ')} | {len(entries):,} | {spellings:,} |")
    rows += [
        f"| {name} (for the audit alone) | {len(getattr(known, name)):,} | |" for name in ("misspellings", "landmarks")
    ]
    shared = f"| words and symbols that several currencies share | {len(known.shared_words):,} | |"
    return "\n".join(("| what | entries | spellings |", "|---|---:|---:|", *rows, shared))


def catalogue_fields() -> str:
    """The keys of each table of a data file, from the classes of the entries."""
    from kordef.catalogue.loading import TABLES, _fields

    def keys(table: str) -> Iterator[str]:
        known, required = _fields(table)
        for name, form in known.items():
            must = "yes" if name in required else ""
            yield f"| `{name}` | {_cell(form.expected)} | {must} |"

    parts = []
    for table, entry in TABLES.items():
        head = (f"### [{table}]", "", _prose(entry), "", "| key | value | needed |", "|---|---|---|")
        parts.append("\n".join((*head, *keys(table))))
    return "\n\n".join(parts)


def checks() -> str:
    """Every check of the audit by area: what it looks at, how much it lets pass, an example."""
    parts: list[str] = []
    for area in Area:
        parts.append(f"## K{area.value}: {vocabulary.describe(area).rstrip('.').lower()}")
        for code, check in sorted(CHECKS.items()):
            if check.area is area:
                parts.append(
                    f"### {code} {check.title}\n\n"
                    f"*{check.severity.capitalize()}.* Looks at {check.looks_at}.\n\n"
                    f"**Tolerance:** {check.tolerance}.\n\n"
                    f"**Example:** {check.example}."
                )
    return "\n\n".join(parts)


def record_fields() -> str:
    """The fields that each record has besides those that all have."""
    common = {a.name for a in fields(Record)}
    rows = [
        f"| `{tag}` | {', '.join(f'`{a.name}`' for a in fields(cls) if a.name not in common)} |"
        for tag, cls in RECORD_TYPES.items()
    ]
    return "\n".join(("| `type` | fields |", "|---|---|", *rows))


def units() -> str:
    """The units of the registry by what they measure."""
    by_dimension: dict[str, list[str]] = {}
    for name, unit in UNITS.items():
        kind = "counts (no two add up)" if unit.is_count else unit.dimension
        by_dimension.setdefault(kind, []).append(f"`{name}`")
    rows = [f"| {_cell(kind)} | {', '.join(names)} |" for kind, names in by_dimension.items()]
    return "\n".join(("| dimension | units |", "|---|---|", *rows))


def release_files() -> str:
    """Every file of a release with what it is."""
    from kordef.release.contents import MEANINGS

    rows = [f"| `{path}` | {_cell(meaning)} |" for path, meaning in MEANINGS.items()]
    return "\n".join(("| file | what it is |", "|---|---|", *rows))


def release_tables() -> str:
    """Every table with what a row of it is."""
    from kordef.tables import layouts

    rows = [f"| `{layout.name}` | {_cell(layout.about)} |" for layout in layouts().values()]
    return "\n".join(("| table | a row is |", "|---|---|", *rows))


_GROUPS = (
    ("From documents to records", ("pipeline", "reading", "mentions", "document")),
    ("Datasets", ("dataset", "store", "reasons")),
    ("Cases", ("cases",)),
    ("Questions to a dataset", ("totals", "timelines", "networks", "comparison", "gists")),
    ("Curation", ("curation",)),
    ("Records", ("records", "evidence")),
    ("Values", ("amounts", "values", "periods")),
    ("The audit", ("audit",)),
    ("Releases", ("release", "shipped")),
    ("JSON", ("codec",)),
    ("The catalogue", ("catalogue",)),
    ("Errors", ("errors",)),
)
_BESIDES = {
    "dataset": (
        "kordef.selection.Selection",
        *(
            f"kordef.selection.{n}Selection"
            for n in (
                "Actor",
                "Weapon",
                "Agreement",
                "Dialogue",
                "Transfer",
                "Deployment",
                "Observation",
                "Event",
                "Statement",
            )
        ),
        "kordef.selection.ByTime",
        "kordef.selection.ByAmount",
    ),
    "cases": (
        "kordef.cases",
        *(f"kordef.cases.model.{n}" for n in ("FieldClaims", "Claim", "Consensus", "Reached", "Conflict")),
        "kordef.cases.judgements.Opinion",
        "kordef.cases.find_possible_cases",
        "kordef.cases.finding.compare_records",
        "kordef.cases.scoring.Comparison",
        "kordef.cases.scoring.FieldScore",
        "kordef.cases.grades.Grade",
        "kordef.cases.rules.read_rules",
        "kordef.cases.explanation.CaseExplanation",
    ),
    "totals": tuple(f"kordef.totals.{n}" for n in ("MoneySum", "GoodsSum", "Counted", "LeftOut")),
    "timelines": ("kordef.timelines.Moment",),
    "networks": ("kordef.networks.Node", "kordef.networks.Link"),
    "comparison": ("kordef.comparison.Change", "kordef.comparison.FieldChange"),
    "curation": (
        "kordef.curation",
        "kordef.curation.Entry",
        *(f"kordef.curation.{n}" for n in ("load_curation", "apply", "template", "template_of_addition")),
        *(f"kordef.curation.{n}" for n in ("share_of", "Share")),
    ),
    "reasons": ("kordef.reasons.Reason",),
    "store": ("kordef.showing.table", "kordef.showing.summary"),
    "records": tuple(
        f"kordef.records.{n}"
        for n in (
            *("Attribution", "Post", "Participant", "Item", "StageDate", "Delivery", "Target", "Cell"),
            *("Review", "Rejection"),
        )
    ),
    "evidence": ("kordef.evidence.resolve", "kordef.evidence.facts", "kordef.evidence.unsupported"),
    "amounts": ("kordef.intervals.Interval",),
    "audit": ("kordef.audit.Claim", "kordef.audit.Check", "kordef.audit.share_workings", "kordef.audit.Workings"),
    "periods": ("kordef.edtf",),
    "values": ("kordef.units.registry", "kordef.units.unit"),
    "pipeline": ("kordef.pipeline.correct", "kordef.pipeline.check_evidence", "kordef.annotations.annotate"),
    "release": (
        *("kordef.release.info.load_info", "kordef.release.quoting.publishable"),
        *("kordef.release.faults.Verification", "kordef.release.faults.Fault"),
    ),
    "codec": (
        "kordef.codec.configure_converter",
        "kordef.codec.structure",
        "kordef.codec.unstructure",
        "kordef.codec.format_exception",
        "kordef.schema.dataset_schema",
        "kordef.schema.schema_text",
    ),
    "catalogue": ("kordef.catalogue.load",),
}
"""Names that a reader of the public ones will meet."""


def public_names() -> str:
    """The public names, grouped, as directives of mkdocstrings."""
    listed: set[str] = set()
    parts: list[str] = []
    for title, rooms in _GROUPS:
        names: list[str] = []
        for room in rooms:
            names += (_home(name) for name in kordef._ROOMS[room])
            names += _BESIDES.get(room, ())
            listed.update(kordef._ROOMS[room])
        parts.append("\n\n".join((f"## {title}", *(f"::: {name}" for name in names))))
    missing = set(kordef._HOMES) - listed
    assert not missing, f"no group has {', '.join(sorted(missing))}"
    return "\n\n".join(parts)


def _home(name: str) -> str:
    """Where a public name is to be imported from: the module that defines it, or the package that stands for its modules."""
    module: str = getattr(kordef, name).__module__
    return f"{next((p for p in _STANDS_FOR if module.startswith(f'{p}.')), module)}.{name}"


_STANDS_FOR = ("kordef.records",)
"""Packages whose modules are nobody's business but theirs."""


GENERATORS: Mapping[str, Callable[[], str]] = {
    "commands": commands,
    "vocabularies": vocabularies,
    "case-vocabularies": case_vocabularies,
    "catalogue-vocabularies": catalogue_vocabularies,
    "catalogue-counts": catalogue_counts,
    "catalogue-fields": catalogue_fields,
    "checks": checks,
    "record-fields": record_fields,
    "units": units,
    "public-names": public_names,
    "release-files": release_files,
    "release-tables": release_tables,
}
