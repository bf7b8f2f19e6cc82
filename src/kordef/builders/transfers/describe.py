"""What the words around a deal say of how it is told: again, as the first of several, as a sum, as a part."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from kordef.builders.goods import Good
from kordef.builders.grammar.clauses import PREPOSITIONS
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import EARLIER, Draft, Drop
from kordef.builders.transfers.links import part
from kordef.builders.transfers.stages import to_be_signed
from kordef.figures import ORDINALS
from kordef.vocabulary import Counting, Stage

__all__ = ["NUMBERED", "describe"]

NUMBERED = {"initial": "1", **{word: str(rank) for word, rank in ORDINALS.items() if rank <= 5}}
"""The ordinals that tell deals of the same parties apart."""

_DEFINITE = frozenset(["the", "this", "that", "these", "both"])


def describe(line: Line, chain: Chain, draft: Draft) -> None:
    """Note whether the words go back to a deal told before, to the first or second of several, or add up."""
    deal = chain.part("deal")
    tokens = line.tokens
    core = chain.core
    if deal is not None:
        # "the 1.2 trillion-won ($920 million) deal"
        low = max(0, deal.start - 7)
        before = [t.text for t in tokens[low : deal.start] if t.kind != "value" and t.text not in ("(", ")")][-4:]
        draft.ordinal = next((NUMBERED[w] for w in before if w in NUMBERED), None)
        draft.definite = deal.frame.id in ("contract", "package") and any(w in _DEFINITE for w in _phrase(before)[-3:])
        if deal.frame.id == "package" and chain.part("governor") is None and "the" in before:
            # "the package includes 72 rockets" does not say how far it has come
            draft.implied_stage = True
        if chain.part("governor") is None and any(
            t.text.startswith("follow") for t in tokens[max(0, deal.start - 7) : deal.begin]
        ):
            # "it follows up on a contract of 2022": the text goes on about the new one
            draft.aside = True
        draft.executive = any(
            t.text in ("executive", "implementing") for t in tokens[max(0, deal.start - 2) : deal.end]
        )
        draft.additional = draft.additional or any(w in _MORE for w in before)
        if _says_what_it_is(tokens, deal.start):
            draft.definite, draft.additional = True, False
        holds = all(m is deal or m.frame.id == "content" for m in chain.matches) and len(chain.matches) > 1
        if draft.definite and holds and draft.ordinal is None and tokens[deal.start].text in ("deal", "agreement"):
            # "the deal includes rockets" does not say how far it has come
            draft.implied_stage = True
        this = before[-1:] in (["this"], ["that"]) and deal.frame.id in ("purchase", "sale")
        if this and deal is core and not draft.counted:
            # "this purchase by Hanwha marks a breakthrough"
            draft.definite = True
        content = core is deal or core.frame.id == "content"
        if draft.definite and content and draft.money and draft.stage is Stage.PLANNED and not draft.counted:
            # "the $920 million deal is set to see the jets modified"
            draft.implied_stage = True
    plain = draft.stage is Stage.SIGNED and draft.ordinal is None
    only = all(m is deal or m.frame.id == "announce" for m in chain.matches)
    if draft.definite and plain and only and not draft.counted:
        # "we hope for more through the Redback contract" does not say how far it has come
        draft.implied_stage = True
    if core.frame.id == "delivery" and chain.part("content") is not None and draft.stage is Stage.DELIVERED:
        # "it includes the delivery of three batteries" does not say that they have come
        draft.stage, draft.implied_stage = Stage.SIGNED, True
    for position in range(chain.begin, min(chain.reach, len(tokens))):
        _note_word(draft, tokens, position, moves=core.frame.id in ("deliver", "receive", "arrive", "delivery"))
    if _opens_with_deal(line):
        draft.definite = True
    if _would_mark(line):
        draft.definite, draft.implied_stage, draft.additional = True, True, False
    if _is_followed(line, core):
        # "this agreement follows a 2017 contract under which it supplied 24": another one
        draft.definite, draft.ordinal = False, draft.ordinal or EARLIER
    if deal is not None and deal.frame.id == "contract" and _is_earlier(tokens, deal.start):
        # "a follow-up to an earlier order for six jets": another one
        draft.additional, draft.definite = True, False
        draft.ordinal = draft.ordinal or EARLIER
    if part(core) == "act" and deal is None and core.frame.id != "buy" and _under_the_deal(line, core):
        draft.definite = True
        if draft.stage in (Stage.PLANNED, Stage.DELIVERED):
            # what comes "under the deal" does not say whether it is a contract or a framework
            draft.stage, draft.implied_stage = Stage.SIGNED, not {"contract", "order"} & {t.text for t in tokens[:6]}
    if draft.definite and deal is not None and deal.start <= 5 and core is not deal and tokens[0].text == "under":
        if deal.frame.id == "contract" and tokens[deal.start].text not in ("contract", "order"):
            bare = chain.part("governor") is None and draft.stage is Stage.SIGNED
            draft.implied_stage = draft.implied_stage or bare
    open_deal = deal is not None and all(
        m is deal or (m.start > deal.end and not m.reduced and m.frame.id in ("sign", "plan-verb"))
        for m in chain.matches
    )
    if (draft.definite or open_deal) and draft.stage is Stage.SIGNED and to_be_signed(line):
        # "under the deal it will supply 18 guns, with the contract scheduled to be signed on Friday"
        draft.stage = Stage.PLANNED
    grown = any(w in _GROWN for w in (t.text for t in tokens[max(0, core.begin - 4) : core.start]))
    up_to_now = grown or any((a.text, b.text) in (("so", "far"), ("to", "date")) for a, b in pairwise(tokens))
    sums_up = (up_to_now and not draft.counted and "money" in line.value_kinds) or any(
        m.frame.settings.get("total") and m.group.aspect != "future" for m in chain.matches
    )
    if sums_up or _in_total(tokens, chain.begin):
        draft.goods = [evolve(g, counting=Counting.TOTAL) for g in draft.goods]
    if not core.noun:
        subject = [t.text for t in tokens[core.begin : core.group.start]]
        if "batch" in subject:
            draft.ordinal = draft.ordinal or next((NUMBERED[w] for w in subject if w in NUMBERED), None)
        opening = [t.text for t in tokens[: min(4, core.group.start)]]
        if deal is None and opening[:1] and opening[0] in _DEFINITE and not _DEALS.isdisjoint(opening):
            # "that initial order had already brought 100"
            draft.ordinal = draft.ordinal or next((NUMBERED[w] for w in opening if w in NUMBERED), None)
    if draft.ordinal is None and any(_first_number(tokens, g) for g in draft.goods):
        draft.ordinal = "1"
    if deal is None and any(_on_top(tokens, g) for g in draft.goods):
        draft.additional = True
    words = [t.text for t in tokens[core.start : chain.reach + 5]]
    if draft.ordinal is None and part(core) == "act" and any(p == ("first", "time") for p in pairwise(words)):
        # "in 2017 it bought the gun for the first time"
        draft.ordinal = "1"
    moved = core.frame.id in ("deliver", "receive", "arrive", "delivery")
    if (
        moved
        and draft.stage in (Stage.DELIVERED, Stage.PLANNED)
        and len(draft.goods) == 1
        and draft.goods[0].whole is not None
    ):
        # "has received 46 of the 180 tanks", "the first two of 12 helicopters are to be delivered"
        some = draft.goods[0]
        done = draft.stage is Stage.DELIVERED
        draft.deliveries.append(Drop(weapon=some.weapon, number=some.number, done=done))
        draft.goods = [evolve(some, number=some.whole, of_total=False, whole=None)]
        last = any(t.text in ("last", "final") for t in tokens[max(0, some.low - 2) : some.high])
        draft.stage = Stage.SIGNED if not done else Stage.DELIVERED if last else Stage.DELIVERING
    if moved and (whole := _of_larger(tokens, draft.goods)) is not None:
        some, done = draft.goods[0], draft.stage is Stage.DELIVERED
        draft.deliveries.append(Drop(weapon=some.weapon, number=some.number, done=done))
        draft.goods = [evolve(whole, weapon=some.weapon)]
        draft.stage = Stage.DELIVERING if done else Stage.SIGNED
    if core.frame.id == "take" and any(_first_of(tokens, g) for g in draft.goods):
        # "takes first of two frigates"
        draft.stage, draft.weak = Stage.DELIVERED, False
    if draft.stage is Stage.DELIVERED and any(_first_of(tokens, g) or _first_ones(tokens, g) for g in draft.goods):
        draft.partial, draft.stage = True, Stage.DELIVERING


def _opens_with_deal(line: Line) -> bool:
    """Whether a sentence says what the deal told before is or holds: "The deal is its largest and includes 54 K9s"."""
    words = [t.text for t in line.tokens[:5]]
    if not words or words[0] not in ("the", "this"):
        return False
    at = next((n for n, word in enumerate(words[1:4], 1) if word in _DEAL), None)
    return at is not None and at + 1 < len(words) and words[at + 1] in _HOLDS


def _would_mark(line: Line) -> bool:
    """Whether a sentence only says what a deal told before would be: "It would mark its first exports of such vehicles"."""
    words = [t.text for t in line.tokens[:5]]
    at = next((n for n, word in enumerate(words[:4]) if word in ("would", "will", "could")), None)
    if at is None or words[0] not in ("this", "it", "that", "the") or words[at + 1 : at + 2] == ["not"]:
        return False
    return words[at + 1 : at + 2] in (["mark"], ["represent"], ["constitute"]) and "first" in line.at


_DEAL = frozenset(["deal", "contract", "order", "agreement", "accord"])
_HOLDS = frozenset(
    "is was marks marked covers covered includes included comprises comprised contains contained involves involved "
    "encompasses encompassed represents represented".split()
)


def _says_what_it_is(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence only says what sort of deal the one spoken of is: "The order is its second for tanks"."""
    words = [t.text for t in tokens[:at]]
    be = next((n for n, word in enumerate(words[:_LONGEST_SUBJECT]) if word in _BEING), None)
    if be is None or at - be > _LONGEST_PREDICATE or not PREPOSITIONS.isdisjoint(words[be:]):
        return False
    subject = words[:be]
    # "The contract with Saudi Arabia marks the second sale"
    named = subject[-1:] + subject[1:2]
    return subject in (["this"], ["it"]) or (
        subject[:1] != [] and subject[0] in _DEFINITE and not _DEALS.isdisjoint(named)
    )


