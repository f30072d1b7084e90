"""Example questions -> the weights of the classifier (scikit-learn). Only imported when a store is built."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from assistant.features import Features
from corpus import ExampleQuestion

REGULARISATION = 0.4
"""C of the support vector machine; chosen by leaving one author of questions out."""


def fit(
    features: Features, examples: Sequence[ExampleQuestion], labels: Sequence[str]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """(labels, columns) weights and (labels,) biases: one support vector machine a label, against the rest."""
    matrix = _matrix(features, [example.text for example in examples])
    weights = np.zeros((len(labels), features.size), dtype=np.float32)
    bias = np.zeros(len(labels), dtype=np.float32)
    for row, label in enumerate(labels):
        wanted = np.array([label in example.labels for example in examples])
        machine = LinearSVC(C=REGULARISATION, random_state=0).fit(matrix, wanted)
        weights[row], bias[row] = machine.coef_[0], machine.intercept_[0]
    return weights, bias


def _matrix(features: Features, texts: Sequence[str]) -> csr_matrix:
    columns, values = zip(*features.rows(texts), strict=True)
    starts = np.cumsum([0, *(len(row) for row in columns)])
    return csr_matrix((np.concatenate(values), np.concatenate(columns), starts), shape=(len(texts), features.size))
