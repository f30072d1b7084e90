"""How far each item can be relied on is measured in folds."""

import pytest

from assistant.reliability_measuring import FOLDS, measure_reliability
from assistant.reviewing import Reviewer
from corpus import ITEM_IDS, Content, ExampleDraft
from index import Analyzer, StaticEncoder
from tests.assistant.judged import a_review


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
    assert tuple(found.measured) == ITEM_IDS
    assert all(row.f1 == 0 for row in found.measured.values())
