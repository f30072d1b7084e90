"""The product's own search as an engine; runs in the environment of the product."""

from collections.abc import Sequence

from index import Index, embedded_encoder
from tests.bench.types import Found


class Product:
    """`index`: words and vectors together, with the embedded model."""

    def __init__(self) -> None:
        self._encoder = embedded_encoder()
        self._index: Index | None = None

    def build(self, texts: Sequence[str]) -> None:
        """Index `texts`."""
        self._index = Index.build([str(row) for row in range(len(texts))], texts, self._encoder)

    def search(self, query: str, k: int) -> list[Found]:
        """At most `k` texts, best first."""
        assert self._index is not None
        (hits,) = self._index.search([query], self._encoder.encode_queries([query]), k)
        return [Found(int(hit.id), hit.score) for hit in hits]


ENGINES = {"index": Product}
