"""What else than a verb of its own says how far an agreement has come: "is on the table", "the wording of", "binds A and B"."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from attrs import frozen

from kordef.builders.agreements.phrases import Noun
from kordef.builders.grammar.surroundings import strong_break, word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.vocabulary import AgreementStatus

__all__ = ["Cue", "cue_of", "cues_in"]

_BEFORE, _BEHIND, _EITHER = "before", "behind", "either"
_REACH = {_BEFORE: 9, _BEHIND: 22, _EITHER: 14}
"""How many tokens may stand between a cue and its noun."""
_DENIES = word_set(
    "not n't never no nor neither without hardly nothing nobody none cannot rejected rejects dismissed dismisses spurned "
    "declined refused deny denied denies denying"
)
_SUPPOSES = word_set("if unless whether might could may should would had")
_NEW_CLAUSE = word_set("while when where after before because although who whom whereas until")
_OWN = word_set("that which")
_SOMEBODY = "~"
"""Stands in a phrase for an actor ("asked ~ for")."""


@frozen
class Cue:
    """A phrase: the words that may stand at each place, what it says, and on which side of the noun it stands.

    ``over`` is set where it says more than a signature told in the same sentence ("..., which binds them to this day").
    """

    words: tuple[frozenset[str], ...]
    status: AgreementStatus
    where: str
    step: str
    over: bool


@frozen(kw_only=True)
class Found:
    """A cue in a sentence: tokens ``start`` to ``end``; ``denied`` where the sentence says that it is not so."""

    cue: Cue
    start: int
    end: int
    denied: bool
    supposed: bool


@cache
def _table() -> Mapping[str, tuple[Cue, ...]]:
    raw = tomllib.loads(files("kordef.builders").joinpath("data", "agreement_cues.toml").read_text("utf-8"))["cue"]
    table: dict[str, list[Cue]] = {}
    for entry in raw:
        for phrase in entry["phrases"]:
            words = tuple(frozenset(word.split("|")) for word in phrase.split())
            cue = Cue(
                words,
                AgreementStatus(entry["status"]),
                entry["where"],
                entry.get("step", ""),
                entry.get("over", False),
            )
            for word in sorted(words[0]):
                table.setdefault(word, []).append(cue)
    return {word: tuple(sorted(cues, key=lambda c: -len(c.words))) for word, cues in table.items()}


def cues_in(line: Line) -> list[Found]:
    """The cues of a sentence in its order; where several begin at one word, the longest."""
    tokens, table = line.tokens, _table()
    found: list[Found] = []
    behind = 0
    for at in sorted(p for word in table.keys() & line.words for p in line.at.get(word, ())):
        if at < behind:
            continue
        for cue in table[tokens[at].text]:
            end = at + len(cue.words)
            if end <= len(tokens) and all(_fits(tokens[at + i], words) for i, words in enumerate(cue.words)):
                near = [t.text for t in tokens[max(0, at - 3) : at]]
                reported = next((i for i in range(at - 1, 0, -1) if tokens[i].text == "that"), 0)
                near.extend(
                    t.text for t in tokens[max(0, reported - 1) : reported]
                )  # "denies that ... is in the works"
                found.append(
                    Found(
                        cue=cue,
                        start=at,
                        end=end,
                        denied=not _DENIES.isdisjoint(near),
                        supposed=not _SUPPOSES.isdisjoint(near) or any(t.text in ("if", "unless") for t in tokens[:at]),
                    )
                )
                behind = end
                break
    return found


def _fits(token: Token, words: frozenset[str]) -> bool:
    return token.text in words or (_SOMEBODY in words and token.kind == "actor")


def cue_of(line: Line, nouns: Sequence[Noun], n: int, found: Sequence[Found]) -> Found | None:
    """The cue that belongs to a noun: one that leads up to it, or else the one behind it that says most."""
    mine = list(_near(line.tokens, nouns, n, found))
    if not mine:
        return None
    over = [f for f in mine if f.cue.over]
    return over[-1] if over else mine[0]


def _near(tokens: Sequence[Token], nouns: Sequence[Noun], n: int, found: Sequence[Found]) -> Iterator[Found]:
    noun = nouns[n]
    end = noun.reach
    for one in found:
        where = one.cue.where
        if one.end <= noun.start and where != _BEHIND:
            between = tokens[one.end : noun.start]
            others = any(one.end <= m.start < noun.start for m in nouns)
            apart = any(t.text in _NEW_CLAUSE or t.text in _OWN for t in between)
        elif one.start >= noun.end and where != _BEFORE:
            between = tokens[end : one.start]
            others = any(noun.end <= m.start < one.start for m in nouns)
            apart = any(t.text in _NEW_CLAUSE for t in between) or _new_subject(between)
        else:
            continue
        entry = noun.start <= 4 and between and between[0].text in (":", "(", "–", "—")
        between = between[1:] if entry else between
        if len(between) <= _REACH[where] and not others and not apart and not any(strong_break(t) for t in between):
            yield one


def _new_subject(between: Sequence[Token]) -> bool:
    """Whether a clause with a subject of its own has begun ("..., and the ministers ...", "..., the office said")."""
    for at in range(1, len(between)):
        joined = between[at - 1].text in ("and", "but") and at > 1 and between[at - 2].text == ","
        if joined and (between[at].kind == "actor" or between[at].text in ("the", "a", "an", "he", "she", "they")):
            return True
    return False
