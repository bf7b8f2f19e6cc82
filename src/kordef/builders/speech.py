"""Who says what: verbs of saying with their speakers, phrases such as "according to", and quotations."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from attrs import frozen

from kordef.builders.clauses import DETERMINERS, PREPOSITIONS, Clauses
from kordef.builders.page import Page
from kordef.builders.tokens import Line, Token
from kordef.builders.verbs import group_before, inflections
from kordef.mentions.model import ActorMention, DateMention
from kordef.vocabulary import ActorKind

__all__ = ["Quote", "Saying", "quotes", "sayings", "subject_head"]

_SPEAK = frozenset(
    [
        ActorKind.PERSON, ActorKind.GOVERNMENT_BODY, ActorKind.COMPANY, ActorKind.IGO, ActorKind.MEDIA,
        ActorKind.RESEARCH_INSTITUTE, ActorKind.STATE, ActorKind.PARTY, ActorKind.MILITARY_UNIT, ActorKind.FORUM,
    ]
)  # fmt: skip
_PUBLISHERS = frozenset([ActorKind.MEDIA, ActorKind.RESEARCH_INSTITUTE, ActorKind.GOVERNMENT_BODY])
_NAMED = frozenset(["he", "she", "they", "it"])


@frozen(kw_only=True)
class Quote:
    """A quotation: the span between its marks."""

    start: int
    end: int


@frozen(kw_only=True)
class Saying:
    """A verb of saying, or a phrase that follows somebody, with who speaks.

    ``speaker`` is the actor named; ``described`` the span of words for somebody without a name; both are ``None`` for a pronoun that
    only what was said before can resolve. ``clause`` is the span of what is said where it is told. ``cited`` is set for
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


@frozen(kw_only=True)
class _Words:
    verbs: Mapping[str, tuple[tuple[str, tuple[str, ...], str, bool], ...]]
    clausal: frozenset[str]
    speakers: frozenset[str]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], bool], ...]]
    quoted: frozenset[str]
    audience: frozenset[str]
    venues: frozenset[str]
    triggers: frozenset[str]


@cache
def _words() -> _Words:
    raw = tomllib.loads(files("kordef.builders").joinpath("data", "speech.toml").read_text("utf-8"))
    verbs: dict[str, list[tuple[str, tuple[str, ...], str, bool]]] = {}
    for key in ("topics", "verbs"):
        for phrase in raw[key]:
            lemma, *rest = phrase.split()
            for word, known in inflections([lemma]).items():
                for form in dict.fromkeys(i.form for i in known):
                    verbs.setdefault(word, []).append((lemma, tuple(rest), form, key == "topics"))
    phrases: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for key in ("according", "data"):
        for phrase in raw[key]:
            parts = tuple(phrase.split())
            phrases.setdefault(parts[0], []).append((parts, key == "data"))
    table = {w: tuple(sorted(v, key=lambda x: -len(x[1]))) for w, v in verbs.items()}
    return _Words(
        verbs=table,
        clausal=frozenset(raw["clausal"]),
        speakers=frozenset(raw["speakers"]),
        phrases={w: tuple(v) for w, v in phrases.items()},
        quoted=frozenset(raw["quoted"]),
        audience=frozenset(raw["audience"]),
        venues=frozenset(raw["venues"]),
        triggers=frozenset(table) | frozenset(phrases),
    )


def sayings(line: Line) -> Iterator[Saying]:
    """The sayings of a sentence, in its order."""
    words = _words()
    tokens = line.tokens
    if not any(t.text in words.triggers for t in tokens):
        return
    clauses = Clauses(tokens)
    previous: Saying | None = None
    for at, token in enumerate(tokens):
        if token.kind != "word" or token.text not in words.triggers:
            continue
        found = _following(line, clauses, at) or _saying(line, clauses, at, previous)
        if found is not None:
            previous = previous if found.cited else found
            yield found


# ---- "according to"


def _following(line: Line, clauses: Clauses, at: int) -> Saying | None:
    tokens = line.tokens
    for parts, data in _words().phrases.get(tokens[at].text, ()):
        if tuple(t.text for t in tokens[at : at + len(parts)]) != parts:
            continue
        speaker, described, end = _behind(clauses, at + len(parts))
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


# ---- verbs


