"""Figures from what was found: ranks, hits, medians and memory."""

import resource
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.types import Found, Task


def ranking(hits: Sequence[Found], labels: Sequence[tuple[str, ...]], votes: int) -> list[str]:
    """The labels of the texts found, best first.

    With `votes` 1 a label is worth its best text; with more, the sum of its texts among the first `votes`.
    """
    worth: dict[str, float] = {}
    for place, found in enumerate(hits):
        for label in labels[found.row]:
            if votes == 1 or place >= votes:  # beyond the voters a label only joins at the end of the list
                worth.setdefault(label, found.score if votes == 1 else -float(place))
            else:
                worth[label] = worth.get(label, 0.0) + found.score
    return sorted(worth, key=lambda label: -worth[label])


def ranks(rankings: Sequence[Sequence[str]], gold: Sequence[str]) -> list[int]:
    """For each query the place (1 is first) of the right label; 0 when it is not there."""
    return [row.index(right) + 1 if right in row else 0 for row, right in zip(rankings, gold, strict=True)]


def ranks_of(hits: Sequence[Sequence[Found]], task: Task, votes: int = 1) -> list[int]:
    """For each query of `task` the place of the right label among what was found."""
    return ranks([ranking(found, task.labels, votes) for found in hits], task.gold)


def share_within(places: Sequence[int], k: int) -> float:
    """The share of the queries with the right label among the first `k`: hit@1, recall@3, R@10."""
    return sum(1 for place in places if 0 < place <= k) / len(places)


def reciprocal(places: Sequence[int], k: int = 10) -> float:
    """MRR@k: the mean of 1 / place, nothing for a right label beyond `k`."""
    return sum(1 / place for place in places if 0 < place <= k) / len(places)


def peak_mb() -> float:
    """The most memory that this process ever had, in MB (10^6 bytes)."""
    for line in _status("self"):
        if line.startswith("VmHWM"):
            return int(line.split()[1]) * 1024 / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak * (1 if sys.platform == "darwin" else 1024) / 1e6


def resident_mb(process: int) -> float:
    """The memory that another process has now, in MB (10^6 bytes); 0 where the system does not tell."""
    return next((int(line.split()[1]) * 1024 / 1e6 for line in _status(str(process)) if line.startswith("VmRSS")), 0.0)


def _status(process: str) -> Iterator[str]:
    path = Path("/proc") / process / "status"
    if path.is_file():
        yield from path.read_text(encoding="utf-8").splitlines()
