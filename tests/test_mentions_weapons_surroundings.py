"""Doubtful names of weapons that the words right beside them bear out, and those that they do not."""

from __future__ import annotations

import pytest
from weapon_notation import weapons_of

from kordef.mentions import find
from kordef.reading import read_text


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Norway chose the K9.", "k9"),
        ("Romania opted for the Abrams over the Leopard.", "m1"),
        ("Indonesia picked the FDI.", "fdi"),
        ("Denmark will buy the Reaper.", "mq-9"),
        ("Croatia settled on the Lynx for its army.", "lynx-kf41"),
        ("M109 deliveries to Chile begin in May.", "m109"),
        ("The Belgian army said the M109 would be replaced.", "m109"),
        ("A K9 costs ten million dollars, the Polish air force said.", "k9"),
        ("Romania's Abrams will be upgraded, the defence ministry said.", "m1"),
        ("Lithuania halted the Boxer deal, the defence ministry said.", "boxer"),
        ("Canada's M777s went to the front.", "m777"),
        ("Slovakia ordered 152 Lynxes.", "lynx-kf41"),
    ],
)
def test_who_chooses_or_has_it_bears_a_name_out(text: str, key: str) -> None:
    assert f"weapon:{key}" in {weapon.key for weapon in weapons_of(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Abrams said the party would fight on.",
        "Gen. Abrams told the Polish army to wait.",
        "Boxer dogs in Germany need exercise.",
        "China chose the Tiger as its mascot.",
        "India signed FDI deals with Japan.",
        "The K9 unit of the Swedish police joined the air force.",
        "Greece's Spartans fought the army of Persia.",
        "Britain's Tempest was over, the air force said.",
        "The Lynx returned to the zoo in Norway.",
        "Leopard print is back in fashion in France.",
    ],
)
def test_other_things_of_those_names_are_no_weapons(text: str) -> None:
    assert not weapons_of(text)


