"""Actors: states, organisations, firms and bodies, as press texts name them."""

from __future__ import annotations

import pytest

from kordef.catalogue import load
from kordef.mentions import find
from kordef.mentions.actors.finder import annotation_actors, find_actors
from kordef.mentions.lexicon import lexicon
from kordef.mentions.model import ActorMention, Mentions
from kordef.mentions.passages import read
from kordef.reading import read_text
from kordef.vocabulary import ActorKind

FRAME = "News in brief\n\nThe following was reported.\n\n{}\n\nMore will follow.\n"


def actors(text: str) -> tuple[ActorMention, ...]:
    """The actors in a paragraph of a page that holds nothing else."""
    words = lexicon(load())
    return find_actors(read(read_text("page.txt", FRAME.format(text)), words.table), words)


def keys(text: str) -> list[tuple[str, str]]:
    return [(actor.exact, actor.key) for actor in actors(text)]


def only(text: str, exact: str) -> ActorMention:
    """The one mention with these characters."""
    (found,) = [actor for actor in actors(text) if actor.exact == exact]
    return found


# States


@pytest.mark.parametrize(
    ("text", "exact", "code", "form"),
    [
        ("South Korea has sold guns.", "South Korea", "KR", "name"),
        ("S. Korea has sold guns.", "S. Korea", "KR", "name"),
        ("The ROK has sold guns.", "ROK", "KR", "name"),
        ("The Republic of Korea has sold guns.", "Republic of Korea", "KR", "name"),
        ("Korea has sold guns.", "Korea", "KR", "name"),
        ("A Korean gun was shown.", "Korean", "KR", "adjective"),
        ("South Koreans voted.", "South Koreans", "KR", "demonym"),
        ("North Korean troops left.", "North Korean", "KP", "adjective"),
        ("The DPRK has sent troops.", "DPRK", "KP", "name"),
        ("Türkiye builds the gun.", "Türkiye", "TR", "name"),
        ("Turkey builds the gun.", "Turkey", "TR", "name"),
        ("The U.S. submitted a resolution.", "U.S.", "US", "name"),
        ("The US submitted a resolution.", "US", "US", "name"),
        ("American officials agreed.", "American", "US", "adjective"),
        ("Britain and others abstained.", "Britain", "GB", "name"),
        ("The UK abstained.", "UK", "GB", "name"),
        ("Czech officials agreed.", "Czech", "CZ", "adjective"),
        ("Czechia chose the reactor.", "Czechia", "CZ", "name"),
        ("The Poles chose the tank.", "Poles", "PL", "demonym"),
        ("The UAE ordered the system.", "UAE", "AE", "name"),
        ("POLAND BUYS TANKS", "POLAND", "PL", "name"),
    ],
)
def test_states_by_all_their_names(text: str, exact: str, code: str, form: str) -> None:
    found = only(text, exact)
    assert (found.key, found.code, found.kind, found.form) == (f"state:{code}", code, ActorKind.STATE, form)


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("Seoul said on Monday that it would wait.", "Seoul"),
        ("Warsaw signed the contract last week.", "Warsaw"),
        ("Talks between Seoul and Kyiv went on.", "Kyiv"),
        ("The gun was sold to Oslo for a good price.", "Oslo"),
        ("Bucharest's decision surprised many.", "Bucharest"),
        ("An agreement with Tallinn is near.", "Tallinn"),
        ("In return Moscow promised food.", "Moscow"),
        ("Ankara and Riyadh agreed to build drones.", "Riyadh"),
        ("According to Seoul, the deal is done.", "Seoul"),
        ("Washington delivered 29 aircraft.", "Washington"),
    ],
)
def test_a_capital_that_acts_is_a_government(text: str, capital: str) -> None:
    found = only(text, capital)
    assert (found.form, found.as_place) == ("capital", False)


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("The two met in Brussels on Monday.", "Brussels"),
        ("He arrived in Paris late.", "Paris"),
        ("The minister flew to Seoul for the signature.", "Seoul"),
        ("A factory on the outskirts of Warsaw was hit.", "Warsaw"),
        ("The Madrid summit was the first.", "Madrid"),
        ("She returned from Bucharest yesterday.", "Bucharest"),
        ("The Seoul-based firm won.", "Seoul"),
        ("They met near Vilnius, at the base.", "Vilnius"),
        ("He visited Oslo and Copenhagen.", "Copenhagen"),
        ("A show in Warsaw, Poland, opened.", "Warsaw"),
        ("Pupils walked through Seoul Grand Park.", "Seoul"),
        ("They met three times, from Madrid in 2022 to Washington in July 2024.", "Madrid"),
        ("They met three times, from Madrid in 2022 to Washington in July 2024.", "Washington"),
    ],
)
def test_a_capital_that_says_where_is_a_place(text: str, capital: str) -> None:
    assert only(text, capital).as_place


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A plant in Poland will build them.", "Poland"),
        ("The exercise took place off Japan.", "Japan"),
        ("He visited Romania in May.", "Romania"),
        ("Troops were deployed to Lebanon.", "Lebanon"),
        ("The unit was based in northern Australia.", "Australia"),
        ("Factories across Germany closed.", "Germany"),
    ],
)
def test_states_as_places(text: str, name: str) -> None:
    assert only(text, name).as_place


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The guns were sold to Poland.", "Poland"),
        ("Seoul sent shells to Ukraine.", "Ukraine"),
        ("Romania ordered 54 howitzers.", "Romania"),
        ("A contract with Norway was signed.", "Norway"),
        ("The tanks went to Finland.", "Finland"),
    ],
)
def test_states_that_act_or_receive_are_no_places(text: str, name: str) -> None:
    assert not only(text, name).as_place


