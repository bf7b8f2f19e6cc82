"""From bytes to decoded JSON: what the standard library's decoder lets pass, and where in the text an error is.

The decoder keeps every object as a tuple of pairs, so that a key that comes twice is seen; :func:`plain` turns these
into dictionaries and finds what the decoder accepts and JSON, or the format, does not.
"""

from __future__ import annotations

import json
import re
from typing import Any

from kordef.codec.layout import MAX_DEPTH
from kordef.codec.strict import Constant
from kordef.errors import Malformed

__all__ = ["DECODE_ERRORS", "decode", "has_surrogates", "parse", "plain", "scan", "written"]

scan = json.JSONDecoder(object_pairs_hook=tuple, parse_constant=Constant).scan_once
"""``scan(text, position)`` gives the JSON value that begins there, objects as tuples of pairs, and where it ends."""

DECODE_ERRORS = (json.JSONDecodeError, StopIteration, RecursionError, ValueError)
"""What :func:`scan` raises; ``ValueError`` alone is an integer of more digits than Python takes."""


def decode(data: str | bytes, path: str = "") -> str:
    """The text of a file: UTF-8 without a byte order mark.

    :raises Malformed: the bytes are not UTF-8, there is a byte order mark, or a str has a lone surrogate
    """
    if isinstance(data, str):
        text = data
        try:
            data.encode()
        except UnicodeEncodeError as error:
            found = f"U+{ord(text[error.start]):04X}"
            raise _malformed(f"expected Unicode text, found the lone surrogate {found}", text, error.start, path) from None
    else:
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            before = data[: error.start].decode()
            found = f"the byte 0x{data[error.start]:02X}"
            raise _malformed(f"expected UTF-8, found {found}", before, len(before), path) from None
    if text.startswith("\ufeff"):
        raise Malformed(((path, "expected JSON, found a byte order mark"),))
    return text


def _malformed(sentence: str, text: str, position: int, path: str) -> Malformed:
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    # A path is there for JSON Lines, and then says the line.
    where = f"column {column}" if path else f"line {line} column {column}"
    return Malformed(((path, f"{sentence} at {where}"),))


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


_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{},]', re.DOTALL)


def _too_deep(text: str) -> str | None:
    """The path of the first value that is nested too deep."""
    path: list[str | int] = []
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token in ("{", "["):
            path.append(0 if token == "[" else "")
            if len(path) > MAX_DEPTH:
                return written(path[:-1])
        elif token in ("}", "]"):
            if path:
                path.pop()
        elif token == ",":
            last = path[-1] if path else ""
            if isinstance(last, int):
                path[-1] = last + 1
            elif path:
                path[-1] = ""
        elif token[0] == '"' and path and path[-1] == "":
            path[-1] = json.loads(token, strict=False)
    return None


def written(path: list[str | int], start: str = "") -> str:
    """A path as messages write it: ``records[3].value``."""
    for step in path:
        start += f"[{step}]" if isinstance(step, int) else f".{step}" if start else step
    return start


def parse(text: str, path: str = "") -> Any:
    """The JSON value that is all of a text, objects as tuples of pairs.

    :raises Malformed: it is not JSON, with the line and the column
    """
    start = len(text) - len(text.lstrip(" \t\n\r"))
    try:
        value, end = scan(text, start)
    except json.JSONDecodeError as error:
        raise _not_json(error.msg, text, error.pos, path) from None
    except StopIteration as error:
        raise _not_json("Expecting value", text, error.value, path) from None
    except RecursionError:
        deep = _too_deep(text) or ""
        raise Malformed(((f"{path}{deep}", f"expected at most {MAX_DEPTH} levels of nesting, found more"),)) from None
    except ValueError:
        raise Malformed(((path, "expected integers of fewer digits"),)) from None
    rest = len(text) - len(text[end:].lstrip(" \t\n\r"))
    if rest < len(text):
        raise _malformed("expected the end of the text, found more", text, rest, path)
    return value


def _not_json(message: str, text: str, position: int, path: str) -> Malformed:
    message = message[0].lower() + message[1:]
    # A string that does not end is reported where it begins.
    if message.startswith("unterminated string") or not text[position:].strip(" \t\n\r"):
        return _malformed(f"the text ends too early ({message})", text, position, path)
    return _malformed(f"not JSON: {message}", text, position, path)


def plain(value: Any, path: str = "", depth: int = 0) -> Any:
    """The same with dictionaries for objects.

    :raises Malformed: a key that comes twice, nesting that is too deep, a ``NaN``
    """
    problems: list[tuple[str, str]] = []
    result = _plain(value, path, depth, problems)
    if problems:
        raise Malformed(tuple(problems))
    return result


def _plain(value: Any, path: str, depth: int, problems: list[tuple[str, str]]) -> Any:
    if type(value) is Constant:
        problems.append((path, f"expected JSON, found {value.name}"))
        return None
    if type(value) not in (tuple, list):
        return value
    if depth >= MAX_DEPTH:
        problems.append((path, f"expected at most {MAX_DEPTH} levels of nesting, found more"))
        return None
    if type(value) is list:
        return [_plain(item, f"{path}[{n}]", depth + 1, problems) for n, item in enumerate(value)]
    result: dict[str, Any] = {}
    for key, item in value:
        if key in result:
            problems.append((path, f"key {key!r} comes twice"))
        result[key] = _plain(item, f"{path}.{key}" if path else key, depth + 1, problems)
    return result
