"""Nearest vectors (faiss)."""

from functools import cached_property
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from index.types import Vectors


class VectorIndex:
    """n unit vectors; gives the nearest ones by cosine."""

    def __init__(self, flat: faiss.Index) -> None:
        self._flat = flat

    @classmethod
    def build(cls, vectors: Vectors) -> "VectorIndex":
        """Index the rows of `vectors` (n, d)."""
        flat = faiss.IndexFlatIP(vectors.shape[1])
        flat.add(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls(flat)

    @classmethod
    def open(cls, path: Path) -> "VectorIndex":
        """The index that `save` wrote to `path`."""
        return cls(faiss.read_index(str(path)))

    def save(self, path: Path) -> None:
        """Write the index to `path`."""
        faiss.write_index(self._flat, str(path))

    @property
    def size(self) -> int:
        """n, how many vectors there are."""
        return int(self._flat.ntotal)

    @cached_property
    def all(self) -> Vectors:
        """(n, d) the vectors themselves, not a copy."""
        flat: Any = faiss.downcast_index(self._flat)  # an index read from disk is of the base class until then
        data = faiss.rev_swig_ptr(flat.get_xb(), self.size * flat.d)
        return np.asarray(data, dtype=np.float32).reshape(self.size, flat.d)

    def nearest(self, queries: Vectors, k: int) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """(q, k) cosines and (q, k) row numbers, best first."""
        cosines, rows = self._flat.search(np.ascontiguousarray(queries, dtype=np.float32), min(k, self.size))
        return cosines, rows
