"""Whole sentences of many registers, with all the actors in them."""

from __future__ import annotations

import pytest

from kordef.catalogue import load
from kordef.mentions import ActorMention
from kordef.mentions.actors.finder import find_actors
from kordef.mentions.lexicon import lexicon
from kordef.mentions.passages import Spans, read
from kordef.mentions.weapons.finder import find_weapons
from kordef.reading import read_text
from kordef.vocabulary import ActorKind

FRAME = "News in brief\n\nThe following was reported.\n\n{}\n\nMore will follow.\n"

# Each sentence with its actors: the words, "=", the key.
SENTENCES = [
    # Korean dailies
    ("Defense Minister Ahn Gyu-back vowed Tuesday to expand arms cooperation with Warsaw.", "Ahn Gyu-back=person:ahn-gyu-back | Warsaw=state:PL"),
    ("S. Korea, Philippines agree to step up naval ties.", "S. Korea=state:KR | Philippines=state:PH"),
    ("Hanwha Systems said Thursday it has signed a 200 billion-won deal with LIG Nex1.", "Hanwha Systems=company:hanwha-systems | LIG Nex1=company:lig-nex1"),
    ("Cheong Wa Dae said President Lee Jae-myung will visit Ankara next week.", "Cheong Wa Dae=state:KR | Lee Jae-myung=person:lee-jae-myung | Ankara=state:TR"),
    ("The JCS said the North fired several short-range missiles toward the East Sea.", ""),
    ("Seoul's defense ministry said it would review Kyiv's request.", "Seoul=state:KR | defense ministry=organisation:kr-mnd | Kyiv=state:UA"),
    ("Rep. Yoo Yong-weon of the People Power Party disclosed the data from DAPA.", "Yoo Yong-weon=person:yoo-yong-weon | People Power Party=organisation:kr-people-power-party | DAPA=organisation:dapa"),
    ("KAI President Kang Goo-young met Polish officials in Radom.", "KAI=company:korea-aerospace-industries | Kang Goo-young=person:kang-goo-young | Polish=state:PL | Radom=state:PL"),
    ("Shares of Hyundai Rotem jumped 7 percent in Seoul on Friday.", "Hyundai Rotem=company:hyundai-rotem | Seoul=state:KR"),
    ("National Security Adviser Wi Sung-lac left for Washington for talks with Marco Rubio.", "Wi Sung-lac=person:wi-sung-lac | Washington=state:US | Marco Rubio=person:marco-rubio"),
    # Agencies
    ("Norway will spend 19 billion crowns on missiles, Defence Minister Tore Sandvik told Reuters.", "Norway=state:NO | Tore Sandvik=person:tore-sandvik | Reuters=organisation:reuters"),
    ("Germany's Rheinmetall and Italy's Leonardo will form a joint venture, the companies said.", "Germany=state:DE | Rheinmetall=company:rheinmetall | Italy=state:IT | Leonardo=company:leonardo"),
    ("Polish Prime Minister Donald Tusk said on Monday that Warsaw had no plans to cancel the deal.", "Polish=state:PL | Donald Tusk=person:donald-tusk | Warsaw=state:PL"),
    ("The Kremlin said Moscow would respond if Seoul armed Ukraine.", "Kremlin=state:RU | Moscow=state:RU | Seoul=state:KR | Ukraine=state:UA"),
    ("Sweden and Denmark pledged more aid as EU leaders met in Brussels.", "Sweden=state:SE | Denmark=state:DK | EU=organisation:eu | Brussels=state:BE"),
    ("Turkey's President Tayyip Erdogan hosted Emirati officials at his palace in Ankara.", "Turkey=state:TR | Tayyip Erdogan=person:tayyip-erdogan | Emirati=state:AE | Ankara=state:TR"),
    ("NATO chief Mark Rutte urged allies to buy from Asia, including South Korea and Japan.", "NATO=organisation:nato | Mark Rutte=person:mark-rutte | South Korea=state:KR | Japan=state:JP"),
    ("Finland's government proposed a purchase that parliament must approve, Finance Minister Riikka Purra said.", "Finland=state:FI | government=body:fi:government | Riikka Purra=person:riikka-purra"),
    ("Bucharest has picked Hanwha over Rheinmetall, a Romanian official said on condition of anonymity.", "Bucharest=state:RO | Hanwha=company:hanwha | Rheinmetall=company:rheinmetall | Romanian=state:RO"),
    ("India and South Korea will upgrade ties, Narendra Modi said after meeting Lee Jae-myung in New Delhi.", "India=state:IN | South Korea=state:KR | Narendra Modi=person:narendra-modi | Lee Jae-myung=person:lee-jae-myung | New Delhi=state:IN"),
    # Notices of arms sales
    ("The Government of Norway has requested to buy helicopters.", "Government=body:no:government | Norway=state:NO"),
    ("The principal contractor will be Lockheed Martin Corporation, Fort Worth, TX.", "Lockheed Martin Corporation=company:lockheed-martin | Fort Worth=state:US"),
    ("The proposed sale will improve the Republic of Korea's capability to meet current threats.", "Republic of Korea=state:KR"),
    ("There will be no adverse impact on U.S. defense readiness.", "U.S.=state:US"),
    ("The Defense Security Cooperation Agency notified Congress; the State Department had approved it.", "Defense Security Cooperation Agency=organisation:us-dsca | State Department=organisation:us-state"),
    # Register comments
    ("Ordered via Germany; financed by Norway as aid to Ukraine.", "Germany=state:DE | Norway=state:NO | Ukraine=state:UA"),
    ("Produced under licence in Turkey as Firtina; incl assembly in Poland.", "Turkey=state:TR | Poland=state:PL"),
    ("Bought from US company for use by Philippine coast guard.", "US=state:US | Philippine=state:PH | coast guard=body:ph:coast-guard"),
    ("Second-hand; sold via Belgian company OIP; deal incl modernization in Estonia.", "Belgian=state:BE | OIP=company:x:oip | Estonia=state:EE"),
    ("From Dutch production line; delivery via South Korean Hanwha.", "Dutch=state:NL | South Korean=state:KR | Hanwha=company:hanwha"),
    # Company releases
    ("Hanwha Aerospace (CEO Son Jae-il) announced today that it has won an order from the Norwegian Defence Materiel Agency.", "Hanwha Aerospace=company:hanwha-aerospace | Son Jae-il=person:son-jae-il | Norwegian=state:NO | Defence Materiel Agency=organisation:no-ndma"),
    ("Saab and the Swedish Defence Materiel Administration (FMV) signed a contract today.", "Saab=company:saab | Swedish=state:SE | Defence Materiel Administration=organisation:se-fmv | FMV=organisation:se-fmv"),
    ("Thales, Safran and MBDA will supply the systems to the French Navy.", "Thales=company:thales | Safran=company:safran | MBDA=company:mbda | French=state:FR | Navy=organisation:fr-navy"),
    ("Kongsberg Defence & Aerospace will deliver to Poland's Armament Agency.", "Kongsberg Defence & Aerospace=company:kongsberg-defence | Poland=state:PL | Armament Agency=organisation:pl-armament-agency"),
    ("BAE Systems chief executive Charles Woodburn welcomed Oslo's choice.", "BAE Systems=company:bae-systems | Charles Woodburn=person:charles-woodburn | Oslo=state:NO"),
    # Think tanks
    ("According to the Stockholm International Peace Research Institute (SIPRI), France overtook Russia.", "Stockholm International Peace Research Institute=organisation:sipri | SIPRI=organisation:sipri | France=state:FR | Russia=state:RU"),
    ("Analysts at the International Institute for Strategic Studies doubt that Beijing will sell arms to Tehran.", "International Institute for Strategic Studies=organisation:iiss | Beijing=state:CN | Tehran=state:IR"),
    ("Washington's allies in Europe and Asia hedge; Tokyo and Canberra spend more.", "Washington=state:US | Tokyo=state:JP | Canberra=state:AU"),
    ("The IP4 countries attended the NATO summit in The Hague.", "IP4=organisation:ip4 | NATO=organisation:nato | The Hague=state:NL"),
    ("ASEAN members such as Vietnam and Indonesia buy from Seoul.", "ASEAN=organisation:asean | Vietnam=state:VN | Indonesia=state:ID | Seoul=state:KR"),
    # Nordic and Baltic
    ("Lithuanian Defence Minister Dovile Sakaliene and her Estonian counterpart Hanno Pevkur met in Vilnius.", "Lithuanian=state:LT | Dovile Sakaliene=person:dovile-sakaliene | Estonian=state:EE | Hanno Pevkur=person:hanno-pevkur | Vilnius=state:LT"),
    ("The Finnish Defence Forces and the Norwegian Army use the same gun.", "Finnish=state:FI | Defence Forces=organisation:fi-defence-forces | Norwegian=state:NO | Army=organisation:no-army"),
    ("Riga, Tallinn and Vilnius buy together.", "Riga=state:LV | Tallinn=state:EE | Vilnius=state:LT"),
    ("Danish firm Terma and Norway's Nammo will make parts.", "Danish=state:DK | Terma=company:terma | Norway=state:NO | Nammo=company:nammo"),
    ("Iceland, which has no army, joined the Nordic-Baltic Eight meeting.", "Iceland=state:IS | Nordic-Baltic Eight=organisation:nordic-baltic-eight"),
    # Central and south-eastern Europe
    ("Slovak Defence Minister Robert Kalinak visited Changwon in March.", "Slovak=state:SK | Robert Kalinak=person:robert-kalinak | Changwon=state:KR"),
    ("Hungary's Viktor Orban and Serbia's Aleksandar Vucic spoke by phone.", "Hungary=state:HU | Viktor Orban=person:viktor-orban | Serbia=state:RS | Aleksandar Vucic=person:aleksandar-vucic"),
    ("The Croatian parliament backed the plan of Defence Minister Ivan Anusic.", "Croatian=state:HR | parliament=body:hr:parliament | Ivan Anusic=person:ivan-anusic"),
    ("Bulgaria and Greece want air defences; Athens has talked to Israel.", "Bulgaria=state:BG | Greece=state:GR | Athens=state:GR | Israel=state:IL"),
    ("Romanian state company Romarm and South Korea's Poongsan signed a memorandum in Bucharest.", "Romanian=state:RO | Romarm=company:romarm | South Korea=state:KR | Poongsan=company:poongsan | Bucharest=state:RO"),
    # Middle East
    ("Saudi Arabia's Khalid bin Salman received Shin Won-sik in Riyadh.", "Saudi Arabia=state:SA | Khalid bin Salman=person:khalid-bin-salman | Shin Won-sik=person:shin-won-sik | Riyadh=state:SA"),
    ("Iraqi Defence Minister Thabet al-Abbasi toured LIG Nex1.", "Iraqi=state:IQ | Thabet al-Abbasi=person:thabet-al-abbasi | LIG Nex1=company:lig-nex1"),
    ("EDGE of the UAE and Hanwha will work together, Abu Dhabi said.", "EDGE=company:edge | UAE=state:AE | Hanwha=company:hanwha | Abu Dhabi=state:AE"),
    ("Egyptian President Abdel Fattah al-Sisi hosted Moon Jae-in in Cairo.", "Egyptian=state:EG | Abdel Fattah al-Sisi=person:abdel-fattah-el-sisi | Moon Jae-in=person:moon-jae-in | Cairo=state:EG"),
    ("Qatar, Oman and Kuwait want Korean interceptors.", "Qatar=state:QA | Oman=state:OM | Kuwait=state:KW | Korean=state:KR"),
    # Asia and the Americas
    ("Indonesia still owes Korea Aerospace Industries money, Jakarta admitted.", "Indonesia=state:ID | Korea Aerospace Industries=company:korea-aerospace-industries | Jakarta=state:ID"),
    ("The Philippine Navy received its second frigate from HD Hyundai Heavy Industries.", "Philippine=state:PH | Navy=organisation:ph-navy | HD Hyundai Heavy Industries=company:hd-hyundai-heavy-industries"),
    ("Canada's Defence Minister David McGuinty inspected a submarine in Geoje.", "Canada=state:CA | David McGuinty=person:david-mcguinty | Geoje=state:KR"),
    ("Peru's army chose Hyundai Rotem, President Dina Boluarte said in Lima.", "Peru=state:PE | army=organisation:pe-army | Hyundai Rotem=company:hyundai-rotem | Dina Boluarte=person:dina-boluarte | Lima=state:PE"),
    ("Vietnamese Prime Minister Pham Minh Chinh met Han Duck-soo in Hanoi.", "Vietnamese=state:VN | Pham Minh Chinh=person:pham-minh-chinh | Han Duck-soo=person:han-duck-soo | Hanoi=state:VN"),
    # Things that are no actors of the trade
    ("The K-pop group sold out the stadium in Goyang.", "Goyang=state:KR"),
    ("Add two cups of flour, then whisk; serve with turkey and chili.", ""),
    ("The club's president said the captain would play on Sunday.", ""),
    ("Paris Saint-Germain beat Bayern Munich 2-0.", ""),
    ("The bank raised rates; the dollar fell against the yen.", ""),
    # Combining forms
    ("A Franco-Italian missile and a Sino-Russian drill were mentioned.", "Franco=state:FR | Italian=state:IT | Sino=state:CN | Russian=state:RU"),
    ("The Indo-Pacific and Greco-Roman wrestling were mentioned.", ""),
    ("Saab and EDGE signed.", "Saab=company:saab | EDGE=company:edge"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_all_actors_of_a_sentence(text: str, expected: str) -> None:
    words = lexicon(load())
    page = read(read_text("page.txt", FRAME.format(text)), words.table)
    taken = Spans((weapon.start, weapon.end) for weapon in find_weapons(page, words) if weapon.form == "name")
    found = [f"{a.exact}={a.key}" for a in find_actors(page, words, taken) if a.form != "pronoun"]
    assert " | ".join(found) == expected


def _actors(text: str) -> list[ActorMention]:
    words = lexicon(load())
    return list(find_actors(read(read_text("page.txt", text), words.table), words))


def test_codes_in_tables() -> None:
    """ISO 3166-1 codes are states in rows and columns that hold mostly such, and nothing elsewhere."""
    table = "Item | A | B | C | D\nCountry | KR | PL | SE | NO\nRank | 1 | 2 | 3 | 4\nListed | no | IN | no | no\n"
    found = _actors(FRAME.format(table))
    assert [actor.code for actor in found] == ["KR", "PL", "SE", "NO"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("A frigate patrols around Greenland.", "place"),
        ("Greenland said no.", "name"),
        ("A frigate patrols around Iceland.", "name"),
    ],
)
def test_territories_are_places_unless_they_act(text: str, form: str) -> None:
    (actor,) = _actors(FRAME.format(text))
    assert actor.form == form


@pytest.mark.parametrize(
    ("text", "acts_for"),
    [
        ("The European Commission agreed.", "organisation:eu"),
        ("The European External Action Service agreed.", "organisation:eu"),
        ("The UN Security Council agreed.", "organisation:un"),
        ("NATO Support and Procurement Agency agreed.", "organisation:nato"),
        ("The Polish Ministry of Defence agreed.", "state:PL"),
    ],
)
def test_whom_a_body_acts_for(text: str, acts_for: str) -> None:
    """An organ acts for its organisation, never for a state with its letters."""
    assert _actors(FRAME.format(text))[-1].acts_for == acts_for


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("South Korea held drills after the North fired several missiles.", "state:KP"),
        ("Seoul said so in South Korea as the North launched a satellite.", "state:KP"),
        ("In South Korea critics asked why the North tested an engine.", "state:KP"),
        ("South Korean officials said the North has again threatened them.", "state:KP"),
        ("North Korea complained that the South conducted drills.", "state:KR"),
    ],
)
def test_one_half_of_korea_acts_beside_the_other(text: str, key: str) -> None:
    assert key in [actor.key for actor in _actors(FRAME.format(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Hyundai is seated in the south of South Korea, and the North wind blew.",
        "Fish from the North sold well in South Korea.",
        "The North fired its coach after the match.",
        "England's North launched a campaign.",
        "South Korea's firms met in the North Sea.",
    ],
)
def test_the_north_is_no_state_without_an_act(text: str) -> None:
    assert "state:KP" not in [actor.key for actor in _actors(FRAME.format(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The vehicles are made at Tawazun Industrial Park.",
        "They met at Samsung Plaza.",
        "The game was played in Boeing Stadium.",
        "She won the Hyundai Cup.",
        "He lives on Airbus Avenue.",
    ],
)
def test_a_place_or_a_prize_called_after_a_firm_is_no_firm(text: str) -> None:
    assert ActorKind.COMPANY not in [actor.kind for actor in _actors(FRAME.format(text))]


def all_of(text: str) -> tuple[ActorMention, ...]:
    """The actors of a paragraph, its ships and weapons being none."""
    words = lexicon(load())
    page = read(read_text("page.txt", FRAME.format(text)), words.table)
    arms = find_weapons(page, words)
    return find_actors(page, words, Spans((a.start, a.end) for a in arms))


@pytest.mark.parametrize(
    "text",
    [
        "The amphibious assault ship TCG Anadolu sailed. Anadolu can carry drones.",
        "The ship Anadolu (L-400) left port.",
        "Poland bought 12 TASS arrays and fitted a TASS towed array.",
        "The Anadolu class is built in Tuzla by Anadolu Shipyard.",
        "They paraded on Times Square.",
        "The frigate Independent left port.",
    ],
)
def test_what_is_called_like_a_newspaper_is_none(text: str) -> None:
    assert [a.exact for a in all_of(text) if a.kind is ActorKind.MEDIA] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("TCG Anadolu sailed on Monday, Anadolu reported.", ["Anadolu"]),
        ("He told Anadolu that TCG Anadolu had sailed.", ["Anadolu"]),
        ("The frigate, Reuters said, left port.", ["Reuters"]),
        ("A TASS correspondent asked about the array.", ["TASS"]),
        ("Two tanks left, TASS systems analysts were told by Interfax.", ["Interfax"]),
    ],
)
def test_a_newspaper_that_speaks_is_one(text: str, names: list[str]) -> None:
    assert [a.exact for a in all_of(text) if a.kind is ActorKind.MEDIA] == names
