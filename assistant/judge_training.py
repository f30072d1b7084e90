"""Example sentences and judged drafts -> the judge; `python -m assistant.judge_training` calibrates it."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from assistant.calibration import Calibration, Logistic
from assistant.drafting import Draft
from assistant.features import Features
from assistant.judging import Judge, elements_of, required_of
from assistant.training import matrix_of
from corpus import ITEM_IDS, Content, ExampleDraft, ExampleSentence, Meets
from index import Analyzer, Encoder, embedded_encoder

REGULARISATION = 0.5
FOLDS = 4
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
    tasks = [*_item_tasks(sentences, marks), *_element_tasks(sentences, marks, elements_of(content))]
    meets = np.array([sentence.meets for sentence in sentences])
    useful = np.flatnonzero(meets != Meets.NEE)
    tasks.append((useful, meets[useful] == Meets.JA))
    fitted = Parallel(n_jobs=2, prefer="threads")(delayed(_fit)(matrix, *task) for task in tasks)
    weights, bias = np.array([row[:-1] for row in fitted]), np.array([row[-1] for row in fitted], dtype=np.float32)
    return Judge(features, elements_of(content), required_of(content), weights.astype(np.float32), bias, calibration)


Task = tuple[NDArray[np.intp], NDArray[np.bool_]]
"""Which rows count, and which of those are meant."""


def _item_tasks(sentences: Sequence[ExampleSentence], marks: NDArray[np.int8]) -> Iterator[Task]:
    """Does a unit touch the item: its own sentences and evidence, against those of all other items."""
    item = np.array([sentence.item for sentence in sentences])
    missed = np.array([sentence.meets is Meets.NEE for sentence in sentences])
    for column, name in enumerate(ITEM_IDS):
        counts = np.flatnonzero((item != name) | ~missed)
        known = np.flatnonzero(marks[:, column] != 0)
        rows = np.concatenate([counts, known + len(item), known + len(item) + len(marks)])
        evidence = marks[known, column] > 0
        yield rows, np.concatenate([item[counts] == name, evidence, evidence])


def _element_tasks(
    sentences: Sequence[ExampleSentence], marks: NDArray[np.int8], elements: Sequence[str]
) -> Iterator[Task]:
    """Does a unit meet the element: its sentences, against all that do not, and units of drafts without the item."""
    item = np.array([sentence.item for sentence in sentences])
    element = np.array([f"{sentence.item}.{sentence.element}" for sentence in sentences])
    met = np.array([sentence.meets is Meets.JA for sentence in sentences])
    for name in elements:
        own = name.split(".")[0]
        counts = np.flatnonzero((element == name) | (item != own) | ~met)
        absent = np.flatnonzero(marks[:, ITEM_IDS.index(own)] < 0)[::EVERY]
        wanted = (element[counts] == name) & met[counts]
        yield np.concatenate([counts, absent + len(item)]), np.append(wanted, np.zeros(len(absent), dtype=bool))


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


def calibrate(content: Content, analyzer: Analyzer, encoder: Encoder, plain: Calibration) -> Calibration:
    """The calibration: every draft judged by a judge that learned from the other folds."""
    drafts = content.example_drafts()
    numbers, labels = [], []
    for fold in range(FOLDS):
        judge = train_judge(content, [d for n, d in enumerate(drafts) if n % FOLDS != fold], analyzer, encoder, plain)
        for example in drafts[fold::FOLDS]:
            draft = Draft(example.text)
            numbers.append(judge.item_numbers(draft, *judge.margins(draft)))
            labels += [2 if item in example.present else int(item in example.partial) for item in ITEM_IDS]
        print(f"deel {fold + 1} van {FOLDS}", file=sys.stderr, flush=True)
    rows, found = np.concatenate(numbers), np.array(labels)
    there = found > 0
    return Calibration(_logistic(rows, there), _logistic(rows[there], found[there] == 2))


def _logistic(rows: NDArray[np.float32], wanted: NDArray[np.bool_]) -> Logistic:
    mean, scale = rows.mean(axis=0).astype(float), rows.std(axis=0).astype(float) + 1e-9
    model = LogisticRegression(C=1.0, max_iter=3000).fit((rows - mean) / scale, wanted)
    return Logistic(mean, scale, model.coef_[0], float(model.intercept_[0]))


def _fit(matrix: csr_matrix, rows: NDArray[np.intp], wanted: NDArray[np.bool_]) -> NDArray[np.float32]:
    machine = LinearSVC(C=REGULARISATION, random_state=0).fit(matrix[rows], wanted)
    row: NDArray[np.float32] = np.append(machine.coef_[0], machine.intercept_[0]).astype(np.float32)
    return row


def no_calibration() -> Calibration:
    """Stands in while there is none: everything is equally likely."""
    flat = Logistic(np.zeros(1), np.ones(1), np.zeros(1), 0.0)
    return Calibration(flat, flat)


if __name__ == "__main__":
    model = embedded_encoder()
    calibrate(Content.load(), Analyzer(model.pieces), model, no_calibration()).save(
        *(Path(argument) for argument in sys.argv[1:2])
    )
