"""Judged drafts -> how far the review of each item can be relied on, by cross-validation.

`toets_betrouwbaarheid.json` was made by it: `python -m assistant evalueer --concepten --bewaar`.
"""

from collections.abc import Callable

from assistant.calibration import Calibration
from assistant.citing import Citer
from assistant.evaluating_drafts import item_scores
from assistant.judged_drafts import JudgedItem, judged_items
from assistant.reliability import Measured, Reliability
from assistant.reviewing import Reviewer
from corpus import Content
from index import Analyzer, Encoder

FOLDS = 4


def measure_reliability(
    content: Content, analyzer: Analyzer, encoder: Encoder, say: Callable[[str], None]
) -> Reliability:
    """Of each item, from all judged drafts, each reviewed by a judge that did not learn from it; takes minutes.

    The example sentences are learned from in every fold, and the calibration is the one that is in use.
    """
    from assistant.judge_training import train_judge  # noqa: PLC0415  scikit-learn: only needed to learn

    drafts = [*content.example_drafts(), *content.example_drafts(held_out=True)]
    citer, calibration = Citer(content, analyzer), Calibration.open()
    judged: list[JudgedItem] = []
    for fold in range(FOLDS):
        learned = [draft for number, draft in enumerate(drafts) if number % FOLDS != fold]
        judge = train_judge(content, learned, analyzer, encoder, calibration)
        judged += judged_items(Reviewer(content, judge, citer).review, drafts[fold::FOLDS])
        say(f"Deel {fold + 1} van {FOLDS} is gemeten.")
    scores = item_scores(judged)
    return Reliability({item: Measured(round(score.f1, 3), score.wanted) for item, score in scores.items()})
