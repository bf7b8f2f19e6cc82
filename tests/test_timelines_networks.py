"""Timelines and networks: plain data in a fixed order, one thing once."""

from __future__ import annotations

from hypothesis import given
from made_up import Paper, Participant, together
from test_selection import datasets

from kordef.dataset import Dataset
from kordef.networks import network
from kordef.periods import Period
from kordef.records import Record
from kordef.timelines import timeline
from kordef.vocabulary import ActorKind, Relation, Role


def test_moments_stand_in_the_order_of_time() -> None:
    paper = Paper("one")
    paper.agreement("Pact", "KR", "PL", announced=Period.year(2024), signed=Period(edtf="2024-03"))
    paper.transfer(supplier="KR", recipient="PL", on="2022-08-26")
    paper.dialogue("Talks", date=Period(edtf="../2020"))
    undated = paper.event("Vote")
    unresolved = paper.event("Law", date=Period(edtf=None, words="in recent years"))
    dataset = together(paper)
    found = timeline(dataset.of_type(Record))
    assert [(str(m.date), m.field, m.what) for m in found.moments] == [
        ("../2020", "/date", "Talks"),
        ("2022-08-26", "/stages/0/date", "goods from KR to PL (signed)"),
        ("2024", "/announced", "Pact [KR, PL] (signed)"),
        ("2024-03", "/signed", "Pact [KR, PL] (signed)"),
    ]
    assert set(found.undated) == {undated.id, unresolved.id}  # states and weapons need no date


def test_early_in_a_year_is_before_its_middle() -> None:
    paper = Paper("one")
    paper.event("second", date=Period(edtf="2025", part="mid"))
    paper.event("first", date=Period(edtf="2025", part="early"))
    assert [m.what for m in timeline(together(paper).events).moments] == ["first", "second"]


def test_moments_of_one_thing_share_a_case() -> None:
    one, two = Paper("one"), Paper("two")
    first = one.transfer(supplier="KR", recipient="PL", on="2022-08")
    second = two.transfer(supplier="KR", recipient="PL", on="2022-08-26")
    moments = timeline(together(one, two, same=[(first, second)]).transfers).moments
    assert [m.record for m in moments] == [first.id, second.id]
    assert moments[0].case == moments[1].case is not None


@given(datasets())
def test_every_dated_record_is_in_the_timeline_or_undated(dataset: Dataset) -> None:
    found = timeline(dataset.transfers)
    assert {m.record for m in found.moments} | set(found.undated) == {t.id for t in dataset.transfers}
    assert not {m.record for m in found.moments} & set(found.undated)
    assert timeline(Dataset.of(reversed(dataset.records)).transfers) == found


def test_ties_have_a_direction_and_a_weight() -> None:
    one, two = Paper("one"), Paper("two")
    first = one.transfer(supplier="KR", recipient="PL", end_user="UA")
    second = two.transfer(supplier="KR", recipient="PL")
    one.transfer(supplier="KR", recipient="PL")
    one.agreement("Pact", "PL", "KR")
    one.event(
        "Attack",
        actors=(
            Participant(actor=one.actor("RU"), role=Role.AGENT),
            Participant(actor=one.actor("UA"), role=Role.TARGET),
        ),
    )
    found = network(together(one, two, same=[(first, second)]).of_type(Record))
    ties = {(link.first, link.relation, link.second): (link.weight, len(link.records)) for link in found.links}
    assert ties == {
        ("state:KR", Relation.SUPPLIES, "state:PL"): (2, 3),  # three records of two deals
        ("state:KR", Relation.EQUIPS, "state:UA"): (1, 1),
        ("state:KR", Relation.AGREES, "state:PL"): (1, 1),
        ("state:RU", Relation.ACTS_ON, "state:UA"): (1, 1),
    }
    assert found.links[0].relation is Relation.SUPPLIES
    korea = next(node for node in found.nodes if node.key == "state:KR")
    assert (korea.name, korea.weight, len(korea.actors)) == ("KR", 3, 2)


def test_bodies_and_companies_can_stand_for_their_state() -> None:
    paper = Paper("one")
    ministry = paper.actor("Ministry", ActorKind.GOVERNMENT_BODY, acts_for=paper.actor("PL"))
    hanwha = paper.actor("Hanwha", ActorKind.COMPANY, catalogue="company:hanwha-aerospace")
    paper.actor("KR")
    paper.transfer(companies=(hanwha,), recipient=ministry)
    dataset = together(paper)
    by_name = network(dataset.transfers).links[0]
    assert (by_name.first, by_name.second) == ("company:hanwha-aerospace", "government_body:ministry")
    by_state = network(dataset.transfers, by_state=True).links[0]
    assert (by_state.first, by_state.second) == ("state:KR", "state:PL")


def test_nobody_is_tied_to_himself() -> None:
    paper = Paper("one")
    ministry = paper.actor("Ministry", ActorKind.GOVERNMENT_BODY, acts_for=paper.actor("PL"))
    paper.dialogue("Talks", Participant(actor=ministry), Participant(actor=paper.actor("PL")))
    assert network(together(paper).dialogues, by_state=True).links == ()


def test_a_gathering_of_very_many_ties_nobody() -> None:
    paper = Paper("one")
    crowd = [Participant(actor=paper.actor(f"Firm {n}", ActorKind.COMPANY)) for n in range(41)]
    large = paper.dialogue("Fair", *crowd)
    dialogues = together(paper).dialogues
    assert network(dialogues).left_out == (large.id,)
    assert len(network(dialogues, most_parties=41).links) == 41 * 40 // 2


def test_actors_that_act_for_each_other_do_not_hang() -> None:
    from kordef.identity import record_id

    paper = Paper("one")
    second = record_id("actor", paper.sha, 2)
    first = paper.actor("A", ActorKind.GOVERNMENT_BODY, acts_for=second)
    assert paper.actor("B", ActorKind.GOVERNMENT_BODY, acts_for=first) == second
    paper.dialogue("Talks", Participant(actor=first), Participant(actor=second))
    assert network(together(paper).dialogues, by_state=True).nodes is not None
    assert len(together(paper).dialogues.where(party="A", affiliates=True)) == 1


@given(datasets())
def test_a_network_has_no_loose_ends_and_no_order_of_documents(dataset: Dataset) -> None:
    found = network(dataset.transfers)
    keys = {node.key for node in found.nodes}
    assert keys == {key for link in found.links for key in (link.first, link.second)}
    assert all(1 <= link.weight <= len(link.records) for link in found.links)
    assert network(Dataset.of(reversed(dataset.records)).transfers) == found


def test_the_seeds_tie_korea_to_poland(dataset: Dataset) -> None:
    ties = {(link.first, link.relation, link.second) for link in network(dataset.transfers, by_state=True).links}
    assert ("state:KR", Relation.SUPPLIES, "state:PL") in ties
    dates = [m.date for m in timeline(dataset.transfers.where(recipient="NO")).moments]
    assert any(d.edtf == "2025-09" for d in dates)