@pytest.mark.parametrize(
    ("text", "exact", "key"),
    [
        ("Vietnam bought 20 Vostok-E air search radars.", "Vostok-E air search radars", "x:vostok-e"),
        ("Vietnam received Vostok-E Air search radar.", "Vostok-E Air search radar", "x:vostok-e"),
        ("Syria lost Protivnik-G radars.", "Protivnik-G radars", "x:protivnik-g"),
    ],
)
def test_letters_mark_the_version_of_a_radar(text: str, exact: str, key: str) -> None:
    assert (exact, f"weapon:{key}") in {(weapon.exact, weapon.key) for weapon in weapons_of(text)}


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Sweden gives two ASC 890 aircraft.", "two ASC 890 aircraft"),
        ("Spain flies three NH 90 helicopters.", "three NH 90 helicopters"),
        ("They keep six AH 64 helicopters.", "six AH 64 helicopters"),
        ("Ukraine will get four ABC 12 launchers.", "four ABC 12 launchers"),
    ],
)
def test_a_code_with_a_blank_stands_within_what_is_counted(text: str, exact: str) -> None:
    assert exact in {value.exact for value in find(read_text("page.txt", text)).values}


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("India imported ten K9 Vajra 155mm/52 caliber guns.", "K9 Vajra 155mm/52 caliber guns"),
        ("India ordered K9 Vajra 155 mm/52 calibre howitzers.", "K9 Vajra 155 mm/52 calibre howitzers"),
        ("Norway ordered K9 155mm/52 calibre tracked howitzers.", "K9 155mm/52 calibre tracked howitzers"),
        ("Greece sold M109 155mm/39 calibre howitzers.", "M109 155mm/39 calibre howitzers"),
        ("Latvia bought Caesar 155 mm/52 calibre guns.", "Caesar 155 mm/52 calibre guns"),
    ],
)
def test_a_calibre_may_stand_between_a_name_and_its_noun(text: str, exact: str) -> None:
    assert [weapon.exact for weapon in weapons_of(text)] == [exact]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # abbreviated classes behind a name
        ("Its Ezugwu MRAPs are new.", ["Ezugwu MRAPs=x:ezugwu"]),
        ("They paraded the Nyoka APC.", ["Nyoka APC=x:nyoka"]),
        ("The army tests Lazika IFVs.", ["Lazika IFVs=x:lazika"]),
        ("The Navy UAVs flew home.", []),
        ("The Warsaw UAVs flew home.", []),
        # names with a hyphen
        ("It showed the Iti-Qovan loitering munition.", ["Iti-Qovan loitering munition=x:iti-qovan"]),
        ("They fired Al-Tariq missiles.", ["Al-Tariq missiles=x:al-tariq"]),
        ("The Cross-Border missiles fell.", []),
        ("The Franco-British missiles fell.", []),
        # two words and a number
        ("Morocco fires Sky Dragon 50 missiles.", ["Sky Dragon 50 missiles=x:sky-dragon-50"]),
        ("They showed Desert Viper 16 bombs.", []),
        # bought by a state
        ("Jordan bought the Saqr 3 drone.", ["Saqr 3 drone=x:saqr-3"]),
        ("The Saqr 3 drone filmed the wedding.", []),
        # called so
        ("The jammer, called Atesh, blinds them.", ["Atesh=x:atesh"]),
        ("The new missile, dubbed Flamingo, flew far.", ["Flamingo=flamingo"]),
        ("The ferry, dubbed Hope, sailed.", []),
        # a ship by what is said of it behind
        ("Mexico's ARM Reformador is a Sigma-class frigate.", ["ARM Reformador=x:arm-reformador", "Sigma-class frigate=sigma-class"]),
        ("The RSS Steadfast, a stealthy frigate, sailed.", ["RSS Steadfast=x:rss-steadfast"]),
        ("The ARM Cortex is a chip.", []),
        ("The SAS Institute is a firm.", []),
    ],
)  # fmt: skip
def test_names_that_only_their_form_and_neighbours_show(text: str, expected: list[str]) -> None:
    found = [w for w in weapons_of(text) if w.form == "name"]
    assert [f"{w.exact}={w.key.removeprefix('weapon:')}" for w in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Roman numbers of a model
        ("Chile took its first Escorpión IV vehicles.", ["Escorpión IV vehicles=x:escorpion"]),
        ("The army showed its Varda III systems.", ["Varda III systems=x:varda"]),
        ("World War II vehicles were shown.", []),
        ("The Phase II systems came.", []),
        # several in capitals
        ("SWEDEN SENDS CB90 BOATS AND GRIPENS TO UKRAINE", ["CB90 BOATS=cb90", "GRIPENS=jas-39"]),
        ("POLAND BUYS ABRAMS TANKS AND F-16S", ["ABRAMS TANKS=m1", "F-16S=f-16"]),
        ("OSLO EYES LEOPARDS AND PATRIOT MISSILES", ["LEOPARDS=leopard-2", "PATRIOT MISSILES=patriot"]),
        ("LEOPARDS ROAM THE NATIONAL PARK", []),
        # a model number before the short form of a class
        ("Egypt rolled out its Sina 200 APC.", ["Sina 200 APC=x:sina-200"]),
        ("Taiwan Wants 1800 Missiles", []),
        # several of a name beside a weapon that is sure
        ("Paraguay will arm its Tucanos with MAA-1 Piranha missiles.", ["Tucanos=emb-312", "MAA-1 Piranha missiles=x:maa-1"]),
        ("The Tucanos of the forest eat fruit.", []),
        # what only looks like a ship's name
        ("Invoice INV-2041, tender RFP-88 and lot L-12 were listed.", []),
        ("Motion M-102 and paragraph B-52 were read out.", []),
        # bombs are no aircraft
        ("They ordered Nuva P1 bombs.", ["Nuva P1 bombs=x:nuva-p1"]),
    ],
)  # fmt: skip
def test_numbers_of_a_model_and_several_of_a_name(text: str, expected: list[str]) -> None:
    found = [w for w in weapons_of(text) if w.form == "name"]
    assert [f"{w.exact}={w.key.removeprefix('weapon:')}" for w in found] == expected
