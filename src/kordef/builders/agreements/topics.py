"""What agreements are on: "a memorandum on trade and on energy" has two topics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kordef.builders.grammar.surroundings import listed
from kordef.builders.grammar.tokens import Token
from kordef.builders.grammar.verbs import forms_of

__all__ = ["late_topics", "topics_behind"]


def topics_behind(tokens: Sequence[Token], end: int, *, named: bool = False) -> Iterator[tuple[int, int]]:
    """What an agreement is "on": "on trade and investment and on energy" are two topics; proper names go on with "for" too."""
    position = end
    if (
        named
        and position + 1 < len(tokens)
        and tokens[position].text == "for"
        and tokens[position + 1].text in ("the", "its")
    ):
        yield from list(listed(tokens, position + 2, len(tokens)))[:1]
        return
    if position < len(tokens) and tokens[position].text in ("with", "between"):
        # "an agreement with NATO on ..."
        position += 1
        while position < len(tokens) and (
            tokens[position].kind == "actor" or tokens[position].text in ("the", "and", ",")
        ):
            position += 1
    elif position + 1 < len(tokens) and tokens[position].text == "," and tokens[position + 1].text == "on":
        position += 1
    while position < len(tokens) and tokens[position].text in ("on", "concerning", "regarding", "covering", "about"):
        phrases = list(listed(tokens, position + 1, len(tokens)))
        if not phrases or tokens[phrases[0][0]].kind in ("date", "actor") or _beside(tokens, phrases[0][0]):
            return
        stop = _before_verb(tokens, phrases[0][0], phrases[-1][1])
        yield phrases[0][0], stop
        position = stop
        while position < len(tokens) and tokens[position].text in ("and", ","):
            position += 1
        if position == stop:
            return  # "about measures on mutual security": one topic


def _before_verb(tokens: Sequence[Token], start: int, stop: int) -> int:
    """Where a topic ends before the sentence's verb: "an agreement on defence cooperation | expires in 2030"."""
    for k in range(start + 1, stop):
        following = tokens[k + 1].text if k + 1 < len(tokens) else ""
        if (
            tokens[k].text in _SAID_OF_PAPERS
            or tokens[k].text == "dated"
            or (tokens[k].text in ("dates", "goes") and following in ("from", "back"))
        ):
            return k
    return stop


_SAID_OF_PAPERS = frozenset(
    word
    for lemma in (
        "expire run lapse cover allow end enter remain come give let make provide apply require commit oblige bind foresee "
        "envisage permit enable stipulate exist follow replace supersede last become"
    ).split()
    for word, form in forms_of(lemma)
    if form in ("third", "past")
)
"""What is said of a paper behind the words for what it is on."""


def late_topics(tokens: Sequence[Token], end: int) -> Iterator[tuple[int, int]]:
    """The topics behind the verb: "two memoranda were signed in Madrid, on trade and on energy"."""
    for position in range(end, len(tokens) - 2):
        if tokens[position].text == "," and tokens[position + 1].text == "on":
            found = list(topics_behind(tokens, position))
            if len(found) > 1:
                yield from found
            return


def _beside(tokens: Sequence[Token], at: int) -> bool:
    """Whether "on" leads to an occasion and not to a topic ("on the sidelines")."""
    return any(
        t.text
        in (
            "sidelines",
            "margins",
            "fringes",
            "occasion",
            "behalf",
            "paper",
            "course",
            "track",
            "hold",
            "schedule",
            "board",
        )
        for t in tokens[at : at + 2]
    )
