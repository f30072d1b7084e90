"""The nouns of search: what is found, and what turns text into vectors."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""(n, d) float32, each row of unit length; a text without known words gives a row of zeros."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that was found, with its score (higher is nearer; comparable within one query)."""

    id: str
    score: float


MEANING_WEIGHT = 1 / 3
"""Of the meaning beside the words in how well a text matches; chosen on held-out questions and example sentences."""


@dataclass(frozen=True, slots=True)
class Match:
    """A text that was found, and why: by its words and by its meaning. Comparable between indexes.

    `words` (0-1) is its BM25 score as a part of the highest that any text could get for the query: how much of the
    query stands in it, rare words counting more. `meaning` (-1 to 1) is the cosine of the vectors.
    """

    id: str
    words: float
    meaning: float

    @property
    def together(self) -> float:
        """Both, weighed: words tell more than the meaning that a small model sees."""
        return (1 - MEANING_WEIGHT) * self.words + MEANING_WEIGHT * self.meaning


class Encoder(Protocol):
    """Texts to vectors. Two texts that mean the same lie near each other."""

    @property
    def name(self) -> str:
        """What tells this encoder from every other: a store made with one is not read with another."""

    @property
    def dimensions(self) -> int:
        """d, the length of a vector."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """(n, d) vectors of what people ask."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """(n, d) vectors of what can be found."""