def test_places_name_the_state_they_lie_in() -> None:
    found = only("The ship called at Gdynia.", "Gdynia")
    assert (found.key, found.form, found.as_place) == ("state:PL", "place", True)


@pytest.mark.parametrize(
    ("text", "exact", "key"),
    [
        ("North Korea fired a missile. The North has fired ten this year.", "North", "state:KP"),
        ("South Korea warned North Korea. The South wants talks.", "South", "state:KR"),
        ("Leaders accused North Korea, and sanctions on the North were tightened.", "North", "state:KP"),
        ("China sent ships around Taiwan. Officials on the island complained.", "island", "state:TW"),
        ("North Korea denied it, but the North's troops were seen.", "North", "state:KP"),
    ],
)
def test_short_forms_of_states_need_the_full_name_before(text: str, exact: str, key: str) -> None:
    assert only(text, exact).key == key
    assert exact not in [found.exact for found in actors(text[text.index(". " if ". " in text else ", ") + 2 :])]


@pytest.mark.parametrize(
    "text",
    [
        "The Korea Herald and the Washington Post wrote about it.",
        "The Korean War began in 1950, the Vietnam War later.",
        "The Korean Peninsula is divided.",
        "Ships sailed through the South China Sea and the Indian Ocean.",
        "The two Koreas are at odds.",
        "She ate French fries and Turkish delight in New Mexico.",
        "Jordan Peterson and Chad Smith spoke.",
        "Michael Jordan retired.",
        "North American and Latin American markets grew.",
        "A fee of 20 US dollars and 30 Norwegian kroner was due.",
        "The deal is worth 3 trillion South Korea won.",
        "Sales rose to 500bn Korea won.",
        "The Korea won weakened.",
        "The South Korean won fell.",
        "It cost A$4.5 billion, or US$2.4 billion.",
        "The Warsaw Pact and the Cold War ended.",
        "George Washington crossed the river.",
    ],
)
def test_what_only_looks_like_a_state(text: str) -> None:
    assert [found for found in actors(text) if found.kind is ActorKind.STATE and found.form != "place"] == []


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("South Korea won an order from abroad.", "South Korea"),
        ("In May Korea won a contract worth 3 trillion won.", "Korea"),
        ("Hanwha of South Korea won the tender.", "South Korea"),
        ("Seoul won the bid for the tanks.", "Seoul"),
        ("S. Korea won the order.", "S. Korea"),
        ("Norway crowns its king.", "Norway"),
    ],
)
def test_a_state_that_won_is_no_currency(text: str, exact: str) -> None:
    assert exact in dict(keys(text))