_BEING = frozenset("is was marks marked represents represented becomes became".split())
_DEALS = frozenset("deal contract agreement order sale purchase acquisition procurement export".split())
_LONGEST_SUBJECT, _LONGEST_PREDICATE = 6, 9
_GROWN = frozenset(["accumulated", "cumulative", "accumulative", "combined", "total"])


def _phrase(before: list[str]) -> list[str]:
    """The words that belong to a noun, of those before it: "the two countries signed a" is no definite deal."""
    at = max((n for n, word in enumerate(before) if word in ("a", "an")), default=-1)
    return before[at + 1 :]


def _is_followed(line: Line, core: Match) -> bool:
    """Whether goods came under a contract of a year of its own, which a new one follows."""
    tokens, low = line.tokens, max(0, core.start - 12)
    words = [t.text if t.kind != "date" else "" for t in tokens[low : core.start]]
    at = next((n for n, w in enumerate(words) if w in ("follows", "followed", "succeeds", "following")), None)
    if at is None or core.noun or "which" not in words[at:]:
        return False
    behind = words[at + 1 : at + 4]
    return behind[:1] in (["a"], ["an"]) and "" in behind and not _DEALS.isdisjoint(behind)


def _is_earlier(tokens: Sequence[Token], at: int) -> bool:
    """Whether a deal noun is that of an earlier one which was not told before: "an earlier order"."""
    before = [t.text for t in tokens[max(0, at - 2) : at]]
    return before[1:] in (["previous"], ["earlier"], ["prior"]) and before[0] in ("a", "an", "its", "their")


