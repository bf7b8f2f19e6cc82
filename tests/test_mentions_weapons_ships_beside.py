"""Ships that only the words beside their names show, and what stands there and is no ship."""

from __future__ import annotations

import pytest

from kordef.mentions import find


def ships(text: str) -> list[tuple[str, str | None]]:
    return [(w.exact, w.category) for w in find(text).weapons if w.form == "name"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lead ship, the Oostende, slid into the water last week.", ("Oostende", "minehunter")),
        ("The second frigate, the Almirante Juan, was launched at Ferrol.", ("Almirante Juan", "frigate")),
        ("Its newest submarine, the Drakon, dived for the first time off Kiel.", ("Drakon", "submarine")),
        ("Peter Willemoes, another Danish frigate, did likewise in 2017.", ("Peter Willemoes", "frigate")),
        ("Turkish forces sent Gokova, a frigate of the Gabya class.", ("Gokova", "frigate")),
        ("Oman has put Khassab, an offshore patrol vessel, to sea.", ("Khassab", "offshore patrol vessel")),
        ("Guests were HMCS Toronto and Denmark's Iver Huitfeldt (F361).", ("Iver Huitfeldt (F361)", "frigate")),
        ("The frigates came: on the pier lay Tromp (F803) and two tugs.", ("Tromp (F803)", "frigate")),
        ("Two submarines met, and Chile's Carrera (SS-22) came up for air.", ("Carrera (SS-22)", "submarine")),
        ("The corvette Kiltan sailed with her sister Kadmatt.", ("Kadmatt", "corvette")),
        (
            "The patrol boat Puamau is new; her sister ship Savenaca was given in 2020.",
            ("ship Savenaca", "patrol boat"),
        ),
    ],
)
def test_a_ship_beside_its_noun(text: str, expected: tuple[str, str]) -> None:
    assert expected in ships(text)


@pytest.mark.parametrize(
    "text",
    [
        "The first of the class, a corvette, the Navy said, will sail in May.",
        "The ship, the Ministry said, was lost.",
        "Admiral Peter Jones, a frigate captain, said so.",
        "Navantia, a frigate builder, won the order.",
        "Nordic Yards, the frigate's builder, closed.",
        "Piotr Nowak, a submarine officer, won.",
        "Marines land in Lapland, a frigate in Busan.",
        "Between the submarine, the Baltic Sea, and the coast lay a mile.",
        "On the M1 (A12) road the convoy stopped.",
        "She came with her sister Anna.",
    ],
)
def test_no_ship(text: str) -> None:
    assert ships(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Washington announces one Patriot battery for Ukraine.",
        "Two Patriot batteries stand near Rzeszow.",
        "Berlin sends a Patriot launcher.",
        "The Kuwaiti bid for Boxers lapsed in 2019.",
        "Ukraine has been given Caesars by France.",
    ],
)
def test_a_name_that_other_things_have_is_proved_by_its_battery_or_its_buyer(text: str) -> None:
    assert len(ships(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The Boxers of Ghana won two medals.",
        "A patriot battery of speeches followed.",
        "Eagles are sold to zoos in France.",
        "The Lynx battery of her car was flat.",
    ],
)
def test_a_name_that_nothing_proves(text: str) -> None:
    assert ships(text) == []