def test_georgia_in_america_is_not_the_state() -> None:
    assert "state:GE" not in dict(keys("Hyundai opened a plant in Savannah, Georgia, last year.")).values()
    assert ("Georgia", "state:GE") in keys("Georgia and Armenia sent observers to the exercise.")


@pytest.mark.parametrize(
    ("text", "longest"),
    [
        ("Korea Aerospace Industries sold jets.", "company:korea-aerospace-industries"),
        ("Korea Hydro & Nuclear Power was chosen.", "company:khnp"),
        ("Israel Aerospace Industries sold radars.", "company:iai"),
        ("Turkish Aerospace Industries flew the jet.", "company:tai"),
        ("The Korea Institute for Defense Analyses said so.", "organisation:kida"),
    ],
)
def test_the_longest_name_wins(text: str, longest: str) -> None:
    assert [found.key for found in actors(text)] == [longest]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The EU met Korea. Seoul and Brussels share concerns.", "organisation:eu"),
        ("The European Union hopes for a deal, Brussels said.", "organisation:eu"),
        ("Belgium and the EU agreed, and Brussels paid.", "state:BE"),
    ],
)
def test_brussels_is_the_union_unless_belgium_is_spoken_of(text: str, key: str) -> None:
    assert ("Brussels", key) in keys(text)


# Organisations, forums, media


@pytest.mark.parametrize(
    ("text", "exact", "key", "kind"),
    [
        ("NATO invited four partners.", "NATO", "organisation:nato", ActorKind.IGO),
        ("The United Nations passed a resolution.", "United Nations", "organisation:un", ActorKind.IGO),
        ("UN sanctions remain.", "UN", "organisation:un", ActorKind.IGO),
        ("The European Union paid.", "European Union", "organisation:eu", ActorKind.IGO),
        ("The IAEA will report.", "IAEA", "organisation:iaea", ActorKind.IGO),
        ("The Indo-Pacific Four met.", "Indo-Pacific Four", "organisation:ip4", ActorKind.FORUM),
        ("Leaders of the G7 met.", "G7", "organisation:g7", ActorKind.FORUM),
        ("SIPRI published its data.", "SIPRI", "organisation:sipri", ActorKind.RESEARCH_INSTITUTE),
        ("Yonhap News Agency reported it.", "Yonhap News Agency", "organisation:yonhap", ActorKind.MEDIA),
        ("DAPA signed the contract.", "DAPA", "organisation:dapa", ActorKind.GOVERNMENT_BODY),
    ],
)
def test_organisations_of_the_catalogue(text: str, exact: str, key: str, kind: ActorKind) -> None:
    found = only(text, exact)
    assert (found.key, found.kind) == (key, kind)


@pytest.mark.parametrize(
    ("text", "short", "key"),
    [
        ("NATO met in May. The alliance agreed.", "alliance", "organisation:nato"),
        ("Poland joined NATO, and the alliance grew.", "alliance", "organisation:nato"),
        ("The EU paid. The bloc wants more.", "bloc", "organisation:eu"),
        ("The European Union could pay; the Union has funds.", "Union", "organisation:eu"),
        (
            "South Korea voted, and the National Assembly agreed.",
            "National Assembly",
            "organisation:kr-national-assembly",
        ),
        (
            "The UN Security Council met. The Security Council voted.",
            "Security Council",
            "organisation:un-security-council",
        ),
    ],
)
def test_short_forms_resolve_to_the_full_name_before(text: str, short: str, key: str) -> None:
    assert only(text, short).key == key


@pytest.mark.parametrize(
    "text", ["The alliance between them grew.", "The bloc of flats burned.", "The Union won the cup."]
)
def test_short_forms_without_the_full_name_are_nothing(text: str) -> None:
    assert actors(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He will add more.", []),
        ("WHO IS NEXT?", []),
        ("An AP course and an RT channel.", []),
        ("The Agency for Defense Development (ADD) tested it; ADD was pleased.", ["organisation:add"] * 3),
        ("The Polish news agency IAR reported it.", ["state:PL", "organisation:iar-pl"]),
        ("The European Defence Agency (EDA) paid.", ["organisation:european-defence-agency"] * 2),
    ],
)
def test_ambiguous_abbreviations_ask_for_context(text: str, expected: list[str]) -> None:
    assert [found.key for found in actors(text)] == expected


