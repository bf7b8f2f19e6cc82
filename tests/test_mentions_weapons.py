"""Weapons: designations, names, class nouns and ships, construction by construction."""

from __future__ import annotations

import pytest
from weapon_notation import weapons_of

from kordef.mentions.model import Mentions, WeaponMention
from kordef.mentions.weapons.finder import annotation_weapons


def only(text: str) -> WeaponMention:
    (found,) = weapons_of(text)
    return found


def annotated(text: str) -> list[str]:
    return [line["quote"] for line in annotation_weapons(Mentions(weapons=weapons_of(text)))]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("They fly the FA-50 jet.", "weapon:fa-50"),
        ("They fly the FA50 jet.", "weapon:fa-50"),
        ("They fly the FA 50 jet.", "weapon:fa-50"),
        ("They fly the FA‑50 jet.", "weapon:fa-50"),
        ("They use the K-9 howitzer.", "weapon:k9"),
        ("They use the K9 howitzer.", "weapon:k9"),
        ("They use the PzH2000 howitzer.", "weapon:pzh-2000"),
        ("They use the PzH 2000 howitzer.", "weapon:pzh-2000"),
        ("They use the Homar K launcher.", "weapon:homar-k"),
        ("They use the HIMARS.", "weapon:m142"),
        ("They use the Himars.", "weapon:m142"),
        ("They use the Fırtına howitzer.", "weapon:t-155-firtina"),
        ("They use the Firtina howitzer.", "weapon:t-155-firtina"),
    ],
)
def test_hyphens_blanks_and_diacritics_do_not_matter(text: str, key: str) -> None:
    assert only(text).key == key


@pytest.mark.parametrize(
    ("text", "exact", "key"),
    [
        ("Poland bought K9s and tanks.", "K9s", "weapon:k9"),
        ("They fly 36 FA-50PLs now.", "FA-50PLs", "weapon:fa-50pl"),
        ("The first PzH 2000s arrived.", "PzH 2000s", "weapon:pzh-2000"),
        ("Australia ordered 129 Redbacks.", "Redbacks", "weapon:as21"),
        ("The last MiG-29s left.", "MiG-29s", "weapon:mig-29"),
        ("Six F-15Ks took part.", "F-15Ks", "weapon:f-15k"),
        ("Krabs and other howitzers fired.", "Krabs", "weapon:krab"),
    ],
)
def test_plurals(text: str, exact: str, key: str) -> None:
    found = next(weapon for weapon in weapons_of(text) if weapon.exact == exact)
    assert (found.key, found.plural) == (key, True)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("K9, K9A1 and K9PL howitzers differ.", ["weapon:k9", "weapon:k9a1", "weapon:k9pl"]),
        ("The FA-50GF became an FA-50PL.", ["weapon:fa-50gf", "weapon:fa-50pl"]),
        ("The K2, the K2GF and the K2PL tanks differ.", ["weapon:k2", "weapon:k2gf", "weapon:k2pl"]),
        ("The F-35 and the F-35A aircraft differ.", ["weapon:f-35", "weapon:f-35a"]),
        ("M1A1 and M1A2 tanks differ.", ["weapon:m1a1", "weapon:m1a2"]),
        ("The Leopard 2A4 and Leopard 2A8 tanks differ.", ["weapon:leopard-2a4", "weapon:leopard-2a8"]),
    ],
)
def test_variants_are_weapons_of_their_own(text: str, keys: list[str]) -> None:
    assert [weapon.key for weapon in weapons_of(text)] == keys


