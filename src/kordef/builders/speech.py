"""Who says what: verbs of saying with their speakers and what is said, and phrases such as "according to"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from attrs import frozen

from kordef.builders.grammar.clauses import DETERMINERS, PREPOSITIONS, Clauses, clauses_of
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.speakers import behind_verb, front, is_verb, of_main, opens, quoted_subject
from kordef.builders.speech_words import words
from kordef.mentions.model import ActorMention, DateMention
from kordef.vocabulary import ActorKind

__all__ = ["Saying", "sayings"]

_PUBLISHERS = frozenset([ActorKind.MEDIA, ActorKind.RESEARCH_INSTITUTE, ActorKind.GOVERNMENT_BODY])


_MOST = 12
"""The sayings that are looked for in one sentence; no writer needs more."""

_WITH_THING = frozenset(
    ["vow", "promise", "pledge", "reiterate", "reaffirm", "stress", "emphasize", "emphasise", "underline", "underscore"]
)
"""Verbs of saying that may have a thing or an infinitive behind them ("reaffirmed NATO's willingness")."""


@frozen(kw_only=True)
class Saying:
    """A verb of saying, or a phrase that follows somebody, with who speaks.

    ``speaker`` is the actor named; ``described`` the span of words for somebody without a name; both are ``None`` for
    a pronoun that only what was said before can resolve. ``clause`` is the span of what is told. ``cited`` is set for
    "according to" and the like, ``data`` for a publisher of figures. ``topic`` is set where a thing follows and not a clause.
    """

    line: Line
    at: int
    lemma: str
    speaker: ActorMention | None = None
    described: tuple[int, int] | None = None
    clause: tuple[int, int] | None = None
    audience: tuple[int, int] | None = None
    venue: tuple[int, int] | None = None
    date: DateMention | None = None
    cited: bool = False
    data: bool = False
    topic: bool = False
    quoting: bool = False
    """Whether it makes a saying only beside a quotation ("confirmed", "read")."""

    @property
    def start(self) -> int:
        """Where its verb stands in the text."""
        return self.line.tokens[self.at].start


def sayings(line: Line) -> Iterator[Saying]:
    """The sayings of a sentence, in its order."""
    known = words()
    clauses = clauses_of(line)
    previous: Saying | None = None
    count = 0
    for at in line.places_of(known.triggers):
        found = _following(line, clauses, at) or _saying(line, clauses, at, previous)
        if found is not None:
            previous = previous if found.cited else found
            yield found
            count += 1
            if count == _MOST:
                return


def _following(line: Line, clauses: Clauses, at: int) -> Saying | None:
    tokens = line.tokens
    for parts, data in words().phrases.get(tokens[at].text, ()):
        if tuple([t.text for t in tokens[at : at + len(parts)]]) != parts:
            continue
        speaker, described, end = behind_verb(clauses, at + len(parts))
        if speaker is None and described is None:
            continue
        if parts == ("citing",) and speaker is not None and speaker.kind not in _PUBLISHERS:
            continue
        first = at - (tokens[at - 1].text == "as" if at else 0)
        while first > 0 and tokens[first - 1].text in (",", "-", "—", "“", "”", '"', "'"):
            first -= 1
        if first > 3:
            clause = (line.start, tokens[first - 1].end)
        else:
            behind = next((t for t in tokens[end:] if t.text == ","), None)
            clause = (behind.end, _last(line)) if behind else (tokens[end - 1].end, _last(line))
        return Saying(
            line=line,
            at=at,
            lemma=" ".join(parts),
            speaker=speaker,
            described=described,
            cited=True,
            data=data,
            clause=_stripped(line, *clause),
            date=next((t.mention for t in tokens[end : end + 2] if isinstance(t.mention, DateMention)), None),
        )
    return None


def _saying(line: Line, clauses: Clauses, at: int, previous: Saying | None) -> Saying | None:
    tokens = line.tokens
    for lemma, rest, form, topic in words().verbs.get(tokens[at].text, ()):
        end = at + 1 + len(rest)
        if rest and tuple([t.text for t in tokens[at + 1 : end]]) != rest:
            continue
        if form == "third" and not is_verb(clauses, at, end):
            continue
        if form == "base" and not (
            at and tokens[at - 1].text in words().speakers and tokens[at - 1].text.endswith("s")
        ):
            continue
        if lemma != "deny" and any(stretch.start == end for stretch in clauses.untrue):
            # "media reports that 20 launchers had been ordered were denied"
            continue
        group = clauses.group(at)
        before = tokens[group.start - 1] if group.start else None
        as_saying = form == "ing" and before is not None and before.text == "as"
        if group.negated or (group.passive and form != "ing") or (before is not None and before.text in DETERMINERS):
            continue
        if before is not None and before.text in ("’s", "'s", "of", "in", "on", "to", "by", "for", "with"):
            continue
        if form == "ing" and not as_saying and group.aspect != "ongoing":
            if before is None or not (
                before.text == "," or before.text in ("and", "in", "by", "while", "before", "after")
            ):
                continue
            who = (
                (previous.speaker, previous.described, False, group.start)
                if previous
                else of_main(clauses, group.start)
            )
        elif as_saying:
            who = quoted_subject(clauses, at)
        else:
            who = front(clauses, group.start, inverted=opens(tokens, group.start))
        speaker, described, pronoun, low = who
        behind = end
        if speaker is None and described is None and not pronoun:
            if not opens(tokens, group.start):
                continue
            speaker, described, behind = behind_verb(clauses, end)
            if speaker is None and described is None:
                continue
            low = group.start
        if topic and speaker is not None and speaker.kind is ActorKind.STATE and form != "ing":
            # "Seoul highlighted": states show as often as they say
            continue
        told = _told(line, clauses, behind, low, lemma, topic)
        if told is None:
            continue
        clause, tail, quoting = told
        infront = clause is not None and clause[0] < tokens[at].start
        audience, venue = _hearers(tokens, lemma, behind, behind + 10 if infront else tail)
        date = _when(tokens, low, behind, tail, clause)
        return Saying(
            line=line,
            at=at,
            lemma=lemma,
            speaker=speaker,
            described=described,
            clause=clause,
            audience=audience or _spoken_to(tokens, low),
            venue=venue,
            date=date,
            topic=topic,
            quoting=quoting,
        )
    return None


def _told(
    line: Line, clauses: Clauses, end: int, low: int, lemma: str, topic: bool
) -> tuple[tuple[int, int] | None, int, bool] | None:
    """The span that is told, where the words between verb and content end, and whether only a quotation makes it a saying.

    ``None`` where nothing is said.
    """
    tokens = line.tokens
    known = words()
    that = None
    inserted = _denial_behind(line, clauses, end)
    for at in range(inserted, min(inserted + 14, len(tokens))):
        if (
            tokens[at].text == "that"
            and tokens[at].kind == "word"
            and (at == end or tokens[at - 1].kind in ("date", "word", "actor", "mark"))
        ):
            that = at
            break
        remark = tokens[at].text == "," and at + 1 < len(tokens) and tokens[at + 1].text.endswith("ing")
        if clauses.tags[at] in ("finite", "aux", "main") or tokens[at].text in ("“", '"', ":", ";"):
            break
        if remark and tokens[at + 1].text in known.verbs:
            # "denied the report, saying that": of another saying
            break
    if that is not None and that + 1 < len(tokens):
        return _stripped(line, tokens[that].end, _content_end(line, clauses, that + 1, topic)), that, False
    at = _skip(tokens, end)
    rest = [t for t in tokens[at:] if t.kind != "mark"]
    if len(rest) > 3 and tokens[at].text not in (",", "."):
        colon = tokens[at].text in (":", "“", '"', "'", "‘")
        finite = any(clauses.tags[p] in ("finite", "aux", "main") for p in range(at, len(tokens)))
        if not topic and not finite and not colon and lemma not in _WITH_THING:
            return None
        bare = not topic and not colon and lemma in known.clausal and not _clause_follows(clauses, at)
        if bare and (lemma not in ("promise", "pledge") or _of_goods(tokens, at)):
            return (None, at, True)
        return _stripped(line, tokens[at].start, _content_end(line, clauses, at, topic)), at, False
    # what is said stands in front: "..., the ministry said Tuesday"
    first = low
    while first > 0 and (tokens[first - 1].kind == "mark" and tokens[first - 1].text != ")"):
        first -= 1
    if first > 3 and not topic:
        return (
            _stripped(line, line.start, tokens[first - 1].end),
            at,
            lemma in known.clausal and tokens[low - 1].text != ",",
        )
    return (None, at, True) if first > 0 or len(rest) else None


def _denial_behind(line: Line, clauses: Clauses, end: int) -> int:
    """Past a denial put in behind a verb of saying: "said on Saturday, denying reports that ..., that"; else ``end``."""
    tokens = line.tokens
    for at in range(end, min(end + 8, len(tokens) - 1)):
        if clauses.tags[at] in ("finite", "aux", "main") or tokens[at].text in ("that", "“", '"', ":"):
            break
        if tokens[at].text == "," and tokens[at + 1].text in ("denying", "rejecting", "dismissing", "refuting"):
            behind = [stretch.stop for stretch in clauses.untrue if at < stretch.start <= at + 6]
            return behind[0] if behind else end
    return end


def _content_end(line: Line, clauses: Clauses, low: int, topic: bool) -> int:
    """Where what is said ends: before another saying is joined to it ("..., adding that", "..., according to Wi")."""
    tokens = line.tokens
    known = words()
    for at in range(low + 2, len(tokens)):
        text = tokens[at].text
        if tokens[at - 1].text == "," and (
            text in known.phrases or (text.endswith("ing") and text in known.verbs and at + 1 < len(tokens))
        ):
            return tokens[at - 1].start
        if any(at == stretch.stop and stretch.start <= low <= at for stretch in clauses.untrue):
            # "denied that it had bought tanks, but said"
            return tokens[at - 1].end
        if topic and text in ("and", "but") and at + 1 < len(tokens) and clauses.tags[at + 1] in ("finite", "aux"):
            return tokens[at - 1].end
    return _last(line)


def _of_goods(tokens: Sequence[Token], at: int) -> bool:
    """Whether what somebody promises is things and not words: "pledged 18 tanks", "promised 78 more"."""
    near = takewhile(lambda token: token.kind != "mark", tokens[at : at + 5])
    return any(token.kind in ("value", "weapon") or token.text in ("more", "further", "another") for token in near)


def _clause_follows(clauses: Clauses, at: int) -> bool:
    """Whether a clause with a verb of its own follows at once ("noted South Korea is well placed")."""
    tokens = clauses.tokens
    for position in range(at, min(at + 9, len(tokens))):
        if clauses.tags[position] in ("finite", "aux", "main"):
            return position > at
        if (
            tokens[position].kind == "mark"
            or (clauses.tags[position] and position > at)
            or tokens[position].text in ("of", "for", "from")
        ):
            return False
    return False


def _skip(tokens: Sequence[Token], at: int) -> int:
    """Past dates and phrases between a verb and what is said ("said on Friday in a statement")."""
    while at < len(tokens) and (step := _skipped(tokens, at)):
        at += step
    return at


def _skipped(tokens: Sequence[Token], at: int) -> int:
    """How many tokens from a position on are no part of what is said; 0 where it begins."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.kind == "date" or token.text in ("also", "however", "further") or token.text in words().audience:
        return 1
    if token.text in ("on", "late", "early") and after is not None and after.kind == "date":
        return 2
    if token.text in ("in", "at", "during", "via", "on") and (stop := _venue_end(tokens, at)):
        return stop - at
    if token.text == "," and after is not None and after.text in ("“", '"', "'", "‘", "adding", "noting"):
        return 1
    if token.text in ("the", "a") and after is not None and after.text in words().audience:
        return 1
    if isinstance(token.mention, ActorMention) and at and tokens[at - 1].text in ("told", "tells", "in"):
        return 1
    located = after is not None and isinstance(after.mention, ActorMention) and after.mention.as_place
    return 2 if token.text == "in" and located else 0


