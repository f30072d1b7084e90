"""What a reader of a format gives, one after the other."""

from collections.abc import Callable
from dataclasses import dataclass

from corpus.documents import Block, Link


@dataclass(frozen=True, slots=True)
class PagesRead:
    """How far a reader has come: so many pages of so many."""

    done: int
    total: int


Part = Block | Link | PagesRead
Progress = Callable[[int, int], None]
"""Is told how many pages were read, and of how many: (0, 0) for formats without pages."""
