"""`python -m tests.bench.reviews`: how long a review of 1 page and of 60 takes, from a Word file, and its memory."""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from time import perf_counter, process_time

from docx import Document

from assistant import Assistant
from assistant.assistant import DEFAULT_STORE
from corpus import Content
from corpus.reading import read_document
from tests.bench.measures import peak_mb
from tests.bench.setups import last_line

WORDS_A_PAGE = 450
PAGES = (1, 60)
ROUNDS = 5


@dataclass(frozen=True)
class Timed:
    """Medians over ROUNDS reviews of a file, in seconds; `peak_mb` is the most memory of the process so far."""

    pages: int
    read_s: float
    review_s: float
    processor_s: float
    peak_mb: float


def main() -> int:
    """Print the figures; the store is filled by another process first, so that only opening it counts."""
    content = Content.load()
    with tempfile.TemporaryDirectory() as folder:
        files = {pages: _written(Path(folder) / f"{pages}.docx", content, pages) for pages in PAGES}
        last_line([sys.executable, "-m", "assistant", "toets", str(files[1]), "--store", str(DEFAULT_STORE)])
        assistant = Assistant.open()
        assistant.review(read_document(files[1]).text)
        for pages, path in files.items():
            print(_timed(assistant, path, pages), flush=True)
    return 0


def _timed(assistant: Assistant, path: Path, pages: int) -> Timed:
    started = perf_counter()
    text = read_document(path).text
    read_s = perf_counter() - started
    rounds = []
    for _ in range(ROUNDS):
        started, worked = perf_counter(), process_time()
        assistant.review(text)
        rounds.append((perf_counter() - started, process_time() - worked))
    wall, processor = (statistics.median(times) for times in zip(*rounds, strict=True))
    return Timed(pages, round(read_s, 3), round(wall, 3), round(processor, 3), round(peak_mb()))


def _written(path: Path, content: Content, pages: int) -> Path:
    """A Word file of so many pages, of the invented texts of the judged drafts: headings and paragraphs."""
    document = Document()
    words = 0
    for line in _lines(content):
        words += len(line.split())
        document.add_heading(line, level=1) if len(line) < 60 else document.add_paragraph(line)
        if words >= pages * WORDS_A_PAGE:
            break
    document.save(str(path))
    return path


def _lines(content: Content) -> Iterator[str]:
    return (line for draft in cycle(content.example_drafts()) for line in draft.text.splitlines() if line.strip())


if __name__ == "__main__":
    sys.exit(main())
