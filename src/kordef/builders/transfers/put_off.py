"""Goods that come only after the day of the document: "Lithuania gets six in 2027" is no delivery yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import evolve

from kordef.builders.page import Page
from kordef.builders.transfers.deals import Draft
from kordef.mentions.model import DateMention
from kordef.vocabulary import Stage

__all__ = ["put_off"]


def put_off(page: Page, deals: Sequence[Draft]) -> None:
    """Goods that come only after the day of the document have not been delivered: "Lithuania gets six in 2027"."""
    published = page.document.published
    today = published.latest if published is not None else None
    if today is None:
        return
    for deal in deals:
        deal.deliveries = [evolve(d, done=False) if d.done and _is_after(d.date, today) else d for d in deal.deliveries]
        coming = [d.date.period.earliest for d in deal.deliveries if d.date is not None]
        coming.extend(d.mention.period.earliest for d in deal.dates if d.stage is Stage.DELIVERED)
        if (
            deal.stage in (Stage.DELIVERED, Stage.DELIVERING)
            and coming
            and all(day is not None and day > today for day in coming)
        ):
            deal.stage = Stage.SIGNED
            deal.deliveries = [evolve(d, done=False) for d in deal.deliveries]


def _is_after(mention: DateMention | None, today: date) -> bool:
    """Whether a date ends behind a day and does not begin before it: "delivered by 2030"."""
    if mention is None or mention.period.latest is None or mention.period.latest <= today:
        return False
    return mention.period.earliest is None or mention.period.earliest > today
