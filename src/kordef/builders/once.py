"""Questions that are answered once, however many builders ask them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, Protocol, TypeVar, overload

__all__ = ["lazy", "once"]


class Asked(Protocol):
    """A sentence, a match in one or a page: what builders ask the same questions about."""

    @property
    def answers(self) -> dict[Any, Any]: ...


Subject = TypeVar("Subject", bound=Asked)
Owner = TypeVar("Owner")
Answer = TypeVar("Answer")


def once(work: Callable[[Subject], Answer]) -> Callable[[Subject], Answer]:
    """A function of a sentence, match or page that works its answer out once."""

    @wraps(work)
    def answer(subject: Subject) -> Answer:
        known: Answer
        try:
            known = subject.answers[work]
        except KeyError:
            known = subject.answers[work] = work(subject)
        return known

    return answer


class lazy(Generic[Owner, Answer]):  # noqa: N801 - it is used like a decorator of the standard library
    """An attribute that is worked out when first asked for, as :class:`functools.cached_property` but without its lock."""

    def __init__(self, work: Callable[[Owner], Answer]) -> None:
        self.work = work
        self.name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, owner: None, cls: type[Any]) -> lazy[Owner, Answer]: ...
    @overload
    def __get__(self, owner: Owner, cls: type[Any]) -> Answer: ...
    def __get__(self, owner: Owner | None, cls: type[Any]) -> lazy[Owner, Answer] | Answer:
        if owner is None:
            return self
        known = owner.__dict__[self.name] = self.work(owner)
        return known