# Ministries, services, bodies by form


@pytest.mark.parametrize(
    ("text", "exact", "owner"),
    [
        ("The South Korean defence ministry agreed.", "defence ministry", "state:KR"),
        ("Poland's Ministry of National Defence agreed.", "Ministry of National Defence", "state:PL"),
        ("The Foreign Ministry in Seoul agreed.", "Foreign Ministry", "state:KR"),
        ("Egypt's defence ministry signed.", "defence ministry", "state:EG"),
        ("The Latvian Ministry of Defence signed.", "Ministry of Defence", "state:LV"),
        ("Norway paid. Its Ministry of Finance agreed.", "Ministry of Finance", "state:NO"),
        ("The Dutch foreign ministry agreed.", "foreign ministry", "state:NL"),
        ("In Warsaw the defence ministry gave a price.", "defence ministry", "state:PL"),
        ("The Ministry of Defence of Ukraine agreed.", "Ministry of Defence", "state:UA"),
        ("A spokesman for the Irish Ministry of Foreign Affairs agreed.", "Ministry of Foreign Affairs", "state:IE"),
    ],
)
def test_ministries_act_for_their_state(text: str, exact: str, owner: str) -> None:
    found = only(text, exact)
    assert (found.kind, found.acts_for) == (ActorKind.GOVERNMENT_BODY, owner)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (
            "The Polish defence ministry agreed. The Ministry of National Defence in Warsaw signed.",
            "Ministry of National Defence",
        ),
        ("Latvia's defence ministry agreed. The Latvian Ministry of Defence signed.", "Ministry of Defence"),
        (
            "The Danish foreign ministry agreed. Denmark's Ministry of Foreign Affairs signed.",
            "Ministry of Foreign Affairs",
        ),
        ("The Irish defence ministry agreed. On Friday the ministry signed.", "ministry"),
        ("The German Ministry of Defence agreed, and the German ministry signed.", "ministry"),
    ],
)
def test_two_names_of_a_ministry_are_one_body(text: str, other: str) -> None:
    bodies = [found for found in actors(text) if found.kind is ActorKind.GOVERNMENT_BODY]
    assert bodies[-1].exact == other
    assert len({body.key for body in bodies}) == 1


@pytest.mark.parametrize(
    ("text", "exact", "kind", "owner"),
    [
        ("The Polish army took over.", "army", ActorKind.MILITARY_UNIT, "state:PL"),
        ("The Republic of Korea Navy sailed.", "Navy", ActorKind.MILITARY_UNIT, "state:KR"),
        ("Norway's armed forces agreed.", "armed forces", ActorKind.MILITARY_UNIT, "state:NO"),
        ("The South Korean air force flew.", "air force", ActorKind.MILITARY_UNIT, "state:KR"),
        ("The Royal Navy sailed.", "Royal Navy", ActorKind.MILITARY_UNIT, "state:GB"),
        ("The Czech government chose it.", "government", ActorKind.GOVERNMENT_BODY, "state:CZ"),
        ("The German embassy said so.", "embassy", ActorKind.GOVERNMENT_BODY, "state:DE"),
        ("The Cheonghae Unit sailed.", "Cheonghae Unit", ActorKind.MILITARY_UNIT, "state:KR"),
        (
            "The Estonian Centre for Rescue Affairs paid.",
            "Centre for Rescue Affairs",
            ActorKind.GOVERNMENT_BODY,
            "state:EE",
        ),
        ("Poland's 99th Tank Brigade got it.", "99th Tank Brigade", ActorKind.MILITARY_UNIT, "state:PL"),
        ("The Latvian Agency for Munitions paid.", "Agency for Munitions", ActorKind.GOVERNMENT_BODY, "state:LV"),
    ],
)
def test_services_units_and_organs(text: str, exact: str, kind: ActorKind, owner: str) -> None:
    found = only(text, exact)
    assert (found.kind, found.acts_for) == (kind, owner)


