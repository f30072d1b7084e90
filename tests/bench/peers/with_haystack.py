"""haystack: BM25, vectors, and both joined. The vectors come from the product's model, the only one offline."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from haystack import Document
from haystack.components.joiners import DocumentJoiner
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore

from tests.bench.types import Found

MODEL = str(Path(__file__).parents[3] / "index" / "model")

CANDIDATES = 200
"""Documents that each of the two retrievers gives to the joiner, as many as the product fuses."""


class Haystack:
    """An in-memory document store with one or both of its retrievers; `join` says how both are put together."""

    def __init__(self, *, words: bool, vectors: bool, join: str = "") -> None:
        self._store = InMemoryDocumentStore(
            embedding_similarity_function="cosine", return_embedding=False, shared=False
        )
        self._words = InMemoryBM25Retriever(self._store) if words else None
        self._vectors = InMemoryEmbeddingRetriever(self._store) if vectors else None
        self._joiner = DocumentJoiner(join_mode=join) if join else None
        if vectors:  # torch comes with it, which BM25 alone does not need
            from haystack_integrations.components.embedders import sentence_transformers

            self._documents = sentence_transformers.SentenceTransformersDocumentEmbedder(
                model=MODEL, progress_bar=False
            )
            self._text = sentence_transformers.SentenceTransformersTextEmbedder(model=MODEL, progress_bar=False)
            self._documents.warm_up()
            self._text.warm_up()

    def build(self, texts: Sequence[str]) -> None:
        """Index `texts`."""
        documents = [Document(id=str(row), content=text) for row, text in enumerate(texts)]
        if self._vectors:
            documents = self._documents.run(documents)["documents"]
        self._store.write_documents(documents)

    def search(self, query: str, k: int) -> list[Found]:
        """At most `k` texts, best first."""
        wanted = CANDIDATES if self._joiner else k
        lists = []
        if self._words:
            lists.append(self._words.run(query, top_k=wanted)["documents"])
        if self._vectors:
            embedding = self._text.run(query)["embedding"]
            lists.append(self._vectors.run(embedding, top_k=wanted)["documents"])
        found = self._joiner.run(lists, top_k=k)["documents"] if self._joiner else lists[0]
        return [Found(int(document.id), float(document.score)) for document in found]


ENGINES = {
    "BM25": partial(Haystack, words=True, vectors=False),
    "vectoren": partial(Haystack, words=False, vectors=True),
    "BM25 + vectoren": partial(Haystack, words=True, vectors=True, join="distribution_based_rank_fusion"),
}
