"""Example sentences held out, beside what the judge makes of each: does it know the item, and the element?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.drafting import Draft
from assistant.judging import Judge, met
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
        margins = judge.margins(draft)
        columns = [column for column, name in enumerate(judge.elements) if name.startswith(f"{example.item}.")]
        found = met(margins.meets[:, columns], margins.concrete, [draft.words(unit) for unit in draft.units])
        elements = {judge.elements[column]: bool(found[:, place].any()) for place, column in enumerate(columns)}
        yield JudgedSentence(example, ITEM_IDS[int(margins.touches.max(axis=0).argmax())], elements)


def element_scores(judged: Iterable[JudgedSentence]) -> dict[str, Score]:
    """For each element: its sentences, against what postpones it, shares its words, or meets one beside it."""
    grouped: dict[str, list[tuple[bool, bool]]] = {}
    for element, pair in (found for one in judged for found in one.pairs()):
        grouped.setdefault(element, []).append(pair)
    return {element: Score.of(pairs) for element, pairs in grouped.items()}
