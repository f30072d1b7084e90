"""The house: rooms import only rooms below them, by their face; each outside package has one door."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = ("corpus", "index", "assistant", "app")
FACES = {
    "corpus",
    "corpus.fetching",
    "corpus.originals",
    "corpus.pictures",
    "corpus.reading",
    "index",
    "assistant",
    "assistant.page",
}
"""What may be imported from outside a room: the room itself, or a part of it that has a face of its own."""

FENCES = {
    "bm25s": {"index/lexical.py"},
    "bs4": {"corpus/reading/web.py"},
    "defusedxml": {"corpus/reading/opendocument.py"},
    "docx": {"corpus/reading/word.py", "assistant/word_file.py"},
    "faiss": {"index/vectors.py"},
    "fastapi": {"assistant/page/pages.py", "assistant/page/routes.py", "assistant/page/server.py"},
    "filelock": {"corpus/fetching/partial.py", "corpus/originals/shelf.py", "index/storage.py"},
    "gensim": {"index/training.py"},
    "gradio": {
        "assistant/page/about.py",
        "assistant/page/api.py",
        "assistant/page/chat.py",
        "assistant/page/checklist.py",
        "assistant/page/forgetting.py",
        "assistant/page/library.py",
        "assistant/page/offering.py",
        "assistant/page/quick.py",
        "assistant/page/server.py",
        "assistant/page/review.py",
        "assistant/page/theme.py",
    },
    "httpx": {"corpus/fetching/fetcher.py"},
    "jinja2": {"assistant/rendering.py"},
    "mcp": {"assistant/page/mcp_server.py"},
    "msgspec": {
        "corpus/catalogue.py",
        "corpus/document_json.py",
        "corpus/drafts.py",
        "corpus/originals/record.py",
        "corpus/reading/telling.py",
        "corpus/types.py",
    },
    "PIL": {"corpus/pictures/drawing.py"},
    "pypdf": {"corpus/reading/pdf.py", "corpus/reading/pdf_links.py"},
    "pypdfium2": {"corpus/pictures/drawing.py"},
    "safetensors": {"index/encoding.py"},
    "sentence_transformers": {"index/sentence_model.py"},
    "sklearn": {"assistant/judge_training.py", "assistant/training.py"},
    "Stemmer": {"index/words.py"},
    "torch": {"index/training.py"},
    "tqdm": {"index/__main__.py"},
    "uvicorn": {"assistant/page/server.py"},
}
"""Outside packages, each with the modules that may import it."""


def modules() -> list[Path]:
    return [ROOT / "app.py", *(path for room in FLOORS[:-1] for path in sorted((ROOT / room).rglob("*.py")))]


def imports(path: Path) -> Iterator[str]:
    """The full names that a module imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield node.module or ""


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_rooms_below_it(path: Path) -> None:
    here = FLOORS.index(room(path))
    for name in imports(path):
        there = name.split(".")[0]
        assert there not in FLOORS or FLOORS.index(there) <= here, f"{name} stands above {path.name}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_other_rooms_are_entered_by_their_face(path: Path) -> None:
    for name in imports(path):
        if name.split(".")[0] in FLOORS and name.split(".")[0] != room(path):
            assert name in FACES, f"{path.name} reaches into {name}"


@pytest.mark.parametrize("package", sorted(FENCES))
def test_an_outside_package_is_imported_only_behind_its_fence(package: str) -> None:
    users = {
        path.relative_to(ROOT).as_posix()
        for path in modules()
        if any(name.split(".")[0] == package for name in imports(path))
    }
    assert users == FENCES[package]


def test_only_the_page_imports_the_page() -> None:
    for path in modules():
        if path.parent.name != "page" and path.name != "app.py":
            assert not any(name.startswith("assistant.page") for name in imports(path)), path


def test_a_file_is_short_enough_to_read() -> None:
    long = {path.name: lines for path in modules() if (lines := len(path.read_text().splitlines())) > 290}
    assert not long
