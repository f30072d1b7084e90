"""What a file does to its reader ends with the process that reads it, and is told in one clear sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

from corpus import InputError
from corpus.reading import apart, read_apart, read_document
from tests.corpus.bad_files import PDF
from tests.corpus.files import paragraph, pdf_of, printed, write_open_document, write_word


def hostile(harm: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A PDF whose reader does this harm."""
    monkeypatch.setattr(apart, "WORKER", (sys.executable, "-m", "tests.corpus.hostile", harm))
    path = tmp_path / "a.pdf"
    path.write_bytes(PDF)
    return path


@pytest.mark.parametrize("harm", ["spin", "wait", "crash", "leave", "eat", "go_on"])
def test_a_reader_that_hangs_crashes_or_eats_memory_is_stopped(
    harm: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if harm == "wait":
        monkeypatch.setattr(apart, "SILENT_SECONDS", 1.0)
    with pytest.raises(InputError, match=r"^Kan 'a\.pdf' niet lezen: het bestand is te ingewikkeld van opbouw\."):
        read_apart(hostile(harm, monkeypatch, tmp_path))


def test_what_a_reader_prints_is_not_taken_for_what_it_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert read_apart(hostile("shout", monkeypatch, tmp_path)).text == "tekst"


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".odt", ".html", ".md", ".txt"])
def test_a_document_read_apart_is_the_same_document(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"😀 een{ending}"
    if ending == ".pdf":
        path.write_bytes(pdf_of([printed("Wij kopen samen in.", "- Korte lijnen")] * 2, links=[("https://a.nl/b",)]))
    elif ending == ".docx":
        write_word(path, paragraph("Wij kopen samen in."))
    elif ending == ".odt":
        write_open_document(path, "<text:p>Wij kopen samen in.</text:p>")
    else:
        path.write_text("<h1>Inkoop</h1>\n\nWij kopen samen in.", encoding="utf-8")
    assert read_apart(path) == read_document(path)


def test_who_waits_hears_of_every_page(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of([printed("Tekst.")] * 4))
    heard: list[tuple[int, int]] = []
    read_apart(tmp_path / "a.pdf", lambda done, total: heard.append((done, total)))
    assert heard == [(number, 4) for number in range(1, 5)]


def test_who_stops_waiting_leaves_no_process_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of([printed("Tekst.")] * 50))
    started: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *arguments: object, **options: object) -> None:
            super().__init__(*arguments, **options)  # type: ignore[call-overload]
            started.append(self)

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess, "Popen", Noted)
    with pytest.raises(KeyboardInterrupt):
        read_apart(tmp_path / "a.pdf", stop)
    assert [process.poll() is None for process in started] == [False]


def test_the_process_starts_with_no_more_than_it_needs() -> None:
    heavy = ["torch", "numpy", "gradio", "sklearn", "faiss", "jinja2", "pypdf", "docx", "bs4", "index", "assistant"]
    said = "import sys, corpus.reading.worker; print([name for name in sys.argv[1:] if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", said, *heavy], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
