"""Training a model: from documents to a model that finds; gensim, an extra, is stood in for."""

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from corpus import InputError
from index import StaticEncoder
from index.__main__ import main
from index.material import Material
from index.training import Recipe, make_pairs, train

SUBJECTS = {
    "Wachtlijsten": ("wachttijd", "plaatsing", "wachtlijst"),
    "Tarieven": ("prijs", "kostprijs", "uurtarief"),
    "Toegang": ("loket", "aanmelding", "wijkteam"),
    "Bestuur": ("wethouder", "mandaat", "besluit"),
}
RECIPE = Recipe(pieces=300, dimensions=16, batch=16, contrast_epochs=30, tokenizer_share=1.0)


@dataclass
class Learned:
    """What skip-gram leaves: a vector for each piece, and how often it stands in the text."""

    counts: Counter[str]
    index_to_key: list[str] = field(init=False)
    vectors: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        self.index_to_key = sorted(self.counts)
        self.vectors = np.random.default_rng(1).normal(size=(len(self.counts), RECIPE.dimensions)).astype(np.float32)

    def get_vecattr(self, piece: str, name: str) -> int:
        assert name == "count"
        return self.counts[piece]


class Word2Vec:
    """Stands in for gensim's: vectors that mean nothing yet."""

    def __init__(self, corpus_file: str, **settings: object) -> None:
        assert settings["vector_size"] == RECIPE.dimensions
        self.wv = Learned(Counter(Path(corpus_file).read_text(encoding="utf-8").split()))


@pytest.fixture
def gensim(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("gensim.models")
    module.Word2Vec = Word2Vec  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gensim", ModuleType("gensim"))
    monkeypatch.setitem(sys.modules, "gensim.models", module)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Documents in which each heading stands above sentences in words of its own."""
    chance = random.Random(1)
    for number in range(20):
        parts = []
        for heading, words in SUBJECTS.items():
            sentences = [
                f"De gemeenten regelen {chance.choice(words)} en {chance.choice(words)} in dit jaar." for _ in range(4)
            ]
            parts.append(f"## {heading}\n\n{' '.join(sentences)}")
        (tmp_path / f"stuk{number}.md").write_text("# Stuk\n\n" + "\n\n".join(parts), encoding="utf-8")
    return tmp_path


def nearest(encoder: StaticEncoder, query: str, texts: list[str]) -> str:
    return texts[int(np.argmax(encoder.encode_passages(texts) @ encoder.encode_queries([query])[0]))]


def test_a_model_trained_on_a_folder_finds_the_text_of_a_heading(gensim: None, folder: Path, tmp_path: Path) -> None:
    (folder / "kapot.pdf").write_bytes(b"%PDF-1.7")
    said: list[str] = []
    material = Material.from_documents([folder], said.append)
    assert len(material.headed) == 20 * len(SUBJECTS)
    assert "kapot.pdf" in said[0]
    train(material, tmp_path / "model", RECIPE, said.append)
    encoder = StaticEncoder.from_folder(tmp_path / "model")
    texts = [f"Over {words[0]} en {words[1]}" for words in SUBJECTS.values()]
    assert [nearest(encoder, heading, texts) for heading in SUBJECTS] == texts


def test_the_pairs_of_a_text_are_its_heading_a_sentence_and_its_halves() -> None:
    text = (
        "De eerste zin is lang genoeg om te tellen hier. De tweede zin is dat ook, en zegt iets anders. "
        "En nog een derde zin die lang genoeg is."
    )
    heading, sentence, halves = make_pairs([("Kop", text)], random.Random(1))
    assert (heading.query, heading.passage) == ("Kop", text)
    assert sentence.query in text
    assert sentence.query not in sentence.passage
    assert sentence.passage.startswith("Kop ")
    assert sorted(f"{halves.query} {halves.passage}".split()) == sorted(text.split())


@pytest.fixture
def pairs(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "paren.jsonl"
    path.write_text(json.dumps({"heading": "Kop", "text": "Tekst."}) + "\n{}\n", encoding="utf-8")
    yield path


def test_what_cannot_be_learned_from_is_told(tmp_path: Path, pairs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "tekst.txt"
    text.write_text("Een alinea.\n", encoding="utf-8")
    empty = tmp_path / "leeg"
    empty.mkdir()
    out = ["--out", str(tmp_path / "model")]
    for arguments, told in (
        (["--text", str(text), "--pairs", str(pairs)], "regel 2 is geen JSON met 'heading' en 'text'"),
        (["--text", str(text), "--pairs", str(tmp_path / "weg.jsonl")], "het bestand bestaat niet"),
        ([str(empty)], "nergens staat tekst onder een kop"),
        (["--text", str(text)], "Geef een map met documenten, of --text en --pairs samen"),
    ):
        assert main(["train", *arguments, *out]) == 1
        assert told in capsys.readouterr().err
    assert not (tmp_path / "model").exists()


def test_without_gensim_training_says_what_to_install(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "gensim.models", None)
    assert main(["train", str(folder), "--out", str(tmp_path / "model")]) == 1
    assert "Voer uit: make training" in capsys.readouterr().err
    with pytest.raises(InputError):
        Material.from_documents([tmp_path / "model"], print)
