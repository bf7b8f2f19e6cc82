"""What a state's aircraft have flown, told by its number alone: "Portugal flew 41 sorties over the Baltic in May"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kordef.builders.deployments.act_conditions import states_of
from kordef.builders.deployments.drafts import Draft
from kordef.builders.force_places import place_after
from kordef.builders.forces import sides_in
from kordef.builders.grammar.tokens import Line
from kordef.builders.page import Page
from kordef.document import BlockKind
from kordef.mentions.model import DateMention, ValueMention
from kordef.vocabulary import DeploymentKind, Modality

__all__ = ["sorties"]

_FLIES = frozenset("flew flown fly flies conducted completed logged performed carried clocked".split())
_SORTIES = frozenset(["sorties", "scrambles", "patrols"])
_STOPS = frozenset([";", "while", "but", "whereas"])


def sorties(page: Page, line: Line, found: Sequence[Draft]) -> Iterator[Draft]:
    """The sorties of a sentence in which no deployment was found; where, or when, must be told."""
    if found or line.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or _FLIES.isdisjoint(line.texts):
        return
    tokens = line.tokens
    for at, token in enumerate(tokens):
        counted = token.mention
        if not isinstance(counted, ValueMention) or (counted.noun or "").rpartition(" ")[2] not in _SORTIES:
            continue
        verb = next((k for k in range(at - 1, max(at - 5, -1), -1) if tokens[k].text in _FLIES), None)
        if verb is None or any(t.text in ("not", "never", "would", "could") for t in tokens[max(verb - 3, 0) : verb]):
            continue
        actors = states_of(sides_in(tokens, max(verb - 8, 0), verb))
        end = next((k for k in range(at + 1, len(tokens)) if tokens[k].text in _STOPS), len(tokens))
        place = place_after(page, tokens, at + 1, end)
        dates = [m for t in tokens[at:end] if isinstance(m := t.mention, DateMention) and m.period.edtf]
        if not actors or not (place or dates):
            continue
        yield Draft(
            line=line,
            at=verb,
            start=tokens[verb].start,
            end=place.end if place is not None else counted.end,
            kind=DeploymentKind.PATROL,
            modality=Modality.ASSERTED,
            actors=actors,
            place=place[:2] if place is not None else None,
            period=dates[0].period if dates else None,
            dates=dates[:1],
            verbal=True,
        )
        return
