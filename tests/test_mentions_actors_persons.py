"""Persons: names in all orders and spellings, posts, for whom they act, and how a text comes back to them."""

from __future__ import annotations

import pytest

from kordef.catalogue import load
from kordef.mentions.actors.finder import find_actors
from kordef.mentions.lexicon import lexicon
from kordef.mentions.model import ActorMention
from kordef.mentions.passages import read
from kordef.reading import read_text
from kordef.vocabulary import ActorKind

FRAME = "News in brief\n\nThe following was reported.\n\n{}\n\nMore will follow.\n"


def persons(text: str) -> list[ActorMention]:
    """The persons in a paragraph of a page that holds nothing else."""
    words = lexicon(load())
    found = find_actors(read(read_text("page.txt", FRAME.format(text)), words.table), words)
    return [actor for actor in found if actor.kind is ActorKind.PERSON]


def only(text: str) -> ActorMention:
    (found,) = persons(text)
    return found


@pytest.mark.parametrize(
    ("text", "name", "post", "party"),
    [
        ("South Korean Foreign Minister Cho Tae-yul spoke.", "Cho Tae-yul", "Foreign Minister", "state:KR"),
        ("President Yoon Suk Yeol spoke.", "Yoon Suk Yeol", "President", "state:KR"),
        ("Deputy Defence Minister Pawel Bejda spoke.", "Pawel Bejda", "Deputy Defence Minister", "state:PL"),
        ("NATO Secretary General Mark Rutte spoke.", "Mark Rutte", "Secretary General", "organisation:nato"),
        ("Saudi Prince Khalid bin Salman spoke.", "Khalid bin Salman", "Prince", "state:SA"),
        ("Seoul's Trade Minister Yeo Han-koo spoke.", "Yeo Han-koo", "Trade Minister", "state:KR"),
        ("US Commerce Secretary Howard Lutnick spoke.", "Howard Lutnick", "Commerce Secretary", "state:US"),
        ("Latvian Defence Minister Andris Ozolins spoke.", "Andris Ozolins", "Defence Minister", "state:LV"),
        ("Polish Admiral Jaroslaw Ziemianski spoke.", "Jaroslaw Ziemianski", "Admiral", "state:PL"),
        ("Irish Ambassador Michelle Winthrop spoke.", "Michelle Winthrop", "Ambassador", "state:IE"),
        (
            "EU Special Envoy for Space Marjolijn van Deelen spoke.",
            "Marjolijn van Deelen",
            "Special Envoy for Space",
            "organisation:eu",
        ),
        (
            "European Commission President Ursula von der Leyen spoke.",
            "Ursula von der Leyen",
            "President",
            "organisation:eu",
        ),
        ("Nammo spokesman Thorstein Korsvold spoke.", "Thorstein Korsvold", "spokesman", "company:nammo"),
        ("The agriculture minister, Song Mi-ryung, spoke.", "Song Mi-ryung", "agriculture minister", "state:KR"),
        ("The Finnish defence minister, Antti Kaikkonen, spoke.", "Antti Kaikkonen", "defence minister", "state:FI"),
    ],
)
def test_a_post_before_the_name(text: str, name: str, post: str, party: str) -> None:
    found = only(text)
    assert (found.exact, found.post, found.acts_for) == (name, post, party)
    assert found.post_span is not None


