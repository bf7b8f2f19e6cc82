"""Files of one's own: what they may add, and how their mistakes are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kordef.catalogue import CountingUnit, SipriCategory, UnrocaCategory, load
from kordef.errors import CatalogueError, KordefError
from kordef.periods import Period

GOOD = """
# A file of one's own.

[shared.company]
Phoenix = 'both were called so once'

[company]
fictional-arms = { name = 'Fictional Arms', names = ['FictArms', 'Phoenix'], state = 'PL' }
other-arms = { name = 'Other Arms', names = 'Phoenix | Other Arms Ltd', state = 'SE' }

[weapon_class]
'trench crawler' = { variants = ['crawling vehicle'], unroca_category = 'II', unit = 'vehicle' }

[weapon]
zx1 = { designation = 'ZX1', name = 'Bumblebee', category = 'trench crawler', maker = 'fictional-arms', origin = 'PL' }
zx1a = { designation = 'ZX1A', family = 'zx1' }
zx1b = { designation = 'ZX1B', family = 'zx1', category = 'main battle tank', origin = 'SE' }

[currency]
ZZZ = { name = 'test florin', symbols = ['Zf'], minor_units = 2, states = ['PL'], since = 2020-01-01 }

[extend.weapon]
k9 = { aliases = ['K9 of ours'] }

[extend.organisation]
ip4 = { names = 'Pacific Quartet' }
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "own.toml"


def test_a_good_file(file: Path) -> None:
    file.write_text(GOOD, encoding="utf-8")
    catalogue = load(extra=[file])
    zx1, zx1a, zx1b = (catalogue.weapon(i) for i in ("zx1", "zx1a", "zx1b"))
    assert catalogue.find_weapon("ZX1 Bumblebee") is zx1
    assert (zx1a.maker, zx1a.origin, zx1a.unroca_category) == (
        "fictional-arms",
        "PL",
        UnrocaCategory.ARMOURED_COMBAT_VEHICLES,
    )
    assert (zx1b.maker, zx1b.origin, zx1b.sipri_category) == (None, "SE", SipriCategory.ARMOURED_VEHICLES)
    assert catalogue.variants("zx1") == (zx1a, zx1b)
    assert catalogue.weapon_class("trench crawler").unit is CountingUnit.VEHICLE
    assert catalogue.find_weapon_class("crawling vehicles") is catalogue.weapon_class("trench crawler")
    assert catalogue.find_weapon("K9 of ours") is catalogue.weapon("k9")
    assert catalogue.find_organisation("Pacific Quartet") is catalogue.organisation("ip4")
    assert catalogue.find_currency("Zf") is catalogue.currency("ZZZ")
    assert catalogue.find_company("Phoenix") is None
    assert catalogue.company("other-arms").names == ("Phoenix", "Other Arms Ltd")


def test_the_packaged_catalogue_does_not_change(file: Path) -> None:
    file.write_text(GOOD, encoding="utf-8")
    extended = load().extended(file)
    assert extended is not load()
    assert "K9 of ours" not in load().weapon("k9").aliases
    assert len(extended.weapons) == len(load().weapons) + 3


