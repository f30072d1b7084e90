"""Indexes that stand beside each other, one for each document: put in and taken out without touching the others.

`PATH/ID` is the store of one document. It is written aside and swapped in whole, like every store; it is renamed aside
before it is deleted, so that nobody opens the half of it. What was stopped half-way, the next writer clears.
"""

import shutil
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path

from index.search import Index
from index.storage import LOCK, Stamp, Store
from index.types import Encoder

KIND = "document"
"""What the stamp of such a store says."""

_ASIDE = ".weg-"

Progress = Callable[[Iterable[int]], Iterable[int]]
"""Wraps the batches of texts while they are indexed, to show how far it is."""


class Additions:
    """The folder `path` with an index for each document, made with one encoder."""

    def __init__(self, path: Path, encoder: Encoder) -> None:
        self.path = path
        self.encoder = encoder

    def names(self) -> list[str]:
        """The documents that have an index, in order."""
        return sorted(folder.name for folder in _folders(self.path) if not folder.name.startswith(_ASIDE))

    def open(self, name: str, content: str) -> Index | None:
        """The index of a document; None when there is none of this content, model and format, or it is damaged."""
        store = Store(self.path / name)
        if store.stamp() != self._stamp(content):
            return None
        try:
            return Index.open(store.folder() / "index")
        except Exception:  # a damaged file makes faiss, bm25s and numpy raise errors of their own
            return None

    def build(self, texts: Sequence[tuple[str, str]], progress: Progress = iter) -> Index:
        """An index of the `texts` (id and text; one or more), for `put` to keep; `progress` wraps the batches."""
        ids, bodies = zip(*texts, strict=True)
        return Index.build(ids, bodies, self.encoder, progress)

    def put(self, name: str, content: str, index: Index) -> None:
        """Keep the index of a document, in the place of what it had; InputError when it cannot be written.

        `content` tells this version of the document from another.
        """
        store = Store(self.path / name)
        with Store(self.path).lock():
            _clear(self.path)
            with store.lock(), store.replace(self._stamp(content)) as folder:
                index.save(folder / "index")

    def _stamp(self, content: str) -> Stamp:
        return Stamp(content, self.encoder.name, KIND)


def keep_only(path: Path, names: Collection[str]) -> None:
    """Take every document but these out of the folder `path` of Additions; nothing of the others is left."""
    if all(folder.name in names for folder in _folders(path)):
        return
    with Store(path).lock():
        for folder in _folders(path):
            if folder.name not in names:
                folder.rename(path / f"{_ASIDE}{uuid.uuid4().hex}")
        _clear(path)


def _folders(path: Path) -> Iterator[Path]:
    """The folders that are stores, or were stopped before they became one; not those of someone else."""
    for folder in list(path.iterdir()) if path.is_dir() else []:
        if folder.is_dir() and ((folder / LOCK).exists() or not any(folder.iterdir())):
            yield folder


def _clear(path: Path) -> None:
    for folder in _folders(path):
        if folder.name.startswith(_ASIDE):
            shutil.rmtree(folder)
