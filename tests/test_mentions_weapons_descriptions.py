"""Weapons as arms registers designate and describe them."""

from __future__ import annotations

import pytest
from weapon_notation import shown, weapons_of

# Each sentence with its weapons, as they are shown.
SENTENCES = [
    # Designations and descriptions of arms registers
    (
        "AGM-84L Harpoon-2 anti-ship missiles for F-16 combat aircraft; deal worth $125 m.",
        "AGM-84L Harpoon-2 anti-ship missiles=agm-84l:anti-ship missile | F-16 combat aircraft=f-16:combat aircraft",
    ),
    (
        "RIM-162 ESSM SAM for MEKO A-200 frigates.",
        "RIM-162 ESSM SAM=essm:surface-to-air missile | MEKO A-200 frigates=meko-a-200:frigate",
    ),
    (
        "BGM-71F TOW-2B anti-tank missiles for Stryker IFVs; incl 460 TOW-2A version.",
        "BGM-71F TOW-2B anti-tank missiles=bgm-71f:anti-tank missile | Stryker IFVs=stryker:infantry fighting vehicle | TOW-2A=tow:anti-tank missile",
    ),
    (
        "Paveway guided bombs for F-15SA combat aircraft.",
        "Paveway guided bombs=gbu-12:guided bomb | F-15SA combat aircraft=f-15sa:combat aircraft",
    ),
    (
        "500 GBU-12 Paveway II and 100 GBU-24 Paveway III bombs.",
        "GBU-12 Paveway II=gbu-12:guided bomb | GBU-24 Paveway III bombs=gbu-24:guided bomb",
    ),
    (
        "SM-2 Block-3A SAM for KDX-3 destroyers.",
        "SM-2 Block-3A SAM=sm-2:surface-to-air missile | KDX-3 destroyers=kdx-iii:destroyer",
    ),
    ("Type-209/1400 submarines; assembled from kits in Turkey.", "Type-209/1400 submarines=type-209-1400:submarine"),
    ("Gowind-2500 frigates; EUR1 b deal; 3 produced under licence in Egypt.", "Gowind-2500 frigates=gowind:frigate"),
    (
        "MEKO-A200 frigates with MM-40-3 Exocet anti-ship missiles and VL MICA SAM system.",
        "MEKO-A200 frigates=meko-a-200:frigate | MM-40-3 Exocet anti-ship missiles=exocet:anti-ship missile | VL MICA SAM system=vl-mica:surface-to-air missile system",
    ),
    (
        "Mistral-3 portable SAM; for use with Sadral CIWS on frigates.",
        "Mistral-3 portable SAM=mistral:portable surface-to-air missile | Sadral CIWS=sadral:close-in weapon system | frigates=class:frigate:frigate",
    ),
    (
        "MTU-881 diesel engines for K-9 self-propelled guns.",
        "MTU-881 diesel engines=mt881:diesel engine | K-9 self-propelled guns=k9:self-propelled gun",
    ),
    ("AS-355 Fennec light helicopters; second-hand.", "AS-355 Fennec light helicopters=as355:light helicopter"),
    (
        "AS-350 Ecureuil and AS-565 Panther helicopters for the navy.",
        "AS-350 Ecureuil=as350:helicopter | AS-565 Panther helicopters=as565:helicopter",
    ),
    (
        "C-130J-30 Hercules transport aircraft and KC-130J tanker aircraft.",
        "C-130J-30 Hercules transport aircraft=c-130j-30:transport aircraft | KC-130J tanker aircraft=kc-130j:tanker aircraft",
    ),
    (
        "Two KC-130J tanker/transport aircraft for $220 m.",
        "KC-130J tanker/transport aircraft=kc-130j:tanker/transport aircraft",
    ),
    (
        "AW139M helicopters for border patrol; AW-101 Merlin helicopters.",
        "AW139M helicopters=x:aw139m:helicopter | AW-101 Merlin helicopters=aw101:helicopter",
    ),
    ("M-346FA combat aircraft ordered by Turkmenistan.", "M-346FA combat aircraft=m-346fa:combat aircraft"),
    (
        "PZL-M28 Skytruck light transport aircraft; M-28 version.",
        "PZL-M28 Skytruck light transport aircraft=m28-bryza:transport aircraft | M-28=m28-bryza:transport aircraft",
    ),
    (
        "Rosomak APCs; Polish version of AMV; incl 997 produced in Poland.",
        "Rosomak APCs=rosomak:armoured personnel carrier | AMV=amv:wheeled armoured vehicle",
    ),
    ("Krab self-propelled guns; $650 m deal.", "Krab self-propelled guns=krab:self-propelled gun"),
    (
        "Spike-LR2 anti-tank missiles for Boxer IFVs and Spike-NLOS for AH-64E helicopters.",
        "Spike-LR2 anti-tank missiles=spike-lr2:anti-tank missile | Boxer IFVs=boxer:infantry fighting vehicle | Spike-NLOS=spike-nlos:anti-tank missile | AH-64E helicopters=ah-64e:helicopter",
    ),
    (
        "NASAMS-2 SAM systems with AIM-120C AMRAAM missiles.",
        "NASAMS-2 SAM systems=nasams:surface-to-air missile system | AIM-120C AMRAAM missiles=aim-120c:missile",
    ),
    (
        "VL MICA SAM for Sigma-90 frigates.",
        "VL MICA SAM=vl-mica:surface-to-air missile system | Sigma-90 frigates=sigma-corvette:frigate",
    ),
    (
        "Aster-30 SAM for Horizon destroyers; Aster-15 for FREMM frigates.",
        "Aster-30 SAM=aster:surface-to-air missile | Horizon destroyers=x:horizon:destroyer | Aster-15=aster:surface-to-air missile | FREMM frigates=fremm:frigate",
    ),
    ("ELM-2084 air search radars; Czech designation MADR.", "ELM-2084 air search radars=elm-2084:air search radar"),
    (
        "Camcopter S-100 UAVs for the navy's frigates.",
        "Camcopter S-100 UAVs=camcopter-s-100:unmanned aerial vehicle | frigates=class:frigate:frigate",
    ),
    ("Heron-TP UAVs leased by Germany.", "Heron-TP UAVs=heron-tp:unmanned aerial vehicle"),
    (
        "Wing Loong-2 armed UAVs and CH-4 UAVs supplied by China.",
        "Wing Loong-2 armed UAVs=wing-loong-ii:unmanned aerial vehicle | CH-4 UAVs=ch-4:unmanned aerial vehicle",
    ),
    (
        "HJ-8 anti-tank missiles; possibly produced under licence in Pakistan as Baktar Shikan.",
        "HJ-8 anti-tank missiles=hj-8:anti-tank missile | Baktar Shikan=hj-8:anti-tank missile",
    ),
    (
        "S-400 SAM systems with 48N6 SAMs; $2.5 b deal.",
        "S-400 SAM systems=s-400:surface-to-air missile system | 48N6 SAMs=x:48n6:surface-to-air missile",
    ),
    (
        "Pantsyr-S1 mobile air defence systems and Tor-M2E SAM systems.",
        "Pantsyr-S1 mobile air defence systems=pantsir:air defence system | Tor-M2E SAM systems=x:tor-m2e:surface-to-air missile system",
    ),
    ("2S1 122mm self-propelled guns; ex-Czech.", "2S1 122mm self-propelled guns=2s1:self-propelled gun"),
    ("D-30 122mm towed guns; second-hand.", "D-30 122mm towed guns=d-30:towed gun"),
    ("BMP-2 IFVs; second-hand; modernized in Slovakia.", "BMP-2 IFVs=bmp-2:infantry fighting vehicle"),
    ("T-72M1 tanks; second-hand; from Polish stocks; aid.", "T-72M1 tanks=t-72m1:tank"),
    (
        "Su-25 ground attack aircraft; ex-Bulgarian, via Poland.",
        "Su-25 ground attack aircraft=su-25:ground attack aircraft",
    ),
    (
        "Mi-8MT transport helicopters; aid; originally ordered for Afghanistan.",
        "Mi-8MT transport helicopters=mi-8:transport helicopter",
    ),
    (
        "Mi-17V-5 and Mi-35M helicopters for the Iraqi air force.",
        "Mi-17V-5=mi-17v-5:helicopter | Mi-35M helicopters=mi-35m:helicopter",
    ),
    (
        "HQ-2 SAMs and FN-6 portable SAMs for Sudan.",
        "HQ-2 SAMs=hq-2:surface-to-air missile | FN-6 portable SAMs=fn-6:surface-to-air missile",
    ),
    (
        "FT-2000 SAM systems; LY-80 SAM systems for Pakistan.",
        "FT-2000 SAM systems=x:ft-2000:surface-to-air missile system | LY-80 SAM systems=ly-80:surface-to-air missile system",
    ),
    (
        "PL-12 and PL-5E air-to-air missiles for JF-17 aircraft.",
        "PL-12=pl-12:air-to-air missile | PL-5E air-to-air missiles=pl-5e:air-to-air missile | JF-17 aircraft=jf-17:fighter aircraft",
    ),
    (
        "AIM-9X Sidewinder SRAAM for F-35A; AIM-120D AMRAAM BVRAAM for F-15K.",
        "AIM-9X Sidewinder SRAAM=aim-9x:air-to-air missile | F-35A=f-35a:fighter aircraft | AIM-120D AMRAAM BVRAAM=aim-120d:air-to-air missile | F-15K=f-15k:fighter aircraft",
    ),
    (
        "9M113 Konkurs and 9M119 Svir anti-tank missiles for T-90S tanks.",
        "9M113 Konkurs=konkurs:anti-tank missile | 9M119 Svir anti-tank missiles=x:9m119:anti-tank missile | T-90S tanks=t-90s:tank",
    ),
    (
        "9M133 Kornet anti-tank missiles for BMP-3 IFVs.",
        "9M133 Kornet anti-tank missiles=kornet:anti-tank missile | BMP-3 IFVs=bmp-3:infantry fighting vehicle",
    ),
    (
        "RBS-70 Mk-2 portable SAMs; RBS-15 Mk-3 anti-ship missiles for Visby corvettes.",
        "RBS-70 Mk-2 portable SAMs=rbs-70:surface-to-air missile | RBS-15 Mk-3 anti-ship missiles=rbs-15:anti-ship missile | Visby corvettes=visby-class:corvette",
    ),
    (
        "CAESAR 155mm self-propelled guns on Tatra chassis; EUR350 m.",
        "CAESAR 155mm self-propelled guns=caesar:self-propelled gun",
    ),
    (
        "PzH-2000 155mm self-propelled guns; from German production line.",
        "PzH-2000 155mm self-propelled guns=pzh-2000:self-propelled gun",
    ),
    (
        "M-109A5 155mm self-propelled guns; second-hand; Portuguese stocks.",
        "M-109A5 155mm self-propelled guns=m109a5:self-propelled gun",
    ),
    (
        "M-109L self-propelled guns and FH-70 towed guns; ex-Italian.",
        "M-109L self-propelled guns=m109l:self-propelled gun | FH-70 towed guns=fh70:towed gun",
    ),
    ("M-777A2 155mm towed guns; $542 m deal; LW-155.", "M-777A2 155mm towed guns=m777a2:towed gun"),
    ("LG-1 105mm towed guns for Colombia, EUR9 m.", "LG-1 105mm towed guns=lg-1:towed gun"),
    (
        "AMX-10P IFVs and VAB APCs; second-hand; ex-French.",
        "AMX-10P IFVs=amx-10p:infantry fighting vehicle | VAB APCs=vab:armoured personnel carrier",
    ),
    (
        "Piranha-5 IFVs; EUR1.8 b; incl CP, ambulance and ARV versions.",
        "Piranha-5 IFVs=piranha-v:infantry fighting vehicle | ARV=class:armoured recovery vehicle:armoured recovery vehicle",
    ),
    (
        "Pandur-2 APCs; for Czech army; Pandur-2 8x8 CZ version.",
        "Pandur-2 APCs=pandur-ii:armoured personnel carrier | Pandur-2=pandur-ii:wheeled armoured vehicle",
    ),
    ("LAV-700 APCs, $10 b deal; Canada to Saudi Arabia.", "LAV-700 APCs=lav-700:armoured personnel carrier"),
    ("Bastion APCs; financed by the USA; for AMISOM.", "Bastion APCs=bastion-apc:armoured personnel carrier"),
    (
        "Cobra-2 APVs, Kirpi APVs and Vuran APVs from Turkey.",
        "Cobra-2 APVs=x:cobra-2:mine-resistant vehicle | Kirpi APVs=kirpi:mine-resistant vehicle | Vuran APVs=vuran:mine-resistant vehicle",
    ),
    (
        "MaxxPro APVs and Cougar APVs; ex-US.",
        "MaxxPro APVs=maxxpro:mine-resistant vehicle | Cougar APVs=cougar-mrap:mine-resistant vehicle",
    ),
    (
        "Casspir APCs; Mamba Mk-5 APCs; Marauder APVs.",
        "Casspir APCs=casspir:armoured personnel carrier | Mamba Mk-5 APCs=mamba-mk5:armoured personnel carrier | Marauder APVs=marauder:mine-resistant vehicle",
    ),
    (
        "ZBL-09 IFVs and VT-4 tanks; Type-86 IFVs for Thailand.",
        "ZBL-09 IFVs=zbl-09:infantry fighting vehicle | VT-4 tanks=vt-4:tank | Type-86 IFVs=x:type-86:infantry fighting vehicle",
    ),
    (
        "Al Khalid tanks; Pakistani version of Type-90-2M.",
        "Al Khalid tanks=al-khalid:tank | Type-90-2M=x:type-90-2m:main battle tank",
    ),
    (
        "Leopard-2A7+ tanks; EUR1.9 b; incl 4 Leopard-2A4 tanks for training.",
        "Leopard-2A7+ tanks=leopard-2a7:tank | Leopard-2A4 tanks=leopard-2a4:tank",
    ),
    (
        "Leopard-2A6 tanks and Wisent-2 ARVs to Portugal; Bergepanzer-3 ARVs.",
        "Leopard-2A6 tanks=leopard-2a6:tank | Wisent-2 ARVs=wisent-2:armoured recovery vehicle | Bergepanzer-3 ARVs=bergepanzer-3:armoured recovery vehicle",
    ),
    (
        "M-1A2S tanks; M-1A1-SA Abrams tanks; M-88A2 HERCULES ARVs.",
        "M-1A2S tanks=x:m-1a2s:tank | M-1A1-SA Abrams tanks=m1a1sa:tank | M-88A2 HERCULES ARVs=m88a2:armoured recovery vehicle",
    ),
    (
        "CV-9035 IFVs; CV-90AMB mortar carriers with Mjolner turret.",
        "CV-9035 IFVs=cv9035:infantry fighting vehicle | CV-90AMB mortar carriers=x:cv-90amb:mortar carrier | Mjolner turret=x:mjolner:turret",
    ),
    (
        "Eitan APC; Namer APCs with Trophy active protection.",
        "Eitan APC=eitan-apc:armoured personnel carrier | Namer APCs=namer:armoured personnel carrier | Trophy=trophy:active protection system",
    ),
    (
        "SR-5 MRLs; WS-22 MRLs; AR-2 MRLs; A-100 MRLs.",
        "SR-5 MRLs=sr-5:multiple rocket launcher | WS-22 MRLs=x:ws-22:multiple rocket launcher | AR-2 MRLs=x:ar-2:multiple rocket launcher | A-100 MRLs=x:a-100:multiple rocket launcher",
    ),
    (
        "BM-21 Grad 122mm MRLs; RM-70 MRLs; TOS-1 MRLs.",
        "BM-21 Grad 122mm MRLs=bm-21:multiple rocket launcher | RM-70 MRLs=rm-70:multiple rocket launcher | TOS-1 MRLs=tos-1:multiple rocket launcher",
    ),
    (
        "9K58 Smerch 300mm MRLs; 9P140 Uragan MRLs.",
        "9K58 Smerch 300mm MRLs=x:9k58:multiple rocket launcher | 9P140 Uragan MRLs=x:9p140:multiple rocket launcher",
    ),
    (
        "Iskander SSMs (9M723); Scud-B SSMs.",
        "Iskander SSMs=iskander:surface-to-surface missile | 9M723=iskander:ballistic missile | Scud-B SSMs=scud-b:surface-to-surface missile",
    ),
    (
        "Yakhont anti-ship missiles (3M55).",
        "Yakhont anti-ship missiles=yakhont:anti-ship missile | 3M55=yakhont:anti-ship missile",
    ),
    (
        "NSM anti-ship missiles for MEKO frigates; NSM coast defence systems.",
        "NSM anti-ship missiles=nsm:anti-ship missile | MEKO frigates=meko-a-200:frigate | NSM coast defence systems=nsm:coast defence system",
    ),
    (
        "Exocet MM-40-3 anti-ship missiles for Sigma-105 frigates.",
        "Exocet MM-40-3 anti-ship missiles=exocet:anti-ship missile | Sigma-105 frigates=sigma-corvette:frigate",
    ),
    (
        "Otomat-2 anti-ship missiles; Marte-2 anti-ship missiles for NH-90 helicopters.",
        "Otomat-2 anti-ship missiles=otomat:anti-ship missile | Marte-2 anti-ship missiles=marte:anti-ship missile | NH-90 helicopters=nh90:helicopter",
    ),
    (
        "Delilah ASMs; Popeye-2 ASMs; SPICE-2000 guided bombs.",
        "Delilah ASMs=delilah:air-to-surface missile | Popeye-2 ASMs=x:popeye-2:air-to-surface missile | SPICE-2000 guided bombs=spice-2000:guided bomb",
    ),
    (
        "KEPD-350 ASMs; KRW500 b; for F-15K combat aircraft.",
        "KEPD-350 ASMs=taurus:air-to-surface missile | F-15K combat aircraft=f-15k:combat aircraft",
    ),
    (
        "AASM guided bombs for Rafale combat aircraft.",
        "AASM guided bombs=aasm:guided bomb | Rafale combat aircraft=rafale:combat aircraft",
    ),
    (
        "Brimstone ASMs for Typhoon combat aircraft; EUR50 m.",
        "Brimstone ASMs=brimstone:air-to-surface missile | Typhoon combat aircraft=eurofighter:combat aircraft",
    ),
    (
        "MU-90 ASW torpedoes for FREMM frigates; A-244 ASW torpedoes.",
        "MU-90 ASW torpedoes=mu90:torpedo | FREMM frigates=fremm:frigate | A-244 ASW torpedoes=a244-s:torpedo",
    ),
    (
        "DM-2A4 torpedoes for Type-212 submarines; SeaHake mod-4 torpedoes.",
        "DM-2A4 torpedoes=dm2a4:torpedo | Type-212 submarines=type-212a:submarine | SeaHake mod-4 torpedoes=dm2a4:torpedo",
    ),
    (
        "Mk-46 ASW torpedoes; Mk-54 MAKO torpedoes for P-8A aircraft.",
        "Mk-46 ASW torpedoes=mk-46:torpedo | Mk-54 MAKO torpedoes=mk-54:torpedo | P-8A aircraft=p-8:maritime patrol aircraft",
    ),
    (
        "Mk-45 127mm naval guns; Goalkeeper CIWS; Phalanx CIWS for frigates.",
        "Mk-45 127mm naval guns=mk-45:naval gun | Goalkeeper CIWS=goalkeeper:close-in weapon system | Phalanx CIWS=phalanx:close-in weapon system | frigates=class:frigate:frigate",
    ),
    (
        "AN/TPS-77 and AN/FPS-117 air search radars; RAT-31S radars.",
        "AN/TPS-77=x:an-tps-77:air search radar | AN/FPS-117 air search radars=x:an-fps-117:air search radar | RAT-31S radars=x:rat-31s:radar",
    ),
    (
        "AN/APG-83 SABR combat aircraft radars for F-16V modernisation.",
        "AN/APG-83 SABR combat aircraft radars=x:an-apg-83:radar | F-16V=f-16v:fighter aircraft",
    ),
    (
        "RBE-2 combat aircraft radars; Captor combat aircraft radars.",
        "RBE-2 combat aircraft radars=x:rbe-2:radar | Captor combat aircraft radars=x:captor:radar",
    ),
    (
        "ATR-42MP and ATR-72MP maritime patrol aircraft; Do-228MP.",
        "ATR-42MP=atr-42mp:maritime patrol aircraft | ATR-72MP maritime patrol aircraft=atr-72mp:maritime patrol aircraft | Do-228MP=x:do-228mp:maritime patrol aircraft",
    ),
    (
        "Hawk-100 trainer/combat aircraft; Yak-130 trainer/combat aircraft; K-8 trainers.",
        "Hawk-100 trainer/combat aircraft=hawk-100:trainer/combat aircraft | Yak-130 trainer/combat aircraft=yak-130:trainer/combat aircraft | K-8 trainers=k-8:trainer aircraft",
    ),
    (
        "L-39NG trainers; L-159A; L-410 light transport aircraft.",
        "L-39NG trainers=l-39ng:trainer aircraft | L-159A=l-159a:light combat aircraft | L-410 light transport aircraft=l-410:transport aircraft",
    ),
    (
        "Gripen-C and JAS-39E combat aircraft; lease from Sweden.",
        "Gripen-C=jas-39c:fighter aircraft | JAS-39E combat aircraft=jas-39e:combat aircraft",
    ),
    (
        "Rafale DM/EM combat aircraft; Mirage-2000-5 Mk-2.",
        "Rafale DM/EM combat aircraft=rafale:combat aircraft | Mirage-2000-5=mirage-2000-5:fighter aircraft",
    ),
    (
        "F-15EX, F-15QA and F-15SG combat aircraft.",
        "F-15EX=f-15ex:fighter aircraft | F-15QA=f-15qa:fighter aircraft | F-15SG combat aircraft=f-15sg:combat aircraft",
    ),
    (
        "MiG-29M2 and Su-35S combat aircraft; MiG-29UB.",
        "MiG-29M2=mig-29m2:fighter aircraft | Su-35S combat aircraft=su-35s:combat aircraft | MiG-29UB=mig-29ub:fighter aircraft",
    ),
    (
        "Su-30MKI, Su-30MKA and Su-30SME combat aircraft.",
        "Su-30MKI=su-30mki:fighter aircraft | Su-30MKA=su-30mka:fighter aircraft | Su-30SME combat aircraft=su-30sme:combat aircraft",
    ),
    (
        "Ka-52 combat helicopters; Ka-31 AEW helicopters; Ka-226 helicopters.",
        "Ka-52 combat helicopters=ka-52:combat helicopter | Ka-31 AEW helicopters=ka-31:helicopter | Ka-226 helicopters=ka-226:helicopter",
    ),
    (
        "Bell-407, Bell-412EP and Bell-205 helicopters.",
        "Bell-407=bell-407:helicopter | Bell-412EP=bell-412:helicopter | Bell-205 helicopters=x:bell-205:helicopter",
    ),
    (
        "EC-725 Super Cougar, EC-225, EC-135 and H-145M helicopters.",
        "EC-725=h225m:transport helicopter | EC-225=ec225:helicopter | EC-135=ec135:helicopter | H-145M helicopters=h145m:helicopter",
    ),
    (
        "NH-90 TTH and NH-90 NFH helicopters; S-70i Black Hawk.",
        "NH-90 TTH=nh90:helicopter | NH-90 NFH helicopters=nh90:helicopter | S-70i Black Hawk=s-70i:transport helicopter",
    ),
    (
        "SH-2G Super Seasprite ASW helicopters; MH-60R Seahawk.",
        "SH-2G Super Seasprite ASW helicopters=sh-2g:helicopter | MH-60R Seahawk=mh-60r:anti-submarine warfare helicopter",
    ),
    (
        "Hermes-900, Hermes-450 and Searcher-2 UAVs; Heron UAVs.",
        "Hermes-900=hermes-900:unmanned aerial vehicle | Hermes-450=hermes-450:unmanned aerial vehicle | Searcher-2 UAVs=searcher:unmanned aerial vehicle | Heron UAVs=heron:unmanned aerial vehicle",
    ),
    (
        "ScanEagle UAVs; RQ-21A Blackjack; Puma AE UAVs.",
        "ScanEagle UAVs=scaneagle:unmanned aerial vehicle | RQ-21A Blackjack=rq-21:unmanned aerial vehicle | Puma AE UAVs=puma-uav:unmanned aerial vehicle",
    ),
    (
        "Bayraktar TB-2 armed UAVs; Anka-S UAVs; Aksungur.",
        "Bayraktar TB-2 armed UAVs=bayraktar-tb2:unmanned aerial vehicle | Anka-S UAVs=anka-s:unmanned aerial vehicle | Aksungur=aksungur:unmanned aerial vehicle",
    ),
    (
        "Shahed-131 and Shahed-136 loitering munitions; Mohajer-6 armed UAVs.",
        "Shahed-131=shahed-131:loitering munition | Shahed-136 loitering munitions=shahed-136:loitering munition | Mohajer-6 armed UAVs=mohajer-6:unmanned aerial vehicle",
    ),
    (
        "Alusafe-2000 patrol craft; Interceptor-1650 patrol craft.",
        "Alusafe-2000 patrol craft=x:alusafe-2000:patrol craft | Interceptor-1650 patrol craft=x:interceptor-1650:patrol craft",
    ),
    (
        "Category II Armoured combat vehicles: 28 BTR-80, 12 Dana M1, 9 BRDM-2.",
        "Armoured combat vehicles=class:armoured combat vehicle:armoured combat vehicle | BTR-80=btr-80:armoured personnel carrier | Dana M1=dana:self-propelled howitzer | BRDM-2=brdm-2:reconnaissance vehicle",
    ),
    (
        "Category III Large-calibre artillery systems: 8 M-46 130 mm guns, 120 mm mortars M-38/43.",
        "artillery systems=class:artillery gun:artillery system | M-46 130 mm guns=m-46:towed gun | mortars M-38=x:m-38:mortar",
    ),
    ("Twelve AT-105 Saxon APCs; 75 vehicles supplied by UK.", "AT-105 Saxon APCs=saxon:armoured personnel carrier"),
    (
        "PULS MRLs; EUR305 m; on Tatra chassis; EuroPULS.",
        "PULS MRLs=puls:multiple rocket launcher | EuroPULS=euro-puls:multiple rocket launcher",
    ),
    (
        "HIMARS MRLs; $414 m; with GMLRS and ATACMS SSMs.",
        "HIMARS MRLs=m142:multiple rocket launcher | GMLRS=gmlrs:guided rocket | ATACMS SSMs=atacms:surface-to-surface missile",
    ),
    (
        "K-239 Chunmoo MRLs; with CGR-080 and CTM-290 rockets.",
        "K-239 Chunmoo MRLs=k239:multiple rocket launcher | CGR-080=cgr-080:guided rocket | CTM-290 rockets=ctm-290:ballistic missile",
    ),
    (
        "K-2 tanks; K-9A1 self-propelled guns; K-10 ALVs; K-11 CPVs.",
        "K-2 tanks=k2:tank | K-9A1 self-propelled guns=k9a1:self-propelled gun | K-10 ALVs=k10:ammunition resupply vehicle | K-11 CPVs=k11-fdcv:command vehicle",
    ),
    (
        "KM-SAM SAM systems ($3.5 b); M-SAM-2.",
        "KM-SAM SAM systems=m-sam:surface-to-air missile system | M-SAM-2=m-sam-ii:surface-to-air missile system",
    ),
    (
        "FA-50M trainer/combat aircraft; MYR4 b; KT-1P; T-50i.",
        "FA-50M trainer/combat aircraft=fa-50m:trainer/combat aircraft | KT-1P=kt-1p:trainer aircraft | T-50i=t-50i:trainer aircraft",
    ),
    (
        "DW-3000F frigate; HDF-2600 frigates; HDC-3100; DSME-1400 submarines.",
        "DW-3000F frigate=dw3000f:frigate | HDF-2600 frigates=hdf-2600:frigate | HDC-3100=hdc-3100:frigate | DSME-1400 submarines=dsme1400:submarine",
    ),
    (
        "F-404 turbofans for T-50 trainers; F-414 turbofans; F-135 turbofans.",
        "F-404 turbofans=f404:turbofan | T-50 trainers=t-50:trainer aircraft | F-414 turbofans=f414:turbofan | F-135 turbofans=f135:turbofan",
    ),
    (
        "RG-31 Nyala APVs; RG-32M LTVs; M-ATV.",
        "RG-31 Nyala APVs=rg-31:mine-resistant vehicle | RG-32M LTVs=rg-32:light tactical vehicle | M-ATV=m-atv:mine-resistant vehicle",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_all_weapons_of_a_sentence(text: str, expected: str) -> None:
    assert " | ".join(map(shown, weapons_of(text))) == expected
