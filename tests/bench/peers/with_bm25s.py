"""bm25s, with the Dutch stemmer and its own Dutch stop words."""

from collections.abc import Sequence

import bm25s
import Stemmer

from tests.bench.types import Found


class Bm25s:
    """BM25 over stems."""

    def __init__(self) -> None:
        self._stemmer = Stemmer.Stemmer("dutch")
        self._bm25 = bm25s.BM25()
        self._size = 0

    def build(self, texts: Sequence[str]) -> None:
        """Index `texts`."""
        self._size = len(texts)
        self._bm25.index(self._tokens(list(texts)), show_progress=False)

    def search(self, query: str, k: int) -> list[Found]:
        """At most `k` texts, best first; none for a query without a known word."""
        rows, scores = self._bm25.retrieve(self._tokens([query]), k=min(k, self._size), show_progress=False)
        return [Found(int(row), float(score)) for row, score in zip(rows[0], scores[0], strict=True) if score > 0]

    def _tokens(self, texts: list[str]) -> object:
        return bm25s.tokenize(texts, stopwords="nl", stemmer=self._stemmer, show_progress=False)


ENGINES = {"stammen": Bm25s}
