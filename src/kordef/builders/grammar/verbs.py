"""English verbs as far as frames need them: inflection, and what stands before a verb and changes its meaning."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from importlib.resources import files

from attrs import define, field, frozen

from kordef.builders.grammar.parentheses import aside_before
from kordef.builders.grammar.tokens import Token
from kordef.errors import CatalogueError
from kordef.vocabulary import Modality

__all__ = ["Grammar", "Inflection", "VerbGroup", "forms_of", "grammar", "group_before", "inflections"]

_BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "am", "got", "gets", "get"])
_VOWELS = "aeiou"
_THIRD = {"be": ("is", "are"), "have": ("has",), "do": ("does",)}


@frozen
class Inflection:
    """A form of a verb: ``form`` is base, third, past, participle or ing; one word may be several."""

    lemma: str
    form: str


@define
class VerbGroup:
    """A verb with what stands before it.

    ``start`` is the position of the first token of the group. ``aspect`` is plain, done, ongoing, future, agreed,
    considering or negotiating; ``modality`` that of the group, ``negated`` set where it is said not to happen.
    """

    start: int
    aspect: str = "plain"
    modality: Modality = Modality.ASSERTED
    passive: bool = False
    negated: bool = False


@frozen
class _Effect:
    aspect: str | None = None
    modality: Modality | None = None
    passive: bool = False
    negated: bool = False


@define
class _Phrase:
    """The end of phrases: what it means if it is one itself, and those that it ends, by the word before it.

    Of phrases that end up equally long the one with the lower ``rank`` counts.
    """

    before: dict[str, _Phrase] = field(factory=dict[str, "_Phrase"])
    effect: _Effect | None = None
    rank: int = 0


@frozen(slots=False)
class Grammar:
    """The verbs and phrases of ``data/verbs.toml``."""

    irregular: dict[str, tuple[str, str]]
    before: dict[str, _Phrase] = field(factory=dict[str, "_Phrase"])
    """The phrases by their last words."""
    adverbs: frozenset[str] = frozenset()
    common: tuple[str, ...] = ()
    intransitive: frozenset[str] = frozenset()
    doubling: frozenset[str] = frozenset()
    """Longer verbs whose last letter doubles: "patrolled"."""
    either: frozenset[str] = frozenset()
    """Verbs whose last letter doubles in British spelling only: "modelled", "modeled"."""
    no_nouns: tuple[str, ...] = ()
    nouns: frozenset[str] = frozenset()
    """Verbs that are nouns as often, by their base."""

    @cached_property
    def certain(self) -> frozenset[str]:
        """The third persons that are no plural nouns as well."""
        return frozenset(word for lemma in self.no_nouns for word, form in forms_of(lemma) if form == "third")

    @cached_property
    def forms(self) -> dict[str, frozenset[str]]:
        """The forms that a word may be, for all verbs of the file."""
        table: dict[str, set[str]] = {}
        for lemma in dict.fromkeys((*self.irregular, *self.common)):
            for word, form in forms_of(lemma):
                if form != "participle" or lemma not in self.intransitive:
                    table.setdefault(word, set()).add(form)
        return {word: frozenset(forms) for word, forms in table.items()}


@cache
def grammar() -> Grammar:
    """The forms and groups of verbs, from ``data/verbs.toml``."""
    raw = tomllib.loads(files("kordef.builders").joinpath("data", "verbs.toml").read_text("utf-8"))
    irregular: dict[str, tuple[str, str]] = {}
    for lemma, forms in raw["irregular"].items():
        past, _, participle = forms.partition(" ")
        irregular[lemma] = (past, participle or past)
    before: dict[str, dict[tuple[str, ...], _Effect]] = {}
    for entry in raw["before"]:
        effect = _Effect(
            entry.get("aspect"),
            Modality(entry["modality"]) if "modality" in entry else None,
            entry.get("voice") == "passive",
            entry.get("negated", False),
        )
        for phrase in _in_both_numbers(entry["phrases"]):
            words = tuple(phrase.split())
            known = before.setdefault(words[-1], {})
            if words in known and known[words] != effect:
                if effect.passive or known[words].passive:
                    # "has been" says both that it is done and that it is passive
                    first = known[words]
                    aspect = next((a for a in (first.aspect, effect.aspect) if a not in (None, "ongoing")), None)
                    known[words] = _Effect(aspect, first.modality or effect.modality, passive=True)
                    continue
                raise CatalogueError(f"verbs.toml: the phrase {phrase!r} stands in two entries")
            known[words] = effect
    return Grammar(
        irregular,
        _by_last_word(effect for phrases in before.values() for effect in phrases.items()),
        frozenset(raw["adverbs"]["words"]),
        tuple(raw["common"]["verbs"].split()),
        frozenset(raw["intransitive"]["verbs"]),
        frozenset(raw["doubling"]["verbs"]),
        frozenset(raw["doubling"]["either"]),
        tuple(raw["certain"]["verbs"]),
        frozenset(raw["nouns"]["verbs"].split()),
    )


def _in_both_numbers(phrases: Sequence[str]) -> Iterator[str]:
    """Phrases, and those that begin with "is" or "was" with "are" and "were" as well, of infinitives in the past too."""
    told = dict.fromkeys(phrases)
    for phrase in phrases:
        first, _, rest = phrase.partition(" ")
        if rest and first in _PLURAL:
            told.setdefault(f"{_PLURAL[first]} {rest}")
        if first == "is" and rest.endswith(" to"):
            # "was about to order"
            told.setdefault(f"was {rest}")
            told.setdefault(f"were {rest}")
    return iter(told)


_PLURAL = {"is": "are", "was": "were"}


def _by_last_word(phrases: Iterable[tuple[tuple[str, ...], _Effect]]) -> dict[str, _Phrase]:
    root = _Phrase()
    for rank, (words, effect) in enumerate(phrases):
        phrase = root
        for word in reversed(words):
            phrase = phrase.before.setdefault(word, _Phrase())
        phrase.effect, phrase.rank = effect, rank
    return root.before


def forms_of(lemma: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb as (word, form) pairs."""
    yield lemma, "base"
    if lemma in _THIRD:
        yield from ((word, "third") for word in _THIRD[lemma])
    elif lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        yield lemma + "es", "third"
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        yield lemma[:-1] + "ies", "third"
    else:
        yield lemma + "s", "third"
    irregular = grammar().irregular.get(lemma)
    stem = lemma
    if lemma.endswith("e"):
        past = lemma + "d"
        stem = lemma if lemma.endswith(("ee", "oe", "ye")) else lemma[:-1]
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        past = lemma[:-1] + "ied"
    elif lemma.endswith("ic"):
        past, stem = lemma + "ked", lemma + "k"
    else:
        past = lemma + "ed"
    doubled = _doubles(lemma) or lemma in grammar().doubling or lemma in grammar().either
    if irregular:
        past, participle = irregular
        if past == lemma + lemma[-1] + "ed":
            doubled = True
        elif past == lemma + "ed":
            doubled = False
    else:
        past = participle = lemma + lemma[-1] + "ed" if doubled else past
    yield past, "past"
    yield participle, "participle"
    yield _ing(lemma, stem, doubled=doubled), "ing"
    if lemma in grammar().either:
        yield from ((lemma + "ed", "past"), (lemma + "ed", "participle"), (lemma + "ing", "ing"))