def _venue_end(tokens: Sequence[Token], at: int) -> int | None:
    """Where a phrase such as "in a written statement" or "during a NATO press conference" ends."""
    for position in range(at + 1, min(at + 7, len(tokens))):
        token = tokens[position]
        if token.kind == "word" and token.text in words().venues:
            end = position + 1
            while end < len(tokens) and token.text != tokens[end].text and tokens[end].text in words().venues:
                end += 1
            return end
        if token.kind not in ("word", "actor") or (token.text in PREPOSITIONS and position > at + 1):
            return None
    return None


def _hearers(
    tokens: Sequence[Token], lemma: str, at: int, high: int
) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Whom somebody tells, and where: the words between the verb and what is said."""
    audience = venue = None
    if tokens[0].text in ("in", "at", "during") and (stop := _venue_end(tokens, 0)) and stop < at:
        first = 2 if tokens[1].text in DETERMINERS else 1
        venue = (tokens[first].start, tokens[stop - 1].end) if first < stop else None
    if lemma == "tell":
        end = at
        while end < len(tokens) and end - at < 6 and tokens[end].kind in ("word", "actor") and tokens[end].text not in (
            "that", "in", "on", "it", "he", "she", "during", "at", "after", "ahead", "there", "they", "we"
        ):  # fmt: skip
            end += 1
            if tokens[end - 1].text in words().audience and end < len(tokens) and tokens[end].kind == "word":
                break
        if end > at:
            audience = (tokens[at].start, tokens[end - 1].end)
    for position in range(at, min(high, len(tokens))):
        if tokens[position].text in ("in", "at", "during", "via", "on"):
            stop = _venue_end(tokens, position)
            after = tokens[position + 1] if position + 1 < len(tokens) else None
            if stop is not None:
                first = position + 1
                while first < stop - 1 and tokens[first].text in ("a", "an", "the", "his", "her", "its", "their"):
                    first += 1
                venue = (tokens[first].start, tokens[stop - 1].end)
                break
            owned = position + 2 < len(tokens) and tokens[position + 2].text in ("’s", "'s")
            if after is not None and isinstance(after.mention, ActorMention) and after.mention.as_place and not owned:
                venue = (after.start, after.end)
    return audience, venue


def _spoken_to(tokens: Sequence[Token], high: int) -> tuple[int, int] | None:
    """The audience of "Speaking to reporters in Paris"."""
    for at in range(min(high, len(tokens)) - 2):
        if tokens[at].text == "speaking" and tokens[at + 1].text in ("to", "before", "with"):
            end = at + 2
            while end < high and tokens[end].kind == "word" and tokens[end].text not in PREPOSITIONS and end - at < 6:
                end += 1
            return (tokens[at + 2].start, tokens[end - 1].end) if end > at + 2 else None
    return None


def _when(
    tokens: Sequence[Token], low: int, behind: int, tail: int, clause: tuple[int, int] | None
) -> DateMention | None:
    """When it was said: a date beside the verb, else one in front of the subject; never one of what is said."""
    places = [
        *range(behind, min(max(tail, behind + 4), len(tokens))),
        *range(min(low, behind)),
        *range(low, min(behind, len(tokens))),
    ]
    for at in places:
        mention = tokens[at].mention
        if (
            isinstance(mention, DateMention)
            and not mention.dateline
            and not (clause and clause[0] <= mention.start < clause[1])
        ):
            return mention
    return None


def _last(line: Line) -> int:
    last = line.tokens[-1]
    return last.start if last.text in (".", "!") else last.end


def _stripped(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """A span without the marks and blanks at its ends; ``None`` for fewer than three words."""
    inside = [t for t in line.tokens if t.start >= start and t.end <= end]
    while inside and inside[0].kind == "mark" and inside[0].text not in ("$", "€", "£", "(", "“", '"', "'", "‘"):
        inside.pop(0)
    while inside and inside[-1].kind == "mark" and inside[-1].text not in (")", "%", "”", '"', "'", "’"):
        inside.pop()
    if sum(t.kind != "mark" for t in inside) < 3:
        return None
    return inside[0].start, inside[-1].end
