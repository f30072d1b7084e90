"""What many tests need: the real content, and an assistant with a store of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from corpus import Content
from corpus.originals import FOLDER_VARIABLE
from index import Analyzer, StaticEncoder, embedded_encoder


@pytest.fixture(scope="session", autouse=True)
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The library of every test that does not bring its own: not that of whoever runs the tests."""
    folder = tmp_path_factory.mktemp("originelen")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FOLDER_VARIABLE, str(folder))
        yield folder


@pytest.fixture(scope="session")
def content() -> Content:
    return Content.load()


@pytest.fixture(scope="session")
def encoder() -> StaticEncoder:
    return embedded_encoder()


@pytest.fixture(scope="session")
def analyzer(encoder: StaticEncoder) -> Analyzer:
    return Analyzer(encoder.pieces)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a built store, as `assistant` uses it."""
    return tmp_path_factory.mktemp("store")


@pytest.fixture(scope="session")
def assistant(store: Path) -> Assistant:
    return Assistant.open(store, say=lambda line: None)