def _saying(line: Line, clauses: Clauses, at: int, previous: Saying | None) -> Saying | None:
    tokens = line.tokens
    for lemma, rest, form, topic in _words().verbs.get(tokens[at].text, ()):
        end = at + 1 + len(rest)
        if tuple(t.text for t in tokens[at + 1 : end]) != rest:
            continue
        if form == "third" and not _is_verb(clauses, at, end):
            continue
        if form == "base" and not (at and tokens[at - 1].text in _words().speakers and tokens[at - 1].text.endswith("s")):
            continue
        group = group_before(tokens, at)
        before = tokens[group.start - 1] if group.start else None
        as_saying = form == "ing" and before is not None and before.text == "as"
        if group.negated or (group.passive and form != "ing") or (before is not None and before.text in DETERMINERS):
            continue
        if before is not None and before.text in ("’s", "'s", "of", "in", "on", "to", "by", "for", "with"):
            continue
        if form == "ing" and not as_saying and group.aspect != "ongoing":
            if before is None or not (before.text == "," or before.text in ("and", "in", "by", "while", "before", "after")):
                continue
            who = (previous.speaker, previous.described, False, group.start) if previous else _of_main(clauses, group.start)
        elif as_saying:
            who = _quoted(clauses, at)
        else:
            who = _front(clauses, group.start, inverted=_opens(tokens, group.start))
        speaker, described, pronoun, low = who
        behind = end
        if speaker is None and described is None and not pronoun:
            if not _opens(tokens, group.start):
                continue
            speaker, described, behind = _behind(clauses, end)
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
        in_front = clause is not None and clause[0] < tokens[at].start
        audience, venue = _hearers(tokens, lemma, behind, behind + 10 if in_front else tail)
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


def _is_verb(clauses: Clauses, at: int, end: int) -> bool:
    """Whether a form in -s is no plural noun ("member states", "reports")."""
    tokens = clauses.tokens
    after = tokens[end].text if end < len(tokens) else ""
    before = tokens[at - 1] if at else None
    if after == "that" or after in ("“", '"', ":", "‘"):
        return True
    if before is None or tokens[at].text in ("states", "reports", "estimates", "posts", "demands"):
        return False
    mention = before.mention
    acts = isinstance(mention, ActorMention) and mention.form != "adjective" and mention.kind is not ActorKind.STATE
    return acts or before.text in _NAMED or before.text in _words().speakers or before.text in ("who", "which", "also")


