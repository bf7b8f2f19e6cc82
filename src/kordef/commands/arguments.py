"""The arguments that several commands take."""

from __future__ import annotations

import argparse
from typing import Protocol

__all__ = ["Commands", "inputs", "judged", "one_dataset", "positive"]


class Commands(Protocol):
    """What :meth:`argparse.ArgumentParser.add_subparsers` gives, as far as commands need it."""

    def add_parser(self, name: str, *, help: str, description: str) -> argparse.ArgumentParser:  # noqa: A002 - argparse
        """A parser for a command's arguments."""
        ...


def inputs(command: argparse.ArgumentParser) -> None:
    """The documents to read."""
    command.add_argument(
        "paths", nargs="+", metavar="PATH", help="a document, a folder of documents, or - for standard input"
    )
    command.add_argument("--sources", metavar="FILE", help="a sources.toml with what is known besides the texts")


def judged(command: argparse.ArgumentParser) -> None:
    """The file of people's judgements."""
    command.add_argument(
        "--judgements", metavar="FILE", help="what people have judged to be the same or not, as JSON Lines"
    )


def one_dataset(command: argparse.ArgumentParser) -> None:
    """The dataset to work on."""
    command.add_argument("dataset", metavar="DATASET", help="a dataset file, or - for standard input")


def positive(text: str) -> int:
    """A whole number from 1 on."""
    try:
        number = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be a whole number, found {text!r}") from None
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be 1 or more, found {text}")
    return number
