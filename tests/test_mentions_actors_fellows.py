"""Firms beside firms and firms by their deeds; capitals beside days and in lists; organs beside their organisation."""

from __future__ import annotations

import pytest

from kordef.mentions import find
from kordef.mentions.actors.finder import annotation_actors
from kordef.reading import read_text

FRAME = "News in brief\n\nThe following was reported.\n\n{}\n\nMore will follow.\n"


def actors(text: str) -> list[str]:
    document = read_text("page.txt", FRAME.format(text))
    return [f"{a['quote']}={a['code'] or a['kind']}" for a in annotation_actors(find(document))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fincantieri and Marvella will build the hulls.", ["Fincantieri=company", "Marvella=company"]),
        ("Saab and Portugal's Estaleiros do Norte will compare methods.", ["Saab=company", "Portugal=PT", "Estaleiros do Norte=company"]),
        ("Marvella and Hyundai Rotem moved a step nearer to an order.", ["Marvella=company", "Hyundai Rotem=company"]),
        ("Gripa Boats has received a $36 million contract for hulls.", ["Gripa Boats=company"]),
        ("Last week Marvella was awarded an order for two ferries.", ["Marvella=company"]),
        ("Two frigates were contracted with Marvella shipyards.", ["Marvella=company"]),
        ("It signed with Varda Forge Limited and Kolan Advanced Systems Limited.", ["Varda Forge Limited=company", "Kolan Advanced Systems Limited=company"]),
        ("It signed with Varda Explosives Limited and Pune-based Kolan Munitions Limited.", ["Varda Explosives Limited=company", "Kolan Munitions Limited=company"]),
        ("Saab and Boris Lindqvist met.", ["Saab=company"]),
        ("Saab and Boris Lindqvist, its head, met.", ["Saab=company"]),
        ("Saab and Alpine Varda, both in Norway, met.", ["Saab=company", "Norway=NO"]),
        ("Saab and Alpine Varda, hit by strikes, met.", ["Saab=company", "Alpine Varda=company"]),
        # what only firms do, behind a state's genitive
        ("Serbia's Marvella SDPR and Bosnia's Kolan exported shells.", ["Serbia=RS", "Marvella SDPR=company", "Bosnia=BA", "Kolan=company"]),
        ("Kenya's Marvella has delivered 40 rockets.", ["Kenya=KE", "Marvella=company"]),
        ("Peru's Kolan will supply naval guns.", ["Peru=PE", "Kolan=company"]),
        ("Romania's Varda manufactures light armoured vehicles.", ["Romania=RO", "Varda=company"]),
        ("Spain's Sanchez supplied no answer.", ["Spain=ES"]),
        ("Lithuania's Marvella delivered a speech.", ["Lithuania=LT"]),
        # clubs are no firms
        ("Lotte Giants beat Doosan Bears in Busan.", []),
        ("Hanwha Eagles beat Samsung Lions.", []),
        ("Real Madrid and Borussia Dortmund meet at Wembley.", []),
        ("Airbus and Members of the House met.", ["Airbus=company"]),
        ("Rheinmetall and Congress agreed.", ["Rheinmetall=company"]),
        ("In the Middle East, the largest supplier is France.", ["France=FR"]),
    ],
)  # fmt: skip
def test_firms_beside_firms(text: str, found: list[str]) -> None:
    assert actors(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CHISINAU (Wire / Radio) The ministry bought boats.", []),
        ("NEW DELHI: The ministry bought boats.", []),
        ("A dialogue was held (eighth round: Oslo, 29 January 2025).", []),
        ("11–12 June  Oslo: ministers meet.", []),
        ("Since the Madrid summit three came in a row – Madrid, Vilnius and Washington.", []),
        ("Departure for Madrid", []),
        ("Oslo, Paris and Rome signed the treaty.", ["Oslo=NO", "Paris=FR", "Rome=IT"]),
        ("Oslo: the field is down to two.", ["Oslo=NO"]),
        ("The price is disputed by Washington, and more may come.", ["Washington=US"]),
        ("The House of the States General voted.", []),
        ("South Korea said so. The North's state media denied it.", ["South Korea=KR", "North=KP"]),
        ("South Korea guards its border with the North.", ["South Korea=KR", "North=KP"]),
        ("South Korea trades with the North and the South of Chile.", ["South Korea=KR", "Chile=CL"]),
    ],
)
def test_capitals_that_are_places(text: str, found: list[str]) -> None:
    assert actors(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The EU and its European Commission met NATO.", ["EU=igo", "NATO=igo"]),
        ("The European Commission chose the offer.", ["European Commission=igo"]),
        ("NATO said that the North Atlantic Council decides.", ["NATO=igo"]),
    ],
)
def test_an_organ_counts_where_its_organisation_has_no_mention(text: str, found: list[str]) -> None:
    assert actors(text) == found


