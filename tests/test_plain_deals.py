"""Deals in the plain sentences of news: ways of telling a deal, put together with sellers, buyers, goods and sums."""

from __future__ import annotations

import random
from itertools import product

import pytest
from transfer_reading import notes, read

TOLD = """
{S} signed a {P} contract with {B} for {G}.
{S} signed a contract with {B} for {G} worth {P}.
{S} signed a {P} deal to supply {G} to {B}.
{S} won a {P} order for {G} from {B}.
{S} won a contract from {B} to deliver {G} for {P}.
{S} has sold {G} to {B} for {P}.
{S} sold {B} {G} for {P}.
{S} will supply {G} to {B} under a {P} contract.
{S} will deliver {G} to {B} in a deal worth {P}.
{S} is to provide {B} with {G} for {P}.
{S} agreed to sell {G} to {B} for {P}.
{S} clinched a {P} deal with {B} for {G}.
{S} secured a {P} contract to export {G} to {B}.
{S} landed an order worth {P} from {B} for {G}.
{S} has been awarded a {P} contract by {B} for {G}.
{S} was selected by {B} to supply {G} for {P}.
{S} exported {G} to {B} for {P}.
{S} announced a {P} contract with {B} for {G}.
{S} is expected to sign a {P} contract with {B} for {G}.
{B} signed a {P} contract with {S} for {G}.
{B} ordered {G} from {S} for {P}.
{B} has ordered {G} worth {P} from {S}.
{B} bought {G} from {S} for {P}.
{B} placed a {P} order with {S} for {G}.
{B} will buy {G} from {S} for {P}.
{B} will pay {P} for {G} from {S}.
{B} purchased {G} from {S} at a cost of {P}.
{B} awarded {S} a {P} contract for {G}.
{B} acquired {G} from {S} in a {P} deal.
{B} decided to buy {G} from {S} for {P}.
{B} approved the purchase of {G} from {S} for {P}.
{B} struck a {P} deal with {S} to buy {G}.
{B} is in talks with {S} to buy {G} for {P}.
{B} plans to buy {G} from {S} for {P}.
{B} cancelled a {P} contract with {S} for {G}.
A {P} contract for {G} was signed between {B} and {S}.
A contract for {G}, worth {P}, was signed by {B} and {S}.
The {P} contract between {S} and {B} covers {G}.
Under the {P} contract, {S} will deliver {G} to {B}.
Under a contract worth {P}, {B} will receive {G} from {S}.
{S}'s {P} contract with {B} is for {G}.
{G} will be delivered to {B} by {S} under a {P} contract.
In a {P} deal, {S} sold {G} to {B}.
The {P} deal will see {S} supply {B} with {G}.
{S} said on Monday it had signed a {P} contract with {B} for {G}.
{B} and {S} are negotiating a {P} contract for {G}.
""".strip().splitlines()
SELLERS = ("Hanwha Aerospace", "KAI", "Hyundai Rotem", "South Korea's LIG Nex1")
BUYERS = {
    "Romania": "RO",
    "Norway's army": "NO",
    "the Philippines": "PH",
    "the UAE": "AE",
    "Warsaw": "PL",
    "Estonia": "EE",
}
GOODS = (
    "54 K9 howitzers",
    "12 FA-50 jets",
    "air defence systems",
    "two frigates",
    "48 light combat aircraft",
    "ammunition",
)
SUMS = ("$920 million", "€1.2 billion", "3.4 trillion won", "more than $2 billion")
ENOUGH = 0.97


def test_plain_sentences_tell_their_deals() -> None:
    every = list(product(TOLD, SELLERS, BUYERS, GOODS, SUMS))
    missed: list[str] = []
    chosen = random.Random(1).sample(every, 400)
    for told, seller, buyer, goods, cost in chosen:
        text = told.format(S=seller, B=buyer, G=goods, P=cost)
        text = text[0].upper() + text[1:]
        page, found = read(text)
        states = {actor.id: actor.code for actor in page.actors.values()}
        sides = [
            (states.get(r.supplier or ""), states.get(r.recipient or ""), bool(r.items), r.value is not None)
            for r in found
        ]
        if sides != [("KR", BUYERS[buyer], True, True)]:
            missed.append(f"{text} {sides}")
    assert len(missed) <= (1 - ENOUGH) * len(chosen), "\n".join(missed)


@pytest.mark.parametrize(
    "text",
    [
        "Hanwha Aerospace has signed a contract with Romania. The deal, worth $920 million, covers 54 K9 howitzers.",
        "Hanwha Aerospace has signed a contract with Romania. The $920 million deal covers 54 K9 howitzers.",
        "Romania signed a contract with Hanwha Aerospace. The deal includes 54 K9 howitzers and is worth $920 million.",
        "Hanwha Aerospace has signed a contract with Romania. The contract, valued at $920 million, covers 54 K9 howitzers.",
    ],
)
def test_parties_first_and_goods_behind(text: str) -> None:
    assert notes(text) == ("KR>RO signed: 54 K9 Thunder = USD 920000000",)


@pytest.mark.parametrize(
    "text",
    [
        "Hanwha Aerospace has signed a contract with Romania. The company also makes 54 K9 howitzers a year.",
        "Hanwha Aerospace has signed a contract with Romania.",
        "Hanwha Aerospace has signed no contract with Romania. A deal worth $920 million would cover 54 K9 howitzers.",
    ],
)
def test_parties_alone_make_no_deal(text: str) -> None:
    assert [n for n in notes(text) if "signed" in n] == []
