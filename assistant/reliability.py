"""How far the review of each item can be relied on: measured by cross-validation, kept in a file, read by who shows it.

`toets_betrouwbaarheid.json` was made by `python -m assistant evalueer --concepten --bewaar`.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistant.calibration import Calibration
from assistant.citing import Citer
from assistant.evaluating_drafts import item_scores
from assistant.judged_drafts import JudgedItem, judged_items
from assistant.reviewing import Reviewer
from assistant.saving import replace_file
from assistant.scoring import Score
from corpus import Content
from index import Analyzer, Encoder

FILE = Path(__file__).parent / "toets_betrouwbaarheid.json"
FOLDS = 4


@dataclass(frozen=True)
class Reliability:
    """How well a review finds an item (F1, from 0 to 1), and in how many drafts of the measurement it stood."""

    f1: float
    drafts: int

    @classmethod
    def of(cls, score: Score) -> "Reliability":
        """From the drafts that have the item and those in which it was found."""
        return cls(round(score.f1, 3), score.wanted)


def measure_reliability(
    content: Content, analyzer: Analyzer, encoder: Encoder, say: Callable[[str], None]
) -> dict[str, Reliability]:
    """For each item, from all judged drafts, each reviewed by a judge that did not learn from it; takes minutes.

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
    return {item: Reliability.of(score) for item, score in item_scores(judged).items()}


def save_reliability(reliability: dict[str, Reliability], path: Path = FILE) -> None:
    """Write what was measured to `path`; InputError when that cannot be."""
    rows = [f' "{item}": {json.dumps({"f1": r.f1, "drafts": r.drafts})}' for item, r in reliability.items()]
    replace_file(path, ("{\n" + ",\n".join(rows) + "\n}\n").encode())


def load_reliability(path: Path = FILE) -> dict[str, Reliability]:
    """What `save_reliability` wrote, by item."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    return {item: Reliability(row["f1"], row["drafts"]) for item, row in stored.items()}
