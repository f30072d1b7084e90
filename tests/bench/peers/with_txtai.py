"""txtai: keywords, vectors, and both together. The vectors come from the product's model, the only one offline."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from bm25s.stopwords import STOPWORDS_DUTCH
from txtai import Embeddings

from tests.bench.types import Found

MODEL = Path(__file__).parents[3] / "index" / "model"

VECTORS: dict[str, Any] = {"method": "sentence-transformers", "path": str(MODEL)}
WORDS: dict[str, Any] = {"tokenizer": {"stopwords": list(STOPWORDS_DUTCH)}}
LETTERS: dict[str, Any] = {"tokenizer": {"ngrams": {"nmin": 3, "nmax": 5, "lpad": " ", "rpad": " "}}}
"""Letter groups: the one way in which txtai can see the parts of a Dutch compound."""


def _scoring(tokens: dict[str, Any], normalize: bool | str = True) -> dict[str, Any]:
    """BM25 settings; `defaults` off keeps txtai from fetching a model that was not asked for."""
    return {"defaults": False, "scoring": {"method": "bm25", "terms": True, "normalize": normalize, **tokens}}


class Txtai:
    """An `Embeddings` database, held in memory."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._embeddings = Embeddings(settings)

    def build(self, texts: Sequence[str]) -> None:
        """Index `texts`."""
        self._embeddings.index((row, text, None) for row, text in enumerate(texts))

    def search(self, query: str, k: int) -> list[Found]:
        """At most `k` texts, best first."""
        return [Found(int(row), float(score)) for row, score in self._embeddings.search(query, k)]


ENGINES = {
    "woorden": partial(Txtai, _scoring(WORDS)),
    "lettergroepen": partial(Txtai, _scoring(LETTERS)),
    "vectoren": partial(Txtai, VECTORS),
    "woorden + vectoren": partial(Txtai, {**VECTORS, **_scoring(WORDS)}),
    "woorden + vectoren, bb25": partial(Txtai, {**VECTORS, **_scoring(WORDS, "bb25")}),
    "lettergroepen + vectoren, bb25": partial(Txtai, {**VECTORS, **_scoring(LETTERS, "bb25")}),
}
