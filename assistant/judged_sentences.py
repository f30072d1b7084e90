"""Example sentences held out, beside what the judge makes of each: does it know the item, and the element?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.drafting import Draft
from assistant.judging import POSTPONED, Judge
from assistant.reviewing import MET_FROM
from assistant.scoring import Score
from corpus import ITEM_IDS, ExampleSentence, Meets


@dataclass(frozen=True)
class JudgedSentence:
    """A sentence, the item that it touches most, and whether its own element counts as met by it."""

    example: ExampleSentence
    item: str
    met: bool

    @property
    def element(self) -> str:
        """The element that the sentence was written for, as `item.element`."""
        return f"{self.example.item}.{self.example.element}"


def judged_sentences(judge: Judge, examples: Iterable[ExampleSentence]) -> Iterator[JudgedSentence]:
    """Each sentence as a draft of its own; postponing does not meet, as in a review."""
    for example in examples:
        draft = Draft(example.text)
        touches, meets, _ = judge.margins(draft)
        column = judge.elements.index(f"{example.item}.{example.element}")
        firm = [not POSTPONED.search(draft.words(unit)) for unit in draft.units]
        met = any(meets[number, column] >= MET_FROM for number, ok in enumerate(firm) if ok)
        yield JudgedSentence(example, ITEM_IDS[int(touches.max(axis=0).argmax())], met)


def element_scores(judged: Iterable[JudgedSentence]) -> dict[str, Score]:
    """For each element: the sentences that meet it, against those that postpone it or only share its words."""
    grouped: dict[str, list[tuple[bool, bool]]] = {}
    for one in judged:
        grouped.setdefault(one.element, []).append((one.example.meets is Meets.JA, one.met))
    return {element: Score.of(pairs) for element, pairs in grouped.items()}
