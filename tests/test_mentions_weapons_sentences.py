"""Whole sentences of many registers, with all the weapons in them."""

from __future__ import annotations

import pytest
from weapon_notation import weapons_of

# Each sentence with its weapons: the words, "=", the key; "!" marks a class that is an item of a deal or of an arsenal.
SENTENCES = [
    # Korean dailies
    ("Poland will buy 180 more K2 tanks from Hyundai Rotem.", "K2 tanks=weapon:k2"),
    ("The first batch of K9A1 self-propelled howitzers and K2GF tanks reached Gdynia.", "K9A1 self-propelled howitzers=weapon:k9a1 | K2GF tanks=weapon:k2gf"),
    ("KAI's KF-21 Boramae fighter jet made its 300th flight.", "KF-21 Boramae fighter jet=weapon:kf-21"),
    ("LIG Nex1 will export the Cheongung-II interceptor system to Iraq.", "Cheongung-II interceptor=weapon:m-sam-ii"),
    ("The Navy launched the 3,600-ton submarine Jang Yeong-sil at Geoje.", "submarine Jang Yeong-sil=weapon:x:jang-yeong-sil"),
    ("Hanwha Ocean pitched its Jang Bogo-III Batch-II submarine to Ottawa.", "Jang Bogo-III Batch-II submarine=weapon:kss-iii-batch-ii"),
    ("The military test-fired the Hyunmoo-5 ballistic missile.", "Hyunmoo-5 ballistic missile=weapon:hyunmoo-5"),
    ("Seoul unveiled the L-SAM, a long-range surface-to-air missile system.", "L-SAM=weapon:l-sam"),
    # Agencies
    ("Norway ordered 16 Chunmoo rocket launchers for 19 billion crowns.", "Chunmoo rocket launchers=weapon:k239"),
    ("Ukraine will get Patriot missiles and Leopard 2 tanks from Germany.", "Patriot missiles=weapon:patriot | Leopard 2 tanks=weapon:leopard-2"),
    ("Sweden sent 50 infantry fighting vehicles and artillery ammunition to Kyiv.", "infantry fighting vehicles=class:infantry fighting vehicle! | artillery ammunition=class:artillery ammunition!"),
    ("The U.S. approved the sale of 96 AH-64E Apache helicopters and 1,844 Hellfire missiles to Poland.", "AH-64E Apache helicopters=weapon:ah-64e | Hellfire missiles=weapon:agm-114"),
    ("Denmark bought 19 Caesar howitzers, then gave all of them away.", "Caesar howitzers=weapon:caesar"),
    ("Greece expects its third FDI frigate this year.", "FDI frigate=weapon:fdi"),
    ("Spain wants new fighter jets but not the F-35.", "fighter jets=class:fighter aircraft | F-35=weapon:f-35"),
    ("Russia fired Iskander missiles and Shahed drones at Kyiv.", "Iskander missiles=weapon:iskander | Shahed drones=weapon:shahed-136"),
    ("North Korea displayed intercontinental ballistic missiles in a parade.", "intercontinental ballistic missiles=class:intercontinental ballistic missile!"),
    ("Turkey's Baykar sold Bayraktar TB2 drones to Kosovo.", "Bayraktar TB2 drones=weapon:bayraktar-tb2"),
    ("Norway's army will receive the first M109 next year.", "M109=weapon:m109"),
    ("Poland's air force expects to get its F-5 from abroad, the ministry of defence said.", "F-5=weapon:f-5"),
    ("The Danish navy has ordered the first Merlin for delivery in 2027.", "Merlin=weapon:aw101"),
    ("The Spanish army bought new Brimstone in May.", "Brimstone=weapon:brimstone"),
    ("The Czech army will receive its first Marder in June.", "Marder=weapon:marder"),
    ("Norway's army will receive the first Master of Arts degrees.", ""),
    ("The Danish navy ordered the first Meteor award.", ""),
    ("The Polish army will receive the first Tide of recruits in May.", ""),
    ("The Spanish army bought its new Puma shoes in May.", ""),
    # Notices
    ("Poland requested 821 AGM-158B-2 Joint Air-to-Surface Standoff Missiles with Extended Range.", "AGM-158B-2 Joint Air-to-Surface Standoff Missiles=weapon:jassm-er"),
    ("The request covers eighteen (18) CH-47F Block II Chinook helicopters.", "CH-47F Block II Chinook helicopters=weapon:ch-47f"),
    ("The sale of forty (40) F-35A Joint Strike Fighter aircraft includes spare parts.", "F-35A Joint Strike Fighter aircraft=weapon:f-35a | spare parts=class:spare part"),
    ("Norway asked for 300 AIM-120C-8 missiles.", "AIM-120C-8 missiles=weapon:aim-120c-8"),
    # Register comments
    ("K-9 version; NOK1.8 b deal; 24 more with K-10 ALV.", "K-9=weapon:k9 | K-10 ALV=weapon:k10"),
    ("Leopard-2A4 version; second-hand; modernized before delivery.", "Leopard-2A4=weapon:leopard-2a4"),
    ("For 2 Type-31 frigates; Polish designation Miecznik.", "Type-31 frigates=weapon:type-31 | Miecznik=weapon:miecznik"),
    ("FA-50PL version; with AIM-9X missiles; delivery planned from 2025.", "FA-50PL=weapon:fa-50pl | AIM-9X missiles=weapon:aim-9x"),
    ("PzH-2000 155mm self-propelled guns from Dutch surplus.", "PzH-2000 155mm self-propelled guns=weapon:pzh-2000"),
    # Company releases
    ("The AS21 Redback is an infantry fighting vehicle that Hanwha built for Australia.", "AS21 Redback=weapon:as21 | infantry fighting vehicle=class:infantry fighting vehicle"),
    ("Rheinmetall unveiled its Panther KF51 main battle tank and the Skynex air defence system.", "Panther KF51 main battle tank=weapon:kf51 | Skynex air defence system=weapon:skynex"),
    ("Kongsberg will supply the Naval Strike Missile for the coastal batteries.", "Naval Strike Missile=weapon:nsm"),
    ("Saab's Gripen E and the GlobalEye were shown in Farnborough.", "Gripen E=weapon:jas-39e | GlobalEye=weapon:globaleye"),
    ("MBDA makes the CAMM missile, the Brimstone and the Meteor.", "CAMM missile=weapon:camm | Brimstone=weapon:brimstone | Meteor=weapon:meteor"),
    ("The Griffon VX-9 armoured vehicles roll off the line in Lublin.", "Griffon VX-9 armoured vehicles=weapon:vbmr-griffon"),
    # Unknown to the catalogue
    ("Kestrix showed the QX-77 loitering munition.", "QX-77 loitering munition=weapon:x:qx-77"),
    ("The army took 12 Brumbar howitzers.", "Brumbar howitzers=weapon:x:brumbar"),
    ("A missile called Skorvaldur hit the target.", "Skorvaldur=weapon:x:skorvaldur"),
    ("Six ZR-14A Falchion corvettes are on order.", "ZR-14A Falchion corvettes=weapon:x:zr-14a"),
    ("The yard builds Orlanda-class minehunters.", "Orlanda-class minehunters=weapon:x:orlanda-class"),
    ("They bought DK-5 and DK-7 rocket launchers.", "DK-5=weapon:x:dk-5 | DK-7 rocket launchers=weapon:x:dk-7"),
    # Ships
    ("The frigate HNoMS Otto Sverdrup and the tanker Maud left Bergen.", "frigate HNoMS Otto Sverdrup=weapon:x:hnoms-otto-sverdrup"),
    ("ROKS Dokdo, an amphibious assault ship, hosted the visitors.", "ROKS Dokdo=weapon:x:roks-dokdo"),
    ("HMS Prince of Wales led the group; the carrier stayed a week.", "HMS Prince of Wales=weapon:x:hms-prince-of-wales | carrier=weapon:x:hms-prince-of-wales"),
    ("The destroyers Choe Yong and Gang Gam-chan sailed with the minehunter Ganggyeong.", "Choe Yong=weapon:x:choe-yong | Gang Gam-chan=weapon:x:gang-gam-chan | minehunter Ganggyeong=weapon:x:ganggyeong"),
    ("The Dutch frigate Tromp was shadowed by a Chinese frigate.", "frigate Tromp=weapon:x:tromp | frigate=class:frigate!"),
    ("USS Ronald Reagan, a nuclear-powered aircraft carrier, docked in Busan.", "USS Ronald Reagan=weapon:x:uss-ronald-reagan"),
    # Lists
    ("Slovakia operates T-72s, BVP-2s and Zuzana 2 howitzers.", "T-72s=weapon:t-72 | BVP-2s=weapon:bmp-2 | Zuzana 2 howitzers=weapon:zuzana-2"),
    ("Finland ordered GMLRS rockets, 64 F-35As and David's Sling.", "GMLRS rockets=weapon:gmlrs | F-35As=weapon:f-35a | David's Sling=weapon:davids-sling"),
    ("The package holds tanks, howitzers and multiple rocket launchers worth $6 billion.", "tanks=class:tank! | howitzers=class:howitzer! | multiple rocket launchers=class:multiple rocket launcher!"),
    ("Warsaw wants 96 attack helicopters, 1,000 tanks and 3 submarines.", "attack helicopters=class:attack helicopter! | tanks=class:tank! | submarines=class:submarine!"),
    ("K2s, K9s and Krabs will serve in one brigade.", "K2s=weapon:k2 | K9s=weapon:k9 | Krabs=weapon:krab"),
    # Coming back to one
    ("Romania ordered 54 K9 howitzers. The guns will arrive in 2027.", "K9 howitzers=weapon:k9 | guns=weapon:k9"),
    ("Estonia bought Chunmoo. The rocket launchers have a range of 290 km.", "Chunmoo=weapon:k239 | rocket launchers=weapon:k239"),
    ("Poland flies the FA-50. The jets are new.", "FA-50=weapon:fa-50"),
    ("The Cheongung-II, also called M-SAM II, hit its target.", "Cheongung-II=weapon:m-sam-ii | M-SAM II=weapon:m-sam-ii"),
    # Nothing
    ("The think tank said that water tanks and fish tanks are cheap.", ""),
    ("Missile defence exports drive the market, an analyst said.", ""),
    ("He drove a Ford Ranger down the A4 motorway to the K2 base camp.", ""),
    ("The B-1 visa and the F-1 visa were suspended.", ""),
    ("The Blue Jays and the Raptors lost; the Hawks and the Hornets won.", ""),
    ("Rockets fan Jeremy shot two arrows at the target.", ""),
    ("She ordered a Tiger beer and a Cobra at the Spitfire pub.", ""),
    ("Samsung sold 5G phones, the S24 and the A55 among them.", ""),
    ("Vitamin B12, omega-3 and CO2 were discussed on page A4.", ""),
    ("The E20 fuel and the E10 train are late.", ""),
    ("The team won 3-1 with goals in the 12th and 88th minutes.", ""),
    ("Ramyeon exports passed $1 billion in 2024.", ""),
    ("The Typhoon hit Okinawa and the Meteor shower was seen.", ""),
    # Single things, choices between sellers, buildings under licence
    ("Tallinn has received a minehunter from Belgium as a gift.", "minehunter=class:minehunter!"),
    ("Oman will buy an offshore patrol vessel second-hand.", "offshore patrol vessel=class:patrol vessel!"),
    ("One corvette is being built in Chittagong for the coast guard.", "corvette=class:corvette!"),
    ("A landing craft was handed over to Suva on Friday.", "landing craft=class:landing craft!"),
    ("Four yards have bids in for the three frigates that Lisbon is to choose this year.", "frigates=class:frigate!"),
    ("Lisbon opened a tender for three frigates.", "frigates=class:frigate!"),
    ("The navy sent a frigate to the Red Sea.", "frigate=class:frigate"),
    ("A corvette was seen off the coast.", "corvette=class:corvette"),
    ("The Defense Acquisition Program Administration certified frigates.", "frigates=class:frigate"),
    ("Brno got two million rounds for its howitzers from abroad, an aid package shows.", "rounds=class:artillery shell! | howitzers=class:howitzer!"),
    ("After three rounds of talks on howitzers the ministers left.", "howitzers=class:howitzer"),
    # Variants, suffixes, names with strokes
    ("Norway flew F-16AMs and Portugal F-16BMs.", "F-16AMs=weapon:f-16am | F-16BMs=weapon:f-16bm"),
    ("Jakarta ordered three Type 209/1400 boats and F110-GE-132 engines.", "Type 209/1400 boats=weapon:type-209-1400 | F110-GE-132=weapon:x:f110-ge-132"),
    ("Finland's F/A-18 fighters and Rome's SAMP/T batteries came.", "F/A-18 fighters=weapon:fa-18 | SAMP/T batteries=weapon:samp-t"),
    ("It beat the KC-46A and the B-767 MMTT.", "KC-46A=weapon:kc-46 | B-767 MMTT=weapon:b-767-mmtt"),
    ("Turkey showed the NMS 4x4 vehicle.", "NMS 4x4 vehicle=weapon:x:nms-4x4"),
    ("The last Bell 412s will go.", "Bell 412s=weapon:bell-412"),
    # Ships and their classes
    ("ROKS Marado (LPH-6112) and HMS Richmond (F239) met.", "ROKS Marado (LPH-6112)=weapon:x:roks-marado | HMS Richmond (F239)=weapon:x:hms-richmond"),
    ("The Pyeongtaek, a 1,200-tonne salvage ship, sank.", "Pyeongtaek=weapon:x:pyeongtaek"),
    ("Sweden's Visby- and Göteborg-class corvettes sailed.", "Visby=weapon:visby-class | Göteborg-class corvettes=weapon:goteborg-class"),
    ("A Finnish Hamina-class missile boat fired.", "Hamina-class missile boat=weapon:hamina-class"),
    ("Japan's Mogami and Germany's MEKO A-200 are left.", "Mogami=weapon:mogami-class | MEKO A-200=weapon:meko-a-200"),
    ("In Visby they ate; in Virginia they slept; Ulsan makes cars.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_all_weapons_of_a_sentence(text: str, expected: str) -> None:
    found = weapons_of(text)
    assert " | ".join(f"{w.exact}={w.key}{'!' if w.item else ''}" for w in found) == expected


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("ROKS Marado (LPH-6112) sailed.", "amphibious assault ship"),
        ("USS Carl Vinson (CVN 70) sailed.", "aircraft carrier"),
        ("BRP Miguel Malvar sailed.", "frigate"),
        ("The Jang Bogo, a 1,200-tonne boat, sailed.", "submarine"),
        ("BAP Ferre sailed.", "naval vessel"),
    ],
)
def test_what_kind_of_ship_it_is(text: str, category: str) -> None:
    """By the letters of the hull number, and by the class that is called after the ship."""
    (ship,) = weapons_of(text)
    assert ship.category == category


