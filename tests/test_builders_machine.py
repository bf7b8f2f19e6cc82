"""The machine that all builders share: sentences as tokens, verb groups, clauses, and frames with their places."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

import kordef.builders.grammar.triggers as triggers_room
from kordef import catalogue, extract, read_text
from kordef.builders import page_of
from kordef.builders.grammar.clauses import clauses_of
from kordef.builders.grammar.frames import Match, find, load
from kordef.builders.grammar.tokens import Line, position_of
from kordef.builders.grammar.verbs import forms_of, group_before
from kordef.errors import CatalogueError
from kordef.mentions import find as find_mentions
from kordef.vocabulary import Modality


def line_of(text: str) -> Line:
    document = read_text("sentence.txt", text)
    known = catalogue.load()
    (line,) = page_of(document, find_mentions(document, known), known).lines
    return line


def shown(line: Line) -> list[str]:
    return [t.text if t.kind in ("word", "mark") else f"{t.kind}:{t.text}" for t in line.tokens]


def position(line: Line, word: str) -> int:
    return next(n for n, t in enumerate(line.tokens) if t.text == word)


# ---- tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        (
            "Poland ordered 24 additional K9 howitzers.",
            ["actor:Poland", "ordered", "value:24 additional K9 howitzers", "weapon:K9 howitzers", "."],
        ),
        (
            "South Korean Foreign Minister Cho Tae-yul met Radek Sikorski in Warsaw.",
            ["actor:Cho Tae-yul", "met", "actor:Radek Sikorski", "in", "actor:Warsaw", "."],
        ),
        (
            "Norway’s contract, worth NOK 1.8 billion, was signed on 20 December 2017.",
            "actor:Norway|’s|contract|,|worth|value:NOK 1.8 billion|,|was|signed|on|date:20 December 2017|.".split("|"),
        ),
        (
            "The deal covers 180 vehicles over three years.",
            ["the", "deal", "covers", "value:180 vehicles", "over", "value:three years", "."],
        ),
        (
            "Estonia received 12 K9 Thunder in 2020",
            ["actor:Estonia", "received", "value:12 K9 Thunder", "weapon:K9 Thunder", "in", "date:2020"],
        ),
    ],
)
def test_mentions_stand_in_place_of_their_words(text: str, tokens: list[str]) -> None:
    line = line_of(text)
    found = [
        f"{t.kind}:{text[t.mention.start : t.mention.end]}"
        if t.kind in ("actor", "weapon") and t.mention is not None
        else s
        for t, s in zip(line.tokens, shown(line), strict=True)
    ]
    assert found == tokens


def test_tokens_keep_their_place_in_the_text() -> None:
    text = "Seoul’s navy and Oslo agreed on 5 May 2024 to share 40 % of the cost."
    line = line_of(text)
    previous = 0
    for token in line.tokens:
        assert previous <= token.start < token.end <= len(text)
        assert not text[previous : token.start].strip()
        previous = token.end
        assert line.tokens[position_of(line, token)] is token


def test_words_know_the_nouns_of_counts() -> None:
    assert {"framework", "agreements", "signed"} <= line_of("Poland signed three framework agreements.").words


# ---- verbs


@pytest.mark.parametrize(
    ("lemma", "words"),
    [
        ("order", ["order", "orders", "ordered", "ordered", "ordering"]),
        ("supply", ["supply", "supplies", "supplied", "supplied", "supplying"]),
        ("deploy", ["deploy", "deploys", "deployed", "deployed", "deploying"]),
        ("ship", ["ship", "ships", "shipped", "shipped", "shipping"]),
        ("buy", ["buy", "buys", "bought", "bought", "buying"]),
        ("patrol", ["patrol", "patrols", "patrolled", "patrolled", "patrolling"]),
        ("permit", ["permit", "permits", "permitted", "permitted", "permitting"]),
        ("expel", ["expel", "expels", "expelled", "expelled", "expelling"]),
        ("visit", ["visit", "visits", "visited", "visited", "visiting"]),
        ("begin", ["begin", "begins", "began", "begun", "beginning"]),
        ("oversee", ["oversee", "oversees", "oversaw", "overseen", "overseeing"]),
        ("undergo", ["undergo", "undergoes", "underwent", "undergone", "undergoing"]),
        ("tie", ["tie", "ties", "tied", "tied", "tying"]),
        ("traffic", ["traffic", "traffics", "trafficked", "trafficked", "trafficking"]),
        ("total", ["total", "totals", "totalled", "totalled", "totalling", "totaled", "totaled", "totaling"]),
        ("take", ["take", "takes", "took", "taken", "taking"]),
        ("agree", ["agree", "agrees", "agreed", "agreed", "agreeing"]),
        ("deliver", ["deliver", "delivers", "delivered", "delivered", "delivering"]),
        (
            "travel",
            ["travel", "travels", "travelled", "travelled", "travelling", "traveled", "traveled", "traveling"],
        ),
    ],
)
def test_inflection(lemma: str, words: list[str]) -> None:
    assert [word for word, _ in forms_of(lemma)] == words


GROUPS = [
    ("Poland signed the contract.", "signed", "plain", "asserted", ""),
    ("Poland has signed the contract.", "signed", "done", "asserted", ""),
    ("Poland has since signed the contract.", "signed", "done", "asserted", ""),
    ("The contract was signed by Poland.", "signed", "plain", "asserted", "passive"),
    ("The contract has been signed.", "signed", "done", "asserted", "passive"),
    ("The contract has not been signed.", "signed", "plain", "asserted", "passive negated"),
    ("The contract will be signed.", "signed", "future", "planned", "passive"),
    ("The contract is expected to be signed.", "signed", "future", "expected", "passive"),
    ("Poland plans to sign the contract.", "sign", "future", "planned", ""),
    ("Poland may sign the contract.", "sign", "future", "possible", ""),
    ("Poland could soon sign the contract.", "sign", "future", "possible", ""),
    ("Poland would sign the contract.", "sign", "future", "conditional", ""),
    ("Poland reportedly signed the contract.", "signed", "plain", "asserted", ""),
    ("Poland did not sign the contract.", "sign", "plain", "asserted", "negated"),
    ("Poland never signed the contract.", "signed", "plain", "asserted", "negated"),
    ("Poland refused to sign the contract.", "sign", "plain", "asserted", "negated"),
    ("Poland is considering buying the tanks.", "buying", "considering", "possible", ""),
    ("Poland agreed to buy the tanks.", "buy", "agreed", "asserted", ""),
    ("Poland is negotiating to buy the tanks.", "buy", "negotiating", "planned", ""),
    ("Poland should buy the tanks.", "buy", "future", "expected", ""),
]


@pytest.mark.parametrize(("text", "word", "aspect", "modality", "marks"), GROUPS, ids=[g[0] for g in GROUPS])
def test_what_stands_before_a_verb_changes_its_meaning(
    text: str, word: str, aspect: str, modality: str, marks: str
) -> None:
    line = line_of(text)
    group = group_before(line.tokens, position(line, word))
    assert group.aspect == aspect
    assert group.modality is Modality(modality)
    assert (group.passive, group.negated) == ("passive" in marks, "negated" in marks)


# ---- clauses


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Poland plans to buy tanks and has ordered howitzers.", ["plans", "buy", "ordered"]),
        ("The howitzers bought by Norway were delivered in 2020.", ["bought", "delivered"]),
        ("Hanwha, which builds the K9, won the order.", ["builds", "won"]),
        ("The order for tanks includes spares and two visits.", ["includes"]),
        ("Visits and exercises are planned.", ["planned"]),
    ],
)
def test_verbs_are_told_from_nouns(text: str, verbs: list[str]) -> None:
    line = line_of(text)
    assert [line.tokens[v.head].text for v in clauses_of(line).verbs] == verbs


def test_clauses_of_a_sentence_are_made_once() -> None:
    line = line_of("Poland ordered tanks.")
    assert clauses_of(line) is clauses_of(line)


# ---- frames


def roles(text: str, name: str = "transfers") -> list[tuple[str, dict[str, list[str]]]]:
    def words(match: Match) -> dict[str, list[str]]:
        return {
            role: [text[t.start : t.end] for t in tokens if t.kind != "date"] for role, tokens in match.roles.items()
        }

    return [(m.frame.id, {r: w for r, w in words(m).items() if w}) for m in find(line_of(text), load(name))]


ACTIVE = {"recipient": ["Norway"], "items": ["24", "K9 howitzers"]}
PLACES = [
    ("Norway ordered 24 K9 howitzers.", ACTIVE),
    ("Norway has ordered 24 K9 howitzers.", ACTIVE),
    ("In 2017 Norway ordered 24 K9 howitzers.", ACTIVE),
    ("24 K9 howitzers were ordered by Norway.", ACTIVE),
    ("Norway, a member of the alliance, ordered 24 K9 howitzers.", ACTIVE),
]


@pytest.mark.parametrize(("text", "expected"), PLACES, ids=[p[0] for p in PLACES])
def test_places_are_the_same_however_the_sentence_is_turned(text: str, expected: dict[str, list[str]]) -> None:
    found = dict(roles(text))
    (order,) = found.values()
    assert {role: order.get(role) for role in expected} == expected


@pytest.mark.parametrize(
    "text",
    ["The order of the day was silence.", "Norway and Poland talked.", "In order to rest, Norway left."],
)
def test_a_sentence_without_a_verb_of_transfer_has_no_act(text: str) -> None:
    assert not [m for m in find(line_of(text), load("transfers")) if not m.noun]


def test_longer_triggers_win() -> None:
    found = [m.frame.id for m in find(line_of("Norway took delivery of 24 K9 howitzers."), load("transfers"))]
    assert len(found) == 1


@pytest.fixture
def more_frames(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """The package's frames of transfers with further ones behind them, as somebody who extends the data would write them."""

    def extend(text: str) -> None:
        folder = tmp_path / "data"
        shutil.copytree(str(files("kordef.builders").joinpath("data")), folder)
        with (folder / "transfers.toml").open("a", encoding="utf-8") as file:
            file.write(text)
        monkeypatch.setattr(triggers_room, "files", lambda _: tmp_path)
        load.cache_clear()

    yield extend
    monkeypatch.undo()
    load.cache_clear()


