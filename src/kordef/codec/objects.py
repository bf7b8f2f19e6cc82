"""One object at a time: the quick way first, and the strict one for what that does not take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from kordef.codec.compiled import REFUSALS, dumpers, loaders
from kordef.codec.strict import structure
from kordef.codec.text import decode, has_surrogates, parse, plain, scan
from kordef.records import Record

__all__ = ["dumper_of", "dumps", "load", "loads"]

T = TypeVar("T")


def dumps(value: object) -> str:
    """The JSON text of a record, a part of one, or a value.

    :raises TypeError: there is no JSON for its class
    """
    return dumper_of(type(value))(value)


def dumper_of(cls: type[Any]) -> Callable[[Any], str]:
    """The function that writes objects of a class.

    :raises TypeError: there is no JSON for the class
    """
    try:
        return dumpers()[cls]
    except KeyError:
        raise TypeError(f"expected a record, a part of one or a value, found an object of {cls.__name__}") from None


def loads(data: str | bytes, cls: type[T]) -> T:
    """The record, part or value of a JSON text; ``Record`` stands for a record of any type.

    :raises Malformed: the text is not the JSON of the class
    :raises TypeError: there is no JSON for the class
    """
    text = decode(data)
    exotic = has_surrogates(text)
    if not exotic:
        try:
            pairs, end = scan(text, 0)
            if end == len(text):
                return _quickly(pairs, cls)
        except REFUSALS:
            pass
    return load(parse(text), cls, "", quick=not exotic)


def load(pairs: Any, cls: type[T], path: str, depth: int = 0, *, quick: bool = True) -> T:
    """The same for a value that is decoded, at a path and a depth of nesting.

    ``quick`` is not for a text with escaped surrogates, which only the strict way looks for.
    """
    if quick:
        try:
            return _quickly(pairs, cls)
        except REFUSALS:
            pass
    if cls is not Record and cls not in loaders():
        raise TypeError(f"expected the class of a record, a part of one or a value, found {cls.__name__}")
    return structure(plain(pairs, path, depth), cls, path)


def _quickly(pairs: Any, cls: type[T]) -> T:
    by_class = loaders()
    return by_class[pairs[0][1] if cls is Record else cls](pairs)  # type: ignore[no-any-return]
