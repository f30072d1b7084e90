"""How like a unit of a draft is to the examples of each item: a second opinion beside the linear classifiers.

A classifier knows what examples of an item have in common; this knows each of them, also the odd ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.features import VECTOR_WEIGHT, Features, Row

NEAREST = 3
"""Examples of an item whose mean likeness counts."""

AT_ONCE = 512
"""Units compared at a time, to bound the memory."""


@dataclass(frozen=True)
class Neighbours:
    """n examples by item: their words as columns of a sparse matrix, and their vectors, both of unit length."""

    ends: NDArray[np.int64]
    """(items + 1,) the examples of an item are the rows from its place to the next one."""
    starts: NDArray[np.int64]
    """(words + 1,) the entries of a word are those from its place to the next one."""
    rows: NDArray[np.int32]
    """(entries,) which example has the word."""
    values: NDArray[np.float32]
    """(entries,) how much the word counts there."""
    vectors: NDArray[np.float32]
    """(n, dimensions)"""

    @classmethod
    def build(cls, features: Features, texts: Sequence[Sequence[str]]) -> "Neighbours":
        """The examples of each item, in the order of the items."""
        ends = np.cumsum([0, *map(len, texts)])
        split = [features.split(row) for row in features.rows([text for some in texts for text in some])]
        words, vectors = zip(*split, strict=True)
        rows = np.repeat(np.arange(len(words), dtype=np.int32), [len(columns) for columns, _ in words])
        columns, values = (np.concatenate([word[part] for word in words]) for part in (0, 1))
        order = np.argsort(columns, kind="stable")
        starts = np.searchsorted(columns[order], np.arange(len(features.words.columns) + 1))
        unit_vectors = (np.array(vectors) / VECTOR_WEIGHT).astype(np.float32)
        return cls(ends, starts, rows[order], values[order].astype(np.float32), unit_vectors)

    def likeness(self, features: Features, units: Sequence[Row]) -> NDArray[np.float32]:
        """(units, items) mean likeness of each unit to its NEAREST examples of each item: 0 nothing, 2 the same."""
        parts = [self._likeness(features, units[start : start + AT_ONCE]) for start in range(0, len(units), AT_ONCE)]
        return np.concatenate(parts)

    def _likeness(self, features: Features, units: Sequence[Row]) -> NDArray[np.float32]:
        words, vectors = zip(*map(features.split, units), strict=True)
        alike = np.array(vectors) / VECTOR_WEIGHT @ self.vectors.T
        for unit, (columns, values) in enumerate(words):
            for column, value in zip(columns.tolist(), values.tolist(), strict=True):
                entries = slice(self.starts[column], self.starts[column + 1])
                alike[unit, self.rows[entries]] += value * self.values[entries]
        nearest = [
            np.sort(alike[:, start:end], axis=1)[:, -NEAREST:].mean(axis=1) for start, end in pairwise(self.ends)
        ]
        return np.stack(nearest, axis=1).astype(np.float32)

    @classmethod
    def open(cls, folder: Path) -> "Neighbours":
        """The examples that `save` wrote to `folder`."""
        with np.load(folder / "neighbours.npz") as stored:
            vectors = stored["vectors"].astype(np.float32)
            return cls(stored["ends"], stored["starts"], stored["rows"], stored["values"], vectors)

    def save(self, folder: Path) -> None:
        """Write the examples to `folder`: numbers only, no text."""
        np.savez(
            folder / "neighbours.npz",
            ends=self.ends,
            starts=self.starts,
            rows=self.rows,
            values=self.values,
            vectors=self.vectors.astype(np.float16),
        )