@pytest.mark.parametrize(
    "text",
    [
        "Polish military ties with others grew.",
        "US military aid continued.",
        "Korean military exports rose.",
        "Russian military cooperation grew.",
        "The government of the day resigned.",
        "The army of ants moved on.",
        "His ministry to the poor was known.",
        "This unit was cheaper.",
    ],
)
def test_nouns_that_name_no_body(text: str) -> None:
    assert [found for found in actors(text) if found.kind is not ActorKind.STATE] == []


# Firms


@pytest.mark.parametrize(
    ("text", "exact", "key"),
    [
        ("Hanwha Aerospace won. Hanwha shares rose.", "Hanwha", "company:hanwha-aerospace"),
        ("Hanwha's guns sell. A spokesman of Hanwha Aerospace agreed.", "Hanwha", "company:hanwha-aerospace"),
        ("Hyundai Rotem won. Rotem builds tanks.", "Rotem", "company:hyundai-rotem"),
        ("Doosan Enerbility won, and Doosan shares rose.", "Doosan", "company:doosan-enerbility"),
        ("Hanwha alone was named.", "Hanwha", "company:hanwha"),
        ("Hanwha gave way to Hanwha Defense Australia.", "Hanwha", "company:hanwha"),
    ],
)
def test_short_forms_of_firms(text: str, exact: str, key: str) -> None:
    assert (exact, key) in keys(text)


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("The order went to Vorlund Shipbuilding.", "Vorlund Shipbuilding"),
        ("The Norwegian company Brekkvik builds it.", "Brekkvik"),
        ("A local firm, Saar Metall, will modify them.", "Saar Metall"),
        ("Tallmek, a local firm, will modify them.", "Tallmek"),
        ("A contract with Sudocraft was signed.", "Sudocraft"),
        ("The drones are built by Kestrix.", "Kestrix"),
        ("Daesong Precision Co., Ltd. makes barrels.", "Daesong Precision Co"),
        ("Shares in Melkon AB rose.", "Melkon AB"),
        ("The state trading house Arvotex invited bids.", "Arvotex"),
        ("Munitions come from Zarnova S.A. of Spain.", "Zarnova S.A."),
        ("The Turkish drone maker Gokbora will deliver.", "Gokbora"),
        ("It is a subsidiary of Pelmar Holdings.", "Pelmar Holdings"),
    ],
)
def test_firms_that_no_catalogue_knows(text: str, exact: str) -> None:
    found = only(text, exact)
    assert found.kind is ActorKind.COMPANY
    assert found.key.startswith("company:x:")
    assert found.inferred


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Vorlund Shipbuilding won. Vorlund will hire.", "Vorlund"),
        ("A local firm, Saar Metall, won. Later Saar Metall hired.", "Saar Metall"),
        ("The order went to Brekkvik Aerospace; Brekkvik's shares rose.", "Brekkvik"),
        ("The Polish company Zelmetal won. Zelmetal is old.", "Zelmetal"),
        ("Kestrix Robotics (KXR) won. KXR will hire.", "KXR"),
    ],
)
def test_firms_of_a_text_are_known_again(text: str, short: str) -> None:
    found = [actor for actor in actors(text) if actor.kind is ActorKind.COMPANY]
    assert found[-1].exact == short
    assert len({actor.key for actor in found}) == 1


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Hanwha Aerospace won. The company will hire.", "company"),
        ("Nammo won the order, and the firm will hire.", "firm"),
        ("Saab won. The Swedish manufacturer will hire.", "manufacturer"),
        ("Hyundai Rotem won. The South Korean company will hire.", "company"),
        ("PGZ builds it. The firm is old.", "firm"),
    ],
)
def test_the_company_is_the_one_named_before(text: str, exact: str) -> None:
    found = [actor for actor in actors(text) if actor.kind is ActorKind.COMPANY]
    assert found[-1].exact == exact
    assert found[-1].key == found[0].key


@pytest.mark.parametrize(
    "text",
    [
        "Saab and Nammo won. The company will hire.",
        "Saab won. The Polish company will hire.",
        "The company will hire.",
        "A company will hire.",
    ],
)
def test_the_company_is_nobody_where_it_is_not_certain(text: str) -> None:
    assert not [actor for actor in actors(text) if actor.exact == "company"]


