"""Example sentences held out, beside what the judge makes of each: does it know the item, and the element?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.drafting import Draft
from assistant.judging import POSTPONED, Judge
from assistant.reviewing import MET_FROM
from assistant.scoring import Score
from corpus import ITEM_IDS, ExampleSentence, Meets


@dataclass(frozen=True)
class JudgedSentence:
    """A sentence, the item that it touches most, and which elements of its own item count as met by it."""

    example: ExampleSentence
    item: str
    met: Mapping[str, bool]

    @property
    def wanted(self) -> str:
        """The element, as `item.element`, that the sentence was written to meet; "" when it does not meet any."""
        return f"{self.example.item}.{self.example.element}" if self.example.meets is Meets.JA else ""

    def pairs(self) -> Iterator[tuple[str, tuple[bool, bool]]]:
        """For each element of its item whether the sentence meets it, and whether the judge says so."""
        return ((element, (element == self.wanted, said)) for element, said in self.met.items())


def judged_sentences(judge: Judge, examples: Iterable[ExampleSentence]) -> Iterator[JudgedSentence]:
    """Each sentence as a draft of its own; postponing does not meet, as in a review."""
    for example in examples:
        draft = Draft(example.text)
        touches, meets, _ = judge.margins(draft)
        firm = [number for number, unit in enumerate(draft.units) if not POSTPONED.search(draft.words(unit))]
        met = {
            element: bool((meets[firm, column] >= MET_FROM).any())
            for column, element in enumerate(judge.elements)
            if element.startswith(f"{example.item}.")
        }
        yield JudgedSentence(example, ITEM_IDS[int(touches.max(axis=0).argmax())], met)


def element_scores(judged: Iterable[JudgedSentence]) -> dict[str, Score]:
    """For each element: its sentences, against what postpones it, shares its words, or meets one beside it."""
    grouped: dict[str, list[tuple[bool, bool]]] = {}
    for element, pair in (found for one in judged for found in one.pairs()):
        grouped.setdefault(element, []).append(pair)
    return {element: Score.of(pairs) for element, pairs in grouped.items()}
