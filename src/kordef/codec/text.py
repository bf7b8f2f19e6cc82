"""From bytes to decoded JSON: what the standard library's decoder lets pass, and where in the text an error is.

The decoder keeps every object as a tuple of pairs, so that a key that comes twice is seen; :func:`plain` turns these
into dictionaries and finds what the decoder accepts and JSON, or the format, does not.
"""

from __future__ import annotations

import json
import re
from typing import Any, TypeGuard

from kordef.codec.layout import MAX_DEPTH
from kordef.codec.strict import Constant, gathered, shortened
from kordef.errors import Malformed

__all__ = ["decode", "has_surrogates", "is_list", "malformed", "parse", "plain", "scan"]

scan = json.JSONDecoder(object_pairs_hook=tuple, parse_constant=Constant).raw_decode
"""``scan(text, position)`` gives the JSON value that begins there, objects as tuples of pairs, and where it ends.

It raises ``RecursionError`` for deep nesting, and ``ValueError`` for what is not JSON (``json.JSONDecodeError``) or an
integer of more digits than Python reads.
"""

_BLANKS = " \t\n\r"
_TOO_DEEP = f"expected at most {MAX_DEPTH} levels of nesting, found more"


def malformed(sentence: str, path: str = "") -> Malformed:
    """The error for one problem."""
    return Malformed(((path, sentence),))


def _malformed_at(sentence: str, text: str, position: int, path: str) -> Malformed:
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    # A path is there for JSON Lines, and then says the line.
    return malformed(f"{sentence} at {'' if path else f'line {line} '}column {column}", path)


def decode(data: str | bytes, path: str = "") -> str:
    """The text of a file: UTF-8 without a byte order mark.

    :raises Malformed: the bytes are not UTF-8, there is a byte order mark, or a str has a lone surrogate
    """
    if isinstance(data, str):
        text = data
        try:
            data.encode()
        except UnicodeEncodeError as error:
            found = f"the lone surrogate U+{ord(text[error.start]):04X}"
            raise _malformed_at(f"expected Unicode text, found {found}", text, error.start, path) from None
    else:
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            before = data[: error.start].decode()
            found = f"the byte 0x{data[error.start]:02X}"
            raise _malformed_at(f"expected UTF-8, found {found}", before, len(before), path) from None
    if text.startswith("\ufeff"):
        raise malformed("expected JSON, found a byte order mark", path)
    return text


_NO_SURROGATE = tuple("01234567")
"""The third digit of the escapes of other characters that begin with D: the last of the Hangul syllables."""


def has_surrogates(text: str) -> bool:
    """Whether a JSON text may hold a surrogate, as an escape."""
    position = text.find("\\")
    while position >= 0:
        # Two at a time, because an escaped backslash escapes nothing.
        if text[position + 1 : position + 3] in ("ud", "uD") and text[position + 3 : position + 4] not in _NO_SURROGATE:
            return True
        position = text.find("\\", position + 2)
    return False


def parse(text: str, path: str = "") -> Any:
    """The JSON value that is all of a text, objects as tuples of pairs.

    :raises Malformed: it is not JSON, with the line and the column
    """
    if not text.strip(_BLANKS):
        raise malformed("expected JSON, found nothing", path)
    try:
        value, end = scan(text, len(text) - len(text.lstrip(_BLANKS)))
    except json.JSONDecodeError as error:
        message = (error.msg[0].lower() + error.msg[1:]).removesuffix(" at").removesuffix(" starting")
        # A string that does not end is reported where it begins.
        if message.startswith("unterminated string") or not text[error.pos :].strip(_BLANKS):
            raise _malformed_at(f"the text ends too early ({message})", text, error.pos, path) from None
        raise _malformed_at(f"not JSON: {message}", text, error.pos, path) from None
    except RecursionError:
        raise malformed(_TOO_DEEP, _too_deep(text, path)) from None
    except ValueError:
        position = next((m.start() for m in _LONG_INTEGER.finditer(text) if m[0][0] != '"'), 0)
        raise _malformed_at("expected an integer of fewer digits", text, position, path) from None
    rest = len(text) - len(text[end:].lstrip(_BLANKS))
    if rest < len(text):
        raise _malformed_at("expected the end of the text, found more", text, rest, path)
    return value


_LONG_INTEGER = re.compile(r'"(?:[^"\\]++|\\.)*+"|[0-9]{640,}+', re.DOTALL)
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{},]', re.DOTALL)


def _too_deep(text: str, path: str) -> str:
    """The path of the first value of a text that is nested too deep, for what the decoder gave up on."""
    steps: list[str | int] = []
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token in "[{":
            if len(steps) == MAX_DEPTH:
                break
            steps.append(0 if token == "[" else "")
        elif not steps:
            break
        elif token in "]}":
            steps.pop()
        elif token == ",":
            last = steps[-1]
            steps[-1] = last + 1 if isinstance(last, int) else ""
        elif steps[-1] == "":
            steps[-1] = shortened(token[1:-1])
    for step in steps:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return path


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether it is a JSON array."""
    return type(value) is list


def plain(value: Any, path: str = "", depth: int = 0) -> Any:
    """The same with dictionaries for objects.

    :raises Malformed: a key that comes twice, nesting that is too deep, a ``NaN``
    """
    problems: list[tuple[str, str]] = []
    result = _plain(value, path, depth, problems)
    if problems:
        raise gathered(problems)
    return result


def _plain(value: Any, path: str, depth: int, problems: list[tuple[str, str]]) -> Any:
    if type(value) is Constant:
        problems.append((path, f"expected JSON, found {value.name}"))
    if type(value) not in (tuple, list):
        return value
    if depth == MAX_DEPTH:
        problems.append((path, _TOO_DEEP))
        return None
    if is_list(value):
        return [_plain(item, f"{path}[{n}]", depth + 1, problems) for n, item in enumerate(value)]
    result: dict[str, Any] = {}
    pairs: Any = value
    for key, item in pairs:
        name = shortened(key)
        if key in result:
            problems.append((path, f"key {name!r} comes twice"))
        result[key] = _plain(item, f"{path}.{name}" if path else name, depth + 1, problems)
    return result