Who = tuple[ActorMention | None, tuple[int, int] | None, bool, int]
"""The speaker, or the span of words for one, whether only a pronoun stands there, and where the subject begins."""


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb stands right behind a quotation or a comma, so that its subject may follow it."""
    return at == 0 or tokens[at - 1].text in (",", "”", '"', "'", "’", "—", "-", ".", "?", "!")


def _front(clauses: Clauses, start: int, *, inverted: bool = False) -> Who:
    """The speaker in front of a verb: the actor or noun for a speaker that is the head of its subject."""
    tokens = clauses.tokens
    before = tokens[start - 1] if start else None
    if before is None or (inverted and before.text in ("”", '"')):
        return None, None, False, start
    if before.text == "," and start > 2:
        opening = next((p for p in range(start - 2, max(start - 16, 0), -1) if tokens[p].text == ","), None)
        if opening is not None and not any(clauses.tags[p] in ("finite", "aux", "main") for p in range(opening, start - 1)):
            named = tokens[opening - 1]
            if isinstance(named.mention, ActorMention) or named.text in _words().speakers or named.text in _NAMED:
                # "Duda, on the same day, praised"
                low = _cut(clauses, clauses.subject_span(opening)[0], opening)
                return _head(tokens, low, opening)
    low, high, how = clauses.subject_span(start)
    if how == "antecedent":
        low, high = max(low - 6, 0), start
    if low >= high:
        return None, None, False, start
    low = _cut(clauses, low, high)
    return _head(tokens, low, high)


def subject_head(clauses: Clauses, start: int) -> ActorMention | None:
    """The actor that heads the subject of the verb group at a position, past what stands between commas behind it."""
    return _front(clauses, start)[0]


def _cut(clauses: Clauses, low: int, high: int) -> int:
    """Where the subject itself begins: behind a quotation, and behind what stands in front of it with a comma."""
    tokens = clauses.tokens
    for position in range(high - 1, low - 1, -1):
        if tokens[position].text in ("”", '"', "“", ";") or (tokens[position].text in ("'", "’") and position and tokens[position - 1].text in (",", ".")):
            return position + 1
    commas = [p for p in range(low, high - 1) if tokens[p].text == ","]
    while len(commas) >= 1:
        first = commas.pop(0)
        if (first <= low + 1 and tokens[low].kind == "word" and tokens[low].text not in _words().speakers) or tokens[low].text in PREPOSITIONS or tokens[low].kind == "date" or any(
            t in ("gerund", "finite", "main", "reduced", "infinitive") for t in clauses.tags[low:first]
        ) or (len(commas) % 2 == 0 and not _names(tokens, low, first)):
            low = first + 1
        else:
            break
    return low


def _names(tokens: Sequence[Token], low: int, high: int) -> bool:
    return any(isinstance(t.mention, ActorMention) or t.text in _words().speakers or t.text in _NAMED for t in tokens[low:high])


def _head(tokens: Sequence[Token], low: int, high: int) -> Who:
    """Who heads a noun phrase: a person, else the first noun or name that is not governed by a preposition."""
    speakers = _words().speakers
    free = True
    nouns: list[int] = []
    names: list[int] = []
    for at in range(low, high):
        token = tokens[at]
        if token.kind == "word" and token.text in PREPOSITIONS:
            free = False
        elif token.text in (",", "and", "who", "(") or token.kind == "date":
            free = True
        elif free:
            mention = token.mention
            if isinstance(mention, ActorMention) and mention.kind in _SPEAK and not _is_adjective(tokens, at, high):
                names.append(at)
            elif token.kind == "word" and token.text in speakers:
                nouns.append(at)
    persons = [p for p in names if _mention(tokens[p]).kind is ActorKind.PERSON]
    if persons:
        return _mention(tokens[persons[0]]), None, False, low
    if nouns and (not names or names[0] > nouns[0] or names[0] == nouns[0] - 1):
        if nouns[0] and tokens[nouns[0]].text in ("sides", "side", "people", "allies") and nouns[0] - low > 3:
            return None, None, False, low
        return None, _phrase(tokens, nouns[0], low, high), False, low
    if names:
        return _mention(tokens[names[0]]), None, False, low
    if nouns:
        return None, _phrase(tokens, nouns[0], low, high), False, low
    last = tokens[high - 1]
    return None, None, last.text in ("he", "she", "it", "they") and last.kind == "word", low


def _mention(token: Token) -> ActorMention:
    assert isinstance(token.mention, ActorMention)
    return token.mention


def _is_adjective(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Whether a name stands for what belongs to it: an adjective, or a name with "’s" behind it."""
    mention = tokens[at].mention
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    adjective = isinstance(mention, ActorMention) and mention.form == "adjective"
    owner = after in ("’s", "'s") or (after in ("’", "'") and tokens[at].text.endswith("s"))
    modifier = at + 1 < high and isinstance(mention, ActorMention) and mention.kind is ActorKind.STATE and tokens[at + 1].kind == "word" and tokens[at + 1].text.isalpha() and tokens[at + 1].text not in ("and", "also", "who", "in", "on", "at", "itself", "has", "had") and not tokens[at + 1].text.endswith("ly")
    return adjective or owner or modifier


def _phrase(tokens: Sequence[Token], at: int, low: int, high: int) -> tuple[int, int]:
    """The words around a noun for a speaker: back to its article, on over "at a Korean defence firm"."""
    begin = at
    while begin > low and tokens[begin - 1].kind in ("word", "actor", "value") and begin > at - 7:
        if tokens[begin - 1].text in PREPOSITIONS or tokens[begin - 1].text in ("and", "that", "but", "while", "as", "when"):
            break
        begin -= 1
    end = at + 1
    while end < high and end < at + 12 and tokens[end].kind in ("word", "actor", "weapon") and tokens[end].text not in ("who", "which", "that", "and", "also"):
        end += 1
    while end > at + 1 and tokens[end - 1].text in PREPOSITIONS | DETERMINERS:
        end -= 1
    return tokens[begin].start, tokens[end - 1].end


def _behind(clauses: Clauses, at: int) -> tuple[ActorMention | None, tuple[int, int] | None, int]:
    """The speaker behind the verb, and where its words end: "..., said an official at a Korean defence firm"."""
    tokens = clauses.tokens
    end = at
    while end < len(tokens) and end < at + 14:
        token = tokens[end]
        if token.kind in ("date", "value") or clauses.tags[end] in ("finite", "aux", "infinitive") or token.text in ("who", "which", "that", "as", "on", "during", "after", "while"):
            break
        if token.kind == "mark" and token.text not in ("-", "’", "."):
            break
        if token.text == "." and end + 1 >= len(tokens):
            break
        end += 1
    if end == at:
        return None, None, at
    speaker, described, _, _ = _head(tokens, at, end)
    return speaker, described, end


