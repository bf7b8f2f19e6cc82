"""Whole sentences of many registers, with all the weapons in them."""

from __future__ import annotations

import pytest

from kordef.catalogue import load
from kordef.mentions.lexicon import lexicon
from kordef.mentions.passages import read
from kordef.mentions.weapons import find_weapons
from kordef.reading import read_text

FRAME = "News in brief\n\nThe following was reported.\n\n{}\n\nMore will follow.\n"

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
    # Notices
    ("Poland requested 821 AGM-158B-2 Joint Air-to-Surface Standoff Missiles with Extended Range.", "AGM-158B-2 Joint Air-to-Surface Standoff Missiles=weapon:jassm-er"),
    ("The request covers eighteen (18) CH-47F Block II Chinook helicopters.", "CH-47F Block II Chinook helicopters=weapon:ch-47f"),
    ("The sale of forty (40) F-35A Joint Strike Fighter aircraft includes spare parts.", "F-35A Joint Strike Fighter aircraft=weapon:f-35a | spare parts=class:spare part"),
    ("Norway asked for 300 AIM-120C-8 missiles.", "AIM-120C-8 missiles=weapon:aim-120c-8"),
    # Register comments
    ("K-9 version; NOK1.8 b deal; 24 more with K-10 ALV.", "K-9=weapon:k9 | K-10=weapon:k10"),
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
    ("The Dutch frigate Tromp was shadowed by a Chinese frigate.", "frigate Tromp=weapon:x:tromp | frigate=class:frigate"),
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
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_all_weapons_of_a_sentence(text: str, expected: str) -> None:
    words = lexicon(load())
    found = find_weapons(read(read_text("page.txt", FRAME.format(text)), words.table), words)
    assert " | ".join(f"{w.exact}={w.key}{'!' if w.item else ''}" for w in found) == expected
