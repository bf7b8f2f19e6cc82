"""Networks: who has to do with whom in a dataset, how, and in how many things, as plain data.

for link in network(dataset.transfers).links:
    print(link.first, link.relation, link.second, link.weight)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from attrs import frozen

from kordef.dataset import Dataset, selection_of
from kordef.records import Agreement, Deployment, Dialogue, Event, Record, Transfer
from kordef.selection import Selection
from kordef.vocabulary import ActorKind, Relation, Role

__all__ = ["Link", "Network", "Node", "network"]


@frozen(kw_only=True)
class Node:
    """Somebody in a network: the actors of all documents that are the same.

    ``key`` is the catalogue's id ("state:KR"), or else the kind and the name in lower case; ``weight`` is the number of
    cases that it is in; ``actors`` are the ids of the actors that were put together.
    """

    key: str
    name: str
    kind: ActorKind
    weight: int
    actors: tuple[str, ...]


@frozen(kw_only=True)
class Link:
    """A tie between two: ``first`` and ``second`` are keys of nodes, in the direction of the relation if it has one, else in
    the order of the alphabet. ``weight`` is the number of cases (a thing that several documents tell of counts once),
    ``records`` are the ids of all that tell of it."""

    first: str
    second: str
    relation: Relation
    weight: int
    records: tuple[str, ...]


@frozen(kw_only=True)
class Network:
    """Nodes by name and links by weight, the heaviest first. ``left_out`` are the ids of gatherings of more parties than were
    asked for, which tie everybody to everybody and say little of any two."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    left_out: tuple[str, ...] = ()


MOST_PARTIES = 40
"""Of gatherings with more parties no links are made, unless asked for: their number grows with the square."""

_Tie = tuple[str, str, Relation]


def network(
    selection: Selection[Record] | Dataset, *, by_state: bool = False, most_parties: int = MOST_PARTIES
) -> Network:
    """Who supplies whom, who agrees, meets and acts with whom in the records of a selection, or of a whole dataset.

    With ``by_state`` ministries, officials and companies stand for the state or organisation that they belong to: for
    whom they act, or where the catalogue has their home.
    """
    selection = selection_of(selection, Record, "network")
    making = _Making(selection.dataset, by_state)
    left_out: list[str] = []
    cases: dict[_Tie, dict[str, None]] = {}
    records: dict[_Tie, list[str]] = {}
    seen_in: dict[str, dict[str, None]] = {}
    for record in selection:
        if _size(record) > most_parties:
            left_out.append(record.id)
            continue
        case = selection.dataset.case_of(record)
        thing = record.id if case is None else case.id
        for tie in making.ties(record):
            cases.setdefault(tie, {})[thing] = None
            records.setdefault(tie, []).append(record.id)
            for key in tie[:2]:
                seen_in.setdefault(key, {})[thing] = None
    links = (
        Link(first=tie[0], second=tie[1], relation=tie[2], weight=len(cases[tie]), records=tuple(records[tie]))
        for tie in cases
    )
    nodes = (
        Node(
            key=key,
            name=making.names[key],
            kind=making.kinds[key],
            weight=len(things),
            actors=tuple(making.actors[key]),
        )
        for key, things in seen_in.items()
    )
    return Network(
        nodes=tuple(sorted(nodes, key=lambda node: (node.name, node.key))),
        links=tuple(sorted(links, key=lambda link: (-link.weight, link.first, link.second, link.relation))),
        left_out=tuple(left_out),
    )


def _size(record: Record) -> int:
    match record:
        case Agreement(parties=parties):
            return len(parties)
        case Dialogue(participants=cast) | Event(actors=cast):
            return len(cast)
        case Deployment(actors=actors, partners=partners):
            return len(actors) + len(partners)
        case Transfer(companies=companies):
            return len(companies)
        case _:
            return 0


class _Making:
    """A network in the making: what is known of its nodes."""

    def __init__(self, dataset: Dataset, by_state: bool) -> None:
        self.dataset = dataset
        self.by_state = by_state
        self.keys: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.kinds: dict[str, ActorKind] = {}
        self.actors: dict[str, list[str]] = {}

    def ties(self, record: Record) -> Iterator[_Tie]:
        """Each tie once that a record makes."""
        return iter(dict.fromkeys(self._ties(record)))

    def _ties(self, record: Record) -> Iterator[_Tie]:
        match record:
            case Transfer():
                sellers = [i for i in (record.supplier, *record.companies) if i]
                buyers = [record.recipient] if record.recipient else []
                yield from self._directed(sellers, buyers, Relation.SUPPLIES)
                if record.end_user:
                    yield from self._directed(sellers, [record.end_user], Relation.EQUIPS)
            case Agreement():
                yield from self._mutual(record.parties, Relation.AGREES)
            case Dialogue():
                yield from self._mutual((p.actor for p in record.participants), Relation.MEETS)
            case Deployment():
                yield from self._mutual((*record.actors, *record.partners), Relation.DEPLOYS)
            case Event():
                agents = [p.actor for p in record.actors if p.role is not Role.TARGET]
                targets = [p.actor for p in record.actors if p.role is Role.TARGET]
                yield from self._directed(agents, targets, Relation.ACTS_ON)
            case _:
                pass

    def _directed(self, first: Iterable[str], second: Iterable[str], relation: Relation) -> Iterator[_Tie]:
        for a, b in product(map(self._key, first), map(self._key, second)):
            if a != b:
                yield a, b, relation

    def _mutual(self, actors: Iterable[str], relation: Relation) -> Iterator[_Tie]:
        for a, b in combinations(sorted(set(map(self._key, actors))), 2):
            yield a, b, relation

    def _key(self, identifier: str) -> str:
        """The node of an actor, which the first of its actors names."""
        known = self.keys.get(identifier)
        if known is not None:
            return known
        actor = self.dataset.actor(identifier)
        if self.by_state:
            actor = self.dataset.lookups.owner(actor)
        key = actor.catalogue or f"{actor.kind}:{actor.name.casefold()}"
        self.keys[identifier] = key
        self.names.setdefault(key, self.dataset.party(actor.id) if actor.kind in _SHORT else actor.name)
        self.kinds.setdefault(key, actor.kind)
        if actor.id not in self.actors.setdefault(key, []):
            self.actors[key].append(actor.id)
        return key


_SHORT = (ActorKind.IGO, ActorKind.FORUM)
