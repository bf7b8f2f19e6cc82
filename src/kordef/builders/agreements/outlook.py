"""What a verb hangs on that makes it one to come: a headline's infinitive, talks on doing it, a resolve, an order."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.surroundings import strong_break, word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.document import BlockKind
from kordef.vocabulary import AgreementStatus

__all__ = ["BREAKS", "aimed_at", "asks", "heads_with_aim", "proposed_to", "resolved", "shares_future", "told_to"]

BREAKS = frozenset("that which who while when where after before because although".split())
"""Words that begin a clause of its own behind a phrase."""
_AIMS = word_set("on of for about over")
_TOWARDS = word_set("towards toward")
_PROPOSES = word_set("proposed proposes suggested suggests recommended recommends asked asks urged urges")
_STAGES = word_set(
    "milestones steps prospect prospects possibility possibilities way ways goal idea hope intention roadmap path conditions"
)
_EFFORTS = word_set("effort efforts strive strives strove work working works endeavour endeavor seek seeks steps")
_IN_TALKS = word_set("talks negotiations discussions consultations")
_SETTLED = word_set("accord agreement understanding consensus agreed deal")
_ASKING = word_set(
    "applied applies apply asked asks asking bid request requested requests application wants wanted hopes"
)
_RESOLVES = word_set("agreed agree agrees decided decide decides resolved pledged vowed promised undertook committed")


def heads_with_aim(line: Line, act: Match) -> bool:
    """Whether a headline tells what is to come by an infinitive: "Japan, Germany to sign pact on secrets"."""
    before = [t for t in line.tokens[: act.start] if t.kind == "word" and t.text not in ("and", "the")]
    return line.kind in (BlockKind.TITLE, BlockKind.SUBTITLE) and [t.text for t in before] == ["to"]


def proposed_to(tokens: Sequence[Token], act: Match) -> bool:
    """Whether somebody proposes that it be done: "proposed that the two countries should enter into an agreement"."""
    low = max(0, act.group.start - 12)
    return any(tokens[n].text in _PROPOSES and tokens[n + 1].text == "that" for n in range(low, act.group.start - 1))


def aimed_at(tokens: Sequence[Token], act: Match) -> AgreementStatus | None:
    """How far it has come where talks or an accord are only "on concluding" an agreement; else ``None``."""
    at = act.group.start
    if strives(tokens, act):
        return AgreementStatus.PROPOSED
    if act.noun or at < 2 or not tokens[act.start].text.endswith("ing"):
        return None
    if not _TOWARDS.isdisjoint(t.text for t in tokens[max(0, at - 3) : at]):
        return AgreementStatus.NEGOTIATING if tokens[at - 2].text in _IN_TALKS else AgreementStatus.PROPOSED
    if tokens[at - 1].text not in _AIMS:
        return None
    if tokens[at - 2].text in _STAGES:
        return AgreementStatus.PROPOSED
    if tokens[at - 2].text in _IN_TALKS:
        return AgreementStatus.NEGOTIATING
    return AgreementStatus.ANNOUNCED if tokens[at - 2].text in _SETTLED else None


def strives(tokens: Sequence[Token], act: Match) -> bool:
    """Whether somebody only works for it: "agreed to make efforts to swiftly sign an agreement"."""
    at = next((i for i in range(act.start - 1, max(-1, act.start - 4), -1) if tokens[i].text == "to"), None)
    if at is None or act.noun or tokens[act.start].text.endswith(("ed", "ing")):
        return False
    return any(t.text in _EFFORTS for t in tokens[max(0, at - 2) : at])


def asks(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody asks to do it: "has applied to join"."""
    return at > 1 and tokens[at - 1].text == "to" and any(t.text in _ASKING for t in tokens[max(0, at - 3) : at])


def shares_future(tokens: Sequence[Token], act: Match) -> bool:
    """Whether a bare verb hangs on a "will" further left: "will hold more exercises and set up a partnership"."""
    if act.group.start != act.start or act.noun or tokens[act.start].text.endswith(("ed", "ing", "s")):
        return False
    lemmas = {phrase.split()[0] for phrase in act.frame.verbs}
    if tokens[act.start].text not in lemmas or act.start == 0 or tokens[act.start - 1].text not in ("and", ","):
        return False
    for position in range(act.start - 1, -1, -1):
        token = tokens[position]
        if strong_break(token):
            return False
        if token.text in ("will", "shall", "would"):
            return True
    return False


def resolved(tokens: Sequence[Token], act: Match) -> bool:
    """Whether a verb is the second that somebody agreed to do: "agreed to open talks and to conclude a pact"."""
    if act.group.start == 0 or tokens[act.start - 1].text != "to" or act.noun:
        return False
    for position in range(act.start - 1, max(-1, act.start - 16), -1):
        token = tokens[position]
        if strong_break(token) or token.text in BREAKS:
            return False
        if token.text in _RESOLVES:
            return True
    return False


def told_to(tokens: Sequence[Token], act: Match, words: frozenset[str]) -> bool:
    """Whether somebody is told to do it, or that he may: "instructed their teams to finalise an agreement"."""
    at = act.group.start - 1
    if act.noun or at < 2 or tokens[at].text != "to" or act.group.passive:
        return False
    near = tokens[max(0, at - 6) : at]
    return any(t.text in words for t in near) and not any(strong_break(t) for t in near)
