"""Finding the cases: blocks, comparisons, groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from attrs import frozen

from kordef.cases.blocking import candidates
from kordef.cases.case import Case
from kordef.cases.clustering import clusters
from kordef.cases.judgements import Judgement, check
from kordef.cases.keys import Keys
from kordef.cases.profiles import Profile, profile_of
from kordef.cases.rules import Rules, packaged
from kordef.cases.scoring import Comparison, Standing, compare, weigh
from kordef.catalogue import Catalogue
from kordef.collector import paused
from kordef.errors import DanglingReference, InvalidValue
from kordef.identity import in_order
from kordef.records import Record, Source

__all__ = ["Found", "compare_records", "find_all", "find_cases", "find_possible_cases"]


def find_cases(
    records: Iterable[Record],
    judgements: Iterable[Judgement] = (),
    *,
    rules: Mapping[str, Rules] | None = None,
    catalogue: Catalogue | None = None,
) -> tuple[Case, ...]:
    """The cases in a dataset or in other records, in the order of their first members.

    A case has members of two or more documents, or of one where a person says that they are the same. ``judgements``
    win over the rules; ``rules`` takes the place of kordef's own (:func:`kordef.cases.read_rules`). The same records
    give the same cases in whatever order they come. What may be one thing, but not surely, is left to
    :func:`find_possible_cases`.

    Raises :class:`~kordef.errors.InvalidValue` for judgements that contradict one another and
    :class:`~kordef.errors.DanglingReference` for those about records that are not there.
    """
    return find_all(records, judgements, rules=rules, catalogue=catalogue).cases


def find_possible_cases(
    records: Iterable[Record],
    judgements: Iterable[Judgement] = (),
    *,
    rules: Mapping[str, Rules] | None = None,
    catalogue: Catalogue | None = None,
) -> tuple[Case, ...]:
    """What may be one thing told with other numbers, sums or dates: pairs of cases, or of records that are in none.

    Each is a :class:`Case` of both, with its two :attr:`~Case.parts`, and shows their claims side by side. No document
    tells of both parts, and nothing but what sources contradict one another in tells them apart. A case or record has
    one possible case with what it agrees with best, and others only as their best. A judgement that the two are the same
    makes it a case, with the same id; one that they are not removes it. Raises what :func:`find_cases` raises.
    """
    return find_all(records, judgements, rules=rules, catalogue=catalogue).possible


@frozen
class Found:
    """The cases and the possible cases of some records."""

    cases: tuple[Case, ...]
    possible: tuple[Case, ...]


def find_all(
    records: Iterable[Record],
    judgements: Iterable[Judgement] = (),
    *,
    rules: Mapping[str, Rules] | None = None,
    catalogue: Catalogue | None = None,
) -> Found:
    """What :func:`find_cases` and :func:`find_possible_cases` find, in one go."""
    told = tuple(judgements)
    check(told)
    with paused():
        return _found(in_order(records), told, rules or packaged(), catalogue)


def _found(
    every: Sequence[Record], told: Sequence[Judgement], rules: Mapping[str, Rules], catalogue: Catalogue | None
) -> Found:
    keys = Keys(every, catalogue)
    sources = {record.id: record for record in every if isinstance(record, Source)}
    profiles = [
        profile
        for record in every
        if record.type in rules and (profile := profile_of(record, sources.get(record.source), keys)) is not None
    ]
    _all_there(told, profiles)

    def weigh_(mine: Profile, theirs: Profile) -> tuple[float, Standing]:
        return weigh(mine, theirs, rules[mine.record.type])

    found = clusters(profiles, candidates(profiles), weigh_, rules, told)
    about: dict[str, list[Judgement]] = {}
    for judgement in told:
        for name in judgement.records:
            about.setdefault(name, []).append(judgement)

    def case(*parts: Sequence[int]) -> Case:
        return _case([[profiles[member] for member in part] for part in parts], rules, keys, about)

    return Found(
        cases=tuple(case(group) for group in sorted(found.groups)),
        possible=tuple(case(*pair) for pair in sorted(found.possible)),
    )


def compare_records(
    records: Iterable[Record], first: str, second: str, *, rules: Mapping[str, Rules] | None = None
) -> Comparison:
    """How two records of one type compare, whether or not they are members of one case.

    Raises :class:`~kordef.errors.DanglingReference` for an id that is not there and
    :class:`~kordef.errors.InvalidValue` for records that are never compared.
    """
    every = in_order(records)
    known = {record.id: record for record in every}
    keys = Keys(every)
    found: list[Profile] = []
    for name in (first, second):
        if name not in known:
            raise DanglingReference(f"the records have none with the id {name!r}")
        source = known.get(known[name].source)
        profile = profile_of(known[name], source if isinstance(source, Source) else None, keys)
        if profile is None:
            raise InvalidValue(f"{name} must be of a type that forms cases, and not denied by its source")
        found.append(profile)
    if found[0].record.type != found[1].record.type:
        raise InvalidValue(f"records must be of one type, found {first!r} and {second!r}")
    return compare(found[0], found[1], (rules or packaged())[found[0].record.type])


def _all_there(judgements: Sequence[Judgement], profiles: Sequence[Profile]) -> None:
    known = {profile.record.id for profile in profiles}
    missing = [f"{name!r} ({each.place})" for each in judgements for name in each.records if name not in known]
    if missing:
        raise DanglingReference(
            f"judgements must be about records that are there and form cases, found none with the id {', '.join(missing)}"
        )


def _case(
    parts: Sequence[Sequence[Profile]],
    rules: Mapping[str, Rules],
    keys: Keys,
    about: Mapping[str, Sequence[Judgement]],
) -> Case:
    """A case, or a possible one where there are two parts."""
    profiles = [profile for part in parts for profile in part]
    members = tuple(profile.record.id for profile in profiles)
    digest = sha256("\n".join(sorted(members)).encode()).hexdigest()[:12]
    inside = frozenset(members)
    told = {id(each): each for name in members for each in about.get(name, ()) if inside.issuperset(each.records)}
    kind = profiles[0].record.type
    return Case(
        id=f"case-{digest}",
        type=kind,
        members=members,
        records=tuple(profile.record for profile in profiles),
        judgements=tuple(told.values()),
        parts=tuple(tuple(profile.record.id for profile in part) for part in parts) if len(parts) > 1 else (),
        profiles=tuple(profiles),
        rules=rules[kind],
        keys=keys,
    )
