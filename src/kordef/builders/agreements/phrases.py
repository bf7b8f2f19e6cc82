"""The phrase around a noun for an agreement: where it begins and ends, whether it is a name, its kind, and what it is about.

"the 2019 General Security of Military Information Agreement (GSOMIA)" is a name, "a memorandum on drones" a common noun with its
topic; "the partnership programme" has its head further right, and "the deal" alone may be no agreement at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from kordef.builders.agreements.extent import abbreviation, capital_word, further_left, named_behind, right_end
from kordef.builders.agreements.goods import goods_behind, is_priced
from kordef.builders.agreements.nouns import Entry, heads, states, verb_forms
from kordef.builders.agreements.topics import late_topics, topics_behind
from kordef.builders.grammar.surroundings import DETERMINERS, QUOTES, determiner, modifiers_start, word_set
from kordef.builders.grammar.tokens import Token
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import AgreementKind, AgreementStatus

__all__ = ["Noun", "kind_told", "noun_phrase"]

_MADE = word_set(
    "sign signs signed signing adopt adopts adopted adopting issued endorsed initialled initialed concluded inked ratified agreed"
)
_SEALED = word_set("sealed signed inked formed forged struck announced concluded into agreed agree negotiating")
_CONSULTS = word_set("consultation consultations dialogue coordination")
_MEMBERS = ("office", "framework", "status", "agency", "mission")
"""Nouns that an agreement only modifies: "the partnership framework"."""
_VAGUE = frozenset(
    "forthcoming upcoming impending final total overall entire whole executive implementation implementing".split()
)
"""Modifiers that tell nothing of what an agreement is: "the forthcoming agreement" comes back to one, or to a contract."""


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


def noun_phrase(text: str, tokens: Sequence[Token], at: int, head_end: int, entry: Entry, flat: bool) -> Noun | None:
    """The phrase around a head from ``at`` to ``head_end``, ``None`` where it names no agreement; ``flat`` is for headlines."""
    if _stands_further_right(text, tokens, head_end):
        return None
    capital = not flat and text[tokens[at].start].isupper()
    start = _start(text, tokens, at, entry, flat)
    words = [t.text for t in tokens[start:at] if t.kind in ("word", "weapon")]
    small = [t.text for t in tokens[start:at] if t.kind == "word" and not (capital and text[t.start].isupper())]
    if _is_other(tokens, start, at, entry, words, small):
        return None
    proper = _proper_words(text, tokens, start, at)
    short_head = text[tokens[at].start : tokens[head_end - 1].end].isupper()
    named = capital and not short_head and (len(proper) > 0 or named_behind(text, tokens, head_end))
    kind, told = kind_told(entry, words)
    end = right_end(text, tokens, head_end) if named else head_end
    short, short_end = abbreviation(text, tokens, end)
    if not named and not flat and (called := _apposed(text, tokens, start)) is not None:
        return _by_name_before(tokens, called, kind, words)
    found = _Found(
        tokens=tokens,
        at=at,
        start=start,
        head_end=head_end,
        end=end,
        entry=entry,
        named=named,
        proper=proper,
        topics=tuple(topics_behind(tokens, short_end, named=named)) if not named or short_end == end else (),
        told=told,
        goods=goods_behind(tokens, end) or is_priced(tokens, at),
    )
    if not found.is_agreement():
        return None
    if named:
        while start < at and not text[tokens[start].start].isupper() and tokens[start].text not in QUOTES:
            start += 1
    topics = found.topics
    if entry.plural and not topics:
        topics = tuple(late_topics(tokens, short_end))
    return Noun(
        start=start,
        end=max(end, short_end),
        head=at,
        head_end=head_end,
        kind=found.kind(kind, topics),
        named=named,
        plural=entry.plural,
        determiner=determiner(tokens, start),
        modifiers=frozenset(words),
        topics=topics,
        short=short,
        status=_status(tokens, start, at),
        goods=found.goods,
        back=entry.back,
        bare=(start == at or (bool(words) and _VAGUE.issuperset(words)))
        and not named
        and not topics
        and (not entry.bare or len(entry.words) == 1),
    )


def kind_told(entry: Entry, words: Sequence[str]) -> tuple[AgreementKind, bool]:
    """The kind, and whether a modifier tells it."""
    for word, kind in entry.right_before:
        if words and words[-1] == word:
            return kind, True
    for phrase, kind in entry.modified:
        for i in range(len(words) - len(phrase) + 1):
            if tuple(words[i : i + len(phrase)]) == phrase:
                return kind, True
    return entry.kind, False


@frozen(kw_only=True)
class _Found:
    """A head with what stands around it, from which it shows whether it means an agreement.

    ``proper`` are the positions of the words of a name before the head, ``topics`` what it is "on", ``told`` says that a modifier
    tells its kind, ``goods`` that it is about goods or has a price.
    """

    tokens: Sequence[Token]
    at: int
    start: int
    head_end: int
    end: int
    entry: Entry
    named: bool
    proper: Sequence[int]
    topics: tuple[tuple[int, int], ...]
    told: bool
    goods: bool

    def is_agreement(self) -> bool:
        """Whether enough tells it: a name, a modifier, a topic, partners, money or that it was signed."""
        entry, money = self.entry, self.entry.money and _money_near(self.tokens, self.head_end)
        own_words = self.named and any(self.tokens[i].kind in ("word", "weapon") for i in self.proper)
        if entry.money and not money and not self.told and not own_words:
            return False
        told = self._is_told()
        if entry.capital and not self.named and not (money and self.proper) and not told and not self._is_declared():
            return False
        shared = self._is_shared()
        if not (self._stands_alone() or shared) and not (
            self.at > self.start and self._determiner() in ("the", "this", "their", "its")
        ):
            return not (
                entry.strict or self.start < self.at or self._determiner() not in ("the", "this", "that", "their")
            )
        return not entry.strict or told or shared

    def kind(self, kind: AgreementKind, topics: Sequence[tuple[int, int]]) -> AgreementKind:
        """Its kind, where ``kind`` is that of noun and modifiers: small letters, its parties or its topic may say another."""
        entry, told = self.entry, self._is_told()
        if entry.small is not None and not self.named and not told:
            kind = entry.small
        if kind is AgreementKind.OTHER and _of_governments(self.tokens, self.head_end):
            kind = AgreementKind.TREATY
        if told or not topics:
            return kind
        about = [t.text for t in self.tokens[topics[0][0] : topics[0][1]] if t.kind == "word"]
        about = about[1:] if about and about[0] in ("the", "a", "an", "their") else about
        others = (k for phrase, k in entry.modified if tuple(about[: len(phrase)]) == phrase and k is not kind)
        return next(others, kind)

    def _determiner(self) -> str | None:
        return determiner(self.tokens, self.start)

    def _behind(self) -> list[str]:
        return [t.text for t in self.tokens[self.head_end : self.head_end + 2]]

    def _is_paper(self) -> bool:
        """Whether it is a noun for any paper, which only its topic makes an agreement."""
        return self.entry.kind is AgreementKind.JOINT_DECLARATION or self.entry.topical

    def _is_told(self) -> bool:
        return self.told or (self._is_paper() and self._behind() == ["in", "which"])

    def _is_made(self) -> bool:
        """Whether a verb right before or behind says that it was signed or issued: "signed a roadmap", "was adopted"."""
        behind = self._behind()
        passive = behind[:1] in (["was"], ["were"]) and not _MADE.isdisjoint(behind[1:])
        before = self.tokens[self.start - 2].text if self.start > 1 else ""
        return passive or not _MADE.isdisjoint(behind[:1]) or before in _MADE

    def _is_declared(self) -> bool:
        return self._is_paper() and bool(self.topics or self._is_made()) and self._determiner() in ("a", "an")

    def _is_linked(self) -> bool:
        return self.end < len(self.tokens) and self.tokens[self.end].text in ("with", "between")

    def _is_sealed(self) -> bool:
        """Whether a partnership is told as new: "forged a partnership"."""
        before = self.tokens[self.start - 2].text if self.start > 1 else ""
        return before in _SEALED and self._determiner() in ("a", "an")

    def _stands_alone(self) -> bool:
        """Whether the noun needs nothing but what stands around it to be an agreement."""
        entry = self.entry
        return (
            entry.bare
            or self._is_told()
            or self.named
            or (entry.for_goods and self.goods)
            or (entry.topical and (bool(self.topics) or self._is_made() or self._behind() == ["to", "which"]))
            or (
                entry.kind is AgreementKind.PARTNERSHIP
                and not entry.strict
                and (self._is_linked() or self._is_sealed())
            )
            or _of_kind(self.tokens, self.head_end)
        )

    def _is_shared(self) -> bool:
        """Whether partners behind it tell it: "the 2001 understanding between A and B", but not "with the union"."""
        if not self.entry.shared:
            return False
        tokens, at = self.tokens, self.end
        if not self._is_linked():
            if not self.topics:
                return False
            at = self.topics[-1][1]
            if at >= len(tokens) or tokens[at].text != "between":
                return False
        if not any(t.kind == "actor" for t in tokens[at + 1 : at + 3]):
            return False
        return self._determiner() in ("a", "an", "the", "their", "number", None)


def _stands_further_right(text: str, tokens: Sequence[Token], head_end: int) -> bool:
    """Whether another noun behind is the head: "partnership programme", "Partnership and Cooperation Agreement"."""
    if head_end < len(tokens) and (tokens[head_end].text in heads() or tokens[head_end].text in _MEMBERS):
        return True
    return _goes_on(text, tokens, head_end)


def _start(text: str, tokens: Sequence[Token], at: int, entry: Entry, flat: bool) -> int:
    """Where the modifiers of a head begin."""
    start = modifiers_start(tokens, at, verb_forms(), heads(), text)
    while (
        start > 2 and tokens[start - 1].text == "of" and tokens[start - 2].text in ("security", "status", "protection")
    ):
        start = modifiers_start(tokens, start - 2, verb_forms(), heads(), text)  # "security of military information"
    told_by = {word for phrase, _ in entry.modified for word in phrase}
    if start == at and at > 1 and tokens[at - 1].text in told_by and tokens[at - 2].text in DETERMINERS:
        start = at - 1  # "a working arrangement": what looks like a verb tells the kind
    capital = not flat and text[tokens[at].start].isupper()
    both = capital and at > 0 and text[tokens[at - 1].start].isupper()
    if start == at and at > 0 and tokens[at - 1].kind == "weapon" and (tokens[at - 1].text in told_by or both):
        start = modifiers_start(tokens, at - 1, verb_forms(), heads(), text)  # "the ammunition initiative"
    return further_left(text, tokens, start) if capital else start


def _is_other(
    tokens: Sequence[Token], start: int, at: int, entry: Entry, words: Sequence[str], small: Sequence[str]
) -> bool:
    """Whether the words before a head make it something else; ``small`` are those that are no part of a name."""
    if entry.called and not (at > 1 and tokens[at - 1].kind == "actor" and tokens[at - 2].text in QUOTES):
        return True
    if entry.back and (start < at or determiner(tokens, at) not in ("the", "this", "both")):
        return True
    if "armistice" in words or _no_paper(tokens, start, at):
        return True
    if entry.money and not _CONSULTS.isdisjoint(words):
        return True  # "Defence Consultation Mechanism": a body that meets
    return bool(entry.never.intersection(small)) or (bool(small) and small[-1] in entry.near)


def _proper_words(text: str, tokens: Sequence[Token], start: int, at: int) -> list[int]:
    """The positions of the words of a name before a head; the first word of a sentence has its capital from that."""
    return [
        i
        for i in range(start, at)
        if tokens[i].kind in ("word", "actor", "weapon")
        and text[tokens[i].start].isupper()
        and not (i == 0 and tokens[i].kind == "word")
    ]


def _by_name_before(
    tokens: Sequence[Token], called: tuple[int, int, str | None], kind: AgreementKind, words: Sequence[str]
) -> Noun:
    """The proper name that a phrase behind a comma explains."""
    first, last, short = called
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


def _status(tokens: Sequence[Token], start: int, at: int) -> AgreementStatus | None:
    """The status that a word before tells: "a proposed treaty"; "the future of the partnership" is of one that there is."""
    before = [tokens[i].text for i in range(max(0, start - 3), at) if tokens[i + 1].text != "of"]
    return next((s for w in before if (s := states().get(w))), None)


def _no_paper(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether a noun is no agreement here: "in the framework of", or what the United Nations are built on."""
    if tokens[at].text == "framework":
        return start == at and at > 1 and tokens[at - 2].text in ("in", "within", "under")
    owners = (t.mention for t in tokens[start:at] if isinstance(t.mention, ActorMention))
    return tokens[at].text == "charter" and any(m.key == "organisation:un" for m in owners)


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


def _money_near(tokens: Sequence[Token], end: int) -> bool:
    return any(
        isinstance(t.mention, ValueMention) and t.mention.kind == "money"
        for t in tokens[end : min(end + 10, len(tokens))]
    )
