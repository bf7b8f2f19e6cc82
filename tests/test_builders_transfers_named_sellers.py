"""The seller that a sentence names wins over the origin of the goods; a group sells from where its firm makes them."""

from __future__ import annotations

import pytest
from transfer_reading import notes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway sold 25 Leopard 2 tanks to Germany.", "NO>DE signed: 25 Leopard 2"),
        ("Jordan sold eight F-16 jets to the United States.", "JO>US signed: 8 F-16 Fighting Falcon"),
        ("The United States bought eight F-16 jets from Jordan.", "JO>US signed: 8 F-16 Fighting Falcon"),
        ("Italy delivered six PzH 2000 howitzers to Germany.", "IT>DE delivered: 6 PzH 2000"),
        ("Australia sold two Adelaide-class frigates to Chile.", "AU>CL signed: 2 Adelaide class"),
        ("Qatar sold 12 Mirage 2000-5 fighters to Indonesia.", "QA>ID signed: 12 Mirage 2000-5"),
        ("Manila signed the acceptance of India's proposal to supply its BrahMos missile.", "IN>PH signed: BrahMos"),
        ("GDELS sold 36 Piranha V vehicles to Denmark.", "CH>DK signed: 36 Piranha V"),
        ("General Dynamics sold 36 Piranha V vehicles to Denmark.", "CH>DK signed: 36 Piranha V"),
        ("BAE Systems sold 152 CV90 vehicles to Slovakia.", "SE>SK signed: 152 CV90"),
        ("KNDS sold 18 Caesar howitzers to Denmark.", "FR>DK signed: 18 CAESAR"),
    ],
)
def test_the_named_seller_sells(text: str, expected: str) -> None:
    assert notes(text) == (expected,)
