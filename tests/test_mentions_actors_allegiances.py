"""For whom somebody acts whom the catalogue does not know: what the text says, what it implies, and where it says nothing.

Most of the persons are made up; what is expected was written down before the rules were.
"""

from __future__ import annotations

import pytest

from kordef.catalogue import load
from kordef.mentions.actors.finder import find_actors
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