def test_a_sister_is_of_the_same_kind() -> None:
    text = "The corvette Ferre stayed; her sister, BAP Quinones, sailed."
    found = weapons_of(text)
    assert [ship.category for ship in found] == ["corvette", "corvette"]


def test_a_doubtful_name_in_a_table_of_weapons() -> None:
    text = "Model | RCH 155 | Archer | K9A2\nCrew | 2 | 3 | 3\nRange, km | 54 | 50 | 58\n"
    found = weapons_of(text)
    assert [weapon.key for weapon in found] == ["weapon:rch-155", "weapon:archer", "weapon:k9a2"]


@pytest.mark.parametrize(
    "text",
    [
        "Covering 195 tanks, the deal is the largest so far.",
        "Delivering 24 howitzers took three years.",
        "Adds 200 tanks to the army, the ministry says.",
        "Roughly 24 howitzers were lost.",
        "Sold 12 launchers and six more were ordered.",
        "Replaced 44 tanks in two years.",
        "Priced at 4 billion ringgit, the light combat aircraft come with missiles and howitzers.",
    ],
)
def test_a_verb_and_a_number_are_no_designation(text: str) -> None:
    found = weapons_of(text)
    assert not [weapon.key for weapon in found if weapon.form == "name"]


@pytest.mark.parametrize("name", ["Viking 300", "Hisar 2", "Tayfun 4", "Lightning 3", "Sting 2"])
def test_a_name_and_a_number_are_one(name: str) -> None:
    found = weapons_of(f"{name} missiles were bought from Turkey. The army test-fired a {name} missile.")
    assert {weapon.name for weapon in found} == {name}
