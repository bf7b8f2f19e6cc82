"""Weapons as arms registers, sale notices, aid trackers and the trade press write them, and what only looks like one."""

from __future__ import annotations

import pytest

from kordef.catalogue import load
from kordef.mentions import WeaponMention
from kordef.mentions.lexicon import lexicon
from kordef.mentions.passages import read
from kordef.mentions.weapons import find_weapons
from kordef.reading import read_text

FRAME = "News in brief\n\nThe following was reported.\n\n{}\n\nMore will follow.\n"


def weapons_of(text: str) -> tuple[WeaponMention, ...]:
    words = lexicon(load())
    return find_weapons(read(read_text("page.txt", FRAME.format(text)), words.table), words)


# Each sentence with its weapons: the words, "=", the key without "weapon:", ":", the category; "!" marks a class that is an
# item. Keys with "x:" are of weapons that the catalogue does not know.
SENTENCES = [
    ('Kuwait: 63 AIM-120C-8 AMRAAM missiles and one AMRAAM guidance section spare were approved.', 'AIM-120C-8 AMRAAM missiles=aim-120c-8:missile | AMRAAM=aim-120c-8:air-to-air missile'),
    ('The Government of Poland has requested to buy 2,506 GBU-39/B Small Diameter Bombs Increment I and 10 guided test vehicles.', 'GBU-39/B Small Diameter Bombs=sdb:guided bomb'),
    ('The request covers 486 M142 HIMARS launcher loader module kits and 461 M30A2 Guided Multiple Launch Rocket System Alternative Warhead pods.', 'M142 HIMARS launcher loader module kits=m142:launcher loader module kit | M30A2 Guided Multiple Launch Rocket System=x:m30a2:guided rocket'),
    ('The sale includes thirty-three (33) Pratt & Whitney F135-PW-100 engines.', 'F135-PW-100=x:f135-pw-100:aircraft engine'),
    ('Canada asked for 425 MK 54 lightweight torpedoes and 31 MK 48 Mod 7 torpedoes.', 'MK 54 lightweight torpedoes=mk-54:lightweight torpedoe | MK 48 Mod 7 torpedoes=mk-48:torpedo'),
    ('Norway requested sixteen HH-60W helicopters and nine M299 Hellfire missile launchers.', 'HH-60W helicopters=x:hh-60w:helicopter | M299 Hellfire missile launchers=x:m299:missile launcher'),
    ('Also included are AN/ALQ-257 electronic warfare suites, AN/AAR-57 missile warning systems and AN/APG-83 AESA radars.', 'AN/ALQ-257 electronic warfare suites=x:an-alq-257:electronic warfare suite | AN/AAR-57 missile warning systems=x:an-aar-57:missile warning system | AN/APG-83 AESA radars=x:an-apg-83:aesa radar'),
    ('The package holds GBU-54 Laser JDAM kits, BLU-109 penetrator bombs and MK-82 500lb general purpose bombs.', 'GBU-54=jdam:guided bomb | JDAM=jdam:guided bomb | BLU-109 penetrator bombs=x:blu-109:penetrator bomb | MK-82 500lb general purpose bombs=x:mk-82:general purpose bomb'),
    ('The State Department cleared the sale of 2,400 AGR-20A APKWS rockets.', 'AGR-20A APKWS rockets=x:agr-20a:guided aircraft rocket'),
    ('Bulgaria will receive 183 M1126 Stryker Infantry Carrier Vehicles and M1132 Stryker engineer squad vehicles.', 'M1126 Stryker Infantry Carrier Vehicles=stryker:infantry carrier vehicle | M1132 Stryker engineer squad vehicles=x:m1132:engineer squad vehicle'),
    ('The proposed sale covers 250 FIM-92K Stinger Block I missiles and FGM-148F Javelin missiles.', 'FIM-92K Stinger Block I missiles=stinger:missile | FGM-148F Javelin missiles=javelin:missile'),
    ('Romania asked for 54 M1A2 Abrams main battle tanks, 4 M88A2 Heavy Equipment Recovery Combat Utility Lift Evacuation System (HERCULES) vehicles and 4 M1110 Joint Assault Bridges.', 'M1A2 Abrams main battle tanks=m1a2:main battle tank | M88A2=m88a2:armoured recovery vehicle | HERCULES=m88a2:armoured recovery vehicle | M1110 Joint Assault Bridges=m1074:bridge layer'),
    ('It bought 8 MQ-9B SkyGuardian remotely piloted aircraft with AN/APY-8 Lynx radars.', 'MQ-9B SkyGuardian remotely piloted aircraft=mq-9b:remotely piloted aircraft | AN/APY-8 Lynx radars=an-apy-8:radar'),
    ('The Netherlands requested 163 Tomahawk Block V missiles and 12 Tomahawk Block IV missiles.', 'Tomahawk Block V missiles=tomahawk:missile | Tomahawk Block IV missiles=tomahawk:missile'),
    ('Estonia ordered 100 Javelin lightweight command launch units.', 'Javelin lightweight command launch units=javelin:command launch unit'),
    ('Japan wants 1,200 AIM-120D-3 missiles.', 'AIM-120D-3 missiles=aim-120d-3:missile'),
    ('Finland asked for 150 AIM-9X Block II Sidewinder tactical missiles and 40 GBU-53/B Small Diameter Bomb II all-up rounds.', 'AIM-9X Block II Sidewinder tactical missiles=aim-9x:tactical missile | GBU-53/B Small Diameter Bomb II=sdb-ii:guided bomb'),
    ('Spain will get five AEGIS Weapon Systems with MK 41 vertical launching systems.', 'AEGIS Weapon Systems=aegis:naval combat system | MK 41 vertical launching systems=mk-41:vertical launching system'),
    ('Taiwan requested 29 M142 launchers, 84 Army Tactical Missile Systems and 864 GMLRS pods.', 'M142 launchers=m142:multiple rocket launcher | Army Tactical Missile Systems=atacms:ballistic missile | GMLRS=gmlrs:guided rocket'),
    ('Ukraine received Cobra II MRAP vehicles and Dragon Eye drones.', 'Cobra II MRAP=cobra-ii:mine-resistant vehicle | Dragon Eye drones=x:dragon-eye:drone'),
    ('Berlin has pledged 155mm shells, Dingo vehicles and Wisent 1 mine-clearing tanks.', '155mm shells=class:artillery shell!:artillery shell | Dingo vehicles=dingo:mine-resistant vehicle | Wisent 1 mine-clearing tanks=wisent-1:mine-clearing tank'),
    ('Denmark gave 19 Caesar 8x8 howitzers and Hunter TB tactical drones.', 'Caesar 8x8 howitzers=caesar:howitzer | Hunter TB tactical drones=x:hunter:tactical drone'),
    ('The list names 30 Vector reconnaissance drones, 14 Biber bridge-laying tanks and 5 Dachs engineering tanks.', 'Vector reconnaissance drones=vector-uav:reconnaissance drone | Biber bridge-laying tanks=biber:bridge-laying tank | Dachs engineering tanks=dachs:engineering tank'),
    ('Britain donated Stormer HVM vehicles, Mastiff armoured vehicles and Husky vehicles.', 'Stormer HVM vehicles=stormer:self-propelled anti-aircraft gun | Mastiff armoured vehicles=mastiff:armoured vehicle | Husky vehicles=husky-tsv:mine-resistant vehicle'),
    ('Australia donated 49 M1A1 Abrams and 60 Bushmaster vehicles.', 'M1A1 Abrams=m1a1:main battle tank | Bushmaster vehicles=bushmaster:mine-resistant vehicle'),
    ('Slovakia delivered 13 MiG-29 fighters and a KUB air-defence system.', 'MiG-29 fighters=mig-29:fighter aircraft | KUB air-defence system=kub:air-defence system'),
    ('France sent AMX-10 RC vehicles, Crotale NG batteries and SCALP missiles.', 'AMX-10 RC vehicles=amx-10rc:reconnaissance vehicle | Crotale NG batteries=crotale:surface-to-air missile system | SCALP missiles=storm-shadow:missile'),
    ('Czechia gave RM-70 Vampir rocket launchers and DANA M2 howitzers.', 'RM-70 Vampir rocket launchers=rm-70:rocket launcher | DANA M2 howitzers=dana:howitzer'),
    ('Lithuania handed over L-70 anti-aircraft guns and M577 armoured vehicles.', 'L-70 anti-aircraft guns=x:l-70:anti-aircraft gun | M577 armoured vehicles=m577:armoured vehicle'),
    ('Norway gave 22 M109A3GNs, three MLRS and 4,000 M72 anti-tank weapons.', 'M109A3GNs=m109a3gn:self-propelled howitzer | MLRS=class:multiple rocket launcher!:multiple rocket launcher | M72 anti-tank weapons=m72-law:anti-tank weapon'),
    ('Spain transferred Hawk launchers, 20 M-113 TOA vehicles and Leopard 2A4s.', 'Hawk launchers=hawk-sam:surface-to-air missile system | M-113 TOA vehicles=m113:armoured personnel carrier | Leopard 2A4s=leopard-2a4:main battle tank'),
    ('The Netherlands supplied Viking amphibious vehicles and Alkmaar-class minehunters.', 'Viking amphibious vehicles=x:viking:amphibious vehicle | Alkmaar-class minehunters=x:alkmaar-class:minehunter'),
    ('Canada supplied 39 ACSV armoured vehicles and 200 Senator APCs.', 'ACSV armoured vehicles=x:acsv:armoured vehicle | Senator APCs=senator:armoured personnel carrier'),
    ('Italy delivered two SAMP/T batteries and Aspide missiles.', 'SAMP/T batteries=samp-t:surface-to-air missile system | Aspide missiles=aspide:missile'),
    ('Latvia sent Patria 6x6 vehicles and Stinger missiles.', 'Patria 6x6 vehicles=patria-6x6:wheeled armoured vehicle | Stinger missiles=stinger:missile'),
    ('Poland gave Piorun MANPADS, 14 Leopard 2A4 tanks and 60 PT-91 Twardy tanks.', 'Piorun MANPADS=piorun:portable surface-to-air missile | Leopard 2A4 tanks=leopard-2a4:tank | PT-91 Twardy tanks=pt-91:tank'),
    ('Germany sent IRIS-T SLM systems, 52 Gepard anti-aircraft guns and TRML-4D radars.', 'IRIS-T SLM systems=iris-t-sl:surface-to-air missile system | Gepard anti-aircraft guns=gepard:anti-aircraft gun | TRML-4D radars=hensoldt-trml-4d:radar'),
    ('The second IRIS-T SLS launcher arrived with 12 missiles.', 'IRIS-T SLS launcher=iris-t-sl:surface-to-air missile system | missiles=class:missile!:missile'),
    ('KAI signed a deal for 12 more FA-50PH light combat aircraft with Manila.', 'FA-50PH light combat aircraft=fa-50ph:light combat aircraft'),
    ('The first KF-21 Boramae fighter rolled out in Sacheon.', 'KF-21 Boramae fighter=kf-21:fighter aircraft'),
    ("LIG Nex1's Cheongung-II, also known as M-SAM II, was sold to Saudi Arabia.", 'Cheongung-II=m-sam-ii:surface-to-air missile system | M-SAM II=m-sam-ii:surface-to-air missile system'),
    ('Thailand flies the T-50TH Golden Eagle, a supersonic trainer.', 'T-50TH Golden Eagle=t-50th:supersonic trainer'),
    ('The Marine Corps took delivery of the first MUH-1 Marineon helicopter.', 'MUH-1 Marineon helicopter=muh-1:helicopter'),
    ('DAPA approved mass production of the Light Armed Helicopter (LAH).', 'Light Armed Helicopter=lah:light armed helicopter | LAH=lah:light armed helicopter'),
    ('KAI exported two KUH-1 Surion helicopters to Iraq.', 'KUH-1 Surion helicopters=kuh-1:helicopter'),
    ('Hanwha Systems will build the radar for L-SAM II.', 'radar=class:radar:radar | L-SAM II=l-sam-ii:surface-to-air missile system'),
    ('The ROK Navy commissioned the destroyer ROKS Jeongjo the Great, the first KDX-III Batch-II ship.', 'destroyer ROKS Jeongjo the Great=x:roks-jeongjo-the-great:destroyer | KDX-III Batch-II ship=kdx-iii-batch-ii:destroyer'),
    ('Hanwha offered Canada its Dosan Ahn Chang-ho-class submarine.', 'Dosan Ahn Chang-ho-class submarine=kss-iii:submarine'),
    ('Hyundai Rotem displayed its HR-Sherpa unmanned vehicle and the K808 White Tiger wheeled armoured vehicle.', 'HR-Sherpa unmanned vehicle=ktv-hr-sherpa:unmanned vehicle | K808 White Tiger wheeled armoured vehicle=k808:wheeled armoured vehicle'),
    ("Hanwha's Arion-SMET robot was tested by the US Marines.", 'Arion-SMET=arion-smet:unmanned ground vehicle'),
    ('The army will replace K200 carriers with the Redback.', 'K200 carriers=k200:armoured personnel carrier | Redback=as21:infantry fighting vehicle'),
    ("South Korea plans to field the Hyunmoo-V missile by year's end.", 'Hyunmoo-V missile=hyunmoo-5:missile'),
    ('The 30mm wheeled anti-aircraft gun Cheonho entered service.', 'anti-aircraft gun Cheonho=cheonho:anti-aircraft gun'),
    ('Biho II hybrid air defence vehicles were shown in Riyadh.', 'Biho II=k30-hybrid-biho:self-propelled anti-aircraft gun'),
    ('Hanwha unveiled the L-PGW loitering munition and the Cheongeom missile.', 'L-PGW loitering munition=x:l-pgw:loitering munition | Cheongeom missile=taipers:missile'),
    ('The military fielded the Hyeongung anti-tank missile, known abroad as Raybolt.', 'Hyeongung anti-tank missile=raybolt:anti-tank missile | Raybolt=raybolt:anti-tank missile'),
    ('Korean Air won the contract to upgrade UH-60 Black Hawk helicopters.', 'UH-60 Black Hawk helicopters=uh-60:helicopter'),
    ("The air force will buy Embraer's C-390 Millennium transport aircraft.", 'C-390 Millennium transport aircraft=c-390:transport aircraft'),
    ('HD Hyundai Heavy Industries launched the frigate ROKS Cheonan (FFG-826).', 'frigate ROKS Cheonan (FFG-826)=x:roks-cheonan:frigate'),
    ('Peru chose the K808 armoured vehicle and the K2 tank.', 'K808 armoured vehicle=k808:armoured vehicle | K2 tank=k2:tank'),
    ('Hanwha Aerospace will deliver 9 Chunmoo launchers with CGR-080 missiles to Estonia.', 'Chunmoo launchers=k239:multiple rocket launcher | CGR-080 missiles=cgr-080:missile'),
    ('Norway chose the Type 26 frigate over the F126 and the Constellation class.', 'Type 26 frigate=type-26:frigate | F126=f126:frigate | Constellation class=constellation-class:frigate'),
    ("Sweden picked Naval Group's FDI over the Babcock Arrowhead 120 frigate.", 'FDI=fdi:frigate | Arrowhead 120 frigate=arrowhead-120:frigate'),
    ('Portugal bought six Super Tucanos from Embraer.', 'Super Tucanos=a-29:light attack aircraft'),
    ('Austria ordered 225 Pandur Evolution vehicles.', 'Pandur Evolution vehicles=pandur-evo:wheeled armoured vehicle'),
    ('Saab will supply RBS 70 NG missiles and Giraffe 1X radars to Lithuania.', 'RBS 70 NG missiles=rbs-70:missile | Giraffe 1X radars=giraffe:radar'),
    ('Croatia ordered 44 Leopard 2A8 tanks and handed over M-84 tanks and M-80 infantry fighting vehicles.', 'Leopard 2A8 tanks=leopard-2a8:tank | M-84 tanks=x:m-84:tank | M-80 infantry fighting vehicles=x:m-80:infantry fighting vehicle'),
    ('France ordered 109 CAESAR Mk II guns.', 'CAESAR Mk II guns=caesar:self-propelled howitzer'),
    ('The Boxer RCT30 wheeled infantry fighting vehicle will be built in Kassel.', 'Boxer RCT30 wheeled infantry fighting vehicle=boxer:infantry fighting vehicle'),
    ('Slovakia picked the CV90 MkIV and the AMV XP.', 'CV90 MkIV=cv90-mkiv:infantry fighting vehicle | AMV XP=amvxp:wheeled armoured vehicle'),
    ('Latvia signed for the ASCOD infantry fighting vehicle.', 'ASCOD infantry fighting vehicle=ascod:infantry fighting vehicle'),
    ('Bundeswehr orders Puma S1 vehicles and Skyranger 30 systems.', 'Puma S1 vehicles=puma-ifv:infantry fighting vehicle | Skyranger 30 systems=skyranger:anti-aircraft gun system'),
    ('Hungary received the last of 44 Leopard 2A7HU tanks and a Buffalo recovery vehicle.', 'Leopard 2A7HU tanks=leopard-2a7hu:tank | Buffalo recovery vehicle=x:buffalo:recovery vehicle'),
    ('Nammo will make 155mm ammunition and M72 launchers.', '155mm ammunition=class:artillery ammunition:artillery ammunition | M72 launchers=m72-law:anti-tank rocket launcher'),
    ('Ireland wants Mistral 3 missiles and Thales GM200 radars.', 'Mistral 3 missiles=mistral:missile | GM200 radars=ground-master-200:radar'),
    ('Denmark chose SAMP/T NG over Patriot and picked VL MICA and IRIS-T SLM for the lower tier.', 'SAMP/T NG=samp-t:surface-to-air missile system | Patriot=patriot:surface-to-air missile system | VL MICA=vl-mica:surface-to-air missile system | IRIS-T SLM=iris-t-sl:surface-to-air missile system'),
    ('Belgium will buy 382 Griffon and 60 Jaguar vehicles.', 'Griffon=vbmr-griffon:armoured personnel carrier | Jaguar vehicles=ebrc-jaguar:reconnaissance vehicle'),
    ('Greece showed interest in the Marder 1A3 and the KF41 Lynx.', 'Marder 1A3=marder:infantry fighting vehicle | KF41 Lynx=lynx-kf41:infantry fighting vehicle'),
    ('Estonia received its first CAESAR Mk I howitzers.', 'CAESAR Mk I howitzers=caesar:howitzer'),
    ('Rheinmetall showed the Fuchs JAGM and the Mission Master unmanned vehicle.', 'Fuchs=fuchs:armoured personnel carrier | JAGM=agm-179:air-launched anti-tank missile | Mission Master unmanned vehicle=x:mission-master:unmanned vehicle'),
    ('Turkey offers the Altay tank, the Hisar corvette and the Kizilelma jet.', 'Altay tank=altay:tank | Hisar corvette=x:hisar:corvette | Kizilelma jet=kizilelma:unmanned aerial vehicle'),
    ('Baykar sold Akinci drones to Indonesia and TB3 drones to nobody.', 'Akinci drones=akinci:drone | TB3 drones=x:tb3:drone'),
    ("Roketsan's Cakir cruise missile and Atmaca anti-ship missiles were on show.", 'Cakir cruise missile=x:cakir:cruise missile | Atmaca anti-ship missiles=atmaca:anti-ship missile'),
    ('Otokar will make Cobra II vehicles in Romania.', 'Cobra II vehicles=cobra-ii:wheeled armoured vehicle'),
    ('Elbit will supply PULS rocket launchers and Hermes 450 drones to Serbia.', 'PULS rocket launchers=puls:rocket launcher | Hermes 450 drones=hermes-450:drone'),
    ('Rafael sells the Spike NLOS and the Iron Beam laser.', 'Spike NLOS=spike-nlos:anti-tank missile | Iron Beam=iron-beam:laser weapon'),
    ('Israel sold the Arrow 3 to Germany for $3.5 billion.', 'Arrow 3=arrow-3:anti-ballistic missile system'),
    ('Poland ordered 22 APS Saab 340 AEW aircraft and Orlik trainer planes.', 'Saab 340 AEW aircraft=saab-340-aew:airborne early warning aircraft | Orlik trainer planes=pzl-130:trainer plane'),
    ("Poland's Borsuk IFV and the Rak mortar were ordered from HSW.", 'Borsuk IFV=borsuk:infantry fighting vehicle | Rak mortar=rak:self-propelled mortar'),
    ('The frigate ORP Wicher is the first of three Miecznik ships.', 'frigate ORP Wicher=x:orp-wicher:frigate | Miecznik ships=miecznik:frigate'),
    ('The Black Hornet nano drone was bought by the British Army.', 'Black Hornet nano drone=x:black-hornet:nano drone'),
    ('Ukraine uses Vampire drones, Magura V5 sea drones and Palianytsia missiles.', 'Vampire drones=x:vampire:drone | Magura V5 sea drones=x:magura-v5:sea drone | Palianytsia missiles=palianytsia:missile'),
    ('Russia fired Kh-59 missiles, Kh-47M2 Kinzhal missiles and KN-23 ballistic missiles.', 'Kh-59 missiles=x:kh-59:missile | Kh-47M2 Kinzhal missiles=kinzhal:missile | KN-23 ballistic missiles=kn-23:ballistic missile'),
    ('North Korea showed the 600mm KN-25 and the Hwasong-19 ICBM.', 'KN-25=kn-25:multiple rocket launcher | Hwasong-19 ICBM=hwasong-19:intercontinental ballistic missile'),
    ('Pyongyang sent 170mm Koksan guns and 240mm rocket launchers to Russia.', 'Koksan guns=m-1978-koksan:self-propelled gun | 240mm rocket launchers=class:rocket launcher!:rocket launcher'),
    ('Egypt makes the K9A1EGY and Vietnam wants the K9.', 'K9A1EGY=k9a1egy:self-propelled howitzer | K9=k9:self-propelled howitzer'),
    ('India ordered 100 more K9 Vajra-T howitzers.', 'K9 Vajra-T howitzers=k9-vajra:howitzer'),
    ('Australia ordered 30 AS9 Huntsman howitzers and 15 AS10 vehicles.', 'AS9 Huntsman howitzers=as9:howitzer | AS10 vehicles=as10:ammunition resupply vehicle'),
    ('K-9 Thunder version; K-9A1EGY version; incl 6 production in Egypt.', 'K-9 Thunder=k9:self-propelled howitzer | K-9A1EGY=k9a1egy:self-propelled howitzer'),
    ('AMX-10RC version; aid against Russian invasion.', 'AMX-10RC=amx-10rc:reconnaissance vehicle'),
    ("For Sa'ar-6 corvettes; Barak-8ER version.", "Sa'ar-6 corvettes=saar-6-class:corvette | Barak-8ER=x:barak-8er:surface-to-air missile system"),
    ('TRS-3D radar for 5 K-130 frigates; from Germany.', 'TRS-3D radar=x:trs-3d:radar | K-130 frigates=k130:frigate'),
    ('MTU-881 diesel engine for K-9 SPGs; from production line.', 'MTU-881 diesel engine=mt881:diesel engine | K-9 SPGs=k9:self-propelled gun'),
    ('AIM-9X-2 BVRAAM; for F-35A combat aircraft.', 'AIM-9X-2 BVRAAM=aim-9x-2:air-to-air missile | F-35A combat aircraft=f-35a:combat aircraft'),
    ('Mk-54 MAKO ASW torpedo; for P-8A aircraft.', 'Mk-54 MAKO ASW torpedo=mk-54:torpedo | P-8A aircraft=p-8:maritime patrol aircraft'),
    ('KT-1P version; assembled in Peru.', 'KT-1P=kt-1p:trainer aircraft'),
    ('DSME-1400 submarine; Nagapasa-class; incl 1 assembled in Indonesia.', 'DSME-1400 submarine=dsme1400:submarine | Nagapasa-class=dsme1400:submarine'),
    ('Probably second-hand; Soviet-era 2S1 self-propelled guns; refurbished.', '2S1 self-propelled guns=2s1:self-propelled gun'),
    ('Pohang-class corvette; second-hand but modernized; gift.', 'Pohang-class corvette=pohang-class:corvette'),
    ('ARTHUR Mod-C; for use with K-9 guns.', 'ARTHUR=arthur:artillery-locating radar | K-9 guns=k9:self-propelled howitzer'),
    ("Poland's K9s arrived. The howitzers were unloaded in Gdynia, and the guns were driven to Torun.", 'K9s=k9:self-propelled howitzer | howitzers=k9:howitzer | guns=k9:gun'),
    ('The Bundeswehr will get 105 Leopard 2A8 tanks. The first Leopards are due in 2027.', 'Leopard 2A8 tanks=leopard-2a8:tank | Leopards=leopard-2a8:main battle tank'),
    ("Sweden's Archer, a wheeled howitzer, was sold to Britain. The Archers were used.", 'Archer=archer:wheeled howitzer | Archers=archer:self-propelled howitzer'),
    ('The RBS 70 NG was sold to Latvia; the system has a range of 9 km.', 'RBS 70 NG=rbs-70:portable surface-to-air missile'),
    ("Kongsberg's Naval Strike Missile (NSM) was chosen by Latvia. The NSM flies low.", 'Naval Strike Missile=nsm:anti-ship missile | NSM=nsm:anti-ship missile | NSM=nsm:anti-ship missile'),
    ('The K239 Chunmoo, known in Poland as Homar-K, fires CTM-290 missiles.', 'K239 Chunmoo=k239:multiple rocket launcher | Homar-K=homar-k:multiple rocket launcher | CTM-290 missiles=ctm-290:missile'),
    ('The AH-64E Apache Guardian was ordered by Seoul. The Apaches will replace Cobras.', 'AH-64E Apache Guardian=ah-64e:attack helicopter | Apaches=ah-64e:attack helicopter | Cobras=ah-1:attack helicopter'),
    ('The P-8A Poseidon landed in Pohang; the Poseidon is a maritime patrol aircraft.', 'P-8A Poseidon=p-8:maritime patrol aircraft | Poseidon=p-8:maritime patrol aircraft | maritime patrol aircraft=class:maritime patrol aircraft:maritime patrol aircraft'),
    ("Denmark's Iver Huitfeldt-class frigates and Absalon-class ships are old.", 'Iver Huitfeldt-class frigates=x:iver-huitfeldt-class:frigate | Absalon-class ships=x:absalon-class:ship'),
    ("The Royal Navy's Type 45 destroyer HMS Dauntless sailed.", 'Type 45=type-45:destroyer | destroyer HMS Dauntless=x:hms-dauntless:destroyer'),
    ("South Korea's Cheonmu rocket launchers and Chunma missiles were shown.", 'Cheonmu rocket launchers=k239:rocket launcher | Chunma missiles=k-sam:missile'),
    ('Seoul showed the K-SAAM and the Hyungung; the KGGB bomb was sold to Thailand.', 'K-SAAM=haegung:surface-to-air missile | Hyungung=raybolt:anti-tank missile | KGGB bomb=kggb:guided bomb'),
    ('The ship-to-air missile Haegung was exported to Malaysia.', 'ship-to-air missile Haegung=haegung:ship-to-air missile'),
    ('Poonsan Corp. will sell 155mm shells to Poland.', '155mm shells=class:artillery shell!:artillery shell'),
    ('STX Engine makes the MT881 engine for the K9.', 'MT881=mt881:diesel engine | K9=k9:self-propelled howitzer'),
    ('Hyundai Wia showed its 81mm mortar system and lightweight 105mm howitzer.', '81mm mortar system=class:mortar:mortar system | 105mm howitzer=class:howitzer:howitzer'),
    ("The navy's first 8,200-ton Aegis destroyer Jeongjo the Great was delivered.", 'Aegis destroyer Jeongjo the Great=x:jeongjo-the-great:aegis destroyer'),
    ('The 3,000-ton Jang Bogo-III class submarine Ahn Mu test-fired an SLBM.', 'Jang Bogo-III=kss-iii:submarine | submarine Ahn Mu=x:ahn-mu:submarine | SLBM=class:submarine-launched ballistic missile:submarine-launched ballistic missile'),
    ("North Korea's Choe Hyon destroyer fired a Hwasal-2 cruise missile.", 'Choe Hyon destroyer=choe-hyon-class:destroyer | Hwasal-2 cruise missile=hwasal-2:cruise missile'),
    ('Russia used FAB-500 glide bombs, Lancet drones and Kh-101 cruise missiles.', 'FAB-500 glide bombs=x:fab-500:glide bomb | Lancet drones=lancet:drone | Kh-101 cruise missiles=kh-101:cruise missile'),
    ('Ukraine received 31 M1A1 Abrams, 14 Challenger 2s and 40 Marder 1A3s.', 'M1A1 Abrams=m1a1:main battle tank | Challenger 2s=challenger-2:main battle tank | Marder 1A3s=marder:infantry fighting vehicle'),
    ('Transfers: 12 ex-Dutch F-16AM; 3 NASAMS II fire units; 1 Patriot PAC-2 GEM-T battery.', 'F-16AM=f-16am:fighter aircraft | NASAMS II=nasams:surface-to-air missile system | Patriot PAC-2 GEM-T battery=pac-2:surface-to-air missile'),
    ('UNROCA: Category II: 24 M-ATV; Category III: 8 FH-70; Category VII: 48 Igla-S.', 'M-ATV=m-atv:mine-resistant vehicle | FH-70=fh70:towed howitzer | Igla-S=igla:portable surface-to-air missile'),
    ('UNROCA: V Attack helicopters: 6 Mi-35M; VI Warships: 1 Braunschweig class corvette.', 'Attack helicopters=class:attack helicopter:attack helicopter | Mi-35M=mi-35m:attack helicopter | Braunschweig class corvette=k130:corvette'),
    ('For 4 Gowind-2500 frigates; MM-40-3 Exocet version.', 'Gowind-2500 frigates=gowind:frigate | MM-40-3 Exocet=exocet:anti-ship missile'),
    ('MU-90 ASW torpedo; for FREMM frigates; Black Shark torpedo for submarines.', 'MU-90 ASW torpedo=mu90:torpedo | FREMM frigates=fremm:frigate | Black Shark torpedo=black-shark:torpedo | submarines=class:submarine:submarine'),
    ('Sea Giraffe AMB radar; for Visby corvettes; RBS-15 Mk-3 missiles.', 'Sea Giraffe AMB radar=giraffe:radar | Visby corvettes=visby-class:corvette | RBS-15 Mk-3 missiles=rbs-15:missile'),
    ('T-50 Golden Eagle; FA-50GF and FA-50PL versions; part of $3 b deal.', 'T-50 Golden Eagle=t-50:trainer aircraft | FA-50GF=fa-50gf:light combat aircraft | FA-50PL=fa-50pl:light combat aircraft'),
    ('Patria AMV; KTO Rosomak version; more than 900 produced in Poland.', 'Patria AMV=amv:wheeled armoured vehicle | KTO Rosomak=rosomak:wheeled armoured vehicle'),
    ('Piranha-5 version; incl command post, ambulance and mortar carrier versions.', 'Piranha-5=piranha-v:wheeled armoured vehicle | mortar carrier=class:self-propelled mortar:mortar carrier'),
    ('F-16C Block-52+ version; refurbished before delivery; GBU-49 and JSOW bombs.', 'F-16C=f-16c:fighter aircraft | GBU-49=gbu-49:guided bomb | JSOW bombs=jsow:guided bomb'),
    ('PULS MRL; Danish order for 8; including Predator Hawk missiles and Accular rockets.', 'PULS MRL=puls:multiple rocket launcher | Predator Hawk missiles=x:predator-hawk:missile | Accular rockets=x:accular:rocket'),
    ('Skynex; deal worth EUR182 m; for use with Oerlikon Revolver Gun Mk3.', 'Skynex=skynex:anti-aircraft gun system'),
    ('Romania requested 4,000 Spike LR2 missiles and 300 K9 howitzers.', 'Spike LR2 missiles=spike-lr2:missile | K9 howitzers=k9:howitzer'),
    ('The sale covers MQ-9B SeaGuardian drones, AN/ZPY-8 radars and Hellfire II missiles.', 'MQ-9B SeaGuardian drones=mq-9b:drone | AN/ZPY-8 radars=x:an-zpy-8:radar | Hellfire II missiles=agm-114:missile'),
    ('Belgium asked for 240 AIM-120C-8 AMRAAMs and Germany for 600 PAC-3 MSEs.', 'AIM-120C-8 AMRAAMs=aim-120c-8:air-to-air missile | PAC-3 MSEs=pac-3-mse:surface-to-air missile'),
    ('Up to eight (8) MQ-4C Triton aircraft and 36 F110-GE-129D engines.', 'MQ-4C Triton aircraft=mq-4c:unmanned aerial vehicle | F110-GE-129D=x:f110-ge-129d:aircraft engine'),
    ('Germany requested 75 AGM-158B/B-2 JASSM-ER missiles; Italy asked for one KC-46A.', 'AGM-158B/B-2 JASSM-ER missiles=jassm-er:missile | KC-46A=kc-46:tanker aircraft'),
    ('Finland requested 500 AGM-154C JSOWs and 200 Mk 84 bombs.', 'AGM-154C JSOWs=x:agm-154c:guided bomb | Mk 84 bombs=x:mk-84:bomb'),
    ('300 M982A1 Excalibur tactical projectiles and M795 high explosive projectiles were cleared.', 'M982A1 Excalibur tactical projectiles=x:m982a1:tactical projectile | M795 high explosive projectiles=x:m795:high explosive projectile'),
    ('Poland wants 4 aerostats and IBCS engagement operations centers.', 'aerostats=class:aerostat!:aerostat | IBCS=ibcs:air-defence command system'),
    ('The Czech Republic asked for 24 F-35A jets; the Lockheed Martin F-35 Lightning II is stealthy.', 'F-35A jets=f-35a:fighter aircraft | F-35 Lightning II=f-35:fighter aircraft'),
    ("In Pohang, in Incheon and in Daegu the ships of the P-8A's squadron docked.", 'P-8A=p-8:maritime patrol aircraft'),
    ('Seoul hopes to close the K2 deal and the K9 contract soon.', 'K2=k2:main battle tank | K9=k9:self-propelled howitzer'),
    ('A Polish corvette, ORP Slazak, met the visitors.', 'corvette, ORP Slazak=x:orp-slazak:corvette'),
    ('A Korean destroyer escorted tankers off Somalia.', 'destroyer=class:destroyer!:destroyer'),
    ('Kyiv had asked for air-defence systems, Seoul says.', 'air-defence systems=class:air-defence system!:air-defence system'),
    ('HMS Prince of Wales led the group past Busan.', 'HMS Prince of Wales=x:hms-prince-of-wales:aircraft carrier'),
    ('The Lynx was pitched by Rheinmetall; its Lynx KF41 infantry fighting vehicle won.', 'Lynx=lynx-kf41:infantry fighting vehicle | Lynx KF41 infantry fighting vehicle=lynx-kf41:infantry fighting vehicle'),
    ('Spain transferred Hawk launchers and Leopard 2A4s.', 'Hawk launchers=hawk-sam:surface-to-air missile system | Leopard 2A4s=leopard-2a4:main battle tank'),
    ('Portugal flies Puma helicopters and the army throws Puma drones.', 'Puma helicopters=puma-helicopter:helicopter | Puma drones=puma-uav:drone'),
    ('Denmark gave Hunter tactical drones and Boxer vehicles.', 'Hunter tactical drones=x:hunter:tactical drone | Boxer vehicles=boxer:wheeled armoured vehicle'),
    ('It bought 8 MQ-9B drones with AN/APY-8 Lynx radars.', 'MQ-9B drones=mq-9b:drone | AN/APY-8 Lynx radars=an-apy-8:radar'),
    ('The UK retired its Lynx helicopters.', 'Lynx helicopters=lynx-helicopter:helicopter'),
    ('Second-hand FV103s; Spartan APCs and FV-432 APC versions.', 'FV103s=fv103-spartan:armoured personnel carrier | Spartan APCs=fv103-spartan:armoured personnel carrier | FV-432 APC=fv432:armoured personnel carrier'),
    ('The Hawk jets trained pilots.', 'Hawk jets=hawk-trainer:trainer aircraft'),
    ('Berlin has pledged 155mm shells and 155mm ammunition.', '155mm shells=class:artillery shell!:artillery shell | 155mm ammunition=class:artillery ammunition!:artillery ammunition'),
    ('AN/AAR-57 missile warning systems and AN/TPQ-99 radars were included.', 'AN/AAR-57 missile warning systems=x:an-aar-57:missile warning system | AN/TPQ-99 radars=x:an-tpq-99:radar'),
    ('Canada asked for 31 MK 48 Mod 7 torpedoes.', 'MK 48 Mod 7 torpedoes=mk-48:torpedo'),
    ('The request covers 461 M30A2 Guided Multiple Launch Rocket System Alternative Warhead pods.', 'M30A2 Guided Multiple Launch Rocket System=x:m30a2:guided rocket'),
    ('The request holds twenty (20) GAU-21 .50-caliber machine guns and ten (10) AN/AAQ-24 infrared countermeasure systems.', 'GAU-21 .50-caliber machine guns=x:gau-21:machine gun | AN/AAQ-24 infrared countermeasure systems=x:an-aaq-24:infrared countermeasure system'),
    ('The K9 howitzer deal was signed while K2 climbers froze and the M25 motorway closed.', 'K9 howitzer=k9:howitzer'),
    ("Poland's K2 tanks crossed; Tiger Woods won and the Jaguar dealers struck.", 'K2 tanks=k2:tank'),
    ('Hanwha sold K9 howitzers; its baseball club, the Eagles, beat the Tigers and the Lions.', 'K9 howitzers=k9:howitzer'),
    ('An FA-50 jet flew over the Airbus A320 and the Boeing 737-800 of LOT at gate A12.', 'FA-50 jet=fa-50:light combat aircraft'),
    ('The KF-21 jet needs F414 engines, which GE makes in Lynn; the B737 does not.', 'KF-21 jet=kf-21:fighter aircraft | F414=f414:aircraft engine'),
    ('Hyundai Rotem builds K2 tanks and KTX-Eum trains, the EMU-320 and the A-train.', 'K2 tanks=k2:tank'),
    ('The Saab 2000 and the ATR 72-600 fly for airlines; the C-130J does not.', 'C-130J=c-130j:transport aircraft'),
    ('The bill, H.R. 7900, funds F-35s; Section 1250 covers AUKUS.', 'F-35s=f-35:fighter aircraft'),
    ('In Room B205 the MBT group met; Mrs. Abrams spoke on Article 5.', 'MBT=class:main battle tank:main battle tank'),
    ('The G20 summit and the E5 defence ministers spoke about howitzers.', 'howitzers=class:howitzer:howitzer'),
    ("Turkey's TAI will sell 48 KAAN jets to Indonesia and T625 Gokbey helicopters to Azerbaijan.", 'KAAN jets=kaan:fighter aircraft | T625 Gokbey helicopters=gokbey:helicopter'),
    ('Spain will buy 100 Dragon VCR vehicles and 30 Hurjet trainers.', 'Dragon VCR vehicles=dragon-8x8:wheeled armoured vehicle | Hurjet trainers=hurjet:trainer aircraft'),
    ('Norway donated NASAMS launchers, M109s, and six F-16s out of service.', 'NASAMS launchers=nasams:surface-to-air missile system | M109s=m109:self-propelled howitzer | F-16s=f-16:fighter aircraft'),
    ('Serbia bought FK-3 missile systems and CH-95 drones from China and Mistral missiles from France.', 'FK-3 missile systems=hq-22:surface-to-air missile system | CH-95 drones=x:ch-95:drone | Mistral missiles=mistral:missile'),
    ('The Philippines ordered two HDC-3100 frigates and two Pohang-class corvettes.', 'HDC-3100 frigates=hdc-3100:frigate | Pohang-class corvettes=pohang-class:corvette'),
    ("Peru's SIMA will build HDP-2200 patrol ships with HD Hyundai.", 'HDP-2200 patrol ships=hdp-2200:patrol ship'),
    ("Thailand will take a DW3000F frigate; New Zealand's Aotearoa is an HHI tanker.", 'DW3000F frigate=dw3000f:frigate'),
    ('Iraq bought eight batteries of M-SAM II; the UAE has them already and Saudi Arabia ten more.', 'M-SAM II=m-sam-ii:surface-to-air missile system'),
    ('Hanwha Systems will supply the multifunction radar (MFR) of the Cheongung-II.', 'radar=class:radar:radar | Cheongung-II=m-sam-ii:surface-to-air missile system'),
    ("Korea's first homegrown SLBM was fired from the ROKS Dosan Ahn Chang-ho, a 3,000-ton sub.", 'SLBM=class:submarine-launched ballistic missile!:submarine-launched ballistic missile | ROKS Dosan Ahn Chang-ho=x:roks-dosan-ahn-chang-ho:submarine'),
    ('HJ Shipbuilding delivered the fast patrol boat Chamsuri-211, a PKMR.', 'patrol boat Chamsuri-211=x:chamsuri-211:patrol boat | PKMR=pkmr:patrol vessel'),
    ('The Marine Corps will get MAH attack helicopters; the Army retires its 500MDs and AH-1S Cobras.', 'MAH attack helicopters=mah:attack helicopter | 500MDs=500md:light armed helicopter | AH-1S Cobras=ah-1s:attack helicopter'),
    ("LIG Nex1's Bigung and Poniard rockets passed US tests.", 'Bigung=logir:guided aircraft rocket | Poniard rockets=logir:guided aircraft rocket'),
    ("KAI's LAH Miron entered service; KAI will export Surion helicopters to the UAE.", 'LAH Miron=lah:light armed helicopter | Surion helicopters=kuh-1:helicopter'),
    ('Seoul ordered 40 F-35As, then 20 more F-35A fighters and six P-8As.', 'F-35As=f-35a:fighter aircraft | F-35A fighters=f-35a:fighter aircraft | P-8As=p-8:maritime patrol aircraft'),
    ('DAPA chose the E-7 over the G6500 AEW&C; L3Harris objected.', 'E-7=e-7:airborne early warning aircraft | G6500 AEW&C=x:g6500:airborne early warning aircraft'),
    ('Embraer KC-390s will replace some C-130Hs.', 'KC-390s=c-390:transport aircraft | C-130Hs=c-130h:transport aircraft'),
    ('SNT Dynamics makes the 120mm mortar and transmission of the K9; STX the engine.', '120mm mortar=class:mortar:mortar | transmission=class:transmission:transmission | K9=k9:self-propelled howitzer'),
    ("Romania's army picked the Lynx over the ASCOD, the CV90 and the Redback.", 'Lynx=lynx-kf41:infantry fighting vehicle | ASCOD=ascod:infantry fighting vehicle | CV90=cv90:infantry fighting vehicle | Redback=as21:infantry fighting vehicle'),
    ('Hanwha said the Redback AS21 and the K9A2 would be shown at MSPO with the Taipers missile.', 'Redback AS21=as21:infantry fighting vehicle | K9A2=k9a2:self-propelled howitzer | Taipers missile=taipers:missile'),
    ('Denmark signed for 129 CV90 Mk IIIC; Sweden ordered 50; the Netherlands 60.', 'CV90=cv90:infantry fighting vehicle'),
    ('Saab got a SEK 2bn order for GlobalEye aircraft; Gripen E jets go to Colombia and Thailand.', 'GlobalEye aircraft=globaleye:airborne early warning aircraft | Gripen E jets=jas-39e:fighter aircraft'),
    ("Ottawa shortlisted TKMS's Type 212CD and Hanwha's KSS-III for its CPSP.", 'Type 212CD=type-212cd:submarine | KSS-III=kss-iii:submarine'),
    ('Kyiv wants 25 Patriot systems, 100 Gripens and thousands of FP-1 drones; FP-5 Flamingo missiles follow.', 'Patriot systems=patriot:surface-to-air missile system | Gripens=jas-39:fighter aircraft | FP-1 drones=x:fp-1:drone | FP-5 Flamingo missiles=flamingo:missile'),
    ('Moscow launched 500 Shaheds, 40 Kalibrs, Iskander-Ms and Kinzhals.', 'Shaheds=shahed-136:loitering munition | Kalibrs=kalibr:cruise missile | Iskander-Ms=iskander-m:ballistic missile | Kinzhals=kinzhal:ballistic missile'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_all_weapons_of_a_sentence(text: str, expected: str) -> None:
    found = weapons_of(text)
    written = (f"{w.exact}={w.key.removeprefix('weapon:')}{'!' if w.item else ''}:{w.category}" for w in found)
    assert " | ".join(written) == expected


NOTHING = [
    'The shop at 14 Hawk Lane, London SW1A 2AA, sells B52 cocktails.',
    'Take the A38 past junction J24 and the M5 motorway to Leopard Road.',
    'A leopard killed a goat near the park; two tigers and a puma were seen.',
    'Tiger Woods shot a 66 while Cobra golf clubs sold out.',
    'Korean Air flies an A330-300 and a Boeing 787-9 to Warsaw from gate B12.',
    'LOT bought Embraer E195-E2 jets and Airbus A220-300 planes.',
    'The airline ordered 50 Boeing 737 MAX jets and 20 A321neo aircraft.',
    'The Jaguar F-Type and the Ford Puma were recalled; so was the Dacia Duster.',
    'Rockets beat Hornets 112-98 and the Hawks lost to the Raptors.',
    'The Type 2 diabetes drug and the H5N1 virus made news.',
    'The M3 chip, the RTX 4090 and the Galaxy S24 went on sale.',
    'Flight KE901 left from Terminal 2 for CDG.',
    'He scored in the 88th minute; FC Archer won 2-0.',
    'The G7 and the G20 will meet; so will the E3 and the C5.',
    'Route 66, Highway 101 and the B-road B2.',
    'Patria is a firm; a Boxer dog barked at Rafael.',
    'Stinger cocktails and Javelin throws pleased the crowd.',
    'The Javelin record fell at 98 metres.',
    'The U-21 team beat the U-19 side.',
    'The Spike Lee film and the Meteor Garden show opened.',
    'Form DD-214 and Form I-94 are due on page A3.',
    'The bill HR-1234 and Resolution 2231 passed.',
    'Hyundai launched the Ioniq 5 and Kia the EV9 and K9 sedan.',
    "Samsung's 990 PRO drives and LG's C3 TVs sold well.",
    'The asteroid 2024 YR4 and the star HD-189733 were seen.',
    "NASA's Artemis II rocket and SpaceX's Falcon 9 rocket flew.",
    'A storm class A1 warning was given on the A1 road.',
    'The Puma shoes and the Typhoon season came.',
    'The Boeing 777 had 300 aboard and an Airbus A350 followed.',
    'The Czech ammunition initiative delivered shells.',
    'A Korean firm exported 300 forklifts, 20 excavators and a crane.',
    "Kia's KMTV trucks and its Bongo III trucks were sold to the army and to farmers.",
]  # fmt: skip


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_weapon(text: str) -> None:
    assert [weapon.exact for weapon in weapons_of(text)] == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The Hawk launchers were sent.", "weapon:hawk-sam"),
        ("The Hawk jets were sent.", "weapon:hawk-trainer"),
        ("The Puma helicopters were sent.", "weapon:puma-helicopter"),
        ("The Puma drones were sent.", "weapon:puma-uav"),
        ("The Puma infantry fighting vehicles were sent.", "weapon:puma-ifv"),
        ("The Lynx infantry fighting vehicles were sent.", "weapon:lynx-kf41"),
        ("The Lynx helicopters were sent.", "weapon:lynx-helicopter"),
        ("The Hunter drones were sent.", "weapon:x:hunter"),
        ("The Tiger tanks were sent.", "weapon:x:tiger"),
    ],
)
def test_the_noun_tells_namesakes_apart(text: str, key: str) -> None:
    (weapon,) = weapons_of(text)
    assert weapon.key == key


def test_weapons_by_form_alone_are_marked_so() -> None:
    by_form, known = weapons_of("They bought Magura V5 sea drones and K9 howitzers.")
    assert (by_form.key, known.key) == ("weapon:x:magura-v5", "weapon:k9")
    assert by_form.inferred
    assert not known.inferred


@pytest.mark.parametrize(
    "text",
    [
        "Oslo chose the RGM-84L Harpoon missile. The Harpoon flies low.",
        "Seoul ordered the AH-64E Apache Guardian. The Apaches will replace others.",
        "They sent the M88A2 Recovery Vehicle (HERCULES) and tanks. HERCULES pulls tanks.",
        "Warsaw gets 105 Leopard 2A8 tanks. The first Leopards are due in 2027.",
    ],
)
def test_two_names_of_one_weapon_are_one(text: str) -> None:
    assert len({weapon.key for weapon in weapons_of(text) if not weapon.key.startswith("class:")}) == 1
