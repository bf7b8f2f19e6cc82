"""kordef build: documents in, one dataset out."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kordef.commands.arguments import Commands, inputs, positive
from kordef.commands.hints import Yield, note, note_passed_over
from kordef.commands.outputs import refused
from kordef.commands.streams import data_out, progress, width
from kordef.terminal import harmless

if TYPE_CHECKING:
    from kordef.dataset import Dataset
    from kordef.records import Record

__all__ = ["add", "run"]

_ABOUT = """Read documents and write one dataset in which every field points at the characters it came from.
Folders are read for their .txt and .md files; a sources.toml beside them says what is known besides the texts, and the TOML
files in a folder curation/ beside them what people corrected."""


def add(commands: Commands) -> None:
    """Give the command line this command."""
    command = commands.add_parser("build", help="read documents and write one dataset", description=_ABOUT)
    inputs(command)
    command.add_argument("-o", "--output", metavar="FILE", help="the dataset's file (standard output where not given)")
    command.add_argument("-j", "--jobs", type=positive, default=1, metavar="N", help="processes to share the work (1)")
    command.add_argument(
        "--curation",
        metavar="PATH",
        help="a folder of corrections, or one file (the folder curation/ beside each document)",
    )
    command.set_defaults(run=run, command="build")


def run(arguments: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    if refused(arguments):
        return 2
    from kordef.curation import share_of
    from kordef.pipeline import build
    from kordef.showing import summary
    from kordef.store import dataset_text, write_dataset

    with progress() as step:
        dataset = build(
            arguments.paths,
            sources=arguments.sources,
            curation=arguments.curation,
            jobs=arguments.jobs,
            progress=step,
        )
    if arguments.output in (None, "-"):
        data_out().write(dataset_text(dataset))
        _tell_of_gaps(arguments, dataset)
        return 0
    write_dataset(dataset, arguments.output)
    print(summary(dataset, width()))
    share = share_of(dataset)
    if share.part:
        print(share)
    records = "1 record" if len(dataset) == 1 else f"{len(dataset)} records"
    print(harmless(f"{records} written to {arguments.output}"))
    _tell_of_gaps(arguments, dataset)
    return 0


def _tell_of_gaps(arguments: argparse.Namespace, dataset: Dataset) -> None:
    """Say which documents yield nothing, or no more than names, what is not read, and what is not corrected."""
    note_passed_over(arguments)
    if arguments.curation:
        from kordef.curation import load_curation

        read = {source.file for source in dataset.sources}
        for file in dict.fromkeys(entry.file for entry in load_curation(arguments.curation).entries):
            if file not in read:
                note(arguments, f"corrections of {file!r} are not applied: no document of this name was read")
    files: dict[str, str] = {}
    # an article in another counts for the document that it stands in, which comes before it
    for source in dataset.sources:
        files[source.id] = files.get(source.parent or "") or source.file or source.title
    records: dict[str, list[Record]] = {file: [] for file in files.values()}
    for record in dataset:
        records[files[record.source]].append(record)
    yielded = Yield()
    for file, found in records.items():
        yielded.add(file, found)
    for line in yielded.lines():
        note(arguments, line)
