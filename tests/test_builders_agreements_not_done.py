"""Agreements that somebody hopes, refuses or is pressed to make are never told as made."""

from __future__ import annotations

import pytest
from framing import framed

from kordef.pipeline import extract
from kordef.reading import read_text
from kordef.records import Agreement

ACTS = (
    "sign a defence cooperation agreement with South Korea",
    "conclude a memorandum of understanding with South Korea on arms procurement",
    "enter into a military cooperation pact with South Korea",
    "finalise a security agreement with South Korea",
    "establish a strategic partnership with South Korea on defence",
    "agree a framework arrangement on defence with South Korea",
)
NOT_MADE = (
    "Spain hopes to {}.",
    "It is hoped that Spain will {}.",
    "Spain's plan to {} has stalled.",
    "Spain is considering whether to {}.",
    "Analysts say Spain should {}.",
    "If approved, Spain will {}.",
    "There is no plan for Spain to {}.",
    "Parliament rejected a plan to {}.",
    "Spain is under pressure to {}.",
    "Spain's readiness to {} is in doubt.",
    "Nobody believes that Spain will {}.",
    "Madrid's refusal to {} angered Seoul.",
    "Spain was about to {} when the government fell.",
    "Officials ruled out that Spain would {}.",
    "Spain was expected to {} last year but did not.",
    "Spain's bid to {} failed.",
    "Spain has yet to {}.",
    "Spain is trying to {}.",
    "Spain was unable to {}.",
    "Spain plans to {}.",
)


def _statuses(text: str) -> set[str]:
    found = extract(read_text("test.txt", text + "\n")).records
    return {str(r.status) for r in found if isinstance(r, Agreement)}


@pytest.mark.parametrize("frame", NOT_MADE)
def test_what_is_not_made(frame: str) -> None:
    made = {"signed", "in_force"}
    assert {text: found for act in ACTS if (found := _statuses(text := frame.format(act)) & made)} == {}


@pytest.mark.parametrize(
    "frame", ["Spain managed to {} in 2023.", "Spain was the first to {}.", "Spain went on to {}."]
)
def test_what_is_made(frame: str) -> None:
    assert all(_statuses(frame.format(act)) <= {"signed", "in_force"} and _statuses(frame.format(act)) for act in ACTS)


@pytest.mark.parametrize(
    "clause",
    [
        "provides the steps for concluding a framework agreement",
        "sets the path for negotiating a defence treaty",
        "opens the way towards signing a security agreement",
        "sets out the terms of negotiating a military cooperation pact",
        "fixes milestones for finalising a defence cooperation agreement",
    ],
)
def test_what_leads_to_a_further_agreement_is_made_itself(clause: str) -> None:
    text = f"Spain and South Korea signed a letter of intent on Monday that {clause}.\n"
    found = [r for r in extract(read_text("test.txt", text)).records if isinstance(r, Agreement)]
    letters = [str(r.status) for r in found if "letter" in r.name]
    assert letters == ["signed"]
    assert {str(r.status) for r in found if "letter" not in r.name} <= {"proposed", "negotiating"}


@pytest.mark.parametrize(
    "aim",
    [
        "have agreed to work together toward an early signing of a security pact",
        "agreed to work towards signing a security pact",
        "are working towards the signing of a security pact",
        "made progress towards concluding a defence cooperation agreement",
        "pledged to strive toward a swift signing of a memorandum of understanding on arms",
    ],
)
def test_what_is_only_worked_towards(aim: str) -> None:
    assert _statuses(f"The defence ministers of Japan and Peru {aim}.") & {"signed", "in_force"} == set()


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        ("the agreement to launch the talks", set()),
        ("the understanding that their navies should train together", set()),
        ("the agreement during their talks in Prague", set()),
        ("an agreement on defence cooperation during their talks in Prague", {"signed"}),
        ("a security pact during their talks in Prague", {"signed"}),
    ],
)
def test_what_people_only_agree_on(rest: str, found: set[str]) -> None:
    text = f"Norwegian Foreign Minister Ole Hansen and Czech Foreign Minister Jan Novak reached {rest}."
    assert _statuses(text) == found


NAMED = (
    "A defence cooperation agreement between Spain and South Korea",
    "Spain's memorandum of understanding with South Korea on arms",
    "A military pact between Spain and South Korea",
    "The security treaty between Spain and South Korea",
)


@pytest.mark.parametrize(
    "frame",
    [
        "{} was blocked.",
        "{} is being discussed.",
        "{} fell through.",
        "{} has been proposed.",
        "{} is unlikely.",
        "{} was rejected by parliament.",
        "{} is off the table.",
        "{} has been postponed.",
        "{} never came about.",
        "{} has been ruled out.",
        "{} is under negotiation.",
        "{} is no longer on the agenda.",
        "{} remains uncertain.",
        "Critics oppose {}.",
        "Doubts surround {}.",
        "Nothing came of {}.",
        "There are no plans for {}.",
    ],
)
def test_what_a_noun_names_and_is_not_made(frame: str) -> None:
    made = {"signed", "in_force"}
    texts = [framed(frame, n) for n in NAMED]
    assert {text: found for text in texts if (found := _statuses(text) & made)} == {}


@pytest.mark.parametrize("frame", ["{} binds both to this day.", "{} is in force.", "{} was signed in 2020."])
def test_what_a_noun_names_and_is_made(frame: str) -> None:
    assert all(_statuses(frame.format(n)) & {"signed", "in_force"} for n in NAMED)
