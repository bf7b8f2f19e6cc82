"""Verb tags: which words of a sentence are verbs, and of what form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import define

from kordef.builders.grammar.parentheses import aside_before, aside_behind
from kordef.builders.grammar.tokens import Token
from kordef.builders.grammar.verbs import grammar
from kordef.builders.grammar.word_classes import (
    AGENTS,
    ASIDES,
    AUXILIARIES,
    DAYS,
    DETERMINERS,
    GOVERNED,
    LINKS,
    MENTIONS,
    NON_FINITE,
    NOT_VERBS,
    OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
)
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention

__all__ = ["Verb", "verb_tags", "verbs_of"]


@define
class Verb:
    """A verb in a sentence: the position of its head, where its group begins ("has since", "is to"), and its kind.

    ``kind`` is finite, reduced (a bare participle behind a noun), infinitive or gerund.
    """

    start: int
    head: int
    kind: str


def verb_tags(tokens: Sequence[Token]) -> list[str]:
    """For each token "" or what sort of verb form it is: aux, main, finite, reduced, infinitive, gerund."""
    return _Tagger(tokens).tags()


def verbs_of(tokens: Sequence[Token], tags: Sequence[str]) -> Iterator[Verb]:
    """The verbs in order; an auxiliary without a verb behind it stands for itself ("is worth")."""
    start: int | None = None
    inside = 0
    for at, tag in enumerate(tags):
        if at < inside:
            continue
        if start is not None and not tag and (closed := aside_behind(tokens, at)) is not None:
            inside = closed
        elif tag == "aux":
            if start is not None and tags[at - 1] != "aux" and tokens[at].text not in NON_FINITE:
                yield Verb(start, start, _kind(tokens, start))
                start = at
            start = at if start is None else start
        elif tag:
            kind = _kind(tokens, start) if start is not None else "finite" if tag == "main" else tag
            yield Verb(at if start is None else start, at, kind)
            start = None
        elif start is not None and not (_adverb(tokens[at]) or tokens[at].text in LINKS):
            yield Verb(start, start, _kind(tokens, start))
            start = None
    if start is not None:
        yield Verb(start, start, _kind(tokens, start))


def _kind(tokens: Sequence[Token], start: int) -> str:
    """The kind of a group that begins with an auxiliary."""
    if start > 0 and tokens[start - 1].text == "to":
        return "infinitive"
    return "gerund" if tokens[start].text == "being" else "finite"


class _Tagger:
    """Tags the verbs of one sentence, token by token: a later one hangs on those before it."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def tags(self) -> list[str]:
        """The sort of verb form of each token, as :func:`verb_tags` gives it."""
        tags = [""] * len(self.tokens)
        lexicon, nouns = grammar().forms, grammar().nouns
        words = [(at, token.text) for at, token in enumerate(self.tokens) if token.kind == "word"]
        for at, text in words:
            if text in _AUXILIARIES:
                tags[at] = "aux"
            elif text in lexicon:
                if text not in NOT_VERBS:
                    tags[at] = self._tag(at, text, lexicon[text], tags)
            elif text in nouns:
                tags[at] = "infinitive" if self._acts_on(at) else ""
            elif text[-2:] == "ed" and len(text) > 4 and text not in NOT_VERBS:
                tags[at] = self._tag(at, text, _PAST, tags)
        return tags

    def _tag(self, at: int, text: str, forms: frozenset[str], tags: Sequence[str]) -> str:
        tokens = self.tokens
        before, previous = self._before(at)
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if text == "last" and after is not None and self._past(after):
            return ""  # "the two ministers last met in Cairo"
        helped = previous >= 0 and (tags[previous] == "aux" or tokens[previous].text == "having")
        if "ing" in forms:
            return "" if before is None or before.text in DETERMINERS or before.text == "of" else "gerund"
        if "base" in forms:
            if before is not None and before.text == "to":
                # "face to face", "back to back"
                return "" if previous > 0 and tokens[previous - 1].text == text else "infinitive"
            if helped and "participle" not in forms:
                return "main"
            if before is not None and before.text in ("and", "or") and _earlier(tags, previous) == "infinitive":
                return "infinitive" if after is not None and _object_like(after) else ""
            if before is not None and (before.text in ("they", "we", "you", "who", "not") or self._is_pair(previous)):
                return "finite"
            if before is not None and before.text == "," and self._closes_second(previous):
                return "finite" if after is not None and after.text in PREPOSITIONS else ""
        if "third" in forms and not (after is not None and self._past(after)):
            if _acts(before, at, tokens) or _is_of_paper(before, after):
                return "finite"
            if (
                text in grammar().certain
                and before is not None
                and before.kind == "word"
                and before.text not in PREPOSITIONS
                and before.text not in ("and", "or", "but")
            ):
                return "" if before.text in DETERMINERS else "finite"
            if text in grammar().certain and before is not None and self._closes_sum(at, before):
                return "finite"
            if before is not None and before.text == "," and self._closes_relative(previous + 1):
                # "Serbia, which bought 12 Rafales, still flies MiG-29s"
                return "finite" if after is not None and _object_like(after) else ""
            # "Turkey, thrown out of the programme in 2019, gets 40 jets"
            if before is not None and before.text == "," and not ({"finite", "main", "aux"} & set(tags)):
                opened = tokens[0].kind == "actor" or self._is_thing_apart(previous)
                return "finite" if after is not None and _object_like(after) and opened else ""
            # "and plans to buy", "has 27 and wants another 16"
            governed = ("finite", "main", "aux")
            if before is not None and before.text in ("and", "but") and _earlier(tags, previous) in governed:
                return "finite" if after is not None and (_object_like(after) or after.text == "to") else ""
        if "past" in forms or "participle" in forms:
            return self._past_tag(at, forms, before, helped, self._behind(at), tags)
        return ""

    def _acts_on(self, at: int) -> bool:
        """Whether a word that may be a noun stands between "to" and what it acts on: "to pocket the order", "to wrap up a"."""
        before, _ = self._before(at)
        behind = at + 2 if at + 1 < len(self.tokens) and self.tokens[at + 1].text in _PARTICLES else at + 1
        after = self.tokens[behind] if behind < len(self.tokens) else None
        return before is not None and before.text == "to" and after is not None and _object_like(after)

    def _is_thing_apart(self, comma: int) -> bool:
        """Whether a comma closes what stands apart behind the noun that opens a sentence: "The deal, worth $1 billion,"."""
        opening = next((k for k in range(min(comma, 5)) if self.tokens[k].text == ","), 0)
        return (
            opening > 1 and self.tokens[0].text in DETERMINERS and all(t.kind == "word" for t in self.tokens[:opening])
        )

    def _past_tag(
        self,
        at: int,
        forms: frozenset[str],
        before: Token | None,
        helped: bool,
        after: Token | None,
        tags: Sequence[str],
    ) -> str:
        if helped:
            return "main"
        if (
            before is None
            or before.text in DETERMINERS
            or before.text in ("’s", "'s", "of", "for", "with", "to", "by", "in")
            or (before.text == "-" and before.end == self.tokens[at].start)
        ):
            # a hyphen makes an adjective of a participle: "French-built"
            return ""
        if isinstance(before.mention, ActorMention):
            return "" if before.mention.form == "adjective" else "finite"
        if before.text in PRONOUNS or before.text in AGENTS or _is_sum(before):
            return "finite"
        governs = after is None or after.kind in ("date", "mark") or after.text in GOVERNED
        if before.text in ("and", "but", "or", ",", "then"):
            if (
                after is not None
                and after.kind == "word"
                and not governs
                and after.text not in DETERMINERS
                and after.text not in OBJECTS
                and not _adverb(after)
            ):
                return ""
            last = _earlier(tags, at - 1)
            if before.text == "," and not last and self._closes_apposition(at):
                # "Mark Rutte, the Dutch prime minister, announced on Monday"
                return "finite"
            if before.text == "," and self._closes_relative(at):
                return "finite"
            if before.text == "," or last == "reduced":
                return "reduced" if governs and "participle" in forms else "finite"
            return "finite" if last else ""
        if "participle" not in forms or "base" in forms:
            return "finite"
        if self.tokens[at].text == "touched" and after is not None and after.text == "down":
            return "finite"
        if governs:
            return "finite" if self._in_object_relative(at, tags) else "reduced"
        return "finite" if after is not None and _object_like(after) else ""

    def _closes_sum(self, at: int, before: Token) -> bool:
        """Whether a sum between a noun and its verb ends here: "the deal, worth $2 million, includes"."""
        return _is_sum(before) or (before.text == "," and at > 1 and _is_sum(self.tokens[at - 2]))

    def _closes_apposition(self, at: int) -> bool:
        """Whether the comma before a position is the second one around words that explain an actor at the sentence's start."""
        commas = [n for n in range(at) if self.tokens[n].text == ","]
        return (
            len(commas) == 2
            and commas[0] <= 3
            and self.tokens[commas[0] - 1].kind == "actor"
            and commas[1] - commas[0] > 2
        )

    def _closes_relative(self, at: int) -> bool:
        """Whether the comma before a position ends a relative clause: "The frigate, which has sailed, called"."""
        tokens = self.tokens
        opens = next((p for p in range(1, min(6, at)) if tokens[p].text in ("which", "who", "that")), None)
        if opens is None:
            return False
        commas = [p for p in range(at - 1) if tokens[p].text == ","]
        opens -= tokens[opens - 1].text in PREPOSITIONS  # ", from which it bought"
        name = tokens[opens - 1 - (tokens[opens - 1].text == ",")]
        return name.kind in ("actor", "weapon") and commas in ([], [opens - 1])

    def _in_object_relative(self, at: int, tags: Sequence[str]) -> bool:
        """Whether a past form is the verb of a relative clause with a subject of its own: "frigates that a yard delivered in"."""
        for position in range(at - 1, max(at - 6, 0), -1):
            token = self.tokens[position]
            if tags[position] or token.kind == "mark":
                return False
            if token.text in ("that", "which", "whom") and position < at - 1:
                following = self.tokens[position + 1]
                return following.text in DETERMINERS or following.kind == "actor" or token.text != "that"
        return False

    def _behind(self, at: int) -> Token | None:
        """The token behind a position, adverbs skipped ("acquired second-hand from")."""
        position = at + 1
        while position < len(self.tokens) and _adverb(self.tokens[position]):
            position += 1
        return self.tokens[position] if position < len(self.tokens) else None

    def _is_pair(self, at: int) -> bool:
        """Whether two actors end at a position ("Poland and South Korea sign")."""
        tokens = self.tokens
        if at < 2 or tokens[at].kind != "actor" or tokens[at - 1].text != "and" or tokens[at - 2].kind != "actor":
            return False
        mention = tokens[at].mention
        return isinstance(mention, ActorMention) and mention.form != "adjective"

    def _closes_second(self, comma: int) -> bool:
        """Whether a comma closes the name of the second of two ("A and his Rwandan counterpart, Paul Kagame, meet in")."""
        tokens = self.tokens
        if comma < 3 or tokens[comma - 1].kind != "actor":
            return False
        return any(t.text == "and" and b.kind == "actor" for b, t in pairwise(tokens[max(0, comma - 9) : comma - 1]))

    def _past(self, token: Token) -> bool:
        forms = grammar().forms.get(token.text, frozenset())
        return "past" in forms and "base" not in forms

    def _bracketed(self, at: int) -> int:
        """How far left of a closing bracket the token before the brackets stands."""
        opening = next((p for p in range(at - 1, max(at - 6, -1), -1) if self.tokens[p].text == "("), at)
        return at - opening + 1 if 0 < opening < at else 0

    def _before(self, at: int) -> tuple[Token | None, int]:
        """The token before a position, adverbs skipped."""
        position = at - 1
        while position >= 0 and (
            _adverb(self.tokens[position]) or self.tokens[position].text in ("not", "n't", "never", "last")
        ):
            position -= 1
        if (opened := aside_before(self.tokens, position + 1)) is not None:
            position = opened - 1
        if position > 0 and self.tokens[position].text.lower() in DAYS:
            # "Saab today entered into", "Ankara on Monday withdrew from"
            back = position - 1 - (self.tokens[position - 1].text == "on")
            if back >= 0 and (self.tokens[back].kind == "actor" or self.tokens[back].text in (")", *AGENTS)):
                position = back - (self.tokens[back].text == ")" and self._bracketed(back))
        if position >= 3 and self.tokens[position].text == "," and self.tokens[position - 2].text == ",":
            # "Greece, though, plans"
            if self.tokens[position - 1].text in ASIDES:
                position -= 3
        return (self.tokens[position], position) if position >= 0 else (None, -1)


