"""Where forces are that a later verb or a word for a place told before leads to: "opened near Baku", "has jets there"."""

from __future__ import annotations

from kordef.builders.deployments.echoes import RUNS
from kordef.builders.deployments.lists import unlisted
from kordef.builders.force_places import Spot, place_after
from kordef.builders.grammar.frames import Match
from kordef.builders.page import Page

__all__ = ["place_before", "place_of_drill"]


def place_before(page: Page, match: Match) -> Spot | None:
    """Where forces are had: "handed over at Siauliai; Spain has eleven jets there", "In Iraq, where it had 30 men"."""
    tokens = match.line.tokens
    if any(t.text == "there" for t in tokens[match.end : match.end + 8]):
        place = place_after(page, tokens, 0, match.start)
        if place is not None:
            return place
    near = range(match.start - 1, max(match.start - 5, 0), -1)
    relative = next((k for k in near if tokens[k].text == "where"), None)
    return None if relative is None else place_after(page, tokens, 0, relative)


def place_of_drill(page: Page, match: Match, *, named: bool) -> Spot | None:
    """Where a later verb says that a drill runs: "the drill, called Iron Wolf, opened near Baku on Monday"."""
    tokens = match.line.tokens
    near = range(match.end, min(match.end + 24, len(tokens)))
    verb = next((k for k in near if tokens[k].text in RUNS or tokens[k].text == ";"), None)
    if verb is None or tokens[verb].text == ";":
        return None
    last = min(verb + 8, len(tokens))
    place = place_after(page, tokens, verb + 1, last)
    return unlisted(tokens, verb + 1, last) if place is None and named else place
