"""What the classifiers say of an item -> probabilities: two sets of small decision trees, with their numbers in a file.

`toets_ijking.json` was made by `python -m assistant.judge_training` from the judged drafts, each judged by
classifiers that had seen no draft of its author.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FILE = Path(__file__).parent / "toets_ijking.json"
DEPTH = 3
"""Questions that a tree asks at most."""

LEAF = -1


@dataclass(frozen=True)
class Trees:
    """Boosted decision trees, added up to log-odds. All arrays are (trees, nodes); node 0 is where a tree begins."""

    bias: float
    feature: NDArray[np.int64]
    """Which number a node asks about; of a leaf any."""
    threshold: NDArray[np.float64]
    left: NDArray[np.int64]
    """The next node when the number is at most the threshold; of a leaf itself."""
    right: NDArray[np.int64]
    value: NDArray[np.float64]
    """What a leaf adds."""

    def __call__(self, numbers: NDArray[np.float32]) -> NDArray[np.float32]:
        """(n,) probability of each row of `numbers` (n, k)."""
        trees = np.arange(len(self.value))
        rows = np.arange(len(numbers))[:, None]
        node = np.zeros((len(numbers), len(trees)), dtype=np.int64)
        for _ in range(DEPTH):
            low = numbers[rows, self.feature[trees, node]] <= self.threshold[trees, node]
            node = np.where(low, self.left[trees, node], self.right[trees, node])
        margins = self.bias + self.value[trees, node].sum(axis=1)
        probabilities: NDArray[np.float32] = (1 / (1 + np.exp(-margins))).astype(np.float32)
        return probabilities


@dataclass(frozen=True)
class Calibration:
    """The two probabilities: that an item is there, and that one that is there is complete."""

    present: Trees
    complete: Trees

    @classmethod
    def open(cls, path: Path = FILE) -> "Calibration":
        """The calibration that `save` wrote."""
        stored = json.loads(path.read_text(encoding="utf-8"))
        return cls(*(_opened(stored[name]) for name in ("present", "complete")))

    def save(self, path: Path = FILE) -> None:
        """Write the numbers to `path`, a line for each tree."""
        parts = [
            f' "{name}": {_written(trees)}' for name, trees in (("present", self.present), ("complete", self.complete))
        ]
        path.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


ARRAYS = ("feature", "threshold", "left", "right", "value")


def _written(trees: Trees) -> str:
    lines = map(json.dumps, zip(*(getattr(trees, name).tolist() for name in ARRAYS), strict=True))
    joined = ",\n  ".join(lines)
    return f'{{"bias": {trees.bias}, "trees": [\n  {joined}\n ]}}'


def _opened(stored: dict[str, object]) -> Trees:
    lines = stored["trees"]
    assert isinstance(lines, list)
    arrays = {name: np.array([line[place] for line in lines]) for place, name in enumerate(ARRAYS)}
    return Trees(bias=float(str(stored["bias"])), **arrays)
