from __future__ import annotations

from kordef.builders.page import Page
from kordef.records import Record


def build(_: Page) -> tuple[Record, ...]:
    return ()
