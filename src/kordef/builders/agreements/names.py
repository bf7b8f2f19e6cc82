"""The words that name agreements: proper names, common nouns with what modifies them, and what they are about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from kordef.builders.agreements.extent import abbreviation, capital_word, further_left, named_behind, right_end
from kordef.builders.agreements.goods import goods_behind, is_priced
from kordef.builders.agreements.nouns import Entry, heads, known_letters, known_names, states, verb_forms
from kordef.builders.agreements.topics import late_topics, topics_behind
from kordef.builders.grammar.surroundings import (
    DETERMINERS,
    FUNCTION_WORDS,
    QUOTES,
    determiner,
    modifiers_start,
    word_set,
)
from kordef.builders.grammar.tokens import Line, Token
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import ActorKind, AgreementKind, AgreementStatus

__all__ = ["Noun", "nouns_in", "title_case"]

_MADE = word_set(
    "sign signs signed signing adopt adopts adopted adopting issued endorsed initialled initialed concluded inked ratified agreed"
)
_SEALED = word_set("sealed signed inked formed forged struck announced concluded into agreed agree negotiating")
_SCHEMES = frozenset(["initiative", "programme", "program", "coalition", "facility", "fund"])
_CONSULTS = word_set("consultation consultations dialogue coordination")
_FOUNDED = word_set("announced launched unveiled founded created formed established signed")
_JOINING = word_set(
    "join joins joined joining accede accedes acceded acceding accession launch launched launches founded signed entered"
)
_HEADLINES = (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING, BlockKind.TABLE_TITLE)


@frozen(kw_only=True)
class Noun:
    """A noun phrase for an agreement: tokens ``start`` to ``end``, its head (with "of understanding") ``head`` to ``head_end``.

    ``named`` is set for proper names, ``determiner`` is the word before ("the", "a", "two"), ``topics`` are the (start, end)
    positions of what it is "on"; ``short`` is the abbreviation that the text gives it. ``goods`` says that it is about
    goods, so that only a framework is an agreement here.
    """

    start: int
    end: int
    head: int
    head_end: int
    kind: AgreementKind
    named: bool
    plural: bool
    determiner: str | None = None
    modifiers: frozenset[str] = frozenset()
    topics: tuple[tuple[int, int], ...] = ()
    short: str | None = None
    status: AgreementStatus | None = None
    goods: bool = False
    back: bool = False
    """Whether it can only come back to an agreement told before ("the document")."""
    bare: bool = False
    """Whether nothing but the head tells what it is ("the agreement")."""
    called: str = ""
    """What a "one" stands for, in the words of the sentence before."""

    @property
    def reach(self) -> int:
        """Where the phrase ends together with what it is "on"."""
        return self.topics[-1][1] if self.topics else self.end

    @property
    def definite(self) -> bool:
        """Whether the words come back to what was named before."""
        return self.determiner in ("the", "this", "that", "these", "those", "both", "its", "their")


def title_case(text: str, line: Line) -> bool:
    """Whether a headline writes most of its words with a capital, so that capitals tell nothing."""
    if line.kind not in _HEADLINES:
        return False
    words = [t for t in line.tokens if t.kind == "word" and len(t.text) > 3]
    return len(words) > 2 and sum(text[t.start].isupper() for t in words) > 0.6 * len(words)


def nouns_in(text: str, line: Line, shorts: Mapping[str, Noun]) -> Iterator[Noun]:
    """The noun phrases for agreements in a sentence; ``shorts`` are the abbreviations that the story has given so far."""
    tokens = line.tokens
    flat = title_case(text, line)
    known = heads()
    behind = 0
    kinds = ("value", "actor")
    for at in [n for n, t in enumerate(tokens) if t.capital or t.text in known or t.kind in kinds]:
        if at < behind:
            continue
        token = tokens[at]
        noun = None
        if token.kind == "value":
            noun = _counted(text, tokens, at)
        elif token.kind == "actor":
            noun = _joined_body(text, tokens, at)
        elif token.kind == "word":
            if token.capital and token.text in known_names():
                noun = _by_name(text, tokens, at)
            if noun is None and token.text in known:
                noun = _noun(text, tokens, at, known[token.text], flat)
            if noun is None and token.capital:
                noun = _short(text, tokens, at, shorts) if shorts else None
                noun = noun or (_lettered(text, tokens, at) if not flat else None)
        if noun is not None:
            yield noun
            behind = noun.end


def _counted(text: str, tokens: Sequence[Token], at: int) -> Noun | None:
    """A noun inside a number with what it counts: "56 memoranda of understanding"."""
    mention = tokens[at].mention
    if not isinstance(mention, ValueMention) or mention.kind != "count" or mention.noun_span is None:
        return None
    words = text[mention.noun_span[0] : tokens[at].end].lower().split()
    for entry in heads().get(words[-1], ()) if words else ():
        end = at + len(entry.words)
        if entry.back or entry.called:
            continue
        if tuple([t.text for t in tokens[at + 1 : end]]) == entry.words[1:] and not entry.never.intersection(words):
            kind, told = _kind(entry, words[:-1])
            if not (entry.bare or told) or (entry.money and not told):
                return None
            return Noun(
                start=at,
                end=end,
                head=at,
                head_end=end,
                kind=kind,
                named=False,
                plural=True,
                determiner="number",
                modifiers=frozenset(words[:-1]),
                topics=tuple(topics_behind(tokens, end)) or tuple(late_topics(tokens, end)),
                goods=goods_behind(tokens, end),
            )
    return None


def _short(text: str, tokens: Sequence[Token], at: int, shorts: Mapping[str, Noun]) -> Noun | None:
    """A later mention by an abbreviation: "the ITPP", "ITPPs"."""
    word = text[tokens[at].start : tokens[at].end]
    plural = word.endswith("s") and word[:-1] in shorts
    word = word[:-1] if plural else word
    known = shorts.get(word)
    if known is None:
        return None
    return _proper(tokens, at, at + 1, known.kind, plural=plural, short=word)


def _joined_body(text: str, tokens: Sequence[Token], at: int) -> Noun | None:
    """A scheme that is known as a body too, where somebody launches or joins it: "acceded to the Sky Shield Initiative"."""
    token = tokens[at]
    words = text[token.start : token.end].lower().split()
    if isinstance(token.mention, ActorMention) and token.mention.kind is ActorKind.FORUM:
        behind = [t.text for t in tokens[at + 1 : at + 3]]
        made = len(behind) == 2 and behind[0] in ("was", "were") and behind[1] in _FOUNDED
        if made or (at > 0 and tokens[at - 1].text in _FOUNDED):
            return _proper(tokens, at, at + 1, AgreementKind.PARTNERSHIP)  # "AUKUS was announced"
    if len(words) < 3 or words[-1] not in _SCHEMES or not isinstance(token.mention, ActorMention):
        return None
    around = (*tokens[max(0, at - 5) : at], *tokens[at + 1 : at + 4])
    if not any(t.text in _JOINING for t in around):
        return None
    return _proper(tokens, at, at + 1, AgreementKind.PROGRAMME)


def _lettered(text: str, tokens: Sequence[Token], at: int) -> Noun | None:
    """An instrument known by its letters ("joined SAFE", "the SAFE instrument")."""
    word = text[tokens[at].start : tokens[at].end]
    kind = known_letters().get(word) if word.isupper() else None
    if kind is None:
        return None
    around = [t for t in (*tokens[max(0, at - 2) : at], *tokens[at + 1 : at + 3]) if t.kind == "word"]
    if around and all(text[t.start : t.end].isupper() for t in around):
        return None
    end = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text in heads() else at + 1
    return _proper(tokens, at, end, kind, short=word)


def _by_name(text: str, tokens: Sequence[Token], at: int) -> Noun | None:
    """An instrument known by a name without a noun for one ("Official Security Assistance")."""
    for words, kind in known_names()[tokens[at].text]:
        end = at + len(words)
        if tuple([t.text for t in tokens[at:end]]) == words and text[tokens[end - 1].start].isupper():
            if end < len(tokens) and tokens[end].text in heads():
                end += 1  # "the Sky Shield memorandum"
            short, behind = abbreviation(text, tokens, end)
            return evolve(_proper(tokens, at, behind, kind, short=short), head_end=end)
    return None


def _proper(
    tokens: Sequence[Token], at: int, end: int, kind: AgreementKind, *, plural: bool = False, short: str | None = None
) -> Noun:
    """The noun that a name of one token is."""
    return Noun(
        start=at,
        end=end,
        head=at,
        head_end=at + 1,
        kind=kind,
        named=True,
        plural=plural,
        determiner=determiner(tokens, at),
        short=short,
    )


def _noun(text: str, tokens: Sequence[Token], at: int, entries: Sequence[Entry], flat: bool) -> Noun | None:
    for entry in entries:
        head_end = _head_end(tokens, at, entry.words)
        if head_end:
            return _phrase(text, tokens, at, head_end, entry, flat)
    return None


def _no_paper(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether a noun is no agreement here: "in the framework of", or what the United Nations are built on."""
    if tokens[at].text == "framework":
        return start == at and at > 1 and tokens[at - 2].text in ("in", "within", "under")
    owners = (t.mention for t in tokens[start:at] if isinstance(t.mention, ActorMention))
    return tokens[at].text == "charter" and any(m.key == "organisation:un" for m in owners)


