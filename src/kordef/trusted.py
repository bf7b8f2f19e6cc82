"""Objects of frozen classes made without the checks and the locks of their constructors, where all parts are known to fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

import attrs

__all__ = ["opened", "trusted"]

_P = ParamSpec("_P")
_T = TypeVar("_T")


def opened(cls: type[Any], **more: Any) -> type[Any]:
    """A subclass of a frozen class whose objects can be written to, of the layout that lets them become ``cls``."""
    body = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(cls.__name__, (cls,), {"__module__": cls.__module__, **body, **more})


def trusted(cls: Callable[_P, _T]) -> Callable[_P, _T]:
    """The constructor of a frozen class of attrs, for parts that fit by the way they were come by.

    It takes what ``cls`` takes and gives the same object in about half the time: ``__attrs_post_init__`` is not called, and
    each field is set as in any other object before the object becomes one of ``cls``.
    """

    def close(self: Any) -> None:
        self.__class__ = cls

    return cast("Callable[_P, _T]", attrs.define(opened(cast("type[Any]", cls), __attrs_post_init__=close)))
