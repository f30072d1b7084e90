"""Example questions -> a linear classifier: how far a text lies inside or outside each guide."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.features import Features
from corpus import BUITEN, Content, ExampleQuestion
from index import Analyzer, Encoder

LATER = "buiten, als vervolg"
"""The label of what is outside the sources when it is asked after another question: a few words can be enough there."""


@dataclass(frozen=True)
class Margins:
    """How far a text lies inside (> 0) or outside (< 0): of each guide (n,), and of what the sources do not answer."""

    guides: NDArray[np.float32]
    outside: float
    later_outside: float

    @property
    def best(self) -> float:
        """The margin of the best guide."""
        return float(self.guides.max())

    @property
    def how_far_outside(self) -> float:
        """How far outside the sources a text lies: the margin of that, less half of the best guide's."""
        return self.outside - self.best / 2


@dataclass(frozen=True)
class Classifier:
    """Weights (columns, labels) and a bias for each guide, then for BUITEN and LATER."""

    features: Features
    guides: tuple[str, ...]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    @classmethod
    def train(
        cls, content: Content, examples: Sequence[ExampleQuestion], analyzer: Analyzer, encoder: Encoder
    ) -> "Classifier":
        """Learn from example questions; a question with two labels counts for both."""
        from assistant.training import fit  # noqa: PLC0415  scikit-learn: only needed to learn

        texts = [example.text for example in examples]
        features = Features.build(texts, analyzer, encoder)
        guides = tuple(content.guides)
        first = np.array([not example.history for example in examples])
        wanted = [np.array([label in example.labels for example in examples]) for label in (*guides, BUITEN)]
        # A later question counts only for LATER: alone it says too little to teach which guide it is about.
        tasks = [(label, first) for label in wanted] + [(wanted[-1], np.ones_like(first))]
        return cls(features, guides, *fit(features, texts, tasks))

    @classmethod
    def open(cls, folder: Path, analyzer: Analyzer, encoder: Encoder) -> "Classifier":
        """The classifier that `save` wrote to `folder`."""
        features = Features.open(folder, analyzer, encoder)
        with np.load(folder / "classifier.npz") as stored:
            return cls(features, tuple(stored["guides"].tolist()), stored["weights"], stored["bias"])

    def save(self, folder: Path) -> None:
        """Write the classifier to `folder`, which is made."""
        folder.mkdir(parents=True)
        self.features.save(folder)
        np.savez(folder / "classifier.npz", guides=np.array(self.guides), weights=self.weights, bias=self.bias)

    def margins(self, text: str) -> Margins:
        """Where `text` lies."""
        ((columns, values),) = self.features.rows([text])
        margins = values @ self.weights[columns] + self.bias
        return Margins(margins[:-2], float(margins[-2]), float(margins[-1]))
