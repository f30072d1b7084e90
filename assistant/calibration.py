"""What the classifiers say of an item -> probabilities: two small logistic regressions, with their numbers in a file.

`toets_ijking.json` was made by `python -m assistant.judge_training` from the judged drafts, each judged by
classifiers that had not seen it.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FILE = Path(__file__).parent / "toets_ijking.json"


@dataclass(frozen=True)
class Logistic:
    """Numbers (n, k) -> probabilities (n,)."""

    mean: NDArray[np.float64]
    scale: NDArray[np.float64]
    weights: NDArray[np.float64]
    bias: float

    def __call__(self, numbers: NDArray[np.float32]) -> NDArray[np.float32]:
        """(n,) probability of each row of `numbers`."""
        margins = (numbers - self.mean) / self.scale @ self.weights + self.bias
        return (1 / (1 + np.exp(-margins))).astype(np.float32)


@dataclass(frozen=True)
class Calibration:
    """The two probabilities: that an item is there, and that one that is there is complete."""

    present: Logistic
    complete: Logistic

    @classmethod
    def open(cls, path: Path = FILE) -> "Calibration":
        """The calibration that `save` wrote."""
        stored = json.loads(path.read_text(encoding="utf-8"))
        return cls(*(_logistic(stored[name]) for name in ("present", "complete")))

    def save(self, path: Path = FILE) -> None:
        """Write the numbers to `path`."""
        rows = {name: getattr(self, name) for name in ("present", "complete")}
        stored = {
            name: {"mean": r.mean.tolist(), "scale": r.scale.tolist(), "weights": r.weights.tolist(), "bias": r.bias}
            for name, r in rows.items()
        }
        path.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


def _logistic(row: dict[str, list[float]]) -> Logistic:
    mean, scale, weights = (np.array(row[name]) for name in ("mean", "scale", "weights"))
    return Logistic(mean, scale, weights, float(row["bias"]))  # type: ignore[arg-type]
