"""Sentences put together from a frame and what it is about."""

from __future__ import annotations

__all__ = ["framed"]


def framed(frame: str, named: str) -> str:
    """A frame filled in: what is named begins with a small letter inside it, unless a proper name opens it ("Spain's")."""
    opens = frame.startswith("{") or named.startswith("Spain")
    return frame.format(named if opens else named[0].lower() + named[1:])
