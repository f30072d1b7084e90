"""The store of the assistant: built when missing, rebuilt when stale or damaged, used when good."""

import json
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.assistant import build_store
from corpus import InputError
from index import Stamp, Store


@pytest.fixture
def said() -> list[str]:
    return []


def test_a_good_store_is_used_without_a_word(assistant: Assistant, store: Path, said: list[str]) -> None:
    Assistant.open(store, say=said.append)
    assert said == []


def test_a_store_of_older_content_is_rebuilt(
    assistant: Assistant, store: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp = Store(store).folder() / "stempel.json"
    stamp.write_text(json.dumps({**json.loads(stamp.read_text()), "content": "van vorig jaar"}))
    opened = Assistant.open(store, say=said.append)
    assert "veranderd" in said[0]
    assert (
        opened.ask("Wat is het doel van een regiovisie?").route
        == assistant.ask("Wat is het doel van een regiovisie?").route
    )
    said.clear()
    Assistant.open(store, say=said.append)
    assert said == []


def test_a_store_of_someones_documents_is_left_alone(tmp_path: Path) -> None:
    stamp = Stamp("x", "y", "documenten")
    with Store(tmp_path).lock(), Store(tmp_path).replace(stamp):
        pass
    with pytest.raises(InputError, match="eigen documenten"):
        Assistant.open(tmp_path)
    assert Store(tmp_path).stamp() == stamp


@pytest.mark.parametrize("file", ["terms.json", "weights.npz", "classifier.npz"])
def test_a_damaged_store_is_rebuilt(
    assistant: Assistant, store: Path, said: list[str], file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    next(Store(store).folder().rglob(file)).write_bytes(b"stuk")
    built: list[str] = []

    def quick(*arguments: object) -> object:
        built.append("gebouwd")
        return build_store(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("assistant.assistant.build_store", quick)
    assert Assistant.open(store, say=said.append).ask("Wat is governance?").citations
    assert "beschadigd" in said[0]
    assert built == ["gebouwd"]
    assert Store(store).stamp() is not None