_MORE = frozenset(["another", "additional", "further", "follow-on", "follow-up", "second", "new"])


def _on_top(tokens: Sequence[Token], good: Good) -> bool:
    """Whether goods without a number come on top of others: "to acquire additional K9 howitzers"."""
    before = tokens[max(0, good.low - 2) : good.low]
    return good.number is None and any(t.text in ("additional", "further", "extra") for t in before)


def _note_word(draft: Draft, tokens: Sequence[Token], at: int, *, moves: bool) -> None:
    """Note what single words tell; a batch of what is delivered (``moves``) is no deal of its own."""
    text = tokens[at].text
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if text in ("batch", "tranche", "lot") and at and not moves:
        draft.ordinal = draft.ordinal or NUMBERED.get(tokens[at - 1].text)
    elif (text == "such" and following == "as") or (
        text in ("other", "related") and at and tokens[at - 1].text == "and"
    ):
        draft.open_list = draft.open_list or tokens[at]


def _first_number(tokens: Sequence[Token], good: Good) -> bool:
    """Whether goods are "the first dozen"."""
    return good.number is not None and any(t.text == "first" for t in tokens[max(0, good.low - 1) : good.low + 1])


def _first_ones(tokens: Sequence[Token], good: Good) -> bool:
    """Whether the first goods of an order come: "receives first FA-50"."""
    before = tokens[max(0, good.low - 4) : good.low]
    at = max((n for n, t in enumerate(before) if t.text == "first"), default=None)
    if good.number is not None or at is None:
        return False
    # "the first FA-50", "the first battery of BrahMos missiles"
    return len(before) - at <= 2 or before[-1].text == "of"


