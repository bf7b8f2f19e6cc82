"""What somebody hopes, fails, refuses or is pressed to do is never told as done, whatever the deal and the words for it."""

from __future__ import annotations

from itertools import product

import pytest
from transfer_reading import read

BUYS = (
    "buy 30 K9s from South Korea",
    "order 30 K9s from South Korea",
    "award South Korea a contract for 30 K9s",
    "sign a contract for 30 K9s with South Korea",
    "take delivery of 30 K9s from South Korea",
    "acquire 30 K9s from South Korea for $500 million",
    "select the K9 from South Korea",
)
NOT_BOUGHT = (
    "Spain hopes to {}.",
    "It is hoped that Spain will {}.",
    "Spain's plan to {} has stalled.",
    "Spain is considering whether to {}.",
    "Analysts say Spain should {}.",
    "If approved, Spain will {}.",
    "Spain would {} if parliament agreed.",
    "There is no plan for Spain to {}.",
    "Spain denied that it had decided to {}.",
    "Parliament rejected a plan to {}.",
    "Spain is under pressure to {}.",
    "Spain was asked to {}.",
    "Spain's readiness to {} is in doubt.",
    "Nobody believes that Spain will {}.",
    "Spain was forced to abandon plans to {}.",
    "Madrid's refusal to {} angered Seoul.",
    "Spain was about to {} when the government fell.",
    "Spain never got round to deciding to {}.",
    "Officials ruled out that Spain would {}.",
    "Spain is said to be interested to {}.",
    "Seoul has urged Spain to {}.",
    "Spain was expected to {} last year but did not.",
    "Had it had the money, Spain would have wanted to {}.",
    "Spain's bid to {} failed.",
    "South Korea is lobbying Spain to {}.",
    "It would be a mistake for Spain to {}.",
    "It is too early to say whether Spain will {}.",
)
STRIVES = (
    "hopes to",
    "is seeking to",
    "is trying to",
    "wants to",
    "aims to",
    "is working to",
    "is looking to",
    "is keen to",
    "is preparing to",
    "has yet to",
    "failed to",
    "was unable to",
    "is poised to",
    "intends to",
    "has been struggling to",
)
SEALS = (
    "close",
    "sign",
    "finalise",
    "wrap up",
    "conclude",
    "seal",
    "secure",
    "win",
    "clinch",
    "ink",
    "strike",
    "reach",
)
DONE = frozenset(["signed", "selected", "delivering", "delivered", "donated", "in_service"])


def done(text: str) -> list[str]:
    return [str(t.stage) for t in read(text)[1] if str(t.stage) in DONE]


OFFERS = (
    "Hanwha Ocean announced that it had added a finance deal to its bid to sell submarines to Poland.",
    "Hanwha has added a financing agreement to its offer to sell submarines to Poland.",
    "Hanwha backed its proposal to supply Poland with three submarines by a finance deal.",
    "A finance agreement supports Hanwha's campaign to sell Poland three submarines.",
    "The bank deal is part of Hanwha's efforts to sell Poland three submarines.",
)


@pytest.mark.parametrize("text", OFFERS)
def test_what_is_offered_is_not_sold(text: str) -> None:
    assert done(text) == []


def test_a_bid_that_is_won() -> None:
    assert done("Hanwha won the bid to supply Norway with 24 K9 howitzers.") == ["signed"]


@pytest.mark.parametrize("frame", NOT_BOUGHT)
def test_a_purchase_that_is_not_made(frame: str) -> None:
    assert {text: found for act in BUYS if (found := done(text := frame.format(act)))} == {}


@pytest.mark.parametrize("how", STRIVES)
def test_a_contract_that_is_not_sealed(how: str) -> None:
    texts = [f"South Korea {how} {act} a deal to sell 30 K9s to Spain." for act in SEALS]
    assert {text: found for text in texts if (found := done(text))} == {}


@pytest.mark.parametrize(
    ("how", "act"),
    list(
        product(
            (
                "managed to",
                "went on to",
                "was the first country to",
                "rushed to",
                "was forced to",
                "proceeded to",
                "turned to Seoul to",
                "signed a deal with Korean companies to",
            ),
            ("buy 30 K9s from South Korea", "order 30 K9s from South Korea"),
        )
    ),
)
def test_what_was_done_stays_done(how: str, act: str) -> None:
    assert done(f"Spain {how} {act}.") == ["signed"]