_PAST = frozenset(["past", "participle"])
_PARTICLES = frozenset(["up", "down", "off", "out", "in", "through"])
_AUXILIARIES = AUXILIARIES | NON_FINITE


def _is_sum(token: Token) -> bool:
    return isinstance(token.mention, ValueMention) and token.mention.kind in ("money", "percent")


def _adverb(token: Token) -> bool:
    text = token.text
    return token.kind == "word" and (text in grammar().adverbs or (text.endswith("ly") and len(text) > 4))


_PAPERS = frozenset("modification contract agreement amendment award".split())
_OF_PAPERS = DETERMINERS | {"option", "options"}


def _is_of_paper(before: Token | None, after: Token | None) -> bool:
    """Whether the word between is what a contract does: "This modification exercises options for"."""
    return before is not None and before.text in _PAPERS and after is not None and after.text in _OF_PAPERS


def _earlier(tags: Sequence[str], at: int) -> str:
    """The last verb tag before a position."""
    return next((tags[p] for p in range(min(at, len(tags) - 1), -1, -1) if tags[p]), "")


def _object_like(token: Token) -> bool:
    return token.kind in MENTIONS or token.text in DETERMINERS or token.text in OBJECTS


_SHIP_NOUNS = frozenset(["ship", "frigate", "destroyer", "corvette", "submarine", "carrier", "minehunter", "vessel"])


def _is_ship(token: Token) -> bool:
    """Whether a token is one ship by its name, which acts as a state does ("the frigate Hessen leads")."""
    mention = token.mention
    if not isinstance(mention, WeaponMention) or mention.form != "name" or mention.plural:
        return False
    return not _SHIP_NOUNS.isdisjoint((mention.category or token.text).lower().split())


def _acts(before: Token | None, at: int, tokens: Sequence[Token]) -> bool:
    """Whether what stands before a word in -s may be the subject of a verb."""
    if before is None:
        return False
    if isinstance(before.mention, ActorMention):
        return before.mention.form != "adjective"
    if _is_ship(before):
        return True
    if before.text == ")":
        opening = next((p for p in range(at - 1, max(at - 8, -1), -1) if tokens[p].text == "("), None)
        return opening is not None and opening > 0 and tokens[opening - 1].kind == "actor"
    return before.text in PRONOUNS or before.text in AGENTS
