"""Missions and exercises on fact pages: a heading with facts below it, and calendars ("March: NORTHERN WOLF 25, Norway").

Nothing there is a sentence. The heading names a mission of an organisation, the lines below say since when and where; or the
heading tells of exercises, and each line opens with its month.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kordef.builders.deployments.drafts import Draft
from kordef.builders.deployments.echoes import EVENTS
from kordef.builders.force_places import Spot, place_after
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.builders.timing import period_of
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, ValueMention
from kordef.vocabulary import ActorKind, DeploymentKind, Modality

__all__ = ["drafts_on_fact_pages"]

_HEADINGS = (BlockKind.HEADING, BlockKind.SUBTITLE)
_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_BEGINS = frozenset("started start launched launch set began begun since established activated begin".split())
_AREAS = frozenset("area where location region theatre theater off hubs headquarters".split())
_BELOW = 8
"""So many lines below a heading may tell of its mission."""


def drafts_on_fact_pages(page: Page) -> Iterator[Draft]:
    """The missions that headings name, and the exercises in the calendars below others."""
    heading: Line | None = None
    for position, line in enumerate(page.lines):
        if not _GIVEN.isdisjoint(line.texts) and ":" in line.texts:
            yield from _contingents(page, line)
        if line.kind in _HEADINGS:
            heading = line
            yield from _mission(page, line, _below(page, position))
        elif heading is not None and line.kind in _TEXT and not EVENTS.isdisjoint(heading.texts):
            yield from _dated_exercise(page, line, page.lines[position + 1 : position + 3])


_GIVEN = frozenset("contributors contributor contingents contingent contributions troops personnel deployed".split())
_FEWEST = 3
"""So many states with a number each make a list of those who take part."""


def _contingents(page: Page, line: Line) -> Iterator[Draft]:
    """Who takes part in a mission with how many: "UNIFIL, troop contributors as of 31 August: Indonesia 1,231; Italy 1,068"."""
    tokens = line.tokens
    colon = next(n for n, t in enumerate(tokens) if t.text == ":")
    named = next((t for t in tokens[:colon] if _is_mission(t)), None)
    found = [(n, a) for n in line.actors if n > colon and (a := _contingent(tokens, n)) is not None]
    if named is None or len(found) < _FEWEST:
        return
    dates = [m for t in tokens[:colon] if isinstance(m := t.mention, DateMention) and m.period.edtf]
    for at, (state, number) in found:
        yield Draft(
            line=line,
            at=at,
            start=tokens[at].start,
            end=number.end,
            kind=DeploymentKind.OPERATION,
            modality=Modality.ASSERTED,
            actors=[(state.key, state)],
            period=dates[0].period if dates else None,
            dates=dates[:1],
            strength=number,
            name=page.document.text[named.start : named.end],
            named_at=(named.start, named.end),
            verbal=True,
        )


def _is_mission(token: Token) -> bool:
    mention = token.mention
    return isinstance(mention, ActorMention) and mention.kind is ActorKind.MILITARY_UNIT


def _contingent(tokens: Sequence[Token], at: int) -> tuple[ActorMention, ValueMention] | None:
    """A state with the number right behind it, and nothing behind that but a mark."""
    state = tokens[at].mention
    number = tokens[at + 1].mention if at + 1 < len(tokens) else None
    if not isinstance(state, ActorMention) or state.kind is not ActorKind.STATE or not isinstance(number, ValueMention):
        return None
    ends = at + 2 >= len(tokens) or tokens[at + 2].text in (";", ",", ".", "and", "(")
    return (state, number) if ends and number.kind in ("count", "persons") else None


def _below(page: Page, position: int) -> list[Line]:
    found: list[Line] = []
    for line in page.lines[position + 1 : position + 1 + _BELOW]:
        if line.kind not in _TEXT or line.story != page.lines[position].story:
            break
        found.append(line)
    return found


_LONGEST_LINE = 8
"""Tokens of a line that names a mission and nothing else."""


def _mission(page: Page, line: Line, below: Sequence[Line]) -> Iterator[Draft]:
    tokens = line.tokens
    size = len(tokens)
    if not 0 < size <= _LONGEST_LINE or not below:
        return
    token = tokens[0]
    mention = token.mention
    if not isinstance(mention, ActorMention) or mention.kind is not ActorKind.MILITARY_UNIT:
        return
    owner = mention.acts_for or ""
    if not owner.startswith("organisation:"):
        return
    begun = next((d for other in below if (d := _begin(other.tokens)) is not None), None)
    if begun is None:
        return
    start = (begun.period.edtf or "").partition("/")[0]
    end = next((e for other in below if (e := _end(other.tokens, start)) is not None), None)
    draft = Draft(
        line=line,
        at=0,
        start=token.start,
        end=tokens[-1].end,
        kind=DeploymentKind.OPERATION,
        modality=Modality.ASSERTED,
        actors=[(owner, mention)],
        name=page.document.text[token.start : token.end],
        named_at=(token.start, token.end),
        verbal=True,
    )
    closes = (end.period.edtf or "")[3:] if end is not None else ".."
    draft.period, draft.dates = period_of(f"{start}/{closes}"), [begun, *([end] if end is not None else [])]
    place = place_after(page, tokens, 2, len(tokens), bare=True) if len(tokens) > 2 and tokens[1].text == "(" else None
    place = place or next((p for other in below if (p := _area(page, other)) is not None), None)
    draft.place = place[:2] if place is not None else None
    yield draft


def _begin(tokens: Sequence[Token]) -> DateMention | None:
    """Since when a mission runs, as a line below its heading says: "Started: 14 January 2025", "Off Somalia since 2008"."""
    for at, token in enumerate(tokens[:8]):
        date = token.mention
        if isinstance(date, DateMention) and date.period.edtf:
            said = {t.text for t in tokens[:at]} | set(date.exact.casefold().split())
            edtf = date.period.edtf
            if not _BEGINS.isdisjoint(said) and not edtf.startswith("..") and (edtf.endswith("/..") or "/" not in edtf):
                return date
    return None


def _end(tokens: Sequence[Token], start: str) -> DateMention | None:
    """Until when the mandate of a mission runs: "Extended: November 2024, until 15 November 2026"."""
    if not tokens or tokens[0].text not in ("extended", "until", "mandate", "ends", "prolonged"):
        return None
    dates = (t.mention for t in tokens if isinstance(t.mention, DateMention))
    return next(
        (d for d in dates if (d.period.edtf or "").startswith("../") and (d.period.edtf or "")[3:] > start), None
    )


def _area(page: Page, line: Line) -> Spot | None:
    near = {t.text for t in line.tokens[:3]}
    return place_after(page, line.tokens, 0, len(line.tokens)) if near & _AREAS else None


def _dated_exercise(page: Page, line: Line, behind: Sequence[Line]) -> Iterator[Draft]:
    """An exercise in a calendar: its month, its name in capitals, and the state on whose ground it is held."""
    tokens, text = line.tokens, page.document.text
    if len(tokens) < 5 or not isinstance(date := tokens[0].mention, DateMention) or tokens[1].text not in (":", "–"):
        return
    end = 2
    while end < len(tokens) and _is_of_name(text, tokens[end]):
        end += 1
    if end < 4 or end + 1 >= len(tokens) or tokens[end].text != "," or not date.period.edtf:
        return
    host = tokens[end + 1].mention
    if not isinstance(host, ActorMention) or host.kind is not ActorKind.STATE:
        return
    same = [other for other in behind if other.block == line.block]
    values = (t.mention for other in (line, *same) for t in other.tokens)
    strength = next((v for v in values if isinstance(v, ValueMention) and v.kind in ("persons", "count")), None)
    yield Draft(
        line=line,
        at=2,
        start=tokens[2].start,
        end=tokens[end + 1].end,
        kind=DeploymentKind.EXERCISE,
        modality=Modality.ASSERTED,
        actors=[(host.key, host)],
        place=(host.start, host.end),
        period=date.period,
        dates=[date],
        strength=strength,
        name=text[tokens[2].start : tokens[end - 1].end],
        named_at=(tokens[2].start, tokens[end - 1].end),
        verbal=True,
    )


def _is_of_name(text: str, token: Token) -> bool:
    return token.kind == "word" and (text[token.start].isupper() or token.text.isdigit())
