"""The embedded Dutch model, read with tokenizers and numpy alone; or any sentence-transformers model by name.

The embedded model is a `StaticEmbedding` in the folder format of sentence-transformers: a text's vector is the
mean of its pieces' vectors. Reading it this way takes milliseconds; importing torch takes seconds.
"""

import hashlib
import json
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from corpus import InputError
from index.types import Encoder, Vectors

EMBEDDED_MODEL = Path(__file__).parent / "model"
MODEL_VARIABLE = "REGIOVISIE_MODEL"
"""Environment variable that names another model: a folder, or a name at its publisher."""


class StaticEncoder:
    """A static model: piece vectors, averaged."""

    def __init__(self, tokenizer: Tokenizer, vectors: Vectors, name: str) -> None:
        self._tokenizer = tokenizer
        self._vectors = vectors
        self.name = name

    @classmethod
    def from_folder(cls, folder: Path) -> "StaticEncoder":
        """Read a saved StaticEmbedding model; InputError when the folder does not hold one."""
        try:
            part = folder / _static_part(folder)
            tokenizer = Tokenizer.from_file(str(part / "tokenizer.json"))
            weights = (part / "model.safetensors").read_bytes()
            vectors = load_file(part / "model.safetensors")["embedding.weight"].astype(np.float32)
        except Exception as error:  # tokenizers and safetensors raise bare Exceptions of their own
            raise InputError(
                f"Kan het model in '{folder}' niet lezen: er ontbreekt een bestand of het is beschadigd. "
                "Zet de map terug zoals zij was, of kies een ander model."
            ) from error
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(tokenizer, vectors, f"static:{hashlib.sha256(weights).hexdigest()[:16]}")

    @property
    def dimensions(self) -> int:
        """d, the length of a vector."""
        return int(self._vectors.shape[1])

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """(n, d) unit vectors; this model reads queries and passages alike."""
        return self.encode_passages(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """(n, d) unit vectors, the mean of each text's piece vectors; zeros for a text without pieces."""
        encodings = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        result = np.zeros((len(encodings), self.dimensions), dtype=np.float32)
        for row, encoding in enumerate(encodings):
            if encoding.ids:
                total = self._vectors[encoding.ids].sum(axis=0)  # as long as the mean, once it is of unit length
                result[row] = total / (np.sqrt(total @ total) or 1)
        return result

    def pieces(self, word: str) -> list[str]:
        """The pieces that the tokenizer cuts a word into, without the mark of a word's start."""
        return [piece.lstrip("▁") for piece in self._tokenizer.encode(word, add_special_tokens=False).tokens]


def _static_part(folder: Path) -> str:
    modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
    static = [module for module in modules if module["type"].endswith("StaticEmbedding")]
    if not static:
        raise ValueError("no StaticEmbedding among the modules")
    return str(static[0]["path"])


def is_static(folder: Path) -> bool:
    """Whether `folder` holds a model of one StaticEmbedding, which can be read without torch."""
    try:
        return bool(_static_part(folder)) or True
    except (OSError, ValueError, KeyError, TypeError):
        return False


def load_encoder(model: str | None = None) -> Encoder:
    """The encoder by name or folder: `model`, else the environment's, else the embedded one.

    A static model in a folder is read here; any other is loaded with sentence-transformers, which takes seconds.
    InputError when it cannot be loaded.
    """
    chosen = model or os.environ.get(MODEL_VARIABLE)
    if not chosen:
        return embedded_encoder()
    folder = Path(chosen)
    if folder.is_dir() and is_static(folder):
        return StaticEncoder.from_folder(folder)
    from index.sentence_model import SentenceEncoder  # noqa: PLC0415  torch: seconds and 300 MB

    return SentenceEncoder.load(chosen)


@cache
def embedded_encoder() -> StaticEncoder:
    """The model that comes with the project; read once."""
    return StaticEncoder.from_folder(EMBEDDED_MODEL)
