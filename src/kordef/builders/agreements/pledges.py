"""Pledges: "agreed to raise defence budgets to 5 percent of GDP by 2035", with the parts a target is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from kordef.amounts import Amount
from kordef.builders.grammar.surroundings import date_of, day_like, strong_break, word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.builders.parties import Side, acting, side_of
from kordef.mentions.model import DateMention, ValueMention
from kordef.records import Target
from kordef.values import Quantity
from kordef.vocabulary import AgreementStatus, Modality

__all__ = ["Pledge", "likewise_pledged", "parts_in", "pledges_in", "sums_in"]

_PROMISE = word_set(
    "agreed agree agrees agreeing pledged pledge pledges pledging committed commit commits committing vowed vow vows "
    "promised promises undertook undertaken endorsed adopted"
)
_SPEND = word_set(
    "raise raising increase increasing lift lifting boost boosting spend spending hike devote invest investing bring "
    "allocate reach"
)
_DEFENCE = ("defence", "defense", "military")
_SUMS = word_set(
    "pledged pledge pledges promised promise promises committed commitment pledging commits commit promising vowed"
)
_GIVES = word_set(
    "put puts contribute contributes contributed contributing donate donates donated earmark earmarks earmarked allocate "
    "allocates allocated chip chips chipped pay pays paid add adds added give gives gave set sets transfer transfers transferred "
    "inject injects injected grant grants granted provide provides provided commit"
)
"""Verbs that make a pledge of a sum for a common purse ("will put 10 million euros into the initiative")."""
_PROMISES = _SUMS | _GIVES
_PURSES = word_set("fund funds initiative coalition facility mechanism scheme purl instrument")
_OWNS = ("'s", "’s", "'", "’")
_DECIDED = word_set("announced announces decided said confirmed declared pledged promised told")
_BODIES = word_set("allies members donors leaders ministers countries governments nations states partners")
_HOPED = word_set("could might may would should urged called demanded asked")


@frozen(kw_only=True)
class Pledge:
    """A promise to spend: characters ``start`` to ``end``, who makes it, and its targets with their evidence."""

    start: int
    end: int
    words: str
    sides: tuple[Side, ...]
    targets: tuple[Target, ...]
    evidence: tuple[tuple[str, tuple[int, int]], ...]
    date: Token | None
    status: AgreementStatus = AgreementStatus.SIGNED
    modality: Modality = Modality.ASSERTED
    alone: bool = False
    """Whether it needs no receiver beside the one who makes it: it goes into a common purse."""


def pledges_in(page: Page, line: Line) -> Iterator[Pledge]:
    """The pledges of a sentence: a word of promise, a verb of spending, and a share of GDP to be reached."""
    tokens = line.tokens
    promise = next(iter(line.places_of(_PROMISE)), None)
    if promise is None:
        return
    spend = next((i for i in range(promise + 1, min(promise + 14, len(tokens))) if tokens[i].text in _SPEND), None)
    if spend is None or any(strong_break(t) for t in tokens[promise:spend]):
        return
    goal = next((i for i in range(spend + 1, min(spend + 14, len(tokens))) if _share(tokens[i]) is not None), None)
    if goal is None or not any(t.text in _DEFENCE for t in tokens[spend : min(goal + 6, len(tokens))]):
        return
    if not _of_output(page, line, tokens[goal]) or any(
        t.text in _HOPED or t.text in ("not", "n't") for t in tokens[max(0, promise - 4) : promise]
    ):
        return
    total = _share(tokens[goal])
    assert total is not None
    later = [t for t in tokens[goal + 1 :] if isinstance(t.mention, DateMention)]
    by = next((t for t in later if _deadline(t) or t in tokens[goal + 1 : goal + 8]), None)
    text = page.document.text
    evidence: list[tuple[str, tuple[int, int]]] = [("/targets/0/value", (tokens[goal].start, tokens[goal].end))]
    evidence.append(("/targets/0/indicator", (tokens[spend].start, tokens[goal].start)))
    if by is not None:
        evidence.append(("/targets/0/by", (by.start, by.end)))
    found, shown = parts_in(page, line, total, goal + 1)
    evidence.extend(shown)
    mention = tokens[goal].mention
    assert isinstance(mention, ValueMention)
    target = Target(
        indicator=_indicator(text, tokens, spend, goal),
        value=Quantity(amount=mention.amount, unit=mention.unit),
        by=by.mention.period if by is not None and isinstance(by.mention, DateMention) else None,
        parts=found,
    )
    when = date_of(tokens, promise, promise + 1, 0, spend)
    end = by.end if by is not None and by in tokens[goal + 1 : goal + 8] else tokens[goal].end
    yield Pledge(
        start=tokens[promise].start,
        end=end,
        words=f"pledge to {_base(tokens[spend].text)} " + " ".join(text[tokens[spend].end : end].split()),
        sides=tuple(_who(page, tokens, promise)),
        targets=(target,),
        evidence=tuple(evidence),
        date=when if when is not None and isinstance(when.mention, DateMention) and day_like(when.mention) else None,
    )


def sums_in(page: Page, line: Line) -> Iterator[Pledge]:
    """The sums that states or organisations promise: "pledged at least €40 billion for Ukraine", "a promise of $30 billion"."""
    tokens, text = line.tokens, page.document.text
    for at in line.places_of(_PROMISES) if "value" in line.kinds else ():
        token = tokens[at]
        before = [t.text for t in tokens[max(0, at - 5) : at]]
        noun = token.text in ("pledge", "promise", "commitment", "pledges", "promises")
        follows = [t.text for t in tokens[at + 1 : at + 2]] == ["of"]
        verb = (
            noun
            and not follows
            and bool(before)
            and (tokens[at - 1].kind == "actor" or before[-1] in ("will", "would"))
        )
        noun = noun and not verb
        led = bool(before) and (
            before[-1] in ("a", "an", "another", "its", "new", "further", "fresh") or before[-1] in _OWNS
        )
        if noun and not (led and follows):
            continue
        if not noun and not verb and before[-1:] == ["the"]:
            continue  # "a third of the promised 6.3 billion euros" speaks of a pledge made before
        if any(
            word in _HOPED or word in ("not", "n't", "was", "were", "been", "be", "being", "had") for word in before
        ):
            continue
        money = next((t for t in tokens[at + 1 : at + 5] if _money(t)), None)
        if money is None:
            continue
        doing = list(acting(page, tokens, 0, at))
        if not doing and noun and (by := next((i for i in line.at.get("by", ()) if i > at), None)) is not None:
            doing = list(acting(page, tokens, by, min(by + 4, len(tokens))))  # "a promise of ... was made by Britain"
        elif noun and at > 1 and before[-1] in _OWNS:
            doing = [s for s in [side_of(page, tokens[at - 2], at - 2)] if s is not None]
        sides = [s for s in doing if s.state]
        if len(sides) < len(doing) or not (sides or any(t.text in _BODIES for t in tokens[max(0, at - 6) : at])):
            continue  # a firm's promise, or that of nobody in particular
        end = tokens.index(money)
        if any(strong_break(t) or t.text == "," for t in tokens[at + 1 : end]):
            continue
        purse = next((i for i in range(end + 1, min(end + 9, len(tokens))) if tokens[i].text in _PURSES), None)
        if purse is not None and not any(t.text in ("to", "into", "for", "in") for t in tokens[end + 1 : purse]):
            purse = None
        if token.text in _GIVES and (purse is None or any(t.text in ("own", "its") for t in tokens[end:purse])):
            continue
        if (given := _receiver(page, tokens, at, end)) is not None:
            sides = [*sides[-3:], given]
        last = money.end
        for position in range(end + 1, min(end + 8, len(tokens))):
            mark = tokens[position]
            if mark.kind == "actor" and any(t.text in ("for", "to", "in") for t in tokens[end + 1 : position]):
                side = side_of(page, mark, position)
                sides = [*sides[-3:], side] if side is not None and side.state else sides
                last = mark.end
                break
            if mark.kind in ("mark", "value"):
                break
        when = _decided(tokens, at) or date_of(tokens, at, at + 1, 0, len(tokens))
        yield Pledge(
            start=token.start,
            end=last,
            words="pledge of " + text[money.start : money.end],
            sides=tuple(sides),
            targets=(),
            evidence=(),
            date=when,
            status=AgreementStatus.ANNOUNCED,
            alone=purse is not None,
        )
        return


def _receiver(page: Page, tokens: Sequence[Token], at: int, end: int) -> Side | None:
    """To whom a sum is promised, right behind the verb: "promised Ukraine another 100 million euros"."""
    if at + 1 >= end or tokens[at + 1].kind != "actor":
        return None
    side = side_of(page, tokens[at + 1], at + 1)
    return side if side is not None and side.state is not None else None


def _decided(tokens: Sequence[Token], low: int) -> Token | None:
    """The day of "..., the government decided on Tuesday"."""
    for at in range(low + 1, len(tokens) - 1):
        if tokens[at].text in _DECIDED and tokens[at].kind == "word":
            near = tokens[at + 1 : at + 3]
            return next((t for t in near if isinstance(t.mention, DateMention) and day_like(t.mention)), None)
    return None


_AS_MUCH = word_set("much same likewise more less own similar another too")


def likewise_pledged(page: Page, line: Line) -> Iterator[Pledge]:
    """A pledge like one told before: "Portugal has pledged ten times as much", "Iceland made its own promise in March"."""
    tokens = line.tokens
    for at in line.places_of(_SUMS):
        near = [t.text for t in tokens[max(0, at - 4) : at]]
        if any(w in _HOPED or w in ("not", "n't", "no", "never", "yet") for w in near) or _AS_MUCH.isdisjoint(
            line.words
        ):
            continue
        sides = [s for s in acting(page, tokens, 0, at) if s.state]
        if len(sides) != 1:
            continue
        yield Pledge(
            start=tokens[max(0, sides[0].position)].start,
            end=tokens[at].end,
            words="pledge",
            sides=tuple(sides),
            targets=(),
            evidence=(),
            date=date_of(tokens, at, at + 1, 0, len(tokens)),
            status=AgreementStatus.ANNOUNCED,
            alone=True,
        )
        return


def _money(token: Token) -> bool:
    mention = token.mention
    return isinstance(mention, ValueMention) and mention.kind == "money"


Shown = tuple[tuple[str, tuple[int, int]], ...]
"""Pointers below "/targets/0" with the characters that they rest on."""


def parts_in(page: Page, line: Line, total: Amount, low: int = 0) -> tuple[tuple[Target, ...], Shown]:
    """The parts that make up a total, where a sentence from a position on gives shares that add up to it."""
    text, tokens = page.document.text, line.tokens
    at = [i for i in range(low, len(tokens)) if _share(tokens[i]) is not None]
    if len(at) < 2 or not _sums(total, [_share(tokens[i]) for i in at]):
        return (), ()
    parts: list[Target] = []
    shown: list[tuple[str, tuple[int, int]]] = []
    for n, i in enumerate(at):
        start, end = _purpose(tokens, i, at[n + 1] if n + 1 < len(at) else len(tokens))
        mention = tokens[i].mention
        assert isinstance(mention, ValueMention)
        parts.append(Target(indicator=text[start:end], value=Quantity(amount=mention.amount, unit=mention.unit)))
        shown.append((f"/targets/0/parts/{n}/value", (tokens[i].start, tokens[i].end)))
        shown.append((f"/targets/0/parts/{n}/indicator", (start, end)))
    return tuple(parts), tuple(shown)


def _deadline(token: Token) -> bool:
    """Whether a date is one by which something is to be reached ("by 2035")."""
    mention = token.mention
    return isinstance(mention, DateMention) and (mention.period.edtf or "").startswith("../")


def _base(verb: str) -> str:
    return {
        "raising": "raise",
        "increasing": "increase",
        "lifting": "lift",
        "boosting": "boost",
        "spending": "spend",
        "investing": "invest",
    }.get(verb, verb)


def _who(page: Page, tokens: Sequence[Token], promise: int) -> Iterator[Side]:
    sides = [s for s in acting(page, tokens, 0, promise) if s.state]
    if sides:
        yield from sides[-3:]


def _share(token: Token) -> Amount | None:
    mention = token.mention
    if isinstance(mention, ValueMention) and mention.kind == "percent" and mention.change == 0:
        return mention.amount
    return (
        mention.amount
        if isinstance(mention, ValueMention) and mention.unit in ("percent", "percentage_point")
        else None
    )


def _of_output(page: Page, line: Line, token: Token) -> bool:
    """Whether a share is one of the gross domestic product."""
    words = page.document.text[token.start : min(token.end + 40, line.end)].casefold()
    return "gdp" in words or "gross domestic" in words or "output" in words or "national income" in words


def _sums(total: Amount, parts: Sequence[Amount | None]) -> bool:
    lows = [p.low for p in parts if p is not None and p.low is not None]
    return bool(lows) and len(lows) == len(parts) and sum(lows) in (total.low, total.high)


def _purpose(tokens: Sequence[Token], at: int, end: int) -> tuple[int, int]:
    """The words for what a part of a target is meant for."""
    low = at + 1
    while low < end and (
        tokens[low].text
        in (
            "will",
            "would",
            "is",
            "are",
            "to",
            "go",
            "for",
            "on",
            "toward",
            "towards",
            "in",
            "should",
            "support",
            "of",
            "gdp",
        )
    ):
        low += 1
    high = low
    while (
        high < end
        and tokens[high].kind in ("word", "actor", "weapon")
        and tokens[high].text not in ("and", "while", "such")
    ):
        high += 1
    if high == low:
        return tokens[at].start, tokens[at].end
    return tokens[low].start, tokens[high - 1].end


def _indicator(text: str, tokens: Sequence[Token], spend: int, goal: int) -> str:
    """What is to be raised ("defence budgets"), or "defence spending" where the words only say "spend"."""
    low, high = spend + 1, goal
    while high > low and tokens[high - 1].text in ("to", "at", "least", "by", "of"):
        high -= 1
    while low < high and tokens[low].text in ("their", "its", "the", "combined", "annual"):
        low += 1
    words = " ".join(text[tokens[low].start : tokens[high - 1].end].split()) if high > low else ""
    return words or "defence spending"