@pytest.mark.parametrize(
    ("text", "exact", "category"),
    [
        ("They bought K9 self-propelled howitzers.", "K9 self-propelled howitzers", "self-propelled howitzer"),
        (
            "They bought K10 ammunition resupply vehicles.",
            "K10 ammunition resupply vehicles",
            "ammunition resupply vehicle",
        ),
        ("They bought K2 Black Panther tanks.", "K2 Black Panther tanks", "tank"),
        ("They bought FA-50 light combat aircraft.", "FA-50 light combat aircraft", "light combat aircraft"),
        (
            "They bought AS21 Redback infantry fighting vehicles.",
            "AS21 Redback infantry fighting vehicles",
            "infantry fighting vehicle",
        ),
        ("They bought CH-47F Chinook helicopters.", "CH-47F Chinook helicopters", "helicopter"),
        ("They bought ATACMS missiles.", "ATACMS missiles", "missile"),
        ("They bought M1A2 SEPv3 Abrams main battle tanks.", "M1A2 SEPv3 Abrams main battle tanks", "main battle tank"),
        ("They bought F126 frigates.", "F126 frigates", "frigate"),
        ("They bought Patriot air-defence systems.", "Patriot air-defence systems", "air-defence system"),
        ("They bought Patriot air defense systems.", "Patriot air defense systems", "air defense system"),
    ],
)
def test_the_class_noun_behind_belongs_to_the_mention(text: str, exact: str, category: str) -> None:
    found = only(text)
    assert (found.exact, found.category, found.category_stated) == (exact, category, True)


@pytest.mark.parametrize(
    ("text", "exact", "category"),
    [
        ("They bought the Chiron, a portable surface-to-air missile.", "Chiron", "portable surface-to-air missile"),
        ("They bought the Krab, a Polish howitzer.", "Krab", "howitzer"),
        ("They bought the main battle tank K2.", "main battle tank K2", "main battle tank"),
        ("They fired the missile CTM-290.", "missile CTM-290", "missile"),
        ("They bought the howitzer, the K9, in May.", "K9", "howitzer"),
        ("They bought GMARS, a truck-mounted rocket launcher.", "GMARS", "rocket launcher"),
    ],
)
def test_the_class_noun_may_stand_before_or_in_apposition(text: str, exact: str, category: str) -> None:
    found = only(text)
    assert (found.exact, found.category) == (exact, category)
    assert found.category_span is not None


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("They ordered 116 M1A1 and 250 M1A2 Abrams tanks.", "tank"),
        ("They ordered K2 and Leopard 2A8 main battle tanks.", "main battle tank"),
        ("They ordered K9, PzH 2000 and Krab howitzers.", "howitzer"),
        ("They ordered XK-5 and XK-7 rocket launchers.", "rocket launcher"),
        ("They ordered F-16 or F-35 fighter jets.", "fighter jet"),
        ("They ordered Piorun, Stinger and Mistral missiles.", "missile"),
    ],
)
def test_a_list_shares_its_noun(text: str, category: str) -> None:
    found = weapons_of(text)
    assert len(found) >= 2
    assert {weapon.category for weapon in found} == {category}


def test_a_list_does_not_share_a_noun_that_contradicts_the_catalogue() -> None:
    howitzer, carrier = weapons_of("They ordered K9 and K10 ammunition vehicles.")
    assert (howitzer.category, carrier.category) == ("self-propelled howitzer", "ammunition vehicle")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The K239 Chunmoo fired. Chunmoo is fast.", "weapon:k239"),
        ("The K9 Thunder fired. A K9 was hit.", "weapon:k9"),
        ("The Cheongung-II, also called M-SAM II, fired.", "weapon:m-sam-ii"),
        ("The M142 HIMARS fired; HIMARS launchers are few.", "weapon:m142"),
        ("The AS21 Redback fired, and the Redback won.", "weapon:as21"),
        ("The KP-SAM Chiron fired. Chiron missiles are light.", "weapon:kp-sam"),
    ],
)
def test_two_names_of_one_weapon_have_one_key(text: str, key: str) -> None:
    assert {weapon.key for weapon in weapons_of(text)} == {key}


def test_a_name_alone_stands_for_the_variant_that_the_text_has() -> None:
    variant, short = weapons_of("Poland ordered M1A1 Abrams tanks. The Abrams are heavy.")
    assert (short.key, short.form) == (variant.key, "short")


# Unknown to the catalogue


