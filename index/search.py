"""Words and vectors together: the texts nearest to a query."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.lexical import LexicalIndex
from index.types import Encoder, Hit, Match, Vectors
from index.vectors import VectorIndex
from index.words import Analyzer

VECTOR_WEIGHT = 1.0
"""Weight of the cosine beside the BM25 score divided by its best; chosen on laws that were not trained on."""

CANDIDATES = 200
"""How many of the best texts of each side are fused."""

BATCH = 1024
"""Texts embedded at a time while building."""


class Index:
    """n texts, findable by words and by meaning."""

    def __init__(self, ids: Sequence[str], lexical: LexicalIndex, vectors: VectorIndex) -> None:
        self.ids = tuple(ids)
        self._lexical = lexical
        self._vectors = vectors

    @classmethod
    def build(
        cls,
        ids: Sequence[str],
        texts: Sequence[str],
        encoder: Encoder,
        analyzer: Analyzer,
        progress: Callable[[Iterable[int]], Iterable[int]] = iter,
    ) -> "Index":
        """Index `texts` (one or more) under `ids`; `progress` wraps the batches, to show how far it is."""
        if not texts:
            raise ValueError("an index needs at least one text")
        words: list[list[str]] = []
        vectors: list[Vectors] = []
        for start in progress(range(0, len(texts), BATCH)):
            batch = texts[start : start + BATCH]
            words.extend(analyzer(text) for text in batch)
            vectors.append(encoder.encode_passages(batch))
        return cls(ids, LexicalIndex.build(words), VectorIndex.build(np.concatenate(vectors)))

    @classmethod
    def open(cls, folder: Path) -> "Index":
        """The index that `save` wrote to `folder`."""
        ids = json.loads((folder / "ids.json").read_text(encoding="utf-8"))
        return cls(ids, LexicalIndex.open(folder / "words", len(ids)), VectorIndex.open(folder / "vectors.faiss"))

    def save(self, folder: Path) -> None:
        """Write the index to `folder`, which is made."""
        folder.mkdir(parents=True)
        (folder / "ids.json").write_text(json.dumps(self.ids, ensure_ascii=False), encoding="utf-8")
        self._lexical.save(folder / "words")
        self._vectors.save(folder / "vectors.faiss")

    def search(self, words: Sequence[Sequence[str]], queries: Vectors, k: int) -> Iterator[list[Hit]]:
        """For each query (its words, and its row of `queries`) the k nearest texts, best first."""
        cosines, rows = self._vectors.nearest(queries, CANDIDATES)
        for number, query_words in enumerate(words):
            fused = self._fuse(self._lexical.scores(query_words), cosines[number], rows[number], queries[number])
            best = sorted(fused, key=lambda hit: (-hit[1], hit[0]))[:k]
            yield [Hit(self.ids[row], round(score, 6)) for row, score in best]

    def matches(self, words: Sequence[str], query: Vectors) -> list[Match]:
        """The texts nearest to one query (its words, and its (d,) vector) by either side, the nearest together first.

        Each is told how much by words and how much by meaning; there are CANDIDATES of each side at most.
        """
        lexical = self._lexical.scores(words)
        _, (rows,) = self._vectors.nearest(query[np.newaxis], CANDIDATES)
        chosen = np.union1d(rows, _best(lexical, CANDIDATES))
        shares = lexical[chosen] / (self._lexical.ceiling(words) or 1.0)
        cosines = self._vectors.all[chosen] @ query
        found = (
            Match(self.ids[row], round(share, 4), round(cosine, 4))
            for row, share, cosine in zip(chosen.tolist(), shares.tolist(), cosines.tolist(), strict=True)
        )
        return sorted(found, key=lambda match: -match.together)

    def _fuse(
        self, lexical: NDArray[np.float32], cosines: NDArray[np.float32], rows: NDArray[np.int64], query: Vectors
    ) -> list[tuple[int, float]]:
        candidates = set(rows.tolist()) | set(_best(lexical, CANDIDATES).tolist())
        chosen = np.fromiter(candidates, dtype=np.int64)
        top = float(lexical.max()) or 1.0
        scores = lexical[chosen] / top + VECTOR_WEIGHT * (self._vectors.all[chosen] @ query)
        return list(zip(chosen.tolist(), scores.tolist(), strict=True))


def _best(scores: NDArray[np.float32], k: int) -> NDArray[np.int64]:
    """The row numbers of the k highest scores above zero, in no order."""
    if len(scores) > k:
        rows = np.argpartition(-scores, k)[:k]
        return rows[scores[rows] > 0]
    return np.flatnonzero(scores > 0)