def _head_end(tokens: Sequence[Token], at: int, words: Sequence[str]) -> int:
    """Where the words of a head end, 0 where others stand there; "*" is for up to three words between them."""
    position = at
    for n, word in enumerate(words):
        if word == "*":
            last = min(position + 4, len(tokens))
            near = (i for i in range(position, last) if tokens[i].text == words[n + 1])
            position = next(near, len(tokens))
            if any(t.kind not in ("word", "actor") or t.text in FUNCTION_WORDS for t in tokens[at + 2 : position]):
                return 0
        elif position < len(tokens) and tokens[position].text == word:
            position += 1
        else:
            return 0
    return position


def _phrase(text: str, tokens: Sequence[Token], at: int, head_end: int, entry: Entry, flat: bool) -> Noun | None:
    if head_end < len(tokens) and (
        tokens[head_end].text in heads()
        or tokens[head_end].text in ("office", "framework", "status", "agency", "mission")
    ):
        return None  # "partnership programme", "the partnership framework": the head stands further right
    if _goes_on(text, tokens, head_end):
        return None
    start = modifiers_start(tokens, at, verb_forms(), heads(), text)
    while (
        start > 2 and tokens[start - 1].text == "of" and tokens[start - 2].text in ("security", "status", "protection")
    ):
        start = modifiers_start(tokens, start - 2, verb_forms(), heads(), text)  # "security of military information"
    told_by = {word for phrase, _ in entry.modified for word in phrase}
    if start == at and at > 1 and tokens[at - 1].text in told_by and tokens[at - 2].text in DETERMINERS:
        start = at - 1  # "a working arrangement": what looks like a verb tells the kind
    both = not flat and text[tokens[at].start].isupper() and at > 0 and text[tokens[at - 1].start].isupper()
    if start == at and at > 0 and tokens[at - 1].kind == "weapon" and (tokens[at - 1].text in told_by or both):
        start = modifiers_start(tokens, at - 1, verb_forms(), heads(), text)  # "the ammunition initiative"
    if entry.called and not (at > 1 and tokens[at - 1].kind == "actor" and tokens[at - 2].text in QUOTES):
        return None
    capital = not flat and text[tokens[at].start].isupper()
    if capital:
        start = further_left(text, tokens, start)
    words = [t.text for t in tokens[start:at] if t.kind in ("word", "weapon")]
    if entry.back and (start < at or determiner(tokens, at) not in ("the", "this", "both")):
        return None
    small = [t.text for t in tokens[start:at] if t.kind == "word" and not (capital and text[t.start].isupper())]
    if "armistice" in words or _no_paper(tokens, start, at):
        return None
    if entry.money and not _CONSULTS.isdisjoint(words):
        return None  # "Defence Consultation Mechanism": a body that meets
    if entry.never.intersection(small) or (small and small[-1] in entry.near):
        return None
    proper = [
        i
        for i in range(start, at)
        if tokens[i].kind in ("word", "actor", "weapon")
        and text[tokens[i].start].isupper()
        and not (i == 0 and tokens[i].kind == "word")
    ]
    short_head = text[tokens[at].start : tokens[head_end - 1].end].isupper()
    named = capital and not short_head and (len(proper) > 0 or named_behind(text, tokens, head_end))
    kind, told = _kind(entry, words)
    end = right_end(text, tokens, head_end) if named else head_end
    short, short_end = abbreviation(text, tokens, end)
    if not named and not flat and (called := _apposed(text, tokens, start)) is not None:
        first, last, short = called
        kind, _ = _kind(entry, words)
        return Noun(
            start=first,
            end=last,
            head=last - 1,
            head_end=last,
            kind=kind,
            named=True,
            plural=False,
            determiner=determiner(tokens, first),
            modifiers=frozenset(words),
            short=short,
        )
    money = entry.money and _money_near(tokens, head_end)
    topics = tuple(topics_behind(tokens, short_end, named=named)) if not named or short_end == end else ()
    if (
        entry.money
        and not money
        and not told
        and not (named and any(tokens[i].kind in ("word", "weapon") for i in proper))
    ):
        return None
    behind = [t.text for t in tokens[head_end : head_end + 2]]
    passive = behind[:1] in (["was"], ["were"]) and not _MADE.isdisjoint(behind[1:])
    made = passive or not _MADE.isdisjoint(behind[:1]) or (start > 1 and tokens[start - 2].text in _MADE)
    paper = entry.kind is AgreementKind.JOINT_DECLARATION or entry.topical
    told = told or (paper and behind == ["in", "which"])
    declared = paper and (topics or made) and determiner(tokens, start) in ("a", "an")
    if entry.capital and not named and not (money and proper) and not told and not declared:
        return None
    if entry.small is not None and not named and not told:
        kind = entry.small
    goods = goods_behind(tokens, end) or is_priced(tokens, at)
    sealed = start > 1 and tokens[start - 2].text in _SEALED and determiner(tokens, start) in ("a", "an")
    linked = end < len(tokens) and tokens[end].text in ("with", "between")
    shared = entry.kind is AgreementKind.PARTNERSHIP and (linked or sealed)
    bare_ok = (
        entry.bare
        or (entry.topical and (bool(topics) or made or behind == ["to", "which"]))
        or told
        or named
        or (entry.for_goods and goods)
        or (shared and not entry.strict)
        or _of_kind(tokens, head_end)
    )
    between = linked or (
        bool(topics) and tokens[topics[-1][1] : topics[-1][1] + 1] and tokens[topics[-1][1]].text == "between"
    )
    near = topics[-1][1] + 1 if topics and not linked else end + 1
    between = between and any(t.kind == "actor" for t in tokens[near : near + 2])  # not "with the union"
    pair = entry.shared and between and determiner(tokens, start) in ("a", "an", "the", "their", "number", None)
    if not (bare_ok or pair) and not (at - start > 0 and determiner(tokens, start) in ("the", "this", "their", "its")):
        if entry.strict or start < at or determiner(tokens, start) not in ("the", "this", "that", "their"):
            return None
    elif entry.strict and not told and not pair:
        return None
    if _of_governments(tokens, head_end) and kind is AgreementKind.OTHER:
        kind = AgreementKind.TREATY
    if named:
        while start < at and not text[tokens[start].start].isupper() and tokens[start].text not in QUOTES:
            start += 1
    if entry.plural and not topics:
        topics = tuple(late_topics(tokens, short_end))
    if not told and topics:
        about = [t.text for t in tokens[topics[0][0] : topics[0][1]] if t.kind == "word"]
        about = about[1:] if about and about[0] in ("the", "a", "an", "their") else about
        kind = next(
            (k for phrase, k in entry.modified if tuple(about[: len(phrase)]) == phrase and k is not kind), kind
        )
    # "talks on the future of the partnership" speak of one that there is
    before = [tokens[i].text for i in range(max(0, start - 3), at) if tokens[i + 1].text != "of"]
    status = next((s for w in before if (s := states().get(w))), None)
    return Noun(
        start=start,
        end=max(end, short_end),
        head=at,
        head_end=head_end,
        kind=kind,
        named=named,
        plural=entry.plural,
        determiner=determiner(tokens, start),
        modifiers=frozenset(words),
        topics=topics,
        short=short,
        status=status,
        goods=goods,
        back=entry.back,
        bare=(start == at or (bool(words) and _VAGUE.issuperset(words)))
        and not named
        and not topics
        and (not entry.bare or len(entry.words) == 1),
    )


