"""Our restatement of a source -> the words of the original that each passage restates.

Where a passage stands tells which words it restates ('deel 1, Ad 5 e'). Passages with one place share its sentences in
order; which sentence is the first of the next passage, their words tell.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from math import inf

from corpus.documents import Document
from corpus.originals.places import Places, Span, words
from corpus.types import Passage

MOST_BLOCKS = 20_000
"""Blocks of a document in which we look; a report of 300 pages has some 7,500."""
SHORTEST_WORD = 4
STEM = 6
"""Letters of a word that are compared: 'beschikbaarheid' is 'beschikbare'."""

ITEM_SIGN = "- "
"""How a reader of documents marks a list item; a quote need not start with it."""


@dataclass(frozen=True, slots=True)
class OriginalPassage:
    """The words of an original that one passage restates: `document.text[start:end]`, and their page."""

    passage_id: str
    text: str
    start: int
    end: int
    page: str = ""
    page_index: int | None = None


@dataclass(frozen=True)
class Alignment:
    """For each passage of a restatement the words of the original, by the id of the passage; and what was not found."""

    found: Mapping[str, OriginalPassage]
    missing: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share of the passages that were found (0-1)."""
        return len(self.found) / (len(self.found) + len(self.missing) or 1)


def align(document: Document, passages: Iterable[Passage]) -> Alignment:
    """Where the passages, in the order of the source, stand in its original `document`."""
    found, missing = dict[str, OriginalPassage](), list[str]()
    if len(document.blocks) > MOST_BLOCKS:
        return Alignment(found, tuple(passage.id for passage in passages))
    places = Places.of(document)
    for place, sharing in groupby(passages, key=lambda passage: passage.place):
        group = list(sharing)
        runs = _shared(document, places.spans(place), group)
        for passage, run in zip(group, runs, strict=True):
            if run:
                found[passage.id] = _original(document, passage.id, run[0][0], run[-1][1])
            else:
                missing.append(passage.id)
    return Alignment(found, tuple(missing))


def _shared(document: Document, spans: Sequence[Span], passages: Sequence[Passage]) -> list[Sequence[Span]]:
    """The spans cut in a run for each passage, so that each has most words in common with its own run."""
    if len(spans) < len(passages):
        return [()] * len(passages)
    said = [_stems(document.text[start:end]) for start, end in spans]
    meant = [_stems(f"{passage.heading} {passage.text}") for passage in passages]
    cuts = [0, *_cuts([[len(words & own) for words in said] for own in meant]), len(spans)]
    return [spans[a:b] for a, b in pairwise(cuts)]


def _cuts(in_common: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Where each next row takes over from the one before, for the largest sum; each row gets one column at least."""
    columns = range(len(in_common[0]) + 1)
    sums = [tuple(accumulate(row, initial=0)) for row in in_common]
    best: list[tuple[float, tuple[int, ...]]] = [(sums[0][end] if end else -inf, ()) for end in columns]
    for total in sums[1:]:
        opened = [(best[cut][0] - total[cut], (*best[cut][1], cut)) for cut in columns[:-1]]
        best = [
            (-inf, ()),
            *((gain + total[end], cuts) for end, (gain, cuts) in enumerate(accumulate(opened, max), 1)),
        ]
    return best[-1][1]


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in words(text) if len(word) >= SHORTEST_WORD)


def _original(document: Document, passage_id: str, start: int, end: int) -> OriginalPassage:
    start += len(ITEM_SIGN) if document.text.startswith(ITEM_SIGN, start) else 0
    block = next(b for b, (_, last) in zip(document.blocks, document.offsets, strict=True) if start < last)
    return OriginalPassage(passage_id, document.text[start:end], start, end, block.page, block.page_index)