def _of_main(clauses: Clauses, at: int) -> Who:
    """The subject of the main verb, for "..., adding that"."""
    verb = clauses.verb_before(at)
    if verb is None:
        return None, None, False, at
    speaker, described, pronoun, _ = _front(clauses, verb.start)
    if speaker is not None and speaker.kind is ActorKind.STATE:
        return None, None, False, at
    return speaker, described, pronoun, at


def _quoted(clauses: Clauses, at: int) -> Who:
    """The subject of "was quoted as saying"."""
    tokens = clauses.tokens
    for position in range(at - 1, max(at - 10, -1), -1):
        if tokens[position].text in _words().quoted:
            group = group_before(tokens, position)
            if group.passive:
                return _front(clauses, group.start)
            speaker, described, _ = _behind(clauses, position + 1)
            return speaker, described, False, position
    return None, None, False, at


# ---- what is said


def _told(
    line: Line, clauses: Clauses, end: int, low: int, lemma: str, topic: bool
) -> tuple[tuple[int, int] | None, int, bool] | None:
    """The span that is told, where the words between verb and content end, and whether only a quotation makes it a saying.

    ``None`` where nothing is said.
    """
    tokens = line.tokens
    words = _words()
    that = None
    for at in range(end, min(end + 14, len(tokens))):
        if tokens[at].text == "that" and tokens[at].kind == "word" and (at == end or tokens[at - 1].kind in ("date", "word", "actor", "mark")):
            that = at
            break
        if clauses.tags[at] in ("finite", "aux", "main") or tokens[at].text in ("“", '"', ":", ";"):
            break
    if that is not None and that + 1 < len(tokens):
        return _stripped(line, tokens[that].end, _content_end(line, clauses, that + 1, topic)), that, False
    at = _skip(tokens, end)
    rest = [t for t in tokens[at:] if t.kind != "mark"]
    if len(rest) > 3 and tokens[at].text not in (",", "."):
        colon = tokens[at].text in (":", "“", '"', "'", "‘")
        finite = any(clauses.tags[p] in ("finite", "aux", "main") for p in range(at, len(tokens)))
        if not topic and not finite and not colon and lemma not in ("vow", "promise", "pledge", "reiterate", "reaffirm", "stress", "emphasize", "emphasise", "underline", "underscore"):
            return None
        if not topic and lemma in words.clausal and not colon and not _clause_follows(clauses, at):
            if lemma not in ("promise", "pledge"):
                return (None, at, True)
        return _stripped(line, tokens[at].start, _content_end(line, clauses, at, topic)), at, False
    # what is said stands in front: "..., the ministry said Tuesday"
    first = low
    while first > 0 and (tokens[first - 1].kind == "mark" and tokens[first - 1].text not in (")",)):
        first -= 1
    if first > 3 and not topic:
        return _stripped(line, line.start, tokens[first - 1].end), at, lemma in words.clausal and tokens[low - 1].text != ","
    return (None, at, True) if first > 0 or len(rest) else None


def _content_end(line: Line, clauses: Clauses, low: int, topic: bool) -> int:
    """Where what is said ends: before another saying is joined to it ("..., adding that", "..., according to Wi")."""
    tokens = line.tokens
    words = _words()
    for at in range(low + 2, len(tokens)):
        text = tokens[at].text
        if tokens[at - 1].text == "," and (text in words.phrases or (text.endswith("ing") and text in words.verbs and at + 1 < len(tokens))):
            return tokens[at - 1].start
        if topic and text in ("and", "but") and at + 1 < len(tokens) and clauses.tags[at + 1] in ("finite", "aux"):
            return tokens[at - 1].end
    return _last(line)


def _clause_follows(clauses: Clauses, at: int) -> bool:
    """Whether a clause with a verb of its own follows at once ("noted South Korea is well placed")."""
    tokens = clauses.tokens
    for position in range(at, min(at + 9, len(tokens))):
        if clauses.tags[position] in ("finite", "aux", "main"):
            return position > at
        if tokens[position].kind == "mark" or (clauses.tags[position] and position > at) or tokens[position].text in ("of", "for", "from"):
            return False
    return False


