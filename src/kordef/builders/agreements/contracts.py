"""Contracts for arms that a text calls agreements, and partners that are nobody in particular."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.agreements.phrases import Noun
from kordef.builders.grammar.tokens import Line, Token
from kordef.vocabulary import AgreementKind

__all__ = ["ContractTold", "with_anybody"]

_CONTRACTS = frozenset(["contract", "deal", "order", "purchase", "sale"])
_NEAR = 2
"""How many blocks behind a contract "the agreement" may mean it."""


class ContractTold:
    """The last sentence that spoke of a contract and of arms, which "the agreement" may come back to."""

    def __init__(self) -> None:
        self._line: Line | None = None

    def note(self, line: Line) -> None:
        """Remember a sentence that speaks of a contract for arms."""
        if "weapon" in line.kinds and not _CONTRACTS.isdisjoint(line.at):
            self._line = line

    def meant_by(self, line: Line, noun: Noun, last: Line | None) -> bool:
        """Whether "the agreement" comes back to that contract; ``last`` is the sentence of the agreement told last."""
        told = self._line
        if told is None or not (noun.bare and noun.definite) or noun.kind is not AgreementKind.OTHER:
            return False
        near = told.story == line.story and line.block - told.block <= _NEAR
        return near and (last is None or last.story != line.story or last.start < told.start)


def with_anybody(tokens: Sequence[Token], at: int) -> bool:
    """Whether nobody in particular is the partner: "seeks a partnership with an experienced shipbuilder"."""
    words = [t.text for t in tokens[at : at + 2]]
    unknown = words[:1] == ["with"] and words[1:] in (["a"], ["an"], ["any"])
    return unknown and all(t.kind != "actor" for t in tokens[at + 2 : at + 5])