def _first_of(tokens: Sequence[Token], good: Good) -> bool:
    """Whether the words tell of the first ones of a larger number: "the first of eight radars"."""
    before = [t.text for t in tokens[max(0, good.low - 4) : good.low + 1]]
    return any(a in _SOME and b == "of" for a, b in pairwise(before))


def _of_larger(tokens: Sequence[Token], goods: Sequence[Good]) -> Good | None:
    """The goods of the contract that some are a part of: "delivered ten K2s, part of a larger contract for 120 tanks"."""
    if len(goods) != 2 or any(g.number is None for g in goods):
        return None
    words = [t.text for t in tokens[goods[0].high : goods[1].low]]
    return goods[1] if ("part", "of") in pairwise(words) and not _ORDERED.isdisjoint(words) else None


_ORDERED = frozenset(["contract", "order", "deal", "agreement", "package", "purchase"])
_SOME = frozenset([*ORDINALS, "some", "half", "part"])


def _under_the_deal(line: Line, core: Match) -> bool:
    """Whether a sentence tells of what a deal brings: "Under the contract, Hanwha will supply"."""
    words = [t.text for t in line.tokens[: core.start]]
    for n, word in enumerate(words[:-2]):
        if word == "under" and words[n + 1] in ("the", "this", "that", "its"):
            return any(w in ("deal", "contract", "agreement", "order", "accord", "pact") for w in words[n + 2 : n + 6])
    return False


def _in_total(tokens: Sequence[Token], high: int) -> bool:
    """Whether a sentence sums up: "In total Berlin has supplied 100"."""
    words = [t.text for t in tokens[:high]]
    return (
        any(a == "in" and b in ("total", "all") for a, b in pairwise(words))
        or "altogether" in words
        or "overall" in words
    )
