"""Weapons by the noun of their class in lists and entries, and firms with names that mean other things as well."""

from __future__ import annotations

import pytest

from kordef.catalogue import load
from kordef.mentions import find
from kordef.mentions.actors.finder import annotation_actors
from kordef.mentions.weapons.finder import annotation_weapons
from kordef.reading import read_text

FRAME = "Aid in brief\n\nThe Leopard 2 was spoken of first.\n\n{}\n\nMore will follow.\n"


def named(text: str, frame: str = FRAME) -> set[str]:
    """What the annotation has of a text, without the frame's own weapon."""
    mentions = find(read_text("entries", frame.format(text)), load())
    return {line["quote"] for line in annotation_weapons(mentions)} - {"Leopard 2"}


def states(text: str) -> set[str]:
    mentions = find(read_text("entries", FRAME.format(text)), load())
    return {line["quote"] for line in annotation_actors(mentions) if line["kind"] == "state"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mainly ethnic Albanian town is quiet.", set()),
        ("Many ethnic Hungarians live there.", set()),
        ("The Albanian town is quiet.", {"Albanian"}),
        ("The envoy was leaving for Tokyo on Monday.", set()),
        ("He headed for Warsaw after the talks.", set()),
        ("It is a good deal for Tokyo, officials said.", {"Tokyo"}),
    ],
)
def test_peoples_and_goals_of_journeys_are_no_states(text: str, expected: set[str]) -> None:
    assert states(text) == expected


def firms(text: str) -> set[str]:
    mentions = find(read_text("entries", FRAME.format(text)), load())
    return {line["quote"] for line in annotation_actors(mentions) if line["kind"] == "company"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Entries of a list, counted
        ("From army stores: 31 howitzers, 60 mortars, four helicopters, 12 bridge layers.", {"howitzers", "mortars", "helicopters", "bridge layers"}),
        ("The tally is three frigates, eleven corvettes and 40 patrol boats.", {"frigates", "corvettes", "patrol boats"}),
        ("- 2021: 14 drones, EUR 2.1 million.\n- 2022: trucks.", {"drones"}),
        ("- Spring 2023: 9 helicopters; no price given.\n- Autumn: nothing.", {"helicopters"}),
        # Ammunition that another noun counts
        ("The order covers 4,000 rounds of 105 mm ammunition.", {"105 mm ammunition"}),
        ("The package has 900 rounds of artillery ammunition.", {"artillery ammunition"}),
        # What has been paid for
        ("Some 80,000 artillery shells for Kyiv have been paid for.", {"artillery shells"}),
        ("Another 12 corvettes are now financed.", {"corvettes"}),
        # Weapons of which a state is said to have the use
        ("Minsk changed its doctrine on the use of nuclear weapons.", {"nuclear weapons"}),
        ("France would use chemical weapons in no war.", {"chemical weapons"}),
        ("Pyongyang said that it had tested a hydrogen bomb.", {"hydrogen bomb"}),
        # By form
        ("Bucharest lent two Sky Seeker radars.", {"Sky Seeker radars"}),
        ("Tallinn ordered 12 Hornbeam rifles.", {"Hornbeam rifles"}),
        ("The first of 17 QM-70 EX bridge layers left the hall.", {"QM-70 EX bridge layers"}),
        ("They want the CTM-41 ER missile.", {"CTM-41 ER missile"}),
        ("Gdynia got three Skarbnik II minehunters.", {"Skarbnik II minehunters"}),
        # A ship by its navy
        ("The Italian navy's Carabiniere left on Monday. On the way the frigate will call at Cochin.", {"Carabiniere"}),
        ("A visit by the Chilean navy's Lynch ended. In port the frigate was open to visitors.", {"Lynch"}),
    ],
)  # fmt: skip
def test_classes_and_forms_that_are_weapons(text: str, expected: set[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # Only what is left out
        "Small arms and most munitions are left out of what Oslo delivered.",
        "Trucks and drones are not included in the contract.",
        # A noun that takes up what has been named
        "Berlin was slow to send the armoured vehicles.",
        "Kyiv has asked Warsaw to supply those vehicles.",
        # A noun that says what a weapon is
        "Leopard 2s are heavy main battle tanks sold by Germany.",
        # Two are no list, and a sum stands elsewhere
        "The poem speaks of two mortars and ten mines.",
        "The use of nuclear weapons is a theme of the novel.",
        "The navy's Chief said that the frigate had sailed.",
    ],
)
def test_classes_that_are_no_item(text: str) -> None:
    assert named(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Seahawks stun the league with a late rally after three tanks of beer and 40 rounds of drinks.",
        "In the game players get 12 tanks, 8 helicopters and 40 rifles.",
        "Two Doppler radars watch the weather.",
        "Ports took in 400 tractors, 38 tanks of gas, five aircraft and 12 trucks.",
        "- 2022: 14 drones, EUR 900.",
        "The Agni temple sold Keiler cakes, Novator sweets and Varta batteries.",
        "World War II tanks stand in the park.",
        "He drank the first 40 rounds of beer, which have been paid for.",
    ],
)
def test_other_texts_gain_no_weapons(text: str) -> None:
    assert named(text, "Notes of the week\n\n{}\n\nMore will follow.\n") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boat was built in Germany by HDW in 1993.", {"HDW"}),
        ("Lisbon placed an order for two tankers from STM in December.", {"STM"}),
        ("The maker is part of the CSG group.", {"CSG"}),
        ("They are assembled at the Patria Latvia plant.", {"Patria"}),
        ("Patria's factory in Tampere is full.", {"Patria"}),
        ("Hanwha Aerospace waits. ERA sold some to a customer in Asia.", {"Hanwha Aerospace", "ERA"}),
        ("Two were bought last year from PAC under a loan.", {"PAC"}),
        # Near-misses
        ("The ERA of cheap guns is over.", set()),
        ("Ambassador Anatoly Antonov said so.", set()),
        ("STM teachers met in a school.", set()),
        ("A film called Patria was shown.", set()),
    ],
)  # fmt: skip
def test_firms_with_doubtful_names(text: str, expected: set[str]) -> None:
    assert firms(text) == expected
