"""The embedded model, read two ways; other models by folder; clear words when there is none."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from corpus import InputError
from index import StaticEncoder, load_encoder
from index.encoding import EMBEDDED_MODEL, MODEL_VARIABLE
from tests.models import small_static, small_transformer

SENTENCES = [
    "Wat moet er over wachtlijsten in de regiovisie?",
    "reëel tarief",
    "Jeugdhulpaanbieders, expertisecentra & één aanspreekpunt!",
    "zin met een emoji 🙂 en cijfers 2026",
]


def test_the_embedded_model_is_small_enough_to_keep_in_the_repository() -> None:
    assert sum(path.stat().st_size for path in EMBEDDED_MODEL.rglob("*")) <= 20 * 1024**2


def test_numpy_and_sentence_transformers_read_the_same_vectors(encoder: StaticEncoder) -> None:
    from index.sentence_model import SentenceEncoder

    slow = SentenceEncoder.load(str(EMBEDDED_MODEL))
    np.testing.assert_allclose(encoder.encode_queries(SENTENCES), slow.encode_queries(SENTENCES), atol=2e-3)


def test_vectors_have_unit_length_and_no_text_has_none(encoder: StaticEncoder) -> None:
    vectors = encoder.encode_passages([*SENTENCES, ""])
    assert vectors.shape == (5, encoder.dimensions)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), [1, 1, 1, 1, 0], atol=1e-5)
    assert encoder.encode_queries([]).shape == (0, encoder.dimensions)


def test_synonyms_lie_nearer_than_strangers(encoder: StaticEncoder) -> None:
    asked, near, far = encoder.encode_passages(["gezinnen in de jeugdzorg", "ouders en jeugdigen", "wegen en bruggen"])
    assert asked @ near > asked @ far


def test_another_static_model_is_read_without_torch(tmp_path: Path) -> None:
    small_static(tmp_path / "klein", ["wachtlijst", "tarief"])
    encoder = load_encoder(str(tmp_path / "klein"))
    assert isinstance(encoder, StaticEncoder)
    assert encoder.name != load_encoder().name


def test_a_transformer_by_folder_is_loaded_with_its_prefixes(tmp_path: Path) -> None:
    folder = small_transformer(tmp_path / "klein-e5")
    encoder = load_encoder(str(folder))
    assert encoder.name.startswith("sentence-transformers:")
    query, passage = encoder.encode_queries(["tarief"])[0], encoder.encode_passages(["tarief"])[0]
    assert query.shape == (encoder.dimensions,)
    assert np.linalg.norm(query) == pytest.approx(1, abs=1e-4)
    assert not np.allclose(query, passage), "the prefixes 'query: ' and 'passage: ' must make a difference"


def test_the_environment_can_name_the_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_static(tmp_path / "klein", ["tarief"])
    monkeypatch.setenv(MODEL_VARIABLE, str(tmp_path / "klein"))
    assert load_encoder().name == load_encoder(str(tmp_path / "klein")).name


def test_a_model_that_is_not_there_is_told_in_one_sentence() -> None:
    with pytest.raises(InputError, match="niet op deze computer") as caught:
        load_encoder("niemand/bestaat-niet")
    assert "niemand/bestaat-niet" in str(caught.value)


@pytest.mark.parametrize("damage", ["model.safetensors", "tokenizer.json"])
def test_a_damaged_model_is_told_in_one_sentence(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "stuk"
    shutil.copytree(EMBEDDED_MODEL, folder)
    next(folder.rglob(damage)).write_bytes(b"stuk")
    with pytest.raises(InputError, match="beschadigd"):
        load_encoder(str(folder))


def test_the_tokenizer_cuts_compounds(encoder: StaticEncoder) -> None:
    assert encoder.pieces("jeugdhulpaanbieders")[:2] == ["jeugdhulp", "aanbieder"]
    tokenizer = Tokenizer.from_file(str(next(EMBEDDED_MODEL.rglob("tokenizer.json"))))
    assert tokenizer.get_vocab_size() == 32_000


def test_using_the_embedded_model_does_not_import_torch() -> None:
    code = (
        "import sys, json; from index import load_encoder; load_encoder().encode_queries(['x']);"
        "print(json.dumps([m for m in ('torch', 'sentence_transformers', 'sklearn', 'gradio') if m in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
