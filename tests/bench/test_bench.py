"""The parts of the benchmark that could be wrong without anyone seeing it."""

import ast
from pathlib import Path

import pytest

from corpus import Content
from tests.bench.compare import SIZES
from tests.bench.laws import ECHOES, Words, law_task
from tests.bench.measures import ranking, ranks, reciprocal, share_within
from tests.bench.questions import loose, whole_guides
from tests.bench.setups import ENGINES
from tests.bench.tables import Better, Column, Table
from tests.bench.types import Found


@pytest.mark.parametrize("name", ECHOES)
def test_the_law_like_set_is_the_same_every_time_and_no_heading_stands_in_a_passage(name: str) -> None:
    task = law_task(200, 50, ECHOES[name])
    assert task == law_task(200, 50, ECHOES[name])
    assert len(set(task.texts)) == 200
    assert not any(query.lower() in text.lower() for query in task.queries for text in task.texts)


def test_there_are_enough_different_articles_for_the_largest_collection() -> None:
    words = Words.from_folder()
    assert len(words.subjects) * len(words.rules) * len(words.circumstances) >= max(SIZES)


def test_a_label_is_ranked_by_its_best_text_or_by_the_sum_of_the_first_ones() -> None:
    hits = [Found(0, 5.0), Found(1, 3.0), Found(2, 3.0), Found(3, 1.0)]
    labels = [("a",), ("b",), ("b",), ("c",)]
    assert ranking(hits, labels, 1) == ["a", "b", "c"]
    assert ranking(hits, labels, 3) == ["b", "a", "c"]


def test_measures_count_what_they_say() -> None:
    places = ranks([["x", "y"], ["y", "x"], ["y"]], ["x", "x", "x"])
    assert places == [1, 2, 0]
    assert share_within(places, 1) == pytest.approx(1 / 3)
    assert reciprocal(places) == pytest.approx(0.5)


def test_held_out_questions_are_not_among_the_documents_that_peers_learn(content: Content) -> None:
    held_out = {question.text for question in content.examples(held_out=True)}
    assert not held_out & set(loose(content).texts)
    assert len(whole_guides(content).texts) == len(content.guides)


def test_every_engine_that_takes_part_exists() -> None:
    for program, engines in ENGINES.items():
        tree = ast.parse((Path(__file__).parent / "peers" / f"with_{program}.py").read_text(encoding="utf-8"))
        made = next(node.value for node in tree.body if isinstance(node, ast.Assign) and _name(node) == "ENGINES")
        assert isinstance(made, ast.Dict)
        assert set(engines) <= {key.value for key in made.keys if isinstance(key, ast.Constant)}


def _name(node: ast.Assign) -> str:
    target = node.targets[0]
    return target.id if isinstance(target, ast.Name) else ""


def test_a_table_is_written_in_dutch_and_says_where_another_is_better() -> None:
    columns = (Column("a"), Column("b"), Column("hit@1", 2, Better.HIGH), Column("ms", 1, Better.LOW))
    table = Table(columns, (("wij", "x", 0.5, 1000.0), ("zij", "y", 0.6, 2000.0), ("hen", "z", 0.4, 990.0)))
    assert "| wij | x | 0,50 | 1.000,0 |" in table.markdown()
    assert list(table.behind()) == ["hit@1: zij (y) 0,60 tegen 0,50"]
