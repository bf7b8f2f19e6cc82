"""Work that makes very many objects, without the garbage collector looking at all of them again and again."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager

__all__ = ["paused"]


@contextmanager
def paused(*, lasting: bool = True) -> Generator[None]:
    """The cyclic garbage collector paused.

    What was made is taken for old afterwards, unless it is not ``lasting``: the drafts of a document are mostly thrown away.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            # What was made counts as new, and the next collection would look at all of it. Freezing and unfreezing
            # moves it to the oldest generation, where it would end anyway; where a program has frozen objects, it is
            # left alone.
            if lasting and gc.get_freeze_count() == 0:
                gc.freeze()
                gc.unfreeze()
            gc.enable()
