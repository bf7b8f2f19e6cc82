"""For whom somebody acts whom the catalogue does not know: what the text says, what it implies, and where it says nothing.

Most of the persons are made up; what is expected was written down before the rules were.
"""

from __future__ import annotations

import pytest

from kordef.catalogue import load
from kordef.mentions.actors import find_actors
from kordef.mentions.lexicon import lexicon
from kordef.mentions.model import ActorMention
from kordef.mentions.passages import read
from kordef.reading import read_text
from kordef.vocabulary import ActorKind

STATED, IMPLIED, NOBODY = "stated", "implied", ""
FRAME = "News in brief\n\n{}\n\nMore will follow.\n"


def persons(text: str) -> list[ActorMention]:
    words = lexicon(load())
    found = find_actors(read(read_text("page.txt", FRAME.format(text)), words.table), words)
    return [actor for actor in found if actor.kind is ActorKind.PERSON]


def how(person: ActorMention) -> str:
    if person.acts_for is None:
        return NOBODY
    return IMPLIED if person.inferred else STATED


def check(text: str, name: str, party: str | None, kind: str) -> None:
    found = [p for p in persons(text) if name in p.name]
    assert found, [p.name for p in persons(text)]
    assert {(p.acts_for, how(p)) for p in found} == {(party, kind)}


SAYS = [
    # An adjective or a genitive beside the post.
    ("Portugal's Defence Minister Duarte Vasques met Brazil's envoy.", "Vasques", "state:PT"),
    ("Brazil listened while Portuguese Defence Minister Duarte Vasques spoke.", "Vasques", "state:PT"),
    ("Spain waited for the Portuguese defence minister, Duarte Vasques, to speak.", "Vasques", "state:PT"),
    ("Polish Deputy PM Witold Zarebski flew to Seoul.", "Zarebski", "state:PL"),
    ("Portugal's new defence minister, Duarte Vasques, flew to Brazil.", "Vasques", "state:PT"),
    ("Latvian State Secretary Imants Grava thanked Germany.", "Grava", "state:LV"),
    ("Norway's Chief of Defence General Sverre Haugland thanked Germany.", "Haugland", "state:NO"),
    # The post behind the name.
    ("Ukraine will get more. Duarte Vasques, Portugal's defence minister, said so.", "Vasques", "state:PT"),
    ("Ukraine will get more. Ms Lotte Verschuur, the Dutch defence minister, said so.", "Verschuur", "state:NL"),
    ("Ukraine will get more. Mr Duarte Vasques, defence minister of Portugal, said so.", "Vasques", "state:PT"),
    ("Ukraine will get more. Lotte Verschuur, the then Dutch state secretary, said so.", "Verschuur", "state:NL"),
    ("Ukraine will get more. Imants Grava, who is Latvia's defence minister, said so.", "Grava", "state:LV"),
    ("Ukraine will get more. Imants Grava is Latvia's defence minister.", "Grava", "state:LV"),
    ("In 2024 Ukraine got more. Imants Grava became Latvia's defence minister.", "Grava", "state:LV"),
    # What the post is of.
    ("Germany paid. The Minister of Defence of Latvia, Imants Grava, said so.", "Grava", "state:LV"),
    ("Germany paid. Minister of National Defence of the Republic of Lithuania Rokas Vaitkus said so.", "Vaitkus", "state:LT"),
    ("Germany paid. Prime Minister Rokas Vaitkus of Lithuania said so.", "Vaitkus", "state:LT"),
    ("Germany paid. Defence Ministers Rokas Vaitkus of Lithuania and Imants Grava of Latvia agreed.", "Vaitkus", "state:LT"),
    ("Germany paid. Defence Ministers Rokas Vaitkus of Lithuania and Imants Grava of Latvia agreed.", "Grava", "state:LV"),
    ("Germany paid. Defence Ministers Rokas Vaitkus (Lithuania) and Imants Grava (Latvia) agreed.", "Vaitkus", "state:LT"),
    ("Germany paid. Defence Ministers Rokas Vaitkus (Lithuania) and Imants Grava (Latvia) agreed.", "Grava", "state:LV"),
    ("Finland paid. Ambassador of Estonia to Korea Tanel Rebane said so.", "Rebane", "state:EE"),
    # Two posts of one state.
    ("Lithuanian President Rokas Vaitkus and Defence Minister Egle Norkute visited Seoul.", "Norkute", "state:LT"),
    ("Lithuania's president, Rokas Vaitkus, and prime minister, Egle Norkute, visited Seoul.", "Norkute", "state:LT"),
    # The counterpart is of the other side.
    ("Portugal's Defence Minister Duarte Vasques met his Latvian counterpart Imants Grava.", "Grava", "state:LV"),
    ("Portugal's Defence Minister Duarte Vasques met his counterpart from Latvia, Imants Grava.", "Grava", "state:LV"),
    ("Portugal's Defence Minister Duarte Vasques met Imants Grava, his Latvian counterpart.", "Grava", "state:LV"),
    # Firms and bodies have their own people.
    ("Brazil signed with Embraer. Embraer President Bosco da Costa agreed.", "Costa", "company:embraer"),
    ("Brazil signed with Saab, said Erik Lindqvist, chief executive of Saab.", "Lindqvist", "company:saab"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "party"), SAYS)
