"""What many tests need: the real content, and an assistant with a store of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import STORE_VARIABLE, Assistant
from assistant.evaluating_drafts import DraftReport, evaluate_drafts
from assistant.gold_drafts import GoldDrafts
from corpus import Content
from corpus.originals import FOLDER_VARIABLE
from index import Analyzer, StaticEncoder, embedded_encoder


@pytest.fixture(scope="session", autouse=True)
def _nothing_of_the_project_itself(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A library without documents and a store of the tests, whatever stands in those of the project."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FOLDER_VARIABLE, str(tmp_path_factory.mktemp("originelen")))
        patch.setenv(STORE_VARIABLE, str(tmp_path_factory.mktemp("index")))
        yield


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


PERTURBED = 4
"""Of the held-out drafts one in so many is also reviewed with something taken out or moved: that takes long."""


@pytest.fixture(scope="session")
def measured(assistant: Assistant) -> DraftReport:
    """What the reviews make of everything that is held out."""
    return evaluate_drafts(assistant, GoldDrafts.held_out(assistant.content), every=PERTURBED)
