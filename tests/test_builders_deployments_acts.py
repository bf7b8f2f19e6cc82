"""Deployments told in plain words: verbs that belong to many worlds, forces beside those told of, lists and bases."""

from __future__ import annotations

import pytest
from test_builders_deployments import read, summary

from kordef.builders.grammar.frames import Frame, load
from kordef.evidence import unsupported

FRAMES = [(f, n) for f in load("deployment_acts").frames for n in range(len(f.examples))]


@pytest.mark.parametrize(("frame", "number"), FRAMES, ids=[f"{f.id}-{n}" for f, n in FRAMES])
def test_the_examples_of_a_frame_hold(frame: Frame, number: int) -> None:
    example = dict(frame.examples[number])
    page, found = read(example.pop("text"))
    assert found
    got = summary(page, found[0])
    assert {k: got[k] for k in example} == example


def test_every_frame_has_an_example() -> None:
    assert [f.id for f in load("deployment_acts").frames if not f.examples] == []


SENTENCES: list[tuple[str, list[dict[str, object]]]] = [
    # going and being somewhere
    ("Two Canadian frigates slipped out of Halifax on Sunday.", [{"actors": ["CA"], "place": "Halifax", "strength": 2}]),
    ("US Marines came ashore at Da Nang on 9 May 2023.", [{"actors": ["US"], "place": "Da Nang", "period": "2023-05-09"}]),
    ("Some 300 Chilean soldiers stepped off the ferry in Cyprus.", [{"actors": ["CL"], "place": "Cyprus"}]),
    ("Around 900 American troops remain in the east of Syria.", [{"actors": ["US"], "strength": 900}]),
    ("Irish soldiers will make room for others at Camp Shamrock in Lebanon.", [{"actors": ["IE"]}]),
    # sending, lending, keeping
    ("Fiji has offered 170 infantrymen to the multinational force in the Sinai.", [{"actors": ["FJ"], "strength": 170}]),
    ("Washington is thinning out its troops in Niger.", [{"actors": ["US"], "place": "Niger"}]),
    (
        "Norway has attached a frigate to the British carrier strike group, and Canada the frigate HMCS Toronto.",
        [{"actors": ["NO"]}, {"actors": ["CA"]}],
    ),
    ("The tanks that Paris keeps at Cincu in Romania stayed in their sheds.", [{"actors": ["FR"]}]),
    ("Kenya supplies the bulk of the security mission in Haiti.", [{"actors": ["KE"], "place": "Haiti"}]),
    # whose forces they are
    ("French, Belgian and Romanian troops spent two weeks in Latvia.", [{"actors": ["BE", "FR", "RO"], "place": "Latvia"}]),
    ("Escorted by the Greek frigate Psara, a tanker passed Djibouti on 2 May 2023.", [{"actors": ["GR"]}]),
    ("Sudan welcomed the Turkish frigate Gediz at Port Sudan.", [{"actors": ["TR"], "kind": "port_call"}]),
    # bases
    ("Russia holds on to its naval base at Tartus in Syria.", [{"actors": ["RU"], "place": "Tartus in Syria"}]),
    ("Camp Sahel in Niger is the largest base that Italy has in the region.", [{"actors": ["IT"]}]),
    # who is there beside those told of
    (
        "Canada leads the brigade in Latvia. A Slovenian platoon looks after chemical defence, and the Danes, 700 strong, turn up for "
        "six months of each year.",
        [{"actors": ["CA"]}, {"actors": ["SI"]}, {"actors": ["DK"], "strength": 700}],
    ),
    (
        "Kenyan troops landed in Haiti in June 2023. Belizean and Jamaican contingents are counted in double digits.",
        [{"actors": ["KE"]}, {"actors": ["BZ", "JM"]}],
    ),
    # how long they stay
    (
        "A British carrier strike group left Portsmouth on 22 April 2023 on an eight-month voyage to the Pacific.",
        [{"actors": ["GB"], "place": "Pacific", "period": "2023-04-22/2023-12"}],
    ),
    (
        "The Indian destroyer Delhi berthed at Manila on 1 August 2023 for a five-day goodwill stay.",
        [{"actors": ["IN"], "period": "2023-08-01/2023-08-05"}],
    ),
    (
        "French troops arrived in Romania on 3 March 2023 for two weeks of work on the ranges.",
        [{"actors": ["FR"], "place": "Romania", "period": "2023-03-03/2023-03-16"}],
    ),
    # an operation by its name, and who serves it
    (
        "Sweden has put three warships at the disposal of Baltic Sentry, the NATO effort to guard cables that began on 14 January 2024. The "
        "Dutch frigate Tromp patrols the Gulf of Finland.",
        [
            {"actors": ["SE"], "period": "2024-01", "strength": 3},
            {"actors": ["NATO"], "kind": "operation", "period": "2024-01-14/.."},
            {"actors": ["NL"], "place": "Gulf of Finland", "period": "2024-01"},
        ],
    ),
    # words between commas, numbers alone, towns in no gazetteer
    ("Kenyan soldiers, the vanguard of a force of 2,500, stepped off a chartered jet here.", [{"actors": ["KE"]}]),
    (
        "Six hundred Nepalese blue helmets serve in South Sudan; another 350 guard the base at Naqoura in Lebanon.",
        [{"actors": ["NP"], "place": "South Sudan"}, {"actors": ["NP"], "place": "base at Naqoura in Lebanon"}],
    ),
    ("Moroccan and Israeli commandos trained side by side at Tifnit.", [{"actors": ["IL", "MA"], "place": "Tifnit"}]),
    ("Half of Ireland's 340 peacekeepers will be home from Lebanon in May.", [{"actors": ["IE"], "place": "Lebanon"}]),
    ("A Dutch Patriot battery has stood guard over Rzeszów since December 2022.", [{"actors": ["NL"], "period": "2022-12/.."}]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[s[0][:40] for s in SENTENCES])
def test_plain_words(text: str, expected: list[dict[str, object]]) -> None:
    page, found = read(text)
    assert all(unsupported(record) == () for record in found)
    got = [summary(page, record) for record in found]
    assert [{k: g[k] for k in e} for g, e in zip(got, expected, strict=True)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The order of the Portuguese navy has gone to Turkey.",
        "The helicopters come from Lockheed Martin's plant at Owego.",
        "The Polish air force chief flew to Sacheon in April.",
        "He runs the Europe division of Hanwha in Warsaw.",
        "Seoul supplied Norway's army with 16 launchers in Oslo.",
        "The yard handed over the frigate to the Polish Navy in Gdynia.",
        "It came on the heels of a meeting in Oslo.",
        "The Gripen remains in the race in Lisbon.",
        "The Norwegian army has no soldiers in Chad.",
        "French soldiers would have come to Mali.",
        "Russian soldiers attacked a village in Ukraine.",
        "Two Polish F-35s landed in Lisbon after their delivery from Fort Worth.",
        "Danish frigates carry missiles built in California.",
        "A Polish firm opened a base in Berlin for its couriers.",
        "For its new ships the Portuguese navy has gone to Turkey.",
        "The missile shield, a product of two firms, is to stand at Holzdorf.",
        "They come from a plant at Owego.",
        "The Danish brigade has no base in Latvia.",
        "Norway's handball players arrived in Lisbon.",
    ],
)
def test_near_misses(text: str) -> None:
    _, found = read(text)
    assert found == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Portugal agreed in May 2023 to bring home the aircraft it keeps in Chad, while leaving its quick reaction force of 180 "
            "paratroopers in Bangui.",
            {"actors": ["PT"], "place": "Chad"},
        ),
        (
            "Lisbon said that the rotation of a marine company through Lithuania will go on.",
            {"actors": ["PT"], "place": "Lithuania"},
        ),
        ("South Korea's frigate Daejeon is at sea with her sister.", {"actors": ["KR"]}),
        (
            "Italy leads a mission in Latvia, and Spain the Spanish-led battalion at Camp Adazi in Latvia.",
            {"actors": ["IT"]},
        ),
        (
            "The French crew of the frigate came alongside at Esquimalt in May 2023.",
            {"actors": ["FR"], "period": "2023-05"},
        ),
    ],
)
def test_pronouns_and_nouns_without_an_owner(text: str, expected: dict[str, object]) -> None:
    page, found = read(text)
    assert found
    got = summary(page, found[0])
    assert {k: got[k] for k in expected} == expected