def _ing(lemma: str, stem: str, *, doubled: bool) -> str:
    if lemma == "be":
        return "being"
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    return (lemma + lemma[-1] if doubled else stem) + "ing"


def _doubles(lemma: str) -> bool:
    """Whether the last letter doubles before -ed and -ing: one short stressed syllable ("ship", "plan")."""
    if len(lemma) < 3 or lemma[-1] in "aeiouwxy" or lemma[-2] not in _VOWELS or lemma[-3] in _VOWELS:
        return False
    return sum(c in _VOWELS for c in lemma) == 1


def inflections(lemmas: Iterable[str]) -> dict[str, tuple[Inflection, ...]]:
    """All forms of the lemmas, by the word."""
    table: dict[str, list[Inflection]] = {}
    for lemma in lemmas:
        for word, form in forms_of(lemma):
            known = table.setdefault(word, [])
            inflection = Inflection(lemma, form)
            if inflection not in known:
                known.append(inflection)
    return {word: tuple(known) for word, known in table.items()}


_BEFORE_DATE = frozenset(["will", "would", "shall", "should", "has", "have", "had", "was", "were", "is", "are"])


def group_before(tokens: Sequence[Token], at: int) -> VerbGroup:
    """The verb group that ends with the verb at a position: "is expected to be signed" read from "signed" backwards."""
    rules = grammar()
    start = at
    aspect, modality, passive, negated = "plain", Modality.ASSERTED, False, False
    position = inner = at
    while position > 0:
        token = tokens[position - 1]
        word = token.text
        if token.kind == "date" or _is_term(token):  # "will next week sign", "has on Monday ordered"
            behind = position - 2 if position > 1 and tokens[position - 2].text in ("on", "in") else position - 1
            if behind == 0 or tokens[behind - 1].text not in _BEFORE_DATE:
                break
            position = behind
            continue
        if word == "," and (opened := aside_before(tokens, position)) is not None:
            position = opened
            continue
        if token.kind != "word":
            break
        if word in rules.adverbs or (
            word.endswith("ly") and len(word) > 4 and word not in ("supply", "rely", "ally", "apply", "july", "italy")
        ):
            position -= 1
            continue
        match = _longest(rules, tokens, position)
        if match is None:
            break
        length, effect = match
        if effect.passive and (word in _BE or (length > 1 and tokens[position - 1].text in _BE)):
            if start == inner and _is_participle_like(tokens[at].text):
                passive = True
            elif start == inner and tokens[at].text.endswith("ing") and aspect == "plain":
                aspect = "ongoing"
        if effect.aspect and (
            aspect == "plain" or (aspect in ("done", "ongoing") and effect.aspect not in ("done", "ongoing"))
        ):
            aspect = effect.aspect
        if effect.modality and modality is Modality.ASSERTED:
            modality = effect.modality
        negated = negated or effect.negated
        position -= length
        if tokens[position].text == "whether" and length > 1:
            # "has not decided whether to": what is not decided is not denied
            start = position
            break
        if start == inner and effect.negated and not effect.aspect and not effect.modality:
            # "was never concluded"
            inner = position
        start = position
    return VerbGroup(start, aspect, modality, passive, negated)