def transfers(text: str) -> list[tuple[str, str | None, str | None]]:
    records = extract(read_text("x.txt", text)).records
    names = {r.id: getattr(r, "code", None) for r in records if r.type == "actor"}
    return [
        (str(r.stage), names.get(r.supplier), names.get(r.recipient))  # type: ignore[attr-defined]
        for r in records
        if r.type == "transfer"
    ]


def test_a_new_trigger_needs_no_code(more_frames) -> None:  # type: ignore[no-untyped-def]
    text = "Norway glomped 24 K9 howitzers from South Korea in 2017."
    assert transfers(text) == []
    more_frames(
        """
[[frame]]
id = "glomp"
verbs = ["glomp"]
roles = { subject = "recipient", object = "items", from = "supplier" }
part = "act"
stage = "signed"
examples = []
"""
    )
    assert transfers(text) == [("signed", "KR", "NO")]
    assert transfers("Norway did not glomp 24 K9 howitzers from South Korea.") == []


def test_a_frame_without_a_trigger_is_an_error(more_frames) -> None:  # type: ignore[no-untyped-def]
    more_frames('\n[[frame]]\nid = "nothing"\nroles = { subject = "recipient" }\n')
    with pytest.raises(CatalogueError, match=r"transfers\.toml: a frame needs an id and verbs or nouns"):
        load("transfers")


@pytest.mark.parametrize("name", ["transfers", "agreements", "dialogues", "deployments", "events"])
def test_every_frame_is_found_by_one_of_its_words(name: str) -> None:
    frames = load(name)
    for frame in frames.frames:
        assert frame.roles or frame.noun_roles or frame.settings, frame.id
        assert any(phrase.split()[0] in frames.words for phrase in (*frame.verbs, *frame.nouns)), frame.id
