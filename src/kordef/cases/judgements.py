"""What people have judged: that two records speak of one thing, that they do not, or that they cannot tell.

Judgements are a JSON Lines file beside the documents, one object a line::

    {"judgement": "same", "records": ["transfer-0123456789ab", "transfer-ba9876543210"],
     "who": "A. Reader", "when": "2025-11-25", "why": "Both tell of the contract signed at Morag."}

They win over the rules of comparison, and follow from one another: if a is b and b is c, then a is c, and what is not one
of them is none of them.
"""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, cast

from attrs import field, frozen

from kordef.errors import InvalidValue, Malformed, Unreadable
from kordef.forms import Checked, Matches, Refers, Text, shown
from kordef.records import RECORD_TYPES
from kordef.vocabulary import Vocabulary

__all__ = ["Judgement", "Opinion", "check", "judgements_from", "read_judgements"]


class Opinion(Vocabulary):
    """What somebody thinks of two records."""

    SAME = "same", "They speak of one thing in the world."
    NOT_SAME = "not_same", "They speak of two things."
    UNSURE = "unsure", "It cannot be told; the rules decide, and the case says that somebody doubts it."


_DAY = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_TYPES = tuple(name for name in RECORD_TYPES if name not in ("source", "actor", "weapon_system", "statement"))
_KEYS = ("judgement", "records", "who", "when", "why")


@frozen(kw_only=True)
class Judgement(Checked):
    """What a person thinks of two records of one type, and when and why.

    ``records`` are their ids, ``when`` is a day (ISO 8601). ``line`` is the line of the file it was read from, and plays no
    part in comparisons.
    """

    judgement: Opinion
    records: tuple[Annotated[str, Refers(_TYPES)], ...]
    who: Text
    when: Annotated[str, Matches(_DAY, "a day such as '2025-11-25'")]
    why: Text
    line: int | None = field(default=None, eq=False)

    def _nonsense(self) -> str | None:
        if len(self.records) != 2:
            return f"records must be the ids of two records, found {len(self.records)}"
        first, second = self.records
        if first == second:
            return f"records must be two records, found {first!r} twice"
        if first.rpartition("-")[0] != second.rpartition("-")[0]:
            return f"records must be of one type, found {first!r} and {second!r}"
        try:
            date.fromisoformat(self.when)
        except ValueError:
            return f"when must be a day of the calendar, found {self.when!r}"
        return None

    @property
    def place(self) -> str:
        """Where it stands, for messages."""
        return f"line {self.line}" if self.line is not None else f"the judgement of {self.who} on {self.when}"


def read_judgements(path: str | Path) -> tuple[Judgement, ...]:
    """The judgements in a file of JSON Lines (UTF-8; empty lines do not count).

    Raises :class:`~kordef.errors.Malformed` with all that is wrong, each with its line: no JSON, an unknown, missing or repeated
    key, a value that its meaning forbids, and judgements that contradict each other.
    """
    data = Path(path).read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise Unreadable(
            f"{path} must be UTF-8, found the byte 0x{data[problem.start]:02x} at {problem.start}"
        ) from None
    return judgements_from(text, name=Path(path).name)


def judgements_from(text: str, name: str = "judgements") -> tuple[Judgement, ...]:
    """The judgements in a text of JSON Lines; see :func:`read_judgements`."""
    found: list[Judgement] = []
    problems: list[tuple[str, str]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found.append(_judgement(line, number))
        except InvalidValue as problem:
            problems.append((f"{name}:{number}", str(problem)))
    if not problems:
        problems = [(name, sentence) for sentence in contradictions(found)]
    if problems:
        raise Malformed(tuple(problems))
    return tuple(found)


def _judgement(line: str, number: int) -> Judgement:
    try:
        value: Any = json.loads(line, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as problem:
        sentence = problem.msg[0].lower() + problem.msg[1:]
        raise InvalidValue(f"expected one JSON object on the line: {sentence} at column {problem.colno}") from None
    except RecursionError:
        raise InvalidValue("expected one JSON object on the line, found JSON nested too deeply") from None
    if not isinstance(value, dict):
        raise InvalidValue(f"expected a JSON object, found {shown(value)}")
    given = cast("dict[str, Any]", value)
    for key in given:
        if key not in _KEYS:
            raise InvalidValue(f"a key must be one of {', '.join(_KEYS)}, found {shown(key)}")
    for key in _KEYS:
        if key not in given:
            raise InvalidValue(f"{key} must be given")
    opinions = {str(opinion): opinion for opinion in Opinion}
    opinion = opinions.get(given["judgement"]) if isinstance(given["judgement"], str) else None
    if opinion is None:
        raise InvalidValue(f"judgement must be one of {', '.join(Opinion)}, found {shown(given['judgement'])}")
    records = cast("list[Any]", given["records"])
    if not isinstance(records, list) or not all(isinstance(each, str) for each in records):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidValue(f"records must be a list of two ids, found {shown(records)}")
    return Judgement(
        judgement=opinion,
        records=tuple(records),
        who=given["who"],
        when=given["when"],
        why=given["why"],
        line=number,
    )


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise InvalidValue(f"a key must stand once, found {shown(twice)} twice")
    return value


def _no_number(constant: str) -> Any:
    raise InvalidValue(f"expected JSON, found {constant}")


# ---- consistency


def check(judgements: Iterable[Judgement]) -> None:
    """Raise :class:`~kordef.errors.InvalidValue` where judgements contradict one another; the message names them."""
    sentences = contradictions(tuple(judgements))
    if sentences:
        raise InvalidValue("; ".join(sentences))


def contradictions(judgements: Iterable[Judgement]) -> tuple[str, ...]:
    """A sentence for each judgement "not_same" between two records that others make one."""
    every = tuple(judgements)
    ties: dict[str, list[tuple[str, Judgement]]] = defaultdict(list)
    for each in every:
        if each.judgement is Opinion.SAME:
            a, b = each.records
            ties[a].append((b, each))
            ties[b].append((a, each))
    sentences: list[str] = []
    group = _groups(ties)
    for each in every:
        a, b = each.records
        if each.judgement is Opinion.NOT_SAME and group.get(a, a) == group.get(b, b):
            chain = [judgement.place for judgement in _way(ties, a, b)]
            against = chain[0] if len(chain) == 1 else f"{', '.join(chain[:-1])} and {chain[-1]} together"
            verb = "says" if len(chain) == 1 else "say"
            sentences.append(
                f"{each.place} says that {a} and {b} are not the same, where {against} {verb} that they are"
            )
    return tuple(sentences)


def _groups(ties: Mapping[str, list[tuple[str, Judgement]]]) -> dict[str, str]:
    """For each record that is tied to others the first of its group."""
    group: dict[str, str] = {}
    for start in ties:
        if start in group:
            continue
        group[start] = start
        waiting = [start]
        while waiting:
            for other, _ in ties[waiting.pop()]:
                if other not in group:
                    group[other] = start
                    waiting.append(other)
    return group


def _way(ties: Mapping[str, list[tuple[str, Judgement]]], start: str, end: str) -> list[Judgement]:
    """The shortest chain of judgements that ties two records."""
    came: dict[str, tuple[str, Judgement]] = {}
    waiting = deque([start])
    while waiting and end not in came:
        here = waiting.popleft()
        for other, judgement in ties[here]:
            if other != start and other not in came:
                came[other] = (here, judgement)
                waiting.append(other)
    chain: list[Judgement] = []
    here = end
    while here != start:
        here, judgement = came[here]
        chain.append(judgement)
    return chain[::-1]
