"""Words and vectors, alone and together."""

from pathlib import Path

import numpy as np
import pytest

from index import Index, Match, StaticEncoder
from index.lexical import LexicalIndex
from index.vectors import VectorIndex

TEXTS = {
    "wacht": "De gemeenten volgen de wachtlijsten en grijpen in als de wachttijd oploopt.",
    "tarief": "Aanbieders krijgen een reëel tarief voor de hulp die zij leveren.",
    "team": "Het expertteam bespreekt vastgelopen zaken met de lokale teams.",
}


@pytest.fixture(scope="module")
def index(encoder: StaticEncoder) -> Index:
    return Index.build(list(TEXTS), list(TEXTS.values()), encoder)


def search(index: Index, query: str, encoder: StaticEncoder, k: int = 3) -> list[str]:
    (hits,) = index.search([query], encoder.encode_queries([query]), k)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    return [hit.id for hit in hits]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("wachtlijst", "wacht"),
        ("eerlijke prijs voor leveranciers", "tarief"),
        ("vastgelopen casus deskundigen", "team"),
    ],
)
def test_the_nearest_text_comes_first(index: Index, encoder: StaticEncoder, query: str, wanted: str) -> None:
    assert search(index, query, encoder)[0] == wanted


def test_a_saved_index_finds_the_same(index: Index, encoder: StaticEncoder, tmp_path: Path) -> None:
    index.save(tmp_path / "index")
    opened = Index.open(tmp_path / "index")
    for query in ("wachtlijst", "tarieven", "xyzzy", ""):
        assert search(opened, query, encoder) == search(index, query, encoder)


def test_among_many_texts_candidates_are_chosen_first_and_the_best_are_the_same(
    index: Index, encoder: StaticEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    queries = ("wachtlijst", "tarieven voor aanbieders", "vastgelopen zaken", "xyzzy")
    every = [search(index, query, encoder, k=1) for query in queries]
    monkeypatch.setattr("index.search.ALL_COMPARED", 0)
    monkeypatch.setattr("index.search.CANDIDATES", 2)
    assert [search(index, query, encoder, k=1) for query in queries] == every


def test_k_limits_what_is_found(index: Index, encoder: StaticEncoder) -> None:
    assert len(search(index, "wachtlijst", encoder, k=1)) == 1


def test_an_index_of_nothing_is_refused(encoder: StaticEncoder) -> None:
    with pytest.raises(ValueError, match="at least one"):
        Index.build([], [], encoder)


def test_a_rarer_word_weighs_more() -> None:
    lexical = LexicalIndex.build([["regio", "wacht"], ["regio", "tarief"], ["regio", "team"]])
    scores = lexical.shares(["regio", "tarief"])
    assert scores.argmax() == 1
    assert scores[0] == scores[2] < scores[1]
    assert not lexical.shares(["onbekend"]).any()


def test_the_nearest_vector_is_the_one_with_the_highest_cosine() -> None:
    vectors = np.eye(3, dtype=np.float32)
    cosines, rows = VectorIndex.build(vectors).nearest(np.array([[0.6, 0.8, 0]], dtype=np.float32), 2)
    assert rows.tolist() == [[1, 0]]
    assert cosines.tolist() == [[pytest.approx(0.8), pytest.approx(0.6)]]
    assert np.array_equal(VectorIndex.build(vectors).all, vectors)


def match(index: Index, query: str, encoder: StaticEncoder, name: str) -> Match:
    found = index.matches(query, encoder.encode_queries([query])[0])
    assert [m.together for m in found] == sorted((m.together for m in found), reverse=True)
    return next(m for m in found if m.id == name)


def test_a_text_that_is_the_query_itself_matches_wholly(index: Index, encoder: StaticEncoder) -> None:
    whole = match(index, TEXTS["tarief"], encoder, "tarief")
    assert whole.meaning == pytest.approx(1, abs=1e-3)
    assert 0.3 < whole.words <= 1
    assert min(whole.words, whole.meaning) < whole.together < max(whole.words, whole.meaning)


def test_words_that_do_not_stand_there_count_against_a_match(index: Index, encoder: StaticEncoder) -> None:
    alone = match(index, "wachtlijst", encoder, "wacht")
    among = match(index, "wachtlijst fietsenstalling zwembad", encoder, "wacht")
    assert 0 < among.words < alone.words / 2
    assert match(index, "xyzzy", encoder, "wacht").words == 0


def test_a_match_weighs_the_same_in_another_index(encoder: StaticEncoder) -> None:
    other = Index.build(["a", "b"], [TEXTS["team"], TEXTS["wacht"]], encoder)
    both = Index.build(list(TEXTS), list(TEXTS.values()), encoder)
    here, there = (match(i, "vastgelopen zaken", encoder, n) for i, n in ((other, "a"), (both, "team")))
    assert here.meaning == there.meaning
    assert here.words == pytest.approx(there.words, abs=0.1)
