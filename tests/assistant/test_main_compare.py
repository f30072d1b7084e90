"""`python -m assistant toets NIEUW --eerder OUD`."""

import json
from pathlib import Path

import pytest

from assistant import __main__ as command
from corpus import Content
from corpus.reading import read_document
from tests.assistant.reviews import DRAFT
from tests.assistant.test_comparison import EARLIER, Reviewing


@pytest.fixture
def versions(content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """The names of the files with the later and the earlier version."""
    monkeypatch.setattr(Reviewing, "open", classmethod(lambda cls, store, model: cls(content)))
    monkeypatch.setattr(command, "Assistant", Reviewing)
    for name, text in (("nieuw.md", DRAFT), ("oud.md", EARLIER), ("kort.md", "Kort.")):
        (tmp_path / name).write_text(text.replace("\n", "\n\n"), encoding="utf-8")
    return str(tmp_path / "nieuw.md"), str(tmp_path / "oud.md")


def test_what_changed_is_told_with_the_review(versions: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    new, old = versions
    assert command.main(["toets", new, "--eerder", old]) == 0
    said = capsys.readouterr().out
    assert said.startswith("# Toets aan de checklist")
    assert "## Vergeleken met de vorige versie" in said
    assert "### Verbeterd (0)" in said
    assert command.main(["toets", new]) == 0
    assert "vorige versie" not in capsys.readouterr().out


def test_the_json_and_the_report_have_it_too(versions: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    new, old = versions
    report = Path(new).with_name("uit.docx")
    assert command.main(["toets", new, "--eerder", old, "--json", "--rapport", str(report)]) == 0
    row = json.loads(capsys.readouterr().out)
    assert row["text"] == read_document(Path(new)).text
    assert row["comparison"]["earlier_text"] == read_document(Path(old)).text
    assert len(row["comparison"]["changes"]) == len(row["findings"]) == 26
    assert "Vergeleken met de vorige versie" in read_document(report).text


def test_an_earlier_version_that_cannot_be_used_gets_one_sentence_and_1(
    versions: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    new, old = versions
    for name, said in (("weg.md", "weg.md"), ("kort.md", "Vergelijken lukt niet met de vorige versie.")):
        assert command.main(["toets", new, "--eerder", str(Path(old).with_name(name))]) == 1
        told = capsys.readouterr()
        assert (told.out, len(told.err.splitlines())) == ("", 1)
        assert said in told.err


def test_a_report_never_comes_in_the_place_of_the_earlier_version(
    versions: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    new, old = versions
    before = Path(old).read_text(encoding="utf-8")
    assert command.main(["toets", new, "--eerder", old, "--rapport", old]) == 1
    assert "dat is het bestand dat u laat lezen" in capsys.readouterr().err
    assert Path(old).read_text(encoding="utf-8") == before


def test_a_batch_and_standard_input_twice_are_wrong_usage(versions: tuple[str, str]) -> None:
    new, old = versions
    for arguments in (["toets", "--batch", new, "--eerder", old], ["toets", "-", "--eerder", "-"]):
        with pytest.raises(SystemExit) as ended:
            command.main(arguments)
        assert ended.value.code == 2