_VAGUE = frozenset(
    "forthcoming upcoming impending final total overall entire whole executive implementation implementing".split()
)
"""Modifiers that tell nothing of what an agreement is: "the forthcoming agreement" comes back to one, or to a contract."""


def _of_governments(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words of a treaty follow: "Agreement between the Government of A and the Government of B"."""
    words = tuple(t.text.lower() for t in tokens[at : at + 3])
    return len(words) == 3 and words[:2] == ("between", "the") and words[2].startswith("government")


def _of_kind(tokens: Sequence[Token], at: int) -> bool:
    """Whether "of the same kind", "of that sort" says that it is like one told before."""
    words = [t.text for t in tokens[at : at + 4]]
    return len(words) > 2 and words[0] == "of" and not {"kind", "sort", "type", "nature"}.isdisjoint(words[2:])


def _apposed(text: str, tokens: Sequence[Token], start: int) -> tuple[int, int, str | None] | None:
    """The proper name that a phrase explains: "the Security Action for Europe (SAFE), a loan instrument"."""
    at = start - 1
    while at > 1 and (tokens[at].kind in ("value", "actor") or tokens[at].text in ("'s", "’s", "new")):
        at -= 1
    if at < 1 or tokens[at].text not in ("a", "an", "the", "its", "their") or tokens[at - 1].text != ",":
        return None
    end = at - 1
    short = None
    if tokens[end - 1].text == ")":
        opening = next((i for i in range(end - 2, max(end - 5, 0), -1) if tokens[i].text == "("), None)
        if opening is None:
            return None
        short, _ = abbreviation(text, tokens, opening)
        name_end = opening
    else:
        name_end = end
    first = name_end
    while first > 0 and first > name_end - 8:
        token = tokens[first - 1]
        joins = token.kind == "word" and (text[token.start].isupper() or token.text in ("of", "for", "and", "on"))
        if not joins and not (token.kind == "actor" and first < name_end):
            break
        first -= 1
    while first < name_end and (
        tokens[first].kind != "word" or not text[tokens[first].start].isupper() or tokens[first].text == "the"
    ):
        first += 1
    words = [t for t in tokens[first:name_end] if t.kind == "word" and text[t.start].isupper()]
    letters = len(words) == 1 and text[words[0].start : words[0].end].isupper() and len(words[0].text) > 2
    if letters and short is None:
        short = text[words[0].start : words[0].end]
        return first, end, short
    if len(words) < 2 and not (words and short):
        return None
    return first, end if short else name_end, short


def _goes_on(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a proper name goes on over "and" to another head: "Partnership and Cooperation Agreement"."""
    if at + 2 >= len(tokens) or tokens[at].text != "and" or not text[tokens[at - 1].start].isupper():
        return False
    behind = tokens[at + 1 : at + 4]
    places = [n for n, t in enumerate(behind) if t.text in heads()]
    return bool(places) and places[0] > 0 and all(capital_word(text, behind, n) for n in range(places[0] + 1))


def _kind(entry: Entry, words: Sequence[str]) -> tuple[AgreementKind, bool]:
    """The kind, and whether a modifier tells it."""
    for word, kind in entry.right_before:
        if words and words[-1] == word:
            return kind, True
    for phrase, kind in entry.modified:
        for i in range(len(words) - len(phrase) + 1):
            if tuple(words[i : i + len(phrase)]) == phrase:
                return kind, True
    return entry.kind, False


def _money_near(tokens: Sequence[Token], end: int) -> bool:
    return any(
        isinstance(t.mention, ValueMention) and t.mention.kind == "money"
        for t in tokens[end : min(end + 10, len(tokens))]
    )
