"""Sentences: where one ends and where a full stop is only an abbreviation's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordef.reading.sentences import split


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split(text, 0, len(text))]


@pytest.mark.parametrize(
    "marked",
    [
        "He met Cho. | They spoke.",
        "M. H. Lee met S. Korea's minister. | J. A. Smith and A. A. Milne did not.",
        "He met Sikorski on Mar. 5 and Duda on Mar. 6. | The visit ended in Dec. 2024.",
        "HD Hyundai Industries Co. on Dec. 27 showed a ship. | It is new.",
        "Hanwha Aerospace Co., Ltd. signed. | Northrop Grumman Corp. of Huntsville did not.",
        "It belongs to Hyundai Rotem Co. | The firm builds tanks.",
        "The U.S. Army and U.S.-Korea ties are named. | He left the U.S. | It was late.",
        "He asked the U.S. President. | “In the U.S. we agree,” he said.",
        "Gen. Kim, Rep. Smith and Lt. Col. Park met Brig.-Gen. Lee in St. Petersburg. | Gov. Lee came.",
        "Seoul is No. 1 in Asia. | No. | He left.",
        "Foreign Secretary Ma. Theresa Lazaro met Cho. | He has an MA. | Theresa came.",
        "Gen. (ret.) Kim and Maj. Gen. (Ret.) Doe met Col. (res.) Levi. | Adm. (Retd.) Singh came.",
        "Lt. Col. Kim, Lt.Gen. Mark and Lt.Col. Ray came. | Sqn. Ldr. Roy met Wg. Cdr. Rao.",
        "Engr. Cruz and Atty. Reyes met Wm. Penn. | Pfc. Jo left.",
        "He is a general (ret.). | The army knows him. | John Doe (Ret.) | The army knew him.",
        "See Fig. 3. | Then read pp. 12–15 and Art. 5.",
        "The cost is approx. 5 billion won, i.e. $4 million, vs. $5 million before. | It fell.",
        "It cost $2.97 billion. | $4 billion followed. | €3 billion more came. | 155 mm shells were sent.",
        "Exports rose 2.5%. | The K9 has 3.5 m of steel.",
        "“Yes,” he said. | “No.” | She left.",
        '"Many nations are keen." | Cho said so.',
        "'Both sides agreed.' | 'Good,' he said.",
        'He asked: "Why?" and left. | "Stop!" he cried. | Why noodles? | Because.',
        "It ended (after 5 p.m. KST on Friday). | At 5 p.m. | The talks began.",
        "He paused... | Then he went. | Wait... what?",
        "(See Table 1.) | Then it ended. | (Yonhap)",
        "The minister said so. | (Image courtesy of Yonhap)",
        "One line\nends here. | \xa0 Another begins.".replace(" | \xa0 ", " | "),
        "The minister said.|The next sentence lost its blank.|And so on.",
        "Write to koreabizwire.com or www.mnd.go.kr. | Then wait.",
        "He was at the summit. | iPhones were not.".replace(" | ", " "),
        "한국은 수출했다. | 폴란드가 샀다.",
        "It fired 3 rounds! | 5 hit. | Plan B. | It works.",
        "The price was NOK 1.3 bn. | Norway paid.",
        "1. Deliveries begin in 2025.",
        "The ministry said . | The next one .",
    ],
)
def test_sentences_end_where_the_bars_stand(marked: str) -> None:
    parts = [part.strip() for part in marked.split("|")]
    assert sentences(marked.replace(" | ", " ").replace("|", "")) == parts


def test_sentences_lie_inside_their_block() -> None:
    text = "Outside. Inside one. Inside two. Outside."
    start, end = 9, 32
    assert [text[s.start : s.end] for s in split(text, start, end)] == ["Inside one.", "Inside two."]


@given(st.text(alphabet="AaB. \n\"'”)(!?…1—", max_size=80))
def test_sentences_cover_the_words_in_order(text: str) -> None:
    spans = split(text, 0, len(text))
    last = 0
    for span in spans:
        assert not text[last : span.start].strip()
        assert span.start < span.end
        last = span.end
    assert not text[last:].strip()
