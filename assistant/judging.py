"""The units of a draft -> for each item and element how surely it is there: learned from example sentences and drafts.

Linear classifiers look at every unit, alone, under its heading and with its neighbours: does it touch this item, does
it meet this element, does it settle anything? Beside them stands how like it is to the examples of each item. What
they say of the best units of a draft becomes a few numbers an item, and from those the probability that the item is
there, and that it is complete. Postponing ("volgt na de zomer") and denying ("geen")
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
from assistant.neighbours import Neighbours
from assistant.wording import BLANK
from corpus import ITEM_IDS, Content
from index import Analyzer, Encoder

Numbers = NDArray[np.float32]

POSTPONED = re.compile(
    r"\b(nog|wordt (?:nader |later )?uitgewerkt|volgt|na de zomer|todo|pm|nader|later|verkennen|streven|willen|gaan we"
    r"|zullen|voornemens|t\.?b\.?d|aanvullen|invullen|bepalen)\b",
    re.IGNORECASE,
)
DENIED = re.compile(r"\b(niet|geen|nooit|evenmin)\b", re.IGNORECASE)
BLANK_COSTS = 1.0
"""Taken from every margin of a unit with a blank: what is not filled in says nothing yet."""

BLANK_LIKENESS = 0.3
"""What is left of its likeness to the examples."""

POSTPONED_COSTS = 0.25
"""Taken from the margin of an element for a unit that postpones."""

NOTHING = -1.5
"""Margin that stands for a unit that is not there."""

TOP = 3
"""Units that count as the best ones for an item."""

HEADING_COSTS = 0.5
"""Taken from the margins of a heading: it announces, it does not say."""


MET_FROM = -0.8
"""Margin from which a unit meets an element, when it settles something (SETTLES_FROM) and hardly another element of the
item fits it better (AS_GOOD); chosen on the example sentences that are held out."""

SETTLES_FROM = 0.0
AS_GOOD = 0.1

CONCRETE, SAYS = -2, -1
"""Where the last two classifiers stand: does a unit settle something, and does it say anything of any item at all?"""


@dataclass(frozen=True)
class Margins:
    """What the classifiers say of the units of a draft: below 0 rather not, above 0 rather so."""

    touches: Numbers
    """(units, 26) whether each unit touches each item."""
    meets: Numbers
    """(units, elements) whether each unit meets each element."""
    concrete: Numbers
    """(units,) whether it settles something, and does not postpone it or stay vague."""
    says: Numbers
    """(units,) whether it says anything of any item: a table of contents or an agenda does not."""
    alike: Numbers
    """(units, 26) likeness to the nearest examples of each item."""


@dataclass(frozen=True)
class Judgement:
    """What is made of a draft."""

    touches: Numbers
    """(units, 26) margin with which each unit touches each item."""
    meets: Numbers
    """(units, elements) margin with which each unit meets each element."""
    concrete: Numbers
    """(units,) margin with which each unit settles something."""
    present: Numbers
    """(26,) probability that the item is there, complete or not."""
    complete: Numbers
    """(26,) probability that an item that is there is complete."""


@dataclass(frozen=True)
class Judge:
    """The learned weights (columns, tasks) and biases: for each item, each element, CONCRETE and SAYS."""

    features: Features
    elements: tuple[str, ...]
    required: NDArray[np.bool_]
    weights: Numbers
    bias: Numbers
    neighbours: Neighbours
    calibration: Calibration

    def judge(self, draft: Draft) -> Judgement:
        """Every unit of `draft` against every item and element."""
        margins = self.margins(draft)
        numbers = self.item_numbers(draft, margins)
        present, complete = self.calibration.present(numbers), self.calibration.complete(numbers)
        return Judgement(margins.touches, margins.meets, margins.concrete, present, complete)

    def margins(self, draft: Draft) -> Margins:
        """What the classifiers say of every unit: alone, under its heading, and with its neighbours."""
        words = [draft.words(unit) for unit in draft.units]
        headings = [(f"{unit.heading}.",) if unit.heading else () for unit in draft.units]
        pieces: list[tuple[str, ...]] = [(text,) for text in words]
        pieces += [(*heading, text) for heading, text in zip(headings, words, strict=True)]
        pieces += [tuple(words[max(0, number - 1) : number + 2]) for number in range(len(words))]
        rows = list(self.features.joined_rows(pieces))
        found = np.array([values @ self.weights[columns] + self.bias for columns, values in rows], dtype=np.float32)
        blank = np.array([bool(BLANK.search(text)) for text in words])
        alone, headed, wide = np.split(found - BLANK_COSTS * np.tile(blank, 3)[:, None], 3)
        items = len(ITEM_IDS)
        touches = 0.4 * alone[:, :items] + 0.4 * headed[:, :items] + 0.2 * wide[:, :items]
        touches -= HEADING_COSTS * np.array([[unit.is_heading] for unit in draft.units], dtype=np.float32)
        both = (alone + headed) / 2
        return Margins(
            touches=touches.astype(np.float32),
            meets=both[:, items : items + len(self.elements)].astype(np.float32),
            concrete=alone[:, CONCRETE].astype(np.float32),
            says=both[:, SAYS].astype(np.float32),
            alike=self.neighbours.likeness(self.features, rows[: len(words)])
            * np.where(blank, np.float32(BLANK_LIKENESS), np.float32(1))[:, None],
        )

    def item_numbers(self, draft: Draft, margins: Margins) -> Numbers:
        """(26, numbers) what the margins of all units come down to, an item a row."""
        facts = UnitFacts.of(draft)
        certain = margins.meets - (POSTPONED_COSTS * facts.postponed + HEADING_COSTS * facts.heading)[:, None]
        rows = []
        for number, item in enumerate(ITEM_IDS):
            mine = [column for column, name in enumerate(self.elements) if name.startswith(f"{item}.")]
            order = np.argsort(-margins.touches[:, number])
            rows.append(
                [
                    *_touching(margins.touches, number, order),
                    *_meeting(certain[:, mine].max(axis=0), self.required[mine]),
                    *_saying(margins, number, order),
                    *_likening(margins.alike, number, order),
                    *facts.of_best(order),
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
                Neighbours.open(folder),
                Calibration.open(),
            )

    def save(self, folder: Path) -> None:
        """Write the judge to `folder`, which is made."""
        folder.mkdir(parents=True)
        self.features.save(folder)
        self.neighbours.save(folder)
        np.savez(folder / "judge.npz", weights=self.weights.astype(np.float16), bias=self.bias)


def met(meets: Numbers, concrete: Numbers, words: Sequence[str]) -> NDArray[np.bool_]:
    """(units, elements) which units meet which of the elements of one item; what postpones does not meet anything.

    `meets` (units, elements) holds the margins of these elements alone, `concrete` (units,) how concrete a unit is.
    """
    firm = np.array([not POSTPONED.search(text) for text in words], dtype=bool) & (concrete >= SETTLES_FROM)
    best = meets.max(axis=1, keepdims=True, initial=-np.inf)
    found: NDArray[np.bool_] = firm[:, None] & (meets >= MET_FROM) & (meets >= best - AS_GOOD)
    return found


@dataclass(frozen=True)
class UnitFacts:
    """What can be read off the units of a draft, (units,) each."""

    heading: Numbers
    postponed: Numbers
    denied: Numbers
    counted: Numbers
    length: Numbers

    @classmethod
    def of(cls, draft: Draft) -> "UnitFacts":
        """The facts of every unit."""
        words = [draft.words(unit) for unit in draft.units]
        facts = (
            [unit.is_heading for unit in draft.units],
            [bool(POSTPONED.search(text)) for text in words],
            [bool(DENIED.search(text)) for text in words],
            [any(letter.isdigit() for letter in text) for text in words],
            [len(text) / 100 for text in words],
        )
        return cls(*(np.array(fact, dtype=np.float32) for fact in facts))

    def of_best(self, order: NDArray[np.intp]) -> list[float]:
        """Of the units that touch an item most."""
        best, top = order[0], order[:TOP]
        return [
            float(self.postponed[top].mean()),
            float(self.denied[best]),
            float(self.counted[top].mean()),
            float(np.log(len(order))),
            float(self.length[best]),
        ]


def _touching(touches: Numbers, item: int, order: NDArray[np.intp]) -> list[float]:
    """How surely the best units touch the item, and how it stands among the others."""
    best = np.append(touches[order, item], np.full(8, NOTHING))
    rivals = touches[order[0]]
    return [
        *best[:TOP].tolist(),
        float(best[:5].mean()),
        *(float((best > level).sum()) for level in (-0.6, -0.3, 0)),
        float((rivals > rivals[item]).sum()),
        float((touches[:, item] >= touches.max(axis=1)).sum()),
    ]


def _meeting(met: Numbers, asked: NDArray[np.bool_]) -> list[float]:
    """How surely the elements are met, and those that are required."""
    soft = 1 / (1 + np.exp(-5 * (met + 0.35)))
    figures = (met[asked].mean(), met[asked].min(), soft.sum(), soft[asked].mean())
    return [*np.sort(met)[::-1][:2].tolist(), *map(float, figures)]


def _saying(margins: Margins, item: int, order: NDArray[np.intp]) -> list[float]:
    """Whether the best units settle something, and say anything at all."""
    best, top = order[0], order[:TOP]
    says, concrete = margins.says, margins.concrete
    together = np.sort(margins.touches[:, item] + np.clip(says, -1.5, 1) / 2)[::-1]
    figures = (concrete[top].max(), concrete[top].mean(), says[best], says[top].max(), says[top].mean(), says.mean())
    return [*map(float, figures), float(together[0]), float(together[:TOP].mean())]


def _likening(alike: Numbers, item: int, order: NDArray[np.intp]) -> list[float]:
    """How like the examples of the item the draft is, and its best unit beside the examples of other items."""
    ranked = np.sort(alike[:, item])[::-1]
    best = alike[order[0]]
    lead = best[item] - np.delete(best, item).max()
    figures = (ranked[0], ranked[:TOP].mean(), best[item], lead, (best > best[item]).sum())
    return [*map(float, figures)]


def elements_of(content: Content) -> tuple[str, ...]:
    """Every element as `item.element`, in the order of the items."""
    return tuple(f"{item.id}.{element.id}" for item in content.items.values() for element in item.elements)


def required_of(content: Content) -> NDArray[np.bool_]:
    """(elements,) which of them the handreiking asks for."""
    return np.array([element.required for item in content.items.values() for element in item.elements])