def test_what_stands_beside_the_name_or_the_post_is_said(text: str, name: str, party: str) -> None:
    check(text, name, party, STATED)


IMPLIES = [
    # Who the sentence is about.
    ("LISBON - Portugal signed a contract with Brazil's Embraer for six A-29N aircraft, Defence Minister Duarte Vasques said in Lisbon on Monday.", "Vasques", "state:PT"),
    ("Portugal will buy six aircraft from Brazil, Defence Minister Duarte Vasques said.", "Vasques", "state:PT"),
    ("Portugal's order with Brazil stands, Defence Minister Duarte Vasques said.", "Vasques", "state:PT"),
    ("\"Latvia will buy more from Germany,\" Defence Minister Imants Grava told reporters.", "Grava", "state:LV"),
    ("On Monday Latvia ordered more from Germany, President Imants Grava said.", "Grava", "state:LV"),
    ("The Latvian government has approved the purchase from Germany, Prime Minister Imants Grava said.", "Grava", "state:LV"),
    ("The Portuguese Navy will receive Dutch radars, Defence Minister Duarte Vasques said.", "Vasques", "state:PT"),
    ("Six aircraft from Brazil are meant for the Portuguese Air Force, Defence Minister Duarte Vasques said.", "Vasques", "state:PT"),
    ("Latvia thanked Germany in a note. Defence Minister Imants Grava signed it.", "Grava", "state:LV"),
    ("Latvia has thanked Germany. The note was written by Defence Minister Imants Grava.", "Grava", "state:LV"),
    ("Defence Minister Imants Grava said Latvia would buy the system from Germany.", "Grava", "state:LV"),
    # The ministry that speaks.
    ("The contract with Germany was signed, the Latvian defence ministry said. Defence Minister Imants Grava welcomed it.", "Grava", "state:LV"),
    ("Latvia's Ministry of Defence published the contract with Germany.\n\nDefence Minister Imants Grava welcomed it.", "Grava", "state:LV"),
    # An office that the text has with its state.
    ("Latvia's defence minister will visit Germany in May. Germany sells tanks. Defence Minister Imants Grava will see them.", "Grava", "state:LV"),
    ("The Latvian defence minister will visit Germany. Germany sells tanks. Later Imants Grava, the defence minister, spoke.", "Grava", "state:LV"),
    # Where somebody speaks.
    ("The tanks come from Germany and are good, Defence Minister Imants Grava told reporters in Riga.", "Grava", "state:LV"),
    ("South Korea will deliver the tanks this year, Deputy Defence Minister Witold Zarebski said in Warsaw.", "Zarebski", "state:PL"),
    ("Speaking in Riga, Defence Minister Imants Grava praised German tanks.", "Grava", "state:LV"),
    ("RIGA, March 3 (Reuters) - Defence Minister Imants Grava praised German tanks on Monday.", "Grava", "state:LV"),
    # The host, where a visitor is named.
    ("Polish Defence Minister Witold Zarebski visited Riga, where he met Defence Minister Imants Grava.", "Grava", "state:LV"),
    ("Polish Defence Minister Witold Zarebski flew to Latvia on Friday and met President Imants Grava.", "Grava", "state:LV"),
    ("Polish Defence Minister Witold Zarebski met Defence Minister Imants Grava in Riga on Friday.", "Grava", "state:LV"),
    # The visitor is not of the place.
    ("Latvia wants tanks. Defence Minister Imants Grava arrived in Seoul on Friday.", "Grava", "state:LV"),
    ("Latvia wants tanks. Defence Minister Imants Grava met South Korea's defence minister in Seoul.", "Grava", "state:LV"),
    ("Latvia wants tanks, Defence Minister Imants Grava said during a visit to Poland.", "Grava", "state:LV"),
    ("Latvia wants tanks. On a trip to Warsaw, Defence Minister Imants Grava told Polish television so.", "Grava", "state:LV"),
    # Posts that only some states have.
    ("Taoiseach Eamon Devlin thanked Germany.", "Devlin", "state:IE"),
    ("Spain sent troops to Latvia, and King Fernando thanked them.", "Fernando", "state:ES"),
    ("Canada paid. Secretary of State Warren Hale signed.", "Hale", "state:US"),
    ("Canada paid. Defence Secretary Oliver Grayson signed.", "Grayson", "state:GB"),
    ("The Philippines thanked India. Foreign Secretary Renato Bautista signed.", "Bautista", "state:PH"),
    ("The Philippines received three ships from India, Defense Secretary Renato Bautista said.", "Bautista", "state:PH"),
    ("The Philippines received missiles from India, President Renato R. Bautista Jr. said.", "Bautista", "state:PH"),
    # A later paragraph, and a heading.
    ("Latvia will buy tanks.\n\nGermany has many tanks.\n\nLatvia will pay next year.\n\nDefence Minister Imants Grava said so on Monday.", "Grava", "state:LV"),
    ("Latvia buys German tanks\n\nThe tanks are new.\n\nDefence Minister Imants Grava said so on Monday.", "Grava", "state:LV"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "party"), IMPLIES)
