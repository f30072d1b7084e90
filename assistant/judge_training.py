"""Example sentences and judged drafts -> the judge; `python -m assistant.judge_training` calibrates it."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.svm import LinearSVC

from assistant.calibration import ARRAYS, DEPTH, LEAF, Calibration, Trees
from assistant.drafting import Draft
from assistant.features import Features
from assistant.judging import Judge, elements_of, required_of
from assistant.neighbours import Neighbours
from assistant.training import matrix_of
from corpus import ITEM_IDS, Content, ExampleDraft, ExampleSentence, Meets
from index import Analyzer, Encoder, embedded_encoder

REGULARISATION = 0.15
"""C of the support vector machines; chosen by leaving the last two authors of drafts out."""

TREES = 400
EVERY = 3
"""Of the units of drafts, one in so many serves as an example of what does not meet an element."""


def train_judge(
    content: Content, drafts: Sequence[ExampleDraft], analyzer: Analyzer, encoder: Encoder, calibration: Calibration
) -> Judge:
    """Learn from the example sentences and from `drafts`."""
    sentences = content.example_sentences()
    read = [(Draft(example.text), example) for example in drafts]
    alone = [draft.words(unit) for draft, _ in read for unit in draft.units]
    headed = [draft.under_heading(unit) for draft, _ in read for unit in draft.units]
    features = Features.build([*(sentence.text for sentence in sentences), *alone], analyzer, encoder)
    # Rows: the sentences, the units of the drafts, and those units again under their headings.
    matrix = vstack([matrix_of(features, texts) for texts in ([s.text for s in sentences], alone, headed)]).tocsr()
    marks = np.concatenate([unit_marks(draft, example) for draft, example in read])
    tasks = [
        *_item_tasks(sentences, marks),
        *_element_tasks(sentences, marks, elements_of(content)),
        _concrete_task(sentences),
        _says_task(len(sentences), marks),
    ]
    fitted = Parallel(n_jobs=2, prefer="threads")(delayed(_fit)(matrix, task) for task in tasks)
    weights = np.array([row[:-1] for row in fitted], dtype=np.float32).T
    bias = np.array([row[-1] for row in fitted], dtype=np.float32)
    neighbours = Neighbours.build(features, _examples(sentences, alone, marks))
    return Judge(
        features,
        elements_of(content),
        required_of(content),
        np.ascontiguousarray(weights),
        bias,
        neighbours,
        calibration,
    )


def _examples(sentences: Sequence[ExampleSentence], units: Sequence[str], marks: NDArray[np.int8]) -> list[list[str]]:
    """Of each item the sentences that touch it, and the units of drafts that are evidence for it."""
    return [
        [s.text for s in sentences if s.item == item and s.meets is not Meets.NEE]
        + [units[row] for row in np.flatnonzero(marks[:, column] > 0).tolist()]
        for column, item in enumerate(ITEM_IDS)
    ]


@dataclass(frozen=True)
class Task:
    """Which rows count, which of those are meant, and whether the few that are meant weigh as much as the rest."""

    rows: NDArray[np.intp]
    meant: NDArray[np.bool_]
    balanced: bool = False


def _item_tasks(sentences: Sequence[ExampleSentence], marks: NDArray[np.int8]) -> Iterator[Task]:
    """Does a unit touch the item: its own sentences and evidence, against those of all other items."""
    item = np.array([sentence.item for sentence in sentences])
    missed = np.array([sentence.meets is Meets.NEE for sentence in sentences])
    for column, name in enumerate(ITEM_IDS):
        counts = np.flatnonzero((item != name) | ~missed)
        known = np.flatnonzero(marks[:, column] != 0)
        rows = np.concatenate([counts, known + len(item), known + len(item) + len(marks)])
        evidence = marks[known, column] > 0
        yield Task(rows, np.concatenate([item[counts] == name, evidence, evidence]))


def _element_tasks(
    sentences: Sequence[ExampleSentence], marks: NDArray[np.int8], elements: Sequence[str]
) -> Iterator[Task]:
    """Does a unit meet the element: its sentences, against all others and units of drafts without the item."""
    element = np.array([f"{sentence.item}.{sentence.element}" for sentence in sentences])
    met = np.array([sentence.meets is Meets.JA for sentence in sentences])
    for name in elements:
        absent = np.flatnonzero(marks[:, ITEM_IDS.index(name.split(".")[0])] < 0)[::EVERY]
        rows = np.concatenate([np.arange(len(sentences)), absent + len(sentences)])
        yield Task(rows, np.append((element == name) & met, np.zeros(len(absent), dtype=bool)), balanced=True)


def _concrete_task(sentences: Sequence[ExampleSentence]) -> Task:
    """Does a unit settle something: the sentences that meet an element, against those that postpone or stay vague."""
    meets = np.array([sentence.meets for sentence in sentences])
    useful = np.flatnonzero(meets != Meets.NEE)
    return Task(useful, meets[useful] == Meets.JA)


def _says_task(first: int, marks: NDArray[np.int8]) -> Task:
    """Does a unit say anything of any item: units that are evidence, against units that are evidence for none."""
    evidence = (marks > 0).any(axis=1)
    return Task(np.arange(first, first + 2 * len(marks)), np.append(evidence, evidence), balanced=True)


def unit_marks(draft: Draft, example: ExampleDraft) -> NDArray[np.int8]:
    """(units, 26) 1: evidence for the item, -1: the item is not in the draft, 0: unknown."""
    marks = np.zeros((len(draft.units), len(ITEM_IDS)), dtype=np.int8)
    for column, item in enumerate(ITEM_IDS):
        if item not in example.evidence:
            marks[:, column] = -1
            continue
        for quote in example.evidence[item]:
            start = draft.text.find(quote)
            for row, unit in enumerate(draft.units):
                if unit.start < start + len(quote) and start < unit.end:
                    marks[row, column] = 1
    return marks


def calibrate(content: Content, analyzer: Analyzer, encoder: Encoder) -> Calibration:
    """The calibration: every draft judged by a judge that learned from the drafts of other authors."""
    drafts = content.example_drafts()
    numbers, labels = [], []
    for author in sorted({draft.author for draft in drafts}):
        others = [draft for draft in drafts if draft.author != author]
        judge = train_judge(content, others, analyzer, encoder, NO_CALIBRATION)
        for example in (draft for draft in drafts if draft.author == author):
            draft = Draft(example.text)
            numbers.append(judge.item_numbers(draft, judge.margins(draft)))
            labels += [2 if item in example.present else int(item in example.partial) for item in ITEM_IDS]
        print(f"schrijver {author} is gedaan", file=sys.stderr, flush=True)
    rows, found = np.concatenate(numbers), np.array(labels)
    there = found > 0
    return Calibration(_trees(rows, there), _trees(rows[there], found[there] == 2))


def _trees(rows: NDArray[np.float32], wanted: NDArray[np.bool_]) -> Trees:
    model = GradientBoostingClassifier(
        n_estimators=TREES,
        max_depth=DEPTH,
        learning_rate=0.02,
        subsample=0.6,
        min_samples_leaf=20,
        max_features=0.5,
        random_state=0,
    ).fit(rows, wanted)
    nodes = 2 ** (DEPTH + 1) - 1
    arrays = {name: np.zeros((TREES, nodes)) for name in ARRAYS}
    for number, tree in enumerate(one.tree_ for one in model.estimators_[:, 0]):
        own = np.arange(tree.node_count)
        leaf = tree.children_left == LEAF
        row = (
            np.where(leaf, 0, tree.feature),
            np.where(leaf, 0, tree.threshold.round(5)),
            np.where(leaf, own, tree.children_left),
            np.where(leaf, own, tree.children_right),
            np.where(leaf, model.learning_rate * tree.value[:, 0, 0], 0).round(5),
        )
        for name, values in zip(ARRAYS, row, strict=True):
            arrays[name][number, : tree.node_count] = values
    return Trees(
        round(float(np.log(wanted.mean() / (1 - wanted.mean()))), 5),
        arrays["feature"].astype(np.int64),
        arrays["threshold"],
        arrays["left"].astype(np.int64),
        arrays["right"].astype(np.int64),
        arrays["value"],
    )


def _fit(matrix: csr_matrix, task: Task) -> NDArray[np.float32]:
    weight = "balanced" if task.balanced else None
    machine = LinearSVC(C=REGULARISATION, class_weight=weight, random_state=0).fit(matrix[task.rows], task.meant)
    row: NDArray[np.float32] = np.append(machine.coef_[0], machine.intercept_[0]).astype(np.float32)
    return row


_NO_NODE, _ZERO = np.zeros((1, 1), dtype=np.int64), np.zeros((1, 1))
NO_CALIBRATION = Calibration(*[Trees(0.0, _NO_NODE, _ZERO, _NO_NODE, _NO_NODE, _ZERO)] * 2)
"""Stands in while there is none: everything is equally likely."""


if __name__ == "__main__":
    model = embedded_encoder()
    calibrate(Content.load(), Analyzer(model.pieces), model).save(*(Path(argument) for argument in sys.argv[1:2]))