def _skip(tokens: Sequence[Token], at: int) -> int:
    """Past dates and phrases between a verb and what is said ("said on Friday in a statement")."""
    while at < len(tokens):
        if tokens[at].kind == "date" or tokens[at].text in ("also", "however", "further"):
            at += 1
        elif tokens[at].text in ("on", "late", "early") and at + 1 < len(tokens) and tokens[at + 1].kind == "date":
            at += 2
        elif tokens[at].text in ("in", "at", "during", "via", "on") and (stop := _venue_end(tokens, at)):
            at = stop
        elif tokens[at].text == "," and at + 1 < len(tokens) and tokens[at + 1].text in ("“", '"', "'", "‘", "adding", "noting"):
            at += 1
        elif tokens[at].text in _words().audience or (tokens[at].text in ("the", "a") and at + 1 < len(tokens) and tokens[at + 1].text in _words().audience):
            at += 1
        elif isinstance(tokens[at].mention, ActorMention) and at and tokens[at - 1].text in ("told", "tells", "in"):
            at += 1
        elif tokens[at].text == "in" and at + 1 < len(tokens) and isinstance(tokens[at + 1].mention, ActorMention) and _mention(tokens[at + 1]).as_place:
            at += 2
        else:
            break
    return at


def _venue_end(tokens: Sequence[Token], at: int) -> int | None:
    """Where a phrase such as "in a written statement" or "during a NATO press conference" ends."""
    for position in range(at + 1, min(at + 7, len(tokens))):
        token = tokens[position]
        if token.kind == "word" and token.text in _words().venues:
            end = position + 1
            while end < len(tokens) and token.text != tokens[end].text and tokens[end].text in _words().venues:
                end += 1
            return end
        if token.kind not in ("word", "actor") or (token.text in PREPOSITIONS and position > at + 1):
            return None
    return None


def _hearers(tokens: Sequence[Token], lemma: str, at: int, high: int) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
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
            if tokens[end - 1].text in _words().audience and end < len(tokens) and tokens[end].kind == "word":
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


def _when(tokens: Sequence[Token], low: int, behind: int, tail: int, clause: tuple[int, int] | None) -> DateMention | None:
    """When it was said: a date beside the verb, else one in front of the subject; never one of what is said."""
    places = [*range(behind, min(max(tail, behind + 4), len(tokens))), *range(min(low, behind)), *range(low, min(behind, len(tokens)))]
    for at in places:
        mention = tokens[at].mention
        if isinstance(mention, DateMention) and not mention.dateline and not (clause and clause[0] <= mention.start < clause[1]):
            return mention
    return None


def _last(line: Line) -> int:
    last = line.tokens[-1]
    return last.start if last.text in (".", "!") else last.end


def _stripped(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """A span without the marks and blanks at its ends; ``None`` for fewer than four words."""
    inside = [t for t in line.tokens if t.start >= start and t.end <= end]
    while inside and inside[0].kind == "mark" and inside[0].text not in ("$", "€", "£", "(", "“", '"', "'", "‘"):
        inside.pop(0)
    while inside and inside[-1].kind == "mark" and inside[-1].text not in (")", "%", "”", '"', "'", "’"):
        inside.pop()
    if sum(t.kind != "mark" for t in inside) < 4:
        return None
    return inside[0].start, inside[-1].end


# ---- quotations

_QUOTE = re.compile(
    r"“([^“”]{8,2000})”|\"([^\"]{8,2000})\"|(?<![\w’'])['‘]((?:[^'‘’\"]|(?<=\w)['’](?=\w)){20,2000}?)['’\"](?!\w)"
)


def quotes(page: Page) -> tuple[Quote, ...]:
    """The quotations of a document's running text: double quotation marks, and single ones around whole clauses."""
    out = []
    for start, end in _blocks(page):
        for m in _QUOTE.finditer(page.document.text, start, end):
            group = next(n for n in (1, 2, 3) if m[n] is not None)
            said = m[group]
            if said.count(" ") >= 3 or (said[0].isupper() and said[-1] in ".!?," and " " in said and group < 3):
                out.append(Quote(start=m.start(group), end=m.end(group)))
    return tuple(out)


def _blocks(page: Page) -> Iterator[tuple[int, int]]:
    held: int | None = None
    for line in page.lines:
        if line.block != held:
            block = page.document.blocks[line.block]
            yield block.start, block.end
        held = line.block
