"""Agreements that only a "one" stands for: "six memoranda, among them one on nuclear power", "Norway signed one in May"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from kordef.builders.agreements.nouns import is_head
from kordef.builders.agreements.phrases import Noun
from kordef.builders.grammar.surroundings import listed
from kordef.builders.grammar.tokens import Line, Token

__all__ = ["ELLIPSES", "Sort", "elliptic", "lists_them", "of_one", "ones"]

_HEADLESS = frozenset(["another", "others", "second", "third", "fourth", "fifth", "other"])
"""What may stand for a further agreement without a noun: "another, with Canada", "a second, on drones"."""
_PAPERS = frozenset(
    ["text", "texts", "document", "documents", "paper", "papers", "instrument", "instruments", "deal", "deals"]
)
_ALIKE = frozenset(["comparable", "identical", "parallel", "equivalent", "analogous", "matching", "other"])
ELLIPSES = frozenset(["one", "ones", "that", "those", "it", "its", "latter", "same"]) | _HEADLESS | _PAPERS
"""The words that may stand for an agreement."""
_ANOTHER = frozenset(
    ["second", "third", "fourth", "another", "similar", "such", "further", "new", "fresh", "separate", "like"]
)
_DONE = frozenset("signed inked initialled initialed concluded adopted sealed finalised finalized approved".split())
_BEFORE_THAT = frozenset(
    "; , and but while whereas like unlike as than so nor with by replaced replaces resembles mirrors – —".split()
)
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
    for at in range(len(tokens) - 1):
        word = tokens[at].text
        if word not in ELLIPSES or tokens[at].kind != "word" or (at == 0 and word not in _HEADLESS):
            continue
        if word in ("that", "those"):
            if tokens[at - 1].text in _BEFORE_THAT and _with_partner(tokens, at + 1):
                yield _stands_for(sort, at, plural=word == "those")
                return
            continue
        if word == "same":
            behind = at + 1 + (tokens[at + 1].kind == "word" and tokens[at + 1].text not in ("with", "between"))
            if tokens[at - 1].text == "the" and not further and behind < len(tokens) and _with_partner(tokens, behind):
                yield evolve(_stands_for(sort, at), end=behind, head_end=behind)
                return
            continue
        if word in ("it", "latter"):
            if word == "it" and tokens[at - 1].text in _DONE and not further:
                yield _stands_for(sort, at)
                return
            continue
        if word in _HEADLESS and (headless := _headless(tokens, at, sort)) is not None:
            yield headless
            continue
        if word in _PAPERS and not further and (paper := _paper(tokens, at, sort)) is not None:
            yield paper
            return
        if word not in ("one", "ones") or tokens[at + 1].text == "of":
            continue
        before, after = tokens[at - 1].text, tokens[at + 1]
        another = before in _ANOTHER or (before == "," and tokens[at - 2].text in _ANOTHER)
        partner = _with_partner(tokens, at + 1)
        if (further and not (another or partner)) or (at <= 1 and not another):
            continue
        if word == "ones" and not partner:
            continue
        if not another and not (partner or after.kind == "date" or after.text in ("in", "on", "with", ",", ".")):
            continue
        topics = tuple(_topics(tokens, at + 1)) if another else ()
        yield _stands_for(sort, at, topics, plural=word == "ones")
        if not partner:
            return


def _headless(tokens: Sequence[Token], at: int, sort: Sort) -> Noun | None:
    """A further agreement that only an ordinal or "another" stands for, with its partner or topic right behind."""
    word = tokens[at].text
    before = tokens[at - 1].text if at else ""
    led = (
        before in ("a", "the") if word not in ("another", "others") else before in ("", "and", "but", ";", ",", "while")
    )
    if not led:
        return None
    partner = _with_partner(tokens, at + 1)
    topics = () if partner else tuple(_topics(tokens, at + 1))
    if not partner and not (topics and tokens[at + 1].text in (",", "on")):
        return None
    return _stands_for(sort, at, topics, plural=word == "others")


def _paper(tokens: Sequence[Token], at: int, sort: Sort) -> Noun | None:
    """Papers that are like one told before: "similar texts are being negotiated with France", "a further document, on drones"."""
    before = tokens[at - 1].text
    if before not in _ANOTHER and before not in _ALIKE:
        return None
    topics = tuple(_topics(tokens, at + 1))
    partner = any(_with_partner(tokens, i) for i in range(at + 1, min(at + 9, len(tokens) - 1)))
    if not partner and not topics:
        return None
    noun = _stands_for(sort, at, () if partner else topics, plural=tokens[at].text.endswith("s"))
    return evolve(noun, start=at - 1)


def _with_partner(tokens: Sequence[Token], at: int) -> bool:
    """Whether "with" or "between" brings in an actor at a position, over a comma."""
    at += tokens[at].text == ","
    if at + 1 >= len(tokens) or tokens[at].text not in ("with", "between"):
        return False
    return any(t.kind == "actor" for t in tokens[at + 1 : at + 3])


def _stands_for(sort: Sort, at: int, topics: tuple[tuple[int, int], ...] = (), *, plural: bool = False) -> Noun:
    """The noun that one word at a position stands for."""
    return evolve(
        sort.noun,
        start=at,
        end=at + 1,
        head=at,
        head_end=at + 1,
        named=False,
        plural=plural,
        determiner="a",
        topics=topics,
        short=None,
        status=None,
        back=False,
        bare=False,
        modifiers=frozenset(),
        called=sort.words,
    )


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
