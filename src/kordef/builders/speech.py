"""Who says what: verbs of saying with their speakers, and phrases such as "according to"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from attrs import frozen

from kordef.builders.page import Page
from kordef.builders.tokens import Line, Token
from kordef.builders.verbs import VerbGroup, group_before, inflections
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind

__all__ = ["Quote", "Saying", "quotes", "sayings"]

_PERSONAL = frozenset(
    [
        ActorKind.PERSON,
        ActorKind.GOVERNMENT_BODY,
        ActorKind.COMPANY,
        ActorKind.IGO,
        ActorKind.MEDIA,
        ActorKind.RESEARCH_INSTITUTE,
        ActorKind.STATE,
        ActorKind.PARTY,
        ActorKind.MILITARY_UNIT,
    ]
)


@frozen(kw_only=True)
class Quote:
    """A quotation: the span between its marks, and the line it begins in."""

    start: int
    end: int


@frozen(kw_only=True)
class Saying:
    """A verb of saying, or a phrase that follows somebody, with who speaks.

    ``speaker`` is the actor named; ``described`` the span of words for somebody without a name. ``clause`` is the span of what is
    said where it is not quoted. ``cited`` is set for "according to" and the like.
    """

    line: Line
    at: int
    verb: str
    group: VerbGroup
    speaker: ActorMention | None = None
    described: tuple[int, int] | None = None
    clause: tuple[int, int] | None = None
    audience: tuple[int, int] | None = None
    cited: bool = False


@cache
def _words() -> tuple[Mapping[str, tuple[str, ...]], frozenset[str], tuple[tuple[str, ...], ...]]:
    raw = tomllib.loads(files("kordef.builders").joinpath("data", "speech.toml").read_text("utf-8"))
    verbs: dict[str, tuple[str, ...]] = {}
    for phrase in raw["verbs"]:
        lemma, *rest = phrase.split()
        for word, known in inflections([lemma]).items():
            if any(i.form in ("past", "third", "participle", "ing") for i in known):
                verbs[word] = tuple(rest)
    return verbs, frozenset(raw["speakers"]), tuple(tuple(p.split()) for p in raw["according"])


def sayings(line: Line) -> Iterator[Saying]:
    """The sayings of a sentence, in its order."""
    verbs, speakers, according = _words()
    tokens = line.tokens
    for at, token in enumerate(tokens):
        if token.kind != "word":
            continue
        for words in according:
            if token.text == words[0] and tuple(t.text for t in tokens[at : at + len(words)]) == words:
                speaker, described = _after(tokens, at + len(words), speakers)
                if speaker or described:
                    yield Saying(
                        line=line,
                        at=at,
                        verb=" ".join(words),
                        group=VerbGroup(at),
                        speaker=speaker,
                        described=described,
                        cited=True,
                        clause=(line.start, token.start) if at > 2 else (tokens[at + len(words)].end, line.end),
                    )
                break
        rest = verbs.get(token.text)
        if rest is None or tuple(t.text for t in tokens[at + 1 : at + 1 + len(rest)]) != rest:
            continue
        group = group_before(tokens, at)
        if group.passive or group.negated or (token.text.endswith("ing") and group.aspect != "ongoing"):
            continue
        speaker, described = _before(tokens, group.start, speakers)
        if speaker is None and described is None and at + 1 < len(tokens):
            speaker, described = _inverted(tokens, at + 1, speakers)
        if speaker is None and described is None:
            continue
        end = at + len(rest)
        yield Saying(
            line=line,
            at=at,
            verb=" ".join([token.text, *rest]),
            group=group,
            speaker=speaker,
            described=described,
            clause=_clause(line, group.start, end, speaker, described),
            audience=_audience(tokens, end + 1) if token.text in ("told", "tells", "speaking") else None,
        )


def _acts(mention: object) -> bool:
    return isinstance(mention, ActorMention) and mention.kind in _PERSONAL and not mention.as_place


def _before(
    tokens: Sequence[Token], start: int, speakers: frozenset[str]
) -> tuple[ActorMention | None, tuple[int, int] | None]:
    """The speaker in front of the verb: an actor right before it, or a noun phrase with a noun for those who speak."""
    position = start - 1
    steps = 0
    while position >= 0 and steps < 14:
        token = tokens[position]
        mention = token.mention
        if (
            isinstance(mention, ActorMention)
            and _acts(mention)
            and (mention.form != "adjective" or mention.kind is not ActorKind.STATE)
        ):
            phrase = _phrase(tokens, position, speakers)
            return (None, phrase) if phrase and mention.kind is not ActorKind.PERSON else (mention, None)
        if token.kind == "word" and token.text in speakers:
            return None, _described(tokens, position)
        if token.text in (";", ".", "“", '"') or token.kind == "value":
            return None, None
        position -= 1
        steps += 1
    return None, None


def _phrase(tokens: Sequence[Token], position: int, speakers: frozenset[str]) -> tuple[int, int] | None:
    """ "An analyst at X", "an official of X": the words for somebody who belongs to the actor."""
    back = position - 1
    while back >= 0 and position - back < 6 and tokens[back].kind in ("word", "actor"):
        if tokens[back].text in speakers and tokens[position - 1].text in (
            "at",
            "of",
            "from",
            "for",
            "with",
            "the",
            "a",
        ):
            start = _described(tokens, back)[0]
            return start, tokens[position].end
        if tokens[back].text in ("that", "which", "said"):
            return None
        back -= 1
    return None


def _described(tokens: Sequence[Token], position: int) -> tuple[int, int]:
    """The noun phrase around a noun: back to its article, over adjectives and names."""
    begin = position
    while begin > 0 and tokens[begin - 1].kind in ("word", "actor") and position - begin < 6:
        word = tokens[begin - 1].text
        begin -= 1
        if word in ("a", "an", "the", "one", "some", "another"):
            break
        if word in ("and", "that", "but", "while", "as", "said", "which", "when", "by", "to"):
            begin += 1
            break
    return tokens[begin].start, tokens[position].end


def _inverted(
    tokens: Sequence[Token], at: int, speakers: frozenset[str]
) -> tuple[ActorMention | None, tuple[int, int] | None]:
    """The speaker behind the verb: "..., said an official at a Korean defence firm"."""
    speaker, described = _after(tokens, at, speakers)
    return speaker, described


def _after(
    tokens: Sequence[Token], at: int, speakers: frozenset[str]
) -> tuple[ActorMention | None, tuple[int, int] | None]:
    position = at
    while position < len(tokens) and position - at < 7:
        token = tokens[position]
        mention = token.mention
        if (
            isinstance(mention, ActorMention)
            and mention.kind in _PERSONAL
            and (mention.form != "adjective" or mention.kind is not ActorKind.STATE)
        ):
            return mention, None
        if token.kind == "word" and token.text in speakers:
            end = token.end
            following = tokens[position + 1 : position + 8]
            for step, t in enumerate(following):
                if (
                    t.kind == "mark"
                    or t.kind == "date"
                    or (step == 0 and t.text not in ("at", "of", "from", "for", "in", "with"))
                ):
                    break
                end = t.end
            return None, (tokens[at].start, end)
        if token.kind in ("mark", "value", "date"):
            return None, None
        position += 1
    return None, None


def _clause(
    line: Line, start: int, end: int, speaker: ActorMention | None, described: tuple[int, int] | None
) -> tuple[int, int] | None:
    """What is said: what follows the verb, or what stands before ", X said"."""
    tokens = line.tokens
    after = tokens[end + 1 :]
    if after and after[0].text == "that":
        after = after[1:]
    last = after[-1] if after else None
    words = [t for t in after if t.kind != "mark"]
    who = speaker.start if speaker else described[0] if described else line.start
    if len(words) > 4 and last is not None:
        stop = last.start if last.text in (".", "!") else last.end
        return (after[0].start, stop) if stop > after[0].start else None
    before = [t for t in tokens[:start] if t.start < who]
    while before and (before[-1].kind == "mark" or before[-1].text in ("the", "a", "an", "one", "which")):
        before.pop()
    return (before[0].start, before[-1].end) if len(before) > 4 else None


def _audience(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Whom somebody told: the words up to a verb of speech's content."""
    end = at
    while (
        end < len(tokens)
        and end - at < 5
        and tokens[end].kind in ("word", "actor")
        and tokens[end].text not in ("that", "in", "on", "it", "he")
    ):
        end += 1
    return (tokens[at].start, tokens[end - 1].end) if end > at else None


_QUOTE = re.compile(
    r"“([^“”]{8,2000})”|\"([^\"]{8,2000})\"|(?<![\w’'])['‘]((?:[^'‘’\"]|(?<=\w)['’](?=\w)){20,2000}?)['’\"](?!\w)"
)


def quotes(page: Page) -> tuple[Quote, ...]:
    """The quotations of a document's running text: double quotation marks, and single ones around whole clauses."""
    out = []
    for line in _blocks(page):
        for m in _QUOTE.finditer(page.document.text, line[0], line[1]):
            group = next(n for n in (1, 2, 3) if m[n] is not None)
            if m[group].count(" ") >= 3:
                out.append(Quote(start=m.start(group), end=m.end(group)))
    return tuple(out)


def _blocks(page: Page) -> Iterator[tuple[int, int]]:
    held: int | None = None
    for line in page.lines:
        if line.block != held:
            block = page.document.blocks[line.block]
            yield block.start, block.end
        held = line.block
