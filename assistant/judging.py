"""The units of a draft -> for each item and element how surely it is there: learned from example sentences and drafts.

Two kinds of linear classifiers look at every unit, alone and under its heading: does it touch this item, and does it
meet this element? What they say of the best units of a draft becomes a few numbers an item, and from those the
probability that the item is there, and that it is complete. Postponing ("volgt na de zomer") and denying ("geen")
count against a unit.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.calibration import Calibration
from assistant.drafting import Draft
from assistant.features import Features
from corpus import ITEM_IDS, Content
from index import Analyzer, Encoder

Numbers = NDArray[np.float32]

POSTPONED = re.compile(
    r"\b(nog|wordt (?:nader |later )?uitgewerkt|volgt|na de zomer|todo|pm|nader|later|verkennen|streven|willen|gaan we"
    r"|zullen|voornemens|t\.?b\.?d|aanvullen|invullen|bepalen)\b",
    re.IGNORECASE,
)
DENIED = re.compile(r"\b(niet|geen|nooit|evenmin)\b", re.IGNORECASE)
POSTPONED_COSTS = 0.25
"""Taken from the margin of an element for a unit that postpones."""

NOTHING = -1.5
"""Margin that stands for a unit that is not there."""

HEADING_COSTS = 0.5
"""Taken from the margins of a heading: it announces, it does not say."""


@dataclass(frozen=True)
class Judgement:
    """What the classifiers say of a draft."""

    touches: Numbers
    """(units, 26) margin with which each unit touches each item."""
    meets: Numbers
    """(units, elements) margin with which each unit meets each element."""
    present: Numbers
    """(26,) probability that the item is there, complete or not."""
    complete: Numbers
    """(26,) probability that an item that is there is complete."""


@dataclass(frozen=True)
class Judge:
    """The learned weights: a row for each item, each element, and one for how concrete a unit is."""

    features: Features
    elements: tuple[str, ...]
    required: NDArray[np.bool_]
    weights: Numbers
    bias: Numbers
    calibration: Calibration

    def judge(self, draft: Draft) -> Judgement:
        """Every unit of `draft` against every item and element."""
        touches, meets, concrete = self.margins(draft)
        numbers = self.item_numbers(draft, touches, meets, concrete)
        return Judgement(touches, meets, self.calibration.present(numbers), self.calibration.complete(numbers))

    def margins(self, draft: Draft) -> tuple[Numbers, Numbers, Numbers]:
        """(units, 26) touching an item, (units, elements) meeting an element, (units,) how concrete."""
        alone = self._margins([draft.words(unit) for unit in draft.units])
        headed = self._margins([draft.under_heading(unit) for unit in draft.units])
        wide = self._margins([draft.around(number) for number in range(len(draft.units))])
        items = len(ITEM_IDS)
        touches = 0.4 * alone[:, :items] + 0.4 * headed[:, :items] + 0.2 * wide[:, :items]
        touches -= HEADING_COSTS * np.array([[unit.is_heading] for unit in draft.units], dtype=np.float32)
        meets = (alone[:, items:-1] + headed[:, items:-1]) / 2
        return touches.astype(np.float32), meets.astype(np.float32), alone[:, -1]

    def _margins(self, texts: Sequence[str]) -> Numbers:
        rows = self.features.rows(texts)
        return np.array([self.weights[:, columns] @ values + self.bias for columns, values in rows], dtype=np.float32)

    def item_numbers(self, draft: Draft, touches: Numbers, meets: Numbers, concrete: Numbers) -> Numbers:
        """(26, numbers) what the margins of all units come down to, an item a row."""
        words = [draft.words(unit) for unit in draft.units]
        postponed = np.array([bool(POSTPONED.search(text)) for text in words])
        denied = np.array([bool(DENIED.search(text)) for text in words])
        counted = np.array([any(letter.isdigit() for letter in text) for text in words])
        costs = POSTPONED_COSTS * postponed + HEADING_COSTS * np.array([unit.is_heading for unit in draft.units])
        certain = meets - costs[:, None]
        rows = []
        for number, item in enumerate(ITEM_IDS):
            order = np.argsort(-touches[:, number])
            best = np.append(touches[order, number], np.full(8, NOTHING))
            mine = [column for column, name in enumerate(self.elements) if name.startswith(f"{item}.")]
            met = certain[:, mine].max(axis=0)
            soft = 1 / (1 + np.exp(-5 * (met + 0.35)))
            asked = self.required[mine]
            top = order[:3]
            rivals = touches[order[0]]
            rows.append(
                [
                    *best[:3],
                    best[:5].mean(),
                    *((best > level).sum() for level in (-0.6, -0.3, 0)),
                    *np.sort(met)[::-1][:2],
                    met[asked].mean(),
                    met[asked].min(),
                    soft.sum(),
                    soft[asked].mean(),
                    concrete[top].max(),
                    concrete[top].mean(),
                    postponed[top].mean(),
                    denied[order[0]],
                    counted[top].mean(),
                    (rivals > rivals[number]).sum(),
                    (touches[:, number] >= touches.max(axis=1)).sum(),
                    np.log(len(words)),
                    len(words[order[0]]) / 100,
                ]
            )
        return np.array(rows, dtype=np.float32)

    @classmethod
    def open(cls, folder: Path, content: Content, analyzer: Analyzer, encoder: Encoder) -> "Judge":
        """The judge that `save` wrote to `folder`."""
        with np.load(folder / "judge.npz") as stored:
            return cls(
                Features.open(folder, analyzer, encoder),
                elements_of(content),
                required_of(content),
                stored["weights"].astype(np.float32),
                stored["bias"],
                Calibration.open(),
            )

    def save(self, folder: Path) -> None:
        """Write the judge to `folder`, which is made."""
        folder.mkdir(parents=True)
        self.features.save(folder)
        np.savez(folder / "judge.npz", weights=self.weights.astype(np.float16), bias=self.bias)


def elements_of(content: Content) -> tuple[str, ...]:
    """Every element as `item.element`, in the order of the items."""
    return tuple(f"{item.id}.{element.id}" for item in content.items.values() for element in item.elements)


def required_of(content: Content) -> NDArray[np.bool_]:
    """(elements,) which of them the handreiking asks for."""
    return np.array([element.required for item in content.items.values() for element in item.elements])
