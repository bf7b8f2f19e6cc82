"""Agreements told in other words than a verb of their own, by ellipses, lists and pledges."""

from __future__ import annotations

import pytest
from test_builders_agreements import agreements, date, parties

TOLD: list[tuple[str, list[tuple[str, str, list[str], str | None]]]] = [
    (
        "A memorandum of understanding with Rheinmetall, dated 12 May, was disclosed by Poland's PGZ in a filing "
        "to the exchange.",
        [("mou", "signed", ["PGZ", "Rheinmetall"], "2025-05-12")],
    ),
    (
        "Since 2014 Brazil has had an agreement on the protection of classified information with Sweden; with "
        "Japan it has none.",
        [("other", "in_force", ["BR", "SE"], "2014")],
    ),
    (
        "Poland and France are tied by a friendship treaty of 1991, which binds them to this day.",
        [("treaty", "in_force", ["FR", "PL"], "1991")],
    ),
    (
        "Diplomats of Estonia and Japan are haggling over the wording of a treaty on visiting forces.",
        [("treaty", "negotiating", ["EE", "JP"], None)],
    ),
    (
        "A pact that would let Philippine and Canadian troops train on each other's soil is being negotiated.",
        [("other", "negotiating", ["CA", "PH"], None)],
    ),
    (
        "The cabinet in Ljubljana authorised the defence minister to sign a protocol with Jordan on military medicine.",
        [("other", "proposed", ["JO", "SI"], None)],
    ),
    (
        "Kenya's military cooperation agreement with Slovakia, concluded in 2011, ran out after ten years.",
        [("other", "ended", ["KE", "SK"], "2011")],
    ),
    (
        "Kenya let its defence agreement with Italy, concluded in 2012, run out two years ago.",
        [("other", "ended", ["IT", "KE"], "2012")],
    ),
    (
        "The logistics agreement between Chile and Spain was prolonged in 2023 and is in force until 2028.",
        [("other", "in_force", ["CL", "ES"], "2023")],
    ),
    (
        "Talks between Vilnius and Ottawa on a status of forces agreement have begun, the Lithuanian ministry said.",
        [("treaty", "negotiating", ["CA", "LT"], None)],
    ),
    (
        "Drafts of a memorandum on submarine rescue are going back and forth between Singapore and Oslo.",
        [("mou", "negotiating", ["NO", "SG"], None)],
    ),
    (
        "Still to be agreed between Turkey and Japan is a treaty on the exchange of defence technology.",
        [("treaty", "proposed", ["JP", "TR"], None)],
    ),
    (
        "What the Greek and Indian ministers put their signatures to in Athens on Friday is a declaration of "
        "intent on shipbuilding.",
        [("joint_declaration", "signed", ["GR", "IN"], "2025-06-13")],
    ),
    (
        "On Thursday the ink dried on a defence cooperation accord between Norway and the Philippines.",
        [("other", "signed", ["NO", "PH"], "2025-06-12")],
    ),
    (
        "It took Morocco and India five years to arrive at a memorandum on defence industry; ministers signed it "
        "in Rabat on 3 June.",
        [("mou", "signed", ["IN", "MA"], "2025-06-03")],
    ),
    (
        "Under a 2022 agreement with Greece, French frigates may use Souda Bay.",
        [("other", "signed", ["FR", "GR"], "2022")],
    ),
    (
        "The Bulgarian parliament ratified a defence cooperation agreement with Japan on Wednesday.",
        [("other", "signed", ["BG", "JP"], None)],
    ),
    (
        "Parliament in Sofia gave its consent on Wednesday to the defence cooperation agreement with Japan, "
        "signed in March 2024.",
        [("other", "signed", ["BG", "JP"], "2024-03")],
    ),
    (
        "Portugal and Morocco have been bound by a treaty of friendship since 1994.",
        [("treaty", "in_force", ["MA", "PT"], "1994")],
    ),
    (
        "A military pact between Niger and France was denounced by the junta in August 2023.",
        [("other", "ended", ["FR", "NE"], "2023-08")],
    ),
    (
        "The two companies, Saab of Sweden and Embraer of Brazil, shook hands on a letter of intent in Lisbon on "
        "10 April 2024.",
        [("other", "signed", ["Embraer", "Saab"], "2024-04-10")],
    ),
    ("A teaming agreement ties Anduril to Rheinmetall.", [("other", "in_force", ["Anduril", "Rheinmetall"], None)]),
    (
        "Hanwha Ocean and Babcock agreed last week to team up, under a memorandum of understanding, for the "
        "Canadian submarine programme.",
        [("mou", "signed", ["Babcock International", "Hanwha Ocean"], None)],
    ),
    (
        "Vietnam and South Korea promoted their relations to a comprehensive strategic partnership in December 2022.",
        [("partnership", "signed", ["KR", "VN"], "2022-12")],
    ),
    (
        "The Reciprocal Access Agreement that Japan and the Philippines signed in July 2024 has yet to be "
        "ratified by Tokyo.",
        [("other", "signed", ["JP", "PH"], "2024-07")],
    ),
    (
        "Ottawa hopes for a general security of information agreement with Seoul by the end of the year.",
        [("other", "proposed", ["CA", "KR"], None)],
    ),
    (
        "A visiting forces agreement is on the table between Manila and Paris.",
        [("other", "negotiating", ["FR", "PH"], None)],
    ),
    ("In the works is a Spanish-Turkish memorandum on trainer aircraft.", [("mou", "negotiating", ["ES", "TR"], None)]),
    (
        "Australia and Papua New Guinea are to sign a mutual defence treaty in September.",
        [("treaty", "announced", ["AU", "PG"], "2025-09")],
    ),
    (
        "The mutual defence treaty between Australia and Papua New Guinea, known as Pukpuk, awaits signature.",
        [("treaty", "announced", ["AU", "PG"], None)],
    ),
    (
        "Cyprus became the latest state to accede to the European Sky Shield Initiative last month.",
        [("programme", "in_force", ["CY"], "2025-05")],
    ),
    (
        'Denmark has set aside 1.3 billion kroner for Ukraine\'s arms makers under the "Danish model".',
        [("funding_initiative", "in_force", ["DK"], None)],
    ),
    (
        "Sweden promised 500 million dollars to the PURL mechanism on Tuesday.",
        [("pledge", "announced", ["SE"], "2025-06-10")],
    ),
    (
        "At the NATO summit Belgium pledged to spend 2 per cent of GDP on defence by the end of 2025.",
        [("pledge", "signed", ["BE"], None)],
    ),
    (
        "The EU concluded security and defence partnerships with Moldova, Norway and Japan in 2024.",
        [
            ("partnership", "signed", ["EU", "JP"], "2024"),
            ("partnership", "signed", ["EU", "MD"], "2024"),
            ("partnership", "signed", ["EU", "NO"], "2024"),
        ],
    ),
    (
        "An administrative arrangement on airworthiness was exchanged between the Swiss and Brazilian air forces "
        "in May 2025.",
        [("technical_arrangement", "signed", ["BR", "CH"], "2025-05")],
    ),
    ("Warsaw has pulled out of the Ottawa Convention on landmines.", [("treaty", "ended", ["PL"], None)]),
    (
        "Signature of the Finnish-Ukrainian agreement on long-term support took place in Kyiv on 3 April 2024.",
        [("other", "signed", ["FI", "UA"], "2024-04-03")],
    ),
    (
        "Ukraine's security agreement with Iceland bears the date of 31 May 2024.",
        [("other", "signed", ["IS", "UA"], "2024-05-31")],
    ),
    (
        "Negotiators from Seoul and Bern initialled an accord on mutual recognition of quality assurance last Monday.",
        [("technical_arrangement", "signed", ["CH", "KR"], "2025-06-09")],
    ),
    (
        "Hungary and Azerbaijan, whose strategic partnership dates from 2023, want to add a joint venture.",
        [("partnership", "in_force", ["AZ", "HU"], "2023")],
    ),
    (
        "Between Berlin and Canberra there exists since 2021 an enhanced strategic partnership.",
        [("partnership", "in_force", ["AU", "DE"], "2021")],
    ),
    (
        "Malaysia and Turkey renewed for five years, on 12 March, the defence industry memorandum they had first "
        "signed in 2015.",
        [("mou", "signed", ["MY", "TR"], "2025-03-12")],
    ),
    (
        "A memorandum on drones, inked by Latvia and Ukraine in January, has since grown into a full treaty.",
        [("mou", "signed", ["LV", "UA"], "2025-01")],
    ),
    (
        "The agreement, signed by Defence Minister Pål Jonson and his Finnish colleague Antti Häkkänen, covers "
        "joint purchases of ammunition.",
        [("other", "signed", ["FI", "SE"], None)],
    ),
    (
        "After the talks the president of Kazakhstan and the emir of Qatar witnessed the exchange of three "
        "memoranda between their ministries of defence.",
        [("mou", "signed", ["KZ", "QA"], None)],
    ),
    (
        "Korea's DAPA and Italy's defence ministry have a memorandum of understanding on defence industry, in "
        "place since 2000.",
        [("mou", "in_force", ["IT", "KR"], "2000")],
    ),
    (
        "Seoul's proposal of a trilateral logistics pact with Tokyo and Canberra has found no echo.",
        [("other", "proposed", ["AU", "JP", "KR"], None)],
    ),
    (
        "Kuwait, according to the ministry, is studying a draft military agreement put forward by Turkey.",
        [("other", "proposed", ["KW", "TR"], None)],
    ),
    (
        "Kenya's defence accord with Slovakia ended in 2021; that with Italy was prolonged in 2023.",
        [("other", "ended", ["KE", "SK"], "2021"), ("other", "in_force", ["IT", "KE"], "2023")],
    ),
    (
        "Slovenia has had a military cooperation agreement with Spain since 2008, and one with Qatar was signed "
        "last month.",
        [("other", "in_force", ["ES", "SI"], "2008"), ("other", "signed", ["QA", "SI"], "2025-05")],
    ),
    (
        "Norway signed a memorandum of understanding on naval cooperation with Chile in March. A second one, with "
        "Peru, is being drafted.",
        [("mou", "proposed", ["NO", "PE"], None), ("mou", "signed", ["CL", "NO"], "2025-03")],
    ),
    (
        "Greece has a defence agreement with France. It was signed in Paris on 28 September 2021.",
        [("other", "in_force", ["FR", "GR"], "2021-09-28")],
    ),
    (
        "Greece and France have a mutual defence agreement; it came into being on 28 September 2021 and is to be "
        "renewed next year.",
        [("treaty", "in_force", ["FR", "GR"], "2021-09-28")],
    ),
    (
        "For years Peru and Brazil had talked about a status of forces agreement. On Monday their ministers signed it.",
        [("treaty", "signed", ["BR", "PE"], "2025-06-09")],
    ),
    (
        "Ankara is asking Baku for a maritime security pact. Baku has not replied.",
        [("other", "proposed", ["AZ", "TR"], None)],
    ),
    (
        "3 March 2025 - Finland and Japan conclude an acquisition and cross-servicing agreement",
        [("other", "signed", ["FI", "JP"], "2025-03-03")],
    ),
    (
        "Among the papers signed in Abuja on 4 June were a memorandum on pilot training and an agreement on "
        "military intelligence between Nigeria and Pakistan.",
        [("mou", "signed", ["NG", "PK"], "2025-06-04"), ("other", "signed", ["NG", "PK"], "2025-06-04")],
    ),
    (
        "Lithuania has set aside 30 million euros for NATO's trust fund for Ukraine.",
        [("pledge", "announced", ["LT", "NATO"], None)],
    ),
    (
        "Ireland promised Ukraine another 100 million euros in non-lethal aid on 4 December 2024.",
        [("pledge", "announced", ["IE", "UA"], "2024-12-04")],
    ),
    (
        "Seoul pledged $2 billion in loans to Kyiv in September 2023.",
        [("pledge", "announced", ["KR", "UA"], "2023-09")],
    ),
    (
        "A promise of 500 million pounds to Ukraine was made by Britain on Thursday.",
        [("pledge", "announced", ["GB", "UA"], "2025-06-12")],
    ),
    (
        "Spain committed itself at the summit to lift its defence outlays to 2 per cent of GDP by 2026.",
        [("pledge", "signed", ["ES"], None)],
    ),
    (
        "Estonia's government has promised to bring defence spending up to 5.4 percent of GDP from 2026.",
        [("pledge", "signed", ["EE"], None)],
    ),
    (
        "The Official Security Assistance that Japan launched in 2023 pays for radars in Manila.",
        [("programme", "in_force", ["JP"], "2023")],
    ),
    (
        "The Netherlands and Luxembourg want to be let into the ammunition initiative run by the Czech Republic.",
        [("funding_initiative", "in_force", ["CZ"], None)],
    ),
    (
        "Bahrain, the United States and Britain are parties to the Comprehensive Security Integration and "
        "Prosperity Agreement (C-SIPA).",
        [("other", "in_force", ["BH", "GB", "US"], None)],
    ),
    (
        "Kuala Lumpur and Ankara put their partnership on a new footing on 10 January by agreeing on a joint "
        "declaration on defence.",
        [("joint_declaration", "signed", ["MY", "TR"], "2025-01-10")],
    ),
    (
        "The agreement will allow Lithuanian soldiers to be trained in Israel, the minister said after signing it "
        "with his Israeli counterpart Israel Katz on Tuesday.",
        [("other", "signed", ["IL", "LT"], "2025-06-10")],
    ),
    (
        "Hungary's parliament on Tuesday voted to approve a military cooperation agreement with Chad.",
        [("other", "announced", ["HU", "TD"], "2025-06-10")],
    ),
    (
        "What was agreed in Doha by Turkey and Qatar on 5 March 2024 amounts to a military cooperation agreement.",
        [("other", "signed", ["QA", "TR"], "2024-03-05")],
    ),
    (
        "With the signing of a memorandum on 2 May, Croatia and South Korea opened the door to joint work on "
        "artillery.",
        [("mou", "signed", ["HR", "KR"], "2025-05-02")],
    ),
    (
        "A strategic partnership agreement was among the documents signed by Uzbekistan and Italy during Giorgia "
        "Meloni's visit on 29 May.",
        [("partnership", "signed", ["IT", "UZ"], "2025-05-29")],
    ),
    (
        "Thales and Bharat Electronics are teaming up on radars; their memorandum of understanding was signed at "
        "Aero India on 12 February.",
        [("mou", "signed", ["Bharat Electronics", "Thales"], "2025-02-12")],
    ),
    (
        "KAI and Embraer exchanged a memorandum of understanding at the Paris Air Show last week.",
        [("mou", "signed", ["Embraer", "Korea Aerospace Industries"], "2025-06-02/2025-06-08")],
    ),
    (
        "Under a memorandum of understanding inked at IDEX, EDGE and Leonardo will set up a joint venture.",
        [("mou", "signed", ["EDGE Group", "Leonardo"], None)],
    ),
    (
        "Rheinmetall has entered into a strategic partnership with Lockheed Martin on rocket artillery.",
        [("partnership", "signed", ["Lockheed Martin", "Rheinmetall"], None)],
    ),
    (
        "A treaty between Armenia and Azerbaijan on peace was initialled in Washington.",
        [("treaty", "signed", ["AM", "AZ"], None)],
    ),
    (
        "Norway and Germany's common submarine programme is governed by a memorandum of understanding of 2017.",
        [("mou", "in_force", ["DE", "NO"], "2017")],
    ),
    (
        "Türkiye and Niger inked on 17 July 2024, besides two trade papers, a letter of intent on defence.",
        [("other", "signed", ["NE", "TR"], "2024-07-17")],
    ),
    ("Work on a Polish-Korean memorandum on maintenance began in April.", [("mou", "negotiating", ["KR", "PL"], None)]),
    (
        "An agreement in principle on a defence pact between Cyprus and Israel was reached on Monday.",
        [("other", "announced", ["CY", "IL"], "2025-06-09")],
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_an_agreement_is_read(text: str, told: list[tuple[str, str, list[str], str | None]]) -> None:
    found = [(str(r.kind), str(r.status), parties(text, r), date(r)) for r in agreements(text)]
    assert sorted(found, key=repr) == sorted(told, key=repr)


SILENT = [
    "Serbia says that no agreement with Russia has been signed, nor is one planned.",
    "Without an agreement between Japan and Italy, the ministry said, no engines could be shipped.",
    "The club and the union reached an agreement on wages.",
    "The two sides agreed on the need for dialogue between Egypt and Sudan.",
    "Baykar and Leonardo founded a joint venture on 6 March.",
    "A decade-old logistics deal gives US ships access to Singapore.",
    "Rumours of a secret pact between Turkey and Pakistan are baseless, the ministry said.",
    "The minister denied that Ukraine and Poland had signed a memorandum on missiles.",
    "Fifty years ago Spain and Morocco might have signed a treaty; they did not.",
    "If Japan and Indonesia sign a defence pact, frigates could follow.",
    "The trade union and Airbus signed an agreement on working hours in Spain.",
    "Analysts compare the accord between the two football federations of Spain and Portugal with a marriage.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_no_text_says_is_no_agreement(text: str) -> None:
    assert agreements(text) == []