@pytest.mark.parametrize(
    ("text", "name", "post", "party"),
    [
        (
            "Seok Jong-gun, head of the Defense Acquisition Program Administration (DAPA), spoke.",
            "Seok Jong-gun",
            "head",
            "state:KR",
        ),
        (
            "Joseph Borrell, then-EU High Representative for Foreign Affairs, spoke.",
            "Joseph Borrell",
            "High Representative",
            "organisation:eu",
        ),
        (
            "Son Jae-il, chief executive of Hanwha Aerospace, spoke.",
            "Son Jae-il",
            "chief executive",
            "company:hanwha-aerospace",
        ),
        (
            "Jens Stoltenberg, secretary general of NATO, spoke.",
            "Jens Stoltenberg",
            "secretary general",
            "organisation:nato",
        ),
        ("Urmas Reinsalu, the Estonian foreign minister, spoke.", "Urmas Reinsalu", "foreign minister", "state:EE"),
        (
            "Youn Jong-kwon, director-general at South Korea's Foreign Ministry, spoke.",
            "Youn Jong-kwon",
            "director-general",
            "state:KR",
        ),
        ("Vilmos Kerekes, the Hungarian defence minister, spoke.", "Vilmos Kerekes", "defence minister", "state:HU"),
        (
            "Lee Boo-hwan, head of Hanwha Aerospace Europe, spoke.",
            "Lee Boo-hwan",
            "head",
            "company:hanwha-aerospace-europe",
        ),
    ],
)
def test_a_post_behind_the_name(text: str, name: str, post: str, party: str) -> None:
    found = only(text)
    assert (found.exact, found.post, found.acts_for) == (name, post, party)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Artur Kuptel, who runs Poland's Armament Agency, signed.", "state:PL"),
        ("Park Jong-seung of the Agency for Defense Development signed.", "state:KR"),
        ("Magnus Saar of the Estonian Centre for Defence Investments signed.", "state:EE"),
        ("Thierry Klein, who heads the Belgian army, signed.", "state:BE"),
        ("Erik Karlsson of Saab signed.", "company:saab"),
    ],
)
def test_the_body_that_somebody_is_of(text: str, party: str) -> None:
    assert only(text).acts_for == party


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Defence Ministers Shin Won-sik and Angel Tilvar signed.", ["Shin Won-sik", "Angel Tilvar"]),
        ("Presidents Klaus Iohannis and Yoon Suk Yeol signed.", ["Klaus Iohannis", "Yoon Suk Yeol"]),
        (
            "Foreign Ministers Radoslaw Sikorski, Cho Tae-yul and Elina Valtonen met.",
            ["Radoslaw Sikorski", "Cho Tae-yul", "Elina Valtonen"],
        ),
        ("Prime Ministers Rishi Sunak and Petr Fiala met.", ["Rishi Sunak", "Petr Fiala"]),
        ("Ambassadors Kim Hyoung-zhin and Marek Zalewski met.", ["Kim Hyoung-zhin", "Marek Zalewski"]),
    ],
)
def test_a_post_in_the_plural_is_everybodys(text: str, expected: list[str]) -> None:
    found = persons(text)
    assert [person.exact for person in found] == expected
    assert len({person.post for person in found}) == 1
    assert found[0].post is not None


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Germany's minister met his South Korean counterpart, Shin Won-sik.", "state:KR"),
        ("The Korean minister met her French counterpart Jean-Noel Barrot.", "state:FR"),
        ("He and his Swedish opposite number, Jan-Olof Lind, met.", "state:SE"),
        ("She called her Latvian counterpart, Andris Ozolins.", "state:LV"),
        ("He thanked his Danish counterpart Lars Frandsen.", "state:DK"),
    ],
)
def test_counterparts_act_for_the_state_beside_the_word(text: str, party: str) -> None:
    assert only(text).acts_for == party


@pytest.mark.parametrize(
    ("text", "exact", "key"),
    [
        ("Foreign Minister Cho Tae-yul arrived. Cho spoke.", "Cho", "person:cho-tae-yul"),
        ("Polish President Andrzej Duda arrived. In Brussels Duda spoke.", "Duda", "person:andrzej-duda"),
        (
            "Ursula von der Leyen arrived. On Friday von der Leyen spoke.",
            "von der Leyen",
            "person:ursula-von-der-leyen",
        ),
        ("Abdel Fattah el-Sisi arrived, and Moon Jae-in met el-Sisi.", "el-Sisi", "person:abdel-fattah-el-sisi"),
        (
            "Wladyslaw Kosiniak-Kamysz arrived. Kosiniak-Kamysz spoke.",
            "Kosiniak-Kamysz",
            "person:wladyslaw-kosiniak-kamysz",
        ),
        ("The Latvian minister, Andris Ozolins, arrived. Ozolins spoke.", "Ozolins", "person:andris-ozolins"),
        ("Marjolijn van Deelen arrived. Later van Deelen spoke.", "van Deelen", "person:marjolijn-van-deelen"),
    ],
)
def test_later_mentions_by_surname(text: str, exact: str, key: str) -> None:
    found = persons(text)[-1]
    assert (found.exact, found.key, found.form) == (exact, key, "surname")


