"""The catalogue's look-ups and relations."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordef.catalogue import Catalogue, SipriCategory, Spelling, SpellingRole, UnrocaCategory, load
from kordef.catalogue.names import in_both_englishes, key, plain, plural_of, respelt
from kordef.errors import CatalogueError
from kordef.vocabulary import ActorKind


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


def test_load_reads_once(catalogue: Catalogue) -> None:
    assert load() is catalogue


def test_nothing_is_read_at_import() -> None:
    script = (
        "import kordef.catalogue\n"
        "assert kordef.catalogue._packaged.cache_info().currsize == 0\n"
        "kordef.catalogue.load()\n"
        "assert kordef.catalogue._packaged.cache_info().currsize == 1\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_repr_says_how_much_there_is(catalogue: Catalogue) -> None:
    assert repr(catalogue).startswith(f"<Catalogue of {len(catalogue.states)} states, ")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("South Korea", "KR"),
        ("S. Korea", "KR"),
        ("ROK", "KR"),
        ("the Republic of Korea", "KR"),
        ("Korea", "KR"),
        ("Korean", "KR"),
        ("DPRK", "KP"),
        ("North Koreans", "KP"),
        ("Türkiye", "TR"),
        ("TÜRKİYE", "TR"),
        ("Turkiye", "TR"),
        ("Turkey", "TR"),
        ("Czechia", "CZ"),
        ("the Czech Republic", "CZ"),
        ("the Netherlands", "NL"),
        ("Dutch", "NL"),
        ("U.S.", "US"),
        ("US", "US"),
        ("USA", "US"),
        ("UK", "GB"),
        ("Britain", "GB"),
        ("Poles", "PL"),
        ("POLAND", "PL"),
        ("Kosovo", "XK"),
    ],
)
def test_find_state(catalogue: Catalogue, text: str, code: str) -> None:
    found = catalogue.find_state(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("text", ["us", "polish", "turkey", "Congolese", "Congo", "Atlantis", "Seoul", "", "&"])
def test_find_state_does_not_guess(catalogue: Catalogue, text: str) -> None:
    assert catalogue.find_state(text) is None


@pytest.mark.parametrize(
    ("text", "identifier", "acts_for"),
    [
        ("NATO", "nato", None),
        ("Nato", "nato", None),
        ("European Union", "eu", None),
        ("European Commission", "european-commission", "EU"),
        ("UNIFIL", "unifil", "UN"),
        ("DAPA", "dapa", "KR"),
        ("Defence Acquisition Program Administration", "dapa", "KR"),
        ("the Pentagon", "us-dod", "US"),
        ("RKIK", "rkik", "EE"),
        ("Armament Agency", "pl-armament-agency", "PL"),
        ("Cheonghae Unit", "cheonghae-unit", "KR"),
        ("Stockholm International Peace Research Institute", "sipri", None),
        ("Yonhap", "yonhap", None),
    ],
)
def test_find_organisation(catalogue: Catalogue, text: str, identifier: str, acts_for: str | None) -> None:
    found = catalogue.find_organisation(text)
    assert found is not None
    assert (found.id, found.acts_for) == (identifier, acts_for)


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Hanwha Aerospace", "hanwha-aerospace"),
        ("KAI", "korea-aerospace-industries"),
        ("LIG D&A", "lig-nex1"),
        ("Korea Hydro and Nuclear Power", "khnp"),
        ("Polska Grupa Zbrojeniowa", "pgz"),
        ("Krauss-Maffei Wegmann", "kmw"),
        ("Hagglunds", "bae-hagglunds"),
        ("RHEINMETALL", "rheinmetall"),
    ],
)
def test_find_company(catalogue: Catalogue, text: str, identifier: str) -> None:
    found = catalogue.find_company(text)
    assert found is not None
    assert found.id == identifier


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("K9", "k9"),
        ("K-9", "k9"),
        ("K9 Thunder", "k9"),
        ("K9PL", "k9pl"),
        ("FA50", "fa-50"),
        ("FA 50", "fa-50"),
        ("Himars", "m142"),
        ("M142 HIMARS", "m142"),
        ("Chunmoo", "k239"),
        ("K239 Chunmoo", "k239"),
        ("Homar-K", "homar-k"),
        ("Cheongung-II", "m-sam-ii"),
        ("Chiron", "kp-sam"),
        ("Lynx KF41", "lynx-kf41"),
        ("Fırtına", "t-155-firtina"),
        ("Kou", "k9est"),
    ],
)
def test_find_weapon(catalogue: Catalogue, text: str, identifier: str) -> None:
    found = catalogue.find_weapon(text)
    assert found is not None
    assert found.id == identifier


@pytest.mark.parametrize(
    ("text", "singular"),
    [
        ("self-propelled howitzers", "self-propelled howitzer"),
        ("self propelled howitzer", "self-propelled howitzer"),
        ("Infantry Fighting Vehicles", "infantry fighting vehicle"),
        ("IFVs", "infantry fighting vehicle"),
        ("MBT", "main battle tank"),
        ("armored personnel carriers", "armoured personnel carrier"),
        ("air defense systems", "air-defence system"),
        ("MANPADS", "portable surface-to-air missile"),
        ("combat aircraft", "combat aircraft"),
        ("torpedoes", "torpedo"),
        ("rounds of ammunition", "round of ammunition"),
    ],
)
def test_find_weapon_class(catalogue: Catalogue, text: str, singular: str) -> None:
    found = catalogue.find_weapon_class(text)
    assert found is not None
    assert found.singular == singular


@pytest.mark.parametrize(
    ("text", "states", "code"),
    [
        ("KRW", (), "KRW"),
        ("South Korean won", (), "KRW"),
        ("won", (), "KRW"),
        ("won", ("KP",), "KPW"),
        ("zlotys", (), "PLN"),
        ("złotych", (), "PLN"),
        ("zł", (), "PLN"),
        ("euros", (), "EUR"),
        ("$", (), "USD"),
        ("$", ("AU",), "AUD"),
        ("$", ("PL", "AU"), "AUD"),
        ("A$", (), "AUD"),
        ("£", (), "GBP"),
        ("pounds", ("EG",), "EGP"),
        ("kroner", ("NO",), "NOK"),
        ("Kroner", ("DK",), "DKK"),
        ("kroner", (), None),
        ("crowns", ("CZ",), "CZK"),
        ("lei", (), "RON"),
        ("lei", ("MD",), "MDL"),
        ("Deutschmarks", (), "DEM"),
        ("francs", ("FR",), "FRF"),
        ("francs", ("LU",), None),
        ("cowries", (), None),
        ("A", (), None),
    ],
)
def test_find_currency(catalogue: Catalogue, text: str, states: tuple[str, ...], code: str | None) -> None:
    found = catalogue.find_currency(text, states=states)
    assert (found and found.code) == code


def test_look_ups_by_id(catalogue: Catalogue) -> None:
    assert catalogue.state("KR").name == "South Korea"
    assert catalogue.organisation("nato").short == "NATO"
    assert catalogue.company("hanwha-aerospace").parent == "hanwha"
    assert catalogue.weapon("k239").full_name == "K239 Chunmoo"
    assert catalogue.weapon_class("howitzer").plural == "howitzers"
    assert catalogue.currency("DEM").historic
    assert catalogue.party("KR") is catalogue.state("KR")
    assert catalogue.party("EU") is catalogue.organisation("eu")


@pytest.mark.parametrize(
    ("method", "message"),
    [
        ("state", "no state 'nowhere' in the catalogue: expected an ISO 3166-1 alpha-2 code"),
        ("organisation", "no organisation 'nowhere' in the catalogue: expected an id"),
        ("company", "no company 'nowhere' in the catalogue: expected an id"),
        ("weapon", "no weapon 'nowhere' in the catalogue: expected an id"),
        ("weapon_class", "no weapon class 'nowhere' in the catalogue: expected its singular"),
        ("currency", "no currency 'nowhere' in the catalogue: expected an ISO 4217 code"),
        (
            "party",
            "no party 'nowhere' in the catalogue: expected a state's alpha-2 code or an organisation's short name",
        ),
    ],
)
def test_an_unknown_id_is_an_error(catalogue: Catalogue, method: str, message: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        getattr(catalogue, method)("nowhere")
    assert str(caught.value) == message


def test_families(catalogue: Catalogue) -> None:
    assert catalogue.family("k9pl") is catalogue.weapon("k9")
    assert catalogue.family("k9") is catalogue.weapon("k9")
    variants = {weapon.id for weapon in catalogue.variants("k9")}
    assert {"k9a1", "k9pl", "as9", "k9-tunet"} <= variants
    assert "k9" not in variants
    assert catalogue.variants("krab") == ()


def test_a_variant_takes_what_it_does_not_say_from_its_family(catalogue: Catalogue) -> None:
    k9, k9pl, firtina = (catalogue.weapon(i) for i in ("k9", "k9pl", "t-155-firtina"))
    assert (k9pl.category, k9pl.maker, k9pl.origin) == (k9.category, k9.maker, k9.origin)
    assert (k9.sipri_category, k9.unroca_category) == (SipriCategory.ARTILLERY, UnrocaCategory.LARGE_CALIBRE_ARTILLERY)
    # Another origin, another maker.
    assert (firtina.category, firtina.maker, firtina.origin) == (k9.category, None, "TR")


def test_memberships(catalogue: Catalogue) -> None:
    assert {"eu", "nato", "visegrad-group", "un"} <= {o.id for o in catalogue.memberships("PL")}
    assert "ip4" in {o.id for o in catalogue.memberships("KR")}
    assert catalogue.organisation("ip4").members == ("AU", "JP", "KR", "NZ")


@pytest.mark.parametrize("code", ["PL", "GB", "NO", "CH", "CY", "TR", "GE", "UA", "RU", "XK"])
def test_european(catalogue: Catalogue, code: str) -> None:
    assert catalogue.european(code)


@pytest.mark.parametrize("code", ["KR", "AU", "CA", "US", "IL", "EU", "nowhere"])
def test_not_european(catalogue: Catalogue, code: str) -> None:
    assert not catalogue.european(code)


def test_regions(catalogue: Catalogue) -> None:
    assert (catalogue.state("PL").subregion, catalogue.state("PL").region) == ("Eastern Europe", "Europe")
    assert catalogue.state("AQ").region is None


def test_spellings_say_what_they_are(catalogue: Catalogue) -> None:
    roles = {spelling.text: spelling.role for spelling in catalogue.state("PL").spellings}
    assert roles["Poland"] is SpellingRole.NAME
    assert roles["Polish"] is SpellingRole.ADJECTIVE
    assert roles["Poles"] is SpellingRole.DEMONYM
    assert roles["Warsaw"] is SpellingRole.CAPITAL
    assert roles["Sejm"] is SpellingRole.GOVERNMENT
    assert roles["Gdynia"] is SpellingRole.PLACE


def test_ambiguous_spellings_are_marked(catalogue: Catalogue) -> None:
    def ambiguous(spellings: tuple[Spelling, ...]) -> set[str]:
        return {spelling.text for spelling in spellings if spelling.ambiguous}

    assert "Georgia" in ambiguous(catalogue.state("GE").spellings)
    assert {"Jordan"} == ambiguous(catalogue.state("JO").spellings)
    assert "Thunder" in ambiguous(catalogue.weapon("k9").spellings)
    assert "K9" not in ambiguous(catalogue.weapon("k9").spellings)
    assert "carrier" in ambiguous(catalogue.weapon_class("aircraft carrier").spellings)


def test_short_forms_are_no_names(catalogue: Catalogue) -> None:
    short = [s.text for s in catalogue.company("hyundai-rotem").spellings if s.role is SpellingRole.SHORT_FORM]
    assert short == ["Rotem"]
    assert catalogue.find_company("Rotem") is None


def test_kinds_of_bodies(catalogue: Catalogue) -> None:
    assert catalogue.organisation("ip4").kind is ActorKind.FORUM
    assert catalogue.organisation("dapa").kind is ActorKind.GOVERNMENT_BODY
    assert catalogue.company("romtehnica").kind.value == "agency"


def test_keys() -> None:
    assert key("the U.S.") == key("US") == "US"
    assert key("FA-50") == key("FA 50") == "FA50"
    assert plain("Władysław Ærø Fırtına ß") == "Wladyslaw AEro Firtina ss"


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("battery", "batteries"),
        ("buoy", "buoys"),
        ("launcher", "launchers"),
        ("torpedo", "torpedoes"),
        ("loyal wingman", "loyal wingmen"),
        ("landing craft", "landing craft"),
        ("ammunition", "ammunition"),
        ("helicopter landing dock", "helicopter landing docks"),
        ("hatch", "hatches"),
    ],
)
def test_plurals(noun: str, plural: str) -> None:
    assert plural_of(noun) == plural


@given(st.text())
def test_any_text_can_be_looked_up(text: str) -> None:
    catalogue = load()
    for find in (catalogue.find_state, catalogue.find_weapon, catalogue.find_weapon_class, catalogue.find_currency):
        find(text)


@given(st.text())
def test_diacritics_are_gone_for_good(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def test_respelt() -> None:
    assert respelt("armoured vehicle") == ("armoured vehicle", "armored vehicle")
    assert respelt("truck-mounted air-defence gun") == (
        "truck-mounted air-defence gun",
        "truck-mounted air defence gun",
        "truck mounted air-defence gun",
        "truck mounted air defence gun",
        "truck-mounted air-defense gun",
        "truck-mounted air defense gun",
        "truck mounted air-defense gun",
        "truck mounted air defense gun",
    )


def test_in_both_englishes() -> None:
    assert in_both_englishes("Ministry of Defence") == ("Ministry of Defence", "Ministry of Defense")
    assert in_both_englishes("Defense News") == ("Defense News", "Defence News")
    assert in_both_englishes("Saab") == ("Saab",)
