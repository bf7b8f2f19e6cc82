"""Finding the cases: blocks, comparisons, groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from kordef.cases.blocking import candidates
from kordef.cases.case import Case
from kordef.cases.clustering import clusters
from kordef.cases.judgements import Judgement, check
from kordef.cases.keys import Keys
from kordef.cases.profiles import Profile, profile_of
from kordef.cases.rules import Rules, packaged
from kordef.cases.scoring import Comparison, compare, total
from kordef.catalogue import Catalogue
from kordef.collector import paused
from kordef.errors import DanglingReference, InvalidValue
from kordef.identity import in_order
from kordef.records import Record, Source

__all__ = ["compare_records", "find_cases"]


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
    give the same cases in whatever order they come.

    Raises :class:`~kordef.errors.InvalidValue` for judgements that contradict one another and
    :class:`~kordef.errors.DanglingReference` for those about records that are not there.
    """
    told = tuple(judgements)
    check(told)
    with paused():
        return _found(in_order(records), told, rules or packaged(), catalogue)


def _found(
    every: Sequence[Record], told: Sequence[Judgement], rules: Mapping[str, Rules], catalogue: Catalogue | None
) -> tuple[Case, ...]:
    keys = Keys(every, catalogue)
    sources = {record.id: record for record in every if isinstance(record, Source)}
    profiles = [
        profile
        for record in every
        if record.type in rules and (profile := profile_of(record, sources.get(record.source), keys)) is not None
    ]
    _all_there(told, profiles)

    def score(mine: Profile, theirs: Profile) -> float:
        return total(mine, theirs, rules[mine.record.type])

    groups = clusters(
        profiles,
        candidates(profiles),
        score,
        {name: each.enough for name, each in rules.items()},
        {name: each.apart for name, each in rules.items()},
        told,
    )
    about: dict[str, list[Judgement]] = {}
    for judgement in told:
        for name in judgement.records:
            about.setdefault(name, []).append(judgement)
    return tuple(_case([profiles[member] for member in group], rules, keys, about) for group in sorted(groups))


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
    profiles: Sequence[Profile], rules: Mapping[str, Rules], keys: Keys, about: Mapping[str, Sequence[Judgement]]
) -> Case:
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
        profiles=tuple(profiles),
        rules=rules[kind],
        keys=keys,
    )