def test_what_the_sentence_or_the_text_implies(text: str, name: str, party: str) -> None:
    check(text, name, party, IMPLIED)


SILENT = [
    # Two states, and nothing to choose by.
    ("Defence Minister Imants Grava spoke.", "Grava"),
    ("Poland and Latvia signed the contract. Defence Minister Imants Grava spoke.", "Grava"),
    ("Ties between Poland and Latvia are good. Defence Minister Imants Grava spoke.", "Grava"),
    # The agency's seat is nobody's state.
    ("SEOUL, March 3 (Yonhap) -- Defence Minister Imants Grava praised the tanks on Monday.", "Grava"),
    ("MOSCOW, March 3 (TASS) - Defence Minister Imants Grava praised the tanks on Monday.", "Grava"),
    ("ANKARA, March 3 (Anadolu) - President Imants Grava praised the tanks on Monday.", "Grava"),
    # The other side of a meeting, and the visited, are not whom a bare post is of.
    ("Polish Defence Minister Witold Zarebski met Defence Minister Imants Grava.", "Grava"),
    ("Poland's president held talks with President Imants Grava in Brussels.", "Grava"),
    ("Defence Minister Imants Grava arrived in Seoul on Friday.", "Grava"),
    ("Defence Minister Imants Grava, on a visit to Poland, praised the tanks.", "Grava"),
    ("Defence Minister Imants Grava met his Polish counterpart.", "Grava"),
    ("Ambassador to South Korea Imants Grava spoke.", "Grava"),
    ("Imants Grava, ambassador in Seoul, spoke.", "Grava"),
    # Meetings of many are held anywhere.
    ("At a NATO summit in Madrid, Defence Minister Imants Grava spoke.", "Grava"),
    ("Defence Minister Imants Grava told a forum in Singapore so.", "Grava"),
    # Offices of firms and clubs.
    ("Poland ordered tanks. Executive Vice President Imants Grava of the maker spoke.", "Grava"),
    ("Poland ordered tanks, chief executive Imants Grava said.", "Grava"),
    ("Poland ordered tanks, said Imants Grava, president and CEO.", "Grava"),
    ("Poland ordered tanks. Ms Ilze Grava, an analyst, spoke.", "Grava"),
    ("Poland ordered tanks, Mr Imants Grava said.", "Grava"),
    ("Poland ordered tanks. Spokesman Imants Grava spoke.", "Grava"),
    ("Poland ordered tanks. Professor Imants Grava spoke.", "Grava"),
    # An office that the state does not have.
    ("Portugal and Spain thanked Chancellor Anton Rieger.", "Rieger"),
    ("Norway ordered tanks, President Imants Grava said.", "Grava"),
    ("Poland ordered tanks, King Fernando said.", "Fernando"),
    # A Korean minister has a Korean name.
    ("South Korea will deliver the tanks, Defence Minister Imants Grava said.", "Grava"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), SILENT)