@pytest.mark.parametrize(
    ("text", "key", "category"),
    [
        ("They ordered QX-77 loitering munitions.", "weapon:x:qx-77", "loitering munition"),
        ("They ordered ZR-14A Falchion corvettes.", "weapon:x:zr-14a", "corvette"),
        ("They ordered the howitzer TG-200.", "weapon:x:tg-200", "howitzer"),
        ("They ordered Type 77 frigates.", "weapon:x:type-77", "frigate"),
        ("They ordered CV9055MkV infantry fighting vehicles.", "weapon:x:cv9055mkv", "infantry fighting vehicle"),
        ("They ordered Brumbar howitzers.", "weapon:x:brumbar", "howitzer"),
        ("They ordered Storm Falcon missiles.", "weapon:x:storm-falcon", "missile"),
        ("They fired a missile called Skorvaldur.", "weapon:x:skorvaldur", "missile"),
        ("They ordered a howitzer dubbed Havoc.", "weapon:x:havoc", "howitzer"),
        ("They ordered F-35D aircraft.", "weapon:x:f-35d", "aircraft"),
    ],
)
def test_form_and_noun_show_an_unknown_weapon(text: str, key: str, category: str) -> None:
    found = only(text)
    assert (found.key, found.category) == (key, category)
    assert found.inferred


@pytest.mark.parametrize(
    "text",
    [
        "Polish howitzers fired, and German frigates sailed.",
        "Hanwha howitzers and Rheinmetall tanks fired.",
        "Navy frigates and Army helicopters took part.",
        "Soviet tanks, Western missiles and European howitzers differ.",
        "New howitzers arrived. These frigates are old.",
        "Block 20 aircraft and Phase 3 missiles are late.",
        "On March 7 tanks rolled in; in May howitzers followed.",
        "NATO frigates and EU howitzers are few.",
        "Boeing 737 aircraft and Airbus A380 aircraft are civil.",
    ],
)
def test_what_is_no_name_before_a_class_noun(text: str) -> None:
    assert [weapon for weapon in weapons_of(text) if weapon.form == "name"] == []


# Ships


@pytest.mark.parametrize(
    ("text", "exact", "name", "category"),
    [
        ("The frigate Baden-Württemberg called.", "frigate Baden-Württemberg", "Baden-Württemberg", "frigate"),
        (
            "The replenishment ship Frankfurt am Main called.",
            "replenishment ship Frankfurt am Main",
            "Frankfurt am Main",
            "replenishment ship",
        ),
        ("HMS Spey called.", "HMS Spey", "HMS Spey", "naval vessel"),
        ("ROKS Munmu the Great called.", "ROKS Munmu the Great", "ROKS Munmu the Great", "destroyer"),
        ("The destroyer Sydney called.", "destroyer Sydney", "Sydney", "destroyer"),
        (
            "The carrier Theodore Roosevelt called.",
            "carrier Theodore Roosevelt",
            "Theodore Roosevelt",
            "aircraft carrier",
        ),
        (
            "The patrol ship Raimondo Montecuccoli called.",
            "patrol ship Raimondo Montecuccoli",
            "Raimondo Montecuccoli",
            "patrol ship",
        ),
        ("The frigate HMAS Toowoomba called.", "frigate HMAS Toowoomba", "HMAS Toowoomba", "frigate"),
        ("The corvette 'Kaszub' called.", "corvette 'Kaszub'", "Kaszub", "corvette"),
        ("The Royal Navy's HMS Tamar, a patrol ship, called.", "HMS Tamar", "HMS Tamar", "patrol ship"),
        ("The submarine Dosan Ahn Chang-ho called.", "submarine Dosan Ahn Chang-ho", "Dosan Ahn Chang-ho", "submarine"),
    ],
)
def test_ships_with_a_name(text: str, exact: str, name: str, category: str) -> None:
    found = only(text)
    assert (found.exact.rstrip("'"), found.name, found.category) == (exact.rstrip("'"), name, category)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Japanese ships Izumo and Onami called.", ["Izumo", "Onami"]),
        ("The frigates Bayern, Hessen and Hamburg called.", ["Bayern", "Hessen", "Hamburg"]),
        ("Two vessels, HMS Spey and HMS Tamar, called.", ["HMS Spey", "HMS Tamar"]),
        ("The submarines Todaro and Scire called.", ["Todaro", "Scire"]),
        ("The minehunters Ganggyeong and the Ongjin called.", ["Ganggyeong", "Ongjin"]),
    ],
)
def test_lists_of_ships(text: str, names: list[str]) -> None:
    assert [weapon.name for weapon in weapons_of(text) if weapon.form == "name"] == names


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The frigate Bayern called. The Bayern left.", "Bayern"),
        ("HMS Spey called; HMS Spey left.", "HMS Spey"),
        ("HMS Richmond called. The Richmond left.", "Richmond"),
        ("The carrier Charles de Gaulle called. Later Charles de Gaulle left.", "Charles de Gaulle"),
        ("The frigate Baden-Württemberg called. Crew of the Baden-Württemberg left.", "Baden-Württemberg"),
    ],
)
def test_ships_are_known_again(text: str, last: str) -> None:
    first, *_, again = weapons_of(text)
    assert (again.exact, again.key) == (last, first.key)


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("They ordered Chungnam-class frigates.", "Chungnam-class frigates"),
        ("They ordered Sejong the Great-class destroyers.", "Sejong the Great-class destroyers"),
        ("They ordered a Baden-Württemberg-class frigate.", "Baden-Württemberg-class frigate"),
        ("They ordered two Zeven Provincien-class frigates.", "Zeven Provincien-class frigates"),
        ("They ordered Orlanda-class minehunters.", "Orlanda-class minehunters"),
    ],
)
def test_classes_called_after_a_ship(text: str, exact: str) -> None:
    assert only(text).exact == exact


