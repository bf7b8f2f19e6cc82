"""Whom a verb of meeting governs: where its objects end, and which of them are met together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kordef.builders.dialogues.scene import Scene
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.surroundings import DETERMINERS, place_of, word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.parties import MINISTER, Side, acting, names_region, of_state, officials_in
from kordef.mentions.model import ActorMention, DateMention

__all__ = ["OTHER_EVENTS", "from_afar", "groups_met", "ministers_of", "objects_of"]

OTHER_EVENTS = word_set("after before during following followed when while where ahead sidelines margins whose")
"""Words that lead over to another event."""
_TOGETHER = word_set("three trio trilateral three-way trilaterally jointly together quadrilateral four-way")
_SEPARATELY = word_set("separately each respectively individually turn separate back-to-back")
_HEADED = word_set("headed led accompanied chaired flanked joined")
_MET = word_set(
    "meeting meetings met meet visit visiting sidelines margins summit conference forum dinner reception hosted ceremony person "
    "host hosts guest guests visitor reporters journalists here arrival lunch talks flew travelled stopped"
)
_MEETS = word_set("meet met meets visit visited receive received host hosted attend attended hold held")


def objects_of(scene: Scene, line: Line, clauses: Clauses, match: Match) -> tuple[list[Side], int]:
    """Those met, and where what the verb governs ends; an aim ("to talk about ...") is stepped over."""
    tokens = line.tokens
    begin = _behind_date(tokens, match.end)
    limit = clauses.right_limit(begin)
    while limit < len(tokens) - 3 and tokens[led := limit + (tokens[limit].text == ",")].text in _HEADED:
        if tokens[led + 1].text != "by":
            break
        limit = clauses.right_limit(led + 2)  # "received a delegation headed by its president in Tallinn"
    near = limit
    for position in range(match.end + 1, limit):
        text = tokens[position].text
        if tokens[position].kind == "word" and text in OTHER_EVENTS:
            near = position
            break
        if text == "and" and position + 1 < len(tokens) and tokens[position + 1].text in _MEETS:
            near = position  # "will make a courtesy call to A and meet with B"
            break
        if (
            text == "to"
            and tokens[position + 1 : position + 2]
            and tokens[position + 1].kind == "word"
            and tokens[position + 1].text not in DETERMINERS
        ):
            sides = list(acting(scene.page, tokens, match.end, position))
            resume = next(
                (i for i in range(position, limit - 1) if tokens[i].text == "," and tokens[i + 1].text == "and"), limit
            )
            behind = [s for s in acting(scene.page, tokens, resume, limit) if s.person or s.level]
            return [*sides, *behind], limit if behind else position
    if match.frame.settings["shape"] == "receive":
        near = _first_object(tokens, begin, max(begin, near))
    return list(acting(scene.page, tokens, begin, near)), limit


def _behind_date(tokens: Sequence[Token], at: int) -> int:
    """Where the object of "received, on Wednesday, a delegation" begins."""
    if at >= len(tokens) or tokens[at].text != ",":
        return at
    comma = next((i for i in range(at + 1, min(at + 5, len(tokens))) if tokens[i].text == ","), None)
    dated = comma is not None and any(t.kind == "date" for t in tokens[at:comma])
    return comma + 1 if dated and comma is not None else at


def _first_object(tokens: Sequence[Token], low: int, high: int) -> int:
    """Where the objects of "hosted", "received" end: at a comma that no apposition follows."""
    for position in range(low, high - 1):
        after = tokens[position + 1]
        if (
            tokens[position].text == ","
            and after.kind == "word"
            and not (after.text in DETERMINERS or after.text in _HEADED or after.text == "and")
        ):
            return position
    return high


def groups_met(tokens: Sequence[Token], subject: Sequence[Side], objects: Sequence[Side]) -> Iterator[list[Side]]:
    """Those met, apart where each has a day of its own or acts for another state than the one before."""
    together = any(t.text in _TOGETHER or t.text.startswith(("the three", "three ")) for t in tokens)
    mine = {s.state for s in subject}
    group: list[Side] = []
    for side in objects:
        if group:
            between = tokens[group[-1].position + 1 : side.position]
            dated = any(isinstance(t.mention, DateMention) for t in between)
            others = {s.state for s in group if s.state and s.state not in mine}
            one = _share_a_noun(tokens, group[-1].position, side.position)
            apart = (
                not one
                and bool(others)
                and side.state is not None
                and side.state not in mine
                and side.state not in others
            )
            if dated or (apart and not together and len(mine) < 2 and (side.person or side.level)):
                yield group
                group = []
        group.append(side)
    yield group


def _share_a_noun(tokens: Sequence[Token], first: int, second: int) -> bool:
    """Whether two adjectives have one noun: "met his South Korean and Japanese counterparts", unless "separately"."""
    if first < 0 or second - first != 2 or tokens[first + 1].text != "and" or second + 1 >= len(tokens):
        return False
    adjectives = all(
        isinstance(m := tokens[p].mention, ActorMention) and m.form == "adjective" for p in (first, second)
    )
    behind = [t.text for t in tokens[second + 1 : second + 4]]
    plural = any(word in ("counterparts", "colleagues", "peers", "homologues") for word in behind)
    return adjectives and plural and not any(t.text in _SEPARATELY for t in tokens)


def ministers_of(scene: Scene, line: Line, match: Match) -> list[Side]:
    """ "Agreed to have their foreign and trade ministers meet every second year": the ministers of those spoken of."""
    low = max(0, match.start - 6)
    near = {t.text for t in line.tokens[low : match.start]}
    level = officials_in(line.tokens, low, match.start)
    if "whose" in near:
        low = next(i for i in range(match.start - 1, -1, -1) if line.tokens[i].text == "whose")
        owners = _before_relative(scene, line, low)
        return [of_state(s.state, s.witness, level) for s in owners if s.state] if level >= MINISTER else []
    if level < MINISTER or "their" not in near or names_region(line.tokens, low, match.start):
        return []
    named = {s.state: s for s in acting(scene.page, line.tokens, 0, low) if s.state}
    if len(named) == 2:
        return [of_state(k, s.witness, level) for k, s in named.items() if k]
    return scene.officials(line, level, near)


def _before_relative(scene: Scene, line: Line, at: int) -> list[Side]:
    """The states listed right before "whose": "Jordan, Egypt and Greece, whose leaders met in Athens"."""
    low = at - 1
    while low > 0 and (line.tokens[low].kind == "actor" or line.tokens[low].text in (",", "and", "the", "–", "—", "-")):
        low -= 1
    states = {s.state: s for s in acting(scene.page, line.tokens, low, at) if s.state and not s.person}
    return list(states.values()) if len(states) > 1 else []


def from_afar(tokens: Sequence[Token], match: Match, objects: Sequence[Side], limit: int) -> bool:
    """Whether "spoke to his counterpart in Kyiv" names nothing but where the other one is: they spoke by telephone."""
    if not any(s.person or s.level >= MINISTER for s in objects):
        return False
    window = tokens[max(0, match.group.start - 12) : limit]
    if _MET.intersection(t.text for t in window if t.kind == "word"):
        return False
    last = max((s.position for s in objects), default=match.end)
    behind = place_of(tokens, last + 1, limit)
    return behind is None and place_of(tokens, 0, match.group.start) is None
