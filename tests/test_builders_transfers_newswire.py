"""Deals as pages of news word them: packages and what is in them, sales listed with prices, contests, earlier orders."""

from __future__ import annotations

import pytest
from transfer_reading import notes

TEXTS: list[tuple[str, tuple[str, ...]]] = [
    # packages whose contents a sentence names
    (
        "Norway announced a new package of military aid to Ukraine in the amount of $210 million on 3 May. It is the largest so "
        "far. This includes anti-tank missiles and 4,000 grenades.",
        ("NO>UA donated 2024-05-03: anti-tank missiles, 4000 grenades = USD 210000000",),
    ),
    (
        "Latvia has announced a new military aid package for Ukraine, which includes mortar bombs and machine guns.",
        ("LV>UA donated: mortar bombs, machine guns",),
    ),
    (
        "Spain unveiled on 2 May a defence aid package for Ukraine worth EUR 70 million, containing Stinger missiles and 12 "
        "mortars.",
        ("ES>UA donated 2024-05-02: FIM-92 Stinger, 12 mortars = EUR 70000000",),
    ),
    (
        "The government of Belgium has decided to allocate a package of military aid worth EUR 90 million to the Armed Forces of "
        "Ukraine. The package includes:\n\n- 20 armoured vehicles;\n- anti-tank missiles.\n",
        ("BE>UA planned: 20 armoured vehicles, anti-tank missiles = EUR 90000000",),
    ),
    (
        "Belgium may announce a package of military aid to Ukraine, containing 12 mortars.",
        ("BE>UA considered: 12 mortars",),
    ),
    # nobody gives what is only made at his home
    ("Military aid to Ukraine\n\n- 14 Leopard 2 tanks delivered\n", ("None>UA donated: 14 Leopard 2",)),
    # each with its price
    (
        "The State Department announced three approvals: AIM-120 missiles for Norway (estimated $340 million), Javelin missiles "
        "and related equipment for Ireland (estimated $46 million) and CH-47F pilot training for Spain ($90 million).",
        (
            "US>NO planned: AIM-120 AMRAAM = USD 340000000",
            "US>IE planned: FGM-148 Javelin = USD 46000000",
        ),
    ),
    (
        "The agency cleared two arms sales, including Javelin missiles for Georgia and Stinger missiles for Lithuania.",
        ("US>GE planned: FGM-148 Javelin", "US>LT planned: FIM-92 Stinger"),
    ),
    # a total of several takers is that of none of them
    (
        "The State Department has approved a potential sale of 620 Stinger missiles to Norway, Spain and Belgium for $540 million.",
        ("US>NO planned: FIM-92 Stinger", "US>ES planned: FIM-92 Stinger", "US>BE planned: FIM-92 Stinger"),
    ),
    # what is permitted
    (
        "Norway has been granted approval for a potential Foreign Military Sale by the US State Department which includes CH-47F "
        "helicopters with an approximate value of $1.5 billion, the Pentagon agency said on 4 June.",
        ("US>NO planned 2024-06-04: CH-47F Chinook = USD 1500000000",),
    ),
    (
        "The Norwegian parliament approved EUR 95 million for procuring six CAESAR howitzers.",
        ("FR>NO planned: 6 CAESAR = EUR 95000000",),
    ),
    (
        "The Danish cabinet cleared EUR 2.2 billion for the acquisition of 20 Hürjet trainers from Turkish Aerospace Industries.",
        ("TR>DK planned: 20 Hürjet = EUR 2200000000",),
    ),
    # who competes, and who lost
    (
        "The Danish army has chosen the PULS rocket launcher of Elbit Systems, following close competition from an American rival.",
        ("IL>DK selected: PULS",),
    ),
    ("Israel's Rafael lost a $60 million tender for equipping the Danish army with Spike missiles.", ()),
    (
        "The Rafale is in heated competition with the Gripen to supply the Chilean air force with 24 fighter aircraft.",
        (),
    ),
    # what arms do for others is no sale
    (
        "Romania has ordered 54 K9 howitzers. The PULS system provides a solution for launching rockets of many sorts.",
        ("KR>RO signed: 54 K9 Thunder",),
    ),
    ("Algeria is to give a boost to Turkey's economy through a drone contract negotiated in Ankara.", ()),
    # an earlier order is another one
    (
        "Saab has received an order from Colombia for six Gripen aircraft. The order follows an earlier order for six Gripen "
        "aircraft for Colombia, signed in 2019.",
        ("SE>CO signed: 6 JAS 39 Gripen", "SE>CO signed 2019: 6 JAS 39 Gripen"),
    ),
    # what a firm says later
    (
        "Saab announced that it had signed a contract with Chile in May 2023 for the supply of 18 Gripen E aircraft.\n\n"
        "Saab said that it has booked the SEK 17.5 billion order on its balance sheet.",
        ("SE>CL signed 2023-05: 18 JAS 39E = SEK 17500000000",),
    ),
    (
        "Norway said on Monday that Chile and Peru had expressed keen interest in buying armed drones from the Turkish firm Baykar.",
        ("TR>CL considered: armed drones", "TR>PE considered: armed drones"),
    ),
    (
        "Drones have been sold to Qatar and Oman. The latter signed a contract worth $90 million for Bayraktar TB2s.",
        ("TR>OM signed: Bayraktar TB2 = USD 90000000",),
    ),
    # what is only talked about, or chosen
    (
        "A third FDI frigate for Greece is under discussion with Naval Group.",
        ("FR>GR negotiating: FDI",),
    ),
    (
        "Bucharest has named Rheinmetall's Lynx KF41 as winner of its tracked vehicle programme.",
        ("DE>RO selected: KF41 Lynx",),
    ),
    # what lies between two armies at war is no deal
    (
        "The Russians have dug trenches in Ukraine. The vehicles of the aid package pave the way for Ukrainian tanks and "
        "armoured vehicles, the Danish minister said.",
        (),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_deals_of_news_pages(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


TRACKER = "Who gave what: arms gifts to Ukraine\n\nNORWAY (3 May)\n{}\n"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            "- the first half of the 24 F-16s pledged in August 2023; nine had landed by December, the other three follow",
            "donated 2023-08: 24 F-16 Fighting Falcon",
        ),
        ("- 155 mm shells from Nammo for NOK 300m", "donated: 155 mm shells = NOK 300000000"),
        ("- eight Leopard 2A4 tanks were given in 2023", "donated 2023: 8 Leopard 2A4"),
        ("- the last two of eight M270 launchers", "donated: 8 M270 MLRS"),
    ],
)
def test_items_under_a_donor_are_gifts_of_the_donor(item: str, expected: str) -> None:
    assert notes(TRACKER.format(item)) == (f"NO>UA {expected}",)