def test_a_surname_keeps_the_post_before_it() -> None:
    found = persons("President Yoon Suk Yeol arrived. President Yoon spoke.")[-1]
    assert (found.exact, found.key, found.post) == ("Yoon", "person:yoon-suk-yeol", "President")


@pytest.mark.parametrize(
    "text",
    [
        "Kim Dong-kwan met Kim Seung-youn. Kim spoke.",
        "Shin Won-sik and Shin Beom-chul arrived. Shin spoke.",
        "Minister Han Duck-soo arrived. Hanwha spoke.",
        "Minister Park Jin arrived. Park-goers spoke.",
        "Lee Jong-sup arrived. The Lee-Enfield is a rifle.",
    ],
)
def test_a_surname_that_could_be_two_or_a_word_is_nobody(text: str) -> None:
    assert all(" " in person.exact for person in persons(text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Defence Minister Boris Pistorius arrived. The minister spoke.", "minister"),
        ("President Andrzej Duda arrived in Seoul, where the president spoke.", "president"),
        ("Prime Minister Mark Carney arrived. The prime minister spoke.", "prime minister"),
        ("Chancellor Olaf Scholz arrived. The chancellor spoke.", "chancellor"),
        ("NATO Secretary General Mark Rutte arrived. The secretary general spoke.", "secretary general"),
    ],
)
def test_a_title_stands_for_its_only_holder(text: str, word: str) -> None:
    found = persons(text)
    assert (found[-1].exact, found[-1].form) == (word, "title")
    assert found[-1].key == found[0].key


@pytest.mark.parametrize(
    "text",
    [
        "Defence Ministers Shin Won-sik and Angel Tilvar arrived. The minister spoke.",
        "The minister spoke.",
        "President Andrzej Duda arrived. The minister spoke.",
        "Defence Minister Boris Pistorius arrived. The minister of finance spoke.",
        "Defence Minister Boris Pistorius arrived. A minister spoke.",
    ],
)
def test_a_title_that_is_not_certain_is_nobody(text: str) -> None:
    assert all(person.form != "title" for person in persons(text))


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("President Andrzej Duda arrived. He spoke.", "He"),
        ("Foreign Minister Elina Valtonen arrived. She spoke.", "She"),
        ("Minister Antti Kaikkonen arrived, and then he spoke.", "he"),
        ("Cho Tae-yul said in Paris that he would return.", "he"),
        ("Margarita Robles was in Seoul. On Friday she left.", "she"),
    ],
)
def test_a_pronoun_behind_a_single_person(text: str, pronoun: str) -> None:
    found = persons(text)
    assert (found[-1].exact, found[-1].form) == (pronoun, "pronoun")
    assert found[-1].key == found[0].key


@pytest.mark.parametrize(
    "text",
    [
        "Yoon Suk Yeol met Klaus Iohannis. He spoke.",
        "He spoke.",
        "The tank fired. He spoke.",
        "Duda met Sikorski, and he spoke.",
    ],
)
def test_a_pronoun_of_nobody_certain(text: str) -> None:
    assert all(person.form != "pronoun" for person in persons(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Radosław Sikorski", "Radoslaw Sikorski"),
        ("Jean-Noël Barrot", "Jean-Noel Barrot"),
        ("Lee Jae Myung", "Lee Jae-myung"),
        ("Cho Tae-yul", "Tae-yul Cho"),
        ("Yoon Suk Yeol", "Yoon Suk-yeol"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Władysław Kosiniak-Kamysz", "Wladyslaw Kosiniak-Kamysz"),
        ("Viktor Orbán", "Orban Viktor"),
        ("Nicușor Dan", "Nicusor Dan"),
    ],
)
def test_two_spellings_of_a_name_are_one_person(one: str, other: str) -> None:
    found = persons(f"President {one} arrived. Later President {other} left.")
    assert len(found) == 2
    assert found[0].key == found[1].key


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Yoon Seok Yeol", "Yoon Suk Yeol"),
        ("Joseph Borrell", "Josep Borrell"),
        ("Anthony Blinken", "Antony Blinken"),
        ("Vladimir Zelensky", "Volodymyr Zelensky"),
        ("Yoon Suk Yeul", "Yoon Suk Yeol"),
    ],
)
def test_a_known_mistake_is_repaired(written: str, right: str) -> None:
    found = only(f"{written} arrived.")
    assert (found.exact, found.name, found.repaired) == (written, right, right)


