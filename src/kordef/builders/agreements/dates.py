"""The dates of agreements: that of the phrase itself, of what was done, and of the sentence before."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.agreements.acts import TELLS, Deed, next_start
from kordef.builders.agreements.drafts import Step
from kordef.builders.agreements.phrases import Noun
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.surroundings import FUNCTION_WORDS, QUOTES, date_of, day_like
from kordef.builders.grammar.tokens import Line, Token
from kordef.mentions.model import DateMention
from kordef.periods import Period
from kordef.vocabulary import EvidenceKind

__all__ = ["begins_at", "beside", "date_of_deed", "days_of", "only_told", "own_date", "passed_on"]

_CHANGES = frozenset(["renew", "end", "replace"])
"""What is done to an agreement that has a date of its own already."""
_TELLS = TELLS | {"told"}


def own_date(line: Line, noun: Noun) -> Token | None:
    """The date that the phrase itself has: "the partnership of 2013", "the 1953 treaty", "that year's agreement"."""
    tokens = line.tokens
    at = noun.start - 1
    while at >= 0 and (tokens[at].text in ("'s", "’s") or tokens[at].text in QUOTES):
        at -= 1
    if at >= 0 and isinstance(before := tokens[at].mention, DateMention) and day_like(before):
        return tokens[at]
    at = noun.end
    if noun.reach < len(tokens) and tokens[noun.reach].text == "(":
        at = noun.reach
    while at < len(tokens) and tokens[at].text in QUOTES:
        at += 1
    if at + 2 < len(tokens) and tokens[at].text == "with" and tokens[at + 1].kind == "actor":
        at += 2  # "the accord with London of November 2023"
    if at + 1 < len(tokens) and tokens[at].text == "(":
        # "an agreement with Australia (2007)", "Agreement on Military Cooperation (Sofia, 12 May 2009)"
        inside = (
            at
            + 1
            + (2 if tokens[at + 1].kind == "actor" and tokens[at + 2 : at + 3] and tokens[at + 2].text == "," else 0)
        )
        if inside < len(tokens) and isinstance(mention := tokens[inside].mention, DateMention):
            return tokens[inside] if day_like(mention) else None
    if at + 1 < len(tokens) and tokens[at].text in ("of", "from", "in"):
        mention = tokens[at + 1].mention
        if isinstance(mention, DateMention) and day_like(mention):
            return tokens[at + 1]
    if (concluded := _concluded(tokens, noun)) is not None:
        return concluded
    colon = next((i for i, t in enumerate(tokens[:3]) if t.text in (":", "–", "—")), None)
    return date_of(tokens, noun.start, noun.end, 0, noun.end) if colon is not None and noun.start > colon else None


_CONCLUDED = frozenset(["dated", "signed", "concluded", "inked", "adopted", "agreed", "reached", "struck", "made"])


def _concluded(tokens: Sequence[Token], noun: Noun) -> Token | None:
    """The date of a participle right behind the phrase: "the arrangement concluded in Santiago in May 2013"."""
    at = noun.reach + (tokens[noun.reach : noun.reach + 1] != () and tokens[noun.reach].text == ",")
    if at < len(tokens) and tokens[at].text in ("between", "with"):
        at += 1
        while at < len(tokens) and (tokens[at].kind == "actor" or tokens[at].text in ("and", "the", ",")):
            at += 1
    if at >= len(tokens) or tokens[at].text not in _CONCLUDED:
        return None
    at += 1
    if at + 1 < len(tokens) and tokens[at].text in ("in", "at") and tokens[at + 1].kind == "actor":
        at += 2
    at += at < len(tokens) and tokens[at].text in ("in", "on")
    mention = tokens[at].mention if at < len(tokens) else None
    return tokens[at] if isinstance(mention, DateMention) and day_like(mention) else None


def date_of_deed(line: Line, noun: Noun, deed: Deed, acts: Sequence[Match]) -> Token | None:
    """The date of a verb: behind it and its noun up to the next verb, else in front of them."""
    token = _after_talks(line.tokens, max(deed.match.end, noun.end)) or _by_verb(line, noun, deed, acts)
    if token is not None and line.tokens[noun.end : noun.end + 1] and line.tokens[noun.end].text == "for":
        if token in line.tokens[noun.end + 1 : noun.end + 2]:  # "signed a programme for 2025 in Yerevan in December"
            end = next((a.group.start for a in acts if a.group.start > noun.end), len(line.tokens))
            return date_of(line.tokens, noun.end + 2, noun.end + 2, noun.end + 2, end)
        return token
    return token


def _after_talks(tokens: Sequence[Token], low: int) -> Token | None:
    """The day of "were signed after Monday's summit", "after the summit of 3 June"."""
    for at in range(low, min(low + 8, len(tokens) - 3, _agreed_before(tokens, low))):
        named = tokens[at].text in _BESIDE and tokens[at + 1].text == "the" and tokens[at + 2].text in _TALKS
        if named and at + 4 < len(tokens) and tokens[at + 3].text in ("of", "on"):
            mention = tokens[at + 4].mention
            return tokens[at + 4] if isinstance(mention, DateMention) and day_like(mention) else None
        if tokens[at].text in _BESIDE and tokens[at + 1].kind == "date":
            owns = tokens[at + 2].text in ("'s", "’s")
            talks = tokens[at + 2 + owns].text in _TALKS
            return (
                tokens[at + 1]
                if talks and isinstance(m := tokens[at + 1].mention, DateMention) and day_like(m)
                else None
            )
    return None


def _by_verb(line: Line, noun: Noun, deed: Deed, acts: Sequence[Match]) -> Token | None:
    tokens, act = line.tokens, deed.match
    high = min(next_start(acts, act, len(tokens)), _agreed_before(tokens, max(act.end, noun.end)))
    if deed.ahead and deed.name in _CHANGES and (own := own_date(line, noun)) is not None:
        # "renewed their 2015 memorandum in March 2025"
        behind = date_of(tokens, noun.end, noun.end, noun.end, max(high, noun.end))
        before = date_of(tokens, act.start, act.start, 0, act.start)
        return next((t for t in (behind, before) if t is not None and t is not own), None)
    if deed.ahead:
        split = (
            tokens[i] for i in range(act.start, act.end) if tokens[i].kind == "date"
        )  # "put its name on Monday to"
        inner = next(split, None) or date_of(tokens, act.end, act.end, act.end, noun.start)
        if inner is not None and any(
            t is inner and _of_other(tokens, i) and i + 1 != noun.start for i, t in enumerate(tokens[: noun.start])
        ):
            inner = None  # "ended the 2014 treaty with France and the agreement on forces"
        token = inner or date_of(tokens, act.start, noun.end, 0, max(high, noun.end))
        at = next((i for i in range(noun.end, len(tokens)) if tokens[i] is token), None)
        if at is not None and _of_other(tokens, at):
            return date_of(tokens, at + 1, at + 1, at + 1, max(high, noun.end))
        return token
    if act.frame.settings.get("intransitive") and len(acts) > 1:
        return date_of(tokens, act.end, act.end, act.end, high) or (
            date_of(tokens, min(noun.start, act.group.start), act.end, 0, high) if acts[0] is act else None
        )
    return date_of(tokens, min(noun.start, act.group.start), act.end, 0, high)


_ACCORDANCE = frozenset(
    [("as", "agreed"), ("as", "decided"), ("as", "announced"), ("in", "accordance"), ("in", "line"), ("in", "keeping")]
)


def _agreed_before(tokens: Sequence[Token], low: int) -> int:
    """Where words begin that say on what earlier meeting something rests ("as agreed at the summit in May 2023")."""
    pairs = ((i, (tokens[i].text, tokens[i + 1].text)) for i in range(low, len(tokens) - 1))
    return next((i for i, pair in pairs if pair in _ACCORDANCE), len(tokens))


def _of_other(tokens: Sequence[Token], at: int) -> bool:
    """Whether a date stands before a noun that it belongs to: "an arrangement to the 2010 agreement"."""
    if at == 0 or at + 1 >= len(tokens) or tokens[at - 1].text not in ("the", "its", "their", "a", "an", "original"):
        return False
    behind = tokens[at + 1]
    return behind.kind == "actor" or (behind.kind == "word" and behind.text not in FUNCTION_WORDS)


def days_of(line: Line) -> list[Step]:
    """The days that a sentence names, as dates of what is told behind it."""
    if "date" not in line.kinds:
        return []
    dates = [(t, t.mention) for t in line.tokens if isinstance(t.mention, DateMention) and day_like(t.mention)]
    return [
        Step(period=m.period, witness=t, kind=EvidenceKind.IMPLIED) for t, m in dates if len(m.period.edtf or "") == 10
    ]


def only_told(tokens: Sequence[Token], date: Token, start: int) -> bool:
    """Whether a date belongs to "today announced that", "announced on Tuesday that", in front of the verb that it would date."""
    at = next((i for i, t in enumerate(tokens[:start]) if t is date), start)
    if any(t.text in _TELLS and t.kind == "word" for t in tokens[at + 1 : start]):
        return True
    before = at - 1 if at and tokens[at - 1].text != "on" else at - 2
    return before >= 0 and tokens[before].text in _TELLS and at + 1 < start and tokens[at + 1].text == "that"


def passed_on(step: Step) -> Step:
    """A date taken over from the sentence before."""
    return Step(period=step.period, witness=step.witness, kind=EvidenceKind.IMPLIED)


def begins_at(token: Token) -> Period | None:
    """The beginning of "since 2021"."""
    mention = token.mention
    edtf = mention.period.edtf if isinstance(mention, DateMention) else None
    if not isinstance(mention, DateMention) or edtf is None or not edtf.endswith("/.."):
        return None
    return Period(edtf=edtf.removesuffix("/.."), words=mention.exact)


_BESIDE = frozenset(["after", "alongside", "at", "during", "following"])
_TALKS = frozenset(
    "talks summit meeting visit discussions ceremony dialogue consultations session conference trip stay".split()
)


def beside(tokens: Sequence[Token]) -> bool:
    """Whether something was done beside a meeting told before: "alongside the summit", "a statement issued after the talks"."""
    return any(
        tokens[at].text in _BESIDE and tokens[at + 1].text in ("the", "their") and tokens[at + 2].text in _TALKS
        for at in range(len(tokens) - 2)
    )