FURTHER: list[tuple[str, tuple[str, ...]]] = [
    # who makes arms buys none of them
    (
        "Oman confirmed on 3 June that it will acquire three batteries of the BrahMos missile in a deal worth almost $300 million, "
        "a development expected to boost India's efforts to become an exporter.",
        ("IN>OM signed 2024-06-03: 3 battery BrahMos = USD 300000000",),
    ),
    (
        "Peru bought 24 F-16 jets from Norway. The purchase of the aircraft, originally from the U.S., ends a long search.",
        ("NO>PE signed: 24 F-16 Fighting Falcon",),
    ),
    (
        "The Norwegian minister said that the government had decided to sell 18 Norwegian F-16 jets to Peru.",
        ("NO>PE planned: 18 F-16 Fighting Falcon",),
    ),
    (
        "Peru and Sweden signed a contract on 3 May for three Swedish patrol boats. Peru and Sweden signed a contract for three "
        "boats, the minister said.",
        ("SE>PE signed 2024-05-03: 3 Swedish patrol boats",),
    ),
    ("20 drones from Turkey have been procured by the Nigerian Air Force.", ("TR>NG signed: 20 drones",)),
    # what sums are not the price
    (
        "The State Department approved a potential sale of four frigates to Greece for $5 billion alongside $2 billion worth of "
        "upgrades.",
        ("US>GR planned: 4 frigates = USD 5000000000",),
    ),
    (
        "Spain signed a deal with Elbit Systems for the PULS launcher worth EUR 600 million, of which Elbit would get EUR 130 "
        "million.",
        ("IL>ES signed: PULS = EUR 600000000",),
    ),
    # who was preferred
    (
        "The Chilean Air Force chose the KC-390 in 2023, preferring it to the C-130J of Lockheed Martin and the A400M of Airbus; "
        "its three aircraft are due to be handed over next year.",
        ("BR>CL signed 2023: 3 C-390 Millennium",),
    ),
    (
        "The two ministers of Greece and France have signed a letter of intent to open discussions for Greece to procure two FDI "
        "frigates.",
        ("FR>GR planned: 2 FDI",),
    ),
    (
        "Norway signed two contracts with Hanwha Aerospace in May. Under one, the firm will supply 24 K9 howitzers.",
        ("KR>NO signed 2024-05: 24 K9 Thunder",),
    ),
    # lists with the buyer behind the goods
    (
        "French arms sales\n\n- 12 Rafale to Croatia, 2021\n- 42 Rafale to Indonesia, 2022\n- option for six Rafale to Egypt\n",
        ("FR>HR signed 2021: 12 Rafale", "FR>ID signed 2022: 42 Rafale", "FR>EG considered: 6 Rafale"),
    ),
    (
        "Military aid to Ukraine\n\nNorway: 14 M109 howitzers. Purchase, not aid.\nSpain: six Leopard 2A4 tanks.\n",
        ("NO>UA signed: 14 M109", "ES>UA donated: 6 Leopard 2A4"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), FURTHER)
def test_parties_and_sums_of_news_pages(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected
