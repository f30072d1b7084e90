"""What was said beside what is right -> the figures that every evaluation uses."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean

BINS = 10


@dataclass(frozen=True, slots=True)
class Score:
    """How often something was wanted, how often it was said, and how often both."""

    wanted: int
    said: int
    both: int

    @classmethod
    def of(cls, pairs: Iterable[tuple[bool, bool]]) -> "Score":
        """From pairs of whether it was wanted and whether it was said."""
        kept = list(pairs)
        return cls(sum(w for w, _ in kept), sum(s for _, s in kept), sum(w and s for w, s in kept))

    @property
    def precision(self) -> float:
        """Share of what was said that is right; 0 when nothing was said."""
        return self.both / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that was said; 0 when nothing was wanted."""
        return self.both / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 when nothing was wanted or said."""
        return 2 * self.both / (self.wanted + self.said) if self.wanted + self.said else 0.0


@dataclass(frozen=True, slots=True)
class Bin:
    """Cases with about the same score: their mean score, the share of them that was right, and how many."""

    score: float
    right: float
    count: int


def bins(scored: Iterable[tuple[float, bool]]) -> list[Bin]:
    """Cases, each a score from 0 to 1 and whether it was right, in at most BINS groups, lowest scores first."""
    grouped: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for score, right in scored:
        grouped[min(BINS - 1, int(score * BINS))].append((score, right))
    return [
        Bin(fmean(score for score, _ in group), fmean(right for _, right in group), len(group))
        for _, group in sorted(grouped.items())
    ]


def calibration_error(groups: Iterable[Bin]) -> float:
    """Mean distance between score and share right, weighted by how many (expected calibration error)."""
    kept = list(groups)
    return sum(abs(g.score - g.right) * g.count for g in kept) / max(1, sum(g.count for g in kept))


def worse_than(
    floors: Mapping[str, float], figures: Mapping[str, float], smaller_is_better: Collection[str]
) -> list[str]:
    """The names of the figures that are worse than their floor."""
    return [
        name
        for name, value in figures.items()
        if (value > floors[name] if name in smaller_is_better else value < floors[name])
    ]


def figure_lines(figures: Mapping[str, float], floors: Mapping[str, float], below: Collection[str]) -> list[str]:
    """The figures beside their floors, a line each."""
    return [
        f"{name:26} {value:.3f}   (vloer {floors[name]:.2f}){'  TE LAAG' if name in below else ''}"
        for name, value in figures.items()
    ]
