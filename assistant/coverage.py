"""A review -> how much of each of the eight afspraken was found."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.review import Review, Verdict
from corpus import Content, sentence_spans

AFSPRAKEN = range(1, 9)


@dataclass(frozen=True)
class Coverage:
    """One afspraak, what it is about in a sentence, and the ids of its items by verdict."""

    number: int
    sentence: str
    items: Mapping[Verdict, tuple[str, ...]]


def coverage(review: Review, content: Content) -> tuple[Coverage, ...]:
    """What was found of each afspraak, in their order; which items belong to it is our own reading."""
    return tuple(
        Coverage(number, afspraak_sentence(number, content), _items(number, review, content)) for number in AFSPRAKEN
    )


def afspraak_sentence(number: int, content: Content) -> str:
    """What an afspraak is about, in a sentence."""
    said = content.topics["afspraken"].asked[number - 1].text
    start, end = next(iter(sentence_spans(said)))
    return said[start:end]


def _items(number: int, review: Review, content: Content) -> dict[Verdict, tuple[str, ...]]:
    belonging = [f for f in review.findings if number in content.items[f.item].afspraken]
    return {verdict: tuple(f.item for f in belonging if f.verdict is verdict) for verdict in Verdict}
