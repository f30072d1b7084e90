"""Example questions -> the weights of the classifier (scikit-learn). Only imported when a store is built."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from assistant.features import Features

REGULARISATION = 0.4
"""C of the support vector machine; chosen by leaving one author of questions out."""


Task = tuple[NDArray[np.bool_], NDArray[np.bool_]]
"""(n,) which texts are meant, and (n,) which texts count at all."""


def fit(
    features: Features, texts: Sequence[str], tasks: Sequence[Task]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """(columns, tasks) weights and (tasks,) biases: a support vector machine a task, those meant against the rest."""
    matrix = matrix_of(features, texts)
    weights = np.zeros((features.size, len(tasks)), dtype=np.float32)
    bias = np.zeros(len(tasks), dtype=np.float32)
    for row, (wanted, counts) in enumerate(tasks):
        machine = LinearSVC(C=REGULARISATION, random_state=0).fit(matrix[counts], wanted[counts])
        weights[:, row], bias[row] = machine.coef_[0], machine.intercept_[0]
    return weights, bias


def matrix_of(features: Features, texts: Sequence[str]) -> csr_matrix:
    """(texts, columns) the features of the texts."""
    columns, values = zip(*features.rows(texts), strict=True)
    starts = np.cumsum([0, *(len(row) for row in columns)])
    return csr_matrix((np.concatenate(values), np.concatenate(columns), starts), shape=(len(texts), features.size))
