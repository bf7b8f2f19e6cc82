"""What the classes say of their fields: their docstrings, taken apart, so that no description is written twice."""

from __future__ import annotations

import inspect
import re
from typing import Any

from kordef.forms import Choice, Many, Optional, fields_of

__all__ = ["about", "first_sentence"]

_MARKUP = re.compile(r":\w+:`~?(?:[\w.]*\.)?(\w+)`|``([^`]*)``")
_SENTENCE = re.compile(r"(?<=[.:])\s+(?=[A-Z`])")


def _sentences(cls: type[Any]) -> tuple[str, ...]:
    text = inspect.cleandoc(cls.__doc__ or "").partition("===")[0]
    return tuple(s for paragraph in text.split("\n\n") for s in _SENTENCE.split(" ".join(paragraph.split())) if s)


def _plain(sentence: str) -> str:
    return _MARKUP.sub(lambda m: m[1] or f"`{m[2]}`", sentence)


def first_sentence(cls: type[Any]) -> str:
    return _plain(_sentences(cls)[0])


def about(cls: type[Any], name: str) -> str:
    """What the documentation of a class says of a field: the sentences that name it, or what the field may hold."""
    for owner in cls.__mro__:
        if said := [_plain(s) for s in _sentences(owner) if f"``{name}``" in s]:
            return " ".join(said)
    form = next(field.form for field in fields_of(cls) if field.name == name)
    inner = form.form if isinstance(form, Optional) else form
    inner = inner.item if isinstance(inner, Many) else inner
    words = name.replace("_", " ")
    if isinstance(inner, Choice):
        return f"{first_sentence(inner.vocabulary)}"
    return f"The {words} of the {cls.__name__.lower()}."