def test_capitals_that_act_are_no_list_of_places() -> None:
    text = "He was in Seoul in May. There were calls between Seoul and Kyiv. Seoul, Tokyo and Manila agreed."
    assert actors(text) == ["Seoul=KR", "Kyiv=UA", "Tokyo=JP", "Manila=PH"]


def test_a_currency_written_apart_is_no_state() -> None:
    assert actors("It cost 2 billion kroner (U.S. $215 million) and Euronext Paris noticed.") == []


def test_who_is_paid_dollars_is_a_state() -> None:
    assert actors("Argentina paid Denmark $300 million for jets.") == ["Argentina=AR", "Denmark=DK"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He visited the United Nations Command and left.", ["United Nations=igo"]),
        ("He visited the United Nations Command, and the UN thanked him.", ["United Nations=igo"]),
        ("The UN said so at the United Nations Command.", ["UN=igo"]),
    ],
)
def test_an_organisation_is_named_in_the_name_of_its_body(text: str, found: list[str]) -> None:
    assert actors(text) == found


def test_a_short_form_of_a_named_firm_is_no_other_firm() -> None:
    found = actors("Kolan Marine, a Peruvian firm, makes hulls. Hyundai Rotem and Kolan will build a hub.")
    assert [actor for actor in found if actor.startswith("Kolan")] == ["Kolan Marine=company"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Valmiera-based VTU Kolpro has been named as a supplier.", ["VTU Kolpro=company"]),
        ("Seoul-based Varan Institute said so.", []),
        ("Norvaren Marine ASA (OSE: NVD) won it. Norvaren Marine makes boats.", ["Norvaren Marine ASA=company"]),
        ("From Madrid to The Hague", []),
        ("From Seoul to Warsaw, makers sell.", ["Seoul=KR", "Warsaw=PL"]),
    ],
)
def test_places_of_firms_and_ways_between_meetings(text: str, found: list[str]) -> None:
    assert actors(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # somebody of a firm or agency who is met
        ("South Africa's minister met Armscor's Solomzi Mbada.", [("Solomzi Mbada", "person")]),
        ("The minister met Rheinmetall's Varda Kolan.", [("Varda Kolan", "person")]),
        # forms of address
        ("Defence Secretary Shri Rajesh Kumar Singh spoke.", [("Rajesh Kumar Singh", "person")]),
        ("Omani Deputy Premier Sayyid Shihab bin Tarik spoke.", [("Shihab bin Tarik", "person")]),
        # units and forces
        ("Elements of the 16th Air Defence Regiment left.", [("16th Air Defence Regiment", "military_unit")]),
        ("The 12th Mechanised Brigade of Szczecin and the 7th Coastal Defence Brigade left.", [("12th Mechanised Brigade of Szczecin", "military_unit"), ("7th Coastal Defence Brigade", "military_unit")]),
        ("The Coldstream Guards marched.", [("Coldstream Guards", "military_unit")]),
        ("The Ethiopian National Defence Force marched.", [("National Defence Force", "military_unit")]),
        ("He briefed CENTCOM.", [("CENTCOM", "military_unit")]),
    ],
)  # fmt: skip
def test_persons_and_units(text: str, found: list[tuple[str, str]]) -> None:
    kinds = ("person", "military_unit")
    actors = find(read_text("page.txt", FRAME.format(text))).actors
    assert [(a.exact, str(a.kind)) for a in actors if a.kind in kinds and a.form == "name"] == found
