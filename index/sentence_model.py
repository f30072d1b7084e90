"""Any sentence-transformers model by name or folder. The only module that imports sentence_transformers.

Nothing here is needed for the embedded model: importing this takes seconds, because torch comes with it.
"""

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from corpus import InputError
from index.types import Vectors

DOWNLOAD_VARIABLE = "REGIOVISIE_DOWNLOAD"
"""Environment variable: only when it is 1 may a model be fetched from its publisher."""

PREFIXES = {"e5": ("query: ", "passage: ")}
"""Prefix of a query and of a passage, by a part of the model's name; source: the models' own cards."""

if os.environ.get(DOWNLOAD_VARIABLE) != "1":
    os.environ.setdefault("HF_HUB_OFFLINE", "1")

# Only after the line above: the library reads the variable once, when it is imported.
from sentence_transformers import SentenceTransformer  # noqa: E402
from sentence_transformers.sentence_transformer.modules import StaticEmbedding  # noqa: E402


class SentenceEncoder:
    """A sentence-transformers model, with the prefixes that its family wants."""

    def __init__(self, model: SentenceTransformer, name: str) -> None:
        self._model = model
        self.name = f"sentence-transformers:{name}"
        family = next((prefixes for part, prefixes in PREFIXES.items() if part in Path(name).name.lower()), ("", ""))
        self._query_prefix, self._passage_prefix = self._own_prompts() or family

    @classmethod
    def load(cls, name: str) -> "SentenceEncoder":
        """The model in the folder `name`, or from the cache, or (when allowed) fetched; InputError when it cannot."""
        try:
            return cls(SentenceTransformer(name, device="cpu"), name)
        except Exception as error:  # huggingface_hub, transformers and torch each raise errors of their own
            raise InputError(
                f"Kan het model '{name}' niet laden: het staat niet op deze computer of is beschadigd. "
                f"Geef een map met een model, of sta ophalen één keer toe met {DOWNLOAD_VARIABLE}=1."
            ) from error

    @property
    def dimensions(self) -> int:
        """d, the length of a vector."""
        return int(self._model.get_embedding_dimension() or 0)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """(n, d) unit vectors of queries, prefix added."""
        return self._encode(texts, self._query_prefix)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """(n, d) unit vectors of passages, prefix added."""
        return self._encode(texts, self._passage_prefix)

    def _encode(self, texts: Sequence[str], prefix: str) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        vectors = self._model.encode(
            [prefix + text for text in texts], normalize_embeddings=True, show_progress_bar=False
        )
        return np.nan_to_num(np.asarray(vectors, dtype=np.float32))

    def _own_prompts(self) -> tuple[str, str] | None:
        """The prefixes that the model itself carries, when it does."""
        prompts = self._model.prompts or {}
        query, passage = prompts.get("query", ""), prompts.get("passage", prompts.get("document", ""))
        return (query, passage) if query or passage else None


def static_module(tokenizer: Tokenizer, vectors: Vectors) -> StaticEmbedding:
    """A trainable module that averages the (v, d) `vectors` of a text's pieces."""
    return StaticEmbedding(tokenizer, embedding_weights=np.array(vectors, dtype=np.float32))


def save_static(tokenizer: Tokenizer, vectors: Vectors, folder: Path) -> None:
    """Write a static model in the folder format of sentence-transformers, its (v, d) vectors in half precision."""
    module = static_module(tokenizer, vectors)
    module.embedding.half()
    SentenceTransformer(modules=[module], device="cpu").save(str(folder), create_model_card=False)