def test_files_may_build_on_one_another(tmp_path: Path) -> None:
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    first.write_text("[company]\nmine = { name = 'Mine Works', state = 'FI' }\n", encoding="utf-8")
    second.write_text("[extend.company]\nmine = { names = ['Mine Works Oy'] }\n", encoding="utf-8")
    assert load(extra=[first, second]).company("mine").names == ("Mine Works Oy",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[weapon", "is not TOML: "),
        (
            "[weapn]\n",
            "weapn must be one of state, organisation, company, weapon_class, weapon, currency, shared_word, ",
        ),
        ("weapon = 5\n", "weapon must be a table, found 5"),
        ("[weapon]\nx1 = 'X1'\n", "weapon.x1 must be a table, found 'X1'"),
        (
            "[weapon]\nx1 = { designation = 'X1', category = 'howitzer', colour = 'green' }\n",
            "weapon.x1.colour must be one of designation, name, aliases, ambiguous, family, category, sipri_category, "
            "unroca_category, maker, origin, found 'colour'",
        ),
        (
            "[weapon]\nx1 = { designation = 7, category = 'howitzer' }\n",
            "weapon.x1.designation must be a string, found 7",
        ),
        (
            "[weapon]\nx1 = { designation = 'X1', category = 'howitzer', aliases = ['a', 1] }\n",
            "weapon.x1.aliases must be a list of strings or one string, found ['a', 1]",
        ),
        (
            "[weapon]\nx1 = { designation = 'X1', category = 'howitzer', unroca_category = 'IX' }\n",
            "weapon.x1.unroca_category must be one of 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', found 'IX'",
        ),
        ("[weapon]\nx1 = { designation = 'X1' }\n", "weapon.x1 must have category, designation, found designation"),
        ("[weapon]\nx1 = {}\n", "weapon.x1 must have category, designation, found nothing"),
        (
            "[weapon]\nk9 = { designation = 'K9', category = 'howitzer' }\n",
            "weapon.k9 must be a new id, found 'k9', which is there already (extend.weapon adds to it)",
        ),
        (
            "[weapon]\nx1 = { designation = 'X1', category = 'howitzer', maker = 'nobody' }\n",
            "weapon.x1.maker must be the id of an entry of company, found 'nobody'",
        ),
        (
            "[weapon]\nx1 = { designation = 'X1', family = 'x2' }\n",
            "weapon.x1.family must be the id of a weapon above it, found 'x2'",
        ),
        (
            "[weapon]\nx1 = { designation = 'K-9', category = 'howitzer' }\n",
            "weapon.k9 ('K9') and weapon.x1 ('K-9') must not own one spelling, found 2 owners (shared.weapon "
            "allows it)",
        ),
        (
            "[weapon]\nx1 = { designation = 'X1', category = 'howitzer', ambiguous = ['Bee'] }\n",
            "weapon.x1.ambiguous must repeat one of the entry's own spellings, found 'Bee'",
        ),
        (
            "[weapon]\nx1 = { designation = 'X', category = 'howitzer' }\n",
            "weapon.x1.spellings must have at least 2 characters and no blanks around them, found 'X'",
        ),
        (
            "[state]\nXA = { alpha3 = 'XAX', name = 'Atlantis', subregion = 'Atlantic' }\n",
            "state.XA.subregion must be one of Northern Africa, ",
        ),
        (
            "[state]\nXA = { alpha3 = 'XAX', name = 'Atlantis', assigned = 0 }\n",
            "state.XA.assigned must be true or false, found 0",
        ),
        (
            "[company]\na = { name = 'Aaa', state = 'PL', parent = 'b' }\n"
            "b = { name = 'Bbb', state = 'PL', parent = 'a' }\n",
            "company.a.parent must not lead back to it, found a -> b -> a",
        ),
        (
            "[organisation]\nx = { name = 'Xxx', kind = 'club' }\n",
            "organisation.x.kind must be one of 'state', 'igo', 'forum', 'company', 'government_body', "
            "'military_unit', 'research_institute', 'media', 'party', 'person', found 'club'",
        ),
        (
            "[organisation]\nx = { name = 'Xxx', kind = 'forum', members = ['QQ'], organ_of = 'XYZ' }\n",
            "organisation.x.organ_of must be the short name of an organisation, found 'XYZ'",
        ),
        (
            "[organisation]\nx = { name = 'Xxx', kind = 'forum', members = ['QQ'] }\n",
            "organisation.x.members must be the id of an entry of state, found 'QQ'",
        ),
        (
            "[organisation]\nx = { name = 'Xxx', kind = 'forum', members_as_of = '2020-01-01' }\n",
            "organisation.x.members_as_of must be a date, found '2020-01-01'",
        ),
        (
            "[currency]\nZZZ = { name = 'zed', minor_units = true }\n",
            "currency.ZZZ.minor_units must be a whole number, found True",
        ),
        (
            "[currency]\nZZZ = { name = 'kroner' }\n",
            "currency.ZZZ ('kroner') and currency.krone ('kroner') must not own one spelling, found 2 owners",
        ),
        (
            "[shared_word]\nzed = { currencies = ['USD', 'EUR'], default = 'GBP' }\n",
            "shared_word.zed.default must be one of USD, EUR, found 'GBP'",
        ),
        (
            "[extend.weapon]\nx1 = { aliases = ['X'] }\n",
            "extend.weapon.x1 must be the id of an entry of weapon, found 'x1'",
        ),
        (
            "[extend.weapon]\nk9 = { designation = 'K99' }\n",
            "extend.weapon.k9.designation must be a field that is a list, found 'K99' for one that is not",
        ),
        ("[extend.weapn]\n", "extend.weapn must be extend with one of state, organisation, company, "),
        ("[shared.weapon]\nThunder = 1\n", "shared.weapon.Thunder must be the reason, a string, found 1"),
    ],
)
def test_mistakes_are_told(file: Path, text: str, message: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load(extra=[file])
    assert f"{file}: {message}" in str(caught.value)


def test_all_mistakes_of_a_file_are_told_at_once(file: Path) -> None:
    file.write_text("[weapon]\nx1 = { designation = 1 }\nx2 = { category = 2 }\n", encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load(extra=[file])
    assert str(caught.value) == (
        f"{file}: weapon.x1.designation must be a string, found 1; {file}: weapon.x2.category must be a string, found 2"
    )


def test_a_file_that_is_not_there(file: Path) -> None:
    with pytest.raises(CatalogueError, match="cannot be read"):
        load(extra=[file])


def test_a_file_that_is_not_text(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CatalogueError, match="cannot be read"):
        load(extra=[file])


def test_errors_are_of_the_project_and_value_errors(file: Path) -> None:
    with pytest.raises(KordefError):
        load(extra=[file])
    with pytest.raises(ValueError, match="cannot be read"):
        load(extra=[file])


def test_wrong_names_and_dates_for_the_audit(file: Path) -> None:
    file.write_text(
        """
[misspelling]
'Sikorsky' = { right = 'Sikorski', basis = 'the ministry' }

[landmark]
zx1-order = { what = 'the order', kind = 'contract', field = 'signed', date = '2024-05', parties = 'KR | NATO', weapons = 'k9', basis = 'the agency' }
""",
        encoding="utf-8",
    )
    catalogue = load(extra=[file])
    wrong = catalogue.misspelling("Sikorsky")
    assert wrong is not None
    assert (wrong.id, wrong.right, wrong.spellings) == ("Sikorsky", "Sikorski", ())
    assert catalogue.misspelling("Sikorski") is None
    landmark = catalogue.landmarks[-1]
    assert (landmark.id, landmark.parties, landmark.weapons, landmark.spellings) == (
        "zx1-order",
        ("KR", "NATO"),
        ("k9",),
        (),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("parties = 'KR | Atlantis', basis = 'x'", "parties must be codes of states or short names of organisations"),
        ("parties = 'KR', weapons = 'zx9', basis = 'x'", "weapons must be the id of an entry of weapon, found 'zx9'"),
        ("parties = 'KR'", "must have basis, date, field, kind, parties, what"),
    ],
)
def test_mistakes_in_a_landmark_are_told(file: Path, text: str, message: str) -> None:
    head = "what = 'the order', kind = 'contract', field = 'signed', date = '2024-05'"
    file.write_text(f"[landmark]\norder = {{ {head}, {text} }}\n", encoding="utf-8")
    with pytest.raises(CatalogueError, match=message):
        load(extra=[file])


def test_every_landmark_of_the_package_has_a_date_that_can_be_read() -> None:
    for landmark in load().landmarks:
        assert Period(edtf=landmark.date).earliest
        assert landmark.kind in ("attack", "agreement", "contract")
        assert landmark.phrases or landmark.weapons


def test_no_right_name_is_marked_as_wrong() -> None:
    catalogue = load()
    for wrong in catalogue.misspellings:
        assert wrong.text != wrong.right
        assert catalogue.misspelling(wrong.right) is None


def test_what_is_marked_as_wrong_is_understood() -> None:
    catalogue = load()
    finders = (catalogue.find_state, catalogue.find_company, catalogue.find_organisation)
    for wrong in catalogue.misspellings:
        right = [find(wrong.right) for find in finders]
        assert not any(right) or [find(wrong.text) for find in finders] == right, wrong.text
