"""Dialogues: partners that each have a day of their own, agreement reached at talks, units where people meet, means of working together."""

from __future__ import annotations

import pytest
from test_builders_dialogues import dialogues, who

Met = set[tuple[str, str | None]]


def _days(text: str, own: str) -> Met:
    """The partners of ``own`` with the days on which they met."""
    found = (r for r in dialogues(text) if r.kind.value in ("ministerial", "summit", "other", "dialogue"))
    return {
        (" ".join(r.name.split("-")[1:]) or r.name, r.date.edtf if r.date else None) for r in found if own in r.name
    }


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Norwegian Defence Minister Ole Hansen held meetings with Finnish Defence Minister Antti Kaikkonen in April 2017, Danish Foreign "
         "Minister Lars Rasmussen in January 2018 and Estonian Prime Minister Kaja Kallas in August 2018.",
         {("Kaikkonen meeting", "2017-04"), ("Rasmussen meeting", "2018-01"), ("Kallas meeting", "2018-08")}),
        ("Turkish President Recep Hansen had summits with French President Emmanuel Macron on 3 May 2025, German Chancellor Friedrich "
         "Merz on 6 May 2025 and Polish President Andrzej Duda on 9 May 2025.",
         {("Macron summit", "2025-05-03"), ("Merz summit", "2025-05-06"), ("Duda summit", "2025-05-09")}),
        ("Norwegian Defence Minister Ole Hansen held meetings with Finnish Defence Minister Antti Kaikkonen in April 2017 and with Danish "
         "Foreign Minister Lars Rasmussen in January 2018.",
         {("Kaikkonen meeting", "2017-04"), ("Rasmussen meeting", "2018-01")}),
        ("Norwegian Defence Minister Ole Hansen met Finnish Defence Minister Antti Kaikkonen in April 2017, Danish Foreign Minister Lars "
         "Rasmussen in January 2018 and Estonian Prime Minister Kaja Kallas in August 2018.",
         {("Kaikkonen meeting", "2017-04"), ("Rasmussen meeting", "2018-01"), ("Kallas meeting", "2018-08")}),
        ("Norwegian Defence Minister Ole Hansen had separate meetings with Finnish Defence Minister Antti Kaikkonen on 3 May 2025 and "
         "Danish Foreign Minister Lars Rasmussen on 4 May 2025.",
         {("Kaikkonen meeting", "2025-05-03"), ("Rasmussen meeting", "2025-05-04")}),
        # one day for all, and a date behind which something else begins
        ("Norwegian Defence Minister Ole Hansen held meetings with Finnish Defence Minister Antti Kaikkonen and Danish Foreign Minister "
         "Lars Rasmussen on 4 May 2025.", {("Kaikkonen meeting", "2025-05-04"), ("Rasmussen meeting", "2025-05-04")}),
        ("Norwegian Defence Minister Ole Hansen held meetings with Finnish Defence Minister Antti Kaikkonen in Oslo on 5 May 2025, and "
         "the Philippines was visited by frigates in June 2025.", {("Kaikkonen meeting", "2025-05-05")}),
    ],
)  # fmt: skip
def test_each_partner_has_a_day(text: str, days: Met) -> None:
    assert _days(text, "Hansen") == days


@pytest.mark.parametrize("what", ["the understanding", "this agreement", "a consensus", "an accord", "the same view"])
@pytest.mark.parametrize("when", ["during their talks", "at their meeting", "in talks"])
def test_those_who_reach_something_at_talks_have_met(what: str, when: str) -> None:
    text = f"Norwegian Defence Minister Ole Hansen and Dutch Defence Minister Piet Bakker reached {what} {when} in Oslo on 4 March 2024."
    assert [(r.name, r.place, r.date.edtf if r.date else None) for r in dialogues(text)] == [
        ("Hansen-Bakker meeting", "Oslo", "2024-03-04")
    ]


def test_an_accord_reached_before_does_not_tell_who_came() -> None:
    text = "Norwegian Defence Minister Ole Hansen and Dutch Defence Minister Piet Bakker praised the accord reached at talks in Oslo."
    assert list(dialogues(text)) == []


@pytest.mark.parametrize(
    "where",
    [
        "at the Dutch Air Force's 2nd Training Wing",
        "at the 43rd Mechanised Brigade in Havelte",
        "at the 11th Airmobile Brigade",
        "at the 13th Light Brigade in Oirschot",
        "at the 1st Fighter Wing",
    ],
)
def test_a_unit_where_people_meet_takes_no_part(where: str) -> None:
    text = f"Estonian Defence Minister Hanno Pevkur and Dutch Defence Minister Piet Bakker met {where} on 5 May 2025."
    assert [who(text, r) for r in dialogues(text)] == [["EE", "Hanno Pevkur", "NL", "Piet Bakker"]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Estonia's deputy defence minister Kaarel Mets visited Seoul in May 2025. Mets spoke with South Korean Defence Minister Ahn "
         "Gyu-back about military cooperation.", "ministerial"),
        ("Estonian Defence Minister Kaarel Mets arrived in Warsaw on Monday. He spoke with Polish Defence Minister Jan Nowak about "
         "shells.", "ministerial"),
        ("Estonian Defence Minister Kaarel Mets spoke with Polish Defence Minister Jan Nowak about shells on Monday.", "phone_call"),
        ("Estonian Defence Minister Kaarel Mets visited Seoul in May 2025. In June Mets spoke by phone with South Korean Defence "
         "Minister Ahn Gyu-back.", "phone_call"),
        ("Estonian Defence Minister Kaarel Mets visited Seoul in May 2025. Mets spoke with Polish Defence Minister Jan Nowak about "
         "shells.", "phone_call"),
    ],
)  # fmt: skip
def test_who_speaks_on_a_visit_is_there(text: str, kind: str) -> None:
    assert [r.kind.value for r in dialogues(text) if r.kind.value != "visit"] == [kind]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("agreed to cooperate through regional forums, including the Andaman Sea Symposium in June", 0),
        ("will work together via gatherings such as the Andaman Sea Symposium in June", 0),
        ("attended events including the Andaman Sea Symposium in June", 1),
        ("attended the Andaman Sea Symposium in June", 1),
    ],
)
def test_means_of_working_together(words: str, found: int) -> None:
    text = f"Indian Defence Minister Arun Rao and Thai Defence Minister Somchai Wong {words}."
    assert sum(r.kind.value == "forum" for r in dialogues(text)) == found


@pytest.mark.parametrize("made", ["manufactured by", "made by", "built by", "produced by", "developed by"])
def test_the_maker_of_goods_takes_no_part_in_the_talks(made: str) -> None:
    text = (
        "Norwegian Defence Minister Ole Hansen and Dutch Defence Minister Piet Bakker held talks in Oslo on 4 March 2024. "
        f"The talks came as Norway is seeking to sell 54 missiles, {made} Hanwha Aerospace, to the Netherlands."
    )
    assert [who(text, r) for r in dialogues(text)] == [["NL", "NO", "Ole Hansen", "Piet Bakker"]]
