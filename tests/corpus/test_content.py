"""The content is complete, every reference resolves, and what is held out was not learned from."""

import re
import shutil
from collections import Counter
from itertools import chain, pairwise
from pathlib import Path

import pytest

from corpus import BUITEN, ITEM_IDS, PARTS, Content, ContentError, Guide, LinkKind
from corpus.content import FOLDER
from corpus.examples import load_examples

LINKED_BY_THE_HANDREIKING = {
    "norm",
    "routekaart",
    "nji-2020",
    "leidende-principes",
    "stelsel-in-groei",
    "basisfuncties",
    "expertteams",
    "expertisecentra",
    "accounthoudende-regios",
    "early-warning",
    "uitvoeringsvarianten",
}
SINCE_2026 = {"wvbj", "besluit-jeugdwet", "reele-prijs", "jeugdautoriteit-regiovisies"}
COORDINATING = {
    "Groningen": ["Groningen", "Friesland", "Drenthe"],
    "Enschede": ["Overijssel"],
    "Utrecht": ["Utrecht", "Flevoland"],
    "Amsterdam": ["Noord-Holland"],
    "Rotterdam": ["Zuid-Holland"],
    "Nijmegen": ["Gelderland"],
    "Eindhoven": ["Noord-Brabant", "Zeeland"],
    "Roermond": ["Limburg"],
}


def all_guides(content: Content) -> list[Guide]:
    return [*content.items.values(), *content.topics.values(), *content.documents.values()]


def words(text: str) -> int:
    return len(text.split())


def test_there_are_26_items_in_the_order_of_the_handreiking(content: Content) -> None:
    assert tuple(content.items) == ITEM_IDS
    assert len(content.items) == 26
    assert {item.part for item in content.items.values()} == set(PARTS)


def test_every_item_has_its_own_passage_at_its_own_place(content: Content) -> None:
    for item in content.items.values():
        passage = content.passages[f"handreiking/ad-{item.id.lower()}"]
        assert passage.place == item.place
        assert passage.page == {"1": "2", "2": "2", "3": "2", "4": "3", "5": "3"}.get(item.part, "4")
        assert passage.id in chain.from_iterable(s.references for s in item.asked), item.id


@pytest.mark.parametrize("item_id", ITEM_IDS)
def test_an_item_is_complete(content: Content, item_id: str) -> None:
    item = content.items[item_id]
    assert len(item.asked) >= 2
    assert item.why
    assert len(item.approach) >= 4
    assert len(item.who) >= 2
    assert len(item.pitfalls) >= 2
    assert len(item.next_questions) == 3
    assert item.related
    assert item.afspraken
    assert set(item.afspraken) <= set(range(1, 9))
    assert 2 <= len(item.elements) <= 6
    assert len({element.id for element in item.elements}) == len(item.elements)


@pytest.mark.parametrize("item_id", ITEM_IDS)
def test_the_fill_in_text_covers_every_element_with_blanks(content: Content, item_id: str) -> None:
    item = content.items[item_id]
    assert 80 <= words(item.template()) <= 200
    for element in item.elements:
        assert element.template.strip() in item.template()
    assert re.search(r"\[[^\]]+\]", item.template())
    assert 80 <= words(item.example.text) <= 200
    assert "[" not in item.example.text


def test_every_afspraak_lands_somewhere(content: Content) -> None:
    landed = Counter(number for item in content.items.values() for number in item.afspraken)
    assert set(landed) == set(range(1, 9))
    assert "5c" in {i.id for i in content.items.values() if 8 in i.afspraken}
    assert "5b" in {i.id for i in content.items.values() if 7 in i.afspraken}


def test_the_topic_afspraken_tells_each_of_the_eight_in_order(content: Content) -> None:
    asked = content.topics["afspraken"].asked
    for number in range(1, 9):
        assert f"Afspraak {number}" in asked[number - 1].text


def test_every_document_has_a_source_passages_and_a_guide(content: Content) -> None:
    for name in LINKED_BY_THE_HANDREIKING | SINCE_2026 | {"handreiking"}:
        assert content.sources[name].seen
        assert content.passages_of(name)
        assert name in content.documents
    named = {source.id for source in content.sources.values() if source.named_by_handreiking}
    assert named >= LINKED_BY_THE_HANDREIKING


def test_every_source_has_passages_and_words_to_find_it_by(content: Content) -> None:
    for source in content.sources.values():
        assert content.passages_of(source.id), source.id
        assert len(source.words) >= 3, source.id
        assert source.url_kind is LinkKind.GEEN or source.url.startswith("https://")


