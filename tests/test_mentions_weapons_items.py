"""Which classes without a name are what changes hands, and which are spoken of in passing."""

from __future__ import annotations

import pytest
from weapon_notation import weapons_of


def items_of(text: str) -> list[str]:
    return [weapon.exact for weapon in weapons_of(text) if weapon.item]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Neither tanks nor howitzers were sent to Kyiv by the army.", []),
        ("No missiles were delivered to the navy by the frigate yard.", []),
        ("The navy has not received any torpedoes or sea mines for its submarines.", []),
        ("The ministry bought 44 Patriot launchers, with missiles and related equipment.", []),
        ("Poland ordered K2 tanks together with ammunition, training and logistics.", []),
        ("Oslo sold anti-ship missiles for Danish frigates.", ["anti-ship missiles"]),
        ("Sweden gave tanks and howitzers to Ukraine.", ["tanks", "howitzers"]),
        ("Berlin sent Kyiv howitzers with ammunition for a month.", ["howitzers", "ammunition"]),
        ("Seoul sold 12 frigates to Manila; no other state buys warships there.", ["frigates"]),
        ("Ankara delivered two corvettes to Kyiv. It is the first sale of naval vessels to Ukraine.", ["corvettes"]),
        ("A Korean destroyer and two Danish frigates called at Busan.", ["destroyer", "frigates"]),
    ],
)
def test_a_class_in_passing_is_no_item(text: str, items: list[str]) -> None:
    assert items_of(text) == items


def test_a_headline_leaves_the_item_to_the_text() -> None:
    frame = "Tokyo gives radars, not loans\n\n{}\n"
    found = [
        w for w in weapons_of("Five coastal surveillance radars were given to the Philippine Navy.", frame) if w.item
    ]
    assert [weapon.start > len("Tokyo gives radars") for weapon in found] == [True]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Two frigates were in port while the ministry ordered new radars.", ["radars"]),
        ("The tanks of the brigade were moved, although the army has bought howitzers.", ["howitzers"]),
        ("The ministry ordered 672 howitzers and 60 tanks.", ["howitzers", "tanks"]),
        ("Peru's army is negotiating with China over tanks, and a howitzer is for show.", ["tanks"]),
        ("Talks with Ankara about attack helicopters are under way.", ["attack helicopters"]),
        ("Haggling with Seoul over howitzers goes on.", ["howitzers"]),
        ("Talks in the shadow of tanks and howitzers went badly.", []),
        (
            "Canada donated eight main battle tanks and one armoured recovery vehicle.",
            ["main battle tanks", "armoured recovery vehicle"],
        ),
        ("The army sent 155mm and 105mm artillery rounds.", ["155mm and 105mm artillery rounds"]),
    ],
)
def test_a_class_is_linked_with_its_deal(text: str, items: list[str]) -> None:
    assert items_of(text) == items


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Monday 31 Bradleys stood on the quay. A brigade of the army brought them.", ["Bradleys"]),
        ("Pilots of the air force flew three Hawks over the parade.", ["Hawks"]),
        ("Eleven Chinooks landed at dawn; troops of the battalion got out.", ["Chinooks"]),
        ("The 31 Bradleys of the family tree are all cousins; one served in the army.", []),
        ("Four Tigers were injured in the league match before soldiers of the army.", []),
    ],
)
def test_several_of_a_name_are_counted_among_forces(text: str, names: list[str]) -> None:
    assert [weapon.exact for weapon in weapons_of(text)] == names


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The Emirates keep the HAWK and Patriot systems of their air defence.", ["weapon:hawk-sam", "weapon:patriot"]),
        ("HMAS Stirling, the naval base near Perth, is being widened.", []),
        ("HMS Drake, a shore establishment, was open to visitors.", []),
        ("HMAS Perth, the frigate, is at sea.", ["weapon:x:hmas-perth"]),
        ("KNM Roald Amundsen is back at Haakonsvern.", ["weapon:x:knm-roald-amundsen"]),
        ("The crude carrier Delta Atlantica passed the strait.", []),
        ("The LNG carrier Gaslog Skagen passed the strait.", []),
        ("The carrier Cavour passed the strait.", ["weapon:x:cavour"]),
    ],
)
def test_ships_are_none_of_trade_and_no_bases(text: str, keys: list[str]) -> None:
    assert [weapon.key for weapon in weapons_of(text)] == keys


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Critics say tanks are useless where drones rule, and that frigates were bought in vain.", ["frigates"]),
        ("The treaty bans the export of cluster munitions to states at war.", []),
        ("Berlin forbids the sale of tanks to that army.", []),
        ("Thales will supply sonars for the frigates of the Dutch navy.", ["sonars"]),
        ("Thales will supply sonars and two frigates to the Dutch navy.", ["sonars", "frigates"]),
        ("Sweden gives armoured carriers to Kyiv's army.", ["armoured carriers"]),
    ],
)
def test_what_is_banned_or_fitted_is_no_item(text: str, items: list[str]) -> None:
    assert items_of(text) == items


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Germany has not replaced the Hessen; a frigate from Italy leads.", ["weapon:x:hessen"]),
        ("Belgium's Crocus and a minehunter from Estonia swept the bay.", ["weapon:x:crocus"]),
        ("Spain is lending the Méndez Núñez to the frigates of the group.", ["weapon:x:mendez-nunez"]),
        ("Portugal's Bartolomeu Dias met two frigates.", ["weapon:x:bartolomeu-dias"]),
        (
            "The Type 26 frigates Glasgow and Cardiff are on the Clyde.",
            ["weapon:type-26", "weapon:x:glasgow", "weapon:x:cardiff"],
        ),
        ("The Type 26 frigates were built on the Clyde.", ["weapon:type-26"]),
        ("The frigates will be built near Germany's Hamburg.", []),
        ("Voters in Hessen went to the polls; a frigate was christened.", []),
        ("The Lobelia in the garden flowers all summer.", []),
    ],
)
def test_known_ships_need_no_prefix_among_ships(text: str, keys: list[str]) -> None:
    assert [weapon.key for weapon in weapons_of(text) if weapon.form == "name"] == keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (
            "The brigade lost nine Leopards and three Marders in the counter-offensive.",
            ["weapon:leopard-2", "weapon:marder"],
        ),
        ("Two Hercules of the air force brought the aid, said pilots.", ["weapon:c-130"]),
        ("Riyadh keeps its Hawks and Patriots for air defence, its army said.", ["weapon:hawk-sam", "weapon:patriot"]),
        ("Pilots of the air force flew three Hawks.", ["weapon:hawk-trainer"]),
        ("A keeper counted three Hawks and two Eagles over the hill.", []),
        ("The Tigers and Lions meet on Sunday in Detroit.", []),
    ],
)
def test_namesakes_are_told_apart_by_their_surroundings(text: str, keys: list[str]) -> None:
    assert [weapon.key for weapon in weapons_of(text)] == keys