@pytest.mark.parametrize("text", ["Yoon Suk-yeol arrived.", "Josep Borrell arrived.", "Volodymyr Zelenskyy arrived."])
def test_another_right_spelling_is_no_mistake(text: str) -> None:
    assert only(text).repaired is None


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("Eom Dong-hwan signed.", "Eom Dong-hwan", "state:KR"),
        ("Choi Hwan-jin signed.", "Choi Hwan-jin", "state:KR"),
        ("Park An Su signed.", None, None),
        ("Army Chief of Staff Park An Su signed.", "Park An Su", "state:KR"),
        ("Jang Won Joon signed.", "Jang Won Joon", "state:KR"),
        ("Won-sik Shin signed.", "Won-sik Shin", "state:KR"),
        ("North Korea's Defence Minister No Kwang Chol signed.", "No Kwang Chol", "state:KP"),
    ],
)
def test_korean_names(text: str, name: str | None, party: str | None) -> None:
    assert [(person.exact, person.acts_for) for person in persons(text)] == ([(name, party)] if name else [])


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Poland agreed. Defence Minister Jan Nowicki signed.", "state:PL"),
        ("In Latvia the deal is done, President Andris Ozolins said.", "state:LV"),
        ("Secretary of State Warren Hale signed.", "state:US"),
        ("Defence Secretary Oliver Grayson signed.", "state:GB"),
        ("The Danes agreed, and Prime Minister Lars Frandsen signed.", "state:DK"),
    ],
)
def test_a_post_without_its_state_says_that_the_state_is_inferred(text: str, party: str) -> None:
    found = only(text)
    assert found.acts_for == party
    assert found.inferred


@pytest.mark.parametrize(
    "text",
    [
        "The president of the club resigned.",
        "Prime Minister's questions were heated.",
        "The General Staff and the Secretary General's office moved.",
        "Minister and deputy minister agreed.",
        "General Dynamics won the order.",
        "General Atomics and General Motors traded.",
        "The Prince of Wales Island lies in Canada.",
        "Will NATO pay? May Poland pay?",
        "March and April were cold; June was warm.",
        "Park and Moon are words.",
        "The head office moved to Summit Road.",
        "Chief Technology Officer was his dream.",
    ],
)
def test_what_is_no_person(text: str) -> None:
    assert persons(text) == []


def test_names_in_headlines_of_capitals_need_more_than_a_capital() -> None:
    words = lexicon(load())
    page = "President Visits New Plant And Praises Workers\n\nPresident Andrzej Duda visited the plant. Workers cheered Duda.\n"
    found = find_actors(read(read_text("page.txt", page), words.table), words)
    assert [person.exact for person in found if person.kind is ActorKind.PERSON] == ["Andrzej Duda", "Duda"]


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("The Minister of National Defence of Türkiye, H.E. Orhan Tezcan, spoke.", "Orhan Tezcan", "state:TR"),
        ("The Prime Minister of the Republic of Latvia, H.E. Ms. Ilze Kalna, spoke.", "Ilze Kalna", "state:LV"),
        ("His Excellency Dr. Karim Haddad, Minister of Defence of Jordan, spoke.", "Karim Haddad", "state:JO"),
        ("They received Maria Lund, Deputy Minister of National Defence of Norway.", "Maria Lund", "state:NO"),
        ("She met Anna Nowak, Minister for Foreign and European Affairs of Poland.", "Anna Nowak", "state:PL"),
    ],
)
def test_forms_of_address_stand_between_an_office_and_a_name(text: str, name: str, party: str) -> None:
    found = only(text)
    assert (found.name, found.acts_for) == (name, party)
    assert "Minister" in (found.post or "")
