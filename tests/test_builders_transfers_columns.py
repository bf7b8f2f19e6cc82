"""Columns that say what they hold: weapons without a catalogue, donors and vendors, sales and gifts, years of delivery."""

from __future__ import annotations

import pytest
from transfer_reading import notes

TABLES: list[tuple[str, tuple[str, ...]]] = [
    (
        "How Ghana got its new armour\n\n"
        "Equipment | Number | From | Year received | Paid for by\n"
        "Cobra II | 19 | Turkey | 2023 | Ghana\n"
        "Puma M36 | 33 | Germany | 2023-2024 | EU grant\n",
        ("TR>GH delivered 2023: 19 Cobra II", "DE>GH delivered 2023/2024: 33 Puma M36"),
    ),
    (
        "Frigates and corvettes on order in South America, January 2025\n\n"
        "State | Yard | Class | No. | Contract | Value\n"
        "Uruguay | Cardama (Spain) | OPV 87 | 2 | 2023 | €82 million\n"
        "Brazil | TKMS (Germany) | Inhauma class | 4 | 2020 | €2 billion\n",
        (
            "ES>UY signed 2023: 2 OPV-87 = EUR 82000000",
            "DE>BR signed 2020: 4 Inhaúma class = EUR 2000000000",
        ),
    ),
    (
        "Table 2. Aircraft and vehicles handed over to Sahel states\n\n"
        "Customer | Vendor | Model | Qty | Year | Mode\n"
        "Niger | Turkey | Hurkus-C | 2 | 2022 | Purchase\n"
        "Mauritania | United States | Cessna 208B | 2 | 2019 | Donation\n"
        "Mali | Germany | Casspir Mk 3 | 29 | 2021-2022 | Grant\n",
        (
            "TR>NE delivered 2022: 2 Hürkuş-C",
            "US>MR donated 2019: 2 Cessna 208B",
            "DE>ML donated 2021/2022: 29 Casspir Mk 3",
        ),
    ),
    (
        "Exports of major weapons from Serbia, 2019-2023\n\n"
        "Destination | Weapon | Quantity | Years | Basis\n"
        "Cyprus | Nora B-52 | 24 | 2019-2022 | Sale\n"
        "Central African Republic | BOV M16 | 6 | 2022 | Gift\n",
        ("RS>CY signed 2019/2022: 24 Nora B-52", "RS>CF donated 2022: 6 BOV M16 Milos"),
    ),
    (
        "Aid to the Lebanese army: who gave what\n\n"
        "Donor | Item | Number | Date | Status\n"
        "Jordan | M113 | 30 | 2020 | Delivered\n"
        "United States | A-29 Super Tucano | 6 | 2017-2018 | Delivered\n"
        "France | VAB Mephisto | 4 | 2016 | Pledged\n",
        (
            "JO>LB donated 2020: 30 M113",
            "US>LB donated 2017/2018: 6 A-29 Super Tucano",
            "FR>LB planned 2016: 4 VAB Mephisto",
        ),
    ),
    (
        "Warships transferred to Bangladesh, 2010-2022\n\n"
        "Class | Origin | Number | Years | How acquired\n"
        "Hamilton class | United States | 2 | 2013-2015 | Excess defence articles\n"
        "Castle class | United Kingdom | 2 | 2010 | Purchase\n",
        (
            "GB>BD delivered 2010: 2 Castle class",
            "US>BD donated 2013/2015: 2 Hamilton class",
        ),
    ),
    (
        "Register of arms transfers\n\n"
        "Recipient | Supplier | No. ordered | Designation | Category | Year of order | Year(s) of delivery | No. delivered | Comments\n"
        "Chile | Australia | 2 | Adelaide class | frigate | 2019? | 2020 | 2 | Second-hand\n"
        "Thailand | China | 1 | S26T | submarine | 2017 | .. | .. | Order not confirmed\n"
        "Morocco | Israel | 36 | ATMOS | self-propelled gun | 2024 | .. | .. | Price not officially confirmed\n",
        (
            "AU>CL delivered 2019?: 2 Adelaide class",
            "CN>TH considered 2017: 1 S26T",
            "IL>MA signed 2024: 36 ATMOS",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_columns(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text, "2025-03-10") == expected


NOT_DEALS = [
    "Harbour market\n\nVendor | Product | Type | Number | Year\nNorway | smoked salmon | Grade A1 | 200 | 2023\n"
    "Sweden | cheese | Herrgard 28 | 40 | 2024\n",
    "Airlines\n\nBuyer | Seller | Model | Units | Year of order\nIndia | France | A350-900 | 20 | 2023\n"
    "Peru | France | A320-200 | 40 | 2022\n",
    "Tanks of the region\n\nOperator | Type | Number held | In service since\nPoland | Leopard 2A5 | 105 | 2013\n",
]


@pytest.mark.parametrize("text", NOT_DEALS)
def test_other_columns(text: str) -> None:
    assert notes(text, "2025-03-10") == ()


COMMENTS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Register of arms transfers: Peru\n\n"
        "Comment (entry PER-0093): USD463 m deal with HD Hyundai Heavy Industries; 1 frigate and 2 landing craft; "
        "built at the yard in Callao; frigate due 2026.\n",
        ("KR>PE signed: 1 frigate, 2 landing craft = USD 463000000",),
    ),
    (
        "Register of arms transfers\n\nRemark on Thailand: USD120 m deal with Elbit; 10 ATMOS; assembled in Thailand.\n",
        ("IL>TH signed: 10 ATMOS = USD 120000000",),
    ),
    (
        "Register of arms transfers: Malaysia\n\n"
        "Recipient | Supplier | No. ordered | Designation | Category | Year of order | Year(s) of delivery | No. delivered | Comments\n"
        "Malaysia | South Korea | 18 | FA-50M | combat aircraft | 2023 | .. | .. | USD920 m deal\n\n"
        "Comment (entry MYS-0110): talks on extending the order by 18 FA-50M suspended; option on 12 more not exercised by 2024.\n",
        (
            "KR>MY signed 2023: 18 FA-50M = USD 920000000",
            "KR>MY negotiating: 18 FA-50M",
        ),
    ),
    ("Letters\n\nComment (reader 12): 20 years of peace with Peru; 2 thumbs up.\n", ()),
    ("Register: Peru\n\nComment (entry XYZ-0093): USD463 m deal with HD Hyundai Heavy Industries; 1 frigate.\n", ()),
]


@pytest.mark.parametrize(("text", "expected"), COMMENTS)
def test_comments_that_stand_apart(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text, "2025-03-10") == expected


DEALS = "# Korean deals\n\nSupplier | Buyer | {head} | Quantity\nSouth Korea | Poland | K2 | 180\nSouth Korea | Norway | K9 | 24\n"


@pytest.mark.parametrize("head", ["Weapon", "Weapons", "Weapon system", "System", "Type"])
@pytest.mark.parametrize("form", ["bars", "tabs", "rules"])
def test_a_column_of_weapons_bears_out_bare_names(head: str, form: str) -> None:
    text = DEALS.format(head=head)
    if form == "tabs":
        text = text.replace(" | ", "\t")
    elif form == "rules":
        title, _, first, *rows = text.strip().split("\n")
        text = "\n".join([title, "", f"| {first} |", "|---|---|---|---|", *(f"| {row} |" for row in rows), ""])
    assert notes(text) == ("KR>PL signed: 180 K2 Black Panther", "KR>NO signed: 24 K9 Thunder")


@pytest.mark.parametrize("head", ["Mountain", "Route", "Dog unit"])
def test_bare_names_in_other_columns_are_no_weapons(head: str) -> None:
    assert notes(DEALS.format(head=head)) == ()


def test_a_column_of_types_without_numbers_bears_out_nothing() -> None:
    assert notes("# Korean peaks\n\nCountry | Type | Colour\nPoland | K2 | red\nNorway | K9 | blue\n") == ()
