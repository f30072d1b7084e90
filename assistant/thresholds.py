"""The numbers between scores and decisions, and how to find them again for another model."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MOST_FALSE_REFUSALS = 0.015
"""Share of questions inside the sources that may be refused when the threshold is chosen."""


@dataclass(frozen=True)
class Thresholds:
    """The standard values were chosen for the embedded model, on the held-out questions of November 2026."""

    sharpness: float = 8.0
    """Factor from the classifier's margins to probabilities (softmax)."""
    refuse_from: float = 0.0
    """How far outside the sources a question must lie to be refused: 98 % of what is outside, 0.4 % of what is not."""
    refuse_later_from: float = 0.2
    """The same for a question after another one, by the margin that was learned for those."""

    @classmethod
    def open(cls, folder: Path) -> "Thresholds":
        """What `save` wrote to the store, else the standard values."""
        path = folder / "ijking.json"
        return cls(**json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else cls()

    def save(self, folder: Path) -> None:
        """Write the thresholds to the folder of the store that holds."""
        (folder / "ijking.json").write_text(json.dumps(asdict(self)), encoding="utf-8")

    @classmethod
    def fitted(
        cls, guides: NDArray[np.float32], outside: NDArray[np.float32], right: Sequence[NDArray[np.bool_] | None]
    ) -> "Thresholds":
        """From the (n, guides) margins of questions, how far (n,) each lies outside, and which guides are right.

        `right` holds None for a question that must be refused.
        """
        inside = np.array([wanted is not None for wanted in right])
        refuse_from = float(np.quantile(outside[inside], 1 - MOST_FALSE_REFUSALS))
        hits = np.array([wanted[row.argmax()] for row, wanted in zip(guides, right, strict=True) if wanted is not None])
        sharpness = min(np.arange(1.0, 12.5, 0.5), key=lambda s: calibration_error(best_score(guides[inside], s), hits))
        return cls(float(sharpness), refuse_from, cls.refuse_later_from)


def best_score(guides: NDArray[np.float32], sharpness: float) -> NDArray[np.float64]:
    """(n,) the probability of the best guide, by softmax over the (n, guides) margins."""
    powers = np.exp((guides - guides.max(axis=1, keepdims=True)) * sharpness)
    best: NDArray[np.float64] = (powers.max(axis=1) / powers.sum(axis=1)).astype(np.float64)
    return best


def calibration_error(scores: NDArray[np.float64], hits: NDArray[np.bool_], bins: int = 10) -> float:
    """Mean distance between score and share right over groups of like scores (expected calibration error)."""
    groups = np.minimum((scores * bins).astype(int), bins - 1)
    parts = (groups == group for group in np.unique(groups))
    return float(sum(abs(scores[part].mean() - hits[part].mean()) * part.mean() for part in parts))