def test_where_nothing_is_certain_nobody_is_taken(text: str, name: str) -> None:
    check(text, name, None, NOBODY)


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for Jangmi Brewing spoke.",
        "The minister of defence of Latvia Thursday spoke.",
        "The defence minister, Riga sources, and others spoke.",
        "The minister of national defence Strategy Paper was read.",
        "The prime minister, Reuters reported, was away.",
        "The minister for Foreign Affairs said so.",
    ],
)
def test_words_behind_a_post_that_are_no_name(text: str) -> None:
    assert persons(text) == []


@pytest.mark.parametrize(
    ("text", "key", "party"),
    [
        ("India hosted President Ferdinand R. Marcos Jr. on Monday.", "person:ferdinand-marcos", "state:PH"),
        (
            "Australia hosted Secretary of National Defense Gilberto C. Teodoro Jr. today.",
            "person:gilberto-teodoro",
            "state:PH",
        ),
        ("Canada heard Lloyd J. Austin III speak.", "person:lloyd-austin", "state:US"),
        ("Canada heard President Donald J. Trump speak.", "person:donald-trump", "state:US"),
        ("Canada heard President Joe R. Biden Jr. speak.", "person:joe-biden", "state:US"),
    ],
)
def test_an_initial_or_a_suffix_makes_no_other_person(text: str, key: str, party: str) -> None:
    assert {(p.key, p.acts_for) for p in persons(text)} == {(key, party)}