@pytest.mark.parametrize(
    "text",
    [
        "The frigate Germany sent was late.",
        "The ship Monday was late.",
        "A first-class ship and a world-class navy called.",
        "The submarine South Korea launched was big.",
        "The frigate Hanwha Ocean built was big.",
        "He missed the ship. Then Anna left.",
        "INS is a court. JS is a language.",
    ],
)
def test_what_is_no_ship(text: str) -> None:
    assert [weapon for weapon in weapons_of(text) if weapon.form == "name"] == []


# Doubtful names


@pytest.mark.parametrize(
    "text",
    [
        "Two climbers died on K2, the mountain.",
        "The G7, the F1 race, the A380 and the M25 motorway.",
        "5G, COVID-19, MP3, iPhone 15, CO2 and vitamin B12.",
        "Block 20 was closed, and Q3, H1 and FY24 were good.",
        "The U-20 team beat the Patriots; the Jaguars lost.",
        "Thunder rolled, and a leopard, a lynx and a boxer fought.",
        "The Patriot Act and the Boxer Rebellion are history.",
        "K-pop, UN Resolution 1718 and type 2 diabetes.",
        "Archer Kim Woo-jin won; so did javelin thrower Eriksson.",
        "Caesar crossed the Rubicon, and Zuzana laughed.",
        "A Hornet stung him on the Typhoon ride at Tiger Park.",
        "He read about Type 10 errors, Mark 4 and page A4.",
        "Patrol Route K9 and bus M10 run late.",
    ],
)
def test_what_other_texts_mean_by_such_names(text: str) -> None:
    assert weapons_of(text) == ()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Rheinmetall offered the Lynx for the tender.", "weapon:lynx-kf41"),
        ("They have Leopard and K2 tanks.", "weapon:leopard-2"),
        ("Ukraine got Patriot batteries and howitzers.", "weapon:patriot"),
        ("They ordered 14 Caesar howitzers.", "weapon:caesar"),
        ("Archer howitzers and an Archer battalion came.", "weapon:archer"),
        ("Hyundai Rotem builds the K2 there.", "weapon:k2"),
        ("Poland bought K2s and K9s.", "weapon:k2"),
    ],
)
def test_doubtful_names_with_something_to_bear_them_out(text: str, key: str) -> None:
    assert key in [weapon.key for weapon in weapons_of(text)]


