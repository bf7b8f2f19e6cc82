"""For whom officials act in short texts with a title, a dateline and several paragraphs."""

from __future__ import annotations

import pytest

from kordef.catalogue import load
from kordef.mentions.actors.finder import find_actors
from kordef.mentions.lexicon import lexicon
from kordef.mentions.passages import read
from kordef.reading import read_text
from kordef.vocabulary import ActorKind

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
    (
        "Athens signs for Israeli rockets",
        "ATHENS - Greece will buy 36 PULS systems from Israel's Elbit for 650 million euros, Defence Minister Stavros Lekkas told lawmakers. Israel's ambassador, Ron Shalev, called the deal historic.",
        {"Lekkas": "state:GR", "Shalev": "state:IL"},
    ),
    (
        "Hanwha signs MOU with Estonia",
        "SEOUL, Oct. 21 (Yonhap) -- Hanwha Aerospace said Tuesday it has signed an MOU with Estonia's defense ministry. The signing was attended by Defense Minister Kaarel Tamm and Hanwha CEO Son Jae-il.",
        {"Tamm": "state:EE", "Son": "company:hanwha-aerospace"},
    ),
    (
        "Saab and Embraer",
        "Embraer's chief executive, Paulo Teixeira, said Sweden's interest was real. Swedish Defence Minister Par Lindholm had visited Brazil in May, meeting Defence Minister Jorge Pinheiro.",
        {"Pinheiro": "state:BR"},
    ),
    (
        "Croatia",
        "Croatian Prime Minister Ivan Juric and French Armed Forces Minister Luc Moreau signed. Juric thanked Paris.",
        {"Moreau": "state:FR"},
    ),
    (
        "Ankara hosts Kyiv",
        "ANKARA, May 8 (Reuters) - Turkish President Orhan Aydin hosted President Maksym Bondar on Thursday to discuss corvettes that Turkey is building for Ukraine.",
        {"Bondar": "state:UA"},
    ),
    (
        "Drone deal",
        'Latvia\'s defence ministry signed a contract with Origin Robotics. "This is home-grown," said State Secretary Imants Grava.',
        {"Grava": "state:LV"},
    ),
    (
        "Ramstein group",
        "At the Ramstein meeting Denmark pledged more F-16s. Defence Minister Jeppe Holm said 19 would go. Norway promised six; Defence Minister Knut Aasen gave no date.",
        {"Holm": "state:DK", "Aasen": "state:NO"},
    ),
    (
        "Roundup",
        "Romania\n\nThe Lynx contract was signed. Defence Minister Sorin Popa praised it.\n\nHungary\n\nThe plant opened. Defence Minister Vilmos Kerekes praised it.",
        {"Popa": "state:RO"},
    ),
    (
        "KF-21",
        "Indonesia's Defence Minister Bambang Hartono met Defense Minister Ahn Gyu-back in Seoul. Hartono later called on President Lee Jae-myung.",
        {"Hartono": "state:ID"},
    ),
    (
        "Sejong visit",
        "The frigate called at Gdynia, where Vice Admiral Piotr Nowicki, commander of the Polish Navy, came aboard.",
        {"Nowicki": "state:PL"},
    ),
    (
        "Dutch plans",
        "The Netherlands wants more frigates, State Secretary Maarten de Wit wrote to parliament. Belgium will join. Defence Minister Luc Peeters confirmed this in Brussels.",
        {"Peeters": "state:BE"},
    ),
    (
        "Iraqi order",
        "Iraq has ordered Surion helicopters, KAI said. Interior Minister Saad Jubouri signed for Baghdad.",
        {"Jubouri": "state:IQ"},
    ),
    (
        "Slovakia",
        "Slovakia's President Peter Hudak said on Friday that Bratislava would not send soldiers. Prime Minister Juraj Hlavac agreed.",
        {"Hlavac": "state:SK"},
    ),
    (
        "US sale",
        "WASHINGTON - The State Department approved a sale of HIMARS to Latvia. Secretary of State Warren Hale signed the notice.",
        {"Hale": "state:US"},
    ),
    (
        "Philippines",
        "The second frigate arrived from Ulsan. Navy chief Vice Admiral Jose Aquino welcomed it at Subic. Defense Secretary Renato Bautista thanked South Korea.",
        {"Bautista": "state:PH"},
    ),
    ("Vietnam", "Vietnam's party chief visited Seoul. President Luong Van Minh followed in May.", {"Minh": "state:VN"}),
    (
        "Nordic",
        "Prime Ministers Ulf Dahl of Sweden, Kari Niemi of Finland and Ingrid Solheim of Norway met in Harpsund.",
        {"Niemi": "state:FI", "Solheim": "state:NO"},
    ),
    ("Trade", "Warsaw's trade envoy, Minister Marek Zalewski, flew to Jakarta.", {"Zalewski": "state:PL"}),
    (
        "Poland",
        "Deputy Prime Minister and Defence Minister Witold Zarebski signed the executive contract for 180 K2 tanks in Gliwice. Poland will pay $6.5 billion.",
        {"Zarebski": "state:PL"},
    ),
    (
        "Interview",
        "In an interview with Yonhap in Seoul, Defence Minister Kaarel Tamm said Estonia would buy six more launchers.",
        {"Tamm": "state:EE"},
    ),
    ("Interview", "In an interview with Reuters, Defence Minister Kaarel Tamm criticised Germany.", {"Tamm": None}),
    (
        "Airbus deal",
        "Spain's Indra and Airbus will build the radar. Defence Minister Carmen Ortega said the work would bring jobs to Madrid.",
        {"Ortega": "state:ES"},
    ),
    (
        "Tank deal",
        'Hyundai Rotem and the Polish government signed in Gliwice. "We are grateful to Korea," said Deputy Defence Minister Witold Zarebski. South Korea\'s Ambassador Lim Hoon-min attended.',
        {"Zarebski": "state:PL"},
    ),
    (
        "Romania",
        "BUCHAREST (Agerpres) - Economy Minister Radu Munteanu received Hanwha executives on Monday. He said Romania wanted production at home.",
        {"Munteanu": "state:RO"},
    ),
    (
        "EU",
        "European Commissioner for Defence Tomas Rimkus met Prime Minister Rokas Vaitkus in Vilnius.",
        {"Vaitkus": "state:LT"},
    ),
    (
        "Poland eyes subs",
        "Poland chose Saab's A26. Swedish Prime Minister Ulf Dahl and Poland's Leszek Maj announced it in Warsaw.",
        {"Dahl": "state:SE"},
    ),
    (
        "Gulf",
        "Saudi Arabia and the UAE ordered Cheongung batteries. Crown Prince Khalid visited Seoul.",
        {"Khalid": None},
    ),
    (
        "Peru",
        "LIMA, Nov 4 (Andina) - The Peruvian Army signed for K2 tanks. General Cesar Salazar signed for the army, and KAI's Park Jong-moon looked on.",
        {"Salazar": "state:PE"},
    ),
    (
        "Thai frigates",
        "Thailand's navy will get a second frigate from Hanwha Ocean, Admiral Somchai Prasert told parliament.",
        {"Prasert": "state:TH"},
    ),
    (
        "Kazakhstan",
        "Kazakhstan signed with Turkey's Aselsan. President Nurlan Ospanov met Turkish President Orhan Aydin in Ankara.",
        {"Ospanov": "state:KZ"},
    ),
    (
        "Japan",
        "Tokyo will sell frigates to Australia. Defence Minister Kenji Murata spoke with his Australian counterpart, Stuart Bell.",
        {"Bell": "state:AU", "Murata": "state:JP"},
    ),
    ("NATO", "NATO allies met in The Hague. Prime Minister Dirk Bos opened the summit.", {"Bos": None}),
    (
        "Swiss",
        "The Swiss parliament cut the order of F-35s from the United States. Defence Minister Urs Amstutz regretted it; US Ambassador Callista Moore did too.",
        {"Amstutz": "state:CH", "Moore": "state:US"},
    ),
    (
        "Hungary",
        "Rheinmetall opened a plant in Hungary. Economic Development Minister Marton Toth and Rheinmetall chief Armin Papperger cut the ribbon.",
        {"Toth": "state:HU"},
    ),
    (
        "Egypt",
        "Hanwha Aerospace President Son Jae-il met Egyptian Defence Minister Abdel Sakr in Cairo.",
        {"Sakr": "state:EG"},
    ),
    (
        "Belgium",
        "Brussels ordered 11 more F-35As. Belgian Defence Minister Luc Peeters said the jets would come from Italy.",
        {"Peeters": "state:BE"},
    ),
    (
        "India",
        "India cleared the purchase of 26 Rafale-M jets from France. Defence Secretary Rakesh Sinha signed with French Ambassador Thierry Lambert.",
        {"Sinha": "state:IN"},
    ),
    (
        "Chile visit",
        "Chilean President Gabriela Fuentes arrived in Seoul on Sunday. She will meet President Lee Jae-myung on Monday.",
        {"Fuentes": "state:CL"},
    ),
    (
        "Azerbaijan",
        "Pakistan sold JF-17s to Azerbaijan. President Elnur Mammadov saw them fly in Baku.",
        {"Mammadov": "state:AZ"},
    ),
    (
        "Argentina",
        "Denmark sold 24 F-16s to Argentina. Defence Minister Luis Petrone received the first six.",
        {"Petrone": "state:AR"},
    ),
    (
        "Greece",
        "Defence Minister Stavros Lekkas told the Greek parliament that talks with France had begun.",
        {"Lekkas": "state:GR"},
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), DOCUMENTS)
def test_persons_act_for_whom_the_document_tells(title: str, body: str, expected: dict[str, str | None]) -> None:
    words = lexicon(load())
    found = find_actors(read(read_text("page.txt", f"{title}\n\n{body}\n"), words.table), words)
    for name, party in expected.items():
        named = {actor.acts_for for actor in found if actor.kind is ActorKind.PERSON and name in actor.name}
        assert named == {party}, name
