"""BM25 over the terms of texts: words, or groups of letters (bm25s)."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import bm25s
import numpy as np
from bm25s.tokenization import Tokenized
from numpy.typing import NDArray

K1 = 0.9
B = 0.75
"""Saturation and length weight of BM25 (Robertson & Zaragoza, 2009); chosen for letter groups."""


class LexicalIndex:
    """The terms of n texts; gives each text's BM25 score for a query."""

    def __init__(self, bm25: bm25s.BM25, size: int) -> None:
        self.size = size
        self._bm25 = bm25
        self._columns: dict[str, int] = bm25.vocab_dict
        self._rows = bm25.scores["indices"]
        self._scores = bm25.scores["data"]
        starts = bm25.scores["indptr"]
        counts = np.maximum(np.diff(starts), 1)
        self._spans = [slice(start, end) for start, end in pairwise(starts.tolist())]
        self._weights = _weights(counts, size).tolist()
        self._weight_of_unknown = float(_weights(np.ones(1), size)[0])

    @classmethod
    def build(cls, texts: Iterable[Sequence[str]]) -> "LexicalIndex":
        """Index `texts`, each a list of terms."""
        columns: dict[str, int] = {"\0": 0}  # bm25s refuses a collection without a single term: this stands for none
        ids = [
            np.array([columns.setdefault(term, len(columns)) for term in terms] or [0], dtype=np.int32)
            for terms in texts
        ]
        bm25 = bm25s.BM25(k1=K1, b=B)
        bm25.index(Tokenized(ids, columns), show_progress=False)
        return cls(bm25, len(ids))

    @classmethod
    def open(cls, folder: Path, size: int) -> "LexicalIndex":
        """The index that `save` wrote to `folder`."""
        return cls(bm25s.BM25.load(folder, load_vocab=True, show_progress=False), size)

    def save(self, folder: Path) -> None:
        """Write the index to `folder`."""
        self._bm25.save(folder, show_progress=False)

    def shares(self, terms: Sequence[str]) -> NDArray[np.float32]:
        """(n,) BM25 scores as a part (0-1) of the highest that any text could get for these terms.

        A term that no text holds counts as one that stands in a single text.
        """
        known = [self._columns[term] for term in terms if term in self._columns]
        ceiling = sum(self._weights[column] for column in known)
        ceiling += (len(terms) - len(known)) * self._weight_of_unknown
        if not known:
            return np.zeros(self.size, dtype=np.float32)
        spans = [self._spans[column] for column in known]
        rows = np.concatenate([self._rows[span] for span in spans])
        scores = np.concatenate([self._scores[span] for span in spans])
        shares: NDArray[np.float32] = (np.bincount(rows, scores, self.size) / ceiling).astype(np.float32)
        return shares


def _weights(counts: NDArray[np.int64] | NDArray[np.float64], size: int) -> NDArray[np.float64]:
    """How much a term weighs (Lucene's form) that stands in `counts` of `size` texts."""
    weights: NDArray[np.float64] = np.log(1 + (size - counts + 0.5) / (counts + 0.5))
    return weights