DOCUMENTS = [
    (
        "Ireland to buy radars from Thales",
        "DUBLIN, May 4 (Reuters) - Ireland signed a contract with France's Thales for military radars worth up to 500 million euros, Defence Minister Cormac Heaney said on Monday.\n\nHeaney told reporters the radars would arrive by 2028.",
        {"Heaney": "state:IE"},
    ),
    (
        "Estonian Ministry of Defence: new howitzers arrive",
        'The first K9 howitzers of a new batch arrived in Tapa on Tuesday.\n\n"Estonia is stronger today," Minister of Defence Kaarel Tamm said.\n\nThe howitzers were built in South Korea.',
        {"Tamm": "state:EE"},
    ),
    (
        "Croatia receives Bradleys",
        "ZAGREB - The Croatian Army took delivery of 22 Bradley vehicles from the United States on Friday.\n\nDefence Minister Ante Lovric attended the ceremony together with US Ambassador Nathan Wells.",
        {"Lovric": "state:HR", "Wells": "state:US"},
    ),
    (
        "Peru chooses Korean jets",
        "LIMA, June 1 - Peru has chosen the FA-50 over rival offers from Italy and India, President Rosa Quispe announced.",
        {"Quispe": "state:PE"},
    ),
    (
        "Thailand, Sweden sign Gripen deal",
        "BANGKOK - Sweden's Saab will supply four Gripen fighters to Thailand under a deal signed on Monday by Air Chief Marshal Somchai Prasert and Saab chief executive Erik Lindqvist.",
        {"Lindqvist": "company:saab"},
    ),
    (
        "Slovak minister criticises delay",
        "BRATISLAVA, April 2 (TASR) - Slovakia is not satisfied with the pace of deliveries from Finland's Patria, Defence Minister Juraj Hlavac told parliament on Wednesday.",
        {"Hlavac": "state:SK"},
    ),
    (
        "Ukraine gets new air defence",
        "KYIV, Oct. 2 - Germany has handed over another IRIS-T system to Ukraine, Deputy Defence Minister Taras Bondarenko said on Telegram on Thursday.",
        {"Bondarenko": "state:UA"},
    ),
    (
        "Norway orders more howitzers",
        "OSLO (Reuters) - Norway will order 24 more K9s from Hanwha Aerospace, Prime Minister Ingrid Solheim said on Friday. Defence Minister Knut Aasen said the guns would be delivered from 2028.",
        {"Aasen": "state:NO"},
    ),
    (
        "Romanian president in Seoul",
        "SEOUL, April 23 (Yonhap) -- President Mihai Dragomir arrived here Tuesday for a four-day visit.\n\nThe Romanian leader will hold talks with President Yoon Suk Yeol.",
        {"Dragomir": "state:RO"},
    ),
    (
        "Poland, South Korea discuss tanks",
        "WARSAW, Feb. 3 (Yonhap) -- Defense Minister Ahn Gyu-back met with his Polish counterpart, Witold Zarebski, in Warsaw on Monday.",
        {"Zarebski": "state:PL"},
    ),
    (
        "NATO chief visits Sofia",
        "SOFIA - NATO Secretary General Mark Rutte met President Stoyan Dimitrov and Prime Minister Boyko Hristov in Sofia on Thursday.",
        {"Dimitrov": "state:BG"},
    ),
    (
        "Hanwha opens plant in Australia",
        "GEELONG - Hanwha Defence Australia opened its plant on Friday. Premier Jacinta Moore and Hanwha Aerospace chief executive Son Jae-il cut the ribbon.",
        {"Son": "company:hanwha-aerospace"},
    ),
    (
        "Greece sells old Mirages",
        "Greece is in talks with India on the sale of Mirage 2000 fighters, Deputy Defence Minister Nikolaos Kefalas said in an interview.",
        {"Kefalas": "state:GR"},
    ),
    (
        "Lithuania's defence budget",
        "Lithuania raised its defence budget to 5 percent of GDP. Finance Minister Darius Petrauskas said the money would buy Leopard 2A8 tanks from Germany.",
        {"Petrauskas": "state:LT"},
    ),
    (
        "Talks in Madrid",
        "MADRID (EFE) - Spanish Defence Minister Carmen Ortega hosted Portugal's Defence Minister Duarte Vasques in Madrid. Ortega said both countries would buy A400M aircraft.",
        {"Ortega": "state:ES"},
    ),
    (
        "Talks in Madrid",
        "Spanish Defence Minister Carmen Ortega and Turkish Defence Industries Secretary Haluk Demir signed the letter. Foreign Minister Pilar Nunez was present.",
        {"Demir": "state:TR"},
    ),
    (
        "Iraq and Korea",
        "BAGHDAD - Iraqi Prime Minister Karim al-Hashimi received Acting Defence Acquisition Minister Seok Jong-gun in Baghdad.",
        {"Hashimi": "state:IQ"},
    ),
    (
        "Malaysia's FA-50",
        "KUALA LUMPUR, May 23 (Bernama) -- Malaysia and South Korea signed the contract for 18 FA-50s at LIMA 2023. It was witnessed by Defence Minister Hassan Idris.",
        {"Idris": "state:MY"},
    ),
    (
        "Canada shortlists submarines",
        "OTTAWA - Canada shortlisted Germany's TKMS and South Korea's Hanwha Ocean. Secretary of State for Defence Procurement Simon Leclerc said a decision would come in 2027.",
        {"Leclerc": "state:CA"},
    ),
    (
        "Danish order",
        'Denmark is to order 19 more F-35s from the United States. "We will not wait," said Defence Minister Jeppe Holm in Copenhagen.',
        {"Holm": "state:DK"},
    ),
    (
        "Serbia buys Rafales",
        "BELGRADE - Serbia signed a 2.7-billion-euro deal for 12 Rafale jets with Dassault Aviation during French President Emmanuel Macron's visit. President Dragan Nikolic called it a great day.",
        {"Nikolic": "state:RS"},
    ),
    (
        "Finland's K9s",
        "Finland's Logistics Command signed for 112 used howitzers. Major General Jukka Virtanen, chief of logistics, signed for Finland, and Vice Minister Lee Jong-ho for South Korea.",
        {"Virtanen": "state:FI"},
    ),
    (
        "Kenya: a delegation",
        "Ethiopia's army chief, Field Marshal Dawit Bekele, met Kenyan General Peter Otieno in Nairobi.",
        {"Otieno": "state:KE", "Bekele": "state:ET"},
    ),
    (
        "Czech minister",
        "Prague wants Sweden's CV90. The Czech defence ministry signed for 246 vehicles. Minister Zdenek Horacek signed for Prague.",
        {"Horacek": "state:CZ"},
    ),
    (
        "Comment",
        "By Tomas Kral\n\nPoland has become Korea's largest customer. Former president Jaroslav Vesely was surprised.",
        {"Vesely": None},
    ),
    (
        "Dutch frigates",
        "THE HAGUE - State Secretary Maarten de Wit informed parliament on Friday that the Netherlands and Belgium will jointly buy frigates.",
        {"Wit": "state:NL"},
    ),
    (
        "Sale to Morocco",
        "RABAT - Turkey's Baykar delivered drones to Morocco. General Mohammed Berrada, inspector general of the Royal Armed Forces, watched.",
        {"Berrada": None},
    ),
    (
        "Joint exercise",
        "The Polish and Lithuanian defence ministers, Witold Zarebski and Rokas Vaitkus, opened the exercise.",
        {"Vaitkus": "state:LT", "Zarebski": "state:PL"},
    ),
    (
        "Vietnam",
        "HANOI, Aug. 20 - Vietnam and South Korea signed for 20 K9 howitzers. General Tran Quoc Bao, deputy defence minister, and South Korean Ambassador Choi Young-sam attended.",
        {"Choi": "state:KR"},
    ),
    (
        "UK",
        "LONDON - Britain will buy 12 F-35As from the United States, Defence Secretary Oliver Grayson said.",
        {"Grayson": "state:GB"},
    ),
    (
        "Brazil",
        "BRASILIA - Brazil's army chief, General Rafael Moreira, visited Seoul; Defence Minister Jorge Pinheiro stayed at home.",
        {"Pinheiro": "state:BR"},
    ),
    (
        "India",
        "NEW DELHI (PTI) - India and Greece agreed on joint exercises after Prime Minister Narendra Modi met Prime Minister Kostas Vlachos.",
        {"Vlachos": "state:GR"},
    ),
    (
        "Manila, Delhi boost ties",
        "MANILA (PNA) - Philippine President Arturo Salonga and Indian Prime Minister Vikram Rao agreed to raise ties. Salonga said the Philippines would buy more BrahMos missiles from India. Defense chief Ramon Lacson joined the talks.",
        {"Salonga": "state:PH"},
    ),
    (
        "Hanwha wins Norwegian order",
        'Hanwha Aerospace has won an order for 16 Chunmoo launchers from Norway. "We chose the best system," Defence Minister Knut Aasen said in Oslo.',
        {"Aasen": "state:NO"},
    ),
    (
        "Hanwha wins Norwegian order",
        'Hanwha Aerospace has won an order for 16 Chunmoo launchers from Norway. "We chose the best system," Defence Minister Knut Aasen said.',
        {"Aasen": "state:NO"},
    ),
    (
        "Estonia's defence forces get new guns",
        'TALLINN - Commander of the Estonian Defence Forces General Andres Kask said the last of 36 guns had come. "We thank Korea," Kask said.',
        {"Kask": "state:EE"},
    ),
    (
        "Saab hands over fifth Gripen",
        "Saab handed over the fifth Gripen E to Brazil on Wednesday. Lieutenant Brigadier Marcos Tavares, commander of the Brazilian Air Force, received it.",
        {"Tavares": "state:BR"},
    ),
    (
        "Bulgaria approves Strykers",
        "SOFIA, Nov. 7 (BTA) - Parliament ratified the agreement with the United States on 183 Stryker vehicles. Defence Minister Todor Angelov said deliveries would begin next year.",
        {"Angelov": "state:BG"},
    ),
    (
        "Sweden to lease Leopards",
        'STOCKHOLM, Aug 1 (Reuters) - Sweden said on Thursday it would order 44 Leopard 2A8 tanks from KNDS. "This is a big step," Defence Minister Par Lindholm told a news conference.',
        {"Lindholm": "state:SE"},
    ),
    (
        "NATO defence ministers",
        "At NATO headquarters in Brussels, Defence Minister Par Lindholm told reporters that more was needed.",
        {"Lindholm": None},
    ),
    (
        "Czech-Korean talks",
        "PRAGUE - South Korea's Trade Minister Kim Jae-won met Industry Minister Lubomir Dolezal in Prague to talk about reactors and arms.",
        {"Dolezal": "state:CZ"},
    ),
    (
        "Egypt opens K9 plant",
        "CAIRO, May 10 - Egypt opened a factory for K9 howitzers with South Korean help. Minister of Military Production Sherif Nassar toured the plant with Hanwha officials.",
        {"Nassar": "state:EG"},
    ),
    (
        "Iraq buys air defence",
        "South Korea's LIG Nex1 signed a $2.8 billion contract with Iraq's defence ministry. Defence Minister Karim Jubouri said the first battery would be delivered in 2026.",
        {"Jubouri": "state:IQ"},
    ),
    (
        "Australia picks Mogami",
        "CANBERRA - Australia will buy Japan's upgraded Mogami frigates, Defence Minister Stuart Bell said. Japan's Defence Minister Kenji Murata welcomed the news.",
        {"Bell": "state:AU", "Murata": "state:JP"},
    ),
    (
        "Swiss F-35s to cost more",
        "BERN - The Swiss government said the United States wanted more for 36 F-35s. Defence Minister Urs Amstutz called it a misunderstanding.",
        {"Amstutz": "state:CH"},
    ),
    (
        "Taiwan and Honduras",
        "Taiwan thanked Paraguay for its support. President Esteban Ferreira of Paraguay will visit in May.",
        {"Ferreira": "state:PY"},
    ),
    (
        "Germany: tanks for Lithuania brigade",
        "BERLIN (dpa) - Chancellor Anton Rieger promised Lithuania a full brigade by 2027. Lithuanian President Rokas Vaitkus thanked him.",
        {"Rieger": "state:DE"},
    ),
    (
        "Kyiv wants shells",
        'Czech-led efforts brought Ukraine 500,000 shells. "We can do more," Prime Minister Zdenek Horacek wrote on X.',
        {"Horacek": "state:CZ"},
    ),
    (
        "Korea-Poland summit",
        "Korean President Lee Jae Myung and his Polish counterpart Leszek Maj held talks at the presidential office. First lady Anna Maj was there.",
        {"Leszek": "state:PL"},
    ),
    (
        "Romania rejects bid",
        'Bucharest turned down the Korean bid. "Rheinmetall offered more," State Secretary Sorin Popa explained. Romania will sign in autumn.',
        {"Popa": "state:RO"},
    ),
    (
        "US Army",
        "The US Army ordered Israeli systems. Lieutenant General Frank Dorsey said tests went well.",
        {"Dorsey": "state:US"},
    ),
    (
        "Chile",
        "SANTIAGO - Chile's navy commander, Admiral Ignacio Vidal, said the fleet would need frigates from Britain. Defence Minister Paula Rojas agreed.",
        {"Rojas": "state:CL"},
    ),
    (
        "Qatar",
        "DOHA - Emir Khalifa received Turkish Defence Minister Selim Kaya. Kaya then met Qatar's defence minister, Saad al-Mansouri.",
        {"Mansouri": "state:QA"},
    ),
    (
        "Turkey delivers corvette",
        "ISTANBUL - Turkey delivered the second corvette to Pakistan. Pakistan Navy chief Admiral Asif Mahmood attended. President Orhan Aydin hailed the ties.",
        {"Aydin": "state:TR"},
    ),
    (
        "Belgium joins frigate project",
        "Belgian Defence Minister Luc Peeters and Dutch State Secretary Maarten de Wit signed. Peeters later met Prime Minister Bart Claes.",
        {"Wit": "state:NL"},
    ),
    (
        "Vilnius",
        "Lithuania will buy CV90s together with Norway, Sweden and the Netherlands, Defence Minister Egle Norkute said after a meeting in Stockholm.",
        {"Norkute": "state:LT"},
    ),
    (
        "Indonesia delays jets",
        "Jakarta has asked Seoul to delay payments for the KF-21. Deputy Defence Minister Bambang Hartono said talks would go on.",
        {"Hartono": "state:ID"},
    ),
    (
        "Tunisia",
        "A C-130 was given to Tunisia by the US. US Ambassador Joey Hall and Tunisian Defence Minister Imed Trabelsi attended.",
        {"Trabelsi": "state:TN"},
    ),
    (
        "Op-ed",
        "Europe must learn from Korea, writes Jan Kruger, a former Estonian defence minister.",
        {"Kruger": "state:EE"},
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), DOCUMENTS)
def test_documents(title: str, body: str, expected: dict[str, str | None]) -> None:
    words = lexicon(load())
    found = find_actors(read(read_text("page.txt", f"{title}\n\n{body}\n"), words.table), words)
    for name, party in expected.items():
        named = {actor.acts_for for actor in found if actor.kind is ActorKind.PERSON and name in actor.name}
        assert named == {party}, name


@pytest.mark.parametrize(
    ("text", "name", "post", "party"),
    [
        ("Philippine Foreign Secretary Ma. Elena Lazar met Cho.", "Elena Lazar", "Foreign Secretary", "state:PH"),
        (
            "Foreign Secretary Ma. Elena Lazar met Korean Minister Cho Hyun in Manila.",
            "Elena Lazar",
            "Foreign Secretary",
            "state:PH",
        ),
        ("Polish Gen. (ret.) Witold Zarebski spoke.", "Witold Zarebski", "Gen", "state:PL"),
        ("Latvian Maj. Gen. (Ret.) Imants Grava spoke.", "Imants Grava", "Maj. Gen", "state:LV"),
        ("Israeli Col. (res.) Amir Levin spoke.", "Amir Levin", "Col", "state:IL"),
        ("Indian Admiral (Retd) Rajesh Nair spoke.", "Rajesh Nair", "Admiral", "state:IN"),
    ],
)
def test_what_is_cut_short_beside_a_rank(text: str, name: str, post: str, party: str) -> None:
    (found,) = (p for p in persons(text) if p.form == "name" and p.name == name)
    assert found.post == post
    assert found.acts_for == party
