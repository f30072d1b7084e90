"""BM25 over search words (bm25s)."""

import math
from collections.abc import Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

K1 = 1.2
B = 0.75
"""The usual saturation and length weight of BM25 (Robertson & Zaragoza, 2009)."""


class LexicalIndex:
    """The words of n texts; gives each text's BM25 score for a query."""

    def __init__(self, bm25: bm25s.BM25, size: int) -> None:
        self._bm25 = bm25
        self.size = size

    @classmethod
    def build(cls, texts: Sequence[Sequence[str]]) -> "LexicalIndex":
        """Index `texts`, each a list of search words."""
        bm25 = bm25s.BM25(k1=K1, b=B)
        # bm25s refuses a collection without a single word, so one stands in for "nothing".
        bm25.index([list(words) or ["\0"] for words in texts], show_progress=False)
        return cls(bm25, len(texts))

    @classmethod
    def open(cls, folder: Path, size: int) -> "LexicalIndex":
        """The index that `save` wrote to `folder`."""
        return cls(bm25s.BM25.load(folder, load_vocab=True, show_progress=False), size)

    def save(self, folder: Path) -> None:
        """Write the index to `folder`."""
        self._bm25.save(folder, show_progress=False)

    def scores(self, words: Sequence[str]) -> NDArray[np.float32]:
        """(n,) BM25 scores; zeros when no word of the query is known."""
        known = [word for word in words if word in self._bm25.vocab_dict]
        if not known:
            return np.zeros(self.size, dtype=np.float32)
        return np.asarray(self._bm25.get_scores(known), dtype=np.float32)

    def ceiling(self, words: Sequence[str]) -> float:
        """The score that no text can pass for these words; a word that is not known counts as one that stands once."""
        counts = (self._count(word) for word in words)
        return sum(math.log(1 + (self.size - count + 0.5) / (count + 0.5)) for count in counts)

    def _count(self, word: str) -> int:
        """In how many texts the word stands, at least 1."""
        column = self._bm25.vocab_dict.get(word)
        starts = self._bm25.scores["indptr"]
        return 1 if column is None else int(starts[column + 1] - starts[column])