# Classes alone


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Poland ordered howitzers and tanks.", ["howitzers", "tanks"]),
        ("Washington delivered 29 combat aircraft to Japan.", ["combat aircraft"]),
        ("Japan ordered 400 land-attack missiles.", ["land-attack missiles"]),
        ("Norway sent 10,000 artillery shells to Ukraine.", ["artillery shells"]),
        ("The contract covers several thousand 155 mm rounds.", ["155 mm rounds"]),
        ("The contract covers 300,000 155mm artillery shells.", ["155mm artillery shells"]),
        ("North Korea has been supplying ballistic missiles to Russia.", ["ballistic missiles"]),
        ("Pyongyang must give up its nuclear weapons.", ["nuclear weapons"]),
        ("North Korea fired two short-range ballistic missiles.", ["short-range ballistic missiles"]),
        (
            "Money has gone to Korea for tanks, howitzers and light combat aircraft.",
            ["tanks", "howitzers", "light combat aircraft"],
        ),
    ],
)
def test_classes_that_change_hands_or_are_held_are_items(text: str, quotes: list[str]) -> None:
    assert annotated(text) == quotes


@pytest.mark.parametrize(
    "text",
    [
        "The howitzer market is large.",
        "A missile test failed.",
        "The tank factory burned down.",
        "British warships recorded it.",
        "Howitzers are guns with a short barrel.",
        "The submarine programme is late.",
        "Missile defence exercises are planned.",
        "Spare parts and simulators were ordered with howitzers in mind by nobody.",
    ],
)
def test_classes_that_are_only_spoken_of_are_no_items(text: str) -> None:
    assert [weapon.exact for weapon in weapons_of(text) if weapon.item and weapon.exact != "howitzers"] == []


@pytest.mark.parametrize(
    ("text", "word", "key"),
    [
        ("Romania ordered K9 howitzers. The howitzers are new.", "howitzers", "weapon:k9"),
        ("Romania ordered K9 howitzers. The guns are new.", "guns", "weapon:k9"),
        ("Poland flies the FA-50GF. The aircraft are new.", "aircraft", "weapon:fa-50gf"),
        ("Estonia ordered Chunmoo. Its rocket launchers are new.", "rocket launchers", "weapon:k239"),
        ("Romania becomes an operator with an order for 54 howitzers. It chose the K9.", "howitzers", "weapon:k9"),
        ("The frigate Bayern called. The warship left.", "warship", "weapon:x:bayern"),
    ],
)
def test_a_class_noun_may_stand_for_a_weapon_named_elsewhere(text: str, word: str, key: str) -> None:
    found = next(weapon for weapon in weapons_of(text) if weapon.exact == word)
    assert (found.key, found.form) == (key, "short")


@pytest.mark.parametrize(
    "text",
    [
        "Romania ordered K9 howitzers and Krab howitzers. The howitzers are new.",
        "Poland flies the FA-50 and the F-16. The aircraft are new.",
        "Poland bought K2 tanks and M1A2 tanks. The tanks are new.",
    ],
)
def test_a_class_noun_that_could_be_two_stands_for_neither(text: str) -> None:
    assert weapons_of(text)[-1].form == "class"


@pytest.mark.parametrize(
    "text",
    [
        "A think tank, a fish tank and a water tank.",
        "Hamas fighters and freedom fighters were seen.",
        "Fire bombers and a rocket salad were seen.",
        "Taco shells, egg shells and sea shells.",
        "A mail carrier and an air carrier were seen.",
        "A spare part of the helmet was lost.",
        "The Drone Show Korea opened.",
    ],
)
def test_class_nouns_of_other_things(text: str) -> None:
    assert weapons_of(text) == ()


# Facts


def test_maker_and_origin_are_the_catalogues() -> None:
    found = only("They bought K9 howitzers.")
    assert (found.maker, found.origin, found.designation) == ("hanwha-aerospace", "KR", "K9")


def test_without_a_noun_the_category_is_the_catalogues() -> None:
    found = only("They bought the CTM-290.")
    assert (found.category, found.category_stated, found.category_span) == ("ballistic missile", False, None)


def test_annotations_are_first_mentions_with_their_noun() -> None:
    text = "The K9 howitzer fired. K9s and tanks were bought with the frigate Bayern; the tanks were late."
    lines = list(annotation_weapons(Mentions(weapons=weapons_of(text))))
    assert [(line["quote"], line["designation"], line["category"]) for line in lines] == [
        ("K9 howitzer", "K9", "howitzer"),
        ("tanks", None, "tank"),
        ("frigate Bayern", None, "frigate"),
    ]
