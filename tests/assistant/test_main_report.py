"""`python -m assistant toets --rapport` as the contract promises it."""

from pathlib import Path

import pytest

from assistant import __main__ as command
from assistant.review import Review
from corpus import Content
from corpus.reading import read_document
from tests.assistant.reviews import DRAFT, a_review


class Reviewing:
    """Stands in for the assistant: gives the review made by hand, whatever the text."""

    def __init__(self, content: Content) -> None:
        self.content = content

    def open(self, store: Path, model: str | None) -> "Reviewing":
        return self

    def review(self, text: str, not_applicable: tuple[str, ...]) -> Review:
        return a_review(self.content)


@pytest.fixture
def draft(content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(command, "Assistant", Reviewing(content))
    path = tmp_path / "concept.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_the_report_is_written_besides_the_answer(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = draft.with_name("uit.docx")
    assert command.main(["toets", str(draft), "--rapport", str(report)]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("# Toets aan de checklist")
    assert said.err == f"Rapport geschreven naar '{report}'.\n"
    assert "Concept: concept.md" in read_document(report).text


@pytest.mark.parametrize("name", ["uit.pdf", "weg/uit.docx", "concept.md"])
def test_a_report_that_cannot_be_written_gets_one_sentence_and_1(
    draft: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["toets", str(draft), "--rapport", str(draft.parent / name)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Kan '")
    assert len(said.err.splitlines()) == 1
    assert draft.read_text(encoding="utf-8") == DRAFT


def test_a_batch_has_no_report(draft: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(["toets", "--batch", str(draft), "--rapport", str(draft.with_name("uit.docx"))])
    assert ended.value.code == 2
