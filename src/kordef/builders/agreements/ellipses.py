"""Agreements that only a "one" stands for: "six memoranda, among them one on nuclear power", "Norway signed one in May"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from kordef.builders.agreements.names import Noun
from kordef.builders.agreements.nouns import is_head
from kordef.builders.grammar.surroundings import listed
from kordef.builders.grammar.tokens import Line, Token

__all__ = ["Sort", "elliptic", "lists_them", "of_one", "ones"]

_ANOTHER = frozenset(["second", "third", "another", "similar", "such", "further"])
_AMONG = frozenset(["among", "including", "include", "includes", "included"])
_NEAR = 16
"""The words behind a plural within which "among them" stands."""
_ABOUT = frozenset(["on", "for", "about", "covering", "concerning", "regarding"])


@frozen(kw_only=True)
class Sort:
    """What sort of agreement a sentence spoke of, with the words for it."""

    line: Line
    noun: Noun
    words: str


def elliptic(line: Line, sort: Sort | None, previous: Line | None, *, further: bool = False) -> Iterator[Noun]:
    """The "one" of a sentence that is an agreement of the sort that the sentence before speaks of.

    With ``further`` it must be called another one ("and a second one, on cyber defence, followed").
    """
    if sort is None or previous is None or sort.line is not previous:
        return
    tokens = line.tokens
    for at in range(1, len(tokens) - 1):
        if tokens[at].text != "one" or tokens[at + 1].text == "of":
            continue
        before, after = tokens[at - 1].text, tokens[at + 1]
        another = before in _ANOTHER or (before == "," and tokens[at - 2].text in _ANOTHER)
        if (further and not another) or at <= 1:
            continue
        if not another and not (after.kind == "date" or after.text in ("in", "on", "with", ",", ".")):
            continue
        topics = tuple(_topics(tokens, at + 1)) if another else ()
        yield evolve(
            sort.noun,
            start=at,
            end=at + 1,
            head=at,
            head_end=at + 1,
            named=False,
            plural=False,
            determiner="a",
            topics=topics,
            short=None,
            back=False,
            bare=False,
            modifiers=frozenset(),
            called=sort.words,
        )
        return


def ones(tokens: Sequence[Token], noun: Noun) -> tuple[tuple[int, int], ...]:
    """What each "one" behind a plural is on: "six memoranda, among them one on nuclear power and one on defence secrets"."""
    if not noun.plural or not any(t.text in _AMONG for t in tokens[noun.end : noun.end + _NEAR]):
        return ()
    found: list[tuple[int, int]] = []
    for at in range(noun.end, len(tokens) - 2):
        if tokens[at].text not in ("one", "ones") or tokens[at + 1].text not in _ABOUT:
            continue
        found.extend(_topics(tokens, at + 1))
        behind = found[-1][1] if found else len(tokens)
        while tokens[at].text == "ones" and behind + 1 < len(tokens) and tokens[behind].text in (",", "and"):
            # "including ones on nuclear power and on science"
            more = list(_topics(tokens, behind + 1))
            if not more:
                break
            found.extend(more)
            behind = more[0][1]
    return tuple(found)


def lists_them(tokens: Sequence[Token], noun: Noun) -> bool:
    """Whether some of a number of agreements are named behind them: "nine agreements, including a treaty on legal aid"."""
    for at in range(noun.end, min(noun.end + _NEAR, len(tokens))):
        if tokens[at].text in _AMONG:
            return any(is_head(t.text) for t in tokens[at + 1 :])
    return False


def of_one(tokens: Sequence[Token], topic: tuple[int, int]) -> int:
    """Where a topic begins in the text, with the "one" that is on it."""
    low = topic[0]
    while low > topic[0] - 3 and low > 0 and tokens[low].text not in ("one", "ones"):
        low -= 1
    return tokens[low].start if tokens[low].text in ("one", "ones") else tokens[topic[0]].start


def _topics(tokens: Sequence[Token], at: int) -> Iterator[tuple[int, int]]:
    """The phrase that "on" or the like brings in right at a position, over a comma."""
    if at < len(tokens) and tokens[at].text == ",":
        at += 1
    if at < len(tokens) and tokens[at].text in _ABOUT:
        yield from list(listed(tokens, at + 1, len(tokens)))[:1]
