"""Words and vectors together: the texts nearest to a query."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.lexical import LexicalIndex
from index.types import Encoder, Hit, Match, Vectors
from index.vectors import VectorIndex
from index.words import letter_groups

VECTOR_WEIGHT = 1.0
"""Weight of the cosine beside the share of the words (0-1); chosen on laws that were not trained on."""

ALL_COMPARED = 10_000
"""Up to so many texts a query is compared with every one: choosing candidates first takes longer."""

CANDIDATES = 200
"""How many of the best texts of each side are compared when there are more."""

BATCH = 1024
"""Texts embedded at a time while building."""


class Index:
    """n texts, findable by the letters of their words and by meaning."""

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
        progress: Callable[[Iterable[int]], Iterable[int]] = iter,
    ) -> "Index":
        """Index `texts` (one or more) under `ids`; `progress` wraps the batches, to show how far it is."""
        if not texts:
            raise ValueError("an index needs at least one text")
        starts = progress(range(0, len(texts), BATCH))
        vectors = [encoder.encode_passages(texts[start : start + BATCH]) for start in starts]
        return cls(ids, LexicalIndex.build(map(letter_groups, texts)), VectorIndex.build(np.concatenate(vectors)))

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

    def search(self, queries: Sequence[str], vectors: Vectors, k: int) -> Iterator[list[Hit]]:
        """For each query (and its row of `vectors`) the k nearest texts, best first."""
        for query, vector in zip(queries, vectors, strict=True):
            rows, shares, cosines = self._compared(query, vector)
            scores = shares + VECTOR_WEIGHT * cosines
            best = _best(scores, k)
            best = best[np.lexsort((rows[best], -scores[best]))]
            pairs = zip(rows[best].tolist(), scores[best].tolist(), strict=True)
            yield [Hit(self.ids[row], round(score, 6)) for row, score in pairs]

    def matches(self, query: str, vector: Vectors) -> list[Match]:
        """The texts nearest to one query (and its (d,) vector) by either side, the nearest together first.

        Each is told how much by words and how much by meaning; there are CANDIDATES of each side at most.
        """
        rows, shares, cosines = self._compared(query, vector)
        chosen = np.union1d(_best(shares, CANDIDATES), _best(cosines, CANDIDATES))
        found = (
            Match(self.ids[row], round(share, 4), round(cosine, 4))
            for row, share, cosine in zip(
                rows[chosen].tolist(), shares[chosen].tolist(), cosines[chosen].tolist(), strict=True
            )
        )
        return sorted(found, key=lambda match: -match.together)

    def _compared(
        self, query: str, vector: Vectors
    ) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.float32]]:
        """(c,) rows of the texts that are compared with the query, their shares of its words, and their cosines."""
        shares = self._lexical.shares(letter_groups(query))
        if len(self.ids) <= ALL_COMPARED:
            return np.arange(len(self.ids)), shares, self._vectors.all @ vector
        _, (near,) = self._vectors.nearest(vector[np.newaxis], CANDIDATES)
        rows = np.union1d(near, _best(shares, CANDIDATES))
        return rows, shares[rows], self._vectors.all[rows] @ vector


def _best(scores: NDArray[np.float32], k: int) -> NDArray[np.int64]:
    """The places of the k highest scores, in no order."""
    return np.argpartition(scores, -k)[-k:] if k < len(scores) else np.arange(len(scores))