@pytest.mark.parametrize(
    "text",
    [
        "The Common Security and Defence Policy was agreed.",
        "Air Defence Systems are in demand.",
        "He works in Aerospace and lives well.",
        "New Technologies change war.",
        "The deal with Monday as a deadline failed.",
        "It was built by hand and made by night.",
        "The General Staff met the Joint Committee.",
        "Last year Limited progress was made.",
    ],
)
def test_what_is_no_firm(text: str) -> None:
    assert [found for found in actors(text) if found.kind is ActorKind.COMPANY] == []


# Abbreviations that a text introduces


@pytest.mark.parametrize(
    ("text", "abbreviation"),
    [
        ("The Joint Future Warfare Command (JFWC) was set up. JFWC will plan.", "JFWC"),
        ("Vorlund Shipbuilding (VSB) won. VSB will hire.", "VSB"),
        ("The Latvian Agency for Munitions (LAM) paid. Later LAM paid again.", "LAM"),
        ("The Baltic Institute for War Studies (BIWS) said so. BIWS is new.", "BIWS"),
        ("The Polish Bureau for Drone Affairs (BDA) paid, and BDA will pay.", "BDA"),
    ],
)
def test_abbreviations_in_brackets_are_names_from_then_on(text: str, abbreviation: str) -> None:
    found = [actor for actor in actors(text) if actor.exact == abbreviation]
    assert len(found) == 2
    assert {actor.key for actor in found} == {next(a.key for a in actors(text) if a.kind is found[0].kind)}


# Annotations


def test_annotations_are_first_mentions_of_states_organisations_and_firms() -> None:
    found = actors(
        "Polish tanks came from South Korea. Poland paid Hyundai Rotem, NATO said. Rotem agreed with Poland."
    )
    lines = list(annotation_actors(Mentions(actors=found)))
    assert [(line["quote"], line["kind"], line["name"], line["code"]) for line in lines] == [
        ("Polish", "state", "Poland", "PL"),
        ("South Korea", "state", "South Korea", "KR"),
        ("Hyundai Rotem", "company", "Hyundai Rotem", None),
        ("NATO", "igo", "NATO", None),
    ]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Seoul would not say how many.", ["Seoul"]),
        ("Seoul agreed, and South Korea paid.", ["South Korea"]),
        ("They met in Vilnius.", []),
        ("In Vilnius they met; Vilnius was his second summit.", []),
        ("The ship called at Busan and Gdynia.", []),
        ("The Kremlin denied it.", ["Kremlin"]),
        ("The Polish Foreign Ministry agreed.", ["Polish"]),
        ("US Navy ships sailed.", ["US"]),
    ],
)
def test_a_capital_counts_only_where_nothing_else_names_the_state(text: str, quotes: list[str]) -> None:
    assert [line["quote"] for line in annotation_actors(Mentions(actors=actors(text)))] == quotes


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Leonardo signed a memorandum with Rheinmetall.", "Leonardo"),
        ("Leonardo booked orders for 20 helicopters.", "Leonardo"),
        ("Rafael has won the contest for the missiles.", "Rafael"),
        ("Damen will deliver two frigates in 2027.", "Damen"),
        ("Patria was awarded the contract for 91 armoured vehicles.", "Patria"),
        ("Indra teamed up with Thales.", "Indra"),
    ],
)
def test_a_doubtful_name_is_a_firm_where_it_trades_in_arms(text: str, name: str) -> None:
    assert name in {a.exact for a in find(text).actors if a.kind is ActorKind.COMPANY}


@pytest.mark.parametrize(
    "text",
    [
        "Leonardo won the race in the rain.",
        "Leonardo DiCaprio signed a contract with Rheinmetall.",
        "Leonardo painted a tank in his notebook.",
        "Rafael won six titles and a silver cup.",
        "Juan Rafael delivered the missiles.",
    ],
)
def test_a_doubtful_name_that_does_not_trade_in_arms(text: str) -> None:
    assert not {"Leonardo", "Rafael"} & {a.exact for a in find(text).actors if a.kind is ActorKind.COMPANY}
