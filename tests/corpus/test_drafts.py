"""The example sentences and drafts are of their form, cover every element, and what is held out is apart."""

from collections import Counter
from pathlib import Path

import pytest

from corpus import ITEM_IDS, Content, ContentError, Meets
from corpus.drafts import HELD_OUT_EVERY, load_drafts, load_sentences


def test_every_element_has_sentences_that_meet_it_postpone_it_and_miss_it(content: Content) -> None:
    sentences = (*content.example_sentences(), *content.example_sentences(held_out=True))
    counts = Counter((s.item, s.element, s.meets) for s in sentences)
    for item in content.items.values():
        for element in item.elements:
            assert counts[item.id, element.id, Meets.JA] >= 15
            assert counts[item.id, element.id, Meets.HALF] >= 8
            assert counts[item.id, element.id, Meets.NEE] >= 8


def test_of_every_element_and_kind_a_sixth_of_the_sentences_is_held_out(content: Content) -> None:
    kinds = [
        Counter((s.item, s.element, s.meets) for s in content.example_sentences(held_out=held_out))
        for held_out in (False, True)
    ]
    learned, held_out = kinds
    assert all(held_out[kind] == (held_out[kind] + count) // HELD_OUT_EVERY >= 1 for kind, count in learned.items())


def test_no_sentence_is_both_learned_from_and_held_out(content: Content) -> None:
    texts = [{s.text for s in content.example_sentences(held_out=held_out)} for held_out in (False, True)]
    assert texts[0] & texts[1] == set()


def test_there_are_enough_judged_drafts_of_every_item(content: Content) -> None:
    learned, held_out = content.example_drafts(), content.example_drafts(held_out=True)
    assert len(learned) >= 150
    assert len(held_out) >= 60
    for drafts, least in ((learned, 9), (held_out, 3)):
        present = Counter(item for draft in drafts for item in draft.present)
        partial = Counter(item for draft in drafts for item in draft.partial)
        assert all(present[item] >= least and partial[item] >= 3 for item in ITEM_IDS)


def test_no_draft_is_both_learned_from_and_held_out(content: Content) -> None:
    texts = [{draft.text for draft in content.example_drafts(held_out=held_out)} for held_out in (False, True)]
    assert texts[0] & texts[1] == set()


def test_every_label_is_an_item(content: Content) -> None:
    for draft in (*content.example_drafts(), *content.example_drafts(held_out=True)):
        assert (draft.present | draft.partial) <= set(ITEM_IDS), draft.id


def test_there_are_texts_that_are_no_regiovisie(content: Content) -> None:
    assert len(content.other_texts()) >= 10


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("aanwezig: 1a\n\nTekst", "'---'"),
        ("aanwezig: 1a\n---\nTekst", "zonder bewijs"),
        ("aanwezig: 1a\nbewijs 1a: weg\n---\nTekst", "letterlijk"),
        ("aanwezig: 1a\ngedeeltelijk: 1a\nbewijs 1a: Tekst\n---\nTekst", "tegelijk"),
    ],
)
def test_a_mistake_in_a_draft_is_told(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "c1.txt").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=said):
        load_drafts(tmp_path)


@pytest.mark.parametrize("text", ["ja: zonder element", "[cijfers]\nmisschien: wat", "[cijfers]\nlos"])
def test_a_mistake_in_the_sentences_is_told_with_its_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "1a.txt").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=r"1a\.txt, regel [12]"):
        load_sentences(tmp_path)
