"""Agreements in further wordings of governments, firms and alliances."""

from __future__ import annotations

import pytest
from test_builders_agreements import agreements, date, parties

TOLD: list[tuple[str, list[tuple[str, str, list[str], str | None]]]] = [
    (
        "Lithuania's government has given the green light to the signing of an agreement with Germany on the "
        "stationing of troops.",
        [("other", "proposed", ["DE", "LT"], None)],
    ),
    (
        "MANILA - The Philippine Senate gave its concurrence on Monday to the visiting forces agreement with "
        "Japan that was signed on 8 July 2024.",
        [("other", "signed", ["JP", "PH"], "2024-07-08")],
    ),
    (
        "No date has been set for the signature of the Dutch-Ukrainian memorandum on sea drones.",
        [("mou", "announced", ["NL", "UA"], None)],
    ),
    (
        "Croatia has, since 2018, been party with Slovenia to an arrangement on air policing.",
        [("other", "in_force", ["HR", "SI"], "2018")],
    ),
    ("Cooperation between Seoul and Hanoi rests on a memorandum of 2009.", [("mou", "in_force", ["KR", "VN"], "2009")]),
    (
        "Cooperation between the navies of Chile and Ecuador is regulated by an agreement signed in 2016.",
        [("other", "in_force", ["CL", "EC"], "2016")],
    ),
    (
        "The memorandum, which expires next year, was concluded by Austria and Israel in 2016.",
        [("mou", "in_force", ["AT", "IL"], "2016")],
    ),
    ("Georgia tore up the accord with Russia on military transit in 2011.", [("other", "ended", ["GE", "RU"], "2011")]),
    (
        "Elbit Systems and Diehl Defence have agreed to cooperate on rocket artillery and put this in writing in "
        "a memorandum of understanding at ILA on 6 June 2024.",
        [("mou", "signed", ["Diehl Defence", "Elbit Systems"], "2024-06-06")],
    ),
    (
        "LIG Nex1 and Thales agreed on 4 June to extend their cooperation agreement on sonars by five years.",
        [("other", "announced", ["LIG Nex1", "Thales"], "2025-06-04")],
    ),
    (
        "Hanwha Aerospace won a framework agreement from Romania's defence ministry in July 2024.",
        [("framework_agreement", "signed", ["Hanwha Aerospace", "RO"], "2024-07")],
    ),
    (
        "The Czech defence ministry and Colt CZ concluded a framework agreement for rifles in April 2020.",
        [("framework_agreement", "signed", ["CZ", "Colt CZ Group"], "2020-04")],
    ),
    (
        "The leaders of Japan and Australia put out a joint statement on Friday.",
        [("joint_declaration", "announced", ["AU", "JP"], "2025-06-13")],
    ),
    (
        "A joint declaration on a new chapter in defence ties was read out by the presidents of France and Poland "
        "in Nancy on 9 May.",
        [("joint_declaration", "announced", ["FR", "PL"], "2025-05-09")],
    ),
    (
        "At the signing ceremony in Kigali on 3 May, the Rwandan minister and his Jordanian guest exchanged "
        "copies of a defence cooperation agreement.",
        [("other", "signed", ["JO", "RW"], "2025-05-03")],
    ),
    (
        "Turkish and Somali officials on 8 February 2024 penned a framework agreement on defence and economic "
        "cooperation.",
        [("framework_agreement", "signed", ["SO", "TR"], "2024-02-08")],
    ),
    (
        "Relations between Romania and South Korea have had the rank of a strategic partnership since 2008.",
        [("partnership", "in_force", ["KR", "RO"], "2008")],
    ),
    (
        "Relations between Poland and Japan were lifted to a strategic partnership in 2015.",
        [("partnership", "signed", ["JP", "PL"], "2015")],
    ),
    (
        "Bulgaria became a strategic partner of South Korea last October.",
        [("partnership", "in_force", ["BG", "KR"], "2024-10")],
    ),
    (
        "The EU and Norway are now tied by a security and defence partnership, their foreign ministers having "
        "signed it on 28 May 2024.",
        [("partnership", "in_force", ["EU", "NO"], "2024-05-28")],
    ),
    (
        "With Albania the European Union sealed a security and defence partnership on 18 December 2024; Britain "
        "followed on 19 May 2025.",
        [("partnership", "signed", ["AL", "EU"], "2024-12-18"), ("partnership", "signed", ["EU", "GB"], "2025-05-19")],
    ),
    (
        "NATO and Mongolia agreed an individually tailored partnership programme for 2024-2027, the alliance said.",
        [("programme", "signed", ["MN", "NATO"], None)],
    ),
    (
        "Iceland is the latest to sign up to the drone coalition led by Latvia and the United Kingdom.",
        [("funding_initiative", "in_force", ["GB", "LV"], None)],
    ),
    (
        "Norway's pledge of 85 billion kroner to Ukraine was announced in March.",
        [("pledge", "announced", ["NO", "UA"], "2025-03")],
    ),
    ("Berlin has committed a further 1.9 billion euros to Ukraine.", [("pledge", "announced", ["DE", "UA"], None)]),
    (
        "Australia committed A$3 billion to the American submarine industrial base, under AUKUS.",
        [("pledge", "announced", ["AU", "US"], None)],
    ),
    (
        "Kazakhstan and Italy: memorandum on military education signed in Astana, 30 May 2025",
        [("mou", "signed", ["IT", "KZ"], "2025-05-30")],
    ),
    (
        "Under the arrangement, which Wellington and Suva concluded in 2022, New Zealand may send engineers to Fiji.",
        [("other", "signed", ["FJ", "NZ"], "2022")],
    ),
    (
        "Seoul and Warsaw made do with a letter of intent, inked at MSPO in Kielce on 3 September 2024.",
        [("other", "signed", ["KR", "PL"], "2024-09-03")],
    ),
    (
        "Behind the purchase stands a memorandum of understanding of March 2023 between Australia and South Korea.",
        [("mou", "signed", ["AU", "KR"], "2023-03")],
    ),
    (
        "Fiji's parliament has until June to approve the treaty with Australia, signed in October.",
        [("treaty", "signed", ["AU", "FJ"], "2024-10")],
    ),
    (
        "The two navies - those of Peru and South Korea - work together under a memorandum signed in Callao in "
        "November 2024.",
        [("mou", "signed", ["KR", "PE"], "2024-11")],
    ),
    (
        "Sweden and the United States are each other's treaty partners by virtue of the Defence Cooperation "
        "Agreement, in force since 15 August 2024.",
        [("other", "in_force", ["SE", "US"], "2024-08-15")],
    ),
    (
        "The Defence Cooperation Agreement (DCA) with Washington, in force since August 2024, opens 17 Swedish "
        "bases to American troops.",
        [("other", "in_force", ["SE", "US"], "2024-08")],
    ),
    (
        "Latvia, Lithuania and Estonia signed a letter of intent on a Baltic Defence Line on 19 January 2024; "
        "Poland is not party to it.",
        [("other", "signed", ["EE", "LT", "LV"], "2024-01-19")],
    ),
    (
        "Tokyo and London, whose Reciprocal Access Agreement came into force on 15 October 2023, are planning "
        "more drills.",
        [("other", "in_force", ["GB", "JP"], "2023-10-15")],
    ),
    (
        "Jakarta has in hand a draft of a status of forces agreement that Canberra sent in May.",
        [("treaty", "negotiating", ["AU", "ID"], None)],
    ),
    (
        "Officials from both ministries have met nine times to work out a General Security of Military "
        "Information Agreement between South Korea and Egypt.",
        [("other", "negotiating", ["EG", "KR"], None)],
    ),
    (
        "A General Security of Military Information Agreement between South Korea and Peru is being finalized, "
        "DAPA said.",
        [("other", "negotiating", ["KR", "PE"], None)],
    ),
    (
        "Vietnam is mulling over a security of information pact with the Netherlands.",
        [("other", "proposed", ["NL", "VN"], None)],
    ),
    (
        "The minister said Kenya was open to a status of forces agreement with South Korea.",
        [("treaty", "proposed", ["KE", "KR"], None)],
    ),
    (
        "The EU's Kaja Kallas tabled the idea of a security and defence partnership with India.",
        [("partnership", "proposed", ["EU", "IN"], None)],
    ),
    (
        "Malaysian Defence Minister Khaled Nordin and his Italian counterpart Guido Crosetto signed a Memorandum "
        "of Understanding (MoU) on Defence Cooperation at LIMA in Langkawi on 21 May.",
        [("mou", "signed", ["IT", "MY"], "2025-05-21")],
    ),
    (
        "The signing of the MoU on Defence Cooperation took place at LIMA on 21 May between Malaysia and Italy.",
        [("mou", "signed", ["IT", "MY"], "2025-05-21")],
    ),
    (
        "As part of the visit, a Memorandum of Understanding on Defence Cooperation between the Ministry of "
        "Defence of Romania and the Ministry of National Defence of the Republic of Korea was signed.",
        [("mou", "signed", ["KR", "RO"], None)],
    ),
    (
        "The Parties reaffirmed their commitment to the Strategic Partnership between Romania and the Republic of "
        "Korea.",
        [("partnership", "in_force", ["KR", "RO"], None)],
    ),
    (
        "The Ministers welcomed the conclusion of the Agreement between Romania and Japan on the Security of "
        "Information.",
        [("other", "signed", ["JP", "RO"], None)],
    ),
    (
        "Both sides expressed their wish to conclude an agreement on defence industry cooperation between "
        "Bulgaria and the Republic of Korea.",
        [("other", "proposed", ["BG", "KR"], None)],
    ),
    (
        "They agreed to expedite negotiations on an Acquisition and Cross-Servicing Agreement between Canada and "
        "Japan.",
        [("other", "negotiating", ["CA", "JP"], None)],
    ),
    (
        "The sides stressed the importance of the 2018 Agreement on Military Cooperation between Serbia and Cyprus.",
        [("other", "signed", ["CY", "RS"], "2018")],
    ),
    (
        "Hensoldt and Turkey's Aselsan announced a cooperation agreement on radars on 4 March.",
        [("other", "announced", ["Aselsan", "Hensoldt"], "2025-03-04")],
    ),
    (
        "Kongsberg and Hanwha Aerospace have entered into a teaming agreement to offer the Chunmoo to Norway.",
        [("other", "signed", ["Hanwha Aerospace", "Kongsberg Gruppen"], None)],
    ),
    (
        "Boeing inked an agreement with Korean Air to work together on maintenance of Apache helicopters.",
        [("other", "signed", ["Boeing", "Korean Air"], None)],
    ),
    (
        "Saab's memorandum with Embraer, in force since 2023, was broadened on Monday.",
        [("mou", "in_force", ["Embraer", "Saab"], "2023")],
    ),
    (
        "HD Hyundai Heavy Industries and Babcock have renewed a technical cooperation agreement, first signed in 2019.",
        [("technical_arrangement", "signed", ["Babcock International", "HD Hyundai Heavy Industries"], "2019")],
    ),
    (
        "In 1953 Washington and Seoul concluded a Mutual Defense Treaty, which remains the bedrock of the alliance.",
        [("treaty", "in_force", ["KR", "US"], "1953")],
    ),
    (
        "Pyongyang and Moscow's Comprehensive Strategic Partnership Treaty, signed on 19 June 2024, provides for "
        "mutual help.",
        [("treaty", "signed", ["KP", "RU"], "2024-06-19")],
    ),
    (
        "Russia and North Korea exchanged instruments of ratification of their partnership treaty on 4 December "
        "2024, bringing it into force.",
        [("treaty", "in_force", ["KP", "RU"], "2024-12-04")],
    ),
    (
        "AUKUS was announced by Australia, Britain and the United States on 15 September 2021.",
        [("partnership", "announced", ["AU", "GB", "US"], "2021-09-15")],
    ),
    (
        "Bern and Canberra will shortly put pen to paper: a security of information agreement between Switzerland "
        "and Australia has been agreed at working level.",
        [("other", "signed", ["AU", "CH"], None)],
    ),
    (
        "Oslo's defence minister flew home from Santiago with a memorandum on submarine rescue, signed on 2 June "
        "with Chile.",
        [("mou", "signed", ["CL", "NO"], "2025-06-02")],
    ),
    (
        "A quarter of a century has passed since Spain and South Korea concluded their agreement on military "
        "exchanges.",
        [("other", "signed", ["ES", "KR"], None)],
    ),
    (
        "The ministers of Estonia and Ukraine, meeting in Tallinn on Wednesday, sealed with their signatures a "
        "letter of intent on drones.",
        [("other", "signed", ["EE", "UA"], "2025-06-11")],
    ),
    (
        "Israel's memorandum of understanding with Greece on flight training, signed in April 2021, has a term of "
        "22 years.",
        [("mou", "signed", ["GR", "IL"], "2021-04")],
    ),
    (
        "Agreed in Vilnius in July 2023, the tailored programme links Tokyo to NATO for four years.",
        [("programme", "signed", ["JP", "NATO"], "2023-07")],
    ),
    (
        "Among partners of the alliance, New Zealand is the last whose tailored programme is still under "
        "negotiation with NATO.",
        [("programme", "negotiating", ["NATO", "NZ"], None)],
    ),
    (
        "According to the Georgian ministry a cooperation plan for 2025 was signed with Poland in Tbilisi in January.",
        [("programme", "signed", ["GE", "PL"], "2025-01")],
    ),
    (
        "The Italian defence minister's signature now stands under a letter of intent on the GCAP fighter with "
        "Saudi Arabia.",
        [("other", "signed", ["IT", "SA"], None)],
    ),
    (
        "Ministers from Norway, Denmark and the Netherlands on 9 April 2024 in The Hague signed a joint "
        "declaration to protect North Sea infrastructure.",
        [("joint_declaration", "signed", ["DK", "NL", "NO"], "2024-04-09")],
    ),
    (
        "Belgium, Germany, Denmark, the Netherlands, Norway and Britain joined forces in a pact against sabotage "
        "in the North Sea, signed in April 2024.",
        [("other", "signed", ["BE", "DE", "DK", "GB", "NL", "NO"], "2024-04")],
    ),
    (
        "In Lancaster House, fifteen years ago, London and Paris concluded two defence treaties.",
        [("treaty", "signed", ["FR", "GB"], "2010")],
    ),
    (
        "Slovakia's cabinet on Wednesday took note of a draft agreement with Hungary on the mutual protection of "
        "airspace.",
        [("other", "proposed", ["HU", "SK"], None)],
    ),
    (
        "Minister Baranauskas said that a Lithuanian-Dutch memorandum on mine action would be signed at the end "
        "of June.",
        [("mou", "announced", ["LT", "NL"], "2025-06")],
    ),
    (
        "It is planned to conclude an intergovernmental agreement on air defence cooperation between Armenia and "
        "India.",
        [("treaty", "announced", ["AM", "IN"], None)],
    ),
    (
        "The agreement between the Government of Japan and the Government of Mongolia concerning the transfer of "
        "defence equipment entered into force on 9 May 2025.",
        [("treaty", "in_force", ["JP", "MN"], "2025-05-09")],
    ),
    (
        "Timeline of ties between Hungary and South Korea\n2006: Memorandum of understanding on defence "
        "cooperation signed\n2021: Relations raised to a strategic partnership\n2024: Talks on a classified "
        "information agreement open",
        [
            ("mou", "signed", ["HU", "KR"], "2006"),
            ("other", "negotiating", ["HU", "KR"], None),
            ("partnership", "in_force", ["HU", "KR"], "2021"),
        ],
    ),
    (
        "Canada will put C$20 million into the Czech-led ammunition initiative, Defence Minister Bill Blair "
        "announced on 18 April.",
        [("funding_initiative", "in_force", ["CZ"], None), ("pledge", "announced", ["CA"], "2025-04-18")],
    ),
    (
        "Sweden and Japan have an acquisition and cross-servicing agreement. Norway has had the same facility "
        "with Tokyo for some years.",
        [("other", "in_force", ["JP", "NO"], None), ("other", "in_force", ["JP", "SE"], None)],
    ),
    (
        "The EU concluded a security partnership with Japan in 2024. Norway has the same with Brussels.",
        [("partnership", "in_force", ["EU", "NO"], None), ("partnership", "signed", ["EU", "JP"], "2024")],
    ),
    (
        "The 2001 understanding between Singapore and New Zealand on helicopters is still alive. It is. It was "
        "rolled over for the fourth time on 20 January, and now runs to the end of 2029.",
        [("mou", "in_force", ["NZ", "SG"], "2001")],
    ),
    (
        "A Military Cooperation Agreement between Chad and Peru (initialled Lima, June 2022; signed Seoul, 8 "
        "March 2023)",
        [("other", "signed", ["PE", "TD"], "2023-03-08")],
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_an_agreement_is_read(text: str, told: list[tuple[str, str, list[str], str | None]]) -> None:
    found = [(str(r.kind), str(r.status), parties(text, r), date(r)) for r in agreements(text)]
    assert sorted(found, key=repr) == sorted(told, key=repr)


SILENT = [
    "South Korea is linked to Ukraine by no treaty of any kind.",
    "Washington has frozen its military cooperation agreement with Niger.",
    "Thai and Indian firms left the Bangkok fair with three letters of intent.",
    ("Albania, Kosovo and Croatia declared on 18 March in Tirana that they will deepen their defence cooperation."),
    "Greece promised at the weekend to spend 25 billion euros on arms by 2036.",
    "Poland and Ukraine have no agreement under which Warsaw could shoot down missiles.",
    "A mutual defence pact between Saudi Arabia and Pakistan is a mere rumour.",
    "The bank and the ministry concluded a loan agreement.",
    "A strategic partnership between Coca-Cola and Visa was announced on Monday.",
    "The Swiss and German railways signed a memorandum of understanding on night trains.",
    "Nordic culture ministers adopted a declaration on libraries in Oslo.",
    "It was in Bratislava, on 14 May, that Slovakia and Slovenia put an air policing agreement behind them.",
    "What Denmark and Ukraine still lack is an agreement on the protection of secrets.",
    "Nineteen states put their names to a letter of intent on the European Sky Shield Initiative.",
    "Tehran rejected a Turkish draft of a border security protocol.",
    "Neither Ottawa nor Rome would confirm that a memorandum on submarines was in the offing.",
    "No agreement on stationing troops was reached between Poland and France.",
    "Reports of a Qatari-Turkish pact on missiles were dismissed by Doha.",
    "Negotiators failed to agree on a defence pact between Japan and France.",
    "The airline signed a codeshare agreement with Korean Air.",
    (
        "Partner\tInstrument\tSigned\tIn force\nJordan\tDefence cooperation agreement\t3 May 2019\t1 January "
        "2020\nMorocco\tMemorandum on training\t6 June 2021\t-\nThe instruments listed were signed by Hungary."
    ),
    "Tokyo and Canberra promised each other to buy drones.",
    "Sweden's part in the JUMP fund is unclear.",
    "Of the same cloth are the shirts that the two clubs of Spain and Japan agreed on.",
    "Coffee growers in Kenya are bound by an agreement with buyers in Germany.",
    "The treaty that ties tenants to their landlords in Spain and Portugal is under discussion.",
    "Talks on the World Cup broadcasting deal between Japan and Qatar are in the works.",
    "Italy and France meet on Saturday; the referee's agreement with the league runs until June.",
    "Wage negotiators in Finland and Sweden are haggling over the wording of a collective agreement.",
    "The rate is based on an understanding with the union, the Norwegian and Danish ferry lines said.",
    "The museum's exhibition on the treaty of Versailles shows how France and Germany made peace.",
    "A climate accord between Brazil and Norway was on the table in Belém.",
    "Air France and Delta extended their partnership until 2030.",
    "Greece and Turkey have an unspoken understanding on the islands.",
    "Ukraine promised farmers 10 million euros for the fund.",
    "Denmark set aside 5 million euros for its own innovation fund.",
    "The Netherlands will put 30 million euros into the fund for flood victims in Libya.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_no_text_says_is_no_agreement(text: str) -> None:
    assert agreements(text) == []
