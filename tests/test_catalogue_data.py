"""The packaged data: complete, consistent, with its basis stated."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import kordef.catalogue
from kordef.catalogue import Catalogue, SpellingRole, load
from kordef.catalogue.checks import find_problems
from kordef.catalogue.loading import Tables, read_file
from kordef.vocabulary import ActorKind

DATA = sorted((Path(kordef.catalogue.__file__).parent / "data").glob("*.toml"))


def codes(text: str) -> list[str]:
    return text.split()


# The officially assigned codes of ISO 3166-1, 249 of them.
ISO_3166_1 = codes("""
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD
CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF
GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI
SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
VN VU WF WS YE YT ZA ZM ZW
""")

# The codes of ISO 4217 that are in use, funds and metals included.
ISO_4217 = codes("""
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CLF
CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF
IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT
MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS
VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG
""")

# Spellings that several entries of one kind own on purpose; the data file says why.
SHARED = {("state", "Congolese"), ("state", "Dominican"), ("state", "Dominicans")}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


def test_there_are_no_contradictions() -> None:
    tables = Tables()
    for path in DATA:
        read_file(path, tables)
    assert find_problems(tables) == []


def test_every_state_is_there_once(catalogue: Catalogue) -> None:
    assert len(ISO_3166_1) == 249
    assert sorted(state.code for state in catalogue.states if state.assigned) == sorted(ISO_3166_1)
    assert [state.code for state in catalogue.states if not state.assigned] == ["XK"]
    assert len({state.alpha3 for state in catalogue.states}) == len(catalogue.states)


def test_every_currency_is_there(catalogue: Catalogue) -> None:
    in_use = sorted(currency.code for currency in catalogue.currencies if not currency.historic)
    assert in_use == sorted(ISO_4217)
    before_the_euro = {c.code for c in catalogue.currencies if c.successor == "EUR"}
    assert {"DEM", "FRF", "ITL", "NLG", "FIM", "EEK", "HRK", "BGN"} <= before_the_euro
    assert catalogue.currency("BGN").until == date(2025, 12, 31)


def test_every_state_has_a_currency(catalogue: Catalogue) -> None:
    users = {state for currency in catalogue.currencies if not currency.historic for state in currency.states}
    assert {state.code for state in catalogue.states} - users == {"AQ"}


def test_shared_spellings_are_the_known_ones(catalogue: Catalogue) -> None:
    assert {(name.kind, name.text) for name in catalogue.shared_names} == SHARED
    assert all(name.reason for name in catalogue.shared_names)


def test_a_spelling_finds_its_owner(catalogue: Catalogue) -> None:
    shared = {text for _, text in SHARED}
    for things, find in (
        (catalogue.states, catalogue.find_state),
        (catalogue.organisations, catalogue.find_organisation),
        (catalogue.companies, catalogue.find_company),
        (catalogue.weapons, catalogue.find_weapon),
        (catalogue.weapon_classes, catalogue.find_weapon_class),
        (catalogue.currencies, catalogue.find_currency),
    ):
        naming = {"name", "plural", "abbreviation", "symbol", "adjective", "demonym"}
        for thing in things:
            for spelling in thing.spellings:
                if spelling.role.value in naming and spelling.text not in shared:
                    assert find(spelling.text) is thing, spelling


def test_spellings_are_long_enough(catalogue: Catalogue) -> None:
    for things in (
        catalogue.states,
        catalogue.organisations,
        catalogue.companies,
        catalogue.weapons,
        catalogue.weapon_classes,
        catalogue.currencies,
    ):
        for thing in things:
            texts = [s.text for s in thing.spellings if s.role is not SpellingRole.SYMBOL]
            assert all(len(text) >= 2 for text in texts), thing
            # Apostrophes are straight; a reader takes the typographic one for the same.
            assert not any("’" in text for text in texts), thing


def test_there_is_enough(catalogue: Catalogue) -> None:
    assert len(catalogue.organisations) >= 200
    assert len(catalogue.companies) >= 100
    assert len(catalogue.weapons) >= 220
    assert len(catalogue.weapon_classes) >= 120
    assert set(ActorKind) - {o.kind for o in catalogue.organisations} == {
        ActorKind.STATE,
        ActorKind.COMPANY,
        ActorKind.PERSON,
    }


@pytest.mark.parametrize(
    ("identifier", "number"),
    [
        ("un", 193),
        ("eu", 27),
        ("nato", 32),
        ("council-of-europe", 46),
        ("osce", 57),
        ("african-union", 55),
        ("asem", 51),
        ("oecd", 38),
        ("asean", 11),
        ("arab-league", 22),
        ("apec", 21),
        ("g20", 19),
        ("jef", 10),
        ("un-security-council", 15),
        ("un-command", 18),
    ],
)
def test_members(catalogue: Catalogue, identifier: str, number: int) -> None:
    organisation = catalogue.organisation(identifier)
    assert len(organisation.members) == len(set(organisation.members)) == number
    assert organisation.members_as_of is not None


def test_members_are_dated_and_sorted(catalogue: Catalogue) -> None:
    for organisation in catalogue.organisations:
        assert list(organisation.members) == sorted(organisation.members), organisation.id
        assert bool(organisation.members) == (organisation.members_as_of is not None), organisation.id


def test_every_weapon_has_a_category_that_is_a_class(catalogue: Catalogue) -> None:
    classes = {weapon_class.singular for weapon_class in catalogue.weapon_classes}
    assert {weapon.category for weapon in catalogue.weapons} <= classes


def test_fields_that_are_given_say_something(catalogue: Catalogue) -> None:
    for weapon in catalogue.weapons:
        assert weapon.name != weapon.designation, weapon.id
        assert not {weapon.designation, weapon.name, weapon.full_name} & set(weapon.aliases), weapon.id
        assert len(set(weapon.aliases)) == len(weapon.aliases), weapon.id
    for things in (catalogue.states, catalogue.organisations, catalogue.companies):
        for thing in things:
            assert thing.name not in thing.names, thing.id
            assert len(set(thing.names)) == len(thing.names), thing.id


def test_currencies_end_after_they_begin(catalogue: Catalogue) -> None:
    for currency in catalogue.currencies:
        if currency.since and currency.until:
            assert currency.since < currency.until, currency.code
        assert currency.successor is None or currency.historic, currency.code


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_every_file_states_its_basis(path: Path) -> None:
    header = path.read_text(encoding="utf-8").split("\n[", 1)[0]
    assert all(not line or line.startswith("#") for line in header.splitlines())
    assert "# Basis: " in header


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_files_are_written_alike(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert not any(line != line.rstrip() or "\t" in line for line in text.splitlines())
    assert " = ''" not in text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Otokar Cobra", "Cobra armoured vehicle"),
        ("Kawasaki T-4", "T-4"),
        ("Hatf-IX", "Nasr missile"),
        ("Supacat Jackal", "Jackal vehicle"),
        ("Perry-class", "Oliver Hazard Perry class"),
        ("Gorshkov class", "Admiral Gorshkov-class"),
        ("Type A26", "A26"),
        ("SS-N-2 Styx", "Styx missile"),
    ],
)
def test_one_thing_has_one_entry(one: str, other: str, catalogue: Catalogue) -> None:
    found = catalogue.find_weapon(one)
    assert found is not None
    assert found == catalogue.find_weapon(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AIM-9X", "AIM-9M"),
        ("AIM-9L", "AIM-9P"),
        ("E-2C", "E-2D"),
        ("MH-60R", "MH-60S"),
        ("Heron", "Heron TP"),
        ("SMART-L", "SMART-S Mk2"),
        ("MD-530F", "MD-530G"),
        ("Tien Kung I", "Tien Kung II"),
        ("Rudram-1", "Rudram-2"),
    ],
)
def test_a_variant_is_no_spelling_of_another(one: str, other: str, catalogue: Catalogue) -> None:
    found = catalogue.find_weapon(one)
    assert found is not None
    assert found != catalogue.find_weapon(other) is not None


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Diponegoro class", "NL"),
        ("Kang Ding class", "FR"),
        ("Hydra class", "DE"),
        ("Sang-O class", "KP"),
        ("Lekiu class", "GB"),
        ("F-6 fighter", "CN"),
        ("Fridtjof Nansen class", "ES"),
        ("KDX-II", "KR"),
    ],
)
def test_the_origin_is_the_state_of_the_design(name: str, state: str, catalogue: Catalogue) -> None:
    found = catalogue.find_weapon(name)
    assert found is not None
    assert found.origin == state


def test_a_currency_begins_when_the_one_before_it_ends(catalogue: Catalogue) -> None:
    """Within days: some were changed over a holiday, and some passed hands for weeks beside what followed."""
    currencies = {currency.code: currency for currency in catalogue.currencies}
    for old in catalogue.currencies:
        new = currencies[old.successor] if old.successor else old
        if old.until and new.since and new.code != "EUR" and new is not old:
            assert abs((new.since - old.until).days) <= 100, f"{old.code} to {new.code}"