def test_the_table_of_municipalities_and_areas_is_complete(content: Content) -> None:
    text = content.passages["handreiking/gebieden"].text
    table = [line for line in text.splitlines() if line.startswith("|")]
    for municipality, areas in COORDINATING.items():
        row = next(line for line in table if line.startswith(f"| {municipality} "))
        assert all(area in row for area in areas)
    assert len(table) == len(COORDINATING) + 2


def test_the_oddities_are_told(content: Content) -> None:
    assert "vier" in content.passages["handreiking/ad-5b"].text
    assert "drie" in content.passages["handreiking/ad-5b"].text
    assert "geen datum" in content.passages["handreiking/inleiding"].text
    assert content.passages["routekaart/niet-gezien"].certainty == "niet gezien"


def test_every_statement_about_2026_is_dated(content: Content) -> None:
    for guide in all_guides(content):
        for statement in guide.sinds_2026:
            assert re.fullmatch(r"\d{4}(-\d{2}){0,2}", statement.dated), (guide.id, statement.text)


def test_the_glossary_has_over_a_hundred_terms_with_lay_words(content: Content) -> None:
    assert len(content.terms) >= 100
    assert all(term.words for term in content.terms.values())


def test_there_are_enough_example_questions(content: Content) -> None:
    examples = content.examples()
    counts = Counter(e.labels[0] for e in examples if len(e.labels) == 1 and not e.history)
    for label in content.guides:
        assert counts[label] >= 60, label
    assert counts[BUITEN] >= 300


NEAR = 0.8
"""Share of words two questions have in common from which they count as one."""


def bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def test_no_question_stands_twice_and_none_is_both_learned_from_and_held_out() -> None:
    learned = [bare(e.text) or e.text for e in load_examples(FOLDER) if not e.history]
    held = [bare(e.text) for e in load_examples(FOLDER, held_out=True) if not e.history]
    assert [text for text, count in Counter(learned).items() if count > 1] == []
    assert set(learned) & set(held) == set()


def test_what_is_held_out_is_really_new() -> None:
    learned = [set(bare(e.text).split()) for e in load_examples(FOLDER) if not e.history]
    near = [
        e.text
        for e in load_examples(FOLDER, held_out=True)
        if not e.history and len(words := set(bare(e.text).split())) > 3
        if any(len(words & other) >= NEAR * len(words | other) for other in learned)
    ]
    assert near == []


def test_no_two_guides_say_the_same_sentence(content: Content) -> None:
    texts = sorted(s.text for guide in content.guides.values() for s in guide.statements())
    assert [a for a, b in pairwise(texts) if a == b] == []


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The data files in a folder that may be changed."""
    for path in FOLDER.iterdir():
        if path.is_dir() and path.name not in ("__pycache__", "reading", "originelen"):
            shutil.copytree(path, tmp_path / path.name)
        elif path.suffix == ".toml":
            shutil.copy(path, tmp_path)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("checklist/1a.toml", "handreiking/ad-1a", "handreiking/ad-9z", "'1a' verwijst naar 'handreiking/ad-9z'"),
        ("checklist/1a.toml", 'verwant = ["1b"', 'verwant = ["9z"', "'1a' noemt als verwant '9z'"),
        ("checklist/1a.toml", 'id = "1a"', 'id = "1b"', "1a.toml"),
        ("checklist/1a.toml", "titel =", "tietel =", "1a.toml"),
        ("checklist/1a.toml", "[[kort]]", "[[kort]", "1a.toml"),
        ("bronnen.toml", 'id = "norm"', 'id = "handreiking"', "hetzelfde id"),
        ("bronnen.toml", 'url = "https://vng.nl', 'url = "http://vng.nl', "https://"),
        ("kennis/norm.md", "plaats:", "plek:", "norm.md"),
        ("kennis/norm.md", "{#wat}", "{#waarom}", "twee keer"),
    ],
)
def test_a_mistake_in_a_data_file_is_told_by_name(copy: Path, file: str, old: str, new: str, said: str) -> None:
    change(copy / file, old, new)
    with pytest.raises(ContentError, match=re.escape(said)):
        Content.load(copy)


def test_a_missing_checklist_file_is_told(copy: Path) -> None:
    (copy / "checklist" / "3b.toml").unlink()
    with pytest.raises(ContentError, match="3b"):
        Content.load(copy)


def test_a_question_for_a_guide_that_does_not_exist_is_told(copy: Path) -> None:
    (copy / "vragen" / "9z.txt").write_text("Wat is dit?\n", encoding="utf-8")
    with pytest.raises(ContentError, match="9z"):
        Content.load(copy).examples()


def test_the_fingerprint_changes_with_any_file(copy: Path) -> None:
    before = Content.load(copy).fingerprint()
    change(copy / "vragen" / "1a.txt", "\n", "\nNog een vraag over de opgave?\n")
    assert Content.load(copy).fingerprint() != before
