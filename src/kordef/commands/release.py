"""kordef release: a folder that others load, cite and check without kordef."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kordef.commands.arguments import Commands, inputs, positive
from kordef.commands.hints import note, note_passed_over
from kordef.commands.streams import load, progress
from kordef.errors import MissingExtra
from kordef.terminal import harmless

if TYPE_CHECKING:
    from kordef.dataset import Dataset
    from kordef.release import ReleaseInfo

__all__ = ["add", "run"]

_ABOUT = """Write a release: the dataset as JSON, JSON Lines, CSV, Parquet and SQLite with descriptions, schemas, checksums
and what an audit finds, in a folder that is there as a whole or not at all. PATH are documents, or one dataset file.
A release.toml beside the documents says the title, the version and the licence."""


def add(commands: Commands) -> None:
    """Give the command line this command."""
    command = commands.add_parser("release", help="write a folder for others to load and cite", description=_ABOUT)
    inputs(command)
    command.add_argument("-o", "--output", metavar="DIR", required=True, help="the folder to write")
    command.add_argument("-j", "--jobs", type=positive, default=1, metavar="N", help="processes to share the work (1)")
    command.add_argument(
        "--info", metavar="FILE", help="the release.toml (the one beside the documents where not given)"
    )
    command.add_argument(
        "--judgements", metavar="FILE", help="what people have judged (the judgements.jsonl beside the documents)"
    )
    command.add_argument("--set-version", metavar="X.Y.Z", help="the dataset's version, whatever the release.toml says")
    command.add_argument("--previous", metavar="DIR", help="the release before, to say what changed since")
    command.add_argument(
        "--no-parquet", action="store_true", help="leave the Parquet files out; they need the extra 'tables'"
    )
    command.set_defaults(run=run, command="release")


def run(arguments: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    from kordef.release import INFO_FILE, write_release
    from kordef.release.folder import folder_to_write

    path = arguments.info or _beside(arguments, INFO_FILE)
    info = _info(arguments, path)
    folder_to_write(arguments.output)
    if not arguments.no_parquet:
        _needs_pyarrow()
    dataset = _dataset(arguments)
    published = write_release(
        dataset, arguments.output, info, previous=arguments.previous, parquet=not arguments.no_parquet
    )
    print(harmless(f"{info.name} {info.version}: {len(published)} records written to {arguments.output}"))
    if path is None:
        names = ", ".join(info.creators)
        note(arguments, f"without a {INFO_FILE} the release says that it is by {names} and under {info.license}")
    return 0


def _needs_pyarrow() -> None:
    """Say before documents are read what would be missing when they are."""
    from kordef.tables.arrow import pyarrow_module

    try:
        pyarrow_module()
    except MissingExtra as problem:
        problem.add_note("or leave the Parquet files out: --no-parquet")
        raise


def _info(arguments: argparse.Namespace, path: str | Path | None) -> ReleaseInfo:
    from attrs import evolve

    from kordef.errors import InvalidValue, ReleaseError
    from kordef.release import ReleaseInfo, load_info

    info = load_info(path) if path else ReleaseInfo()
    if arguments.set_version is None:
        return info
    try:
        return evolve(info, version=arguments.set_version)
    except InvalidValue as error:
        raise ReleaseError(f"--set-version: {str(error).removesuffix(' in ReleaseInfo')}") from None


def _beside(arguments: argparse.Namespace, name: str) -> Path | None:
    """The first file of a name beside the documents."""
    folders = (Path(path) if Path(path).is_dir() else Path(path).parent for path in arguments.paths if path != "-")
    return next((folder / name for folder in folders if (folder / name).is_file()), None)


def _dataset(arguments: argparse.Namespace) -> Dataset:
    from kordef.cases import read_judgements
    from kordef.pipeline import build
    from kordef.release import JUDGEMENTS, SUMS

    (path, *more) = arguments.paths
    ready = Path(path).suffix.lower() in (".json", ".jsonl") or (Path(path) / SUMS).is_file()
    if not more and path != "-" and ready:
        dataset = load(path)
    else:
        with progress() as step:
            dataset = build(arguments.paths, sources=arguments.sources, jobs=arguments.jobs, progress=step)
        note_passed_over(arguments)
    judged = arguments.judgements or (None if dataset.judgements else _beside(arguments, JUDGEMENTS))
    return dataset.with_judgements(read_judgements(judged)) if judged else dataset
