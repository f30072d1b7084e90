"""How far each item can be relied on: kept in a file, for all items, and measured in folds."""

from pathlib import Path

import pytest

from assistant.reliability import FOLDS, Reliability, load_reliability, measure_reliability, save_reliability
from assistant.reviewing import Reviewer
from corpus import ITEM_IDS, Content, ExampleDraft
from index import Analyzer, StaticEncoder
from tests.assistant.judged import a_review


def test_the_file_has_every_item_with_drafts_behind_it(content: Content) -> None:
    stored = load_reliability()
    drafts = [*content.example_drafts(), *content.example_drafts(held_out=True)]
    assert tuple(stored) == ITEM_IDS
    for reliability in stored.values():
        assert 0.5 < reliability.f1 <= 1
        assert 10 <= reliability.drafts <= len(drafts)


def test_what_was_saved_is_read_back(tmp_path: Path) -> None:
    reliability = {"1a": Reliability(0.91, 24), "1b": Reliability(1.0, 3)}
    save_reliability(reliability, tmp_path / "r.json")
    assert load_reliability(tmp_path / "r.json") == reliability
    assert (tmp_path / "r.json").read_text(encoding="utf-8").count("\n") == 4


def test_every_draft_is_reviewed_once_by_a_judge_that_did_not_learn_from_it(
    content: Content, analyzer: Analyzer, encoder: StaticEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    learned: list[list[ExampleDraft]] = []
    reviewed: list[str] = []

    def learn(_content: Content, drafts: list[ExampleDraft], *_: object) -> None:
        learned.append(drafts)

    def review(_reviewer: Reviewer, text: str) -> object:
        assert text not in {draft.text for draft in learned[-1]}
        reviewed.append(text)
        return a_review(text, {})

    monkeypatch.setattr("assistant.judge_training.train_judge", learn)
    monkeypatch.setattr(Reviewer, "review", review)
    said: list[str] = []
    found = measure_reliability(content, analyzer, encoder, said.append)
    drafts = [*content.example_drafts(), *content.example_drafts(held_out=True)]
    assert sorted(reviewed) == sorted(draft.text for draft in drafts)
    assert len(learned) == len(said) == FOLDS
    assert set(found) == set(ITEM_IDS)
    assert all(reliability.f1 == 0 for reliability in found.values())