def _is_participle_like(word: str) -> bool:
    return not word.endswith("ing") and word != "to"


def _longest(rules: Grammar, tokens: Sequence[Token], end: int) -> tuple[int, _Effect] | None:
    """The longest phrase that ends before position ``end``, adverbs inside it skipped."""
    last = rules.before.get(tokens[end - 1].text)
    if last is None:
        return None
    best = min(_beginnings(rules, tokens, end - 1, last), default=None, key=lambda found: (found[0], found[1].rank))
    if best is None or best[1].effect is None:
        return None
    return end - best[0], best[1].effect


def _is_term(token: Token) -> bool:
    """Whether a value says how soon something is to happen: "will within 48 hours sign"."""
    return token.kind == "value" and token.text.lower().startswith("within ")


def _beginnings(rules: Grammar, tokens: Sequence[Token], at: int, phrase: _Phrase) -> Iterator[tuple[int, _Phrase]]:
    """Where the phrases begin whose end stands at a position; adverbs and dates may stand inside."""
    if phrase.effect is not None:
        yield at, phrase
    tried: list[str] = []
    while at > 0 and len(tried) < len(phrase.before):
        token = tokens[at - 1]
        if token.text in phrase.before and token.text not in tried:
            tried.append(token.text)
            if token.kind == "word":
                yield from _beginnings(rules, tokens, at - 1, phrase.before[token.text])
        # "agreed in January to", "is now expected to"
        if token.text in rules.adverbs:
            at -= 1
        elif token.kind == "date":
            at -= 2 if at > 1 and tokens[at - 2].text in ("in", "on") else 1
        else:
            break
