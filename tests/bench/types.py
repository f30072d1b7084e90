"""The nouns of the benchmark: a task, what an engine finds, and what a run measured."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class Task:
    """Texts to find, each with one or more labels, and queries, each with the one label that is right."""

    texts: tuple[str, ...]
    labels: tuple[tuple[str, ...], ...]
    queries: tuple[str, ...]
    gold: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.texts) != len(self.labels) or len(self.queries) != len(self.gold):
            raise ValueError("a text without labels, or a query without the right answer")
        if missing := set(self.gold) - {label for labels in self.labels for label in labels}:
            raise ValueError(f"no text has the labels {sorted(missing)}")

    @classmethod
    def from_file(cls, path: Path) -> "Task":
        """The task that `save` wrote."""
        row = json.loads(path.read_text(encoding="utf-8"))
        labels = tuple(tuple(some) for some in row["labels"])
        return cls(tuple(row["texts"]), labels, tuple(row["queries"]), tuple(row["gold"]))

    def save(self, path: Path) -> None:
        """Write the task to `path`, for another process."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Found:
    """The number of a text and its score; higher is nearer."""

    row: int
    score: float


class Engine(Protocol):
    """A search program, set up in one way. Making one loads its libraries and model."""

    def build(self, texts: Sequence[str]) -> None:
        """Index `texts`."""

    def search(self, query: str, k: int) -> list[Found]:
        """At most `k` texts, best first."""


@dataclass(frozen=True)
class Run:
    """What one engine did with one task, in a process of its own."""

    load_s: float
    build_s: float
    query_ms: float
    peak_mb: float
    hits: tuple[tuple[Found, ...], ...]

    @classmethod
    def from_line(cls, line: str) -> "Run":
        """The run that `line` holds."""
        row = json.loads(line)
        hits = tuple(tuple(Found(*found) for found in some) for some in row.pop("hits"))
        return cls(hits=hits, **row)

    def line(self) -> str:
        """One line of JSON."""
        row = {name: value for name, value in asdict(self).items() if name != "hits"}
        return json.dumps({**row, "hits": [[[found.row, found.score] for found in some] for some in self.hits]})
