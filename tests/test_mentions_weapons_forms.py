"""Forms of designations that registers, headlines and careless writers use, and what only looks like one."""

from __future__ import annotations

import pytest
from weapon_notation import shown, weapons_of

# Each sentence with its weapons, as they are shown.
SENTENCES = [
    # A model number of four figures behind a name is no count
    ("Saudi Arabia ordered five Avante 2200 corvettes.", "Avante 2200 corvettes=avante-2200:corvette"),
    ("Brazil chose the Tamandare 3500 frigate over two rivals.", "Tamandare 3500 frigate=x:tamandare-3500:frigate"),
    (
        "Two Makassar 1250 landing ships were launched in Surabaya.",
        "Makassar 1250 landing ships=x:makassar-1250:landing ship",
    ),
    (
        "The navy leased three Interceptor 1650 patrol craft.",
        "Interceptor 1650 patrol craft=x:interceptor-1650:patrol craft",
    ),
    (
        "Qatar took delivery of Musherib 6300 corvettes and NH90 helicopters.",
        "Musherib 6300 corvettes=x:musherib-6300:corvette | NH90 helicopters=nh90:helicopter",
    ),
    # A state's name that ends a phrase, with a count of other things behind it
    ("Germany sent the Czech Republic 14 tanks.", ""),
    (
        "The loan gives the Dominican Republic 8 helicopters and howitzers.",
        "helicopters=class:helicopter!:helicopter | howitzers=class:howitzer!:howitzer",
    ),
    (
        "It would sell Saudi Arabia 30 tanks and South Africa 4 frigates.",
        "tanks=class:tank!:tank | frigates=class:frigate!:frigate",
    ),
    (
        "Seoul gave Papua New Guinea 6 armoured vehicles and ammunition.",
        "armoured vehicles=class:armoured vehicle!:armoured vehicle | ammunition=class:ammunition!:ammunition",
    ),
    ("Spain lent Burkina Faso 12 howitzers.", "howitzers=class:howitzer!:howitzer"),
    # Designations with a blank after the first letter
    ("Poland ordered 212 K 9 howitzers and 180 K 2 tanks.", "K 9 howitzers=k9:howitzer | K 2 tanks=k2:tank"),
    ("Norway's K 9 self-propelled howitzers fired first.", "K 9 self-propelled howitzers=k9:self-propelled howitzer"),
    ("They counted eleven T 72 tanks on the road.", "T 72 tanks=t-72:tank"),
    (
        "The army still has Leopard-2 A 6 tanks and Leopard 2 A4 tanks.",
        "Leopard-2 A 6 tanks=leopard-2a6:tank | Leopard 2 A4 tanks=leopard-2a4:tank",
    ),
    ("Romania flies F 16 fighters.", "F 16 fighters=f-16:fighter aircraft"),
    ("Kyiv lost four M 777 howitzers.", "M 777 howitzers=m777:howitzer"),
    # Small letters throughout
    ("poland orders 180 more k2 tanks and 48 fa-50 jets", "k2 tanks=k2:tank | fa-50 jets=fa-50:light combat aircraft"),
    (
        "belgium delivers two f-16s and 12 m113 carriers to ukraine",
        "f-16s=f-16:fighter aircraft | m113 carriers=m113:armoured personnel carrier",
    ),
    (
        "they bought k9 howitzers and himars launchers",
        "k9 howitzers=k9:howitzer | himars launchers=m142:multiple rocket launcher",
    ),
    (
        "the patriot deal aside, kyiv wants t-72m1 tanks and gripen fighters",
        "t-72m1 tanks=t-72m1:tank | gripen fighters=jas-39:fighter aircraft",
    ),
    (
        "kalibr missiles hit kharkiv, and s-300 missiles hit odesa",
        "kalibr missiles=kalibr:missile | s-300 missiles=s-300:missile",
    ),
    # Roman and Arabic numbers of a code
    (
        "SM-2 missiles for KDX-3 destroyers and KDX-2 destroyers.",
        "SM-2 missiles=sm-2:missile | KDX-3 destroyers=kdx-iii:destroyer | KDX-2 destroyers=kdx-ii:destroyer",
    ),
    (
        "NASAMS-2 launchers with AIM-120C missiles.",
        "NASAMS-2 launchers=nasams:surface-to-air missile system | AIM-120C missiles=aim-120c:missile",
    ),
    (
        "The KSS-3 submarine and the FFX-2 frigate sailed from Ulsan.",
        "KSS-3 submarine=kss-iii:submarine | FFX-2 frigate=ffx-ii:frigate",
    ),
    (
        "They showed the M-SAM-2 interceptor and the L-SAM-2 missile.",
        "M-SAM-2 interceptor=m-sam-ii:surface-to-air missile system | L-SAM-2 missile=l-sam-ii:missile",
    ),
    (
        "KTSSM-2 missiles for 12 Chunmoo launchers.",
        "KTSSM-2 missiles=ktssm-ii:missile | Chunmoo launchers=k239:multiple rocket launcher",
    ),
    # Variants named together with a stroke
    (
        "Argentina bought 24 F-16A/B aircraft and Greece 40 F-16C/D fighters.",
        "F-16A/B aircraft=x:f-16a-b:fighter aircraft | F-16C/D fighters=f-16c:fighter aircraft",
    ),
    ("Jordan received 12 F-16AM/BM fighters.", "F-16AM/BM fighters=x:f-16am-bm:fighter aircraft"),
    ("Belgium will hand over F-16A/Bs.", "F-16A/Bs=x:f-16a-b:fighter aircraft"),
    ("China built Type-054A/P frigates for Pakistan.", "Type-054A/P frigates=type-054a-p:frigate"),
    ("The unit flies AH-64D/E Apaches.", "AH-64D/E Apaches=x:ah-64d-e:attack helicopter"),
    # The noun that another one only describes
    (
        "AN/APG-83 SABR combat aircraft radars for F-16V modernisation.",
        "AN/APG-83 SABR combat aircraft radars=x:an-apg-83:radar | F-16V=f-16v:fighter aircraft",
    ),
    ("RBE-2 combat aircraft radars were ordered with the jets.", "RBE-2 combat aircraft radars=x:rbe-2:radar"),
    (
        "Ka-31 AEW helicopters for the frigates.",
        "Ka-31 AEW helicopters=ka-31:helicopter | frigates=class:frigate:frigate",
    ),
    ("Moscow supplied N011M combat aircraft radars.", "N011M combat aircraft radars=x:n011m:radar"),
    ("India fitted Uttam fighter aircraft radars.", "Uttam fighter aircraft radars=x:uttam:radar"),
    # A list that a known weapon closes, or in which several things are counted behind one
    (
        "Lithuania sent 15 M1064 and M113 carriers.",
        "M1064=x:m1064:armoured personnel carrier | M113 carriers=m113:armoured personnel carrier",
    ),
    (
        "EC-725 Super Cougar, EC-225, EC-135 and H-145M helicopters.",
        "EC-725=h225m:transport helicopter | EC-225=ec225:helicopter | EC-135=ec135:helicopter | H-145M helicopters=h145m:helicopter",
    ),
    (
        "AS-350 Ecureuil and AS-565 Panther helicopters for the navy.",
        "AS-350 Ecureuil=as350:helicopter | AS-565 Panther helicopters=as565:helicopter",
    ),
    (
        "9M113 Konkurs and 9M119 Svir anti-tank missiles for T-90S tanks.",
        "9M113 Konkurs=konkurs:anti-tank missile | 9M119 Svir anti-tank missiles=x:9m119:anti-tank missile | T-90S tanks=t-90s:tank",
    ),
    (
        "Romania exported 28 BTR-80, 12 Dana M1, 9 BRDM-2 and 4 TAB-71.",
        "BTR-80=btr-80:armoured personnel carrier | Dana M1=dana:self-propelled howitzer | BRDM-2=brdm-2:reconnaissance vehicle | TAB-71=tab-71:armoured personnel carrier",
    ),
    (
        "Kalibrs, Kinzhals, FAB-500s and Lancets hit Odesa.",
        "Kalibrs=kalibr:cruise missile | Kinzhals=kinzhal:ballistic missile | FAB-500s=fab-500:bomb | Lancets=lancet:loitering munition",
    ),
    # Marks and wheels
    (
        "The maker unveiled the HAFEET Mk2 6x6 beside its howitzers and K9 guns.",
        "HAFEET Mk2 6x6=x:hafeet-mk2:wheeled armoured vehicle | howitzers=k9:howitzer | K9 guns=k9:self-propelled howitzer",
    ),
    (
        "Jakarta chose the Maung Mk3 8x8 over the Boxer infantry fighting vehicle.",
        "Maung Mk3 8x8=x:maung-mk3:wheeled armoured vehicle | Boxer infantry fighting vehicle=boxer:infantry fighting vehicle",
    ),
    (
        "The Dragoon Mk4 6x6 and the Piranha V went on trial with K9 howitzers.",
        "Dragoon Mk4 6x6=x:dragoon-mk4:wheeled armoured vehicle | Piranha V=piranha-v:wheeled armoured vehicle | K9 howitzers=k9:howitzer",
    ),
    (
        "Kuwait tried the Fahd Mk2 8x8 after its M1A2 tanks.",
        "Fahd=fahd:armoured personnel carrier | M1A2 tanks=m1a2:tank",
    ),
    (
        "Algiers tests the Rabdan Mk2 6x6 and the Ajban Mk3 8x8 with T-90 tanks.",
        "Rabdan Mk2 6x6=x:rabdan-mk2:wheeled armoured vehicle | Ajban Mk3 8x8=x:ajban-mk3:wheeled armoured vehicle | T-90 tanks=t-90:tank",
    ),
    # Versions between a name and its noun
    ("Turkey tested the Tayfun Block-4 missile.", "Tayfun Block-4 missile=x:tayfun:missile"),
    ("The Mamba Mk-5 APCs came from South Africa.", "Mamba Mk-5 APCs=mamba-mk5:armoured personnel carrier"),
    ("Pakistan fired the Fatah Mk2 rocket launcher.", "Fatah Mk2 rocket launcher=x:fatah-mk2:rocket launcher"),
    ("Iran displayed Emad Mod 2 ballistic missiles.", "Emad Mod 2 ballistic missiles=emad:ballistic missile"),
    (
        "They bought Sancar Block 2 drones and K9 howitzers.",
        "Sancar Block 2 drones=x:sancar:drone | K9 howitzers=k9:howitzer",
    ),
    # Letters of firms, and names with a letter on a hyphen
    (
        "MTU-881 diesel engines for K-9 self-propelled guns.",
        "MTU-881 diesel engines=mt881:diesel engine | K-9 self-propelled guns=k9:self-propelled gun",
    ),
    ("LG-1 105mm towed guns for Colombia.", "LG-1 105mm towed guns=lg-1:towed gun"),
    ("The UAE fields Yabhon-R drones.", "Yabhon-R drones=yabhon-r:drone"),
    (
        "Brazil fired A-Darter missiles and Prithvi-II missiles.",
        "A-Darter missiles=a-darter:missile | Prithvi-II missiles=prithvi-ii:missile",
    ),
    (
        "48N6 SAMs for S-400 SAM systems.",
        "48N6 SAMs=x:48n6:surface-to-air missile | S-400 SAM systems=s-400:surface-to-air missile system",
    ),
    (
        "Type 055 destroyer Lhasa and Type 052D destroyer Urumqi sailed.",
        "Type 055=type-055:destroyer | destroyer Lhasa=x:lhasa:destroyer | Type 052D=type-052d:destroyer | destroyer Urumqi=x:urumqi:destroyer",
    ),
    # Those who serve a weapon, adjectives of age, and one name for several variants
    (
        "Ukraine fired HIMARS rockets. A Dutch Patriot detachment left Rzeszow.",
        "HIMARS rockets=m142:multiple rocket launcher | Patriot=patriot:surface-to-air missile system",
    ),
    (
        "The K9 howitzers stay. A German Patriot unit is to follow.",
        "K9 howitzers=k9:howitzer | Patriot=patriot:surface-to-air missile system",
    ),
    (
        "They have F-16s. Patriot crews were trained in Oklahoma.",
        "F-16s=f-16:fighter aircraft | Patriot=patriot:surface-to-air missile system",
    ),
    (
        "It sent M777 howitzers. Australia's 49 ex-army Abrams were still awaiting shipment.",
        "M777 howitzers=m777:howitzer | Abrams=m1:main battle tank",
    ),
    (
        "It sent ten Leopard 2A4s and nine Leopard 1s. Berlin promised money towards new Leopards.",
        "Leopard 2A4s=leopard-2a4:main battle tank | Leopard 1s=leopard-1:main battle tank | Leopards=leopard-2:main battle tank",
    ),
    # A second name of the same family, though another weapon has that name too
    (
        "C-130J-30 Hercules transport aircraft for Norway.",
        "C-130J-30 Hercules transport aircraft=c-130j-30:transport aircraft",
    ),
    ("Two C-130H Hercules were sold to Chile.", "C-130H Hercules=c-130h:transport aircraft"),
    (
        "The TCG Kınalıada corvette and the KRI Bung Tomo frigate met.",
        "TCG Kınalıada=x:tcg-kinaliada:corvette | KRI Bung Tomo=x:kri-bung-tomo:frigate",
    ),
    (
        "USS Gerald R. Ford and USS Gettysburg (CG 64) left Norfolk.",
        "USS Gerald R. Ford=x:uss-gerald-r-ford:aircraft carrier | USS Gettysburg (CG 64)=x:uss-gettysburg:cruiser",
    ),
    (
        "Ægir-class patrol vessel and Skjærgård-class patrol vessels.",
        "Ægir-class patrol vessel=x:agir-class:patrol vessel | Skjærgård-class patrol vessels=x:skjargard-class:patrol vessel",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_all_weapons_of_a_sentence(text: str, expected: str) -> None:
    assert " | ".join(map(shown, weapons_of(text))) == expected


# Counts, cars, roads, phones, films and sport; none names a weapon by a designation or a name.
OTHERS = [
    "Kyiv Received 1200 Drones Last Month",
    "Ukraine Gets 300 Tanks From Poland",
    "Seoul Ships 240 Howitzers to Warsaw",
    "Army Loses 120 Helicopters in Cuts",
    "Taiwan Wants 1800 Missiles by 2030",
    "Yesterday 1200 shells were delivered to Kyiv.",
    "Since Monday 2400 drones have hit Kharkiv.",
    "The Marines 24 helicopters were sold to Bahrain, and the Guard 12 boats.",
    "In Paris 2024 boats took athletes down the Seine.",
    "Greece, Spain and Italy 12 ships.",
    "The Citation 560 jets belong to a charter firm.",
    "Five Galaxy 2200 boats were sold.",
    "Ram 1500 trucks were recalled.",
    "He owns a Yamaha 1200 boat and a Ducati 900 bike.",
    "Lake Tahoe 300 boats sank in a storm.",
    "The Volvo FMX 8x8 hauls ore in the mine.",
    "He took the Land Cruiser 6x6 to the desert.",
    "The Mercedes G63 6x6 costs as much as a house.",
    "A Unimog Mk2 6x6 camper is for sale.",
    "The Jeep Gladiator 6x6 was at the motor show.",
    "the k2 mountain killed two climbers; the m4 motorway was shut",
    "vitamin k2 and b12 are sold in packs of 12",
    "the a10 road and the m60 motorway were closed after a crash",
    "my iphone 15 and ps5 cost 1,200 dollars",
    "he plays for the eagles, wears the k9 shirt and met k2 fans",
    "Patriots crews and Patriot fans met at Gillette Stadium; a Patriot unit of scouts sang.",
    "A Tiger crew filmed in Busan.",
    "The Archer regiment of the film won an award.",
    "Hunter operators sell boots.",
    "A Boxer unit of kennels opened.",
    "The new Leopards at the zoo draw 1,200 visitors.",
    "12 new Jaguars were sold in Seoul.",
    "Two new Avengers films are due.",
    "Used Pumas are the best shoes.",
    "Six old Warriors met again on stage.",
    "Category 4 hurricanes hit Florida.",
    "Class 2 vehicles were banned from the bridge.",
    "The F4 version of the software is new.",
    "80 Rafale fighters; F4 version; share in the F5 version cancelled.",
    "The firm's APV shares rose.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_what_only_looks_like_a_designation(text: str) -> None:
    named = [weapon.exact for weapon in weapons_of(text) if weapon.form != "class"]
    assert named == (["Rafale fighters"] if "Rafale" in text else [])


REGISTER = """Deliveries

Recipient | Designation | Description | Number

Egypt | K9A1EGY | Self-propelled gun | 4

Poland | K2 | Tank | 28

Togo | ZZ-40 | Towed gun | 6

Chad | TRX4 | Description awaited | 2

Peru | Q3 | Trade fair | 1
"""


def test_a_column_of_weapons_says_what_an_unknown_designation_is() -> None:
    found = weapons_of(REGISTER, frame="{}")
    named = {weapon.exact: weapon.category for weapon in found if weapon.form == "name"}
    assert named == {
        "K9A1EGY": "self-propelled howitzer",
        "K2": "main battle tank",
        "ZZ-40": "towed gun",
        "TRX4": None,
    }


LISTS = [
    "M577s, " * 5000,
    "Foo 2200 " * 5000,
    "K 9 " * 5000 + "howitzers",
    "Zed Mk2 6x6 " * 5000,
    "F-16A/" * 5000,
    "AS-350 Ecureuil and " * 5000,
]


@pytest.mark.parametrize("text", LISTS)
def test_long_lists_end(text: str) -> None:
    assert len(weapons_of(text)) <= text.count(" ") + text.count("/") + 1


# ---- names with other meanings that a state counts and deals in


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Germany gave Ukraine two Patriot batteries in 2023.", "patriot"),
        ("Poland bought 250 Abrams.", "m1"),
        ("Poland ordered 180 K2.", "k2"),
        ("Romania will receive 54 K9 from South Korea.", "k9"),
        ("France is to supply 12 Tiger to Spain.", "tiger"),
        ("Denmark delivered 19 Caesar to Ukraine.", "caesar"),
        ("Italy wants to buy two Patriot for its army.", "patriot"),
    ],
)
def test_a_counted_name_in_a_deal_of_states_is_a_weapon(text: str, key: str) -> None:
    (weapon,) = weapons_of(text)
    assert weapon.key.removeprefix("weapon:").startswith(key)


@pytest.mark.parametrize(
    "text",
    [
        "Japan sold 250 Lynx snowmobiles to Canada.",
        "Two Tigers were sold by a zoo in Germany to Poland.",
        "Poland's zoo bought two Leopards.",
        "Germany sold two Tiger cubs to Spain.",
        "Three Patriot players were traded to a club in Canada.",
        "Nepal gave 12 K2 climbers their permits.",
    ],
)
def test_a_counted_name_of_something_else_is_none(text: str) -> None:
    assert weapons_of(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kuwait bought 30 Kfirs.", "Kfirs=kfir:fighter aircraft"),
        ("Some 40 Mirage 5s fly with F-16s.", "Mirage 5s=mirage-5:fighter aircraft | F-16s=f-16:fighter aircraft"),
        ("The purchase of the Super Mushshak was discussed.", "Super Mushshak=super-mushshak:trainer aircraft"),
        (
            "The FA-50M relieves the Hawk 108.",
            "FA-50M=fa-50m:light combat aircraft | Hawk 108=hawk-108:trainer aircraft",
        ),
        ("Both are of the Adelaide class.", "Adelaide class=adelaide-class:frigate"),
        ("India flies Ka-31 AEW helicopters.", "Ka-31 AEW helicopters=ka-31:helicopter"),
        # a number behind a small word is no code
        ("Priced at 4 billion ringgit, the FA-50M won.", "FA-50M=fa-50m:light combat aircraft"),
    ],
)
def test_systems_of_the_registers_are_known(text: str, expected: str) -> None:
    assert " | ".join(map(shown, weapons_of(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berlin gave Ljubljana 43 military lorries.", "military lorries=class:military truck!:military lorry"),
        ("Egypt bought ten fast patrol craft.", "fast patrol craft=class:patrol vessel!:fast patrol craft"),
        (
            "Japan will deliver five coastal surveillance radars to the Philippine Navy with HIMARS.",
            "coastal surveillance radars=class:radar!:coastal surveillance radar | HIMARS=m142:multiple rocket launcher",
        ),
        (
            "Prague delivered 500,000 large-calibre shells to Ukraine.",
            "large-calibre shells=class:artillery shell!:large-calibre shell",
        ),
        ("20-24 Sept. FS Prairial (France), pier 3.", "FS Prairial=x:fs-prairial:naval vessel"),
        ("RSS Intrepid (Singapore) lies at pier 5.", "RSS Intrepid=x:rss-intrepid:naval vessel"),
        ("FS Investments (London) lost.", ""),
    ],
)
def test_further_nouns_and_flags_in_brackets(text: str, expected: str) -> None:
    assert " | ".join(map(shown, weapons_of(text))) == expected
