"""Weapons as reports of orders, aid, fleets and fairs name them."""

from __future__ import annotations

import pytest
from weapon_notation import shown, weapons_of

# Each sentence with its weapons, as they are shown.
SENTENCES = [
    # Orders and stocks by country
    (
        "Thailand chose the Gripen E/F over the F-16 Block 70/72.",
        "Gripen E/F=jas-39e:fighter aircraft | F-16 Block 70/72=f-16v:fighter aircraft",
    ),
    (
        "Jordan received 12 F-16AM/BM fighters and Iraq 24 T-50IQ jets.",
        "F-16AM/BM fighters=x:f-16am-bm:fighter aircraft | T-50IQ jets=t-50iq:light combat aircraft",
    ),
    (
        "Egypt wants Rafale F3R fighters, S-43 submarines and Khrizantema missiles.",
        "Rafale F3R fighters=rafale:fighter aircraft | S-43 submarines=x:s-43:submarine | Khrizantema missiles=x:khrizantema:missile",
    ),
    (
        "Iraq signed for eight batteries of Cheongung-II and 14 KUH-1 helicopters.",
        "Cheongung-II=m-sam-ii:surface-to-air missile system | KUH-1 helicopters=kuh-1:helicopter",
    ),
    (
        "Indonesia ordered 42 Rafale jets, 2 Scorpene Evolved submarines and 48 KAAN fighters.",
        "Rafale jets=rafale:fighter aircraft | Scorpene Evolved submarines=scorpene:submarine | KAAN fighters=kaan:fighter aircraft",
    ),
    (
        "Vietnam bought 20 K9 self-propelled howitzers in a 350 billion won deal.",
        "K9 self-propelled howitzers=k9:self-propelled howitzer",
    ),
    (
        "The Philippines got two Jose Rizal-class frigates and 12 FA-50PH jets and BrahMos batteries.",
        "Jose Rizal-class frigates=hdf-2600:frigate | FA-50PH jets=fa-50ph:light combat aircraft | BrahMos batteries=brahmos:anti-ship missile",
    ),
    (
        "Romania ordered 54 K9 howitzers and 36 K10 vehicles, 216 Piranha 5s, and Bayraktar TB2s.",
        "K9 howitzers=k9:howitzer | K10 vehicles=k10:ammunition resupply vehicle | Piranha 5s=piranha-v:wheeled armoured vehicle | Bayraktar TB2s=bayraktar-tb2:unmanned aerial vehicle",
    ),
    (
        "Estonia took 12 more K9s and Latvia 42 ASCOD vehicles; Lithuania chose 44 Leopard 2A8s.",
        "K9s=k9:self-propelled howitzer | ASCOD vehicles=ascod:infantry fighting vehicle | Leopard 2A8s=leopard-2a8:main battle tank",
    ),
    (
        "Norway selected the Type 26 frigate and bought six MH-60R Seahawks.",
        "Type 26 frigate=type-26:frigate | MH-60R Seahawks=mh-60r:anti-submarine warfare helicopter",
    ),
    (
        "Sweden sent Archer guns, RBS 70 launchers, and ten Strf 90 vehicles.",
        "Archer guns=archer:self-propelled howitzer | RBS 70 launchers=rbs-70:portable surface-to-air missile | Strf 90 vehicles=cv90:infantry fighting vehicle",
    ),
    (
        "Finland ordered 64 F-35As, 29 AMVXP vehicles, and David's Sling systems.",
        "F-35As=f-35a:fighter aircraft | AMVXP vehicles=amvxp:wheeled armoured vehicle | David's Sling systems=davids-sling:surface-to-air missile system",
    ),
    (
        "Denmark's navy is armed with Harpoon Block II missiles, ESSM missiles and SM-2 missiles.",
        "Harpoon Block II missiles=harpoon:missile | ESSM missiles=essm:missile | SM-2 missiles=sm-2:missile",
    ),
    (
        "Dutch PULS launchers arrived, with EXTRA rockets, while 46 new Leopard 2A8 tanks come in 2028.",
        "PULS launchers=puls:multiple rocket launcher | EXTRA rockets=extra:guided rocket | Leopard 2A8 tanks=leopard-2a8:tank",
    ),
    (
        "Germany bought 105 Leopard 2A8s, 35 P-8A Poseidons, 60 CH-47F Block II Chinooks and Arrow 3 launchers.",
        "Leopard 2A8s=leopard-2a8:main battle tank | P-8A Poseidons=p-8:maritime patrol aircraft | CH-47F Block II Chinooks=ch-47f:transport helicopter | Arrow 3 launchers=arrow-3:anti-ballistic missile system",
    ),
    (
        "Belgium's 382 Griffons and 60 Jaguars; nine Caesar NG guns.",
        "Griffons=vbmr-griffon:armoured personnel carrier | Jaguars=ebrc-jaguar:reconnaissance vehicle | Caesar NG guns=caesar:self-propelled howitzer",
    ),
    (
        "France pledged Mirage 2000-5Fs, 78 CAESARs, AASM bombs, and SCALP-EG cruise missiles.",
        "Mirage 2000-5Fs=mirage-2000-5f:fighter aircraft | CAESARs=caesar:self-propelled howitzer | AASM bombs=aasm:guided bomb | SCALP-EG cruise missiles=storm-shadow:cruise missile",
    ),
    (
        "The U.S. sent 31 M1A1 Abrams tanks, 300-plus Bradleys, 189 Strykers and 39 HIMARS.",
        "M1A1 Abrams tanks=m1a1:tank | Bradleys=m2-bradley:infantry fighting vehicle | Strykers=stryker:wheeled armoured vehicle | HIMARS=m142:multiple rocket launcher",
    ),
    (
        "Britain gave 14 Challenger 2s, 30 AS-90s, Brimstones and Storm Shadows.",
        "Challenger 2s=challenger-2:main battle tank | AS-90s=as90:self-propelled howitzer | Brimstones=brimstone:air-to-surface missile | Storm Shadows=storm-shadow:air-to-surface missile",
    ),
    (
        "Slovakia delivered eight Zuzana 2 howitzers; 13 MiG-29s; one S-300 battery.",
        "Zuzana 2 howitzers=zuzana-2:howitzer | MiG-29s=mig-29:fighter aircraft | S-300 battery=s-300:surface-to-air missile system",
    ),
    (
        "Bulgaria ordered 8 F-16 Block 70s and 183 Stryker vehicles.",
        "F-16 Block 70s=f-16v:fighter aircraft | Stryker vehicles=stryker:wheeled armoured vehicle",
    ),
    (
        "Poland ordered 96 AH-64E Apaches, 32 AW149s, 366 M1A1/M1A2 Abrams, 288 Chunmoos and 3 A26 boats.",
        "AH-64E Apaches=ah-64e:attack helicopter | AW149s=aw149:transport helicopter | M1A1=m1a1:main battle tank | M1A2 Abrams=m1a2:main battle tank | Chunmoos=k239:multiple rocket launcher | A26 boats=a26:submarine",
    ),
    (
        "Greece took delivery of two Kimon-class frigates and MM40 Block 3C missiles.",
        "Kimon-class frigates=fdi:frigate | MM40 Block 3C missiles=exocet:missile",
    ),
    (
        "Italy will spend on 25 Typhoons, 132 Ariete C2s and 16 Centauro IIs; Lynx KF-41s follow.",
        "Typhoons=eurofighter:fighter aircraft | Ariete C2s=ariete:main battle tank | Centauro IIs=centauro:wheeled armoured vehicle | Lynx KF-41s=lynx-kf41:infantry fighting vehicle",
    ),
    (
        "Iran showed Fattah-2 missiles, Shahed-149 Gaza drones, and Bavar-373 systems.",
        "Fattah-2 missiles=fattah-2:missile | Shahed-149 Gaza drones=shahed-149:drone | Bavar-373 systems=bavar-373:surface-to-air missile system",
    ),
    (
        "North Korea paraded Hwasong-20 ICBMs, Chonma-20 tanks and 155mm howitzers.",
        "Hwasong-20 ICBMs=hwasong-20:intercontinental ballistic missile | Chonma-20 tanks=chonma-2:tank | 155mm howitzers=class:howitzer:howitzer",
    ),
    (
        "China sold HQ-9P systems, J-10CEs and PL-15E missiles to Pakistan; CM-400AKG missiles too.",
        "HQ-9P systems=hq-9:surface-to-air missile system | J-10CEs=j-10ce:fighter aircraft | PL-15E missiles=pl-15e:missile | CM-400AKG missiles=cm-400akg:missile",
    ),
    (
        "Japan agreed to lend the Type 88 missile and Abukuma-class destroyers to Manila.",
        "Type 88 missile=type-88-ssm:missile | Abukuma-class destroyers=abukuma-class:destroyer",
    ),
    (
        "Australia ordered 11 Mogami frigates, 20 HIMARS, 127 AS21 Redbacks and 28 AS9 Huntsmen.",
        "Mogami frigates=mogami-class:frigate | HIMARS=m142:multiple rocket launcher | AS21 Redbacks=as21:infantry fighting vehicle | AS9 Huntsmen=as9:self-propelled howitzer",
    ),
    (
        "Israel used Merkava Mk 4 tanks, Namer carriers, Hermes 900 drones and Rampage missiles.",
        "Merkava Mk 4 tanks=merkava:tank | Namer carriers=namer:armoured personnel carrier | Hermes 900 drones=hermes-900:drone | Rampage missiles=rampage:missile",
    ),
    (
        "Saudi Arabia bought 10 batteries of M-SAM II, Chunmoo launchers and 72 Typhoons.",
        "M-SAM II=m-sam-ii:surface-to-air missile system | Chunmoo launchers=k239:multiple rocket launcher | Typhoons=eurofighter:fighter aircraft",
    ),
    (
        "Argentina got F-16s, P-3Cs and AIM-120C-5 missiles; Stryker 8x8s came second.",
        "F-16s=f-16:fighter aircraft | P-3Cs=p-3c:maritime patrol aircraft | AIM-120C-5 missiles=x:aim-120c-5:missile | Stryker=stryker:wheeled armoured vehicle",
    ),
    (
        "Colombia chose 17 Gripen E/Fs and Peru 24 F-16 Block 70s.",
        "Gripen E/Fs=jas-39e:fighter aircraft | F-16 Block 70s=f-16v:fighter aircraft",
    ),
    (
        "Morocco's HIMARS, ATMOS 2000s, Barak MX and 36 AH-64Es; Algeria's Su-57Es.",
        "HIMARS=m142:multiple rocket launcher | ATMOS 2000s=atmos:self-propelled howitzer | Barak MX=barak-mx:surface-to-air missile system | AH-64Es=ah-64e:attack helicopter | Su-57Es=su-57:fighter aircraft",
    ),
    (
        "Nigeria bought T-129s, JF-17s, Mi-35Ms, and 24 M-346FAs; Kenya M119s.",
        "T-129s=t129:attack helicopter | JF-17s=jf-17:fighter aircraft | Mi-35Ms=mi-35m:attack helicopter | M-346FAs=m-346fa:trainer aircraft | M119s=m119:towed howitzer",
    ),
    (
        "Kazakhstan bought C295Ws, A400Ms, and Anka drones; Uzbekistan J-10Cs or KF-21s.",
        "C295Ws=c-295:transport aircraft | A400Ms=a400m:transport aircraft | Anka drones=anka:drone | J-10Cs=j-10c:fighter aircraft | KF-21s=kf-21:fighter aircraft",
    ),
    (
        "Serbia bought 12 Rafales, FK-3 systems, CH-95 drones and PULS launchers from Elbit Systems.",
        "Rafales=rafale:fighter aircraft | FK-3 systems=hq-22:surface-to-air missile system | CH-95 drones=ch-95:drone | PULS launchers=puls:multiple rocket launcher",
    ),
    # Aid, fleets and fairs
    (
        "On 11 April Belgium said a first pair of F-16s, for spare parts only, had left Florennes.",
        "F-16s=f-16:fighter aircraft | spare parts=class:spare part:spare part",
    ),
    (
        "Denmark, the Netherlands and Belgium will hand over F-16A/Bs; 16 F-16BMs go to Romania.",
        "F-16A/Bs=x:f-16a-b:fighter aircraft | F-16BMs=f-16bm:fighter aircraft",
    ),
    (
        "Two Super Tucanos and six T-6Cs were delivered, and twelve A-4Ms retired.",
        "Super Tucanos=a-29:light attack aircraft | T-6Cs=t-6c:trainer aircraft",
    ),
    (
        "The first K9PLs, K9A1s and K2GFs arrived with Krab and Rak systems.",
        "K9PLs=k9pl:self-propelled howitzer | K9A1s=k9a1:self-propelled howitzer | K2GFs=k2gf:main battle tank | Krab=krab:self-propelled howitzer | Rak systems=rak:self-propelled mortar",
    ),
    (
        "Ukraine's forces used Bohdana howitzers, Stugna-P missiles, Neptune missiles and Flamingo FP-5 cruise missiles.",
        "Bohdana howitzers=bohdana:howitzer | Stugna-P missiles=stugna-p:missile | Neptune missiles=neptune:missile | Flamingo FP-5 cruise missiles=flamingo:cruise missile",
    ),
    (
        "The aid includes 2 HAWK batteries, 10 AN/TPQ-48 radars, 100 Switchblade 600 drones and 4 Avenger systems.",
        "HAWK batteries=hawk-sam:surface-to-air missile system | AN/TPQ-48 radars=x:an-tpq-48:radar | Switchblade 600 drones=switchblade:drone | Avenger systems=avenger:surface-to-air missile system",
    ),
    (
        "Hanwha showed the Chunmoo 3.0 launcher, an L-PGW loitering munition and a K9A3 gun.",
        "Chunmoo 3.0 launcher=k239:multiple rocket launcher | L-PGW loitering munition=x:l-pgw:loitering munition | K9A3 gun=k9a3:self-propelled howitzer",
    ),
    (
        "The order for AS21s and AS10s is worth A$7 billion.",
        "AS21s=as21:infantry fighting vehicle | AS10s=as10:ammunition resupply vehicle",
    ),
    (
        "A Patriot launcher, a Patriot battery, Patriot interceptors and PAC-3 MSEs.",
        "Patriot launcher=patriot:surface-to-air missile system | Patriot battery=patriot:surface-to-air missile system | Patriot interceptors=patriot:surface-to-air missile system | PAC-3 MSEs=pac-3-mse:surface-to-air missile",
    ),
    (
        "USS Gerald R. Ford and USS Gettysburg (CG 64) joined JS Ise and HMAS Sydney (DDG 42).",
        "USS Gerald R. Ford=x:uss-gerald-r-ford:aircraft carrier | USS Gettysburg (CG 64)=x:uss-gettysburg:cruiser | HMAS Sydney (DDG 42)=x:hmas-sydney:destroyer",
    ),
    (
        "North Korea's KN-25 launchers, 240mm rockets, 170mm Koksan guns and Bulsae-4 missiles.",
        "KN-25 launchers=kn-25:multiple rocket launcher | 240mm rockets=class:rocket:rocket | Koksan guns=m-1978-koksan:self-propelled gun | Bulsae-4 missiles=x:bulsae-4:missile",
    ),
    (
        "Russian Kh-101s, Kalibrs, Shahed-136s, Iskander-Ms, Kinzhals, FAB-500s and Lancets hit Odesa.",
        "Kh-101s=kh-101:cruise missile | Kalibrs=kalibr:cruise missile | Shahed-136s=shahed-136:loitering munition | Iskander-Ms=iskander-m:ballistic missile | Kinzhals=kinzhal:ballistic missile | FAB-500s=fab-500:bomb | Lancets=lancet:loitering munition",
    ),
    (
        "Pakistan's F-22P frigates, Hangor-class boats, SH-15 howitzers and HQ-9/P batteries.",
        "F-22P frigates=f-22p:frigate | Hangor-class boats=hangor-class:submarine | SH-15 howitzers=sh-15:howitzer | HQ-9/P batteries=hq-9:surface-to-air missile system",
    ),
    (
        "A contract for M2HB machine guns, Mk 19 grenade launchers and M240 machine guns, plus M4A1 carbines.",
        "M2HB machine guns=x:m2hb:machine gun | Mk 19 grenade launchers=mk-19:grenade launcher | M240 machine guns=m240:machine gun | M4A1 carbines=m4a1:carbine",
    ),
    (
        "He said 50 T-72EAs, 12 Mi-24Vs, 8 Su-25s and Grads had been sent.",
        "T-72EAs=t-72ea:main battle tank | Mi-24Vs=mi-24v:attack helicopter | Su-25s=su-25:attack aircraft | Grads=bm-21:multiple rocket launcher",
    ),
    # Notices, trackers and fleets
    (
        "The Government of Norway has requested to buy three hundred (300) AIM-120D-3 AMRAAM All-Up Rounds and twenty (20) AIM-120D-3 guidance sections.",
        "AIM-120D-3 AMRAAM=aim-120d-3:air-to-air missile | AIM-120D-3=aim-120d-3:air-to-air missile",
    ),
    (
        "Poland requested 1,000 AGM-179A JAGMs, 500 AGM-114R2 Hellfire II missiles and 7,650 2.75-inch rockets.",
        "AGM-179A JAGMs=x:agm-179a:missile | AGM-114R2 Hellfire II missiles=agm-114r2:missile | rockets=class:rocket!:rocket",
    ),
    (
        "The sale covers ten (10) UH-60M Black Hawk helicopters in standard USG configuration, thirty-eight (38) T700-GE-701D engines.",
        "UH-60M Black Hawk helicopters=uh-60m:helicopter | T700-GE-701D=x:t700-ge-701d:aircraft engine",
    ),
    (
        "Australia has asked for up to 220 RGM-109E Tomahawk Block V All Up Rounds and 20 RGM-109E Tomahawk Block IV AURs.",
        "RGM-109E Tomahawk Block V=rgm-109e:cruise missile | RGM-109E Tomahawk Block IV=rgm-109e:cruise missile",
    ),
    (
        "The State Department approved the sale of 32 MQ-9B SkyGuardians, 22 Lynx AN/APY-8 radars and 1,000 GBU-39B/B LSDBs.",
        "MQ-9B SkyGuardians=mq-9b:unmanned aerial vehicle | Lynx AN/APY-8 radars=an-apy-8:radar | GBU-39B/B=sdb:guided bomb",
    ),
    (
        "Lot 17 covers 126 F-35As, 19 F-35Bs and 12 F-35Cs, powered by F135 engines.",
        "F-35As=f-35a:fighter aircraft | F-35Bs=f-35b:fighter aircraft | F-35Cs=f-35c:fighter aircraft | F135=f135:aircraft engine",
    ),
    (
        "The IISS counts 2,149 main battle tanks: 1,000 K1, 484 K1A1, 250 K2, 80 M48A5 and 35 T-80U.",
        "main battle tanks=class:main battle tank:main battle tank | K1=k1:main battle tank | K1A1=k1a1:main battle tank | K2=k2:main battle tank | M48A5=m48a5:main battle tank | T-80U=t-80u:main battle tank",
    ),
    (
        "Its fleet has three Sejong the Great-class destroyers, six Chungmugong Yi Sun-sin-class destroyers, nine Son Won-il-class boats.",
        "Sejong the Great-class destroyers=kdx-iii:destroyer | Chungmugong Yi Sun-sin-class destroyers=kdx-ii:destroyer | Son Won-il-class boats=kss-ii:submarine",
    ),
    (
        "SIPRI lists 672 K2s, 1,400 K9s and 48 FA-50s on order at the end of 2023.",
        "K2s=k2:main battle tank | K9s=k9:self-propelled howitzer | FA-50s=fa-50:light combat aircraft",
    ),
    (
        "TIV of 12.5 per K9; FA-50PL; delivery 2025-2028; Block-20 version; PLN2.3 b.",
        "K9=k9:self-propelled howitzer | FA-50PL=fa-50pl:light combat aircraft",
    ),
    (
        "Kyiv has received 14 Leopard 2 tanks from Poland, eight from Norway, 28 Challenger 2 from Britain and 18 PzH 2000s.",
        "Leopard 2 tanks=leopard-2:tank | Challenger 2=challenger-2:main battle tank | PzH 2000s=pzh-2000:self-propelled howitzer",
    ),
    (
        "In the third package: 24 IRIS-T SLM units, 3 Skynex systems, 100 Marder 1A3s and 20 RQ-35 Heidrun drones.",
        "IRIS-T SLM=iris-t-sl:surface-to-air missile system | Skynex systems=skynex:anti-aircraft gun system | Marder 1A3s=marder:infantry fighting vehicle | RQ-35 Heidrun drones=x:rq-35:drone",
    ),
    (
        "Zelenskyy thanked Oslo for six F-16s, NASAMS launchers, and AIM-120 missiles for them.",
        "F-16s=f-16:fighter aircraft | NASAMS launchers=nasams:surface-to-air missile system | AIM-120 missiles=aim-120:missile",
    ),
    (
        "Estonia supplied 24 D-30 122mm howitzers with ammunition, Carl Gustaf recoilless rifles, Mistral launchers.",
        "D-30 122mm howitzers=d-30:howitzer | ammunition=class:ammunition!:ammunition | Carl Gustaf recoilless rifles=carl-gustaf:recoilless rifle | Mistral launchers=mistral:portable surface-to-air missile",
    ),
    (
        "South Korea's KDDX destroyer and the KSS-III Batch-III submarine will carry the Hyunmoo-4-4 and L-SAM-II.",
        "KDDX destroyer=kddx:destroyer | KSS-III Batch-III submarine=kss-iii:submarine | Hyunmoo-4-4=hyunmoo-4-4:submarine-launched ballistic missile | L-SAM-II=l-sam-ii:surface-to-air missile system",
    ),
    (
        "Hanwha Systems' MFR for the M-SAM II and Hanwha Aerospace's launchers will go to Baghdad.",
        "M-SAM II=m-sam-ii:surface-to-air missile system",
    ),
    (
        "The KF-21 Block I lacks air-to-ground weapons; Block II adds the KALCM and JDAMs.",
        "KF-21=kf-21:fighter aircraft | KALCM=kalcm:air-to-surface missile | JDAMs=jdam:guided bomb",
    ),
    (
        "Boeing's F-15EX Eagle II, Saab's Gripen E and KAI's KF-21 compete in Manila; Lockheed offers F-16V Block 70/72.",
        "F-15EX Eagle II=f-15ex:fighter aircraft | Gripen E=jas-39e:fighter aircraft | KF-21=kf-21:fighter aircraft | F-16V Block 70=f-16v-block-70:fighter aircraft",
    ),
    (
        "Rheinmetall's KF41 beat Hanwha's AS21 in Romania; GDELS pitched ASCOD, FNSS offered Tulpar.",
        "KF41=lynx-kf41:infantry fighting vehicle | AS21=as21:infantry fighting vehicle | ASCOD=ascod:infantry fighting vehicle | Tulpar=tulpar:infantry fighting vehicle",
    ),
    (
        "Elbit's PULS, KNDS's Euro-PULS and Lockheed's GMARS are rivals of the Chunmoo in Spain.",
        "PULS=puls:multiple rocket launcher | Euro-PULS=euro-puls:multiple rocket launcher | GMARS=gmars:multiple rocket launcher | Chunmoo=k239:multiple rocket launcher",
    ),
    (
        "A source close to the talks said Riyadh wants L-SAM, Cheongung and Chunmoo rather than THAAD or Patriots.",
        "L-SAM=l-sam:surface-to-air missile system | Cheongung=m-sam:surface-to-air missile system | Chunmoo=k239:multiple rocket launcher | THAAD=thaad:anti-ballistic missile system | Patriots=patriot:surface-to-air missile system",
    ),
    (
        "The PLA Navy's Type 055 destroyer Lhasa, Type 052D destroyer Urumqi and Type 093B submarine.",
        "Type 055=type-055:destroyer | destroyer Lhasa=x:lhasa:destroyer | Type 052D=type-052d:destroyer | destroyer Urumqi=x:urumqi:destroyer | Type 093B submarine=type-093b:submarine",
    ),
    (
        "Russia lost a Tu-22M3, an A-50U, an Il-22M11 and 12 Ka-52 Alligators, Oryx counts.",
        "Tu-22M3=tu-22m3:bomber aircraft | A-50U=a-50:airborne early warning aircraft | Il-22M11=il-22:electronic warfare aircraft | Ka-52 Alligators=ka-52:attack helicopter",
    ),
    (
        "Turkey delivered 6 T129 ATAKs, Kirpi II MRAPs and 155mm Panter howitzers to the Philippines and Nigeria.",
        "T129 ATAKs=t129:attack helicopter | Kirpi II MRAPs=kirpi:mine-resistant vehicle | Panter howitzers=panter:towed howitzer",
    ),
    (
        "Paris will transfer 18 VAB ambulances, 128 VABs, TRF1 guns, Mistral MANPADS and Milan launchers.",
        "VAB=vab:armoured personnel carrier | VABs=vab:armoured personnel carrier | TRF1 guns=trf1:towed howitzer | Mistral MANPADS=mistral:portable surface-to-air missile | Milan launchers=milan:anti-tank missile",
    ),
    (
        "Helsinki's Hamina-class boats get Gabriel V missiles; Torp 47 torpedoes; Patria's NEMO mortars.",
        "Hamina-class boats=hamina-class:fast attack craft | Gabriel V missiles=blue-spear:missile | Torp 47 torpedoes=x:torp-47:torpedo | NEMO mortars=nemo:self-propelled mortar",
    ),
    (
        "Bucharest has signed for 32 F-35As, 4 Naval Strike Missile batteries, 298 Lynx and 231 Mistral 3 systems.",
        "F-35As=f-35a:fighter aircraft | Naval Strike Missile batteries=nsm:anti-ship missile | Lynx=lynx-kf41:infantry fighting vehicle | Mistral 3 systems=mistral:portable surface-to-air missile",
    ),
    (
        "Budapest operates 44 Leopard 2A7HUs, 218 Lynx KF41s, 24 PzH 2000 howitzers and 36 H145Ms.",
        "Leopard 2A7HUs=leopard-2a7hu:main battle tank | Lynx KF41s=lynx-kf41:infantry fighting vehicle | PzH 2000 howitzers=pzh-2000:howitzer | H145Ms=h145m:utility helicopter",
    ),
    (
        "Sofia and Bratislava fly F-16s Block 70; Zagreb flies Rafales F3-R.",
        "F-16s=f-16:fighter aircraft | Rafales=rafale:fighter aircraft",
    ),
    (
        "Ljubljana bought Spike LR2 missiles, Patria 8x8s and C-27J Spartans.",
        "Spike LR2 missiles=spike-lr2:missile | Patria 8x8s=amv:wheeled armoured vehicle | C-27J Spartans=c-27j:transport aircraft",
    ),
    (
        "Vilnius ordered NASAMS, PzH2000s, HIMARS, 500 JLTVs, Boxers (Vilkas) and Black Hawks.",
        "NASAMS=nasams:surface-to-air missile system | PzH2000s=pzh-2000:self-propelled howitzer | HIMARS=m142:multiple rocket launcher | JLTVs=jltv:light tactical vehicle | Boxers=boxer:wheeled armoured vehicle | Black Hawks=uh-60:transport helicopter",
    ),
    (
        "Riga bought Naval Strike Missiles, HIMARS, IRIS-T and 42 Hunter IFVs.",
        "Naval Strike Missiles=nsm:anti-ship missile | HIMARS=m142:multiple rocket launcher | IRIS-T=iris-t:air-to-air missile | Hunter IFVs=hunter-afv:infantry fighting vehicle",
    ),
    (
        "Jakarta signed for 66 Rafales... no, 42; plus 24 F-15IDNs, 12 Mirage 2000-5s and 2 PPA frigates.",
        "Rafales=rafale:fighter aircraft | F-15IDNs=x:f-15idn:fighter aircraft | Mirage 2000-5s=mirage-2000-5:fighter aircraft | PPA frigates=thaon-di-revel-class:frigate",
    ),
    (
        "Hanoi took K9s and Su-30MK2s; Kuala Lumpur Hornets from Kuwait and FA-50Ms.",
        "K9s=k9:self-propelled howitzer | Su-30MK2s=su-30mk2:fighter aircraft | Hornets=fa-18:fighter aircraft | FA-50Ms=fa-50m:light combat aircraft",
    ),
    (
        "Cairo's 216 K9A1EGYs, K10s and K11s; Warsaw's Krab and Homar-K programmes.",
        "K9A1EGYs=k9a1egy:self-propelled howitzer | K10s=k10:ammunition resupply vehicle | K11s=k11-fdcv:fire direction control vehicle | Krab=krab:self-propelled howitzer | Homar-K=homar-k:multiple rocket launcher",
    ),
    (
        "Lima's 30 White Tiger K808s from STX and 104 K2s; Bogota's C-Star missiles.",
        "K808s=k808:wheeled armoured vehicle | K2s=k2:main battle tank | C-Star missiles=haeseong:missile",
    ),
    (
        "The 2S7 Pion, 2S5, BM-27 Uragan and Tochka-U; the T-64BV, T-72AMT and Oplot.",
        "2S7 Pion=2s7:self-propelled gun | 2S5=2s5:self-propelled gun | BM-27 Uragan=bm-27:multiple rocket launcher | Tochka-U=tochka-u:ballistic missile | T-64BV=t-64bv:main battle tank | T-72AMT=x:t-72amt:main battle tank | Oplot=t-84:main battle tank",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_all_weapons_of_a_sentence(text: str, expected: str) -> None:
    assert " | ".join(map(shown, weapons_of(text))) == expected
