"""Items that are judged less surely are marked, wherever a review is shown; without figures nothing is said."""

import io
import json
from pathlib import Path

import docx
import pytest

from assistant.reliability import SURE_FROM, Measured, Reliability
from assistant.reporting import report_as_word
from assistant.review import Review
from assistant.review_rendering import review_as_json, review_as_markdown
from assistant.wording import message
from corpus import ITEM_IDS, Content, ContentError
from tests.assistant.reviews import a_review

SAID = message("toets_controleer_zelf")


def stored(folder: Path, rows: object) -> Path:
    path = folder / "gemeten.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


@pytest.fixture
def marked(content: Content, tmp_path: Path) -> Review:
    """A review of which 5e was measured as less sure, and 1a as sure."""
    path = stored(tmp_path, {"1a": {"f1": SURE_FROM, "drafts": 24}, "5e": {"f1": SURE_FROM - 0.01, "drafts": 9}})
    return Reliability.open(path).marked(a_review(content))


def test_only_what_was_measured_below_the_floor_is_doubted(marked: Review) -> None:
    assert [finding.item for finding in marked.findings if finding.check_yourself] == ["5e"]


def test_what_was_saved_is_read_back(tmp_path: Path) -> None:
    reliability = Reliability({"1a": Measured(0.91, 24), "1b": Measured(1.0, 3)})
    reliability.save(tmp_path / "r.json")
    assert Reliability.open(tmp_path / "r.json") == reliability
    assert (tmp_path / "r.json").read_text(encoding="utf-8").count("\n") == 4


def test_without_figures_nothing_is_said(content: Content, tmp_path: Path) -> None:
    review = Reliability.open(tmp_path / "weg.json").marked(a_review(content))
    assert review == a_review(content)
    assert SAID not in review_as_markdown(review, content)


def test_what_does_not_apply_need_not_be_checked(content: Content) -> None:
    review = Reliability({"B2a": Measured(0.1, 5)}).marked(a_review(content))
    assert not any(finding.check_yourself for finding in review.findings)


def test_the_reader_is_told_in_markdown_word_and_json(marked: Review, content: Content) -> None:
    assert review_as_markdown(marked, content).count(SAID) == 1
    word = docx.Document(io.BytesIO(report_as_word(marked, content)))
    assert [paragraph.text for paragraph in word.paragraphs].count(SAID) == 1
    assert "gedeeltelijk, controleer zelf" in [cell.text for row in word.tables[1].rows for cell in row.cells]
    rows = review_as_json(marked)["findings"]
    assert [row["item"] for row in rows if row.get("check_yourself") is True] == ["5e"]
    assert sum("check_yourself" in row for row in rows) == 1


@pytest.mark.parametrize(
    "rows",
    [
        [],
        {"9z": {"f1": 0.9, "drafts": 3}},
        {"1a": 0.9},
        {"1a": {"f1": 1.2, "drafts": 3}},
        {"1a": {"f1": 0.9}},
        {"1a": {"f1": 0.9, "drafts": 0}},
    ],
)
def test_figures_of_another_form_are_refused_with_the_name_of_the_file(tmp_path: Path, rows: object) -> None:
    with pytest.raises(ContentError, match=r"'gemeten\.json' klopt niet"):
        Reliability.open(stored(tmp_path, rows))


def test_the_figures_that_come_with_the_program_can_be_read() -> None:
    measured = Reliability.open().measured
    assert tuple(measured) == ITEM_IDS
    assert all(0.5 < row.f1 <= 1 and row.drafts >= 10 for row in measured.values())
